//! Input nobody means well with: no panic, a clear problem, nothing lost, and no quadratic work.

mod support;

use grassroots::facts::*;
use grassroots::rulebook::{Profile, Rulebook};
use grassroots::vocab::*;
use grassroots::wire;
use proptest::prelude::*;
use support::{d, day, jiujiang, pid, since, uid};

fn problems_of(facts: Facts) -> (Register, Vec<String>) {
    let loaded = Register::build(facts);
    let problems = loaded.problems().iter().map(|problem| problem.in_words(Lang::En)).collect();
    (loaded.register, problems)
}

#[test]
fn an_array_where_an_object_is_due_is_refused_in_every_table() {
    for (table, row) in [
        ("persons", r#"["P"]"#),
        ("kin", r#"["P","Q","parent",{"end":{"kind":"never"}}]"#),
        ("units", r#"["U","village"]"#),
        ("holdings", r#"["P","U","director",{"end":{"kind":"never"}}]"#),
        ("acts", r#"["A","C","U","meet"]"#),
        ("coverage", r#"["kin",{"of":"all"},"2026-03-01"]"#),
        ("records", r#"["P","demerit"]"#),
    ] {
        let text = format!(r#"{{"{table}":[{row}]}}"#);
        let error = Facts::from_json(text.as_bytes()).unwrap_err().to_string();
        assert!(error.contains("named fields"), "{table}: {error}");
    }
    assert!(Facts::from_json(b"[[],[]]").is_err());
}

#[test]
fn an_array_for_a_span_or_its_end_is_refused() {
    for span in [r#"["2020",{"kind":"never"}]"#, r#"{"end":["never"]}"#, r#"{"end":"never"}"#] {
        let text = format!(r#"{{"memberships":[{{"person":"P","unit":"U","span":{span}}}]}}"#);
        assert!(Facts::from_json(text.as_bytes()).is_err(), "{span}");
    }
}

#[test]
fn an_unknown_field_is_refused_in_rows_spans_and_unit_like_variants() {
    for text in [
        r#"{"persons":[{"id":"P","color":1}]}"#,
        r#"{"people":[]}"#,
        r#"{"memberships":[{"person":"P","unit":"U","span":{"from":"2020","end":{"kind":"never"},"x":1}}]}"#,
        r#"{"memberships":[{"person":"P","unit":"U","span":{"end":{"kind":"never","x":1}}}]}"#,
        r#"{"coverage":[{"list":"kin","extent":{"of":"all","x":1},"as_of":"2026-03-01"}]}"#,
    ] {
        let error = Facts::from_json(text.as_bytes()).unwrap_err().to_string();
        assert!(error.contains("unknown field") || error.contains("invalid value: string \"x\""), "{text}: {error}");
    }
}

#[test]
fn days_that_only_look_like_days_are_refused_on_the_wire() {
    for day in
        ["2023-2-9", " 2023-02-09", "+2023-02-09", "2023-02-30", "262143-01-01", "1899-12-31", "2200-01-01", "20230209"]
    {
        let text = format!(r#"{{"coverage":[{{"list":"kin","extent":{{"of":"all"}},"as_of":"{day}"}}]}}"#);
        assert!(Facts::from_json(text.as_bytes()).is_err(), "{day}");
    }
}

#[test]
fn one_uuid_in_its_four_spellings_is_one_person() {
    let mut facts = Facts::default();
    for id in [
        "67E55044-10B1-426F-9247-BB680E5FE0C8",
        "{67e55044-10b1-426f-9247-bb680e5fe0c8}",
        "urn:uuid:67e55044-10b1-426f-9247-bb680e5fe0c8",
        "67e5504410b1426f9247bb680e5fe0c8",
    ] {
        facts.persons.push(Person::new(pid(id)));
    }
    let (register, problems) = problems_of(facts);
    assert_eq!(register.persons().len(), 1);
    assert_eq!(register.persons()[0].id.as_str(), "67e55044-10b1-426f-9247-bb680e5fe0c8");
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn one_id_for_two_people_is_said_and_never_merged() {
    let mut facts = Facts::default();
    for birth in ["1979-08", "1985-03"] {
        let mut row = Person::new(pid("P"));
        row.birth = Some(d(birth));
        facts.persons.push(row);
    }
    let (register, problems) = problems_of(facts);
    assert_eq!(register.persons().len(), 1);
    assert_eq!(problems.len(), 1);
    assert!(problems[0].contains("one id for two persons"), "{problems:?}");
}

#[test]
fn units_whose_parents_run_in_a_circle_are_cut_and_named() {
    let mut facts = Facts::default();
    for (id, parent) in [("A", "B"), ("B", "C"), ("C", "A"), ("D", "D"), ("E", "nowhere")] {
        let mut row = Unit::new(uid(id), UnitKind::Cooperative);
        row.parent = Some(uid(parent));
        facts.units.push(row);
    }
    let (register, problems) = problems_of(facts);
    assert_eq!(register.units().len(), 5);
    assert_eq!(problems.len(), 3, "{problems:?}");
    let rules = jiujiang("");
    let review = rules.review(&register, day("2026-03-01")).unwrap();
    assert!(!review.summary(Lang::Zh).is_empty());
}

#[test]
fn rows_about_nobody_are_set_aside_and_open_their_list() {
    let world = support::World::new()
        .man("P")
        .holds("P", PostKind::Director, "C", since("2025-06-01"))
        .holds("Q", PostKind::Director, "C", since("2025-06-01"))
        .complete(List::Roster, "2026-03-01");
    let (register, problems) = problems_of(world.facts());
    assert_eq!(register.holdings().len(), 1);
    assert!(problems[0].contains("`Q`"), "{problems:?}");
    // The roster of the cooperative lacks a row now, so it proves nothing by its silence.
    assert_eq!(register.facts().open.len(), 1);
}

#[test]
fn a_day_outside_the_calendar_is_an_error_and_not_a_panic() {
    let rules = jiujiang("");
    let register = Register::build(Facts::default()).register;
    for day in ["1899-12-31", "2200-01-01"] {
        let day: chrono::NaiveDate = day.parse().unwrap();
        assert!(rules.review(&register, day).is_err());
    }
    for day in [MIN_DAY, MAX_DAY] {
        let review = rules.review(&register, day).unwrap();
        assert!(review.findings().is_empty());
    }
}

#[test]
fn facts_at_both_ends_of_the_calendar_are_evaluated() {
    let rules = jiujiang("");
    for edge in ["1900", "1900-01-01", "2199", "2199-12-31"] {
        let world = support::World::new()
            .born("P", edge)
            .holds("P", PostKind::BranchSecretary, "C", since(edge))
            .holds("P", PostKind::CommitteeMember, "V", since(edge))
            .party("P", edge, edge)
            .record("P", RecordKind::PartySeriousWarning, |row| row.approved = Some(d(edge)))
            .body("C", BodyKind::Board, |row| row.formed = Some(d(edge)));
        let register = Register::build(world.facts()).register;
        for on in [MIN_DAY, day("2026-03-01"), MAX_DAY] {
            let review = rules.review(&register, on).unwrap();
            for finding in review.findings() {
                assert!(!review.answer(finding).lines.is_empty());
            }
        }
    }
}

#[test]
fn a_hundred_thousand_overlapping_holdings_in_one_unit_are_swept() {
    let mut facts = support::World::new().complete(List::Kin, "2026-03-01").facts();
    for at in 0..100_000 {
        let id = pid(&format!("P{at:06}"));
        facts.persons.push(Person::new(id.clone()));
        facts.holdings.push(Holding::new(id, uid("C"), PostKind::Director, since("2025-06-01")));
    }
    facts.kin.push(KinTie::new(pid("P000007"), pid("P099999"), Relation::Sibling, since("1990")));
    let register = Register::build(facts).register;
    let rules = jiujiang("");
    let review = rules.review(&register, day("2026-03-01")).unwrap();
    let kin = review.findings().iter().filter(|finding| {
        review.provision(finding).is_some_and(|provision| provision.id.as_str() == "organization.board-kin")
    });
    assert_eq!(kin.count(), 1, "the one pair a recorded tie joins");
}

#[test]
fn one_person_in_a_hundred_thousand_posts_is_swept() {
    let mut facts = support::World::new().man("P").facts();
    for at in 0..100_000 {
        let unit = format!("U{at:06}");
        facts.units.push(Unit::new(uid(&unit), UnitKind::Cooperative));
        facts.holdings.push(Holding::new(pid("P"), uid(&unit), PostKind::Accountant, since("2025-06-01")));
    }
    let register = Register::build(facts).register;
    let rules = jiujiang("");
    assert!(rules.review(&register, day("2026-03-01")).is_ok());
}

#[test]
fn two_hundred_thousand_kin_links_in_one_chain_are_built() {
    let mut facts = Facts::default();
    for at in 0..200_000_u32 {
        facts.persons.push(Person::new(pid(&format!("P{at:06}"))));
        if 0 < at {
            let (parent, child) = (pid(&format!("P{:06}", at - 1)), pid(&format!("P{at:06}")));
            facts.kin.push(KinTie::new(parent, child, Relation::Child, since("1950")));
        }
    }
    let loaded = Register::build(facts);
    assert!(loaded.problems().is_empty());
    assert_eq!(loaded.register.facts().kin.len(), 199_999);
}

#[test]
fn every_error_of_a_rulebook_comes_with_its_place_all_at_once() {
    let text = "[[instrument]]\nkey = \"X\"\ntitle = { zh = \"甲\", en = \"x\" }\n\n[[provision]]\nid = \"nowhere.rule\"\ntitle = { zh = \"甲\", en = \"x\" }\napplies_to = { seat = { posts = [\"director\"] } }\njudged_on = \"review-day\"\n\n[[parameter]]\nname = \"Bad Name\"\n\n[[colour]]\n";
    let errors = Rulebook::from_toml(&[("mine.toml", text)]).unwrap_err();
    let lines: Vec<String> = errors.0.iter().map(ToString::to_string).collect();
    assert_eq!(lines.len(), 3, "{lines:#?}");
    assert!(lines.iter().any(|line| line.starts_with("mine.toml:6:6: ")), "{lines:#?}");
    assert!(lines.iter().any(|line| line.starts_with("mine.toml:12:8: ")), "{lines:#?}");
    assert!(lines.iter().any(|line| line.starts_with("mine.toml:14:") && line.contains("unknown table")), "{lines:#?}");
    for line in &lines {
        assert!(line.contains("; "), "what would be right: {line}");
    }
}

#[test]
fn a_profile_that_does_not_fit_is_refused_and_says_where() {
    let rules = Rulebook::builtin().unwrap();
    for (text, says) in [
        ("[set]\nkin-set = \"cousins\"\n", "kin-set"),
        ("[set]\npromptly-days = 90\n", "promptly-days"),
        ("[set]\nno-such = 1\n", "profile.toml:2:1"),
        (
            "[[edition]]\nof = \"organization.board-kin\"\nin_force = { from = \"2025-06-01\" }\nlevel = \"national-law\"\nsource = { instrument = \"LRCEO\", confidence = \"verified\" }\nmodality = \"must\"\nnorm = { separation = { circle = \"self\" } }\n",
            "two editions of one level",
        ),
        (
            "[[edition]]\nof = \"organization.board-kin\"\nin_force = { from = \"2025-06-01\" }\nlevel = \"district\"\nsource = { instrument = \"NONE\", confidence = \"inference\" }\nmodality = \"must\"\nnorm = { separation = { circle = \"self\" } }\n",
            "cannot be a `must`",
        ),
        (
            "[[edition]]\nof = \"organization.board-size\"\nin_force = { from = \"2025-06-01\" }\nlevel = \"town\"\nsource = { instrument = \"TOWN\", confidence = \"inference\" }\nmodality = \"normally\"\nnorm = { eligibility = { age = { min = 18 } } }\n",
            "cannot be asked of this subject",
        ),
        ("set = 3\n", "[set]"),
        ("[set\n", "profile.toml:1:"),
    ] {
        let errors = match Profile::toml(text) {
            Err(errors) => errors,
            Ok(profile) => rules.with(&profile).unwrap_err(),
        };
        assert!(errors.to_string().contains(says), "{text}\n{errors}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn no_bytes_make_the_wire_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let reply = wire::answer(&bytes);
        prop_assert!(serde_json::from_slice::<serde_json::Value>(&reply).is_ok());
    }

    #[test]
    fn no_text_in_any_cell_makes_the_wire_panic(cells in proptest::collection::vec("\\PC{0,24}|[0-9.年月/-]{1,10}|[0-9xX]{15,18}", 1..24)) {
        let rows: Vec<Vec<&str>> = [vec!["姓名", "村社区", "经济社", "出生年月", "身份证号", "职务", "任现职时间", "政治面貌"]]
            .into_iter()
            .chain(cells.chunks(8).map(|row| row.iter().map(String::as_str).collect()))
            .collect();
        let request = serde_json::json!({
            "version": 1, "day": "2026-03-01", "jiujiang": true,
            "tables": [{ "name": "干部花名册", "rows": rows }],
            "questions": [{ "ask": "summary" }, { "ask": "missing" }, { "ask": "report-text" }],
        });
        let reply: serde_json::Value = serde_json::from_slice(&wire::answer(request.to_string().as_bytes())).unwrap();
        prop_assert!(reply["answers"].is_array(), "{}", reply);
    }

    #[test]
    fn no_text_makes_the_rulebook_panic(text in "([\\[\\]{}=\",.# a-z0-9-]|\\n|norm|provision|edition|param){0,160}") {
        let _ = Profile::toml(&text);
        let _ = Rulebook::from_toml(&[("x.toml", &text)]);
    }
}

#[test]
fn json_nested_beyond_reason_is_refused() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(Facts::from_json(deep.as_bytes()).is_err());
    let reply: serde_json::Value = serde_json::from_slice(&wire::answer(deep.as_bytes())).unwrap();
    assert!(reply["errors"].is_array());
}

//! Levels compared: the built-in rules, towns and charters that loosen what is fixed or narrow what may not be, and those
//! that do neither.

mod support;

use grassroots::check::Subject;
use grassroots::compare::{Comparison, Direction, Finding, Outcome};
use grassroots::facts::Register;
use grassroots::review::{Line, Review};
use grassroots::rulebook::{Profile, ProvisionId, Range, Rulebook, SettingFault};
use grassroots::vocab::{Lang, Level, Possible};
use support::{World, builtin, day, jiujiang, since};

/// What the built-in rules do to each other, and why it stands: provision, the right it meets, direction, reason.
const EXPLAINED: &[(&str, &str, Direction, &str)] = &[
    ("selection.policy-clearance", "selection.vote-and-stand", Direction::Tightened, POLICY),
    ("selection.policy-clearance", "selection.vote-and-stand-residents", Direction::Tightened, POLICY),
];
const POLICY: &str =
    "a policy line of 2019: it removes nobody from the list of voters and ends no seat, and is shown as policy";

/// The same finding over several editions is one.
fn told(comparison: &Comparison) -> Vec<(String, String, Direction)> {
    let mut told: Vec<(String, String, Direction)> = comparison
        .findings()
        .map(|finding| (finding.provision.to_string(), finding.against.to_string(), finding.direction))
        .collect();
    told.sort();
    told.dedup();
    told
}

#[test]
fn every_finding_among_the_built_in_rules_is_explained_and_every_explanation_is_needed() {
    let comparison = jiujiang("").compare();
    for pair in &comparison.pairs {
        println!("{} {} under {} {}", pair.provision, pair.lower.level, pair.against, pair.higher.level);
    }
    for finding in comparison.findings() {
        println!("{}", comparison.in_words(&finding, Lang::En));
    }
    let explained: Vec<(String, String, Direction)> = EXPLAINED
        .iter()
        .map(|(provision, against, direction, reason)| {
            assert!(!reason.is_empty());
            ((*provision).to_owned(), (*against).to_owned(), *direction)
        })
        .collect();
    assert_eq!(told(&comparison), explained);
    assert!(comparison.settings.is_empty(), "{:?}", comparison.settings);
}

const TOWN: &str = "[[instrument]]\nkey = \"镇规定\"\ntitle = { zh = \"某镇规定\", en = \"rules of a town\" }\n";
const HEAD: &str = "in_force = { from = \"2026-03-01\" }\nlevel = \"town\"\n\
                    source = { instrument = \"镇规定\", article = \"3\", confidence = \"verified\" }\nmodality = \"must\"";

/// The built-in rules compared with a town's edition of a provision.
fn town(of: &str, says: &str) -> Comparison {
    at_level("town", of, says)
}

/// The same with an edition of another level.
fn at_level(level: &str, of: &str, says: &str) -> Comparison {
    let head = HEAD.replace("level = \"town\"", &format!("level = \"{level}\""));
    compared(&builtin(), &format!("{TOWN}[[edition]]\nof = \"{of}\"\n{head}\n{says}\n"))
}

fn compared(rules: &Rulebook, profile: &str) -> Comparison {
    let profile = Profile::toml(profile).unwrap_or_else(|errors| panic!("{errors}"));
    rules.compare_with(&profile).unwrap_or_else(|errors| panic!("{errors}"))
}

fn of_town(comparison: &Comparison) -> Vec<Finding<'_>> {
    comparison.findings().filter(|finding| finding.lower.source.instrument() == "镇规定").collect()
}

/// The counterexample put before an ordinary review of the same rules: the two levels part on it there too.
fn confirm(comparison: &Comparison, finding: &Finding<'_>) {
    let example = finding.counterexample;
    let review = comparison.rules.review(&example.register, example.day).unwrap();
    let passes = |possible: Possible| possible.is_settled() && !possible.contains(Possible::BREACHED);
    // Under one reading of several, the review leaves it open.
    let refuses = |possible: Possible| {
        if example.readings.is_empty() { possible == Possible::BREACHED } else { possible.contains(Possible::BREACHED) }
    };
    let higher = said(&review, finding.against, &example.subject, finding);
    let lower = said(&review, finding.provision, &example.lower_subject, finding);
    println!("{}", comparison.in_words(finding, Lang::Zh));
    match finding.direction {
        Direction::Loosened => assert!(refuses(higher.0) && passes(lower.1), "{higher:?} {lower:?}"),
        Direction::Tightened => assert!(passes(higher.0) && refuses(lower.1), "{higher:?} {lower:?}"),
    }
    for lang in [Lang::Zh, Lang::En] {
        let words = comparison.in_words(finding, lang);
        assert!(words.contains(finding.direction.in_words(lang)), "{words}");
    }
    let both = comparison.says(finding).unwrap();
    assert!(both.zh().contains("按上位规定") && both.en().contains("by the higher"), "{both:?}");
}

/// What the two levels of a finding say about its subject under a provision.
fn said(
    review: &Review<'_>,
    provision: &ProvisionId,
    subject: &Subject,
    finding: &Finding<'_>,
) -> (Possible, Possible) {
    let answer = review.ask(provision, subject).unwrap();
    let of = |level| {
        let line = answer.lines.iter().find(|line: &&Line<'_>| line.level == level);
        line.map_or(Possible::NOT_APPLICABLE, |line| line.possible)
    };
    (of(finding.higher.level), of(finding.lower.level))
}

#[test]
fn a_town_that_loosens_what_the_law_fixes_is_shown_the_body_person_or_act_it_lets_pass() {
    for (of, says) in [
        ("organization.village-committee-size", r#"norm = { size = { of = "seats", min = 3, max = 9 } }"#),
        ("organization.village-committee-size", r#"norm = { size = { of = "seats", min = 2, max = 7 } }"#),
        (
            "organization.village-representatives-women",
            r#"norm = { composition = { of = ["village-representative"], who = { sex = "female" }, must = { at_least = { share = "3/10", of = "representatives-meeting" } } } }"#,
        ),
        // The same third of the representatives alone is less than a third of the whole meeting.
        (
            "organization.village-representatives-women",
            r#"norm = { composition = { of = ["village-representative"], who = { sex = "female" }, must = { at_least = { share = "1/3", of = "villager-representatives" } } } }"#,
        ),
        // Women of the committee are in the base, and are not counted among the women representatives.
        (
            "organization.village-representatives-women",
            r#"norm = { composition = { of = ["village-representative", "committee-member"], who = { sex = "female" }, must = { at_least = { share = "1/3", of = "representatives-meeting" } } } }"#,
        ),
        ("organization.board-term", r#"norm = { term = { length = "6 years" } }"#),
        ("organization.board-term", r#"norm = { term = { length = "5 years", grace = "30 days" } }"#),
        ("organization.village-committee-kin", r#"norm = { separation = { circle = "spouse-parent-child-sibling" } }"#),
        ("organization.supervisor-exclusions", r#"norm = { separation = { circle = "near-relatives" } }"#),
        (
            "selection.bar-criminal-punishment",
            r#"norm = { eligibility = { not = { record = { of = ["criminal-punishment"], look_back = { within = "10 years" } } } } }"#,
        ),
        (
            "selection.bar-criminal-punishment",
            "unless = [{ when = { done = \"superior-consent\" } }]\n\
             norm = { eligibility = { not = { record = { of = [\"criminal-punishment\", \"suspended-sentence\"], look_back = \"for_life\" } } } }",
        ),
        (
            "deliberation.assembly-notice",
            "when = { actor = [\"member-assembly\"] }\n\
             norm = { deadline = { act = \"give-notice\", side = \"before\", at_least = \"7 days\", count = \"clear\" } }",
        ),
        (
            "deliberation.assembly-quorum",
            "when = { actor = [\"member-assembly\"] }\n\
             norm = { threshold = { count = \"present\", at_least = \"3/5\", of = \"capable-members\" } }",
        ),
        (
            "deliberation.board-majority",
            "when = { actor = [\"board\"] }\nnorm = { threshold = { count = \"ayes\", more_than = \"1/2\", of = \"present\" } }",
        ),
        (
            "deliberation.never-delegated-matters",
            "when = { matter = [\"charter\"] }\nnorm = { competence = { by = [\"member-assembly\", \"representative-assembly\"] } }",
        ),
        (
            "deliberation.minutes",
            "when = { actor = [\"board\"] }\nnorm = { required_items = { items = [\"signatures\"] } }",
        ),
        (
            "supervision.handover-days",
            r#"norm = { deadline = { act = "hand-over", side = "after", at_most = "15 days" } }"#,
        ),
        ("supervision.disclosure-display-days", r#"norm = { duration = { shown_at_least = "10 days" } }"#),
    ] {
        for level in ["town", "district", "charter"] {
            // Before 2025-05-01 the charter was the law of some of these, and has its own editions.
            if level == "charter" && builtin_levels(of).contains(&Level::Charter) {
                continue;
            }
            let comparison = at_level(level, of, says);
            let found = of_town(&comparison);
            assert!(!found.is_empty(), "{of}: {says}");
            for finding in &found {
                assert_eq!((finding.direction, finding.against.as_str()), (Direction::Loosened, of), "{says}");
                confirm(&comparison, finding);
            }
        }
    }
}

fn builtin_levels(of: &str) -> Vec<Level> {
    let rules = builtin();
    let provision = rules.provision(&ProvisionId::new(of).unwrap()).unwrap();
    provision.editions.iter().map(|edition| edition.level).collect()
}

/// Numbers, periods and shares without measure are compared as any others are, in bounded time.
#[test]
fn rules_out_of_all_measure_are_compared_without_harm() {
    for (of, says) in [
        (
            "organization.village-committee-size",
            r#"norm = { size = { of = "seats", min = 4294967295, max = 4294967295, odd = true } }"#,
        ),
        ("organization.board-term", r#"norm = { term = { length = "4294967295 years", grace = "4294967295 days" } }"#),
        (
            "organization.village-representatives-women",
            r#"norm = { composition = { of = ["village-representative"], who = { age = { min = 4294967295 } }, must = { more_than = { share = "4294967294/4294967295", of = "representatives-meeting" } } } }"#,
        ),
        ("selection.vote-and-stand", r#"norm = { eligibility = { all = [] } }"#),
        ("selection.vote-and-stand", r#"norm = { eligibility = { at_least = { n = 4294967295, of = [] } } }"#),
        (
            "supervision.handover-days",
            r#"norm = { deadline = { act = "hand-over", side = "before", at_least = "4294967295 months" } }"#,
        ),
    ] {
        let comparison = town(of, says);
        for finding in comparison.findings() {
            assert!(comparison.says(&finding).is_some());
        }
    }
    let words: Vec<String> = (0..5_000).map(|number| format!("\"matter-{number}\"")).collect();
    let terms: Vec<String> = (0..5_000)
        .map(|number| format!("[[vocabulary]]\nset = \"matter\"\nkey = \"matter-{number}\"\ntitle = {{ zh = \"某{number}\", en = \"m{number}\" }}\n"))
        .collect();
    let text = format!(
        "{TOWN}{}[[edition]]\nof = \"deliberation.never-delegated-matters\"\n{HEAD}\nwhen = {{ matter = [{}] }}\nnorm = {{ competence = {{ by = [\"board\"] }} }}\n",
        terms.concat(),
        words.join(", ")
    );
    assert!(!compared(&builtin(), &text).pairs.is_empty());
}

#[test]
fn a_committee_of_nine_is_shown_with_eight_seats_and_both_articles() {
    let comparison =
        town("organization.village-committee-size", r#"norm = { size = { of = "seats", min = 3, max = 9 } }"#);
    let found = of_town(&comparison);
    let [finding] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(finding.counterexample.register.facts().bodies[0].seats, Some(8));
    assert_eq!(
        comparison.in_words(finding, Lang::Zh),
        "放宽：村民委员会职数：镇级规定 某镇规定第3条（2026-03-01起）放宽了国家法律 村民委员会组织法第8条第1款（2026-01-01起）\
         ：例如 U1 村民委员会：按上位规定不符合（核定职数8名；要求3至7名），按下位规定符合（核定职数8名；要求3至9名）"
    );
    assert!(comparison.in_words(finding, Lang::En).starts_with(
        "loosened: Size of the villagers' committee: town rule rules of a town, art. 3 (in force from 2026-03-01) lets pass \
         what national law Organic Law of Villagers' Committees, art. 8(1) (in force from 2026-01-01) does not: for example"
    ));
}

#[test]
fn a_town_that_narrows_a_right_is_shown_the_person_it_shuts_out() {
    let bar = r#"{ not = { record = { of = ["political-deprivation"], look_back = "until_restored" } } }"#;
    for says in [
        format!("norm = {{ eligibility = {{ all = [{{ age = {{ min = 20 }} }}, {bar}] }} }}"),
        format!("norm = {{ eligibility = {{ all = [{{ age = {{ min = 18, max = 60 }} }}, {bar}] }} }}"),
        format!("norm = {{ eligibility = {{ all = [{{ age = {{ min = 18 }} }}, {{ schooling = {{ min = \"junior-middle\" }} }}, {bar}] }} }}"),
        format!("norm = {{ eligibility = {{ all = [{{ age = {{ min = 18 }} }}, {{ party = \"full\" }}, {bar}] }} }}"),
        "norm = { eligibility = { all = [{ age = { min = 18 } }, { not = { record = { of = [\"political-deprivation\"], look_back = { after_restored = \"5 years\" } } } }] } }".to_owned(),
    ] {
        let comparison = town("selection.vote-and-stand", &says);
        let found = of_town(&comparison);
        assert!(found.iter().any(|finding| finding.direction == Direction::Tightened), "{says}");
        for finding in found.iter().filter(|finding| finding.direction == Direction::Tightened) {
            confirm(&comparison, finding);
        }
    }
}

/// A bar of the law narrows the right already; what a town adds to the bar narrows it further.
#[test]
fn only_what_a_town_adds_to_a_bar_of_the_law_narrows_the_right() {
    let comparison = town(
        "selection.bar-criminal-punishment",
        r#"norm = { eligibility = { all = [{ not = { record = { of = ["criminal-punishment", "suspended-sentence"], look_back = "for_life" } } }, { age = { max = 60 } }] } }"#,
    );
    let found = of_town(&comparison);
    assert!(!found.is_empty());
    for finding in found {
        assert_eq!((finding.direction, finding.against.as_str()), (Direction::Tightened, "selection.vote-and-stand"));
        assert!(comparison.in_words(&finding, Lang::En).contains("is 61 on"));
        confirm(&comparison, &finding);
    }
}

#[test]
fn a_town_that_asks_more_of_whoever_is_to_be_a_member_is_shown_the_person_it_shuts_out() {
    let law = "{ status = { is = [\"household-registration\"], here = true, ever = true } }, \
               { status = { is = [\"stable-relation\"], here = true } }, { status = { is = [\"collective-livelihood\"], here = true } }";
    let also =
        format!("norm = {{ eligibility = {{ all = [{{ schooling = {{ min = \"junior-middle\" }} }}, {law}] }} }}");
    let instead = "norm = { eligibility = { schooling = { min = \"junior-middle\" } } }";
    let own = format!(
        "{TOWN}[[provision]]\nid = \"selection.member-schooling\"\ntitle = {{ zh = \"成员学历\", en = \"schooling of members\" }}\n\
         applies_to = {{ act = {{ stages = [\"confirm-member\"] }} }}\njudged_on = \"act\"\n[[provision.edition]]\n{HEAD}\n{instead}\n"
    );
    for (comparison, loosens) in [
        (town("selection.membership", &also), true),
        (town("selection.membership", instead), true),
        (compared(&builtin(), &own), false),
    ] {
        let found = of_town(&comparison);
        assert!(found.iter().any(|finding| finding.direction == Direction::Tightened));
        for finding in &found {
            assert!(
                finding.against.as_str() == "selection.membership"
                    && (loosens || finding.direction == Direction::Tightened)
            );
            confirm(&comparison, finding);
        }
    }
}

/// A rule of its own beside a right narrows it as much as another edition of it would.
#[test]
fn a_towns_own_provision_beside_a_right_is_compared_with_it() {
    let own = |posts: &str, modality: &str| {
        format!(
            "{TOWN}[[provision]]\nid = \"selection.candidate-schooling\"\ntitle = {{ zh = \"候选人学历\", en = \"schooling of candidates\" }}\n\
             applies_to = {{ seat = {{ posts = [\"{posts}\"], units = [\"village\"], candidates = true }} }}\njudged_on = \"nomination\"\n\
             [[provision.edition]]\n{}\nnorm = {{ eligibility = {{ schooling = {{ min = \"college\" }} }} }}\n",
            HEAD.replace("must", modality)
        )
    };
    let comparison = compared(&builtin(), &own("committee-member", "must"));
    let found = of_town(&comparison);
    assert!(!found.is_empty());
    for finding in &found {
        assert_eq!((finding.direction, finding.against.as_str()), (Direction::Tightened, "selection.vote-and-stand"));
        assert!(comparison.in_words(finding, Lang::Zh).contains("选举权和被选举权、候选人学历"));
        confirm(&comparison, finding);
    }
    // Nor is it one to say once more, in a rule of its own, what the law says of candidates.
    let again =
        own("committee-member", "must").replace("candidates = true", "holders = false, candidates = true").replace(
            "schooling = { min = \"college\" }",
            "not = { record = { of = [\"criminal-punishment\", \"suspended-sentence\"], look_back = \"for_life\" } }",
        );
    assert!(of_town(&compared(&builtin(), &again)).is_empty());
    // A wish is no bar, and a post nobody has a right to may ask for more.
    for (posts, modality) in [("committee-member", "normally"), ("accountant", "must")] {
        assert!(of_town(&compared(&builtin(), &own(posts, modality))).is_empty(), "{posts} {modality}");
    }
}

#[test]
fn a_town_that_asks_for_more_where_more_may_be_asked_is_not_reported() {
    for (of, says, implied) in [
        (
            "organization.village-committee-size",
            r#"norm = { size = { of = "seats", min = 3, max = 5, odd = true } }"#,
            true,
        ),
        (
            "organization.village-representatives-women",
            r#"norm = { composition = { of = ["village-representative"], who = { sex = "female" }, must = { at_least = { share = "2/5", of = "representatives-meeting" } } } }"#,
            true,
        ),
        ("organization.board-term", r#"norm = { term = { length = "36 months" } }"#, true),
        ("organization.village-committee-kin", r#"norm = { separation = { circle = "civil-service-scope" } }"#, true),
        (
            "deliberation.assembly-quorum",
            "when = { actor = [\"member-assembly\"] }\n\
             norm = { threshold = { count = \"present\", at_least = \"3/4\", of = \"capable-members\", who = { capacity = { adult = 18, own_labor = 16 } } } }",
            true,
        ),
        ("supervision.disclosure-display-days", r#"norm = { duration = { shown_at_least = "1 month" } }"#, true),
        ("deliberation.minutes", "norm = { required_items = { items = [\"minutes\", \"signatures\"] } }", true),
        // What the trees do not decide is searched; a town may repeat the bar of the law, which narrows nothing more.
        (
            "selection.bar-criminal-punishment",
            r#"norm = { eligibility = { at_least = { n = 1, of = [{ not = { record = { of = ["criminal-punishment", "suspended-sentence"], look_back = "for_life" } } }] } } }"#,
            false,
        ),
    ] {
        let comparison = town(of, says);
        assert!(of_town(&comparison).is_empty(), "{says}: {:?}", told(&comparison));
        let pair = comparison.pairs.iter().find(|pair| {
            pair.lower.source.instrument() == "镇规定" && pair.against.as_str() == of && pair.higher.until.is_none()
        });
        match &pair.unwrap().loosened {
            Outcome::Implied => assert!(implied, "{says}"),
            Outcome::NoneFound { candidates } => assert!(!implied && 0 < *candidates, "{says}"),
            other => panic!("{says}: {other:?}"),
        }
    }
}

#[test]
fn what_waits_for_a_parameter_is_open_and_says_which() {
    let declared = "[[parameter]]\nname = \"our-term\"\ntitle = { zh = \"任期\", en = \"term\" }\n\
                    question = { zh = \"任期几年？\", en = \"how long?\" }\nset_by = [\"town\"]\n\
                    range = { min = \"1 year\", max = \"9 years\" }\n";
    let text = |set: &str| {
        format!(
            "{set}{TOWN}{declared}[[edition]]\nof = \"organization.board-term\"\n{HEAD}\nnorm = {{ term = {{ length = {{ param = \"our-term\" }} }} }}\n"
        )
    };
    let outcome = |set: &str| {
        let comparison = compared(&builtin(), &text(set));
        let pair = comparison.pairs.iter().find(|pair| pair.lower.source.instrument() == "镇规定");
        pair.unwrap().loosened.clone()
    };
    let Outcome::Open { parameters, .. } = outcome("") else { panic!("{:?}", outcome("")) };
    assert_eq!(parameters.iter().map(ToString::to_string).collect::<Vec<_>>(), ["our-term"]);
    let open = compared(&builtin(), &text(""));
    assert_eq!(open.open().count(), 1);
    assert!(!open.is_clear());
    let words = open.outcome_in_words(&open.open().next().unwrap().loosened, Lang::En);
    assert!(words.starts_with("it depends on what nobody has set: term; none found among "), "{words}");
    assert!(matches!(outcome("set = { our-term = \"6 years\" }\n"), Outcome::Found(_)));
    assert!(matches!(outcome("set = { our-term = \"5 years\" }\n"), Outcome::Implied));
}

#[test]
fn a_value_outside_its_range_and_one_that_is_not_theirs_to_set_are_reported_and_the_rest_is_compared() {
    let profile = Profile::toml(&format!(
        "{TOWN}[set]\npromptly-days = \"2 years\"\nremoval-2024-period = \"3 years\"\nnotice-day-count = \"inclusive\"\n\
         [[edition]]\nof = \"organization.village-committee-size\"\n{HEAD}\nnorm = {{ size = {{ of = \"seats\", max = 9 }} }}\n"
    ))
    .unwrap();
    assert!(builtin().with(&profile).is_err());
    let comparison = builtin().compare_with(&profile).unwrap();
    let mut faults: Vec<(String, SettingFault)> =
        comparison.settings.iter().map(|(setting, fault)| (setting.name.to_string(), *fault)).collect();
    faults.sort_by_key(|(name, _)| name.clone());
    assert_eq!(
        faults,
        [
            ("promptly-days".to_owned(), SettingFault::OutOfRange),
            ("removal-2024-period".to_owned(), SettingFault::NotTheirs)
        ]
    );
    assert_eq!(of_town(&comparison).len(), 1);
    assert!(!comparison.is_clear());
    let words: Vec<String> = comparison
        .settings
        .iter()
        .map(|(setting, fault)| comparison.setting_in_words(setting, *fault, Lang::Zh))
        .collect();
    assert_eq!(
        words,
        [
            "无权设定：撤销党内职务的影响期＝3年，由镇级规定设定；应由国家法律定",
            "超出可取范围：“及时换届”的天数＝2年；可填：期限，1日至1年（如“30日”“6个月”“1年”）"
        ]
    );
    // A province may set what a town may not, and says who it is.
    let province = Profile::toml("by = \"province\"\nset = { notice-day-count = \"clear\" }\n").unwrap();
    assert!(builtin().compare_with(&province).unwrap().settings.is_empty());
    let district = Profile::toml("by = \"district\"\nset = { notice-day-count = \"clear\" }\n").unwrap();
    assert_eq!(builtin().compare_with(&district).unwrap().settings.len(), 1);
}

#[test]
fn a_town_that_gives_its_rule_out_as_law_is_named() {
    let own = format!(
        "{TOWN}[[provision]]\nid = \"selection.candidate-schooling\"\ntitle = {{ zh = \"候选人学历\", en = \"schooling of candidates\" }}\n\
         applies_to = {{ seat = {{ posts = [\"committee-member\"], candidates = true }} }}\njudged_on = \"election\"\n\
         [[provision.edition]]\n{}\nnorm = {{ eligibility = {{ schooling = {{ min = \"college\" }} }} }}\n",
        HEAD.replace("level = \"town\"", "level = \"national-law\"")
    );
    let comparison = compared(&builtin(), &own);
    let [overreach] = comparison.overreaches.as_slice() else { panic!("{:?}", comparison.overreaches) };
    assert_eq!((overreach.level, overreach.by), (Level::NationalLaw, Level::Town));
    assert_eq!(comparison.overreach_in_words(overreach, Lang::Zh), "越级：候选人学历：由镇级规定设定，却列为国家法律");
    assert!(!comparison.is_clear());
    assert!(town("selection.vote-and-stand", "norm = { eligibility = { all = [] } }").overreaches.is_empty());
}

#[test]
fn a_charter_that_loosens_what_the_law_fixes_is_named_with_its_clause() {
    let charter = |key: &str, value: &str| {
        let world =
            World::new().clause("C", key, value, since("2025-06-01")).clause("V", key, value, since("2025-06-01"));
        Register::build(world.facts()).register
    };
    let rules = builtin();
    for (key, value, found) in [
        ("board-term", "6 years", true),
        ("board-term", "5 years", false),
        ("board-term", "3 years", false),
        ("board-quorum", "1/2", true),
        ("board-quorum", "3/4", false),
        ("board-majority", "2/5", true),
        ("board-majority", "2/3", false),
        ("assembly-quorum", "1/2", true),
        ("assembly-notice", "7 days", true),
        ("assembly-notice", "15 days", false),
        // "Normally" three to seven: a charter may differ.
        ("board-size", "9", false),
    ] {
        let register = charter(key, value);
        let comparison = rules.compare_charters(&register, day("2026-03-01")).unwrap();
        assert!(!comparison.pairs.is_empty(), "{key}");
        assert_eq!(comparison.findings().next().is_some(), found, "{key} {value}: {:?}", told(&comparison));
        for finding in comparison.findings() {
            let words = comparison.in_words(&finding, Lang::Zh);
            println!("{words}");
            assert_eq!(finding.direction, Direction::Loosened);
            assert!(words.contains("放宽") && words.contains("C章程") && words.contains(value), "{words}");
            // The clause of the village is no clause of a cooperative.
            assert_eq!(finding.clause.unwrap().units, [support::uid("C")]);
        }
    }
    // Under the measures of 2006 the charter itself fixed the term, and nothing stood above it.
    let early = rules.compare_charters(&charter("board-term", "6 years"), day("2025-04-30")).unwrap();
    assert!(early.pairs.is_empty());
}

/// Whatever may be set within its range or readings, by whoever may, nothing of the law is loosened by it.
#[test]
fn no_value_that_a_parameter_may_have_loosens_the_law() {
    let rules = jiujiang("");
    let before = told(&rules.compare());
    let mut tried = 0;
    for parameter in rules.parameters() {
        let ends: Vec<String> = match parameter.range {
            Some(Range::Numbers { min, max }) => vec![min.to_string(), max.to_string()],
            Some(Range::Periods { min, max }) => vec![format!("\"{min}\""), format!("\"{max}\"")],
            Some(Range::Shares { min, max }) => vec![format!("\"{min}\""), format!("\"{max}\"")],
            Some(Range::Days(days)) => vec![format!("\"{}\"", days.first), format!("\"{}\"", days.last)],
            _ => Vec::new(),
        };
        for value in ends.into_iter().chain(parameter.readings.iter().map(|reading| reading.value.to_string())) {
            let by = parameter.set_by[0];
            let profile = Profile::toml(&format!("by = \"{by}\"\n[set]\n{} = {value}\n", parameter.name)).unwrap();
            let comparison = rules.compare_with(&profile).unwrap_or_else(|errors| panic!("{errors}"));
            assert!(comparison.settings.is_empty(), "{:?}", comparison.settings);
            assert_eq!(told(&comparison), before, "{} = {value}", parameter.name);
            tried += 1;
        }
    }
    assert!(10 < tried);
}

#[test]
fn the_profile_of_another_town_takes_nothing_from_the_law() {
    let comparison = compared(&builtin(), include_str!("../examples/guiwan/profile.toml"));
    assert_eq!(told(&comparison), told(&builtin().compare()));
    assert!(comparison.settings.is_empty(), "{:?}", comparison.settings);
}

#[test]
fn a_province_that_restates_the_law_takes_nothing_from_it() {
    let comparison = builtin().compare();
    let pair =
        comparison.pairs.iter().find(|pair| pair.provision.as_str() == "organization.village-committee-size").unwrap();
    assert!(matches!(pair.loosened, Outcome::Implied) && matches!(pair.tightened, Outcome::NotAsked));
    assert_eq!((pair.from, pair.until), (day("2020-11-01"), Some(day("2026-01-01"))));
}

/// A higher and a lower rule of each kind, the higher closed to both sides: whether the lower loosens, and whether it
/// tightens.
const KINDS: &[(&str, &str, &str, &str, bool, bool)] = &[
    (
        r#"unit_period = { kinds = ["cooperative"] }"#,
        "period-end",
        r#"{ cadence = { event = { act = { stage = "publish-finance" } }, per = "quarter", min = 1 } }"#,
        r#"{ cadence = { event = { act = { stage = "publish-finance" } }, per = "year", min = 1 } }"#,
        true,
        false,
    ),
    (
        r#"unit_period = { kinds = ["cooperative"] }"#,
        "period-end",
        r#"{ cadence = { event = { act = { stage = "meet" } }, per = "year", min = 2 } }"#,
        r#"{ cadence = { event = { act = { stage = "meet", by = ["board"] } }, per = "year", min = 1 } }"#,
        true,
        true,
    ),
    (
        "party_member_period = {}",
        "period-end",
        r#"{ cadence = { event = "training_hours", per = "year", min = 32, throughout = { party = "any" } } }"#,
        r#"{ cadence = { event = "training_hours", per = "year", min = 30, throughout = { party = "any" } } }"#,
        true,
        false,
    ),
    (
        r#"seat = { posts = ["branch-secretary"] }"#,
        "appointment",
        r#"{ induction = { within = "6 months" } }"#,
        r#"{ induction = { kinds = ["induction"], within = "8 months" } }"#,
        true,
        true,
    ),
    (
        r#"case = { having = ["decide"] }"#,
        "review-day",
        r#"{ stages = { order = [{ stage = "recommend" }, { stage = "decide" }] } }"#,
        r#"{ stages = { order = [{ stage = "recommend", optional = true }, { stage = "decide" }] } }"#,
        true,
        false,
    ),
    (
        r#"case = { having = ["decide"] }"#,
        "review-day",
        r#"{ stages = { order = [{ stage = "recommend" }, { stage = "decide", by_day = "2022-12-31" }] } }"#,
        // A case that began on the 31st is of the first round under the one, and of a later round under the other.
        r#"{ stages = { order = [{ stage = "recommend" }, { stage = "decide", by_day = "2022-12-30" }] } }"#,
        true,
        true,
    ),
    (
        r#"unit = { kinds = ["cooperative"] }"#,
        "review-day",
        r#"{ coverage = { served = { kind = "serves", by = ["party-branch"], min = 1, max = 1 } } }"#,
        r#"{ coverage = { served = { kind = "serves", by = ["party-branch"], min = 1, max = 2 } } }"#,
        true,
        false,
    ),
    (
        r#"unit = { kinds = ["cooperative"] }"#,
        "review-day",
        r#"{ coverage = { parent = { of = ["village"] } } }"#,
        r#"{ coverage = { parent = { of = ["village", "community"] } } }"#,
        true,
        false,
    ),
    (
        r#"unit = { kinds = ["village"] }"#,
        "review-day",
        r#"{ formation = { bodies = ["village-supervision-committee"] } }"#,
        r#"{ formation = { bodies = ["village-supervision-committee"], units = ["agency"] } }"#,
        true,
        false,
    ),
    (
        r#"seat = { posts = ["director"], units = ["cooperative"] }"#,
        "review-day",
        r#"{ coverage = { enrolled = { program = "unified-management", by_day = "2022-12-31", within = "30 days" } } }"#,
        r#"{ coverage = { enrolled = { program = "unified-management", by_day = "2022-12-31", within = "60 days" } } }"#,
        true,
        false,
    ),
    (
        r#"act = { stages = ["approve"] }"#,
        "act",
        r#"{ competence = { rank_min = "county" } }"#,
        r#"{ competence = { rank_min = "town" } }"#,
        true,
        false,
    ),
    (
        r#"person = { posts = ["full-time-post"] }"#,
        "review-day",
        r#"{ size = { of = { posts_of_one = ["full-time-post"] }, max = 1 } }"#,
        r#"{ size = { of = { posts_of_one = ["full-time-post"] }, max = 2 } }"#,
        true,
        false,
    ),
    (
        r#"unit = { kinds = ["village"], having = ["village-party-secretary"] }"#,
        "review-day",
        r#"{ concurrency = { post = "village-party-secretary", with = "committee-director" } }"#,
        r#"{ concurrency = { post = "village-party-secretary", with = "committee-deputy" } }"#,
        true,
        true,
    ),
    (
        r#"seat = { posts = ["director"], units = ["cooperative"] }"#,
        "election",
        r#"{ eligibility = { all = [{ member = "this-unit" }, { not = { kin_of = { posts = ["supervisor"], circle = "near-relatives", inside = "unit" } } }] } }"#,
        r#"{ eligibility = { any = [{ member = "this-unit" }, { status = { is = ["residence"], here = true, min = "1 year" } }] } }"#,
        true,
        false,
    ),
    (
        r#"seat = { posts = ["director"], units = ["cooperative"] }"#,
        "election",
        r#"{ eligibility = { status = { is = ["residence"], here = true, min = "1 year" } } }"#,
        r#"{ eligibility = { status = { is = ["residence"], here = true, min = "13 months" } } }"#,
        false,
        true,
    ),
    (
        r#"seat = { posts = ["branch-secretary"] }"#,
        "appointment",
        r#"{ eligibility = { seniority = { min = "1 year" } } }"#,
        r#"{ eligibility = { any = [{ seniority = { min = "3 years" } }, { done_at = { stage = "approve", rank = "county" } }] } }"#,
        true,
        true,
    ),
    (
        r#"unit = { kinds = ["general-branch"] }"#,
        "review-day",
        r#"{ eligibility = { number = { of = "full-members", min = 50, max = 100 } } }"#,
        r#"{ eligibility = { any = [{ number = { of = "full-members", min = 50, max = 99 } }, { trait = "work-need" }] } }"#,
        true,
        true,
    ),
    (
        r#"act = { stages = ["meet"], units = ["cooperative"] }"#,
        "act",
        r#"{ threshold = { count = "present", at_least = "2/3", of = "capable-members", who = { capacity = { adult = 18, own_labor = 16 } } } }"#,
        r#"{ threshold = { count = "present", at_least = "2/3", of = "capable-members", who = { age = { min = 30 } } } }"#,
        true,
        true,
    ),
];

#[test]
fn every_kind_of_rule_is_compared_by_what_it_means() {
    let source = "source = { instrument = \"X\", confidence = \"verified\" }\nmodality = \"must\"";
    for (applies_to, judged_on, high, low, loosens, tightens) in KINDS {
        let text = format!(
            "[[instrument]]\nkey = \"X\"\ntitle = {{ zh = \"某\", en = \"some\" }}\n\
             [[provision]]\nid = \"organization.some\"\ntitle = {{ zh = \"某\", en = \"some\" }}\n\
             applies_to = {{ {applies_to} }}\njudged_on = \"{judged_on}\"\n\
             [[provision.edition]]\nin_force = {{ from = \"2020-01-01\" }}\nlevel = \"national-law\"\nlower = \"nothing\"\n{source}\nnorm = {high}\n\
             [[provision.edition]]\nin_force = {{ from = \"2021-01-01\" }}\nlevel = \"town\"\n{source}\nnorm = {low}\n"
        );
        let rules = Rulebook::from_toml(&[("x.toml", &text)]).unwrap_or_else(|errors| panic!("{errors}"));
        let comparison = rules.compare();
        let [pair] = comparison.pairs.as_slice() else { panic!("{low}") };
        let found = |outcome: &Outcome| matches!(outcome, Outcome::Found(_));
        for finding in comparison.findings() {
            confirm(&comparison, &finding);
        }
        assert_eq!((found(&pair.loosened), found(&pair.tightened)), (*loosens, *tightens), "{high} {low}");
        for outcome in [&pair.loosened, &pair.tightened] {
            assert!(!matches!(outcome, Outcome::NoneFound { candidates } if *candidates < 2), "{low}: {outcome:?}");
        }
    }
}

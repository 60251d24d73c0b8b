//! Generated towns: a review finds exactly what was planted, nothing missed and nothing invented.
#![cfg(feature = "testkit")]
#![expect(clippy::panic, clippy::expect_used, clippy::arithmetic_side_effects, reason = "a test")]

use grassroots::facts::Register;
use grassroots::review::Review;
use grassroots::rulebook::{Profile, Rulebook};
use grassroots::testkit::{PARAMETERS, Plan, Shows, Town, edits};
use grassroots::vocab::parse_day;
use std::collections::{BTreeMap, BTreeSet};

/// Seeds of the small towns.
const SEEDS: u64 = 24;

fn rules() -> Rulebook {
    let builtin = Rulebook::builtin().unwrap_or_else(|errors| panic!("{errors}"));
    let town = builtin.with(&Profile::jiujiang().expect("built in")).unwrap_or_else(|errors| panic!("{errors}"));
    town.with(&Profile::toml(PARAMETERS).expect("well formed")).unwrap_or_else(|errors| panic!("{errors}"))
}

fn register(town: &Town) -> Register {
    let loaded = Register::build(town.facts.clone());
    assert!(loaded.problems().is_empty(), "{:?}", loaded.problems());
    loaded.register
}

/// What a review finds: provision, subject, what is possible.
fn found(review: &Review<'_>) -> Vec<(String, String, String)> {
    let mut found: Vec<_> = review
        .findings()
        .iter()
        .map(|finding| {
            let provision = review.provision(finding).map_or(String::new(), |provision| provision.id.to_string());
            (provision, finding.subject.key(review.register()), finding.possible.to_string())
        })
        .collect();
    found.sort();
    found
}

/// Where a review and the expectation differ, one line each.
fn differences(rules: &Rulebook, town: &Town) -> Vec<String> {
    let register = register(town);
    let review = rules.review(&register, town.day).expect("a day of the calendar");
    let mut open: BTreeMap<(String, String, String), (i64, &str)> = BTreeMap::new();
    for one in &town.expected {
        let key = (one.provision.to_owned(), one.subject.clone(), one.possible.to_string());
        open.entry(key).or_insert((0, one.rule)).0 += 1;
    }
    for key in found(&review) {
        open.entry(key).or_insert((0, "nothing planted")).0 -= 1;
    }
    open.into_iter()
        .filter(|(_, (count, _))| *count != 0)
        .map(|((provision, subject, possible), (count, rule))| {
            let what = if 0 < count { "missed" } else { "invented" };
            format!("{what} ({rule}): {provision} about {subject}: {possible}")
        })
        .collect()
}

#[test]
fn a_clean_town_has_no_finding_and_no_open_answer() {
    let rules = rules();
    for day in ["2026-02-01", "2026-03-01", "2026-06-30", "2026-12-31"] {
        let town = Plan::small(7).with_faults(0).on(parse_day(day).expect("a day")).town();
        assert!(town.expected.is_empty());
        let differences = differences(&rules, &town);
        assert!(differences.is_empty(), "{day}\n{}", differences.join("\n"));
    }
    let mut plan = Plan::small(8).with_faults(0);
    (plan.cooperatives, plan.villages, plan.communities) = (12, 3, 2);
    let town = plan.town();
    let register = register(&town);
    let review = rules.review(&register, town.day).expect("a day of the calendar");
    let mut asked = BTreeMap::new();
    for provision in rules.provisions() {
        for subject in review.subjects(&provision.id) {
            let answer = review.ask(&provision.id, &subject).expect("a provision of the rules");
            for line in &answer.lines {
                let key = subject.key(&register);
                assert!(
                    line.possible.is_settled(),
                    "{} about {key}: {} {:?}",
                    provision.id,
                    line.possible,
                    line.missing
                );
            }
            *asked.entry(provision.id.to_string()).or_insert(0_u32) += 1;
        }
        assert!(asked.contains_key(&provision.id.to_string()), "{} is asked of nobody", provision.id);
    }
}

#[test]
fn small_towns_are_found_out_exactly() {
    let rules = rules();
    let mut occurred: BTreeMap<&str, usize> = edits().iter().map(|edit| (edit.name, 0)).collect();
    let mut failures = Vec::new();
    for seed in 0..SEEDS {
        let town = Plan::small(seed).town();
        for name in &town.planted {
            *occurred.entry(name).or_default() += 1;
        }
        failures.extend(differences(&rules, &town).into_iter().map(|line| format!("seed {seed}: {line}")));
    }
    for edit in edits() {
        let mark = match edit.shows {
            Shows::Breach => "breach",
            Shows::NearMiss => "near miss",
            Shows::Removed => "removed",
            other => panic!("{other:?} has no name here"),
        };
        println!("{:>3} × {} · {mark} · {}", occurred.get(edit.name).copied().unwrap_or(0), edit.provision, edit.name);
    }
    assert!(failures.is_empty(), "{} differences\n{}", failures.len(), failures.join("\n"));
    let rare: Vec<_> = occurred.iter().filter(|(_, count)| **count < 20).collect();
    assert!(rare.is_empty(), "{rare:?}");
}

#[test]
fn the_whole_town_is_found_out_exactly() {
    let rules = rules();
    let town = Plan::jiujiang(2026).town();
    let differences = differences(&rules, &town);
    println!("{} persons, {} rows, {} edits", town.facts.persons.len(), town.facts.len(), town.planted.len());
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert_eq!(
        town.facts
            .units
            .iter()
            .filter(|unit| unit.id.as_str().contains("-J") && !unit.id.as_str().ends_with("-B"))
            .count(),
        245
    );
}

#[test]
fn other_days_of_the_year_are_found_out_exactly() {
    let rules = rules();
    for day in ["2026-02-01", "2026-04-01", "2026-07-14", "2026-12-31"] {
        let town = Plan::small(99).on(parse_day(day).expect("a day")).town();
        let differences = differences(&rules, &town);
        assert!(differences.is_empty(), "{day}\n{}", differences.join("\n"));
    }
}

#[test]
fn every_provision_is_planted_on_both_sides_and_with_a_fact_missing() {
    let rules = rules();
    let all = edits();
    let of: BTreeSet<(&str, Shows)> = all.iter().map(|edit| (edit.provision, edit.shows)).collect();
    // Nobody can plant a provision that was out of force before the first day of a generated town.
    let first = parse_day("2026-02-01").expect("a day");
    let stands = |until: Option<chrono::NaiveDate>| until.is_none_or(|until| first < until);
    for provision in rules.provisions().filter(|one| one.editions.iter().any(|edition| stands(edition.until))) {
        for shows in [Shows::Breach, Shows::NearMiss, Shows::Removed] {
            assert!(of.contains(&(provision.id.as_str(), shows)), "{}: no {shows:?}", provision.id);
        }
    }
    let known: BTreeSet<&str> = rules.provisions().map(|provision| provision.id.as_str()).collect();
    assert!(all.iter().all(|edit| known.contains(edit.provision)), "an edit is aimed at no provision");
}

#[test]
fn the_same_plan_gives_the_same_town_and_another_seed_another() {
    let plan = Plan::small(5);
    assert_eq!(plan.town(), plan.town());
    assert_ne!(plan.town().facts, Plan::small(6).town().facts);
}

#[test]
fn a_town_has_about_the_size_asked_for() {
    let persons = Plan::of_size(1, 20_000).town().facts.persons.len();
    assert!((15_000..25_000).contains(&persons), "{persons}");
}

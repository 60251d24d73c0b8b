//! Loading, review, one answer, one eligibility and their timelines under the built-in law and the profile of Jiujiang,
//! over the data of workload W.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a bench works on data of its own making"
)]

#[path = "w/timing.rs"]
mod timing;
#[expect(dead_code, reason = "the rules of W written by hand use the rest of it")]
mod w;

use chrono::{Months, NaiveDate};
use grassroots::facts::{Facts, Register};
use grassroots::review::{Answer, Eligibility, Review};
use grassroots::rulebook::{Profile, Rulebook};
use serde::de::IgnoredAny;
use std::hint::black_box;
use std::sync::OnceLock;
use timing::{in_turn, is_timing, measured, timed, wants_tables};
use w::{Data, Random, today};

/// Persons, and how many data sets take turns.
const SIZES: &[(usize, u64)] = &[(1_000, 4), (10_000, 3), (100_000, 2)];
/// Sizes of a smoke run, and the one too large for everything but the table.
const SMOKE: &[(usize, u64)] = &[(1_000, 1), (10_000, 1)];
const LARGE: &[(usize, u64)] = &[(1_000_000, 1)];
/// Answers, eligibilities or timelines asked for in one go.
const QUESTIONS: usize = 64;
/// How far a timeline reaches.
const YEARS: u32 = 50;

/// One data set, as JSON and loaded.
struct Set {
    json: String,
    register: Register,
}

impl Set {
    fn new(persons: usize, seed: u64) -> Self {
        let json = serde_json::to_string(&Data::new(persons, seed).facts()).unwrap();
        let register = from_json(&json);
        Self { json, register }
    }
}

fn parsed(json: &str) -> Facts {
    Facts::from_json(json.as_bytes()).unwrap()
}

fn from_json(json: &str) -> Register {
    let loaded = Register::build(parsed(json));
    assert!(loaded.problems().is_empty(), "{:?}", loaded.problems().first());
    loaded.register
}

fn skipped(json: &str) {
    let IgnoredAny = serde_json::from_str(json).unwrap();
}

fn tree(json: &str) -> serde_json::Value {
    serde_json::from_str(json).unwrap()
}

fn rules() -> &'static Rulebook {
    static RULES: OnceLock<Rulebook> = OnceLock::new();
    RULES.get_or_init(|| {
        let law = Rulebook::builtin().unwrap_or_else(|errors| panic!("{errors}"));
        let town = Profile::jiujiang().unwrap_or_else(|errors| panic!("{errors}"));
        law.with(&town).unwrap_or_else(|errors| panic!("{errors}"))
    })
}

fn review(register: &Register) -> Review<'_> {
    rules().review(register, today()).unwrap()
}

/// Answers of findings spread over all of them.
fn answers<'a>(review: &Review<'a>) -> Vec<Answer<'a>> {
    let findings = review.findings();
    let step = findings.len().div_ceil(QUESTIONS).max(1);
    findings.iter().step_by(step).map(|finding| review.answer(finding)).collect()
}

/// Persons drawn at random for posts drawn at random.
fn eligibilities<'a>(review: &Review<'a>, questions: &[(String, String)]) -> Vec<Eligibility<'a>> {
    questions.iter().map(|(person, post)| review.eligibility(person, post).unwrap()).collect()
}

fn questions(register: &Register) -> Vec<(String, String)> {
    let mut random = Random::new(11);
    let question = |at: usize| {
        let person = w::person_id(random.below(register.persons().len() as u32));
        let unit = w::unit_id(random.below(register.units().len() as u32));
        (person.as_str().to_owned(), format!("{}/{}", unit.as_str(), w::POSTS[at % w::POSTS.len()].kind()))
    };
    (0..QUESTIONS).map(question).collect()
}

/// The years before and after the day of the review.
fn half_a_century() -> (NaiveDate, NaiveDate) {
    let half = Months::new(YEARS * 12 / 2);
    (today() - half, today() + half)
}

fn timelines(review: &Review<'_>, answers: &[Answer<'_>]) -> usize {
    let (from, until) = half_a_century();
    answers.iter().map(|answer| black_box(review.timeline(answer, from, until)).evaluations).sum()
}

fn eligibility_timelines(review: &Review<'_>, all: &[Eligibility<'_>]) -> usize {
    let (from, until) = half_a_century();
    all.iter().map(|one| black_box(review.eligibility_timeline(one, from, until)).evaluations).sum()
}

fn tables(sizes: &[(usize, u64)]) {
    let (mut loading, mut reviewing) = (Vec::new(), Vec::new());
    for &(persons, count) in sizes {
        let mut add = |sets: &[Set]| {
            loading.push(load_row(persons, sets));
            reviewing.push(review_row(persons, sets));
        };
        if persons < 1_000_000 {
            add(sets(persons));
        } else {
            add(&(0..count).map(|seed| Set::new(persons, seed)).collect::<Vec<Set>>());
        }
    }
    println!("loading: medians within this run, ratios also by the fastest runs");
    println!(
        "{:>8} {:>6} {:>9} {:>9} {:>9} {:>9} {:>11} {:>17} {:>17}",
        "persons",
        "MB",
        "skip ms",
        "tree ms",
        "rows ms",
        "build ms",
        "register ms",
        "register to skip",
        "register to tree"
    );
    for row in &loading {
        println!("{row}");
    }
    println!("built-in law and Jiujiang: medians within this run; timelines of {YEARS} years");
    println!(
        "{:>8} {:>8} {:>9} {:>10} {:>9} {:>10} {:>11} {:>12} {:>11} {:>12}",
        "persons",
        "checks",
        "findings",
        "review ms",
        "ns/check",
        "answer ns",
        "timeline ns",
        "ns/evaluated",
        "eligible ns",
        "timeline ns"
    );
    for row in &reviewing {
        println!("{row}");
    }
}

/// Parsing into nothing, into a tree and into rows; rows into a register; JSON into a register.
fn load_row(persons: usize, sets: &[Set]) -> String {
    let runs = (1_000_000 / persons).clamp(1, 15);
    let skip = measured(sets, runs, |set| timed(|| skipped(&set.json)));
    // A tree of the largest size takes more memory than the register.
    let tree = (persons < 1_000_000).then(|| measured(sets, runs, |set| timed(|| tree(&set.json))));
    let rows = measured(sets, runs, |set| timed(|| parsed(&set.json)));
    let build = measured(sets, runs, |set| {
        let facts = parsed(&set.json);
        timed(|| Register::build(facts))
    });
    let load = measured(sets, runs, |set| timed(|| from_json(&set.json)));
    format!(
        "{persons:>8} {:>6.1} {:>9.2} {:>9.2} {:>9.2} {:>9.2} {:>11.2} {:>17} {:>17}",
        sets[0].json.len() as f64 / 1e6,
        skip.median * 1e3,
        tree.map_or(f64::NAN, |tree| tree.median * 1e3),
        rows.median * 1e3,
        build.median * 1e3,
        load.median * 1e3,
        load.over(skip),
        tree.map_or_else(String::new, |tree| load.over(tree)),
    )
}

fn review_row(persons: usize, sets: &[Set]) -> String {
    let runs = (2_000_000 / persons).clamp(3, 60);
    let full = measured(sets, runs, |set| timed(|| review(&set.register)));
    let review = review(&sets[0].register);
    let checks: usize = review.tallies().map(|(_, tally)| tally.subjects).sum();
    let told = answers(&review);
    let answer = measured(&[()], 30, |()| timed(|| answers(&review)));
    let evaluated = timelines(&review, &told);
    let timeline = measured(&[()], 30, |()| timed(|| timelines(&review, &told)));
    let questions = questions(review.register());
    let eligible = measured(&[()], 30, |()| timed(|| eligibilities(&review, &questions)));
    let some = eligibilities(&review, &questions);
    let long = measured(&[()], 7, |()| timed(|| eligibility_timelines(&review, &some)));
    format!(
        "{persons:>8} {checks:>8} {:>9} {:>10.3} {:>9.1} {:>10.0} {:>11.0} {:>12.1} {:>11.0} {:>12.0}",
        review.findings().len(),
        full.median * 1e3,
        full.each(checks) * 1e9,
        answer.each(told.len()) * 1e9,
        timeline.each(told.len()) * 1e9,
        timeline.each(evaluated) * 1e9,
        eligible.each(QUESTIONS) * 1e9,
        long.each(QUESTIONS) * 1e9,
    )
}

fn sets(persons: usize) -> &'static [Set] {
    static SETS: [OnceLock<Vec<Set>>; 3] = [const { OnceLock::new() }; 3];
    let at = SIZES.iter().position(|size| size.0 == persons).unwrap();
    let count = sizes().iter().find(|size| size.0 == persons).map_or(1, |size| size.1);
    SETS[at].get_or_init(|| (0..count).map(|seed| Set::new(persons, seed)).collect())
}

fn sizes() -> &'static [(usize, u64)] {
    if is_timing() { SIZES } else { SMOKE }
}

fn persons() -> impl Iterator<Item = usize> {
    sizes().iter().map(|size| size.0)
}

fn main() {
    if wants_tables() {
        tables(&[SIZES, LARGE].concat());
    }
    divan::main();
}

#[divan::bench(args = persons())]
fn parse_alone(bencher: divan::Bencher<'_, '_>, persons: usize) {
    let next = in_turn(sets(persons));
    bencher.with_inputs(next).bench_local_values(|set| skipped(&set.json));
}

#[divan::bench(args = persons())]
fn parse_to_tree(bencher: divan::Bencher<'_, '_>, persons: usize) {
    let next = in_turn(sets(persons));
    bencher.with_inputs(next).bench_local_values(|set| {
        let tree = tree(&set.json);
        assert_eq!(tree["persons"].as_array().unwrap().len(), persons);
        tree
    });
}

#[divan::bench(args = persons())]
fn load_json(bencher: divan::Bencher<'_, '_>, persons: usize) {
    let next = in_turn(sets(persons));
    bencher.with_inputs(next).bench_local_values(|set| {
        let register = from_json(&set.json);
        assert_eq!(register.persons().len(), persons);
        register
    });
}

#[divan::bench(args = persons())]
fn review_built_in_law(bencher: divan::Bencher<'_, '_>, persons: usize) {
    let next = in_turn(sets(persons));
    bencher.with_inputs(next).bench_local_values(|set| {
        let review = review(&set.register);
        assert!(!review.findings().is_empty());
        review
    });
}

#[divan::bench(args = persons())]
fn one_answer(bencher: divan::Bencher<'_, '_>, persons: usize) {
    let review = review(&sets(persons)[0].register);
    let mut findings = review.findings().iter().cycle();
    bencher.with_inputs(|| *findings.next().unwrap()).bench_local_values(|finding| {
        let answer = review.answer(&finding);
        assert!(!answer.lines.is_empty());
        answer
    });
}

#[divan::bench(args = persons())]
fn one_eligibility(bencher: divan::Bencher<'_, '_>, persons: usize) {
    let review = review(&sets(persons)[0].register);
    let questions = questions(review.register());
    let mut next = questions.iter().cycle();
    bencher.with_inputs(|| next.next().unwrap()).bench_local_values(|(person, post)| {
        let eligibility = review.eligibility(person, post).unwrap();
        assert_eq!(eligibility.day, review.day());
        eligibility
    });
}

#[divan::bench(args = persons())]
fn timeline_of_an_answer_50_years(bencher: divan::Bencher<'_, '_>, persons: usize) {
    let review = review(&sets(persons)[0].register);
    let answers = answers(&review);
    let (from, until) = half_a_century();
    let mut next = answers.iter().cycle();
    bencher.with_inputs(|| next.next().unwrap()).bench_local_values(|answer| {
        let timeline = review.timeline(answer, from, until);
        assert_eq!(timeline.stretches.last().map(|last| last.until), Some(until));
        timeline
    });
}

#[divan::bench(args = persons(), sample_count = 10)]
fn timeline_of_an_eligibility_50_years(bencher: divan::Bencher<'_, '_>, persons: usize) {
    let review = review(&sets(persons)[0].register);
    let all = eligibilities(&review, &questions(review.register()));
    let (from, until) = half_a_century();
    let mut next = all.iter().cycle();
    bencher.with_inputs(|| next.next().unwrap()).bench_local_values(|one| {
        let timeline = review.eligibility_timeline(one, from, until);
        assert_eq!(timeline.stretches.last().map(|last| last.until), Some(until));
        timeline
    });
}

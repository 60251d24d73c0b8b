//! Workload W: the twelve rules of `workload.toml` through the library, beside the same rules written out by hand, over
//! the same data in the same run. Both must give equal findings before anything is timed.
//!
//! Where W had to be adapted, on both sides alike:
//! - R01–R06 are asked of assignments active on the day: the library asks a rule about holders of those who hold.
//! - R07–R09 are asked once for each two persons (and unit), not for each two assignments.
//! - A criminal record counts in R05 as the worst sanction, with the day of its decision.
//! - The counts of R10–R12 are not part of a finding of the library; they stand in the derivation.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a bench works on data of its own making"
)]

#[path = "w/hand.rs"]
mod hand;
#[path = "w/timing.rs"]
mod timing;
mod w;

use chrono::{Datelike, NaiveDate};
use grassroots::check::Subject;
use grassroots::facts::{Facts, Register};
use grassroots::review::{Finding, Review};
use grassroots::rulebook::Rulebook;
use grassroots::vocab::Verdict;
use hand::{Dense, Sink};
use std::hint::black_box;
use std::sync::OnceLock;
use timing::{in_turn, is_timing, measured, timed, wants_tables};
use w::{Data, today};

/// Persons, and how many data sets take turns, so that no branch predictor learns one.
const SIZES: &[(usize, u64)] = &[(1_000, 8), (10_000, 4), (100_000, 3)];
/// Sizes of a smoke run, and the one too large for everything but the table.
const SMOKE: &[(usize, u64)] = &[(1_000, 2), (10_000, 1)];
const LARGE: &[(usize, u64)] = &[(1_000_000, 1)];
/// Findings whose derivations are asked for in one go.
const ANSWERS: usize = 256;

/// One data set, loaded on both sides.
struct Set {
    facts: Facts,
    register: Register,
    dense: Dense,
}

impl Set {
    fn new(persons: usize, seed: u64) -> Self {
        let data = Data::new(persons, seed);
        let facts = data.facts();
        let loaded = Register::build(facts.clone());
        assert!(loaded.problems().is_empty(), "{:?}", loaded.problems().first());
        let set = Self { facts, register: loaded.register, dense: Dense::new(&data) };
        assert_equal_findings(&set);
        set
    }
}

fn rules() -> &'static Rulebook {
    static RULES: OnceLock<Rulebook> = OnceLock::new();
    RULES.get_or_init(|| {
        let files = [("workload.toml", include_str!("workload.toml"))];
        Rulebook::from_toml(&files).unwrap_or_else(|errors| panic!("{errors}"))
    })
}

fn review(register: &Register) -> Review<'_> {
    rules().review(register, today()).unwrap()
}

/// A finding as both sides can say it: rule, verdict, subject, and the start of an assignment.
type Said = (u8, bool, [u32; 3], i32);

fn said_by_library(review: &Review<'_>, finding: &Finding) -> Said {
    let id = review.provision(finding).unwrap().id.as_str();
    let rule: u8 = id.trim_start_matches("organization.w-r").parse().unwrap();
    let number = |position: usize| position as u32;
    let (subject, start) = match finding.subject {
        Subject::Seat(seat) => {
            let post = number(w::POSTS.iter().position(|post| post.kind() == seat.post).unwrap());
            let start = packed(seat.span.from.unwrap().exact().unwrap());
            ([number(seat.person.position()), number(seat.unit.position()), post], start)
        }
        // R09 reaches over all units.
        Subject::Pair(a, b) if rule == 9 => ([number(a.person.position()), number(b.person.position()), 0], 0),
        Subject::Pair(a, b) => {
            ([number(a.unit.position()), number(a.person.position()), number(b.person.position())], 0)
        }
        Subject::Person(person) => ([number(person.position()), 0, 0], 0),
        Subject::Unit(unit) => ([number(unit.position()), 0, 0], 0),
        _ => unreachable!("W has no such subject"),
    };
    (rule, finding.possible.verdict() == Verdict::Undetermined, subject, start)
}

fn said_by_hand(dense: &Dense, finding: &hand::Finding) -> Said {
    let (subject, start) = match finding.rule {
        1..=6 => {
            let held = dense.held[finding.subject as usize];
            ([held.person, held.unit, held.post as u32], held.start)
        }
        7 | 8 => ([finding.subject, finding.one, finding.other], 0),
        9 => ([finding.subject, finding.other, 0], 0),
        _ => ([finding.subject, 0, 0], 0),
    };
    (finding.rule, finding.verdict == hand::Verdict::Undetermined, subject, start)
}

fn packed(day: NaiveDate) -> i32 {
    debug_assert!(1900 <= day.year());
    w::packed(day)
}

fn assert_equal_findings(set: &Set) {
    let review = review(&set.register);
    let mut library: Vec<Said> = review.findings().iter().map(|finding| said_by_library(&review, finding)).collect();
    let mut sink = Sink::default();
    let mut by_hand: Vec<Said> =
        set.dense.review(&mut sink).iter().map(|finding| said_by_hand(&set.dense, finding)).collect();
    library.sort_unstable();
    by_hand.sort_unstable();
    for rule in 1..=12 {
        let of = |said: &[Said]| said.iter().filter(|said| said.0 == rule).copied().collect::<Vec<Said>>();
        let (library, by_hand) = (of(&library), of(&by_hand));
        let only = |one: &[Said], other: &[Said]| one.iter().find(|said| !other.contains(said)).copied();
        assert!(
            library == by_hand,
            "R{rule:02}: {} by the library, {} by hand; only one of them says {:?}",
            library.len(),
            by_hand.len(),
            only(&library, &by_hand).or(only(&by_hand, &library)),
        );
        assert!(!by_hand.is_empty() || set.dense.held.len() < 5_000, "R{rule:02} finds nothing, and so proves nothing");
    }
}

/// Checks evaluated by a review: subjects over all rules.
fn checks(review: &Review<'_>) -> usize {
    review.tallies().map(|(_, tally)| tally.subjects).sum()
}

/// The derivations of findings spread over all of them.
fn answers(review: &Review<'_>) -> usize {
    let findings = review.findings();
    let step = findings.len().div_ceil(ANSWERS).max(1);
    findings.iter().step_by(step).map(|finding| black_box(review.answer(finding)).lines.len()).sum()
}

fn table(sizes: &[(usize, u64)]) {
    println!("W: equal findings on both sides; medians within this run, ratios also by the fastest runs");
    println!(
        "{:>8} {:>7} {:>8} {:>9} {:>9} {:>10} {:>9} {:>10} {:>10} {:>11} {:>18}",
        "persons",
        "checks",
        "findings",
        "load ms",
        "ns/person",
        "review ms",
        "ns/check",
        "answer ns",
        "hand us",
        "ns/check",
        "review to hand"
    );
    for &(persons, count) in sizes {
        if persons < 1_000_000 {
            row(persons, sets(persons));
        } else {
            row(persons, &(0..count).map(|seed| Set::new(persons, seed)).collect::<Vec<Set>>());
        }
    }
}

fn row(persons: usize, sets: &[Set]) {
    let first = review(&sets[0].register);
    let (checks, findings) = (checks(&first), first.findings().len());
    let told = findings.div_ceil(findings.div_ceil(ANSWERS).max(1));
    drop(first);
    let runs = (3_000_000 / persons).clamp(5, 60);
    let load = measured(sets, runs.min(9), |set| {
        let facts = set.facts.clone();
        timed(|| Register::build(facts))
    });
    let full = measured(sets, runs, |set| timed(|| review(&set.register)));
    let answer = measured(sets, runs, |set| {
        let review = review(&set.register);
        timed(|| answers(&review))
    });
    let mut sink = Sink::default();
    let hand = measured(sets, runs * 10, |set| timed(|| set.dense.review(&mut sink).len()));
    println!(
        "{persons:>8} {checks:>7} {findings:>8} {:>9.2} {:>9.0} {:>10.3} {:>9.1} {:>10.0} {:>10.2} {:>11.2} {:>18}",
        load.median * 1e3,
        load.each(persons) * 1e9,
        full.median * 1e3,
        full.each(checks) * 1e9,
        answer.each(told) * 1e9,
        hand.median * 1e6,
        hand.each(checks) * 1e9,
        full.over(hand),
    );
}

/// The data sets of a size, made once.
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
    // Making a data set asserts that both sides find the same in it.
    for persons in persons() {
        sets(persons);
    }
    if wants_tables() {
        table(&[SIZES, LARGE].concat());
    }
    divan::main();
}

#[divan::bench(args = persons())]
fn load(bencher: divan::Bencher<'_, '_>, persons: usize) {
    let mut next = in_turn(sets(persons));
    bencher.with_inputs(|| next().facts.clone()).bench_local_values(|facts| {
        let loaded = Register::build(facts);
        assert_eq!(loaded.register.persons().len(), persons);
        loaded
    });
}

#[divan::bench(args = persons())]
fn review_all_rules(bencher: divan::Bencher<'_, '_>, persons: usize) {
    let next = in_turn(sets(persons));
    bencher.with_inputs(next).bench_local_values(|set| {
        let review = review(&set.register);
        assert!(!review.findings().is_empty());
        review
    });
}

#[divan::bench(args = persons())]
fn review_all_rules_by_hand(bencher: divan::Bencher<'_, '_>, persons: usize) {
    let next = in_turn(sets(persons));
    let mut sink = Sink::default();
    bencher.with_inputs(next).bench_local_values(|set| {
        let findings = set.dense.review(&mut sink).len();
        assert_ne!(findings, 0);
        findings
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

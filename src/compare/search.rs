//! 反例 — every candidate register at the edges of two editions is put before both of them; the first that the one calls a
//! breach and the other does not is the counterexample.

use super::around::{around, clause};
use super::counts::counts;
use super::draft::{Cast, Draft, Look, Step, step};
use super::joins::{links, ties};
use super::looks::looks;
use super::marks::{Clauses, Marks, criteria};
use super::times::{acts, of_one, orders, rhythms, spans};
use super::{Counterexample, Direction};
use crate::check::{Check, CountTest, Pair, Subject, Tallied};
use crate::facts::Register;
use crate::review::Alone;
use crate::rulebook::{Provision, Scope, Variant};
use crate::vocab::Verdict;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The most registers tried for one pair of editions.
const CANDIDATES_MAX: usize = 3_000;

/// One side of the comparison.
pub(super) struct Side<'a> {
    pub(super) provision: &'a Provision,
    pub(super) variant: &'a Variant,
    pub(super) alone: Alone,
    /// Other rules above it, where it meets a right of another provision: whom they bar, it does not shut out.
    pub(super) beside: Vec<Alone>,
}

/// What a search is for, and what came of it.
pub(super) struct Search {
    pub(super) candidates: usize,
    pub(super) loosened: Option<Counterexample>,
    pub(super) tightened: Option<Counterexample>,
}

impl Search {
    /// Tries the candidates of two editions until both directions asked for are found.
    pub(super) fn run(
        higher: &Side<'_>,
        lower: &Side<'_>,
        scope: &Scope,
        day: NaiveDate,
        clauses: &Clauses,
        (wants_loosened, wants_tightened): (bool, bool),
    ) -> Self {
        let mut search = Self { candidates: 0, loosened: None, tightened: None };
        let moments = [higher.provision.judged_on, lower.provision.judged_on];
        let mut base = Draft::of(scope, moments, day, cast([higher.variant, lower.variant]));
        for (key, value) in clauses {
            clause(key, value)(&mut base);
        }
        let knobs = knobs([higher.variant, lower.variant], scope, &base, clauses);
        for chosen in choices(&knobs) {
            let mut draft = base.clone();
            for step in &chosen {
                step(&mut draft);
            }
            let horizon = draft.horizon;
            let Some(register) = draft.finish() else { continue };
            search.candidates = search.candidates.saturating_add(1);
            let (loosened, tightened) = parts(higher, lower, &register, horizon);
            let found = |subjects: [Subject; 2], direction: Direction| {
                Counterexample::new(direction, subjects, horizon, register.clone(), [&higher.alone, &lower.alone])
            };
            if let Some(subject) = loosened.filter(|_| wants_loosened && search.loosened.is_none()) {
                search.loosened = found(subject, Direction::Loosened);
            }
            if let Some(subject) = tightened.filter(|_| wants_tightened && search.tightened.is_none()) {
                search.tightened = found(subject, Direction::Tightened);
            }
            if (!wants_loosened || search.loosened.is_some()) && (!wants_tightened || search.tightened.is_some()) {
                break;
            }
        }
        search
    }
}

fn cast(variants: [&Variant; 2]) -> Cast {
    let mut about = false;
    for criterion in variants.into_iter().flat_map(criteria) {
        criterion.walk(&mut |leaf| about |= leaf.asks_person());
    }
    Cast { holder: !variants.iter().any(|variant| is_own_roster(&variant.check)), about }
}

/// Whether a check brings its own persons, so that nobody else need hold a post.
fn is_own_roster(check: &Check) -> bool {
    matches!(check, Check::Pair(Pair::Together { .. }))
        || matches!(check, Check::Count(count) if matches!(count.of, Tallied::Holders { .. }))
}

/// Whether what a person is like matters to persons counted besides the subject.
fn has_crowd(check: &Check) -> bool {
    match check {
        Check::Count(count) => {
            matches!(count.of, Tallied::Holders { .. }) || matches!(count.must, CountTest::Share { who: Some(_), .. })
        }
        Check::Person(_)
        | Check::Pair(_)
        | Check::Lasts(_)
        | Check::Follows(_)
        | Check::Each(_)
        | Check::Act(_)
        | Check::Link(_) => false,
    }
}

fn knobs(variants: [&Variant; 2], scope: &Scope, base: &Draft, clauses: &Clauses) -> Vec<Vec<Step>> {
    let marks = Marks::of(variants, clauses);
    let (day, horizon) = (base.day, base.horizon);
    let checks = variants.map(|variant| &variant.check);
    macro_rules! of {
        ($kind:ident) => {{
            let mut found = Vec::new();
            for check in checks {
                if let Check::$kind(one) = check
                    && !found.contains(&one)
                {
                    found.push(one);
                }
            }
            found
        }};
    }
    let mut all: Vec<Vec<Step>> = Vec::new();
    all.extend(counts(&of!(Count), clauses));
    all.extend(of!(Pair).into_iter().map(ties));
    all.extend(spans(&of!(Lasts), scope, day, clauses));
    all.extend(orders(&of!(Follows), day, clauses));
    all.extend(rhythms(&of!(Each), day, clauses));
    all.extend(acts(&of!(Act)));
    all.extend(links(&of!(Link), day, clauses));
    all.extend(around(&marks, scope, clauses));
    let crowd = checks.into_iter().any(has_crowd);
    for ways in looks(&marks, day, horizon) {
        all.push(ways.iter().map(of_first).collect());
        if crowd {
            // The plainest way of the one side is the last of the other, so that the first candidates tell them apart.
            all.push(ways.iter().rev().map(of_others).collect());
        }
    }
    all.retain(|ways| !ways.is_empty());
    all
}

fn of_first(look: &Look) -> Step {
    let look = Rc::clone(look);
    step(move |draft| draft.first.push(Rc::clone(&look)))
}

fn of_others(look: &Look) -> Step {
    let look = Rc::clone(look);
    step(move |draft| draft.others.push(Rc::clone(&look)))
}

/// Every combination where they are few; else each way of each fact beside the plainest of all others, and then
/// combinations spread evenly over all.
fn choices(knobs: &[Vec<Step>]) -> Vec<Vec<Step>> {
    let total = knobs.iter().fold(1_usize, |total, ways| total.saturating_mul(ways.len()));
    let pick = |mut number: usize| -> Vec<Step> {
        let mut chosen = Vec::with_capacity(knobs.len());
        for ways in knobs {
            let place = number.checked_rem(ways.len()).unwrap_or(0);
            number = number.checked_div(ways.len()).unwrap_or(0);
            chosen.extend(ways.get(place).cloned());
        }
        chosen
    };
    if total <= CANDIDATES_MAX {
        return (0..total).map(pick).collect();
    }
    let mut all: Vec<Vec<Step>> = Vec::new();
    let mut below = 1_usize;
    for ways in knobs {
        for place in 0..ways.len() {
            all.push(pick(below.saturating_mul(place)));
        }
        below = below.saturating_mul(ways.len());
    }
    // A list of very many words is tried as far as it goes.
    all.truncate(CANDIDATES_MAX);
    // A stride without a common divisor takes every way of the facts that vary fastest.
    let mut stride = total.checked_div(CANDIDATES_MAX).unwrap_or(1).max(1);
    while common_divisor(stride, total) != 1 {
        stride = stride.saturating_add(1);
    }
    let mut number = 0_usize;
    while all.len() < CANDIDATES_MAX && number < total {
        all.push(pick(number));
        number = number.saturating_add(stride);
    }
    all
}

fn common_divisor(one: usize, other: usize) -> usize {
    let (mut one, mut other) = (one, other);
    while let Some(rest) = one.checked_rem(other) {
        (one, other) = (other, rest);
    }
    one
}

/// The subjects on which the two part, as the higher and the lower edition are asked of them: one the lower lets pass, and
/// one it refuses, though nothing above it does.
fn parts(
    higher: &Side<'_>,
    lower: &Side<'_>,
    register: &Register,
    day: NaiveDate,
) -> (Option<[Subject; 2]>, Option<[Subject; 2]>) {
    let (upper, under) = (verdicts(&higher.alone, register, day), verdicts(&lower.alone, register, day));
    let (mut loosened, mut tightened) = (None, None);
    for (one, (above, subject)) in &upper {
        let Some((below, other)) = under.get(one) else { continue };
        match (above, below) {
            (Came::Breached, Came::Passed) => loosened = loosened.or(Some([*subject, *other])),
            (Came::Passed, Came::Breached) => {
                let barred = |law: &Alone| {
                    law.subjects(register, day).contains(other) && came(law, other, register, day) == Came::Breached
                };
                let anyway = lower.beside.iter().any(barred);
                tightened = tightened.or((!anyway).then_some([*subject, *other]));
            }
            (Came::Breached | Came::Passed | Came::Silent, _) => {}
        }
    }
    (loosened, tightened)
}

/// How one edition comes out about one subject, over all its periods where it has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Came {
    /// Satisfied or excepted.
    Passed,
    /// Breached.
    Breached,
    /// Not settled, or not spoken of.
    Silent,
}

fn came(alone: &Alone, subject: &Subject, register: &Register, day: NaiveDate) -> Came {
    match alone.possible(subject, register, day).verdict() {
        Verdict::Satisfied | Verdict::Excepted => Came::Passed,
        Verdict::Breached => Came::Breached,
        // Nothing to ask, such as a day not yet come: that passes. What an edition does not speak of is left to others.
        Verdict::NotApplicable if alone.applies(subject, register, day) => Came::Passed,
        Verdict::NotApplicable | Verdict::Undetermined => Came::Silent,
    }
}

fn verdicts(alone: &Alone, register: &Register, day: NaiveDate) -> BTreeMap<Subject, (Came, Subject)> {
    let mut all: BTreeMap<Subject, (Came, Subject)> = BTreeMap::new();
    for subject in alone.subjects(register, day) {
        let here = came(alone, &subject, register, day);
        let known = all.entry(of_one(&subject)).or_insert((here, subject));
        // One period breached is a breach of the whole; one left open leaves it open.
        match (known.0, here) {
            (Came::Passed | Came::Silent, Came::Breached) | (Came::Passed, Came::Silent) => *known = (here, subject),
            (Came::Breached, _) | (_, Came::Passed) | (Came::Silent, Came::Silent) => {}
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::super::implied::Implied;
    use super::*;
    use crate::rulebook::{Profile, Rulebook};
    use crate::vocab::parse_day;

    fn rules() -> Rulebook {
        Rulebook::builtin().unwrap().with(&Profile::jiujiang().unwrap()).unwrap()
    }

    fn side<'a>(provision: &'a Provision, variant: &'a Variant) -> Side<'a> {
        let edition = provision.editions.first().unwrap();
        Side { provision, variant, alone: Alone::new(provision, edition, variant), beside: Vec::new() }
    }

    #[test]
    fn what_is_implied_has_no_counterexample_and_what_is_the_same_is_implied() {
        let (rules, clauses) = (rules(), Clauses::new());
        let day = parse_day("2027-01-01").unwrap();
        for provision in rules.provisions() {
            let variants: Vec<&Variant> = provision.editions.iter().flat_map(|edition| &edition.variants).collect();
            for one in &variants {
                for other in &variants {
                    let implied = Implied(&clauses).whole(one, other);
                    assert!(implied || one.check != other.check || one.unless != other.unless, "{}", provision.id);
                    if implied {
                        let (higher, lower) = (side(provision, other), side(provision, one));
                        let scope = &provision.applies_to;
                        let search = Search::run(&higher, &lower, scope, day, &clauses, (true, false));
                        assert!(search.loosened.is_none(), "{}: {:?} {:?}", provision.id, one.norm, other.norm);
                    }
                }
            }
        }
    }

    /// A built-in edition is both met and missed by some candidate of its own, so that the candidates reach its edge.
    #[test]
    fn the_candidates_lie_on_both_sides_of_the_built_in_editions() {
        let (rules, clauses) = (rules(), Clauses::new());
        let (mut all, mut one_sided) = (0_usize, Vec::new());
        for provision in rules.provisions() {
            for variant in provision.editions.iter().flat_map(|edition| &edition.variants) {
                let side = side(provision, variant);
                let names = format!("{:?}", variant.norm);
                if names.contains("Param(") || names.contains("Charter(") {
                    continue;
                }
                let day = parse_day("2027-01-01").unwrap();
                let scope = &provision.applies_to;
                let base = Draft::of(scope, [provision.judged_on; 2], day, cast([variant; 2]));
                let (mut passed, mut breached) = (false, false);
                for chosen in choices(&knobs([variant; 2], scope, &base, &clauses)) {
                    let mut draft = base.clone();
                    for step in &chosen {
                        step(&mut draft);
                    }
                    let horizon = draft.horizon;
                    let Some(register) = draft.finish() else { continue };
                    for (came, _) in verdicts(&side.alone, &register, horizon).values() {
                        passed |= *came == Came::Passed;
                        breached |= *came == Came::Breached;
                    }
                }
                all += 1;
                if !passed || !breached {
                    one_sided.push(format!("{} passed {passed}, breached {breached}: {names}", provision.id));
                }
            }
        }
        println!("{} of {all} on one side only:\n{}", one_sided.len(), one_sided.join("\n"));
        assert!(one_sided.len() * 10 <= all, "{}", one_sided.join("\n"));
    }

    #[test]
    fn too_many_combinations_are_spread_evenly_and_each_way_is_tried() {
        let ways = |number: usize| (0..number).map(|_| step(|_| {})).collect::<Vec<Step>>();
        let few: Vec<Vec<Step>> = vec![ways(3), ways(4)];
        assert_eq!(choices(&few).len(), 12);
        let many: Vec<Vec<Step>> = vec![ways(40), ways(40), ways(40)];
        let all = choices(&many);
        assert_eq!(all.len(), CANDIDATES_MAX);
        assert!(all.iter().all(|chosen| chosen.len() == 3));
        for (at, knob) in many.iter().enumerate() {
            for way in knob {
                assert!(all.iter().any(|chosen| Rc::ptr_eq(&chosen[at], way)));
            }
        }
    }
}

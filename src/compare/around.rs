//! 人以外的各种情形 — what stands around the subject, at the edges of what two editions name: the unit, its charter, its
//! acts, the way of taking office.

use super::draft::{Draft, Step, U1, before, id, since, step};
use super::marks::{Clauses, Marks};
use crate::facts::{Clause, RegisteredName, UnitNumber, UnitTrait};
use crate::rulebook::Scope;
use crate::vocab::{Base, Basis, Key, MIN_DAY, Rank, TraitKind, UnitId, UnitKind};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A word that no rule names.
const NO_WORD: &str = "none-of-these";

/// The ways of each fact, the plainest first.
pub(super) fn around(marks: &Marks, scope: &Scope, clauses: &Clauses) -> Vec<Vec<Step>> {
    let mut all: Vec<Vec<Step>> = Vec::new();
    for key in marks.clauses.iter().filter(|key| !clauses.contains_key(*key)) {
        all.push(["no", "yes"].into_iter().map(|value| clause(key, value)).collect());
    }
    for (stage, ranks) in &marks.done {
        all.push(done(stage, ranks));
    }
    for kind in &marks.traits {
        all.push([true, false].into_iter().map(|holds| has_trait(*kind, holds)).collect());
    }
    for (base, numbers) in &marks.numbers {
        all.push(near(numbers).into_iter().map(|number| numbered(*base, number)).collect());
    }
    if !marks.names.is_empty() {
        all.push(names(marks));
    }
    if marks.continued {
        all.push([false, true].into_iter().map(continued).collect());
    }
    if !marks.basis.is_empty() {
        all.push(Basis::ALL.iter().map(|basis| based(*basis)).collect());
    }
    if !marks.units.is_empty() {
        let kinds: BTreeSet<UnitKind> = super::scopes::kinds_of(scope).into_iter().collect();
        all.push(kinds.into_iter().map(of_kind).collect());
    }
    let words = |keys: &BTreeSet<Key>| -> Vec<Key> { keys.iter().cloned().chain(id_key(NO_WORD)).collect() };
    if !marks.matters.is_empty() {
        all.push(words(&marks.matters).into_iter().map(matter).collect());
    }
    if !marks.actors.is_empty() {
        all.push(words(&marks.actors).into_iter().map(actor).collect());
    }
    all
}

pub(super) fn id_key(text: &str) -> Option<Key> {
    Key::new(text).ok()
}

/// Each number, one less and one more; every number between where they are few.
pub(super) fn near(numbers: &BTreeSet<u32>) -> Vec<u32> {
    let (Some(&least), Some(&most)) = (numbers.first(), numbers.last()) else { return Vec::new() };
    let (low, high) = (least.saturating_sub(1), most.saturating_add(1));
    if high.saturating_sub(low) <= 32 {
        return (low..=high).collect();
    }
    let edges = numbers.iter().flat_map(|&number| [number.saturating_sub(1), number, number.saturating_add(1)]);
    edges.collect::<BTreeSet<u32>>().into_iter().collect()
}

pub(super) fn clause(key: &Key, value: &str) -> Step {
    let (key, value) = (key.clone(), value.to_owned());
    step(move |draft| {
        if let Some(unit) = id::<UnitId>(U1) {
            draft.facts.clauses.push(Clause::new(unit, key.clone(), value.clone(), since(MIN_DAY)));
        }
    })
}

/// Not done; done by each level named and the one below it.
fn done(stage: &Key, ranks: &BTreeSet<Rank>) -> Vec<Step> {
    let below = |rank: &Rank| Rank::ALL.iter().copied().rfind(|one| one < rank);
    let levels: BTreeSet<Rank> = ranks.iter().copied().chain(ranks.iter().filter_map(below)).collect();
    let mut all: Vec<Step> = vec![step(|_| {})];
    let levels: Vec<Option<Rank>> = if levels.is_empty() { vec![None] } else { levels.into_iter().map(Some).collect() };
    for rank in levels {
        let stage = stage.clone();
        all.push(step(move |draft: &mut Draft| {
            draft.add_act_in("A8", "K8", &stage, before(draft.day));
            if let Some(row) = draft.facts.acts.last_mut() {
                row.rank = rank;
            }
        }));
    }
    all
}

fn has_trait(kind: TraitKind, holds: bool) -> Step {
    step(move |draft| {
        if let Some(unit) = id::<UnitId>(U1) {
            draft.facts.unit_traits.push(UnitTrait::new(unit, kind, holds, since(MIN_DAY)));
        }
    })
}

pub(super) fn numbered(base: Base, number: u32) -> Step {
    step(move |draft| {
        if let Some(unit) = id::<UnitId>(U1) {
            draft.facts.unit_numbers.push(UnitNumber::new(unit, base, number, since(MIN_DAY)));
        }
    })
}

/// A name with every word, each word left out, the place left out.
fn names(marks: &Marks) -> Vec<Step> {
    let words: BTreeSet<&str> = marks.names.iter().flat_map(|named| named.with.iter().map(String::as_str)).collect();
    let mut all: Vec<String> = vec![words.iter().copied().collect(), String::from("-")];
    for left_out in &words {
        all.push(words.iter().copied().filter(|word| word != left_out).collect());
    }
    let named = all.iter().flat_map(|name| [format!("南方{name}"), name.clone()]);
    // Under a certificate that began long ago, and on either side of each day named.
    let days = marks.names.iter().filter_map(|named| named.before).flat_map(|day| [before(day), day]);
    let days: BTreeSet<NaiveDate> = days.chain([MIN_DAY]).collect();
    named
        .flat_map(|name| days.iter().map(move |day| (name.clone(), *day)).collect::<Vec<(String, NaiveDate)>>())
        .map(|(name, from)| {
            step(move |draft: &mut Draft| {
                for row in draft.facts.units.iter_mut().filter(|row| row.kind.is_village()) {
                    row.name = Some("南方村".to_owned());
                }
                if let Some(unit) = id::<UnitId>(U1) {
                    draft.facts.registered_names.push(RegisteredName::new(unit, name.clone(), since(from)));
                }
            })
        })
        .collect()
}

fn continued(held: bool) -> Step {
    step(move |draft| draft.holding(|row| row.continued = Some(held)))
}

fn based(basis: Basis) -> Step {
    step(move |draft| draft.holding(|row| row.basis = Some(basis)))
}

fn of_kind(kind: UnitKind) -> Step {
    step(move |draft| {
        for row in draft.facts.units.iter_mut().filter(|row| row.id.as_str() == U1) {
            row.kind = kind;
        }
    })
}

fn matter(key: Key) -> Step {
    step(move |draft| draft.act(|row| row.matter = Some(key.clone())))
}

pub(super) fn actor(key: Key) -> Step {
    step(move |draft| draft.act(|row| row.actor = Some(key.clone())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_tried_one_less_and_one_more_and_every_one_between_few() {
        let of = |numbers: &[u32]| near(&numbers.iter().copied().collect());
        assert_eq!(of(&[]), [0_u32; 0]);
        assert_eq!(of(&[0]), [0, 1]);
        assert_eq!(of(&[3, 7]), [2, 3, 4, 5, 6, 7, 8]);
        assert_eq!(of(&[3, 245]), [2, 3, 4, 244, 245, 246]);
    }
}

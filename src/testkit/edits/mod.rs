//! 改动 — the table of edits. Each takes an untouched part of a unit and changes it; the findings it causes are written
//! beside it by hand, from the law. Where an edit takes away what several provisions ask for, it names them all.

mod affairs;
mod board;
mod chain;
mod committee;
mod cooperative;
mod cultivation;
mod deliberation;
mod elections;
mod engagement;
mod majorities;
mod membership;
mod officers;
mod organization;
mod party;
mod party_posts;
mod people;
mod representatives;
mod rows;
mod selection;
mod standing;
mod supervision;
mod village;
mod village_supervision;

use super::ground::Pick;
use super::{Expected, Shows};
use crate::facts::Facts;
use crate::vocab::Possible;

/// One kind of edit.
pub(super) struct Edit {
    pub(super) name: &'static str,
    pub(super) of: &'static str,
    pub(super) shows: Shows,
    /// Makes the edit and says what follows; nothing where no untouched part fits.
    apply: Apply,
}

type Apply = fn(&mut Facts, &mut Pick) -> Option<Vec<Found>>;

/// What an edit causes: provision, subject, what is still possible.
type Found = (&'static str, String, Possible);

/// Breached.
const B: Possible = Possible::BREACHED;
/// Satisfied or breached: a fact is missing.
const SB: Possible = Possible::SATISFIED.union(B);
/// Breached, or the provision does not apply.
const BN: Possible = B.union(Possible::NOT_APPLICABLE);
/// Breached or excepted.
const BE: Possible = B.union(Possible::EXCEPTED);
/// Satisfied, breached or not applicable: the text of that day, or whether it applies, is not known.
const SBN: Possible = SB.union(Possible::NOT_APPLICABLE);

/// An edit that breaches.
const fn breach(of: &'static str, name: &'static str, apply: Apply) -> Edit {
    Edit { name, of, shows: Shows::Breach, apply }
}

/// An edit that stays just within the law.
const fn near(of: &'static str, name: &'static str, apply: Apply) -> Edit {
    Edit { name, of, shows: Shows::NearMiss, apply }
}

/// An edit that takes a fact away.
const fn removed(of: &'static str, name: &'static str, apply: Apply) -> Edit {
    Edit { name, of, shows: Shows::Removed, apply }
}

/// Nothing is found.
#[expect(clippy::unnecessary_wraps, reason = "what every edit gives")]
fn nothing() -> Option<Vec<Found>> {
    Some(Vec::new())
}

/// One finding.
#[expect(clippy::unnecessary_wraps, clippy::needless_pass_by_value, reason = "what every edit gives, in few words")]
fn one(of: &'static str, subject: impl ToString, possible: Possible) -> Option<Vec<Found>> {
    Some(vec![(of, subject.to_string(), possible)])
}

const TABLES: &[&[Edit]] = &[
    organization::EDITS,
    chain::EDITS,
    party::EDITS,
    party_posts::EDITS,
    village::EDITS,
    committee::EDITS,
    representatives::EDITS,
    village_supervision::EDITS,
    board::EDITS,
    officers::EDITS,
    selection::EDITS,
    cooperative::EDITS,
    standing::EDITS,
    membership::EDITS,
    majorities::EDITS,
    elections::EDITS,
    people::EDITS,
    engagement::EDITS,
    deliberation::EDITS,
    affairs::EDITS,
    cultivation::EDITS,
    supervision::EDITS,
];

/// Every kind of edit.
pub(super) fn all() -> impl Iterator<Item = &'static Edit> {
    let alike = standing::TABLES.into_iter().flatten().flatten();
    TABLES.iter().copied().flatten().chain(alike)
}

/// How many kinds of edit there are.
pub(super) fn count() -> usize {
    all().count()
}

/// Makes so many edits, every kind in turn; a kind that finds no untouched part is passed over.
pub(super) fn plant(number: usize, facts: &mut Facts, pick: &mut Pick) -> (Vec<Expected>, Vec<&'static str>) {
    let (mut expected, mut planted) = (Vec::new(), Vec::new());
    let mut order: Vec<&'static Edit> = all().collect();
    while planted.len() < number && !order.is_empty() {
        pick.rng.shuffle(&mut order);
        order.retain(|edit| {
            if number <= planted.len() {
                return true;
            }
            let Some(found) = (edit.apply)(facts, pick) else { return false };
            planted.push(edit.name);
            expected.extend(found.into_iter().map(|(provision, subject, possible)| Expected {
                provision,
                subject,
                possible,
                rule: edit.name,
            }));
            true
        });
    }
    expected.sort();
    (expected, planted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_edits_share_a_name() {
        let mut names = BTreeSet::new();
        let twice: Vec<&str> = all().map(|edit| edit.name).filter(|name| !names.insert(*name)).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }

    #[test]
    fn every_provision_has_a_breach_a_near_miss_and_a_fact_taken_away() {
        let of: BTreeSet<&str> = all().map(|edit| edit.of).collect();
        for provision in of {
            for shows in [Shows::Breach, Shows::NearMiss, Shows::Removed] {
                assert!(all().any(|edit| edit.of == provision && edit.shows == shows), "{provision}: {shows:?}");
            }
        }
    }
}

//! 选举 — clean elections: a vote with enough ballots, a first count with a winner, a second with another.

use super::coop::act;
use super::days::ymd;
use super::ground::{Coop, Village};
use super::people::Maker;
use crate::facts::{Act, Count, Facts, Quantity};
use crate::vocab::{Base, BodyKind, CaseId, PersonId, UnitId};
use chrono::NaiveDate;

/// How many there are of a base, and how many vote.
pub(super) const LIST: u32 = 300;
pub(super) const CAST: u32 = 210;

/// Who elects the committee of a village, or of a community, where the ways take turns.
pub(super) fn mode(is_village: bool, facts: &Facts) -> &'static str {
    let communities = facts.bodies.iter().filter(|row| row.kind == BodyKind::ResidentsCommittee).count();
    match (is_village, communities.checked_rem(3)) {
        (false, Some(1)) => "household-representatives",
        (false, Some(2)) => "resident-representatives",
        _ => "registered-voters",
    }
}

/// The base of the turnout of a mode.
pub(super) fn base(is_village: bool, mode: &str) -> Base {
    match (is_village, mode) {
        (true, _) => Base::Registered,
        (false, "household-representatives") => Base::HouseholdReps,
        (false, "resident-representatives") => Base::ResidentReps,
        (false, _) => Base::VotersCommunity,
    }
}

/// What an act of an election counts.
pub(super) fn counts(row: &mut Act, (base, all): (Base, u32), (of, number): (Quantity, u32)) {
    row.counts = vec![Count::of_base(base, all), Count::new(of, number)];
}

/// A by-election of a village or community in the first weeks of 2026.
pub(super) fn village(maker: &mut Maker, village: &Village) {
    let (case, mode) = &village.election;
    let is_village = village.kind == crate::vocab::UnitKind::Village;
    let day = super::days::plus(ymd(2026, 1, 5), maker.rng.between(0, 20));
    let actor = super::days::key(mode);
    act(maker, case, &village.unit, "vote", day, |row| {
        row.actor = Some(actor.clone());
        counts(row, (base(is_village, mode), LIST), (Quantity::Present, CAST));
    });
    for (stage, person, votes) in
        [("count-votes", village.women.first(), 106), ("count-votes-again", village.men.first(), 70)]
    {
        let Some(person) = person else { continue };
        count(maker, (case, &village.unit, mode), stage, day, person, (Base::BallotsCast, CAST, votes));
    }
}

/// The election of a branch committee, under the regulation of 2020.
pub(super) fn branch(maker: &mut Maker, coop: &Coop) {
    let mode = "members-meeting";
    let actor = super::days::key(mode);
    act(maker, &coop.election, &coop.branch, "vote", coop.appointed, |row| {
        row.actor = Some(actor.clone());
        counts(row, (Base::PartyDue, 25), (Quantity::Present, 20));
    });
    if let Some(secretary) = &coop.secretary {
        let of = (&coop.election, &coop.branch, mode);
        count(maker, of, "count-votes", coop.appointed, secretary, (Base::PartyDue, 25, 13));
    }
}

fn count(
    maker: &mut Maker,
    (case, unit, mode): (&CaseId, &UnitId, &str),
    stage: &str,
    day: NaiveDate,
    person: &PersonId,
    (base, all, votes): (Base, u32, u32),
) {
    act(maker, case, unit, stage, day, |row| {
        row.actor = Some(super::days::key(mode));
        row.about = Some(person.clone());
        counts(row, (base, all), (Quantity::Ayes, votes));
    });
}

//! 表决 — attendance and votes of meetings, just on either side of what is needed.

use super::rows::{act, act_of, count};
use super::{B, Edit, SB, breach, near, nothing, one, removed};
use crate::facts::{Facts, Quantity};
use crate::testkit::ground::{Part, Pick};
use crate::vocab::{Base, CaseId, UnitKind};

const ASSEMBLY: &str = "deliberation.assembly-majority";
const DELEGATES: &str = "deliberation.representatives-majority";
const VILLAGE: &str = "deliberation.village-assembly-majority";
const QUORUM: &str = "deliberation.village-representatives-quorum";
const MEETING: &str = "deliberation.village-representatives-majority";
const RESIDENTS: &str = "deliberation.residents-assembly-majority";
const RESIDENTS_QUORUM: &str = "deliberation.residents-representatives-quorum";
const RESIDENTS_MEETING: &str = "deliberation.residents-representatives-majority";

/// The votes and the present of a meeting: which act, of which base.
#[derive(Clone, Copy)]
struct Which {
    part: usize,
    stage: &'static str,
    of: Quantity,
    base: (Base, u32),
}

const EVERYBODY: Which = Which { part: 0, stage: "resolve", of: Quantity::Ayes, base: (Base::Present, 50) };
const THERE: Which = Which { part: 1, stage: "meet", of: Quantity::Present, base: (Base::RepresentativesMeeting, 30) };
const AGREED: Which = Which { part: 2, stage: "resolve", of: Quantity::Ayes, base: (Base::Present, 20) };

fn set(facts: &mut Facts, case: &CaseId, which: Which, number: Option<u32>) -> String {
    match number {
        Some(number) => count(facts, case, which.stage, which.base, Some((which.of, number))),
        None => act(facts, case, which.stage, |row| row.counts.retain(|one| one.base.is_none())),
    }
    act_of(case, which.stage)
}

/// A meeting of a village or of a community, so many counted; the base taken away where none is given.
fn met(facts: &mut Facts, pick: &mut Pick, is_village: bool, which: Which, number: Option<u32>) -> Option<String> {
    let kind = if is_village { UnitKind::Village } else { UnitKind::Community };
    let (village, _) =
        pick.village_part(|village| if village.kind == kind { vec![Part::Meetings(which.part)] } else { Vec::new() })?;
    let case = if which.part == 0 { &village.meetings.0 } else { &village.meetings.1 };
    Some(set(facts, case, which, number))
}

/// The representatives of a cooperative, so many in favor of 24; the votes taken away where none are given, since the
/// roster, which is complete, shows how many there are.
fn delegates(facts: &mut Facts, pick: &mut Pick, number: Option<u32>) -> Option<String> {
    let coop = pick.coop(Part::Delegates)?;
    let which = Which { part: 0, stage: "resolve", of: Quantity::Ayes, base: (Base::AllRepresentatives, 24) };
    if number.is_none() {
        act(facts, &coop.delegates, which.stage, |row| row.counts.retain(|one| one.base.is_some()));
        return Some(act_of(&coop.delegates, which.stage));
    }
    Some(set(facts, &coop.delegates, which, number))
}

/// The assembly of a cooperative, so many of 90 in favor.
fn assembly(facts: &mut Facts, pick: &mut Pick, number: Option<u32>) -> Option<String> {
    let (coop, part) = pick.coop_part(|coop| (0..coop.assemblies.len()).map(Part::Assembly).collect())?;
    let Part::Assembly(number_of) = part else { return None };
    let case = coop.assemblies.get(number_of)?.clone();
    match number {
        Some(number) => count(facts, &case, "resolve", (Base::CapableMembers, 90), Some((Quantity::Ayes, number))),
        None => act(facts, &case, "resolve", |row| row.counts.retain(|one| one.of != Quantity::Ayes)),
    }
    Some(act_of(&case, "resolve"))
}

pub(super) const EDITS: &[Edit] = &[
    // LRCEO 27(3), 28(5): two thirds of all.
    breach(ASSEMBLY, "fifty-nine-of-ninety-members", |facts, pick| one(ASSEMBLY, assembly(facts, pick, Some(59))?, B)),
    near(ASSEMBLY, "sixty-of-ninety-members", |facts, pick| {
        assembly(facts, pick, Some(60))?;
        nothing()
    }),
    removed(ASSEMBLY, "votes-of-the-assembly-not-counted", |facts, pick| {
        one(ASSEMBLY, assembly(facts, pick, None)?, SB)
    }),
    breach(DELEGATES, "fifteen-of-twenty-four-delegates", |facts, pick| {
        one(DELEGATES, delegates(facts, pick, Some(15))?, B)
    }),
    near(DELEGATES, "sixteen-of-twenty-four-delegates", |facts, pick| {
        delegates(facts, pick, Some(16))?;
        nothing()
    }),
    removed(DELEGATES, "votes-of-the-delegates-not-counted", |facts, pick| {
        one(DELEGATES, delegates(facts, pick, None)?, SB)
    }),
    // VCL 26(1), 30(2): more than half of those present; two thirds of the meeting there.
    breach(VILLAGE, "half-of-the-villagers-present", |facts, pick| {
        one(VILLAGE, met(facts, pick, true, EVERYBODY, Some(25))?, B)
    }),
    near(VILLAGE, "one-over-half-of-the-villagers-present", |facts, pick| {
        met(facts, pick, true, EVERYBODY, Some(26))?;
        nothing()
    }),
    removed(VILLAGE, "villagers-present-not-counted", |facts, pick| {
        one(VILLAGE, met(facts, pick, true, EVERYBODY, None)?, SB)
    }),
    breach(QUORUM, "nineteen-of-thirty-at-the-meeting", |facts, pick| {
        one(QUORUM, met(facts, pick, true, THERE, Some(19))?, B)
    }),
    near(QUORUM, "twenty-of-thirty-at-the-meeting", |facts, pick| {
        met(facts, pick, true, THERE, Some(20))?;
        nothing()
    }),
    removed(QUORUM, "present-at-the-meeting-not-counted", |facts, pick| {
        let at = met(facts, pick, true, THERE, Some(20))?;
        for row in facts.acts.iter_mut().filter(|row| row.id.as_str() == at) {
            row.counts.retain(|one| one.base.is_some());
        }
        one(QUORUM, at, SB)
    }),
    breach(MEETING, "half-of-the-meeting-in-favor", |facts, pick| {
        one(MEETING, met(facts, pick, true, AGREED, Some(10))?, B)
    }),
    near(MEETING, "one-over-half-of-the-meeting-in-favor", |facts, pick| {
        met(facts, pick, true, AGREED, Some(11))?;
        nothing()
    }),
    removed(MEETING, "present-at-the-resolution-not-counted", |facts, pick| {
        one(MEETING, met(facts, pick, true, AGREED, None)?, SB)
    }),
    // UCL 27, 29: the same in communities.
    breach(RESIDENTS, "half-of-the-residents-present", |facts, pick| {
        one(RESIDENTS, met(facts, pick, false, EVERYBODY, Some(25))?, B)
    }),
    near(RESIDENTS, "one-over-half-of-the-residents-present", |facts, pick| {
        met(facts, pick, false, EVERYBODY, Some(26))?;
        nothing()
    }),
    removed(RESIDENTS, "residents-present-not-counted", |facts, pick| {
        one(RESIDENTS, met(facts, pick, false, EVERYBODY, None)?, SB)
    }),
    breach(RESIDENTS_QUORUM, "nineteen-of-thirty-at-the-residents-meeting", |facts, pick| {
        one(RESIDENTS_QUORUM, met(facts, pick, false, THERE, Some(19))?, B)
    }),
    near(RESIDENTS_QUORUM, "twenty-of-thirty-at-the-residents-meeting", |facts, pick| {
        met(facts, pick, false, THERE, Some(20))?;
        nothing()
    }),
    removed(RESIDENTS_QUORUM, "present-at-the-residents-meeting-not-counted", |facts, pick| {
        let at = met(facts, pick, false, THERE, Some(20))?;
        for row in facts.acts.iter_mut().filter(|row| row.id.as_str() == at) {
            row.counts.retain(|one| one.base.is_some());
        }
        one(RESIDENTS_QUORUM, at, SB)
    }),
    breach(RESIDENTS_MEETING, "half-of-the-residents-meeting-in-favor", |facts, pick| {
        one(RESIDENTS_MEETING, met(facts, pick, false, AGREED, Some(10))?, B)
    }),
    near(RESIDENTS_MEETING, "one-over-half-of-the-residents-meeting-in-favor", |facts, pick| {
        met(facts, pick, false, AGREED, Some(11))?;
        nothing()
    }),
    removed(RESIDENTS_MEETING, "present-at-the-residents-resolution-not-counted", |facts, pick| {
        one(RESIDENTS_MEETING, met(facts, pick, false, AGREED, None)?, SB)
    }),
];

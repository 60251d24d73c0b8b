//! 选举 — turnout and votes of committees and branches, just on either side of what is needed.

use super::rows::{act, act_of, count};
use super::{B, Edit, SB, breach, near, nothing, one, removed};
use crate::facts::{Facts, Quantity};
use crate::testkit::elections::{CAST, LIST, base};
use crate::testkit::ground::{Part, Pick, Village};
use crate::vocab::{Base, UnitKind};

const VALID: &str = "selection.village-election-validity";
const MAJORITY: &str = "selection.village-election-majority";
const RUN_OFF: &str = "selection.village-run-off";
const BY_VOTERS: &str = "selection.residents-election";
const BY_HOMES: &str = "selection.residents-election-households";
const BY_FEW: &str = "selection.residents-election-representatives";
const RESIDENTS: &str = "selection.residents-majority";
const RESIDENTS_AGAIN: &str = "selection.residents-run-off";
const QUORUM: &str = "selection.party-election-quorum";
const PARTY: &str = "selection.party-election-majority";

/// The acts of an election, by the number of their part.
const STAGES: [&str; 3] = ["vote", "count-votes", "count-votes-again"];

/// An act of an election of a village, or of a community that elects in this way: who, and the act.
fn of(pick: &mut Pick, is_village: bool, mode: Option<&str>, number: usize) -> Option<(Village, &'static str)> {
    let stage = STAGES.get(number).copied()?;
    let (village, _) = pick.village_part(|village| {
        let fits =
            (village.kind == UnitKind::Village) == is_village && mode.is_none_or(|mode| village.election.1 == mode);
        if fits && village.kind != UnitKind::Park { vec![Part::Election(number)] } else { Vec::new() }
    })?;
    Some((village, stage))
}

/// So many counted at an act of an election; none where the number is taken away.
fn counted(
    facts: &mut Facts,
    pick: &mut Pick,
    (is_village, mode): (bool, Option<&str>),
    number: usize,
    votes: Option<u32>,
) -> Option<String> {
    let (village, stage) = of(pick, is_village, mode, number)?;
    let (case, elects) = &village.election;
    let (base, all, quantity) = if number == 0 {
        (base(is_village, elects), LIST, Quantity::Present)
    } else {
        (Base::BallotsCast, CAST, Quantity::Ayes)
    };
    match votes {
        Some(votes) => count(facts, case, stage, (base, all), Some((quantity, votes))),
        None => act(facts, case, stage, |row| row.counts.retain(|one| one.base.is_none())),
    }
    Some(act_of(case, stage))
}

/// The same of a branch.
fn branch(facts: &mut Facts, pick: &mut Pick, number: usize, votes: Option<u32>) -> Option<String> {
    let stage = STAGES.get(number).copied()?;
    let coop = pick.coop_with(Part::Election(number), |coop| coop.leads)?;
    let quantity = if number == 0 { Quantity::Present } else { Quantity::Ayes };
    match votes {
        Some(votes) => count(facts, &coop.election, stage, (Base::PartyDue, 25), Some((quantity, votes))),
        None => act(facts, &coop.election, stage, |row| row.counts.retain(|one| one.base.is_none())),
    }
    Some(act_of(&coop.election, stage))
}

const VILLAGE: (bool, Option<&str>) = (true, None);
const COMMUNITY: (bool, Option<&str>) = (false, None);
const VOTERS: (bool, Option<&str>) = (false, Some("registered-voters"));
const HOMES: (bool, Option<&str>) = (false, Some("household-representatives"));
const FEW: (bool, Option<&str>) = (false, Some("resident-representatives"));

pub(super) const EDITS: &[Edit] = &[
    // VCL 18(2): more than half of the list, more than half of the ballots, a third in the second election.
    breach(VALID, "half-of-the-list-voted", |facts, pick| one(VALID, counted(facts, pick, VILLAGE, 0, Some(150))?, B)),
    near(VALID, "one-over-half-of-the-list-voted", |facts, pick| {
        counted(facts, pick, VILLAGE, 0, Some(151))?;
        nothing()
    }),
    removed(VALID, "the-list-not-counted", |facts, pick| one(VALID, counted(facts, pick, VILLAGE, 0, None)?, SB)),
    breach(MAJORITY, "half-of-the-ballots", |facts, pick| {
        one(MAJORITY, counted(facts, pick, VILLAGE, 1, Some(105))?, B)
    }),
    near(MAJORITY, "one-over-half-of-the-ballots", |facts, pick| {
        counted(facts, pick, VILLAGE, 1, Some(106))?;
        nothing()
    }),
    removed(MAJORITY, "ballots-not-counted", |facts, pick| one(MAJORITY, counted(facts, pick, VILLAGE, 1, None)?, SB)),
    breach(RUN_OFF, "under-a-third-in-the-second-ballot", |facts, pick| {
        one(RUN_OFF, counted(facts, pick, VILLAGE, 2, Some(69))?, B)
    }),
    near(RUN_OFF, "a-third-in-the-second-ballot", |facts, pick| {
        counted(facts, pick, VILLAGE, 2, Some(70))?;
        nothing()
    }),
    removed(RUN_OFF, "second-ballots-not-counted", |facts, pick| {
        one(RUN_OFF, counted(facts, pick, VILLAGE, 2, None)?, SB)
    }),
    // UCL 19(1): by who elects; more than two thirds of representatives.
    breach(BY_VOTERS, "half-of-the-voters", |facts, pick| {
        one(BY_VOTERS, counted(facts, pick, VOTERS, 0, Some(150))?, B)
    }),
    near(BY_VOTERS, "one-over-half-of-the-voters", |facts, pick| {
        counted(facts, pick, VOTERS, 0, Some(151))?;
        nothing()
    }),
    removed(BY_VOTERS, "voters-not-counted", |facts, pick| one(BY_VOTERS, counted(facts, pick, VOTERS, 0, None)?, SB)),
    breach(BY_HOMES, "half-of-the-households", |facts, pick| {
        one(BY_HOMES, counted(facts, pick, HOMES, 0, Some(150))?, B)
    }),
    near(BY_HOMES, "one-over-half-of-the-households", |facts, pick| {
        counted(facts, pick, HOMES, 0, Some(151))?;
        nothing()
    }),
    removed(BY_HOMES, "households-not-counted", |facts, pick| one(BY_HOMES, counted(facts, pick, HOMES, 0, None)?, SB)),
    breach(BY_FEW, "two-thirds-of-the-representatives", |facts, pick| {
        one(BY_FEW, counted(facts, pick, FEW, 0, Some(200))?, B)
    }),
    near(BY_FEW, "one-over-two-thirds-of-the-representatives", |facts, pick| {
        counted(facts, pick, FEW, 0, Some(201))?;
        nothing()
    }),
    removed(BY_FEW, "representatives-not-counted", |facts, pick| one(BY_FEW, counted(facts, pick, FEW, 0, None)?, SB)),
    breach(RESIDENTS, "half-of-the-residents-ballots", |facts, pick| {
        one(RESIDENTS, counted(facts, pick, COMMUNITY, 1, Some(105))?, B)
    }),
    near(RESIDENTS, "one-over-half-of-the-residents-ballots", |facts, pick| {
        counted(facts, pick, COMMUNITY, 1, Some(106))?;
        nothing()
    }),
    removed(RESIDENTS, "residents-ballots-not-counted", |facts, pick| {
        one(RESIDENTS, counted(facts, pick, COMMUNITY, 1, None)?, SB)
    }),
    breach(RESIDENTS_AGAIN, "under-a-third-of-the-residents-ballots", |facts, pick| {
        one(RESIDENTS_AGAIN, counted(facts, pick, COMMUNITY, 2, Some(69))?, B)
    }),
    near(RESIDENTS_AGAIN, "a-third-of-the-residents-ballots", |facts, pick| {
        counted(facts, pick, COMMUNITY, 2, Some(70))?;
        nothing()
    }),
    removed(RESIDENTS_AGAIN, "second-residents-ballots-not-counted", |facts, pick| {
        one(RESIDENTS_AGAIN, counted(facts, pick, COMMUNITY, 2, None)?, SB)
    }),
    // ELECT: four fifths of those due, more than half of them.
    breach(QUORUM, "nineteen-of-twenty-five", |facts, pick| one(QUORUM, branch(facts, pick, 0, Some(19))?, B)),
    near(QUORUM, "twenty-of-twenty-five", |facts, pick| {
        branch(facts, pick, 0, Some(20))?;
        nothing()
    }),
    removed(QUORUM, "those-due-to-elect-not-counted", |facts, pick| one(QUORUM, branch(facts, pick, 0, None)?, SB)),
    breach(PARTY, "twelve-votes-of-twenty-five", |facts, pick| one(PARTY, branch(facts, pick, 1, Some(12))?, B)),
    near(PARTY, "thirteen-votes-of-twenty-five", |facts, pick| {
        branch(facts, pick, 1, Some(13))?;
        nothing()
    }),
    removed(PARTY, "those-due-not-counted-at-the-count", |facts, pick| one(PARTY, branch(facts, pick, 1, None)?, SB)),
];

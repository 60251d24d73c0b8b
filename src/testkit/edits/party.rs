//! 组织优化 — Party organizations: when they stand, how large they are, how long their bodies last.

use super::rows::{act, add_act, body, body_of, clause, holding, open};
use super::{B, BN, Edit, Found, SB, breach, near, nothing, one, removed};
use crate::facts::{Body, Extent, Facts, UnitLink, UnitNumber, UnitTrait};
use crate::testkit::days::{begins, case_id, month_of, on, plus, seen, since, until, year_of, ymd};
use crate::testkit::ground::{Coop, Part, Pick, Village};
use crate::vocab::{Base, BodyKind, LinkKind, List, PostKind, Rank, TraitKind, UnitId, UnitKind};
use chrono::NaiveDate;

const LEAST: &str = "organization.branch-committee-size";
const MOST: &str = "organization.branch-committee-size-normal";
const USUAL: &str = "organization.branch-committee-size-normal-usual";
const DEPUTIES: &str = "organization.branch-deputies";
const TERM: &str = "organization.party-term";
const OTHER: &str = "organization.party-term-other";
const LOCAL: &str = "organization.party-term-local";
const GENERAL_SIZE: &str = "organization.general-branch-size";
const GENERAL_USUAL: &str = "organization.general-branch-size-usual";
const COMMITTEE_SIZE: &str = "organization.party-committee-size";
const THRESHOLD: &str = "organization.branch-threshold";
const OWN: &str = "organization.branch-threshold-local";
const GRID: &str = "organization.branch-coverage-grid";
const JOINT: &str = "organization.joint-branch";
const JOINT_VILLAGE: &str = "organization.joint-branch-village";
const WIDTH: &str = "organization.joint-branch-width";
const CAP: &str = "organization.branch-member-cap";
const GENERAL: &str = "organization.general-branch";
const COMMITTEE: &str = "organization.village-party-committee";
const CONGRESS: &str = "organization.party-delegates-congress";
const EXISTS: &str = "organization.branch-committee-existence";
const SMALL: &str = "organization.branch-committee-existence-small";

/// A cooperative whose branch is its own to edit.
fn branch(pick: &mut Pick) -> Option<Coop> {
    pick.coop_with(Part::Branch, |coop| coop.leads)
}

/// The branch committee of a cooperative with so many seats.
fn seats(facts: &mut Facts, pick: &mut Pick, seats: Option<u32>) -> Option<String> {
    let coop = branch(pick)?;
    body(facts, &coop.seat, BodyKind::BranchCommittee, |row| row.seats = seats);
    Some(body_of(&coop.seat, BodyKind::BranchCommittee))
}

/// The branch of a service center, in whose committee nobody is on record.
fn center(facts: &mut Facts, pick: &mut Pick, change: impl Fn(&mut Body)) -> Option<UnitId> {
    let (village, _) = pick.village_part(|_| vec![Part::Center])?;
    body(facts, &village.center, BodyKind::BranchCommittee, change);
    Some(village.center)
}

fn center_of(facts: &mut Facts, pick: &mut Pick, formed: Option<NaiveDate>) -> Option<String> {
    let center = center(facts, pick, |row| row.formed = formed.map(on))?;
    Some(body_of(&center, BodyKind::BranchCommittee))
}

/// The Party body of a village formed on a day.
fn formed(facts: &mut Facts, pick: &mut Pick, day: Option<NaiveDate>) -> Option<(UnitId, String)> {
    let (village, _) = pick.village_part(|_| vec![Part::PartyTerm])?;
    body(facts, &village.unit, BodyKind::VillageParty, |row| row.formed = day.map(on));
    let subject = body_of(&village.unit, BodyKind::VillageParty);
    Some((village.unit, subject))
}

/// The committee of a cooperative's branch formed on a day.
fn local(facts: &mut Facts, pick: &mut Pick, day: Option<NaiveDate>) -> Option<(Coop, String)> {
    let coop = branch(pick)?;
    body(facts, &coop.seat, BodyKind::BranchCommittee, |row| row.formed = day.map(on));
    let subject = body_of(&coop.seat, BodyKind::BranchCommittee);
    Some((coop, subject))
}

/// An approval of another day for the election of a unit.
fn shifted(facts: &mut Facts, unit: &UnitId) {
    add_act(facts, &case_id(&format!("{unit}-SH")), unit, "approve-shift", ymd(2026, 1, 10), |_| {});
}

/// The Party body of a village with so many seats, in a general branch or in a Party committee.
fn party_seats(facts: &mut Facts, pick: &mut Pick, is_committee: bool, seats: Option<u32>) -> Option<String> {
    let (village, _) =
        pick.village_part(
            |village| {
                if village.is_committee == is_committee { vec![Part::PartySeats] } else { Vec::new() }
            },
        )?;
    body(facts, &village.party_unit, BodyKind::VillageParty, |row| row.seats = seats);
    Some(body_of(&village.party_unit, BodyKind::VillageParty))
}

/// Replaces the recorded numbers of a unit; two of one kind contradict each other.
fn numbers(facts: &mut Facts, unit: &UnitId, of: Base, numbers: &[u32]) {
    facts.unit_numbers.retain(|row| row.unit != *unit || row.of != of);
    let span = since(year_of(ymd(2021, 1, 1)));
    facts.unit_numbers.extend(numbers.iter().map(|&number| UnitNumber::new(unit.clone(), of, number, span)));
}

/// The finding that work needs it, or does not.
fn need(facts: &mut Facts, unit: &UnitId, holds: Option<bool>) {
    facts.unit_traits.retain(|row| row.unit != *unit || row.kind != TraitKind::WorkNeed);
    let span = since(year_of(ymd(2021, 1, 1)));
    facts.unit_traits.extend(holds.map(|holds| UnitTrait::new(unit.clone(), TraitKind::WorkNeed, holds, span)));
}

/// A village with a general branch, or with a Party committee.
fn village(pick: &mut Pick, is_committee: bool) -> Option<Village> {
    let fits = |village: &Village| village.kind == UnitKind::Village && village.is_committee == is_committee;
    pick.village_part(|village| if fits(village) { vec![Part::PartyUnit] } else { Vec::new() })
        .map(|(village, _)| village)
}

/// A village of so many Party members with a general branch.
fn general(facts: &mut Facts, pick: &mut Pick, members: u32, holds: Option<bool>) -> Option<String> {
    let village = village(pick, false)?;
    numbers(facts, &village.unit, Base::AllPartyMembers, &[members]);
    numbers(facts, &village.unit, Base::FullMembers, &[members.saturating_sub(4)]);
    need(facts, &village.unit, holds);
    Some(village.unit.to_string())
}

/// A village of so many Party members with a Party committee approved at a level.
fn committee(facts: &mut Facts, pick: &mut Pick, members: u32, rank: Option<Rank>) -> Option<UnitId> {
    let village = village(pick, true)?;
    numbers(facts, &village.unit, Base::AllPartyMembers, &[members]);
    let case = case_id(&format!("{}-PC", village.unit));
    act(facts, &case, "approve-party-committee", |row| row.rank = rank);
    Some(village.unit)
}

/// A village of so many Party members with a congress of delegates approved at a level.
fn congress(facts: &mut Facts, pick: &mut Pick, members: u32, rank: Option<Rank>) -> Option<String> {
    let village = village(pick, false)?;
    numbers(facts, &village.unit, Base::AllPartyMembers, &[members]);
    facts.bodies.push(Body::new(village.unit.clone(), BodyKind::DelegatesCongress));
    let case = case_id(&format!("{}-DC", village.unit));
    add_act(facts, &case, &village.unit, "approve-delegates-congress", ymd(2021, 6, 1), |row| row.rank = rank);
    Some(village.unit.to_string())
}

/// A village whose Party organizations all stand under the town.
fn bare(facts: &mut Facts, pick: &mut Pick, full: &[u32]) -> Option<String> {
    let village = village(pick, false)?;
    let kinds = [UnitKind::GeneralBranch, UnitKind::PartyCommittee, UnitKind::PartyBranch, UnitKind::JointBranch];
    let town = pick.town.clone();
    for row in facts.units.iter_mut().filter(|row| row.parent.as_ref() == Some(&village.unit)) {
        if kinds.contains(&row.kind) {
            row.parent = Some(town.clone());
        }
    }
    numbers(facts, &village.unit, Base::FullMembers, full);
    Some(village.unit.to_string())
}

/// A community with these recorded numbers of full members.
fn community(facts: &mut Facts, pick: &mut Pick, full: &[u32]) -> Option<UnitId> {
    let (village, _) = pick
        .village_part(|village| if village.kind == UnitKind::Community { vec![Part::PartyUnit] } else { Vec::new() })?;
    numbers(facts, &village.unit, Base::FullMembers, full);
    // A joint branch below it would be one it is in.
    let town = pick.town.clone();
    for row in facts.units.iter_mut().filter(|row| row.parent.as_ref() == Some(&village.unit)) {
        if row.kind == UnitKind::JointBranch {
            row.parent = Some(town.clone());
        }
    }
    Some(village.unit)
}

fn joint(pick: &mut Pick) -> Option<Coop> {
    pick.coop_with(Part::Links, |coop| coop.leads && coop.seat == coop.branch)
}

/// A joint branch that covers so many units.
fn covering(facts: &mut Facts, pick: &mut Pick, units: usize) -> Option<UnitId> {
    let coop = joint(pick)?;
    let now = facts.links.iter().filter(|row| row.from == coop.branch && row.kind == LinkKind::Serves).count();
    let more = pick.villages().iter().map(|village| village.center.clone()).take(units.saturating_sub(now));
    let span = since(month_of(ymd(2021, 6, 1)));
    facts.links.extend(more.map(|to| UnitLink::new(coop.branch.clone(), to, LinkKind::Serves, span)));
    Some(coop.branch)
}

/// A branch of so many full members.
fn sized(facts: &mut Facts, pick: &mut Pick, members: &[u32]) -> Option<Coop> {
    let coop = branch(pick)?;
    numbers(facts, &coop.branch, Base::FullMembers, members);
    Some(coop)
}

/// A joint branch of so many Party members; the file of acts of one of its own may be said not to be complete.
fn capped(facts: &mut Facts, pick: &mut Pick, members: &[u32]) -> Option<UnitId> {
    let coop = pick.coop_with(Part::Branch, |coop| coop.leads && coop.seat == coop.branch)?;
    numbers(facts, &coop.branch, Base::AllPartyMembers, members);
    Some(coop.branch)
}

/// A branch of so many full members without a committee: a secretary and a deputy.
fn uncommitted(facts: &mut Facts, pick: &mut Pick, members: &[u32]) -> Option<Coop> {
    let coop = sized(facts, pick, members)?;
    let here = |unit: &UnitId| *unit == coop.seat || *unit == coop.branch;
    facts.bodies.retain(|row| !here(&row.unit) || row.kind != BodyKind::BranchCommittee);
    facts.holdings.retain(|row| row.unit != coop.seat || row.post != PostKind::BranchCommitteeMember);
    Some(coop)
}

/// Whether a cooperative with so many full members is to have a branch of its own, in the words of a clause.
fn own(facts: &mut Facts, pick: &mut Pick, members: u32, words: &str) -> Option<String> {
    let coop = pick.coop_with(Part::Links, |coop| coop.seat == coop.branch && !coop.old_name)?;
    numbers(facts, &coop.unit, Base::FullMembers, &[members]);
    clause(facts, &coop.unit, "branch-of-its-own", words, since(year_of(ymd(2015, 1, 1))));
    Some(coop.unit.to_string())
}

/// The member of a committee becomes a second deputy.
fn second_deputy(facts: &mut Facts, pick: &mut Pick) -> Option<Coop> {
    let coop = branch(pick)?;
    for row in facts.holdings.iter_mut().filter(|row| row.unit == coop.seat) {
        if row.post == PostKind::BranchCommitteeMember {
            row.post = PostKind::BranchDeputySecretary;
        }
    }
    Some(coop)
}

/// The first deputy of a branch, of whom the second was the member.
fn first_deputy(facts: &Facts, coop: &Coop) -> Option<crate::vocab::PersonId> {
    let post = PostKind::BranchDeputySecretary;
    facts.holdings.iter().find(|row| row.unit == coop.seat && row.post == post).map(|row| row.person.clone())
}

#[expect(clippy::unnecessary_wraps, reason = "what every edit gives")]
fn two(first: Found, then: Found) -> Option<Vec<Found>> {
    Some(vec![first, then])
}

pub(super) const EDITS: &[Edit] = &[
    // BRANCH: three to five, normally no more than seven.
    breach(LEAST, "branch-committee-of-two", |facts, pick| one(LEAST, seats(facts, pick, Some(2))?, B)),
    near(LEAST, "branch-committee-of-three", |facts, pick| {
        seats(facts, pick, Some(3))?;
        nothing()
    }),
    removed(LEAST, "seats-of-an-empty-committee-not-recorded", |facts, pick| {
        let center = center(facts, pick, |row| row.seats = None)?;
        let subject = body_of(&center, BodyKind::BranchCommittee);
        // What is only said is not said before it is known.
        two((LEAST, subject.clone(), SB), (MOST, subject, SB))
    }),
    breach(MOST, "branch-committee-of-eight", |facts, pick| {
        let subject = seats(facts, pick, Some(8))?;
        two((MOST, subject.clone(), B), (USUAL, subject, B))
    }),
    near(MOST, "branch-committee-of-seven", |facts, pick| one(USUAL, seats(facts, pick, Some(7))?, B)),
    removed(MOST, "seats-of-the-branch-committee-not-recorded", |facts, pick| {
        // Three sit: no fewer than three seats.
        one(MOST, seats(facts, pick, None)?, SB)
    }),
    breach(USUAL, "branch-committee-of-six", |facts, pick| one(USUAL, seats(facts, pick, Some(6))?, B)),
    near(USUAL, "branch-committee-of-five", |facts, pick| {
        seats(facts, pick, Some(5))?;
        nothing()
    }),
    removed(USUAL, "size-of-the-branch-committee-not-recorded", |facts, pick| one(MOST, seats(facts, pick, None)?, SB)),
    breach(DEPUTIES, "two-deputies", |facts, pick| one(DEPUTIES, second_deputy(facts, pick)?.seat.as_str(), B)),
    near(DEPUTIES, "one-deputy-left-today", |facts, pick| {
        let coop = branch(pick)?;
        let first = first_deputy(facts, &coop)?;
        for row in facts.holdings.iter_mut().filter(|row| row.unit == coop.seat) {
            if row.post == PostKind::BranchCommitteeMember {
                row.post = PostKind::BranchDeputySecretary;
            } else if row.person == first && row.post == PostKind::BranchDeputySecretary {
                row.span = until(on(coop.appointed), pick.day);
            }
        }
        nothing()
    }),
    removed(DEPUTIES, "first-deputy-last-seen-long-ago", |facts, pick| {
        let coop = branch(pick)?;
        let first = first_deputy(facts, &coop)?;
        let span = seen(on(coop.appointed), coop.appointed.max(plus(pick.day, -100)));
        holding(facts, &first, PostKind::BranchDeputySecretary, &coop.seat, |row| row.span = span);
        for row in facts.holdings.iter_mut().filter(|row| row.unit == coop.seat) {
            if row.post == PostKind::BranchCommitteeMember {
                row.post = PostKind::BranchDeputySecretary;
            }
        }
        one(DEPUTIES, coop.seat.as_str(), SB)
    }),
    // RURAL 5: five years, unless another day was approved.
    breach(TERM, "five-years-of-the-party-body-over", |facts, pick| {
        let day = plus(begins(pick.day, 60, 0), -1);
        one(TERM, formed(facts, pick, Some(day))?.1, B)
    }),
    near(TERM, "last-day-of-the-party-term", |facts, pick| {
        let day = begins(pick.day, 60, 0);
        formed(facts, pick, Some(day))?;
        nothing()
    }),
    near(TERM, "party-election-shifted", |facts, pick| {
        let day = plus(begins(pick.day, 60, 0), -1);
        let (unit, _) = formed(facts, pick, Some(day))?;
        shifted(facts, &unit);
        nothing()
    }),
    removed(TERM, "formation-of-the-party-body-not-recorded", |facts, pick| {
        one(TERM, formed(facts, pick, None)?.1, SB)
    }),
    // BRANCH 21: three years elsewhere.
    breach(OTHER, "three-years-of-the-center-branch-over", |facts, pick| {
        let day = plus(begins(pick.day, 36, 0), -1);
        one(OTHER, center_of(facts, pick, Some(day))?, B)
    }),
    near(OTHER, "last-day-of-the-center-branch", |facts, pick| {
        let day = begins(pick.day, 36, 0);
        center_of(facts, pick, Some(day))?;
        nothing()
    }),
    removed(OTHER, "formation-of-the-center-branch-not-recorded", |facts, pick| {
        one(OTHER, center_of(facts, pick, None)?, SB)
    }),
    breach(LOCAL, "five-years-of-the-branch-over", |facts, pick| {
        let day = plus(begins(pick.day, 60, 0), -1);
        one(LOCAL, local(facts, pick, Some(day))?.1, B)
    }),
    near(LOCAL, "last-day-of-the-branch", |facts, pick| {
        let day = begins(pick.day, 60, 0);
        local(facts, pick, Some(day))?;
        nothing()
    }),
    near(LOCAL, "branch-election-shifted", |facts, pick| {
        let day = plus(begins(pick.day, 60, 0), -1);
        let (coop, _) = local(facts, pick, Some(day))?;
        shifted(facts, &coop.seat);
        nothing()
    }),
    removed(LOCAL, "formation-of-the-branch-not-recorded", |facts, pick| one(LOCAL, local(facts, pick, None)?.1, SB)),
    // The handbook: five to seven, at most nine; a committee five to nine.
    breach(GENERAL_SIZE, "general-branch-of-four", |facts, pick| {
        one(GENERAL_SIZE, party_seats(facts, pick, false, Some(4))?, B)
    }),
    breach(GENERAL_SIZE, "general-branch-of-ten", |facts, pick| {
        let subject = party_seats(facts, pick, false, Some(10))?;
        two((GENERAL_SIZE, subject.clone(), B), (GENERAL_USUAL, subject, B))
    }),
    near(GENERAL_SIZE, "general-branch-of-nine", |facts, pick| {
        one(GENERAL_USUAL, party_seats(facts, pick, false, Some(9))?, B)
    }),
    near(GENERAL_SIZE, "general-branch-of-five", |facts, pick| {
        party_seats(facts, pick, false, Some(5))?;
        nothing()
    }),
    removed(GENERAL_SIZE, "seats-of-the-general-branch-not-recorded", |facts, pick| {
        one(GENERAL_SIZE, party_seats(facts, pick, false, None)?, SB)
    }),
    breach(GENERAL_USUAL, "general-branch-of-eight", |facts, pick| {
        one(GENERAL_USUAL, party_seats(facts, pick, false, Some(8))?, B)
    }),
    near(GENERAL_USUAL, "general-branch-of-seven", |facts, pick| {
        party_seats(facts, pick, false, Some(7))?;
        nothing()
    }),
    removed(GENERAL_USUAL, "size-of-the-general-branch-not-recorded", |facts, pick| {
        one(GENERAL_SIZE, party_seats(facts, pick, false, None)?, SB)
    }),
    breach(COMMITTEE_SIZE, "party-committee-of-four", |facts, pick| {
        one(COMMITTEE_SIZE, party_seats(facts, pick, true, Some(4))?, B)
    }),
    breach(COMMITTEE_SIZE, "party-committee-of-ten", |facts, pick| {
        one(COMMITTEE_SIZE, party_seats(facts, pick, true, Some(10))?, B)
    }),
    near(COMMITTEE_SIZE, "party-committee-of-nine", |facts, pick| {
        party_seats(facts, pick, true, Some(9))?;
        nothing()
    }),
    removed(COMMITTEE_SIZE, "seats-of-the-party-committee-not-recorded", |facts, pick| {
        one(COMMITTEE_SIZE, party_seats(facts, pick, true, None)?, SB)
    }),
    // BRANCH 4: three full members.
    breach(THRESHOLD, "three-full-members-and-no-branch", |facts, pick| {
        let unit = bare(facts, pick, &[3])?;
        two((THRESHOLD, unit.clone(), B), (GRID, unit, B))
    }),
    near(THRESHOLD, "two-full-members-and-no-branch", |facts, pick| one(GRID, bare(facts, pick, &[2])?, B)),
    removed(THRESHOLD, "full-members-of-the-village-contradict", |facts, pick| {
        let unit = bare(facts, pick, &[2, 3])?;
        two((THRESHOLD, unit.clone(), BN), (GRID, unit, B))
    }),
    breach(OWN, "basic-unit-without-a-branch-of-its-own", |facts, pick| one(OWN, own(facts, pick, 3, "yes")?, B)),
    near(OWN, "basic-unit-of-two", |facts, pick| {
        own(facts, pick, 2, "yes")?;
        nothing()
    }),
    near(OWN, "no-basic-unit", |facts, pick| {
        own(facts, pick, 3, "no")?;
        nothing()
    }),
    removed(OWN, "whether-it-is-a-basic-unit-not-known", |facts, pick| one(OWN, own(facts, pick, 3, "待定")?, BN)),
    breach(JOINT, "community-of-two-joined-nowhere", |facts, pick| {
        one(JOINT, community(facts, pick, &[2])?.as_str(), B)
    }),
    near(JOINT, "community-of-three", |facts, pick| {
        community(facts, pick, &[3])?;
        nothing()
    }),
    near(JOINT, "community-of-two-in-a-joint-branch", |facts, pick| {
        let coop = joint(pick)?;
        let unit = community(facts, pick, &[2])?;
        let span = since(month_of(ymd(2021, 6, 1)));
        facts.links.push(UnitLink::new(coop.branch, unit, LinkKind::Serves, span));
        nothing()
    }),
    removed(JOINT, "full-members-of-the-community-contradict", |facts, pick| {
        one(JOINT, community(facts, pick, &[2, 3])?.as_str(), BN)
    }),
    // A permission: whether it is used is no finding.
    breach(JOINT_VILLAGE, "village-of-two-joined-nowhere", |_, _| nothing()),
    near(JOINT_VILLAGE, "village-of-three", |_, _| nothing()),
    removed(JOINT_VILLAGE, "whether-the-village-is-joined-not-recorded", |_, _| nothing()),
    breach(WIDTH, "joint-branch-of-six-units", |facts, pick| one(WIDTH, covering(facts, pick, 6)?.as_str(), B)),
    near(WIDTH, "joint-branch-of-five-units", |facts, pick| {
        covering(facts, pick, 5)?;
        nothing()
    }),
    removed(WIDTH, "units-of-the-joint-branch-not-all-listed", |facts, pick| {
        let unit = covering(facts, pick, 5)?;
        open(facts, List::Links, Extent::Unit(unit.clone()));
        one(WIDTH, unit.as_str(), SB)
    }),
    breach(CAP, "fifty-one-party-members", |facts, pick| one(CAP, capped(facts, pick, &[51])?.as_str(), B)),
    near(CAP, "fifty-party-members", |facts, pick| {
        capped(facts, pick, &[50])?;
        nothing()
    }),
    near(CAP, "fifty-one-with-consent", |facts, pick| {
        let unit = capped(facts, pick, &[51])?;
        add_act(facts, &case_id(&format!("{unit}-SC")), &unit, "superior-consent", ymd(2025, 9, 1), |_| {});
        nothing()
    }),
    removed(CAP, "party-members-of-the-branch-contradict", |facts, pick| {
        one(CAP, capped(facts, pick, &[50, 51])?.as_str(), SB)
    }),
    // RURAL 5: more than fifty, or a need of the work.
    breach(GENERAL, "general-branch-without-need", |facts, pick| {
        one(GENERAL, general(facts, pick, 49, Some(false))?, B)
    }),
    breach(GENERAL, "general-branch-of-fifty-without-need", |facts, pick| {
        one(GENERAL, general(facts, pick, 50, Some(false))?, B)
    }),
    near(GENERAL, "general-branch-of-fifty-one", |facts, pick| {
        general(facts, pick, 51, Some(false))?;
        nothing()
    }),
    near(GENERAL, "general-branch-with-need", |facts, pick| {
        general(facts, pick, 49, Some(true))?;
        nothing()
    }),
    removed(GENERAL, "need-of-a-general-branch-not-recorded", |facts, pick| {
        one(GENERAL, general(facts, pick, 49, None)?, BN)
    }),
    breach(COMMITTEE, "party-committee-of-ninety-nine-members", |facts, pick| {
        one(COMMITTEE, committee(facts, pick, 99, Some(Rank::County))?.as_str(), B)
    }),
    breach(COMMITTEE, "party-committee-approved-by-the-town", |facts, pick| {
        one(COMMITTEE, committee(facts, pick, 100, Some(Rank::Town))?.as_str(), B)
    }),
    near(COMMITTEE, "party-committee-of-a-hundred-members", |facts, pick| {
        committee(facts, pick, 100, Some(Rank::County))?;
        nothing()
    }),
    removed(COMMITTEE, "level-of-approval-not-recorded", |facts, pick| {
        one(COMMITTEE, committee(facts, pick, 100, None)?.as_str(), BN)
    }),
    removed(COMMITTEE, "need-of-a-party-committee-not-recorded", |facts, pick| {
        let unit = committee(facts, pick, 100, Some(Rank::County))?;
        need(facts, &unit, None);
        one(COMMITTEE, unit.as_str(), BN)
    }),
    breach(CONGRESS, "congress-of-four-hundred-and-ninety-nine", |facts, pick| {
        one(CONGRESS, congress(facts, pick, 499, Some(Rank::Town))?, B)
    }),
    near(CONGRESS, "congress-of-five-hundred", |facts, pick| {
        congress(facts, pick, 500, Some(Rank::Town))?;
        nothing()
    }),
    removed(CONGRESS, "approval-of-the-congress-not-recorded", |facts, pick| {
        one(CONGRESS, congress(facts, pick, 500, None)?, BN)
    }),
    // BRANCH: a committee from seven full members on.
    breach(EXISTS, "seven-full-members-and-no-committee", |facts, pick| {
        one(EXISTS, uncommitted(facts, pick, &[7])?.branch.as_str(), B)
    }),
    near(EXISTS, "six-full-members-and-no-committee", |facts, pick| {
        uncommitted(facts, pick, &[6])?;
        nothing()
    }),
    removed(EXISTS, "committee-of-the-branch-not-recorded", |facts, pick| {
        let unit = uncommitted(facts, pick, &[7])?.branch;
        open(facts, List::Bodies, Extent::Unit(unit.clone()));
        one(EXISTS, unit.as_str(), SB)
    }),
    breach(SMALL, "committee-of-a-branch-of-six", |facts, pick| {
        one(SMALL, sized(facts, pick, &[6])?.branch.as_str(), B)
    }),
    near(SMALL, "committee-of-a-branch-of-seven", |facts, pick| {
        sized(facts, pick, &[7])?;
        nothing()
    }),
    removed(SMALL, "full-members-of-the-branch-contradict", |facts, pick| {
        one(SMALL, sized(facts, pick, &[6, 7])?.branch.as_str(), BN)
    }),
];

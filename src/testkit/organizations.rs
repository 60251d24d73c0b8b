//! 组织 — what a clean town records of its units: Party organizations and their numbers, names, registrations, who
//! represents them at law.

use super::coop::act;
use super::days::{case_id, key, month_of, on, plus, seen, since, year_of, ymd};
use super::ground::Coop;
use super::people::Maker;
use super::units::Listed;
use crate::facts::{Body, Holding, RegisteredName, UnitLink, UnitNumber, UnitTrait};
use crate::vocab::{Base, Basis, BodyKind, LinkKind, PersonId, PostKind, Rank, TraitKind, UnitId, UnitKind};

/// The Party organization of a village: every third one is a Party committee, with what that takes.
pub(super) fn party(maker: &mut Maker, unit: &UnitId, listed: &Listed) -> (UnitId, bool) {
    let kinds = [UnitKind::GeneralBranch, UnitKind::PartyCommittee];
    let before = maker.facts.units.iter().filter(|row| kinds.contains(&row.kind)).count();
    let is_committee = before.checked_rem(3) == Some(2);
    let (kind, word) =
        if is_committee { (UnitKind::PartyCommittee, "党委") } else { (UnitKind::GeneralBranch, "党总支") };
    let party = maker.unit(&format!("{unit}-P"), kind, &format!("{}{word}", listed.name), Some(unit));
    let (low, high) = if is_committee { (110, 160) } else { (60, 90) };
    let members = u32::try_from(maker.rng.between(low, high)).unwrap_or(0);
    number(maker, unit, Base::AllPartyMembers, members);
    number(maker, unit, Base::FullMembers, members.saturating_sub(3));
    if is_committee {
        has(maker, unit, TraitKind::WorkNeed);
        act(maker, &case_id(&format!("{unit}-PC")), unit, "approve-party-committee", ymd(2021, 5, 20), |row| {
            row.rank = Some(Rank::County);
        });
    }
    (party, is_committee)
}

/// A villagers' group that the village's Party organization serves.
pub(super) fn group(maker: &mut Maker, unit: &UnitId, listed: &Listed, party: &UnitId) -> UnitId {
    let group =
        maker.unit(&format!("{unit}-G1"), UnitKind::VillagersGroup, &format!("{}一组", listed.name), Some(unit));
    let span = since(month_of(ymd(2021, 6, 1)));
    maker.facts.links.push(UnitLink::new(party.clone(), group.clone(), LinkKind::Serves, span));
    group
}

fn number(maker: &mut Maker, unit: &UnitId, of: Base, number: u32) {
    let span = since(year_of(ymd(2021, 1, 1)));
    maker.facts.unit_numbers.push(UnitNumber::new(unit.clone(), of, number, span));
}

fn has(maker: &mut Maker, unit: &UnitId, kind: TraitKind) {
    let span = since(year_of(ymd(2021, 1, 1)));
    maker.facts.unit_traits.push(UnitTrait::new(unit.clone(), kind, true, span));
}

/// The Party body of a village, as its own and as that of its organization, and the branch of the service center.
pub(super) fn bodies(maker: &mut Maker, unit: &UnitId, [party, center]: [&UnitId; 2]) {
    let formed = plus(ymd(2022, 1, 5), maker.rng.between(0, 900));
    let seats = maker.rng.pick(&[5_u32, 5, 6, 7]).copied();
    let recent = plus(ymd(2024, 3, 1), maker.rng.between(0, 500));
    for (unit, kind, seats, formed) in [
        (unit, BodyKind::VillageParty, seats, formed),
        (party, BodyKind::VillageParty, seats, formed),
        (center, BodyKind::BranchCommittee, Some(3), recent),
    ] {
        let mut row = Body::new(unit.clone(), kind);
        (row.seats, row.formed) = (seats, Some(on(formed)));
        maker.facts.bodies.push(row);
    }
}

/// The village-level cooperative, of which the director, who is the secretary too, is the chair.
pub(super) fn league(maker: &mut Maker, league: &UnitId, committee: &[(PersonId, PostKind)]) {
    let formed = plus(ymd(2025, 5, 10), maker.rng.between(0, 100));
    let mut row = Body::new(league.clone(), BodyKind::Board);
    (row.seats, row.formed) = (Some(3), Some(on(formed)));
    maker.facts.bodies.push(row);
    if let Some((director, _)) = committee.first() {
        let mut row = Holding::new(director.clone(), league.clone(), PostKind::Chair, seen(on(formed), maker.day));
        (row.basis, row.elected) = (Some(Basis::Elected), Some(on(formed)));
        maker.facts.holdings.push(row);
    }
}

/// What else is on record of a village.
pub(super) fn of_village(
    maker: &mut Maker,
    unit: &UnitId,
    listed: &Listed,
    league: &UnitId,
    committee: &[(PersonId, PostKind)],
) {
    has(maker, unit, TraitKind::CooperativeConditionsMet);
    let name = format!("九江镇{}集体经济组织", listed.name);
    maker.facts.registered_names.push(RegisteredName::new(league.clone(), name, since(on(ymd(2025, 9, 1)))));
    act(maker, &case_id(&format!("{unit}-W1")), unit, "adopt-work-plan", ymd(2022, 10, 10), |row| {
        row.actor = Some(key("village-party-organization"));
    });
    if let Some((director, _)) = committee.first() {
        represents(maker, director, unit, ymd(2024, 1, 5));
    }
    // The deputy is a Party member too.
    if let Some((deputy, _)) = committee.get(1) {
        maker.party(deputy, unit);
    }
}

fn represents(maker: &mut Maker, person: &PersonId, unit: &UnitId, from: chrono::NaiveDate) {
    let span = seen(on(from), maker.day);
    maker.facts.holdings.push(Holding::new(person.clone(), unit.clone(), PostKind::LegalRepresentative, span));
}

/// The name and the registration of a cooperative, one change of it, and its legal representative.
pub(super) fn of_cooperative(maker: &mut Maker, coop: &Coop, village: &str, number: usize) {
    let (name, from) = if coop.old_name {
        (format!("{village}第{number}股份合作经济社"), ymd(2021, 3, 1))
    } else {
        (format!("九江镇{village}第{number}组集体经济组织"), plus(coop.formed, 30))
    };
    maker.facts.registered_names.push(RegisteredName::new(coop.unit.clone(), name, since(on(from))));
    let changed = plus(coop.formed, maker.rng.between(1, 20));
    let registered = plus(changed, maker.rng.between(0, 30));
    act(maker, &coop.registration, &coop.unit, "change-particulars", changed, |_| {});
    act(maker, &coop.registration, &coop.unit, "change-registration", registered, |_| {});
    if let Some((chair, _)) = coop.board.first() {
        represents(maker, chair, &coop.unit, coop.formed);
    }
}

/// The branch of a cooperative, large enough for the committee it has.
pub(super) fn of_branch(maker: &mut Maker, coop: &Coop) {
    let members = u32::try_from(maker.rng.between(9, 40)).unwrap_or(9);
    number(maker, &coop.branch, Base::FullMembers, members);
    number(maker, &coop.branch, Base::AllPartyMembers, members.saturating_add(2));
    if coop.seat != coop.branch {
        // The committee sits in the cooperative, and stands on record at its branch too.
        let mut row = Body::new(coop.branch.clone(), BodyKind::BranchCommittee);
        (row.seats, row.formed) = (Some(3), Some(on(coop.appointed)));
        maker.facts.bodies.push(row);
    }
}

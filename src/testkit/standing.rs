//! 候选人、成员代表与报酬 — more candidates in each village, with what a local list asks of them; the representatives of
//! the village-level cooperative; and who set what pay.

use super::coop::act;
use super::days::{case_id, key, on, plus, seen, since, year_of, ymd};
use super::ground::Village;
use super::people::{Household, Maker};
use crate::facts::{Body, Candidacy, Clause, Custom, Holding, Status, UnitNumber};
use crate::vocab::{Base, Basis, BodyKind, PersonId, PostKind, Rank, Sex, StatusKind, UnitId, UnitKind};
use chrono::NaiveDate;

/// Households whose heads stand in the next election, and who are represented by head and spouse.
const HOMES: usize = 12;

/// Everything of a village or community.
pub(super) fn make(maker: &mut Maker, village: &mut Village) {
    let league = village.league.clone();
    let homes: Vec<Household> =
        (0..HOMES).map(|home| maker.household(&league, home.saturating_add(100), (1962, 1988))).collect();
    candidates(maker, village, &homes);
    for (person, ..) in &village.candidates.clone() {
        at_home(maker, &village.unit, person);
    }
    representatives(maker, &league, &homes);
    pay(maker, village);
    void(maker, village);
}

/// Who stands in the next election besides, nominated under the law of 2026.
fn candidates(maker: &mut Maker, village: &mut Village, homes: &[Household]) {
    let last = maker.day.signed_duration_since(ymd(2026, 1, 6)).num_days();
    for home in homes {
        let person = home.head.clone();
        let nominated = plus(ymd(2026, 1, 3), maker.rng.between(0, last.min(50)));
        let mut row = Candidacy::new(person.clone(), village.unit.clone(), PostKind::CommitteeMember);
        row.nominated = Some(on(nominated));
        row.election = Some(on(plus(maker.day, maker.rng.between(5, 40))));
        maker.facts.candidacies.push(row);
        at_home(maker, &village.unit, &person);
        village.listed.push((person, PostKind::CommitteeMember, nominated));
    }
}

/// A candidate lives in the village, is registered there as a voter, and gave the pledge.
fn at_home(maker: &mut Maker, unit: &UnitId, person: &PersonId) {
    let long = since(year_of(ymd(1990, 1, 1)));
    for (kind, span) in [(StatusKind::Residence, long), (StatusKind::VoterRegistered, since(year_of(ymd(2020, 1, 1))))]
    {
        let mut row = Status::new(person.clone(), kind, span);
        row.unit = Some(unit.clone());
        maker.facts.statuses.push(row);
    }
    maker.facts.customs.push(Custom::new(person.clone(), key("candidate-pledge"), "yes".to_owned(), long));
}

/// The assembly of representatives of the village-level cooperative, head and spouse of each household, and its
/// supervisory board.
fn representatives(maker: &mut Maker, league: &UnitId, homes: &[Household]) {
    let day = plus(ymd(2025, 5, 10), maker.rng.between(0, 60));
    let all: Vec<PersonId> = homes.iter().flat_map(|home| [home.head.clone(), home.spouse.clone()]).collect();
    for (kind, seats) in [(BodyKind::RepresentativeAssembly, all.len()), (BodyKind::SupervisoryBoard, 3)] {
        let mut row = Body::new(league.clone(), kind);
        row.seats = u32::try_from(seats).ok();
        row.formed = Some(on(day));
        maker.facts.bodies.push(row);
    }
    for person in all {
        let span = seen(on(day), maker.day);
        let mut row = Holding::new(person, league.clone(), PostKind::MemberRepresentative, span);
        row.basis = Some(Basis::Elected);
        row.elected = Some(on(day));
        maker.facts.holdings.push(row);
    }
    let long = since(year_of(ymd(2008, 1, 1)));
    maker.facts.unit_numbers.push(UnitNumber::new(league.clone(), Base::Households, 180, long));
    let women = Clause::new(league.clone(), key("representative-women-min"), "2".to_owned(), long);
    maker.facts.clauses.push(women);
}

/// The county set the basic pay, the villagers' assembly the subsidies for lost work.
fn pay(maker: &mut Maker, village: &mut Village) {
    let case = village.pay.clone();
    let day = |maker: &mut Maker| plus(ymd(2026, 1, 4), maker.rng.between(0, 20));
    let set = day(maker);
    act(maker, &case, &village.unit, "set-basic-pay", set, |row| {
        row.actor = Some(key("county-government"));
        row.rank = Some(Rank::County);
    });
    if village.kind == UnitKind::Village {
        let set = day(maker);
        act(maker, &case, &village.unit, "set-lost-work-subsidy", set, |row| {
            row.actor = Some(key("villagers-assembly"));
        });
    }
}

/// A former member of the committee whose election was found void, and who left the seat on that day.
fn void(maker: &mut Maker, village: &Village) {
    let day: NaiveDate = plus(village.formed, 60);
    let person = maker.person("郭", Sex::Male, year_of(ymd(1970, 1, 1)));
    let span = super::days::until(on(village.formed), day);
    maker.facts.holdings.push(Holding::new(person.clone(), village.unit.clone(), PostKind::CommitteeMember, span));
    let case = case_id(&format!("{}-W", village.unit));
    act(maker, &case, &village.unit, "find-election-misconduct", day, |row| row.about = Some(person.clone()));
}

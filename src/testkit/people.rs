//! 人员 — people, households and families, and the frame of the town. Nobody comes of age between 2024 and 2030, so that
//! who counts is settled on every day that matters.

use super::Plan;
use super::days::{month_of, person_id, seen, since, unit_id, year_of, ymd};
use super::ground::Pick;
use super::rng::Rng;
use super::units::{self, Listed};
use super::{coop, names, village};
use crate::facts::{
    Coverage, Extent, Facts, HouseholdMember, KinTie, Membership, PartyMembership, Person, Training, Unit,
};
use crate::vocab::{
    Circle, List, PartialDate, PersonId, Rank, Relation, Schooling, Sex, TrainingKind, UnitId, UnitKind,
};
use chrono::NaiveDate;

/// The facts of a town in the making.
#[derive(Debug)]
pub(super) struct Maker {
    pub(super) facts: Facts,
    pub(super) rng: Rng,
    pub(super) day: NaiveDate,
    pub(super) households: usize,
    persons: usize,
}

/// A household: its head, the spouse, and whoever is of age.
#[derive(Debug, Clone)]
pub(super) struct Household {
    pub(super) head: PersonId,
    pub(super) spouse: PersonId,
    /// The head is a woman.
    pub(super) is_led_by_woman: bool,
    pub(super) adults: u32,
}

impl Maker {
    /// A clean town.
    pub(super) fn town(plan: &Plan, day: NaiveDate) -> (Facts, Pick) {
        let households = plan.households.max(Plan::HOUSEHOLDS_MIN);
        let mut maker = Self { facts: Facts::default(), rng: Rng::new(plan.seed), day, households, persons: 0 };
        let town = maker.listed(&units::town(), None);
        let mut villages = units::some(UnitKind::Village, plan.villages);
        villages.extend(units::some(UnitKind::Community, plan.communities));
        let parks: Vec<UnitId> = units::parks().iter().map(|park| maker.listed(park, Some(&town))).collect();
        let mut pick = Pick::new(Rng::new(plan.seed.wrapping_add(1)), day, town.clone(), 0);
        pick.parks = parks;
        let mut places = Vec::new();
        for listed in &villages {
            let unit = maker.listed(listed, Some(&town));
            places.push((unit.clone(), listed.name.clone()));
            pick.add_village(village::make(&mut maker, &unit, listed));
        }
        // Every village has its share; who has one more is left to chance.
        let mut counts = vec![0_usize; places.len()];
        for number in 0..plan.cooperatives {
            let slot = if number < places.len() { number } else { maker.rng.below(places.len()) };
            if let Some(count) = counts.get_mut(slot) {
                *count = count.saturating_add(1);
            }
        }
        for ((unit, name), count) in places.iter().zip(counts) {
            coop::make_all(&mut maker, &mut pick, unit, name, count);
        }
        maker.coverage();
        pick.persons = maker.persons;
        (maker.facts, pick)
    }

    fn listed(&mut self, listed: &Listed, parent: Option<&UnitId>) -> UnitId {
        self.unit(&listed.code, listed.kind, &listed.name, parent)
    }

    /// A unit.
    pub(super) fn unit(&mut self, id: &str, kind: UnitKind, name: &str, parent: Option<&UnitId>) -> UnitId {
        let id = unit_id(id);
        let mut unit = Unit::new(id.clone(), kind);
        unit.name = Some(name.to_owned());
        unit.parent = parent.cloned();
        self.facts.units.push(unit);
        id
    }

    /// A person.
    pub(super) fn person(&mut self, surname: &str, sex: Sex, birth: PartialDate) -> PersonId {
        self.persons = self.persons.saturating_add(1);
        let id = person_id(&format!("P{:07}", self.persons));
        let mut person = Person::new(id.clone());
        person.name = Some(names::full(&mut self.rng, surname, sex == Sex::Female));
        person.sex = Some(sex);
        person.birth = Some(birth);
        person.schooling = self.schooling(birth);
        self.facts.persons.push(person);
        id
    }

    fn schooling(&mut self, birth: PartialDate) -> Option<Schooling> {
        let of = if birth.first() < ymd(1965, 1, 1) {
            [Schooling::Primary, Schooling::JuniorMiddle, Schooling::SeniorMiddle]
        } else {
            [Schooling::SeniorMiddle, Schooling::College, Schooling::Bachelor]
        };
        self.rng.pick(&of).copied()
    }

    fn year(&mut self, low: i32, high: i32) -> i32 {
        i32::try_from(self.rng.between(low.into(), high.into())).unwrap_or(low)
    }

    fn born(&mut self, year: i32) -> PartialDate {
        let month = u32::try_from(self.rng.between(1, 12)).unwrap_or(1);
        month_of(ymd(year, month, 1))
    }

    /// A household of a unit, its head born between two years.
    pub(super) fn household(&mut self, unit: &UnitId, number: usize, (low, high): (i32, i32)) -> Household {
        let surname = names::surname(&mut self.rng);
        let is_led_by_woman = self.rng.one_in(4);
        let (sex, other) = if is_led_by_woman { (Sex::Female, Sex::Male) } else { (Sex::Male, Sex::Female) };
        let year = self.year(low, high);
        let birth = self.born(year);
        let head = self.person(surname, sex, birth);
        let spouse_year = self.year(year.saturating_sub(4), year.saturating_add(4));
        let birth = self.born(spouse_year);
        let wed = names::surname(&mut self.rng);
        let spouse = self.person(wed, other, birth);
        let married = year.max(spouse_year).saturating_add(22);
        let wedding = self.born(married);
        self.tie(&head, &spouse, Relation::Spouse, wedding);
        let mut size = 2_usize;
        let mut adults = 2_u32;
        for child in 0..self.year(0, 2) {
            // Years in which a child would come of age at a bad moment are left out.
            let year = match married.saturating_add(1).saturating_add(child.saturating_mul(3)) {
                year @ 2006..=2009 => year.min(2005),
                2010..=2012 => 2013,
                year => year.min(2024),
            };
            adults = adults.saturating_add(u32::from(year <= 2005));
            let birth = self.born(year);
            let sex = if self.rng.one_in(2) { Sex::Female } else { Sex::Male };
            let child = self.person(surname, sex, birth);
            self.tie(&child, &head, Relation::Parent, birth);
            self.tie(&child, &spouse, Relation::Parent, birth);
            size = size.saturating_add(1);
        }
        if self.rng.one_in(4) {
            let birth = self.born(year.saturating_sub(25));
            let elder = self.person(surname, Sex::Female, birth);
            let born = self.facts.persons.iter().rev().find(|person| person.id == head).and_then(|person| person.birth);
            self.tie(&head, &elder, Relation::Parent, born.unwrap_or(birth));
            adults = adults.saturating_add(1);
            size = size.saturating_add(1);
        }
        self.enter(unit, number, size);
        Household { head, spouse, is_led_by_woman, adults }
    }

    /// Enters the household of the last persons made in the rolls of its unit.
    fn enter(&mut self, unit: &UnitId, number: usize, size: usize) {
        let births: Vec<(PersonId, PartialDate)> = self
            .facts
            .persons
            .iter()
            .rev()
            .take(size)
            .filter_map(|person| Some((person.id.clone(), person.birth?)))
            .collect();
        for (person, birth) in births {
            // Members since the roll was closed in 1994, or since birth.
            let from = if birth.first() < ymd(1994, 1, 1) { year_of(ymd(1994, 1, 1)) } else { birth };
            let household = format!("{:03}", number.saturating_add(1));
            let entry = HouseholdMember::new(person.clone(), household, unit.clone(), since(from));
            self.facts.household_members.push(entry);
            self.facts.memberships.push(Membership::new(person, unit.clone(), since(from)));
        }
    }

    /// A tie without end.
    pub(super) fn tie(&mut self, a: &PersonId, b: &PersonId, relation: Relation, from: PartialDate) {
        self.facts.kin.push(KinTie::new(a.clone(), b.clone(), relation, since(from)));
    }

    /// A full member of the Party, with the year's hours of training.
    pub(super) fn party(&mut self, person: &PersonId, branch: &UnitId) {
        let year = self.year(1996, 2016);
        let (month, day) = (self.year(1, 12), self.year(1, 28));
        let (month, day) = (u32::try_from(month).unwrap_or(1), u32::try_from(day).unwrap_or(1));
        let mut row = PartyMembership::new(person.clone(), seen(month_of(ymd(year, month, day)), self.day));
        row.full_from = Some(super::days::on(ymd(year.saturating_add(1), month, day)));
        row.unit = Some(branch.clone());
        self.facts.party_memberships.push(row);
        for (year, month) in [(2024, 11), (2025, 2), (2025, 5), (2025, 8), (2025, 11), (2026, 1)] {
            let day = ymd(year, month, u32::try_from(self.rng.between(1, 28)).unwrap_or(1));
            let mut training = Training::new(person.clone(), super::days::on(day));
            training.hours = u32::try_from(self.rng.between(8, 12)).ok();
            training.kind = Some(TrainingKind::CollectiveStudy);
            training.rank = Some(Rank::Village);
            self.facts.trainings.push(training);
        }
    }

    /// Every list is complete as of the day of the review.
    fn coverage(&mut self) {
        for &list in List::ALL {
            let mut row = Coverage::new(list, Extent::All, self.day);
            row.from = (list == List::Roster).then(|| ymd(1990, 1, 1));
            row.circle = (list == List::Kin).then_some(Circle::CivilServiceScope);
            row.stated_by = Some("镇组织办".to_owned());
            self.facts.coverage.push(row);
        }
    }
}

//! 出生 — what is told of a person's birth, and who at a place can be born so, without asking everybody there.

use super::merge::finest;
use crate::vocab::{PartialDate, PersonId, Precision};
use chrono::{Datelike as _, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

const PRECISIONS: [Precision; 3] = [Precision::Year, Precision::Month, Precision::Day];

/// What several rows tell of one birth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Birth {
    Untold,
    /// The finest date told; every other holds it.
    Told(PartialDate),
    /// Dates that cannot be the same, with the month or year in which all of them are, if there is one.
    Torn(Option<PartialDate>),
}

impl Birth {
    pub(super) fn of(births: &BTreeSet<PartialDate>) -> Self {
        match finest(births).as_slice() {
            [] => Self::Untold,
            [only] => Self::Told(*only),
            [first, .., last] => Self::Torn(holding(first.first(), last.last())),
        }
    }
}

impl From<Option<PartialDate>> for Birth {
    fn from(birth: Option<PartialDate>) -> Self {
        birth.map_or(Self::Untold, Self::Told)
    }
}

/// The month, else the year, that holds both days.
fn holding(first: NaiveDate, last: NaiveDate) -> Option<PartialDate> {
    if first.year() != last.year() {
        return None;
    }
    PartialDate::new(first.year(), (first.month() == last.month()).then(|| first.month()), None).ok()
}

/// The first day of the year, the month or the day itself.
fn floor(day: NaiveDate, precision: Precision) -> NaiveDate {
    let month = day.with_day(1).unwrap_or(day);
    match precision {
        Precision::Day => day,
        Precision::Month => month,
        Precision::Year => month.with_month(1).unwrap_or(month),
    }
}

type Dated<P> = BTreeMap<(P, Precision, NaiveDate), Vec<PersonId>>;

/// Persons by the places where they occur and by birth.
#[derive(Debug)]
pub(super) struct Near<P> {
    all: BTreeMap<P, Vec<PersonId>>,
    untold: BTreeMap<P, Vec<PersonId>>,
    told: Dated<P>,
    /// By what holds all the dates.
    torn: Dated<P>,
}

impl<P: Ord + Copy> Near<P> {
    pub(super) fn new() -> Self {
        Self { all: BTreeMap::new(), untold: BTreeMap::new(), told: BTreeMap::new(), torn: BTreeMap::new() }
    }

    /// Adds a person at a place; once for each place.
    pub(super) fn add(&mut self, place: P, birth: Birth, id: &PersonId) {
        self.all.entry(place).or_default().push(id.clone());
        let key = |date: PartialDate| (place, date.precision(), date.first());
        match birth {
            Birth::Untold => self.untold.entry(place).or_default().push(id.clone()),
            Birth::Told(date) => self.told.entry(key(date)).or_default().push(id.clone()),
            Birth::Torn(Some(all)) => self.torn.entry(key(all)).or_default().push(id.clone()),
            Birth::Torn(None) => {}
        }
    }

    /// The persons at a place who can be born so.
    pub(super) fn born(&self, place: P, birth: Birth) -> impl Iterator<Item = &PersonId> {
        let (any, ranges) = match birth {
            Birth::Untold => (self.all.get(&place), Vec::new()),
            Birth::Told(date) => {
                let same = PRECISIONS.map(|of| (&self.told, of, floor(date.first(), of), date.last()));
                let within = PRECISIONS.into_iter().filter(|of| date.precision() <= *of);
                let within = within.map(|of| (&self.torn, of, date.first(), date.last()));
                (self.untold.get(&place), same.into_iter().chain(within).collect())
            }
            Birth::Torn(all) => {
                let all = all.into_iter().flat_map(|all| {
                    let around = PRECISIONS.into_iter().filter(move |of| *of <= all.precision());
                    around.map(move |of| (of, floor(all.first(), of)))
                });
                (self.untold.get(&place), all.map(|(of, first)| (&self.told, of, first, first)).collect())
            }
        };
        let dated = ranges
            .into_iter()
            .flat_map(move |(dated, of, first, last)| dated.range((place, of, first)..=(place, of, last)))
            .flat_map(|(_, ids)| ids);
        any.into_iter().flatten().chain(dated)
    }
}

#[cfg(test)]
mod tests {
    use super::super::merge::can_be_same;
    use super::*;
    use proptest::prelude::*;

    fn date() -> impl Strategy<Value = PartialDate> {
        (1979_i32..1981, 0_u32..4, 0_u32..4).prop_map(|(year, month, day)| {
            let month = (0 < month).then_some(month);
            PartialDate::new(year, month, month.and(Some(day)).filter(|day| 0 < *day)).unwrap()
        })
    }

    proptest! {
        #[test]
        fn who_can_be_born_so_is_found_as_if_everybody_were_asked(
            people in prop::collection::vec(prop::collection::btree_set(date(), 0..3), 0..12),
            asked in prop::collection::btree_set(date(), 0..3),
        ) {
            let mut near = Near::new();
            let ids: Vec<PersonId> = (0..people.len()).map(|at| PersonId::parse(&format!("P{at:02}")).unwrap()).collect();
            for (id, births) in ids.iter().zip(&people) {
                near.add(1, Birth::of(births), id);
                near.add(2, Birth::Untold, id);
            }
            let mut found: Vec<&PersonId> = near.born(1, Birth::of(&asked)).collect();
            found.sort();
            let each = |births: &BTreeSet<PartialDate>| {
                births.iter().all(|one| asked.iter().all(|other| can_be_same(*one, *other)))
            };
            let expected: Vec<&PersonId> = ids.iter().zip(&people).filter(|(_, births)| each(births)).map(|(id, _)| id).collect();
            prop_assert_eq!(found, expected);
        }
    }
}

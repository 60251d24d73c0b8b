//! Leaves about a person: age, sex, capacity, schooling, training, appraisal, custom columns.

use super::language::{Age, Appraised, AtLeastSchooling, Capacity, Custom, Trained};
use super::{Asked, any_span, at_least_truth, tell};
use crate::check::{Evidence, Missing, PersonFact, Range, Watch};
use crate::facts::PersonIdx;
use crate::vocab::{FactSpan, List, PartialDate, Sex, StatusKind, Truth, Window, reached};
use chrono::{Datelike, NaiveDate};

pub(super) fn age_leaf<W: Watch>(age: &Age, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let row = ask.facts.person_row(person);
    let born = row.and_then(|row| row.birth);
    let (mut truth, mut bounds) = (Truth::True, [None, None]);
    for (slot, (bound, is_max)) in bounds.iter_mut().zip([(&age.min, false), (&age.max, true)]) {
        let Some(value) = bound else { continue };
        let Some(years) = value.get(ask.at, ask.unit(), ask.facts, watch) else {
            truth = truth.and(Truth::Unknown);
            continue;
        };
        *slot = Some(years);
        let Some(born) = born else {
            truth = truth.and(Truth::Unknown);
            continue;
        };
        // Not over n years: until the day before the birthday n + 1.
        let years = if is_max { years.saturating_add(1) } else { years };
        let birthday = Window::new(reached(born.first(), years), reached(born.last(), years));
        let Ok(birthday) = birthday else { continue };
        watch.change(birthday.first());
        watch.change(birthday.last());
        let old_enough = birthday.is_on_or_before(Window::exact(ask.at.day));
        truth = truth.and(if is_max { !old_enough } else { old_enough });
    }
    if born.is_none_or(|born| born.exact().is_none()) {
        watch.missing(|| Missing::OfPerson { fact: PersonFact::Birth, person });
    }
    let [min, max] = bounds;
    tell(
        truth,
        watch,
        || Evidence::Age { person, born, on: ask.at.day, min, max },
        row.and_then(|row| row.source.as_ref()),
    )
}

pub(super) fn sex<W: Watch>(needed: Sex, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let row = ask.facts.person_row(person);
    let found = row.and_then(|row| row.sex);
    if found.is_none() {
        watch.missing(|| Missing::OfPerson { fact: PersonFact::Sex, person });
    }
    let truth = found.map_or(Truth::Unknown, |found| Truth::from(found == needed));
    tell(truth, watch, || Evidence::Sex { person, found, needed }, row.and_then(|row| row.source.as_ref()))
}

pub(super) fn capacity<W: Watch>(bounds: Capacity, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let (truth, born, limited) = has_capacity(bounds, person, ask, watch);
    let source = ask.facts.person_row(person).and_then(|row| row.source.as_ref());
    tell(truth, watch, || Evidence::Capacity { person, born, limited, on: ask.at.day }, source)
}

/// Full civil capacity: adult without a finding, or deemed capable by own labor income.
pub(super) fn has_capacity<W: Watch>(
    bounds: Capacity,
    person: PersonIdx,
    ask: Asked<'_>,
    watch: &mut W,
) -> (Truth, Option<PartialDate>, Option<FactSpan>) {
    let facts = ask.facts;
    let born = facts.person_row(person).and_then(|row| row.birth);
    let mut aged = |years: u32| match born {
        None => Truth::Unknown,
        Some(born) => {
            let (first, last) = (reached(born.first(), years), reached(born.last(), years));
            watch.change(first);
            watch.change(last);
            Window::new(first, last).map_or(Truth::Unknown, |day| day.is_on_or_before(Window::exact(ask.at.day)))
        }
    };
    let (adult, near_adult) = (aged(bounds.adult), aged(bounds.own_labor));
    let of = |kind: StatusKind| {
        facts
            .groups()
            .statuses
            .pick(person.position(), &facts.facts().statuses)
            .filter(move |row| row.kind == kind)
            .map(|row| (row.span, row.source.as_ref()))
    };
    let (found, limited, _) = any_span(of(StatusKind::CapacityLimited), ask, watch);
    let complete = facts.person_complete(List::Capacity, person, ask.at.known());
    let limited_truth = if found.is_true() || complete { found } else { found.or(Truth::Unknown) };
    let (own, _, _) = any_span(of(StatusKind::OwnLaborIncome), ask, watch);
    let (not_own, _, _) = any_span(of(StatusKind::NoOwnLaborIncome), ask, watch);
    let own_labor = if own.is_true() {
        Truth::True
    } else if not_own.is_true() {
        Truth::False
    } else {
        Truth::Unknown
    };
    let truth = adult.and(!limited_truth).or((!adult).and(near_adult).and(own_labor));
    if truth.is_unknown() {
        if adult.is_unknown() || near_adult.is_unknown() {
            watch.missing(|| Missing::OfPerson { fact: PersonFact::Birth, person });
        } else if adult.is_true() {
            watch.missing(|| Missing::ListOfPerson { list: List::Capacity, circle: None, person, day: ask.at.known() });
        } else {
            watch.missing(|| Missing::OfPerson { fact: PersonFact::OwnLabor, person });
        }
    }
    (truth, born, limited)
}

pub(super) fn schooling<W: Watch>(
    needed: &AtLeastSchooling,
    person: PersonIdx,
    ask: Asked<'_>,
    watch: &mut W,
) -> Truth {
    let row = ask.facts.person_row(person);
    let found = row.and_then(|row| row.schooling);
    let needed = needed.min.get(ask.at, ask.unit(), ask.facts, watch);
    if found.is_none() {
        watch.missing(|| Missing::OfPerson { fact: PersonFact::Schooling, person });
    }
    let truth = match (found, needed) {
        (Some(found), Some(needed)) => Truth::from(needed <= found),
        _ => Truth::Unknown,
    };
    tell(truth, watch, || Evidence::Schooling { person, found, needed }, row.and_then(|row| row.source.as_ref()))
}

pub(super) fn trained_leaf<W: Watch>(trained: &Trained, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let needed = trained.hours_min.get(ask.at, ask.unit(), facts, watch);
    let within = trained.within.get(ask.at, ask.unit(), facts, watch);
    let since = within.map_or(ask.at.day, |within| within.before(ask.at.day));
    let (mut low, mut high) = (0_u32, 0_u32);
    for row in facts.groups().trainings.pick(person.position(), &facts.facts().trainings) {
        if let Some(within) = within {
            for day in [row.day.first(), row.day.last()] {
                watch.change(day);
                let ends = within.after(day);
                watch.change(ends);
                if let Some(next) = ends.succ_opt() {
                    watch.change(next);
                }
            }
        }
        let Ok(window) = Window::new(since, ask.at.day) else { continue };
        let sure = window.contains(row.day.first()) && window.contains(row.day.last());
        let may = row.day.first() <= ask.at.day && since <= row.day.last();
        let hours = row.hours.unwrap_or(0);
        if sure {
            low = low.saturating_add(hours);
        }
        if may {
            high = high.saturating_add(row.hours.unwrap_or(u32::MAX));
        }
    }
    let complete = facts.person_complete(List::Training, person, ask.at.known());
    let hours = Range { low, high: complete.then_some(high) };
    let truth = match needed {
        Some(needed) if within.is_some() => at_least_truth(hours, needed),
        _ => Truth::Unknown,
    };
    if truth.is_unknown() && needed.is_some() {
        watch.missing(|| Missing::ListOfPerson { list: List::Training, circle: None, person, day: ask.at.known() });
    }
    tell(truth, watch, || Evidence::Trained { person, hours, needed, since, on: ask.at.day }, None)
}

pub(super) fn appraised_leaf<W: Watch>(
    appraised: &Appraised,
    person: PersonIdx,
    ask: Asked<'_>,
    watch: &mut W,
) -> Truth {
    let facts = ask.facts;
    // The grade of a year is known from the first day of the next one on.
    let year = ask.at.day.year().saturating_sub(1);
    let last = facts
        .groups()
        .appraisals
        .pick(person.position(), &facts.facts().appraisals)
        .filter(|row| row.year <= year)
        .max_by_key(|row| row.year);
    for row in facts.groups().appraisals.pick(person.position(), &facts.facts().appraisals) {
        if let Some(day) = NaiveDate::from_ymd_opt(row.year.saturating_add(1), 1, 1) {
            watch.change(day);
        }
    }
    let complete = facts.person_complete(List::Appraisals, person, ask.at.known());
    let found = last.and_then(|row| Some((row.year, row.grade?)));
    let truth = match found {
        Some((of, grade)) if complete || of == year => Truth::from(appraised.grades.contains(&grade)),
        None if complete && last.is_none() => Truth::False,
        _ => Truth::Unknown,
    };
    if truth.is_unknown() {
        watch.missing(|| Missing::OfPerson { fact: PersonFact::AppraisalGrade, person });
    }
    let grades = appraised.grades.clone();
    tell(truth, watch, || Evidence::Appraised { person, grades, found }, last.and_then(|row| row.source.as_ref()))
}

pub(super) fn custom_leaf<W: Watch>(custom: &Custom, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let mut found = None;
    let mut truth = Truth::Unknown;
    for row in
        facts.groups().customs.pick(person.position(), &facts.facts().customs).filter(|row| row.column == custom.column)
    {
        watch.span(row.span, ask.at);
        if row.span.covers(ask.at.day, ask.at.horizon).is_true() {
            found = Some(row.value.clone());
            truth = Truth::from(row.value == custom.is);
        }
    }
    if truth.is_unknown() {
        watch.missing(|| Missing::Column { column: custom.column.clone(), person });
    }
    let (column, needed) = (custom.column.clone(), custom.is.clone());
    tell(truth, watch, || Evidence::Custom { person, column, found, needed }, None)
}

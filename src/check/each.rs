//! 频次 — in each closed period, at least so many, or so much, of something.

use super::criterion::{Asked, at_least_truth};
use super::{At, Criterion, Evidence, Happening, Missing, Node, Range, Subject, Value, Watch};
use crate::facts::Register;
use crate::vocab::{Cycle, Key, List, PartialDate, Possible, Truth, Window};
use chrono::{Datelike, NaiveDate};

/// 频次 — what has to happen in each period.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Each {
    /// What.
    pub event: Event,
    /// In each of which periods of the calendar.
    pub cycle: Cycle,
    /// At least so many, or so much.
    pub min: Value<u32>,
    /// Who or what is asked: the criterion holds on the first and on the last day of the period. Holding on one of them
    /// only makes a part period, for which no pro-rata rule is known: undetermined, never breached.
    pub throughout: Option<Criterion>,
}

/// 事件 — what is counted in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Event {
    /// Acts of a stage of the subject unit, by one of these actors where any is named.
    Act {
        /// The stage.
        stage: Key,
        /// By whom; anybody where empty.
        by: Vec<Key>,
    },
    /// Hours of training of the subject person.
    TrainingHours,
}

/// The closed periods of a cycle that end before `day` and after `since`, the latest first, both days inside.
pub fn closed_periods(cycle: Cycle, since: NaiveDate, day: NaiveDate) -> Vec<(NaiveDate, NaiveDate)> {
    let months: u32 = match cycle {
        Cycle::Month => 1,
        Cycle::Quarter => 3,
        Cycle::HalfYear => 6,
        Cycle::Year => 12,
    };
    let mut periods = Vec::new();
    let index = day.month0().checked_rem(months).map_or(0, |past| day.month0().saturating_sub(past));
    let Some(mut next) = NaiveDate::from_ymd_opt(day.year(), index.saturating_add(1), 1) else { return periods };
    // `next` is the first day of the running period; the one before it is the last that is closed.
    while let Some(last) = next.pred_opt()
        && since <= last
        && periods.len() < 1_200
    {
        let Some(first) = next.checked_sub_months(chrono::Months::new(months)) else { break };
        periods.push((first, last));
        next = first;
    }
    periods
}

impl Each {
    pub(super) fn eval<W: Watch>(&self, at: At, subject: &Subject, facts: &Register, watch: &mut W) -> Possible {
        let (Subject::PersonPeriod(_, first, last) | Subject::UnitPeriod(_, first, last)) = *subject else {
            return Possible::NOT_APPLICABLE;
        };
        let whole = self.throughout.as_ref().map_or(Truth::True, |criterion| {
            let on = |day: NaiveDate, watch: &mut W| criterion.eval(Asked::of(At { day, ..at }, subject, facts), watch);
            watch.enter(Node::Applies);
            let (start, end) = (on(first, watch), on(last, watch));
            let whole = match (start, end) {
                (Truth::True, Truth::True) => Truth::True,
                (Truth::False, Truth::False) => Truth::False,
                _ => Truth::Unknown,
            };
            watch.leave(Possible::from_truth(whole));
            whole
        });
        if whole.is_false() {
            return Possible::NOT_APPLICABLE;
        }
        let (found, complete) = self.found(first, last, at, subject, facts);
        let found = Range { low: found.0, high: complete.then_some(found.1) };
        let unit = subject.unit(facts);
        let needed = self.min.get(at, unit, facts, watch);
        let truth = needed.map_or(Truth::Unknown, |needed| at_least_truth(found, needed));
        if truth.is_unknown() && needed.is_some() {
            if let Subject::PersonPeriod(person, ..) = *subject {
                watch.missing(|| Missing::ListOfPerson { list: List::Training, circle: None, person, day: last });
            } else if let Some(unit) = unit {
                watch.missing(|| Missing::ListOfUnit { list: List::Acts, unit, day: last });
            }
        }
        watch.leaf(truth, || {
            let of = match &self.event {
                Event::Act { stage, .. } => Happening::Stage(stage.clone()),
                Event::TrainingHours => Happening::TrainingHours,
            };
            (Evidence::Times { of, cycle: self.cycle, first, last, found, needed }, Vec::new())
        });
        let possible = Possible::from_truth(truth);
        if whole.is_unknown() { possible.union(Possible::SATISFIED).union(Possible::NOT_APPLICABLE) } else { possible }
    }

    /// How much is certainly, and how much possibly, on record inside the period; and whether the record is complete.
    fn found(
        &self,
        first: NaiveDate,
        last: NaiveDate,
        at: At,
        subject: &Subject,
        facts: &Register,
    ) -> ((u32, u32), bool) {
        let (mut low, mut high) = (0_u32, 0_u32);
        let mut add = |day: Option<PartialDate>, matches: Truth, least: u32, most: u32| {
            let day = day.map_or(Window::EVER, PartialDate::window);
            let sure = first <= day.first() && day.last() <= last && matches.is_true();
            let may = day.first() <= last && first <= day.last() && !matches.is_false();
            low = low.saturating_add(if sure { least } else { 0 });
            high = high.saturating_add(if may { most } else { 0 });
        };
        let end = last.min(at.horizon);
        let complete = match (&self.event, *subject) {
            (Event::TrainingHours, Subject::PersonPeriod(person, ..)) => {
                for row in facts.groups().trainings.pick(person.position(), &facts.facts().trainings) {
                    add(Some(row.day), Truth::True, row.hours.unwrap_or(0), row.hours.unwrap_or(u32::MAX));
                }
                facts.person_complete(List::Training, person, end)
            }
            (Event::Act { stage, by }, Subject::UnitPeriod(unit, ..)) => {
                let acts = facts.groups().acts_of_unit.pick(unit.position(), &facts.facts().acts);
                for act in acts.filter(|act| act.stage == *stage) {
                    let matches = match &act.actor {
                        _ if by.is_empty() => Truth::True,
                        Some(actor) => Truth::from(by.contains(actor)),
                        None => Truth::Unknown,
                    };
                    add(act.day, matches, 1, 1);
                }
                facts.unit_complete(List::Acts, unit, end)
            }
            _ => false,
        };
        ((low, high), complete)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        crate::vocab::parse_day(text).unwrap()
    }

    #[test]
    fn a_running_period_is_not_closed_and_one_that_ended_yesterday_is() {
        let periods = closed_periods(Cycle::Quarter, day("2025-07-01"), day("2026-03-31"));
        assert_eq!(periods, [(day("2025-10-01"), day("2025-12-31")), (day("2025-07-01"), day("2025-09-30"))]);
        let periods = closed_periods(Cycle::Quarter, day("2025-12-31"), day("2026-04-01"));
        assert_eq!(periods.first(), Some(&(day("2026-01-01"), day("2026-03-31"))));
        assert_eq!(
            closed_periods(Cycle::Year, day("2025-12-31"), day("2026-01-01")),
            [(day("2025-01-01"), day("2025-12-31"))]
        );
        assert_eq!(
            closed_periods(Cycle::HalfYear, day("2025-12-31"), day("2026-06-30")),
            [(day("2025-07-01"), day("2025-12-31"))]
        );
        assert_eq!(
            closed_periods(Cycle::Month, day("2026-02-01"), day("2026-03-01")),
            [(day("2026-02-01"), day("2026-02-28"))]
        );
    }
}

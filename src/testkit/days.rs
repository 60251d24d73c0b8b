//! 日期与标识 — days, spans and identifiers of generated rows, which are well formed by construction.

use crate::vocab::{ActId, CaseId, FactSpan, Key, PartialDate, PersonId, SpanEnd, UnitId};
use chrono::{Datelike, Months, NaiveDate, TimeDelta};

/// A day of the calendar; the first of the calendar where there is no such day.
pub(super) fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// So many days later, or earlier.
pub(super) fn plus(day: NaiveDate, days: i64) -> NaiveDate {
    TimeDelta::try_days(days).and_then(|days| day.checked_add_signed(days)).unwrap_or(day)
}

/// The corresponding day so many months later, or the last of a month that has no such day.
pub(super) fn months_later(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(day)
}

/// The first day from which a period of months, and then of days, reaches `end`.
pub(super) fn begins(end: NaiveDate, months: u32, days: i64) -> NaiveDate {
    let mut begin = plus(end, days.saturating_neg()).checked_sub_months(Months::new(months)).unwrap_or(end);
    // The end of a short month is reached from several days; the first one is meant.
    while plus(months_later(plus(begin, -1), months), days) == end {
        begin = plus(begin, -1);
    }
    while plus(months_later(begin, months), days) < end {
        begin = plus(begin, 1);
    }
    begin
}

/// The last day from which a period of months is over by `end`, the corresponding day being its last.
pub(super) fn over_by(end: NaiveDate, months: u32) -> NaiveDate {
    plus(begins(plus(end, 1), months, 0), -1)
}

/// A recorded day.
#[expect(clippy::expect_used, reason = "generated days lie within the calendar of the library")]
pub(super) fn on(day: NaiveDate) -> PartialDate {
    PartialDate::try_from(day).expect("a day between 1900 and 2199")
}

/// A recorded month.
pub(super) fn month_of(day: NaiveDate) -> PartialDate {
    PartialDate::new(day.year(), Some(day.month()), None).unwrap_or_else(|_| on(day))
}

/// A recorded year.
pub(super) fn year_of(day: NaiveDate) -> PartialDate {
    PartialDate::new(day.year(), None, None).unwrap_or_else(|_| on(day))
}

/// From a day on, without end.
pub(super) fn since(from: PartialDate) -> FactSpan {
    FactSpan::new(Some(from), SpanEnd::Never).unwrap_or_default()
}

/// From a day on, seen running on another.
#[expect(clippy::expect_used, reason = "generated spans begin before they are seen")]
pub(super) fn seen(from: PartialDate, day: NaiveDate) -> FactSpan {
    FactSpan::new(Some(from), SpanEnd::SeenRunning(day)).expect("a span that begins before it is seen")
}

/// From a day until another, which no longer belongs to it.
#[expect(clippy::expect_used, reason = "generated spans begin before they end")]
pub(super) fn until(from: PartialDate, end: NaiveDate) -> FactSpan {
    FactSpan::new(Some(from), SpanEnd::Ended(on(end))).expect("a span that begins before it ends")
}

/// A word of the open vocabulary.
#[expect(clippy::expect_used, reason = "the words are written out in the generator")]
pub(super) fn key(word: &str) -> Key {
    Key::new(word).expect("a kebab-case key")
}

macro_rules! made {
    ($($name:ident: $id:ident),+ $(,)?) => { $(
        /// A generated identifier.
        pub(super) fn $name(text: &str) -> $id {
            $id::parse(text).expect("letters, digits and hyphens")
        }
    )+ };
}

made! { person_id: PersonId, unit_id: UnitId, act_id: ActId, case_id: CaseId }

/// The quarter of a day: its first and its last day.
pub(super) fn quarter(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let month = day.month0().checked_div(3).unwrap_or(0).saturating_mul(3).saturating_add(1);
    let first = ymd(day.year(), month, 1);
    (first, plus(months_later(first, 3), -1))
}

/// The closed quarters that end in the twelve months before a day, the first one first.
pub(super) fn closed_quarters(day: NaiveDate) -> Vec<(NaiveDate, NaiveDate)> {
    let since = day.checked_sub_months(Months::new(12)).unwrap_or(day);
    let mut quarters = Vec::new();
    let mut at = quarter(since);
    while at.1 < day {
        if since <= at.1 {
            quarters.push(at);
        }
        at = quarter(plus(at.1, 1));
    }
    quarters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_before_the_day_has_four_closed_quarters() {
        let quarters = closed_quarters(ymd(2026, 3, 1));
        let firsts: Vec<_> = quarters.iter().map(|quarter| quarter.0).collect();
        assert_eq!(firsts, [ymd(2025, 1, 1), ymd(2025, 4, 1), ymd(2025, 7, 1), ymd(2025, 10, 1)]);
        assert_eq!(quarters.last(), Some(&(ymd(2025, 10, 1), ymd(2025, 12, 31))));
    }

    #[test]
    fn a_period_reaches_its_end_from_the_first_such_day() {
        assert_eq!(begins(ymd(2026, 3, 1), 60, 60), ymd(2020, 12, 31));
        assert_eq!(begins(ymd(2026, 3, 1), 60, 0), ymd(2021, 3, 1));
        assert_eq!(begins(ymd(2026, 2, 28), 6, 0), ymd(2025, 8, 28));
        assert_eq!(begins(ymd(2026, 12, 31), 60, 0), ymd(2021, 12, 31));
        for offset in 0..365 {
            let end = plus(ymd(2026, 1, 1), offset);
            let begin = begins(end, 60, 60);
            assert!(end <= plus(months_later(begin, 60), 60));
            assert!(plus(months_later(plus(begin, -1), 60), 60) < end);
            let last = over_by(end, 18);
            assert!(months_later(last, 18) <= end);
            assert!(end < months_later(plus(last, 1), 18));
        }
    }
}

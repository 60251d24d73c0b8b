//! 期间 — so many days, months or years from a day, as 民法典 200 to 202 count them.

use std::{fmt, str::FromStr};

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{
    date::{MAX_DAY, MIN_DAY, Window},
    text::{Lang, read_str, shown},
};

/// 期间错误 — a text that is no period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PeriodError {
    /// Not in the one form of a period.
    #[error("`{input}` is not a period such as `10 days`, `6 months` or `1 year`")]
    Malformed {
        /// What stood there, shortened.
        input: String,
    },
}

/// 期间 — a length of time by the calendar.
///
/// Written `10 days`, `1 day`, `6 months`, `1 year`, and no other way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "民法典 200 knows years, months and days; hours do not occur here")]
pub enum Period {
    /// 日 — calendar days.
    Days(u32),
    /// 月 — calendar months.
    Months(u32),
    /// 年 — calendar years.
    Years(u32),
}

impl Period {
    /// 期间届满日 — the last day of the period that begins with an event on `day`.
    ///
    /// The day of the event is not counted (民法典 201). Months and years end on the corresponding
    /// day, or on the last day of a month that has no such day (民法典 202). A day outside the
    /// calendar becomes its nearest day.
    pub fn after(self, day: NaiveDate) -> NaiveDate {
        let end = match self {
            Self::Days(days) => day.checked_add_days(Days::new(u64::from(days))),
            Self::Months(months) => day.checked_add_months(Months::new(months)),
            Self::Years(years) => day.checked_add_months(Months::new(years.saturating_mul(12))),
        };
        end.unwrap_or(MAX_DAY).clamp(MIN_DAY, MAX_DAY)
    }

    /// 倒推 — the day this long before `day`: exact for days, else the corresponding day, or the
    /// last day of a month that has no such day.
    ///
    /// A period that begins on it has ended by `day`. It need not be the latest such day: one
    /// month after 31 January and after 28 January 2023 are both 28 February.
    pub fn before(self, day: NaiveDate) -> NaiveDate {
        let start = match self {
            Self::Days(days) => day.checked_sub_days(Days::new(u64::from(days))),
            Self::Months(months) => day.checked_sub_months(Months::new(months)),
            Self::Years(years) => day.checked_sub_months(Months::new(years.saturating_mul(12))),
        };
        start.unwrap_or(MIN_DAY).clamp(MIN_DAY, MAX_DAY)
    }

    /// 期间届满日的可能范围 — the days on which the period can end when it begins in `window`.
    pub fn after_window(self, window: Window) -> Window {
        // `after` never turns two days round, so the ends of the window are the ends of the result.
        let (first, last) = (self.after(window.first()), self.after(window.last()));
        Window::new(first, last).unwrap_or(Window::exact(first))
    }

    /// 文字 — `10日`, `6个月`, `1年` in Chinese, `10 days` in English.
    pub fn in_words(self, lang: Lang) -> String {
        match (lang, self) {
            (Lang::En, _) => self.to_string(),
            (Lang::Zh, Self::Days(days)) => format!("{days}日"),
            (Lang::Zh, Self::Months(months)) => format!("{months}个月"),
            (Lang::Zh, Self::Years(years)) => format!("{years}年"),
        }
    }
}

/// 满岁之日 — the day on which someone born on `born` reaches so many years: the birthday, and
/// 28 February in a common year for a birth on 29 February.
pub fn reached(born: NaiveDate, years: u32) -> NaiveDate {
    Period::Years(years).after(born)
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, unit) = match self {
            Self::Days(days) => (days, "day"),
            Self::Months(months) => (months, "month"),
            Self::Years(years) => (years, "year"),
        };
        write!(f, "{count} {unit}{}", if *count == 1 { "" } else { "s" })
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let read = || {
            let (count, unit) = text.split_once(' ')?;
            let count = count.parse().ok()?;
            match unit {
                "day" | "days" => Some(Self::Days(count)),
                "month" | "months" => Some(Self::Months(count)),
                "year" | "years" => Some(Self::Years(count)),
                _ => None,
            }
        };
        read().filter(|period| period.to_string() == text).ok_or_else(|| PeriodError::Malformed { input: shown(text) })
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_str(deserializer, "a period such as `10 days`, `6 months` or `1 year`", Self::from_str)
    }
}

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "small numbers made up by the tests")]
mod tests {
    use chrono::Datelike as _;
    use proptest::prelude::*;

    use super::super::date::parse_day;
    use super::*;

    fn day(text: &str) -> NaiveDate {
        parse_day(text).unwrap()
    }

    fn period() -> impl Strategy<Value = Period> {
        prop_oneof![
            (0_u32..400).prop_map(Period::Days),
            (0_u32..40).prop_map(Period::Months),
            (0_u32..80).prop_map(Period::Years),
        ]
    }

    /// Biased to the ends of months, where clamping happens.
    fn any_day() -> impl Strategy<Value = NaiveDate> {
        let span = (MAX_DAY - MIN_DAY).num_days().cast_unsigned();
        let month_ends = (1900_i32..2200, 1_u32..=12, 0_u64..6).prop_map(|(year, month, back)| {
            let next = NaiveDate::from_ymd_opt(year, month, 1).unwrap() + Months::new(1);
            (next - Days::new(back)).clamp(MIN_DAY, MAX_DAY)
        });
        prop_oneof![(0..=span).prop_map(|n| MIN_DAY + Days::new(n)), month_ends]
    }

    #[test]
    fn the_first_day_is_not_counted_cc_201() {
        assert_eq!(Period::Days(10).after(day("2025-05-01")), day("2025-05-11"));
        assert_eq!(Period::Days(0).after(day("2025-05-01")), day("2025-05-01"));
        assert_eq!(Period::Days(1).after(day("2024-02-28")), day("2024-02-29"));
        assert_eq!(Period::Days(1).after(day("2023-12-31")), day("2024-01-01"));
    }

    #[test]
    fn months_and_years_end_on_the_corresponding_day_cc_202() {
        for (period, from, to) in [
            (Period::Months(1), "2023-01-31", "2023-02-28"),
            (Period::Months(1), "2024-01-31", "2024-02-29"),
            (Period::Months(1), "2023-01-28", "2023-02-28"),
            (Period::Months(1), "2023-02-28", "2023-03-28"),
            (Period::Months(6), "2023-08-31", "2024-02-29"),
            (Period::Months(12), "2024-02-29", "2025-02-28"),
            (Period::Years(1), "2024-02-29", "2025-02-28"),
            (Period::Years(4), "2024-02-29", "2028-02-29"),
            (Period::Years(5), "2025-05-01", "2030-05-01"),
            (Period::Years(0), "2025-05-01", "2025-05-01"),
        ] {
            assert_eq!(period.after(day(from)), day(to), "{period} after {from}");
        }
    }

    #[test]
    fn counting_back_takes_the_corresponding_day() {
        for (period, from, to) in [
            (Period::Days(20), "2026-03-10", "2026-02-18"),
            (Period::Months(1), "2023-03-31", "2023-02-28"),
            (Period::Months(1), "2023-02-28", "2023-01-28"),
            (Period::Years(1), "2024-02-29", "2023-02-28"),
            (Period::Years(4), "2024-02-29", "2020-02-29"),
        ] {
            assert_eq!(period.before(day(from)), day(to), "{period} before {from}");
        }
    }

    #[test]
    fn a_birthday_on_29_february_falls_on_the_28th_in_common_years() {
        let born = day("2008-02-29");
        assert_eq!(reached(born, 18), day("2026-02-28"));
        assert_eq!(reached(born, 20), day("2028-02-29"));
        assert_eq!(reached(day("2008-03-01"), 18), day("2026-03-01"));
        assert_eq!(reached(born, 0), born);
    }

    #[test]
    fn a_result_outside_the_calendar_is_its_nearest_day() {
        for period in [Period::Days(u32::MAX), Period::Months(u32::MAX), Period::Years(u32::MAX)] {
            for day in [MIN_DAY, MAX_DAY, NaiveDate::MIN, NaiveDate::MAX] {
                assert_eq!(period.after(day), MAX_DAY, "{period} after {day}");
                assert_eq!(period.before(day), MIN_DAY, "{period} before {day}");
            }
        }
        assert_eq!(Period::Days(1).after(MAX_DAY), MAX_DAY);
        assert_eq!(Period::Days(1).before(MIN_DAY), MIN_DAY);
        assert_eq!(Period::Days(0).after(NaiveDate::MIN), MIN_DAY);
        assert_eq!(Period::Days(0).before(NaiveDate::MAX), MAX_DAY);
    }

    #[test]
    fn a_period_has_one_written_form() {
        for (period, text, zh) in [
            (Period::Days(0), "0 days", "0日"),
            (Period::Days(1), "1 day", "1日"),
            (Period::Days(10), "10 days", "10日"),
            (Period::Months(1), "1 month", "1个月"),
            (Period::Months(6), "6 months", "6个月"),
            (Period::Years(1), "1 year", "1年"),
            (Period::Years(u32::MAX), "4294967295 years", "4294967295年"),
        ] {
            assert_eq!(text.parse(), Ok(period));
            assert_eq!(period.to_string(), text);
            assert_eq!((period.in_words(Lang::Zh), period.in_words(Lang::En)), (zh.into(), text.into()));
            let json = serde_json::to_string(&period).unwrap();
            assert_eq!(json, format!("\"{text}\""));
            assert_eq!(serde_json::from_str::<Period>(&json).unwrap(), period);
        }
    }

    #[test]
    fn any_other_writing_of_a_period_is_refused() {
        for text in [
            "",
            " ",
            "10",
            "days",
            "10days",
            "10  days",
            " 10 days",
            "10 days ",
            "+10 days",
            "-1 days",
            "010 days",
            "1 days",
            "2 day",
            "10 Days",
            "1.5 years",
            "1 week",
            "10日",
            "4294967296 days",
            "１０ days",
            "10\tdays",
            "P10D",
        ] {
            let error = text.parse::<Period>().unwrap_err();
            assert!(matches!(error, PeriodError::Malformed { .. }), "{text}");
        }
        assert!(serde_json::from_str::<Period>("10").is_err());
        let error = "1 week".parse::<Period>().unwrap_err();
        assert_eq!(error.to_string(), "`1 week` is not a period such as `10 days`, `6 months` or `1 year`");
    }

    #[test]
    fn a_window_moves_with_both_its_ends() {
        let window = Window::new(day("2023-01-28"), day("2023-01-31")).unwrap();
        assert_eq!(Period::Months(1).after_window(window), Window::exact(day("2023-02-28")));
        let year = Window::new(day("2024-01-01"), day("2024-12-31")).unwrap();
        let moved = Window::new(day("2042-01-01"), day("2042-12-31")).unwrap();
        assert_eq!(Period::Years(18).after_window(year), moved);
    }

    proptest! {
        #[test]
        fn a_later_event_never_ends_earlier(period in period(), a in any_day(), b in any_day()) {
            let (a, b) = (a.min(b), a.max(b));
            prop_assert!(period.after(a) <= period.after(b));
            prop_assert!(period.before(a) <= period.before(b));
        }

        #[test]
        fn a_window_holds_exactly_the_ends_of_its_days(period in period(), first in any_day(), days in 0_u64..40) {
            let window = Window::new(first, (first + Days::new(days)).min(MAX_DAY)).unwrap();
            let ends: Vec<_> = window.first().iter_days().take_while(|d| *d <= window.last()).map(|d| period.after(d)).collect();
            let moved = period.after_window(window);
            prop_assert_eq!(Some(&moved.first()), ends.iter().min());
            prop_assert_eq!(Some(&moved.last()), ends.iter().max());
        }

        #[test]
        fn a_period_begun_that_long_before_has_ended(period in period(), end in any_day()) {
            let start = period.before(end);
            prop_assert!(start <= end);
            prop_assert!(MIN_DAY == start || period.after(start) <= end);
        }

        #[test]
        fn months_keep_the_day_unless_the_month_is_too_short(months in 0_u32..60, from in any_day()) {
            let end = Period::Months(months).after(from);
            if end < MAX_DAY {
                prop_assert!(end.day() == from.day() || end.day() < from.day() && end.succ_opt().unwrap().day() == 1);
                let moved = (end.year() - from.year()) * 12 + end.month().cast_signed() - from.month().cast_signed();
                prop_assert_eq!(moved, months.cast_signed());
            }
        }

        #[test]
        fn any_text_is_read_back_as_written_or_refused(text in "\\PC{0,12}|[0-9]{1,3} (day|month|year)s?") {
            if let Ok(period) = text.parse::<Period>() {
                prop_assert_eq!(period.to_string(), text);
            }
        }
    }
}

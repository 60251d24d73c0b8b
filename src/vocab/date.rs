//! 日期 — days of a bounded calendar, dates known to the year or month only, and what both leave open.

use std::{fmt, num::NonZeroU32, str::FromStr};

use chrono::{Datelike as _, Days, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{
    text::{Lang, Object, narrow, read_str, shown},
    truth::Truth,
};

/// 最早一日 — the first day of the calendar, 1900-01-01.
pub const MIN_DAY: NaiveDate = match NaiveDate::from_ymd_opt(1900, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// 最晚一日 — the last day of the calendar, 2199-12-31.
pub const MAX_DAY: NaiveDate = match NaiveDate::from_ymd_opt(2199, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

/// 日期错误 — a date, window or span that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DateError {
    /// Not in a form that is read here.
    #[error("`{input}` is not a date")]
    Malformed {
        /// What stood there, shortened.
        input: String,
    },
    /// A date but for its year, which has two digits.
    #[error("the year of `{input}` has two digits")]
    TwoDigitYear {
        /// What stood there, shortened.
        input: String,
    },
    /// Before 1900 or after 2199.
    #[error("year `{year}` is outside 1900 to 2199")]
    YearOutOfBounds {
        /// The year.
        year: i32,
    },
    /// A month other than 1 to 12.
    #[error("year `{year}` has no month `{month}`")]
    NoSuchMonth {
        /// The year.
        year: i32,
        /// What stood for the month.
        month: u32,
    },
    /// A day the month does not have.
    #[error("month `{year:04}-{month:02}` has no day `{day}`")]
    NoSuchDay {
        /// The year.
        year: i32,
        /// The month.
        month: u32,
        /// What stood for the day.
        day: u32,
    },
    /// A day without the month it is in.
    #[error("day `{day}` of year `{year}` has no month")]
    DayWithoutMonth {
        /// The year.
        year: i32,
        /// The day.
        day: u32,
    },
    /// A spreadsheet's serial number for no day of the calendar.
    #[error("serial day `{serial}` is no day from 1900 to 2199")]
    NoSuchSerial {
        /// The serial number.
        serial: u32,
    },
    /// A span that holds no day.
    #[error("the span from `{from}` until `{until}` holds no day")]
    EmptySpan {
        /// The first day.
        from: NaiveDate,
        /// The first day after it.
        until: NaiveDate,
    },
    /// A window or a closed wording whose last day is before its first.
    #[error("the last day `{last}` is before the first day `{first}`")]
    Reversed {
        /// The first day.
        first: NaiveDate,
        /// The last day.
        last: NaiveDate,
    },
    /// A fact that begins after the last day on which it can have ended or was seen.
    #[error("`{from}` is after `{end}`, by which the fact had begun")]
    BeginsAfterEnd {
        /// The recorded beginning.
        from: PartialDate,
        /// The recorded end, or the day it was seen running.
        end: PartialDate,
    },
}

impl DateError {
    /// 应如何更正 — what would be right instead.
    pub fn remedy(&self, lang: Lang) -> String {
        let (zh, en) = match self {
            Self::Malformed { .. } => (
                "应为 1979、1979.08 或 1979.08.05 这样的年月日".to_owned(),
                "should be a date such as 1979, 1979.08 or 1979.08.05".to_owned(),
            ),
            Self::TwoDigitYear { .. } => (
                "年份应为四位数字，如 1979.08".to_owned(),
                "should have four digits for the year, such as 1979.08".to_owned(),
            ),
            Self::YearOutOfBounds { .. } => ranged("1900", "2199"),
            Self::NoSuchMonth { year, .. } => ranged(&format!("{year:04}.01"), &format!("{year:04}.12")),
            Self::NoSuchDay { year, month, .. } => {
                let last = last_of_month(*year, *month).map_or(31, |day| day.day());
                ranged(&format!("{year:04}.{month:02}.01"), &format!("{year:04}.{month:02}.{last:02}"))
            }
            Self::DayWithoutMonth { year, .. } => (
                format!("应补上月份，如 {year:04}.08.05；或只写 {year:04}"),
                format!("should name the month, such as {year:04}.08.05, or only the year, {year:04}"),
            ),
            Self::NoSuchSerial { .. } => (
                "应为日期，如 1979.08.05；表格序号应在 1–109574 之间，且不为 60".to_owned(),
                "should be a date such as 1979.08.05; serial days run from 1 to 109574, without 60".to_owned(),
            ),
            Self::EmptySpan { from, .. } => (format!("结束日应晚于 {from}"), format!("the end should be after {from}")),
            Self::Reversed { first, .. } => {
                (format!("末日应不早于 {first}"), format!("the last day should be {first} or later"))
            }
            Self::BeginsAfterEnd { from, end } => (
                format!("起始应不晚于 {end}，或结束应不早于 {from}"),
                format!("the beginning should be {end} or earlier, or the end {from} or later"),
            ),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// 取日期 — one day of the calendar.
///
/// # Errors
///
/// [`DateError::YearOutOfBounds`], [`DateError::NoSuchMonth`] or [`DateError::NoSuchDay`].
pub fn date(year: i32, month: u32, day: u32) -> Result<NaiveDate, DateError> {
    let last = last_of_month(checked_year(year)?, month).ok_or(DateError::NoSuchMonth { year, month })?;
    NaiveDate::from_ymd_opt(year, month, day).filter(|day| *day <= last).ok_or(DateError::NoSuchDay {
        year,
        month,
        day,
    })
}

/// 读取日期 — one day, written `YYYY-MM-DD` and no other way.
///
/// # Errors
///
/// [`DateError::Malformed`], or as [`date`].
pub fn parse_day(text: &str) -> Result<NaiveDate, DateError> {
    match canonical(text) {
        Some((year, Some(month), Some(day))) => date(year, month, day),
        _ => Err(DateError::Malformed { input: shown(text) }),
    }
}

/// 精度 — how much of a date is known, the coarsest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(clippy::exhaustive_enums, reason = "a date has no fourth part")]
pub enum Precision {
    /// 年 — the year only.
    Year,
    /// 月 — year and month.
    Month,
    /// 日 — the day.
    Day,
}

/// 登记日期 — a date as recorded: a year, a month or a day.
///
/// Ordered by its first possible day, the coarser first. On the wire `1979`, `1979-08` or
/// `1979-08-05` and nothing else; [`PartialDate::parse`] reads what people type.
// INVARIANT: year << 11 | month << 7 | day << 2 | precision, a day of the calendar; month and day
// are 1 where they are not known, so that the number sorts as the date does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate(NonZeroU32);

impl PartialDate {
    /// 登记日期 — a year, with the month and the day as far as they are known.
    ///
    /// # Errors
    ///
    /// As [`date`], and [`DateError::DayWithoutMonth`].
    pub fn new(year: i32, month: Option<u32>, day: Option<u32>) -> Result<Self, DateError> {
        let precision = match (month, day) {
            (None, None) => 0,
            (Some(_), None) => 1,
            (Some(_), Some(_)) => 2,
            (None, Some(day)) => return Err(DateError::DayWithoutMonth { year, day }),
        };
        let first = date(year, month.unwrap_or(1), day.unwrap_or(1))?;
        let packed = year.cast_unsigned() << 11 | first.month() << 7 | first.day() << 2 | precision;
        Ok(Self(NonZeroU32::new(packed).unwrap_or(NonZeroU32::MIN)))
    }

    /// 读取 — a date as people type it.
    ///
    /// Reads `1979`, `1979.08`, `1979.8`, `1979-08`, `1979/8`, `1979年`, `1979年8月`, the same with
    /// a day, and `197908`, `19790805`; blanks around it and full-width characters do not matter.
    /// A cell that a spreadsheet took for a number has lost its final zero: `1979.1` reads as January.
    ///
    /// # Errors
    ///
    /// [`DateError::TwoDigitYear`], [`DateError::Malformed`], or as [`date`].
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let narrowed: String = text.trim().chars().map(narrow).collect();
        let read = Fields::split(&narrowed).and_then(Fields::numbers);
        match read {
            Some(Numbers { year: Some(year), month, day }) => Self::new(year, month, day),
            Some(Numbers { year: None, .. }) => Err(DateError::TwoDigitYear { input: shown(text) }),
            None => Err(DateError::Malformed { input: shown(text) }),
        }
    }

    /// 表格序号 — the day a spreadsheet stores as this number (1900 system: 1 is 1900-01-01).
    ///
    /// # Errors
    ///
    /// [`DateError::NoSuchSerial`] for 0, for 60 (the 29 February 1900 that never was) and after 2199.
    pub fn from_excel_serial(serial: u32) -> Result<Self, DateError> {
        let offset = match serial {
            0 | 60 => None,
            1..60 => serial.checked_sub(1),
            _ => serial.checked_sub(2),
        };
        offset
            .and_then(|days| MIN_DAY.checked_add_days(Days::new(u64::from(days))))
            .and_then(|day| Self::try_from(day).ok())
            .ok_or(DateError::NoSuchSerial { serial })
    }

    /// 精度 — how much of it is known.
    pub const fn precision(self) -> Precision {
        match self.0.get() & 0b11 {
            0 => Precision::Year,
            1 => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// 最早可能 — the first day it can mean.
    pub fn first(self) -> NaiveDate {
        let (year, month, day) = self.parts();
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or(MIN_DAY)
    }

    /// 最晚可能 — the last day it can mean.
    pub fn last(self) -> NaiveDate {
        let (year, month, _) = self.parts();
        let last = match self.precision() {
            Precision::Year => last_of_month(year, 12),
            Precision::Month => last_of_month(year, month),
            Precision::Day => None,
        };
        last.unwrap_or_else(|| self.first())
    }

    /// 可能范围 — the days it can mean.
    pub fn window(self) -> Window {
        Window { first: self.first(), last: self.last() }
    }

    /// 确切日期 — the day, if it is known.
    pub fn exact(self) -> Option<NaiveDate> {
        (self.precision() == Precision::Day).then(|| self.first())
    }

    /// 文字 — `1979年8月5日` in Chinese, `1979-08-05` in English, as far as it is known.
    pub fn in_words(self, lang: Lang) -> String {
        let (year, month, day) = self.parts();
        match (lang, self.precision()) {
            (Lang::En, _) => self.to_string(),
            (Lang::Zh, Precision::Year) => format!("{year}年"),
            (Lang::Zh, Precision::Month) => format!("{year}年{month}月"),
            (Lang::Zh, Precision::Day) => format!("{year}年{month}月{day}日"),
        }
    }

    fn parts(self) -> (i32, u32, u32) {
        let packed = self.0.get();
        ((packed >> 11).cast_signed(), packed >> 7 & 0b1111, packed >> 2 & 0b1_1111)
    }
}

impl TryFrom<NaiveDate> for PartialDate {
    type Error = DateError;

    fn try_from(day: NaiveDate) -> Result<Self, DateError> {
        Self::new(day.year(), Some(day.month()), Some(day.day()))
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    /// The wire form only.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let (year, month, day) = canonical(text).ok_or_else(|| DateError::Malformed { input: shown(text) })?;
        Self::new(year, month, day)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        match self.precision() {
            Precision::Year => write!(f, "{year:04}"),
            Precision::Month => write!(f, "{year:04}-{month:02}"),
            Precision::Day => write!(f, "{year:04}-{month:02}-{day:02}"),
        }
    }
}

impl fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_str(deserializer, "a date: `1979`, `1979-08` or `1979-08-05`", Self::from_str)
    }
}

/// 可能范围 — some day of `first <= day <= last`, it is not known which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Object<RawWindow>", into = "RawWindow")]
pub struct Window {
    first: NaiveDate,
    last: NaiveDate,
}

impl Window {
    /// 任何一日 — any day of the calendar.
    pub const EVER: Self = Self { first: MIN_DAY, last: MAX_DAY };

    /// 确切 — this day.
    pub const fn exact(day: NaiveDate) -> Self {
        Self { first: day, last: day }
    }

    /// 可能范围 — one of these days, both ends included.
    ///
    /// # Errors
    ///
    /// [`DateError::Reversed`] unless `first <= last`.
    pub fn new(first: NaiveDate, last: NaiveDate) -> Result<Self, DateError> {
        if last < first {
            return Err(DateError::Reversed { first, last });
        }
        Ok(Self { first, last })
    }

    /// 最早可能 — the first of the days.
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// 最晚可能 — the last of the days.
    pub const fn last(self) -> NaiveDate {
        self.last
    }

    /// 是否确切 — is the day known?
    pub fn is_exact(self) -> bool {
        self.first == self.last
    }

    /// 是否可能 — can it be this day?
    pub fn contains(self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// 不晚于 — is this day the other or earlier?
    pub fn is_on_or_before(self, other: Self) -> Truth {
        if self.last <= other.first {
            Truth::True
        } else if other.last < self.first {
            Truth::False
        } else {
            Truth::Unknown
        }
    }

    /// 早于 — is this day before the other?
    pub fn is_before(self, other: Self) -> Truth {
        !other.is_on_or_before(self)
    }
}

impl From<PartialDate> for Window {
    fn from(date: PartialDate) -> Self {
        date.window()
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWindow {
    #[serde(with = "day")]
    first: NaiveDate,
    #[serde(with = "day")]
    last: NaiveDate,
}

impl From<Window> for RawWindow {
    fn from(window: Window) -> Self {
        Self { first: window.first, last: window.last }
    }
}

impl TryFrom<Object<RawWindow>> for Window {
    type Error = DateError;

    fn try_from(Object(raw): Object<RawWindow>) -> Result<Self, DateError> {
        Self::new(raw.first, raw.last)
    }
}

/// One day on the wire, for `#[serde(with = …)]`: chrono alone would also read `2023-2-9`.
pub(crate) mod day {
    use super::{Deserializer, NaiveDate, Serializer, parse_day, read_str};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
    pub(crate) fn serialize<S: Serializer>(day: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(day)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
        read_str(deserializer, "a day: `1979-08-05`", parse_day)
    }
}

/// One day on the wire or none, for `#[serde(with = …, default, skip_serializing_if = …)]`.
pub(crate) mod day_or_none {
    use super::{Deserialize, Deserializer, NaiveDate, Serialize as _, Serializer, day};

    #[derive(Deserialize)]
    #[serde(transparent)]
    struct Strict(#[serde(with = "day")] NaiveDate);

    #[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
    pub(crate) fn serialize<S: Serializer>(day: &Option<NaiveDate>, serializer: S) -> Result<S::Ok, S::Error> {
        day.serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
        Option::<Strict>::deserialize(deserializer).map(|day| day.map(|Strict(day)| day))
    }
}

/// The written parts of a date.
struct Fields<'a> {
    year: &'a str,
    month: Option<&'a str>,
    day: Option<&'a str>,
}

/// The parts as numbers; no year where it has two digits.
struct Numbers {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
}

impl<'a> Fields<'a> {
    fn split(text: &'a str) -> Option<Self> {
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Self::split_compact(text);
        }
        if let Some((year, rest)) = text.split_once('年') {
            return Self::split_words(year, rest);
        }
        let separator = ['.', '-', '/'].into_iter().find(|c| text.contains(*c))?;
        let mut parts = text.split(separator);
        let fields = Self { year: parts.next()?, month: parts.next(), day: parts.next() };
        parts.next().is_none().then_some(fields)
    }

    fn split_compact(digits: &'a str) -> Option<Self> {
        match digits.len() {
            2 | 4 => Some(Self { year: digits, month: None, day: None }),
            6 => Some(Self { year: digits.get(..4)?, month: digits.get(4..), day: None }),
            8 => Some(Self { year: digits.get(..4)?, month: digits.get(4..6), day: digits.get(6..) }),
            _ => None,
        }
    }

    fn split_words(year: &'a str, rest: &'a str) -> Option<Self> {
        if rest.is_empty() {
            return Some(Self { year, month: None, day: None });
        }
        if let Some(month) = rest.strip_suffix('月') {
            return Some(Self { year, month: Some(month), day: None });
        }
        let (month, day) = rest.strip_suffix('日')?.split_once('月')?;
        Some(Self { year, month: Some(month), day: Some(day) })
    }

    fn numbers(self) -> Option<Numbers> {
        let year = match self.year.len() {
            2 => number(self.year).map(|_| None),
            4 => number(self.year).map(|year| Some(year.cast_signed())),
            _ => None,
        }?;
        let part = |written: Option<&str>| match written {
            None => Some(None),
            Some(digits) if digits.len() <= 2 => number(digits).map(Some),
            Some(_) => None,
        };
        Some(Numbers { year, month: part(self.month)?, day: part(self.day)? })
    }
}

/// The wire form, as numbers not yet checked against the calendar.
fn canonical(text: &str) -> Option<(i32, Option<u32>, Option<u32>)> {
    let mut parts = text.split('-');
    let year = parts.next().filter(|part| part.len() == 4).and_then(number)?;
    let mut two_digits = || match parts.next() {
        None => Some(None),
        Some(part) if part.len() == 2 => number(part).map(Some),
        Some(_) => None,
    };
    let (month, day) = (two_digits()?, two_digits()?);
    parts.next().is_none().then_some((year.cast_signed(), month, day))
}

/// A number written in ordinary digits and nothing else.
fn number(digits: &str) -> Option<u32> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

fn checked_year(year: i32) -> Result<i32, DateError> {
    let bounds = MIN_DAY.year()..=MAX_DAY.year();
    bounds.contains(&year).then_some(year).ok_or(DateError::YearOutOfBounds { year })
}

fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    (28..=31).rev().find_map(|day| NaiveDate::from_ymd_opt(year, month, day))
}

fn ranged(first: &str, last: &str) -> (String, String) {
    (format!("应为 {first}–{last}"), format!("should be {first}–{last}"))
}

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "small numbers made up by the tests")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        parse_day(text).unwrap()
    }

    fn window(first: &str, last: &str) -> Window {
        Window::new(day(first), day(last)).unwrap()
    }

    fn any_day() -> impl Strategy<Value = NaiveDate> {
        let span = (MAX_DAY - MIN_DAY).num_days().cast_unsigned();
        (0..=span).prop_map(|n| MIN_DAY + Days::new(n))
    }

    fn partial() -> impl Strategy<Value = PartialDate> {
        (any_day(), 0..3).prop_map(|(day, precision)| match precision {
            0 => PartialDate::new(day.year(), None, None).unwrap(),
            1 => PartialDate::new(day.year(), Some(day.month()), None).unwrap(),
            _ => PartialDate::try_from(day).unwrap(),
        })
    }

    #[test]
    fn the_calendar_runs_from_1900_to_2199() {
        assert_eq!((MIN_DAY.to_string(), MAX_DAY.to_string()), ("1900-01-01".into(), "2199-12-31".into()));
        assert_eq!(date(1900, 1, 1), Ok(MIN_DAY));
        assert_eq!(date(2199, 12, 31), Ok(MAX_DAY));
        for year in [1899, 2200, 0, -1979, i32::MIN, i32::MAX] {
            assert_eq!(date(year, 1, 1), Err(DateError::YearOutOfBounds { year }));
        }
    }

    #[test]
    fn a_date_needs_a_month_and_a_day_that_exist() {
        for month in [0, 13, u32::MAX] {
            assert_eq!(date(2024, month, 1), Err(DateError::NoSuchMonth { year: 2024, month }));
        }
        for (year, month, last) in
            [(2024, 2, 29), (2023, 2, 28), (1900, 2, 28), (2000, 2, 29), (2024, 4, 30), (2024, 12, 31)]
        {
            assert!(date(year, month, last).is_ok(), "{year}-{month}-{last}");
            for day in [0, last + 1, 32, u32::MAX] {
                assert_eq!(date(year, month, day), Err(DateError::NoSuchDay { year, month, day }));
            }
        }
    }

    #[test]
    fn a_day_is_read_in_one_form_only() {
        assert_eq!(parse_day("2023-02-09"), date(2023, 2, 9));
        for text in [
            "2023-2-9",
            "2023-02-9",
            " 2023-02-09",
            "2023-02-09 ",
            "2023/02/09",
            "20230209",
            "2023-02",
            "2023",
            "+2023-02-09",
            "02023-02-09",
            "2023-02-09-",
            "2023--02-09",
            "-2023-02-09",
            "２０２３-０２-０９",
            "2023-02-09T00:00:00",
            "2023-+2-09",
            "",
            "-",
            "--",
        ] {
            assert!(matches!(parse_day(text), Err(DateError::Malformed { .. })), "{text}");
        }
        assert_eq!(parse_day("2023-02-29"), Err(DateError::NoSuchDay { year: 2023, month: 2, day: 29 }));
        assert_eq!(parse_day("0000-01-01"), Err(DateError::YearOutOfBounds { year: 0 }));
    }

    #[test]
    fn a_recorded_date_is_read_in_every_form_people_use() {
        for (canonical, texts) in [
            ("1979", ["1979", "1979年", " 1979\t", "\u{3000}１９７９\u{3000}", "１９７９年", "1979 "].as_slice()),
            (
                "1979-08",
                &[
                    "1979.08",
                    "1979.8",
                    "1979-08",
                    "1979-8",
                    "1979/8",
                    "1979/08",
                    "1979年8月",
                    "1979年08月",
                    "197908",
                    "１９７９．０８",
                    "１９７９－８",
                    "１９７９／８",
                    "１９７９年８月",
                    "1979．8",
                    "１９７９０８",
                    " 1979.08\n",
                ],
            ),
            (
                "1979-08-05",
                &[
                    "1979.08.05",
                    "1979.8.5",
                    "1979-08-05",
                    "1979-8-05",
                    "1979/8/5",
                    "1979年8月5日",
                    "1979年08月05日",
                    "19790805",
                    "１９７９．８．５",
                    "１９７９年８月５日",
                    "1979/08/5",
                ],
            ),
        ] {
            for text in texts {
                assert_eq!(PartialDate::parse(text).map(|date| date.to_string()).as_deref(), Ok(canonical), "{text}");
            }
        }
        assert_eq!(PartialDate::parse("1979.1"), PartialDate::new(1979, Some(1), None));
    }

    #[test]
    fn anything_else_is_no_date() {
        for text in [
            "",
            " ",
            "不详",
            "1979.",
            "1979-",
            ".08",
            "1979..08",
            "1979.08.",
            "1979.08.05.",
            "1979.08.05.01",
            "1979.080",
            "1979.008",
            "1979-08.05",
            "1979.08-05",
            "1979/08-05",
            "1979年8",
            "1979年8月5",
            "1979年8日",
            "1979年8月5号",
            "年8月",
            "1979年月",
            "1979年8月日",
            "1979年8月5日生",
            "1979年8.5",
            "1979 08",
            "1979. 08",
            "1979 年 8 月",
            "+1979.08",
            "-1979.08",
            "1979.+8",
            "1979.-8",
            "1979x",
            "约1979",
            "1979?",
            "1",
            "197",
            "19798",
            "1979080",
            "197908051",
            "01979",
            "19790.8",
            "1979.08 至今",
            "1979.08—",
            "1979—08",
            "1979~08",
            "1979。8",
            "一九七九年",
            "1979年8月5日5日",
            "1979.8e1",
            "١٩٧٩",
            "1979-08-05T00:00",
            "08.1979",
            "5.8.1979",
            "25569.5",
        ] {
            assert!(matches!(PartialDate::parse(text), Err(DateError::Malformed { .. })), "{text}");
        }
    }

    #[test]
    fn a_two_digit_year_is_named_as_such() {
        for text in ["79", "79.08", "79.8", "79-08-05", "79/8/5", "79年", "79年8月", "79年8月5日", " ７９．０８ "]
        {
            let error = PartialDate::parse(text).unwrap_err();
            assert_eq!(error, DateError::TwoDigitYear { input: text.trim().into() });
        }
        assert!(matches!(PartialDate::parse("79.080"), Err(DateError::Malformed { .. })));
    }

    #[test]
    fn a_date_that_does_not_exist_is_told_from_one_that_cannot_be_read() {
        let cases = [
            ("1979.00", DateError::NoSuchMonth { year: 1979, month: 0 }),
            ("1979.13", DateError::NoSuchMonth { year: 1979, month: 13 }),
            ("197913", DateError::NoSuchMonth { year: 1979, month: 13 }),
            ("1979年0月", DateError::NoSuchMonth { year: 1979, month: 0 }),
            ("1979.13.45", DateError::NoSuchMonth { year: 1979, month: 13 }),
            ("1979.06.31", DateError::NoSuchDay { year: 1979, month: 6, day: 31 }),
            ("19790229", DateError::NoSuchDay { year: 1979, month: 2, day: 29 }),
            ("1979-08-00", DateError::NoSuchDay { year: 1979, month: 8, day: 0 }),
            ("1899.12", DateError::YearOutOfBounds { year: 1899 }),
            ("2200", DateError::YearOutOfBounds { year: 2200 }),
            ("790805", DateError::YearOutOfBounds { year: 7908 }),
            ("0000", DateError::YearOutOfBounds { year: 0 }),
        ];
        for (text, error) in cases {
            assert_eq!(PartialDate::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn a_day_needs_its_month() {
        assert_eq!(PartialDate::new(1979, None, Some(5)), Err(DateError::DayWithoutMonth { year: 1979, day: 5 }));
    }

    #[test]
    fn the_serial_days_of_a_spreadsheet_skip_the_day_that_never_was() {
        for (serial, text) in [
            (1, "1900-01-01"),
            (59, "1900-02-28"),
            (61, "1900-03-01"),
            (25_569, "1970-01-01"),
            (45_000, "2023-03-15"),
            (109_574, "2199-12-31"),
        ] {
            assert_eq!(PartialDate::from_excel_serial(serial).map(|d| d.to_string()).as_deref(), Ok(text), "{serial}");
        }
        for serial in [0, 60, 109_575, u32::MAX] {
            assert_eq!(PartialDate::from_excel_serial(serial), Err(DateError::NoSuchSerial { serial }));
        }
    }

    #[test]
    fn a_partial_date_spans_the_days_it_can_mean() {
        for (text, first, last) in [
            ("1979", "1979-01-01", "1979-12-31"),
            ("1979-02", "1979-02-01", "1979-02-28"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("1979-08", "1979-08-01", "1979-08-31"),
            ("1979-08-05", "1979-08-05", "1979-08-05"),
        ] {
            let date: PartialDate = text.parse().unwrap();
            assert_eq!((date.first(), date.last()), (day(first), day(last)));
            assert_eq!(date.window(), window(first, last));
            assert_eq!(Window::from(date), date.window());
            assert_eq!(date.exact().is_some(), date.precision() == Precision::Day);
        }
        assert_eq!("1979-08-05".parse::<PartialDate>().unwrap().exact(), Some(day("1979-08-05")));
    }

    #[test]
    fn dates_sort_by_their_first_day_the_coarser_first() {
        let sorted = ["1978-12-31", "1979", "1979-01", "1979-01-01", "1979-01-02", "1979-02", "1979-12-31", "1980"];
        let mut dates: Vec<PartialDate> = sorted.iter().rev().map(|text| text.parse().unwrap()).collect();
        dates.sort();
        assert_eq!(dates.iter().map(PartialDate::to_string).collect::<Vec<_>>(), sorted);
    }

    #[test]
    fn a_partial_date_takes_four_bytes() {
        assert_eq!(size_of::<PartialDate>(), 4);
        assert_eq!(size_of::<Option<PartialDate>>(), 4);
    }

    #[test]
    fn a_date_is_put_in_words() {
        for (text, zh) in [("1979", "1979年"), ("1979-08", "1979年8月"), ("1979-08-05", "1979年8月5日")] {
            let date: PartialDate = text.parse().unwrap();
            assert_eq!((date.in_words(Lang::Zh), date.in_words(Lang::En)), (zh.into(), text.into()));
            assert_eq!(format!("{date:?}"), text);
        }
    }

    #[test]
    fn the_wire_takes_the_canonical_form_only() {
        for json in [r#""1979""#, r#""1979-08""#, r#""1979-08-05""#] {
            let date: PartialDate = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&date).unwrap(), json);
        }
        for json in [
            r#""1979.08""#,
            r#""1979-8""#,
            r#""197908""#,
            r#"" 1979""#,
            r#""1979年""#,
            r#""79-08""#,
            r#""1979-13""#,
            "1979",
            r#"["1979"]"#,
            "null",
            r#""""#,
            r#""1979-08-5""#,
            r#""2200""#,
            r#""1979-""#,
        ] {
            assert!(serde_json::from_str::<PartialDate>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn the_wire_form_of_a_window_is_strict() {
        let json = r#"{"first":"1979-08-01","last":"1979-08-31"}"#;
        let read = |json| serde_json::from_str::<Window>(json);
        assert_eq!(serde_json::to_string(&read(json).unwrap()).unwrap(), json);
        for json in [
            r#"["1979-08-01","1979-08-31"]"#,
            r#"{"first":"1979-08-01","last":"1979-07-31"}"#,
            r#"{"first":"1979-08-01","last":"1979-8-31"}"#,
            r#"{"first":"1979-08-01"}"#,
            r#"{"first":"1979-08-01","last":"1979-08-31","day":1}"#,
        ] {
            assert!(read(json).is_err(), "{json}");
        }
    }

    #[test]
    fn a_window_holds_both_its_ends() {
        let august = window("1979-08-01", "1979-08-31");
        for (text, held) in [("1979-07-31", false), ("1979-08-01", true), ("1979-08-31", true), ("1979-09-01", false)] {
            assert_eq!(august.contains(day(text)), held, "{text}");
        }
        assert!(!august.is_exact() && Window::exact(MIN_DAY).is_exact());
        assert!(Window::EVER.contains(MIN_DAY) && Window::EVER.contains(MAX_DAY));
        let (first, last) = (day("1979-08-02"), day("1979-08-01"));
        assert_eq!(Window::new(first, last), Err(DateError::Reversed { first, last }));
        assert_eq!(Window::new(first, first), Ok(Window::exact(first)));
    }

    #[test]
    fn each_error_says_what_would_be_right() {
        let of = |text| PartialDate::parse(text).unwrap_err();
        for (error, message, zh, en) in [
            (of("1979.13"), "year `1979` has no month `13`", "应为 1979.01–1979.12", "should be 1979.01–1979.12"),
            (
                of("1979.2.29"),
                "month `1979-02` has no day `29`",
                "应为 1979.02.01–1979.02.28",
                "should be 1979.02.01–1979.02.28",
            ),
            (of("2200"), "year `2200` is outside 1900 to 2199", "应为 1900–2199", "should be 1900–2199"),
            (
                of("79.08"),
                "the year of `79.08` has two digits",
                "年份应为四位数字，如 1979.08",
                "should have four digits for the year, such as 1979.08",
            ),
            (
                of("不详"),
                "`不详` is not a date",
                "应为 1979、1979.08 或 1979.08.05 这样的年月日",
                "should be a date such as 1979, 1979.08 or 1979.08.05",
            ),
        ] {
            assert_eq!(error.to_string(), message);
            assert_eq!((error.remedy(Lang::Zh), error.remedy(Lang::En)), (zh.into(), en.into()));
        }
        let (a, b) = (day("2024-01-01"), day("2023-01-01"));
        for error in [
            DateError::DayWithoutMonth { year: 1979, day: 5 },
            DateError::NoSuchSerial { serial: 60 },
            DateError::EmptySpan { from: a, until: b },
            DateError::Reversed { first: a, last: b },
            DateError::BeginsAfterEnd { from: "2024".parse().unwrap(), end: "2023".parse().unwrap() },
        ] {
            assert!(error.remedy(Lang::Zh).contains('应'), "{error}");
            assert!(
                error.remedy(Lang::En).contains("should be") || error.remedy(Lang::En).contains("should name"),
                "{error}"
            );
        }
    }

    #[test]
    fn an_error_repeats_no_resident_id() {
        let error = PartialDate::parse("110105194912310021").unwrap_err();
        assert_eq!(error, DateError::Malformed { input: "110105**********21".into() });
    }

    proptest! {
        #[test]
        fn comparing_windows_is_comparing_all_their_days(a in 0_u64..12, b in 0_u64..12, c in 0_u64..12, d in 0_u64..12) {
            let at = |n: u64| MIN_DAY + Days::new(n);
            let one = Window::new(at(a.min(b)), at(a.max(b))).unwrap();
            let other = Window::new(at(c.min(d)), at(c.max(d))).unwrap();
            let days = |w: Window| w.first().iter_days().take_while(move |d| *d <= w.last());
            let all = |op: fn(NaiveDate, NaiveDate) -> bool| Truth::among(days(one).flat_map(|x| days(other).map(move |y| op(x, y))));
            prop_assert_eq!(one.is_on_or_before(other), all(|x, y| x <= y));
            prop_assert_eq!(one.is_before(other), all(|x, y| x < y));
        }

        #[test]
        fn a_partial_date_is_read_back_from_every_way_it_is_written(date in partial()) {
            let (year, month, day) = date.parts();
            prop_assert_eq!(date.to_string().parse(), Ok(date));
            prop_assert_eq!(PartialDate::parse(&date.to_string()), Ok(date));
            prop_assert_eq!(PartialDate::parse(&date.in_words(Lang::Zh)), Ok(date));
            let known = date.precision();
            prop_assert_eq!(PartialDate::new(year, (Precision::Year < known).then_some(month), (Precision::Month < known).then_some(day)), Ok(date));
            let json = serde_json::to_string(&date).unwrap();
            prop_assert_eq!(serde_json::from_str::<PartialDate>(&json).unwrap(), date);
        }

        #[test]
        fn the_order_is_that_of_first_day_and_precision(a in partial(), b in partial()) {
            prop_assert_eq!(a.cmp(&b), (a.first(), a.precision()).cmp(&(b.first(), b.precision())));
            prop_assert!(a.first() <= a.last());
        }

        #[test]
        fn a_day_is_read_as_chrono_writes_it(day in any_day()) {
            prop_assert_eq!(parse_day(&day.to_string()), Ok(day));
            prop_assert_eq!(PartialDate::try_from(day).unwrap().exact(), Some(day));
        }

        #[test]
        fn no_text_is_read_as_a_day_outside_the_calendar(text in "\\PC{0,12}|[0-9.年月日/-]{0,11}") {
            if let Ok(date) = PartialDate::parse(&text) {
                prop_assert!(MIN_DAY <= date.first() && date.last() <= MAX_DAY);
            }
        }
    }
}

//! 可取范围 — what a parameter can be set to, where it is not a choice between readings.

use crate::check::Criterion;
use crate::vocab::{Lang, PartialDate, Period, Share};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use toml::Value as Toml;

/// 可取范围 — both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawRange", into = "RawRange")]
#[non_exhaustive]
pub enum Range {
    /// 日期: `{ first = "2022-07-01", last = "2022-12-31" }`.
    Days(DayRange),
    /// 整数: `{ min = 0, max = 200 }`.
    Numbers {
        /// The least.
        min: u32,
        /// The most.
        max: u32,
    },
    /// 期限: `{ min = "1 day", max = "1 year" }`.
    Periods {
        /// The shortest.
        min: Period,
        /// The longest.
        max: Period,
    },
    /// 比例: `{ min = "1/2", max = "1/1" }`.
    Shares {
        /// The least.
        min: Share,
        /// The most.
        max: Share,
    },
    /// 条件: `{ of = "criterion" }` — any criterion of a rulebook.
    Criterion,
}

/// 日期范围 — both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct DayRange {
    /// The first day.
    pub first: PartialDate,
    /// The last day.
    pub last: PartialDate,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRange {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    first: Option<PartialDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last: Option<PartialDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    min: Option<Bound>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    max: Option<Bound>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    of: Option<Kind>,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Bound {
    Number(u32),
    Period(Period),
    Share(Share),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Criterion,
}

/// A range that bounds nothing, or whose ends do not go together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "a range has `first` and `last` days, `min` and `max` of one kind (a number, a period, a share), the lower first, or `of = \"criterion\"`"
)]
pub struct NoRange;

impl TryFrom<RawRange> for Range {
    type Error = NoRange;

    fn try_from(raw: RawRange) -> Result<Self, NoRange> {
        let range = match (raw.first, raw.last, raw.min, raw.max, raw.of) {
            (Some(first), Some(last), None, None, None) => Self::Days(DayRange { first, last }),
            (None, None, Some(Bound::Number(min)), Some(Bound::Number(max)), None) => Self::Numbers { min, max },
            (None, None, Some(Bound::Period(min)), Some(Bound::Period(max)), None) => Self::Periods { min, max },
            (None, None, Some(Bound::Share(min)), Some(Bound::Share(max)), None) => Self::Shares { min, max },
            (None, None, None, None, Some(Kind::Criterion)) => Self::Criterion,
            _ => return Err(NoRange),
        };
        let is_ordered = match range {
            Self::Days(days) => days.first.first() <= days.last.last(),
            Self::Numbers { min, max } => min <= max,
            Self::Periods { min, max } => end(min) <= end(max),
            Self::Shares { min, max } => at_most(min, max),
            Self::Criterion => true,
        };
        if is_ordered { Ok(range) } else { Err(NoRange) }
    }
}

impl From<Range> for RawRange {
    fn from(range: Range) -> Self {
        let none = Self { first: None, last: None, min: None, max: None, of: None };
        let between = |min, max| (Some(min), Some(max));
        let (min, max) = match range {
            Range::Days(days) => return Self { first: Some(days.first), last: Some(days.last), ..none },
            Range::Criterion => return Self { of: Some(Kind::Criterion), ..none },
            Range::Numbers { min, max } => between(Bound::Number(min), Bound::Number(max)),
            Range::Periods { min, max } => between(Bound::Period(min), Bound::Period(max)),
            Range::Shares { min, max } => between(Bound::Share(min), Bound::Share(max)),
        };
        Self { min, max, ..none }
    }
}

impl Range {
    /// Whether a value lies inside.
    pub fn contains(self, value: &Toml) -> bool {
        match self {
            Self::Days(days) => read::<PartialDate>(value).is_some_and(|day| days.contains(day)),
            Self::Numbers { min, max } => read::<u32>(value).is_some_and(|number| min <= number && number <= max),
            Self::Periods { min, max } => {
                read::<Period>(value).is_some_and(|period| end(min) <= end(period) && end(period) <= end(max))
            }
            Self::Shares { min, max } => {
                read::<Share>(value).is_some_and(|share| at_most(min, share) && at_most(share, max))
            }
            Self::Criterion => read::<Criterion>(value).is_some(),
        }
    }

    /// A value of the range in words, where it has words of its own.
    pub(super) fn value_in_words(self, value: &Toml, lang: Lang) -> Option<String> {
        match self {
            Self::Days(_) => read::<PartialDate>(value).map(|day| day.in_words(lang)),
            Self::Periods { .. } => read::<Period>(value).map(|period| period.in_words(lang)),
            Self::Criterion => constant(value, lang),
            Self::Numbers { .. } | Self::Shares { .. } => None,
        }
    }

    /// The range in words, with how a value of it is typed.
    pub fn in_words(self, lang: Lang) -> String {
        let (zh, en) = match self {
            Self::Days(DayRange { first, last }) => {
                (format!("日期，{first}至{last}"), format!("a day from {first} to {last}"))
            }
            Self::Numbers { min, max } => (format!("整数，{min}至{max}"), format!("a number from {min} to {max}")),
            Self::Periods { min, max } => (
                format!("期限，{}至{}（如“30日”“6个月”“1年”）", min.in_words(Lang::Zh), max.in_words(Lang::Zh)),
                format!("a period from {min} to {max} (such as `30 days`, `6 months`, `1 year`)"),
            ),
            Self::Shares { min, max } => {
                (format!("比例，{min}至{max}（如“2/3”）"), format!("a share from {min} to {max} (such as `2/3`)"))
            }
            Self::Criterion => (
                "条件（如“{ age = { max = 55 } }”）".to_owned(),
                "a criterion (such as `{ age = { max = 55 } }`)".to_owned(),
            ),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// A criterion that never holds, or always, in words; none for any other.
fn constant(value: &Toml, lang: Lang) -> Option<String> {
    let table = value.as_table().filter(|table| table.len() == 1)?;
    let is_empty = |key: &str| table.get(key).and_then(Toml::as_array).is_some_and(Vec::is_empty);
    let (zh, en) = if is_empty("any") {
        ("无任何情形", "in no case")
    } else if is_empty("all") {
        ("任何情形", "in every case")
    } else {
        return None;
    };
    Some(if lang == Lang::Zh { zh } else { en }.to_owned())
}

impl DayRange {
    /// Whether every day a date can mean lies inside.
    pub fn contains(self, date: PartialDate) -> bool {
        self.first.first() <= date.first() && date.last() <= self.last.last()
    }
}

fn read<T: serde::de::DeserializeOwned>(value: &Toml) -> Option<T> {
    T::deserialize(value.clone()).ok()
}

/// Where a period ends that begins with a common year: days, months and years are compared by it.
fn end(period: Period) -> NaiveDate {
    period.after(NaiveDate::from_ymd_opt(2001, 1, 1).unwrap_or(crate::vocab::MIN_DAY))
}

/// Whether a share is no more than another, cross-multiplied.
fn at_most(one: Share, other: Share) -> bool {
    let times = |a: u32, b: std::num::NonZeroU32| u64::from(a).saturating_mul(u64::from(b.get()));
    times(one.numerator(), other.denominator()) <= times(other.numerator(), one.denominator())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(text: &str) -> Option<Range> {
        let table: toml::Table = toml::from_str(&format!("range = {text}")).unwrap();
        read(&table["range"])
    }

    fn value(text: &str) -> Toml {
        toml::from_str::<toml::Table>(&format!("value = {text}")).unwrap()["value"].clone()
    }

    #[test]
    fn a_criterion_that_never_or_always_holds_is_said_in_words() {
        let says = |text: &str| Range::Criterion.value_in_words(&value(text), Lang::En);
        assert_eq!(says("{ any = [] }").as_deref(), Some("in no case"));
        assert_eq!(says("{ all = [] }").as_deref(), Some("in every case"));
        assert_eq!(says("{ any = [{ sex = \"female\" }] }"), None);
        assert_eq!(says("{ age = { max = 55 } }"), None);
    }

    #[test]
    fn both_ends_are_inside_and_nothing_beyond_them_is() {
        for (of, inside, outside) in [
            (
                r#"{ first = "2022-07-01", last = "2022-12" }"#,
                [r#""2022-07-01""#, r#""2022-12-31""#],
                [r#""2022-06-30""#, r#""2023-01-01""#],
            ),
            (r#"{ first = "2022-07-01", last = "2022-12" }"#, [r#""2022-07""#, r#""2022-12""#], [r#""2022""#, "2022"]),
            ("{ min = 3, max = 7 }", ["3", "7"], ["2", "8"]),
            ("{ min = 3, max = 7 }", ["4", "5"], ["-3", r#""5""#]),
            (
                r#"{ min = "1 day", max = "1 year" }"#,
                [r#""1 day""#, r#""12 months""#],
                [r#""0 days""#, r#""366 days""#],
            ),
            (r#"{ min = "1/2", max = "1/1" }"#, [r#""2/4""#, r#""3/3""#], [r#""49/100""#, r#""4/3""#]),
            (r#"{ of = "criterion" }"#, ["{ age = { max = 55 } }", "{ any = [] }"], ["55", "{ aged = 55 }"]),
        ] {
            let range = range(of).unwrap();
            for text in inside {
                assert!(range.contains(&value(text)), "{text} is inside {of}");
            }
            for text in outside {
                assert!(!range.contains(&value(text)), "{text} is outside {of}");
            }
        }
    }

    #[test]
    fn a_range_of_one_end_of_mixed_ends_or_turned_round_is_refused() {
        for text in [
            "{}",
            "{ min = 1 }",
            r#"{ first = "2022" }"#,
            r#"{ min = 1, max = "1 day" }"#,
            r#"{ min = "1 day", max = "1/2" }"#,
            r#"{ first = "2022", last = "2023", min = 1, max = 2 }"#,
            r#"{ of = "color" }"#,
            r#"{ of = "criterion", min = 1, max = 2 }"#,
            "{ min = 7, max = 3 }",
            r#"{ min = "2 years", max = "1 year" }"#,
            r#"{ min = "1/1", max = "1/2" }"#,
            r#"{ first = "2023", last = "2022" }"#,
            "{ min = 1, max = 2, step = 1 }",
        ] {
            assert_eq!(range(text), None, "{text}");
        }
    }

    #[test]
    fn a_range_is_written_as_it_is_read() {
        for text in [
            r#"{"first":"2022-07-01","last":"2022-12"}"#,
            r#"{"min":3,"max":7}"#,
            r#"{"min":"1 day","max":"1 year"}"#,
            r#"{"min":"1/2","max":"1/1"}"#,
            r#"{"of":"criterion"}"#,
        ] {
            let range: Range = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&range).unwrap(), text);
        }
    }
}

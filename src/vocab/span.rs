//! 起止 — exact half-open spans for law, and spans of facts whose ends are known in part.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    date::{DateError, MAX_DAY, PartialDate, Window},
    text::Object,
    truth::Truth,
};

/// 施行期 — the days `from <= day < until`, or every day from `from` on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Object<RawDateSpan>", into = "RawDateSpan")]
pub struct DateSpan {
    from: NaiveDate,
    until: Option<NaiveDate>,
}

impl DateSpan {
    /// 施行期 — from the first day until the first day after it.
    ///
    /// # Errors
    ///
    /// [`DateError::EmptySpan`] unless `from < until`, [`DateError::YearOutOfBounds`] for a day outside the calendar.
    pub fn new(from: NaiveDate, until: Option<NaiveDate>) -> Result<Self, DateError> {
        PartialDate::try_from(from)?;
        if let Some(until) = until {
            PartialDate::try_from(until)?;
            if until <= from {
                return Err(DateError::EmptySpan { from, until });
            }
        }
        Ok(Self { from, until })
    }

    /// 自…至…止 — a closed legal wording: both days are in. Through the last day of the calendar is without end.
    ///
    /// # Errors
    ///
    /// [`DateError::Reversed`] unless `first <= last`, [`DateError::YearOutOfBounds`] for a day outside the calendar.
    pub fn through(first: NaiveDate, last: NaiveDate) -> Result<Self, DateError> {
        Window::new(first, last)?;
        PartialDate::try_from(last)?;
        Self::new(first, last.succ_opt().filter(|until| *until <= MAX_DAY))
    }

    /// 起始日 — the first day.
    pub const fn from(self) -> NaiveDate {
        self.from
    }

    /// 终止日 — the first day after it, if it ends.
    pub const fn until(self) -> Option<NaiveDate> {
        self.until
    }

    /// 是否在期内 — is the day in it?
    pub fn contains(self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDateSpan {
    #[serde(with = "super::date::day")]
    from: NaiveDate,
    #[serde(with = "super::date::day_or_none", default, skip_serializing_if = "Option::is_none")]
    until: Option<NaiveDate>,
}

impl From<DateSpan> for RawDateSpan {
    fn from(span: DateSpan) -> Self {
        Self { from: span.from, until: span.until }
    }
}

impl TryFrom<Object<RawDateSpan>> for DateSpan {
    type Error = DateError;

    fn try_from(Object(raw): Object<RawDateSpan>) -> Result<Self, DateError> {
        Self::new(raw.from, raw.until)
    }
}

/// 结束 — what is recorded of a fact's end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "Object<RawSpanEnd>", into = "RawSpanEnd")]
#[non_exhaustive]
pub enum SpanEnd {
    /// 已结束 — the first day on which it no longer holds.
    Ended(PartialDate),
    /// 当时仍在 — it held on this day; nothing is recorded of later.
    SeenRunning(NaiveDate),
    /// 无终止 — a fact that does not end, such as birth.
    Never,
}

impl SpanEnd {
    /// The last day on which the fact can have begun.
    fn last(self) -> NaiveDate {
        match self {
            Self::Ended(end) => end.last(),
            Self::SeenRunning(seen) => seen,
            Self::Never => MAX_DAY,
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", content = "day", rename_all = "kebab-case", deny_unknown_fields)]
enum RawSpanEnd {
    Ended(PartialDate),
    SeenRunning(#[serde(with = "super::date::day")] NaiveDate),
    Never,
}

impl From<SpanEnd> for RawSpanEnd {
    fn from(end: SpanEnd) -> Self {
        match end {
            SpanEnd::Ended(day) => Self::Ended(day),
            SpanEnd::SeenRunning(day) => Self::SeenRunning(day),
            SpanEnd::Never => Self::Never,
        }
    }
}

impl From<Object<RawSpanEnd>> for SpanEnd {
    fn from(Object(raw): Object<RawSpanEnd>) -> Self {
        match raw {
            RawSpanEnd::Ended(day) => Self::Ended(day),
            RawSpanEnd::SeenRunning(day) => Self::SeenRunning(day),
            RawSpanEnd::Never => Self::Never,
        }
    }
}

/// 事实起止 — when a fact held, as far as it is recorded. No beginning means that none is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Object<RawFactSpan>", into = "RawFactSpan")]
#[non_exhaustive]
pub struct FactSpan {
    /// 起始 — the first day on which it held.
    pub from: Option<PartialDate>,
    /// 结束 — its end.
    pub end: SpanEnd,
}

impl Default for FactSpan {
    /// Nothing is recorded of its beginning, and it does not end.
    fn default() -> Self {
        Self { from: None, end: SpanEnd::Never }
    }
}

impl FactSpan {
    /// 事实起止 — a beginning and an end that can both be true.
    ///
    /// # Errors
    ///
    /// [`DateError::BeginsAfterEnd`] when it cannot have begun by the last day on which it can have
    /// ended or was seen, [`DateError::YearOutOfBounds`] when that day is outside the calendar.
    pub fn new(from: Option<PartialDate>, end: SpanEnd) -> Result<Self, DateError> {
        let recorded = match end {
            SpanEnd::Ended(day) => Some(day),
            SpanEnd::SeenRunning(day) => Some(PartialDate::try_from(day)?),
            SpanEnd::Never => None,
        };
        match (from, recorded) {
            (Some(from), Some(end)) if end.last() < from.first() => Err(DateError::BeginsAfterEnd { from, end }),
            _ => Ok(Self { from, end }),
        }
    }

    /// 当日是否成立 — did the fact hold on `day`, by a register that was kept up to `horizon`?
    ///
    /// What was seen running on the horizon or later is taken to run on; what was last seen before
    /// it is open from the day after.
    pub fn covers(self, day: NaiveDate, horizon: NaiveDate) -> Truth {
        let began = self.beginning().is_on_or_before(Window::exact(day));
        let runs = match self.end {
            SpanEnd::Ended(end) => Window::exact(day).is_before(end.window()),
            SpanEnd::SeenRunning(seen) if day.min(horizon) <= seen => Truth::True,
            SpanEnd::SeenRunning(_) => Truth::Unknown,
            SpanEnd::Never => Truth::True,
        };
        began.and(runs)
    }

    /// 变化之日 — the only days on which [`FactSpan::covers`] can differ from the day before.
    pub fn edges(self, horizon: NaiveDate) -> [Option<NaiveDate>; 4] {
        let beginning = self.beginning();
        let (first, last) = match self.end {
            SpanEnd::Ended(end) => (Some(end.first()), Some(end.last())),
            SpanEnd::SeenRunning(seen) if seen < horizon => (seen.succ_opt(), None),
            SpanEnd::SeenRunning(_) | SpanEnd::Never => (None, None),
        };
        [Some(beginning.first()), Some(beginning.last()), first, last]
    }

    /// The days on which it can have begun: none after it ended or was seen.
    fn beginning(self) -> Window {
        let window = self.from.map_or(Window::EVER, PartialDate::window);
        let last = window.last().min(self.end.last());
        Window::new(window.first(), last).unwrap_or(Window::exact(window.first()))
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFactSpan {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<PartialDate>,
    end: SpanEnd,
}

impl From<FactSpan> for RawFactSpan {
    fn from(span: FactSpan) -> Self {
        Self { from: span.from, end: span.end }
    }
}

impl TryFrom<Object<RawFactSpan>> for FactSpan {
    type Error = DateError;

    fn try_from(Object(raw): Object<RawFactSpan>) -> Result<Self, DateError> {
        Self::new(raw.from, raw.end)
    }
}

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "small numbers made up by the tests")]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;

    use super::super::date::{MIN_DAY, parse_day};
    use super::*;

    fn day(text: &str) -> NaiveDate {
        parse_day(text).unwrap()
    }

    fn partial(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    fn fact(from: Option<&str>, end: SpanEnd) -> FactSpan {
        FactSpan::new(from.map(partial), end).unwrap()
    }

    fn days(window: Window) -> impl Iterator<Item = NaiveDate> + Clone {
        window.first().iter_days().take_while(move |day| *day <= window.last())
    }

    /// Days around two months and a year's end, so that windows meet, overlap and nest often.
    fn near_day() -> impl Strategy<Value = NaiveDate> {
        (0_u64..100).prop_map(|n| day("2023-11-20") + Days::new(n))
    }

    fn near_partial() -> impl Strategy<Value = PartialDate> {
        prop_oneof![
            near_day().prop_map(|day| PartialDate::try_from(day).unwrap()),
            prop_oneof![Just("2023-11"), Just("2023-12"), Just("2024-01"), Just("2024-02"), Just("2023"), Just("2024")]
                .prop_map(partial),
        ]
    }

    fn near_fact() -> impl Strategy<Value = FactSpan> {
        let end = prop_oneof![
            near_partial().prop_map(SpanEnd::Ended),
            near_day().prop_map(SpanEnd::SeenRunning),
            Just(SpanEnd::Never),
        ];
        (proptest::option::of(near_partial()), end)
            .prop_filter_map("begins after its end", |(from, end)| FactSpan::new(from, end).ok())
    }

    /// The answer by trying every beginning and every end that the record allows. `None` is an end that is not known.
    fn brute(span: FactSpan, on: NaiveDate, horizon: NaiveDate) -> Truth {
        // A beginning before all days asked about stands for every earlier one.
        let early = day("2022-06-01");
        let starts = span.from.map_or(Window::new(early, day("2025-06-01")).unwrap(), PartialDate::window);
        let ends: Vec<Option<NaiveDate>> = match span.end {
            SpanEnd::Ended(end) => days(end.window()).map(Some).collect(),
            SpanEnd::Never => vec![None],
            // Seen on the horizon or later: taken to run on. Else it can have ended on any day after.
            SpanEnd::SeenRunning(seen) if horizon <= seen => vec![None],
            SpanEnd::SeenRunning(seen) => {
                let later = Window::new(seen.succ_opt().unwrap(), day("2025-06-01")).unwrap();
                days(later).map(Some).chain([None]).collect()
            }
        };
        let begun_by = match span.end {
            SpanEnd::SeenRunning(seen) => seen,
            SpanEnd::Ended(_) | SpanEnd::Never => MAX_DAY,
        };
        let worlds = days(starts).filter(|start| *start <= begun_by).flat_map(|start| {
            ends.iter()
                .filter(move |end| end.is_none_or(|end| start <= end))
                .map(move |end| start <= on && end.is_none_or(|end| on < end))
        });
        Truth::among(worlds)
    }

    #[test]
    fn a_span_holds_its_first_day_and_not_the_day_it_ends() {
        let span = DateSpan::new(day("2025-05-01"), Some(day("2026-01-01"))).unwrap();
        for (on, held) in [("2025-04-30", false), ("2025-05-01", true), ("2025-12-31", true), ("2026-01-01", false)] {
            assert_eq!(span.contains(day(on)), held, "{on}");
        }
        assert_eq!((span.from(), span.until()), (day("2025-05-01"), Some(day("2026-01-01"))));
        let open = DateSpan::new(day("2025-05-01"), None).unwrap();
        assert!(open.contains(MAX_DAY) && !open.contains(day("2025-04-30")));
    }

    #[test]
    fn a_span_without_a_day_or_outside_the_calendar_is_refused() {
        let (from, until) = (day("2025-05-01"), day("2025-05-01"));
        assert_eq!(DateSpan::new(from, Some(until)), Err(DateError::EmptySpan { from, until }));
        let until = day("2025-04-30");
        assert_eq!(DateSpan::new(from, Some(until)), Err(DateError::EmptySpan { from, until }));
        assert!(DateSpan::new(from, Some(day("2025-05-02"))).is_ok());
        let beyond = MAX_DAY.succ_opt();
        assert_eq!(DateSpan::new(from, beyond), Err(DateError::YearOutOfBounds { year: 2200 }));
        assert_eq!(
            DateSpan::new(NaiveDate::MIN, None).map_err(|e| matches!(e, DateError::YearOutOfBounds { .. })),
            Err(true)
        );
    }

    #[test]
    fn a_closed_wording_keeps_its_last_day() {
        let span = DateSpan::through(day("2021-01-01"), day("2025-12-31")).unwrap();
        assert_eq!(span.until(), Some(day("2026-01-01")));
        assert!(span.contains(day("2025-12-31")) && !span.contains(day("2026-01-01")));
        let one = DateSpan::through(day("2021-01-01"), day("2021-01-01")).unwrap();
        assert!(one.contains(day("2021-01-01")) && !one.contains(day("2021-01-02")));
        assert_eq!(DateSpan::through(day("2021-01-01"), MAX_DAY).unwrap().until(), None);
        let (first, last) = (day("2021-01-02"), day("2021-01-01"));
        assert_eq!(DateSpan::through(first, last), Err(DateError::Reversed { first, last }));
        assert!(DateSpan::through(first, NaiveDate::MAX).is_err());
    }

    #[test]
    fn the_wire_form_of_a_span_is_strict() {
        let read = |json| serde_json::from_str::<DateSpan>(json);
        for json in [r#"{"from":"2025-05-01"}"#, r#"{"from":"2025-05-01","until":"2026-01-01"}"#] {
            assert_eq!(serde_json::to_string(&read(json).unwrap()).unwrap(), json);
        }
        for json in [
            r#"["2025-05-01","2026-01-01"]"#,
            r#"{"from":"2025-5-1"}"#,
            r#"{"from":"2025-05-01","until":"2026-1-1"}"#,
            r#"{"from":"2025-05-01","until":"2025-05-01"}"#,
            r#"{"from":"2025-05-01","to":"2026-01-01"}"#,
            r#"{"from":"2025-05"}"#,
            r#"{"until":"2026-01-01"}"#,
            "{}",
        ] {
            assert!(read(json).is_err(), "{json}");
        }
        assert!(toml::from_str::<DateSpan>("from = '2025-05-01'").is_ok());
        assert!(toml::from_str::<DateSpan>("from = 2025-05-01").is_err());
    }

    #[test]
    fn the_wire_form_of_a_fact_span_is_strict() {
        let read = |json| serde_json::from_str::<FactSpan>(json);
        for json in [
            r#"{"from":"1979-08","end":{"kind":"ended","day":"2024-05"}}"#,
            r#"{"from":"1979","end":{"kind":"seen-running","day":"2024-05-01"}}"#,
            r#"{"from":"1979-08-05","end":{"kind":"never"}}"#,
            r#"{"end":{"kind":"ended","day":"2024"}}"#,
        ] {
            assert_eq!(serde_json::to_string(&read(json).unwrap()).unwrap(), json);
        }
        for json in [
            r#"["1979-08",{"kind":"never"}]"#,
            r#"{"from":"1979-08"}"#,
            r#"{"from":"1979-08","end":["ended","2024-05"]}"#,
            r#"{"from":"1979-08","end":{"kind":"ended"}}"#,
            r#"{"from":"1979-08","end":{"kind":"ended","day":"2024.05"}}"#,
            r#"{"from":"1979-08","end":{"kind":"ended","day":"2024-05","note":1}}"#,
            r#"{"from":"1979-08","end":{"kind":"never","day":"2024-05"}}"#,
            r#"{"from":"1979-08","end":{"kind":"never","note":1}}"#,
            r#"{"from":"1979-08","end":{"kind":"seen-running","day":"2024-05"}}"#,
            r#"{"from":"1979-08","end":{"kind":"seen-running","day":"2024-5-1"}}"#,
            r#"{"from":"1979-08","end":{"kind":"seen_running","day":"2024-05-01"}}"#,
            r#"{"from":"1979-08","end":"never"}"#,
            r#"{"from":"1979-08","end":{"kind":"never"},"until":"2024"}"#,
            r#"{"from":"2025","end":{"kind":"ended","day":"2024"}}"#,
            r#"{"from":"2024-05-02","end":{"kind":"seen-running","day":"2024-05-01"}}"#,
        ] {
            assert!(read(json).is_err(), "{json}");
        }
    }

    #[test]
    fn a_fact_may_begin_in_the_month_it_ended_and_not_after() {
        let ended = |end| SpanEnd::Ended(partial(end));
        assert!(FactSpan::new(Some(partial("2024-05-31")), ended("2024-05")).is_ok());
        assert!(FactSpan::new(Some(partial("2024")), ended("2024-01-01")).is_ok());
        let (from, end) = (partial("2024-06"), partial("2024-05"));
        assert_eq!(FactSpan::new(Some(from), SpanEnd::Ended(end)), Err(DateError::BeginsAfterEnd { from, end }));
        assert!(FactSpan::new(Some(partial("2024-05-01")), SpanEnd::SeenRunning(day("2024-05-01"))).is_ok());
        assert!(FactSpan::new(Some(partial("2024-05-02")), SpanEnd::SeenRunning(day("2024-05-01"))).is_err());
        assert!(FactSpan::new(None, SpanEnd::SeenRunning(NaiveDate::MAX)).is_err());
    }

    #[test]
    fn an_ended_fact_is_open_while_its_ends_are() {
        let span = fact(Some("2020-03"), SpanEnd::Ended(partial("2024-05")));
        for (on, truth) in [
            ("2020-02-29", Truth::False),
            ("2020-03-01", Truth::Unknown),
            ("2020-03-30", Truth::Unknown),
            ("2020-03-31", Truth::True),
            ("2024-04-30", Truth::True),
            ("2024-05-01", Truth::Unknown),
            ("2024-05-30", Truth::Unknown),
            ("2024-05-31", Truth::False),
        ] {
            assert_eq!(span.covers(day(on), MAX_DAY), truth, "{on}");
        }
        let exact = fact(Some("2020-03-15"), SpanEnd::Ended(partial("2024-05-15")));
        for (on, truth) in [
            ("2020-03-14", Truth::False),
            ("2020-03-15", Truth::True),
            ("2024-05-14", Truth::True),
            ("2024-05-15", Truth::False),
        ] {
            assert_eq!(exact.covers(day(on), MAX_DAY), truth, "{on}");
        }
    }

    #[test]
    fn a_fact_seen_running_is_open_after_that_day_unless_the_register_ends_there() {
        let span = fact(Some("2020-03-15"), SpanEnd::SeenRunning(day("2024-05-15")));
        for (on, horizon, truth) in [
            ("2020-03-14", "2024-06-30", Truth::False),
            ("2020-03-15", "2024-06-30", Truth::True),
            ("2024-05-15", "2024-06-30", Truth::True),
            ("2024-05-16", "2024-06-30", Truth::Unknown),
            ("2024-07-01", "2024-05-16", Truth::Unknown),
            ("2024-07-01", "2024-05-15", Truth::True),
            ("2024-07-01", "2024-05-14", Truth::True),
            ("2020-03-14", "2020-01-01", Truth::False),
        ] {
            assert_eq!(span.covers(day(on), day(horizon)), truth, "{on} by {horizon}");
        }
    }

    #[test]
    fn a_fact_seen_running_had_begun_by_then() {
        let span = fact(Some("2024"), SpanEnd::SeenRunning(day("2024-05-15")));
        assert_eq!(span.covers(day("2024-05-14"), day("2024-05-15")), Truth::Unknown);
        assert_eq!(span.covers(day("2024-05-15"), day("2024-05-15")), Truth::True);
        assert_eq!(span.covers(day("2024-05-16"), day("2024-05-15")), Truth::True);
        let unknown = fact(None, SpanEnd::SeenRunning(day("2024-05-15")));
        assert_eq!(unknown.covers(day("2024-05-14"), MAX_DAY), Truth::Unknown);
        assert_eq!(unknown.covers(day("2024-05-15"), MAX_DAY), Truth::True);
    }

    #[test]
    fn a_fact_without_a_known_beginning_is_open_until_its_end() {
        let span = fact(None, SpanEnd::Ended(partial("2024-05")));
        assert_eq!(span.covers(MIN_DAY, MAX_DAY), Truth::Unknown);
        assert_eq!(span.covers(day("2024-05-30"), MAX_DAY), Truth::Unknown);
        assert_eq!(span.covers(day("2024-05-31"), MAX_DAY), Truth::False);
        assert_eq!(fact(None, SpanEnd::Never).covers(day("2024-05-31"), MAX_DAY), Truth::Unknown);
    }

    #[test]
    fn a_fact_without_end_holds_from_its_beginning_on() {
        let span = fact(Some("1979-08"), SpanEnd::Never);
        assert_eq!(span.covers(day("1979-07-31"), MIN_DAY), Truth::False);
        assert_eq!(span.covers(day("1979-08-30"), MIN_DAY), Truth::Unknown);
        assert_eq!(span.covers(day("1979-08-31"), MIN_DAY), Truth::True);
        assert_eq!(span.covers(MAX_DAY, MIN_DAY), Truth::True);
    }

    #[test]
    fn the_edges_are_the_days_on_which_the_answer_can_change() {
        let horizon = day("2024-12-31");
        let ended = fact(Some("2020-03"), SpanEnd::Ended(partial("2024-05")));
        let edges = ["2020-03-01", "2020-03-31", "2024-05-01", "2024-05-31"].map(|text| Some(day(text)));
        assert_eq!(ended.edges(horizon), edges);
        let seen = fact(Some("2020-03-15"), SpanEnd::SeenRunning(day("2024-05-15")));
        let begun = Some(day("2020-03-15"));
        assert_eq!(seen.edges(horizon), [begun, begun, Some(day("2024-05-16")), None]);
        assert_eq!(seen.edges(day("2024-05-16")), [begun, begun, Some(day("2024-05-16")), None]);
        assert_eq!(seen.edges(day("2024-05-15")), [begun, begun, None, None]);
        assert_eq!(fact(Some("2020-03-15"), SpanEnd::Never).edges(horizon), [begun, begun, None, None]);
    }

    #[test]
    fn a_contradictory_fact_written_by_hand_never_holds_where_it_had_not_begun() {
        let span = FactSpan { from: Some(partial("2024-06")), end: SpanEnd::SeenRunning(day("2024-05-15")) };
        assert_eq!(span.covers(day("2024-05-15"), MAX_DAY), Truth::False);
        let span = FactSpan { from: Some(partial("2024-06")), end: SpanEnd::Ended(partial("2024-05")) };
        assert!(days(partial("2024").window()).all(|on| span.covers(on, MAX_DAY).is_false()));
    }

    proptest! {
        #[test]
        fn adjacent_spans_part_time(a in near_day(), b in near_day(), on in near_day()) {
            prop_assume!(a != b);
            let (from, until) = (a.min(b), a.max(b));
            let first = DateSpan::new(from, Some(until)).unwrap();
            let second = DateSpan::new(until, None).unwrap();
            prop_assert_eq!(usize::from(first.contains(on)) + usize::from(second.contains(on)), usize::from(from <= on));
        }

        #[test]
        fn facts_are_read_back_as_written(span in near_fact()) {
            let json = serde_json::to_string(&span).unwrap();
            prop_assert_eq!(serde_json::from_str::<FactSpan>(&json).unwrap(), span);
            let toml = toml::to_string(&span).unwrap();
            prop_assert_eq!(toml::from_str::<FactSpan>(&toml).unwrap(), span);
        }

        #[test]
        fn the_answer_changes_on_edges_only(span in near_fact(), horizon in near_day()) {
            let edges = span.edges(horizon);
            let about = Window::new(day("2022-12-01"), day("2025-02-01")).unwrap();
            for on in days(about) {
                let eve = on.pred_opt().unwrap();
                let same = span.covers(eve, horizon) == span.covers(on, horizon);
                prop_assert!(same || edges.contains(&Some(on)), "{span:?} changes on {on}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn the_answer_is_that_of_all_possible_worlds(span in near_fact(), horizon in near_day(), some in near_day()) {
            // The edges and the days beside them, where a wrong comparison shows.
            let beside = span.edges(horizon).into_iter().flatten().filter(|edge| MIN_DAY < *edge && *edge < MAX_DAY);
            let beside = beside.flat_map(|edge| [edge.pred_opt(), Some(edge), edge.succ_opt()]).flatten();
            for on in beside.chain([some, horizon]) {
                prop_assert_eq!(span.covers(on, horizon), brute(span, on, horizon), "{:?} on {} by {}", span, on, horizon);
            }
        }
    }
}

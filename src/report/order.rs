//! 先后与期限 — what came before what, how long something was shown, and deadlines, in words.

use super::words::{Words, say};
use crate::check::{Moment, Stop};
use crate::vocab::{Key, Lang, PartialDate, Period, TermSet, Window};
use chrono::NaiveDate;

impl Words<'_> {
    pub(super) fn shown(
        &self,
        stage: &Key,
        from: Option<PartialDate>,
        through: Option<PartialDate>,
        at_least: Option<Period>,
    ) -> String {
        let (lang, stage) = (self.lang, self.term(TermSet::Stage, stage));
        let day = |day: Option<PartialDate>| {
            day.map_or_else(|| say!(lang, "（未登记）", "(not recorded)"), |day| self.date(day))
        };
        let (first, last) = (day(from), day(through));
        let found =
            say!(lang, format!("{stage}自{first}公布至{last}"), format!("{stage}: shown from {first} to {last}"));
        let Some(period) = at_least else {
            return say!(lang, format!("{found}；公布时长要求未定"), format!("{found}; the time required is not set"));
        };
        let needed = period.in_words(lang);
        match from {
            Some(from) => {
                let until = self.window(period.after_window(from.window()));
                say!(
                    lang,
                    format!("{found}；要求不少于{needed}（至{until}）"),
                    format!("{found}; required: {needed} or more (to {until})"),
                )
            }
            None => say!(lang, format!("{found}；要求不少于{needed}"), format!("{found}; required: {needed} or more")),
        }
    }

    /// 会议通知（2026年1月20日）、召开会议（2026年2月3日），相隔14日；要求至少相隔10日.
    pub(super) fn order(
        &self,
        (first, then): (&Stop, &Stop),
        at_least: Option<Period>,
        at_most: Option<Period>,
        clear: Option<bool>,
    ) -> String {
        let lang = self.lang;
        let (one, other) = (self.stop(first), self.stop(then));
        let mut found = say!(lang, format!("{one}，{other}"), format!("{one}, {other}"));
        if let (Some(first), Some(then)) = (exact(first), exact(then)) {
            let days = then.signed_duration_since(first).num_days();
            if 0 <= days {
                found = say!(lang, format!("{found}，相隔{days}日"), format!("{found}, {days} days apart"));
            }
        }
        let mut needed = Vec::new();
        if let Some(least) = at_least {
            let least = least.in_words(lang);
            needed.push(match clear {
                Some(true) => say!(lang, format!("至少相隔{least}（整日）"), format!("at least {least} clear")),
                Some(false) => {
                    say!(lang, format!("至少相隔{least}（含当日）"), format!("at least {least}, the last day included"))
                }
                None => say!(
                    lang,
                    format!("至少相隔{least}（天数算法未定）"),
                    format!("at least {least}, counted in a way that is not set")
                ),
            });
        }
        if let Some(most) = at_most {
            let most = most.in_words(lang);
            needed.push(say!(lang, format!("相隔不超过{most}"), format!("within {most}")));
        }
        if needed.is_empty() {
            let (one, other) = (self.stop_name(first), self.stop_name(then));
            needed.push(say!(lang, format!("先{one}、后{other}"), format!("{one} first, then {other}")));
        }
        let needed = needed.join(say!(lang, "、", " and ").as_str());
        say!(lang, format!("{found}；要求{needed}"), format!("{found}; required: {needed}"))
    }

    fn stop_name(&self, stop: &Stop) -> String {
        match (&stop.stage, stop.moment) {
            (Some(stage), _) => self.term(TermSet::Stage, stage),
            (None, Some(moment)) => moment_words(self.lang, moment),
            // Only trainings are told of without a stage.
            (None, None) => say!(self.lang, "培训", "training"),
        }
    }

    fn stop(&self, stop: &Stop) -> String {
        let name = self.stop_name(stop);
        match stop.day {
            Some(day) => {
                let day = self.window(day);
                say!(self.lang, format!("{name}（{day}）"), format!("{name} ({day})"))
            }
            None => say!(self.lang, format!("{name}（未见记录）"), format!("{name} (none on record)")),
        }
    }

    pub(super) fn by(&self, stop: &Stop, no_later: Option<NaiveDate>, no_earlier: Option<NaiveDate>) -> String {
        let (lang, found) = (self.lang, self.stop(stop));
        let mut needed = Vec::new();
        if let Some(day) = no_earlier {
            let day = self.day(day);
            needed.push(say!(lang, format!("不早于{day}"), format!("not before {day}")));
        }
        if let Some(day) = no_later {
            let day = self.day(day);
            needed.push(say!(lang, format!("不迟于{day}"), format!("by {day}")));
        }
        if needed.is_empty() {
            return say!(lang, format!("{found}；期限未定"), format!("{found}; the deadline is not set"));
        }
        let needed = needed.join(say!(lang, "、", " and ").as_str());
        say!(lang, format!("{found}；要求{needed}"), format!("{found}; required: {needed}"))
    }
}

fn exact(stop: &Stop) -> Option<NaiveDate> {
    stop.day.filter(|day| day.is_exact()).map(Window::first)
}

pub(super) fn moment_words(lang: Lang, moment: Moment) -> String {
    match moment {
        Moment::ReviewDay => say!(lang, "审查日", "the day of the review"),
        Moment::Nomination => say!(lang, "提名", "nomination"),
        Moment::Election => say!(lang, "当选", "election"),
        Moment::Appointment => say!(lang, "任职", "taking the post"),
        Moment::Act => say!(lang, "办理", "the act"),
        Moment::Formation => say!(lang, "机构产生", "formation"),
        Moment::PeriodEnd => say!(lang, "周期末日", "the end of the period"),
    }
}

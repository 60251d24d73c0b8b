//! 事项方面的事实 — what was done when, by whom and with what, in words; programs, charters, units and periods.

use super::number::{needed_words, range_words};
use super::subject::period_words;
use super::words::{Words, say, titles};
use crate::check::{Evidence, Happening, Moment, Range, Stop};
use crate::facts::{PersonIdx, UnitIdx};
use crate::vocab::{Key, Lang, LinkKind, PartialDate, Period, TermSet, Truth, UnitKind, Window};
use chrono::NaiveDate;

impl Words<'_> {
    /// A comparison that is not about a person alone.
    pub(super) fn happening(&self, evidence: &Evidence, truth: Truth) -> String {
        match evidence {
            Evidence::Enrolled { person, program, span, on } => {
                let said = self.enrolled(*person, program, *on, truth);
                self.with_span(said, *span)
            }
            Evidence::Clause { unit, key, found } => self.clause(*unit, key, found.as_deref(), truth),
            Evidence::UnitIs { unit, found, needed } => {
                let (unit, found, needed) = (self.unit(*unit), found.title(self.lang), titles!(self.lang, needed));
                say!(self.lang, format!("{unit}的类别为{found}；适用于{needed}"), format!("{unit}: {found}; it concerns: {needed}"))
            }
            Evidence::Word { set, stage, found, needed, refused, .. } => {
                self.word(*set, stage, found.as_ref(), needed, *refused)
            }
            Evidence::Items { stage, found, needed, .. } => self.items(stage, found, needed, truth),
            Evidence::Done { stage, day, .. } => self.done(stage, *day, truth),
            Evidence::Number { of, found, min, max, odd, .. } => self.counted(of, *found, *min, *max, *odd),
            Evidence::Share { .. } => self.share(evidence),
            Evidence::Term { from, length, on, grace } => self.lasting(*from, *length, *on, *grace),
            Evidence::Shown { stage, from, through, at_least, .. } => self.shown(stage, *from, *through, *at_least),
            Evidence::Order { first, then, at_least, at_most, clear, .. } => {
                self.order((first, then), *at_least, *at_most, *clear)
            }
            Evidence::By { stop, no_later, no_earlier } => self.by(stop, *no_later, *no_earlier),
            Evidence::Times { of, first, last, found, needed, .. } => self.times(of, (*first, *last), *found, *needed),
            Evidence::Linked { unit, kind, with, found, min, max, .. } => {
                self.linked(*unit, (*kind, with), *found, (*min, *max))
            }
            Evidence::Parameter { name } => {
                let name = self.parameter(name);
                say!(self.lang, format!("“{name}”尚未确定"), format!("not set yet: {name}"))
            }
            Evidence::NoEdition { day } => {
                let day = self.day(*day);
                say!(self.lang, format!("{day}时适用的规定尚不明确"), format!("the rule in force on {day} is not known"))
            }
            // INVARIANT: what is about a person was told before it comes here.
            Evidence::Age { .. }
            | Evidence::Sex { .. }
            | Evidence::Party { .. }
            | Evidence::Seniority { .. }
            | Evidence::Member { .. }
            | Evidence::Household { .. }
            | Evidence::Capacity { .. }
            | Evidence::Schooling { .. }
            | Evidence::Holds { .. }
            | Evidence::Record { .. }
            | Evidence::Kin { .. }
            | Evidence::SamePerson { .. }
            | Evidence::BothPosts { .. }
            | Evidence::Trained { .. }
            | Evidence::Appraised { .. }
            | Evidence::Custom { .. }
            | Evidence::Continued { .. }
            | Evidence::Basis { .. }
            | Evidence::Sits { .. } => String::new(),
        }
    }

    /// The title of a parameter.
    pub(super) fn parameter(&self, name: &Key) -> String {
        let parameter = self.rules.parameter(name);
        parameter.map_or_else(|| name.to_string(), |one| one.title.in_lang(self.lang).to_owned())
    }

    fn enrolled(&self, person: PersonIdx, program: &Key, on: NaiveDate, truth: Truth) -> String {
        let (person, day, program) = (self.person(person), self.day(on), self.term(TermSet::Program, program));
        match truth {
            Truth::True => say!(self.lang, format!("{person}已纳入“{program}”"), format!("{person} is enrolled: {program}")),
            Truth::False => say!(
                self.lang,
                format!("{day}时{person}未纳入“{program}”"),
                format!("{person} is not enrolled on {day}: {program}"),
            ),
            Truth::Unknown => say!(
                self.lang,
                format!("{day}时{person}是否纳入“{program}”尚不明确"),
                format!("whether {person} is enrolled on {day} is not known: {program}"),
            ),
        }
    }

    fn clause(&self, unit: UnitIdx, key: &Key, found: Option<&str>, truth: Truth) -> String {
        let (unit, key) = (self.unit(unit), self.term(TermSet::Clause, key));
        match (found, truth) {
            (Some(found), _) => {
                say!(self.lang, format!("{unit}章程“{key}”条款：{found}"), format!("charter of {unit}, {key}: {found}"))
            }
            (None, Truth::Unknown) => say!(
                self.lang,
                format!("{unit}章程对“{key}”有无规定尚不明确"),
                format!("what the charter of {unit} says is not known: {key}"),
            ),
            (None, Truth::True | Truth::False) => {
                say!(self.lang, format!("{unit}章程未规定“{key}”"), format!("the charter of {unit} says nothing: {key}"))
            }
        }
    }

    fn word(&self, set: TermSet, stage: &Key, found: Option<&Key>, needed: &[Key], refused: bool) -> String {
        let (lang, stage) = (self.lang, self.term(TermSet::Stage, stage));
        let (what, needed) = (set.title(lang), self.terms(set, needed));
        let said = match found {
            Some(found) => {
                let found = self.term(set, found);
                say!(lang, format!("{stage}的{what}为{found}"), format!("{what} of {stage}: {found}"))
            }
            None => say!(lang, format!("{stage}的{what}未登记"), format!("{what} of {stage} is not recorded")),
        };
        if refused {
            say!(lang, format!("{said}；不应为{needed}"), format!("{said}; it should be none of: {needed}"))
        } else {
            say!(lang, format!("{said}；应为{needed}"), format!("{said}; it should be one of: {needed}"))
        }
    }

    fn items(&self, stage: &Key, found: &[Key], needed: &[Key], truth: Truth) -> String {
        let (lang, stage) = (self.lang, self.term(TermSet::Stage, stage));
        let absent: Vec<Key> = needed.iter().filter(|item| !found.contains(item)).cloned().collect();
        let asked = self.terms(TermSet::Item, needed);
        if absent.is_empty() {
            return say!(lang, format!("{stage}材料齐备：{asked}"), format!("{stage} carries what is asked: {asked}"));
        }
        let absent = self.terms(TermSet::Item, &absent);
        match truth {
            Truth::Unknown => say!(
                lang,
                format!("{stage}尚未见{absent}，材料是否齐备待核实；要求{asked}"),
                format!("{stage}: not seen yet: {absent}; asked: {asked}"),
            ),
            Truth::True | Truth::False => {
                say!(lang, format!("{stage}缺{absent}；要求{asked}"), format!("{stage} lacks {absent}; asked: {asked}"))
            }
        }
    }

    fn done(&self, stage: &Key, day: Option<PartialDate>, truth: Truth) -> String {
        let (lang, stage) = (self.lang, self.term(TermSet::Stage, stage));
        let when = match day {
            Some(day) => {
                let day = self.date(day);
                say!(lang, format!("（{day}）"), format!(" ({day})"))
            }
            None => String::new(),
        };
        match truth {
            Truth::True => say!(lang, format!("已办理“{stage}”{when}"), format!("done: {stage}{when}")),
            Truth::False => say!(lang, format!("未办理“{stage}”{when}"), format!("not done: {stage}{when}")),
            Truth::Unknown => {
                say!(lang, format!("是否办理“{stage}”尚不明确{when}"), format!("whether this was done is not known: {stage}{when}"))
            }
        }
    }

    /// 自2021年3月起算，任期5年，2026年3月届满；核对日2026年3月1日.
    fn lasting(&self, from: Option<Window>, length: Option<Period>, on: NaiveDate, grace: bool) -> String {
        let lang = self.lang;
        let mut parts = vec![match from {
            Some(from) => {
                let from = self.window(from);
                say!(lang, format!("自{from}起算"), format!("counted from {from}"))
            }
            None => say!(lang, "起算日期未登记", "the beginning is not recorded"),
        }];
        parts.push(match length {
            Some(length) => {
                let length = length.in_words(lang);
                say!(lang, format!("期限{length}"), format!("for {length}"))
            }
            None => say!(lang, "期限未定", "for a time that is not set"),
        });
        if let (Some(from), Some(length)) = (from, length) {
            let end = self.window(length.after_window(from));
            parts.push(say!(lang, format!("{end}届满"), format!("ending {end}")));
        }
        let day = self.day(on);
        parts.push(say!(lang, format!("截至{day}"), format!("seen on {day}")));
        if grace {
            parts.push(say!(lang, "届满后是否及时换届另行核对", "whether the next election was prompt is asked apart"));
        }
        parts.join(say!(lang, "，", ", ").as_str())
    }

    fn shown(
        &self,
        stage: &Key,
        from: Option<PartialDate>,
        through: Option<PartialDate>,
        at_least: Option<Period>,
    ) -> String {
        let (lang, stage) = (self.lang, self.term(TermSet::Stage, stage));
        let day = |day: Option<PartialDate>| day.map_or_else(|| say!(lang, "（未登记）", "(not recorded)"), |day| self.date(day));
        let (first, last) = (day(from), day(through));
        let found = say!(lang, format!("{stage}自{first}公布至{last}"), format!("{stage} shown from {first} to {last}"));
        let Some(period) = at_least else {
            return say!(lang, format!("{found}；公布时长要求未定"), format!("{found}; the time asked is not set"));
        };
        let needed = period.in_words(lang);
        match from {
            Some(from) => {
                let until = self.window(period.after_window(from.window()));
                say!(
                    lang,
                    format!("{found}；要求不少于{needed}（至{until}）"),
                    format!("{found}; asked: {needed} or more (to {until})"),
                )
            }
            None => say!(lang, format!("{found}；要求不少于{needed}"), format!("{found}; asked: {needed} or more")),
        }
    }

    /// 会议通知（2026年1月20日）、召开会议（2026年2月3日），相隔14日；要求至少相隔10日.
    fn order(
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
                Some(false) => say!(lang, format!("至少相隔{least}（含当日）"), format!("at least {least}, the last day included")),
                None => say!(lang, format!("至少相隔{least}（天数算法未定）"), format!("at least {least}, counted in a way that is not set")),
            });
        }
        if let Some(most) = at_most {
            let most = most.in_words(lang);
            needed.push(say!(lang, format!("不超过{most}"), format!("within {most}")));
        }
        if needed.is_empty() {
            let (one, other) = (self.stop_name(first), self.stop_name(then));
            needed.push(say!(lang, format!("先{one}、后{other}"), format!("{one} first, then {other}")));
        }
        let needed = needed.join(say!(lang, "、", " and ").as_str());
        say!(lang, format!("{found}；要求{needed}"), format!("{found}; asked: {needed}"))
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

    fn by(&self, stop: &Stop, no_later: Option<NaiveDate>, no_earlier: Option<NaiveDate>) -> String {
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
        let needed = needed.join(say!(lang, "、", " and ").as_str());
        say!(lang, format!("{found}；要求{needed}"), format!("{found}; asked: {needed}"))
    }

    fn times(&self, of: &Happening, (first, last): (NaiveDate, NaiveDate), found: Range, needed: Option<u32>) -> String {
        let (lang, period, found) = (self.lang, period_words(self.lang, first, last), range_words(self.lang, found));
        let (what, unit, units) = match of {
            Happening::Stage(stage) => (self.term(TermSet::Stage, stage), "次", "times"),
            Happening::TrainingHours => (say!(lang, "参加培训", "training"), "学时", "hours"),
            Happening::Trainings => (say!(lang, "参加培训", "training"), "次", "times"),
            Happening::Appraisals => (say!(lang, "考核", "appraisal"), "次", "times"),
        };
        let found = say!(lang, format!("{period}{what}{found}{unit}"), format!("{what} in {period}: {found} {units}"));
        match needed {
            Some(needed) => {
                say!(lang, format!("{found}；要求至少{needed}{unit}"), format!("{found}; asked: {needed} {units} or more"))
            }
            None => say!(lang, format!("{found}；要求的数额未定"), format!("{found}; the number asked is not set")),
        }
    }

    fn linked(
        &self,
        unit: UnitIdx,
        (kind, with): (Option<LinkKind>, &[UnitKind]),
        found: Range,
        (min, max): (Option<u32>, Option<u32>),
    ) -> String {
        let (lang, unit, with, number) = (self.lang, self.unit(unit), titles!(self.lang, with), range_words(self.lang, found));
        let found = match kind {
            None => say!(
                lang,
                format!("{unit}的上级单位中属于{with}的有{number}个"),
                format!("units above {unit} of the kind {with}: {number}"),
            ),
            Some(kind) => {
                let kind = kind.title(lang);
                say!(
                    lang,
                    format!("对{unit}{kind}的{with}有{number}个"),
                    format!("units with the link \"{kind}\" to {unit}, of the kind {with}: {number}"),
                )
            }
        };
        match needed_words(lang, min, max) {
            Some(needed) => say!(lang, format!("{found}；要求{needed}"), format!("{found}; asked: {needed}")),
            None => say!(lang, format!("{found}；要求的数额未定"), format!("{found}; the number asked is not set")),
        }
    }
}

fn exact(stop: &Stop) -> Option<NaiveDate> {
    stop.day.filter(|day| day.is_exact()).map(Window::first)
}

fn moment_words(lang: Lang, moment: Moment) -> String {
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

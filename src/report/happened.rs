//! 事项方面的事实 — what was done when, by whom and with what, in words; programs, charters, units and periods.

use super::number::{needed_words, range_words};
use super::subject::period_words;
use super::words::{Words, either, say, titles};
use crate::check::{Evidence, Happening, Range};
use crate::facts::{PersonIdx, UnitIdx};
use crate::vocab::{Key, LinkKind, PartialDate, Period, TermSet, Truth, UnitKind, Window};
use chrono::NaiveDate;

impl Words<'_> {
    /// A comparison that is not about a person alone.
    #[expect(clippy::too_many_lines, reason = "a line for every fact")]
    pub(super) fn happening(&self, evidence: &Evidence, truth: Truth) -> String {
        match evidence {
            Evidence::Enrolled { person, program, span, on } => {
                let said = self.enrolled(*person, program, *on, truth);
                self.with_span(said, *span)
            }
            Evidence::Clause { unit, key, found } => self.clause(*unit, key, found.as_deref(), truth),
            Evidence::UnitIs { unit, found, needed } => {
                let (unit, found, needed) = (self.unit(*unit), found.title(self.lang), titles!(self.lang, needed));
                say!(
                    self.lang,
                    format!("{unit}的类别为{found}；适用于{needed}"),
                    format!("{unit}: {found}; it concerns: {needed}")
                )
            }
            Evidence::Word { set, stage, found, needed, refused, .. } => {
                self.word(*set, stage, found.as_ref(), needed, *refused)
            }
            Evidence::Items { stage, found, needed, .. } => self.items(stage, found, needed, truth),
            Evidence::Done { stage, rank, day, .. } => {
                let said = self.done(stage, *day, truth);
                match rank {
                    Some(rank) => {
                        let rank = rank.title(self.lang);
                        say!(self.lang, format!("{said}（{rank}以上）"), format!("{said} (at {rank} level or higher)"))
                    }
                    None => said,
                }
            }
            Evidence::Level { stage, found, needed, .. } => self.level(stage, *found, *needed),
            Evidence::Trait { unit, kind, on } => self.has_trait(*unit, *kind, *on, truth),
            Evidence::Named { unit, found, words, of_place, before } => {
                self.named(*unit, found.as_deref(), (words, *of_place, *before), truth)
            }
            Evidence::Formed { unit, bodies, units, acting, on } => {
                self.formed(*unit, (bodies, units, *acting), *on, truth)
            }
            Evidence::Number { of, found, min, max, odd, .. } => self.counted(of, *found, *min, *max, *odd),
            Evidence::Share { .. } => self.share(evidence),
            Evidence::Term { from, length, on, grace } => self.lasting(*from, *length, *on, *grace),
            Evidence::Shown { stage, from, through, at_least, .. } => self.shown(stage, *from, *through, *at_least),
            Evidence::Order { first, then, at_least, at_most, clear, .. } => {
                self.order((first, then), *at_least, *at_most, *clear)
            }
            Evidence::By { stop, no_later, no_earlier } => self.by(stop, *no_later, *no_earlier),
            Evidence::Times { of, first, last, found, needed, .. } => self.times(of, (*first, *last), *found, *needed),
            Evidence::Linked { unit, kind: None, with, .. } => self.under(*unit, with, truth),
            Evidence::Linked { unit, kind: Some(kind), with, found, min, max, .. } => {
                self.linked(*unit, (*kind, with), *found, (*min, *max))
            }
            Evidence::Parameter { name } => {
                let name = self.parameter(name);
                say!(self.lang, format!("“{name}”尚未确定"), format!("not set yet: {name}"))
            }
            Evidence::NoEdition { day } => {
                let day = self.day(*day);
                say!(
                    self.lang,
                    format!("{day}时适用的规定尚不明确"),
                    format!("the rule in force on {day} is not known")
                )
            }
            // INVARIANT: what is about a person was told before it comes here.
            Evidence::Age { .. }
            | Evidence::Sex { .. }
            | Evidence::Party { .. }
            | Evidence::Seniority { .. }
            | Evidence::Member { .. }
            | Evidence::Household { .. }
            | Evidence::Status { .. }
            | Evidence::Affiliated { .. }
            | Evidence::Remainder { .. }
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
            Truth::True => {
                say!(self.lang, format!("{person}已纳入“{program}”"), format!("{person} is enrolled: {program}"))
            }
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
                say!(
                    self.lang,
                    format!("{unit}章程未规定“{key}”"),
                    format!("the charter of {unit} says nothing: {key}")
                )
            }
        }
    }

    fn word(&self, set: TermSet, stage: &Key, found: Option<&Key>, needed: &[Key], refused: bool) -> String {
        let (lang, stage) = (self.lang, self.term(TermSet::Stage, stage));
        let what = set.title(lang);
        let said = match found {
            Some(found) => {
                let found = self.term(set, found);
                say!(lang, format!("{stage}的{what}为{found}"), format!("{what} of {stage}: {found}"))
            }
            None => say!(lang, format!("{stage}的{what}未登记"), format!("{what} of {stage} is not recorded")),
        };
        let fits = found.is_some_and(|found| needed.contains(found)) != refused;
        if found.is_some() && fits {
            return said;
        }
        let needed = self.terms(set, needed);
        if refused {
            say!(lang, format!("{said}；要求不为{needed}"), format!("{said}; required: none of {needed}"))
        } else {
            say!(lang, format!("{said}；要求为{needed}"), format!("{said}; required: {needed}"))
        }
    }

    fn items(&self, stage: &Key, found: &[Key], needed: &[Key], truth: Truth) -> String {
        let (lang, stage) = (self.lang, self.term(TermSet::Stage, stage));
        let absent: Vec<Key> = needed.iter().filter(|item| !found.contains(item)).cloned().collect();
        let asked = self.terms(TermSet::Item, needed);
        if absent.is_empty() {
            return say!(
                lang,
                format!("{stage}材料齐备：{asked}"),
                format!("{stage} carries what is required: {asked}")
            );
        }
        let absent = self.terms(TermSet::Item, &absent);
        match truth {
            Truth::Unknown => say!(
                lang,
                format!("{stage}尚未见{absent}，材料是否齐备待核实；要求{asked}"),
                format!("{stage}: not seen yet: {absent}; required: {asked}"),
            ),
            Truth::True | Truth::False => {
                say!(
                    lang,
                    format!("{stage}缺{absent}；要求{asked}"),
                    format!("{stage} lacks {absent}; required: {asked}")
                )
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
                say!(
                    lang,
                    format!("是否办理“{stage}”尚不明确{when}"),
                    format!("whether this was done is not known: {stage}{when}")
                )
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

    fn times(
        &self,
        of: &Happening,
        (first, last): (NaiveDate, NaiveDate),
        found: Range,
        needed: Option<u32>,
    ) -> String {
        let (lang, period, found) = (self.lang, period_words(self.lang, first, last), range_words(self.lang, found));
        let (what, unit) = match of {
            Happening::Stage(stage) => (self.term(TermSet::Stage, stage), "次"),
            Happening::TrainingHours => (say!(lang, "参加培训", "hours of training"), "学时"),
            Happening::Trainings => (say!(lang, "参加培训", "trainings"), "次"),
            Happening::Appraisals => (say!(lang, "考核", "appraisals"), "次"),
        };
        let found = say!(lang, format!("{period}{what}{found}{unit}"), format!("{what} in {period}: {found}"));
        match needed {
            Some(needed) => {
                say!(lang, format!("{found}；要求至少{needed}{unit}"), format!("{found}; required: {needed} or more"))
            }
            None => say!(lang, format!("{found}；要求的数额未定"), format!("{found}; the number required is not set")),
        }
    }

    /// Whether a unit stands directly below one of these kinds.
    fn under(&self, unit: UnitIdx, kinds: &[UnitKind], truth: Truth) -> String {
        let kinds: Vec<&str> = kinds.iter().map(|kind| kind.title(self.lang)).collect();
        let (lang, unit, kinds) = (self.lang, self.unit(unit), either(self.lang, &kinds));
        match truth {
            Truth::True => say!(lang, format!("{unit}的上级为{kinds}"), format!("{unit} belongs to a {kinds}")),
            Truth::False => say!(
                lang,
                format!("{unit}的上级不是{kinds}；要求为{kinds}"),
                format!("{unit} does not belong to a {kinds}, as required"),
            ),
            Truth::Unknown => say!(
                lang,
                format!("{unit}的上级单位未登记；要求为{kinds}"),
                format!("the unit above {unit} is not recorded; required: {kinds}"),
            ),
        }
    }

    fn linked(
        &self,
        unit: UnitIdx,
        (kind, with): (LinkKind, &[UnitKind]),
        found: Range,
        (min, max): (Option<u32>, Option<u32>),
    ) -> String {
        let (lang, unit, kind) = (self.lang, self.unit(unit), kind.title(self.lang));
        let (with, number) = (titles!(lang, with), range_words(lang, found));
        let found = say!(
            lang,
            format!("与{unit}有“{kind}”关系的{with}{number}个"),
            format!("units with the link \"{kind}\" to {unit} ({with}): {number}"),
        );
        match needed_words(lang, (min, max, false), "个") {
            Some(needed) => say!(lang, format!("{found}；要求{needed}"), format!("{found}; required: {needed}")),
            None => say!(lang, format!("{found}；要求的数额未定"), format!("{found}; the number required is not set")),
        }
    }
}

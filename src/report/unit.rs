//! 单位与身份 — what a unit is and has, and what a person is besides posts, in words.

use super::words::{Words, either, join, say};
use crate::facts::{PersonIdx, UnitIdx};
use crate::vocab::{
    BodyKind, FactSpan, Key, PartialDate, Period, PostKind, Rank, StatusKind, TermSet, TraitKind, Truth, UnitKind,
    Window,
};
use chrono::NaiveDate;

impl Words<'_> {
    /// P007于2026年3月1日居住在本单位，满1年.
    pub(super) fn status(
        &self,
        person: PersonIdx,
        (is, min): (&[StatusKind], Option<Period>),
        found: Option<(StatusKind, FactSpan)>,
        on: NaiveDate,
        truth: Truth,
    ) -> String {
        let (lang, person, day) = (self.lang, self.person(person), self.day(on));
        let kinds: Vec<&str> = match (truth, found) {
            (Truth::True, Some((kind, _))) => vec![kind.title(lang)],
            _ => is.iter().map(|kind| kind.title(lang)).collect(),
        };
        let kinds = either(lang, &kinds);
        let lasting = min.map_or_else(String::new, |min| {
            let min = min.in_words(lang);
            say!(lang, format!("满{min}"), format!(" for {min} or longer"))
        });
        let said = match truth {
            Truth::True => {
                say!(
                    lang,
                    format!("{person}于{day}有“{kinds}”{lasting}的情况"),
                    format!("{person}, on {day}: {kinds}{lasting}")
                )
            }
            Truth::False => say!(
                lang,
                format!("{person}于{day}无“{kinds}”{lasting}的情况"),
                format!("{person}, on {day}: not \"{kinds}\"{lasting}"),
            ),
            Truth::Unknown => say!(
                lang,
                format!("{person}于{day}是否“{kinds}”{lasting}尚不明确"),
                format!("whether {person}, on {day}, is \"{kinds}\"{lasting} is not known"),
            ),
        };
        self.with_span(said, found.map(|(_, span)| span))
    }

    /// P007的正式组织关系在河清三社党支部.
    pub(super) fn affiliated(
        &self,
        person: PersonIdx,
        unit: UnitIdx,
        found: Option<UnitIdx>,
        on: NaiveDate,
        truth: Truth,
    ) -> String {
        let (lang, person, here, day) = (self.lang, self.person(person), self.unit(unit), self.day(on));
        match (truth, found.map(|found| self.unit(found))) {
            (Truth::Unknown, _) => say!(
                lang,
                format!("{person}的正式组织关系于{day}是否在{here}党组织尚不明确"),
                format!("whether {person} is affiliated to the Party organization of {here} on {day} is not known"),
            ),
            (_, Some(found)) => {
                let needed = if truth.is_false() {
                    say!(lang, format!("；要求在{here}党组织"), format!("; required: the organization of {here}"))
                } else {
                    String::new()
                };
                say!(
                    lang,
                    format!("{person}的正式组织关系在{found}{needed}"),
                    format!("{person} is affiliated to {found}{needed}")
                )
            }
            (_, None) => say!(
                lang,
                format!("{person}的正式组织关系于{day}不在{here}党组织"),
                format!("{person} is not affiliated to the Party organization of {here} on {day}"),
            ),
        }
    }

    /// A term recorded for one holder, and the end of the body's term.
    pub(super) fn remainder(
        &self,
        person: PersonIdx,
        post: PostKind,
        ends: Option<PartialDate>,
        body_ends: Option<Window>,
    ) -> String {
        let (lang, person, post) = (self.lang, self.person(person), post.title(self.lang));
        let found = match ends {
            Some(ends) => {
                let ends = self.date(ends);
                say!(
                    lang,
                    format!("{person}“{post}”任期届满日为{ends}"),
                    format!("term of {person} as {post} ends {ends}")
                )
            }
            None => say!(
                lang,
                format!("{person}“{post}”任期届满日未登记"),
                format!("end of the term of {person} as {post} is not recorded"),
            ),
        };
        let needed = match body_ends {
            Some(ends) => {
                let ends = self.day(ends.last());
                say!(
                    lang,
                    format!("要求不晚于本届届满日{ends}"),
                    format!("required: no later than that of the body, {ends}")
                )
            }
            None => say!(lang, "本届届满日尚不明确", "the end of the body's term is not known"),
        };
        say!(lang, format!("{found}；{needed}"), format!("{found}; {needed}"))
    }

    pub(super) fn level(&self, stage: &Key, found: Option<Rank>, needed: Rank) -> String {
        let (lang, stage, needed) = (self.lang, self.term(TermSet::Stage, stage), needed.title(self.lang));
        let found = match found {
            Some(found) => {
                let found = found.title(lang);
                say!(lang, format!("{stage}的层级为{found}"), format!("level of {stage}: {found}"))
            }
            None => say!(lang, format!("{stage}的层级未登记"), format!("level of {stage} is not recorded")),
        };
        say!(lang, format!("{found}；要求{needed}以上"), format!("{found}; required: {needed} or higher"))
    }

    pub(super) fn has_trait(&self, unit: UnitIdx, kind: TraitKind, on: NaiveDate, truth: Truth) -> String {
        let (lang, unit, kind, day) = (self.lang, self.unit(unit), kind.title(self.lang), self.day(on));
        match truth {
            Truth::True => say!(lang, format!("{unit}于{day}：{kind}"), format!("{unit}, on {day}: {kind}")),
            Truth::False => {
                say!(lang, format!("{unit}于{day}：非“{kind}”"), format!("{unit}, on {day}: not \"{kind}\""))
            }
            Truth::Unknown => say!(
                lang,
                format!("{unit}于{day}是否“{kind}”尚不明确"),
                format!("whether it holds of {unit} on {day} is not known: {kind}"),
            ),
        }
    }

    pub(super) fn named(
        &self,
        unit: UnitIdx,
        found: Option<&str>,
        (words, of_place, before): (&[String], bool, Option<NaiveDate>),
        truth: Truth,
    ) -> String {
        let (lang, unit) = (self.lang, self.unit(unit));
        let mut needed: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
        if of_place {
            needed.push(say!(lang, "所在地名称", "the name of its place"));
        }
        let said = match found {
            Some(found) => {
                say!(lang, format!("{unit}的登记名称为“{found}”"), format!("registered name of {unit}: {found}"))
            }
            None => say!(lang, format!("{unit}的登记名称未登记"), format!("registered name of {unit} is not recorded")),
        };
        if truth.is_true() {
            return said;
        }
        let mut asked = Vec::new();
        if !needed.is_empty() {
            let needed = join(lang, &needed);
            asked.push(say!(lang, format!("；要求含有{needed}"), format!("; required in it: {needed}")));
        }
        if let Some(before) = before {
            let before = self.day(before);
            asked.push(say!(
                lang,
                format!("；要求在{before}前登记"),
                format!("; required: registered before {before}")
            ));
        }
        format!("{said}{}", asked.concat())
    }

    pub(super) fn formed(
        &self,
        unit: UnitIdx,
        (bodies, units, acting): (&[BodyKind], &[UnitKind], bool),
        on: NaiveDate,
        truth: Truth,
    ) -> String {
        let (lang, unit, day) = (self.lang, self.unit(unit), self.day(on));
        let mut kinds: Vec<&str> = bodies.iter().map(|kind| kind.title(lang)).collect();
        kinds.extend(units.iter().map(|kind| kind.title(lang)));
        let instead = say!(lang, "代行其职能的单位", "a unit that acts in its place");
        if acting {
            kinds.push(&instead);
        }
        let kinds = either(lang, &kinds);
        match truth {
            Truth::True => say!(lang, format!("{unit}于{day}设有{kinds}"), format!("{unit} has, on {day}: {kinds}")),
            Truth::False => {
                say!(lang, format!("{unit}于{day}未设{kinds}"), format!("{unit} has none of these on {day}: {kinds}"))
            }
            Truth::Unknown => say!(
                lang,
                format!("{unit}于{day}是否设有{kinds}尚不明确"),
                format!("whether {unit} has one of these on {day} is not known: {kinds}"),
            ),
        }
    }
}

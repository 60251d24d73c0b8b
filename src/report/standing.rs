//! 身份与经历 — age, membership, capacity, posts held, records and training of a person in words.

use super::words::{Words, join, say, titles};
use crate::check::{LookBack, Range, Value};
use crate::facts::{PersonIdx, UnitIdx};
use crate::vocab::{FactSpan, Lang, PartialDate, Period, PostKind, RecordKind, Truth, reached};
use chrono::NaiveDate;

/// A record found: what it is, from when it counts, when rights were restored.
type FoundRecord = (RecordKind, Option<PartialDate>, Option<PartialDate>);

impl Words<'_> {
    /// 张三出生于1979年8月，2026年3月1日时年满46周岁；要求18周岁以上.
    pub(super) fn age(
        &self,
        person: PersonIdx,
        born: Option<PartialDate>,
        on: NaiveDate,
        min: Option<u32>,
        max: Option<u32>,
    ) -> String {
        let (lang, person, day) = (self.lang, self.person(person), self.day(on));
        let found = match born {
            None => say!(lang, format!("{person}的出生年月未登记"), format!("birth of {person} is not recorded")),
            Some(born) => {
                let (youngest, oldest) = (years(born.last(), on), years(born.first(), on));
                let date = self.date(born);
                let age = match (youngest, oldest) {
                    (one, other) if one == other => one.to_string(),
                    (one, other) => say!(lang, format!("{one}或{other}"), format!("{one} or {other}")),
                };
                say!(
                    lang,
                    format!("{person}出生于{date}，{day}时年满{age}周岁"),
                    format!("{person}, born {date}, is {age} on {day}"),
                )
            }
        };
        let min = min.map(|min| say!(lang, format!("{min}周岁以上"), format!("{min} or older")));
        let max = max.map(|max| say!(lang, format!("不超过{max}周岁"), format!("not over {max}")));
        let needed: Vec<String> = min.into_iter().chain(max).collect();
        if needed.is_empty() {
            return say!(lang, format!("{found}；年龄要求未定"), format!("{found}; the age required is not set"));
        }
        let needed = join(lang, &needed);
        say!(lang, format!("{found}；要求{needed}"), format!("{found}; required: {needed}"))
    }

    pub(super) fn seniority(
        &self,
        person: PersonIdx,
        from: Option<PartialDate>,
        needed: Option<Period>,
        on: NaiveDate,
    ) -> String {
        let (lang, name) = (self.lang, self.person(person));
        let found = from.map(|from| {
            let span = FactSpan::new(Some(from), crate::vocab::SpanEnd::Never).unwrap_or_default();
            let day = self.day(on);
            let from = self.span(span);
            say!(lang, format!("自{from}计算（截至{day}）"), format!("counted {from} (up to {day})"))
        });
        let needed = needed.map(|needed| {
            let needed = needed.in_words(lang);
            say!(lang, format!("满{needed}"), format!("{needed} or more"))
        });
        match found {
            Some(found) => {
                let needed = needed.unwrap_or_else(|| say!(lang, "年限未定", "a time that is not set"));
                say!(
                    lang,
                    format!("{name}的党龄{found}；要求{needed}"),
                    format!("Party standing of {name} {found}; required: {needed}")
                )
            }
            None => self.found_and_needed(person, ("转正时间", "day of full Party membership"), None, needed),
        }
    }

    pub(super) fn belongs(
        &self,
        person: PersonIdx,
        unit: UnitIdx,
        (zh, en): (&str, &str),
        span: Option<FactSpan>,
        on: NaiveDate,
        truth: Truth,
    ) -> String {
        let (lang, person, unit, day) = (self.lang, self.person(person), self.unit(unit), self.day(on));
        let said = match truth {
            Truth::True => say!(lang, format!("{person}为{unit}{zh}"), format!("{person} is a {en} of {unit}")),
            Truth::False => say!(
                lang,
                format!("{person}于{day}不在{unit}{zh}之列"),
                format!("{person} is no {en} of {unit} on {day}"),
            ),
            Truth::Unknown => say!(
                lang,
                format!("{person}于{day}是否为{unit}{zh}尚不明确"),
                format!("whether {person} is a {en} of {unit} on {day} is not known"),
            ),
        };
        self.with_span(said, span)
    }

    pub(super) fn capacity(
        &self,
        person: PersonIdx,
        born: Option<PartialDate>,
        limited: Option<FactSpan>,
        on: NaiveDate,
        truth: Truth,
    ) -> String {
        let (lang, name, day) = (self.lang, self.person(person), self.day(on));
        let said = match truth {
            Truth::True => say!(lang, format!("{name}具有完全民事行为能力"), format!("{name} has full civil capacity")),
            Truth::False => {
                say!(
                    lang,
                    format!("{name}于{day}不具有完全民事行为能力"),
                    format!("{name} has no full civil capacity on {day}")
                )
            }
            Truth::Unknown => say!(
                lang,
                format!("{name}于{day}是否具有完全民事行为能力尚不明确"),
                format!("whether {name} has full civil capacity on {day} is not known"),
            ),
        };
        let mut notes = Vec::new();
        match born {
            Some(born) => {
                let born = self.date(born);
                notes.push(say!(lang, format!("{born}出生"), format!("born {born}")));
            }
            None => notes.push(say!(lang, "出生年月未登记", "birth not recorded")),
        }
        if let Some(limited) = limited {
            let span = self.span(limited);
            notes.push(say!(
                lang,
                format!("登记有行为能力认定，{span}"),
                format!("a finding on capacity is on record, {span}")
            ));
        }
        let notes = notes.join(say!(lang, "，", ", ").as_str());
        say!(lang, format!("{said}（{notes}）"), format!("{said} ({notes})"))
    }

    pub(super) fn holds(
        &self,
        person: PersonIdx,
        posts: &[PostKind],
        found: Option<(PostKind, UnitIdx, FactSpan)>,
        on: NaiveDate,
        truth: Truth,
    ) -> String {
        let (lang, person, day) = (self.lang, self.person(person), self.day(on));
        let asked = self.posts(posts);
        let said = match (truth, found) {
            (Truth::True, Some((post, unit, _))) => {
                let (post, unit) = (post.title(lang), self.unit(unit));
                say!(lang, format!("{person}任{unit}{post}"), format!("{person} is {post} of {unit}"))
            }
            (Truth::True, None) => say!(lang, format!("{person}任{asked}"), format!("{person} is {asked}")),
            (Truth::False, _) => {
                say!(
                    lang,
                    format!("{day}时{person}未任{asked}"),
                    format!("{person} holds none of these posts on {day}: {asked}")
                )
            }
            (Truth::Unknown, _) => say!(
                lang,
                format!("{day}时{person}是否任{asked}尚不明确"),
                format!("whether {person} holds one of these posts on {day} is not known: {asked}"),
            ),
        };
        self.with_span(said, found.map(|(_, _, span)| span))
    }

    pub(super) fn record(
        &self,
        person: PersonIdx,
        (of, look_back): (&[RecordKind], &LookBack),
        found: Option<FoundRecord>,
        on: NaiveDate,
        truth: Truth,
    ) -> String {
        let (lang, person, day) = (self.lang, self.person(person), self.day(on));
        let kinds = titles!(lang, of);
        let reach = look_back_words(lang, look_back);
        let Some((kind, from, restored)) = found else {
            return match truth {
                Truth::Unknown => say!(
                    lang,
                    format!("{person}有无“{kinds}”记录尚不明确（{reach}）"),
                    format!("whether {person} has one of these on record is not known: {kinds} ({reach})"),
                ),
                Truth::True | Truth::False => say!(
                    lang,
                    format!("{person}无“{kinds}”记录（{reach}）"),
                    format!("{person} has none of these on record: {kinds} ({reach})"),
                ),
            };
        };
        let mut notes = vec![match from {
            Some(from) => {
                let from = self.date(from);
                say!(lang, format!("自{from}起算"), format!("counted from {from}"))
            }
            None => say!(lang, "起算日期未登记", "its day is not recorded"),
        }];
        if let Some(restored) = restored {
            let restored = self.date(restored);
            notes.push(say!(lang, format!("{restored}恢复（期满）"), format!("restored or expired {restored}")));
        }
        notes.push(reach);
        let notes = notes.join(say!(lang, "，", ", ").as_str());
        let kind = kind.title(lang);
        let outcome = match truth {
            Truth::True => say!(lang, format!("{day}时仍在影响期内"), format!("it still counts on {day}")),
            Truth::False => say!(lang, format!("{day}时已不在影响期内"), format!("it does not count on {day}")),
            Truth::Unknown => {
                say!(
                    lang,
                    format!("{day}时是否仍在影响期内尚不明确"),
                    format!("whether it still counts on {day} is not known")
                )
            }
        };
        say!(
            lang,
            format!("{person}有“{kind}”记录（{notes}），{outcome}"),
            format!("on record for {person}: {kind} ({notes}); {outcome}"),
        )
    }

    pub(super) fn trained(
        &self,
        person: PersonIdx,
        hours: Range,
        needed: Option<u32>,
        (since, on): (NaiveDate, NaiveDate),
    ) -> String {
        let (lang, person, hours) = (self.lang, self.person(person), super::number::range_words(self.lang, hours));
        let (since, on) = (self.day(since), self.day(on));
        let found = say!(
            lang,
            format!("{person}在{since}至{on}间培训{hours}学时"),
            format!("{person} has {hours} hours of training between {since} and {on}"),
        );
        match needed {
            Some(needed) => {
                say!(
                    lang,
                    format!("{found}；要求至少{needed}学时"),
                    format!("{found}; required: {needed} hours or more")
                )
            }
            None => say!(lang, format!("{found}；学时要求未定"), format!("{found}; the hours required are not set")),
        }
    }

    pub(super) fn continued(&self, person: PersonIdx, post: PostKind, found: Option<bool>) -> String {
        let (lang, person, post) = (self.lang, self.person(person), post.title(self.lang));
        match found {
            Some(true) => say!(lang, format!("{person}连任{post}"), format!("{person} was {post} directly before")),
            Some(false) => {
                say!(lang, format!("{person}非连任{post}"), format!("{person} was not {post} directly before"))
            }
            None => say!(
                lang,
                format!("{person}是否连任{post}未登记"),
                format!("whether {person} was {post} directly before is not recorded"),
            ),
        }
    }
}

/// Completed years on a day; the birthday counts.
fn years(born: NaiveDate, on: NaiveDate) -> u32 {
    let guess = on.years_since(born).unwrap_or(0).saturating_add(1);
    // A birth on 29 February counts from the 28th in common years, which may be one more than plain subtraction says.
    if reached(born, guess) <= on { guess } else { guess.saturating_sub(1) }
}

fn look_back_words(lang: Lang, look_back: &LookBack) -> String {
    let period = |value: &Value<Period>| match value {
        Value::Literal(period) => period.in_words(lang),
        Value::Param(_) | Value::Charter(_) => say!(lang, "未定期限", "a time that is not set"),
    };
    match look_back {
        LookBack::ForLife => say!(lang, "不限时间", "at any time"),
        LookBack::UntilRestored => say!(lang, "至恢复或期满之日", "until restored or expired"),
        LookBack::Within(value) => {
            let period = period(value);
            say!(lang, format!("起算后{period}内"), format!("for {period} from its day"))
        }
        LookBack::AfterRestored(value) => {
            let period = period(value);
            say!(lang, format!("至恢复之日后{period}"), format!("until {period} after restoration"))
        }
    }
}

//! 用语 — what all renderings share: the language, lists, days, spans, and the words for severities and verdicts.

use super::Style;
use crate::facts::{PersonIdx, Register};
use crate::review::{Review, Severity};
use crate::rulebook::Rulebook;
use crate::vocab::{FactSpan, Key, Lang, PartialDate, SpanEnd, TermSet, Verdict, Window};
use chrono::NaiveDate;

/// One of two texts; only the one asked for is made.
macro_rules! say {
    ($lang:expr, $zh:expr, $en:expr $(,)?) => {
        match $lang {
            $crate::vocab::Lang::Zh => String::from($zh),
            $crate::vocab::Lang::En => String::from($en),
        }
    };
}
pub(super) use say;

/// What a rendering reads: the register, the rules, the style, and whom the sentence is about.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) lang: Lang,
    pub(super) facts: &'a Register,
    pub(super) rules: &'a Rulebook,
    pub(super) style: &'a Style<'a>,
    /// The two persons the sentence has just named, so that a tie may say 二人.
    pub(super) pair: Option<(PersonIdx, PersonIdx)>,
}

impl<'a> Words<'a> {
    pub(super) fn new(facts: &'a Register, rules: &'a Rulebook, style: &'a Style<'a>) -> Self {
        Self { lang: style.lang, facts, rules, style, pair: None }
    }

    pub(super) fn of(review: &'a Review<'_>, style: &'a Style<'a>) -> Self {
        Self::new(review.register(), review.rules(), style)
    }

    /// A word of the open vocabulary.
    pub(super) fn term(&self, set: TermSet, key: &Key) -> String {
        self.rules.vocabulary().title(set, key, self.lang).to_owned()
    }

    pub(super) fn terms(&self, set: TermSet, keys: &[Key]) -> String {
        let words: Vec<String> = keys.iter().map(|key| self.term(set, key)).collect();
        join(self.lang, &words)
    }

    /// 1979年8月5日 in Chinese, 1979-08-05 in English.
    pub(super) fn day(&self, day: NaiveDate) -> String {
        day_words(self.lang, day)
    }

    pub(super) fn date(&self, date: PartialDate) -> String {
        date.in_words(self.lang)
    }

    /// A window as it was written down: a day, a month, a year; otherwise its two ends.
    pub(super) fn window(&self, window: Window) -> String {
        match partial_of(window) {
            Some(date) => self.date(date),
            None if window == Window::EVER => say!(self.lang, "日期未登记", "a day not recorded"),
            None => {
                let (first, last) = (self.day(window.first()), self.day(window.last()));
                say!(self.lang, format!("{first}至{last}之间"), format!("between {first} and {last}"))
            }
        }
    }

    /// From when to when, as far as recorded: 2021年3月起，2024年5月结束.
    pub(super) fn span(&self, span: FactSpan) -> String {
        let mut parts = Vec::new();
        match span.from {
            Some(from) => {
                let from = self.date(from);
                parts.push(say!(self.lang, format!("{from}起"), format!("from {from}")));
            }
            None => parts.push(say!(self.lang, "起始日期未登记", "beginning not recorded")),
        }
        match span.end {
            SpanEnd::Ended(end) => {
                let end = self.date(end);
                parts.push(say!(self.lang, format!("{end}结束"), format!("ended {end}")));
            }
            SpanEnd::SeenRunning(seen) => {
                let seen = self.day(seen);
                parts.push(say!(self.lang, format!("{seen}时仍在"), format!("still so on {seen}")));
            }
            SpanEnd::Never => {}
        }
        parts.join(say!(self.lang, "，", ", ").as_str())
    }
}

/// Words with the comma of the language between them.
pub(super) fn join<T: AsRef<str>>(lang: Lang, words: &[T]) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    words.join(match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    })
}

/// 优秀或称职 — words of which one is enough.
pub(super) fn either<T: AsRef<str>>(lang: Lang, words: &[T]) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    words.join(match lang {
        Lang::Zh => "或",
        Lang::En => " or ",
    })
}

/// Clauses of one sentence.
pub(super) fn clauses<T: AsRef<str>>(lang: Lang, clauses: &[T]) -> String {
    let clauses: Vec<&str> = clauses.iter().map(AsRef::as_ref).collect();
    clauses.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}

/// Titles of a closed set.
macro_rules! titles {
    ($lang:expr, $all:expr) => {{
        let words: Vec<&str> = $all.iter().map(|one| one.title($lang)).collect();
        $crate::report::words::join($lang, &words)
    }};
}
pub(super) use titles;

pub(super) fn day_words(lang: Lang, day: NaiveDate) -> String {
    PartialDate::try_from(day).map_or_else(|_| day.to_string(), |day| day.in_words(lang))
}

/// The date whose days are exactly those of the window.
fn partial_of(window: Window) -> Option<PartialDate> {
    use chrono::Datelike;
    let first = window.first();
    [
        PartialDate::try_from(first),
        PartialDate::new(first.year(), Some(first.month()), None),
        PartialDate::new(first.year(), None, None),
    ]
    .into_iter()
    .flatten()
    .find(|date| date.window() == window)
}

impl Severity {
    /// 不符合、提醒、待核实、备注、符合 — how an answer is shown, in words.
    pub const fn in_words(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Breach => ("不符合", "not in line"),
            Self::Reminder => ("提醒", "reminder"),
            Self::Unsettled => ("待核实", "to be verified"),
            Self::Remark => ("备注", "remark"),
            Self::Clear => ("符合", "in line"),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// 符合、不符合、例外允许、不适用、未定 — a result in words.
pub(super) const fn verdict_words(verdict: Verdict, lang: Lang) -> &'static str {
    let (zh, en) = match verdict {
        Verdict::Satisfied => ("符合", "in line"),
        Verdict::Breached => ("不符合", "not in line"),
        Verdict::Excepted => ("例外允许", "allowed by an exception"),
        Verdict::NotApplicable => ("不适用", "not applicable"),
        Verdict::Undetermined => ("未定", "not settled"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::parse_day;

    #[test]
    fn a_window_is_said_as_coarsely_as_it_was_written() {
        let partial = |text: &str| text.parse::<PartialDate>().unwrap();
        for text in ["2021", "2021-03", "2021-03-05"] {
            assert_eq!(partial_of(partial(text).window()), Some(partial(text)));
        }
        let odd = Window::new(parse_day("2021-03-05").unwrap(), parse_day("2021-03-09").unwrap()).unwrap();
        assert_eq!(partial_of(odd), None);
    }
}

//! 审查对象 — whom or what a finding is about, in words: 河清三社 理事 P007, 事项 C12 召开会议（2026-02-03）.

use super::words::{Words, say};
use crate::check::{Seat, Subject};
use crate::facts::PersonIdx;
use crate::vocab::{Lang, TermSet};
use chrono::{Datelike, Months, NaiveDate};

impl<'a> Words<'a> {
    /// These words, knowing that the sentence names this subject first.
    pub(super) fn about(self, subject: &Subject) -> Words<'a> {
        let pair = if let Subject::Pair(a, b) = subject { Some((a.person, b.person)) } else { None };
        Words { pair, ..self }
    }

    /// Whether these are the two persons the sentence has just named.
    pub(super) fn is_the_pair(&self, a: PersonIdx, b: PersonIdx) -> bool {
        self.pair.is_some_and(|pair| pair == (a, b) || pair == (b, a))
    }

    pub(super) fn subject(&self, subject: &Subject) -> String {
        match subject {
            Subject::Person(person) => self.named_person(*person),
            Subject::Seat(seat) => self.seat(seat),
            Subject::Pair(a, b) => self.two(a, b),
            Subject::Body(unit, kind) => format!("{} {}", self.unit(*unit), kind.title(self.lang)),
            Subject::Unit(unit) => self.unit(*unit),
            Subject::Act(act) => self.act(*act),
            Subject::Case(case) => self.named_case(&self.case(*case)),
            Subject::PersonPeriod(person, first, last) => {
                format!("{} {}", self.named_person(*person), period_words(self.lang, *first, *last))
            }
            Subject::UnitPeriod(unit, first, last) => {
                format!("{} {}", self.unit(*unit), period_words(self.lang, *first, *last))
            }
        }
    }

    fn named_person(&self, person: PersonIdx) -> String {
        let person = self.person(person);
        say!(self.lang, format!("人员 {person}"), format!("person {person}"))
    }

    fn named_case(&self, case: &str) -> String {
        say!(self.lang, format!("事项 {case}"), format!("case {case}"))
    }

    fn seat(&self, seat: &Seat) -> String {
        format!("{} {}", self.unit(seat.unit), self.post_of(seat))
    }

    fn post_of(&self, seat: &Seat) -> String {
        let (post, person) = (seat.post.title(self.lang), self.person(seat.person));
        if seat.proposed {
            say!(self.lang, format!("拟任{post} {person}"), format!("proposed {post} {person}"))
        } else {
            format!("{post} {person}")
        }
    }

    fn two(&self, a: &Seat, b: &Seat) -> String {
        let first = self.seat(a);
        let second = if a.unit != b.unit {
            self.seat(b)
        } else if (a.post, a.proposed) == (b.post, b.proposed) {
            self.person(b.person)
        } else {
            self.post_of(b)
        };
        say!(self.lang, format!("{first} 与 {second}"), format!("{first} and {second}"))
    }

    fn act(&self, act: u32) -> String {
        let row = usize::try_from(act).ok().and_then(|act| self.facts.facts().acts.get(act));
        let Some(row) = row else { return self.named_case("?") };
        let stage = self.term(TermSet::Stage, &row.stage);
        let case = self.named_case(&row.case.to_string());
        match row.day {
            Some(day) => say!(self.lang, format!("{case} {stage}（{day}）"), format!("{case}, {stage} ({day})")),
            None => {
                say!(self.lang, format!("{case} {stage}（日期未登记）"), format!("{case}, {stage} (no day recorded)"))
            }
        }
    }
}

/// A period of the calendar: 2025年第4季度, 2025年; days that are none with both ends.
pub(super) fn period_words(lang: Lang, first: NaiveDate, last: NaiveDate) -> String {
    let year = first.year();
    let months = [1_u32, 3, 6, 12].into_iter().find(|months| {
        first.day() == 1
            && first.month0().is_multiple_of(*months)
            && first.checked_add_months(Months::new(*months)) == last.succ_opt()
    });
    let part = |months: u32| first.month0().checked_div(months).map_or(1, |part| part.saturating_add(1));
    match months {
        Some(1) => say!(lang, format!("{year}年{}月", first.month()), format!("{year}-{:02}", first.month())),
        Some(3) => say!(lang, format!("{year}年第{}季度", part(3)), format!("quarter {} of {year}", part(3))),
        Some(6) => {
            let (zh, en) = if part(6) == 1 { ("上", "first") } else { ("下", "second") };
            say!(lang, format!("{year}年{zh}半年"), format!("{en} half of {year}"))
        }
        Some(_) => say!(lang, format!("{year}年"), format!("{year}")),
        None => say!(lang, format!("{first}至{last}"), format!("{first} to {last}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::parse_day;

    #[test]
    fn periods_of_the_calendar_have_their_names() {
        for (first, last, zh, en) in [
            ("2025-10-01", "2025-12-31", "2025年第4季度", "quarter 4 of 2025"),
            ("2026-02-01", "2026-02-28", "2026年2月", "2026-02"),
            ("2025-07-01", "2025-12-31", "2025年下半年", "second half of 2025"),
            ("2025-01-01", "2025-12-31", "2025年", "2025"),
            ("2025-02-01", "2025-04-30", "2025-02-01至2025-04-30", "2025-02-01 to 2025-04-30"),
        ] {
            let (first, last) = (parse_day(first).unwrap(), parse_day(last).unwrap());
            assert_eq!(period_words(Lang::Zh, first, last), zh);
            assert_eq!(period_words(Lang::En, first, last), en);
        }
    }
}

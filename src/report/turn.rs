//! 转折 — on which days a fact turns, and what happens then, so that a timeline can say why an answer changes.

use super::words::{Words, say};
use crate::check::{Evidence, LookBack, Value};
use crate::review::Answer;
use crate::vocab::{FactSpan, PartialDate, Period, SpanEnd, Window, reached};
use chrono::NaiveDate;

/// A day, and what happens on it.
type Turn = (NaiveDate, String);

impl Words<'_> {
    /// What happens on a day by the rules and the facts of an answer; empty where nothing it knows of does.
    pub(super) fn turns_on(&self, day: NaiveDate, answer: &Answer<'_>) -> Vec<String> {
        let mut turns: Vec<Turn> = Vec::new();
        for edition in &answer.provision.editions {
            let cited = self.citation(edition);
            let begins = say!(self.lang, format!("{cited}施行"), format!("enters into force: {cited}"));
            both(edition.from, &begins, &mut turns);
            if let Some(until) = edition.until {
                turns
                    .push((until, say!(self.lang, format!("{cited}停止施行"), format!("no longer in force: {cited}"))));
            }
        }
        for leaf in
            answer.lines.iter().flat_map(|line| &line.reasons).flat_map(|reason| super::decisive::leaves(&reason.why))
        {
            if let Some(evidence) = &leaf.evidence {
                self.turns(evidence, answer.day, &mut turns);
            }
        }
        let mut found: Vec<String> = Vec::new();
        for (on, what) in turns {
            if on == day && !found.contains(&what) {
                found.push(what);
            }
        }
        found
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a new fact turns on no day until somebody says on which")]
    fn turns(&self, evidence: &Evidence, horizon: NaiveDate, into: &mut Vec<Turn>) {
        let lang = self.lang;
        match evidence {
            Evidence::Age { person, born: Some(born), min, max, .. } => {
                for years in min.iter().copied().chain(max.map(|max| max.saturating_add(1))) {
                    let who = self.person(*person);
                    let says = say!(lang, format!("{who}年满{years}周岁"), format!("{who} becomes {years}"));
                    if let Ok(window) = Window::new(reached(born.first(), years), reached(born.last(), years)) {
                        both(window, &says, into);
                    }
                }
            }
            Evidence::Seniority { person, full_from: Some(from), needed: Some(needed), .. } => {
                let (who, period) = (self.person(*person), needed.in_words(lang));
                let says =
                    say!(lang, format!("{who}党龄满{period}"), format!("{who} has been a full member for {period}"));
                both(needed.after_window(from.window()), &says, into);
            }
            Evidence::Member { span: Some(span), .. } => {
                self.span_turns(*span, horizon, ("成员身份", "membership"), into);
            }
            Evidence::Household { span: Some(span), .. } => {
                self.span_turns(*span, horizon, ("户籍登记", "household registration"), into);
            }
            Evidence::Capacity { limited: Some(span), .. } => {
                self.span_turns(*span, horizon, ("行为能力认定", "finding on capacity"), into);
            }
            Evidence::Holds { found: Some((_, _, span)), .. } | Evidence::Sits { span, .. } => {
                self.span_turns(*span, horizon, ("任职", "holding of the post"), into);
            }
            Evidence::Enrolled { span: Some(span), .. } => {
                self.span_turns(*span, horizon, ("纳入项目", "enrollment"), into);
            }
            Evidence::Kin { path: Some(path), .. } => {
                let rows =
                    path.steps.iter().filter_map(|step| self.facts.facts().kin.get(usize::try_from(step.row).ok()?));
                for row in rows {
                    self.span_turns(row.span, horizon, ("亲属关系", "tie of kin"), into);
                }
            }
            Evidence::Record { look_back, found: Some((_, from, restored)), .. } => {
                self.record_turns(look_back, *from, *restored, into);
            }
            Evidence::Term { from, length, .. } => {
                let says = say!(lang, "期限届满", "the term has ended");
                if let Some(end) = from.zip(*length).map(|(from, length)| length.after_window(from)) {
                    after(end, &says, into);
                }
            }
            Evidence::By { no_later: Some(day), .. } => {
                into.extend(day.succ_opt().map(|next| (next, say!(lang, "期限已过", "the deadline has passed"))));
            }
            Evidence::Order { first, at_most: Some(most), .. } => {
                if let Some(day) = first.day {
                    after(most.after_window(day), &say!(lang, "期限已过", "the deadline has passed"), into);
                }
            }
            // A count, a word or a record of an act turns on no day of its own.
            _ => {}
        }
    }

    fn span_turns(&self, span: FactSpan, horizon: NaiveDate, (zh, en): (&str, &str), into: &mut Vec<Turn>) {
        let [begins, also_begins, ends, also_ends] = span.edges(horizon);
        let lang = self.lang;
        for day in [begins, also_begins].into_iter().flatten() {
            into.push((day, say!(lang, format!("{zh}开始"), format!("the {en} begins"))));
        }
        for day in [ends, also_ends].into_iter().flatten() {
            into.push((
                day,
                match span.end {
                    SpanEnd::SeenRunning(_) => {
                        say!(lang, format!("此后{zh}未再登记"), format!("nothing later is recorded of the {en}"))
                    }
                    SpanEnd::Ended(_) | SpanEnd::Never => say!(lang, format!("{zh}结束"), format!("the {en} ends")),
                },
            ));
        }
    }

    fn record_turns(
        &self,
        look_back: &LookBack,
        from: Option<PartialDate>,
        restored: Option<PartialDate>,
        into: &mut Vec<Turn>,
    ) {
        let lang = self.lang;
        if let Some(from) = from {
            both(from.window(), &say!(lang, "记录开始起算", "the record begins to count"), into);
        }
        let over = say!(lang, "记录影响期届满", "the record no longer counts");
        let end = match look_back {
            LookBack::ForLife => None,
            LookBack::UntilRestored => restored.map(PartialDate::window),
            LookBack::Within(period) => reach(period, from),
            LookBack::AfterRestored(period) => reach(period, restored),
        };
        if let Some(end) = end {
            both(end, &over, into);
        }
    }
}

fn reach(period: &Value<Period>, from: Option<PartialDate>) -> Option<Window> {
    match period {
        Value::Literal(period) => Some(period.after_window(from?.window())),
        Value::Param(_) | Value::Charter(_) => None,
    }
}

/// Both ends of what is known of a day.
fn both(window: Window, says: &str, into: &mut Vec<Turn>) {
    into.push((window.first(), says.to_owned()));
    into.push((window.last(), says.to_owned()));
}

/// The days after both ends: what still counts on its last day is over from the next.
fn after(window: Window, says: &str, into: &mut Vec<Turn>) {
    let next = [window.first(), window.last()].into_iter().filter_map(|day| day.succ_opt());
    into.extend(next.map(|day| (day, says.to_owned())));
}

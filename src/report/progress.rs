//! 办理进度 — a replayed walk in words: what was done, what its provisions say, what contradicts itself, what may follow.

use super::Style;
use super::words::{Words, either, join, say};
use crate::check::Missing;
use crate::review::{Answer, Conflict, Next, Progress, Review, Severity, Step};
use crate::vocab::{Key, TermSet, Truth, Window};

impl Progress<'_> {
    /// The walk of the case, line by line: the head with the stage reached, each act with what is to be said of it, what
    /// contradicts itself, what may follow.
    pub fn in_words(&self, review: &Review<'_>, style: &Style<'_>) -> String {
        let words = Words::of(review, style);
        let mut lines = vec![words.head_of_walk(self)];
        for (position, step) in self.steps.iter().enumerate() {
            lines.push(words.step(position, step));
            lines.extend(not_clear(&step.answers, review, style));
        }
        lines.extend(not_clear(&self.answers, review, style));
        lines.extend(self.conflicts.iter().map(|conflict| words.conflict(conflict)));
        lines.extend(self.next.iter().map(|next| words.next(next)));
        lines.join("\n")
    }
}

impl Words<'_> {
    fn stage_of_walk(&self, key: &Key) -> String {
        self.term(TermSet::Stage, key)
    }

    fn head_of_walk(&self, progress: &Progress<'_>) -> String {
        let (title, case) = (progress.walk.title.in_lang(self.lang), self.case(progress.case));
        let reached: Vec<String> = progress.reached.iter().map(|key| self.stage_of_walk(key)).collect();
        let day = self.day(progress.day);
        match reached.as_slice() {
            [] => say!(
                self.lang,
                format!("{title}（事项{case}，截至{day}）：尚无办理记录"),
                format!("{title} (case {case}, as of {day}): nothing on record yet")
            ),
            [one] => say!(
                self.lang,
                format!("{title}（事项{case}，截至{day}）：已到“{one}”"),
                format!("{title} (case {case}, as of {day}): reached \"{one}\"")
            ),
            several => {
                let several = either(self.lang, several);
                say!(
                    self.lang,
                    format!("{title}（事项{case}，截至{day}）：所到环节尚不明确，可能为{several}"),
                    format!("{title} (case {case}, as of {day}): the stage reached is not certain: {several}")
                )
            }
        }
    }

    fn step(&self, position: usize, step: &Step<'_>) -> String {
        let (number, stage) = (position.saturating_add(1), self.stage_of_walk(&step.stage.stage));
        let day = match step.done {
            Some(done) => self.window(done),
            None => say!(self.lang, "日期未登记", "day not recorded"),
        };
        let order = match step.in_order {
            Truth::True => String::new(),
            Truth::False => say!(self.lang, "，此前应有的环节没有记录", "; the stage before it is not on record"),
            Truth::Unknown => {
                say!(self.lang, "，此前应有的环节是否办理待核实", "; whether the stage before it was done is open")
            }
        };
        say!(self.lang, format!("{number}. {stage}（{day}）{order}"), format!("{number}. {stage} ({day}){order}"))
    }

    fn conflict(&self, conflict: &Conflict<'_>) -> String {
        match conflict {
            Conflict::Fork { one, other } => {
                let (one, other) = (self.stage_of_walk(one), self.stage_of_walk(other));
                say!(
                    self.lang,
                    format!("记录相互矛盾：同一环节之后既有“{one}”又有“{other}”，请核对"),
                    format!("the record contradicts itself: \"{one}\" and \"{other}\" follow one and the same act"),
                )
            }
            Conflict::Twice { stage } => {
                let stage = self.stage_of_walk(stage);
                say!(
                    self.lang,
                    format!("记录相互矛盾：“{stage}”有两次记录，请核对"),
                    format!("the record contradicts itself: \"{stage}\" stands twice"),
                )
            }
        }
    }

    fn next(&self, next: &Next<'_>) -> String {
        let lang = self.lang;
        let mut notes = Vec::new();
        if !next.stage.by.is_empty() {
            let by: Vec<String> = next.stage.by.iter().map(|key| self.term(TermSet::Actor, key)).collect();
            let by = either(lang, &by);
            notes.push(say!(lang, format!("由{by}办理"), format!("by {by}")));
        }
        let bound = |window: Window| self.window(window);
        if let Some(first) = next.not_before.map(bound) {
            notes.push(say!(lang, format!("不早于{first}"), format!("not before {first}")));
        }
        if let Some(last) = next.by.map(bound) {
            notes.push(say!(lang, format!("不晚于{last}"), format!("by {last}")));
        }
        let open: Vec<&Missing> = next.missing.iter().collect();
        notes.extend(self.missing_clauses(&open, 2));
        if !next.rests_on.is_empty() {
            let titles: Vec<&str> = next.rests_on.iter().map(|one| one.title.in_lang(lang)).collect();
            let titles = join(lang, &titles);
            notes.push(say!(lang, format!("依据：{titles}"), format!("under: {titles}")));
        }
        let stage = self.stage_of_walk(&next.stage.stage);
        let optional = if next.stage.optional {
            say!(lang, "（可不经此环节）", " (may be left out)")
        } else {
            String::new()
        };
        let notes = join(lang, &notes);
        if notes.is_empty() {
            return say!(lang, format!("可以接着：{stage}{optional}"), format!("may follow: {stage}{optional}"));
        }
        say!(lang, format!("可以接着：{stage}{optional}，{notes}"), format!("may follow: {stage}{optional}: {notes}"))
    }
}

/// The sentences of the answers that are not clear.
fn not_clear(answers: &[Answer<'_>], review: &Review<'_>, style: &Style<'_>) -> Vec<String> {
    let open = answers.iter().filter(|answer| answer.severity() != Severity::Clear);
    open.map(|answer| format!("   {}", answer.sentence(review, style))).collect()
}

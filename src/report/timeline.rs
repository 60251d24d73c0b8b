//! 时间线 — the stretches of a timeline, one a line, each with why it begins.

use super::Style;
use super::words::{Words, clauses, say};
use crate::review::{Answer, Eligibility, Review, Severity, Standing, Stretch, Timeline};
use crate::vocab::Lang;

impl Timeline<Standing> {
    /// The timeline of an answer: `2026-03-01 至 2026-09-09：不符合（…）`. Where a stretch holds the day of the answer, its
    /// facts are said; where it begins within the timeline, what happens on that day. A day on which only facts change
    /// that the answer did not rest on is left without a reason.
    pub fn in_words(&self, answer: &Answer<'_>, review: &Review<'_>, style: &Style<'_>) -> String {
        let words = Words::of(review, style).about(&answer.subject);
        let mut lines = Vec::new();
        for (position, stretch) in self.stretches.iter().enumerate() {
            let severity = stretch.answer.severity();
            let mut causes = if position == 0 { Vec::new() } else { words.turns_on(stretch.from, answer) };
            let here = stretch.from <= answer.day && answer.day < stretch.until && severity != Severity::Clear;
            let line = answer.lines.iter().filter(|line| line.severity() == severity).min_by_key(|line| line.level);
            causes.extend(line.filter(|_| here).map(|line| words.told(line)).filter(|told| !told.is_empty()));
            lines.push(stretch_words(style.lang, stretch, severity, &causes));
        }
        lines.join("\n")
    }
}

impl Timeline<Severity> {
    /// The timeline of an eligibility, each stretch with the rules that keep it from being clear.
    pub fn in_words(&self, eligibility: &Eligibility<'_>, review: &Review<'_>, style: &Style<'_>) -> String {
        let words = Words::of(review, style);
        let causes = review.causes(eligibility, self);
        let mut lines = Vec::new();
        for (stretch, answers) in self.stretches.iter().zip(&causes) {
            let told: Vec<String> = answers.iter().map(|answer| words.cause(answer)).collect();
            lines.push(stretch_words(style.lang, stretch, stretch.answer, &told));
        }
        lines.join("\n")
    }
}

impl Words<'_> {
    /// The rule and its decisive facts, without the subject that every line of the timeline shares.
    fn cause(&self, answer: &Answer<'_>) -> String {
        let words = self.about(&answer.subject);
        let title = answer.provision.title.in_lang(self.lang);
        let told = answer.lines.iter().min_by_key(|line| line.severity()).map(|line| words.told(line));
        match told.filter(|told| !told.is_empty()) {
            Some(told) => say!(self.lang, format!("{title}：{told}"), format!("{title}: {told}")),
            None => title.to_owned(),
        }
    }
}

/// `2026-03-01 至 2026-09-09：不符合（…）`; both days are inside.
fn stretch_words<T>(lang: Lang, stretch: &Stretch<T>, severity: Severity, causes: &[String]) -> String {
    let last = stretch.until.pred_opt().unwrap_or(stretch.until);
    let (first, word) = (stretch.from, severity.in_words(lang));
    let line = say!(lang, format!("{first} 至 {last}：{word}"), format!("{first} to {last}: {word}"));
    if causes.is_empty() {
        return line;
    }
    let causes = clauses(lang, causes);
    say!(lang, format!("{line}（{causes}）"), format!("{line} ({causes})"))
}

//! 时间线 — the stretches of a timeline, one a line, each with why it begins.

use super::Style;
use super::words::{Words, clauses, say};
use crate::check::Moment;
use crate::review::{Answer, Eligibility, Review, Severity, Standing, Stretch, Timeline};
use crate::vocab::Lang;
use chrono::NaiveDate;

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
            if severity == Severity::Unsettled && Words::is_silent(stretch.from, answer) {
                causes.push(say!(style.lang, "当时适用的规定尚不明确", "the rule then in force is not known"));
            }
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
            let mut told: Vec<String> = Vec::new();
            for cause in answers.iter().map(|answer| words.cause(answer)) {
                if !told.contains(&cause) {
                    told.push(cause);
                }
            }
            lines.push(stretch_words(style.lang, stretch, stretch.answer, &told));
        }
        lines.join("\n")
    }
}

impl Words<'_> {
    /// Whether a provision that the day itself judges has no edition in force on it.
    fn is_silent(day: NaiveDate, answer: &Answer<'_>) -> bool {
        let editions = &answer.provision.editions;
        answer.provision.judged_on == Moment::ReviewDay && editions.iter().all(|one| one.in_force(day).is_false())
    }

    /// The rule and its decisive facts, without the subject that every line of the timeline shares.
    fn cause(&self, answer: &Answer<'_>) -> String {
        let title = answer.provision.title.in_lang(self.lang);
        let told = answer.lines.iter().min_by_key(|line| line.severity()).map(|line| self.told(line));
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

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_plain, both, day, with_review};
    use super::*;

    #[test]
    fn a_stretch_says_why_it_begins() {
        with_review(|review| {
            let style = Style::new(Lang::Zh);
            let (from, until) = (day("2024-01-01"), day("2028-01-01"));
            let of = |id: &str| {
                let finding = review.findings().iter().find(|one| review.provision(one).unwrap().id.as_str() == id);
                review.answer(finding.unwrap())
            };
            let reminder = review.findings().iter().find(|finding| finding.severity() == Severity::Reminder);
            let age = review.answer(reminder.unwrap());
            let timeline = review.timeline(&age, from, until);
            expect_test::expect![[r"
                2024-01-01 至 2025-07-31：符合
                2025-08-01 至 2025-08-30：待核实（P007年满46周岁）
                2025-08-31 至 2027-12-31：提醒（P007年满46周岁；P007出生于1979年8月，2026年3月1日时年满46周岁；要求18周岁以上、不超过45周岁）"]].assert_eq(&timeline.in_words(&age, review, &style));
            let kin = of("organization.board-kin");
            let timeline = review.timeline(&kin, from, until);
            expect_test::expect![[r"
                2024-01-01 至 2025-04-30：待核实（当时适用的规定尚不明确）
                2025-05-01 至 2027-12-31：待核实（农村集体经济组织法第29条第1款（2025-05-01起）施行；二人是否有亲属关系（近亲属范围）尚无完整申报；尚缺110105**********2X的亲属申报（近亲属范围，截至2026-03-01）、P007的亲属申报（近亲属范围，截至2026-03-01））"]].assert_eq(&timeline.in_words(&kin, review, &style));
        });
    }

    #[test]
    fn the_timeline_of_an_eligibility_names_the_rules_against_it() {
        with_review(|review| {
            let eligibility = review.eligibility("P009", "河清三社/理事").unwrap();
            let timeline = review.eligibility_timeline(&eligibility, day("2024-01-01"), day("2032-01-01"));
            for style in both() {
                assert_plain(&timeline.in_words(&eligibility, review, &style), style.lang);
            }
            expect_test::expect![[r"
                2024-01-01 至 2025-04-30：待核实（近亲属回避：2024年1月1日时适用的规定尚不明确；成员任职：2024年1月1日时适用的规定尚不明确）
                2025-05-01 至 2031-12-31：不符合（近亲属回避：P009与P007为兄弟姐妹）"]].assert_eq(&timeline.in_words(&eligibility, review, &Style::new(Lang::Zh)));
        });
    }
}

//! 任职资格 — the answers about a proposed seat: the overall word, every answer that is not clear, the clear ones by title.

use super::Style;
use super::words::{Words, join, say};
use crate::review::{Eligibility, Review, Severity};
use std::collections::BTreeSet;

impl Eligibility<'_> {
    /// The eligibility in words, one item a line: person, post and overall word; each answer that is not clear as a
    /// sentence, the most severe first; the clear ones as one line of titles; what would settle the open ones.
    pub fn in_words(&self, review: &Review<'_>, style: &Style<'_>) -> String {
        let words = Words::of(review, style);
        let lang = style.lang;
        let (person, unit, post) = (words.person(self.person), words.unit(self.unit), self.post.title(lang));
        let (day, word) = (self.day, self.severity().in_words(lang));
        let mut lines = vec![say!(
            lang,
            format!("{person} 拟任 {unit} {post}（{day}）：{word}"),
            format!("{person} as {post} of {unit} ({day}): {word}"),
        )];
        let mut open: Vec<_> = self.answers.iter().filter(|answer| answer.severity() != Severity::Clear).collect();
        open.sort_by_key(|answer| answer.severity());
        lines.extend(open.into_iter().map(|answer| format!("- {}", answer.sentence(review, style))));
        let clear = self.answers.iter().filter(|answer| answer.severity() == Severity::Clear);
        let titles: BTreeSet<(&crate::rulebook::ProvisionId, &str)> =
            clear.map(|answer| (&answer.provision.id, answer.provision.title.in_lang(lang))).collect();
        let titles: Vec<&str> = titles.into_iter().map(|(_, title)| title).collect();
        if !titles.is_empty() {
            let titles = join(lang, &titles);
            lines.push(say!(lang, format!("- 未见不符合：{titles}"), format!("- nothing against it by: {titles}")));
        }
        let missing: Vec<String> = self.missing().into_iter().map(|missing| words.missing_item(missing)).collect();
        if !missing.is_empty() {
            let missing = join(lang, &missing);
            lines.push(say!(lang, format!("- 需补充核实：{missing}"), format!("- to be found out: {missing}")));
        }
        if self.answers.is_empty() {
            lines.push(say!(lang, "- 所列规则对该职务无规定", "- the rules say nothing about this post"));
        }
        lines.join("\n")
    }
}

//! 任职资格 — the answers about a proposed seat: the overall word, every answer that is not clear, the clear ones by title.

use super::Style;
use super::words::{Words, join, say};
use crate::review::{Eligibility, Review, Severity};
use crate::rulebook::ProvisionId;
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
        let told: BTreeSet<&ProvisionId> = open.iter().map(|answer| &answer.provision.id).collect();
        lines.extend(open.into_iter().map(|answer| format!("- {}", answer.sentence(review, style))));
        let clear = self.answers.iter().filter(|answer| !told.contains(&answer.provision.id));
        let titles: BTreeSet<(&ProvisionId, &str)> =
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

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_plain, both, with_review};
    use super::*;
    use crate::vocab::Lang;

    #[test]
    fn an_eligibility_names_what_is_not_clear_and_what_would_settle_it() {
        with_review(|review| {
            let eligibility = review.eligibility("P011", "河清三社/理事").unwrap();
            for style in both() {
                assert_plain(&eligibility.in_words(review, &style), style.lang);
            }
            expect_test::expect![[r"
                P011 拟任 河清三社 理事（2026-03-01）：待核实
                - 待核实：河清三社 拟任理事 P011 与 理事 110105**********2X：近亲属回避，农村集体经济组织法第29条第1款（2025-05-01起）：二人是否有亲属关系（近亲属范围）尚无完整申报；尚缺110105**********2X的亲属申报（近亲属范围，截至2026-03-01）、P011的亲属申报（近亲属范围，截至2026-03-01）
                - 待核实：河清三社 拟任理事 P011 与 理事 P007：近亲属回避，农村集体经济组织法第29条第1款（2025-05-01起）：二人是否有亲属关系（近亲属范围）尚无完整申报；尚缺P007的亲属申报（近亲属范围，截至2026-03-01）、P011的亲属申报（近亲属范围，截至2026-03-01）
                - 待核实：河清三社 拟任理事 P011 与 理事 P009：近亲属回避，农村集体经济组织法第29条第1款（2025-05-01起）：二人是否有亲属关系（近亲属范围）尚无完整申报；尚缺P009的亲属申报（近亲属范围，截至2026-03-01）、P011的亲属申报（近亲属范围，截至2026-03-01）
                - 待核实：河清三社 拟任理事 P011：理事年龄，广东省农村集体经济组织管理规定第18条（2006-10起）（依据摘要核对，条号以原文为准）：P011的出生年月未登记；要求18周岁以上、不超过45周岁；尚缺P011的出生年月（干部花名册“出生年月”）
                - 待核实：河清三社 拟任理事 P011：成员任职，农村集体经济组织法第10条至第13条（2025-05-01起）：P011于2026年3月1日是否为河清三社成员尚不明确；尚缺河清三社截至2026-03-01的完整成员名册
                - 需补充核实：P011的出生年月（干部花名册“出生年月”）、110105**********2X的亲属申报（近亲属范围，截至2026-03-01）、P007的亲属申报（近亲属范围，截至2026-03-01）、P009的亲属申报（近亲属范围，截至2026-03-01）、P011的亲属申报（近亲属范围，截至2026-03-01）、河清三社截至2026-03-01的完整成员名册"]].assert_eq(&eligibility.in_words(review, &Style::new(Lang::Zh)));
            expect_test::expect![[r#"
                P011 as director of 河清三社 (2026-03-01): to be verified
                - to be verified: 河清三社 proposed director P011 and director 110105**********2X: No near relatives on one board, Rural Collective Economic Organizations Law, art. 29(1) (in force from 2025-05-01): whether the two are kin is not declared in full (near relatives); missing: declaration of kin of 110105**********2X (near relatives, as of 2026-03-01), declaration of kin of P011 (near relatives, as of 2026-03-01)
                - to be verified: 河清三社 proposed director P011 and director P007: No near relatives on one board, Rural Collective Economic Organizations Law, art. 29(1) (in force from 2025-05-01): whether the two are kin is not declared in full (near relatives); missing: declaration of kin of P007 (near relatives, as of 2026-03-01), declaration of kin of P011 (near relatives, as of 2026-03-01)
                - to be verified: 河清三社 proposed director P011 and director P009: No near relatives on one board, Rural Collective Economic Organizations Law, art. 29(1) (in force from 2025-05-01): whether the two are kin is not declared in full (near relatives); missing: declaration of kin of P009 (near relatives, as of 2026-03-01), declaration of kin of P011 (near relatives, as of 2026-03-01)
                - to be verified: 河清三社 proposed director P011: Age of directors, Guangdong Provisions on Rural Collectives, art. 18 (in force from 2006-10) (checked in a summary; the text decides on the article number): birth of P011 is not recorded; required: 18 or older, not over 45; missing: date of birth of P011 (roster of office-holders, "birth")
                - to be verified: 河清三社 proposed director P011: Members in office, Rural Collective Economic Organizations Law, arts. 10–13 (in force from 2025-05-01): whether P011 is a member of 河清三社 on 2026-03-01 is not known; missing: complete entries of 河清三社 as of 2026-03-01: membership roll
                - to be found out: date of birth of P011 (roster of office-holders, "birth"), declaration of kin of 110105**********2X (near relatives, as of 2026-03-01), declaration of kin of P007 (near relatives, as of 2026-03-01), declaration of kin of P009 (near relatives, as of 2026-03-01), declaration of kin of P011 (near relatives, as of 2026-03-01), complete entries of 河清三社 as of 2026-03-01: membership roll"#]].assert_eq(&eligibility.in_words(review, &Style::new(Lang::En)));
        });
    }

    #[test]
    fn a_rule_with_an_open_answer_is_not_also_among_the_clear_ones() {
        with_review(|review| {
            let said = review.eligibility("P009", "河清三社/理事").unwrap().in_words(review, &Style::new(Lang::Zh));
            assert!(said.starts_with("P009 拟任 河清三社 理事（2026-03-01）：不符合"), "{said}");
            let clear = said.lines().find(|line| line.starts_with("- 未见不符合")).unwrap();
            assert_eq!(clear, "- 未见不符合：理事年龄");
        });
    }
}

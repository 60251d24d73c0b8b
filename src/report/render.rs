//! 文本与 Markdown — one layout, written twice: headings, tables and lists as plain text or as Markdown.

use super::answer::source_note;
use super::build::{absent_words, counts_line};
use super::model::{Counts, FindingEntry, Report};
use super::rests::ParameterState;
use super::words::{join, say};
use crate::review::Severity;
use crate::vocab::{Lang, List};
use std::collections::BTreeMap;

/// How the layout is written down.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Text,
    Markdown,
}

/// A report being written.
struct Page {
    form: Form,
    lang: Lang,
    out: String,
    sections: usize,
}

impl Report {
    /// The report as plain text.
    pub fn to_text(&self) -> String {
        self.page(Form::Text)
    }

    /// The report as Markdown.
    pub fn to_markdown(&self) -> String {
        self.page(Form::Markdown)
    }

    fn lang(&self) -> Lang {
        if self.lang == Lang::En.key() { Lang::En } else { Lang::Zh }
    }

    fn page(&self, form: Form) -> String {
        let lang = self.lang();
        let mut page = Page { form, lang, out: String::new(), sections: 0 };
        page.title(&say!(lang, format!("规则审查报告（{}）", self.day), format!("Review by the rules ({})", self.day)));
        self.write_head(&mut page);
        self.write_tables(&mut page);
        self.write_findings(&mut page);
        self.write_unexamined(&mut page);
        self.write_missing(&mut page);
        self.write_rests(&mut page);
        page.blank();
        page.line(&self.disclaimer);
        page.out
    }

    fn write_head(&self, page: &mut Page) {
        let lang = page.lang;
        let profiles =
            if self.profiles.is_empty() { say!(lang, "未采用", "none") } else { join(lang, &self.profiles) };
        let Self { provisions, persons, units, holdings, acts, .. } = self;
        page.item(&say!(
            lang,
            format!("规则：条文{provisions}条；地方标准：{profiles}"),
            format!("rules: {provisions} provisions; local standards: {profiles}"),
        ));
        page.item(&say!(
            lang,
            format!("资料：人员{persons}人，单位{units}个，任职记录{holdings}条，办理记录{acts}条"),
            format!("data: {persons} persons, {units} units, {holdings} holdings of posts, {acts} acts"),
        ));
        let summary = &self.summary_line;
        page.item(&say!(lang, format!("总体：{summary}"), format!("overall: {summary}")));
    }

    fn write_tables(&self, page: &mut Page) {
        let lang = page.lang;
        page.section(&say!(lang, "按五大体系", "By pillar"));
        let rows = self.by_pillar.iter().map(|one| (one.title, one.counts, Some(one.unexamined)));
        page.table(&say!(lang, "体系", "pillar"), rows);
        page.section(&say!(lang, "按村（社区）", "By village"));
        let rows = self.by_village.iter().map(|one| (one.title.as_str(), one.counts, None));
        page.table(&say!(lang, "村（社区）", "village"), rows);
    }

    fn write_findings(&self, page: &mut Page) {
        let lang = page.lang;
        page.section(&say!(lang, "审查结论", "Findings"));
        if self.summary.total() == 0 {
            page.item(&say!(
                lang,
                "未见不符合、提醒、待核实和备注事项。",
                "Nothing is not in line, and nothing is open."
            ));
            return;
        }
        for severity in [Severity::Breach, Severity::Reminder, Severity::Unsettled, Severity::Remark] {
            let all = self.summary.of(severity);
            if all == 0 {
                continue;
            }
            let word = severity.in_words(lang);
            page.subsection(&say!(lang, format!("{word}（{all}项）"), format!("{word} ({all})")));
            for finding in self.findings.iter().filter(|finding| finding.severity == severity) {
                page.finding(finding);
            }
            let more = self.not_listed.of(severity);
            if 0 < more {
                page.item(&say!(lang, format!("另有{more}项未列出。"), format!("{more} more are not listed.")));
            }
        }
    }

    /// One line for each set of lists, with the provisions that want them.
    fn write_unexamined(&self, page: &mut Page) {
        if self.unexamined.is_empty() {
            return;
        }
        let lang = page.lang;
        page.section(&say!(lang, "未审查", "Not examined"));
        let mut groups: BTreeMap<&[List], Vec<&str>> = BTreeMap::new();
        for one in &self.unexamined {
            groups.entry(&one.lists).or_default().push(&one.title);
        }
        for (lists, titles) in groups {
            let absent: Vec<String> = lists.iter().map(|list| absent_words(lang, *list)).collect();
            let (absent, titles) = (join(lang, &absent), join(lang, &titles));
            page.item(&say!(lang, format!("{absent}：{titles}"), format!("{absent}: {titles}")));
        }
    }

    fn write_missing(&self, page: &mut Page) {
        if self.missing.is_empty() {
            return;
        }
        let lang = page.lang;
        page.section(&say!(lang, "需补充核实的资料", "What to find out first"));
        for gap in &self.missing {
            page.item(&gap.sentence);
        }
        let more = self.missing_not_listed;
        if 0 < more {
            page.item(&say!(lang, format!("另有{more}项未列出。"), format!("{more} more are not listed.")));
        }
    }

    fn write_rests(&self, page: &mut Page) {
        let lang = page.lang;
        page.section(&say!(lang, "依据与假定", "What this rests on"));
        let counts: Vec<String> = self
            .rests_on
            .confidence
            .iter()
            .map(|one| {
                say!(lang, format!("{}{}处", one.title, one.citations), format!("{} {}", one.title, one.citations))
            })
            .collect();
        if !counts.is_empty() {
            let counts = join(lang, &counts);
            page.item(&say!(lang, format!("条文依据：{counts}"), format!("citations: {counts}")));
        }
        for parameter in &self.rests_on.parameters {
            let mut line =
                say!(lang, format!("参数：{}", parameter.sentence), format!("parameter: {}", parameter.sentence));
            if parameter.state == ParameterState::Open && !parameter.readings.is_empty() {
                let readings: Vec<String> = parameter.readings.iter().map(|one| one.title.clone()).collect();
                let readings = readings.join(say!(lang, "；", "; ").as_str());
                line.push_str(&say!(
                    lang,
                    format!("；各读法分别核对：{readings}"),
                    format!("; answered under each reading: {readings}")
                ));
            }
            page.item(&line);
        }
        for assumption in &self.rests_on.assumptions {
            page.item(&say!(lang, format!("假定：{assumption}"), format!("assumed: {assumption}")));
        }
    }
}

impl Page {
    fn line(&mut self, text: &str) {
        let text = self.written(text);
        self.out.push_str(&text);
        self.out.push('\n');
    }

    fn blank(&mut self) {
        self.out.push('\n');
    }

    fn item(&mut self, text: &str) {
        self.out.push_str("- ");
        self.line(text);
    }

    fn title(&mut self, text: &str) {
        if self.form == Form::Markdown {
            self.out.push_str("# ");
        }
        self.line(text);
        self.blank();
    }

    /// 一、二、三 in Chinese, numbers in English.
    fn section(&mut self, text: &str) {
        const NUMBERS: [&str; 9] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
        let number = NUMBERS.get(self.sections).copied().unwrap_or("");
        self.sections = self.sections.saturating_add(1);
        let text = say!(self.lang, format!("{number}、{text}"), format!("{}. {text}", self.sections));
        self.blank();
        if self.form == Form::Markdown {
            self.out.push_str("## ");
        }
        self.line(&text);
        if self.form == Form::Markdown {
            self.blank();
        }
    }

    fn subsection(&mut self, text: &str) {
        if self.form == Form::Markdown {
            if !self.out.ends_with("\n\n") {
                self.blank();
            }
            self.out.push_str("### ");
            self.line(text);
            self.blank();
        } else {
            self.line(text);
        }
    }

    /// Rows of counts, with or without the provisions that could not be examined.
    fn table<'r>(&mut self, of: &str, rows: impl Iterator<Item = (&'r str, Counts, Option<usize>)>) {
        let lang = self.lang;
        let severities = [Severity::Breach, Severity::Reminder, Severity::Unsettled, Severity::Remark];
        let rows: Vec<(&str, Counts, Option<usize>)> = rows.collect();
        if rows.is_empty() {
            self.item(&say!(lang, "资料中无村（社区）", "the data has no village"));
            return;
        }
        let unexamined = say!(lang, "未审查", "not examined");
        if self.form == Form::Markdown {
            let with = rows.iter().any(|(_, _, unexamined)| unexamined.is_some());
            let mut head: Vec<&str> = vec![of];
            head.extend(severities.iter().map(|severity| severity.in_words(lang)));
            head.extend(with.then_some(unexamined.as_str()));
            let rule = " --- |".repeat(head.len());
            self.row(&head);
            self.out.extend(["|", rule.as_str(), "\n"]);
        }
        for (title, counts, not_examined) in rows {
            if self.form == Form::Markdown {
                let mut cells = vec![self.written(title)];
                cells.extend(severities.iter().map(|severity| counts.of(*severity).to_string()));
                cells.extend(not_examined.map(|number| number.to_string()));
                self.row(&cells);
            } else {
                let counts = counts_line(lang, counts);
                let tail = not_examined.map_or_else(String::new, |number| format!(" · {unexamined} {number}"));
                self.item(&say!(lang, format!("{title}：{counts}{tail}"), format!("{title}: {counts}{tail}")));
            }
        }
    }

    fn row<T: AsRef<str>>(&mut self, cells: &[T]) {
        let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
        self.out.extend(["| ", cells.join(" | ").as_str(), " |\n"]);
    }

    /// The sentence; of breaches and reminders also the facts it does not say, and where each was read.
    fn finding(&mut self, finding: &FindingEntry) {
        // The heading says the severity.
        let word = finding.severity.in_words(self.lang);
        let mark = say!(self.lang, "：", ": ");
        let bare = finding.sentence.strip_prefix(word).and_then(|rest| rest.strip_prefix(&mark));
        let mut sentence = bare.unwrap_or(&finding.sentence).to_owned();
        if !finding.alike.is_empty() {
            let all = finding.alike.len().saturating_add(1);
            sentence.push_str(&say!(self.lang, format!("（同类{all}项）"), format!(" ({all} alike)")));
        }
        self.item(&sentence);
        if matches!(finding.severity, Severity::Breach | Severity::Reminder) {
            for fact in &finding.facts {
                let note = source_note(self.lang, &fact.sources);
                let said = finding.sentence.contains(&fact.sentence);
                if said && note.is_empty() {
                    continue;
                }
                self.out.push_str("  ");
                let fact = &fact.sentence;
                self.item(&say!(self.lang, format!("事实：{fact}{note}"), format!("fact: {fact}{note}")));
            }
        }
    }

    /// A text on one line; in Markdown with what would be markup written out.
    fn written(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\n' | '\r' | '\t' => out.push(' '),
                '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '<' | '>' if self.form == Form::Markdown => {
                    out.push('\\');
                    out.push(c);
                }
                _ => out.push(c),
            }
        }
        out
    }
}

#[cfg(test)]
#[expect(clippy::too_many_lines, reason = "whole reports")]
mod tests {
    use super::super::Style;
    use super::super::fixture::{RESIDENT, assert_plain, named, with_review};
    use super::*;
    use crate::review::Review;

    fn report(review: &Review<'_>, lang: Lang) -> Report {
        review.report(&Style::new(lang).naming(&named))
    }

    #[test]
    fn a_report_as_text_in_chinese() {
        with_review(|review| {
            expect_test::expect![[r#"
                规则审查报告（2026-03-01）

                - 规则：条文5条；地方标准：未采用
                - 资料：人员4人，单位2个，任职记录4条，办理记录2条
                - 总体：不符合 2 · 提醒 1 · 待核实 8 · 备注 0 · 未审查：无成员名册

                一、按五大体系
                - 组织优化：不符合 1 · 提醒 0 · 待核实 5 · 备注 0 · 未审查 0
                - 选用分离：不符合 0 · 提醒 1 · 待核实 2 · 备注 0 · 未审查 0
                - 议事决策：不符合 1 · 提醒 0 · 待核实 1 · 备注 0 · 未审查 0
                - 培养储备：不符合 0 · 提醒 0 · 待核实 0 · 备注 0 · 未审查 0
                - 监督管理：不符合 0 · 提醒 0 · 待核实 0 · 备注 0 · 未审查 1

                二、按村（社区）
                - 河清村：不符合 2 · 提醒 1 · 待核实 8 · 备注 0

                三、审查结论
                不符合（2项）
                - 事项 C12 召开会议（2026-02-03）：理事会到会人数，农村集体经济组织法第31条第1款（2025-05-01起）：到会2人，全体理事4人；要求三分之二以上（至少3人）
                - 河清三社 理事 张三（P007） 与 P009：近亲属回避，农村集体经济组织法第29条第1款（2025-05-01起）：二人为兄弟姐妹
                  - 事实：二人为兄弟姐妹（来源：亲属申报第2行）
                提醒（1项）
                - 河清三社 理事 张三（P007）：理事年龄，广东省农村集体经济组织管理规定第18条（2006-10起）（依据摘要核对，条号以原文为准）：张三（P007）出生于1979年8月，2026年3月1日时年满46周岁；要求18周岁以上、不超过45周岁
                  - 事实：张三（P007）出生于1979年8月，2026年3月1日时年满46周岁；要求18周岁以上、不超过45周岁（来源：干部花名册第4行）
                  - 事实：张三（P007）无“党内警告”记录（起算后1年内）
                待核实（8项）
                - 事项 C12 召开会议（2026-02-03）：会议通知，农村集体经济组织法第27条第1款（2025-05-01起）：会议通知（2026年1月24日），召开会议（2026年2月3日），相隔10日；要求至少相隔10日（整日）；按“会议通知天数的算法：最早第11日”理解为不符合；按“会议通知天数的算法：第10日可以”理解为符合；有待明确“会议通知天数的算法”（可由省级规定、镇级规定明确）
                - 河清三社 理事 110105**********2X 与 张三（P007）：近亲属回避，农村集体经济组织法第29条第1款（2025-05-01起）：二人是否有亲属关系（近亲属范围）尚无完整申报；尚缺110105**********2X的亲属申报（近亲属范围，截至2026-03-01）、张三（P007）的亲属申报（近亲属范围，截至2026-03-01）（同类5项）
                - 河清三社 理事 110105**********2X：理事年龄，广东省农村集体经济组织管理规定第18条（2006-10起）（依据摘要核对，条号以原文为准）：110105**********2X的出生年月未登记；要求18周岁以上、不超过45周岁；尚缺110105**********2X的出生年月（干部花名册“出生年月”）（同类2项）

                四、未审查
                - 无成员名册：成员任职

                五、需补充核实的资料
                - 缺：110105**********2X的出生年月（干部花名册“出生年月”）；可使1项结论确定
                - 缺：P011的出生年月（干部花名册“出生年月”）；可使1项结论确定
                - 待定：“会议通知天数的算法”（可由省级规定、镇级规定明确）；可使1项结论确定
                - 缺：110105**********2X的亲属申报（近亲属范围，截至2026-03-01）；有助于3项结论
                - 缺：P011的亲属申报（近亲属范围，截至2026-03-01）；有助于3项结论
                - 缺：张三（P007）的亲属申报（近亲属范围，截至2026-03-01）；有助于2项结论
                - 缺：P009的亲属申报（近亲属范围，截至2026-03-01）；有助于2项结论

                六、依据与假定
                - 条文依据：已核对原文4处、摘要核对1处
                - 参数：理事会近亲属的范围：近亲属（暂用默认值）
                - 参数：会议通知天数的算法：未确定；各读法分别核对：最早第11日；第10日可以
                - 假定：“干部花名册”所载情况截至2025-12-31，视为至2026-03-01仍为现状

                本报告依所列规则和资料自动生成，仅供工作参考，不是认定或处理决定。
            "#]].assert_eq(&report(review, Lang::Zh).to_text());
        });
    }

    #[test]
    fn a_report_as_text_in_english() {
        with_review(|review| {
            expect_test::expect![[r#"
                Review by the rules (2026-03-01)

                - rules: 5 provisions; local standards: none
                - data: 4 persons, 2 units, 4 holdings of posts, 2 acts
                - overall: not in line 2 · reminder 1 · to be verified 8 · remark 0 · not examined: no membership roll

                1. By pillar
                - organization: not in line 1 · reminder 0 · to be verified 5 · remark 0 · not examined 0
                - selection and appointment: not in line 0 · reminder 1 · to be verified 2 · remark 0 · not examined 0
                - deliberation: not in line 1 · reminder 0 · to be verified 1 · remark 0 · not examined 0
                - cultivation: not in line 0 · reminder 0 · to be verified 0 · remark 0 · not examined 0
                - supervision: not in line 0 · reminder 0 · to be verified 0 · remark 0 · not examined 1

                2. By village
                - 河清村: not in line 2 · reminder 1 · to be verified 8 · remark 0

                3. Findings
                not in line (2)
                - case C12, meeting held (2026-02-03): Attendance at the board, Rural Collective Economic Organizations Law, art. 31(1) (in force from 2025-05-01): present: 2, all directors: 4; required: at least two thirds (3 or more)
                - 河清三社 director 张三（P007） and P009: No near relatives on one board, Rural Collective Economic Organizations Law, art. 29(1) (in force from 2025-05-01): the two are siblings
                  - fact: the two are siblings (read in: 亲属申报, row 2)
                reminder (1)
                - 河清三社 director 张三（P007）: Age of directors, Guangdong Provisions on Rural Collectives, art. 18 (in force from 2006-10) (checked in a summary; the text decides on the article number): 张三（P007）, born 1979-08, is 46 on 2026-03-01; required: 18 or older, not over 45
                  - fact: 张三（P007）, born 1979-08, is 46 on 2026-03-01; required: 18 or older, not over 45 (read in: 干部花名册, row 4)
                  - fact: 张三（P007） has none of these on record: Party warning (for 1 year from its day)
                to be verified (8)
                - case C12, meeting held (2026-02-03): Notice of the meeting, Rural Collective Economic Organizations Law, art. 27(1) (in force from 2025-05-01): notice of the meeting (2026-01-24), meeting held (2026-02-03), 10 days apart; required: at least 10 days clear; read as "how the days of notice are counted: on the eleventh at the earliest": not in line; read as "how the days of notice are counted: on the tenth": in line; to be set: "how the days of notice are counted" (may be set by: provincial rule, town rule)
                - 河清三社 director 110105**********2X and 张三（P007）: No near relatives on one board, Rural Collective Economic Organizations Law, art. 29(1) (in force from 2025-05-01): whether the two are kin is not declared in full (near relatives); missing: declaration of kin of 110105**********2X (near relatives, as of 2026-03-01), declaration of kin of 张三（P007） (near relatives, as of 2026-03-01) (5 alike)
                - 河清三社 director 110105**********2X: Age of directors, Guangdong Provisions on Rural Collectives, art. 18 (in force from 2006-10) (checked in a summary; the text decides on the article number): birth of 110105**********2X is not recorded; required: 18 or older, not over 45; missing: date of birth of 110105**********2X (roster of office-holders, "birth") (2 alike)

                4. Not examined
                - no membership roll: Members in office

                5. What to find out first
                - missing: date of birth of 110105**********2X (roster of office-holders, "birth"); settles 1
                - missing: date of birth of P011 (roster of office-holders, "birth"); settles 1
                - to be set: "how the days of notice are counted" (may be set by: provincial rule, town rule); settles 1
                - missing: declaration of kin of 110105**********2X (near relatives, as of 2026-03-01); helps to settle 3
                - missing: declaration of kin of P011 (near relatives, as of 2026-03-01); helps to settle 3
                - missing: declaration of kin of 张三（P007） (near relatives, as of 2026-03-01); helps to settle 2
                - missing: declaration of kin of P009 (near relatives, as of 2026-03-01); helps to settle 2

                6. What this rests on
                - citations: verified in the text 4, checked in a summary 1
                - parameter: circle of kin for the board: near relatives (taken by default)
                - parameter: how the days of notice are counted: not set; answered under each reading: on the eleventh at the earliest; on the tenth
                - assumed: state of 干部花名册: as of 2025-12-31; taken to be current up to 2026-03-01

                This report was made automatically from the rules and data named in it. It is for reference only and is no decision.
            "#]].assert_eq(&report(review, Lang::En).to_text());
        });
    }

    #[test]
    fn a_report_as_markdown() {
        with_review(|review| {
            expect_test::expect![[r#"
                # 规则审查报告（2026-03-01）

                - 规则：条文5条；地方标准：未采用
                - 资料：人员4人，单位2个，任职记录4条，办理记录2条
                - 总体：不符合 2 · 提醒 1 · 待核实 8 · 备注 0 · 未审查：无成员名册

                ## 一、按五大体系

                | 体系 | 不符合 | 提醒 | 待核实 | 备注 | 未审查 |
                | --- | --- | --- | --- | --- | --- |
                | 组织优化 | 1 | 0 | 5 | 0 | 0 |
                | 选用分离 | 0 | 1 | 2 | 0 | 0 |
                | 议事决策 | 1 | 0 | 1 | 0 | 0 |
                | 培养储备 | 0 | 0 | 0 | 0 | 0 |
                | 监督管理 | 0 | 0 | 0 | 0 | 1 |

                ## 二、按村（社区）

                | 村（社区） | 不符合 | 提醒 | 待核实 | 备注 |
                | --- | --- | --- | --- | --- |
                | 河清村 | 2 | 1 | 8 | 0 |

                ## 三、审查结论

                ### 不符合（2项）

                - 事项 C12 召开会议（2026-02-03）：理事会到会人数，农村集体经济组织法第31条第1款（2025-05-01起）：到会2人，全体理事4人；要求三分之二以上（至少3人）
                - 河清三社 理事 张三（P007） 与 P009：近亲属回避，农村集体经济组织法第29条第1款（2025-05-01起）：二人为兄弟姐妹
                  - 事实：二人为兄弟姐妹（来源：亲属申报第2行）

                ### 提醒（1项）

                - 河清三社 理事 张三（P007）：理事年龄，广东省农村集体经济组织管理规定第18条（2006-10起）（依据摘要核对，条号以原文为准）：张三（P007）出生于1979年8月，2026年3月1日时年满46周岁；要求18周岁以上、不超过45周岁
                  - 事实：张三（P007）出生于1979年8月，2026年3月1日时年满46周岁；要求18周岁以上、不超过45周岁（来源：干部花名册第4行）
                  - 事实：张三（P007）无“党内警告”记录（起算后1年内）

                ### 待核实（8项）

                - 事项 C12 召开会议（2026-02-03）：会议通知，农村集体经济组织法第27条第1款（2025-05-01起）：会议通知（2026年1月24日），召开会议（2026年2月3日），相隔10日；要求至少相隔10日（整日）；按“会议通知天数的算法：最早第11日”理解为不符合；按“会议通知天数的算法：第10日可以”理解为符合；有待明确“会议通知天数的算法”（可由省级规定、镇级规定明确）
                - 河清三社 理事 110105\*\*\*\*\*\*\*\*\*\*2X 与 张三（P007）：近亲属回避，农村集体经济组织法第29条第1款（2025-05-01起）：二人是否有亲属关系（近亲属范围）尚无完整申报；尚缺110105\*\*\*\*\*\*\*\*\*\*2X的亲属申报（近亲属范围，截至2026-03-01）、张三（P007）的亲属申报（近亲属范围，截至2026-03-01）（同类5项）
                - 河清三社 理事 110105\*\*\*\*\*\*\*\*\*\*2X：理事年龄，广东省农村集体经济组织管理规定第18条（2006-10起）（依据摘要核对，条号以原文为准）：110105\*\*\*\*\*\*\*\*\*\*2X的出生年月未登记；要求18周岁以上、不超过45周岁；尚缺110105\*\*\*\*\*\*\*\*\*\*2X的出生年月（干部花名册“出生年月”）（同类2项）

                ## 四、未审查

                - 无成员名册：成员任职

                ## 五、需补充核实的资料

                - 缺：110105\*\*\*\*\*\*\*\*\*\*2X的出生年月（干部花名册“出生年月”）；可使1项结论确定
                - 缺：P011的出生年月（干部花名册“出生年月”）；可使1项结论确定
                - 待定：“会议通知天数的算法”（可由省级规定、镇级规定明确）；可使1项结论确定
                - 缺：110105\*\*\*\*\*\*\*\*\*\*2X的亲属申报（近亲属范围，截至2026-03-01）；有助于3项结论
                - 缺：P011的亲属申报（近亲属范围，截至2026-03-01）；有助于3项结论
                - 缺：张三（P007）的亲属申报（近亲属范围，截至2026-03-01）；有助于2项结论
                - 缺：P009的亲属申报（近亲属范围，截至2026-03-01）；有助于2项结论

                ## 六、依据与假定

                - 条文依据：已核对原文4处、摘要核对1处
                - 参数：理事会近亲属的范围：近亲属（暂用默认值）
                - 参数：会议通知天数的算法：未确定；各读法分别核对：最早第11日；第10日可以
                - 假定：“干部花名册”所载情况截至2025-12-31，视为至2026-03-01仍为现状

                本报告依所列规则和资料自动生成，仅供工作参考，不是认定或处理决定。
            "#]].assert_eq(&report(review, Lang::Zh).to_markdown());
        });
    }

    #[test]
    fn a_report_as_json() {
        with_review(|review| {
            let json = review.report(&Style::new(Lang::Zh).showing(1)).to_json();
            let value: serde_json::Value = serde_json::from_str(&json).unwrap();
            expect_test::expect![[r#"
                {
                  "acts": 2,
                  "by_pillar": [
                    {
                      "counts": {
                        "breach": 1,
                        "remark": 0,
                        "reminder": 0,
                        "unsettled": 5
                      },
                      "pillar": "organization",
                      "title": "组织优化",
                      "unexamined": 0
                    },
                    {
                      "counts": {
                        "breach": 0,
                        "remark": 0,
                        "reminder": 1,
                        "unsettled": 2
                      },
                      "pillar": "selection",
                      "title": "选用分离",
                      "unexamined": 0
                    },
                    {
                      "counts": {
                        "breach": 1,
                        "remark": 0,
                        "reminder": 0,
                        "unsettled": 1
                      },
                      "pillar": "deliberation",
                      "title": "议事决策",
                      "unexamined": 0
                    },
                    {
                      "counts": {
                        "breach": 0,
                        "remark": 0,
                        "reminder": 0,
                        "unsettled": 0
                      },
                      "pillar": "cultivation",
                      "title": "培养储备",
                      "unexamined": 0
                    },
                    {
                      "counts": {
                        "breach": 0,
                        "remark": 0,
                        "reminder": 0,
                        "unsettled": 0
                      },
                      "pillar": "supervision",
                      "title": "监督管理",
                      "unexamined": 1
                    }
                  ],
                  "by_village": [
                    {
                      "counts": {
                        "breach": 2,
                        "remark": 0,
                        "reminder": 1,
                        "unsettled": 8
                      },
                      "title": "河清村",
                      "unit": "V1"
                    }
                  ],
                  "day": "2026-03-01",
                  "disclaimer": "本报告依所列规则和资料自动生成，仅供工作参考，不是认定或处理决定。",
                  "findings": [
                    {
                      "citations": [
                        {
                          "article": "31(1)",
                          "confidence": "verified",
                          "in_force_from": "2025-05-01",
                          "instrument": "LRCEO",
                          "level": "national-law",
                          "title": "农村集体经济组织法"
                        }
                      ],
                      "facts": [
                        {
                          "holds": "false",
                          "sentence": "到会2人，全体理事4人；要求三分之二以上（至少3人）"
                        }
                      ],
                      "level": "national-law",
                      "missing": [],
                      "modality": "must",
                      "parameters": [],
                      "possible": [
                        "breached"
                      ],
                      "provision": "deliberation.quorum",
                      "readings": [],
                      "sentence": "不符合：事项 C12 召开会议（2026-02-03）：理事会到会人数，农村集体经济组织法第31条第1款（2025-05-01起）：到会2人，全体理事4人；要求三分之二以上（至少3人）",
                      "severity": "breach",
                      "subject": {
                        "key": "A2",
                        "kind": "act",
                        "title": "事项 C12 召开会议（2026-02-03）",
                        "unit": "C1"
                      },
                      "title": "理事会到会人数"
                    },
                    {
                      "citations": [
                        {
                          "article": "18",
                          "confidence": "partial",
                          "in_force_from": "2006-10",
                          "instrument": "GDC",
                          "level": "province",
                          "title": "广东省农村集体经济组织管理规定"
                        }
                      ],
                      "facts": [
                        {
                          "holds": "false",
                          "sentence": "P007出生于1979年8月，2026年3月1日时年满46周岁；要求18周岁以上、不超过45周岁",
                          "sources": [
                            {
                              "row": 4,
                              "table": "干部花名册"
                            }
                          ]
                        },
                        {
                          "holds": "false",
                          "sentence": "P007无“党内警告”记录（起算后1年内）"
                        }
                      ],
                      "level": "province",
                      "missing": [],
                      "modality": "normally",
                      "parameters": [],
                      "possible": [
                        "breached"
                      ],
                      "provision": "selection.age",
                      "readings": [],
                      "sentence": "提醒：河清三社 理事 P007：理事年龄，广东省农村集体经济组织管理规定第18条（2006-10起）（依据摘要核对，条号以原文为准）：P007出生于1979年8月，2026年3月1日时年满46周岁；要求18周岁以上、不超过45周岁",
                      "severity": "reminder",
                      "subject": {
                        "key": "P007/director@C1",
                        "kind": "seat",
                        "persons": [
                          "P007"
                        ],
                        "title": "河清三社 理事 P007",
                        "unit": "C1"
                      },
                      "title": "理事年龄"
                    },
                    {
                      "citations": [
                        {
                          "article": "27(1)",
                          "confidence": "verified",
                          "in_force_from": "2025-05-01",
                          "instrument": "LRCEO",
                          "level": "national-law",
                          "title": "农村集体经济组织法"
                        }
                      ],
                      "facts": [
                        {
                          "holds": "false",
                          "sentence": "会议通知（2026年1月24日），召开会议（2026年2月3日），相隔10日；要求至少相隔10日（整日）"
                        },
                        {
                          "holds": "true",
                          "sentence": "会议通知（2026年1月24日），召开会议（2026年2月3日），相隔10日；要求至少相隔10日（含当日）"
                        }
                      ],
                      "level": "national-law",
                      "missing": [
                        "“会议通知天数的算法”（可由省级规定、镇级规定明确）"
                      ],
                      "modality": "must",
                      "parameters": [
                        "notice-day-count"
                      ],
                      "possible": [
                        "satisfied",
                        "breached"
                      ],
                      "provision": "deliberation.notice",
                      "readings": [
                        "按“会议通知天数的算法：最早第11日”理解为不符合",
                        "按“会议通知天数的算法：第10日可以”理解为符合"
                      ],
                      "sentence": "待核实：事项 C12 召开会议（2026-02-03）：会议通知，农村集体经济组织法第27条第1款（2025-05-01起）：会议通知（2026年1月24日），召开会议（2026年2月3日），相隔10日；要求至少相隔10日（整日）；按“会议通知天数的算法：最早第11日”理解为不符合；按“会议通知天数的算法：第10日可以”理解为符合；有待明确“会议通知天数的算法”（可由省级规定、镇级规定明确）",
                      "severity": "unsettled",
                      "subject": {
                        "key": "A2",
                        "kind": "act",
                        "title": "事项 C12 召开会议（2026-02-03）",
                        "unit": "C1"
                      },
                      "title": "会议通知"
                    }
                  ],
                  "holdings": 4,
                  "lang": "zh",
                  "missing": [
                    {
                      "helps": 0,
                      "sentence": "缺：110105**********2X的出生年月（干部花名册“出生年月”）；可使1项结论确定",
                      "settles": 1,
                      "title": "110105**********2X的出生年月（干部花名册“出生年月”）"
                    },
                    {
                      "helps": 0,
                      "sentence": "缺：P011的出生年月（干部花名册“出生年月”）；可使1项结论确定",
                      "settles": 1,
                      "title": "P011的出生年月（干部花名册“出生年月”）"
                    },
                    {
                      "helps": 0,
                      "sentence": "待定：“会议通知天数的算法”（可由省级规定、镇级规定明确）；可使1项结论确定",
                      "settles": 1,
                      "title": "“会议通知天数的算法”（可由省级规定、镇级规定明确）"
                    },
                    {
                      "helps": 3,
                      "sentence": "缺：110105**********2X的亲属申报（近亲属范围，截至2026-03-01）；有助于3项结论",
                      "settles": 0,
                      "title": "110105**********2X的亲属申报（近亲属范围，截至2026-03-01）"
                    },
                    {
                      "helps": 3,
                      "sentence": "缺：P011的亲属申报（近亲属范围，截至2026-03-01）；有助于3项结论",
                      "settles": 0,
                      "title": "P011的亲属申报（近亲属范围，截至2026-03-01）"
                    },
                    {
                      "helps": 2,
                      "sentence": "缺：P007的亲属申报（近亲属范围，截至2026-03-01）；有助于2项结论",
                      "settles": 0,
                      "title": "P007的亲属申报（近亲属范围，截至2026-03-01）"
                    },
                    {
                      "helps": 2,
                      "sentence": "缺：P009的亲属申报（近亲属范围，截至2026-03-01）；有助于2项结论",
                      "settles": 0,
                      "title": "P009的亲属申报（近亲属范围，截至2026-03-01）"
                    }
                  ],
                  "missing_not_listed": 0,
                  "not_listed": {
                    "breach": 1,
                    "remark": 0,
                    "reminder": 0,
                    "unsettled": 7
                  },
                  "persons": 4,
                  "profiles": [],
                  "provisions": 5,
                  "rests_on": {
                    "assumptions": [
                      "“干部花名册”所载情况截至2025-12-31，视为至2026-03-01仍为现状"
                    ],
                    "confidence": [
                      {
                        "citations": 4,
                        "confidence": "verified",
                        "title": "已核对原文"
                      },
                      {
                        "citations": 1,
                        "confidence": "partial",
                        "title": "摘要核对"
                      }
                    ],
                    "parameters": [
                      {
                        "parameter": "kin-set",
                        "sentence": "理事会近亲属的范围：近亲属（暂用默认值）",
                        "set_by": [
                          "province",
                          "town",
                          "charter"
                        ],
                        "state": "default",
                        "title": "理事会近亲属的范围",
                        "value": "near-relatives"
                      },
                      {
                        "parameter": "notice-day-count",
                        "readings": [
                          {
                            "title": "最早第11日",
                            "value": "clear"
                          },
                          {
                            "title": "第10日可以",
                            "value": "inclusive"
                          }
                        ],
                        "sentence": "会议通知天数的算法：未确定",
                        "set_by": [
                          "province",
                          "town"
                        ],
                        "state": "open",
                        "title": "会议通知天数的算法"
                      }
                    ]
                  },
                  "summary": {
                    "breach": 2,
                    "remark": 0,
                    "reminder": 1,
                    "unsettled": 8
                  },
                  "summary_line": "不符合 2 · 提醒 1 · 待核实 8 · 备注 0 · 未审查：无成员名册",
                  "unexamined": [
                    {
                      "lists": [
                        "members"
                      ],
                      "provision": "supervision.membership",
                      "title": "成员任职"
                    }
                  ],
                  "units": 2,
                  "version": 1
                }"#]].assert_eq(&serde_json::to_string_pretty(&value).unwrap());
        });
    }

    #[test]
    fn a_report_is_plain_in_both_languages_and_the_same_every_time() {
        with_review(|review| {
            for lang in [Lang::Zh, Lang::En] {
                let (first, second) = (report(review, lang), report(review, lang));
                assert_eq!(first.to_json(), second.to_json());
                for text in [first.to_text(), first.to_markdown()] {
                    assert_plain(&text, lang);
                }
                let json = first.to_json();
                assert!(!json.contains(RESIDENT) && !json.contains("违法") && !json.contains("无效"));
            }
        });
    }

    #[test]
    fn findings_beyond_what_is_shown_are_counted_and_said() {
        with_review(|review| {
            let short = review.report(&Style::new(Lang::Zh).showing(0));
            assert!(short.findings.is_empty());
            assert_eq!(short.not_listed, short.summary);
            assert!(short.to_text().contains("另有1项未列出。"));
        });
    }

    #[test]
    fn markup_in_a_name_stays_a_name() {
        let page = |form| Page { form, lang: Lang::Zh, out: String::new(), sections: 0 };
        assert_eq!(page(Form::Markdown).written("a|b*c\nd"), "a\\|b\\*c d");
        assert_eq!(page(Form::Text).written("a|b*c\nd"), "a|b*c d");
    }
}

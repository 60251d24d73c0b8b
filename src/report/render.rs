//! 文本与 Markdown — one layout, written twice: headings, tables and lists as plain text or as Markdown.

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
        let profiles = if self.profiles.is_empty() { say!(lang, "未采用", "none") } else { join(lang, &self.profiles) };
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
            page.item(&say!(lang, "未见不符合、提醒、待核实和备注事项。", "Nothing is not in line, and nothing is open."));
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
            .map(|one| say!(lang, format!("{}{}处", one.title, one.citations), format!("{} {}", one.title, one.citations)))
            .collect();
        if !counts.is_empty() {
            let counts = join(lang, &counts);
            page.item(&say!(lang, format!("条文依据：{counts}"), format!("citations: {counts}")));
        }
        for parameter in &self.rests_on.parameters {
            let mut line = say!(lang, format!("参数：{}", parameter.sentence), format!("parameter: {}", parameter.sentence));
            if parameter.state == ParameterState::Open && !parameter.readings.is_empty() {
                let readings: Vec<String> = parameter.readings.iter().map(|one| one.title.clone()).collect();
                let readings = readings.join(say!(lang, "；", "; ").as_str());
                line.push_str(&say!(lang, format!("；各读法分别核对：{readings}"), format!("; answered under each reading: {readings}")));
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

    /// The sentence; of breaches and reminders also every fact with its source.
    fn finding(&mut self, finding: &FindingEntry) {
        let mut sentence = finding.sentence.clone();
        if !finding.alike.is_empty() {
            let all = finding.alike.len().saturating_add(1);
            sentence.push_str(&say!(self.lang, format!("（同类{all}项）"), format!(" ({all} alike)")));
        }
        self.item(&sentence);
        if matches!(finding.severity, Severity::Breach | Severity::Reminder) {
            for fact in &finding.facts {
                self.out.push_str("  ");
                self.item(fact);
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

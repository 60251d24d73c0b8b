//! 结论 — an answer as one sentence, as a list of what it rests on, and as the whole derivation: all from the one tree.

use super::Style;
use super::decisive::{decisive, leaves, truth_of};
use super::model::{CitationEntry, FactEntry};
use super::words::{Words, clauses, join, say, verdict_words};
use crate::check::{Derivation, Missing, Node, Subject};
use crate::facts::Source;
use crate::review::{Answer, Finding, Line, Reason, Review, Severity};
use crate::rulebook::{Effect, Parameter, Provision};
use crate::vocab::{Key, Lang, MIN_DAY, Possible, Truth, Verdict};

/// How many facts, and how many gaps, one sentence names.
const FACTS_MAX: usize = 2;
const GAPS_MAX: usize = 3;

impl Review<'_> {
    /// A finding as one sentence: 不符合：河清三社 理事 P007 与 P009：近亲属回避，农村集体经济组织法第29条第1款
    /// （2025-05-01起）：二人为兄弟姐妹.
    pub fn in_words(&self, finding: &Finding, style: &Style<'_>) -> String {
        let answer = self.answer(finding);
        let words = Words::of(self, style).about(&finding.subject);
        match answer.lines.iter().find(|line| line.level == finding.level) {
            Some(line) => words.line_sentence(answer.provision, &answer.subject, line),
            None => words.head(finding.severity().in_words(style.lang), &answer.subject, answer.provision, ""),
        }
    }
}

impl Line<'_> {
    /// The citations as data, the highest first.
    pub fn citations(&self, review: &Review<'_>, style: &Style<'_>) -> Vec<CitationEntry> {
        let words = Words::of(review, style);
        self.editions.iter().map(|edition| words.citation_entry(edition)).collect()
    }
}

impl Answer<'_> {
    /// The answer as one sentence: that of its most severe level, then the others that are not clear.
    pub fn sentence(&self, review: &Review<'_>, style: &Style<'_>) -> String {
        let words = Words::of(review, style).about(&self.subject);
        let Some(worst) = self.lines.iter().min_by_key(|line| line.severity()) else {
            return words.head(verdict_words(Verdict::NotApplicable, style.lang), &self.subject, self.provision, "");
        };
        let mut parts = vec![words.line_sentence(self.provision, &self.subject, worst)];
        let others = self.lines.iter().filter(|line| line.level != worst.level && line.severity() != Severity::Clear);
        for line in others {
            let (level, word) = (line.level.title(style.lang), line.severity().in_words(style.lang));
            let cited = words.citations(&line.editions);
            parts.push(say!(
                style.lang,
                format!("另按{level}{word}：{cited}"),
                format!("also by {level}, {word}: {cited}")
            ));
        }
        clauses(style.lang, &parts)
    }

    /// What the answer rests on, one item a line: for each level the result, the citations, the facts with their source,
    /// what is missing, the parameters and readings.
    pub fn list(&self, review: &Review<'_>, style: &Style<'_>) -> Vec<String> {
        let words = Words::of(review, style).about(&self.subject);
        self.lines.iter().flat_map(|line| words.line_list(line)).collect()
    }

    /// The whole derivation, indented by two blanks for each step.
    pub fn derivation(&self, review: &Review<'_>, style: &Style<'_>) -> String {
        let words = Words::of(review, style).about(&self.subject);
        let mut out = Vec::new();
        for line in &self.lines {
            let (level, word) = (line.level.title(style.lang), line.severity().in_words(style.lang));
            let cited = words.citations(&line.editions);
            out.push(say!(style.lang, format!("{level}：{word}（{cited}）"), format!("{level}: {word} ({cited})")));
            for reason in &line.reasons {
                out.push(format!("  {}", words.reason_head(reason)));
                words.tree(&reason.why, 2, &mut out);
            }
        }
        out.join("\n")
    }
}

impl Words<'_> {
    /// Severity, subject and provision, and what follows them.
    fn head(&self, word: &str, subject: &Subject, provision: &Provision, cited: &str) -> String {
        let (subject, title) = (self.subject(subject), provision.title.in_lang(self.lang));
        match (self.lang, cited) {
            (Lang::Zh, "") => format!("{word}：{subject}：{title}"),
            (Lang::Zh, cited) => format!("{word}：{subject}：{title}，{cited}"),
            (Lang::En, "") => format!("{word}: {subject}: {title}"),
            (Lang::En, cited) => format!("{word}: {subject}: {title}, {cited}"),
        }
    }

    pub(super) fn line_sentence(&self, provision: &Provision, subject: &Subject, line: &Line<'_>) -> String {
        let severity = line.severity();
        let word = if severity == Severity::Clear && line.possible.is_settled() {
            verdict_words(line.possible.verdict(), self.lang)
        } else {
            severity.in_words(self.lang)
        };
        let head = self.head(word, subject, provision, &self.citations(&line.editions));
        let told = self.told(line);
        if told.is_empty() { head } else { say!(self.lang, format!("{head}：{told}"), format!("{head}: {told}")) }
    }

    /// The decisive facts of a line, its readings where they part, and what is missing.
    pub(super) fn told(&self, line: &Line<'_>) -> String {
        let mut parts = self.decisive_facts(line);
        parts.extend(self.partings(line));
        if line.severity() != Severity::Clear && line.reasons.iter().any(|reason| reason.remark) {
            parts.push(say!(
                self.lang,
                "属规定施行前已形成的情形，仅作备注",
                "it began before the rule and is only remarked on"
            ));
        }
        if !line.possible.is_settled() {
            // That no edition is known is among the facts already.
            let is_said = |gap: &&Missing| matches!(gap, Missing::Edition { day } if *day != MIN_DAY);
            let gaps: Vec<&Missing> = line.missing.iter().filter(|gap| !is_said(gap)).collect();
            parts.extend(self.missing_clauses(&gaps, GAPS_MAX));
        }
        clauses(self.lang, &parts)
    }

    /// The facts on which the result turns, of the first evaluation that came out so.
    fn decisive_facts(&self, line: &Line<'_>) -> Vec<String> {
        let telling = |reason: &&Reason| match line.possible.verdict() {
            Verdict::Undetermined => reason.why.possible.contains(Possible::BREACHED),
            Verdict::Satisfied | Verdict::Breached | Verdict::Excepted | Verdict::NotApplicable => {
                reason.why.possible == line.possible
            }
        };
        let reason = line.reasons.iter().find(telling).or_else(|| line.reasons.first());
        let mut facts: Vec<String> = Vec::new();
        for leaf in reason.into_iter().flat_map(|reason| decisive(&reason.why)) {
            let fact = self.leaf(leaf);
            if !facts.contains(&fact) {
                facts.push(fact);
            }
        }
        let all = facts.len();
        facts.truncate(FACTS_MAX);
        if facts.len() < all {
            let more = all.saturating_sub(FACTS_MAX);
            facts.push(say!(self.lang, format!("另有{more}项事实"), format!("and {more} more")));
        }
        facts
    }

    pub(super) fn leaf(&self, leaf: &Derivation) -> String {
        leaf.evidence.as_ref().map_or_else(String::new, |evidence| self.evidence(evidence, truth_of(leaf.possible)))
    }

    /// 按“可以”理解为符合 — each reading with its result, where they part.
    pub(super) fn partings(&self, line: &Line<'_>) -> Vec<String> {
        let mut results: Vec<(&[(Key, String)], Possible)> = Vec::new();
        for reason in line.reasons.iter().filter(|reason| !reason.readings.is_empty()) {
            match results.iter_mut().find(|(readings, _)| *readings == reason.readings) {
                Some((_, possible)) => *possible = possible.union(reason.why.possible),
                None => results.push((&reason.readings, reason.why.possible)),
            }
        }
        if results.iter().all(|(_, possible)| results.first().is_some_and(|(_, first)| first == possible)) {
            return Vec::new();
        }
        results
            .into_iter()
            .map(|(readings, possible)| {
                let (readings, word) = (self.readings(readings), verdict_words(possible.verdict(), self.lang));
                say!(self.lang, format!("按{readings}理解为{word}"), format!("read as {readings}: {word}"))
            })
            .collect()
    }

    fn readings(&self, readings: &[(Key, String)]) -> String {
        let words: Vec<String> = readings.iter().map(|(name, value)| self.reading(name, value)).collect();
        join(self.lang, &words)
    }

    /// “会议通知天数的算法：可以”.
    pub(super) fn reading(&self, name: &Key, value: &str) -> String {
        let parameter = self.rules.parameter(name);
        let meaning = parameter.and_then(|parameter| {
            let reading = parameter.readings.iter().find(|reading| plain(&reading.value) == value)?;
            Some(reading.title.in_lang(self.lang).to_owned())
        });
        let (title, meaning) = (self.parameter(name), meaning.unwrap_or_else(|| value.to_owned()));
        say!(self.lang, format!("“{title}：{meaning}”"), format!("\"{title}: {meaning}\""))
    }

    fn line_list(&self, line: &Line<'_>) -> Vec<String> {
        let lang = self.lang;
        let (level, word) = (line.level.title(lang), line.severity().in_words(lang));
        let possible: Vec<&str> = line.possible.iter().map(|verdict| verdict_words(verdict, lang)).collect();
        let possible = possible.join(say!(lang, "、", " or ").as_str());
        let mut out = vec![say!(
            lang,
            format!("结论（{level}）：{word}；可能的结果：{possible}"),
            format!("result ({level}): {word}; possible: {possible}"),
        )];
        for edition in &line.editions {
            let cited = self.citation(edition);
            out.push(say!(lang, format!("依据：{cited}"), format!("by: {cited}")));
            out.extend(edition.effect.map(|effect| effect_words(lang, effect)));
        }
        out.extend(self.facts_listed(line));
        for missing in &line.missing {
            let item = self.missing_item(missing);
            out.push(say!(lang, format!("尚缺：{item}"), format!("missing: {item}")));
        }
        for name in line.parameters() {
            if let Some(parameter) = self.rules.parameter(name) {
                let state = self.parameter_state(parameter);
                out.push(say!(lang, format!("参数：{state}"), format!("parameter: {state}")));
            }
        }
        for part in self.partings(line) {
            out.push(say!(lang, format!("读法：{part}"), format!("reading: {part}")));
        }
        out
    }

    /// Every fact compared, each once, with how it came out and where it was read.
    pub(super) fn facts_compared(&self, line: &Line<'_>) -> Vec<FactEntry> {
        let mut out: Vec<FactEntry> = Vec::new();
        for leaf in line.reasons.iter().flat_map(|reason| leaves(&reason.why)) {
            let holds = truth_of(leaf.possible);
            let entry = FactEntry { sentence: self.leaf(leaf), holds, sources: leaf.sources.clone() };
            if !out.contains(&entry) {
                out.push(entry);
            }
        }
        out
    }

    fn facts_listed(&self, line: &Line<'_>) -> Vec<String> {
        let facts = self.facts_compared(line).into_iter().map(|fact| {
            let (fact, source) = (fact.sentence, source_note(self.lang, &fact.sources));
            say!(self.lang, format!("事实：{fact}{source}"), format!("fact: {fact}{source}"))
        });
        facts.collect()
    }

    /// 会议通知天数的算法＝含当日（默认值）.
    pub(super) fn parameter_state(&self, parameter: &Parameter) -> String {
        let title = parameter.title.in_lang(self.lang);
        match parameter.in_force() {
            Some(value) => {
                let value = self.value_words(parameter, value);
                if parameter.is_default() {
                    say!(
                        self.lang,
                        format!("{title}：{value}（暂用默认值）"),
                        format!("{title}: {value} (taken by default)")
                    )
                } else {
                    say!(self.lang, format!("{title}：{value}（已确定）"), format!("{title}: {value} (set)"))
                }
            }
            None => say!(self.lang, format!("{title}：未确定"), format!("{title}: not set")),
        }
    }

    fn value_words(&self, parameter: &Parameter, value: &toml::Value) -> String {
        let reading = parameter.readings.iter().find(|reading| reading.value == *value);
        if let Some(reading) = reading {
            return reading.title.in_lang(self.lang).to_owned();
        }
        let plain = plain(value);
        let circle = crate::vocab::Circle::from_key(&plain).map(|circle| circle.title(self.lang).to_owned());
        let period = plain.parse::<crate::vocab::Period>().ok().map(|period| period.in_words(self.lang));
        let transition = match plain.as_str() {
            "at-once" => Some(say!(self.lang, "立即适用", "applies at once")),
            "new-terms" => Some(say!(self.lang, "仅适用于新任期", "applies to new terms")),
            "remark" => Some(say!(self.lang, "作备注至下次选举", "remarked on until the next election")),
            _ => None,
        };
        circle.or(period).or(transition).unwrap_or_else(|| parameter.value_in_words(value, self.lang))
    }

    fn reason_head(&self, reason: &Reason) -> String {
        let (day, word) = (self.day(reason.day), verdict_words(reason.why.possible.verdict(), self.lang));
        let mut head = say!(self.lang, format!("按{day}判断：{word}"), format!("judged on {day}: {word}"));
        if !reason.readings.is_empty() {
            let readings = self.readings(&reason.readings);
            head.push_str(&say!(self.lang, format!("（读法{readings}）"), format!(" (reading {readings})")));
        }
        if reason.remark {
            head.push_str(&say!(self.lang, "（仅作备注）", " (remark only)"));
        }
        head
    }

    fn tree(&self, node: &Derivation, depth: usize, out: &mut Vec<String>) {
        let indent = "  ".repeat(depth);
        let mark = mark_words(self, truth_of(node.possible));
        match &node.evidence {
            Some(_) => {
                let (fact, source) = (self.leaf(node), source_note(self.lang, &node.sources));
                out.push(format!("{indent}{fact}{source}"));
            }
            None if node.node == Node::Whole => {}
            None => {
                let name = node_words(self, node.node);
                out.push(say!(self.lang, format!("{indent}{name}：{mark}"), format!("{indent}{name}: {mark}")));
            }
        }
        for missing in &node.missing {
            let item = self.missing_item(missing);
            out.push(say!(self.lang, format!("{indent}  尚缺：{item}"), format!("{indent}  missing: {item}")));
        }
        let deeper = if node.node == Node::Whole { depth } else { depth.saturating_add(1) };
        for branch in &node.branches {
            self.tree(branch, deeper, out);
        }
    }
}

fn mark_words(words: &Words<'_>, truth: Truth) -> String {
    match truth {
        Truth::True => say!(words.lang, "满足", "met"),
        Truth::False => say!(words.lang, "未满足", "not met"),
        Truth::Unknown => say!(words.lang, "未定", "open"),
    }
}

fn node_words(words: &Words<'_>, node: Node) -> String {
    match node {
        Node::Whole => String::new(),
        Node::Applies => say!(words.lang, "适用条件", "whether it applies"),
        Node::Unless => say!(words.lang, "例外情形", "an exception"),
        Node::Holds => say!(words.lang, "要求", "what is required"),
        Node::All => say!(words.lang, "以下全部", "all of these"),
        Node::Any => say!(words.lang, "以下之一", "one of these"),
        Node::Not => say!(words.lang, "不得有以下情形", "none of this"),
        Node::AtLeast(n) => say!(words.lang, format!("至少满足{n}项"), format!("at least {n} of these")),
        Node::Leaf => say!(words.lang, "事实", "fact"),
        Node::Alternatives => say!(words.lang, "各种可能", "either of these"),
    }
}

/// （来源：干部花名册第7行）, with a blank before it in English.
pub(super) fn source_note(lang: Lang, sources: &[Source]) -> String {
    if sources.is_empty() {
        return String::new();
    }
    let mut words: Vec<String> = Vec::new();
    for word in sources.iter().map(|source| source_words(lang, source)) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    let words = join(lang, &words);
    say!(lang, format!("（来源：{words}）"), format!(" (read in: {words})"))
}

fn source_words(lang: Lang, source: &Source) -> String {
    let (table, row) = (&source.table, source.row);
    let place = say!(lang, format!("{table}第{row}行"), format!("{table}, row {row}"));
    match source.known {
        Some(known) => say!(lang, format!("{place}，{known}起知悉"), format!("{place}, known since {known}")),
        None => place,
    }
}

/// What the cited text says of a deviation; never more than it says.
pub(super) fn effect_words(lang: Lang, effect: Effect) -> String {
    match effect {
        Effect::Void => {
            say!(lang, "条文另对其效力有规定，见原文", "the article itself says what becomes of such an act")
        }
        Effect::Revocable => say!(lang, "条文规定可以依法请求撤销", "by the article it may be revoked on request"),
        Effect::ToBeCorrected => {
            say!(lang, "条文规定由有关机关责令改正", "by the article an authority orders it to be put right")
        }
    }
}

/// A value as plain words: text without its quotes.
pub(super) fn plain(value: &toml::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{answers, assert_plain, both, named, with_review};
    use super::*;

    fn sentences(lang: Lang) -> String {
        let mut out = String::new();
        with_review(|review| {
            for finding in review.findings() {
                let said = review.in_words(finding, &Style::new(lang).naming(&named));
                assert_plain(&said, lang);
                out.push_str(&said);
                out.push('\n');
            }
        });
        out
    }

    #[test]
    fn a_finding_is_one_sentence_in_chinese() {
        expect_test::expect![[r"
            待核实：事项 C12 召开会议（2026-02-03）：会议通知，农村集体经济组织法第27条第1款（2025-05-01起）：会议通知（2026年1月24日），召开会议（2026年2月3日），相隔10日；要求至少相隔10日（整日）；按“会议通知天数的算法：最早第11日”理解为不符合；按“会议通知天数的算法：第10日可以”理解为符合；有待明确“会议通知天数的算法”（可由省级规定、镇级规定明确）
            不符合：事项 C12 召开会议（2026-02-03）：理事会到会人数，农村集体经济组织法第31条第1款（2025-05-01起）：到会2人，全体理事4人；要求三分之二以上（至少3人）
            待核实：河清三社 理事 110105**********2X 与 张三（P007）：近亲属回避，农村集体经济组织法第29条第1款（2025-05-01起）：二人是否有亲属关系（近亲属范围）尚无完整申报；尚缺110105**********2X的亲属申报（近亲属范围，截至2026-03-01）、张三（P007）的亲属申报（近亲属范围，截至2026-03-01）
            待核实：河清三社 理事 110105**********2X 与 P009：近亲属回避，农村集体经济组织法第29条第1款（2025-05-01起）：二人是否有亲属关系（近亲属范围）尚无完整申报；尚缺110105**********2X的亲属申报（近亲属范围，截至2026-03-01）、P009的亲属申报（近亲属范围，截至2026-03-01）
            待核实：河清三社 理事 110105**********2X 与 P011：近亲属回避，农村集体经济组织法第29条第1款（2025-05-01起）：二人是否有亲属关系（近亲属范围）尚无完整申报；尚缺110105**********2X的亲属申报（近亲属范围，截至2026-03-01）、P011的亲属申报（近亲属范围，截至2026-03-01）
            不符合：河清三社 理事 张三（P007） 与 P009：近亲属回避，农村集体经济组织法第29条第1款（2025-05-01起）：二人为兄弟姐妹
            待核实：河清三社 理事 张三（P007） 与 P011：近亲属回避，农村集体经济组织法第29条第1款（2025-05-01起）：二人是否有亲属关系（近亲属范围）尚无完整申报；尚缺张三（P007）的亲属申报（近亲属范围，截至2026-03-01）、P011的亲属申报（近亲属范围，截至2026-03-01）
            待核实：河清三社 理事 P009 与 P011：近亲属回避，农村集体经济组织法第29条第1款（2025-05-01起）：二人是否有亲属关系（近亲属范围）尚无完整申报；尚缺P009的亲属申报（近亲属范围，截至2026-03-01）、P011的亲属申报（近亲属范围，截至2026-03-01）
            待核实：河清三社 理事 110105**********2X：理事年龄，广东省农村集体经济组织管理规定第18条（2006-10起）（依据摘要核对，条号以原文为准）：110105**********2X的出生年月未登记；要求18周岁以上、不超过45周岁；尚缺110105**********2X的出生年月（干部花名册“出生年月”）
            提醒：河清三社 理事 张三（P007）：理事年龄，广东省农村集体经济组织管理规定第18条（2006-10起）（依据摘要核对，条号以原文为准）：张三（P007）出生于1979年8月，2026年3月1日时年满46周岁；要求18周岁以上、不超过45周岁
            待核实：河清三社 理事 P011：理事年龄，广东省农村集体经济组织管理规定第18条（2006-10起）（依据摘要核对，条号以原文为准）：P011的出生年月未登记；要求18周岁以上、不超过45周岁；尚缺P011的出生年月（干部花名册“出生年月”）
            待核实：河清三社 理事 110105**********2X：成员任职，农村集体经济组织法第10条至第13条（2025-05-01起）：110105**********2X于2026年3月1日是否为河清三社成员尚不明确；尚缺河清三社截至2026-03-01的完整成员名册
            待核实：河清三社 理事 张三（P007）：成员任职，农村集体经济组织法第10条至第13条（2025-05-01起）：张三（P007）于2026年3月1日是否为河清三社成员尚不明确；尚缺河清三社截至2026-03-01的完整成员名册
            待核实：河清三社 理事 P009：成员任职，农村集体经济组织法第10条至第13条（2025-05-01起）：P009于2026年3月1日是否为河清三社成员尚不明确；尚缺河清三社截至2026-03-01的完整成员名册
            待核实：河清三社 理事 P011：成员任职，农村集体经济组织法第10条至第13条（2025-05-01起）：P011于2026年3月1日是否为河清三社成员尚不明确；尚缺河清三社截至2026-03-01的完整成员名册
        "]].assert_eq(&sentences(Lang::Zh));
    }

    #[test]
    fn a_finding_is_one_sentence_in_english() {
        expect_test::expect![[r#"
            to be verified: case C12, meeting held (2026-02-03): Notice of the meeting, Rural Collective Economic Organizations Law, art. 27(1) (in force from 2025-05-01): notice of the meeting (2026-01-24), meeting held (2026-02-03), 10 days apart; required: at least 10 days clear; read as "how the days of notice are counted: on the eleventh at the earliest": not in line; read as "how the days of notice are counted: on the tenth": in line; to be set: "how the days of notice are counted" (may be set by: provincial rule, town rule)
            not in line: case C12, meeting held (2026-02-03): Attendance at the board, Rural Collective Economic Organizations Law, art. 31(1) (in force from 2025-05-01): present: 2, all directors: 4; required: at least two thirds (3 or more)
            to be verified: 河清三社 director 110105**********2X and 张三（P007）: No near relatives on one board, Rural Collective Economic Organizations Law, art. 29(1) (in force from 2025-05-01): whether the two are kin is not declared in full (near relatives); missing: declaration of kin of 110105**********2X (near relatives, as of 2026-03-01), declaration of kin of 张三（P007） (near relatives, as of 2026-03-01)
            to be verified: 河清三社 director 110105**********2X and P009: No near relatives on one board, Rural Collective Economic Organizations Law, art. 29(1) (in force from 2025-05-01): whether the two are kin is not declared in full (near relatives); missing: declaration of kin of 110105**********2X (near relatives, as of 2026-03-01), declaration of kin of P009 (near relatives, as of 2026-03-01)
            to be verified: 河清三社 director 110105**********2X and P011: No near relatives on one board, Rural Collective Economic Organizations Law, art. 29(1) (in force from 2025-05-01): whether the two are kin is not declared in full (near relatives); missing: declaration of kin of 110105**********2X (near relatives, as of 2026-03-01), declaration of kin of P011 (near relatives, as of 2026-03-01)
            not in line: 河清三社 director 张三（P007） and P009: No near relatives on one board, Rural Collective Economic Organizations Law, art. 29(1) (in force from 2025-05-01): the two are siblings
            to be verified: 河清三社 director 张三（P007） and P011: No near relatives on one board, Rural Collective Economic Organizations Law, art. 29(1) (in force from 2025-05-01): whether the two are kin is not declared in full (near relatives); missing: declaration of kin of 张三（P007） (near relatives, as of 2026-03-01), declaration of kin of P011 (near relatives, as of 2026-03-01)
            to be verified: 河清三社 director P009 and P011: No near relatives on one board, Rural Collective Economic Organizations Law, art. 29(1) (in force from 2025-05-01): whether the two are kin is not declared in full (near relatives); missing: declaration of kin of P009 (near relatives, as of 2026-03-01), declaration of kin of P011 (near relatives, as of 2026-03-01)
            to be verified: 河清三社 director 110105**********2X: Age of directors, Guangdong Provisions on Rural Collectives, art. 18 (in force from 2006-10) (checked in a summary; the text decides on the article number): birth of 110105**********2X is not recorded; required: 18 or older, not over 45; missing: date of birth of 110105**********2X (roster of office-holders, "birth")
            reminder: 河清三社 director 张三（P007）: Age of directors, Guangdong Provisions on Rural Collectives, art. 18 (in force from 2006-10) (checked in a summary; the text decides on the article number): 张三（P007）, born 1979-08, is 46 on 2026-03-01; required: 18 or older, not over 45
            to be verified: 河清三社 director P011: Age of directors, Guangdong Provisions on Rural Collectives, art. 18 (in force from 2006-10) (checked in a summary; the text decides on the article number): birth of P011 is not recorded; required: 18 or older, not over 45; missing: date of birth of P011 (roster of office-holders, "birth")
            to be verified: 河清三社 director 110105**********2X: Members in office, Rural Collective Economic Organizations Law, arts. 10–13 (in force from 2025-05-01): whether 110105**********2X is a member of 河清三社 on 2026-03-01 is not known; missing: complete entries of 河清三社 as of 2026-03-01: membership roll
            to be verified: 河清三社 director 张三（P007）: Members in office, Rural Collective Economic Organizations Law, arts. 10–13 (in force from 2025-05-01): whether 张三（P007） is a member of 河清三社 on 2026-03-01 is not known; missing: complete entries of 河清三社 as of 2026-03-01: membership roll
            to be verified: 河清三社 director P009: Members in office, Rural Collective Economic Organizations Law, arts. 10–13 (in force from 2025-05-01): whether P009 is a member of 河清三社 on 2026-03-01 is not known; missing: complete entries of 河清三社 as of 2026-03-01: membership roll
            to be verified: 河清三社 director P011: Members in office, Rural Collective Economic Organizations Law, arts. 10–13 (in force from 2025-05-01): whether P011 is a member of 河清三社 on 2026-03-01 is not known; missing: complete entries of 河清三社 as of 2026-03-01: membership roll
        "#]].assert_eq(&sentences(Lang::En));
    }

    #[test]
    fn every_answer_has_a_sentence_a_list_and_a_derivation_in_plain_words() {
        with_review(|review| {
            for style in both() {
                for answer in answers(review) {
                    assert_plain(&answer.sentence(review, &style), style.lang);
                    assert_plain(&answer.derivation(review, &style), style.lang);
                    let list = answer.list(review, &style);
                    assert!(!list.is_empty());
                    for item in &list {
                        assert_plain(item, style.lang);
                    }
                }
            }
        });
    }

    #[test]
    fn the_list_and_the_derivation_say_where_each_fact_was_read() {
        with_review(|review| {
            let style = Style::new(Lang::Zh);
            let found = review.findings().iter().find(|finding| finding.severity() == Severity::Reminder).unwrap();
            let answer = review.answer(found);
            expect_test::expect![[r"
                结论（省级规定）：提醒；可能的结果：不符合
                依据：广东省农村集体经济组织管理规定第18条（2006-10起）（依据摘要核对，条号以原文为准）
                事实：P007出生于1979年8月，2026年3月1日时年满46周岁；要求18周岁以上、不超过45周岁（来源：干部花名册第4行）
                事实：P007无“党内警告”记录（起算后1年内）"]].assert_eq(&answer.list(review, &style).join("\n"));
            expect_test::expect![[r"
                省级规定：提醒（广东省农村集体经济组织管理规定第18条（2006-10起）（依据摘要核对，条号以原文为准））
                  按2026年3月1日判断：不符合
                    要求：未满足
                      以下全部：未满足
                        P007出生于1979年8月，2026年3月1日时年满46周岁；要求18周岁以上、不超过45周岁（来源：干部花名册第4行）
                        不得有以下情形：满足
                          P007无“党内警告”记录（起算后1年内）"]].assert_eq(&answer.derivation(review, &style));
        });
    }

    #[test]
    fn readings_that_lead_apart_are_each_said_with_their_result() {
        with_review(|review| {
            let all = answers(review);
            let notice = all.iter().find(|answer| answer.provision.id.as_str() == "deliberation.notice").unwrap();
            expect_test::expect![[r#"
                result (national law): to be verified; possible: in line or not in line
                by: Rural Collective Economic Organizations Law, art. 27(1) (in force from 2025-05-01)
                fact: notice of the meeting (2026-01-24), meeting held (2026-02-03), 10 days apart; required: at least 10 days clear
                fact: notice of the meeting (2026-01-24), meeting held (2026-02-03), 10 days apart; required: at least 10 days, the last day included
                missing: "how the days of notice are counted" (may be set by: provincial rule, town rule)
                parameter: how the days of notice are counted: not set
                reading: read as "how the days of notice are counted: on the eleventh at the earliest": not in line
                reading: read as "how the days of notice are counted: on the tenth": in line"#]].assert_eq(&notice.list(review, &Style::new(Lang::En)).join("\n"));
        });
    }
}

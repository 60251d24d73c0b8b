//! 报告内容 — what a report holds, in the form in which it goes out as JSON: fields in a fixed order, lists in the order of
//! the review, so that the same review gives the same bytes.

use super::rests::RestsOn;
use serde::Serialize;

/// The version of the JSON form; it changes when a field changes its meaning.
pub(super) const VERSION: u32 = 1;

/// 报告 — a review in words, ready to be written as text, Markdown or JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Report {
    /// The version of this form.
    pub version: u32,
    /// `zh` or `en`: the language of every text below.
    pub lang: &'static str,
    /// 审查日 — the day of the review.
    pub day: String,
    /// 地方标准 — the profiles put over the built-in rules, in order.
    pub profiles: Vec<String>,
    /// 条文数 — provisions of the rules.
    pub provisions: usize,
    /// 人员数 — persons of the register.
    pub persons: usize,
    /// 单位数 — units of the register.
    pub units: usize,
    /// 任职记录数 — holdings of the register.
    pub holdings: usize,
    /// 办理记录数 — acts of the register.
    pub acts: usize,
    /// 统计 — findings by severity, those of provisions that could not be examined left out.
    pub summary: Counts,
    /// The one line that says the same.
    pub summary_line: String,
    /// 按五大体系.
    pub by_pillar: Vec<PillarEntry>,
    /// 按村社区 — a cooperative, branch or center counts for its village or community.
    pub by_village: Vec<VillageEntry>,
    /// 审查结论 — the most severe first, alike open ones together, at most so many of each severity as the style shows.
    pub findings: Vec<FindingEntry>,
    /// 未列出 — findings of each severity left out of the list for its length.
    pub not_listed: Counts,
    /// 未审查 — provisions that could not be examined for want of a whole list.
    pub unexamined: Vec<UnexaminedEntry>,
    /// 缺失事实 — the facts that would settle most, the first ten; lists that nobody supplied stand under what is not
    /// examined.
    pub missing: Vec<GapEntry>,
    /// Missing facts beyond those.
    pub missing_not_listed: usize,
    /// 依据与假定 — what the whole report rests on.
    pub rests_on: RestsOn,
    /// 说明 — that a report is no decision.
    pub disclaimer: String,
}

/// 统计 — findings by severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[non_exhaustive]
pub struct Counts {
    /// 不符合.
    pub breach: usize,
    /// 提醒.
    pub reminder: usize,
    /// 待核实.
    pub unsettled: usize,
    /// 备注.
    pub remark: usize,
}

/// 一个体系的统计.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PillarEntry {
    /// The pillar's key, the first word of its provisions' ids.
    pub pillar: &'static str,
    /// 名称.
    pub title: &'static str,
    /// Findings by severity.
    pub counts: Counts,
    /// Provisions that could not be examined.
    pub unexamined: usize,
}

/// 一个村社区的统计.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct VillageEntry {
    /// The id of the village or community; none for findings that belong to no village.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// 名称.
    pub title: String,
    /// Findings by severity.
    pub counts: Counts,
}

/// 一项审查结论 — a finding, or several alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct FindingEntry {
    /// 轻重 — `breach`, `reminder`, `unsettled` or `remark`.
    pub severity: crate::review::Severity,
    /// 条文 — the id of the provision.
    pub provision: String,
    /// 条文名称.
    pub title: String,
    /// 效力层级 — the level that says it.
    pub level: crate::vocab::Level,
    /// 可能的结果 — the results still possible.
    pub possible: crate::vocab::Possible,
    /// 应当、一般、可以、备注.
    pub modality: crate::rulebook::Modality,
    /// 审查对象 — the subject; of several alike, the first.
    pub subject: SubjectEntry,
    /// 同类 — the subjects of the others, where several findings are alike.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alike: Vec<SubjectEntry>,
    /// 依据条文, the highest first.
    pub citations: Vec<CitationEntry>,
    /// The finding as one sentence.
    pub sentence: String,
    /// 事实 — every fact compared.
    pub facts: Vec<FactEntry>,
    /// 尚缺 — what would have to be known.
    pub missing: Vec<String>,
    /// 读法 — readings nobody has chosen between that the finding depends on.
    pub readings: Vec<String>,
    /// 参数 — the keys of the parameters it rests on.
    pub parameters: Vec<String>,
}

/// 一项事实 — a fact compared with what is required.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct FactEntry {
    /// What was found and what is required, in words.
    pub sentence: String,
    /// Whether what was compared holds; a tie or a record holds when there is one, whatever the rule makes of it.
    pub holds: crate::vocab::Truth,
    /// 来源 — where it was read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<crate::facts::Source>,
}

/// 审查对象 — ids, resident ids masked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SubjectEntry {
    /// 类别 — `person`, `seat`, `pair`, `body`, `unit`, `act`, `case`, `person-period` or `unit-period`.
    pub kind: &'static str,
    /// In one word: ids joined by `/` and `@`, a proposed seat with `?`.
    pub key: String,
    /// In words.
    pub title: String,
    /// The persons it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub persons: Vec<String>,
    /// The unit whose affair it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// 依据条文.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CitationEntry {
    /// The key of the instrument.
    pub instrument: String,
    /// 名称.
    pub title: String,
    /// 条款, such as `29(1)`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// 可信程度.
    pub confidence: crate::vocab::Confidence,
    /// 施行日, as recorded; none while a parameter leaves it open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_force_from: Option<String>,
    /// 失效日 — the first day no longer in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_force_until: Option<String>,
    /// 效力层级.
    pub level: crate::vocab::Level,
}

/// 未审查的条文.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct UnexaminedEntry {
    /// 条文.
    pub provision: String,
    /// 条文名称.
    pub title: String,
    /// 缺少的资料 — the lists nobody supplied.
    pub lists: Vec<crate::vocab::List>,
}

/// 一项缺失事实.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct GapEntry {
    /// What is missing, in words.
    pub title: String,
    /// How many open answers miss nothing else.
    pub settles: usize,
    /// How many open answers miss it among other things.
    pub helps: usize,
    /// The gap and its effect as one line.
    pub sentence: String,
}

impl Counts {
    /// Findings of all severities.
    pub fn total(self) -> usize {
        self.breach.saturating_add(self.reminder).saturating_add(self.unsettled).saturating_add(self.remark)
    }

    /// Findings of one severity; none are counted of what is clear.
    pub fn of(self, severity: crate::review::Severity) -> usize {
        let mut counts = self;
        counts.slot(severity).map_or(0, |slot| *slot)
    }

    /// The slot of a severity; none for what is clear.
    fn slot(&mut self, severity: crate::review::Severity) -> Option<&mut usize> {
        use crate::review::Severity;
        match severity {
            Severity::Breach => Some(&mut self.breach),
            Severity::Reminder => Some(&mut self.reminder),
            Severity::Unsettled => Some(&mut self.unsettled),
            Severity::Remark => Some(&mut self.remark),
            Severity::Clear => None,
        }
    }

    /// Adds so many findings of a severity.
    pub(super) fn add(&mut self, severity: crate::review::Severity, number: usize) {
        if let Some(slot) = self.slot(severity) {
            *slot = slot.saturating_add(number);
        }
    }
}

impl Report {
    /// The report as JSON, one line, fields in the order of this form.
    pub fn to_json(&self) -> String {
        // Strings, numbers and closed sets have no form that JSON lacks; an empty text would say that one had.
        serde_json::to_string(self).unwrap_or_default()
    }
}

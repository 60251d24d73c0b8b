//! 依据与假定 — what a whole report rests on besides the facts: how surely the texts are known, which parameters are set,
//! taken by default or open, and what was assumed where the tables do not say.

use super::answer::plain;
use super::words::{Words, say};
use crate::facts::Assumption;
use crate::review::Review;
use crate::rulebook::Parameter;
use crate::vocab::{Confidence, Key};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// 依据与假定.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RestsOn {
    /// 可信程度 — citations in force on the day, of provisions that have subjects, by how surely they are known.
    pub confidence: Vec<ConfidenceCount>,
    /// 参数 — set, taken by default, or open.
    pub parameters: Vec<ParameterEntry>,
    /// 处理假定 — what was assumed where the tables do not say.
    pub assumptions: Vec<String>,
}

/// 一种可信程度的条文数.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ConfidenceCount {
    /// 可信程度.
    pub confidence: crate::vocab::Confidence,
    /// 名称.
    pub title: &'static str,
    /// How many citations.
    pub citations: usize,
}

/// 一个参数.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ParameterEntry {
    /// The key.
    pub parameter: String,
    /// 名称.
    pub title: String,
    /// Whether it is set, taken by default, or open.
    pub state: ParameterState,
    /// The value in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// 读法 — the readings under which an answer has to hold while the parameter is open.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<ReadingEntry>,
    /// 由谁定.
    pub set_by: Vec<crate::vocab::Level>,
    /// The parameter and its state as one line.
    pub sentence: String,
}

/// 参数状态.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "a parameter is set, taken by default, or open")]
pub enum ParameterState {
    /// 已确定.
    Set,
    /// 暂用默认值.
    Default,
    /// 未确定.
    Open,
}

/// 一种读法.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ReadingEntry {
    /// The value.
    pub value: String,
    /// 说明.
    pub title: String,
}

impl Words<'_> {
    /// Counted over the provisions that have subjects in this register.
    pub(super) fn rests_on(&self, review: &Review<'_>) -> RestsOn {
        let mut confidence: BTreeMap<Confidence, usize> = BTreeMap::new();
        let mut names: BTreeSet<&Key> = BTreeSet::new();
        for (provision, _) in review.tallies().filter(|(_, tally)| 0 < tally.subjects) {
            for edition in &provision.editions {
                names.extend(&edition.parameters);
                if !edition.in_force(review.day()).is_false() {
                    let slot = confidence.entry(edition.source.confidence()).or_default();
                    *slot = slot.saturating_add(1);
                }
            }
        }
        RestsOn {
            confidence: confidence
                .into_iter()
                .map(|(confidence, citations)| ConfidenceCount {
                    confidence,
                    title: confidence.title(self.lang),
                    citations,
                })
                .collect(),
            parameters: names
                .into_iter()
                .filter_map(|name| self.rules.parameter(name))
                .map(|one| self.entry(one))
                .collect(),
            assumptions: self.facts.facts().assumptions.iter().map(|one| self.assumption(one)).collect(),
        }
    }

    fn entry(&self, parameter: &Parameter) -> ParameterEntry {
        let state = if parameter.is_open() {
            ParameterState::Open
        } else if parameter.is_default() {
            ParameterState::Default
        } else {
            ParameterState::Set
        };
        let readings = parameter.readings.iter().filter(|_| state == ParameterState::Open);
        ParameterEntry {
            parameter: parameter.name.to_string(),
            title: parameter.title.in_lang(self.lang).to_owned(),
            state,
            value: parameter.in_force().map(plain),
            readings: readings
                .map(|one| ReadingEntry { value: plain(&one.value), title: one.title.in_lang(self.lang).to_owned() })
                .collect(),
            set_by: parameter.set_by.clone(),
            sentence: self.parameter_state(parameter),
        }
    }

    /// “干部花名册”所载情况截至2025-12-31，视为至2026-03-01仍为现状.
    fn assumption(&self, assumption: &Assumption) -> String {
        let (lang, table) = (self.lang, &assumption.table);
        let seen = match assumption.seen {
            Some(seen) => say!(lang, format!("截至{seen}"), format!("as of {seen}")),
            None => say!(lang, "未载明截止日期", "names no day"),
        };
        let carried = match assumption.carried_to {
            Some(day) => say!(lang, format!("视为至{day}仍为现状"), format!("taken to be current up to {day}")),
            None => say!(lang, "视为在所询问的日期均为现状", "taken to be current on whatever day is asked about"),
        };
        say!(lang, format!("“{table}”所载情况{seen}，{carried}"), format!("state of {table}: {seen}; {carried}"))
    }
}

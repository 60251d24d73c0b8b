//! 参数 — what the law leaves to a level below, or leaves unclear: set, open, or with several readings.

use super::compile::plain;
use super::range::Range;
use crate::vocab::{Bilingual, Key, Lang, Level};
use serde::{Deserialize, Serialize};

/// 参数 — a named value of norms.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Parameter {
    /// The name norms use: `{ param = "…" }`.
    pub name: Key,
    /// 名称.
    pub title: Bilingual,
    /// 问题 — what to ask whoever may set it.
    pub question: Bilingual,
    /// 由谁定 — the levels that may set it.
    pub set_by: Vec<Level>,
    /// 理由 — why it is left open, or why the default is taken, with the text that leaves it so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Bilingual>,
    /// 默认值 — the value taken until somebody sets another; an inference, named in every report that rests on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<toml::Value>,
    /// 读法 — what can be chosen; where nobody has and there is no default, an answer has to hold under all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<Reading>,
    /// 可取范围 — what a value has to lie in, where it is not one of the readings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<Range>,
    /// The value a profile set.
    #[serde(skip)]
    pub value: Option<toml::Value>,
}

/// 读法 — one way to understand a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Reading {
    /// The value under this reading.
    pub value: toml::Value,
    /// 说明.
    pub title: Bilingual,
}

impl Reading {
    /// `near-relatives = 近亲属`.
    pub(super) fn in_words(&self, lang: Lang) -> String {
        format!("{} = {}", plain(&self.value), self.title.in_lang(lang))
    }
}

impl Parameter {
    /// The value in force: the one a profile set, else the default.
    pub fn in_force(&self) -> Option<&toml::Value> {
        self.value.as_ref().or(self.default.as_ref())
    }

    /// Whether the value in force is only a default.
    pub fn is_default(&self) -> bool {
        self.value.is_none() && self.default.is_some()
    }

    /// Whether nobody has set it, and there is no default.
    pub fn is_open(&self) -> bool {
        self.in_force().is_none()
    }

    /// Whether the parameter can have the value: one of its readings, or inside its range; any where it has neither.
    pub fn allows(&self, value: &toml::Value) -> bool {
        let is_free = self.readings.is_empty() && self.range.is_none();
        is_free
            || self.readings.iter().any(|reading| reading.value == *value)
            || self.range.is_some_and(|range| range.contains(value))
    }

    /// What it can be, in words: its readings by value and meaning, its range; empty where anything will do.
    pub fn allowed(&self, lang: Lang) -> String {
        let readings = self.readings.iter().map(|reading| reading.in_words(lang));
        let range = self.range.iter().map(|range| range.in_words(lang));
        readings.chain(range).collect::<Vec<_>>().join(" | ")
    }

    /// A value in words: the reading it is, or the day or period it means, or the value as it stands.
    pub fn value_in_words(&self, value: &toml::Value, lang: Lang) -> String {
        let reading = self.readings.iter().find(|reading| reading.value == *value);
        let said = reading.map(|reading| reading.in_words(lang));
        let ranged = || self.range.and_then(|range| range.value_in_words(value, lang));
        said.or_else(ranged).unwrap_or_else(|| plain(value))
    }
}

/// 法规文件 — an instrument that provisions cite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Instrument {
    /// The key citations use.
    pub key: String,
    /// 名称.
    pub title: Bilingual,
    /// 性质 — such as a ministry rule or a policy paper, where the level alone does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<Bilingual>,
}

//! 参数 — what the law leaves to a level below, or leaves unclear: set, open, or with several readings.

use crate::vocab::{Bilingual, Key, Level, PartialDate};
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
    /// 默认值 — the value taken until somebody sets another; an inference, named in every report that rests on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<toml::Value>,
    /// 读法 — the readings between which nobody has chosen; without a value an answer has to hold under all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<Reading>,
    /// 可取范围 — for a day: the first and the last it can be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<DayRange>,
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

/// 日期范围 — both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DayRange {
    /// The first day.
    pub first: PartialDate,
    /// The last day.
    pub last: PartialDate,
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

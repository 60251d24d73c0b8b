//! 条文 — provisions and their editions, as they stand in a rulebook.

use crate::check::{Check, Criterion, Moment, Reach};
use crate::norm::Norm;
use crate::vocab::{Bilingual, Citation, Key, Level, PartialDate, Pillar, PostKind, UnitKind, Window};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 条文编号 — `pillar.kebab-name`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ProvisionId(Box<str>);

/// A text that is no provision id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no provision id: write `pillar.kebab-name`, the pillar one of organization, selection, deliberation, cultivation, supervision"
)]
pub struct ProvisionIdError(String);

impl ProvisionId {
    /// Reads an id.
    ///
    /// # Errors
    ///
    /// [`ProvisionIdError`] unless it is a known pillar, a dot and a key.
    pub fn new(text: &str) -> Result<Self, ProvisionIdError> {
        let shaped = text
            .split_once('.')
            .is_some_and(|(pillar, name)| Pillar::from_key(pillar).is_some() && Key::new(name).is_ok());
        if shaped { Ok(Self(text.into())) } else { Err(ProvisionIdError(text.to_owned())) }
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The pillar it belongs to.
    pub fn pillar(&self) -> Pillar {
        // INVARIANT: `new` checked the first word.
        self.0.split_once('.').and_then(|(pillar, _)| Pillar::from_key(pillar)).unwrap_or(Pillar::Organization)
    }
}

impl TryFrom<String> for ProvisionId {
    type Error = ProvisionIdError;

    fn try_from(text: String) -> Result<Self, ProvisionIdError> {
        Self::new(&text)
    }
}

impl From<ProvisionId> for String {
    fn from(id: ProvisionId) -> Self {
        id.0.into()
    }
}

impl std::fmt::Display for ProvisionId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::fmt::Debug for ProvisionId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "`{}`", self.0)
    }
}

/// 条文 — a rule with a stable id, its scope, the day that judges it, and its editions.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Provision {
    /// 编号.
    pub id: ProvisionId,
    /// 名称.
    pub title: Bilingual,
    /// 适用对象.
    pub applies_to: Scope,
    /// 审查基准日.
    pub judged_on: Moment,
    /// 首个版本之前 — what is known of the days before the first edition.
    pub before: Before,
    /// 版本, by beginning and level.
    pub editions: Vec<Edition>,
}

/// 首个版本之前的情况.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Before {
    /// 不明 — an earlier text may have existed: undetermined.
    #[default]
    Unknown,
    /// 无此规定 — there was no such rule: not applicable.
    Nothing,
}

/// 适用对象 — whom or what a provision is asked of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Scope {
    /// 任职者、候选人、拟任人选.
    Seat {
        /// In these posts.
        posts: Vec<PostKind>,
        /// Of units of these kinds; of all where empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        units: Vec<UnitKind>,
        /// 在任者: whether sitting holders are asked.
        #[serde(default = "yes")]
        holders: bool,
        /// 候选人: whether candidates are asked.
        #[serde(default)]
        candidates: bool,
    },
    /// 两个任职者.
    Pair {
        /// One of these posts.
        of: Vec<PostKind>,
        /// And one of these.
        from: Vec<PostKind>,
        /// 范围.
        inside: Reach,
        /// Of units of these kinds; of all where empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        units: Vec<UnitKind>,
    },
    /// 机构.
    Body {
        /// Which bodies.
        kinds: Vec<crate::vocab::BodyKind>,
        /// Of units of these kinds; of all where empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        units: Vec<UnitKind>,
    },
    /// 单位.
    Unit {
        /// Of these kinds.
        kinds: Vec<UnitKind>,
        /// Only units in which somebody holds, or may hold, one of these posts; all where empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        having: Vec<PostKind>,
    },
    /// 办理环节.
    Act {
        /// Acts of these stages.
        stages: Vec<Key>,
        /// Of units of these kinds; of all where empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        units: Vec<UnitKind>,
    },
    /// 事项.
    Case {
        /// Cases in which one of these stages occurs.
        having: Vec<Key>,
    },
    /// 人员.
    Person {
        /// Who holds, or may hold, one of these posts.
        posts: Vec<PostKind>,
    },
    /// 党员的每个周期.
    PartyMemberPeriod {},
    /// 单位的每个周期.
    UnitPeriod {
        /// Units of these kinds.
        kinds: Vec<UnitKind>,
    },
}

fn yes() -> bool {
    true
}

/// 应当、一般、可以、备注 — how strongly an edition asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "the four modalities of the texts")]
pub enum Modality {
    /// 应当、必须、不得 — deviation is a breach.
    Must,
    /// 一般、原则上 — deviation is a reminder.
    Normally,
    /// 可以 — a permission; its absence says nothing.
    May,
    /// 备注 — said, never a reminder.
    Note,
}

/// 与上位规定的关系 — how an edition stands to a higher one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Stands {
    /// 单独.
    #[default]
    Alone,
    /// 填补参数.
    Fills(Key),
    /// 提高要求.
    Raises(ProvisionId),
    /// 重申.
    Restates(ProvisionId),
}

/// 下位规定可否变更 — what lower levels may do to an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Lower {
    /// 可以更严.
    #[default]
    Tighten,
    /// 可以放宽.
    Loosen,
    /// 不得变更.
    Nothing,
}

/// 过渡规则 — what an edition means for terms that began before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Transition {
    /// 立即适用.
    #[default]
    AtOnce,
    /// 新任期适用 — a term that began before is judged by the edition under which it began.
    NewTerms,
    /// 备注至下次选举 — a term that began before is remarked on, never a breach, until the next election.
    Remark,
}

/// 违反的效果 — said only where the cited text says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Effect {
    /// 无效.
    Void,
    /// 可以请求撤销.
    Revocable,
    /// 责令改正.
    ToBeCorrected,
}

/// 版本 — one text in force for a time at one level.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Edition {
    /// 施行日, as a window where only the month is known or a parameter leaves it open.
    pub from: Window,
    /// 施行日的写法 — the date as recorded, or the parameter that leaves it open.
    pub from_text: FromDay,
    /// 失效日, the first day no longer in force.
    pub until: Option<NaiveDate>,
    /// 效力层级.
    pub level: Level,
    /// 与上位规定的关系.
    pub stands: Stands,
    /// 下位规定可否变更.
    pub lower: Lower,
    /// 依据条文.
    pub source: Citation,
    /// 应当、一般、可以.
    pub modality: Modality,
    /// 违反的效果.
    pub effect: Option<Effect>,
    /// 所用参数 — the parameters it names, with the value each has.
    pub parameters: Vec<Key>,
    /// What it says, once for each combination of readings nobody has chosen between.
    pub variants: Vec<Variant>,
}

/// 施行日的写法.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FromDay {
    /// A date, perhaps without its day.
    Day(PartialDate),
    /// A parameter nobody has set.
    Param(Key),
}

/// 一种读法 — what an edition says under one reading of each of its open questions.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Variant {
    /// The readings: parameter and value.
    pub readings: Vec<(Key, String)>,
    /// 适用条件.
    pub when: Option<Criterion>,
    /// 例外.
    pub unless: Vec<Exception>,
    /// 过渡规则.
    pub transition: Transition,
    /// 规范.
    pub norm: Norm,
    /// The check the norm lowers to.
    pub check: Check,
}

/// 例外 — a condition under which a deviation is excepted, with its own source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Exception {
    /// When it holds.
    pub when: Criterion,
    /// Where it stands; in the edition's own article where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Citation>,
}

impl Edition {
    /// Whether the edition is in force on a day: certainly, perhaps, or not.
    pub fn in_force(&self, day: NaiveDate) -> crate::vocab::Truth {
        let begun = self.from.is_on_or_before(Window::exact(day));
        let ended = self.until.is_some_and(|until| until <= day);
        if ended { crate::vocab::Truth::False } else { begun }
    }
}

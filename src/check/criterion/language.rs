//! 条件的写法 — what criteria are written in: nodes and leaves, as they stand in a rulebook.

use crate::check::{PartyStanding, Value};
use crate::vocab::{
    Base, Basis, Circle, Grade, Key, Period, PostKind, Rank, RecordKind, Schooling, Sex, StatusKind, TermSet,
    TraitKind, UnitKind,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 条件 — what is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Criterion {
    /// 全部满足.
    All(Vec<Criterion>),
    /// 满足其一.
    Any(Vec<Criterion>),
    /// 不得.
    Not(Box<Criterion>),
    /// 至少满足若干项.
    AtLeast(AtLeast),
    /// 按方式分别要求: settled when all branches agree, also while the mode is unknown.
    Case(Case),
    /// 年龄.
    Age(Age),
    /// 性别.
    Sex(Sex),
    /// 党员身份.
    Party(PartyStanding),
    /// 党龄.
    Seniority(AtLeastPeriod),
    /// 成员身份: a member of the subject's own cooperative.
    Member(Place),
    /// 户籍: registered in the subject's own unit.
    Household(Place),
    /// 身份状况: has one of these statuses.
    Status(HasStatus),
    /// 正式组织关系: affiliated to the subject's own organization.
    Affiliated(Place),
    /// 完全民事行为能力.
    Capacity(Capacity),
    /// 学历不低于.
    Schooling(AtLeastSchooling),
    /// 担任某职务.
    Holds(Holds),
    /// 有处分、处罚或认定记录.
    Record(HasRecord),
    /// 与任某职务者有亲属关系.
    KinOf(KinOf),
    /// 培训学时.
    Trained(Trained),
    /// 考核等次.
    Appraised(Appraised),
    /// 已纳入项目.
    Enrolled(Key),
    /// 章程有此规定.
    Clause(Key),
    /// 自设栏目为.
    Custom(Custom),
    /// 有此办理环节: an act about the person, or about the unit when it names nobody.
    Done(Key),
    /// 有不低于某层级的办理环节.
    DoneAt(DoneAt),
    /// 单位情况为.
    Trait(TraitKind),
    /// 单位人数、户数: a number of the subject's unit.
    Number(UnitCount),
    /// 登记名称含有.
    Named(Named),
    /// 连任同一职务.
    Continued(bool),
    /// 产生方式为.
    Basis(Vec<Basis>),
    /// 单位类别为.
    Unit(Vec<UnitKind>),
    /// 事项类别为.
    Matter(Vec<Key>),
    /// 主体为.
    Actor(Vec<Key>),
    /// 由参数规定的条件; nobody has set it.
    Param(Key),
}

/// At least `n` of several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AtLeast {
    /// How many.
    pub n: u32,
    /// Of which.
    pub of: Vec<Criterion>,
}

/// One demand for each mode of which exactly one obtains.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Case {
    /// The branches.
    pub of: Vec<Branch>,
}

/// A branch of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Branch {
    /// When this mode obtains.
    pub when: Criterion,
    /// What is then asked.
    pub then: Criterion,
}

/// An age in completed years: the birthday counts (29 February: 28 February in common years).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Age {
    /// At least so many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Value<u32>>,
    /// At most so many: satisfied until the day before the next birthday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Value<u32>>,
}

/// At least so long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AtLeastPeriod {
    /// The period; the corresponding day counts.
    pub min: Value<Period>,
}

/// At least this schooling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AtLeastSchooling {
    /// The lowest that is enough.
    pub min: Value<Schooling>,
}

/// Where a person has to belong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Place {
    /// 本单位.
    ThisUnit,
}

/// A status that covers the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct HasStatus {
    /// One of these.
    pub is: Vec<StatusKind>,
    /// 在本村: of the subject's own unit, of a unit above it, or of one below.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub here: bool,
    /// 曾经: on the day or at any time before it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ever: bool,
    /// 已满: for at least so long on the day; the corresponding day counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Value<Period>>,
}

/// An act at a level or higher.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DoneAt {
    /// The stage.
    pub stage: Key,
    /// The lowest level that is enough.
    pub rank: Rank,
}

/// A number of a unit within a range.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct UnitCount {
    /// What is counted.
    pub of: Base,
    /// 不少于（含本数）.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Value<u32>>,
    /// 不超过（含本数）.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Value<u32>>,
}

/// What a registered name contains.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Named {
    /// 字样: every one of these words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
    /// 所在地名称: the name of a unit above, its kind of word left out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub of_place: bool,
    /// 此日前登记: under a certificate that began before this day.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::vocab::day_or_none")]
    pub before: Option<NaiveDate>,
}

/// Full civil capacity (民法典 17–24).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Capacity {
    /// Adult from so many years.
    pub adult: u32,
    /// Deemed capable from so many years when living mainly on own labor income.
    pub own_labor: u32,
}

/// Whether a person holds one of these posts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Holds {
    /// Which posts.
    pub posts: Vec<PostKind>,
    /// Where.
    pub inside: Reach,
}

/// 范围 — how far a tie between posts reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Reach {
    /// 同一单位.
    Unit,
    /// 同一村（社区）: the village or community and the units below it.
    Village,
    /// 不限.
    Anywhere,
}

/// 追溯期 — how long a record reaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum LookBack {
    /// 终身.
    ForLife,
    /// 至恢复（期满）之日.
    UntilRestored,
    /// 自起算日起若干时间, free on the corresponding day.
    Within(Value<Period>),
    /// 恢复之日起若干时间: until restored, and so long after.
    AfterRestored(Value<Period>),
}

/// A record whose effect reaches the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct HasRecord {
    /// Of which kinds.
    pub of: Vec<RecordKind>,
    /// How long it reaches.
    pub look_back: LookBack,
}

/// Kin of a holder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct KinOf {
    /// Of the holders of which posts.
    pub posts: Vec<PostKind>,
    /// Within which circle.
    pub circle: Value<Circle>,
    /// Where.
    pub inside: Reach,
}

/// Hours of training within a time before the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Trained {
    /// At least so many hours.
    pub hours_min: Value<u32>,
    /// Within so long before the day.
    pub within: Value<Period>,
}

/// The grade of the last appraisal up to the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Appraised {
    /// One of these grades.
    pub grades: Vec<Grade>,
}

/// The value of a custom column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Custom {
    /// The column.
    pub column: Key,
    /// The value asked for.
    pub is: String,
}

impl Criterion {
    /// Every leaf and inner node below and including this one, in reading order.
    #[expect(clippy::wildcard_enum_match_arm, reason = "every other node is a leaf")]
    pub(crate) fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Criterion)) {
        visit(self);
        match self {
            Self::All(of) | Self::Any(of) => of.iter().for_each(|one| one.walk(visit)),
            Self::AtLeast(at_least) => at_least.of.iter().for_each(|one| one.walk(visit)),
            Self::Not(of) => of.walk(visit),
            Self::Case(case) => case.of.iter().for_each(|branch| {
                branch.when.walk(visit);
                branch.then.walk(visit);
            }),
            _ => {}
        }
    }

    /// The words of the open vocabulary this node names, branches left out.
    #[expect(clippy::wildcard_enum_match_arm, reason = "every other node names no key of the open vocabulary")]
    pub(crate) fn keys(&self) -> Vec<(TermSet, &Key)> {
        match self {
            Self::Enrolled(key) => vec![(TermSet::Program, key)],
            Self::Clause(key) => vec![(TermSet::Clause, key)],
            Self::Done(key) => vec![(TermSet::Stage, key)],
            Self::DoneAt(done) => vec![(TermSet::Stage, &done.stage)],
            Self::Custom(custom) => vec![(TermSet::Column, &custom.column)],
            Self::Matter(keys) => keys.iter().map(|key| (TermSet::Matter, key)).collect(),
            Self::Actor(keys) => keys.iter().map(|key| (TermSet::Actor, key)).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether this node is a leaf about a person.
    pub(crate) fn asks_person(&self) -> bool {
        matches!(
            self,
            Self::Age(_)
                | Self::Sex(_)
                | Self::Party(_)
                | Self::Seniority(_)
                | Self::Member(_)
                | Self::Household(_)
                | Self::Status(_)
                | Self::Affiliated(_)
                | Self::Capacity(_)
                | Self::Schooling(_)
                | Self::Holds(_)
                | Self::Record(_)
                | Self::KinOf(_)
                | Self::Trained(_)
                | Self::Appraised(_)
                | Self::Enrolled(_)
                | Self::Custom(_)
        )
    }
}

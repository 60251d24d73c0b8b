//! 事实表 — the rows a register is made of, with the identifiers the caller uses. Every column that is not part of what
//! makes a row the row it is may be left out, and is then unknown, never false.

use crate::vocab::{
    ActId, Base, Basis, BodyKind, CaseId, Circle, FactSpan, Grade, Key, LinkKind, List, PartialDate, PersonId,
    PostKind, Rank, RecordKind, Relation, ResidentId, Schooling, Sex, StatusKind, TrainingKind, TraitKind, UnitId,
    UnitKind,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 来源 — where a fact was read, and since when it has been known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Source {
    /// The table, as the caller named it.
    pub table: String,
    /// The row in that table, counted from 1 as a spreadsheet shows it.
    pub row: u32,
    /// The day on which the fact became known, where recorded.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::vocab::day_or_none")]
    pub known: Option<NaiveDate>,
}

impl Source {
    /// A row of a table, counted from 1.
    pub fn new(table: &str, row: u32) -> Self {
        Self { table: table.to_owned(), row, known: None }
    }
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Declares a row: the columns that make it the row it is, and those that may be unknown.
macro_rules! row {
    ($(#[$meta:meta])* $name:ident {
        $( $(#[$fmeta:meta])* $field:ident : $type:ty ),* $(,)?
    } optional {
        $( $(#[$ometa:meta])* $ofield:ident : $otype:ty ),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[non_exhaustive]
        pub struct $name {
            $( $(#[$fmeta])* pub $field: $type, )*
            $( $(#[$ometa])* #[serde(default, skip_serializing_if = "is_default")] pub $ofield: $otype, )*
            /// 来源 — where the row was read.
            #[serde(default, skip_serializing_if = "is_default")]
            pub source: Option<Source>,
        }

        impl $name {
            /// A row with what makes it the row it is; everything else is unknown until set.
            pub fn new($($field: $type),*) -> Self {
                Self { $($field,)* $($ofield: <$otype>::default(),)* source: None }
            }
        }
    };
}

row! {
    /// 人员 — a natural person.
    Person {
        /// The id the caller uses.
        id: PersonId,
    } optional {
        /// 姓名 — the name, for the caller's own use; a report prints ids unless the caller names persons.
        name: Option<String>,
        /// 性别.
        sex: Option<Sex>,
        /// 出生年月 — day of birth.
        birth: Option<PartialDate>,
        /// 居民身份证号 — resident identity number; printed masked.
        resident_id: Option<ResidentId>,
        /// 学历 — highest schooling completed.
        schooling: Option<Schooling>,
    }
}

row! {
    /// 亲属联系 — a parent or spouse link from which degrees are composed: `b` is this to `a`. Only
    /// [`Relation::Parent`], [`Relation::AdoptiveParent`], [`Relation::StepParent`] and [`Relation::Spouse`] (and the
    /// inverse words) are links; any other relation of a row is a statement about the pair.
    KinTie {
        /// One person.
        a: PersonId,
        /// The other person.
        b: PersonId,
        /// 乙是甲的 — what `b` is to `a`.
        relation: Relation,
        /// 起止 — from when to when; birth links run from birth and have no end.
        span: FactSpan,
    } optional {
        /// 半血缘 — for siblings: they share one parent only.
        half: Option<bool>,
    }
}

row! {
    /// 户内成员 — a person in a household of a unit.
    HouseholdMember {
        /// The person.
        person: PersonId,
        /// 户号 — the household's number within the unit.
        household: String,
        /// 所属村社.
        unit: UnitId,
        /// 起止.
        span: FactSpan,
    } optional {
    }
}

row! {
    /// 集体成员身份 — membership of a cooperative.
    Membership {
        /// The person.
        person: PersonId,
        /// The cooperative.
        unit: UnitId,
        /// 取得至丧失.
        span: FactSpan,
    } optional {
    }
}

row! {
    /// 党员身份 — Party membership.
    PartyMembership {
        /// The person.
        person: PersonId,
        /// 入党至出党 — from admission as a probationary member; the end is the end of membership.
        span: FactSpan,
    } optional {
        /// 转正时间 — the day of becoming a full member.
        full_from: Option<PartialDate>,
        /// 预备期内 — a day on which the member was seen to be probationary.
        #[serde(with = "crate::vocab::day_or_none")]
        probationary_on: Option<NaiveDate>,
        /// 正式组织关系所在党组织 — the organization of formal affiliation.
        unit: Option<UnitId>,
    }
}

row! {
    /// 非中共党员 — a statement that a person is no Party member on a day (政治面貌 群众 in a roster).
    NotPartyMember {
        /// The person.
        person: PersonId,
        /// 截止日期 — the day for which it is stated; earlier days are covered too, since re-admission is a new row.
        #[serde(with = "crate::vocab::day")]
        as_of: NaiveDate,
    } optional {
    }
}

row! {
    /// 单位 — a unit of the chain.
    Unit {
        /// The id the caller uses.
        id: UnitId,
        /// 类别.
        kind: UnitKind,
    } optional {
        /// 名称.
        name: Option<String>,
        /// 别名、曾用名.
        also: Vec<String>,
        /// 上级.
        parent: Option<UnitId>,
    }
}

row! {
    /// 覆盖、代理关系 — a unit joined to another.
    UnitLink {
        /// The unit that serves, keeps books or acts.
        from: UnitId,
        /// The unit it does so for.
        to: UnitId,
        /// 方式.
        kind: LinkKind,
        /// 起止.
        span: FactSpan,
    } optional {
    }
}

row! {
    /// 单位情况 — whether something holds of a unit.
    UnitTrait {
        /// The unit.
        unit: UnitId,
        /// 情况.
        kind: TraitKind,
        /// 是否.
        holds: bool,
        /// 起止.
        span: FactSpan,
    } optional {
    }
}

row! {
    /// 单位人数、户数 — a number counted of a unit, and while it stood.
    UnitNumber {
        /// The unit.
        unit: UnitId,
        /// 计数项 — what is counted.
        of: Base,
        /// 数目.
        number: u32,
        /// 起止.
        span: FactSpan,
    } optional {
    }
}

row! {
    /// 登记名称 — the name under which a unit is registered.
    RegisteredName {
        /// The unit.
        unit: UnitId,
        /// 名称.
        name: String,
        /// 起止.
        span: FactSpan,
    } optional {
    }
}

row! {
    /// 机构 — a body of a unit in one term.
    Body {
        /// The unit.
        unit: UnitId,
        /// 机构.
        kind: BodyKind,
    } optional {
        /// 核定职数 — seats fixed.
        seats: Option<u32>,
        /// 换届（产生）日期 — the day the sitting body was formed.
        formed: Option<PartialDate>,
    }
}

row! {
    /// 任职 — a person in a post of a unit.
    Holding {
        /// The person.
        person: PersonId,
        /// The unit.
        unit: UnitId,
        /// 职务.
        post: PostKind,
        /// 任现职至离任.
        span: FactSpan,
    } optional {
        /// 产生方式.
        basis: Option<Basis>,
        /// 当选日期 — the day of the last election to the post; where absent and the basis is an election, the
        /// beginning of the span.
        elected: Option<PartialDate>,
        /// 是否连任同一职务 — whether the person held the same post directly before.
        continued: Option<bool>,
        /// 任期届满日 — the end of the term recorded for this holder.
        term_end: Option<PartialDate>,
    }
}

row! {
    /// 候选人 — a person nominated for a post.
    Candidacy {
        /// The person.
        person: PersonId,
        /// The unit.
        unit: UnitId,
        /// 拟任职务.
        post: PostKind,
    } optional {
        /// 提名日期.
        nominated: Option<PartialDate>,
        /// 选举日.
        election: Option<PartialDate>,
    }
}

row! {
    /// 处分、处罚、认定 — a record about a person.
    Record {
        /// The person.
        person: PersonId,
        /// 种类.
        kind: RecordKind,
    } optional {
        /// 决定（生效）日期.
        decided: Option<PartialDate>,
        /// 批准日期 — Party sanctions count from the day of approval.
        approved: Option<PartialDate>,
        /// 恢复（期满）日期 — the day rights were restored.
        restored: Option<PartialDate>,
        /// 作出机关.
        authority: Option<String>,
    }
}

row! {
    /// 身份状况 — a standing fact about a person.
    Status {
        /// The person.
        person: PersonId,
        /// Which fact.
        kind: StatusKind,
        /// 起止.
        span: FactSpan,
    } optional {
        /// The unit it refers to, where it does.
        unit: Option<UnitId>,
    }
}

row! {
    /// 办理记录 — a dated act of a case, by a body or an office.
    Act {
        /// The id the caller uses.
        id: ActId,
        /// 事项编号 — the case it belongs to.
        case: CaseId,
        /// The unit whose affair it is.
        unit: UnitId,
        /// 环节.
        stage: Key,
    } optional {
        /// 日期.
        day: Option<PartialDate>,
        /// 同日先后 — the order within the day, where recorded.
        order: Option<u32>,
        /// 主体 — who acted.
        actor: Option<Key>,
        /// 层级 — at which level.
        rank: Option<Rank>,
        /// 事项类别.
        matter: Option<Key>,
        /// 涉及人员 — the person it is about.
        about: Option<PersonId>,
        /// 拟任职务 — the post it is about.
        post: Option<PostKind>,
        /// 人数 — counts, each of a named quantity.
        counts: Vec<Count>,
        /// 材料 — items on file.
        items: Vec<Key>,
        /// 公布至 — for a publication, the last day shown.
        shown_through: Option<PartialDate>,
        /// 文号.
        document: Option<String>,
    }
}

/// 计数项 — what a recorded number counts: a base, or the votes of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Quantity {
    /// 应到 — those due, as the sheet counts them; a norm never uses it without knowing which base it is.
    Due,
    /// 到会.
    Present,
    /// 同意.
    Ayes,
    /// 不同意.
    Nays,
    /// 弃权.
    Abstentions,
}

/// 人数 — a recorded number; where it is a base, the base is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Count {
    /// What is counted.
    pub of: Quantity,
    /// The number.
    pub number: u32,
    /// The base it states, where it is a base.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Base>,
}

impl Count {
    /// A number of votes or of persons present.
    pub fn new(of: Quantity, number: u32) -> Self {
        Self { of, number, base: None }
    }

    /// The size of a named base.
    pub fn of_base(base: Base, number: u32) -> Self {
        Self { of: Quantity::Due, number, base: Some(base) }
    }
}

row! {
    /// 考核 — the grade a person was given for a year.
    Appraisal {
        /// The person.
        person: PersonId,
        /// 年度.
        year: i32,
    } optional {
        /// 等次.
        grade: Option<Grade>,
        /// 评议主体.
        by: Option<Key>,
        /// 日期.
        day: Option<PartialDate>,
    }
}

row! {
    /// 培训 — hours of training on a day.
    Training {
        /// The person.
        person: PersonId,
        /// 日期.
        day: PartialDate,
    } optional {
        /// 学时 — class hours.
        hours: Option<u32>,
        /// 类别.
        kind: Option<TrainingKind>,
        /// 主办级别.
        rank: Option<Rank>,
    }
}

row! {
    /// 纳入项目 — a person enrolled in a program by a unit.
    Enrollment {
        /// The person.
        person: PersonId,
        /// 项目.
        program: Key,
        /// 起止.
        span: FactSpan,
    } optional {
        /// The village or community whose center enrolls.
        unit: Option<UnitId>,
    }
}

row! {
    /// 章程条款 — a clause of a unit's own charter.
    Clause {
        /// The unit.
        unit: UnitId,
        /// 条款.
        key: Key,
        /// 内容 — what the clause says, in the words of the wire: a number, a share, a period, `yes` or `no`.
        value: String,
        /// 施行起止.
        span: FactSpan,
    } optional {
    }
}

row! {
    /// 自设栏目 — the value of a column a town added to its roster.
    Custom {
        /// The person.
        person: PersonId,
        /// 栏目.
        column: Key,
        /// 值.
        value: String,
        /// 起止.
        span: FactSpan,
    } optional {
    }
}

/// 资料范围 — of whom or of what a list is said to be complete.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "of", content = "id", rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Extent {
    /// 全部.
    All,
    /// 某单位及其下级 — a unit and the units below it, with the persons who hold posts or are members there.
    Unit(UnitId),
    /// 某人.
    Person(PersonId),
    /// 某事项.
    Case(CaseId),
}

row! {
    /// 资料完整范围 — a dated statement that a list is complete. Absence is evidence only under it.
    Coverage {
        /// 哪份资料.
        list: List,
        /// 范围.
        extent: Extent,
        /// 截止日期 — the list is complete as of this day.
        #[serde(with = "crate::vocab::day")]
        as_of: NaiveDate,
    } optional {
        /// 亲属范围 — for kin: the circle within which every relative in the register is recorded.
        circle: Option<Circle>,
        /// 起始日期 — for the roster: complete since this day; without it the statement is about `as_of` alone.
        #[serde(with = "crate::vocab::day_or_none")]
        from: Option<NaiveDate>,
        /// 提供单位或个人.
        stated_by: Option<String>,
    }
}

row! {
    /// 处理假定 — that the persons a table shows in office are in office on a later day than the table speaks of. Said at
    /// the foot of every report.
    Assumption {
        /// The table.
        table: String,
    } optional {
        /// 资料截止日期 — the day the table itself names; absent where it names none.
        #[serde(with = "crate::vocab::day_or_none")]
        seen: Option<NaiveDate>,
        /// 视为现状的日期 — the day up to which it is taken to be current; absent where it is taken to be current on
        /// whatever day is asked about.
        #[serde(with = "crate::vocab::day_or_none")]
        carried_to: Option<NaiveDate>,
    }
}

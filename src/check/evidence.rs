//! 事实依据 — what an answer rests on, as data: the fact found, what is needed, and what is missing. Words are made by the
//! report layer.

use crate::facts::kin::KinPath;
use crate::facts::{CaseIdx, PersonIdx, Quantity, UnitIdx};
use crate::vocab::{
    Base, BodyKind, Circle, Cycle, FactSpan, Grade, Key, LinkKind, List, PartialDate, Period, PostKind, Rank,
    RecordKind, Schooling, Sex, ShareTest, StatusKind, TermSet, TraitKind, UnitKind, Window,
};
use chrono::NaiveDate;

/// 缺失事实 — what would have to be known. Sorted, so that the same gap of many answers is one line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Missing {
    /// A column of a person.
    OfPerson {
        /// Which fact.
        fact: PersonFact,
        /// About whom.
        person: PersonIdx,
    },
    /// That a person's entries in a list are complete.
    ListOfPerson {
        /// Which list.
        list: List,
        /// For kin, within which circle.
        circle: Option<Circle>,
        /// About whom.
        person: PersonIdx,
        /// Complete on which day.
        day: NaiveDate,
    },
    /// That a unit's entries in a list are complete.
    ListOfUnit {
        /// Which list.
        list: List,
        /// About which unit.
        unit: UnitIdx,
        /// Complete on which day.
        day: NaiveDate,
    },
    /// That the file of a case is complete.
    File {
        /// Which case.
        case: CaseIdx,
        /// Complete on which day.
        day: NaiveDate,
    },
    /// A column of an act.
    OfAct {
        /// Which fact.
        fact: ActFact,
        /// Of which case.
        case: CaseIdx,
        /// At which stage.
        stage: Key,
    },
    /// A column of a body.
    OfBody {
        /// Which fact.
        fact: BodyFact,
        /// Of which unit.
        unit: UnitIdx,
        /// Which body.
        body: BodyKind,
    },
    /// A fact about a unit.
    OfUnit {
        /// Which fact.
        fact: UnitFact,
        /// About which unit.
        unit: UnitIdx,
    },
    /// The size of a base.
    OfBase {
        /// Which base.
        base: Base,
        /// Of which unit.
        unit: UnitIdx,
        /// On which day.
        day: NaiveDate,
    },
    /// The value of a column a town added, or a provision asks for.
    Column {
        /// The column.
        column: Key,
        /// About whom.
        person: PersonIdx,
    },
    /// A clause of a unit's own charter.
    Clause {
        /// The unit.
        unit: UnitIdx,
        /// The clause.
        key: Key,
    },
    /// A parameter nobody has set.
    Parameter {
        /// Its name.
        name: Key,
    },
    /// The edition in force on a day.
    Edition {
        /// The day.
        day: NaiveDate,
    },
}

/// 个人信息项 — facts about a person that a roster carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PersonFact {
    /// 出生年月.
    Birth,
    /// 性别.
    Sex,
    /// 政治面貌.
    PartyStanding,
    /// 转正时间.
    FullMemberDay,
    /// 学历.
    Schooling,
    /// 任现职时间.
    PostBegan,
    /// 当选日期.
    Elected,
    /// 提名日期.
    Nominated,
    /// 离任时间或在任截止日期.
    PostEnds,
    /// 是否连任.
    Continued,
    /// 成员资格取得、丧失日期.
    Membership,
    /// 处分处罚日期.
    RecordDay,
    /// 劳动收入情况.
    OwnLabor,
    /// 培训学时.
    TrainingHours,
    /// 考核等次.
    AppraisalGrade,
    /// 亲属关系起止日期.
    KinDates,
    /// 统一管理日期.
    EnrollmentDay,
    /// 产生方式.
    Basis,
    /// 身份状况起止日期.
    StatusDay,
    /// 正式组织关系所在党组织.
    Affiliation,
    /// 任期届满日.
    TermEnd,
}

/// 单位信息项 — facts about a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum UnitFact {
    /// 单位情况 — whether something holds of it.
    Trait(TraitKind),
    /// 登记名称.
    RegisteredName,
}

/// 办理环节信息项 — facts about an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ActFact {
    /// 日期.
    Day,
    /// 同日先后顺序.
    Order,
    /// 主体.
    Actor,
    /// 事项类别.
    Matter,
    /// 到会人数.
    Present,
    /// 同意人数.
    Ayes,
    /// 公布截止日期.
    ShownThrough,
    /// 层级.
    Rank,
}

/// 机构信息项 — facts about a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum BodyFact {
    /// 核定职数.
    Seats,
    /// 换届（产生）日期.
    Formed,
}

/// 党员身份 — standing in the Party on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum PartyStanding {
    /// 非党员.
    None,
    /// 预备党员.
    Probationary,
    /// 正式党员.
    Full,
    /// 党员（含预备党员）.
    Any,
}

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Counted {
    /// 核定职数.
    Seats(BodyKind),
    /// 在任人员 — persons in these posts.
    Holders(Vec<PostKind>),
    /// 会议人数.
    Of(Quantity),
    /// 一个人同时担任的岗位.
    PostsOfOne(Vec<PostKind>),
    /// 单位人数、户数.
    Base(Base),
    /// 下级单位.
    UnitsBelow(Vec<UnitKind>),
    /// 覆盖的单位.
    UnitsServed(LinkKind),
    /// 一个人具有某种身份的单位.
    StatusesOfOne(StatusKind),
}

/// A number known to lie in a range; no upper bound when a list is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Range {
    /// At least so many.
    pub low: u32,
    /// At most so many.
    pub high: Option<u32>,
}

impl Range {
    /// Exactly so many.
    pub fn exact(number: u32) -> Self {
        Self { low: number, high: Some(number) }
    }

    /// So many or more.
    pub fn at_least(low: u32) -> Self {
        Self { low, high: None }
    }

    /// The number, when it is known.
    pub fn known(self) -> Option<u32> {
        self.high.filter(|high| *high == self.low)
    }
}

/// 事实依据 — one comparison of a fact with what is asked. In every variant `on` is the day that judges, what was found is
/// `None` or a range where it is not known, and what is needed is `None` where a parameter leaves it open.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
#[expect(missing_docs, reason = "the fields of each variant are the ones its line names")]
pub enum Evidence {
    /// 年龄: in completed years on a day; the birthday counts.
    Age { person: PersonIdx, born: Option<PartialDate>, on: NaiveDate, min: Option<u32>, max: Option<u32> },
    /// 性别.
    Sex { person: PersonIdx, found: Option<Sex>, needed: Sex },
    /// 党员身份.
    Party { person: PersonIdx, found: Option<PartyStanding>, needed: PartyStanding, on: NaiveDate },
    /// 党龄: from the day of becoming a full member.
    Seniority { person: PersonIdx, full_from: Option<PartialDate>, needed: Option<Period>, on: NaiveDate },
    /// 成员身份.
    Member { person: PersonIdx, unit: UnitIdx, span: Option<FactSpan>, on: NaiveDate },
    /// 户籍.
    Household { person: PersonIdx, unit: UnitIdx, span: Option<FactSpan>, on: NaiveDate },
    /// 身份状况.
    Status {
        person: PersonIdx,
        is: Vec<StatusKind>,
        min: Option<Period>,
        found: Option<(StatusKind, FactSpan)>,
        on: NaiveDate,
    },
    /// 正式组织关系.
    Affiliated { person: PersonIdx, unit: UnitIdx, found: Option<UnitIdx>, on: NaiveDate },
    /// 完全民事行为能力.
    Capacity { person: PersonIdx, born: Option<PartialDate>, limited: Option<FactSpan>, on: NaiveDate },
    /// 学历.
    Schooling { person: PersonIdx, found: Option<Schooling>, needed: Option<Schooling> },
    /// 任职.
    Holds { person: PersonIdx, posts: Vec<PostKind>, found: Option<(PostKind, UnitIdx, FactSpan)>, on: NaiveDate },
    /// 处分、处罚、认定: a record whose effect reaches the day.
    Record {
        person: PersonIdx,
        of: Vec<RecordKind>,
        look_back: super::LookBack,
        found: Option<(RecordKind, Option<PartialDate>, Option<PartialDate>)>,
        on: NaiveDate,
    },
    /// 亲属关系 between two persons.
    Kin { a: PersonIdx, b: PersonIdx, circle: Circle, path: Option<KinPath>, on: NaiveDate },
    /// 同一人.
    SamePerson { a: PersonIdx, b: PersonIdx, posts: (PostKind, PostKind) },
    /// 一肩挑: whether one person holds both posts.
    BothPosts { unit: UnitIdx, posts: (PostKind, PostKind), found: Option<PersonIdx>, on: NaiveDate },
    /// 培训学时 within a time before the day.
    Trained { person: PersonIdx, hours: Range, needed: Option<u32>, since: NaiveDate, on: NaiveDate },
    /// 考核等次.
    Appraised { person: PersonIdx, grades: Vec<Grade>, found: Option<(i32, Grade)> },
    /// 纳入项目.
    Enrolled { person: PersonIdx, program: Key, span: Option<FactSpan>, on: NaiveDate },
    /// 章程条款.
    Clause { unit: UnitIdx, key: Key, found: Option<String> },
    /// 自设栏目.
    Custom { person: PersonIdx, column: Key, found: Option<String>, needed: String },
    /// 是否连任同一职务.
    Continued { person: PersonIdx, post: PostKind, found: Option<bool> },
    /// 产生方式.
    Basis { person: PersonIdx, post: PostKind, found: Option<crate::vocab::Basis>, needed: Vec<crate::vocab::Basis> },
    /// 单位类别.
    UnitIs { unit: UnitIdx, found: UnitKind, needed: Vec<UnitKind> },
    /// 词条: an actor, a matter or an item in a set.
    Word { set: TermSet, case: CaseIdx, stage: Key, found: Option<Key>, needed: Vec<Key>, refused: bool },
    /// 材料要件.
    Items { case: CaseIdx, stage: Key, found: Vec<Key>, needed: Vec<Key> },
    /// 办理环节已办理.
    Done { stage: Key, rank: Option<Rank>, day: Option<PartialDate>, found: bool },
    /// 办理层级.
    Level { case: CaseIdx, stage: Key, found: Option<Rank>, needed: Rank },
    /// 单位情况.
    Trait { unit: UnitIdx, kind: TraitKind, on: NaiveDate },
    /// 登记名称.
    Named { unit: UnitIdx, found: Option<String>, words: Vec<String>, of_place: bool, before: Option<NaiveDate> },
    /// 设立.
    Formed { unit: UnitIdx, bodies: Vec<BodyKind>, units: Vec<UnitKind>, acting: bool, on: NaiveDate },
    /// 任期剩余: a term recorded for one holder ends no later than that of the body.
    Remainder { person: PersonIdx, post: PostKind, ends: Option<PartialDate>, body_ends: Option<Window> },
    /// 人数、职数 against a range or parity.
    Number { unit: UnitIdx, of: Counted, found: Range, min: Option<u32>, max: Option<u32>, odd: bool },
    /// 比例 of a named base.
    Share { unit: UnitIdx, of: Counted, found: Range, base: Base, all: Range, test: Option<ShareTest> },
    /// 任期: a span that began may last so long.
    Term { from: Option<Window>, length: Option<Period>, on: NaiveDate, grace: bool },
    /// 时长: a span of days is at least so long.
    Shown {
        stage: Key,
        from: Option<PartialDate>,
        through: Option<PartialDate>,
        at_least: Option<Period>,
        on: NaiveDate,
    },
    /// 先后、期限: one moment and another.
    Order {
        first: Stop,
        then: Stop,
        at_least: Option<Period>,
        at_most: Option<Period>,
        strict: bool,
        clear: Option<bool>,
    },
    /// 截止日期: a stage no later, or no earlier, than a day.
    By { stop: Stop, no_later: Option<NaiveDate>, no_earlier: Option<NaiveDate> },
    /// 频次: so many, or so much, in a closed period.
    Times { of: Happening, cycle: Cycle, first: NaiveDate, last: NaiveDate, found: Range, needed: Option<u32> },
    /// 隶属、覆盖: units joined to a unit.
    Linked {
        unit: UnitIdx,
        kind: Option<LinkKind>,
        with: Vec<UnitKind>,
        found: Range,
        min: Option<u32>,
        max: Option<u32>,
        on: NaiveDate,
    },
    /// 仍在任.
    Sits { person: PersonIdx, post: PostKind, unit: UnitIdx, span: FactSpan, on: NaiveDate },
    /// 参数未定.
    Parameter { name: Key },
    /// 当日适用的版本不明.
    NoEdition { day: NaiveDate },
}

/// A stage or a moment, and the day recorded of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stop {
    /// The stage, or `None` for a moment of the subject.
    pub stage: Option<Key>,
    /// The moment of the subject, when it is no stage.
    pub moment: Option<super::Moment>,
    /// The day, as far as recorded.
    pub day: Option<Window>,
}

/// What happens in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Happening {
    /// 办理环节.
    Stage(Key),
    /// 培训学时.
    TrainingHours,
    /// 培训次数.
    Trainings,
    /// 考核.
    Appraisals,
}

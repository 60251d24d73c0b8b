//! 条件 — the small language for what is asked of a person, a seat, an act or a unit: `all`, `any`, `not`, `at_least`,
//! `case`, and leaves. Total: every leaf answers true, false or unknown on every register.

use super::value::clause;
use super::{ActFact, At, Evidence, Missing, Node, PartyStanding, PersonFact, Range, Subject, Value, Watch};
use crate::facts::{PersonIdx, Register, Source, StatusKind, UnitIdx};
use crate::vocab::{
    Basis, Circle, FactSpan, Grade, Key, List, PartialDate, Period, Possible, PostKind, RecordKind, Schooling, Sex,
    SpanEnd, TermSet, Truth, UnitKind, Window, reached,
};
use chrono::{Datelike, NaiveDate};
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

/// What a criterion is asked of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) at: At,
    pub(crate) subject: &'a Subject,
    pub(crate) person: Option<PersonIdx>,
    pub(crate) facts: &'a Register,
}

impl<'a> Asked<'a> {
    pub(crate) fn of(at: At, subject: &'a Subject, facts: &'a Register) -> Self {
        Self { at, subject, person: subject.person(), facts }
    }

    fn unit(&self) -> Option<UnitIdx> {
        self.subject.unit(self.facts)
    }
}

impl Criterion {
    /// Whether the subject meets the criterion.
    pub(crate) fn eval<W: Watch>(&self, ask: Asked<'_>, watch: &mut W) -> Truth {
        match self {
            Self::All(of) => join(Node::All, of, ask, watch, Truth::True, Truth::and),
            Self::Any(of) => join(Node::Any, of, ask, watch, Truth::False, Truth::or),
            Self::Not(of) => {
                watch.enter(Node::Not);
                let truth = !of.eval(ask, watch);
                watch.leave(Possible::from_truth(truth));
                truth
            }
            Self::AtLeast(of) => at_least(of, ask, watch),
            Self::Case(case) => by_case(case, ask, watch),
            Self::Param(name) => {
                watch.missing(|| Missing::Parameter { name: name.clone() });
                watch.leaf(Truth::Unknown, || (Evidence::Parameter { name: name.clone() }, Vec::new()));
                Truth::Unknown
            }
            Self::Clause(key) => clause_leaf(key, ask, watch),
            Self::Unit(kinds) => unit_leaf(kinds, ask, watch),
            Self::Matter(of) => word(TermSet::Matter, of, ask, watch),
            Self::Actor(of) => word(TermSet::Actor, of, ask, watch),
            Self::Continued(needed) => continued(*needed, ask, watch),
            Self::Basis(needed) => basis(needed, ask, watch),
            Self::Done(stage) => done(stage, ask, watch),
            Self::Age(_)
            | Self::Sex(_)
            | Self::Party(_)
            | Self::Seniority(_)
            | Self::Member(_)
            | Self::Household(_)
            | Self::Capacity(_)
            | Self::Schooling(_)
            | Self::Holds(_)
            | Self::Record(_)
            | Self::KinOf(_)
            | Self::Trained(_)
            | Self::Appraised(_)
            | Self::Enrolled(_)
            | Self::Custom(_) => match ask.person {
                Some(person) => self.of_person(person, ask, watch),
                // INVARIANT: loading refuses person leaves for subjects without a person.
                None => Truth::Unknown,
            },
        }
    }

    fn of_person<W: Watch>(&self, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
        match self {
            Self::Age(age) => age_leaf(age, person, ask, watch),
            Self::Sex(needed) => sex(*needed, person, ask, watch),
            Self::Party(needed) => party(*needed, person, ask, watch),
            Self::Seniority(needed) => seniority(needed, person, ask, watch),
            Self::Member(_) => member(person, ask, watch),
            Self::Household(_) => household(person, ask, watch),
            Self::Capacity(bounds) => capacity(*bounds, person, ask, watch),
            Self::Schooling(needed) => schooling(needed, person, ask, watch),
            Self::Holds(holds) => holds_leaf(holds, person, ask, watch),
            Self::Record(record) => record_leaf(record, person, ask, watch),
            Self::KinOf(kin) => kin_of(kin, person, ask, watch),
            Self::Trained(trained) => trained_leaf(trained, person, ask, watch),
            Self::Appraised(appraised) => appraised_leaf(appraised, person, ask, watch),
            Self::Enrolled(program) => enrolled(program, person, ask, watch),
            Self::Custom(custom) => custom_leaf(custom, person, ask, watch),
            _ => Truth::Unknown,
        }
    }

    /// Every leaf and inner node below and including this one, in reading order.
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
}

fn join<W: Watch>(
    node: Node,
    of: &[Criterion],
    ask: Asked<'_>,
    watch: &mut W,
    neutral: Truth,
    fold: fn(Truth, Truth) -> Truth,
) -> Truth {
    watch.enter(node);
    let mut truth = neutral;
    for one in of {
        truth = fold(truth, one.eval(ask, watch));
        if W::BRIEF && truth == !neutral {
            break;
        }
    }
    watch.leave(Possible::from_truth(truth));
    truth
}

fn at_least<W: Watch>(of: &AtLeast, ask: Asked<'_>, watch: &mut W) -> Truth {
    watch.enter(Node::AtLeast(of.n));
    let (mut sure, mut open) = (0_u32, 0_u32);
    for one in &of.of {
        match one.eval(ask, watch) {
            Truth::True => sure = sure.saturating_add(1),
            Truth::Unknown => open = open.saturating_add(1),
            Truth::False => {}
        }
    }
    let truth = if of.n <= sure {
        Truth::True
    } else if sure.saturating_add(open) < of.n {
        Truth::False
    } else {
        Truth::Unknown
    };
    watch.leave(Possible::from_truth(truth));
    truth
}

fn by_case<W: Watch>(case: &Case, ask: Asked<'_>, watch: &mut W) -> Truth {
    watch.enter(Node::Any);
    let mut met: Option<Truth> = None;
    for branch in &case.of {
        let when = branch.when.eval(ask, watch);
        if when.is_false() {
            continue;
        }
        let then = branch.then.eval(ask, watch);
        if when.is_true() {
            met = Some(then);
            break;
        }
        met = Some(met.map_or(then, |met| met.union(then)));
    }
    let truth = met.unwrap_or(Truth::Unknown);
    watch.leave(Possible::from_truth(truth));
    truth
}

/// Tells the watch of a leaf, its change days having been told already.
fn tell<W: Watch>(truth: Truth, watch: &mut W, evidence: impl FnOnce() -> Evidence, source: Option<&Source>) -> Truth {
    watch.leaf(truth, || (evidence(), source.cloned().into_iter().collect()));
    truth
}

fn age_leaf<W: Watch>(age: &Age, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let row = ask.facts.person_row(person);
    let born = row.and_then(|row| row.birth);
    let (mut truth, mut bounds) = (Truth::True, [None, None]);
    for (slot, (bound, is_max)) in bounds.iter_mut().zip([(&age.min, false), (&age.max, true)]) {
        let Some(value) = bound else { continue };
        let Some(years) = value.get(ask.at, ask.unit(), ask.facts, watch) else {
            truth = truth.and(Truth::Unknown);
            continue;
        };
        *slot = Some(years);
        let Some(born) = born else {
            truth = truth.and(Truth::Unknown);
            continue;
        };
        // Not over n years: until the day before the birthday n + 1.
        let years = if is_max { years.saturating_add(1) } else { years };
        let birthday = Window::new(reached(born.first(), years), reached(born.last(), years));
        let Ok(birthday) = birthday else { continue };
        watch.change(birthday.first());
        watch.change(birthday.last());
        let old_enough = birthday.is_on_or_before(Window::exact(ask.at.day));
        truth = truth.and(if is_max { !old_enough } else { old_enough });
    }
    if born.is_none_or(|born| born.exact().is_none()) {
        watch.missing(|| Missing::OfPerson { fact: PersonFact::Birth, person });
    }
    let [min, max] = bounds;
    tell(truth, watch, || Evidence::Age { person, born, on: ask.at.day, min, max }, row.and_then(|row| row.source.as_ref()))
}

fn sex<W: Watch>(needed: Sex, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let row = ask.facts.person_row(person);
    let found = row.and_then(|row| row.sex);
    if found.is_none() {
        watch.missing(|| Missing::OfPerson { fact: PersonFact::Sex, person });
    }
    let truth = found.map_or(Truth::Unknown, |found| Truth::from(found == needed));
    tell(truth, watch, || Evidence::Sex { person, found, needed }, row.and_then(|row| row.source.as_ref()))
}

/// A person's standing in the Party on a day: whether a member, and whether a full one.
fn standing<W: Watch>(person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> (Truth, Truth) {
    let facts = ask.facts;
    let (mut member, mut full) = (Truth::False, Truth::False);
    for row in facts.groups().party.pick(person.position(), &facts.facts().party_memberships) {
        watch.span(row.span, ask.at);
        let covers = row.span.covers(ask.at.day, ask.at.horizon);
        let seen_probationary = row.probationary_on.is_some_and(|seen| ask.at.known() <= seen);
        if let Some(seen) = row.probationary_on.and_then(|seen| seen.succ_opt()) {
            watch.change(seen);
        }
        let became = match row.full_from {
            Some(day) => {
                watch.change(day.first());
                watch.change(day.last());
                day.window().is_on_or_before(Window::exact(ask.at.day))
            }
            None if seen_probationary => Truth::False,
            None => Truth::Unknown,
        };
        member = member.or(covers);
        full = full.or(covers.and(became));
    }
    if !member.is_true() && !absent(person, ask, watch) {
        member = member.or(Truth::Unknown);
        full = full.or(Truth::Unknown);
    }
    (member, full)
}

/// Whether it is known that no membership in the Party is missing from the register.
fn absent<W: Watch>(person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> bool {
    let facts = ask.facts;
    let said = facts.groups().not_party.pick(person.position(), &facts.facts().not_party_members).any(|row| {
        if let Some(next) = row.as_of.succ_opt().filter(|_| row.as_of < ask.at.horizon) {
            watch.change(next);
        }
        ask.at.known() <= row.as_of
    });
    said || facts.person_complete(List::PartyMembers, person, ask.at.known())
}

fn party<W: Watch>(needed: PartyStanding, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let (member, full) = standing(person, ask, watch);
    let truth = match needed {
        PartyStanding::None => !member,
        PartyStanding::Any => member,
        PartyStanding::Full => full,
        PartyStanding::Probationary => member.and(!full),
    };
    let found = match (member, full) {
        (Truth::False, _) => Some(PartyStanding::None),
        (Truth::True, Truth::True) => Some(PartyStanding::Full),
        (Truth::True, Truth::False) => Some(PartyStanding::Probationary),
        _ => None,
    };
    if truth.is_unknown() {
        let fact = if member.is_true() { PersonFact::FullMemberDay } else { PersonFact::PartyStanding };
        watch.missing(|| Missing::OfPerson { fact, person });
    }
    tell(truth, watch, || Evidence::Party { person, found, needed, on: ask.at.day }, party_source(person, ask.facts))
}

fn party_source(person: PersonIdx, facts: &Register) -> Option<&Source> {
    facts.groups().party.pick(person.position(), &facts.facts().party_memberships).find_map(|row| row.source.as_ref())
}

fn seniority<W: Watch>(needed: &AtLeastPeriod, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let period = needed.min.get(ask.at, ask.unit(), facts, watch);
    let mut full_from = None;
    let mut truth = Truth::False;
    for row in facts.groups().party.pick(person.position(), &facts.facts().party_memberships) {
        watch.span(row.span, ask.at);
        let covers = row.span.covers(ask.at.day, ask.at.horizon);
        let seen_probationary = row.probationary_on.is_some_and(|seen| ask.at.known() <= seen);
        if let Some(next) = row.probationary_on.and_then(|seen| seen.succ_opt()) {
            watch.change(next);
        }
        let long_enough = match (row.full_from, period) {
            (Some(day), Some(period)) => {
                full_from = Some(day);
                let reached = period.after_window(day.window());
                watch.change(reached.first());
                watch.change(reached.last());
                reached.is_on_or_before(Window::exact(ask.at.day))
            }
            (None, _) if seen_probationary => Truth::False,
            (full, None) => {
                full_from = full;
                Truth::Unknown
            }
            (None, Some(_)) => Truth::Unknown,
        };
        truth = truth.or(covers.and(long_enough));
    }
    if !truth.is_true() && !absent(person, ask, watch) {
        truth = truth.or(Truth::Unknown);
    }
    if truth.is_unknown() {
        watch.missing(|| Missing::OfPerson { fact: PersonFact::FullMemberDay, person });
    }
    let on = ask.at.day;
    tell(truth, watch, || Evidence::Seniority { person, full_from, needed: period, on }, party_source(person, facts))
}

/// Whether any of these spans covers the day; the first that does or may.
fn any_span<'a, W: Watch>(
    rows: impl Iterator<Item = (FactSpan, Option<&'a Source>)>,
    ask: Asked<'_>,
    watch: &mut W,
) -> (Truth, Option<FactSpan>, Option<&'a Source>) {
    let (mut truth, mut found, mut source) = (Truth::False, None, None);
    for (span, from) in rows {
        watch.span(span, ask.at);
        let covers = span.covers(ask.at.day, ask.at.horizon);
        if truth < covers || found.is_none() {
            (found, source) = (Some(span), from);
        }
        truth = truth.or(covers);
    }
    (truth, found, source)
}

fn member<W: Watch>(person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let Some(unit) = ask.unit() else { return Truth::Unknown };
    is_member(person, unit, ask, watch)
}

/// Whether a person is a member of a cooperative on the day.
pub(crate) fn is_member<W: Watch>(person: PersonIdx, unit: UnitIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let id = facts.unit_row(unit).map(|row| &row.id);
    let rows = facts
        .groups()
        .memberships
        .pick(person.position(), &facts.facts().memberships)
        .filter(|row| Some(&row.unit) == id)
        .map(|row| (row.span, row.source.as_ref()));
    let (mut truth, span, source) = any_span(rows, ask, watch);
    if !truth.is_true() && !facts.unit_complete(List::Members, unit, ask.at.known()) {
        truth = truth.or(Truth::Unknown);
    }
    if truth.is_unknown() {
        if span.is_some() {
            watch.missing(|| Missing::OfPerson { fact: PersonFact::Membership, person });
        } else {
            watch.missing(|| Missing::ListOfUnit { list: List::Members, unit, day: ask.at.known() });
        }
    }
    tell(truth, watch, || Evidence::Member { person, unit, span, on: ask.at.day }, source)
}

fn household<W: Watch>(person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let Some(unit) = ask.unit() else { return Truth::Unknown };
    let rows = facts
        .groups()
        .statuses
        .pick(person.position(), &facts.facts().statuses)
        .filter(|row| row.kind == StatusKind::HouseholdRegistration)
        .filter(|row| row.unit.as_ref().and_then(|id| facts.unit(id)).is_some_and(|of| facts.upward(of).any(|up| up == unit) || facts.upward(unit).any(|up| up == of)))
        .map(|row| (row.span, row.source.as_ref()));
    let (mut truth, span, source) = any_span(rows, ask, watch);
    if !truth.is_true() && !facts.person_complete(List::Households, person, ask.at.known()) {
        truth = truth.or(Truth::Unknown);
    }
    if truth.is_unknown() {
        watch.missing(|| Missing::ListOfPerson { list: List::Households, circle: None, person, day: ask.at.known() });
    }
    tell(truth, watch, || Evidence::Household { person, unit, span, on: ask.at.day }, source)
}

fn capacity<W: Watch>(bounds: Capacity, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let (truth, born, limited) = has_capacity(bounds, person, ask, watch);
    let source = ask.facts.person_row(person).and_then(|row| row.source.as_ref());
    tell(truth, watch, || Evidence::Capacity { person, born, limited, on: ask.at.day }, source)
}

/// Full civil capacity: adult without a finding, or deemed capable by own labor income.
fn has_capacity<W: Watch>(
    bounds: Capacity,
    person: PersonIdx,
    ask: Asked<'_>,
    watch: &mut W,
) -> (Truth, Option<PartialDate>, Option<FactSpan>) {
    let facts = ask.facts;
    let born = facts.person_row(person).and_then(|row| row.birth);
    let mut aged = |years: u32| match born {
        None => Truth::Unknown,
        Some(born) => {
            let (first, last) = (reached(born.first(), years), reached(born.last(), years));
            watch.change(first);
            watch.change(last);
            Window::new(first, last).map_or(Truth::Unknown, |day| day.is_on_or_before(Window::exact(ask.at.day)))
        }
    };
    let (adult, near_adult) = (aged(bounds.adult), aged(bounds.own_labor));
    let of = |kind: StatusKind| {
        facts
            .groups()
            .statuses
            .pick(person.position(), &facts.facts().statuses)
            .filter(move |row| row.kind == kind)
            .map(|row| (row.span, row.source.as_ref()))
    };
    let (found, limited, _) = any_span(of(StatusKind::CapacityLimited), ask, watch);
    let complete = facts.person_complete(List::Capacity, person, ask.at.known());
    let limited_truth = if found.is_true() || complete { found } else { found.or(Truth::Unknown) };
    let (own, _, _) = any_span(of(StatusKind::OwnLaborIncome), ask, watch);
    let (not_own, _, _) = any_span(of(StatusKind::NoOwnLaborIncome), ask, watch);
    let own_labor = if own.is_true() {
        Truth::True
    } else if not_own.is_true() {
        Truth::False
    } else {
        Truth::Unknown
    };
    let truth = adult.and(!limited_truth).or((!adult).and(near_adult).and(own_labor));
    if truth.is_unknown() {
        if adult.is_unknown() || near_adult.is_unknown() {
            watch.missing(|| Missing::OfPerson { fact: PersonFact::Birth, person });
        } else if adult.is_true() {
            watch.missing(|| Missing::ListOfPerson { list: List::Capacity, circle: None, person, day: ask.at.known() });
        } else {
            watch.missing(|| Missing::OfPerson { fact: PersonFact::OwnLabor, person });
        }
    }
    (truth, born, limited)
}

fn schooling<W: Watch>(needed: &AtLeastSchooling, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let row = ask.facts.person_row(person);
    let found = row.and_then(|row| row.schooling);
    let needed = needed.min.get(ask.at, ask.unit(), ask.facts, watch);
    if found.is_none() {
        watch.missing(|| Missing::OfPerson { fact: PersonFact::Schooling, person });
    }
    let truth = match (found, needed) {
        (Some(found), Some(needed)) => Truth::from(needed <= found),
        _ => Truth::Unknown,
    };
    tell(truth, watch, || Evidence::Schooling { person, found, needed }, row.and_then(|row| row.source.as_ref()))
}

/// Whether `other` lies within the reach of `unit`.
pub(crate) fn reaches(reach: Reach, unit: UnitIdx, other: UnitIdx, facts: &Register) -> bool {
    match reach {
        Reach::Anywhere => true,
        Reach::Unit => unit == other,
        Reach::Village => {
            let village = village_of(unit, facts);
            village.is_some() && village == village_of(other, facts)
        }
    }
}

/// The village or community of a unit: itself, or the one above it.
pub(crate) fn village_of(unit: UnitIdx, facts: &Register) -> Option<UnitIdx> {
    facts.upward(unit).find(|&unit| {
        facts
            .unit_row(unit)
            .is_some_and(|row| matches!(row.kind, UnitKind::Village | UnitKind::Community | UnitKind::Park))
    })
}

fn holds_leaf<W: Watch>(holds: &Holds, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let (mut truth, mut found, mut source) = (Truth::False, None, None);
    for &row in facts.groups().holdings_of_person.of(person.position()) {
        let Some(held) = usize::try_from(row).ok().and_then(|row| facts.held().get(row)) else { continue };
        let inside = ask.unit().is_none_or(|unit| reaches(holds.inside, unit, held.unit, facts));
        if !holds.posts.contains(&held.post) || !inside {
            continue;
        }
        watch.span(held.span, ask.at);
        let covers = held.span.covers(ask.at.day, ask.at.horizon);
        if truth < covers || found.is_none() {
            found = Some((held.post, held.unit, held.span));
            source = usize::try_from(row).ok().and_then(|row| facts.holdings().get(row)).and_then(|row| row.source.as_ref());
        }
        truth = truth.or(covers);
    }
    if !truth.is_true() && !facts.person_complete(List::Roster, person, ask.at.known()) {
        truth = truth.or(Truth::Unknown);
    }
    if truth.is_unknown() {
        watch.missing(|| match found {
            Some(_) => Missing::OfPerson { fact: PersonFact::PostEnds, person },
            None => Missing::ListOfPerson { list: List::Roster, circle: None, person, day: ask.at.known() },
        });
    }
    tell(truth, watch, || Evidence::Holds { person, posts: holds.posts.clone(), found, on: ask.at.day }, source)
}

/// The days on which the effect of a record begins.
fn starts(row: &crate::facts::Record) -> Option<PartialDate> {
    if row.kind.list() == List::PartySanctions { row.approved } else { row.decided.or(row.approved) }
}

fn record_leaf<W: Watch>(record: &HasRecord, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let on = Window::exact(ask.at.day);
    let period = match &record.look_back {
        LookBack::Within(value) | LookBack::AfterRestored(value) => {
            Some(value.get(ask.at, ask.unit(), facts, watch))
        }
        LookBack::ForLife | LookBack::UntilRestored => None,
    };
    let (mut truth, mut found, mut source) = (Truth::False, None, None);
    for row in facts
        .groups()
        .records
        .pick(person.position(), &facts.facts().records)
        .filter(|row| record.of.contains(&row.kind))
    {
        let began = match starts(row) {
            None => Truth::Unknown,
            Some(day) => {
                watch.change(day.first());
                watch.change(day.last());
                day.window().is_on_or_before(on)
            }
        };
        let over = over(row, record, period, on, watch);
        let reaches = began.and(!over);
        if truth < reaches || found.is_none() {
            found = Some((row.kind, starts(row), row.restored));
            source = row.source.as_ref();
        }
        truth = truth.or(reaches);
    }
    let mut open = None;
    if !truth.is_true() {
        open = record
            .of
            .iter()
            .map(|kind| kind.list())
            .find(|list| !facts.person_complete(*list, person, ask.at.known()));
        if open.is_some() {
            truth = truth.or(Truth::Unknown);
        }
    }
    if truth.is_unknown() {
        watch.missing(|| match open {
            Some(list) => Missing::ListOfPerson { list, circle: None, person, day: ask.at.known() },
            None => Missing::OfPerson { fact: PersonFact::RecordDay, person },
        });
    }
    let evidence = || Evidence::Record {
        person,
        of: record.of.clone(),
        look_back: match period {
            Some(Some(period)) => match &record.look_back {
                LookBack::AfterRestored(_) => LookBack::AfterRestored(Value::Literal(period)),
                _ => LookBack::Within(Value::Literal(period)),
            },
            _ => record.look_back.clone(),
        },
        found,
        on: ask.at.day,
    };
    tell(truth, watch, evidence, source)
}

/// Whether the effect of a record is over by the day: on the corresponding day it is.
fn over<W: Watch>(
    row: &crate::facts::Record,
    record: &HasRecord,
    period: Option<Option<Period>>,
    on: Window,
    watch: &mut W,
) -> Truth {
    let mut by = |end: Window| {
        watch.change(end.first());
        watch.change(end.last());
        end.is_on_or_before(on)
    };
    match &record.look_back {
        LookBack::ForLife => Truth::False,
        LookBack::UntilRestored => row.restored.map_or(Truth::Unknown, |day| by(day.window())),
        LookBack::Within(_) => match (starts(row), period.flatten()) {
            (Some(day), Some(period)) => by(period.after_window(day.window())),
            _ => Truth::Unknown,
        },
        LookBack::AfterRestored(_) => match (row.restored, period.flatten()) {
            (Some(day), Some(period)) => by(period.after_window(day.window())),
            _ => Truth::Unknown,
        },
    }
}

/// Whether two persons stand in a circle on the day, by a recorded tie or the completeness of one of them.
pub(crate) fn kin<W: Watch>(a: PersonIdx, b: PersonIdx, circle: Circle, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let affinity = crate::facts::kin::Affinity::Wide;
    facts.kin().edges(a, b, circle, affinity, ask.at.horizon, &mut |day| watch.change(day));
    let found = facts.kin().between(a, b, circle, affinity, ask.at.day, ask.at.horizon);
    let known = ask.at.known();
    let closed = circle == Circle::SamePerson
        || facts.kin_complete(a, circle, known)
        || facts.kin_complete(b, circle, known);
    let truth = if found.truth.is_true() || closed { found.truth } else { found.truth.or(Truth::Unknown) };
    if truth.is_unknown() {
        if closed {
            watch.missing(|| Missing::OfPerson { fact: PersonFact::KinDates, person: a });
        } else {
            let (a, b) = (a.min(b), a.max(b));
            for person in [a, b] {
                watch.missing(|| Missing::ListOfPerson { list: List::Kin, circle: Some(circle), person, day: known });
            }
        }
    }
    watch.leaf(truth, || {
        let sources = found.path.iter().flat_map(|path| path.rows()).filter_map(|row| {
            facts.facts().kin.get(usize::try_from(row).ok()?)?.source.clone()
        });
        let sources = sources.collect();
        (Evidence::Kin { a, b, circle, path: found.path.clone(), on: ask.at.day }, sources)
    });
    truth
}

fn kin_of<W: Watch>(of: &KinOf, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let circle = of.circle.get(ask.at, ask.unit(), facts, watch);
    watch.enter(Node::Any);
    let mut truth = if circle.is_some() { Truth::False } else { Truth::Unknown };
    if let (Some(unit), Some(circle)) = (ask.unit(), circle) {
        for held in facts.held().iter().filter(|held| held.person != person && of.posts.contains(&held.post)) {
            if !reaches(of.inside, unit, held.unit, facts) {
                continue;
            }
            watch.span(held.span, ask.at);
            let sits = held.span.covers(ask.at.day, ask.at.horizon);
            if !sits.is_false() {
                truth = truth.or(sits.and(kin(person, held.person, circle, ask, watch)));
            }
        }
        if !truth.is_true() && !facts.unit_complete(List::Roster, unit, ask.at.known()) {
            truth = truth.or(Truth::Unknown);
            watch.missing(|| Missing::ListOfUnit { list: List::Roster, unit, day: ask.at.known() });
        }
    }
    watch.leave(Possible::from_truth(truth));
    truth
}

fn trained_leaf<W: Watch>(trained: &Trained, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let needed = trained.hours_min.get(ask.at, ask.unit(), facts, watch);
    let within = trained.within.get(ask.at, ask.unit(), facts, watch);
    let since = within.map_or(ask.at.day, |within| within.before(ask.at.day));
    let (mut low, mut high) = (0_u32, 0_u32);
    for row in facts.groups().trainings.pick(person.position(), &facts.facts().trainings) {
        if let Some(within) = within {
            for day in [row.day.first(), row.day.last()] {
                watch.change(day);
                let ends = within.after(day);
                watch.change(ends);
                if let Some(next) = ends.succ_opt() {
                    watch.change(next);
                }
            }
        }
        let Ok(window) = Window::new(since, ask.at.day) else { continue };
        let sure = window.contains(row.day.first()) && window.contains(row.day.last());
        let may = row.day.first() <= ask.at.day && since <= row.day.last();
        let hours = row.hours.unwrap_or(0);
        if sure {
            low = low.saturating_add(hours);
        }
        if may {
            high = high.saturating_add(row.hours.unwrap_or(u32::MAX));
        }
    }
    let complete = facts.person_complete(List::Training, person, ask.at.known());
    let hours = Range { low, high: complete.then_some(high) };
    let truth = match needed {
        Some(needed) if within.is_some() => at_least_truth(hours, needed),
        _ => Truth::Unknown,
    };
    if truth.is_unknown() && needed.is_some() {
        watch.missing(|| Missing::ListOfPerson { list: List::Training, circle: None, person, day: ask.at.known() });
    }
    tell(truth, watch, || Evidence::Trained { person, hours, needed, since, on: ask.at.day }, None)
}

/// Whether a number in a range is at least `needed`.
pub(crate) fn at_least_truth(found: Range, needed: u32) -> Truth {
    if needed <= found.low {
        Truth::True
    } else if found.high.is_some_and(|high| high < needed) {
        Truth::False
    } else {
        Truth::Unknown
    }
}

fn appraised_leaf<W: Watch>(appraised: &Appraised, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    // The grade of a year is known from the first day of the next one on.
    let year = ask.at.day.year().saturating_sub(1);
    let last = facts
        .groups()
        .appraisals
        .pick(person.position(), &facts.facts().appraisals)
        .filter(|row| row.year <= year)
        .max_by_key(|row| row.year);
    for row in facts.groups().appraisals.pick(person.position(), &facts.facts().appraisals) {
        if let Some(day) = NaiveDate::from_ymd_opt(row.year.saturating_add(1), 1, 1) {
            watch.change(day);
        }
    }
    let complete = facts.person_complete(List::Appraisals, person, ask.at.known());
    let found = last.and_then(|row| Some((row.year, row.grade?)));
    let truth = match found {
        Some((of, grade)) if complete || of == year => Truth::from(appraised.grades.contains(&grade)),
        None if complete && last.is_none() => Truth::False,
        _ => Truth::Unknown,
    };
    if truth.is_unknown() {
        watch.missing(|| Missing::OfPerson { fact: PersonFact::AppraisalGrade, person });
    }
    let grades = appraised.grades.clone();
    tell(truth, watch, || Evidence::Appraised { person, grades, found }, last.and_then(|row| row.source.as_ref()))
}

fn enrolled<W: Watch>(program: &Key, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let rows = facts
        .groups()
        .enrollments
        .pick(person.position(), &facts.facts().enrollments)
        .filter(|row| row.program == *program)
        .map(|row| (row.span, row.source.as_ref()));
    let (mut truth, span, source) = any_span(rows, ask, watch);
    if !truth.is_true() && !facts.person_complete(List::Enrollment, person, ask.at.known()) {
        truth = truth.or(Truth::Unknown);
    }
    if truth.is_unknown() {
        watch.missing(|| match span {
            Some(_) => Missing::OfPerson { fact: PersonFact::EnrollmentDay, person },
            None => Missing::ListOfPerson { list: List::Enrollment, circle: None, person, day: ask.at.known() },
        });
    }
    let program = program.clone();
    tell(truth, watch, || Evidence::Enrolled { person, program, span, on: ask.at.day }, source)
}

fn custom_leaf<W: Watch>(custom: &Custom, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let mut found = None;
    let mut truth = Truth::Unknown;
    for row in facts
        .groups()
        .customs
        .pick(person.position(), &facts.facts().customs)
        .filter(|row| row.column == custom.column)
    {
        watch.span(row.span, ask.at);
        if row.span.covers(ask.at.day, ask.at.horizon).is_true() {
            found = Some(row.value.clone());
            truth = Truth::from(row.value == custom.is);
        }
    }
    if truth.is_unknown() {
        watch.missing(|| Missing::OfPerson { fact: PersonFact::Custom, person });
    }
    let (column, needed) = (custom.column.clone(), custom.is.clone());
    tell(truth, watch, || Evidence::Custom { person, column, found, needed }, None)
}

fn clause_leaf<W: Watch>(key: &Key, ask: Asked<'_>, watch: &mut W) -> Truth {
    let Some(unit) = ask.unit() else { return Truth::Unknown };
    let found = clause(ask.at, unit, key, ask.facts, watch);
    let says = found.as_deref().and_then(<bool as super::FromClause>::from_clause);
    let truth = match says {
        Some(says) => Truth::from(says),
        // A charter known in full that is silent does not say so.
        None if ask.facts.unit_complete(List::Charter, unit, ask.at.known()) && found.is_none() => Truth::False,
        None => Truth::Unknown,
    };
    if truth.is_unknown() {
        watch.missing(|| Missing::Clause { unit, key: key.clone() });
    }
    tell(truth, watch, || Evidence::Clause { unit, key: key.clone(), found }, None)
}

fn unit_leaf<W: Watch>(kinds: &[UnitKind], ask: Asked<'_>, watch: &mut W) -> Truth {
    let Some(unit) = ask.unit() else { return Truth::Unknown };
    let Some(row) = ask.facts.unit_row(unit) else { return Truth::Unknown };
    let truth = Truth::from(kinds.contains(&row.kind));
    tell(
        truth,
        watch,
        || Evidence::UnitIs { unit, found: row.kind, needed: kinds.to_vec() },
        row.source.as_ref(),
    )
}

fn word<W: Watch>(set: TermSet, of: &[Key], ask: Asked<'_>, watch: &mut W) -> Truth {
    let Subject::Act(act) = ask.subject else { return Truth::Unknown };
    let Ok(position) = usize::try_from(*act) else { return Truth::Unknown };
    let (Some(row), Some(case)) = (ask.facts.facts().acts.get(position), ask.facts.act_case(position)) else {
        return Truth::Unknown;
    };
    let (found, fact) = match set {
        TermSet::Matter => (row.matter.as_ref(), ActFact::Matter),
        _ => (row.actor.as_ref(), ActFact::Actor),
    };
    if found.is_none() {
        watch.missing(|| Missing::OfAct { fact, case, stage: row.stage.clone() });
    }
    let truth = found.map_or(Truth::Unknown, |found| Truth::from(of.contains(found)));
    let evidence = || Evidence::Word {
        set,
        case,
        stage: row.stage.clone(),
        found: found.cloned(),
        needed: of.to_vec(),
        refused: false,
    };
    tell(truth, watch, evidence, row.source.as_ref())
}

fn continued<W: Watch>(needed: bool, ask: Asked<'_>, watch: &mut W) -> Truth {
    let Some(seat) = ask.subject.seat() else { return Truth::Unknown };
    let found = seat.continued;
    if found.is_none() {
        watch.missing(|| Missing::OfPerson { fact: PersonFact::Continued, person: seat.person });
    }
    let truth = found.map_or(Truth::Unknown, |found| Truth::from(found == needed));
    let source = seat.holding.and_then(|row| ask.facts.holding_row(row)).and_then(|row| row.source.as_ref());
    tell(truth, watch, || Evidence::Continued { person: seat.person, post: seat.post, found }, source)
}

fn basis<W: Watch>(needed: &[Basis], ask: Asked<'_>, watch: &mut W) -> Truth {
    let Some(seat) = ask.subject.seat() else { return Truth::Unknown };
    let found = seat.basis;
    if found.is_none() {
        watch.missing(|| Missing::OfPerson { fact: PersonFact::Basis, person: seat.person });
    }
    let truth = found.map_or(Truth::Unknown, |found| Truth::from(needed.contains(&found)));
    let source = seat.holding.and_then(|row| ask.facts.holding_row(row)).and_then(|row| row.source.as_ref());
    let needed = needed.to_vec();
    tell(truth, watch, || Evidence::Basis { person: seat.person, post: seat.post, found, needed }, source)
}

/// Whether an act of this stage was done by the day about the subject's person and unit.
fn done<W: Watch>(stage: &Key, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let Some(unit) = ask.unit() else { return Truth::Unknown };
    let person = ask.person.and_then(|person| facts.person_row(person)).map(|row| &row.id);
    let (mut truth, mut day, mut source) = (Truth::False, None, None);
    for row in facts
        .groups()
        .acts_of_unit
        .pick(unit.position(), &facts.facts().acts)
        .filter(|row| row.stage == *stage && row.about.as_ref().is_none_or(|about| Some(about) == person))
    {
        let by = match row.day {
            None => Truth::Unknown,
            Some(day) => {
                watch.change(day.first());
                watch.change(day.last());
                day.window().is_on_or_before(Window::exact(ask.at.day))
            }
        };
        if truth < by || source.is_none() {
            (day, source) = (row.day, row.source.as_ref());
        }
        truth = truth.or(by);
    }
    if !truth.is_true() && !facts.unit_complete(List::Acts, unit, ask.at.known()) {
        truth = truth.or(Truth::Unknown);
    }
    if truth.is_unknown() {
        watch.missing(|| Missing::ListOfUnit { list: List::Acts, unit, day: ask.at.known() });
    }
    tell(truth, watch, || Evidence::Done { stage: stage.clone(), day, found: !truth.is_false() }, source)
}

/// The end of a span as a window, for the checks on lengths.
pub(crate) fn ended(span: FactSpan) -> Option<Window> {
    match span.end {
        SpanEnd::Ended(day) => Some(day.window()),
        _ => None,
    }
}

impl Criterion {
    /// The words of the open vocabulary this node names, branches left out.
    pub(crate) fn keys(&self) -> Vec<(TermSet, &Key)> {
        match self {
            Self::Enrolled(key) => vec![(TermSet::Program, key)],
            Self::Clause(key) => vec![(TermSet::Clause, key)],
            Self::Done(key) => vec![(TermSet::Stage, key)],
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

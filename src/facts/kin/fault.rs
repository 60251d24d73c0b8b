//! 联系之间的矛盾 — ties that cannot be true, by themselves or beside earlier ones.

use super::circle::{Affinity, stated};
use super::links::{Admitted, Class, beginning};
use super::{PersonIdx, Tie};
use crate::vocab::{Circle, FactSpan, MIN_DAY, PartialDate, Relation, SpanEnd, Truth};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// 矛盾 — why a tie is set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A person tied to itself.
    SelfTie { row: u32 },
    /// A parent link that makes someone their own ancestor.
    OwnAncestor { row: u32 },
    /// A third birth parent.
    TooManyParents { row: u32 },
    /// A marriage that certainly overlaps another of one of the two.
    TwoSpouses { row: u32 },
    /// A child certainly born before its birth parent.
    BornBeforeParent { row: u32 },
    /// The pair is stated not to be related, and tied as near relatives, on one day.
    DeniedAndRecorded { row: u32 },
}

/// The words for a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Says {
    zh: &'static str,
    en: &'static str,
}

impl Says {
    /// In Chinese.
    pub(crate) const fn zh(self) -> &'static str {
        self.zh
    }

    /// In English.
    pub(crate) const fn en(self) -> &'static str {
        self.en
    }
}

impl Fault {
    /// The row of the table of kin to set aside.
    pub(crate) const fn row(self) -> u32 {
        match self {
            Self::SelfTie { row }
            | Self::OwnAncestor { row }
            | Self::TooManyParents { row }
            | Self::TwoSpouses { row }
            | Self::BornBeforeParent { row }
            | Self::DeniedAndRecorded { row } => row,
        }
    }

    /// What is wrong and what would be right.
    pub(crate) const fn says(self) -> Says {
        let (zh, en) = match self {
            Self::SelfTie { .. } => {
                ("本人不能是自己的亲属；应为两个不同的人", "nobody is their own relative; should name two persons")
            }
            Self::OwnAncestor { .. } => (
                "与其他行合起来，有人成了自己的祖先；应核对父母子女的方向",
                "with other rows someone becomes their own ancestor; check which of the two is the parent",
            ),
            Self::TooManyParents { .. } => (
                "生父母多于两人；多出的应为养父母或继父母",
                "more than two birth parents; the others should be adoptive or step-parents",
            ),
            Self::TwoSpouses { .. } => (
                "与另一段婚姻时间重叠；应填写前一段婚姻的结束日期",
                "overlaps another marriage; should give the day on which the earlier one ended",
            ),
            Self::BornBeforeParent { .. } => (
                "子女的出生日期早于父母；应核对出生日期和父母子女的方向",
                "the child was born before the parent; check the days of birth and which of the two is the parent",
            ),
            Self::DeniedAndRecorded { .. } => (
                "同一时间既记为无亲属关系，又记为近亲属；应只保留一项",
                "recorded both as not related and as near relatives at one time; only one can stand",
            ),
        };
        Says { zh, en }
    }
}

/// The ties that can stand, circles of parents aside, and the faults of the others; both in order.
pub(super) fn admit(births: &[Option<PartialDate>], ties: &[Tie]) -> (Vec<Admitted>, Vec<Fault>) {
    let mut rules = Rules::new(births, ties);
    let mut admitted = Vec::with_capacity(ties.len());
    let mut faults = Vec::new();
    let known = |person: PersonIdx| person.position() < births.len();
    for tie in ties.iter().filter(|tie| known(tie.a) && known(tie.b)) {
        let span = rules.in_force(tie);
        match rules.fault(tie, span) {
            Some(fault) => faults.push(fault),
            None => admitted.push(Admitted {
                a: tie.a,
                b: tie.b,
                relation: tie.relation,
                span,
                from: tie.span.from,
                half: tie.half,
                row: tie.row,
            }),
        }
    }
    (admitted, faults)
}

/// What the ties taken so far rule out.
struct Rules<'b> {
    births: &'b [Option<PartialDate>],
    adopted: Vec<bool>,
    /// How many marriages are recorded of a person, to look closer only at those with several.
    marriages: Vec<u32>,
    parents: Vec<[Option<PersonIdx>; 2]>,
    /// Pairs of which a denial is recorded.
    denied: BTreeSet<(PersonIdx, PersonIdx)>,
    spouses: Claims<PersonIdx, PersonIdx>,
    statements: Claims<(PersonIdx, PersonIdx), bool>,
}

impl<'b> Rules<'b> {
    fn new(births: &'b [Option<PartialDate>], ties: &[Tie]) -> Self {
        let mut adopted = vec![false; births.len()];
        let mut marriages = vec![0_u32; births.len()];
        let mut denied = BTreeSet::new();
        for tie in ties {
            if let Some(slot) = adopted_child(tie).and_then(|child| adopted.get_mut(child.position())) {
                *slot = true;
            }
            if tie.relation == Relation::Spouse {
                for person in [tie.a, tie.b] {
                    if let Some(slot) = marriages.get_mut(person.position()) {
                        *slot = slot.saturating_add(1);
                    }
                }
            }
            if tie.relation == Relation::NotRelated {
                denied.insert(pair(tie));
            }
        }
        Self {
            births,
            adopted,
            marriages,
            parents: vec![[None; 2]; births.len()],
            denied,
            spouses: Claims::default(),
            statements: Claims::default(),
        }
    }

    /// When the tie is in force, read by its kind, but for adoption.
    fn in_force(&self, tie: &Tie) -> FactSpan {
        let birth_of = |person: PersonIdx| self.births.get(person.position()).copied().flatten();
        let from = if let Some((child, _)) = birth_link(tie) {
            birth_of(child).or(tie.span.from)
        } else if is_stated_blood(tie.relation) && !self.is_adopted(tie.a) && !self.is_adopted(tie.b) {
            // The later birth; of two that overlap the one that can be later, whose window holds the later of both.
            let born = [birth_of(tie.a), birth_of(tie.b)].into_iter().flatten().max_by_key(|born| born.last());
            tie.span.from.or(born)
        } else {
            return tie.span;
        };
        let end = match tie.span.end {
            ended @ SpanEnd::Ended(_) => ended,
            SpanEnd::SeenRunning(_) | SpanEnd::Never => SpanEnd::Never,
        };
        FactSpan { from: from.or_else(|| PartialDate::try_from(MIN_DAY).ok()), end }
    }

    /// What is wrong with the tie; where nothing is, it counts from now on.
    fn fault(&mut self, tie: &Tie, span: FactSpan) -> Option<Fault> {
        let row = tie.row;
        if tie.a == tie.b {
            return Some(Fault::SelfTie { row });
        }
        let birth = birth_link(tie);
        if let Some((child, parent)) = birth {
            if self.is_born_before(child, parent) {
                return Some(Fault::BornBeforeParent { row });
            }
            if !self.parents.get(child.position())?.iter().any(|slot| slot.is_none_or(|known| known == parent)) {
                return Some(Fault::TooManyParents { row });
            }
        }
        let sure = sure(span);
        let marriage = sure.filter(|_| tie.relation == Relation::Spouse && self.has_several_marriages(tie));
        if let Some(sure) = marriage
            && (self.spouses.excludes(tie.a, sure, tie.b) || self.spouses.excludes(tie.b, sure, tie.a))
        {
            return Some(Fault::TwoSpouses { row });
        }
        let denies = tie.relation == Relation::NotRelated;
        // An adopted child is no longer related to its birth parents, CC 1111(2): a denial may be right.
        let severed = birth.is_some_and(|(child, _)| self.is_adopted(child));
        let speaks = denies || (is_near(tie.relation) && !severed);
        let statement = sure.filter(|_| speaks && self.denied.contains(&pair(tie)));
        if let Some(sure) = statement
            && self.statements.excludes(pair(tie), sure, denies)
        {
            return Some(Fault::DeniedAndRecorded { row });
        }
        if let Some((child, parent)) = birth
            && let Some(slots) = self.parents.get_mut(child.position())
            && !slots.contains(&Some(parent))
            && let Some(slot) = slots.iter_mut().find(|slot| slot.is_none())
        {
            *slot = Some(parent);
        }
        if let Some(sure) = marriage {
            self.spouses.add(tie.a, sure, tie.b);
            self.spouses.add(tie.b, sure, tie.a);
        }
        if let Some(sure) = statement {
            self.statements.add(pair(tie), sure, denies);
        }
        None
    }

    fn is_born_before(&self, child: PersonIdx, parent: PersonIdx) -> bool {
        let born = |person: PersonIdx| self.births.get(person.position()).copied().flatten();
        matches!((born(child), born(parent)), (Some(child), Some(parent)) if child.last() < parent.first())
    }

    fn is_adopted(&self, person: PersonIdx) -> bool {
        self.adopted.get(person.position()).copied().unwrap_or(false)
    }

    fn has_several_marriages(&self, tie: &Tie) -> bool {
        let several = |person: PersonIdx| self.marriages.get(person.position()).is_some_and(|&count| 1 < count);
        several(tie.a) || several(tie.b)
    }
}

/// Days, from the first until the first after the last.
type Days = (NaiveDate, NaiveDate);

/// What is certainly so on which days, one value at a time under each key.
struct Claims<K, V>(BTreeMap<(K, NaiveDate), (NaiveDate, V)>);

impl<K, V> Default for Claims<K, V> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Copy + Ord, V: Copy + Eq> Claims<K, V> {
    /// Whether another value is claimed on any of the days.
    fn excludes(&self, key: K, days: Days, value: V) -> bool {
        self.meeting(key, days).any(|(_, _, other)| other != value)
    }

    /// Claims the days, which exclude no other value; claims of one value that meet become one.
    fn add(&mut self, key: K, days: Days, value: V) {
        let (mut from, mut until) = days;
        let met: Vec<Days> = self.meeting(key, days).map(|(start, end, _)| (start, end)).collect();
        for (start, end) in met {
            self.0.remove(&(key, start));
            (from, until) = (from.min(start), until.max(end));
        }
        self.0.insert((key, from), (until, value));
    }

    /// The claims on any of the days, the last first. Claims never overlap, so none further back can meet them.
    fn meeting(&self, key: K, (from, until): Days) -> impl Iterator<Item = (NaiveDate, NaiveDate, V)> {
        let earlier = self.0.range((key, NaiveDate::MIN)..(key, until)).rev();
        earlier.map(|(&(_, start), &(end, value))| (start, end, value)).take_while(move |&(_, end, _)| from < end)
    }
}

/// The days on which the fact held whatever the partial dates stand for.
fn sure(span: FactSpan) -> Option<Days> {
    let (_, from) = beginning(span);
    let until = match span.end {
        SpanEnd::Ended(end) => end.first(),
        SpanEnd::SeenRunning(seen) => seen.succ_opt()?,
        SpanEnd::Never => NaiveDate::MAX,
    };
    (from < until).then_some((from, until))
}

/// Child and parent of a birth tie.
fn birth_link(tie: &Tie) -> Option<(PersonIdx, PersonIdx)> {
    if tie.relation == Relation::Parent {
        Some((tie.a, tie.b))
    } else if tie.relation == Relation::Child {
        Some((tie.b, tie.a))
    } else {
        None
    }
}

fn adopted_child(tie: &Tie) -> Option<PersonIdx> {
    if tie.relation == Relation::AdoptiveParent {
        Some(tie.a)
    } else if tie.relation == Relation::AdoptedChild {
        Some(tie.b)
    } else {
        None
    }
}

fn pair(tie: &Tie) -> (PersonIdx, PersonIdx) {
    (tie.a.min(tie.b), tie.a.max(tie.b))
}

/// Whether the relation is a statement of a degree by blood, which begins with birth and does not end by itself.
fn is_stated_blood(relation: Relation) -> bool {
    matches!(
        relation,
        Relation::Sibling
            | Relation::Grandparent
            | Relation::Grandchild
            | Relation::GreatGrandparent
            | Relation::GreatGrandchild
            | Relation::UncleOrAunt
            | Relation::NephewOrNiece
            | Relation::Cousin
    )
}

/// Whether the relation makes near relatives (CC 1045(2)).
fn is_near(relation: Relation) -> bool {
    match Class::of(relation) {
        Class::Up | Class::Down | Class::Spouse => true,
        Class::Said => stated(relation, Circle::NearRelatives, Affinity::Narrow) == Truth::True,
        Class::Denied => false,
    }
}

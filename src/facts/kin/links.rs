//! 联系 — the ties of each person as links to others, and on which days a link is in force.

use super::super::index::Grouped;
use super::PersonIdx;
use crate::vocab::{FactSpan, PartialDate, Relation, SpanEnd, Truth};
use chrono::NaiveDate;

/// What a link leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// A parent by birth or adoption.
    Up,
    /// A child by birth or adoption.
    Down,
    /// A spouse.
    Spouse,
    /// Someone of whom a statement is recorded; step links are among them, since nothing is composed through them.
    Said,
    /// Someone stated not to be related.
    Denied,
}

impl Class {
    pub(super) const fn of(relation: Relation) -> Self {
        match relation {
            Relation::Parent | Relation::AdoptiveParent => Self::Up,
            Relation::Child | Relation::AdoptedChild => Self::Down,
            Relation::Spouse => Self::Spouse,
            Relation::StepParent
            | Relation::StepChild
            | Relation::Sibling
            | Relation::Grandparent
            | Relation::Grandchild
            | Relation::GreatGrandparent
            | Relation::GreatGrandchild
            | Relation::UncleOrAunt
            | Relation::NephewOrNiece
            | Relation::Cousin
            | Relation::ParentInLaw
            | Relation::ChildInLaw
            | Relation::SiblingInLaw
            | Relation::ChildsParentInLaw => Self::Said,
            Relation::NotRelated => Self::Denied,
        }
    }
}

/// A tie that goes into the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Admitted {
    pub(super) a: PersonIdx,
    pub(super) b: PersonIdx,
    pub(super) relation: Relation,
    /// When it is in force, read by its kind, but for adoption.
    pub(super) span: FactSpan,
    /// The beginning as recorded.
    pub(super) from: Option<PartialDate>,
    pub(super) half: Option<bool>,
    pub(super) row: u32,
}

/// A link from the person under whom it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) to: PersonIdx,
    pub(super) relation: Relation,
    tie: u32,
}

/// A step along a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hop {
    pub(super) from: PersonIdx,
    pub(super) to: PersonIdx,
    pub(super) relation: Relation,
    tie: u32,
}

impl Link {
    /// The step along the link.
    pub(super) const fn hop(self, from: PersonIdx) -> Hop {
        Hop { from, to: self.to, relation: self.relation, tie: self.tie }
    }
}

impl Hop {
    /// The step back.
    pub(super) const fn back(self) -> Self {
        Self { from: self.to, to: self.from, relation: self.relation.inverse(), tie: self.tie }
    }
}

/// The links of every person, from least to greatest of class, person and tie.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Links {
    starts: Vec<usize>,
    all: Vec<Link>,
    ties: Vec<Admitted>,
}

impl Links {
    /// Keeps each tie under both of its persons; denials under none.
    pub(super) fn new(persons: usize, admitted: &[Admitted]) -> Self {
        let ends = |tie: &Admitted| match Class::of(tie.relation) {
            Class::Up | Class::Down | Class::Spouse | Class::Said => [tie.a, tie.b].map(|end| Some(end.position())),
            Class::Denied => [None, None],
        };
        let grouped = Grouped::new(persons, admitted.iter().flat_map(ends));
        let mut starts = Vec::with_capacity(persons.saturating_add(1));
        let mut links = Vec::with_capacity(admitted.len().saturating_mul(2));
        starts.push(0);
        for person in 0..persons {
            let start = links.len();
            links.extend(grouped.of(person).iter().filter_map(|&end| {
                let tie = end.checked_div(2)?;
                let held = admitted.get(usize::try_from(tie).ok()?)?;
                let first = end.is_multiple_of(2);
                let (to, relation) = if first { (held.b, held.relation) } else { (held.a, held.relation.inverse()) };
                Some(Link { to, relation, tie })
            }));
            if let Some(own) = links.get_mut(start..) {
                own.sort_unstable_by_key(|link| (Class::of(link.relation), link.to, link.tie));
            }
            starts.push(links.len());
        }
        Self { starts, all: links, ties: admitted.to_vec() }
    }

    /// The links of a person.
    pub(super) fn of(&self, person: PersonIdx) -> &[Link] {
        let at = person.position();
        let start = self.starts.get(at).copied().unwrap_or(0);
        let end = at.checked_add(1).and_then(|next| self.starts.get(next)).copied().unwrap_or(start);
        self.all.get(start..end).unwrap_or(&[])
    }

    /// The tie a step rests on.
    pub(super) fn tie(&self, hop: Hop) -> Option<&Admitted> {
        self.recorded(hop.tie)
    }

    /// Whether the link is in force on the day.
    pub(super) fn holds(&self, hop: Hop, day: NaiveDate, horizon: NaiveDate) -> Truth {
        let Some(tie) = self.tie(hop) else { return Truth::False };
        let held = tie.span.covers(day, horizon);
        let Some((child, parent)) = birth(hop) else { return held };
        self.adoptions(child).fold(held, |held, (adopter, adoption)| {
            if held.is_false() { held } else { held.and(!self.severs(adopter, adoption, parent, tie, day, horizon)) }
        })
    }

    /// Reports every day on which [`Links::holds`] can differ from the day before.
    pub(super) fn edges(&self, hop: Hop, horizon: NaiveDate, found: &mut impl FnMut(NaiveDate)) {
        let Some(tie) = self.tie(hop) else { return };
        tie.span.edges(horizon).into_iter().flatten().for_each(&mut *found);
        let Some((child, _)) = birth(hop) else { return };
        for (_, adoption) in self.adoptions(child) {
            adoption.span.edges(horizon).into_iter().flatten().for_each(&mut *found);
        }
    }

    /// For each person the least person joined by any ties.
    pub(super) fn families(&self) -> Vec<u32> {
        let persons = u32::try_from(self.starts.len().saturating_sub(1)).unwrap_or(u32::MAX);
        let mut heads: Vec<u32> = (0..persons).collect();
        for tie in &self.ties {
            if Class::of(tie.relation) == Class::Denied {
                continue;
            }
            let (one, other) = (head(&mut heads, tie.a.0), head(&mut heads, tie.b.0));
            if let Some(slot) = heads.get_mut(PersonIdx(one.max(other)).position()) {
                *slot = one.min(other);
            }
        }
        (0..persons).map(|person| head(&mut heads, person)).collect()
    }

    fn recorded(&self, tie: u32) -> Option<&Admitted> {
        self.ties.get(usize::try_from(tie).ok()?)
    }

    /// The adoptions of a child, with who adopted.
    fn adoptions(&self, child: PersonIdx) -> impl Iterator<Item = (PersonIdx, &Admitted)> {
        let parents = self.of(child).iter().take_while(|link| Class::of(link.relation) == Class::Up);
        let adopters = parents.filter(|link| link.relation == Relation::AdoptiveParent);
        adopters.filter_map(|link| Some((link.to, self.recorded(link.tie)?)))
    }

    /// Whether an adoption keeps a birth link off on the day (CC 1111(2), 1117).
    fn severs(
        &self,
        adopter: PersonIdx,
        adoption: &Admitted,
        parent: PersonIdx,
        birth: &Admitted,
        day: NaiveDate,
        horizon: NaiveDate,
    ) -> Truth {
        let (first, last) = beginning(adoption.span);
        let off = match (adoption.span.covers(day, horizon), adoption.span.end) {
            (off @ (Truth::True | Truth::Unknown), _) => off,
            (Truth::False, _) if day < first => Truth::False,
            (Truth::False, SpanEnd::Ended(end)) if birth.from.is_some_and(|again| end.last() <= again.first()) => {
                Truth::False
            }
            (Truth::False, SpanEnd::Ended(_) | SpanEnd::SeenRunning(_) | SpanEnd::Never) => Truth::Unknown,
        };
        if off.is_false() {
            return off;
        }
        if adopter == parent {
            return Truth::False;
        }
        let marriages = self.of(adopter).iter().filter(|link| link.to == parent && link.relation == Relation::Spouse);
        let married = marriages
            .filter_map(|link| self.recorded(link.tie))
            .fold(Truth::False, |married, marriage| married.or(throughout(marriage.span, first, last, horizon)));
        off.and(!married)
    }
}

/// Child and parent of a birth link.
fn birth(hop: Hop) -> Option<(PersonIdx, PersonIdx)> {
    if hop.relation == Relation::Parent {
        Some((hop.from, hop.to))
    } else if hop.relation == Relation::Child {
        Some((hop.to, hop.from))
    } else {
        None
    }
}

/// The first and the last day on which the fact can have begun.
pub(super) fn beginning(span: FactSpan) -> (NaiveDate, NaiveDate) {
    let [first, last, ..] = span.edges(NaiveDate::MAX);
    (first.unwrap_or(NaiveDate::MIN), last.unwrap_or(NaiveDate::MAX))
}

/// Whether the fact held on a day of which it is only known that it lies in `first..=last`.
fn throughout(span: FactSpan, first: NaiveDate, last: NaiveDate, horizon: NaiveDate) -> Truth {
    let began_later = last < beginning(span).0;
    let ended = matches!(span.end, SpanEnd::Ended(end) if end.last() <= first);
    if began_later || ended {
        return Truth::False;
    }
    // What holds on both days holds between them.
    let both = span.covers(first, horizon).and(span.covers(last, horizon));
    if both.is_true() || first == last { both } else { Truth::Unknown }
}

/// The least person of those joined with this one so far; shortens the way there.
pub(super) fn head(heads: &mut [u32], person: u32) -> u32 {
    let mut at = person;
    while let Some(&up) = heads.get(PersonIdx(at).position())
        && up != at
    {
        let over = heads.get(PersonIdx(up).position()).copied().unwrap_or(up);
        if let Some(slot) = heads.get_mut(PersonIdx(at).position()) {
            *slot = over;
        }
        at = over;
    }
    at
}

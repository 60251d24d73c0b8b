//! 亲属路径 — the recorded steps from one person to another, and what they amount to.

use super::PersonIdx;
use super::links::Class;
use crate::vocab::Relation;

/// 亲属路径 — how one person is related to another; empty for the person itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct KinPath {
    /// The steps, in order.
    pub steps: Vec<KinStep>,
}

/// 一步 — a recorded tie, walked from one of its persons to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct KinStep {
    /// The person the step starts from.
    pub from: PersonIdx,
    /// The person it leads to.
    pub to: PersonIdx,
    /// What `to` is to `from`.
    pub relation: Relation,
    /// 半血缘 — for a stated sibling, whether one parent only is shared, where recorded.
    pub half: Option<bool>,
    /// The row of the table of kin.
    pub row: u32,
}

/// 亲等 — steps up to the common ancestor of a path and down from there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Degree {
    /// Parent steps up from the first person.
    pub up: u32,
    /// Child steps down to the second person.
    pub down: u32,
}

impl Degree {
    /// 代 — generations with oneself as the first: the longer side plus one.
    pub fn generations(self) -> u32 {
        self.up.max(self.down).saturating_add(1)
    }

    /// 是否三代以内旁系 — whether the pair is collateral within three generations: both sides one or two steps.
    pub fn is_collateral_within_three(self) -> bool {
        (1..=2).contains(&self.up) && (1..=2).contains(&self.down)
    }
}

impl KinPath {
    /// The rows of the table of kin the path rests on.
    pub fn rows(&self) -> Vec<u32> {
        self.steps.iter().map(|step| step.row).collect()
    }

    /// The steps, in order.
    pub fn steps(&self) -> &[KinStep] {
        &self.steps
    }

    /// 称谓 — what the last person is to the first, where there is a word for it. None for the person itself, and for
    /// such as the spouse of a cousin.
    pub fn relation(&self) -> Option<Relation> {
        use Class::{Down, Said, Spouse, Up};
        if let [step] = self.steps.as_slice() {
            return Some(step.relation);
        }
        let said_sibling = self.steps.iter().all(|step| match Class::of(step.relation) {
            Said | Class::Denied => step.relation == Relation::Sibling,
            Up | Down | Spouse => true,
        });
        let classes: Vec<Class> = self.steps.iter().map(|step| Class::of(step.relation)).collect();
        match classes.as_slice() {
            [Up, Up] => Some(Relation::Grandparent),
            [Down, Down] => Some(Relation::Grandchild),
            [Up, Up, Up] => Some(Relation::GreatGrandparent),
            [Down, Down, Down] => Some(Relation::GreatGrandchild),
            [Up, Down] => Some(Relation::Sibling),
            [Up, Up, Down] => Some(Relation::UncleOrAunt),
            [Up, Down, Down] => Some(Relation::NephewOrNiece),
            [Up, Up, Down, Down] => Some(Relation::Cousin),
            [Spouse, Up] => Some(Relation::ParentInLaw),
            [Down, Spouse] => Some(Relation::ChildInLaw),
            [Down, Spouse, Up] => Some(Relation::ChildsParentInLaw),
            [Spouse, Up, Down] | [Up, Down, Spouse] | [Spouse, Up, Down, Spouse] => Some(Relation::SiblingInLaw),
            [Spouse, Said] | [Said, Spouse] | [Spouse, Said, Spouse] if said_sibling => Some(Relation::SiblingInLaw),
            _ => None,
        }
    }

    /// 亲等 — the degree of blood relatives, by the common ancestor the path runs through; none for relatives by
    /// marriage and step links. The path of an answer is the shortest there is, so the ancestor is the nearest.
    pub fn degree(&self) -> Option<Degree> {
        if let [step] = self.steps.as_slice()
            && let Some((up, down)) = word(step.relation)
        {
            return Some(Degree { up, down });
        }
        let up = self.steps.iter().take_while(|step| Class::of(step.relation) == Class::Up).count();
        let down = self.steps.iter().skip(up).take_while(|step| Class::of(step.relation) == Class::Down).count();
        if up.saturating_add(down) != self.steps.len() {
            return None;
        }
        Some(Degree { up: u32::try_from(up).ok()?, down: u32::try_from(down).ok()? })
    }
}

/// Steps up and down that a stated word stands for.
const fn word(relation: Relation) -> Option<(u32, u32)> {
    match relation {
        Relation::Parent | Relation::AdoptiveParent => Some((1, 0)),
        Relation::Child | Relation::AdoptedChild => Some((0, 1)),
        Relation::Sibling => Some((1, 1)),
        Relation::Grandparent => Some((2, 0)),
        Relation::Grandchild => Some((0, 2)),
        Relation::GreatGrandparent => Some((3, 0)),
        Relation::GreatGrandchild => Some((0, 3)),
        Relation::UncleOrAunt => Some((2, 1)),
        Relation::NephewOrNiece => Some((1, 2)),
        Relation::Cousin => Some((2, 2)),
        Relation::Spouse
        | Relation::StepParent
        | Relation::StepChild
        | Relation::ParentInLaw
        | Relation::ChildInLaw
        | Relation::SiblingInLaw
        | Relation::ChildsParentInLaw
        | Relation::NotRelated => None,
    }
}

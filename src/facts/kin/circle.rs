//! 亲属范围 — which ways through the recorded links lie in which circle, and which stated words do.

use super::links::Class;
use crate::vocab::{Circle, Relation, Truth};
use serde::{Deserialize, Serialize};

/// 近姻亲口径 — how far close affinity reaches in the civil servants' circle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Affinity {
    /// 宽 — the list of the civil servants' recusal rules: also the spouses of collateral relatives within three
    /// generations, and of the spouse's siblings.
    Wide,
    /// 窄 — the list of the supervision organs' recusal rules: the spouse's parents and siblings, the child's spouse and
    /// that spouse's parents.
    Narrow,
}

/// One step of a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Move {
    /// To a parent by birth or adoption.
    Up,
    /// To a child by birth or adoption.
    Down,
    /// To a spouse.
    Spouse,
    /// To a stated sibling.
    SaidSibling,
    /// To a stated sibling, uncle, aunt, nephew, niece or first cousin.
    SaidCollateral,
}

use Move::{Down as D, SaidCollateral as C, SaidSibling as B, Spouse as S, Up as U};

// INVARIANT: in each list no way is longer than the next, and the reverse of every way is in it too.
const CLOSE: &[&[Move]] = &[&[S], &[U], &[D], &[U, D]];
const NEAR: &[&[Move]] = &[&[S], &[U], &[D], &[U, D], &[U, U], &[D, D]];
const NARROW: &[&[Move]] = &[
    &[S],
    &[U],
    &[D],
    &[U, D],
    &[U, U],
    &[D, D],
    &[S, U],
    &[D, S],
    &[S, B],
    &[B, S],
    &[U, U, U],
    &[D, D, D],
    &[U, U, D],
    &[U, D, D],
    &[S, U, D],
    &[U, D, S],
    &[D, S, U],
    &[U, U, D, D],
];
const WIDE: &[&[Move]] = &[
    &[S],
    &[U],
    &[D],
    &[U, D],
    &[U, U],
    &[D, D],
    &[S, U],
    &[D, S],
    &[S, C],
    &[C, S],
    &[U, U, U],
    &[D, D, D],
    &[U, U, D],
    &[U, D, D],
    &[S, U, D],
    &[U, D, S],
    &[D, S, U],
    &[S, B, S],
    &[U, U, D, D],
    &[S, U, D, S],
    &[S, U, U, D],
    &[S, U, D, D],
    &[U, U, D, S],
    &[U, D, D, S],
    &[S, U, U, D, D],
    &[U, U, D, D, S],
];

impl Move {
    /// The step taken backwards.
    pub(super) const fn reversed(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Down => Self::Up,
            Self::Spouse | Self::SaidSibling | Self::SaidCollateral => self,
        }
    }

    /// Whether the step leads along a link of this kind.
    pub(super) fn takes(self, relation: Relation) -> bool {
        match self {
            Self::Up => Class::of(relation) == Class::Up,
            Self::Down => Class::of(relation) == Class::Down,
            Self::Spouse => relation == Relation::Spouse,
            Self::SaidSibling => relation == Relation::Sibling,
            Self::SaidCollateral => matches!(
                relation,
                Relation::Sibling | Relation::UncleOrAunt | Relation::NephewOrNiece | Relation::Cousin
            ),
        }
    }
}

/// The ways that lie in a circle, the shorter first; lineal ways of more than three steps are not among them.
pub(super) const fn ways(circle: Circle, affinity: Affinity) -> &'static [&'static [Move]] {
    match (circle, affinity) {
        (Circle::SamePerson, _) => &[],
        (Circle::SpouseParentChildSibling, _) => CLOSE,
        (Circle::NearRelatives, _) => NEAR,
        (Circle::CivilServiceScope, Affinity::Narrow) => NARROW,
        (Circle::CivilServiceScope, Affinity::Wide) => WIDE,
    }
}

/// Whether a stated word lies in a circle. Links are walked, so for them this is false.
pub(super) const fn stated(relation: Relation, circle: Circle, affinity: Affinity) -> Truth {
    let least = match relation {
        Relation::StepParent | Relation::StepChild | Relation::Sibling => Circle::SpouseParentChildSibling,
        Relation::Grandparent | Relation::Grandchild => Circle::NearRelatives,
        Relation::GreatGrandparent
        | Relation::GreatGrandchild
        | Relation::UncleOrAunt
        | Relation::NephewOrNiece
        | Relation::Cousin
        | Relation::ParentInLaw
        | Relation::ChildInLaw
        | Relation::ChildsParentInLaw => Circle::CivilServiceScope,
        Relation::SiblingInLaw => {
            // The word also stands for the spouse of the spouse's sibling (连襟、妯娌), who is outside the narrow list.
            return match (circle, affinity) {
                (Circle::CivilServiceScope, Affinity::Wide) => Truth::True,
                (Circle::CivilServiceScope, Affinity::Narrow) => Truth::Unknown,
                (Circle::SamePerson | Circle::SpouseParentChildSibling | Circle::NearRelatives, _) => Truth::False,
            };
        }
        Relation::Spouse
        | Relation::Parent
        | Relation::Child
        | Relation::AdoptiveParent
        | Relation::AdoptedChild
        | Relation::NotRelated => return Truth::False,
    };
    if circle.contains(least) { Truth::True } else { Truth::False }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CIRCLES: [&[&[Move]]; 4] = [CLOSE, NEAR, NARROW, WIDE];

    #[test]
    fn every_list_is_in_order_of_length_and_read_the_same_from_either_side() {
        for ways in CIRCLES {
            assert!(ways.is_sorted_by_key(|way| way.len()));
            for way in ways {
                let back: Vec<Move> = way.iter().rev().map(|step| step.reversed()).collect();
                assert!(ways.contains(&back.as_slice()), "{way:?}");
            }
        }
    }

    #[test]
    fn every_circle_contains_the_smaller_ones() {
        for pair in CIRCLES.windows(2) {
            for way in pair[0] {
                // A stated sibling is one of the stated collateral relatives.
                let wider: Vec<Move> = way.iter().map(|&step| if step == B { C } else { step }).collect();
                assert!(pair[1].contains(way) || pair[1].contains(&wider.as_slice()), "{way:?}");
            }
        }
        for &relation in Relation::ALL {
            for affinity in [Affinity::Wide, Affinity::Narrow] {
                let truths = Circle::ALL.iter().map(|&circle| stated(relation, circle, affinity));
                assert!(truths.is_sorted(), "{relation}");
            }
        }
    }

    #[test]
    fn a_statement_and_its_inverse_lie_in_the_same_circles() {
        for &relation in Relation::ALL {
            for &circle in Circle::ALL {
                for affinity in [Affinity::Wide, Affinity::Narrow] {
                    assert_eq!(stated(relation, circle, affinity), stated(relation.inverse(), circle, affinity));
                }
            }
        }
    }
}

//! 办理要求 — an act is done by a body that may do it, and its record carries what it must.

use super::{ActFact, At, Evidence, Missing, Node, Subject, Watch};
use crate::facts::Register;
use crate::vocab::{Key, Possible, Rank, TermSet, Truth};

/// 办理要求 — who may do the act, and what its record carries.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ActCheck {
    /// 由谁办理; anybody where empty.
    pub by: Vec<Key>,
    /// 不得由谁办理.
    pub never_by: Vec<Key>,
    /// 不低于的层级.
    pub rank_min: Option<Rank>,
    /// 应有材料.
    pub items: Vec<Key>,
}

impl ActCheck {
    pub(super) fn eval<W: Watch>(&self, at: At, subject: &Subject, facts: &Register, watch: &mut W) -> Possible {
        let Subject::Act(act) = *subject else { return Possible::NOT_APPLICABLE };
        let Ok(position) = usize::try_from(act) else { return Possible::NOT_APPLICABLE };
        let (Some(row), Some(case), Some(unit)) =
            (facts.facts().acts.get(position), facts.act_case(position), facts.act_unit(position))
        else {
            return Possible::NOT_APPLICABLE;
        };
        watch.enter(Node::All);
        let mut truth = Truth::True;
        for (list, refused) in [(&self.by, false), (&self.never_by, true)] {
            if list.is_empty() {
                continue;
            }
            let found = row.actor.as_ref();
            if found.is_none() {
                watch.missing(|| Missing::OfAct { fact: ActFact::Actor, case, stage: row.stage.clone() });
            }
            let one = found.map_or(Truth::Unknown, |found| Truth::from(list.contains(found) != refused));
            watch.leaf(one, || {
                let evidence = Evidence::Word {
                    set: TermSet::Actor,
                    case,
                    stage: row.stage.clone(),
                    found: found.cloned(),
                    needed: list.clone(),
                    refused,
                };
                (evidence, row.source.clone().into_iter().collect())
            });
            truth = truth.and(one);
        }
        if let Some(needed) = self.rank_min {
            let found = row.rank;
            if found.is_none() {
                watch.missing(|| Missing::OfAct { fact: ActFact::Rank, case, stage: row.stage.clone() });
            }
            let one = found.map_or(Truth::Unknown, |found| Truth::from(needed <= found));
            watch.leaf(one, || {
                let evidence = Evidence::Level { case, stage: row.stage.clone(), found, needed };
                (evidence, row.source.clone().into_iter().collect())
            });
            truth = truth.and(one);
        }
        if !self.items.is_empty() {
            let all = self.items.iter().all(|item| row.items.contains(item));
            let complete = facts.case_complete(case, unit, at.horizon);
            let one = match (all, complete) {
                (true, _) => Truth::True,
                (false, true) => Truth::False,
                (false, false) => Truth::Unknown,
            };
            if one.is_unknown() {
                watch.missing(|| Missing::File { case, day: at.horizon });
            }
            watch.leaf(one, || {
                let evidence = Evidence::Items {
                    case,
                    stage: row.stage.clone(),
                    found: row.items.clone(),
                    needed: self.items.clone(),
                };
                (evidence, row.source.clone().into_iter().collect())
            });
            truth = truth.and(one);
        }
        watch.leave(Possible::from_truth(truth));
        Possible::from_truth(truth)
    }
}

//! 检查 — the eight checks under all norms, the criteria they ask, and the one evaluator with its watches. A check holds
//! no facts: it is asked of a subject, on a day, over a register.

mod act;
mod count;
mod criterion;
mod each;
mod evidence;
mod follows;
mod lasts;
mod link;
mod pair;
mod share;
mod subject;
mod value;
mod watch;

pub use act::ActCheck;
pub use count::{Count, CountTest, ShareKind, Tallied};
pub use criterion::{
    Age, Appraised, AtLeast, AtLeastPeriod, AtLeastSchooling, Branch, Capacity, Case, Criterion, Custom, DoneAt,
    HasRecord, HasStatus, Holds, KinOf, LookBack, Named, Place, Reach, Trained, UnitCount,
};
pub(crate) use criterion::{Asked, village_of};
pub use each::{Each, Event, closed_periods};
pub use evidence::*;
pub use follows::{DayCount, Follows, Side, Stage};
pub use lasts::Lasts;
pub use link::Link;
pub use pair::Pair;
pub(crate) use share::base_posts;
pub use subject::{Seat, Subject};
pub use value::{FromClause, Value};
pub use watch::{At, Derivation, Moment, NextChange, Node, Silent, Watch, Why};

use crate::facts::Register;
use crate::vocab::{Key, Possible, TermSet};

/// 检查 — one of the eight things a norm can say.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "the eight checks; another earns its place by serving every watch")]
pub enum Check {
    /// 人: the subject's person, seat or act meets a criterion.
    Person(Criterion),
    /// 数: a tally against a range, a parity or an exact share of a named base.
    Count(Count),
    /// 两职: a tie between two holders is forbidden, or expected.
    Pair(Pair),
    /// 时长: a span is at most, or at least, so long.
    Lasts(Lasts),
    /// 先后: one act comes before or after another, or a walk keeps its order.
    Follows(Follows),
    /// 频次: in each period at least so much.
    Each(Each),
    /// 办理: an act is done by a body that may, and carries what it must.
    Act(ActCheck),
    /// 隶属: a unit is joined to so many units of a kind.
    Link(Link),
}

impl Check {
    /// The words of the open vocabulary the check names, criteria left out.
    pub(crate) fn keys(&self) -> Vec<(TermSet, &Key)> {
        match self {
            Self::Follows(Follows::Beside { stage, .. }) => vec![(TermSet::Stage, stage)],
            Self::Follows(Follows::Path(stages)) => stages.iter().map(|one| (TermSet::Stage, &one.stage)).collect(),
            Self::Each(Each { event: Event::Act { stage, by }, .. }) => {
                by.iter().map(|key| (TermSet::Actor, key)).chain([(TermSet::Stage, stage)]).collect()
            }
            Self::Act(act) => {
                let actors = act.by.iter().chain(&act.never_by).map(|key| (TermSet::Actor, key));
                actors.chain(act.items.iter().map(|key| (TermSet::Item, key))).collect()
            }
            Self::Link(Link::Enrolled { program, .. }) => vec![(TermSet::Program, program)],
            Self::Person(_)
            | Self::Count(_)
            | Self::Pair(_)
            | Self::Lasts(_)
            | Self::Follows(Follows::Trained { .. })
            | Self::Each(_)
            | Self::Link(_) => Vec::new(),
        }
    }

    /// The results still possible for a subject on a day.
    pub(crate) fn eval<W: Watch>(&self, at: At, subject: &Subject, facts: &Register, watch: &mut W) -> Possible {
        match self {
            Self::Person(criterion) => {
                Possible::from_truth(criterion.eval(criterion::Asked::of(at, subject, facts), watch))
            }
            Self::Count(count) => count.eval(at, subject, facts, watch),
            Self::Pair(pair) => pair.eval(at, subject, facts, watch),
            Self::Lasts(lasts) => lasts.eval(at, subject, facts, watch),
            Self::Follows(follows) => follows.eval(at, subject, facts, watch),
            Self::Each(each) => each.eval(at, subject, facts, watch),
            Self::Act(act) => act.eval(at, subject, facts, watch),
            Self::Link(link) => link.eval(at, subject, facts, watch),
        }
    }
}

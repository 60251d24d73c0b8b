//! 观察 — one evaluator, several watches: `Silent` for the sweep over everybody, `Why` for the derivation, `NextChange`
//! for the days on which an answer can next be another one.

use super::{Evidence, Missing};
use crate::facts::Source;
use crate::vocab::{FactSpan, Period, Possible, Truth, Window};
use chrono::NaiveDate;

/// 时点 — when a check is evaluated and up to when the register is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct At {
    /// The day that judges.
    pub day: NaiveDate,
    /// 资料时点 — the day of the review. On later days the facts of that day are taken to stand (a timeline says so).
    pub horizon: NaiveDate,
    /// The moment `day` stands for; a check that reads this moment reads `day`, not the partial date.
    pub bound: Moment,
    /// The part of the beginning of the subject's term that is looked at, where a transition rule splits it.
    pub began: Option<Window>,
    /// The days whose charter counts, where it is not that of `day`: those on which a term began.
    pub charter: Option<Window>,
}

impl At {
    /// A review day.
    pub fn review(day: NaiveDate) -> Self {
        Self { day, horizon: day, bound: Moment::ReviewDay, began: None, charter: None }
    }

    /// The day it is, for what has to have happened by now: the day asked about, or the day of the review when another
    /// moment judges.
    pub fn now(self) -> NaiveDate {
        if self.bound == Moment::ReviewDay { self.day } else { self.horizon }
    }

    /// The day on which the register has to be complete for absence to prove anything about `day`.
    pub fn known(self) -> NaiveDate {
        self.day.min(self.horizon)
    }
}

/// 审查基准日 — the day that judges a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Moment {
    /// 审查日 — the day of the review.
    ReviewDay,
    /// 提名日.
    Nomination,
    /// 选举（当选）日.
    Election,
    /// 任职日 — the day of taking the post.
    Appointment,
    /// 办理日 — the day of the act.
    Act,
    /// 机构产生日 — the day the body was formed.
    Formation,
    /// 周期末日 — the last day of the period.
    PeriodEnd,
}

/// A node of a derivation: what was asked, what came out, and on which facts.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Derivation {
    /// What the node is.
    pub node: Node,
    /// The results still possible at this node.
    pub possible: Possible,
    /// What it rests on, for a leaf.
    pub evidence: Option<Evidence>,
    /// Where the facts were read.
    pub sources: Vec<Source>,
    /// The facts whose absence leaves the node open.
    pub missing: Vec<Missing>,
    /// The branches.
    pub branches: Vec<Derivation>,
}

/// What an inner node of a derivation combines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Node {
    /// The whole: one edition about one subject.
    Whole,
    /// 适用 — whether the norm applies.
    Applies,
    /// 例外 — whether an exception holds.
    Unless,
    /// 要求 — whether what is asked holds.
    Holds,
    /// 全部.
    All,
    /// 任一.
    Any,
    /// 非.
    Not,
    /// 至少若干.
    AtLeast(u32),
    /// A fact compared with what is asked.
    Leaf,
    /// 各种可能 — one branch for each stretch of a partial day, or for each reading of a parameter.
    Alternatives,
}

/// What looks on while a check is evaluated.
pub trait Watch {
    /// Whether the evaluator may stop as soon as the answer is settled.
    const BRIEF: bool;
    /// A node begins.
    fn enter(&mut self, _node: Node) {}
    /// The node that began last ends.
    fn leave(&mut self, _possible: Possible) {}
    /// A fact was compared with what is asked.
    fn leaf(&mut self, _truth: Truth, _tell: impl FnOnce() -> (Evidence, Vec<Source>)) {}
    /// A fact is missing at the leaf told of next.
    fn missing(&mut self, _what: impl FnOnce() -> Missing) {}
    /// The answer may be another one from this day on.
    fn change(&mut self, _day: NaiveDate) {}
    /// What follows is judged on a day that does not move with the day of the review, until told otherwise.
    fn still(&mut self, _still: bool) {}
    /// The answer may change where this span begins or ends.
    fn span(&mut self, _span: FactSpan, _at: At) {}
}

/// Tells the watch of the day from which a moment that moves reaches a day when the period is added to it.
pub(super) fn reaching<W: Watch>(period: Period, target: NaiveDate, watch: &mut W) {
    // The corresponding day earlier is near; clamped month ends are looked at one by one.
    let mut day = period.before(target);
    for _ in 0..8 {
        match day.pred_opt() {
            Some(earlier) if target <= period.after(earlier) => day = earlier,
            _ => break,
        }
    }
    for _ in 0..8 {
        if target <= period.after(day) {
            break;
        }
        day = day.succ_opt().unwrap_or(day);
    }
    watch.change(day);
}

/// Looks on and says nothing.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct Silent;

impl Watch for Silent {
    const BRIEF: bool = true;
}

/// Keeps the first day after `from` on which the answer may change.
#[derive(Debug, Clone, Copy)]
pub struct NextChange {
    from: NaiveDate,
    next: Option<NaiveDate>,
    still: bool,
}

impl NextChange {
    /// Looks for changes after `from`.
    pub fn after(from: NaiveDate) -> Self {
        Self { from, next: None, still: false }
    }

    /// The first of them, if any.
    pub fn next(self) -> Option<NaiveDate> {
        self.next
    }
}

impl Watch for NextChange {
    const BRIEF: bool = true;

    fn change(&mut self, day: NaiveDate) {
        if !self.still && self.from < day && self.next.is_none_or(|next| day < next) {
            self.next = Some(day);
        }
    }

    fn still(&mut self, still: bool) {
        self.still = still;
    }

    fn span(&mut self, span: FactSpan, at: At) {
        for day in span.edges(at.horizon).into_iter().flatten() {
            self.change(day);
        }
    }
}

/// Records the derivation: every node, every fact, every gap.
#[derive(Debug, Default)]
pub struct Why {
    open: Vec<Derivation>,
    missing: Vec<Missing>,
    done: Vec<Derivation>,
}

impl Why {
    /// The gaps told of outside any node.
    pub fn outside(&self) -> Vec<Missing> {
        self.missing.clone()
    }

    /// The derivations recorded so far, in order.
    pub fn finish(self) -> Vec<Derivation> {
        self.done
    }
}

impl Watch for Why {
    const BRIEF: bool = false;

    fn enter(&mut self, node: Node) {
        self.open.push(Derivation {
            node,
            possible: Possible::ALL,
            evidence: None,
            sources: Vec::new(),
            missing: Vec::new(),
            branches: Vec::new(),
        });
    }

    fn leave(&mut self, possible: Possible) {
        if let Some(mut done) = self.open.pop() {
            done.possible = possible;
            // A gap told of outside any leaf belongs to the node that was being evaluated.
            done.missing.append(&mut self.missing);
            match self.open.last_mut() {
                Some(parent) => parent.branches.push(done),
                None => self.done.push(done),
            }
        }
    }

    fn leaf(&mut self, truth: Truth, tell: impl FnOnce() -> (Evidence, Vec<Source>)) {
        let (evidence, sources) = tell();
        let mut missing = std::mem::take(&mut self.missing);
        missing.sort();
        missing.dedup();
        if !truth.is_unknown() {
            missing.clear();
        }
        let leaf = Derivation {
            node: Node::Leaf,
            possible: Possible::from_truth(truth),
            evidence: Some(evidence),
            sources,
            missing,
            branches: Vec::new(),
        };
        match self.open.last_mut() {
            Some(parent) => parent.branches.push(leaf),
            None => self.done.push(leaf),
        }
    }

    fn missing(&mut self, what: impl FnOnce() -> Missing) {
        self.missing.push(what());
    }
}

//! 办理进度 — a walk replayed from the acts of a case, in whatever order they arrived: how far it has come, what each
//! stage's provisions say, what contradicts itself, and what may follow, by whom and by when.

use super::prepare::Prepared;
use super::{Answer, Review, Severity};
use crate::check::{At, Check, DayCount, Follows, Missing, Side, Subject, Watch};
use crate::facts::{Act, CaseIdx};
use crate::rulebook::{Provision, Walk, WalkStage};
use crate::vocab::{CaseId, Key, PartialDate, Truth, Window};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// 办理进度 — how far a case has come on a walk.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Progress<'a> {
    /// The walk.
    pub walk: &'a Walk,
    /// The case.
    pub case: CaseIdx,
    /// The day of the review; acts dated later are left out.
    pub day: NaiveDate,
    /// 已办环节, by day; undated ones last.
    pub steps: Vec<Step<'a>>,
    /// 所到环节 — the stages that may be the last one reached, in the order of the walk; none where nothing is done.
    pub reached: Vec<&'a Key>,
    /// What the provisions of the walk say of the case as a whole.
    pub answers: Vec<Answer<'a>>,
    /// 相互矛盾的记录.
    pub conflicts: Vec<Conflict<'a>>,
    /// 流程以外的环节 — acts of the case whose stage is none of the walk.
    pub beside: Vec<Subject>,
    /// 下一环节 — what may follow.
    pub next: Vec<Next<'a>>,
    /// Whether the file of the case is known in full on the day.
    pub complete: bool,
}

/// 已办环节 — an act of a stage.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Step<'a> {
    /// The stage.
    pub stage: &'a WalkStage,
    /// The act.
    pub act: Subject,
    /// The days on which it can have been done.
    pub done: Option<Window>,
    /// 环节衔接 — whether a stage it may follow was done before it.
    pub in_order: Truth,
    /// What the provisions of the stage say of it.
    pub answers: Vec<Answer<'a>>,
}

/// 矛盾 — two records that cannot both stand.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Conflict<'a> {
    /// Two stages of which one stands instead of the other follow one and the same act.
    Fork {
        /// The one.
        one: &'a Key,
        /// The other.
        other: &'a Key,
    },
    /// A stage that is done once stands on record twice, with nothing in between that leads back to it.
    Twice {
        /// The stage.
        stage: &'a Key,
    },
}

/// 下一环节 — a stage that may follow, who acts, and between which days.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Next<'a> {
    /// The stage.
    pub stage: &'a WalkStage,
    /// 最早 — not before this day; a window where the day it counts from is not known to the day.
    pub not_before: Option<Window>,
    /// 最迟 — by this day, the day included.
    pub by: Option<Window>,
    /// The provisions that set these days.
    pub rests_on: Vec<&'a Provision>,
    /// What is not known of these days: parameters nobody has set, clauses of a charter.
    pub missing: BTreeSet<Missing>,
}

impl Progress<'_> {
    /// The most severe of all answers; an act out of order is a breach of the walk only where a provision says so.
    pub fn severity(&self) -> Severity {
        let steps = self.steps.iter().flat_map(|step| &step.answers);
        steps.chain(&self.answers).map(Answer::severity).min().unwrap_or(Severity::Clear)
    }

    /// Whether it is certain which stage was reached last.
    pub fn is_settled(&self) -> bool {
        self.reached.len() < 2 && self.conflicts.is_empty()
    }
}

/// An act of a stage, while the walk is being read.
#[derive(Clone, Copy)]
struct Done<'a> {
    stage: &'a WalkStage,
    position: usize,
    row: &'a Act,
}

impl Done<'_> {
    fn window(&self) -> Option<Window> {
        self.row.day.map(PartialDate::window)
    }

    /// Whether this act was done no later than the other: by the day, and within one day by the recorded order.
    fn is_no_later(&self, other: &Self) -> Truth {
        let (Some(here), Some(there)) = (self.window(), other.window()) else { return Truth::Unknown };
        let one_day = here.is_exact() && here == there;
        match (one_day, self.row.order, other.row.order) {
            (true, Some(first), Some(then)) => Truth::from(first <= then),
            _ => here.is_on_or_before(there),
        }
    }
}

impl<'a> Review<'a> {
    /// How far a case has come on a walk; `None` when the rulebook has no such walk or the register no such case.
    pub fn replay(&self, walk: &Key, case: &CaseId) -> Option<Progress<'a>> {
        let walk = self.rules.walk(walk)?;
        let case = self.facts.case(case)?;
        let unit = Subject::Case(case).unit(self.facts)?;
        let complete = self.facts.case_complete(case, unit, self.day);
        let (done, beside) = self.acts_on(walk, case);
        let steps = done.iter().map(|act| self.step(walk, act, &done, complete)).collect();
        let last: Vec<&Done<'a>> = done.iter().filter(|act| may_be_last(walk, act, &done)).collect();
        let reached: Vec<&Key> = walk
            .stages
            .iter()
            .map(|stage| &stage.stage)
            .filter(|key| last.iter().any(|act| act.stage.stage == **key))
            .collect();
        let answers = walk.guards.iter().filter_map(|id| self.ask(id, &Subject::Case(case))).collect();
        let next = self.next(walk, &done, &last);
        let conflicts = conflicts(walk, &done);
        Some(Progress { walk, case, day: self.day, steps, reached, answers, conflicts, beside, next, complete })
    }

    /// The acts of the case up to the day, by day, and those of no stage of the walk.
    fn acts_on(&self, walk: &'a Walk, case: CaseIdx) -> (Vec<Done<'a>>, Vec<Subject>) {
        let facts = self.facts;
        let (mut done, mut beside) = (Vec::new(), Vec::new());
        for &act in facts.groups().acts_of_case.of(case.position()) {
            let Ok(position) = usize::try_from(act) else { continue };
            let Some(row) = facts.facts().acts.get(position) else { continue };
            if row.day.is_some_and(|day| self.day < day.first()) {
                continue;
            }
            match walk.stage(&row.stage) {
                Some(stage) => done.push(Done { stage, position, row }),
                None => beside.push(Subject::Act(act)),
            }
        }
        done.sort_by_key(|act| (act.row.day.is_none(), act.row.day, act.row.order, act.position));
        (done, beside)
    }

    fn step(&self, walk: &'a Walk, act: &Done<'a>, done: &[Done<'a>], complete: bool) -> Step<'a> {
        let before = walk.before(act.stage);
        let mut in_order = Truth::from(walk.begins_with(act.stage));
        for earlier in done.iter().filter(|one| one.position != act.position && before.contains(&&one.stage.stage)) {
            in_order = in_order.or(earlier.is_no_later(act));
        }
        if !in_order.is_true() && !complete {
            in_order = in_order.or(Truth::Unknown);
        }
        let subject = Subject::Act(u32::try_from(act.position).unwrap_or(u32::MAX));
        let answers = act.stage.guards.iter().filter_map(|id| self.ask(id, &subject)).collect();
        Step { stage: act.stage, act: subject, done: act.window(), in_order, answers }
    }

    /// The stages that may follow what was done last, each with the days provisions set for it.
    fn next(&self, walk: &'a Walk, done: &[Done<'a>], last: &[&Done<'a>]) -> Vec<Next<'a>> {
        let mut found = Vec::new();
        for stage in &walk.stages {
            let before = walk.before(stage);
            let follows = last.iter().any(|act| before.contains(&&act.stage.stage));
            if follows || (done.is_empty() && walk.begins_with(stage)) {
                let mut next =
                    Next { stage, not_before: None, by: None, rests_on: Vec::new(), missing: BTreeSet::new() };
                self.days(walk, &mut next, done);
                found.push(next);
            }
        }
        found
    }

    /// The days that provisions of the walk set for a stage that is not done yet.
    fn days(&self, walk: &'a Walk, next: &mut Next<'a>, done: &[Done<'a>]) {
        let guards = walk.guards.iter().chain(walk.stages.iter().flat_map(|stage| &stage.guards));
        let guards: BTreeSet<_> = guards.collect();
        for prepared in guards.into_iter().filter_map(|id| self.prepared_of(id)) {
            let Some(segment) = prepared.segments.get(prepared.segment_at(self.day)) else { continue };
            let before = (next.not_before, next.by, next.missing.len());
            for check in segment.groups.iter().flat_map(|group| group.variants).map(|variant| &variant.check) {
                self.days_of(prepared, check, next, done);
            }
            if before != (next.not_before, next.by, next.missing.len()) {
                next.rests_on.push(prepared.provision);
            }
        }
    }

    fn days_of(&self, prepared: &Prepared<'a>, check: &Check, next: &mut Next<'a>, done: &[Done<'a>]) {
        match check {
            Check::Follows(Follows::Path(stages)) => {
                for set in stages.iter().filter(|set| set.stage == next.stage.stage) {
                    next.not_before = later(next.not_before, set.not_before.map(Window::exact));
                    next.by = sooner(next.by, set.by_day.map(Window::exact));
                }
            }
            Check::Follows(Follows::Beside { stage, side, at_least, at_most, count }) => {
                // The stage asked about stands on one side of the provision, a stage already done on the other.
                let here = &next.stage.stage;
                let earlier: Vec<&Done<'a>> = match side {
                    Side::After if stage == here => {
                        done.iter().filter(|act| asks(prepared.provision, &act.row.stage)).collect()
                    }
                    Side::Before if asks(prepared.provision, here) => {
                        done.iter().filter(|act| act.row.stage == *stage).collect()
                    }
                    Side::After | Side::Before => return,
                };
                let Some((act, from)) = earlier.last().and_then(|act| Some((act, act.window()?))) else { return };
                let at = At::review(self.day);
                let unit = self.facts.act_unit(act.position);
                let mut gaps = Gaps::default();
                if let Some(least) = at_least {
                    let least = least.get(at, unit, self.facts, &mut gaps);
                    let clear = count.get(at, unit, self.facts, &mut gaps).is_none_or(|count| count == DayCount::Clear);
                    let earliest = least.map(|least| least.after_window(from));
                    let earliest = earliest.map(|window| if clear { next_day(window) } else { window });
                    next.not_before = later(next.not_before, earliest);
                }
                if let Some(most) = at_most {
                    let most = most.get(at, unit, self.facts, &mut gaps);
                    next.by = sooner(next.by, most.map(|most| most.after_window(from)));
                }
                next.missing.extend(gaps.0);
            }
            Check::Follows(Follows::Trained { .. })
            | Check::Person(_)
            | Check::Count(_)
            | Check::Pair(_)
            | Check::Lasts(_)
            | Check::Each(_)
            | Check::Act(_)
            | Check::Link(_) => {}
        }
    }
}

/// A watch that keeps what is missing.
#[derive(Default)]
struct Gaps(BTreeSet<Missing>);

impl Watch for Gaps {
    const BRIEF: bool = true;

    fn missing(&mut self, what: impl FnOnce() -> Missing) {
        self.0.insert(what());
    }
}

/// Whether a provision is asked of acts of a stage.
fn asks(provision: &Provision, stage: &Key) -> bool {
    matches!(&provision.applies_to, crate::rulebook::Scope::Act { stages, .. } if stages.contains(stage))
}

/// The later of two beginnings.
fn later(one: Option<Window>, other: Option<Window>) -> Option<Window> {
    match (one, other) {
        (Some(one), Some(other)) => Window::new(one.first().max(other.first()), one.last().max(other.last())).ok(),
        (one, other) => one.or(other),
    }
}

/// The sooner of two ends.
fn sooner(one: Option<Window>, other: Option<Window>) -> Option<Window> {
    match (one, other) {
        (Some(one), Some(other)) => Window::new(one.first().min(other.first()), one.last().min(other.last())).ok(),
        (one, other) => one.or(other),
    }
}

fn next_day(window: Window) -> Window {
    let after = |day: NaiveDate| day.succ_opt().unwrap_or(day);
    Window::new(after(window.first()), after(window.last())).unwrap_or(window)
}

/// Whether no act on record certainly follows this one along the walk.
fn may_be_last(walk: &Walk, act: &Done<'_>, done: &[Done<'_>]) -> bool {
    !done.iter().any(|one| {
        one.position != act.position
            && walk.before(one.stage).contains(&&act.stage.stage)
            && act.is_no_later(one).is_true()
    })
}

/// Records that cannot both stand.
fn conflicts<'a>(walk: &'a Walk, done: &[Done<'a>]) -> Vec<Conflict<'a>> {
    let mut found = Vec::new();
    for (position, act) in done.iter().enumerate() {
        for other in done.iter().skip(position.saturating_add(1)) {
            let (here, there) = (&act.stage.stage, &other.stage.stage);
            let conflict = if here == there {
                (!act.stage.repeats && !leads_back(walk, act, other, done)).then_some(Conflict::Twice { stage: here })
            } else if act.stage.instead_of.contains(there) || other.stage.instead_of.contains(here) {
                one_source(walk, act, other, done).then_some(Conflict::Fork { one: here, other: there })
            } else {
                None
            };
            found.extend(conflict.filter(|conflict| !found.contains(conflict)));
        }
    }
    found
}

/// Whether a stage the later act may follow can have been done between two acts of one stage.
fn leads_back(walk: &Walk, first: &Done<'_>, second: &Done<'_>, done: &[Done<'_>]) -> bool {
    let before = walk.before(second.stage);
    let between = |one: &Done<'_>| !first.is_no_later(one).is_false() && !one.is_no_later(second).is_false();
    done.iter().any(|one| before.contains(&&one.stage.stage) && between(one))
}

/// Whether two alternatives certainly follow one and the same act: the last before either that both may follow.
fn one_source(walk: &Walk, one: &Done<'_>, other: &Done<'_>, done: &[Done<'_>]) -> bool {
    let shared: Vec<&Key> =
        walk.before(one.stage).into_iter().filter(|key| walk.before(other.stage).contains(key)).collect();
    let source = |of: &Done<'_>| {
        let mut last = None;
        for act in done.iter().filter(|act| shared.contains(&&act.stage.stage)) {
            match act.is_no_later(of) {
                // Acts stand in the order of their days.
                Truth::True => last = Some(act.position),
                Truth::False => {}
                Truth::Unknown => return None,
            }
        }
        last
    };
    source(one).is_some_and(|last| source(other) == Some(last))
}

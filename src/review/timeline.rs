//! 时间线 — an answer as a function of time: evaluated only on the days on which it can change. Days after the day of the
//! review take the facts of that day to stand.

use super::judge::{Judge, Lines, Tag};
use super::{Answer, Eligibility, Review, Severity};
use crate::check::NextChange;
use crate::facts::{PersonIdx, UnitIdx};
use crate::vocab::PostKind;
use chrono::NaiveDate;

/// 时间线.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Timeline<T> {
    /// The stretches, in order, without gaps; neighbors differ.
    pub stretches: Vec<Stretch<T>>,
    /// How many days were evaluated to find them.
    pub evaluations: usize,
}

/// 时段 — the days `from <= day < until` on which the answer is the same.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stretch<T> {
    /// The first day.
    pub from: NaiveDate,
    /// The first day that no longer belongs to it.
    pub until: NaiveDate,
    /// The answer.
    pub answer: T,
}

fn walk<T: PartialEq>(
    from: NaiveDate,
    until: NaiveDate,
    mut on: impl FnMut(NaiveDate, &mut NextChange) -> T,
) -> Timeline<T> {
    let mut timeline = Timeline { stretches: Vec::new(), evaluations: 0 };
    let mut day = from;
    while day < until {
        let mut next = NextChange::after(day);
        let answer = on(day, &mut next);
        timeline.evaluations = timeline.evaluations.saturating_add(1);
        let end = next.next().map_or(until, |next| next.min(until));
        match timeline.stretches.last_mut().filter(|last: &&mut Stretch<T>| last.answer == answer) {
            Some(last) => last.until = end,
            None => timeline.stretches.push(Stretch { from: day, until: end, answer }),
        }
        day = end;
    }
    timeline
}

/// What each level says on a stretch.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Standing {
    /// Level, results still possible, and how it is shown.
    pub lines: Vec<(crate::vocab::Level, crate::vocab::Possible, Severity)>,
}

impl Standing {
    fn of(lines: Lines) -> Self {
        let lines = lines
            .iter()
            .map(|(level, said)| (level, said.possible, Severity::of(said.possible, said.modality)))
            .collect();
        Self { lines }
    }

    /// The most severe line.
    pub fn severity(&self) -> Severity {
        self.lines.iter().map(|(_, _, severity)| *severity).min().unwrap_or(Severity::Clear)
    }
}

impl Review<'_> {
    /// How an answer stands on each day of `from <= day < until`.
    pub fn timeline(&self, answer: &Answer<'_>, from: NaiveDate, until: NaiveDate) -> Timeline<Standing> {
        let Some(prepared) = self.prepared_of(&answer.provision.id) else {
            return Timeline { stretches: Vec::new(), evaluations: 0 };
        };
        let subject = answer.subject;
        walk(from, until, |day, next| {
            let mut judge = Judge { facts: self.facts, horizon: self.day, moving: false, tag: |_: Tag| {} };
            Standing::of(judge.lines(prepared, &subject, day, next))
        })
    }

    /// Whether a person may take a post on each day of `from <= day < until`.
    pub fn eligibility_timeline(
        &self,
        eligibility: &Eligibility<'_>,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Timeline<Severity> {
        let Eligibility { person, unit, post, .. } = *eligibility;
        walk(from, until, |day, next| self.eligible_on(person, unit, post, day, next))
    }

    fn eligible_on(
        &self,
        person: PersonIdx,
        unit: UnitIdx,
        post: PostKind,
        day: NaiveDate,
        next: &mut NextChange,
    ) -> Severity {
        let mut worst = Severity::Clear;
        self.proposals(person, unit, post, day, next, |this, prepared, subject, next| {
            let mut judge = Judge { facts: this.facts, horizon: this.day, moving: true, tag: |_: Tag| {} };
            let lines = judge.lines(prepared, &subject, day, next);
            worst = worst.min(Standing::of(lines).severity());
        });
        worst
    }

    /// The stretches of an eligibility, each with the answers that keep it from being clear on its first day.
    pub fn causes(&self, eligibility: &Eligibility<'_>, timeline: &Timeline<Severity>) -> Vec<Vec<Answer<'_>>> {
        let Eligibility { person, unit, post, .. } = *eligibility;
        timeline
            .stretches
            .iter()
            .map(|stretch| {
                let answers = self.eligibility_on(person, unit, post, stretch.from).answers;
                answers
                    .into_iter()
                    .filter(|answer| answer.severity() == stretch.answer && stretch.answer != Severity::Clear)
                    .collect()
            })
            .collect()
    }
}

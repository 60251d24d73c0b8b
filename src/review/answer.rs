//! 结论 — an answer about one provision and one subject, with everything it rests on.

use super::judge::{Judge, Lines, Tag};
use super::prepare::Prepared;
use crate::check::{Derivation, Missing, Node, Subject, Why};
use crate::facts::{Register, Source};
use crate::rulebook::{Edition, Modality, Provision, Rulebook};
use crate::vocab::{Confidence, Key, Level, Possible, Verdict};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// 轻重 — how an answer is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "the words of every report")]
pub enum Severity {
    /// 不符合 — a breached *must*.
    Breach,
    /// 提醒 — a breached *normally*.
    Reminder,
    /// 待核实 — not settled, and a breach is among what is possible.
    Unsettled,
    /// 备注 — said, never a reminder.
    Remark,
    /// 符合 — no breach is possible.
    Clear,
}

impl Severity {
    /// How what is possible is shown under a modality.
    pub(crate) fn of(possible: Possible, modality: Modality) -> Self {
        if !possible.contains(Possible::BREACHED) || modality == Modality::May {
            Self::Clear
        } else if modality == Modality::Note {
            // What would only be remarked on is not worth asking about while it is open.
            if possible.verdict() == Verdict::Breached { Self::Remark } else { Self::Clear }
        } else if possible.verdict() == Verdict::Undetermined {
            Self::Unsettled
        } else if modality == Modality::Must {
            Self::Breach
        } else {
            Self::Reminder
        }
    }
}

/// 结论 — what every level says about a subject under one provision.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Answer<'a> {
    /// The provision.
    pub provision: &'a Provision,
    /// The subject.
    pub subject: Subject,
    /// The day of the review.
    pub day: NaiveDate,
    /// What each level says; none where it does not apply at all.
    pub lines: Vec<Line<'a>>,
}

/// What the editions of one level, and those that say the same, say about a subject.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Line<'a> {
    /// The level.
    pub level: Level,
    /// The results still possible.
    pub possible: Possible,
    /// How strongly it is asked.
    pub modality: Modality,
    /// The editions, the highest first: each a citation.
    pub editions: Vec<&'a Edition>,
    /// Why, once for each stretch of a partial day and each reading nobody has chosen between.
    pub reasons: Vec<Reason>,
    /// The facts whose absence leaves it open.
    pub missing: Vec<Missing>,
}

/// One evaluation behind a line.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reason {
    /// The day that judged.
    pub day: NaiveDate,
    /// The readings it was evaluated under.
    pub readings: Vec<(Key, String)>,
    /// Whether a transition rule makes it a remark.
    pub remark: bool,
    /// The derivation.
    pub why: Derivation,
}

impl Line<'_> {
    /// How the line is shown.
    pub fn severity(&self) -> Severity {
        Severity::of(self.possible, self.modality)
    }

    /// The weakest confidence among its citations.
    pub fn confidence(&self) -> Option<Confidence> {
        self.editions.iter().map(|edition| edition.source.confidence()).max()
    }

    /// The parameters it rests on.
    pub fn parameters(&self) -> BTreeSet<&Key> {
        self.editions.iter().flat_map(|edition| &edition.parameters).collect()
    }

    /// Where the facts it rests on were read.
    pub fn sources(&self) -> BTreeSet<Source> {
        let mut sources = BTreeSet::new();
        for reason in &self.reasons {
            gather(&reason.why, &mut |node| sources.extend(node.sources.iter().cloned()));
        }
        sources
    }
}

impl Answer<'_> {
    /// The results still possible over all levels, for a caller who wants one set.
    pub fn possible(&self) -> Possible {
        let all = self.lines.iter().map(|line| line.possible).reduce(Possible::union);
        all.unwrap_or(Possible::NOT_APPLICABLE)
    }

    /// The most severe line.
    pub fn severity(&self) -> Severity {
        self.lines.iter().map(Line::severity).min().unwrap_or(Severity::Clear)
    }

    /// Every missing fact of every line.
    pub fn missing(&self) -> BTreeSet<&Missing> {
        self.lines.iter().flat_map(|line| &line.missing).collect()
    }
}

/// Every node of a derivation.
pub(crate) fn gather<'d>(node: &'d Derivation, visit: &mut impl FnMut(&'d Derivation)) {
    visit(node);
    for branch in &node.branches {
        gather(branch, visit);
    }
}

/// The gaps of a derivation that leave it open: those below nodes that are themselves open.
fn gaps(node: &Derivation, into: &mut BTreeSet<Missing>) {
    // A settled branch needs nothing more, whatever was missing inside it.
    if node.possible.is_settled() && node.node != Node::Whole {
        return;
    }
    if node.node == Node::Whole && node.possible.is_settled() {
        return;
    }
    into.extend(node.missing.iter().cloned());
    for branch in &node.branches {
        gaps(branch, into);
    }
}

pub(super) fn answer<'a>(
    prepared: &Prepared<'a>,
    subject: &Subject,
    facts: &Register,
    horizon: NaiveDate,
    day: NaiveDate,
    moving: bool,
    rules: &'a Rulebook,
) -> Answer<'a> {
    let mut tags: Vec<Tag> = Vec::new();
    let mut why = Why::default();
    let mut judge = Judge { facts, horizon, moving, tag: |tag: Tag| tags.push(tag) };
    let lines: Lines = judge.lines(prepared, subject, day, &mut why);
    let outside = why.outside();
    let trees = why.finish();
    let provision = prepared.provision;
    let mut answer = Answer { provision, subject: *subject, day, lines: Vec::new() };
    for (level, said) in lines.iter() {
        let reasons: Vec<Reason> = tags
            .iter()
            .zip(&trees)
            .filter(|(tag, _)| tag.level == level)
            .map(|(tag, tree)| Reason {
                day: tag.day,
                readings: tag.readings.clone(),
                remark: tag.remark,
                why: tree.clone(),
            })
            .collect();
        let mut missing = BTreeSet::new();
        if !said.possible.is_settled() {
            for reason in &reasons {
                gaps(&reason.why, &mut missing);
            }
            missing.extend(outside.iter().cloned());
            missing.extend(undecided(&reasons, rules));
        }
        let editions = provision
            .editions
            .iter()
            .enumerate()
            .filter(|(position, _)| {
                said.editions.checked_shr(u32::try_from(*position).unwrap_or(64)).unwrap_or(0) & 1 == 1
            })
            .map(|(_, edition)| edition)
            .collect();
        answer.lines.push(Line {
            level,
            possible: said.possible,
            modality: said.modality,
            editions,
            reasons,
            missing: missing.into_iter().collect(),
        });
    }
    answer
}

/// The parameters whose readings lead to different results.
fn undecided(reasons: &[Reason], rules: &Rulebook) -> Vec<Missing> {
    let mut names = Vec::new();
    for one in reasons {
        for other in reasons {
            if one.day == other.day && one.why.possible != other.why.possible {
                for ((name, a), (_, b)) in one.readings.iter().zip(&other.readings) {
                    if a != b && rules.parameter(name).is_some() {
                        names.push(Missing::Parameter { name: name.clone() });
                    }
                }
            }
        }
    }
    names
}

//! 计票结果 — who is elected and why, who is not and why: from ballots to counts, and from the counts of a case to its
//! result under the provisions on turnout, majority and order.

use super::{Answer, Review};
use crate::check::Subject;
use crate::facts::{Act, CaseIdx, PersonIdx};
use crate::rulebook::{Modality, Scope};
use crate::vocab::{Base, CaseId, Key, Possible, PostKind, Truth};
use std::collections::{BTreeMap, BTreeSet};

/// 选票统计 — ballots counted. It does not depend on the order of the ballots.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Ballots<C: Ord> {
    /// 收回选票 — all ballots, valid or not.
    pub cast: u32,
    /// 无效票 — ballots that name more than there are seats.
    pub spoilt: u32,
    /// 空白票 — ballots that name nobody.
    pub blank: u32,
    /// 得票 — votes of each candidate.
    pub votes: BTreeMap<C, u32>,
}

/// 计票 — counts ballots. Each names candidates; one named twice on a ballot has one vote of it. A ballot with more names
/// than `seats` is spoilt and gives no votes; it counts as cast.
///
/// ```
/// let ballots = [vec!["甲", "乙"], vec!["乙"], vec!["甲", "乙", "丙"], vec![]];
/// let counted = grassroots::review::count_ballots(ballots, 2);
/// assert_eq!((counted.cast, counted.spoilt, counted.blank), (4, 1, 1));
/// assert_eq!(counted.votes["乙"], 2);
/// ```
pub fn count_ballots<C: Ord, B: IntoIterator<Item = C>>(
    ballots: impl IntoIterator<Item = B>,
    seats: u32,
) -> Ballots<C> {
    let mut counted = Ballots { cast: 0, spoilt: 0, blank: 0, votes: BTreeMap::new() };
    for ballot in ballots {
        counted.cast = counted.cast.saturating_add(1);
        let named: BTreeSet<C> = ballot.into_iter().collect();
        if named.is_empty() {
            counted.blank = counted.blank.saturating_add(1);
        } else if u32::try_from(named.len()).is_ok_and(|named| named <= seats) {
            for name in named {
                let votes = counted.votes.entry(name).or_insert(0_u32);
                *votes = votes.saturating_add(1);
            }
        } else {
            counted.spoilt = counted.spoilt.saturating_add(1);
        }
    }
    counted
}

/// 选举结果 — the result of a case.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Outcome<'a> {
    /// The case.
    pub case: CaseIdx,
    /// 选举有效 — what the provisions on turnout say of the vote.
    pub turnout: Vec<Answer<'a>>,
    /// Whether the vote was enough for an election; open where no provision is known to speak of it.
    pub valid: Truth,
    /// 各职务的结果, by post.
    pub contests: Vec<Contest<'a>>,
}

/// 一项职务的选举 — candidates for one post.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Contest<'a> {
    /// The post; `None` where the acts name none.
    pub post: Option<PostKind>,
    /// 应选名额, as far as recorded.
    pub seats: Option<u32>,
    /// By votes, the most first; those of unknown votes last.
    pub candidates: Vec<Candidate<'a>>,
}

/// 候选人的结果.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Candidate<'a> {
    /// The person.
    pub person: PersonIdx,
    /// The count, as an act of the case.
    pub act: Subject,
    /// 得票.
    pub votes: Option<u32>,
    /// 得票是否足够 — what the provisions on majorities say of the count.
    pub majority: Vec<Answer<'a>>,
    /// 是否当选.
    pub elected: Truth,
    /// Why.
    pub because: Because,
}

/// 当选、未当选的原因.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Because {
    /// 当选: enough votes, and fewer than the seats stand before.
    Enough,
    /// 参加投票人数不足，选举无效.
    NoTurnout,
    /// 得票不足.
    TooFewVotes,
    /// 名额已满: as many as there are seats have more votes.
    Outvoted,
    /// 得票相等: tied for the last seat.
    Tied,
    /// 资料不全: a number is not recorded, or no provision is known.
    Open,
}

/// What answers come to: everything asked by a must satisfied, one breached, or open.
fn met(answers: &[Answer<'_>]) -> Truth {
    let mut found = None;
    for line in answers.iter().flat_map(|answer| &answer.lines).filter(|line| line.modality == Modality::Must) {
        let fits = line.possible.contains(Possible::SATISFIED) || line.possible.contains(Possible::EXCEPTED);
        let truth = match (fits, line.possible.contains(Possible::BREACHED)) {
            (true, false) => Truth::True,
            (false, true) => Truth::False,
            (true, true) => Truth::Unknown,
            (false, false) => continue,
        };
        found = Some(found.map_or(truth, |found: Truth| found.and(truth)));
    }
    found.unwrap_or(Truth::Unknown)
}

impl<'a> Review<'a> {
    /// The result of a case: acts of the stage `vote` say who voted, acts of `count-votes` the votes of each candidate,
    /// an act of `fix-seats` the seats. `None` when the register has no such case.
    pub fn outcome(&self, case: &CaseId) -> Option<Outcome<'a>> {
        let case = self.facts.case(case)?;
        let mut turnout = Vec::new();
        let mut contests: BTreeMap<Option<PostKind>, Contest<'a>> = BTreeMap::new();
        let mut seats: BTreeMap<Option<PostKind>, u32> = BTreeMap::new();
        for &act in self.facts.groups().acts_of_case.of(case.position()) {
            let Some(row) = usize::try_from(act).ok().and_then(|act| self.facts.facts().acts.get(act)) else {
                continue;
            };
            if row.day.is_some_and(|day| self.day < day.first()) {
                continue;
            }
            let subject = Subject::Act(act);
            match row.stage.as_str() {
                "vote" => turnout.extend(self.said_of(&row.stage, &subject)),
                "fix-seats" => {
                    let fixed = row.counts.iter().find(|count| count.base == Some(Base::Seats));
                    seats.extend(fixed.map(|fixed| (row.post, fixed.number)));
                }
                "count-votes" => {
                    let Some(candidate) = self.candidate(row, subject) else { continue };
                    let contest = contests.entry(row.post).or_insert_with(|| Contest {
                        post: row.post,
                        seats: None,
                        candidates: Vec::new(),
                    });
                    contest.candidates.push(candidate);
                }
                _ => {}
            }
        }
        let valid = met(&turnout);
        let mut contests: Vec<Contest<'a>> = contests.into_values().collect();
        for contest in &mut contests {
            contest.seats = seats.get(&contest.post).or_else(|| seats.get(&None)).copied();
            decide(contest, valid);
        }
        Some(Outcome { case, turnout, valid, contests })
    }

    fn candidate(&self, row: &'a Act, act: Subject) -> Option<Candidate<'a>> {
        let person = row.about.as_ref().and_then(|id| self.facts.person(id))?;
        let votes = row.counts.iter().find(|count| count.of == crate::facts::Quantity::Ayes).map(|count| count.number);
        let majority = self.said_of(&row.stage, &act);
        Some(Candidate { person, act, votes, majority, elected: Truth::Unknown, because: Because::Open })
    }

    /// What every provision asked of acts of a stage says of one.
    fn said_of(&self, stage: &Key, act: &Subject) -> Vec<Answer<'a>> {
        let asked = self.prepared.iter().filter(
            |prepared| matches!(&prepared.provision.applies_to, Scope::Act { stages, .. } if stages.contains(stage)),
        );
        let ids: Vec<_> = asked.map(|prepared| &prepared.provision.id).collect();
        ids.into_iter().filter(|id| self.subjects(id).contains(act)).filter_map(|id| self.ask(id, act)).collect()
    }
}

/// Settles a contest: enough votes, in the order of votes, as far as there are seats.
fn decide(contest: &mut Contest<'_>, valid: Truth) {
    let seats = contest.seats;
    let standing: Vec<(Option<u32>, Truth)> =
        contest.candidates.iter().map(|one| (one.votes, met(&one.majority))).collect();
    for (position, candidate) in contest.candidates.iter_mut().enumerate() {
        let Some(&(votes, enough)) = standing.get(position) else { continue };
        let (mut ahead, mut level, mut unclear) = (0_u32, 0_u32, 0_u32);
        for (_, &(theirs, qualified)) in standing.iter().enumerate().filter(|(other, _)| *other != position) {
            if qualified.is_false() {
                continue;
            }
            let slot = match (votes, theirs) {
                (Some(mine), Some(theirs)) if theirs < mine => continue,
                (Some(mine), Some(theirs)) if qualified.is_true() && mine < theirs => &mut ahead,
                (Some(mine), Some(theirs)) if qualified.is_true() && mine == theirs => &mut level,
                _ => &mut unclear,
            };
            *slot = slot.saturating_add(1);
        }
        let most = ahead.saturating_add(level).saturating_add(unclear);
        (candidate.elected, candidate.because) = match (valid, enough, seats) {
            (Truth::False, ..) => (Truth::False, Because::NoTurnout),
            (_, Truth::False, _) => (Truth::False, Because::TooFewVotes),
            (_, _, Some(seats)) if seats <= ahead => (Truth::False, Because::Outvoted),
            (Truth::True, Truth::True, Some(seats)) if most < seats => (Truth::True, Because::Enough),
            (Truth::True, Truth::True, Some(seats)) if unclear == 0 && seats <= ahead.saturating_add(level) => {
                (Truth::Unknown, Because::Tied)
            }
            _ => (Truth::Unknown, Because::Open),
        };
    }
    contest.candidates.sort_by_key(|one| (one.votes.is_none(), std::cmp::Reverse(one.votes), one.person));
}

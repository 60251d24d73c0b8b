//! 计数 — a tally of persons, seats or votes against a range, a parity, or an exact share of a named base.

use super::criterion::at_least_truth;
use super::share::{recorded_share, roster_share, voices};
use super::subject::seats;
use super::{ActFact, At, BodyFact, Counted, Criterion, Evidence, Missing, PersonFact, Range, Subject, Value, Watch};
use crate::facts::{Quantity, Register, Source, UnitIdx};
use crate::vocab::{Base, BodyKind, List, Possible, PostKind, Share, ShareTest, Truth};
use serde::{Deserialize, Serialize};

/// 计数 — what is counted and what must come out.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Count {
    /// What is counted.
    pub of: Tallied,
    /// What must come out.
    pub must: CountTest,
}

/// 计数对象 — what a tally counts.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Tallied {
    /// 核定职数 of the subject body.
    Seats,
    /// 在任人员: distinct persons in these posts of the subject's unit who meet a criterion.
    Holders {
        /// The posts.
        posts: Vec<PostKind>,
        /// Who of them is counted; everyone where absent.
        who: Option<Criterion>,
    },
    /// 一个人担任的岗位: posts of the subject person.
    PostsOfOne {
        /// The posts.
        posts: Vec<PostKind>,
    },
    /// A number recorded at the subject act.
    Recorded(Quantity),
}

/// 计数要求 — a range with parity, or a share of a named base.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum CountTest {
    /// 数量.
    Number {
        /// At least.
        min: Option<Value<u32>>,
        /// At most.
        max: Option<Value<u32>>,
        /// 单数.
        odd: bool,
    },
    /// 比例.
    Share {
        /// How the share is compared.
        test: ShareKind,
        /// The share.
        share: Value<Share>,
        /// Of which base.
        base: Base,
        /// Who of a membership roll is in the base; everyone where absent.
        who: Option<Criterion>,
    },
}

/// 以上、超过、以内 — how a share is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(clippy::exhaustive_enums, reason = "the three comparisons of shares")]
pub enum ShareKind {
    /// 以上（含本数）.
    AtLeast,
    /// 超过（不含本数）.
    MoreThan,
    /// 以内（含本数）.
    AtMost,
}

impl ShareKind {
    /// The test with a share.
    pub fn with(self, share: Share) -> ShareTest {
        match self {
            Self::AtLeast => ShareTest::AtLeast(share),
            Self::MoreThan => ShareTest::MoreThan(share),
            Self::AtMost => ShareTest::AtMost(share),
        }
    }
}

impl Count {
    pub(super) fn eval<W: Watch>(&self, at: At, subject: &Subject, facts: &Register, watch: &mut W) -> Possible {
        match (&self.of, &self.must) {
            (Tallied::Holders { posts, who }, CountTest::Share { test, share, base, .. }) => {
                roster_share(posts, who.as_ref(), (*test, share, *base), at, subject, facts, watch)
            }
            (of, CountTest::Number { min, max, odd }) => {
                let (found, unit, source) = number(of, at, subject, facts, watch);
                let bounds = (min.as_ref(), max.as_ref());
                range_test((of, found, unit, source), bounds, *odd, at, facts, watch)
            }
            (of, CountTest::Share { test, share, base, who }) => {
                recorded_share(of, (*test, share, (*base, who.as_ref())), at, subject, facts, watch)
            }
        }
    }
}

pub(super) fn shown(of: &Tallied, body: Option<BodyKind>) -> Counted {
    match of {
        Tallied::Seats => Counted::Seats(body.unwrap_or(BodyKind::Board)),
        Tallied::Holders { posts, .. } => Counted::Holders(posts.clone()),
        Tallied::PostsOfOne { posts } => Counted::PostsOfOne(posts.clone()),
        Tallied::Recorded(quantity) => Counted::Of(*quantity),
    }
}

type Found<'a> = (Range, Option<UnitIdx>, Option<&'a Source>);

pub(super) fn number<'a, W: Watch>(
    of: &Tallied,
    at: At,
    subject: &Subject,
    facts: &'a Register,
    watch: &mut W,
) -> Found<'a> {
    let unit = subject.unit(facts);
    match of {
        Tallied::Seats => {
            let Subject::Body(unit, kind) = *subject else { return (Range::at_least(0), unit, None) };
            if let Some(seats) = seats(unit, kind, facts) {
                return (Range::exact(seats), Some(unit), None);
            }
            watch.missing(|| Missing::OfBody { fact: BodyFact::Seats, unit, body: kind });
            // Persons who certainly sit need a seat each, so their number bounds the seats from below.
            let posts: Vec<PostKind> = kind.posts().collect();
            let sitting = voices(&posts, None, None, at, subject, unit, facts, watch);
            let low = sitting.values().filter(|voice| voice.counted.is_true()).count();
            (Range::at_least(u32::try_from(low).unwrap_or(u32::MAX)), Some(unit), None)
        }
        Tallied::Holders { posts, who } => {
            let Some(unit) = unit else { return (Range::at_least(0), None, None) };
            let voices = voices(posts, who.as_ref(), None, at, subject, unit, facts, watch);
            let (mut low, mut high) = (0_u32, 0_u32);
            for voice in voices.values() {
                low = low.saturating_add(u32::from(voice.counted.is_true()));
                high = high.saturating_add(u32::from(!voice.counted.is_false()));
            }
            let complete = facts.unit_complete(List::Roster, unit, at.known());
            if !complete {
                watch.missing(|| Missing::ListOfUnit { list: List::Roster, unit, day: at.known() });
            }
            (Range { low, high: complete.then_some(high) }, Some(unit), None)
        }
        Tallied::PostsOfOne { posts } => {
            let Some(person) = subject.person() else { return (Range::at_least(0), unit, None) };
            let (mut low, mut high) = proposed_post(posts, subject);
            for &row in facts.groups().holdings_of_person.of(person.position()) {
                let Some(held) = usize::try_from(row).ok().and_then(|row| facts.held().get(row)) else { continue };
                if !posts.contains(&held.post) || is_same_row(subject, row) {
                    continue;
                }
                watch.span(held.span, at);
                match held.span.covers(at.day, at.horizon) {
                    Truth::True => (low, high) = (low.saturating_add(1), high.saturating_add(1)),
                    Truth::Unknown => {
                        high = high.saturating_add(1);
                        watch.missing(|| Missing::OfPerson { fact: PersonFact::PostEnds, person });
                    }
                    Truth::False => {}
                }
            }
            let complete = facts.person_complete(List::Roster, person, at.known());
            if !complete {
                watch.missing(|| Missing::ListOfPerson { list: List::Roster, circle: None, person, day: at.known() });
            }
            (Range { low, high: complete.then_some(high) }, unit, None)
        }
        Tallied::Recorded(quantity) => recorded(*quantity, subject, facts, watch),
    }
}

/// The post a proposed seat would add to a person's posts.
fn proposed_post(posts: &[PostKind], subject: &Subject) -> (u32, u32) {
    let adds = subject.seat().is_some_and(|seat| seat.proposed && posts.contains(&seat.post));
    (u32::from(adds), u32::from(adds))
}

/// Whether a proposed seat asks about a holding that is recorded already.
fn is_same_row(subject: &Subject, row: u32) -> bool {
    subject
        .seat()
        .and_then(|seat| seat.holding)
        .is_some_and(|holding| subject.seat().is_some_and(|seat| seat.proposed) && holding.0 == row)
}

fn recorded<'a, W: Watch>(quantity: Quantity, subject: &Subject, facts: &'a Register, watch: &mut W) -> Found<'a> {
    let Subject::Act(act) = *subject else { return (Range::at_least(0), subject.unit(facts), None) };
    let unit = subject.unit(facts);
    let Some((position, row)) = usize::try_from(act).ok().and_then(|act| Some((act, facts.facts().acts.get(act)?)))
    else {
        return (Range::at_least(0), unit, None);
    };
    let found = row.counts.iter().find(|count| count.of == quantity && count.base.is_none()).map(|count| count.number);
    match (found, facts.act_case(position)) {
        (Some(number), _) => (Range::exact(number), unit, row.source.as_ref()),
        (None, Some(case)) => {
            let fact = if quantity == Quantity::Present { ActFact::Present } else { ActFact::Ayes };
            watch.missing(|| Missing::OfAct { fact, case, stage: row.stage.clone() });
            (Range::at_least(0), unit, row.source.as_ref())
        }
        (None, None) => (Range::at_least(0), unit, row.source.as_ref()),
    }
}

fn range_test<W: Watch>(
    (of, found, unit, source): (&Tallied, Range, Option<UnitIdx>, Option<&Source>),
    (min, max): (Option<&Value<u32>>, Option<&Value<u32>>),
    odd: bool,
    at: At,
    facts: &Register,
    watch: &mut W,
) -> Possible {
    let mut truth = Truth::True;
    let least = min.map(|min| min.get(at, unit, facts, watch));
    let most = max.map(|max| max.get(at, unit, facts, watch));
    for open in [least, most].into_iter().flatten() {
        if open.is_none() {
            truth = Truth::Unknown;
        }
    }
    if let Some(Some(min)) = least {
        truth = truth.and(at_least_truth(found, min));
    }
    if let Some(Some(max)) = most {
        truth = truth.and(at_most_truth(found, max));
    }
    if odd {
        let parity = found.known().map_or(Truth::Unknown, |number| Truth::from(number % 2 == 1));
        truth = truth.and(parity);
    }
    // Inside the range, a single odd number may be left.
    if truth.is_unknown() && odd && least.is_none_or(|least| least.is_some()) && most.is_none_or(|most| most.is_some())
    {
        truth = within_odd(found, least.flatten(), most.flatten());
    }
    watch.leaf(truth, || {
        let evidence = Evidence::Number {
            unit: unit.unwrap_or(UnitIdx(0)),
            of: shown(of, None),
            found,
            min: least.flatten(),
            max: most.flatten(),
            odd,
        };
        (evidence, source.cloned().into_iter().collect())
    });
    Possible::from_truth(truth)
}

fn at_most_truth(found: Range, max: u32) -> Truth {
    if found.high.is_some_and(|high| high <= max) {
        Truth::True
    } else if max < found.low {
        Truth::False
    } else {
        Truth::Unknown
    }
}

/// Whether every, some or no number of the range is odd and within bounds; ranges are small where they are bounded.
fn within_odd(found: Range, min: Option<u32>, max: Option<u32>) -> Truth {
    let passes =
        |number: u32| number % 2 == 1 && min.is_none_or(|min| min <= number) && max.is_none_or(|max| number <= max);
    match found.high {
        Some(high) if high.saturating_sub(found.low) <= 64 => Truth::among((found.low..=high).map(passes)),
        _ => Truth::Unknown,
    }
}

//! 计数 — a tally of persons, seats or votes against a range, a parity, or an exact share of a named base.

use super::criterion::{Asked, at_least_truth, counted, unit_number};
use super::share::{is_roster, recorded_share, roster_share, voices};
use super::subject::seats;
use super::{
    ActFact, At, BodyFact, Counted, Criterion, Evidence, Missing, Node, PersonFact, Range, Subject, Value, Watch,
};
use crate::facts::{PersonIdx, Quantity, Register, Source, UnitIdx};
use crate::vocab::{Base, BodyKind, LinkKind, List, Possible, PostKind, Share, ShareTest, StatusKind, Truth, UnitKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    /// 单位人数、户数: a number of the subject's unit.
    Base(Base),
    /// 下级单位: units of these kinds below the subject unit, on every step.
    UnitsBelow(Vec<UnitKind>),
    /// 覆盖的单位: units the subject unit serves by a link of this kind.
    UnitsServed(LinkKind),
    /// 一个人具有某种身份的单位: units in which the subject person has this status.
    StatusesOfOne(StatusKind),
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
    /// 比例区间.
    Between {
        /// 不少于（含本数）.
        at_least: Value<Share>,
        /// 不超过（含本数）.
        at_most: Value<Share>,
        /// Of which base.
        base: Base,
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
            (Tallied::Holders { posts, who }, CountTest::Share { test, share, base, .. }) if is_roster(*base) => {
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
            (of, CountTest::Between { at_least, at_most, base }) => {
                watch.enter(Node::All);
                let mut both =
                    |test, share| recorded_share(of, (test, share, (*base, None)), at, subject, facts, watch);
                let (least, most) = (both(ShareKind::AtLeast, at_least), both(ShareKind::AtMost, at_most));
                let possible = both_of(least, most);
                watch.leave(possible);
                possible
            }
        }
    }
}

/// What is possible of two demands at once, each satisfied or breached.
fn both_of(one: Possible, other: Possible) -> Possible {
    let truth =
        |possible: Possible| match (possible.contains(Possible::SATISFIED), possible.contains(Possible::BREACHED)) {
            (true, false) => Truth::True,
            (false, true) => Truth::False,
            _ => Truth::Unknown,
        };
    Possible::from_truth(truth(one).and(truth(other)))
}

pub(super) fn shown(of: &Tallied, body: Option<BodyKind>) -> Counted {
    match of {
        Tallied::Seats => Counted::Seats(body.unwrap_or(BodyKind::Board)),
        Tallied::Holders { posts, .. } => Counted::Holders(posts.clone()),
        Tallied::PostsOfOne { posts } => Counted::PostsOfOne(posts.clone()),
        Tallied::Recorded(quantity) => Counted::Of(*quantity),
        Tallied::Base(base) => Counted::Base(*base),
        Tallied::UnitsBelow(kinds) => Counted::UnitsBelow(kinds.clone()),
        Tallied::UnitsServed(kind) => Counted::UnitsServed(*kind),
        Tallied::StatusesOfOne(kind) => Counted::StatusesOfOne(*kind),
    }
}

type Found<'a> = (Range, Option<UnitIdx>, Option<&'a Source>);

pub(super) fn number<'a, W: Watch>(
    of: &Tallied,
    at: At,
    subject: &'a Subject,
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
            let low = sitting.values().filter(|voice| voice.counted().is_true()).count();
            (Range::at_least(u32::try_from(low).unwrap_or(u32::MAX)), Some(unit), None)
        }
        Tallied::Holders { posts, who } => {
            let Some(unit) = unit else { return (Range::at_least(0), None, None) };
            let voices = voices(posts, who.as_ref(), None, at, subject, unit, facts, watch);
            let (mut low, mut high) = (0_u32, 0_u32);
            for voice in voices.values() {
                low = low.saturating_add(u32::from(voice.counted().is_true()));
                high = high.saturating_add(u32::from(!voice.counted().is_false()));
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
        Tallied::Base(base) => {
            let Some(unit) = unit else { return (Range::at_least(0), None, None) };
            let (found, source) = unit_number(*base, unit, Asked::of(at, subject, facts), watch);
            (found, Some(unit), source)
        }
        Tallied::UnitsBelow(kinds) => {
            let Some(unit) = unit else { return (Range::at_least(0), None, None) };
            (units_below(kinds, unit, at, facts, watch), Some(unit), None)
        }
        Tallied::UnitsServed(kind) => {
            let Some(unit) = unit else { return (Range::at_least(0), None, None) };
            (units_served(*kind, unit, at, facts, watch), Some(unit), None)
        }
        Tallied::StatusesOfOne(kind) => {
            let Some(person) = subject.person() else { return (Range::at_least(0), unit, None) };
            (statuses_of_one(*kind, person, at, facts, watch), unit, None)
        }
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

/// Units of these kinds below a unit, on every step.
fn units_below<W: Watch>(kinds: &[UnitKind], unit: UnitIdx, at: At, facts: &Register, watch: &mut W) -> Range {
    let (mut beneath, mut next, mut found) = (vec![unit], 0_usize, 0_u32);
    while let Some(&above) = beneath.get(next) {
        next = next.saturating_add(1);
        for child in facts.groups().children.of(above.position()).iter().map(|&child| UnitIdx(child)) {
            let fits = facts.unit_row(child).is_some_and(|row| kinds.contains(&row.kind));
            found = found.saturating_add(u32::from(fits));
            beneath.push(child);
        }
    }
    let complete = facts.unit_complete(List::Units, unit, at.known());
    if !complete {
        watch.missing(|| Missing::ListOfUnit { list: List::Units, unit, day: at.known() });
    }
    Range { low: found, high: complete.then_some(found) }
}

/// Units that a unit serves by a link of a kind, on the day.
fn units_served<W: Watch>(kind: LinkKind, unit: UnitIdx, at: At, facts: &Register, watch: &mut W) -> Range {
    let mut served: BTreeMap<UnitIdx, Truth> = BTreeMap::new();
    for &row in facts.groups().links_from_unit.of(unit.position()) {
        let Ok(position) = usize::try_from(row) else { continue };
        let (Some(link), Some(to)) = (facts.facts().links.get(position), facts.link_to(position)) else { continue };
        if link.kind == kind {
            watch.span(link.span, at);
            let known = served.entry(to).or_insert(Truth::False);
            *known = known.or(link.span.covers(at.day, at.horizon));
        }
    }
    let complete = facts.unit_complete(List::Links, unit, at.known());
    if !complete {
        watch.missing(|| Missing::ListOfUnit { list: List::Links, unit, day: at.known() });
    }
    counted(served.values().copied(), complete)
}

/// Units in which a person has a status on the day.
fn statuses_of_one<W: Watch>(kind: StatusKind, person: PersonIdx, at: At, facts: &Register, watch: &mut W) -> Range {
    let mut units: BTreeMap<Option<UnitIdx>, Truth> = BTreeMap::new();
    for row in facts.groups().statuses.pick(person.position(), &facts.facts().statuses).filter(|row| row.kind == kind) {
        watch.span(row.span, at);
        let of = row.unit.as_ref().and_then(|id| facts.unit(id));
        let known = units.entry(of).or_insert(Truth::False);
        *known = known.or(row.span.covers(at.day, at.horizon));
    }
    // A status of no unit in particular may be that of any unit already counted.
    if 1 < units.len()
        && let Some(unnamed) = units.get_mut(&None)
    {
        *unnamed = unnamed.and(Truth::Unknown);
    }
    let complete = facts.person_complete(kind.list(), person, at.known());
    if !complete {
        watch.missing(|| Missing::ListOfPerson { list: kind.list(), circle: None, person, day: at.known() });
    }
    counted(units.values().copied(), complete)
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

pub(super) fn at_most_truth(found: Range, max: u32) -> Truth {
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

//! 两职关系 — a tie between two holders is forbidden, or one person is expected, required or allowed to hold both posts.

use super::criterion::{Asked, kin, village_of};
use super::{At, Evidence, Missing, PersonFact, Reach, Subject, Value, Watch};
use crate::facts::{PersonIdx, Register, UnitIdx};
use crate::vocab::{Circle, List, Possible, PostKind, Truth, UnitKind};
use std::collections::BTreeMap;

/// 两职关系 — what may or must not be between two holders.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Pair {
    /// 回避: the two seats of the subject may not be one person where `self_too`, nor kin within a circle.
    Apart {
        /// The circle of kin.
        circle: Value<Circle>,
        /// Whether one person in both posts is forbidden too.
        self_too: bool,
    },
    /// 一肩挑: in the subject unit one person holds both posts.
    Together {
        /// One post.
        post: PostKind,
        /// The other post.
        with: PostKind,
        /// How far from the subject unit the other post is held.
        inside: Reach,
        /// In units of these kinds; of any kind where empty.
        with_units: Vec<UnitKind>,
    },
}

impl Pair {
    pub(super) fn eval<W: Watch>(&self, at: At, subject: &Subject, facts: &Register, watch: &mut W) -> Possible {
        match self {
            Self::Apart { circle, self_too } => apart(circle, *self_too, at, subject, facts, watch),
            Self::Together { post, with, inside, with_units } => {
                together((*post, *with), (*inside, with_units), at, subject, facts, watch)
            }
        }
    }
}

fn apart<W: Watch>(
    circle: &Value<Circle>,
    self_too: bool,
    at: At,
    subject: &Subject,
    facts: &Register,
    watch: &mut W,
) -> Possible {
    let Subject::Pair(a, b) = subject else { return Possible::NOT_APPLICABLE };
    if a.person == b.person {
        // One person in two posts of one body is one member; in two bodies kept apart it is the plainest breach.
        if !self_too {
            return Possible::NOT_APPLICABLE;
        }
        let evidence = Evidence::SamePerson { a: a.person, b: b.person, posts: (a.post, b.post) };
        watch.leaf(Truth::False, || (evidence, sources(a, b, facts)));
        return Possible::BREACHED;
    }
    let Some(circle) = circle.get(at, Some(a.unit), facts, watch) else {
        return Possible::from_truth(Truth::Unknown);
    };
    let ask = Asked::of(at, subject, facts);
    Possible::from_truth(!kin(a.person, b.person, circle, ask, watch))
}

fn sources(a: &super::Seat, b: &super::Seat, facts: &Register) -> Vec<crate::facts::Source> {
    [a, b].into_iter().filter_map(|seat| facts.holding_row(seat.holding?)?.source.clone()).collect()
}

/// Who certainly and who possibly holds a post of the unit.
fn holders<W: Watch>(
    post: PostKind,
    unit: UnitIdx,
    at: At,
    facts: &Register,
    watch: &mut W,
) -> BTreeMap<PersonIdx, Truth> {
    let mut found: BTreeMap<PersonIdx, Truth> = BTreeMap::new();
    for &row in facts.groups().holdings_of_unit.of(unit.position()) {
        let Some(held) = usize::try_from(row).ok().and_then(|row| facts.held().get(row)) else { continue };
        if held.post == post {
            watch.span(held.span, at);
            let sits = held.span.covers(at.day, at.horizon);
            let known = found.entry(held.person).or_insert(Truth::False);
            *known = known.or(sits);
        }
    }
    found.retain(|_, truth| !truth.is_false());
    found
}

/// The units in which the other post of a pair is held.
fn other_units(unit: UnitIdx, inside: Reach, kinds: &[UnitKind], facts: &Register) -> Vec<UnitIdx> {
    let fits = |unit: UnitIdx| kinds.is_empty() || facts.unit_row(unit).is_some_and(|row| kinds.contains(&row.kind));
    if inside == Reach::Unit {
        return vec![unit].into_iter().filter(|&unit| fits(unit)).collect();
    }
    let top = match inside {
        Reach::Village => village_of(unit, facts),
        Reach::Unit | Reach::Anywhere => facts.upward(unit).last(),
    };
    let mut beneath: Vec<UnitIdx> = top.into_iter().collect();
    let mut next = 0_usize;
    while let Some(&above) = beneath.get(next) {
        next = next.saturating_add(1);
        beneath.extend(facts.groups().children.of(above.position()).iter().map(|&child| UnitIdx(child)));
    }
    beneath.retain(|&unit| fits(unit));
    beneath
}

fn together<W: Watch>(
    (post, with): (PostKind, PostKind),
    (inside, with_units): (Reach, &[UnitKind]),
    at: At,
    subject: &Subject,
    facts: &Register,
    watch: &mut W,
) -> Possible {
    let Some(unit) = subject.unit(facts) else { return Possible::from_truth(Truth::Unknown) };
    let others = other_units(unit, inside, with_units, facts);
    // Nobody can hold a post of a unit there is not; whether there is one is what the list of units says.
    if others.is_empty() {
        if facts.unit_complete(List::Units, unit, at.known()) {
            return Possible::NOT_APPLICABLE;
        }
        watch.missing(|| Missing::ListOfUnit { list: List::Units, unit, day: at.known() });
        return Possible::from_truth(Truth::Unknown).union(Possible::NOT_APPLICABLE);
    }
    let one = holders(post, unit, at, facts, watch);
    let mut other: BTreeMap<PersonIdx, Truth> = BTreeMap::new();
    for &unit in &others {
        for (person, sits) in holders(with, unit, at, facts, watch) {
            let known = other.entry(person).or_insert(Truth::False);
            *known = known.or(sits);
        }
    }
    let complete = others.iter().chain([&unit]).all(|&unit| facts.unit_complete(List::Roster, unit, at.known()));
    let possible = worlds(&one, &other, complete);
    let found = one.keys().copied().find(|person| other.contains_key(person));
    if !possible.is_settled() {
        for (person, _) in one.iter().chain(&other).filter(|(_, sits)| sits.is_unknown()) {
            watch.missing(|| Missing::OfPerson { fact: PersonFact::PostEnds, person: *person });
        }
        if !complete && (vacant(&one) || vacant(&other)) {
            watch.missing(|| Missing::ListOfUnit { list: List::Roster, unit, day: at.known() });
        }
    }
    let told = if possible == Possible::SATISFIED {
        Truth::True
    } else if possible == Possible::BREACHED {
        Truth::False
    } else {
        Truth::Unknown
    };
    watch.leaf(told, || (Evidence::BothPosts { unit, posts: (post, with), found, on: at.day }, Vec::new()));
    possible
}

/// Whether nobody is certain to hold the post.
fn vacant(holders: &BTreeMap<PersonIdx, Truth>) -> bool {
    !holders.values().any(|sits| sits.is_true())
}

/// What can come out over all ways in which those who may hold the posts do or do not. Each post has one holder at a
/// time, so a certain holder leaves no room for one who is not recorded; where nobody is certain and the roster is not
/// complete, anybody may hold it. A post nobody holds is a vacancy, not two different holders.
fn worlds(one: &BTreeMap<PersonIdx, Truth>, other: &BTreeMap<PersonIdx, Truth>, complete: bool) -> Possible {
    let certain = |holders: &BTreeMap<PersonIdx, Truth>, person: &PersonIdx| {
        holders.get(person).is_some_and(|sits| sits.is_true())
    };
    if one.keys().any(|person| certain(one, person) && certain(other, person)) {
        return Possible::SATISFIED;
    }
    let (anybody_one, anybody_other) = (!complete && vacant(one), !complete && vacant(other));
    let together = one.keys().any(|person| other.contains_key(person))
        || (anybody_one && (anybody_other || !other.is_empty()))
        || (anybody_other && !one.is_empty());
    let apart = match (vacant(one), vacant(other)) {
        (false, false) => true,
        (false, true) => anybody_other || other.keys().any(|person| !certain(one, person)),
        (true, false) => anybody_one || one.keys().any(|person| !certain(other, person)),
        (true, true) => {
            (anybody_one && (anybody_other || !other.is_empty()))
                || (anybody_other && !one.is_empty())
                || one.keys().any(|person| other.keys().any(|another| another != person))
        }
    };
    let vacancy = vacant(one) || vacant(other);
    [(together, Possible::SATISFIED), (apart, Possible::BREACHED), (vacancy, Possible::NOT_APPLICABLE)]
        .into_iter()
        .filter(|(may, _)| *may)
        .fold(Possible::NONE, |possible, (_, one)| possible.union(one))
}

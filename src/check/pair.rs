//! 两职关系 — a tie between two holders is forbidden, or one person is expected, required or allowed to hold both posts.

use super::criterion::{Asked, kin};
use super::{At, Evidence, Missing, PersonFact, Subject, Value, Watch};
use crate::facts::{PersonIdx, Register, UnitIdx};
use crate::vocab::{Circle, List, Possible, PostKind, Truth};
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
    },
}

impl Pair {
    pub(super) fn eval<W: Watch>(&self, at: At, subject: &Subject, facts: &Register, watch: &mut W) -> Possible {
        match self {
            Self::Apart { circle, self_too } => apart(circle, *self_too, at, subject, facts, watch),
            Self::Together { post, with } => together(*post, *with, at, subject, facts, watch),
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

fn together<W: Watch>(
    post: PostKind,
    with: PostKind,
    at: At,
    subject: &Subject,
    facts: &Register,
    watch: &mut W,
) -> Possible {
    let Some(unit) = subject.unit(facts) else { return Possible::from_truth(Truth::Unknown) };
    let (one, other) = (holders(post, unit, at, facts, watch), holders(with, unit, at, facts, watch));
    let complete = facts.unit_complete(List::Roster, unit, at.known());
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

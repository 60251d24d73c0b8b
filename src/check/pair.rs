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
    [a, b]
        .into_iter()
        .filter_map(|seat| facts.holding_row(seat.holding?)?.source.clone())
        .collect()
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
    let mut both = Truth::False;
    let mut found = None;
    for (person, truth) in &one {
        if let Some(also) = other.get(person) {
            let here = truth.and(*also);
            if both < here {
                found = Some(*person);
            }
            both = both.or(here);
        }
    }
    let complete = facts.unit_complete(List::Roster, unit, at.known());
    if !both.is_true() && !complete {
        // One holder of each post, both certain and different, settles it for posts held by one person at a time.
        let sole = |holders: &BTreeMap<PersonIdx, Truth>| holders.len() == 1 && holders.values().all(|sits| sits.is_true());
        if !(sole(&one) && sole(&other)) {
            both = both.or(Truth::Unknown);
        }
    }
    let vacant = |holders: &BTreeMap<PersonIdx, Truth>| !holders.values().any(|sits| sits.is_true());
    if both.is_unknown() || vacant(&one) || vacant(&other) {
        for (person, _) in one.iter().chain(&other).filter(|(_, sits)| sits.is_unknown()) {
            watch.missing(|| Missing::OfPerson { fact: PersonFact::PostEnds, person: *person });
        }
        if !complete {
            watch.missing(|| Missing::ListOfUnit { list: List::Roster, unit, day: at.known() });
        }
    }
    let told = if vacant(&one) || vacant(&other) { Truth::Unknown } else { both };
    watch.leaf(told, || (Evidence::BothPosts { unit, posts: (post, with), found, on: at.day }, Vec::new()));
    // A post nobody holds is a vacancy, not two different holders.
    if complete && (one.is_empty() || other.is_empty()) {
        return Possible::NOT_APPLICABLE;
    }
    let possible = Possible::from_truth(both);
    if vacant(&one) || vacant(&other) { possible.union(Possible::NOT_APPLICABLE) } else { possible }
}

//! 条件 — the small language for what is asked of a person, a seat, an act or a unit: `all`, `any`, `not`, `at_least`,
//! `case`, and leaves. Total: every leaf answers true, false or unknown on every register.

mod language;
mod party;
mod person;
mod records;
mod ties;
mod units;
mod work;

pub use language::*;
pub(crate) use records::ended;
pub(crate) use ties::{is_member, kin, village_of};

use super::{At, Evidence, Missing, Node, Range, Subject, Watch};
use crate::facts::{PersonIdx, Register, Source, UnitIdx};
use crate::vocab::{FactSpan, Possible, TermSet, Truth};
use party::{party, seniority};
use person::{age_leaf, appraised_leaf, capacity, custom_leaf, schooling, sex, trained_leaf};
use records::record_leaf;
use ties::{affiliated, enrolled, holds_leaf, household, kin_of, member, status_leaf};
pub(crate) use units::{counted, unit_number};
use units::{named, number_leaf, trait_leaf};
use work::{basis, clause_leaf, continued, done, unit_leaf, word};

/// What a criterion is asked of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) at: At,
    pub(crate) subject: &'a Subject,
    pub(crate) person: Option<PersonIdx>,
    pub(crate) facts: &'a Register,
}

impl<'a> Asked<'a> {
    pub(crate) fn of(at: At, subject: &'a Subject, facts: &'a Register) -> Self {
        Self { at, subject, person: subject.person().or_else(|| subject.about(facts)), facts }
    }

    fn unit(&self) -> Option<UnitIdx> {
        self.subject.unit(self.facts)
    }
}

impl Criterion {
    /// Whether the subject meets the criterion.
    pub(crate) fn eval<W: Watch>(&self, ask: Asked<'_>, watch: &mut W) -> Truth {
        match self {
            Self::All(of) => join(Node::All, of, ask, watch, Truth::True, Truth::and),
            Self::Any(of) => join(Node::Any, of, ask, watch, Truth::False, Truth::or),
            Self::Not(of) => {
                watch.enter(Node::Not);
                let truth = !of.eval(ask, watch);
                watch.leave(Possible::from_truth(truth));
                truth
            }
            Self::AtLeast(of) => at_least(of, ask, watch),
            Self::Case(case) => by_case(case, ask, watch),
            Self::Param(name) => {
                watch.missing(|| Missing::Parameter { name: name.clone() });
                watch.leaf(Truth::Unknown, || (Evidence::Parameter { name: name.clone() }, Vec::new()));
                Truth::Unknown
            }
            Self::Clause(key) => clause_leaf(key, ask, watch),
            Self::Unit(kinds) => unit_leaf(kinds, ask, watch),
            Self::Matter(of) => word(TermSet::Matter, of, ask, watch),
            Self::Actor(of) => word(TermSet::Actor, of, ask, watch),
            Self::Continued(needed) => continued(*needed, ask, watch),
            Self::Basis(needed) => basis(needed, ask, watch),
            Self::Done(stage) => done(stage, None, ask, watch),
            Self::DoneAt(at) => done(&at.stage, Some(at.rank), ask, watch),
            Self::Trait(kind) => trait_leaf(*kind, ask, watch),
            Self::Number(count) => number_leaf(count, ask, watch),
            Self::Named(needed) => named(needed, ask, watch),
            Self::Age(_)
            | Self::Sex(_)
            | Self::Party(_)
            | Self::Seniority(_)
            | Self::Member(_)
            | Self::Household(_)
            | Self::Status(_)
            | Self::Affiliated(_)
            | Self::Capacity(_)
            | Self::Schooling(_)
            | Self::Holds(_)
            | Self::Record(_)
            | Self::KinOf(_)
            | Self::Trained(_)
            | Self::Appraised(_)
            | Self::Enrolled(_)
            | Self::Custom(_) => match ask.person {
                Some(person) => self.of_person(person, ask, watch),
                // INVARIANT: loading refuses person leaves for subjects without a person.
                None => Truth::Unknown,
            },
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "the caller passes the leaves about persons only")]
    fn of_person<W: Watch>(&self, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
        match self {
            Self::Age(age) => age_leaf(age, person, ask, watch),
            Self::Sex(needed) => sex(*needed, person, ask, watch),
            Self::Party(needed) => party(*needed, person, ask, watch),
            Self::Seniority(needed) => seniority(needed, person, ask, watch),
            Self::Member(_) => member(person, ask, watch),
            Self::Household(_) => household(person, ask, watch),
            Self::Status(has) => status_leaf(has, person, ask, watch),
            Self::Affiliated(_) => affiliated(person, ask, watch),
            Self::Capacity(bounds) => capacity(*bounds, person, ask, watch),
            Self::Schooling(needed) => schooling(needed, person, ask, watch),
            Self::Holds(holds) => holds_leaf(holds, person, ask, watch),
            Self::Record(record) => record_leaf(record, person, ask, watch),
            Self::KinOf(kin) => kin_of(kin, person, ask, watch),
            Self::Trained(trained) => trained_leaf(trained, person, ask, watch),
            Self::Appraised(appraised) => appraised_leaf(appraised, person, ask, watch),
            Self::Enrolled(program) => enrolled(program, person, ask, watch),
            Self::Custom(custom) => custom_leaf(custom, person, ask, watch),
            _ => Truth::Unknown,
        }
    }
}

fn join<W: Watch>(
    node: Node,
    of: &[Criterion],
    ask: Asked<'_>,
    watch: &mut W,
    neutral: Truth,
    fold: fn(Truth, Truth) -> Truth,
) -> Truth {
    watch.enter(node);
    let mut truth = neutral;
    for one in of {
        truth = fold(truth, one.eval(ask, watch));
        if W::BRIEF && truth == !neutral {
            break;
        }
    }
    watch.leave(Possible::from_truth(truth));
    truth
}

fn at_least<W: Watch>(of: &AtLeast, ask: Asked<'_>, watch: &mut W) -> Truth {
    watch.enter(Node::AtLeast(of.n));
    let (mut sure, mut open) = (0_u32, 0_u32);
    for one in &of.of {
        match one.eval(ask, watch) {
            Truth::True => sure = sure.saturating_add(1),
            Truth::Unknown => open = open.saturating_add(1),
            Truth::False => {}
        }
    }
    let truth = if of.n <= sure {
        Truth::True
    } else if sure.saturating_add(open) < of.n {
        Truth::False
    } else {
        Truth::Unknown
    };
    watch.leave(Possible::from_truth(truth));
    truth
}

fn by_case<W: Watch>(case: &Case, ask: Asked<'_>, watch: &mut W) -> Truth {
    watch.enter(Node::Any);
    let mut met: Option<Truth> = None;
    for branch in &case.of {
        let when = branch.when.eval(ask, watch);
        if when.is_false() {
            continue;
        }
        let then = branch.then.eval(ask, watch);
        if when.is_true() {
            met = Some(then);
            break;
        }
        met = Some(met.map_or(then, |met| met.union(then)));
    }
    let truth = met.unwrap_or(Truth::Unknown);
    watch.leave(Possible::from_truth(truth));
    truth
}

/// Tells the watch of a leaf, its change days having been told already.
fn tell<W: Watch>(truth: Truth, watch: &mut W, evidence: impl FnOnce() -> Evidence, source: Option<&Source>) -> Truth {
    watch.leaf(truth, || (evidence(), source.cloned().into_iter().collect()));
    truth
}

/// Whether any of these spans covers the day; the first that does or may.
fn any_span<'a, W: Watch>(
    rows: impl Iterator<Item = (FactSpan, Option<&'a Source>)>,
    ask: Asked<'_>,
    watch: &mut W,
) -> (Truth, Option<FactSpan>, Option<&'a Source>) {
    let (mut truth, mut found, mut source) = (Truth::False, None, None);
    for (span, from) in rows {
        watch.span(span, ask.at);
        let covers = span.covers(ask.at.day, ask.at.horizon);
        if truth < covers || found.is_none() {
            (found, source) = (Some(span), from);
        }
        truth = truth.or(covers);
    }
    (truth, found, source)
}

/// Whether a number in a range is at least `needed`.
pub(crate) fn at_least_truth(found: Range, needed: u32) -> Truth {
    if needed <= found.low {
        Truth::True
    } else if found.high.is_some_and(|high| high < needed) {
        Truth::False
    } else {
        Truth::Unknown
    }
}

//! 试拟的登记册 — a small register in the making: one unit, one or two persons, an act; every list complete, so that what
//! is left out is not the case.

use super::scopes::kinds_of;
use crate::check::Moment;
use crate::facts::{
    Act, Body, Candidacy, Coverage, Extent, Facts, Holding, Membership, PartyMembership, Person, Register, Unit,
};
use crate::rulebook::Scope;
use crate::vocab::{
    Basis, Circle, FactSpan, Key, List, MAX_DAY, MIN_DAY, PartialDate, Period, PersonId, PostKind, SpanEnd, UnitId,
    UnitKind,
};
use chrono::NaiveDate;
use std::rc::Rc;

/// One way to fill in a part of the draft.
pub(super) type Step = Rc<dyn Fn(&mut Draft)>;

/// One way a person can be.
pub(super) type Look = Rc<dyn Fn(&mut Draft, &PersonId)>;

pub(super) fn step(of: impl Fn(&mut Draft) + 'static) -> Step {
    Rc::new(of)
}

pub(super) fn look(of: impl Fn(&mut Draft, &PersonId) + 'static) -> Look {
    Rc::new(of)
}

/// The subject's person, unit, act and case; the other person and act.
pub(super) const P1: &str = "P1";
pub(super) const P2: &str = "P2";
pub(super) const U1: &str = "U1";
pub(super) const V1: &str = "V1";
/// Another cooperative of the village, and another village.
pub(super) const U2: &str = "U2";
pub(super) const V2: &str = "V2";
const T1: &str = "T1";

pub(super) fn id<T: std::str::FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

pub(super) fn partial(day: NaiveDate) -> Option<PartialDate> {
    PartialDate::try_from(day).ok()
}

pub(super) fn since(day: NaiveDate) -> FactSpan {
    FactSpan::new(partial(day), SpanEnd::Never).unwrap_or_default()
}

pub(super) fn next(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day).min(MAX_DAY)
}

pub(super) fn before(day: NaiveDate) -> NaiveDate {
    day.pred_opt().unwrap_or(day).max(MIN_DAY)
}

/// A row of persons in two posts, or on the membership roll: so many who look like the first person, so many like the
/// other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Crowd {
    pub(super) counted: u32,
    pub(super) rest: u32,
    /// The posts of both; members of the cooperative where absent.
    pub(super) posts: Option<(PostKind, PostKind)>,
}

/// Whom the subject brings along.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cast {
    /// Whether somebody holds the post for whose sake a unit is asked about; what is counted brings its own persons.
    pub(super) holder: bool,
    /// Whether an act is about a person.
    pub(super) about: bool,
}

/// The register in the making.
#[derive(Clone)]
pub(super) struct Draft {
    pub(super) facts: Facts,
    /// The day that judges.
    pub(super) day: NaiveDate,
    /// The day of the review.
    pub(super) horizon: NaiveDate,
    pub(super) first: Vec<Look>,
    pub(super) others: Vec<Look>,
    pub(super) crowd: Option<Crowd>,
}

impl Draft {
    /// What every candidate has: the subject.
    pub(super) fn of(scope: &Scope, moments: [Moment; 2], day: NaiveDate, cast: Cast) -> Self {
        // What follows an event has to be able to follow it.
        let reviewed = moments.iter().any(|moment| matches!(moment, Moment::ReviewDay | Moment::PeriodEnd));
        let horizon = if reviewed { day } else { Period::Years(10).after(day) };
        let facts = Facts::default();
        let mut draft = Self { facts, day, horizon, first: Vec::new(), others: Vec::new(), crowd: None };
        draft.chain(kinds_of(scope).first().copied().unwrap_or(UnitKind::Cooperative));
        draft.subject(scope, reviewed, (cast, moments.contains(&Moment::Nomination)));
        draft
    }

    fn chain(&mut self, kind: UnitKind) {
        self.unit(T1, UnitKind::Town, None);
        self.unit(V2, UnitKind::Village, Some(T1));
        if kind == UnitKind::Town {
            self.unit(U1, kind, None);
        } else if kind.is_village() {
            self.unit(U1, kind, Some(T1));
        } else {
            self.unit(V1, UnitKind::Village, Some(T1));
            self.unit(U1, kind, Some(V1));
        }
    }

    fn subject(&mut self, scope: &Scope, reviewed: bool, (cast, nominated): (Cast, bool)) {
        let began = if reviewed { Period::Years(3).before(self.day) } else { self.day };
        match scope {
            Scope::Seat { posts, holders, candidates, .. } => {
                if let Some(&post) = posts.first() {
                    self.add_person(P1);
                    // Only a candidacy has a day of nomination.
                    let stands = *candidates && (nominated || !holders);
                    if stands { self.stand(P1, post) } else { self.hold(P1, post, U1, began) }
                }
            }
            Scope::Pair { of, from, .. } => {
                self.add_person(P1);
                self.add_person(P2);
                if let (Some(&one), Some(&other)) = (of.first(), from.last()) {
                    self.hold(P1, one, U1, began);
                    self.hold(P2, other, U1, began);
                }
            }
            Scope::Body { kinds, .. } => {
                if let (Some(&kind), Some(unit)) = (kinds.first(), id::<UnitId>(U1)) {
                    let mut row = Body::new(unit, kind);
                    row.formed = partial(began);
                    self.facts.bodies.push(row);
                }
            }
            Scope::Unit { having, .. } => {
                if let Some(&post) = having.first().filter(|_| cast.holder) {
                    self.add_person(P1);
                    self.hold(P1, post, U1, began);
                }
            }
            Scope::Person { posts } => {
                self.add_person(P1);
                if let Some(&post) = posts.first() {
                    self.hold(P1, post, U1, began);
                }
            }
            Scope::Act { stages, .. } => {
                if let Some(stage) = stages.first() {
                    self.add_act("A1", stage, self.day);
                }
                if cast.about {
                    self.add_person(P1);
                    self.act(|row| row.about = id(P1));
                }
            }
            Scope::Case { .. } | Scope::UnitPeriod { .. } => {}
            Scope::PartyMemberPeriod {} => {
                self.add_person(P1);
                if let Some(person) = id::<PersonId>(P1) {
                    let mut row = PartyMembership::new(person, since(Period::Years(20).before(self.day)));
                    row.full_from = partial(Period::Years(19).before(self.day));
                    self.facts.party_memberships.push(row);
                }
            }
        }
    }

    pub(super) fn unit(&mut self, name: &str, kind: UnitKind, parent: Option<&str>) {
        let Some(unit) = id::<UnitId>(name) else { return };
        let mut row = Unit::new(unit, kind);
        row.parent = parent.and_then(id);
        self.facts.units.push(row);
    }

    pub(super) fn add_person(&mut self, name: &str) {
        if let Some(person) = id::<PersonId>(name) {
            self.facts.persons.push(Person::new(person));
        }
    }

    pub(super) fn hold(&mut self, person: &str, post: PostKind, unit: &str, from: NaiveDate) {
        let (Some(person), Some(unit)) = (id::<PersonId>(person), id::<UnitId>(unit)) else { return };
        let mut row = Holding::new(person, unit, post, since(from));
        row.basis = Some(Basis::Elected);
        row.elected = partial(from);
        row.continued = Some(false);
        self.facts.holdings.push(row);
    }

    fn stand(&mut self, person: &str, post: PostKind) {
        let (Some(person), Some(unit)) = (id::<PersonId>(person), id::<UnitId>(U1)) else { return };
        let mut row = Candidacy::new(person, unit, post);
        row.nominated = partial(self.day);
        row.election = partial(self.day);
        self.facts.candidacies.push(row);
    }

    pub(super) fn add_act(&mut self, name: &str, stage: &Key, day: NaiveDate) {
        self.add_act_in(name, "K1", stage, day);
    }

    pub(super) fn add_act_in(&mut self, name: &str, case: &str, stage: &Key, day: NaiveDate) {
        let (Some(act), Some(case), Some(unit)) = (id(name), id(case), id(U1)) else { return };
        let mut row = Act::new(act, case, unit, stage.clone());
        row.day = partial(day);
        self.facts.acts.push(row);
    }

    /// The act that is asked about.
    pub(super) fn act(&mut self, with: impl FnOnce(&mut Act)) {
        if let Some(row) = self.facts.acts.first_mut() {
            with(row);
        }
    }

    /// The post that is asked about.
    pub(super) fn holding(&mut self, with: impl FnOnce(&mut Holding)) {
        if let Some(row) = self.facts.holdings.first_mut() {
            with(row);
        }
    }

    /// The body that is asked about.
    pub(super) fn body(&mut self, with: impl FnOnce(&mut Body)) {
        if let Some(row) = self.facts.bodies.first_mut() {
            with(row);
        }
    }

    /// A person's own row.
    pub(super) fn row(&mut self, person: &PersonId, with: impl FnOnce(&mut Person)) {
        if let Some(row) = self.facts.persons.iter_mut().find(|row| row.id == *person) {
            with(row);
        }
    }

    /// The register, unless a row of it cannot be.
    pub(super) fn finish(mut self) -> Option<Register> {
        for (name, looks) in [(P1, self.first.clone()), (P2, self.others.clone())] {
            let Some(person) = id::<PersonId>(name) else { continue };
            if self.facts.persons.iter().any(|row| row.id == person) {
                for look in &looks {
                    look(&mut self, &person);
                }
            }
        }
        if let Some(crowd) = self.crowd {
            self.gather(crowd);
        }
        for list in List::ALL {
            let mut row = Coverage::new(*list, Extent::All, self.horizon);
            row.from = matches!(list, List::Roster | List::Bodies).then_some(MIN_DAY);
            row.circle = (*list == List::Kin).then_some(Circle::CivilServiceScope);
            self.facts.coverage.push(row);
        }
        let loaded = Register::build(self.facts);
        loaded.problems().is_empty().then_some(loaded.register)
    }

    fn gather(&mut self, crowd: Crowd) {
        let from = Period::Years(1).before(self.day);
        let sides = [("C", crowd.counted, self.first.clone()), ("D", crowd.rest, self.others.clone())];
        for (side, number, looks) in sides {
            for one in 1..=number {
                let name = format!("{side}{one}");
                self.add_person(&name);
                let Some(person) = id::<PersonId>(&name) else { continue };
                match (crowd.posts, id::<UnitId>(U1)) {
                    (Some((counted, rest)), _) => {
                        self.hold(&name, if side == "C" { counted } else { rest }, U1, from);
                    }
                    (None, Some(unit)) => {
                        self.facts.memberships.push(Membership::new(person.clone(), unit, since(from)));
                    }
                    (None, None) => {}
                }
                for look in &looks {
                    look(self, &person);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::{Profile, Rulebook};

    /// Every provision has its subject in the draft alone, unless its subjects are made by what is varied.
    #[test]
    fn a_draft_loads_without_a_problem_and_has_the_subject() {
        let rules = Rulebook::builtin().unwrap().with(&Profile::jiujiang().unwrap()).unwrap();
        let day = crate::vocab::parse_day("2027-01-01").unwrap();
        for provision in rules.provisions() {
            let cast = Cast { holder: true, about: true };
            let draft = Draft::of(&provision.applies_to, [provision.judged_on; 2], day, cast);
            let horizon = draft.horizon;
            let register = draft.finish().unwrap_or_else(|| panic!("{}", provision.id));
            let (edition, variant) = (&provision.editions[0], &provision.editions[0].variants[0]);
            let alone = crate::review::Alone::new(provision, edition, variant);
            let made = matches!(provision.applies_to, Scope::Case { .. });
            assert_eq!(alone.subjects(&register, horizon).is_empty(), made, "{}", provision.id);
        }
    }
}

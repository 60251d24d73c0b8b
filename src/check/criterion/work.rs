//! Leaves about a unit, a charter, an act and the way of taking office.

use super::{Asked, tell};
use crate::check::value::clause;
use crate::check::{ActFact, Evidence, Missing, PersonFact, Subject, Watch};
use crate::vocab::{Basis, Key, List, Rank, TermSet, Truth, UnitKind, Window};

pub(super) fn clause_leaf<W: Watch>(key: &Key, ask: Asked<'_>, watch: &mut W) -> Truth {
    let Some(unit) = ask.unit() else { return Truth::Unknown };
    let found = clause(ask.at, unit, key, ask.facts, watch);
    let says = found.as_deref().and_then(<bool as crate::check::FromClause>::from_clause);
    let truth = match says {
        Some(says) => Truth::from(says),
        // A charter known in full that is silent does not say so.
        None if ask.facts.unit_complete(List::Charter, unit, ask.at.known()) && found.is_none() => Truth::False,
        None => Truth::Unknown,
    };
    if truth.is_unknown() {
        watch.missing(|| Missing::Clause { unit, key: key.clone() });
    }
    tell(truth, watch, || Evidence::Clause { unit, key: key.clone(), found }, None)
}

pub(super) fn unit_leaf<W: Watch>(kinds: &[UnitKind], ask: Asked<'_>, watch: &mut W) -> Truth {
    let Some(unit) = ask.unit() else { return Truth::Unknown };
    let Some(row) = ask.facts.unit_row(unit) else { return Truth::Unknown };
    let truth = Truth::from(kinds.contains(&row.kind));
    tell(truth, watch, || Evidence::UnitIs { unit, found: row.kind, needed: kinds.to_vec() }, row.source.as_ref())
}

#[expect(clippy::wildcard_enum_match_arm, reason = "criteria ask of two sets only")]
pub(super) fn word<W: Watch>(set: TermSet, of: &[Key], ask: Asked<'_>, watch: &mut W) -> Truth {
    let Subject::Act(act) = ask.subject else { return Truth::Unknown };
    let Ok(position) = usize::try_from(*act) else { return Truth::Unknown };
    let (Some(row), Some(case)) = (ask.facts.facts().acts.get(position), ask.facts.act_case(position)) else {
        return Truth::Unknown;
    };
    let (found, fact) = match set {
        TermSet::Matter => (row.matter.as_ref(), ActFact::Matter),
        _ => (row.actor.as_ref(), ActFact::Actor),
    };
    if found.is_none() {
        watch.missing(|| Missing::OfAct { fact, case, stage: row.stage.clone() });
    }
    let truth = found.map_or(Truth::Unknown, |found| Truth::from(of.contains(found)));
    let evidence = || Evidence::Word {
        set,
        case,
        stage: row.stage.clone(),
        found: found.cloned(),
        needed: of.to_vec(),
        refused: false,
    };
    tell(truth, watch, evidence, row.source.as_ref())
}

pub(super) fn continued<W: Watch>(needed: bool, ask: Asked<'_>, watch: &mut W) -> Truth {
    let Some(seat) = ask.subject.seat() else { return Truth::Unknown };
    let found = seat.continued;
    if found.is_none() {
        watch.missing(|| Missing::OfPerson { fact: PersonFact::Continued, person: seat.person });
    }
    let truth = found.map_or(Truth::Unknown, |found| Truth::from(found == needed));
    let source = seat.holding.and_then(|row| ask.facts.holding_row(row)).and_then(|row| row.source.as_ref());
    tell(truth, watch, || Evidence::Continued { person: seat.person, post: seat.post, found }, source)
}

pub(super) fn basis<W: Watch>(needed: &[Basis], ask: Asked<'_>, watch: &mut W) -> Truth {
    let Some(seat) = ask.subject.seat() else { return Truth::Unknown };
    let found = seat.basis;
    if found.is_none() {
        watch.missing(|| Missing::OfPerson { fact: PersonFact::Basis, person: seat.person });
    }
    let truth = found.map_or(Truth::Unknown, |found| Truth::from(needed.contains(&found)));
    let source = seat.holding.and_then(|row| ask.facts.holding_row(row)).and_then(|row| row.source.as_ref());
    let needed = needed.to_vec();
    tell(truth, watch, || Evidence::Basis { person: seat.person, post: seat.post, found, needed }, source)
}

/// Whether an act of this stage, at this level or higher where one is asked, was done by the day about the subject's
/// person and unit.
pub(super) fn done<W: Watch>(stage: &Key, rank: Option<Rank>, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let Some(unit) = ask.unit() else { return Truth::Unknown };
    let person = ask.person.and_then(|person| facts.person_row(person)).map(|row| &row.id);
    let (mut truth, mut day, mut source) = (Truth::False, None, None);
    for row in facts
        .groups()
        .acts_of_unit
        .pick(unit.position(), &facts.facts().acts)
        .filter(|row| row.stage == *stage && row.about.as_ref().is_none_or(|about| Some(about) == person))
    {
        let by = match row.day {
            None => Truth::Unknown,
            Some(day) => {
                watch.change(day.first());
                watch.change(day.last());
                day.window().is_on_or_before(Window::exact(ask.at.day))
            }
        };
        let high = match (rank, row.rank) {
            (None, _) => Truth::True,
            (Some(needed), Some(found)) => Truth::from(needed <= found),
            (Some(_), None) => Truth::Unknown,
        };
        let by = by.and(high);
        if truth < by || source.is_none() {
            (day, source) = (row.day, row.source.as_ref());
        }
        truth = truth.or(by);
    }
    if !truth.is_true() && !facts.unit_complete(List::Acts, unit, ask.at.known()) {
        truth = truth.or(Truth::Unknown);
    }
    if truth.is_unknown() {
        watch.missing(|| Missing::ListOfUnit { list: List::Acts, unit, day: ask.at.known() });
    }
    tell(truth, watch, || Evidence::Done { stage: stage.clone(), rank, day, found: !truth.is_false() }, source)
}

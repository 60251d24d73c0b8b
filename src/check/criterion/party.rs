//! Leaves about standing in the Party: membership, full membership, seniority.

use super::language::AtLeastPeriod;
use super::{Asked, tell};
use crate::check::{Evidence, Missing, PartyStanding, PersonFact, Watch};
use crate::facts::{PersonIdx, Register, Source};
use crate::vocab::{List, Truth, Window};

/// A person's standing in the Party on a day: whether a member, and whether a full one.
pub(super) fn standing<W: Watch>(person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> (Truth, Truth) {
    let facts = ask.facts;
    let (mut member, mut full) = (Truth::False, Truth::False);
    for row in facts.groups().party.pick(person.position(), &facts.facts().party_memberships) {
        watch.span(row.span, ask.at);
        let covers = row.span.covers(ask.at.day, ask.at.horizon);
        let seen_probationary = row.probationary_on.is_some_and(|seen| ask.at.known() <= seen);
        if let Some(seen) = row.probationary_on.and_then(|seen| seen.succ_opt()) {
            watch.change(seen);
        }
        let became = match row.full_from {
            Some(day) => {
                watch.change(day.first());
                watch.change(day.last());
                day.window().is_on_or_before(Window::exact(ask.at.day))
            }
            None if seen_probationary => Truth::False,
            None => Truth::Unknown,
        };
        member = member.or(covers);
        full = full.or(covers.and(became));
    }
    if !member.is_true() && !absent(person, ask, watch) {
        member = member.or(Truth::Unknown);
        full = full.or(Truth::Unknown);
    }
    (member, full)
}

/// Whether it is known that no membership in the Party is missing from the register.
pub(super) fn absent<W: Watch>(person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> bool {
    let facts = ask.facts;
    let said = facts.groups().not_party.pick(person.position(), &facts.facts().not_party_members).any(|row| {
        if let Some(next) = row.as_of.succ_opt().filter(|_| row.as_of < ask.at.horizon) {
            watch.change(next);
        }
        ask.at.known() <= row.as_of
    });
    said || facts.person_complete(List::PartyMembers, person, ask.at.known())
}

pub(super) fn party<W: Watch>(needed: PartyStanding, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let (member, full) = standing(person, ask, watch);
    let truth = match needed {
        PartyStanding::None => !member,
        PartyStanding::Any => member,
        PartyStanding::Full => full,
        PartyStanding::Probationary => member.and(!full),
    };
    let found = match (member, full) {
        (Truth::False, _) => Some(PartyStanding::None),
        (Truth::True, Truth::True) => Some(PartyStanding::Full),
        (Truth::True, Truth::False) => Some(PartyStanding::Probationary),
        _ => None,
    };
    if truth.is_unknown() {
        let fact = if member.is_true() { PersonFact::FullMemberDay } else { PersonFact::PartyStanding };
        watch.missing(|| Missing::OfPerson { fact, person });
    }
    tell(truth, watch, || Evidence::Party { person, found, needed, on: ask.at.day }, party_source(person, ask.facts))
}

pub(super) fn party_source(person: PersonIdx, facts: &Register) -> Option<&Source> {
    facts.groups().party.pick(person.position(), &facts.facts().party_memberships).find_map(|row| row.source.as_ref())
}

pub(super) fn seniority<W: Watch>(needed: &AtLeastPeriod, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let period = needed.min.get(ask.at, ask.unit(), facts, watch);
    let mut full_from = None;
    let mut truth = Truth::False;
    for row in facts.groups().party.pick(person.position(), &facts.facts().party_memberships) {
        watch.span(row.span, ask.at);
        let covers = row.span.covers(ask.at.day, ask.at.horizon);
        let seen_probationary = row.probationary_on.is_some_and(|seen| ask.at.known() <= seen);
        if let Some(next) = row.probationary_on.and_then(|seen| seen.succ_opt()) {
            watch.change(next);
        }
        let long_enough = match (row.full_from, period) {
            (Some(day), Some(period)) => {
                full_from = Some(day);
                let reached = period.after_window(day.window());
                watch.change(reached.first());
                watch.change(reached.last());
                reached.is_on_or_before(Window::exact(ask.at.day))
            }
            (None, _) if seen_probationary => Truth::False,
            (full, None) => {
                full_from = full;
                Truth::Unknown
            }
            (None, Some(_)) => Truth::Unknown,
        };
        truth = truth.or(covers.and(long_enough));
    }
    if !truth.is_true() && !absent(person, ask, watch) {
        truth = truth.or(Truth::Unknown);
    }
    if truth.is_unknown() {
        watch.missing(|| Missing::OfPerson { fact: PersonFact::FullMemberDay, person });
    }
    let on = ask.at.day;
    tell(truth, watch, || Evidence::Seniority { person, full_from, needed: period, on }, party_source(person, facts))
}

//! Leaves about what a person is joined to: membership, household, posts, kin, programs.

use super::language::{HasStatus, Holds, KinOf, Reach};
use super::{Asked, any_span, tell};
use crate::check::{Evidence, Missing, Node, PersonFact, Watch};
use crate::facts::{PersonIdx, Register, UnitIdx};
use crate::vocab::{Circle, FactSpan, Key, LinkKind, List, Possible, StatusKind, Truth, UnitKind, Window};
use chrono::NaiveDate;

pub(super) fn member<W: Watch>(person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let Some(unit) = ask.unit() else { return Truth::Unknown };
    is_member(person, unit, ask, watch)
}

/// Whether a person is a member of a cooperative on the day.
pub(crate) fn is_member<W: Watch>(person: PersonIdx, unit: UnitIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let id = facts.unit_row(unit).map(|row| &row.id);
    let rows = facts
        .groups()
        .memberships
        .pick(person.position(), &facts.facts().memberships)
        .filter(|row| Some(&row.unit) == id)
        .map(|row| (row.span, row.source.as_ref()));
    let (mut truth, span, source) = any_span(rows, ask, watch);
    if !truth.is_true() && !facts.unit_complete(List::Members, unit, ask.at.known()) {
        truth = truth.or(Truth::Unknown);
    }
    if truth.is_unknown() {
        if span.is_some() {
            watch.missing(|| Missing::OfPerson { fact: PersonFact::Membership, person });
        } else {
            watch.missing(|| Missing::ListOfUnit { list: List::Members, unit, day: ask.at.known() });
        }
    }
    tell(truth, watch, || Evidence::Member { person, unit, span, on: ask.at.day }, source)
}

pub(super) fn household<W: Watch>(person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let Some(unit) = ask.unit() else { return Truth::Unknown };
    let rows = facts
        .groups()
        .statuses
        .pick(person.position(), &facts.facts().statuses)
        .filter(|row| row.kind == StatusKind::HouseholdRegistration)
        .filter(|row| row.unit.as_ref().and_then(|id| facts.unit(id)).is_some_and(|of| in_line(of, unit, facts)))
        .map(|row| (row.span, row.source.as_ref()));
    let (mut truth, span, source) = any_span(rows, ask, watch);
    if !truth.is_true() && !facts.person_complete(List::Households, person, ask.at.known()) {
        truth = truth.or(Truth::Unknown);
    }
    if truth.is_unknown() {
        watch.missing(|| Missing::ListOfPerson { list: List::Households, circle: None, person, day: ask.at.known() });
    }
    tell(truth, watch, || Evidence::Household { person, unit, span, on: ask.at.day }, source)
}

/// Whether one unit lies above, below or at the other.
fn in_line(one: UnitIdx, other: UnitIdx, facts: &Register) -> bool {
    facts.upward(one).any(|up| up == other) || facts.upward(other).any(|up| up == one)
}

/// Whether a span had begun by a day.
fn begun(span: FactSpan, day: NaiveDate) -> Truth {
    span.from.map_or(Truth::Unknown, |from| from.window().is_on_or_before(Window::exact(day)))
}

pub(super) fn status_leaf<W: Watch>(has: &HasStatus, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let min = has.min.as_ref().map(|min| min.get(ask.at, ask.unit(), facts, watch));
    let (mut truth, mut found, mut source) = (Truth::False, None, None);
    for row in facts
        .groups()
        .statuses
        .pick(person.position(), &facts.facts().statuses)
        .filter(|row| has.is.contains(&row.kind))
    {
        let here = match (has.here, &row.unit, ask.unit()) {
            (false, ..) => Truth::True,
            (true, Some(id), Some(unit)) => Truth::from(facts.unit(id).is_some_and(|of| in_line(of, unit, facts))),
            (true, ..) => Truth::Unknown,
        };
        if here.is_false() {
            continue;
        }
        watch.span(row.span, ask.at);
        let long = match (min, row.span.from) {
            (None, _) => Truth::True,
            (Some(Some(min)), Some(from)) => {
                let reached = min.after_window(from.window());
                watch.change(reached.first());
                watch.change(reached.last());
                reached.is_on_or_before(Window::exact(ask.at.day))
            }
            (Some(_), _) => Truth::Unknown,
        };
        let then = if has.ever { begun(row.span, ask.at.day) } else { row.span.covers(ask.at.day, ask.at.horizon) };
        let one = then.and(here).and(long);
        if truth < one || found.is_none() {
            (found, source) = (Some((row.kind, row.span)), row.source.as_ref());
        }
        truth = truth.or(one);
    }
    let mut open = None;
    for kind in &has.is {
        if !facts.person_complete(kind.list(), person, ask.at.known()) {
            open = Some(kind.list());
        }
    }
    if !truth.is_true() && open.is_some() {
        truth = truth.or(Truth::Unknown);
    }
    if truth.is_unknown() && min.is_none_or(|min| min.is_some()) {
        watch.missing(|| match (open, found) {
            (_, Some(_)) | (None, _) => Missing::OfPerson { fact: PersonFact::StatusDay, person },
            (Some(list), None) => Missing::ListOfPerson { list, circle: None, person, day: ask.at.known() },
        });
    }
    let (is, min) = (has.is.clone(), min.flatten());
    tell(truth, watch, || Evidence::Status { person, is, min, found, on: ask.at.day }, source)
}

/// Whether a person's formal affiliation is with the subject's unit, or with an organization that serves it.
pub(super) fn affiliated<W: Watch>(person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let Some(unit) = ask.unit() else { return Truth::Unknown };
    let (mut truth, mut found, mut source): (Truth, Option<(Option<UnitIdx>, FactSpan)>, _) =
        (Truth::False, None, None);
    for row in facts.groups().party.pick(person.position(), &facts.facts().party_memberships) {
        watch.span(row.span, ask.at);
        let of = row.unit.as_ref().and_then(|id| facts.unit(id));
        let here = match of {
            None => Truth::Unknown,
            Some(of) if of == unit => Truth::True,
            Some(of) => serves(of, unit, ask, watch),
        };
        let one = row.span.covers(ask.at.day, ask.at.horizon).and(here);
        if truth < one || found.is_none() {
            (found, source) = (Some((of, row.span)), row.source.as_ref());
        }
        truth = truth.or(one);
    }
    if !truth.is_true() && !super::party::absent(person, ask, watch) {
        truth = truth.or(Truth::Unknown);
    }
    if truth.is_unknown() {
        watch.missing(|| Missing::OfPerson { fact: PersonFact::Affiliation, person });
    }
    let found = found.and_then(|(of, _)| of);
    tell(truth, watch, || Evidence::Affiliated { person, unit, found, on: ask.at.day }, source)
}

/// Whether an organization serves a unit by a link, on the day.
fn serves<W: Watch>(organization: UnitIdx, unit: UnitIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let mut truth = Truth::False;
    for &row in facts.groups().links_to_unit.of(unit.position()) {
        let Ok(position) = usize::try_from(row) else { continue };
        let (Some(link), Some(from)) = (facts.facts().links.get(position), facts.link_from(position)) else { continue };
        if link.kind == LinkKind::Serves && from == organization {
            watch.span(link.span, ask.at);
            truth = truth.or(link.span.covers(ask.at.day, ask.at.horizon));
        }
    }
    let complete = facts.unit_complete(List::Links, unit, ask.at.known());
    if truth.is_true() || complete { truth } else { truth.or(Truth::Unknown) }
}

/// Whether `other` lies within the reach of `unit`.
pub(crate) fn reaches(reach: Reach, unit: UnitIdx, other: UnitIdx, facts: &Register) -> bool {
    match reach {
        Reach::Anywhere => true,
        Reach::Unit => unit == other,
        Reach::Village => {
            let village = village_of(unit, facts);
            village.is_some() && village == village_of(other, facts)
        }
    }
}

/// The village or community of a unit: itself, or the one above it.
pub(crate) fn village_of(unit: UnitIdx, facts: &Register) -> Option<UnitIdx> {
    facts.upward(unit).find(|&unit| {
        facts
            .unit_row(unit)
            .is_some_and(|row| matches!(row.kind, UnitKind::Village | UnitKind::Community | UnitKind::Park))
    })
}

pub(super) fn holds_leaf<W: Watch>(holds: &Holds, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let (mut truth, mut found, mut source) = (Truth::False, None, None);
    for &row in facts.groups().holdings_of_person.of(person.position()) {
        let Some(held) = usize::try_from(row).ok().and_then(|row| facts.held().get(row)) else { continue };
        let inside = ask.unit().is_none_or(|unit| reaches(holds.inside, unit, held.unit, facts));
        if !holds.posts.contains(&held.post) || !inside {
            continue;
        }
        watch.span(held.span, ask.at);
        let covers = held.span.covers(ask.at.day, ask.at.horizon);
        if truth < covers || found.is_none() {
            found = Some((held.post, held.unit, held.span));
            source =
                usize::try_from(row).ok().and_then(|row| facts.holdings().get(row)).and_then(|row| row.source.as_ref());
        }
        truth = truth.or(covers);
    }
    if !truth.is_true() && !facts.person_complete(List::Roster, person, ask.at.known()) {
        truth = truth.or(Truth::Unknown);
    }
    if truth.is_unknown() {
        watch.missing(|| match found {
            Some(_) => Missing::OfPerson { fact: PersonFact::PostEnds, person },
            None => Missing::ListOfPerson { list: List::Roster, circle: None, person, day: ask.at.known() },
        });
    }
    tell(truth, watch, || Evidence::Holds { person, posts: holds.posts.clone(), found, on: ask.at.day }, source)
}

/// Whether two persons stand in a circle on the day, by a recorded tie or the completeness of one of them.
pub(crate) fn kin<W: Watch>(a: PersonIdx, b: PersonIdx, circle: Circle, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let affinity = crate::facts::kin::Affinity::Wide;
    facts.kin().edges(a, b, circle, affinity, ask.at.horizon, &mut |day| watch.change(day));
    let found = facts.kin().between(a, b, circle, affinity, ask.at.day, ask.at.horizon);
    let known = ask.at.known();
    let closed =
        circle == Circle::SamePerson || facts.kin_complete(a, circle, known) || facts.kin_complete(b, circle, known);
    let truth = if found.truth.is_true() || closed { found.truth } else { found.truth.or(Truth::Unknown) };
    if truth.is_unknown() {
        if closed {
            watch.missing(|| Missing::OfPerson { fact: PersonFact::KinDates, person: a });
        } else {
            let (a, b) = (a.min(b), a.max(b));
            for person in [a, b] {
                watch.missing(|| Missing::ListOfPerson { list: List::Kin, circle: Some(circle), person, day: known });
            }
        }
    }
    watch.leaf(truth, || {
        let sources = found
            .path
            .iter()
            .flat_map(crate::facts::kin::KinPath::rows)
            .filter_map(|row| facts.facts().kin.get(usize::try_from(row).ok()?)?.source.clone());
        let sources = sources.collect();
        (Evidence::Kin { a, b, circle, path: found.path.clone(), on: ask.at.day }, sources)
    });
    truth
}

pub(super) fn kin_of<W: Watch>(of: &KinOf, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let circle = of.circle.get(ask.at, ask.unit(), facts, watch);
    watch.enter(Node::Any);
    let mut truth = if circle.is_some() { Truth::False } else { Truth::Unknown };
    if let (Some(unit), Some(circle)) = (ask.unit(), circle) {
        // Within one unit its own rows are enough.
        let near = facts.groups().holdings_of_unit.pick(unit.position(), facts.held());
        let far = facts.held().iter().filter(|_| of.inside != Reach::Unit);
        let rows = near.filter(|_| of.inside == Reach::Unit).chain(far);
        for held in rows.filter(|held| held.person != person && of.posts.contains(&held.post)) {
            if !reaches(of.inside, unit, held.unit, facts) {
                continue;
            }
            watch.span(held.span, ask.at);
            let sits = held.span.covers(ask.at.day, ask.at.horizon);
            if !sits.is_false() {
                truth = truth.or(sits.and(kin(person, held.person, circle, ask, watch)));
            }
        }
        if !truth.is_true() && !facts.unit_complete(List::Roster, unit, ask.at.known()) {
            truth = truth.or(Truth::Unknown);
            watch.missing(|| Missing::ListOfUnit { list: List::Roster, unit, day: ask.at.known() });
        }
    }
    watch.leave(Possible::from_truth(truth));
    truth
}

pub(super) fn enrolled<W: Watch>(program: &Key, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let rows = facts
        .groups()
        .enrollments
        .pick(person.position(), &facts.facts().enrollments)
        .filter(|row| row.program == *program)
        .map(|row| (row.span, row.source.as_ref()));
    let (mut truth, span, source) = any_span(rows, ask, watch);
    if !truth.is_true() && !facts.person_complete(List::Enrollment, person, ask.at.known()) {
        truth = truth.or(Truth::Unknown);
    }
    if truth.is_unknown() {
        watch.missing(|| match span {
            Some(_) => Missing::OfPerson { fact: PersonFact::EnrollmentDay, person },
            None => Missing::ListOfPerson { list: List::Enrollment, circle: None, person, day: ask.at.known() },
        });
    }
    let program = program.clone();
    tell(truth, watch, || Evidence::Enrolled { person, program, span, on: ask.at.day }, source)
}

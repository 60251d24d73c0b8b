//! Leaves about a unit: its traits, its numbers, its registered name.

use super::language::{Named, UnitCount};
use super::{Asked, any_span, at_least_truth, tell};
use crate::check::count::at_most_truth;
use crate::check::{Evidence, Missing, Range, UnitFact, Watch};
use crate::facts::{Source, UnitIdx};
use crate::vocab::{Base, List, TraitKind, Truth, Window};
use std::collections::BTreeMap;

pub(super) fn trait_leaf<W: Watch>(kind: TraitKind, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let Some(unit) = ask.unit() else { return Truth::Unknown };
    let rows = |holds: bool| {
        facts
            .groups()
            .traits_of_unit
            .pick(unit.position(), &facts.facts().unit_traits)
            .filter(move |row| row.kind == kind && row.holds == holds)
            .map(|row| (row.span, row.source.as_ref()))
    };
    let (yes, _, yes_source) = any_span(rows(true), ask, watch);
    let (no, _, no_source) = any_span(rows(false), ask, watch);
    // Said to hold and said not to hold is a contradiction of the record, and no answer.
    let (truth, source) = match (yes.is_true(), no.is_true()) {
        (true, false) => (Truth::True, yes_source),
        (false, true) => (Truth::False, no_source),
        (true, true) | (false, false) => (Truth::Unknown, yes_source.or(no_source)),
    };
    if truth.is_unknown() {
        watch.missing(|| Missing::OfUnit { fact: UnitFact::Trait(kind), unit });
    }
    tell(truth, watch, || Evidence::Trait { unit, kind, on: ask.at.day }, source)
}

pub(super) fn number_leaf<W: Watch>(count: &UnitCount, ask: Asked<'_>, watch: &mut W) -> Truth {
    let Some(unit) = ask.unit() else { return Truth::Unknown };
    let (found, source) = unit_number(count.of, unit, ask, watch);
    let bounds = [&count.min, &count.max]
        .map(|bound| bound.as_ref().map(|bound| bound.get(ask.at, Some(unit), ask.facts, watch)));
    let [min, max] = bounds;
    let mut truth = Truth::True;
    if let Some(min) = min {
        truth = truth.and(min.map_or(Truth::Unknown, |min| at_least_truth(found, min)));
    }
    if let Some(max) = max {
        truth = truth.and(max.map_or(Truth::Unknown, |max| at_most_truth(found, max)));
    }
    let (min, max) = (min.flatten(), max.flatten());
    let of = crate::check::Counted::Base(count.of);
    tell(truth, watch, || Evidence::Number { unit, of, found, min, max, odd: false }, source)
}

/// A number of a unit on the day: recorded, or counted from a roll known in full; told as missing where it is neither.
pub(crate) fn unit_number<'a, W: Watch>(
    of: Base,
    unit: UnitIdx,
    ask: Asked<'a>,
    watch: &mut W,
) -> (Range, Option<&'a Source>) {
    let facts = ask.facts;
    let (mut sure, mut source): (Option<Range>, _) = (None, None);
    for row in
        facts.groups().numbers_of_unit.pick(unit.position(), &facts.facts().unit_numbers).filter(|row| row.of == of)
    {
        watch.span(row.span, ask.at);
        if row.span.covers(ask.at.day, ask.at.horizon).is_true() {
            source = source.or(row.source.as_ref());
            // Two numbers for one day contradict each other: either may be right.
            sure = Some(sure.map_or(Range::exact(row.number), |sure| Range {
                low: sure.low.min(row.number),
                high: sure.high.map(|high| high.max(row.number)),
            }));
        }
    }
    let found = match (sure, of) {
        (Some(sure), _) => sure,
        (None, Base::FullMembers | Base::AllPartyMembers) => party_members(of, unit, ask, watch),
        (None, Base::Households | Base::GroupHouseholds) => households(unit, ask, watch),
        (None, _) => Range::at_least(0),
    };
    if found.known().is_none() {
        watch.missing(|| Missing::OfBase { base: of, unit, day: ask.at.day });
    }
    (found, source)
}

/// Party members affiliated to the organization or to one below it.
fn party_members<W: Watch>(of: Base, unit: UnitIdx, ask: Asked<'_>, watch: &mut W) -> Range {
    let facts = ask.facts;
    let mut members: BTreeMap<crate::facts::PersonIdx, Truth> = BTreeMap::new();
    let mut beneath = vec![unit];
    let mut next = 0;
    while let Some(&at) = beneath.get(next) {
        next = next.saturating_add(1);
        beneath.extend(facts.groups().children.of(at.position()).iter().map(|&child| UnitIdx(child)));
        for row in facts.groups().party_of_unit.pick(at.position(), &facts.facts().party_memberships) {
            let Some(person) = facts.person(&row.person) else { continue };
            watch.span(row.span, ask.at);
            let here = row.span.covers(ask.at.day, ask.at.horizon);
            let counts =
                if of == Base::FullMembers { here.and(super::party::standing(person, ask, watch).1) } else { here };
            let known = members.entry(person).or_insert(Truth::False);
            *known = known.or(counts);
        }
    }
    // Whoever is affiliated nobody knows where may be affiliated here.
    for row in facts.groups().party_of_none.pick(0, &facts.facts().party_memberships) {
        let Some(person) = facts.person(&row.person) else { continue };
        watch.span(row.span, ask.at);
        let here = row.span.covers(ask.at.day, ask.at.horizon).and(Truth::Unknown);
        let counts =
            if of == Base::FullMembers { here.and(super::party::standing(person, ask, watch).1) } else { here };
        let known = members.entry(person).or_insert(Truth::False);
        *known = known.or(counts);
    }
    let complete = facts.unit_complete(List::PartyMembers, unit, ask.at.known());
    counted(members.values().copied(), complete)
}

/// Households of the unit with a member on the day.
fn households<W: Watch>(unit: UnitIdx, ask: Asked<'_>, watch: &mut W) -> Range {
    let facts = ask.facts;
    let mut homes: BTreeMap<&str, Truth> = BTreeMap::new();
    for row in facts.groups().homes_of_unit.pick(unit.position(), &facts.facts().household_members) {
        watch.span(row.span, ask.at);
        let known = homes.entry(row.household.as_str()).or_insert(Truth::False);
        *known = known.or(row.span.covers(ask.at.day, ask.at.horizon));
    }
    let complete = facts.unit_complete(List::Households, unit, ask.at.known());
    counted(homes.values().copied(), complete)
}

/// How many certainly, and how many at most where nobody is left out.
pub(crate) fn counted(each: impl Iterator<Item = Truth> + Clone, complete: bool) -> Range {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let low = number(each.clone().filter(|truth| truth.is_true()).count());
    let high = number(each.filter(|truth| !truth.is_false()).count());
    Range { low, high: complete.then_some(high) }
}

pub(super) fn named<W: Watch>(needed: &Named, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let Some(unit) = ask.unit() else { return Truth::Unknown };
    let (mut truth, mut found, mut source): (Option<Truth>, Option<String>, _) = (None, None, None);
    for row in facts.groups().names_of_unit.pick(unit.position(), &facts.facts().registered_names) {
        watch.span(row.span, ask.at);
        if row.span.covers(ask.at.day, ask.at.horizon).is_true() {
            let earlier = needed.before.map_or(Truth::True, |before| {
                row.span.from.map_or(Truth::Unknown, |from| from.window().is_before(Window::exact(before)))
            });
            let fits = carries(&row.name, needed, unit, ask).and(earlier);
            truth = Some(truth.map_or(fits, |truth| truth.union(fits)));
            (found, source) = (Some(row.name.clone()), row.source.as_ref());
        }
    }
    let truth = truth.unwrap_or(Truth::Unknown);
    if truth.is_unknown() {
        watch.missing(|| Missing::OfUnit { fact: UnitFact::RegisteredName, unit });
        if found.is_some() && needed.of_place {
            watch.missing(|| Missing::ListOfUnit { list: List::Units, unit, day: ask.at.known() });
        }
    }
    let (words, of_place, before) = (needed.with.clone(), needed.of_place, needed.before);
    tell(truth, watch, || Evidence::Named { unit, found, words, of_place, before }, source)
}

/// Whether a name carries every word asked for, and the name of a unit above it.
fn carries(name: &str, needed: &Named, unit: UnitIdx, ask: Asked<'_>) -> Truth {
    let words = Truth::from(needed.with.iter().all(|word| name.contains(word.as_str())));
    if needed.of_place { words.and(of_place(name, unit, ask)) } else { words }
}

/// Whether a name carries that of a unit above; a unit nobody named, or one not on the list, may be the one it names.
fn of_place(name: &str, unit: UnitIdx, ask: Asked<'_>) -> Truth {
    let facts = ask.facts;
    let mut truth = Truth::False;
    for row in facts.upward(unit).skip(1).filter_map(|up| facts.unit_row(up)) {
        let names = row.name.iter().chain(&row.also);
        let here = names.map(|name| stem(name)).any(|stem| !stem.is_empty() && name.contains(stem.as_str()));
        truth = truth.or(if here {
            Truth::True
        } else if row.name.is_none() {
            Truth::Unknown
        } else {
            Truth::False
        });
    }
    let top = facts.upward(unit).last().unwrap_or(unit);
    if facts.unit_complete(List::Units, top, ask.at.known()) { truth } else { truth.or(Truth::Unknown) }
}

/// The name of a place without the word for what it is: 南方村委会 is 南方.
fn stem(name: &str) -> String {
    let endings =
        ["村民委员会", "居民委员会", "社区居委会", "村委会", "居委会", "行政村", "社区", "街道", "村", "镇", "乡"];
    let stem = endings.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
    stem.trim().to_owned()
}

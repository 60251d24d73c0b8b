//! Puts the parameters in: every edition once for each combination of readings nobody has chosen between.

use super::error::{RulebookError, RulebookFault};
use super::load::{Parsed, Place, RawEdition};
use super::range::Range;
use super::{Edition, Exception, FromDay, Modality, Parameter, Provision, ProvisionId, Scope, Transition, Variant};
use crate::check::{Check, Criterion};
use crate::norm::Norm;
use crate::vocab::{Confidence, Key, Level, PartialDate, TermSet, Vocabulary, Window};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use toml::Value as Toml;

/// The most combinations of readings one edition may have.
const VARIANTS_MAX: usize = 16;

pub(super) struct Compiled {
    pub(super) provisions: BTreeMap<ProvisionId, Provision>,
    pub(super) errors: Vec<RulebookError>,
}

pub(super) fn compile(parsed: &Parsed, parameters: &BTreeMap<Key, Parameter>, vocabulary: &Vocabulary) -> Compiled {
    let mut errors = Vec::new();
    let mut provisions: BTreeMap<ProvisionId, Provision> = BTreeMap::new();
    let mut places: BTreeMap<ProvisionId, Place> = BTreeMap::new();
    for (head, place) in &parsed.provisions {
        let provision = Provision {
            id: head.id.clone(),
            title: head.title.clone(),
            applies_to: head.applies_to.clone(),
            judged_on: head.judged_on,
            before: head.before,
            editions: Vec::new(),
        };
        for (set, key) in scope_keys(&provision.applies_to) {
            check_term(vocabulary, set, key, place, &mut errors);
        }
        if provisions.insert(head.id.clone(), provision).is_some() {
            errors.push(place.error(RulebookFault::ProvisionTwice { id: head.id.clone() }));
        }
        places.insert(head.id.clone(), place.clone());
    }
    let instruments: BTreeSet<&str> = parsed.instruments.iter().map(|one| one.key.as_str()).collect();
    for raw in &parsed.editions {
        let Some(provision) = provisions.get_mut(&raw.of) else {
            errors.push(raw.place.error(RulebookFault::NoSuchProvision { id: raw.of.clone() }));
            continue;
        };
        if !instruments.contains(raw.head.source.instrument()) {
            let key = raw.head.source.instrument().to_owned();
            errors.push(raw.place.error(RulebookFault::NoSuchInstrument { key }));
        }
        match edition(raw, parameters) {
            Ok(edition) => {
                check_edition(provision, &edition, vocabulary, &raw.place, &mut errors);
                provision.editions.push(edition);
            }
            Err(mut faults) => errors.append(&mut faults),
        }
    }
    for (id, provision) in &mut provisions {
        provision.editions.sort_by_key(|edition| (edition.level, edition.from.first()));
        let place = places.get(id);
        let Some(place) = place else { continue };
        if provision.editions.is_empty() && errors.is_empty() {
            errors.push(place.error(RulebookFault::NoEdition { id: id.clone() }));
        }
        contiguous(id, &provision.editions, place, &mut errors);
    }
    Compiled { provisions, errors }
}

/// Within a level, every day has at most one edition, and none between two.
fn contiguous(id: &ProvisionId, editions: &[Edition], place: &Place, errors: &mut Vec<RulebookError>) {
    for pair in editions.windows(2) {
        let [earlier, later] = pair else { continue };
        if earlier.level != later.level {
            continue;
        }
        match earlier.until {
            Some(until) if until == later.from.first() => {}
            Some(until) if until < later.from.first() => {
                errors.push(place.error(RulebookFault::GapBetweenEditions { id: id.clone(), day: until }));
            }
            _ => {
                let day = later.from.first();
                errors.push(place.error(RulebookFault::OverlappingEditions { id: id.clone(), day }));
            }
        }
    }
}

fn edition(raw: &RawEdition, parameters: &BTreeMap<Key, Parameter>) -> Result<Edition, Vec<RulebookError>> {
    let head = &raw.head;
    let fail = |fault: RulebookFault| vec![raw.place.error(fault)];
    let mut names = BTreeSet::new();
    for value in [Some(&head.norm), head.when.as_ref(), head.transition.as_ref(), Some(&head.in_force.from)]
        .into_iter()
        .flatten()
        .chain(&head.unless)
    {
        parameters_in(value, &mut names);
    }
    let mut used = Vec::new();
    for name in &names {
        let Some(parameter) = Key::new(name).ok().and_then(|key| parameters.get(&key)) else {
            let Ok(name) = Key::new(name) else { continue };
            return Err(fail(RulebookFault::NoSuchParameter { name }));
        };
        used.push(parameter);
    }
    let (from, from_text) = from_day(&head.in_force.from, &used).map_err(&fail)?;
    let until = head.in_force.until.map(PartialDate::first);
    if let Some(until) = until
        && until <= from.first()
    {
        return Err(fail(RulebookFault::EmptyEdition { until }));
    }
    let mut variants = Vec::new();
    for readings in combinations(&used) {
        variants.push(variant(raw, &used, &readings).map_err(&fail)?);
    }
    Ok(Edition {
        from,
        from_text,
        until,
        level: head.level,
        stands: head.stands.clone(),
        lower: head.lower,
        source: head.source.clone(),
        modality: head.modality,
        effect: head.effect,
        parameters: used.iter().map(|parameter| parameter.name.clone()).collect(),
        variants,
    })
}

fn from_day(value: &Toml, used: &[&Parameter]) -> Result<(Window, FromDay), RulebookFault> {
    let unfit = |name: &Key, message: String| RulebookFault::UnfitParameter { name: name.clone(), message };
    let Some(name) = parameter_name(value) else {
        let day = PartialDate::deserialize(value.clone())
            .map_err(|error| RulebookFault::Shape { message: error.message().to_owned() })?;
        return Ok((day.window(), FromDay::Day(day)));
    };
    let Some(parameter) = used.iter().find(|parameter| parameter.name.as_str() == name) else {
        return Err(RulebookFault::Shape { message: format!("no parameter `{name}`") });
    };
    if let Some(set) = parameter.in_force() {
        let day = PartialDate::deserialize(set.clone())
            .map_err(|error| unfit(&parameter.name, error.message().to_owned()))?;
        return Ok((day.window(), FromDay::Day(day)));
    }
    let Some(Range::Days(range)) = parameter.range else {
        return Err(unfit(&parameter.name, "a beginning that nobody has set needs a `range` of days".to_owned()));
    };
    let window = Window::new(range.first.first(), range.last.last())
        .map_err(|error| unfit(&parameter.name, error.to_string()))?;
    Ok((window, FromDay::Param(parameter.name.clone())))
}

/// Every combination of readings of the parameters that are open and have readings.
fn combinations(used: &[&Parameter]) -> Vec<Vec<(Key, Toml)>> {
    let mut all = vec![Vec::new()];
    for parameter in used.iter().filter(|parameter| parameter.is_open() && !parameter.readings.is_empty()) {
        let mut next = Vec::new();
        for chosen in &all {
            for reading in &parameter.readings {
                let mut chosen: Vec<(Key, Toml)> = chosen.clone();
                chosen.push((parameter.name.clone(), reading.value.clone()));
                next.push(chosen);
            }
        }
        next.truncate(VARIANTS_MAX);
        all = next;
    }
    all
}

fn variant(raw: &RawEdition, used: &[&Parameter], readings: &[(Key, Toml)]) -> Result<Variant, RulebookFault> {
    let mut values: BTreeMap<&str, &Toml> = BTreeMap::new();
    for parameter in used {
        if let Some(value) = parameter.in_force() {
            values.insert(parameter.name.as_str(), value);
        }
    }
    for (name, value) in readings {
        values.insert(name.as_str(), value);
    }
    let head = &raw.head;
    let unfit = |error: &toml::de::Error| match used.first() {
        Some(parameter) => {
            RulebookFault::UnfitParameter { name: parameter.name.clone(), message: error.message().to_owned() }
        }
        None => RulebookFault::Shape { message: error.message().to_owned() },
    };
    let norm = Norm::deserialize(put_in(&head.norm, &values)).map_err(|error| unfit(&error))?;
    let when = head.when.as_ref().map(|when| Criterion::deserialize(put_in(when, &values))).transpose();
    let unless: Result<Vec<Exception>, _> =
        head.unless.iter().map(|unless| Exception::deserialize(put_in(unless, &values))).collect();
    let transition = match &head.transition {
        Some(transition) => Transition::deserialize(put_in(transition, &values)).map_err(|error| unfit(&error))?,
        None => Transition::AtOnce,
    };
    Ok(Variant {
        readings: readings.iter().map(|(name, value)| (name.clone(), plain(value))).collect(),
        when: when.map_err(|error| unfit(&error))?,
        unless: unless.map_err(|error| unfit(&error))?,
        transition,
        check: norm.check(),
        norm,
    })
}

/// A value as plain words: text without its quotes.
pub(super) fn plain(value: &Toml) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn parameter_name(value: &Toml) -> Option<&str> {
    let table = value.as_table().filter(|table| table.len() == 1)?;
    table.get("param")?.as_str()
}

fn parameters_in<'v>(value: &'v Toml, names: &mut BTreeSet<&'v str>) {
    if let Some(name) = parameter_name(value) {
        names.insert(name);
        return;
    }
    match value {
        Toml::Array(items) => items.iter().for_each(|item| parameters_in(item, names)),
        Toml::Table(table) => table.values().for_each(|item| parameters_in(item, names)),
        Toml::String(_) | Toml::Integer(_) | Toml::Float(_) | Toml::Boolean(_) | Toml::Datetime(_) => {}
    }
}

fn put_in(value: &Toml, values: &BTreeMap<&str, &Toml>) -> Toml {
    if let Some(set) = parameter_name(value).and_then(|name| values.get(name)) {
        return (*set).clone();
    }
    match value {
        Toml::Array(items) => Toml::Array(items.iter().map(|item| put_in(item, values)).collect()),
        Toml::Table(table) => {
            Toml::Table(table.iter().map(|(key, item)| (key.clone(), put_in(item, values))).collect())
        }
        Toml::String(_) | Toml::Integer(_) | Toml::Float(_) | Toml::Boolean(_) | Toml::Datetime(_) => value.clone(),
    }
}

fn check_term(vocabulary: &Vocabulary, set: TermSet, key: &Key, place: &Place, errors: &mut Vec<RulebookError>) {
    if !vocabulary.has(set, key) {
        let set = set.title(crate::vocab::Lang::En);
        errors.push(place.error(RulebookFault::NoSuchTerm { set, key: key.clone() }));
    }
}

fn scope_keys(scope: &Scope) -> Vec<(TermSet, &Key)> {
    match scope {
        Scope::Act { stages, .. } | Scope::Case { having: stages } => {
            stages.iter().map(|key| (TermSet::Stage, key)).collect()
        }
        Scope::Seat { .. }
        | Scope::Pair { .. }
        | Scope::Body { .. }
        | Scope::Unit { .. }
        | Scope::Person { .. }
        | Scope::PartyMemberPeriod {}
        | Scope::UnitPeriod { .. } => Vec::new(),
    }
}

/// The vocabulary, the subject and the standing of an edition.
fn check_edition(
    provision: &Provision,
    edition: &Edition,
    vocabulary: &Vocabulary,
    place: &Place,
    errors: &mut Vec<RulebookError>,
) {
    let weak = matches!(edition.source.confidence(), Confidence::Recalled | Confidence::Inference);
    let local = matches!(edition.level, Level::Town | Level::Charter);
    if weak && !local && edition.modality == Modality::Must {
        errors.push(place.error(RulebookFault::WeakMust { id: provision.id.clone() }));
    }
    for variant in &edition.variants {
        let mut criteria: Vec<&Criterion> = variant.when.iter().collect();
        criteria.extend(variant.unless.iter().map(|exception| &exception.when));
        if let Check::Person(criterion) = &variant.check {
            criteria.push(criterion);
        }
        for criterion in criteria {
            criterion.walk(&mut |leaf| {
                for (set, key) in leaf.keys() {
                    check_term(vocabulary, set, key, place, errors);
                }
                if let Some(what) = misplaced(leaf, &provision.applies_to) {
                    errors.push(place.error(RulebookFault::WrongSubject { id: provision.id.clone(), what }));
                }
            });
        }
        for (set, key) in variant.check.keys() {
            check_term(vocabulary, set, key, place, errors);
        }
        if let Some(what) = unasked(&variant.check, &provision.applies_to) {
            errors.push(place.error(RulebookFault::WrongSubject { id: provision.id.clone(), what }));
        }
    }
    errors.dedup();
}

/// What a leaf asks that the subject of a scope does not have.
#[expect(clippy::wildcard_enum_match_arm, reason = "every other node is of no subject in particular")]
fn misplaced(leaf: &Criterion, scope: &Scope) -> Option<&'static str> {
    // An act has the person it is about.
    let has_person = matches!(
        scope,
        Scope::Seat { .. }
            | Scope::Pair { .. }
            | Scope::Person { .. }
            | Scope::PartyMemberPeriod {}
            | Scope::Act { .. }
    );
    match leaf {
        Criterion::Matter(_) | Criterion::Actor(_) if !matches!(scope, Scope::Act { .. }) => Some("a matter or actor"),
        Criterion::Continued(_) | Criterion::Basis(_) if !matches!(scope, Scope::Seat { .. }) => {
            Some("the way of taking office")
        }
        leaf if leaf.asks_person() && !has_person => Some("a fact about a person"),
        _ => None,
    }
}

/// What a check asks that the subject of a scope does not have.
fn unasked(check: &Check, scope: &Scope) -> Option<&'static str> {
    use crate::check::{Event, Follows, Lasts, Link, Pair, Tallied};
    let fits = match check {
        Check::Person(_) => true,
        Check::Count(count) => match &count.of {
            Tallied::Seats => matches!(scope, Scope::Body { .. }),
            Tallied::Holders { .. } | Tallied::Base(_) | Tallied::UnitsBelow(_) | Tallied::UnitsServed(_) => {
                matches!(scope, Scope::Body { .. } | Scope::Unit { .. })
            }
            Tallied::PostsOfOne { .. } | Tallied::StatusesOfOne(_) => {
                matches!(scope, Scope::Person { .. } | Scope::Seat { .. })
            }
            Tallied::Recorded(_) => matches!(scope, Scope::Act { .. }),
        },
        Check::Pair(Pair::Apart { .. }) => matches!(scope, Scope::Pair { .. }),
        Check::Pair(Pair::Together { .. }) => matches!(scope, Scope::Unit { .. }),
        Check::Lasts(Lasts::Term { .. }) => matches!(scope, Scope::Body { .. } | Scope::Seat { .. }),
        Check::Lasts(Lasts::Whole { .. } | Lasts::Remainder { .. }) => matches!(scope, Scope::Seat { .. }),
        Check::Lasts(Lasts::Shown { .. }) | Check::Act(_) | Check::Follows(Follows::Beside { .. }) => {
            matches!(scope, Scope::Act { .. })
        }
        Check::Follows(Follows::Trained { .. }) | Check::Link(Link::Enrolled { .. }) => {
            matches!(scope, Scope::Seat { .. })
        }
        Check::Follows(Follows::Path(_)) => matches!(scope, Scope::Case { .. }),
        Check::Each(each) => match each.event {
            Event::TrainingHours => matches!(scope, Scope::PartyMemberPeriod {}),
            Event::Act { .. } => matches!(scope, Scope::UnitPeriod { .. }),
        },
        Check::Link(Link::Parent { .. } | Link::Served { .. } | Link::Formed { .. }) => {
            matches!(scope, Scope::Unit { .. })
        }
    };
    (!fits).then_some("this norm")
}

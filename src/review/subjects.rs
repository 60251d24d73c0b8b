//! Whom and what a provision is asked of in a register on a day.

use super::prepare::Prepared;
use crate::check::{Check, Reach, Seat, Subject, closed_periods, village_of};
use crate::facts::{BodyIdx, HoldingIdx, PersonIdx, Register, UnitIdx};
use crate::rulebook::{Scope, Variant};
use crate::vocab::{Basis, BodyKind, Circle, Cycle, FactSpan, LinkKind, PostKind, SpanEnd, UnitKind};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Up to so many seats of one unit are compared pair by pair; beyond, only those with a recorded tie.
const SEATS_PAIRED_MAX: usize = 256;

/// The seats of a register by post, those that may be held on the day.
#[derive(Debug)]
pub(super) struct Field<'a> {
    facts: &'a Register,
    day: NaiveDate,
    by_post: BTreeMap<PostKind, Vec<HoldingIdx>>,
    months_back: u32,
    /// Branches of cooperatives: below one, or serving one. Their posts are posts of the cooperative's branch.
    serving: BTreeSet<UnitIdx>,
}

impl<'a> Field<'a> {
    pub(super) fn new(facts: &'a Register, day: NaiveDate, months_back: u32) -> Self {
        let mut by_post: BTreeMap<PostKind, Vec<HoldingIdx>> = BTreeMap::new();
        for (position, held) in facts.held().iter().enumerate() {
            if !held.span.covers(day, day).is_false() {
                by_post.entry(held.post).or_default().push(HoldingIdx::at(position));
            }
        }
        Self { facts, day, by_post, months_back, serving: serving(facts) }
    }

    /// Tells every subject of a provision, in order.
    pub(super) fn each(&self, prepared: &Prepared<'_>, tell: &mut impl FnMut(Subject)) {
        match &prepared.provision.applies_to {
            Scope::Seat { posts, units, holders, candidates } => {
                if *holders {
                    self.seats(posts, units, tell);
                }
                if *candidates {
                    self.candidacies(posts, units, tell);
                }
            }
            Scope::Pair { of, from, inside, units } => self.pairs(of, from, *inside, units, tell),
            Scope::Body { kinds, units } => self.bodies(kinds, units, tell),
            Scope::Unit { kinds, having } => self.units(kinds, having, tell),
            Scope::Act { stages, units, .. } => {
                for (position, act) in self.facts.facts().acts.iter().enumerate() {
                    let past = act.day.is_none_or(|day| day.first() <= self.day);
                    if past && stages.contains(&act.stage) && self.kind_fits(self.facts.act_unit(position), units) {
                        tell(Subject::Act(u32::try_from(position).unwrap_or(u32::MAX)));
                    }
                }
            }
            Scope::Case { having } => {
                let mut seen = BTreeSet::new();
                for (position, act) in self.facts.facts().acts.iter().enumerate() {
                    if having.contains(&act.stage) {
                        seen.extend(self.facts.act_case(position));
                    }
                }
                for case in seen {
                    tell(Subject::Case(case));
                }
            }
            Scope::Person { posts } => {
                let persons: BTreeSet<PersonIdx> = self.held(posts).map(|held| held.1.person).collect();
                for person in persons {
                    tell(Subject::Person(person));
                }
            }
            Scope::PartyMemberPeriod {} => {
                let members: BTreeSet<PersonIdx> = self
                    .facts
                    .facts()
                    .party_memberships
                    .iter()
                    .filter_map(|row| self.facts.person(&row.person))
                    .collect();
                for (first, last) in self.periods(prepared) {
                    for &person in &members {
                        tell(Subject::PersonPeriod(person, first, last));
                    }
                }
            }
            Scope::UnitPeriod { kinds } => {
                for (first, last) in self.periods(prepared) {
                    for (position, unit) in self.facts.units().iter().enumerate() {
                        if kinds.contains(&unit.kind) {
                            tell(Subject::UnitPeriod(UnitIdx::at(position), first, last));
                        }
                    }
                }
            }
        }
    }

    /// The periods that closed in the time looked back on.
    fn periods(&self, prepared: &Prepared<'_>) -> Vec<(NaiveDate, NaiveDate)> {
        let since = self.day.checked_sub_months(chrono::Months::new(self.months_back)).unwrap_or(self.day);
        let cycle_of = |variant: &Variant| if let Check::Each(each) = &variant.check { Some(each.cycle) } else { None };
        let all: Vec<Cycle> =
            prepared.provision.editions.iter().flat_map(|edition| &edition.variants).filter_map(cycle_of).collect();
        // A period counts when an edition in force on its last day asks by such periods, or none is in force.
        let asked = |cycle: Cycle, last: NaiveDate| {
            let groups = prepared.segments.get(prepared.segment_at(last)).map_or(&[][..], |segment| &segment.groups);
            let mut variants = groups.iter().flat_map(|group| group.variants).peekable();
            variants.peek().is_none() || variants.any(|variant| cycle_of(variant) == Some(cycle))
        };
        let mut periods = BTreeSet::new();
        for cycle in all {
            let closed = closed_periods(cycle, since, self.day);
            periods.extend(closed.into_iter().filter(|(_, last)| asked(cycle, *last)));
        }
        periods.into_iter().rev().collect()
    }

    fn held<'s>(&'s self, posts: &'s [PostKind]) -> impl Iterator<Item = (HoldingIdx, &'a crate::facts::Held)> + 's {
        posts
            .iter()
            .filter_map(|post| self.by_post.get(post))
            .flatten()
            .filter_map(|&row| Some((row, self.facts.held().get(row.position())?)))
    }

    fn kind_fits(&self, unit: Option<UnitIdx>, kinds: &[UnitKind]) -> bool {
        kinds.is_empty()
            || unit.and_then(|unit| self.facts.unit_row(unit)).is_some_and(|unit| kinds.contains(&unit.kind))
    }

    fn seats(&self, posts: &[PostKind], units: &[UnitKind], tell: &mut impl FnMut(Subject)) {
        for (row, held) in self.held(posts) {
            let fits = self.kind_fits(Some(held.unit), units)
                || held.post.is_party_post()
                    && units.contains(&UnitKind::Cooperative)
                    && self.serving.contains(&held.unit);
            if fits && let Some(seat) = Seat::of(row, self.facts) {
                tell(Subject::Seat(seat));
            }
        }
    }

    fn candidacies(&self, posts: &[PostKind], units: &[UnitKind], tell: &mut impl FnMut(Subject)) {
        for row in &self.facts.facts().candidacies {
            let (Some(person), Some(unit)) = (self.facts.person(&row.person), self.facts.unit(&row.unit)) else {
                continue;
            };
            if !posts.contains(&row.post) || !self.kind_fits(Some(unit), units) {
                continue;
            }
            // A candidate would take the post with the election, and is asked about as if he did.
            let Ok(span) = FactSpan::new(row.election, SpanEnd::Never) else { continue };
            tell(Subject::Seat(Seat {
                person,
                unit,
                post: row.post,
                span,
                basis: Some(Basis::Elected),
                elected: row.election,
                nominated: row.nominated,
                continued: None,
                holding: None,
                proposed: true,
            }));
        }
    }

    fn pairs(
        &self,
        of: &[PostKind],
        from: &[PostKind],
        inside: Reach,
        units: &[UnitKind],
        tell: &mut impl FnMut(Subject),
    ) {
        let symmetric = of == from;
        let place = |unit: UnitIdx| match inside {
            Reach::Unit => Some(unit),
            Reach::Village => village_of(unit, self.facts),
            Reach::Anywhere => None,
        };
        let mut groups: BTreeMap<Option<UnitIdx>, (Vec<HoldingIdx>, Vec<HoldingIdx>)> = BTreeMap::new();
        for (row, held) in self.held(of).filter(|(_, held)| self.kind_fits(Some(held.unit), units)) {
            groups.entry(place(held.unit)).or_default().0.push(row);
        }
        if !symmetric {
            for (row, held) in self.held(from).filter(|(_, held)| self.kind_fits(Some(held.unit), units)) {
                groups.entry(place(held.unit)).or_default().1.push(row);
            }
        }
        for (of, from) in groups.values_mut() {
            self.strongest_first(of);
            self.strongest_first(from);
        }
        for (place, (of, from)) in &groups {
            let from = if symmetric { of } else { from };
            let narrow = place.is_none() || SEATS_PAIRED_MAX < of.len().max(from.len());
            self.pairs_of(of, from, symmetric, narrow, tell);
        }
    }

    /// Of several seats of one person the one that binds most stands first: certainly held, then latest elected.
    fn strongest_first(&self, rows: &mut [HoldingIdx]) {
        rows.sort_by_cached_key(|&row| {
            let held = self.facts.held().get(row.position());
            let sits = held.map(|held| held.span.covers(self.day, self.day));
            let elected = Seat::of(row, self.facts).and_then(|seat| seat.election());
            std::cmp::Reverse((sits, elected, std::cmp::Reverse(row)))
        });
    }

    fn pairs_of(
        &self,
        of: &[HoldingIdx],
        from: &[HoldingIdx],
        symmetric: bool,
        narrow: bool,
        tell: &mut impl FnMut(Subject),
    ) {
        let seat = |row: HoldingIdx| Seat::of(row, self.facts);
        let mut by_person: BTreeMap<PersonIdx, HoldingIdx> = BTreeMap::new();
        for &row in from {
            if let Some(held) = self.facts.held().get(row.position()) {
                by_person.entry(held.person).or_insert(row);
            }
        }
        let mut told: BTreeSet<(PersonIdx, PersonIdx)> = BTreeSet::new();
        let mut tell_once = |a: HoldingIdx, b: HoldingIdx| {
            let (Some(a), Some(b)) = (seat(a), seat(b)) else { return };
            let (a, b) = if symmetric && b.person < a.person { (b, a) } else { (a, b) };
            let same = a.person == b.person;
            if !(same && symmetric) && told.insert((a.person, b.person)) {
                tell(Subject::Pair(a, b));
            }
        };
        for &row in of {
            let Some(held) = self.facts.held().get(row.position()) else { continue };
            if narrow {
                // Too many to compare each with each: the same person, and whoever a recorded tie reaches.
                let kin = self.facts.kin().relatives(
                    held.person,
                    Circle::CivilServiceScope,
                    crate::facts::kin::Affinity::Wide,
                    self.day,
                    self.day,
                );
                for person in kin.into_iter().map(|(person, _)| person).chain([held.person]) {
                    if let Some(&other) = by_person.get(&person) {
                        tell_once(row, other);
                    }
                }
            } else {
                for &other in from {
                    tell_once(row, other);
                }
            }
        }
    }

    fn bodies(&self, kinds: &[BodyKind], units: &[UnitKind], tell: &mut impl FnMut(Subject)) {
        let mut found: BTreeSet<(UnitIdx, BodyKind)> = BTreeSet::new();
        for (position, body) in self.facts.facts().bodies.iter().enumerate() {
            if kinds.contains(&body.kind) {
                found.extend(self.facts.body_unit(BodyIdx::at(position)).map(|unit| (unit, body.kind)));
            }
        }
        for &kind in kinds {
            let posts: Vec<PostKind> = kind.posts().filter(|post| post.shows_body()).collect();
            found.extend(self.held(&posts).map(|(_, held)| (held.unit, kind)));
        }
        for (unit, kind) in found {
            if self.kind_fits(Some(unit), units) {
                tell(Subject::Body(unit, kind));
            }
        }
    }

    fn units(&self, kinds: &[UnitKind], having: &[PostKind], tell: &mut impl FnMut(Subject)) {
        let with: BTreeSet<UnitIdx> = self.held(having).map(|(_, held)| held.unit).collect();
        for (position, unit) in self.facts.units().iter().enumerate() {
            let here = UnitIdx::at(position);
            if kinds.contains(&unit.kind) && (having.is_empty() || with.contains(&here)) {
                tell(Subject::Unit(here));
            }
        }
    }
}

/// The units that are branches of cooperatives.
fn serving(facts: &Register) -> BTreeSet<UnitIdx> {
    let is = |unit: Option<UnitIdx>, kinds: &[UnitKind]| {
        unit.and_then(|unit| facts.unit_row(unit)).is_some_and(|row| kinds.contains(&row.kind))
    };
    let below = (0..facts.units().len())
        .map(UnitIdx::at)
        .filter(|unit| is(facts.parent(*unit), &[UnitKind::Cooperative]) && is(Some(*unit), BRANCHES));
    let linked = facts.facts().links.iter().enumerate().filter_map(|(position, link)| {
        let serves = link.kind == LinkKind::Serves && is(facts.unit(&link.to), &[UnitKind::Cooperative]);
        facts.link_from(position).filter(|unit| serves && is(Some(*unit), BRANCHES))
    });
    below.chain(linked).collect()
}

const BRANCHES: &[UnitKind] = &[UnitKind::PartyBranch, UnitKind::JointBranch];

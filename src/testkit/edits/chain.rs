//! 组织优化 — levels of cooperatives, coverage of the chain, names, registered changes, legal representatives.

use super::organization::parent;
use super::rows::{act, act_of, drop_act, holding, move_to, open};
use super::{B, BN, Edit, Found, SB, breach, near, nothing, one, removed};
use crate::facts::{Extent, Facts, Holding, RegisteredName, Unit, UnitLink};
use crate::testkit::days::{month_of, on, plus, seen, since, unit_id, until, ymd};
use crate::testkit::ground::{Coop, Part, Pick, Village};
use crate::vocab::{FactSpan, LinkKind, List, PersonId, Possible, PostKind, TraitKind, UnitId, UnitKind};
use chrono::NaiveDate;

const LEVELS: &str = "organization.cooperative-levels";
const CHAIN: &str = "organization.four-level-chain";
const TOTAL: &str = "organization.four-level-chain-total";
const GRID: &str = "organization.branch-coverage-grid";
const CHANGE: &str = "organization.registration-change";
const EXISTS: &str = "organization.cooperative-existence";
const EXISTS_GROUP: &str = "organization.cooperative-existence-group";
const NAME: &str = "organization.name";
const LEGAL: &str = "organization.legal-representative";
const DIRECTOR: &str = "organization.committee-legal-representative";
const RESIDENTS: &str = "organization.committee-legal-representative-residents";
const PLAN: &str = "organization.village-work-plan";

/// Satisfied, breached or excepted.
const SBE: Possible = SB.union(Possible::EXCEPTED);

/// A unit of a kind beside the town, with nothing below it.
fn beside(facts: &mut Facts, pick: &Pick, kind: UnitKind) -> UnitId {
    let id = unit_id(&format!("{}-X{}", pick.town, facts.units.len()));
    facts.units.push(Unit::new(id.clone(), kind));
    id
}

/// Replaces what serves the group of a village.
fn served(facts: &mut Facts, pick: &mut Pick, span: Option<FactSpan>) -> Option<UnitId> {
    let (village, _) = pick.village_part(|_| vec![Part::Group])?;
    facts.links.retain(|row| row.to != village.group);
    facts.links.extend(
        span.map(|span| UnitLink::new(village.party_unit.clone(), village.group.clone(), LinkKind::Serves, span)),
    );
    Some(village.group)
}

/// A registered change so many days after the particulars changed.
fn registered(facts: &mut Facts, pick: &mut Pick, days: i64) -> Option<String> {
    let coop = pick.coop(Part::Registration)?;
    let changed = super::rows::day_of(facts, &coop.registration, "change-particulars")?;
    move_to(facts, &coop.registration, "change-registration", plus(changed, days));
    Some(act_of(&coop.registration, "change-particulars"))
}

/// A village whose own cooperative stands under the town, so that there is none of the village.
fn without(facts: &mut Facts, pick: &mut Pick) -> Option<Village> {
    let village = pick.village(Part::Together)?;
    let town = pick.town.clone();
    parent(facts, &village.league, Some(&town));
    Some(village)
}

/// What is recorded of the conditions for a cooperative.
fn conditions(facts: &mut Facts, village: &Village, holds: Option<bool>) {
    let kind = TraitKind::CooperativeConditionsMet;
    facts.unit_traits.retain(|row| row.unit != village.unit || row.kind != kind || holds.is_some());
    for row in facts.unit_traits.iter_mut().filter(|row| row.unit == village.unit && row.kind == kind) {
        row.holds = holds.unwrap_or(row.holds);
    }
}

/// A cooperative registered under a name of the old style, from a day on.
fn old_name(facts: &mut Facts, pick: &mut Pick, from: Option<NaiveDate>) -> Option<String> {
    let coop = pick.coop_with(Part::Name, |coop| !coop.old_name)?;
    facts.registered_names.retain(|row| row.unit != coop.unit);
    let name = "南华股份合作经济社".to_owned();
    facts.registered_names.extend(from.map(|from| RegisteredName::new(coop.unit.clone(), name, since(on(from)))));
    Some(coop.unit.to_string())
}

/// Whoever else is or may be the legal representative of a unit: from a day, the first until that day or last seen on it.
fn represents(facts: &mut Facts, pick: &Pick, unit: &UnitId, (first, then): (&PersonId, &PersonId), sure: bool) {
    let post = PostKind::LegalRepresentative;
    let from = plus(pick.day, -20);
    let day = if sure { from } else { plus(pick.day, -40) };
    holding(facts, first, post, unit, |row| {
        let began = row.span.from.unwrap_or(on(ymd(2024, 1, 5)));
        row.span = if sure { until(began, day) } else { seen(began, day) };
    });
    facts.holdings.push(Holding::new(then.clone(), unit.clone(), post, seen(on(from), pick.day)));
}

fn officers(pick: &mut Pick) -> Option<(Coop, PersonId, PersonId)> {
    let coop = pick.coop(Part::Legal)?;
    let [(chair, _), (other, _), ..] = coop.board.as_slice() else { return None };
    let (chair, other) = (chair.clone(), other.clone());
    Some((coop, chair, other))
}

fn members(pick: &mut Pick, kind: UnitKind) -> Option<(Village, PersonId, PersonId)> {
    let (village, _) =
        pick.village_part(|village| if village.kind == kind { vec![Part::Together] } else { Vec::new() })?;
    let [(director, _), (other, _), ..] = village.committee.as_slice() else { return None };
    let (director, other) = (director.clone(), other.clone());
    Some((village, director, other))
}

/// Another represents the committee of a village, certainly or perhaps.
fn represented(facts: &mut Facts, pick: &mut Pick, kind: UnitKind, sure: bool) -> Option<String> {
    let (village, director, other) = members(pick, kind)?;
    represents(facts, pick, &village.unit, (&director, &other), sure);
    Some(village.unit.to_string())
}

/// Nobody represents the committee of a village from today on.
fn vacant(facts: &mut Facts, pick: &mut Pick, kind: UnitKind) -> Option<Vec<Found>> {
    let (village, director, _) = members(pick, kind)?;
    let day = pick.day;
    holding(facts, &director, PostKind::LegalRepresentative, &village.unit, |row| {
        row.span = until(row.span.from.unwrap_or(on(ymd(2024, 1, 5))), day);
    });
    nothing()
}

fn plan(facts: &mut Facts, pick: &mut Pick, day: Option<NaiveDate>) -> Option<Village> {
    let (village, _) = pick.village_part(|_| vec![Part::WorkPlan])?;
    let case = crate::testkit::days::case_id(&format!("{}-W1", village.unit));
    act(facts, &case, "adopt-work-plan", |row| row.day = day.map(on));
    Some(village)
}

pub(super) const EDITS: &[Edit] = &[
    // LRCEO 2: of a town, a village or a group.
    breach(LEVELS, "cooperative-under-the-county", |facts, pick| {
        let coop = pick.coop_with(Part::Chain, |coop| coop.old_name)?;
        let county = beside(facts, pick, UnitKind::County);
        parent(facts, &coop.unit, Some(&county));
        Some(vec![(CHAIN, coop.unit.to_string(), B), (LEVELS, coop.unit.to_string(), B)])
    }),
    near(LEVELS, "cooperative-under-a-group", |facts, pick| {
        let coop = pick.coop(Part::Chain)?;
        let group = pick.villages().iter().find(|village| village.unit == coop.village)?.group.clone();
        parent(facts, &coop.unit, Some(&group));
        one(CHAIN, coop.unit.as_str(), B)
    }),
    removed(LEVELS, "level-of-the-cooperative-not-recorded", |facts, pick| {
        let coop = pick.coop_with(Part::Chain, |coop| coop.old_name)?;
        parent(facts, &coop.unit, None);
        open(facts, List::Units, Extent::Unit(coop.unit.clone()));
        Some(vec![(CHAIN, coop.unit.to_string(), SB), (LEVELS, coop.unit.to_string(), SB)])
    }),
    // The parameter asks for one.
    breach(TOTAL, "town-without-cooperatives", |facts, pick| {
        let town = beside(facts, pick, UnitKind::Town);
        one(TOTAL, town.as_str(), B)
    }),
    near(TOTAL, "county-without-cooperatives", |facts, pick| {
        beside(facts, pick, UnitKind::County);
        nothing()
    }),
    removed(TOTAL, "cooperatives-of-a-town-not-listed", |facts, pick| {
        let town = beside(facts, pick, UnitKind::Town);
        open(facts, List::Units, Extent::Unit(town.clone()));
        one(TOTAL, town.as_str(), SB)
    }),
    breach(GRID, "group-without-a-branch", |facts, pick| one(GRID, served(facts, pick, None)?, B)),
    breach(GRID, "branch-of-the-group-left-today", |facts, pick| {
        let span = until(month_of(ymd(2021, 6, 1)), pick.day);
        one(GRID, served(facts, pick, Some(span))?, B)
    }),
    near(GRID, "branch-of-the-group-came-today", |facts, pick| {
        let span = since(on(pick.day));
        served(facts, pick, Some(span))?;
        nothing()
    }),
    removed(GRID, "branch-of-the-group-last-seen-long-ago", |facts, pick| {
        let span = seen(month_of(ymd(2021, 6, 1)), plus(pick.day, -90));
        one(GRID, served(facts, pick, Some(span))?, SB)
    }),
    // LRCEO 25(1); the parameter gives 30 days.
    breach(CHANGE, "change-registered-a-day-late", |facts, pick| one(CHANGE, registered(facts, pick, 31)?, B)),
    breach(CHANGE, "change-never-registered", |facts, pick| {
        let coop = pick.coop(Part::Registration)?;
        drop_act(facts, &coop.registration, "change-registration");
        one(CHANGE, act_of(&coop.registration, "change-particulars"), B)
    }),
    near(CHANGE, "change-registered-on-the-last-day", |facts, pick| {
        registered(facts, pick, 30)?;
        nothing()
    }),
    removed(CHANGE, "registration-of-the-change-not-on-file", |facts, pick| {
        let coop = pick.coop(Part::Registration)?;
        drop_act(facts, &coop.registration, "change-registration");
        open(facts, List::Acts, Extent::Case(coop.registration.clone()));
        one(CHANGE, act_of(&coop.registration, "change-particulars"), SB)
    }),
    // LRCEO 19(2), 64(1).
    breach(EXISTS, "village-without-a-cooperative", |facts, pick| {
        let village = without(facts, pick)?;
        one(EXISTS, village.unit.as_str(), B)
    }),
    near(EXISTS, "committee-acts-for-the-cooperative", |facts, pick| {
        let village = without(facts, pick)?;
        let (unit, span) = (village.unit, since(on(ymd(2025, 5, 1))));
        facts.links.push(UnitLink::new(unit.clone(), unit, LinkKind::ActsFor, span));
        nothing()
    }),
    near(EXISTS, "conditions-for-a-cooperative-not-met", |facts, pick| {
        let village = without(facts, pick)?;
        conditions(facts, &village, Some(false));
        nothing()
    }),
    removed(EXISTS, "conditions-for-a-cooperative-not-recorded", |facts, pick| {
        let village = without(facts, pick)?;
        conditions(facts, &village, None);
        one(EXISTS, village.unit.as_str(), BN)
    }),
    // A permission: a group without one is no finding, whatever is known.
    breach(EXISTS_GROUP, "group-without-a-cooperative", |_, _| nothing()),
    near(EXISTS_GROUP, "group-acts-for-the-cooperative", |facts, pick| {
        let (village, _) = pick.village_part(|_| vec![Part::Group])?;
        let (group, span) = (village.group, since(on(ymd(2025, 5, 1))));
        facts.links.push(UnitLink::new(group.clone(), group, LinkKind::ActsFor, span));
        nothing()
    }),
    removed(EXISTS_GROUP, "whether-the-group-acts-not-recorded", |facts, pick| {
        let (village, _) = pick.village_part(|_| vec![Part::Group])?;
        let (group, span) = (village.group, seen(on(ymd(2025, 5, 1)), plus(pick.day, -90)));
        facts.links.push(UnitLink::new(group.clone(), group, LinkKind::ActsFor, span));
        nothing()
    }),
    // LRCEO 21(1), 65.
    breach(NAME, "old-style-on-a-new-certificate", |facts, pick| {
        one(NAME, old_name(facts, pick, Some(ymd(2025, 9, 1)))?, B)
    }),
    breach(NAME, "old-style-from-the-first-day-of-the-law", |facts, pick| {
        one(NAME, old_name(facts, pick, Some(ymd(2025, 5, 1)))?, B)
    }),
    near(NAME, "old-style-from-the-day-before-the-law", |facts, pick| {
        old_name(facts, pick, Some(ymd(2025, 4, 30)))?;
        nothing()
    }),
    removed(NAME, "registered-name-not-recorded", |facts, pick| one(NAME, old_name(facts, pick, None)?, SBE)),
    // LRCEO 29(2).
    breach(LEGAL, "another-director-represents", |facts, pick| {
        let (coop, chair, other) = officers(pick)?;
        represents(facts, pick, &coop.unit, (&chair, &other), true);
        one(LEGAL, coop.unit.as_str(), B)
    }),
    near(LEGAL, "legal-representative-left-today", |facts, pick| {
        let (coop, chair, _) = officers(pick)?;
        let day = pick.day;
        holding(facts, &chair, PostKind::LegalRepresentative, &coop.unit, |row| row.span = until(on(coop.formed), day));
        nothing()
    }),
    removed(LEGAL, "whether-the-legal-representative-changed-not-recorded", |facts, pick| {
        let (coop, chair, other) = officers(pick)?;
        represents(facts, pick, &coop.unit, (&chair, &other), false);
        one(LEGAL, coop.unit.as_str(), SB)
    }),
    // VCL 13; UCL 12.
    breach(DIRECTOR, "deputy-represents-the-committee", |facts, pick| {
        one(DIRECTOR, represented(facts, pick, UnitKind::Village, true)?, B)
    }),
    near(DIRECTOR, "nobody-represents-the-committee", |facts, pick| vacant(facts, pick, UnitKind::Village)),
    removed(DIRECTOR, "who-represents-the-committee-not-recorded", |facts, pick| {
        one(DIRECTOR, represented(facts, pick, UnitKind::Village, false)?, SB)
    }),
    breach(RESIDENTS, "deputy-represents-the-residents", |facts, pick| {
        one(RESIDENTS, represented(facts, pick, UnitKind::Community, true)?, B)
    }),
    near(RESIDENTS, "nobody-represents-the-residents", |facts, pick| vacant(facts, pick, UnitKind::Community)),
    removed(RESIDENTS, "who-represents-the-residents-not-recorded", |facts, pick| {
        one(RESIDENTS, represented(facts, pick, UnitKind::Community, false)?, SB)
    }),
    breach(PLAN, "work-plan-adopted-tomorrow", |facts, pick| {
        let day = plus(pick.day, 1);
        one(PLAN, plan(facts, pick, Some(day))?.unit.as_str(), B)
    }),
    near(PLAN, "work-plan-adopted-today", |facts, pick| {
        let day = pick.day;
        plan(facts, pick, Some(day))?;
        nothing()
    }),
    removed(PLAN, "day-of-the-work-plan-not-recorded", |facts, pick| {
        one(PLAN, plan(facts, pick, None)?.unit.as_str(), SB)
    }),
];

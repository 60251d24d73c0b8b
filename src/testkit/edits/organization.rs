//! 组织优化 — the chain, the branch that serves a cooperative, the size and the term of its board.

use super::rows::{body, body_of, clause, open};
use super::{B, Edit, SB, SBN, breach, near, nothing, one, removed};
use crate::facts::{Extent, Facts, UnitLink};
use crate::testkit::days::{begins, month_of, on, plus, seen, since, until, ymd};
use crate::testkit::ground::{Coop, Part, Pick};
use crate::vocab::{BodyKind, FactSpan, LinkKind, List, UnitId, UnitKind};
use chrono::NaiveDate;

const CHAIN: &str = "organization.four-level-chain";
const LEVELS: &str = "organization.cooperative-levels";
const COVERAGE: &str = "organization.branch-coverage";
const SIZE: &str = "organization.board-size";
const TERM: &str = "organization.board-term";

/// Gives a unit another unit above.
pub(super) fn parent(facts: &mut Facts, unit: &UnitId, above: Option<&UnitId>) {
    facts.units.iter_mut().filter(|row| row.id == *unit).for_each(|row| row.parent = above.cloned());
}

/// Replaces what serves a cooperative.
fn served(facts: &mut Facts, coop: &Coop, span: Option<FactSpan>) {
    facts.links.retain(|row| row.to != coop.unit);
    let link = span.map(|span| UnitLink::new(coop.branch.clone(), coop.unit.clone(), LinkKind::Serves, span));
    facts.links.extend(link);
}

/// A board with so many seats.
fn seats(facts: &mut Facts, pick: &mut Pick, seats: Option<u32>) -> Option<String> {
    let coop = pick.coop(Part::Body)?;
    body(facts, &coop.unit, BodyKind::Board, |row| row.seats = seats);
    Some(body_of(&coop.unit, BodyKind::Board))
}

/// A board formed on a day, under a charter that gives it so long.
fn formed(facts: &mut Facts, pick: &mut Pick, day: NaiveDate, term: Option<&str>) -> Option<String> {
    let coop = pick.coop(Part::Body)?;
    body(facts, &coop.unit, BodyKind::Board, |row| row.formed = Some(on(day)));
    if let Some(term) = term {
        clause(facts, &coop.unit, "board-term", term, since(on(ymd(2015, 1, 1))));
    }
    Some(body_of(&coop.unit, BodyKind::Board))
}

/// A cooperative whose branch has its posts in itself, so that the link says nothing about who holds them.
fn joint(pick: &mut Pick) -> Option<Coop> {
    pick.coop_with(Part::Links, |coop| coop.seat == coop.branch)
}

pub(super) const EDITS: &[Edit] = &[
    breach(CHAIN, "cooperative-under-the-town", |facts, pick| {
        let coop = pick.coop(Part::Chain)?;
        parent(facts, &coop.unit, Some(&pick.town));
        one(CHAIN, coop.unit.as_str(), B)
    }),
    breach(CHAIN, "cooperative-under-a-park", |facts, pick| {
        let coop = pick.coop(Part::Chain)?;
        let park = pick.rng.pick(&pick.parks.clone())?.clone();
        parent(facts, &coop.unit, Some(&park));
        one(CHAIN, coop.unit.as_str(), B)
    }),
    breach(CHAIN, "cooperative-under-nothing", |facts, pick| {
        let coop = pick.coop_with(Part::Chain, |coop| coop.old_name)?;
        parent(facts, &coop.unit, None);
        Some(vec![(CHAIN, coop.unit.to_string(), B), (LEVELS, coop.unit.to_string(), B)])
    }),
    near(CHAIN, "cooperative-under-a-community", |facts, pick| {
        let community = pick.villages().iter().find(|village| village.kind == UnitKind::Community)?.unit.clone();
        let coop = pick.coop_with(Part::Chain, |coop| coop.village != community)?;
        parent(facts, &coop.unit, Some(&community));
        nothing()
    }),
    removed(CHAIN, "unit-above-not-recorded", |facts, pick| {
        let coop = pick.coop_with(Part::Chain, |coop| coop.old_name)?;
        parent(facts, &coop.unit, None);
        open(facts, List::Units, Extent::Unit(coop.unit.clone()));
        Some(vec![(CHAIN, coop.unit.to_string(), SB), (LEVELS, coop.unit.to_string(), SB)])
    }),
    breach(COVERAGE, "cooperative-without-a-branch", |facts, pick| {
        let coop = joint(pick)?;
        served(facts, &coop, None);
        one(COVERAGE, coop.unit.as_str(), B)
    }),
    breach(COVERAGE, "branch-left-today", |facts, pick| {
        let coop = joint(pick)?;
        served(facts, &coop, Some(until(month_of(ymd(2021, 6, 1)), pick.day)));
        one(COVERAGE, coop.unit.as_str(), B)
    }),
    breach(COVERAGE, "served-by-a-general-branch", |facts, pick| {
        let coop = joint(pick)?;
        facts.links.retain(|row| row.to != coop.unit);
        let general = facts.units.iter().find(|row| row.kind == UnitKind::GeneralBranch)?.id.clone();
        let span = since(month_of(ymd(2021, 6, 1)));
        facts.links.push(UnitLink::new(general, coop.unit.clone(), LinkKind::Serves, span));
        one(COVERAGE, coop.unit.as_str(), B)
    }),
    near(COVERAGE, "branch-came-today", |facts, pick| {
        let coop = joint(pick)?;
        served(facts, &coop, Some(since(on(pick.day))));
        nothing()
    }),
    near(COVERAGE, "branch-leaves-tomorrow", |facts, pick| {
        let coop = joint(pick)?;
        served(facts, &coop, Some(until(month_of(ymd(2021, 6, 1)), plus(pick.day, 1))));
        nothing()
    }),
    near(COVERAGE, "branch-of-its-own-without-a-link", |facts, pick| {
        let coop = pick.coop_with(Part::Links, |coop| coop.leads && coop.seat == coop.branch)?;
        facts.links.retain(|row| row.to != coop.unit);
        parent(facts, &coop.branch, Some(&coop.unit));
        nothing()
    }),
    removed(COVERAGE, "links-not-complete", |facts, pick| {
        let coop = joint(pick)?;
        served(facts, &coop, None);
        open(facts, List::Links, Extent::Unit(coop.unit.clone()));
        one(COVERAGE, coop.unit.as_str(), SB)
    }),
    removed(COVERAGE, "branch-last-seen-long-ago", |facts, pick| {
        let coop = joint(pick)?;
        served(facts, &coop, Some(seen(month_of(ymd(2021, 6, 1)), plus(pick.day, -90))));
        one(COVERAGE, coop.unit.as_str(), SB)
    }),
    // LRCEO 29(1): three to seven, an odd number.
    breach(SIZE, "board-of-two", |facts, pick| one(SIZE, seats(facts, pick, Some(2))?, B)),
    breach(SIZE, "board-of-four", |facts, pick| one(SIZE, seats(facts, pick, Some(4))?, B)),
    breach(SIZE, "board-of-six", |facts, pick| one(SIZE, seats(facts, pick, Some(6))?, B)),
    breach(SIZE, "board-of-nine", |facts, pick| one(SIZE, seats(facts, pick, Some(9))?, B)),
    near(SIZE, "board-of-three", |facts, pick| {
        seats(facts, pick, Some(3))?;
        nothing()
    }),
    near(SIZE, "board-of-seven", |facts, pick| {
        seats(facts, pick, Some(7))?;
        nothing()
    }),
    removed(SIZE, "seats-of-the-board-not-recorded", |facts, pick| one(SIZE, seats(facts, pick, None)?, SB)),
    // A board formed before 2025-05-01 has the term of its charter.
    breach(TERM, "three-years-of-the-charter-over", |facts, pick| {
        let day = plus(begins(pick.day, 36, 0), -1);
        one(TERM, formed(facts, pick, day, Some("3 years"))?, B)
    }),
    near(TERM, "last-day-of-the-charter-term", |facts, pick| {
        let day = begins(pick.day, 36, 0);
        formed(facts, pick, day, Some("3 years"))?;
        nothing()
    }),
    near(TERM, "formed-the-day-before-the-law", |facts, pick| {
        formed(facts, pick, ymd(2025, 4, 30), Some("5 years"))?;
        nothing()
    }),
    near(TERM, "formed-on-the-first-day-of-the-law", |facts, pick| {
        formed(facts, pick, ymd(2025, 5, 1), Some("3 months"))?;
        nothing()
    }),
    removed(TERM, "charter-silent-on-the-term", |facts, pick| {
        one(TERM, formed(facts, pick, ymd(2023, 1, 10), None)?, SB)
    }),
    removed(TERM, "formation-of-the-board-not-recorded", |facts, pick| {
        let coop = pick.coop(Part::Body)?;
        body(facts, &coop.unit, BodyKind::Board, |row| row.formed = None);
        // Before 2006-10-01 no text is known by which it could be judged.
        one(TERM, body_of(&coop.unit, BodyKind::Board), SBN)
    }),
    removed(TERM, "formed-in-a-month-that-decides", |facts, pick| {
        let coop = pick.coop(Part::Body)?;
        // Over, or on its last day, within one month.
        let last = begins(pick.day, 36, 0);
        let month = month_of(plus(last, -1));
        if month.last() < last {
            return nothing();
        }
        body(facts, &coop.unit, BodyKind::Board, |row| row.formed = Some(month));
        clause(facts, &coop.unit, "board-term", "3 years", since(on(ymd(2015, 1, 1))));
        one(TERM, body_of(&coop.unit, BodyKind::Board), SB)
    }),
];

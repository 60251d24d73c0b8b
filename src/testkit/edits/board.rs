//! 组织优化 — near relatives on one board.

use super::rows::{holding, newcomer, open_of, pair, seat, tie, unmarry};
use super::{B, Edit, Found, SB, SBN, breach, near, nothing, one, removed};
use crate::facts::Facts;
use crate::testkit::days::{on, plus, seen, since, until, year_of, ymd};
use crate::testkit::ground::{Coop, Part, Pick};
use crate::vocab::{FactSpan, List, PersonId, PostKind, Relation, SpanEnd};
use chrono::NaiveDate;

const KIN: &str = "organization.board-kin";
const ELIGIBLE: &str = "selection.board-eligibility";

/// Two directors.
type Two = ((PersonId, PostKind), (PersonId, PostKind));

/// A board, and its chair and second member, both unmarried.
fn two(facts: &mut Facts, pick: &mut Pick) -> Option<(Coop, Two)> {
    let coop = pick.coop(Part::Officers)?;
    let [a, b, ..] = coop.board.as_slice() else { return None };
    let two = (a.clone(), b.clone());
    unmarry(facts, &a.0);
    unmarry(facts, &b.0);
    Some((coop, two))
}

/// Two directors of whom the second is this to the first.
fn kin(facts: &mut Facts, pick: &mut Pick, relation: Relation, span: FactSpan) -> Option<String> {
    let (coop, (a, b)) = two(facts, pick)?;
    tie(facts, &a.0, &b.0, relation, span);
    Some(pair(&a, &b, &coop.unit))
}

/// Siblings on one board, elected on two days.
fn elected(facts: &mut Facts, pick: &mut Pick, days: [NaiveDate; 2]) -> Option<(Coop, Two)> {
    let (coop, two) = two(facts, pick)?;
    tie(facts, &two.0.0, &two.1.0, Relation::Sibling, long());
    for ((person, post), day) in [&two.0, &two.1].into_iter().zip(days) {
        holding(facts, person, *post, &coop.unit, |row| row.elected = Some(on(day)));
    }
    Some((coop, two))
}

/// A tie since 1990, without end.
fn long() -> FactSpan {
    since(year_of(ymd(1990, 1, 1)))
}

/// A parent of the second, and of the first from their birth on.
fn parents(facts: &mut Facts, pick: &mut Pick) -> Option<(Coop, Two, PersonId)> {
    let (coop, (a, b)) = two(facts, pick)?;
    // Whoever is recorded as a parent so far would be one of three.
    facts.kin.retain(|row| row.relation != Relation::Parent || (row.a != a.0 && row.a != b.0));
    let parent = newcomer(facts, pick);
    for child in [&a, &b] {
        tie(facts, &child.0, &parent, Relation::Parent, FactSpan::default());
    }
    Some((coop, (a, b), parent))
}

fn found(provision: &'static str, two: &Two, coop: &Coop) -> Found {
    (provision, pair(&two.0, &two.1, &coop.unit), B)
}

fn unknown_text(of: &(PersonId, PostKind), coop: &Coop) -> Found {
    (ELIGIBLE, seat(&of.0, of.1, &coop.unit), SBN)
}

pub(super) const EDITS: &[Edit] = &[
    // LRCEO 29(1).
    breach(KIN, "siblings-on-one-board", |facts, pick| one(KIN, kin(facts, pick, Relation::Sibling, long())?, B)),
    breach(KIN, "adoptive-parent-on-one-board", |facts, pick| {
        one(KIN, kin(facts, pick, Relation::AdoptiveParent, long())?, B)
    }),
    breach(KIN, "grandchild-on-one-board", |facts, pick| one(KIN, kin(facts, pick, Relation::Grandchild, long())?, B)),
    breach(KIN, "married-today", |facts, pick| {
        let span = since(on(pick.day));
        one(KIN, kin(facts, pick, Relation::Spouse, span)?, B)
    }),
    breach(KIN, "siblings-by-one-parent", |facts, pick| {
        let (coop, two, _) = parents(facts, pick)?;
        Some(vec![found(KIN, &two, &coop)])
    }),
    breach(KIN, "grandparent-by-two-links", |facts, pick| {
        let (coop, (a, b)) = two(facts, pick)?;
        facts.kin.retain(|row| row.relation != Relation::Parent || row.a != a.0);
        let between = newcomer(facts, pick);
        tie(facts, &a.0, &between, Relation::Parent, FactSpan::default());
        tie(facts, &between, &b.0, Relation::AdoptiveParent, long());
        one(KIN, pair(&a, &b, &coop.unit), B)
    }),
    breach(KIN, "siblings-elected-before-the-law", |facts, pick| {
        // A remark until the next election; how they could stand before the law is not known.
        let (coop, two) = elected(facts, pick, [ymd(2025, 4, 30), ymd(2025, 4, 30)])?;
        Some(vec![found(KIN, &two, &coop), unknown_text(&two.0, &coop), unknown_text(&two.1, &coop)])
    }),
    breach(KIN, "one-sibling-elected-under-the-law", |facts, pick| {
        let (coop, two) = elected(facts, pick, [ymd(2025, 4, 30), ymd(2025, 5, 1)])?;
        Some(vec![found(KIN, &two, &coop), unknown_text(&two.0, &coop)])
    }),
    near(KIN, "marriage-tomorrow", |facts, pick| {
        let span = since(on(plus(pick.day, 1)));
        kin(facts, pick, Relation::Spouse, span)?;
        nothing()
    }),
    near(KIN, "spouses-on-one-board-divorced-today", |facts, pick| {
        let span = until(year_of(ymd(2012, 1, 1)), pick.day);
        kin(facts, pick, Relation::Spouse, span)?;
        nothing()
    }),
    near(KIN, "nephew-on-one-board", |facts, pick| {
        kin(facts, pick, Relation::NephewOrNiece, long())?;
        nothing()
    }),
    near(KIN, "child-in-law-on-one-board", |facts, pick| {
        kin(facts, pick, Relation::ChildInLaw, long())?;
        nothing()
    }),
    // CC 1111(2): adoption by others ends the relation to the birth parents and their near relatives.
    near(KIN, "sibling-adopted-by-others", |facts, pick| {
        let (_, (_, b), _) = parents(facts, pick)?;
        let adopter = newcomer(facts, pick);
        tie(facts, &b.0, &adopter, Relation::AdoptiveParent, long());
        nothing()
    }),
    removed(KIN, "kin-of-two-directors-not-declared", |facts, pick| {
        let (coop, (a, b)) = two(facts, pick)?;
        open_of(facts, List::Kin, &a.0);
        open_of(facts, List::Kin, &b.0);
        one(KIN, pair(&a, &b, &coop.unit), SB)
    }),
    removed(KIN, "marriage-of-directors-last-seen-long-ago", |facts, pick| {
        let span = seen(year_of(ymd(2012, 1, 1)), plus(pick.day, -1));
        one(KIN, kin(facts, pick, Relation::Spouse, span)?, SB)
    }),
    removed(KIN, "divorced-in-a-year-that-decides", |facts, pick| {
        let (coop, (a, b)) = two(facts, pick)?;
        let mut span = since(year_of(ymd(2012, 1, 1)));
        span.end = SpanEnd::Ended(year_of(pick.day));
        tie(facts, &a.0, &b.0, Relation::Spouse, span);
        // On the last day of the year the marriage has ended, whatever the day.
        if year_of(pick.day).last() == pick.day { nothing() } else { one(KIN, pair(&a, &b, &coop.unit), SB) }
    }),
];

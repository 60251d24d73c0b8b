//! 组织优化 — supervisors apart from the board and the staff; unified management of the board.

use super::rows::{against, holding, open_of, seat, tie, unmarry};
use super::{B, BN, Edit, SB, SBN, breach, near, nothing, one, removed};
use crate::facts::{Facts, Holding};
use crate::testkit::days::{key, on, plus, seen, since, until, year_of, ymd};
use crate::testkit::ground::{Coop, Part, Pick};
use crate::vocab::{Basis, FactSpan, List, PersonId, PostKind, Relation};
use chrono::NaiveDate;

const APART: &str = "organization.supervisor-exclusions";
const ENROLLED: &str = "organization.center-enrollment";
const VACANCY: &str = "organization.board-vacancy";

/// A cooperative, its first supervisor, and its last director.
fn two(pick: &mut Pick) -> Option<(Coop, PersonId, PersonId)> {
    let coop = pick.coop(Part::Officers)?;
    let (supervisor, director) = (coop.supervisors.first()?.clone(), coop.board.last()?.0.clone());
    Some((coop, supervisor, director))
}

/// A second seat of a person, elected with the board.
fn also(facts: &mut Facts, coop: &Coop, person: &PersonId, post: PostKind, span: FactSpan) {
    let mut row = Holding::new(person.clone(), coop.unit.clone(), post, span);
    row.basis = Some(Basis::Elected);
    row.elected = Some(on(coop.formed));
    facts.holdings.push(row);
}

/// A supervisor tied to somebody.
fn kin(facts: &mut Facts, supervisor: &PersonId, other: &PersonId, relation: Relation, span: FactSpan) {
    unmarry(facts, supervisor);
    unmarry(facts, other);
    tie(facts, supervisor, other, relation, span);
}

/// A tie since 1990, without end.
fn long() -> FactSpan {
    since(year_of(ymd(1990, 1, 1)))
}

/// A director who is not enrolled and took the post on a day.
fn not_enrolled(facts: &mut Facts, pick: &mut Pick, from: Option<NaiveDate>) -> Option<(String, PersonId)> {
    let (coop, _, director) = two(pick)?;
    facts.enrollments.retain(|row| row.person != director);
    let post = PostKind::Director;
    if let Some(from) = from {
        let span = seen(on(from), pick.day);
        holding(facts, &director, post, &coop.unit, |row| row.span = span);
    }
    Some((seat(&director, post, &coop.unit), director))
}

pub(super) const EDITS: &[Edit] = &[
    // LRCEO 34(2).
    breach(APART, "supervisor-is-a-director", |facts, pick| {
        let (coop, _, director) = two(pick)?;
        let span = seen(on(coop.formed), pick.day);
        also(facts, &coop, &director, PostKind::Supervisor, span);
        one(APART, against((&director, PostKind::Supervisor), (&director, PostKind::Director), &coop.unit), B)
    }),
    breach(APART, "supervisor-is-the-accountant", |facts, pick| {
        let (coop, ..) = two(pick)?;
        let span = seen(on(coop.formed), pick.day);
        also(facts, &coop, &coop.accountant, PostKind::Supervisor, span);
        let keys = ((&coop.accountant, PostKind::Supervisor), (&coop.accountant, PostKind::Accountant));
        one(APART, against(keys.0, keys.1, &coop.unit), B)
    }),
    breach(APART, "supervisor-married-to-the-finance-staff", |facts, pick| {
        let (coop, supervisor, _) = two(pick)?;
        kin(facts, &supervisor, &coop.finance, Relation::Spouse, since(year_of(ymd(2010, 1, 1))));
        let keys = ((&supervisor, PostKind::Supervisor), (&coop.finance, PostKind::FinanceStaff));
        one(APART, against(keys.0, keys.1, &coop.unit), B)
    }),
    breach(APART, "supervisor-sibling-of-a-director", |facts, pick| {
        let (coop, supervisor, director) = two(pick)?;
        kin(facts, &supervisor, &director, Relation::Sibling, long());
        one(APART, against((&supervisor, PostKind::Supervisor), (&director, PostKind::Director), &coop.unit), B)
    }),
    breach(APART, "supervisor-leaves-the-board-tomorrow", |facts, pick| {
        // An eighth director would say something about the seats of a board of seven.
        let coop = pick.coop_with(Part::Officers, |coop| coop.board.len() < 7)?;
        let supervisor = coop.supervisors.first()?.clone();
        let span = until(on(plus(pick.day, -4)), plus(pick.day, 1));
        also(facts, &coop, &supervisor, PostKind::DeputyChair, span);
        let keys = ((&supervisor, PostKind::Supervisor), (&supervisor, PostKind::DeputyChair));
        one(APART, against(keys.0, keys.1, &coop.unit), B)
    }),
    near(APART, "supervisor-left-the-board-today", |facts, pick| {
        let (coop, supervisor, _) = two(pick)?;
        let span = until(on(plus(pick.day, -4)), pick.day);
        also(facts, &coop, &supervisor, PostKind::Director, span);
        nothing()
    }),
    near(APART, "supervisor-cousin-of-the-accountant", |facts, pick| {
        let (coop, supervisor, _) = two(pick)?;
        kin(facts, &supervisor, &coop.accountant, Relation::Cousin, long());
        nothing()
    }),
    near(APART, "supervisor-sibling-of-the-clerk", |facts, pick| {
        let (coop, supervisor, _) = two(pick)?;
        let clerk = coop.spare.get(1)?;
        let row = Holding::new(clerk.clone(), coop.unit.clone(), PostKind::Clerk, seen(on(coop.formed), pick.day));
        facts.holdings.push(row);
        kin(facts, &supervisor, clerk, Relation::Sibling, long());
        nothing()
    }),
    removed(APART, "kin-of-supervisor-and-director-not-declared", |facts, pick| {
        let (coop, supervisor, director) = two(pick)?;
        open_of(facts, List::Kin, &supervisor);
        open_of(facts, List::Kin, &director);
        one(APART, against((&supervisor, PostKind::Supervisor), (&director, PostKind::Director), &coop.unit), SB)
    }),
    removed(APART, "supervisors-marriage-last-seen-long-ago", |facts, pick| {
        let (coop, supervisor, director) = two(pick)?;
        let span = seen(year_of(ymd(2010, 1, 1)), plus(pick.day, -50));
        kin(facts, &supervisor, &director, Relation::Spouse, span);
        one(APART, against((&supervisor, PostKind::Supervisor), (&director, PostKind::Director), &coop.unit), SB)
    }),
    // PLAN: who takes a post from 2023 on is enrolled within the days the town sets, here thirty.
    breach(ENROLLED, "director-not-enrolled", |facts, pick| one(ENROLLED, not_enrolled(facts, pick, None)?.0, B)),
    breach(ENROLLED, "thirty-one-days-without-enrollment", |facts, pick| {
        let from = plus(pick.day, -31);
        one(ENROLLED, not_enrolled(facts, pick, Some(from))?.0, B)
    }),
    breach(ENROLLED, "enrollment-ended-today", |facts, pick| {
        let (coop, _, director) = two(pick)?;
        let span = until(on(coop.formed), pick.day);
        facts.enrollments.iter_mut().filter(|row| row.person == director).for_each(|row| row.span = span);
        one(ENROLLED, seat(&director, PostKind::Director, &coop.unit), B)
    }),
    breach(ENROLLED, "enrolled-in-another-program", |facts, pick| {
        let (coop, _, director) = two(pick)?;
        let program = key("pioneer-head");
        facts.enrollments.iter_mut().filter(|row| row.person == director).for_each(|row| row.program = program.clone());
        one(ENROLLED, seat(&director, PostKind::Director, &coop.unit), B)
    }),
    near(ENROLLED, "thirty-days-without-enrollment", |facts, pick| {
        let from = plus(pick.day, -30);
        not_enrolled(facts, pick, Some(from))?;
        nothing()
    }),
    near(ENROLLED, "enrollment-ends-tomorrow", |facts, pick| {
        let (coop, _, director) = two(pick)?;
        let span = until(on(coop.formed), plus(pick.day, 1));
        facts.enrollments.iter_mut().filter(|row| row.person == director).for_each(|row| row.span = span);
        nothing()
    }),
    removed(ENROLLED, "enrollment-list-lacks-a-director", |facts, pick| {
        let (subject, director) = not_enrolled(facts, pick, None)?;
        open_of(facts, List::Enrollment, &director);
        one(ENROLLED, subject, SB)
    }),
    removed(ENROLLED, "beginning-of-the-post-not-recorded", |facts, pick| {
        let (coop, _, director) = two(pick)?;
        facts.enrollments.retain(|row| row.person != director);
        holding(facts, &director, PostKind::Director, &coop.unit, |row| row.span.from = None);
        // He may have taken the post today, and then nothing is due yet.
        let key = seat(&director, PostKind::Director, &coop.unit);
        // Nor is it known which rule of then speaks of a vacancy.
        Some(vec![(ENROLLED, key.clone(), BN), (VACANCY, key, SBN)])
    }),
    removed(ENROLLED, "enrollment-last-seen-long-ago", |facts, pick| {
        let (coop, _, director) = two(pick)?;
        let span = seen(on(coop.formed), coop.formed.max(plus(pick.day, -150)));
        facts.enrollments.iter_mut().filter(|row| row.person == director).for_each(|row| row.span = span);
        one(ENROLLED, seat(&director, PostKind::Director, &coop.unit), SB)
    }),
];

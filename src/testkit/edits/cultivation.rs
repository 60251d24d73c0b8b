//! 培养储备 — hours of training of Party members in 2025; training of new branch secretaries.

use super::rows::{holding, open_of, period, seat, trained};
use super::{B, BN, Edit, Found, SB, SBN, breach, near, nothing, one, removed};
use crate::facts::Facts;
use crate::testkit::days::{month_of, months_later, on, plus, seen, until, year_of, ymd};
use crate::testkit::ground::{Coop, Part, Pick};
use crate::vocab::{List, PartialDate, PersonId, PostKind};
use chrono::NaiveDate;

const HOURS: &str = "cultivation.member-training-hours";
const NEW: &str = "cultivation.new-secretary-training";

/// A Party member without a post.
fn member(pick: &mut Pick) -> Option<PersonId> {
    let (coop, part) = pick.coop_part(|coop| (0..coop.party.len()).map(Part::Party).collect())?;
    let Part::Party(position) = part else { return None };
    coop.party.get(position).cloned()
}

/// The finding about the year 2025, the one closed before any day in 2026.
fn of_2025(person: &PersonId) -> String {
    period(person.as_str(), (ymd(2025, 1, 1), ymd(2025, 12, 31)))
}

/// A session: year, month and day, and the hours.
type Session = ((i32, u32, u32), Option<u32>);

/// A member with these sessions.
fn sessions(facts: &mut Facts, pick: &mut Pick, of: &[Session]) -> Option<PersonId> {
    let person = member(pick)?;
    let of: Vec<(PartialDate, Option<u32>)> =
        of.iter().map(|&((year, month, day), hours)| (on(ymd(year, month, day)), hours)).collect();
    trained(facts, &person, &of);
    Some(person)
}

/// A member admitted at a date, with so many hours in December 2025.
fn admitted(facts: &mut Facts, pick: &mut Pick, from: PartialDate, hours: u32) -> Option<PersonId> {
    let person = sessions(facts, pick, &[((2025, 12, 10), Some(hours))])?;
    let span = seen(from, pick.day);
    for row in facts.party_memberships.iter_mut().filter(|row| row.person == person) {
        row.span = span;
        row.full_from = None;
    }
    Some(person)
}

/// A member who left the Party on a day, with 31 hours.
fn left(facts: &mut Facts, pick: &mut Pick, end: NaiveDate) -> Option<PersonId> {
    let person = sessions(facts, pick, &[((2025, 2, 10), Some(31))])?;
    let span = until(year_of(ymd(2001, 1, 1)), end);
    facts.party_memberships.iter_mut().filter(|row| row.person == person).for_each(|row| row.span = span);
    Some(person)
}

/// A secretary who took the post on a date and was trained once, for forty hours, on another.
fn secretary(
    facts: &mut Facts,
    pick: &mut Pick,
    (from, last): (PartialDate, NaiveDate),
    on_day: NaiveDate,
    continued: Option<bool>,
) -> Option<(Coop, PersonId)> {
    let coop = pick.coop_with(Part::Secretary, |coop| coop.leads)?;
    let person = coop.secretary.clone()?;
    let span = seen(from, last);
    holding(facts, &person, PostKind::BranchSecretary, &coop.seat, |row| {
        row.span = span;
        row.continued = continued;
    });
    trained(facts, &person, &[(on(on_day), Some(40))]);
    Some((coop, person))
}

fn new_secretary(coop: &Coop, person: &PersonId) -> Option<Vec<Found>> {
    one(NEW, seat(person, PostKind::BranchSecretary, &coop.seat), B)
}

/// A secretary in the post since 2025-01-15, who has until 2025-07-15.
fn since_january(
    facts: &mut Facts,
    pick: &mut Pick,
    trained: NaiveDate,
    continued: Option<bool>,
) -> Option<(Coop, PersonId)> {
    let day = pick.day;
    secretary(facts, pick, (on(ymd(2025, 1, 15)), day), trained, continued)
}

pub(super) const EDITS: &[Edit] = &[
    // EDU19, carried on: 32 hours in a calendar year.
    breach(HOURS, "thirty-one-hours", |facts, pick| {
        let person = sessions(facts, pick, &[((2025, 3, 3), Some(16)), ((2025, 9, 9), Some(15))])?;
        one(HOURS, of_2025(&person), B)
    }),
    breach(HOURS, "last-session-on-new-years-day", |facts, pick| {
        let person = sessions(facts, pick, &[((2025, 3, 3), Some(31)), ((2026, 1, 1), Some(8))])?;
        one(HOURS, of_2025(&person), B)
    }),
    breach(HOURS, "never-trained", |facts, pick| {
        let person = sessions(facts, pick, &[])?;
        one(HOURS, of_2025(&person), B)
    }),
    near(HOURS, "thirty-two-hours", |facts, pick| {
        sessions(facts, pick, &[((2025, 1, 1), Some(16)), ((2025, 12, 31), Some(16))])?;
        nothing()
    }),
    near(HOURS, "admitted-after-the-year", |facts, pick| {
        let from = on(ymd(2026, 1, 1));
        admitted(facts, pick, from, 0)?;
        nothing()
    }),
    breach(HOURS, "admitted-on-the-first-day-of-the-year", |facts, pick| {
        let person = admitted(facts, pick, on(ymd(2025, 1, 1)), 31)?;
        one(HOURS, of_2025(&person), B)
    }),
    near(HOURS, "admitted-within-the-year-with-enough-hours", |facts, pick| {
        let from = on(ymd(2025, 7, 1));
        admitted(facts, pick, from, 32)?;
        nothing()
    }),
    // No rule is known on a part of a year.
    removed(HOURS, "admitted-within-the-year", |facts, pick| {
        let person = admitted(facts, pick, on(ymd(2025, 7, 1)), 31)?;
        one(HOURS, of_2025(&person), SBN)
    }),
    removed(HOURS, "admitted-in-a-year-that-decides", |facts, pick| {
        let person = admitted(facts, pick, year_of(ymd(2025, 1, 1)), 31)?;
        one(HOURS, of_2025(&person), SBN)
    }),
    removed(HOURS, "left-on-the-last-day-of-the-year", |facts, pick| {
        let person = left(facts, pick, ymd(2025, 12, 31))?;
        one(HOURS, of_2025(&person), SBN)
    }),
    breach(HOURS, "left-on-new-years-day", |facts, pick| {
        let person = left(facts, pick, ymd(2026, 1, 1))?;
        one(HOURS, of_2025(&person), B)
    }),
    removed(HOURS, "hours-of-a-session-not-recorded", |facts, pick| {
        let person = sessions(facts, pick, &[((2025, 3, 3), Some(31)), ((2025, 9, 9), None)])?;
        one(HOURS, of_2025(&person), SB)
    }),
    removed(HOURS, "training-records-not-complete", |facts, pick| {
        let person = sessions(facts, pick, &[((2025, 3, 3), Some(31))])?;
        open_of(facts, List::Training, &person);
        one(HOURS, of_2025(&person), SB)
    }),
    breach(HOURS, "session-known-to-another-year", |facts, pick| {
        let person = member(pick)?;
        trained(facts, &person, &[(on(ymd(2025, 3, 3)), Some(31)), (year_of(ymd(2024, 1, 1)), Some(10))]);
        one(HOURS, of_2025(&person), B)
    }),
    // Within half a year of taking the post, the corresponding day included.
    breach(NEW, "trained-the-day-after-half-a-year", |facts, pick| {
        let (coop, person) = since_january(facts, pick, ymd(2025, 7, 16), Some(false))?;
        new_secretary(&coop, &person)
    }),
    breach(NEW, "trained-only-before-the-post", |facts, pick| {
        let (coop, person) = since_january(facts, pick, ymd(2025, 1, 14), Some(false))?;
        new_secretary(&coop, &person)
    }),
    near(NEW, "trained-on-the-last-day-of-half-a-year", |facts, pick| {
        since_january(facts, pick, ymd(2025, 7, 15), Some(false))?;
        nothing()
    }),
    near(NEW, "re-elected-and-not-trained", |facts, pick| {
        since_january(facts, pick, ymd(2025, 9, 1), Some(true))?;
        nothing()
    }),
    near(NEW, "half-a-year-not-over", |facts, pick| {
        // Trained for the year, and in the post for less than half a year.
        let from = pick.day.checked_sub_months(chrono::Months::new(6))?;
        let from = if months_later(from, 6) < pick.day { plus(from, 1) } else { from };
        let day = pick.day;
        secretary(facts, pick, (on(from), day), ymd(2025, 2, 1), Some(false))?;
        nothing()
    }),
    removed(NEW, "whether-re-elected-not-recorded", |facts, pick| {
        let (coop, person) = since_january(facts, pick, ymd(2025, 9, 1), None)?;
        one(NEW, seat(&person, PostKind::BranchSecretary, &coop.seat), BN)
    }),
    removed(NEW, "training-of-a-secretary-not-complete", |facts, pick| {
        let (coop, person) = since_january(facts, pick, ymd(2025, 9, 1), Some(false))?;
        open_of(facts, List::Training, &person);
        one(NEW, seat(&person, PostKind::BranchSecretary, &coop.seat), SB)
    }),
    removed(NEW, "took-the-post-in-a-month-that-decides", |facts, pick| {
        let day = pick.day;
        let from = month_of(ymd(2025, 1, 1));
        let (coop, person) = secretary(facts, pick, (from, day), ymd(2025, 7, 15), Some(false))?;
        // From the first on the time ended on the first of July, from the fifteenth on it had not.
        one(NEW, seat(&person, PostKind::BranchSecretary, &coop.seat), SB)
    }),
];

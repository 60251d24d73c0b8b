//! 选用分离 — who may sit on a board: membership and civil capacity on the day of the election.

use super::rows::{born, clause, count, holding, open, open_of, seat, status};
use super::{B, BE, BN, Edit, Found, SB, SBN, breach, near, nothing, one, removed};
use crate::facts::{Extent, Facts, Quantity};
use crate::testkit::days::{month_of, on, over_by, plus, since, until, year_of, ymd};
use crate::testkit::ground::{Coop, Part, Pick};
use crate::vocab::{Base, Basis, FactSpan, List, PartialDate, PersonId, PostKind, StatusKind};
use chrono::NaiveDate;

const HEAD: &str = "organization.secretary-as-chair-local";
const ELIGIBLE: &str = "selection.board-eligibility";
const TERM: &str = "organization.supervisors-local";

/// The key of a supervisor's seat.
fn supervisor(coop: &Coop) -> Option<(PersonId, String)> {
    let person = coop.supervisors.first()?.clone();
    let key = seat(&person, PostKind::Supervisor, &coop.unit);
    Some((person, key))
}

/// A supervisor whose membership is this; none where there is no span.
fn membership(facts: &mut Facts, coop: &Coop, span: Option<FactSpan>) -> Option<String> {
    let (person, key) = supervisor(coop)?;
    match span {
        Some(span) => facts.memberships.iter_mut().filter(|row| row.person == person).for_each(|row| row.span = span),
        None => facts.memberships.retain(|row| row.person != person),
    }
    Some(key)
}

/// A supervisor who ceased to be a member on a day counted from the election.
fn left(facts: &mut Facts, pick: &mut Pick, after: i64) -> Option<(Coop, String)> {
    let coop = pick.coop(Part::Officers)?;
    let span = until(year_of(ymd(1994, 1, 1)), plus(coop.formed, after));
    let key = membership(facts, &coop, Some(span))?;
    Some((coop, key))
}

/// A supervisor who came to be so old on a day counted from the election.
fn aged(facts: &mut Facts, pick: &mut Pick, years: u32, after: i64) -> Option<(Coop, PersonId, String)> {
    let coop = pick.coop(Part::Officers)?;
    let (person, key) = supervisor(&coop)?;
    let birth = plus(over_by(coop.formed, years.saturating_mul(12)), after);
    born(facts, &person, Some(on(birth)));
    Some((coop, person, key))
}

/// A supervisor with a standing fact.
fn limited(facts: &mut Facts, pick: &mut Pick, span: impl Fn(NaiveDate) -> FactSpan) -> Option<String> {
    let coop = pick.coop(Part::Officers)?;
    let (person, key) = supervisor(&coop)?;
    status(facts, &person, StatusKind::CapacityLimited, span(coop.formed));
    Some(key)
}

/// A supervisor elected on a date as far as it is recorded.
fn elected(facts: &mut Facts, pick: &mut Pick, day: Option<PartialDate>, basis: Basis) -> Option<String> {
    let coop = pick.coop(Part::Officers)?;
    let (person, key) = supervisor(&coop)?;
    holding(facts, &person, PostKind::Supervisor, &coop.unit, |row| {
        row.elected = day;
        row.basis = Some(basis);
    });
    Some(key)
}

/// A charter that does or does not admit outsiders.
fn outsiders(facts: &mut Facts, coop: &Coop, says: &str) {
    clause(facts, &coop.unit, "outsiders-admitted", says, since(on(ymd(2020, 1, 1))));
}

fn of_2008() -> FactSpan {
    since(month_of(ymd(2008, 3, 1)))
}

/// Whether the supervisor could be elected, and for how long, by a text that is not known.
#[expect(clippy::unnecessary_wraps, reason = "what every edit gives")]
fn both(key: String) -> Option<Vec<Found>> {
    Some(vec![(ELIGIBLE, key.clone(), SBN), (TERM, key, SBN)])
}

pub(super) const EDITS: &[Edit] = &[
    // LRCEO 13(1): a member has the right to be elected.
    breach(ELIGIBLE, "membership-lost-on-election-day", |facts, pick| one(ELIGIBLE, left(facts, pick, 0)?.1, B)),
    breach(ELIGIBLE, "outsider-the-charter-refuses", |facts, pick| {
        let (coop, key) = left(facts, pick, -30)?;
        outsiders(facts, &coop, "no");
        one(ELIGIBLE, key, B)
    }),
    breach(ELIGIBLE, "never-a-member", |facts, pick| {
        let coop = pick.coop(Part::Officers)?;
        one(ELIGIBLE, membership(facts, &coop, None)?, B)
    }),
    near(ELIGIBLE, "membership-lost-the-day-after", |facts, pick| {
        left(facts, pick, 1)?;
        nothing()
    }),
    near(ELIGIBLE, "outsider-the-charter-admits", |facts, pick| {
        let (coop, _) = left(facts, pick, -30)?;
        outsiders(facts, &coop, "yes");
        nothing()
    }),
    removed(ELIGIBLE, "charter-not-complete-on-outsiders", |facts, pick| {
        let coop = pick.whole(|_| true)?;
        let key = membership(facts, &coop, None)?;
        facts.clauses.retain(|row| row.unit != coop.unit || row.key.as_str() != "outsiders-admitted");
        open(facts, List::Charter, Extent::Unit(coop.unit.clone()));
        let mut found = vec![(ELIGIBLE, key, BE)];
        // The clause on the secretary as chair may be missing too.
        found.extend((coop.leads && coop.seat == coop.unit).then(|| (HEAD, coop.unit.to_string(), BN)));
        Some(found)
    }),
    removed(ELIGIBLE, "roll-lacks-a-supervisor", |facts, pick| {
        let coop = pick.whole(|_| true)?;
        let key = membership(facts, &coop, None)?;
        outsiders(facts, &coop, "no");
        // The roll is then no base for assemblies that do not state theirs.
        for case in &coop.assemblies {
            count(facts, case, "meet", (Base::CapableMembers, 30), Some((Quantity::Present, 20)));
        }
        open(facts, List::Members, Extent::Unit(coop.unit.clone()));
        one(ELIGIBLE, key, SB)
    }),
    // CC 17, 18(2): adult at eighteen; at sixteen, living mainly on own labor income.
    breach(ELIGIBLE, "eighteen-the-day-after-the-election", |facts, pick| {
        let (_, person, key) = aged(facts, pick, 18, 1)?;
        status(facts, &person, StatusKind::NoOwnLaborIncome, of_2008());
        one(ELIGIBLE, key, B)
    }),
    breach(ELIGIBLE, "sixteen-the-day-after-the-election", |facts, pick| {
        let (_, person, key) = aged(facts, pick, 16, 1)?;
        status(facts, &person, StatusKind::OwnLaborIncome, of_2008());
        one(ELIGIBLE, key, B)
    }),
    near(ELIGIBLE, "eighteen-on-election-day", |facts, pick| {
        aged(facts, pick, 18, 0)?;
        nothing()
    }),
    near(ELIGIBLE, "sixteen-on-election-day-on-own-labor", |facts, pick| {
        let (_, person, _) = aged(facts, pick, 16, 0)?;
        status(facts, &person, StatusKind::OwnLaborIncome, of_2008());
        nothing()
    }),
    removed(ELIGIBLE, "own-labor-not-recorded-at-seventeen", |facts, pick| {
        let (_, _, key) = aged(facts, pick, 18, 1)?;
        one(ELIGIBLE, key, SB)
    }),
    removed(ELIGIBLE, "birth-of-a-supervisor-not-recorded", |facts, pick| {
        let coop = pick.coop(Part::Officers)?;
        let (person, key) = supervisor(&coop)?;
        born(facts, &person, None);
        one(ELIGIBLE, key, SB)
    }),
    // CC 21–24: an adult found without full capacity.
    breach(ELIGIBLE, "capacity-limited-by-judgment", |facts, pick| {
        one(ELIGIBLE, limited(facts, pick, |election| since(on(election)))?, B)
    }),
    near(ELIGIBLE, "capacity-restored-on-election-day", |facts, pick| {
        limited(facts, pick, |election| until(on(ymd(2019, 5, 6)), election))?;
        nothing()
    }),
    near(ELIGIBLE, "capacity-limited-the-day-after", |facts, pick| {
        limited(facts, pick, |election| since(on(plus(election, 1))))?;
        nothing()
    }),
    removed(ELIGIBLE, "findings-on-capacity-not-complete", |facts, pick| {
        let coop = pick.coop(Part::Officers)?;
        let (person, key) = supervisor(&coop)?;
        open_of(facts, List::Capacity, &person);
        one(ELIGIBLE, key, SB)
    }),
    // The text before 2025-05-01 is not known.
    removed(ELIGIBLE, "elected-the-day-before-the-law", |facts, pick| {
        both(elected(facts, pick, Some(on(ymd(2025, 4, 30))), Basis::Elected)?)
    }),
    removed(ELIGIBLE, "elected-in-the-year-of-the-law", |facts, pick| {
        both(elected(facts, pick, Some(year_of(ymd(2025, 5, 1))), Basis::Elected)?)
    }),
    removed(ELIGIBLE, "election-not-recorded", |facts, pick| both(elected(facts, pick, None, Basis::CoOpted)?)),
    near(ELIGIBLE, "elected-on-the-first-day-of-the-law", |facts, pick| {
        elected(facts, pick, Some(on(ymd(2025, 5, 1))), Basis::Elected)?;
        nothing()
    }),
    near(ELIGIBLE, "elected-in-the-month-of-the-law", |facts, pick| {
        elected(facts, pick, Some(month_of(ymd(2025, 5, 1))), Basis::ByElection)?;
        nothing()
    }),
];

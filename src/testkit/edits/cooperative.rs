//! 组织优化 — the chair, the supervisors, the representatives, and who fills a vacancy.

use super::rows::{body, body_of, clause, holding, open, person, seat};
use super::{B, Edit, Found, SB, SBN, breach, near, nothing, one, removed};
use crate::facts::{Extent, Facts, Holding, UnitNumber};
use crate::testkit::days::{months_later, on, plus, seen, since, until, year_of, ymd};
use crate::testkit::ground::{Coop, Part, Pick, Village};
use crate::vocab::{Base, Basis, BodyKind, FactSpan, List, PersonId, PostKind, Sex, UnitId};

const CHAIR: &str = "organization.one-chair";
const SUPERVISORS: &str = "organization.supervisors";
const SUPERVISOR_TERM: &str = "organization.supervisors-local";
const TERM: &str = "organization.representative-term";
const NUMBER: &str = "organization.representative-number";
const SHARE: &str = "organization.representative-apportionment";
const WOMEN: &str = "organization.representative-women";
const WOMEN_MIN: &str = "organization.representative-women-local";
const VACANCY: &str = "organization.board-vacancy";

const REPRESENTATIVE: PostKind = PostKind::MemberRepresentative;

/// A director who is chair too, for a time.
fn second_chair(facts: &mut Facts, pick: &mut Pick, span: impl Fn(&Coop, &Pick) -> FactSpan) -> Option<String> {
    let coop = pick.coop(Part::Officers)?;
    let (director, _) = coop.board.last()?.clone();
    let span = span(&coop, pick);
    let mut row = Holding::new(director, coop.unit.clone(), PostKind::Chair, span);
    row.basis = Some(Basis::Elected);
    row.elected = Some(on(coop.formed));
    facts.holdings.push(row);
    Some(body_of(&coop.unit, BodyKind::Board))
}

/// A village-level cooperative without a supervisory board.
fn unsupervised(facts: &mut Facts, pick: &mut Pick) -> Option<(Village, UnitId)> {
    let (village, _) = pick.village_part(|_| vec![Part::Supervised])?;
    let league = village.league.clone();
    facts.bodies.retain(|row| row.unit != league || row.kind != BodyKind::SupervisoryBoard);
    Some((village, league))
}

/// What the charter of a cooperative says of the term of its supervisors, and each of them.
fn term_of(
    facts: &mut Facts,
    pick: &mut Pick,
    words: Option<&str>,
    possible: crate::vocab::Possible,
) -> Option<Vec<Found>> {
    let coop = pick.coop(Part::Officers)?;
    let of = "supervisor-term";
    match words {
        Some(words) => clause(facts, &coop.unit, of, words, since(year_of(ymd(2008, 1, 1)))),
        None => facts.clauses.retain(|row| row.unit != coop.unit || row.key.as_str() != of),
    }
    let found = coop.supervisors.iter();
    Some(found.map(|one| (SUPERVISOR_TERM, seat(one, PostKind::Supervisor, &coop.unit), possible)).collect())
}

/// A village-level cooperative whose representatives are untouched as to one question.
fn represented(pick: &mut Pick, question: usize) -> Option<UnitId> {
    let (village, _) = pick.village_part(|_| vec![Part::Represented(question)])?;
    Some(village.league)
}

/// The representatives of a village-level cooperative.
fn representatives(facts: &Facts, league: &UnitId) -> Vec<PersonId> {
    let rows = facts.holdings.iter().filter(|row| row.unit == *league && row.post == REPRESENTATIVE);
    rows.map(|row| row.person.clone()).collect()
}

/// One representative elected on a day.
fn elected(facts: &mut Facts, pick: &mut Pick, day: chrono::NaiveDate) -> Option<String> {
    let league = represented(pick, 0)?;
    let one = representatives(facts, &league).first()?.clone();
    holding(facts, &one, REPRESENTATIVE, &league, |row| row.elected = Some(on(day)));
    Some(seat(&one, REPRESENTATIVE, &league))
}

/// An assembly with so many seats.
fn seats(facts: &mut Facts, pick: &mut Pick, seats: Option<u32>) -> Option<UnitId> {
    let league = represented(pick, 1)?;
    body(facts, &league, BodyKind::RepresentativeAssembly, |row| row.seats = seats);
    Some(league)
}

/// So many households for the representatives.
fn households(facts: &mut Facts, pick: &mut Pick, number: u32) -> Option<UnitId> {
    let league = represented(pick, 2)?;
    let rows = facts.unit_numbers.iter_mut().filter(|row| row.unit == league && row.of == Base::Households);
    rows.for_each(|row| row.number = number);
    Some(league)
}

/// Representatives of whom so many are women, and the others of this sex as far as it is recorded.
fn women(facts: &mut Facts, pick: &mut Pick, women: usize, others: Option<Sex>) -> Option<UnitId> {
    let league = represented(pick, 3)?;
    for (position, id) in representatives(facts, &league).iter().enumerate() {
        let sex = if position < women { Some(Sex::Female) } else { others };
        person(facts, id, |row| row.sex = sex);
    }
    Some(league)
}

/// A director elected to a vacancy whose term ends so many days after that of the board.
fn successor(facts: &mut Facts, pick: &mut Pick, after: Option<i64>) -> Option<String> {
    let coop = pick.whole(|_| true)?;
    let (director, post) = coop.board.last()?.clone();
    let ends = after.map(|after| on(plus(months_later(coop.formed, 60), after)));
    holding(facts, &director, post, &coop.unit, |row| {
        row.basis = Some(Basis::ByElection);
        row.term_end = ends;
    });
    Some(seat(&director, post, &coop.unit))
}

pub(super) const EDITS: &[Edit] = &[
    // LRCEO 29(1): one chair.
    breach(CHAIR, "two-chairs", |facts, pick| {
        one(CHAIR, second_chair(facts, pick, |coop, pick| seen(on(coop.formed), pick.day))?, B)
    }),
    near(CHAIR, "second-chair-left-today", |facts, pick| {
        second_chair(facts, pick, |coop, pick| until(on(coop.formed), pick.day))?;
        nothing()
    }),
    removed(CHAIR, "second-chair-last-seen-long-ago", |facts, pick| {
        one(
            CHAIR,
            second_chair(facts, pick, |coop, pick| seen(on(coop.formed), coop.formed.max(plus(pick.day, -90))))?,
            SB,
        )
    }),
    // LRCEO 32(1): a supervisory board, or one or two supervisors.
    breach(SUPERVISORS, "neither-board-nor-supervisor", |facts, pick| {
        let (_, league) = unsupervised(facts, pick)?;
        one(SUPERVISORS, league, B)
    }),
    near(SUPERVISORS, "one-supervisor-and-no-board", |facts, pick| {
        let (_, league) = unsupervised(facts, pick)?;
        let supervisor = representatives(facts, &league).last()?.clone();
        let mut row = Holding::new(supervisor.clone(), league.clone(), PostKind::Supervisor, {
            seen(on(ymd(2025, 6, 1)), pick.day)
        });
        row.basis = Some(Basis::Elected);
        row.elected = Some(on(ymd(2025, 6, 1)));
        facts.holdings.push(row);
        clause(facts, &league, "supervisor-term", "5 years", since(year_of(ymd(2008, 1, 1))));
        nothing()
    }),
    removed(SUPERVISORS, "bodies-of-the-village-cooperative-not-complete", |facts, pick| {
        let (_, league) = unsupervised(facts, pick)?;
        open(facts, List::Bodies, Extent::Unit(league.clone()));
        one(SUPERVISORS, league, SB)
    }),
    // LRCEO 32(2): the rest is the charter's.
    breach(SUPERVISOR_TERM, "supervisors-term-of-five-months", |facts, pick| term_of(facts, pick, Some("5 months"), B)),
    near(SUPERVISOR_TERM, "supervisors-term-of-two-years", |facts, pick| {
        term_of(facts, pick, Some("2 years"), B)?;
        nothing()
    }),
    removed(SUPERVISOR_TERM, "charter-silent-on-supervisors", |facts, pick| term_of(facts, pick, None, SB)),
    // LRCEO 28(3): five years, of which none is over before May 2030; the towns are of 2026.
    breach(TERM, "representative-elected-on-the-first-day", |facts, pick| {
        elected(facts, pick, ymd(2025, 5, 1))?;
        nothing()
    }),
    near(TERM, "representative-elected-in-june", |facts, pick| {
        elected(facts, pick, ymd(2025, 6, 1))?;
        nothing()
    }),
    removed(TERM, "representative-elected-before-the-law", |facts, pick| {
        one(TERM, elected(facts, pick, ymd(2025, 4, 30))?, SBN)
    }),
    // LRCEO 28(2): more than twenty.
    breach(NUMBER, "twenty-seats-for-representatives", |facts, pick| {
        let league = seats(facts, pick, Some(20))?;
        one(NUMBER, body_of(&league, BodyKind::RepresentativeAssembly), B)
    }),
    near(NUMBER, "twenty-one-seats-for-representatives", |facts, pick| {
        seats(facts, pick, Some(21))?;
        nothing()
    }),
    removed(NUMBER, "seats-not-recorded-and-twenty-sit", |facts, pick| {
        let league = seats(facts, pick, None)?;
        let leaving: Vec<PersonId> = representatives(facts, &league).into_iter().skip(20).collect();
        let stays = |row: &Holding| row.unit != league || row.post != REPRESENTATIVE || !leaving.contains(&row.person);
        facts.holdings.retain(stays);
        one(NUMBER, body_of(&league, BodyKind::RepresentativeAssembly), SB)
    }),
    // LRCEO 28(2): normally one for five to fifteen households.
    breach(SHARE, "more-than-fifteen-households-for-one-member-representative", |facts, pick| {
        one(SHARE, households(facts, pick, 361)?, B)
    }),
    breach(SHARE, "fewer-than-five-households-for-one-member-representative", |facts, pick| {
        one(SHARE, households(facts, pick, 99)?, B)
    }),
    near(SHARE, "fifteen-households-for-one-member-representative", |facts, pick| {
        households(facts, pick, 300)?;
        nothing()
    }),
    removed(SHARE, "two-numbers-of-households-for-member-representatives", |facts, pick| {
        let league = households(facts, pick, 300)?;
        let span = since(year_of(ymd(2008, 1, 1)));
        facts.unit_numbers.push(UnitNumber::new(league.clone(), Base::Households, 400, span));
        one(SHARE, league, SB)
    }),
    // LRCEO 28(2): an appropriate number of women; the charters ask for two.
    breach(WOMEN, "no-woman-among-the-representatives", |facts, pick| {
        let league = women(facts, pick, 0, Some(Sex::Male))?;
        Some(vec![(WOMEN, league.to_string(), B), (WOMEN_MIN, league.to_string(), B)])
    }),
    near(WOMEN, "women-alone-represent", |facts, pick| {
        women(facts, pick, 99, Some(Sex::Male))?;
        nothing()
    }),
    removed(WOMEN, "sex-of-the-representatives-not-recorded", |facts, pick| {
        let league = women(facts, pick, 0, None)?;
        Some(vec![(WOMEN, league.to_string(), SB), (WOMEN_MIN, league.to_string(), SB)])
    }),
    breach(WOMEN_MIN, "one-woman-where-the-charter-asks-for-two", |facts, pick| {
        one(WOMEN_MIN, women(facts, pick, 1, Some(Sex::Male))?, B)
    }),
    near(WOMEN_MIN, "two-women-where-the-charter-asks-for-two", |facts, pick| {
        women(facts, pick, 2, Some(Sex::Male))?;
        nothing()
    }),
    removed(WOMEN_MIN, "charter-silent-on-women", |facts, pick| {
        let league = women(facts, pick, 3, Some(Sex::Male))?;
        facts.clauses.retain(|row| row.unit != league || row.key.as_str() != "representative-women-min");
        one(WOMEN_MIN, league, SB)
    }),
    // Our reading: a successor serves what is left.
    breach(VACANCY, "successor-a-day-beyond-the-board", |facts, pick| {
        one(VACANCY, successor(facts, pick, Some(1))?, B)
    }),
    near(VACANCY, "successor-for-the-rest-of-the-term", |facts, pick| {
        successor(facts, pick, Some(0))?;
        nothing()
    }),
    removed(VACANCY, "end-of-the-successors-term-not-recorded", |facts, pick| {
        one(VACANCY, successor(facts, pick, None)?, SB)
    }),
];

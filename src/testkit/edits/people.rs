//! 选用分离 — members of the villagers' committee and candidates: age, political rights, criminal punishment, findings.

use super::rows::{born, open_of, record, seat, stands};
use super::{B, BN, Edit, Found, SB, breach, near, nothing, one, removed};
use crate::facts::{Facts, Record};
use crate::testkit::days::{month_of, on, over_by, plus, year_of, ymd};
use crate::testkit::ground::{Part, Pick, Village};
use crate::vocab::{List, PersonId, Possible, RecordKind, UnitKind};
use chrono::NaiveDate;

const STAND: &str = "selection.vote-and-stand";
const BAR: &str = "selection.bar-criminal-punishment";
const RIGHTS: &str = "selection.political-rights";
const CLEAR: &str = "selection.policy-clearance";

/// A member of a villagers' committee, the key of the seat, and the day of the election.
fn member(pick: &mut Pick) -> Option<(PersonId, String, NaiveDate)> {
    let (village, person, key) = sitting(pick, |village| village.kind == UnitKind::Village)?;
    Some((person, key, village.formed))
}

/// A member of a villagers' or residents' committee.
fn sitting(pick: &mut Pick, fits: impl Fn(&Village) -> bool) -> Option<(Village, PersonId, String)> {
    let (village, part) = pick.village_part(|village| {
        let positions = if fits(village) { 3..village.committee.len() } else { 0..0 };
        positions.map(Part::Member).collect()
    })?;
    let Part::Member(position) = part else { return None };
    let (person, post) = village.committee.get(position)?.clone();
    let key = seat(&person, post, &village.unit);
    Some((village, person, key))
}

/// A candidate for a villagers' committee, the key of the candidacy, and the day of nomination.
fn candidate(pick: &mut Pick) -> Option<(PersonId, String, NaiveDate)> {
    let (village, part) = pick.village_part(|village| {
        let positions = if village.kind == UnitKind::Village { 0..village.candidates.len() } else { 0..0 };
        positions.map(Part::Candidate).collect()
    })?;
    let Part::Candidate(position) = part else { return None };
    let (person, post, nominated) = village.candidates.get(position)?.clone();
    let key = stands(&person, post, &village.unit);
    Some((person, key, nominated))
}

/// A candidate for a villagers' committee with a criminal record decided so many days after the nomination.
fn punished(facts: &mut Facts, pick: &mut Pick, kind: RecordKind, after: i64) -> Option<(PersonId, String)> {
    let (person, key, nominated) = candidate(pick)?;
    record(facts, &person, kind, |row| row.decided = Some(on(plus(nominated, after))));
    Some((person, key))
}

fn nominated(facts: &mut Facts, person: &PersonId, day: Option<NaiveDate>) {
    facts.candidacies.iter_mut().filter(|row| row.person == *person).for_each(|row| row.nominated = day.map(on));
}

/// A member deprived of political rights from before the election until a day counted from it.
fn deprived(facts: &mut Facts, pick: &mut Pick, restored: impl Fn(NaiveDate, &mut Record)) -> Option<String> {
    let (person, key, election) = member(pick)?;
    record(facts, &person, RecordKind::PoliticalDeprivation, |row| {
        row.decided = Some(on(plus(election, -700)));
        restored(election, row);
    });
    Some(key)
}

/// A sitting member of any committee with a record.
fn recorded(facts: &mut Facts, pick: &mut Pick, kind: RecordKind, day: Option<NaiveDate>) -> Option<String> {
    let (_, person, key) = sitting(pick, |village| village.formed < ymd(2026, 1, 1))?;
    record(facts, &person, kind, |row| row.decided = day.map(on));
    Some(key)
}

#[expect(clippy::unnecessary_wraps, reason = "what every edit gives")]
fn both(key: String, bar: Possible, clear: Possible) -> Option<Vec<Found>> {
    Some(vec![(BAR, key.clone(), bar), (CLEAR, key, clear)])
}

pub(super) const EDITS: &[Edit] = &[
    // VCL 13(1), 16(1): eighteen, unless deprived of political rights.
    breach(STAND, "member-eighteen-the-day-after", |facts, pick| {
        let (person, key, election) = member(pick)?;
        born(facts, &person, Some(on(plus(over_by(election, 216), 1))));
        one(STAND, key, B)
    }),
    breach(STAND, "candidate-seventeen-on-election-day", |facts, pick| {
        let (person, key, _) = candidate(pick)?;
        let election = facts.candidacies.iter().find(|row| row.person == person)?.election?.exact()?;
        born(facts, &person, Some(on(plus(over_by(election, 216), 1))));
        one(STAND, key, B)
    }),
    breach(STAND, "political-rights-restored-the-day-after", |facts, pick| {
        one(STAND, deprived(facts, pick, |election, row| row.restored = Some(on(plus(election, 1))))?, B)
    }),
    near(STAND, "member-eighteen-on-election-day", |facts, pick| {
        let (person, _, election) = member(pick)?;
        born(facts, &person, Some(on(over_by(election, 216))));
        nothing()
    }),
    near(STAND, "political-rights-restored-on-election-day", |facts, pick| {
        deprived(facts, pick, |election, row| row.restored = Some(on(election)))?;
        nothing()
    }),
    near(STAND, "political-rights-lost-after-the-election", |facts, pick| {
        // The election stands; whether the rights are back today is not recorded.
        let key = deprived(facts, pick, |election, row| row.decided = Some(on(plus(election, 1))))?;
        one(RIGHTS, key, SB)
    }),
    removed(STAND, "birth-of-a-member-not-recorded", |facts, pick| {
        let (person, key, _) = member(pick)?;
        born(facts, &person, None);
        one(STAND, key, SB)
    }),
    removed(STAND, "birth-of-a-member-to-the-year", |facts, pick| {
        let (person, key, election) = member(pick)?;
        // Some days of that year make eighteen, and some do not, whatever the day of the election but the last.
        let birth = over_by(election, 216);
        if year_of(birth).last() == birth {
            return nothing();
        }
        born(facts, &person, Some(year_of(birth)));
        one(STAND, key, SB)
    }),
    removed(STAND, "restoration-not-recorded", |facts, pick| {
        let key = deprived(facts, pick, |_, _| {})?;
        Some(vec![(STAND, key.clone(), SB), (RIGHTS, key, SB)])
    }),
    removed(STAND, "convictions-of-a-member-not-complete", |facts, pick| {
        let (person, key, _) = member(pick)?;
        open_of(facts, List::Convictions, &person);
        Some(vec![(STAND, key.clone(), SB), (RIGHTS, key.clone(), SB), (CLEAR, key, SB)])
    }),
    // VCL 18(1), from 2026-01-01, on candidacy; GOV19 beside it.
    breach(BAR, "candidate-punished-long-ago", |facts, pick| {
        let (_, key) = punished(facts, pick, RecordKind::CriminalPunishment, -6_000)?;
        both(key, B, B)
    }),
    breach(BAR, "candidate-punished-on-the-day-of-nomination", |facts, pick| {
        let (_, key) = punished(facts, pick, RecordKind::CriminalPunishment, 0)?;
        both(key, B, B)
    }),
    breach(BAR, "candidate-nominated-on-the-first-day", |facts, pick| {
        let (person, key) = punished(facts, pick, RecordKind::CriminalPunishment, -3_000)?;
        nominated(facts, &person, Some(ymd(2026, 1, 1)));
        both(key, B, B)
    }),
    near(BAR, "candidate-nominated-the-day-before", |facts, pick| {
        let (person, key) = punished(facts, pick, RecordKind::CriminalPunishment, -3_000)?;
        nominated(facts, &person, Some(ymd(2025, 12, 31)));
        // The bar says nothing yet; the policy line does.
        one(CLEAR, key, B)
    }),
    near(BAR, "candidate-punished-after-nomination", |facts, pick| {
        let (_, key) = punished(facts, pick, RecordKind::CriminalPunishment, 1)?;
        one(CLEAR, key, B)
    }),
    near(BAR, "candidate-exempted-from-punishment", |facts, pick| {
        punished(facts, pick, RecordKind::ExemptFromPunishment, -900)?;
        nothing()
    }),
    removed(BAR, "nomination-not-recorded", |facts, pick| {
        let (person, key) = punished(facts, pick, RecordKind::CriminalPunishment, -3_000)?;
        nominated(facts, &person, None);
        both(key, BN, B)
    }),
    removed(BAR, "day-of-punishment-not-recorded", |facts, pick| {
        let (person, key, _) = candidate(pick)?;
        record(facts, &person, RecordKind::CriminalPunishment, |_| {});
        both(key, SB, SB)
    }),
    removed(BAR, "convictions-of-a-candidate-not-complete", |facts, pick| {
        let (person, key, _) = candidate(pick)?;
        open_of(facts, List::Convictions, &person);
        Some(vec![(STAND, key.clone(), SB), (RIGHTS, key.clone(), SB), (BAR, key.clone(), SB), (CLEAR, key, SB)])
    }),
    // GOV19: no cadre punished or found so, for life; it asks on the day of the review.
    breach(CLEAR, "member-punished-in-2010", |facts, pick| {
        one(CLEAR, recorded(facts, pick, RecordKind::CriminalPunishment, Some(ymd(2010, 6, 1)))?, B)
    }),
    breach(CLEAR, "member-found-a-bully-today", |facts, pick| {
        let day = pick.day;
        one(CLEAR, recorded(facts, pick, RecordKind::VillageBully, Some(day))?, B)
    }),
    breach(CLEAR, "member-found-with-gangs", |facts, pick| {
        one(CLEAR, recorded(facts, pick, RecordKind::Underworld, Some(ymd(2019, 4, 3)))?, B)
    }),
    breach(CLEAR, "member-found-in-a-cult", |facts, pick| {
        one(CLEAR, recorded(facts, pick, RecordKind::IllegalReligionOrCult, Some(ymd(2001, 4, 3)))?, B)
    }),
    near(CLEAR, "member-not-prosecuted", |facts, pick| {
        recorded(facts, pick, RecordKind::NonProsecution, Some(ymd(2015, 6, 1)))?;
        nothing()
    }),
    near(CLEAR, "member-with-a-demerit", |facts, pick| {
        recorded(facts, pick, RecordKind::MajorDemerit, Some(ymd(2024, 6, 1)))?;
        nothing()
    }),
    removed(CLEAR, "findings-of-authorities-not-complete", |facts, pick| {
        let (_, person, key) = sitting(pick, |village| village.formed < ymd(2026, 1, 1))?;
        open_of(facts, List::Determinations, &person);
        one(CLEAR, key, SB)
    }),
    removed(CLEAR, "day-of-the-finding-not-recorded", |facts, pick| {
        one(CLEAR, recorded(facts, pick, RecordKind::VillageBully, None)?, SB)
    }),
    removed(CLEAR, "punished-in-the-month-of-the-review", |facts, pick| {
        let (_, person, key) = sitting(pick, |village| village.formed < ymd(2026, 1, 1))?;
        let month = month_of(pick.day);
        record(facts, &person, RecordKind::CriminalPunishment, |row| row.decided = Some(month));
        let settled = month.last() == pick.day;
        one(CLEAR, key, if settled { B } else { SB })
    }),
];

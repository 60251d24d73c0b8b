//! 组织优化 — the supervision committees of villages and communities: whether there is one, who sits on it, and who may not.

use super::committee::{K, Made, Side, V, last_day, long, within_the_year};
use super::rows::{against, body, body_of, holding, seat, tie, unmarry};
use super::{B, BN, Edit, SB, breach, near, nothing, one, removed};
use crate::facts::{Facts, Holding, PartyMembership, Status};
use crate::testkit::days::{month_of, on, plus, seen, until, year_of, ymd};
use crate::testkit::ground::{Part, Pick, Village};
use crate::vocab::{Basis, BodyKind, FactSpan, PersonId, Possible, PostKind, Relation, StatusKind, UnitKind};
use chrono::NaiveDate;

const KNOWLEDGE: &str = "organization.village-supervision-knowledge";
const SIZE: &str = "organization.village-supervision-size";
const HEAD: &str = "organization.village-supervision-head";
const HEAD_USUAL: &str = "organization.village-supervision-head-usual";
const LOCAL: &str = "organization.village-supervision-exclusions-local";

const SUPERVISION: BodyKind = BodyKind::VillageSupervisionCommittee;

/// Takes every supervisor away, and leaves the committee as it is said to be formed, if at all.
fn without_supervisors(facts: &mut Facts, pick: &mut Pick, side: &Side, formed: Option<NaiveDate>) -> Option<Village> {
    let village = pick.whole_supervision(side.kind)?;
    facts.holdings.retain(|row| row.unit != village.unit || row.post.body() != Some(SUPERVISION));
    match formed {
        None => facts.bodies.retain(|row| row.unit != village.unit || row.kind != SUPERVISION),
        Some(day) => body(facts, &village.unit, SUPERVISION, |row| row.formed = Some(month_of(day))),
    }
    Some(village)
}

fn perhaps_formed(facts: &mut Facts, pick: &mut Pick, side: &Side) -> Made {
    let month = month_of(pick.day);
    let day = pick.day;
    let village = without_supervisors(facts, pick, side, Some(day))?;
    // On the last day of the month it certainly has been.
    if month.last() == day { nothing() } else { one(side.supervision, village.unit.as_str(), SB) }
}

/// A supervision committee formed on a day.
fn formed(facts: &mut Facts, pick: &mut Pick, side: &Side, day: NaiveDate, exact: bool) -> Option<String> {
    let village = pick.village_with(side.kind, &[Part::SupervisionTerm])?;
    let formed = if exact { on(day) } else { year_of(day) };
    body(facts, &village.unit, SUPERVISION, |row| row.formed = Some(formed));
    Some(body_of(&village.unit, SUPERVISION))
}

/// The statute and the guidance both find it.
#[expect(clippy::unnecessary_wraps, reason = "what every edit gives")]
fn twice(subject: String, possible: Possible) -> Made {
    Some(vec![(V.of_supervision, subject.clone(), possible), (V.of_supervision, subject, possible)])
}

/// A member of the supervision committee, elected under the law of 2026 where only that law asks.
fn supervisor(facts: &mut Facts, pick: &mut Pick, side: &Side) -> Option<(Village, PersonId, PostKind)> {
    let (village, part) = pick.village_part(|village| {
        let positions = if village.kind == side.kind { 0..village.supervisors.len() } else { 0..0 };
        positions.map(Part::Supervisor).collect()
    })?;
    let Part::Supervisor(position) = part else { return None };
    let (person, post) = village.supervisors.get(position)?.clone();
    if side.kind == UnitKind::Community {
        let (from, span) = (ymd(2026, 1, 5), seen(on(ymd(2026, 1, 5)), pick.day));
        holding(facts, &person, post, &village.unit, |row| {
            row.span = span;
            row.elected = Some(on(from));
        });
    }
    Some((village, person, post))
}

/// A supervisor who came to the seat this way.
fn choice(facts: &mut Facts, pick: &mut Pick, side: &Side, basis: Option<Basis>) -> Option<String> {
    let (village, person, post) = supervisor(facts, pick, side)?;
    holding(facts, &person, post, &village.unit, |row| row.basis = basis);
    Some(seat(&person, post, &village.unit))
}

/// A supervisor registered nowhere, who has this status instead.
fn pool(facts: &mut Facts, pick: &mut Pick, side: &Side, status: Option<(StatusKind, FactSpan)>) -> Option<String> {
    let (village, person, post) = supervisor(facts, pick, side)?;
    facts.statuses.retain(|row| row.person != person || row.kind != StatusKind::HouseholdRegistration);
    if let Some((kind, span)) = status {
        let mut row = Status::new(person.clone(), kind, span);
        row.unit = Some(village.unit.clone());
        facts.statuses.push(row);
    }
    Some(seat(&person, post, &village.unit))
}

/// A supervisor registered nowhere, whose residence was last seen before any election.
fn once_resident(facts: &mut Facts, pick: &mut Pick, side: &Side) -> Made {
    let span = seen(year_of(ymd(1990, 1, 1)), ymd(2019, 12, 31));
    one(side.pool, pool(facts, pick, side, Some((StatusKind::Residence, span)))?, SB)
}

/// A supervisor who is this to the fourth member of the committee.
fn kin(facts: &mut Facts, pick: &mut Pick, side: &Side, relation: Relation, span: FactSpan) -> Option<String> {
    let village = pick.village_with(side.kind, &[Part::Supervisor(2)])?;
    let ((person, post), (member, held)) = (village.supervisors.get(2)?, village.committee.get(3)?);
    unmarry(facts, person);
    unmarry(facts, member);
    tie(facts, person, member, relation, span);
    Some(against((person, *post), (member, *held), &village.unit))
}

/// The fourth member of the committee is a supervisor too.
fn both(facts: &mut Facts, pick: &mut Pick, side: &Side) -> Made {
    let (village, ..) = supervisor(facts, pick, side)?;
    let (member, held) = village.committee.get(3)?;
    let post = PostKind::VillageSupervisor;
    let mut row = Holding::new(member.clone(), village.unit.clone(), post, seen(on(village.formed), pick.day));
    row.basis = Some(Basis::Elected);
    row.elected = Some(on(village.formed));
    facts.holdings.push(row);
    let mut row = Status::new(member.clone(), StatusKind::HouseholdRegistration, long());
    row.unit = Some(village.unit.clone());
    facts.statuses.push(row);
    one(side.apart, against((member, post), (member, *held), &village.unit), B)
}

/// Who of the supervision committee knows of finance, and since and until when.
fn knows(facts: &mut Facts, pick: &mut Pick, who: Option<(usize, FactSpan)>) -> Option<Village> {
    let village = pick.village_with(UnitKind::Village, &[Part::Knowledge])?;
    let (head, _) = village.supervisors.first()?;
    facts.statuses.retain(|row| row.person != *head || row.kind != StatusKind::FinanceKnowledge);
    if let Some((position, span)) = who {
        let (person, _) = village.supervisors.get(position)?;
        facts.statuses.push(Status::new(person.clone(), StatusKind::FinanceKnowledge, span));
    }
    Some(village)
}

/// A supervision committee of so many seats.
fn seats(facts: &mut Facts, pick: &mut Pick, seats: Option<u32>) -> Option<String> {
    let village = pick.village_with(UnitKind::Village, &[Part::SupervisionSeats])?;
    body(facts, &village.unit, SUPERVISION, |row| row.seats = seats);
    Some(body_of(&village.unit, SUPERVISION))
}

/// The head of the supervision committee is, or was, the Party secretary besides.
fn secretary(facts: &mut Facts, pick: &mut Pick, span: FactSpan) -> Option<String> {
    let village = pick.village_with(UnitKind::Village, &[Part::Together, Part::SupervisionHead])?;
    let (head, post) = village.supervisors.first()?;
    let row = Holding::new(head.clone(), village.unit.clone(), PostKind::VillagePartySecretary, span);
    facts.holdings.push(row);
    Some(seat(head, *post, &village.unit))
}

/// The head of the supervision committee is, or was, a Party member for so long.
fn in_the_party(facts: &mut Facts, pick: &mut Pick, span: Option<FactSpan>) -> Option<String> {
    let village = pick.village_with(UnitKind::Village, &[Part::SupervisionHead])?;
    let (head, post) = village.supervisors.first()?;
    facts.party_memberships.retain(|row| row.person != *head);
    facts.party_memberships.extend(span.map(|span| {
        let mut row = PartyMembership::new(head.clone(), span);
        row.unit = Some(village.unit.clone());
        row
    }));
    Some(seat(head, *post, &village.unit))
}

/// A supervisor is, or was, the clerk of the village.
fn clerk(facts: &mut Facts, pick: &mut Pick, span: FactSpan) -> Option<String> {
    let (village, person, post) = supervisor(facts, pick, &V)?;
    facts.holdings.push(Holding::new(person.clone(), village.unit.clone(), PostKind::Clerk, span));
    Some(against((&person, post), (&person, PostKind::Clerk), &village.unit))
}

pub(super) const EDITS: &[Edit] = &[
    // VCL 37(1), UCL 36(1): there is one.
    breach(V.supervision, "village-without-a-supervision-committee", |facts, pick| {
        one(V.supervision, without_supervisors(facts, pick, &V, None)?.unit.as_str(), B)
    }),
    breach(K.supervision, "community-without-a-supervision-committee", |facts, pick| {
        one(K.supervision, without_supervisors(facts, pick, &K, None)?.unit.as_str(), B)
    }),
    near(V.supervision, "supervision-committee-formed-today", |facts, pick| {
        let day = pick.day;
        formed(facts, pick, &V, day, true)?;
        nothing()
    }),
    near(K.supervision, "residents-supervision-committee-formed-today", |facts, pick| {
        let day = pick.day;
        formed(facts, pick, &K, day, true)?;
        nothing()
    }),
    removed(V.supervision, "supervision-committee-formed-this-month", |facts, pick| perhaps_formed(facts, pick, &V)),
    removed(K.supervision, "residents-supervision-committee-formed-this-month", |facts, pick| {
        perhaps_formed(facts, pick, &K)
    }),
    // VCL 37(1), UCL 36(1): chosen by a meeting; the law of communities asks it from 2026.
    breach(V.choice, "supervisor-appointed", |facts, pick| {
        one(V.choice, choice(facts, pick, &V, Some(Basis::Appointed))?, B)
    }),
    breach(K.choice, "residents-supervisor-co-opted", |facts, pick| {
        one(K.choice, choice(facts, pick, &K, Some(Basis::CoOpted))?, B)
    }),
    near(V.choice, "supervisor-elected-into-a-vacancy", |facts, pick| {
        choice(facts, pick, &V, Some(Basis::ByElection))?;
        nothing()
    }),
    near(K.choice, "residents-supervisor-elected-into-a-vacancy", |facts, pick| {
        choice(facts, pick, &K, Some(Basis::ByElection))?;
        nothing()
    }),
    removed(V.choice, "how-a-supervisor-took-the-seat-not-recorded", |facts, pick| {
        one(V.choice, choice(facts, pick, &V, None)?, SB)
    }),
    removed(K.choice, "how-a-residents-supervisor-took-the-seat-not-recorded", |facts, pick| {
        one(K.choice, choice(facts, pick, &K, None)?, SB)
    }),
    // From among the villagers; the residents or those who work in the community.
    breach(V.pool, "supervisor-from-outside", |facts, pick| one(V.pool, pool(facts, pick, &V, None)?, B)),
    breach(V.pool, "supervisor-works-in-the-village-only", |facts, pick| {
        one(V.pool, pool(facts, pick, &V, Some((StatusKind::VillageWork, long())))?, B)
    }),
    breach(K.pool, "residents-supervisor-from-outside", |facts, pick| one(K.pool, pool(facts, pick, &K, None)?, B)),
    near(V.pool, "supervisor-resident-only", |facts, pick| {
        pool(facts, pick, &V, Some((StatusKind::Residence, long())))?;
        nothing()
    }),
    near(K.pool, "community-worker-as-supervisor", |facts, pick| {
        pool(facts, pick, &K, Some((StatusKind::CommunityWork, long())))?;
        nothing()
    }),
    removed(V.pool, "residence-of-a-supervisor-last-seen-long-ago", |facts, pick| once_resident(facts, pick, &V)),
    removed(K.pool, "residence-of-a-residents-supervisor-last-seen-long-ago", |facts, pick| {
        once_resident(facts, pick, &K)
    }),
    // VCL 37(1): somebody who knows of finance.
    breach(KNOWLEDGE, "nobody-knows-of-finance", |facts, pick| {
        one(KNOWLEDGE, knows(facts, pick, None)?.unit.as_str(), B)
    }),
    near(KNOWLEDGE, "the-last-of-them-knows-of-finance", |facts, pick| {
        knows(facts, pick, Some((2, long())))?;
        nothing()
    }),
    removed(KNOWLEDGE, "knowledge-of-finance-last-seen-long-ago", |facts, pick| {
        let span = seen(year_of(ymd(2010, 1, 1)), plus(pick.day, -100));
        one(KNOWLEDGE, knows(facts, pick, Some((1, span)))?.unit.as_str(), SB)
    }),
    // VCL 37(1), UCL 36(1), and the guidance: five years as the committee, and the sixty days the parameter gives.
    breach(V.of_supervision, "supervision-committee-over-the-term", |facts, pick| {
        let day = plus(last_day(pick), -1);
        twice(formed(facts, pick, &V, day, true)?, B)
    }),
    breach(K.of_supervision, "residents-supervision-committee-over-the-term", |facts, pick| {
        let day = plus(last_day(pick), -1);
        one(K.of_supervision, formed(facts, pick, &K, day, true)?, B)
    }),
    near(V.of_supervision, "supervision-committee-on-the-last-day", |facts, pick| {
        let day = last_day(pick);
        formed(facts, pick, &V, day, true)?;
        nothing()
    }),
    near(K.of_supervision, "residents-supervision-committee-on-the-last-day", |facts, pick| {
        let day = last_day(pick);
        formed(facts, pick, &K, day, true)?;
        nothing()
    }),
    removed(V.of_supervision, "supervision-committee-formed-in-a-year-that-decides", |facts, pick| {
        let found = within_the_year(facts, pick, &V, V.of_supervision, formed)?;
        Some([found.clone(), found].concat())
    }),
    removed(K.of_supervision, "residents-supervision-committee-formed-in-a-year-that-decides", |facts, pick| {
        within_the_year(facts, pick, &K, K.of_supervision, formed)
    }),
    // OP17: normally three to five.
    breach(SIZE, "supervision-committee-of-two", |facts, pick| one(SIZE, seats(facts, pick, Some(2))?, B)),
    breach(SIZE, "supervision-committee-of-six", |facts, pick| one(SIZE, seats(facts, pick, Some(6))?, B)),
    near(SIZE, "supervision-committee-of-five", |facts, pick| {
        seats(facts, pick, Some(5))?;
        nothing()
    }),
    removed(SIZE, "seats-of-the-supervision-committee-not-recorded", |facts, pick| {
        one(SIZE, seats(facts, pick, None)?, SB)
    }),
    // OP17: in principle not the Party secretary; a Party member is encouraged.
    breach(HEAD, "secretary-heads-the-supervision-committee", |facts, pick| {
        let span = seen(on(ymd(2025, 6, 10)), pick.day);
        one(HEAD, secretary(facts, pick, span)?, B)
    }),
    near(HEAD, "head-of-supervision-was-secretary-until-today", |facts, pick| {
        let span = until(on(ymd(2025, 6, 10)), pick.day);
        secretary(facts, pick, span)?;
        nothing()
    }),
    removed(HEAD, "head-of-supervision-last-seen-as-secretary-long-ago", |facts, pick| {
        let span = seen(on(ymd(2025, 6, 10)), plus(pick.day, -100));
        one(HEAD, secretary(facts, pick, span)?, SB)
    }),
    breach(HEAD_USUAL, "head-of-supervision-outside-the-party", |facts, pick| {
        one(HEAD_USUAL, in_the_party(facts, pick, None)?, B)
    }),
    near(HEAD_USUAL, "head-of-supervision-joined-the-party-today", |facts, pick| {
        let span = seen(on(pick.day), pick.day);
        in_the_party(facts, pick, Some(span))?;
        nothing()
    }),
    removed(HEAD_USUAL, "head-of-supervision-last-seen-in-the-party-long-ago", |facts, pick| {
        let span = seen(year_of(ymd(2010, 1, 1)), plus(pick.day, -20));
        in_the_party(facts, pick, Some(span))?;
        // A remark that is open is not told.
        nothing()
    }),
    // VCL 37(1), UCL 36(1): neither members of the committee nor their near relatives.
    breach(V.apart, "supervisor-married-to-a-member", |facts, pick| {
        one(V.apart, kin(facts, pick, &V, Relation::Spouse, long())?, B)
    }),
    breach(K.apart, "residents-supervisor-sibling-of-a-member", |facts, pick| {
        one(K.apart, kin(facts, pick, &K, Relation::Sibling, long())?, B)
    }),
    breach(V.apart, "member-is-a-supervisor-too", |facts, pick| both(facts, pick, &V)),
    breach(K.apart, "member-is-a-residents-supervisor-too", |facts, pick| both(facts, pick, &K)),
    near(V.apart, "supervisor-cousin-of-a-member", |facts, pick| {
        kin(facts, pick, &V, Relation::Cousin, long())?;
        nothing()
    }),
    near(K.apart, "residents-supervisor-divorced-from-a-member-today", |facts, pick| {
        let span = until(year_of(ymd(2010, 1, 1)), pick.day);
        kin(facts, pick, &K, Relation::Spouse, span)?;
        nothing()
    }),
    removed(V.apart, "marriage-of-a-supervisor-last-seen-long-ago", |facts, pick| {
        let span = seen(year_of(ymd(2010, 1, 1)), plus(pick.day, -50));
        one(V.apart, kin(facts, pick, &V, Relation::Spouse, span)?, SB)
    }),
    removed(K.apart, "marriage-of-a-residents-supervisor-last-seen-long-ago", |facts, pick| {
        let span = seen(year_of(ymd(2010, 1, 1)), plus(pick.day, -50));
        one(K.apart, kin(facts, pick, &K, Relation::Spouse, span)?, SB)
    }),
    // OP17, as recalled: nor the clerk.
    breach(LOCAL, "supervisor-is-the-clerk", |facts, pick| {
        let span = seen(on(ymd(2025, 6, 10)), pick.day);
        one(LOCAL, clerk(facts, pick, span)?, B)
    }),
    near(LOCAL, "supervisor-was-the-clerk-until-today", |facts, pick| {
        let span = until(on(ymd(2025, 6, 10)), pick.day);
        clerk(facts, pick, span)?;
        nothing()
    }),
    removed(LOCAL, "supervisor-last-seen-as-clerk-long-ago", |facts, pick| {
        let span = seen(on(ymd(2025, 6, 10)), plus(pick.day, -100));
        one(LOCAL, clerk(facts, pick, span)?, BN)
    }),
];

//! 组织优化 — Party posts beside others: cross-appointment, the secretary as chair, Party members on the committee.

use super::rows::{clause, holding};
use super::{B, BN, Edit, SB, breach, near, nothing, one, removed};
use crate::facts::{Facts, Holding};
use crate::testkit::days::{on, plus, seen, since, until, year_of, ymd};
use crate::testkit::ground::{Coop, Part, Pick, Village};
use crate::vocab::{Basis, BodyKind, FactSpan, PersonId, PostKind};
use chrono::NaiveDate;

const CROSS: &str = "organization.cross-appointment";
const CROSS_COMMITTEE: &str = "organization.cross-appointment-committee";
const CROSS_RESIDENTS: &str = "organization.cross-appointment-committee-residents";
const SHARE: &str = "organization.cross-appointment-local";
const SHARE_REPRESENTATIVES: &str = "organization.cross-appointment-representatives-local";
const CHAIR: &str = "organization.secretary-as-chair";
const HEAD: &str = "organization.secretary-as-chair-local";
const ONE_CHAIR: &str = "organization.one-chair";
const SEPARATION: &str = "organization.party-economy-separation";

/// A Party member becomes a full one on a day.
fn full(facts: &mut Facts, person: &PersonId, day: Option<NaiveDate>) {
    facts.party_memberships.iter_mut().filter(|row| row.person == *person).for_each(|row| row.full_from = day.map(on));
}

/// The deputy, by whom the committee has its share of Party members, becomes a full member on a day.
fn deputy(facts: &mut Facts, pick: &mut Pick, day: Option<NaiveDate>) -> Option<String> {
    let (village, _) = pick.village_part(|_| vec![Part::Together])?;
    let (deputy, _) = village.committee.get(1)?;
    full(facts, deputy, day);
    Some(village.unit.to_string())
}

/// One of the two Party members among the representatives becomes a full member on a day.
fn representative(facts: &mut Facts, pick: &mut Pick, day: Option<NaiveDate>) -> Option<String> {
    let (village, _) = pick.village_part(|_| vec![Part::Representatives])?;
    full(facts, village.women.first()?, day);
    Some(village.unit.to_string())
}

fn any(pick: &mut Pick) -> Option<Village> {
    pick.village_part(|_| vec![Part::Together]).map(|(village, _)| village)
}

/// Another chairs the village-level cooperative from a day on; the first until then, or last seen earlier.
fn another_chair(facts: &mut Facts, pick: &mut Pick, sure: bool) -> Option<String> {
    let village = any(pick)?;
    let ((director, _), leader) = (village.committee.first()?, village.party.first()?);
    let (from, last) = (plus(pick.day, -20), plus(pick.day, -40));
    holding(facts, director, PostKind::Chair, &village.league, |row| {
        let began = row.span.from.unwrap_or(on(ymd(2025, 5, 10)));
        row.span = if sure { until(began, from) } else { seen(began, last) };
    });
    let span = seen(on(from), pick.day);
    let mut row = Holding::new(leader.clone(), village.league.clone(), PostKind::Chair, span);
    row.basis = Some(Basis::Elected);
    facts.holdings.push(row);
    Some(village.unit.to_string())
}

/// A cooperative in whose own unit the branch has its posts, and what its charter says of the secretary.
fn head(facts: &mut Facts, pick: &mut Pick, words: &str, span: FactSpan) -> Option<Coop> {
    let coop = pick.coop_with(Part::Head, |coop| coop.leads && coop.seat == coop.unit)?;
    clause(facts, &coop.unit, "secretary-is-head", words, span);
    Some(coop)
}

/// A village that kept its posts apart, as far as a clause says, and the pair of its secretary with the chair.
fn apart(facts: &mut Facts, pick: &mut Pick, words: &str, span: FactSpan) -> Option<String> {
    let village = any(pick)?;
    clause(facts, &village.unit, "posts-separated", words, span);
    let (secretary, _) = village.committee.first()?;
    let first = super::rows::seat(secretary, PostKind::VillagePartySecretary, &village.unit);
    Some(format!("{first}+{}", super::rows::seat(secretary, PostKind::Chair, &village.league)))
}

/// Since 2015, without end.
fn long() -> FactSpan {
    since(year_of(ymd(2015, 1, 1)))
}

pub(super) const EDITS: &[Edit] = &[
    // Permissions: whether they are used is no finding.
    breach(CROSS, "director-without-another-post", |_, _| nothing()),
    near(CROSS, "chair-who-is-the-secretary", |_, _| nothing()),
    removed(CROSS, "other-posts-of-a-director-not-recorded", |_, _| nothing()),
    breach(CROSS_COMMITTEE, "member-outside-the-party-leadership", |_, _| nothing()),
    near(CROSS_COMMITTEE, "director-in-the-party-leadership", |_, _| nothing()),
    removed(CROSS_COMMITTEE, "other-posts-of-a-member-not-recorded", |_, _| nothing()),
    breach(CROSS_RESIDENTS, "resident-member-outside-the-party-leadership", |_, _| nothing()),
    near(CROSS_RESIDENTS, "residents-director-in-the-party-leadership", |_, _| nothing()),
    removed(CROSS_RESIDENTS, "other-posts-of-a-resident-member-not-recorded", |_, _| nothing()),
    // The parameters ask for two of seven, and for one of twenty.
    breach(SHARE, "deputy-is-a-full-member-tomorrow", |facts, pick| {
        let day = plus(pick.day, 1);
        one(SHARE, deputy(facts, pick, Some(day))?, B)
    }),
    near(SHARE, "deputy-is-a-full-member-today", |facts, pick| {
        let day = pick.day;
        deputy(facts, pick, Some(day))?;
        nothing()
    }),
    removed(SHARE, "whether-the-deputy-is-a-full-member-not-recorded", |facts, pick| {
        one(SHARE, deputy(facts, pick, None)?, SB)
    }),
    breach(SHARE_REPRESENTATIVES, "representative-is-a-full-member-tomorrow", |facts, pick| {
        let day = plus(pick.day, 1);
        one(SHARE_REPRESENTATIVES, representative(facts, pick, Some(day))?, B)
    }),
    near(SHARE_REPRESENTATIVES, "representative-is-a-full-member-today", |facts, pick| {
        let day = pick.day;
        representative(facts, pick, Some(day))?;
        nothing()
    }),
    removed(SHARE_REPRESENTATIVES, "whether-a-representative-is-a-full-member-not-recorded", |facts, pick| {
        one(SHARE_REPRESENTATIVES, representative(facts, pick, None)?, SB)
    }),
    // The Party line, for the village-level cooperative.
    breach(CHAIR, "another-chairs-the-village-cooperative", |facts, pick| {
        one(CHAIR, another_chair(facts, pick, true)?, B)
    }),
    near(CHAIR, "chair-of-the-village-cooperative-left-today", |facts, pick| {
        let village = any(pick)?;
        let (director, _) = village.committee.first()?;
        let day = pick.day;
        holding(facts, director, PostKind::Chair, &village.league, |row| {
            row.span = until(row.span.from.unwrap_or(on(ymd(2025, 5, 10))), day);
        });
        one(ONE_CHAIR, super::rows::body_of(&village.league, BodyKind::Board), B)
    }),
    removed(CHAIR, "whether-the-chair-changed-not-recorded", |facts, pick| {
        let unit = another_chair(facts, pick, false)?;
        let league = pick.villages().iter().find(|village| village.unit.as_str() == unit)?.league.clone();
        Some(vec![(CHAIR, unit, SB), (ONE_CHAIR, super::rows::body_of(&league, BodyKind::Board), SB)])
    }),
    breach(HEAD, "secretary-is-not-the-chair", |facts, pick| {
        one(HEAD, head(facts, pick, "yes", long())?.unit.as_str(), B)
    }),
    near(HEAD, "secretary-no-longer-to-be-the-chair", |facts, pick| {
        let span = until(year_of(ymd(2015, 1, 1)), pick.day);
        head(facts, pick, "yes", span)?;
        nothing()
    }),
    removed(HEAD, "whether-the-secretary-is-to-be-the-chair-not-known", |facts, pick| {
        one(HEAD, head(facts, pick, "待定", long())?.unit.as_str(), BN)
    }),
    breach(SEPARATION, "secretary-is-chair-where-posts-are-apart", |facts, pick| {
        one(SEPARATION, apart(facts, pick, "yes", long())?, B)
    }),
    near(SEPARATION, "posts-no-longer-apart", |facts, pick| {
        let span = until(year_of(ymd(2015, 1, 1)), pick.day);
        apart(facts, pick, "yes", span)?;
        nothing()
    }),
    removed(SEPARATION, "whether-posts-are-apart-not-known", |facts, pick| {
        one(SEPARATION, apart(facts, pick, "待定", long())?, BN)
    }),
];

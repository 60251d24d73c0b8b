//! 组织优化 — who sits on the committees of villages and communities, on their representatives' meetings and on their
//! supervision committees. Villages and communities have laws of their own that ask much the same, so most edits are made
//! on either side.

use super::rows::{body, body_of, holding, pair, person, seat, tie, unmarry};
use super::village::{last_seen, part_posts};
use super::{B, Edit, Found, SB, SBN, breach, near, nothing, one, removed};
use crate::facts::Facts;
use crate::testkit::days::{begins, months_later, on, plus, seen, since, until, year_of, ymd};
use crate::testkit::ground::{Part, Pick, Village};
use crate::vocab::{Basis, BodyKind, FactSpan, Relation, Sex, UnitKind};
use chrono::{Datelike, NaiveDate};

/// 村或社区 — one side of the law, with the ids of its provisions.
pub(super) struct Side {
    pub(super) kind: UnitKind,
    pub(super) body: BodyKind,
    pub(super) origin: &'static str,
    pub(super) women: &'static str,
    pub(super) vacancy: &'static str,
    pub(super) group_head: &'static str,
    pub(super) share: &'static str,
    pub(super) apportionment: &'static str,
    pub(super) households: (u32, u32),
    pub(super) of_representatives: &'static str,
    pub(super) supervision: &'static str,
    pub(super) choice: &'static str,
    pub(super) pool: &'static str,
    pub(super) of_supervision: &'static str,
    pub(super) apart: &'static str,
}

pub(super) const V: Side = Side {
    kind: UnitKind::Village,
    body: BodyKind::VillageCommittee,
    origin: "organization.village-committee-origin",
    women: "organization.village-committee-women",
    vacancy: "organization.village-committee-vacancy",
    group_head: "organization.group-head-term",
    share: "organization.village-representatives",
    apportionment: "organization.village-representatives-apportionment",
    households: (5, 15),
    of_representatives: "organization.village-representatives-term",
    supervision: "organization.village-supervision",
    choice: "organization.village-supervision-choice",
    pool: "organization.village-supervision-pool",
    of_supervision: "organization.village-supervision-term",
    apart: "organization.village-supervision-exclusions",
};

pub(super) const K: Side = Side {
    kind: UnitKind::Community,
    body: BodyKind::ResidentsCommittee,
    origin: "organization.village-committee-origin-residents",
    women: "organization.residents-committee-women",
    vacancy: "organization.village-committee-vacancy-residents",
    group_head: "organization.group-head-term-residents",
    share: "organization.village-representatives-residents",
    apportionment: "organization.village-representatives-apportionment-residents",
    households: (20, 50),
    of_representatives: "organization.village-representatives-term-residents",
    supervision: "organization.village-supervision-residents",
    choice: "organization.village-supervision-choice-residents",
    pool: "organization.village-supervision-pool-residents",
    of_supervision: "organization.village-supervision-term-residents",
    apart: "organization.village-supervision-exclusions-residents",
};

const TERM: &str = "organization.village-committee-term-residents";
const SEATS: &str = "organization.residents-committee-seats";
const KIN: &str = "organization.residents-kin";
const CHAIR: &str = "organization.secretary-as-chair";
const PARTY_SHARE: &str = "organization.cross-appointment-local";
const TOGETHER: &str = "organization.secretary-as-director";
const TOGETHER_RESIDENTS: &str = "organization.secretary-as-director-residents";

/// What an edit gives.
pub(super) type Made = Option<Vec<Found>>;

/// The last day of the five years and of the sixty days after them.
pub(super) fn last_day(pick: &Pick) -> NaiveDate {
    begins(pick.day, 60, 60)
}

/// A tie or status since 1990, without end.
pub(super) fn long() -> FactSpan {
    since(year_of(ymd(1990, 1, 1)))
}

/// The fifth member of a committee came to the seat this way.
fn origin(facts: &mut Facts, pick: &mut Pick, side: &Side, basis: Option<Basis>) -> Option<String> {
    let village = pick.village_with(side.kind, &[Part::Member(4)])?;
    let (member, post) = village.committee.get(4)?;
    holding(facts, member, *post, &village.unit, |row| row.basis = basis);
    Some(seat(member, *post, &village.unit))
}

/// How the fifth member came to the seat is not recorded: perhaps into a vacancy, and until when is not recorded either.
fn unknown_origin(facts: &mut Facts, pick: &mut Pick, side: &Side) -> Made {
    let subject = origin(facts, pick, side, None)?;
    Some(vec![(side.origin, subject.clone(), SB), (side.vacancy, subject, SBN)])
}

/// The fifth member was elected into a vacancy, for the rest of the term.
fn filled(facts: &mut Facts, pick: &mut Pick, side: &Side) -> Made {
    let village = pick.village_with(side.kind, &[Part::Member(4), Part::Body])?;
    let (member, post) = village.committee.get(4)?;
    let end = months_later(village.formed, 60);
    holding(facts, member, *post, &village.unit, |row| {
        row.basis = Some(Basis::ByElection);
        row.term_end = Some(on(end));
    });
    nothing()
}

/// All men on the committee, but the third member.
fn women(facts: &mut Facts, pick: &mut Pick, side: &Side, third: Option<Sex>) -> Option<Village> {
    let village = pick.village_with(side.kind, &[Part::Women])?;
    for (position, (member, _)) in village.committee.iter().enumerate() {
        let sex = if position == 2 { third } else { Some(Sex::Male) };
        person(facts, member, |row| row.sex = sex);
    }
    Some(village)
}

/// The fourth member was elected into a vacancy, for a term that ends so many days beyond that of the committee.
fn successor(facts: &mut Facts, pick: &mut Pick, side: &Side, beyond: Option<i64>) -> Option<String> {
    let village = pick.village_with(side.kind, &[Part::Body])?;
    let (member, post) = village.committee.get(3)?;
    let end = beyond.map(|days| on(plus(months_later(village.formed, 60), days)));
    holding(facts, member, *post, &village.unit, |row| {
        row.basis = Some(Basis::ByElection);
        row.term_end = end;
    });
    Some(seat(member, *post, &village.unit))
}

/// A residents' committee of so many seats.
fn residents(facts: &mut Facts, pick: &mut Pick, seats: Option<u32>) -> Option<String> {
    let village = pick.village_with(K.kind, &[Part::Officers])?;
    body(facts, &village.unit, K.body, |row| row.seats = seats);
    Some(body_of(&village.unit, K.body))
}

/// A committee formed then.
fn formed(facts: &mut Facts, pick: &mut Pick, side: &Side, day: NaiveDate, exact: bool) -> Option<String> {
    let village = pick.village_with(side.kind, &[Part::Body])?;
    let formed = if exact { on(day) } else { year_of(day) };
    body(facts, &village.unit, side.body, |row| row.formed = Some(formed));
    Some(body_of(&village.unit, side.body))
}

/// Two members of a residents' committee, elected on a day, who are this to each other.
fn residents_kin(
    facts: &mut Facts,
    pick: &mut Pick,
    relation: Relation,
    span: FactSpan,
    elected: Option<NaiveDate>,
) -> Option<String> {
    let village = pick.village_with(K.kind, &[Part::Kin])?;
    let [_, one, other, ..] = village.committee.as_slice() else { return None };
    for (person, post) in [one, other] {
        unmarry(facts, person);
        if let Some(day) = elected {
            holding(facts, person, *post, &village.unit, |row| row.elected = Some(on(day)));
        }
    }
    tie(facts, &one.0, &other.0, relation, span);
    Some(pair(one, other, &village.unit))
}

/// Over the five years and the sixty days, or on the last of them, within a year of which only the year is known.
pub(super) fn within_the_year(
    facts: &mut Facts,
    pick: &mut Pick,
    side: &Side,
    of: &'static str,
    set: fn(&mut Facts, &mut Pick, &Side, NaiveDate, bool) -> Option<String>,
) -> Made {
    let last = last_day(pick);
    let subject = set(facts, pick, side, last, false)?;
    if last.ordinal() == 1 { nothing() } else { one(of, subject, SB) }
}

pub(super) const EDITS: &[Edit] = &[
    // VCL 14(1), UCL 14(1): elected, and nothing else.
    breach(V.origin, "member-of-the-committee-appointed", |facts, pick| {
        one(V.origin, origin(facts, pick, &V, Some(Basis::Appointed))?, B)
    }),
    breach(K.origin, "member-of-a-residents-committee-co-opted", |facts, pick| {
        one(K.origin, origin(facts, pick, &K, Some(Basis::CoOpted))?, B)
    }),
    near(V.origin, "member-elected-into-a-vacancy", |facts, pick| filled(facts, pick, &V)),
    near(K.origin, "resident-elected-into-a-vacancy", |facts, pick| filled(facts, pick, &K)),
    removed(V.origin, "how-a-member-took-the-seat-not-recorded", |facts, pick| unknown_origin(facts, pick, &V)),
    removed(K.origin, "how-a-resident-took-the-seat-not-recorded", |facts, pick| unknown_origin(facts, pick, &K)),
    // VCL 8(2), UCL 8(2): a woman among the members.
    breach(V.women, "no-woman-on-the-committee", |facts, pick| {
        one(V.women, women(facts, pick, &V, Some(Sex::Male))?.unit.as_str(), B)
    }),
    breach(K.women, "no-woman-on-the-residents-committee", |facts, pick| {
        one(K.women, women(facts, pick, &K, Some(Sex::Male))?.unit.as_str(), B)
    }),
    near(V.women, "one-woman-on-the-committee", |facts, pick| {
        women(facts, pick, &V, Some(Sex::Female))?;
        nothing()
    }),
    near(K.women, "one-woman-on-the-residents-committee", |facts, pick| {
        women(facts, pick, &K, Some(Sex::Female))?;
        nothing()
    }),
    removed(V.women, "sex-of-one-member-not-recorded", |facts, pick| {
        one(V.women, women(facts, pick, &V, None)?.unit.as_str(), SB)
    }),
    removed(K.women, "sex-of-one-resident-not-recorded", |facts, pick| {
        one(K.women, women(facts, pick, &K, None)?.unit.as_str(), SB)
    }),
    // VCL 23, UCL 24(2): to the end of the term of the committee.
    breach(V.vacancy, "successor-a-day-beyond-the-term", |facts, pick| {
        one(V.vacancy, successor(facts, pick, &V, Some(1))?, B)
    }),
    breach(K.vacancy, "successor-with-years-of-his-own", |facts, pick| {
        one(K.vacancy, successor(facts, pick, &K, Some(700))?, B)
    }),
    near(V.vacancy, "successor-to-the-end-of-the-term", |facts, pick| {
        successor(facts, pick, &V, Some(0))?;
        nothing()
    }),
    near(K.vacancy, "successor-to-the-end-of-the-residents-term", |facts, pick| {
        successor(facts, pick, &K, Some(0))?;
        nothing()
    }),
    removed(V.vacancy, "end-of-a-successors-term-not-recorded", |facts, pick| {
        one(V.vacancy, successor(facts, pick, &V, None)?, SB)
    }),
    removed(K.vacancy, "end-of-a-residents-term-not-recorded", |facts, pick| {
        one(K.vacancy, successor(facts, pick, &K, None)?, SB)
    }),
    // UCL 8(1): five to nine.
    breach(SEATS, "residents-committee-of-four", |facts, pick| one(SEATS, residents(facts, pick, Some(4))?, B)),
    breach(SEATS, "residents-committee-of-ten", |facts, pick| one(SEATS, residents(facts, pick, Some(10))?, B)),
    near(SEATS, "residents-committee-of-nine", |facts, pick| {
        residents(facts, pick, Some(9))?;
        nothing()
    }),
    removed(SEATS, "seats-of-a-residents-committee-not-recorded", |facts, pick| {
        one(SEATS, residents(facts, pick, None)?, SB)
    }),
    // UCL 14(2): five years, and the sixty days.
    breach(TERM, "residents-committee-over-the-term", |facts, pick| {
        let day = plus(last_day(pick), -1);
        one(TERM, formed(facts, pick, &K, day, true)?, B)
    }),
    near(TERM, "residents-committee-on-the-last-day", |facts, pick| {
        let day = last_day(pick);
        formed(facts, pick, &K, day, true)?;
        nothing()
    }),
    removed(TERM, "residents-committee-formed-in-a-year-that-decides", |facts, pick| {
        within_the_year(facts, pick, &K, TERM, formed)
    }),
    // UCL 8(2): a remark on those elected before the law, a breach of those elected under it.
    breach(KIN, "brothers-on-a-residents-committee", |facts, pick| {
        one(KIN, residents_kin(facts, pick, Relation::Sibling, long(), Some(ymd(2026, 1, 1)))?, B)
    }),
    breach(KIN, "grandfather-on-a-residents-committee-before-the-law", |facts, pick| {
        one(KIN, residents_kin(facts, pick, Relation::Grandparent, long(), Some(ymd(2025, 12, 31)))?, B)
    }),
    near(KIN, "cousins-on-a-residents-committee", |facts, pick| {
        residents_kin(facts, pick, Relation::Cousin, long(), None)?;
        nothing()
    }),
    removed(KIN, "marriage-of-two-residents-last-seen-long-ago", |facts, pick| {
        let span = seen(year_of(ymd(2010, 1, 1)), plus(pick.day, -200));
        one(KIN, residents_kin(facts, pick, Relation::Spouse, span, Some(ymd(2026, 1, 1)))?, SB)
    }),
    // UCL 8(3) only allows it; the Party line expects it.
    breach(TOGETHER_RESIDENTS, "secretary-of-a-community-is-not-the-director", |facts, pick| {
        let village = pick.village_with(K.kind, &[Part::Together])?;
        part_posts(facts, &village)?;
        Some(vec![(TOGETHER, village.unit.to_string(), B), (CHAIR, village.unit.to_string(), B)])
    }),
    near(TOGETHER_RESIDENTS, "director-of-a-community-left-today", |facts, pick| {
        let village = pick.village_with(K.kind, &[Part::Together])?;
        let (director, post) = village.committee.first()?;
        let span = until(on(village.formed), pick.day);
        holding(facts, director, *post, &village.unit, |row| row.span = span);
        // Of the others on the committee one is a Party member.
        one(PARTY_SHARE, village.unit.as_str(), B)
    }),
    removed(TOGETHER_RESIDENTS, "director-of-a-community-last-seen-long-ago", |facts, pick| {
        let village = pick.village_with(K.kind, &[Part::Together])?;
        last_seen(facts, pick, &village)?;
        one(PARTY_SHARE, village.unit.as_str(), SB)
    }),
];

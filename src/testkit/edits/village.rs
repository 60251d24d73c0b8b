//! 组织优化 — the committee of a village as a body: size, term, representatives, kin, and who is director and secretary.

use super::rows::{body, body_of, holding, open_of, pair, person, tie, unmarry};
use super::{B, Edit, SB, SBN, breach, near, nothing, one, removed};
use crate::facts::{Facts, Holding};
use crate::testkit::days::{begins, month_of, months_later, on, plus, seen, since, until, year_of, ymd};
use crate::testkit::ground::{Part, Pick, Village};
use crate::vocab::{Basis, BodyKind, FactSpan, List, PersonId, PostKind, Relation, UnitKind};
use chrono::{Datelike, NaiveDate};

const SIZE: &str = "organization.village-committee-size";
const TERM: &str = "organization.village-committee-term";
const WOMEN: &str = "organization.village-representatives-women";
const KIN: &str = "organization.village-committee-kin";
const SHARE: &str = "organization.cross-appointment-local";
const CHAIR: &str = "organization.secretary-as-chair";
const REPRESENTED: &str = "organization.committee-legal-representative-residents";
const TOGETHER: &str = "organization.secretary-as-director";

fn seats(facts: &mut Facts, pick: &mut Pick, seats: Option<u32>) -> Option<String> {
    let village = pick.village(Part::Officers)?;
    body(facts, &village.unit, BodyKind::VillageCommittee, |row| row.seats = seats);
    Some(body_of(&village.unit, BodyKind::VillageCommittee))
}

fn formed(facts: &mut Facts, pick: &mut Pick, day: NaiveDate) -> Option<String> {
    let village = pick.village(Part::Body)?;
    body(facts, &village.unit, BodyKind::VillageCommittee, |row| row.formed = Some(on(day)));
    Some(body_of(&village.unit, BodyKind::VillageCommittee))
}

/// A meeting of three times `third` members, so many women among its representatives. The woman on the committee is in the
/// base and not counted.
fn representatives(facts: &mut Facts, pick: &mut Pick, fewer: usize) -> Option<(Village, PersonId)> {
    let village = pick.village(Part::Representatives)?;
    let (third, committee) = (12_usize, village.committee.len());
    let women = third.saturating_sub(fewer);
    let men = third.saturating_mul(3).saturating_sub(committee).saturating_sub(women);
    meet(facts, pick, &village, (women, men));
    let last = village.women.get(women.saturating_sub(1))?.clone();
    Some((village, last))
}

/// Gives a meeting so many women and men as representatives, in place of those it has.
pub(super) fn meet(facts: &mut Facts, pick: &Pick, village: &Village, (women, men): (usize, usize)) {
    let (unit, post) = (&village.unit, PostKind::VillageRepresentative);
    facts.holdings.retain(|row| row.unit != *unit || row.post != post);
    let span = seen(month_of(village.formed), pick.day);
    for id in village.women.iter().take(women).chain(village.men.iter().take(men)) {
        facts.holdings.push(Holding::new(id.clone(), unit.clone(), post, span));
    }
}

/// Two members of the committee, unmarried, elected on a day, who are this to each other from a day on.
fn kin(
    facts: &mut Facts,
    pick: &mut Pick,
    relation: Relation,
    span: FactSpan,
    elected: Option<NaiveDate>,
) -> Option<String> {
    let village = pick.village(Part::Kin)?;
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

/// Another member of the Party leadership becomes the secretary in the director's place.
fn another_secretary(facts: &mut Facts, pick: &mut Pick) -> Option<Village> {
    let village = any(pick)?;
    part_posts(facts, &village)?;
    Some(village)
}

/// The director changes places in the Party leadership with another member of it.
pub(super) fn part_posts(facts: &mut Facts, village: &Village) -> Option<()> {
    let ((director, _), leader) = (village.committee.first()?, village.party.first()?);
    for row in facts.holdings.iter_mut().filter(|row| row.unit == village.unit) {
        if row.post == PostKind::VillagePartySecretary && row.person == *director {
            row.person = leader.clone();
        } else if row.post == PostKind::VillagePartyMember && row.person == *leader {
            row.person = director.clone();
        }
    }
    Some(())
}

fn any(pick: &mut Pick) -> Option<Village> {
    pick.village_part(|_| vec![Part::Together]).map(|(village, _)| village)
}

/// A tie since 1990, without end.
fn long() -> FactSpan {
    since(year_of(ymd(1990, 1, 1)))
}

pub(super) const EDITS: &[Edit] = &[
    // VCL 8(1): three to seven.
    breach(SIZE, "committee-of-two", |facts, pick| one(SIZE, seats(facts, pick, Some(2))?, B)),
    breach(SIZE, "committee-of-eight", |facts, pick| one(SIZE, seats(facts, pick, Some(8))?, B)),
    near(SIZE, "committee-of-three", |facts, pick| {
        seats(facts, pick, Some(3))?;
        nothing()
    }),
    near(SIZE, "committee-of-four", |facts, pick| {
        seats(facts, pick, Some(4))?;
        nothing()
    }),
    near(SIZE, "committee-of-seven", |facts, pick| {
        seats(facts, pick, Some(7))?;
        nothing()
    }),
    removed(SIZE, "seats-of-the-committee-not-recorded", |facts, pick| one(SIZE, seats(facts, pick, None)?, SB)),
    // VCL 11(2), 14(2): five years; the parameter gives 60 days for "promptly".
    breach(TERM, "sixty-days-over-the-term", |facts, pick| {
        let day = plus(begins(pick.day, 60, 60), -1);
        one(TERM, formed(facts, pick, day)?, B)
    }),
    near(TERM, "last-of-the-sixty-days", |facts, pick| {
        let day = begins(pick.day, 60, 60);
        formed(facts, pick, day)?;
        nothing()
    }),
    near(TERM, "last-day-of-the-five-years", |facts, pick| {
        let day = begins(pick.day, 60, 0);
        formed(facts, pick, day)?;
        nothing()
    }),
    removed(TERM, "formation-of-the-committee-not-recorded", |facts, pick| {
        let village = pick.village(Part::Body)?;
        body(facts, &village.unit, BodyKind::VillageCommittee, |row| row.formed = None);
        // Before 2010-10-28 no text is known by which it could be judged.
        one(TERM, body_of(&village.unit, BodyKind::VillageCommittee), SBN)
    }),
    removed(TERM, "formed-in-a-year-that-decides", |facts, pick| {
        let last = begins(pick.day, 60, 60);
        let village = pick.village(Part::Body)?;
        if last.ordinal() == 1 {
            return nothing();
        }
        body(facts, &village.unit, BodyKind::VillageCommittee, |row| row.formed = Some(year_of(last)));
        one(TERM, body_of(&village.unit, BodyKind::VillageCommittee), SB)
    }),
    // VCL 29(1): women representatives at least a third of the meeting, the committee in the base.
    breach(WOMEN, "one-woman-short-of-a-third", |facts, pick| {
        let (village, _) = representatives(facts, pick, 1)?;
        one(WOMEN, village.unit.as_str(), B)
    }),
    near(WOMEN, "women-exactly-a-third", |facts, pick| {
        representatives(facts, pick, 0)?;
        nothing()
    }),
    removed(WOMEN, "sex-of-one-representative-not-recorded", |facts, pick| {
        let (village, last) = representatives(facts, pick, 0)?;
        person(facts, &last, |row| row.sex = None);
        one(WOMEN, village.unit.as_str(), SB)
    }),
    removed(WOMEN, "representative-last-seen-long-ago", |facts, pick| {
        let (village, last) = representatives(facts, pick, 0)?;
        let span = seen(month_of(village.formed), plus(pick.day, -100));
        holding(facts, &last, PostKind::VillageRepresentative, &village.unit, |row| row.span = span);
        // Were she gone, 11 of 35 would be left, and with her 12 of 36.
        one(WOMEN, village.unit.as_str(), SB)
    }),
    // VCL 8(2); GDV 2 for those elected before 2026.
    breach(KIN, "brothers-on-the-committee", |facts, pick| {
        one(KIN, kin(facts, pick, Relation::Sibling, long(), None)?, B)
    }),
    breach(KIN, "grandfather-on-the-committee", |facts, pick| {
        one(KIN, kin(facts, pick, Relation::Grandparent, long(), Some(ymd(2020, 11, 1)))?, B)
    }),
    breach(KIN, "grandfather-elected-under-the-law", |facts, pick| {
        one(KIN, kin(facts, pick, Relation::Grandparent, long(), Some(ymd(2026, 1, 1)))?, B)
    }),
    breach(KIN, "divorce-takes-effect-tomorrow", |facts, pick| {
        let span = until(year_of(ymd(2010, 1, 1)), plus(pick.day, 1));
        one(KIN, kin(facts, pick, Relation::Spouse, span, None)?, B)
    }),
    near(KIN, "divorced-today", |facts, pick| {
        let span = until(year_of(ymd(2010, 1, 1)), pick.day);
        kin(facts, pick, Relation::Spouse, span, None)?;
        nothing()
    }),
    near(KIN, "cousins-on-the-committee", |facts, pick| {
        kin(facts, pick, Relation::Cousin, long(), None)?;
        nothing()
    }),
    near(KIN, "uncle-on-the-committee", |facts, pick| {
        kin(facts, pick, Relation::UncleOrAunt, long(), None)?;
        nothing()
    }),
    // The text of 2010 names spouses, parents, children and siblings only.
    near(KIN, "grandfather-elected-under-the-text-of-2010", |facts, pick| {
        kin(facts, pick, Relation::Grandparent, long(), Some(ymd(2020, 10, 31)))?;
        nothing()
    }),
    removed(KIN, "kin-of-two-members-not-declared", |facts, pick| {
        let village = pick.village(Part::Kin)?;
        let [_, a, b, ..] = village.committee.as_slice() else { return None };
        open_of(facts, List::Kin, &a.0);
        open_of(facts, List::Kin, &b.0);
        one(KIN, pair(a, b, &village.unit), SB)
    }),
    removed(KIN, "marriage-last-seen-long-ago", |facts, pick| {
        let span = seen(year_of(ymd(2010, 1, 1)), plus(pick.day, -200));
        one(KIN, kin(facts, pick, Relation::Spouse, span, None)?, SB)
    }),
    // RURAL: the Party line expects one person in both posts.
    breach(TOGETHER, "secretary-is-not-the-director", |facts, pick| {
        let village = another_secretary(facts, pick)?;
        // The chair of the village-level cooperative is still the director.
        Some(vec![(TOGETHER, village.unit.to_string(), B), (CHAIR, village.unit.to_string(), B)])
    }),
    near(TOGETHER, "director-left-today", |facts, pick| {
        let village = any(pick)?;
        let (director, post) = village.committee.first()?;
        let span = until(on(village.formed), pick.day);
        holding(facts, director, *post, &village.unit, |row| row.span = span);
        // A post nobody holds is a vacancy, not two holders. Of the others on the committee one is a Party member.
        one(SHARE, village.unit.as_str(), B)
    }),
    near(TOGETHER, "secretary-left-today", |facts, pick| {
        let village = any(pick)?;
        let (director, _) = village.committee.first()?;
        let span = until(on(ymd(2024, 1, 5)), pick.day);
        holding(facts, director, PostKind::VillagePartySecretary, &village.unit, |row| row.span = span);
        nothing()
    }),
    removed(TOGETHER, "director-last-seen-long-ago", |facts, pick| {
        let village = any(pick)?;
        last_seen(facts, pick, &village)?;
        // Either still the director, or nobody is: the roster, which is complete, names no other.
        one(SHARE, village.unit.as_str(), SB)
    }),
    removed(TOGETHER, "whether-the-director-changed-not-recorded", |facts, pick| {
        let village = pick.village_with(UnitKind::Community, &[Part::Together, Part::Body, Part::Kin])?;
        let post = last_seen(facts, pick, &village)?;
        let (deputy, _) = village.committee.get(1)?;
        let from = plus(pick.day, -95);
        let mut row = Holding::new(deputy.clone(), village.unit.clone(), post, seen(on(from), pick.day));
        row.basis = Some(Basis::ByElection);
        row.term_end = Some(on(months_later(village.formed, 60)));
        facts.holdings.push(row);
        Some(vec![
            (TOGETHER, village.unit.to_string(), SB),
            (REPRESENTED, village.unit.to_string(), SB),
            (SHARE, village.unit.to_string(), SB),
        ])
    }),
];

/// The director was last seen in the post long ago.
pub(super) fn last_seen(facts: &mut Facts, pick: &Pick, village: &Village) -> Option<PostKind> {
    let (director, post) = village.committee.first()?;
    let span = seen(on(village.formed), village.formed.max(plus(pick.day, -100)));
    holding(facts, director, *post, &village.unit, |row| row.span = span);
    Some(*post)
}

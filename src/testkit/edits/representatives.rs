//! 组织优化 — the representatives of villages and communities, and the heads of their groups: shares, households, terms.

use super::committee::{K, Made, Side, V, last_day, within_the_year};
use super::rows::{add_act, holding, seat};
use super::village::meet;
use super::{B, Edit, SB, breach, near, nothing, one, removed};
use crate::facts::{Facts, UnitNumber};
use crate::testkit::days::{case_id, month_of, on, plus, seen, year_of};
use crate::testkit::ground::{Part, Pick, Village};
use crate::vocab::{Base, Basis, PersonId, PostKind};
use chrono::NaiveDate;

/// The head of a group was chosen then.
fn group_head(facts: &mut Facts, pick: &mut Pick, side: &Side, day: NaiveDate, exact: bool) -> Option<String> {
    let village = pick.village_with(side.kind, &[Part::GroupHead])?;
    let head = village.group_head.as_ref()?;
    chosen(facts, head, PostKind::GroupHead, &village, (day, exact));
    Some(seat(head, PostKind::GroupHead, &village.unit))
}

/// A representative was chosen then.
fn representative(facts: &mut Facts, pick: &mut Pick, side: &Side, day: NaiveDate, exact: bool) -> Option<String> {
    let village = pick.village_with(side.kind, &[Part::Representatives])?;
    let woman = village.women.first()?;
    chosen(facts, woman, PostKind::VillageRepresentative, &village, (day, exact));
    Some(seat(woman, PostKind::VillageRepresentative, &village.unit))
}

fn chosen(facts: &mut Facts, id: &PersonId, post: PostKind, village: &Village, (day, exact): (NaiveDate, bool)) {
    let elected = if exact { on(day) } else { year_of(day) };
    holding(facts, id, post, &village.unit, |row| {
        row.basis = Some(Basis::Elected);
        row.elected = Some(elected);
    });
}

/// Four representatives for each member of the committee, or fewer.
fn fifths(facts: &mut Facts, pick: &mut Pick, side: &Side, fewer: usize) -> Option<Village> {
    // Of a committee that nobody leaves.
    let village = pick.village_with(side.kind, &[Part::Representatives, Part::Together])?;
    let committee = village.committee.len();
    let women = committee.saturating_mul(2).saturating_add(1);
    let men = committee.saturating_mul(4).saturating_sub(women).saturating_sub(fewer);
    meet(facts, pick, &village, (women, men));
    Some(village)
}

/// Exactly four fifths, one of whom was last seen long ago.
fn fading(facts: &mut Facts, pick: &mut Pick, side: &Side) -> Made {
    let village = fifths(facts, pick, side, 0)?;
    let span = seen(month_of(village.formed), plus(pick.day, -100));
    let man = village.men.first()?;
    holding(facts, man, PostKind::VillageRepresentative, &village.unit, |row| row.span = span);
    one(side.share, village.unit.as_str(), SB)
}

/// So many households for each representative, and some more.
fn households(facts: &mut Facts, pick: &mut Pick, side: &Side, each: u32, more: i64) -> Option<Village> {
    let village = pick.village_with(side.kind, &[Part::Representatives])?;
    let rows = facts.holdings.iter().filter(|row| row.unit == village.unit);
    let number = rows.filter(|row| row.post == PostKind::VillageRepresentative).count();
    let number = u32::try_from(number).unwrap_or(0).saturating_mul(each);
    let number = u32::try_from(i64::from(number).saturating_add(more)).unwrap_or(0);
    let rows = facts.unit_numbers.iter_mut().filter(|row| row.unit == village.unit && row.of == Base::Households);
    rows.for_each(|row| row.number = number);
    Some(village)
}

/// As many households as allow it, and one more, both on record.
fn two_numbers(facts: &mut Facts, pick: &mut Pick, side: &Side) -> Made {
    let village = households(facts, pick, side, side.households.1, 0)?;
    let row = facts.unit_numbers.iter().find(|row| row.unit == village.unit && row.of == Base::Households)?;
    let (number, span) = (row.number.saturating_add(1), row.span);
    facts.unit_numbers.push(UnitNumber::new(village.unit.clone(), Base::Households, number, span));
    one(side.apportionment, village.unit.as_str(), SB)
}

pub(super) const EDITS: &[Edit] = &[
    // VCL 32(3), UCL 13(2): five years as the committee, and the sixty days the parameter gives.
    breach(V.group_head, "head-of-a-group-over-the-term", |facts, pick| {
        let day = plus(last_day(pick), -1);
        one(V.group_head, group_head(facts, pick, &V, day, true)?, B)
    }),
    breach(K.group_head, "head-of-a-residents-group-over-the-term", |facts, pick| {
        let day = plus(last_day(pick), -1);
        one(K.group_head, group_head(facts, pick, &K, day, true)?, B)
    }),
    near(V.group_head, "head-of-a-group-on-the-last-day", |facts, pick| {
        let day = last_day(pick);
        group_head(facts, pick, &V, day, true)?;
        nothing()
    }),
    near(K.group_head, "head-of-a-residents-group-on-the-last-day", |facts, pick| {
        let day = last_day(pick);
        group_head(facts, pick, &K, day, true)?;
        nothing()
    }),
    removed(V.group_head, "head-of-a-group-chosen-in-a-year-that-decides", |facts, pick| {
        within_the_year(facts, pick, &V, V.group_head, group_head)
    }),
    removed(K.group_head, "head-of-a-residents-group-chosen-in-a-year-that-decides", |facts, pick| {
        within_the_year(facts, pick, &K, K.group_head, group_head)
    }),
    // VCL 29(2), UCL 13(2): the same of representatives.
    breach(V.of_representatives, "representative-over-the-term", |facts, pick| {
        let day = plus(last_day(pick), -1);
        one(V.of_representatives, representative(facts, pick, &V, day, true)?, B)
    }),
    breach(K.of_representatives, "residents-representative-over-the-term", |facts, pick| {
        let day = plus(last_day(pick), -1);
        one(K.of_representatives, representative(facts, pick, &K, day, true)?, B)
    }),
    near(V.of_representatives, "representative-on-the-last-day", |facts, pick| {
        let day = last_day(pick);
        representative(facts, pick, &V, day, true)?;
        nothing()
    }),
    near(K.of_representatives, "residents-representative-on-the-last-day", |facts, pick| {
        let day = last_day(pick);
        representative(facts, pick, &K, day, true)?;
        nothing()
    }),
    removed(V.of_representatives, "representative-chosen-in-a-year-that-decides", |facts, pick| {
        within_the_year(facts, pick, &V, V.of_representatives, representative)
    }),
    removed(K.of_representatives, "residents-representative-chosen-in-a-year-that-decides", |facts, pick| {
        within_the_year(facts, pick, &K, K.of_representatives, representative)
    }),
    // VCL 29(1), UCL 28(1): four fifths of the meeting.
    breach(V.share, "one-representative-short-of-four-fifths", |facts, pick| {
        one(V.share, fifths(facts, pick, &V, 1)?.unit.as_str(), B)
    }),
    breach(K.share, "one-resident-short-of-four-fifths", |facts, pick| {
        one(K.share, fifths(facts, pick, &K, 1)?.unit.as_str(), B)
    }),
    near(V.share, "representatives-exactly-four-fifths", |facts, pick| {
        fifths(facts, pick, &V, 0)?;
        nothing()
    }),
    near(K.share, "residents-exactly-four-fifths", |facts, pick| {
        fifths(facts, pick, &K, 0)?;
        nothing()
    }),
    removed(V.share, "one-of-four-fifths-last-seen-long-ago", |facts, pick| fading(facts, pick, &V)),
    removed(K.share, "one-resident-of-four-fifths-last-seen-long-ago", |facts, pick| fading(facts, pick, &K)),
    // VCL 29(2), UCL 13(2): five to fifteen households for each, twenty to fifty.
    breach(V.apportionment, "more-than-fifteen-households-for-one", |facts, pick| {
        one(V.apportionment, households(facts, pick, &V, 15, 1)?.unit.as_str(), B)
    }),
    breach(V.apportionment, "fewer-than-five-households-for-one", |facts, pick| {
        one(V.apportionment, households(facts, pick, &V, 5, -1)?.unit.as_str(), B)
    }),
    breach(K.apportionment, "more-than-fifty-households-for-one", |facts, pick| {
        one(K.apportionment, households(facts, pick, &K, 50, 1)?.unit.as_str(), B)
    }),
    near(V.apportionment, "fifteen-households-for-one", |facts, pick| {
        households(facts, pick, &V, 15, 0)?;
        nothing()
    }),
    near(V.apportionment, "chosen-by-the-groups", |facts, pick| {
        let village = households(facts, pick, &V, 15, 1)?;
        let case = case_id(&format!("{}-G", village.unit));
        add_act(facts, &case, &village.unit, "choose-by-groups", village.formed, |_| {});
        nothing()
    }),
    near(K.apportionment, "twenty-households-for-one", |facts, pick| {
        households(facts, pick, &K, 20, 0)?;
        nothing()
    }),
    removed(V.apportionment, "two-numbers-of-households", |facts, pick| two_numbers(facts, pick, &V)),
    removed(K.apportionment, "two-numbers-of-households-of-a-community", |facts, pick| two_numbers(facts, pick, &K)),
];

//! 选用分离 — candidates: the bars, the local list, political rights; stationed staff, void elections, Party standing, age,
//! and pay.

use super::rows::{act, act_of, add_act, born, drop_act, holding, open_of, record, seat, stands, status};
use super::{B, BN, Edit, Found, SB, breach, near, nothing, one, removed};
use crate::facts::{Appraisal, Custom, Facts, Holding, Record, Status};
use crate::testkit::days::{case_id, key, on, over_by, plus, seen, since, until, year_of, ymd};
use crate::testkit::ground::{FullTime, Part, Pick, Village};
use crate::vocab::{
    FactSpan, Grade, List, PersonId, PostKind, Rank, RecordKind, Relation, StatusKind, UnitId, UnitKind,
};
use chrono::NaiveDate;

const STAND: &str = "selection.vote-and-stand";
const STAND_RESIDENTS: &str = "selection.vote-and-stand-residents";
const RIGHTS: &str = "selection.political-rights";
const STATIONED: &str = "selection.stationed-staff";
const CLEAR: &str = "selection.policy-clearance";
const EXPELLED: &str = "selection.bar-party-expulsion";
const EXPELLED_RESIDENTS: &str = "selection.bar-party-expulsion-residents";
const PUNISHED_RESIDENTS: &str = "selection.bar-criminal-punishment-residents";
const CLAN: &str = "selection.bar-clan-or-underworld";
const UNDERWORLD_RESIDENTS: &str = "selection.bar-clan-or-underworld-residents";
const CULT: &str = "selection.bar-religion-or-cult";
const CULT_RESIDENTS: &str = "selection.bar-religion-or-cult-residents";
const PARTY: &str = "selection.party-standing";
const ONCE: &str = "selection.single-registration";
const VOID: &str = "selection.void-election";
const VOID_RESIDENTS: &str = "selection.void-election-residents";
const WINNER: &str = "selection.void-election-local";
const NEW: &str = "selection.age-and-schooling";
const CHIEF: &str = "selection.age-of-staying-secretary";
const STAYS: &str = "selection.age-of-staying-members";
const SUBSIDY: &str = "selection.pay-powers-village";
const BASIC: &str = "selection.basic-pay-standard";
const BASIC_RESIDENTS: &str = "selection.basic-pay-standard-residents";
const BASE: &str = "selection.base-pay";
const WALK: &str = "selection.engagement-pathway";
const REMOVAL: &str = "selection.list-party-removal";
const PERIOD: &str = "selection.list-sanction-period";
const INCOMPETENT: &str = "selection.list-incompetent";
const ABSENCE: &str = "selection.list-absence";
const PLEDGE: &str = "selection.list-pledge";

/// A candidate who stands besides.
struct Listed {
    unit: UnitId,
    person: PersonId,
    key: String,
    nominated: NaiveDate,
}

fn listed(pick: &mut Pick, kind: Option<UnitKind>) -> Option<Listed> {
    let (village, part) = pick.village_part(|village| {
        let fits = kind.is_none_or(|kind| village.kind == kind);
        let positions = if fits { 0..village.listed.len() } else { 0..0 };
        positions.map(Part::Listed).collect()
    })?;
    let Part::Listed(position) = part else { return None };
    let (person, post, nominated) = village.listed.get(position)?.clone();
    let key = stands(&person, post, &village.unit);
    Some(Listed { unit: village.unit, person, key, nominated })
}

fn candidate(pick: &mut Pick) -> Option<Listed> {
    listed(pick, None)
}

fn villager(pick: &mut Pick) -> Option<Listed> {
    listed(pick, Some(UnitKind::Village))
}

fn resident(pick: &mut Pick) -> Option<Listed> {
    listed(pick, Some(UnitKind::Community))
}

/// A record decided and approved on a day.
fn on_record(
    facts: &mut Facts,
    person: &PersonId,
    kind: RecordKind,
    day: Option<NaiveDate>,
    restored: Option<NaiveDate>,
) {
    record(facts, person, kind, |row: &mut Record| {
        row.decided = day.map(on);
        row.approved = day.map(on);
        row.restored = restored.map(on);
    });
}

/// Whether the policy of 2019 asks about a record too.
fn is_of_policy(kind: RecordKind) -> bool {
    matches!(
        kind,
        RecordKind::CriminalPunishment
            | RecordKind::SuspendedSentence
            | RecordKind::Underworld
            | RecordKind::IllegalReligionOrCult
    )
}

type Who = fn(&mut Pick) -> Option<Listed>;

/// Days counted from one day.
type Span = fn(NaiveDate) -> FactSpan;

/// A candidate with an old record; undated where there is no day.
fn barred(
    facts: &mut Facts,
    pick: &mut Pick,
    (of, who): (&'static str, Who),
    kind: RecordKind,
    day: Option<NaiveDate>,
) -> Option<Vec<Found>> {
    let one = who(pick)?;
    on_record(facts, &one.person, kind, day, None);
    let possible = if day.is_some() { B } else { SB };
    let mut found = vec![(of, one.key.clone(), possible)];
    if is_of_policy(kind) {
        found.push((CLEAR, one.key.clone(), possible));
    }
    if kind == RecordKind::PartyExpulsion && day.is_none() {
        // It may have been within the three years of the local list.
        found.push((REMOVAL, one.key, possible));
    }
    Some(found)
}

/// A candidate with an old record that is no bar here.
fn free(facts: &mut Facts, pick: &mut Pick, who: Who, kind: RecordKind) -> Option<Vec<Found>> {
    let one = who(pick)?;
    on_record(facts, &one.person, kind, Some(old()), None);
    nothing()
}

fn old() -> NaiveDate {
    ymd(2010, 6, 1)
}

/// The edits of a bar: an old record, one that is no bar, and one without a day.
macro_rules! bar {
    ($of:expr, $name:literal, $who:expr, $kind:ident, $other:ident) => {
        [
            breach($of, concat!("candidate-", $name), |facts, pick| {
                barred(facts, pick, ($of, $who), RecordKind::$kind, Some(old()))
            }),
            near($of, concat!("candidate-not-", $name), |facts, pick| free(facts, pick, $who, RecordKind::$other)),
            removed($of, concat!("candidate-", $name, "-on-a-day-unknown"), |facts, pick| {
                barred(facts, pick, ($of, $who), RecordKind::$kind, None)
            }),
        ]
    };
}

const BARS: [[Edit; 3]; 7] = [
    bar!(EXPELLED, "expelled", villager, PartyExpulsion, PartyRemoval),
    bar!(EXPELLED_RESIDENTS, "expelled-in-a-community", resident, PartyExpulsion, PartyRemoval),
    bar!(PUNISHED_RESIDENTS, "with-a-suspended-sentence", resident, SuspendedSentence, ExemptFromPunishment),
    bar!(CLAN, "found-with-a-clan", villager, ClanForce, Demerit),
    // UCL 18 does not name clans.
    bar!(UNDERWORLD_RESIDENTS, "found-with-gangs-in-a-community", resident, Underworld, ClanForce),
    bar!(CULT, "found-in-a-cult", villager, IllegalReligionOrCult, Demerit),
    bar!(CULT_RESIDENTS, "found-in-a-cult-in-a-community", resident, IllegalReligionOrCult, NonProsecution),
];

/// A candidate with a record so many days before the nomination, or on no known day.
fn recorded(facts: &mut Facts, pick: &mut Pick, kind: RecordKind, before: Option<i64>) -> Option<String> {
    let one = candidate(pick)?;
    let day = before.map(|before| plus(one.nominated, before.saturating_neg()));
    on_record(facts, &one.person, kind, day, None);
    Some(one.key)
}

/// An open answer of what is asked.
fn asked(of: &'static str, key: String) -> Option<Vec<Found>> {
    one(of, key, SB)
}

/// A remark is made on what is certain alone.
fn remarked(_: &'static str, _: String) -> Option<Vec<Found>> {
    nothing()
}

/// The edits of an item that looks back three years.
macro_rules! look_back {
    ($of:literal, $name:literal, $kind:ident, $open:expr) => {
        [
            breach($of, concat!("candidate-", $name), |facts, pick| {
                one($of, recorded(facts, pick, RecordKind::$kind, Some(1_090))?, B)
            }),
            near($of, concat!("candidate-", $name, "-three-years-ago"), |facts, pick| {
                recorded(facts, pick, RecordKind::$kind, Some(1_096))?;
                nothing()
            }),
            removed($of, concat!("candidate-", $name, "-on-a-day-unknown"), |facts, pick| {
                let key = recorded(facts, pick, RecordKind::$kind, None)?;
                $open($of, key)
            }),
        ]
    };
}

const LOOK_BACKS: [[Edit; 3]; 5] = [
    look_back!("selection.list-election-misconduct", "who-bought-votes", ElectionMisconduct, asked),
    look_back!("selection.list-recalled", "recalled", Recalled, asked),
    look_back!("selection.list-unqualified-member", "an-unqualified-member", UnqualifiedPartyMember, asked),
    look_back!("selection.list-ecological-damage", "with-ecological-damage", EcologicalDamage, asked),
    look_back!("selection.list-public-order", "punished-for-disorder", PublicOrderPunishment, remarked),
];

/// A candidate with a record put right so many days after the nomination, or on no known day.
fn put_right(facts: &mut Facts, pick: &mut Pick, kind: RecordKind, after: Option<i64>) -> Option<String> {
    let one = candidate(pick)?;
    let restored = after.map(|after| plus(one.nominated, after));
    on_record(facts, &one.person, kind, Some(old()), restored);
    Some(one.key)
}

/// The edits of an item that stands until put right.
macro_rules! until_right {
    ($of:literal, $name:literal, $kind:ident) => {
        [
            breach($of, concat!($name, "-put-right-the-day-after"), |facts, pick| {
                one($of, put_right(facts, pick, RecordKind::$kind, Some(1))?, B)
            }),
            near($of, concat!($name, "-put-right-on-the-day"), |facts, pick| {
                put_right(facts, pick, RecordKind::$kind, Some(0))?;
                nothing()
            }),
            removed($of, concat!($name, "-whether-put-right-unknown"), |facts, pick| {
                one($of, put_right(facts, pick, RecordKind::$kind, None)?, SB)
            }),
        ]
    };
}

const UNTIL_RIGHT: [[Edit; 3]; 2] = [
    until_right!("selection.list-collective-property", "collective-property", CollectivePropertyOccupied),
    until_right!("selection.list-illegal-building", "illegal-building", IllegalBuilding),
];

/// A candidate with a status, as far as the days of it go.
fn in_status(facts: &mut Facts, pick: &mut Pick, kind: StatusKind, span: Span) -> Option<String> {
    let one = candidate(pick)?;
    status(facts, &one.person, kind, span(one.nominated));
    Some(one.key)
}

/// Since 2021, without end.
fn running(_: NaiveDate) -> FactSpan {
    since(year_of(ymd(2021, 1, 1)))
}

/// Since 2021, until the day.
fn over(day: NaiveDate) -> FactSpan {
    until(year_of(ymd(2021, 1, 1)), day)
}

/// Since 2021, last seen some time before the day.
fn once_seen(day: NaiveDate) -> FactSpan {
    seen(year_of(ymd(2021, 1, 1)), plus(day, -20))
}

/// The edits of an item that asks of a status.
macro_rules! while_so {
    ($of:literal, $name:literal, $kind:ident, $open:expr) => {
        [
            breach($of, concat!("candidate-", $name), |facts, pick| {
                one($of, in_status(facts, pick, StatusKind::$kind, running)?, B)
            }),
            near($of, concat!("candidate-", $name, "-until-the-day"), |facts, pick| {
                in_status(facts, pick, StatusKind::$kind, over)?;
                nothing()
            }),
            removed($of, concat!("candidate-", $name, "-last-seen-earlier"), |facts, pick| {
                let key = in_status(facts, pick, StatusKind::$kind, once_seen)?;
                $open($of, key)
            }),
        ]
    };
}

const WHILE_SO: [[Edit; 3]; 3] = [
    while_so!("selection.list-investigation", "under-investigation", Investigation, remarked),
    while_so!("selection.list-debtor-listing", "listed-as-a-debtor", DebtorListing, remarked),
    while_so!("selection.list-incapacity", "without-full-capacity", CapacityLimited, asked),
];

/// A candidate with these grades, year by year.
fn graded(facts: &mut Facts, pick: &mut Pick, grades: &[(i32, Option<Grade>)]) -> Option<String> {
    let one = candidate(pick)?;
    for (year, grade) in grades {
        let mut row = Appraisal::new(one.person.clone(), *year);
        row.grade = *grade;
        facts.appraisals.push(row);
    }
    Some(one.key)
}

/// A candidate whose residence in the village runs so; none where there is no span.
fn resides(facts: &mut Facts, pick: &mut Pick, span: Option<Span>) -> Option<String> {
    let one = candidate(pick)?;
    facts.statuses.retain(|row| row.person != one.person || row.kind != StatusKind::Residence);
    if let Some(span) = span {
        let mut row = Status::new(one.person.clone(), StatusKind::Residence, span(one.nominated));
        row.unit = Some(one.unit.clone());
        facts.statuses.push(row);
    }
    Some(one.key)
}

/// A candidate whose pledge is recorded so.
fn pledged(facts: &mut Facts, pick: &mut Pick, rows: &[(&str, Span)]) -> Option<String> {
    let one = candidate(pick)?;
    facts.customs.retain(|row| row.person != one.person);
    for (value, span) in rows {
        let span = span(one.nominated);
        facts.customs.push(Custom::new(one.person.clone(), key("candidate-pledge"), (*value).to_owned(), span));
    }
    Some(one.key)
}

fn from_the_day(day: NaiveDate) -> FactSpan {
    since(on(day))
}

/// A candidate registered as a voter in another village too.
fn registered_twice(facts: &mut Facts, pick: &mut Pick, span: FactSpan) -> Option<String> {
    let one = villager(pick)?;
    let other = pick.villages().iter().find(|other| other.unit != one.unit)?.unit.clone();
    let mut row = Status::new(one.person, StatusKind::VoterRegistered, span);
    row.unit = Some(other);
    facts.statuses.push(row);
    Some(one.key)
}

/// A candidate deprived of political rights until a day; of no known end where there is none.
fn deprived(facts: &mut Facts, pick: &mut Pick, restored: Option<NaiveDate>) -> Option<Listed> {
    let one = candidate(pick)?;
    on_record(facts, &one.person, RecordKind::PoliticalDeprivation, Some(ymd(2024, 2, 1)), restored);
    Some(one)
}

/// A candidate in a community who comes of age so many days after the election.
fn aged(facts: &mut Facts, pick: &mut Pick, after: i64) -> Option<String> {
    let one = resident(pick)?;
    let election = facts.candidacies.iter().find(|row| row.person == one.person)?.election?.exact()?;
    born(facts, &one.person, Some(on(plus(over_by(election, 216), after))));
    Some(one.key)
}

/// A member of a committee, from the fourth on.
fn member(pick: &mut Pick, kind: Option<UnitKind>) -> Option<(Village, PersonId, PostKind)> {
    let (village, part) = pick.village_part(|village| {
        let fits = kind.is_none_or(|kind| village.kind == kind);
        let positions = if fits { 3..village.committee.len() } else { 0..0 };
        positions.map(Part::Member).collect()
    })?;
    let Part::Member(position) = part else { return None };
    let (person, post) = village.committee.get(position)?.clone();
    Some((village, person, post))
}

/// A member of a villagers' committee who is of the staff stationed there, for days counted from the election.
fn stationed(facts: &mut Facts, pick: &mut Pick, span: Span) -> Option<String> {
    let (village, person, post) = member(pick, Some(UnitKind::Village))?;
    status(facts, &person, StatusKind::StationedStaff, span(village.formed));
    Some(seat(&person, post, &village.unit))
}

/// Since long ago.
fn long(_: NaiveDate) -> FactSpan {
    since(year_of(ymd(2010, 1, 1)))
}

fn from_the_day_after(day: NaiveDate) -> FactSpan {
    since(on(plus(day, 1)))
}

fn long_seen(day: NaiveDate) -> FactSpan {
    seen(year_of(ymd(2010, 1, 1)), plus(day, -20))
}

/// The finding of an authority, yesterday, that somebody was elected by improper means.
fn found_void(facts: &mut Facts, pick: &Pick, unit: &UnitId, person: &PersonId) -> String {
    let case = case_id(&format!("{unit}-{}", person.as_str()));
    add_act(facts, &case, unit, "find-election-misconduct", plus(pick.day, -1), |row| row.about = Some(person.clone()));
    act_of(&case, "find-election-misconduct")
}

fn sits_void(facts: &mut Facts, pick: &mut Pick, kind: UnitKind) -> Option<String> {
    let (village, person, _) = member(pick, Some(kind))?;
    Some(found_void(facts, pick, &village.unit, &person))
}

fn stood_void(facts: &mut Facts, pick: &mut Pick, kind: UnitKind) -> Option<(PersonId, String)> {
    let one = listed(pick, Some(kind))?;
    let act = found_void(facts, pick, &one.unit, &one.person);
    Some((one.person, act))
}

/// A member found to have used clan forces, elected on a day.
fn winner(facts: &mut Facts, pick: &mut Pick, elected: NaiveDate, day: Option<NaiveDate>) -> Option<String> {
    let (village, person, post) = member(pick, Some(UnitKind::Village))?;
    let last = pick.day;
    holding(facts, &person, post, &village.unit, |row| {
        row.elected = Some(on(elected));
        row.span = seen(on(elected), last);
    });
    on_record(facts, &person, RecordKind::ClanForce, day, None);
    Some(seat(&person, post, &village.unit))
}

/// A member of a branch committee on probation within the Party until so many days after taking the post.
fn probation(facts: &mut Facts, pick: &mut Pick, after: i64) -> Option<String> {
    let (coop, person) = branch_member(pick)?;
    let day = coop.appointed;
    on_record(facts, &person, RecordKind::PartyProbation, Some(plus(day, -400)), Some(plus(day, after)));
    Some(seat(&person, PostKind::BranchCommitteeMember, &coop.seat))
}

fn branch_member(pick: &mut Pick) -> Option<(crate::testkit::ground::Coop, PersonId)> {
    let coop = pick.coop_with(Part::Branch, |coop| coop.leads && coop.seat == coop.branch)?;
    let person = coop.branch_members.get(1)?.clone();
    Some((coop, person))
}

/// A member of the village Party leadership who so took or kept the post, and was so old then.
fn leader(facts: &mut Facts, pick: &mut Pick, continued: Option<bool>, years: u32, after: i64) -> Option<String> {
    let (village, part) = pick.village_part(|village| (1..village.party.len()).map(Part::Leader).collect())?;
    let Part::Leader(position) = part else { return None };
    let person = village.party.get(position)?.clone();
    old_at(facts, &village, &person, PostKind::VillagePartyMember, continued, (years, after))
}

/// The secretary of a village, who so took or kept the post, and was so old then.
fn chief(facts: &mut Facts, pick: &mut Pick, continued: Option<bool>, after: i64) -> Option<String> {
    let (village, _) = pick.village_part(|_| vec![Part::Together])?;
    let (person, _) = village.committee.first()?.clone();
    old_at(facts, &village, &person, PostKind::VillagePartySecretary, continued, (67, after))
}

fn old_at(
    facts: &mut Facts,
    village: &Village,
    person: &PersonId,
    post: PostKind,
    continued: Option<bool>,
    (years, after): (u32, i64),
) -> Option<String> {
    let of = |row: &&Holding| row.person == *person && row.post == post && row.unit == village.unit;
    let from = facts.holdings.iter().find(of)?.span.from?.exact()?;
    holding(facts, person, post, &village.unit, |row| row.continued = continued);
    born(facts, person, Some(on(plus(over_by(from, years.saturating_mul(12)), after))));
    // A parent recorded so far could then be the younger.
    facts.kin.retain(|row| row.relation != Relation::Parent || row.a != *person);
    Some(seat(person, post, &village.unit))
}

/// An act that sets pay, changed.
fn pay_set(
    facts: &mut Facts,
    pick: &mut Pick,
    (part, kind): (Part, UnitKind),
    stage: &str,
    change: impl Fn(&mut crate::facts::Act),
) -> Option<(Village, String)> {
    let (village, _) = pick.village_part(|village| if village.kind == kind { vec![part] } else { Vec::new() })?;
    act(facts, &village.pay, stage, change);
    let act = act_of(&village.pay, stage);
    Some((village, act))
}

fn subsidy(facts: &mut Facts, pick: &mut Pick, actor: Option<&str>) -> Option<(Village, String)> {
    pay_set(facts, pick, (Part::Subsidy, UnitKind::Village), "set-lost-work-subsidy", |row| row.actor = actor.map(key))
}

fn basic(facts: &mut Facts, pick: &mut Pick, kind: UnitKind, rank: Option<Rank>) -> Option<String> {
    Some(pay_set(facts, pick, (Part::BasicPay, kind), "set-basic-pay", |row| row.rank = rank)?.1)
}

/// A full-time post for what is asked of pay.
fn paid(pick: &mut Pick) -> Option<(FullTime, String)> {
    let (village, _) = pick.village_part(|village| village.paid.iter().map(|_| Part::Paid).collect())?;
    let post = village.paid?;
    let key = seat(&post.person, PostKind::FullTimePost, &village.unit);
    Some((post, key))
}

/// The edits of bars and of the local list that are made alike.
pub(super) const TABLES: [&[[Edit; 3]]; 4] = [&BARS, &LOOK_BACKS, &UNTIL_RIGHT, &WHILE_SO];

pub(super) const EDITS: &[Edit] = &[
    // UCL 16(1).
    breach(STAND_RESIDENTS, "resident-eighteen-the-day-after", |facts, pick| {
        one(STAND_RESIDENTS, aged(facts, pick, 1)?, B)
    }),
    near(STAND_RESIDENTS, "resident-eighteen-on-election-day", |facts, pick| {
        aged(facts, pick, 0)?;
        nothing()
    }),
    removed(STAND_RESIDENTS, "birth-of-a-resident-not-recorded", |facts, pick| {
        let one_of = resident(pick)?;
        born(facts, &one_of.person, None);
        one(STAND_RESIDENTS, one_of.key, SB)
    }),
    // CL 54: whoever stands is asked today; the election comes later.
    breach(RIGHTS, "political-rights-back-tomorrow", |facts, pick| {
        let day = plus(pick.day, 1);
        one(RIGHTS, deprived(facts, pick, Some(day))?.key, B)
    }),
    near(RIGHTS, "political-rights-back-today", |facts, pick| {
        let day = pick.day;
        deprived(facts, pick, Some(day))?;
        nothing()
    }),
    removed(RIGHTS, "end-of-the-deprivation-not-recorded", |facts, pick| {
        let listed = deprived(facts, pick, None)?;
        let is_village =
            pick.villages().iter().any(|village| village.unit == listed.unit && village.kind == UnitKind::Village);
        let also = if is_village { STAND } else { STAND_RESIDENTS };
        Some(vec![(RIGHTS, listed.key.clone(), SB), (also, listed.key, SB)])
    }),
    // VCL 38(1).
    breach(STATIONED, "member-of-the-staff-stationed-there", |facts, pick| {
        one(STATIONED, stationed(facts, pick, long)?, B)
    }),
    near(STATIONED, "member-stationed-after-the-election", |facts, pick| {
        stationed(facts, pick, from_the_day_after)?;
        nothing()
    }),
    removed(STATIONED, "member-last-seen-stationed-earlier", |facts, pick| {
        one(STATIONED, stationed(facts, pick, long_seen)?, SB)
    }),
    // The town's list.
    breach(REMOVAL, "candidate-removed-from-a-party-post", |facts, pick| {
        one(REMOVAL, recorded(facts, pick, RecordKind::PartyRemoval, Some(1_090))?, B)
    }),
    near(REMOVAL, "candidate-removed-three-years-ago", |facts, pick| {
        recorded(facts, pick, RecordKind::PartyRemoval, Some(1_096))?;
        nothing()
    }),
    removed(REMOVAL, "candidate-removed-on-a-day-unknown", |facts, pick| {
        let key = recorded(facts, pick, RecordKind::PartyRemoval, None)?;
        Some(vec![(REMOVAL, key.clone(), SB), (PERIOD, key, SB)])
    }),
    breach(PERIOD, "candidate-within-a-warning", |facts, pick| {
        one(PERIOD, recorded(facts, pick, RecordKind::AdministrativeWarning, Some(180))?, B)
    }),
    near(PERIOD, "candidate-beyond-a-warning", |facts, pick| {
        recorded(facts, pick, RecordKind::AdministrativeWarning, Some(185))?;
        nothing()
    }),
    removed(PERIOD, "candidate-with-a-demerit-on-a-day-unknown", |facts, pick| {
        one(PERIOD, recorded(facts, pick, RecordKind::Demerit, None)?, SB)
    }),
    breach(INCOMPETENT, "candidate-last-appraised-incompetent", |facts, pick| {
        let grades = [(2024, Some(Grade::Competent)), (2025, Some(Grade::Incompetent))];
        one(INCOMPETENT, graded(facts, pick, &grades)?, B)
    }),
    near(INCOMPETENT, "candidate-incompetent-the-year-before", |facts, pick| {
        graded(facts, pick, &[(2024, Some(Grade::Incompetent)), (2025, Some(Grade::BasicallyCompetent))])?;
        nothing()
    }),
    removed(INCOMPETENT, "grade-of-a-candidate-not-recorded", |facts, pick| {
        one(INCOMPETENT, graded(facts, pick, &[(2025, None)])?, SB)
    }),
    breach(ABSENCE, "candidate-lives-elsewhere", |facts, pick| one(ABSENCE, resides(facts, pick, None)?, B)),
    near(ABSENCE, "candidate-came-home-on-the-day", |facts, pick| {
        resides(facts, pick, Some(from_the_day))?;
        nothing()
    }),
    removed(ABSENCE, "candidate-last-seen-at-home-earlier", |facts, pick| {
        one(ABSENCE, resides(facts, pick, Some(once_seen))?, SB)
    }),
    breach(PLEDGE, "candidate-refused-the-pledge", |facts, pick| {
        one(PLEDGE, pledged(facts, pick, &[("no", running)])?, B)
    }),
    near(PLEDGE, "candidate-pledged-on-the-day", |facts, pick| {
        pledged(facts, pick, &[("no", over), ("yes", from_the_day)])?;
        nothing()
    }),
    removed(PLEDGE, "pledge-not-recorded", |facts, pick| one(PLEDGE, pledged(facts, pick, &[])?, SB)),
    // VCL 16(3).
    breach(ONCE, "voter-in-two-villages", |facts, pick| {
        let span = since(year_of(ymd(2022, 1, 1)));
        one(ONCE, registered_twice(facts, pick, span)?, B)
    }),
    near(ONCE, "voter-in-another-village-until-today", |facts, pick| {
        let span = until(year_of(ymd(2022, 1, 1)), pick.day);
        registered_twice(facts, pick, span)?;
        nothing()
    }),
    removed(ONCE, "voter-last-seen-in-another-village", |facts, pick| {
        let span = seen(year_of(ymd(2022, 1, 1)), plus(pick.day, -90));
        one(ONCE, registered_twice(facts, pick, span)?, SB)
    }),
    // VCL 21(1), UCL 22(1).
    breach(VOID, "found-void-and-still-sits", |facts, pick| one(VOID, sits_void(facts, pick, UnitKind::Village)?, B)),
    near(VOID, "found-against-one-who-was-not-elected", |facts, pick| {
        stood_void(facts, pick, UnitKind::Village)?;
        nothing()
    }),
    removed(VOID, "found-against-one-whose-posts-are-not-known", |facts, pick| {
        let (person, act) = stood_void(facts, pick, UnitKind::Village)?;
        open_of(facts, List::Roster, &person);
        one(VOID, act, SB)
    }),
    breach(VOID_RESIDENTS, "found-void-and-still-sits-in-a-community", |facts, pick| {
        one(VOID_RESIDENTS, sits_void(facts, pick, UnitKind::Community)?, B)
    }),
    near(VOID_RESIDENTS, "found-against-a-resident-not-elected", |facts, pick| {
        stood_void(facts, pick, UnitKind::Community)?;
        nothing()
    }),
    removed(VOID_RESIDENTS, "found-against-a-resident-whose-posts-are-not-known", |facts, pick| {
        let (person, act) = stood_void(facts, pick, UnitKind::Community)?;
        open_of(facts, List::Roster, &person);
        one(VOID_RESIDENTS, act, SB)
    }),
    // The town holds such an election void.
    breach(WINNER, "barred-and-elected", |facts, pick| {
        one(WINNER, winner(facts, pick, ymd(2026, 1, 5), Some(old()))?, B)
    }),
    near(WINNER, "elected-before-the-bars", |facts, pick| {
        winner(facts, pick, ymd(2025, 12, 31), Some(old()))?;
        nothing()
    }),
    removed(WINNER, "elected-and-found-so-on-a-day-unknown", |facts, pick| {
        one(WINNER, winner(facts, pick, ymd(2026, 1, 5), None)?, SB)
    }),
    // ELECT 5.
    breach(PARTY, "elected-on-probation-within-the-party", |facts, pick| one(PARTY, probation(facts, pick, 1)?, B)),
    near(PARTY, "elected-when-rights-were-restored", |facts, pick| {
        probation(facts, pick, 0)?;
        nothing()
    }),
    removed(PARTY, "custody-last-seen-before-the-election", |facts, pick| {
        let (coop, person) = branch_member(pick)?;
        status(facts, &person, StatusKind::CustodySuspended, once_seen(coop.appointed));
        one(PARTY, seat(&person, PostKind::BranchCommitteeMember, &coop.seat), SB)
    }),
    // The town's standard: 65 on newly taking a post, 66 on staying.
    breach(NEW, "sixty-six-on-newly-taking-a-post", |facts, pick| {
        one(NEW, leader(facts, pick, Some(false), 66, 0)?, B)
    }),
    near(NEW, "sixty-six-the-day-after-taking-a-post", |facts, pick| {
        leader(facts, pick, Some(false), 66, 1)?;
        nothing()
    }),
    removed(NEW, "whether-a-leader-of-seventy-is-new-not-recorded", |facts, pick| {
        let key = leader(facts, pick, None, 70, 0)?;
        Some(vec![(NEW, key.clone(), BN), (STAYS, key, BN)])
    }),
    breach(STAYS, "sixty-seven-on-staying", |facts, pick| one(STAYS, leader(facts, pick, Some(true), 67, 0)?, B)),
    near(STAYS, "sixty-seven-the-day-after", |facts, pick| {
        leader(facts, pick, Some(true), 67, 1)?;
        nothing()
    }),
    removed(STAYS, "whether-a-leader-of-seventy-stays-not-recorded", |facts, pick| {
        let key = leader(facts, pick, None, 70, 0)?;
        Some(vec![(NEW, key.clone(), BN), (STAYS, key, BN)])
    }),
    breach(CHIEF, "secretary-of-sixty-seven-stays", |facts, pick| one(CHIEF, chief(facts, pick, Some(true), 0)?, B)),
    near(CHIEF, "secretary-sixty-seven-the-day-after", |facts, pick| {
        chief(facts, pick, Some(true), 1)?;
        nothing()
    }),
    removed(CHIEF, "whether-the-secretary-stays-not-recorded", |facts, pick| {
        let key = chief(facts, pick, None, 0)?;
        Some(vec![(CHIEF, key.clone(), BN), (NEW, key, BN)])
    }),
    // VCL 28(1)(2), 28(2).
    breach(SUBSIDY, "subsidy-decided-by-the-committee", |facts, pick| {
        one(SUBSIDY, subsidy(facts, pick, Some("village-committee"))?.1, B)
    }),
    near(SUBSIDY, "subsidy-decided-by-empowered-representatives", |facts, pick| {
        let (village, _) = subsidy(facts, pick, Some("representatives-meeting"))?;
        add_act(facts, &village.pay, &village.unit, "empower-representatives", ymd(2024, 5, 6), |row| {
            row.actor = Some(key("villagers-assembly"));
        });
        nothing()
    }),
    removed(SUBSIDY, "who-decided-the-subsidy-not-recorded", |facts, pick| {
        one(SUBSIDY, subsidy(facts, pick, None)?.1, SB)
    }),
    // VCL 42(1), UCL 41.
    breach(BASIC, "basic-pay-set-by-the-town", |facts, pick| {
        one(BASIC, basic(facts, pick, UnitKind::Village, Some(Rank::Town))?, B)
    }),
    near(BASIC, "basic-pay-set-by-the-city", |facts, pick| {
        basic(facts, pick, UnitKind::Village, Some(Rank::City))?;
        nothing()
    }),
    removed(BASIC, "level-of-basic-pay-not-recorded", |facts, pick| {
        one(BASIC, basic(facts, pick, UnitKind::Village, None)?, SB)
    }),
    breach(BASIC_RESIDENTS, "pay-of-residents-set-by-the-town", |facts, pick| {
        one(BASIC_RESIDENTS, basic(facts, pick, UnitKind::Community, Some(Rank::Town))?, B)
    }),
    near(BASIC_RESIDENTS, "pay-of-residents-set-by-the-city", |facts, pick| {
        basic(facts, pick, UnitKind::Community, Some(Rank::City))?;
        nothing()
    }),
    removed(BASIC_RESIDENTS, "level-of-pay-of-residents-not-recorded", |facts, pick| {
        one(BASIC_RESIDENTS, basic(facts, pick, UnitKind::Community, None)?, SB)
    }),
    // PLAN: who has a fixed post is paid.
    breach(BASE, "post-fixed-and-no-pay", |facts, pick| {
        let (post, key) = paid(pick)?;
        drop_act(facts, &post.case, "pay");
        one(BASE, key, B)
    }),
    near(BASE, "pay-begins-today", |facts, pick| {
        let (post, _) = paid(pick)?;
        let day = pick.day;
        act(facts, &post.case, "pay", |row| row.day = Some(on(day)));
        nothing()
    }),
    removed(BASE, "day-of-first-pay-not-recorded", |facts, pick| {
        let (post, key) = paid(pick)?;
        act(facts, &post.case, "pay", |row| row.day = None);
        Some(vec![(BASE, key, SB), (WALK, post.case.to_string(), SB)])
    }),
];

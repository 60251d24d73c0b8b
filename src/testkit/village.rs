//! 村（社区）— a clean village or community: committee, Party leadership, representatives, candidates, publications, and
//! full-time posts with the walk that leads to them.

use super::coop::act;
use super::days::{begins, case_id, key, month_of, on, plus, seen, since, year_of, ymd};
use super::elections;
use super::ground::{FullTime, Village};
use super::people::{Household, Maker};
use super::units::Listed;
use super::{organizations, standing as more};
use crate::facts::{Appraisal, Body, Candidacy, Enrollment, Holding, Status, UnitNumber};
use crate::vocab::{
    Base, Basis, BodyKind, Grade, PersonId, PostKind, Rank, Schooling, Sex, StatusKind, UnitId, UnitKind,
};
use chrono::{Datelike, NaiveDate};

/// Households of a village besides those of its cooperatives: members of the village-level cooperative.
const HOMES: usize = 34;

/// Women among the representatives, and all of them: well over a third of the meeting and four fifths of it, whatever the
/// committee.
const WOMEN: usize = 16;
const REPRESENTATIVES: usize = 33;

/// 户数 — households on record, five to fifteen for each representative of a village.
const HOUSEHOLDS: u32 = 210;
/// Twenty to fifty for each of a community.
const HOUSEHOLDS_OF_COMMUNITY: u32 = 800;

/// A village or community of the list.
pub(super) fn make(maker: &mut Maker, unit: &UnitId, listed: &Listed) -> Village {
    let is_village = listed.kind == UnitKind::Village;
    let league =
        maker.unit(&format!("{unit}-L"), UnitKind::VillageCooperative, &format!("{}经联社", listed.name), Some(unit));
    let (party_unit, is_committee) = organizations::party(maker, unit, listed);
    let center =
        maker.unit(&format!("{unit}-S"), UnitKind::ServiceCenter, &format!("{}公共服务中心", listed.name), Some(unit));
    let group = organizations::group(maker, unit, listed, &party_unit);
    let mut homes: Vec<Household> = (0..HOMES).map(|home| maker.household(&league, home, (1962, 1988))).collect();
    // The third seat of the committee is a woman's.
    let third = homes.iter().position(|home| home.is_led_by_woman).unwrap_or(0);
    if let Some(home) = homes.get_mut(third).filter(|home| !home.is_led_by_woman) {
        let of = |id: &PersonId| if *id == home.head { Sex::Female } else { Sex::Male };
        let two = maker.facts.persons.iter_mut().filter(|row| row.id == home.head || row.id == home.spouse);
        two.for_each(|row| row.sex = Some(of(&row.id)));
        home.is_led_by_woman = true;
    }
    homes.swap(2.min(HOMES.saturating_sub(1)), third);
    let mut heads = homes.iter().map(|home| home.head.clone());
    let seats = maker.rng.pick(&[5_usize, 5, 6, 7]).copied().unwrap_or(5);
    let formed = plus(begins(maker.day, 60, 0), maker.rng.between(40, 1_600));
    let committee = committee(maker, unit, is_village, heads.by_ref().take(seats).collect(), formed);
    let party: Vec<PersonId> = heads.by_ref().take(3).collect();
    leadership(maker, unit, &committee, &party);
    organizations::bodies(maker, unit, [&party_unit, &center]);
    organizations::league(maker, &league, &committee);
    organizations::of_village(maker, unit, listed, &league, &committee);
    let supervisors = supervision(maker, unit, heads.by_ref().take(3).collect(), formed);
    let mut full_time: Vec<PersonId> = heads.by_ref().take(3).collect();
    let paid = full_time.pop();
    let standing: Vec<PersonId> = heads.by_ref().take(if is_village { 2 } else { 1 }).collect();
    let (men, women) = residents(&homes, &heads.collect::<Vec<_>>());
    let change = case_id(&format!("{unit}-H"));
    let mut village = Village {
        unit: unit.clone(),
        kind: listed.kind,
        committee,
        formed,
        party,
        supervisors,
        group_head: women.last().cloned(),
        men,
        women,
        candidates: Vec::new(),
        publications: Vec::new(),
        change,
        full_time: Vec::new(),
        league: league.clone(),
        party_unit,
        is_committee,
        center,
        group,
        meetings: (case_id(&format!("{unit}-VA")), case_id(&format!("{unit}-VR"))),
        election: (case_id(&format!("{unit}-E")), elections::mode(is_village, &maker.facts)),
        listed: Vec::new(),
        pay: case_id(&format!("{unit}-Y")),
        paid: None,
    };
    representatives(maker, &village);
    others(maker, &village);
    candidates(maker, &mut village, standing);
    elections::village(maker, &village);
    super::meetings::village(maker, &village);
    affairs(maker, &mut village, &league);
    for (number, person) in full_time.iter().enumerate() {
        let post = engagement(maker, unit, person, number);
        village.full_time.push(post);
    }
    village.paid = paid.map(|person| engagement(maker, unit, &person, 2));
    more::make(maker, &mut village);
    village
}

fn committee(
    maker: &mut Maker,
    unit: &UnitId,
    is_village: bool,
    heads: Vec<PersonId>,
    formed: NaiveDate,
) -> Vec<(PersonId, PostKind)> {
    let kind = if is_village { BodyKind::VillageCommittee } else { BodyKind::ResidentsCommittee };
    let mut body = Body::new(unit.clone(), kind);
    body.seats = u32::try_from(heads.len()).ok();
    body.formed = Some(on(formed));
    maker.facts.bodies.push(body);
    let posts = |position: usize| match position {
        0 => PostKind::CommitteeDirector,
        1 => PostKind::CommitteeDeputy,
        _ => PostKind::CommitteeMember,
    };
    let committee: Vec<(PersonId, PostKind)> =
        heads.into_iter().enumerate().map(|(position, person)| (person, posts(position))).collect();
    for (person, post) in &committee {
        let mut row = Holding::new(person.clone(), unit.clone(), *post, seen(on(formed), maker.day));
        row.basis = Some(Basis::Elected);
        row.elected = Some(on(formed));
        maker.facts.holdings.push(row);
    }
    committee
}

/// The supervision committee: its head is a Party member, who knows of finance.
fn supervision(
    maker: &mut Maker,
    unit: &UnitId,
    persons: Vec<PersonId>,
    formed: NaiveDate,
) -> Vec<(PersonId, PostKind)> {
    let mut body = Body::new(unit.clone(), BodyKind::VillageSupervisionCommittee);
    body.seats = u32::try_from(persons.len()).ok();
    body.formed = Some(on(formed));
    maker.facts.bodies.push(body);
    let post = |position| if position == 0 { PostKind::VillageSupervisionHead } else { PostKind::VillageSupervisor };
    let supervisors: Vec<(PersonId, PostKind)> =
        persons.into_iter().enumerate().map(|(position, person)| (person, post(position))).collect();
    let long = since(year_of(ymd(1994, 1, 1)));
    for (person, post) in &supervisors {
        let mut row = Holding::new(person.clone(), unit.clone(), *post, seen(on(formed), maker.day));
        row.basis = Some(Basis::Elected);
        row.elected = Some(on(formed));
        maker.facts.holdings.push(row);
        let mut row = Status::new(person.clone(), StatusKind::HouseholdRegistration, long);
        row.unit = Some(unit.clone());
        maker.facts.statuses.push(row);
    }
    if let Some((head, _)) = supervisors.first() {
        maker.party(head, unit);
        maker.facts.statuses.push(Status::new(head.clone(), StatusKind::FinanceKnowledge, long));
    }
    supervisors
}

/// The director is the Party secretary too.
fn leadership(maker: &mut Maker, unit: &UnitId, committee: &[(PersonId, PostKind)], party: &[PersonId]) {
    let from = plus(ymd(2024, 1, 5), maker.rng.between(0, 500));
    let secretary = committee.first().map(|(person, _)| (person, PostKind::VillagePartySecretary));
    let members = party.iter().map(|person| (person, PostKind::VillagePartyMember));
    for (person, post) in secretary.into_iter().chain(members) {
        maker.party(person, unit);
        let mut row = Holding::new(person.clone(), unit.clone(), post, seen(on(from), maker.day));
        row.basis = Some(if post == PostKind::VillagePartySecretary { Basis::Appointed } else { Basis::Elected });
        row.continued = Some(maker.rng.one_in(2));
        maker.facts.holdings.push(row);
    }
}

/// Adults without a post: the other heads, and every spouse.
fn residents(homes: &[Household], heads: &[PersonId]) -> (Vec<PersonId>, Vec<PersonId>) {
    let (mut men, mut women) = (Vec::new(), Vec::new());
    for home in homes {
        let (hers, his) = if home.is_led_by_woman { (&home.head, &home.spouse) } else { (&home.spouse, &home.head) };
        let free = |person: &PersonId| *person == home.spouse || heads.contains(person);
        women.extend(Some(hers).filter(|person| free(person)).cloned());
        men.extend(Some(his).filter(|person| free(person)).cloned());
    }
    (men, women)
}

fn representatives(maker: &mut Maker, village: &Village) {
    let women = village.women.iter().take(WOMEN);
    let men = village.men.iter().take(REPRESENTATIVES.saturating_sub(WOMEN));
    for person in village.women.iter().take(2) {
        maker.party(person, &village.unit);
    }
    for person in women.chain(men) {
        let span = seen(month_of(village.formed), maker.day);
        let row = Holding::new(person.clone(), village.unit.clone(), PostKind::VillageRepresentative, span);
        maker.facts.holdings.push(row);
    }
}

/// A clerk, the head of a group, and the number of households.
fn others(maker: &mut Maker, village: &Village) {
    let clerk = village.men.last().map(|person| (person, PostKind::Clerk));
    let head = village.group_head.as_ref().map(|person| (person, PostKind::GroupHead));
    for (person, post) in clerk.into_iter().chain(head) {
        let mut row =
            Holding::new(person.clone(), village.unit.clone(), post, seen(month_of(village.formed), maker.day));
        if post == PostKind::GroupHead {
            row.basis = Some(Basis::Elected);
            row.elected = Some(on(village.formed));
        }
        maker.facts.holdings.push(row);
    }
    let number = if village.kind == UnitKind::Village { HOUSEHOLDS } else { HOUSEHOLDS_OF_COMMUNITY };
    let span = since(year_of(ymd(2020, 1, 1)));
    maker.facts.unit_numbers.push(UnitNumber::new(village.unit.clone(), Base::Households, number, span));
}

/// Who stands in the next election, nominated under the law of 2026.
fn candidates(maker: &mut Maker, village: &mut Village, standing: Vec<PersonId>) {
    let last = maker.day.signed_duration_since(ymd(2026, 1, 6)).num_days();
    for person in standing {
        let nominated = plus(ymd(2026, 1, 3), maker.rng.between(0, last.min(50)));
        let mut row = Candidacy::new(person.clone(), village.unit.clone(), PostKind::CommitteeMember);
        row.nominated = Some(on(nominated));
        row.election = Some(on(plus(maker.day, maker.rng.between(5, 40))));
        maker.facts.candidacies.push(row);
        village.candidates.push((person, PostKind::CommitteeMember, nominated));
    }
}

fn affairs(maker: &mut Maker, village: &mut Village, league: &UnitId) {
    let unit = &village.unit;
    act(maker, &village.change, unit, "form-committee", village.formed, |row| {
        row.actor = Some(key("election-committee"));
    });
    let day = plus(village.formed, maker.rng.between(0, 10));
    act(maker, &village.change, unit, "hand-over", day, |row| row.actor = Some(key("village-committee")));
    for (first, _) in super::days::closed_quarters(maker.day) {
        let case = case_id(&format!("{league}-F{}-{:02}", first.year(), first.month()));
        let day = plus(first, maker.rng.between(5, 80));
        act(maker, &case, league, "publish-finance", day, |row| row.items = vec![key("notice-board")]);
    }
    // Before 2026 no length of display was set by law.
    let case = case_id(&format!("{unit}-V0"));
    let shown = plus(ymd(2025, 10, 8), 7);
    act(maker, &case, unit, "publish-village-affairs", ymd(2025, 10, 8), |row| row.shown_through = Some(on(shown)));
    let last = maker.day.signed_duration_since(ymd(2026, 1, 6)).num_days();
    for number in 1..=2 {
        let case = case_id(&format!("{unit}-V{number}"));
        let day = plus(ymd(2026, 1, 4), maker.rng.between(0, last));
        let shown = plus(day, maker.rng.between(15, 30));
        act(maker, &case, unit, "publish-village-affairs", day, |row| row.shown_through = Some(on(shown)));
        let id = super::days::act_id(&format!("{case}-publish-village-affairs"));
        village.publications.push((id, case, day));
    }
}

/// A full-time post: the walk through its stages, in 2022 for those of the first round.
fn engagement(maker: &mut Maker, unit: &UnitId, person: &PersonId, number: usize) -> FullTime {
    let first_round = number == 0;
    let enrolled = if first_round {
        plus(ymd(2022, 9, 5), maker.rng.between(0, 40))
    } else {
        plus(ymd(2023, 2, 1), maker.rng.between(0, 700))
    };
    let gap = |maker: &mut Maker, day: NaiveDate| plus(day, maker.rng.between(1, 14));
    let recommended = gap(maker, enrolled);
    let checked = gap(maker, recommended);
    let decided = gap(maker, checked);
    let publicized = gap(maker, decided);
    let fixed = gap(maker, publicized);
    let paid = plus(if first_round { ymd(2023, 1, 1) } else { fixed }, maker.rng.between(1, 20));
    let case = case_id(&format!("{unit}-Z{number}"));
    let stages = [
        ("enroll", enrolled, "public-service-center", Rank::Village, true),
        ("recommend", recommended, "village-party-organization", Rank::Village, true),
        ("check-conditions", checked, "town-organization-office", Rank::Town, false),
        ("decide", decided, "town-party-committee", Rank::Town, true),
        ("publicize", publicized, "town-organization-office", Rank::Town, false),
        ("fix-post", fixed, "town-party-committee", Rank::Town, true),
        ("pay", paid, "town-government", Rank::Town, true),
    ];
    let with_optional = maker.rng.one_in(2);
    for (stage, day, actor, rank, always) in stages {
        if always || with_optional {
            act(maker, &case, unit, stage, day, |row| {
                row.actor = Some(key(actor));
                row.rank = Some(rank);
                row.about = Some(person.clone());
                row.post = Some(PostKind::FullTimePost);
            });
        }
    }
    holder(maker, unit, person, enrolled, fixed);
    FullTime { person: person.clone(), case, first_round, from: fixed }
}

/// The holder of a full-time post: schooled, of the right age, appraised year by year.
fn holder(maker: &mut Maker, unit: &UnitId, person: &PersonId, enrolled: NaiveDate, from: NaiveDate) {
    let mut row = Enrollment::new(person.clone(), key("unified-management"), seen(on(enrolled), maker.day));
    row.unit = Some(unit.clone());
    maker.facts.enrollments.push(row);
    let mut row = Holding::new(person.clone(), unit.clone(), PostKind::FullTimePost, seen(on(from), maker.day));
    row.basis = Some(Basis::Appointed);
    maker.facts.holdings.push(row);
    let birth = on(ymd(1980, 1, 1).with_ordinal0(maker.rng.below(360).try_into().unwrap_or(0)).unwrap_or_default());
    if let Some(row) = maker.facts.persons.iter_mut().rev().find(|row| row.id == *person) {
        row.birth = Some(birth);
        row.schooling = Some(Schooling::College);
    }
    for year in 2021..=2025 {
        let mut row = Appraisal::new(person.clone(), year);
        row.grade = maker.rng.pick(&[Grade::Excellent, Grade::Competent]).copied();
        maker.facts.appraisals.push(row);
    }
}

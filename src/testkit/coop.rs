//! 经济社 — a clean cooperative: members, board, supervisors, staff, branch, charter, and a year of affairs.

use super::days::{act_id, case_id, closed_quarters, key, month_of, on, plus, seen, since, year_of, ymd};
use super::ground::{Coop, Pick};
use super::names;
use super::organizations;
use super::people::{Household, Maker};
use crate::facts::{Act, Body, Clause, Count, Enrollment, Holding, Quantity, Status, Training, UnitLink};
use crate::vocab::{
    Base, Basis, BodyKind, CaseId, LinkKind, PartialDate, PersonId, PostKind, Rank, Relation, Sex, StatusKind,
    TrainingKind, UnitId, UnitKind,
};
use chrono::{Datelike, NaiveDate};

/// The cooperatives of a village.
pub(super) fn make_all(maker: &mut Maker, pick: &mut Pick, village: &UnitId, name: &str, count: usize) {
    let mut last: Option<UnitId> = None;
    let name: String = name.replace("村委会", "").replace("社区居委会", "");
    for number in 1..=count {
        // Every eighth shares the branch of the one before it.
        let shared = if number.checked_rem(8) == Some(0) { last.clone() } else { None };
        let coop = make(maker, village, &name, number, shared);
        last = coop.leads.then(|| coop.branch.clone());
        pick.add(coop);
    }
}

fn make(maker: &mut Maker, village: &UnitId, name: &str, number: usize, shared: Option<UnitId>) -> Coop {
    let id = format!("{village}-J{number:02}");
    let title = names::cooperative(&mut maker.rng, name, number);
    let unit = maker.unit(&id, UnitKind::Cooperative, &title, Some(village));
    let homes: Vec<Household> = (0..maker.households).map(|home| maker.household(&unit, home, (1956, 1986))).collect();
    let capable = homes.iter().map(|home| home.adults).fold(0, u32::saturating_add);
    let mut heads = homes.iter().map(|home| home.head.clone());
    let seats = maker.rng.pick(&[3_usize, 5, 5, 7]).copied().unwrap_or(3);
    let formed = plus(ymd(2025, 5, 2), maker.rng.between(0, 110));
    let board = board(maker, &unit, heads.by_ref().take(seats).collect(), formed);
    let supervisors: Vec<PersonId> = heads.by_ref().take(if seats == 3 { 1 } else { 3 }).collect();
    for person in &supervisors {
        elected(maker, person, &unit, PostKind::Supervisor, formed);
    }
    body(maker, &unit, BodyKind::SupervisoryBoard, supervisors.len(), formed);
    let mut next = || heads.next().unwrap_or_else(|| super::days::person_id("P0000001"));
    let (finance, accountant) = (next(), next());
    for (person, post) in [(&finance, PostKind::FinanceStaff), (&accountant, PostKind::Accountant)] {
        let row = Holding::new(person.clone(), unit.clone(), post, seen(month_of(formed), maker.day));
        maker.facts.holdings.push(row);
    }
    let (secretary, members, party) = (next(), [next(), next()], vec![next(), next()]);
    let appointed = plus(ymd(2024, 1, 5), maker.rng.between(0, 540));
    let leads = shared.is_none();
    let (branch, seat) = branch(maker, &id, &unit, village, &title, shared);
    for person in &party {
        maker.party(person, &branch);
    }
    let mut coop = Coop {
        unit,
        village: village.clone(),
        branch,
        leads,
        seat,
        board,
        formed,
        supervisors,
        finance,
        accountant,
        secretary: leads.then(|| secretary.clone()),
        branch_members: if leads { members.to_vec() } else { Vec::new() },
        appointed,
        party,
        spare: homes.iter().rev().map(|home| home.spouse.clone()).collect(),
        capable,
        assemblies: Vec::new(),
        meetings: Vec::new(),
        finances: Vec::new(),
        branch_meetings: Vec::new(),
        old_name: maker.rng.one_in(3),
        registration: case_id(&format!("{id}-R1")),
        delegates: case_id(&format!("{id}-D")),
        election: case_id(&format!("{id}-BE")),
    };
    organizations::of_cooperative(maker, &coop, name, number);
    if leads {
        branch_posts(maker, &coop, &secretary, &members);
        super::elections::branch(maker, &coop);
    }
    kin(maker, &coop);
    charter(maker, &coop);
    roll(maker, &coop);
    super::meetings::cooperative(maker, &coop);
    affairs(maker, &mut coop);
    coop
}

/// A holder elected on a day.
fn elected(maker: &mut Maker, person: &PersonId, unit: &UnitId, post: PostKind, day: NaiveDate) {
    let mut row = Holding::new(person.clone(), unit.clone(), post, seen(on(day), maker.day));
    row.basis = Some(Basis::Elected);
    row.elected = Some(on(day));
    row.continued = Some(maker.rng.one_in(2));
    maker.facts.holdings.push(row);
}

fn body(maker: &mut Maker, unit: &UnitId, kind: BodyKind, seats: usize, formed: NaiveDate) {
    let mut row = Body::new(unit.clone(), kind);
    row.seats = u32::try_from(seats).ok();
    row.formed = Some(on(formed));
    maker.facts.bodies.push(row);
}

/// The board, each member enrolled in unified management within the month.
fn board(maker: &mut Maker, unit: &UnitId, heads: Vec<PersonId>, formed: NaiveDate) -> Vec<(PersonId, PostKind)> {
    body(maker, unit, BodyKind::Board, heads.len(), formed);
    let large = 5 <= heads.len();
    let posts = |position: usize| match position {
        0 => PostKind::Chair,
        1 if large => PostKind::DeputyChair,
        _ => PostKind::Director,
    };
    let board: Vec<(PersonId, PostKind)> =
        heads.into_iter().enumerate().map(|(position, person)| (person, posts(position))).collect();
    for (person, post) in &board {
        elected(maker, person, unit, *post, formed);
        enroll(maker, person, unit, formed);
    }
    board
}

fn enroll(maker: &mut Maker, person: &PersonId, unit: &UnitId, from: NaiveDate) {
    let day = plus(from, maker.rng.between(0, 30));
    let mut row = Enrollment::new(person.clone(), key("unified-management"), seen(on(day), maker.day));
    row.unit = Some(unit.clone());
    maker.facts.enrollments.push(row);
}

/// The branch that serves a cooperative, and where its posts are held: at the cooperative, or at a joint branch itself.
fn branch(
    maker: &mut Maker,
    id: &str,
    unit: &UnitId,
    village: &UnitId,
    title: &str,
    shared: Option<UnitId>,
) -> (UnitId, UnitId) {
    let (branch, seat) = if let Some(branch) = shared {
        (branch.clone(), branch)
    } else {
        // The second of each village is a joint branch, of the others some.
        let joint = id.ends_with("-J02") || maker.rng.one_in(8);
        let kind = if joint { UnitKind::JointBranch } else { UnitKind::PartyBranch };
        let branch = maker.unit(&format!("{id}-B"), kind, &format!("{title}党支部"), Some(village));
        let seat = if joint { branch.clone() } else { unit.clone() };
        (branch, seat)
    };
    let from = month_of(ymd(2021, 6, 1));
    maker.facts.links.push(UnitLink::new(branch.clone(), unit.clone(), LinkKind::Serves, since(from)));
    (branch, seat)
}

fn branch_posts(maker: &mut Maker, coop: &Coop, secretary: &PersonId, members: &[PersonId]) {
    body(maker, &coop.seat, BodyKind::BranchCommittee, members.len().saturating_add(1), coop.appointed);
    organizations::of_branch(maker, coop);
    let posts = [PostKind::BranchDeputySecretary, PostKind::BranchCommitteeMember];
    let others = members.iter().zip(posts);
    for (person, post) in [(secretary, PostKind::BranchSecretary)].into_iter().chain(others) {
        maker.party(person, &coop.branch);
        let continued = maker.rng.one_in(2);
        let span = seen(on(coop.appointed), maker.day);
        let mut row = Holding::new(person.clone(), coop.seat.clone(), post, span);
        row.basis = Some(Basis::Elected);
        row.continued = Some(continued);
        maker.facts.holdings.push(row);
        enroll(maker, person, &coop.unit, coop.appointed);
        if !continued {
            let day = plus(coop.appointed, maker.rng.between(20, 150));
            let mut training = Training::new(person.clone(), on(day));
            training.hours = Some(24);
            training.kind = Some(TrainingKind::Induction);
            training.rank = Some(Rank::County);
            maker.facts.trainings.push(training);
        }
    }
}

/// Families that reach beyond one household and hinder nobody.
fn kin(maker: &mut Maker, coop: &Coop) {
    let born = year_of(ymd(1986, 1, 1));
    // Cousins on one board are outside the circle of near relatives.
    if let [.., (one, _), (other, _)] = coop.board.as_slice()
        && 5 <= coop.board.len()
        && maker.rng.one_in(3)
    {
        maker.tie(one, other, Relation::Cousin, born);
    }
    // A director's sibling without a post.
    if let (Some((chair, _)), Some(spare)) = (coop.board.first(), coop.spare.first())
        && maker.rng.one_in(3)
    {
        maker.tie(chair, spare, Relation::Sibling, born);
    }
}

/// The roll of the last year: a child confirmed, a death entered.
fn roll(maker: &mut Maker, coop: &Coop) {
    let entry = |maker: &mut Maker, stage: &str, birth: PartialDate, kind: StatusKind, from: NaiveDate| {
        let surname = names::surname(&mut maker.rng);
        let person = maker.person(surname, Sex::Female, birth);
        maker.facts.statuses.push(Status::new(person.clone(), kind, since(on(from))));
        let case = case_id(&format!("{}-{stage}", coop.unit));
        act(maker, &case, &coop.unit, stage, plus(from, 20), |row| {
            row.about = Some(person.clone());
            row.matter = Some(key("membership"));
            row.actor = Some(key("member-assembly"));
        });
    };
    entry(maker, "confirm-member", month_of(ymd(2025, 8, 1)), StatusKind::BornToMember, ymd(2025, 8, 31));
    entry(maker, "end-membership", month_of(ymd(1938, 3, 1)), StatusKind::Deceased, ymd(2025, 10, 9));
}

fn charter(maker: &mut Maker, coop: &Coop) {
    let from = year_of(ymd(2008, 1, 1));
    let mut say = |of: &str, value: &str| {
        maker.facts.clauses.push(Clause::new(coop.unit.clone(), key(of), value.to_owned(), since(from)));
    };
    for (of, value) in
        [("assembly-quorum", "2/3"), ("board-quorum", "2/3"), ("board-majority", "1/2"), ("supervisor-term", "5 years")]
    {
        say(of, value);
    }
    if maker.rng.one_in(2) {
        let clause = Clause::new(coop.unit.clone(), key("outsiders-admitted"), "no".to_owned(), since(from));
        maker.facts.clauses.push(clause);
    }
}

/// An act, pushed, of a case of its own name.
pub(super) fn act(
    maker: &mut Maker,
    case: &CaseId,
    unit: &UnitId,
    stage: &str,
    day: NaiveDate,
    with: impl FnOnce(&mut Act),
) {
    let mut row = Act::new(act_id(&format!("{case}-{stage}")), case.clone(), unit.clone(), key(stage));
    row.day = Some(on(day));
    with(&mut row);
    maker.facts.acts.push(row);
}

/// What an act counts: a base where it is stated, and numbers.
fn counts(base: Option<(Base, u32)>, numbers: &[(Quantity, u32)]) -> Vec<Count> {
    let base = base.map(|(base, number)| Count::of_base(base, number));
    base.into_iter().chain(numbers.iter().map(|&(of, number)| Count::new(of, number))).collect()
}

fn affairs(maker: &mut Maker, coop: &mut Coop) {
    for (first, last) in closed_quarters(maker.day) {
        let mark = format!("{}Q{}", first.year(), first.month0().checked_div(3).unwrap_or(0).saturating_add(1));
        let case = case_id(&format!("{}-F{mark}", coop.unit));
        let day = plus(first, maker.rng.between(5, 80));
        act(maker, &case, &coop.unit, "publish-finance", day, |row| row.items = vec![key("notice-board")]);
        coop.finances.push((first, last, case));
        if coop.leads {
            let case = case_id(&format!("{}-M{mark}", coop.branch));
            let day = plus(first, maker.rng.between(5, 80));
            act(maker, &case, &coop.branch, "meet", day, |row| {
                row.actor = Some(key("members-meeting"));
                row.counts = counts(Some((Base::PartyDue, 6)), &[(Quantity::Present, 5)]);
            });
            coop.branch_meetings.push((first, last, case));
        }
    }
    let first = plus(coop.formed, 20);
    let last = plus(maker.day, -12);
    for number in 1..=2 {
        let case = case_id(&format!("{}-A{number}", coop.unit));
        let day = between(maker, first, last);
        assembly(maker, coop, &case, day);
        coop.assemblies.push(case);
    }
    for number in 1..=3 {
        let case = case_id(&format!("{}-B{number}", coop.unit));
        let day = between(maker, first, last);
        meeting(maker, coop, &case, day);
        coop.meetings.push(case);
    }
    let case = case_id(&format!("{}-S1", coop.unit));
    let day = between(maker, first, last);
    act(maker, &case, &coop.unit, "meet", day, |row| {
        row.actor = Some(key("supervisory-board"));
        row.items = vec![key("minutes"), key("signatures")];
    });
}

fn between(maker: &mut Maker, first: NaiveDate, last: NaiveDate) -> NaiveDate {
    let days = last.signed_duration_since(first).num_days();
    plus(first, maker.rng.between(0, days))
}

/// An assembly with clear days of notice, enough present, and a resolution of its own.
fn assembly(maker: &mut Maker, coop: &Coop, case: &CaseId, day: NaiveDate) {
    let needed = coop.capable.saturating_mul(2).div_ceil(3);
    let base = maker.rng.one_in(2).then_some((Base::CapableMembers, coop.capable));
    // Counted against a roll of one fewer, those present would still not be more than there are.
    let spare = i64::from(coop.capable.saturating_sub(needed).saturating_sub(1));
    let present = needed.saturating_add(u32::try_from(maker.rng.between(0, spare)).unwrap_or(0));
    let notice = plus(day, maker.rng.between(11, 20).saturating_neg());
    act(maker, case, &coop.unit, "give-notice", notice, |row| {
        row.items = vec![key("time"), key("place"), key("matters")];
        row.actor = Some(key("board"));
    });
    act(maker, case, &coop.unit, "meet", day, |row| {
        row.actor = Some(key("member-assembly"));
        row.counts = counts(base, &[(Quantity::Present, present)]);
        row.items = vec![key("minutes"), key("signatures")];
    });
    let matters = ["charter", "membership", "officers", "work-reports", "plans-and-budget", "land-and-shares"];
    let matter = maker.rng.pick(&matters).copied().unwrap_or("charter");
    act(maker, case, &coop.unit, "resolve", day, |row| {
        row.actor = Some(key("member-assembly"));
        row.matter = Some(key(matter));
        let all = Some((Base::CapableMembers, coop.capable));
        row.counts = counts(all, &[(Quantity::Present, present), (Quantity::Ayes, present)]);
    });
}

/// A meeting of the board, enough present, with a resolution of more than half of all.
fn meeting(maker: &mut Maker, coop: &Coop, case: &CaseId, day: NaiveDate) {
    let all = u32::try_from(coop.board.len()).unwrap_or(0);
    let needed = all.saturating_mul(2).div_ceil(3);
    let base = maker.rng.one_in(2).then_some((Base::AllDirectors, all));
    // Counted against a roster of one fewer, those present would still not be more than there are.
    let present = if base.is_none() || maker.rng.one_in(2) { needed } else { all };
    let majority = all.saturating_add(1).div_ceil(2);
    let ayes = if maker.rng.one_in(2) { majority } else { present.max(majority) };
    act(maker, case, &coop.unit, "meet", day, |row| {
        row.actor = Some(key("board"));
        row.counts = counts(base, &[(Quantity::Present, present)]);
        row.items = vec![key("minutes"), key("signatures")];
    });
    let matter = maker.rng.pick(&["investment", "construction-land", "other"]).copied().unwrap_or("other");
    act(maker, case, &coop.unit, "resolve", day, |row| {
        row.actor = Some(key("board"));
        row.matter = Some(key(matter));
        let nays = present.saturating_sub(ayes);
        row.counts = counts(base, &[(Quantity::Present, present), (Quantity::Ayes, ayes), (Quantity::Nays, nays)]);
    });
}

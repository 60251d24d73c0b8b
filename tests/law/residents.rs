//! 组织优化: committees of communities, their representatives and their supervision committees.

use super::village::{
    COMMITTEE, SUPERVISORS, a_woman, apart, by_election, elected, four_fifths, has_supervision, key_of, meeting,
    of_a_group, of_groups, of_households, remainder, sitting, successor, supervision_of, supervisor, two,
};
use crate::support::*;
use grassroots::vocab::*;

pub fn cases() -> Vec<Case> {
    [
        committee_origin,
        committee_term,
        committee_seats,
        committee_women,
        committee_ethnic_seat,
        committee_kin,
        secretary_as_director,
        committee_vacancy,
        group_head_term,
        representatives,
        representatives_apportionment,
        representatives_term,
        supervision,
        supervision_choice,
        supervision_pool,
        supervision_term,
        supervision_exclusions,
    ]
    .into_iter()
    .flat_map(|of| of())
    .collect()
}

const MONTH: &str = "[set]\npromptly-days = \"30 days\"";

fn committee_origin() -> Vec<Case> {
    let editions = [("2018-12-29", "2025-12-31", "UCL 8(1)"), ("2026-01-01", "2026-02-28", "UCL 14(1)")];
    by_election("organization.village-committee-origin-residents", &COMMITTEE, ("K", "V"), &editions, "SBN must")
}

fn committee_term() -> Vec<Case> {
    let id = "organization.village-committee-term-residents";
    let of = |unit: &str, kind, formed: &str| {
        World::new().body(unit, kind, |row| {
            row.formed = (!formed.is_empty()).then(|| d(formed));
            row.seats = Some(5);
        })
    };
    let row = |name, day, formed: &str, expect| {
        let world = of("K", BodyKind::ResidentsCommittee, formed);
        Case::new(id, name, day, world, "K/residents-committee", expect)
    };
    let set = |name, day, formed: &str, expect| row(name, day, formed, expect).set(MONTH);
    vec![
        row("UCL 14(2): the fifth anniversary still counts", "2026-01-10", "2021-01-10", "S must").cites("UCL 14(2)"),
        row("UCL 14(2): the day after, how long \"promptly\" lasts is open", "2026-01-11", "2021-01-10", "SB must")
            .names("promptly-days"),
        set("thirty days set: the thirtieth", "2026-02-09", "2021-01-10", "S must"),
        set("thirty days set: the day after", "2026-02-10", "2021-01-10", "B must"),
        row("UCL 14(2) on its first day, the term over", "2026-01-01", "2020-12-31", "SB must").cites("UCL 14(2)"),
        row("UCL 8(1) on its last day, the term over", "2025-12-31", "2020-12-30", "B must").cites("UCL 8(1)"),
        row("UCL 8(1): the fifth anniversary", "2025-12-31", "2020-12-31", "S must").cites("UCL 8(1)"),
        row("formed on the first day of five years", "2022-06-01", "2018-12-29", "S must").cites("UCL 8(1)"),
        row("formed the day before: the term of that text is not known", "2022-06-01", "2018-12-28", "SBN must")
            .names("Edition"),
        set("formed the day before, under UCL 14(2)", "2026-03-01", "2018-12-28", "B must").cites("UCL 14(2)"),
        row("the first day of the text of 2018", "2018-12-29", "2018-12-29", "S must"),
        row("the day before it no edition is known", "2018-12-28", "2018-12-28", "SBN must").names("Edition"),
        row("the day of formation is not recorded", "2026-03-01", "", "SB must").names("Formed"),
        row("so under the text of 2018", "2025-12-31", "", "SBN must").names("Formed"),
        Case::new(
            id,
            "a village has its own law",
            "2026-03-01",
            of("V", BodyKind::ResidentsCommittee, "2015-01-10"),
            "V/residents-committee",
            "none",
        ),
        Case::new(
            id,
            "not of the supervision committee",
            "2026-03-01",
            of("K", BodyKind::VillageSupervisionCommittee, "2015-01-10"),
            "K/village-supervision-committee",
            "none",
        ),
    ]
}

fn committee_seats() -> Vec<Case> {
    let id = "organization.residents-committee-seats";
    let of = |unit: &str, kind, seats: Option<u32>| World::new().body(unit, kind, |row| row.seats = seats);
    let row = |name, day, seats, expect| {
        let world = of("K", BodyKind::ResidentsCommittee, seats);
        Case::new(id, name, day, world, "K/residents-committee", expect)
    };
    let mut rows = Vec::new();
    for (day, cites) in [("2025-12-31", "UCL 7"), ("2026-03-01", "UCL 8(1)")] {
        rows.extend([
            row("four", day, Some(4), "B must").cites(cites),
            row("five", day, Some(5), "S must"),
            row("six: parity is not asked", day, Some(6), "S must"),
            row("nine", day, Some(9), "S must"),
            row("ten", day, Some(10), "B must").cites(cites),
            row("seats not recorded", day, None, "SB must").names("Seats"),
        ]);
    }
    rows.extend([
        row("UCL 8(1) on its first day", "2026-01-01", Some(4), "B must").cites("UCL 8(1)"),
        row("the first day of the law", "1990-01-01", Some(4), "B must").cites("UCL 7"),
        row("the day before it no edition is known", "1989-12-31", Some(4), "SBN must").names("Edition"),
        Case::new(
            id,
            "a village has its own law",
            "2026-03-01",
            of("V", BodyKind::ResidentsCommittee, Some(4)),
            "V/residents-committee",
            "none",
        ),
        Case::new(
            id,
            "not of the supervision committee",
            "2026-03-01",
            of("K", BodyKind::VillageSupervisionCommittee, Some(3)),
            "K/village-supervision-committee",
            "none",
        ),
    ]);
    rows
}

fn committee_women() -> Vec<Case> {
    let id = "organization.residents-committee-women";
    let row = |name, day, expect| {
        let world = sitting("K", &[(Some(Sex::Male), PostKind::CommitteeDirector)]).closed(&[List::Roster]);
        Case::new(id, name, day, world, "K", expect)
    };
    let mut rows = a_woman(id, "K", "V");
    rows.extend([
        row("the first day of the law", "2026-01-01", "B must").cites("UCL 8(2)"),
        row("the day before it nothing is asked", "2025-12-31", "-"),
    ]);
    rows
}

fn committee_ethnic_seat() -> Vec<Case> {
    let id = "organization.village-committee-ethnic-seat-residents";
    let row = |name, day, expect| {
        let world = of_groups("K", Some(true), &[(PostKind::CommitteeDirector, false)]);
        Case::new(id, name, day, world.closed(&[List::Roster, List::Statuses]), "K", expect)
    };
    let mut rows = of_a_group(id, "K", "V", &["2025-12-31"]);
    rows.extend([
        row("UCL 7 on its last day", "2025-12-31", "B must").cites("UCL 7"),
        row("the first day of the law", "1990-01-01", "B must"),
        row("the day before it no edition is known", "1989-12-31", "SBN must").names("Edition"),
    ]);
    rows
}

fn committee_kin() -> Vec<Case> {
    let id = "organization.residents-kin";
    let of = |(a, b): (PostKind, PostKind), unit: &str, on: [&str; 2], relation| {
        let world = World::new().unit("K2", UnitKind::Community, Some("T")).man("P1").woman("P2");
        let seat = |world: World, id: &str, post, on: &str| {
            world.holding(id, post, unit, since("2010-11-10"), |row| row.elected = (!on.is_empty()).then(|| d(on)))
        };
        seat(seat(world, "P1", a, on[0]), "P2", b, on[1]).kin("P1", "P2", relation, since("1990")).closed(&[List::Kin])
    };
    let posts = (PostKind::CommitteeMember, PostKind::CommitteeDirector);
    let key = "P1/committee-member@K+P2/committee-director@K";
    let row = |name, day, on, relation, expect| Case::new(id, name, day, of(posts, "K", on, relation), key, expect);
    let (new, old) = ("2026-01-01", "2025-12-31");
    let pair = |a, b, key| {
        Case::new(id, "each pair of posts", "2026-03-01", of((a, b), "K", [new, new], Relation::Spouse), key, "B must")
    };
    let [director, deputy, member] = COMMITTEE;
    let undeclared = two((member, "K"), (director, "K"));
    let far = two((member, "K"), (director, "K2")).kin("P1", "P2", Relation::Spouse, since("2005"));
    vec![
        pair(director, deputy, "P1/committee-director@K+P2/committee-deputy@K"),
        pair(deputy, member, "P1/committee-deputy@K+P2/committee-member@K"),
        pair(member, director, key),
        row("siblings elected under the law", "2026-03-01", [new, new], Relation::Sibling, "B must").cites("UCL 8(2)"),
        row("a grandchild", "2026-03-01", [new, new], Relation::Grandchild, "B must"),
        row("cousins are no near relatives", "2026-03-01", [new, new], Relation::Cousin, "S must"),
        row("parents-in-law neither", "2026-03-01", [new, new], Relation::ParentInLaw, "S must"),
        row("elected together before the law: a remark", "2026-03-01", [old, old], Relation::Sibling, "B note")
            .cites("UCL 8(2)"),
        row("one elected before, one under the law", "2026-03-01", [old, new], Relation::Sibling, "B must"),
        row("the day of election is not known", "2026-03-01", ["2025-12", "2026"], Relation::Sibling, "B must"),
        row("elected in a month before the law", "2026-03-01", ["2025-12", "2025-11"], Relation::Sibling, "B note"),
        row("the first day of the law", "2026-01-01", [new, new], Relation::Sibling, "B must"),
        row("the day before it nothing is asked", "2025-12-31", [old, old], Relation::Sibling, "-"),
        Case::new(id, "kin not declared", "2026-03-01", undeclared, key, "SB note").names("Kin"),
        Case::new(id, "two communities apart", "2026-03-01", far, key_of((member, "K"), (director, "K2")), "none"),
        Case::new(
            id,
            "a village has its own law",
            "2026-03-01",
            of(posts, "V", [new, new], Relation::Spouse),
            "P1/committee-member@V+P2/committee-director@V",
            "none",
        ),
    ]
}

fn secretary_as_director() -> Vec<Case> {
    let id = "organization.secretary-as-director-residents";
    let secretary =
        |unit: &str| World::new().man("P1").holds("P1", PostKind::VillagePartySecretary, unit, since("2010-11-10"));
    let one = |unit: &str| secretary(unit).holds("P1", PostKind::CommitteeDirector, unit, since("2010-11-10"));
    let apart = || secretary("K").man("P2").holds("P2", PostKind::CommitteeDirector, "K", since("2010-11-10"));
    let row = |name, day, world, expect| Case::new(id, name, day, world, "K", expect);
    vec![
        row("one person holds both", "2026-03-01", one("K"), "S may").cites("UCL 8(3)"),
        row("two persons", "2026-03-01", apart(), "B may"),
        row(
            "the secretary is a deputy",
            "2026-03-01",
            apart().holds("P1", PostKind::CommitteeDeputy, "K", since("2010-11-10")),
            "B may",
        ),
        row(
            "no director, the roster complete: a vacancy",
            "2026-03-01",
            secretary("K").closed(&[List::Roster]),
            "N may",
        ),
        row("no director recorded, the roster open", "2026-03-01", secretary("K"), "SBN may").names("Roster"),
        row("the first day of the law", "2026-01-01", apart(), "B may"),
        row("the day before it nothing is said", "2025-12-31", apart(), "-"),
        Case::new(
            id,
            "no secretary on record",
            "2026-03-01",
            World::new().man("P2").holds("P2", PostKind::CommitteeDirector, "K", since("2021")),
            "K",
            "none",
        ),
        Case::new(id, "a village has its own law", "2026-03-01", one("V"), "V", "none"),
    ]
}

fn committee_vacancy() -> Vec<Case> {
    let id = "organization.village-committee-vacancy-residents";
    let kind = BodyKind::ResidentsCommittee;
    let row = |name, day, expect| {
        let world =
            successor(("K", kind), PostKind::CommitteeMember, "2022-01-10", "2029-06-10", Some(Basis::ByElection));
        Case::new(id, name, day, world, "P1/committee-member@K", expect)
    };
    let mut rows = remainder(id, "K", kind, ("V", BodyKind::VillageCommittee));
    rows.extend([
        row("the first day of the law", "2026-01-01", "B must").cites("UCL 24(2)"),
        row("the day before it nothing is asked", "2025-12-31", "-"),
    ]);
    rows
}

/// Rows on a term of five years and thirty days for the new choice, of a post chosen with a residents' committee.
fn term_of_a_seat(id: &'static str, post: PostKind) -> Vec<Case> {
    let subject: &'static str = format!("P1/{post}@K").leak();
    let row = |name, day, on: &str, expect| Case::new(id, name, day, elected(post, "K", on), subject, expect);
    let set = |name, day, on: &str, expect| row(name, day, on, expect).set(MONTH);
    vec![
        row("the fifth anniversary still counts", "2026-01-10", "2021-01-10", "S must").cites("UCL 13(2)"),
        row("the day after: how long \"promptly\" lasts is open", "2026-01-11", "2021-01-10", "SB must")
            .names("promptly-days"),
        set("thirty days set: the thirtieth", "2026-02-09", "2021-01-10", "S must"),
        set("thirty days set: the day after", "2026-02-10", "2021-01-10", "B must"),
        row("the first day of the law, the term over", "2026-01-01", "2020-12-31", "SB must"),
        row("the day before it nothing is asked", "2025-12-31", "2020-12-30", "-"),
        row("chosen in January 2021: on 15 January 2026 it may be over", "2026-01-15", "2021-01", "SB must")
            .names("Elected"),
        Case::new(
            id,
            "a village has its own law",
            "2026-03-01",
            elected(post, "V", "2015-01-10"),
            format!("P1/{post}@V").leak(),
            "none",
        ),
        Case::new(
            id,
            "not of a clerk",
            "2026-03-01",
            elected(PostKind::Clerk, "K", "2015-01-10"),
            "P1/clerk@K",
            "none",
        ),
    ]
}

fn group_head_term() -> Vec<Case> {
    term_of_a_seat("organization.group-head-term-residents", PostKind::GroupHead)
}

fn representatives_term() -> Vec<Case> {
    term_of_a_seat("organization.village-representatives-term-residents", PostKind::VillageRepresentative)
}

fn representatives() -> Vec<Case> {
    let id = "organization.village-representatives-residents";
    let row = |name, day, expect| Case::new(id, name, day, meeting("K", 7, 27).closed(&[List::Roster]), "K", expect);
    let mut rows = four_fifths(id, "K", "V");
    rows.extend([
        row("the first day of the law", "2026-01-01", "B must").cites("UCL 28(1)"),
        row("the day before it nothing is asked", "2025-12-31", "-"),
    ]);
    rows
}

fn representatives_apportionment() -> Vec<Case> {
    let id = "organization.village-representatives-apportionment-residents";
    let row = |name, day, households, expect| Case::new(id, name, day, of_households("K", 2, households), "K", expect);
    let unrecorded = meeting("K", 0, 2).closed(&[List::Roster]);
    vec![
        row("fifty households for one", "2026-03-01", 100, "S normally").cites("UCL 13(2)"),
        row("more than fifty", "2026-03-01", 101, "B normally"),
        row("twenty households for one", "2026-03-01", 40, "S normally"),
        row("fewer than twenty", "2026-03-01", 39, "B normally"),
        row("the first day of the law", "2026-01-01", 101, "B normally"),
        row("the day before it nothing is asked", "2025-12-31", 101, "-"),
        Case::new(id, "the households are not recorded", "2026-03-01", unrecorded, "K", "SB normally").names("OfBase"),
        Case::new(id, "no representatives", "2026-03-01", meeting("K", 1, 0).closed(&[List::Roster]), "K", "none"),
        Case::new(id, "a village has its own law", "2026-03-01", of_households("V", 2, 101), "V", "none"),
    ]
}

fn supervision() -> Vec<Case> {
    let id = "organization.village-supervision-residents";
    let row =
        |name, day, expect| Case::new(id, name, day, World::new().closed(&[List::Bodies, List::Roster]), "K", expect);
    let mut rows = has_supervision(id, "K", "V");
    rows.extend([
        row("the first day of the law", "2026-01-01", "B must").cites("UCL 36(1)"),
        row("the day before it nothing is asked", "2025-12-31", "-"),
    ]);
    rows
}

fn supervision_choice() -> Vec<Case> {
    let editions = [("2026-01-01", "2026-02-28", "UCL 36(1)")];
    by_election("organization.village-supervision-choice-residents", &SUPERVISORS, ("K", "V"), &editions, "-")
}

fn supervision_pool() -> Vec<Case> {
    let id = "organization.village-supervision-pool-residents";
    let lists = [List::Households, List::Statuses];
    let [post, head] = SUPERVISORS;
    let of = |status| supervisor(post, "K", "2026-01-01", status).closed(&lists);
    let row = |name, world, expect| Case::new(id, name, "2026-03-01", world, "P1/village-supervisor@K", expect);
    let since_1990 = |kind, unit: &'static str| Some((kind, unit, "1990"));
    vec![
        row("registered in the community", of(since_1990(StatusKind::HouseholdRegistration, "K")), "S must")
            .cites("UCL 36(1)"),
        row("resident in the community", of(since_1990(StatusKind::Residence, "K")), "S must"),
        row("a community worker", of(since_1990(StatusKind::CommunityWork, "K")), "S must"),
        row("registered elsewhere", of(since_1990(StatusKind::HouseholdRegistration, "V2")), "B must"),
        row("resident elsewhere", of(since_1990(StatusKind::Residence, "V2")), "B must"),
        row("a worker of another place", of(since_1990(StatusKind::CommunityWork, "V2")), "B must"),
        row("none of them", of(None), "B must"),
        row(
            "a worker from the day after the election",
            of(Some((StatusKind::CommunityWork, "K", "2026-01-02"))),
            "B must",
        ),
        row(
            "the statuses are not said to be complete",
            supervisor(post, "K", "2026-01-01", None).closed(&[List::Households]),
            "SB must",
        )
        .names("Statuses"),
        row("nor the households", supervisor(post, "K", "2026-01-01", None).closed(&[List::Statuses]), "SB must")
            .names("Households"),
        row("chosen the day before the law", supervisor(post, "K", "2025-12-31", None).closed(&lists), "-"),
        Case::new(
            id,
            "the head of the committee too",
            "2026-03-01",
            supervisor(head, "K", "2026-01-10", None).closed(&lists),
            "P1/village-supervision-head@K",
            "B must",
        ),
        Case::new(
            id,
            "not of a member of the committee",
            "2026-03-01",
            supervisor(PostKind::CommitteeMember, "K", "2026-01-10", None).closed(&lists),
            "P1/committee-member@K",
            "none",
        ),
        Case::new(
            id,
            "a village has its own law",
            "2026-03-01",
            supervisor(post, "V", "2026-01-10", None).closed(&lists),
            "P1/village-supervisor@V",
            "none",
        ),
    ]
}

fn supervision_term() -> Vec<Case> {
    let id = "organization.village-supervision-term-residents";
    let key = "K/village-supervision-committee";
    let row = |name, day, formed: &str, expect| Case::new(id, name, day, supervision_of("K", formed), key, expect);
    let set = |name, day, formed: &str, expect| row(name, day, formed, expect).set(MONTH);
    vec![
        row("the fifth anniversary still counts", "2026-01-10", "2021-01-10", "S must").cites("UCL 36(1)"),
        row("the day after: how long \"promptly\" lasts is open", "2026-01-11", "2021-01-10", "SB must")
            .names("promptly-days"),
        set("thirty days set: the thirtieth", "2026-02-09", "2021-01-10", "S must"),
        set("thirty days set: the day after", "2026-02-10", "2021-01-10", "B must"),
        row("the first day of the law, the term over", "2026-01-01", "2020-12-31", "SB must"),
        row("the day before it nothing is asked", "2025-12-31", "2020-12-30", "-"),
        row("the day of formation is not recorded", "2026-03-01", "", "SB must").names("Formed"),
        Case::new(
            id,
            "a village has its own law",
            "2026-03-01",
            supervision_of("V", "2015-01-10"),
            "V/village-supervision-committee",
            "none",
        ),
        Case::new(
            id,
            "not of the committee itself",
            "2026-03-01",
            World::new().body("K", BodyKind::ResidentsCommittee, |row| row.formed = Some(d("2015-01-10"))),
            "K/residents-committee",
            "none",
        ),
    ]
}

fn supervision_exclusions() -> Vec<Case> {
    let id = "organization.village-supervision-exclusions-residents";
    let (member, director) = (PostKind::VillageSupervisor, PostKind::CommitteeDirector);
    let row = |name, day, expect| {
        let world = two((member, "K"), (director, "K")).kin("P1", "P2", Relation::Sibling, since("1990"));
        Case::new(id, name, day, world, key_of((member, "K"), (director, "K")), expect)
    };
    let mut rows = apart(id, "K", ("K2", "V"));
    rows.extend([
        row("the first day of the law", "2026-01-01", "B must").cites("UCL 36(1)"),
        row("the day before it nothing is asked", "2025-12-31", "-"),
    ]);
    rows
}

//! 组织优化: Party organizations.

use crate::support::*;
use grassroots::vocab::*;

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for of in [
        branch_committee_size,
        branch_deputies,
        party_term,
        party_term_other,
        party_term_local,
        party_sizes,
        cross_appointment,
        cross_appointment_committee,
        cross_appointment_local,
        cross_appointment_representatives,
        secretary_as_chair,
        secretary_as_chair_local,
        party_economy_separation,
        branch_threshold,
        branch_threshold_local,
        joint_branch,
        joint_branch_village,
        joint_branch_width,
        branch_member_cap,
        general_branch,
        village_party_committee,
        party_delegates_congress,
        branch_committee_existence,
    ] {
        cases.extend(of());
    }
    cases
}

/// The rows around the beginning that every provision of BRANCH shares, about something it breaches.
fn from_branch(
    id: &'static str,
    world: &dyn Fn() -> World,
    subject: &'static str,
    breached: &'static str,
    open: &'static str,
    cites: &'static str,
) -> Vec<Case> {
    vec![
        Case::new(id, "the first day of BRANCH", "2018-10-28", world(), subject, breached).cites(cites),
        Case::new(id, "the day before it no edition is known", "2018-10-27", world(), subject, open).names("Edition"),
    ]
}

fn seated(kind: BodyKind, unit: &str, seats: u32) -> World {
    World::new().unit("G", UnitKind::GeneralBranch, Some("V")).unit("PC", UnitKind::PartyCommittee, Some("V")).body(
        unit,
        kind,
        |row| row.seats = Some(seats),
    )
}

fn branch_committee_size() -> Vec<Case> {
    let (least, most, usual) = (
        "organization.branch-committee-size",
        "organization.branch-committee-size-normal",
        "organization.branch-committee-size-normal-usual",
    );
    let of = |seats| seated(BodyKind::BranchCommittee, "C", seats);
    let row = |id, name, seats, expect| Case::new(id, name, "2026-03-01", of(seats), "C/branch-committee", expect);
    let mut rows = vec![
        row(least, "BRANCH: two are too few", 2, "B must").cites("BRANCH"),
        row(least, "BRANCH: three", 3, "S must"),
        row(least, "no upper bound here", 9, "S must"),
        row(most, "BRANCH: seven", 7, "S normally").cites("BRANCH"),
        row(most, "BRANCH: eight are more than usual", 8, "B normally"),
        row(most, "no lower bound here", 2, "S normally"),
        row(usual, "BRANCH: five", 5, "S note").cites("BRANCH"),
        row(usual, "BRANCH: six is said, no more", 6, "B note"),
    ];
    let body = || World::new().body("C", BodyKind::BranchCommittee, |_| {});
    for (id, open) in [(least, "SB must"), (most, "SB normally"), (usual, "SB note")] {
        rows.push(Case::new(id, "seats not recorded", "2026-03-01", body(), "C/branch-committee", open).names("Seats"));
        let alone = World::new().man("P1").holds("P1", PostKind::BranchSecretary, "C", since("2024-01-10"));
        rows.push(Case::new(id, "a secretary alone", "2026-03-01", alone, "C/branch-committee", "none"));
        let board = seated(BodyKind::Board, "C", 2);
        rows.push(Case::new(id, "not the board", "2026-03-01", board, "C/board", "none"));
    }
    rows.extend(from_branch(least, &|| of(2), "C/branch-committee", "B must", "SBN must", "BRANCH"));
    rows.extend(from_branch(most, &|| of(8), "C/branch-committee", "B normally", "SBN normally", "BRANCH"));
    rows.extend(from_branch(usual, &|| of(6), "C/branch-committee", "B note", "SBN note", "BRANCH"));
    rows
}

fn branch_deputies() -> Vec<Case> {
    let id = "organization.branch-deputies";
    let world = || {
        World::new()
            .unit("G", UnitKind::VillagersGroup, Some("V"))
            .unit("J", UnitKind::JointBranch, Some("V"))
            .unit("S", UnitKind::ServiceCenter, Some("V"))
            .unit("A", UnitKind::Agency, Some("T"))
    };
    let deputies = |unit: &str, number: usize| {
        ["P1", "P2", "P3"].iter().take(number).fold(world(), |world, id| {
            world.man(id).holds(id, PostKind::BranchDeputySecretary, unit, since("2018-01-10"))
        })
    };
    let row = |name, world, subject, expect| Case::new(id, name, "2026-03-01", world, subject, expect);
    let secretary = world().man("P1").holds("P1", PostKind::BranchSecretary, "C", since("2018-01-10"));
    let mut rows = vec![
        row("BRANCH: one deputy", deputies("C", 1).closed(&[List::Roster]), "C", "S must").cites("BRANCH"),
        row("BRANCH: two", deputies("C", 2), "C", "B must"),
        row("one is known, the roster is not complete", deputies("C", 1), "C", "SB must").names("Roster"),
        row("of a group", deputies("G", 2), "G", "B must"),
        row("at the branch itself", deputies("B", 2), "B", "B must"),
        row("of a joint branch", deputies("J", 2), "J", "B must"),
        row("of a service center", deputies("S", 2), "S", "B must"),
        row("of an agency", deputies("A", 2), "A", "B must"),
        row("not asked of the village", deputies("V", 2), "V", "none"),
        row("nor where there is none", secretary, "C", "none"),
    ];
    rows.extend(from_branch(id, &|| deputies("C", 2), "C", "B must", "SBN must", "BRANCH"));
    rows
}

/// A body formed on a day, its file of acts complete.
fn formed(kind: BodyKind, unit: &str, day: &str) -> World {
    seated(kind, unit, 5)
        .unit("S", UnitKind::ServiceCenter, Some("V"))
        .unit("A", UnitKind::Agency, Some("T"))
        .unit("GR", UnitKind::VillagersGroup, Some("V"))
        .unit("J", UnitKind::JointBranch, Some("V"))
        .body(unit, kind, |row| row.formed = Some(d(day)))
        .closed(&[List::Acts])
}

fn shifted(world: World, unit: &str) -> World {
    world.act("A1", "K1", unit, "approve-shift", |row| row.day = Some(d("2018-01-10")))
}

fn party_term() -> Vec<Case> {
    let id = "organization.party-term";
    let of = |unit: &str, day: &str| formed(BodyKind::VillageParty, unit, day);
    let row = |name, day, world, subject, expect| Case::new(id, name, day, world, subject, expect);
    let village = "V/village-party-organization";
    let open = || {
        World::new().body("V", BodyKind::VillageParty, |row| row.formed = Some(d("2018-03-01"))).man("P1").holds(
            "P1",
            PostKind::VillagePartyMember,
            "V",
            since("2018-03-01"),
        )
    };
    let unknown = World::new().body("V", BodyKind::VillageParty, |_| {}).closed(&[List::Acts]);
    let mut rows = vec![
        row("RURAL 5: the fifth anniversary", "2026-03-01", of("V", "2021-03-01"), village, "S must").cites("RURAL 5"),
        row("RURAL 5: the day after", "2026-03-02", of("V", "2021-03-01"), village, "B must").cites("RURAL 5"),
        row("four years and a day", "2025-03-02", of("V", "2021-03-01"), village, "S must"),
        row("a community too", "2026-03-02", of("K", "2021-03-01"), "K/village-party-organization", "B must"),
        row("a general branch too", "2026-03-02", of("G", "2021-03-01"), "G/village-party-organization", "B must"),
        row("a shift was approved", "2026-03-02", shifted(of("V", "2021-03-01"), "V"), village, "E must"),
        row("whether a shift was approved is not known", "2026-03-02", open(), village, "BE must").names("Acts"),
        row("formation not recorded", "2026-03-01", unknown, village, "SB must").names("Formed"),
        row("BRANCH 21 on its last day", "2018-12-27", of("V", "2013-12-26"), village, "B must").cites("BRANCH 21"),
        row("BRANCH 21: the fifth anniversary", "2018-12-27", of("V", "2013-12-27"), village, "S must"),
        row("BRANCH 21: four years and a day", "2018-12-27", of("V", "2014-12-26"), village, "S must"),
        row("BRANCH 21: a shift was approved", "2018-12-27", shifted(of("V", "2013-12-26"), "V"), village, "E must"),
        row("RURAL 5 on its first day", "2018-12-28", of("V", "2013-12-26"), village, "B must").cites("RURAL 5"),
        row("not the board", "2026-03-01", formed(BodyKind::Board, "C", "2011-01-10"), "C/board", "none"),
    ];
    rows.extend(from_branch(id, &|| of("V", "2013-10-26"), village, "B must", "SBN must", "BRANCH 21"));
    rows
}

fn party_term_other() -> Vec<Case> {
    let id = "organization.party-term-other";
    let of = |unit: &str, day: &str| formed(BodyKind::BranchCommittee, unit, day);
    let row = |name, day, world, subject, expect| Case::new(id, name, day, world, subject, expect);
    let center = "S/branch-committee";
    let unknown = World::new()
        .unit("S", UnitKind::ServiceCenter, Some("V"))
        .body("S", BodyKind::BranchCommittee, |_| {})
        .closed(&[List::Acts]);
    let mut rows = vec![
        row("BRANCH 21: three years", "2026-03-01", of("S", "2023-03-01"), center, "S normally").cites("BRANCH 21"),
        row("BRANCH 21: the day after", "2026-03-02", of("S", "2023-03-01"), center, "B normally"),
        row("two years and a day", "2025-03-02", of("S", "2023-03-01"), center, "S normally"),
        row("an agency", "2026-03-02", of("A", "2023-03-01"), "A/branch-committee", "B normally"),
        row("a shift was approved", "2026-03-02", shifted(of("S", "2023-03-01"), "S"), center, "E normally"),
        row("formation not recorded", "2026-03-01", unknown, center, "SB normally").names("Formed"),
        row("not the branch of a cooperative", "2026-03-02", of("C", "2011-01-10"), "C/branch-committee", "none"),
        row(
            "not another body",
            "2026-03-02",
            formed(BodyKind::SupervisoryBoard, "S", "2011-01-10"),
            "S/supervisory-board",
            "none",
        ),
    ];
    rows.extend(from_branch(id, &|| of("S", "2015-10-26"), center, "B normally", "SBN normally", "BRANCH 21"));
    rows
}

/// The plan of the town has a day: everything else of it is then settled.
const AUGUST: &str = "[set]\nplan-effective = \"2022-08-15\"";

/// The rows around the beginning of the town's plan, about something it breaches.
fn from_plan(
    id: &'static str,
    world: &dyn Fn() -> World,
    subject: &'static str,
    breached: &'static str,
    open: &'static str,
) -> Vec<Case> {
    let row = |name, day, expect| Case::new(id, name, day, world(), subject, expect);
    vec![
        row("the last day before the half-year of the plan", "2022-06-30", "-"),
        row("the first day of the half-year: open", "2022-07-01", open).names("plan-effective"),
        row("the last but one: open", "2022-12-30", open),
        row("the last day: certainly in effect", "2022-12-31", breached),
        row("the town set a day: the day before", "2022-08-14", "-").set(AUGUST),
        row("the town set a day: the day itself", "2022-08-15", breached).set(AUGUST),
    ]
}

fn party_term_local() -> Vec<Case> {
    let id = "organization.party-term-local";
    let of = |unit: &str, day: &str| formed(BodyKind::BranchCommittee, unit, day);
    let row = |name, day, world, subject, expect| Case::new(id, name, day, world, subject, expect);
    let coop = "C/branch-committee";
    let three = "[set]\nparty-sub-village-term = \"3 years\"";
    let unknown = World::new().body("C", BodyKind::BranchCommittee, |_| {}).closed(&[List::Acts]);
    let mut rows = vec![
        row("five years by default", "2026-03-01", of("C", "2021-03-01"), coop, "S normally").cites("TOWN"),
        row("the day after", "2026-03-02", of("C", "2021-03-01"), coop, "B normally"),
        row("four years and a day", "2025-03-02", of("C", "2021-03-01"), coop, "S normally"),
        row("the town says three", "2024-03-02", of("C", "2021-03-01"), coop, "B normally").set(three),
        row("of a group", "2026-03-02", of("GR", "2021-03-01"), "GR/branch-committee", "B normally"),
        row("at the branch itself", "2026-03-02", of("B", "2021-03-01"), "B/branch-committee", "B normally"),
        row("of a joint branch", "2026-03-02", of("J", "2021-03-01"), "J/branch-committee", "B normally"),
        row("a shift was approved", "2026-03-02", shifted(of("C", "2021-03-01"), "C"), coop, "E normally"),
        row("formation not recorded", "2026-03-01", unknown, coop, "SB normally").names("Formed"),
        row("not of a service center", "2026-03-02", of("S", "2011-03-01"), "S/branch-committee", "none"),
        row("not the board", "2026-03-02", formed(BodyKind::Board, "C", "2011-01-10"), "C/board", "none"),
    ];
    rows.extend(from_plan(id, &|| of("C", "2015-01-10"), coop, "B normally", "BN normally"));
    rows
}

fn party_sizes() -> Vec<Case> {
    let (general, usual, committee) = (
        "organization.general-branch-size",
        "organization.general-branch-size-usual",
        "organization.party-committee-size",
    );
    let (g, pc) = ("G/village-party-organization", "PC/village-party-organization");
    let of = |unit: &str, seats| seated(BodyKind::VillageParty, unit, seats);
    let row = |id, name, unit: &str, seats, subject, expect| {
        Case::new(id, name, "2026-03-01", of(unit, seats), subject, expect)
    };
    let body = |unit: &str| {
        World::new().unit("G", UnitKind::GeneralBranch, Some("V")).unit("PC", UnitKind::PartyCommittee, Some("V")).body(
            unit,
            BodyKind::VillageParty,
            |_| {},
        )
    };
    let open = |id, unit: &str, subject, expect| {
        Case::new(id, "seats not recorded", "2026-03-01", body(unit), subject, expect).names("Seats")
    };
    let mut rows = vec![
        row(general, "four are too few", "G", 4, g, "B normally").cites("HANDBOOK"),
        row(general, "five", "G", 5, g, "S normally"),
        row(general, "nine", "G", 9, g, "S normally"),
        row(general, "ten are too many", "G", 10, g, "B normally"),
        row(general, "not of a committee", "PC", 4, pc, "none"),
        open(general, "G", g, "SB normally"),
        row(usual, "seven", "G", 7, g, "S note").cites("HANDBOOK"),
        row(usual, "eight is said, no more", "G", 8, g, "B note"),
        row(usual, "not of a committee", "PC", 8, pc, "none"),
        open(usual, "G", g, "SB note"),
        row(committee, "four are too few", "PC", 4, pc, "B normally").cites("HANDBOOK"),
        row(committee, "five", "PC", 5, pc, "S normally"),
        row(committee, "nine", "PC", 9, pc, "S normally"),
        row(committee, "ten are too many", "PC", 10, pc, "B normally"),
        row(committee, "not of a general branch", "G", 4, g, "none"),
        open(committee, "PC", pc, "SB normally"),
    ];
    for id in [general, usual, committee] {
        let board = seated(BodyKind::Board, "G", 2);
        rows.push(Case::new(id, "not another body", "2026-03-01", board, "G/board", "none"));
    }
    rows.extend(from_plan(general, &|| of("G", 4), g, "B normally", "BN normally"));
    rows.extend(from_plan(usual, &|| of("G", 8), g, "B note", "BN note"));
    rows.extend(from_plan(committee, &|| of("PC", 4), pc, "B normally", "BN normally"));
    rows
}

fn cross_appointment() -> Vec<Case> {
    let id = "organization.cross-appointment";
    let world = || {
        World::new()
            .unit("VC", UnitKind::VillageCooperative, Some("V"))
            .unit("V2", UnitKind::Village, Some("T"))
            .closed(&[List::Roster])
            .man("P1")
    };
    let both = |post, unit: &str, other, place: &str| {
        world().holds("P1", post, unit, since("2020-01-10")).holds("P1", other, place, since("2020-01-10"))
    };
    let row = |name, world, subject, expect| Case::new(id, name, "2026-03-01", world, subject, expect);
    let director = "P1/director@C";
    let of = |name, other| row(name, both(PostKind::Director, "C", other, "V"), director, "S may");
    let from = |name, post, subject| row(name, both(post, "C", PostKind::CommitteeMember, "V"), subject, "S may");
    let alone = || world().holds("P1", PostKind::Director, "C", since("2020-01-10"));
    let open = World::new().man("P1").holds("P1", PostKind::Director, "C", since("2020-01-10"));
    let ended = world().holds("P1", PostKind::Director, "C", since("2020-01-10")).holds(
        "P1",
        PostKind::CommitteeMember,
        "V",
        until("2020-01-10", "2025-06-01"),
    );
    vec![
        of("LRCEO 34(1): director and Party secretary", PostKind::VillagePartySecretary).cites("LRCEO 34(1)"),
        of("director and Party leadership", PostKind::VillagePartyMember),
        of("director and director of the committee", PostKind::CommitteeDirector),
        of("director and deputy of the committee", PostKind::CommitteeDeputy),
        of("director and member of the committee", PostKind::CommitteeMember),
        from("the chair", PostKind::Chair, "P1/chair@C"),
        from("a deputy chair", PostKind::DeputyChair, "P1/deputy-chair@C"),
        from("a supervisor", PostKind::Supervisor, "P1/supervisor@C"),
        row(
            "of the village-level cooperative",
            both(PostKind::Director, "VC", PostKind::CommitteeMember, "V"),
            "P1/director@VC",
            "S may",
        ),
        row("no other post: the permission is not used", alone(), director, "B may"),
        row(
            "a post in another village is none in this one",
            both(PostKind::Director, "C", PostKind::CommitteeMember, "V2"),
            director,
            "B may",
        ),
        row(
            "a representative is on neither",
            both(PostKind::Director, "C", PostKind::VillageRepresentative, "V"),
            director,
            "B may",
        ),
        row("the other post has ended", ended, director, "B may"),
        row("the roster is not complete", open, director, "SB may").names("Roster"),
        Case::new(id, "the first day of the law", "2025-05-01", alone(), director, "B may"),
        Case::new(id, "the day before it no edition is known", "2025-04-30", alone(), director, "SBN may")
            .names("Edition"),
        row(
            "not asked of finance staff",
            both(PostKind::FinanceStaff, "C", PostKind::CommitteeMember, "V"),
            "P1/finance-staff@C",
            "none",
        ),
        row(
            "nor of a post recorded elsewhere",
            both(PostKind::Director, "V", PostKind::CommitteeMember, "V"),
            "P1/director@V",
            "none",
        ),
    ]
}

fn cross_appointment_committee() -> Vec<Case> {
    let mut rows = Vec::new();
    for (id, unit, other, cites, subjects) in [
        (
            "organization.cross-appointment-committee",
            "V",
            "K",
            "VCL 8(3)",
            ["P1/committee-member@V", "P1/committee-deputy@V", "P1/committee-director@V", "P1/committee-member@K"],
        ),
        (
            "organization.cross-appointment-committee-residents",
            "K",
            "V",
            "UCL 8(3)",
            ["P1/committee-member@K", "P1/committee-deputy@K", "P1/committee-director@K", "P1/committee-member@V"],
        ),
    ] {
        let [member, deputy, director, elsewhere] = subjects;
        let world = || {
            World::new()
                .unit("G", UnitKind::GeneralBranch, Some(unit))
                .unit("V2", UnitKind::Village, Some("T"))
                .closed(&[List::Roster])
                .man("P1")
        };
        let with = |post, party, place: &str| {
            world().holds("P1", post, unit, since("2020-01-10")).holds("P1", party, place, since("2020-01-10"))
        };
        let row = |name, world, subject, expect| Case::new(id, name, "2026-03-01", world, subject, expect);
        let alone = || world().holds("P1", PostKind::CommitteeMember, unit, since("2020-01-10"));
        let leader = PostKind::VillagePartyMember;
        rows.extend([
            row("a member in the Party leadership", with(PostKind::CommitteeMember, leader, unit), member, "S may")
                .cites(cites),
            row(
                "its secretary",
                with(PostKind::CommitteeMember, PostKind::VillagePartySecretary, unit),
                member,
                "S may",
            ),
            row("recorded at the general branch", with(PostKind::CommitteeMember, leader, "G"), member, "S may"),
            row("the deputy", with(PostKind::CommitteeDeputy, leader, unit), deputy, "S may"),
            row("the director", with(PostKind::CommitteeDirector, leader, unit), director, "S may"),
            row("in no leadership: not used", alone(), member, "B may"),
            row("in that of another village", with(PostKind::CommitteeMember, leader, "V2"), member, "B may"),
            row(
                "the roster is not complete",
                World::new().man("P1").holds("P1", PostKind::CommitteeMember, unit, since("2020-01-10")),
                member,
                "SB may",
            )
            .names("Roster"),
            Case::new(id, "the first day of the law", "2026-01-01", alone(), member, "B may").cites(cites),
            Case::new(id, "the day before it no edition is known", "2025-12-31", alone(), member, "SBN may")
                .names("Edition"),
            row(
                "not asked under the other law",
                world().holds("P1", PostKind::CommitteeMember, other, since("2020-01-10")),
                elsewhere,
                "none",
            ),
        ]);
    }
    rows
}

/// A body of people of whom so many are full Party members, and one is probationary.
fn partly(unit: &str, posts: &[PostKind], members: usize) -> World {
    let mut world = World::new().closed(&[List::Roster, List::PartyMembers]);
    for (number, post) in posts.iter().enumerate() {
        let id = format!("P{number}");
        world = world.man(&id).holds(&id, *post, unit, since("2018-01-10"));
        if number < members {
            world = world.party(&id, "2010-01-10", "2011-01-10");
        } else if number == members {
            world = world.party(&id, "2018-06-01", "");
            world
                .0
                .party_memberships
                .iter_mut()
                .rev()
                .take(1)
                .for_each(|row| row.probationary_on = Some(day("2018-12-28")));
        }
    }
    world
}

fn cross_appointment_local() -> Vec<Case> {
    let id = "organization.cross-appointment-local";
    let four = [
        PostKind::CommitteeDirector,
        PostKind::CommitteeDeputy,
        PostKind::CommitteeMember,
        PostKind::CommitteeMember,
        PostKind::VillageRepresentative,
    ];
    let half = "[set]\nparty-share-of-committee = \"1/2\"";
    let all = "[set]\nparty-share-of-committee = \"1/1\"";
    let row = |name, world, expect| Case::new(id, name, "2018-12-28", world, "V", expect);
    let open = |members| {
        let mut world = partly("V", &four[..4], members);
        world.0.coverage.retain(|row| row.list != List::Roster);
        world
    };
    let only = |post: PostKind| partly("V", &[post], 1);
    vec![
        row("two of four", partly("V", &four, 2), "S normally").set(half).cites("RURAL"),
        row("one of four", partly("V", &four, 1), "B normally").set(half),
        row("three of four", partly("V", &four, 3), "S normally").set(half),
        row("a director alone", only(PostKind::CommitteeDirector), "S normally").set(all),
        row("a deputy alone", only(PostKind::CommitteeDeputy), "S normally").set(all),
        row("a member alone", only(PostKind::CommitteeMember), "S normally").set(all),
        row("no share is set", partly("V", &four[..2], 2), "SB normally").names("party-share-of-committee"),
        row("the roster is not complete", open(2), "SB normally").set(half).names("Roster"),
        Case::new(id, "a community too", "2018-12-28", partly("K", &four, 1), "K", "B normally").set(half),
        Case::new(id, "not without a committee", "2018-12-28", partly("V", &four[4..], 0), "V", "none").set(half),
        Case::new(
            id,
            "the day before it no edition is known",
            "2018-12-27",
            partly("V", &four, 1),
            "V",
            "SBN normally",
        )
        .set(half)
        .names("Edition"),
    ]
}

fn cross_appointment_representatives() -> Vec<Case> {
    let id = "organization.cross-appointment-representatives-local";
    let four = [
        PostKind::VillageRepresentative,
        PostKind::VillageRepresentative,
        PostKind::VillageRepresentative,
        PostKind::VillageRepresentative,
        PostKind::CommitteeMember,
    ];
    let half = "[set]\nparty-share-of-representatives = \"1/2\"";
    let row = |name, world, expect| Case::new(id, name, "2018-12-28", world, "V", expect);
    let open = |members| {
        let mut world = partly("V", &four[..4], members);
        world.0.coverage.retain(|row| row.list != List::Roster);
        world
    };
    vec![
        row("two of four", partly("V", &four, 2), "S normally").set(half).cites("RURAL"),
        row("one of four", partly("V", &four, 1), "B normally").set(half),
        row("three of four", partly("V", &four, 3), "S normally").set(half),
        row("no share is set", partly("V", &four[..2], 2), "SB normally").names("party-share-of-representatives"),
        row("the roster is not complete", open(2), "SB normally").set(half).names("Roster"),
        Case::new(id, "a community too", "2018-12-28", partly("K", &four, 1), "K", "B normally").set(half),
        Case::new(id, "not without representatives", "2018-12-28", partly("V", &four[4..], 0), "V", "none").set(half),
        Case::new(
            id,
            "the day before it no edition is known",
            "2018-12-27",
            partly("V", &four, 1),
            "V",
            "SBN normally",
        )
        .set(half)
        .names("Edition"),
    ]
}

fn secretary_as_chair() -> Vec<Case> {
    let id = "organization.secretary-as-chair";
    let world = || {
        World::new()
            .unit("VC", UnitKind::VillageCooperative, Some("V"))
            .unit("KC", UnitKind::VillageCooperative, Some("K"))
            .unit("V2", UnitKind::Village, Some("T"))
            .unit("VC2", UnitKind::VillageCooperative, Some("V2"))
            .man("P1")
            .man("P2")
    };
    let lead = |world: World, unit: &str| world.holds("P1", PostKind::VillagePartySecretary, unit, since("2018-01-10"));
    let chairs = |world: World, id: &str, unit: &str| world.holds(id, PostKind::Chair, unit, since("2018-01-10"));
    let closed = |world: World| world.closed(&[List::Roster, List::Units]);
    let one = || closed(chairs(lead(world(), "V"), "P1", "VC"));
    let two = || closed(chairs(lead(world(), "V"), "P2", "VC"));
    let elsewhere = chairs(chairs(closed(lead(world(), "V")), "P2", "VC"), "P1", "VC2");
    let below = chairs(chairs(closed(lead(world(), "V")), "P2", "VC"), "P1", "C");
    let director = closed(lead(world(), "V").holds("P1", PostKind::CommitteeDirector, "VC", since("2018-01-10")));
    let none = closed(lead(World::new().man("P1"), "V"));
    let row = |name, world, subject, expect| Case::new(id, name, "2026-03-01", world, subject, expect);
    vec![
        row("one person", one(), "V", "S may + S normally").cites("LRCEO 29(3), RURAL"),
        row("two persons: the Party line is not met", two(), "V", "B may + B normally"),
        row("chair of another village's cooperative", elsewhere, "V", "B may + B normally"),
        row("chair of a cooperative below the village", below, "V", "B may + B normally"),
        row("director of a committee is no chair", director, "V", "N may + N normally"),
        row("a community too", closed(chairs(lead(world(), "K"), "P2", "KC")), "K", "B may + B normally"),
        row("no cooperative of the village", none, "V", "N may + N normally"),
        row("the roster is not complete", chairs(lead(world(), "V"), "P2", "VC"), "V", "B may + B normally"),
        row("the chair is not recorded", lead(world(), "V"), "V", "SBN may + SBN normally").names("Roster"),
        row("not where there is no secretary", closed(chairs(world(), "P2", "VC")), "V", "none"),
        Case::new(id, "the Party line on its first day", "2018-12-28", two(), "V", "B normally").cites("RURAL"),
        Case::new(id, "the day before no edition is known", "2018-12-27", two(), "V", "SBN normally").names("Edition"),
        Case::new(id, "LRCEO 29(3) on its first day", "2025-05-01", two(), "V", "B may + B normally")
            .cites("LRCEO 29(3), RURAL"),
        Case::new(id, "the day before it", "2025-04-30", two(), "V", "B normally").cites("RURAL"),
        Case::new(id, "one person, under the Party line alone", "2025-04-30", one(), "V", "S normally"),
    ]
}

fn secretary_as_chair_local() -> Vec<Case> {
    let id = "organization.secretary-as-chair-local";
    let set = "[set]\ncooperative-secretary-is-head = { all = [] }";
    let world = |chair: &str| {
        World::new()
            .man("P1")
            .man("P2")
            .holds("P1", PostKind::BranchSecretary, "C", since("2018-01-10"))
            .holds(chair, PostKind::Chair, "C", since("2018-01-10"))
            .closed(&[List::Roster])
    };
    let row = |name, day, chair: &str, expect| Case::new(id, name, day, world(chair), "C", expect);
    let open = || World::new().man("P1").holds("P1", PostKind::BranchSecretary, "C", since("2018-01-10"));
    let nobody = World::new().man("P1").holds("P1", PostKind::Chair, "C", since("2018-01-10"));
    let village = World::new().man("P1").holds("P1", PostKind::BranchSecretary, "V", since("2018-01-10"));
    vec![
        row("by default nobody asks for it", "2026-03-01", "P2", "N normally").cites("TOWN"),
        row("asked for: two persons", "2026-03-01", "P2", "B normally").set(set),
        row("asked for: one person", "2026-03-01", "P1", "S normally").set(set),
        Case::new(id, "asked for: the chair not recorded", "2026-03-01", open(), "C", "SBN normally")
            .set(set)
            .names("Roster"),
        row("the first day", "2018-12-28", "P2", "B normally").set(set),
        row("the day before", "2018-12-27", "P2", "-").set(set),
        Case::new(id, "not where there is no secretary", "2026-03-01", nobody, "C", "none"),
        Case::new(id, "not of the village", "2026-03-01", village, "V", "none"),
    ]
}

fn party_economy_separation() -> Vec<Case> {
    let id = "organization.party-economy-separation";
    let set = "[set]\nseparation-2011 = { all = [] }";
    let world = || {
        World::new()
            .unit("VC", UnitKind::VillageCooperative, Some("V"))
            .unit("V2", UnitKind::Village, Some("T"))
            .unit("VC2", UnitKind::VillageCooperative, Some("V2"))
            .man("P1")
            .woman("P2")
            .holds("P1", PostKind::VillagePartySecretary, "V", since("2009-01-10"))
            .closed(&[List::Kin])
    };
    let both = |unit: &str| world().holds("P1", PostKind::Chair, unit, since("2009-01-10"));
    let two = || world().holds("P2", PostKind::Chair, "VC", since("2009-01-10"));
    let same = "P1/village-party-secretary@V+P1/chair@VC";
    let pair = "P1/village-party-secretary@V+P2/chair@VC";
    let row = |name, day, world, subject, expect| Case::new(id, name, day, world, subject, expect);
    vec![
        row("by default it is asked nowhere", "2015-03-01", both("VC"), same, "N normally").cites("NANHAI11"),
        row("asked: one person in both", "2015-03-01", both("VC"), same, "B normally").set(set),
        row("asked: two persons", "2015-03-01", two(), pair, "S normally").set(set),
        row(
            "asked: spouses are two persons",
            "2015-03-01",
            two().kin("P1", "P2", Relation::Spouse, since("1999")),
            pair,
            "S normally",
        )
        .set(set),
        row(
            "asked: chair of a cooperative of the village",
            "2015-03-01",
            both("C"),
            "P1/village-party-secretary@V+P1/chair@C",
            "B normally",
        )
        .set(set),
        row("not of another village", "2015-03-01", both("VC2"), "P1/village-party-secretary@V+P1/chair@VC2", "none")
            .set(set),
        row("the year of the reform: from which day is open", "2011-06-01", both("VC"), same, "BN normally").set(set),
        row("the first day after it", "2012-01-01", both("VC"), same, "B normally").set(set),
        row("the year before", "2010-12-31", both("VC"), same, "-").set(set),
    ]
}

fn branch_threshold() -> Vec<Case> {
    let id = "organization.branch-threshold";
    let members = |unit: &str, number| {
        World::new()
            .number(unit, Base::FullMembers, number, since("2010-01-10"))
            .unit("B", UnitKind::PartyBranch, Some("K"))
            .closed(&[List::Units, List::Links])
    };
    // The branch of the built world stands below the community; the village has none.
    let village = |number| members("V", number);
    let with = |kind, number| members("V", number).unit("X", kind, Some("V"));
    let row = |name, world, subject, expect| Case::new(id, name, "2026-03-01", world, subject, expect);
    let roll = || {
        let mut world = World::new().unit("B", UnitKind::PartyBranch, Some("K")).closed(&[
            List::Units,
            List::Links,
            List::PartyMembers,
        ]);
        for id in ["P1", "P2"] {
            world = world.man(id).affiliated(id, "V", "2010-01-10", "2011-01-10");
        }
        world.man("P3")
    };
    let mut probationary = roll().affiliated("P3", "V", "2025-12-01", "");
    probationary.0.party_memberships.iter_mut().for_each(|row| {
        if row.full_from.is_none() {
            row.probationary_on = Some(day("2026-03-01"));
        }
    });
    let open = {
        let mut world = village(3);
        world.0.coverage.clear();
        world
    };
    let mut rows = vec![
        row("BRANCH 4: three full members and no branch", village(3), "V", "B must").cites("BRANCH 4"),
        row("BRANCH 4: two", village(2), "V", "N must"),
        row("three and a branch", with(UnitKind::PartyBranch, 3), "V", "S must"),
        row("a general branch", with(UnitKind::GeneralBranch, 60), "V", "S must"),
        row("a Party committee", with(UnitKind::PartyCommittee, 120), "V", "S must"),
        row("a joint branch is none of its own", with(UnitKind::JointBranch, 3), "V", "B must"),
        row("a community too", members("K", 3).unit("B", UnitKind::PartyBranch, Some("V")), "K", "B must"),
        row("a probationary member does not count", probationary, "V", "N must"),
        row(
            "counted from the roll: three full members",
            roll().affiliated("P3", "V", "2010-01-10", "2011-01-10"),
            "V",
            "B must",
        ),
        row("the lists of units and links are open", open, "V", "SB must").names("Units"),
        row("the number is not known", World::new().unit("B", UnitKind::PartyBranch, Some("K")), "V", "SBN must")
            .names("FullMembers"),
        row("not asked of a cooperative", members("C", 3), "C", "none"),
    ];
    rows.extend(from_branch(id, &|| village(3), "V", "B must", "SBN must", "BRANCH 4"));
    rows
}

fn branch_threshold_local() -> Vec<Case> {
    let id = "organization.branch-threshold-local";
    let set = "[set]\nplan-effective = \"2022-08-15\"\ncooperative-is-basic-unit = { all = [] }";
    let asked = "[set]\ncooperative-is-basic-unit = { all = [] }";
    let members = |number| {
        World::new()
            .number("C", Base::FullMembers, number, since("2010-01-10"))
            .unit("J", UnitKind::JointBranch, Some("V"))
            .closed(&[List::Units, List::Links])
    };
    let row = |name, day, world, expect| Case::new(id, name, day, world, "C", expect);
    let served = |by: &str| members(3).link(by, "C", LinkKind::Serves, since("2020-01-10"));
    vec![
        row("by default no cooperative is a basic unit", "2026-03-01", members(3), "N normally").cites("TOWN"),
        row("it is one: three and no branch of its own", "2026-03-01", members(3), "B normally").set(set),
        row("it is one: two", "2026-03-01", members(2), "N normally").set(set),
        row("it is one, served by a branch", "2026-03-01", served("B"), "S normally").set(set),
        row("it is one, a joint branch is not its own", "2026-03-01", served("J"), "B normally").set(set),
        row(
            "it is one, the links are not complete",
            "2026-03-01",
            World::new().number("C", Base::FullMembers, 3, since("2010-01-10")),
            "SB normally",
        )
        .set(set)
        .names("Links"),
        row("the day of the plan", "2022-08-15", members(3), "B normally").set(set),
        row("the day before", "2022-08-14", members(3), "-").set(set),
        row("no day is set: before the half-year of the plan", "2022-06-30", members(3), "-").set(asked),
        row("no day is set: the first of the half-year", "2022-07-01", members(3), "BN normally").set(asked),
        row("no day is set: the last but one", "2022-12-30", members(3), "BN normally").set(asked),
        row("no day is set: the last", "2022-12-31", members(3), "B normally").set(asked),
        Case::new(
            id,
            "not asked of the village",
            "2026-03-01",
            World::new().number("V", Base::FullMembers, 3, since("2010-01-10")),
            "V",
            "none",
        ),
    ]
}

fn joint_branch() -> Vec<Case> {
    let id = "organization.joint-branch";
    let members = |number| {
        World::new()
            .number("K", Base::FullMembers, number, since("2010-01-10"))
            .unit("J", UnitKind::JointBranch, Some("T"))
            .closed(&[List::Units, List::Links])
    };
    let row = |name, world, expect| Case::new(id, name, "2026-03-01", world, "K", expect);
    let joined = |by: &str| members(2).link(by, "K", LinkKind::Serves, since("2020-01-10"));
    let open = World::new().number("K", Base::FullMembers, 2, since("2010-01-10"));
    let mut rows = vec![
        row("BRANCH: two full members, joined nowhere", members(2), "B must").cites("BRANCH"),
        row("BRANCH: three", members(3), "N must"),
        row("two, in a joint branch", joined("J"), "S must"),
        row("two, served by a branch of another", joined("B"), "B must"),
        row("the lists are open", open, "SB must").names("Links"),
        row("the number is not known", World::new().closed(&[List::Units, List::Links]), "BN must")
            .names("FullMembers"),
        Case::new(
            id,
            "a village may, and is not asked here",
            "2026-03-01",
            World::new().number("V", Base::FullMembers, 2, since("2010-01-10")),
            "V",
            "none",
        ),
    ];
    rows.extend(from_branch(id, &|| members(2), "K", "B must", "SBN must", "BRANCH"));
    rows
}

fn joint_branch_village() -> Vec<Case> {
    let id = "organization.joint-branch-village";
    let members = |number| {
        World::new()
            .number("V", Base::FullMembers, number, since("2010-01-10"))
            .unit("J", UnitKind::JointBranch, Some("T"))
            .closed(&[List::Units, List::Links])
    };
    let row = |name, day, world, expect| Case::new(id, name, day, world, "V", expect);
    let joined = members(2).link("J", "V", LinkKind::Serves, since("2020-01-10"));
    vec![
        row("RURAL 5: two, and not joined: the permission is not used", "2026-03-01", members(2), "B may")
            .cites("RURAL 5"),
        row("RURAL 5: three: no such permission", "2026-03-01", members(3), "N may"),
        row("two, in a joint branch", "2026-03-01", joined, "S may"),
        row("the number is not known", "2026-03-01", World::new().closed(&[List::Units, List::Links]), "BN may")
            .names("FullMembers"),
        row(
            "the lists are open",
            "2026-03-01",
            World::new().number("V", Base::FullMembers, 2, since("2010-01-10")),
            "SB may",
        )
        .names("Links"),
        row("the first day of RURAL", "2018-12-28", members(2), "B may").cites("RURAL 5"),
        row("the day before it no edition is known", "2018-12-27", members(2), "SBN may").names("Edition"),
        Case::new(
            id,
            "not a community",
            "2026-03-01",
            World::new().number("K", Base::FullMembers, 2, since("2010-01-10")),
            "K",
            "none",
        ),
    ]
}

fn joint_branch_width() -> Vec<Case> {
    let id = "organization.joint-branch-width";
    let serving = |kind, number: usize| {
        ["C1", "C2", "C3", "C4", "C5", "C6"].iter().take(number).fold(
            World::new().unit("J", kind, Some("V")),
            |world, id| {
                world.unit(id, UnitKind::Cooperative, Some("V")).link("J", id, LinkKind::Serves, since("2015-01-10"))
            },
        )
    };
    let joint = |number| serving(UnitKind::JointBranch, number);
    let row = |name, world, expect| Case::new(id, name, "2026-03-01", world, "J", expect);
    let left = joint(5).link("J", "C", LinkKind::Serves, until("2015-01-10", "2025-12-01"));
    let books = joint(5).link("J", "C", LinkKind::KeepsBooksFor, since("2015-01-10"));
    let mut rows = vec![
        row("BRANCH: five units", joint(5).closed(&[List::Links]), "S normally").cites("BRANCH"),
        row("BRANCH: six", joint(6), "B normally"),
        row("five are known, the links are not complete", joint(5), "SB normally").names("Links"),
        row("one has left", left.closed(&[List::Links]), "S normally"),
        row("keeping books is no serving", books.closed(&[List::Links]), "S normally"),
        row("not asked of a branch", serving(UnitKind::PartyBranch, 6), "none"),
    ];
    rows.extend(from_branch(id, &|| joint(6), "J", "B normally", "SBN normally", "BRANCH"));
    rows
}

fn branch_member_cap() -> Vec<Case> {
    let id = "organization.branch-member-cap";
    let members = |unit: &str, number| {
        World::new()
            .unit("J", UnitKind::JointBranch, Some("V"))
            .number(unit, Base::AllPartyMembers, number, since("2010-01-10"))
            .closed(&[List::Acts])
    };
    let row = |name, world, subject, expect| Case::new(id, name, "2026-03-01", world, subject, expect);
    let consent = |world: World| world.act("A1", "K1", "B", "superior-consent", |row| row.day = Some(d("2018-01-10")));
    // One full, one probationary member: the second counts too.
    let full = World::new()
        .number("B", Base::FullMembers, 40, since("2010-01-10"))
        .number("B", Base::AllPartyMembers, 51, since("2010-01-10"))
        .closed(&[List::Acts]);
    let unknown = World::new().number("B", Base::AllPartyMembers, 51, since("2010-01-10"));
    let mut rows = vec![
        row("BRANCH 4: fifty", members("B", 50), "B", "S normally").cites("BRANCH 4"),
        row("BRANCH 4: fifty-one", members("B", 51), "B", "B normally"),
        row("a joint branch too", members("J", 51), "J", "B normally"),
        row("probationary members count", full, "B", "B normally"),
        row("the superior consented", consent(members("B", 51)), "B", "E normally"),
        row("whether it did is not known", unknown, "B", "BE normally").names("Acts"),
        row("the number is not known", World::new().closed(&[List::Acts]), "B", "SB normally").names("AllPartyMembers"),
        row("not asked of a general branch", World::new().unit("G", UnitKind::GeneralBranch, Some("V")), "G", "none"),
    ];
    rows.extend(from_branch(id, &|| members("B", 51), "B", "B normally", "SBN normally", "BRANCH 4"));
    rows
}

/// A village of so many Party members, where the work needs more or does not, with a unit of a kind below it.
fn village_of(number: u32, need: Option<bool>, kind: UnitKind) -> World {
    let world = World::new()
        .number("V", Base::AllPartyMembers, number, since("2010-01-10"))
        .number("V", Base::FullMembers, 1, since("2010-01-10"))
        .unit("X", kind, Some("V"))
        .closed(&[List::Units, List::Links, List::Acts, List::Bodies, List::Roster]);
    match need {
        Some(need) => world.has_trait("V", TraitKind::WorkNeed, need, since("2010-01-10")),
        None => world,
    }
}

fn general_branch() -> Vec<Case> {
    let id = "organization.general-branch";
    let of = |number, need| village_of(number, need, UnitKind::GeneralBranch);
    let row = |name, world, expect| Case::new(id, name, "2026-03-01", world, "V", expect);
    let fifty = "[set]\nfifty-counts-as = 50";
    let open = || {
        World::new().number("V", Base::AllPartyMembers, 49, since("2010-01-10")).has_trait(
            "V",
            TraitKind::WorkNeed,
            false,
            since("2010-01-10"),
        )
    };
    let community = World::new().unit("X", UnitKind::GeneralBranch, Some("K"));
    vec![
        row("RURAL 5: forty-nine without need", of(49, Some(false)), "B must").cites("RURAL 5"),
        row("RURAL 5: fifty-one", of(51, Some(false)), "N must"),
        row("RURAL 5: forty-nine with need", of(49, Some(true)), "N must"),
        row("exactly fifty counts as below by default", of(50, Some(false)), "B must"),
        row("exactly fifty, with need", of(50, Some(true)), "N must"),
        row("the town reads fifty as enough", of(50, Some(false)), "N must").set(fifty),
        row("forty-nine is not, under that reading", of(49, Some(false)), "B must").set(fifty),
        row("need not recorded", of(49, None), "BN must").names("WorkNeed"),
        row("no general branch", village_of(49, Some(false), UnitKind::PartyBranch), "S must"),
        row("whether there is one is not known", open(), "SB must").names("Units"),
        Case::new(id, "the first day of RURAL", "2018-12-28", of(49, Some(false)), "V", "B must").cites("RURAL 5"),
        Case::new(id, "the day before it no edition is known", "2018-12-27", of(49, Some(false)), "V", "SBN must")
            .names("Edition"),
        Case::new(id, "not asked of a community", "2026-03-01", community, "K", "none"),
    ]
}

fn village_party_committee() -> Vec<Case> {
    let id = "organization.village-party-committee";
    let of = |number, need| village_of(number, need, UnitKind::PartyCommittee);
    let approved = |world: World, rank: Rank| {
        world.act("A1", "K1", "V", "approve-party-committee", move |row| {
            row.day = Some(d("2018-01-10"));
            row.rank = Some(rank);
        })
    };
    let row = |name, world, expect| Case::new(id, name, "2026-03-01", world, "V", expect);
    let lawful = |number| approved(of(number, Some(true)), Rank::County);
    let other = of(100, Some(true)).act("A1", "K1", "V", "approve", |row| {
        row.day = Some(d("2018-01-10"));
        row.rank = Some(Rank::County);
    });
    let open = {
        let mut world = of(100, Some(true));
        world.0.coverage.retain(|row| row.list != List::Acts);
        world
    };
    vec![
        row("RURAL 5: a hundred, need, approved by the county", lawful(100), "N must"),
        row("RURAL 5: ninety-nine", lawful(99), "B must").cites("RURAL 5"),
        row("approved by the city, which stands higher", approved(of(100, Some(true)), Rank::City), "N must"),
        row("approved by the town only", approved(of(100, Some(true)), Rank::Town), "B must"),
        row("no approval", of(100, Some(true)), "B must"),
        row("approval of something else", other, "B must"),
        row("no need", approved(of(100, Some(false)), Rank::County), "B must"),
        row("need not recorded", approved(of(100, None), Rank::County), "BN must").names("WorkNeed"),
        row("the file is not complete", open, "BN must").names("Acts"),
        row("no committee", village_of(99, Some(false), UnitKind::GeneralBranch), "S must"),
        Case::new(id, "the first day of RURAL", "2018-12-28", lawful(99), "V", "B must").cites("RURAL 5"),
        Case::new(id, "the day before it no edition is known", "2018-12-27", lawful(99), "V", "SBN must")
            .names("Edition"),
        Case::new(
            id,
            "not asked of a community",
            "2026-03-01",
            World::new().unit("X", UnitKind::PartyCommittee, Some("K")),
            "K",
            "none",
        ),
    ]
}

fn party_delegates_congress() -> Vec<Case> {
    let id = "organization.party-delegates-congress";
    let of = |number| village_of(number, None, UnitKind::PartyCommittee).body("V", BodyKind::DelegatesCongress, |_| {});
    let approved = |world: World, rank: Rank| {
        world.act("A1", "K1", "V", "approve-delegates-congress", move |row| {
            row.day = Some(d("2018-01-10"));
            row.rank = Some(rank);
        })
    };
    let row = |name, world, expect| Case::new(id, name, "2026-03-01", world, "V", expect);
    let other = of(500).act("A1", "K1", "V", "approve", |row| {
        row.day = Some(d("2018-01-10"));
        row.rank = Some(Rank::Town);
    });
    let open = {
        let mut world = of(500);
        world.0.coverage.retain(|row| row.list != List::Acts);
        world
    };
    vec![
        row("RURAL 5: five hundred, approved by the town", approved(of(500), Rank::Town), "N must"),
        row("RURAL 5: four hundred and ninety-nine", approved(of(499), Rank::Town), "B must").cites("RURAL 5"),
        row("approved by the county", approved(of(500), Rank::County), "N must"),
        row("approved by the village itself", approved(of(500), Rank::Village), "B must"),
        row("no approval", of(500), "B must"),
        row("approval of something else", other, "B must"),
        row("the file is not complete", open, "BN must").names("Acts"),
        row("no congress", village_of(100, None, UnitKind::PartyCommittee), "S must"),
        row(
            "whether there is one is not known",
            World::new().number("V", Base::AllPartyMembers, 100, since("2010-01-10")),
            "SB must",
        )
        .names("Bodies"),
        Case::new(id, "the first day of RURAL", "2018-12-28", approved(of(499), Rank::Town), "V", "B must")
            .cites("RURAL 5"),
        Case::new(id, "the day before it no edition is known", "2018-12-27", of(499), "V", "SBN must").names("Edition"),
        Case::new(
            id,
            "not asked of a community",
            "2026-03-01",
            World::new().body("K", BodyKind::DelegatesCongress, |_| {}),
            "K",
            "none",
        ),
    ]
}

fn branch_committee_existence() -> Vec<Case> {
    let (large, small) = ("organization.branch-committee-existence", "organization.branch-committee-existence-small");
    let members = |unit: &str, number| {
        World::new()
            .unit("J", UnitKind::JointBranch, Some("V"))
            .number(unit, Base::FullMembers, number, since("2010-01-10"))
            .number(unit, Base::AllPartyMembers, if number < 7 { 9 } else { 1 }, since("2010-01-10"))
            .link("B", "C", LinkKind::Serves, since("2010-01-10"))
            .closed(&[List::Bodies, List::Roster])
    };
    let with = |unit: &str, number, place: &str| members(unit, number).body(place, BodyKind::BranchCommittee, |_| {});
    let sits = |number, post| members("B", number).man("P1").holds("P1", post, "C", since("2018-01-10"));
    let open = |number| World::new().number("B", Base::FullMembers, number, since("2010-01-10"));
    let row = |id, name, world, subject, expect| Case::new(id, name, "2026-03-01", world, subject, expect);
    let left = members("B", 7)
        .unit("C2", UnitKind::Cooperative, Some("V"))
        .link("B", "C2", LinkKind::Serves, until("2010-01-10", "2025-06-01"))
        .body("C2", BodyKind::BranchCommittee, |_| {});
    let own = members("B", 7).unit("B", UnitKind::PartyBranch, Some("C")).body("C", BodyKind::BranchCommittee, |_| {});
    let mut rows = vec![
        row(large, "BRANCH: seven and no committee", members("B", 7), "B", "B must").cites("BRANCH"),
        row(large, "BRANCH: six", members("B", 6), "B", "N must"),
        row(large, "seven and a committee", with("B", 7, "B"), "B", "S must"),
        row(large, "seven and a committee entered under the cooperative", with("B", 7, "C"), "B", "S must"),
        row(large, "a branch below its cooperative", own, "B", "S must"),
        row(large, "a committee of a cooperative it no longer serves", left, "B", "B must"),
        row(large, "somebody is a member of the committee", sits(7, PostKind::BranchCommitteeMember), "B", "S must"),
        row(large, "a secretary alone is no committee", sits(7, PostKind::BranchSecretary), "B", "B must"),
        row(large, "nor is a deputy", sits(7, PostKind::BranchDeputySecretary), "B", "B must"),
        row(large, "another body is none", members("B", 7).body("B", BodyKind::Board, |_| {}), "B", "B must"),
        row(large, "a joint branch too", members("J", 7), "J", "B must"),
        row(large, "the list of bodies is open", open(7), "B", "SB must").names("Bodies"),
        row(large, "the number is not known", World::new().closed(&[List::Bodies, List::Roster]), "B", "BN must")
            .names("FullMembers"),
        row(small, "BRANCH: six and a committee", with("B", 6, "B"), "B", "B must").cites("BRANCH"),
        row(small, "BRANCH: seven", with("B", 7, "B"), "B", "N must"),
        row(small, "six and a secretary", sits(6, PostKind::BranchSecretary), "B", "S must"),
        row(
            small,
            "six, and somebody is a member of a committee",
            sits(6, PostKind::BranchCommitteeMember),
            "B",
            "B must",
        ),
        row(small, "another body is none", members("B", 6).body("B", BodyKind::Board, |_| {}), "B", "S must"),
        row(small, "a joint branch too", with("J", 6, "J"), "J", "B must"),
        row(small, "the list of bodies is open", open(6), "B", "SB must").names("Bodies"),
        row(
            small,
            "the number is not known",
            World::new().body("B", BodyKind::BranchCommittee, |_| {}),
            "B",
            "BN must",
        )
        .names("FullMembers"),
    ];
    for id in [large, small] {
        let general = World::new().unit("G", UnitKind::GeneralBranch, Some("V"));
        rows.push(row(id, "not asked of a general branch", general, "G", "none"));
    }
    rows.extend(from_branch(large, &|| members("B", 7), "B", "B must", "SBN must", "BRANCH"));
    rows.extend(from_branch(small, &|| with("B", 6, "B"), "B", "B must", "SBN must", "BRANCH"));
    rows
}

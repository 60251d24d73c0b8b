//! 组织优化.

use crate::support::*;
use grassroots::facts::*;
use grassroots::vocab::*;

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    cases.extend(village_committee_size());
    cases.extend(board_size());
    cases.extend(village_representatives_women());
    cases.extend(village_committee_kin());
    cases.extend(board_kin());
    cases.extend(supervisor_exclusions());
    cases.extend(secretary_as_director());
    cases.extend(village_committee_term());
    cases.extend(board_term());
    cases.extend(secretary_seniority());
    cases
}

fn village_committee_size() -> Vec<Case> {
    let of = |seats: u32| World::new().body("V", BodyKind::VillageCommittee, |row| row.seats = Some(seats));
    let sitting = |number: usize| {
        ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8"].iter().take(number).fold(World::new(), |world, id| {
            world.person(id, |_| {}).holds(id, PostKind::CommitteeMember, "V", since("2026-01-10"))
        })
    };
    let case = |name, day, world, expect| {
        Case::new("organization.village-committee-size", name, day, world, "V/village-committee", expect)
    };
    let row = |name, day, seats, expect| case(name, day, of(seats), expect);
    let community = World::new().body("K", BodyKind::VillageCommittee, |row| row.seats = Some(8));
    let residents = World::new().body("K", BodyKind::ResidentsCommittee, |row| row.seats = Some(8));
    vec![
        row("VCL 8(1): two is too few", "2026-03-01", 2, "B must"),
        row("VCL 8(1): three is enough", "2026-03-01", 3, "S must"),
        row("VCL 8(1): four, parity is not asked", "2026-03-01", 4, "S must"),
        row("VCL 8(1): seven is the most", "2026-03-01", 7, "S must"),
        row("VCL 8(1): eight is too many", "2026-03-01", 8, "B must"),
        row("VCL 6(1) and GDV 2 say the same on the last day: one line", "2025-12-31", 8, "B must")
            .cites("VCL 6(1), GDV 2"),
        row("VCL 8(1) alone on its first day", "2026-01-01", 8, "B must").cites("VCL 8(1)"),
        row("GDV 2 from its first day", "2020-11-01", 2, "B must").cites("VCL 6(1), GDV 2"),
        row("VCL 6(1) alone, the day before GDV 2020", "2020-10-31", 2, "B must").cites("VCL 6(1)"),
        row("VCL 6(1): three", "2020-10-31", 3, "S must"),
        row("VCL 6(1): seven", "2020-10-31", 7, "S must"),
        row("VCL 6(1): eight", "2020-10-31", 8, "B must"),
        row("the first day of the text of 2010", "2010-10-28", 8, "B must"),
        row("the day before it no edition is known", "2010-10-27", 5, "SBN must").names("Edition"),
        case("seats not recorded, seven sit: at least seven seats", "2026-03-01", sitting(7), "SB must").names("Seats"),
        case("seats not recorded, eight sit: more than seven seats", "2026-03-01", sitting(8), "B must"),
        Case::new(
            "organization.village-committee-size",
            "not asked of a community",
            "2026-03-01",
            community,
            "K/village-committee",
            "none",
        ),
        Case::new(
            "organization.village-committee-size",
            "nor of a residents' committee",
            "2026-03-01",
            residents,
            "K/residents-committee",
            "none",
        ),
    ]
}

fn board_size() -> Vec<Case> {
    let of = |unit: &str, seats: u32| {
        World::new()
            .unit("VC", UnitKind::VillageCooperative, Some("V"))
            .body(unit, BodyKind::Board, |row| row.seats = Some(seats))
    };
    let sitting = ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8"].iter().fold(World::new(), |world, id| {
        world.person(id, |_| {}).holds(id, PostKind::Director, "C", since("2026-01-10"))
    });
    let id = "organization.board-size";
    let row = |name, day, seats, expect| Case::new(id, name, day, of("C", seats), "C/board", expect);
    let charter = |name, day, clause: &str, seats, expect| {
        let world = of("C", seats).clause("C", "board-size", clause, until("2006-01-01", "2025-05-01"));
        Case::new(id, name, day, world, "C/board", expect)
    };
    vec![
        row("LRCEO 29(1): one is odd and too few", "2026-03-01", 1, "B normally"),
        row("LRCEO 29(1): two", "2026-03-01", 2, "B normally"),
        row("LRCEO 29(1): three", "2026-03-01", 3, "S normally").cites("LRCEO 29(1)"),
        row("LRCEO 29(1): four is even", "2026-03-01", 4, "B normally"),
        row("LRCEO 29(1): five", "2026-03-01", 5, "S normally"),
        row("LRCEO 29(1): six is even", "2026-03-01", 6, "B normally"),
        row("LRCEO 29(1): seven", "2026-03-01", 7, "S normally"),
        row("LRCEO 29(1): eight", "2026-03-01", 8, "B normally"),
        row("LRCEO 29(1): nine is odd and too many", "2026-03-01", 9, "B normally"),
        row("the first day of the law: four", "2025-05-01", 4, "B normally").cites("LRCEO 29(1)"),
        row("the day before, no clause of the charter recorded", "2025-04-30", 4, "SB normally")
            .names("board-size")
            .cites("GDC"),
        charter("the charter says five: four", "2025-04-30", "5", 4, "B normally"),
        charter("the charter says five: five", "2025-04-30", "5", 5, "S normally"),
        charter("the charter says five: six", "2025-04-30", "5", 6, "B normally"),
        charter("the charter says four: parity was not asked", "2025-04-30", "4", 4, "S normally"),
        charter("from the first day of the law the charter's four is even", "2025-05-01", "4", 4, "B normally"),
        charter("a clause that names no number", "2025-04-30", "三至七人", 5, "SB normally").names("board-size"),
        charter("the first day of GDC", "2006-10-01", "5", 4, "B normally").cites("GDC"),
        charter("the day before it no edition is known", "2006-09-30", "5", 4, "SBN normally").names("Edition"),
        Case::new(
            id,
            "seats not recorded",
            "2026-03-01",
            World::new().body("C", BodyKind::Board, |_| {}),
            "C/board",
            "SB normally",
        )
        .names("Seats"),
        Case::new(id, "seats not recorded, eight sit: more than seven", "2026-03-01", sitting, "C/board", "B normally"),
        Case::new(id, "the village-level cooperative too", "2026-03-01", of("VC", 4), "VC/board", "B normally"),
        Case::new(id, "not a body of the village", "2026-03-01", of("V", 4), "V/board", "none"),
        Case::new(
            id,
            "not the supervisors",
            "2026-03-01",
            World::new().body("C", BodyKind::SupervisoryBoard, |row| row.seats = Some(4)),
            "C/supervisory-board",
            "none",
        ),
    ]
}

fn village_representatives_women() -> Vec<Case> {
    let id = "organization.village-representatives-women";
    // Representatives, women first, beside a director of the committee.
    let meeting = |director: Sex, women: usize, men: usize| {
        let mut world = World::new().person("D", |row| row.sex = Some(director)).holds(
            "D",
            PostKind::CommitteeDirector,
            "V",
            since("2010-01-10"),
        );
        for (number, sex) in
            std::iter::repeat_n(Sex::Female, women).chain(std::iter::repeat_n(Sex::Male, men)).enumerate()
        {
            let id = format!("R{number}");
            world = world.person(&id, |row| row.sex = Some(sex)).holds(
                &id,
                PostKind::VillageRepresentative,
                "V",
                since("2010-01-10"),
            );
        }
        world
    };
    let closed = |director, women, men| meeting(director, women, men).closed(&[List::Roster]);
    let row = |name, day, world, expect| Case::new(id, name, day, world, "V", expect);
    let committee = |world: World| {
        world.man("M1").holds("M1", PostKind::CommitteeDeputy, "V", since("2010-01-10")).man("M2").holds(
            "M2",
            PostKind::CommitteeMember,
            "V",
            since("2010-01-10"),
        )
    };
    let both = |world: World| world.holds("R0", PostKind::CommitteeMember, "V", since("2010-01-10"));
    let community =
        World::new().man("P1").holds("P1", PostKind::VillageRepresentative, "K", since("2020")).closed(&[List::Roster]);
    let open_sex = |women, men| {
        closed(Sex::Male, women, men).person("RX", |_| {}).holds(
            "RX",
            PostKind::VillageRepresentative,
            "V",
            since("2010-01-10"),
        )
    };
    vec![
        row(
            "VCL 29(1): one woman of three in the meeting, the director among them",
            "2026-03-01",
            closed(Sex::Male, 1, 1),
            "S must",
        )
        .cites("VCL 29(1)"),
        row("VCL 29(1): one of four, the director among them", "2026-03-01", closed(Sex::Male, 1, 2), "B must"),
        row("VCL 29(1): two of six", "2026-03-01", closed(Sex::Male, 2, 3), "S must"),
        row("VCL 29(1): two of seven", "2026-03-01", closed(Sex::Male, 2, 4), "B must"),
        row(
            "VCL 29(1): a woman on the committee is in the base and not counted",
            "2026-03-01",
            closed(Sex::Female, 1, 2),
            "B must",
        ),
        row(
            "deputy and member of the committee are in the base too",
            "2026-03-01",
            committee(closed(Sex::Male, 1, 1)),
            "B must",
        ),
        row(
            "who is both committee member and representative is one person of the base",
            "2026-03-01",
            both(closed(Sex::Male, 1, 1)),
            "S must",
        ),
        row("no woman", "2026-03-01", closed(Sex::Male, 0, 2), "B must"),
        row("the roster is not said to be complete", "2026-03-01", meeting(Sex::Male, 1, 1), "SB must").names("Roster"),
        row("one sex unknown, which decides", "2026-03-01", open_sex(1, 2), "SB must").names("Sex"),
        row("one sex unknown, which does not decide: two of five", "2026-03-01", open_sex(2, 1), "S must"),
        row("one sex unknown, which does not decide: at most one of four", "2026-03-01", open_sex(0, 2), "B must"),
        row("VCL 25(1) on its last day", "2025-12-31", closed(Sex::Male, 1, 2), "B must").cites("VCL 25(1)"),
        row("VCL 25(1): exactly a third", "2025-12-31", closed(Sex::Male, 1, 1), "S must"),
        row("VCL 25(1): the base has the committee in it", "2025-12-31", closed(Sex::Female, 1, 2), "B must"),
        row("VCL 29(1) on its first day", "2026-01-01", closed(Sex::Male, 1, 2), "B must").cites("VCL 29(1)"),
        row("the first day of the text of 2018", "2018-12-29", closed(Sex::Male, 1, 2), "B must"),
        row("the day before it no edition is known", "2018-12-28", closed(Sex::Male, 1, 2), "SBN must")
            .names("Edition"),
        Case::new(id, "no share of women is stated for a community", "2026-03-01", community, "K", "none"),
        row(
            "a village without representatives has no such meeting",
            "2026-03-01",
            World::new().closed(&[List::Roster]),
            "none",
        ),
    ]
}

/// Two persons who hold posts of one unit, elected on given days.
fn two(unit: &str, a: PostKind, first: &str, b: PostKind, second: &str) -> World {
    World::new()
        .unit("VC", UnitKind::VillageCooperative, Some("V"))
        .man("P1")
        .woman("P2")
        .holds("P1", a, unit, since(first))
        .holds("P2", b, unit, since(second))
}

const MEMBER_PAIR: &str = "P1/committee-member@V+P2/committee-director@V";

fn village_committee_kin() -> Vec<Case> {
    let id = "organization.village-committee-kin";
    let seats =
        |first: &str, second: &str| two("V", PostKind::CommitteeMember, first, PostKind::CommitteeDirector, second);
    let tied = |first: &str, second: &str, relation| seats(first, second).kin("P1", "P2", relation, since("1980"));
    let row = |name, day, world, expect| Case::new(id, name, day, world, MEMBER_PAIR, expect);
    let siblings = |elected: &str| tied(elected, elected, Relation::Sibling);
    let grand = |elected: &str| tied(elected, elected, Relation::Grandchild).closed(&[List::Kin]);
    let cousins = |elected: &str| tied(elected, elected, Relation::Cousin).closed(&[List::Kin]);
    let posts = |name, a, b, subject| {
        let world = two("V", a, "2026-01-10", b, "2026-01-10").kin("P1", "P2", Relation::Spouse, since("1999"));
        Case::new(id, name, "2026-03-01", world, subject, "B must")
    };
    let apart = seats("2026-01-10", "2026-01-10")
        .unit("V2", UnitKind::Village, Some("T"))
        .man("P3")
        .holds("P3", PostKind::CommitteeDeputy, "V2", since("2026-01-10"))
        .kin("P1", "P3", Relation::Sibling, since("1980"));
    let community = two("K", PostKind::CommitteeMember, "2026-01-10", PostKind::CommitteeDirector, "2026-01-10").kin(
        "P1",
        "P2",
        Relation::Spouse,
        since("1999"),
    );
    let open_start = World::new()
        .man("P1")
        .woman("P2")
        .holds("P1", PostKind::CommitteeMember, "V", FactSpan::new(None, SpanEnd::Never).unwrap())
        .holds("P2", PostKind::CommitteeDirector, "V", since("2026-01-10"))
        .kin("P1", "P2", Relation::Spouse, since("1999"));
    let one_side = || {
        let mut world = seats("2026-01-10", "2026-01-10");
        let mut said = Coverage::new(List::Kin, Extent::Person(pid("P2")), day("2026-02-01"));
        said.circle = Some(Circle::NearRelatives);
        world.0.coverage.push(said);
        world
    };
    vec![
        posts("spouses, member and director", PostKind::CommitteeMember, PostKind::CommitteeDirector, MEMBER_PAIR),
        posts(
            "spouses, director and deputy",
            PostKind::CommitteeDirector,
            PostKind::CommitteeDeputy,
            "P1/committee-director@V+P2/committee-deputy@V",
        ),
        posts(
            "spouses, deputy and member",
            PostKind::CommitteeDeputy,
            PostKind::CommitteeMember,
            "P1/committee-deputy@V+P2/committee-member@V",
        ),
        row("VCL 8(2): siblings elected under it", "2026-03-01", siblings("2026-01-01"), "B must").cites("VCL 8(2)"),
        row("VCL 8(2): grandparent and grandchild", "2026-03-01", grand("2026-01-01"), "B must"),
        row("VCL 8(2): cousins are no near relatives", "2026-03-01", cousins("2026-01-01"), "S must"),
        row("elected the day before VCL 8(2): judged by GDV 2020", "2026-03-01", grand("2025-12-31"), "B must")
            .cites("GDV 2"),
        row("GDV 2020: cousins", "2026-03-01", cousins("2025-12-31"), "S must").cites("GDV 2"),
        row("GDV 2020 on its first day: grandchild", "2021-03-01", grand("2020-11-01"), "B must").cites("GDV 2"),
        row("GDV 2020: siblings", "2021-03-01", siblings("2020-11-01"), "B must"),
        row("GDV 2020: cousins, under it", "2021-03-01", cousins("2020-11-01"), "S must"),
        row(
            "elected the day before GDV 2020: the text of 2010 names no grandchild",
            "2021-03-01",
            grand("2020-10-31"),
            "S must",
        )
        .cites("GDV 2"),
        row("still judged by the text of 2010 under VCL 8(2)", "2026-03-01", grand("2020-10-31"), "S must")
            .cites("GDV 2"),
        row("siblings are barred by the text of 2010 too", "2026-03-01", siblings("2020-10-31"), "B must"),
        row(
            "one elected before, one under VCL 8(2): judged by the later election",
            "2026-03-01",
            tied("2020-10-31", "2026-01-10", Relation::Grandchild),
            "B must",
        )
        .cites("VCL 8(2)"),
        row("VCL 8(2) alone on its first day", "2026-01-01", siblings("2026-01-01"), "B must").cites("VCL 8(2)"),
        row("the text of 2010 on its last day", "2020-10-31", grand("2018-01-10"), "S must"),
        row("the text of 2010: siblings", "2020-10-31", siblings("2018-01-10"), "B must"),
        row("elected the day before the text of 2010", "2015-03-01", siblings("2010-10-27"), "SBN must")
            .names("Edition"),
        row("elected on the first day of the text of 2010", "2015-03-01", siblings("2010-10-28"), "B must"),
        row("the first day of the text of 2010", "2010-10-28", siblings("2010-10-28"), "B must"),
        row("the day before it no edition is known", "2010-10-27", siblings("2009-01-10"), "SBN must").names("Edition"),
        // Open because of the day of election.
        row("elected in 2020, the day unknown: a grandchild", "2026-03-01", grand("2020"), "SB must").names("Elected"),
        row("elected in 2020, the day unknown: siblings, barred either way", "2026-03-01", siblings("2020"), "B must"),
        row(
            "elected in October 2020: a grandchild, before GDV 2020 on every day of it",
            "2026-03-01",
            grand("2020-10"),
            "S must",
        ),
        row(
            "day of election not recorded: under VCL 8(2), or under a text of that day",
            "2026-03-01",
            open_start,
            "SBN must",
        )
        .names("Elected"),
        row(
            "no tie recorded, the declarations not complete",
            "2026-03-01",
            seats("2026-01-10", "2026-01-10"),
            "SB must",
        )
        .names("Kin"),
        row("no tie recorded, one side complete", "2026-02-01", one_side(), "S must"),
        row("the day after the statement nothing is settled", "2026-02-02", one_side(), "SB must").names("Kin"),
        Case::new(
            id,
            "members of two villages",
            "2026-03-01",
            apart,
            "P1/committee-member@V+P3/committee-deputy@V2",
            "none",
        ),
        Case::new(
            id,
            "a community has its own law",
            "2026-03-01",
            community,
            "P1/committee-member@K+P2/committee-director@K",
            "none",
        ),
    ]
}

const BOARD_PAIR: &str = "P1/chair@C+P2/director@C";

fn board_kin() -> Vec<Case> {
    let id = "organization.board-kin";
    // Two directors, siblings by a statement, elected on given days.
    let tied = |first: &str, second: &str, relation| {
        two("C", PostKind::Chair, first, PostKind::Director, second).kin("P1", "P2", relation, since("1980"))
    };
    let of = |first: &str, second: &str| tied(first, second, Relation::Sibling);
    let row = |name, day, world: World, expect| Case::new(id, name, day, world, BOARD_PAIR, expect);
    let under = |name, relation, expect| {
        row(name, "2026-03-01", tied("2025-06-01", "2025-06-01", relation).closed(&[List::Kin]), expect)
    };
    let posts = |name, unit, a, b, subject| {
        let world = two(unit, a, "2025-06-01", b, "2025-06-01").kin("P1", "P2", Relation::Sibling, since("1980"));
        Case::new(id, name, "2026-03-01", world, subject, "B must")
    };
    let divorced = || {
        two("C", PostKind::Chair, "2025-06-01", PostKind::Director, "2025-06-01")
            .kin("P1", "P2", Relation::Spouse, until("1999-05-01", "2025-12-01"))
            .closed(&[List::Kin])
    };
    let untied = || two("C", PostKind::Chair, "2025-06-01", PostKind::Director, "2025-06-01");
    let twice = World::new().man("P1").holds("P1", PostKind::Chair, "C", since("2025-06-01")).holds(
        "P1",
        PostKind::Director,
        "C",
        since("2025-06-01"),
    );
    // P2 chairs the board since 2023 and was elected a director of it again in 2025.
    let old_and_new = two("C", PostKind::Director, "2023-01-05", PostKind::Chair, "2023-01-05")
        .holds("P2", PostKind::Director, "C", since("2025-06-01"))
        .kin("P1", "P2", Relation::Sibling, since("1980"));
    let other_coop = World::new()
        .unit("C2", UnitKind::Cooperative, Some("V"))
        .man("P1")
        .woman("P2")
        .holds("P1", PostKind::Chair, "C", since("2025-06-01"))
        .holds("P2", PostKind::Director, "C2", since("2025-06-01"))
        .kin("P1", "P2", Relation::Sibling, since("1980"));
    let mut rows = vec![
        row("LRCEO 29(1): siblings elected under the law", "2026-03-01", of("2025-06-01", "2025-06-01"), "B must")
            .cites("LRCEO 29(1)"),
        row("both elected before the law: a remark", "2026-03-01", of("2023-01-05", "2023-01-05"), "B note"),
        row("elected the day before the law", "2026-03-01", of("2025-04-30", "2025-04-30"), "B note"),
        row("elected on its first day", "2026-03-01", of("2025-05-01", "2025-05-01"), "B must"),
        row("one elected before, one after: bound", "2026-03-01", of("2023-01-05", "2025-05-01"), "B must"),
        row("the first day of the law, elected before it", "2025-05-01", of("2023-01-05", "2023-01-05"), "B note"),
        row("the day before the law no edition is known", "2025-04-30", of("2023-01-05", "2023-01-05"), "SBN must")
            .names("Edition"),
        row(
            "elected in April 2025: before the law on every day of it",
            "2026-03-01",
            of("2025-04", "2025-04"),
            "B note",
        ),
        // A remark on one part of the year and a breach on the other is no settled breach.
        row("elected in 2025, the day unknown: a remark or a breach", "2026-03-01", of("2025", "2025"), "BN must")
            .names("Elected"),
        row("elected in May 2025: under the law on every day of it", "2026-03-01", of("2025-05", "2025-05"), "B must"),
        under("spouses", Relation::Spouse, "B must"),
        under("parent and child", Relation::Parent, "B must"),
        under("grandparent and grandchild", Relation::Grandparent, "B must"),
        under("cousins", Relation::Cousin, "S must"),
        under("brother-in-law and sister-in-law", Relation::SiblingInLaw, "S must"),
        under("uncle and niece", Relation::NephewOrNiece, "S must"),
        row("divorced on 2025-12-01: the day before", "2025-11-30", divorced(), "B must"),
        row("divorced on 2025-12-01: the day itself", "2025-12-01", divorced(), "S must"),
        row("no tie recorded, declarations not complete", "2026-03-01", untied(), "SB must").names("Kin"),
        row("no tie, declarations complete", "2026-03-01", untied().closed(&[List::Kin]), "S must"),
        Case::new(
            id,
            "one person in two posts of one board is one member",
            "2026-03-01",
            twice,
            "P1/chair@C+P1/director@C",
            "none",
        ),
        // Of two seats of one person the one that certainly binds is asked about.
        Case::new(
            id,
            "an old seat and a new one: bound by the new one",
            "2026-03-01",
            old_and_new.clone(),
            "P1/director@C+P2/director@C",
            "B must",
        ),
        Case::new(id, "boards of two cooperatives", "2026-03-01", other_coop, "P1/chair@C+P2/director@C2", "none"),
        posts("chair and deputy chair", "C", PostKind::Chair, PostKind::DeputyChair, "P1/chair@C+P2/deputy-chair@C"),
        posts(
            "deputy chair and director",
            "C",
            PostKind::DeputyChair,
            PostKind::Director,
            "P1/deputy-chair@C+P2/director@C",
        ),
        posts("director and chair", "C", PostKind::Director, PostKind::Chair, "P1/director@C+P2/chair@C"),
        posts(
            "the village-level cooperative too",
            "VC",
            PostKind::Chair,
            PostKind::Director,
            "P1/chair@VC+P2/director@VC",
        ),
    ];
    rows.extend(board_kin_as_set(id, &tied));
    rows
}

fn board_kin_as_set(id: &'static str, tied: &dyn Fn(&str, &str, Relation) -> World) -> Vec<Case> {
    let row = |name, world, expect, set| Case::new(id, name, "2026-03-01", world, BOARD_PAIR, expect).set(set);
    let narrow = "[set]\nkin-set = \"spouse-parent-child-sibling\"";
    let wide = "[set]\nkin-set = \"civil-service-scope\"";
    let of = |elected: &str, relation| tied(elected, elected, relation).closed(&[List::Kin]);
    vec![
        row("kin-set narrowed: siblings", of("2025-06-01", Relation::Sibling), "B must", narrow),
        row("kin-set narrowed: grandparent", of("2025-06-01", Relation::Grandparent), "S must", narrow),
        row("kin-set widened: cousins", of("2025-06-01", Relation::Cousin), "B must", wide),
        row(
            "at once: sitting relatives are bound too",
            of("2023-01-05", Relation::Sibling),
            "B must",
            "[set]\ntransition-kin = \"at-once\"",
        ),
        row(
            "new terms: the rule of 2023 is not known",
            of("2023-01-05", Relation::Sibling),
            "SBN must",
            "[set]\ntransition-kin = \"new-terms\"",
        )
        .names("Edition"),
        row(
            "new terms: elected under the law",
            of("2025-05-01", Relation::Sibling),
            "B must",
            "[set]\ntransition-kin = \"new-terms\"",
        ),
    ]
}

fn supervisor_exclusions() -> Vec<Case> {
    let id = "organization.supervisor-exclusions";
    let same = |name, post, subject| {
        let world = World::new().man("P1").holds("P1", PostKind::Supervisor, "C", since("2025-06-01")).holds(
            "P1",
            post,
            "C",
            since("2025-06-01"),
        );
        Case::new(id, name, "2026-03-01", world, subject, "B must")
    };
    let kin = |unit: &str, post, elected: &str, relation| {
        two(unit, PostKind::Supervisor, elected, post, elected)
            .kin("P1", "P2", relation, since("1980"))
            .closed(&[List::Kin])
    };
    let row = |name, day, relation, expect| {
        Case::new(
            id,
            name,
            day,
            kin("C", PostKind::Accountant, "2025-06-01", relation),
            "P1/supervisor@C+P2/accountant@C",
            expect,
        )
    };
    let older = |name, day, expect| {
        Case::new(
            id,
            name,
            day,
            kin("C", PostKind::Chair, "2023-01-05", Relation::Spouse),
            "P1/supervisor@C+P2/chair@C",
            expect,
        )
    };
    let open = two("C", PostKind::Supervisor, "2025-06-01", PostKind::Director, "2025-06-01");
    let both_posts = two("C", PostKind::Supervisor, "2025-06-01", PostKind::Accountant, "2025-06-01")
        .holds("P2", PostKind::Director, "C", seen("2022-01-05", "2025-12-31"))
        .kin("P1", "P2", Relation::Spouse, since("1999"));
    let left = two("C", PostKind::Supervisor, "2025-06-01", PostKind::Clerk, "2025-06-01")
        .holds("P2", PostKind::Director, "C", until("2022-01-05", "2026-03-01"))
        .kin("P1", "P2", Relation::Spouse, since("1999"));
    let other_coop = World::new()
        .unit("C2", UnitKind::Cooperative, Some("V"))
        .man("P1")
        .holds("P1", PostKind::Supervisor, "C", since("2025-06-01"))
        .holds("P1", PostKind::Director, "C2", since("2025-06-01"));
    vec![
        same("LRCEO 34(2): chair and supervisor in one person", PostKind::Chair, "P1/supervisor@C+P1/chair@C"),
        same("deputy chair and supervisor in one person", PostKind::DeputyChair, "P1/supervisor@C+P1/deputy-chair@C"),
        same("director and supervisor in one person", PostKind::Director, "P1/supervisor@C+P1/director@C"),
        same(
            "finance staff and supervisor in one person",
            PostKind::FinanceStaff,
            "P1/supervisor@C+P1/finance-staff@C",
        ),
        same("accountant and supervisor in one person", PostKind::Accountant, "P1/supervisor@C+P1/accountant@C"),
        row("LRCEO 34(2): the accountant's spouse", "2026-03-01", Relation::Spouse, "B must").cites("LRCEO 34(2)"),
        row("a sibling", "2026-03-01", Relation::Sibling, "B must"),
        row("a grandparent", "2026-03-01", Relation::Grandparent, "B must"),
        row("a cousin is no near relative", "2026-03-01", Relation::Cousin, "S must"),
        row("an uncle is no near relative", "2026-03-01", Relation::UncleOrAunt, "S must"),
        Case::new(
            id,
            "the village-level cooperative too",
            "2026-03-01",
            kin("VC", PostKind::Director, "2025-06-01", Relation::Spouse),
            "P1/supervisor@VC+P2/director@VC",
            "B must",
        ),
        Case::new(
            id,
            "no tie recorded, declarations not complete",
            "2026-03-01",
            open.clone(),
            "P1/supervisor@C+P2/director@C",
            "SB must",
        )
        .names("Kin"),
        Case::new(
            id,
            "no tie, declarations complete",
            "2026-03-01",
            open.closed(&[List::Kin]),
            "P1/supervisor@C+P2/director@C",
            "S must",
        ),
        Case::new(
            id,
            "a clerk is not named by the law",
            "2026-03-01",
            left.clone(),
            "P1/supervisor@C+P2/clerk@C",
            "none",
        ),
        Case::new(
            id,
            "a director until the day itself is one no more",
            "2026-03-01",
            left.clone(),
            "P1/supervisor@C+P2/director@C",
            "none",
        ),
        Case::new(
            id,
            "the day before the director left",
            "2026-02-28",
            left,
            "P1/supervisor@C+P2/director@C",
            "B must",
        ),
        // Of two seats of one person the one that binds is paired.
        Case::new(
            id,
            "perhaps no director any more, and certainly the accountant",
            "2026-03-01",
            both_posts.clone(),
            "P1/supervisor@C+P2/accountant@C",
            "B must",
        ),
        Case::new(
            id,
            "perhaps a director still: asked about as the accountant",
            "2026-03-01",
            both_posts,
            "P1/supervisor@C+P2/director@C",
            "none",
        ),
        Case::new(
            id,
            "director of another cooperative",
            "2026-03-01",
            other_coop,
            "P1/supervisor@C+P1/director@C2",
            "none",
        ),
        older("elected before the law: bound from its first day", "2025-05-01", "B must"),
        older("the day before the law no edition is known", "2025-04-30", "SBN must").names("Edition"),
    ]
}

fn secretary_as_director() -> Vec<Case> {
    let id = "organization.secretary-as-director";
    let one = |unit: &str| {
        World::new().man("P1").holds("P1", PostKind::VillagePartySecretary, unit, since("2010-01-10")).holds(
            "P1",
            PostKind::CommitteeDirector,
            unit,
            since("2010-01-10"),
        )
    };
    let secretary = || World::new().man("P1").holds("P1", PostKind::VillagePartySecretary, "V", since("2010-01-10"));
    let two = || secretary().man("P2").holds("P2", PostKind::CommitteeDirector, "V", since("2010-01-10"));
    let row = |name, day, world, expect| Case::new(id, name, day, world, "V", expect);
    let lapsed = World::new()
        .man("P1")
        .man("P2")
        .holds("P1", PostKind::VillagePartySecretary, "V", since("2010-01-10"))
        .holds("P2", PostKind::CommitteeDirector, "V", seen("2010-01-10", "2025-12-31"));
    let deputy = secretary().holds("P1", PostKind::CommitteeDeputy, "V", since("2010-01-10")).man("P2").holds(
        "P2",
        PostKind::CommitteeDirector,
        "V",
        since("2010-01-10"),
    );
    vec![
        row("one person holds both", "2026-03-01", one("V"), "S may + S normally").cites("VCL 8(3), RURAL"),
        row("two persons: a reminder of the Party line, nothing in law", "2026-03-01", two(), "B may + B normally"),
        Case::new(
            id,
            "a community: the Party line, not the law of villages",
            "2026-03-01",
            one("K"),
            "K",
            "N may + S normally",
        ),
        row("no director recorded, the roster open", "2026-03-01", secretary(), "SBN may + SBN normally")
            .names("Roster"),
        row(
            "no director, the roster complete: a vacancy",
            "2026-03-01",
            secretary().closed(&[List::Roster]),
            "N may + N normally",
        ),
        row("secretary and deputy, another is director", "2026-03-01", deputy, "B may + B normally"),
        row("the director was last seen in the post before", "2026-03-01", lapsed, "SBN may + SBN normally")
            .names("Roster"),
        row("the day before the law: the Party line alone", "2025-12-31", two(), "B normally").cites("RURAL"),
        row("the first day of the law", "2026-01-01", two(), "B may + B normally").cites("VCL 8(3), RURAL"),
        row("the first day of the Party line", "2018-12-28", two(), "B normally"),
        row("the day before it no edition is known", "2018-12-27", two(), "SBN normally").names("Edition"),
        row(
            "a village without a recorded secretary",
            "2026-03-01",
            World::new().man("P2").holds("P2", PostKind::CommitteeDirector, "V", since("2020")),
            "none",
        ),
        Case::new(id, "a cooperative has no such pair", "2026-03-01", one("C"), "C", "none"),
    ]
}

fn village_committee_term() -> Vec<Case> {
    let id = "organization.village-committee-term";
    let of = |formed: &str| World::new().body("V", BodyKind::VillageCommittee, |row| row.formed = Some(d(formed)));
    let row = |name, day, formed, expect| Case::new(id, name, day, of(formed), "V/village-committee", expect);
    let month = "[set]\npromptly-days = \"30 days\"";
    let set = |name, day, formed, expect| row(name, day, formed, expect).set(month);
    let unformed = World::new().body("V", BodyKind::VillageCommittee, |row| row.seats = Some(5));
    let community = World::new().body("K", BodyKind::VillageCommittee, |row| row.formed = Some(d("2010-10-28")));
    vec![
        row("VCL 11(2): the fifth anniversary still counts", "2026-01-10", "2021-01-10", "S must").cites("VCL 11(2)"),
        row("the day after: how long \"promptly\" lasts is open", "2026-01-11", "2021-01-10", "SB must")
            .names("promptly-days"),
        set("thirty days set: the thirtieth", "2026-02-09", "2021-01-10", "S must"),
        set("thirty days set: the day after", "2026-02-10", "2021-01-10", "B must"),
        row("VCL 14(2): the fifth anniversary", "2031-01-01", "2026-01-01", "S must").cites("VCL 14(2)"),
        row("VCL 14(2): the day after", "2031-01-02", "2026-01-01", "SB must").names("promptly-days"),
        set("VCL 14(2): thirty days set, used up", "2031-02-01", "2026-01-01", "B must"),
        row("formed the day before VCL 14(2): judged by VCL 11(2)", "2030-12-31", "2025-12-31", "S must")
            .cites("VCL 11(2)"),
        row("formed the day before: the last day of VCL 11(2)", "2025-12-31", "2021-01-10", "S must")
            .cites("VCL 11(2)"),
        row("under VCL 14(2) still judged by VCL 11(2)", "2026-01-01", "2021-01-10", "S must").cites("VCL 11(2)"),
        set("formed on 2018-12-29, the first day of five years", "2022-06-01", "2018-12-29", "S must"),
        set("formed the day before: three years, thirty days used up", "2022-06-01", "2018-12-28", "B must"),
        set("three years: the third anniversary", "2021-12-28", "2018-12-28", "S must"),
        set("three years and thirty days", "2022-01-27", "2018-12-28", "S must"),
        set("three years and thirty-one days", "2022-01-28", "2018-12-28", "B must"),
        row("three years: the day after is open", "2021-12-29", "2018-12-28", "SB must").names("promptly-days"),
        row("the last day of the three-year text", "2018-12-28", "2015-12-28", "S must"),
        row("the last day of the three-year text, formed a day earlier", "2018-12-28", "2015-12-27", "SB must")
            .names("promptly-days"),
        row("formed for three years, judged so under the later text", "2026-03-01", "2018-12-28", "SB must")
            .names("promptly-days"),
        row("the first day of the text of 2010", "2010-10-28", "2010-10-28", "S must"),
        row("formed the day before it: the rule of that day is not known", "2013-03-01", "2010-10-27", "SBN must")
            .names("Edition"),
        row("the day before it no edition is known", "2010-10-27", "2009-01-10", "SBN must").names("Edition"),
        row("formed in January 2021: on 1 January nobody's term is over", "2026-01-01", "2021-01", "S must"),
        row("formed in January 2021: on 15 January it may be", "2026-01-15", "2021-01", "SB must").names("Formed"),
        set("formed in January 2021: all thirty days used up", "2026-03-03", "2021-01", "B must"),
        set("formed in January 2021: perhaps not all used up", "2026-03-02", "2021-01", "SB must").names("Formed"),
        set("formed in 2018, the day unknown: three years or five", "2022-06-01", "2018", "SB must").names("Formed"),
        set("formed in 2018: over either way", "2024-03-01", "2018", "B must"),
        Case::new(id, "day of formation not recorded", "2026-03-01", unformed, "V/village-committee", "SBN must")
            .names("Formed"),
        Case::new(id, "a community has its own law", "2026-03-01", community, "K/village-committee", "none"),
    ]
}

fn board_term() -> Vec<Case> {
    let id = "organization.board-term";
    let of = |unit: &str, formed: &str| {
        World::new()
            .unit("VC", UnitKind::VillageCooperative, Some("V"))
            .body(unit, BodyKind::Board, |row| row.formed = Some(d(formed)))
    };
    let row = |name, day, formed, expect| Case::new(id, name, day, of("C", formed), "C/board", expect);
    let charter = |name, day, formed, expect| {
        let world = of("C", formed).clause("C", "board-term", "3 years", since("2000-01-01"));
        Case::new(id, name, day, world, "C/board", expect)
    };
    let changed = of("C", "2023-01-10").clause("C", "board-term", "3 years", until("2006-01-01", "2025-06-01")).clause(
        "C",
        "board-term",
        "5 years",
        since("2025-06-01"),
    );
    let at_once = "[set]\ntransition-term = \"at-once\"";
    let remark = "[set]\ntransition-term = \"remark\"";
    let unformed = World::new().body("C", BodyKind::Board, |row| row.seats = Some(5));
    vec![
        row("LRCEO 29(1): the fifth anniversary still counts", "2030-05-01", "2025-05-01", "S must")
            .cites("LRCEO 29(1)"),
        row("LRCEO 29(1): overdue from the day after", "2030-05-02", "2025-05-01", "B must"),
        row("a leap day: five years end on 28 February", "2033-02-28", "2028-02-29", "S must"),
        row("a leap day: the day after", "2033-03-01", "2028-02-29", "B must"),
        row("elected the day before the law, no clause recorded", "2026-03-01", "2025-04-30", "SB must")
            .names("board-term")
            .cites("GDC"),
        charter(
            "elected the day before the law: three years of the charter, last day",
            "2028-04-30",
            "2025-04-30",
            "S must",
        )
        .cites("GDC"),
        charter("elected the day before the law: three years are over", "2028-05-01", "2025-04-30", "B must"),
        charter("elected under the law: the charter's three years do not count", "2028-06-01", "2025-05-01", "S must"),
        charter("before the law: the third anniversary", "2025-04-30", "2022-04-30", "S must").cites("GDC"),
        charter("before the law: over", "2025-04-30", "2022-04-29", "B must").cites("GDC"),
        charter("the first day of the law, over by the old charter", "2025-05-01", "2022-04-30", "B must").cites("GDC"),
        row("the first day of the law, elected on it: no charter is asked", "2025-05-01", "2025-05-01", "S must")
            .cites("LRCEO 29(1)"),
        row("before the law, no clause recorded", "2025-04-30", "2022-04-30", "SB must").names("board-term"),
        charter("the first day of GDC", "2006-10-01", "2004-01-10", "S must").cites("GDC"),
        charter("the day before it no edition is known", "2006-09-30", "2004-01-10", "SBN must").names("Edition"),
        charter("elected before GDC: judged by it at once", "2008-03-01", "2005-01-10", "B must"),
        charter(
            "elected the day before GDC, under the law: the rule of then is not known",
            "2026-03-01",
            "2006-09-30",
            "SBN must",
        )
        .names("Edition"),
        charter("elected on the first day of GDC: over", "2026-03-01", "2006-10-01", "B must"),
        // The clause of the day of the election is read, not the one of the day of the review.
        Case::new(
            id,
            "elected for three years; the charter has said five since",
            "2026-03-01",
            changed,
            "C/board",
            "B must",
        ),
        row("at once: five years also for boards elected before", "2028-01-10", "2023-01-10", "S must")
            .set(at_once)
            .cites("LRCEO 29(1)"),
        row("at once: over", "2028-01-11", "2023-01-10", "B must").set(at_once),
        row("remark: elected before, over", "2028-01-11", "2023-01-10", "B note").set(remark),
        row("remark: elected under the law, over", "2030-05-02", "2025-05-01", "B must").set(remark),
        row("formed in May 2025: on 1 May 2030 nobody's term is over", "2030-05-01", "2025-05", "S must"),
        row("formed in May 2025: on 2 May 2030 it may be", "2030-05-02", "2025-05", "SB must").names("Formed"),
        row("formed in May 2025: over", "2030-06-01", "2025-05", "B must"),
        charter(
            "formed in 2025, over under either rule; which of them is open",
            "2031-01-01",
            "2025",
            "BN must + BN must",
        )
        .names("Formed"),
        charter("formed in 2025: three years, or five", "2029-01-01", "2025", "SN must + BN must").names("Formed"),
        Case::new(id, "day of formation not recorded", "2026-03-01", unformed, "C/board", "SBN must").names("Formed"),
        Case::new(id, "the village-level cooperative too", "2030-05-02", of("VC", "2025-05-01"), "VC/board", "B must"),
        Case::new(id, "not a body of the village", "2030-05-02", of("V", "2025-05-01"), "V/board", "none"),
    ]
}

fn secretary_seniority() -> Vec<Case> {
    let id = "organization.secretary-seniority";
    let of = |full: &str, appointed: &str| {
        World::new().man("P1").party("P1", "2001-01-01", full).holds(
            "P1",
            PostKind::BranchSecretary,
            "B",
            since(appointed),
        )
    };
    let closed = |full: &str, appointed: &str| of(full, appointed).closed(&[List::Acts, List::PartyMembers]);
    let row = |name, world, expect| Case::new(id, name, "2026-03-01", world, "P1/branch-secretary@B", expect);
    let consent = |on: &str, about: Option<&str>| {
        let (on, about) = (on.to_owned(), about.map(pid));
        closed("2024-03-01", "2025-02-28").person("P2", |_| {}).act("A1", "H1", "B", "superior-consent", move |act| {
            act.day = (!on.is_empty()).then(|| d(&on));
            act.about = about;
        })
    };
    let candidate = |election: &str| {
        World::new()
            .man("P1")
            .party("P1", "2023-03-01", "2024-03-01")
            .candidate("P1", PostKind::BranchSecretary, "B", "", election)
            .closed(&[List::Acts, List::PartyMembers])
    };
    let outsider = || World::new().man("P1").holds("P1", PostKind::BranchSecretary, "B", since("2025-03-01"));
    let member = World::new().man("P1").party("P1", "2023-03-01", "").holds(
        "P1",
        PostKind::BranchCommitteeMember,
        "B",
        since("2025-03-01"),
    );
    vec![
        row("BRANCH 23: the first anniversary is enough", closed("2024-03-01", "2025-03-01"), "S normally")
            .cites("BRANCH 23"),
        row("BRANCH 23: the day before", closed("2024-03-01", "2025-02-28"), "B normally"),
        row("full member on a leap day: 28 February", closed("2024-02-29", "2025-02-28"), "S normally"),
        row("full member on a leap day: 27 February", closed("2024-02-29", "2025-02-27"), "B normally"),
        row(
            "the acts are not complete: consent may exist",
            of("2024-03-01", "2025-02-28").closed(&[List::PartyMembers]),
            "BE normally",
        )
        .names("Acts"),
        row("the superior consented", consent("2025-02-20", Some("P1")), "E normally"),
        row("the superior consented on the day", consent("2025-02-28", Some("P1")), "E normally"),
        row("the superior consented a day late", consent("2025-03-01", Some("P1")), "B normally"),
        row("consent about somebody else", consent("2025-02-20", Some("P2")), "B normally"),
        row("consent without a day", consent("", Some("P1")), "BE normally"),
        row("admission does not count, full membership not recorded", closed("", "2025-03-01"), "SB normally")
            .names("FullMemberDay"),
        row("Party standing not recorded", outsider().closed(&[List::Acts]), "SB normally").names("FullMemberDay"),
        row("no Party member", outsider().closed(&[List::Acts, List::PartyMembers]), "B normally"),
        row("full member since March 2024, appointed on 15 March 2025", closed("2024-03", "2025-03-15"), "SB normally")
            .names("FullMemberDay"),
        row("full member since March 2024, appointed on 31 March 2025", closed("2024-03", "2025-03-31"), "S normally"),
        row(
            "full member since March 2024, appointed on 28 February 2025",
            closed("2024-03", "2025-02-28"),
            "B normally",
        ),
        row("appointed in March 2025, full member since 15 March 2024", closed("2024-03-15", "2025-03"), "SB normally")
            .names("PostBegan"),
        row("appointed in April 2025, full member since 15 March 2024", closed("2024-03-15", "2025-04"), "S normally"),
        row("appointed on the first day of the regulation", closed("2018-03-01", "2018-10-28"), "B normally"),
        row("appointed the day before it", closed("2018-03-01", "2018-10-27"), "SBN normally").names("Edition"),
        Case::new(
            id,
            "a candidate is judged by the day of the election",
            "2025-01-10",
            candidate("2025-03-01"),
            "P1/branch-secretary@B?",
            "S normally",
        ),
        Case::new(
            id,
            "a candidate, a day too early",
            "2025-01-10",
            candidate("2025-02-28"),
            "P1/branch-secretary@B?",
            "B normally",
        ),
        Case::new(
            id,
            "no seniority is asked of a committee member",
            "2026-03-01",
            member,
            "P1/branch-committee-member@B",
            "none",
        ),
    ]
}

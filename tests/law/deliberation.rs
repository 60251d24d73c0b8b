//! 议事决策.

use crate::support::*;
use grassroots::facts::*;
use grassroots::vocab::*;

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    cases.extend(never_delegated_matters());
    cases.extend(assembly_notice());
    cases.extend(assembly_notice_of_the_charter());
    cases.extend(assembly_quorum());
    cases.extend(assembly_quorum_from_the_roll());
    cases.extend(board_quorum());
    cases.extend(board_majority());
    cases.extend(minutes());
    cases.extend(frequency_branch_meeting());
    cases
}

fn world() -> World {
    World::new().unit("VC", UnitKind::VillageCooperative, Some("V"))
}

/// An act `A` of the case `H`, undated or without an actor where the words are empty.
fn act(world: World, unit: &str, stage: &str, on: &str, actor: &str, with: impl FnOnce(&mut Act)) -> World {
    world.act("A", "H", unit, stage, |act| {
        act.day = (!on.is_empty()).then(|| d(on));
        act.actor = (!actor.is_empty()).then(|| key(actor));
        with(act);
    })
}

fn never_delegated_matters() -> Vec<Case> {
    let id = "deliberation.never-delegated-matters";
    let of = |unit: &str, on: &str, actor: &str, matter: &str| {
        let matter = matter.to_owned();
        act(world(), unit, "resolve", on, actor, move |act| act.matter = (!matter.is_empty()).then(|| key(&matter)))
    };
    let row = |name, world, expect| Case::new(id, name, "2026-03-01", world, "A", expect);
    let by = |name, matter, actor, expect| row(name, of("C", "2025-06-20", actor, matter), expect);
    let reps = "representative-assembly";
    let delegated =
        of("C", "2025-06-20", reps, "membership").clause("C", "delegated-matters", "yes", since("2020-01-01"));
    let mut rows = vec![
        by("LRCEO 28(4): the charter", "charter", reps, "B must").cites("LRCEO 28(4)"),
        by("LRCEO 28(4): confirming members", "membership", reps, "B must"),
        by("LRCEO 28(4): land and shares", "land-and-shares", reps, "B must"),
        by("LRCEO 28(4): land compensation", "land-compensation", reps, "B must"),
        by("LRCEO 28(4): merger and division", "merger-division", reps, "B must"),
        by("the board may not either", "land-compensation", "board", "B must"),
        by("nor the villagers' representatives", "land-and-shares", "representatives-meeting", "B must"),
        row("no clause of the charter helps", delegated, "B must"),
        by("matter not recorded", "", reps, "BN must").names("Matter"),
        by("body not recorded", "charter", "", "SB must").names("Actor"),
        by("neither recorded", "", "", "SBN must"),
        by("matter not recorded, the assembly itself", "", "member-assembly", "SN must"),
        row("the first day of the law", of("C", "2025-05-01", reps, "charter"), "B must"),
        row("the day before it no edition is known", of("C", "2025-04-30", reps, "charter"), "SBN must")
            .names("Edition"),
        row("day not recorded", of("C", "", reps, "charter"), "SBN must").names("Day"),
        row("in May 2025: under the law on every day of it", of("C", "2025-05", reps, "charter"), "B must"),
        row("the village-level cooperative too", of("VC", "2025-06-20", reps, "charter"), "B must"),
        row("not of the village itself", of("V", "2025-06-20", reps, "charter"), "none"),
        row(
            "a meeting is no resolution",
            act(world(), "C", "meet", "2025-06-20", reps, |act| act.matter = Some(key("charter"))),
            "none",
        ),
    ];
    for matter in ["charter", "membership", "land-and-shares", "land-compensation", "merger-division"] {
        rows.push(row("LRCEO 26(1): the assembly itself", of("C", "2025-06-20", "member-assembly", matter), "S must"));
    }
    for matter in [
        "internal-rules",
        "officers",
        "work-reports",
        "officer-pay",
        "plans-and-budget",
        "construction-land",
        "investment",
        "other",
    ] {
        rows.push(row("a matter the charter may delegate", of("C", "2025-06-20", reps, matter), "N must"));
    }
    rows
}

/// A meeting `A` of the assembly with notice given on a day.
fn noticed(unit: &str, notice: &str, on: &str, actor: &str) -> World {
    act(world(), unit, "meet", on, actor, |_| {}).act("N", "H", unit, "give-notice", |act| {
        act.day = (!notice.is_empty()).then(|| d(notice));
    })
}

fn assembly_notice() -> Vec<Case> {
    let id = "deliberation.assembly-notice";
    let row = |name, world: World, expect| Case::new(id, name, "2026-03-01", world, "A", expect);
    let given = |name, notice: &str, expect| row(name, noticed("C", notice, "2025-06-20", "member-assembly"), expect);
    let clear = "[set]\nnotice-day-count = \"clear\"";
    let inclusive = "[set]\nnotice-day-count = \"inclusive\"";
    let unnoticed = || act(world(), "C", "meet", "2025-06-20", "member-assembly", |_| {});
    let elsewhere =
        unnoticed().act("N", "H2", "C", "give-notice", |act| act.day = Some(d("2025-06-01"))).closed(&[List::Acts]);
    let twice = noticed("C", "2025-06-18", "2025-06-20", "member-assembly")
        .act("N2", "H", "C", "give-notice", |act| act.day = Some(d("2025-06-01")));
    vec![
        given("LRCEO 27(1): the eleventh day after the notice", "2025-06-09", "S must").cites("LRCEO 27(1)"),
        given("the tenth day after the notice: two readings", "2025-06-10", "SB must").names("notice-day-count"),
        given("the ninth day after the notice", "2025-06-11", "B must"),
        given("clear days: the eleventh", "2025-06-09", "S must").set(clear),
        given("clear days: the tenth", "2025-06-10", "B must").set(clear),
        given("clear days: the ninth", "2025-06-11", "B must").set(clear),
        given("the tenth counts: the tenth", "2025-06-10", "S must").set(inclusive),
        given("the tenth counts: the ninth", "2025-06-11", "B must").set(inclusive),
        given("notice on the day itself", "2025-06-20", "B must"),
        given("notice after the meeting", "2025-06-21", "B must"),
        given("notice in May", "2025-05", "S must"),
        given("notice in June", "2025-06", "SB must").names("Day"),
        given("day of the notice not recorded", "", "SB must").names("Day"),
        row("no notice, the file complete", unnoticed().closed(&[List::Acts]), "B must"),
        row("no notice, the file not complete", unnoticed(), "SB must").names("File"),
        row("notice of another case", elsewhere, "B must"),
        row("a reminder two days before takes nothing from the notice", twice, "S must"),
        row("no rule on notice of the board", noticed("C", "2025-06-19", "2025-06-20", "board"), "N must"),
        row(
            "no rule on notice of the representatives",
            noticed("C", "2025-06-19", "2025-06-20", "representative-assembly"),
            "N must",
        ),
        // A meeting known to the month is judged on every day of it.
        row(
            "a meeting on some day of June, noticed on 10 June",
            noticed("C", "2025-06-10", "2025-06", "member-assembly"),
            "SB must",
        )
        .names("Day"),
        row(
            "a meeting on some day of June, noticed on 22 May",
            noticed("C", "2025-05-22", "2025-06", "member-assembly"),
            "SB must",
        )
        .names("notice-day-count"),
        row(
            "a meeting on some day of June, noticed on 21 May",
            noticed("C", "2025-05-21", "2025-06", "member-assembly"),
            "S must",
        ),
        row("body not recorded, notice late", noticed("C", "2025-06-19", "2025-06-20", ""), "BN must").names("Actor"),
        row("body not recorded, notice in time", noticed("C", "2025-06-01", "2025-06-20", ""), "SN must"),
        row(
            "the village-level cooperative too",
            noticed("VC", "2025-06-11", "2025-06-20", "member-assembly"),
            "B must",
        ),
        row("not of the village itself", noticed("V", "2025-06-11", "2025-06-20", "member-assembly"), "none"),
    ]
}

fn assembly_notice_of_the_charter() -> Vec<Case> {
    let id = "deliberation.assembly-notice";
    let met = |notice: &str, on: &str| noticed("C", notice, on, "member-assembly");
    let row = |name, world: World, expect| Case::new(id, name, "2026-03-01", world, "A", expect);
    let charter = |name, notice: &str, on: &str, expect| {
        row(name, met(notice, on).clause("C", "assembly-notice", "5 days", since("2000-01-01")), expect)
    };
    let by_clause = |actor: &str| {
        noticed("C", "2025-04-29", "2025-04-30", actor).clause("C", "assembly-notice", "5 days", since("2000-01-01"))
    };
    vec![
        charter("the charter says five days: the sixth", "2025-04-24", "2025-04-30", "S must").cites("GDC"),
        charter("the charter says five days: the fifth", "2025-04-25", "2025-04-30", "SB must")
            .names("notice-day-count"),
        charter("the charter says five days: the fourth", "2025-04-26", "2025-04-30", "B must"),
        row("no clause recorded", met("2025-04-01", "2025-04-30"), "SB must").names("assembly-notice").cites("GDC"),
        charter("the first day of the law: five days are too few", "2025-04-24", "2025-05-01", "B must")
            .cites("LRCEO 27(1)"),
        charter("the first day of the law: the eleventh", "2025-04-20", "2025-05-01", "S must"),
        row("before the law too nothing on the board", by_clause("board"), "N must"),
        row("before the law, body not recorded", by_clause(""), "BN must").names("Actor"),
        charter("the first day of GDC", "2006-09-28", "2006-10-01", "B must").cites("GDC"),
        charter("the day before it no edition is known", "2006-09-28", "2006-09-30", "SBN must").names("Edition"),
        charter("a meeting in 2025, noticed long before: either rule", "2024-12-01", "2025", "SN must + SN must")
            .names("Day"),
    ]
}

/// A meeting or resolution `A` with a number of votes or persons, and a base.
fn counted(stage: &str, unit: &str, on: &str, actor: &str, number: Option<Count>, base: Option<(Base, u32)>) -> World {
    act(world(), unit, stage, on, actor, |act| {
        act.counts.extend(number);
        act.counts.extend(base.map(|(base, number)| Count::of_base(base, number)));
    })
}

fn assembly_quorum() -> Vec<Case> {
    let id = "deliberation.assembly-quorum";
    let on = |unit: &str, day: &str, actor: &str, present: u32, of: u32| {
        counted(
            "meet",
            unit,
            day,
            actor,
            Some(Count::new(Quantity::Present, present)),
            Some((Base::CapableMembers, of)),
        )
    };
    let row = |name, world: World, expect| Case::new(id, name, "2026-03-01", world, "A", expect);
    let law = |name, present, of, expect| row(name, on("C", "2025-06-20", "member-assembly", present, of), expect);
    let charter = |name, day: &str, share: &str, present, of, expect| {
        let world =
            on("C", day, "member-assembly", present, of).clause("C", "assembly-quorum", share, since("2000-01-01"));
        row(name, world, expect)
    };
    let unsized_base =
        counted("meet", "C", "2025-06-20", "member-assembly", Some(Count::new(Quantity::Present, 60)), None);
    let uncounted = counted("meet", "C", "2025-06-20", "member-assembly", None, Some((Base::CapableMembers, 90)));
    let other_base = counted(
        "meet",
        "C",
        "2025-06-20",
        "member-assembly",
        Some(Count::new(Quantity::Present, 60)),
        Some((Base::Registered, 90)),
    );
    let ayes = counted(
        "meet",
        "C",
        "2025-06-20",
        "member-assembly",
        Some(Count::new(Quantity::Ayes, 60)),
        Some((Base::CapableMembers, 90)),
    );
    vec![
        law("LRCEO 27(1): two of three", 2, 3, "S must").cites("LRCEO 27(1)"),
        law("LRCEO 27(1): one of three", 1, 3, "B must"),
        law("one of two", 1, 2, "B must"),
        law("two of four", 2, 4, "B must"),
        law("three of four", 3, 4, "S must"),
        law("60 of 90", 60, 90, "S must"),
        law("59 of 90", 59, 90, "B must"),
        law("67 of 100", 67, 100, "S must"),
        law("66 of 100", 66, 100, "B must"),
        law("nobody of nobody", 0, 0, "B must"),
        row("attendance not recorded", uncounted, "SB must").names("Present"),
        row("number of capable members not known", unsized_base, "SB must").names("CapableMembers"),
        row("a base by another name is no base", other_base, "SB must").names("CapableMembers"),
        row("ayes are no attendance", ayes, "SB must").names("Present"),
        row("not of the board", on("C", "2025-06-20", "board", 1, 3), "N must"),
        row(
            "no quorum is set for the representatives",
            on("C", "2025-06-20", "representative-assembly", 1, 3),
            "N must",
        ),
        row("body not recorded", on("C", "2025-06-20", "", 1, 3), "BN must").names("Actor"),
        row("the village-level cooperative too", on("VC", "2025-06-20", "member-assembly", 1, 3), "B must"),
        row("not of the village itself", on("V", "2025-06-20", "member-assembly", 1, 3), "none"),
        charter("the first day of the law: half is too few", "2025-05-01", "1/2", 5, 10, "B must").cites("LRCEO 27(1)"),
        charter("the charter says half: exactly half", "2025-04-30", "1/2", 5, 10, "S must").cites("GDC"),
        charter("the charter says half: one fewer", "2025-04-30", "1/2", 4, 10, "B must"),
        row("no clause recorded", on("C", "2025-04-30", "member-assembly", 9, 10), "SB must").names("assembly-quorum"),
        row(
            "before the law too nothing on the board",
            on("C", "2025-04-30", "board", 1, 3).clause("C", "assembly-quorum", "1/2", since("2000")),
            "N must",
        ),
        charter("the first day of GDC", "2006-10-01", "1/2", 4, 10, "B must"),
        charter("the day before it no edition is known", "2006-09-30", "1/2", 4, 10, "SBN must").names("Edition"),
    ]
}

fn assembly_quorum_from_the_roll() -> Vec<Case> {
    let id = "deliberation.assembly-quorum";
    // Three grown-up members, and a fourth by case.
    let roll = |fourth: &str, present: u32| {
        let met =
            counted("meet", "C", "2025-06-20", "member-assembly", Some(Count::new(Quantity::Present, present)), None);
        ["P1", "P2", "P3"]
            .iter()
            .fold(met, |world, id| world.born(id, "1979.08").member(id, "C", since("2010-01-01")))
            .born("P4", fourth)
            .member("P4", "C", since("2015-01-01"))
    };
    let closed = |fourth, present| roll(fourth, present).closed(&[List::Members, List::Capacity]);
    let row = |name, world: World, expect| Case::new(id, name, "2026-03-01", world, "A", expect);
    // The same roll under a charter of two thirds, the day before the law.
    let before = |fourth: &'static str, income: StatusKind| {
        let mut world =
            closed(fourth, 2).status("P4", income, since("2020")).clause("C", "assembly-quorum", "2/3", since("2000"));
        for act in &mut world.0.acts {
            act.day = Some(d("2025-04-30"));
        }
        world
    };
    vec![
        row("under the charter: eighteen on the day", before("2007-04-30", StatusKind::NoOwnLaborIncome), "B must"),
        row("under the charter: eighteen the day after", before("2007-05-01", StatusKind::NoOwnLaborIncome), "S must"),
        row(
            "under the charter: sixteen on the day, on own labor",
            before("2009-04-30", StatusKind::OwnLaborIncome),
            "B must",
        ),
        row("under the charter: sixteen the day after", before("2009-05-01", StatusKind::OwnLaborIncome), "S must"),
        row("CC 17: a fourth of eighteen on the day is in the base", closed("2007-06-20", 2), "B must"),
        row(
            "CC 17: a fourth of seventeen without own income is not",
            closed("2007-06-21", 2).status("P4", StatusKind::NoOwnLaborIncome, since("2020")),
            "S must",
        ),
        row(
            "CC 18: of sixteen, living on own labor, is in the base",
            closed("2009-06-20", 2).status("P4", StatusKind::OwnLaborIncome, since("2020")),
            "B must",
        ),
        row(
            "CC 18: of fifteen is not",
            closed("2009-06-21", 2).status("P4", StatusKind::OwnLaborIncome, since("2020")),
            "S must",
        ),
        row("CC 18: seventeen, own income not recorded, and it decides", closed("2007-06-21", 2), "SB must")
            .names("CapableMembers"),
        row("seventeen, own income not recorded, and it does not decide", closed("2007-06-21", 3), "S must"),
        row(
            "CC 24: a fourth found incapable is not",
            closed("1979.08", 2).status("P4", StatusKind::CapacityLimited, since("2025-01-01")),
            "S must",
        ),
        row(
            "found incapable the day after the meeting",
            closed("1979.08", 2).status("P4", StatusKind::CapacityLimited, since("2025-06-21")),
            "B must",
        ),
        row("the roll is not complete", roll("1979.08", 3).closed(&[List::Capacity]), "SB must")
            .names("CapableMembers"),
        row(
            "two present are too few for a roll of four at least",
            roll("1979.08", 2).closed(&[List::Capacity]),
            "B must",
        ),
    ]
}

fn board_quorum() -> Vec<Case> {
    let id = "deliberation.board-quorum";
    let on = |unit: &str, day: &str, actor: &str, present: u32, of: u32| {
        counted("meet", unit, day, actor, Some(Count::new(Quantity::Present, present)), Some((Base::AllDirectors, of)))
    };
    let row = |name, world: World, expect| Case::new(id, name, "2026-03-01", world, "A", expect);
    let law = |name, present, of, expect| row(name, on("C", "2025-06-20", "board", present, of), expect);
    let charter = |name, day: &str, present, of, expect| {
        row(name, on("C", day, "board", present, of).clause("C", "board-quorum", "1/2", since("2000-01-01")), expect)
    };
    let roster = |present: u32| {
        let met = counted("meet", "C", "2025-06-20", "board", Some(Count::new(Quantity::Present, present)), None);
        [
            ("P1", PostKind::Chair),
            ("P2", PostKind::DeputyChair),
            ("P3", PostKind::Director),
            ("P4", PostKind::Supervisor),
        ]
        .iter()
        .fold(met, |world, (id, post)| world.man(id).holds(id, *post, "C", since("2025-05-10")))
    };
    let four = |present| roster(present).man("P5").holds("P5", PostKind::Director, "C", since("2025-06-20"));
    let chair_twice = |present| roster(present).holds("P1", PostKind::Director, "C", since("2025-05-10"));
    vec![
        law("LRCEO 31(1): two of three", 2, 3, "S must").cites("LRCEO 31(1)"),
        law("LRCEO 31(1): one of three", 1, 3, "B must"),
        law("one of two", 1, 2, "B must"),
        law("two of four", 2, 4, "B must"),
        law("four of five", 4, 5, "S must"),
        law("three of five", 3, 5, "B must"),
        law("four of six", 4, 6, "S must"),
        law("three of six", 3, 6, "B must"),
        law("five of seven", 5, 7, "S must"),
        law("four of seven", 4, 7, "B must"),
        // A count above its base is a mistake in the facts, not an answer.
        law("five of four: a mistake in the record, no attendance", 5, 4, "SB must"),
        row(
            "attendance not recorded",
            counted("meet", "C", "2025-06-20", "board", None, Some((Base::AllDirectors, 3))),
            "SB must",
        )
        .names("Present"),
        row("directors counted from the roster: two of three", roster(2).closed(&[List::Roster]), "S must"),
        row("a director from the day of the meeting on: two of four", four(2).closed(&[List::Roster]), "B must"),
        row("who is chair and director is one", chair_twice(2).closed(&[List::Roster]), "S must"),
        row("the roster is not complete", roster(2), "SB must").names("AllDirectors"),
        row("one present is too few for three at least", roster(1), "B must"),
        row("not of the assembly", on("C", "2025-06-20", "member-assembly", 1, 3), "N must"),
        row("body not recorded", on("C", "2025-06-20", "", 1, 3), "BN must").names("Actor"),
        row("the village-level cooperative too", on("VC", "2025-06-20", "board", 1, 3), "B must"),
        row("not of the village itself", on("V", "2025-06-20", "board", 1, 3), "none"),
        charter("the first day of the law: half is too few", "2025-05-01", 2, 4, "B must").cites("LRCEO 31(1)"),
        charter("the charter says half: exactly half", "2025-04-30", 2, 4, "S must").cites("GDC"),
        charter("the charter says half: one fewer", "2025-04-30", 1, 4, "B must"),
        row("no clause recorded", on("C", "2025-04-30", "board", 3, 4), "SB must").names("board-quorum"),
        row(
            "before the law too nothing on the assembly",
            on("C", "2025-04-30", "member-assembly", 1, 4).clause("C", "board-quorum", "1/2", since("2000")),
            "N must",
        ),
        charter("the first day of GDC", "2006-10-01", 1, 4, "B must"),
        charter("the day before it no edition is known", "2006-09-30", 1, 4, "SBN must").names("Edition"),
    ]
}

fn board_majority() -> Vec<Case> {
    let id = "deliberation.board-majority";
    let on = |unit: &str, day: &str, actor: &str, ayes: u32, of: u32| {
        counted("resolve", unit, day, actor, Some(Count::new(Quantity::Ayes, ayes)), Some((Base::AllDirectors, of)))
    };
    let row = |name, world: World, expect| Case::new(id, name, "2026-03-01", world, "A", expect);
    let law = |name, ayes, of, expect| row(name, on("C", "2025-06-20", "board", ayes, of), expect);
    let charter = |name, day: &str, ayes, of, expect| {
        row(name, on("C", day, "board", ayes, of).clause("C", "board-majority", "2/3", since("2000-01-01")), expect)
    };
    let five_present = |ayes: u32| {
        act(world(), "C", "resolve", "2025-06-20", "board", |act| {
            act.counts = vec![
                Count::new(Quantity::Present, 5),
                Count::new(Quantity::Ayes, ayes),
                Count::of_base(Base::AllDirectors, 7),
            ];
        })
    };
    let roster = ["P1", "P2", "P3", "P4"].iter().fold(
        counted("resolve", "C", "2025-06-20", "board", Some(Count::new(Quantity::Ayes, 2)), None),
        |world, id| world.man(id).holds(id, PostKind::Director, "C", since("2025-05-10")),
    );
    vec![
        law("LRCEO 31(2): two of three", 2, 3, "S must").cites("LRCEO 31(2)"),
        law("LRCEO 31(2): one of three", 1, 3, "B must"),
        law("one of one", 1, 1, "S must"),
        law("two of four: half is not more than half", 2, 4, "B must"),
        law("three of four", 3, 4, "S must"),
        law("three of five", 3, 5, "S must"),
        law("two of five", 2, 5, "B must"),
        law("four of seven", 4, 7, "S must"),
        law("three of seven", 3, 7, "B must"),
        row("five of seven present, three for it: all directors count", five_present(3), "B must"),
        row("five of seven present, four for it", five_present(4), "S must"),
        row(
            "ayes not recorded",
            counted("resolve", "C", "2025-06-20", "board", None, Some((Base::AllDirectors, 3))),
            "SB must",
        )
        .names("Ayes"),
        row("directors counted from the roster: two of four", roster.closed(&[List::Roster]), "B must"),
        row(
            "number of directors not known",
            counted("resolve", "C", "2025-06-20", "board", Some(Count::new(Quantity::Ayes, 2)), None),
            "SB must",
        )
        .names("AllDirectors"),
        row("not of the assembly", on("C", "2025-06-20", "member-assembly", 1, 3), "N must"),
        row("body not recorded", on("C", "2025-06-20", "", 1, 3), "BN must").names("Actor"),
        row("the village-level cooperative too", on("VC", "2025-06-20", "board", 1, 3), "B must"),
        row("not of the village itself", on("V", "2025-06-20", "board", 1, 3), "none"),
        charter("the first day of the law: more than half is enough", "2025-05-01", 3, 5, "S must")
            .cites("LRCEO 31(2)"),
        charter("the charter says more than two thirds: exactly two thirds", "2025-04-30", 4, 6, "B must").cites("GDC"),
        charter("the charter says more than two thirds: one more", "2025-04-30", 5, 6, "S must"),
        row("no clause recorded", on("C", "2025-04-30", "board", 4, 4), "SB must").names("board-majority"),
        row(
            "before the law too nothing on the assembly",
            on("C", "2025-04-30", "member-assembly", 1, 4).clause("C", "board-majority", "1/2", since("2000")),
            "N must",
        ),
        charter("the first day of GDC", "2006-10-01", 1, 4, "B must"),
        charter("the day before it no edition is known", "2006-09-30", 1, 4, "SBN must").names("Edition"),
    ]
}

fn minutes() -> Vec<Case> {
    let id = "deliberation.minutes";
    let met = |unit: &str, on: &str, actor: &str, items: &[&str]| {
        let items: Vec<Key> = items.iter().map(|item| key(item)).collect();
        act(world(), unit, "meet", on, actor, move |act| act.items = items)
    };
    let row = |name, world: World, expect| Case::new(id, name, "2026-03-01", world, "A", expect);
    let without = |name, actor, expect| row(name, met("C", "2025-06-20", actor, &[]).closed(&[List::Acts]), expect);
    vec![
        row("LRCEO 33: minutes on file", met("C", "2025-06-20", "board", &["minutes"]), "S must").cites("LRCEO 33"),
        without("none in a complete file: the assembly", "member-assembly", "B must"),
        without("none in a complete file: the representatives", "representative-assembly", "B must"),
        without("none in a complete file: the board", "board", "B must"),
        without("none in a complete file: the supervisors", "supervisory-board", "B must"),
        row(
            "signatures are no minutes",
            met("C", "2025-06-20", "board", &["signatures"]).closed(&[List::Acts]),
            "B must",
        ),
        row("none, the file not complete", met("C", "2025-06-20", "board", &[]), "SB must").names("File"),
        without("a meeting of the villagers' committee is not meant", "village-committee", "N must"),
        without("nor one of the branch", "members-meeting", "N must"),
        without("body not recorded", "", "BN must").names("Actor"),
        row("the first day of the law", met("C", "2025-05-01", "board", &[]).closed(&[List::Acts]), "B must"),
        row(
            "the day before it no edition is known",
            met("C", "2025-04-30", "board", &[]).closed(&[List::Acts]),
            "SBN must",
        )
        .names("Edition"),
        row("the village-level cooperative too", met("VC", "2025-06-20", "board", &[]).closed(&[List::Acts]), "B must"),
        row("not of the village itself", met("V", "2025-06-20", "board", &[]).closed(&[List::Acts]), "none"),
    ]
}

fn frequency_branch_meeting() -> Vec<Case> {
    let id = "deliberation.frequency-branch-meeting";
    let q4 = "B/2025-10-01..2025-12-31";
    let met = |on: &str, actor: &str| act(world(), "B", "meet", on, actor, |_| {});
    let closed = |on: &str, actor: &str| met(on, actor).closed(&[List::Acts]);
    let row = |name, day, world: World, subject, expect| Case::new(id, name, day, world, subject, expect);
    let last = |name, world: World, expect| row(name, "2026-03-01", world, q4, expect);
    let joint = world().unit("J", UnitKind::JointBranch, Some("V")).closed(&[List::Acts]);
    let general = world().unit("G", UnitKind::GeneralBranch, Some("V")).closed(&[List::Acts]);
    vec![
        last("BRANCH 11: once in the quarter, on its last day", closed("2025-12-31", "members-meeting"), "S normally")
            .cites("BRANCH 11"),
        last("BRANCH 11: on its first day", closed("2025-10-01", "members-meeting"), "S normally"),
        last("the day after the quarter", closed("2026-01-01", "members-meeting"), "B normally"),
        last("the day before the quarter", closed("2025-09-30", "members-meeting"), "B normally"),
        last("none on record, the record not complete", world(), "SB normally").names("Acts"),
        last("a meeting of the branch committee is another", closed("2025-11-10", "branch-committee"), "B normally"),
        last("body not recorded", closed("2025-11-10", ""), "SB normally").names("Acts"),
        last(
            "another act of the members' meeting",
            act(world(), "B", "resolve", "2025-11-10", "members-meeting", |_| {}).closed(&[List::Acts]),
            "B normally",
        ),
        last("some day of November", closed("2025-11", "members-meeting"), "S normally"),
        last("some day of 2025", closed("2025", "members-meeting"), "SB normally").names("Acts"),
        row(
            "the running quarter is not asked about",
            "2026-03-31",
            closed("2025-12-31", "members-meeting"),
            "B/2026-01-01..2026-03-31",
            "none",
        ),
        row(
            "the quarter that ended yesterday",
            "2026-04-01",
            closed("2025-12-31", "members-meeting"),
            "B/2026-01-01..2026-03-31",
            "B normally",
        ),
        row("a joint branch too", "2026-03-01", joint, "J/2025-10-01..2025-12-31", "B normally"),
        row("not a general branch", "2026-03-01", general, "G/2025-10-01..2025-12-31", "none"),
        row(
            "the quarter in which the regulation began, none held",
            "2019-01-15",
            closed("2019-01-01", "members-meeting"),
            "B/2018-10-01..2018-12-31",
            "SBN normally",
        ),
        row(
            "the quarter in which the regulation began, one held",
            "2019-01-15",
            closed("2018-11-01", "members-meeting"),
            "B/2018-10-01..2018-12-31",
            "S normally",
        ),
        row(
            "the first whole quarter under it",
            "2019-04-15",
            closed("2018-11-01", "members-meeting"),
            "B/2019-01-01..2019-03-31",
            "B normally",
        ),
        row(
            "the quarter before it: no edition is known",
            "2019-01-15",
            closed("2018-08-01", "members-meeting"),
            "B/2018-07-01..2018-09-30",
            "SBN normally",
        )
        .names("Edition"),
    ]
}

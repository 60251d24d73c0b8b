//! 组织优化: committees of villages, their representatives and their supervision committees.

use crate::support::*;
use grassroots::vocab::*;

pub fn cases() -> Vec<Case> {
    [
        village_committee_origin,
        village_committee_women,
        village_committee_ethnic_seat,
        village_committee_vacancy,
        group_head_term,
        village_representatives,
        village_representatives_apportionment,
        village_representatives_term,
        village_supervision,
        village_supervision_choice,
        village_supervision_pool,
        village_supervision_knowledge,
        village_supervision_term,
        village_supervision_size,
        village_supervision_head,
        village_supervision_head_usual,
        village_supervision_exclusions,
        village_supervision_exclusions_local,
    ]
    .into_iter()
    .flat_map(|of| of())
    .collect()
}

/// The posts of a committee.
pub const COMMITTEE: [PostKind; 3] =
    [PostKind::CommitteeDirector, PostKind::CommitteeDeputy, PostKind::CommitteeMember];

/// The posts of a supervision committee.
pub const SUPERVISORS: [PostKind; 2] = [PostKind::VillageSupervisor, PostKind::VillageSupervisionHead];

/// A person in a post since a day, by a way of taking office.
pub fn taken(post: PostKind, unit: &str, from: &str, basis: Option<Basis>) -> World {
    World::new().man("P1").holding("P1", post, unit, since(from), |row| row.basis = basis)
}

/// The key of P1 in a post.
fn p1(post: PostKind, unit: &str) -> &'static str {
    format!("P1/{post}@{unit}").leak()
}

/// Rows on how seats of a unit are come by: the law of two texts, and the units it is not of.
pub fn by_election(
    id: &'static str,
    posts: &[PostKind],
    (unit, other): (&'static str, &'static str),
    editions: &[(&'static str, &'static str, &'static str)],
    before: &'static str,
) -> Vec<Case> {
    let post = posts.last().copied().unwrap();
    let row = |name, post, from: &str, basis, expect| {
        Case::new(id, name, "2026-03-01", taken(post, unit, from, basis), p1(post, unit), expect)
    };
    let mut rows = Vec::new();
    for &post in posts {
        rows.push(row("elected", post, "2026-01-10", Some(Basis::Elected), "S must"));
        rows.push(row("appointed", post, "2026-01-10", Some(Basis::Appointed), "B must"));
    }
    rows.push(row("elected into a vacancy", post, "2026-01-10", Some(Basis::ByElection), "S must"));
    rows.push(row("co-opted", post, "2026-01-10", Some(Basis::CoOpted), "B must"));
    rows.push(row("how is not recorded", post, "2026-01-10", None, "SB must").names("Basis"));
    for &(first, last, cites) in editions {
        let (appointed, elected, filled) = (Basis::Appointed, Basis::Elected, Basis::ByElection);
        rows.push(row("appointed on the first day of the text", post, first, Some(appointed), "B must").cites(cites));
        rows.push(row("appointed on its last day", post, last, Some(appointed), "B must").cites(cites));
        rows.push(row("elected under it", post, first, Some(elected), "S must"));
        rows.push(row("elected into a vacancy under it", post, first, Some(filled), "S must"));
    }
    let eve = editions.first().map(|(first, ..)| day(first).pred_opt().unwrap().to_string()).unwrap();
    rows.push(row("appointed the day before the first text", post, &eve, Some(Basis::Appointed), before));
    // The day of taking the post decides, not that of an election before it.
    let earlier = World::new().man("P1").holding("P1", post, unit, since("2026-01-01"), |row| {
        row.basis = Some(Basis::Appointed);
        row.elected = Some(d("2025-12-31"));
    });
    let (_, _, last) = editions.last().unwrap();
    rows.push(
        Case::new(id, "taken on 2026-01-01, voted on the day before", "2026-03-01", earlier, p1(post, unit), "B must")
            .cites(last),
    );
    let world = taken(post, other, "2026-01-10", Some(Basis::Appointed));
    rows.push(Case::new(id, "not asked elsewhere", "2026-03-01", world, p1(post, other), "none"));
    let world = taken(PostKind::Clerk, unit, "2026-01-10", Some(Basis::Appointed));
    rows.push(Case::new(id, "a clerk holds no seat", "2026-03-01", world, p1(PostKind::Clerk, unit), "none"));
    rows
}

fn village_committee_origin() -> Vec<Case> {
    let editions = [("2010-10-28", "2025-12-31", "VCL 11(1)"), ("2026-01-01", "2026-02-28", "VCL 14(1)")];
    by_election("organization.village-committee-origin", &COMMITTEE, ("V", "K"), &editions, "SBN must")
}

/// A committee: sex and post of each member.
pub fn sitting(unit: &str, of: &[(Option<Sex>, PostKind)]) -> World {
    of.iter().enumerate().fold(World::new(), |world, (number, (sex, post))| {
        let id = format!("M{number}");
        world.person(&id, |row| row.sex = *sex).holds(&id, *post, unit, since("2010-11-10"))
    })
}

/// Rows on a woman among the members of a committee.
pub fn a_woman(id: &'static str, unit: &'static str, other: &'static str) -> Vec<Case> {
    let (woman, man) = (Some(Sex::Female), Some(Sex::Male));
    let [director, deputy, member] = COMMITTEE;
    let row = |name, of: &[_], expect| {
        Case::new(id, name, "2026-03-01", sitting(unit, of).closed(&[List::Roster]), unit, expect)
    };
    let left = sitting(unit, &[(man, director)])
        .woman("F")
        .holds("F", member, unit, until("2021-01-10", "2026-03-01"))
        .closed(&[List::Roster]);
    let leaving = sitting(unit, &[(man, director)])
        .woman("F")
        .holds("F", member, unit, until("2021-01-10", "2026-03-02"))
        .closed(&[List::Roster]);
    vec![
        row("a woman as director", &[(woman, director)], "S must"),
        row("a woman as deputy", &[(woman, deputy)], "S must"),
        row("a woman as member", &[(woman, member)], "S must"),
        row("one woman beside two men", &[(man, director), (man, deputy), (woman, member)], "S must"),
        row("two women", &[(man, director), (woman, deputy), (woman, member)], "S must"),
        row("no woman", &[(man, director), (man, deputy), (man, member)], "B must"),
        row("one sex not recorded", &[(man, director), (None, member)], "SB must").names("Sex"),
        row("one sex not recorded beside a woman", &[(woman, director), (None, member)], "S must"),
        Case::new(
            id,
            "no woman known, the roster open",
            "2026-03-01",
            sitting(unit, &[(man, director)]),
            unit,
            "SB must",
        )
        .names("Roster"),
        Case::new(id, "the woman left on the day", "2026-03-01", left, unit, "B must"),
        Case::new(id, "the woman leaves on the day after", "2026-03-01", leaving, unit, "S must"),
        Case::new(
            id,
            "a woman among the representatives sits on no committee",
            "2026-03-01",
            sitting(unit, &[(man, director), (woman, PostKind::VillageRepresentative)]).closed(&[List::Roster]),
            unit,
            "B must",
        ),
        Case::new(
            id,
            "nobody sits on a committee",
            "2026-03-01",
            sitting(unit, &[(man, PostKind::Clerk)]).closed(&[List::Roster]),
            unit,
            "none",
        ),
        Case::new(
            id,
            "not asked elsewhere",
            "2026-03-01",
            sitting(other, &[(man, director)]).closed(&[List::Roster]),
            other,
            "none",
        ),
    ]
}

fn village_committee_women() -> Vec<Case> {
    let id = "organization.village-committee-women";
    let men = || sitting("V", &[(Some(Sex::Male), PostKind::CommitteeDirector)]).closed(&[List::Roster]);
    let woman = || sitting("V", &[(Some(Sex::Female), PostKind::CommitteeDirector)]).closed(&[List::Roster]);
    let posts = |day, post| {
        let name = "each post of the committee, under the earlier texts";
        Case::new(id, name, day, sitting("V", &[(Some(Sex::Female), post)]).closed(&[List::Roster]), "V", "S must")
    };
    let pair = || sitting("V", &COMMITTEE.map(|post| (Some(Sex::Female), post))).closed(&[List::Roster]);
    let row = |name, day, world, expect| Case::new(id, name, day, world, "V", expect);
    let mut rows = a_woman(id, "V", "K");
    rows.extend(COMMITTEE.map(|post| posts("2020-10-31", post)));
    rows.extend(COMMITTEE.map(|post| posts("2025-12-31", post)));
    rows.extend([
        row("VCL 6(2) and GDV 2 on their last day", "2025-12-31", men(), "B must").cites("VCL 6(2), GDV 2"),
        row("VCL 8(2) alone on its first day", "2026-01-01", men(), "B must").cites("VCL 8(2)"),
        row("GDV 2 from its first day", "2020-11-01", men(), "B must").cites("VCL 6(2), GDV 2"),
        row("VCL 6(2) alone, the day before", "2020-10-31", men(), "B must").cites("VCL 6(2)"),
        row("the first day of the text of 2018", "2018-12-29", men(), "B must"),
        row("a woman, under the text of 2018", "2018-12-29", woman(), "S must"),
        row("three women, under each text", "2018-12-29", pair(), "S must"),
        row("three women, under each text", "2020-11-01", pair(), "S must"),
        row("three women, under each text", "2026-01-01", pair(), "S must"),
        row("the day before it no edition is known", "2018-12-28", men(), "SBN must").names("Edition"),
    ]);
    rows
}

/// A committee in a place of several ethnic groups, of one, or of unknown ones: posts, and who is of a smaller group.
pub fn of_groups(unit: &str, several: Option<bool>, of: &[(PostKind, bool)]) -> World {
    let world = World::new();
    let world = match several {
        Some(holds) => world.has_trait(unit, TraitKind::MultiEthnic, holds, since("1980")),
        None => world,
    };
    of.iter().enumerate().fold(world, |world, (number, (post, smaller))| {
        let id = format!("P{number}");
        let world = world.man(&id).holds(&id, *post, unit, since("1988-11-10"));
        if *smaller { world.status(&id, StatusKind::LessNumerousEthnicGroup, since("1970")) } else { world }
    })
}

/// Rows on a member of a less numerous ethnic group, asked until the end of 2025.
pub fn of_a_group(id: &'static str, unit: &'static str, other: &'static str, days: &[&'static str]) -> Vec<Case> {
    let all = [List::Roster, List::Statuses];
    let director = PostKind::CommitteeDirector;
    let none = [(director, false)];
    let row = |name, day, world, expect| Case::new(id, name, day, world, unit, expect);
    let mut rows = Vec::new();
    for &day in days {
        for post in COMMITTEE {
            let world = of_groups(unit, Some(true), &[(post, true)]).closed(&all);
            rows.push(row("a member of such a group, in each post", day, world, "S must"));
        }
        let two = [(director, true), (PostKind::CommitteeDeputy, true), (PostKind::CommitteeMember, false)];
        rows.push(row("two of three", day, of_groups(unit, Some(true), &two).closed(&all), "S must"));
        rows.push(row("none", day, of_groups(unit, Some(true), &none).closed(&all), "B must"));
        rows.push(row("one group only", day, of_groups(unit, Some(false), &none).closed(&all), "N must"));
    }
    rows.extend([
        row("left out from 2026", "2026-01-01", of_groups(unit, Some(true), &none).closed(&all), "-"),
        row(
            "whether there are several groups is not recorded",
            "2025-12-31",
            of_groups(unit, None, &none).closed(&all),
            "BN must",
        )
        .names("Trait"),
        row(
            "the statuses are not said to be complete",
            "2025-12-31",
            of_groups(unit, Some(true), &none).closed(&[List::Roster]),
            "SB must",
        )
        .names("Statuses"),
        row(
            "nobody sits on the committee",
            "2025-12-31",
            of_groups(unit, Some(true), &[(PostKind::Clerk, false)]).closed(&all),
            "none",
        ),
        Case::new(
            id,
            "not asked elsewhere",
            "2025-12-31",
            of_groups(other, Some(true), &none).closed(&all),
            other,
            "none",
        ),
    ]);
    rows
}

fn village_committee_ethnic_seat() -> Vec<Case> {
    let id = "organization.village-committee-ethnic-seat";
    let none = || {
        let world = of_groups("V", Some(true), &[(PostKind::CommitteeDirector, false)]);
        world.closed(&[List::Roster, List::Statuses])
    };
    let row = |name, day, expect| Case::new(id, name, day, none(), "V", expect);
    let mut rows = of_a_group(id, "V", "K", &["2020-10-31", "2025-12-31"]);
    rows.extend([
        row("VCL 6(2) and GDV 2 on their last day", "2025-12-31", "B must").cites("VCL 6(2), GDV 2"),
        row("GDV 2 from its first day", "2020-11-01", "B must").cites("VCL 6(2), GDV 2"),
        row("VCL 6(2) alone, the day before", "2020-10-31", "B must").cites("VCL 6(2)"),
        row("the first day of the text of 2018", "2018-12-29", "B must"),
        row("the day before it no edition is known", "2018-12-28", "SBN must").names("Edition"),
    ]);
    rows
}

/// A member elected into a vacancy, with the day the committee was formed and the end of the term recorded.
pub fn successor(
    (unit, body): (&str, BodyKind),
    post: PostKind,
    formed: &str,
    ends: &str,
    basis: Option<Basis>,
) -> World {
    let world = World::new().man("P1").holding("P1", post, unit, since("2024-06-10"), |row| {
        row.basis = basis;
        row.term_end = (!ends.is_empty()).then(|| d(ends));
    });
    if formed.is_empty() { world } else { world.body(unit, body, |row| row.formed = Some(d(formed))) }
}

/// Rows on the term of a member elected into a vacancy.
pub fn remainder(id: &'static str, unit: &'static str, body: BodyKind, other: (&'static str, BodyKind)) -> Vec<Case> {
    let by = Some(Basis::ByElection);
    let member = PostKind::CommitteeMember;
    let row = |name, post, formed: &str, ends: &str, basis, expect| {
        let world = successor((unit, body), post, formed, ends, basis);
        Case::new(id, name, "2026-03-01", world, p1(post, unit), expect)
    };
    let mut rows: Vec<Case> = COMMITTEE
        .into_iter()
        .flat_map(|post| {
            [
                row("to the end of the committee's term", post, "2022-01-10", "2027-01-10", by, "S must"),
                row("a day beyond it", post, "2022-01-10", "2027-01-11", by, "B must"),
            ]
        })
        .collect();
    rows.extend([
        row("five new years", member, "2022-01-10", "2029-06-10", by, "B must"),
        row("to an earlier day", member, "2022-01-10", "2026-06-10", by, "S must"),
        row("elected with the committee", member, "2022-01-10", "2029-06-10", Some(Basis::Elected), "N must"),
        row("how the seat was taken is not recorded", member, "2022-01-10", "2029-06-10", None, "BN must")
            .names("Basis"),
        row("the end of the term is not recorded", member, "2022-01-10", "", by, "SB must").names("TermEnd"),
        row("the formation of the committee is not recorded", member, "", "2027-01-10", by, "SB must").names("Formed"),
        row("the end is known to the month", member, "2022-01-10", "2027-01", by, "SB must").names("TermEnd"),
    ]);
    let world = successor(other, member, "2022-01-10", "2029-06-10", by);
    rows.push(Case::new(id, "not asked elsewhere", "2026-03-01", world, p1(member, other.0), "none"));
    let world = successor((unit, body), PostKind::VillageSupervisor, "2022-01-10", "2029-06-10", by);
    let key = p1(PostKind::VillageSupervisor, unit);
    rows.push(Case::new(id, "not asked of a supervisor", "2026-03-01", world, key, "none"));
    rows
}

fn village_committee_vacancy() -> Vec<Case> {
    let id = "organization.village-committee-vacancy";
    let (village, community) = (BodyKind::VillageCommittee, BodyKind::ResidentsCommittee);
    let of = |formed: &str, ends: &str, basis| {
        World::new().body("V", village, |row| row.formed = Some(d(formed))).man("P1").holding(
            "P1",
            PostKind::CommitteeMember,
            "V",
            since("2018-03-10"),
            |row| {
                row.basis = Some(basis);
                row.term_end = Some(d(ends));
            },
        )
    };
    let row = |name, day, ends: &str, expect| {
        let world = of("2017-01-10", ends, Basis::ByElection);
        Case::new(id, name, day, world, "P1/committee-member@V", expect)
    };
    let mut rows = remainder(id, "V", village, ("K", community));
    rows.extend([
        row("VCL 19 on its last day", "2025-12-31", "2022-01-11", "B must").cites("VCL 19"),
        row("VCL 23 on its first day", "2026-01-01", "2022-01-11", "B must").cites("VCL 23"),
        row("VCL 19: to the fifth anniversary", "2025-12-31", "2022-01-10", "S must"),
        row("VCL 19: nothing beyond the fourth", "2025-12-31", "2021-01-11", "S must"),
        row("the first day of the text of 2018", "2018-12-29", "2022-01-11", "B must"),
        row("the day before it no edition is known", "2018-12-28", "2022-01-11", "SBN must").names("Edition"),
        Case::new(
            id,
            "VCL 19: elected with the committee",
            "2025-12-31",
            of("2017-01-10", "2022-01-11", Basis::Elected),
            "P1/committee-member@V",
            "N must",
        ),
    ]);
    rows
}

/// A person elected to a post on a day.
pub fn elected(post: PostKind, unit: &str, on: &str) -> World {
    let world = World::new().unit("G", UnitKind::VillagersGroup, Some("V")).man("P1");
    world.holding("P1", post, unit, since("2010-11-10"), |row| {
        row.basis = Some(Basis::Elected);
        row.elected = (!on.is_empty()).then(|| d(on));
    })
}

const MONTH: &str = "[set]\npromptly-days = \"30 days\"";

/// Rows on a term of five years and thirty days for the new choice, of a post chosen with a villagers' committee.
fn term_of_a_seat(id: &'static str, post: PostKind, old: &'static str, new: &'static str) -> Vec<Case> {
    let row = |name, day, on: &str, expect| Case::new(id, name, day, elected(post, "V", on), p1(post, "V"), expect);
    let set = |name, day, on: &str, expect| row(name, day, on, expect).set(MONTH);
    vec![
        row("the fifth anniversary still counts", "2026-01-10", "2021-01-10", "S must").cites(old),
        row("the day after: how long \"promptly\" lasts is open", "2026-01-11", "2021-01-10", "SB must")
            .names("promptly-days")
            .cites(old),
        set("thirty days set: the thirtieth", "2026-02-09", "2021-01-10", "S must"),
        set("thirty days set: the day after", "2026-02-10", "2021-01-10", "B must"),
        row("under the text of 2026: the fifth anniversary", "2031-01-01", "2026-01-01", "S must").cites(new),
        row("under the text of 2026: the day after", "2031-01-02", "2026-01-01", "SB must")
            .names("promptly-days")
            .cites(new),
        set("under the text of 2026: the thirtieth day", "2031-01-31", "2026-01-01", "S must"),
        set("under the text of 2026: all used up", "2031-02-01", "2026-01-01", "B must"),
        row("chosen the day before it: judged by the text of 2018", "2030-12-31", "2025-12-31", "S must").cites(old),
        row("the last day of the text of 2018", "2025-12-31", "2021-01-10", "S must").cites(old),
        row("the first day of the text of 2026", "2026-01-01", "2026-01-01", "S must").cites(new),
        set("chosen on 2018-12-29, the first day of the text of 2018", "2024-01-29", "2018-12-29", "B must").cites(old),
        row("chosen the day before it: the text of that day is not known", "2019-03-01", "2018-12-28", "SBN must")
            .names("Edition"),
        row("so under the text of 2026", "2026-03-01", "2018-12-28", "SBN must").names("Edition"),
        row("the first day of the text of 2018", "2018-12-29", "2018-12-29", "S must").cites(old),
        row("the day before it no edition is known", "2018-12-28", "2018-03-10", "SBN must").names("Edition"),
        row("chosen in January 2021: on 15 January 2026 it may be over", "2026-01-15", "2021-01", "SB must")
            .names("Elected"),
    ]
}

fn group_head_term() -> Vec<Case> {
    let id = "organization.group-head-term";
    let post = PostKind::GroupHead;
    let mut rows = term_of_a_seat(id, post, "VCL 28(2)", "VCL 32(3)");
    let of = |name, unit: &'static str, expect| {
        Case::new(id, name, "2026-02-10", elected(post, unit, "2021-01-10"), p1(post, unit), expect).set(MONTH)
    };
    rows.push(of("recorded at the group", "G", "B must"));
    rows.push(of("not of a group of residents", "K", "none"));
    let world = elected(PostKind::Clerk, "V", "2021-01-10");
    rows.push(Case::new(id, "not of a clerk", "2026-02-10", world, p1(PostKind::Clerk, "V"), "none"));
    rows
}

fn village_representatives_term() -> Vec<Case> {
    let id = "organization.village-representatives-term";
    let post = PostKind::VillageRepresentative;
    let mut rows = term_of_a_seat(id, post, "VCL 25(2)", "VCL 29(2)");
    let of = |name, unit: &'static str| {
        Case::new(id, name, "2026-02-10", elected(post, unit, "2021-01-10"), p1(post, unit), "none")
    };
    rows.push(of("not of a representative of residents", "K"));
    let world = elected(PostKind::Clerk, "V", "2021-01-10");
    rows.push(Case::new(id, "not of a clerk", "2026-02-10", world, p1(PostKind::Clerk, "V"), "none"));
    rows
}

/// A meeting: so many members of the committee, so many representatives.
pub fn meeting(unit: &str, committee: usize, representatives: usize) -> World {
    let posts = (0..committee).map(|number| match number {
        0 => ("M", PostKind::CommitteeDirector),
        1 => ("M", PostKind::CommitteeDeputy),
        _ => ("M", PostKind::CommitteeMember),
    });
    posts.chain(std::iter::repeat_n(("R", PostKind::VillageRepresentative), representatives)).enumerate().fold(
        World::new(),
        |world, (number, (mark, post))| {
            let id = format!("{mark}{number}");
            world.man(&id).holds(&id, post, unit, since("2010-11-10"))
        },
    )
}

/// Rows on representatives who are at least four fifths of the meeting.
pub fn four_fifths(id: &'static str, unit: &'static str, other: &'static str) -> Vec<Case> {
    let row = |name, world: World, expect| Case::new(id, name, "2026-03-01", world, unit, expect);
    let closed = |committee, representatives| meeting(unit, committee, representatives).closed(&[List::Roster]);
    let both = meeting(unit, 1, 3).holds("M0", PostKind::VillageRepresentative, unit, since("2010-11-10"));
    let settled = meeting(unit, 7, 28).man("RX").holds(
        "RX",
        PostKind::VillageRepresentative,
        unit,
        seen("2010-11-10", "2026-02-01"),
    );
    let lapsed = meeting(unit, 1, 3).man("RX").holds(
        "RX",
        PostKind::VillageRepresentative,
        unit,
        seen("2010-11-10", "2026-02-01"),
    );
    vec![
        row("four beside the director", closed(1, 4), "S must"),
        row("three beside the director", closed(1, 3), "B must"),
        row("seven on the committee: 28 of 35", closed(7, 28), "S must"),
        row("seven on the committee: 27 of 34", closed(7, 27), "B must"),
        row("a director who is a representative too is one of four", both.closed(&[List::Roster]), "S must"),
        row("the roster is not said to be complete", meeting(unit, 1, 4), "SB must").names("Roster"),
        row("one last seen before, who decides", lapsed.closed(&[List::Roster]), "SB must").names("PostEnds"),
        row("one last seen before: 29 of 36, or 28 of 35", settled.closed(&[List::Roster]), "S must"),
        row("no representatives, no meeting", closed(1, 0), "none"),
        Case::new(id, "not asked elsewhere", "2026-03-01", meeting(other, 1, 1).closed(&[List::Roster]), other, "none"),
    ]
}

fn village_representatives() -> Vec<Case> {
    let id = "organization.village-representatives";
    let row = |name, day, representatives, expect| {
        Case::new(id, name, day, meeting("V", 7, representatives).closed(&[List::Roster]), "V", expect)
    };
    let mut rows = four_fifths(id, "V", "K");
    rows.extend([
        row("VCL 25(1) on its last day", "2025-12-31", 27, "B must").cites("VCL 25(1)"),
        row("VCL 25(1): 28 of 35", "2025-12-31", 28, "S must"),
        row("VCL 29(1) on its first day", "2026-01-01", 27, "B must").cites("VCL 29(1)"),
        row("the first day of the text of 2018", "2018-12-29", 27, "B must"),
        row("the day before it no edition is known", "2018-12-28", 27, "SBN must").names("Edition"),
    ]);
    rows
}

/// A meeting of so many representatives, of so many households.
pub fn of_households(unit: &str, representatives: usize, households: u32) -> World {
    let world = meeting(unit, 0, representatives).closed(&[List::Roster, List::Acts]);
    world.number(unit, Base::Households, households, since("2010-11-10"))
}

fn village_representatives_apportionment() -> Vec<Case> {
    let id = "organization.village-representatives-apportionment";
    let row = |name, day, world: World, expect| Case::new(id, name, day, world, "V", expect);
    let by_groups = |world: World| world.act("A", "R", "V", "choose-by-groups", |row| row.day = Some(d("2016-01-10")));
    let unrecorded = meeting("V", 0, 2).closed(&[List::Roster, List::Acts]);
    let open = |households| {
        meeting("V", 0, 2).closed(&[List::Roster]).number("V", Base::Households, households, since("2010-11-10"))
    };
    let mut rows = Vec::new();
    for (day, cites) in [("2025-12-31", "VCL 25(2)"), ("2026-03-01", "VCL 29(2)")] {
        rows.extend([
            row("fifteen households for one", day, of_households("V", 2, 30), "S must").cites(cites),
            row("more than fifteen", day, of_households("V", 2, 31), "B must").cites(cites),
            row("five households for one", day, of_households("V", 2, 10), "S must"),
            row("fewer than five", day, of_households("V", 2, 9), "B must"),
            row("chosen by the groups", day, by_groups(of_households("V", 2, 31)), "E must"),
            row("chosen by the groups, and within the numbers", day, by_groups(of_households("V", 2, 30)), "S must"),
            row("how they were chosen is not recorded", day, open(31), "BE must").names("Acts"),
        ]);
    }
    rows.extend([
        row("the households are not recorded", "2026-03-01", unrecorded, "SB must").names("OfBase"),
        row("VCL 29(2) on its first day", "2026-01-01", of_households("V", 2, 31), "B must").cites("VCL 29(2)"),
        row("the first day of the text of 2018", "2018-12-29", of_households("V", 2, 31), "B must"),
        row("the day before it no edition is known", "2018-12-28", of_households("V", 2, 31), "SBN must")
            .names("Edition"),
        row("no representatives", "2026-03-01", meeting("V", 1, 0).closed(&[List::Roster]), "none"),
        Case::new(id, "not asked of a community", "2026-03-01", of_households("K", 2, 31), "K", "none"),
    ]);
    rows
}

/// Rows on having a supervision committee.
pub fn has_supervision(id: &'static str, unit: &'static str, other: &'static str) -> Vec<Case> {
    let body = BodyKind::VillageSupervisionCommittee;
    let row = |name, world: World, expect| Case::new(id, name, "2026-03-01", world, unit, expect);
    let holds = |post| World::new().man("P1").holds("P1", post, unit, since("2021-01-10"));
    vec![
        row("a committee on record", World::new().body(unit, body, |_| {}), "S must"),
        row("a supervisor on record", holds(PostKind::VillageSupervisor), "S must"),
        row("its head on record", holds(PostKind::VillageSupervisionHead), "S must"),
        row("none, the list of bodies complete", World::new().closed(&[List::Bodies, List::Roster]), "B must"),
        row("none, the list of bodies open", World::new(), "SB must").names("Bodies"),
        row(
            "formed on the day",
            World::new()
                .body(unit, body, |row| row.formed = Some(d("2026-03-01")))
                .closed(&[List::Bodies, List::Roster]),
            "S must",
        ),
        row(
            "formed the day after",
            World::new()
                .body(unit, body, |row| row.formed = Some(d("2026-03-02")))
                .closed(&[List::Bodies, List::Roster]),
            "B must",
        ),
        row(
            "a supervisory board is that of a cooperative",
            World::new().body(unit, BodyKind::SupervisoryBoard, |_| {}).closed(&[List::Bodies, List::Roster]),
            "B must",
        ),
        row(
            "a committee is not enough",
            sitting(unit, &[(None, PostKind::CommitteeDirector)]).closed(&[List::Bodies, List::Roster]),
            "B must",
        ),
        Case::new(
            id,
            "not asked elsewhere",
            "2026-03-01",
            World::new().closed(&[List::Bodies, List::Roster]),
            other,
            "none",
        ),
    ]
}

fn village_supervision() -> Vec<Case> {
    let id = "organization.village-supervision";
    let row =
        |name, day, expect| Case::new(id, name, day, World::new().closed(&[List::Bodies, List::Roster]), "V", expect);
    let stands = World::new().body("V", BodyKind::VillageSupervisionCommittee, |_| {});
    let mut rows = has_supervision(id, "V", "K");
    rows.extend([
        row("VCL 32 on its last day", "2025-12-31", "B must").cites("VCL 32"),
        Case::new(id, "VCL 32: a committee on record", "2025-12-31", stands, "V", "S must"),
        row("VCL 37(1) on its first day", "2026-01-01", "B must").cites("VCL 37(1)"),
        row("the first day of the text of 2018", "2018-12-29", "B must"),
        row("the day before it no edition is known", "2018-12-28", "SBN must").names("Edition"),
    ]);
    rows
}

fn village_supervision_choice() -> Vec<Case> {
    let editions = [("2018-12-29", "2025-12-31", "VCL 32"), ("2026-01-01", "2026-02-28", "VCL 37(1)")];
    by_election("organization.village-supervision-choice", &SUPERVISORS, ("V", "K"), &editions, "SBN must")
}

/// A supervisor elected on a day, with one status since a day.
pub fn supervisor(post: PostKind, unit: &str, on: &str, status: Option<(StatusKind, &str, &str)>) -> World {
    let world = World::new().unit("V2", UnitKind::Village, Some("T")).man("P1");
    let world = world.holding("P1", post, unit, since("2017-06-10"), |row| row.elected = Some(d(on)));
    match status {
        Some((kind, of, from)) => world.status_in("P1", kind, of, since(from)),
        None => world,
    }
}

fn village_supervision_pool() -> Vec<Case> {
    let id = "organization.village-supervision-pool";
    let post = PostKind::VillageSupervisor;
    let lists = [List::Households, List::Statuses];
    let of = |on: &str, status| supervisor(post, "V", on, status).closed(&lists);
    let row = |name, world, expect| Case::new(id, name, "2026-03-01", world, p1(post, "V"), expect);
    let mut rows = Vec::new();
    for (on, cites) in [("2025-12-31", "VCL 32"), ("2026-01-01", "VCL 37(1)")] {
        let registered = |of: &'static str| Some((StatusKind::HouseholdRegistration, of, "1990"));
        let resident = |of: &'static str, from: &'static str| Some((StatusKind::Residence, of, from));
        rows.extend([
            row("registered in the village", of(on, registered("V")), "S must").cites(cites),
            row("registered in a unit of the village", of(on, registered("C")), "S must"),
            row("resident in the village", of(on, resident("V", on)), "S must"),
            row("registered in another village", of(on, registered("V2")), "B must").cites(cites),
            row("resident in another village", of(on, resident("V2", "1990")), "B must"),
            row("works on the affairs of the village", of(on, Some((StatusKind::VillageWork, "V", "1990"))), "B must"),
            row("neither registered nor resident", of(on, None), "B must"),
            row("not recorded", supervisor(post, "V", on, None), "SB must").names("Households"),
        ]);
    }
    rows.extend([
        row(
            "resident from the day after the election",
            of("2026-01-10", Some((StatusKind::Residence, "V", "2026-01-11"))),
            "B must",
        ),
        row("chosen on the first day of the text of 2018", of("2018-12-29", None), "B must"),
        row("chosen the day before it: no edition is known", of("2018-12-28", None), "SBN must").names("Edition"),
        Case::new(
            id,
            "the head of the committee too",
            "2026-03-01",
            supervisor(PostKind::VillageSupervisionHead, "V", "2026-01-10", None).closed(&lists),
            "P1/village-supervision-head@V",
            "B must",
        ),
        Case::new(
            id,
            "not of a member of the committee",
            "2026-03-01",
            supervisor(PostKind::CommitteeMember, "V", "2026-01-10", None).closed(&lists),
            "P1/committee-member@V",
            "none",
        ),
        Case::new(
            id,
            "not of a community",
            "2026-03-01",
            supervisor(post, "K", "2026-01-10", None).closed(&lists),
            "P1/village-supervisor@K",
            "none",
        ),
    ]);
    rows
}

fn village_supervision_knowledge() -> Vec<Case> {
    let id = "organization.village-supervision-knowledge";
    let all = [List::Roster, List::Statuses];
    let [member, head] = SUPERVISORS;
    let seat = |world: World, id: &str, post, knows: bool| {
        let world = world.man(id).holds(id, post, "V", since("2017-06-10"));
        if knows { world.status(id, StatusKind::FinanceKnowledge, since("2010")) } else { world }
    };
    let none = || seat(seat(World::new(), "P1", member, false), "P2", head, false);
    let row = |name, day, world: World, expect| Case::new(id, name, day, world, "V", expect);
    let mut rows = Vec::new();
    for day in ["2025-12-31", "2026-03-01"] {
        rows.extend([
            row("a member knows", day, seat(World::new(), "P1", member, true).closed(&all), "S must"),
            row("the head knows", day, seat(World::new(), "P1", head, true).closed(&all), "S must"),
            row(
                "both know",
                day,
                seat(seat(World::new(), "P1", member, true), "P2", head, true).closed(&all),
                "S must",
            ),
            row("one of two knows", day, seat(none(), "P3", member, true).closed(&all), "S must"),
            row("nobody knows", day, none().closed(&all), "B must"),
            row("what they know is not recorded", day, none().closed(&[List::Roster]), "SB must").names("Statuses"),
        ]);
    }
    rows.extend([
        row("the roster is open", "2026-03-01", none().closed(&[List::Statuses]), "SB must").names("Roster"),
        row("VCL 32 on its last day", "2025-12-31", none().closed(&all), "B must").cites("VCL 32"),
        row("VCL 37(1) on its first day", "2026-01-01", none().closed(&all), "B must").cites("VCL 37(1)"),
        row("the first day of the text of 2018", "2018-12-29", none().closed(&all), "B must"),
        row("the day before it no edition is known", "2018-12-28", none().closed(&all), "SBN must").names("Edition"),
        row(
            "nobody sits on the committee",
            "2026-03-01",
            seat(World::new(), "P1", PostKind::Clerk, true).closed(&all),
            "none",
        ),
        Case::new(
            id,
            "nothing is asked of a community",
            "2026-03-01",
            World::new().man("P1").holds("P1", member, "K", since("2021-01-10")).closed(&all),
            "K",
            "none",
        ),
    ]);
    rows
}

/// A supervision committee formed on a day.
pub fn supervision_of(unit: &str, formed: &str) -> World {
    World::new().body(unit, BodyKind::VillageSupervisionCommittee, |row| {
        row.formed = (!formed.is_empty()).then(|| d(formed));
        row.seats = Some(3);
    })
}

fn village_supervision_term() -> Vec<Case> {
    let id = "organization.village-supervision-term";
    let key = "V/village-supervision-committee";
    let row = |name, day, formed: &str, expect| Case::new(id, name, day, supervision_of("V", formed), key, expect);
    let set = |name, day, formed: &str, expect| row(name, day, formed, expect).set(MONTH);
    vec![
        row("the fifth anniversary still counts", "2026-01-10", "2021-01-10", "S must + S normally")
            .cites("VCL 37(1), OP17 2"),
        row("the day after: how long \"promptly\" lasts is open", "2026-01-11", "2021-01-10", "SB must + SB normally")
            .names("promptly-days"),
        set("thirty days set: the thirtieth", "2026-02-09", "2021-01-10", "S must + S normally"),
        set("thirty days set: the day after", "2026-02-10", "2021-01-10", "B must + B normally"),
        set("the day before the statute has it: the guidance alone", "2025-12-31", "2020-11-10", "B normally")
            .cites("OP17 2"),
        set("the first day of the statute", "2026-01-01", "2020-11-10", "B must + B normally")
            .cites("VCL 37(1), OP17 2"),
        row("formed on the first day of five years", "2023-12-29", "2018-12-29", "S normally").cites("OP17 2"),
        set("formed on the first day of five years, used up", "2024-01-29", "2018-12-29", "B normally"),
        row("formed the day before: the guidance meant another term", "2019-03-01", "2018-12-28", "SBN normally")
            .names("Edition"),
        set("so under the statute, which is applied at once", "2026-03-01", "2018-12-28", "B must + SBN normally"),
        set("under the statute, formed for five years at most", "2026-02-01", "2018-12-28", "B must + SBN normally"),
        row("the first day", "2018-12-29", "2018-12-29", "S normally"),
        row("the day before it no edition is known", "2018-12-28", "2018-12-28", "SBN normally").names("Edition"),
        row("the day of formation is not recorded", "2026-03-01", "", "SB must + SBN normally").names("Formed"),
        Case::new(
            id,
            "not of a community",
            "2026-03-01",
            supervision_of("K", "2020-01-10"),
            "K/village-supervision-committee",
            "none",
        ),
        Case::new(
            id,
            "not of the board of a cooperative",
            "2026-03-01",
            World::new().body("V", BodyKind::Board, |row| row.formed = Some(d("2020-01-10"))),
            "V/board",
            "none",
        ),
    ]
}

fn village_supervision_size() -> Vec<Case> {
    let id = "organization.village-supervision-size";
    let key = "V/village-supervision-committee";
    let of = |unit: &str, seats: u32| {
        World::new().body(unit, BodyKind::VillageSupervisionCommittee, |row| row.seats = Some(seats))
    };
    let row = |name, day, seats, expect| Case::new(id, name, day, of("V", seats), key, expect);
    let seven = "[set]\nsupervision-committee-size = 7";
    let sitting = |number: usize| {
        (0..number).fold(World::new(), |world, number| {
            let (id, post) = (format!("P{number}"), SUPERVISORS[usize::from(number == 0)]);
            world.man(&id).holds(&id, post, "V", since("2021-01-10"))
        })
    };
    vec![
        row("two", "2026-03-01", 2, "B normally").cites("OP17 2"),
        row("three", "2026-03-01", 3, "S normally"),
        row("five", "2026-03-01", 5, "S normally"),
        row("six", "2026-03-01", 6, "B normally"),
        row("seven where the province has seven", "2026-03-01", 7, "S normally").set(seven),
        row("eight where the province has seven", "2026-03-01", 8, "B normally").set(seven),
        Case::new(id, "seats not recorded, three sit", "2026-03-01", sitting(3), key, "SB normally").names("Seats"),
        Case::new(id, "seats not recorded, six sit", "2026-03-01", sitting(6), key, "B normally"),
        row("the month after the guidance", "2018-01-01", 2, "B normally"),
        row("the last day of its month: in force, whichever day it was", "2017-12-31", 2, "B normally"),
        row("within its month the day is not known", "2017-12-02", 2, "BN normally"),
        row("the day before that month no edition is known", "2017-11-30", 3, "SBN normally").names("Edition"),
        Case::new(id, "not of a community", "2026-03-01", of("K", 2), "K/village-supervision-committee", "none"),
        Case::new(
            id,
            "not of the committee",
            "2026-03-01",
            World::new().body("V", BodyKind::VillageCommittee, |row| row.seats = Some(2)),
            "V/village-committee",
            "none",
        ),
    ]
}

/// The head of the supervision committee of V.
fn head() -> World {
    let world = World::new().unit("P", UnitKind::GeneralBranch, Some("V")).unit("V2", UnitKind::Village, Some("T"));
    world.man("P1").holds("P1", PostKind::VillageSupervisionHead, "V", since("2016-01-10"))
}

const HEAD: &str = "P1/village-supervision-head@V";

fn village_supervision_head() -> Vec<Case> {
    let id = "organization.village-supervision-head";
    let secretary =
        |unit: &str, span| head().holds("P1", PostKind::VillagePartySecretary, unit, span).closed(&[List::Roster]);
    let row = |name, day, world, expect| Case::new(id, name, day, world, HEAD, expect);
    let both = || secretary("V", since("2016-01-10"));
    vec![
        row("the secretary as head", "2026-03-01", both(), "B normally").cites("OP17 2"),
        row(
            "secretary at the Party organization of the village",
            "2026-03-01",
            secretary("P", since("2016-01-10")),
            "B normally",
        ),
        row("secretary of another village", "2026-03-01", secretary("V2", since("2016-01-10")), "S normally"),
        row(
            "another member of the Party leadership",
            "2026-03-01",
            head().holds("P1", PostKind::VillagePartyMember, "V", since("2016-01-10")).closed(&[List::Roster]),
            "S normally",
        ),
        row("secretary until the day", "2026-03-01", secretary("V", until("2016-01-10", "2026-03-01")), "S normally"),
        row(
            "secretary until the day after",
            "2026-03-01",
            secretary("V", until("2016-01-10", "2026-03-02")),
            "B normally",
        ),
        row("no other post, the roster complete", "2026-03-01", head().closed(&[List::Roster]), "S normally"),
        row("no other post, the roster open", "2026-03-01", head(), "SB normally").names("Roster"),
        row("the month after the guidance", "2018-01-01", both(), "B normally"),
        row("the last day of its month: in force, whichever day it was", "2017-12-31", both(), "B normally"),
        row("within its month the day is not known", "2017-12-02", both(), "BN normally"),
        row("the day before that month no edition is known", "2017-11-30", both(), "SBN normally").names("Edition"),
        Case::new(
            id,
            "not of another supervisor",
            "2026-03-01",
            taken(PostKind::VillageSupervisor, "V", "2021-01-10", None),
            "P1/village-supervisor@V",
            "none",
        ),
        Case::new(
            id,
            "not of a community",
            "2026-03-01",
            taken(PostKind::VillageSupervisionHead, "K", "2021-01-10", None),
            "P1/village-supervision-head@K",
            "none",
        ),
    ]
}

fn village_supervision_head_usual() -> Vec<Case> {
    let id = "organization.village-supervision-head-usual";
    let row = |name, day, world, expect| Case::new(id, name, day, world, HEAD, expect);
    let outside = || head().closed(&[List::PartyMembers]);
    vec![
        row("a full member", "2026-03-01", head().party("P1", "2010-06", "2011-06"), "S note").cites("OP17 2"),
        row("a probationary member", "2026-03-01", head().party("P1", "2025-06", "2026-06"), "S note"),
        row("no member", "2026-03-01", outside(), "B note"),
        row("not recorded", "2026-03-01", head(), "SB note").names("PartyStanding"),
        row("the month after the guidance", "2018-01-01", outside(), "B note"),
        row("the last day of its month: in force, whichever day it was", "2017-12-31", outside(), "B note"),
        row("within its month the day is not known", "2017-12-02", outside(), "BN note"),
        row("the day before that month no edition is known", "2017-11-30", outside(), "SBN note").names("Edition"),
        Case::new(
            id,
            "not of another supervisor",
            "2026-03-01",
            taken(PostKind::VillageSupervisor, "V", "2021-01-10", None),
            "P1/village-supervisor@V",
            "none",
        ),
        Case::new(
            id,
            "not of a community",
            "2026-03-01",
            taken(PostKind::VillageSupervisionHead, "K", "2021-01-10", None),
            "P1/village-supervision-head@K",
            "none",
        ),
    ]
}

/// A supervisor and somebody in another post, each of a unit.
pub fn two((a, unit): (PostKind, &str), (b, other): (PostKind, &str)) -> World {
    World::new()
        .unit("VC", UnitKind::VillageCooperative, Some("V"))
        .unit("V2", UnitKind::Village, Some("T"))
        .unit("K2", UnitKind::Community, Some("T"))
        .man("P1")
        .woman("P2")
        .holds("P1", a, unit, since("2016-01-10"))
        .holds("P2", b, other, since("2016-01-10"))
}

/// The key of P1 and P2 in two posts.
pub fn key_of((a, unit): (PostKind, &str), (b, other): (PostKind, &str)) -> &'static str {
    format!("P1/{a}@{unit}+P2/{b}@{other}").leak()
}

/// Rows on kin between supervisors and the committee.
pub fn apart(id: &'static str, unit: &'static str, (elsewhere, other): (&'static str, &'static str)) -> Vec<Case> {
    let (member, director) = (PostKind::VillageSupervisor, PostKind::CommitteeDirector);
    let key = key_of((member, unit), (director, unit));
    let tied = |relation| {
        let world = two((member, unit), (director, unit)).kin("P1", "P2", relation, since("1990"));
        world.closed(&[List::Kin])
    };
    let row = |name, world, expect| Case::new(id, name, "2026-03-01", world, key, expect);
    let mut rows = Vec::new();
    for a in SUPERVISORS {
        for b in COMMITTEE {
            let world = two((a, unit), (b, unit)).kin("P1", "P2", Relation::Spouse, since("2005"));
            let key = key_of((a, unit), (b, unit));
            rows.push(Case::new(id, "spouses, in each pair of posts", "2026-03-01", world, key, "B must"));
        }
    }
    let same = World::new().man("P1").holds("P1", member, unit, since("2021-01-10")).holds(
        "P1",
        director,
        unit,
        since("2021-01-10"),
    );
    let key_same = format!("P1/{member}@{unit}+P1/{director}@{unit}").leak();
    let far = two((member, unit), (director, elsewhere)).kin("P1", "P2", Relation::Spouse, since("2005"));
    let others = two((member, other), (director, other)).kin("P1", "P2", Relation::Spouse, since("2005"));
    rows.extend([
        row("siblings", tied(Relation::Sibling), "B must"),
        row("grandparent and grandchild", tied(Relation::Grandchild), "B must"),
        row("cousins are no near relatives", tied(Relation::Cousin), "S must"),
        row("nor is a daughter-in-law", tied(Relation::ChildInLaw), "S must"),
        row("no tie, kin declared", two((member, unit), (director, unit)).closed(&[List::Kin]), "S must"),
        row("no tie, kin not declared", two((member, unit), (director, unit)), "SB must").names("Kin"),
        Case::new(id, "one person in both bodies", "2026-03-01", same, key_same, "B must"),
        Case::new(id, "two units apart", "2026-03-01", far, key_of((member, unit), (director, elsewhere)), "none"),
        Case::new(id, "not asked elsewhere", "2026-03-01", others, key_of((member, other), (director, other)), "none"),
        Case::new(
            id,
            "a clerk is not on the committee",
            "2026-03-01",
            two((member, unit), (PostKind::Clerk, unit)).kin("P1", "P2", Relation::Spouse, since("2005")),
            key_of((member, unit), (PostKind::Clerk, unit)),
            "none",
        ),
    ]);
    rows
}

fn village_supervision_exclusions() -> Vec<Case> {
    let id = "organization.village-supervision-exclusions";
    let (member, director) = (PostKind::VillageSupervisor, PostKind::CommitteeDirector);
    let key = key_of((member, "V"), (director, "V"));
    let row = |name, day, relation, expect| {
        let world = two((member, "V"), (director, "V")).kin("P1", "P2", relation, since("1990")).closed(&[List::Kin]);
        Case::new(id, name, day, world, key, expect)
    };
    let same = World::new().man("P1").holds("P1", member, "V", since("2016-01-10")).holds(
        "P1",
        director,
        "V",
        since("2016-01-10"),
    );
    let mut rows = apart(id, "V", ("V2", "K"));
    rows.extend([
        row("VCL 32 on its last day: siblings", "2025-12-31", Relation::Sibling, "B must").cites("VCL 32"),
        row("VCL 32: a grandchild", "2025-12-31", Relation::Grandchild, "B must"),
        row("VCL 32: cousins", "2025-12-31", Relation::Cousin, "S must"),
        Case::new(
            id,
            "VCL 32: one person in both bodies",
            "2025-12-31",
            same,
            "P1/village-supervisor@V+P1/committee-director@V",
            "B must",
        ),
        row("VCL 37(1) on its first day", "2026-01-01", Relation::Sibling, "B must").cites("VCL 37(1)"),
        row("the first day of the text of 2018", "2018-12-29", Relation::Sibling, "B must"),
        row("the day before it no edition is known", "2018-12-28", Relation::Sibling, "SBN must").names("Edition"),
    ]);
    rows
}

fn village_supervision_exclusions_local() -> Vec<Case> {
    let id = "organization.village-supervision-exclusions-local";
    let of = |a: PostKind, b: PostKind, unit: &str, span: FactSpan| {
        World::new()
            .unit("VC", UnitKind::VillageCooperative, Some("V"))
            .unit("V2", UnitKind::Village, Some("T"))
            .man("P1")
            .holds("P1", a, "V", since("2016-01-10"))
            .holds("P1", b, unit, span)
    };
    let key = |a: PostKind, b: PostKind, unit: &str| -> &'static str { format!("P1/{a}@V+P1/{b}@{unit}").leak() };
    let long = || since("2016-01-10");
    let (member, clerk) = (PostKind::VillageSupervisor, PostKind::Clerk);
    let row = |name, day, world, expect| Case::new(id, name, day, world, key(member, clerk, "V"), expect);
    let mut rows = Vec::new();
    for a in SUPERVISORS {
        for (b, unit) in
            [(PostKind::Accountant, "V"), (clerk, "V"), (PostKind::Chair, "VC"), (PostKind::Accountant, "VC")]
        {
            let name = "one person in each pair of posts";
            rows.push(
                Case::new(id, name, "2026-03-01", of(a, b, unit, long()), key(a, b, unit), "B normally")
                    .cites("OP17 2"),
            );
        }
    }
    let spouse = two((member, "V"), (clerk, "V")).kin("P1", "P2", Relation::Spouse, since("2005"));
    rows.extend([
        Case::new(
            id,
            "the clerk's spouse may",
            "2026-03-01",
            spouse,
            key_of((member, "V"), (clerk, "V")),
            "S normally",
        ),
        row("clerk until the day", "2026-03-01", of(member, clerk, "V", until("2016-01-10", "2026-03-01")), "none"),
        row(
            "clerk until the day after",
            "2026-03-01",
            of(member, clerk, "V", until("2016-01-10", "2026-03-02")),
            "B normally",
        ),
        row(
            "clerk, last seen before",
            "2026-03-01",
            of(member, clerk, "V", seen("2016-01-10", "2026-02-01")),
            "BN normally",
        ),
        row("the month after the guidance", "2018-01-01", of(member, clerk, "V", long()), "B normally"),
        row(
            "the last day of its month: in force, whichever day it was",
            "2017-12-31",
            of(member, clerk, "V", long()),
            "B normally",
        ),
        row("within its month the day is not known", "2017-12-02", of(member, clerk, "V", long()), "BN normally"),
        row(
            "the day before that month no edition is known",
            "2017-11-30",
            of(member, clerk, "V", long()),
            "SBN normally",
        )
        .names("Edition"),
        Case::new(
            id,
            "the chair of a cooperative of the group may",
            "2026-03-01",
            of(member, PostKind::Chair, "C", long()),
            key(member, PostKind::Chair, "C"),
            "none",
        ),
        Case::new(
            id,
            "a clerk of another village may",
            "2026-03-01",
            of(member, clerk, "V2", long()),
            key(member, clerk, "V2"),
            "none",
        ),
        Case::new(
            id,
            "a director of the village cooperative may",
            "2026-03-01",
            of(member, PostKind::Director, "VC", long()),
            key(member, PostKind::Director, "VC"),
            "none",
        ),
    ]);
    rows
}

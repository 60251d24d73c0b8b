//! 选用分离: who may vote and stand, what bars a candidacy, what a town adds, registration and pay.

use crate::support::*;
use grassroots::facts::{Act, Record};
use grassroots::vocab::*;

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    cases.extend(vote_and_stand_residents());
    cases.extend(political_rights());
    cases.extend(stationed_staff());
    cases.extend(bars());
    cases.extend(suspended_sentences());
    cases.extend(party_standing());
    cases.extend(single_registration());
    cases.extend(void_elections());
    cases.extend(void_election_local());
    cases.extend(age_and_schooling());
    cases.extend(ages_of_those_who_stay());
    cases.extend(list_items());
    cases.extend(list_sanction_period());
    cases.extend(pay_powers_village());
    cases.extend(basic_pay_standards());
    cases.extend(base_pay());
    cases
}

const SEATS: [PostKind; 3] = [PostKind::CommitteeDirector, PostKind::CommitteeDeputy, PostKind::CommitteeMember];
const MEMBER: PostKind = PostKind::CommitteeMember;

/// Lists that say all about a person's past.
const PAST: [List; 6] = [
    List::Convictions,
    List::Determinations,
    List::PartySanctions,
    List::AdministrativeSanctions,
    List::Statuses,
    List::Capacity,
];

/// What a town has set, kept for the length of the run.
fn set(values: &str) -> &'static str {
    Box::leak(format!("[set]\n{values}").into_boxed_str())
}

/// A text kept for the length of the run.
fn kept(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// A record of a kind, decided and approved on one day.
fn with_record(world: World, kind: RecordKind, on: &str, restored: &str) -> World {
    let day = |text: &str| (!text.is_empty()).then(|| d(text));
    let (on, restored) = (day(on), day(restored));
    world.record("P1", kind, |row: &mut Record| {
        row.decided = on;
        row.approved = on;
        row.restored = restored;
    })
}

fn candidate(world: World, post: PostKind, unit: &str, nominated: &str) -> World {
    world.candidate("P1", post, unit, nominated, "2039-12-20")
}

fn vote_and_stand_residents() -> Vec<Case> {
    let id = "selection.vote-and-stand-residents";
    let clean = |birth: &str| World::new().born("P1", birth).closed(&[List::Convictions]);
    let stands = |birth: &str, election: &str| clean(birth).candidate("P1", MEMBER, "K", "", election);
    let row = |name, world, expect| Case::new(id, name, "2026-04-01", world, "P1/committee-member@K?", expect);
    let sits = |birth: &str, elected: &str| clean(birth).holds("P1", MEMBER, "K", since(elected));
    let holder = |name, world, expect| Case::new(id, name, "2026-03-01", world, "P1/committee-member@K", expect);
    let deprived = |birth: &str, election: &str, from: &str, restored: &str| {
        with_record(stands(birth, election), RecordKind::PoliticalDeprivation, from, restored)
    };
    let post = |name, post: PostKind, unit: &str, subject, expect| {
        Case::new(
            id,
            name,
            "2026-04-01",
            clean("2008-03-02").candidate("P1", post, unit, "", "2026-03-01"),
            subject,
            expect,
        )
    };
    let [director, deputy, member] = SEATS;
    vec![
        row("UCL 16(1): eighteen on election day", stands("2008-03-01", "2026-03-01"), "S must").cites("UCL 16(1)"),
        row("UCL 16(1): eighteen the day after", stands("2008-03-02", "2026-03-01"), "B must"),
        row("birth not recorded", World::new().man("P1").candidate("P1", MEMBER, "K", "", "2026-03-01"), "SB must"),
        row("born in March 2008: the day decides", stands("2008-03", "2026-03-01"), "SB must").names("Birth"),
        row(
            "deprived until the day after the election",
            deprived("1980", "2026-03-01", "2024-01-01", "2026-03-02"),
            "B must",
        ),
        row("restored on election day", deprived("1980", "2026-03-01", "2024-01-01", "2026-03-01"), "S must"),
        row("deprived long ago, not over yet", deprived("1980", "2026-03-01", "2015-01-01", "2027-01-01"), "B must"),
        row("end not recorded", deprived("1980", "2026-03-01", "2024-01-01", ""), "SB must").names("RecordDay"),
        row(
            "UCL 8(2): deprived until the day after",
            deprived("1980", "2025-12-31", "2024-01-01", "2026-01-01"),
            "B must",
        )
        .cites("UCL 8(2)"),
        row("UCL 8(2): restored on election day", deprived("1980", "2025-12-31", "2020-01-01", "2025-12-31"), "S must"),
        row(
            "UCL 8(2): deprived long ago, not over yet",
            deprived("1980", "2025-12-31", "2015-01-01", "2027-01-01"),
            "B must",
        ),
        row(
            "convictions not said to be complete",
            World::new().born("P1", "1980").candidate("P1", MEMBER, "K", "", "2026-03-01"),
            "SB must",
        )
        .names("Convictions"),
        holder("UCL 8(2): eighteen", sits("2003-01-10", "2021-01-10"), "S must").cites("UCL 8(2)"),
        holder("UCL 8(2): eighteen the day after", sits("2003-01-11", "2021-01-10"), "B must"),
        holder("UCL 8(2) on its last day", sits("2008-01-01", "2025-12-31"), "B must").cites("UCL 8(2)"),
        holder("UCL 16(1) on its first day", sits("2008-01-02", "2026-01-01"), "B must").cites("UCL 16(1)"),
        holder("the first day of the text read", sits("2000-12-30", "2018-12-29"), "B must"),
        holder("the day before it no edition is known", sits("1990-12-30", "2018-12-28"), "SBN must").names("Edition"),
        Case::new(
            id,
            "elected a day too young, took the seat later",
            "2026-04-01",
            clean("2008-03-02")
                .holding("P1", MEMBER, "K", since("2026-03-05"), |row| row.elected = Some(d("2026-03-01"))),
            "P1/committee-member@K",
            "B must",
        ),
        post("the director", director, "K", "P1/committee-director@K?", "B must"),
        post("the deputy", deputy, "K", "P1/committee-deputy@K?", "B must"),
        post("a village has its own law", member, "V", "P1/committee-member@V?", "none"),
        post(
            "not asked of a representative",
            PostKind::VillageRepresentative,
            "K",
            "P1/village-representative@K?",
            "none",
        ),
    ]
}

fn political_rights() -> Vec<Case> {
    let id = "selection.political-rights";
    let deprived = |from: &str, restored: &str| {
        with_record(World::new().man("P1"), RecordKind::PoliticalDeprivation, from, restored).closed(&PAST)
    };
    let sits = |world: World| world.holds("P1", MEMBER, "V", since("2021-01-10"));
    let row = |name, day, world, expect| Case::new(id, name, day, sits(world), "P1/committee-member@V", expect);
    let post = |name, post: PostKind, unit: &str, subject, expect| {
        let world = deprived("2025-05-01", "2028-05-01").holds("P1", post, unit, since("2021-01-10"));
        Case::new(id, name, "2026-03-01", world, subject, expect)
    };
    let stands = candidate(deprived("2025-05-01", "2028-05-01"), MEMBER, "V", "2026-02-01");
    let [director, deputy, member] = SEATS;
    vec![
        row("CL 54: deprived after the election", "2026-03-01", deprived("2025-05-01", "2028-05-01"), "B must")
            .cites("CL 54, 58(1)"),
        row("the last day of the term", "2026-03-01", deprived("2020-05-01", "2026-03-02"), "B must"),
        row("the day after it", "2026-03-01", deprived("2025-05-01", "2026-03-01"), "S must"),
        row("from the day of the judgment", "2025-05-01", deprived("2025-05-01", "2026-03-01"), "B must"),
        row("the day before the judgment", "2025-04-30", deprived("2025-05-01", "2026-03-01"), "S must"),
        row("end of the principal penalty not recorded", "2026-03-01", deprived("2025-05-01", ""), "SB must")
            .names("RecordDay"),
        row("a clean record", "2026-03-01", World::new().man("P1").closed(&PAST), "S must"),
        row("convictions open", "2026-03-01", World::new().man("P1"), "SB must").names("Convictions"),
        row(
            "a sentence without deprivation",
            "2026-03-01",
            with_record(World::new().man("P1"), RecordKind::CriminalPunishment, "2025-05-01", "").closed(&PAST),
            "S must",
        ),
        Case::new(
            id,
            "the first day of the law",
            "1997-10-01",
            deprived("1995-05-01", "2008-05-01").holds("P1", MEMBER, "V", since("1996-01-10")),
            "P1/committee-member@V",
            "B must",
        ),
        Case::new(
            id,
            "the day before it no edition is known",
            "1997-09-30",
            deprived("1995-05-01", "2008-05-01").holds("P1", MEMBER, "V", since("1996-01-10")),
            "P1/committee-member@V",
            "SBN must",
        )
        .names("Edition"),
        Case::new(id, "a candidate", "2026-03-01", stands, "P1/committee-member@V?", "B must"),
        post("the director", director, "V", "P1/committee-director@V", "B must"),
        post("the deputy", deputy, "V", "P1/committee-deputy@V", "B must"),
        post("a residents' committee", member, "K", "P1/committee-member@K", "B must"),
        post("not of cooperatives", PostKind::Director, "C", "P1/director@C", "none"),
    ]
}

fn stationed_staff() -> Vec<Case> {
    let id = "selection.stationed-staff";
    let of = |kind, span| World::new().man("P1").status("P1", kind, span).closed(&[List::Statuses]);
    let staff = |span| of(StatusKind::StationedStaff, span);
    let row = |name, world: World, from: &str, expect| {
        Case::new(id, name, "2026-03-01", world.holds("P1", MEMBER, "V", since(from)), "P1/committee-member@V", expect)
    };
    let post = |name, post: PostKind, unit: &str, subject, expect| {
        let world = staff(since("2018-01-01")).holds("P1", post, unit, since("2021-01-10"));
        Case::new(id, name, "2026-03-01", world, subject, expect)
    };
    let elected = staff(since("2022-03-01")).holding("P1", MEMBER, "V", since("2022-03-05"), |row| {
        row.elected = Some(d("2022-02-20"));
    });
    let [director, deputy, member] = SEATS;
    vec![
        row("VCL 47(1): stationed when taking the seat", staff(since("2025-06-01")), "2026-01-10", "B must")
            .cites("VCL 47(1)"),
        row("not stationed", World::new().man("P1").closed(&[List::Statuses]), "2026-01-10", "S must"),
        row("stationed only afterwards", staff(since("2026-01-11")), "2026-01-10", "S must"),
        row("stationed until the day", staff(until("2020-01-01", "2026-01-10")), "2026-01-10", "S must"),
        row("stationed until the day after", staff(until("2020-01-01", "2026-01-11")), "2026-01-10", "B must"),
        row("statuses open", World::new().man("P1"), "2026-01-10", "SB must").names("Statuses"),
        row("works on village affairs", of(StatusKind::VillageWork, since("2020")), "2026-01-10", "S must"),
        row("VCL 38(1) on its last day", staff(since("2018-01-01")), "2025-12-31", "B must").cites("VCL 38(1)"),
        row("VCL 38(1): not stationed", World::new().man("P1").closed(&[List::Statuses]), "2025-12-31", "S must"),
        row("VCL 47(1) on its first day", staff(since("2018-01-01")), "2026-01-01", "B must").cites("VCL 47(1)"),
        row("VCL 38(1) on its first day", staff(since("2018-01-01")), "2018-12-29", "B must").cites("VCL 38(1)"),
        row("the day before it no edition is known", staff(since("2018-01-01")), "2018-12-28", "SBN must")
            .names("Edition"),
        Case::new(
            id,
            "the day of taking the seat counts, not that of the election",
            "2026-03-01",
            elected,
            "P1/committee-member@V",
            "B must",
        ),
        post("the director", director, "V", "P1/committee-director@V", "B must"),
        post("the deputy", deputy, "V", "P1/committee-deputy@V", "B must"),
        post("not in the law of communities", member, "K", "P1/committee-member@K", "none"),
    ]
}

/// One of the bars of VCL 18(1) or UCL 18: the records that bar, one that does not, and the list that must be complete.
fn bar(
    id: &'static str,
    unit: &'static str,
    kinds: &[RecordKind],
    free: RecordKind,
    list: List,
    cites: &'static str,
) -> Vec<Case> {
    let clean = || World::new().man("P1").closed(&PAST);
    let subject = kept(format!("P1/committee-member@{unit}?"));
    let row = |name, world, on: &str, expect| {
        Case::new(id, name, "2026-03-01", candidate(world, MEMBER, unit, on), subject, expect)
    };
    let of = |kind, on: &str| with_record(clean(), kind, on, "");
    let Some(&first) = kinds.first() else { return Vec::new() };
    let mut cases: Vec<Case> = kinds
        .iter()
        .map(|kind| row(kept(format!("{kind} long ago")), of(*kind, "2001-06-01"), "2026-02-01", "B must").cites(cites))
        .collect();
    let other_unit = if unit == "V" { "K" } else { "V" };
    let post = |name, post: PostKind, unit: &str, expect| {
        let world = candidate(of(first, "2001-06-01"), post, unit, "2026-02-01");
        Case::new(id, name, "2026-03-01", world, kept(format!("P1/{post}@{unit}?")), expect)
    };
    let sits = of(first, "2001-06-01").holds("P1", MEMBER, unit, since("2026-02-01"));
    cases.extend([
        row(
            "no time limit: restored long ago",
            with_record(clean(), first, "2001-06-01", "2004-06-01"),
            "2026-02-01",
            "B must",
        ),
        row("on the day of nomination", of(first, "2026-02-01"), "2026-02-01", "B must"),
        row("after the nomination", of(first, "2026-02-02"), "2026-02-01", "S must"),
        row("nominated on the first day of the law", of(first, "2001-06-01"), "2026-01-01", "B must"),
        row("nominated the day before: no such bar", of(first, "2001-06-01"), "2025-12-31", "-"),
        row("day of nomination not recorded", of(first, "2001-06-01"), "", "BN must").names("Nominated"),
        row("day of the record not known", of(first, ""), "2026-02-01", "SB must").names("RecordDay"),
        row("another record", of(free, "2001-06-01"), "2026-02-01", "S must"),
        row("clean", clean(), "2026-02-01", "S must"),
        row("records open", World::new().man("P1"), "2026-02-01", "SB must").names(kept(format!("{list:?}"))),
        post("the director", PostKind::CommitteeDirector, unit, "B must"),
        post("the deputy", PostKind::CommitteeDeputy, unit, "B must"),
        post("another law speaks there", MEMBER, other_unit, "none"),
        post("not of cooperatives", PostKind::Director, "C", "none"),
        Case::new(
            id,
            "not of sitting members",
            "2026-03-01",
            sits,
            kept(format!("P1/committee-member@{unit}")),
            "none",
        ),
    ]);
    cases
}

fn bars() -> Vec<Case> {
    use RecordKind::{
        ClanForce, CriminalPunishment, IllegalReligionOrCult, NonProsecution, PartyExpulsion, PartyProbation,
        SuspendedSentence, Underworld, VillageBully,
    };
    let findings = List::Determinations;
    let mut cases = Vec::new();
    for (id, unit, cites) in [
        ("selection.bar-party-expulsion", "V", "VCL 18(1)"),
        ("selection.bar-party-expulsion-residents", "K", "UCL 18"),
    ] {
        cases.extend(bar(id, unit, &[PartyExpulsion], PartyProbation, List::PartySanctions, cites));
    }
    cases.extend(bar(
        "selection.bar-criminal-punishment-residents",
        "K",
        &[CriminalPunishment, SuspendedSentence],
        NonProsecution,
        List::Convictions,
        "UCL 18",
    ));
    cases.extend(bar(
        "selection.bar-clan-or-underworld",
        "V",
        &[Underworld, ClanForce],
        VillageBully,
        findings,
        "VCL 18(1)",
    ));
    // UCL 18 does not name clans.
    cases.extend(bar("selection.bar-clan-or-underworld-residents", "K", &[Underworld], ClanForce, findings, "UCL 18"));
    for (id, unit, cites) in [
        ("selection.bar-religion-or-cult", "V", "VCL 18(1)"),
        ("selection.bar-religion-or-cult-residents", "K", "UCL 18"),
    ] {
        cases.extend(bar(id, unit, &[IllegalReligionOrCult], Underworld, findings, cites));
    }
    cases
}

/// Whether a suspended sentence is a punishment, for every provision that asks of one.
fn suspended_sentences() -> Vec<Case> {
    let no = set("suspended-sentence-counts = { any = [] }");
    let of = |unit, kind| {
        candidate(with_record(World::new().man("P1").closed(&PAST), kind, "2010-06-01", ""), MEMBER, unit, "2026-02-01")
    };
    let mut cases = Vec::new();
    for (id, unit) in [
        ("selection.bar-criminal-punishment", "V"),
        ("selection.bar-criminal-punishment-residents", "K"),
        ("selection.policy-clearance", "V"),
    ] {
        let subject = kept(format!("P1/committee-member@{unit}?"));
        let row = |name, kind, expect| Case::new(id, name, "2026-03-01", of(unit, kind), subject, expect);
        cases.extend([
            row("a suspended sentence is a punishment by default", RecordKind::SuspendedSentence, "B must"),
            row("read otherwise it is none", RecordKind::SuspendedSentence, "S must").set(no),
            row("another sentence is one under either reading", RecordKind::CriminalPunishment, "B must").set(no),
        ]);
    }
    cases
}

fn party_standing() -> Vec<Case> {
    let id = "selection.party-standing";
    let lists = [List::PartySanctions, List::Statuses, List::PartyMembers, List::Links];
    let member = |branch: &str, full: &str| {
        World::new().unit("B2", UnitKind::PartyBranch, Some("V")).man("P1").affiliated("P1", branch, "2015-01-01", full)
    };
    let clean = || member("B", "2016-01-01").closed(&lists);
    let takes = |world: World, from: &str| {
        world.holding("P1", PostKind::BranchSecretary, "B", since(from), |row| row.basis = Some(Basis::Elected))
    };
    let row = |name, world, from: &str, expect| {
        Case::new(id, name, "2026-03-01", takes(world, from), "P1/branch-secretary@B", expect)
    };
    let by = |name, basis, expect| {
        let world = World::new().man("P1").closed(&lists).holding(
            "P1",
            PostKind::BranchSecretary,
            "B",
            since("2024-01-10"),
            |row| row.basis = basis,
        );
        Case::new(id, name, "2026-03-01", world, "P1/branch-secretary@B", expect)
    };
    let post = |name, post: PostKind, unit: &str, subject| {
        let world = World::new()
            .man("P1")
            .closed(&lists)
            .holding("P1", post, unit, since("2024-01-10"), |row| row.basis = Some(Basis::Elected));
        Case::new(id, name, "2026-03-01", world, subject, "B must")
    };
    let probation = |from: &str, restored: &str| with_record(clean(), RecordKind::PartyProbation, from, restored);
    let status = |kind, span| clean().status("P1", kind, span);
    let late = member("B", "2020-12-01").closed(&lists).holding(
        "P1",
        PostKind::BranchSecretary,
        "B",
        since("2020-12-01"),
        |row| {
            row.basis = Some(Basis::Elected);
            row.elected = Some(d("2020-11-30"));
        },
    );
    let stands = candidate(World::new().man("P1").closed(&lists), PostKind::BranchSecretary, "B", "2026-02-01");
    let served = member("B", "2016-01-01").closed(&lists).link("B", "C", LinkKind::Serves, since("2021")).holding(
        "P1",
        PostKind::BranchSecretary,
        "C",
        since("2024-01-10"),
        |row| row.basis = Some(Basis::Elected),
    );
    let partly = |left_out: List| {
        let rest: Vec<List> = lists.into_iter().filter(|list| *list != left_out).collect();
        member("B", "2016-01-01").closed(&rest)
    };
    vec![
        row("ELECT 5: a full member of the branch", clean(), "2024-01-10", "S must").cites("ELECT 5"),
        row("full on the day", member("B", "2024-01-10").closed(&lists), "2024-01-10", "S must"),
        row("full the day after", member("B", "2024-01-11").closed(&lists), "2024-01-10", "B must"),
        row("day of full membership not recorded", member("B", "").closed(&lists), "2024-01-10", "SB must")
            .names("FullMemberDay"),
        row("no Party member", World::new().man("P1").closed(&lists), "2024-01-10", "B must"),
        row("affiliated to another branch", member("B2", "2016-01-01").closed(&lists), "2024-01-10", "B must"),
        row(
            "the last day of probation within the Party",
            probation("2020-08-01", "2024-01-11"),
            "2024-01-10",
            "B must",
        ),
        row("rights restored on the day", probation("2022-01-10", "2024-01-10"), "2024-01-10", "S must"),
        row("end of the probation not recorded", probation("2022-01-10", ""), "2024-01-10", "SB must")
            .names("RecordDay"),
        row(
            "a serious warning takes nothing",
            with_record(clean(), RecordKind::PartySeriousWarning, "2023-06-01", ""),
            "2024-01-10",
            "S must",
        ),
        row(
            "in custody, rights suspended",
            status(StatusKind::CustodySuspended, since("2023-12-01")),
            "2024-01-10",
            "B must",
        ),
        row(
            "Party rights suspended",
            status(StatusKind::PartyRightsSuspended, since("2023-12-01")),
            "2024-01-10",
            "B must",
        ),
        row(
            "custody ended on the day",
            status(StatusKind::CustodySuspended, until("2023-12-01", "2024-01-10")),
            "2024-01-10",
            "S must",
        ),
        row("under investigation only", status(StatusKind::Investigation, since("2023-12-01")), "2024-01-10", "S must"),
        row("sanctions open", partly(List::PartySanctions), "2024-01-10", "SB must").names("PartySanctions"),
        row("statuses open", partly(List::Statuses), "2024-01-10", "SB must").names("Statuses"),
        row("the first day of the regulation", World::new().man("P1").closed(&lists), "2020-07-13", "B must"),
        row("the day before it no edition is known", clean(), "2020-07-12", "SBN must").names("Edition"),
        by("appointed: no election", Some(Basis::Appointed), "N must"),
        by("by-election", Some(Basis::ByElection), "B must"),
        by("co-opted", Some(Basis::CoOpted), "B must"),
        by("way of taking office not recorded", None, "BN must").names("Basis"),
        Case::new(id, "the day of taking the post counts", "2026-03-01", late, "P1/branch-secretary@B", "S must"),
        Case::new(id, "a candidate", "2026-03-01", stands, "P1/branch-secretary@B?", "B must"),
        Case::new(id, "the branch serves the cooperative", "2026-03-01", served, "P1/branch-secretary@C", "S must"),
        post("deputy", PostKind::BranchDeputySecretary, "B", "P1/branch-deputy-secretary@B"),
        post("member", PostKind::BranchCommitteeMember, "B", "P1/branch-committee-member@B"),
        post("village secretary", PostKind::VillagePartySecretary, "V", "P1/village-party-secretary@V"),
        post("village leadership", PostKind::VillagePartyMember, "V", "P1/village-party-member@V"),
    ]
}

fn single_registration() -> Vec<Case> {
    let id = "selection.single-registration";
    let clean = || World::new().unit("V2", UnitKind::Village, Some("T")).man("P1").closed(&[List::Statuses]);
    let on = |world: World, unit: &str, span| world.status_in("P1", StatusKind::VoterRegistered, unit, span);
    let here = || on(clean(), "V", since("2017-01-01"));
    let both = |span| on(here(), "V2", span);
    let seat = |world: World, post: PostKind, unit: &str| world.holds("P1", post, unit, since("2018-01-10"));
    let row =
        |name, day, world, expect| Case::new(id, name, day, seat(world, MEMBER, "V"), "P1/committee-member@V", expect);
    let other = |name, post: PostKind, unit: &str, subject, expect| {
        Case::new(id, name, "2026-03-01", seat(both(since("2017-01-01")), post, unit), subject, expect)
    };
    let lives = here().status_in("P1", StatusKind::Residence, "V2", since("2017-01-01"));
    let stands = candidate(both(since("2017-01-01")), MEMBER, "V", "2026-02-01");
    let open = World::new().man("P1").status_in("P1", StatusKind::VoterRegistered, "V", since("2017-01-01"));
    let [director, deputy, member] = SEATS;
    vec![
        row("VCL 16(3): registered here alone", "2026-03-01", here(), "S must").cites("VCL 16(3)"),
        row("registered nowhere", "2026-03-01", clean(), "S must"),
        row("VCL 16(3): registered in two villages", "2026-03-01", both(since("2025-01-01")), "B must"),
        row("lives in the other village only", "2026-03-01", lives, "S must"),
        row("the other registration ended today", "2026-03-01", both(until("2020-01-01", "2026-03-01")), "S must"),
        row("the other registration ends tomorrow", "2026-03-01", both(until("2020-01-01", "2026-03-02")), "B must"),
        row("statuses open", "2026-03-01", open, "SB must").names("Statuses"),
        row("VCL 16(3) on its first day", "2026-01-01", both(since("2017-01-01")), "B must").cites("VCL 16(3)"),
        row("VCL 13(3) on its last day", "2025-12-31", both(since("2017-01-01")), "B must").cites("VCL 13(3)"),
        row("VCL 13(3): one", "2025-12-31", here(), "S must"),
        row("VCL 13(3) on its first day", "2018-12-29", both(since("2017-01-01")), "B must").cites("VCL 13(3)"),
        row("the day before it no edition is known", "2018-12-28", here(), "SBN must").names("Edition"),
        Case::new(id, "a candidate", "2026-03-01", stands, "P1/committee-member@V?", "B must"),
        other("the director", director, "V", "P1/committee-director@V", "B must"),
        other("the deputy", deputy, "V", "P1/committee-deputy@V", "B must"),
        other("a representative", PostKind::VillageRepresentative, "V", "P1/village-representative@V", "B must"),
        other("not in communities", member, "K", "P1/committee-member@K", "none"),
    ]
}

fn void_elections() -> Vec<Case> {
    let mut cases = void_election("selection.void-election", "V", "VCL 21(1)");
    let finding = |unit: &str, on: &str| found(World::new().man("P1"), unit, on).holds("P1", MEMBER, unit, long());
    let row = |id, name, unit, on: &str, expect| Case::new(id, name, "2026-03-01", finding(unit, on), "A1", expect);
    cases.extend([
        row("selection.void-election", "VCL 17(1) on its last day", "V", "2025-12-31", "B must").cites("VCL 17(1)"),
        row("selection.void-election", "VCL 17(1) on its first day", "V", "2018-12-29", "B must").cites("VCL 17(1)"),
        row("selection.void-election", "the day before it no edition is known", "V", "2018-12-28", "SBN must")
            .names("Edition"),
        Case::new(
            "selection.void-election",
            "VCL 17(1): another seat",
            "2026-03-01",
            found(World::new().man("P1").closed(&[List::Roster]), "V", "2025-12-31"),
            "A1",
            "S must",
        ),
    ]);
    cases.extend(void_of_each_post("selection.void-election", "V", "2025-12-31"));
    cases.extend(void_election("selection.void-election-residents", "K", "UCL 22(1)"));
    cases.push(row("selection.void-election-residents", "before the law: no such rule", "K", "2025-12-31", "-"));
    cases
}

/// A seat held since long before any finding.
fn long() -> FactSpan {
    since("2016-01-10")
}

/// The finding of an authority that an election was won by improper means.
fn found(world: World, unit: &str, on: &str) -> World {
    let on = on.to_owned();
    world.act("A1", "F1", unit, "find-election-misconduct", |row: &mut Act| {
        row.day = Some(d(&on));
        row.about = Some(pid("P1"));
    })
}

fn void_of_each_post(id: &'static str, unit: &'static str, on: &'static str) -> Vec<Case> {
    let of = |post: PostKind, place: &str| {
        found(World::new().unit("G", UnitKind::VillagersGroup, Some(unit)).man("P1").closed(&[List::Roster]), unit, on)
            .holds("P1", post, place, long())
    };
    let row = |name, world, expect| Case::new(id, name, "2026-03-01", world, "A1", expect);
    let [director, deputy, member] = SEATS;
    vec![
        row("the director still sits", of(director, unit), "B must"),
        row("the deputy still sits", of(deputy, unit), "B must"),
        row("a member still sits", of(member, unit), "B must"),
        row("a representative is of another election", of(PostKind::VillageRepresentative, unit), "S must"),
        row("a seat below", of(member, "G"), "S must"),
        row("a seat elsewhere", of(member, "T"), "S must"),
    ]
}

fn void_election(id: &'static str, unit: &'static str, cites: &'static str) -> Vec<Case> {
    let sits = |end: &str| {
        found(World::new().man("P1").closed(&[List::Roster]), unit, "2026-02-01").holds(
            "P1",
            MEMBER,
            unit,
            until("2016-01-10", end),
        )
    };
    let row = |name, world, expect| Case::new(id, name, "2026-03-01", world, "A1", expect);
    let nobody = World::new().man("P1").holds("P1", MEMBER, unit, long()).act(
        "A1",
        "F1",
        unit,
        "find-election-misconduct",
        |row| row.day = Some(d("2026-02-01")),
    );
    let elsewhere = if unit == "V" { "K" } else { "V" };
    let other = found(World::new().man("P1"), elsewhere, "2026-02-01").holds("P1", MEMBER, elsewhere, long());
    let mut cases = void_of_each_post(id, unit, "2026-02-01");
    cases.extend([
        row("found void: the seat ended on the day", sits("2026-02-01"), "S must").cites(cites),
        row("found void: the seat went on for a day", sits("2026-02-02"), "B must"),
        row("seats open", found(World::new().man("P1"), unit, "2026-02-01"), "SB must").names("Roster"),
        row("whom it is about not recorded", nobody, "SB must"),
        row("another law speaks there", other, "none"),
        row(
            "found on the first day of the law",
            found(World::new().man("P1"), unit, "2026-01-01").holds("P1", MEMBER, unit, long()),
            "B must",
        )
        .cites(cites),
    ]);
    cases
}

fn void_election_local() -> Vec<Case> {
    use RecordKind::{
        ClanForce, CriminalPunishment, IllegalReligionOrCult, PartyExpulsion, PartyProbation, SuspendedSentence,
        Underworld,
    };
    let id = "selection.void-election-local";
    let void = set("barred-winner-keeps-seat = { any = [] }");
    let keeps = set("barred-winner-keeps-seat = { all = [] }");
    let unsuspended = set("suspended-sentence-counts = { any = [] }");
    let clean = || World::new().man("P1").closed(&PAST);
    let of = |kind| with_record(clean(), kind, "2001-06-01", "2004-06-01");
    let row = |name, world: World, expect| {
        let world = world.holds("P1", MEMBER, "V", since("2026-02-01"));
        Case::new(id, name, "2026-03-01", world, "P1/committee-member@V", expect)
    };
    let on = |name, post: PostKind, unit: &str, from: &str, kind, expect| {
        let world = of(kind).holds("P1", post, unit, since(from));
        Case::new(id, name, "2026-03-01", world, kept(format!("P1/{post}@{unit}")), expect)
    };
    let elected = of(Underworld).holding("P1", MEMBER, "V", since("2026-01-02"), |row| {
        row.basis = Some(Basis::Elected);
        row.elected = Some(d("2025-12-31"));
    });
    let mut cases: Vec<Case> =
        [CriminalPunishment, SuspendedSentence, PartyExpulsion, Underworld, IllegalReligionOrCult, ClanForce]
            .into_iter()
            .flat_map(|kind| {
                [
                    row(kept(format!("{kind}: whether the seat stands is open")), of(kind), "SB normally")
                        .names("barred-winner-keeps-seat"),
                    row(kept(format!("{kind}: void")), of(kind), "B normally").set(void).cites("TOWN"),
                    row(kept(format!("{kind}: the seat stands")), of(kind), "S normally").set(keeps),
                ]
            })
            .collect();
    cases.extend([
        row("nothing bars", clean(), "S normally"),
        row("nothing bars, void or not", clean(), "S normally").set(void),
        row("another record", of(PartyProbation), "S normally").set(void),
        row("a suspended sentence read as none", of(SuspendedSentence), "S normally").set(unsuspended),
        row("records open", World::new().man("P1"), "SB normally").set(void).names("Convictions"),
        row("barred after the election", with_record(clean(), Underworld, "2026-02-02", ""), "S normally").set(void),
        on("a community", MEMBER, "K", "2026-02-01", Underworld, "B normally").set(void),
        on("clans are not named for a community", MEMBER, "K", "2026-02-01", ClanForce, "S normally").set(void),
        on("the director", PostKind::CommitteeDirector, "V", "2026-02-01", Underworld, "B normally").set(void),
        on("the deputy", PostKind::CommitteeDeputy, "V", "2026-02-01", Underworld, "B normally").set(void),
        on("elected on the first day of the bars", MEMBER, "V", "2026-01-01", Underworld, "B normally").set(void),
        on("elected the day before: nothing barred", MEMBER, "V", "2025-12-31", Underworld, "-").set(void),
        Case::new(id, "the day of the election counts", "2026-03-01", elected, "P1/committee-member@V", "-").set(void),
    ]);
    cases
}

/// A holder born on a day, of some schooling, who took a post on another.
fn newly(birth: &str, schooling: Option<Schooling>, post: PostKind, from: &str, continued: Option<bool>) -> World {
    let (birth, from) = (d(birth), from.to_owned());
    World::new()
        .person("P1", |row| {
            row.birth = Some(birth);
            row.schooling = schooling;
        })
        .holding("P1", post, "V", since(&from), |row| row.continued = continued)
        .closed(&[List::Acts])
}

fn age_and_schooling() -> Vec<Case> {
    let id = "selection.age-and-schooling";
    let post = PostKind::VillagePartyMember;
    let subject = "P1/village-party-member@V";
    let common = "age-standard-effective = \"2024-01-01\"\nage-standard = { all = [] }\n";
    let of = |rest: &str| set(&format!("{common}{rest}"));
    let town = of("new-age-max = 55\nschooling-min = \"senior-middle\"");
    let senior = Some(Schooling::SeniorMiddle);
    let row = |name, world, expect| Case::new(id, name, "2026-03-01", world, subject, expect).set(town);
    let born = |birth: &str| newly(birth, senior, post, "2024-06-01", Some(false));
    let schooled = |schooling| newly("1980-01-01", schooling, post, "2024-06-01", Some(false));
    let waived = |on: &str| {
        let on = on.to_owned();
        born("1960-01-01").act("A1", "W1", "V", "waive-conditions", |row| {
            row.day = Some(d(&on));
            row.about = Some(pid("P1"));
        })
    };
    let mut open = born("1960-01-01");
    open.0.coverage.clear();
    let old = |from: &str| newly("1940-01-01", senior, post, from, Some(false));
    let undated = |name, day, from: &str, expect| {
        let values = set("age-standard = { all = [] }\nnew-age-max = 55\nschooling-min = \"senior-middle\"");
        Case::new(id, name, day, old(from), subject, expect).set(values)
    };
    let elected = newly("1968-06-01", senior, post, "2024-06-01", Some(false));
    let mut elected_before = elected;
    for row in &mut elected_before.0.holdings {
        row.elected = Some(d("2023-12-31"));
    }
    let mut cases = vec![
        row("not over 55: on the last day before the 56th birthday", born("1968-06-02"), "S normally").cites("TOWN"),
        row("not over 55: the 56th birthday", born("1968-06-01"), "B normally"),
        row("senior middle school", schooled(Some(Schooling::SeniorMiddle)), "S normally"),
        row("junior middle school", schooled(Some(Schooling::JuniorMiddle)), "B normally"),
        row("schooling not recorded", schooled(None), "SB normally").names("Schooling"),
        row("stays on: another standard", newly("1940-01-01", None, post, "2024-06-01", Some(true)), "N normally"),
        row("whether he stays on is not recorded", newly("1940-01-01", senior, post, "2024-06-01", None), "BN normally")
            .names("Continued"),
        row("waived", waived("2024-05-01"), "E normally"),
        row("waived on the day", waived("2024-06-01"), "E normally"),
        row("waived too late", waived("2024-06-02"), "B normally"),
        row("acts open: there may be a waiver", open, "BE normally").names("Acts"),
        row("took the post on the first day", old("2024-01-01"), "B normally"),
        row("took the post the day before", old("2023-12-31"), "-"),
        row("elected before, took the post under the standard", elected_before, "B normally"),
        undated("day of the standard open: before any", "2026-03-01", "2019-12-31", "-"),
        undated("day of the standard open: the first it may be", "2026-03-01", "2020-01-01", "BN normally")
            .names("age-standard-effective"),
        undated("day of the standard open: the last it may be", "2037-03-01", "2035-12-30", "BN normally"),
        undated("by then it is in force", "2037-03-01", "2035-12-31", "B normally"),
        Case::new(id, "no standard adopted", "2026-03-01", old("2024-06-01"), subject, "N normally")
            .set(set("age-standard-effective = \"2024-01-01\"")),
        Case::new(id, "no age given", "2026-03-01", born("1980-01-01"), subject, "SB normally")
            .set(of("schooling-min = \"senior-middle\""))
            .names("new-age-max"),
        Case::new(id, "no schooling given", "2026-03-01", schooled(Some(Schooling::Primary)), subject, "SB normally")
            .set(of("new-age-max = 55"))
            .names("schooling-min"),
        Case::new(id, "enough under any", "2026-03-01", schooled(Some(Schooling::College)), subject, "S normally")
            .set(of("new-age-max = 55")),
        Case::new(id, "the post alone", "2026-03-01", old("2024-06-01"), subject, "N normally").set(set(
            "age-standard-effective = \"2024-01-01\"\nage-standard = { unit = [\"community\"] }\nnew-age-max = 55\nschooling-min = \"primary\"",
        )),
    ];
    for (schooling, below) in [
        ("junior-middle", Schooling::Primary),
        ("senior-middle", Schooling::JuniorMiddle),
        ("college", Schooling::SeniorMiddle),
    ] {
        let values = of(&format!("new-age-max = 55\nschooling-min = \"{schooling}\""));
        let world = schooled(Some(below));
        cases.push(Case::new(id, "below the schooling asked", "2026-03-01", world, subject, "B normally").set(values));
    }
    let primary = of("new-age-max = 55\nschooling-min = \"primary\"");
    let world = schooled(Some(Schooling::Primary));
    cases.push(Case::new(id, "primary school is enough", "2026-03-01", world, subject, "S normally").set(primary));
    for post in [
        PostKind::VillagePartySecretary,
        PostKind::BranchSecretary,
        PostKind::BranchDeputySecretary,
        PostKind::BranchCommitteeMember,
        PostKind::FullTimePost,
    ] {
        let world = newly("1940-01-01", senior, post, "2024-06-01", Some(false));
        let subject = kept(format!("P1/{post}@V"));
        cases.push(Case::new(id, "each post", "2026-03-01", world, subject, "B normally").set(town));
    }
    let seat = newly("1940-01-01", None, MEMBER, "2024-06-01", Some(false));
    cases.push(
        Case::new(id, "never of a villagers' seat", "2026-03-01", seat, "P1/committee-member@V", "none").set(town),
    );
    cases
}

fn ages_of_those_who_stay() -> Vec<Case> {
    use PostKind::{
        BranchCommitteeMember, BranchDeputySecretary, BranchSecretary, VillagePartyMember, VillagePartySecretary,
    };
    let mut cases = stays(
        "selection.age-of-staying-secretary",
        "staying-secretary-age-max",
        &[VillagePartySecretary, BranchSecretary],
        VillagePartyMember,
    );
    cases.extend(stays(
        "selection.age-of-staying-members",
        "staying-member-age-max",
        &[VillagePartyMember, BranchDeputySecretary, BranchCommitteeMember],
        VillagePartySecretary,
    ));
    cases
}

fn stays(id: &'static str, parameter: &str, posts: &[PostKind], other: PostKind) -> Vec<Case> {
    let Some(&post) = posts.first() else { return Vec::new() };
    let town =
        set(&format!("age-standard-effective = \"2024-01-01\"\nage-standard = {{ all = [] }}\n{parameter} = 60"));
    let unset = set("age-standard-effective = \"2024-01-01\"\nage-standard = { all = [] }");
    let undated = set(&format!("age-standard = {{ all = [] }}\n{parameter} = 60"));
    let subject = kept(format!("P1/{post}@V"));
    let row = |name, world, expect| Case::new(id, name, "2026-03-01", world, subject, expect).set(town);
    let born = |birth: &str, from: &str| newly(birth, None, post, from, Some(true));
    let waived = born("1950-01-01", "2024-06-01").act("A1", "W1", "V", "waive-conditions", |row| {
        row.day = Some(d("2024-05-01"));
        row.about = Some(pid("P1"));
    });
    let mut open = born("1950-01-01", "2024-06-01");
    open.0.coverage.clear();
    let mut elected = born("1950-01-01", "2024-06-01");
    for row in &mut elected.0.holdings {
        row.elected = Some(d("2023-12-31"));
    }
    let mut cases = vec![
        row("not over 60: the day before the 61st birthday", born("1963-06-02", "2024-06-01"), "S normally")
            .cites("TOWN"),
        row("not over 60: the 61st birthday", born("1963-06-01", "2024-06-01"), "B normally"),
        row(
            "newly in the post: another standard",
            newly("1940-01-01", None, post, "2024-06-01", Some(false)),
            "N normally",
        ),
        row("whether he stays on is not recorded", newly("1940-01-01", None, post, "2024-06-01", None), "BN normally")
            .names("Continued"),
        row("waived", waived, "E normally"),
        row("acts open", open, "BE normally").names("Acts"),
        row("elected before, took the post under the standard", elected, "B normally"),
        row("took the post on the first day", born("1950-01-01", "2024-01-01"), "B normally"),
        row("took the post the day before", born("1950-01-01", "2023-12-31"), "-"),
        row("no age given", born("1950-01-01", "2024-06-01"), "SB normally").set(unset).names("age-max"),
        row("no standard adopted", born("1950-01-01", "2024-06-01"), "N normally")
            .set(set("age-standard-effective = \"2024-01-01\"")),
        row("day of the standard open: before any", born("1940-01-01", "2019-12-31"), "-").set(undated),
        row("day of the standard open: the first it may be", born("1940-01-01", "2020-01-01"), "BN normally")
            .set(undated)
            .names("age-standard-effective"),
        Case::new(id, "the last it may be", "2037-03-01", born("1940-01-01", "2035-12-30"), subject, "BN normally")
            .set(undated),
        Case::new(id, "by then it is in force", "2037-03-01", born("1940-01-01", "2035-12-31"), subject, "B normally")
            .set(undated),
    ];
    for post in posts {
        let world = newly("1940-01-01", None, *post, "2024-06-01", Some(true));
        cases.push(
            Case::new(id, "each post", "2026-03-01", world, kept(format!("P1/{post}@V")), "B normally").set(town),
        );
    }
    let world = newly("1940-01-01", None, other, "2024-06-01", Some(true));
    cases.push(Case::new(id, "not of others", "2026-03-01", world, kept(format!("P1/{other}@V")), "none").set(town));
    cases
}

/// A candidate of the local list: what the item is, how it is adopted, who is caught, who is free.
struct Item<'a> {
    id: &'static str,
    /// What the town sets besides the item itself and its day.
    more: &'a str,
    modality: &'static str,
    caught: &'a dyn Fn() -> World,
    free: &'a dyn Fn() -> World,
    open: World,
    names: &'static str,
    /// Whether whoever is caught is free one day.
    passes: bool,
}

fn item(of: Item<'_>) -> Vec<Case> {
    let Item { id, more, modality, caught, free, open, names, passes } = of;
    let name = id.strip_prefix("selection.").unwrap_or(id);
    let day = "local-list-effective = \"2024-01-01\"\n";
    let adopted = set(&format!("{day}{name} = {{ all = [] }}\n{more}"));
    let undated = set(&format!("{name} = {{ all = [] }}\n{more}"));
    let left_out = set(&format!("{day}{more}"));
    let says = |letters: &str| kept(format!("{letters} {modality}"));
    let case = |name, day, world, post: PostKind, unit: &str, on: &str, expect| {
        let subject = kept(format!("P1/{post}@{unit}?"));
        Case::new(id, name, day, candidate(world, post, unit, on), subject, expect).set(adopted)
    };
    let row = |name, world, on: &str, expect| case(name, "2026-03-01", world, MEMBER, "V", on, expect);
    let far = |name, on: &str, expect| case(name, "2036-03-01", caught(), MEMBER, "V", on, expect).set(undated);
    let sits = caught().holds("P1", MEMBER, "V", since("2024-06-01"));
    vec![
        row("caught", caught(), "2024-06-01", says("B")).cites("TOWN"),
        row("free", free(), "2024-06-01", says("S")),
        row("the list that would show it is open", open, "2024-06-01", says("SB")).names(names),
        row("left out of the list", caught(), "2024-06-01", says("N")).set(left_out),
        row("the first day of the list", caught(), "2024-01-01", says("B")),
        row("the day before the list", caught(), "2023-12-31", "-"),
        row("day of nomination not recorded", caught(), "", says(if passes { "SBN" } else { "BN" })).names("Nominated"),
        far("day of the list open: before any", "2012-12-31", "-"),
        far("day of the list open: the first it may be", "2013-01-01", says("BN")).names("local-list-effective"),
        far("day of the list open: the last it may be", "2035-12-30", says("BN")),
        far("by then it is in force", "2035-12-31", says("B")),
        case("the director", "2026-03-01", caught(), PostKind::CommitteeDirector, "V", "2024-06-01", says("B")),
        case("the deputy", "2026-03-01", caught(), PostKind::CommitteeDeputy, "V", "2024-06-01", says("B")),
        case("a residents' committee", "2026-03-01", caught(), MEMBER, "K", "2024-06-01", says("B")),
        case("not of cooperatives", "2026-03-01", caught(), PostKind::Director, "C", "2024-06-01", "none"),
        Case::new(id, "not of sitting members", "2026-03-01", sits, "P1/committee-member@V", "none").set(adopted),
    ]
}

/// An item of the list that looks back so long at a record.
fn look_back(id: &'static str, modality: &'static str, kinds: &[RecordKind], list: &'static str) -> Vec<Case> {
    let name = id.strip_prefix("selection.").unwrap_or(id);
    let more = format!("{name}-look-back = \"50 years\"");
    let clean = || World::new().man("P1").closed(&PAST);
    let Some(&first) = kinds.first() else { return Vec::new() };
    let caught = || with_record(clean(), first, "2001-06-01", "");
    let mut cases = item(Item {
        id,
        more: &more,
        modality,
        caught: &caught,
        free: &clean,
        open: World::new().man("P1"),
        names: list,
        passes: true,
    });
    let day = "local-list-effective = \"2024-01-01\"\n";
    let three = set(&format!("{day}{name} = {{ all = [] }}\n{name}-look-back = \"3 years\""));
    let unset = set(&format!("{day}{name} = {{ all = [] }}"));
    let says = |letters: &str| kept(format!("{letters} {modality}"));
    let row = |name, world, on: &str, expect| {
        Case::new(id, name, "2026-03-01", candidate(world, MEMBER, "V", on), "P1/committee-member@V?", expect)
    };
    for kind in kinds {
        let of = |restored: &str| with_record(clean(), *kind, "2021-06-01", restored);
        cases.extend([
            row("the day before three years are over", of(""), "2024-05-31", says("B")).set(three),
            row("three years are over", of(""), "2024-06-01", says("S")).set(three),
            row("put right meanwhile: it still stands", of("2022-01-01"), "2024-05-31", says("B")).set(three),
            row("put right a day ago, three years over", of("2024-05-31"), "2024-06-01", says("S")).set(three),
            row("how far back is open", of(""), "2024-06-01", says("SB"))
                .set(unset)
                .names(kept(format!("{name}-look-back"))),
        ]);
    }
    cases
}

/// An item of the list that stands until put right, or for life.
fn reach(id: &'static str, kind: RecordKind) -> Vec<Case> {
    let name = id.strip_prefix("selection.").unwrap_or(id);
    let record =
        |look_back: &str| format!("{name}-reach = {{ record = {{ of = [\"{kind}\"], look_back = \"{look_back}\" }} }}");
    let more = record("for_life");
    let clean = || World::new().man("P1").closed(&PAST);
    let caught = || with_record(clean(), kind, "2001-06-01", "");
    let mut cases = item(Item {
        id,
        more: &more,
        modality: "normally",
        caught: &caught,
        free: &clean,
        open: World::new().man("P1"),
        names: "Determinations",
        passes: false,
    });
    let day = "local-list-effective = \"2024-01-01\"\n";
    let set_to = |reach: &str| set(&format!("{day}{name} = {{ all = [] }}\n{}", record(reach)));
    let unset = set(&format!("{day}{name} = {{ all = [] }}"));
    let of = |restored: &str| with_record(clean(), kind, "2021-06-01", restored);
    let row = |name, world, on: &str, expect| {
        Case::new(id, name, "2026-03-01", candidate(world, MEMBER, "V", on), "P1/committee-member@V?", expect)
    };
    cases.extend([
        row("put right on the day", of("2024-06-01"), "2024-06-01", "S normally").set(set_to("until_restored")),
        row("put right the day after", of("2024-06-02"), "2024-06-01", "B normally").set(set_to("until_restored")),
        row("put right long ago, for life", of("2022-06-02"), "2024-06-01", "B normally").set(set_to("for_life")),
        row("put right long ago, how far back is open", of("2022-06-02"), "2024-06-01", "SB normally")
            .set(unset)
            .names(kept(format!("{name}-reach"))),
        row("not put right: caught either way", of("2024-06-02"), "2024-06-01", "B normally").set(unset),
    ]);
    cases
}

fn list_items() -> Vec<Case> {
    use RecordKind::{
        CollectivePropertyOccupied, EcologicalDamage, ElectionMisconduct, IllegalBuilding, PartyExpulsion,
        PartyProbation, PartyRemoval, PublicOrderPunishment, Recalled, UnqualifiedPartyMember,
    };
    let findings = "Determinations";
    let mut cases = look_back(
        "selection.list-party-removal",
        "normally",
        &[PartyRemoval, PartyProbation, PartyExpulsion],
        "PartySanctions",
    );
    for (id, modality, kind) in [
        ("selection.list-election-misconduct", "normally", ElectionMisconduct),
        ("selection.list-recalled", "normally", Recalled),
        ("selection.list-unqualified-member", "normally", UnqualifiedPartyMember),
        ("selection.list-ecological-damage", "normally", EcologicalDamage),
        ("selection.list-public-order", "note", PublicOrderPunishment),
    ] {
        cases.extend(look_back(id, modality, &[kind], findings));
    }
    cases.extend(reach("selection.list-collective-property", CollectivePropertyOccupied));
    cases.extend(reach("selection.list-illegal-building", IllegalBuilding));
    let clean = || World::new().man("P1").closed(&PAST);
    for (id, modality, kind, other, names) in [
        ("selection.list-investigation", "note", StatusKind::Investigation, StatusKind::CalledToReport, "Statuses"),
        ("selection.list-debtor-listing", "note", StatusKind::DebtorListing, StatusKind::Investigation, "Statuses"),
        ("selection.list-incapacity", "normally", StatusKind::CapacityLimited, StatusKind::Investigation, "Capacity"),
    ] {
        let caught = || clean().status("P1", kind, since("2001"));
        let free = || clean().status("P1", kind, until("2001", "2024-06-01")).status("P1", other, since("2001"));
        cases.extend(item(Item {
            id,
            more: "",
            modality,
            caught: &caught,
            free: &free,
            open: World::new().man("P1"),
            names,
            passes: false,
        }));
    }
    cases.extend(list_incompetent());
    let lives = |unit: &str| {
        World::new().man("P1").status_in("P1", StatusKind::Residence, unit, since("2001")).closed(&[List::Households])
    };
    let home = || lives("V").status_in("P1", StatusKind::Residence, "K", since("2001"));
    cases.extend(item(Item {
        id: "selection.list-absence",
        more: "",
        modality: "normally",
        caught: &|| lives("T2").unit("T2", UnitKind::Town, None),
        free: &home,
        open: World::new().man("P1"),
        names: "Households",
        passes: false,
    }));
    let pledge = |value: &str| {
        let mut world = World::new().man("P1");
        let span = since("2001");
        world.0.customs.push(grassroots::facts::Custom::new(
            pid("P1"),
            key("candidate-pledge"),
            value.to_owned(),
            span,
        ));
        world
    };
    cases.extend(item(Item {
        id: "selection.list-pledge",
        more: "",
        modality: "normally",
        caught: &|| pledge("no"),
        free: &|| pledge("yes"),
        open: World::new().man("P1"),
        names: "candidate-pledge",
        passes: false,
    }));
    cases
}

fn list_incompetent() -> Vec<Case> {
    let graded = |grades: &[(i32, Grade)]| {
        let mut world = World::new().man("P1").closed(&[List::Appraisals]);
        for (year, grade) in grades {
            let mut row = grassroots::facts::Appraisal::new(pid("P1"), *year);
            row.grade = Some(*grade);
            world.0.appraisals.push(row);
        }
        world
    };
    let id = "selection.list-incompetent";
    let mut cases = item(Item {
        id,
        more: "",
        modality: "normally",
        caught: &|| graded(&[(2009, Grade::Competent), (2010, Grade::Incompetent)]),
        free: &|| graded(&[(2010, Grade::Incompetent), (2023, Grade::BasicallyCompetent)]),
        open: World::new().man("P1"),
        names: "AppraisalGrade",
        passes: false,
    });
    let adopted = set("local-list-effective = \"2024-01-01\"\nlist-incompetent = { all = [] }");
    let world = candidate(graded(&[]), MEMBER, "V", "2024-06-01");
    let row = Case::new(id, "never appraised", "2026-03-01", world, "P1/committee-member@V?", "S normally");
    cases.push(row.set(adopted));
    cases
}

fn list_sanction_period() -> Vec<Case> {
    use RecordKind::{
        AdministrativeWarning, Demerit, MajorDemerit, PartyExpulsion, PartyProbation, PartyRemoval,
        PartySeriousWarning, PartySeriousWarningForRemoval, PartyWarning,
    };
    let id = "selection.list-sanction-period";
    let clean = || World::new().man("P1").closed(&PAST);
    // Running for its last day on any of the days asked about in the common rows.
    let caught = || with_record(clean(), PartyProbation, "2001-06-01", "2039-01-01");
    let free = || with_record(clean(), PartyExpulsion, "2001-06-01", "");
    let mut cases = item(Item {
        id,
        more: "",
        modality: "normally",
        caught: &caught,
        free: &free,
        open: World::new().man("P1"),
        names: "Sanctions",
        passes: true,
    });
    let values = "local-list-effective = \"2020-01-01\"\nlist-sanction-period = { all = [] }";
    let adopted = set(values);
    let three = set(&format!("{values}\nremoval-2024-period = \"3 years\""));
    let row = |name, world, on: &str, expect| {
        Case::new(id, name, "2026-03-01", candidate(world, MEMBER, "V", on), "P1/committee-member@V?", expect)
    };
    for (kind, last, free) in [
        (PartyWarning, "2022-05-31", "2022-06-01"),
        (PartySeriousWarning, "2022-11-30", "2022-12-01"),
        (PartyRemoval, "2023-05-31", "2023-06-01"),
        (PartySeriousWarningForRemoval, "2023-05-31", "2023-06-01"),
        (AdministrativeWarning, "2021-11-30", "2021-12-01"),
        (Demerit, "2022-05-31", "2022-06-01"),
        (MajorDemerit, "2022-11-30", "2022-12-01"),
    ] {
        let of = |restored: &str| with_record(clean(), kind, "2021-06-01", restored);
        cases.extend([
            row(kept(format!("{kind}: the last day")), of(""), last, "B normally").set(adopted),
            row(kept(format!("{kind}: over")), of(""), free, "S normally").set(adopted),
            row(kept(format!("{kind}: ended on paper, it still runs")), of("2021-07-01"), last, "B normally")
                .set(adopted),
        ]);
    }
    let probation = |restored: &str| with_record(clean(), PartyProbation, "2019-06-01", restored);
    cases.extend([
        row("two years after restoration: the last day", probation("2020-06-01"), "2022-05-31", "B normally")
            .set(adopted),
        row("two years after restoration: over", probation("2020-06-01"), "2022-06-01", "S normally").set(adopted),
        row("restoration not recorded", probation(""), "2022-06-01", "SB normally").set(adopted).names("RecordDay"),
        row(
            "removal: three years where they are set",
            with_record(clean(), PartyRemoval, "2021-06-01", ""),
            "2024-05-31",
            "B normally",
        )
        .set(three),
    ]);
    cases
}

/// An act of a stage, by an actor, at a level.
fn acted(unit: &str, stage: &str, on: &str, with: impl Fn(&mut Act)) -> World {
    let on = on.to_owned();
    World::new()
        .act("A1", "S1", unit, stage, |row| {
            row.day = (!on.is_empty()).then(|| d(&on));
            with(row);
        })
        .closed(&[List::Acts])
}

fn pay_powers_village() -> Vec<Case> {
    let id = "selection.pay-powers-village";
    let by = |actor: &str, on: &str| {
        acted("V", "set-lost-work-subsidy", on, |row| row.actor = (!actor.is_empty()).then(|| key(actor)))
    };
    let empowered = |world: World, day: &str| {
        let day = day.to_owned();
        world.act("A2", "S2", "V", "empower-representatives", |row| row.day = Some(d(&day)))
    };
    let row = |name, world, expect| Case::new(id, name, "2026-03-01", world, "A1", expect);
    let mut open = by("representatives-meeting", "2026-02-01");
    open.0.coverage.clear();
    let community = acted("K", "set-lost-work-subsidy", "2026-02-01", |row| row.actor = Some(key("village-committee")));
    let mut cases = vec![
        row("empowered the day after", empowered(by("representatives-meeting", "2026-02-01"), "2026-02-02"), "B must"),
        row("whether empowered is open", open, "SB must").names("Acts"),
        row("who decided not recorded", by("", "2026-02-01"), "SB must").names("Actor"),
        row("not of communities", community, "none"),
        row("the day before the text read", by("village-committee", "2018-12-28"), "SBN must").names("Edition"),
    ];
    for (on, cites) in [
        ("2026-02-01", "VCL 28(1)(2), 28(2)"),
        ("2026-01-01", "VCL 28(1)(2), 28(2)"),
        ("2025-12-31", "VCL 24(1)(1), 24(2)"),
        ("2018-12-29", "VCL 24(1)(1), 24(2)"),
    ] {
        cases.extend([
            row("the villagers' assembly", by("villagers-assembly", on), "S must").cites(cites),
            row("the representatives, empowered", empowered(by("representatives-meeting", on), on), "S must"),
            row("the representatives, not empowered", by("representatives-meeting", on), "B must"),
            row("the committee itself, the others empowered", empowered(by("village-committee", on), on), "B must"),
        ]);
    }
    cases
}

fn basic_pay_standards() -> Vec<Case> {
    let of = |unit: &str, rank: Option<Rank>, on: &str| acted(unit, "set-basic-pay", on, |row| row.rank = rank);
    let row =
        |id, name, unit, rank, on: &str, expect| Case::new(id, name, "2026-03-01", of(unit, rank, on), "A1", expect);
    let (village, residents) = ("selection.basic-pay-standard", "selection.basic-pay-standard-residents");
    let mut cases = vec![
        row(village, "before the law: nobody is named", "V", Some(Rank::Town), "2025-12-31", "-"),
        row(village, "another law for communities", "K", Some(Rank::Town), "2026-02-01", "none"),
        row(residents, "another law for villages", "V", Some(Rank::Town), "2026-02-01", "none"),
        row(residents, "the day before the text read", "K", Some(Rank::Town), "2018-12-28", "SBN must")
            .names("Edition"),
    ];
    for (id, unit, on, cites) in [
        (village, "V", "2026-01-01", "VCL 42(1)"),
        (residents, "K", "2026-01-01", "UCL 41"),
        (residents, "K", "2025-12-31", "UCL 17"),
        (residents, "K", "2018-12-29", "UCL 17"),
    ] {
        cases.extend([
            row(id, "the county", unit, Some(Rank::County), on, "S must").cites(cites),
            row(id, "the city", unit, Some(Rank::City), on, "S must"),
            row(id, "the town", unit, Some(Rank::Town), on, "B must"),
            row(id, "level not recorded", unit, None, on, "SB must").names("Rank"),
        ]);
    }
    cases
}

fn base_pay() -> Vec<Case> {
    let id = "selection.base-pay";
    let holder = || World::new().man("P1").holds("P1", PostKind::FullTimePost, "V", since("2022-12-20"));
    let done = |world: World, act: &'static str, stage: &str, on: &str| {
        let on = on.to_owned();
        world.act(act, "E1", "V", stage, |row| {
            row.day = Some(d(&on));
            row.about = Some(pid("P1"));
        })
    };
    let fixed = || done(holder(), "A1", "fix-post", "2022-12-20");
    let paid = |on: &str| done(fixed(), "A2", "pay", on);
    let row = |name, day, world: World, expect| {
        Case::new(id, name, day, world.closed(&[List::Acts]), "P1/full-time-post@V", expect)
    };
    let open = |name, world, expect| Case::new(id, name, "2026-03-01", world, "P1/full-time-post@V", expect);
    vec![
        row("PLAN: post fixed, pay begun", "2026-03-01", paid("2023-01-15"), "S normally").cites("PLAN"),
        row("post fixed, no pay", "2026-03-01", fixed(), "B normally"),
        row("pay begins today", "2026-03-01", paid("2026-03-01"), "S normally"),
        row("pay begins tomorrow", "2026-03-01", paid("2026-03-02"), "B normally"),
        row("post not fixed: nothing is due", "2026-03-01", holder(), "N normally"),
        row("recommended only", "2026-03-01", done(holder(), "A1", "recommend", "2022-12-20"), "N normally"),
        row("the first day", "2023-01-01", fixed(), "B normally"),
        row("the day before it", "2022-12-31", fixed(), "-"),
        open("whether pay began is open", fixed(), "SB normally").names("Acts"),
        open("whether the post is fixed is open", holder(), "SBN normally").names("Acts"),
    ]
}

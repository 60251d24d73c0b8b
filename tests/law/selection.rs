//! 选用分离.

use crate::support::*;
use grassroots::vocab::*;

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    cases.extend(vote_and_stand());
    cases.extend(vote_and_stand_deprived());
    cases.extend(bar_criminal_punishment());
    cases.extend(policy_clearance());
    cases.extend(one_old_sentence());
    cases.extend(board_eligibility());
    cases.extend(board_eligibility_capacity());
    cases
}

const COMMITTEE: [PostKind; 3] = [PostKind::CommitteeDirector, PostKind::CommitteeDeputy, PostKind::CommitteeMember];

fn vote_and_stand() -> Vec<Case> {
    let id = "selection.vote-and-stand";
    let clean = |birth: &str| World::new().born("P1", birth).closed(&[List::Convictions]);
    let stands =
        |birth: &str, election: &str| clean(birth).candidate("P1", PostKind::CommitteeMember, "V", "", election);
    let row = |name, birth: &str, election: &str, expect| {
        Case::new(id, name, "2026-04-01", stands(birth, election), "P1/committee-member@V?", expect)
    };
    let holder = |name, day, birth: &str, elected: &str, expect| {
        let world = clean(birth).holds("P1", PostKind::CommitteeMember, "V", since(elected));
        Case::new(id, name, day, world, "P1/committee-member@V", expect)
    };
    let post = |name, post: PostKind, unit: &str, subject, expect| {
        let world = clean("2008-03-02").candidate("P1", post, unit, "", "2026-03-01");
        Case::new(id, name, "2026-04-01", world, subject, expect)
    };
    let nameless = World::new()
        .man("P1")
        .candidate("P1", PostKind::CommitteeMember, "V", "", "2026-03-01")
        .closed(&[List::Convictions]);
    let appointed = clean("1980")
        .holding("P1", PostKind::CommitteeMember, "V", since("2026-02-01"), |row| row.basis = Some(Basis::Appointed));
    let [director, deputy, member] = COMMITTEE;
    vec![
        row("VCL 16(1): eighteen on election day", "2008-03-01", "2026-03-01", "S must").cites("VCL 16(1)"),
        row("VCL 16(1): eighteen the day after", "2008-03-02", "2026-03-01", "B must"),
        row("born on a leap day: eighteen on 28 February", "2008-02-29", "2026-02-28", "S must"),
        row("born on a leap day: not on 27 February", "2008-02-29", "2026-02-27", "B must"),
        row("born in August 1979: the day does not matter", "1979.08", "2026-03-01", "S must"),
        row("born in February 2008", "2008.02", "2026-03-01", "S must"),
        row("born in March 2008: the day decides", "2008.03", "2026-03-01", "SB must").names("Birth"),
        row("born in April 2008", "2008.04", "2026-03-01", "B must"),
        row("born in 2008", "2008", "2026-03-01", "SB must").names("Birth"),
        row("election in March 2026, eighteen in it", "2008-03-15", "2026-03", "SB must").names("Elected"),
        row("election in April 2026, eighteen before", "2008-03-15", "2026-04", "S must"),
        Case::new(id, "appointed, no election recorded", "2026-03-01", appointed, "P1/committee-member@V", "SBN must")
            .names("Elected"),
        Case::new(
            id,
            "a candidate, the day of the election not recorded",
            "2026-03-01",
            stands("1980", ""),
            "P1/committee-member@V?",
            "SBN must",
        )
        .names("Elected"),
        Case::new(id, "birth not recorded", "2026-04-01", nameless, "P1/committee-member@V?", "SB must").names("Birth"),
        post("the director", director, "V", "P1/committee-director@V?", "B must"),
        post("the deputy", deputy, "V", "P1/committee-deputy@V?", "B must"),
        post(
            "not asked of a representative",
            PostKind::VillageRepresentative,
            "V",
            "P1/village-representative@V?",
            "none",
        ),
        post("a community has its own law", member, "K", "P1/committee-member@K?", "none"),
        holder("a sitting member is judged by the day of election", "2026-03-01", "2003-01-10", "2021-01-10", "S must")
            .cites("VCL 13(1)"),
        holder("VCL 13(1): eighteen the day after", "2026-03-01", "2003-01-11", "2021-01-10", "B must")
            .cites("VCL 13(1)"),
        holder("VCL 13(1) on its last day", "2026-03-01", "2008-01-01", "2025-12-31", "B must").cites("VCL 13(1)"),
        holder("VCL 16(1) on its first day", "2026-03-01", "2008-01-02", "2026-01-01", "B must").cites("VCL 16(1)"),
        holder("elected on the first day of the text of 2018", "2026-03-01", "2000-12-30", "2018-12-29", "B must"),
        holder("elected the day before it: no edition is known", "2026-03-01", "2000-12-30", "2018-12-28", "SBN must")
            .names("Edition"),
        holder(
            "elected in 2018, grown up: the text of most of it is not known",
            "2026-03-01",
            "1990-01-10",
            "2018",
            "SBN must",
        )
        .names("Elected"),
    ]
}

fn vote_and_stand_deprived() -> Vec<Case> {
    let id = "selection.vote-and-stand";
    let grown = || World::new().born("P1", "1980-05-01");
    let deprived = |election: &str, decided: &str, restored: &str| {
        let (decided, restored) = (decided.to_owned(), restored.to_owned());
        grown().closed(&[List::Convictions]).candidate("P1", PostKind::CommitteeMember, "V", "", election).record(
            "P1",
            RecordKind::PoliticalDeprivation,
            |row| {
                row.decided = (!decided.is_empty()).then(|| d(&decided));
                row.restored = (!restored.is_empty()).then(|| d(&restored));
            },
        )
    };
    let row = |name, world, expect| Case::new(id, name, "2026-04-01", world, "P1/committee-member@V?", expect);
    let later = grown()
        .closed(&[List::Convictions])
        .holds("P1", PostKind::CommitteeMember, "V", since("2021-01-10"))
        .record("P1", RecordKind::PoliticalDeprivation, |row| row.decided = Some(d("2023-05-01")));
    let punished = grown()
        .closed(&[List::Convictions])
        .candidate("P1", PostKind::CommitteeMember, "V", "", "2026-03-01")
        .record("P1", RecordKind::CriminalPunishment, |row| row.decided = Some(d("2020-05-01")));
    vec![
        row("deprived until the day after the election", deprived("2026-03-01", "2024-01-01", "2026-03-02"), "B must"),
        row("restored on election day", deprived("2026-03-01", "2024-01-01", "2026-03-01"), "S must"),
        row(
            "under VCL 13(1): deprived until the day after",
            deprived("2025-12-31", "2024-01-01", "2026-01-01"),
            "B must",
        )
        .cites("VCL 13(1)"),
        row("under VCL 13(1): restored on election day", deprived("2025-12-31", "2024-01-01", "2025-12-31"), "S must")
            .cites("VCL 13(1)"),
        row("deprived from election day on", deprived("2026-03-01", "2026-03-01", "2028-03-01"), "B must"),
        row("deprived only after the election", deprived("2026-03-01", "2026-03-02", "2028-03-01"), "S must"),
        row("deprived, the end not recorded", deprived("2026-03-01", "2024-01-01", ""), "SB must").names("RecordDay"),
        row("deprived, the beginning not recorded", deprived("2026-03-01", "", "2027-03-01"), "SB must")
            .names("RecordDay"),
        row("restored in March 2026", deprived("2026-03-15", "2024-01-01", "2026-03"), "SB must").names("RecordDay"),
        row("restored in February 2026", deprived("2026-03-15", "2024-01-01", "2026-02"), "S must"),
        row("a sentence without deprivation takes no right", punished, "S must"),
        row(
            "convictions not said to be complete",
            grown().candidate("P1", PostKind::CommitteeMember, "V", "", "2026-03-01"),
            "SB must",
        )
        .names("Convictions"),
        Case::new(
            id,
            "deprived after the election: the election stands",
            "2026-04-01",
            later,
            "P1/committee-member@V",
            "S must",
        ),
    ]
}

/// A person with an old record of one kind, every list complete.
fn recorded(kind: RecordKind, decided: &str) -> World {
    World::new()
        .man("P1")
        .record("P1", kind, |row| row.decided = (!decided.is_empty()).then(|| d(decided)))
        .closed(&[List::Convictions, List::Determinations])
}

fn bar_criminal_punishment() -> Vec<Case> {
    let id = "selection.bar-criminal-punishment";
    let nominated = |world: World, on: &str| world.candidate("P1", PostKind::CommitteeMember, "V", on, "2026-03-20");
    let row = |name, world, on: &str, expect| {
        Case::new(id, name, "2026-03-01", nominated(world, on), "P1/committee-member@V?", expect)
    };
    let punished = |decided: &str| recorded(RecordKind::CriminalPunishment, decided);
    let post = |name, post: PostKind, unit: &str, subject, expect| {
        let world = punished("2010-06-01").candidate("P1", post, unit, "2026-03-01", "2026-03-20");
        Case::new(id, name, "2026-03-01", world, subject, expect)
    };
    let served = World::new()
        .man("P1")
        .record("P1", RecordKind::CriminalPunishment, |row| {
            row.decided = Some(d("2010-06-01"));
            row.restored = Some(d("2012-06-01"));
        })
        .closed(&[List::Convictions]);
    let [director, deputy, member] = COMMITTEE;
    vec![
        row("VCL 18(1): punished in 2010", punished("2010-06-01"), "2026-03-01", "B must").cites("VCL 18(1)"),
        row("no time limit: served long ago", served, "2026-03-01", "B must"),
        row("punished in 1979, only the month known", punished("1979.08"), "2026-03-01", "B must"),
        row("nominated on the first day of the law", punished("2010-06-01"), "2026-01-01", "B must"),
        row("nominated the day before the law: no such bar", punished("2010-06-01"), "2025-12-31", "-"),
        row("nominated in December 2025", punished("2010-06-01"), "2025-12", "-"),
        row("nominated in January 2026", punished("2010-06-01"), "2026-01", "B must"),
        row("day of nomination not recorded", punished("2010-06-01"), "", "BN must").names("Nominated"),
        row("a clean record, complete", World::new().man("P1").closed(&[List::Convictions]), "2026-03-01", "S must"),
        row("a clean record, not said to be complete", World::new().man("P1"), "2026-03-01", "SB must")
            .names("Convictions"),
        row("exempt from punishment", recorded(RecordKind::ExemptFromPunishment, "2010-06-01"), "2026-03-01", "S must"),
        row("not prosecuted", recorded(RecordKind::NonProsecution, "2010-06-01"), "2026-03-01", "S must"),
        row(
            "found to be a village bully: another bar",
            recorded(RecordKind::VillageBully, "2010-06-01"),
            "2026-03-01",
            "S must",
        ),
        row("punished after the nomination", punished("2026-03-02"), "2026-03-01", "S must"),
        row("punished on the day of nomination", punished("2026-03-01"), "2026-03-01", "B must"),
        row("day of the sentence not recorded", punished(""), "2026-03-01", "SB must").names("RecordDay"),
        row("sentenced in March 2026, nominated on the 15th", punished("2026-03"), "2026-03-15", "SB must")
            .names("RecordDay"),
        post("the director", director, "V", "P1/committee-director@V?", "B must"),
        post("the deputy", deputy, "V", "P1/committee-deputy@V?", "B must"),
        post("a community has its own law", member, "K", "P1/committee-member@K?", "none"),
        post("not of cooperatives", PostKind::Director, "C", "P1/director@C?", "none"),
    ]
}

fn policy_clearance() -> Vec<Case> {
    let id = "selection.policy-clearance";
    let sits = |world: World| world.holds("P1", PostKind::CommitteeMember, "V", since("2018-01-10"));
    let row = |name, day, world, expect| Case::new(id, name, day, sits(world), "P1/committee-member@V", expect);
    let of = |name, kind| row(name, "2026-03-01", recorded(kind, "2010-06-01"), "B must").cites("GOV19");
    let clean = |lists: &[List]| World::new().man("P1").closed(lists);
    let post = |name, post: PostKind, unit: &str, subject, expect| {
        let world = recorded(RecordKind::CriminalPunishment, "2010-06-01").holds("P1", post, unit, since("2018-01-10"));
        Case::new(id, name, "2026-03-01", world, subject, expect)
    };
    let punished = || recorded(RecordKind::CriminalPunishment, "2010-06-01");
    let restored = World::new()
        .man("P1")
        .record("P1", RecordKind::CriminalPunishment, |row| {
            row.decided = Some(d("2010-06-01"));
            row.restored = Some(d("2012-06-01"));
        })
        .closed(&[List::Convictions, List::Determinations]);
    let candidate = punished().candidate("P1", PostKind::CommitteeMember, "V", "2026-02-01", "2026-03-20");
    let both = [List::Convictions, List::Determinations];
    let [director, deputy, member] = COMMITTEE;
    vec![
        of("GOV19: criminal punishment", RecordKind::CriminalPunishment),
        of("GOV19: village bully", RecordKind::VillageBully),
        of("GOV19: gang or evil forces", RecordKind::Underworld),
        of("GOV19: cult", RecordKind::IllegalReligionOrCult),
        row("no time limit: restored in 2012", "2026-03-01", restored, "B must"),
        row("exempt from punishment", "2026-03-01", recorded(RecordKind::ExemptFromPunishment, "2010-06-01"), "S must"),
        row("a Party warning is no ground", "2026-03-01", recorded(RecordKind::PartyWarning, "2010-06-01"), "S must"),
        row("clean, both lists complete", "2026-03-01", clean(&both), "S must"),
        row("clean, convictions open", "2026-03-01", clean(&[List::Determinations]), "SB must").names("Convictions"),
        row("clean, findings of authorities open", "2026-03-01", clean(&[List::Convictions]), "SB must")
            .names("Determinations"),
        row("day of the sentence not recorded", "2026-03-01", recorded(RecordKind::CriminalPunishment, ""), "SB must")
            .names("RecordDay"),
        row(
            "sentenced the day after the review",
            "2026-03-01",
            recorded(RecordKind::CriminalPunishment, "2026-03-02"),
            "S must",
        ),
        row(
            "sentenced on the day of the review",
            "2026-03-01",
            recorded(RecordKind::CriminalPunishment, "2026-03-01"),
            "B must",
        ),
        row("the last day before the month of the paper", "2019-05-31", punished(), "-"),
        row("the first day of the month of the paper: open", "2019-06-01", punished(), "BN must"),
        row("mid-June 2019: open", "2019-06-15", punished(), "BN must"),
        row("mid-June 2019, clean", "2019-06-15", clean(&both), "SN must"),
        row("the day before the last of June 2019", "2019-06-29", punished(), "BN must"),
        row("the last day of June 2019: certainly in force", "2019-06-30", punished(), "B must"),
        row("1 July 2019", "2019-07-01", punished(), "B must"),
        // Open because the day of the paper is not known.
        row("mid-June 2019: what is open is the edition", "2019-06-15", punished(), "BN must").names("Edition"),
        post("the director", director, "V", "P1/committee-director@V", "B must"),
        post("the deputy", deputy, "V", "P1/committee-deputy@V", "B must"),
        post("a community too", member, "K", "P1/committee-member@K", "B must"),
        post("officers of cooperatives only where a town says so", PostKind::Chair, "C", "P1/chair@C", "none"),
        Case::new(id, "a candidate", "2026-03-01", candidate, "P1/committee-member@V?", "B must"),
    ]
}

/// The test of the design: sentenced in 2010, elected on 2021-01-10, reviewed on 2026-03-01; and nominated again.
fn one_old_sentence() -> Vec<Case> {
    let (bar, policy) = ("selection.bar-criminal-punishment", "selection.policy-clearance");
    let sitting = || {
        recorded(RecordKind::CriminalPunishment, "2010-04-12").holds(
            "P1",
            PostKind::CommitteeMember,
            "V",
            since("2021-01-10"),
        )
    };
    let again = |on: &str| sitting().candidate("P1", PostKind::CommitteeMember, "V", on, "2026-03-20");
    let seat = "P1/committee-member@V";
    let candidacy = "P1/committee-member@V?";
    vec![
        Case::new(bar, "elected in 2021: the bar says nothing about the seat", "2026-03-01", sitting(), seat, "none"),
        Case::new(policy, "elected in 2021: the policy is breached", "2026-03-01", sitting(), seat, "B must"),
        Case::new(bar, "nominated again under the law", "2026-03-01", again("2026-03-01"), candidacy, "B must"),
        Case::new(bar, "its twin, nominated the day before the law", "2026-03-01", again("2025-12-31"), candidacy, "-"),
        Case::new(
            bar,
            "nominated again: the sitting seat is still not asked",
            "2026-03-01",
            again("2026-03-01"),
            seat,
            "none",
        ),
        Case::new(
            policy,
            "nominated the day before the law: the policy is breached",
            "2026-03-01",
            again("2025-12-31"),
            candidacy,
            "B must",
        ),
        Case::new(
            "selection.vote-and-stand",
            "an old sentence takes no right to stand",
            "2026-03-01",
            again("2026-03-01").born("P2", "1990-01-01"),
            seat,
            "SB must",
        )
        .names("Birth"),
    ]
}

/// A person elected a director of the cooperative.
fn director(unit: &str, birth: &str, elected: &str) -> World {
    World::new()
        .unit("VC", UnitKind::VillageCooperative, Some("V"))
        .born("P1", birth)
        .holds("P1", PostKind::Director, unit, since(elected))
        .closed(&[List::Members, List::Capacity])
}

fn board_eligibility() -> Vec<Case> {
    let id = "selection.board-eligibility";
    let row = |name, world, expect| Case::new(id, name, "2026-03-01", world, "P1/director@C", expect);
    let member = |from: &str| director("C", "1979.08", "2025-06-01").member("P1", "C", since(from));
    let outsider = || director("C", "1979.08", "2025-06-01");
    let charter = |says: &str| outsider().clause("C", "outsiders-admitted", says, since("2020-01-01"));
    let post = |name, post: PostKind, unit: &str, subject, expect| {
        let world = World::new()
            .unit("VC", UnitKind::VillageCooperative, Some("V"))
            .born("P1", "1979.08")
            .holds("P1", post, unit, since("2025-06-01"))
            .closed(&[List::Members, List::Capacity, List::Charter]);
        Case::new(id, name, "2026-03-01", world, subject, expect)
    };
    let elsewhere = outsider().closed(&[List::Charter]).member("P1", "VC", since("2020-01-01"));
    let left = outsider().closed(&[List::Charter]).member("P1", "C", until("2000-01-01", "2025-06-01"));
    let leaves = director("C", "1979.08", "2025-06-01").closed(&[List::Charter]).member(
        "P1",
        "C",
        until("2000-01-01", "2025-06-02"),
    );
    let open = World::new().born("P1", "1979.08").holds("P1", PostKind::Director, "C", since("2025-06-01"));
    let candidate = |election: &str| {
        World::new()
            .born("P1", "1979.08")
            .member("P1", "C", since("2026-03-20"))
            .candidate("P1", PostKind::Supervisor, "C", "2026-02-01", election)
            .closed(&[List::Members, List::Capacity, List::Charter])
    };
    let between = World::new()
        .born("P1", "1979.08")
        .holding("P1", PostKind::Director, "C", since("2025-06-01"), |row| row.elected = Some(d("2025-05-20")))
        .member("P1", "C", since("2025-05-25"))
        .closed(&[List::Members, List::Capacity, List::Charter]);
    let old = |elected: &str| {
        Case::new(id, "", "2026-03-01", director("C", "1979.08", elected).closed(&[List::Charter]), "P1/director@C", "")
    };
    vec![
        row("LRCEO 13(1): a member", member("2020-01-01"), "S normally").cites("LRCEO 13(1)"),
        row("a member from election day on", member("2025-06-01"), "S normally"),
        row("a member from the day after the election", member("2025-06-02").closed(&[List::Charter]), "B normally"),
        row("a member between the election and taking the post", between, "B normally"),
        row("a member since June 2025, elected on the 1st", member("2025-06").closed(&[List::Charter]), "SB normally")
            .names("Membership"),
        row("membership ended on election day", left, "B normally"),
        row("membership ended the day after", leaves, "S normally"),
        row("an outsider, the charter silent", outsider().closed(&[List::Charter]), "B normally"),
        row("an outsider, the charter not recorded", outsider(), "BE normally").names("outsiders-admitted"),
        row("an outsider, the charter admits outsiders", charter("yes"), "E normally"),
        row("an outsider, the charter says no", charter("no"), "B normally"),
        row(
            "an outsider, the charter admits them since the day after the election",
            outsider().closed(&[List::Charter]).clause("C", "outsiders-admitted", "yes", since("2025-06-02")),
            "B normally",
        ),
        row("a member of another cooperative", elsewhere, "B normally"),
        row("the roll of members not complete", open.closed(&[List::Capacity, List::Charter]), "SB normally")
            .names("Members"),
        post("the chair", PostKind::Chair, "C", "P1/chair@C", "B normally"),
        post("the deputy chair", PostKind::DeputyChair, "C", "P1/deputy-chair@C", "B normally"),
        post("the supervisor", PostKind::Supervisor, "C", "P1/supervisor@C", "B normally"),
        post("the village-level cooperative too", PostKind::Director, "VC", "P1/director@VC", "B normally"),
        post("not the accountant", PostKind::Accountant, "C", "P1/accountant@C", "none"),
        Case::new(
            id,
            "a candidate, a member on election day",
            "2026-03-01",
            candidate("2026-03-20"),
            "P1/supervisor@C?",
            "S normally",
        ),
        Case::new(
            id,
            "a candidate, not yet a member on election day",
            "2026-03-01",
            candidate("2026-03-19"),
            "P1/supervisor@C?",
            "B normally",
        ),
        Case { name: "elected on the first day of the law", expect: "B normally", ..old("2025-05-01") },
        Case {
            name: "elected the day before it: no edition is known",
            expect: "SBN normally",
            names: "Edition",
            ..old("2025-04-30")
        },
    ]
}

fn board_eligibility_capacity() -> Vec<Case> {
    let id = "selection.board-eligibility";
    let row = |name, world, expect| Case::new(id, name, "2026-03-01", world, "P1/director@C", expect);
    let aged = |birth: &str| {
        director("C", birth, "2025-06-01").member("P1", "C", since("2020-01-01")).closed(&[List::Charter])
    };
    let worker = |birth: &str| aged(birth).status("P1", StatusKind::OwnLaborIncome, since("2020-01-01"));
    let idle = |birth: &str| aged(birth).status("P1", StatusKind::NoOwnLaborIncome, since("2020-01-01"));
    let found = |from: &str| aged("1979.08").status("P1", StatusKind::CapacityLimited, since(from));
    let unsaid = World::new()
        .born("P1", "1979.08")
        .holds("P1", PostKind::Director, "C", since("2025-06-01"))
        .member("P1", "C", since("2020-01-01"))
        .closed(&[List::Members, List::Charter]);
    let admits = |world: World| {
        let mut world = world;
        world.0.coverage.retain(|row| row.list != List::Charter);
        world.clause("C", "outsiders-admitted", "yes", since("2020-01-01"))
    };
    let strange = |birth: &str, income: StatusKind| {
        admits(director("C", birth, "2025-06-01").status("P1", income, since("2020-01-01")))
    };
    vec![
        row("CC 17: eighteen on election day", idle("2007-06-01"), "S normally"),
        row("CC 17: eighteen the day after, without own income", idle("2007-06-02"), "B normally"),
        row("CC 18: seventeen, own income not recorded", aged("2007-06-02"), "SB normally").names("OwnLabor"),
        row("CC 18: sixteen on election day, living on own labor", worker("2009-06-01"), "S normally"),
        row("CC 18: sixteen the day after", worker("2009-06-02"), "B normally"),
        row("sixteen, not living on own labor", idle("2009-06-01"), "B normally"),
        row("born in June 2007, elected on the 1st, without own income", idle("2007.06"), "SB normally").names("Birth"),
        row("born in May 2007", idle("2007.05"), "S normally"),
        row("birth not recorded", aged("2007").holds("P1", PostKind::Clerk, "C", since("2025")), "SB normally")
            .names("Birth"),
        row("CC 24: found incapable before election day", found("2025-01-01"), "B normally"),
        row("found incapable on election day", found("2025-06-01"), "B normally"),
        row("found incapable the day after the election", found("2025-06-02"), "S normally"),
        row("findings on capacity not complete", unsaid, "SB normally").names("Capacity"),
        // The clause admits outsiders; it gives nobody capacity.
        row(
            "an outsider of eighteen on election day",
            strange("2007-06-01", StatusKind::NoOwnLaborIncome),
            "E normally",
        ),
        row("an outsider of eighteen the day after", strange("2007-06-02", StatusKind::NoOwnLaborIncome), "B normally"),
        row(
            "an outsider of sixteen on election day, living on own labor",
            strange("2009-06-01", StatusKind::OwnLaborIncome),
            "E normally",
        ),
        row("an outsider of sixteen the day after", strange("2009-06-02", StatusKind::OwnLaborIncome), "B normally"),
        row("a member of fifteen, the charter admits outsiders", admits(worker("2009-06-02")), "B normally"),
        row("a member found incapable, the charter admits outsiders", admits(found("2025-01-01")), "B normally"),
    ]
}

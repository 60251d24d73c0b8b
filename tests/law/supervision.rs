//! 监督管理.

use crate::support::*;
use grassroots::vocab::*;

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    cases.extend(party_sanction_effect());
    cases.extend(party_sanction_effect_posts());
    cases.extend(party_removal_effect());
    cases.extend(disclosure_display_days());
    cases.extend(finance_disclosure_quarterly());
    cases.extend(handover_days());
    cases
}

/// A branch secretary with one record, appointed on a day; the record approved on another, if the words are not empty.
fn sanctioned(kind: RecordKind, approved: &str, appointed: &str, continued: Option<bool>) -> World {
    World::new()
        .man("P1")
        .record("P1", kind, |row| row.approved = (!approved.is_empty()).then(|| d(approved)))
        .holding("P1", PostKind::BranchSecretary, "B", since(appointed), |row| row.continued = continued)
        .closed(&[List::PartySanctions])
}

/// Whether the post taken is lower than the one lost.
fn lower(mut world: World, says: &str) -> World {
    let column = key("post-lower-than-the-one-lost");
    world.0.customs.push(grassroots::facts::Custom::new(pid("P1"), column, says.to_owned(), since("1990")));
    world
}

const SECRETARY: &str = "P1/branch-secretary@B";

fn party_sanction_effect() -> Vec<Case> {
    let id = "supervision.party-sanction-effect";
    let row = |name, world: World, expect| Case::new(id, name, "2026-11-01", world, SECRETARY, expect);
    let warned = |appointed: &str| sanctioned(RecordKind::PartyWarning, "2025-03-10", appointed, Some(false));
    let serious = |appointed: &str| sanctioned(RecordKind::PartySeriousWarning, "2025-03-10", appointed, Some(false));
    let decided = {
        let mut world = warned("2025-06-01");
        world.0.records.clear();
        world.record("P1", RecordKind::PartyWarning, |row| row.decided = Some(d("2025-03-10")))
    };
    let unclosed = {
        let mut world = warned("2025-06-01");
        world.0.records.clear();
        world.0.coverage.clear();
        world
    };
    let clean = {
        let mut world = warned("2025-06-01");
        world.0.records.clear();
        world
    };
    vec![
        row("DISC 10: warned, the last day of the year", warned("2026-03-09"), "B must").cites("DISC 10"),
        row("DISC 10: warned, free on the corresponding day", warned("2026-03-10"), "S must"),
        row("DISC 10: seriously warned, the last day of a year and a half", serious("2026-09-09"), "B must"),
        row("DISC 10: seriously warned, free on the corresponding day", serious("2026-09-10"), "S must"),
        row("appointed on the day of approval", warned("2025-03-10"), "B must"),
        row("appointed the day before it", warned("2025-03-09"), "S must"),
        row(
            "C64: approved on 2024-03-10, promoted on 2025-02-01",
            sanctioned(RecordKind::PartyWarning, "2024-03-10", "2025-02-01", Some(false)),
            "B must",
        ),
        row(
            "C64: promoted on 2025-04-01",
            sanctioned(RecordKind::PartyWarning, "2024-03-10", "2025-04-01", Some(false)),
            "S must",
        ),
        row(
            "a demerit is no Party sanction",
            sanctioned(RecordKind::Demerit, "2025-03-10", "2025-06-01", Some(false)),
            "S must",
        ),
        row(
            "staying in the same post is no promotion",
            sanctioned(RecordKind::PartyWarning, "2025-03-10", "2025-06-01", Some(true)),
            "N must",
        ),
        row(
            "whether the same post was held before not recorded",
            sanctioned(RecordKind::PartyWarning, "2025-03-10", "2025-06-01", None),
            "BN must",
        )
        .names("Continued"),
        row(
            "day of approval not recorded",
            sanctioned(RecordKind::PartyWarning, "", "2025-06-01", Some(false)),
            "SB must",
        )
        .names("RecordDay"),
        row("the day of the decision is not the day of approval", decided, "SB must").names("RecordDay"),
        row(
            "approved in March 2025, appointed on 15 March 2026",
            sanctioned(RecordKind::PartyWarning, "2025-03", "2026-03-15", Some(false)),
            "SB must",
        )
        .names("RecordDay"),
        row(
            "approved in March 2025, appointed on 31 March 2026",
            sanctioned(RecordKind::PartyWarning, "2025-03", "2026-03-31", Some(false)),
            "S must",
        ),
        row("appointed in March 2026", warned("2026-03"), "SB must").names("PostBegan"),
        row("appointed in April 2026", warned("2026-04"), "S must"),
        row("no sanction, the list complete", clean, "S must"),
        row("no sanction, the list not complete", unclosed, "SB must").names("PartySanctions"),
        row(
            "appointed on the first day of the text of 2023",
            sanctioned(RecordKind::PartyWarning, "2023-06-01", "2024-01-01", Some(false)),
            "B must",
        ),
        row(
            "appointed the day before it: no edition is known",
            sanctioned(RecordKind::PartyWarning, "2023-06-01", "2023-12-31", Some(false)),
            "SBN must",
        )
        .names("Edition"),
    ]
}

const PARTY_POSTS: [(PostKind, &str, &str); 5] = [
    (PostKind::VillagePartySecretary, "V", "P1/village-party-secretary@V"),
    (PostKind::VillagePartyMember, "V", "P1/village-party-member@V"),
    (PostKind::BranchSecretary, "B", "P1/branch-secretary@B"),
    (PostKind::BranchDeputySecretary, "B", "P1/branch-deputy-secretary@B"),
    (PostKind::BranchCommitteeMember, "B", "P1/branch-committee-member@B"),
];

fn party_sanction_effect_posts() -> Vec<Case> {
    let mut rows = Vec::new();
    for (id, kind) in [
        ("supervision.party-sanction-effect", RecordKind::PartyWarning),
        ("supervision.party-removal-effect", RecordKind::PartyRemoval),
    ] {
        let person = || {
            World::new()
                .man("P1")
                .record("P1", kind, |row| row.approved = Some(d("2025-03-10")))
                .closed(&[List::PartySanctions])
        };
        let person = || lower(person(), "no");
        for (post, unit, subject) in PARTY_POSTS {
            let world = person().holding("P1", post, unit, since("2025-06-01"), |row| row.continued = Some(false));
            rows.push(Case::new(id, "each Party post", "2026-11-01", world, subject, "B must"));
        }
        let elected = person()
            .holding("P1", PostKind::CommitteeMember, "V", since("2025-06-01"), |row| row.continued = Some(false));
        rows.push(Case::new(
            id,
            "not an elected seat of the village",
            "2026-11-01",
            elected,
            "P1/committee-member@V",
            "none",
        ));
    }
    let id = "supervision.party-sanction-effect";
    let candidate = |election: &str| {
        World::new()
            .man("P1")
            .record("P1", RecordKind::PartyWarning, |row| row.approved = Some(d("2025-03-10")))
            .candidate("P1", PostKind::BranchSecretary, "B", "2026-02-01", election)
            .closed(&[List::PartySanctions])
    };
    let candidacy = "P1/branch-secretary@B?";
    rows.push(
        Case::new(id, "a candidate, within the year", "2026-02-10", candidate("2026-03-09"), candidacy, "BN must")
            .names("Continued"),
    );
    rows.push(Case::new(id, "a candidate, after it", "2026-02-10", candidate("2026-03-10"), candidacy, "SN must"));
    rows
}

fn party_removal_effect() -> Vec<Case> {
    let id = "supervision.party-removal-effect";
    // An equal post, as the column says.
    let removed = |approved: &str, appointed: &str| {
        lower(sanctioned(RecordKind::PartyRemoval, approved, appointed, Some(false)), "no")
    };
    let instead = |appointed: &str| {
        lower(sanctioned(RecordKind::PartySeriousWarningForRemoval, "2024-03-10", appointed, Some(false)), "no")
    };
    let unranked = || sanctioned(RecordKind::PartyRemoval, "2024-03-10", "2026-03-09", Some(false));
    let row = |name, world: World, expect| Case::new(id, name, "2027-11-01", world, SECRETARY, expect);
    let three = "[set]\nremoval-2024-period = \"3 years\"";
    let unclosed = {
        let mut world = removed("2024-03-10", "2025-06-01");
        world.0.records.clear();
        world.0.coverage.clear();
        world
    };
    let elected = World::new()
        .man("P1")
        .record("P1", RecordKind::PartyRemoval, |row| row.approved = Some(d("2024-03-10")))
        .holding("P1", PostKind::BranchSecretary, "B", since("2026-03-10"), |row| row.elected = Some(d("2026-03-09")))
        .closed(&[List::PartySanctions]);
    let candidate = World::new()
        .man("P1")
        .record("P1", RecordKind::PartyRemoval, |row| row.approved = Some(d("2024-03-10")))
        .candidate("P1", PostKind::BranchSecretary, "B", "2026-02-01", "2026-03-09")
        .closed(&[List::PartySanctions]);
    vec![
        row("DISC 11: removed, the last day of two years", removed("2024-03-10", "2026-03-09"), "B must")
            .cites("DISC 11"),
        row("whether the post is lower is not recorded", unranked(), "SB must").names("post-lower"),
        row("a lower post", lower(unranked(), "yes"), "S must"),
        row("an equal or higher post", lower(unranked(), "no"), "B must"),
        row("DISC 11: removed, free on the corresponding day", removed("2024-03-10", "2026-03-10"), "S must"),
        row("a serious warning in place of removal: the last day", instead("2026-03-09"), "B must"),
        row("a serious warning in place of removal: free", instead("2026-03-10"), "S must"),
        row("the period set to three years: the last day", removed("2024-03-10", "2027-03-09"), "B must").set(three),
        row("the period set to three years: free", removed("2024-03-10", "2027-03-10"), "S must").set(three),
        row(
            "a warning is no removal",
            sanctioned(RecordKind::PartyWarning, "2024-03-10", "2024-06-01", Some(false)),
            "S must",
        ),
        row("appointed the day before the approval", removed("2024-03-10", "2024-03-09"), "S must"),
        row(
            "also to the same post again",
            lower(sanctioned(RecordKind::PartyRemoval, "2024-03-10", "2025-06-01", Some(true)), "no"),
            "B must",
        ),
        row("day of approval not recorded", removed("", "2025-06-01"), "SB must").names("RecordDay"),
        row("no sanction, the list not complete", unclosed, "SB must").names("PartySanctions"),
        row("elected within the two years, in the post after them", elected, "S must"),
        Case::new(id, "a candidate", "2026-02-10", lower(candidate, "no"), "P1/branch-secretary@B?", "B must"),
        row("appointed on the first day of the text of 2023", removed("2023-06-01", "2024-01-01"), "B must"),
        row("appointed the day before it: no edition is known", removed("2023-06-01", "2023-12-31"), "SBN must")
            .names("Edition"),
    ]
}

fn disclosure_display_days() -> Vec<Case> {
    let id = "supervision.disclosure-display-days";
    let shown = |unit: &str, on: &str, through: &str| {
        World::new().act("A", "H", unit, "publish-village-affairs", |act| {
            act.day = (!on.is_empty()).then(|| d(on));
            act.shown_through = (!through.is_empty()).then(|| d(through));
        })
    };
    let row = |name, unit: &str, on: &str, through: &str, expect| {
        Case::new(id, name, "2026-05-01", shown(unit, on, through), "A", expect)
    };
    let finance = World::new().act("A", "H", "V", "publish-finance", |act| {
        act.day = Some(d("2026-02-01"));
        act.shown_through = Some(d("2026-02-02"));
    });
    vec![
        row("VCL 35(4): posted on 1 February, shown through the 16th", "V", "2026-02-01", "2026-02-16", "S must")
            .cites("VCL 35(4)"),
        row("VCL 35(4): through the 15th, the first day left out", "V", "2026-02-01", "2026-02-15", "B must"),
        row("the last day shown not recorded", "V", "2026-02-01", "", "SB must").names("ShownThrough"),
        // Open because of the last day shown.
        row("shown through some day of February", "V", "2026-02-01", "2026-02", "SB must").names("ShownThrough"),
        row("shown through some day of March", "V", "2026-02-01", "2026-03", "S must"),
        row("posted on some day of February, shown through 16 March", "V", "2026-02", "2026-03-16", "S must"),
        // A posting known to the month is judged on every day of it.
        row("posted on some day of February, shown through the 28th", "V", "2026-02", "2026-02-28", "SB must")
            .names("Day"),
        row("posted on the first day of the law", "V", "2026-01-01", "2026-01-15", "B must"),
        row("posted on the first day of the law, long enough", "V", "2026-01-01", "2026-01-16", "S must"),
        row("posted the day before: there was no such rule", "V", "2025-12-31", "2026-01-02", "-"),
        row("day of posting not recorded", "V", "", "2026-01-02", "BN must").names("Day"),
        row("a community has its own law", "K", "2026-02-01", "2026-02-02", "none"),
        Case::new(id, "the finance of a cooperative is another matter", "2026-05-01", finance, "A", "none"),
    ]
}

fn finance_disclosure_quarterly() -> Vec<Case> {
    let id = "supervision.finance-disclosure-quarterly";
    let world = || World::new().unit("VC", UnitKind::VillageCooperative, Some("V"));
    let published = |unit: &str, on: &str| world().act("A", "H", unit, "publish-finance", |act| act.day = Some(d(on)));
    let closed = |unit: &str, on: &str| published(unit, on).closed(&[List::Acts]);
    let row = |name, day, world: World, subject, expect| Case::new(id, name, day, world, subject, expect);
    let q2 = "C/2015-04-01..2015-06-30";
    let of = |name, on: &str, expect| row(name, "2015-10-31", closed("C", on), q2, expect);
    let other_act = world()
        .act("A", "H", "C", "publish-village-affairs", |act| act.day = Some(d("2015-05-10")))
        .closed(&[List::Acts]);
    vec![
        of("FDR11: on the first day of the quarter", "2015-04-01", "S normally").cites("FDR11"),
        of("FDR11: on its last day", "2015-06-30", "S normally"),
        of("C61: statements for the first quarter only", "2015-03-31", "B normally"),
        of("C61: the next one in the third quarter", "2015-07-01", "B normally"),
        of("on some day of May", "2015-05", "S normally"),
        of("on some day of 2015", "2015", "SB normally").names("Acts"),
        row("none on record, the record not complete", "2015-10-31", world(), q2, "SB normally").names("Acts"),
        row("another publication", "2015-10-31", other_act, q2, "B normally"),
        row(
            "the village-level cooperative too",
            "2015-10-31",
            closed("C", "2015-05-10"),
            "VC/2015-04-01..2015-06-30",
            "B normally",
        ),
        row("not the village itself", "2015-10-31", closed("C", "2015-05-10"), "V/2015-04-01..2015-06-30", "none"),
        row("the running quarter is not asked about", "2015-06-30", closed("C", "2015-01-10"), q2, "none"),
        row("the quarter that ended yesterday", "2015-07-01", closed("C", "2015-01-10"), q2, "B normally"),
        row(
            "whether the rule still stands after the law is open: a reminder",
            "2026-03-01",
            closed("C", "2025-09-30"),
            "C/2025-10-01..2025-12-31",
            "B normally",
        ),
        row(
            "the first quarter of the rule",
            "2012-04-15",
            closed("C", "2011-12-31"),
            "C/2012-01-01..2012-03-31",
            "B normally",
        ),
        row(
            "the quarter before it: no edition is known",
            "2012-04-15",
            closed("C", "2012-01-01"),
            "C/2011-10-01..2011-12-31",
            "SBN normally",
        )
        .names("Edition"),
        row(
            "the quarter before it, published all the same",
            "2012-04-15",
            closed("C", "2011-11-01"),
            "C/2011-10-01..2011-12-31",
            "SBN normally",
        )
        .names("Edition"),
    ]
}

fn handover_days() -> Vec<Case> {
    let id = "supervision.handover-days";
    let formed = |unit: &str, on: &str, handed: &str| {
        let world = World::new().act("A", "H", unit, "form-committee", |act| act.day = (!on.is_empty()).then(|| d(on)));
        if handed.is_empty() { world } else { world.act("B", "H", unit, "hand-over", |act| act.day = Some(d(handed))) }
    };
    let on = |name, day, world: World, expect| Case::new(id, name, day, world, "A", expect);
    let row = |name, from: &str, handed: &str, expect| on(name, "2026-05-01", formed("V", from, handed), expect);
    let undated = formed("V", "2026-03-01", "").act("B", "H", "V", "hand-over", |_| {});
    let closed = || formed("V", "2026-03-01", "").closed(&[List::Acts]);
    vec![
        row("VCL 24: the tenth day after", "2026-03-01", "2026-03-11", "S must").cites("VCL 24"),
        row("VCL 24: the eleventh day after", "2026-03-01", "2026-03-12", "B must"),
        row("on the day itself", "2026-03-01", "2026-03-01", "S must"),
        row("over the end of February", "2026-02-20", "2026-03-02", "S must"),
        // 自产生之日起: what was handed over before there was a new committee was not handed over to it.
        on(
            "before the new committee was formed, the file complete",
            "2026-05-01",
            formed("V", "2026-03-01", "2026-02-20").closed(&[List::Acts]),
            "B must",
        ),
        on("not handed over, the file complete", "2026-05-01", closed(), "B must"),
        on("not handed over, the file not complete", "2026-05-01", formed("V", "2026-03-01", ""), "SB must")
            .names("File"),
        on("day of the hand-over not recorded", "2026-05-01", undated, "SB must").names("Day"),
        on("not yet due", "2026-03-05", closed(), "N must"),
        on("not yet due, the file not complete", "2026-03-05", formed("V", "2026-03-01", ""), "SN must"),
        on("the tenth day", "2026-03-11", closed(), "N must"),
        on("the eleventh day", "2026-03-12", closed(), "B must"),
        // A committee formed in a month is judged on every day of it.
        row("formed in March, handed over on 12 March", "2026-03", "2026-03-12", "SB must").names("Day"),
        row("formed in February, handed over on 10 March", "2026-02", "2026-03-10", "SB must").names("Day"),
        row("formed in February, handed over on 11 March", "2026-02", "2026-03-11", "B must"),
        row("handed over in March", "2026-03-01", "2026-03", "SB must").names("Day"),
        row("VCL 24 from its first day", "2026-01-01", "2026-01-12", "B must").cites("VCL 24"),
        row("VCL 20 on its last day", "2025-12-31", "2026-01-11", "B must").cites("VCL 20"),
        row("VCL 20: the tenth day", "2025-12-31", "2026-01-10", "S must"),
        row("the first day of the text of 2018", "2018-12-29", "2019-01-09", "B must"),
        row("formed the day before it: no edition is known", "2018-12-28", "2019-01-09", "SBN must").names("Edition"),
        on("a community has its own law", "2026-05-01", formed("K", "2026-03-01", "2026-04-01"), "none"),
        on("no period is set for cooperatives", "2026-05-01", formed("C", "2026-03-01", "2026-04-01"), "none"),
    ]
}

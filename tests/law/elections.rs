//! 选用分离: turnout and votes needed, on their own bases.

use crate::support::*;
use grassroots::facts::*;
use grassroots::vocab::*;

/// An act of a case with a base and a number.
fn counted(
    unit: &'static str,
    stage: &'static str,
    actor: &'static str,
    on: &str,
    (base, all): (Base, u32),
    (of, number): (Quantity, u32),
) -> World {
    World::new().act("A1", "E1", unit, stage, |row| {
        row.day = Some(d(on));
        row.actor = (!actor.is_empty()).then(|| key(actor));
        row.counts = vec![Count::of_base(base, all), Count::new(of, number)];
    })
}

/// The base is left out.
fn baseless(unit: &'static str, stage: &'static str, actor: &'static str, on: &str, of: Quantity) -> World {
    World::new().act("A1", "E1", unit, stage, |row| {
        (row.day, row.actor) = (Some(d(on)), Some(key(actor)));
        row.counts = vec![Count::new(of, 300)];
    })
}

pub fn cases() -> Vec<Case> {
    let mut cases = village();
    cases.extend(residents());
    cases.extend(party());
    cases
}

fn village() -> Vec<Case> {
    let voted = |unit, on: &str, all: u32, cast: u32| {
        counted(unit, "vote", "registered-voters", on, (Base::Registered, all), (Quantity::Present, cast))
    };
    let won = |unit, stage, on: &str, all: u32, ayes: u32| {
        counted(unit, stage, "registered-voters", on, (Base::BallotsCast, all), (Quantity::Ayes, ayes))
    };
    let turnout =
        |name, world, expect| Case::new("selection.village-election-validity", name, "2026-03-01", world, "A1", expect);
    let majority =
        |name, world, expect| Case::new("selection.village-election-majority", name, "2026-03-01", world, "A1", expect);
    let again = |name, world, expect| Case::new("selection.village-run-off", name, "2026-03-01", world, "A1", expect);
    let first = |on: &str, all, ayes| won("V", "count-votes", on, all, ayes);
    let second = |on: &str, all, ayes| won("V", "count-votes-again", on, all, ayes);
    vec![
        turnout("VCL 18(2): 501 of 1,000", voted("V", "2026-02-01", 1000, 501), "S must").cites("VCL 18(2)"),
        turnout("exactly half is not more than half", voted("V", "2026-02-01", 1000, 500), "B must"),
        turnout("VCL 15(2) until the last day", voted("V", "2025-12-31", 1000, 500), "B must").cites("VCL 15(2)"),
        turnout("VCL 18(2) from the first day", voted("V", "2026-01-01", 1000, 501), "S must").cites("VCL 18(2)"),
        turnout("the first day of the text of 2018", voted("V", "2018-12-29", 1000, 500), "B must").cites("VCL 15(2)"),
        turnout("the first day of the text of 2018, enough", voted("V", "2018-12-29", 1000, 501), "S must"),
        turnout("the day before it no edition is known", voted("V", "2018-12-28", 1000, 501), "SBN must")
            .names("Edition"),
        turnout(
            "another base does not stand for the list",
            {
                counted(
                    "V",
                    "vote",
                    "registered-voters",
                    "2026-02-01",
                    (Base::AdultVillagers, 1000),
                    (Quantity::Present, 500),
                )
            },
            "SB must",
        )
        .names("Registered"),
        turnout(
            "the list not recorded",
            baseless("V", "vote", "registered-voters", "2026-02-01", Quantity::Present),
            "SB must",
        )
        .names("Registered"),
        turnout(
            "in the text of 2018 too",
            baseless("V", "vote", "registered-voters", "2025-12-31", Quantity::Present),
            "SB must",
        )
        .names("Registered"),
        turnout(
            "a vote of the villagers' assembly is another",
            {
                counted(
                    "V",
                    "vote",
                    "villagers-assembly",
                    "2026-02-01",
                    (Base::Registered, 1000),
                    (Quantity::Present, 500),
                )
            },
            "N must",
        ),
        turnout(
            "and was under the text of 2018",
            {
                counted(
                    "V",
                    "vote",
                    "villagers-assembly",
                    "2025-12-31",
                    (Base::Registered, 1000),
                    (Quantity::Present, 500),
                )
            },
            "N must",
        ),
        turnout(
            "who voted not recorded",
            counted("V", "vote", "", "2026-02-01", (Base::Registered, 1000), (Quantity::Present, 500)),
            "BN must",
        )
        .names("Actor"),
        turnout("not asked of a community", voted("K", "2026-02-01", 1000, 500), "none"),
        turnout("nor of the count", first("2026-02-01", 1000, 500), "none"),
        majority("VCL 18(2): 251 of 501", first("2026-02-01", 501, 251), "S must").cites("VCL 18(2)"),
        majority("250 of 501", first("2026-02-01", 501, 250), "B must"),
        majority("exactly half", first("2026-02-01", 500, 250), "B must"),
        majority("VCL 15(2) until the last day", first("2025-12-31", 501, 250), "B must").cites("VCL 15(2)"),
        majority("enough on the last day", first("2025-12-31", 500, 251), "S must"),
        majority("exactly half on the last day", first("2025-12-31", 500, 250), "B must"),
        majority("VCL 18(2) from the first day", first("2026-01-01", 501, 251), "S must").cites("VCL 18(2)"),
        majority("the first day of the text of 2018", first("2018-12-29", 501, 250), "B must").cites("VCL 15(2)"),
        majority("the day before it no edition is known", first("2018-12-28", 501, 251), "SBN must").names("Edition"),
        majority(
            "ballots cast not recorded",
            baseless("V", "count-votes", "registered-voters", "2026-02-01", Quantity::Ayes),
            "SB must",
        )
        .names("BallotsCast"),
        majority(
            "nor in the text of 2018",
            baseless("V", "count-votes", "registered-voters", "2025-12-31", Quantity::Ayes),
            "SB must",
        )
        .names("BallotsCast"),
        majority(
            "an election by the representatives is another",
            {
                counted(
                    "V",
                    "count-votes",
                    "representatives-meeting",
                    "2026-02-01",
                    (Base::BallotsCast, 500),
                    (Quantity::Ayes, 250),
                )
            },
            "N must",
        ),
        majority(
            "and was under the text of 2018",
            {
                counted(
                    "V",
                    "count-votes",
                    "representatives-meeting",
                    "2025-12-31",
                    (Base::BallotsCast, 500),
                    (Quantity::Ayes, 250),
                )
            },
            "N must",
        ),
        majority("not asked of a community", won("K", "count-votes", "2026-02-01", 500, 250), "none"),
        majority("nor of the second election", second("2026-02-01", 500, 250), "none"),
        again("VCL 18(2): a third of 450", second("2026-02-01", 450, 150), "S must").cites("VCL 18(2)"),
        again("149 of 450", second("2026-02-01", 450, 149), "B must"),
        again("VCL 15(2) until the last day", second("2025-12-31", 450, 149), "B must").cites("VCL 15(2)"),
        again("a third on the last day", second("2025-12-31", 450, 150), "S must"),
        again("VCL 18(2) from the first day", second("2026-01-01", 450, 149), "B must").cites("VCL 18(2)"),
        again("the first day of the text of 2018", second("2018-12-29", 450, 149), "B must").cites("VCL 15(2)"),
        again("the day before it no edition is known", second("2018-12-28", 450, 150), "SBN must").names("Edition"),
        again(
            "ballots cast not recorded",
            baseless("V", "count-votes-again", "registered-voters", "2026-02-01", Quantity::Ayes),
            "SB must",
        )
        .names("BallotsCast"),
        again(
            "nor in the text of 2018",
            baseless("V", "count-votes-again", "registered-voters", "2025-12-31", Quantity::Ayes),
            "SB must",
        )
        .names("BallotsCast"),
        again(
            "an election by the representatives is another",
            {
                counted(
                    "V",
                    "count-votes-again",
                    "representatives-meeting",
                    "2026-02-01",
                    (Base::BallotsCast, 450),
                    (Quantity::Ayes, 149),
                )
            },
            "N must",
        ),
        again(
            "and was under the text of 2018",
            {
                counted(
                    "V",
                    "count-votes-again",
                    "representatives-meeting",
                    "2025-12-31",
                    (Base::BallotsCast, 450),
                    (Quantity::Ayes, 149),
                )
            },
            "N must",
        ),
        again("not asked of a community", won("K", "count-votes-again", "2026-02-01", 450, 149), "none"),
        again("nor of the first election", first("2026-02-01", 450, 149), "none"),
    ]
}

fn residents() -> Vec<Case> {
    let voted = |actor, on: &str, base, all: u32, cast: u32| {
        counted("K", "vote", actor, on, (base, all), (Quantity::Present, cast))
    };
    let row = |of, name, world, expect| Case::new(of, name, "2026-03-01", world, "A1", expect);
    let voters = |name, world, expect| row("selection.residents-election", name, world, expect);
    let homes = |name, world, expect| row("selection.residents-election-households", name, world, expect);
    let few = |name, world, expect| row("selection.residents-election-representatives", name, world, expect);
    let by_voters = |on: &str, cast| voted("registered-voters", on, Base::VotersCommunity, 1000, cast);
    let by_homes = |on: &str, cast| voted("household-representatives", on, Base::HouseholdReps, 300, cast);
    let by_few = |on: &str, cast| voted("resident-representatives", on, Base::ResidentReps, 60, cast);
    let won = |stage, actor, on: &str, all: u32, ayes: u32| {
        counted("K", stage, actor, on, (Base::BallotsCast, all), (Quantity::Ayes, ayes))
    };
    let majority = |name, world, expect| row("selection.residents-majority", name, world, expect);
    let again = |name, world, expect| row("selection.residents-run-off", name, world, expect);
    let modes = ["registered-voters", "household-representatives", "resident-representatives"];
    let mut rows = vec![
        voters("UCL 19(1): 501 of 1,000 voters", by_voters("2026-02-01", 501), "S must").cites("UCL 19(1)"),
        voters("half of the voters", by_voters("2026-02-01", 500), "B must"),
        voters("the first day", by_voters("2026-01-01", 500), "B must"),
        voters("the day before it no edition is known", by_voters("2025-12-31", 501), "SBN must").names("Edition"),
        voters(
            "the number of voters not recorded",
            baseless("K", "vote", "registered-voters", "2026-02-01", Quantity::Present),
            "SB must",
        )
        .names("VotersCommunity"),
        voters("an election by representatives is another", by_few("2026-02-01", 30), "N must"),
        voters(
            "not asked of a village",
            {
                counted(
                    "V",
                    "vote",
                    "registered-voters",
                    "2026-02-01",
                    (Base::VotersCommunity, 1000),
                    (Quantity::Present, 500),
                )
            },
            "none",
        ),
        voters("nor of the count", won("count-votes", "registered-voters", "2026-02-01", 500, 250), "none"),
        homes("UCL 19(1): 151 of 300 households", by_homes("2026-02-01", 151), "S must").cites("UCL 19(1)"),
        homes("half of the households", by_homes("2026-02-01", 150), "B must"),
        homes("the first day", by_homes("2026-01-01", 150), "B must"),
        homes("the day before it no edition is known", by_homes("2025-12-31", 151), "SBN must").names("Edition"),
        homes(
            "the number of households not recorded",
            baseless("K", "vote", "household-representatives", "2026-02-01", Quantity::Present),
            "SB must",
        )
        .names("HouseholdReps"),
        homes("an election by all voters is another", by_voters("2026-02-01", 500), "N must"),
        homes(
            "not asked of a village",
            {
                counted(
                    "V",
                    "vote",
                    "household-representatives",
                    "2026-02-01",
                    (Base::HouseholdReps, 300),
                    (Quantity::Present, 150),
                )
            },
            "none",
        ),
        homes("nor of the count", won("count-votes", "household-representatives", "2026-02-01", 500, 250), "none"),
        few("UCL 19(1): 41 of 60 representatives", by_few("2026-02-01", 41), "S must").cites("UCL 19(1)"),
        few("exactly two thirds is not more than two thirds", by_few("2026-02-01", 40), "B must"),
        few("the first day", by_few("2026-01-01", 40), "B must"),
        few("the day before it no edition is known", by_few("2025-12-31", 41), "SBN must").names("Edition"),
        few(
            "the number of representatives not recorded",
            {
                World::new().act("A1", "E1", "K", "vote", |row| {
                    (row.day, row.actor) = (Some(d("2026-02-01")), Some(key("resident-representatives")));
                    row.counts = vec![Count::new(Quantity::Present, 41)];
                })
            },
            "SB must",
        )
        .names("ResidentReps"),
        few("an election by households is another", by_homes("2026-02-01", 150), "N must"),
        few(
            "not asked of a village",
            {
                counted(
                    "V",
                    "vote",
                    "resident-representatives",
                    "2026-02-01",
                    (Base::ResidentReps, 60),
                    (Quantity::Present, 40),
                )
            },
            "none",
        ),
        few("nor of the count", won("count-votes", "resident-representatives", "2026-02-01", 500, 250), "none"),
        majority(
            "the day before the law no edition is known",
            won("count-votes", modes[0], "2025-12-31", 500, 251),
            "SBN must",
        )
        .names("Edition"),
        majority(
            "a by-election of the residents' meeting is another",
            won("count-votes", "residents-committee", "2026-02-01", 500, 250),
            "N must",
        ),
        majority(
            "ballots cast not recorded",
            baseless("K", "count-votes", modes[0], "2026-02-01", Quantity::Ayes),
            "SB must",
        )
        .names("BallotsCast"),
        majority(
            "not asked of a village",
            counted("V", "count-votes", modes[0], "2026-02-01", (Base::BallotsCast, 500), (Quantity::Ayes, 250)),
            "none",
        ),
        majority("nor of the second election", won("count-votes-again", modes[0], "2026-02-01", 500, 250), "none"),
        again(
            "the day before the law no edition is known",
            won("count-votes-again", modes[0], "2025-12-31", 450, 150),
            "SBN must",
        )
        .names("Edition"),
        again("another body", won("count-votes-again", "residents-committee", "2026-02-01", 450, 149), "N must"),
        again(
            "ballots cast not recorded",
            baseless("K", "count-votes-again", modes[0], "2026-02-01", Quantity::Ayes),
            "SB must",
        )
        .names("BallotsCast"),
        again(
            "not asked of a village",
            {
                counted(
                    "V",
                    "count-votes-again",
                    modes[0],
                    "2026-02-01",
                    (Base::BallotsCast, 450),
                    (Quantity::Ayes, 149),
                )
            },
            "none",
        ),
        again("nor of the first election", won("count-votes", modes[0], "2026-02-01", 450, 149), "none"),
    ];
    for mode in modes {
        rows.extend([
            majority(
                "UCL 19(2): more than half of those voting",
                won("count-votes", mode, "2026-01-01", 500, 251),
                "S must",
            )
            .cites("UCL 19(2)"),
            majority("half of those voting", won("count-votes", mode, "2026-01-01", 500, 250), "B must"),
            again(
                "UCL 19(2): a third of the ballots",
                won("count-votes-again", mode, "2026-01-01", 450, 150),
                "S must",
            )
            .cites("UCL 19(2)"),
            again("less than a third", won("count-votes-again", mode, "2026-01-01", 450, 149), "B must"),
        ]);
    }
    rows
}

fn party() -> Vec<Case> {
    let met = |on: &str, present: u32| {
        counted("B", "vote", "members-meeting", on, (Base::PartyDue, 25), (Quantity::Present, present))
    };
    let won = |on: &str, base: Base, all: u32, ayes: u32| {
        counted("B", "count-votes", "members-meeting", on, (base, all), (Quantity::Ayes, ayes))
    };
    let quorum =
        |name, world, expect| Case::new("selection.party-election-quorum", name, "2026-03-01", world, "A1", expect);
    let majority =
        |name, world, expect| Case::new("selection.party-election-majority", name, "2026-03-01", world, "A1", expect);
    vec![
        quorum("ELECT: 20 of 25 due", met("2025-06-01", 20), "S must").cites("ELECT"),
        quorum("19 of 25 due", met("2025-06-01", 19), "B must"),
        quorum("ELECT from its first day", met("2020-07-13", 19), "B must").cites("ELECT"),
        quorum("ELECT90 until the day before, exactly four fifths", met("2020-07-12", 20), "S must").cites("ELECT90"),
        quorum("ELECT90: 19 of 25", met("2020-07-12", 19), "B must"),
        quorum("the first day of ELECT90", met("1990-06-27", 19), "B must").cites("ELECT90"),
        quorum("the day before it no edition is known", met("1990-06-26", 20), "SBN must").names("Edition"),
        quorum(
            "those due not recorded",
            baseless("B", "vote", "members-meeting", "2025-06-01", Quantity::Present),
            "SB must",
        )
        .names("PartyDue"),
        quorum(
            "nor under ELECT90",
            baseless("B", "vote", "members-meeting", "2019-06-01", Quantity::Present),
            "SB must",
        )
        .names("PartyDue"),
        quorum(
            "another election is another",
            counted("B", "vote", "branch-committee", "2025-06-01", (Base::PartyDue, 25), (Quantity::Present, 19)),
            "N must",
        ),
        quorum(
            "and was under ELECT90",
            counted("B", "vote", "branch-committee", "2019-06-01", (Base::PartyDue, 25), (Quantity::Present, 19)),
            "N must",
        ),
        quorum("not asked of the count", won("2025-06-01", Base::PartyDue, 25, 12), "none"),
        majority("ELECT: 13 of 25 due", won("2025-06-01", Base::PartyDue, 25, 13), "S must").cites("ELECT"),
        majority("12 of 25 due", won("2025-06-01", Base::PartyDue, 25, 12), "B must"),
        majority("12 of 24 due", won("2025-06-01", Base::PartyDue, 24, 12), "B must"),
        majority("ELECT from its first day", won("2020-07-13", Base::PartyDue, 25, 12), "B must").cites("ELECT"),
        majority("ELECT90: 11 of 20 present", won("2020-07-12", Base::PartyPresent, 20, 11), "S must").cites("ELECT90"),
        majority("ELECT90: 10 of 20 present", won("2020-07-12", Base::PartyPresent, 20, 10), "B must"),
        majority("the first day of ELECT90", won("1990-06-27", Base::PartyPresent, 20, 10), "B must").cites("ELECT90"),
        majority("the day before it no edition is known", won("1990-06-26", Base::PartyPresent, 20, 11), "SBN must")
            .names("Edition"),
        majority("those present do not stand for those due", won("2025-06-01", Base::PartyPresent, 20, 11), "SB must")
            .names("PartyDue"),
        majority("those due do not stand for those present", won("2019-06-01", Base::PartyDue, 25, 12), "SB must")
            .names("PartyPresent"),
        majority(
            "another election is another",
            {
                counted(
                    "B",
                    "count-votes",
                    "branch-committee",
                    "2025-06-01",
                    (Base::PartyDue, 25),
                    (Quantity::Ayes, 12),
                )
            },
            "N must",
        ),
        majority(
            "and was under ELECT90",
            {
                counted(
                    "B",
                    "count-votes",
                    "branch-committee",
                    "2019-06-01",
                    (Base::PartyPresent, 20),
                    (Quantity::Ayes, 10),
                )
            },
            "N must",
        ),
        majority("not asked of the vote", met("2025-06-01", 19), "none"),
    ]
}

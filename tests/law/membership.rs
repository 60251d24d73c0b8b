//! 选用分离: membership of a cooperative and its ends.

use crate::support::*;
use grassroots::vocab::*;

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    cases.extend(membership());
    cases.extend(membership_ends());
    cases.extend(membership_kept());
    cases.extend(membership_kept_in_marriage());
    cases
}

/// An act about `P1` in the cooperative, with every status known.
fn of(stage: &'static str, on: &str, matter: &str) -> World {
    World::new()
        .person("P1", |_| {})
        .act("A1", "M1", "C", stage, |row| {
            row.day = Some(d(on));
            row.about = Some(pid("P1"));
            row.matter = (!matter.is_empty()).then(|| key(matter));
        })
        .closed(&[List::Statuses, List::Households, List::Capacity, List::Acts, List::Charter])
}

fn membership() -> Vec<Case> {
    let act = |on: &str| of("confirm-member", on, "");
    let tied = |world: World| {
        world.status_in("P1", StatusKind::StableRelation, "C", since("2000")).status_in(
            "P1",
            StatusKind::CollectiveLivelihood,
            "C",
            since("2000"),
        )
    };
    let here = |on: &str| tied(act(on)).status_in("P1", StatusKind::HouseholdRegistration, "C", since("2000"));
    let once =
        |on: &str, end: &str| tied(act(on)).status_in("P1", StatusKind::HouseholdRegistration, "C", until("2000", end));
    let row = |name, world, expect| Case::new("selection.membership", name, "2026-03-01", world, "A1", expect);
    vec![
        row("LRCEO 11: registered here, with rights and duties and livelihood", here("2025-07-01"), "S must")
            .cites("LRCEO 11"),
        row("registered here once is enough", once("2025-07-01", "2019-05-01"), "S must"),
        row(
            "registered here from the day of the confirmation",
            tied(act("2025-07-01")).status_in("P1", StatusKind::HouseholdRegistration, "C", since("2025-07-01")),
            "S must",
        ),
        row(
            "registered here the day after",
            tied(act("2025-07-01")).status_in("P1", StatusKind::HouseholdRegistration, "C", since("2025-07-02")),
            "B must",
        ),
        row("never registered here", tied(act("2025-07-01")), "B must"),
        row(
            "registered in the village of the cooperative",
            tied(act("2025-07-01")).status_in("P1", StatusKind::HouseholdRegistration, "V", since("2000")),
            "S must",
        ),
        row(
            "registered in another place",
            tied(act("2025-07-01")).status_in("P1", StatusKind::HouseholdRegistration, "K", since("2000")),
            "B must",
        ),
        row(
            "livelihood not secured by the collective",
            {
                act("2025-07-01").status_in("P1", StatusKind::HouseholdRegistration, "C", since("2000")).status_in(
                    "P1",
                    StatusKind::StableRelation,
                    "C",
                    since("2000"),
                )
            },
            "B must",
        ),
        row(
            "no stable rights and duties",
            {
                act("2025-07-01").status_in("P1", StatusKind::HouseholdRegistration, "C", since("2000")).status_in(
                    "P1",
                    StatusKind::CollectiveLivelihood,
                    "C",
                    since("2000"),
                )
            },
            "B must",
        ),
        row(
            "livelihood secured by another collective",
            {
                act("2025-07-01")
                    .status_in("P1", StatusKind::HouseholdRegistration, "C", since("2000"))
                    .status_in("P1", StatusKind::StableRelation, "C", since("2000"))
                    .status_in("P1", StatusKind::CollectiveLivelihood, "K", since("2000"))
            },
            "B must",
        ),
        row(
            "rights and duties with another collective",
            {
                act("2025-07-01")
                    .status_in("P1", StatusKind::HouseholdRegistration, "C", since("2000"))
                    .status_in("P1", StatusKind::StableRelation, "K", since("2000"))
                    .status_in("P1", StatusKind::CollectiveLivelihood, "C", since("2000"))
            },
            "B must",
        ),
        row(
            "LRCEO 12(2): born to a member",
            act("2025-07-01").status("P1", StatusKind::BornToMember, since("2025-06-01")),
            "E must",
        ),
        row(
            "LRCEO 12(2): joined by marriage",
            act("2025-07-01").status("P1", StatusKind::JoinedFamily, since("2025-06-01")),
            "E must",
        ),
        row(
            "livelihood not recorded, statuses not complete",
            {
                World::new()
                    .person("P1", |_| {})
                    .act("A1", "M1", "C", "confirm-member", |row| {
                        (row.day, row.about) = (Some(d("2025-07-01")), Some(pid("P1")));
                    })
                    .status_in("P1", StatusKind::HouseholdRegistration, "C", since("2000"))
                    .status_in("P1", StatusKind::StableRelation, "C", since("2000"))
            },
            "SBE must",
        )
        .names("Statuses"),
        row("the first day of the law", here("2025-05-01"), "S must"),
        row("its first day, never registered", tied(act("2025-05-01")), "B must"),
        row("the day before it no edition is known", here("2025-04-30"), "SBN must").names("Edition"),
        row(
            "of a village cooperative too",
            {
                World::new()
                    .unit("VC", UnitKind::VillageCooperative, Some("V"))
                    .person("P1", |_| {})
                    .act("A1", "M1", "VC", "confirm-member", |row| {
                        (row.day, row.about) = (Some(d("2025-07-01")), Some(pid("P1")));
                    })
                    .closed(&[List::Statuses, List::Households])
            },
            "B must",
        ),
        row(
            "not asked of a village",
            {
                World::new().person("P1", |_| {}).act("A1", "M1", "V", "confirm-member", |row| {
                    (row.day, row.about) = (Some(d("2025-07-01")), Some(pid("P1")));
                })
            },
            "none",
        ),
    ]
}

fn membership_ends() -> Vec<Case> {
    let act = |on: &str| of("end-membership", on, "");
    let has = |kind: StatusKind| act("2025-09-01").status("P1", kind, since("2025-08-01"));
    let row = |name, world, expect| Case::new("selection.membership-ends", name, "2026-03-01", world, "A1", expect);
    let consent = |world: World, on: &str| {
        world.act("A2", "M1", "C", "consent-to-leave", |row| {
            (row.day, row.about) = (Some(d(on)), Some(pid("P1")));
        })
    };
    let says = |world: World, clause: &str| world.clause("C", clause, "yes", since("2020"));
    vec![
        row("LRCEO 17(1)(1): dead", has(StatusKind::Deceased), "S must").cites("LRCEO 16(1), 17(1)"),
        row("17(1)(2): no longer a Chinese national", has(StatusKind::ForeignNationality), "S must"),
        row("17(1)(3): member elsewhere", has(StatusKind::OtherMembership), "S must"),
        row("17(1)(4): a civil servant", has(StatusKind::CivilServant), "S must"),
        row("17(1)(4): not a civil servant on contract", has(StatusKind::ContractCivilServant), "B must"),
        row(
            "a civil servant from the day of the act",
            act("2025-09-01").status("P1", StatusKind::CivilServant, since("2025-09-01")),
            "S must",
        ),
        row(
            "a civil servant the day after",
            act("2025-09-01").status("P1", StatusKind::CivilServant, since("2025-09-02")),
            "B must",
        ),
        row("no ground at all", act("2025-09-01"), "B must"),
        row("16(1): asked in writing, no consent", has(StatusKind::Withdrawal), "B must"),
        row("16(1): consent, nothing asked in writing", consent(act("2025-09-01"), "2025-08-20"), "B must"),
        row("16(1): both", consent(has(StatusKind::Withdrawal), "2025-08-20"), "S must"),
        row("16(1): consent on the day", consent(has(StatusKind::Withdrawal), "2025-09-01"), "S must"),
        row("16(1): consent the day after", consent(has(StatusKind::Withdrawal), "2025-09-02"), "B must"),
        row("staff of a public institution, the charter silent", has(StatusKind::PublicInstitutionStaff), "B must"),
        row(
            "staff of a public institution, the charter says so",
            says(has(StatusKind::PublicInstitutionStaff), "public-staff-lose-membership"),
            "S must",
        ),
        row(
            "another clause says nothing of them",
            says(has(StatusKind::PublicInstitutionStaff), "further-ending-grounds"),
            "B must",
        ),
        row(
            "staff of a public institution, the charter not recorded",
            {
                World::new()
                    .person("P1", |_| {})
                    .act("A1", "M1", "C", "end-membership", |row| {
                        (row.day, row.about) = (Some(d("2025-09-01")), Some(pid("P1")));
                    })
                    .status("P1", StatusKind::PublicInstitutionStaff, since("2020"))
                    .closed(&[List::Statuses, List::Acts])
            },
            "SB must",
        )
        .names("Clause"),
        row(
            "17(1)(5): a further ground of the charter",
            says(has(StatusKind::CharterEndingGround), "further-ending-grounds"),
            "S must",
        ),
        row("17(1)(5): no such ground in the charter", has(StatusKind::CharterEndingGround), "B must"),
        row(
            "17(1)(5): the other clause is another",
            says(has(StatusKind::CharterEndingGround), "public-staff-lose-membership"),
            "B must",
        ),
        row(
            "statuses not complete",
            {
                World::new().person("P1", |_| {}).act("A1", "M1", "C", "end-membership", |row| {
                    (row.day, row.about) = (Some(d("2025-09-01")), Some(pid("P1")));
                })
            },
            "SB must",
        )
        .names("Statuses"),
        row(
            "the first day of the law",
            of("end-membership", "2025-05-01", "").status("P1", StatusKind::Deceased, since("2025-04-01")),
            "S must",
        ),
        row("its first day, no ground", act("2025-05-01"), "B must"),
        row("the day before it no edition is known", act("2025-04-30"), "SBN must").names("Edition"),
        row(
            "not asked of a village",
            {
                World::new()
                    .person("P1", |_| {})
                    .act("A1", "M1", "V", "end-membership", |row| row.day = Some(d("2025-09-01")))
            },
            "none",
        ),
        row(
            "of a village cooperative too",
            {
                World::new()
                    .unit("VC", UnitKind::VillageCooperative, Some("V"))
                    .person("P1", |_| {})
                    .act("A1", "M1", "VC", "end-membership", |row| {
                        (row.day, row.about) = (Some(d("2025-09-01")), Some(pid("P1")));
                    })
                    .closed(&[List::Statuses, List::Acts, List::Charter])
            },
            "B must",
        ),
    ]
}

fn membership_kept() -> Vec<Case> {
    let row = |name, world, expect| Case::new("selection.membership-kept", name, "2026-03-01", world, "A1", expect);
    let mut rows: Vec<Case> = [
        ("LRCEO 18(1): schooling", "by-schooling"),
        ("military service", "by-military-service"),
        ("work elsewhere", "by-work-elsewhere"),
        ("business", "by-business"),
        ("divorce", "by-divorce"),
        ("widowhood", "by-widowhood"),
        ("serving a sentence", "by-sentence"),
    ]
    .into_iter()
    .map(|(name, matter)| row(name, of("end-membership", "2025-09-01", matter), "B must").cites("LRCEO 18(1)"))
    .collect();
    rows.extend([
        row("marriage is another rule", of("end-membership", "2025-09-01", "by-marriage"), "S must"),
        row("the reason not recorded", of("end-membership", "2025-09-01", ""), "SB must").names("Matter"),
        row("the first day of the law", of("end-membership", "2025-05-01", "by-divorce"), "B must"),
        row("the day before it", of("end-membership", "2025-04-30", "by-divorce"), "SBN must").names("Edition"),
        row("not asked of a village", World::new().act("A1", "M1", "V", "end-membership", |_| {}), "none"),
        row(
            "of a village cooperative too",
            {
                World::new().unit("VC", UnitKind::VillageCooperative, Some("V")).act(
                    "A1",
                    "M1",
                    "VC",
                    "end-membership",
                    |row| {
                        (row.day, row.matter) = (Some(d("2025-09-01")), Some(key("by-divorce")));
                    },
                )
            },
            "B must",
        ),
    ]);
    rows
}

fn membership_kept_in_marriage() -> Vec<Case> {
    let row = |name, world, expect| {
        Case::new("selection.membership-kept-in-marriage", name, "2026-03-01", world, "A1", expect)
    };
    let wed = |on: &str| of("end-membership", on, "by-marriage");
    vec![
        row("LRCEO 18(2): married, no member elsewhere", wed("2025-09-01"), "B must").cites("LRCEO 18(2)"),
        row(
            "married, and a member elsewhere",
            wed("2025-09-01").status("P1", StatusKind::OtherMembership, since("2025-09-01")),
            "S must",
        ),
        row(
            "a member elsewhere the day after",
            wed("2025-09-01").status("P1", StatusKind::OtherMembership, since("2025-09-02")),
            "B must",
        ),
        row("held to have ended for another reason", of("end-membership", "2025-09-01", "by-divorce"), "S must"),
        row("the reason not recorded", of("end-membership", "2025-09-01", ""), "SB must").names("Matter"),
        row(
            "whether a member elsewhere is not known",
            {
                World::new().person("P1", |_| {}).act("A1", "M1", "C", "end-membership", |row| {
                    (row.day, row.about, row.matter) =
                        (Some(d("2025-09-01")), Some(pid("P1")), Some(key("by-marriage")));
                })
            },
            "SB must",
        )
        .names("Statuses"),
        row("the first day of the law", wed("2025-05-01"), "B must"),
        row("the day before it", wed("2025-04-30"), "SBN must").names("Edition"),
        row("not asked of a village", World::new().act("A1", "M1", "V", "end-membership", |_| {}), "none"),
        row(
            "of a village cooperative too",
            {
                World::new()
                    .unit("VC", UnitKind::VillageCooperative, Some("V"))
                    .person("P1", |_| {})
                    .act("A1", "M1", "VC", "end-membership", |row| {
                        (row.day, row.about, row.matter) =
                            (Some(d("2025-09-01")), Some(pid("P1")), Some(key("by-marriage")));
                    })
                    .closed(&[List::Statuses])
            },
            "B must",
        ),
    ]
}

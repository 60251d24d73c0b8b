//! 成员身份 — who is confirmed as a member of a cooperative, and on which ground a membership is held to have ended.

use super::rows::{add_act, clause, newcomer, open_of, status};
use super::{B, BE, Edit, SB, breach, near, nothing, one, removed};
use crate::facts::{Facts, Status};
use crate::testkit::days::{case_id, key, on, since, year_of, ymd};
use crate::testkit::ground::{Coop, Part, Pick};
use crate::vocab::{FactSpan, List, PersonId, StatusKind};

const MEMBERSHIP: &str = "selection.membership";
const ENDS: &str = "selection.membership-ends";
const KEPT: &str = "selection.membership-kept";
const MARRIED: &str = "selection.membership-kept-in-marriage";

/// An act about a newcomer on the roll of a cooperative, in September 2025: the cooperative, the person, the act.
fn entry(facts: &mut Facts, pick: &mut Pick, stage: &str, matter: &str) -> Option<(Coop, PersonId, String)> {
    let (coop, part) = pick.coop_part(|_| (0..4).map(Part::Roll).collect())?;
    let Part::Roll(number) = part else { return None };
    let person = newcomer(facts, pick);
    let case = case_id(&format!("{}-R{number}", coop.unit));
    add_act(facts, &case, &coop.unit, stage, ymd(2025, 9, 1), |row| {
        row.about = Some(person.clone());
        row.matter = Some(key(matter));
    });
    let act = super::rows::act_of(&case, stage);
    Some((coop, person, act))
}

fn confirmed(facts: &mut Facts, pick: &mut Pick) -> Option<(Coop, PersonId, String)> {
    entry(facts, pick, "confirm-member", "membership")
}

fn ended(facts: &mut Facts, pick: &mut Pick) -> Option<(Coop, PersonId, String)> {
    entry(facts, pick, "end-membership", "membership")
}

/// A status of the cooperative.
fn here(facts: &mut Facts, coop: &Coop, person: &PersonId, kind: StatusKind, span: FactSpan) {
    let mut row = Status::new(person.clone(), kind, span);
    row.unit = Some(coop.unit.clone());
    facts.statuses.push(row);
}

/// Since the year 2000.
fn long_since() -> FactSpan {
    since(year_of(ymd(2000, 1, 1)))
}

/// Rights and duties, and a livelihood.
fn tied(facts: &mut Facts, coop: &Coop, person: &PersonId) {
    for kind in [StatusKind::StableRelation, StatusKind::CollectiveLivelihood] {
        here(facts, coop, person, kind, long_since());
    }
}

/// Since a day of 2025.
fn from(month: u32, day: u32) -> FactSpan {
    since(on(ymd(2025, month, day)))
}

pub(super) const EDITS: &[Edit] = &[
    // LRCEO 11, 12(2).
    breach(MEMBERSHIP, "confirmed-and-never-registered-here", |facts, pick| {
        let (coop, person, act) = confirmed(facts, pick)?;
        tied(facts, &coop, &person);
        one(MEMBERSHIP, act, B)
    }),
    breach(MEMBERSHIP, "confirmed-and-registered-the-day-after", |facts, pick| {
        let (coop, person, act) = confirmed(facts, pick)?;
        tied(facts, &coop, &person);
        here(facts, &coop, &person, StatusKind::HouseholdRegistration, from(9, 2));
        one(MEMBERSHIP, act, B)
    }),
    near(MEMBERSHIP, "confirmed-and-registered-here-on-the-day", |facts, pick| {
        let (coop, person, _) = confirmed(facts, pick)?;
        tied(facts, &coop, &person);
        here(facts, &coop, &person, StatusKind::HouseholdRegistration, from(9, 1));
        nothing()
    }),
    near(MEMBERSHIP, "born-to-a-member", |facts, pick| {
        let (_, person, _) = confirmed(facts, pick)?;
        status(facts, &person, StatusKind::BornToMember, from(8, 20));
        nothing()
    }),
    removed(MEMBERSHIP, "livelihood-not-recorded", |facts, pick| {
        let (coop, person, act) = confirmed(facts, pick)?;
        here(facts, &coop, &person, StatusKind::HouseholdRegistration, long_since());
        here(facts, &coop, &person, StatusKind::StableRelation, long_since());
        open_of(facts, List::Statuses, &person);
        one(MEMBERSHIP, act, SB.union(BE))
    }),
    // LRCEO 16(1), 17(1).
    breach(ENDS, "held-to-have-ended-without-a-ground", |facts, pick| {
        let (_, _, act) = ended(facts, pick)?;
        one(ENDS, act, B)
    }),
    breach(ENDS, "civil-servant-on-contract-struck-off", |facts, pick| {
        let (_, person, act) = ended(facts, pick)?;
        status(facts, &person, StatusKind::ContractCivilServant, from(8, 1));
        one(ENDS, act, B)
    }),
    breach(ENDS, "asked-to-leave-without-consent", |facts, pick| {
        let (_, person, act) = ended(facts, pick)?;
        status(facts, &person, StatusKind::Withdrawal, from(8, 1));
        one(ENDS, act, B)
    }),
    near(ENDS, "civil-servant-from-the-day", |facts, pick| {
        let (_, person, _) = ended(facts, pick)?;
        status(facts, &person, StatusKind::CivilServant, from(9, 1));
        nothing()
    }),
    near(ENDS, "a-further-ground-of-the-charter", |facts, pick| {
        let (coop, person, _) = ended(facts, pick)?;
        status(facts, &person, StatusKind::CharterEndingGround, from(8, 1));
        clause(facts, &coop.unit, "further-ending-grounds", "yes", long_since());
        nothing()
    }),
    removed(ENDS, "whether-a-member-elsewhere-not-recorded", |facts, pick| {
        let (_, person, act) = ended(facts, pick)?;
        open_of(facts, List::Statuses, &person);
        one(ENDS, act, SB)
    }),
    // LRCEO 18(1).
    breach(KEPT, "struck-off-for-divorce", |facts, pick| {
        let (_, person, act) = entry(facts, pick, "end-membership", "by-divorce")?;
        status(facts, &person, StatusKind::OtherMembership, from(8, 1));
        one(KEPT, act, B)
    }),
    near(KEPT, "struck-off-for-another-reason", |facts, pick| {
        let (_, person, _) = ended(facts, pick)?;
        status(facts, &person, StatusKind::Deceased, from(8, 1));
        nothing()
    }),
    removed(KEPT, "why-struck-off-not-recorded", |facts, pick| {
        let (_, person, act) = ended(facts, pick)?;
        status(facts, &person, StatusKind::OtherMembership, from(8, 1));
        for row in facts.acts.iter_mut().filter(|row| row.id.as_str() == act) {
            row.matter = None;
        }
        one(KEPT, act, SB)
    }),
    // LRCEO 18(2).
    breach(MARRIED, "struck-off-for-marriage", |facts, pick| {
        let (_, _, act) = entry(facts, pick, "end-membership", "by-marriage")?;
        Some(vec![(MARRIED, act.clone(), B), (ENDS, act, B)])
    }),
    near(MARRIED, "married-and-a-member-elsewhere", |facts, pick| {
        let (_, person, _) = entry(facts, pick, "end-membership", "by-marriage")?;
        status(facts, &person, StatusKind::OtherMembership, from(9, 1));
        nothing()
    }),
    removed(MARRIED, "whether-married-into-another-not-recorded", |facts, pick| {
        let (_, person, act) = entry(facts, pick, "end-membership", "by-marriage")?;
        open_of(facts, List::Statuses, &person);
        Some(vec![(MARRIED, act.clone(), SB), (ENDS, act, SB)])
    }),
];

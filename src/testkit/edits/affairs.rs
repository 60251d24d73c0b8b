//! 频次 — what a branch and a cooperative do in each quarter.

use super::rows::{act, drop_act, move_to, open, period};
use super::{B, Edit, SB, breach, near, nothing, one, removed};
use crate::facts::Extent;
use crate::testkit::days::{key, plus, year_of};
use crate::testkit::ground::{Coop, Part, Pick};
use crate::vocab::{CaseId, List};
use chrono::NaiveDate;

const MEETINGS: &str = "deliberation.frequency-branch-meeting";
const FINANCE: &str = "supervision.finance-disclosure-quarterly";

/// A quarter of a unit: key, first day, last day, case.
type Quarter = (String, NaiveDate, NaiveDate, CaseId);

fn of(unit: &str, quarters: &[(NaiveDate, NaiveDate, CaseId)], pick: &mut Pick) -> Option<Quarter> {
    let (first, last, case) = pick.rng.pick(quarters)?.clone();
    Some((period(unit, (first, last)), first, last, case))
}

/// A quarter of a branch, and the branch's cooperative.
fn branch(pick: &mut Pick) -> Option<(Coop, Quarter)> {
    branch_with(pick, |coop| coop.leads)
}

fn branch_with(pick: &mut Pick, fits: impl Fn(&Coop) -> bool) -> Option<(Coop, Quarter)> {
    let coop = pick.coop_with(Part::BranchMeetings, fits)?;
    let quarter = of(coop.branch.as_str(), &coop.branch_meetings, pick)?;
    Some((coop, quarter))
}

/// A quarter of a cooperative.
fn finance(pick: &mut Pick) -> Option<(Coop, Quarter)> {
    let coop = pick.coop(Part::Finance)?;
    let quarter = of(coop.unit.as_str(), &coop.finances, pick)?;
    Some((coop, quarter))
}

pub(super) const EDITS: &[Edit] = &[
    // BRANCH 11: once a quarter.
    breach(MEETINGS, "quarter-without-a-members-meeting", |facts, pick| {
        let (_, (quarter, _, _, case)) = branch(pick)?;
        drop_act(facts, &case, "meet");
        one(MEETINGS, quarter, B)
    }),
    breach(MEETINGS, "only-the-branch-committee-met", |facts, pick| {
        let (_, (quarter, _, _, case)) = branch(pick)?;
        act(facts, &case, "meet", |row| row.actor = Some(key("branch-committee")));
        one(MEETINGS, quarter, B)
    }),
    breach(MEETINGS, "members-meeting-the-day-after-the-quarter", |facts, pick| {
        let (_, (quarter, _, last, case)) = branch(pick)?;
        move_to(facts, &case, "meet", plus(last, 1));
        one(MEETINGS, quarter, B)
    }),
    near(MEETINGS, "members-meeting-on-the-last-day", |facts, pick| {
        let (_, (_, _, last, case)) = branch(pick)?;
        move_to(facts, &case, "meet", last);
        nothing()
    }),
    near(MEETINGS, "members-meeting-on-the-first-day", |facts, pick| {
        let (_, (_, first, _, case)) = branch(pick)?;
        move_to(facts, &case, "meet", first);
        nothing()
    }),
    removed(MEETINGS, "acts-of-the-branch-not-complete", |facts, pick| {
        // Where the posts are held at the branch, its acts could hold a consent too.
        let (coop, (quarter, _, _, case)) = branch_with(pick, |coop| coop.leads && coop.seat != coop.branch)?;
        drop_act(facts, &case, "meet");
        open(facts, List::Acts, Extent::Unit(coop.branch.clone()));
        one(MEETINGS, quarter, SB)
    }),
    removed(MEETINGS, "who-met-not-recorded", |facts, pick| {
        let (_, (quarter, _, _, case)) = branch(pick)?;
        act(facts, &case, "meet", |row| row.actor = None);
        one(MEETINGS, quarter, SB)
    }),
    removed(MEETINGS, "members-meeting-to-the-year", |facts, pick| {
        let (_, (quarter, first, _, case)) = branch(pick)?;
        let year = year_of(first);
        act(facts, &case, "meet", |row| row.day = Some(year));
        one(MEETINGS, quarter, SB)
    }),
    // FDR11: at least once a quarter.
    breach(FINANCE, "quarter-without-finance-published", |facts, pick| {
        let (_, (quarter, _, _, case)) = finance(pick)?;
        drop_act(facts, &case, "publish-finance");
        one(FINANCE, quarter, B)
    }),
    breach(FINANCE, "finance-published-the-day-after", |facts, pick| {
        let (_, (quarter, _, last, case)) = finance(pick)?;
        move_to(facts, &case, "publish-finance", plus(last, 1));
        one(FINANCE, quarter, B)
    }),
    near(FINANCE, "finance-published-on-the-last-day", |facts, pick| {
        let (_, (_, _, last, case)) = finance(pick)?;
        move_to(facts, &case, "publish-finance", last);
        nothing()
    }),
    removed(FINANCE, "acts-of-the-cooperative-not-complete", |facts, pick| {
        let coop = pick.whole(|_| true)?;
        let (quarter, _, _, case) = of(coop.unit.as_str(), &coop.finances, pick)?;
        drop_act(facts, &case, "publish-finance");
        open(facts, List::Acts, Extent::Unit(coop.unit.clone()));
        one(FINANCE, quarter, SB)
    }),
    removed(FINANCE, "day-of-publication-not-recorded", |facts, pick| {
        let (_, (quarter, _, _, case)) = finance(pick)?;
        act(facts, &case, "publish-finance", |row| row.day = None);
        one(FINANCE, quarter, SB)
    }),
];

//! 培养储备.

use crate::support::*;
use grassroots::facts::*;
use grassroots::vocab::*;

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    cases.extend(member_training_hours());
    cases.extend(new_secretary_training());
    cases.extend(new_secretary_training_town());
    cases
}

fn member_training_hours() -> Vec<Case> {
    let id = "cultivation.member-training-hours";
    let member = |from: &str| World::new().man("P1").party("P1", from, "");
    let of = |hours: u32| member("2001-07-01").training("P1", "2023-05-10", hours);
    let closed = [List::Training, List::PartyMembers];
    let y2023 = "P1/2023-01-01..2023-12-31";
    let row = |name, world: World, expect| Case::new(id, name, "2024-03-01", world, y2023, expect);
    let year = |name, day, on: &str, hours, subject, expect| {
        Case::new(id, name, day, member("2001-07-01").training("P1", on, hours).closed(&closed), subject, expect)
    };
    let y2024 =
        |name, hours, expect| year(name, "2025-03-01", "2024-05-10", hours, "P1/2024-01-01..2024-12-31", expect);
    let forty = "[set]\ntraining-hours-min = 40";
    let hourless = {
        let mut world = of(31);
        world.0.trainings.push(Training::new(pid("P1"), d("2023-06-10")));
        world.closed(&closed)
    };
    let left = {
        let mut world = World::new().man("P1");
        world.0.party_memberships.push(PartyMembership::new(pid("P1"), until("2001-07-01", "2022-06-01")));
        world.closed(&closed)
    };
    let left_within = {
        let mut world = World::new().man("P1");
        world.0.party_memberships.push(PartyMembership::new(pid("P1"), until("2001-07-01", "2023-12-31")));
        world.closed(&closed)
    };
    vec![
        row("EDU19: 32 hours", of(32).closed(&closed), "S normally").cites("EDU19"),
        row("EDU19: 31 hours", of(31).closed(&closed), "B normally"),
        row("16 and 16 hours", of(16).training("P1", "2023-12-31", 16).closed(&closed), "S normally"),
        row(
            "16 hours, and 16 on the first day of the next year",
            of(16).training("P1", "2024-01-01", 16).closed(&closed),
            "B normally",
        ),
        row(
            "16 hours, and 16 on the last day of the year before",
            of(16).training("P1", "2022-12-31", 16).closed(&closed),
            "B normally",
        ),
        row("some day of 2023", member("2001-07-01").training("P1", "2023", 32).closed(&closed), "S normally"),
        row("31 hours, the records not complete", of(31), "SB normally").names("Training"),
        row("31 hours, and a training whose hours are not recorded", hourless, "SB normally").names("Training"),
        row("joined in July: part of a year, no rule is known", member("2023-07-01").closed(&closed), "SBN normally"),
        row("joined on the first day of the year", member("2023-01-01").closed(&closed), "B normally"),
        row("joined on the second day of the year", member("2023-01-02").closed(&closed), "SBN normally"),
        row("left the Party in 2022", left, "N normally"),
        row("left on the last day of the year: not a member on it", left_within, "SBN normally"),
        Case::new(id, "the running year is not asked about", "2023-12-31", of(31).closed(&closed), y2023, "none"),
        Case::new(id, "the year that ended yesterday", "2024-01-01", of(31).closed(&closed), y2023, "B normally"),
        year("the first year of the plan", "2020-03-01", "2019-05-10", 31, "P1/2019-01-01..2019-12-31", "B normally")
            .cites("EDU19"),
        year(
            "the year before it no edition is known",
            "2019-03-01",
            "2018-05-10",
            31,
            "P1/2018-01-01..2018-12-31",
            "SBN normally",
        )
        .names("Edition"),
        y2024("from 2024 the town's default: 32 hours", 32, "S normally").cites("TOWN"),
        y2024("from 2024 the town's default: 31 hours", 31, "B normally").cites("TOWN"),
        y2024("the town sets 40: 40 hours", 40, "S normally").set(forty),
        y2024("the town sets 40: 39 hours", 39, "B normally").set(forty),
        Case::new(
            id,
            "from 2024 too: joined in July",
            "2025-03-01",
            member("2024-07-01").closed(&closed),
            "P1/2024-01-01..2024-12-31",
            "SBN normally",
        ),
        row("what the town sets does not reach 2023", of(32).closed(&closed), "S normally").set(forty),
    ]
}

/// A branch secretary who took the post on a day and was trained on another.
fn secretary(post_from: &str, trained: &str) -> World {
    let world = World::new()
        .man("P1")
        .holding("P1", PostKind::BranchSecretary, "B", since(post_from), |row| row.continued = Some(false))
        .closed(&[List::Training]);
    if trained.is_empty() { world } else { world.training("P1", trained, 16) }
}

const SECRETARY: &str = "P1/branch-secretary@B";

fn new_secretary_training() -> Vec<Case> {
    let id = "cultivation.new-secretary-training";
    let on = |name, day, world: World, expect| Case::new(id, name, day, world, SECRETARY, expect);
    let row = |name, from: &str, trained: &str, expect| on(name, "2023-12-01", secretary(from, trained), expect);
    let again = |continued: Option<bool>, trained: &str| {
        World::new()
            .man("P1")
            .holding("P1", PostKind::BranchSecretary, "B", since("2023-01-15"), |row| row.continued = continued)
            .training("P1", trained, 16)
            .closed(&[List::Training])
    };
    let open = |trained: &str| {
        let mut world = secretary("2023-01-15", trained);
        world.0.coverage.clear();
        world
    };
    let unknown_start = World::new()
        .man("P1")
        .holding("P1", PostKind::BranchSecretary, "B", FactSpan::new(None, SpanEnd::Never).unwrap(), |row| {
            row.continued = Some(false);
        })
        .training("P1", "2023-07-15", 16)
        .closed(&[List::Training]);
    let member = World::new()
        .man("P1")
        .holds("P1", PostKind::BranchCommitteeMember, "B", since("2023-01-15"))
        .closed(&[List::Training]);
    vec![
        row("EDU19: on the corresponding day six months later", "2023-01-15", "2023-07-15", "S normally")
            .cites("EDU19"),
        row("EDU19: the day after", "2023-01-15", "2023-07-16", "B normally"),
        row("from 31 August: the last of February", "2022-08-31", "2023-02-28", "S normally"),
        row("from 31 August: 1 March", "2022-08-31", "2023-03-01", "B normally"),
        row("on the day of taking the post", "2023-01-15", "2023-01-15", "S normally"),
        row("before taking the post", "2023-01-15", "2023-01-14", "B normally"),
        row("never", "2023-01-15", "", "B normally"),
        on("never, the records not complete", "2023-12-01", open(""), "SB normally").names("Training"),
        on("late, the records not complete", "2023-12-01", open("2023-08-01"), "SB normally").names("Training"),
        on("in time, the records not complete", "2023-12-01", open("2023-03-01"), "S normally"),
        on("not yet due", "2023-05-01", secretary("2023-01-15", ""), "N normally"),
        on("not yet due, the records not complete", "2023-05-01", open(""), "SN normally"),
        on("the last day", "2023-07-15", secretary("2023-01-15", ""), "N normally"),
        on("the day after the last", "2023-07-16", secretary("2023-01-15", ""), "B normally"),
        on("re-elected without a break is not new", "2023-12-01", again(Some(true), "2023-11-01"), "N normally"),
        on("whether re-elected not recorded, trained late", "2023-12-01", again(None, "2023-11-01"), "BN normally")
            .names("Continued"),
        on("whether re-elected not recorded, trained in time", "2023-12-01", again(None, "2023-03-01"), "SN normally"),
        row("from some day of January: trained on 30 June", "2023-01", "2023-06-30", "S normally"),
        // A post taken in a month is judged on every day of it.
        row("from some day of January: trained on 15 July", "2023-01", "2023-07-15", "SB normally").names("PostBegan"),
        row("from some day of January: trained on 1 August", "2023-01", "2023-08-01", "B normally"),
        on("beginning of the post not recorded", "2023-12-01", unknown_start, "SBN normally").names("PostBegan"),
        Case::new(id, "not asked of a committee member", "2023-12-01", member, "P1/branch-committee-member@B", "none"),
        row("in the post from the first day of the plan", "2019-01-01", "2019-07-02", "B normally"),
        row("in the post the day before it: no edition is known", "2018-12-31", "2019-07-02", "SBN normally")
            .names("Edition"),
        row("before the plan, re-elected or not", "2018-12-31", "2019-01-02", "SBN normally"),
    ]
}

fn new_secretary_training_town() -> Vec<Case> {
    let id = "cultivation.new-secretary-training";
    let row = |name, from: &str, trained: &str, expect| {
        Case::new(id, name, "2024-12-01", secretary(from, trained), SECRETARY, expect)
    };
    let three = "[set]\nnew-secretary-training-within = \"3 months\"";
    let again = World::new()
        .man("P1")
        .holding("P1", PostKind::BranchSecretary, "B", since("2024-01-15"), |row| row.continued = Some(true))
        .closed(&[List::Training]);
    let elected = World::new()
        .man("P1")
        .holding("P1", PostKind::BranchSecretary, "B", since("2024-01-01"), |row| {
            row.continued = Some(false);
            row.elected = Some(d("2023-12-20"));
        })
        .training("P1", "2024-07-01", 16)
        .closed(&[List::Training]);
    vec![
        Case::new(
            id,
            "elected in 2023, in the post from 2024: the day of the post counts",
            "2024-12-01",
            elected,
            SECRETARY,
            "S normally",
        )
        .cites("TOWN"),
        row("in the post on the last day of the plan", "2023-12-31", "2024-07-01", "B normally").cites("EDU19"),
        row("from 2024 the town's default of six months", "2024-01-01", "2024-07-01", "S normally").cites("TOWN"),
        row("from 2024: the day after", "2024-01-01", "2024-07-02", "B normally").cites("TOWN"),
        row("the town sets three months: the last day", "2024-01-01", "2024-04-01", "S normally").set(three),
        row("the town sets three months: the day after", "2024-01-01", "2024-04-02", "B normally").set(three),
        Case::new(id, "from 2024: re-elected without a break is not new", "2024-12-01", again, SECRETARY, "N normally"),
    ]
}

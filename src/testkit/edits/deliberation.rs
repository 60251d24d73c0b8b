//! 议事决策 — assemblies, meetings of the board and their resolutions.

use super::rows::{act, act_of, count, day_of, drop_act, move_to, open};
use super::{B, BN, Edit, Found, SB, SBN, breach, near, nothing, one, removed};
use crate::facts::{Count, Extent, Facts, Quantity};
use crate::testkit::days::{key, month_of, on, plus, ymd};
use crate::testkit::ground::{Coop, Part, Pick};
use crate::vocab::{Base, CaseId, List};

const DEPUTIES: &str = "organization.branch-deputies";
const RESERVED: &str = "deliberation.never-delegated-matters";
const NOTICE: &str = "deliberation.assembly-notice";
const ASSEMBLY: &str = "deliberation.assembly-quorum";
const BOARD: &str = "deliberation.board-quorum";
const MAJORITY: &str = "deliberation.board-majority";
const MINUTES: &str = "deliberation.minutes";

/// An untouched assembly.
fn assembly(pick: &mut Pick) -> Option<(Coop, CaseId)> {
    let (coop, part) = pick.coop_part(|coop| (0..coop.assemblies.len()).map(Part::Assembly).collect())?;
    let Part::Assembly(position) = part else { return None };
    let case = coop.assemblies.get(position)?.clone();
    Some((coop, case))
}

/// An untouched meeting of a board.
fn meeting(pick: &mut Pick) -> Option<CaseId> {
    let (coop, part) = pick.coop_part(|coop| (0..coop.meetings.len()).map(Part::Meeting).collect())?;
    let Part::Meeting(position) = part else { return None };
    coop.meetings.get(position).cloned()
}

/// An assembly with so many of a stated base present.
fn present(facts: &mut Facts, pick: &mut Pick, base: u32, number: Option<u32>) -> Option<String> {
    let (_, case) = assembly(pick)?;
    let number = number.map(|number| (Quantity::Present, number));
    count(facts, &case, "meet", (Base::CapableMembers, base), number);
    Some(act_of(&case, "meet"))
}

/// A meeting of a board with so many of all directors present.
fn attended(facts: &mut Facts, pick: &mut Pick, all: u32, number: Option<u32>) -> Option<String> {
    let case = meeting(pick)?;
    let number = number.map(|number| (Quantity::Present, number));
    count(facts, &case, "meet", (Base::AllDirectors, all), number);
    Some(act_of(&case, "meet"))
}

/// A resolution of a board with so many of all directors in favor.
fn voted(facts: &mut Facts, pick: &mut Pick, all: u32, number: Option<u32>) -> Option<String> {
    let case = meeting(pick)?;
    let number = number.map(|number| (Quantity::Ayes, number));
    count(facts, &case, "resolve", (Base::AllDirectors, all), number);
    Some(act_of(&case, "resolve"))
}

/// An assembly whose notice was given so many days before.
fn notice(facts: &mut Facts, pick: &mut Pick, days: i64) -> Option<String> {
    let (_, case) = assembly(pick)?;
    let day = day_of(facts, &case, "meet")?;
    move_to(facts, &case, "give-notice", plus(day, days.saturating_neg()));
    Some(act_of(&case, "meet"))
}

/// A resolution of an assembly, made by others on a matter.
fn resolved(facts: &mut Facts, pick: &mut Pick, actor: Option<&str>, matter: Option<&str>) -> Option<String> {
    let (_, case) = assembly(pick)?;
    act(facts, &case, "resolve", |row| {
        row.actor = actor.map(key);
        row.matter = matter.map(key);
        // All of seven, whose resolution it may be.
        let bases = [Base::AllDirectors, Base::AllRepresentatives, Base::CapableMembers];
        row.counts = bases.map(|base| Count::of_base(base, 7)).to_vec();
        row.counts.push(Count::new(Quantity::Ayes, 7));
    });
    Some(act_of(&case, "resolve"))
}

/// A cooperative whose acts state every base but that of one assembly or of one meeting.
fn without_base(facts: &mut Facts, coop: &Coop, case: &CaseId) {
    let all = u32::try_from(coop.board.len()).unwrap_or(0);
    for row in facts.acts.iter_mut().filter(|row| row.unit == coop.unit) {
        let of_members = coop.assemblies.contains(&row.case);
        let base = if of_members {
            Count::of_base(Base::CapableMembers, coop.capable)
        } else if coop.meetings.contains(&row.case) {
            Count::of_base(Base::AllDirectors, all)
        } else {
            continue;
        };
        row.counts.retain(|count| count.base.is_none());
        // A resolution of the members states its own base.
        if row.case != *case || (of_members && row.stage.as_str() == "resolve") {
            row.counts.push(base);
        }
    }
}

/// An assembly counted against the roll of its cooperative, so many short of two thirds.
fn by_roll(facts: &mut Facts, pick: &mut Pick, short: u32) -> Option<(Coop, String)> {
    let coop = pick.whole(|_| true)?;
    let case = coop.assemblies.first()?.clone();
    without_base(facts, &coop, &case);
    let number = coop.capable.saturating_mul(2).div_ceil(3).saturating_sub(short);
    act(facts, &case, "meet", |row| row.counts = vec![Count::new(Quantity::Present, number)]);
    Some((coop, act_of(&case, "meet")))
}

/// An assembly on the day before the law, under a charter that says, or does not say, what it asks.
fn before_the_law(facts: &mut Facts, pick: &mut Pick, charter: bool) -> Option<Vec<Found>> {
    let coop = pick.whole(|_| true)?;
    let case = coop.assemblies.first()?;
    drop_act(facts, case, "resolve");
    move_to(facts, case, "give-notice", ymd(2025, 4, 1));
    move_to(facts, case, "meet", ymd(2025, 4, 30));
    count(facts, case, "meet", (Base::CapableMembers, 30), Some((Quantity::Present, 20)));
    facts.clauses.retain(|row| row.unit != coop.unit || row.key.as_str() == "supervisor-term");
    let key = act_of(case, "meet");
    // Whether minutes were asked for before the law is not known.
    let mut found = vec![(MINUTES, key.clone(), SBN)];
    if charter {
        for (of, value) in [("assembly-quorum", "2/3"), ("assembly-notice", "15 days")] {
            super::rows::clause(facts, &coop.unit, of, value, crate::testkit::days::since(on(ymd(2010, 1, 1))));
        }
    } else {
        found.extend([(NOTICE, key.clone(), SB), (ASSEMBLY, key, SB)]);
    }
    Some(found)
}

pub(super) const EDITS: &[Edit] = &[
    // LRCEO 28(4) with 26(1), items 1, 3, 8, 10 and 12.
    breach(RESERVED, "charter-changed-by-representatives", |facts, pick| {
        one(RESERVED, resolved(facts, pick, Some("representative-assembly"), Some("charter"))?, B)
    }),
    breach(RESERVED, "members-confirmed-by-the-board", |facts, pick| {
        one(RESERVED, resolved(facts, pick, Some("board"), Some("membership"))?, B)
    }),
    breach(RESERVED, "compensation-used-by-representatives", |facts, pick| {
        one(RESERVED, resolved(facts, pick, Some("representative-assembly"), Some("land-compensation"))?, B)
    }),
    breach(RESERVED, "merger-by-the-village-committee", |facts, pick| {
        one(RESERVED, resolved(facts, pick, Some("village-committee"), Some("merger-division"))?, B)
    }),
    near(RESERVED, "budget-by-representatives", |facts, pick| {
        resolved(facts, pick, Some("representative-assembly"), Some("plans-and-budget"))?;
        nothing()
    }),
    near(RESERVED, "land-contracted-by-the-assembly", |facts, pick| {
        resolved(facts, pick, Some("member-assembly"), Some("land-and-shares"))?;
        nothing()
    }),
    removed(RESERVED, "who-resolved-not-recorded", |facts, pick| {
        one(RESERVED, resolved(facts, pick, None, Some("charter"))?, SB)
    }),
    removed(RESERVED, "matter-not-recorded", |facts, pick| {
        one(RESERVED, resolved(facts, pick, Some("representative-assembly"), None)?, BN)
    }),
    // LRCEO 27(1): ten days before; whether the tenth day will do is not settled.
    breach(NOTICE, "nine-days-of-notice", |facts, pick| one(NOTICE, notice(facts, pick, 9)?, B)),
    breach(NOTICE, "notice-after-the-assembly", |facts, pick| one(NOTICE, notice(facts, pick, -1)?, B)),
    breach(NOTICE, "no-notice", |facts, pick| {
        let (_, case) = assembly(pick)?;
        drop_act(facts, &case, "give-notice");
        one(NOTICE, act_of(&case, "meet"), B)
    }),
    near(NOTICE, "eleven-days-of-notice", |facts, pick| {
        notice(facts, pick, 11)?;
        nothing()
    }),
    removed(NOTICE, "ten-days-of-notice", |facts, pick| one(NOTICE, notice(facts, pick, 10)?, SB)),
    removed(NOTICE, "file-lacks-the-notice", |facts, pick| {
        let (_, case) = assembly(pick)?;
        drop_act(facts, &case, "give-notice");
        open(facts, List::Acts, Extent::Case(case.clone()));
        one(NOTICE, act_of(&case, "meet"), SB)
    }),
    removed(NOTICE, "day-of-notice-not-recorded", |facts, pick| {
        let (_, case) = assembly(pick)?;
        act(facts, &case, "give-notice", |row| row.day = None);
        one(NOTICE, act_of(&case, "meet"), SB)
    }),
    removed(NOTICE, "assembly-in-a-month-that-decides", |facts, pick| {
        let (_, case) = assembly(pick)?;
        let month = month_of(ymd(2025, 10, 1));
        // Notice on the tenth: too late for an assembly on the twentieth, in time for one on the thirtieth.
        move_to(facts, &case, "give-notice", ymd(2025, 10, 10));
        for stage in ["meet", "resolve"] {
            act(facts, &case, stage, |row| row.day = Some(month));
        }
        count(facts, &case, "meet", (Base::CapableMembers, 30), Some((Quantity::Present, 20)));
        one(NOTICE, act_of(&case, "meet"), SB)
    }),
    removed(NOTICE, "actor-of-a-meeting-not-recorded", |facts, pick| {
        // Were it an assembly, its notice and its quorum would be wanting.
        let case = meeting(pick)?;
        act(facts, &case, "meet", |row| {
            row.actor = None;
            row.counts = vec![Count::of_base(Base::AllDirectors, 5), Count::of_base(Base::CapableMembers, 30)];
            row.counts.push(Count::new(Quantity::Present, 4));
        });
        let key = act_of(&case, "meet");
        Some(vec![(NOTICE, key.clone(), BN), (ASSEMBLY, key, BN)])
    }),
    // LRCEO 27(1): two thirds of the members with full capacity.
    breach(ASSEMBLY, "nineteen-of-thirty", |facts, pick| one(ASSEMBLY, present(facts, pick, 30, Some(19))?, B)),
    breach(ASSEMBLY, "twenty-of-thirty-one", |facts, pick| one(ASSEMBLY, present(facts, pick, 31, Some(20))?, B)),
    breach(ASSEMBLY, "one-short-of-two-thirds-of-the-roll", |facts, pick| one(ASSEMBLY, by_roll(facts, pick, 1)?.1, B)),
    near(ASSEMBLY, "twenty-of-thirty", |facts, pick| {
        present(facts, pick, 30, Some(20))?;
        nothing()
    }),
    near(ASSEMBLY, "two-thirds-of-the-roll", |facts, pick| {
        by_roll(facts, pick, 0)?;
        nothing()
    }),
    removed(ASSEMBLY, "present-not-recorded", |facts, pick| one(ASSEMBLY, present(facts, pick, 30, None)?, SB)),
    removed(ASSEMBLY, "roll-not-complete", |facts, pick| {
        let (coop, key) = by_roll(facts, pick, 0)?;
        open(facts, List::Members, Extent::Unit(coop.unit));
        one(ASSEMBLY, key, SB)
    }),
    removed(ASSEMBLY, "before-the-law-under-a-silent-charter", |facts, pick| before_the_law(facts, pick, false)),
    removed(MINUTES, "before-the-law-under-a-charter-that-speaks", |facts, pick| before_the_law(facts, pick, true)),
    // LRCEO 31(1): two thirds of the board.
    breach(BOARD, "three-of-five", |facts, pick| one(BOARD, attended(facts, pick, 5, Some(3))?, B)),
    breach(BOARD, "one-of-three", |facts, pick| one(BOARD, attended(facts, pick, 3, Some(1))?, B)),
    near(BOARD, "two-of-three", |facts, pick| {
        attended(facts, pick, 3, Some(2))?;
        nothing()
    }),
    near(BOARD, "five-of-seven", |facts, pick| {
        attended(facts, pick, 7, Some(5))?;
        nothing()
    }),
    removed(BOARD, "attendance-not-recorded", |facts, pick| one(BOARD, attended(facts, pick, 5, None)?, SB)),
    removed(BOARD, "roster-not-complete", |facts, pick| {
        let coop = pick.whole(|_| true)?;
        let case = coop.meetings.first()?;
        without_base(facts, &coop, case);
        let all = u32::try_from(coop.board.len()).unwrap_or(0);
        act(facts, case, "meet", |row| row.counts = vec![Count::new(Quantity::Present, all)]);
        act(facts, case, "resolve", |row| row.counts = vec![Count::new(Quantity::Ayes, all)]);
        open(facts, List::Roster, Extent::Unit(coop.unit.clone()));
        let chair = super::rows::body_of(&coop.unit, crate::vocab::BodyKind::Board);
        let mut found = vec![
            (BOARD, act_of(case, "meet"), SB),
            (MAJORITY, act_of(case, "resolve"), SB),
            ("organization.one-chair", chair, SB),
        ];
        // Another deputy of the branch may be missing too, where its posts stand under the cooperative.
        found.extend((coop.leads && coop.seat == coop.unit).then(|| (DEPUTIES, coop.unit.to_string(), SB)));
        Some(found)
    }),
    // LRCEO 31(2): more than half of all directors.
    breach(MAJORITY, "three-of-six-in-favor", |facts, pick| one(MAJORITY, voted(facts, pick, 6, Some(3))?, B)),
    breach(MAJORITY, "three-of-seven-in-favor", |facts, pick| one(MAJORITY, voted(facts, pick, 7, Some(3))?, B)),
    near(MAJORITY, "four-of-seven-in-favor", |facts, pick| {
        voted(facts, pick, 7, Some(4))?;
        nothing()
    }),
    near(MAJORITY, "two-of-three-in-favor", |facts, pick| {
        voted(facts, pick, 3, Some(2))?;
        nothing()
    }),
    removed(MAJORITY, "votes-not-recorded", |facts, pick| one(MAJORITY, voted(facts, pick, 5, None)?, SB)),
    // LRCEO 33.
    breach(MINUTES, "assembly-without-minutes", |facts, pick| {
        let (_, case) = assembly(pick)?;
        act(facts, &case, "meet", |row| row.items.clear());
        one(MINUTES, act_of(&case, "meet"), B)
    }),
    breach(MINUTES, "signatures-are-no-minutes", |facts, pick| {
        let case = meeting(pick)?;
        act(facts, &case, "meet", |row| row.items = vec![key("signatures")]);
        one(MINUTES, act_of(&case, "meet"), B)
    }),
    near(MINUTES, "minutes-without-signatures", |facts, pick| {
        let case = meeting(pick)?;
        act(facts, &case, "meet", |row| row.items = vec![key("minutes")]);
        nothing()
    }),
    near(MINUTES, "resolution-without-items", |facts, pick| {
        // A resolution is not a meeting: nothing is asked of its items.
        let case = meeting(pick)?;
        act(facts, &case, "resolve", |row| row.items.clear());
        nothing()
    }),
    removed(MINUTES, "file-lacks-the-minutes", |facts, pick| {
        let case = meeting(pick)?;
        act(facts, &case, "meet", |row| row.items.clear());
        open(facts, List::Acts, Extent::Case(case.clone()));
        one(MINUTES, act_of(&case, "meet"), SB)
    }),
];

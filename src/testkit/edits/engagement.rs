//! 选用分离 — the full-time post: one for each person, its conditions, the walk that leads to it, and who decides.

use super::rows::{act, act_of, add_act, born, day_of, drop_act, holding, move_to, open, open_of, person, seat};
use super::{B, Edit, SB, breach, near, nothing, one, removed};
use crate::facts::{Extent, Facts, Holding};
use crate::testkit::days::{case_id, key, month_of, on, over_by, plus, seen, until, year_of, ymd};
use crate::testkit::ground::{FullTime, Part, Pick, Village};
use crate::vocab::{Grade, List, PersonId, PostKind, Schooling, UnitId};
use chrono::{Datelike, NaiveDate};

const ONE: &str = "selection.one-full-time-post";
const CONDITIONS: &str = "selection.engagement-conditions";
const WALK: &str = "selection.engagement-pathway";
const DECISION: &str = "selection.engagement-decision";
const POST: PostKind = PostKind::FullTimePost;

/// An untouched full-time post of any round.
fn any(pick: &mut Pick) -> Option<(Village, FullTime)> {
    of_round(pick, |_| true)
}

/// An untouched full-time post of the first round, which had until the end of 2022.
fn first(pick: &mut Pick) -> Option<(Village, FullTime)> {
    of_round(pick, |post| post.first_round)
}

fn of_round(pick: &mut Pick, fits: impl Fn(&FullTime) -> bool) -> Option<(Village, FullTime)> {
    let (village, part) = pick.village_part(|village| {
        let posts = village.full_time.iter().enumerate();
        posts.filter(|(_, post)| fits(post)).map(|(position, _)| Part::FullTime(position)).collect()
    })?;
    let Part::FullTime(position) = part else { return None };
    let post = village.full_time.get(position)?.clone();
    Some((village, post))
}

/// The key of the seat.
fn key_of(village: &Village, post: &FullTime) -> String {
    seat(&post.person, POST, &village.unit)
}

/// A second full-time post of a person, at another village.
fn second(facts: &mut Facts, pick: &Pick, village: &Village, post: &FullTime, end: Option<NaiveDate>, last: NaiveDate) {
    let other = pick.villages().iter().find(|other| other.unit != village.unit).map(|other| other.unit.clone());
    let span = end.map_or_else(|| seen(on(post.from), last), |end| until(on(post.from), end));
    facts.holdings.extend(other.map(|unit: UnitId| Holding::new(post.person.clone(), unit, POST, span)));
}

/// The appraisal for the year before the appointment.
fn appraised(facts: &mut Facts, post: &FullTime, grade: Grade) {
    let year = post.from.year().saturating_sub(1);
    let rows = facts.appraisals.iter_mut().filter(|row| row.person == post.person && row.year == year);
    rows.for_each(|row| row.grade = Some(grade));
}

/// Takes every appraisal up to the appointment away.
fn unappraised(facts: &mut Facts, post: &FullTime) {
    facts.appraisals.retain(|row| row.person != post.person || post.from.year() <= row.year);
}

/// A holder who was, or was not yet, so old on the day of the appointment.
fn aged(facts: &mut Facts, post: &FullTime, years: u32, after: i64) {
    let birth = plus(over_by(post.from, years.saturating_mul(12)), after);
    born(facts, &post.person, Some(on(birth)));
}

fn schooled(facts: &mut Facts, id: &PersonId, schooling: Option<Schooling>) {
    person(facts, id, |row| row.schooling = schooling);
}

/// Another case of a village, with these stages.
fn case(facts: &mut Facts, pick: &mut Pick, stages: &[(&str, NaiveDate, &str)]) -> Option<String> {
    let (village, post) = any(pick)?;
    let case = case_id(&format!("{}-X", post.case));
    for &(stage, day, actor) in stages {
        add_act(facts, &case, &village.unit, stage, day, |row| {
            row.actor = Some(key(actor));
            row.about = Some(post.person.clone());
        });
    }
    Some(case.as_str().to_owned())
}

/// Another actor decides.
fn decided_by(facts: &mut Facts, pick: &mut Pick, actor: Option<&str>) -> Option<String> {
    let (_, post) = any(pick)?;
    act(facts, &post.case, "decide", |row| row.actor = actor.map(key));
    Some(act_of(&post.case, "decide"))
}

pub(super) const EDITS: &[Edit] = &[
    // PLAN, by inference: one person, one full-time post.
    breach(ONE, "second-full-time-post", |facts, pick| {
        let (village, post) = any(pick)?;
        second(facts, pick, &village, &post, None, pick.day);
        one(ONE, post.person.as_str(), B)
    }),
    breach(ONE, "second-full-time-post-until-tomorrow", |facts, pick| {
        let (village, post) = any(pick)?;
        second(facts, pick, &village, &post, Some(plus(pick.day, 1)), pick.day);
        one(ONE, post.person.as_str(), B)
    }),
    near(ONE, "second-full-time-post-ended-today", |facts, pick| {
        let (village, post) = any(pick)?;
        second(facts, pick, &village, &post, Some(pick.day), pick.day);
        nothing()
    }),
    removed(ONE, "second-full-time-post-last-seen-long-ago", |facts, pick| {
        let (village, post) = any(pick)?;
        second(facts, pick, &village, &post, None, plus(pick.day, -60));
        one(ONE, post.person.as_str(), SB)
    }),
    removed(ONE, "roster-lacks-a-post-of-the-holder", |facts, pick| {
        let (_, post) = any(pick)?;
        open_of(facts, List::Roster, &post.person);
        one(ONE, post.person.as_str(), SB)
    }),
    // The conditions are the town's: 22 to 55 years, senior middle school, appraised competent or better.
    breach(CONDITIONS, "fifty-six-on-the-day", |facts, pick| {
        let (village, post) = any(pick)?;
        aged(facts, &post, 56, 0);
        one(CONDITIONS, key_of(&village, &post), B)
    }),
    breach(CONDITIONS, "twenty-two-the-day-after", |facts, pick| {
        let (village, post) = any(pick)?;
        aged(facts, &post, 22, 1);
        one(CONDITIONS, key_of(&village, &post), B)
    }),
    breach(CONDITIONS, "junior-middle-school", |facts, pick| {
        let (village, post) = any(pick)?;
        schooled(facts, &post.person, Some(Schooling::JuniorMiddle));
        one(CONDITIONS, key_of(&village, &post), B)
    }),
    breach(CONDITIONS, "basically-competent", |facts, pick| {
        let (village, post) = any(pick)?;
        appraised(facts, &post, Grade::BasicallyCompetent);
        one(CONDITIONS, key_of(&village, &post), B)
    }),
    breach(CONDITIONS, "never-appraised", |facts, pick| {
        let (village, post) = any(pick)?;
        unappraised(facts, &post);
        one(CONDITIONS, key_of(&village, &post), B)
    }),
    near(CONDITIONS, "fifty-six-the-day-after", |facts, pick| {
        let (_, post) = any(pick)?;
        aged(facts, &post, 56, 1);
        nothing()
    }),
    near(CONDITIONS, "twenty-two-on-the-day", |facts, pick| {
        let (_, post) = any(pick)?;
        aged(facts, &post, 22, 0);
        nothing()
    }),
    near(CONDITIONS, "senior-middle-school", |facts, pick| {
        let (_, post) = any(pick)?;
        schooled(facts, &post.person, Some(Schooling::SeniorMiddle));
        nothing()
    }),
    near(CONDITIONS, "appointed-the-day-before-the-plan", |facts, pick| {
        let (village, post) = any(pick)?;
        schooled(facts, &post.person, Some(Schooling::Primary));
        let span = seen(on(ymd(2022, 8, 31)), pick.day);
        holding(facts, &post.person, POST, &village.unit, |row| row.span = span);
        nothing()
    }),
    removed(CONDITIONS, "schooling-not-recorded", |facts, pick| {
        let (village, post) = any(pick)?;
        schooled(facts, &post.person, None);
        one(CONDITIONS, key_of(&village, &post), SB)
    }),
    removed(CONDITIONS, "birth-of-a-holder-not-recorded", |facts, pick| {
        let (village, post) = any(pick)?;
        born(facts, &post.person, None);
        one(CONDITIONS, key_of(&village, &post), SB)
    }),
    removed(CONDITIONS, "appraisals-not-complete", |facts, pick| {
        let (village, post) = any(pick)?;
        unappraised(facts, &post);
        open_of(facts, List::Appraisals, &post.person);
        one(CONDITIONS, key_of(&village, &post), SB)
    }),
    removed(CONDITIONS, "appointed-in-the-month-of-a-birthday", |facts, pick| {
        let (village, post) = any(pick)?;
        // Fifty-six on the second day of a month in which the post began.
        let second = plus(month_of(post.from).first(), 1);
        born(facts, &post.person, Some(on(over_by(second, 672))));
        let span = seen(month_of(post.from), pick.day);
        holding(facts, &post.person, POST, &village.unit, |row| row.span = span);
        one(CONDITIONS, key_of(&village, &post), SB)
    }),
    // PLAN: enrolled, recommended, decided, post fixed, by 2022-12-31 in the first round; pay from 2023-01-01.
    breach(WALK, "never-enrolled", |facts, pick| {
        let (_, post) = any(pick)?;
        drop_act(facts, &post.case, "enroll");
        one(WALK, post.case.as_str(), B)
    }),
    breach(WALK, "never-decided", |facts, pick| {
        let (_, post) = any(pick)?;
        drop_act(facts, &post.case, "decide");
        one(WALK, post.case.as_str(), B)
    }),
    breach(WALK, "recommended-before-enrollment", |facts, pick| {
        let (_, post) = any(pick)?;
        let day = plus(day_of(facts, &post.case, "enroll")?, -1);
        move_to(facts, &post.case, "recommend", day);
        one(WALK, post.case.as_str(), B)
    }),
    breach(WALK, "recommended-earlier-the-same-day", |facts, pick| {
        let (_, post) = any(pick)?;
        let day = day_of(facts, &post.case, "enroll")?;
        move_to(facts, &post.case, "recommend", day);
        act(facts, &post.case, "recommend", |row| row.order = Some(1));
        act(facts, &post.case, "enroll", |row| row.order = Some(2));
        one(WALK, post.case.as_str(), B)
    }),
    breach(WALK, "post-fixed-on-new-years-day", |facts, pick| {
        let (_, post) = first(pick)?;
        move_to(facts, &post.case, "fix-post", ymd(2023, 1, 1));
        one(WALK, post.case.as_str(), B)
    }),
    breach(WALK, "paid-in-2022", |facts, pick| {
        let (_, post) = first(pick)?;
        move_to(facts, &post.case, "pay", ymd(2022, 12, 31));
        one(WALK, post.case.as_str(), B)
    }),
    near(WALK, "recommended-later-the-same-day", |facts, pick| {
        let (_, post) = any(pick)?;
        let day = day_of(facts, &post.case, "enroll")?;
        move_to(facts, &post.case, "recommend", day);
        act(facts, &post.case, "recommend", |row| row.order = Some(2));
        act(facts, &post.case, "enroll", |row| row.order = Some(1));
        nothing()
    }),
    near(WALK, "post-fixed-on-the-last-day", |facts, pick| {
        let (_, post) = first(pick)?;
        move_to(facts, &post.case, "fix-post", ymd(2022, 12, 31));
        nothing()
    }),
    near(WALK, "paid-on-the-first-day", |facts, pick| {
        let (_, post) = first(pick)?;
        move_to(facts, &post.case, "pay", ymd(2023, 1, 1));
        nothing()
    }),
    near(WALK, "conditions-not-checked-apart", |facts, pick| {
        let (_, post) = any(pick)?;
        drop_act(facts, &post.case, "check-conditions");
        nothing()
    }),
    near(WALK, "post-fixed-late-in-a-later-round", |facts, pick| {
        later(facts, pick)?;
        nothing()
    }),
    removed(WALK, "file-lacks-the-enrollment", |facts, pick| {
        let (_, post) = any(pick)?;
        drop_act(facts, &post.case, "enroll");
        open(facts, List::Acts, Extent::Case(post.case.clone()));
        one(WALK, post.case.as_str(), SB)
    }),
    removed(WALK, "day-of-the-decision-not-recorded", |facts, pick| {
        let (_, post) = any(pick)?;
        act(facts, &post.case, "decide", |row| row.day = None);
        one(WALK, post.case.as_str(), SB)
    }),
    removed(WALK, "day-of-pay-to-the-year", |facts, pick| {
        let (_, post) = first(pick)?;
        let year = year_of(ymd(2022, 1, 1));
        act(facts, &post.case, "pay", |row| row.day = Some(year));
        // Whatever the day, it is before 2023.
        one(WALK, post.case.as_str(), B)
    }),
    removed(WALK, "post-fixed-in-a-month-that-decides", |facts, pick| {
        let (_, post) = any(pick)?;
        let decided = day_of(facts, &post.case, "decide")?;
        drop_act(facts, &post.case, "publicize");
        let paid = day_of(facts, &post.case, "pay")?.max(plus(decided, 60));
        move_to(facts, &post.case, "pay", paid);
        let month = month_of(decided);
        act(facts, &post.case, "fix-post", |row| row.day = Some(month));
        if month.first() == decided { nothing() } else { one(WALK, post.case.as_str(), SB) }
    }),
    // PLAN: the town Party committee decides; no office or single leader in its place.
    breach(DECISION, "decided-by-an-office", |facts, pick| {
        one(DECISION, decided_by(facts, pick, Some("town-organization-office"))?, B)
    }),
    breach(DECISION, "decided-by-one-leader", |facts, pick| {
        one(DECISION, decided_by(facts, pick, Some("town-leader"))?, B)
    }),
    breach(DECISION, "decided-by-the-village", |facts, pick| {
        one(DECISION, decided_by(facts, pick, Some("village-party-organization"))?, B)
    }),
    breach(DECISION, "decided-by-an-office-on-the-first-day", |facts, pick| {
        let case = early(facts, pick, ymd(2022, 9, 1))?;
        one(DECISION, format!("{case}-decide"), B)
    }),
    near(DECISION, "decided-by-an-office-the-day-before-the-plan", |facts, pick| {
        early(facts, pick, ymd(2022, 8, 31))?;
        nothing()
    }),
    removed(DECISION, "who-decided-not-recorded", |facts, pick| one(DECISION, decided_by(facts, pick, None)?, SB)),
];

/// A case of August 2022 which an office decided on this day.
fn early(facts: &mut Facts, pick: &mut Pick, decided: NaiveDate) -> Option<String> {
    case(
        facts,
        pick,
        &[
            ("enroll", ymd(2022, 8, 1), "public-service-center"),
            ("recommend", ymd(2022, 8, 10), "village-party-organization"),
            ("decide", decided, "town-organization-office"),
            ("fix-post", ymd(2022, 9, 15), "town-party-committee"),
            ("pay", ymd(2023, 1, 1), "town-government"),
        ],
    )
}

/// A case that began on the first day of 2023, with its post fixed in June.
fn later(facts: &mut Facts, pick: &mut Pick) -> Option<String> {
    case(
        facts,
        pick,
        &[
            ("enroll", ymd(2023, 1, 1), "public-service-center"),
            ("recommend", ymd(2023, 1, 2), "village-party-organization"),
            ("decide", ymd(2023, 1, 3), "town-party-committee"),
            ("fix-post", ymd(2023, 6, 1), "town-party-committee"),
            ("pay", ymd(2023, 6, 1), "town-government"),
        ],
    )
}

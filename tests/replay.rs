//! Walks replayed from acts in any order of arrival: how far a case has come, what contradicts itself, what may follow.

mod support;

use grassroots::facts::*;
use grassroots::report::Style;
use grassroots::review::{Conflict, Progress};
use grassroots::rulebook::Rulebook;
use grassroots::vocab::*;
use support::{World, d, day, jiujiang, key};

/// A town that says on which day its plan took effect.
const SET: &str = "name = { zh = \"镇\", en = \"town\" }\n[set]\nplan-effective = \"2022-09-01\"\n";

fn rules() -> Rulebook {
    jiujiang(SET)
}

/// A case of one cooperative: stage, day, actor.
fn case(acts: &[(&str, &str, &str)]) -> World {
    let mut world = World::new();
    for (position, (stage, on, actor)) in acts.iter().enumerate() {
        world = world.act(&format!("A{position}"), "E1", "C", stage, |row| {
            row.day = (!on.is_empty()).then(|| d(on));
            row.actor = (!actor.is_empty()).then(|| key(actor));
        });
    }
    world
}

fn with<T>(world: World, on: &str, see: impl FnOnce(&Progress<'_>) -> T) -> T {
    let rules = rules();
    let register = Register::build(world.facts()).register;
    let review = rules.review(&register, day(on)).unwrap();
    let progress = review.replay(&key("full-time-post"), &CaseId::parse("E1").unwrap()).unwrap();
    see(&progress)
}

fn reached(world: World, on: &str) -> Vec<String> {
    with(world, on, |progress| progress.reached.iter().map(ToString::to_string).collect())
}

fn next(world: World, on: &str) -> Vec<String> {
    with(world, on, |progress| progress.next.iter().map(|next| next.stage.stage.to_string()).collect())
}

const ROUND: [(&str, &str, &str); 5] = [
    ("enroll", "2022-10-08", "public-service-center"),
    ("recommend", "2022-11-01", "village-party-organization"),
    ("decide", "2022-12-05", "town-party-committee"),
    ("fix-post", "2022-12-20", "town-government"),
    ("pay", "2023-01-15", "village-committee"),
];

#[test]
fn a_round_is_replayed_whatever_the_order_of_arrival() {
    let mut acts = ROUND.to_vec();
    for turn in 0..acts.len() {
        acts.rotate_left(1);
        let world = case(&acts).complete(List::Acts, "2026-03-01");
        with(world, "2026-03-01", |progress| {
            let stages: Vec<&str> = progress.steps.iter().map(|step| step.stage.stage.as_str()).collect();
            assert_eq!(stages, ["enroll", "recommend", "decide", "fix-post", "pay"], "{turn}");
            assert!(progress.steps.iter().all(|step| step.in_order.is_true()));
            assert_eq!(progress.reached.len(), 1);
            assert_eq!(progress.reached[0].as_str(), "pay");
            assert!(progress.conflicts.is_empty() && progress.beside.is_empty() && progress.is_settled());
            assert_eq!(progress.severity(), grassroots::review::Severity::Clear);
        });
    }
}

#[test]
fn every_prefix_of_a_round_says_what_may_follow() {
    for (taken, last, follows) in [
        (0, "", vec!["enroll"]),
        (1, "enroll", vec!["recommend"]),
        (2, "recommend", vec!["check-conditions", "decide", "refuse"]),
        (3, "decide", vec!["publicize", "fix-post"]),
        (4, "fix-post", vec!["pay", "assess", "withdraw"]),
        (5, "pay", vec!["assess", "withdraw"]),
    ] {
        // The case is known by an act beside the walk.
        let world = case(&ROUND[..taken]).act("X", "E1", "C", "meet", |row| row.day = Some(d("2022-10-01")));
        let on = if taken == 0 { "2022-10-05" } else { ROUND[taken - 1].1 };
        let expected: Vec<&str> = if last.is_empty() { vec![] } else { vec![last] };
        assert_eq!(reached(world.clone(), on), expected, "{taken}");
        let found = next(world, on);
        let found: Vec<&str> = found.iter().map(String::as_str).filter(|stage| *stage != "pay" || taken != 5).collect();
        assert_eq!(found, follows, "{taken}");
    }
}

#[test]
fn acts_dated_after_the_day_are_not_yet_done() {
    assert_eq!(reached(case(&ROUND), "2022-12-04"), ["recommend"]);
    assert_eq!(reached(case(&ROUND), "2022-12-05"), ["decide"]);
}

#[test]
fn a_stage_left_out_is_out_of_order_once_the_file_is_complete() {
    let skipped = [ROUND[0], ROUND[1], ROUND[3]];
    with(case(&skipped), "2026-03-01", |progress| assert!(progress.steps[2].in_order.is_unknown()));
    let closed = case(&skipped).complete(List::Acts, "2026-03-01");
    with(closed, "2026-03-01", |progress| assert!(progress.steps[2].in_order.is_false()));
}

#[test]
fn within_one_day_the_recorded_order_decides() {
    let one_day = |decide: Option<u32>, fix: Option<u32>| {
        case(&ROUND[..2])
            .act("D", "E1", "C", "decide", |row| (row.day, row.order) = (Some(d("2022-12-05")), decide))
            .act("F", "E1", "C", "fix-post", |row| (row.day, row.order) = (Some(d("2022-12-05")), fix))
            .complete(List::Acts, "2026-03-01")
    };
    let order = |world| {
        with(world, "2026-03-01", |progress| {
            progress.steps.iter().find(|step| step.stage.stage.as_str() == "fix-post").unwrap().in_order
        })
    };
    assert!(order(one_day(None, None)).is_true());
    assert!(order(one_day(Some(1), Some(2))).is_true());
    assert!(order(one_day(Some(2), Some(1))).is_false());
}

#[test]
fn an_undated_act_leaves_the_stage_reached_open() {
    let undated = [ROUND[0], ROUND[1], ("decide", "", "town-party-committee")];
    assert_eq!(reached(case(&undated), "2026-03-01"), ["recommend", "decide"]);
}

#[test]
fn refused_and_proposed_again_is_no_contradiction_approved_and_refused_at_once_is() {
    let again = [
        ROUND[0],
        ROUND[1],
        ("refuse", "2022-11-20", "town-party-committee"),
        ("recommend", "2022-11-25", "village-party-organization"),
        ROUND[2],
    ];
    with(case(&again), "2026-03-01", |progress| {
        assert!(progress.conflicts.is_empty(), "{:?}", progress.conflicts);
        assert_eq!(progress.reached.len(), 1);
        assert_eq!(progress.reached[0].as_str(), "decide");
    });
    let both = [
        ROUND[0],
        ROUND[1],
        ("check-conditions", "2022-11-20", ""),
        ("refuse", "2022-12-06", "town-party-committee"),
        ROUND[2],
    ];
    with(case(&both), "2026-03-01", |progress| {
        let (decide, refuse) = (key("decide"), key("refuse"));
        assert_eq!(progress.conflicts, [Conflict::Fork { one: &decide, other: &refuse }]);
        assert!(!progress.is_settled());
    });
}

#[test]
fn a_stage_done_twice_is_said_unless_it_may_be_repeated() {
    let twice = [ROUND[0], ROUND[1], ROUND[2], ("decide", "2022-12-12", "town-party-committee")];
    let decide = key("decide");
    with(case(&twice), "2026-03-01", |progress| {
        assert_eq!(progress.conflicts, [Conflict::Twice { stage: &decide }]);
    });
    let paid = [ROUND[0], ROUND[1], ROUND[2], ROUND[3], ROUND[4], ("pay", "2023-02-15", "village-committee")];
    with(case(&paid), "2026-03-01", |progress| assert!(progress.conflicts.is_empty()));
}

#[test]
fn a_wrong_actor_is_found_by_the_guard_of_the_stage() {
    let wrong = [ROUND[0], ROUND[1], ("decide", "2022-12-05", "town-organization-office")];
    with(case(&wrong), "2026-03-01", |progress| {
        let answers = &progress.steps[2].answers;
        assert_eq!(answers[0].provision.id.as_str(), "selection.engagement-decision");
        assert_eq!(answers[0].possible(), Possible::BREACHED);
    });
}

#[test]
fn the_days_the_plan_sets_come_with_what_may_follow() {
    with(case(&ROUND[..4]), "2022-12-21", |progress| {
        let pay = progress.next.iter().find(|next| next.stage.stage.as_str() == "pay").unwrap();
        assert_eq!(pay.not_before, Some(Window::exact(day("2023-01-01"))));
        assert_eq!(pay.by, None);
        assert_eq!(pay.rests_on[0].id.as_str(), "selection.engagement-pathway");
    });
    with(case(&ROUND[..3]), "2022-12-10", |progress| {
        let fix = progress.next.iter().find(|next| next.stage.stage.as_str() == "fix-post").unwrap();
        assert_eq!(fix.by, Some(Window::exact(day("2022-12-31"))));
    });
}

#[test]
fn the_progress_reads_as_a_letter_in_both_languages() {
    let world = case(&ROUND[..3]).complete(List::Acts, "2026-03-01");
    let rules = rules();
    let register = Register::build(world.facts()).register;
    let review = rules.review(&register, day("2022-12-10")).unwrap();
    let progress = review.replay(&key("full-time-post"), &CaseId::parse("E1").unwrap()).unwrap();
    let said = [Lang::Zh, Lang::En].map(|lang| progress.in_words(&review, &Style::new(lang))).join("\n");
    expect_test::expect![[r#"
        专职岗选用（事项E1，截至2022年12月10日）：已到“镇党委研究决定”
        1. 纳入统一管理（2022年10月8日）
        2. 推荐（2022年11月1日）
        3. 镇党委研究决定（2022年12月5日）
        可以接着：公示（可不经此环节）
        可以接着：定职定岗，不晚于2022年12月31日、依据：专职岗办理程序
        filling a full-time post (case E1, as of 2022-12-10): reached "decided by the town Party committee"
        1. enrolled in unified management (2022-10-08)
        2. recommended (2022-11-01)
        3. decided by the town Party committee (2022-12-05)
        may follow: public notice (may be left out)
        may follow: post and duties fixed: by 2022-12-31, under: Steps to the full-time post"#]]
    .assert_eq(&said);
}

#[test]
fn walks_that_cannot_be_walked_are_refused_with_their_place() {
    let head =
        "name = { zh = \"镇\", en = \"town\" }\n[[walk]]\nid = \"w\"\ntitle = { zh = \"流程\", en = \"walk\" }\n";
    for (stages, says) in [
        ("[[walk.stage]]\nstage = \"decide\"\nafter = [\"decide\"]\n", "no stage to begin with"),
        ("[[walk.stage]]\nstage = \"decide\"\n[[walk.stage]]\nstage = \"decide\"\n", "stands twice"),
        (
            "[[walk.stage]]\nstage = \"decide\"\n[[walk.stage]]\nstage = \"pay\"\nafter = [\"meet\"]\n",
            "no stage of the walk",
        ),
        ("[[walk.stage]]\nstage = \"nonsense\"\n", "nonsense"),
        ("[[walk.stage]]\nstage = \"pay\"\nguards = [\"selection.engagement-decision\"]\n", "is not asked of acts"),
        ("[[walk.stage]]\nstage = \"pay\"\nguards = [\"selection.nothing\"]\n", "selection.nothing"),
    ] {
        let profile = grassroots::rulebook::Profile::toml(&format!("{head}{stages}")).unwrap();
        let errors = rules().with(&profile).unwrap_err().to_string();
        assert!(errors.contains(says), "{says}: {errors}");
    }
}

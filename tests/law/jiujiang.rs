//! 九江镇 — the plan of 2022 as reported, over the built-in law. Until the town says on which day of the second half of
//! 2022 it took effect, every day of that half is open.

use crate::support::*;
use grassroots::vocab::*;

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    cases.extend(four_level_chain());
    cases.extend(branch_coverage());
    cases.extend(center_enrollment());
    cases.extend(center_enrollment_later());
    cases.extend(center_enrollment_posts());
    cases.extend(one_full_time_post());
    cases.extend(engagement_conditions());
    cases.extend(engagement_pathway());
    cases.extend(engagement_pathway_order());
    cases.extend(engagement_decision());
    cases
}

const AUGUST: &str = "[set]\nplan-effective = \"2022-08-15\"";

/// The rows around the beginning that every provision of the plan shares, about something it breaches.
fn beginning(id: &'static str, subject: &'static str, world: &dyn Fn() -> World) -> Vec<Case> {
    let row = |name, day, expect| Case::new(id, name, day, world(), subject, expect);
    vec![
        row("the last day before the half-year of the plan", "2022-06-30", "-"),
        row("the first day of the half-year: open", "2022-07-01", "BN normally"),
        row("the last but one: open", "2022-12-30", "BN normally"),
        row("the last day: certainly in effect", "2022-12-31", "B normally").cites("PLAN"),
        row("the town set a day: the day before", "2022-08-14", "-").set(AUGUST),
        row("the town set a day: the day itself", "2022-08-15", "B normally").set(AUGUST).cites("PLAN"),
        // Open because nobody set the day of the plan.
        row("the question is the day of the plan", "2022-10-01", "BN normally").names("plan-effective"),
    ]
}

fn four_level_chain() -> Vec<Case> {
    let id = "organization.four-level-chain";
    let under = |parent: Option<&str>| World::new().unit("C", UnitKind::Cooperative, parent);
    let row = |name, world: World, expect| Case::new(id, name, "2026-03-01", world, "C", expect);
    let of_coop =
        World::new().unit("VC", UnitKind::VillageCooperative, Some("V")).unit("C", UnitKind::Cooperative, Some("VC"));
    let group = World::new().unit("G", UnitKind::VillagersGroup, Some("V")).unit("C", UnitKind::Cooperative, Some("G"));
    let joint = World::new().unit("VC", UnitKind::VillageCooperative, Some("T"));
    let mut rows = vec![
        row("under a village", under(Some("V")), "S normally"),
        row("under a community", under(Some("K")), "S normally"),
        row("under the town itself", under(Some("T")), "B normally"),
        row("under the village-level cooperative", of_coop, "B normally"),
        row("under a villagers' group", group, "B normally"),
        row("no unit above, the list of units complete", under(None).closed(&[List::Units]), "B normally"),
        row("no unit above, the list of units open", under(None), "SB normally").names("Units"),
        Case::new(id, "not asked of the village-level cooperative", "2026-03-01", joint, "VC", "none"),
        Case::new(id, "not asked of the village", "2026-03-01", World::new(), "V", "none"),
        Case::new(id, "open and kept", "2022-10-01", under(Some("V")), "C", "SN normally"),
    ];
    rows.extend(beginning(id, "C", &|| under(Some("T"))));
    rows
}

fn branch_coverage() -> Vec<Case> {
    let id = "organization.branch-coverage";
    let world = || {
        World::new()
            .unit("J", UnitKind::JointBranch, Some("V"))
            .unit("G", UnitKind::GeneralBranch, Some("V"))
            .closed(&[List::Links])
    };
    let row = |name, world: World, expect| Case::new(id, name, "2026-03-01", world, "C", expect);
    let on = |name, day, world: World, expect| Case::new(id, name, day, world, "C", expect);
    let left = || world().link("B", "C", LinkKind::Serves, until("2020-01-01", "2025-12-01"));
    let own = world().unit("B2", UnitKind::PartyBranch, Some("C"));
    let open = World::new();
    let other =
        world().unit("C2", UnitKind::Cooperative, Some("V")).link("B", "C2", LinkKind::Serves, since("2020-01-01"));
    let mut rows = vec![
        row("one branch serves it", world().link("B", "C", LinkKind::Serves, since("2020-01-01")), "S normally"),
        row("a joint branch serves it", world().link("J", "C", LinkKind::Serves, since("2020-01-01")), "S normally"),
        row(
            "two branches serve it",
            world().link("J", "C", LinkKind::Serves, since("2020")).link("B", "C", LinkKind::Serves, since("2020")),
            "S normally",
        ),
        row("a branch of its own", own, "S normally"),
        row("none, the list complete", world(), "B normally"),
        row("none, the list open", open, "SB normally").names("Links"),
        row(
            "a general branch alone is no branch",
            world().link("G", "C", LinkKind::Serves, since("2020-01-01")),
            "B normally",
        ),
        row(
            "keeping the books is no serving",
            world().link("B", "C", LinkKind::KeepsBooksFor, since("2020-01-01")),
            "B normally",
        ),
        row("the branch serves another cooperative", other, "B normally"),
        on("served until 2025-12-01: the day before", "2025-11-30", left(), "S normally"),
        on("served until 2025-12-01: the day itself", "2025-12-01", left(), "B normally"),
        Case::new(id, "not asked of the village", "2026-03-01", world(), "V", "none"),
    ];
    rows.extend(beginning(id, "C", &world));
    rows
}

/// The chair of the cooperative since a day, enrolled from another.
fn chair(post_from: &str, enrolled: &str) -> World {
    let world = World::new().man("P1").holds("P1", PostKind::Chair, "C", since(post_from)).closed(&[List::Enrollment]);
    if enrolled.is_empty() { world } else { world.enrolled("P1", "unified-management", since(enrolled)) }
}

const CHAIR: &str = "P1/chair@C";

fn center_enrollment() -> Vec<Case> {
    let id = "organization.center-enrollment";
    let row = |name, day, world: World, expect| Case::new(id, name, day, world, CHAIR, expect);
    let open = || {
        let mut world = chair("2020-01-10", "");
        world.0.coverage.clear();
        world
    };
    let other = World::new()
        .man("P1")
        .holds("P1", PostKind::Chair, "C", since("2020-01-10"))
        .enrolled("P1", "pioneer-head", since("2022-11-01"))
        .closed(&[List::Enrollment]);
    let left = World::new()
        .man("P1")
        .holds("P1", PostKind::Chair, "C", since("2020-01-10"))
        .enrolled("P1", "unified-management", until("2022-11-01", "2025-12-01"))
        .closed(&[List::Enrollment]);
    let half = chair("2020-01-10", "").enrolled("P1", "unified-management", since("2023-01"));
    vec![
        row(
            "in the post before 2023, enrolled by the end of 2022",
            "2023-01-01",
            chair("2020-01-10", "2022-12-31"),
            "S normally",
        )
        .cites("PLAN"),
        row(
            "in the post before 2023, enrolled from the next day",
            "2023-01-01",
            chair("2020-01-10", "2023-01-02"),
            "B normally",
        ),
        row("not enrolled, the day of the deadline", "2022-12-31", chair("2020-01-10", ""), "N normally"),
        row("not enrolled, the day after the deadline", "2023-01-01", chair("2020-01-10", ""), "B normally"),
        row("took the post on the day of the deadline", "2023-01-01", chair("2022-12-31", ""), "B normally"),
        row("the enrollment list is open, the day of the deadline", "2022-12-31", open(), "SN normally"),
        row("the enrollment list is open, after the deadline", "2023-01-01", open(), "SB normally").names("Enrollment"),
        row("enrolled in another program", "2023-01-01", other, "B normally"),
        row("no longer enrolled", "2026-03-01", left, "B normally"),
        row("enrolled from some day of January, in January", "2023-01-15", half.clone(), "SB normally")
            .names("EnrollmentDay"),
        row("enrolled from some day of January, at its end", "2023-01-31", half, "S normally"),
        row("the last day before the half-year of the plan", "2022-06-30", chair("2020-01-10", "2022-01-01"), "-"),
        row("the first day of the half-year", "2022-07-01", chair("2020-01-10", "2022-01-01"), "SN normally"),
        row("the last but one", "2022-12-30", chair("2020-01-10", "2022-01-01"), "SN normally"),
        row("the last day", "2022-12-31", chair("2020-01-10", "2022-01-01"), "S normally"),
        row("the town set a day: the day before", "2022-08-14", chair("2020-01-10", "2022-01-01"), "-").set(AUGUST),
        row("the town set a day: the day itself", "2022-08-15", chair("2020-01-10", "2022-01-01"), "S normally")
            .set(AUGUST),
    ]
}

fn center_enrollment_later() -> Vec<Case> {
    let id = "organization.center-enrollment";
    let row = |name, day, world: World, expect| Case::new(id, name, day, world, CHAIR, expect);
    let thirty = "[set]\nenroll-days = \"30 days\"";
    let unknown_start = || {
        World::new()
            .man("P1")
            .holds("P1", PostKind::Chair, "C", FactSpan::new(None, SpanEnd::Never).unwrap())
            .closed(&[List::Enrollment])
    };
    vec![
        // Open because nobody set the days.
        row("took the post in 2023: how many days is open", "2023-06-01", chair("2023-01-01", ""), "BN normally")
            .names("enroll-days"),
        row("took the post in 2023, enrolled", "2023-06-01", chair("2023-01-01", "2023-02-01"), "S normally"),
        row("thirty days set: the thirtieth", "2023-01-31", chair("2023-01-01", ""), "N normally").set(thirty),
        row("thirty days set: the day after", "2023-02-01", chair("2023-01-01", ""), "B normally").set(thirty),
        row("thirty days set do not reach the first round", "2023-01-01", chair("2022-12-31", ""), "B normally")
            .set(thirty),
        row("in the post since December 2022: the first round", "2023-01-01", chair("2022-12", ""), "B normally")
            .set(thirty),
        row("in the post since some day of 2023: the days decide", "2023-06-01", chair("2023", ""), "BN normally")
            .set(thirty),
        row("beginning of the post not recorded", "2023-06-01", unknown_start(), "BN normally").names("PostBegan"),
    ]
}

fn center_enrollment_posts() -> Vec<Case> {
    let id = "organization.center-enrollment";
    let of = |name, post: PostKind, unit: &str, subject, expect| {
        let world = World::new()
            .unit("VC", UnitKind::VillageCooperative, Some("V"))
            .man("P1")
            .holds("P1", post, unit, since("2020-01-10"))
            .closed(&[List::Enrollment])
            .link("B", "C", LinkKind::Serves, since("2020"));
        Case::new(id, name, "2023-01-01", world, subject, expect)
    };
    vec![
        of("a deputy chair", PostKind::DeputyChair, "C", "P1/deputy-chair@C", "B normally"),
        of("a director", PostKind::Director, "C", "P1/director@C", "B normally"),
        of(
            "a branch secretary, in the roster of the cooperative",
            PostKind::BranchSecretary,
            "C",
            "P1/branch-secretary@C",
            "B normally",
        ),
        of(
            "a deputy branch secretary, in the roster of the cooperative",
            PostKind::BranchDeputySecretary,
            "C",
            "P1/branch-deputy-secretary@C",
            "B normally",
        ),
        of(
            "a member of the branch committee, in the roster of the cooperative",
            PostKind::BranchCommitteeMember,
            "C",
            "P1/branch-committee-member@C",
            "B normally",
        ),
        // The plan enrolls the members of branch committees; in a register with branches they sit in a branch that serves.
        of(
            "a branch secretary, in the roster of the branch",
            PostKind::BranchSecretary,
            "B",
            "P1/branch-secretary@B",
            "B normally",
        ),
        of("not the chair of the village-level cooperative", PostKind::Chair, "VC", "P1/chair@VC", "none"),
        of("not a supervisor", PostKind::Supervisor, "C", "P1/supervisor@C", "none"),
        of("not a member of the villagers' committee", PostKind::CommitteeMember, "V", "P1/committee-member@V", "none"),
    ]
}

fn one_full_time_post() -> Vec<Case> {
    let id = "selection.one-full-time-post";
    let holds = |units: &[&str]| {
        units.iter().fold(World::new().man("P1"), |world, unit| {
            world.holds("P1", PostKind::FullTimePost, unit, since("2020-01-10"))
        })
    };
    let row = |name, world: World, expect| Case::new(id, name, "2026-03-01", world, "P1", expect);
    let moved = holds(&["C"])
        .holds("P1", PostKind::FullTimePost, "V", until("2020-01-10", "2026-03-01"))
        .closed(&[List::Roster]);
    let lapsed = holds(&["C"])
        .holds("P1", PostKind::FullTimePost, "V", seen("2020-01-10", "2025-12-31"))
        .closed(&[List::Roster]);
    let chair = holds(&["C"]).holds("P1", PostKind::Chair, "C", since("2020-01-10")).closed(&[List::Roster]);
    let none = World::new().man("P1").holds("P1", PostKind::Chair, "C", since("2020-01-10"));
    let mut rows = vec![
        row("one, the roster complete", holds(&["C"]).closed(&[List::Roster]), "S normally"),
        row("one, the roster open", holds(&["C"]), "SB normally").names("Roster"),
        row("two", holds(&["C", "V"]), "B normally"),
        row("one since the other ended", moved, "S normally"),
        row("the other was last seen before", lapsed, "SB normally").names("PostEnds"),
        row("an elected seat beside it is another thing", chair, "S normally"),
        row("nobody without such a post is asked", none, "none"),
    ];
    rows.extend(beginning(id, "P1", &|| holds(&["C", "V"])));
    rows
}

fn engagement_conditions() -> Vec<Case> {
    let id = "selection.engagement-conditions";
    let holds =
        |birth: &str, from: &str| World::new().born("P1", birth).holds("P1", PostKind::FullTimePost, "C", since(from));
    let subject = "P1/full-time-post@C";
    let row = |name, world: World, expect| Case::new(id, name, "2026-03-01", world, subject, expect);
    let age = "[set]\nplan-effective = \"2022-08-15\"\nfull-time-conditions = { age = { max = 45 } }";
    let candidate = |birth: &str| {
        World::new().born("P1", birth).candidate("P1", PostKind::FullTimePost, "C", "2026-01-05", "2026-02-01")
    };
    let undated = World::new().born("P1", "1980-04-01").candidate("P1", PostKind::FullTimePost, "C", "2026-02-01", "");
    let chair = World::new().man("P1").holds("P1", PostKind::Chair, "C", since("2023-01-10"));
    vec![
        row("the conditions are open", holds("1980", "2023-01-10"), "SB normally")
            .names("full-time-conditions")
            .cites("PLAN"),
        row("not over 45 set: the day before the 46th birthday", holds("1977-01-11", "2023-01-10"), "S normally")
            .set(age),
        row("not over 45 set: the 46th birthday", holds("1977-01-10", "2023-01-10"), "B normally").set(age),
        row(
            "not over 45 set: birth not recorded",
            World::new().man("P1").holds("P1", PostKind::FullTimePost, "C", since("2023-01-10")),
            "SB normally",
        )
        .set(age)
        .names("Birth"),
        Case::new(
            id,
            "a candidate: on the day of taking the post",
            "2026-01-10",
            candidate("1980-02-01"),
            "P1/full-time-post@C?",
            "B normally",
        )
        .set(age),
        Case::new(
            id,
            "a candidate: the day before the birthday",
            "2026-01-10",
            candidate("1980-02-02"),
            "P1/full-time-post@C?",
            "S normally",
        )
        .set(age),
        // The day of a proposal that nobody recorded may come after the day of the review.
        Case::new(
            id,
            "a candidate of 45 whose day is not known: it may come after the birthday",
            "2026-03-01",
            undated,
            "P1/full-time-post@C?",
            "SBN normally",
        )
        .set(age),
        row("appointed before the half-year of the plan", holds("1980", "2022-06-30"), "-"),
        row("appointed on the first day of the half-year", holds("1980", "2022-07-01"), "SBN normally")
            .names("full-time-conditions"),
        row("appointed on the last but one", holds("1980", "2022-12-30"), "SBN normally"),
        row("appointed on the last day", holds("1980", "2022-12-31"), "SB normally"),
        row("the town set a day: appointed the day before", holds("1960", "2022-08-14"), "-").set(age),
        row("the town set a day: appointed on the day", holds("1960", "2022-08-15"), "B normally").set(age),
        row("appointed on some day of August", holds("1960", "2022-08"), "BN normally").set(age).names("PostBegan"),
        Case::new(id, "not asked of an elected seat", "2026-03-01", chair, "P1/chair@C", "none"),
    ]
}

const STAGES: [(&str, &str); 7] = [
    ("enroll", "2022-11-01"),
    ("recommend", "2022-11-10"),
    ("check-conditions", "2022-11-20"),
    ("decide", "2022-12-01"),
    ("publicize", "2022-12-10"),
    ("fix-post", "2022-12-20"),
    ("pay", "2023-01-15"),
];

/// A case `H` with these stages; a stage without a day where the words are empty.
fn walk(stages: &[(&str, &str)]) -> World {
    stages.iter().fold(World::new(), |world, (stage, on)| {
        let on = (*on).to_owned();
        world.act(&format!("A-{stage}"), "H", "C", stage, move |act| act.day = (!on.is_empty()).then(|| d(&on)))
    })
}

/// The whole walk with one stage on another day.
fn with(stage: &str, on: &str) -> World {
    let stages: Vec<(&str, &str)> =
        STAGES.iter().map(|(one, day)| (*one, if *one == stage { on } else { *day })).collect();
    walk(&stages)
}

/// The whole walk without some stages.
fn without(left_out: &[&str]) -> World {
    let stages: Vec<(&str, &str)> = STAGES.iter().copied().filter(|(one, _)| !left_out.contains(one)).collect();
    walk(&stages)
}

fn engagement_pathway() -> Vec<Case> {
    let id = "selection.engagement-pathway";
    let row = |name, world: World, expect| Case::new(id, name, "2026-03-01", world, "H", expect);
    let late = |name, world: World, expect| row(name, world.closed(&[List::Acts]), expect);
    let on = |name, day, world: World, expect| Case::new(id, name, day, world.closed(&[List::Acts]), "H", expect);
    let second: Vec<(&str, String)> =
        STAGES.iter().map(|(stage, day)| (*stage, day.replace("2023", "2026").replace("2022", "2025"))).collect();
    let second: Vec<(&str, &str)> = second.iter().map(|(stage, day)| (*stage, day.as_str())).collect();
    // Begun in 2022 by an act that is no stage of the walk; nothing more on record after the recommendation.
    let begun = |enrolled: &str| walk(&[("approve", "2022-12-01"), ("enroll", enrolled), ("recommend", "2023-01-10")]);
    let mut rows = vec![
        row("begun in 2022, enrolled on the last day of it, the file open", begun("2022-12-31"), "SB normally")
            .names("File"),
        row("begun in 2022, enrolled on the first day of 2023, the file open", begun("2023-01-01"), "B normally"),
        late("every stage in its order and its time", walk(&STAGES), "S normally").cites("PLAN"),
        late("enrolled on the last day", with("enroll", "2022-11-10"), "S normally"),
        late("no check of conditions: may be left out", without(&["check-conditions"]), "S normally"),
        late("no public notice: may be left out", without(&["publicize"]), "S normally"),
        late("neither", without(&["check-conditions", "publicize"]), "S normally"),
        late("the post fixed on the last day of 2022", with("fix-post", "2022-12-31"), "S normally"),
        late("the post fixed on the first day of 2023", with("fix-post", "2023-01-01"), "B normally"),
        late("the post not fixed", without(&["fix-post", "pay"]), "B normally"),
        late("paid on the first day of 2023", with("pay", "2023-01-01"), "S normally"),
        late("paid on the last day of 2022", with("pay", "2022-12-31"), "B normally"),
        late("not yet paid", without(&["pay"]), "S normally"),
        late("paid in January 2023", with("pay", "2023-01"), "S normally"),
        row("paid, no day recorded", with("pay", ""), "SB normally").names("pay"),
        row("the post fixed in December 2022", with("fix-post", "2022-12"), "SB normally").names("fix-post"),
        row("the post fixed, no day recorded", with("fix-post", ""), "SB normally").names("fix-post"),
        late(
            "enrolled in 2023 after a recommendation in 2022",
            walk(&[("recommend", "2022-11-10"), ("enroll", "2023-01-05")]),
            "B normally",
        ),
        late("a later round has no deadline of the first", walk(&second), "S normally"),
        late(
            "begun on the last day of 2022 and not fixed by then",
            walk(&[
                ("enroll", "2022-12-31"),
                ("recommend", "2023-01-05"),
                ("decide", "2023-01-10"),
                ("fix-post", "2023-01-20"),
            ]),
            "B normally",
        ),
        late(
            "begun on the first day of 2023",
            walk(&[
                ("enroll", "2023-01-01"),
                ("recommend", "2023-01-05"),
                ("decide", "2023-01-10"),
                ("fix-post", "2023-01-20"),
            ]),
            "S normally",
        ),
        on(
            "recommended, the day of the deadline not yet over",
            "2022-12-31",
            walk(&[("enroll", "2022-11-01"), ("recommend", "2022-11-10")]),
            "S normally",
        ),
        on(
            "recommended, the deadline over",
            "2023-01-01",
            walk(&[("enroll", "2022-11-01"), ("recommend", "2022-11-10")]),
            "B normally",
        ),
        on("recommended and not enrolled", "2022-12-31", walk(&[("recommend", "2022-11-10")]), "B normally"),
    ];
    for (name, stage) in [
        ("a case begins with a recommendation", "recommend"),
        ("or a decision", "decide"),
        ("or a post", "fix-post"),
        ("or pay", "pay"),
    ] {
        rows.push(late(name, walk(&[(stage, "2023-02-01")]), "B normally"));
    }
    rows.push(late("enrollment alone is no case of a full-time post", walk(&[("enroll", "2022-11-01")]), "none"));
    rows.push(late("nor is a public notice", walk(&[("publicize", "2022-11-01")]), "none"));
    rows.extend(beginning(id, "H", &|| {
        walk(&[("decide", "2022-06-01"), ("enroll", "2022-06-05")]).closed(&[List::Acts])
    }));
    rows
}

fn engagement_pathway_order() -> Vec<Case> {
    let id = "selection.engagement-pathway";
    let row = |name, world: World, expect| Case::new(id, name, "2026-03-01", world, "H", expect);
    let late = |name, world: World, expect| row(name, world.closed(&[List::Acts]), expect);
    // Two stages on one day, the order within the day recorded.
    let ordered = |first: u32, then: u32| {
        let mut world = with("decide", "2022-12-20").closed(&[List::Acts]);
        world.0.acts.retain(|act| act.stage != key("publicize"));
        for act in &mut world.0.acts {
            if act.stage == key("decide") {
                act.order = Some(first);
            }
            if act.stage == key("fix-post") {
                act.order = Some(then);
            }
        }
        world
    };
    vec![
        late("recommended before enrolled", with("enroll", "2022-11-11"), "B normally"),
        late("checked before recommended", with("recommend", "2022-11-21"), "B normally"),
        late("decided before checked", with("check-conditions", "2022-12-02"), "B normally"),
        late("published before decided", with("decide", "2022-12-11"), "B normally"),
        late("fixed before published", with("publicize", "2022-12-21"), "B normally"),
        late(
            "paid before fixed",
            walk(&[
                ("enroll", "2023-01-01"),
                ("recommend", "2023-01-05"),
                ("decide", "2023-01-10"),
                ("pay", "2023-01-15"),
                ("fix-post", "2023-01-16"),
            ]),
            "B normally",
        ),
        late("paid before fixed, in the first round", with("pay", "2022-12-19"), "B normally"),
        late("decided without a recommendation", without(&["recommend"]), "B normally"),
        late("recommended without an enrollment", without(&["enroll"]), "B normally"),
        late("fixed without a decision", without(&["decide"]), "B normally"),
        late("paid without a post", without(&["fix-post"]), "B normally"),
        row("decided, no recommendation on record, the file open", without(&["recommend"]), "SB normally")
            .names("File"),
        row("decided, the recommendation without a day", with("recommend", ""), "SB normally").names("recommend"),
        late("two stages on one day", with("publicize", "2022-12-20"), "S normally"),
        row("two stages on one day, in their order", ordered(1, 2), "S normally"),
        row("two stages on one day, against their order", ordered(2, 1), "B normally"),
        late("decided in December, published on the 10th", with("decide", "2022-12"), "SB normally").names("decide"),
    ]
}

fn engagement_decision() -> Vec<Case> {
    let id = "selection.engagement-decision";
    let of = |on: &str, actor: &str| {
        World::new().act("A", "H", "C", "decide", |act| {
            act.day = (!on.is_empty()).then(|| d(on));
            act.actor = (!actor.is_empty()).then(|| key(actor));
        })
    };
    let row = |name, world: World, expect| Case::new(id, name, "2026-03-01", world, "A", expect);
    let by = |name, actor: &str, expect| row(name, of("2023-02-01", actor), expect);
    let recommended = World::new().act("A", "H", "C", "recommend", |act| {
        act.day = Some(d("2023-02-01"));
        act.actor = Some(key("town-organization-office"));
    });
    vec![
        by("the town Party committee", "town-party-committee", "S normally").cites("PLAN"),
        by("an office alone", "town-organization-office", "B normally"),
        by("a leader alone", "town-leader", "B normally"),
        by("the town government", "town-government", "B normally"),
        by("the board", "board", "B normally"),
        by("body not recorded", "", "SB normally").names("Actor"),
        row("a recommendation is another stage", recommended, "none"),
        row("the last day before the half-year of the plan", of("2022-06-30", "town-leader"), "-"),
        row("the first day of the half-year: open", of("2022-07-01", "town-leader"), "BN normally"),
        row("the last but one: open", of("2022-12-30", "town-leader"), "BN normally"),
        row("the last day: certainly in effect", of("2022-12-31", "town-leader"), "B normally"),
        row("the town set a day: the day before", of("2022-08-14", "town-leader"), "-").set(AUGUST),
        row("the town set a day: the day itself", of("2022-08-15", "town-leader"), "B normally").set(AUGUST),
        row("day not recorded", of("", "town-leader"), "BN normally").names("Day"),
        row("in 2023", of("2023", "town-leader"), "B normally"),
    ]
}

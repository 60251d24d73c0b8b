//! Typed procedures: each step under its rules, the order by type, and the same answer as the replay of the same acts.

mod support;

use grassroots::facts::*;
use grassroots::procedure::{Deliberation, Done, FullTimePost, Refused};
use grassroots::review::Severity;
use grassroots::rulebook::Rulebook;
use grassroots::vocab::*;
use support::{World, builtin, day, jiujiang, key, since, uid};

fn town() -> Rulebook {
    jiujiang("name = { zh = \"镇\", en = \"town\" }\n[set]\nplan-effective = \"2022-09-01\"\n")
}

fn done(on: &str, actor: &str) -> Done {
    Done::new(day(on), actor).unwrap()
}

fn case() -> CaseId {
    CaseId::parse("E1").unwrap()
}

/// A cooperative with a chair elected to a seat.
fn seated() -> Facts {
    World::new().person("P1", |_| {}).holds("P1", PostKind::Chair, "C", since("2021-01-10")).facts()
}

#[test]
fn a_round_goes_through_and_leaves_the_seat_alone() {
    let rules = town();
    let before = seated();
    let post =
        FullTimePost::enroll(&rules, before.clone(), case(), uid("C"), done("2022-10-08", "public-service-center"))
            .unwrap();
    let post = post.recommend(done("2022-11-01", "village-party-organization")).unwrap();
    let post = post.refuse(done("2022-11-20", "town-party-committee")).unwrap();
    assert_eq!(post.facts().holdings, before.holdings);
    let post = post.recommend(done("2022-11-25", "village-party-organization")).unwrap();
    let post = post.decide(done("2022-12-05", "town-party-committee")).unwrap();
    let post = post.fix_post(done("2022-12-20", "town-government")).unwrap();
    let post = post.pay(done("2023-01-15", "village-committee")).unwrap();
    assert_eq!(post.facts().holdings, before.holdings);
    let register = Register::build(post.facts().clone()).register;
    let review = rules.review(&register, day("2023-02-01")).unwrap();
    let progress = review.replay(&key("full-time-post"), post.case()).unwrap();
    assert_eq!(progress.reached.len(), 1);
    assert_eq!(progress.reached[0].as_str(), "pay");
    assert!(progress.conflicts.is_empty());
}

#[test]
fn a_wrong_body_is_refused_and_the_case_is_as_it_was() {
    let rules = town();
    let post =
        FullTimePost::enroll(&rules, seated(), case(), uid("C"), done("2022-10-08", "public-service-center")).unwrap();
    let post = post.recommend(done("2022-11-01", "village-party-organization")).unwrap();
    let Refused { kept, faults, zh, .. } = *post.decide(done("2022-12-05", "town-organization-office")).unwrap_err();
    assert_eq!(faults.len(), 1);
    assert_eq!((faults[0].0.as_str(), faults[0].1), ("selection.engagement-decision", Severity::Reminder));
    assert!(zh.contains("镇党委研究决定"), "{zh}");
    assert_eq!(kept.facts().acts.len(), 2);
    assert!(kept.decide(done("2022-12-05", "town-party-committee")).is_ok());
}

#[test]
fn a_day_late_and_a_day_early_are_refused() {
    let rules = town();
    let post =
        FullTimePost::enroll(&rules, seated(), case(), uid("C"), done("2022-10-08", "public-service-center")).unwrap();
    let post = post.recommend(done("2022-11-01", "village-party-organization")).unwrap();
    let post = post.decide(done("2022-12-05", "town-party-committee")).unwrap();
    let Refused { kept: post, faults, .. } = *post.fix_post(done("2023-01-01", "town-government")).unwrap_err();
    assert_eq!(faults[0].0.as_str(), "selection.engagement-pathway");
    // A step dated before the one it follows is out of order.
    let Refused { kept: post, .. } = *post.fix_post(done("2022-12-04", "town-government")).unwrap_err();
    let post = post.fix_post(done("2022-12-31", "town-government")).unwrap();
    assert!(post.clone().pay(done("2022-12-31", "village-committee")).is_err());
    assert!(post.pay(done("2023-01-01", "village-committee")).is_ok());
}

/// A step of an assembly with what is counted.
fn counted(on: &str, actor: &str, counts: Vec<Count>, items: &[&str]) -> Done {
    let mut done = done(on, actor);
    done.counts = counts;
    done.items = items.iter().map(|item| key(item)).collect();
    done.matter = Some(key("charter"));
    done
}

#[test]
fn an_assembly_is_convened_quorate_decided_disclosed() {
    let rules = builtin();
    let convene = |on: &str| {
        let notice = counted(on, "board", Vec::new(), &["time", "place", "matters"]);
        Deliberation::convene(&rules, World::new().facts(), case(), uid("C"), notice).unwrap()
    };
    let present = |of: u32| {
        let counts = vec![Count::of_base(Base::CapableMembers, 90), Count::new(Quantity::Present, of)];
        counted("2025-06-20", "member-assembly", counts, &["minutes"])
    };
    let ayes = |of: u32| {
        let counts = vec![Count::of_base(Base::CapableMembers, 90), Count::new(Quantity::Ayes, of)];
        counted("2025-06-20", "member-assembly", counts, &[])
    };
    // Ten whole days of notice are enough under either reading; nine under none.
    let late = convene("2025-06-11").count_present(present(60)).unwrap_err();
    assert_eq!(late.faults[0].0.as_str(), "deliberation.assembly-notice");
    let few = convene("2025-06-01").count_present(present(59)).unwrap_err();
    assert_eq!(few.faults[0].0.as_str(), "deliberation.assembly-quorum");
    let quorate = convene("2025-06-01").count_present(present(60)).unwrap();
    let Refused { kept: quorate, faults, .. } = *quorate.vote(ayes(59)).unwrap_err();
    assert_eq!(faults[0].0.as_str(), "deliberation.assembly-majority");
    let decided = quorate.vote(ayes(60)).unwrap();
    let disclosed = decided.disclose(done("2025-06-22", "board")).unwrap();
    assert_eq!(disclosed.facts().acts.len(), 4);
}

//! The articles, case by case. Persons are numbered.

use super::super::*;
use crate::vocab::{MAX_DAY, SpanEnd, parse_day};
use Relation::{AdoptiveParent, Child, Cousin, NotRelated, Parent, Sibling, SiblingInLaw, Spouse, StepParent};

const NEAR: Circle = Circle::NearRelatives;
const CLOSE: Circle = Circle::SpouseParentChildSibling;
const CIVIL: Circle = Circle::CivilServiceScope;

fn p(person: u32) -> PersonIdx {
    PersonIdx(person)
}

fn day(text: &str) -> NaiveDate {
    parse_day(text).unwrap()
}

fn from(from: &str) -> FactSpan {
    FactSpan { from: Some(from.parse().unwrap()), end: SpanEnd::Never }
}

fn during(from: &str, until: &str) -> FactSpan {
    FactSpan { from: Some(from.parse().unwrap()), end: SpanEnd::Ended(until.parse().unwrap()) }
}

const ALWAYS: FactSpan = FactSpan { from: None, end: SpanEnd::Never };

type Row = (u32, u32, Relation, FactSpan);

fn ties(rows: &[Row]) -> Vec<Tie> {
    let tie = |(row, &(a, b, relation, span)): (usize, &Row)| Tie {
        a: p(a),
        b: p(b),
        relation,
        span,
        half: None,
        row: u32::try_from(row).unwrap(),
    };
    rows.iter().enumerate().map(tie).collect()
}

fn build(rows: &[Row]) -> (KinGraph, Vec<Fault>) {
    KinGraph::build(&[None; 20], &ties(rows))
}

fn family(rows: &[Row]) -> KinGraph {
    let (graph, faults) = build(rows);
    assert_eq!(faults, []);
    graph
}

fn parents(links: &[(u32, u32)]) -> Vec<Row> {
    links.iter().map(|&(child, parent)| (child, parent, Parent, ALWAYS)).collect()
}

fn ask(graph: &KinGraph, a: u32, b: u32, circle: Circle, affinity: Affinity, on: &str) -> Kinship {
    let there = graph.between(p(a), p(b), circle, affinity, day(on), MAX_DAY);
    let back = graph.between(p(b), p(a), circle, affinity, day(on), MAX_DAY);
    assert_eq!(there.truth, back.truth, "the order of the two matters");
    assert_eq!(there.path.is_some(), !there.truth.is_false());
    there
}

fn wide(graph: &KinGraph, a: u32, b: u32, circle: Circle) -> Truth {
    ask(graph, a, b, circle, Affinity::Wide, "2022-06-01").truth
}

fn named(graph: &KinGraph, a: u32, b: u32) -> Option<Relation> {
    ask(graph, a, b, CIVIL, Affinity::Wide, "2022-06-01").path.and_then(|path| path.relation())
}

fn on(graph: &KinGraph, a: u32, b: u32, on: &str) -> Truth {
    ask(graph, a, b, NEAR, Affinity::Wide, on).truth
}

/// 0 with parents 1, 2; grandparents 3 (of 1) and 4 (of 2); sibling 5; uncle 6, his child 7 and grandchild 8; child 9
/// and grandchild 10; great-grandparent 11 above 3, with a child 12 (grand-uncle); 13 above 11; 14 spouse of 0.
fn large() -> KinGraph {
    let mut rows = parents(&[
        (0, 1),
        (0, 2),
        (1, 3),
        (2, 4),
        (5, 1),
        (5, 2),
        (6, 3),
        (7, 6),
        (8, 7),
        (9, 0),
        (10, 9),
        (3, 11),
        (12, 11),
        (11, 13),
    ]);
    rows.push((0, 14, Spouse, ALWAYS_MARRIED));
    family(&rows)
}

const ALWAYS_MARRIED: FactSpan = FactSpan {
    from: None,
    // Seen running: a marriage without a recorded beginning had begun by then.
    end: SpanEnd::SeenRunning(match NaiveDate::from_ymd_opt(2020, 1, 1) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }),
};

fn married_by_2022(graph: &KinGraph, a: u32, b: u32) -> Truth {
    graph.between(p(a), p(b), CLOSE, Affinity::Wide, day("2022-06-01"), day("2020-01-01")).truth
}

#[test]
fn near_relatives_are_spouse_parents_children_siblings_grandparents_and_grandchildren_cc_1045_2() {
    // C14, with a grandchild through a son (10 through 9) and through a daughter (16 through 15).
    let mut rows =
        parents(&[(0, 1), (0, 2), (1, 3), (2, 4), (5, 1), (5, 2), (6, 3), (7, 6), (9, 0), (10, 9), (15, 0), (16, 15)]);
    rows.push((0, 14, Spouse, from("2000")));
    let graph = family(&rows);
    for near in [14, 1, 2, 5, 3, 4, 9, 15, 10, 16] {
        assert_eq!(wide(&graph, 0, near, NEAR), Truth::True, "{near}");
    }
    for (other, civil) in [(6, Truth::True), (7, Truth::True)] {
        assert_eq!(wide(&graph, 0, other, NEAR), Truth::False, "{other}");
        assert_eq!(wide(&graph, 0, other, CIVIL), civil, "{other}");
    }
    for (close, truth) in [(14, Truth::True), (1, Truth::True), (9, Truth::True), (5, Truth::True), (3, Truth::False)] {
        assert_eq!(wide(&graph, 0, close, CLOSE), truth, "{close}");
    }
    let relatives = graph.relatives(p(0), NEAR, Affinity::Wide, day("2022-06-01"), MAX_DAY);
    let expected = [1, 2, 3, 4, 5, 9, 10, 14, 15, 16].map(|near| (p(near), Truth::True));
    assert_eq!(relatives, expected);
}

#[test]
fn three_steps_up_and_two_down_are_four_generations_and_outside_three_csl_74_1() {
    // C15: 0's mother 1, her father 2; 5's father 4; 2 and 4 are sons of 3.
    let graph = family(&parents(&[(0, 1), (1, 2), (2, 3), (4, 3), (5, 4)]));
    assert_eq!(wide(&graph, 0, 5, CIVIL), Truth::False);
    let degree = Degree { up: 3, down: 2 };
    assert_eq!(degree.generations(), 4);
    assert!(!degree.is_collateral_within_three());
    // Their parents' generation, one step nearer, is in.
    assert_eq!(wide(&graph, 1, 5, CIVIL), Truth::True);
    let path = ask(&graph, 1, 5, CIVIL, Affinity::Wide, "2022-06-01").path.unwrap();
    assert_eq!(path.degree(), Some(Degree { up: 2, down: 2 }));
    assert_eq!(path.relation(), Some(Cousin));
    assert_eq!(path.rows(), [1, 2, 3, 4]);
}

#[test]
fn the_sons_wife_is_close_affinity_and_no_near_relative_csl_74_1_cc_1045_2() {
    // C16.
    let graph = family(&[(1, 0, Parent, ALWAYS), (1, 2, Spouse, from("2010"))]);
    assert_eq!(wide(&graph, 0, 2, NEAR), Truth::False);
    for affinity in [Affinity::Wide, Affinity::Narrow] {
        assert_eq!(ask(&graph, 0, 2, CIVIL, affinity, "2022-06-01").truth, Truth::True);
    }
    assert_eq!(named(&graph, 0, 2), Some(Relation::ChildInLaw));
    assert_eq!(named(&graph, 2, 0), Some(Relation::ParentInLaw));
}

#[test]
fn collateral_relatives_are_in_up_to_two_steps_on_each_side() {
    let graph = large();
    for (other, truth, word) in [
        (5, Truth::True, Some(Sibling)),
        (6, Truth::True, Some(Relation::UncleOrAunt)),
        (7, Truth::True, Some(Cousin)),
        // The cousin's child (2,3) and the grand-uncle (3,1).
        (8, Truth::False, None),
        (12, Truth::False, None),
    ] {
        assert_eq!(wide(&graph, 0, other, CIVIL), truth, "{other}");
        assert_eq!(named(&graph, 0, other), word, "{other}");
    }
    assert_eq!(named(&graph, 6, 0), Some(Relation::NephewOrNiece));
}

#[test]
fn lineal_relatives_are_in_however_far_and_near_relatives_end_at_grandparents() {
    let graph = large();
    for (old, steps) in [(1, 1), (3, 2), (11, 3), (13, 4)] {
        assert_eq!(wide(&graph, 0, old, CIVIL), Truth::True);
        assert_eq!(wide(&graph, 0, old, NEAR), Truth::from(steps <= 2));
        let path = ask(&graph, 0, old, CIVIL, Affinity::Narrow, "2022-06-01").path.unwrap();
        assert_eq!(path.degree().unwrap().generations(), steps + 1);
    }
    let path = ask(&graph, 13, 10, CIVIL, Affinity::Wide, "2022-06-01").path.unwrap();
    assert_eq!(path.degree(), Some(Degree { up: 0, down: 6 }));
    assert_eq!((path.steps[0].from, path.steps[5].to), (p(13), p(10)));
    assert_eq!(wide(&graph, 12, 13, CIVIL), Truth::True);
    assert_eq!(wide(&graph, 5, 13, CIVIL), Truth::True);
}

#[test]
fn everybody_is_in_every_circle_with_themselves_and_nobody_else_is_the_same_person() {
    let graph = large();
    for &circle in Circle::ALL {
        let own = ask(&graph, 0, 0, circle, Affinity::Narrow, "2022-06-01");
        assert_eq!(own.truth, Truth::True);
        assert_eq!(own.path.unwrap().steps, []);
    }
    assert_eq!(wide(&graph, 0, 1, Circle::SamePerson), Truth::False);
    assert_eq!(wide(&graph, 18, 18, NEAR), Truth::True);
    assert!(graph.has_ties(p(0)) && !graph.has_ties(p(18)));
}

#[test]
fn affinity_follows_the_table_in_both_readings() {
    // 0 ⚭ 1; 1's parent 2, sibling 3 ⚭ 4, uncle 5 (2's sibling; parent of both 6), cousin 7 (of 5).
    // 0's child 8 ⚭ 9, whose parent is 10. 1's child by another: 11. 3's child 12.
    let mut rows = parents(&[(1, 2), (3, 2), (2, 6), (5, 6), (7, 5), (8, 0), (9, 10), (11, 1), (12, 3)]);
    rows.extend([(0, 1), (3, 4), (8, 9)].map(|(a, b)| (a, b, Spouse, from("2000"))));
    let graph = family(&rows);
    let both = |a, b| {
        [Affinity::Wide, Affinity::Narrow].map(|affinity| ask(&graph, a, b, CIVIL, affinity, "2022-06-01").truth)
    };
    let (always, wide_only, never) = ([Truth::True; 2], [Truth::True, Truth::False], [Truth::False; 2]);
    for (a, b, expected, word) in [
        (0, 2, always, Some(Relation::ParentInLaw)),
        (0, 3, always, Some(SiblingInLaw)),
        (0, 4, wide_only, Some(SiblingInLaw)),
        (0, 5, wide_only, None),
        (0, 7, wide_only, None),
        (0, 12, wide_only, None),
        (0, 9, always, Some(Relation::ChildInLaw)),
        (0, 10, always, Some(Relation::ChildsParentInLaw)),
        // The spouse's grandparent and the spouse's child by another are not on the list.
        (0, 6, never, None),
        (0, 11, never, None),
    ] {
        assert_eq!(both(a, b), expected, "{a} {b}");
        assert_eq!(named(&graph, a, b), word, "{a} {b}");
        assert_eq!(wide(&graph, a, b, NEAR), Truth::False);
    }
}

#[test]
fn a_marriage_counts_from_registration_until_the_day_of_divorce_cc_1049_1080() {
    let graph = family(&[(0, 1, Spouse, during("2010-05-01", "2020-03-10"))]);
    for (at, truth) in [
        ("2010-04-30", Truth::False),
        ("2010-05-01", Truth::True),
        ("2020-03-09", Truth::True),
        ("2020-03-10", Truth::False),
    ] {
        assert_eq!(on(&graph, 0, 1, at), truth, "{at}");
    }
    let partly = family(&[(0, 1, Spouse, during("2010-05", "2020"))]);
    assert_eq!(on(&partly, 0, 1, "2010-05-10"), Truth::Unknown);
    assert_eq!(on(&partly, 0, 1, "2019-12-31"), Truth::True);
    assert_eq!(on(&partly, 0, 1, "2020-01-01"), Truth::Unknown);
}

#[test]
fn a_marriage_last_seen_before_the_horizon_is_open_after_that_day() {
    let graph = large();
    assert_eq!(married_by_2022(&graph, 0, 14), Truth::True);
    assert_eq!(wide(&graph, 0, 14, CLOSE), Truth::Unknown);
    // Birth does not end.
    let seen = FactSpan { from: None, end: SpanEnd::SeenRunning(day("2020-01-01")) };
    assert_eq!(on(&family(&[(0, 1, Parent, seen)]), 0, 1, "2022-06-01"), Truth::True);
    assert_eq!(on(&family(&[(0, 1, StepParent, seen)]), 0, 1, "2022-06-01"), Truth::Unknown);
}

#[test]
fn children_are_children_from_birth_in_or_out_of_wedlock_cc_1071() {
    let births = [Some("2020-03".parse().unwrap()), None];
    let (graph, _) = KinGraph::build(&births, &ties(&[(1, 0, Child, from("2021"))]));
    for (at, truth) in [("2020-02-29", Truth::False), ("2020-03-01", Truth::Unknown), ("2020-03-31", Truth::True)] {
        assert_eq!(on(&graph, 0, 1, at), truth, "{at}");
    }
}

/// 0 with birth parents 1, 2, sibling 3, grandparent 4; adopted by 5, who has a child 6 and a parent 7.
fn adopted(span: FactSpan) -> Vec<Row> {
    let mut rows = parents(&[(0, 1), (0, 2), (3, 1), (3, 2), (1, 4), (6, 5), (5, 7)]);
    rows.push((0, 5, AdoptiveParent, span));
    rows
}

#[test]
fn adoption_ends_the_relations_to_the_birth_parents_and_theirs_and_begins_those_to_the_adopters_cc_1111() {
    let graph = family(&adopted(from("2015-06-01")));
    for other in 1..=4 {
        assert_eq!(on(&graph, 0, other, "2015-05-31"), Truth::True, "{other}");
        assert_eq!(on(&graph, 0, other, "2015-06-01"), Truth::False, "{other}");
    }
    for other in 5..=7 {
        assert_eq!(on(&graph, 0, other, "2015-05-31"), Truth::False, "{other}");
        assert_eq!(on(&graph, 0, other, "2015-06-01"), Truth::True, "{other}");
    }
    assert_eq!(on(&graph, 3, 1, "2015-06-01"), Truth::True);
    assert_eq!(wide(&graph, 0, 4, CIVIL), Truth::False);
}

#[test]
fn an_adoption_of_uncertain_date_leaves_both_sides_open() {
    let graph = family(&adopted(from("2015")));
    assert_eq!(on(&graph, 0, 3, "2015-06-01"), Truth::Unknown);
    assert_eq!(on(&graph, 0, 6, "2015-06-01"), Truth::Unknown);
    assert_eq!(on(&graph, 0, 3, "2014-12-31"), Truth::True);
    assert_eq!(on(&graph, 0, 3, "2015-12-31"), Truth::False);
}

#[test]
fn what_revives_after_an_adoption_is_open_unless_it_is_recorded_cc_1117() {
    let mut rows = adopted(during("2015-06-01", "2020-06-01"));
    let graph = family(&rows);
    assert_eq!(on(&graph, 0, 5, "2020-06-01"), Truth::False);
    assert_eq!(on(&graph, 0, 1, "2020-05-31"), Truth::False);
    assert_eq!(on(&graph, 0, 1, "2020-06-01"), Truth::Unknown);
    rows.push((0, 1, Parent, from("2020-06-01")));
    let revived = family(&rows);
    assert_eq!(on(&revived, 0, 1, "2020-05-31"), Truth::False);
    assert_eq!(on(&revived, 0, 1, "2020-06-01"), Truth::True);
    assert_eq!(on(&revived, 0, 2, "2020-06-01"), Truth::Unknown);
    // Recorded for the same month only: not certainly from then on.
    let mut rows = adopted(during("2015-06-01", "2020-06"));
    rows.push((0, 1, Parent, from("2020-06")));
    assert_eq!(on(&family(&rows), 0, 1, "2022-06-01"), Truth::Unknown);
}

#[test]
fn adoption_by_the_spouse_of_a_birth_parent_leaves_the_link_to_that_parent() {
    let married = |span| {
        let mut rows = adopted(from("2015-06-01"));
        rows.push((1, 5, Spouse, span));
        family(&rows)
    };
    for span in [during("2010", "2020"), from("2015-06-01")] {
        let graph = married(span);
        for (other, truth) in
            [(1, Truth::True), (4, Truth::True), (2, Truth::False), (3, Truth::True), (5, Truth::True)]
        {
            assert_eq!(on(&graph, 0, other, "2022-06-01"), truth, "{other}");
        }
    }
    // Married after the adoption, or divorced before it.
    for span in [from("2015-06-02"), during("2010", "2015-06-01")] {
        assert_eq!(on(&married(span), 0, 1, "2022-06-01"), Truth::False);
    }
    assert_eq!(on(&married(from("2015")), 0, 1, "2022-06-01"), Truth::Unknown);
}

#[test]
fn whether_the_adopter_was_married_to_the_parent_is_open_only_where_the_dates_leave_it_open() {
    for (marriage, truth) in [
        (during("2010", "2014-12"), Truth::False),
        (during("2010", "2015-06-01"), Truth::Unknown),
        (during("2015-03-01", "2015-06-01"), Truth::Unknown),
        (from("2015-06-01"), Truth::Unknown),
        (from("2016-01-01"), Truth::False),
        (from("2015-01-01"), Truth::True),
    ] {
        let mut rows = adopted(from("2015"));
        rows.push((1, 5, Spouse, marriage));
        assert_eq!(on(&family(&rows), 0, 1, "2022-06-01"), truth, "{marriage:?}");
    }
}

#[test]
fn a_birth_parent_who_is_recorded_as_adopting_stays_one_when_that_record_ends() {
    let graph = family(&[(0, 1, Parent, ALWAYS), (0, 1, AdoptiveParent, during("2015", "2020"))]);
    assert_eq!(on(&graph, 0, 1, "2022-06-01"), Truth::True);
}

#[test]
fn the_brother_who_adopts_makes_the_birth_father_an_uncle_cc_1111() {
    // 0 born to 1, adopted by 2; 1 and 2 are children of 3.
    let mut rows = parents(&[(0, 1), (1, 3), (2, 3)]);
    rows.push((0, 2, AdoptiveParent, from("2015")));
    let graph = family(&rows);
    assert_eq!(wide(&graph, 0, 1, NEAR), Truth::False);
    assert_eq!(named(&graph, 0, 1), Some(Relation::UncleOrAunt));
    assert_eq!(wide(&graph, 0, 3, NEAR), Truth::True);
}

#[test]
fn siblings_share_at_least_one_parent_by_birth_or_adoption_cc_1045() {
    let graph = family(&[
        (0, 1, Parent, ALWAYS),
        (0, 2, Parent, ALWAYS),
        (3, 1, Parent, ALWAYS),
        (3, 4, Parent, ALWAYS),
        (5, 2, AdoptiveParent, from("2000")),
        (6, 0, Sibling, ALWAYS),
    ]);
    for (half, truth) in [(3, Truth::True), (5, Truth::True), (6, Truth::True)] {
        assert_eq!(wide(&graph, 0, half, CLOSE), truth, "{half}");
    }
    // Not through two half-siblings, nor on from a stated one.
    assert_eq!(wide(&graph, 3, 5, CIVIL), Truth::False);
    assert_eq!(wide(&graph, 6, 1, CIVIL), Truth::False);
}

#[test]
fn a_step_link_holds_between_the_two_and_as_recorded_only_cc_1072_2() {
    // 0's parent 1 ⚭ 2, whose child is 3 and whose parent is 4.
    let mut rows = parents(&[(0, 1), (3, 2), (2, 4)]);
    rows.push((1, 2, Spouse, from("2005")));
    let without = family(&rows);
    rows.push((0, 2, StepParent, from("2010-01-01")));
    let raised = family(&rows);
    assert_eq!(on(&without, 0, 2, "2022-06-01"), Truth::False);
    assert_eq!(on(&raised, 0, 2, "2009-12-31"), Truth::False);
    assert_eq!(on(&raised, 0, 2, "2010-01-01"), Truth::True);
    assert_eq!(wide(&raised, 0, 2, CLOSE), Truth::True);
    for circle in [NEAR, CIVIL] {
        assert_eq!(wide(&raised, 0, 3, circle), Truth::False);
        assert_eq!(wide(&raised, 0, 4, circle), Truth::False);
    }
}

#[test]
fn statements_are_read_as_they_stand() {
    use Relation::{ChildsParentInLaw, Grandparent, GreatGrandchild, NephewOrNiece, ParentInLaw};
    let (t, f, u) = (Truth::True, Truth::False, Truth::Unknown);
    for (relation, close, near, narrow, wide) in [
        (StepParent, t, t, t, t),
        (Sibling, t, t, t, t),
        (Grandparent, f, t, t, t),
        (GreatGrandchild, f, f, t, t),
        (NephewOrNiece, f, f, t, t),
        (Cousin, f, f, t, t),
        (ParentInLaw, f, f, t, t),
        (ChildsParentInLaw, f, f, t, t),
        (SiblingInLaw, f, f, u, t),
        (NotRelated, f, f, f, f),
    ] {
        let graph = family(&[(0, 1, relation, from("2000"))]);
        let asked =
            [(CLOSE, Affinity::Wide), (NEAR, Affinity::Wide), (CIVIL, Affinity::Narrow), (CIVIL, Affinity::Wide)];
        let told = asked.map(|(circle, affinity)| ask(&graph, 0, 1, circle, affinity, "2022-06-01").truth);
        assert_eq!(told, [close, near, narrow, wide], "{relation}");
    }
    assert!(!family(&[(0, 1, NotRelated, ALWAYS)]).has_ties(p(0)));
}

#[test]
fn a_stated_relative_by_blood_is_one_from_birth_and_by_marriage_from_the_recorded_day() {
    let births = [Some("1990-05-01".parse().unwrap()), Some("1980".parse().unwrap())];
    let told = |relation, at| {
        let (graph, _) = KinGraph::build(&births, &ties(&[(0, 1, relation, ALWAYS)]));
        ask(&graph, 0, 1, CIVIL, Affinity::Wide, at).truth
    };
    assert_eq!(told(Cousin, "1990-04-30"), Truth::False);
    assert_eq!(told(Cousin, "1990-05-01"), Truth::True);
    assert_eq!(told(Relation::ParentInLaw, "2022-06-01"), Truth::Unknown);
}

#[test]
fn the_spouse_of_a_stated_collateral_relative_is_in_the_civil_servants_circle() {
    let graph = family(&[
        (0, 1, Sibling, ALWAYS),
        (1, 2, Spouse, from("2000")),
        (0, 3, Cousin, ALWAYS),
        (3, 4, Spouse, from("2000")),
        (0, 5, Spouse, from("2000")),
        (0, 6, Relation::Grandparent, ALWAYS),
        (6, 7, Spouse, from("2000")),
    ]);
    let told = |a, b, affinity| ask(&graph, a, b, CIVIL, affinity, "2022-06-01").truth;
    assert_eq!(told(0, 2, Affinity::Narrow), Truth::True);
    assert_eq!(named(&graph, 0, 2), Some(SiblingInLaw));
    assert_eq!([told(0, 4, Affinity::Wide), told(0, 4, Affinity::Narrow)], [Truth::True, Truth::False]);
    assert_eq!([told(5, 2, Affinity::Wide), told(5, 2, Affinity::Narrow)], [Truth::True, Truth::False]);
    assert_eq!(told(0, 7, Affinity::Wide), Truth::False);
    assert_eq!(told(5, 4, Affinity::Wide), Truth::False);
}

#[test]
fn the_path_of_an_answer_is_the_shortest_that_is_certain() {
    // Siblings by two parents, by a statement of uncertain beginning too.
    let mut rows = parents(&[(0, 2), (0, 3), (1, 3), (1, 2)]);
    rows.push((0, 1, Sibling, from("2022")));
    let graph = family(&rows);
    let path = ask(&graph, 0, 1, NEAR, Affinity::Wide, "2022-06-01").path.unwrap();
    assert_eq!(path.steps.iter().map(|step| step.to).collect::<Vec<_>>(), [p(2), p(1)]);
    let path = ask(&graph, 0, 1, NEAR, Affinity::Wide, "2023-06-01").path.unwrap();
    assert_eq!(path.rows(), [4]);
}

#[test]
fn what_cannot_be_true_is_set_aside_and_its_twin_is_kept() {
    let births: Vec<Option<PartialDate>> = [Some("1980"), Some("1980"), Some("1979"), None, None]
        .map(|born| born.map(|born| born.parse().unwrap()))
        .into();
    let (early, late, open) = (during("2000", "2010"), from("2010-12-31"), from("2010"));
    let seen = FactSpan { from: None, end: SpanEnd::SeenRunning(day("2012-01-01")) };
    let cases: [(&[Row], Option<Fault>); 17] = [
        (&[(0, 0, Sibling, ALWAYS)], Some(Fault::SelfTie { row: 0 })),
        (&[(0, 1, Sibling, ALWAYS)], None),
        // A child must not be certainly older than its birth parent; an adopter's age is another matter.
        (&[(2, 0, Parent, ALWAYS)], Some(Fault::BornBeforeParent { row: 0 })),
        (&[(0, 1, Parent, ALWAYS)], None),
        (&[(2, 0, AdoptiveParent, late)], None),
        // Two birth parents; the same one twice is no third.
        (
            &[(0, 2, Parent, late), (3, 0, Child, late), (0, 2, Parent, ALWAYS), (0, 4, Parent, ALWAYS)],
            Some(Fault::TooManyParents { row: 3 }),
        ),
        (&[(0, 2, Parent, late), (0, 3, Parent, late), (0, 4, AdoptiveParent, late)], None),
        // Marriages that certainly overlap.
        (&[(0, 1, Spouse, from("2000")), (2, 0, Spouse, late)], Some(Fault::TwoSpouses { row: 1 })),
        (&[(0, 1, Spouse, early), (2, 0, Spouse, late)], None),
        (&[(0, 1, Spouse, early), (2, 0, Spouse, open)], None),
        (&[(0, 1, Spouse, from("2000")), (1, 0, Spouse, late)], None),
        // One's own ancestor.
        (
            &[(0, 3, Parent, ALWAYS), (3, 4, AdoptiveParent, late), (4, 0, Parent, ALWAYS)],
            Some(Fault::OwnAncestor { row: 2 }),
        ),
        (&[(0, 3, Parent, ALWAYS), (3, 4, AdoptiveParent, late), (0, 4, AdoptiveParent, ALWAYS)], None),
        // Denied and recorded.
        (&[(0, 3, Sibling, ALWAYS), (3, 0, NotRelated, seen)], Some(Fault::DeniedAndRecorded { row: 1 })),
        (&[(0, 3, NotRelated, seen), (0, 3, Spouse, from("2005"))], Some(Fault::DeniedAndRecorded { row: 1 })),
        (&[(0, 3, Spouse, early), (0, 3, NotRelated, seen)], None),
        (&[(0, 3, Cousin, ALWAYS), (0, 3, NotRelated, seen)], None),
    ];
    for (rows, fault) in cases {
        let (graph, faults) = KinGraph::build(&births, &ties(rows));
        assert_eq!(faults, Vec::from_iter(fault), "{rows:?}");
        let mut kept = ties(rows);
        kept.retain(|tie| fault.is_none_or(|fault| fault.row() != tie.row));
        assert_eq!(KinGraph::build(&births, &kept), (graph, Vec::new()), "{rows:?}");
    }
}

#[test]
fn the_words_for_every_fault_are_there_in_both_languages() {
    let row = 0;
    let faults = [
        Fault::SelfTie { row },
        Fault::OwnAncestor { row },
        Fault::TooManyParents { row },
        Fault::TwoSpouses { row },
        Fault::BornBeforeParent { row },
        Fault::DeniedAndRecorded { row },
    ];
    let words: BTreeSet<_> = faults.iter().flat_map(|fault| [fault.says().zh(), fault.says().en()]).collect();
    assert_eq!(words.len(), 12);
}

#[test]
fn a_long_line_of_parents_that_bites_its_tail_loses_the_last_tie_only() {
    let persons = 3_000_u32;
    let births = vec![None; 3_000];
    let mut rows: Vec<Row> = (0..persons).map(|at| (at, (at + 1) % persons, Parent, ALWAYS)).collect();
    let (graph, faults) = KinGraph::build(&births, &ties(&rows));
    assert_eq!(faults, [Fault::OwnAncestor { row: persons - 1 }]);
    let oldest = graph.between(p(0), p(persons - 1), CIVIL, Affinity::Wide, day("2022-06-01"), MAX_DAY);
    assert_eq!(oldest.path.unwrap().steps.len(), 2_999);
    rows.reverse();
    let (_, faults) = KinGraph::build(&births, &ties(&rows));
    assert_eq!(faults, [Fault::OwnAncestor { row: persons - 1 }]);
}

#[test]
fn ties_of_persons_out_of_the_register_are_left_out() {
    let (graph, faults) = KinGraph::build(&[None, None], &ties(&[(0, 7, Parent, ALWAYS), (7, 9, Spouse, ALWAYS)]));
    assert_eq!((graph, faults), KinGraph::build(&[None, None], &[]));
    let none = KinGraph::default();
    assert_eq!(none.between(p(0), p(7), CIVIL, Affinity::Wide, day("2022-06-01"), MAX_DAY), Kinship::NONE);
}

#[test]
fn a_child_adopted_by_others_may_be_declared_unrelated_to_the_birth_parent_cc_1111_2() {
    let from = |text: &str| Some(PartialDate::try_from(parse_day(text).unwrap()).unwrap());
    let tie = |row, b, relation, span| Tie { a: PersonIdx(0), b: PersonIdx(b), relation, span, half: None, row };
    let ties = [
        tie(0, 1, Relation::Parent, FactSpan::default()),
        tie(1, 2, Relation::AdoptiveParent, FactSpan::new(from("1995-01-01"), SpanEnd::Never).unwrap()),
        tie(2, 1, Relation::NotRelated, FactSpan::new(from("2000-01-01"), SpanEnd::Never).unwrap()),
    ];
    let births = [from("1990-01-01"), None, None];
    let (_, faults) = KinGraph::build(&births, &ties);
    assert_eq!(faults, []);
    let (_, faults) = KinGraph::build(&births, &[ties[0].clone(), ties[2].clone()]);
    assert_eq!(faults, [Fault::DeniedAndRecorded { row: 2 }]);
}

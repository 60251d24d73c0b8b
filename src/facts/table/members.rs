//! 成员名册 — membership of cooperatives, households, and kin by their relation to the head.

use super::cells::{Cell, Row};
use super::desk::{Desk, unbegun};
use super::drafts::{Draft, is_head};
use super::units::Placed;
use crate::facts::{Extent, HouseholdMember, KinTie, Membership, Problem, ProblemKind, Source};
use crate::vocab::{FactSpan, List, PersonId, Relation, SpanEnd, UnitId};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A person in a household, by the relation to its head.
#[derive(Debug)]
struct Dweller {
    person: PersonId,
    /// `None` for the head.
    relation: Option<Relation>,
    seen: NaiveDate,
    source: Source,
}

/// The households of all rolls, gathered before kin can be read.
#[derive(Debug, Default)]
pub(super) struct Households {
    dwellers: BTreeMap<(UnitId, String), Vec<Dweller>>,
}

/// Reads a row of a person at a place.
pub(super) fn read(
    desk: &mut Desk<'_>,
    draft: &Draft<'_>,
    person: &PersonId,
    placed: &Placed,
    households: &mut Households,
) {
    let row = &draft.row;
    let seen = desk.reference(draft.grid, Some(&placed.unit));
    if placed.is_cooperative {
        membership(desk, row, person, placed, seen);
    } else {
        let problem = row.problem(
            ProblemKind::Blank,
            "经济社",
            "应填写：成员身份属于经济社",
            "should be filled in: members are those of a cooperative",
        );
        desk.log.push(problem);
        desk.log.open(List::Members, &Extent::Unit(placed.unit.clone()));
    }
    let relation = row.text("与户主关系").filter(|word| !is_head(word));
    let is_stated = row.text("与户主关系").is_some();
    let known = match &relation {
        Some(_) => {
            let expected = ("与户主关系，如配偶、长子", "relation to the head, such as 配偶, 长子");
            match row.word("与户主关系", relation_of, expected, &mut desk.log) {
                Cell::Is(relation) => Some(relation),
                Cell::Blank | Cell::Lost => {
                    desk.log.open(List::Kin, &Extent::Person(person.clone()));
                    None
                }
            }
        }
        None => None,
    };
    let Some(household) = &draft.household else {
        if is_stated {
            let problem = row.problem(
                ProblemKind::Blank,
                "户号",
                "应填写户号或户主，否则不能认定户内亲属",
                "the household or its head should be filled in: kin within it stay open",
            );
            desk.log.push(problem);
            for list in [List::Households, List::Kin] {
                desk.log.open(list, &Extent::Person(person.clone()));
            }
        }
        return;
    };
    let span = unbegun(SpanEnd::SeenRunning(seen));
    let mut member = HouseholdMember::new(person.clone(), household.clone(), placed.unit.clone(), span);
    member.source = Some(row.source());
    desk.facts.household_members.push(member);
    if is_stated && (relation.is_none() || known.is_some()) {
        let dweller = Dweller { person: person.clone(), relation: known, seen, source: row.source() };
        households.dwellers.entry((placed.unit.clone(), household.clone())).or_default().push(dweller);
    }
}

fn membership(desk: &mut Desk<'_>, row: &Row<'_>, person: &PersonId, placed: &Placed, seen: NaiveDate) {
    let from = row.date("取得日期", &mut desk.log).value();
    let lost = row.date("丧失日期", &mut desk.log);
    let end = match lost {
        Cell::Is(day) => SpanEnd::Ended(day),
        Cell::Blank if row.text_or_none("丧失原因").is_none() => SpanEnd::SeenRunning(seen),
        Cell::Blank | Cell::Lost => {
            if lost == Cell::Blank {
                let problem = row.problem(
                    ProblemKind::Blank,
                    "丧失日期",
                    "填有丧失原因，应填写丧失日期；成员身份未采用",
                    "there is a reason of loss: its day should be filled in; the membership is not used",
                );
                desk.log.push(problem);
            }
            desk.log.open(List::Members, &Extent::Person(person.clone()));
            desk.log.open(List::Members, &Extent::Unit(placed.unit.clone()));
            return;
        }
    };
    let span = desk.span(row, "取得日期", from, end);
    let mut membership = Membership::new(person.clone(), placed.unit.clone(), span);
    membership.source = Some(row.source());
    desk.facts.memberships.push(membership);
}

/// The relation a word means; 之 before it says nothing.
pub(super) fn relation_of(word: &str) -> Option<Relation> {
    Relation::from_words(word).or_else(|| Relation::from_words(word.strip_prefix('之')?))
}

/// How long a tie holds: those of birth have no end.
pub(super) fn lasting(relation: Relation, seen: NaiveDate) -> SpanEnd {
    match relation {
        Relation::Parent
        | Relation::Child
        | Relation::Sibling
        | Relation::Grandparent
        | Relation::Grandchild
        | Relation::GreatGrandparent
        | Relation::GreatGrandchild
        | Relation::UncleOrAunt
        | Relation::NephewOrNiece
        | Relation::Cousin => SpanEnd::Never,
        Relation::Spouse
        | Relation::AdoptiveParent
        | Relation::AdoptedChild
        | Relation::StepParent
        | Relation::StepChild
        | Relation::ParentInLaw
        | Relation::ChildInLaw
        | Relation::SiblingInLaw
        | Relation::ChildsParentInLaw
        | Relation::NotRelated => SpanEnd::SeenRunning(seen),
    }
}

impl Households {
    /// Adds the ties of everybody to the head of the household.
    pub(super) fn write(self, desk: &mut Desk<'_>) {
        for dwellers in self.dwellers.into_values() {
            let mut heads: Vec<&PersonId> =
                dwellers.iter().filter(|dweller| dweller.relation.is_none()).map(|dweller| &dweller.person).collect();
            heads.sort_unstable();
            heads.dedup();
            let head = match heads.as_slice() {
                [head] => Some(*head),
                [] | [_, ..] => None,
            };
            for dweller in &dwellers {
                let Some(relation) = dweller.relation else { continue };
                let Some(head) = head else {
                    lost(desk, dweller, heads.is_empty());
                    continue;
                };
                if *head == dweller.person {
                    continue;
                }
                let span = FactSpan { from: None, end: lasting(relation, dweller.seen) };
                let mut tie = KinTie::new(head.clone(), dweller.person.clone(), relation, span);
                tie.source = Some(dweller.source.clone());
                desk.facts.kin.push(tie);
            }
        }
    }
}

/// Names a relation to a head of whom there is none, or several.
fn lost(desk: &mut Desk<'_>, dweller: &Dweller, is_without: bool) {
    let (kind, zh, en) = if is_without {
        (
            ProblemKind::UnknownReference,
            "户内没有填为户主的人，亲属关系未采用",
            "nobody in the household is its head: the relation is not used",
        )
    } else {
        (
            ProblemKind::Ambiguous,
            "户内不止一个户主，亲属关系未采用",
            "the household has more than one head: the relation is not used",
        )
    };
    let problem = Problem::new(&dweller.source.table, kind, zh, en).at_row(dweller.source.row).in_column("与户主关系");
    desk.log.push(problem);
    desk.log.open(List::Kin, &Extent::Person(dweller.person.clone()));
}

#[cfg(test)]
mod tests {
    use super::super::testing::{load, of, open, table, unit};
    use super::*;
    use crate::facts::Facts;

    const HEAD: &str = "经济社,户号,户主,姓名,与户主关系,取得日期,丧失日期,丧失原因";

    fn roll(rows: &[&str]) -> (Facts, Vec<Problem>) {
        load(&[table("成员名册", &format!("{HEAD}\n{}\n", rows.join("\n")))])
    }

    fn ties(facts: &Facts) -> Vec<String> {
        facts.kin.iter().map(|tie| format!("{} {} {}", tie.a.as_str(), tie.relation, tie.b.as_str())).collect()
    }

    #[test]
    fn a_household_gives_memberships_and_kin_to_its_head() {
        let rows = [
            "河清三社,1,黄伟强,黄伟强,户主,1979.08,,",
            "河清三社,1,黄伟强,李丽,妻子,2003,,",
            ",,,黄小明,长子,2005.01,,",
        ];
        let (facts, problems) = roll(&rows);
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert_eq!((facts.memberships.len(), facts.household_members.len()), (3, 3));
        assert_eq!(ties(&facts), ["黄伟强·河清三社 spouse 李丽·河清三社", "黄伟强·河清三社 child 黄小明·河清三社"]);
        assert_eq!(facts.kin[1].span.end, SpanEnd::Never);
        assert!(matches!(facts.kin[0].span.end, SpanEnd::SeenRunning(_)));
        assert!(facts.household_members.iter().all(|row| row.household == "1" && row.unit == unit("河清三社")));
    }

    #[test]
    fn a_household_without_a_head_or_with_two_gives_no_kin_and_opens_it() {
        for rows in [
            ["河清三社,1,,黄伟强,长子,,,", "河清三社,1,,李丽,妻子,,,"],
            ["河清三社,1,,黄伟强,户主,,,", "河清三社,1,,李丽,户主,,,"],
        ] {
            let (facts, problems) = roll(&[rows[0], rows[1], "河清三社,1,,黄小明,长子,,,"]);
            assert!(facts.kin.is_empty() && !problems.is_empty());
            assert!(open(&facts).contains(&"kin Person(PersonId(黄小明·河清三社))".to_owned()));
        }
    }

    #[test]
    fn an_unknown_relation_opens_the_kin_of_the_person() {
        let (facts, problems) = roll(&["河清三社,1,,黄伟强,户主,,,", "河清三社,1,,李丽,房客,,,"]);
        assert_eq!(of(&problems, ProblemKind::Word).len(), 1);
        assert_eq!(open(&facts), ["kin Person(PersonId(李丽·河清三社))"]);
    }

    #[test]
    fn a_lost_membership_ends_on_its_day_and_without_a_day_stays_open() {
        let (facts, _) = roll(&["河清三社,1,,黄伟强,户主,1979.08,2020.03.01,迁出"]);
        assert_eq!(facts.memberships[0].span.end, SpanEnd::Ended("2020-03-01".parse().unwrap()));
        let (facts, problems) = roll(&["河清三社,1,,黄伟强,户主,1979.08,,迁出"]);
        assert!(facts.memberships.is_empty() && of(&problems, ProblemKind::Blank).len() == 1);
        assert!(open(&facts).contains(&"members Person(PersonId(黄伟强·河清三社))".to_owned()));
    }
}

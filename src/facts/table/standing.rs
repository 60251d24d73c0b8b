//! 身份与单位情况 — statuses of persons, facts about units, links between units: one fact a row, with its days.

use super::Sheet;
use super::cells::{Cell, Row, find_word};
use super::desk::{Desk, yes_or_no};
use super::lists::{base_of, needed};
use crate::facts::{Extent, ProblemKind, RegisteredName, Status, UnitLink, UnitNumber, UnitTrait};
use crate::vocab::{Base, FactSpan, LinkKind, List, SpanEnd, StatusKind, TraitKind, UnitId};

/// The span of a row: without an end it is seen running on the day of the table; `None` where the end cannot be read.
fn span(desk: &mut Desk<'_>, row: &Row<'_>, table: usize, unit: Option<&UnitId>) -> Option<FactSpan> {
    let from = row.date("起", &mut desk.log).value();
    let end = match row.date("止", &mut desk.log) {
        Cell::Is(day) => SpanEnd::Ended(day),
        Cell::Blank => SpanEnd::SeenRunning(desk.reference(table, unit)),
        Cell::Lost => return None,
    };
    Some(desk.span(row, "起", from, end))
}

/// Reads a row of 身份状况.
pub(super) fn status(desk: &mut Desk<'_>, row: &Row<'_>, table: usize) {
    let Some(person) = desk.person(row, "人员", Sheet::Statuses) else { return };
    let within = Extent::Person(person.clone());
    let expected = ("身份状况，如居住在本单位、从事村务工作", "personal status, such as residence");
    let kind = row.word("状况", |word| find_word(word, StatusKind::from_words), expected, &mut desk.log);
    let Some(kind) = needed(desk, row, "状况", Sheet::Statuses, kind, &within) else { return };
    let unit = match row.text("单位") {
        Some(_) => match desk.unit(row, "单位", Sheet::Statuses) {
            Some(unit) => Some(unit),
            None => return,
        },
        None => None,
    };
    let Some(span) = span(desk, row, table, unit.as_ref()) else {
        desk.log.open(kind.list(), &within);
        return;
    };
    let mut status = Status::new(person, kind, span);
    status.unit = unit;
    status.source = Some(row.source());
    desk.facts.statuses.push(status);
}

/// What a row of 单位情况 is about.
enum Fact {
    Trait(TraitKind),
    Number(Base),
    Name,
}

fn fact_of(word: &str) -> Option<Fact> {
    if matches!(word, "登记名称" | "registered name") {
        return Some(Fact::Name);
    }
    TraitKind::from_words(word).map(Fact::Trait).or_else(|| base_of(word).map(Fact::Number))
}

/// Reads a row of 单位情况.
pub(super) fn unit_fact(desk: &mut Desk<'_>, row: &Row<'_>, table: usize) {
    let Some(unit) = desk.unit(row, "单位", Sheet::UnitFacts) else { return };
    let within = Extent::Unit(unit.clone());
    let expected = ("单位情况、计数项或“登记名称”", "trait of a unit, a number, or `registered name`");
    let fact = row.word("项目", |word| find_word(word, fact_of), expected, &mut desk.log);
    let Some(fact) = needed(desk, row, "项目", Sheet::UnitFacts, fact, &within) else { return };
    let Some(value) = row.text("内容") else {
        desk.blank(row, "内容", Sheet::UnitFacts, &within);
        return;
    };
    let Some(span) = span(desk, row, table, Some(&unit)) else {
        desk.log.open(List::UnitFacts, &within);
        return;
    };
    let source = Some(row.source());
    match fact {
        Fact::Name => {
            let mut name = RegisteredName::new(unit, value, span);
            name.source = source;
            desk.facts.registered_names.push(name);
        }
        Fact::Number(of) => {
            let number = row.number("内容", &["人", "户", "名", "个"], &mut desk.log);
            let Some(number) = needed(desk, row, "内容", Sheet::UnitFacts, number, &within) else { return };
            let mut number = UnitNumber::new(unit, of, number, span);
            number.source = source;
            desk.facts.unit_numbers.push(number);
        }
        Fact::Trait(kind) => {
            let Some(holds) = yes_or_no(&value) else {
                let problem = row.problem(ProblemKind::Word, "内容", "应为“是”或“否”", "should be yes or no");
                desk.log.aside(problem, Sheet::UnitFacts, &within);
                return;
            };
            let mut row_of = UnitTrait::new(unit, kind, holds, span);
            row_of.source = source;
            desk.facts.unit_traits.push(row_of);
        }
    }
}

/// Reads a row of 单位关系.
pub(super) fn link(desk: &mut Desk<'_>, row: &Row<'_>, table: usize) {
    let Some(from) = desk.unit(row, "单位", Sheet::Links) else { return };
    let Some(to) = desk.unit(row, "对象单位", Sheet::Links) else { return };
    let within = Extent::Unit(to.clone());
    let expected = ("关联方式，如覆盖、代理记账、代行职能", "kind of link: serves, keeps books for, acts for");
    let kind = row.word("方式", |word| find_word(word, LinkKind::from_words), expected, &mut desk.log);
    let Some(kind) = needed(desk, row, "方式", Sheet::Links, kind, &within) else { return };
    let Some(span) = span(desk, row, table, Some(&to)) else {
        desk.log.open(List::Links, &within);
        return;
    };
    let mut link = UnitLink::new(from, to, kind, span);
    link.source = Some(row.source());
    desk.facts.links.push(link);
}

#[cfg(test)]
mod tests {
    use super::super::testing::{load, roster, table};
    use crate::facts::{Facts, Problem};
    use crate::vocab::{Base, LinkKind, StatusKind, TraitKind};

    fn with(name: &str, text: &str) -> (Facts, Vec<Problem>) {
        let units = "代码,名称,类别,上级\nK,河清社区,社区,\nB,河清三社党支部,党支部,K\n";
        let rows = ["河清社区,河清三社,黄伟强,理事"];
        load(&[table("单位", units), roster("", &rows), table(name, text)])
    }

    #[test]
    fn a_status_has_its_days_and_its_unit() {
        let (facts, problems) =
            with("身份状况", "人员,状况,单位,起,止\n黄伟强,居住,河清社区,2019.3,\n黄伟强,驻村干部,,2020.01,2021.01\n");
        assert!(problems.iter().all(Problem::is_note), "{problems:?}");
        let kinds: Vec<StatusKind> = facts.statuses.iter().map(|row| row.kind).collect();
        assert_eq!(kinds.len(), 2);
        assert!(kinds.contains(&StatusKind::Residence) && kinds.contains(&StatusKind::StationedStaff));
        assert!(facts.statuses.iter().any(|row| row.unit.is_some()));
    }

    #[test]
    fn numbers_traits_and_names_of_units_are_told_apart() {
        let text = "单位,项目,内容\n河清社区,户,320户\n河清社区,多民族村民居住,否\n河清三社,登记名称,河清三经济社集体经济组织\n河清三社,多民族村民居住,或许\n河清三社,颜色,红\n";
        let (facts, problems) = with("单位情况", text);
        assert_eq!(facts.unit_numbers.len(), 1);
        assert_eq!((facts.unit_numbers[0].of, facts.unit_numbers[0].number), (Base::Households, 320));
        assert_eq!((facts.unit_traits[0].kind, facts.unit_traits[0].holds), (TraitKind::MultiEthnic, false));
        assert_eq!(facts.registered_names.len(), 1);
        assert_eq!(problems.iter().filter(|problem| problem.row_set_aside).count(), 2);
    }

    #[test]
    fn a_link_joins_two_units() {
        let (facts, problems) = with(
            "单位关系",
            "单位,对象单位,方式,起\n河清三社党支部,河清三社,覆盖,2021.6\n河清三社党支部,河清九社,覆盖,\n",
        );
        assert_eq!(facts.links.len(), 1);
        assert_eq!(facts.links[0].kind, LinkKind::Serves);
        assert_eq!(problems.iter().filter(|problem| problem.row_set_aside).count(), 1);
    }
}

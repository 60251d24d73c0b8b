//! 说明 — how far each list is complete, as of which day, and who says so.

use super::cells::{Cell, Row, clean, find_word};
use super::days::{Dated, Days};
use super::desk::{Names, yes_or_no};
use super::report::Log;
use super::units::Found;
use super::{Sheet, grid::Grid};
use crate::facts::{Coverage, Extent, Facts, ProblemKind};
use crate::vocab::{CaseId, Circle, List, PartialDate, Precision};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A statement of the sheet.
#[derive(Debug)]
pub(super) struct Statement<'a> {
    row: Row<'a>,
    words: String,
    lists: Vec<List>,
    sheet: Option<Sheet>,
    extent: Extent,
    as_of: NaiveDate,
    is_complete: bool,
    circle: Option<Circle>,
    from: Option<NaiveDate>,
    stated_by: Option<String>,
}

impl Statement<'_> {
    /// What it says of the day on which a table was true.
    pub(super) fn dated(&self) -> Dated {
        Dated { words: self.words.clone(), sheet: self.sheet, extent: self.extent.clone(), day: self.as_of }
    }
}

/// Reads every statement. One that cannot be read is set aside: nothing is complete by it.
pub(super) fn read<'a>(grids: &'a [Grid<'a>], names: Names<'_>, log: &mut Log) -> Vec<Statement<'a>> {
    let acts = grids.iter().filter(|grid| grid.sheet == Sheet::Acts).flat_map(Grid::rows);
    let cases: BTreeSet<CaseId> = acts.filter_map(|row| CaseId::parse(&row.text("事项编号")?).ok()).collect();
    let sheets = grids.iter().filter(|grid| grid.sheet == Sheet::Coverage);
    let mut read = Vec::new();
    for row in sheets.flat_map(Grid::rows) {
        let statement = statement(row, grids, &cases, names, log);
        // That a list is not complete counts, of whatever it was said.
        if statement.is_none() && row.text("是否完整").as_deref().and_then(yes_or_no) == Some(false) {
            for list in lists(&row.text("表").unwrap_or_default(), grids).0 {
                log.open(list, &Extent::All);
            }
        }
        read.extend(statement);
    }
    read
}

fn statement<'a>(
    row: Row<'a>,
    grids: &[Grid<'_>],
    cases: &BTreeSet<CaseId>,
    names: Names<'_>,
    log: &mut Log,
) -> Option<Statement<'a>> {
    let mut blank = |column: &str| {
        let problem = row.problem(
            ProblemKind::Blank,
            column,
            "应填写，本条说明未采用",
            "should be filled in; the statement is not used",
        );
        log.push(problem.setting_row_aside());
    };
    for column in ["表", "范围", "截止日期", "是否完整"] {
        if row.text(column).is_none() {
            blank(column);
            return None;
        }
    }
    let words = row.text("表")?;
    let (lists, sheet) = lists(&words, grids);
    if lists.is_empty() && sheet.is_none() {
        let problem = row.problem(ProblemKind::Word, "表", "不是已知的资料清单", "is no known list");
        log.push(problem.setting_row_aside());
        return None;
    }
    let extent = extent(&row, cases, names, log)?;
    let as_of = day(&row, "截止日期", log)?;
    let Some(is_complete) = row.text("是否完整").as_deref().and_then(yes_or_no) else {
        let problem = row.problem(ProblemKind::Word, "是否完整", "应为“是”或“否”", "should be yes or no");
        log.push(problem.setting_row_aside());
        return None;
    };
    let expected = ("亲属范围", "circle of kin");
    let circle = row.word("亲属范围", Circle::from_words, expected, log);
    if circle.is_lost() {
        return None;
    }
    let from = match row.date("起始日期", log) {
        Cell::Blank => None,
        // A beginning that is not known to the day is taken at its latest.
        Cell::Is(from) => Some(from.last()),
        Cell::Lost => return None,
    };
    let stated_by = row.text("提供单位");
    Some(Statement { row, words, lists, sheet, extent, as_of, is_complete, circle: circle.value(), from, stated_by })
}

/// The lists that words of a statement mean, and the sheet whose rows they date.
fn lists(words: &str, grids: &[Grid<'_>]) -> (Vec<List>, Option<Sheet>) {
    if let Some(list) = find_word(words, List::from_words) {
        return (vec![list], Sheet::from_words(words).or_else(|| sheet_of(list)));
    }
    let by_name = || grids.iter().find(|grid| clean(&grid.table.name) == words).map(|grid| grid.sheet);
    let sheet = find_word(words, Sheet::from_words).or_else(by_name);
    let lists = match sheet {
        Some(Sheet::Sanctions) => Sheet::Sanctions.lists().to_vec(),
        // Statements have no list of their own.
        Some(Sheet::Coverage) | None => Vec::new(),
        Some(sheet) => sheet.lists().first().map(|list| vec![*list]).unwrap_or_default(),
    };
    (lists, sheet)
}

/// The sheet whose main list this is.
fn sheet_of(list: List) -> Option<Sheet> {
    Sheet::ALL
        .iter()
        .copied()
        .filter(|sheet| *sheet != Sheet::Sanctions)
        .find(|sheet| sheet.lists().first() == Some(&list))
}

fn extent(row: &Row<'_>, cases: &BTreeSet<CaseId>, names: Names<'_>, log: &mut Log) -> Option<Extent> {
    let words = row.text("范围")?;
    if matches!(words.as_str(), "全部" | "全镇" | "所有" | "全体" | "全区" | "全街道" | "all" | "All" | "ALL")
    {
        return Some(Extent::All);
    }
    let unit = names.units.find(&words);
    let person = names.persons.find(&words, None, names.units);
    match (unit, person) {
        (Found::One(unit), Found::None | Found::Many) => return Some(Extent::Unit(unit.clone())),
        (Found::None, Found::One(person)) => return Some(Extent::Person(person.clone())),
        (Found::None, Found::None) => {
            if let Some(case) = CaseId::parse(&words).ok().filter(|case| cases.contains(case)) {
                return Some(Extent::Case(case));
            }
            let (zh, en) = ("应为“全部”、单位、人员或事项编号", "should be `all`, a unit, a person or a case");
            log.push(row.problem(ProblemKind::UnknownReference, "范围", zh, en).setting_row_aside());
        }
        (Found::Many, _) | (_, Found::One(_) | Found::Many) => {
            let (zh, en) =
                ("不止一个单位或人员叫这个名称；请写编号", "more than one unit or person is called so: give the id");
            log.push(row.problem(ProblemKind::Ambiguous, "范围", zh, en).setting_row_aside());
        }
    }
    None
}

/// A day; of a date that is not known to the day its first.
fn day(row: &Row<'_>, column: &str, log: &mut Log) -> Option<NaiveDate> {
    let date: PartialDate = match row.date(column, log) {
        Cell::Is(date) => date,
        Cell::Blank | Cell::Lost => return None,
    };
    if date.precision() != Precision::Day {
        let day = date.first();
        log.push(row.problem(
            ProblemKind::Assumed,
            column,
            format!("没有写明日，按{day}读取"),
            format!("names no day, read as {day}"),
        ));
    }
    Some(date.first())
}

/// Adds the statements: complete lists, and lists that are said not to be.
pub(super) fn write(statements: &[Statement<'_>], days: &mut Days, facts: &mut Facts, log: &mut Log) {
    for statement in statements {
        for list in &statement.lists {
            if !statement.is_complete {
                log.open(*list, &statement.extent);
                continue;
            }
            let as_of = days.carried(&statement.words, Some(statement.as_of));
            let mut coverage = Coverage::new(*list, statement.extent.clone(), as_of);
            (coverage.circle, coverage.from) = (statement.circle, statement.from);
            coverage.stated_by.clone_from(&statement.stated_by);
            coverage.source = Some(statement.row.source());
            facts.coverage.push(coverage);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{day, lines, load, open, roster, table};
    use super::*;
    use crate::facts::table::{LoadOptions, Table};
    use crate::vocab::SpanEnd;

    fn with(rows: &[&str]) -> (Facts, Vec<crate::facts::Problem>) {
        let text = format!("表,范围,截止日期,是否完整,提供单位,亲属范围,起始日期\n{}\n", rows.join("\n"));
        load(&[roster("", &["河清社区,河清三社,黄伟强,理事"]), table("说明", &text)])
    }

    fn said(facts: &Facts) -> Vec<String> {
        facts.coverage.iter().map(|row| format!("{} {:?} {}", row.list, row.extent, row.as_of)).collect()
    }

    #[test]
    fn statements_of_each_extent_are_read() {
        let (facts, problems) = with(&[
            "干部花名册,全部,2026.02.28,是,镇组织办,,2024.01",
            "亲属,黄伟强,2026.02.28,是,本人,近亲属,",
            "成员名册,河清三社,2026.02.28,是,,,",
            "处分处罚,河清社区,2026.02.28,是,镇纪委,,",
            "考核,全镇,2026.02.28,否,,,",
        ]);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(said(&facts).len(), 7);
        assert_eq!(said(&facts)[0], "roster All 2026-02-28");
        assert_eq!(facts.coverage[0].from, Some(day("2024-01-31")));
        assert!(said(&facts).contains(&"kin Person(PersonId(黄伟强·河清三社)) 2026-02-28".to_owned()));
        assert!(said(&facts).contains(&"determinations Unit(UnitId(河清社区)) 2026-02-28".to_owned()));
        assert_eq!(open(&facts), ["appraisals All"]);
    }

    #[test]
    fn a_statement_that_cannot_be_read_states_nothing_and_that_a_list_is_incomplete_still_counts() {
        let (facts, problems) = with(&[
            "干部花名册,某村,2026.02.28,是,,,",
            "干部花名册,全部,某日,是,,,",
            "某表,全部,2026.02.28,是,,,",
            "干部花名册,全部,2026.02.28,大概,,,",
            "培训,某村,2026.02.28,否,,,",
        ]);
        assert!(facts.coverage.is_empty());
        assert_eq!((problems.len(), open(&facts)), (5, vec!["training All".to_owned()]), "{:?}", lines(&problems));
    }

    #[test]
    fn a_statement_gives_the_day_of_its_table() {
        let tables = |as_of: Option<&str>| {
            let text = "姓名,经济社,职务\n黄伟强,河清三社,理事\n";
            let roster = Table::csv("干部花名册", text.as_bytes());
            let roster = as_of.map_or(roster.clone(), |text| roster.as_of(day(text)));
            let said = "表,范围,截止日期,是否完整\n干部花名册,全部,2025-12-31,是\n";
            [roster, Table::csv("说明", said.as_bytes())]
        };
        let (facts, problems) = load(&tables(None));
        assert!(problems.is_empty() && facts.assumptions.is_empty());
        assert_eq!(facts.holdings[0].span.end, SpanEnd::SeenRunning(day("2025-12-31")));
        let (facts, _) = load(&tables(Some("2026-01-15")));
        assert_eq!(facts.holdings[0].span.end, SpanEnd::SeenRunning(day("2026-01-15")));
        let options = LoadOptions { assume_current: Some(day("2026-03-01")), ..LoadOptions::default() };
        let (facts, problems) = super::super::read(&tables(None), &options);
        assert_eq!(facts.holdings[0].span.end, SpanEnd::SeenRunning(day("2026-03-01")));
        assert_eq!(facts.coverage[0].as_of, day("2026-03-01"));
        assert_eq!((facts.assumptions.len(), problems.len()), (1, 1));
        let assumption = &facts.assumptions[0];
        assert_eq!((assumption.seen, assumption.carried_to), (Some(day("2025-12-31")), Some(day("2026-03-01"))));
    }
}

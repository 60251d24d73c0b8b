//! 版面 — where the header of a table stands, which column is which, and which rows are data.

use super::cells::{Row, clean};
use super::columns::{column_headed, column_keyed, columns, key_of};
use super::decode::{CELL_CHARS_MAX, twice};
use super::report::Log;
use super::source::Record;
use super::titles::day_titled;
use super::{LoadOptions, Sheet, Table};
use crate::facts::{Extent, Problem, ProblemKind};
use crate::vocab::{Key, Lang};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The header is looked for in so many rows.
const HEADER_ROWS: usize = 10;
/// So many known columns make a header.
const KNOWN_MIN: usize = 3;

/// Which column of a table holds what.
#[derive(Debug, Clone, Default)]
pub(super) struct Layout {
    places: BTreeMap<&'static str, (usize, String)>,
    /// Columns of the town's own, with their keys.
    pub(super) custom: Vec<(usize, Key)>,
}

impl Layout {
    pub(super) fn place(&self, column: &str) -> Option<usize> {
        self.places.get(column).map(|(place, _)| *place)
    }

    /// The column as the table heads it.
    pub(super) fn header<'a>(&'a self, column: &'a str) -> &'a str {
        self.places.get(column).map_or(column, |(_, header)| header)
    }

    #[cfg(test)]
    pub(super) fn of(places: &[(&'static str, usize)]) -> Self {
        let places = places.iter().map(|&(column, place)| (column, (place, column.to_owned()))).collect();
        Self { places, custom: Vec::new() }
    }
}

/// A table with its header found.
#[derive(Debug)]
pub(super) struct Grid<'a> {
    pub(super) table: &'a Table,
    pub(super) sheet: Sheet,
    layout: Layout,
    rows: Vec<&'a Record>,
    /// The day a title row names.
    pub(super) titled: Option<NaiveDate>,
}

impl Grid<'_> {
    /// The rows that are data.
    pub(super) fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.rows.iter().map(|record| Row {
            table: &self.table.name,
            number: record.number,
            cells: &record.cells,
            layout: &self.layout,
            serials: self.table.serials,
        })
    }

    /// The column as the table heads it.
    pub(super) fn header<'c>(&'c self, column: &'c str) -> &'c str {
        self.layout.header(column)
    }

    pub(super) fn custom(&self) -> &[(usize, Key)] {
        &self.layout.custom
    }
}

/// Finds the header of a table; a table without one is named, and the lists it may belong to are open.
pub(super) fn lay_out<'a>(table: &'a Table, options: &LoadOptions, log: &mut Log) -> Option<Grid<'a>> {
    log.problems.extend(table.decoded.problems.iter().cloned());
    let named = table.sheet.or_else(|| Sheet::from_name(&table.name));
    let records = &table.decoded.records;
    let Some((sheet, at)) = header(table, named) else {
        if !(records.is_empty() && table.decoded.is_lossy) {
            log.push(no_header(table, named));
        }
        let lost = named.map_or(Sheet::ALL.to_vec(), |sheet| vec![sheet]);
        for sheet in lost {
            log.open_sheet(sheet, &Extent::All);
        }
        return None;
    };
    if table.decoded.is_lossy {
        log.open_sheet(sheet, &Extent::All);
    }
    let (above, rest) = records.split_at_checked(at)?;
    let (head, body) = rest.split_first()?;
    let layout = layout(table, sheet, head, body, options, log);
    if is_column_missing(table, sheet, &layout, log) {
        log.open_sheet(sheet, &Extent::All);
        return None;
    }
    let titled = day_titled(table, above, log);
    let rows = data(table, sheet, head, body, log);
    Some(Grid { table, sheet, layout, rows, titled })
}

fn no_header(table: &Table, named: Option<Sheet>) -> Problem {
    let (zh, en) = match named {
        Some(sheet) => {
            let titles = |lang| {
                columns(sheet)
                    .iter()
                    .filter(|column| column.required)
                    .map(|column| column.title(lang))
                    .collect::<Vec<_>>()
            };
            (
                format!("前{HEADER_ROWS}行中没有栏目行，读取了0行；应有：{}", titles(Lang::Zh).join("、")),
                format!(
                    "no header in the first {HEADER_ROWS} rows, 0 rows were read; it needs {}",
                    titles(Lang::En).join(", ")
                ),
            )
        }
        None => (
            "看不出是哪张表，读取了0行；请用表名或栏目写明".to_owned(),
            "it cannot be told which sheet this is, 0 rows were read: say so by its name or its headers".to_owned(),
        ),
    };
    Problem::new(&table.name, ProblemKind::NoHeader, zh, en)
}

/// The known columns of a row that would be a header, and whether all that are needed are among them.
fn weigh(table: &Table, sheet: Sheet, record: &Record) -> (bool, usize) {
    let mut found: Vec<&str> = record.cells.iter().filter_map(|cell| known(table, sheet, cell)).collect();
    found.sort_unstable();
    found.dedup();
    let complete = columns(sheet).iter().filter(|column| column.required).all(|column| found.contains(&column.zh))
        && (!needs_unit(sheet) || UNIT_COLUMNS.iter().any(|column| found.contains(column)));
    (complete, found.len())
}

const UNIT_COLUMNS: [&str; 3] = ["经济社", "村社区", "单位"];

const fn needs_unit(sheet: Sheet) -> bool {
    matches!(sheet, Sheet::Roster | Sheet::Members)
}

fn known(table: &Table, sheet: Sheet, header: &str) -> Option<&'static str> {
    let key = key_of(header);
    if key.is_empty() {
        return None;
    }
    let alias = table.aliases.iter().find(|(words, _)| key_of(words) == key).map(|(_, column)| column.as_str());
    alias.map_or_else(|| column_keyed(sheet, &key), |column| column_headed(sheet, column)).map(|column| column.zh)
}

/// Which sheet a table is and where its header stands.
fn header(table: &Table, named: Option<Sheet>) -> Option<(Sheet, usize)> {
    let rows = if table.decoded.is_headed { 1 } else { HEADER_ROWS };
    let first = || table.decoded.records.iter().enumerate().take(rows);
    let complete = |sheet: Sheet| first().find(|(_, record)| weigh(table, sheet, record).0);
    let partly = |sheet: Sheet| first().find(|(_, record)| KNOWN_MIN <= weigh(table, sheet, record).1);
    if let Some(sheet) = table.sheet {
        return complete(sheet).or_else(|| partly(sheet)).map(|(at, _)| (sheet, at));
    }
    if let Some(sheet) = named
        && let Some((at, _)) = complete(sheet).or_else(|| partly(sheet))
    {
        return Some((sheet, at));
    }
    // The sheet of which the most columns are there; of equals the first.
    let by_headers = Sheet::ALL
        .iter()
        .rev()
        .filter_map(|sheet| complete(*sheet).map(|(at, record)| (weigh(table, *sheet, record).1, *sheet, at)))
        .max_by_key(|(count, _, _)| *count);
    if let Some((_, sheet, at)) = by_headers {
        return Some((sheet, at));
    }
    let most = |sheet: &&Sheet| first().map(|(_, record)| weigh(table, **sheet, record).1).max();
    let sheet = Sheet::ALL.iter().rev().max_by_key(most).copied()?;
    partly(sheet).map(|(at, _)| (sheet, at))
}

fn layout(table: &Table, sheet: Sheet, head: &Record, body: &[Record], options: &LoadOptions, log: &mut Log) -> Layout {
    let mut layout = Layout::default();
    let is_filled =
        |place: usize| body.iter().any(|record| record.cells.get(place).is_some_and(|cell| !cell.trim().is_empty()));
    let width = body.iter().map(|record| record.cells.len()).max().unwrap_or(0).max(head.cells.len());
    let mut trailing = 0_usize;
    for place in 0..width {
        let header = clean(head.cells.get(place).unwrap_or_default());
        if let Some(column) = known(table, sheet, &header) {
            if layout.places.contains_key(column) {
                log.push(twice(&table.name, &header));
                log.open_sheet(sheet, &Extent::All);
            } else {
                layout.places.insert(column, (place, header));
            }
            continue;
        }
        let custom =
            options.custom.iter().find(|custom| !header.is_empty() && key_of(&custom.header) == key_of(&header));
        if let Some(custom) = custom.filter(|_| sheet == Sheet::Roster) {
            layout.custom.push((place, custom.key.clone()));
        } else if !header.is_empty() {
            let problem = Problem::new(
                &table.name,
                ProblemKind::UnknownColumn,
                "未知栏目，未读取",
                "an unknown column, not read",
            );
            log.push(problem.in_column(&header));
        } else if is_filled(place) {
            let problem = Problem::new(
                &table.name,
                ProblemKind::UnknownColumn,
                format!("第{}列没有栏目名，未读取", place.saturating_add(1)),
                format!("column {} has no header and was not read", place.saturating_add(1)),
            );
            log.push(problem);
        } else {
            trailing = trailing.saturating_add(1);
        }
    }
    if 0 < trailing {
        log.push(Problem::new(
            &table.name,
            ProblemKind::NotData,
            format!("{trailing}个空列，已略过"),
            format!("{trailing} blank columns were passed over"),
        ));
    }
    layout
}

fn is_column_missing(table: &Table, sheet: Sheet, layout: &Layout, log: &mut Log) -> bool {
    let mut missing: Vec<(&str, &str)> = columns(sheet)
        .iter()
        .filter(|column| column.required && layout.place(column.zh).is_none())
        .map(|column| (column.zh, column.en))
        .collect();
    if needs_unit(sheet) && UNIT_COLUMNS.iter().all(|column| layout.place(column).is_none()) {
        missing.push(("经济社或村社区", "cooperative or village"));
    }
    for (zh, en) in &missing {
        log.push(
            Problem::new(
                &table.name,
                ProblemKind::MissingColumn,
                format!("缺少栏目“{zh}”，读取了0行"),
                format!("the column `{en}` is missing, 0 rows were read"),
            )
            .in_column(zh),
        );
    }
    !missing.is_empty()
}

/// The rows that are data; the others are named.
fn data<'a>(table: &Table, sheet: Sheet, head: &Record, body: &'a [Record], log: &mut Log) -> Vec<&'a Record> {
    let mut rows = Vec::with_capacity(body.len());
    let mut blank = 0_u32;
    let mut next = head.number.saturating_add(1);
    for record in body {
        blank = blank.saturating_add(record.number.saturating_sub(next));
        next = record.number.saturating_add(1);
        let Some(first) = record.cells.iter().find(|cell| !clean(cell).is_empty()) else {
            blank = blank.saturating_add(1);
            continue;
        };
        let at = |kind, zh: &str, en: &str| Problem::new(&table.name, kind, zh, en).at_row(record.number);
        let is_header = record.cells.iter().zip(&head.cells).all(|(cell, header)| clean(cell) == clean(header));
        if is_footer(&clean(first)) || is_header {
            let (zh, en) = (
                "合计、备注或重复的栏目行，不是数据，已略过",
                "a sum, a remark or the header again: no data, passed over",
            );
            log.push(at(ProblemKind::NotData, zh, en).with_value(&crate::vocab::text::shown(first)));
        } else if record.cells.iter().any(|cell| CELL_CHARS_MAX < cell.len() && CELL_CHARS_MAX < cell.chars().count()) {
            let (zh, en) = ("单元格超过4096字", "a cell has more than 4096 characters");
            log.aside(at(ProblemKind::TooLarge, zh, en), sheet, &Extent::All);
        } else if record.cells.iter().any(|cell| cell.contains('\u{FFFD}')) {
            let (zh, en) = ("有不能识别的字符", "has characters that cannot be read");
            log.aside(at(ProblemKind::Encoding, zh, en), sheet, &Extent::All);
        } else {
            rows.push(record);
        }
    }
    if 0 < blank {
        log.push(Problem::new(
            &table.name,
            ProblemKind::NotData,
            format!("{blank}个空行，已略过"),
            format!("{blank} blank rows were passed over"),
        ));
    }
    rows
}

/// Whether a row that begins with this cell is a sum or a remark at the foot of a table.
fn is_footer(first: &str) -> bool {
    let text: String = first.chars().filter(|c| !c.is_whitespace()).collect();
    let sums = ["合计", "小计", "总计", "共计"];
    let remarks = [
        "备注",
        "注",
        "填表人",
        "填报人",
        "制表人",
        "审核人",
        "负责人",
        "填表日期",
        "填表单位",
        "填报单位",
        "填表时间",
    ];
    let english = ["total", "grandtotal", "subtotal"];
    sums.iter().any(|word| text.starts_with(word))
        || english.contains(&text.trim_end_matches([':', '：']).to_ascii_lowercase().as_str())
        || remarks
            .iter()
            .any(|word| text.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '：'])))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{lines, load, of, open, persons, roster, table};
    use super::*;
    use crate::facts::table::CustomColumn;

    #[test]
    fn a_sum_at_the_foot_is_no_row() {
        for foot in ["合计,,1人", "Total,,1 row", "Grand total:,,"] {
            let (facts, problems) =
                load(&[table("干部花名册", &format!("姓名,经济社,职务\n黄伟强,河清三社,理事\n{foot}\n"))]);
            assert_eq!((facts.holdings.len(), problems.len()), (1, 1), "{foot}: {problems:?}");
        }
    }

    #[test]
    fn blank_rows_are_passed_over_and_counted() {
        let (facts, problems) =
            load(&[table("干部花名册", "\n姓名,经济社,职务\n\n,,\n黄伟强,河清三社,理事\n\n\n李丽,河清三社,监事\n")]);
        assert_eq!(facts.holdings.len(), 2);
        assert_eq!(lines(&problems), ["干部花名册：4个空行，已略过"]);
        assert!(problems.iter().all(Problem::is_note) && facts.open.is_empty());
    }

    #[test]
    fn trailing_commas_are_passed_over() {
        let (facts, problems) = load(&[table("干部花名册", "姓名,经济社,职务,,\n黄伟强,河清三社,理事,,\n")]);
        assert_eq!(facts.holdings.len(), 1);
        assert_eq!(lines(&problems), ["干部花名册：2个空列，已略过"]);
    }

    #[test]
    fn sums_and_remarks_at_the_foot_are_no_data() {
        let rows = [
            "河清社区,河清三社,黄伟强,理事",
            "小计,,1,",
            "合计,,1人,",
            "备注：以上属实,,,",
            "填表人：李丽,,,",
            "村社区,经济社,姓名,职务",
        ];
        let (facts, problems) = load(&[roster("", &rows)]);
        assert_eq!(persons(&facts), ["黄伟强·河清三社"]);
        assert_eq!(of(&problems, ProblemKind::NotData).len(), 5);
        assert!(problems.iter().all(Problem::is_note) && facts.open.is_empty());
    }

    #[test]
    fn an_unknown_column_is_named_once_unless_the_town_declares_it() {
        let rows = ["河清社区,河清三社,黄伟强,理事,A1", "河清社区,河清三社,李丽,监事,"];
        let (facts, problems) = load(&[roster("积分", &rows)]);
        assert_eq!(lines(&problems), ["干部花名册 积分：未知栏目，未读取"]);
        assert!(facts.customs.is_empty());
        let mut options = LoadOptions::default();
        options.custom.push(CustomColumn::new("积分", Key::new("points").unwrap()));
        let (facts, problems) = super::super::read(&[roster("积分", &rows)], &options);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(facts.customs.iter().map(|row| row.value.as_str()).collect::<Vec<_>>(), ["A1"]);
    }

    #[test]
    fn a_table_without_a_needed_column_is_not_read_and_its_lists_are_open() {
        let (facts, problems) = load(&[table("干部花名册", "姓名,经济社,性别\n黄伟强,河清三社,男\n")]);
        assert_eq!(lines(&problems), ["干部花名册 职务：缺少栏目“职务”，读取了0行"]);
        assert!(facts.persons.is_empty());
        assert_eq!(open(&facts), ["roster All", "party-members All", "enrollment All"]);
        let (_, problems) = load(&[table("花名册", "姓名,职务,性别\n黄伟强,理事,男\n")]);
        assert_eq!(of(&problems, ProblemKind::MissingColumn).len(), 1);
    }

    #[test]
    fn a_table_without_a_header_is_named() {
        let (facts, problems) = load(&[table("干部花名册", "黄伟强,河清三社,理事\n")]);
        assert_eq!(of(&problems, ProblemKind::NoHeader).len(), 1);
        assert_eq!(facts.open.len(), 3);
        let (facts, problems) = load(&[table("收支", "a,b\n1,2\n")]);
        assert_eq!(of(&problems, ProblemKind::NoHeader).len(), 1);
        assert!(facts.open.len() > 10);
    }

    #[test]
    fn the_headers_tell_the_sheet_where_the_name_does_not() {
        let (facts, _) = load(&[
            table("a", "姓名,经济社,职务,出生年月\n黄伟强,河清三社,理事,1979.08\n"),
            table("b", "人员,年度,等次\n黄伟强,2024,优秀\n"),
            table("c", "人员,日期,学时\n黄伟强,2024.05,8\n"),
        ]);
        assert_eq!((facts.holdings.len(), facts.appraisals.len(), facts.trainings.len()), (1, 1, 1));
    }

    #[test]
    fn a_town_may_head_a_column_with_its_own_words() {
        let text = "姓名,哪个社,干什么\n黄伟强,河清三社,理事\n";
        let own = table("干部花名册", text).header("哪个社", "经济社").header("干什么", "posts");
        assert_eq!(load(&[own]).0.holdings.len(), 1);
    }

    #[test]
    fn a_column_that_stands_twice_is_named_and_the_lists_are_open() {
        let (facts, problems) = load(&[table("干部花名册", "姓名,经济社,职务,现任职务\n黄伟强,河清三社,理事,监事\n")]);
        assert_eq!(of(&problems, ProblemKind::Ambiguous).len(), 1);
        assert!(facts.holdings.len() == 1 && !facts.open.is_empty());
    }

    #[test]
    fn a_row_that_cannot_be_read_is_set_aside_and_opens_its_lists() {
        let long = "长".repeat(CELL_CHARS_MAX + 1);
        let (facts, problems) = load(&[roster("备注", &[&format!("河清社区,河清三社,黄伟强,理事,{long}")])]);
        assert!(facts.persons.is_empty() && problems[0].row_set_aside);
        assert!(open(&facts).contains(&"roster All".to_owned()));
        let fits = "长".repeat(CELL_CHARS_MAX);
        assert!(load(&[roster("备注", &[&format!("河清社区,河清三社,黄伟强,理事,{fits}")])]).1.is_empty());
    }

    #[test]
    fn json_is_read_like_any_table() {
        let text = r#"[{"姓名":"黄伟强","经济社":"河清三社","职务":"理事","出生年月":197908}]"#;
        let (facts, problems) =
            load(&[Table::json("干部花名册", text.as_bytes()).as_of("2026-02-28".parse().unwrap())]);
        assert_eq!((facts.holdings.len(), problems.len()), (1, 0));
        assert_eq!(facts.persons[0].birth.unwrap().to_string(), "1979-08");
        assert!(facts.persons[0].source.as_ref().is_some_and(|source| source.row == 1));
    }
}

//! 来表 — a table as it comes: its cells, and what its bringer says of it.

use super::Sheet;
use super::decode::{self, Decoded};
use crate::facts::Problem;
use chrono::NaiveDate;
use csv::StringRecord;

/// 表格 — one sheet of a town.
///
/// Making one never fails: what is wrong with it is named when it is loaded.
#[derive(Debug, Clone)]
pub struct Table {
    pub(super) name: String,
    pub(super) decoded: Decoded,
    pub(super) sheet: Option<Sheet>,
    pub(super) as_of: Option<NaiveDate>,
    pub(super) serials: bool,
    pub(super) aliases: Vec<(String, String)>,
}

/// A row of cells with its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record {
    /// Counted from 1 as a spreadsheet shows it; 0 is the header of a table that has no row for it.
    pub(super) number: u32,
    pub(super) cells: StringRecord,
}

impl Table {
    /// A table as CSV: UTF-8 or UTF-16 with their marks, UTF-8 without, else GB18030; separated by commas, semicolons or
    /// tabs, whichever fits.
    pub fn csv(name: &str, bytes: &[u8]) -> Self {
        Self::decoded(name, decode::csv(name, bytes))
    }

    /// A table as CSV that is none of the sheets: only its cells are read, and its separator is told by its headers.
    pub(crate) fn headed(name: &str, bytes: &[u8], is_header: impl Fn(&str) -> bool) -> Self {
        Self::decoded(name, decode::csv_by(name, bytes, |text| decode::separator_by(text, &is_header)))
    }

    /// The rows as they stand: number and cells.
    pub(crate) fn records(&self) -> impl Iterator<Item = (u32, &StringRecord)> {
        self.decoded.records.iter().map(|record| (record.number, &record.cells))
    }

    /// What was found in making out the cells.
    pub(crate) fn faults(&self) -> impl Iterator<Item = &Problem> {
        self.decoded.problems.iter()
    }

    /// A table as JSON: a list of objects `{header: cell, …}`, cells text, number or null, nothing else. The first object
    /// is row 1.
    pub fn json(name: &str, bytes: &[u8]) -> Self {
        Self::decoded(name, decode::json(name, bytes))
    }

    /// A table as rows of cells, for hosts that read workbooks themselves. The first row is row 1; header and title rows
    /// are among them.
    pub fn rows(name: &str, rows: Vec<Vec<String>>) -> Self {
        Self::decoded(name, decode::rows(name, rows))
    }

    /// Says which sheet it is; otherwise its name and then its headers tell.
    #[must_use]
    pub fn of(mut self, sheet: Sheet) -> Self {
        self.sheet = Some(sheet);
        self
    }

    /// Says on which day the table was true: the reference day of a snapshot.
    #[must_use]
    pub fn as_of(mut self, day: NaiveDate) -> Self {
        self.as_of = Some(day);
        self
    }

    /// Says that dates of this table may be serial days of the 1900 system.
    #[must_use]
    pub fn excel_serials(mut self) -> Self {
        self.serials = true;
        self
    }

    /// Says that this table heads a known column with other words.
    #[must_use]
    pub fn header(mut self, words: &str, column: &str) -> Self {
        self.aliases.push((words.to_owned(), column.to_owned()));
        self
    }

    /// 表名 — the name, as problems cite it.
    pub fn name(&self) -> &str {
        &self.name
    }

    fn decoded(name: &str, decoded: Decoded) -> Self {
        Self { name: name.to_owned(), decoded, sheet: None, as_of: None, serials: false, aliases: Vec::new() }
    }
}

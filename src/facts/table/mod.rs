//! 表格 — the sheets a town brings: exports read as they are, each trouble named, nothing lost in silence.
//!
//! [`read`] goes one way: bytes → cells ([`source`]) → a header and rows ([`grid`]) → units and persons that the rows
//! name ([`units`], [`people`]) → facts, one file for each sheet. What comes out does not depend on the order of tables
//! or of rows, save that a cell left blank by a merged cell takes its value from the row above.

mod acts;
mod below;
mod births;
mod cells;
mod columns;
mod coverage;
mod days;
mod decode;
mod desk;
mod drafts;
mod grid;
mod lists;
mod members;
mod merge;
mod namesakes;
mod party;
mod people;
mod persons;
mod posts;
mod register;
mod report;
mod roster;
mod settle;
mod sheet;
mod source;
mod standing;
#[cfg(test)]
mod testing;
mod titles;
mod unit_list;
mod unit_names;
mod units;

pub use columns::{Column, columns};
pub use sheet::Sheet;
pub use source::Table;

use super::{Facts, Problem};
use crate::vocab::{Key, PostKind, Vocabulary};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// 读取选项 — a town's own words, and the day up to which tables are taken to be current.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LoadOptions {
    /// 词汇 — stages, actors, matters, items and clauses, with their spellings.
    pub vocabulary: Vocabulary,
    /// 视为现状的日期 — every reference day earlier than this one is carried to it, and said so.
    pub assume_current: Option<NaiveDate>,
    /// 自设栏目 — columns the town adds to its roster.
    pub custom: Vec<CustomColumn>,
    /// 职务名称 — the town's own titles, read before any built-in one.
    pub post_titles: BTreeMap<String, PostKind>,
}

impl Default for LoadOptions {
    fn default() -> Self {
        Self {
            vocabulary: Vocabulary::builtin(),
            assume_current: None,
            custom: Vec::new(),
            post_titles: BTreeMap::new(),
        }
    }
}

/// 自设栏目 — a header of the town's roster and the key its cells are kept under.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct CustomColumn {
    /// 栏目名 — as the sheet heads it.
    pub header: String,
    /// 键.
    pub key: Key,
}

impl CustomColumn {
    /// A header and the key its cells are kept under.
    pub fn new(header: &str, key: Key) -> Self {
        Self { header: header.to_owned(), key }
    }
}

/// Reads tables into facts, with every problem in order of table, row and column.
pub(crate) fn read(tables: &[Table], options: &LoadOptions) -> (Facts, Vec<Problem>) {
    register::read(tables, options)
}

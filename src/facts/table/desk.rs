//! 办理台 — what every sheet is read with: names, days, facts so far, problems so far.

use super::cells::Row;
use super::days::Days;
use super::party::Party;
use super::persons::Persons;
use super::report::Log;
use super::units::{Found, Units};
use super::{LoadOptions, Sheet};
use crate::facts::{Extent, Facts, ProblemKind};
use crate::vocab::{FactSpan, PartialDate, PersonId, SpanEnd, UnitId};
use chrono::NaiveDate;

/// Who and what names mean.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) units: &'a Units,
    pub(super) persons: &'a Persons,
}

/// What every sheet is read with.
#[derive(Debug)]
pub(super) struct Desk<'a> {
    pub(super) options: &'a LoadOptions,
    pub(super) names: Names<'a>,
    pub(super) days: Days,
    pub(super) facts: Facts,
    pub(super) party: Party,
    pub(super) log: Log,
}

impl Desk<'_> {
    /// The day up to which rows of a table about a unit are seen.
    pub(super) fn reference(&mut self, table: usize, unit: Option<&UnitId>) -> NaiveDate {
        self.days.reference(table, unit, self.names.units)
    }

    /// A span from a recorded beginning; one that cannot be is named, and the beginning is not known.
    pub(super) fn span(&mut self, row: &Row<'_>, column: &str, from: Option<PartialDate>, end: SpanEnd) -> FactSpan {
        match FactSpan::new(from, end) {
            Ok(span) => span,
            Err(error) => {
                let problem = row.date_problem(column, &error);
                self.log.push(problem);
                unbegun(end)
            }
        }
    }

    /// The person of a row by number, resident id or name; a row about nobody known is set aside.
    pub(super) fn person(&mut self, row: &Row<'_>, column: &str, sheet: Sheet) -> Option<PersonId> {
        let Some(words) = row.text(column) else {
            self.blank(row, column, sheet, &Extent::All);
            return None;
        };
        let unit = match row.text("单位") {
            Some(_) => Some(self.unit(row, "单位", sheet)?),
            None => None,
        };
        let number = super::drafts::resident_id(row, &mut self.log);
        let by_number = number.map_or(Found::None, |number| self.names.persons.numbered(number));
        let found = match by_number {
            Found::One(id) => Found::One(id),
            Found::Many | Found::None => self.names.persons.find(&words, unit.as_ref(), self.names.units),
        };
        let within = unit.map_or(Extent::All, Extent::Unit);
        self.one_person(row, column, sheet, found.cloned(), &within)
    }

    /// The person a further column names.
    pub(super) fn other_person(
        &mut self,
        row: &Row<'_>,
        column: &str,
        sheet: Sheet,
        within: &Extent,
    ) -> Option<PersonId> {
        let Some(words) = row.text(column) else {
            self.blank(row, column, sheet, within);
            return None;
        };
        let found = self.names.persons.find(&words, None, self.names.units).cloned();
        self.one_person(row, column, sheet, found, within)
    }

    fn one_person(
        &mut self,
        row: &Row<'_>,
        column: &str,
        sheet: Sheet,
        found: Found<PersonId>,
        within: &Extent,
    ) -> Option<PersonId> {
        let (kind, zh, en) = match found {
            Found::One(id) => return Some(id),
            Found::Many => (
                ProblemKind::Ambiguous,
                "不止一人叫这个姓名；请写人员编号、身份证号，或加写单位",
                "more than one person has this name: give the person id, the resident id or the unit",
            ),
            Found::None => (
                ProblemKind::UnknownReference,
                "花名册和成员名册中没有这个人；请补充或更正",
                "no such person is in the roster or the membership roll: add or correct",
            ),
        };
        let problem = row.problem(kind, column, zh, en);
        self.log.aside(problem, sheet, within);
        None
    }

    /// The unit a row names; a row about none that is known is set aside.
    pub(super) fn unit(&mut self, row: &Row<'_>, column: &str, sheet: Sheet) -> Option<UnitId> {
        let Some(words) = row.text(column) else {
            self.blank(row, column, sheet, &Extent::All);
            return None;
        };
        let (kind, zh, en) = match self.names.units.find(&words) {
            Found::One(id) => return Some(id.clone()),
            Found::Many => (
                ProblemKind::Ambiguous,
                "不止一个单位叫这个名称；请写代码，或写“村名·社名”",
                "more than one unit is called so: give the code, or the village before the name",
            ),
            Found::None => (
                ProblemKind::UnknownReference,
                "没有这个单位；请补充或更正，改过名的写入别名",
                "no such unit: add or correct it, and list an older name among its other names",
            ),
        };
        let problem = row.problem(kind, column, zh, en);
        self.log.aside(problem, sheet, &Extent::All);
        None
    }

    /// A row without a cell it needs is set aside.
    pub(super) fn blank(&mut self, row: &Row<'_>, column: &str, sheet: Sheet, within: &Extent) {
        let problem = row.problem(ProblemKind::Blank, column, "应填写", "should be filled in");
        self.log.aside(problem, sheet, within);
    }
}

impl<T: Clone> Found<&T> {
    /// The same with a value of its own.
    pub(super) fn cloned(self) -> Found<T> {
        match self {
            Self::One(value) => Found::One(value.clone()),
            Self::Many => Found::Many,
            Self::None => Found::None,
        }
    }
}

/// A span whose beginning is not known.
pub(super) const fn unbegun(end: SpanEnd) -> FactSpan {
    FactSpan { from: None, end }
}

/// What 是 and 否 and the like say.
pub(super) fn yes_or_no(text: &str) -> Option<bool> {
    match text.trim() {
        "是" | "连任" | "完整" | "齐全" | "有" | "对" | "√" | "✓" | "yes" | "Yes" | "YES" | "y" | "Y" | "true" => {
            Some(true)
        }
        "否" | "新任" | "首任" | "不完整" | "不齐全" | "无" | "没有" | "×" | "✗" | "no" | "No" | "NO" | "n" | "N"
        | "false" => Some(false),
        _ => None,
    }
}

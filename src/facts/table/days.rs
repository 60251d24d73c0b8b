//! 截至日期 — on which day a table was true: said by its bringer, by the sheet of statements, by its title, or by nobody.

use super::report::Log;
use super::units::Units;
use super::{LoadOptions, Sheet, grid::Grid};
use crate::facts::{Assumption, Extent, Facts, Problem, ProblemKind};
use crate::vocab::{MAX_DAY, UnitId};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// A day on which a table or a sheet is said to be true.
#[derive(Debug, Clone)]
pub(super) struct Dated {
    /// The words of the statement: the name of a table or of a sheet.
    pub(super) words: String,
    pub(super) sheet: Option<Sheet>,
    pub(super) extent: Extent,
    pub(super) day: NaiveDate,
}

/// The reference days of all tables, and what was assumed of them.
#[derive(Debug)]
pub(super) struct Days {
    tables: Vec<Known>,
    by_words: BTreeMap<String, Stated>,
    by_sheet: BTreeMap<Sheet, Stated>,
    assume_current: Option<NaiveDate>,
    assumed: BTreeSet<(String, Option<NaiveDate>, Option<NaiveDate>)>,
}

/// The last days stated of everything and of units.
#[derive(Debug, Default)]
struct Stated {
    of_all: Option<NaiveDate>,
    of_units: BTreeMap<UnitId, NaiveDate>,
}

impl Stated {
    fn add(&mut self, extent: &Extent, day: NaiveDate) {
        match extent {
            Extent::All => self.of_all = self.of_all.max(Some(day)),
            Extent::Unit(unit) => {
                let last = self.of_units.entry(unit.clone()).or_insert(day);
                *last = (*last).max(day);
            }
            Extent::Person(_) | Extent::Case(_) => {}
        }
    }

    /// The last day stated of a unit, of one above it or of everything.
    fn about(&self, unit: Option<&UnitId>, units: &Units) -> Option<NaiveDate> {
        let upward = unit.into_iter().flat_map(|unit| units.upward(unit));
        upward.filter_map(|unit| self.of_units.get(unit).copied()).max().max(self.of_all)
    }
}

#[derive(Debug)]
struct Known {
    name: String,
    sheet: Sheet,
    as_of: Option<NaiveDate>,
    titled: Option<NaiveDate>,
}

impl Days {
    pub(super) fn new(grids: &[Grid<'_>], dated: Vec<Dated>, options: &LoadOptions) -> Self {
        let known = |grid: &Grid<'_>| Known {
            name: grid.table.name.clone(),
            sheet: grid.sheet,
            as_of: grid.table.as_of,
            titled: grid.titled,
        };
        let (mut by_words, mut by_sheet): (BTreeMap<String, Stated>, BTreeMap<Sheet, Stated>) = Default::default();
        for dated in dated {
            if let Some(sheet) = dated.sheet {
                by_sheet.entry(sheet).or_default().add(&dated.extent, dated.day);
            }
            by_words.entry(dated.words).or_default().add(&dated.extent, dated.day);
        }
        Self {
            tables: grids.iter().map(known).collect(),
            by_words,
            by_sheet,
            assume_current: options.assume_current,
            assumed: BTreeSet::new(),
        }
    }

    /// The day up to which rows of a table about a unit are seen; what is assumed is kept.
    pub(super) fn reference(&mut self, table: usize, unit: Option<&UnitId>, units: &Units) -> NaiveDate {
        let Some(known) = self.tables.get(table) else { return MAX_DAY };
        let stated = || {
            let spoken = [self.by_words.get(&known.name), self.by_sheet.get(&known.sheet)];
            spoken.into_iter().flatten().filter_map(|stated| stated.about(unit, units)).max()
        };
        let seen = known.as_of.or_else(stated).or(known.titled);
        let name = known.name.clone();
        self.carried(&name, seen)
    }

    /// A day of a table, carried to the day up to which tables are taken to be current.
    pub(super) fn carried(&mut self, table: &str, seen: Option<NaiveDate>) -> NaiveDate {
        let day = match (seen, self.assume_current) {
            (Some(seen), None) => return seen,
            (Some(seen), Some(current)) if current <= seen => return seen,
            (_, current) => current,
        };
        self.assumed.insert((table.to_owned(), seen, day));
        day.unwrap_or(MAX_DAY)
    }

    /// Adds what was assumed, and says so.
    pub(super) fn write(self, facts: &mut Facts, log: &mut Log) {
        for (table, seen, carried_to) in self.assumed {
            let (zh, en) = match (seen, carried_to) {
                (_, None) => (
                    "没有写明截至日期，视为至今仍是现状".to_owned(),
                    "it names no day as of which it is true: taken to be current".to_owned(),
                ),
                (None, Some(day)) => (
                    format!("没有写明截至日期，按要求视为截至{day}的现状"),
                    format!("it names no day as of which it is true: taken to be current on {day}, as asked"),
                ),
                (Some(seen), Some(day)) => (
                    format!("截至{seen}，按要求视为截至{day}的现状"),
                    format!("true as of {seen}: taken to be current on {day}, as asked"),
                ),
            };
            log.push(Problem::new(&table, ProblemKind::Assumed, zh, en));
            let mut assumption = Assumption::new(table);
            (assumption.seen, assumption.carried_to) = (seen, carried_to);
            facts.assumptions.push(assumption);
        }
    }
}

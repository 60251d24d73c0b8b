//! How far each list is complete, prepared for the evaluator: absence is evidence only under a dated statement.

use super::register::Names;
use super::{Coverage, Extent, OpenList, PersonIdx, UnitIdx};
use crate::vocab::{Circle, List};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// A statement that a list is complete: on `from..=as_of`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Statement {
    circle: Circle,
    from: Option<NaiveDate>,
    as_of: NaiveDate,
}

/// Statements and known gaps, by list and extent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct CoverageIndex {
    all: BTreeMap<List, Vec<Statement>>,
    units: BTreeMap<(List, UnitIdx), Vec<Statement>>,
    persons: BTreeMap<(List, PersonIdx), Vec<Statement>>,
    cases: BTreeMap<(List, super::CaseIdx), Vec<Statement>>,
    open_all: BTreeSet<List>,
    open_units: BTreeSet<(List, UnitIdx)>,
    open_persons: BTreeSet<(List, PersonIdx)>,
    open_cases: BTreeSet<(List, super::CaseIdx)>,
}

/// Whose list is asked about; a case and a person also stand under the units they belong to.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Whose<'a> {
    Person(PersonIdx, &'a [UnitIdx]),
    Unit(UnitIdx),
    Case(super::CaseIdx, UnitIdx),
}

impl CoverageIndex {
    pub(super) fn new(coverage: &[Coverage], open: &[OpenList], names: &Names) -> Self {
        let mut index = Self::default();
        for row in coverage {
            let circle = row.circle.unwrap_or(Circle::NearRelatives);
            let statement = Statement { circle, from: row.from, as_of: row.as_of };
            match &row.extent {
                Extent::All => index.all.entry(row.list).or_default().push(statement),
                Extent::Unit(id) => {
                    if let Some(unit) = names.unit(id) {
                        index.units.entry((row.list, unit)).or_default().push(statement);
                    }
                }
                Extent::Person(id) => {
                    if let Some(person) = names.person(id) {
                        index.persons.entry((row.list, person)).or_default().push(statement);
                    }
                }
                Extent::Case(id) => {
                    if let Some(case) = names.case(id) {
                        index.cases.entry((row.list, case)).or_default().push(statement);
                    }
                }
            }
        }
        for gap in open {
            match &gap.extent {
                Extent::All => {
                    index.open_all.insert(gap.list);
                }
                Extent::Unit(id) => {
                    index.open_units.extend(names.unit(id).map(|unit| (gap.list, unit)));
                }
                Extent::Person(id) => {
                    index.open_persons.extend(names.person(id).map(|person| (gap.list, person)));
                }
                Extent::Case(id) => {
                    index.open_cases.extend(names.case(id).map(|case| (gap.list, case)));
                }
            }
        }
        index
    }

    /// Whether anybody said anything about this list.
    pub(super) fn speaks_of(&self, list: List) -> bool {
        self.all.contains_key(&list)
            || self.units.keys().any(|(of, _)| *of == list)
            || self.persons.keys().any(|(of, _)| *of == list)
            || self.cases.keys().any(|(of, _)| *of == list)
    }

    /// Whether the list is complete for `whose` on `day`, by a statement for at least this circle.
    ///
    /// `above` gives the parent of a unit. A roster and a list of bodies show who sits and what stands: they are complete
    /// on the days their statement names. Every other list keeps its past rows and so is complete up to the day of the
    /// statement.
    pub(super) fn complete(
        &self,
        list: List,
        circle: Circle,
        whose: Whose<'_>,
        day: NaiveDate,
        above: impl Fn(UnitIdx) -> Option<UnitIdx>,
    ) -> bool {
        if self.open_all.contains(&list) {
            return false;
        }
        let stands = |statements: Option<&Vec<Statement>>| {
            statements.is_some_and(|statements| {
                statements.iter().any(|said| {
                    let since = if matches!(list, List::Roster | List::Bodies) {
                        Some(said.from.unwrap_or(said.as_of))
                    } else {
                        said.from
                    };
                    (list != List::Kin || said.circle.contains(circle))
                        && day <= said.as_of
                        && since.is_none_or(|since| since <= day)
                })
            })
        };
        let mut complete = stands(self.all.get(&list));
        let climb = |start: UnitIdx, complete: &mut bool| {
            let mut at = Some(start);
            let mut steps = 0_u8;
            while let Some(unit) = at {
                if self.open_units.contains(&(list, unit)) {
                    return false;
                }
                *complete |= stands(self.units.get(&(list, unit)));
                // INVARIANT: hierarchies that run in a circle were cut at load; the bound only guards the loop.
                steps = steps.saturating_add(1);
                at = if steps < 16 { above(unit) } else { None };
            }
            true
        };
        match whose {
            Whose::Person(person, units) => {
                if self.open_persons.contains(&(list, person)) {
                    return false;
                }
                complete |= stands(self.persons.get(&(list, person)));
                if !self.units.is_empty() || !self.open_units.is_empty() {
                    for &unit in units {
                        if !climb(unit, &mut complete) {
                            return false;
                        }
                    }
                }
            }
            Whose::Unit(unit) => {
                if !climb(unit, &mut complete) {
                    return false;
                }
            }
            Whose::Case(case, unit) => {
                if self.open_cases.contains(&(list, case)) || !climb(unit, &mut complete) {
                    return false;
                }
                complete |= stands(self.cases.get(&(list, case)));
            }
        }
        complete
    }
}

//! 记录 — what was found while reading: problems, and the lists that thereby lack something.

use super::Sheet;
use crate::facts::{Extent, OpenList, Problem};
use crate::vocab::List;
use std::collections::BTreeSet;

/// Problems and open lists, gathered while tables are read.
#[derive(Debug, Default)]
pub(super) struct Log {
    pub(super) problems: Vec<Problem>,
    open: BTreeSet<OpenList>,
}

impl Log {
    /// Notes a problem.
    pub(super) fn push(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Notes that a list lacks something.
    pub(super) fn open(&mut self, list: List, extent: &Extent) {
        self.open.insert(OpenList::new(list, extent.clone()));
    }

    /// Notes that every list of a sheet lacks something.
    pub(super) fn open_sheet(&mut self, sheet: Sheet, extent: &Extent) {
        for list in sheet.lists() {
            self.open(*list, extent);
        }
    }

    /// Notes that a row was set aside.
    pub(super) fn aside(&mut self, problem: Problem, sheet: Sheet, extent: &Extent) {
        self.push(problem.setting_row_aside());
        self.open_sheet(sheet, extent);
    }

    /// Problems in order, each once, and the open lists.
    pub(super) fn close(mut self) -> (Vec<Problem>, Vec<OpenList>) {
        self.problems.sort();
        self.problems.dedup();
        (self.problems, self.open.into_iter().collect())
    }
}

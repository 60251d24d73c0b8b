//! 名称 — what persons, units and cases are called.

use super::words::{Words, join};
use crate::facts::{CaseIdx, PersonIdx, UnitIdx};
use crate::vocab::PostKind;

impl Words<'_> {
    pub(super) fn person(&self, person: PersonIdx) -> String {
        self.facts.person_row(person).map_or_else(|| "?".to_owned(), |row| (self.style.person)(row))
    }

    /// The name of a unit, or its code where it has none.
    pub(super) fn unit(&self, unit: UnitIdx) -> String {
        let row = self.facts.unit_row(unit);
        row.map_or_else(|| "?".to_owned(), |row| row.name.clone().unwrap_or_else(|| row.id.to_string()))
    }

    pub(super) fn case(&self, case: CaseIdx) -> String {
        self.facts.case_id(case).map_or_else(|| "?".to_owned(), ToString::to_string)
    }

    pub(super) fn posts(&self, posts: &[PostKind]) -> String {
        let words: Vec<&str> = posts.iter().map(|post| post.title(self.lang)).collect();
        join(self.lang, &words)
    }
}

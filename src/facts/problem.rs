//! 问题 — a row or a cell that could not be used, with where it stands and what would be right.

use crate::vocab::{Bilingual, Lang};
use serde::{Deserialize, Serialize};

/// 问题类别 — what is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ProblemKind {
    /// The bytes are no text in the encoding named or guessed.
    Encoding,
    /// No row of the table looks like its header.
    NoHeader,
    /// A column the table must have is absent.
    MissingColumn,
    /// A column nobody knows; its cells are not read.
    UnknownColumn,
    /// A cell that must hold a value is blank.
    Blank,
    /// A date in a form that cannot be read, or no day of the calendar.
    Date,
    /// An identity number that does not check.
    ResidentId,
    /// A number that cannot be read or is out of bounds.
    Number,
    /// A word that is none of the known ones.
    Word,
    /// An identifier that cannot be one.
    Identifier,
    /// A reference to a person, unit or case that is not in the register.
    UnknownReference,
    /// One identifier or one name stands for two.
    Ambiguous,
    /// Two rows say different things of one fact.
    Contradiction,
    /// A unit whose parents run in a circle, or of a level that cannot stand above.
    Hierarchy,
    /// Kin links that cannot all be true.
    Kin,
    /// A row that is no data: a sum, a heading in the body. It is left out and nothing is lost.
    NotData,
    /// A cell that was read after being put right; the register holds the value given.
    Repaired,
    /// A statement the table needs and does not carry; what was assumed instead is said.
    Assumed,
    /// The input is larger than the library reads.
    TooLarge,
}

/// 问题 — what was found, where, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Problem {
    /// The table, as the caller named it.
    pub table: String,
    /// The row, counted from 1 as a spreadsheet shows it, header and title rows included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// The column, as the sheet heads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What stands there, identity numbers masked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// What is wrong.
    pub kind: ProblemKind,
    /// What it says and what would be right.
    pub says: Bilingual,
    /// Whether the whole row was set aside; otherwise the rest of the row was used.
    pub row_set_aside: bool,
}

impl Problem {
    /// A problem of a table as a whole.
    pub fn new(table: &str, kind: ProblemKind, zh: impl Into<String>, en: impl Into<String>) -> Self {
        let (zh, en) = (zh.into(), en.into());
        let says = Bilingual::new(&zh, &en).unwrap_or_else(|_| unspecified());
        Self { table: table.to_owned(), row: None, column: None, value: None, kind, says, row_set_aside: false }
    }

    /// The problem at a row, counted from 1.
    #[must_use]
    pub fn at_row(mut self, row: u32) -> Self {
        self.row = Some(row);
        self
    }

    /// The problem in a column.
    #[must_use]
    pub fn in_column(mut self, column: &str) -> Self {
        self.column = Some(column.to_owned());
        self
    }

    /// The problem with what stands there.
    #[must_use]
    pub fn with_value(mut self, value: &str) -> Self {
        self.value = Some(value.chars().take(80).collect());
        self
    }

    /// The problem, with the whole row set aside.
    #[must_use]
    pub fn setting_row_aside(mut self) -> Self {
        self.row_set_aside = true;
        self
    }

    /// Whether nothing was lost: a row that is no data, a cell put right, an assumption said aloud.
    pub fn is_note(&self) -> bool {
        !self.row_set_aside
            && matches!(
                self.kind,
                ProblemKind::NotData | ProblemKind::Repaired | ProblemKind::Assumed | ProblemKind::UnknownColumn
            )
    }

    /// The problem as one line: 干部花名册 第7行 出生年月 “1979.13”：应为 1979.01–1979.12.
    pub fn in_words(&self, lang: Lang) -> String {
        let mut line = self.table.clone();
        if let Some(row) = self.row {
            let (before, after) = match lang {
                Lang::Zh => (" 第", "行"),
                Lang::En => (", row ", ""),
            };
            line.extend([before, row.to_string().as_str(), after]);
        }
        if let Some(column) = &self.column {
            line.push_str(match lang {
                Lang::Zh => " ",
                Lang::En => ", ",
            });
            line.push_str(column);
        }
        if let Some(value) = &self.value {
            let (before, after) = match lang {
                Lang::Zh => (" “", "”"),
                Lang::En => (" `", "`"),
            };
            line.extend([before, value.as_str(), after]);
        }
        line.push_str(match lang {
            Lang::Zh => "：",
            Lang::En => ": ",
        });
        line.push_str(self.says.in_lang(lang));
        if self.row_set_aside {
            line.push_str(match lang {
                Lang::Zh => "（整行未采用）",
                Lang::En => " (row set aside)",
            });
        }
        line
    }
}

fn unspecified() -> Bilingual {
    // INVARIANT: both texts are literals that are not blank.
    #[expect(clippy::unwrap_used, reason = "two literals that are not blank")]
    Bilingual::new("不能采用", "cannot be used").unwrap()
}

/// A register that was asked to be complete and is not.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} problems in the tables, the first: {}", .problems.len(), .problems.first().map_or_else(String::new, |first| first.in_words(Lang::En)))]
pub struct LoadError {
    /// Every problem, in order of table and row.
    pub problems: Vec<Problem>,
}

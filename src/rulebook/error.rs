//! Errors of rulebooks: where, what, and what would be right.

use super::ProvisionId;
use crate::vocab::Key;
use chrono::NaiveDate;

/// 规则表错误 — one error of a rulebook or profile, with its place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}:{column}: {fault}; {}", fault.fix())]
#[non_exhaustive]
pub struct RulebookError {
    /// The file, as the caller named it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub fault: RulebookFault,
}

/// What can be wrong with a rulebook.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RulebookFault {
    /// The text is no TOML, or a value has the wrong shape.
    #[error("{message}")]
    Shape {
        /// What the reader found.
        message: String,
    },
    /// A top-level table nobody knows.
    #[error("unknown table `{name}`")]
    UnknownTable {
        /// Its name.
        name: String,
    },
    /// Two provisions have one id.
    #[error("provision {id:?} stands twice")]
    ProvisionTwice {
        /// The id.
        id: ProvisionId,
    },
    /// An edition for a provision nobody declared.
    #[error("no provision {id:?}")]
    NoSuchProvision {
        /// The id.
        id: ProvisionId,
    },
    /// A provision without any edition.
    #[error("provision {id:?} has no edition")]
    NoEdition {
        /// The id.
        id: ProvisionId,
    },
    /// Two editions of one level are in force on one day.
    #[error("provision {id:?}: two editions of one level are in force on {day}")]
    OverlappingEditions {
        /// The id.
        id: ProvisionId,
        /// The first day on which they overlap.
        day: NaiveDate,
    },
    /// Between two editions of one level no edition is in force.
    #[error("provision {id:?}: no edition of this level is in force on {day}, between two that are")]
    GapBetweenEditions {
        /// The id.
        id: ProvisionId,
        /// The first day of the gap.
        day: NaiveDate,
    },
    /// An edition that ends before it begins.
    #[error("the edition ends on {until}, not after it begins")]
    EmptyEdition {
        /// Its end.
        until: NaiveDate,
    },
    /// A parameter that is used and not declared.
    #[error("no parameter `{name}`")]
    NoSuchParameter {
        /// Its name.
        name: Key,
    },
    /// A parameter declared twice.
    #[error("parameter `{name}` stands twice")]
    ParameterTwice {
        /// Its name.
        name: Key,
    },
    /// The value of a parameter does not fit where it is used.
    #[error("parameter `{name}` with this value does not fit where it is used: {message}")]
    UnfitParameter {
        /// Its name.
        name: Key,
        /// What the reader found.
        message: String,
    },
    /// A value that is none of the readings of a parameter and outside its range.
    #[error("parameter `{name}` cannot be {value}")]
    OutOfRange {
        /// Its name.
        name: Key,
        /// The value, as TOML.
        value: String,
        /// What it can be.
        allowed: String,
    },
    /// A walk that cannot be walked.
    #[error("walk `{id}`: {what}")]
    Walk {
        /// Its id.
        id: Key,
        /// What is wrong.
        what: String,
    },
    /// An instrument that is cited and not declared.
    #[error("no instrument `{key}`")]
    NoSuchInstrument {
        /// Its key.
        key: String,
    },
    /// A word of the open vocabulary that is not declared.
    #[error("no {set} `{key}`")]
    NoSuchTerm {
        /// The kind of vocabulary.
        set: &'static str,
        /// The key.
        key: Key,
    },
    /// A norm or leaf asks for something the subject of its scope does not have.
    #[error("provision {id:?}: {what} cannot be asked of this subject")]
    WrongSubject {
        /// The id.
        id: ProvisionId,
        /// What was asked.
        what: &'static str,
    },
    /// Something the text calls a recalled or inferred rule stands as a *must* above the town.
    #[error("provision {id:?}: a recalled or inferred text cannot be a `must` above the town")]
    WeakMust {
        /// The id.
        id: ProvisionId,
    },
}

impl RulebookFault {
    /// What would be right.
    pub fn fix(&self) -> String {
        match self {
            Self::Shape { .. } => "correct the value as the message says".to_owned(),
            Self::UnknownTable { .. } => {
                "use `instrument`, `parameter`, `vocabulary`, `provision`, `edition`, `walk`, and in a profile `set`, `name`, `by`"
                    .to_owned()
            }
            Self::ProvisionTwice { .. } => "give one of them another id, or add an `[[edition]]` with `of`".to_owned(),
            Self::NoSuchProvision { .. } => "declare it with `[[provision]]`, or correct `of`".to_owned(),
            Self::NoEdition { .. } => "add a `[[provision.edition]]`".to_owned(),
            Self::OverlappingEditions { day, .. } => format!("end the earlier one with `until = \"{day}\"`"),
            Self::GapBetweenEditions { .. } => "let the earlier one end where the later one begins".to_owned(),
            Self::EmptyEdition { .. } => "set `until` to the first day no longer in force".to_owned(),
            Self::NoSuchParameter { .. } => "declare it with `[[parameter]]`, or correct the name".to_owned(),
            Self::ParameterTwice { .. } => "declare it once; a profile gives values under `[set]`".to_owned(),
            Self::UnfitParameter { .. } => "set a value of the kind the norm asks for".to_owned(),
            Self::OutOfRange { allowed, .. } => format!("set it to: {allowed}"),
            Self::Walk { .. } => {
                "give each stage once, name stages of the walk in `after`, and provisions of the stage in `guards`".to_owned()
            }
            Self::NoSuchInstrument { .. } => "declare it with `[[instrument]]`, or correct the key".to_owned(),
            Self::NoSuchTerm { .. } => "declare it with `[[vocabulary]]`, or correct the key".to_owned(),
            Self::WrongSubject { .. } => "change `applies_to`, or ask something this subject has".to_owned(),
            Self::WeakMust { .. } => "make it `normally`, or move it to the town or charter level".to_owned(),
        }
    }
}

/// Every error of a rulebook, in order of file and place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct RulebookErrors(pub Vec<RulebookError>);

//! 频次 — in each closed period of the calendar, at least so many, or so much.

use super::Lower;
use crate::check::{Check, Criterion, Each, Event, Value};
use crate::vocab::{Cycle, Key};
use serde::{Deserialize, Serialize};

/// 频次.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Cadence {
    /// What has to happen.
    pub event: Recurring,
    /// In each of which periods.
    pub per: Cycle,
    /// At least so many, or so much.
    pub min: Value<u32>,
    /// Asked of whom: the criterion holds on the first and on the last day of the period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub throughout: Option<Criterion>,
}

/// What recurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Recurring {
    /// Acts of a stage of the unit.
    Act {
        /// The stage.
        stage: Key,
        /// By one of these; by anybody where empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        by: Vec<Key>,
    },
    /// Hours of training of the person: `event = "training_hours"`.
    TrainingHours,
}

impl Lower for Cadence {
    fn check(&self) -> Check {
        let event = match &self.event {
            Recurring::Act { stage, by } => Event::Act { stage: stage.clone(), by: by.clone() },
            Recurring::TrainingHours => Event::TrainingHours,
        };
        Check::Each(Each { event, cycle: self.per, min: self.min.clone(), throughout: self.throughout.clone() })
    }
}

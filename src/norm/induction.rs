//! 任职培训 — training within a time after taking a post.

use super::Lower;
use crate::check::{Check, Follows, Value};
use crate::vocab::{Period, TrainingKind};
use serde::{Deserialize, Serialize};

/// 任职培训.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Induction {
    /// Trainings of these kinds count; all where empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<TrainingKind>,
    /// 之内: the corresponding day counts.
    pub within: Value<Period>,
}

impl Lower for Induction {
    fn check(&self) -> Check {
        Check::Follows(Follows::Trained { kinds: self.kinds.clone(), at_most: self.within.clone() })
    }
}

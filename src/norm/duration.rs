//! 时长 — a holding lasts at most, or a publication is shown at least, so long.

use super::Lower;
use crate::check::{Check, Lasts, Value};
use crate::vocab::Period;
use serde::{Deserialize, Serialize};

/// 时长.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Duration {
    /// 公布不少于: the first day is left out.
    ShownAtLeast(Value<Period>),
    /// 任职不超过: from beginning to end of one holding.
    HeldAtMost(Value<Period>),
}

impl Lower for Duration {
    fn check(&self) -> Check {
        Check::Lasts(match self {
            Self::ShownAtLeast(period) => Lasts::Shown { at_least: period.clone() },
            Self::HeldAtMost(period) => Lasts::Whole { at_most: period.clone() },
        })
    }
}

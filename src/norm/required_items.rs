//! 要件 — a record carries everything it must.

use super::Lower;
use crate::check::{ActCheck, Check};
use crate::vocab::Key;
use serde::{Deserialize, Serialize};

/// 要件.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RequiredItems {
    /// The items on file.
    pub items: Vec<Key>,
}

impl Lower for RequiredItems {
    fn check(&self) -> Check {
        Check::Act(ActCheck { by: Vec::new(), never_by: Vec::new(), rank_min: None, items: self.items.clone() })
    }
}

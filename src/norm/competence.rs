//! 权限 — who alone may do an act, and who never may.

use super::Lower;
use crate::check::{ActCheck, Check};
use crate::vocab::{Key, Rank};
use serde::{Deserialize, Serialize};

/// 权限.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Competence {
    /// 由谁办理; anybody where empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<Key>,
    /// 不得由谁办理.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub never_by: Vec<Key>,
    /// 不低于的层级.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank_min: Option<Rank>,
}

impl Lower for Competence {
    fn check(&self) -> Check {
        Check::Act(ActCheck {
            by: self.by.clone(),
            never_by: self.never_by.clone(),
            rank_min: self.rank_min,
            items: Vec::new(),
        })
    }
}

//! 程序 — the stages of a case in order, each with the days set for it.

use super::Lower;
use crate::check::{Check, Follows, Stage};
use serde::{Deserialize, Serialize};

/// 程序.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Stages {
    /// The stages, the first one first.
    pub order: Vec<Stage>,
}

impl Lower for Stages {
    fn check(&self) -> Check {
        Check::Follows(Follows::Path(self.order.clone()))
    }
}

//! 组织优化: the chain of units.

use crate::support::*;

pub fn cases() -> Vec<Case> {
    Vec::new()
}

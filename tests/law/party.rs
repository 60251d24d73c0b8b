//! 组织优化: Party organizations.

use crate::support::*;

pub fn cases() -> Vec<Case> {
    Vec::new()
}

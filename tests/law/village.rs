//! 组织优化: committees of villages and communities.

use crate::support::*;

pub fn cases() -> Vec<Case> {
    Vec::new()
}

//! 组织优化: boards, supervisors and representatives of cooperatives.

use crate::support::*;

pub fn cases() -> Vec<Case> {
    Vec::new()
}

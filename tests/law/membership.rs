//! 选用分离: membership, voters, posts and pay.

use crate::support::*;

pub fn cases() -> Vec<Case> {
    Vec::new()
}

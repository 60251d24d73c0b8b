//! 选用分离: who may vote and stand, and what bars a candidacy.

use crate::support::*;

pub fn cases() -> Vec<Case> {
    Vec::new()
}

//! 资格与负面情形 — a role asks for a criterion; a bar is a criterion with `not`.

use super::Lower;
use crate::check::{Check, Criterion};
use serde::{Deserialize, Serialize};

/// 资格与负面情形 — what is asked of the subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Eligibility(pub Criterion);

impl Lower for Eligibility {
    fn check(&self) -> Check {
        Check::Person(self.0.clone())
    }
}

//! 回避、不得兼任 — two roles may not be kin within a circle, nor, where the text says so, one person.

use super::Lower;
use crate::check::{Check, Pair, Value};
use crate::vocab::Circle;
use serde::{Deserialize, Serialize};

/// 回避、不得兼任 — which two posts it is about is the scope of the provision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Separation {
    /// 亲属范围.
    pub circle: Value<Circle>,
    /// 本人不得兼任: one person in both posts is a breach too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub self_too: bool,
}

impl Lower for Separation {
    fn check(&self) -> Check {
        Check::Pair(Pair::Apart { circle: self.circle.clone(), self_too: self.self_too })
    }
}

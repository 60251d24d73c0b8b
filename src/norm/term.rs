//! 任期 — how long a body or a seat lasts from one election to the next.

use super::Lower;
use crate::check::{Check, Lasts, Value};
use crate::vocab::Period;
use serde::{Deserialize, Serialize};

/// 任期.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Term {
    /// 每届任期: the corresponding day still counts.
    pub length: Value<Period>,
    /// 届满应当及时换届: how long "promptly" lasts, where the text only says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grace: Option<Value<Period>>,
    /// 补选的任期为本届剩余时间: the term recorded for the holder ends no later than that of the body.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub remainder: bool,
}

impl Lower for Term {
    fn check(&self) -> Check {
        if self.remainder {
            return Check::Lasts(Lasts::Remainder { length: self.length.clone() });
        }
        Check::Lasts(Lasts::Term { length: self.length.clone(), grace: self.grace.clone() })
    }
}

//! 期限 — one act no later, or no earlier, than so long before or after another.

use super::Lower;
use crate::check::{Check, DayCount, Follows, Side, Value};
use crate::vocab::{Key, Period};
use serde::{Deserialize, Serialize};

/// 期限 — about an act of the same case as the subject act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Deadline {
    /// The other act.
    pub act: Key,
    /// Whether it is done before or after the subject act.
    pub side: Side,
    /// 不少于.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Value<Period>>,
    /// 之内.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Value<Period>>,
    /// 天数算法; matters for 不少于 only.
    #[serde(default = "inclusive", skip_serializing_if = "is_inclusive")]
    pub count: Value<DayCount>,
}

fn inclusive() -> Value<DayCount> {
    Value::Literal(DayCount::Inclusive)
}

fn is_inclusive(count: &Value<DayCount>) -> bool {
    *count == inclusive()
}

impl Lower for Deadline {
    fn check(&self) -> Check {
        Check::Follows(Follows::Beside {
            stage: self.act.clone(),
            side: self.side,
            at_least: self.at_least.clone(),
            at_most: self.at_most.clone(),
            count: self.count.clone(),
        })
    }
}

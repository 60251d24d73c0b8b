//! 构成 — so many, or such a share, of a roster meet a criterion.

use super::Lower;
use crate::check::{Check, Count, CountTest, Criterion, ShareKind, Tallied, Value};
use crate::vocab::{Base, PostKind, Share};
use serde::{Deserialize, Serialize};

/// 构成.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Composition {
    /// The posts whose holders are counted.
    pub of: Vec<PostKind>,
    /// Who of them counts; everyone where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<Criterion>,
    /// What must come out.
    pub must: Must,
}

/// What a composition asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Must {
    /// 人数.
    Number {
        /// 不少于（含本数）.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min: Option<Value<u32>>,
        /// 不超过（含本数）.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<Value<u32>>,
    },
    /// 以上（含本数）的比例.
    AtLeast {
        /// The share.
        share: Value<Share>,
        /// Of which base.
        of: Base,
    },
    /// 超过（不含本数）的比例.
    MoreThan {
        /// The share.
        share: Value<Share>,
        /// Of which base.
        of: Base,
    },
    /// 不超过（含本数）的比例.
    AtMost {
        /// The share.
        share: Value<Share>,
        /// Of which base.
        of: Base,
    },
    /// 比例区间（均含本数）.
    Between {
        /// At least this share.
        at_least: Value<Share>,
        /// At most this share.
        at_most: Value<Share>,
        /// Of which base.
        of: Base,
    },
}

impl Lower for Composition {
    fn check(&self) -> Check {
        let must = match &self.must {
            Must::Number { min, max } => CountTest::Number { min: min.clone(), max: max.clone(), odd: false },
            Must::AtLeast { share, of } => {
                CountTest::Share { test: ShareKind::AtLeast, share: share.clone(), base: *of, who: None }
            }
            Must::AtMost { share, of } => {
                CountTest::Share { test: ShareKind::AtMost, share: share.clone(), base: *of, who: None }
            }
            Must::Between { at_least, at_most, of } => {
                CountTest::Between { at_least: at_least.clone(), at_most: at_most.clone(), base: *of }
            }
            Must::MoreThan { share, of } => {
                CountTest::Share { test: ShareKind::MoreThan, share: share.clone(), base: *of, who: None }
            }
        };
        Check::Count(Count { of: Tallied::Holders { posts: self.of.clone(), who: self.who.clone() }, must })
    }
}

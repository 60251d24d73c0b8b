//! 比例门槛 — a count recorded at an act, held against a share of a named base: quorum, majority, turnout.

use super::Lower;
use crate::check::{Check, Count, CountTest, Criterion, ShareKind, Tallied, Value};
use crate::facts::Quantity;
use crate::vocab::{Base, Share};
use serde::{Deserialize, Serialize};

/// 比例门槛 — so many of so many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawThreshold", into = "RawThreshold")]
#[non_exhaustive]
pub struct Threshold {
    /// What is counted.
    pub count: Quantity,
    /// How the share is compared.
    pub test: ShareKind,
    /// The share.
    pub share: Value<Share>,
    /// Of which base.
    pub of: Base,
    /// Who of a membership roll is in the base; everyone where absent.
    pub who: Option<Criterion>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawThreshold {
    count: Quantity,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at_least: Option<Value<Share>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    more_than: Option<Value<Share>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at_most: Option<Value<Share>>,
    of: Base,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    who: Option<Criterion>,
}

/// A threshold with no test, or with several.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a threshold has exactly one of `at_least`, `more_than`, `at_most`")]
pub struct NotOneShare;

impl TryFrom<RawThreshold> for Threshold {
    type Error = NotOneShare;

    fn try_from(raw: RawThreshold) -> Result<Self, NotOneShare> {
        let (test, share) = match (raw.at_least, raw.more_than, raw.at_most) {
            (Some(share), None, None) => (ShareKind::AtLeast, share),
            (None, Some(share), None) => (ShareKind::MoreThan, share),
            (None, None, Some(share)) => (ShareKind::AtMost, share),
            _ => return Err(NotOneShare),
        };
        Ok(Self { count: raw.count, test, share, of: raw.of, who: raw.who })
    }
}

impl From<Threshold> for RawThreshold {
    fn from(threshold: Threshold) -> Self {
        let Threshold { count, test, share, of, who } = threshold;
        let on = |kind: ShareKind| (kind == test).then(|| share.clone());
        Self {
            count,
            at_least: on(ShareKind::AtLeast),
            more_than: on(ShareKind::MoreThan),
            at_most: on(ShareKind::AtMost),
            of,
            who,
        }
    }
}

impl Lower for Threshold {
    fn check(&self) -> Check {
        let must =
            CountTest::Share { test: self.test, share: self.share.clone(), base: self.of, who: self.who.clone() };
        Check::Count(Count { of: Tallied::Recorded(self.count), must })
    }
}

//! 设立 — a unit has a body or an organization, or must not have one. Where it is asked for only under a condition, the
//! condition is the `when` of the edition; where it is only allowed under one, that is an `eligibility` of the body's own
//! unit.

use super::Lower;
use crate::check::{Check, Link};
use crate::vocab::{BodyKind, UnitKind};
use serde::{Deserialize, Serialize};

/// 设立.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Formation {
    /// One of these bodies of the unit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<BodyKind>,
    /// Or a unit of one of these kinds that serves it or stands below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<UnitKind>,
    /// 代行: or another unit that acts in its place.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub acting: bool,
    /// 不得设立: there must be none.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub forbidden: bool,
}

impl Lower for Formation {
    fn check(&self) -> Check {
        Check::Link(Link::Formed {
            bodies: self.bodies.clone(),
            units: self.units.clone(),
            acting: self.acting,
            forbidden: self.forbidden,
        })
    }
}

//! 覆盖、纳管 — every unit is joined to a unit above, or served by so many of a kind; every holder is enrolled.

use super::Lower;
use crate::check::{Check, Link, Value};
use crate::vocab::{Key, LinkKind, Period, UnitKind};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 覆盖、纳管.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Coverage {
    /// 上级单位类别.
    Parent {
        /// The kinds that may stand above.
        of: Vec<UnitKind>,
    },
    /// 覆盖单位数.
    Served {
        /// By which kind of link.
        kind: LinkKind,
        /// By units of these kinds.
        by: Vec<UnitKind>,
        /// 不少于.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min: Option<Value<u32>>,
        /// 不超过.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<Value<u32>>,
    },
    /// 纳入项目.
    Enrolled {
        /// The program.
        program: Key,
        /// 首批截止日期, the day included.
        #[serde(with = "crate::vocab::day")]
        by_day: NaiveDate,
        /// 以后任职者, within so long.
        within: Value<Period>,
    },
}

impl Lower for Coverage {
    fn check(&self) -> Check {
        Check::Link(match self {
            Self::Parent { of } => Link::Parent { of: of.clone() },
            Self::Served { kind, by, min, max } => {
                Link::Served { kind: *kind, by: by.clone(), min: min.clone(), max: max.clone() }
            }
            Self::Enrolled { program, by_day, within } => {
                Link::Enrolled { program: program.clone(), by_day: *by_day, within: within.clone() }
            }
        })
    }
}

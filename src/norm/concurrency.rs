//! 交叉任职、一肩挑 — one person holds two posts. Whether that is expected or only allowed is the modality of the edition.

use super::Lower;
use crate::check::{Check, Pair, Reach};
use crate::vocab::{PostKind, UnitKind};
use serde::{Deserialize, Serialize};

/// 交叉任职、一肩挑.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Concurrency {
    /// One post.
    pub post: PostKind,
    /// The other post.
    pub with: PostKind,
    /// 后一职务所在单位: held in the subject unit, or in any unit of its village.
    #[serde(default = "in_unit", skip_serializing_if = "is_in_unit")]
    pub inside: Reach,
    /// 后一职务所在单位的类别; of any kind where empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with_units: Vec<UnitKind>,
}

const fn in_unit() -> Reach {
    Reach::Unit
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape serde asks for")]
fn is_in_unit(reach: &Reach) -> bool {
    *reach == Reach::Unit
}

impl Lower for Concurrency {
    fn check(&self) -> Check {
        Check::Pair(Pair::Together {
            post: self.post,
            with: self.with,
            inside: self.inside,
            with_units: self.with_units.clone(),
        })
    }
}

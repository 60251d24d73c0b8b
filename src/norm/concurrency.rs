//! 交叉任职、一肩挑 — one person holds two posts. Whether that is expected or only allowed is the modality of the edition.

use super::Lower;
use crate::check::{Check, Pair};
use crate::vocab::PostKind;
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
}

impl Lower for Concurrency {
    fn check(&self) -> Check {
        Check::Pair(Pair::Together { post: self.post, with: self.with })
    }
}

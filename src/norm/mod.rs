//! 规范 — the norm kinds: plain data that a person who knows the law can read beside the statute, each lowered to one of
//! the eight checks.

mod cadence;
mod competence;
mod composition;
mod concurrency;
mod coverage;
mod deadline;
mod duration;
mod eligibility;
mod formation;
mod induction;
mod required_items;
mod separation;
mod size;
mod stages;
mod term;
mod threshold;

pub use cadence::{Cadence, Recurring};
pub use competence::Competence;
pub use composition::{Composition, Must};
pub use concurrency::Concurrency;
pub use coverage::Coverage;
pub use deadline::Deadline;
pub use duration::Duration;
pub use eligibility::Eligibility;
pub use formation::Formation;
pub use induction::Induction;
pub use required_items::RequiredItems;
pub use separation::Separation;
pub use size::{Size, Sized};
pub use stages::Stages;
pub use term::Term;
pub use threshold::{NotOneShare, Threshold};

use crate::check::Check;
use crate::vocab::Lang;
use serde::{Deserialize, Serialize};

/// What every norm kind does: say itself as a check.
pub(crate) trait Lower {
    /// The check the norm lowers to.
    fn check(&self) -> Check;
}

/// 规范 — what an edition of a provision says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Norm {
    /// 资格与负面情形.
    Eligibility(Eligibility),
    /// 职数、数量.
    Size(Size),
    /// 构成.
    Composition(Composition),
    /// 比例门槛.
    Threshold(Threshold),
    /// 回避、不得兼任.
    Separation(Separation),
    /// 交叉任职、一肩挑.
    Concurrency(Concurrency),
    /// 任期.
    Term(Term),
    /// 时长.
    Duration(Duration),
    /// 期限.
    Deadline(Deadline),
    /// 任职培训.
    Induction(Induction),
    /// 程序.
    Stages(Stages),
    /// 频次.
    Cadence(Cadence),
    /// 权限.
    Competence(Competence),
    /// 要件.
    RequiredItems(RequiredItems),
    /// 覆盖、纳管.
    Coverage(Coverage),
    /// 设立.
    Formation(Formation),
}

impl Norm {
    /// 规范类型 — what the kind is called.
    pub const fn title(&self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Eligibility(_) => ("资格与负面情形", "eligibility"),
            Self::Size(_) => ("职数、数量", "size"),
            Self::Composition(_) => ("构成", "composition"),
            Self::Threshold(_) => ("比例门槛", "threshold"),
            Self::Separation(_) => ("回避、不得兼任", "separation"),
            Self::Concurrency(_) => ("交叉任职", "concurrency of posts"),
            Self::Term(_) => ("任期", "term"),
            Self::Duration(_) => ("时长", "duration"),
            Self::Deadline(_) => ("期限", "deadline"),
            Self::Induction(_) => ("任职培训", "induction"),
            Self::Stages(_) => ("程序", "stages"),
            Self::Cadence(_) => ("频次", "cadence"),
            Self::Competence(_) => ("权限", "competence"),
            Self::RequiredItems(_) => ("要件", "required items"),
            Self::Coverage(_) => ("覆盖、纳管", "coverage"),
            Self::Formation(_) => ("设立", "formation"),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// The check the norm lowers to.
    pub fn check(&self) -> Check {
        match self {
            Self::Eligibility(norm) => norm.check(),
            Self::Size(norm) => norm.check(),
            Self::Composition(norm) => norm.check(),
            Self::Threshold(norm) => norm.check(),
            Self::Separation(norm) => norm.check(),
            Self::Concurrency(norm) => norm.check(),
            Self::Term(norm) => norm.check(),
            Self::Duration(norm) => norm.check(),
            Self::Deadline(norm) => norm.check(),
            Self::Induction(norm) => norm.check(),
            Self::Stages(norm) => norm.check(),
            Self::Cadence(norm) => norm.check(),
            Self::Competence(norm) => norm.check(),
            Self::RequiredItems(norm) => norm.check(),
            Self::Coverage(norm) => norm.check(),
            Self::Formation(norm) => norm.check(),
        }
    }
}

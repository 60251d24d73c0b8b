//! 词汇 — the words everything else is written in: identifiers, partial dates and spans, exact shares over named bases,
//! truth and the results still possible, bilingual text, citations, and the closed and open vocabularies.

mod citation;
mod date;
mod id;
mod key;
mod period;
mod resident_id;
mod share;
mod span;
mod term_list;
mod terms;
pub(crate) mod text;
mod truth;

pub use citation::*;
pub use date::*;
pub use id::*;
pub use key::*;
pub use period::*;
pub use resident_id::*;
pub use share::*;
pub use span::*;
pub use terms::*;
pub use text::*;
pub use truth::*;

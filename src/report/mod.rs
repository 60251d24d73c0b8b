//! 报告 — answers in words, Chinese and English: one sentence, a list of what it rests on, the whole derivation; a report
//! as text, Markdown and JSON. All of it is rendered from the one answer that the review gives; nothing is judged here.
//!
//! Names are the caller's affair: without [`Style::naming`] persons are shown by their ids, resident ids masked.

mod answer;
mod build;
mod catalog;
mod citation;
mod comparison;
mod decisive;
mod eligibility;
mod evidence;
mod happened;
mod missing;
mod model;
mod names;
mod number;
mod order;
mod problems;
mod progress;
mod render;
mod rests;
mod standing;
mod style;
mod subject;
mod ties;
mod timeline;
mod turn;
mod unit;
mod words;

#[cfg(test)]
mod fixture;

pub use model::{
    CitationEntry, Counts, FactEntry, FindingEntry, GapEntry, PillarEntry, Report, SubjectEntry, UnexaminedEntry,
    VillageEntry,
};
pub use problems::problems_in_words;
pub use rests::{ConfidenceCount, ParameterEntry, ParameterState, ReadingEntry, RestsOn};
pub use style::Style;

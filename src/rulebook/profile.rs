//! 地方标准 — a town's profile: values for what the law leaves open, words of its own, provisions of its own.

use super::RulebookErrors;
use super::load::{self, Parsed};
use crate::vocab::Bilingual;

/// 地方标准 — what a town, district or county puts over the built-in law.
#[derive(Debug, Clone)]
pub struct Profile {
    parsed: Parsed,
}

impl Profile {
    /// Reads a profile from TOML.
    ///
    /// # Errors
    ///
    /// Every error, with its place and what would be right.
    pub fn toml(text: &str) -> Result<Self, RulebookErrors> {
        Self::from_file("profile.toml", text)
    }

    /// Reads a profile from TOML, naming the file in errors.
    ///
    /// # Errors
    ///
    /// Every error, with its place and what would be right.
    pub fn from_file(file: &str, text: &str) -> Result<Self, RulebookErrors> {
        let (parsed, errors) = load::parse(file, text);
        if errors.is_empty() { Ok(Self { parsed }) } else { Err(RulebookErrors(errors)) }
    }

    /// 九江镇 — the plan of Jiujiang as far as it was published, everything else left open.
    ///
    /// # Errors
    ///
    /// None in a released version: a test reads what is built in.
    pub fn jiujiang() -> Result<Self, RulebookErrors> {
        Self::from_file(super::builtin::JIUJIANG.0, super::builtin::JIUJIANG.1)
    }

    /// The name of the profile.
    pub fn name(&self) -> Option<&Bilingual> {
        self.parsed.name.as_ref()
    }

    pub(super) fn from_parsed(parsed: Parsed) -> Self {
        Self { parsed }
    }

    pub(super) fn parsed(&self) -> &Parsed {
        &self.parsed
    }
}

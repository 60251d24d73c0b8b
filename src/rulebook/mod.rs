//! 规则表 — rules as data: provisions with their editions, levels, parameters and readings; TOML in; a profile over the
//! built-in law.

mod answers;
mod builtin;
mod compile;
mod error;
mod load;
mod parameter;
mod profile;
mod provision;
mod questions;
mod range;
mod setting;
mod walk;

pub use answers::AnswerErrors;
pub use error::{RulebookError, RulebookErrors, RulebookFault};
pub use parameter::{Instrument, Parameter, Reading};
pub use profile::Profile;
pub use provision::{
    Before, Edition, Effect, Exception, FromDay, Lower, Modality, Provision, ProvisionId, ProvisionIdError, Scope,
    Stands, Transition, Variant,
};
pub use questions::Question;
pub use range::{DayRange, NoRange, Range};
pub use setting::{Overreach, Setting, SettingFault};
pub use walk::{Walk, WalkStage};

use crate::vocab::{Bilingual, Key, Lang, Vocabulary};
use load::Parsed;
use std::collections::BTreeMap;

/// 规则表 — the rules in force for a review: the built-in law, and what a profile puts over it.
#[derive(Debug, Clone)]
pub struct Rulebook {
    parsed: Parsed,
    provisions: BTreeMap<ProvisionId, Provision>,
    parameters: BTreeMap<Key, Parameter>,
    instruments: BTreeMap<String, Instrument>,
    walks: Vec<Walk>,
    vocabulary: Vocabulary,
    profiles: Vec<Bilingual>,
}

impl Rulebook {
    /// The built-in law: national law and policy, Party regulation, Guangdong. The rules of a town come with a
    /// [`Profile`].
    ///
    /// # Errors
    ///
    /// None in a released version: a test reads what is built in.
    pub fn builtin() -> Result<Self, RulebookErrors> {
        Self::from_toml(builtin::FILES)
    }

    /// A rulebook from files of one's own: name and text of each.
    ///
    /// # Errors
    ///
    /// Every error of every file, with its place and what would be right.
    pub fn from_toml(files: &[(&str, &str)]) -> Result<Self, RulebookErrors> {
        let mut all = Parsed::default();
        let mut errors = Vec::new();
        for (file, text) in files {
            let (parsed, mut faults) = load::parse(file, text);
            errors.append(&mut faults);
            all.append(parsed);
        }
        Self::compile(all, Vec::new(), errors)
    }

    /// This rulebook with a profile over it: a town's values, words and provisions.
    ///
    /// # Errors
    ///
    /// Every error of the profile, with its place and what would be right.
    pub fn with(&self, profile: &Profile) -> Result<Self, RulebookErrors> {
        let mut parsed = self.parsed.clone();
        parsed.append(profile.parsed().clone());
        let mut names = self.profiles.clone();
        names.extend(profile.name().cloned());
        Self::compile(parsed, names, Vec::new())
    }

    fn compile(
        parsed: Parsed,
        profiles: Vec<Bilingual>,
        mut errors: Vec<RulebookError>,
    ) -> Result<Self, RulebookErrors> {
        let mut vocabulary = Vocabulary::builtin();
        for term in &parsed.vocabulary {
            vocabulary.insert(term.clone());
        }
        let mut parameters: BTreeMap<Key, Parameter> = BTreeMap::new();
        let misfit = |parameter: &Parameter, value: &toml::Value| RulebookFault::OutOfRange {
            name: parameter.name.clone(),
            value: value.to_string(),
            allowed: parameter.allowed(Lang::En),
        };
        for (parameter, place) in &parsed.parameters {
            if let Some(default) = parameter.default.as_ref().filter(|default| !parameter.allows(default)) {
                errors.push(place.error(misfit(parameter, default)));
            }
            if parameters.insert(parameter.name.clone(), parameter.clone()).is_some() {
                errors.push(place.error(RulebookFault::ParameterTwice { name: parameter.name.clone() }));
            }
        }
        for (Setting { name, value, .. }, place) in &parsed.set {
            match parameters.get_mut(name) {
                Some(parameter) if parameter.allows(value) => parameter.value = Some(value.clone()),
                Some(parameter) => errors.push(place.error(misfit(parameter, value))),
                None => errors.push(place.error(RulebookFault::NoSuchParameter { name: name.clone() })),
            }
        }
        let mut compiled = compile::compile(&parsed, &parameters, &vocabulary);
        errors.append(&mut compiled.errors);
        walk::check(&parsed.walks, &compiled.provisions, &vocabulary, &mut errors);
        if !errors.is_empty() {
            errors.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
            errors.dedup();
            return Err(RulebookErrors(errors));
        }
        let instruments = parsed.instruments.iter().map(|one| (one.key.clone(), one.clone())).collect();
        let mut walks: Vec<Walk> = parsed.walks.iter().map(|(walk, _)| walk.clone()).collect();
        walks.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(Self { walks, provisions: compiled.provisions, parsed, parameters, instruments, vocabulary, profiles })
    }

    /// The provisions, in order of their ids.
    pub fn provisions(&self) -> impl Iterator<Item = &Provision> {
        self.provisions.values()
    }

    /// A provision.
    pub fn provision(&self, id: &ProvisionId) -> Option<&Provision> {
        self.provisions.get(id)
    }

    /// 流程 — the walks, in order of their ids.
    pub fn walks(&self) -> &[Walk] {
        &self.walks
    }

    /// A walk.
    pub fn walk(&self, id: &Key) -> Option<&Walk> {
        self.walks.iter().find(|walk| walk.id == *id)
    }

    /// The parameters, in order of their names.
    pub fn parameters(&self) -> impl Iterator<Item = &Parameter> {
        self.parameters.values()
    }

    /// A parameter.
    pub fn parameter(&self, name: &Key) -> Option<&Parameter> {
        self.parameters.get(name)
    }

    /// An instrument that provisions cite.
    pub fn instrument(&self, key: &str) -> Option<&Instrument> {
        self.instruments.get(key)
    }

    /// The words of stages, actors, matters and items.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The profiles put over the built-in law, in order.
    pub fn profiles(&self) -> &[Bilingual] {
        &self.profiles
    }
}

impl Parsed {
    /// Adds what another file holds.
    fn append(&mut self, mut other: Self) {
        self.instruments.append(&mut other.instruments);
        self.parameters.append(&mut other.parameters);
        self.vocabulary.append(&mut other.vocabulary);
        self.provisions.append(&mut other.provisions);
        self.editions.append(&mut other.editions);
        self.walks.append(&mut other.walks);
        self.set.append(&mut other.set);
    }
}

//! TOML in: every block read on its own, so that one mistake hides no other, each error with its place.

use super::error::{RulebookError, RulebookFault};
use super::{Before, Effect, Instrument, Lower, Modality, Parameter, ProvisionId, Scope, Setting, Stands, Walk};
use crate::check::{Criterion, Moment};
use crate::norm::Norm;
use crate::vocab::{Bilingual, Citation, Key, Level, Term};
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

/// Where something stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) column: usize,
}

impl Place {
    pub(super) fn error(&self, fault: RulebookFault) -> RulebookError {
        RulebookError { file: self.file.clone(), line: self.line, column: self.column, fault }
    }
}

/// What a file of rules holds, its parameters not yet put in.
#[derive(Debug, Clone, Default)]
pub(super) struct Parsed {
    pub(super) instruments: Vec<Instrument>,
    pub(super) parameters: Vec<(Parameter, Place)>,
    pub(super) vocabulary: Vec<Term>,
    pub(super) provisions: Vec<(RawProvision, Place)>,
    pub(super) editions: Vec<RawEdition>,
    pub(super) walks: Vec<(Walk, Place)>,
    pub(super) set: Vec<(Setting, Place)>,
    pub(super) name: Option<Bilingual>,
    pub(super) by: Option<Level>,
}

/// The head of a provision.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawProvision {
    pub(super) id: ProvisionId,
    pub(super) title: Bilingual,
    pub(super) applies_to: Scope,
    pub(super) judged_on: Moment,
    #[serde(default)]
    pub(super) before: Before,
    #[serde(default, rename = "edition")]
    _edition: serde::de::IgnoredAny,
}

/// An edition with its parameters not yet put in.
#[derive(Debug, Clone)]
pub(super) struct RawEdition {
    pub(super) of: ProvisionId,
    pub(super) head: EditionHead,
    pub(super) place: Place,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EditionHead {
    #[serde(default)]
    pub(super) of: Option<ProvisionId>,
    pub(super) in_force: RawInForce,
    pub(super) level: Level,
    #[serde(default)]
    pub(super) stands: Stands,
    #[serde(default)]
    pub(super) lower: Lower,
    pub(super) source: Citation,
    pub(super) modality: Modality,
    #[serde(default)]
    pub(super) effect: Option<Effect>,
    #[serde(default)]
    pub(super) transition: Option<toml::Value>,
    #[serde(default)]
    pub(super) when: Option<toml::Value>,
    #[serde(default)]
    pub(super) unless: Vec<toml::Value>,
    pub(super) norm: toml::Value,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawInForce {
    pub(super) from: toml::Value,
    #[serde(default)]
    pub(super) until: Option<crate::vocab::PartialDate>,
}

/// A file being read: its name, its text, and the errors found so far.
struct Reader<'t> {
    file: &'t str,
    text: &'t str,
    errors: Vec<RulebookError>,
}

pub(super) fn parse(file: &str, text: &str) -> (Parsed, Vec<RulebookError>) {
    let mut reader = Reader { file, text, errors: Vec::new() };
    let (root, faults) = DeTable::parse_recoverable(text);
    for fault in faults {
        reader.fault(&fault, 0..0);
    }
    let mut parsed = Parsed::default();
    if reader.errors.is_empty() {
        for (name, value) in root.get_ref() {
            reader.table(name.get_ref(), name.span(), value, &mut parsed);
        }
    }
    // What nobody says otherwise of is set by a town.
    for (setting, _) in &mut parsed.set {
        setting.by = Some(parsed.by.unwrap_or(Level::Town));
    }
    (parsed, reader.errors)
}

impl<'t> Reader<'t> {
    fn place(&self, at: usize) -> Place {
        let before = self.text.get(..at.min(self.text.len())).unwrap_or("");
        let line = before.matches('\n').count().saturating_add(1);
        let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()).saturating_add(1);
        Place { file: self.file.to_owned(), line, column }
    }

    fn fault(&mut self, error: &toml::de::Error, within: std::ops::Range<usize>) {
        let span = error.span().filter(|span| !(span.start == 0 && span.end == 0)).unwrap_or(within);
        let place = self.place(span.start);
        self.errors.push(place.error(RulebookFault::Shape { message: error.message().to_owned() }));
    }

    /// Reads one value, keeping the error of a value that does not fit.
    fn read<T: serde::de::DeserializeOwned>(&mut self, value: &Spanned<DeValue<'t>>) -> Option<T> {
        match T::deserialize(ValueDeserializer::from(value.clone())) {
            Ok(read) => Some(read),
            Err(error) => {
                self.fault(&error, value.span());
                None
            }
        }
    }

    fn table(&mut self, name: &str, span: std::ops::Range<usize>, value: &Spanned<DeValue<'t>>, into: &mut Parsed) {
        match name {
            "name" => into.name = self.read(value),
            "by" => into.by = self.read(value),
            "set" => self.set(value, into),
            "instrument" | "parameter" | "vocabulary" | "provision" | "edition" | "walk" => {
                let Some(items) = value.get_ref().as_array() else {
                    let message = format!("`{name}` is a list of tables: write [[{name}]]");
                    self.errors.push(self.place(span.start).error(RulebookFault::Shape { message }));
                    return;
                };
                for item in items {
                    self.item(name, item, into);
                }
            }
            _ => {
                let fault = RulebookFault::UnknownTable { name: name.to_owned() };
                self.errors.push(self.place(span.start).error(fault));
            }
        }
    }

    fn item(&mut self, name: &str, item: &Spanned<DeValue<'t>>, into: &mut Parsed) {
        let place = self.place(item.span().start);
        match name {
            "instrument" => into.instruments.extend(self.read::<Instrument>(item)),
            "parameter" => into.parameters.extend(self.read::<Parameter>(item).map(|read| (read, place))),
            "walk" => into.walks.extend(self.read::<Walk>(item).map(|read| (read, place))),
            "vocabulary" => into.vocabulary.extend(self.read::<Term>(item)),
            "edition" => {
                if let Some(edition) = self.edition(item, None) {
                    into.editions.push(edition);
                }
            }
            _ => {
                let Some(head) = self.read::<RawProvision>(item) else { return };
                let of = head.id.clone();
                into.provisions.push((head, place));
                let editions = item.get_ref().as_table().and_then(|table| table.get("edition"));
                for edition in
                    editions.and_then(|value| value.get_ref().as_array()).into_iter().flat_map(|all| all.iter())
                {
                    if let Some(edition) = self.edition(edition, Some(&of)) {
                        into.editions.push(edition);
                    }
                }
            }
        }
    }

    fn edition(&mut self, item: &Spanned<DeValue<'t>>, of: Option<&ProvisionId>) -> Option<RawEdition> {
        let place = self.place(item.span().start);
        // The shape of what is kept as plain values is checked here, where places are known.
        let table = item.get_ref().as_table()?;
        let mut fits = true;
        if let Some(norm) = table.get("norm") {
            fits &= self.read::<Norm>(norm).is_some();
        }
        if let Some(when) = table.get("when") {
            fits &= self.read::<Criterion>(when).is_some();
        }
        if let Some(unless) = table.get("unless") {
            fits &= self.read::<Vec<super::Exception>>(unless).is_some();
        }
        let head = self.read::<EditionHead>(item)?;
        if !fits {
            return None;
        }
        let Some(of) = of.or(head.of.as_ref()).cloned() else {
            let message = "missing field `of`: the provision this edition belongs to".to_owned();
            self.errors.push(place.error(RulebookFault::Shape { message }));
            return None;
        };
        Some(RawEdition { of, head, place })
    }

    fn set(&mut self, value: &Spanned<DeValue<'t>>, into: &mut Parsed) {
        let Some(table) = value.get_ref().as_table() else {
            let message = "`set` is a table of parameters: write [set]".to_owned();
            self.errors.push(self.place(value.span().start).error(RulebookFault::Shape { message }));
            return;
        };
        for (name, value) in table {
            let place = self.place(name.span().start);
            match Key::new(name.get_ref()) {
                Ok(key) => {
                    if let Some(value) = self.read::<toml::Value>(value) {
                        into.set.push((Setting { name: key, value, by: None }, place));
                    }
                }
                Err(error) => self.errors.push(place.error(RulebookFault::Shape { message: error.to_string() })),
            }
        }
    }
}

//! 词条 — open vocabulary: stages, actors, matters, items, programs, charter clauses and custom columns. Each key has a
//! Chinese and an English name and the spellings of sheets; a profile adds its own. Unknown keys are refused.

use super::term_list::BUILTIN;
use super::text::{Bilingual, Lang};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// 词条键 — a `kebab-case` key of the open vocabulary.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Key(Box<str>);

/// A text that is no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no key: use 1 to 64 lower-case letters, digits and single hyphens")]
pub struct KeyError(String);

impl Key {
    /// Reads a key.
    ///
    /// # Errors
    ///
    /// [`KeyError`] unless the text is 1 to 64 characters of `a-z`, `0-9` and single inner hyphens.
    pub fn new(text: &str) -> Result<Self, KeyError> {
        let shaped = !text.is_empty()
            && text.len() <= 64
            && text.split('-').all(|part| {
                !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
            });
        if shaped { Ok(Self(text.into())) } else { Err(KeyError(text.to_owned())) }
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Key {
    type Error = KeyError;

    fn try_from(text: String) -> Result<Self, KeyError> {
        Self::new(&text)
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.0.into()
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "`{}`", self.0)
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// 词条类别 — the kinds of open vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum TermSet {
    /// 办理环节 — stages of acts.
    Stage,
    /// 办理主体 — who acts.
    Actor,
    /// 事项类别 — matters decided.
    Matter,
    /// 材料要件 — items a record must carry.
    Item,
    /// 项目 — programs in which a person is enrolled.
    Program,
    /// 章程条款 — clauses of a charter.
    Clause,
    /// 自设栏目 — columns a town adds.
    Column,
}

impl TermSet {
    /// What the set is called.
    pub const fn title(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Stage, Lang::Zh) => "环节",
            (Self::Stage, Lang::En) => "stage",
            (Self::Actor, Lang::Zh) => "主体",
            (Self::Actor, Lang::En) => "actor",
            (Self::Matter, Lang::Zh) => "事项类别",
            (Self::Matter, Lang::En) => "matter",
            (Self::Item, Lang::Zh) => "材料",
            (Self::Item, Lang::En) => "item",
            (Self::Program, Lang::Zh) => "项目",
            (Self::Program, Lang::En) => "program",
            (Self::Clause, Lang::Zh) => "章程条款",
            (Self::Clause, Lang::En) => "charter clause",
            (Self::Column, Lang::Zh) => "自设栏目",
            (Self::Column, Lang::En) => "custom column",
        }
    }
}

/// 词条 — a key with its names and the other spellings of sheets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The kind of vocabulary.
    pub set: TermSet,
    /// The key.
    pub key: Key,
    /// The names.
    pub title: Bilingual,
    /// Other spellings of sheets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
}

/// 词汇表 — the open vocabulary in force: the built-in terms and what a profile adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vocabulary {
    terms: BTreeMap<(TermSet, Key), Term>,
}

impl Vocabulary {
    /// The built-in vocabulary.
    pub fn builtin() -> Self {
        let terms = BUILTIN.iter().filter_map(|&(set, key, zh, en, also)| {
            let key = Key::new(key).ok()?;
            let title = Bilingual::new(zh, en).ok()?;
            let also = also.iter().map(|&word| word.to_owned()).collect();
            Some(((set, key.clone()), Term { set, key, title, also }))
        });
        Self { terms: terms.collect() }
    }

    /// This vocabulary with a term added, or replaced where it has the same set and key.
    pub fn insert(&mut self, term: Term) {
        self.terms.insert((term.set, term.key.clone()), term);
    }

    /// Whether the set has this key.
    pub fn has(&self, set: TermSet, key: &Key) -> bool {
        self.terms.contains_key(&(set, key.clone()))
    }

    /// The name of a key; the key itself where the set does not have it.
    pub fn title<'a>(&'a self, set: TermSet, key: &'a Key, lang: Lang) -> &'a str {
        self.terms.get(&(set, key.clone())).map_or(key.as_str(), |term| term.title.in_lang(lang))
    }

    /// The key a sheet means: the key itself, either name, or another spelling.
    pub fn from_words(&self, set: TermSet, words: &str) -> Option<&Key> {
        let words = words.trim();
        self.of(set)
            .find(|term| {
                term.key.as_str() == words
                    || term.title.in_lang(Lang::Zh) == words
                    || term.title.in_lang(Lang::En).eq_ignore_ascii_case(words)
                    || term.also.iter().any(|also| also == words)
            })
            .map(|term| &term.key)
    }

    /// The terms of a set, in order of their keys.
    pub fn of(&self, set: TermSet) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(move |((of, _), _)| *of == set).map(|(_, term)| term)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_kebab_case() {
        for good in ["a", "give-notice", "q4-2026"] {
            assert_eq!(Key::new(good).unwrap().as_str(), good);
        }
        for bad in ["", "-", "a-", "-a", "a--b", "A", "会议", "a b", "a_b", &"a".repeat(65)] {
            assert!(Key::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn every_builtin_term_is_well_formed_and_no_spelling_means_two_things() {
        let vocabulary = Vocabulary::builtin();
        assert_eq!(vocabulary.terms.len(), BUILTIN.len());
        let mut seen = BTreeMap::new();
        for (set, key, zh, en, also) in BUILTIN {
            let words = [*key, *zh, *en].into_iter().chain(also.iter().copied());
            for word in words {
                let other = seen.insert((*set, word), *key);
                assert!(other.is_none_or(|other| other == *key), "{set:?} `{word}` means `{key}` and {other:?}");
            }
        }
    }

    #[test]
    fn a_sheet_may_use_any_spelling() {
        let vocabulary = Vocabulary::builtin();
        let meet = Key::new("meet").unwrap();
        for words in ["meet", "召开会议", " 会议 "] {
            assert_eq!(vocabulary.from_words(TermSet::Stage, words), Some(&meet), "{words}");
        }
        assert_eq!(vocabulary.from_words(TermSet::Stage, "散步"), None);
    }
}

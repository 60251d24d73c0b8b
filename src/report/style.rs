//! 显示方式 — the language, how persons are named, and how much of a long list is shown.

use crate::facts::Person;
use crate::vocab::Lang;

/// How many findings of each severity a report shows unless the caller says otherwise.
const EACH_MAX: usize = 20;

/// 显示方式 — the caller decides how persons are named; by default by their ids, resident ids masked.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Style<'a> {
    /// The language.
    pub lang: Lang,
    /// What a person is called.
    pub person: &'a dyn Fn(&Person) -> String,
    /// How many findings of each severity a report shows; groups of alike findings count once.
    pub each_max: usize,
}

impl Style<'static> {
    /// Ids, twenty findings of each severity.
    pub fn new(lang: Lang) -> Self {
        Self { lang, person: &by_id, each_max: EACH_MAX }
    }
}

impl Style<'_> {
    /// This style with persons named by the caller, such as `张三（P007）`.
    #[must_use]
    pub fn naming(self, person: &dyn Fn(&Person) -> String) -> Style<'_> {
        Style { lang: self.lang, person, each_max: self.each_max }
    }

    /// This style with at most so many findings of each severity in a report.
    #[must_use]
    pub fn showing(self, each_max: usize) -> Self {
        Self { each_max, ..self }
    }
}

impl std::fmt::Debug for Style<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Style").field("lang", &self.lang).field("each_max", &self.each_max).finish_non_exhaustive()
    }
}

/// The id; a resident id that serves as one prints masked.
fn by_id(person: &Person) -> String {
    person.id.to_string()
}

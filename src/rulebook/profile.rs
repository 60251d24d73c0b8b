//! 地方标准 — a town's profile: values for what the law leaves open, words of its own, provisions of its own; and the
//! questionnaire of what nobody has answered yet.

use super::load::{self, Parsed};
use super::{Parameter, Rulebook, RulebookErrors, compile};
use crate::vocab::{Bilingual, Key, Lang, Level};

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

    pub(super) fn parsed(&self) -> &Parsed {
        &self.parsed
    }
}

/// 待定问题 — an open parameter as a plain question.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Question {
    /// The parameter.
    pub parameter: Key,
    /// The question.
    pub question: Bilingual,
    /// 由谁定.
    pub set_by: Vec<Level>,
    /// The readings to choose between, value and meaning; empty where any value of the kind will do.
    pub choices: Vec<(String, Bilingual)>,
    /// The value taken until an answer comes, where there is one.
    pub default: Option<String>,
}

impl Rulebook {
    /// Every parameter nobody has set, as a question; parameters that only have a default come with it.
    pub fn questions(&self) -> Vec<Question> {
        let open = self.parameters().filter(|parameter| parameter.value.is_none());
        open.map(|parameter: &Parameter| Question {
            parameter: parameter.name.clone(),
            question: parameter.question.clone(),
            set_by: parameter.set_by.clone(),
            choices: parameter
                .readings
                .iter()
                .map(|reading| (compile::plain(&reading.value), reading.title.clone()))
                .collect(),
            default: parameter.default.as_ref().map(compile::plain),
        })
        .collect()
    }

    /// The questions as a table: parameter, question, who may set it, choices, default, answer.
    pub fn questions_csv(&self, lang: Lang) -> String {
        let head = match lang {
            Lang::Zh => ["参数", "问题", "由谁定", "可选", "暂用值", "答复"],
            Lang::En => ["parameter", "question", "set by", "choices", "taken meanwhile", "answer"],
        };
        let mut writer = csv::Writer::from_writer(Vec::new());
        let mut write = |row: [&str; 6]| writer.write_record(row);
        let mut result = write(head);
        for question in self.questions() {
            let set_by: Vec<&str> = question.set_by.iter().map(|level| level.title(lang)).collect();
            let choices: Vec<String> =
                question.choices.iter().map(|(value, title)| format!("{value} = {}", title.in_lang(lang))).collect();
            result = result.and(write([
                question.parameter.as_str(),
                question.question.in_lang(lang),
                &set_by.join("、"),
                &choices.join("; "),
                question.default.as_deref().unwrap_or(""),
                "",
            ]));
        }
        // Writing to memory does not fail; an empty text would say that it did.
        let bytes = result.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }
}

//! 待定问题 — the questionnaire of what nobody has decided yet: every parameter that is open, and every one that has a
//! default, as plain questions and as a table to fill in. [`Profile::from_answers`] reads it back.

use super::compile::plain;
use super::{Parameter, Profile, Range, Rulebook};
use crate::vocab::{Bilingual, Key, Lang, Level};

/// 待定问题 — a parameter as a plain question.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Question {
    /// The parameter.
    pub parameter: Key,
    /// 名称.
    pub title: Bilingual,
    /// The question.
    pub question: Bilingual,
    /// 由谁定.
    pub set_by: Vec<Level>,
    /// 读法 — the readings to choose between, value and meaning.
    pub choices: Vec<(String, Bilingual)>,
    /// 可取范围 — what a value has to lie in, where it is no choice; any value of the kind where this is absent too.
    pub range: Option<Range>,
    /// 暂用值 — the value taken until an answer comes, where there is one.
    pub default: Option<String>,
    /// 已定值 — the value somebody set in place of the default.
    pub value: Option<String>,
    /// 理由 — why it is open, or why the default is taken, with the text that leaves it so.
    pub reason: Option<Bilingual>,
}

impl Question {
    fn of(parameter: &Parameter) -> Self {
        let reading = |reading: &super::Reading| (plain(&reading.value), reading.title.clone());
        Self {
            parameter: parameter.name.clone(),
            title: parameter.title.clone(),
            question: parameter.question.clone(),
            set_by: parameter.set_by.clone(),
            choices: parameter.readings.iter().map(reading).collect(),
            range: parameter.range,
            default: parameter.default.as_ref().map(plain),
            value: parameter.value.as_ref().map(plain),
            reason: parameter.reason.clone(),
        }
    }
}

/// 栏目 — the columns of the questionnaire, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Parameter,
    Title,
    Question,
    SetBy,
    Allowed,
    State,
    Present,
    Reason,
    Answer,
}

impl Column {
    pub(super) const ALL: [Self; 9] = [
        Self::Parameter,
        Self::Title,
        Self::Question,
        Self::SetBy,
        Self::Allowed,
        Self::State,
        Self::Present,
        Self::Reason,
        Self::Answer,
    ];

    pub(super) const fn title(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Parameter => ("参数", "parameter"),
            Self::Title => ("名称", "title"),
            Self::Question => ("问题", "question"),
            Self::SetBy => ("由谁定", "set by"),
            Self::Allowed => ("可填", "may be"),
            Self::State => ("状态", "state"),
            Self::Present => ("现值", "present value"),
            Self::Reason => ("理由", "reason"),
            Self::Answer => ("答复", "answer"),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    fn cell(self, parameter: &Parameter, lang: Lang) -> String {
        match self {
            Self::Parameter => parameter.name.to_string(),
            Self::Title => parameter.title.in_lang(lang).to_owned(),
            Self::Question => parameter.question.in_lang(lang).to_owned(),
            Self::SetBy => {
                let levels: Vec<&str> = parameter.set_by.iter().map(|level| level.title(lang)).collect();
                levels.join(if lang == Lang::Zh { "、" } else { ", " })
            }
            Self::Allowed => parameter.allowed(lang),
            Self::State => state(parameter, lang).to_owned(),
            Self::Present => present(parameter, lang),
            Self::Reason => parameter.reason.as_ref().map_or("", |reason| reason.in_lang(lang)).to_owned(),
            Self::Answer => String::new(),
        }
    }
}

/// 未定、暂用、已定.
const fn state(parameter: &Parameter, lang: Lang) -> &'static str {
    let (zh, en) = match (&parameter.value, &parameter.default) {
        (Some(_), _) => ("已定", "set"),
        (None, Some(_)) => ("暂用", "default"),
        (None, None) => ("未定", "open"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// The value in force as the questionnaire shows it; empty where there is none.
pub(super) fn present(parameter: &Parameter, lang: Lang) -> String {
    parameter.in_force().map_or_else(String::new, |value| parameter.value_in_words(value, lang))
}

/// Whether the questionnaire asks about a parameter.
fn is_asked(parameter: &Parameter) -> bool {
    parameter.value.is_none() || parameter.default.is_some()
}

impl Rulebook {
    /// Every parameter nobody has set, and every one that has a default, as a question.
    pub fn questions(&self) -> Vec<Question> {
        self.parameters().filter(|parameter| is_asked(parameter)).map(Question::of).collect()
    }

    /// The questions as a table to fill in: CSV in UTF-8 with its mark, so that any spreadsheet program opens it. The last
    /// column waits for the answers; [`Profile::from_answers`] reads the table back.
    ///
    /// ```
    /// use grassroots::{rulebook::{Profile, Rulebook}, vocab::{Key, Lang}};
    ///
    /// let rules = Rulebook::builtin()?.with(&Profile::jiujiang()?)?;
    /// let sheet = rules.questions_csv(Lang::Zh);
    /// assert!(sheet.starts_with('\u{FEFF}') && sheet.contains("《工作方案》哪一天生效？"));
    ///
    /// let filled = "参数,答复\nplan-effective,2022年9月1日\nenroll-days,30日\nkin-set,近亲属\n";
    /// let town = rules.with(&Profile::from_answers(&rules, filled.as_bytes())?)?;
    /// let set = |name: &str| town.parameter(&Key::new(name).unwrap()).unwrap().value.clone();
    /// assert_eq!(set("enroll-days"), Some("30 days".into()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn questions_csv(&self, lang: Lang) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let mut result = writer.write_record(Column::ALL.map(|column| column.title(lang)));
        for parameter in self.parameters().filter(|parameter| is_asked(parameter)) {
            result = result.and(writer.write_record(Column::ALL.map(|column| column.cell(parameter, lang))));
        }
        // Writing to memory does not fail; an empty text would say that it did.
        let bytes = result.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
        String::from_utf8(bytes).map_or_else(|_| String::new(), |table| format!("\u{FEFF}{table}"))
    }
}

impl Profile {
    /// The parameters this profile declares and does not set, or sets in place of a default, as questions.
    pub fn questions(&self) -> Vec<Question> {
        let parsed = self.parsed();
        let with_value = |parameter: &Parameter| {
            let set = parsed.set.iter().rev().find(|(setting, _)| setting.name == parameter.name);
            Parameter { value: set.map(|(setting, _)| setting.value.clone()), ..parameter.clone() }
        };
        let own = parsed.parameters.iter().map(|(parameter, _)| with_value(parameter));
        own.filter(is_asked).map(|parameter| Question::of(&parameter)).collect()
    }
}

//! 依据条文 — which article of which instrument a rule rests on, and how surely.

use serde::{Deserialize, Serialize};

use super::text::{Lang, Object};

/// 依据错误 — a citation that points nowhere.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CitationError {
    /// The instrument is blank.
    #[error("the citation names no instrument")]
    BlankInstrument,
    /// The article is there and blank.
    #[error("the citation of `{instrument}` has a blank article")]
    BlankArticle {
        /// The instrument cited.
        instrument: String,
    },
}

/// 可信程度 — how surely a text says what is taken from it, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Confidence {
    /// 已核对原文 — read in the text itself.
    Verified,
    /// 摘要核对 — read in a summary or an extract.
    Partial,
    /// 凭记忆 — from memory, not looked up.
    Recalled,
    /// 推断 — concluded, not written.
    Inference,
    /// 方案报道 — from a plan or a report of one.
    Plan,
}

impl Confidence {
    /// 全部程度 — every degree, the strongest first.
    pub const ALL: &'static [Self] = &[Self::Verified, Self::Partial, Self::Recalled, Self::Inference, Self::Plan];

    /// 名称 — what the degree is called.
    pub const fn title(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Verified => ("已核对原文", "verified in the text"),
            Self::Partial => ("摘要核对", "checked in a summary"),
            Self::Recalled => ("凭记忆", "from memory"),
            Self::Inference => ("推断", "inferred"),
            Self::Plan => ("方案报道", "from a plan or a report"),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// 依据条文 — an instrument, by its key such as `LRCEO`, and the article if it is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Object<RawCitation>", into = "RawCitation")]
pub struct Citation {
    instrument: String,
    article: Option<String>,
    confidence: Confidence,
}

impl Citation {
    /// 依据条文 — the blanks around the names are taken off.
    ///
    /// # Errors
    ///
    /// [`CitationError`] when the instrument, or an article that is given, is blank.
    pub fn new(instrument: &str, article: Option<&str>, confidence: Confidence) -> Result<Self, CitationError> {
        let instrument = instrument.trim();
        let article = article.map(str::trim);
        if instrument.is_empty() {
            return Err(CitationError::BlankInstrument);
        }
        if article.is_some_and(str::is_empty) {
            return Err(CitationError::BlankArticle { instrument: instrument.to_owned() });
        }
        Ok(Self { instrument: instrument.to_owned(), article: article.map(str::to_owned), confidence })
    }

    /// 法规文件 — the key of the instrument.
    pub fn instrument(&self) -> &str {
        &self.instrument
    }

    /// 条款 — the article, such as `31(1)`.
    pub fn article(&self) -> Option<&str> {
        self.article.as_deref()
    }

    /// 可信程度 — how surely it says so.
    pub const fn confidence(&self) -> Confidence {
        self.confidence
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCitation {
    instrument: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    article: Option<String>,
    confidence: Confidence,
}

impl From<Citation> for RawCitation {
    fn from(citation: Citation) -> Self {
        Self { instrument: citation.instrument, article: citation.article, confidence: citation.confidence }
    }
}

impl TryFrom<Object<RawCitation>> for Citation {
    type Error = CitationError;

    fn try_from(Object(raw): Object<RawCitation>) -> Result<Self, CitationError> {
        Self::new(&raw.instrument, raw.article.as_deref(), raw.confidence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strongest_confidence_comes_first() {
        assert!(Confidence::ALL.is_sorted());
        assert_eq!(Confidence::ALL.iter().min(), Some(&Confidence::Verified));
        assert_eq!(Confidence::ALL.iter().max(), Some(&Confidence::Plan));
        let keys = serde_json::to_string(Confidence::ALL).unwrap();
        assert_eq!(keys, r#"["verified","partial","recalled","inference","plan"]"#);
    }

    #[test]
    fn each_confidence_has_its_own_name_in_each_language() {
        let zh: Vec<_> = Confidence::ALL.iter().map(|c| c.title(Lang::Zh)).collect();
        assert_eq!(zh, ["已核对原文", "摘要核对", "凭记忆", "推断", "方案报道"]);
        assert!(Confidence::ALL.iter().all(|c| c.title(Lang::En).is_ascii()));
    }

    #[test]
    fn a_citation_keeps_what_it_cites() {
        let citation = Citation::new(" LRCEO ", Some("31(1) "), Confidence::Verified).unwrap();
        assert_eq!(citation.instrument(), "LRCEO");
        assert_eq!(citation.article(), Some("31(1)"));
        assert_eq!(citation.confidence(), Confidence::Verified);
        assert_eq!(Citation::new("VCL", None, Confidence::Recalled).unwrap().article(), None);
    }

    #[test]
    fn a_citation_of_nothing_is_refused() {
        assert_eq!(Citation::new(" ", None, Confidence::Plan), Err(CitationError::BlankInstrument));
        let error = Citation::new("VCL", Some("\u{3000}"), Confidence::Plan).unwrap_err();
        assert_eq!(error, CitationError::BlankArticle { instrument: "VCL".into() });
        assert_eq!(error.to_string(), "the citation of `VCL` has a blank article");
    }

    #[test]
    fn the_wire_form_of_a_citation_is_strict() {
        let read = |json| serde_json::from_str::<Citation>(json);
        for json in [
            r#"{"instrument":"LRCEO","article":"31(1)","confidence":"verified"}"#,
            r#"{"instrument":"LRCEO","confidence":"inference"}"#,
        ] {
            assert_eq!(serde_json::to_string(&read(json).unwrap()).unwrap(), json);
        }
        for json in [
            r#"["LRCEO","31(1)","verified"]"#,
            r#"{"instrument":"LRCEO","confidence":"verified","page":3}"#,
            r#"{"instrument":"","confidence":"verified"}"#,
            r#"{"instrument":"LRCEO","article":"","confidence":"verified"}"#,
            r#"{"instrument":"LRCEO","confidence":"certain"}"#,
            r#"{"instrument":"LRCEO"}"#,
            r#"{"instrument":"LRCEO","article":31,"confidence":"verified"}"#,
        ] {
            assert!(read(json).is_err(), "{json}");
        }
        let toml = "instrument = 'LRCEO'\narticle = '31(1)'\nconfidence = 'verified'";
        assert_eq!(toml::from_str::<Citation>(toml).unwrap().article(), Some("31(1)"));
    }
}

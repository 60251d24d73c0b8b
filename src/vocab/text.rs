//! 文字 — words in both languages, and the one way text is read from the wire and shown in errors.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{MapAccess, Visitor, value::MapAccessDeserializer},
};

/// The longest piece of offending input an error repeats, in characters.
const SHOWN_CHARS_MAX: usize = 40;

/// Fewer digits in a row than this are no resident id, old or new.
const RESIDENT_ID_DIGITS_MIN: usize = 15;

/// 文字错误 — a text that should say something is blank.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TextError {
    /// One of the two languages is blank.
    #[error("the text in `{}` is blank", .lang.key())]
    Blank {
        /// The language that is blank.
        lang: Lang,
    },
}

/// 语言 — a language a report is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "every text exists in exactly these two languages")]
pub enum Lang {
    /// 中文 — Chinese.
    Zh,
    /// 英文 — English.
    En,
}

impl Lang {
    /// 语言代码 — `zh` or `en`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }
}

/// 双语 — one text in Chinese and in English, neither of them blank.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Object<RawBilingual>", into = "RawBilingual")]
pub struct Bilingual {
    zh: String,
    en: String,
}

impl Bilingual {
    /// 双语 — both texts, with the blanks around them taken off.
    ///
    /// # Errors
    ///
    /// [`TextError::Blank`] when nothing is left of one of them.
    pub fn new(zh: &str, en: &str) -> Result<Self, TextError> {
        let kept = |text: &str, lang| match text.trim() {
            "" => Err(TextError::Blank { lang }),
            text => Ok(text.to_owned()),
        };
        Ok(Self { zh: kept(zh, Lang::Zh)?, en: kept(en, Lang::En)? })
    }

    /// 中文 — the Chinese text.
    pub fn zh(&self) -> &str {
        &self.zh
    }

    /// 英文 — the English text.
    pub fn en(&self) -> &str {
        &self.en
    }

    /// 按语言取 — the text in one language.
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBilingual {
    zh: String,
    en: String,
}

impl From<Bilingual> for RawBilingual {
    fn from(text: Bilingual) -> Self {
        Self { zh: text.zh, en: text.en }
    }
}

impl TryFrom<Object<RawBilingual>> for Bilingual {
    type Error = TextError;

    fn try_from(Object(raw): Object<RawBilingual>) -> Result<Self, TextError> {
        Self::new(&raw.zh, &raw.en)
    }
}

/// A `T` read from named fields only: serde's derive would also take a bare list.
#[derive(Debug)]
pub(crate) struct Object<T>(pub(crate) T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectVisitor(PhantomData)).map(Object)
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("named fields")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map))
    }
}

/// Reads a string and parses it, without copying it first.
pub(crate) fn read_str<'de, D, T, E>(
    deserializer: D,
    expected: &'static str,
    parse: fn(&str) -> Result<T, E>,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    E: fmt::Display,
{
    deserializer.deserialize_str(StrVisitor { expected, parse })
}

struct StrVisitor<T, E> {
    expected: &'static str,
    parse: fn(&str) -> Result<T, E>,
}

impl<T, E: fmt::Display> Visitor<'_> for StrVisitor<T, E> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<X: serde::de::Error>(self, text: &str) -> Result<T, X> {
        (self.parse)(text).map_err(X::custom)
    }
}

/// The ordinary form of a full-width character; any other character as it is.
pub(crate) fn narrow(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c).saturating_sub(0xFEE0)).unwrap_or(c),
        _ => c,
    }
}

/// The first six and the last two characters, the rest as stars.
pub(crate) fn masked(text: &str) -> String {
    let tail = text.chars().count().saturating_sub(2);
    text.chars().enumerate().map(|(at, c)| if at < 6 || tail <= at { c } else { '*' }).collect()
}

/// Offending input as an error may repeat it: short, printable, and with
/// anything that could be a resident id masked.
pub(crate) fn shown(input: &str) -> String {
    let mut text = String::new();
    let mut run = String::new();
    for c in input.trim().chars() {
        if narrow(c).is_ascii_digit() || matches!(narrow(c), 'x' | 'X') {
            run.push(c);
            continue;
        }
        flush(&mut run, &mut text);
        text.push(if c.is_control() || c == '`' { '\u{FFFD}' } else { c });
    }
    flush(&mut run, &mut text);
    if SHOWN_CHARS_MAX < text.chars().count() {
        text = text.chars().take(SHOWN_CHARS_MAX).chain(['…']).collect();
    }
    text
}

fn flush(run: &mut String, text: &mut String) {
    if run.chars().count() < RESIDENT_ID_DIGITS_MIN {
        text.push_str(run);
    } else {
        text.push_str(&masked(run));
    }
    run.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bilingual_text_keeps_both_languages_without_outer_blanks() {
        let text = Bilingual::new(" 到会 ", "present\n").unwrap();
        assert_eq!((text.zh(), text.en()), ("到会", "present"));
        assert_eq!((text.in_lang(Lang::Zh), text.in_lang(Lang::En)), ("到会", "present"));
    }

    #[test]
    fn a_bilingual_text_with_a_blank_language_is_refused() {
        assert_eq!(Bilingual::new("\u{3000}", "x"), Err(TextError::Blank { lang: Lang::Zh }));
        let error = Bilingual::new("到会", " \t").unwrap_err();
        assert_eq!(error, TextError::Blank { lang: Lang::En });
        assert_eq!(error.to_string(), "the text in `en` is blank");
    }

    #[test]
    fn the_wire_form_of_a_bilingual_text_is_strict() {
        let read = |json| serde_json::from_str::<Bilingual>(json);
        let text = read(r#"{"zh":"到会","en":"present"}"#).unwrap();
        assert_eq!(serde_json::to_string(&text).unwrap(), r#"{"zh":"到会","en":"present"}"#);
        for json in [
            r#"["到会","present"]"#,
            r#"{"zh":"到会"}"#,
            r#"{"zh":"到会","en":"present","fr":"présents"}"#,
            r#"{"zh":"到会","zh":"到会","en":"present"}"#,
            r#"{"zh":"到会","en":" "}"#,
            r#""到会""#,
        ] {
            assert!(read(json).is_err(), "{json}");
        }
        let toml = toml::from_str::<Bilingual>("zh = '到会'\nen = 'present'").unwrap();
        assert_eq!(toml, text);
    }

    #[test]
    fn languages_are_named_by_their_codes() {
        for lang in [Lang::Zh, Lang::En] {
            let json = format!("\"{}\"", lang.key());
            assert_eq!(serde_json::to_string(&lang).unwrap(), json);
            assert_eq!(serde_json::from_str::<Lang>(&json).unwrap(), lang);
        }
        assert!(serde_json::from_str::<Lang>("\"ZH\"").is_err());
    }

    #[test]
    fn full_width_characters_become_ordinary_and_others_stay() {
        let narrowed: String = "０９．－／Ｘ\u{3000}年～。".chars().map(narrow).collect();
        assert_eq!(narrowed, "09.-/X 年~。");
    }

    #[test]
    fn masking_leaves_the_first_six_and_the_last_two() {
        assert_eq!(masked("440605197908051234"), "440605**********34");
        assert_eq!(masked("123456789"), "123456*89");
        assert_eq!(masked("12345678"), "12345678");
        assert_eq!(masked("年"), "年");
        assert_eq!(masked(""), "");
    }

    #[test]
    fn shown_input_is_short_printable_and_hides_resident_ids() {
        assert_eq!(shown(" 79.08 "), "79.08");
        assert_eq!(shown("a\u{7}b`c"), "a\u{FFFD}b\u{FFFD}c");
        assert_eq!(shown(&"长".repeat(41)), format!("{}…", "长".repeat(40)));
        assert_eq!(shown(&"长".repeat(40)), "长".repeat(40));
        assert_eq!(shown("李 44060519790805123x。"), "李 440605**********3x。");
        assert_eq!(shown("440605790805123"), "440605*******23");
        assert_eq!(shown("４４０６０５１９７９０８０５１２３４"), "４４０６０５**********３４");
        assert_eq!(shown("44060579080512"), "44060579080512");
    }
}

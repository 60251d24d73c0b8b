//! 标识 — identifiers the caller issues, each in one canonical form.

use uuid::Uuid;

use super::{resident_id::ResidentId, text::shown};

/// The longest code a town may use, in characters.
const CODE_CHARS_MAX: usize = 64;

/// 标识错误 — a text that cannot be an identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IdError {
    /// Nothing there.
    #[error("the id is blank")]
    Blank,
    /// Longer than 64 characters.
    #[error("id `{shown}` has `{length}` characters, more than 64")]
    TooLong {
        /// Its beginning.
        shown: String,
        /// How many characters it has.
        length: usize,
    },
    /// A character that cannot stand in an id.
    #[error("id `{shown}` has the character `{}`", .character.escape_default())]
    Character {
        /// What stood there.
        shown: String,
        /// The first such character.
        character: char,
    },
    /// Two blanks in a row.
    #[error("id `{shown}` has several blanks in a row")]
    BlankRun {
        /// What stood there.
        shown: String,
    },
}

/// The one form of an identifier: a UUID as lower-case hyphenated text, however it was written; a
/// resident id in its own form; else the town's own code without the blanks around it.
pub(crate) fn canonical_id(text: &str) -> Result<Box<str>, IdError> {
    let text = text.trim();
    if let Ok(uuid) = Uuid::try_parse(text) {
        return Ok(uuid.hyphenated().to_string().into());
    }
    if let Ok(id) = ResidentId::parse(text) {
        return Ok(id.expose().into());
    }
    if text.is_empty() {
        return Err(IdError::Blank);
    }
    let length = text.chars().count();
    if CODE_CHARS_MAX < length {
        return Err(IdError::TooLong { shown: shown(text), length });
    }
    if let Some(character) = text.chars().find(|c| is_refused(*c)) {
        return Err(IdError::Character { shown: shown(text), character });
    }
    if text.contains("  ") {
        return Err(IdError::BlankRun { shown: shown(text) });
    }
    Ok(text.into())
}

/// As an id may be printed: a resident id masked, any other as it is.
pub(crate) fn printed_id(id: &str) -> String {
    ResidentId::parse(id).map_or_else(|_| id.to_owned(), |id| id.to_string())
}

/// Control characters, separators of compound keys, blanks other than the ordinary one, and
/// characters that cannot be seen, by which two ids could look alike.
fn is_refused(c: char) -> bool {
    c.is_control()
        || matches!(c, '/' | '@' | '+' | '|')
        || (c.is_whitespace() && c != ' ')
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// Makes identifier types: a UUID or the town's own code, one canonical form, ordered.
macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident;)+) => {$(
        $(#[$meta])*
        ///
        /// A UUID in any form, kept as lower-case hyphenated text, or the town's own code: 1 to 64
        /// characters without control characters, `/`, `@`, `+`, `|` and runs of blanks. Printed
        /// with a resident id masked; [`Self::as_str`] and the wire have all of it.
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// 读取 — an identifier, brought into its canonical form.
            ///
            /// # Errors
            ///
            /// [`IdError`](crate::vocab::IdError), naming the first thing wrong.
            pub fn parse(text: &str) -> Result<Self, $crate::vocab::IdError> {
                $crate::vocab::canonical_id(text).map(Self)
            }

            /// 原文 — the whole identifier; for storing and comparing, never for printing.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::vocab::IdError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(&$crate::vocab::printed_id(&self.0))
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::vocab::text::read_str(deserializer, "an identifier", Self::parse)
            }
        }
    )+};
}

pub(crate) use ids;

self::ids! {
    /// 人员标识 — a natural person.
    PersonId;
    /// 组织标识 — a branch, committee, co-op or other unit.
    UnitId;
    /// 办理环节标识 — a dated act.
    ActId;
    /// 事项标识 — a case: one matter from its first act to its last.
    CaseId;
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const UUID: &str = "67e55044-10b1-426f-9247-bb680e5fe0c8";

    #[test]
    fn a_uuid_in_any_form_is_one_id() {
        for text in [
            UUID,
            "67E55044-10B1-426F-9247-BB680E5FE0C8",
            "67e5504410b1426f9247bb680e5fe0c8",
            "{67e55044-10b1-426f-9247-bb680e5fe0c8}",
            "urn:uuid:67e55044-10b1-426f-9247-bb680e5fe0c8",
            "urn:uuid:67E55044-10B1-426F-9247-BB680E5FE0C8",
            " 67e55044-10b1-426f-9247-bb680e5fe0c8\n",
        ] {
            assert_eq!(PersonId::parse(text).unwrap().as_str(), UUID, "{text}");
        }
    }

    #[test]
    fn a_town_code_is_kept_as_it_is() {
        for text in ["P-0001", "a", "石湾 张三", "N1:2.3_(x)", &"码".repeat(64)] {
            assert_eq!(UnitId::parse(&format!("\u{3000}{text} ")).unwrap().as_str(), text);
        }
        assert_ne!(UnitId::parse("p-0001"), UnitId::parse("P-0001"));
    }

    #[test]
    fn what_could_be_misread_is_no_id() {
        assert_eq!(ActId::parse(" \t"), Err(IdError::Blank));
        assert!(matches!(ActId::parse(&"码".repeat(65)), Err(IdError::TooLong { length: 65, .. })));
        for c in ['/', '@', '+', '|', '\t', '\u{0}', '\u{7F}', '\u{A0}', '\u{3000}', '\u{200B}', '\u{FEFF}', '\u{202E}']
        {
            let error = ActId::parse(&format!("a{c}b")).unwrap_err();
            assert!(matches!(error, IdError::Character { character, .. } if character == c), "{c:?}");
        }
        assert_eq!(ActId::parse("a  b"), Err(IdError::BlankRun { shown: "a  b".into() }));
        assert_eq!(ActId::parse("a\tb").unwrap_err().to_string(), "id `a\u{FFFD}b` has the character `\\t`");
    }

    #[test]
    fn an_id_that_is_a_resident_id_is_printed_masked_and_kept_whole() {
        let id = PersonId::parse("11010519491231002x").unwrap();
        assert_eq!(id.as_str(), "11010519491231002X");
        assert_eq!(id, PersonId::parse("１１０１０５１９４９１２３１００２Ｘ").unwrap());
        assert_eq!(id.to_string(), "110105**********2X");
        assert_eq!(format!("{id:?}"), "PersonId(110105**********2X)");
        assert_eq!(serde_json::to_string(&id).unwrap(), "\"11010519491231002X\"");
        assert_eq!(format!("{:?}", CaseId::parse("C-1").unwrap()), "CaseId(C-1)");
        let error = PersonId::parse("11010519491231002X/1").unwrap_err();
        assert!(!format!("{error} {error:?}").contains("19491231"));
    }

    #[test]
    fn the_wire_takes_a_string_only() {
        let id: UnitId = serde_json::from_str(&format!("\"{}\"", UUID.to_uppercase())).unwrap();
        assert_eq!(serde_json::to_string(&id).unwrap(), format!("\"{UUID}\""));
        for json in ["1", "null", "[\"a\"]", "{\"id\":\"a\"}", "\"\"", "\"a/b\""] {
            assert!(serde_json::from_str::<UnitId>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn ids_sort_as_their_text() {
        let mut ids: Vec<CaseId> = ["b", "a2", "a10", "B"].map(|text| text.parse().unwrap()).into();
        ids.sort();
        assert_eq!(ids.iter().map(CaseId::as_str).collect::<Vec<_>>(), ["B", "a10", "a2", "b"]);
    }

    proptest! {
        #[test]
        fn the_canonical_form_is_read_back_unchanged(text in "\\PC{0,70}|[0-9a-fA-F]{32}|[ a-z]{1,8}") {
            if let Ok(id) = PersonId::parse(&text) {
                prop_assert_eq!(PersonId::parse(id.as_str()).unwrap(), id.clone());
                prop_assert!((1..=64).contains(&id.as_str().chars().count()));
                prop_assert_eq!(id.as_str().trim(), id.as_str());
            }
        }
    }
}

//! 取值 — a number of a norm: written in the provision, left to a parameter of the profile, or to the charter of the
//! subject's own unit.

use super::{At, Missing, Watch};
use crate::facts::{Register, UnitIdx};
use crate::vocab::{Circle, Key, Period, Schooling, Share, Truth};
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{Deserialize, Deserializer, IntoDeserializer, MapAccess, Visitor};
use serde::{Serialize, Serializer};
use std::marker::PhantomData;

/// 取值 — where a norm takes a number from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Value<T> {
    /// Written in the provision, or set by a profile.
    Literal(T),
    /// A parameter nobody has set: `{ param = "…" }`.
    Param(Key),
    /// A clause of the unit's own charter: `{ charter = "…" }`.
    Charter(Key),
}

/// What a clause of a charter can say.
pub trait FromClause: Sized {
    /// Reads the words of a clause; `None` when they say nothing of the kind.
    fn from_clause(words: &str) -> Option<Self>;
}

impl FromClause for u32 {
    fn from_clause(words: &str) -> Option<Self> {
        words.trim().parse().ok()
    }
}

impl FromClause for bool {
    fn from_clause(words: &str) -> Option<Self> {
        match words.trim() {
            "yes" | "是" | "true" => Some(true),
            "no" | "否" | "false" => Some(false),
            _ => None,
        }
    }
}

impl FromClause for Share {
    fn from_clause(words: &str) -> Option<Self> {
        words.trim().parse().ok()
    }
}

impl FromClause for Period {
    fn from_clause(words: &str) -> Option<Self> {
        words.trim().parse().ok()
    }
}

impl FromClause for Circle {
    fn from_clause(words: &str) -> Option<Self> {
        Self::from_words(words)
    }
}

impl FromClause for Schooling {
    fn from_clause(words: &str) -> Option<Self> {
        Self::from_words(words)
    }
}

impl<T: Clone + FromClause> Value<T> {
    /// The value for a subject of `unit` on a day; `None` when nobody has set it, which the watch is told.
    pub fn get<W: Watch>(&self, at: At, unit: Option<UnitIdx>, facts: &Register, watch: &mut W) -> Option<T> {
        match self {
            Self::Literal(value) => Some(value.clone()),
            Self::Param(name) => {
                watch.missing(|| Missing::Parameter { name: name.clone() });
                None
            }
            Self::Charter(key) => {
                let found =
                    unit.and_then(|unit| clause(at, unit, key, facts, watch)).and_then(|words| T::from_clause(&words));
                if found.is_none()
                    && let Some(unit) = unit
                {
                    watch.missing(|| Missing::Clause { unit, key: key.clone() });
                }
                found
            }
        }
    }
}

/// What a unit's charter says under a key on a day, when exactly one clause certainly stands.
pub(super) fn clause<W: Watch>(at: At, unit: UnitIdx, key: &Key, facts: &Register, watch: &mut W) -> Option<String> {
    let mut found = None;
    let mut doubtful = false;
    for row in
        facts.groups().clauses_of_unit.pick(unit.position(), &facts.facts().clauses).filter(|row| row.key == *key)
    {
        watch.span(row.span, at);
        let covers = match at.charter {
            Some(days) => {
                let (first, last) =
                    (row.span.covers(days.first(), at.horizon), row.span.covers(days.last(), at.horizon));
                if first == last { first } else { Truth::Unknown }
            }
            None => row.span.covers(at.day, at.horizon),
        };
        match covers {
            Truth::True if found.as_ref().is_none_or(|found| *found == row.value) => found = Some(row.value.clone()),
            Truth::True | Truth::Unknown => doubtful = true,
            Truth::False => {}
        }
    }
    found.filter(|_| !doubtful)
}

impl<T: Serialize> Serialize for Value<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(rename_all = "snake_case")]
        enum Named<'a> {
            Param(&'a Key),
            Charter(&'a Key),
        }
        match self {
            Self::Literal(value) => value.serialize(serializer),
            Self::Param(name) => Named::Param(name).serialize(serializer),
            Self::Charter(key) => Named::Charter(key).serialize(serializer),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Value<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Either<T> {
            type Value = Value<T>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a value, { param = \"…\" } or { charter = \"…\" }")
            }
            fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<Value<T>, E> {
                T::deserialize(value.into_deserializer()).map(Value::Literal)
            }
            fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Value<T>, E> {
                T::deserialize(value.into_deserializer()).map(Value::Literal)
            }
            fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Value<T>, E> {
                T::deserialize(value.into_deserializer()).map(Value::Literal)
            }
            fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<Value<T>, E> {
                T::deserialize(StrDeserializer::<E>::new(value)).map(Value::Literal)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Value<T>, A::Error> {
                #[derive(serde::Deserialize)]
                #[serde(rename_all = "snake_case")]
                enum Named {
                    Param(Key),
                    Charter(Key),
                }
                Ok(match Named::deserialize(MapAccessDeserializer::new(map))? {
                    Named::Param(name) => Value::Param(name),
                    Named::Charter(key) => Value::Charter(key),
                })
            }
        }
        deserializer.deserialize_any(Either(PhantomData))
    }
}

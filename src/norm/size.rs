//! 职数、数量 — a counted thing lies in a range, and has a parity where the text asks for one.

use super::Lower;
use crate::check::{Check, Count, CountTest, Tallied, Value};
use crate::vocab::{Base, LinkKind, PostKind, StatusKind, UnitKind};
use serde::{Deserialize, Serialize};

/// 职数、数量.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Size {
    /// What is counted.
    pub of: Sized,
    /// 不少于（含本数）.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Value<u32>>,
    /// 不超过（含本数）.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Value<u32>>,
    /// 单数.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub odd: bool,
}

/// What a size counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Sized {
    /// 核定职数 of the subject body: `of = "seats"`.
    Seats,
    /// 在任人员 in these posts of the subject's unit.
    Holders(Vec<PostKind>),
    /// 一个人同时担任的这些岗位.
    PostsOfOne(Vec<PostKind>),
    /// 单位人数、户数.
    Number(Base),
    /// 下级单位: units of these kinds below the subject unit, on every step.
    UnitsBelow(Vec<UnitKind>),
    /// 覆盖的单位: units the subject unit serves by a link of this kind.
    UnitsServed(LinkKind),
    /// 一个人具有这种身份的单位.
    StatusesOfOne(StatusKind),
}

impl Lower for Size {
    fn check(&self) -> Check {
        let of = match &self.of {
            Sized::Seats => Tallied::Seats,
            Sized::Holders(posts) => Tallied::Holders { posts: posts.clone(), who: None },
            Sized::PostsOfOne(posts) => Tallied::PostsOfOne { posts: posts.clone() },
            Sized::Number(base) => Tallied::Base(*base),
            Sized::UnitsBelow(kinds) => Tallied::UnitsBelow(kinds.clone()),
            Sized::UnitsServed(kind) => Tallied::UnitsServed(*kind),
            Sized::StatusesOfOne(kind) => Tallied::StatusesOfOne(*kind),
        };
        let must = CountTest::Number { min: self.min.clone(), max: self.max.clone(), odd: self.odd };
        Check::Count(Count { of, must })
    }
}

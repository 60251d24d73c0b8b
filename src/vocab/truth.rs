//! 真值与结论 — what is known of a statement, and which results of a rule are still possible.

use std::{fmt, ops::Not};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, SeqAccess, Visitor},
};

/// 真值 — false, unknown or true, in this order: "and" is the least, "or" the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "an answer: whoever forgets unknown should not compile")]
pub enum Truth {
    /// 否 — the facts rule it out.
    False,
    /// 不明 — the facts allow both.
    Unknown,
    /// 是 — the facts establish it.
    True,
}

impl Truth {
    /// 且 — both hold.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::False, _) | (_, Self::False) => Self::False,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::True, Self::True) => Self::True,
        }
    }

    /// 或 — at least one holds.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::True, _) | (_, Self::True) => Self::True,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::False, Self::False) => Self::False,
        }
    }

    /// 并 — what is known when either value may be the right one.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        match (self, other) {
            (Self::True, Self::True) => Self::True,
            (Self::False, Self::False) => Self::False,
            (Self::True | Self::Unknown | Self::False, _) => Self::Unknown,
        }
    }

    /// 各种可能 — what is known when any one of these worlds may be the real one.
    /// No world at all leaves it unknown.
    pub fn among(worlds: impl IntoIterator<Item = bool>) -> Self {
        worlds.into_iter().map(Self::from).reduce(Self::union).unwrap_or(Self::Unknown)
    }

    /// 是否为真 — is it established?
    pub const fn is_true(self) -> bool {
        matches!(self, Self::True)
    }

    /// 是否为假 — is it ruled out?
    pub const fn is_false(self) -> bool {
        matches!(self, Self::False)
    }

    /// 是否不明 — is it open?
    pub const fn is_unknown(self) -> bool {
        matches!(self, Self::Unknown)
    }
}

impl From<bool> for Truth {
    fn from(known: bool) -> Self {
        if known { Self::True } else { Self::False }
    }
}

impl Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
            Self::True => Self::False,
        }
    }
}

/// 审查结论 — the answer to one rule for one subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "an answer: whoever forgets undetermined should not compile")]
pub enum Verdict {
    /// 符合 — the rule is kept.
    Satisfied,
    /// 违反 — the rule is broken.
    Breached,
    /// 例外 — an exception clause (但书、例外) covers the case.
    Excepted,
    /// 不适用 — the rule says nothing about the subject.
    NotApplicable,
    /// 待定 — the facts leave more than one result possible.
    Undetermined,
}

impl Verdict {
    /// 代码 — the value as it stands on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Satisfied => "satisfied",
            Self::Breached => "breached",
            Self::Excepted => "excepted",
            Self::NotApplicable => "not-applicable",
            Self::Undetermined => "undetermined",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

/// 可能的结论 — the results still possible: a subset of satisfied, breached, excepted and not applicable.
///
/// On the wire a list of the names in that order, never empty.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Possible(u8);

/// The four results in their fixed order.
const RESULTS: [(Possible, Verdict); 4] = [
    (Possible::SATISFIED, Verdict::Satisfied),
    (Possible::BREACHED, Verdict::Breached),
    (Possible::EXCEPTED, Verdict::Excepted),
    (Possible::NOT_APPLICABLE, Verdict::NotApplicable),
];

impl Possible {
    /// 无 — no result: the start of a union, never an answer.
    pub const NONE: Self = Self(0);
    /// 符合 — satisfied only.
    pub const SATISFIED: Self = Self(0b0001);
    /// 违反 — breached only.
    pub const BREACHED: Self = Self(0b0010);
    /// 例外 — excepted only.
    pub const EXCEPTED: Self = Self(0b0100);
    /// 不适用 — not applicable only.
    pub const NOT_APPLICABLE: Self = Self(0b1000);
    /// 全部 — any of the four.
    pub const ALL: Self = Self(0b1111);

    /// 由真值而来 — true is satisfied, false is breached, unknown leaves both.
    pub const fn from_truth(truth: Truth) -> Self {
        match truth {
            Truth::True => Self::SATISFIED,
            Truth::False => Self::BREACHED,
            Truth::Unknown => Self::SATISFIED.union(Self::BREACHED),
        }
    }

    /// 并 — the results possible under either.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// 除去不符合 — the same set without a breach.
    #[must_use]
    pub const fn without_breach(self) -> Self {
        Self(self.0 & !Self::BREACHED.0)
    }

    /// 是否包含 — is everything in `other` possible here?
    pub const fn contains(self, other: Self) -> bool {
        other.is_subset_of(self)
    }

    /// 是否为子集 — is everything possible here also in `other`?
    pub const fn is_subset_of(self, other: Self) -> bool {
        self.0 & other.0 == self.0
    }

    /// 是否确定 — is exactly one result left?
    pub const fn is_settled(self) -> bool {
        self.0.is_power_of_two()
    }

    /// 结论 — the one result left, else undetermined.
    pub fn verdict(self) -> Verdict {
        let mut results = self.iter();
        match (results.next(), results.next()) {
            (Some(verdict), None) => verdict,
            _ => Verdict::Undetermined,
        }
    }

    /// 逐一列出 — the results in their fixed order; never [`Verdict::Undetermined`].
    pub fn iter(self) -> impl Iterator<Item = Verdict> {
        RESULTS.into_iter().filter_map(move |(result, verdict)| self.contains(result).then_some(verdict))
    }
}

impl fmt::Display for Possible {
    /// The names, with commas between them; `none` for the empty set.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::NONE {
            return f.write_str("none");
        }
        for (at, verdict) in self.iter().enumerate() {
            f.write_str(if at == 0 { "" } else { ", " })?;
            f.write_str(verdict.key())?;
        }
        Ok(())
    }
}

impl fmt::Debug for Possible {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Possible({self})")
    }
}

impl Serialize for Possible {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Possible {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(PossibleVisitor)
    }
}

struct PossibleVisitor;

impl<'de> Visitor<'de> for PossibleVisitor {
    type Value = Possible;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of results, in the order satisfied, breached, excepted, not-applicable")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Possible, A::Error> {
        let mut possible = Possible::NONE;
        let mut rest = RESULTS.into_iter();
        while let Some(named) = list.next_element::<Verdict>()? {
            let Some((result, _)) = rest.find(|(_, verdict)| *verdict == named) else {
                return Err(A::Error::custom(format_args!("`{named}` is no result, stands twice or out of order")));
            };
            possible = possible.union(result);
        }
        if possible == Possible::NONE {
            return Err(A::Error::custom("a list of possible results names at least one"));
        }
        Ok(possible)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TRUTHS: [Truth; 3] = [Truth::False, Truth::Unknown, Truth::True];

    fn worlds(truth: Truth) -> Vec<bool> {
        match truth {
            Truth::False => vec![false],
            Truth::Unknown => vec![false, true],
            Truth::True => vec![true],
        }
    }

    fn subsets() -> impl Iterator<Item = Possible> {
        (0..16).map(Possible)
    }

    #[test]
    fn and_or_not_and_union_agree_with_the_worlds_they_stand_for() {
        for a in TRUTHS {
            assert_eq!(!a, Truth::among(worlds(a).into_iter().map(|x| !x)));
            for b in TRUTHS {
                let pairs = |op: fn(bool, bool) -> bool| {
                    Truth::among(worlds(a).into_iter().flat_map(|x| worlds(b).into_iter().map(move |y| op(x, y))))
                };
                assert_eq!(a.and(b), pairs(|x, y| x && y), "{a:?} and {b:?}");
                assert_eq!(a.or(b), pairs(|x, y| x || y), "{a:?} or {b:?}");
                assert_eq!(a.union(b), Truth::among([worlds(a), worlds(b)].concat()), "{a:?} union {b:?}");
                assert_eq!(a.and(b), a.min(b));
                assert_eq!(a.or(b), a.max(b));
            }
        }
    }

    #[test]
    fn among_no_worlds_nothing_is_known() {
        assert_eq!(Truth::among([]), Truth::Unknown);
        assert_eq!(Truth::among([true, true]), Truth::True);
        assert_eq!(Truth::among([false, false, false]), Truth::False);
        assert_eq!(Truth::among([true, true, false]), Truth::Unknown);
    }

    #[test]
    fn exactly_one_predicate_holds_of_each_truth() {
        for truth in TRUTHS {
            let held = [truth.is_false(), truth.is_unknown(), truth.is_true()];
            assert_eq!(held.iter().filter(|held| **held).count(), 1);
        }
        assert!(Truth::from(true).is_true() && Truth::from(false).is_false());
        assert_eq!(serde_json::to_string(&TRUTHS).unwrap(), r#"["false","unknown","true"]"#);
    }

    #[test]
    fn a_truth_leaves_the_results_it_allows() {
        assert_eq!(Possible::from_truth(Truth::True), Possible::SATISFIED);
        assert_eq!(Possible::from_truth(Truth::False), Possible::BREACHED);
        let open = Possible::from_truth(Truth::Unknown);
        assert!(open.contains(Possible::SATISFIED) && open.contains(Possible::BREACHED));
        assert!(!open.contains(Possible::EXCEPTED) && !open.contains(Possible::NOT_APPLICABLE));
    }

    #[test]
    fn only_a_single_result_is_a_verdict() {
        for set in subsets() {
            let results: Vec<_> = set.iter().collect();
            assert_eq!(set.is_settled(), results.len() == 1, "{set}");
            let verdict = if let [only] = results[..] { only } else { Verdict::Undetermined };
            assert_eq!(set.verdict(), verdict, "{set}");
        }
        assert_eq!(Possible::NOT_APPLICABLE.verdict(), Verdict::NotApplicable);
        assert_eq!(Possible::NONE.verdict(), Verdict::Undetermined);
    }

    #[test]
    fn subset_contains_and_union_agree() {
        for a in subsets() {
            assert!(Possible::NONE.is_subset_of(a) && a.is_subset_of(Possible::ALL));
            for b in subsets() {
                assert_eq!(a.is_subset_of(b), a.union(b) == b);
                assert_eq!(a.is_subset_of(b), a.iter().all(|one| b.iter().any(|other| one == other)));
                assert_eq!(b.contains(a), a.is_subset_of(b));
            }
        }
    }

    #[test]
    fn every_possible_set_is_written_in_the_fixed_order_and_read_back() {
        for set in subsets().skip(1) {
            let json = serde_json::to_string(&set).unwrap();
            assert_eq!(serde_json::from_str::<Possible>(&json).unwrap(), set, "{json}");
        }
        let all = r#"["satisfied","breached","excepted","not-applicable"]"#;
        assert_eq!(serde_json::to_string(&Possible::ALL).unwrap(), all);
    }

    #[test]
    fn an_empty_unknown_repeated_or_disordered_list_is_no_possible_set() {
        for json in [
            "[]",
            r#"["undetermined"]"#,
            r#"["Satisfied"]"#,
            r#"["kept"]"#,
            r#"["breached","breached"]"#,
            r#"["breached","satisfied"]"#,
            r#""satisfied""#,
            "3",
            "{}",
            "null",
        ] {
            assert!(serde_json::from_str::<Possible>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn results_are_shown_by_their_names() {
        assert_eq!(Possible::NONE.to_string(), "none");
        assert_eq!(Possible::from_truth(Truth::Unknown).to_string(), "satisfied, breached");
        assert_eq!(format!("{:?}", Possible::NOT_APPLICABLE), "Possible(not-applicable)");
        for verdict in Possible::ALL.iter().chain([Verdict::Undetermined]) {
            let json = serde_json::to_string(&verdict).unwrap();
            assert_eq!(json, format!("\"{verdict}\""));
            assert_eq!(serde_json::from_str::<Verdict>(&json).unwrap(), verdict);
        }
    }

    proptest! {
        #[test]
        fn one_more_world_never_settles_what_was_open(mut some in proptest::collection::vec(any::<bool>(), 1..6), more: bool) {
            let before = Truth::among(some.iter().copied());
            some.push(more);
            let after = Truth::among(some);
            prop_assert!(after == before || after.is_unknown());
        }
    }
}

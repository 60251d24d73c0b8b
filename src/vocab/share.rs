//! 比例与基数 — exact shares, and the named sets they are shares of.

use std::{fmt, num::NonZeroU32, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::text::{Lang, Object, read_str, shown};

/// 比例错误 — a share, a count or a base that does not fit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ShareError {
    /// Not written as a fraction.
    #[error("`{input}` is not a share such as `2/3`")]
    Malformed {
        /// What stood there, shortened.
        input: String,
    },
    /// More were counted than there are.
    #[error("the count `{count}` is above its base of `{all}`")]
    CountAboveBase {
        /// The base counted from.
        of: Base,
        /// How many were counted.
        count: u32,
        /// How many there are.
        all: u32,
    },
    /// A count of one base held against a share of another.
    #[error("a share of `{asked}` cannot be held against a count of `{given}`")]
    BaseMismatch {
        /// The base of the share.
        asked: Base,
        /// The base of the count.
        given: Base,
    },
    /// Not exactly one test beside a base.
    #[error("a share is exactly one of `at_least`, `more_than` and `at_most`")]
    NotOneTest,
}

/// 比例 — so many of so many, as written: `2/4` is kept and is not equal to `1/2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Share {
    numerator: u32,
    denominator: NonZeroU32,
}

impl Share {
    /// 比例 — a fraction.
    pub const fn new(numerator: u32, denominator: NonZeroU32) -> Self {
        Self { numerator, denominator }
    }

    /// 分子 — the numerator.
    pub const fn numerator(self) -> u32 {
        self.numerator
    }

    /// 分母 — the denominator.
    pub const fn denominator(self) -> NonZeroU32 {
        self.denominator
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}

impl FromStr for Share {
    type Err = ShareError;

    fn from_str(text: &str) -> Result<Self, ShareError> {
        let read = || {
            let (numerator, denominator) = text.split_once('/')?;
            Some(Self::new(numerator.parse().ok()?, denominator.parse().ok()?))
        };
        // Written back and compared, so that signs and leading zeros are refused.
        read().filter(|share| share.to_string() == text).ok_or_else(|| ShareError::Malformed { input: shown(text) })
    }
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Share {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_str(deserializer, "a share such as `2/3`", Self::from_str)
    }
}

/// 比例要求 — what a count must come to. A base of zero never passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(clippy::exhaustive_enums, reason = "whoever renders a share should have words for each")]
pub enum ShareTest {
    /// 以上（含本数） — the share itself passes.
    AtLeast(Share),
    /// 超过（不含本数） — the share itself does not pass.
    MoreThan(Share),
    /// 以下、不超过（含本数） — the share itself passes.
    AtMost(Share),
}

impl ShareTest {
    /// 比例 — the fraction tested.
    pub const fn share(self) -> Share {
        match self {
            Self::AtLeast(share) | Self::MoreThan(share) | Self::AtMost(share) => share,
        }
    }

    /// 是否达到 — does a count pass, out of so many?
    #[expect(clippy::arithmetic_side_effects, reason = "u32 * u32 fits u64")]
    pub fn is_met(self, count: u32, base: u32) -> bool {
        let share = self.share();
        let have = u64::from(count) * u64::from(share.denominator.get());
        let need = u64::from(share.numerator) * u64::from(base);
        0 < base
            && match self {
                Self::AtLeast(_) => need <= have,
                Self::MoreThan(_) => need < have,
                Self::AtMost(_) => have <= need,
            }
    }

    /// 最低人数 — the smallest count that passes out of so many; none if no count within the base
    /// passes, or if the test is an upper bound.
    #[expect(
        clippy::arithmetic_side_effects,
        reason = "u32 * u32 fits u64 with room for one more, and the divisor is not zero"
    )]
    pub fn smallest_passing(self, base: u32) -> Option<u32> {
        let share = self.share();
        let need = u64::from(share.numerator) * u64::from(base);
        let denominator = u64::from(share.denominator.get());
        let count = match self {
            Self::AtLeast(_) => need.div_ceil(denominator),
            Self::MoreThan(_) => need / denominator + 1,
            Self::AtMost(_) => return None,
        };
        u32::try_from(count).ok().filter(|count| 0 < base && *count <= base)
    }

    /// 权重 — `(b, a)` for a share a/b, for adding it up person by person: each counted adds `b`,
    /// each in the base takes away `a`.
    pub fn weigh(self) -> (i64, i64) {
        let share = self.share();
        (i64::from(share.denominator.get()), i64::from(share.numerator))
    }

    /// 加总是否达到 — does the sum of `b` for each counted less `a` for each in the base pass?
    /// The sum does not show whether anyone is in the base; the caller asks that apart.
    pub const fn holds_for_sum(self, sum: i64) -> bool {
        match self {
            Self::AtLeast(_) => 0 <= sum,
            Self::MoreThan(_) => 0 < sum,
            Self::AtMost(_) => sum <= 0,
        }
    }
}

/// 基数 — the set a share is a share of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Base {
    /// 成员大会全体成员 — members of the co-op with full civil capacity.
    CapableMembers,
    /// 全体成员代表 — all representatives of the co-op's members.
    AllRepresentatives,
    /// 全体理事 — all directors of the board.
    AllDirectors,
    /// 十八周岁以上的村民 — villagers of 18 or more.
    AdultVillagers,
    /// 本组十八周岁以上的村民 — the group's villagers of 18 or more.
    GroupAdults,
    /// 户 — the village's households.
    Households,
    /// 本组的户 — the group's households.
    GroupHouseholds,
    /// 村民代表 — villagers' representatives.
    VillagerRepresentatives,
    /// 村民代表会议组成人员 — committee members and representatives together.
    RepresentativesMeeting,
    /// 有选举权的村民 — villagers with the right to vote, on the list or not.
    VotersWithRight,
    /// 登记参加选举的村民 — persons on the voter list.
    Registered,
    /// 参加投票的村民 — ballots taken back.
    BallotsCast,
    /// 到会人员 — persons attending.
    Present,
    /// 应到会党员 — Party members who should attend.
    PartyDue,
    /// 实到会党员 — of those, who attend.
    PartyPresent,
    /// 委员 — members of the branch committee.
    CommitteeMembers,
    /// 村（居）民委员会成员 — members of the villagers' or residents' committee.
    VillageCommittee,
    /// 应选名额 — seats to be filled.
    Seats,
    /// 选举人 — those voting at the Party meeting.
    Electors,
    /// 正式党员 — full Party members.
    FullMembers,
    /// 全体党员 — full and probationary Party members.
    AllPartyMembers,
    /// 选民 — voters of the community.
    VotersCommunity,
    /// 户代表 — household representatives of the community.
    HouseholdReps,
    /// 居民代表 — residents' representatives.
    ResidentReps,
}

/// Key, Chinese and English name of a base.
type Names = (&'static str, &'static str, &'static str);

impl Base {
    /// 全部基数 — every base, in order.
    pub const ALL: &'static [Self] = &[
        Self::CapableMembers,
        Self::AllRepresentatives,
        Self::AllDirectors,
        Self::AdultVillagers,
        Self::GroupAdults,
        Self::Households,
        Self::GroupHouseholds,
        Self::VillagerRepresentatives,
        Self::RepresentativesMeeting,
        Self::VotersWithRight,
        Self::Registered,
        Self::BallotsCast,
        Self::Present,
        Self::PartyDue,
        Self::PartyPresent,
        Self::CommitteeMembers,
        Self::VillageCommittee,
        Self::Seats,
        Self::Electors,
        Self::FullMembers,
        Self::AllPartyMembers,
        Self::VotersCommunity,
        Self::HouseholdReps,
        Self::ResidentReps,
    ];

    /// 由代码取 — the base with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|base| base.key() == key)
    }

    /// 代码 — the base as it stands on the wire.
    pub const fn key(self) -> &'static str {
        self.names().0
    }

    /// 名称 — what the base is called.
    pub const fn title(self, lang: Lang) -> &'static str {
        let (_, zh, en) = self.names();
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    const fn names(self) -> Names {
        match self {
            Self::CapableMembers => ("capable-members", "成员大会全体成员", "all members of the co-op's assembly"),
            Self::AllRepresentatives => ("all-representatives", "全体成员代表", "all representatives of the members"),
            Self::AllDirectors => ("all-directors", "全体理事", "all directors"),
            Self::AdultVillagers => ("adult-villagers", "十八周岁以上的村民", "villagers of 18 or more"),
            Self::GroupAdults => ("group-adults", "本组十八周岁以上的村民", "the group's villagers of 18 or more"),
            Self::Households => ("households", "户", "households of the village"),
            Self::GroupHouseholds => ("group-households", "本组的户", "households of the group"),
            Self::VillagerRepresentatives => ("villager-representatives", "村民代表", "villagers' representatives"),
            Self::RepresentativesMeeting => {
                ("representatives-meeting", "村民代表会议组成人员", "members of the representatives' meeting")
            }
            Self::VotersWithRight => ("voters-with-right", "有选举权的村民", "villagers with the right to vote"),
            Self::Registered => ("registered", "登记参加选举的村民", "villagers registered for the election"),
            Self::BallotsCast => ("ballots-cast", "参加投票的村民", "ballots cast"),
            Self::Present => ("present", "到会人员", "persons present"),
            Self::PartyDue => ("party-due", "应到会党员", "Party members due to attend"),
            Self::PartyPresent => ("party-present", "实到会党员", "Party members present"),
            Self::CommitteeMembers => ("committee-members", "委员", "members of the branch committee"),
            Self::VillageCommittee => ("village-committee", "村（居）民委员会成员", "members of the committee"),
            Self::Seats => ("seats", "应选名额", "seats to be filled"),
            Self::Electors => ("electors", "选举人", "electors"),
            Self::FullMembers => ("full-members", "正式党员", "full Party members"),
            Self::AllPartyMembers => ("all-party-members", "全体党员", "all Party members"),
            Self::VotersCommunity => ("voters-community", "选民", "voters of the community"),
            Self::HouseholdReps => ("household-reps", "户代表", "household representatives"),
            Self::ResidentReps => ("resident-reps", "居民代表", "residents' representatives"),
        }
    }
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

/// 计数 — how many of a base were counted, never more than there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Object<RawTally>", into = "RawTally")]
pub struct Tally {
    /// 基数 — the set counted from.
    pub of: Base,
    count: u32,
    all: u32,
}

impl Tally {
    /// 计数 — so many counted, out of all there are.
    ///
    /// # Errors
    ///
    /// [`ShareError::CountAboveBase`] unless `count <= all`.
    pub const fn new(of: Base, count: u32, all: u32) -> Result<Self, ShareError> {
        if all < count {
            return Err(ShareError::CountAboveBase { of, count, all });
        }
        Ok(Self { of, count, all })
    }

    /// 计入数 — how many were counted.
    pub const fn count(self) -> u32 {
        self.count
    }

    /// 全数 — how many there are.
    pub const fn all(self) -> u32 {
        self.all
    }
}

/// 某基数的比例要求 — a test of a share of one named base.
///
/// On the wire `{ at_least = "2/3", of = "all-directors" }`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Object<RawShareOf>", into = "RawShareOf")]
pub struct ShareOf {
    test: ShareTest,
    of: Base,
}

impl ShareOf {
    /// 某基数的比例要求 — this share of that base.
    pub const fn new(test: ShareTest, of: Base) -> Self {
        Self { test, of }
    }

    /// 比例要求 — the test.
    pub const fn test(self) -> ShareTest {
        self.test
    }

    /// 基数 — the base.
    pub const fn of(self) -> Base {
        self.of
    }

    /// 是否达到 — does the count pass?
    ///
    /// # Errors
    ///
    /// [`ShareError::BaseMismatch`] when the count is of another base.
    pub fn is_met(&self, tally: &Tally) -> Result<bool, ShareError> {
        if self.of != tally.of {
            return Err(ShareError::BaseMismatch { asked: self.of, given: tally.of });
        }
        Ok(self.test.is_met(tally.count, tally.all))
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTally {
    of: Base,
    count: u32,
    all: u32,
}

impl From<Tally> for RawTally {
    fn from(tally: Tally) -> Self {
        Self { of: tally.of, count: tally.count, all: tally.all }
    }
}

impl TryFrom<Object<RawTally>> for Tally {
    type Error = ShareError;

    fn try_from(Object(raw): Object<RawTally>) -> Result<Self, ShareError> {
        Self::new(raw.of, raw.count, raw.all)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawShareOf {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at_least: Option<Share>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    more_than: Option<Share>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at_most: Option<Share>,
    of: Base,
}

impl From<ShareOf> for RawShareOf {
    fn from(ShareOf { test, of }: ShareOf) -> Self {
        let none = Self { at_least: None, more_than: None, at_most: None, of };
        match test {
            ShareTest::AtLeast(share) => Self { at_least: Some(share), ..none },
            ShareTest::MoreThan(share) => Self { more_than: Some(share), ..none },
            ShareTest::AtMost(share) => Self { at_most: Some(share), ..none },
        }
    }
}

impl TryFrom<Object<RawShareOf>> for ShareOf {
    type Error = ShareError;

    fn try_from(Object(raw): Object<RawShareOf>) -> Result<Self, ShareError> {
        let test = match (raw.at_least, raw.more_than, raw.at_most) {
            (Some(share), None, None) => ShareTest::AtLeast(share),
            (None, Some(share), None) => ShareTest::MoreThan(share),
            (None, None, Some(share)) => ShareTest::AtMost(share),
            _ => return Err(ShareError::NotOneTest),
        };
        Ok(Self { test, of: raw.of })
    }
}

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "small numbers made up by the tests")]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn share(text: &str) -> Share {
        text.parse().unwrap()
    }

    fn any_share() -> impl Strategy<Value = Share> {
        let any = (any::<u32>(), 1_u32..);
        prop_oneof![(0_u32..8, 1_u32..8).boxed(), any.boxed()]
            .prop_map(|(a, b)| Share::new(a, NonZeroU32::new(b).unwrap()))
    }

    fn any_test() -> impl Strategy<Value = ShareTest> {
        (any_share(), 0..3).prop_map(|(share, kind)| match kind {
            0 => ShareTest::AtLeast(share),
            1 => ShareTest::MoreThan(share),
            _ => ShareTest::AtMost(share),
        })
    }

    #[test]
    fn the_table_of_the_conventions_holds() {
        let tests = [
            ShareTest::AtLeast(share("1/2")),
            ShareTest::MoreThan(share("1/2")),
            ShareTest::AtLeast(share("2/3")),
            ShareTest::AtLeast(share("3/4")),
            ShareTest::AtLeast(share("4/5")),
        ];
        for (base, smallest) in [
            (3, [2, 2, 2, 3, 3]),
            (5, [3, 3, 4, 4, 4]),
            (7, [4, 4, 5, 6, 6]),
            (20, [10, 11, 14, 15, 16]),
            (21, [11, 11, 14, 16, 17]),
            (30, [15, 16, 20, 23, 24]),
            (45, [23, 23, 30, 34, 36]),
            (50, [25, 26, 34, 38, 40]),
        ] {
            for (test, smallest) in tests.into_iter().zip(smallest) {
                assert_eq!(test.smallest_passing(base), Some(smallest), "{test:?} of {base}");
                assert!(test.is_met(smallest, base) && !test.is_met(smallest - 1, base));
            }
        }
    }

    #[test]
    fn the_share_itself_passes_unless_more_is_asked() {
        let two_thirds = share("2/3");
        for (count, at_least, more_than, at_most) in
            [(19, false, false, true), (20, true, false, true), (21, true, true, false)]
        {
            assert_eq!(ShareTest::AtLeast(two_thirds).is_met(count, 30), at_least);
            assert_eq!(ShareTest::MoreThan(two_thirds).is_met(count, 30), more_than);
            assert_eq!(ShareTest::AtMost(two_thirds).is_met(count, 30), at_most);
        }
    }

    #[test]
    fn an_empty_base_never_passes() {
        for text in ["0/1", "1/2", "1/1", "3/2"] {
            for test in [ShareTest::AtLeast, ShareTest::MoreThan, ShareTest::AtMost].map(|test| test(share(text))) {
                assert!(!test.is_met(0, 0) && !test.is_met(5, 0), "{test:?}");
                assert_eq!(test.smallest_passing(0), None);
            }
        }
    }

    #[test]
    fn no_count_passes_where_more_than_all_are_asked() {
        assert_eq!(ShareTest::MoreThan(share("1/1")).smallest_passing(5), None);
        assert_eq!(ShareTest::AtLeast(share("1/1")).smallest_passing(5), Some(5));
        assert_eq!(ShareTest::AtLeast(share("3/2")).smallest_passing(5), None);
        assert_eq!(ShareTest::AtLeast(share("0/1")).smallest_passing(5), Some(0));
        assert_eq!(ShareTest::AtMost(share("1/2")).smallest_passing(5), None);
        assert_eq!(ShareTest::MoreThan(share("4294967295/1")).smallest_passing(u32::MAX), None);
    }

    #[test]
    fn a_fifth_more_candidates_than_seats_is_counted_in_whole_persons() {
        // 差额比例 20 %: the extra candidates are held against the seats.
        let extra = ShareTest::AtLeast(share("1/5"));
        for (seats, candidates) in [(3, 4), (5, 6), (6, 8), (7, 9)] {
            assert_eq!(extra.smallest_passing(seats), Some(candidates - seats), "{seats}");
        }
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        let all = share("4294967295/4294967295");
        assert!(ShareTest::AtLeast(all).is_met(u32::MAX, u32::MAX));
        assert!(!ShareTest::MoreThan(all).is_met(u32::MAX, u32::MAX));
        assert!(!ShareTest::AtLeast(all).is_met(u32::MAX - 1, u32::MAX));
        assert_eq!(ShareTest::AtLeast(all).smallest_passing(u32::MAX), Some(u32::MAX));
    }

    #[test]
    fn a_share_is_kept_as_it_is_written() {
        for text in ["2/3", "1/1", "2/4", "0/1", "7/5", "4294967295/4294967295"] {
            let share = share(text);
            assert_eq!(share.to_string(), text);
            let json = serde_json::to_string(&share).unwrap();
            assert_eq!(json, format!("\"{text}\""));
            assert_eq!(serde_json::from_str::<Share>(&json).unwrap(), share);
        }
        assert_ne!(share("1/2"), share("2/4"));
        assert_eq!((share("2/3").numerator(), share("2/3").denominator().get()), (2, 3));
    }

    #[test]
    fn anything_else_is_no_share() {
        for text in [
            "",
            "/",
            "2",
            "2/",
            "/3",
            "2/0",
            "0/0",
            "-2/3",
            "+2/3",
            "2/+3",
            "02/3",
            "2/03",
            "2 / 3",
            " 2/3",
            "2/3 ",
            "2/3/4",
            "0.66",
            "66%",
            "２/３",
            "2／3",
            "4294967296/1",
            "1/4294967296",
            "三分之二",
        ] {
            assert!(matches!(text.parse::<Share>(), Err(ShareError::Malformed { .. })), "{text}");
        }
        assert!(serde_json::from_str::<Share>("0.5").is_err());
        assert!(serde_json::from_str::<Share>("[2,3]").is_err());
    }

    #[test]
    fn every_base_stands_once_in_the_list_with_its_key_and_names() {
        assert!(Base::ALL.is_sorted());
        let distinct = |of: fn(Base) -> &'static str| Base::ALL.iter().map(|base| of(*base)).collect::<BTreeSet<_>>();
        for names in [distinct(Base::key), distinct(|b| b.title(Lang::Zh)), distinct(|b| b.title(Lang::En))] {
            assert_eq!(names.len(), 24);
            assert_eq!(names.len(), Base::ALL.len());
        }
        for base in Base::ALL {
            let json = format!("\"{base}\"");
            assert_eq!(serde_json::to_string(base).unwrap(), json);
            assert_eq!(serde_json::from_str::<Base>(&json).unwrap(), *base);
            assert_eq!(Base::from_key(base.key()), Some(*base));
        }
        assert_eq!(Base::from_key("Present"), None);
        assert_eq!(Base::from_key(""), None);
        assert_eq!(Base::AllDirectors.title(Lang::Zh), "全体理事");
    }

    #[test]
    fn a_count_above_its_base_is_an_error_in_the_facts() {
        let tally = Tally::new(Base::Present, 5, 5).unwrap();
        assert_eq!((tally.of, tally.count(), tally.all()), (Base::Present, 5, 5));
        let error = Tally::new(Base::Present, 6, 5).unwrap_err();
        assert_eq!(error, ShareError::CountAboveBase { of: Base::Present, count: 6, all: 5 });
        assert_eq!(error.to_string(), "the count `6` is above its base of `5`");
        assert!(Tally::new(Base::Present, 0, 0).is_ok());
    }

    #[test]
    fn a_share_meets_no_other_base_than_its_own() {
        let quorum = ShareOf::new(ShareTest::AtLeast(share("2/3")), Base::AllDirectors);
        assert_eq!(quorum.test(), ShareTest::AtLeast(share("2/3")));
        assert_eq!(quorum.of(), Base::AllDirectors);
        assert_eq!(quorum.is_met(&Tally::new(Base::AllDirectors, 2, 3).unwrap()), Ok(true));
        assert_eq!(quorum.is_met(&Tally::new(Base::AllDirectors, 1, 3).unwrap()), Ok(false));
        let error = quorum.is_met(&Tally::new(Base::Present, 3, 3).unwrap()).unwrap_err();
        assert_eq!(error, ShareError::BaseMismatch { asked: Base::AllDirectors, given: Base::Present });
        assert_eq!(error.to_string(), "a share of `all-directors` cannot be held against a count of `present`");
    }

    #[test]
    fn the_wire_form_of_a_share_of_a_base_has_exactly_one_test() {
        let read = |json| serde_json::from_str::<ShareOf>(json);
        for json in [
            r#"{"at_least":"2/3","of":"all-directors"}"#,
            r#"{"more_than":"1/2","of":"registered"}"#,
            r#"{"at_most":"1/3","of":"seats"}"#,
        ] {
            assert_eq!(serde_json::to_string(&read(json).unwrap()).unwrap(), json);
        }
        for json in [
            r#"{"of":"seats"}"#,
            r#"{"at_least":"2/3"}"#,
            r#"{"at_least":"2/3","more_than":"1/2","of":"seats"}"#,
            r#"{"at_least":"2/3","of":"seats","note":""}"#,
            r#"{"at_least":"2/3","of":"directors"}"#,
            r#"["2/3",null,null,"seats"]"#,
        ] {
            assert!(read(json).is_err(), "{json}");
        }
    }

    #[test]
    fn the_wire_forms_of_a_tally_and_a_test_are_strict() {
        let json = r#"{"of":"present","count":4,"all":7}"#;
        assert_eq!(serde_json::to_string(&serde_json::from_str::<Tally>(json).unwrap()).unwrap(), json);
        for json in [
            r#"["present",4,7]"#,
            r#"{"of":"present","count":8,"all":7}"#,
            r#"{"of":"present","count":-1,"all":7}"#,
            r#"{"of":"present","count":4.0,"all":7}"#,
            r#"{"of":"present","count":4}"#,
            r#"{"of":"present","count":4,"all":7,"due":9}"#,
        ] {
            assert!(serde_json::from_str::<Tally>(json).is_err(), "{json}");
        }
        let test = ShareTest::AtLeast(share("2/3"));
        let json = r#"{"at_least":"2/3"}"#;
        assert_eq!(serde_json::to_string(&test).unwrap(), json);
        assert_eq!(serde_json::from_str::<ShareTest>(json).unwrap(), test);
        for json in [r#""at_least""#, r#"{"at_least":"2/3","at_most":"1/1"}"#, r#"["at_least","2/3"]"#, "{}"] {
            assert!(serde_json::from_str::<ShareTest>(json).is_err(), "{json}");
        }
    }

    proptest! {
        #[test]
        fn the_smallest_passing_count_parts_those_that_pass(test in any_test(), base in prop_oneof![0_u32..60, any::<u32>()], count: u32) {
            let count = if base == 0 { 0 } else { count % base };
            match test.smallest_passing(base) {
                Some(smallest) => prop_assert_eq!(test.is_met(count, base), smallest <= count),
                None => prop_assert!(matches!(test, ShareTest::AtMost(_)) || !test.is_met(count, base)),
            }
        }

        #[test]
        fn adding_up_person_by_person_gives_the_same_answer(test in any_test(), counted in proptest::collection::vec(any::<bool>(), 1..40)) {
            let (b, a) = test.weigh();
            let sum: i64 = counted.iter().map(|counted| if *counted { b - a } else { -a }).sum();
            let count = counted.iter().filter(|counted| **counted).count();
            let met = test.is_met(u32::try_from(count).unwrap(), u32::try_from(counted.len()).unwrap());
            prop_assert_eq!(test.holds_for_sum(sum), met);
        }

        #[test]
        fn one_more_aye_never_hurts(share in any_share(), base in 1_u32..500, ayes in 0_u32..500) {
            for test in [ShareTest::AtLeast(share), ShareTest::MoreThan(share)] {
                prop_assert!(!test.is_met(ayes, base) || test.is_met(ayes + 1, base));
            }
        }

        #[test]
        fn at_most_is_the_opposite_of_more_than(share in any_share(), count in 0_u32..500, base in 1_u32..500) {
            prop_assert_ne!(ShareTest::AtMost(share).is_met(count, base), ShareTest::MoreThan(share).is_met(count, base));
        }

        #[test]
        fn any_text_is_read_back_as_written_or_refused(text in "\\PC{0,8}|[0-9]{1,3}/[0-9]{1,3}") {
            if let Ok(share) = text.parse::<Share>() {
                prop_assert_eq!(share.to_string(), text);
            }
        }
    }
}

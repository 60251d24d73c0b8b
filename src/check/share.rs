//! 比例 — shares of rosters, summed person by person, and recorded numbers against the size of a base.

use super::count::{number, shown};
use super::criterion::{Asked, is_member, unit_number};
use super::{
    At, Counted, Criterion, Evidence, Missing, PersonFact, Range, ShareKind, Silent, Subject, Tallied, Value, Watch,
};
use crate::facts::{Count, PersonIdx, Quantity, Register, UnitIdx};
use crate::vocab::{Base, List, Possible, PostKind, Share, ShareTest, Truth};
use std::collections::BTreeMap;

/// One person of a roster: whether counted, and whether in the base, in every way still possible. One post may do both, so
/// the two are kept together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Voice {
    /// Counted and not, in the base and not, in the order of [`CASES`].
    ways: [bool; 4],
}

/// Counted, and in the base.
const CASES: [(bool, bool); 4] = [(false, false), (false, true), (true, false), (true, true)];

impl Voice {
    /// Somebody who holds nothing.
    const NOBODY: Self = Self { ways: [true, false, false, false] };

    /// The cases still possible.
    fn cases(self) -> impl Iterator<Item = (bool, bool)> + Clone {
        CASES.into_iter().zip(self.ways).filter(|(_, is_open)| *is_open).map(|(case, _)| case)
    }

    /// What becomes of the cases when each becomes another, may, or does not.
    fn turn(self, happens: Truth, to: impl Fn((bool, bool)) -> (bool, bool)) -> Self {
        let is_open = |case: (bool, bool)| {
            (!happens.is_true() && self.cases().any(|one| one == case))
                || (!happens.is_false() && self.cases().any(|one| to(one) == case))
        };
        Self { ways: CASES.map(is_open) }
    }

    /// With a post that counts, or is in the base, or both.
    fn with(self, sits: Truth, (counts, based): (bool, bool)) -> Self {
        self.turn(sits, |(counted, in_base)| (counted || counts, in_base || based))
    }

    /// Counted only where a criterion holds.
    fn only(self, holds: Truth) -> Self {
        self.turn(!holds, |(_, in_base)| (false, in_base))
    }

    /// Whether counted.
    pub(super) fn counted(self) -> Truth {
        Truth::among(self.cases().map(|(counted, _)| counted))
    }

    /// Whether in the base.
    fn based(self) -> Truth {
        Truth::among(self.cases().map(|(_, based)| based))
    }
}

/// Every person in these posts, and whether each is counted and in the base on the day.
#[expect(clippy::too_many_arguments, reason = "the frame of one evaluation")]
pub(super) fn voices<W: Watch>(
    posts: &[PostKind],
    who: Option<&Criterion>,
    base: Option<Base>,
    at: At,
    subject: &Subject,
    unit: UnitIdx,
    facts: &Register,
    watch: &mut W,
) -> BTreeMap<PersonIdx, Voice> {
    let mut voices: BTreeMap<PersonIdx, Voice> = BTreeMap::new();
    let mut doubtful: Vec<PersonIdx> = Vec::new();
    for &row in facts.groups().holdings_of_unit.of(unit.position()) {
        let Some(held) = usize::try_from(row).ok().and_then(|row| facts.held().get(row)) else { continue };
        let counts = posts.contains(&held.post);
        let based = base.is_some_and(|base| base_posts(base).contains(&held.post));
        if !counts && !based {
            continue;
        }
        watch.span(held.span, at);
        let sits = held.span.covers(at.day, at.horizon);
        let voice = voices.entry(held.person).or_insert(Voice::NOBODY);
        *voice = voice.with(sits, (counts, based));
        if sits.is_unknown() {
            doubtful.push(held.person);
        }
    }
    if let Some(who) = who {
        for (&person, voice) in &mut voices {
            if voice.counted().is_false() {
                continue;
            }
            let ask = Asked { at, subject, person: Some(person), facts };
            *voice = voice.only(who.eval(ask, watch));
        }
    }
    // Told after the criteria, so that it stands at the tally and not at a leaf about one person.
    for person in doubtful {
        watch.missing(|| Missing::OfPerson { fact: PersonFact::PostEnds, person });
    }
    voices
}

/// The posts whose holders make up a base, for bases that a roster shows.
#[expect(clippy::wildcard_enum_match_arm, reason = "every other base is no roster")]
pub(crate) fn base_posts(base: Base) -> &'static [PostKind] {
    match base {
        Base::AllDirectors => &[PostKind::Chair, PostKind::DeputyChair, PostKind::Director],
        Base::AllRepresentatives => &[PostKind::MemberRepresentative],
        Base::VillagerRepresentatives => &[PostKind::VillageRepresentative],
        Base::RepresentativesMeeting => &[
            PostKind::CommitteeDirector,
            PostKind::CommitteeDeputy,
            PostKind::CommitteeMember,
            PostKind::VillageRepresentative,
        ],
        Base::VillageCommittee => &[PostKind::CommitteeDirector, PostKind::CommitteeDeputy, PostKind::CommitteeMember],
        Base::CommitteeMembers => {
            &[PostKind::BranchSecretary, PostKind::BranchDeputySecretary, PostKind::BranchCommitteeMember]
        }
        _ => &[],
    }
}

/// Whether a base is the holders of posts, so that a share of it is summed person by person.
pub(super) fn is_roster(base: Base) -> bool {
    !base_posts(base).is_empty()
}

/// A share of a roster, summed person by person: `b` for each counted, `−a` for each in the base. Exact, since what is
/// open about one person says nothing about another.
pub(super) fn roster_share<W: Watch>(
    posts: &[PostKind],
    who: Option<&Criterion>,
    (kind, share, base): (ShareKind, &Value<Share>, Base),
    at: At,
    subject: &Subject,
    facts: &Register,
    watch: &mut W,
) -> Possible {
    let Some(unit) = subject.unit(facts) else { return Possible::from_truth(Truth::Unknown) };
    let voices = voices(posts, who, Some(base), at, subject, unit, facts, watch);
    // Told after the criteria too.
    let share = share.get(at, Some(unit), facts, watch);
    let complete = facts.unit_complete(List::Roster, unit, at.known());
    if !complete {
        watch.missing(|| Missing::ListOfUnit { list: List::Roster, unit, day: at.known() });
    }
    let test = share.map(|share| kind.with(share));
    let truth = match test {
        Some(test) if complete => share_truth(voices.values().copied(), test),
        _ => Truth::Unknown,
    };
    watch.leaf(truth, || {
        let range = |of: fn(Voice) -> Truth| {
            let sure = voices.values().filter(|voice| of(**voice).is_true()).count();
            let may = voices.values().filter(|voice| !of(**voice).is_false()).count();
            let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
            Range { low: number(sure), high: complete.then_some(number(may)) }
        };
        let found = range(Voice::counted);
        let all = range(Voice::based);
        (Evidence::Share { unit, of: Counted::Holders(posts.to_vec()), found, base, all, test }, Vec::new())
    });
    Possible::from_truth(truth)
}

fn share_truth(voices: impl Iterator<Item = Voice> + Clone, test: ShareTest) -> Truth {
    let (weight, cost) = test.weigh();
    // A person in the base and counted adds both; every combination left open for one person is tried on its own.
    let (mut least, mut most) = (0_i64, 0_i64);
    let (mut base_low, mut base_high) = (0_u32, 0_u32);
    for voice in voices {
        let values = voice.cases().map(|(counted, based)| {
            let value = if counted { weight } else { 0 };
            value.saturating_sub(if based { cost } else { 0 })
        });
        least = least.saturating_add(values.clone().min().unwrap_or(0));
        most = most.saturating_add(values.max().unwrap_or(0));
        base_low = base_low.saturating_add(u32::from(voice.based().is_true()));
        base_high = base_high.saturating_add(u32::from(!voice.based().is_false()));
    }
    if base_high == 0 {
        return Truth::False;
    }
    let passes = Truth::among([test.holds_for_sum(least), test.holds_for_sum(most)]);
    // An empty base never passes; while it may be empty, the answer is open unless it fails anyway.
    if base_low == 0 { passes.and(Truth::Unknown) } else { passes }
}

pub(super) fn recorded_share<W: Watch>(
    of: &Tallied,
    (kind, share, (base, who)): (ShareKind, &Value<Share>, (Base, Option<&Criterion>)),
    at: At,
    subject: &Subject,
    facts: &Register,
    watch: &mut W,
) -> Possible {
    let (found, unit, source) = number(of, at, subject, facts, watch);
    let Some(unit) = unit else { return Possible::from_truth(Truth::Unknown) };
    let test = share.get(at, Some(unit), facts, watch).map(|share| kind.with(share));
    let (all, recorded) = base_size((base, who), at, subject, unit, facts, watch);
    let truth = match test {
        Some(test) => interval_share(found, (all, recorded), test),
        None => Truth::Unknown,
    };
    if recorded && all.high.is_some_and(|high| high < found.low) {
        watch.missing(|| Missing::OfBase { base, unit, day: at.day });
    }
    watch.leaf(truth, || {
        let evidence = Evidence::Share { unit, of: shown(of, None), found, base, all, test };
        (evidence, source.cloned().into_iter().collect())
    });
    Possible::from_truth(truth)
}

/// A recorded number against a base known to a range; the two are recorded apart, so every combination is possible.
fn interval_share(found: Range, (all, recorded): (Range, bool), test: ShareTest) -> Truth {
    let most_found = found.high.unwrap_or(u32::MAX);
    let most_all = all.high.unwrap_or(u32::MAX);
    if most_all == 0 {
        return Truth::False;
    }
    // More counted than there are: a mistake in the record, and no answer. Where the base is counted from a roster, the
    // days of the roster may be at fault, and a count that is enough stays enough.
    if most_all < found.low && recorded {
        return Truth::Unknown;
    }
    // More counted and a smaller base are better for 以上 and 超过, worse for 以内. A count is never above its base.
    let worst = (found.low, most_all.max(found.low));
    let best = (most_found.min(most_all), all.low.max(1).max(most_found.min(all.low.max(1))));
    let (pessimist, optimist) = match test {
        ShareTest::AtLeast(_) | ShareTest::MoreThan(_) => (worst, best),
        ShareTest::AtMost(_) => (best, worst),
    };
    let sure = all.low != 0 && all.high.is_some() && (found.high.is_some() || !matches!(test, ShareTest::AtMost(_)));
    match (test.is_met(pessimist.0, pessimist.1) && sure, test.is_met(optimist.0, optimist.1)) {
        (true, _) => Truth::True,
        (false, true) => Truth::Unknown,
        (false, false) => Truth::False,
    }
}

/// The size of a base, and whether it is on record: recorded at the act under that base's name, or counted from a roster or a roll known in full.
fn base_size<W: Watch>(
    (base, who): (Base, Option<&Criterion>),
    at: At,
    subject: &Subject,
    unit: UnitIdx,
    facts: &Register,
    watch: &mut W,
) -> (Range, bool) {
    if let Subject::Act(act) = *subject
        && let Some(row) = usize::try_from(act).ok().and_then(|act| facts.facts().acts.get(act))
        && let Some(count) = row.counts.iter().find(|count| states(**count, base))
    {
        return (Range::exact(count.number), true);
    }
    let posts = base_posts(base);
    let (complete, range) = if base == Base::CapableMembers {
        (facts.unit_complete(List::Members, unit, at.known()), members(who, at, subject, unit, facts, watch))
    } else if posts.is_empty() {
        let (range, _) = unit_number(base, unit, Asked::of(at, subject, facts), watch);
        return (range, range.high.is_some());
    } else {
        let voices = voices(&[], None, Some(base), at, subject, unit, facts, watch);
        let number = |keep: fn(Truth) -> bool| {
            u32::try_from(voices.values().filter(|voice| keep(voice.based())).count()).unwrap_or(u32::MAX)
        };
        let range = Range { low: number(Truth::is_true), high: Some(number(|truth| !truth.is_false())) };
        (facts.unit_complete(List::Roster, unit, at.known()), range)
    };
    if !complete || range.known().is_none() {
        watch.missing(|| Missing::OfBase { base, unit, day: at.day });
    }
    (if complete { range } else { Range::at_least(range.low) }, false)
}

/// Whether a count states the size of a base: under its name, or, of those present, as the attendance.
fn states(count: Count, base: Base) -> bool {
    count.base == Some(base) || (base == Base::Present && count.base.is_none() && count.of == Quantity::Present)
}

/// Members of the cooperative on the day who meet a criterion, from the roll.
fn members<W: Watch>(
    who: Option<&Criterion>,
    at: At,
    subject: &Subject,
    unit: UnitIdx,
    facts: &Register,
    watch: &mut W,
) -> Range {
    let (mut low, mut high) = (0_u32, 0_u32);
    let mut seen: Option<PersonIdx> = None;
    for row in facts.groups().members_of_unit.pick(unit.position(), &facts.facts().memberships) {
        let Some(person) = facts.person(&row.person) else { continue };
        // Rows of one unit are in order of persons, so a person's several spans are neighbors.
        if seen == Some(person) {
            continue;
        }
        seen = Some(person);
        let ask = Asked { at, subject, person: Some(person), facts };
        // A derivation does not list the roll person by person; the days of change it needs all the same.
        let counts = if W::BRIEF { voice(who, unit, ask, watch) } else { voice(who, unit, ask, &mut Silent) };
        low = low.saturating_add(u32::from(counts.is_true()));
        high = high.saturating_add(u32::from(!counts.is_false()));
    }
    Range { low, high: Some(high) }
}

/// Whether a person of the roll is in the base.
fn voice<W: Watch>(who: Option<&Criterion>, unit: UnitIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let Some(person) = ask.person else { return Truth::Unknown };
    let member = is_member(person, unit, ask, watch);
    match who {
        Some(who) if !member.is_false() => member.and(who.eval(ask, watch)),
        _ => member,
    }
}

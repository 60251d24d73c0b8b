//! 蕴含 — where the meaning of one edition certainly lies in that of another: the same tree, a narrower range, a larger
//! share, a wider circle, more items. What is not decided here is searched for counterexamples.

use super::marks::{Clauses, known};
use crate::check::{
    ActCheck, Age, Check, Count, CountTest, Criterion, Each, Follows, FromClause, HasRecord, HasStatus, Lasts, Link,
    LookBack, Pair, Reach, ShareKind, Value,
};
use crate::rulebook::Variant;
use crate::vocab::{Circle, Period, Share};

/// Two editions side by side, and the clauses of the charter that is compared.
#[derive(Clone, Copy)]
pub(super) struct Implied<'a>(pub(super) &'a Clauses);

impl Implied<'_> {
    /// Whether everything that satisfies the one edition, or is excepted under it, is no breach of the other.
    pub(super) fn whole(self, one: &Variant, other: &Variant) -> bool {
        let excepted = |criterion: &Criterion| {
            other.unless.iter().any(|exception| self.criterion(criterion, &exception.when))
                || matches!(&other.check, Check::Person(asked) if self.criterion(criterion, asked))
        };
        one.unless.iter().all(|exception| excepted(&exception.when)) && self.check(&one.check, &other.check)
    }

    fn check(self, one: &Check, other: &Check) -> bool {
        if one == other {
            return true;
        }
        match (one, other) {
            (Check::Person(one), Check::Person(other)) => self.criterion(one, other),
            (Check::Count(one), Check::Count(other)) => self.count(one, other),
            (Check::Pair(one), Check::Pair(other)) => self.pair(one, other),
            (Check::Lasts(one), Check::Lasts(other)) => self.lasts(one, other),
            (Check::Follows(one), Check::Follows(other)) => self.follows(one, other),
            (Check::Each(one), Check::Each(other)) => self.each(one, other),
            (Check::Act(one), Check::Act(other)) => act(one, other),
            (Check::Link(one), Check::Link(other)) => self.link(one, other),
            _ => false,
        }
    }

    /// Whether the one value is no larger than the other; values nobody has set are comparable with themselves only.
    fn at_most<T: Clone + FromClause + PartialEq>(
        self,
        one: &Value<T>,
        other: &Value<T>,
        order: fn(&T, &T) -> bool,
    ) -> bool {
        one == other || known(one, self.0).zip(known(other, self.0)).is_some_and(|(one, other)| order(&one, &other))
    }

    /// A lower bound that the one has and that is no lower than the other's.
    fn floor<T: Clone + FromClause + PartialEq>(
        self,
        one: Option<&Value<T>>,
        other: Option<&Value<T>>,
        order: fn(&T, &T) -> bool,
    ) -> bool {
        other.is_none_or(|other| one.is_some_and(|one| self.at_most(other, one, order)))
    }

    /// An upper bound that the one has and that is no higher than the other's.
    fn ceiling<T: Clone + FromClause + PartialEq>(
        self,
        one: Option<&Value<T>>,
        other: Option<&Value<T>>,
        order: fn(&T, &T) -> bool,
    ) -> bool {
        other.is_none_or(|other| one.is_some_and(|one| self.at_most(one, other, order)))
    }

    fn criterion(self, one: &Criterion, other: &Criterion) -> bool {
        if one == other {
            return true;
        }
        match (one, other) {
            (_, Criterion::All(all)) => all.iter().all(|part| self.criterion(one, part)),
            (Criterion::Any(any), _) => any.iter().all(|part| self.criterion(part, other)),
            (Criterion::All(all), Criterion::Any(any)) => {
                all.iter().any(|part| self.criterion(part, other)) || any.iter().any(|part| self.criterion(one, part))
            }
            (Criterion::All(all), _) => all.iter().any(|part| self.criterion(part, other)),
            (_, Criterion::Any(any)) => any.iter().any(|part| self.criterion(one, part)),
            (Criterion::Not(one), Criterion::Not(other)) => self.criterion(other, one),
            (Criterion::Age(one), Criterion::Age(other)) => self.age(one, other),
            (Criterion::Seniority(one), Criterion::Seniority(other)) => {
                self.at_most(&other.min, &one.min, period_at_most)
            }
            (Criterion::Schooling(one), Criterion::Schooling(other)) => {
                self.at_most(&other.min, &one.min, |a, b| a <= b)
            }
            (Criterion::Status(one), Criterion::Status(other)) => self.status(one, other),
            (Criterion::Record(one), Criterion::Record(other)) => self.record(one, other),
            (Criterion::Holds(one), Criterion::Holds(other)) => {
                within(&one.posts, &other.posts) && reaches(one.inside, other.inside)
            }
            (Criterion::KinOf(one), Criterion::KinOf(other)) => {
                within(&one.posts, &other.posts)
                    && reaches(one.inside, other.inside)
                    && self.at_most(&one.circle, &other.circle, circle_in)
            }
            (Criterion::Appraised(one), Criterion::Appraised(other)) => within(&one.grades, &other.grades),
            (Criterion::Trained(one), Criterion::Trained(other)) => {
                one.within == other.within && self.at_most(&other.hours_min, &one.hours_min, |a, b| a <= b)
            }
            (Criterion::Basis(one), Criterion::Basis(other)) => within(one, other),
            (Criterion::Unit(one), Criterion::Unit(other)) => within(one, other),
            (Criterion::Matter(one), Criterion::Matter(other)) | (Criterion::Actor(one), Criterion::Actor(other)) => {
                within(one, other)
            }
            (Criterion::DoneAt(one), Criterion::DoneAt(other)) => one.stage == other.stage && other.rank <= one.rank,
            (Criterion::DoneAt(one), Criterion::Done(other)) => one.stage == *other,
            (Criterion::Number(one), Criterion::Number(other)) => {
                one.of == other.of
                    && self.floor(one.min.as_ref(), other.min.as_ref(), |a, b| a <= b)
                    && self.ceiling(one.max.as_ref(), other.max.as_ref(), |a, b| a <= b)
            }
            _ => false,
        }
    }

    fn age(self, one: &Age, other: &Age) -> bool {
        self.floor(one.min.as_ref(), other.min.as_ref(), |a, b| a <= b)
            && self.ceiling(one.max.as_ref(), other.max.as_ref(), |a, b| a <= b)
    }

    fn status(self, one: &HasStatus, other: &HasStatus) -> bool {
        within(&one.is, &other.is)
            && (one.here || !other.here)
            && (other.ever || !one.ever)
            && self.floor(one.min.as_ref(), other.min.as_ref(), period_at_most)
    }

    fn record(self, one: &HasRecord, other: &HasRecord) -> bool {
        let reaches = match (&one.look_back, &other.look_back) {
            (_, LookBack::ForLife)
            | (LookBack::UntilRestored, LookBack::UntilRestored | LookBack::AfterRestored(_)) => true,
            (LookBack::Within(one), LookBack::Within(other))
            | (LookBack::AfterRestored(one), LookBack::AfterRestored(other)) => {
                self.at_most(one, other, period_at_most)
            }
            (LookBack::ForLife | LookBack::Within(_) | LookBack::UntilRestored | LookBack::AfterRestored(_), _) => {
                false
            }
        };
        within(&one.of, &other.of) && reaches
    }

    fn count(self, one: &Count, other: &Count) -> bool {
        if one.of != other.of {
            return false;
        }
        match (&one.must, &other.must) {
            (
                CountTest::Number { min, max, odd },
                CountTest::Number { min: other_min, max: other_max, odd: other_odd },
            ) => {
                (*odd || !other_odd)
                    && self.floor(min.as_ref(), other_min.as_ref(), |a, b| a <= b)
                    && self.ceiling(max.as_ref(), other_max.as_ref(), |a, b| a <= b)
            }
            (
                CountTest::Share { test, share, base, who },
                CountTest::Share { test: other_test, share: other_share, base: other_base, who: other_who },
            ) => {
                base == other_base
                    && who == other_who
                    && match (test, other_test) {
                        (ShareKind::AtMost, ShareKind::AtMost) => self.at_most(share, other_share, share_at_most),
                        // The same share is enough for 以上 and not for 超过.
                        (ShareKind::AtLeast, ShareKind::MoreThan) => known(share, self.0)
                            .zip(known(other_share, self.0))
                            .is_some_and(|(share, other)| !share_at_most(&share, &other)),
                        (ShareKind::AtLeast | ShareKind::MoreThan, ShareKind::AtLeast)
                        | (ShareKind::MoreThan, ShareKind::MoreThan) => self.at_most(other_share, share, share_at_most),
                        (ShareKind::AtMost, _) | (_, ShareKind::AtMost) => false,
                    }
            }
            (
                CountTest::Between { at_least, at_most, base },
                CountTest::Between { at_least: other_least, at_most: other_most, base: other_base },
            ) => {
                base == other_base
                    && self.at_most(other_least, at_least, share_at_most)
                    && self.at_most(at_most, other_most, share_at_most)
            }
            (CountTest::Number { .. } | CountTest::Share { .. } | CountTest::Between { .. }, _) => false,
        }
    }

    fn pair(self, one: &Pair, other: &Pair) -> bool {
        match (one, other) {
            (Pair::Apart { circle, self_too }, Pair::Apart { circle: other_circle, self_too: other_self }) => {
                (*self_too || !other_self) && self.at_most(other_circle, circle, circle_in)
            }
            (Pair::Apart { .. } | Pair::Together { .. }, _) => false,
        }
    }

    fn lasts(self, one: &Lasts, other: &Lasts) -> bool {
        match (one, other) {
            (Lasts::Term { length, grace }, Lasts::Term { length: other_length, grace: other_grace }) => {
                let graced = match (grace, other_grace) {
                    (None, _) => true,
                    (Some(grace), Some(other)) => self.at_most(grace, other, period_at_most),
                    (Some(_), None) => false,
                };
                graced && self.at_most(length, other_length, period_at_most)
            }
            (Lasts::Remainder { length }, Lasts::Remainder { length: other })
            | (Lasts::Whole { at_most: length }, Lasts::Whole { at_most: other }) => {
                self.at_most(length, other, period_at_most)
            }
            (Lasts::Shown { at_least }, Lasts::Shown { at_least: other }) => {
                self.at_most(other, at_least, period_at_most)
            }
            (Lasts::Term { .. } | Lasts::Remainder { .. } | Lasts::Whole { .. } | Lasts::Shown { .. }, _) => false,
        }
    }

    fn follows(self, one: &Follows, other: &Follows) -> bool {
        match (one, other) {
            (
                Follows::Beside { stage, side, at_least, at_most, count },
                Follows::Beside {
                    stage: other_stage,
                    side: other_side,
                    at_least: other_least,
                    at_most: other_most,
                    count: other_count,
                },
            ) => {
                (stage, side, count) == (other_stage, other_side, other_count)
                    && self.floor(at_least.as_ref(), other_least.as_ref(), period_at_most)
                    && self.ceiling(at_most.as_ref(), other_most.as_ref(), period_at_most)
            }
            (Follows::Trained { kinds, at_most }, Follows::Trained { kinds: other_kinds, at_most: other }) => {
                let counts = other_kinds.is_empty() || !kinds.is_empty() && within(kinds, other_kinds);
                counts && self.at_most(at_most, other, period_at_most)
            }
            (Follows::Beside { .. } | Follows::Trained { .. } | Follows::Path(_), _) => false,
        }
    }

    fn each(self, one: &Each, other: &Each) -> bool {
        one.event == other.event
            && one.cycle == other.cycle
            && one.throughout == other.throughout
            && self.at_most(&other.min, &one.min, |a, b| a <= b)
    }

    fn link(self, one: &Link, other: &Link) -> bool {
        match (one, other) {
            (Link::Parent { of }, Link::Parent { of: other }) => within(of, other),
            (
                Link::Served { kind, by, min, max },
                Link::Served { kind: other_kind, by: other_by, min: other_min, max: other_max },
            ) => {
                (kind, by) == (other_kind, other_by)
                    && self.floor(min.as_ref(), other_min.as_ref(), |a, b| a <= b)
                    && self.ceiling(max.as_ref(), other_max.as_ref(), |a, b| a <= b)
            }
            (
                Link::Enrolled { program, by_day, within },
                Link::Enrolled { program: other_program, by_day: other_day, within: other_within },
            ) => (program, by_day) == (other_program, other_day) && self.at_most(within, other_within, period_at_most),
            (Link::Parent { .. } | Link::Served { .. } | Link::Formed { .. } | Link::Enrolled { .. }, _) => false,
        }
    }
}

fn act(one: &ActCheck, other: &ActCheck) -> bool {
    let by = other.by.is_empty() || !one.by.is_empty() && within(&one.by, &other.by);
    // Whoever may act under the one is none of those who may not under the other.
    let never = within(&other.never_by, &one.never_by)
        || !one.by.is_empty() && !one.by.iter().any(|actor| other.never_by.contains(actor));
    by && never && other.rank_min <= one.rank_min && within(&other.items, &one.items)
}

fn within<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.iter().all(|each| other.contains(each))
}

/// A unit need not lie in a village, so only the same reach, or any, is certainly as wide.
fn reaches(one: Reach, other: Reach) -> bool {
    one == other || other == Reach::Anywhere
}

/// References, since the values compared come as they are kept.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "one shape for every kind of value")]
fn circle_in(one: &Circle, other: &Circle) -> bool {
    other.contains(*one)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "one shape for every kind of value")]
fn share_at_most(one: &Share, other: &Share) -> bool {
    let times = |a: u32, b: std::num::NonZeroU32| u64::from(a).saturating_mul(u64::from(b.get()));
    times(one.numerator(), other.denominator()) <= times(other.numerator(), one.denominator())
}

/// Whether a period is never longer than another, from whatever day.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "one shape for every kind of value")]
fn period_at_most(one: &Period, other: &Period) -> bool {
    let months = |period: Period| match period {
        Period::Days(_) => None,
        Period::Months(months) => Some(months),
        Period::Years(years) => Some(years.saturating_mul(12)),
    };
    match (*one, *other) {
        (Period::Days(one), Period::Days(other)) => one <= other,
        // A month has 28 days at least and 31 at most.
        (Period::Days(days), other) => months(other).is_some_and(|months| days <= months.saturating_mul(28)),
        (one, Period::Days(days)) => months(one).is_some_and(|months| months.saturating_mul(31) <= days),
        (one, other) => months(one).zip(months(other)).is_some_and(|(one, other)| one <= other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::norm::Norm;

    fn check(text: &str) -> Check {
        toml::from_str::<toml::Table>(&format!("norm = {text}")).unwrap()["norm"]
            .clone()
            .try_into::<Norm>()
            .unwrap()
            .check()
    }

    #[test]
    fn a_narrower_demand_lies_in_a_wider_one_and_not_the_other_way() {
        for (narrow, wide) in [
            (
                r#"{ size = { of = "seats", min = 3, max = 5, odd = true } }"#,
                r#"{ size = { of = "seats", min = 3, max = 7 } }"#,
            ),
            (
                r#"{ threshold = { count = "ayes", more_than = "1/2", of = "all-directors" } }"#,
                r#"{ threshold = { count = "ayes", at_least = "1/2", of = "all-directors" } }"#,
            ),
            (
                r#"{ threshold = { count = "ayes", at_least = "2/3", of = "all-directors" } }"#,
                r#"{ threshold = { count = "ayes", more_than = "1/2", of = "all-directors" } }"#,
            ),
            (
                r#"{ separation = { circle = "near-relatives", self_too = true } }"#,
                r#"{ separation = { circle = "spouse-parent-child-sibling" } }"#,
            ),
            (r#"{ term = { length = "36 months" } }"#, r#"{ term = { length = "5 years", grace = "30 days" } }"#),
            (r#"{ duration = { shown_at_least = "1 month" } }"#, r#"{ duration = { shown_at_least = "15 days" } }"#),
            (
                r#"{ eligibility = { all = [{ age = { min = 20, max = 55 } }, { sex = "female" }] } }"#,
                r#"{ eligibility = { any = [{ age = { min = 18 } }, { schooling = { min = "college" } }] } }"#,
            ),
            (
                r#"{ eligibility = { not = { record = { of = ["party-warning", "demerit"], look_back = "for_life" } } } }"#,
                r#"{ eligibility = { not = { record = { of = ["demerit"], look_back = { within = "1 year" } } } } }"#,
            ),
            (r#"{ competence = { by = ["board"] } }"#, r#"{ competence = { by = ["board", "member-assembly"] } }"#),
            (r#"{ competence = { by = ["board"] } }"#, r#"{ competence = { never_by = ["town-leader"] } }"#),
            (
                r#"{ required_items = { items = ["minutes", "time"] } }"#,
                r#"{ required_items = { items = ["minutes"] } }"#,
            ),
        ] {
            let (narrow, wide, none) = (check(narrow), check(wide), Clauses::new());
            assert!(Implied(&none).check(&narrow, &wide), "{narrow:?}");
            assert!(!Implied(&none).check(&wide, &narrow), "{wide:?}");
        }
    }

    #[test]
    fn days_and_months_are_compared_only_where_every_month_agrees() {
        for (one, other, holds) in [
            (Period::Days(28), Period::Months(1), true),
            (Period::Days(29), Period::Months(1), false),
            (Period::Months(1), Period::Days(31), true),
            (Period::Months(1), Period::Days(30), false),
            (Period::Years(1), Period::Months(12), true),
        ] {
            assert_eq!(period_at_most(&one, &other), holds, "{one} {other}");
        }
    }
}

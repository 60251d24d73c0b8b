//! 界点 — what two editions name in their criteria: the numbers, periods, words and kinds at whose edges their answers can
//! part.

use crate::check::{Check, Count, CountTest, Criterion, Each, FromClause, LookBack, Named, Reach, Tallied, Value};
use crate::rulebook::Variant;
use crate::vocab::{
    Base, Basis, Grade, Key, Period, PostKind, Rank, RecordKind, Schooling, StatusKind, TraitKind, UnitKind,
};
use std::collections::{BTreeMap, BTreeSet};

/// The clauses of a charter that are compared, by key.
pub(super) type Clauses = BTreeMap<Key, String>;

/// A value as far as it is written down: in the provision, or in the clause that is compared.
pub(super) fn known<T: Clone + FromClause>(value: &Value<T>, clauses: &Clauses) -> Option<T> {
    match value {
        Value::Literal(value) => Some(value.clone()),
        Value::Charter(key) => clauses.get(key).and_then(|words| T::from_clause(words)),
        Value::Param(_) => None,
    }
}

/// What the criteria of two editions name.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "one for each leaf that names nothing but itself")]
pub(super) struct Marks {
    pub(super) ages: BTreeSet<u32>,
    pub(super) capacity: bool,
    pub(super) sex: bool,
    pub(super) party: bool,
    pub(super) seniority: Vec<Period>,
    pub(super) affiliated: bool,
    pub(super) member: bool,
    pub(super) household: bool,
    pub(super) statuses: BTreeMap<StatusKind, Standing>,
    pub(super) schooling: BTreeSet<Schooling>,
    pub(super) holds: BTreeSet<(PostKind, Reach)>,
    pub(super) records: BTreeMap<RecordKind, Vec<Back>>,
    pub(super) kin_of: BTreeSet<(PostKind, Reach)>,
    pub(super) trained: Vec<(u32, Period)>,
    pub(super) grades: BTreeSet<Grade>,
    pub(super) programs: BTreeSet<Key>,
    pub(super) customs: BTreeMap<Key, BTreeSet<String>>,
    pub(super) clauses: BTreeSet<Key>,
    pub(super) done: BTreeMap<Key, BTreeSet<Rank>>,
    pub(super) traits: BTreeSet<TraitKind>,
    pub(super) numbers: BTreeMap<Base, BTreeSet<u32>>,
    pub(super) names: Vec<Named>,
    pub(super) continued: bool,
    pub(super) basis: BTreeSet<Basis>,
    pub(super) units: BTreeSet<UnitKind>,
    pub(super) matters: BTreeSet<Key>,
    pub(super) actors: BTreeSet<Key>,
}

/// What is asked of a status.
#[derive(Debug, Default)]
pub(super) struct Standing {
    pub(super) periods: Vec<Period>,
    /// Whether the unit it refers to matters.
    pub(super) here: bool,
    /// Whether one that is over counts.
    pub(super) ever: bool,
}

/// How far a record reaches, where it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Back {
    ForLife,
    UntilRestored,
    Within(Period),
    AfterRestored(Period),
}

impl Marks {
    /// What both editions name.
    pub(super) fn of(variants: [&Variant; 2], clauses: &Clauses) -> Self {
        let mut marks = Self::default();
        for variant in variants {
            for criterion in criteria(variant) {
                criterion.walk(&mut |leaf| marks.leaf(leaf, clauses));
            }
        }
        marks
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "inner nodes and open criteria name nothing of their own")]
    fn leaf(&mut self, leaf: &Criterion, clauses: &Clauses) {
        match leaf {
            Criterion::Age(age) => {
                self.ages.extend(age.min.iter().filter_map(|min| known(min, clauses)));
                let most = age.max.iter().filter_map(|max| known(max, clauses));
                self.ages.extend(most.map(|max| max.saturating_add(1)));
            }
            Criterion::Capacity(capacity) => {
                self.capacity = true;
                self.ages.extend([capacity.adult, capacity.own_labor]);
            }
            Criterion::Sex(_) => self.sex = true,
            Criterion::Party(_) => self.party = true,
            Criterion::Seniority(of) => {
                self.party = true;
                self.seniority.extend(known(&of.min, clauses));
            }
            Criterion::Affiliated(_) => (self.party, self.affiliated) = (true, true),
            Criterion::Member(_) => self.member = true,
            Criterion::Household(_) => self.household = true,
            Criterion::Status(has) => {
                let min = has.min.as_ref().and_then(|min| known(min, clauses));
                for kind in &has.is {
                    let standing = self.statuses.entry(*kind).or_default();
                    standing.periods.extend(min.filter(|min| !standing.periods.contains(min)));
                    standing.here |= has.here;
                    standing.ever |= has.ever;
                }
            }
            Criterion::Schooling(of) => self.schooling.extend(known(&of.min, clauses)),
            Criterion::Holds(holds) => self.holds.extend(holds.posts.iter().map(|post| (*post, holds.inside))),
            Criterion::Record(record) => {
                let back = match &record.look_back {
                    LookBack::ForLife => Some(Back::ForLife),
                    LookBack::UntilRestored => Some(Back::UntilRestored),
                    LookBack::Within(period) => known(period, clauses).map(Back::Within),
                    LookBack::AfterRestored(period) => known(period, clauses).map(Back::AfterRestored),
                };
                for kind in &record.of {
                    let backs = self.records.entry(*kind).or_default();
                    backs.extend(back.filter(|back| !backs.contains(back)));
                }
            }
            Criterion::KinOf(kin) => self.kin_of.extend(kin.posts.iter().map(|post| (*post, kin.inside))),
            Criterion::Trained(trained) => {
                self.trained.extend(known(&trained.hours_min, clauses).zip(known(&trained.within, clauses)));
            }
            Criterion::Appraised(appraised) => self.grades.extend(&appraised.grades),
            Criterion::Enrolled(program) => self.programs.extend([program.clone()]),
            Criterion::Custom(custom) => {
                self.customs.entry(custom.column.clone()).or_default().insert(custom.is.clone());
            }
            Criterion::Clause(key) => self.clauses.extend([key.clone()]),
            Criterion::Done(stage) => self.stage(stage, None),
            Criterion::DoneAt(done) => self.stage(&done.stage, Some(done.rank)),
            Criterion::Trait(kind) => self.traits.extend([*kind]),
            Criterion::Number(count) => {
                let bounds = count.min.iter().chain(&count.max).filter_map(|bound| known(bound, clauses));
                self.numbers.entry(count.of).or_default().extend(bounds);
            }
            Criterion::Named(named) => self.names.push(named.clone()),
            Criterion::Continued(_) => self.continued = true,
            Criterion::Basis(of) => self.basis.extend(of),
            Criterion::Unit(kinds) => self.units.extend(kinds),
            Criterion::Matter(keys) => self.matters.extend(keys.iter().cloned()),
            Criterion::Actor(keys) => self.actors.extend(keys.iter().cloned()),
            _ => {}
        }
    }

    fn stage(&mut self, stage: &Key, rank: Option<Rank>) {
        self.done.entry(stage.clone()).or_default().extend(rank);
    }
}

/// Every criterion of an edition: conditions, exceptions, and those inside its check.
pub(super) fn criteria(variant: &Variant) -> Vec<&Criterion> {
    let mut all: Vec<&Criterion> = variant.when.iter().collect();
    all.extend(variant.unless.iter().map(|exception| &exception.when));
    match &variant.check {
        Check::Person(criterion) => all.push(criterion),
        Check::Count(Count { of, must }) => {
            if let Tallied::Holders { who: Some(who), .. } = of {
                all.push(who);
            }
            if let CountTest::Share { who: Some(who), .. } = must {
                all.push(who);
            }
        }
        Check::Each(Each { throughout, .. }) => all.extend(throughout),
        Check::Pair(_) | Check::Lasts(_) | Check::Follows(_) | Check::Act(_) | Check::Link(_) => {}
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::Rulebook;

    #[test]
    fn the_numbers_of_both_editions_and_of_the_clause_are_marked() {
        let rules = Rulebook::builtin().unwrap();
        let vote = rules.provisions().find(|one| one.id.as_str() == "selection.vote-and-stand").unwrap();
        let bar = rules.provisions().find(|one| one.id.as_str() == "selection.bar-criminal-punishment").unwrap();
        let marks = Marks::of([&vote.editions[0].variants[0], &bar.editions[0].variants[0]], &Clauses::new());
        assert_eq!(marks.ages, BTreeSet::from([18]));
        assert_eq!(marks.records[&RecordKind::PoliticalDeprivation], [Back::UntilRestored]);
        assert_eq!(marks.records[&RecordKind::CriminalPunishment], [Back::ForLife]);
        let key = Key::new("board-size").unwrap();
        let clauses = Clauses::from([(key.clone(), "9".to_owned())]);
        assert_eq!(known(&Value::<u32>::Charter(key.clone()), &clauses), Some(9));
        assert_eq!(known(&Value::<u32>::Charter(key.clone()), &Clauses::new()), None);
        assert_eq!(known(&Value::<u32>::Param(key), &clauses), None);
    }
}

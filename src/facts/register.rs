//! 登记册 — the register: rows checked once, in canonical order, with dense indices for the evaluator.

use super::build::{groups, intern, kin, parents, set_aside_dangling};
use super::coverage::{CoverageIndex, Whose};
use super::index::Grouped;
use super::kin::KinGraph;
use super::{
    Body, BodyIdx, CaseIdx, Facts, Holding, HoldingIdx, LoadError, LoadOptions, Person, PersonIdx, Problem,
    ProblemKind, Table, Unit, UnitIdx,
};
use crate::vocab::{CaseId, Circle, FactSpan, List, PersonId, PostKind, UnitId};
use chrono::NaiveDate;

/// The most rows one register holds.
pub(crate) const ROWS_MAX: usize = 50_000_000;

/// Identifiers in sorted order: the position is the index.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Names {
    pub(super) persons: Vec<PersonId>,
    pub(super) units: Vec<UnitId>,
    pub(super) cases: Vec<CaseId>,
}

impl Names {
    pub(super) fn person(&self, id: &PersonId) -> Option<PersonIdx> {
        self.persons.binary_search(id).ok().map(PersonIdx::at)
    }

    pub(super) fn unit(&self, id: &UnitId) -> Option<UnitIdx> {
        self.units.binary_search(id).ok().map(UnitIdx::at)
    }

    pub(super) fn case(&self, id: &CaseId) -> Option<CaseIdx> {
        self.cases.binary_search(id).ok().map(CaseIdx::at)
    }
}

/// What a holding is to the evaluator, without the columns of the row it seldom needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Held {
    pub(crate) person: PersonIdx,
    pub(crate) unit: UnitIdx,
    pub(crate) post: PostKind,
    pub(crate) span: FactSpan,
}

/// Rows of each table grouped by what the evaluator starts from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Groups {
    pub(crate) holdings_of_person: Grouped,
    pub(crate) holdings_of_unit: Grouped,
    pub(crate) memberships: Grouped,
    pub(crate) members_of_unit: Grouped,
    pub(crate) party: Grouped,
    pub(crate) party_of_unit: Grouped,
    /// In its one group those whose organization nobody recorded.
    pub(crate) party_of_none: Grouped,
    pub(crate) not_party: Grouped,
    pub(crate) records: Grouped,
    pub(crate) statuses: Grouped,
    pub(crate) appraisals: Grouped,
    pub(crate) trainings: Grouped,
    pub(crate) enrollments: Grouped,
    pub(crate) customs: Grouped,
    pub(crate) households: Grouped,
    pub(crate) homes_of_unit: Grouped,
    pub(crate) bodies_of_unit: Grouped,
    pub(crate) traits_of_unit: Grouped,
    pub(crate) numbers_of_unit: Grouped,
    pub(crate) names_of_unit: Grouped,
    pub(crate) clauses_of_unit: Grouped,
    pub(crate) links_to_unit: Grouped,
    pub(crate) links_from_unit: Grouped,
    pub(crate) acts_of_case: Grouped,
    pub(crate) acts_of_unit: Grouped,
    pub(crate) children: Grouped,
}

/// 登记册 — a register: what is known, how far it is complete, and where it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register {
    facts: Facts,
    names: Names,
    held: Vec<Held>,
    parents: Vec<Option<UnitIdx>>,
    person_units: Vec<Vec<UnitIdx>>,
    act_cases: Vec<CaseIdx>,
    act_units: Vec<UnitIdx>,
    link_from: Vec<UnitIdx>,
    link_to: Vec<UnitIdx>,
    groups: Groups,
    kin: KinGraph,
    coverage: CoverageIndex,
}

/// 载入结果 — a register, and everything that could not be used.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Loaded {
    /// The register of everything that could be used.
    pub register: Register,
    problems: Vec<Problem>,
}

impl Loaded {
    /// What was set aside or put right, in order of table and row.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The register, unless anything was lost.
    ///
    /// # Errors
    ///
    /// [`LoadError`] with every problem, when at least one of them is more than a note.
    pub fn strict(self) -> Result<Register, LoadError> {
        if self.problems.iter().all(Problem::is_note) {
            Ok(self.register)
        } else {
            Err(LoadError { problems: self.problems })
        }
    }
}

impl Register {
    /// Reads tables. Nothing is refused as a whole: what cannot be used is set aside and named, and the lists it belonged
    /// to count as incomplete.
    pub fn load(tables: impl IntoIterator<Item = Table>) -> Loaded {
        Self::load_with(tables, &LoadOptions::default())
    }

    /// Reads tables, with a town's own words and a day up to which they are taken to be current.
    pub fn load_with(tables: impl IntoIterator<Item = Table>, options: &LoadOptions) -> Loaded {
        let tables: Vec<Table> = tables.into_iter().collect();
        Self::load_beside(Facts::default(), &tables, options)
    }

    /// Reads tables beside rows that are known already.
    pub fn load_beside(known: Facts, tables: &[Table], options: &LoadOptions) -> Loaded {
        let (read, mut problems) = super::table::read(tables, options);
        let mut facts = known;
        facts.extend(read);
        let mut loaded = Self::build(facts);
        problems.append(&mut loaded.problems);
        problems.sort();
        problems.dedup();
        loaded.problems = problems;
        loaded
    }

    /// Checks rows and puts them in order. Rows that refer to nobody, contradict each other or cannot be true are set
    /// aside and named.
    pub fn build(facts: Facts) -> Loaded {
        let mut problems = Vec::new();
        let mut facts = facts;
        if ROWS_MAX < facts.len() {
            problems.push(Problem::new(
                "facts",
                ProblemKind::TooLarge,
                format!("共{}行，超过上限{ROWS_MAX}行，未读取", facts.len()),
                format!("{} rows, more than the {ROWS_MAX} that are read; none was read", facts.len()),
            ));
            facts = Facts::default();
        }
        facts.sort();
        let names = intern(&mut facts, &mut problems);
        set_aside_dangling(&mut facts, &names, &mut problems);
        let parents = parents(&mut facts, &names, &mut problems);
        let kin = kin(&mut facts, &names, &mut problems);
        facts.open.sort();
        facts.open.dedup();
        problems.sort();
        problems.dedup();
        Loaded { register: Self::index(facts, names, parents, kin), problems }
    }

    fn index(facts: Facts, names: Names, parents: Vec<Option<UnitIdx>>, kin: KinGraph) -> Self {
        // INVARIANT: rows that refer to nobody were set aside, so every reference below resolves.
        let held: Vec<Held> = facts
            .holdings
            .iter()
            .filter_map(|row| {
                let (person, unit) = (names.person(&row.person)?, names.unit(&row.unit)?);
                Some(Held { person, unit, post: row.post, span: row.span })
            })
            .collect();
        let act_cases: Vec<CaseIdx> = facts.acts.iter().filter_map(|row| names.case(&row.case)).collect();
        let act_units: Vec<UnitIdx> = facts.acts.iter().filter_map(|row| names.unit(&row.unit)).collect();
        let link_from: Vec<UnitIdx> = facts.links.iter().filter_map(|row| names.unit(&row.from)).collect();
        let link_to: Vec<UnitIdx> = facts.links.iter().filter_map(|row| names.unit(&row.to)).collect();
        let groups = groups(&facts, &names, &held, &act_cases, &act_units, &parents);
        let coverage = CoverageIndex::new(&facts.coverage, &facts.open, &names);
        let mut person_units: Vec<Vec<UnitIdx>> = vec![Vec::new(); names.persons.len()];
        let members =
            facts.memberships.iter().filter_map(|row| Some((names.person(&row.person)?, names.unit(&row.unit)?)));
        for (person, unit) in held.iter().map(|held| (held.person, held.unit)).chain(members) {
            if let Some(units) = person_units.get_mut(person.position()) {
                units.push(unit);
            }
        }
        for units in &mut person_units {
            units.sort_unstable();
            units.dedup();
        }
        Self {
            facts,
            names,
            held,
            parents,
            person_units,
            act_cases,
            act_units,
            link_from,
            link_to,
            groups,
            kin,
            coverage,
        }
    }

    /// The rows, in canonical order: the wire form of the register.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The register as JSON; read back by [`Facts::from_json`] and [`Register::build`] it is the same register.
    ///
    /// # Errors
    ///
    /// None in practice: the rows have no form that JSON lacks.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(&self.facts)
    }

    /// Persons in order of their ids.
    pub fn persons(&self) -> &[Person] {
        &self.facts.persons
    }

    /// Units in order of their ids.
    pub fn units(&self) -> &[Unit] {
        &self.facts.units
    }

    /// Holdings in canonical order.
    pub fn holdings(&self) -> &[Holding] {
        &self.facts.holdings
    }

    /// The index of a person's id.
    pub fn person(&self, id: &PersonId) -> Option<PersonIdx> {
        self.names.person(id)
    }

    /// The index of a unit's id.
    pub fn unit(&self, id: &UnitId) -> Option<UnitIdx> {
        self.names.unit(id)
    }

    /// The index of a case's id.
    pub fn case(&self, id: &CaseId) -> Option<CaseIdx> {
        self.names.case(id)
    }

    /// The unit with this id, name or other name; `None` when there is none or more than one.
    pub fn unit_called(&self, words: &str) -> Option<UnitIdx> {
        if let Some(unit) = UnitId::parse(words).ok().and_then(|id| self.unit(&id)) {
            return Some(unit);
        }
        let mut found = self
            .facts
            .units
            .iter()
            .enumerate()
            .filter(|(_, unit)| unit.name.as_deref() == Some(words) || unit.also.iter().any(|also| also == words));
        let (position, _) = found.next()?;
        found.next().is_none().then(|| UnitIdx::at(position))
    }

    /// The row of a person.
    ///
    /// # Panics
    ///
    /// Never: indices come from this register. An index of another register gives another person, or the first.
    pub(crate) fn person_row(&self, person: PersonIdx) -> Option<&Person> {
        self.facts.persons.get(person.position())
    }

    pub(crate) fn unit_row(&self, unit: UnitIdx) -> Option<&Unit> {
        self.facts.units.get(unit.position())
    }

    pub(crate) fn holding_row(&self, holding: HoldingIdx) -> Option<&Holding> {
        self.facts.holdings.get(holding.position())
    }

    pub(crate) fn body_row(&self, body: BodyIdx) -> Option<&Body> {
        self.facts.bodies.get(body.position())
    }

    pub(crate) fn body_unit(&self, body: BodyIdx) -> Option<UnitIdx> {
        self.names.unit(&self.body_row(body)?.unit)
    }

    pub(crate) fn held(&self) -> &[Held] {
        &self.held
    }

    pub(crate) fn groups(&self) -> &Groups {
        &self.groups
    }

    pub(crate) fn parent(&self, unit: UnitIdx) -> Option<UnitIdx> {
        self.parents.get(unit.position()).copied().flatten()
    }

    /// The unit and the units above it, nearest first.
    pub(crate) fn upward(&self, unit: UnitIdx) -> impl Iterator<Item = UnitIdx> {
        std::iter::successors(Some(unit), |&unit| self.parent(unit)).take(16)
    }

    pub(crate) fn act_case(&self, act: usize) -> Option<CaseIdx> {
        self.act_cases.get(act).copied()
    }

    pub(crate) fn act_unit(&self, act: usize) -> Option<UnitIdx> {
        self.act_units.get(act).copied()
    }

    pub(crate) fn link_from(&self, link: usize) -> Option<UnitIdx> {
        self.link_from.get(link).copied()
    }

    pub(crate) fn link_to(&self, link: usize) -> Option<UnitIdx> {
        self.link_to.get(link).copied()
    }

    pub(crate) fn case_id(&self, case: CaseIdx) -> Option<&CaseId> {
        self.names.cases.get(case.position())
    }

    /// The kin graph.
    pub fn kin(&self) -> &KinGraph {
        &self.kin
    }

    /// The units in which a person holds or held a post, or is or was a member.
    pub(crate) fn units_of(&self, person: PersonIdx) -> &[UnitIdx] {
        self.person_units.get(person.position()).map_or(&[], Vec::as_slice)
    }

    /// Whether anybody stated anything about the completeness of a list.
    pub(crate) fn speaks_of(&self, list: List) -> bool {
        self.coverage.speaks_of(list)
    }

    /// Whether a person's entries in a list are complete on a day.
    pub(crate) fn person_complete(&self, list: List, person: PersonIdx, day: NaiveDate) -> bool {
        self.complete(list, Circle::NearRelatives, Whose::Person(person, self.units_of(person)), day)
    }

    /// Whether a person's kin within a circle are complete on a day.
    pub(crate) fn kin_complete(&self, person: PersonIdx, circle: Circle, day: NaiveDate) -> bool {
        self.complete(List::Kin, circle, Whose::Person(person, self.units_of(person)), day)
    }

    /// Whether a unit's entries in a list are complete on a day.
    pub(crate) fn unit_complete(&self, list: List, unit: UnitIdx, day: NaiveDate) -> bool {
        self.complete(list, Circle::NearRelatives, Whose::Unit(unit), day)
    }

    /// Whether the file of a case is complete on a day.
    pub(crate) fn case_complete(&self, case: CaseIdx, unit: UnitIdx, day: NaiveDate) -> bool {
        self.complete(List::Acts, Circle::NearRelatives, Whose::Case(case, unit), day)
    }

    fn complete(&self, list: List, circle: Circle, whose: Whose<'_>, day: NaiveDate) -> bool {
        self.coverage.complete(list, circle, whose, day, |unit| self.parent(unit))
    }
}

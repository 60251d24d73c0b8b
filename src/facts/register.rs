//! 登记册 — the register: rows checked once, in canonical order, with dense indices for the evaluator.

use super::coverage::{CoverageIndex, Whose};
use super::index::Grouped;
use super::kin::{KinGraph, Tie};
use super::{
    Body, BodyIdx, CaseIdx, Extent, Facts, Holding, HoldingIdx, LoadError, LoadOptions, OpenList, Person, PersonIdx,
    Problem, ProblemKind, Table, Unit, UnitIdx,
};
use crate::vocab::{CaseId, Circle, FactSpan, List, PersonId, PostKind, UnitId};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The most rows one register holds.
pub(crate) const ROWS_MAX: usize = 50_000_000;

/// Identifiers in sorted order: the position is the index.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Names {
    persons: Vec<PersonId>,
    units: Vec<UnitId>,
    cases: Vec<CaseId>,
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
    pub(crate) not_party: Grouped,
    pub(crate) records: Grouped,
    pub(crate) statuses: Grouped,
    pub(crate) appraisals: Grouped,
    pub(crate) trainings: Grouped,
    pub(crate) enrollments: Grouped,
    pub(crate) customs: Grouped,
    pub(crate) households: Grouped,
    pub(crate) bodies_of_unit: Grouped,
    pub(crate) clauses_of_unit: Grouped,
    pub(crate) links_to_unit: Grouped,
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
        let groups = groups(&facts, &names, &held, &act_cases, &act_units, &parents);
        let coverage = CoverageIndex::new(&facts.coverage, &facts.open, &names);
        let mut person_units: Vec<Vec<UnitIdx>> = vec![Vec::new(); names.persons.len()];
        let members =
            facts.memberships.iter().filter_map(|row| Some((names.person(&row.person)?, names.unit(&row.unit)?)));
        for (person, unit) in held.iter().map(|held| (held.person, held.unit)).chain(members) {
            if let Some(units) = person_units.get_mut(person.position())
                && !units.contains(&unit)
            {
                units.push(unit);
            }
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

    /// The unit with this id, name or other name; `None` when there is none or more than one.
    pub fn unit_called(&self, words: &str) -> Option<UnitIdx> {
        if let Some(unit) = UnitId::parse(words).ok().and_then(|id| self.unit(&id)) {
            return Some(unit);
        }
        let mut found = self.facts.units.iter().enumerate().filter(|(_, unit)| {
            unit.name.as_deref() == Some(words) || unit.also.iter().any(|also| also == words)
        });
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

    pub(crate) fn case_id(&self, case: CaseIdx) -> Option<&CaseId> {
        self.names.cases.get(case.position())
    }

    pub(crate) fn case(&self, id: &CaseId) -> Option<CaseIdx> {
        self.names.case(id)
    }

    pub(crate) fn cases(&self) -> usize {
        self.names.cases.len()
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

/// Brings identifiers into order and sets aside rows that give one identifier to two.
fn intern(facts: &mut Facts, problems: &mut Vec<Problem>) -> Names {
    let mut twice = |id: String, source: Option<&super::Source>, what: (&str, &str)| {
        let mut problem = Problem::new(
            source.map_or("facts", |source| source.table.as_str()),
            ProblemKind::Ambiguous,
            format!("同一编号对应两个{}，只采用其中一个；请更正编号", what.0),
            format!("one id for two {}: one is used; give each its own id", what.1),
        )
        .with_value(&id)
        .setting_row_aside();
        problem.row = source.map(|source| source.row);
        problems.push(problem);
    };
    facts.persons.dedup_by(|later, kept| {
        let same = later.id == kept.id;
        if same && *later != *kept {
            twice(later.id.to_string(), later.source.as_ref(), ("人", "persons"));
        }
        same
    });
    facts.units.dedup_by(|later, kept| {
        let same = later.id == kept.id;
        if same && *later != *kept {
            twice(later.id.to_string(), later.source.as_ref(), ("单位", "units"));
        }
        same
    });
    let mut acts = BTreeSet::new();
    facts.acts.retain(|act| {
        let fresh = acts.insert(act.id.clone());
        if !fresh {
            twice(act.id.to_string(), act.source.as_ref(), ("办理环节", "acts"));
        }
        fresh
    });
    let cases: BTreeSet<CaseId> = facts.acts.iter().map(|act| act.case.clone()).collect();
    Names {
        persons: facts.persons.iter().map(|person| person.id.clone()).collect(),
        units: facts.units.iter().map(|unit| unit.id.clone()).collect(),
        cases: cases.into_iter().collect(),
    }
}

impl Facts {
    /// Every table in canonical order, identical rows once.
    fn sort(&mut self) {
        macro_rules! sort { ($($table:ident),+) => { $( self.$table.sort_unstable(); self.$table.dedup(); )+ }; }
        sort!(
            persons, kin, household_members, memberships, party_memberships, not_party_members, units, links, bodies,
            holdings, candidacies, records, statuses, acts, appraisals, trainings, enrollments, clauses, customs,
            coverage, open, assumptions
        );
    }
}

/// Sets aside rows that refer to a person or unit nobody listed.
fn set_aside_dangling(facts: &mut Facts, names: &Names, problems: &mut Vec<Problem>) {
    let mut open: Vec<OpenList> = Vec::new();
    let mut aside = |what: &str, source: Option<&super::Source>, list: Option<(List, Extent)>| {
        let mut problem = Problem::new(
            source.map_or("facts", |source| source.table.as_str()),
            ProblemKind::UnknownReference,
            "登记册中没有这个人或单位；请补充或更正编号",
            "no such person or unit in the register: add it or correct the id",
        )
        .with_value(what)
        .setting_row_aside();
        problem.row = source.map(|source| source.row);
        problems.push(problem);
        open.extend(list.map(|(list, extent)| OpenList::new(list, extent)));
    };
    macro_rules! check {
        ($table:ident, $list:expr, [$($person:ident),*], [$($unit:ident),*], [$($maybe:ident),*]) => {
            facts.$table.retain(|row| {
                let mut known: Option<Extent> = None;
                let mut missing: Option<String> = None;
                $( if names.person(&row.$person).is_some() { known = known.take().or_else(|| Some(Extent::Person(row.$person.clone()))); }
                   else { missing = missing.take().or_else(|| Some(row.$person.to_string())); } )*
                $( if names.unit(&row.$unit).is_some() { known = known.take().or_else(|| Some(Extent::Unit(row.$unit.clone()))); }
                   else { missing = missing.take().or_else(|| Some(row.$unit.to_string())); } )*
                $( if let Some(unit) = &row.$maybe && names.unit(unit).is_none() {
                    missing = missing.take().or_else(|| Some(unit.to_string()));
                } )*
                if let Some(what) = &missing {
                    let list: Option<List> = $list(row);
                    aside(what, row.source.as_ref(), list.map(|list| (list, known.unwrap_or(Extent::All))));
                }
                missing.is_none()
            });
        };
    }
    check!(kin, |_: &super::KinTie| Some(List::Kin), [a, b], [], []);
    check!(household_members, |_: &super::HouseholdMember| Some(List::Households), [person], [unit], []);
    check!(memberships, |_: &super::Membership| Some(List::Members), [person], [unit], []);
    check!(party_memberships, |_: &super::PartyMembership| Some(List::PartyMembers), [person], [], [unit]);
    check!(not_party_members, |_: &super::NotPartyMember| None, [person], [], []);
    check!(links, |_: &super::UnitLink| Some(List::Links), [], [to, from], []);
    check!(bodies, |_: &super::Body| None, [], [unit], []);
    check!(holdings, |_: &super::Holding| Some(List::Roster), [person], [unit], []);
    check!(candidacies, |_: &super::Candidacy| Some(List::Candidacies), [person], [unit], []);
    check!(records, |row: &super::Record| Some(row.kind.list()), [person], [], []);
    check!(statuses, |_: &super::Status| Some(List::Capacity), [person], [], [unit]);
    check!(acts, |_: &super::Act| Some(List::Acts), [], [unit], []);
    check!(appraisals, |_: &super::Appraisal| Some(List::Appraisals), [person], [], []);
    check!(trainings, |_: &super::Training| Some(List::Training), [person], [], []);
    check!(enrollments, |_: &super::Enrollment| Some(List::Enrollment), [person], [], [unit]);
    check!(clauses, |_: &super::Clause| Some(List::Charter), [], [unit], []);
    check!(customs, |_: &super::Custom| None, [person], [], []);
    facts.open.append(&mut open);
}

/// The parents of all units; parents that are not listed or run in a circle are cut and named.
fn parents(facts: &mut Facts, names: &Names, problems: &mut Vec<Problem>) -> Vec<Option<UnitIdx>> {
    let mut parents: Vec<Option<UnitIdx>> =
        facts.units.iter().map(|unit| unit.parent.as_ref().and_then(|parent| names.unit(parent))).collect();
    let mut cut = |position: usize, unit: &Unit, zh: &str, en: &str, facts_open: &mut Vec<OpenList>| {
        let mut problem = Problem::new(
            unit.source.as_ref().map_or("facts", |source| source.table.as_str()),
            ProblemKind::Hierarchy,
            zh,
            en,
        )
        .with_value(&unit.id.to_string());
        problem.row = unit.source.as_ref().map(|source| source.row);
        problems.push(problem);
        facts_open.push(OpenList::new(List::Units, Extent::Unit(unit.id.clone())));
        position
    };
    let mut cuts = Vec::new();
    let mut open = Vec::new();
    for (position, unit) in facts.units.iter().enumerate() {
        if unit.parent.is_some() && parents.get(position).copied().flatten().is_none() {
            cuts.push(cut(position, unit, "上级单位不在登记册中；请补充或更正", "the unit above is not in the register: add it or correct it", &mut open));
        }
    }
    // 0 not seen, 1 on the present path, 2 known to end.
    let mut seen = vec![0_u8; parents.len()];
    for start in 0..parents.len() {
        let mut path = Vec::new();
        let mut at = Some(start);
        while let Some(position) = at {
            match seen.get(position).copied() {
                Some(0) => {
                    seen[position] = 1;
                    path.push(position);
                    at = parents.get(position).copied().flatten().map(UnitIdx::position);
                }
                Some(1) => {
                    if let Some(unit) = facts.units.get(position) {
                        cuts.push(cut(position, unit, "上级关系成环；请更正上级单位", "the units above run in a circle: correct the unit above", &mut open));
                    }
                    parents[position] = None;
                    at = None;
                }
                _ => at = None,
            }
        }
        for position in path {
            seen[position] = 2;
        }
    }
    for position in cuts {
        if let Some(unit) = facts.units.get_mut(position) {
            unit.parent = None;
        }
    }
    facts.open.append(&mut open);
    parents
}

/// The kin graph; impossible ties are set aside and named.
fn kin(facts: &mut Facts, names: &Names, problems: &mut Vec<Problem>) -> KinGraph {
    let births: Vec<_> = facts.persons.iter().map(|person| person.birth).collect();
    let ties: Vec<Tie> = facts
        .kin
        .iter()
        .enumerate()
        .filter_map(|(row, tie)| {
            Some(Tie {
                a: names.person(&tie.a)?,
                b: names.person(&tie.b)?,
                relation: tie.relation,
                span: tie.span,
                half: tie.half,
                row: u32::try_from(row).ok()?,
            })
        })
        .collect();
    let (graph, faults) = KinGraph::build(&births, &ties);
    if faults.is_empty() {
        return graph;
    }
    let mut dropped = BTreeSet::new();
    for fault in faults {
        let Some(tie) = usize::try_from(fault.row()).ok().and_then(|row| facts.kin.get(row)) else { continue };
        let says = fault.says();
        let mut problem = Problem::new(
            tie.source.as_ref().map_or("facts", |source| source.table.as_str()),
            ProblemKind::Kin,
            says.zh(),
            says.en(),
        )
        .with_value(&format!("{} – {}", tie.a, tie.b))
        .setting_row_aside();
        problem.row = tie.source.as_ref().map(|source| source.row);
        problems.push(problem);
        for person in [&tie.a, &tie.b] {
            facts.open.push(OpenList::new(List::Kin, Extent::Person(person.clone())));
        }
        dropped.insert(fault.row());
    }
    let mut row = 0_u32;
    facts.kin.retain(|_| {
        let keep = !dropped.contains(&row);
        row = row.saturating_add(1);
        keep
    });
    // Row numbers shifted, so the graph is built again from what is left; nothing in it can be at fault now.
    kin(facts, names, problems)
}

fn groups(
    facts: &Facts,
    names: &Names,
    held: &[Held],
    act_cases: &[CaseIdx],
    act_units: &[UnitIdx],
    parents: &[Option<UnitIdx>],
) -> Groups {
    let (persons, units) = (names.persons.len(), names.units.len());
    macro_rules! by_person {
        ($table:ident) => {
            Grouped::new(persons, facts.$table.iter().map(|row| names.person(&row.person).map(PersonIdx::position)))
        };
    }
    macro_rules! by_unit {
        ($table:ident, $column:ident) => {
            Grouped::new(units, facts.$table.iter().map(|row| names.unit(&row.$column).map(UnitIdx::position)))
        };
    }
    Groups {
        holdings_of_person: Grouped::new(persons, held.iter().map(|held| Some(held.person.position()))),
        holdings_of_unit: Grouped::new(units, held.iter().map(|held| Some(held.unit.position()))),
        memberships: by_person!(memberships),
        members_of_unit: by_unit!(memberships, unit),
        party: by_person!(party_memberships),
        not_party: by_person!(not_party_members),
        records: by_person!(records),
        statuses: by_person!(statuses),
        appraisals: by_person!(appraisals),
        trainings: by_person!(trainings),
        enrollments: by_person!(enrollments),
        customs: by_person!(customs),
        households: by_person!(household_members),
        bodies_of_unit: by_unit!(bodies, unit),
        clauses_of_unit: by_unit!(clauses, unit),
        links_to_unit: by_unit!(links, to),
        acts_of_case: Grouped::new(names.cases.len(), act_cases.iter().map(|case| Some(case.position()))),
        acts_of_unit: Grouped::new(units, act_units.iter().map(|unit| Some(unit.position()))),
        children: Grouped::new(units, parents.iter().map(|parent| parent.map(UnitIdx::position))),
    }
}

//! Checks rows once: identifiers, references, hierarchies and kin that cannot be. What fails is set aside and named.

use super::index::Grouped;
use super::kin::{KinGraph, Tie};
use super::register::{Groups, Held, Names};
use super::{CaseIdx, Extent, Facts, OpenList, PersonIdx, Problem, ProblemKind, Unit, UnitIdx};
use crate::vocab::{CaseId, List};
use std::collections::BTreeSet;

/// Brings identifiers into order and sets aside rows that give one identifier to two.
pub(super) fn intern(facts: &mut Facts, problems: &mut Vec<Problem>) -> Names {
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
    pub(super) fn sort(&mut self) {
        macro_rules! sort { ($($table:ident),+) => { $( self.$table.sort_unstable(); self.$table.dedup(); )+ }; }
        sort!(
            persons,
            kin,
            household_members,
            memberships,
            party_memberships,
            not_party_members,
            units,
            links,
            unit_traits,
            unit_numbers,
            registered_names,
            bodies,
            holdings,
            candidacies,
            records,
            statuses,
            acts,
            appraisals,
            trainings,
            enrollments,
            clauses,
            customs,
            coverage,
            open,
            assumptions
        );
    }
}

/// Sets aside rows that refer to a person or unit nobody listed.
pub(super) fn set_aside_dangling(facts: &mut Facts, names: &Names, problems: &mut Vec<Problem>) {
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
    check!(unit_traits, |_: &super::UnitTrait| Some(List::UnitFacts), [], [unit], []);
    check!(unit_numbers, |_: &super::UnitNumber| Some(List::UnitFacts), [], [unit], []);
    check!(registered_names, |_: &super::RegisteredName| Some(List::UnitFacts), [], [unit], []);
    check!(bodies, |_: &super::Body| Some(List::Bodies), [], [unit], []);
    check!(holdings, |_: &super::Holding| Some(List::Roster), [person], [unit], []);
    check!(candidacies, |_: &super::Candidacy| Some(List::Candidacies), [person], [unit], []);
    check!(records, |row: &super::Record| Some(row.kind.list()), [person], [], []);
    check!(statuses, |row: &super::Status| Some(row.kind.list()), [person], [], [unit]);
    check!(acts, |_: &super::Act| Some(List::Acts), [], [unit], []);
    check!(appraisals, |_: &super::Appraisal| Some(List::Appraisals), [person], [], []);
    check!(trainings, |_: &super::Training| Some(List::Training), [person], [], []);
    check!(enrollments, |_: &super::Enrollment| Some(List::Enrollment), [person], [], [unit]);
    check!(clauses, |_: &super::Clause| Some(List::Charter), [], [unit], []);
    check!(customs, |_: &super::Custom| None, [person], [], []);
    facts.open.append(&mut open);
}

/// The parents of all units; parents that are not listed or run in a circle are cut and named.
pub(super) fn parents(facts: &mut Facts, names: &Names, problems: &mut Vec<Problem>) -> Vec<Option<UnitIdx>> {
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
            cuts.push(cut(
                position,
                unit,
                "上级单位不在登记册中；请补充或更正",
                "the unit above is not in the register: add it or correct it",
                &mut open,
            ));
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
                    mark(&mut seen, position, 1);
                    path.push(position);
                    at = parents.get(position).copied().flatten().map(UnitIdx::position);
                }
                Some(1) => {
                    if let Some(unit) = facts.units.get(position) {
                        cuts.push(cut(
                            position,
                            unit,
                            "上级关系成环；请更正上级单位",
                            "the units above run in a circle: correct the unit above",
                            &mut open,
                        ));
                    }
                    if let Some(above) = parents.get_mut(position) {
                        *above = None;
                    }
                    at = None;
                }
                _ => at = None,
            }
        }
        for position in path {
            mark(&mut seen, position, 2);
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

fn mark(seen: &mut [u8], position: usize, with: u8) {
    if let Some(slot) = seen.get_mut(position) {
        *slot = with;
    }
}

/// The kin graph; impossible ties are set aside and named.
pub(super) fn kin(facts: &mut Facts, names: &Names, problems: &mut Vec<Problem>) -> KinGraph {
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

pub(super) fn groups(
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
        party_of_none: Grouped::new(1, facts.party_memberships.iter().map(|row| row.unit.is_none().then_some(0))),
        party_of_unit: Grouped::new(
            units,
            facts.party_memberships.iter().map(|row| names.unit(row.unit.as_ref()?).map(UnitIdx::position)),
        ),
        not_party: by_person!(not_party_members),
        records: by_person!(records),
        statuses: by_person!(statuses),
        appraisals: by_person!(appraisals),
        trainings: by_person!(trainings),
        enrollments: by_person!(enrollments),
        customs: by_person!(customs),
        households: by_person!(household_members),
        homes_of_unit: by_unit!(household_members, unit),
        bodies_of_unit: by_unit!(bodies, unit),
        traits_of_unit: by_unit!(unit_traits, unit),
        numbers_of_unit: by_unit!(unit_numbers, unit),
        names_of_unit: by_unit!(registered_names, unit),
        clauses_of_unit: by_unit!(clauses, unit),
        links_to_unit: by_unit!(links, to),
        links_from_unit: by_unit!(links, from),
        acts_of_case: Grouped::new(names.cases.len(), act_cases.iter().map(|case| Some(case.position()))),
        acts_of_unit: Grouped::new(units, act_units.iter().map(|unit| Some(unit.position()))),
        children: Grouped::new(units, parents.iter().map(|parent| parent.map(UnitIdx::position))),
    }
}

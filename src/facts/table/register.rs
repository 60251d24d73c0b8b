//! 汇读 — all tables at once: who and what the rows name first, then what they say.

use super::cells::Row;
use super::days::Days;
use super::desk::{Desk, Names};
use super::drafts::{self, Draft};
use super::members::Households;
use super::party::Party;
use super::people::{self, Sighting};
use super::report::Log;
use super::units::{Place, Placed, Units};
use super::{LoadOptions, Sheet, Table, acts, coverage, grid, grid::Grid, lists, members, roster, settle};
use crate::facts::{Facts, Problem, ProblemKind, Source};
use std::collections::BTreeMap;

/// Reads tables into facts, with every problem in order.
pub(super) fn read(tables: &[Table], options: &LoadOptions) -> (Facts, Vec<Problem>) {
    let mut log = Log::default();
    let grids: Vec<Grid<'_>> = tables.iter().filter_map(|table| grid::lay_out(table, options, &mut log)).collect();
    let drafts = drafts::read(&grids, options, &mut log);
    let mut places: BTreeMap<Place, Source> = BTreeMap::new();
    for draft in &drafts {
        let source = Source::new(draft.row.table, draft.row.number);
        let first = places.entry(draft.place.clone()).or_insert_with(|| source.clone());
        if source < *first {
            *first = source;
        }
    }
    let units = Units::read(&grids, &places, &mut log);
    let (drafts, mut seen) = sightings(drafts, &units, &mut log);
    let (persons, ids) = people::identify(&mut seen, &units, &mut log);
    let names = Names { units: &units, persons: &persons };
    let statements = coverage::read(&grids, names, &mut log);
    let dated = statements.iter().map(coverage::Statement::dated).collect();
    let days = Days::new(&grids, dated, options);
    let mut desk = Desk { options, names, days, facts: Facts::default(), party: Party::default(), log };
    let mut households = Households::default();
    for ((draft, placed), id) in drafts.iter().zip(&ids) {
        let Some(id) = id else { continue };
        if draft.sheet == Sheet::Roster {
            let custom = grids.get(draft.grid).map(Grid::custom).unwrap_or_default();
            roster::read(&mut desk, &draft.row, (draft.grid, custom), id, placed);
        } else {
            members::read(&mut desk, draft, id, placed, &mut households);
        }
    }
    households.write(&mut desk);
    others(&mut desk, &grids);
    coverage::write(&statements, &mut desk.days, &mut desk.facts, &mut desk.log);
    let Desk { days, mut facts, party, mut log, .. } = desk;
    party.write(&mut facts, &mut log);
    days.write(&mut facts, &mut log);
    persons.write(&mut facts);
    units.write(&mut facts);
    settle::settle(&mut facts);
    let (problems, open) = log.close();
    facts.open = open;
    (facts, problems)
}

/// Reads the sheets that name persons and units and make none.
fn others(desk: &mut Desk<'_>, grids: &[Grid<'_>]) {
    for (at, grid) in grids.iter().enumerate() {
        let read: fn(&mut Desk<'_>, &Row<'_>, usize) = match grid.sheet {
            Sheet::Bodies => lists::body,
            Sheet::Kin => lists::kin,
            Sheet::Sanctions => lists::sanction,
            Sheet::Appraisals => lists::appraisal,
            Sheet::Training => lists::training,
            Sheet::Candidates => lists::candidate,
            Sheet::Charter => lists::clause,
            // Read by themselves.
            Sheet::Roster | Sheet::Members | Sheet::Units | Sheet::Acts | Sheet::Coverage => continue,
        };
        for row in grid.rows() {
            read(desk, &row, at);
        }
    }
    acts::read(desk, grids.iter().filter(|grid| grid.sheet == Sheet::Acts).flat_map(Grid::rows));
}

/// The rows that tell who and where; the others are set aside.
fn sightings<'a>(
    drafts: Vec<Draft<'a>>,
    units: &Units,
    log: &mut Log,
) -> (Vec<(Draft<'a>, Placed)>, Vec<Sighting>) {
    let mut kept = Vec::with_capacity(drafts.len());
    let mut seen = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let placed = units.place(&draft.place).cloned();
        let extent = placed
            .as_ref()
            .map_or(crate::facts::Extent::All, |placed| crate::facts::Extent::Unit(placed.unit.clone()));
        let Some(name) = draft.name.clone() else {
            let problem = draft.row.problem(ProblemKind::Blank, "姓名", "应填写", "should be filled in");
            log.aside(problem, draft.sheet, &extent);
            continue;
        };
        let Some(placed) = placed else {
            log.aside(nowhere(&draft), draft.sheet, &extent);
            continue;
        };
        seen.push(Sighting {
            sheet: draft.sheet,
            source: Source::new(draft.row.table, draft.row.number),
            unit: placed.unit.clone(),
            name,
            code: draft.code.clone(),
            resident_id: draft.resident_id,
            birth: draft.birth,
            sex: draft.sex,
            schooling: draft.schooling,
        });
        kept.push((draft, placed));
    }
    (kept, seen)
}

/// The problem of a row that does not tell where.
fn nowhere(draft: &Draft<'_>) -> Problem {
    let row = &draft.row;
    if draft.place.is_nowhere() {
        let (zh, en) = ("应填写经济社或村社区", "the cooperative or the village should be filled in");
        return row.problem(ProblemKind::Blank, "经济社", zh, en);
    }
    let column = if draft.place.cooperative.is_some() { "经济社" } else { "村社区" };
    row.problem(
        ProblemKind::Ambiguous,
        column,
        "看不出是哪个单位：不止一个单位叫这个名称，或名称不能作编号；请写明村社区或代码",
        "it cannot be told which unit this is: several are called so, or the name makes no id; name the village or the code",
    )
}

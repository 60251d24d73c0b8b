//! 同名 — persons of one name in one unit: which rows are of one of them, and which cannot be told.

use super::births::{Birth, Near};
use super::merge::finest;
use super::people::{Cores, Sighting, printed, set_aside};
use super::report::Log;
use super::units::{Found, Units};
use crate::facts::{Extent, Problem, ProblemKind, Source};
use crate::vocab::{List, PartialDate, PersonId, UnitId};
use std::collections::{BTreeMap, BTreeSet};

/// Joins persons told by resident id to those told by number only, where name, unit and birth leave one for each.
pub(super) fn join<'a>(seen: &'a [Sighting], coded: &mut Cores<'a>, numbered: Cores<'a>, log: &mut Log) {
    let by_code = near(coded.iter().filter(|(_, core)| !core.has_resident_id));
    let by_number = near(numbered.iter());
    let mut joined: BTreeMap<PersonId, PersonId> = BTreeMap::new();
    for (code, core) in coded.iter().filter(|(_, core)| !core.has_resident_id) {
        let birth = Birth::of(&core.births);
        let alone = |number: &PersonId| {
            numbered.get(number).is_some_and(|of| one_of(&by_code, &of.at, Birth::of(&of.births)) == Found::One(code))
        };
        match one_of(&by_number, &core.at, birth) {
            Found::None => {}
            Found::One(number) if alone(number) => {
                joined.insert(number.clone(), code.clone());
            }
            Found::One(_) | Found::Many => {
                if let Some(first) = core.rows.iter().filter_map(|row| seen.get(*row)).min_by_key(|seen| &seen.source) {
                    log.push(ambiguous(first));
                }
                for list in [List::Members, List::Households, List::Kin] {
                    log.open(list, &Extent::Person(code.clone()));
                }
            }
        }
    }
    drop((by_code, by_number));
    for (number, core) in numbered {
        let id = joined.get(&number).cloned().unwrap_or(number);
        let into = coded.entry(id).or_default();
        for row in core.rows {
            if let Some(seen) = seen.get(row) {
                into.add(row, seen);
            }
        }
    }
}

/// A name in a unit.
type Spot<'a> = (&'a str, &'a UnitId);

/// Persons by the names and units under which they occur.
fn near<'a: 'b, 'b>(cores: impl Iterator<Item = (&'b PersonId, &'b super::people::Core<'a>)>) -> Near<Spot<'a>> {
    let mut near = Near::new();
    for (id, core) in cores {
        for spot in &core.at {
            near.add(*spot, Birth::of(&core.births), id);
        }
    }
    near
}

/// Who occurs at one of the spots and can be born so.
fn one_of<'n, 'a: 'n>(near: &'n Near<Spot<'a>>, spots: &'n BTreeSet<Spot<'a>>, birth: Birth) -> Found<&'n PersonId> {
    let mut found = spots.iter().flat_map(|spot| near.born(*spot, birth));
    match found.next() {
        None => Found::None,
        Some(only) if found.all(|other| other == only) => Found::One(only),
        Some(_) => Found::Many,
    }
}

fn ambiguous(seen: &Sighting) -> Problem {
    Problem::new(
        &seen.source.table,
        ProblemKind::Ambiguous,
        "同单位有同名的人，看不出是哪一位；请补身份证号",
        "others of this name are in the unit and it cannot be told which of them it is: add the resident id",
    )
    .at_row(seen.source.row)
    .in_column("姓名")
    .with_value(&seen.name)
}

/// Settles the rows that only a name tells: someone known in the unit, else a person of their own.
pub(super) fn settle<'a>(seen: &'a [Sighting], rows: Vec<usize>, cores: &mut Cores<'a>, units: &Units, log: &mut Log) {
    // INVARIANT: who is known is settled before the first row is added, or the order of rows would decide.
    let known = near(cores.iter());
    let mut groups: BTreeMap<Spot<'a>, Vec<(usize, &'a Sighting)>> = BTreeMap::new();
    for row in rows {
        if let Some(seen) = seen.get(row) {
            groups.entry((&seen.name, &seen.unit)).or_default().push((row, seen));
        }
    }
    for (spot, group) in groups {
        let mut own: Vec<(usize, &Sighting)> = Vec::new();
        let mut of_known: BTreeMap<&PersonId, Vec<(usize, &'a Sighting)>> = BTreeMap::new();
        let are_two = are_two(&group);
        for (row, seen) in group {
            let mut fitting = known.born(spot, Birth::from(seen.birth));
            match (fitting.next(), fitting.next()) {
                (None, _) => own.push((row, seen)),
                (Some(only), None) => of_known.entry(only).or_default().push((row, seen)),
                (Some(_), Some(_)) => which(seen, log),
            }
        }
        for (id, rows) in of_known {
            let is_born = cores.get(id).is_some_and(|core| !core.births.is_empty());
            // Two who differ cannot both be the one whose birth is not known, or not closely.
            let is_doubtful = are_two && (!is_born || self::are_two(&rows));
            for (row, seen) in rows {
                if is_doubtful {
                    which(seen, log);
                } else {
                    cores.entry(id.clone()).or_default().add(row, seen);
                }
            }
        }
        part(spot, own, cores, units, log);
    }
}

/// Whether rows are of two persons at least, by their births.
fn are_two(rows: &[(usize, &Sighting)]) -> bool {
    let births: BTreeSet<PartialDate> = rows.iter().filter_map(|(_, seen)| seen.birth).collect();
    1 < finest(&births).len()
}

fn which(seen: &Sighting, log: &mut Log) {
    set_aside(
        seen,
        "同单位有同名的人，看不出是哪一位；请补身份证号或出生年月",
        "others of this name are in the unit and it cannot be told which of them it is: add the resident id or the birth",
        log,
    );
}

/// Parts rows of one name in one unit by births that cannot be the same.
fn part<'a>(
    (name, unit): (&str, &UnitId),
    rows: Vec<(usize, &'a Sighting)>,
    cores: &mut Cores<'a>,
    units: &Units,
    log: &mut Log,
) {
    let births: BTreeSet<PartialDate> = rows.iter().filter_map(|(_, seen)| seen.birth).collect();
    let finest = finest(&births);
    let base = format!("{name}·{}", printed(unit, units));
    let is_one = finest.len() < 2;
    let mut parted: BTreeMap<PartialDate, &Source> = BTreeMap::new();
    for (row, seen) in rows {
        let mut fitting = seen.birth.into_iter().flat_map(|of_row| {
            let near = finest.partition_point(|birth| birth.last() < of_row.first());
            finest.iter().skip(near).take_while(move |birth| birth.first() <= of_row.last())
        });
        let id = match (is_one, fitting.next(), fitting.next()) {
            (true, _, _) => base.clone(),
            (false, Some(birth), None) => {
                let first = parted.entry(*birth).or_insert(&seen.source);
                *first = (*first).min(&seen.source);
                format!("{base}·{birth}")
            }
            (false, _, _) => {
                let (zh, en) = (
                    "同单位有同名而出生年月不同的人，看不出是哪一位；请补出生年月",
                    "two of this name with different births are in the unit: add the birth",
                );
                set_aside(seen, zh, en, log);
                continue;
            }
        };
        match PersonId::parse(&id) {
            Ok(id) => cores.entry(id).or_default().add(row, seen),
            Err(error) => {
                let problem = Problem::new(
                    &seen.source.table,
                    ProblemKind::Identifier,
                    "姓名和单位名不能作为编号；请填人员编号",
                    format!("name and unit make no id: {error}; add a person id"),
                );
                let problem = problem.at_row(seen.source.row).in_column("姓名");
                log.aside(problem, seen.sheet, &Extent::Unit(seen.unit.clone()));
            }
        }
    }
    let mut parted = parted.into_values();
    if let Some(first) = parted.next() {
        for other in parted {
            let (table, row) = (&first.table, first.row);
            log.push(
                Problem::new(
                    &other.table,
                    ProblemKind::Ambiguous,
                    format!("与{table}第{row}行同名而出生年月不同，按两人处理；请补身份证号"),
                    format!("{table}, row {row} has the same name and another birth; read as two persons: add the resident id"),
                )
                .at_row(other.row)
                .in_column("姓名")
                .with_value(name),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{load, persons, table};

    const HEAD: &str = "人员编号,村社区,经济社,姓名,职务,出生年月";

    #[test]
    fn two_rows_that_each_may_be_a_known_person_but_not_both_are_set_aside_in_any_order() {
        let known = "P1,河清社区,河清三社,黄伟强,社长,1979";
        let (one, other) = (",河清社区,河清三社,黄伟强,理事,1979.08", ",河清社区,河清三社,黄伟强,监事,1979.09");
        let read = |rows: [&str; 3]| load(&[table("干部花名册", &format!("{HEAD}\n{}\n", rows.join("\n")))]);
        for rows in [[known, one, other], [known, other, one], [other, known, one]] {
            let (facts, problems) = read(rows);
            assert_eq!(persons(&facts), ["P1"], "{rows:?}");
            assert_eq!(problems.iter().filter(|problem| problem.row_set_aside).count(), 2);
            assert_eq!(facts.persons[0].birth.map(|birth| birth.to_string()).as_deref(), Some("1979"));
        }
        let (facts, problems) = read([known, one, one]);
        assert_eq!((persons(&facts), problems.is_empty()), (vec!["P1"], true));
    }
}

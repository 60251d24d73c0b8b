//! 认人 — which rows speak of one person: by the town's number, by the resident id, else by name within a unit. Never by
//! name alone.

use super::Sheet;
use super::merge::{can_be_same, finest};
use super::persons::Persons;
use super::report::Log;
use super::units::{Found, Units};
use crate::facts::{Extent, Problem, ProblemKind, Source};
use crate::vocab::{List, PartialDate, PersonId, ResidentId, Schooling, Sex, UnitId};
use std::collections::{BTreeMap, BTreeSet};

/// A row in which a person occurs.
#[derive(Debug, Clone)]
pub(super) struct Sighting {
    pub(super) sheet: Sheet,
    pub(super) source: Source,
    pub(super) unit: UnitId,
    pub(super) name: String,
    pub(super) code: Option<PersonId>,
    pub(super) resident_id: Option<ResidentId>,
    pub(super) birth: Option<PartialDate>,
    pub(super) sex: Option<Sex>,
    pub(super) schooling: Option<Schooling>,
}

impl Sighting {
    /// The birth as far as the row tells.
    fn birth_told(&self) -> Option<PartialDate> {
        self.birth.or_else(|| PartialDate::try_from(self.resident_id?.birth()).ok())
    }
}

/// The rows of one person.
#[derive(Debug, Default)]
struct Core<'a> {
    rows: Vec<usize>,
    names: BTreeSet<&'a str>,
    at: BTreeSet<(&'a str, &'a UnitId)>,
    births: BTreeSet<PartialDate>,
    has_resident_id: bool,
}

impl<'a> Core<'a> {
    fn add(&mut self, row: usize, seen: &'a Sighting) {
        self.rows.push(row);
        self.names.insert(&seen.name);
        self.at.insert((&seen.name, &seen.unit));
        self.births.extend(seen.birth_told());
        self.has_resident_id |= seen.resident_id.is_some();
    }

    /// Whether a birth can be this person's.
    fn can_be_born(&self, birth: Option<PartialDate>) -> bool {
        birth.is_none_or(|birth| self.births.iter().all(|known| can_be_same(*known, birth)))
    }

    fn can_be(&self, other: &Self) -> bool {
        !self.at.is_disjoint(&other.at) && other.births.iter().all(|birth| self.can_be_born(Some(*birth)))
    }
}

type Cores<'a> = BTreeMap<PersonId, Core<'a>>;

/// The persons of all rows; for each row its person, or `None` where it was set aside.
pub(super) fn identify(seen: &mut [Sighting], units: &Units, log: &mut Log) -> (Persons, Vec<Option<PersonId>>) {
    let disputed = disputed(seen, log);
    for seen in seen.iter_mut() {
        seen.resident_id = seen.resident_id.filter(|id| !disputed.contains(id));
    }
    let seen: &[Sighting] = seen;
    let mut by_resident_id: BTreeMap<ResidentId, BTreeSet<&PersonId>> = BTreeMap::new();
    for seen in seen {
        if let (Some(code), Some(resident_id)) = (&seen.code, seen.resident_id) {
            by_resident_id.entry(resident_id).or_default().insert(code);
        }
    }
    let mut coded: Cores<'_> = Cores::new();
    let mut numbered: Cores<'_> = Cores::new();
    let mut unnamed: Vec<usize> = Vec::new();
    for (row, seen) in seen.iter().enumerate() {
        let resident_id = seen.resident_id;
        let known = resident_id.and_then(|id| by_resident_id.get(&id));
        match (&seen.code, known.map(|codes| codes.iter().copied().collect::<Vec<_>>()).as_deref(), resident_id) {
            (Some(code), _, _) => coded.entry(code.clone()).or_default().add(row, seen),
            (None, Some([code]), _) => coded.entry((*code).clone()).or_default().add(row, seen),
            (None, Some([_, _, ..]), _) => {
                set_aside(seen, "同一身份证号有两个编号", "its resident id has two person ids", log);
            }
            (None, None | Some([]), Some(id)) => {
                if let Ok(id) = PersonId::parse(id.expose()) {
                    numbered.entry(id).or_default().add(row, seen);
                }
            }
            (None, None | Some([]), None) => unnamed.push(row),
        }
    }
    name_two_codes(seen, &by_resident_id, log);
    join(seen, &mut coded, numbered, log);
    settle(seen, unnamed, &mut coded, units, log);
    let mut ids: Vec<Option<PersonId>> = vec![None; seen.len()];
    for (id, core) in &coded {
        for row in &core.rows {
            if let Some(slot) = ids.get_mut(*row) {
                *slot = Some(id.clone());
            }
        }
    }
    let rows = coded.into_iter().map(|(id, core)| (id, core.rows));
    let persons = Persons::new(rows, seen, log);
    persons.name_doubles(units, log);
    (persons, ids)
}

/// Resident ids under which two names stand: no person can be told by them.
fn disputed(seen: &[Sighting], log: &mut Log) -> BTreeSet<ResidentId> {
    let mut by_id: BTreeMap<ResidentId, BTreeMap<&str, (&Source, Option<&PersonId>)>> = BTreeMap::new();
    for seen in seen {
        if let Some(id) = seen.resident_id {
            let names = by_id.entry(id).or_default();
            let first = names.entry(&seen.name).or_insert((&seen.source, seen.code.as_ref()));
            if seen.source < *first.0 {
                first.0 = &seen.source;
            }
            first.1 = first.1.or(seen.code.as_ref());
        }
    }
    let mut disputed = BTreeSet::new();
    for (id, names) in by_id {
        let codes: BTreeSet<Option<&PersonId>> = names.values().map(|(_, code)| *code).collect();
        let is_one_by_code = codes.len() == 1 && !codes.contains(&None);
        if names.len() < 2 || is_one_by_code {
            continue;
        }
        disputed.insert(id);
        let mut rows: Vec<(&Source, &str)> = names.iter().map(|(name, (source, _))| (*source, *name)).collect();
        rows.sort_unstable();
        if let Some(((first, name), others)) = rows.split_first() {
            for (other, _) in others {
                let (table, row) = (&first.table, first.row);
                log.push(
                    Problem::new(
                        &other.table,
                        ProblemKind::Ambiguous,
                        format!("与{table}第{row}行“{name}”的身份证号相同而姓名不同，按两人处理；请更正姓名或号码"),
                        format!("{table}, row {row} (`{name}`) has the same resident id under another name; read as two persons: correct the name or the number"),
                    )
                    .at_row(other.row)
                    .in_column("身份证号")
                    .with_value(&id.to_string()),
                );
            }
        }
    }
    disputed
}

/// Names resident ids that stand under two numbers of the town.
fn name_two_codes(seen: &[Sighting], codes: &BTreeMap<ResidentId, BTreeSet<&PersonId>>, log: &mut Log) {
    for (id, codes) in codes.iter().filter(|(_, codes)| 1 < codes.len()) {
        let rows = seen.iter().filter(|seen| seen.resident_id == Some(*id) && seen.code.is_some());
        let mut rows: Vec<&Source> = rows.map(|seen| &seen.source).collect();
        rows.sort_unstable();
        if let (Some(first), Some(last)) = (rows.first(), rows.last()) {
            let (table, row) = (&first.table, first.row);
            let several = codes.len();
            log.push(
                Problem::new(
                    &last.table,
                    ProblemKind::Ambiguous,
                    format!("与{table}第{row}行的身份证号相同而人员编号不同（共{several}个），按不同的人处理；请更正"),
                    format!("{table}, row {row} has the same resident id under another of {several} person ids; read as different persons: correct one"),
                )
                .at_row(last.row)
                .in_column("人员编号")
                .with_value(&id.to_string()),
            );
        }
    }
}

fn set_aside(seen: &Sighting, zh: &str, en: &str, log: &mut Log) {
    let problem = Problem::new(&seen.source.table, ProblemKind::Ambiguous, zh, en)
        .at_row(seen.source.row)
        .in_column("姓名")
        .with_value(&seen.name);
    log.aside(problem, seen.sheet, &Extent::Unit(seen.unit.clone()));
}

/// Joins persons told by resident id to those told by number only, where name, unit and birth leave one for each.
fn join<'a>(seen: &'a [Sighting], coded: &mut Cores<'a>, numbered: Cores<'a>, log: &mut Log) {
    let mut at: BTreeMap<(&str, &UnitId), Vec<&PersonId>> = BTreeMap::new();
    for (id, core) in coded.iter().filter(|(_, core)| !core.has_resident_id) {
        for place in &core.at {
            at.entry(*place).or_default().push(id);
        }
    }
    let mut pairs: BTreeSet<(PersonId, PersonId)> = BTreeSet::new();
    for (number, core) in &numbered {
        for code in core.at.iter().filter_map(|place| at.get(place)).flatten() {
            if coded.get(*code).is_some_and(|coded| coded.can_be(core)) {
                pairs.insert(((*code).clone(), number.clone()));
            }
        }
    }
    let (mut of_code, mut of_number): (BTreeMap<&PersonId, u32>, BTreeMap<&PersonId, u32>) = Default::default();
    for (code, number) in &pairs {
        for count in [of_code.entry(code).or_default(), of_number.entry(number).or_default()] {
            *count = count.saturating_add(1);
        }
    }
    let mut joined: BTreeMap<&PersonId, &PersonId> = BTreeMap::new();
    for (code, number) in &pairs {
        if of_code.get(code) == Some(&1) && of_number.get(number) == Some(&1) {
            joined.insert(number, code);
            continue;
        }
        if let Some(seen) = coded.get(code).and_then(|core| seen.get(*core.rows.first()?)) {
            log.push(
                Problem::new(
                    &seen.source.table,
                    ProblemKind::Ambiguous,
                    "同单位有同名的人，看不出是哪一位；请补身份证号",
                    "others of this name are in the unit and it cannot be told which of them it is: add the resident id",
                )
                .at_row(seen.source.row)
                .in_column("姓名")
                .with_value(&seen.name),
            );
            for list in [List::Members, List::Households, List::Kin] {
                log.open(list, &Extent::Person(code.clone()));
            }
        }
    }
    for (number, core) in numbered {
        let id = joined.get(&number).map_or(number, |code| (*code).clone());
        let into = coded.entry(id).or_default();
        for row in core.rows {
            if let Some(seen) = seen.get(row) {
                into.add(row, seen);
            }
        }
    }
}

/// Settles the rows that only a name tells: someone known in the unit, else a person of their own.
fn settle<'a>(seen: &'a [Sighting], rows: Vec<usize>, cores: &mut Cores<'a>, units: &Units, log: &mut Log) {
    let mut known: BTreeMap<(&str, &UnitId), Vec<PersonId>> = BTreeMap::new();
    for (id, core) in cores.iter() {
        for place in &core.at {
            known.entry(*place).or_default().push(id.clone());
        }
    }
    let mut groups: BTreeMap<(&str, &UnitId), Vec<(usize, &'a Sighting)>> = BTreeMap::new();
    for row in rows {
        if let Some(seen) = seen.get(row) {
            groups.entry((&seen.name, &seen.unit)).or_default().push((row, seen));
        }
    }
    for (place, group) in groups {
        let births: BTreeSet<PartialDate> = group.iter().filter_map(|(_, seen)| seen.birth).collect();
        let here = known.get(&place).map(Vec::as_slice).unwrap_or_default();
        let finest_here = finest(&births);
        let mut own: Vec<(usize, &Sighting)> = Vec::new();
        for (row, seen) in group {
            let fitting: Vec<&PersonId> =
                here.iter().filter(|id| cores.get(id).is_some_and(|core| core.can_be_born(seen.birth))).collect();
            match fitting.as_slice() {
                [] => own.push((row, seen)),
                // Two who differ cannot both be the one whose birth is not known.
                [only] if finest_here.len() < 2 || cores.get(*only).is_some_and(|core| !core.births.is_empty()) => {
                    let id = (*only).clone();
                    cores.entry(id).or_default().add(row, seen);
                }
                [..] => set_aside(
                    seen,
                    "同单位有同名的人，看不出是哪一位；请补身份证号或出生年月",
                    "others of this name are in the unit and it cannot be told which of them it is: add the resident id or the birth",
                    log,
                ),
            }
        }
        part(place, own, cores, units, log);
    }
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
        let mut fitting = finest.iter().filter(|birth| seen.birth.is_some_and(|of_row| can_be_same(of_row, **birth)));
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

/// The name of a unit where it means no other, else its id.
pub(super) fn printed<'a>(unit: &'a UnitId, units: &'a Units) -> &'a str {
    let name = units.unit(unit).and_then(|unit| unit.name.as_deref());
    name.filter(|name| units.find(name) == Found::One(unit)).unwrap_or(unit.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{lines, load, of, open, persons, resident_id, roster, table};
    use super::*;

    #[test]
    fn one_person_under_two_spellings_is_kept_as_two_and_named() {
        let id = resident_id("19790805", 1);
        let rows = [format!("河清社区,河清三社,黄伟强,理事,{id}"), format!("河清社区,河清三社,黄偉強,监事,{id}")];
        let (facts, problems) = load(&[roster("身份证号", &[&rows[0], &rows[1]])]);
        assert_eq!(persons(&facts), ["黄伟强·河清三社", "黄偉強·河清三社"]);
        let named = of(&problems, ProblemKind::Ambiguous);
        assert_eq!(named.len(), 1);
        assert!(named[0].says.zh().starts_with("与干部花名册第2行“黄伟强”的身份证号相同而姓名不同"));
        assert!(!format!("{problems:?}").contains(&id));
    }

    #[test]
    fn two_people_under_one_name_are_told_by_their_births() {
        let rows = [
            "河清社区,河清三社,黄伟强,理事,1979.08",
            "河清社区,河清三社,黄伟强,监事,1985.03",
            "河清社区,河清三社,黄伟强,会计,1979",
        ];
        let (facts, problems) = load(&[roster("出生年月", &rows)]);
        assert_eq!(persons(&facts), ["黄伟强·河清三社·1979-08", "黄伟强·河清三社·1985-03"]);
        assert_eq!(facts.holdings.len(), 3);
        assert_eq!(of(&problems, ProblemKind::Ambiguous).len(), 1);
        assert!(lines(&problems)[0].contains("同名而出生年月不同，按两人处理"));
    }

    #[test]
    fn a_namesake_without_a_birth_is_set_aside_and_opens_the_unit() {
        let rows = [
            "河清社区,河清三社,黄伟强,理事,1979.08",
            "河清社区,河清三社,黄伟强,监事,1985.03",
            "河清社区,河清三社,黄伟强,会计,",
        ];
        let (facts, problems) = load(&[roster("出生年月", &rows)]);
        assert_eq!((facts.persons.len(), facts.holdings.len()), (2, 2));
        assert_eq!(problems.iter().filter(|problem| problem.row_set_aside).count(), 1);
        assert!(open(&facts).contains(&"roster Unit(UnitId(河清三社))".to_owned()));
    }

    #[test]
    fn rows_of_one_number_are_one_person_and_contradictions_name_both_rows() {
        let text = |rows: &[&str]| format!("人员编号,经济社,姓名,职务,出生年月,性别\n{}\n", rows.join("\n"));
        let rows = ["P1,河清三社,黄伟强,理事,1979.08,男", "P1,河清三社,黄伟强,监事,1979.09,男"];
        let (facts, problems) = load(&[table("干部花名册", &text(&rows))]);
        assert_eq!(persons(&facts), ["P1"]);
        assert_eq!(
            lines(&problems),
            ["干部花名册 第3行 出生年月 “1979-09”：与干部花名册第2行的“1979-08”不一致，采用“1979-08”；请更正"]
        );
        let (other, _) = load(&[table("干部花名册", &text(&[rows[1], rows[0]]))]);
        assert_eq!(other.persons[0].birth, facts.persons[0].birth);
    }

    #[test]
    fn birth_and_sex_come_from_the_resident_id_or_contradict_it() {
        let id = resident_id("19790805", 2);
        let load = |birth: &str, sex: &str| {
            load(&[roster("身份证号,出生年月,性别", &[&format!("河清社区,河清三社,黄伟强,理事,{id},{birth},{sex}")])])
        };
        for birth in ["", "1979.08", "1979"] {
            let (facts, problems) = load(birth, "");
            assert_eq!(facts.persons[0].birth.unwrap().to_string(), "1979-08-05");
            assert_eq!(facts.persons[0].sex, Some(Sex::Female));
            assert!(problems.is_empty());
        }
        let (facts, problems) = load("1979.09", "男");
        assert_eq!(facts.persons[0].birth.unwrap().to_string(), "1979-09");
        assert_eq!(facts.persons[0].sex, Some(Sex::Male));
        assert_eq!(of(&problems, ProblemKind::Contradiction).len(), 2);
    }

    #[test]
    fn a_roster_and_a_roll_speak_of_one_person() {
        let id = resident_id("19790805", 1);
        let roll = table("成员名册", &format!("经济社,姓名,身份证号,取得日期\n河清三社,黄伟强,{id},1979.08\n"));
        for (columns, row, expected) in [
            ("人员编号,身份证号", format!("河清社区,河清三社,黄伟强,理事,P1,{id}"), "P1"),
            ("人员编号", "河清社区,河清三社,黄伟强,理事,P1".to_owned(), "P1"),
            ("身份证号", format!("河清社区,河清三社,黄伟强,理事,{id}"), id.as_str()),
            ("出生年月", "河清社区,河清三社,黄伟强,理事,1979.08".to_owned(), id.as_str()),
        ] {
            let (facts, problems) = load(&[roster(columns, &[&row]), roll.clone()]);
            assert!(problems.is_empty(), "{problems:?}");
            assert_eq!(persons(&facts), [expected], "{columns}");
            assert_eq!((facts.holdings.len(), facts.memberships.len()), (1, 1));
        }
        let (facts, _) = load(&[roster("出生年月", &["河清社区,河清三社,黄伟强,理事,1985.08"]), roll]);
        assert_eq!(facts.persons.len(), 2);
    }

    #[test]
    fn a_namesake_in_the_roll_is_not_guessed() {
        let (one, two) = (resident_id("19790805", 1), resident_id("19850312", 1));
        let roll = table("成员名册", &format!("经济社,姓名,身份证号\n河清三社,黄伟强,{one}\n河清三社,黄伟强,{two}\n"));
        let (facts, problems) = load(&[roster("", &["河清社区,河清三社,黄伟强,理事"]), roll.clone()]);
        assert!(facts.holdings.is_empty() && of(&problems, ProblemKind::Ambiguous)[0].row_set_aside);
        let (facts, problems) = load(&[roster("人员编号", &["河清社区,河清三社,黄伟强,理事,P1"]), roll.clone()]);
        assert_eq!((facts.persons.len(), facts.holdings.len()), (3, 1));
        assert_eq!(of(&problems, ProblemKind::Ambiguous).len(), 1);
        assert!(open(&facts).contains(&"members Person(PersonId(P1))".to_owned()));
        let (facts, problems) = load(&[roster("出生年月", &["河清社区,河清三社,黄伟强,理事,1985"]), roll]);
        assert!(problems.is_empty());
        assert_eq!(facts.holdings[0].person.as_str(), two);
    }

    #[test]
    fn one_resident_id_under_two_numbers_is_named() {
        let id = resident_id("19790805", 1);
        let text =
            format!("人员编号,经济社,姓名,职务,身份证号\nP1,河清三社,黄伟强,理事,{id}\nP2,河清三社,黄伟强,监事,{id}\n");
        let (facts, problems) = load(&[table("干部花名册", &text)]);
        assert_eq!(persons(&facts), ["P1", "P2"]);
        assert_eq!(of(&problems, ProblemKind::Ambiguous).len(), 1);
    }

    #[test]
    fn a_namesake_of_one_birth_in_the_village_and_below_is_named_and_not_merged() {
        let rows = ["河清社区,,黄伟强,主任,1979.08", "河清社区,河清三社,黄伟强,社长,1979.08"];
        let (facts, problems) = load(&[roster("出生年月", &rows)]);
        assert_eq!(persons(&facts), ["黄伟强·河清三社", "黄伟强·河清社区"]);
        assert_eq!(of(&problems, ProblemKind::Ambiguous).len(), 1);
        assert!(open(&facts).contains(&"roster Person(PersonId(黄伟强·河清社区))".to_owned()));
    }
}

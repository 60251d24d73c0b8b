//! 认人 — which rows speak of one person: by the town's number, by the resident id, else by name within a unit. Never by
//! name alone.

use super::Sheet;
use super::namesakes::{join, settle};
use super::persons::Persons;
use super::report::Log;
use super::units::{Found, Units};
use crate::facts::{Extent, Problem, ProblemKind, Source};
use crate::vocab::{PartialDate, PersonId, ResidentId, Schooling, Sex, UnitId};
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
pub(super) struct Core<'a> {
    pub(super) rows: Vec<usize>,
    pub(super) at: BTreeSet<(&'a str, &'a UnitId)>,
    pub(super) births: BTreeSet<PartialDate>,
    pub(super) has_resident_id: bool,
}

impl<'a> Core<'a> {
    pub(super) fn add(&mut self, row: usize, seen: &'a Sighting) {
        self.rows.push(row);
        self.at.insert((&seen.name, &seen.unit));
        self.births.extend(seen.birth_told());
        self.has_resident_id |= seen.resident_id.is_some();
    }
}

pub(super) type Cores<'a> = BTreeMap<PersonId, Core<'a>>;

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
    let persons = Persons::new(rows, seen, units, log);
    persons.name_doubles(units, log);
    (persons, ids)
}

/// Resident ids under which two names stand: no person can be told by them.
fn disputed(seen: &[Sighting], log: &mut Log) -> BTreeSet<ResidentId> {
    let mut by_id: BTreeMap<ResidentId, BTreeMap<&str, (&Source, BTreeSet<&PersonId>)>> = BTreeMap::new();
    for seen in seen {
        if let Some(id) = seen.resident_id {
            let names = by_id.entry(id).or_default();
            let (first, codes) = names.entry(&seen.name).or_insert_with(|| (&seen.source, BTreeSet::new()));
            *first = (*first).min(&seen.source);
            codes.extend(&seen.code);
        }
    }
    let mut disputed = BTreeSet::new();
    for (id, names) in by_id {
        let codes: BTreeSet<&PersonId> = names.values().flat_map(|(_, codes)| codes).copied().collect();
        let is_one_by_code = codes.len() == 1 && names.values().all(|(_, codes)| !codes.is_empty());
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

pub(super) fn set_aside(seen: &Sighting, zh: &str, en: &str, log: &mut Log) {
    let problem = Problem::new(&seen.source.table, ProblemKind::Ambiguous, zh, en)
        .at_row(seen.source.row)
        .in_column("姓名")
        .with_value(&seen.name);
    log.aside(problem, seen.sheet, &Extent::Unit(seen.unit.clone()));
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

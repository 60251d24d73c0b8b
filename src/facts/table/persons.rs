//! 人员 — the persons of all rows, merged, and who a name, a number or a resident id means.

use super::births::{Birth, Near};
use super::cells::person_name;
use super::merge::{self, Said, say};
use super::people::Sighting;
use super::report::Log;
use super::units::{Found, Units};
use crate::facts::{Extent, Facts, Person, Problem, ProblemKind};
use crate::vocab::{Lang, List, PartialDate, PersonId, ResidentId, Sex, UnitId};
use std::collections::{BTreeMap, BTreeSet};

/// 人员 — every person, with the names and units under which they occur.
#[derive(Debug, Default)]
pub(super) struct Persons {
    by_id: BTreeMap<PersonId, Person>,
    resident_ids: BTreeMap<ResidentId, BTreeSet<PersonId>>,
    named: BTreeMap<String, Namesakes>,
}

/// The persons of one name.
#[derive(Debug, Default)]
struct Namesakes {
    all: BTreeMap<PersonId, BTreeSet<UnitId>>,
    /// By the units in which they occur.
    at: BTreeMap<UnitId, BTreeSet<PersonId>>,
    /// By those units and all units above them.
    under: BTreeMap<UnitId, BTreeSet<PersonId>>,
}

impl Namesakes {
    fn index(&mut self, units: &Units) {
        for (id, at) in &self.all {
            for unit in at {
                self.at.entry(unit.clone()).or_default().insert(id.clone());
                for above in units.upward(unit) {
                    self.under.entry(above.clone()).or_default().insert(id.clone());
                }
            }
        }
    }

    /// Who of them belongs to a unit: in it, else below or above it.
    fn within(&self, unit: &UnitId, units: &Units) -> Found<&PersonId> {
        match one(self.at.get(unit).into_iter().flatten()) {
            Found::None => {
                let below = self.under.get(unit).into_iter().flatten();
                one(below.chain(units.upward(unit).filter_map(|above| self.at.get(above)).flatten()))
            }
            found @ (Found::One(_) | Found::Many) => found,
        }
    }
}

impl Persons {
    pub(super) fn new(
        rows: impl Iterator<Item = (PersonId, Vec<usize>)>,
        seen: &[Sighting],
        units: &Units,
        log: &mut Log,
    ) -> Self {
        let mut persons = Self::default();
        for (id, rows) in rows {
            let rows: Vec<&Sighting> = rows.into_iter().filter_map(|row| seen.get(row)).collect();
            for row in &rows {
                let named = persons.named.entry(row.name.clone()).or_default();
                named.all.entry(id.clone()).or_default().insert(row.unit.clone());
            }
            let person = merged(id.clone(), &rows, log);
            if let Some(resident_id) = person.resident_id {
                persons.resident_ids.entry(resident_id).or_default().insert(id.clone());
            }
            persons.by_id.insert(id, person);
        }
        for named in persons.named.values_mut() {
            named.index(units);
        }
        persons
    }

    /// Who these words mean: a number, a resident id, or a name that is one person's, within a unit if one is given.
    pub(super) fn find(&self, words: &str, unit: Option<&UnitId>, units: &Units) -> Found<&PersonId> {
        if let Some((id, _)) = PersonId::parse(words).ok().and_then(|id| self.by_id.get_key_value(&id)) {
            return Found::One(id);
        }
        if let Ok(resident_id) = ResidentId::parse(words) {
            return self.numbered(resident_id);
        }
        let Some(named) = self.named.get(&person_name(words)) else { return Found::None };
        unit.map_or_else(|| one(named.all.keys()), |unit| named.within(unit, units))
    }

    /// Who has this resident id.
    pub(super) fn numbered(&self, resident_id: ResidentId) -> Found<&PersonId> {
        self.resident_ids.get(&resident_id).map_or(Found::None, |ids| one(ids.iter()))
    }

    /// Adds the persons.
    pub(super) fn write(self, facts: &mut Facts) {
        facts.persons.extend(self.by_id.into_values());
    }

    /// Names persons of a village that only their names tell, who may be a namesake of the same birth below it.
    pub(super) fn name_doubles(&self, units: &Units, log: &mut Log) {
        for (name, named) in self.named.iter().filter(|(_, named)| 1 < named.all.len()) {
            let mut below: Near<&UnitId> = Near::new();
            for (id, at) in &named.all {
                let Some(birth) = self.by_id.get(id).and_then(|person| person.birth) else { continue };
                let above: BTreeSet<&UnitId> = at.iter().flat_map(|unit| units.upward(unit).skip(1)).collect();
                for unit in above {
                    below.add(unit, Birth::Told(birth), id);
                }
            }
            for (id, at) in named.all.iter().filter(|(id, _)| id.as_str().starts_with(&format!("{name}·"))) {
                let Some(person) = self.by_id.get(id) else { continue };
                let birth = person.birth.map(Birth::Told);
                let double = birth
                    .and_then(|birth| at.iter().flat_map(|unit| below.born(unit, birth)).find(|other| *other != id));
                if let (Some(other), Some(source)) = (double, &person.source) {
                    let problem = Problem::new(
                        &source.table,
                        ProblemKind::Ambiguous,
                        format!("可能与“{other}”是同一人，按两人处理；请补身份证号或人员编号"),
                        format!(
                            "may be the same person as `{other}`; read as two: add the resident id or the person id"
                        ),
                    );
                    log.push(problem.at_row(source.row).in_column("姓名").with_value(name));
                    for list in [List::Roster, List::Members, List::Households, List::Kin] {
                        log.open(list, &Extent::Person(id.clone()));
                        log.open(list, &Extent::Person(other.clone()));
                    }
                }
            }
        }
    }
}

/// The one person among ids that may repeat.
fn one<'a>(mut ids: impl Iterator<Item = &'a PersonId>) -> Found<&'a PersonId> {
    match ids.next() {
        None => Found::None,
        Some(only) if ids.all(|id| id == only) => Found::One(only),
        Some(_) => Found::Many,
    }
}

/// One person of several rows.
fn merged(id: PersonId, rows: &[&Sighting], log: &mut Log) -> Person {
    let (mut names, mut births, mut sexes) = (Said::new(), Said::new(), Said::new());
    let (mut schooling, mut resident_ids) = (Said::new(), Said::new());
    for row in rows {
        say(&mut names, Some(row.name.clone()), &row.source);
        say(&mut births, row.birth, &row.source);
        say(&mut sexes, row.sex, &row.source);
        say(&mut schooling, row.schooling, &row.source);
        say(&mut resident_ids, row.resident_id, &row.source);
    }
    let problems = &mut log.problems;
    let mut person = Person::new(id);
    person.name = merge::value(&names, "姓名", Clone::clone, problems);
    person.birth = merge::date(&births, "出生年月", problems);
    person.sex = merge::value(&sexes, "性别", |sex| sex.title(Lang::Zh).to_owned(), problems);
    person.schooling = merge::value(&schooling, "学历", |level| level.title(Lang::Zh).to_owned(), problems);
    person.resident_id = merge::value(&resident_ids, "身份证号", ToString::to_string, problems);
    person.source = rows.iter().map(|row| &row.source).min().cloned();
    if let Some(resident_id) = person.resident_id {
        by_resident_id(&mut person, resident_id, resident_ids.get(&resident_id), problems);
    }
    person
}

/// Takes birth and sex from the resident id, or says that it contradicts what is stated.
fn by_resident_id(
    person: &mut Person,
    resident_id: ResidentId,
    source: Option<&crate::facts::Source>,
    problems: &mut Vec<Problem>,
) {
    let mut contradicts = |column: &str, stated: String, by_id: String| {
        if let Some(source) = source {
            problems.push(
                Problem::new(
                    &source.table,
                    ProblemKind::Contradiction,
                    format!("身份证号上是“{by_id}”，与所填不一致，采用所填；请更正其一"),
                    format!("the resident id says `{by_id}`; what is stated is used: correct one"),
                )
                .at_row(source.row)
                .in_column(column)
                .with_value(&stated),
            );
        }
    };
    let birth = PartialDate::try_from(resident_id.birth()).ok();
    match (person.birth, birth) {
        (Some(stated), Some(birth)) if !merge::can_be_same(stated, birth) => {
            contradicts("出生年月", stated.to_string(), birth.to_string());
        }
        // Within what is stated the number tells the day.
        (_, birth) => person.birth = birth.or(person.birth),
    }
    let sex = if resident_id.is_female() { Sex::Female } else { Sex::Male };
    match person.sex {
        Some(stated) if stated != sex => {
            contradicts("性别", stated.title(Lang::Zh).to_owned(), sex.title(Lang::Zh).to_owned());
        }
        Some(_) | None => person.sex = Some(sex),
    }
}

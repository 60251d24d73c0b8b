//! 单位名册 — which unit a cell means: units that are listed, and those that rosters and membership rolls name.

use super::below::{Below, Names};
use super::report::Log;
use super::unit_names::{cooperative_kind, key, normal, short_forms, village_kind};
use super::{Sheet, grid::Grid, unit_list};
use crate::facts::{Extent, Facts, ProblemKind, Source, Unit};
use crate::vocab::{BodyKind, List, UnitId, UnitKind};
use std::collections::{BTreeMap, BTreeSet};

/// Where a row says a person belongs, in its own words.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) village: Option<String>,
    pub(super) cooperative: Option<String>,
}

impl Place {
    /// The place with 所在单位 put where its name belongs.
    pub(super) fn new(village: Option<String>, cooperative: Option<String>, unit: Option<String>) -> Self {
        let mut place = Self { village, cooperative };
        if let Some(unit) = unit {
            let is_village = village_kind(&unit).is_some();
            if is_village && place.village.is_none() {
                place.village = Some(unit);
            } else if !is_village && place.cooperative.is_none() {
                place.cooperative = Some(unit);
            }
        }
        place
    }

    pub(super) fn is_nowhere(&self) -> bool {
        self.village.is_none() && self.cooperative.is_none()
    }
}

/// The units a place means.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Placed {
    /// The cooperative, or the village where no cooperative is named.
    pub(super) unit: UnitId,
    /// The village, where it is known.
    pub(super) village: Option<UnitId>,
    /// Whether `unit` is a cooperative or a group.
    pub(super) is_cooperative: bool,
}

/// What a word was found to mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found<T> {
    One(T),
    Many,
    None,
}

/// A unit with all its names.
#[derive(Debug, Clone)]
struct Entry {
    unit: Unit,
    names: BTreeSet<String>,
}

/// 单位名册 — every unit there is.
#[derive(Debug, Default)]
pub(super) struct Units {
    entries: BTreeMap<UnitId, Entry>,
    /// Ids, names and other names.
    names: Names,
    /// Ids, names and other names of villages.
    villages: Names,
    /// All of them by the units above.
    below: Below,
    /// Names of villages without their endings.
    short: Names,
    placed: BTreeMap<Place, Placed>,
    seats: Vec<(UnitId, BodyKind, u32, Source)>,
}

impl Units {
    /// Reads the sheets of units, then adds what other rows name and no sheet lists.
    pub(super) fn read(grids: &[Grid<'_>], places: &BTreeMap<Place, Source>, log: &mut Log) -> Self {
        let mut units = Self::default();
        let sheets = grids.iter().filter(|grid| grid.sheet == Sheet::Units);
        let listed = unit_list::read(sheets.flat_map(Grid::rows), log);
        units.seats = listed.seats;
        for unit in listed.units {
            let names = unit.name.iter().chain(&unit.also).cloned().collect();
            let entry = Entry { unit, names };
            units.index(&entry);
            units.entries.insert(entry.unit.id.clone(), entry);
        }
        units.join(&listed.parents, log);
        units.add_villages(places);
        units.index_below();
        units.cooperatives(places);
        units.index_below();
        units
    }

    /// The units a place means; `None` where it cannot be told.
    pub(super) fn place(&self, place: &Place) -> Option<&Placed> {
        self.placed.get(place)
    }

    /// The unit that words mean: its id, its name or another name.
    pub(super) fn find(&self, words: &str) -> Found<&UnitId> {
        let key = key(words);
        match one(self.names.get(&key)) {
            Found::None => match self.joined(&key, None) {
                Found::None => self.village_called(&key),
                found @ (Found::One(_) | Found::Many) => found,
            },
            found @ (Found::One(_) | Found::Many) => found,
        }
    }

    /// The unit called by the name of the one above and its own, under a village if one is given.
    fn joined(&self, key: &str, village: Option<&UnitId>) -> Found<&UnitId> {
        let Some(found) = self.below.joined(key) else { return Found::Many };
        let is_under = |unit: &&UnitId| village.is_none_or(|village| self.upward(unit).any(|above| above == village));
        let mut found = found.into_iter().filter(is_under);
        match (found.next(), found.next()) {
            (None, _) => Found::None,
            (Some(only), None) => Found::One(only),
            (Some(_), Some(_)) => Found::Many,
        }
    }

    pub(super) fn unit(&self, id: &UnitId) -> Option<&Unit> {
        self.entries.get(id).map(|entry| &entry.unit)
    }

    /// The unit and those above it, nearest first.
    pub(super) fn upward<'a>(&'a self, id: &'a UnitId) -> impl Iterator<Item = &'a UnitId> {
        std::iter::successors(Some(id), |id| self.unit(id)?.parent.as_ref()).take(16)
    }

    /// The names under which a unit may stand before a title.
    pub(super) fn names_of(&self, id: &UnitId) -> Vec<String> {
        let mut names = Vec::new();
        for unit in self.upward(id) {
            if let Some(entry) = self.entries.get(unit) {
                for name in &entry.names {
                    names.extend(short_forms(name));
                    names.push(name.clone());
                }
            }
        }
        names
    }

    /// Adds the units, and the boards whose seats the sheets state.
    pub(super) fn write(self, facts: &mut Facts) {
        facts.units.extend(self.entries.into_values().map(|entry| entry.unit));
        for (unit, body, seats, source) in self.seats {
            let mut body = crate::facts::Body::new(unit, body);
            (body.seats, body.source) = (Some(seats), Some(source));
            facts.bodies.push(body);
        }
    }

    /// Joins listed units to those above them.
    fn join(&mut self, parents: &[(UnitId, String, Source)], log: &mut Log) {
        for (id, words, source) in parents {
            let (kind, zh, en) = match self.find(words) {
                Found::One(parent) => {
                    let parent = parent.clone();
                    if let Some(entry) = self.entries.get_mut(id) {
                        entry.unit.parent = Some(parent);
                    }
                    continue;
                }
                Found::Many => (
                    ProblemKind::Ambiguous,
                    "几个单位叫这个名称；请写代码",
                    "several units are called so: give the code",
                ),
                // A unit outside the lists, such as the county above the town.
                Found::None => (
                    ProblemKind::UnknownReference,
                    "单位表中没有这个上级；请补充或更正",
                    "no such unit is listed: add it or correct it",
                ),
            };
            log.push(
                crate::facts::Problem::new(&source.table, kind, zh, en)
                    .at_row(source.row)
                    .in_column("上级")
                    .with_value(&crate::vocab::text::shown(words)),
            );
            log.open(List::Units, &Extent::Unit(id.clone()));
        }
    }

    /// Adds the villages that rows name and no sheet lists.
    fn add_villages(&mut self, places: &BTreeMap<Place, Source>) {
        let mut named: BTreeMap<&str, &Source> = BTreeMap::new();
        for (place, source) in places {
            if let Some(village) = &place.village {
                let first = named.entry(village).or_insert(source);
                *first = (*first).min(source);
            }
        }
        named.retain(|village, _| self.find_village(village) == Found::None);
        // A bare stem comes after the full names of which it may be one.
        let (full, stems): (Vec<_>, Vec<_>) =
            named.into_iter().partition(|(village, _)| village_kind(village).is_some());
        for (village, source) in full.into_iter().chain(stems) {
            if self.find_village(village) == Found::None {
                let name = normal(village);
                let kind = village_kind(village).unwrap_or(UnitKind::Village);
                self.add(&name, &name, kind, None, source);
            }
        }
    }

    fn find_village(&self, words: &str) -> Found<&UnitId> {
        let key = key(words);
        match (one(self.names.get(&key)), one(self.villages.get(&key))) {
            (Found::Many, only @ Found::One(_)) => only,
            (Found::None, _) => self.village_called(&key),
            (found @ (Found::One(_) | Found::Many), _) => found,
        }
    }

    /// The one village that has this name but for its ending: 河清, 河清社区 and 河清社区居委会.
    fn village_called(&self, words: &str) -> Found<&UnitId> {
        one(self.short.get(&normal(words)))
    }

    /// Adds the cooperatives that rows name and no sheet lists, and settles what each place means.
    fn cooperatives(&mut self, places: &BTreeMap<Place, Source>) {
        // The villages under which each name that is not listed occurs.
        let mut unlisted: Unlisted<'_> = BTreeMap::new();
        let mut open: Vec<(&Place, Option<UnitId>)> = Vec::new();
        for (place, source) in places {
            let village = match place.village.as_deref().map(|village| self.find_village(village)) {
                None => None,
                Some(Found::One(id)) => Some(id.clone()),
                Some(Found::Many | Found::None) => continue,
            };
            let Some(name) = &place.cooperative else {
                if let Some(unit) = village {
                    self.settle(place, unit.clone(), Some(unit));
                }
                continue;
            };
            match self.find_under(village.as_ref(), name) {
                Found::One(unit) => {
                    let unit = unit.clone();
                    self.settle(place, unit, village);
                }
                Found::Many => {}
                Found::None => {
                    let under = unlisted.entry(key(name)).or_default();
                    let first = under.entry(village.clone()).or_insert(source);
                    *first = (*first).min(source);
                    open.push((place, village));
                }
            }
        }
        let made = self.make(&unlisted);
        for (place, village) in open {
            let key = place.cooperative.as_deref().map(key).unwrap_or_default();
            if let Some(unit) = made.get(&(key, village.clone())).cloned() {
                self.settle(place, unit, village);
            }
        }
    }

    /// Makes units of names that no sheet lists: by the bare name, or behind the name of the village where the name
    /// occurs under two villages or is that of another unit. A name without a village, of which there are several, is
    /// none of them.
    fn make(&mut self, unlisted: &Unlisted<'_>) -> BTreeMap<(String, Option<UnitId>), UnitId> {
        let mut made = BTreeMap::new();
        for (name, under) in unlisted {
            let villages: Vec<&UnitId> = under.keys().flatten().collect();
            let is_taken = self.names.contains_key(name);
            for (village, source) in under {
                let parent = match (village, villages.as_slice()) {
                    (Some(village), _) => Some(village.clone()),
                    (None, [only]) => Some((*only).clone()),
                    (None, []) => None,
                    (None, [..]) => continue,
                };
                let above = parent.as_ref().filter(|_| is_taken || 1 < villages.len());
                let above = above.and_then(|id| self.unit(id)?.name.clone());
                let id = above.map_or_else(|| name.clone(), |village| format!("{village}·{name}"));
                if let Some(unit) = self.add(&id, name, cooperative_kind(name), parent, source) {
                    made.insert((name.clone(), village.clone()), unit);
                }
            }
        }
        made
    }

    fn settle(&mut self, place: &Place, unit: UnitId, village: Option<UnitId>) {
        let kind = self.unit(&unit).map(|unit| unit.kind);
        let is_village = kind.is_some_and(UnitKind::is_village);
        let above = || self.upward(&unit).find(|id| self.unit(id).is_some_and(|unit| unit.kind.is_village())).cloned();
        let village = if is_village { Some(unit.clone()) } else { village.or_else(above) };
        self.placed.insert(place.clone(), Placed { unit, village, is_cooperative: !is_village });
    }

    /// The unit called so under a village; one elsewhere is another one.
    fn find_under(&self, village: Option<&UnitId>, name: &str) -> Found<&UnitId> {
        let key = key(name);
        match village {
            Some(village) if self.names.contains_key(&key) => one(self.below.called(village, &key)),
            Some(village) => self.joined(&key, Some(village)),
            None => self.find(name),
        }
    }

    fn add(&mut self, id: &str, name: &str, kind: UnitKind, parent: Option<UnitId>, source: &Source) -> Option<UnitId> {
        let id = UnitId::parse(id).ok()?;
        let mut unit = Unit::new(id.clone(), kind);
        (unit.name, unit.parent, unit.source) = (Some(name.to_owned()), parent, Some(source.clone()));
        let entry = Entry { unit, names: BTreeSet::from([name.to_owned()]) };
        self.index(&entry);
        self.entries.entry(id.clone()).or_insert(entry);
        Some(id)
    }

    fn index_below(&mut self) {
        let mut below = Below::default();
        for Entry { unit, names } in self.entries.values() {
            let upward: Vec<&UnitId> = self.upward(&unit.id).collect();
            below.add(unit, names, &upward);
        }
        for Entry { unit, names } in self.entries.values() {
            below.add_head(unit, names);
        }
        self.below = below;
    }

    fn index(&mut self, entry: &Entry) {
        let id = &entry.unit.id;
        let is_village = entry.unit.kind.is_village();
        for word in entry.names.iter().map(String::as_str).chain([id.as_str()]) {
            self.names.entry(key(word)).or_default().insert(id.clone());
            if is_village {
                self.villages.entry(key(word)).or_default().insert(id.clone());
            }
        }
        if is_village {
            for form in entry.names.iter().flat_map(|name| short_forms(&key(name))) {
                self.short.entry(form).or_default().insert(id.clone());
            }
        }
    }
}

/// Names that no sheet lists, with the villages under which they occur and where they were first read.
type Unlisted<'a> = BTreeMap<String, BTreeMap<Option<UnitId>, &'a Source>>;

fn one(found: Option<&BTreeSet<UnitId>>) -> Found<&UnitId> {
    let mut found = found.into_iter().flatten();
    match (found.next(), found.next()) {
        (None, _) => Found::None,
        (Some(only), None) => Found::One(only),
        (Some(_), Some(_)) => Found::Many,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{held, lines, load, of, open, roster, table, unit, units};
    use super::*;

    #[test]
    fn a_unit_under_its_old_name_is_the_unit() {
        let listed = table(
            "单位",
            "代码,名称,别名,类别,上级\nV1,河清社区居委会,,社区,\nC3,河清第三股份合作经济社,河清三社、河清三队,经济社,V1\n",
        );
        let (facts, problems) =
            load(&[listed, roster("", &["河清社区,河清三队,黄伟强,理事", "河清,河清三社,李丽,监事"])]);
        assert!(problems.is_empty(), "{:?}", lines(&problems));
        assert_eq!(units(&facts), ["C3", "V1"]);
        assert_eq!(
            held(&facts),
            ["李丽·河清第三股份合作经济社 supervisor C3", "黄伟强·河清第三股份合作经济社 director C3"]
        );
    }

    #[test]
    fn a_name_behind_that_of_the_village_is_found_until_too_many_villages_are_called_so() {
        for (namesakes, found) in [(1_u32, Some("C0")), (70, None)] {
            let listed = (0..namesakes).fold("代码,名称,类别,上级".to_owned(), |text, at| {
                format!("{text}\nV{at},河清社区,社区,\nC{at},三社,经济社,V{at}")
            });
            let (facts, problems) = load(&[table("单位", &listed), roster("", &["V0,河清三社,黄伟强,理事"])]);
            assert_eq!(facts.holdings.first().map(|row| row.unit.as_str()), found, "{namesakes}");
            assert_eq!(of(&problems, ProblemKind::Ambiguous).is_empty(), found.is_some());
        }
    }

    #[test]
    fn one_name_under_two_villages_is_two_units() {
        let rows = ["河清社区,三社,黄伟强,理事", "新龙村,三社,李丽,理事", "新龙村,五社,陈明,理事", ",五社,何芳,监事"];
        let (facts, _) = load(&[roster("", &rows)]);
        assert_eq!(units(&facts), ["五社", "新龙村", "新龙村·三社", "河清社区", "河清社区·三社"]);
        let reversed: Vec<&str> = rows.iter().rev().copied().filter(|row| !row.starts_with(',')).collect();
        let (again, _) = load(&[roster("", &reversed)]);
        assert_eq!(units(&again), units(&facts));
        assert_eq!(facts.units.iter().find(|row| row.id == unit("五社")).unwrap().parent, Some(unit("新龙村")));
    }

    #[test]
    fn a_name_that_may_be_either_of_two_units_is_set_aside() {
        let rows = ["河清社区,三社,黄伟强,理事", "新龙村,三社,李丽,理事"];
        let other = table("干部花名册二", "姓名,经济社,职务\n陈明,三社,理事\n").of(Sheet::Roster);
        let (facts, problems) = load(&[roster("", &rows), other]);
        assert_eq!(facts.persons.len(), 2);
        assert!(of(&problems, ProblemKind::Ambiguous)[0].row_set_aside);
        assert!(open(&facts).contains(&"roster All".to_owned()));
    }

    #[test]
    fn a_name_listed_under_another_village_is_not_taken_for_it() {
        let listed = table("单位", "代码,名称,类别,上级\nV1,河清社区,社区,\nV2,新龙村,村,\nC1,三社,经济社,V1\n");
        let (facts, _) = load(&[listed, roster("", &["新龙村,三社,黄伟强,理事", "河清社区,三社,李丽,理事"])]);
        assert_eq!(units(&facts), ["C1", "V1", "V2", "新龙村·三社"]);
    }

    #[test]
    fn a_village_is_one_under_each_form_of_its_name() {
        let rows = [
            "河清社区居委会,河清三社,黄伟强,理事",
            "河清社区,河清三社,李丽,理事",
            "河清,河清三社,陈明,理事",
            "新龙村委会,一社,何芳,理事",
        ];
        let (facts, problems) = load(&[roster("", &rows)]);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(units(&facts), ["一社", "新龙村", "河清三社", "河清社区"]);
        let kinds: Vec<UnitKind> = facts.units.iter().map(|unit| unit.kind).collect();
        assert_eq!(kinds, [UnitKind::Cooperative, UnitKind::Village, UnitKind::Cooperative, UnitKind::Community]);
    }

    #[test]
    fn parents_are_found_by_code_or_name_and_a_missing_one_is_named() {
        let listed = table("单位", "代码,名称,类别,上级\nT,九江镇,镇,440605\nV1,河清社区,社区,九江镇\nC1,三社,,V1\n");
        let (facts, problems) = load(&[listed]);
        let parents: Vec<_> = facts.units.iter().map(|unit| unit.parent.as_ref().map(UnitId::as_str)).collect();
        assert_eq!(parents, [Some("V1"), None, Some("T")]);
        assert_eq!(of(&problems, ProblemKind::UnknownReference).len(), 1);
        assert_eq!(open(&facts), ["units Unit(UnitId(T))"]);
    }

    #[test]
    fn one_code_for_two_units_is_a_contradiction_whatever_the_order() {
        let load = |first: &str, second: &str| load(&[table("单位", &format!("代码,名称,类别\n{first}\n{second}\n"))]);
        let (one, problems) = load("C1,三社,经济社", "C1,五社,经济社");
        let (other, _) = load("C1,五社,经济社", "C1,三社,经济社");
        assert_eq!(one.units[0].name, other.units[0].name);
        assert_eq!(of(&problems, ProblemKind::Contradiction).len(), 1);
        let (_, problems) = load("C1,三社,经济社", "C1,三社,经济社");
        assert_eq!(of(&problems, ProblemKind::NotData).len(), 1);
    }

    #[test]
    fn seats_are_those_of_the_body_that_governs_the_unit() {
        let listed = table(
            "单位",
            "代码,名称,类别,核定职数\nB1,一支部,党支部,3\nC1,三社,经济社,5\nV1,河清社区,社区,7\nV2,烟南村,村,5\n",
        );
        let (facts, problems) = load(&[listed]);
        let bodies: Vec<_> = facts.bodies.iter().map(|body| (body.unit.as_str(), body.kind, body.seats)).collect();
        assert_eq!(
            bodies,
            [
                ("C1", BodyKind::Board, Some(5)),
                ("V1", BodyKind::ResidentsCommittee, Some(7)),
                ("V2", BodyKind::VillageCommittee, Some(5)),
            ]
        );
        assert_eq!(of(&problems, ProblemKind::Ambiguous).len(), 1, "a branch has no governing body of its own");
    }
}

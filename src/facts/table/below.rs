//! 下级 — units by the units above them, so that a name is found under a village without asking every namesake.

use super::unit_names::{key, short_forms};
use crate::facts::Unit;
use crate::vocab::UnitId;
use std::collections::{BTreeMap, BTreeSet};

/// Names as [`key`] makes them, with the units that have them.
pub(super) type Names = BTreeMap<String, BTreeSet<UnitId>>;

/// More units of one name than this are told apart by no name before another.
const NAMESAKES_MAX: usize = 64;

/// Units by the units above them.
#[derive(Debug, Default)]
pub(super) struct Below {
    /// By every unit from itself upward.
    under: BTreeMap<UnitId, Names>,
    /// By the unit right above.
    children: BTreeMap<UnitId, Names>,
    /// Units with nothing above that are no villages.
    loose: Names,
    /// Names and shorter forms of units that have others below.
    heads: Names,
}

impl Below {
    /// Adds a unit with all its names and the units from itself upward.
    pub(super) fn add(&mut self, unit: &Unit, names: &BTreeSet<String>, upward: &[&UnitId]) {
        let id = &unit.id;
        let words = names.iter().map(String::as_str).chain([id.as_str()]);
        for word in words.map(key) {
            for above in upward {
                add(self.under.entry((*above).clone()).or_default(), word.clone(), id);
            }
            if unit.parent.is_none() && !unit.kind.is_village() {
                add(&mut self.loose, word, id);
            }
        }
        if let Some(parent) = &unit.parent {
            for name in names {
                add(self.children.entry(parent.clone()).or_default(), key(name), id);
            }
        }
    }

    /// Adds the names of a unit, if there are others below it.
    pub(super) fn add_head(&mut self, unit: &Unit, names: &BTreeSet<String>) {
        if self.children.contains_key(&unit.id) {
            for form in names.iter().flat_map(|name| short_forms(name).chain([name.clone()])) {
                add(&mut self.heads, key(&form), &unit.id);
            }
        }
    }

    /// The units of that name from a unit downward; where there is none, those that are nowhere.
    pub(super) fn called(&self, above: &UnitId, name: &str) -> Option<&BTreeSet<UnitId>> {
        self.under.get(above).and_then(|names| names.get(name)).or_else(|| self.loose.get(name))
    }

    /// The units called by the name of the unit right above and then their own, as 河清社区三社 or 河清·三社; `None` where
    /// too many are called like the unit above.
    pub(super) fn joined(&self, words: &str) -> Option<BTreeSet<&UnitId>> {
        let mut found = BTreeSet::new();
        for (at, _) in words.char_indices().skip(1) {
            let Some((head, tail)) = words.split_at_checked(at) else { continue };
            let Some(heads) = self.heads.get(head) else { continue };
            if NAMESAKES_MAX < heads.len() {
                return None;
            }
            let tail = tail.strip_prefix('·').unwrap_or(tail);
            let below = heads.iter().filter_map(|head| self.children.get(head)?.get(tail));
            found.extend(below.flatten());
        }
        Some(found)
    }
}

fn add(names: &mut Names, name: String, id: &UnitId) {
    names.entry(name).or_default().insert(id.clone());
}

//! 章程条款 — what the charters in a register say, held against the law of the day: the editions that read a clause, now
//! or formerly, with its words put in.

use super::CharterClause;
use super::Compared;
use super::pairs::{Pair, clauses_of, stands_above};
use crate::facts::Register;
use crate::rulebook::{Edition, Provision, Rulebook};
use crate::vocab::{Key, Level, UnitId, UnitKind};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Every clause that is, or may be, in force on the day, once for each wording, beside every edition of the law it could loosen or narrow.
pub(super) fn all(rules: &Rulebook, register: &Register, day: NaiveDate) -> Vec<Compared> {
    let mut said: BTreeMap<(Key, String), Vec<UnitId>> = BTreeMap::new();
    for row in register.facts().clauses.iter().filter(|row| !row.span.covers(day, day).is_false()) {
        said.entry((row.key.clone(), row.value.clone())).or_default().push(row.unit.clone());
    }
    let mut pairs = Vec::new();
    for ((key, value), units) in said {
        for provision in rules.provisions() {
            let units = of_kind(provision, &units, register);
            if units.is_empty() {
                continue;
            }
            let clause = CharterClause { key: key.clone(), value: value.clone(), units };
            let Some(reads) = reader(provision, &key, day) else { continue };
            for higher in provision.editions.iter().filter(|higher| binds(higher, reads, day)) {
                let pair = Pair { rules, against: provision, higher, provision, lower: reads };
                pairs.push(pair.compare(
                    &provision.applies_to,
                    (day.max(higher.from.first()), higher.until),
                    Some(clause.clone()),
                ));
            }
        }
    }
    pairs
}

/// The units among these that the provision is about.
fn of_kind(provision: &Provision, units: &[UnitId], register: &Register) -> Vec<UnitId> {
    let kinds: Vec<UnitKind> = super::scopes::kinds_of(&provision.applies_to);
    let fits = |unit: &&UnitId| {
        register.unit(unit).and_then(|unit| register.unit_row(unit)).is_some_and(|row| kinds.contains(&row.kind))
    };
    units.iter().filter(fits).cloned().collect()
}

/// The edition that reads the clause: the one in force, else the last that was.
fn reader<'r>(provision: &'r Provision, key: &Key, day: NaiveDate) -> Option<&'r Edition> {
    let begun = provision.editions.iter().filter(|edition| edition.from.first() <= day);
    begun.filter(|edition| clauses_of(edition).contains(key)).max_by_key(|edition| edition.from.first())
}

/// Whether an edition of the law stands above what a charter says on the day.
fn binds(higher: &Edition, reads: &Edition, day: NaiveDate) -> bool {
    !std::ptr::eq(higher, reads) && !higher.in_force(day).is_false() && stands_above(higher.level, Level::Charter)
}

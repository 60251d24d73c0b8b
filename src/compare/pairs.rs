//! 成对的版本 — which editions meet on one day, and what is asked of each pair.

use super::implied::Implied;
use super::marks::{Clauses, criteria};
use super::scopes::meet;
use super::search::{Search, Side};
use super::{CharterClause, Compared, Outcome};
use crate::check::{Check, Follows, Link};
use crate::norm::Norm;
use crate::review::Alone;
use crate::rulebook::{Edition, Lower, Modality, Provision, Rulebook, Scope, Stands, Transition, Variant};
use crate::vocab::{Key, Level, MAX_DAY};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Every pair of a rulebook, by provision and level.
pub(super) fn all(rules: &Rulebook) -> Vec<Compared> {
    let mut pairs = Vec::new();
    for provision in rules.provisions() {
        for lower in &provision.editions {
            for (against, higher) in above(rules, provision, lower) {
                let pair = Pair { rules, against, higher, provision, lower };
                let scope = meet(&against.applies_to, &provision.applies_to);
                if let Some((days, scope)) = together(higher, lower).zip(scope) {
                    pairs.push(pair.compare(&scope, days, None));
                }
            }
        }
    }
    pairs
}

/// The editions of higher levels that an edition can meet: of its own provision, of the one it raises or restates, of those
/// whose parameter it fills, and, where it says who may hold a post, of those that give a right to such posts.
fn above<'r>(rules: &'r Rulebook, provision: &Provision, lower: &Edition) -> Vec<(&'r Provision, &'r Edition)> {
    let meets = |against: &Provision, higher: &Edition| match &lower.stands {
        _ if against.id == provision.id => true,
        Stands::Raises(id) | Stands::Restates(id) if *id == against.id => true,
        Stands::Fills(name) if higher.parameters.contains(name) => true,
        Stands::Alone | Stands::Fills(_) | Stands::Raises(_) | Stands::Restates(_) => {
            is_right(higher) && lower.modality == Modality::Must && asks_of_persons(lower)
        }
    };
    rules
        .provisions()
        .flat_map(|against| against.editions.iter().map(move |edition| (against, edition)))
        .filter(|(against, higher)| stands_above(higher.level, lower.level) && meets(against, higher))
        .collect()
}

/// Whether an edition says who may vote, stand or hold a post, and may not be narrowed by any lower rule.
fn is_right(edition: &Edition) -> bool {
    edition.lower != Lower::Tighten && asks_of_persons(edition)
}

/// Whether an edition says what a person has to be.
fn asks_of_persons(edition: &Edition) -> bool {
    edition.variants.iter().all(|variant| matches!(variant.norm, Norm::Eligibility(_)))
}

/// Whether one level stands above another. Party regulation is a line of its own: it is not below the law, since it binds
/// Party members and Party posts only and may ask more of them.
pub(super) fn stands_above(higher: Level, lower: Level) -> bool {
    higher < lower && !(higher == Level::NationalLaw && lower == Level::PartyRegulation)
}

/// The days on which both can be in force.
fn together(one: &Edition, other: &Edition) -> Option<(NaiveDate, Option<NaiveDate>)> {
    let from = one.from.first().max(other.from.first());
    let until = one.until.into_iter().chain(other.until).min();
    until.is_none_or(|until| from < until).then_some((from, until))
}

/// A lower edition and the higher one it meets.
#[derive(Clone, Copy)]
pub(super) struct Pair<'r> {
    pub(super) rules: &'r Rulebook,
    pub(super) against: &'r Provision,
    pub(super) higher: &'r Edition,
    pub(super) provision: &'r Provision,
    pub(super) lower: &'r Edition,
}

impl Pair<'_> {
    /// What the lower edition does to the higher, in both directions.
    pub(super) fn compare(
        self,
        scope: &Scope,
        (from, until): (NaiveDate, Option<NaiveDate>),
        clause: Option<CharterClause>,
    ) -> Compared {
        let Self { higher, lower, .. } = self;
        // A breach of less than a *must* fixes nothing, and a permission or a remark narrows nothing.
        // Another provision beside a right can only narrow it.
        let own = self.against.id == self.provision.id || lower.stands != Stands::Alone;
        let fixed = own && higher.modality == Modality::Must && higher.lower != Lower::Loosen;
        let right = higher.lower != Lower::Tighten && matches!(lower.modality, Modality::Must | Modality::Normally);
        let clauses: Clauses = clause.iter().map(|clause| (clause.key.clone(), clause.value.clone())).collect();
        let mut loosened = if fixed { Outcome::Implied } else { Outcome::NotAsked };
        let mut tightened = if right { Outcome::Implied } else { Outcome::NotAsked };
        for (above, below) in self.readings() {
            let at = (scope, self.day(from, until), &clauses);
            self.reading(above, below, at, (&mut loosened, &mut tightened));
        }
        Compared {
            provision: self.provision.id.clone(),
            against: self.against.id.clone(),
            higher: higher.clone(),
            lower: lower.clone(),
            from,
            until,
            clause,
            loosened,
            tightened,
        }
    }

    /// The readings of both that can hold together: a parameter is read one way at a time.
    fn readings(&self) -> Vec<(&Variant, &Variant)> {
        let agree = |one: &Variant, other: &Variant| {
            one.readings
                .iter()
                .all(|(name, value)| other.readings.iter().all(|(also, said)| also != name || said == value))
        };
        let both =
            self.higher.variants.iter().flat_map(|one| self.lower.variants.iter().map(move |other| (one, other)));
        both.filter(|(one, other)| agree(one, other)).collect()
    }

    fn reading(
        &self,
        above: &Variant,
        below: &Variant,
        (scope, day, clauses): (&Scope, NaiveDate, &Clauses),
        (loosened, tightened): (&mut Outcome, &mut Outcome),
    ) {
        let implied = Implied(clauses);
        let open = |outcome: &Outcome| !matches!(outcome, Outcome::NotAsked | Outcome::Found(_));
        let wants_loosened = open(loosened) && !implied.whole(below, above);
        let wants_tightened = open(tightened) && !implied.whole(above, below);
        if !wants_loosened && !wants_tightened {
            return;
        }
        let higher = Side {
            provision: self.against,
            variant: above,
            alone: Alone::new(self.against, self.higher, above),
            beside: Vec::new(),
        };
        let lower = Side {
            provision: self.provision,
            variant: below,
            alone: Alone::new(self.provision, self.lower, below),
            beside: self.beside(),
        };
        let search = Search::run(&higher, &lower, scope, day, clauses, (wants_loosened, wants_tightened));
        let parameters = self.undecided(clauses);
        let readings: Vec<(Key, String)> = above.readings.iter().chain(&below.readings).cloned().collect();
        for (wanted, outcome, found) in
            [(wants_loosened, loosened, search.loosened), (wants_tightened, tightened, search.tightened)]
        {
            if wanted {
                let tried = outcome.candidates().saturating_add(search.candidates);
                *outcome = match found {
                    Some(mut found) => {
                        found.readings.clone_from(&readings);
                        Outcome::Found(Box::new(found))
                    }
                    None if parameters.is_empty() => Outcome::NoneFound { candidates: tried },
                    None => Outcome::Open { parameters: parameters.clone(), candidates: tried },
                };
            }
        }
    }

    /// The other rules above the lower one that say who may hold such a post, where it meets a right of another id: whom they
    /// bar, it does not shut out.
    fn beside(&self) -> Vec<Alone> {
        if self.against.id == self.provision.id {
            return Vec::new();
        }
        let asks_too = |other: &Provision| {
            other.id != self.against.id && meet(&other.applies_to, &self.provision.applies_to).is_some()
        };
        let binds = |edition: &Edition| {
            edition.modality == Modality::Must
                && asks_of_persons(edition)
                && stands_above(edition.level, self.lower.level)
                && together(edition, self.lower)
                    .is_some_and(|(from, _)| self.higher.until.is_none_or(|until| from < until))
        };
        let mut all = Vec::new();
        for other in self.rules.provisions().filter(|other| asks_too(other)) {
            let editions = other.editions.iter().filter(|edition| binds(edition));
            all.extend(editions.filter_map(|edition| Some(Alone::new(other, edition, edition.variants.first()?))));
        }
        all
    }

    /// The parameters without a value, and the clauses of charters, on which either edition rests.
    fn undecided(&self, clauses: &Clauses) -> Vec<Key> {
        let named = self.higher.parameters.iter().chain(&self.lower.parameters);
        let unset =
            |name: &&Key| self.rules.parameter(name).is_some_and(|one| one.is_open() && one.readings.is_empty());
        let mut all: BTreeSet<Key> = named.filter(unset).cloned().collect();
        for edition in [self.higher, self.lower] {
            all.extend(clauses_of(edition).into_iter().filter(|key| !clauses.contains_key(key)));
        }
        all.into_iter().collect()
    }

    /// A day on which both are in force, after every day either of them names; where terms count, late enough for a whole
    /// term under both.
    fn day(&self, from: NaiveDate, until: Option<NaiveDate>) -> NaiveDate {
        let begun = from.max(self.higher.from.last()).max(self.lower.from.last());
        let variants = self.higher.variants.iter().chain(&self.lower.variants);
        let of_terms =
            |variant: &Variant| variant.transition != Transition::AtOnce || matches!(variant.check, Check::Lasts(_));
        let late = begun.checked_add_months(chrono::Months::new(144)).unwrap_or(begun);
        let begun = match until.and_then(|until| until.pred_opt()) {
            _ if !variants.clone().any(of_terms) => begun,
            Some(last) => late.min(last).max(begun),
            None => late,
        };
        let named = variants.flat_map(|variant| dates(&variant.check)).max();
        let day =
            named.map_or(begun, |named| begun.max(named).checked_add_months(chrono::Months::new(24)).unwrap_or(begun));
        let periodic = self.against.editions.iter().flat_map(|edition| &edition.variants);
        let periodic = periodic.into_iter().any(|variant| matches!(variant.check, Check::Each(_)));
        // The year that has closed is a year of the calendar.
        let new_year = || NaiveDate::from_ymd_opt(chrono::Datelike::year(&day).saturating_add(2), 1, 1);
        if periodic { new_year().unwrap_or(day).min(MAX_DAY) } else { day }
    }
}

impl Outcome {
    /// How many registers were tried so far.
    pub(super) fn candidates(&self) -> usize {
        match self {
            Self::NoneFound { candidates } | Self::Open { candidates, .. } => *candidates,
            Self::NotAsked | Self::Implied | Self::Found(_) => 0,
        }
    }
}

/// The days a check names.
fn dates(check: &Check) -> Vec<NaiveDate> {
    match check {
        Check::Follows(Follows::Path(stages)) => {
            stages.iter().flat_map(|stage| [stage.by_day, stage.not_before]).flatten().collect()
        }
        Check::Link(Link::Enrolled { by_day, .. }) => vec![*by_day],
        Check::Person(_)
        | Check::Count(_)
        | Check::Pair(_)
        | Check::Lasts(_)
        | Check::Follows(Follows::Beside { .. } | Follows::Trained { .. })
        | Check::Each(_)
        | Check::Act(_)
        | Check::Link(Link::Parent { .. } | Link::Served { .. } | Link::Formed { .. }) => Vec::new(),
    }
}

/// The clauses of a charter that an edition reads a value from.
pub(super) fn clauses_of(edition: &Edition) -> BTreeSet<Key> {
    edition.variants.iter().flat_map(charter_keys).collect()
}

/// Found in the form a norm has on the wire, where `{ charter = "…" }` stands wherever a value may.
fn charter_keys(variant: &Variant) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut take = |value: Option<toml::Value>| {
        if let Some(value) = value {
            gather(&value, &mut keys);
        }
    };
    take(toml::Value::try_from(&variant.norm).ok());
    for criterion in criteria(variant) {
        take(toml::Value::try_from(criterion).ok());
    }
    keys
}

fn gather(value: &toml::Value, keys: &mut Vec<Key>) {
    match value {
        toml::Value::Table(table) => {
            let only = table.iter().next().filter(|_| table.len() == 1);
            let named =
                only.filter(|(name, _)| *name == "charter" || *name == "clause").and_then(|(_, key)| key.as_str());
            match named.and_then(|key| Key::new(key).ok()) {
                Some(key) => keys.push(key),
                None => table.values().for_each(|value| gather(value, keys)),
            }
        }
        toml::Value::Array(items) => items.iter().for_each(|item| gather(item, keys)),
        toml::Value::String(_)
        | toml::Value::Integer(_)
        | toml::Value::Float(_)
        | toml::Value::Boolean(_)
        | toml::Value::Datetime(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::parse_day;

    #[test]
    fn the_line_of_the_party_is_not_below_the_law_and_is_above_the_levels_under_it() {
        let (law, party, policy) = (Level::NationalLaw, Level::PartyRegulation, Level::NationalPolicy);
        assert!(!stands_above(law, party) && !stands_above(party, law));
        assert!(
            stands_above(law, policy) && stands_above(party, Level::Town) && stands_above(Level::Town, Level::Charter)
        );
        assert!(!stands_above(Level::Town, Level::Town) && !stands_above(Level::Charter, law));
    }

    #[test]
    fn editions_that_follow_each_other_do_not_meet() {
        let rules = Rulebook::builtin().unwrap();
        let of = |id: &str| rules.provisions().find(|one| one.id.as_str() == id).unwrap().editions.clone();
        let term = of("organization.board-term");
        let [law, charter] = term.as_slice() else { panic!("{term:?}") };
        assert_eq!(together(law, charter), None);
        assert_eq!(clauses_of(charter).iter().map(Key::as_str).collect::<Vec<_>>(), ["board-term"]);
        assert!(clauses_of(law).is_empty());
        let size = of("organization.village-committee-size");
        let days = together(&size[0], &size[2]).unwrap();
        assert_eq!(days, (parse_day("2020-11-01").unwrap(), parse_day("2026-01-01").ok()));
    }
}

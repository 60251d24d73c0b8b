//! A rulebook made ready: for each provision, the stretches of days between which its editions change.

use crate::rulebook::{Before, Edition, FromDay, Modality, Provision, Rulebook, Variant};
use crate::vocab::{Level, MIN_DAY, Truth};
use chrono::NaiveDate;

/// A provision with its stretches.
#[derive(Debug)]
pub(super) struct Prepared<'r> {
    pub(super) provision: &'r Provision,
    pub(super) segments: Vec<Segment<'r>>,
}

/// A stretch of days on which the same editions are in force; it ends where the next begins.
#[derive(Debug)]
pub(super) struct Segment<'r> {
    pub(super) from: NaiveDate,
    pub(super) groups: Vec<Group<'r>>,
    /// What holds where no edition is in force.
    pub(super) silence: Silence,
}

/// What the silence of all editions means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Silence {
    /// An earlier text may have said something.
    Unknown,
    /// There was, or there is, no such rule.
    Nothing,
}

/// Editions of several levels that say the same: one finding, several citations. The first stands highest.
#[derive(Debug)]
pub(super) struct Group<'r> {
    pub(super) level: Level,
    pub(super) modality: Modality,
    /// Which editions of the provision, by position.
    pub(super) editions: u64,
    pub(super) variants: &'r [Variant],
    pub(super) begins: crate::vocab::Window,
    pub(super) from_text: &'r FromDay,
    /// Whether it is certain that the edition is in force on these days.
    pub(super) certain: bool,
}

impl<'r> Prepared<'r> {
    pub(super) fn all(rules: &'r Rulebook) -> Vec<Self> {
        rules.provisions().map(Self::of).collect()
    }

    pub(super) fn of(provision: &'r Provision) -> Self {
        let mut starts: Vec<NaiveDate> = vec![MIN_DAY];
        for edition in &provision.editions {
            starts.extend([edition.from.first(), edition.from.last()]);
            starts.extend(edition.until);
        }
        starts.sort_unstable();
        starts.dedup();
        let first = provision.editions.iter().map(|edition| edition.from.first()).min().unwrap_or(MIN_DAY);
        let segments = starts
            .into_iter()
            .map(|from| {
                let silence = match provision.before {
                    Before::Unknown if from < first => Silence::Unknown,
                    Before::Unknown | Before::Nothing => Silence::Nothing,
                };
                Segment { from, groups: groups(provision, from), silence }
            })
            .collect();
        Self { provision, segments }
    }

    /// The position of the stretch a day lies in.
    pub(super) fn segment_at(&self, day: NaiveDate) -> usize {
        self.segments.partition_point(|segment| segment.from <= day).saturating_sub(1)
    }

    /// The level under which an answer is given when no edition is in force.
    pub(super) fn first_level(&self) -> (Level, Modality) {
        let first = self.provision.editions.iter().min_by_key(|edition| edition.from.first());
        first.map_or((Level::NationalLaw, Modality::Must), |edition| (edition.level, edition.modality))
    }
}

fn groups<'r>(provision: &'r Provision, day: NaiveDate) -> Vec<Group<'r>> {
    let mut groups: Vec<Group<'r>> = Vec::new();
    for (position, edition) in provision.editions.iter().enumerate().take(64) {
        let in_force = edition.in_force(day);
        if in_force.is_false() {
            continue;
        }
        let certain = in_force == Truth::True;
        let mark = 1_u64.checked_shl(u32::try_from(position).unwrap_or(63)).unwrap_or(0);
        match groups.iter_mut().find(|group| group.certain == certain && says_the_same(group, edition)) {
            Some(group) => group.editions |= mark,
            None => groups.push(Group {
                level: edition.level,
                modality: edition.modality,
                editions: mark,
                variants: &edition.variants,
                begins: edition.from,
                from_text: &edition.from_text,
                certain,
            }),
        }
    }
    groups
}

fn says_the_same(group: &Group<'_>, edition: &Edition) -> bool {
    group.modality == edition.modality
        && group.variants.len() == edition.variants.len()
        && group.variants.iter().zip(&edition.variants).all(|(one, other)| {
            one.norm == other.norm
                && one.when == other.when
                && one.transition == other.transition
                && one.unless.len() == other.unless.len()
                && one.unless.iter().zip(&other.unless).all(|(one, other)| one.when == other.when)
        })
}

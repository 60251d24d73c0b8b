//! 层级比较 — does a lower level loosen what a higher one fixes, or narrow a right that may not be narrowed? Judged by what
//! the two editions mean, not by their parameters: a small register on which the one is breached and the other is not.
//!
//! ```
//! use grassroots::{compare::Direction, rulebook::{Profile, Rulebook}, vocab::Lang};
//!
//! let town = Profile::toml(r#"
//!     [[instrument]]
//!     key = "镇规定"
//!     title = { zh = "某镇规定", en = "rules of a town" }
//!
//!     [[edition]]
//!     of = "organization.village-committee-size"
//!     in_force = { from = "2026-03-01" }
//!     level = "town"
//!     source = { instrument = "镇规定", article = "3", confidence = "verified" }
//!     modality = "must"
//!     norm = { size = { of = "seats", min = 3, max = 9 } }
//! "#)?;
//! let comparison = Rulebook::builtin()?.compare_with(&town)?;
//! let found: Vec<_> = comparison.findings().filter(|finding| finding.lower.source.instrument() == "镇规定").collect();
//! assert_eq!(found.len(), 1);
//! assert_eq!(found[0].direction, Direction::Loosened);
//! assert_eq!(found[0].counterexample.register.facts().bodies[0].seats, Some(8)); // the law says three to seven
//! println!("{}", comparison.in_words(&found[0], Lang::Zh));
//! # Ok::<(), grassroots::rulebook::RulebookErrors>(())
//! ```

mod around;
mod charters;
mod counts;
mod draft;
mod implied;
mod joins;
mod looks;
mod marks;
mod pairs;
mod scopes;
mod search;
mod times;

use crate::check::{Derivation, Subject};
use crate::facts::Register;
use crate::review::Alone;
use crate::rulebook::{Edition, Overreach, Profile, ProvisionId, Rulebook, RulebookErrors, Setting, SettingFault};
use crate::vocab::{DateError, Key, UnitId};
use chrono::NaiveDate;

/// 层级比较 — every pair of editions of two levels that are in force on one day, and every value somebody set.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Comparison {
    /// The rules compared, the profiles included.
    pub rules: Rulebook,
    /// The pairs, by provision and level.
    pub pairs: Vec<Compared>,
    /// 不当设定 — values outside what a parameter may be, or set by a level that may not.
    pub settings: Vec<(Setting, SettingFault)>,
    /// 越级 — editions of the profile compared that claim a level above its own.
    pub overreaches: Vec<Overreach>,
}

/// 一对版本 — an edition, one of a lower level, and what the lower does to the higher.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Compared {
    /// The provision of the lower edition.
    pub provision: ProvisionId,
    /// The provision of the higher edition: another one where the lower raises or restates it.
    pub against: ProvisionId,
    /// The higher edition.
    pub higher: Edition,
    /// The lower edition.
    pub lower: Edition,
    /// The first day on which both are in force.
    pub from: NaiveDate,
    /// The first day on which they no longer are.
    pub until: Option<NaiveDate>,
    /// The clause of a charter that the lower edition reads, where charters are compared.
    pub clause: Option<CharterClause>,
    /// Whether the lower edition lets pass what the higher refuses.
    pub loosened: Outcome,
    /// Whether the lower edition refuses what the higher lets pass.
    pub tightened: Outcome,
}

/// 章程条款 — what the charters of some units say under one key.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CharterClause {
    /// The key.
    pub key: Key,
    /// What it says.
    pub value: String,
    /// Whose charters say so.
    pub units: Vec<UnitId>,
}

/// 比较结果 — what came of one direction.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Outcome {
    /// 不问 — the higher edition leaves this to the lower level.
    NotAsked,
    /// 蕴含 — decided by the two trees: nothing passes the one and fails the other.
    Implied,
    /// 未发现 — none found among so many candidate registers; that is no proof that there is none.
    NoneFound {
        /// How many registers were tried.
        candidates: usize,
    },
    /// 未定 — none found, and these parameters or clauses, which nobody has set, decide.
    Open {
        /// Their names.
        parameters: Vec<Key>,
        /// How many registers were tried.
        candidates: usize,
    },
    /// 反例.
    Found(Box<Counterexample>),
}

/// 方向 — what the lower edition does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(clippy::exhaustive_enums, reason = "a text is weaker or stricter")]
pub enum Direction {
    /// 放宽 — the higher edition is breached, the lower is not.
    Loosened,
    /// 收紧 — the lower edition is breached, the higher is not.
    Tightened,
}

/// 反例 — a small register on which the two editions part.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Counterexample {
    /// What the lower edition does.
    pub direction: Direction,
    /// The person, body, act … about which they part.
    pub subject: Subject,
    /// The same, as the lower edition is asked of it: another period where the two count by different ones.
    pub lower_subject: Subject,
    /// The day of the review.
    pub day: NaiveDate,
    /// The register.
    pub register: Register,
    /// How the higher edition comes out.
    pub higher: Derivation,
    /// How the lower edition comes out.
    pub lower: Derivation,
    /// The readings under which it holds, where parameters have several nobody has chosen between.
    pub readings: Vec<(Key, String)>,
}

/// 不一致 — one direction of a pair, with its counterexample.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Finding<'a> {
    /// What the lower edition does.
    pub direction: Direction,
    /// The provision of the lower edition.
    pub provision: &'a ProvisionId,
    /// The provision of the higher edition.
    pub against: &'a ProvisionId,
    /// The higher edition.
    pub higher: &'a Edition,
    /// The lower edition.
    pub lower: &'a Edition,
    /// The clause of a charter, where charters are compared.
    pub clause: Option<&'a CharterClause>,
    /// The counterexample.
    pub counterexample: &'a Counterexample,
}

impl Rulebook {
    /// Compares the levels: every edition with those of higher levels that are in force beside it.
    pub fn compare(&self) -> Comparison {
        let settings = self.settings().filter_map(|setting| Some((setting.clone(), self.fault_of(setting)?))).collect();
        Comparison { rules: self.clone(), pairs: pairs::all(self), settings, overreaches: Vec::new() }
    }

    /// Compares the levels with a profile put over these rules. Values that a parameter cannot have are reported and left
    /// out, so that the rest can be compared.
    ///
    /// # Errors
    ///
    /// Every other error of the profile, as [`Rulebook::with`] reports it.
    pub fn compare_with(&self, profile: &Profile) -> Result<Comparison, RulebookErrors> {
        let (profile, refused) = self.without_misfits(profile);
        let mut comparison = self.with(&profile)?.compare();
        comparison.settings.extend(refused);
        comparison.overreaches = profile.overreaching();
        Ok(comparison)
    }

    /// Compares the clauses of the charters in a register with the law of a day: does a clause loosen what is fixed?
    ///
    /// # Errors
    ///
    /// [`DateError`] when the day is outside the calendar of the library.
    pub fn compare_charters(&self, register: &Register, day: NaiveDate) -> Result<Comparison, DateError> {
        crate::vocab::PartialDate::try_from(day)?;
        let pairs = charters::all(self, register, day);
        Ok(Comparison { rules: self.clone(), pairs, settings: Vec::new(), overreaches: Vec::new() })
    }
}

impl Comparison {
    /// What is not in order: each direction with a counterexample.
    pub fn findings(&self) -> impl Iterator<Item = Finding<'_>> {
        self.pairs.iter().flat_map(Compared::findings)
    }

    /// Pairs of which nothing was found and which a value nobody has set decides: they are not in order yet.
    pub fn open(&self) -> impl Iterator<Item = &Compared> {
        let is_open = |outcome: &Outcome| matches!(outcome, Outcome::Open { .. });
        self.pairs.iter().filter(move |pair| is_open(&pair.loosened) || is_open(&pair.tightened))
    }

    /// Whether nothing is reported: no counterexample, nothing open, no value or level that is not theirs.
    pub fn is_clear(&self) -> bool {
        let unfit = !self.settings.is_empty() || !self.overreaches.is_empty();
        !unfit && self.findings().next().is_none() && self.open().next().is_none()
    }
}

impl Compared {
    /// The directions with a counterexample.
    pub fn findings(&self) -> impl Iterator<Item = Finding<'_>> {
        [&self.loosened, &self.tightened].into_iter().filter_map(|outcome| match outcome {
            Outcome::Found(counterexample) => Some(Finding {
                direction: counterexample.direction,
                provision: &self.provision,
                against: &self.against,
                higher: &self.higher,
                lower: &self.lower,
                clause: self.clause.as_ref(),
                counterexample,
            }),
            Outcome::NotAsked | Outcome::Implied | Outcome::NoneFound { .. } | Outcome::Open { .. } => None,
        })
    }
}

impl Counterexample {
    fn new(
        direction: Direction,
        [subject, lower_subject]: [Subject; 2],
        day: NaiveDate,
        register: Register,
        [higher, lower]: [&Alone; 2],
    ) -> Option<Self> {
        let (higher, lower) = (higher.why(&subject, &register, day)?, lower.why(&lower_subject, &register, day)?);
        Some(Self { direction, subject, lower_subject, day, register, higher, lower, readings: Vec::new() })
    }
}

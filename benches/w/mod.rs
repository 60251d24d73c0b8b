//! 负载 W — the workload of the speed targets: persons, kin, assignments, all from one number. The same data go into
//! [`Facts`] for the library and stay as plain rows for the implementation by hand.
//!
//! What the register has that W has not: a person is a member of the unit at home and of every unit where the person has
//! an assignment, from the same day, so that 成员身份 says what the membership date of W says; a full-time assignment is
//! a second holding of the post 专职岗; kin links are stated siblings, so that near kin are exactly the links.

use chrono::{Datelike, NaiveDate};
use grassroots::facts::{Coverage, Extent, Facts, Holding, KinTie, Membership, PartyMembership, Person, Record, Unit};
use grassroots::vocab::{
    Circle, FactSpan, List, PartialDate, PersonId, PostKind, RecordKind, Relation, Schooling, Sex, SpanEnd, UnitId,
    UnitKind,
};

/// Persons of one unit.
const UNIT_PERSONS: u32 = 400;
/// Assignments of one unit.
const UNIT_ASSIGNMENTS: u32 = 20;
/// Kin links a person has at most.
const KIN_MAX: usize = 4;

/// The day of the review.
pub(crate) fn today() -> NaiveDate {
    day(2025, 6, 30)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// splitmix64: the same numbers on every machine.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `bound`.
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        (((self.next() >> 32) * u64::from(bound)) >> 32) as u32
    }

    /// True so many times in a thousand.
    fn chance(&mut self, in_thousand: u32) -> bool {
        self.below(1000) < in_thousand
    }

    /// A day of `first..last`.
    fn day(&mut self, first: NaiveDate, last: NaiveDate) -> NaiveDate {
        let days = (last - first).num_days() as u32;
        first + chrono::Days::new(u64::from(self.below(days)))
    }

    fn shuffle<T>(&mut self, rows: &mut [T]) {
        for at in (1..rows.len()).rev() {
            rows.swap(at, self.below(at as u32 + 1) as usize);
        }
    }
}

/// The posts of W, each standing for a post of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Post {
    Secretary,
    Committee,
    Director,
    Supervisor,
    Accountant,
}

impl Post {
    pub(crate) fn kind(self) -> PostKind {
        match self {
            Self::Secretary => PostKind::BranchSecretary,
            Self::Committee => PostKind::CommitteeMember,
            Self::Director => PostKind::Director,
            Self::Supervisor => PostKind::Supervisor,
            Self::Accountant => PostKind::Accountant,
        }
    }

    fn draw(random: &mut Random) -> Self {
        match random.below(20) {
            0..2 => Self::Secretary,
            2..6 => Self::Committee,
            6..10 => Self::Director,
            10..15 => Self::Supervisor,
            _ => Self::Accountant,
        }
    }
}

/// Sanctions from the mildest to the worst, as one scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sanction {
    Warning = 1,
    SeriousWarning = 2,
    Removal = 3,
    Probation = 4,
    Expulsion = 5,
    Criminal = 6,
}

impl Sanction {
    fn kind(self) -> RecordKind {
        match self {
            Self::Warning => RecordKind::PartyWarning,
            Self::SeriousWarning => RecordKind::PartySeriousWarning,
            Self::Removal => RecordKind::PartyRemoval,
            Self::Probation => RecordKind::PartyProbation,
            Self::Expulsion => RecordKind::PartyExpulsion,
            Self::Criminal => RecordKind::CriminalPunishment,
        }
    }

    fn draw(random: &mut Random) -> Self {
        match random.below(20) {
            0..8 => Self::Warning,
            8..13 => Self::SeriousWarning,
            13..15 => Self::Removal,
            15..17 => Self::Probation,
            17 => Self::Expulsion,
            _ => Self::Criminal,
        }
    }
}

/// A person of W.
#[derive(Debug, Clone)]
pub(crate) struct Human {
    pub(crate) birth: Option<NaiveDate>,
    pub(crate) is_woman: bool,
    pub(crate) party: Option<NaiveDate>,
    pub(crate) member: Option<NaiveDate>,
    pub(crate) schooling: Schooling,
    pub(crate) sanctions: Vec<(Sanction, NaiveDate)>,
    pub(crate) kin: Vec<u32>,
}

/// An assignment of W; active while `start <= day < end`. No person has a post of a unit twice.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Assignment {
    pub(crate) person: u32,
    pub(crate) unit: u32,
    pub(crate) post: Post,
    pub(crate) start: NaiveDate,
    pub(crate) end: NaiveDate,
    pub(crate) is_full_time: bool,
}

/// One data set of W.
#[derive(Debug, Clone)]
pub(crate) struct Data {
    pub(crate) humans: Vec<Human>,
    pub(crate) units: u32,
    pub(crate) assignments: Vec<Assignment>,
}

impl Data {
    /// W with so many persons.
    pub(crate) fn new(persons: usize, seed: u64) -> Self {
        let mut random = Random::new(seed);
        let persons = persons as u32;
        let units = (persons / UNIT_PERSONS).max(1);
        let mut humans: Vec<Human> = (0..persons).map(|_| human(&mut random)).collect();
        tie(&mut humans, units, &mut random);
        let mut data = Self { humans, units, assignments: Vec::new() };
        for unit in 0..units {
            data.assign(unit, &mut random);
        }
        data
    }

    fn assign(&mut self, unit: u32, random: &mut Random) {
        let first = self.assignments.len();
        let (low, high) = home(unit, self.units, self.humans.len() as u32);
        while self.assignments.len() < first + UNIT_ASSIGNMENTS as usize {
            let here = self.assignments.len() - first;
            let (person, is_again) = if 0 < here && random.chance(40) {
                (self.assignments[first + random.below(here as u32) as usize].person, true)
            } else if 0 < first && random.chance(80) {
                (self.assignments[random.below(first as u32) as usize].person, false)
            } else {
                (low + random.below(high - low), false)
            };
            let post = Post::draw(random);
            let mut same = self.assignments[first..].iter().filter(|other| other.person == person);
            if if is_again { same.any(|other| other.post == post) } else { same.next().is_some() } {
                continue;
            }
            let start = random.day(day(2017, 3, 1), day(2025, 8, 1));
            let months = match random.below(10) {
                0 => 61 + random.below(24),
                1..3 => 12 + random.below(36),
                _ => 60,
            };
            let end = start + chrono::Months::new(months);
            let is_full_time = random.chance(300) && !is_again;
            self.assignments.push(Assignment { person, unit, post, start, end, is_full_time });
        }
    }

    /// The data as rows of a register, in no order, with every list complete as of the day.
    pub(crate) fn facts(&self) -> Facts {
        let mut facts = Facts::default();
        for unit in 0..self.units {
            facts.units.push(Unit::new(unit_id(unit), UnitKind::Cooperative));
        }
        for (at, human) in self.humans.iter().enumerate() {
            add_human(&mut facts, at as u32, human, self.units, self.humans.len() as u32);
        }
        for one in &self.assignments {
            let ends = SpanEnd::Ended(PartialDate::try_from(one.end).unwrap());
            let span = FactSpan::new(PartialDate::try_from(one.start).ok(), ends).unwrap();
            let mut row = |post: PostKind| {
                facts.holdings.push(Holding::new(person_id(one.person), unit_id(one.unit), post, span));
            };
            row(one.post.kind());
            if one.is_full_time {
                row(PostKind::FullTimePost);
            }
            if let Some(member) = self.humans[one.person as usize].member {
                // The row of the unit at home is there already; identical rows count once.
                facts.memberships.push(Membership::new(person_id(one.person), unit_id(one.unit), since(member)));
            }
        }
        let mut random = Random::new(7);
        random.shuffle(&mut facts.persons);
        random.shuffle(&mut facts.kin);
        random.shuffle(&mut facts.memberships);
        random.shuffle(&mut facts.party_memberships);
        random.shuffle(&mut facts.records);
        random.shuffle(&mut facts.holdings);
        for &list in List::ALL {
            let mut row = Coverage::new(list, Extent::All, today());
            row.from = (list == List::Roster).then_some(day(1990, 1, 1));
            row.circle = (list == List::Kin).then_some(Circle::CivilServiceScope);
            facts.coverage.push(row);
        }
        facts
    }
}

/// The id of a person; ids are ordered as the numbers are.
pub(crate) fn person_id(person: u32) -> PersonId {
    PersonId::parse(&format!("P{person:07}")).unwrap()
}

/// The id of a unit; ids are ordered as the numbers are.
pub(crate) fn unit_id(unit: u32) -> UnitId {
    UnitId::parse(&format!("U{unit:05}")).unwrap()
}

fn since(day: NaiveDate) -> FactSpan {
    FactSpan::new(PartialDate::try_from(day).ok(), SpanEnd::Never).unwrap()
}

/// The persons at home in a unit; the last unit has the rest.
fn home(unit: u32, units: u32, persons: u32) -> (u32, u32) {
    let high = if unit + 1 == units { persons } else { (unit + 1) * UNIT_PERSONS };
    (unit * UNIT_PERSONS, high)
}

fn human(random: &mut Random) -> Human {
    let birth = random.day(day(1945, 1, 1), day(2007, 1, 1));
    let grown = (birth + chrono::Months::new(18 * 12)).min(day(2024, 1, 1));
    let sanctions = if random.chance(80) {
        let count = 1 + random.below(3);
        (0..count).map(|_| (Sanction::draw(random), random.day(day(2010, 1, 1), today()))).collect()
    } else {
        Vec::new()
    };
    let schooling = match random.below(10) {
        0..2 => Schooling::Primary,
        2..6 => Schooling::JuniorMiddle,
        6..9 => Schooling::SeniorMiddle,
        _ => Schooling::College,
    };
    Human {
        is_woman: random.chance(480),
        party: random.chance(350).then(|| random.day(grown, today())),
        member: random.chance(700).then(|| random.day(birth, today()).min(day(2022, 1, 1).max(birth))),
        birth: (!random.chance(5)).then_some(birth),
        schooling,
        sanctions,
        kin: Vec::new(),
    }
}

/// Kin links within the unit at home, never two between one pair.
fn tie(humans: &mut [Human], units: u32, random: &mut Random) {
    let persons = humans.len() as u32;
    for one in 0..persons {
        let (low, high) = home((one / UNIT_PERSONS).min(units - 1), units, persons);
        for _ in 0..random.below(4) {
            let other = low + random.below(high - low);
            let full = |at: u32| KIN_MAX <= humans[at as usize].kin.len();
            if one == other || full(one) || full(other) || humans[one as usize].kin.contains(&other) {
                continue;
            }
            humans[one as usize].kin.push(other);
            humans[other as usize].kin.push(one);
        }
    }
}

fn add_human(facts: &mut Facts, at: u32, human: &Human, units: u32, persons: u32) {
    let id = person_id(at);
    let mut row = Person::new(id.clone());
    row.birth = human.birth.map(|birth| PartialDate::try_from(birth).unwrap());
    row.sex = Some(if human.is_woman { Sex::Female } else { Sex::Male });
    row.schooling = Some(human.schooling);
    facts.persons.push(row);
    if let Some(party) = human.party {
        let mut row = PartyMembership::new(id.clone(), since(party));
        row.full_from = PartialDate::try_from(party).ok();
        facts.party_memberships.push(row);
    }
    if let Some(member) = human.member {
        let unit = (at / UNIT_PERSONS).min(units - 1);
        debug_assert!(at < persons);
        facts.memberships.push(Membership::new(id.clone(), unit_id(unit), since(member)));
    }
    for (sanction, on) in &human.sanctions {
        let mut row = Record::new(id.clone(), sanction.kind());
        row.decided = PartialDate::try_from(*on).ok();
        row.approved = row.decided;
        facts.records.push(row);
    }
    for &other in human.kin.iter().filter(|&&other| at < other) {
        let born = PartialDate::new(1940, None, None).unwrap();
        let span = FactSpan::new(Some(born), SpanEnd::Never).unwrap();
        facts.kin.push(KinTie::new(id.clone(), person_id(other), Relation::Sibling, span));
    }
}

/// A date whose whole years and months are one addition away: year, month and day in one number.
pub(crate) fn packed(day: NaiveDate) -> i32 {
    day.year() << 9 | (day.month() as i32) << 5 | day.day() as i32
}

/// The posts of W, in order.
pub(crate) const POSTS: [Post; 5] =
    [Post::Secretary, Post::Committee, Post::Director, Post::Supervisor, Post::Accountant];

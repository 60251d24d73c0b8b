//! The twelve rules of W written out by hand: dense rows sorted once, no identifiers, no hashing, dates packed into
//! numbers, one pass over the assignments. What the library is measured against.

use super::w::{Assignment, Data, Human, Post, packed, today};

/// No such date: later than every date.
const NEVER: i32 = i32::MAX;
/// No such date: before every date.
const UNKNOWN: i32 = 0;
/// From here on a sanction is grave.
const SERIOUS: u8 = 2;
const CRIMINAL: u8 = 6;

/// What came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    Breached,
    Undetermined,
}

/// A finding. Subjects: R01–R06 assignment; R07, R08 unit and two persons; R09, R10 person; R11, R12 unit. The last
/// number is the other person, or the count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    pub(crate) rule: u8,
    pub(crate) verdict: Verdict,
    pub(crate) subject: u32,
    pub(crate) one: u32,
    pub(crate) other: u32,
}

/// The facts of a person that joins need, in one cache line.
#[derive(Clone, Copy)]
struct Row {
    birth: i32,
    party: i32,
    member: i32,
    worst: u8,
    is_woman: bool,
}

/// An assignment, sorted by unit and person.
#[derive(Clone, Copy)]
pub(crate) struct Held {
    pub(crate) start: i32,
    pub(crate) end: i32,
    pub(crate) person: u32,
    pub(crate) unit: u32,
    pub(crate) post: Post,
    pub(crate) is_full_time: bool,
}

/// The data of W, loaded.
pub(crate) struct Dense {
    day: i32,
    rows: Vec<Row>,
    sanctions_from: Vec<u32>,
    sanctions: Vec<(u8, i32)>,
    kin_from: Vec<u32>,
    kin: Vec<u32>,
    pub(crate) held: Vec<Held>,
    unit_from: Vec<u32>,
    person_from: Vec<u32>,
    of_person: Vec<u32>,
}

/// Findings by rule, kept from one review to the next so that a review allocates nothing.
#[derive(Default)]
pub(crate) struct Sink {
    rules: [Vec<Finding>; 12],
    committee: Vec<(u32, bool)>,
    supervisors: Vec<u32>,
    all: Vec<Finding>,
}

impl Sink {
    fn say(&mut self, rule: u8, verdict: Verdict, subject: u32, one: u32, other: u32) {
        self.rules[usize::from(rule) - 1].push(Finding { rule, verdict, subject, one, other });
    }
}

impl Dense {
    pub(crate) fn new(data: &Data) -> Self {
        let (mut sanctions_from, mut sanctions) = (vec![0], Vec::new());
        let (mut kin_from, mut kin) = (vec![0], Vec::new());
        for human in &data.humans {
            sanctions.extend(human.sanctions.iter().map(|(kind, on)| (*kind as u8, packed(*on))));
            sanctions_from.push(sanctions.len() as u32);
            kin.extend_from_slice(&human.kin);
            kin_from.push(kin.len() as u32);
        }
        let mut sorted: Vec<&Assignment> = data.assignments.iter().collect();
        sorted.sort_unstable_by_key(|one| (one.unit, one.person, one.post));
        let held: Vec<Held> = sorted
            .into_iter()
            .map(|one| Held {
                start: packed(one.start),
                end: packed(one.end),
                person: one.person,
                unit: one.unit,
                post: one.post,
                is_full_time: one.is_full_time,
            })
            .collect();
        let (unit_from, _) = grouped(data.units as usize, held.iter().map(|one| one.unit));
        let (person_from, of_person) = grouped(data.humans.len(), held.iter().map(|one| one.person));
        Self {
            day: packed(today()),
            rows: data.humans.iter().map(row).collect(),
            sanctions_from,
            sanctions,
            kin_from,
            kin,
            held,
            unit_from,
            person_from,
            of_person,
        }
    }

    /// All findings, by rule and subject.
    pub(crate) fn review<'s>(&self, sink: &'s mut Sink) -> &'s [Finding] {
        sink.rules.iter_mut().for_each(Vec::clear);
        for unit in 0..self.unit_from.len() - 1 {
            let (first, last) = (self.unit_from[unit] as usize, self.unit_from[unit + 1] as usize);
            sink.committee.clear();
            sink.supervisors.clear();
            for (at, held) in self.held[first..last].iter().enumerate() {
                if held.start <= self.day && self.day < held.end {
                    self.assignment((first + at) as u32, held, sink);
                }
            }
            self.unit(unit as u32, sink);
        }
        sink.rules[8].sort_unstable();
        sink.rules[9].sort_unstable();
        sink.all.clear();
        for rule in &sink.rules {
            sink.all.extend_from_slice(rule);
        }
        &sink.all
    }

    /// R01 to R06, R09, R10, and who sits in which body.
    fn assignment(&self, at: u32, held: &Held, sink: &mut Sink) {
        let row = self.rows[held.person as usize];
        let start = held.start;
        if row.birth == UNKNOWN {
            sink.say(1, Verdict::Undetermined, at, 0, 0);
        } else if start < years_after(row.birth, 18) || years_after(row.birth, 60) <= start {
            sink.say(1, Verdict::Breached, at, 0, 0);
        }
        if held.post == Post::Secretary && (row.party == NEVER || start < years_after(row.party, 1)) {
            sink.say(2, Verdict::Breached, at, 0, 0);
        }
        if matches!(held.post, Post::Committee | Post::Supervisor | Post::Director) && start < row.member {
            sink.say(3, Verdict::Breached, at, 0, 0);
        }
        if SERIOUS <= row.worst {
            if row.worst == CRIMINAL {
                sink.say(4, Verdict::Breached, at, 0, 0);
            }
            let person = held.person as usize;
            let range = self.sanctions_from[person] as usize..self.sanctions_from[person + 1] as usize;
            let reaches = |&(kind, on): &(u8, i32)| SERIOUS <= kind && on <= start && start < months_18_after(on);
            if self.sanctions[range].iter().any(reaches) {
                sink.say(5, Verdict::Breached, at, 0, 0);
            }
        }
        if years_after(start, 5) < held.end {
            sink.say(6, Verdict::Breached, at, 0, 0);
        }
        match held.post {
            Post::Secretary | Post::Committee | Post::Director => {
                if sink.committee.last().is_none_or(|last| last.0 != held.person) {
                    sink.committee.push((held.person, row.is_woman));
                }
            }
            Post::Supervisor => sink.supervisors.push(held.person),
            Post::Accountant => self.accountant(at, held, sink),
        }
        if held.is_full_time {
            let mut active = self.active_of(held.person).filter(|&other| self.held[other as usize].is_full_time);
            if active.next() == Some(at) {
                let more = active.count() as u32;
                if 0 < more {
                    sink.say(10, Verdict::Breached, held.person, 0, more + 1);
                }
            }
        }
    }

    /// R09, once for each person.
    fn accountant(&self, at: u32, held: &Held, sink: &mut Sink) {
        let mut first = None;
        let mut is_director = false;
        for other in self.active_of(held.person) {
            let post = self.held[other as usize].post;
            if post == Post::Accountant && first.is_none() {
                first = Some(other);
            }
            is_director |= post == Post::Director;
        }
        if is_director && first == Some(at) {
            sink.say(9, Verdict::Breached, held.person, 0, held.person);
        }
    }

    fn active_of(&self, person: u32) -> impl Iterator<Item = u32> {
        let range = self.person_from[person as usize] as usize..self.person_from[person as usize + 1] as usize;
        self.of_person[range].iter().copied().filter(|&at| {
            let held = &self.held[at as usize];
            held.start <= self.day && self.day < held.end
        })
    }

    /// R07, R08, R11, R12.
    fn unit(&self, unit: u32, sink: &mut Sink) {
        let (committee, supervisors) = (std::mem::take(&mut sink.committee), std::mem::take(&mut sink.supervisors));
        let count = committee.len() as u32;
        if !(3..=7).contains(&count) {
            sink.say(11, Verdict::Breached, unit, 0, count);
        }
        if !committee.iter().any(|(_, is_woman)| *is_woman) {
            sink.say(12, Verdict::Breached, unit, 0, count);
        }
        let (kin_first, same_first) = (sink.rules[6].len(), sink.rules[7].len());
        for &b in &supervisors {
            let kin = &self.kin[self.kin_from[b as usize] as usize..self.kin_from[b as usize + 1] as usize];
            for &(a, _) in &committee {
                if a == b {
                    sink.say(8, Verdict::Breached, unit, a, b);
                }
                if kin.contains(&a) {
                    sink.say(7, Verdict::Breached, unit, a, b);
                }
            }
        }
        sink.rules[6][kin_first..].sort_unstable();
        sink.rules[7][same_first..].sort_unstable();
        (sink.committee, sink.supervisors) = (committee, supervisors);
    }
}

fn row(human: &Human) -> Row {
    Row {
        birth: human.birth.map_or(UNKNOWN, packed),
        party: human.party.map_or(NEVER, packed),
        member: human.member.map_or(NEVER, packed),
        worst: human.sanctions.iter().map(|(kind, _)| *kind as u8).max().unwrap_or(0),
        is_woman: human.is_woman,
    }
}

/// Rows grouped by a dense key.
fn grouped(groups: usize, keys: impl Iterator<Item = u32> + Clone) -> (Vec<u32>, Vec<u32>) {
    let mut from = vec![0_u32; groups + 1];
    for key in keys.clone() {
        from[key as usize + 1] += 1;
    }
    for group in 0..groups {
        from[group + 1] += from[group];
    }
    let mut next = from.clone();
    let mut rows = vec![0_u32; next[groups] as usize];
    for (at, key) in keys.enumerate() {
        rows[next[key as usize] as usize] = at as u32;
        next[key as usize] += 1;
    }
    (from, rows)
}

/// The corresponding day so many years later; 28 February for 29 February in a common year.
fn years_after(packed: i32, years: i32) -> i32 {
    let later = packed + (years << 9);
    if packed & 0x1FF == (0b10 << 5 | 0b1_1101) && !is_leap(later >> 9) { later - 1 } else { later }
}

fn months_18_after(packed: i32) -> i32 {
    let (year, month, day) = (packed >> 9, packed >> 5 & 15, packed & 31);
    let (year, month) = if 6 < month { (year + 2, month - 6) } else { (year + 1, month + 6) };
    let last = if day <= 28 { day } else { day.min(month_days(year, month)) };
    year << 9 | month << 5 | last
}

fn month_days(year: i32, month: i32) -> i32 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

//! 人的各种情形 — how a person can be, at the edges of what two editions name: one list of ways for each fact.

use super::draft::{Draft, Look, P2, U1, U2, V1, V2, before, id, look, next, partial, since};
use super::marks::{Back, Marks, Standing};
use crate::check::Reach;
use crate::facts::{Appraisal, Custom, Enrollment, KinTie, Membership, PartyMembership, Record, Status, Training};
use crate::vocab::{
    FactSpan, Grade, Key, MIN_DAY, Period, PersonId, PostKind, RecordKind, Relation, Schooling, Sex, SpanEnd,
    StatusKind, UnitId, UnitKind,
};
use chrono::{Datelike, NaiveDate};

/// The ways of each fact, the plainest first.
pub(super) fn looks(marks: &Marks, day: NaiveDate, horizon: NaiveDate) -> Vec<Vec<Look>> {
    let mut all: Vec<Vec<Look>> = Vec::new();
    if !marks.ages.is_empty() {
        all.push(births(marks, day));
    }
    if marks.capacity {
        all.push(vec![plain(), status(StatusKind::CapacityLimited, U1, since(MIN_DAY))]);
        let own = [StatusKind::NoOwnLaborIncome, StatusKind::OwnLaborIncome];
        all.push(own.into_iter().map(|kind| status(kind, U1, since(MIN_DAY))).collect());
    }
    if marks.sex {
        all.push(
            [Sex::Female, Sex::Male]
                .into_iter()
                .map(|sex| look(move |draft, person| draft.row(person, |row| row.sex = Some(sex))))
                .collect(),
        );
    }
    if marks.party {
        all.push(party(&marks.seniority, day, horizon));
    }
    if marks.affiliated {
        all.push([U1, V2].into_iter().map(affiliated).collect());
    }
    if marks.member {
        all.push(vec![look(member), plain()]);
    }
    if marks.household && !marks.statuses.contains_key(&StatusKind::HouseholdRegistration) {
        all.push(vec![status(StatusKind::HouseholdRegistration, U1, since(Period::Years(30).before(day))), plain()]);
    }
    for (kind, standing) in &marks.statuses {
        all.push(statuses(*kind, standing, day));
    }
    if !marks.schooling.is_empty() {
        all.push(schoolings(marks));
    }
    for (post, reach) in &marks.holds {
        all.push(holdings(*post, *reach, day));
    }
    for (kind, backs) in &marks.records {
        all.push(records(*kind, backs, day));
    }
    if !marks.kin_of.is_empty() {
        all.push(kin_of(marks, day));
    }
    if !marks.trained.is_empty() {
        all.push(marks.trained.iter().flat_map(|(hours, within)| trained(*hours, *within, day)).collect());
    }
    if !marks.grades.is_empty() {
        let year = day.year().saturating_sub(1);
        all.push(Grade::ALL.iter().map(|grade| graded(*grade, year)).chain([plain()]).collect());
    }
    for program in &marks.programs {
        all.push(vec![plain(), enrolled(program, day)]);
    }
    for (column, values) in &marks.customs {
        let others = values.iter().cloned().chain(["-".to_owned()]);
        all.push(others.map(|value| custom(column, value)).collect());
    }
    all
}

fn plain() -> Look {
    look(|_, _| {})
}

/// On the birthday, and on the day before it.
fn births(marks: &Marks, day: NaiveDate) -> Vec<Look> {
    let aged = |years: u32| Period::Years(years).before(day);
    let edges = marks.ages.iter().flat_map(|&years| [aged(years), next(aged(years))]);
    let mut days: Vec<NaiveDate> = std::iter::once(aged(40)).chain(edges).collect();
    days.dedup();
    days.into_iter()
        .map(|birth| look(move |draft, person| draft.row(person, |row| row.birth = partial(birth))))
        .collect()
}

fn party(periods: &[Period], day: NaiveDate, horizon: NaiveDate) -> Vec<Look> {
    let full = periods.iter().flat_map(|period| [period.before(day), next(period.before(day))]);
    let mut all: Vec<Look> = std::iter::once(Period::Years(25).before(day)).chain(full).map(full_member).collect();
    let admitted = Period::Months(3).before(day);
    all.push(look(move |draft, person| {
        clear_party(draft, person);
        let mut row = PartyMembership::new(person.clone(), since(admitted));
        row.probationary_on = Some(horizon);
        draft.facts.party_memberships.push(row);
    }));
    all.push(look(clear_party));
    all
}

fn clear_party(draft: &mut Draft, person: &PersonId) {
    draft.facts.party_memberships.retain(|row| row.person != *person);
}

fn full_member(from: NaiveDate) -> Look {
    look(move |draft, person| {
        clear_party(draft, person);
        let mut row = PartyMembership::new(person.clone(), since(Period::Years(1).before(from)));
        row.full_from = partial(from);
        row.unit = id(U1);
        draft.facts.party_memberships.push(row);
    })
}

fn affiliated(unit: &'static str) -> Look {
    look(move |draft, person| {
        for row in draft.facts.party_memberships.iter_mut().filter(|row| row.person == *person) {
            row.unit = id(unit);
        }
    })
}

fn member(draft: &mut Draft, person: &PersonId) {
    let from = since(Period::Years(10).before(draft.day));
    if let Some(unit) = id::<UnitId>(U1) {
        draft.facts.memberships.push(Membership::new(person.clone(), unit, from));
    }
}

fn status(kind: StatusKind, unit: &'static str, span: FactSpan) -> Look {
    look(move |draft, person| {
        let mut row = Status::new(person.clone(), kind, span);
        row.unit = id(unit);
        draft.facts.statuses.push(row);
    })
}

fn statuses(kind: StatusKind, standing: &Standing, day: NaiveDate) -> Vec<Look> {
    let long = Period::Years(30).before(day);
    let mut all = vec![status(kind, U1, since(long)), plain()];
    if standing.here {
        all.push(status(kind, V2, since(long)));
    }
    if standing.ever {
        let over = partial(Period::Years(1).before(day)).map_or(SpanEnd::Never, SpanEnd::Ended);
        let span = FactSpan::new(partial(long), over).unwrap_or_default();
        all.push(status(kind, U1, span));
    }
    for period in &standing.periods {
        let edge = period.before(day);
        all.extend([edge, next(edge)].map(|from| status(kind, U1, since(from))));
    }
    all
}

/// The schooling named, the one below it, the lowest and the highest.
fn schoolings(marks: &Marks) -> Vec<Look> {
    let below = |named: &Schooling| Schooling::ALL.iter().copied().rfind(|one| one < named);
    let named = marks.schooling.iter().copied();
    let lower = marks.schooling.iter().filter_map(below);
    let ends = [Schooling::Graduate, Schooling::Primary];
    let all: std::collections::BTreeSet<Schooling> = named.chain(lower).chain(ends).collect();
    all.into_iter()
        .rev()
        .map(|one| look(move |draft, person| draft.row(person, |row| row.schooling = Some(one))))
        .collect()
}

/// Not held, held in the unit, in the village, elsewhere.
fn holdings(post: PostKind, reach: Reach, day: NaiveDate) -> Vec<Look> {
    let from = Period::Years(2).before(day);
    let mut all = vec![plain(), held(post, U1, from)];
    if reach != Reach::Unit {
        all.push(held(post, V1, from));
    }
    if reach == Reach::Anywhere {
        all.push(held(post, V2, from));
    }
    all
}

fn held(post: PostKind, unit: &'static str, from: NaiveDate) -> Look {
    look(move |draft, person| {
        let is_there =
            |name: &str| id::<UnitId>(name).is_some_and(|id| draft.facts.units.iter().any(|row| row.id == id));
        let unit = if is_there(unit) { unit } else { U1 };
        draft.hold(person.as_str(), post, unit, from);
    })
}

fn records(kind: RecordKind, backs: &[Back], day: NaiveDate) -> Vec<Look> {
    let old = Period::Years(30).before(day);
    let mut all = vec![plain(), record(kind, old, Period::Years(1).after(old))];
    for back in backs {
        match back {
            Back::ForLife => {}
            Back::UntilRestored => {
                all.extend([day, next(day)].map(|restored| record(kind, Period::Years(3).before(day), restored)));
            }
            Back::Within(period) => {
                let edge = period.before(day);
                all.extend([edge, next(edge)].map(|decided| record(kind, decided, next(day))));
            }
            Back::AfterRestored(period) => {
                let edge = period.before(day);
                let decided = Period::Years(1).before(edge);
                all.extend([edge, next(edge)].map(|restored| record(kind, decided, restored)));
            }
        }
    }
    all
}

fn record(kind: RecordKind, decided: NaiveDate, restored: NaiveDate) -> Look {
    look(move |draft, person| {
        let mut row = Record::new(person.clone(), kind);
        (row.decided, row.approved, row.restored) = (partial(decided), partial(decided), partial(restored));
        draft.facts.records.push(row);
    })
}

/// A relation of each circle, to a holder of each post named.
fn kin_of(marks: &Marks, day: NaiveDate) -> Vec<Look> {
    let from = Period::Years(2).before(day);
    let mut all = vec![plain()];
    for (post, reach) in &marks.kin_of {
        let places = if *reach == Reach::Unit { [U1].as_slice() } else { &[U1, V1, V2] };
        for (place, relation) in places.iter().flat_map(|place| Relation::ALL.iter().map(move |one| (*place, *one))) {
            let post = *post;
            all.push(look(move |draft, person| {
                draft.add_person(P2);
                if let Some(other) = id::<PersonId>(P2) {
                    held(post, place, from)(draft, &other);
                }
                draft.tie(person, relation);
            }));
        }
    }
    all
}

impl Draft {
    /// What the other person is to this one.
    pub(super) fn tie(&mut self, person: &PersonId, relation: Relation) {
        if let Some(other) = id::<PersonId>(P2).filter(|other| other != person) {
            self.facts.kin.push(KinTie::new(
                person.clone(),
                other,
                relation,
                since(Period::Years(60).before(self.day)),
            ));
        }
    }

    /// Another cooperative of the village.
    pub(super) fn neighbor(&mut self, kind: UnitKind) {
        let above = if self.facts.units.iter().any(|row| row.id.as_str() == V1) { V1 } else { U1 };
        self.unit(U2, kind, Some(above));
    }
}

fn trained(hours: u32, within: Period, day: NaiveDate) -> Vec<Look> {
    let edge = within.before(day);
    [(hours, day), (hours.saturating_sub(1), day), (hours, edge), (hours, before(edge))]
        .into_iter()
        .map(|(hours, on)| {
            look(move |draft, person| {
                if let Some(on) = partial(on) {
                    let mut row = Training::new(person.clone(), on);
                    row.hours = Some(hours);
                    draft.facts.trainings.push(row);
                }
            })
        })
        .collect()
}

fn graded(grade: Grade, year: i32) -> Look {
    look(move |draft, person| {
        let mut row = Appraisal::new(person.clone(), year);
        row.grade = Some(grade);
        draft.facts.appraisals.push(row);
    })
}

fn enrolled(program: &Key, day: NaiveDate) -> Look {
    let (program, from) = (program.clone(), Period::Years(1).before(day));
    look(move |draft, person| {
        draft.facts.enrollments.push(Enrollment::new(person.clone(), program.clone(), since(from)));
    })
}

fn custom(column: &Key, value: String) -> Look {
    let column = column.clone();
    look(move |draft, person| {
        draft.facts.customs.push(Custom::new(person.clone(), column.clone(), value.clone(), since(MIN_DAY)));
    })
}

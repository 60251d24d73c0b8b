//! What edits do to rows: find one and change it, add one, take one away.

use crate::facts::{
    Act, Body, Clause, Count, Extent, Facts, Holding, KinTie, OpenList, Person, Quantity, Record, Status, Training,
};
use crate::testkit::days::{act_id, key, on, person_id};
use crate::testkit::ground::Pick;
use crate::vocab::{
    Base, BodyKind, CaseId, FactSpan, List, PartialDate, PersonId, PostKind, RecordKind, Relation, StatusKind, UnitId,
};
use chrono::NaiveDate;

/// The key of a seat.
pub(super) fn seat(person: &PersonId, post: PostKind, unit: &UnitId) -> String {
    format!("{}/{post}@{}", person.as_str(), unit.as_str())
}

/// The key of a candidacy.
pub(super) fn stands(person: &PersonId, post: PostKind, unit: &UnitId) -> String {
    format!("{}?", seat(person, post, unit))
}

/// The key of two seats of one body, the person with the smaller id first.
pub(super) fn pair(a: &(PersonId, PostKind), b: &(PersonId, PostKind), unit: &UnitId) -> String {
    let (first, then) = if a.0 < b.0 { (a, b) } else { (b, a) };
    format!("{}+{}", seat(&first.0, first.1, unit), seat(&then.0, then.1, unit))
}

/// The key of two seats of which the first is bound by the second.
pub(super) fn against(a: (&PersonId, PostKind), b: (&PersonId, PostKind), unit: &UnitId) -> String {
    format!("{}+{}", seat(a.0, a.1, unit), seat(b.0, b.1, unit))
}

/// The key of a body.
pub(super) fn body_of(unit: &UnitId, kind: BodyKind) -> String {
    format!("{}/{kind}", unit.as_str())
}

/// The key of a period of a person or unit.
pub(super) fn period(of: &str, (first, last): (NaiveDate, NaiveDate)) -> String {
    format!("{of}/{first}..{last}")
}

/// The id of the act of a case at a stage.
pub(super) fn act_of(case: &CaseId, stage: &str) -> String {
    format!("{}-{stage}", case.as_str())
}

/// Changes a person.
pub(super) fn person(facts: &mut Facts, id: &PersonId, change: impl Fn(&mut Person)) {
    facts.persons.iter_mut().filter(|row| row.id == *id).for_each(change);
}

/// Sets when a person was born; children, who could then be older, are taken away.
pub(super) fn born(facts: &mut Facts, id: &PersonId, birth: Option<PartialDate>) {
    facts.kin.retain(|row| row.relation != Relation::Parent || row.b != *id);
    person(facts, id, |row| row.birth = birth);
}

/// Adds an adult with no post and no ties.
pub(super) fn newcomer(facts: &mut Facts, pick: &mut Pick) -> PersonId {
    pick.persons = pick.persons.saturating_add(1);
    let id = person_id(&format!("P{:07}", pick.persons));
    facts.persons.push(Person::new(id.clone()));
    id
}

/// Changes a holding.
pub(super) fn holding(
    facts: &mut Facts,
    person: &PersonId,
    post: PostKind,
    unit: &UnitId,
    change: impl Fn(&mut Holding),
) {
    let rows = facts.holdings.iter_mut();
    rows.filter(|row| row.person == *person && row.post == post && row.unit == *unit).for_each(change);
}

/// Changes a body.
pub(super) fn body(facts: &mut Facts, unit: &UnitId, kind: BodyKind, change: impl Fn(&mut Body)) {
    facts.bodies.iter_mut().filter(|row| row.unit == *unit && row.kind == kind).for_each(change);
}

/// Changes an act.
pub(super) fn act(facts: &mut Facts, case: &CaseId, stage: &str, change: impl Fn(&mut Act)) {
    let stage = key(stage);
    facts.acts.iter_mut().filter(|row| row.case == *case && row.stage == stage).for_each(change);
}

/// Sets the day of an act.
pub(super) fn move_to(facts: &mut Facts, case: &CaseId, stage: &str, day: NaiveDate) {
    act(facts, case, stage, |row| row.day = Some(on(day)));
}

/// The day of an act.
pub(super) fn day_of(facts: &Facts, case: &CaseId, stage: &str) -> Option<NaiveDate> {
    let stage = key(stage);
    facts.acts.iter().find(|row| row.case == *case && row.stage == stage)?.day?.exact()
}

/// Takes an act away.
pub(super) fn drop_act(facts: &mut Facts, case: &CaseId, stage: &str) {
    let stage = key(stage);
    facts.acts.retain(|row| row.case != *case || row.stage != stage);
}

/// Adds an act.
pub(super) fn add_act(
    facts: &mut Facts,
    case: &CaseId,
    unit: &UnitId,
    stage: &str,
    day: NaiveDate,
    with: impl Fn(&mut Act),
) {
    let mut row = Act::new(act_id(&act_of(case, stage)), case.clone(), unit.clone(), key(stage));
    row.day = Some(on(day));
    with(&mut row);
    facts.acts.push(row);
}

/// Sets what an act counts: a stated base, and one number.
pub(super) fn count(facts: &mut Facts, case: &CaseId, stage: &str, base: (Base, u32), number: Option<(Quantity, u32)>) {
    act(facts, case, stage, |row| {
        row.counts = vec![Count::of_base(base.0, base.1)];
        row.counts.extend(number.map(|(of, number)| Count::new(of, number)));
    });
}

/// Says that a list lacks a row.
pub(super) fn open(facts: &mut Facts, list: List, extent: Extent) {
    facts.open.push(OpenList::new(list, extent));
}

/// Says that a list lacks a row about a person.
pub(super) fn open_of(facts: &mut Facts, list: List, person: &PersonId) {
    open(facts, list, Extent::Person(person.clone()));
}

/// Adds a tie: `b` is this to `a`.
pub(super) fn tie(facts: &mut Facts, a: &PersonId, b: &PersonId, relation: Relation, span: FactSpan) {
    facts.kin.push(KinTie::new(a.clone(), b.clone(), relation, span));
}

/// Takes the marriages of a person away.
pub(super) fn unmarry(facts: &mut Facts, person: &PersonId) {
    facts.kin.retain(|row| row.relation != Relation::Spouse || (row.a != *person && row.b != *person));
}

/// Adds a record.
pub(super) fn record(facts: &mut Facts, person: &PersonId, kind: RecordKind, with: impl Fn(&mut Record)) {
    let mut row = Record::new(person.clone(), kind);
    with(&mut row);
    facts.records.push(row);
}

/// Adds a clause to a charter.
pub(super) fn clause(facts: &mut Facts, unit: &UnitId, of: &str, value: &str, span: FactSpan) {
    facts.clauses.retain(|row| row.unit != *unit || row.key.as_str() != of);
    facts.clauses.push(Clause::new(unit.clone(), key(of), value.to_owned(), span));
}

/// Adds a standing fact.
pub(super) fn status(facts: &mut Facts, person: &PersonId, kind: StatusKind, span: FactSpan) {
    facts.statuses.push(Status::new(person.clone(), kind, span));
}

/// Replaces the trainings of a person.
pub(super) fn trained(facts: &mut Facts, person: &PersonId, sessions: &[(PartialDate, Option<u32>)]) {
    facts.trainings.retain(|row| row.person != *person);
    for &(day, hours) in sessions {
        let mut row = Training::new(person.clone(), day);
        row.hours = hours;
        facts.trainings.push(row);
    }
}

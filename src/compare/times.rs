//! 时间与办理 — the days, orders, frequencies, actors and items at whose edges two checks can part.

use super::around::{actor, id_key, near};
use super::draft::{Draft, P1, Step, U1, before, id, next, partial, since, step};
use super::marks::{Clauses, known};
use crate::check::{ActCheck, Each, Event, Follows, Lasts, Side, Stage, Subject};
use crate::facts::{Body, Training};
use crate::rulebook::Scope;
use crate::vocab::{Cycle, Key, Period, PersonId, PostKind, Rank, TrainingKind, UnitId};
use chrono::{Months, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// The most stages of a walk that are varied.
const STAGES_MAX: usize = 32;

/// The lengths a span can have.
pub(super) fn spans(all: &[&Lasts], scope: &Scope, day: NaiveDate, clauses: &Clauses) -> Vec<Vec<Step>> {
    let mut ways: Vec<Step> = Vec::new();
    for lasts in all {
        match lasts {
            Lasts::Term { length, grace } => {
                let Some(length) = known(length, clauses) else { continue };
                let grace = grace.as_ref().and_then(|grace| known(grace, clauses));
                let ends = [day].into_iter().chain(grace.map(|grace| grace.before(day)));
                let edges = ends.flat_map(|end| [length.before(end), before(length.before(end))]);
                ways.extend(edges.map(begun));
            }
            Lasts::Remainder { length } => {
                let Some(length) = known(length, clauses) else { continue };
                let post = if let Scope::Seat { posts, .. } = scope { posts.first().copied() } else { None };
                let formed = Period::Years(1).before(day);
                let end = length.after(formed);
                ways.extend([end, before(end), next(end)].map(|end| remainder(post, formed, end)));
            }
            Lasts::Whole { at_most } => {
                let Some(longest) = known(at_most, clauses) else { continue };
                let edge = longest.before(day);
                let since_then =
                    |from: NaiveDate| step(move |draft: &mut Draft| draft.holding(|row| row.span = since(from)));
                ways.extend([edge, before(edge)].map(since_then));
            }
            Lasts::Shown { at_least } => {
                let Some(shortest) = known(at_least, clauses) else { continue };
                let edge = shortest.after(day);
                let shown =
                    |last: NaiveDate| step(move |draft: &mut Draft| draft.act(|row| row.shown_through = partial(last)));
                ways.extend([edge, before(edge)].map(shown));
            }
        }
    }
    vec![ways]
}

/// The body formed, or the holder elected, on a day.
fn begun(from: NaiveDate) -> Step {
    step(move |draft| {
        draft.body(|row| row.formed = partial(from));
        draft.holding(|row| (row.span, row.elected) = (since(from), partial(from)));
    })
}

fn remainder(post: Option<PostKind>, formed: NaiveDate, end: NaiveDate) -> Step {
    step(move |draft| {
        let body = post.and_then(PostKind::body);
        if let (Some(kind), Some(unit)) = (body, id::<UnitId>(U1)) {
            let mut row = Body::new(unit, kind);
            row.formed = partial(formed);
            draft.facts.bodies.push(row);
        }
        draft.holding(|row| row.term_end = partial(end));
    })
}

/// The orders and distances two acts, or the stages of a walk, can have.
pub(super) fn orders(all: &[&Follows], day: NaiveDate, clauses: &Clauses) -> Vec<Vec<Step>> {
    let mut knobs: Vec<Vec<Step>> = Vec::new();
    let mut others: BTreeMap<&Key, BTreeSet<NaiveDate>> = BTreeMap::new();
    let (mut stages, mut dates): (Vec<&Stage>, BTreeSet<NaiveDate>) = (Vec::new(), BTreeSet::new());
    for follows in all {
        match follows {
            Follows::Beside { stage, side, at_least, at_most, .. } => {
                let periods = at_least.iter().chain(at_most).filter_map(|period| known(period, clauses));
                let edge = |period: Period| match side {
                    Side::Before => period.before(day),
                    Side::After => period.after(day),
                };
                let days = periods.map(edge).flat_map(|edge| [edge, before(edge), next(edge)]);
                others.entry(stage).or_default().extend(days.chain([day, before(day), next(day)]));
            }
            Follows::Trained { kinds, at_most } => {
                let Some(longest) = known(at_most, clauses) else { continue };
                knobs.push(inductions(kinds, longest));
            }
            Follows::Path(path) => {
                for stage in path.iter().take(STAGES_MAX) {
                    dates.extend(stage.by_day);
                    dates.extend(stage.not_before);
                    if !stages.iter().any(|known| known.stage == stage.stage) {
                        stages.push(stage);
                    }
                }
            }
        }
    }
    for (at, (stage, days)) in others.into_iter().enumerate() {
        knobs.push([step(|_| {})].into_iter().chain(days.iter().map(|day| beside(at, stage, *day))).collect());
    }
    if !stages.is_empty() {
        knobs.push(walks(&stages, &dates, day));
    }
    knobs
}

fn beside(at: usize, stage: &Key, on: NaiveDate) -> Step {
    let (name, stage) = (format!("B{at}"), stage.clone());
    step(move |draft| draft.add_act(&name, &stage, on))
}

/// Trained on the last day of the time and on the day after it, by each kind of training.
fn inductions(kinds: &[TrainingKind], longest: Period) -> Vec<Step> {
    let other = TrainingKind::ALL.iter().copied().find(|kind| !kinds.contains(kind));
    let kinds: Vec<Option<TrainingKind>> = kinds.iter().copied().chain(other).map(Some).collect();
    let mut all: Vec<Step> = vec![step(|_| {})];
    for kind in kinds {
        for late in [false, true] {
            all.push(step(move |draft: &mut Draft| {
                let began = draft.facts.holdings.first().and_then(|row| row.span.from);
                let due = longest.after(began.map_or(draft.day, crate::vocab::PartialDate::first));
                let on = if late { next(due) } else { due };
                if let (Some(person), Some(on)) = (id::<PersonId>(P1), partial(on)) {
                    let mut row = Training::new(person, on);
                    row.kind = kind;
                    row.hours = Some(8);
                    draft.facts.trainings.push(row);
                }
            }));
        }
    }
    all
}

/// All stages in order; each left out; each two neighbors turned round; each stage on either side of each day named.
fn walks(stages: &[&Stage], dates: &BTreeSet<NaiveDate>, day: NaiveDate) -> Vec<Step> {
    let keys: Vec<Key> = stages.iter().map(|stage| stage.stage.clone()).collect();
    let start = Period::Years(2).before(day);
    let on = |place: usize| -> NaiveDate { Period::Days(u32::try_from(place).unwrap_or(0)).after(start) };
    let plain: Vec<(Key, NaiveDate)> = keys.iter().cloned().zip((0..keys.len()).map(on)).collect();
    let mut walks: Vec<Vec<(Key, NaiveDate)>> = vec![plain.clone()];
    for place in 0..keys.len() {
        walks.push(plain.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, one)| one.clone()).collect());
        let mut turned = plain.clone();
        if let [_, .., _] = turned.as_slice()
            && let Some([(_, one), (_, other)]) = turned.get_mut(place..place.saturating_add(2))
        {
            std::mem::swap(one, other);
            walks.push(turned);
        }
        for &edge in dates {
            for edge in [before(edge), edge, next(edge)] {
                // The stages before it on the days before, those after it on the same day or later.
                let moved = plain.iter().enumerate().map(|(at, (key, _))| {
                    let early = Period::Days(u32::try_from(place.saturating_sub(at)).unwrap_or(0)).before(edge);
                    let late = Period::Days(u32::try_from(at.saturating_sub(place)).unwrap_or(0)).after(edge);
                    (key.clone(), if at < place { early } else { late })
                });
                walks.push(moved.collect());
            }
        }
    }
    walks
        .into_iter()
        .map(|walk| {
            step(move |draft: &mut Draft| {
                for (at, (stage, on)) in walk.iter().enumerate() {
                    draft.add_act(&format!("A{at}"), stage, *on);
                }
            })
        })
        .collect()
}

/// The ways in which something can recur in the year that has closed: so many at once, so many in each period.
pub(super) fn rhythms(all: &[&Each], day: NaiveDate, clauses: &Clauses) -> Vec<Vec<Step>> {
    let numbers: BTreeSet<u32> = all.iter().filter_map(|each| known(&each.min, clauses)).collect();
    let cycles: BTreeSet<Cycle> = all.iter().map(|each| each.cycle).collect();
    let mut actors: BTreeSet<Option<Key>> = BTreeSet::new();
    for each in all {
        if let Event::Act { by, .. } = &each.event {
            actors.extend(by.iter().cloned().map(Some));
        }
    }
    actors.insert(id_key("nobody-named"));
    let events: Vec<Event> = all.iter().map(|each| each.event.clone()).collect();
    let year = day.checked_sub_months(Months::new(12)).unwrap_or(day);
    let mut ways: Vec<Step> = Vec::new();
    for number in near(&numbers) {
        for cycle in &cycles {
            let months: u32 = match cycle {
                Cycle::Month => 1,
                Cycle::Quarter => 3,
                Cycle::HalfYear => 6,
                Cycle::Year => 12,
            };
            let parts = 12_u32.checked_div(months).unwrap_or(1);
            let firsts =
                (0..parts).filter_map(|part| year.checked_add_months(Months::new(part.saturating_mul(months))));
            let firsts: Vec<NaiveDate> = firsts.collect();
            for actor in &actors {
                for event in &events {
                    ways.push(recurring(event, number, firsts.clone(), actor.clone()));
                }
            }
        }
    }
    vec![ways]
}

fn recurring(event: &Event, number: u32, firsts: Vec<NaiveDate>, actor: Option<Key>) -> Step {
    let event = event.clone();
    step(move |draft| {
        for (part, first) in firsts.iter().enumerate() {
            match &event {
                Event::TrainingHours => {
                    if let (Some(person), Some(on)) = (id::<PersonId>(P1), partial(*first)) {
                        let mut row = Training::new(person, on);
                        row.hours = Some(number);
                        draft.facts.trainings.push(row);
                    }
                }
                Event::Act { stage, .. } => {
                    for one in 0..number.min(32) {
                        draft.add_act_in(&format!("A{part}-{one}"), &format!("K{part}-{one}"), stage, *first);
                        if let Some(row) = draft.facts.acts.last_mut() {
                            row.actor.clone_from(&actor);
                        }
                    }
                }
            }
        }
    })
}

/// Who can have acted, at which level, with what on file.
pub(super) fn acts(all: &[&ActCheck]) -> Vec<Vec<Step>> {
    let mut knobs: Vec<Vec<Step>> = Vec::new();
    let actors: BTreeSet<Key> = all.iter().flat_map(|act| act.by.iter().chain(&act.never_by)).cloned().collect();
    if !actors.is_empty() {
        knobs.push(actors.into_iter().chain(id_key("none-of-these")).map(actor).collect());
    }
    if all.iter().any(|act| act.rank_min.is_some()) {
        let at = |rank: Rank| step(move |draft: &mut Draft| draft.act(|row| row.rank = Some(rank)));
        knobs.push(Rank::ALL.iter().map(|rank| at(*rank)).collect());
    }
    let items: BTreeSet<Key> = all.iter().flat_map(|act| &act.items).cloned().collect();
    if !items.is_empty() {
        let filed = |left_out: Option<&Key>| {
            let items: Vec<Key> = items.iter().filter(|item| Some(*item) != left_out).cloned().collect();
            step(move |draft: &mut Draft| draft.act(|row| row.items.clone_from(&items)))
        };
        knobs.push([None].into_iter().chain(items.iter().map(Some)).map(filed).collect());
    }
    knobs
}

/// Subjects that belong together: the periods of one person or unit are one, any other subject is its own.
pub(super) fn of_one(subject: &Subject) -> Subject {
    match *subject {
        Subject::PersonPeriod(person, ..) => Subject::Person(person),
        Subject::UnitPeriod(unit, ..) => Subject::Unit(unit),
        Subject::Person(_)
        | Subject::Seat(_)
        | Subject::Pair(..)
        | Subject::Body(..)
        | Subject::Unit(_)
        | Subject::Act(_)
        | Subject::Case(_) => *subject,
    }
}

//! 隶属与覆盖 — a unit is joined to so many units of a kind; a holder is under the management of a center.

use super::criterion::at_least_truth;
use super::{At, BodyFact, Evidence, Missing, Moment, Node, PersonFact, Range, Stop, Subject, Value, Watch};
use crate::facts::{Register, Source, UnitIdx};
use crate::vocab::{BodyKind, FactSpan, Key, LinkKind, List, PartialDate, Period, Possible, Truth, UnitKind, Window};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// 隶属与覆盖 — what has to be joined to what.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Link {
    /// 上级: the unit above is one of these kinds.
    Parent {
        /// The kinds that may stand above.
        of: Vec<UnitKind>,
    },
    /// 覆盖: so many units of these kinds serve the subject, by a link or as units of its own.
    Served {
        /// By which kind of link.
        kind: LinkKind,
        /// By units of these kinds.
        by: Vec<UnitKind>,
        /// At least so many.
        min: Option<Value<u32>>,
        /// At most so many.
        max: Option<Value<u32>>,
    },
    /// 设立: the subject unit has a body, or a unit that serves or stands below it.
    Formed {
        /// One of these bodies.
        bodies: Vec<BodyKind>,
        /// Or a unit of one of these kinds.
        units: Vec<UnitKind>,
        /// 代行: or another unit acts in its place.
        acting: bool,
        /// 不得设立: there must be none.
        forbidden: bool,
    },
    /// 纳管: the holder of the subject seat is enrolled in a program.
    Enrolled {
        /// The program.
        program: Key,
        /// Those in the post by this day: by this day, the day included.
        by_day: NaiveDate,
        /// Those who take the post later: within so long.
        within: Value<Period>,
    },
}

impl Link {
    pub(super) fn eval<W: Watch>(&self, at: At, subject: &Subject, facts: &Register, watch: &mut W) -> Possible {
        match self {
            Self::Parent { of } => parent(of, at, subject, facts, watch),
            Self::Served { kind, by, min, max } => {
                served(*kind, by, (min.as_ref(), max.as_ref()), at, subject, facts, watch)
            }
            Self::Formed { bodies, units, acting, forbidden } => {
                let truth = formed((bodies, units, *acting), at, subject, facts, watch);
                Possible::from_truth(if *forbidden { !truth } else { truth })
            }
            Self::Enrolled { program, by_day, within } => enrolled(program, *by_day, within, at, subject, facts, watch),
        }
    }
}

fn parent<W: Watch>(of: &[UnitKind], at: At, subject: &Subject, facts: &Register, watch: &mut W) -> Possible {
    let Some(unit) = subject.unit(facts) else { return Possible::NOT_APPLICABLE };
    let above = facts.parent(unit).and_then(|above| facts.unit_row(above));
    let truth = match above {
        Some(above) => Truth::from(of.contains(&above.kind)),
        None if facts.unit_complete(List::Units, unit, at.known()) => Truth::False,
        None => Truth::Unknown,
    };
    if truth.is_unknown() {
        watch.missing(|| Missing::ListOfUnit { list: List::Units, unit, day: at.known() });
    }
    watch.leaf(truth, || {
        let fits = above.is_some_and(|above| of.contains(&above.kind));
        let evidence = Evidence::Linked {
            unit,
            kind: None,
            with: of.to_vec(),
            found: Range { low: u32::from(fits), high: (!truth.is_unknown()).then_some(u32::from(fits)) },
            min: Some(1),
            max: Some(1),
            on: at.day,
        };
        (evidence, facts.unit_row(unit).and_then(|row| row.source.clone()).into_iter().collect())
    });
    Possible::from_truth(truth)
}

fn served<W: Watch>(
    kind: LinkKind,
    by: &[UnitKind],
    (min, max): (Option<&Value<u32>>, Option<&Value<u32>>),
    at: At,
    subject: &Subject,
    facts: &Register,
    watch: &mut W,
) -> Possible {
    let Some(unit) = subject.unit(facts) else { return Possible::NOT_APPLICABLE };
    let mut serving: BTreeMap<UnitIdx, Truth> = BTreeMap::new();
    let mut add = |from: UnitIdx, truth: Truth| {
        let known = serving.entry(from).or_insert(Truth::False);
        *known = known.or(truth);
    };
    let fits = |unit: UnitIdx| facts.unit_row(unit).is_some_and(|row| by.contains(&row.kind));
    let mut sources = Vec::new();
    for &row in facts.groups().links_to_unit.of(unit.position()) {
        let Ok(position) = usize::try_from(row) else { continue };
        let (Some(link), Some(from)) = (facts.facts().links.get(position), facts.link_from(position)) else { continue };
        if link.kind != kind || !fits(from) {
            continue;
        }
        watch.span(link.span, at);
        add(from, link.span.covers(at.day, at.horizon));
        sources.extend(link.source.clone());
    }
    for &child in facts.groups().children.of(unit.position()) {
        let child = UnitIdx(child);
        if fits(child) {
            add(child, Truth::True);
        }
    }
    let low = serving.values().filter(|truth| truth.is_true()).count();
    let high = serving.values().filter(|truth| !truth.is_false()).count();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let complete = facts.unit_complete(List::Links, unit, at.known());
    let found = Range { low: number(low), high: complete.then_some(number(high)) };
    let (least, most) =
        (min.map(|min| min.get(at, Some(unit), facts, watch)), max.map(|max| max.get(at, Some(unit), facts, watch)));
    let mut truth = Truth::True;
    if let Some(least) = least {
        truth = truth.and(least.map_or(Truth::Unknown, |least| at_least_truth(found, least)));
    }
    if let Some(most) = most {
        let fits = |most: u32| !at_least_truth(found, most.saturating_add(1));
        truth = truth.and(most.map_or(Truth::Unknown, fits));
    }
    if truth.is_unknown() && least.is_none_or(|least| least.is_some()) && most.is_none_or(|most| most.is_some()) {
        watch.missing(|| Missing::ListOfUnit { list: List::Links, unit, day: at.known() });
    }
    watch.leaf(truth, || {
        let evidence = Evidence::Linked {
            unit,
            kind: Some(kind),
            with: by.to_vec(),
            found,
            min: least.flatten(),
            max: most.flatten(),
            on: at.day,
        };
        (evidence, sources)
    });
    Possible::from_truth(truth)
}

/// The units under which the bodies of a unit stand on record: its own, and for a branch those it serves, since sheets
/// enter the posts of a cooperative's branch under the cooperative.
fn places<W: Watch>(unit: UnitIdx, at: At, facts: &Register, watch: &mut W) -> Vec<(UnitIdx, Truth)> {
    let mut places = vec![(unit, Truth::True)];
    let is = |unit: UnitIdx, kinds: &[UnitKind]| facts.unit_row(unit).is_some_and(|row| kinds.contains(&row.kind));
    if !is(unit, &[UnitKind::PartyBranch, UnitKind::JointBranch]) {
        return places;
    }
    places.extend(facts.parent(unit).filter(|&above| is(above, &[UnitKind::Cooperative])).map(|up| (up, Truth::True)));
    for &row in facts.groups().links_from_unit.of(unit.position()) {
        let Ok(position) = usize::try_from(row) else { continue };
        let (Some(link), Some(to)) = (facts.facts().links.get(position), facts.link_to(position)) else { continue };
        if link.kind == LinkKind::Serves && is(to, &[UnitKind::Cooperative]) {
            watch.span(link.span, at);
            places.push((to, link.span.covers(at.day, at.horizon)));
        }
    }
    places
}

/// Whether one of these bodies stands on record under a unit, or somebody sits in it.
fn body_stands<W: Watch>(
    bodies: &[BodyKind],
    unit: UnitIdx,
    at: At,
    facts: &Register,
    watch: &mut W,
    (sources, doubts): (&mut Vec<Source>, &mut Vec<Missing>),
) -> Truth {
    let mut truth = Truth::False;
    for row in facts.groups().bodies_of_unit.pick(unit.position(), &facts.facts().bodies) {
        if bodies.contains(&row.kind) {
            // A body whose day of formation nobody recorded is taken to stand.
            let since = row.formed.map(PartialDate::window);
            if let Some(since) = since {
                watch.change(since.first());
                watch.change(since.last());
            }
            let stands = since.map_or(Truth::True, |since| since.is_on_or_before(Window::exact(at.day)));
            if stands.is_unknown() {
                doubts.push(Missing::OfBody { fact: BodyFact::Formed, unit, body: row.kind });
            }
            truth = truth.or(stands);
            sources.extend(row.source.clone());
        }
    }
    for held in facts.groups().holdings_of_unit.pick(unit.position(), facts.held()) {
        if held.post.shows_body() && held.post.body().is_some_and(|body| bodies.contains(&body)) {
            watch.span(held.span, at);
            let sits = held.span.covers(at.day, at.horizon);
            if sits.is_unknown() {
                doubts.push(Missing::OfPerson { fact: PersonFact::PostEnds, person: held.person });
            }
            truth = truth.or(sits);
        }
    }
    truth
}

/// Whether the subject unit has one of these bodies, or one of these units, on the day.
fn formed<W: Watch>(
    (bodies, units, acting): (&[BodyKind], &[UnitKind], bool),
    at: At,
    subject: &Subject,
    facts: &Register,
    watch: &mut W,
) -> Truth {
    let Some(unit) = subject.unit(facts) else { return Truth::Unknown };
    let (mut truth, mut sources, mut doubts) = (Truth::False, Vec::new(), Vec::new());
    for (place, ours) in places(unit, at, facts, watch) {
        let sits = body_stands(bodies, place, at, facts, watch, (&mut sources, &mut doubts));
        truth = truth.or(ours.and(sits));
    }
    let fits = |unit: UnitIdx| facts.unit_row(unit).is_some_and(|row| units.contains(&row.kind));
    for &row in facts.groups().links_to_unit.of(unit.position()) {
        let Ok(position) = usize::try_from(row) else { continue };
        let (Some(link), Some(from)) = (facts.facts().links.get(position), facts.link_from(position)) else { continue };
        let counts = match link.kind {
            LinkKind::Serves => fits(from),
            LinkKind::ActsFor => acting,
            LinkKind::KeepsBooksFor => false,
        };
        if counts {
            watch.span(link.span, at);
            truth = truth.or(link.span.covers(at.day, at.horizon));
            sources.extend(link.source.clone());
        }
    }
    if facts.groups().children.of(unit.position()).iter().any(|&child| fits(UnitIdx(child))) {
        truth = Truth::True;
    }
    let mut lists = Vec::new();
    if !bodies.is_empty() {
        // Whoever sits shows the body too.
        lists.extend([List::Bodies, List::Roster]);
    }
    if !units.is_empty() {
        lists.push(List::Units);
    }
    if !units.is_empty() || acting {
        lists.push(List::Links);
    }
    let open: Vec<List> = lists.into_iter().filter(|list| !facts.unit_complete(*list, unit, at.known())).collect();
    if !truth.is_true() && !open.is_empty() {
        truth = truth.or(Truth::Unknown);
        for list in open {
            watch.missing(|| Missing::ListOfUnit { list, unit, day: at.known() });
        }
    }
    if truth.is_unknown() {
        for doubt in doubts {
            watch.missing(|| doubt);
        }
    }
    watch.leaf(truth, || {
        let evidence = Evidence::Formed { unit, bodies: bodies.to_vec(), units: units.to_vec(), acting, on: at.day };
        (evidence, sources)
    });
    truth
}

fn enrolled<W: Watch>(
    program: &Key,
    by_day: NaiveDate,
    within: &Value<Period>,
    at: At,
    subject: &Subject,
    facts: &Register,
    watch: &mut W,
) -> Possible {
    let Subject::Seat(seat) = subject else { return Possible::NOT_APPLICABLE };
    let (mut truth, mut span, mut source): (Truth, Option<FactSpan>, _) = (Truth::False, None, None);
    for row in facts
        .groups()
        .enrollments
        .pick(seat.person.position(), &facts.facts().enrollments)
        .filter(|row| row.program == *program)
    {
        watch.span(row.span, at);
        let covers = row.span.covers(at.day, at.horizon);
        if truth < covers || span.is_none() {
            (span, source) = (Some(row.span), row.source.clone());
        }
        truth = truth.or(covers);
    }
    let person = seat.person;
    let complete = facts.person_complete(List::Enrollment, person, at.known());
    if !truth.is_true() && !complete {
        truth = truth.or(Truth::Unknown);
    }
    if truth.is_unknown() {
        watch.missing(|| match span {
            Some(_) => Missing::OfPerson { fact: PersonFact::EnrollmentDay, person },
            None => Missing::ListOfPerson { list: List::Enrollment, circle: None, person, day: at.known() },
        });
    }
    watch.enter(Node::All);
    watch.leaf(truth, || {
        (Evidence::Enrolled { person, program: program.clone(), span, on: at.day }, source.into_iter().collect())
    });
    // Nobody who is enrolled waits for a deadline; for the others it decides whether anything is due yet.
    let passed = if truth.is_true() { Truth::True } else { passed(by_day, within, at, subject, facts, watch) };
    let not_due = Possible::NOT_APPLICABLE;
    let possible = match (truth, passed) {
        (Truth::True, _) => Possible::SATISFIED,
        (_, Truth::True) => Possible::from_truth(truth),
        (Truth::False, Truth::False) => not_due,
        (Truth::Unknown, Truth::False) => not_due.union(Possible::SATISFIED),
        (_, Truth::Unknown) => Possible::from_truth(truth).union(not_due),
    };
    watch.leave(possible);
    possible
}

/// Whether the day by which the holder had to be enrolled has passed.
fn passed<W: Watch>(
    by_day: NaiveDate,
    within: &Value<Period>,
    at: At,
    subject: &Subject,
    facts: &Register,
    watch: &mut W,
) -> Truth {
    let on = Window::exact(at.day);
    let first_round = Window::exact(by_day);
    watch.change(by_day.succ_opt().unwrap_or(by_day));
    let began = subject.recorded(Moment::Appointment, facts);
    let mut due = None;
    let truth = match began {
        None => first_round.is_before(on).and(Truth::Unknown),
        Some(began) => {
            let in_first = began.is_on_or_before(first_round);
            let mut truth = in_first.and(first_round.is_before(on));
            if !in_first.is_true() {
                due = within.get(at, subject.unit(facts), facts, watch).map(|period| period.after_window(began));
                let later = due.map_or(Truth::Unknown, |due| {
                    for day in [due.first(), due.last()] {
                        watch.change(day.succ_opt().unwrap_or(day));
                    }
                    due.is_before(on)
                });
                truth = truth.or((!in_first).and(later));
            }
            truth
        }
    };
    if let Some(person) = subject.person()
        && began.is_none_or(|began| !began.is_exact())
    {
        watch.missing(|| Missing::OfPerson { fact: PersonFact::PostBegan, person });
    }
    watch.leaf(truth, || {
        let stop = Stop { stage: None, moment: Some(Moment::Appointment), day: began };
        // Those who took the post in the first round have its day; the others the one a parameter gives, if any.
        let first = began.is_none_or(|began| !began.is_on_or_before(first_round).is_false());
        let no_later = due.map(Window::last).or(first.then_some(by_day));
        (Evidence::By { stop, no_later, no_earlier: None }, Vec::new())
    });
    truth
}

//! 时长 — a span is at most, or at least, so long.

use super::{ActFact, At, BodyFact, Evidence, Missing, Moment, PersonFact, Subject, Value, Watch};
use crate::facts::Register;
use crate::vocab::{BodyKind, PartialDate, Period, Possible, Truth, UnitKind, Window};

/// 时长 — how long a span may or must last.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lasts {
    /// 任期: from the formation of the body, or the beginning of the seat, at most so long without a new election.
    Term {
        /// The length; the corresponding day still counts.
        length: Value<Period>,
        /// 及时: how long after the end "promptly" lasts, where the text only says so.
        grace: Option<Value<Period>>,
    },
    /// 本届剩余任期: the term recorded for the subject seat ends no later than the term of its body.
    Remainder {
        /// The length of the body's term.
        length: Value<Period>,
    },
    /// 一次任职的长度: from beginning to end of the subject seat.
    Whole {
        /// At most so long.
        at_most: Value<Period>,
    },
    /// 公布时长: what the subject act published is shown at least so long; the first day is left out.
    Shown {
        /// At least so long.
        at_least: Value<Period>,
    },
}

impl Lasts {
    pub(super) fn eval<W: Watch>(&self, at: At, subject: &Subject, facts: &Register, watch: &mut W) -> Possible {
        match self {
            Self::Term { length, grace } => term(length, grace.as_ref(), at, subject, facts, watch),
            Self::Remainder { length } => remainder(length, at, subject, facts, watch),
            Self::Whole { at_most } => whole(at_most, at, subject, facts, watch),
            Self::Shown { at_least } => shown(at_least, at, subject, facts, watch),
        }
    }
}

fn term<W: Watch>(
    length: &Value<Period>,
    grace: Option<&Value<Period>>,
    at: At,
    subject: &Subject,
    facts: &Register,
    watch: &mut W,
) -> Possible {
    let unit = subject.unit(facts);
    let moment = if matches!(subject, Subject::Body(..)) { Moment::Formation } else { Moment::Election };
    let from = at.began.or_else(|| subject.moment(moment, at, facts));
    if from.is_none_or(|from| !from.is_exact()) {
        missing_beginning(subject, watch);
    }
    let period = length.get(at, unit, facts, watch);
    let on = Window::exact(at.day);
    let over = |end: Window, watch: &mut W| {
        // The corresponding day itself still counts: over from the day after.
        for day in [end.first(), end.last()] {
            if let Some(next) = day.succ_opt() {
                watch.change(next);
            }
        }
        end.is_before(on)
    };
    let (mut truth, mut in_grace) = (Truth::Unknown, false);
    if let (Some(from), Some(period)) = (from, period) {
        let end = period.after_window(from);
        let ended = over(end, watch);
        truth = !ended;
        if let Some(grace) = grace.filter(|_| !ended.is_false()) {
            in_grace = true;
            let late = grace.get(at, unit, facts, watch).map(|grace| over(grace.after_window(end), watch));
            truth = truth.or(late.map_or(Truth::Unknown, |late| !late));
        }
    }
    watch.leaf(truth, || (Evidence::Term { from, length: period, on: at.day, grace: in_grace }, Vec::new()));
    Possible::from_truth(truth)
}

#[expect(clippy::wildcard_enum_match_arm, reason = "only these subjects have terms")]
fn missing_beginning<W: Watch>(subject: &Subject, watch: &mut W) {
    match *subject {
        Subject::Body(unit, body) => watch.missing(|| Missing::OfBody { fact: BodyFact::Formed, unit, body }),
        Subject::Seat(seat) => {
            watch.missing(|| Missing::OfPerson { fact: PersonFact::Elected, person: seat.person });
        }
        _ => {}
    }
}

fn remainder<W: Watch>(length: &Value<Period>, at: At, subject: &Subject, facts: &Register, watch: &mut W) -> Possible {
    let Subject::Seat(seat) = subject else { return Possible::NOT_APPLICABLE };
    let (person, unit) = (seat.person, seat.unit);
    let row = seat.holding.and_then(|holding| facts.holding_row(holding));
    let ends = row.and_then(|row| row.term_end);
    if ends.is_none_or(|ends| ends.exact().is_none()) {
        watch.missing(|| Missing::OfPerson { fact: PersonFact::TermEnd, person });
    }
    // Several posts are seats of either committee, so the body is the one the unit has.
    let body = seat.post.body().map(|body| body_of(body, unit, facts));
    let formed = body.and_then(|body| super::subject::formed(unit, body, facts));
    if let Some(body) = body
        && formed.is_none_or(|formed| formed.exact().is_none())
    {
        watch.missing(|| Missing::OfBody { fact: BodyFact::Formed, unit, body });
    }
    let period = length.get(at, Some(unit), facts, watch);
    let body_ends = formed.zip(period).map(|(formed, period)| period.after_window(formed.window()));
    let truth = match (ends, body_ends) {
        (Some(ends), Some(body_ends)) => ends.window().is_on_or_before(body_ends),
        _ => Truth::Unknown,
    };
    watch.leaf(truth, || {
        let evidence = Evidence::Remainder { person, post: seat.post, ends, body_ends };
        (evidence, row.and_then(|row| row.source.clone()).into_iter().collect())
    });
    Possible::from_truth(truth)
}

/// The body of a seat in its own unit: a community's committee is the residents' committee.
fn body_of(body: BodyKind, unit: crate::facts::UnitIdx, facts: &Register) -> BodyKind {
    let is_village = facts.unit_row(unit).is_none_or(|row| row.kind == UnitKind::Village);
    if body == BodyKind::VillageCommittee && !is_village { BodyKind::ResidentsCommittee } else { body }
}

fn whole<W: Watch>(at_most: &Value<Period>, at: At, subject: &Subject, facts: &Register, watch: &mut W) -> Possible {
    let Subject::Seat(seat) = subject else { return Possible::NOT_APPLICABLE };
    let period = at_most.get(at, Some(seat.unit), facts, watch);
    let from = subject.moment(Moment::Appointment, at, facts);
    let Some(end) = super::criterion::ended(seat.span) else {
        // Still running: over-long only once the period has passed.
        let (Some(from), Some(period)) = (from, period) else {
            watch.missing(|| Missing::OfPerson { fact: PersonFact::PostBegan, person: seat.person });
            let evidence = Evidence::Term { from, length: period, on: at.day, grace: false };
            watch.leaf(Truth::Unknown, || (evidence, Vec::new()));
            return Possible::from_truth(Truth::Unknown);
        };
        let limit = period.after_window(from);
        for day in [limit.first(), limit.last()] {
            if let Some(next) = day.succ_opt() {
                watch.change(next);
            }
        }
        if at.bound == Moment::Appointment {
            super::watch::reaching(period, at.now(), watch);
        }
        let truth = !limit.is_before(Window::exact(at.now()));
        watch.leaf(truth, || {
            (Evidence::Term { from: Some(from), length: Some(period), on: at.day, grace: false }, Vec::new())
        });
        return Possible::from_truth(truth);
    };
    if let (Moment::Appointment, Some(period)) = (at.bound, period) {
        for day in [end.first(), end.last()] {
            super::watch::reaching(period, day, watch);
        }
    }
    let truth = match (from, period) {
        (Some(from), Some(period)) => end.is_on_or_before(period.after_window(from)),
        _ => Truth::Unknown,
    };
    if truth.is_unknown() {
        watch.missing(|| Missing::OfPerson { fact: PersonFact::PostBegan, person: seat.person });
    }
    watch.leaf(truth, || (Evidence::Term { from, length: period, on: end.last(), grace: false }, Vec::new()));
    Possible::from_truth(truth)
}

fn shown<W: Watch>(at_least: &Value<Period>, at: At, subject: &Subject, facts: &Register, watch: &mut W) -> Possible {
    let Subject::Act(act) = *subject else { return Possible::NOT_APPLICABLE };
    let Some((position, row)) = usize::try_from(act).ok().and_then(|act| Some((act, facts.facts().acts.get(act)?)))
    else {
        return Possible::NOT_APPLICABLE;
    };
    let period = at_least.get(at, facts.act_unit(position), facts, watch);
    let from = subject.moment(Moment::Act, at, facts);
    let through = row.shown_through;
    let case = facts.act_case(position);
    if let Some(case) = case.filter(|_| through.is_none_or(|through| through.exact().is_none())) {
        watch.missing(|| Missing::OfAct { fact: ActFact::ShownThrough, case, stage: row.stage.clone() });
    }
    if let (Moment::Act, Some(period), Some(through)) = (at.bound, period, through) {
        for day in [through.first(), through.last()] {
            super::watch::reaching(period, day.succ_opt().unwrap_or(day), watch);
        }
    }
    let needed = period.zip(from).map(|(period, from)| period.after_window(from));
    let truth = match (needed, through) {
        (Some(needed), Some(through)) => needed.is_on_or_before(through.window()),
        _ => Truth::Unknown,
    };
    watch.leaf(truth, || {
        let evidence = Evidence::Shown {
            stage: row.stage.clone(),
            from: row.day.or_else(|| PartialDate::try_from(at.day).ok()),
            through,
            at_least: period,
            on: at.horizon,
        };
        (evidence, row.source.clone().into_iter().collect())
    });
    Possible::from_truth(truth)
}

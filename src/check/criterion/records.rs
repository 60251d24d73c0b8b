//! Leaves about sanctions, punishments and findings, and how long they reach.

use super::language::{HasRecord, LookBack};
use super::{Asked, tell};
use crate::check::{Evidence, Missing, PersonFact, Value, Watch};
use crate::facts::PersonIdx;
use crate::vocab::{FactSpan, List, PartialDate, Period, SpanEnd, Truth, Window};

/// The days on which the effect of a record begins.
pub(super) fn starts(row: &crate::facts::Record) -> Option<PartialDate> {
    if row.kind.list() == List::PartySanctions { row.approved } else { row.decided.or(row.approved) }
}

pub(super) fn record_leaf<W: Watch>(record: &HasRecord, person: PersonIdx, ask: Asked<'_>, watch: &mut W) -> Truth {
    let facts = ask.facts;
    let on = Window::exact(ask.at.day);
    let period = match &record.look_back {
        LookBack::Within(value) | LookBack::AfterRestored(value) => Some(value.get(ask.at, ask.unit(), facts, watch)),
        LookBack::ForLife | LookBack::UntilRestored => None,
    };
    let (mut truth, mut found, mut source) = (Truth::False, None, None);
    for row in facts
        .groups()
        .records
        .pick(person.position(), &facts.facts().records)
        .filter(|row| record.of.contains(&row.kind))
    {
        let began = match starts(row) {
            None => Truth::Unknown,
            Some(day) => {
                watch.change(day.first());
                watch.change(day.last());
                day.window().is_on_or_before(on)
            }
        };
        let over = over(row, record, period, on, watch);
        let reaches = began.and(!over);
        if truth < reaches || found.is_none() {
            found = Some((row.kind, starts(row), row.restored));
            source = row.source.as_ref();
        }
        truth = truth.or(reaches);
    }
    let mut open = None;
    if !truth.is_true() {
        open =
            record.of.iter().map(|kind| kind.list()).find(|list| !facts.person_complete(*list, person, ask.at.known()));
        if open.is_some() {
            truth = truth.or(Truth::Unknown);
        }
    }
    if truth.is_unknown() {
        watch.missing(|| match open {
            Some(list) => Missing::ListOfPerson { list, circle: None, person, day: ask.at.known() },
            None => Missing::OfPerson { fact: PersonFact::RecordDay, person },
        });
    }
    let evidence = || Evidence::Record {
        person,
        of: record.of.clone(),
        look_back: match period {
            Some(Some(period)) => match &record.look_back {
                LookBack::AfterRestored(_) => LookBack::AfterRestored(Value::Literal(period)),
                LookBack::ForLife | LookBack::UntilRestored | LookBack::Within(_) => {
                    LookBack::Within(Value::Literal(period))
                }
            },
            _ => record.look_back.clone(),
        },
        found,
        on: ask.at.day,
    };
    tell(truth, watch, evidence, source)
}

/// Whether the effect of a record is over by the day: on the corresponding day it is.
pub(super) fn over<W: Watch>(
    row: &crate::facts::Record,
    record: &HasRecord,
    period: Option<Option<Period>>,
    on: Window,
    watch: &mut W,
) -> Truth {
    let mut by = |end: Window| {
        watch.change(end.first());
        watch.change(end.last());
        end.is_on_or_before(on)
    };
    match &record.look_back {
        LookBack::ForLife => Truth::False,
        LookBack::UntilRestored => row.restored.map_or(Truth::Unknown, |day| by(day.window())),
        LookBack::Within(_) => match (starts(row), period.flatten()) {
            (Some(day), Some(period)) => by(period.after_window(day.window())),
            _ => Truth::Unknown,
        },
        LookBack::AfterRestored(_) => match (row.restored, period.flatten()) {
            (Some(day), Some(period)) => by(period.after_window(day.window())),
            _ => Truth::Unknown,
        },
    }
}

/// The end of a span as a window, for the checks on lengths.
pub(crate) fn ended(span: FactSpan) -> Option<Window> {
    match span.end {
        SpanEnd::Ended(day) => Some(day.window()),
        SpanEnd::SeenRunning(_) | SpanEnd::Never => None,
    }
}

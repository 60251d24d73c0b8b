//! One provision about one subject on one day: the day that judges, the editions in force on it, the readings nobody has
//! chosen between, the transition for terms that began before.

use super::prepare::{Group, Prepared, Silence};
use crate::check::{At, Evidence, Missing, Moment, NextChange, Node, PersonFact, Subject, Watch};
use crate::facts::Register;
use crate::rulebook::{FromDay, Modality, Transition, Variant};
use crate::vocab::{Level, Possible, Truth, Window};
use chrono::NaiveDate;

/// The most stretches into which a partial judging day is split.
const STRETCHES_MAX: usize = 512;

/// What one level of authority says about a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) possible: Possible,
    pub(super) modality: Modality,
    pub(super) editions: u64,
}

/// What each level says; none where it is silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Lines([Option<Said>; 8]);

impl Lines {
    fn slot(&mut self, level: Level) -> Option<&mut Option<Said>> {
        Level::ALL.iter().position(|one| *one == level).and_then(|position| self.0.get_mut(position))
    }

    /// Adds what a level says on the same day; two groups of one level that may be in force stand side by side.
    fn say(&mut self, level: Level, said: Said) {
        if let Some(slot) = self.slot(level) {
            *slot = Some(match *slot {
                None => said,
                Some(before) => before.or(said),
            });
        }
    }

    /// What is possible when either these lines or the others obtain. A level silent in one of them does not apply there.
    fn either(self, other: Self) -> Self {
        let mut lines = Self::default();
        for ((slot, one), two) in lines.0.iter_mut().zip(self.0).zip(other.0) {
            *slot = match (one, two) {
                (Some(one), Some(two)) => Some(one.or(two)),
                (Some(said), None) | (None, Some(said)) => {
                    Some(Said { possible: said.possible.union(Possible::NOT_APPLICABLE), ..said })
                }
                (None, None) => None,
            };
        }
        lines
    }

    fn or(mut self, possible: Possible) -> Self {
        for said in self.0.iter_mut().flatten() {
            said.possible = said.possible.union(possible);
        }
        self
    }

    fn or_not_applicable(self) -> Self {
        self.or(Possible::NOT_APPLICABLE)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Level, Said)> {
        Level::ALL.iter().zip(self.0).filter_map(|(level, said)| Some((*level, said?)))
    }
}

impl Said {
    fn or(self, other: Self) -> Self {
        // What is only remarked on in one case does not apply, as far as the other case asks more.
        let strongest = self.modality.min(other.modality);
        let as_asked = |said: Self| {
            if said.modality == Modality::Note
                && strongest != Modality::Note
                && said.possible.contains(Possible::BREACHED)
            {
                said.possible.without_breach().union(Possible::NOT_APPLICABLE)
            } else {
                said.possible
            }
        };
        Self {
            possible: as_asked(self).union(as_asked(other)),
            modality: strongest,
            editions: self.editions | other.editions,
        }
    }
}

/// What a recorded derivation belongs to.
#[derive(Debug, Clone)]
pub(super) struct Tag {
    pub(super) level: Level,
    pub(super) day: NaiveDate,
    /// Position of the variant, and the parameters its reading chooses.
    pub(super) readings: Vec<(crate::vocab::Key, String)>,
    pub(super) remark: bool,
}

/// The frame of one judgment.
pub(super) struct Judge<'a, F> {
    pub(super) facts: &'a Register,
    /// The day of the review: what the register was known up to.
    pub(super) horizon: NaiveDate,
    /// Whether the moments of the subject move with the day asked about, as those of a proposed seat do.
    pub(super) moving: bool,
    /// Told of every evaluation, before its derivation ends.
    pub(super) tag: F,
}

impl<F: FnMut(Tag)> Judge<'_, F> {
    /// What each level says about the subject on a day.
    pub(super) fn lines<W: Watch>(
        &mut self,
        prepared: &Prepared<'_>,
        subject: &Subject,
        day: NaiveDate,
        watch: &mut W,
    ) -> Lines {
        let sits = self.sits(subject, day, watch);
        if sits.is_false() {
            return Lines::default();
        }
        let moment = prepared.provision.judged_on;
        let lines = if moment == Moment::ReviewDay {
            let at = At { day, horizon: self.horizon, bound: moment, began: None, charter: None };
            self.on_day(prepared, subject, at, watch)
        } else {
            watch.still(!self.moving);
            let lines = self.on_moment(prepared, subject, moment, watch);
            watch.still(false);
            lines
        };
        if !sits.is_unknown() {
            return lines;
        }
        // Told after the evaluation, so that it stands beside every line and not at the first leaf.
        for seat in seats(subject) {
            if seat.sits(day, self.horizon).is_unknown() {
                let begun = seat.span.from.is_some_and(|from| from.last() <= day);
                let fact = if begun { PersonFact::PostEnds } else { PersonFact::PostBegan };
                watch.missing(|| Missing::OfPerson { fact, person: seat.person });
            }
        }
        lines.or_not_applicable()
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "only seats can be vacated")]
    fn sits<W: Watch>(&self, subject: &Subject, day: NaiveDate, watch: &mut W) -> Truth {
        let at = At { day, horizon: self.horizon, bound: Moment::ReviewDay, began: None, charter: None };
        let mut one = |seat: &crate::check::Seat| {
            if seat.proposed {
                return Truth::True;
            }
            watch.span(seat.span, at);
            seat.sits(day, self.horizon)
        };
        match subject {
            Subject::Seat(seat) => one(seat),
            Subject::Pair(a, b) => one(a).and(one(b)),
            _ => Truth::True,
        }
    }

    /// A provision judged by a moment of the subject, which may be known to a month or year only, or not at all.
    fn on_moment<W: Watch>(
        &mut self,
        prepared: &Prepared<'_>,
        subject: &Subject,
        moment: Moment,
        watch: &mut W,
    ) -> Lines {
        let recorded = subject.recorded(moment, self.facts);
        let window = recorded.unwrap_or_else(|| {
            // Nothing recorded: any day from before the first edition to the day of the review; what is only proposed may
            // still come.
            let proposed = subject.seat().is_some_and(|seat| seat.proposed);
            let last = if proposed { crate::vocab::MAX_DAY } else { self.horizon };
            let first = prepared.segments.get(1).and_then(|segment| segment.from.pred_opt()).unwrap_or(last);
            Window::new(first.min(last), last).unwrap_or(Window::exact(last))
        });
        let mut at = At { day: window.first(), horizon: self.horizon, bound: moment, began: None, charter: None };
        if window.is_exact() {
            return self.on_day(prepared, subject, at, watch);
        }
        let mut lines: Option<Lines> = None;
        for _ in 0..STRETCHES_MAX {
            let mut next = NextChange::after(at.day);
            let here = self.quietly(prepared, subject, at, &mut next);
            if !W::BRIEF {
                self.on_day(prepared, subject, at, watch);
            }
            lines = Some(lines.map_or(here, |lines| lines.either(here)));
            match next.next().filter(|next| *next <= window.last()) {
                Some(next) => at.day = next,
                None => break,
            }
        }
        watch.missing(|| missing_moment(subject, moment, self.facts));
        lines.unwrap_or_default()
    }

    /// The same evaluation for the days of change alone.
    fn quietly(&mut self, prepared: &Prepared<'_>, subject: &Subject, at: At, next: &mut NextChange) -> Lines {
        let mut judge = Judge { facts: self.facts, horizon: self.horizon, moving: true, tag: |_: Tag| {} };
        judge.on_day(prepared, subject, at, next)
    }

    fn on_day<W: Watch>(&mut self, prepared: &Prepared<'_>, subject: &Subject, at: At, watch: &mut W) -> Lines {
        let position = prepared.segment_at(at.day);
        if let Some(next) = prepared.segments.get(position.saturating_add(1)) {
            watch.change(next.from);
        }
        let Some(segment) = prepared.segments.get(position) else { return Lines::default() };
        let mut lines = Lines::default();
        if segment.groups.iter().all(|group| !group.certain) && segment.silence == Silence::Unknown {
            self.no_edition(prepared, at, &mut lines, watch);
        }
        for group in &segment.groups {
            let one = self.group(prepared, group, subject, at, watch);
            let one = if group.certain { one } else { one.or_not_applicable() };
            if !group.certain {
                watch.missing(|| match group.from_text {
                    FromDay::Param(name) => Missing::Parameter { name: name.clone() },
                    FromDay::Day(_) => Missing::Edition { day: at.day },
                });
            }
            for (level, said) in one.iter() {
                lines.say(level, said);
            }
        }
        lines
    }

    fn no_edition<W: Watch>(&mut self, prepared: &Prepared<'_>, at: At, lines: &mut Lines, watch: &mut W) {
        let (level, modality) = prepared.first_level();
        watch.enter(Node::Whole);
        watch.missing(|| Missing::Edition { day: at.day });
        watch.leaf(Truth::Unknown, || (Evidence::NoEdition { day: at.day }, Vec::new()));
        let possible = Possible::from_truth(Truth::Unknown).union(Possible::NOT_APPLICABLE);
        (self.tag)(Tag { level, day: at.day, readings: Vec::new(), remark: false });
        watch.leave(possible);
        lines.say(level, Said { possible, modality, editions: 0 });
    }

    /// The editions of one group, under every reading, with the transition for terms that began before.
    fn group<W: Watch>(
        &mut self,
        prepared: &Prepared<'_>,
        group: &Group<'_>,
        subject: &Subject,
        at: At,
        watch: &mut W,
    ) -> Lines {
        let mut lines: Option<Lines> = None;
        for variant in group.variants {
            let here = self.variant(prepared, group, variant, subject, at, watch);
            lines = Some(lines.map_or(here, |lines| lines.either(here)));
        }
        lines.unwrap_or_default()
    }

    fn variant<W: Watch>(
        &mut self,
        prepared: &Prepared<'_>,
        group: &Group<'_>,
        variant: &Variant,
        subject: &Subject,
        at: At,
        watch: &mut W,
    ) -> Lines {
        if variant.transition == Transition::AtOnce {
            return self.plain(group, variant, subject, at, false, watch);
        }
        let moment = if matches!(subject, Subject::Body(..)) { Moment::Formation } else { Moment::Election };
        let began = at.began.or_else(|| subject.moment(moment, at, self.facts));
        let earlier = began.map_or(Truth::Unknown, |began| began.is_before(group.begins));
        let part = |first: NaiveDate, last: NaiveDate| Window::new(first, last).ok();
        let (old, new) = match began {
            Some(began) => (
                group.begins.last().pred_opt().and_then(|last| part(began.first(), began.last().min(last))),
                part(began.first().max(group.begins.first()), began.last()),
            ),
            None => (None, None),
        };
        let mut lines: Option<Lines> = None;
        if began.is_none() {
            // Under which edition the term began is not known: this one, another, or none.
            let here = self.plain(group, variant, subject, at, false, watch);
            watch.missing(|| missing_moment(subject, moment, self.facts));
            let open = Possible::from_truth(Truth::Unknown).union(Possible::NOT_APPLICABLE);
            return here.or(open);
        }
        if !earlier.is_false() {
            let at = At { began: old, ..at };
            lines = Some(match variant.transition {
                Transition::NewTerms => self.under_the_old(prepared, subject, at, watch),
                Transition::Remark | Transition::AtOnce => self.plain(group, variant, subject, at, true, watch),
            });
        }
        if !earlier.is_true() {
            let here = self.plain(group, variant, subject, At { began: new, ..at }, false, watch);
            lines = Some(lines.map_or(here, |lines| lines.either(here)));
        }
        if earlier.is_unknown() {
            watch.missing(|| missing_moment(subject, moment, self.facts));
        }
        lines.unwrap_or_default()
    }

    /// A term that began under an earlier edition is judged by it, on the facts of the day.
    fn under_the_old<W: Watch>(&mut self, prepared: &Prepared<'_>, subject: &Subject, at: At, watch: &mut W) -> Lines {
        // INVARIANT: a term whose beginning is not known was answered for before.
        let Some(began) = at.began else { return Lines::default() };
        let mut lines: Option<Lines> = None;
        let at = At { charter: Some(began), ..at };
        let (first, last) = (prepared.segment_at(began.first()), prepared.segment_at(began.last()));
        for segment in prepared.segments.iter().skip(first).take(last.saturating_sub(first).saturating_add(1)) {
            let mut here = Lines::default();
            if segment.groups.iter().all(|group| !group.certain) && segment.silence == Silence::Unknown {
                self.no_edition(prepared, At { day: began.first(), ..at }, &mut here, watch);
            }
            for group in &segment.groups {
                for variant in group.variants {
                    let one = self.plain(group, variant, subject, at, false, watch);
                    for (level, said) in one.iter() {
                        here.say(level, said);
                    }
                }
            }
            lines = Some(lines.map_or(here, |lines| lines.either(here)));
        }
        if first != last {
            let moment = if matches!(subject, Subject::Body(..)) { Moment::Formation } else { Moment::Election };
            watch.missing(|| missing_moment(subject, moment, self.facts));
        }
        lines.unwrap_or_default()
    }

    /// One reading of one edition, evaluated.
    #[expect(clippy::wildcard_enum_match_arm, reason = "only periods can be cut by an edition")]
    fn plain<W: Watch>(
        &mut self,
        group: &Group<'_>,
        variant: &Variant,
        subject: &Subject,
        at: At,
        remark: bool,
        watch: &mut W,
    ) -> Lines {
        let mut possible = evaluate(variant, subject, at, self.facts, watch, |_| {
            (self.tag)(Tag { level: group.level, day: at.day, readings: variant.readings.clone(), remark });
        });
        // A period the edition does not cover whole: no rule on part periods is known.
        let part = match subject {
            Subject::PersonPeriod(_, first, _) | Subject::UnitPeriod(_, first, _) => *first < group.begins.last(),
            _ => false,
        };
        if part && possible.contains(Possible::BREACHED) {
            possible = possible.union(Possible::SATISFIED).union(Possible::NOT_APPLICABLE);
        }
        let modality = if remark { Modality::Note } else { group.modality };
        let mut lines = Lines::default();
        lines.say(group.level, Said { possible, modality, editions: group.editions });
        lines
    }
}

/// Applies, holds, unless: the three trees of an edition.
pub(super) fn evaluate<W: Watch>(
    variant: &Variant,
    subject: &Subject,
    at: At,
    facts: &Register,
    watch: &mut W,
    mut tag: impl FnMut(Possible),
) -> Possible {
    let ask = crate::check::Asked::of(at, subject, facts);
    watch.enter(Node::Whole);
    let mut applies = Truth::True;
    if let Some(when) = &variant.when {
        watch.enter(Node::Applies);
        applies = when.eval(ask, watch);
        watch.leave(Possible::from_truth(applies));
    }
    let mut possible = Possible::NOT_APPLICABLE;
    if !applies.is_false() {
        watch.enter(Node::Holds);
        possible = variant.check.eval(at, subject, facts, watch);
        watch.leave(possible);
        if possible.contains(Possible::BREACHED) && !variant.unless.is_empty() {
            watch.enter(Node::Unless);
            let mut unless = Truth::False;
            for exception in &variant.unless {
                unless = unless.or(exception.when.eval(ask, watch));
            }
            watch.leave(Possible::from_truth(unless));
            possible = match unless {
                Truth::True => possible.without_breach().union(Possible::EXCEPTED),
                Truth::Unknown => possible.union(Possible::EXCEPTED),
                Truth::False => possible,
            };
        }
        if applies.is_unknown() {
            possible = possible.union(Possible::NOT_APPLICABLE);
        }
    }
    tag(possible);
    watch.leave(possible);
    possible
}

#[expect(clippy::wildcard_enum_match_arm, reason = "only these subjects have seats")]
fn seats(subject: &Subject) -> Vec<crate::check::Seat> {
    match subject {
        Subject::Seat(seat) => vec![*seat],
        Subject::Pair(a, b) => vec![*a, *b],
        _ => Vec::new(),
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "subjects without a moment are judged on the day of the review")]
fn missing_moment(subject: &Subject, moment: Moment, facts: &Register) -> Missing {
    match *subject {
        Subject::Seat(seat) | Subject::Pair(seat, _) => {
            let fact = match moment {
                Moment::Nomination => PersonFact::Nominated,
                Moment::Election => PersonFact::Elected,
                _ => PersonFact::PostBegan,
            };
            Missing::OfPerson { fact, person: seat.person }
        }
        Subject::Body(unit, body) => Missing::OfBody { fact: crate::check::BodyFact::Formed, unit, body },
        Subject::Act(act) => {
            let position = usize::try_from(act).unwrap_or(usize::MAX);
            match (facts.facts().acts.get(position), facts.act_case(position)) {
                (Some(row), Some(case)) => {
                    Missing::OfAct { fact: crate::check::ActFact::Day, case, stage: row.stage.clone() }
                }
                _ => Missing::Edition { day: facts_day() },
            }
        }
        _ => Missing::Edition { day: facts_day() },
    }
}

/// A day for gaps that have none; no subject without a moment is judged by one.
fn facts_day() -> NaiveDate {
    crate::vocab::MIN_DAY
}

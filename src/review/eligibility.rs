//! 任职资格 — may this person take this post on this day: every provision that speaks of such a seat, asked of a proposed one.

use super::prepare::Prepared;
use super::{Answer, Review, Severity, answer};
use crate::check::{Reach, Seat, Subject, Watch, village_of};
use crate::facts::{HoldingIdx, PersonIdx, UnitIdx};
use crate::rulebook::Scope;
use crate::vocab::{FactSpan, List, PartialDate, PersonId, PostKind, SpanEnd, Truth, UnitKind};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A question about somebody or something that is not in the register.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QuestionError {
    /// No such person.
    #[error("no person `{0}` in the register")]
    NoSuchPerson(String),
    /// No such unit, or more than one of that name.
    #[error("no unit `{0}` in the register, or more than one of that name: give its code")]
    NoSuchUnit(String),
    /// No such post.
    #[error("`{0}` is no post: write unit/post, such as `河清三社/理事`")]
    NoSuchPost(String),
}

/// 任职资格结论 — the answers of every provision that speaks of the seat.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Eligibility<'a> {
    /// The person.
    pub person: PersonIdx,
    /// The unit.
    pub unit: UnitIdx,
    /// The post.
    pub post: PostKind,
    /// The day on which the person would be nominated, elected or appointed.
    pub day: NaiveDate,
    /// One answer for each provision and, for ties, each other holder.
    pub answers: Vec<Answer<'a>>,
}

impl Eligibility<'_> {
    /// The most severe of the answers: 符合 only where every one is clear.
    pub fn severity(&self) -> Severity {
        self.answers.iter().map(Answer::severity).min().unwrap_or(Severity::Clear)
    }

    /// What would have to be known to settle the open answers.
    pub fn missing(&self) -> BTreeSet<&crate::check::Missing> {
        self.answers
            .iter()
            .filter(|answer| answer.severity() == Severity::Unsettled)
            .flat_map(Answer::missing)
            .collect()
    }
}

impl<'a> Review<'a> {
    /// May this person hold this post, were it given on the day of the review? The post is written `unit/post`, the unit
    /// by code or name.
    ///
    /// # Errors
    ///
    /// [`QuestionError`] when the register has no such person or unit, or there is no such post.
    pub fn eligibility(&self, person: &str, post: &str) -> Result<Eligibility<'a>, QuestionError> {
        let id = PersonId::parse(person).map_err(|_| QuestionError::NoSuchPerson(person.to_owned()))?;
        let person = self.facts.person(&id).ok_or_else(|| QuestionError::NoSuchPerson(id.to_string()))?;
        let (unit, post) = self.seat_called(post)?;
        Ok(self.eligibility_on(person, unit, post, self.day))
    }

    /// The unit and post of `unit/post`.
    fn seat_called(&self, words: &str) -> Result<(UnitIdx, PostKind), QuestionError> {
        let no_post = || QuestionError::NoSuchPost(words.to_owned());
        let (unit, post) = words.rsplit_once('/').ok_or_else(no_post)?;
        let post = PostKind::from_words(post).ok_or_else(no_post)?;
        let unit = self.facts.unit_called(unit.trim()).ok_or_else(|| QuestionError::NoSuchUnit(unit.to_owned()))?;
        Ok((unit, post))
    }

    pub(super) fn eligibility_on(
        &self,
        person: PersonIdx,
        unit: UnitIdx,
        post: PostKind,
        day: NaiveDate,
    ) -> Eligibility<'a> {
        let mut answers = Vec::new();
        self.proposals(person, unit, post, day, &mut crate::check::Silent, |this, prepared, subject, _| {
            let answer = answer::answer(prepared, &subject, this.facts, this.day, day, true, this.rules);
            if !answer.lines.is_empty() {
                answers.push(answer);
            }
        });
        Eligibility { person, unit, post, day, answers }
    }

    /// Tells every provision and subject that a proposed seat raises on a day.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the other scopes have no seat")]
    pub(super) fn proposals<W: Watch>(
        &self,
        person: PersonIdx,
        unit: UnitIdx,
        post: PostKind,
        day: NaiveDate,
        watch: &mut W,
        mut tell: impl FnMut(&Self, &Prepared<'a>, Subject, &mut W),
    ) {
        let seat = self.proposed(person, unit, post, day, watch);
        let kind = self.facts.unit_row(unit).map(|row| row.kind);
        let fits = |units: &[UnitKind]| units.is_empty() || kind.is_some_and(|kind| units.contains(&kind));
        for prepared in &self.prepared {
            match &prepared.provision.applies_to {
                Scope::Seat { posts, units, .. } if posts.contains(&post) && fits(units) => {
                    tell(self, prepared, Subject::Seat(seat), watch);
                }
                Scope::Person { posts } if posts.contains(&post) => tell(self, prepared, Subject::Seat(seat), watch),
                Scope::Pair { of, from, inside, units } if fits(units) => {
                    let mut others: Vec<(Seat, bool)> = Vec::new();
                    if of.contains(&post) {
                        others.extend(
                            self.others(seat, from, *inside, day, watch).into_iter().map(|other| (other, true)),
                        );
                    }
                    if from.contains(&post) && of != from {
                        others
                            .extend(self.others(seat, of, *inside, day, watch).into_iter().map(|other| (other, false)));
                    }
                    for (other, first) in others {
                        let pair = if first { Subject::Pair(seat, other) } else { Subject::Pair(other, seat) };
                        tell(self, prepared, pair, watch);
                    }
                }
                _ => {}
            }
        }
    }

    /// The seat as it would be: nominated, elected and taken on the day.
    fn proposed<W: Watch>(
        &self,
        person: PersonIdx,
        unit: UnitIdx,
        post: PostKind,
        day: NaiveDate,
        watch: &mut W,
    ) -> Seat {
        let on = PartialDate::try_from(day).ok();
        let span = FactSpan::new(on, SpanEnd::Never).unwrap_or_default();
        let mut held = Truth::False;
        let mut holding = None;
        for &row in self.facts.groups().holdings_of_person.of(person.position()) {
            let Some(other) = usize::try_from(row).ok().and_then(|row| self.facts.held().get(row)) else { continue };
            if other.unit == unit && other.post == post {
                let at = crate::check::At {
                    day,
                    horizon: self.day,
                    bound: crate::check::Moment::ReviewDay,
                    began: None,
                    charter: None,
                };
                watch.span(other.span, at);
                let sits = other.span.covers(day, self.day);
                if !sits.is_false() {
                    holding = Some(HoldingIdx(row));
                }
                held = held.or(sits);
            }
        }
        let complete = self.facts.person_complete(List::Roster, person, day.min(self.day));
        let continued = match held {
            Truth::True => Some(true),
            Truth::False if complete => Some(false),
            Truth::False | Truth::Unknown => None,
        };
        Seat { person, unit, post, span, basis: None, elected: on, nominated: on, continued, holding, proposed: true }
    }

    /// The other holders of these posts within the reach, each person once.
    fn others<W: Watch>(
        &self,
        seat: Seat,
        posts: &[PostKind],
        inside: Reach,
        day: NaiveDate,
        watch: &mut W,
    ) -> Vec<Seat> {
        let rows: Vec<u32> = match inside {
            Reach::Unit => self.facts.groups().holdings_of_unit.of(seat.unit.position()).to_vec(),
            Reach::Village | Reach::Anywhere => {
                let near = |held: &crate::facts::Held| match inside {
                    Reach::Village => {
                        let village = village_of(seat.unit, self.facts);
                        village.is_some() && village == village_of(held.unit, self.facts)
                    }
                    Reach::Unit | Reach::Anywhere => {
                        held.person == seat.person
                            || (self.facts.kin().has_ties(held.person) && self.facts.kin().has_ties(seat.person))
                    }
                };
                let held = self.facts.held().iter().enumerate().filter(|(_, held)| near(held));
                held.filter_map(|(position, _)| u32::try_from(position).ok()).collect()
            }
        };
        let at = crate::check::At {
            day,
            horizon: self.day,
            bound: crate::check::Moment::ReviewDay,
            began: None,
            charter: None,
        };
        let mut seen = BTreeSet::new();
        let mut others = Vec::new();
        for row in rows {
            let Some(held) = usize::try_from(row).ok().and_then(|row| self.facts.held().get(row)) else { continue };
            let is_self = held.person == seat.person && held.unit == seat.unit && held.post == seat.post;
            if !posts.contains(&held.post) || is_self {
                continue;
            }
            watch.span(held.span, at);
            if held.span.covers(day, self.day).is_false() || !seen.insert(held.person) {
                continue;
            }
            others.extend(Seat::of(HoldingIdx(row), self.facts));
        }
        others
    }
}

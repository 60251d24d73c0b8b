//! 单独一个版本 — one reading of one edition asked alone, as if it had always been in force: what a comparison of levels
//! asks of both sides.

use super::MONTHS_BACK;
use super::judge::evaluate;
use super::prepare::Prepared;
use super::subjects::Field;
use crate::check::{Asked, At, Derivation, Moment, Silent, Subject, Watch, Why};
use crate::facts::Register;
use crate::rulebook::{Edition, Provision, Variant};
use crate::vocab::{MIN_DAY, Possible, Window};
use chrono::NaiveDate;

/// A provision with one edition of one reading.
#[derive(Debug, Clone)]
pub(crate) struct Alone {
    provision: Provision,
}

impl Alone {
    pub(crate) fn new(provision: &Provision, edition: &Edition, variant: &Variant) -> Self {
        let edition =
            Edition { from: Window::exact(MIN_DAY), until: None, variants: vec![variant.clone()], ..edition.clone() };
        Self { provision: Provision { editions: vec![edition], ..provision.clone() } }
    }

    /// Whom or what it is asked of on a day.
    pub(crate) fn subjects(&self, facts: &Register, day: NaiveDate) -> Vec<Subject> {
        let mut subjects = Vec::new();
        let prepared = Prepared::of(&self.provision);
        Field::new(facts, day, MONTHS_BACK).each(&prepared, &mut |subject| subjects.push(subject));
        subjects.sort_unstable();
        subjects
    }

    /// What is possible of a subject, on the day that judges it; no transition, since both sides are taken to stand.
    pub(crate) fn possible(&self, subject: &Subject, facts: &Register, day: NaiveDate) -> Possible {
        self.eval(subject, facts, day, &mut Silent)
    }

    /// Whether the edition speaks of the subject at all, by its own condition.
    pub(crate) fn applies(&self, subject: &Subject, facts: &Register, day: NaiveDate) -> bool {
        let when = self.variant().and_then(|variant| variant.when.as_ref());
        when.is_none_or(|when| {
            self.at(subject, facts, day)
                .is_some_and(|at| when.eval(Asked::of(at, subject, facts), &mut Silent).is_true())
        })
    }

    /// The same with its derivation.
    pub(crate) fn why(&self, subject: &Subject, facts: &Register, day: NaiveDate) -> Option<Derivation> {
        let mut why = Why::default();
        self.eval(subject, facts, day, &mut why);
        why.finish().pop()
    }

    fn eval<W: Watch>(&self, subject: &Subject, facts: &Register, day: NaiveDate, watch: &mut W) -> Possible {
        match (self.at(subject, facts, day), self.variant()) {
            (Some(at), Some(variant)) => evaluate(variant, subject, at, facts, watch, |_| {}),
            _ => Possible::ALL,
        }
    }

    fn variant(&self) -> Option<&Variant> {
        self.provision.editions.first()?.variants.first()
    }

    /// The day that judges; none where the register does not say which it is.
    fn at(&self, subject: &Subject, facts: &Register, horizon: NaiveDate) -> Option<At> {
        let bound = self.provision.judged_on;
        let day = match subject.recorded(bound, facts) {
            Some(on) => on.first(),
            None if bound == Moment::ReviewDay => horizon,
            None => return None,
        };
        Some(At { day, horizon, bound, began: None, charter: None })
    }
}

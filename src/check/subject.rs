//! 审查对象 — whom or what a check is about, and what each offers by name.

use super::{At, Moment};
use crate::facts::{CaseIdx, HoldingIdx, PersonIdx, Register, UnitIdx};
use crate::vocab::{Basis, BodyKind, FactSpan, PartialDate, PostKind, Truth, Window};
use chrono::NaiveDate;

/// 席位、岗位 — a person in a post, or proposed for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Seat {
    /// The person.
    pub person: PersonIdx,
    /// The unit.
    pub unit: UnitIdx,
    /// The post.
    pub post: PostKind,
    /// In the post from when to when.
    pub span: FactSpan,
    /// The way of taking the post.
    pub basis: Option<Basis>,
    /// The day of election.
    pub elected: Option<PartialDate>,
    /// The day of nomination.
    pub nominated: Option<PartialDate>,
    /// Whether the person held the same post directly before.
    pub continued: Option<bool>,
    /// The row of the register, unless the seat is proposed or a candidacy.
    pub holding: Option<HoldingIdx>,
    /// Whether the seat is only proposed: a candidacy, or a question about a person and a post.
    pub proposed: bool,
}

impl Seat {
    /// The seat of a recorded holding.
    pub(crate) fn of(holding: HoldingIdx, facts: &Register) -> Option<Self> {
        let held = facts.held().get(holding.position())?;
        let row = facts.holding_row(holding)?;
        Some(Self {
            person: held.person,
            unit: held.unit,
            post: held.post,
            span: held.span,
            basis: row.basis,
            elected: row.elected,
            nominated: None,
            continued: row.continued,
            holding: Some(holding),
            proposed: false,
        })
    }

    /// The day of the election to this seat: the recorded one, or the beginning of a seat that begins with an election.
    pub(crate) fn election(&self) -> Option<PartialDate> {
        self.elected.or(match self.basis {
            Some(Basis::Elected | Basis::ByElection) | None => self.span.from,
            Some(Basis::Appointed | Basis::CoOpted) => None,
        })
    }

    /// Whether the person is in the post on a day; a proposed person is, on the day of the question and later.
    pub(crate) fn sits(&self, day: NaiveDate, horizon: NaiveDate) -> Truth {
        self.span.covers(day, horizon)
    }
}

/// 审查对象 — a person, a seat, a pair of seats, a body, a unit, an act, a case, or a closed period of one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Subject {
    /// 人员.
    Person(PersonIdx),
    /// 任职或拟任.
    Seat(Seat),
    /// 两个任职.
    Pair(Seat, Seat),
    /// 机构 — a body of a unit.
    Body(UnitIdx, BodyKind),
    /// 单位.
    Unit(UnitIdx),
    /// 办理环节 — an act, by its position in the register.
    Act(u32),
    /// 事项 — a case.
    Case(CaseIdx),
    /// 某人的一个周期, both days inside.
    PersonPeriod(PersonIdx, NaiveDate, NaiveDate),
    /// 某单位的一个周期, both days inside.
    UnitPeriod(UnitIdx, NaiveDate, NaiveDate),
}

impl Subject {
    /// The subject in one word for tests, logs and the wire: ids joined by `/` and `@`, a proposed seat with `?`.
    pub fn key(&self, facts: &Register) -> String {
        let person = |person: &PersonIdx| facts.person_row(*person).map_or("", |row| row.id.as_str()).to_owned();
        let unit = |unit: &UnitIdx| facts.unit_row(*unit).map_or("", |row| row.id.as_str()).to_owned();
        let seat = |seat: &Seat| {
            let mark = if seat.proposed { "?" } else { "" };
            format!("{}/{}@{}{mark}", person(&seat.person), seat.post, unit(&seat.unit))
        };
        match self {
            Self::Person(one) => person(one),
            Self::Seat(one) => seat(one),
            Self::Pair(a, b) => format!("{}+{}", seat(a), seat(b)),
            Self::Body(of, kind) => format!("{}/{kind}", unit(of)),
            Self::Unit(one) => unit(one),
            Self::Act(act) => {
                let row = usize::try_from(*act).ok().and_then(|act| facts.facts().acts.get(act));
                row.map_or_else(String::new, |row| row.id.as_str().to_owned())
            }
            Self::Case(case) => facts.case_id(*case).map_or("", |id| id.as_str()).to_owned(),
            Self::PersonPeriod(one, first, last) => format!("{}/{first}..{last}", person(one)),
            Self::UnitPeriod(one, first, last) => format!("{}/{first}..{last}", unit(one)),
        }
    }

    /// The person the subject is about.
    pub fn person(&self) -> Option<PersonIdx> {
        match self {
            Self::Person(person) | Self::PersonPeriod(person, ..) => Some(*person),
            Self::Seat(seat) | Self::Pair(seat, _) => Some(seat.person),
            Self::Body(..) | Self::Unit(_) | Self::Act(_) | Self::Case(_) | Self::UnitPeriod(..) => None,
        }
    }

    /// 涉及人员 — the person a subject act is about.
    pub fn about(&self, facts: &Register) -> Option<PersonIdx> {
        match self {
            Self::Act(act) => facts.person(facts.facts().acts.get(usize::try_from(*act).ok()?)?.about.as_ref()?),
            Self::Person(_)
            | Self::Seat(_)
            | Self::Pair(..)
            | Self::Body(..)
            | Self::Unit(_)
            | Self::Case(_)
            | Self::PersonPeriod(..)
            | Self::UnitPeriod(..) => None,
        }
    }

    /// The seat, or the first of two.
    pub fn seat(&self) -> Option<&Seat> {
        match self {
            Self::Seat(seat) | Self::Pair(seat, _) => Some(seat),
            Self::Person(_)
            | Self::Body(..)
            | Self::Unit(_)
            | Self::Act(_)
            | Self::Case(_)
            | Self::PersonPeriod(..)
            | Self::UnitPeriod(..) => None,
        }
    }

    /// The unit whose affair it is.
    pub fn unit(&self, facts: &Register) -> Option<UnitIdx> {
        match self {
            Self::Seat(seat) | Self::Pair(seat, _) => Some(seat.unit),
            Self::Body(unit, _) | Self::Unit(unit) | Self::UnitPeriod(unit, ..) => Some(*unit),
            Self::Act(act) => facts.act_unit(usize::try_from(*act).ok()?),
            Self::Case(case) => {
                let act = facts.groups().acts_of_case.of(case.position()).first()?;
                facts.act_unit(usize::try_from(*act).ok()?)
            }
            Self::Person(person) | Self::PersonPeriod(person, ..) => facts.units_of(*person).first().copied(),
        }
    }

    /// The days a moment of the subject can be; `None` when nothing is recorded of it.
    pub(crate) fn moment(&self, moment: Moment, at: At, facts: &Register) -> Option<Window> {
        if moment == at.bound || moment == Moment::ReviewDay {
            return Some(Window::exact(at.day));
        }
        self.recorded(moment, facts)
    }

    /// The days a recorded moment can be.
    pub(crate) fn recorded(&self, moment: Moment, facts: &Register) -> Option<Window> {
        match (self, moment) {
            (Self::Seat(seat), Moment::Nomination) => seat.nominated.map(PartialDate::window),
            (Self::Seat(seat), Moment::Election) => seat.election().map(PartialDate::window),
            (Self::Seat(seat), Moment::Appointment) => seat.span.from.map(PartialDate::window),
            // Two seats began to stand together with the later of the two elections.
            (Self::Pair(a, b), Moment::Election) => {
                let (a, b) = (a.election()?.window(), b.election()?.window());
                Window::new(a.first().max(b.first()), a.last().max(b.last())).ok()
            }
            (Self::Pair(a, b), Moment::Appointment) => {
                let (a, b) = (a.span.from?.window(), b.span.from?.window());
                Window::new(a.first().max(b.first()), a.last().max(b.last())).ok()
            }
            (Self::Body(unit, kind), Moment::Formation | Moment::Election) => {
                formed(*unit, *kind, facts).map(PartialDate::window)
            }
            (Self::Act(act), Moment::Act) => {
                let act = facts.facts().acts.get(usize::try_from(*act).ok()?)?;
                act.day.map(PartialDate::window)
            }
            (Self::PersonPeriod(_, _, last) | Self::UnitPeriod(_, _, last), Moment::PeriodEnd) => {
                Some(Window::exact(*last))
            }
            _ => None,
        }
    }
}

/// The day the sitting body was formed: the latest one recorded.
pub(crate) fn formed(unit: UnitIdx, kind: BodyKind, facts: &Register) -> Option<PartialDate> {
    bodies(unit, kind, facts).filter_map(|body| body.formed).max()
}

/// The seats fixed for a body, by the row with the latest formation.
pub(crate) fn seats(unit: UnitIdx, kind: BodyKind, facts: &Register) -> Option<u32> {
    bodies(unit, kind, facts)
        .filter(|body| body.seats.is_some())
        .max_by_key(|body| body.formed)
        .and_then(|body| body.seats)
}

fn bodies(unit: UnitIdx, kind: BodyKind, facts: &Register) -> impl Iterator<Item = &crate::facts::Body> {
    facts.groups().bodies_of_unit.pick(unit.position(), &facts.facts().bodies).filter(move |body| body.kind == kind)
}

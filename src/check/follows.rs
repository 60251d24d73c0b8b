//! 先后与期限 — one act comes before or after another, within a window, or a walk goes through its stages in order.

use super::value::FromClause;
use super::{ActFact, At, Evidence, Missing, Moment, Node, PersonFact, Stop, Subject, Value, Watch};
use crate::facts::{Act, CaseIdx, Register};
use crate::vocab::{Key, List, PartialDate, Period, Possible, TrainingKind, Truth, Window};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 先后与期限 — what follows what.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Follows {
    /// Another act of the same case stands before or after the subject act.
    Beside {
        /// The other stage.
        stage: Key,
        /// Whether it stands before the subject act, or after it.
        side: Side,
        /// At least so long apart.
        at_least: Option<Value<Period>>,
        /// At most so long apart.
        at_most: Option<Value<Period>>,
        /// How the days between are counted.
        count: Value<DayCount>,
    },
    /// The subject seat's holder is trained within a time after taking the post.
    Trained {
        /// Trainings of these kinds count; all where empty.
        kinds: Vec<TrainingKind>,
        /// Within so long.
        at_most: Value<Period>,
    },
    /// The subject case goes through stages in order.
    Path(Vec<Stage>),
}

/// 前或后.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "one act is before or after another")]
pub enum Side {
    /// 之前.
    Before,
    /// 之后.
    After,
}

/// 天数算法 — whether "n days before" asks for n whole days between, or lets the event take place on the n-th day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "the two readings in use")]
pub enum DayCount {
    /// 整日: the event on day + n + 1 at the earliest.
    Clear,
    /// 含当日: the event on day + n at the earliest.
    Inclusive,
}

impl FromClause for DayCount {
    fn from_clause(words: &str) -> Option<Self> {
        match words.trim() {
            "clear" | "整日" => Some(Self::Clear),
            "inclusive" | "含当日" => Some(Self::Inclusive),
            _ => None,
        }
    }
}

/// 环节 — one stage of a walk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Stage {
    /// The stage.
    pub stage: Key,
    /// 可省略 — later stages do not wait for it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
    /// 最迟 — for cases that began by that day, done by that day, the day included.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::vocab::day_or_none")]
    pub by_day: Option<NaiveDate>,
    /// 最早 — not before that day.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::vocab::day_or_none")]
    pub not_before: Option<NaiveDate>,
}

impl Follows {
    pub(super) fn eval<W: Watch>(&self, at: At, subject: &Subject, facts: &Register, watch: &mut W) -> Possible {
        match self {
            Self::Beside { stage, side, at_least, at_most, count } => {
                let apart = Apart { at_least: at_least.as_ref(), at_most: at_most.as_ref(), count };
                beside(stage, *side, apart, at, subject, facts, watch)
            }
            Self::Trained { kinds, at_most } => trained(kinds, at_most, at, subject, facts, watch),
            Self::Path(stages) => path(stages, at, subject, facts, watch),
        }
    }
}

#[derive(Clone, Copy)]
struct Apart<'a> {
    at_least: Option<&'a Value<Period>>,
    at_most: Option<&'a Value<Period>>,
    count: &'a Value<DayCount>,
}

/// Acts of one stage of a case.
fn acts_of<'a>(case: CaseIdx, stage: &'a Key, facts: &'a Register) -> impl Iterator<Item = &'a Act> + Clone {
    facts.groups().acts_of_case.pick(case.position(), &facts.facts().acts).filter(move |act| act.stage == *stage)
}

fn beside<W: Watch>(
    stage: &Key,
    side: Side,
    apart: Apart<'_>,
    at: At,
    subject: &Subject,
    facts: &Register,
    watch: &mut W,
) -> Possible {
    let Subject::Act(act) = *subject else { return Possible::NOT_APPLICABLE };
    let Ok(position) = usize::try_from(act) else { return Possible::NOT_APPLICABLE };
    let (Some(case), Some(unit), Some(row)) =
        (facts.act_case(position), facts.act_unit(position), facts.facts().acts.get(position))
    else {
        return Possible::NOT_APPLICABLE;
    };
    let here = subject.moment(Moment::Act, at, facts);
    let at_least = apart.at_least.map(|value| value.get(at, Some(unit), facts, watch));
    let at_most = apart.at_most.map(|value| value.get(at, Some(unit), facts, watch));
    let clear = apart.count.get(at, Some(unit), facts, watch).map(|count| count == DayCount::Clear);
    let known = at.horizon;
    let complete = facts.case_complete(case, unit, known);
    let rows: Vec<&Act> = acts_of(case, stage, facts).collect();
    if at.bound == Moment::Act {
        let days = rows.iter().filter_map(|act| act.day).flat_map(|day| [day.first(), day.last()]);
        turns(side, [at_least.flatten(), at_most.flatten()], days.chain([known]), watch);
    }
    let mut truth = Truth::False;
    let mut shown: Option<&Act> = None;
    for other in &rows {
        let there = other.day.map(PartialDate::window);
        let (first, then) = if side == Side::Before { (there, here) } else { (here, there) };
        let one = stands(first, then, at_least, at_most, clear);
        if truth < one || shown.is_none() {
            shown = Some(other);
        }
        truth = truth.or(one);
    }
    // An act before its time is not the act that is waited for; a recorded act in its time is.
    let absent = rows.iter().all(|act| {
        let there = act.day.map(PartialDate::window);
        side == Side::After && here.zip(there).is_some_and(|(here, there)| there.is_before(here).is_true())
    });
    if absent && !complete {
        truth = Truth::Unknown;
    }
    if truth.is_unknown() {
        if absent {
            watch.missing(|| Missing::File { case, day: known });
        } else if rows.iter().any(|act| act.day.is_none_or(|day| day.exact().is_none())) {
            watch.missing(|| Missing::OfAct { fact: ActFact::Day, case, stage: stage.clone() });
        } else if here.is_none_or(|here| !here.is_exact()) {
            watch.missing(|| Missing::OfAct { fact: ActFact::Day, case, stage: row.stage.clone() });
        }
    }
    watch.leaf(truth, || {
        let other = Stop {
            stage: Some(stage.clone()),
            moment: None,
            day: shown.and_then(|act| act.day).map(PartialDate::window),
        };
        let this = Stop { stage: Some(row.stage.clone()), moment: None, day: here };
        let (first, then) = if side == Side::Before { (other, this) } else { (this, other) };
        let evidence = Evidence::Order {
            first,
            then,
            at_least: at_least.flatten(),
            at_most: at_most.flatten(),
            strict: false,
            clear,
        };
        (evidence, shown.into_iter().chain([row]).filter_map(|act| act.source.clone()).collect())
    });
    let due = here.zip(at_most.flatten()).map(|(here, most)| most.after_window(here));
    not_yet(truth, absent && side == Side::After, due, known, complete)
}

/// Tells the watch of the days on which the subject's own moment, while it moves, can pass one of these days.
fn turns<W: Watch>(side: Side, periods: [Option<Period>; 2], days: impl Iterator<Item = NaiveDate>, watch: &mut W) {
    for day in days {
        watch.change(day);
        watch.change(day.succ_opt().unwrap_or(day));
        for period in periods.into_iter().flatten() {
            if side == Side::After {
                super::watch::reaching(period, day, watch);
                super::watch::reaching(period, day.succ_opt().unwrap_or(day), watch);
            } else {
                let then = period.after(day);
                watch.change(then);
                watch.change(then.succ_opt().unwrap_or(then));
            }
        }
    }
}

/// An act that is not on record and not yet due breaches nothing.
fn not_yet(truth: Truth, absent: bool, due: Option<Window>, known: NaiveDate, complete: bool) -> Possible {
    if absent && due.is_some_and(|due| known <= due.first()) {
        return if complete { Possible::NOT_APPLICABLE } else { Possible::SATISFIED.union(Possible::NOT_APPLICABLE) };
    }
    Possible::from_truth(truth)
}

/// Whether two moments stand as far apart as asked.
fn stands(
    first: Option<Window>,
    then: Option<Window>,
    at_least: Option<Option<Period>>,
    at_most: Option<Option<Period>>,
    clear: Option<bool>,
) -> Truth {
    let (Some(first), Some(then)) = (first, then) else { return Truth::Unknown };
    let mut truth = first.is_on_or_before(then);
    if let Some(least) = at_least {
        let enough = |least: Period| {
            let earliest = least.after_window(first);
            match clear {
                Some(true) => earliest.is_before(then),
                Some(false) => earliest.is_on_or_before(then),
                None => earliest.is_before(then).union(earliest.is_on_or_before(then)),
            }
        };
        truth = truth.and(least.map_or(Truth::Unknown, enough));
    }
    if let Some(most) = at_most {
        truth = truth.and(most.map_or(Truth::Unknown, |most| then.is_on_or_before(most.after_window(first))));
    }
    truth
}

fn trained<W: Watch>(
    kinds: &[TrainingKind],
    at_most: &Value<Period>,
    at: At,
    subject: &Subject,
    facts: &Register,
    watch: &mut W,
) -> Possible {
    let Subject::Seat(seat) = subject else { return Possible::NOT_APPLICABLE };
    let period = at_most.get(at, Some(seat.unit), facts, watch);
    let from = subject.moment(Moment::Appointment, at, facts);
    let due = period.zip(from).map(|(period, from)| period.after_window(from));
    if at.bound == Moment::Appointment {
        let rows = facts.groups().trainings.pick(seat.person.position(), &facts.facts().trainings);
        let days = rows.flat_map(|row| [row.day.first(), row.day.last()]);
        turns(Side::After, [period, None], days.chain([at.horizon]), watch);
    }
    let mut truth = Truth::False;
    let mut shown = None;
    for row in facts.groups().trainings.pick(seat.person.position(), &facts.facts().trainings) {
        let kind = match row.kind {
            _ if kinds.is_empty() => Truth::True,
            Some(kind) => Truth::from(kinds.contains(&kind)),
            None => Truth::Unknown,
        };
        let day = row.day.window();
        let one = match (from, due) {
            (Some(from), Some(due)) => kind.and(from.is_on_or_before(day)).and(day.is_on_or_before(due)),
            _ => Truth::Unknown,
        };
        if truth < one || shown.is_none() {
            shown = Some(row);
        }
        truth = truth.or(one);
    }
    let person = seat.person;
    let complete = facts.person_complete(List::Training, person, at.horizon);
    if !truth.is_true() && !complete {
        truth = truth.or(Truth::Unknown);
    }
    if truth.is_unknown() {
        if from.is_none_or(|from| !from.is_exact()) {
            watch.missing(|| Missing::OfPerson { fact: PersonFact::PostBegan, person });
        }
        if !complete {
            watch.missing(|| Missing::ListOfPerson { list: List::Training, circle: None, person, day: at.horizon });
        }
    }
    watch.leaf(truth, || {
        let first = Stop { stage: None, moment: Some(Moment::Appointment), day: from };
        let then = Stop { stage: None, moment: None, day: shown.map(|row| row.day.window()) };
        let evidence = Evidence::Order { first, then, at_least: None, at_most: period, strict: false, clear: None };
        (evidence, shown.and_then(|row| row.source.clone()).into_iter().collect())
    });
    not_yet(truth, !truth.is_true(), due, at.horizon, complete)
}

fn path<W: Watch>(stages: &[Stage], at: At, subject: &Subject, facts: &Register, watch: &mut W) -> Possible {
    let Subject::Case(case) = *subject else { return Possible::NOT_APPLICABLE };
    let Some(unit) = subject.unit(facts) else { return Possible::NOT_APPLICABLE };
    let walk = Walk { case, complete: facts.case_complete(case, unit, at.horizon), at, facts };
    watch.enter(Node::All);
    let mut truth = Truth::True;
    let mut before: Option<&Stage> = None;
    for stage in stages {
        let here = walk.first(&stage.stage);
        if let (Some(here), Some(before)) = (here, before) {
            truth = truth.and(walk.order(&before.stage, here, watch));
        }
        truth = truth.and(walk.dates(stage, here, watch));
        if W::BRIEF && truth.is_false() {
            break;
        }
        // An optional stage that was not taken lets the next one follow the one before it.
        if !stage.optional || here.is_some() {
            before = Some(stage);
        }
    }
    watch.leave(Possible::from_truth(truth));
    Possible::from_truth(truth)
}

/// A case and what is recorded of its stages.
#[derive(Clone, Copy)]
struct Walk<'a> {
    case: CaseIdx,
    complete: bool,
    at: At,
    facts: &'a Register,
}

impl<'a> Walk<'a> {
    /// The act by which a stage was first reached: the earliest, undated ones last.
    fn first(self, stage: &Key) -> Option<&'a Act> {
        let acts = self.facts.groups().acts_of_case.pick(self.case.position(), &self.facts.facts().acts);
        acts.filter(|act| act.stage == *stage).min_by_key(|act| (act.day.is_none(), act.day, act.order))
    }

    /// Whether the stage before stands on record, no later than this one.
    fn order<W: Watch>(self, before: &Key, here: &Act, watch: &mut W) -> Truth {
        let earlier = self.first(before);
        let truth = match earlier {
            None if self.complete => Truth::False,
            None => Truth::Unknown,
            Some(earlier) => match (earlier.day, here.day) {
                (Some(first), Some(then)) => {
                    Self::same_day(earlier, here, first.window().is_on_or_before(then.window()))
                }
                _ => Truth::Unknown,
            },
        };
        if truth.is_unknown() {
            match earlier {
                None => watch.missing(|| Missing::File { case: self.case, day: self.at.horizon }),
                Some(_) => {
                    for (stage, day) in [(before, earlier.and_then(|act| act.day)), (&here.stage, here.day)] {
                        if day.is_none_or(|day| day.exact().is_none()) {
                            watch.missing(|| Missing::OfAct {
                                fact: ActFact::Day,
                                case: self.case,
                                stage: stage.clone(),
                            });
                        }
                    }
                }
            }
        }
        watch.leaf(truth, || {
            let stop = |stage: &Key, day: Option<PartialDate>| Stop {
                stage: Some(stage.clone()),
                moment: None,
                day: day.map(PartialDate::window),
            };
            let evidence = Evidence::Order {
                first: stop(before, earlier.and_then(|act| act.day)),
                then: stop(&here.stage, here.day),
                at_least: None,
                at_most: None,
                strict: false,
                clear: None,
            };
            (evidence, earlier.into_iter().chain([here]).filter_map(|act| act.source.clone()).collect())
        });
        truth
    }

    /// Two stages on one exact day are in order unless the recorded order within the day says otherwise.
    fn same_day(earlier: &Act, here: &Act, truth: Truth) -> Truth {
        let one_day = earlier
            .day
            .and_then(PartialDate::exact)
            .is_some_and(|day| here.day.and_then(PartialDate::exact) == Some(day));
        match (one_day, earlier.order, here.order) {
            (true, Some(first), Some(then)) => Truth::from(first <= then),
            _ => truth,
        }
    }

    /// Whether the stage keeps the days set for it.
    fn dates<W: Watch>(self, stage: &Stage, here: Option<&Act>, watch: &mut W) -> Truth {
        let mut truth = Truth::True;
        if let Some(by_day) = stage.by_day {
            truth = truth.and(match here {
                Some(act) => {
                    let in_time =
                        act.day.map_or(Truth::Unknown, |day| day.window().is_on_or_before(Window::exact(by_day)));
                    in_time.or(!self.began_by(by_day))
                }
                None if self.at.horizon <= by_day => Truth::True,
                None => (!self.began_by(by_day)).or(if self.complete { Truth::False } else { Truth::Unknown }),
            });
        }
        if let (Some(not_before), Some(act)) = (stage.not_before, here) {
            truth = truth
                .and(act.day.map_or(Truth::Unknown, |day| Window::exact(not_before).is_on_or_before(day.window())));
        }
        if stage.by_day.is_some() || (stage.not_before.is_some() && here.is_some()) {
            if truth.is_unknown() {
                match here {
                    Some(_) => watch.missing(|| Missing::OfAct {
                        fact: ActFact::Day,
                        case: self.case,
                        stage: stage.stage.clone(),
                    }),
                    None => watch.missing(|| Missing::File { case: self.case, day: self.at.horizon }),
                }
            }
            watch.leaf(truth, || {
                let day = here.and_then(|act| act.day).map(PartialDate::window);
                let stop = Stop { stage: Some(stage.stage.clone()), moment: None, day };
                let evidence = Evidence::By { stop, no_later: stage.by_day, no_earlier: stage.not_before };
                (evidence, here.and_then(|act| act.source.clone()).into_iter().collect())
            });
        }
        truth
    }

    /// Whether the case began by a day: the first round of a plan. A later round has no deadline of the first.
    fn began_by(self, day: NaiveDate) -> Truth {
        let acts = self.facts.groups().acts_of_case.pick(self.case.position(), &self.facts.facts().acts);
        let mut truth = if self.complete { Truth::False } else { Truth::Unknown };
        for act in acts {
            let by = act.day.map_or(Truth::Unknown, |recorded| recorded.window().is_on_or_before(Window::exact(day)));
            truth = truth.or(by);
        }
        truth
    }
}

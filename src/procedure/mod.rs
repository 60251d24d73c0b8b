//! 程序 — the two walks whose order no profile may change, as types: a step exists only on the stage it may follow, consumes
//! it, and gives it back with the reasons when the rules find fault. Each step replays the case, so that types and replay
//! never disagree; acts in any order, side exits and repetitions are what [`replay`](crate::review::Review::replay) is for.
//!
//! A procedure adds acts of its own case and nothing else: no seat, no membership and no pay is ever changed by it.
//!
//! ```
//! use grassroots::procedure::{Done, FullTimePost, Refused};
//! use grassroots::{facts::Facts, rulebook::{Profile, Rulebook}, vocab::{CaseId, UnitId, parse_day}};
//!
//! let set = "name = { zh = \"镇\", en = \"town\" }\n[set]\nplan-effective = \"2022-09-01\"\n";
//! let rules = Rulebook::builtin()?.with(&Profile::jiujiang()?)?.with(&Profile::toml(set)?)?;
//! let facts = Facts::from_json(br#"{ "units": [{ "id": "C", "kind": "cooperative" }] }"#)?;
//! let done = |day: &str, actor: &str| Done::new(parse_day(day).expect("a day"), actor).expect("a word");
//!
//! fn says<P: std::fmt::Debug>(refused: Box<Refused<P>>) -> String { refused.en }
//!
//! let (case, unit) = (CaseId::parse("E1")?, UnitId::parse("C")?);
//! let enrolled = FullTimePost::enroll(&rules, facts, case, unit, done("2022-10-08", "public-service-center")).map_err(says)?;
//! let recommended = enrolled.recommend(done("2022-11-01", "village-party-organization")).map_err(says)?;
//! let Refused { kept: recommended, .. } = *recommended.decide(done("2022-12-05", "town-leader")).unwrap_err();
//! let decided = recommended.decide(done("2022-12-05", "town-party-committee")).map_err(says)?;
//! let fixed = decided.fix_post(done("2022-12-20", "town-government")).map_err(says)?;
//! let paid = fixed.pay(done("2023-01-15", "village-committee")).map_err(says)?;
//! assert_eq!(paid.facts().acts.len(), 5);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A stage that is not reached has no such step:
//!
//! ```compile_fail
//! # use grassroots::procedure::{Done, FullTimePost, Recommended};
//! fn skip(post: FullTimePost<'_, Recommended>, done: Done) {
//!     let _ = post.fix_post(done); // nobody has decided yet
//! }
//! ```
//!
//! ```compile_fail
//! # use grassroots::procedure::{Deliberation, Convened, Done};
//! fn skip(meeting: Deliberation<'_, Convened>, done: Done) {
//!     let _ = meeting.vote(done); // nobody has counted who is present
//! }
//! ```

mod deliberation;
mod full_time_post;

pub use deliberation::{Convened, Decided, Deliberation, Disclosed, Quorate};
pub use full_time_post::{Approved, Enrolled, FullTimePost, NotApproved, Paid, PostFixed, Recommended};

use crate::facts::{Act, Count, Facts, Register};
use crate::report::Style;
use crate::review::Severity;
use crate::rulebook::{ProvisionId, Rulebook};
use crate::vocab::{ActId, CaseId, Key, KeyError, Lang, PartialDate, PersonId, Truth, UnitId};
use chrono::NaiveDate;
use std::marker::PhantomData;

/// 办理内容 — what is recorded of a step: the day, who acted, and what was counted or filed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Done {
    /// 日期.
    pub day: NaiveDate,
    /// 主体.
    pub actor: Key,
    /// 事项类别.
    pub matter: Option<Key>,
    /// 涉及人员.
    pub about: Option<PersonId>,
    /// 人数.
    pub counts: Vec<Count>,
    /// 材料.
    pub items: Vec<Key>,
}

impl Done {
    /// A step on a day, by a body or an office.
    ///
    /// # Errors
    ///
    /// [`KeyError`] when the actor is no key.
    pub fn new(day: NaiveDate, actor: &str) -> Result<Self, KeyError> {
        let actor = Key::new(actor)?;
        Ok(Self { day, actor, matter: None, about: None, counts: Vec::new(), items: Vec::new() })
    }
}

/// 退回 — a step the rules find fault with: the procedure as it was, and why.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{en}")]
#[non_exhaustive]
pub struct Refused<P: std::fmt::Debug> {
    /// The procedure before the step.
    pub kept: P,
    /// Whether the stage before it stands on record.
    pub in_order: Truth,
    /// The provisions that find fault, and how.
    pub faults: Vec<(ProvisionId, Severity)>,
    /// 说明 — the replay of the case with the step, in Chinese.
    pub zh: String,
    /// The same in English.
    pub en: String,
}

/// A case on a walk, its stage a type.
#[derive(Debug, Clone)]
struct Procedure<'r, S> {
    rules: &'r Rulebook,
    walk: &'static str,
    facts: Facts,
    case: CaseId,
    unit: UnitId,
    stage: PhantomData<S>,
}

impl<'r, S> Procedure<'r, S> {
    fn new(rules: &'r Rulebook, walk: &'static str, facts: Facts, case: CaseId, unit: UnitId) -> Self {
        Self { rules, walk, facts, case, unit, stage: PhantomData }
    }

    /// The case with one more act, or what the rules find.
    fn step<N>(self, stage: &'static str, done: Done) -> Result<Procedure<'r, N>, Box<(Self, Fault)>> {
        let mut facts = self.facts.clone();
        let number = facts.acts.len();
        let (Ok(id), Ok(key)) = (ActId::parse(&format!("{}.{number}", self.case)), Key::new(stage)) else {
            return Err(Box::new((self, Fault::unrecorded())));
        };
        let mut act = Act::new(id.clone(), self.case.clone(), self.unit.clone(), key);
        act.day = PartialDate::try_from(done.day).ok();
        act.order = u32::try_from(number).ok();
        act.actor = Some(done.actor);
        (act.matter, act.about, act.counts, act.items) = (done.matter, done.about, done.counts, done.items);
        facts.acts.push(act);
        match fault(self.rules, self.walk, &facts, &self.case, &id, done.day) {
            Some(fault) => Err(Box::new((self, fault))),
            None => Ok(Procedure::new(self.rules, self.walk, facts, self.case, self.unit)),
        }
    }
}

/// What the rules find in a step.
struct Fault {
    in_order: Truth,
    faults: Vec<(ProvisionId, Severity)>,
    zh: String,
    en: String,
}

impl Fault {
    fn unrecorded() -> Self {
        Self {
            in_order: Truth::Unknown,
            faults: Vec::new(),
            zh: "该步骤无法记录".to_owned(),
            en: "the step cannot be recorded".to_owned(),
        }
    }

    fn with<P: std::fmt::Debug>(self, kept: P) -> Refused<P> {
        Refused { kept, in_order: self.in_order, faults: self.faults, zh: self.zh, en: self.en }
    }
}

/// Replays the case with its newest act: a stage out of order, or a provision breached by the act or by the case.
fn fault(rules: &Rulebook, walk: &str, facts: &Facts, case: &CaseId, newest: &ActId, day: NaiveDate) -> Option<Fault> {
    let register = Register::build(facts.clone()).register;
    let review = rules.review(&register, day).ok()?;
    let Some(progress) = Key::new(walk).ok().and_then(|walk| review.replay(&walk, case)) else {
        return Some(Fault::unrecorded());
    };
    let is_newest = |step: &&crate::review::Step<'_>| step.act.key(&register) == newest.as_str();
    let Some(step) = progress.steps.iter().find(is_newest) else { return Some(Fault::unrecorded()) };
    let faults: Vec<(ProvisionId, Severity)> = step
        .answers
        .iter()
        .chain(&progress.answers)
        .map(|answer| (answer.provision.id.clone(), answer.severity()))
        .filter(|(_, severity)| matches!(severity, Severity::Breach | Severity::Reminder))
        .collect();
    if !step.in_order.is_false() && faults.is_empty() {
        return None;
    }
    let words = |lang| progress.in_words(&review, &Style::new(lang));
    Some(Fault { in_order: step.in_order, faults, zh: words(Lang::Zh), en: words(Lang::En) })
}

/// The parts every typed procedure has: its facts, its case, and its steps.
macro_rules! procedure {
    ($(#[$meta:meta])* $name:ident on $walk:literal begins $begin:ident($first:literal) -> $start:ident {
        $($(#[$vmeta:meta])* $from:ident: $step:ident($stage:literal) -> $to:ident;)+
    } stages { $($(#[$smeta:meta])* $marker:ident,)+ }) => {
        $(
            $(#[$smeta])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            #[non_exhaustive]
            pub struct $marker;
        )+

        $(#[$meta])*
        #[derive(Debug, Clone)]
        pub struct $name<'r, S>($crate::procedure::Procedure<'r, S>);

        impl<'r, S> $name<'r, S> {
            /// The facts, the acts of the procedure among them: what a town stores.
            pub fn facts(&self) -> &$crate::facts::Facts {
                &self.0.facts
            }

            /// The case.
            pub fn case(&self) -> &$crate::vocab::CaseId {
                &self.0.case
            }
        }

        impl<'r> $name<'r, $start> {
            /// The first step.
            ///
            /// # Errors
            ///
            /// The facts as they were, with what the rules find.
            pub fn $begin(
                rules: &'r $crate::rulebook::Rulebook,
                facts: $crate::facts::Facts,
                case: $crate::vocab::CaseId,
                unit: $crate::vocab::UnitId,
                done: $crate::procedure::Done,
            ) -> Result<Self, Box<$crate::procedure::Refused<$crate::facts::Facts>>> {
                let begun = $crate::procedure::Procedure::<()>::new(rules, $walk, facts, case, unit);
                begun.step($first, done).map(Self).map_err(|refused| {
                    let (kept, fault) = *refused;
                    Box::new(fault.with(kept.facts))
                })
            }
        }

        $(
            impl<'r> $name<'r, $from> {
                $(#[$vmeta])*
                ///
                /// # Errors
                ///
                /// The procedure as it was, with what the rules find.
                pub fn $step(
                    self,
                    done: $crate::procedure::Done,
                ) -> Result<$name<'r, $to>, Box<$crate::procedure::Refused<Self>>> {
                    self.0.step($stage, done).map($name).map_err(|refused| {
                        let (kept, fault) = *refused;
                        Box::new(fault.with(Self(kept)))
                    })
                }
            }
        )+
    };
}
use procedure;

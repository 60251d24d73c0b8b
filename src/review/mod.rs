//! 审查 — a rulebook over a register on a day: findings, answers with their reasons, eligibility, timelines, and what is
//! missing.

mod alone;
mod answer;
mod eligibility;
mod judge;
mod missing;
mod outcome;
mod prepare;
mod replay;
mod subjects;
mod timeline;

pub(crate) use alone::Alone;
pub(crate) use answer::gather;
pub use answer::{Answer, Line, Reason, Severity};
pub use eligibility::{Eligibility, QuestionError};
pub use missing::Gap;
pub use outcome::{Ballots, Because, Candidate, Contest, Outcome, count_ballots};
pub use replay::{Conflict, Next, Progress, Step};
pub use timeline::{Standing, Stretch, Timeline};

use crate::check::{Missing, Silent, Subject};
use crate::facts::Register;
use crate::rulebook::{Modality, Provision, ProvisionId, Rulebook};
use crate::vocab::{DateError, Level, List, Possible};
use chrono::NaiveDate;
use judge::{Judge, Said, Tag};
use prepare::Prepared;
use std::collections::{BTreeMap, BTreeSet};
use subjects::Field;

/// How many months back a review looks for closed periods: the year before the day.
const MONTHS_BACK: u32 = 12;

/// 审查结论 — one level's answer about one subject that is not simply clear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Finding {
    provision: u32,
    /// The subject.
    pub subject: Subject,
    /// The level that says it.
    pub level: Level,
    /// The results still possible; a breach is among them.
    pub possible: Possible,
    /// How strongly it is asked.
    pub modality: Modality,
}

impl Finding {
    /// How the finding is shown.
    pub fn severity(&self) -> Severity {
        Severity::of(self.possible, self.modality)
    }
}

/// 审查统计 — how the answers of one provision came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Tally {
    /// Subjects asked about.
    pub subjects: usize,
    /// Answers that are satisfied, excepted, or breached and only remarked on.
    pub clear: usize,
    /// 不符合.
    pub breaches: usize,
    /// 提醒.
    pub reminders: usize,
    /// 待核实.
    pub unsettled: usize,
    /// 备注.
    pub remarks: usize,
}

/// 审查 — the rules over a register on a day.
#[derive(Debug)]
pub struct Review<'a> {
    rules: &'a Rulebook,
    facts: &'a Register,
    day: NaiveDate,
    prepared: Vec<Prepared<'a>>,
    findings: Vec<Finding>,
    tallies: Vec<Tally>,
    unexamined: BTreeMap<u32, BTreeSet<List>>,
}

impl Rulebook {
    /// Reviews a register on a day: every provision, every subject.
    ///
    /// # Errors
    ///
    /// [`DateError`] when the day is outside the calendar of the library.
    pub fn review<'a>(&'a self, register: &'a Register, day: NaiveDate) -> Result<Review<'a>, DateError> {
        crate::vocab::PartialDate::try_from(day)?;
        let mut review = Review {
            rules: self,
            facts: register,
            day,
            prepared: Prepared::all(self),
            findings: Vec::new(),
            tallies: Vec::new(),
            unexamined: BTreeMap::new(),
        };
        review.sweep();
        Ok(review)
    }
}

impl<'a> Review<'a> {
    fn sweep(&mut self) {
        let field = Field::new(self.facts, self.day, MONTHS_BACK);
        for (position, prepared) in self.prepared.iter().enumerate() {
            let provision = u32::try_from(position).unwrap_or(u32::MAX);
            let mut tally = Tally::default();
            let first = self.findings.len();
            field.each(prepared, &mut |subject| {
                let mut judge = Judge { facts: self.facts, horizon: self.day, moving: false, tag: |_: Tag| {} };
                let lines = judge.lines(prepared, &subject, self.day, &mut Silent);
                tally.subjects = tally.subjects.saturating_add(1);
                for (level, said) in lines.iter() {
                    let severity = Severity::of(said.possible, said.modality);
                    let slot = match severity {
                        Severity::Breach => &mut tally.breaches,
                        Severity::Reminder => &mut tally.reminders,
                        Severity::Unsettled => &mut tally.unsettled,
                        Severity::Remark => &mut tally.remarks,
                        Severity::Clear => &mut tally.clear,
                    };
                    *slot = slot.saturating_add(1);
                    if severity != Severity::Clear {
                        let Said { possible, modality, .. } = said;
                        self.findings.push(Finding { provision, subject, level, possible, modality });
                    }
                }
            });
            if let Some(found) = self.findings.get_mut(first..) {
                found.sort_unstable();
            }
            self.tallies.push(tally);
        }
        self.find_unexamined();
    }

    /// Provisions whose every open answer wants a list nobody supplied.
    fn find_unexamined(&mut self) {
        let absent: BTreeSet<List> = List::ALL.iter().copied().filter(|list| !supplied(self.facts, *list)).collect();
        let mut unexamined: BTreeMap<u32, BTreeSet<List>> = BTreeMap::new();
        for (position, (prepared, tally)) in self.prepared.iter().zip(&self.tallies).enumerate() {
            let Ok(provision) = u32::try_from(position) else { continue };
            if tally.subjects == 0 {
                let wanted = scope_list(prepared);
                if absent.contains(&wanted) {
                    unexamined.insert(provision, BTreeSet::from([wanted]));
                }
                continue;
            }
            if tally.unsettled == 0 || 0 < tally.breaches.saturating_add(tally.reminders) {
                continue;
            }
            let first = self
                .findings
                .iter()
                .find(|finding| finding.provision == provision && finding.severity() == Severity::Unsettled);
            let Some(answer) = first.map(|finding| self.answer(finding)) else { continue };
            let wanted: BTreeSet<List> =
                answer.missing().into_iter().filter_map(list_of).filter(|list| absent.contains(list)).collect();
            if !wanted.is_empty() {
                unexamined.insert(provision, wanted);
            }
        }
        self.unexamined = unexamined;
    }

    /// The day of the review.
    pub fn day(&self) -> NaiveDate {
        self.day
    }

    /// The rules.
    pub fn rules(&self) -> &'a Rulebook {
        self.rules
    }

    /// The register.
    pub fn register(&self) -> &'a Register {
        self.facts
    }

    /// What is not simply clear, by provision and subject: breaches, reminders, what is open, remarks.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The provision of a finding.
    pub fn provision(&self, finding: &Finding) -> Option<&'a Provision> {
        self.prepared_at(finding.provision).map(|prepared| prepared.provision)
    }

    /// Each provision with how its answers came out.
    pub fn tallies(&self) -> impl Iterator<Item = (&'a Provision, Tally)> {
        self.prepared.iter().map(|prepared| prepared.provision).zip(self.tallies.iter().copied())
    }

    /// 未审查 — provisions that could not be examined, and the lists nobody supplied.
    pub fn unexamined(&self) -> impl Iterator<Item = (&'a Provision, &BTreeSet<List>)> {
        self.unexamined.iter().filter_map(|(position, lists)| Some((self.prepared_at(*position)?.provision, lists)))
    }

    /// Whether the provision of a finding could not be examined for want of a list.
    pub fn is_unexamined(&self, finding: &Finding) -> bool {
        self.unexamined.contains_key(&finding.provision)
    }

    /// The answer behind a finding, with its derivation.
    ///
    /// A finding of another review gives the answer of this one about the same provision and subject.
    pub fn answer(&self, finding: &Finding) -> Answer<'a> {
        match self.prepared_at(finding.provision) {
            Some(prepared) => self.answer_of(prepared, &finding.subject),
            // INVARIANT: findings come from reviews, and a review has at least the provision of its finding.
            None => unanswerable(self, finding),
        }
    }

    /// What a provision says about a subject; `None` when the rulebook has no such provision.
    pub fn ask(&self, provision: &ProvisionId, subject: &Subject) -> Option<Answer<'a>> {
        self.prepared_of(provision).map(|prepared| self.answer_of(prepared, subject))
    }

    /// Every subject of a provision in this register, in order.
    pub fn subjects(&self, provision: &ProvisionId) -> Vec<Subject> {
        let mut subjects = Vec::new();
        if let Some(prepared) = self.prepared_of(provision) {
            Field::new(self.facts, self.day, MONTHS_BACK).each(prepared, &mut |subject| subjects.push(subject));
        }
        subjects.sort_unstable();
        subjects
    }

    fn answer_of(&self, prepared: &Prepared<'a>, subject: &Subject) -> Answer<'a> {
        answer::answer(prepared, subject, self.facts, self.day, self.day, false, self.rules)
    }

    fn prepared_at(&self, position: u32) -> Option<&Prepared<'a>> {
        self.prepared.get(usize::try_from(position).ok()?)
    }

    fn prepared_of(&self, id: &ProvisionId) -> Option<&Prepared<'a>> {
        let found = self.prepared.binary_search_by(|prepared| prepared.provision.id.cmp(id)).ok()?;
        self.prepared.get(found)
    }
}

fn unanswerable<'a>(review: &Review<'a>, finding: &Finding) -> Answer<'a> {
    let provision = review.prepared.first().map(|prepared| prepared.provision);
    #[expect(clippy::expect_used, reason = "a finding exists only where a provision does")]
    let provision = provision.expect("a review with findings has provisions");
    Answer { provision, subject: finding.subject, day: review.day, lines: Vec::new() }
}

/// Whether a list has any row, or anybody said anything about its completeness.
fn supplied(register: &Register, list: List) -> bool {
    let facts = register.facts();
    let has_rows = match list {
        List::Roster => !facts.holdings.is_empty(),
        List::Units => !facts.units.is_empty(),
        List::Links => !facts.links.is_empty(),
        List::Members => !facts.memberships.is_empty(),
        List::Households => !facts.household_members.is_empty(),
        List::Kin => !facts.kin.is_empty(),
        List::PartyMembers => !facts.party_memberships.is_empty(),
        List::PartySanctions | List::AdministrativeSanctions | List::Convictions | List::Determinations => {
            facts.records.iter().any(|row| row.kind.list() == list)
        }
        List::Capacity | List::Statuses => facts.statuses.iter().any(|row| row.kind.list() == list),
        List::Bodies => !facts.bodies.is_empty(),
        List::UnitFacts => {
            !facts.unit_traits.is_empty() || !facts.unit_numbers.is_empty() || !facts.registered_names.is_empty()
        }
        List::Acts => !facts.acts.is_empty(),
        List::Appraisals => !facts.appraisals.is_empty(),
        List::Training => !facts.trainings.is_empty(),
        List::Enrollment => !facts.enrollments.is_empty(),
        List::Charter => !facts.clauses.is_empty(),
        List::Candidacies => !facts.candidacies.is_empty(),
    };
    has_rows || register.speaks_of(list)
}

/// The list in which the subjects of a provision would stand.
fn scope_list(prepared: &Prepared<'_>) -> List {
    use crate::rulebook::Scope;
    match &prepared.provision.applies_to {
        Scope::Act { .. } | Scope::Case { .. } => List::Acts,
        Scope::Unit { .. } | Scope::UnitPeriod { .. } => List::Units,
        Scope::PartyMemberPeriod {} => List::PartyMembers,
        Scope::Seat { holders: false, .. } => List::Candidacies,
        Scope::Seat { .. } | Scope::Pair { .. } | Scope::Body { .. } | Scope::Person { .. } => List::Roster,
    }
}

/// The list a gap belongs to.
fn list_of(missing: &Missing) -> Option<List> {
    use crate::vocab::Base;
    match missing {
        Missing::ListOfPerson { list, .. } | Missing::ListOfUnit { list, .. } => Some(*list),
        Missing::File { .. } | Missing::OfAct { .. } => Some(List::Acts),
        Missing::OfBase { base: Base::CapableMembers, .. } => Some(List::Members),
        Missing::OfBase { base: Base::Households | Base::GroupHouseholds, .. } => Some(List::Households),
        Missing::OfBase { base: Base::FullMembers | Base::AllPartyMembers, .. } => Some(List::PartyMembers),
        Missing::Clause { .. } => Some(List::Charter),
        Missing::OfBase { .. }
        | Missing::OfPerson { .. }
        | Missing::Column { .. }
        | Missing::OfBody { .. }
        | Missing::OfUnit { .. }
        | Missing::Parameter { .. }
        | Missing::Edition { .. } => None,
    }
}

//! 场地 — the units of a generated town with what each holds, and the choice of those no edit has touched yet.

use super::rng::Rng;
use crate::vocab::{ActId, CaseId, PersonId, PostKind, UnitId, UnitKind};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// 经济社 — a cooperative and its people.
#[derive(Debug, Clone)]
pub(super) struct Coop {
    pub(super) unit: UnitId,
    pub(super) village: UnitId,
    /// The branch that serves it.
    pub(super) branch: UnitId,
    /// Whether the branch is its own; a joint branch belongs to the first of its cooperatives.
    pub(super) leads: bool,
    /// Where the branch posts are held.
    pub(super) seat: UnitId,
    /// Directors with their posts, the chair first; no two of one household.
    pub(super) board: Vec<(PersonId, PostKind)>,
    pub(super) formed: NaiveDate,
    pub(super) supervisors: Vec<PersonId>,
    pub(super) finance: PersonId,
    pub(super) accountant: PersonId,
    /// The branch secretary, who holds no other post; none where the branch is another's.
    pub(super) secretary: Option<PersonId>,
    pub(super) appointed: NaiveDate,
    /// The deputy secretary and the member of the branch committee; nobody where the branch is another's.
    pub(super) branch_members: Vec<PersonId>,
    /// Party members without a post.
    pub(super) party: Vec<PersonId>,
    /// Adults without a post or a Party membership.
    pub(super) spare: Vec<PersonId>,
    /// Members with full civil capacity, since before the law.
    pub(super) capable: u32,
    pub(super) assemblies: Vec<CaseId>,
    pub(super) meetings: Vec<CaseId>,
    /// Cases that publish finance, by quarter.
    pub(super) finances: Vec<(NaiveDate, NaiveDate, CaseId)>,
    /// A resolution of the representatives.
    pub(super) delegates: CaseId,
    /// The election of the branch committee.
    pub(super) election: CaseId,
    /// Cases of the branch's members' meetings, by quarter.
    pub(super) branch_meetings: Vec<(NaiveDate, NaiveDate, CaseId)>,
    /// Registered before the law, under a name of the old style.
    pub(super) old_name: bool,
    /// The case of a registered change.
    pub(super) registration: CaseId,
}

/// 村（社区）— a village or community and its people.
#[derive(Debug, Clone)]
pub(super) struct Village {
    pub(super) unit: UnitId,
    pub(super) kind: UnitKind,
    /// The committee, the director first, who is the Party secretary too; no two of one household.
    pub(super) committee: Vec<(PersonId, PostKind)>,
    pub(super) formed: NaiveDate,
    /// Members of the village Party leadership besides the secretary.
    pub(super) party: Vec<PersonId>,
    /// The supervision committee, its head first.
    pub(super) supervisors: Vec<(PersonId, PostKind)>,
    /// Who heads the one group that has a head on record.
    pub(super) group_head: Option<PersonId>,
    /// Adults without a post.
    pub(super) men: Vec<PersonId>,
    pub(super) women: Vec<PersonId>,
    pub(super) candidates: Vec<(PersonId, PostKind, NaiveDate)>,
    /// Publications under the law of 2026: act, case, day.
    pub(super) publications: Vec<(ActId, CaseId, NaiveDate)>,
    /// The case of the new committee and its hand-over.
    pub(super) change: CaseId,
    pub(super) full_time: Vec<FullTime>,
    /// The village-level cooperative, of which the secretary is the chair.
    pub(super) league: UnitId,
    /// The Party organization: a general branch, or a Party committee.
    pub(super) party_unit: UnitId,
    pub(super) is_committee: bool,
    pub(super) center: UnitId,
    /// A villagers' group without a cooperative.
    pub(super) group: UnitId,
    /// A meeting of everybody, and one of the representatives.
    pub(super) meetings: (CaseId, CaseId),
    /// A by-election of the year, and who elects.
    pub(super) election: (CaseId, &'static str),
    /// Candidates who stand besides, for what is asked of candidates alone.
    pub(super) listed: Vec<(PersonId, PostKind, NaiveDate)>,
    /// The case in which pay was set.
    pub(super) pay: CaseId,
    /// A full-time post for what is asked of pay.
    pub(super) paid: Option<FullTime>,
}

/// 专职岗 — a holder of a full-time post, and the case by which it was given.
#[derive(Debug, Clone)]
pub(super) struct FullTime {
    pub(super) person: PersonId,
    pub(super) case: CaseId,
    pub(super) first_round: bool,
    pub(super) from: NaiveDate,
}

/// 部位 — a part of a unit; edits of different parts do not meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// The people of the board, its supervisors and staff.
    Officers,
    /// The board as a body.
    Body,
    /// The branch secretary.
    Secretary,
    /// The unit above.
    Chain,
    /// The branch that serves.
    Links,
    /// An assembly.
    Assembly(usize),
    /// A meeting of the board with its resolution.
    Meeting(usize),
    /// The publications of finance.
    Finance,
    /// The members' meetings of the branch.
    BranchMeetings,
    /// A Party member without a post.
    Party(usize),
    /// The representatives of a village.
    Representatives,
    /// Kin on the committee: its second and third member.
    Kin,
    /// Secretary and director.
    Together,
    /// A member of the committee, from the fourth on.
    Member(usize),
    /// A candidate.
    Candidate(usize),
    /// A publication of village affairs.
    Publication(usize),
    /// The hand-over.
    HandOver,
    /// A full-time post.
    FullTime(usize),
    /// A member of the village Party leadership, from the second on.
    Leader(usize),
    /// An act of the election: the vote, the first count, the second count.
    Election(usize),
    /// A meeting of a village: the vote of everybody, the attendance of the representatives, their vote.
    Meetings(usize),
    /// A resolution of the representatives of a cooperative.
    Delegates,
    /// An entry of the membership roll.
    Roll(usize),
    /// The branch: its committee, its posts as such, its numbers.
    Branch,
    /// Whether the secretary is to be the chair.
    Head,
    /// The registered name.
    Name,
    /// A candidate who stands besides.
    Listed(usize),
    /// The representatives of the village-level cooperative, for one question each.
    Represented(usize),
    /// The supervisory board of the village-level cooperative.
    Supervised,
    /// The basic pay.
    BasicPay,
    /// The subsidies for lost work.
    Subsidy,
    /// The full-time post for what is asked of pay.
    Paid,
    /// The registered change.
    Registration,
    /// The legal representative.
    Legal,
    /// The Party organization of a village: its kind, its numbers.
    PartyUnit,
    /// The Party body of a village, and its term.
    PartyTerm,
    /// The seats of the Party body.
    PartySeats,
    /// The service center's branch.
    Center,
    /// A villagers' group.
    Group,
    /// The work plan.
    WorkPlan,
    /// The women on the committee.
    Women,
    /// The head of a group.
    GroupHead,
    /// A member of the supervision committee.
    Supervisor(usize),
    /// When the supervision committee was formed.
    SupervisionTerm,
    /// The seats of the supervision committee.
    SupervisionSeats,
    /// Who of the supervision committee knows of finance.
    Knowledge,
    /// What else the head of the supervision committee is.
    SupervisionHead,
}

impl Part {
    /// Whether an edit of it would spoil the supervision committee for an edit that needs it whole.
    const fn is_supervision(self) -> bool {
        matches!(
            self,
            Self::Supervisor(_)
                | Self::SupervisionTerm
                | Self::SupervisionSeats
                | Self::Knowledge
                | Self::SupervisionHead
        )
    }
}

/// 选取 — what is left to edit.
#[derive(Debug)]
pub(super) struct Pick {
    pub(super) rng: Rng,
    pub(super) day: NaiveDate,
    pub(super) town: UnitId,
    pub(super) parks: Vec<UnitId>,
    coops: Vec<Coop>,
    villages: Vec<Village>,
    touched: BTreeSet<(bool, usize, Part)>,
    /// How many persons there are; the next made-up one has the next number.
    pub(super) persons: usize,
}

/// Of so many cooperatives the last is kept for edits that need it whole.
const WHOLE_EVERY: usize = 6;

impl Pick {
    pub(super) fn new(rng: Rng, day: NaiveDate, town: UnitId, persons: usize) -> Self {
        let (parks, coops, villages) = (Vec::new(), Vec::new(), Vec::new());
        Self { rng, day, town, parks, coops, villages, touched: BTreeSet::new(), persons }
    }

    pub(super) fn add(&mut self, coop: Coop) {
        self.coops.push(coop);
    }

    pub(super) fn add_village(&mut self, village: Village) {
        self.villages.push(village);
    }

    pub(super) fn villages(&self) -> &[Village] {
        &self.villages
    }

    fn is_whole(position: usize) -> bool {
        position.checked_rem(WHOLE_EVERY).is_some_and(|rest| rest.saturating_add(1) == WHOLE_EVERY)
    }

    /// A cooperative of which this part is untouched.
    pub(super) fn coop(&mut self, part: Part) -> Option<Coop> {
        self.coop_with(part, |_| true)
    }

    /// A cooperative of which this part is untouched and that fits.
    pub(super) fn coop_with(&mut self, part: Part, fits: impl Fn(&Coop) -> bool) -> Option<Coop> {
        self.coop_part(|coop| if fits(coop) { vec![part] } else { Vec::new() }).map(|(coop, _)| coop)
    }

    /// A cooperative with one of these parts, untouched.
    pub(super) fn coop_part(&mut self, parts: impl Fn(&Coop) -> Vec<Part>) -> Option<(Coop, Part)> {
        let sites: Vec<(usize, Part)> = (0..self.coops.len())
            .filter(|position| !Self::is_whole(*position))
            .filter_map(|position| Some((position, self.coops.get(position)?)))
            .flat_map(|(position, coop)| parts(coop).into_iter().map(move |part| (position, part)))
            .filter(|(position, part)| !self.touched.contains(&(true, *position, *part)))
            .collect();
        let (position, part) = self.rng.pick(&sites).copied()?;
        self.touched.insert((true, position, part));
        Some((self.coops.get(position)?.clone(), part))
    }

    /// A cooperative nothing was done to, and nothing else will be.
    pub(super) fn whole(&mut self, fits: impl Fn(&Coop) -> bool) -> Option<Coop> {
        let sites: Vec<usize> = (0..self.coops.len())
            .filter(|position| Self::is_whole(*position) && !self.touched.contains(&(true, *position, Part::Officers)))
            .filter(|position| self.coops.get(*position).is_some_and(&fits))
            .collect();
        let position = self.rng.pick(&sites).copied()?;
        self.touched.insert((true, position, Part::Officers));
        self.coops.get(position).cloned()
    }

    /// A village, not a community, of which this part is untouched.
    pub(super) fn village(&mut self, part: Part) -> Option<Village> {
        self.village_part(|village| if village.kind == UnitKind::Village { vec![part] } else { Vec::new() })
            .map(|(village, _)| village)
    }

    /// A village or community of a kind of which these parts are untouched.
    pub(super) fn village_with(&mut self, kind: UnitKind, parts: &[Part]) -> Option<Village> {
        let free = |position: usize, part: &Part| {
            let kept = Self::keeps_supervision(position) && part.is_supervision();
            !kept && !self.touched.contains(&(false, position, *part))
        };
        let sites: Vec<usize> = (0..self.villages.len())
            .filter(|position| self.villages.get(*position).is_some_and(|village| village.kind == kind))
            .filter(|position| parts.iter().all(|part| free(*position, part)))
            .collect();
        let position = self.rng.pick(&sites).copied()?;
        self.touched.extend(parts.iter().map(|part| (false, position, *part)));
        self.villages.get(position).cloned()
    }

    /// A village or community of a kind whose supervision committee nothing was done to, and nothing else will be.
    pub(super) fn whole_supervision(&mut self, kind: UnitKind) -> Option<Village> {
        let part = Part::SupervisionTerm;
        let sites: Vec<usize> = (0..self.villages.len())
            .filter(|position| Self::keeps_supervision(*position))
            .filter(|position| !self.touched.contains(&(false, *position, part)))
            .filter(|position| self.villages.get(*position).is_some_and(|village| village.kind == kind))
            .collect();
        let position = self.rng.pick(&sites).copied()?;
        self.touched.insert((false, position, part));
        self.villages.get(position).cloned()
    }

    /// Of so many villages the last keeps its supervision committee for edits that need it whole.
    fn keeps_supervision(position: usize) -> bool {
        position.checked_rem(4) == Some(3)
    }

    /// A village or community with one of these parts, untouched.
    pub(super) fn village_part(&mut self, parts: impl Fn(&Village) -> Vec<Part>) -> Option<(Village, Part)> {
        let sites: Vec<(usize, Part)> = self
            .villages
            .iter()
            .enumerate()
            .flat_map(|(position, village)| parts(village).into_iter().map(move |part| (position, part)))
            .filter(|(position, part)| !(Self::keeps_supervision(*position) && part.is_supervision()))
            .filter(|(position, part)| !self.touched.contains(&(false, *position, *part)))
            .collect();
        let (position, part) = self.rng.pick(&sites).copied()?;
        self.touched.insert((false, position, part));
        Some((self.villages.get(position)?.clone(), part))
    }
}

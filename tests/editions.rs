//! One register, judged on seven days around the editions of the law. No fact of it changes between the first day and the
//! last, no age is reached and no term ends, so that every difference between two neighbouring days is an edition's.
//!
//! `editions/snapshot.txt` holds every answer; after a change of the law write it anew with
//! `UPDATE_EXPECT=1 cargo test --test editions` and read the difference. What changes at each boundary is written out below
//! by hand and is not written anew.

mod support;

use expect_test::expect_file;
use grassroots::check::Moment;
use grassroots::facts::*;
use grassroots::review::{Answer, Review};
use grassroots::rulebook::{Edition, Modality, Provision, Rulebook, Scope, Transition};
use grassroots::vocab::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use support::*;

const DAYS: [&str; 7] =
    ["2021-06-30", "2022-12-31", "2025-04-30", "2025-05-01", "2025-12-31", "2026-01-01", "2026-03-01"];

/// The provisions whose answers are others on the second day than on the first, for each pair of neighbouring days.
const CHANGES: [(&str, &[&str]); 6] = [
    // The plan of Jiujiang, here from 2022-09-01.
    (
        "2021-06-30 → 2022-12-31",
        &[
            "organization.branch-coverage",
            "organization.branch-threshold-local",
            "organization.center-enrollment",
            "organization.four-level-chain",
            "organization.four-level-chain-total",
            "organization.general-branch-size",
            "organization.general-branch-size-usual",
            "organization.party-committee-size",
            "organization.party-term-local",
            "organization.village-work-plan",
            "selection.engagement-pathway",
            "selection.one-full-time-post",
        ],
    ),
    ("2022-12-31 → 2025-04-30", &["selection.base-pay"]),
    // The law on collective economic organizations.
    (
        "2025-04-30 → 2025-05-01",
        &[
            "organization.board-kin",
            "organization.board-size",
            "organization.cooperative-existence",
            "organization.cooperative-existence-group",
            "organization.cooperative-levels",
            "organization.cross-appointment",
            "organization.legal-representative",
            "organization.name",
            "organization.one-chair",
            "organization.representative-apportionment",
            "organization.representative-number",
            "organization.representative-women",
            "organization.representative-women-local",
            "organization.secretary-as-chair",
            "organization.supervisor-exclusions",
            "organization.supervisors",
        ],
    ),
    ("2025-05-01 → 2025-12-31", &[]),
    // The organic laws of villagers' and of residents' committees.
    (
        "2025-12-31 → 2026-01-01",
        &[
            "organization.committee-legal-representative",
            "organization.committee-legal-representative-residents",
            "organization.cross-appointment-committee",
            "organization.cross-appointment-committee-residents",
            "organization.group-head-term-residents",
            "organization.residents-committee-seats",
            "organization.residents-committee-women",
            "organization.residents-kin",
            "organization.secretary-as-director",
            "organization.secretary-as-director-residents",
            "organization.village-committee-ethnic-seat",
            "organization.village-committee-ethnic-seat-residents",
            "organization.village-committee-size",
            "organization.village-committee-term-residents",
            "organization.village-committee-vacancy",
            "organization.village-committee-vacancy-residents",
            "organization.village-committee-women",
            "organization.village-representatives",
            "organization.village-representatives-apportionment",
            "organization.village-representatives-apportionment-residents",
            "organization.village-representatives-residents",
            "organization.village-representatives-term-residents",
            "organization.village-representatives-women",
            "organization.village-supervision",
            "organization.village-supervision-exclusions",
            "organization.village-supervision-exclusions-residents",
            "organization.village-supervision-knowledge",
            "organization.village-supervision-residents",
            "organization.village-supervision-term",
            "organization.village-supervision-term-residents",
            "selection.single-registration",
        ],
    ),
    ("2026-01-01 → 2026-03-01", &[]),
];

/// Every list there is.
fn all_lists() -> Vec<List> {
    List::ALL.to_vec()
}

/// People of a committee, a board, a branch: elected in April 2021 for five years, which none of the days reaches.
const ELECTED: &str = "2021-04-15";

/// Party branches were last elected so long ago that a term of three years and one of five are both over on every day.
const BRANCH_ELECTED: &str = "2015-06-01";

/// Somebody elected to a post in April 2021.
fn sits(world: World, id: &str, post: PostKind, unit: &str) -> World {
    world.holding(id, post, unit, since(ELECTED), |row| {
        row.basis = Some(Basis::Elected);
        row.elected = Some(d(ELECTED));
        row.term_end = Some(d("2026-04-15"));
        row.continued = Some(false);
    })
}

fn persons(world: World) -> World {
    let women = ["Vdeputy", "Vr2", "Vs2", "Ksecretary", "Kmember2", "Kr2", "Cdirector2", "Crep2"];
    let men = [
        "Vsecretary",
        "Vmember",
        "Vr1",
        "Vr3",
        "Vhead",
        "Vs1",
        "Kdirector",
        "Kmember1",
        "Kmember3",
        "Kmember4",
        "Kr1",
        "Khead",
        "Ghead",
        "Cchair",
        "Cdirector1",
        "Csupervisor",
        "Caccountant",
        "Crep1",
        "Bsecretary",
        "Bdeputy",
        "Bmember",
        "Jsecretary",
        "full-time",
        "convicted",
        "expelled",
        "outsider",
        "stationed",
    ];
    let add = |world: World, id: &str, sex: Sex| {
        world.person(id, |row| {
            row.sex = Some(sex);
            row.birth = Some(d("1978-03-10"));
            row.schooling = Some(Schooling::College);
        })
    };
    let world = women.iter().fold(world, |world, id| add(world, id, Sex::Female));
    men.iter().fold(world, |world, id| add(world, id, Sex::Male))
}

fn village(world: World) -> World {
    use PostKind::{
        CommitteeDeputy, CommitteeDirector, CommitteeMember, GroupHead, VillagePartySecretary, VillageRepresentative,
        VillageSupervisionHead, VillageSupervisor,
    };
    let posts = [
        ("Vsecretary", CommitteeDirector, "V"),
        ("Vdeputy", CommitteeDeputy, "V"),
        ("Vmember", CommitteeMember, "V"),
        ("stationed", CommitteeMember, "V"),
        ("Vr1", VillageRepresentative, "V"),
        ("Vr2", VillageRepresentative, "V"),
        ("Vr3", VillageRepresentative, "V"),
        ("Vhead", VillageSupervisionHead, "V"),
        ("Vs1", VillageSupervisor, "V"),
        ("Vs2", VillageSupervisor, "V"),
        ("Ghead", GroupHead, "G"),
        ("Kr1", GroupHead, "K"),
        ("Kdirector", CommitteeDirector, "K"),
        ("Kmember1", CommitteeMember, "K"),
        ("Kmember2", CommitteeMember, "K"),
        ("Kmember3", CommitteeMember, "K"),
        ("Kmember4", CommitteeMember, "K"),
        ("Kr1", VillageRepresentative, "K"),
        ("Kr2", VillageRepresentative, "K"),
        ("Khead", VillageSupervisionHead, "K"),
        ("Vsecretary", VillagePartySecretary, "V"),
        ("Ksecretary", VillagePartySecretary, "K"),
    ];
    let world = posts.into_iter().fold(world, |world, (id, post, unit)| sits(world, id, post, unit));
    let bodies = [
        ("V", BodyKind::VillageCommittee, 4),
        ("K", BodyKind::ResidentsCommittee, 5),
        ("V", BodyKind::VillageSupervisionCommittee, 3),
        ("K", BodyKind::VillageSupervisionCommittee, 1),
        ("V", BodyKind::RepresentativesMeeting, 7),
        ("K", BodyKind::RepresentativesMeeting, 7),
        ("V", BodyKind::VillageParty, 5),
        ("K", BodyKind::VillageParty, 9),
    ];
    bodies.into_iter().fold(world, |world, (unit, kind, seats)| {
        world.body(unit, kind, |row| {
            row.seats = Some(seats);
            row.formed = Some(d(ELECTED));
        })
    })
}

fn cooperatives(world: World) -> World {
    use PostKind::{
        Accountant, BranchCommitteeMember, BranchDeputySecretary, BranchSecretary, Chair, Director,
        LegalRepresentative, MemberRepresentative, Supervisor,
    };
    let posts = [
        ("Cchair", Chair, "C"),
        ("Cdirector1", Director, "C"),
        ("Cdirector2", Director, "C"),
        ("Csupervisor", Supervisor, "C"),
        ("Crep1", MemberRepresentative, "C"),
        ("Crep2", MemberRepresentative, "C"),
        ("Cchair", LegalRepresentative, "C"),
        ("Vsecretary", LegalRepresentative, "V"),
        ("Kdirector", LegalRepresentative, "K"),
        ("Vsecretary", Chair, "VC"),
    ];
    let mut world = posts.into_iter().fold(world, |world, (id, post, unit)| sits(world, id, post, unit));
    world = world.holds("Caccountant", Accountant, "C", since("2018-01-10"));
    for (id, post, unit) in [
        ("Bsecretary", BranchSecretary, "B"),
        ("Bdeputy", BranchDeputySecretary, "B"),
        ("Bmember", BranchCommitteeMember, "B"),
        ("Bsecretary", BranchSecretary, "C"),
        ("Jsecretary", BranchSecretary, "J"),
    ] {
        world = world.holding(id, post, unit, since(BRANCH_ELECTED), |row| {
            row.basis = Some(Basis::Elected);
            row.elected = Some(d(BRANCH_ELECTED));
            row.continued = Some(false);
        });
    }
    world = world.holding("full-time", PostKind::FullTimePost, "C", since("2021-05-10"), |row| {
        row.basis = Some(Basis::Appointed);
    });
    for (unit, kind, seats, formed) in [
        ("C", BodyKind::Board, 3, ELECTED),
        ("VC", BodyKind::Board, 4, ELECTED),
        ("C", BodyKind::RepresentativeAssembly, 20, ELECTED),
        ("B", BodyKind::BranchCommittee, 3, BRANCH_ELECTED),
        ("S", BodyKind::BranchCommittee, 3, BRANCH_ELECTED),
        ("P", BodyKind::BranchCommittee, 7, ELECTED),
        ("P", BodyKind::VillageParty, 8, ELECTED),
        ("Q", BodyKind::VillageParty, 10, ELECTED),
    ] {
        world = world.body(unit, kind, |row| {
            row.seats = Some(seats);
            row.formed = Some(d(formed));
        });
    }
    for (clause, value) in [("board-term", "5 years"), ("board-size", "3")] {
        world = world.clause("C", clause, value, since("2015-01-01"));
    }
    world
        .registered("C", "某镇某村经济社", since("2020-10-01"))
        .registered("VC", "某镇某村股份合作经济联合社集体经济组织", since("2020-10-01"))
        .link("B", "C", LinkKind::Serves, since("2016-01-01"))
        .link("J", "G", LinkKind::Serves, since("2016-01-01"))
        .link("V", "G", LinkKind::ActsFor, since("2016-01-01"))
}

fn people(world: World) -> World {
    let party = [
        "Vsecretary",
        "Vhead",
        "Ksecretary",
        "Khead",
        "Bsecretary",
        "Bdeputy",
        "Bmember",
        "Jsecretary",
        "Cchair",
        "full-time",
    ];
    let mut world = party.into_iter().fold(world, |world, id| {
        let branch = if id.starts_with('J') { "J" } else { "B" };
        world.affiliated(id, branch, "1999-06-01", "2000-06-01")
    });
    for id in ["Cchair", "Cdirector1", "Cdirector2", "Csupervisor", "Crep1", "Crep2", "Ghead", "full-time", "convicted"]
    {
        world = world.member(id, "C", since("2004-01-01"));
    }
    for (id, unit) in
        [("Vsecretary", "V"), ("Vdeputy", "V"), ("Vmember", "V"), ("Vhead", "V"), ("Vs1", "V"), ("Khead", "K")]
    {
        world = world.status_in(id, StatusKind::HouseholdRegistration, unit, since("1998-01-01")).status_in(
            id,
            StatusKind::Residence,
            unit,
            since("1998-01-01"),
        );
    }
    // Enrolled before the plan, so that no day of it runs out between.
    for id in ["Bsecretary", "Bdeputy", "Bmember", "Jsecretary", "Cchair", "Cdirector1", "Cdirector2", "full-time"] {
        world = world.enrolled(id, "unified-management", since("2019-01-01"));
    }
    units_and_candidates(standing(world))
}

/// Standing facts about persons: statuses, kin, records.
fn standing(world: World) -> World {
    world
        .status_in("stationed", StatusKind::StationedStaff, "V", since("2021-05-01"))
        .status("Vs2", StatusKind::FinanceKnowledge, since("2010-01-01"))
        .status("Vdeputy", StatusKind::LessNumerousEthnicGroup, since("1978-03-10"))
        .kin("Cdirector1", "Cdirector2", Relation::Sibling, since("1978-03-10"))
        .kin("Vdeputy", "Vmember", Relation::Spouse, since("2002-01-01"))
        .kin("Csupervisor", "Caccountant", Relation::Parent, since("1978-03-10"))
        .kin("Kmember1", "Kmember2", Relation::Sibling, since("1978-03-10"))
        .record("convicted", RecordKind::CriminalPunishment, |row| row.decided = Some(d("2010-03-01")))
        .record("expelled", RecordKind::PartyExpulsion, |row| {
            row.decided = Some(d("2010-03-01"));
            row.approved = Some(d("2010-03-01"));
        })
}

fn units_and_candidates(world: World) -> World {
    let mut world = world.has_trait("V", TraitKind::MultiEthnic, true, since("2000-01-01")).has_trait(
        "V",
        TraitKind::CooperativeConditionsMet,
        true,
        since("2000-01-01"),
    );
    for (unit, of, number) in [
        ("V", Base::Households, 60),
        ("K", Base::Households, 900),
        ("G", Base::GroupHouseholds, 20),
        ("B", Base::FullMembers, 7),
        ("B", Base::AllPartyMembers, 9),
        ("J", Base::FullMembers, 2),
        ("J", Base::AllPartyMembers, 2),
        ("C", Base::FullMembers, 4),
        ("V", Base::AllPartyMembers, 40),
    ] {
        world = world.number(unit, of, number, since("2020-01-01"));
    }
    for (id, post, unit) in [
        ("convicted", PostKind::CommitteeMember, "V"),
        ("expelled", PostKind::CommitteeMember, "K"),
        ("outsider", PostKind::Director, "C"),
    ] {
        world = world.candidate(id, post, unit, "2021-05-10", "2021-06-10");
    }
    acts(world)
}

/// Acts of April and May 2021, each judged on its own day.
fn acts(world: World) -> World {
    let mut world = world;
    for (unit, actor) in [("V", "registered-voters"), ("K", "registered-voters"), ("B", "members-meeting")] {
        for (stage, of, number) in [
            ("vote", Quantity::Present, 81),
            ("count-votes", Quantity::Ayes, 41),
            ("count-votes-again", Quantity::Ayes, 27),
        ] {
            world = world.act(&format!("{unit}-{stage}"), &format!("{unit}-election"), unit, stage, |row| {
                row.day = Some(d(ELECTED));
                row.actor = Some(key(actor));
                row.counts = vec![
                    Count::of_base(Base::Registered, 100),
                    Count::of_base(Base::BallotsCast, 81),
                    Count::of_base(Base::PartyDue, 100),
                    Count::of_base(Base::PartyPresent, 81),
                    Count::new(of, number),
                ];
            });
        }
    }
    world
        .act("A1", "assembly", "C", "meet", |row| {
            row.day = Some(d("2021-05-20"));
            row.actor = Some(key("member-assembly"));
            row.counts = vec![Count::of_base(Base::CapableMembers, 30), Count::new(Quantity::Present, 19)];
        })
        .act("A2", "board", "C", "meet", |row| {
            row.day = Some(d("2021-05-21"));
            row.actor = Some(key("board"));
            row.counts = vec![Count::of_base(Base::AllDirectors, 3), Count::new(Quantity::Present, 2)];
        })
        .act("A3", "particulars", "C", "change-particulars", |row| row.day = Some(d("2021-05-22")))
        .act("A4", "confirmed", "C", "confirm-member", |row| {
            row.day = Some(d("2021-05-20"));
            row.actor = Some(key("member-assembly"));
            row.about = Some(pid("Crep1"));
        })
        .act("A5", "ended", "C", "end-membership", |row| {
            row.day = Some(d("2021-05-20"));
            row.about = Some(pid("outsider"));
        })
        .act("A8", "subsidy", "V", "set-lost-work-subsidy", |row| {
            row.day = Some(d("2021-05-20"));
            row.actor = Some(key("village-committee"));
        })
        .act("A9", "village-pay", "V", "set-basic-pay", |row| {
            row.day = Some(d("2021-05-20"));
            row.rank = Some(Rank::Town);
        })
        .act("A10", "residents-pay", "K", "set-basic-pay", |row| {
            row.day = Some(d("2021-05-20"));
            row.rank = Some(Rank::Town);
        })
        .act("A11", "village-void", "V", "find-election-misconduct", |row| {
            row.day = Some(d("2021-05-20"));
            row.about = Some(pid("Vmember"));
        })
        .act("A12", "residents-void", "K", "find-election-misconduct", |row| {
            row.day = Some(d("2021-05-20"));
            row.about = Some(pid("Kmember1"));
        })
        .act("A6", "post", "C", "recommend", |row| {
            row.day = Some(d("2021-05-06"));
            row.about = Some(pid("full-time"));
        })
        .act("A7", "post", "C", "decide", |row| {
            row.day = Some(d("2021-05-10"));
            row.actor = Some(key("town-party-committee"));
            row.about = Some(pid("full-time"));
        })
}

fn register() -> Register {
    let world = World::new()
        .unit("G", UnitKind::VillagersGroup, Some("V"))
        .unit("VC", UnitKind::VillageCooperative, Some("V"))
        .unit("J", UnitKind::JointBranch, Some("V"))
        .unit("P", UnitKind::GeneralBranch, Some("V"))
        .unit("Q", UnitKind::PartyCommittee, Some("K"))
        .unit("S", UnitKind::ServiceCenter, Some("V"));
    let world = people(cooperatives(village(persons(world)))).closed(&all_lists());
    let loaded = Register::build(world.facts());
    assert!(loaded.problems().is_empty(), "{:?}", loaded.problems());
    loaded.register
}

fn rules() -> Rulebook {
    jiujiang("[set]\nplan-effective = \"2022-09-01\"\nenroll-days = \"30 days\"")
}

/// Whether a provision is asked of something that stays the same from day to day; closed periods do not.
fn stays(provision: &Provision) -> bool {
    !matches!(provision.applies_to, Scope::PartyMemberPeriod {} | Scope::UnitPeriod { .. })
}

/// What an answer says: a line for each level.
fn lines(answer: &Answer<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for line in &answer.lines {
        let modality = match line.modality {
            Modality::Must => "must",
            Modality::Normally => "normally",
            Modality::May => "may",
            Modality::Note => "note",
        };
        let cites: Vec<String> = line.editions.iter().map(|edition| cite(edition)).collect();
        let (level, possible) = (line.level.key(), line.possible.to_string());
        let said = format!("{level:<16} {modality:<8} {possible:<36} {}", cites.join(", "));
        lines.push(said.trim_end().to_owned());
    }
    if lines.is_empty() { vec!["-".to_owned()] } else { lines }
}

/// `LRCEO 29(1) of 2025-05-01`.
fn cite(edition: &Edition) -> String {
    let article = edition.source.article().map_or(String::new(), |article| format!(" {article}"));
    let from = edition.from.first();
    format!("{}{article} of {from}", edition.source.instrument())
}

type Answers = BTreeMap<(String, String), Vec<String>>;

fn answers(review: &Review<'_>) -> Answers {
    let mut answers = BTreeMap::new();
    for provision in review.rules().provisions().filter(|provision| stays(provision)) {
        for subject in review.subjects(&provision.id) {
            let answer = review.ask(&provision.id, &subject).unwrap();
            answers.insert((provision.id.to_string(), subject.key(review.register())), lines(&answer));
        }
    }
    answers
}

/// The answers on each of the days.
fn all_answers(rules: &Rulebook) -> Vec<Answers> {
    let register = register();
    DAYS.iter().map(|on| answers(&rules.review(&register, day(on)).unwrap())).collect()
}

/// Every answer, its neighbouring days put together while it stays the same.
fn snapshot(all: &[Answers]) -> String {
    let mut text = String::new();
    for subject @ (provision, key) in all[0].keys() {
        writeln!(text, "{provision} · {key}").unwrap();
        let mut first = 0;
        for last in 0..DAYS.len() {
            let said = &all[last][subject];
            if last + 1 < DAYS.len() && all[last + 1][subject] == *said {
                continue;
            }
            let days = if first == last {
                format!("{:<24}", DAYS[last])
            } else {
                format!("{} to {}", DAYS[first], DAYS[last])
            };
            for line in said {
                writeln!(text, "  {days}  {line}").unwrap();
            }
            first = last + 1;
        }
    }
    text
}

/// The provisions about which two days differ.
fn differing(one: &Answers, other: &Answers) -> BTreeSet<String> {
    one.iter()
        .filter(|(subject, said)| other[*subject] != **said)
        .map(|((provision, _), _)| provision.clone())
        .collect()
}

/// The editions of a provision that begin, and those that end, after the first day and up to the second.
fn turning<'p>(provision: &'p Provision, first: &str, second: &str) -> (Vec<&'p Edition>, Vec<&'p Edition>) {
    let between = |date: chrono::NaiveDate| day(first) < date && date <= day(second);
    // A beginning of which only the month is known turns wherever it may lie.
    let begins = |edition: &&Edition| between(edition.from.first()) || between(edition.from.last());
    let ends = |edition: &&Edition| edition.until.is_some_and(between);
    (provision.editions.iter().filter(begins).collect(), provision.editions.iter().filter(ends).collect())
}

/// Whether those who sit already are judged by the edition of the day: terms that began before may be left to the edition
/// under which they began.
fn reaches_sitting_terms(begin: &[&Edition], end: &[&Edition]) -> bool {
    let deciding = if begin.is_empty() { end } else { begin };
    let spares = |edition: &&Edition| edition.variants.iter().all(|one| one.transition == Transition::NewTerms);
    !deciding.iter().all(spares)
}

#[test]
fn every_answer_is_as_it_was() {
    expect_file!["editions/snapshot.txt"].assert_eq(&snapshot(&all_answers(&rules())));
}

#[test]
fn the_register_has_the_same_subjects_on_every_day() {
    let all = all_answers(&rules());
    for pair in all.windows(2) {
        assert!(pair[0].keys().eq(pair[1].keys()));
    }
}

#[test]
fn every_provision_of_organization_and_selection_is_asked_of_somebody() {
    let rules = rules();
    let all = all_answers(&rules);
    let asked: BTreeSet<&str> = all[0].keys().map(|(provision, _)| provision.as_str()).collect();
    let unasked: Vec<&str> = rules
        .provisions()
        .filter(|provision| {
            matches!(provision.id.pillar(), Pillar::Organization | Pillar::Selection) && stays(provision)
        })
        .map(|provision| provision.id.as_str())
        .filter(|id| !asked.contains(id))
        .collect();
    assert!(unasked.is_empty(), "the register has no subject of these: {unasked:?}");
}

#[test]
fn neighbouring_days_differ_by_the_editions_between_them_and_by_nothing_else() {
    let rules = rules();
    let all = all_answers(&rules);
    let mut faults = Vec::new();
    for ((pair, days), (name, changes)) in all.windows(2).zip(DAYS.windows(2)).zip(CHANGES) {
        let (first, second) = (days[0], days[1]);
        assert_eq!(name, format!("{first} → {second}"));
        let differing = differing(&pair[0], &pair[1]);
        let expected: BTreeSet<String> = changes.iter().map(|id| (*id).to_owned()).collect();
        for id in expected.difference(&differing) {
            faults.push(format!("{name}: {id} is expected to change and does not"));
        }
        for id in differing.difference(&expected) {
            faults.push(format!("{name}: {id} changes: \"{id}\","));
        }
        for provision in rules.provisions().filter(|provision| stays(provision)) {
            let (begin, end) = turning(provision, first, second);
            let id = provision.id.to_string();
            if begin.is_empty() && end.is_empty() && differing.contains(&id) {
                faults.push(format!("{name}: {id} changes, and no edition of it begins or ends between"));
            }
            let is_asked = pair[0].keys().any(|(of, _)| *of == id);
            let by_today = provision.judged_on == Moment::ReviewDay && reaches_sitting_terms(&begin, &end);
            if is_asked && by_today && !differing.contains(&id) {
                faults.push(format!("{name}: an edition of {id} begins or ends between, and no answer changes"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

//! Laws of the engine, on random registers biased to the edges: more facts only shrink what is possible; order never
//! changes a byte; atoms are exact; shares equal brute force; a timeline equals day-by-day evaluation.

mod support;

use chrono::{Days, NaiveDate};
use grassroots::facts::*;
use grassroots::review::Review;
use grassroots::rulebook::Rulebook;
use grassroots::vocab::*;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use support::{day, jiujiang, key, pid, uid};

/// A small deterministic source of choices.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(n).unwrap()).unwrap()
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

/// Days at which something in the built-in law turns, and the days around them.
const EDGES: [&str; 12] = [
    "2018-12-29",
    "2019-06-01",
    "2020-11-01",
    "2021-01-10",
    "2022-12-31",
    "2023-01-01",
    "2024-01-01",
    "2025-03-10",
    "2025-05-01",
    "2026-01-01",
    "2026-02-19",
    "2026-03-01",
];

fn near(dice: &mut Dice) -> NaiveDate {
    let edge = day(dice.pick(&EDGES));
    match dice.below(4) {
        0 => edge,
        1 => edge.pred_opt().unwrap(),
        2 => edge.succ_opt().unwrap(),
        _ => edge - Days::new(u64::try_from(dice.below(400)).unwrap()),
    }
}

fn exact(day: NaiveDate) -> PartialDate {
    PartialDate::try_from(day).unwrap()
}

const REVIEW: &str = "2026-03-01";

/// A world known in full: every date exact, every list complete.
#[expect(clippy::too_many_lines, reason = "one random draw for each kind of fact")]
fn world(dice: &mut Dice) -> Facts {
    let mut world = support::World::new();
    let persons = 3 + dice.below(4);
    for at in 0..persons {
        let mut row = Person::new(pid(&format!("P{at}")));
        row.sex = Some(dice.pick(&[Sex::Female, Sex::Male]));
        let age = dice.pick(&[18, 18, 30, 60]);
        row.birth = Some(exact(near(dice) - chrono::Months::new(12 * age)));
        world.0.persons.push(row);
    }
    let someone = |dice: &mut Dice| pid(&format!("P{}", dice.below(persons)));
    for _ in 0..(2 + dice.below(6)) {
        let (post, unit) = dice.pick(&[
            (PostKind::Chair, "C"),
            (PostKind::Director, "C"),
            (PostKind::Director, "C"),
            (PostKind::Supervisor, "C"),
            (PostKind::Accountant, "C"),
            (PostKind::BranchSecretary, "C"),
            (PostKind::CommitteeDirector, "V"),
            (PostKind::CommitteeMember, "V"),
            (PostKind::VillageRepresentative, "V"),
            (PostKind::VillagePartySecretary, "V"),
            (PostKind::FullTimePost, "V"),
        ]);
        let from = near(dice);
        let end = if dice.one_in(4) {
            SpanEnd::Ended(exact(from + Days::new(200)))
        } else {
            SpanEnd::SeenRunning(day(REVIEW))
        };
        let Ok(span) = FactSpan::new(Some(exact(from.min(day(REVIEW)))), end) else { continue };
        let mut row = Holding::new(someone(dice), uid(unit), post, span);
        row.basis = Some(dice.pick(&[Basis::Elected, Basis::Elected, Basis::Appointed]));
        row.continued = Some(dice.one_in(3));
        // One row for each person, post and unit, so that a key names one subject.
        // And one holder of a post that one person holds at a time.
        let sole = matches!(row.post, PostKind::CommitteeDirector | PostKind::VillagePartySecretary);
        let twin =
            |other: &Holding| (sole || other.person == row.person) && other.post == row.post && other.unit == row.unit;
        if !world.0.holdings.iter().any(twin) {
            world.0.holdings.push(row);
        }
    }
    for _ in 0..dice.below(3) {
        let mut row = Candidacy::new(someone(dice), uid("V"), PostKind::CommitteeMember);
        row.nominated = Some(exact(near(dice)));
        row.election = Some(exact(near(dice)));
        if !world.0.candidacies.iter().any(|other: &Candidacy| other.person == row.person) {
            world.0.candidacies.push(row);
        }
    }
    for _ in 0..dice.below(4) {
        let kind = dice.pick(&[
            RecordKind::CriminalPunishment,
            RecordKind::PartyWarning,
            RecordKind::PartySeriousWarning,
            RecordKind::PartyRemoval,
            RecordKind::PoliticalDeprivation,
        ]);
        let mut row = Record::new(someone(dice), kind);
        let on = near(dice) - Days::new(365);
        row.decided = Some(exact(on));
        row.approved = Some(exact(on));
        row.restored = Some(exact(on + Days::new(400)));
        world.0.records.push(row);
    }
    for _ in 0..dice.below(4) {
        let (a, b) = (someone(dice), someone(dice));
        let relation = dice.pick(&[Relation::Parent, Relation::Spouse, Relation::Sibling, Relation::Cousin]);
        let from = if relation == Relation::Spouse { near(dice) } else { day("1901-01-01") };
        let span = FactSpan::new(Some(exact(from)), SpanEnd::Never).unwrap();
        if a != b && !world.0.kin.iter().any(|tie| tie.a == b && tie.b == a || tie.a == a && tie.b == b) {
            world.0.kin.push(KinTie::new(a, b, relation, span));
        }
    }
    for at in 0..persons {
        if dice.one_in(2) {
            let from = near(dice) - Days::new(700);
            let mut row =
                PartyMembership::new(pid(&format!("P{at}")), FactSpan::new(Some(exact(from)), SpanEnd::Never).unwrap());
            row.full_from = Some(exact(from + Days::new(365)));
            world.0.party_memberships.push(row);
        }
        if dice.one_in(2) {
            let span = FactSpan::new(Some(exact(near(dice))), SpanEnd::Never).unwrap();
            world.0.memberships.push(Membership::new(pid(&format!("P{at}")), uid("C"), span));
        }
        if dice.one_in(3) {
            let mut row = Training::new(pid(&format!("P{at}")), exact(near(dice)));
            row.hours = Some(dice.pick(&[16, 31, 32]));
            world.0.trainings.push(row);
        }
        if dice.one_in(3) {
            let span = FactSpan::new(Some(exact(near(dice))), SpanEnd::Never).unwrap();
            world.0.enrollments.push(Enrollment::new(pid(&format!("P{at}")), key("unified-management"), span));
        }
    }
    for (unit, kind) in [("C", BodyKind::Board), ("V", BodyKind::VillageCommittee)] {
        let mut row = Body::new(uid(unit), kind);
        row.seats = Some(dice.pick(&[2, 3, 4, 7, 8]));
        row.formed = Some(exact(near(dice)));
        world.0.bodies.push(row);
    }
    acts(dice, &mut world.0);
    standing(dice, &mut world.0, persons);
    let is_counted = !world.0.unit_numbers.is_empty();
    for list in List::ALL {
        if !is_counted || !matches!(list, List::PartyMembers | List::Households) {
            world = world.complete(*list, REVIEW);
        }
    }
    // What makes the register impossible is not a world: build names it, and the rest of the world stands.
    Register::build(world.facts()).register.facts().clone()
}

/// Statuses, affiliation, links, and what units are and have.
fn standing(dice: &mut Dice, facts: &mut Facts, persons: usize) {
    let since = |from: NaiveDate| FactSpan::new(Some(exact(from)), SpanEnd::Never).unwrap();
    for at in 0..persons {
        for _ in 0..dice.below(3) {
            let kind = dice.pick(StatusKind::ALL);
            let mut row = Status::new(pid(&format!("P{at}")), kind, since(near(dice)));
            row.unit = Some(uid(dice.pick(&["V", "C", "K"])));
            let twin = |other: &Status| other.person == row.person && other.kind == kind && other.unit == row.unit;
            if !facts.statuses.iter().any(twin) {
                facts.statuses.push(row);
            }
        }
    }
    for row in &mut facts.party_memberships {
        row.unit = Some(uid(dice.pick(&["B", "B", "T"])));
    }
    if dice.one_in(2) {
        facts.links.push(UnitLink::new(uid("B"), uid("C"), LinkKind::Serves, since(near(dice))));
    }
    if dice.one_in(3) {
        facts.links.push(UnitLink::new(uid("V"), uid("C"), LinkKind::ActsFor, since(near(dice))));
    }
    // Where numbers are recorded the rolls are not complete, and have no more on them.
    let is_counted = dice.one_in(2);
    for unit in ["V", "C", "K", "B"] {
        for kind in TraitKind::ALL {
            facts.unit_traits.push(UnitTrait::new(uid(unit), *kind, dice.one_in(2), since(near(dice))));
        }
        for (of, number) in [
            (Base::Households, dice.pick(&[10, 20, 30])),
            (Base::FullMembers, dice.pick(&[6, 7])),
            (Base::AllPartyMembers, dice.pick(&[50, 51, 99, 100])),
        ] {
            if !is_counted {
                continue;
            }
            facts.unit_numbers.push(UnitNumber::new(uid(unit), of, number, since(near(dice))));
        }
        let name = dice.pick(&["九江镇河清村集体经济组织", "河清股份社", "某某集体经济组织"]);
        facts.registered_names.push(RegisteredName::new(uid(unit), name.to_owned(), since(near(dice))));
    }
}

fn acts(dice: &mut Dice, facts: &mut Facts) {
    for at in 0..dice.below(6) {
        let (unit, stage, actor) = dice.pick(&[
            ("C", "meet", "board"),
            ("C", "meet", "member-assembly"),
            ("C", "resolve", "board"),
            ("C", "resolve", "representative-assembly"),
            ("C", "give-notice", "board"),
            ("C", "publish-finance", "board"),
            ("B", "meet", "members-meeting"),
            ("V", "publish-village-affairs", "village-committee"),
            ("V", "form-committee", "election-committee"),
            ("V", "hand-over", "village-committee"),
            ("C", "enroll", "public-service-center"),
            ("C", "recommend", "village-party-organization"),
            ("C", "decide", "town-party-committee"),
            ("C", "fix-post", "town-government"),
            ("C", "pay", "village-committee"),
        ]);
        let id = ActId::parse(&format!("A{at}")).unwrap();
        let case = CaseId::parse(&format!("{unit}-{}", dice.below(2))).unwrap();
        let mut row = Act::new(id, case, uid(unit), key(stage));
        row.rank = Some(dice.pick(&[Rank::Village, Rank::Town, Rank::County]));
        let on = near(dice);
        row.day = Some(exact(on));
        row.actor = Some(key(actor));
        row.matter = Some(key(dice.pick(&["charter", "investment"])));
        let base = if actor == "board" { Base::AllDirectors } else { Base::CapableMembers };
        let all = u32::try_from(3 + dice.below(5)).unwrap();
        row.counts = vec![
            Count::of_base(base, all),
            Count::new(Quantity::Present, all.saturating_sub(u32::try_from(dice.below(3)).unwrap())),
            Count::new(Quantity::Ayes, all.saturating_sub(u32::try_from(dice.below(4)).unwrap())),
        ];
        if dice.one_in(2) {
            row.items = vec![key("minutes")];
        }
        row.shown_through = Some(exact(on + Days::new(u64::try_from(14 + dice.below(3)).unwrap())));
        facts.acts.push(row);
    }
}

fn blur(date: &mut Option<PartialDate>, dice: &mut Dice) {
    let Some(known) = *date else { return };
    let first = known.first();
    *date = match dice.below(6) {
        0 => None,
        1 => PartialDate::new(chrono::Datelike::year(&first), None, None).ok(),
        2 | 3 => PartialDate::new(chrono::Datelike::year(&first), Some(chrono::Datelike::month(&first)), None).ok(),
        _ => Some(known),
    };
}

fn blur_span(span: &mut FactSpan, dice: &mut Dice) {
    let mut from = span.from;
    blur(&mut from, dice);
    let end = match span.end {
        SpanEnd::Ended(until) => {
            let mut until = Some(until);
            blur(&mut until, dice);
            until.map_or(span.end, SpanEnd::Ended)
        }
        SpanEnd::SeenRunning(seen) if dice.one_in(4) => SpanEnd::SeenRunning(seen - Days::new(40)),
        other => other,
    };
    if let Ok(blurred) = FactSpan::new(from, end) {
        *span = blurred;
    }
}

fn drop_some<T>(value: &mut Option<T>, dice: &mut Dice) {
    if dice.one_in(4) {
        *value = None;
    }
}

/// The same world with less known of it: dates blurred, values dropped, statements of completeness withdrawn, rows of
/// lists that are then no longer complete left out.
#[expect(clippy::too_many_lines, reason = "a line for every kind of fact")]
fn weaken(full: &Facts, dice: &mut Dice) -> Facts {
    let mut facts = full.clone();
    for row in &mut facts.persons {
        blur(&mut row.birth, dice);
        drop_some(&mut row.sex, dice);
    }
    for row in &mut facts.holdings {
        blur_span(&mut row.span, dice);
        drop_some(&mut row.continued, dice);
    }
    for row in &mut facts.candidacies {
        blur(&mut row.nominated, dice);
        blur(&mut row.election, dice);
    }
    for row in &mut facts.records {
        blur(&mut row.decided, dice);
        blur(&mut row.approved, dice);
        blur(&mut row.restored, dice);
    }
    for row in &mut facts.kin {
        blur_span(&mut row.span, dice);
    }
    for row in &mut facts.party_memberships {
        blur_span(&mut row.span, dice);
        blur(&mut row.full_from, dice);
    }
    for row in &mut facts.memberships {
        blur_span(&mut row.span, dice);
    }
    for row in &mut facts.enrollments {
        blur_span(&mut row.span, dice);
    }
    for row in &mut facts.statuses {
        blur_span(&mut row.span, dice);
    }
    for row in &mut facts.links {
        blur_span(&mut row.span, dice);
    }
    for row in &mut facts.unit_traits {
        blur_span(&mut row.span, dice);
    }
    for row in &mut facts.unit_numbers {
        blur_span(&mut row.span, dice);
    }
    for row in &mut facts.registered_names {
        blur_span(&mut row.span, dice);
    }
    for row in &mut facts.party_memberships {
        drop_some(&mut row.unit, dice);
    }
    for row in &mut facts.bodies {
        blur(&mut row.formed, dice);
        drop_some(&mut row.seats, dice);
    }
    for row in &mut facts.acts {
        blur(&mut row.day, dice);
        drop_some(&mut row.actor, dice);
        drop_some(&mut row.matter, dice);
        drop_some(&mut row.rank, dice);
        blur(&mut row.shown_through, dice);
        // A base on record may differ from the roster here, so it stays; what was counted may go.
        if dice.one_in(4) {
            row.counts.truncate(2);
        }
    }
    let mut open: BTreeSet<List> = BTreeSet::new();
    facts.coverage.retain(|row| {
        let keep = !dice.one_in(4);
        if !keep {
            open.insert(row.list);
        }
        keep
    });
    let lose = |list: List, dice: &mut Dice| open.contains(&list) && dice.one_in(3);
    facts.records.retain(|row| !lose(row.kind.list(), dice));
    facts.kin.retain(|_| !lose(List::Kin, dice));
    facts.party_memberships.retain(|_| !lose(List::PartyMembers, dice));
    facts.memberships.retain(|_| !lose(List::Members, dice));
    facts.trainings.retain(|_| !lose(List::Training, dice));
    facts.enrollments.retain(|_| !lose(List::Enrollment, dice));
    facts.holdings.retain(|_| !lose(List::Roster, dice));
    facts.statuses.retain(|row| !lose(row.kind.list(), dice));
    facts.links.retain(|_| !lose(List::Links, dice));
    facts.bodies.retain(|_| !lose(List::Bodies, dice));
    facts.unit_traits.retain(|_| !lose(List::UnitFacts, dice));
    facts.unit_numbers.retain(|_| !lose(List::UnitFacts, dice));
    // One act stands for its stage of a case, so a stage is lost whole.
    let mut left_out: BTreeMap<(CaseId, Key), bool> = BTreeMap::new();
    for row in &facts.acts {
        let lose = lose(List::Acts, dice);
        left_out.entry((row.case.clone(), row.stage.clone())).or_insert(lose);
    }
    facts.acts.retain(|row| !left_out[&(row.case.clone(), row.stage.clone())]);
    facts
}

/// What is possible for every subject of every provision, by level; silence is not applicable.
fn answers(rules: &Rulebook, review: &Review<'_>) -> BTreeMap<(String, String, String), Possible> {
    let mut all = BTreeMap::new();
    for provision in rules.provisions() {
        for subject in review.subjects(&provision.id) {
            let answer = review.ask(&provision.id, &subject).unwrap();
            let key = subject.key(review.register());
            all.insert((provision.id.to_string(), key.clone(), String::new()), Possible::NOT_APPLICABLE);
            for line in &answer.lines {
                all.insert((provision.id.to_string(), key.clone(), line.level.to_string()), line.possible);
            }
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn more_facts_only_shrink_what_is_possible(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let full = world(&mut dice);
        let weak = weaken(&full, &mut dice);
        let rules = rules();
        let (full, weak) = (Register::build(full), Register::build(weak));
        let full = rules.review(&full.register, day(REVIEW)).unwrap();
        let weak = rules.review(&weak.register, day(REVIEW)).unwrap();
        let (with_all, with_less) = (answers(rules, &full), answers(rules, &weak));
        for ((provision, subject, level), less) in &with_less {
            if level.is_empty() || !with_all.contains_key(&(provision.clone(), subject.clone(), String::new())) {
                continue;
            }
            let all = with_all.get(&(provision.clone(), subject.clone(), level.clone())).copied();
            let all = all.unwrap_or(Possible::NOT_APPLICABLE);
            prop_assert!(
                all.is_subset_of(*less),
                "{provision} about {subject} at {level}: {all} with everything known, {less} with less\nfull: {}\nless: {}",
                full.register().to_json().unwrap(),
                weak.register().to_json().unwrap(),
            );
        }
    }

    #[test]
    fn the_order_of_rows_never_changes_a_byte(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let full = world(&mut dice);
        let facts = weaken(&full, &mut dice);
        let mut turned = facts.clone();
        turned.persons.reverse();
        turned.holdings.reverse();
        turned.records.reverse();
        turned.kin.reverse();
        turned.acts.reverse();
        turned.coverage.reverse();
        turned.units.reverse();
        let (one, other) = (Register::build(facts), Register::build(turned));
        prop_assert_eq!(one.register.to_json().unwrap(), other.register.to_json().unwrap());
        let rules = rules();
        let a = rules.review(&one.register, day(REVIEW)).unwrap();
        let b = rules.review(&other.register, day(REVIEW)).unwrap();
        prop_assert_eq!(a.findings(), b.findings());
    }

    #[test]
    fn a_register_read_back_from_its_json_is_the_same(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let full = world(&mut dice);
        let register = Register::build(weaken(&full, &mut dice)).register;
        let json = register.to_json().unwrap();
        let back = Register::build(Facts::from_json(json.as_bytes()).unwrap());
        prop_assert!(back.problems().is_empty());
        prop_assert_eq!(&back.register, &register);
    }

    #[test]
    fn the_sweep_and_the_derivation_never_disagree(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let full = world(&mut dice);
        let register = Register::build(weaken(&full, &mut dice)).register;
        let review = rules().review(&register, day(REVIEW)).unwrap();
        for finding in review.findings() {
            let answer = review.answer(finding);
            let line = answer.lines.iter().find(|line| line.level == finding.level).unwrap();
            prop_assert_eq!(line.possible, finding.possible);
            prop_assert_eq!(line.modality, finding.modality);
            // What is open says what is missing.
            if !line.possible.is_settled() {
                prop_assert!(
                    !line.missing.is_empty(),
                    "{} about {} is {} and nothing is missing: {:?}",
                    answer.provision.id, answer.subject.key(&register), line.possible, line.reasons
                );
            }
        }
    }
}

fn rules() -> &'static Rulebook {
    static RULES: std::sync::OnceLock<Rulebook> = std::sync::OnceLock::new();
    RULES.get_or_init(|| jiujiang(""))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(12) })]

    #[test]
    fn a_timeline_equals_day_by_day_evaluation(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let full = world(&mut dice);
        let register = Register::build(weaken(&full, &mut dice)).register;
        let review = rules().review(&register, day(REVIEW)).unwrap();
        let (from, until) = (day("1990-01-01"), day("2040-01-01"));
        for provision in rules().provisions() {
            let subjects = review.subjects(&provision.id);
            let Some(subject) = subjects.first() else { continue };
            let answer = review.ask(&provision.id, subject).unwrap();
            let timeline = review.timeline(&answer, from, until);
            prop_assert!(timeline.evaluations < 120, "{} evaluations", timeline.evaluations);
            prop_assert_eq!(timeline.stretches.first().unwrap().from, from);
            prop_assert_eq!(timeline.stretches.last().unwrap().until, until);
            for stretch in &timeline.stretches {
                for on in stretch.from.iter_days().take_while(|on| *on < stretch.until) {
                    let single = review.timeline(&answer, on, on.succ_opt().unwrap());
                    prop_assert_eq!(
                        &single.stretches[0].answer, &stretch.answer,
                        "{} about {} on {}", provision.id, subject.key(&register), on
                    );
                }
            }
        }
    }
}

/// One leaf, asked of the seats of a cooperative's directors.
fn leaf(criterion: &str) -> Rulebook {
    let text = format!(
        r#"
        [[instrument]]
        key = "X"
        title = {{ zh = "示例", en = "example" }}
        [[provision]]
        id = "selection.leaf"
        title = {{ zh = "示例", en = "example" }}
        applies_to = {{ seat = {{ posts = ["director"] }} }}
        judged_on = "review-day"
        [[provision.edition]]
        in_force = {{ from = "1901-01-01" }}
        level = "town"
        source = {{ instrument = "X", confidence = "inference" }}
        modality = "must"
        norm = {{ eligibility = {criterion} }}
        "#
    );
    Rulebook::from_toml(&[("leaf.toml", &text)]).unwrap_or_else(|errors| panic!("{errors}"))
}

fn ask_leaf(rules: &Rulebook, facts: Facts, on: NaiveDate) -> Possible {
    let loaded = Register::build(facts);
    let review = rules.review(&loaded.register, on).unwrap();
    let id = grassroots::rulebook::ProvisionId::new("selection.leaf").unwrap();
    let subject = review.subjects(&id)[0];
    review.ask(&id, &subject).unwrap().possible()
}

/// Every day a partial date can be.
fn days_of(date: PartialDate) -> Vec<NaiveDate> {
    date.first().iter_days().take_while(|day| *day <= date.last()).collect()
}

#[test]
fn an_atom_is_exactly_what_holds_on_every_day_a_partial_date_can_be() {
    let partial = [
        ("{ age = { min = 18 } }", "2008-03"),
        ("{ age = { min = 18 } }", "2008-02"),
        ("{ age = { min = 18 } }", "2008"),
        ("{ age = { max = 45 } }", "1980-03"),
        ("{ age = { max = 45 } }", "1980-02"),
        ("{ age = { max = 45 } }", "1979-08"),
        ("{ age = { min = 18, max = 60 } }", "1966"),
    ];
    let mut counts = BTreeMap::new();
    for (criterion, birth) in partial {
        let rules = leaf(criterion);
        let birth = PartialDate::parse(birth).unwrap();
        for shift in 0..4 {
            let on = day("2026-02-27") + Days::new(shift);
            let with = |birth: PartialDate| {
                support::World::new()
                    .person("P", |row| row.birth = Some(birth))
                    .holds("P", PostKind::Director, "C", support::since("2020-01-01"))
                    .complete(List::Roster, "2026-12-31")
                    .facts()
            };
            let open = ask_leaf(&rules, with(birth), on);
            let each = days_of(birth)
                .into_iter()
                .map(|day| ask_leaf(&rules, with(exact(day)), on))
                .reduce(Possible::union)
                .unwrap();
            assert_eq!(open, each, "{criterion} born {birth} on {on}");
            *counts.entry(open.to_string()).or_insert(0) += 1;
        }
    }
    println!("{counts:?}");
    assert!(2 < counts.len(), "settled and open answers both occur: {counts:?}");
}

#[test]
fn a_look_back_is_exactly_what_holds_on_every_day_a_partial_date_can_be() {
    for (look_back, approved) in [
        (r#"{ within = "18 months" }"#, "2024-08"),
        (r#"{ within = "18 months" }"#, "2024-09"),
        (r#"{ within = "1 day" }"#, "2026-02"),
        (r#""for_life""#, "2026-02"),
        (r#""for_life""#, "2026-03"),
    ] {
        let rules = leaf(&format!(
            r#"{{ not = {{ record = {{ of = ["party-serious-warning"], look_back = {look_back} }} }} }}"#
        ));
        let approved = PartialDate::parse(approved).unwrap();
        for shift in 0..4 {
            let on = day("2026-02-27") + Days::new(shift);
            let with = |approved: PartialDate| {
                support::World::new()
                    .man("P")
                    .holds("P", PostKind::Director, "C", support::since("2020-01-01"))
                    .record("P", RecordKind::PartySeriousWarning, |row| row.approved = Some(approved))
                    .complete(List::PartySanctions, "2026-12-31")
                    .facts()
            };
            let open = ask_leaf(&rules, with(approved), on);
            let each = days_of(approved)
                .into_iter()
                .map(|day| ask_leaf(&rules, with(exact(day)), on))
                .reduce(Possible::union)
                .unwrap();
            assert_eq!(open, each, "{look_back} approved {approved} on {on}");
        }
    }
}

#[test]
fn a_share_summed_person_by_person_equals_every_completion() {
    // Committee members are in the base; representatives are in it and, if women, counted. Up to six people of whom up to
    // four have no sex on record.
    let rules = support::builtin();
    let id = grassroots::rulebook::ProvisionId::new("organization.village-representatives-women").unwrap();
    let ask = |sexes: &[Option<Sex>], committee: usize| {
        let mut world = support::World::new().complete(List::Roster, "2026-12-31");
        for (at, sex) in sexes.iter().enumerate() {
            let name = format!("P{at}");
            let post = if at < committee { PostKind::CommitteeMember } else { PostKind::VillageRepresentative };
            world = world.person(&name, |row| row.sex = *sex).holds(&name, post, "V", support::since("2021-01-10"));
        }
        let loaded = Register::build(world.facts());
        let review = rules.review(&loaded.register, day(REVIEW)).unwrap();
        let subject = review.subjects(&id)[0];
        review.ask(&id, &subject).unwrap().possible()
    };
    let options = [Some(Sex::Female), Some(Sex::Male), None];
    let mut seen = BTreeSet::new();
    for code in 0..3_usize.pow(4) {
        let sexes: Vec<Option<Sex>> =
            (0..4).map(|at| options[code / 3_usize.pow(at) % 3]).chain([Some(Sex::Male)]).collect();
        for committee in 0..3 {
            let open: Vec<usize> = (0..sexes.len()).filter(|at| sexes[*at].is_none()).collect();
            let mut each = None;
            for bits in 0..1_usize << open.len() {
                let mut whole = sexes.clone();
                for (bit, at) in open.iter().enumerate() {
                    whole[*at] = Some(if bits >> bit & 1 == 1 { Sex::Female } else { Sex::Male });
                }
                let one = ask(&whole, committee);
                each = Some(each.map_or(one, |each: Possible| each.union(one)));
            }
            let found = ask(&sexes, committee);
            assert_eq!(Some(found), each, "{sexes:?} with {committee} on the committee");
            seen.insert(found.to_string());
        }
    }
    assert_eq!(seen.len(), 3, "satisfied, breached and open all occur: {seen:?}");
}

//! What the tests of the law share: facts in a few words, and the outcome of one provision about one subject.
#![expect(dead_code, reason = "each test crate uses a part of it")]

use grassroots::facts::*;
use grassroots::review::Review;
use grassroots::rulebook::{Modality, Profile, ProvisionId, Rulebook};
use grassroots::vocab::*;
use std::collections::BTreeMap;

/// One row of a case table: facts, a day, a subject, and what the law says.
pub struct Case {
    /// The provision.
    pub provision: &'static str,
    /// What the row shows, in words of the law.
    pub name: &'static str,
    /// The day of the review.
    pub day: &'static str,
    /// The facts.
    pub facts: Facts,
    /// The subject's key.
    pub subject: &'static str,
    /// What is still possible on each level, from the highest: `S`atisfied, `B`reached, `E`xcepted, `N`ot applicable, and
    /// the modality; levels joined by ` + `; `-` where no level speaks; `none` where the provision has no such subject.
    pub expect: &'static str,
    /// A gap that must be named, as a part of its debug form; empty where none is asked for.
    pub names: &'static str,
    /// The citations of all levels, such as `VCL 8(1), GDV 2`; empty where they are not asked for.
    pub cites: &'static str,
    /// What the town has set, as TOML over the profile; empty where nothing.
    pub set: &'static str,
}

impl Case {
    pub fn new(
        provision: &'static str,
        name: &'static str,
        day: &'static str,
        world: World,
        subject: &'static str,
        expect: &'static str,
    ) -> Self {
        Self { provision, name, day, facts: world.facts(), subject, expect, names: "", cites: "", set: "" }
    }

    /// The row also asks that this gap is named.
    pub fn names(self, names: &'static str) -> Self {
        Self { names, ..self }
    }

    /// The row also asks for these citations.
    pub fn cites(self, cites: &'static str) -> Self {
        Self { cites, ..self }
    }

    /// The row stands under what the town has set.
    pub fn set(self, set: &'static str) -> Self {
        Self { set, ..self }
    }
}

pub fn d(text: &str) -> PartialDate {
    PartialDate::parse(text).unwrap()
}

pub fn day(text: &str) -> chrono::NaiveDate {
    parse_day(text).unwrap()
}

pub fn pid(text: &str) -> PersonId {
    PersonId::parse(text).unwrap()
}

pub fn uid(text: &str) -> UnitId {
    UnitId::parse(text).unwrap()
}

pub fn key(text: &str) -> Key {
    Key::new(text).unwrap()
}

/// From a day on, without end.
pub fn since(from: &str) -> FactSpan {
    FactSpan::new(Some(d(from)), SpanEnd::Never).unwrap()
}

/// From a day on, seen running on another.
pub fn seen(from: &str, on: &str) -> FactSpan {
    FactSpan::new(Some(d(from)), SpanEnd::SeenRunning(day(on))).unwrap()
}

/// From a day until another, half-open.
pub fn until(from: &str, end: &str) -> FactSpan {
    FactSpan::new(Some(d(from)), SpanEnd::Ended(d(end))).unwrap()
}

/// A register in the making.
#[derive(Clone, Default)]
pub struct World(pub Facts);

impl World {
    /// A town `T`, a village `V`, a community `K`, a cooperative `C` of the village, a branch `B` serving it.
    pub fn new() -> Self {
        let mut facts = Facts::default();
        for (id, kind, parent) in [
            ("T", UnitKind::Town, None),
            ("V", UnitKind::Village, Some("T")),
            ("K", UnitKind::Community, Some("T")),
            ("C", UnitKind::Cooperative, Some("V")),
            ("B", UnitKind::PartyBranch, Some("V")),
        ] {
            let mut unit = Unit::new(uid(id), kind);
            unit.parent = parent.map(uid);
            facts.units.push(unit);
        }
        Self(facts)
    }

    pub fn unit(mut self, id: &str, kind: UnitKind, parent: Option<&str>) -> Self {
        let mut unit = Unit::new(uid(id), kind);
        unit.parent = parent.map(uid);
        self.0.units.retain(|row| row.id != unit.id);
        self.0.units.push(unit);
        self
    }

    pub fn person(mut self, id: &str, with: impl FnOnce(&mut Person)) -> Self {
        let mut row = Person::new(pid(id));
        with(&mut row);
        self.0.persons.push(row);
        self
    }

    pub fn man(self, id: &str) -> Self {
        self.person(id, |row| row.sex = Some(Sex::Male))
    }

    pub fn woman(self, id: &str) -> Self {
        self.person(id, |row| row.sex = Some(Sex::Female))
    }

    pub fn born(self, id: &str, birth: &str) -> Self {
        self.person(id, |row| row.birth = Some(d(birth)))
    }

    pub fn holds(self, id: &str, post: PostKind, unit: &str, span: FactSpan) -> Self {
        self.holding(id, post, unit, span, |_| {})
    }

    pub fn holding(
        mut self,
        id: &str,
        post: PostKind,
        unit: &str,
        span: FactSpan,
        with: impl FnOnce(&mut Holding),
    ) -> Self {
        let mut row = Holding::new(pid(id), uid(unit), post, span);
        with(&mut row);
        self.0.holdings.push(row);
        self
    }

    pub fn candidate(mut self, id: &str, post: PostKind, unit: &str, nominated: &str, election: &str) -> Self {
        let mut row = Candidacy::new(pid(id), uid(unit), post);
        row.nominated = (!nominated.is_empty()).then(|| d(nominated));
        row.election = (!election.is_empty()).then(|| d(election));
        self.0.candidacies.push(row);
        self
    }

    pub fn body(mut self, unit: &str, kind: BodyKind, with: impl FnOnce(&mut Body)) -> Self {
        let mut row = Body::new(uid(unit), kind);
        with(&mut row);
        self.0.bodies.push(row);
        self
    }

    pub fn kin(mut self, a: &str, b: &str, relation: Relation, span: FactSpan) -> Self {
        self.0.kin.push(KinTie::new(pid(a), pid(b), relation, span));
        self
    }

    pub fn record(mut self, id: &str, kind: RecordKind, with: impl FnOnce(&mut Record)) -> Self {
        let mut row = Record::new(pid(id), kind);
        with(&mut row);
        self.0.records.push(row);
        self
    }

    pub fn party(mut self, id: &str, from: &str, full_from: &str) -> Self {
        let mut row = PartyMembership::new(pid(id), since(from));
        row.full_from = (!full_from.is_empty()).then(|| d(full_from));
        self.0.party_memberships.push(row);
        self
    }

    pub fn member(mut self, id: &str, unit: &str, span: FactSpan) -> Self {
        self.0.memberships.push(Membership::new(pid(id), uid(unit), span));
        self
    }

    pub fn act(mut self, id: &str, case: &str, unit: &str, stage: &str, with: impl FnOnce(&mut Act)) -> Self {
        let mut row = Act::new(ActId::parse(id).unwrap(), CaseId::parse(case).unwrap(), uid(unit), key(stage));
        with(&mut row);
        self.0.acts.push(row);
        self
    }

    pub fn training(mut self, id: &str, on: &str, hours: u32) -> Self {
        let mut row = Training::new(pid(id), d(on));
        row.hours = Some(hours);
        self.0.trainings.push(row);
        self
    }

    pub fn enrolled(mut self, id: &str, program: &str, span: FactSpan) -> Self {
        self.0.enrollments.push(Enrollment::new(pid(id), key(program), span));
        self
    }

    pub fn clause(mut self, unit: &str, of: &str, value: &str, span: FactSpan) -> Self {
        self.0.clauses.push(Clause::new(uid(unit), key(of), value.to_owned(), span));
        self
    }

    pub fn status(mut self, id: &str, kind: StatusKind, span: FactSpan) -> Self {
        self.0.statuses.push(Status::new(pid(id), kind, span));
        self
    }

    pub fn status_in(mut self, id: &str, kind: StatusKind, unit: &str, span: FactSpan) -> Self {
        let mut row = Status::new(pid(id), kind, span);
        row.unit = Some(uid(unit));
        self.0.statuses.push(row);
        self
    }

    pub fn affiliated(mut self, id: &str, branch: &str, from: &str, full_from: &str) -> Self {
        let mut row = PartyMembership::new(pid(id), since(from));
        row.full_from = (!full_from.is_empty()).then(|| d(full_from));
        row.unit = Some(uid(branch));
        self.0.party_memberships.push(row);
        self
    }

    pub fn has_trait(mut self, unit: &str, kind: TraitKind, holds: bool, span: FactSpan) -> Self {
        self.0.unit_traits.push(UnitTrait::new(uid(unit), kind, holds, span));
        self
    }

    pub fn number(mut self, unit: &str, of: Base, number: u32, span: FactSpan) -> Self {
        self.0.unit_numbers.push(UnitNumber::new(uid(unit), of, number, span));
        self
    }

    pub fn registered(mut self, unit: &str, name: &str, span: FactSpan) -> Self {
        self.0.registered_names.push(RegisteredName::new(uid(unit), name.to_owned(), span));
        self
    }

    pub fn link(mut self, from: &str, to: &str, kind: LinkKind, span: FactSpan) -> Self {
        self.0.links.push(UnitLink::new(uid(from), uid(to), kind, span));
        self
    }

    /// These lists are complete for everybody, now and for long.
    pub fn closed(self, lists: &[List]) -> Self {
        lists.iter().fold(self, |world, list| world.complete(*list, "2040-01-01"))
    }

    /// The list is complete for everybody as of the day.
    pub fn complete(mut self, list: List, as_of: &str) -> Self {
        let mut row = Coverage::new(list, Extent::All, day(as_of));
        if matches!(list, List::Roster | List::Bodies) {
            row.from = Some(day("1990-01-01"));
        }
        if list == List::Kin {
            row.circle = Some(Circle::CivilServiceScope);
        }
        self.0.coverage.push(row);
        self
    }

    pub fn facts(self) -> Facts {
        self.0
    }
}

pub fn builtin() -> Rulebook {
    Rulebook::builtin().unwrap_or_else(|errors| panic!("{errors}"))
}

/// The built-in law with the profile of Jiujiang, and values put over it.
pub fn jiujiang(set: &str) -> Rulebook {
    let rules = builtin().with(&Profile::jiujiang().unwrap()).unwrap_or_else(|errors| panic!("{errors}"));
    if set.is_empty() {
        return rules;
    }
    rules.with(&Profile::toml(set).unwrap()).unwrap_or_else(|errors| panic!("{errors}"))
}

/// What came out of a provision about a subject.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// What is possible on each level, with the modality.
    pub lines: String,
    /// What is missing, in debug form.
    pub missing: String,
    /// The citations of all levels.
    pub cites: String,
}

/// The outcome of a provision about a subject: `B must`, `SB normally + S may`, `-`.
pub fn outcome(review: &Review<'_>, provision: &str, subject: &str) -> (String, String) {
    let found = outcome_in_full(review, provision, subject);
    (found.lines, found.missing)
}

/// The outcome with its citations.
pub fn outcome_in_full(review: &Review<'_>, provision: &str, subject: &str) -> Outcome {
    let id = ProvisionId::new(provision).unwrap();
    let subjects = review.subjects(&id);
    let Some(found) = subjects.iter().find(|one| one.key(review.register()) == subject) else {
        let keys: Vec<String> = subjects.iter().map(|one| one.key(review.register())).collect();
        return Outcome { lines: format!("no subject `{subject}` among {keys:?}"), ..Outcome::default() };
    };
    let answer = review.ask(&id, found).unwrap();
    let mut lines: Vec<String> = Vec::new();
    let mut cites: Vec<String> = Vec::new();
    for line in &answer.lines {
        let letters: String = line.possible.iter().map(letter).collect();
        let modality = match line.modality {
            Modality::Must => "must",
            Modality::Normally => "normally",
            Modality::May => "may",
            Modality::Note => "note",
        };
        lines.push(format!("{letters} {modality}"));
        for edition in &line.editions {
            let article = edition.source.article().map_or(String::new(), |article| format!(" {article}"));
            cites.push(format!("{}{article}", edition.source.instrument()));
        }
    }
    let lines = if lines.is_empty() { "-".to_owned() } else { lines.join(" + ") };
    Outcome { lines, missing: format!("{:?}", answer.missing()), cites: cites.join(", ") }
}

fn letter(verdict: Verdict) -> char {
    match verdict {
        Verdict::Satisfied => 'S',
        Verdict::Breached => 'B',
        Verdict::Excepted => 'E',
        Verdict::NotApplicable => 'N',
        Verdict::Undetermined => '?',
    }
}

/// A row with its register built.
pub struct Ready<'a> {
    pub case: &'a Case,
    pub register: Register,
}

impl<'a> Ready<'a> {
    /// Builds the register of a row; a row whose facts do not load says so.
    pub fn new(case: &'a Case) -> Result<Self, String> {
        let loaded = Register::build(case.facts.clone());
        if loaded.problems().is_empty() {
            Ok(Self { case, register: loaded.register })
        } else {
            Err(format!("{} · {}: {:?}", case.provision, case.name, loaded.problems()))
        }
    }

    /// What is wrong with the row under rules that already hold what it sets.
    pub fn failure(&self, rules: &Rulebook) -> Option<String> {
        let case = self.case;
        let review = rules.review(&self.register, day(case.day)).unwrap();
        let found = outcome_in_full(&review, case.provision, case.subject);
        let here = format!("{} · {}", case.provision, case.name);
        let none = case.expect == "none" && found.lines.starts_with("no subject");
        if found.lines != case.expect && !none {
            Some(format!(
                "{here}: expected {}, found {} ({}); missing {}",
                case.expect, found.lines, found.cites, found.missing
            ))
        } else if !found.missing.contains(case.names) {
            Some(format!("{here}: {} is not named in {}", case.names, found.missing))
        } else if !case.cites.is_empty() && found.cites != case.cites {
            Some(format!("{here}: expected the citations {}, found {}", case.cites, found.cites))
        } else {
            None
        }
    }
}

/// The rows that do not come out as the law says, each as one line.
pub fn failures(rules: &Rulebook, cases: &[Case]) -> Vec<String> {
    let mut failures = Vec::new();
    let mut books: BTreeMap<&str, Rulebook> = BTreeMap::new();
    for case in cases {
        match Ready::new(case) {
            Ok(ready) if case.set.is_empty() => failures.extend(ready.failure(rules)),
            Ok(ready) => {
                let book = books.entry(case.set).or_insert_with(|| {
                    let set = Profile::toml(case.set).unwrap_or_else(|errors| panic!("{errors}"));
                    rules.with(&set).unwrap_or_else(|errors| panic!("{errors}"))
                });
                failures.extend(ready.failure(book));
            }
            Err(problem) => failures.push(problem),
        }
    }
    failures
}

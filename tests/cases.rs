//! Worked cases: questions with a known answer, put through the public interface. `tests/cases/` holds one file a case —
//! facts, day, provision and subject, and what the law says with its article; `tests/cases/README.md` lists the cases that
//! the rules do not answer, each with its reason. No case may be missing from both.
#![expect(clippy::disallowed_methods, reason = "the cases are files; the library does no I/O")]

use grassroots::facts::kin::{Affinity, Degree, KinPath};
use grassroots::facts::{Facts, Register};
use grassroots::rulebook::{ProvisionId, Rulebook};
use grassroots::vocab::{Circle, PersonId, Truth, parse_day};
use grassroots::wire;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The worked cases of the organization and selection pillars.
const CASES: std::ops::RangeInclusive<u32> = 1..=39;

/// One worked case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// Its number, `C12`; the name of the file.
    #[serde(rename = "case")]
    number: String,
    /// The question.
    asks: String,
    /// The article of the key.
    article: String,
    /// What the key says otherwise than the statute, or what it does not settle.
    #[serde(default)]
    note: Option<String>,
    /// A profile over the built-in law.
    #[serde(default)]
    profile: Option<String>,
    /// Facts of every part.
    #[serde(default)]
    facts: BTreeMap<String, Vec<Value>>,
    parts: Vec<Part>,
}

/// One question of a case.
#[derive(Debug, Deserialize)]
struct Part {
    #[serde(rename = "part")]
    name: String,
    day: String,
    /// Facts beside those of the case.
    #[serde(default)]
    facts: BTreeMap<String, Vec<Value>>,
    #[serde(flatten)]
    asked: Asked,
}

#[derive(Debug, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Asked {
    /// What a provision says about a subject: on each level what is still possible, and the citations.
    Provision {
        provision: String,
        subject: String,
        lines: Vec<Line>,
        /// Words of what is missing.
        #[serde(default)]
        missing: Vec<String>,
    },
    /// The provision does not speak of such a subject at all.
    Silent { provision: String, silent_about: String },
    /// Whether two persons stand in a circle, and how far apart they are.
    Kin { a: String, b: String, within: Circle, holds: Truth, generations: Option<u32> },
}

#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    level: String,
    modality: String,
    possible: Vec<String>,
    /// Instrument and article, `VCL 6(1)`; with the first day in force where the case turns on it, `LRCEO 31(2) 2025-05-01`.
    citations: Vec<String>,
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let text = std::fs::read_to_string(&path).unwrap();
            let case: Case = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            assert_eq!(
                path.file_stem().unwrap().to_str(),
                Some(case.number.as_str()),
                "the file bears the case's number"
            );
            cases.push(case);
        }
    }
    cases.sort_by(|a, b| a.number.cmp(&b.number));
    cases
}

/// The facts of a part: those of the case and its own.
fn facts(case: &Case, part: &Part) -> Value {
    let mut all = case.facts.clone();
    for (table, rows) in &part.facts {
        all.entry(table.clone()).or_default().extend(rows.iter().cloned());
    }
    json!(all)
}

/// The reply of the wire to one question about the facts of a part.
fn ask(case: &Case, part: &Part, provision: &str, subject: &str) -> Value {
    let request = json!({
        "version": wire::VERSION, "lang": "en", "day": part.day, "register": facts(case, part), "profile": case.profile,
        "questions": [{ "ask": "answer", "provision": provision, "subject": subject }],
    });
    let reply: Value = serde_json::from_slice(&wire::answer(request.to_string().as_bytes())).unwrap();
    assert_eq!(reply["problems"], json!([]), "{} {}: {reply}", case.number, part.name);
    reply["answers"][0].clone()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn is_day(text: &str) -> bool {
    parse_day(text).is_ok()
}

/// The lines of a reply; a citation says its first day in force where one of those expected does.
fn lines(reply: &Value, expected: &[Line]) -> Vec<Line> {
    let dated = expected.iter().flat_map(|line| &line.citations).any(|citation| citation.split(' ').any(is_day));
    let citation = |one: &Value| {
        let words = [text(&one["instrument"]), text(&one["article"])];
        let from = dated.then(|| text(&one["in_force_from"]));
        words.into_iter().chain(from).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    list(&reply["lines"])
        .iter()
        .map(|line| Line {
            level: text(&line["level"]),
            modality: text(&line["modality"]),
            possible: list(&line["possible"]).iter().map(text).collect(),
            citations: list(&line["citations"]).iter().map(citation).collect(),
        })
        .collect()
}

/// What is wrong with a part.
fn fault(case: &Case, part: &Part) -> Option<String> {
    match &part.asked {
        Asked::Provision { provision, subject, lines: expected, missing } => {
            let reply = ask(case, part, provision, subject);
            let found = lines(&reply, expected);
            let named = reply["lines"].to_string();
            let unnamed: Vec<&String> = missing.iter().filter(|words| !named.contains(words.as_str())).collect();
            (found != *expected || !unnamed.is_empty())
                .then(|| format!("expected {expected:#?}, missing {unnamed:?}\nfound {reply:#}"))
        }
        Asked::Silent { provision, silent_about } => {
            let reply = ask(case, part, provision, silent_about);
            let says = text(&reply["error"]);
            (!says.contains("does not speak of a subject"))
                .then(|| format!("expected no such subject, found {reply:#}"))
        }
        Asked::Kin { a, b, within, holds, generations } => {
            let facts: Facts = serde_json::from_value(facts(case, part)).unwrap();
            let loaded = Register::build(facts);
            assert!(loaded.problems().is_empty(), "{}: {:?}", case.number, loaded.problems());
            let person = |id: &str| loaded.register.person(&PersonId::parse(id).unwrap()).unwrap();
            let day = parse_day(&part.day).unwrap();
            let found = loaded.register.kin().between(person(a), person(b), *within, Affinity::Wide, day, day);
            let degree = found.path.as_ref().and_then(KinPath::degree).map(Degree::generations);
            (found.truth != *holds || degree != *generations)
                .then(|| format!("found {found:?}, generations {degree:?}"))
        }
    }
}

#[test]
fn the_cases_come_out_as_the_law_says() {
    let mut faults: Vec<String> = Vec::new();
    for case in &cases() {
        assert!(!case.asks.is_empty() && !case.article.is_empty() && !case.parts.is_empty(), "{}", case.number);
        assert!(case.note.as_ref().is_none_or(|note| !note.is_empty()), "{}", case.number);
        for part in &case.parts {
            let here = format!("{} ({})", case.number, part.name);
            faults.extend(fault(case, part).map(|fault| format!("{here}: {fault}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The cases of a list of the README, each with its reason: `- C29: …`.
fn listed(heading: &str) -> BTreeMap<String, String> {
    let readme = include_str!("cases/README.md");
    let (_, rest) = readme.split_once(&format!("\n## {heading}\n")).unwrap();
    let section = rest.split("\n## ").next().unwrap();
    let items = section.lines().filter_map(|line| line.strip_prefix("- ")?.split_once(": "));
    items.map(|(case, reason)| (case.to_owned(), reason.to_owned())).collect()
}

#[test]
fn no_case_is_lost() {
    let files: BTreeSet<String> = cases().into_iter().map(|case| case.number).collect();
    let (unanswered, in_part) = (listed("Not answered"), listed("Answered in part"));
    for (case, reason) in unanswered.iter().chain(&in_part) {
        assert!(reason.chars().count() > 20, "{case}: give the reason in words");
    }
    let rules = Rulebook::builtin().unwrap();
    for (case, reason) in unanswered.iter().chain(&in_part) {
        for id in reason.split('`').filter_map(|word| ProvisionId::new(word).ok()) {
            assert!(rules.provision(&id).is_none(), "{case} waits for `{id}`, which is there: write its file");
        }
    }
    let both: Vec<&String> = unanswered.keys().filter(|case| files.contains(*case)).collect();
    assert!(both.is_empty(), "answered by a file, and listed as not answered: {both:?}");
    let without: Vec<&String> = in_part.keys().filter(|case| !files.contains(*case)).collect();
    assert!(without.is_empty(), "answered in part, without a file: {without:?}");
    let found: BTreeSet<String> = files.into_iter().chain(unanswered.into_keys()).collect();
    let wanted: BTreeSet<String> = CASES.map(|number| format!("C{number:02}")).collect();
    assert_eq!(found, wanted);
}

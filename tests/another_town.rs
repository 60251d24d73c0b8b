//! 另一个镇 — the hand-written register of another town, with its own profile and sheets headed in English: the same rules
//! and the same program, nothing compiled anew. `examples/check_town` prints what is held here.
#![expect(clippy::disallowed_methods, reason = "the register is a folder of sheets; the library does no I/O")]

use grassroots::facts::{LoadOptions, Loaded, Problem, Register, Table};
use grassroots::report::Style;
use grassroots::review::Severity;
use grassroots::rulebook::{Profile, ProvisionId, Rulebook};
use grassroots::vocab::{Lang, parse_day};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;

const DAY: &str = "2026-03-01";

/// What is found, by severity, provision and subject. A provision that comes to the law later adds what it finds here only
/// when it is one of these.
const FOUND: [(&str, &str, &str); 13] = [
    ("breach", "deliberation.never-delegated-matters", "GTL-26-1·resolve·2026-01-08"),
    ("breach", "organization.board-kin", "GW001/chair@RXL+GW004/director@RXL"),
    ("breach", "organization.supervisor-exclusions", "GW008/supervisor@RXL+GW007/director@RXL"),
    ("breach", "supervision.asset-list-on-file", "GTL-25-1·count-assets·2025-12-05"),
    ("reminder", "deliberation.frequency-branch-meeting", "GTP/2025-07-01..2025-09-30"),
    ("reminder", "organization.board-size", "GTL/board"),
    ("reminder", "organization.board-size", "GTL/board"),
    ("reminder", "selection.board-age", "GW004/director@RXL"),
    ("reminder", "supervision.finance-disclosure-quarterly", "GTL/2025-07-01..2025-09-30"),
    ("unsettled", "organization.board-kin", "GW009/chair@GTL+GW010/director@GTL"),
    ("unsettled", "organization.board-kin", "GW009/chair@GTL+GW011/director@GTL"),
    ("unsettled", "supervision.party-removal-effect", "GW001/village-party-secretary@RX"),
    ("unsettled", "supervision.party-sanction-effect", "GW001/village-party-secretary@RX"),
];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples/guiwan")
}

/// The law with the town's profile, and nothing of another town.
fn rules() -> Rulebook {
    let text = std::fs::read_to_string(folder().join("profile.toml")).unwrap();
    let profile = Profile::from_file("profile.toml", &text).unwrap_or_else(|errors| panic!("{errors}"));
    Rulebook::builtin().unwrap().with(&profile).unwrap_or_else(|errors| panic!("{errors}"))
}

fn load(rules: &Rulebook) -> Loaded {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "csv"));
    paths.sort();
    let sheet = |path: &PathBuf| Table::csv(path.file_stem().unwrap().to_str().unwrap(), &std::fs::read(path).unwrap());
    let tables: Vec<Table> = paths.iter().map(sheet).collect();
    let mut options = LoadOptions::default();
    options.vocabulary = rules.vocabulary().clone();
    options.assume_current = Some(parse_day(DAY).unwrap());
    Register::load_with(tables, &options)
}

#[test]
fn the_troubles_of_its_sheets_are_named_and_nothing_else() {
    let loaded = load(&rules());
    let troubles: Vec<String> = loaded
        .problems()
        .iter()
        .filter(|problem| !problem.is_note())
        .map(|problem| format!("{} {} {}", problem.table, problem.row.unwrap(), problem.column.clone().unwrap()))
        .collect();
    assert_eq!(troubles, ["roster 13 In post since", "roster 16 Posts"]);
    assert!(!loaded.problems().iter().any(|problem: &Problem| problem.row_set_aside));
    let facts = loaded.register.facts();
    assert_eq!((facts.persons.len(), facts.units.len(), facts.holdings.len()), (12, 7, 15));
}

#[test]
fn its_findings_are_those_of_the_law_and_of_its_own_profile() {
    let rules = rules();
    assert_eq!(rules.profiles().iter().map(|name| name.in_lang(Lang::Zh)).collect::<Vec<_>>(), ["桂湾镇"]);
    assert!(rules.provision(&ProvisionId::new("organization.four-level-chain").unwrap()).is_none());
    let loaded = load(&rules);
    let review = rules.review(&loaded.register, parse_day(DAY).unwrap()).unwrap();
    let report: Value = serde_json::from_str(&review.report(&Style::new(Lang::En)).to_json()).unwrap();
    let asked: BTreeSet<&str> = FOUND.iter().map(|(_, provision, _)| *provision).collect();
    let mut found: Vec<(String, String, String)> = Vec::new();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    for one in report["findings"].as_array().unwrap() {
        let alike = one["alike"].as_array().into_iter().flatten();
        for subject in std::iter::once(&one["subject"]).chain(alike) {
            found.push((text(&one["severity"]), text(&one["provision"]), text(&subject["key"])));
        }
    }
    found.retain(|(_, provision, _)| asked.contains(provision.as_str()));
    found.sort();
    let expected: Vec<(String, String, String)> =
        FOUND.iter().map(|(a, b, c)| ((*a).to_owned(), (*b).to_owned(), (*c).to_owned())).collect();
    assert_eq!(found, expected);
}

#[test]
fn what_it_has_set_is_what_its_answers_rest_on() {
    let rules = rules();
    let loaded = load(&rules);
    let review = rules.review(&loaded.register, parse_day(DAY).unwrap()).unwrap();
    // Ten days' notice, counted with the tenth day; five years and sixty days of a committee elected on 2021-01-15; a
    // director of more than sixty who goes on; cousins on one board, outside the town's circle; a supervisor within
    // the three years that the charter gives.
    for (provision, subject) in [
        ("deliberation.assembly-notice", "RXL-26-1·meet·2026-01-15"),
        ("organization.village-committee-term", "RX/village-committee"),
        ("selection.board-age", "GW011/director@GTL"),
        ("organization.board-kin", "GW005/director@RXL+GW006/director@RXL"),
        ("organization.supervisors-local", "GW008/supervisor@RXL"),
    ] {
        let id = ProvisionId::new(provision).unwrap();
        let subjects = review.subjects(&id);
        let one = subjects.iter().find(|one| one.key(&loaded.register) == subject);
        let answer = review.ask(&id, one.unwrap_or_else(|| panic!("{provision}: {subject}"))).unwrap();
        assert_eq!(answer.severity(), Severity::Clear, "{provision} · {subject}");
    }
    let later = rules.review(&loaded.register, parse_day("2026-03-17").unwrap()).unwrap();
    let id = ProvisionId::new("organization.village-committee-term").unwrap();
    let term = later.findings().iter().find(|one| later.provision(one).unwrap().id == id).unwrap();
    assert_eq!(term.severity(), Severity::Breach);
}

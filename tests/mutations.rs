//! Every single change of a number, a date, a word or a list of the built-in rules makes at least one row of the case
//! table of its provision fail, or makes the rules refuse to load.

mod law;
mod support;

use grassroots::rulebook::{Profile, Rulebook};
use grassroots::vocab::{Base, BodyKind, Circle, LinkKind, PartialDate};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use support::Ready;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

const INSTRUMENTS: &str = include_str!("../src/pillars/instruments.toml");
const PARAMETERS: &str = include_str!("../src/pillars/parameters.toml");
const JIUJIANG: &str = include_str!("../src/pillars/jiujiang.toml");
const PILLARS: &[(&str, &str)] = &[
    ("organization.toml", include_str!("../src/pillars/organization/law.toml")),
    ("organization/chain.toml", include_str!("../src/pillars/organization/chain.toml")),
    ("organization/party.toml", include_str!("../src/pillars/organization/party.toml")),
    ("organization/village.toml", include_str!("../src/pillars/organization/village.toml")),
    ("organization/residents.toml", include_str!("../src/pillars/organization/residents.toml")),
    ("organization/cooperative.toml", include_str!("../src/pillars/organization/cooperative.toml")),
    ("selection.toml", include_str!("../src/pillars/selection/law.toml")),
    ("selection/elections.toml", include_str!("../src/pillars/selection/elections.toml")),
    ("selection/standing.toml", include_str!("../src/pillars/selection/standing.toml")),
    ("selection/membership.toml", include_str!("../src/pillars/selection/membership.toml")),
    ("deliberation.toml", include_str!("../src/pillars/deliberation/law.toml")),
    ("deliberation/majorities.toml", include_str!("../src/pillars/deliberation/majorities.toml")),
    ("cultivation.toml", include_str!("../src/pillars/cultivation/law.toml")),
    ("supervision.toml", include_str!("../src/pillars/supervision/law.toml")),
];

/// Changes that leave the meaning as it is: provision, change, reason.
const EQUIVALENT: &[(&str, &str, &str)] = &[
    ("organization.board-size", "provision.0.edition.1.norm.size.min: 3 → 2", "two is even, and the number is odd"),
    (
        "organization.village-committee-kin",
        "provision.0.applies_to.pair.inside: \"unit\" → \"village\"",
        "a village is the village of itself",
    ),
    (
        "organization.village-supervision-exclusions",
        "provision.0.applies_to.pair.inside: \"unit\" → \"village\"",
        "a village is the village of itself",
    ),
    (
        "organization.village-supervision-exclusions-residents",
        "provision.0.applies_to.pair.inside: \"unit\" → \"village\"",
        "a community is the village of itself",
    ),
    (
        "organization.residents-kin",
        "provision.0.applies_to.pair.inside: \"unit\" → \"village\"",
        "a community is the village of itself",
    ),
    (
        "deliberation.frequency-branch-meeting",
        "provision.0.edition.0.in_force.from: \"2018-10-28\" → \"2018-10-27\"",
        "no quarter begins or ends between",
    ),
    (
        "deliberation.frequency-branch-meeting",
        "provision.0.edition.0.in_force.from: \"2018-10-28\" → \"2018-10-29\"",
        "no quarter begins or ends between",
    ),
    (
        "cultivation.member-training-hours",
        "provision.0.edition.0.in_force.until: \"2024-01-01\" → \"2024-01-02\"",
        "no year ends between",
    ),
    (
        "selection.engagement-decision",
        "provision.0.edition.0.norm.competence.never_by: [\"town-organization-office\", \"town-leader\"] → [\"town-leader\"]",
        NEVER_BY,
    ),
    (
        "selection.engagement-decision",
        "provision.0.edition.0.norm.competence.never_by: [\"town-organization-office\", \"town-leader\"] → [\"town-organization-office\"]",
        NEVER_BY,
    ),
    (
        "selection.engagement-decision",
        "provision.0.edition.0.norm.competence: { by = [\"town-party-committee\"], never_by = [\"town-organization-office\", \"town-leader\"] } → { by = [\"town-party-committee\"] }",
        NEVER_BY,
    ),
];
const NEVER_BY: &str = "whoever is not the committee may not decide anyway";

/// One change of a text: where, by what, and in words.
#[derive(Debug, Clone)]
struct Edit {
    span: Range<usize>,
    with: String,
    what: String,
}

impl Edit {
    fn apply(&self, text: &str) -> String {
        format!("{}{}{}", &text[..self.span.start], self.with, &text[self.span.end..])
    }
}

/// The text of one provision, and the parameters beside it.
#[derive(Clone)]
struct Block<'t> {
    id: String,
    file: &'static str,
    /// The parameters of the profile, where it is one.
    head: &'t str,
    text: &'t str,
    profile: bool,
}

impl Block<'_> {
    /// The rules that hold this provision alone.
    fn rules(&self, parameters: &str, head: &str, text: &str) -> Option<Rulebook> {
        let shared = [("instruments.toml", INSTRUMENTS), ("parameters.toml", parameters)];
        if self.profile {
            let profile = Profile::from_file(self.file, &format!("{head}{text}")).ok()?;
            Rulebook::from_toml(&shared).ok()?.with(&profile).ok()
        } else {
            Rulebook::from_toml(&[shared[0], shared[1], (self.file, text)]).ok()
        }
    }
}

fn blocks() -> Vec<Block<'static>> {
    let mut blocks = Vec::new();
    let files = PILLARS.iter().map(|(file, text)| (*file, *text, false)).chain([("jiujiang.toml", JIUJIANG, true)]);
    for (file, text, profile) in files {
        let starts: Vec<usize> = text.match_indices("[[provision]]\n").map(|(at, _)| at).collect();
        for (number, &start) in starts.iter().enumerate() {
            let end = starts.get(number + 1).copied().unwrap_or(text.len());
            let block = &text[start..end];
            let id = block.split("id = \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
            blocks.push(Block {
                id: id.to_owned(),
                file,
                head: &text[..starts.first().copied().unwrap_or(0)],
                text: block,
                profile,
            });
        }
    }
    blocks
}

/// Collects the changes of one text.
struct Mutator<'t> {
    text: &'t str,
    defaults: &'t BTreeMap<String, String>,
    edits: Vec<Edit>,
}

type Node<'t> = Spanned<DeValue<'t>>;

/// Keys under which nothing is evaluated.
const SILENT: &[&str] =
    &["id", "title", "question", "name", "set_by", "reason", "level", "lower", "effect", "stands", "source"];

impl<'t> Mutator<'t> {
    fn new(text: &'t str, defaults: &'t BTreeMap<String, String>) -> Self {
        Self { text, defaults, edits: Vec::new() }
    }

    fn edit(&mut self, path: &[String], span: Range<usize>, with: String) {
        let what = format!("{}: {} → {with}", path.join("."), &self.text[span.clone()]);
        if self.text[span.clone()] != with {
            self.edits.push(Edit { span, with, what });
        }
    }

    fn table(&mut self, path: &mut Vec<String>, table: &DeTable<'t>) {
        for (name, value) in table {
            let name_span = name.span();
            let name: &str = name.get_ref();
            if SILENT.contains(&name) {
                continue;
            }
            path.push(name.to_owned());
            for other in key_swaps(name) {
                self.edit(path, name_span.clone(), (*other).to_owned());
            }
            self.value(path, name, value);
            path.pop();
        }
    }

    fn value(&mut self, path: &mut Vec<String>, name: &str, value: &Node<'t>) {
        let span = value.span();
        match value.get_ref() {
            DeValue::String(words) => {
                for with in words_for(path, name, words) {
                    self.edit(path, span.clone(), with);
                }
            }
            DeValue::Integer(number) => {
                let number: i64 = number.as_str().parse().unwrap();
                for with in [number - 1, number + 1] {
                    self.edit(path, span.clone(), with.to_string());
                }
            }
            DeValue::Boolean(flag) => self.edit(path, span, (!flag).to_string()),
            DeValue::Array(items) => {
                self.shorter(path, span, items);
                for (number, item) in items.iter().enumerate() {
                    path.push(number.to_string());
                    self.value(path, name, item);
                    path.pop();
                }
            }
            DeValue::Table(table) => self.inline(path, name, span, table),
            DeValue::Float(_) | DeValue::Datetime(_) => {}
        }
    }

    /// Each element of a list left out; the editions are none.
    fn shorter(&mut self, path: &[String], span: Range<usize>, items: &[Node<'t>]) {
        if path.last().is_some_and(|name| ["edition", "provision", "parameter"].contains(&name.as_str())) {
            return;
        }
        for left_out in 0..items.len() {
            let rest: Vec<&str> = items
                .iter()
                .enumerate()
                .filter(|(number, _)| *number != left_out)
                .map(|(_, item)| &self.text[item.span()])
                .collect();
            self.edit(path, span.clone(), format!("[{}]", rest.join(", ")));
        }
    }

    fn inline(&mut self, path: &mut Vec<String>, name: &str, span: Range<usize>, table: &DeTable<'t>) {
        let braces = self.text[span.clone()].starts_with('{');
        if braces {
            let mut entries: Vec<(usize, &str, &str)> = table
                .iter()
                .map(|(key, value)| {
                    (key.span().start, &**key.get_ref(), &self.text[key.span().start..value.span().end])
                })
                .collect();
            entries.sort_unstable();
            for (_, left_out, _) in &entries {
                if ["until", "by_day", "not_before", "grace", "throughout", "who", "never_by", "by", "when", "count"]
                    .contains(left_out)
                {
                    let rest: Vec<&str> =
                        entries.iter().filter(|(_, key, _)| key != left_out).map(|(.., entry)| *entry).collect();
                    self.edit(path, span.clone(), format!("{{ {} }}", rest.join(", ")));
                }
            }
            if let [(_, key, _)] = entries.as_slice() {
                self.single(path, name, span, key, table);
            }
        }
        self.table(path, table);
    }

    /// A table of one key: a parameter, a denial, a look-back.
    fn single(&mut self, path: &[String], name: &str, span: Range<usize>, key: &str, table: &DeTable<'t>) {
        let Some((_, value)) = table.iter().next() else { return };
        match key {
            "param" => {
                let named = value.get_ref().as_str().unwrap_or("");
                if let Some(default) = self.defaults.get(named) {
                    self.edit(path, span.clone(), default.clone());
                }
                let others: &[&str] = match name {
                    "transition" => &["\"at-once\"", "\"new-terms\"", "\"remark\""],
                    "count" => &["\"clear\"", "\"inclusive\""],
                    _ => &[],
                };
                for other in others {
                    self.edit(path, span.clone(), (*other).to_owned());
                }
            }
            "not" => self.edit(path, span, self.text[value.span()].to_owned()),
            "within" if name == "look_back" => {
                let period = &self.text[value.span()];
                for other in [
                    "\"for_life\"".to_owned(),
                    "\"until_restored\"".to_owned(),
                    format!("{{ after_restored = {period} }}"),
                ] {
                    self.edit(path, span.clone(), other);
                }
            }
            _ => {}
        }
    }
}

/// Other keys that fit in place of one.
fn key_swaps(name: &str) -> &'static [&'static str] {
    match name {
        "at_least" => &["more_than", "at_most"],
        "more_than" => &["at_least", "at_most"],
        "at_most" => &["at_least"],
        "all" => &["any"],
        "any" => &["all"],
        _ => &[],
    }
}

/// Other texts in place of one, as TOML.
fn words_for(path: &[String], name: &str, words: &str) -> Vec<String> {
    let quoted = |others: Vec<String>| others.into_iter().map(|other| format!("\"{other}\"")).collect();
    let all = |others: &[&str]| {
        quoted(others.iter().filter(|other| **other != words).map(|other| (*other).to_owned()).collect())
    };
    if let Some(others) = other_days(words) {
        return quoted(others);
    }
    if let Some(others) = other_shares(words).or_else(|| other_periods(words)) {
        return quoted(others);
    }
    let in_of = name == "of" && Base::ALL.iter().any(|base| base.key() == words);
    let default = name == "default";
    match name {
        "modality" => all(&["must", "normally", "may", "note"]),
        "judged_on" => all(&["review-day", "nomination", "election", "appointment", "act", "formation", "period-end"]),
        "before" => all(&["unknown", "nothing"]),
        "circle" => quoted(Circle::ALL.iter().map(|one| one.key().to_owned()).filter(|one| one != words).collect()),
        _ if default && Circle::from_key(words).is_some() => {
            quoted(Circle::ALL.iter().map(|one| one.key().to_owned()).filter(|one| one != words).collect())
        }
        _ if default || name == "transition" => all(&["at-once", "new-terms", "remark"]),
        "look_back" => {
            let mut others: Vec<String> = all(&["for_life", "until_restored"]);
            others.push("{ within = \"12 months\" }".to_owned());
            others.push("{ after_restored = \"12 months\" }".to_owned());
            others
        }
        "of" if in_of => {
            quoted(Base::ALL.iter().map(|base| base.key().to_owned()).filter(|base| base != words).collect())
        }
        "count" => all(&["present", "ayes", "nays"]),
        "side" => all(&["before", "after"]),
        "per" => all(&["month", "quarter", "half-year", "year"]),
        "sex" => all(&["male", "female"]),
        "party" => all(&["none", "probationary", "full", "any"]),
        "inside" => all(&["unit", "village", "anywhere"]),
        "kind" => quoted(LinkKind::ALL.iter().map(|kind| kind.key().to_owned()).filter(|kind| kind != words).collect()),
        "kinds" if BodyKind::from_key(words).is_some() => all(&["board", "village-committee"]),
        "post" | "with" => all(&["committee-deputy", "village-party-member"]),
        "act" | "stage" | "done" => all(&["approve", "file"]),
        "program" => all(&["pioneer-head"]),
        "charter" | "clause" => all(&["delegated-matters"]),
        "value" if path.iter().any(|step| step == "readings") => all(&["clear", "inclusive"]),
        _ => Vec::new(),
    }
}

/// A day, or a month, a day or a month away.
fn other_days(words: &str) -> Option<Vec<String>> {
    let day = PartialDate::parse(words).ok().filter(|_| words.matches('-').count() != 0)?;
    Some(match day.exact() {
        Some(exact) => [exact.pred_opt()?, exact.succ_opt()?].iter().map(ToString::to_string).collect(),
        None => [day.first().pred_opt()?, day.last().succ_opt()?]
            .iter()
            .map(|day| day.format("%Y-%m").to_string())
            .collect(),
    })
}

fn other_shares(words: &str) -> Option<Vec<String>> {
    let (count, base) = words.split_once('/')?;
    let (count, base): (i64, i64) = (count.parse().ok()?, base.parse().ok()?);
    Some(
        [(count - 1, base), (count + 1, base), (count, base - 1), (count, base + 1)]
            .iter()
            .map(|(count, base)| format!("{count}/{base}"))
            .collect(),
    )
}

fn other_periods(words: &str) -> Option<Vec<String>> {
    let (number, unit) = words.split_once(' ')?;
    let number: i64 = number.parse().ok()?;
    Some([number - 1, number + 1].iter().map(|number| format!("{number} {unit}")).collect())
}

/// Every change of a text.
fn edits(text: &str, defaults: &BTreeMap<String, String>) -> Vec<Edit> {
    let root = DeTable::parse(text).unwrap();
    let mut mutator = Mutator::new(text, defaults);
    mutator.table(&mut Vec::new(), root.get_ref());
    let mut edits = mutator.edits;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = start..start + line.len();
        start = span.end;
        // A whole line that an edition can do without.
        if ["when = ", "unless = ", "transition = ", "before = "].iter().any(|key| line.starts_with(key)) {
            edits.push(Edit {
                span: span.clone(),
                with: String::new(),
                what: format!("line left out: {} (at {start})", line.trim()),
            });
        }
        if line.starts_with("judged_on = ") && !text.contains("\nbefore = ") {
            let with = format!("{line}before = \"nothing\"\n");
            edits.push(Edit { span, with, what: "added: before = \"nothing\"".to_owned() });
        }
    }
    edits
}

/// The defaults of parameters, as TOML.
fn defaults(texts: &[&str]) -> BTreeMap<String, String> {
    let mut defaults = BTreeMap::new();
    for text in texts {
        let root = DeTable::parse(text).unwrap();
        let Some(parameters) = root.get_ref().get("parameter").and_then(|all| all.get_ref().as_array()) else {
            continue;
        };
        for parameter in parameters {
            let table = parameter.get_ref().as_table().unwrap();
            let name = table.get("name").and_then(|name| name.get_ref().as_str()).unwrap();
            if let Some(default) = table.get("default") {
                defaults.insert(name.to_owned(), text[default.span()].to_owned());
            }
        }
    }
    defaults
}

/// The text of each parameter, by name.
fn parameters(text: &str) -> Vec<(String, Range<usize>)> {
    let starts: Vec<usize> = text.match_indices("[[parameter]]\n").map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(start, end)| {
            let name = text[start..end].split("name = \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
            (name.to_owned(), start..end)
        })
        .collect()
}

/// The changes of one provision and of the parameters it names: the rules with each, or none where they do not load.
fn mutants(block: &Block<'_>, defaults: &BTreeMap<String, String>) -> Vec<(String, Option<Rulebook>)> {
    let mut mutants = Vec::new();
    for edit in edits(block.text, defaults) {
        mutants.push((edit.what.clone(), block.rules(PARAMETERS, block.head, &edit.apply(block.text))));
    }
    for (text, in_head) in [(PARAMETERS, false), (block.head, true)] {
        for (name, span) in parameters(text) {
            if !block.text.contains(&format!("{{ param = \"{name}\" }}")) {
                continue;
            }
            for edit in
                edits(&text[span.clone()], defaults).into_iter().filter(|edit| !only_bounds(edit, &name, defaults))
            {
                let changed =
                    format!("{}{}{}", &text[..span.start], edit.apply(&text[span.clone()]), &text[span.end..]);
                let rules = if in_head {
                    block.rules(PARAMETERS, &changed, block.text)
                } else {
                    block.rules(&changed, block.head, block.text)
                };
                mutants.push((format!("{name}.{}", edit.what), rules));
            }
        }
    }
    mutants
}

/// Whether a change bears only on what a town may set: the bounds of a number, a period or a share, and the readings of a
/// parameter that has a default.
fn only_bounds(edit: &Edit, name: &str, defaults: &BTreeMap<String, String>) -> bool {
    let path = edit.what.split(": ").next().unwrap();
    path.ends_with(".range.min")
        || path.ends_with(".range.max")
        || path.ends_with(".range.of")
        || path.contains(".readings") && defaults.contains_key(name)
}

/// The first row that fails under the rules, or nothing. What a row sets is put over the rules once for all rows.
fn first_failure(rules: &Rulebook, rows: &[Ready<'_>]) -> Option<String> {
    let mut books: BTreeMap<&str, Option<Rulebook>> = BTreeMap::new();
    for row in rows {
        let set = row.case.set;
        if set.is_empty() {
            if let Some(failure) = row.failure(rules) {
                return Some(failure);
            }
            continue;
        }
        let book = books.entry(set).or_insert_with(|| Profile::toml(set).ok().and_then(|set| rules.with(&set).ok()));
        let Some(book) = book else { return Some(format!("does not load with {set}")) };
        if let Some(failure) = row.failure(book) {
            return Some(failure);
        }
    }
    None
}

/// What came of the mutants of one provision.
#[derive(Default)]
struct Tally {
    mutants: usize,
    refused: usize,
    survivors: Vec<String>,
    equivalent: BTreeSet<usize>,
}

fn examine(block: &Block<'_>, defaults: &BTreeMap<String, String>, cases: &[support::Case]) -> Tally {
    let rules =
        block.rules(PARAMETERS, block.head, block.text).unwrap_or_else(|| panic!("{} does not load alone", block.id));
    // A row that fails without any change says nothing about a change.
    let mut rows: Vec<Ready<'_>> =
        cases.iter().filter(|case| case.provision == block.id).filter_map(|case| Ready::new(case).ok()).collect();
    rows.retain(|row| first_failure(&rules, std::slice::from_ref(row)).is_none());
    rows.sort_by_key(|row| row.case.set);
    let mut tally = Tally::default();
    for (what, mutant) in mutants(block, defaults) {
        tally.mutants += 1;
        match mutant {
            None => tally.refused += 1,
            Some(rules) if first_failure(&rules, &rows).is_some() => {}
            Some(_) => match EQUIVALENT.iter().position(|(id, change, _)| *id == block.id && *change == what) {
                Some(known) => {
                    tally.equivalent.insert(known);
                }
                None => tally.survivors.push(format!("{} · {what}", block.id)),
            },
        }
    }
    tally
}

#[test]
fn every_change_of_the_rules_is_seen_by_a_row_of_its_provision() {
    let cases = law::all();
    let defaults = defaults(&[PARAMETERS, JIUJIANG]);
    let blocks = blocks();
    let half = |parity: usize| {
        let tallies: Vec<Tally> = blocks
            .iter()
            .enumerate()
            .filter(|(number, _)| number % 2 == parity)
            .map(|(_, block)| examine(block, &defaults, &cases))
            .collect();
        tallies
    };
    let tallies: Vec<Tally> = std::thread::scope(|scope| {
        let other = scope.spawn(|| half(1));
        let mut tallies = half(0);
        tallies.extend(other.join().unwrap());
        tallies
    });
    let mutants: usize = tallies.iter().map(|tally| tally.mutants).sum();
    let refused: usize = tallies.iter().map(|tally| tally.refused).sum();
    let seen: BTreeSet<usize> = tallies.iter().flat_map(|tally| tally.equivalent.iter().copied()).collect();
    let mut survivors: Vec<String> = tallies.into_iter().flat_map(|tally| tally.survivors).collect();
    survivors.sort();
    for (number, (id, change, _)) in EQUIVALENT.iter().enumerate() {
        if !seen.contains(&number) {
            survivors.push(format!("{id} · {change}: listed as equivalent, and is seen by a row or no change at all"));
        }
    }
    println!("{mutants} mutants, {refused} refused at load, {} equivalent, {} survivors", seen.len(), survivors.len());
    assert!(survivors.is_empty(), "{} survivors of {mutants} mutants:\n{}", survivors.len(), survivors.join("\n"));
}

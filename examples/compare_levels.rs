//! Compares the levels: what does a profile, and what do the charters of a register, do to the law above them?
//!
//! ```text
//! cargo run --release --example compare_levels
//! cargo run --release --example compare_levels -- profile.toml charter.csv 2026-03-01 en
//! ```
#![expect(clippy::print_stdout, reason = "a program for the terminal")]
#![expect(clippy::disallowed_methods, reason = "examples open files; the library does not")]

use grassroots::compare::Comparison;
use grassroots::facts::{Register, Table};
use grassroots::rulebook::{Profile, Rulebook};
use grassroots::vocab::{Lang, parse_day};
use std::error::Error;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let path = |at: usize, default: &str| {
        let ours = || Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/guiwan").join(default);
        words.get(at).map_or_else(ours, PathBuf::from)
    };
    let day = parse_day(words.get(2).map_or("2026-03-01", String::as_str))?;
    let lang = if words.get(3).is_some_and(|lang| lang == "en") { Lang::En } else { Lang::Zh };

    let profile = path(0, "profile.toml");
    let profile = Profile::from_file(&profile.display().to_string(), &std::fs::read_to_string(&profile)?)?;
    let comparison = Rulebook::builtin()?.compare_with(&profile)?;
    print(&comparison, lang);

    let units = path(1, "charter.csv").with_file_name("units.csv");
    let tables = [("units", units), ("charter", path(1, "charter.csv"))];
    let tables: Vec<Table> = tables
        .iter()
        .map(|(name, path)| Ok(Table::csv(name, &std::fs::read(path)?)))
        .collect::<std::io::Result<_>>()?;
    let loaded = Register::load(tables);
    print(&comparison.rules.compare_charters(&loaded.register, day)?, lang);
    Ok(())
}

/// Each pair with what came of it, then every finding in full.
fn print(comparison: &Comparison, lang: Lang) {
    for pair in &comparison.pairs {
        let (above, below) = (pair.higher.level.title(lang), pair.lower.level.title(lang));
        let clause =
            pair.clause.as_ref().map(|clause| format!(" {} = {}", clause.key, clause.value)).unwrap_or_default();
        let loosened = comparison.outcome_in_words(&pair.loosened, lang);
        let tightened = comparison.outcome_in_words(&pair.tightened, lang);
        println!("{} {below}{clause} < {} {above}: {loosened} | {tightened}", pair.provision, pair.against);
    }
    for finding in comparison.findings() {
        println!("{}", comparison.in_words(&finding, lang));
    }
    for overreach in &comparison.overreaches {
        println!("{}", comparison.overreach_in_words(overreach, lang));
    }
    for (setting, fault) in &comparison.settings {
        println!("{}", comparison.setting_in_words(setting, *fault, lang));
    }
}

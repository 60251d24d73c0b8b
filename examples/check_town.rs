//! Checks a town: by default the generated town of Jiujiang, or the sheets of a directory.
//!
//! ```text
//! cargo run --release --example check_town
//! cargo run --release --example check_town -- --tables examples/village --day 2026-03-01 --lang zh
//! cargo run --release --example check_town -- --tables examples/guiwan --profile examples/guiwan/profile.toml --other-town
//! ```
//!
//! `--tables DIR` sheets as .csv or .json · `--profile FILE.toml` a profile over the built-in law and Jiujiang's ·
//! `--answers FILE.csv` the questionnaire of `cargo run --example questionnaire`, filled in ·
//! `--day D` (2026-03-01) · `--lang zh|en` · `--format text|markdown|json` · `--strict` refuse tables that lose anything ·
//! `--no-assume` do not carry an older sheet to the day of the review · `--ids` show ids instead of names ·
//! `--other-town` without Jiujiang's profile, for the sheets and the profile of another town.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]
#![expect(clippy::disallowed_methods, reason = "examples open files; the library does not")]

use grassroots::facts::{LoadOptions, Loaded, Person, Register, Table};
use grassroots::report::{Style, problems_in_words};
use grassroots::rulebook::{Profile, Rulebook};
use grassroots::testkit::Plan;
use grassroots::vocab::{Lang, parse_day};
use std::error::Error;
use std::path::PathBuf;

/// Whose profile stands below the one given.
#[derive(PartialEq)]
enum Town {
    Jiujiang,
    Other,
}

struct Options {
    tables: Option<PathBuf>,
    profile: Option<PathBuf>,
    answers: Option<PathBuf>,
    day: String,
    lang: Lang,
    format: String,
    strict: bool,
    assume: bool,
    names: bool,
    town: Town,
}

fn options() -> Result<Options, Box<dyn Error>> {
    let mut options = Options {
        tables: None,
        profile: None,
        answers: None,
        day: "2026-03-01".to_owned(),
        lang: Lang::Zh,
        format: "text".to_owned(),
        strict: false,
        assume: true,
        names: true,
        town: Town::Jiujiang,
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} wants a value"));
        match word.as_str() {
            "--tables" => options.tables = Some(value()?.into()),
            "--profile" => options.profile = Some(value()?.into()),
            "--answers" => options.answers = Some(value()?.into()),
            "--day" => options.day = value()?,
            "--lang" => {
                options.lang = match value()?.as_str() {
                    "zh" => Lang::Zh,
                    "en" => Lang::En,
                    other => return Err(format!("--lang is zh or en, not {other}").into()),
                }
            }
            "--format" => options.format = value()?,
            "--strict" => options.strict = true,
            "--no-assume" => options.assume = false,
            "--ids" => options.names = false,
            "--other-town" => options.town = Town::Other,
            other => return Err(format!("unknown option {other}; see the head of examples/check_town.rs").into()),
        }
    }
    Ok(options)
}

/// The sheets of a directory, in order of their names.
fn sheets(dir: &PathBuf) -> Result<Vec<Table>, Box<dyn Error>> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(dir)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.sort();
    let mut tables = Vec::new();
    for path in paths {
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("csv") => tables.push(Table::csv(&name, &std::fs::read(&path)?)),
            Some("json") => tables.push(Table::json(&name, &std::fs::read(&path)?)),
            _ => {}
        }
    }
    Ok(tables)
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = options()?;
    let day = parse_day(&options.day)?;
    let mut rules = Rulebook::builtin()?;
    if options.town == Town::Jiujiang {
        rules = rules.with(&Profile::jiujiang()?)?;
    }
    if let Some(path) = &options.profile {
        let text = std::fs::read_to_string(path)?;
        rules = rules.with(&Profile::from_file(&path.display().to_string(), &text)?)?;
    }
    if let Some(path) = &options.answers {
        let answers = Profile::from_answers(&rules, &std::fs::read(path)?);
        rules = rules.with(&answers.map_err(|errors| errors.in_words(options.lang))?)?;
    }
    let loaded: Loaded = match &options.tables {
        Some(dir) => {
            let mut load = LoadOptions::default();
            load.vocabulary = rules.vocabulary().clone();
            load.assume_current = options.assume.then_some(day);
            Register::load_with(sheets(dir)?, &load)
        }
        None => Register::build(Plan::jiujiang(2026).town().facts),
    };
    if options.format == "text" && !loaded.problems().is_empty() {
        println!("{}", problems_in_words(loaded.problems(), options.lang));
    }
    if options.strict {
        loaded.clone().strict()?;
    }
    let review = rules.review(&loaded.register, day)?;
    let name = |person: &Person| match &person.name {
        Some(name) => name.clone(),
        None => person.id.to_string(),
    };
    let style = if options.names { Style::new(options.lang).naming(&name) } else { Style::new(options.lang) };
    let report = review.report(&style);
    match options.format.as_str() {
        "text" => println!("{}", report.to_text()),
        "markdown" => println!("{}", report.to_markdown()),
        "json" => println!("{}", report.to_json()),
        other => eprintln!("--format is text, markdown or json, not {other}"),
    }
    Ok(())
}

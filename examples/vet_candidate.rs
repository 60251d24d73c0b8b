//! Vets one candidate: may this person hold this post, what is missing, and how that changes with time.
//!
//! ```text
//! cargo run --release --example vet_candidate
//! cargo run --release --example vet_candidate -- 黄国辉·清河村 清河村/村委会主任 2026-03-01 zh
//! ```
#![expect(clippy::print_stdout, reason = "a program for the terminal")]
#![expect(clippy::disallowed_methods, reason = "examples open files; the library does not")]

use grassroots::facts::{LoadOptions, Register, Table};
use grassroots::report::Style;
use grassroots::rulebook::{Profile, Rulebook};
use grassroots::vocab::{Lang, parse_day};
use std::error::Error;

const SHEETS: [&str; 6] = ["干部花名册", "单位", "亲属", "处分处罚", "办理记录", "说明"];

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let word = |at: usize, default: &'static str| words.get(at).map_or(default, String::as_str).to_owned();
    let (person, post) = (word(0, "罗永康·清河二社"), word(1, "清河二社/支部书记"));
    let day = parse_day(&word(2, "2026-03-01"))?;
    let lang = if word(3, "zh") == "en" { Lang::En } else { Lang::Zh };

    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/village");
    let tables: Vec<Table> = SHEETS
        .iter()
        .map(|name| Ok(Table::csv(name, &std::fs::read(dir.join(format!("{name}.csv")))?)))
        .collect::<std::io::Result<_>>()?;
    let mut load = LoadOptions::default();
    load.assume_current = Some(day);
    let loaded = Register::load_with(tables, &load);
    let rules = Rulebook::builtin()?.with(&Profile::jiujiang()?)?;
    let review = rules.review(&loaded.register, day)?;
    let style = Style::new(lang);

    let answer = review.eligibility(&person, &post)?;
    println!("{}\n", answer.in_words(&review, &style));
    for missing in answer.missing() {
        println!("{}", missing.in_words(&loaded.register, &rules, &style));
    }

    // Two years on: facts of today are taken to stand.
    let until = parse_day(&format!("{}-01-01", chrono::Datelike::year(&day).saturating_add(3)))?;
    let timeline = review.eligibility_timeline(&answer, day, until);
    println!("\n{}", timeline.in_words(&answer, &review, &style));
    Ok(())
}

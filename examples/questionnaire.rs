//! Prints the questionnaire of what nobody has decided yet: a table that a spreadsheet program opens, with an empty column
//! for the answers.
//!
//! ```text
//! cargo run --example questionnaire -- zh > 待定问题.csv
//! cargo run --release --example check_town -- --answers 待定问题.csv
//! ```
#![expect(clippy::print_stdout, reason = "a program for the terminal")]

use grassroots::rulebook::{Profile, Rulebook};
use grassroots::vocab::Lang;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let lang = if std::env::args().nth(1).as_deref() == Some("en") { Lang::En } else { Lang::Zh };
    let rules = Rulebook::builtin()?.with(&Profile::jiujiang()?)?;
    print!("{}", rules.questions_csv(lang));
    Ok(())
}

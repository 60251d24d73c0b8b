//! Writes the catalogue of provisions: `docs/catalog.zh.md` and `docs/catalog.en.md`.
//!
//! ```text
//! cargo run --example catalog
//! ```
//!
//! The test `tests/catalog.rs` fails while the committed pages differ from what the rulebook renders. A conflict in them
//! is not resolved by hand: take either side and run this again.
#![expect(clippy::disallowed_methods, reason = "examples write files; the library does not")]

use grassroots::rulebook::{Profile, Rulebook};
use grassroots::vocab::Lang;
use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let rules = Rulebook::builtin()?.with(&Profile::jiujiang()?)?;
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    std::fs::create_dir_all(&docs)?;
    for lang in [Lang::Zh, Lang::En] {
        std::fs::write(docs.join(format!("catalog.{}.md", lang.key())), rules.catalog(lang))?;
    }
    Ok(())
}

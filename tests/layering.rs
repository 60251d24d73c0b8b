//! The layers of `src`: a module uses only layers before its own.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::arithmetic_side_effects,
    reason = "a test that reads the source"
)]

use std::path::{Path, PathBuf};

/// From the ground up.
const LAYERS: [&str; 11] =
    ["vocab", "facts", "check", "norm", "rulebook", "pillars", "review", "compare", "report", "procedure", "wire"];

/// What the generator of towns may use besides itself.
const TESTKIT: [&str; 3] = ["vocab", "facts", "testkit"];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The layer of a file: the first part of its path below `src`; none for the front page.
fn layer_of(path: &Path, src: &Path) -> Option<String> {
    let below = path.strip_prefix(src).expect("below src");
    let first = below.components().next()?.as_os_str().to_str()?;
    let layer = first.strip_suffix(".rs").unwrap_or(first);
    (layer != "lib").then(|| layer.to_owned())
}

/// A line without its comment and its literals, which name no module.
fn code(line: &str) -> String {
    let mut kept = String::new();
    let mut in_text = false;
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' if in_text => {
                characters.next();
            }
            '"' => in_text = !in_text,
            '/' if !in_text && characters.peek() == Some(&'/') => break,
            _ if !in_text => kept.push(character),
            _ => {}
        }
    }
    kept
}

/// The layers a piece of code names by `crate::…`, and whether one `use` names several.
fn named(code: &str) -> (Vec<String>, bool) {
    let mut layers = Vec::new();
    let mut several = false;
    for (position, _) in code.match_indices("crate::") {
        let before = code[..position].chars().next_back();
        if before.is_some_and(|before| before.is_alphanumeric() || before == '_') {
            continue;
        }
        let rest = &code[position + "crate::".len()..];
        if rest.starts_with('{') {
            several = true;
        }
        let name: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
        if !name.is_empty() {
            layers.push(name);
        }
    }
    (layers, several)
}

/// What is wrong with one file, a line each. Modules of tests may look anywhere.
fn faults(path: &str, layer: &str, text: &str) -> Vec<String> {
    let rank = LAYERS.iter().position(|one| *one == layer);
    let mut faults = Vec::new();
    if rank.is_none() && layer != "testkit" {
        faults.push(format!("{path}: `{layer}` is no layer; add it to the list in DESIGN.md and here"));
    }
    for (number, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("#[cfg(test)]") {
            break;
        }
        let (layers, several) = named(&code(line));
        if several {
            faults.push(format!("{path}:{}: name one layer per `use`", number + 1));
        }
        for used in layers {
            let allowed = if layer == "testkit" {
                TESTKIT.contains(&used.as_str())
            } else {
                match LAYERS.iter().position(|one| *one == used) {
                    Some(at) => rank.is_some_and(|rank| at <= rank),
                    // Macros and re-exports of the front page.
                    None => used != "testkit",
                }
            };
            if !allowed {
                faults.push(format!("{path}:{}: `{layer}` may not use `{used}`", number + 1));
            }
        }
    }
    faults
}

#[test]
fn a_module_uses_only_layers_before_its_own() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    assert!(files.len() > 20, "src was not found");
    let mut all = Vec::new();
    for path in &files {
        if let Some(layer) = layer_of(path, &src) {
            let text = std::fs::read_to_string(path).expect("a source file");
            all.extend(faults(&path.display().to_string(), &layer, &text));
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn a_pillar_uses_no_other_pillar() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pillars");
    let pillars = ["organization", "selection", "deliberation", "cultivation", "supervision"];
    let mut files = Vec::new();
    sources(&src, &mut files);
    for path in files {
        let own = layer_of(&path, &src).unwrap_or_default();
        let text = std::fs::read_to_string(&path).expect("a source file");
        for line in text.lines().map(code) {
            for pillar in pillars.iter().filter(|pillar| **pillar != own && own != "mod") {
                let named = [format!("pillars::{pillar}"), format!("super::{pillar}")];
                assert!(!named.iter().any(|name| line.contains(name.as_str())), "{}: {line}", path.display());
            }
        }
    }
}

#[test]
fn a_forbidden_import_is_seen() {
    let seen = |layer: &str, text: &str| faults("x.rs", layer, text).len();
    assert_eq!(seen("facts", "use crate::vocab::Key;\nuse crate::facts::kin;"), 0);
    assert_eq!(seen("facts", "use crate::review::Review;"), 1);
    assert_eq!(seen("vocab", "    let x = crate::facts::Facts::default();"), 1);
    assert_eq!(seen("check", "use crate::{facts::Facts, vocab::Key};"), 1);
    assert_eq!(seen("testkit", "use crate::rulebook::Rulebook;"), 1);
    assert_eq!(seen("testkit", "use crate::facts::Facts;"), 0);
    assert_eq!(seen("review", "use crate::testkit::Plan;"), 1);
    assert_eq!(seen("vocab", "// crate::review, and \"crate::review\" in words"), 0);
    assert_eq!(seen("vocab", "#[cfg(test)]\nmod tests { use crate::review::Review; }"), 0);
    assert_eq!(seen("misc", ""), 1);
}

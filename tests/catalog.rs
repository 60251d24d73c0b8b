//! The catalogue of provisions says what the rulebook says.
#![expect(clippy::disallowed_methods, reason = "a test that reads the committed pages")]

mod support;

use grassroots::vocab::Lang;
use support::{builtin, jiujiang};

/// The first line in which two texts differ, from 1.
fn first_difference(a: &str, b: &str) -> usize {
    let same = a.lines().zip(b.lines()).take_while(|(a, b)| a == b).count();
    same + 1
}

#[test]
fn the_committed_pages_are_what_the_rulebook_renders() {
    let rules = jiujiang("");
    for lang in [Lang::Zh, Lang::En] {
        let name = format!("docs/catalog.{}.md", lang.key());
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(&name);
        let committed = std::fs::read_to_string(path).unwrap_or_default();
        let rendered = rules.catalog(lang);
        assert!(
            committed == rendered,
            "{name} is not what the rulebook says (line {}): run `cargo run --example catalog` and commit the result; \
             after a merge conflict in it, too",
            first_difference(&committed, &rendered)
        );
    }
}

#[test]
fn a_page_names_every_provision_and_every_edition_with_its_article() {
    let rules = jiujiang("");
    for lang in [Lang::Zh, Lang::En] {
        let page = rules.catalog(lang);
        for provision in rules.provisions() {
            let section = page.split(&format!("\n### {}\n", provision.id)).nth(1).unwrap();
            let section = section.split("\n## ").next().unwrap().split("\n### ").next().unwrap();
            assert!(
                section.contains(provision.title.zh()) && section.contains(provision.title.en()),
                "{}",
                provision.id
            );
            let rows: Vec<&str> = section.lines().filter(|line| line.starts_with("| ")).skip(2).collect();
            assert_eq!(rows.len(), provision.editions.len(), "{}", provision.id);
            for (row, edition) in rows.iter().zip(&provision.editions) {
                for words in [edition.level.title(lang), edition.source.confidence().title(lang)] {
                    assert!(row.contains(words), "{}: {words} in {row}", provision.id);
                }
                for name in &edition.parameters {
                    assert!(row.contains(name.as_str()), "{}: {name} in {row}", provision.id);
                }
            }
        }
        for parameter in rules.parameters() {
            assert!(page.contains(&format!("\n| `{}` | {} |", parameter.name, parameter.title.in_lang(lang))));
        }
    }
}

#[test]
fn an_edition_is_shown_as_it_stands() {
    let rules = builtin();
    let line = |lang, id: &str, part: &str| {
        let page = rules.catalog(lang);
        let section = page.split(&format!("\n### {id}\n")).nth(1).unwrap().to_owned();
        section.lines().find(|line| line.contains(part)).unwrap().to_owned()
    };
    assert_eq!(
        line(Lang::Zh, "organization.board-size", "| 2025-05-01 | —"),
        "| 2025-05-01 | — | 国家法律 | 《农村集体经济组织法》第29条第1款 | 已核对原文 | 一般 | 职数、数量 | 立即适用 | — | \
         `{ size = { max = 7, min = 3, odd = true, of = \"seats\" } }` |"
    );
    assert_eq!(
        line(Lang::En, "organization.board-kin", "| 2025-05-01 | —"),
        "| 2025-05-01 | — | national law | Rural Collective Economic Organizations Law, art. 29(1) | verified in the text | \
         must | separation | a remark until the next election | `kin-set`, `transition-kin` | \
         `{ separation = { circle = \"near-relatives\" } }` |"
    );
    assert_eq!(line(Lang::Zh, "organization.board-size", "适用对象"), "- 适用对象：理事会（经济社、经联社）");
    assert_eq!(
        line(Lang::En, "deliberation.assembly-notice", "| 2025-05-01 | —").matches("notice-day-count = ").count(),
        2,
        "one text for each reading nobody has chosen between"
    );
    assert!(!rules.catalog(Lang::Zh).contains("九江") && jiujiang("").catalog(Lang::Zh).contains("九江"));
}

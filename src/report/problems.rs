//! 载入问题 — what could not be used of the tables, by table, in words.

use super::words::say;
use crate::facts::{Problem, ProblemKind};
use crate::vocab::Lang;
use std::collections::BTreeMap;

/// 载入问题清单 — the problems of a load, by table: a heading with how many there are, then one line each with row,
/// column, value and what would be right. Empty when there are none.
pub fn problems_in_words(problems: &[Problem], lang: Lang) -> String {
    let mut tables: BTreeMap<&str, Vec<&Problem>> = BTreeMap::new();
    for problem in problems {
        tables.entry(problem.table.as_str()).or_default().push(problem);
    }
    let mut lines = Vec::new();
    for (table, mut problems) in tables {
        problems.sort();
        let (all, notes) = (problems.len(), problems.iter().filter(|problem| problem.is_note()).count());
        let rows = problems.iter().filter(|problem| problem.row_set_aside).count();
        lines.push(say!(
            lang,
            format!("{table}：{all}处，其中整行未采用{rows}处、仅作说明{notes}处"),
            format!("{table}: {all} in all, {} set aside, {}", many(rows, "row"), many(notes, "note")),
        ));
        let (notes, losses): (Vec<&Problem>, Vec<&Problem>) =
            problems.into_iter().partition(|problem| problem.is_note());
        lines.extend(losses.into_iter().map(|problem| format!("- {}", within_table(problem, lang))));
        lines.extend(notes_in_words(&notes, lang));
    }
    lines.join("\n")
}

/// `1 row`, `2 rows`.
fn many(number: usize, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}

/// What was put right or assumed: the first of each kind and column in full, the rest as a count and their rows.
fn notes_in_words(notes: &[&Problem], lang: Lang) -> Vec<String> {
    let mut kinds: BTreeMap<(ProblemKind, Option<&str>), Vec<&Problem>> = BTreeMap::new();
    for note in notes {
        kinds.entry((note.kind, note.column.as_deref())).or_default().push(note);
    }
    let mut lines = Vec::new();
    for alike in kinds.into_values() {
        if let [first, _, _, ..] = alike.as_slice()
            && first.row.is_some()
        {
            let rows: Vec<String> = alike.iter().filter_map(|note| note.row).map(|row| row.to_string()).collect();
            let line = within_table(first, lang);
            lines.push(say!(
                lang,
                format!("- {line}（同类共{}处：第{}行）", alike.len(), rows.join("、")),
                format!("- {line} ({} alike: rows {})", alike.len(), rows.join(", ")),
            ));
        } else {
            lines.extend(alike.into_iter().map(|note| format!("- {}", within_table(note, lang))));
        }
    }
    lines
}

/// The line of a problem without the table, which the heading names.
fn within_table(problem: &Problem, lang: Lang) -> String {
    let line = problem.in_words(lang);
    let rest = line.strip_prefix(problem.table.as_str()).unwrap_or(&line);
    rest.trim_start_matches([' ', ',', '：', ':']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_stand_under_their_table_without_its_name() {
        let says = ("应为 1979.01–1979.12", "should be 1979.01–1979.12");
        let date = Problem::new("花名册", ProblemKind::Date, says.0, says.1)
            .at_row(7)
            .in_column("出生年月")
            .with_value("1979.13");
        let whole = Problem::new("会议", ProblemKind::NoHeader, "未找到表头", "no header was found");
        let aside =
            Problem::new("花名册", ProblemKind::Blank, "姓名为空", "the name is blank").at_row(3).setting_row_aside();
        let all = [date, whole, aside];
        expect_test::expect![[r"
            会议：1处，其中整行未采用0处、仅作说明0处
            - 未找到表头
            花名册：2处，其中整行未采用1处、仅作说明0处
            - 第3行：姓名为空（整行未采用）
            - 第7行 出生年月 “1979.13”：应为 1979.01–1979.12"]]
        .assert_eq(&problems_in_words(&all, Lang::Zh));
        expect_test::expect![[r"
            会议: 1 in all, 0 rows set aside, 0 notes
            - no header was found
            花名册: 2 in all, 1 row set aside, 0 notes
            - row 3: the name is blank (row set aside)
            - row 7, 出生年月 `1979.13`: should be 1979.01–1979.12"]]
        .assert_eq(&problems_in_words(&all, Lang::En));
        assert_eq!(problems_in_words(&[], Lang::Zh), "");
    }
}

//! 标题行 — the rows above a header, and the day they name.

use super::Table;
use super::cells::clean;
use super::report::Log;
use super::source::Record;
use crate::facts::{Problem, ProblemKind};
use crate::vocab::date;
use chrono::NaiveDate;

/// The day that title rows name, if they name one.
pub(super) fn day_titled(table: &Table, titles: &[Record], log: &mut Log) -> Option<NaiveDate> {
    let lines: Vec<(u32, String)> = titles
        .iter()
        .map(|record| (record.number, record.cells.iter().map(clean).collect::<Vec<_>>().join(" ")))
        .filter(|(_, line)| !line.trim().is_empty())
        .collect();
    let mut days: Vec<(bool, NaiveDate)> = Vec::new();
    for (row, line) in &lines {
        days.extend(days_in(line));
        log.push(
            Problem::new(&table.name, ProblemKind::NotData, "标题行，已略过", "a title row, passed over").at_row(*row),
        );
    }
    if days.iter().any(|(is_as_of, _)| *is_as_of) {
        days.retain(|(is_as_of, _)| *is_as_of);
    }
    days.sort_unstable();
    days.dedup_by_key(|(_, day)| *day);
    match days.as_slice() {
        [] => None,
        [(_, day)] => {
            log.push(Problem::new(
                &table.name,
                ProblemKind::Assumed,
                format!("标题行写有日期，视为截至{day}的情况"),
                format!("a title row names a day: taken to be true as of {day}"),
            ));
            Some(*day)
        }
        [..] => {
            log.push(Problem::new(
                &table.name,
                ProblemKind::Ambiguous,
                "标题行有几个不同日期，均未采用；请写明截至日期",
                "title rows name several days and none was used: state the day as of which the table is true",
            ));
            None
        }
    }
}

/// The days a line names, each with whether it follows 截至.
fn days_in(line: &str) -> Vec<(bool, NaiveDate)> {
    let chars: Vec<char> = line.chars().filter(|c| !c.is_whitespace()).collect();
    let mut days = Vec::new();
    let mut at = 0_usize;
    while let Some(rest) = chars.get(at..).filter(|rest| !rest.is_empty()) {
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        let found = if before.is_some_and(char::is_ascii_digit) { None } else { day_at(rest) };
        if let Some((day, length)) = found {
            let said: String = chars.get(at.saturating_sub(3)..at).unwrap_or_default().iter().collect();
            days.push((said.contains("截至") || said.contains("截止"), day));
            at = at.saturating_add(length);
        } else {
            at = at.saturating_add(1);
        }
    }
    days
}

/// A day at the beginning of a text, with the number of its characters.
fn day_at(text: &[char]) -> Option<(NaiveDate, usize)> {
    let number = |at: usize, most: usize| {
        let digits: String = text.get(at..)?.iter().take(most).take_while(|c| c.is_ascii_digit()).collect();
        let value: u32 = digits.parse().ok()?;
        Some((value, at.saturating_add(digits.len())))
    };
    let (year, end) = number(0, 4).filter(|(_, end)| *end == 4)?;
    let mark = *text.get(end)?;
    let (second, last) = match mark {
        '年' => ('月', Some('日')),
        '.' | '-' | '/' => (mark, None),
        _ => return None,
    };
    let (month, end) = number(end.saturating_add(1), 2)?;
    if *text.get(end)? != second {
        return None;
    }
    let (day, end) = number(end.saturating_add(1), 2)?;
    if last.is_some_and(|last| text.get(end) != Some(&last)) || text.get(end).is_some_and(char::is_ascii_digit) {
        return None;
    }
    let day = date(i32::try_from(year).ok()?, month, day).ok()?;
    Some((day, end.saturating_add(usize::from(last.is_some()))))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{held, lines, load, of};
    use super::*;

    #[test]
    fn a_title_row_above_the_header_is_passed_over_and_its_day_taken() {
        let text =
            "九江镇干部花名册（截至2026年2月28日）,,\n2025年12月1日制表,,\n姓名,经济社,职务\n黄伟强,河清三社,理事\n";
        let (facts, problems) = load(&[Table::csv("干部花名册", text.as_bytes())]);
        assert_eq!(held(&facts), ["黄伟强·河清三社 director 河清三社"]);
        assert_eq!(of(&problems, ProblemKind::NotData).len(), 2);
        assert_eq!(lines(&problems)[0], "干部花名册：标题行写有日期，视为截至2026-02-28的情况");
        assert!(facts.holdings[0].source.as_ref().is_some_and(|source| source.row == 4));
        let seen = crate::vocab::SpanEnd::SeenRunning("2026-02-28".parse().unwrap());
        assert_eq!(facts.holdings[0].span.end, seen);
        assert!(facts.assumptions.is_empty() && facts.open.is_empty());
    }

    #[test]
    fn title_rows_of_two_days_give_none() {
        let text = "2026.2.28\n2026-3-1\n姓名,经济社,职务\n黄伟强,河清三社,理事\n";
        let (facts, problems) = load(&[Table::csv("干部花名册", text.as_bytes())]);
        assert_eq!(of(&problems, ProblemKind::Ambiguous).len(), 1);
        assert_eq!(facts.assumptions.len(), 1);
    }

    #[test]
    fn days_are_found_in_titles() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (line, found) in [
            ("截至2026年2月28日", vec![(true, day("2026-02-28"))]),
            ("（截止日期2026.2.28）", vec![(false, day("2026-02-28"))]),
            ("填表 2026/02/28 单位", vec![(false, day("2026-02-28"))]),
            ("2026年2月", vec![]),
            ("2026年2月30日", vec![]),
            ("12026-02-28", vec![]),
            ("2026-02-281", vec![]),
        ] {
            assert_eq!(days_in(line), found, "{line}");
        }
    }
}

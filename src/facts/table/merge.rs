//! 并读 — what several rows say of one thing: dates of different precision, and what contradicts.

use crate::facts::{Problem, ProblemKind, Source};
use crate::vocab::PartialDate;
use std::collections::{BTreeMap, BTreeSet};

/// A value with the first row that says it.
pub(super) type Said<T> = BTreeMap<T, Source>;

/// Adds what a row says.
pub(super) fn say<T: Ord>(said: &mut Said<T>, value: Option<T>, source: &Source) {
    if let Some(value) = value {
        let first = said.entry(value).or_insert_with(|| source.clone());
        if source < first {
            *first = source.clone();
        }
    }
}

/// The finest of the dates, no two of which can be the same day; a coarser one that holds a finer one says nothing more.
pub(super) fn finest(dates: &BTreeSet<PartialDate>) -> Vec<PartialDate> {
    // INVARIANT: a year, a month and a day are apart or one holds the other, and what holds others comes right before
    // the first of them.
    let nexts = dates.iter().skip(1).map(Some).chain([None]);
    let holds_next = |date: PartialDate, next: &PartialDate| next.last() <= date.last();
    let kept = dates.iter().zip(nexts).filter(|(date, next)| next.is_none_or(|next| !holds_next(**date, next)));
    kept.map(|(date, _)| *date).collect()
}

/// Whether two dates can be the same day.
pub(super) fn can_be_same(one: PartialDate, other: PartialDate) -> bool {
    one.first() <= other.last() && other.first() <= one.last()
}

/// The one date that all rows can mean; where there is none the first of them, and the contradiction is named.
pub(super) fn date(said: &Said<PartialDate>, column: &str, problems: &mut Vec<Problem>) -> Option<PartialDate> {
    let dates: BTreeSet<PartialDate> = said.keys().copied().collect();
    let finest = finest(&dates);
    let kept = *finest.first()?;
    for other in finest.iter().skip(1) {
        if let (Some(first), Some(second)) = (said.get(&kept), said.get(other)) {
            problems.push(contradiction(first, second, column, &kept.to_string(), &other.to_string()));
        }
    }
    Some(kept)
}

/// The one value that all rows say; where there are several the first of them, and the contradiction is named.
pub(super) fn value<T: Ord + Clone>(
    said: &Said<T>,
    column: &str,
    words: impl Fn(&T) -> String,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let mut all = said.iter();
    let (kept, first) = all.next()?;
    for (other, second) in all {
        problems.push(contradiction(first, second, column, &words(kept), &words(other)));
    }
    Some(kept.clone())
}

/// Two rows that say different things of one fact.
fn contradiction(kept: &Source, other: &Source, column: &str, used: &str, value: &str) -> Problem {
    let (table, row) = (&kept.table, kept.row);
    Problem::new(
        &other.table,
        ProblemKind::Contradiction,
        format!("与{table}第{row}行的“{used}”不一致，采用“{used}”；请更正"),
        format!("{table}, row {row} says `{used}`, which is used: correct one"),
    )
    .at_row(other.row)
    .in_column(column)
    .with_value(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(texts: &[&str]) -> Said<PartialDate> {
        let mut said = Said::new();
        for (row, text) in (1_u32..).zip(texts) {
            say(&mut said, text.parse().ok(), &Source::new("t", row));
        }
        said
    }

    #[test]
    fn a_finer_date_within_a_coarser_one_is_the_date() {
        let mut problems = Vec::new();
        let said = dates(&["1979", "1979-08", "1979-08-05"]);
        assert_eq!(date(&said, "出生年月", &mut problems), "1979-08-05".parse().ok());
        assert!(problems.is_empty());
    }

    #[test]
    fn dates_that_cannot_be_the_same_contradict_and_both_rows_are_named() {
        let mut problems = Vec::new();
        let said = dates(&["1979-09", "1979-08", "1979"]);
        assert_eq!(date(&said, "出生年月", &mut problems), "1979-08".parse().ok());
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].row, Some(1));
        assert!(problems[0].says.zh().contains("t第2行"), "{}", problems[0].says.zh());
    }
}

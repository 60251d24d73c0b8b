//! 试验用 — tables in a few words, for the tests of this folder.

use super::{LoadOptions, Table, read};
use crate::facts::{Facts, OpenList, Problem, ProblemKind};
use crate::vocab::{Lang, PersonId, UnitId};
use chrono::NaiveDate;

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A table of that name, true as of 2026-02-28.
pub(super) fn table(name: &str, text: &str) -> Table {
    Table::csv(name, text.as_bytes()).as_of(day("2026-02-28"))
}

/// A roster with these columns after 村社区, 经济社, 姓名, 职务.
pub(super) fn roster(columns: &str, rows: &[&str]) -> Table {
    let comma = if columns.is_empty() { "" } else { "," };
    table("干部花名册", &format!("村社区,经济社,姓名,职务{comma}{columns}\n{}\n", rows.join("\n")))
}

pub(super) fn load(tables: &[Table]) -> (Facts, Vec<Problem>) {
    read(tables, &LoadOptions::default())
}

pub(super) fn lines(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|problem| problem.in_words(Lang::Zh)).collect()
}

/// The problems of a kind.
pub(super) fn of(problems: &[Problem], kind: ProblemKind) -> Vec<&Problem> {
    problems.iter().filter(|problem| problem.kind == kind).collect()
}

pub(super) fn open(facts: &Facts) -> Vec<String> {
    facts.open.iter().map(|OpenList { list, extent, .. }| format!("{list} {extent:?}")).collect()
}

pub(super) fn persons(facts: &Facts) -> Vec<&str> {
    facts.persons.iter().map(|person| person.id.as_str()).collect()
}

pub(super) fn units(facts: &Facts) -> Vec<&str> {
    facts.units.iter().map(|unit| unit.id.as_str()).collect()
}

/// Holdings as `person post unit`.
pub(super) fn held(facts: &Facts) -> Vec<String> {
    facts.holdings.iter().map(|row| format!("{} {} {}", row.person.as_str(), row.post, row.unit.as_str())).collect()
}

pub(super) fn person(id: &str) -> PersonId {
    PersonId::parse(id).unwrap()
}

pub(super) fn unit(id: &str) -> UnitId {
    UnitId::parse(id).unwrap()
}

/// A resident id with a fitting last character: area 440605, this birth, this order.
pub(super) fn resident_id(birth: &str, order: u32) -> String {
    let digits = format!("440605{birth}{order:03}");
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum = digits
        .chars()
        .zip(weights)
        .fold(0_u32, |sum, (digit, weight)| sum.saturating_add(digit.to_digit(10).unwrap().saturating_mul(weight)));
    let check = "10X98765432".chars().nth(usize::try_from(sum % 11).unwrap()).unwrap();
    format!("{digits}{check}")
}

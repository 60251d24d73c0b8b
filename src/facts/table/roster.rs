//! 干部花名册 — posts, Party membership, unified management and the town's own columns of a row.

use super::cells::{Cell, Row};
use super::desk::{Desk, unbegun, yes_or_no};
use super::posts::{self, At};
use super::units::Placed;
use super::party;
use crate::facts::{Coverage, Custom, Enrollment, Extent, Holding, Problem, ProblemKind};
use crate::vocab::{
    Basis, Circle, Key, Lang, List, PartialDate, PersonId, PostKind, SpanEnd, UnitId, text::shown,
};
use chrono::NaiveDate;

/// Reads a row of a person at a place.
pub(super) fn read(
    desk: &mut Desk<'_>,
    row: &Row<'_>,
    (table, custom): (usize, &[(usize, Key)]),
    person: &PersonId,
    placed: &Placed,
) {
    let seen = desk.reference(table, Some(&placed.unit));
    let full_time = row.date("专职岗日期", &mut desk.log);
    holdings(desk, row, person, placed, seen, full_time);
    if let Cell::Is(from) = full_time {
        let unit = placed.village.clone().unwrap_or_else(|| placed.unit.clone());
        let span = desk.span(row, "专职岗日期", Some(from), SpanEnd::SeenRunning(seen));
        let mut holding = Holding::new(person.clone(), unit, PostKind::FullTimePost, span);
        (holding.basis, holding.source) = (Some(Basis::Appointed), Some(row.source()));
        desk.facts.holdings.push(holding);
    }
    party::read(desk, row, person, seen);
    enrollment(desk, row, person, placed, seen);
    declaration(desk, row, person);
    for (place, key) in custom {
        let value = super::cells::clean(row.cells.get(*place).unwrap_or_default());
        if !value.is_empty() {
            let mut custom = Custom::new(person.clone(), key.clone(), value, unbegun(SpanEnd::SeenRunning(seen)));
            custom.source = Some(row.source());
            desk.facts.customs.push(custom);
        }
    }
}

/// What a row says of all its posts.
struct Term {
    from: Option<PartialDate>,
    end: SpanEnd,
    basis: Option<Basis>,
    elected: Option<PartialDate>,
    continued: Option<bool>,
    ends: Option<PartialDate>,
}

fn holdings(
    desk: &mut Desk<'_>,
    row: &Row<'_>,
    person: &PersonId,
    placed: &Placed,
    seen: NaiveDate,
    full_time: Cell<PartialDate>,
) {
    let names = desk.names.units.names_of(&placed.unit);
    let at = At { is_cooperative: placed.is_cooperative, names: &names };
    let mut read = posts::read(row.raw("职务"), at, desk.options);
    if read.known.is_empty() && read.unknown.is_empty() && full_time == Cell::Blank {
        let problem = row.problem(ProblemKind::Blank, "职务", "应填写", "should be filled in");
        desk.log.push(problem);
        lost(desk, person, placed);
    }
    for (word, post) in &read.assumed {
        let (zh, en) = (post.title(Lang::Zh), post.title(Lang::En));
        desk.log.push(at_cell(row, ProblemKind::Assumed, word, &format!("按{zh}读取；不是的请写全称"), &format!("read as {en}: write the full title if it is not")));
    }
    for word in &read.unknown {
        let problem = at_cell(row, ProblemKind::Word, word, "不是已知的职务，未采用；请改用通用职务名或登记职务名称", "is no known post, not used: use a common title or register this one");
        desk.log.push(problem);
        lost(desk, person, placed);
    }
    // The day of the full-time post says more than the title.
    if matches!(full_time, Cell::Is(_)) {
        read.known.retain(|post| *post != PostKind::FullTimePost);
    }
    let Some(term) = term(desk, row, person, placed, seen) else { return };
    for post in read.known {
        let of_village = placed.village.as_ref().filter(|_| posts::is_of_village(post));
        let unit: &UnitId = of_village.unwrap_or(&placed.unit);
        let span = desk.span(row, "任现职时间", term.from, term.end);
        let mut holding = Holding::new(person.clone(), unit.clone(), post, span);
        (holding.basis, holding.elected) = (term.basis, term.elected);
        (holding.continued, holding.term_end) = (term.continued, term.ends);
        holding.source = Some(row.source());
        desk.facts.holdings.push(holding);
    }
}

fn at_cell(row: &Row<'_>, kind: ProblemKind, word: &str, zh: &str, en: &str) -> Problem {
    row.problem(kind, "职务", zh, en).with_value(&shown(word))
}

/// Notes that a post of a row was lost.
fn lost(desk: &mut Desk<'_>, person: &PersonId, placed: &Placed) {
    desk.log.open(List::Roster, &Extent::Unit(placed.unit.clone()));
    desk.log.open(List::Roster, &Extent::Person(person.clone()));
}

/// Reads what a row says of all its posts; `None` where it cannot be told whether they have ended.
fn term(desk: &mut Desk<'_>, row: &Row<'_>, person: &PersonId, placed: &Placed, seen: NaiveDate) -> Option<Term> {
    let log = &mut desk.log;
    let from = row.date("任现职时间", log).value();
    let left = row.date("离任时间", log);
    let basis = row.word("产生方式", Basis::from_words, ("产生方式，如选举、任命", "way of taking office, such as 选举, 任命"), log);
    let elected = row.date("当选日期", log).value();
    let ends = row.date("任期届满", log).value();
    let continued = row.word("连任", yes_or_no, ("回答，应为“是”或“否”", "answer: yes or no"), log).value();
    let end = match left {
        Cell::Blank => SpanEnd::SeenRunning(seen),
        Cell::Is(day) => SpanEnd::Ended(day),
        Cell::Lost => {
            lost(desk, person, placed);
            return None;
        }
    };
    Some(Term { from, end, basis: basis.value(), elected, continued, ends })
}

fn enrollment(desk: &mut Desk<'_>, row: &Row<'_>, person: &PersonId, placed: &Placed, seen: NaiveDate) {
    let from = match row.date("统一管理日期", &mut desk.log) {
        Cell::Is(from) => from,
        Cell::Blank => return,
        Cell::Lost => {
            desk.log.open(List::Enrollment, &Extent::Person(person.clone()));
            return;
        }
    };
    // INVARIANT: the literal is a key.
    let Ok(program) = Key::new("unified-management") else { return };
    let span = desk.span(row, "统一管理日期", Some(from), SpanEnd::SeenRunning(seen));
    let mut enrollment = Enrollment::new(person.clone(), program, span);
    (enrollment.unit, enrollment.source) = (placed.village.clone(), Some(row.source()));
    desk.facts.enrollments.push(enrollment);
}

/// The day on which a person declared all near relatives.
fn declaration(desk: &mut Desk<'_>, row: &Row<'_>, person: &PersonId) {
    if let Cell::Is(day) = row.date("近亲属申报日期", &mut desk.log) {
        let as_of = desk.days.carried(row.table, Some(day.first()));
        let mut coverage = Coverage::new(List::Kin, Extent::Person(person.clone()), as_of);
        (coverage.circle, coverage.source) = (Some(Circle::NearRelatives), Some(row.source()));
        desk.facts.coverage.push(coverage);
    }
}

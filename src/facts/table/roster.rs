//! 干部花名册 — posts, Party membership, unified management and the town's own columns of a row.

use super::cells::{Cell, Row};
use super::desk::{Desk, unbegun, yes_or_no};
use super::party;
use super::posts::{self, At};
use super::units::Placed;
use crate::facts::{Coverage, Custom, Enrollment, Extent, Holding, Problem, ProblemKind};
use crate::vocab::{Basis, Circle, Key, Lang, List, PartialDate, PersonId, PostKind, SpanEnd, UnitId, text::shown};
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
        desk.log.push(at_cell(
            row,
            ProblemKind::Assumed,
            word,
            &format!("按{zh}读取；不是的请写全称"),
            &format!("read as {en}: write the full title if it is not"),
        ));
    }
    for word in &read.unknown {
        let problem = at_cell(
            row,
            ProblemKind::Word,
            word,
            "不是已知的职务，未采用；请改用通用职务名或登记职务名称",
            "is no known post, not used: use a common title or register this one",
        );
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
    let basis = row.word(
        "产生方式",
        Basis::from_words,
        ("产生方式，如选举、任命", "way of taking office, such as 选举, 任命"),
        log,
    );
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
        let declared = format!("{}·{}", row.table, row.layout.header("近亲属申报日期"));
        let as_of = desk.days.carried(&declared, Some(day.first()));
        let mut coverage = Coverage::new(List::Kin, Extent::Person(person.clone()), as_of);
        (coverage.circle, coverage.source) = (Some(Circle::NearRelatives), Some(row.source()));
        desk.facts.coverage.push(coverage);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{day, held, lines, load, of, open, roster};
    use super::*;
    use crate::facts::table::Table;
    use crate::vocab::MAX_DAY;

    #[test]
    fn several_posts_in_a_cell_are_several_holdings() {
        let (facts, problems) =
            load(&[roster("任现职时间,产生方式", &["河清社区,河清三社,黄伟强,支部委员、理事,2024.05,选举"])]);
        assert!(problems.is_empty());
        assert_eq!(
            held(&facts),
            ["黄伟强·河清三社 branch-committee-member 河清三社", "黄伟强·河清三社 director 河清三社"]
        );
        assert!(facts.holdings.iter().all(|row| row.basis == Some(Basis::Elected)));
    }

    #[test]
    fn in_post_since_a_month_begins_within_that_month() {
        let (facts, _) = load(&[roster("任现职时间", &["河清社区,河清三社,黄伟强,理事,2024.5"])]);
        assert_eq!(facts.holdings[0].span.from.unwrap().to_string(), "2024-05");
    }

    #[test]
    fn no_end_dates_at_all_are_seen_running_on_the_day_of_the_table() {
        let (facts, _) = load(&[roster("任现职时间", &["河清社区,河清三社,黄伟强,理事,2024.05"])]);
        assert_eq!(facts.holdings[0].span.end, SpanEnd::SeenRunning(day("2026-02-28")));
        assert!(facts.assumptions.is_empty());
        let bare = Table::csv("干部花名册", "姓名,经济社,职务\n黄伟强,河清三社,理事\n".as_bytes());
        let (facts, problems) = load(&[bare]);
        assert_eq!(facts.holdings[0].span.end, SpanEnd::SeenRunning(MAX_DAY));
        assert_eq!(lines(&problems), ["干部花名册：没有写明截至日期，视为至今仍是现状"]);
        let assumption = &facts.assumptions[0];
        assert_eq!((assumption.seen, assumption.carried_to), (None, None));
    }

    #[test]
    fn an_ended_post_ends_and_an_unreadable_end_is_not_taken_for_none() {
        let (facts, _) = load(&[roster("离任时间", &["河清社区,河清三社,黄伟强,理事,2025.03"])]);
        assert_eq!(facts.holdings[0].span.end, SpanEnd::Ended("2025-03".parse().unwrap()));
        let (facts, problems) = load(&[roster("离任时间", &["河清社区,河清三社,黄伟强,理事,去年"])]);
        assert!(facts.holdings.is_empty());
        assert_eq!(of(&problems, ProblemKind::Date).len(), 1);
        assert_eq!(open(&facts), ["roster Unit(UnitId(河清三社))", "roster Person(PersonId(黄伟强·河清三社))"]);
    }

    #[test]
    fn an_unknown_title_is_named_and_the_roster_of_the_unit_is_open() {
        let (facts, problems) = load(&[roster("", &["河清社区,河清三社,黄伟强,理事、保洁员"])]);
        assert_eq!(facts.holdings.len(), 1);
        assert!(lines(&problems)[0].starts_with("干部花名册 第2行 职务 “保洁员”：不是已知的职务"));
        assert_eq!(open(&facts)[0], "roster Unit(UnitId(河清三社))");
    }

    #[test]
    fn posts_of_the_village_stand_at_the_village() {
        let (facts, _) = load(&[roster("", &["河清社区,河清三社,黄伟强,村民代表、社长、支部书记"])]);
        assert_eq!(
            held(&facts),
            [
                "黄伟强·河清三社 branch-secretary 河清三社",
                "黄伟强·河清三社 chair 河清三社",
                "黄伟强·河清三社 village-representative 河清社区",
            ]
        );
    }

    #[test]
    fn a_start_after_the_day_of_the_table_is_named_and_not_known() {
        let (facts, problems) = load(&[roster("任现职时间", &["河清社区,河清三社,黄伟强,理事,2026.05"])]);
        assert_eq!(of(&problems, ProblemKind::Date).len(), 1);
        assert_eq!(facts.holdings[0].span.from, None);
    }

    #[test]
    fn the_days_of_unified_management_full_time_post_and_declaration_are_read() {
        let row = "河清社区,河清三社,黄伟强,社长、专职岗,2024.05,2025.01.10,2025.03.01,2026.01,是,2026.05";
        let (facts, problems) =
            load(&[roster("任现职时间,统一管理日期,专职岗日期,近亲属申报日期,连任,任期届满", &[row])]);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(held(&facts), ["黄伟强·河清三社 chair 河清三社", "黄伟强·河清三社 full-time-post 河清社区"]);
        assert_eq!(facts.holdings[0].continued, Some(true));
        assert_eq!(facts.holdings[1].span.from.unwrap().to_string(), "2025-03-01");
        assert_eq!(facts.holdings[1].basis, Some(Basis::Appointed));
        assert_eq!(facts.enrollments[0].unit.as_ref().map(UnitId::as_str), Some("河清社区"));
        let declared = &facts.coverage[0];
        assert_eq!(
            (declared.list, declared.as_of, declared.circle),
            (List::Kin, day("2026-01-01"), Some(Circle::NearRelatives))
        );
    }

    #[test]
    fn a_row_without_a_post_is_kept_as_a_person_and_opens_the_roster() {
        let (facts, problems) = load(&[roster("", &["河清社区,河清三社,黄伟强,"])]);
        assert_eq!((facts.persons.len(), facts.holdings.len()), (1, 0));
        assert_eq!(of(&problems, ProblemKind::Blank).len(), 1);
        assert_eq!(facts.open.len(), 2);
    }
}

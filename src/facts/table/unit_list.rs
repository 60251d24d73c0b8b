//! 单位表 — the units that a sheet lists, one a code.

use super::Sheet;
use super::cells::Row;
use super::report::Log;
use super::unit_names::kind_by_name;
use crate::facts::{Extent, ProblemKind, Source, Unit};
use crate::vocab::{BodyKind, UnitId, UnitKind};

/// What the sheets of units list.
#[derive(Debug, Default)]
pub(super) struct Listed {
    pub(super) units: Vec<Unit>,
    /// What each says of the unit above it.
    pub(super) parents: Vec<(UnitId, String, Source)>,
    /// Seats of the board.
    pub(super) seats: Vec<(UnitId, BodyKind, u32, Source)>,
}

/// A row of the sheet.
#[derive(Debug)]
struct Line<'a> {
    unit: Unit,
    parent: Option<String>,
    seats: Option<u32>,
    row: Row<'a>,
}

/// What a row says: id, name, kind, other names, the words for the unit above, seats.
type Content<'a> = (&'a UnitId, Option<&'a str>, UnitKind, &'a [String], Option<&'a str>, Option<u32>);

impl Line<'_> {
    /// What the row says, wherever it stands.
    fn content(&self) -> Content<'_> {
        let Unit { id, name, kind, also, .. } = &self.unit;
        (id, name.as_deref(), *kind, also, self.parent.as_deref(), self.seats)
    }
}

/// Reads the rows; which of two rows for one code is used does not depend on where they stand.
pub(super) fn read<'a>(rows: impl Iterator<Item = Row<'a>>, log: &mut Log) -> Listed {
    let mut lines: Vec<Line<'_>> = rows.filter_map(|row| line(row, log)).collect();
    lines.sort_by(|a, b| {
        a.content().cmp(&b.content()).then((a.row.table, a.row.number).cmp(&(b.row.table, b.row.number)))
    });
    let mut listed = Listed::default();
    let mut kept: Option<&Line<'_>> = None;
    for line in &lines {
        if let Some(kept) = kept.filter(|kept| kept.unit.id == line.unit.id) {
            again(line, kept, log);
            continue;
        }
        kept = Some(line);
        let (id, source) = (&line.unit.id, line.row.source());
        listed.parents.extend(line.parent.clone().map(|parent| (id.clone(), parent, source.clone())));
        if let Some(seats) = line.seats {
            match governing(line.unit.kind) {
                Some(body) => listed.seats.push((id.clone(), body, seats, source)),
                None => log.push(line.row.problem(
                    ProblemKind::Ambiguous,
                    "核定职数",
                    "看不出是哪个机构的职数，未采用；请写在“机构”表",
                    "it does not say of which body, and is not used: state it in the sheet of bodies",
                )),
            }
        }
        listed.units.push(line.unit.clone());
    }
    listed
}

/// The body whose seats a unit's own row states: the board of a cooperative, the committee of a village or community.
#[expect(clippy::wildcard_enum_match_arm, reason = "no other unit has one governing body")]
fn governing(kind: UnitKind) -> Option<BodyKind> {
    if kind.is_cooperative() {
        return Some(BodyKind::Board);
    }
    match kind {
        UnitKind::Village => Some(BodyKind::VillageCommittee),
        UnitKind::Community => Some(BodyKind::ResidentsCommittee),
        _ => None,
    }
}

/// Names a further row for a code.
fn again(line: &Line<'_>, kept: &Line<'_>, log: &mut Log) {
    let (table, first) = (kept.row.table, kept.row.number);
    if kept.content() == line.content() {
        let (zh, en) =
            (format!("与{table}第{first}行相同，只算一次"), format!("the same as {table}, row {first}, counted once"));
        log.push(line.row.problem(ProblemKind::NotData, "代码", zh, en));
        return;
    }
    let problem = line.row.problem(
        ProblemKind::Contradiction,
        "代码",
        format!("同一代码与{table}第{first}行内容不同，采用{table}第{first}行；请更正"),
        format!("{table}, row {first} says something else of this code and is used: correct one"),
    );
    log.aside(problem, Sheet::Units, &Extent::Unit(line.unit.id.clone()));
}

fn line<'a>(row: Row<'a>, log: &mut Log) -> Option<Line<'a>> {
    let (code, name) = (row.text("代码"), row.text("名称"));
    let (Some(code), Some(name)) = (code, name) else {
        let column = if row.text("代码").is_none() { "代码" } else { "名称" };
        let problem = row.problem(ProblemKind::Blank, column, "应填写", "should be filled in");
        log.aside(problem, Sheet::Units, &Extent::All);
        return None;
    };
    let id = match UnitId::parse(&code) {
        Ok(id) => id,
        Err(error) => {
            let problem = row.problem(ProblemKind::Identifier, "代码", "不能作为编号", error.to_string());
            log.aside(problem, Sheet::Units, &Extent::All);
            return None;
        }
    };
    let stated = row.word("类别", UnitKind::from_words, ("机构类别", "kind of unit"), log).value();
    let Some(kind) = stated.or_else(|| kind_by_name(&name)) else {
        if row.text("类别").is_none() {
            let (zh, en) = ("应填写；从名称看不出类别", "should be filled in: the name does not tell the kind");
            log.push(row.problem(ProblemKind::Blank, "类别", zh, en));
        }
        let problem = row.problem(ProblemKind::Word, "名称", "看不出单位的类别", "its kind cannot be told");
        log.aside(problem, Sheet::Units, &Extent::All);
        return None;
    };
    let mut unit = Unit::new(id, kind);
    unit.also = row.list("别名");
    unit.also.sort();
    unit.also.dedup();
    (unit.name, unit.source) = (Some(name), Some(row.source()));
    let seats = row.number("核定职数", &["人", "名", "个"], log).value();
    Some(Line { unit, parent: row.text_or_none("上级"), seats, row })
}

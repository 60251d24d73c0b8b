//! 汇读 — all tables at once: who and what the rows name first, then what they say.

use super::cells::Row;
use super::days::Days;
use super::desk::{Desk, Names};
use super::drafts::{self, Draft};
use super::members::Households;
use super::party::Party;
use super::people::{self, Sighting};
use super::report::Log;
use super::units::{Place, Placed, Units};
use super::{LoadOptions, Sheet, Table, acts, coverage, grid, grid::Grid, lists, members, roster, settle, standing};
use crate::facts::{Facts, Problem, ProblemKind, Source};
use std::collections::BTreeMap;

/// Reads tables into facts, with every problem in order.
pub(super) fn read(tables: &[Table], options: &LoadOptions) -> (Facts, Vec<Problem>) {
    let mut log = Log::default();
    let grids: Vec<Grid<'_>> = tables.iter().filter_map(|table| grid::lay_out(table, options, &mut log)).collect();
    let drafts = drafts::read(&grids, options, &mut log);
    let mut places: BTreeMap<Place, Source> = BTreeMap::new();
    for draft in &drafts {
        let source = Source::new(draft.row.table, draft.row.number);
        let first = places.entry(draft.place.clone()).or_insert_with(|| source.clone());
        if source < *first {
            *first = source;
        }
    }
    let units = Units::read(&grids, &places, &mut log);
    let (drafts, mut seen) = sightings(drafts, &units, &mut log);
    let (persons, ids) = people::identify(&mut seen, &units, &mut log);
    let names = Names { units: &units, persons: &persons };
    let statements = coverage::read(&grids, names, &mut log);
    let dated = statements.iter().map(coverage::Statement::dated).collect();
    let days = Days::new(&grids, dated, options);
    let mut desk = Desk { options, names, days, facts: Facts::default(), party: Party::default(), log };
    let mut households = Households::default();
    for ((draft, placed), id) in drafts.iter().zip(&ids) {
        let Some(id) = id else { continue };
        if draft.sheet == Sheet::Roster {
            let custom = grids.get(draft.grid).map(Grid::custom).unwrap_or_default();
            roster::read(&mut desk, &draft.row, (draft.grid, custom), id, placed);
        } else {
            members::read(&mut desk, draft, id, placed, &mut households);
        }
    }
    households.write(&mut desk);
    others(&mut desk, &grids);
    coverage::write(&statements, &mut desk.days, &mut desk.facts, &mut desk.log);
    let Desk { days, mut facts, party, mut log, .. } = desk;
    party.write(&mut facts, &mut log);
    days.write(&mut facts, &mut log);
    persons.write(&mut facts);
    units.write(&mut facts);
    settle::settle(&mut facts);
    head(&mut log.problems, &grids);
    let (problems, open) = log.close();
    facts.open = open;
    (facts, problems)
}

/// The columns of problems as their tables head them: what is said of several rows knows a column by its own name only.
fn head(problems: &mut [Problem], grids: &[Grid<'_>]) {
    for problem in problems {
        let grid = grids.iter().find(|grid| grid.table.name == problem.table);
        if let (Some(grid), Some(column)) = (grid, &problem.column) {
            problem.column = Some(grid.header(column).to_owned());
        }
    }
}

/// Reads the sheets that name persons and units and make none.
fn others(desk: &mut Desk<'_>, grids: &[Grid<'_>]) {
    for (at, grid) in grids.iter().enumerate() {
        let read: fn(&mut Desk<'_>, &Row<'_>, usize) = match grid.sheet {
            Sheet::Bodies => lists::body,
            Sheet::Kin => lists::kin,
            Sheet::Sanctions => lists::sanction,
            Sheet::Appraisals => lists::appraisal,
            Sheet::Training => lists::training,
            Sheet::Candidates => lists::candidate,
            Sheet::Charter => lists::clause,
            Sheet::Statuses => standing::status,
            Sheet::UnitFacts => standing::unit_fact,
            Sheet::Links => standing::link,
            // Read by themselves.
            Sheet::Roster | Sheet::Members | Sheet::Units | Sheet::Acts | Sheet::Coverage => continue,
        };
        for row in grid.rows() {
            read(desk, &row, at);
        }
    }
    acts::read(desk, grids.iter().filter(|grid| grid.sheet == Sheet::Acts).flat_map(Grid::rows));
}

/// The rows that tell who and where; the others are set aside.
fn sightings<'a>(drafts: Vec<Draft<'a>>, units: &Units, log: &mut Log) -> (Vec<(Draft<'a>, Placed)>, Vec<Sighting>) {
    let mut kept = Vec::with_capacity(drafts.len());
    let mut seen = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let placed = units.place(&draft.place).cloned();
        let extent =
            placed.as_ref().map_or(crate::facts::Extent::All, |placed| crate::facts::Extent::Unit(placed.unit.clone()));
        let Some(name) = draft.name.clone() else {
            let problem = draft.row.problem(ProblemKind::Blank, "姓名", "应填写", "should be filled in");
            log.aside(problem, draft.sheet, &extent);
            continue;
        };
        let Some(placed) = placed else {
            log.aside(nowhere(&draft), draft.sheet, &extent);
            continue;
        };
        seen.push(Sighting {
            sheet: draft.sheet,
            source: Source::new(draft.row.table, draft.row.number),
            unit: placed.unit.clone(),
            name,
            code: draft.code.clone(),
            resident_id: draft.resident_id,
            birth: draft.birth,
            sex: draft.sex,
            schooling: draft.schooling,
        });
        kept.push((draft, placed));
    }
    (kept, seen)
}

/// The problem of a row that does not tell where.
fn nowhere(draft: &Draft<'_>) -> Problem {
    let row = &draft.row;
    if draft.place.is_nowhere() {
        let (zh, en) = ("应填写经济社或村社区", "the cooperative or the village should be filled in");
        return row.problem(ProblemKind::Blank, "经济社", zh, en);
    }
    let column = if draft.place.cooperative.is_some() { "经济社" } else { "村社区" };
    row.problem(
        ProblemKind::Ambiguous,
        column,
        "看不出是哪个单位：不止一个单位叫这个名称，或名称不能作编号；请写明村社区或代码",
        "it cannot be told which unit this is: several are called so, or the name makes no id; name the village or the code",
    )
}

#[cfg(test)]
mod tests {
    use super::super::testing::{day, resident_id};
    use super::*;
    use proptest::prelude::*;

    /// The facts without where they were read.
    fn unsourced(mut facts: Facts) -> Facts {
        macro_rules! strip { ($($table:ident),+) => { $( for row in &mut facts.$table { row.source = None; } )+ }; }
        strip!(
            persons,
            kin,
            household_members,
            memberships,
            party_memberships,
            not_party_members,
            units,
            bodies,
            holdings,
            candidacies,
            records,
            acts,
            appraisals,
            trainings,
            enrollments,
            clauses,
            customs,
            coverage,
            assumptions
        );
        facts
    }

    /// Tables with every kind of trouble that does not rest on the row above.
    fn town() -> Vec<(&'static str, &'static str, Vec<String>)> {
        let (one, two) = (resident_id("19790805", 1), resident_id("19850312", 2));
        let rows = |text: &str| text.replace("ONE", &one).replace("TWO", &two).lines().map(str::to_owned).collect();
        vec![
            (
                "单位",
                "代码,名称,别名,类别,上级,核定职数",
                rows(
                    "V1,河清社区居委会,,社区,,\nC3,河清三社,三队,经济社,V1,5\nC3,河清三社,,经济社,V1,5\nC5,五社,,经济社,河清社区居委会,3",
                ),
            ),
            (
                "干部花名册",
                "人员编号,村社区,经济社,姓名,职务,出生年月,身份证号,政治面貌,入党时间,转正时间,任现职时间,产生方式,性别",
                rows(
                    "P1,河清社区,三队,黄伟强,社长、支部书记,1979.08,ONE,党员,2001.07,,2024.05,选举,男\n\
                     P1,河清社区,三队,黄伟强,村民代表,1979.09,,党员,2001.08,2002.08,,,女\n\
                     ,河清社区,五社,李丽,理事,,TWO,群众,,,2024,选举,\n\
                     ,河清社区,五社,李莉,监事,,TWO,群众,,,2024,选举,\n\
                     ,新龙村,一社,陈明,理事,1979.08,,中共预备党员,2025.07,,79.5,,\n\
                     ,新龙村,一社,陈明,监事,1980.08,,,,,,,\n\
                     ,新龙村,一社,陈明,会计,,,,,,,,\n\
                     ,下西社区,一社,陈明,理事、保洁员,1979,4.4E+17,,,,,,\n\
                     ,下西社区,二社,,理事,,,,,,,,\n\
                     ,,,,理事,,,,,,,,\n\
                     ,河清,,何芳,主任、委员,1990.1,,群众,,,,,\n\
                     小计,,,,,,,,,,,,",
                ),
            ),
            (
                "成员名册",
                "经济社,户号,姓名,身份证号,与户主关系,取得日期",
                rows(
                    "河清三社,1,黄伟强,ONE,户主,1979.08\n河清三社,1,李小丽,,妻子,2003\n河清三社,2,黄五,,长子,\n五社,1,李丽,TWO,户主,",
                ),
            ),
            (
                "处分处罚",
                "人员,单位,种类,决定日期",
                rows("黄伟强,,党内警告,2024.05\n陈明,,党内警告,2024.05\n陈明,下西社区,记过,2024.05\n王五,,记过,"),
            ),
            ("考核", "人员,年度,等次", rows("P1,2024,称职\nP1,2024,称职\nP1,2023,好")),
            (
                "办理记录",
                "事项编号,单位,环节,日期,主体,应到,实到,同意",
                rows(
                    "S1,三队,会议,2025.06.01,理事会,5,4,3\nS1,三队,会议,2025.06.01,理事会,5,4,3\nS1,三队,会议,2025.06.01,成员大会,50,60,\nS1,某社,会议,,,,,",
                ),
            ),
            (
                "说明",
                "表,范围,截止日期,是否完整",
                rows(
                    "干部花名册,全部,2026-02-28,是\n成员名册,河清三社,2026-02,是\n亲属,P1,2026-02-28,否\n干部花名册,河清社区,2026-03-01,是",
                ),
            ),
        ]
    }

    fn tables(town: &[(&str, &str, Vec<String>)]) -> Vec<Table> {
        town.iter()
            .map(|(name, head, rows)| Table::csv(name, format!("{head}\n{}\n", rows.join("\n")).as_bytes()))
            .collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(192))]

        #[test]
        fn the_order_of_rows_and_tables_changes_no_fact(
            orders in prop::collection::vec(prop::collection::vec(any::<u32>(), 16), 7),
            order in prop::collection::vec(any::<u32>(), 7),
        ) {
            let town = town();
            let (facts, problems) = read(&tables(&town), &LoadOptions::default());
            prop_assert!(problems.is_sorted());
            let mut shuffled = town;
            for ((_, _, rows), keys) in shuffled.iter_mut().zip(&orders) {
                let mut keyed: Vec<(u32, String)> = keys.iter().copied().zip(rows.drain(..)).collect();
                keyed.sort();
                rows.extend(keyed.into_iter().map(|(_, row)| row));
            }
            let mut keyed: Vec<_> = order.into_iter().zip(shuffled).collect();
            keyed.sort();
            let shuffled: Vec<_> = keyed.into_iter().map(|(_, table)| table).collect();
            let (other, others) = read(&tables(&shuffled), &LoadOptions::default());
            prop_assert_eq!(unsourced(other), unsourced(facts));
            prop_assert_eq!(others.len(), problems.len());
        }

        #[test]
        fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let tables = [Table::csv("干部花名册", &bytes), Table::json("说明", &bytes), Table::csv("x", &bytes)];
            let (_, problems) = read(&tables, &LoadOptions::default());
            prop_assert!(problems.is_sorted());
        }

        #[test]
        fn random_cells_never_panic(cells in prop::collection::vec(prop::collection::vec("[\\PC\n\r\t]{0,6}|[0-9./年月日Ee+-]{0,9}|河清三?社|户主|理事|全部|是|P1", 8), 0..12)) {
            for (name, head, _) in town() {
                let mut rows = vec![head.split(',').map(str::to_owned).collect::<Vec<_>>()];
                rows.extend(cells.iter().cloned());
                let (facts, problems) = read(&[Table::rows(name, rows).excel_serials()], &LoadOptions::default());
                prop_assert!(problems.is_sorted() && facts.len() < 1_000);
            }
        }
    }

    /// Thousands of one name, in tables that would take minutes if each were held against each.
    #[test]
    fn many_namesakes_take_no_quadratic_work() {
        let rows = 3_000_u32;
        let lines = |head: &str, line: &dyn Fn(u32) -> String| {
            (0..rows).fold(head.to_owned(), |text, at| format!("{text}\n{}", line(at)))
        };
        let birth = |at: u32| format!("{}-{:02}-{:02}", 1900 + at / 336, at / 28 % 12 + 1, at % 28 + 1);
        let born =
            lines("村社区,经济社,姓名,出生年月,职务", &|at| format!("甲村,一社,张三,{},理事", birth(at)));
        let apart =
            lines("村社区,经济社,姓名,出生年月,职务", &|at| format!("甲村,第{at}社,张三,1979.08,理事"));
        let under = lines("村社区,经济社,姓名,职务", &|at| format!("第{at}村,三社,张{at},理事"));
        let listed = lines("代码,名称,类别,上级", &|at| format!("V{at},第{at}村,村,\nC{at},三社,经济社,V{at}"));
        let stated = lines("表,范围,截止日期,是否完整", &|at| format!("干部花名册,C{at},2026-02-28,是"));
        let kin = lines("甲,乙,乙是甲的", &|_| "张三,李四,配偶".to_owned());
        let table = |name: &str, text: &str| Table::csv(name, text.as_bytes());
        let persons = |tables: &[Table]| read(tables, &LoadOptions::default()).0.persons.len();
        assert_eq!(persons(&[table("干部花名册", &born)]), 3_000);
        assert_eq!(persons(&[table("干部花名册", &apart), table("亲属", &kin)]), 3_000);
        let town = [table("单位", &listed), table("干部花名册", &under), table("说明", &stated)];
        assert_eq!(persons(&town), 3_000);
    }

    #[test]
    fn every_fact_says_where_it_was_read() {
        let (facts, _) = read(&tables(&town()), &LoadOptions::default());
        assert!(facts.persons.iter().all(|row| row.source.is_some()));
        assert!(facts.units.iter().all(|row| row.source.is_some()));
        assert!(facts.holdings.iter().all(|row| row.source.is_some()));
        assert!(facts.acts.iter().all(|row| row.source.is_some()));
        assert!(facts.coverage.iter().all(|row| row.source.is_some()));
        assert_eq!(facts.holdings[0].span.end, crate::vocab::SpanEnd::SeenRunning(day("2026-03-01")));
    }
}

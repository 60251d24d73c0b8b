//! 办理记录 — dated acts of cases, with their counts. The id of an act is made of what it is, not of where it stands.

use super::Sheet;
use super::cells::{Cell, Row};
use super::desk::Desk;
use super::lists::{base_of, needed, post, term};
use super::units::Found;
use crate::facts::{Act, Count, Extent, Problem, ProblemKind, Quantity};
use crate::vocab::{ActId, Base, CaseId, Key, List, PersonId, Rank, TermSet, UnitId};
use std::collections::BTreeMap;

/// The most characters of a case number or a stage in the id of an act.
const PART_CHARS_MAX: usize = 24;

/// An act whose id is not yet made.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Unnumbered {
    case: CaseId,
    stage: Key,
    day: String,
    act: Act,
}

/// Reads every row of 办理记录.
pub(super) fn read<'a>(desk: &mut Desk<'_>, rows: impl Iterator<Item = Row<'a>>) {
    let mut acts: Vec<Unnumbered> = rows.filter_map(|row| act(desk, &row)).collect();
    // By content; the row only decides which of two that say the same is named as the second.
    acts.sort_by_cached_key(|one| {
        let mut act = one.act.clone();
        let source = act.source.take();
        (one.case.clone(), one.stage.clone(), one.day.clone(), act, source)
    });
    let mut used: BTreeMap<String, u32> = BTreeMap::new();
    let mut last: Option<Act> = None;
    for Unnumbered { case, stage, day, mut act } in acts {
        let source = act.source.take();
        if last.as_ref() == Some(&act) {
            if let Some(source) = &source {
                let (zh, en) = ("与另一行完全相同，只算一次", "the same as another row, counted once");
                desk.log.push(Problem::new(&source.table, ProblemKind::NotData, zh, en).at_row(source.row));
            }
            continue;
        }
        last = Some(act.clone());
        let base = format!("{}·{}·{day}", short(case.as_str()), short(stage.as_str()));
        let count = used.entry(base.clone()).or_default();
        *count = count.saturating_add(1);
        let id = if *count == 1 { base } else { format!("{base}·{count}") };
        act.source = source;
        // INVARIANT: the parts are ids and keys, and two parts, a day and a number make no more than 64 characters.
        if let Ok(id) = ActId::parse(&id) {
            act.id = id;
        }
        desk.facts.acts.push(act);
    }
}

/// A case number or a stage short enough to stand in an id: a long one by its beginning and a sum of all of it.
fn short(text: &str) -> String {
    if text.chars().count() <= PART_CHARS_MAX {
        return text.to_owned();
    }
    let sum = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let head: String = text.chars().take(8).collect();
    format!("{}~{:08x}", head.trim_end(), (sum ^ (sum >> 32)) & 0xffff_ffff)
}

fn act(desk: &mut Desk<'_>, row: &Row<'_>) -> Option<Unnumbered> {
    let case = match row.text("事项编号").map(|text| CaseId::parse(&text)) {
        Some(Ok(case)) => case,
        Some(Err(error)) => {
            let problem = row.problem(ProblemKind::Identifier, "事项编号", "不能作为编号", error.to_string());
            desk.log.aside(problem, Sheet::Acts, &Extent::All);
            return None;
        }
        None => {
            desk.blank(row, "事项编号", Sheet::Acts, &Extent::All);
            return None;
        }
    };
    let within = Extent::Case(case.clone());
    let Some(unit) = desk.unit(row, "单位", Sheet::Acts) else {
        desk.log.open(List::Acts, &within);
        return None;
    };
    let vocabulary = &desk.options.vocabulary;
    let find = |word: &str| vocabulary.from_words(TermSet::Stage, word).cloned();
    let stage = row.word("环节", find, ("环节", "stage"), &mut desk.log);
    let stage = needed(desk, row, "环节", Sheet::Acts, stage, &within)?;
    let day = row.date("日期", &mut desk.log);
    if day == Cell::Blank {
        desk.log.push(row.problem(ProblemKind::Blank, "日期", "应填写", "should be filled in"));
    }
    let id = ActId::parse(&short(case.as_str())).ok()?;
    let mut act = Act::new(id, case.clone(), unit.clone(), stage.clone());
    act.day = day.value();
    act.order = row.number("同日顺序", &[], &mut desk.log).value();
    act.actor = term(desk, row, "主体", TermSet::Actor);
    if row.text("主体").is_none() {
        desk.log.push(row.problem(ProblemKind::Blank, "主体", "应填写", "should be filled in"));
    }
    act.rank = row.word("层级", Rank::from_words, ("层级", "level"), &mut desk.log).value();
    act.matter = term(desk, row, "事项类别", TermSet::Matter);
    act.about = about(desk, row, &unit, &within);
    act.post = post_of(desk, row, &unit, &within);
    act.counts = counts(desk, row, act.actor.as_ref());
    act.items = items(desk, row, &within);
    act.shown_through = row.date("公布至", &mut desk.log).value();
    act.document = row.text("文号");
    act.source = Some(row.source());
    let day = act.day.map_or_else(|| "0".to_owned(), |day| day.to_string());
    Some(Unnumbered { case, stage, day, act })
}

/// The person an act is about; one who is not known leaves the file of the case open.
fn about(desk: &mut Desk<'_>, row: &Row<'_>, unit: &UnitId, within: &Extent) -> Option<PersonId> {
    let words = row.text_or_none("涉及人员")?;
    let names = desk.names;
    let found = match names.persons.find(&words, None, names.units) {
        Found::Many => names.persons.find(&words, Some(unit), names.units),
        found @ (Found::One(_) | Found::None) => found,
    };
    if let Found::One(id) = found {
        return Some(id.clone());
    }
    let problem = row.problem(
        ProblemKind::UnknownReference,
        "涉及人员",
        "不能认定是哪一位，未采用；请写人员编号或身份证号",
        "it cannot be told who that is, not used: give the person id or the resident id",
    );
    desk.log.push(problem);
    desk.log.open(List::Acts, within);
    None
}

fn post_of(desk: &mut Desk<'_>, row: &Row<'_>, unit: &UnitId, within: &Extent) -> Option<crate::vocab::PostKind> {
    row.text_or_none("拟任职务")?;
    let post = post(desk, row, "拟任职务", unit);
    if post.is_none() {
        let problem = row.problem(
            ProblemKind::Word,
            "拟任职务",
            "应为一个已知的职务，未采用",
            "should be one known post, not used",
        );
        desk.log.push(problem);
        desk.log.open(List::Acts, within);
    }
    post
}

/// The items on file; a word that is none leaves the file of the case open.
fn items(desk: &mut Desk<'_>, row: &Row<'_>, within: &Extent) -> Vec<Key> {
    let mut items = Vec::new();
    for word in row.list("材料") {
        let vocabulary = &desk.options.vocabulary;
        let found = super::cells::find_word(&word, |word| vocabulary.from_words(TermSet::Item, word).cloned());
        if let Some(item) = found {
            items.push(item);
            continue;
        }
        let problem = row.problem(ProblemKind::Word, "材料", "不是已知的材料", "is no known item");
        desk.log.push(problem.with_value(&crate::vocab::text::shown(&word)));
        desk.log.open(List::Acts, within);
    }
    items.sort();
    items.dedup();
    items
}

/// The counts of an act; where they contradict each other none is used.
fn counts(desk: &mut Desk<'_>, row: &Row<'_>, actor: Option<&Key>) -> Vec<Count> {
    let after = ["人", "票", "户"];
    let mut read = |column: &str| row.number(column, &after, &mut desk.log).value();
    let (due, present) = (read("应到"), read("实到"));
    let (ayes, nays, abstentions) = (read("同意"), read("不同意"), read("弃权"));
    let votes = [ayes, nays, abstentions].into_iter().flatten().fold(0_u32, u32::saturating_add);
    let more_present = due.zip(present).is_some_and(|(due, present)| due < present);
    let more_votes = present.or(due).is_some_and(|all| all < votes);
    if more_present || more_votes {
        let (column, zh, en) = if more_present {
            (
                "实到",
                "实到多于应到，各项人数未采用；请更正",
                "more are present than are due; no count is used: correct them",
            )
        } else {
            (
                "同意",
                "票数合计多于实到，各项人数未采用；请更正",
                "more votes than persons present; no count is used: correct them",
            )
        };
        desk.log.push(row.problem(ProblemKind::Contradiction, column, zh, en));
        return Vec::new();
    }
    let base = match row.word("基数", base_of, ("人数基数", "base"), &mut desk.log) {
        Cell::Is(base) => Some(base),
        Cell::Blank => actor.and_then(|actor| base_by_actor(actor.as_str())),
        Cell::Lost => None,
    };
    let due = due.map(|number| base.map_or(Count::new(Quantity::Due, number), |base| Count::of_base(base, number)));
    let count = |of, number: Option<u32>| number.map(|number| Count::new(of, number));
    let mut counts: Vec<Count> = [
        due,
        count(Quantity::Present, present),
        count(Quantity::Ayes, ayes),
        count(Quantity::Nays, nays),
        count(Quantity::Abstentions, abstentions),
    ]
    .into_iter()
    .flatten()
    .collect();
    counts.sort();
    counts
}

/// The base that 应到 counts, by who acts.
fn base_by_actor(actor: &str) -> Option<Base> {
    Some(match actor {
        "board" => Base::AllDirectors,
        "member-assembly" => Base::CapableMembers,
        "representative-assembly" => Base::AllRepresentatives,
        "members-meeting" => Base::PartyDue,
        "representatives-meeting" => Base::RepresentativesMeeting,
        "villagers-assembly" => Base::AdultVillagers,
        "branch-committee" => Base::CommitteeMembers,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{lines, load, of, open, roster, table};
    use super::super::{LoadOptions, Table};
    use super::*;
    use crate::facts::Facts;
    use crate::vocab::{Bilingual, Term};

    const HEAD: &str = "事项编号,单位,环节,日期,主体,应到,实到,同意,不同意,弃权,涉及人员,拟任职务,材料";

    fn acts(rows: &[&str]) -> (Facts, Vec<Problem>) {
        let text = format!("{HEAD}\n{}\n", rows.join("\n"));
        load(&[roster("", &["河清社区,河清三社,黄伟强,理事"]), table("办理记录", &text)])
    }

    fn ids(facts: &Facts) -> Vec<&str> {
        facts.acts.iter().map(|act| act.id.as_str()).collect()
    }

    #[test]
    fn an_act_is_read_with_its_counts_and_the_base_of_its_body() {
        let (facts, problems) = acts(&["S1,河清三社,召开会议,2025.06.01,社委会,5,4,3,1,0,黄伟强,社长,会议记录、签名"]);
        assert!(problems.is_empty(), "{problems:?}");
        let act = &facts.acts[0];
        assert_eq!(act.id.as_str(), "S1·meet·2025-06-01");
        assert!(act.counts.contains(&Count::of_base(Base::AllDirectors, 5)));
        assert!(act.counts.contains(&Count::new(Quantity::Ayes, 3)) && act.counts.len() == 5);
        assert_eq!((act.about.is_some(), act.items.len()), (true, 2));
    }

    #[test]
    fn ids_do_not_depend_on_the_order_of_rows_and_a_row_that_stands_twice_is_one_act() {
        let rows = [
            "S1,河清三社,会议,2025.06.01,社委会,5,4,,,,,,",
            "S1,河清三社,会议,2025.06.01,成员大会,50,40,,,,,,",
            "S1,河清三社,会议,2025.06.01,社委会,5,4,,,,,,",
        ];
        let (facts, problems) = acts(&rows);
        assert_eq!(ids(&facts), ["S1·meet·2025-06-01", "S1·meet·2025-06-01·2"]);
        assert_eq!(lines(&problems), ["办理记录 第4行：与另一行完全相同，只算一次"]);
        let (again, _) = acts(&[rows[1], rows[2], rows[0]]);
        let actors =
            |facts: &Facts| facts.acts.iter().map(|act| (act.id.clone(), act.actor.clone())).collect::<Vec<_>>();
        assert_eq!(actors(&again), actors(&facts));
    }

    #[test]
    fn counts_that_contradict_each_other_are_dropped_and_the_act_is_kept() {
        for row in [
            "S1,河清三社,会议,2025.06.01,社委会,5,6,,,,,,",
            "S1,河清三社,会议,2025.06.01,社委会,5,4,3,1,1,,,",
            "S1,河清三社,会议,2025.06.01,社委会,5,,5,1,,,,",
        ] {
            let (facts, problems) = acts(&[row]);
            assert_eq!(of(&problems, ProblemKind::Contradiction).len(), 1, "{row}");
            assert!(facts.acts[0].counts.is_empty());
        }
        assert!(acts(&["S1,河清三社,会议,2025.06.01,社委会,5,5,5,0,0,,,"]).1.is_empty());
    }

    #[test]
    fn an_act_that_cannot_be_read_opens_the_file_of_its_case() {
        let (facts, problems) = acts(&[
            "S1,河清三社,散步,2025.06.01,社委会,,,,,,,,",
            "S2,某社,会议,2025.06.01,社委会,,,,,,,,",
            ",河清三社,会议,2025.06.01,社委会,,,,,,,,",
        ]);
        assert!(facts.acts.is_empty() && problems.iter().all(|problem| problem.row_set_aside));
        assert_eq!(open(&facts), ["acts All", "acts Case(CaseId(S1))", "acts Case(CaseId(S2))"]);
        let (facts, problems) = acts(&["S1,河清三社,会议,2025.06.01,社委会,,,,,,王五,,花名册"]);
        assert_eq!((facts.acts.len(), problems.len()), (1, 2));
        assert_eq!(open(&facts), ["acts Case(CaseId(S1))"]);
    }

    #[test]
    fn a_long_case_number_still_makes_an_id() {
        let case = format!("九江镇河清社区第三经济社换届选举事项{}", "0".repeat(40));
        let (facts, problems) = acts(&[
            &format!("{case},河清三社,公示,,社委会,,,,,,,,"),
            &format!("{case}1,河清三社,公示,2025,社委会,,,,,,,,"),
        ]);
        assert_eq!((facts.acts.len(), of(&problems, ProblemKind::Blank).len()), (2, 1));
        assert!(ids(&facts)[0].chars().count() <= 64 && ids(&facts)[0] != ids(&facts)[1]);
        assert_eq!(facts.acts[0].case.as_str(), case);
    }

    #[test]
    fn a_long_stage_of_the_towns_own_still_makes_ids_of_their_own() {
        let mut options = LoadOptions::default();
        let key = |last: char| Key::new(&format!("{}{last}", "long-".repeat(12))).unwrap();
        for (last, zh) in [('a', "甲步"), ('b', "乙步")] {
            let title = Bilingual::new(zh, "step").unwrap();
            options.vocabulary.insert(Term { set: TermSet::Stage, key: key(last), title, also: Vec::new() });
        }
        let case = "长".repeat(64);
        let rows =
            [format!("{case},河清三社,甲步,2025.01.01,社委会"), format!("{case},河清三社,乙步,2025.01.01,社委会")];
        let text = format!("事项编号,单位,环节,日期,主体\n{}\n", rows.join("\n"));
        let tables = [roster("", &["河清社区,河清三社,黄伟强,社长"]), Table::csv("办理记录", text.as_bytes())];
        let (facts, _) = super::super::read(&tables, &options);
        assert_eq!(ids(&facts).len(), 2);
        assert!(ids(&facts).iter().all(|id| id.contains("long-lon~") && id.chars().count() <= 64), "{:?}", ids(&facts));
    }
}

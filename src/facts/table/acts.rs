//! 办理记录 — dated acts of cases, with their counts. The id of an act is made of what it is, not of where it stands.

use super::Sheet;
use super::cells::{Cell, Row};
use super::desk::Desk;
use super::lists::{base_of, needed, post, term};
use super::units::Found;
use crate::facts::{Act, Count, Extent, Problem, ProblemKind, Quantity};
use crate::vocab::{ActId, Base, CaseId, Key, List, PersonId, Rank, TermSet, UnitId};
use std::collections::BTreeMap;

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
        let base = format!("{}·{stage}·{day}", short(case.as_str()));
        let count = used.entry(base.clone()).or_default();
        *count = count.saturating_add(1);
        let id = if *count == 1 { base } else { format!("{base}·{count}") };
        act.source = source;
        // INVARIANT: the parts are ids and keys, short enough together.
        if let Ok(id) = ActId::parse(&id) {
            act.id = id;
        }
        desk.facts.acts.push(act);
    }
}

/// A case number short enough to stand in an id: a long one by its beginning and a sum of all of it.
fn short(case: &str) -> String {
    if case.chars().count() <= 24 {
        return case.to_owned();
    }
    let sum = case.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let head: String = case.chars().take(8).collect();
    format!("{}~{:08x}", head.trim_end(), sum ^ (sum >> 32) & 0xffff_ffff)
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
        let problem = row.problem(ProblemKind::Word, "拟任职务", "应为一个已知的职务，未采用", "should be one known post, not used");
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
            ("实到", "实到多于应到，各项人数未采用；请更正", "more are present than are due; no count is used: correct them")
        } else {
            ("同意", "票数合计多于实到，各项人数未采用；请更正", "more votes than persons present; no count is used: correct them")
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

//! 各类清单 — bodies, kin, sanctions, appraisals, training, candidates and charters: one fact a row.

use super::cells::{Cell, Row};
use super::desk::Desk;
use super::members::{lasting, relation_of};
use super::posts::{self, At};
use super::{Sheet, cells::find_word};
use crate::facts::{Appraisal, Body, Candidacy, Clause, Extent, KinTie, ProblemKind, Record, Training};
use crate::vocab::{
    BodyKind, Grade, List, PersonId, PostKind, Rank, RecordKind, SpanEnd, TermSet, TrainingKind, UnitId,
};

/// Reads a row of 机构.
pub(super) fn body(desk: &mut Desk<'_>, row: &Row<'_>, _: usize) {
    let Some(unit) = desk.unit(row, "单位", Sheet::Bodies) else { return };
    let kind = row.word("机构", BodyKind::from_words, ("机构", "body"), &mut desk.log);
    let Some(kind) = needed(desk, row, "机构", Sheet::Bodies, kind, &Extent::Unit(unit.clone())) else { return };
    let mut body = Body::new(unit, kind);
    body.seats = row.number("核定职数", &["人", "名", "个"], &mut desk.log).value();
    body.formed = row.date("换届日期", &mut desk.log).value();
    body.source = Some(row.source());
    desk.facts.bodies.push(body);
}

/// Reads a row of 亲属.
pub(super) fn kin(desk: &mut Desk<'_>, row: &Row<'_>, table: usize) {
    let Some(a) = desk.person(row, "甲", Sheet::Kin) else {
        // Whoever the row is about, the other one may be known.
        if let Some(b) = known(desk, row, "乙") {
            desk.log.open(List::Kin, &Extent::Person(b));
        }
        return;
    };
    let Some(b) = desk.other_person(row, "乙", Sheet::Kin, &Extent::Person(a.clone())) else { return };
    let relation = row.word(
        "乙是甲的",
        relation_of,
        ("亲属关系，如配偶、长子", "kin relation, such as 配偶, 长子"),
        &mut desk.log,
    );
    let Some(relation) = needed(desk, row, "乙是甲的", Sheet::Kin, relation, &Extent::Person(a.clone())) else {
        desk.log.open(List::Kin, &Extent::Person(b));
        return;
    };
    let from = row.date("起", &mut desk.log).value();
    let end = match row.date("止", &mut desk.log) {
        Cell::Is(day) => SpanEnd::Ended(day),
        Cell::Blank => match lasting(relation, crate::vocab::MAX_DAY) {
            SpanEnd::SeenRunning(_) => SpanEnd::SeenRunning(desk.reference(table, None)),
            end @ (SpanEnd::Never | SpanEnd::Ended(_)) => end,
        },
        Cell::Lost => {
            for person in [a, b] {
                desk.log.open(List::Kin, &Extent::Person(person));
            }
            return;
        }
    };
    let span = desk.span(row, "起", from, end);
    let mut tie = KinTie::new(a, b, relation, span);
    tie.source = Some(row.source());
    desk.facts.kin.push(tie);
}

/// Reads a row of 处分处罚.
pub(super) fn sanction(desk: &mut Desk<'_>, row: &Row<'_>, _: usize) {
    let Some(person) = desk.person(row, "人员", Sheet::Sanctions) else { return };
    let kind = row.word("种类", record_of, ("处分处罚种类", "kind of record"), &mut desk.log);
    let within = Extent::Person(person.clone());
    let Some(kind) = needed(desk, row, "种类", Sheet::Sanctions, kind, &within) else { return };
    let mut record = Record::new(person, kind);
    record.decided = row.date("决定日期", &mut desk.log).value();
    record.approved = row.date("批准日期", &mut desk.log).value();
    record.restored = row.date("恢复日期", &mut desk.log).value();
    record.authority = row.text("作出机关");
    record.source = Some(row.source());
    desk.facts.records.push(record);
}

fn record_of(word: &str) -> Option<RecordKind> {
    let shorter = || word.strip_suffix("处分").or_else(|| word.strip_suffix("处罚"));
    RecordKind::from_words(word).or_else(|| RecordKind::from_words(shorter()?))
}

/// Reads a row of 考核.
pub(super) fn appraisal(desk: &mut Desk<'_>, row: &Row<'_>, _: usize) {
    let Some(person) = desk.person(row, "人员", Sheet::Appraisals) else { return };
    let within = Extent::Person(person.clone());
    let year = row.number("年度", &["年度", "年"], &mut desk.log);
    let Some(year) = needed(desk, row, "年度", Sheet::Appraisals, year, &within) else { return };
    let Some(year) = i32::try_from(year).ok().filter(|year| (1900..=2199).contains(year)) else {
        let problem =
            row.problem(ProblemKind::Number, "年度", "应为1900至2199之间的年份", "should be a year from 1900 to 2199");
        desk.log.aside(problem, Sheet::Appraisals, &within);
        return;
    };
    let mut appraisal = Appraisal::new(person, year);
    appraisal.grade = row.word("等次", Grade::from_words, ("考核等次", "grade"), &mut desk.log).value();
    if row.text("等次").is_none() {
        desk.log.push(row.problem(ProblemKind::Blank, "等次", "应填写", "should be filled in"));
    }
    appraisal.by = term(desk, row, "评议主体", TermSet::Actor);
    appraisal.day = row.date("日期", &mut desk.log).value();
    appraisal.source = Some(row.source());
    desk.facts.appraisals.push(appraisal);
}

/// Reads a row of 培训.
pub(super) fn training(desk: &mut Desk<'_>, row: &Row<'_>, _: usize) {
    let Some(person) = desk.person(row, "人员", Sheet::Training) else { return };
    let day = row.date("日期", &mut desk.log);
    let within = Extent::Person(person.clone());
    let Some(day) = needed(desk, row, "日期", Sheet::Training, day, &within) else { return };
    let mut training = Training::new(person, day);
    training.hours = row.number("学时", &["学时", "个学时", "课时", "小时"], &mut desk.log).value();
    if row.text("学时").is_none() {
        desk.log.push(row.problem(ProblemKind::Blank, "学时", "应填写", "should be filled in"));
    }
    training.kind = row.word("类别", TrainingKind::from_words, ("培训类别", "kind of training"), &mut desk.log).value();
    training.rank = row.word("主办级别", Rank::from_words, ("层级", "level"), &mut desk.log).value();
    training.source = Some(row.source());
    desk.facts.trainings.push(training);
}

/// Reads a row of 候选人.
pub(super) fn candidate(desk: &mut Desk<'_>, row: &Row<'_>, _: usize) {
    let Some(unit) = desk.unit(row, "单位", Sheet::Candidates) else { return };
    let within = Extent::Unit(unit.clone());
    let column = if row.text("人员编号").is_some() { "人员编号" } else { "姓名" };
    let Some(person) = desk.person(row, column, Sheet::Candidates) else {
        desk.log.open(List::Candidacies, &within);
        return;
    };
    let Some(post) = post(desk, row, "拟任职务", &unit) else {
        let problem = row.problem(ProblemKind::Word, "拟任职务", "应为一个已知的职务", "should be one known post");
        desk.log.aside(problem, Sheet::Candidates, &within);
        return;
    };
    let unit = seat_of(desk, post, unit);
    let mut candidacy = Candidacy::new(person, unit, post);
    candidacy.nominated = row.date("提名日期", &mut desk.log).value();
    candidacy.election = row.date("选举日", &mut desk.log).value();
    candidacy.source = Some(row.source());
    desk.facts.candidacies.push(candidacy);
}

/// Reads a row of 章程.
pub(super) fn clause(desk: &mut Desk<'_>, row: &Row<'_>, table: usize) {
    let Some(unit) = desk.unit(row, "单位", Sheet::Charter) else { return };
    let within = Extent::Unit(unit.clone());
    let vocabulary = &desk.options.vocabulary;
    let expected = ("章程条款", "clause of a charter");
    let key = row.word("条款", |word| vocabulary.from_words(TermSet::Clause, word).cloned(), expected, &mut desk.log);
    let Some(key) = needed(desk, row, "条款", Sheet::Charter, key, &within) else { return };
    let Some(value) = row.text("内容").map(|text| wire(&text)) else {
        desk.blank(row, "内容", Sheet::Charter, &within);
        return;
    };
    let from = row.date("起", &mut desk.log).value();
    let end = match row.date("止", &mut desk.log) {
        Cell::Is(day) => SpanEnd::Ended(day),
        Cell::Blank => SpanEnd::SeenRunning(desk.reference(table, Some(&unit))),
        Cell::Lost => {
            desk.log.open(List::Charter, &within);
            return;
        }
    };
    let span = desk.span(row, "起", from, end);
    let mut clause = Clause::new(unit, key, value, span);
    clause.source = Some(row.source());
    desk.facts.clauses.push(clause);
}

/// What a clause says in the words of the wire: 三分之二 is `2/3`, 10日 is `10 days`, 5人 is `5`.
fn wire(text: &str) -> String {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text {
        "是" => return "yes".to_owned(),
        "否" => return "no".to_owned(),
        "过半数" | "半数" | "二分之一" => return "1/2".to_owned(),
        _ => {}
    }
    let numeral = |word: &str| {
        let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
        numerals.iter().position(|numeral| *numeral == word).map(|at| at.saturating_add(1))
    };
    if let Some((below, above)) = text.split_once("分之")
        && let (Some(below), Some(above)) = (numeral(below), numeral(above))
    {
        return format!("{above}/{below}");
    }
    for (ending, unit) in
        [("个月", "month"), ("月", "month"), ("年", "year"), ("日", "day"), ("天", "day"), ("人", ""), ("名", "")]
    {
        if let Some(number) = text.strip_suffix(ending).map(str::trim).filter(|number| digits(number)) {
            return match (unit, number) {
                ("", number) => number.to_owned(),
                (unit, "1") => format!("1 {unit}"),
                (unit, number) => format!("{number} {unit}s"),
            };
        }
    }
    text.to_owned()
}

/// The value of a cell without which the row is set aside.
pub(super) fn needed<T>(
    desk: &mut Desk<'_>,
    row: &Row<'_>,
    column: &str,
    sheet: Sheet,
    cell: Cell<T>,
    within: &Extent,
) -> Option<T> {
    match cell {
        Cell::Is(value) => Some(value),
        Cell::Blank => {
            desk.blank(row, column, sheet, within);
            None
        }
        Cell::Lost => {
            // The problem that was just noted sets the row aside.
            if let Some(problem) = desk.log.problems.last_mut() {
                problem.row_set_aside = true;
            }
            desk.log.open_sheet(sheet, within);
            None
        }
    }
}

/// A key of the open vocabulary; a word that is none is named.
pub(super) fn term(desk: &mut Desk<'_>, row: &Row<'_>, column: &str, set: TermSet) -> Option<crate::vocab::Key> {
    use crate::vocab::Lang;
    let vocabulary = &desk.options.vocabulary;
    let expected = (set.title(Lang::Zh), set.title(Lang::En));
    row.word(column, |word| vocabulary.from_words(set, word).cloned(), expected, &mut desk.log).value()
}

/// The one post a cell names, in the words of a unit.
pub(super) fn post(desk: &Desk<'_>, row: &Row<'_>, column: &str, unit: &UnitId) -> Option<PostKind> {
    let names = desk.names.units.names_of(unit);
    let is_village = desk.names.units.unit(unit).is_some_and(|unit| unit.kind.is_village());
    let at = At { is_cooperative: !is_village, names: &names };
    let read = posts::read(row.raw(column), at, desk.options);
    match (read.known.as_slice(), read.unknown.as_slice()) {
        ([post], []) => Some(*post),
        _ => None,
    }
}

/// The unit in which a post of a village stands, where a cooperative below it is named.
fn seat_of(desk: &Desk<'_>, post: PostKind, unit: UnitId) -> UnitId {
    if !posts::is_of_village(post) {
        return unit;
    }
    let units = desk.names.units;
    let village = units.upward(&unit).find(|id| units.unit(id).is_some_and(|unit| unit.kind.is_village()));
    village.cloned().unwrap_or(unit)
}

/// The person a cell names, where it is one who is known.
fn known(desk: &Desk<'_>, row: &Row<'_>, column: &str) -> Option<PersonId> {
    use super::units::Found;
    match desk.names.persons.find(&row.text(column)?, None, desk.names.units) {
        Found::One(id) => Some(id.clone()),
        Found::Many | Found::None => None,
    }
}

/// Whether a word is one of the bases, by its key or either name.
pub(super) fn base_of(word: &str) -> Option<crate::vocab::Base> {
    use crate::vocab::{Base, Lang};
    find_word(word, |word| {
        Base::ALL.iter().copied().find(|base| {
            base.key() == word || base.title(Lang::Zh) == word || base.title(Lang::En).eq_ignore_ascii_case(word)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{lines, load, of, open, person, roster, table};
    use super::*;
    use crate::facts::{Facts, Problem};

    /// A roster of three, and one more table.
    fn with(name: &str, text: &str) -> (Facts, Vec<Problem>) {
        let rows = ["河清社区,河清三社,黄伟强,理事", "河清社区,河清三社,李丽,监事", "河清社区,河清五社,李丽,理事"];
        load(&[roster("", &rows), table(name, text)])
    }

    #[test]
    fn kin_are_read_from_the_side_of_the_first_person() {
        let (facts, problems) =
            with("亲属", "甲,乙,乙是甲的,起\n黄伟强,李丽·河清三社,妻子,2003.05\n黄伟强,李丽·河清五社,胞妹,\n");
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(
            (facts.kin[0].relation, facts.kin[1].relation),
            (crate::vocab::Relation::Spouse, crate::vocab::Relation::Sibling)
        );
        assert_eq!(facts.kin[0].a, person("黄伟强·河清三社"));
    }

    #[test]
    fn a_row_about_nobody_or_about_two_is_set_aside() {
        let (facts, problems) =
            with("处分处罚", "人员,种类,决定日期\n王五,党内警告,2024.05\n李丽,党内警告,2024.05\n黄伟强,罚站,2024.05\n");
        assert!(facts.records.is_empty());
        let kinds: Vec<ProblemKind> = problems.iter().map(|problem| problem.kind).collect();
        assert_eq!(kinds, [ProblemKind::UnknownReference, ProblemKind::Ambiguous, ProblemKind::Word]);
        assert!(problems.iter().all(|problem| problem.row_set_aside));
        let open = open(&facts);
        assert_eq!(open.len(), 8);
        assert!(open.contains(&"convictions All".to_owned()));
        assert!(open.contains(&"party-sanctions Person(PersonId(黄伟强·河清三社))".to_owned()));
    }

    #[test]
    fn a_name_in_a_unit_is_enough() {
        let (facts, problems) = with(
            "处分处罚",
            "人员,单位,种类,批准日期\n李 丽,河清五社,党内警告处分,2024.05.06\n李丽,河清三社,有期徒刑,\n",
        );
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(facts.records.len(), 2);
        assert_eq!(facts.records[1].kind, RecordKind::PartyWarning);
        assert_eq!(facts.records[1].approved.unwrap().to_string(), "2024-05-06");
    }

    #[test]
    fn appraisals_and_training_are_read() {
        let (facts, problems) =
            with("考核", "人员,年度,等次,评议主体\n黄伟强,2024年度,称职,镇党委\n黄伟强,２０２３,好,\n");
        assert_eq!(problems.len(), 2);
        assert_eq!(
            facts.appraisals.iter().map(|row| (row.year, row.grade)).collect::<Vec<_>>(),
            [(2023, None), (2024, Some(Grade::Competent))]
        );
        let (facts, problems) =
            with("培训", "人员,日期,学时,类别,主办级别\n黄伟强,2024.05.06,8学时,集中培训,镇\n黄伟强,某日,8,,\n");
        assert_eq!((facts.trainings.len(), facts.trainings[0].hours), (1, Some(8)));
        assert!(problems[0].row_set_aside && lines(&problems)[0].contains("某日"));
        assert_eq!(open(&facts), ["training Person(PersonId(黄伟强·河清三社))"]);
    }

    #[test]
    fn bodies_candidates_and_clauses_are_read() {
        let (facts, problems) =
            with("机构", "单位,机构,核定职数,换届日期\n河清三社,理事会,5,2023.05\n河清社区,茶话会,5,\n");
        assert_eq!((facts.bodies.len(), facts.bodies[0].seats), (1, Some(5)));
        assert!(problems[0].row_set_aside);
        let (facts, problems) =
            with("候选人", "单位,姓名,拟任职务,提名日期,选举日\n河清三社,李丽,理事长,2026.01.05,2026.03.01\n");
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(
            (facts.candidacies[0].post, facts.candidacies[0].person.as_str()),
            (PostKind::Chair, "李丽·河清三社")
        );
        let text = "单位,条款,内容,起\n河清三社,理事会人数,5人,2020\n河清三社,任期,5年,2020\n河清三社,理事会表决比例,三分之二,2020\n河清三社,允许非成员任职,是,2020\n河清三社,没有的条款,1,2020\n";
        let (facts, problems) = with("章程", text);
        let values: Vec<&str> = facts.clauses.iter().map(|row| row.value.as_str()).collect();
        assert_eq!(values, ["2/3", "5", "5 years", "yes"]);
        assert_eq!(of(&problems, ProblemKind::Word).len(), 1);
        assert_eq!(open(&facts), ["charter Unit(UnitId(河清三社))"]);
    }
}

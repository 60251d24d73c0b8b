//! 草稿 — rows of rosters and membership rolls as far as they tell who and where; holes of merged cells are filled.

use super::cells::Row;
use super::report::Log;
use super::units::Place;
use super::{LoadOptions, Sheet, grid::Grid, posts};
use crate::facts::ProblemKind;
use crate::vocab::{PartialDate, PersonId, ResidentId, ResidentIdError, Schooling, Sex};

/// A row that names a person.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    pub(super) row: Row<'a>,
    /// The position of its table.
    pub(super) grid: usize,
    pub(super) sheet: Sheet,
    pub(super) place: Place,
    pub(super) name: Option<String>,
    pub(super) code: Option<PersonId>,
    pub(super) resident_id: Option<ResidentId>,
    pub(super) birth: Option<PartialDate>,
    pub(super) sex: Option<Sex>,
    pub(super) schooling: Option<Schooling>,
    /// 户号, or the name of the head where there is none.
    pub(super) household: Option<String>,
}

/// What the row above says.
#[derive(Debug, Default)]
struct Above {
    number: u32,
    place: Place,
    household: Option<String>,
}

/// The rows of rosters and membership rolls.
pub(super) fn read<'a>(grids: &'a [Grid<'a>], options: &LoadOptions, log: &mut Log) -> Vec<Draft<'a>> {
    let mut drafts = Vec::new();
    for (at, grid) in grids.iter().enumerate() {
        if !matches!(grid.sheet, Sheet::Roster | Sheet::Members) {
            continue;
        }
        let mut above = Above::default();
        for row in grid.rows() {
            drafts.push(draft(row, at, grid.sheet, &mut above, options, log));
        }
    }
    drafts
}

fn draft<'a>(
    row: Row<'a>,
    grid: usize,
    sheet: Sheet,
    above: &mut Above,
    options: &LoadOptions,
    log: &mut Log,
) -> Draft<'a> {
    let name = row.name("姓名", log);
    let stated = Place::new(row.text("村社区"), row.text("经济社"), row.text("单位"));
    let is_next = above.number.checked_add(1) == Some(row.number) && name.is_some();
    let place = if is_next { filled(&row, sheet, stated, &above.place, options, log) } else { stated };
    let mut household = row.text("户号").or_else(|| row.text("户主").map(|head| super::cells::person_name(&head)));
    let relation = row.text("与户主关系");
    if household.is_none() && is_next && place == above.place && relation.is_some_and(|word| !is_head(&word)) {
        household.clone_from(&above.household);
        if let Some(household) = &household {
            row.repaired(
                "户号",
                &format!("空白，按上一行的“{household}”读取"),
                &format!("blank, read as `{household}` of the row above"),
                log,
            );
        }
    }
    *above = Above { number: row.number, place: place.clone(), household: household.clone() };
    Draft {
        row,
        grid,
        sheet,
        place,
        name,
        code: code(&row, log),
        resident_id: resident_id(&row, log),
        birth: row.date("出生年月", log).value(),
        sex: row.word("性别", Sex::from_words, ("性别：男、女", "sex: male, female"), log).value(),
        schooling: row.word("学历", Schooling::from_words, ("学历", "level of schooling"), log).value(),
        household,
    }
}

/// Whether a relation to the head of a household says that it is the head.
pub(super) fn is_head(word: &str) -> bool {
    matches!(word, "户主" | "本人" | "户主本人" | "self" | "head")
}

/// The place with the holes of merged cells filled from the row above.
fn filled(row: &Row<'_>, sheet: Sheet, stated: Place, above: &Place, options: &LoadOptions, log: &mut Log) -> Place {
    let mut place = stated;
    // Only a column that the sheet has can have holes: where a cooperative stands under 单位, nothing is said of its village.
    let has = |column: &str| row.layout.place(column).is_some();
    let mut note = |column: &str, name: &str| {
        let column = if has(column) { column } else { "单位" };
        let (zh, en) = (format!("空白，按上一行的“{name}”读取"), format!("blank, read as `{name}` of the row above"));
        row.repaired(column, &zh, &en, log);
    };
    let was_nowhere = place.is_nowhere();
    if place.village.is_none()
        && (was_nowhere || has("村社区"))
        && let Some(village) = &above.village
    {
        note("村社区", village);
        place.village = Some(village.clone());
    }
    // A row that names its village and no cooperative is one of the village, unless its posts are of a cooperative.
    let is_hole = place.cooperative.is_none()
        && (was_nowhere || has("经济社"))
        && place.village == above.village
        && (was_nowhere || sheet == Sheet::Members || posts::is_of_cooperative(row.raw("职务"), options));
    if is_hole && let Some(cooperative) = &above.cooperative {
        note("经济社", cooperative);
        place.cooperative = Some(cooperative.clone());
    }
    place
}

fn code(row: &Row<'_>, log: &mut Log) -> Option<PersonId> {
    let text = row.text("人员编号")?;
    match PersonId::parse(&text) {
        Ok(code) => Some(code),
        Err(error) => {
            log.push(row.problem(ProblemKind::Identifier, "人员编号", "不能作为编号", error.to_string()));
            None
        }
    }
}

/// The resident id of a row; one that is none is named, and the row is kept.
pub(super) fn resident_id(row: &Row<'_>, log: &mut Log) -> Option<ResidentId> {
    let text = row.text_or_none("身份证号")?;
    let text: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '‘' | '’')).collect();
    match ResidentId::parse(&text) {
        Ok(id) => Some(id),
        Err(error) => {
            let zh = match &error {
                ResidentIdError::Ruined { .. } => "号码被表格软件当作数字，末几位已丢失；请把该列设为文本后重新填写",
                ResidentIdError::OldForm { .. } => "应为18位号码，15位旧号码已停用",
                ResidentIdError::Length { .. } => "应为18位",
                ResidentIdError::Character { .. } => "应为17位数字加一位数字或X",
                ResidentIdError::Area { .. } => "地区码不应以0开头",
                ResidentIdError::BirthDate { .. } => "其中的出生日期不存在",
                ResidentIdError::CheckDigit { .. } => "校验位不符，请核对",
            };
            log.push(row.problem(ProblemKind::ResidentId, "身份证号", zh, error.to_string()));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{held, lines, load, of, open, resident_id, roster, table};
    use super::*;
    use crate::vocab::{Lang, PostKind};

    #[test]
    fn holes_of_merged_cells_are_filled_from_the_row_above() {
        let rows = ["河清社区,河清三社,黄伟强,社长", ",,李丽,理事", ",河清五社,陈明,理事", "河清社区,,何芳,监事"];
        let (facts, problems) = load(&[roster("", &rows)]);
        assert_eq!(
            held(&facts),
            [
                "何芳·河清五社 supervisor 河清五社",
                "李丽·河清三社 director 河清三社",
                "陈明·河清五社 director 河清五社",
                "黄伟强·河清三社 chair 河清三社",
            ]
        );
        assert_eq!(of(&problems, ProblemKind::Repaired).len(), 4);
        assert_eq!(lines(&problems)[1], "干部花名册 第3行 经济社：空白，按上一行的“河清三社”读取");
    }

    #[test]
    fn a_column_of_units_says_nothing_of_the_village_of_a_cooperative() {
        let units = table("单位", "代码,名称,类别,上级\nQ,河清村,村,\nD,大岭村,村,\nDL,大岭股份社,经济社,大岭村\n");
        let sheet = |rows: &str| table("干部花名册", &format!("姓名,单位,职务\n{rows}"));
        let (facts, problems) = load(&[units.clone(), sheet("李丽,河清村,主任\n陈明,大岭股份社,理事\n何芳,,监事\n")]);
        assert_eq!(lines(&problems), ["干部花名册 第4行 单位：空白，按上一行的“大岭股份社”读取"]);
        let held: Vec<&str> = facts.holdings.iter().map(|row| row.unit.as_str()).collect();
        assert_eq!(held, ["DL", "Q", "DL"]);
        assert_eq!(facts.units.len(), 3, "{:?}", facts.units);
        // A post of a cooperative in a row of the village is not moved to the cooperative above.
        let (facts, _) = load(&[units, sheet("陈明,大岭股份社,理事\n李丽,大岭村,会计\n")]);
        assert_eq!(facts.holdings.iter().find(|row| row.post == PostKind::Accountant).unwrap().unit.as_str(), "D");
    }

    #[test]
    fn a_problem_names_the_column_as_the_table_heads_it() {
        let sheet =
            table("roster", "Name,Unit,Date of birth,Posts\n陈明,河清村,1970-01,会计\n陈明,河清村,1971-01,文书\n");
        let (_, problems) = load(&[sheet]);
        assert!(lines(&problems)[0].starts_with("roster 第3行 Name “陈明”"), "{problems:?}");
    }

    #[test]
    fn a_row_of_the_village_itself_is_no_hole() {
        let rows = ["河清社区,河清三社,黄伟强,社长", "河清社区,,李丽,主任", "新龙村,,陈明,主任"];
        let (facts, problems) = load(&[roster("", &rows)]);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(held(&facts)[0], "李丽·河清社区 committee-director 河清社区");
        assert_eq!(facts.holdings[1].unit.as_str(), "新龙村");
    }

    #[test]
    fn nothing_is_inherited_over_a_gap() {
        let (facts, problems) = load(&[roster("", &["河清社区,河清三社,黄伟强,社长", "小计,,,", ",,李丽,理事"])]);
        assert_eq!(facts.persons.len(), 1);
        assert!(lines(&problems).contains(&"干部花名册 第4行 经济社：应填写经济社或村社区（整行未采用）".to_owned()));
        assert!(open(&facts).contains(&"roster All".to_owned()));
    }

    #[test]
    fn a_row_without_a_name_is_set_aside_and_opens_its_unit() {
        let (facts, problems) = load(&[roster("", &["河清社区,河清三社,,理事", "河清社区,河清三社,黄伟强,社长"])]);
        assert_eq!(lines(&problems), ["干部花名册 第2行 姓名：应填写（整行未采用）"]);
        assert!(open(&facts).contains(&"roster Unit(UnitId(河清三社))".to_owned()));
    }

    #[test]
    fn a_resident_id_ruined_by_a_spreadsheet_is_named_and_the_row_kept() {
        let (facts, problems) = load(&[roster("身份证号", &["河清社区,河清三社,黄伟强,理事,4.40605E+17"])]);
        assert_eq!(facts.holdings.len(), 1);
        assert_eq!(facts.persons[0].resident_id, None);
        assert_eq!(problems.len(), 1);
        let line = problems[0].in_words(Lang::Zh);
        assert!(line.starts_with("干部花名册 第2行 身份证号 “4.40605E+17”：号码被表格软件当作数字"), "{line}");
    }

    #[test]
    fn a_resident_id_with_a_small_x_or_full_width_digits_is_read() {
        let id = (1..100).map(|order| resident_id("19790805", order)).find(|id| id.ends_with('X')).unwrap();
        let wide: String = id.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect();
        for typed in [id.to_lowercase(), wide, format!("'{id}"), format!("{} {}", &id[..6], &id[6..])] {
            let (facts, problems) = load(&[roster("身份证号", &[&format!("河清社区,河清三社,黄伟强,理事,{typed}")])]);
            assert!(problems.is_empty(), "{problems:?}");
            assert_eq!(facts.persons[0].id.as_str(), id);
            assert_eq!(facts.persons[0].birth.unwrap().to_string(), "1979-08-05");
        }
    }

    #[test]
    fn a_problem_never_repeats_a_resident_id() {
        let id = resident_id("19790805", 1);
        let wrong = format!("{}{}", &id[..17], if id.ends_with('1') { '2' } else { '1' });
        let (_, problems) = load(&[roster("身份证号", &[&format!("河清社区,河清三社,黄伟强,理事,{wrong}")])]);
        let text = format!("{problems:?}");
        assert!(!text.contains(&wrong) && text.contains("440605"), "{text}");
    }
}

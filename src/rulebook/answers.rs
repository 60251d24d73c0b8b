//! 答复 — the questionnaire, filled in, read back as a profile: every answer becomes a value, or an error that names its
//! row, its column, what stands there and what would be right.

use super::load::{Parsed, Place};
use super::questions::{Column, present};
use super::{Parameter, Profile, Range, Reading, Rulebook, Setting};
use crate::facts::{Problem, ProblemKind, Table};
use crate::vocab::text::narrow;
use crate::vocab::{Bilingual, Key, Lang, PartialDate, Period, Share};
use csv::StringRecord;
use std::collections::BTreeMap;
use toml::Value as Toml;

/// What errors call the table.
const TABLE: &str = "questions.csv";

/// Every answer that could not be read, in order of rows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_words(Lang::En))]
pub struct AnswerErrors(pub Vec<Problem>);

impl AnswerErrors {
    /// The errors, a line each.
    pub fn in_words(&self, lang: Lang) -> String {
        self.0.iter().map(|problem| problem.in_words(lang)).collect::<Vec<_>>().join("\n")
    }
}

/// An answer as it was read.
struct Answer<'r> {
    row: u32,
    parameter: &'r Parameter,
    text: String,
    value: Toml,
}

impl Profile {
    /// Reads the questionnaire of [`Rulebook::questions_csv`] back as a profile over the same rules.
    ///
    /// The headers may be Chinese or English, in any order, and only `参数` and `答复` have to be there; the encoding and
    /// the separator are those a spreadsheet program saves. A blank answer leaves the question open. A reading may be
    /// named by its value or its meaning, a day, a period, a number or a share be typed as people do.
    ///
    /// # Errors
    ///
    /// Every answer that cannot be used, at once: row, column, what stands there, what would be right. No answer is passed
    /// over: one above the header, under no header, for no parameter, or written over a present value is an error.
    pub fn from_answers(rules: &Rulebook, bytes: &[u8]) -> Result<Self, AnswerErrors> {
        let table = Table::headed(TABLE, bytes, |header| column(header).is_some());
        let mut reading = Reader { rules, errors: table.faults().filter(|one| !one.is_note()).cloned().collect() };
        let answers = reading.table(&table);
        let profile = profile(&answers);
        if let Err(errors) = rules.with(&profile) {
            reading.unfit(&answers, &errors);
        }
        let mut errors = reading.errors;
        if errors.is_empty() {
            return Ok(profile);
        }
        errors.sort_by_key(|problem| problem.row);
        Err(AnswerErrors(errors))
    }
}

/// The answers as a profile.
fn profile(answers: &[Answer<'_>]) -> Profile {
    let place = |answer: &Answer<'_>| {
        let line = usize::try_from(answer.row).unwrap_or(usize::MAX);
        Place { file: TABLE.to_owned(), line, column: 1 }
    };
    // Whoever may set it is whom the questionnaire asked.
    let setting = |one: &Answer<'_>| Setting { name: one.parameter.name.clone(), value: one.value.clone(), by: None };
    let set = answers.iter().map(|one| (setting(one), place(one))).collect();
    let name = Bilingual::new("对待定问题的答复", "answers to the open questions").ok();
    Profile::from_parsed(Parsed { set, name, ..Parsed::default() })
}

struct Reader<'r> {
    rules: &'r Rulebook,
    errors: Vec<Problem>,
}

/// Where each column stands, and the headers as they are.
struct Layout<'t> {
    places: BTreeMap<Column, usize>,
    headers: &'t StringRecord,
}

impl<'t> Layout<'t> {
    fn cell<'c>(&self, column: Column, cells: &'c StringRecord) -> &'c str {
        self.places.get(&column).and_then(|place| cells.get(*place)).unwrap_or("").trim()
    }

    fn header(&self, column: Column) -> &'t str {
        self.places.get(&column).and_then(|place| self.headers.get(*place)).unwrap_or("").trim()
    }
}

impl<'r> Reader<'r> {
    fn table(&mut self, table: &Table) -> Vec<Answer<'r>> {
        let mut rows = table.records();
        let head = rows.by_ref().find(|(row, cells)| {
            let has = |asked| cells.iter().any(|cell| column(cell) == Some(asked));
            let is_header = has(Column::Parameter) && has(Column::Answer);
            if !is_header && cells.iter().any(|cell| self.parameter(cell).is_some()) {
                self.errors.push(
                    Problem::new(
                        TABLE,
                        ProblemKind::NoHeader,
                        "此行在表头之上，没有读取；请移到表头之下",
                        "this row stands above the header and was not read: move it below",
                    )
                    .at_row(*row),
                );
            }
            is_header
        });
        let Some((number, headers)) = head else {
            self.errors.push(Problem::new(
                TABLE,
                ProblemKind::NoHeader,
                "没有找到表头；应有“参数”和“答复”两栏",
                "no row is the header; it has the columns `parameter` and `answer`",
            ));
            return Vec::new();
        };
        let layout = self.layout(number, headers);
        let mut answers: Vec<Answer<'r>> = Vec::new();
        for (row, cells) in rows {
            self.stray_cells(row, cells, &layout);
            let Some(answer) = self.row(row, cells, &layout) else { continue };
            match answers.iter().find(|one| one.parameter.name == answer.parameter.name) {
                Some(earlier) if earlier.value != answer.value => {
                    let earlier = earlier.row;
                    self.errors.push(
                        Problem::new(
                            TABLE,
                            ProblemKind::Contradiction,
                            format!("同一参数在第{earlier}行已有另一答复；请只保留一个"),
                            format!("row {earlier} answers the same parameter otherwise: keep one of them"),
                        )
                        .at_row(row)
                        .in_column(layout.header(Column::Answer))
                        .with_value(&answer.text),
                    );
                }
                Some(_) => {}
                None => answers.push(answer),
            }
        }
        answers
    }

    fn parameter(&self, name: &str) -> Option<&'r Parameter> {
        let name: String = name.trim().chars().map(narrow).collect();
        Key::new(&name).ok().and_then(|name| self.rules.parameter(&name))
    }

    fn layout<'t>(&mut self, row: u32, headers: &'t StringRecord) -> Layout<'t> {
        let mut places = BTreeMap::new();
        for (place, header) in headers.iter().enumerate() {
            let fault = match column(header) {
                Some(column) if places.insert(column, place).is_none() => continue,
                Some(_) => Problem::new(
                    TABLE,
                    ProblemKind::Ambiguous,
                    "此栏出现两次；请只保留一栏",
                    "this column stands twice: keep one of them",
                ),
                None if header.trim().is_empty() => continue,
                None => {
                    let known = |lang| {
                        Column::ALL.map(|column| column.title(lang)).join(if lang == Lang::Zh { "、" } else { ", " })
                    };
                    Problem::new(
                        TABLE,
                        ProblemKind::UnknownColumn,
                        format!("没有这一栏；应为{}之一，或将此栏删去", known(Lang::Zh)),
                        format!("no such column: use one of {}, or delete it", known(Lang::En)),
                    )
                }
            };
            self.errors.push(fault.at_row(row).in_column(header.trim()));
        }
        Layout { places, headers }
    }

    /// Cells with something in them that stand under no header.
    fn stray_cells(&mut self, row: u32, cells: &StringRecord, layout: &Layout<'_>) {
        for (place, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
            if layout.headers.get(place).is_none_or(|header| header.trim().is_empty()) {
                self.errors.push(
                    Problem::new(
                        TABLE,
                        ProblemKind::UnknownColumn,
                        "此格不在任何一栏之下；请移入“答复”栏，或删去",
                        "this cell stands under no header: move it to the column `answer`, or delete it",
                    )
                    .at_row(row)
                    .with_value(cell.trim()),
                );
            }
        }
    }

    fn row(&mut self, row: u32, cells: &StringRecord, layout: &Layout<'_>) -> Option<Answer<'r>> {
        let (name, text) = (layout.cell(Column::Parameter, cells), layout.cell(Column::Answer, cells));
        let shown = layout.cell(Column::Present, cells);
        let parameter =
            Key::new(&name.chars().map(narrow).collect::<String>()).ok().and_then(|name| self.rules.parameter(&name));
        let Some(parameter) = parameter else {
            if !text.is_empty() || !name.is_empty() {
                self.errors.push(
                    Problem::new(
                        TABLE,
                        if name.is_empty() { ProblemKind::Blank } else { ProblemKind::UnknownReference },
                        "没有这个参数；请照导出的表填写参数名",
                        "no such parameter: keep its name as the table was written",
                    )
                    .at_row(row)
                    .in_column(layout.header(Column::Parameter))
                    .with_value(name),
                );
            }
            return None;
        };
        if text.is_empty() {
            let unchanged = [Lang::Zh, Lang::En].map(|lang| present(parameter, lang));
            if !shown.is_empty() && unchanged.iter().all(|present| present.trim() != shown) {
                self.errors.push(
                    Problem::new(
                        TABLE,
                        ProblemKind::Contradiction,
                        "与规则表中的现值不同；新的取值请填入“答复”栏",
                        "not the value in force: write a new value in the column `answer`",
                    )
                    .at_row(row)
                    .in_column(layout.header(Column::Present))
                    .with_value(shown),
                );
            }
            return None;
        }
        let value = read(parameter, text).filter(|value| parameter.allows(value));
        if value.is_none() {
            let (zh, en) = (parameter.allowed(Lang::Zh), parameter.allowed(Lang::En));
            self.errors.push(
                Problem::new(TABLE, ProblemKind::Word, format!("可填：{zh}"), format!("it may be: {en}"))
                    .at_row(row)
                    .in_column(layout.header(Column::Answer))
                    .with_value(text),
            );
        }
        Some(Answer { row, parameter, text: text.to_owned(), value: value? })
    }

    /// Answers that no norm can use, each found by putting it in alone.
    fn unfit(&mut self, answers: &[Answer<'r>], together: &super::RulebookErrors) {
        let found = self.errors.len();
        for answer in answers {
            let alone = profile(std::slice::from_ref(answer));
            let Err(errors) = self.rules.with(&alone) else { continue };
            let says = errors.0.first().map(|error| error.fault.to_string()).unwrap_or_default();
            self.errors.push(
                Problem::new(
                    TABLE,
                    ProblemKind::Word,
                    format!("此值不能用于相应规则（{says}）；请改填适用的取值"),
                    format!("no rule can use this value ({says}): give one of the kind asked for"),
                )
                .at_row(answer.row)
                .with_value(&answer.text),
            );
        }
        if self.errors.len() == found {
            self.errors.push(Problem::new(
                TABLE,
                ProblemKind::Contradiction,
                format!("各项答复不能并用（{together}）；请逐项核对"),
                format!("the answers do not go together ({together}): look at them one by one"),
            ));
        }
    }
}

/// The column a header means, in either language.
fn column(header: &str) -> Option<Column> {
    let plain = |text: &str| -> String {
        text.chars()
            .map(narrow)
            .filter(|c| !c.is_whitespace() && *c != '\u{FEFF}')
            .flat_map(char::to_lowercase)
            .collect()
    };
    let header = plain(header);
    let is = |column: &Column| [Lang::Zh, Lang::En].iter().any(|lang| plain(column.title(*lang)) == header);
    Column::ALL.into_iter().find(|column| !header.is_empty() && is(column))
}

/// What an answer says, by what the parameter can be.
fn read(parameter: &Parameter, text: &str) -> Option<Toml> {
    if let Some(reading) = parameter.readings.iter().find(|reading| is_said(reading, text)) {
        return Some(reading.value.clone());
    }
    let narrowed: String = text.chars().map(narrow).collect();
    match parameter.range {
        Some(Range::Days(_)) => PartialDate::parse(text).ok().map(|day| Toml::String(day.to_string())),
        Some(Range::Numbers { .. }) => narrowed.trim().parse::<u32>().ok().map(|number| Toml::Integer(number.into())),
        Some(Range::Periods { .. }) => period(&narrowed).map(|period| Toml::String(period.to_string())),
        Some(Range::Shares { .. }) => {
            narrowed.trim().parse::<Share>().ok().map(|share| Toml::String(share.to_string()))
        }
        Some(Range::Criterion) => toml_value(text),
        None if parameter.readings.is_empty() => Some(match narrowed.trim() {
            "是" => Toml::Boolean(true),
            "否" => Toml::Boolean(false),
            _ => toml_value(text).unwrap_or_else(|| Toml::String(text.to_owned())),
        }),
        None => None,
    }
}

/// Whether an answer names a reading: its value, its meaning, or both as the questionnaire lists them.
fn is_said(reading: &Reading, text: &str) -> bool {
    let (zh, en) = (reading.title.zh(), reading.title.en());
    text == super::compile::plain(&reading.value)
        || text == zh
        || text.eq_ignore_ascii_case(en)
        || [Lang::Zh, Lang::En].iter().any(|lang| text == reading.in_words(*lang))
}

/// `30 days`, `30日`, `30天`, `6个月`, `1年`.
fn period(text: &str) -> Option<Period> {
    let text = text.trim();
    let unit = text.find(|c: char| !c.is_ascii_digit())?;
    let (count, unit) = text.split_at_checked(unit)?;
    let count = count.parse().ok()?;
    match unit.trim() {
        "日" | "天" | "day" | "days" => Some(Period::Days(count)),
        "月" | "个月" | "month" | "months" => Some(Period::Months(count)),
        "年" | "year" | "years" => Some(Period::Years(count)),
        _ => None,
    }
}

/// A value as TOML writes it; `None` where the text is no single value.
fn toml_value(text: &str) -> Option<Toml> {
    let mut table: toml::Table = toml::from_str(&format!("value = {text}\n")).ok()?;
    if table.len() == 1 { table.remove("value") } else { None }
}

//! 单元格 — cells as they were typed, read as text, names, dates, numbers and words.

use super::grid::Layout;
use super::report::Log;
use crate::facts::{Problem, ProblemKind, Source};
use crate::vocab::text::{narrow, shown};
use crate::vocab::{DateError, Lang, PartialDate};
use csv::StringRecord;

/// A cell: nothing there, something that cannot be used, or a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell<T> {
    Blank,
    /// A problem was noted.
    Lost,
    Is(T),
}

impl<T> Cell<T> {
    pub(super) fn value(self) -> Option<T> {
        match self {
            Self::Is(value) => Some(value),
            Self::Blank | Self::Lost => None,
        }
    }

    pub(super) fn is_lost(&self) -> bool {
        matches!(self, Self::Lost)
    }
}

/// A row of a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) table: &'a str,
    pub(super) number: u32,
    pub(super) cells: &'a StringRecord,
    pub(super) layout: &'a Layout,
    /// Whether dates may be serial days.
    pub(super) serials: bool,
}

impl<'a> Row<'a> {
    /// Where the row stands.
    pub(super) fn source(&self) -> Source {
        Source::new(self.table, self.number)
    }

    /// The cell as it was typed; blank where the sheet has no such column.
    pub(super) fn raw(&self, column: &str) -> &'a str {
        self.layout.place(column).and_then(|place| self.cells.get(place)).unwrap_or_default()
    }

    /// The cell as text on one line.
    pub(super) fn text(&self, column: &str) -> Option<String> {
        let text = clean(self.raw(column)).split_whitespace().collect::<Vec<_>>().join(" ");
        let blank = text.is_empty() || text.chars().all(|c| matches!(c, '/' | '-' | '—' | '–' | '\\'));
        (!blank).then_some(text)
    }

    /// The cell as text, where 无 also stands for nothing.
    pub(super) fn text_or_none(&self, column: &str) -> Option<String> {
        self.text(column).filter(|text| !matches!(text.as_str(), "无" | "暂无" | "没有" | "无。"))
    }

    /// The words of a cell that holds several.
    pub(super) fn list(&self, column: &str) -> Vec<String> {
        let text = clean(self.raw(column));
        let words = text.split(['、', ',', ';', '\n', '/', '|']).map(str::trim);
        words.filter(|word| !word.is_empty() && !matches!(*word, "无" | "-" | "—")).map(str::to_owned).collect()
    }

    /// The name of a person, without blanks inside.
    pub(super) fn name(&self, column: &str, log: &mut Log) -> Option<String> {
        let text = self.text(column)?;
        let name = person_name(&text);
        if name != text {
            self.repaired(column, &format!("按“{name}”读取"), &format!("read as `{name}`"), log);
        }
        (!name.is_empty()).then_some(name)
    }

    /// A date as people type it.
    pub(super) fn date(&self, column: &str, log: &mut Log) -> Cell<PartialDate> {
        let Some(text) = self.text_or_none(column) else { return Cell::Blank };
        if matches!(text.as_str(), "至今" | "现任" | "今" | "在任" | "长期" | "现在") {
            return Cell::Blank;
        }
        self.note_width(column, log);
        let text = midnight(&text);
        match self.serial(text).unwrap_or_else(|| PartialDate::parse(text)) {
            Ok(date) => {
                match lost_zero(text) {
                    Some(year) => {
                        let year_only = PartialDate::new(year, None, None);
                        log.push(self.problem(
                        ProblemKind::Date,
                        column,
                        format!("可能是{year}.01，也可能是末位0丢失的{year}.10，只按{year}年读取；应写明月份"),
                        format!("may be {year}.01, or {year}.10 that lost its zero; read as the year {year}: name the month"),
                    ));
                        year_only.map_or(Cell::Lost, Cell::Is)
                    }
                    None => Cell::Is(date),
                }
            }
            Err(error) => {
                log.push(self.date_problem(column, &error));
                Cell::Lost
            }
        }
    }

    fn serial(&self, text: &str) -> Option<Result<PartialDate, DateError>> {
        let whole = text.strip_suffix(".0").unwrap_or(text);
        let is_serial = self.serials && whole.len() == 5 && whole.bytes().all(|byte| byte.is_ascii_digit());
        if !is_serial {
            return None;
        }
        whole.parse().ok().map(PartialDate::from_excel_serial)
    }

    /// The problem of a date, with what would be right.
    pub(super) fn date_problem(&self, column: &str, error: &DateError) -> Problem {
        let (mut zh, mut en) = (error.remedy(Lang::Zh), error.remedy(Lang::En));
        let digits = clean(self.raw(column));
        if !self.serials && digits.len() == 5 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            zh.push_str("；若为表格序号，读取时须声明");
            en.push_str("; where it is a serial day, say so when the table is read");
        }
        self.problem(ProblemKind::Date, column, zh, en)
    }

    /// A whole number that is not negative, with or without one of these words after it.
    pub(super) fn number(&self, column: &str, after: &[&str], log: &mut Log) -> Cell<u32> {
        let Some(text) = self.text(column) else { return Cell::Blank };
        self.note_width(column, log);
        let bare = after.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(&text).trim();
        let whole = bare.split_once('.').map_or(bare, |(whole, part)| {
            if !part.is_empty() && part.bytes().all(|byte| byte == b'0') { whole } else { bare }
        });
        match whole.parse::<u32>() {
            Ok(number) if whole.bytes().all(|byte| byte.is_ascii_digit()) => Cell::Is(number),
            _ => {
                log.push(self.problem(
                    ProblemKind::Number,
                    column,
                    "应为不带小数的数，如 8",
                    "should be a whole number such as 8, not negative",
                ));
                Cell::Lost
            }
        }
    }

    /// A word of a known set.
    pub(super) fn word<T>(
        &self,
        column: &str,
        find: impl Fn(&str) -> Option<T>,
        expected: (&str, &str),
        log: &mut Log,
    ) -> Cell<T> {
        let Some(text) = self.text(column) else { return Cell::Blank };
        if let Some(found) = find_word(&text, find) {
            return Cell::Is(found);
        }
        log.push(self.problem(
            ProblemKind::Word,
            column,
            format!("不是已知的{}", expected.0),
            format!("is no known {}", expected.1),
        ));
        Cell::Lost
    }

    /// A problem of this row in a column, with what stands there.
    pub(super) fn problem(
        &self,
        kind: ProblemKind,
        column: &str,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> Problem {
        let problem = Problem::new(self.table, kind, zh, en).at_row(self.number).in_column(self.layout.header(column));
        let value = self.raw(column).trim();
        if value.is_empty() { problem } else { problem.with_value(&shown(value)) }
    }

    /// A note that a cell was put right.
    pub(super) fn repaired(&self, column: &str, zh: &str, en: &str, log: &mut Log) {
        log.push(self.problem(ProblemKind::Repaired, column, zh, en));
    }

    fn note_width(&self, column: &str, log: &mut Log) {
        if self.raw(column).chars().any(|c| narrow(c) != c && narrow(c).is_ascii_alphanumeric()) {
            self.repaired(column, "全角字符按半角读取", "full-width characters were read as ordinary ones", log);
        }
    }
}

/// The value a word means as it stands, in the other width of parentheses, or without blanks.
pub(super) fn find_word<T>(text: &str, find: impl Fn(&str) -> Option<T>) -> Option<T> {
    let joined: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let plain: String = joined.chars().map(narrow).collect();
    find(text).or_else(|| find(&joined)).or_else(|| find(&plain))
}

/// A cell with ordinary characters for full-width ones, without what cannot be seen, trimmed. Parentheses in Chinese text
/// stay Chinese.
pub(super) fn clean(cell: &str) -> String {
    let is_plain = cell.is_ascii() && !cell.bytes().any(|byte| byte.is_ascii_control());
    if is_plain {
        return cell.trim().to_owned();
    }
    let is_chinese = cell.chars().any(is_han);
    let visible = cell.chars().filter_map(|c| match narrow(c) {
        '\r' | '\n' => Some('\n'),
        '\t' | '\u{A0}' => Some(' '),
        '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{AD}' => None,
        c if c.is_control() => None,
        '(' if is_chinese => Some('（'),
        ')' if is_chinese => Some('）'),
        '•' | '‧' | '∙' | '・' | '●' => Some('·'),
        c => Some(c),
    });
    visible.collect::<String>().trim().to_owned()
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}' | '\u{F900}'..='\u{FAFF}')
}

/// A name without blanks inside, if it is Chinese.
pub(super) fn person_name(text: &str) -> String {
    if text.chars().any(is_han) { text.chars().filter(|c| !c.is_whitespace()).collect() } else { text.to_owned() }
}

/// A date without a time that says nothing.
fn midnight(text: &str) -> &str {
    let date = text
        .split_once([' ', 'T'])
        .filter(|(_, time)| !time.is_empty() && time.chars().all(|c| matches!(c, '0' | ':' | '.')));
    date.map_or(text, |(date, _)| date)
}

/// The year of a date that a spreadsheet may have read as a number, losing the zero of October.
fn lost_zero(text: &str) -> Option<i32> {
    let (year, month) = text.split_once('.')?;
    if month == "1" && year.len() == 4 { year.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with<T>(cell: &str, serials: bool, read: impl Fn(&Row<'_>, &mut Log) -> T) -> (T, Vec<Problem>) {
        let cells = StringRecord::from(vec![cell]);
        let layout = Layout::of(&[("栏", 0)]);
        let row = Row { table: "t", number: 7, cells: &cells, layout: &layout, serials };
        let mut log = Log::default();
        let read = read(&row, &mut log);
        (read, log.close().0)
    }

    fn date(cell: &str) -> (Cell<PartialDate>, Vec<ProblemKind>) {
        let (cell, problems) = with(cell, false, |row, log| row.date("栏", log));
        (cell, problems.iter().map(|problem| problem.kind).collect())
    }

    fn partial(text: &str) -> Cell<PartialDate> {
        Cell::Is(text.parse().unwrap())
    }

    #[test]
    fn dates_as_people_type_them_are_read() {
        for (cell, read) in [
            ("1979.08", "1979-08"),
            ("1979.8", "1979-08"),
            ("197908", "1979-08"),
            ("1979年8月", "1979-08"),
            ("1979/8/5", "1979-08-05"),
            ("1979-08-05 00:00:00", "1979-08-05"),
            ("1979-08-05T00:00:00.000", "1979-08-05"),
        ] {
            assert_eq!(date(cell), (partial(read), vec![]), "{cell}");
        }
    }

    #[test]
    fn full_width_digits_are_read_and_noted() {
        assert_eq!(date("１９７９．０８"), (partial("1979-08"), vec![ProblemKind::Repaired]));
        let (number, problems) = with("１２人", false, |row, log| row.number("栏", &["人"], log));
        assert_eq!((number, problems.len()), (Cell::Is(12), 1));
    }

    #[test]
    fn a_two_digit_year_is_no_date_and_the_remedy_is_said() {
        let (cell, problems) = with("79.08", false, |row, log| row.date("栏", log));
        assert!(cell.is_lost());
        assert_eq!(problems[0].in_words(Lang::Zh), "t 第7行 栏 “79.08”：年份应为四位数字，如 1979.08");
    }

    #[test]
    fn a_month_that_may_have_lost_its_zero_is_read_as_the_year() {
        assert_eq!(date("1979.1"), (partial("1979"), vec![ProblemKind::Date]));
        assert_eq!(date("1979.10"), (partial("1979-10"), vec![]));
        assert_eq!(date("1979-1"), (partial("1979-01"), vec![]));
    }

    #[test]
    fn words_for_no_date_are_blank() {
        for cell in ["", " ", "无", "/", "——", "至今", "\u{3000}"] {
            assert_eq!(date(cell), (Cell::Blank, vec![]), "{cell}");
        }
    }

    #[test]
    fn a_serial_day_is_a_date_only_where_the_table_says_so() {
        let (cell, problems) = with("29072", false, |row, log| row.date("栏", log));
        assert!(cell.is_lost() && problems[0].says.zh().contains("表格序号"));
        for text in ["29072", "29072.0"] {
            let (cell, problems) = with(text, true, |row, log| row.date("栏", log));
            assert_eq!((cell, problems.len()), (partial("1979-08-05"), 0), "{text}");
        }
        assert_eq!(with("1979", true, |row, log| row.date("栏", log)).0, partial("1979"));
    }

    #[test]
    fn a_name_with_a_space_inside_is_put_right_and_noted() {
        let (name, problems) = with("王 五", false, |row, log| row.name("栏", log));
        assert_eq!(name.as_deref(), Some("王五"));
        assert_eq!(problems[0].in_words(Lang::Zh), "t 第7行 栏 “王 五”：按“王五”读取");
        assert_eq!(with("Li Wei", false, |row, log| row.name("栏", log)).0.as_deref(), Some("Li Wei"));
    }

    #[test]
    fn numbers_are_whole_and_not_negative() {
        for (cell, read) in [
            ("8", Cell::Is(8)),
            ("8.0", Cell::Is(8)),
            ("8学时", Cell::Is(8)),
            ("0", Cell::Is(0)),
            ("", Cell::Blank),
            ("-1", Cell::Lost),
            ("+1", Cell::Lost),
            ("1.5", Cell::Lost),
            ("8.", Cell::Lost),
            ("八", Cell::Lost),
            ("4294967296", Cell::Lost),
        ] {
            assert_eq!(with(cell, false, |row, log| row.number("栏", &["学时"], log)).0, read, "{cell}");
        }
    }

    #[test]
    fn an_identity_number_is_never_repeated_in_a_problem() {
        let (_, problems) = with("440605197908051234", false, |row, log| row.date("栏", log));
        assert_eq!(problems[0].value.as_deref(), Some("440605**********34"));
    }

    #[test]
    fn parentheses_stay_chinese_in_chinese_text() {
        assert_eq!(clean(" 高中(中专) "), "高中（中专）");
        assert_eq!(clean("（ABC）"), "(ABC)");
    }
}

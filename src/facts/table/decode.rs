//! 解码 — bytes into rows of cells: encodings, separators, quoting, bounds.

use super::Sheet;
use super::columns::{column_keyed, key_of};
use super::source::Record;
use crate::facts::{Problem, ProblemKind};
use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};
use serde::de::{DeserializeSeed as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::borrow::Cow;
use std::fmt;

/// The most bytes one table may have.
pub(super) const BYTES_MAX: usize = 64 << 20;
/// The most rows.
pub(super) const ROWS_MAX: usize = 1_000_000;
/// The most columns.
pub(super) const COLUMNS_MAX: usize = 200;
/// The most characters of one cell.
pub(super) const CELL_CHARS_MAX: usize = 4_096;

/// The cells of a table, and what was found in making them out.
#[derive(Debug, Clone, Default)]
pub(super) struct Decoded {
    pub(super) records: Vec<Record>,
    pub(super) problems: Vec<Problem>,
    /// Whether the first record is the header for certain.
    pub(super) is_headed: bool,
    /// Whether rows or cells may have been lost.
    pub(super) is_lossy: bool,
}

impl Decoded {
    fn unread(problem: Problem) -> Self {
        Self { problems: vec![problem], is_lossy: true, ..Self::default() }
    }

    fn bounded(mut self, name: &str) -> Self {
        if ROWS_MAX < self.records.len() {
            return Self::unread(too_large(name, &format!("多于{ROWS_MAX}行"), &format!("more than {ROWS_MAX} rows")));
        }
        let wide =
            self.records.iter().any(|record| record.cells.iter().skip(COLUMNS_MAX).any(|cell| !cell.trim().is_empty()));
        if wide {
            return Self::unread(too_large(
                name,
                &format!("多于{COLUMNS_MAX}列"),
                &format!("more than {COLUMNS_MAX} columns"),
            ));
        }
        self.records.shrink_to_fit();
        self
    }
}

fn too_large(name: &str, zh: &str, en: &str) -> Problem {
    Problem::new(
        name,
        ProblemKind::TooLarge,
        format!("{zh}，读取了0行；请拆分后再读"),
        format!("{en}: 0 rows were read; split the table"),
    )
}

fn over_bytes(name: &str, bytes: &[u8]) -> Option<Decoded> {
    let over = BYTES_MAX < bytes.len();
    over.then(|| Decoded::unread(too_large(name, "大于64 MiB", "more than 64 MiB")))
}

/// Rows of cells that somebody else read.
pub(super) fn rows(name: &str, rows: Vec<Vec<String>>) -> Decoded {
    let bytes = rows.iter().flatten().fold(0_usize, |sum, cell| sum.saturating_add(cell.len()));
    if BYTES_MAX < bytes {
        return Decoded::unread(too_large(name, "大于64 MiB", "more than 64 MiB"));
    }
    let records = (1_u32..).zip(rows).map(|(number, cells)| Record { number, cells: StringRecord::from(cells) });
    Decoded { records: records.collect(), ..Decoded::default() }.bounded(name)
}

/// A table as CSV.
pub(super) fn csv(name: &str, bytes: &[u8]) -> Decoded {
    csv_by(name, bytes, separator)
}

/// A table as CSV, its separator found by the caller.
pub(super) fn csv_by(name: &str, bytes: &[u8], separator: impl Fn(&str) -> u8) -> Decoded {
    if let Some(unread) = over_bytes(name, bytes) {
        return unread;
    }
    let mut decoded = Decoded::default();
    let text = text(name, bytes, &mut decoded);
    let text = text.as_ref();
    let separator = separator(text);
    let quotes = text.bytes().filter(|byte| *byte == b'"').count();
    if quotes % 2 == 1 {
        decoded.is_lossy = true;
        decoded.problems.push(Problem::new(
            name,
            ProblemKind::Encoding,
            "双引号不成对，其后各行可能并入一个单元格；请检查引号",
            "a quotation mark is not closed and may have swallowed rows: check the quotation marks",
        ));
    }
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut number = 0_u32;
    let mut end = 0_usize;
    loop {
        let mut cells = StringRecord::new();
        number = number.saturating_add(1).saturating_add(blank_lines(text, end));
        match reader.read_record(&mut cells) {
            Ok(true) => decoded.records.push(Record { number, cells }),
            Ok(false) => break,
            // INVARIANT: memory cannot fail to be read, rows may differ in length, and the text is UTF-8.
            Err(_) => {
                decoded.is_lossy = true;
                break;
            }
        }
        if ROWS_MAX < decoded.records.len() {
            break;
        }
        end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
    }
    // `sep=;` on the first line is an instruction to a spreadsheet.
    if text.lines().next().is_some_and(|line| named_separator(line).is_some())
        && let Some(first) = decoded.records.first_mut()
    {
        first.cells.clear();
    }
    decoded.bounded(name)
}

/// The number of blank lines at a place where a row has ended; the reader skips them.
fn blank_lines(text: &str, at: usize) -> u32 {
    let bytes = text.as_bytes();
    let mut rest = bytes.get(at..).unwrap_or_default();
    if at.checked_sub(1).and_then(|before| bytes.get(before)) == Some(&b'\r') && rest.first() == Some(&b'\n') {
        rest = rest.get(1..).unwrap_or_default();
    }
    let mut lines = 0_u32;
    loop {
        rest = match rest {
            [b'\r', b'\n', rest @ ..] | [b'\n' | b'\r', rest @ ..] => rest,
            _ => return lines,
        };
        lines = lines.saturating_add(1);
    }
}

/// The text of a table, by its mark, as UTF-8, else as GB18030.
fn text<'a>(name: &str, bytes: &'a [u8], decoded: &mut Decoded) -> Cow<'a, str> {
    let mut note = |zh: &str, en: &str| decoded.problems.push(Problem::new(name, ProblemKind::Repaired, zh, en));
    let (text, faulty) = if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        note("文件开头有BOM标记，已略过", "the byte order mark at the beginning was passed over");
        let text = String::from_utf8_lossy(rest);
        let faulty = matches!(text, Cow::Owned(_));
        (text, faulty)
    } else if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        note("按UTF-16编码读取", "read as UTF-16");
        let encoding = if bytes.starts_with(b"\xFF\xFE") { UTF_16LE } else { UTF_16BE };
        encoding.decode_with_bom_removal(bytes)
    } else if let Ok(text) = str::from_utf8(bytes) {
        (Cow::Borrowed(text), false)
    } else {
        note("按GB18030编码读取", "read as GB18030");
        GB18030.decode_without_bom_handling(bytes)
    };
    if faulty || text.contains('\u{FFFD}') {
        decoded.is_lossy = true;
        decoded.problems.push(Problem::new(
            name,
            ProblemKind::Encoding,
            "有不能识别的字符，所在行未采用；请另存为UTF-8后再读",
            "some bytes are no text and their rows are set aside: save the table as UTF-8",
        ));
    }
    text
}

fn named_separator(line: &str) -> Option<u8> {
    match line.trim() {
        "sep=," => Some(b','),
        "sep=;" => Some(b';'),
        "sep=\t" | "sep=" => Some(b'\t'),
        _ => None,
    }
}

/// The separator under which a line has most of the headers looked for; the comma where none has any.
pub(super) fn separator_by(text: &str, is_header: impl Fn(&str) -> bool) -> u8 {
    if let Some(named) = text.lines().next().and_then(named_separator) {
        return named;
    }
    let found = |separator: char| {
        let headers = |line: &str| line.split(separator).filter(|cell| is_header(cell.trim_matches('"'))).count();
        text.lines().take(10).map(headers).max().unwrap_or(0)
    };
    [(b'\t', '\t'), (b';', ';'), (b',', ',')]
        .into_iter()
        .max_by_key(|(_, separator)| found(*separator))
        .map_or(b',', |(byte, _)| byte)
}

/// The separator that finds the most known headers in one of the first rows, and of equals the most frequent one.
fn separator(text: &str) -> u8 {
    if let Some(named) = text.lines().next().and_then(named_separator) {
        return named;
    }
    let first: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(10).collect();
    let weigh = |separator: char| {
        let headers = |line: &&str| {
            let cells = line.split(separator).take(COLUMNS_MAX).map(|cell| cell.trim_matches('"'));
            let keys: Vec<String> = cells.map(key_of).collect();
            let known = |sheet: &Sheet| keys.iter().filter(|key| column_keyed(*sheet, key).is_some()).count();
            Sheet::ALL.iter().map(known).max().unwrap_or(0)
        };
        let known = first.iter().map(headers).max().unwrap_or(0);
        let often: usize = first.iter().map(|line| line.matches(separator).count()).sum();
        // A single known header says nothing of what separates it from the next.
        (if known < 2 { 0 } else { known }, often)
    };
    let mut best = (b',', weigh(','));
    for (byte, c) in [(b'\t', '\t'), (b';', ';')] {
        let weight = weigh(c);
        if best.1 < weight {
            best = (byte, weight);
        }
    }
    best.0
}

/// A table as JSON: a list of objects.
pub(super) fn json(name: &str, bytes: &[u8]) -> Decoded {
    if let Some(unread) = over_bytes(name, bytes) {
        return unread;
    }
    let mut decoded = Decoded { is_headed: true, ..Decoded::default() };
    let text = text(name, bytes, &mut decoded);
    let objects = match serde_json::from_str::<Objects>(&text) {
        Ok(Objects(objects)) => objects,
        Err(error) => {
            let (line, column) = (error.line(), error.column());
            return Decoded::unread(Problem::new(
                name,
                ProblemKind::Encoding,
                format!("第{line}行第{column}列：应为对象的列表，各格只能是文字、数字或空，读取了0行"),
                format!(
                    "line {line}, column {column}: should be a list of objects whose cells are text, numbers or null; 0 rows were read"
                ),
            ));
        }
    };
    let mut headers: Vec<String> = Vec::new();
    let mut places = std::collections::BTreeMap::new();
    for (header, _) in objects.iter().flatten() {
        if !places.contains_key(header) {
            places.insert(header.clone(), headers.len());
            headers.push(header.clone());
        }
    }
    let mut records = vec![Record { number: 0, cells: StringRecord::from(headers.clone()) }];
    for (number, object) in (1_u32..).zip(objects) {
        let mut cells: Vec<Option<String>> = vec![None; headers.len()];
        for (header, cell) in object {
            let Some(slot) = places.get(&header).and_then(|place| cells.get_mut(*place)) else { continue };
            if slot.is_some() {
                decoded.is_lossy = true;
                decoded.problems.push(twice(name, &header).at_row(number));
            } else {
                *slot = Some(cell);
            }
        }
        let cells: Vec<String> = cells.into_iter().map(Option::unwrap_or_default).collect();
        records.push(Record { number, cells: StringRecord::from(cells) });
    }
    decoded.records = records;
    decoded.bounded(name)
}

/// The problem of a header that stands twice.
pub(super) fn twice(name: &str, header: &str) -> Problem {
    Problem::new(
        name,
        ProblemKind::Ambiguous,
        "同一栏目出现两次，只采用第一次；请删去多余的一栏",
        "one column stands twice and the first is used: remove the other",
    )
    .in_column(header)
}

/// Objects of cells, each with its headers in order.
struct Objects(Vec<Vec<(String, String)>>);

impl<'de> Deserialize<'de> for Objects {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ListVisitor).map(Self)
    }
}

struct ListVisitor;

impl<'de> Visitor<'de> for ListVisitor {
    type Value = Vec<Vec<(String, String)>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut objects = Vec::new();
        while let Some(object) = seq.next_element_seed(ObjectSeed)? {
            objects.push(object);
        }
        Ok(objects)
    }
}

struct ObjectSeed;

impl<'de> serde::de::DeserializeSeed<'de> for ObjectSeed {
    type Value = Vec<(String, String)>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for ObjectSeed {
    type Value = Vec<(String, String)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut cells = Vec::new();
        while let Some(header) = map.next_key()? {
            let Cell(cell) = map.next_value()?;
            cells.push((header, cell));
        }
        Ok(cells)
    }
}

struct Cell(String);

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        CellSeed.deserialize(deserializer).map(Self)
    }
}

struct CellSeed;

impl<'de> serde::de::DeserializeSeed<'de> for CellSeed {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Visitor<'_> for CellSeed {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number or null")
    }

    fn visit_str<E>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    fn visit_u64<E>(self, number: u64) -> Result<String, E> {
        Ok(number.to_string())
    }

    fn visit_i64<E>(self, number: i64) -> Result<String, E> {
        Ok(number.to_string())
    }

    fn visit_f64<E>(self, number: f64) -> Result<String, E> {
        // A number beyond what is exact shows that it is no longer what was typed.
        Ok(if number.abs() < 1e15 { number.to_string() } else { format!("{number:E}") })
    }

    fn visit_unit<E>(self) -> Result<String, E> {
        Ok(String::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(decoded: &Decoded) -> Vec<(u32, Vec<&str>)> {
        decoded.records.iter().map(|record| (record.number, record.cells.iter().collect())).collect()
    }

    fn kinds(decoded: &Decoded) -> Vec<ProblemKind> {
        decoded.problems.iter().map(|problem| problem.kind).collect()
    }

    #[test]
    fn rows_keep_their_numbers_over_blank_lines_and_quoted_line_ends() {
        for end in ["\n", "\r\n", "\r"] {
            let text = format!("{end}姓名,职务{end}{end}{end}甲,\"理事{end}监事\"{end},{end}乙,理事");
            let decoded = csv("t", text.as_bytes());
            let numbers: Vec<u32> = decoded.records.iter().map(|record| record.number).collect();
            assert_eq!(numbers, [2, 5, 6, 7], "{end:?}: {:?}", cells(&decoded));
        }
    }

    #[test]
    fn the_separator_is_guessed() {
        for (text, found) in [
            ("姓名,职务\n甲,支部委员;理事;社员;代表", b','),
            ("姓名;职务\n甲;支部委员,理事,社员", b';'),
            ("姓名\t职务\n甲\t支部委员,理事;监事", b'\t'),
            ("说明一下\n姓名;职务;性别\n甲;理事;男", b';'),
            ("", b','),
            ("sep=;\n姓名,职务", b';'),
        ] {
            assert_eq!(separator(text), found, "{text}");
        }
        assert_eq!(cells(&csv("t", "sep=;\n姓名;职务".as_bytes())), [(1, vec![]), (2, vec!["姓名", "职务"])]);
    }

    #[test]
    fn gb18030_is_read_and_noted() {
        let (bytes, _, _) = GB18030.encode("姓名,职务\n黄㙟强,理事\n");
        let decoded = csv("t", &bytes);
        assert_eq!(cells(&decoded), [(1, vec!["姓名", "职务"]), (2, vec!["黄㙟强", "理事"])]);
        assert_eq!(kinds(&decoded), [ProblemKind::Repaired]);
        assert!(!decoded.is_lossy);
    }

    #[test]
    fn a_byte_order_mark_is_passed_over_and_noted() {
        let decoded = csv("t", "\u{FEFF}姓名,职务\n".as_bytes());
        assert_eq!(cells(&decoded), [(1, vec!["姓名", "职务"])]);
        assert_eq!(kinds(&decoded), [ProblemKind::Repaired]);
    }

    #[test]
    fn utf_16_is_read_by_its_mark() {
        for big in [false, true] {
            let units = "\u{FEFF}姓名\t职务\n".encode_utf16();
            let bytes: Vec<u8> =
                units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect();
            assert_eq!(cells(&csv("t", &bytes)), [(1, vec!["姓名", "职务"])]);
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_named() {
        let decoded = csv("t", b"a,b\n\xFF\xFF,c\n");
        assert!(decoded.is_lossy && kinds(&decoded).contains(&ProblemKind::Encoding));
    }

    #[test]
    fn an_open_quotation_mark_is_named() {
        let decoded = csv("t", "姓名,职务\n\"甲,理事\n乙,理事\n".as_bytes());
        assert!(decoded.is_lossy && kinds(&decoded) == [ProblemKind::Encoding]);
    }

    #[test]
    fn what_is_beyond_the_bounds_is_not_read_in_part() {
        let many = rows("t", vec![Vec::new(); ROWS_MAX + 1]);
        let wide = rows("t", vec![vec!["x".to_owned(); COLUMNS_MAX + 1]]);
        let large = csv("t", &vec![b'a'; BYTES_MAX + 1]);
        for decoded in [many, wide, large] {
            assert!(decoded.records.is_empty() && decoded.is_lossy);
            assert_eq!(kinds(&decoded), [ProblemKind::TooLarge]);
        }
        assert_eq!(rows("t", vec![vec!["x".to_owned(); COLUMNS_MAX]]).records.len(), 1);
        let mut blank = vec!["x".to_owned(); COLUMNS_MAX];
        blank.push(" ".to_owned());
        assert_eq!(rows("t", vec![blank]).records.len(), 1);
    }

    #[test]
    fn json_is_a_list_of_objects_of_plain_cells() {
        let decoded = json("t", r#"[{"姓名":"甲","年度":2024},{"年度":1979.08,"日期":null,"号":-1}]"#.as_bytes());
        assert_eq!(
            cells(&decoded),
            [
                (0, vec!["姓名", "年度", "日期", "号"]),
                (1, vec!["甲", "2024", "", ""]),
                (2, vec!["", "1979.08", "", "-1"])
            ]
        );
        assert!(decoded.problems.is_empty() && !decoded.is_lossy);
    }

    #[test]
    fn json_of_any_other_shape_is_refused_whole() {
        for text in [
            "",
            "{}",
            r#"{"columns":["a"],"rows":[["b"]]}"#,
            r#"[["a"]]"#,
            r#"[{"a":true}]"#,
            r#"[{"a":[1]}]"#,
            r#"[{"a":{"b":1}}]"#,
            r#"[{"a":"1"}] x"#,
            r#"[{"a":"1"},]"#,
            r#"["a"]"#,
            "[null]",
        ] {
            let decoded = json("t", text.as_bytes());
            assert!(decoded.records.is_empty() && decoded.is_lossy, "{text}");
            assert_eq!(kinds(&decoded), [ProblemKind::Encoding], "{text}");
        }
    }

    #[test]
    fn a_json_object_with_a_header_twice_is_named() {
        let decoded = json("t", r#"[{"姓名":"甲","姓名":"乙"}]"#.as_bytes());
        assert_eq!(cells(&decoded), [(0, vec!["姓名"]), (1, vec!["甲"])]);
        assert_eq!(kinds(&decoded), [ProblemKind::Ambiguous]);
        assert!(decoded.is_lossy);
    }

    #[test]
    fn a_number_a_spreadsheet_ruined_stays_visible_in_json() {
        let decoded = json("t", br#"[{"a":4.4E+17,"b":440605197908051234}]"#);
        assert_eq!(cells(&decoded).get(1), Some(&(1, vec!["4.4E17", "440605197908051234"])));
    }
}

//! What a host asks.

use super::{REQUEST_BYTES_MAX, VERSION};
use crate::facts::{Facts, Table};
use crate::vocab::Lang;
use crate::vocab::text::Object;
use chrono::NaiveDate;
use serde::Deserialize;

/// 请求 — tables or a register, a profile, a day, questions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Request {
    /// The version of the wire.
    pub version: u32,
    /// The language of words; Chinese where absent.
    #[serde(default = "chinese")]
    pub lang: Lang,
    /// The day of the review.
    #[serde(with = "crate::vocab::day")]
    pub day: NaiveDate,
    /// The sheets, each as text or as rows.
    #[serde(default, deserialize_with = "objects")]
    pub tables: Vec<TableIn>,
    /// A register in its wire form, in place of tables or beside them.
    #[serde(default)]
    register: Option<Object<Facts>>,
    /// The day up to which the sheets are taken to be current, where they speak of an earlier one.
    #[serde(default, with = "crate::vocab::day_or_none")]
    pub assume_current: Option<NaiveDate>,
    /// A profile in TOML over the built-in law.
    #[serde(default)]
    pub profile: Option<String>,
    /// 答复 — the questionnaire filled in, as CSV text, over the profile.
    #[serde(default)]
    pub questionnaire: Option<String>,
    /// Whether the built-in profile of Jiujiang stands below it.
    #[serde(default)]
    pub jiujiang: bool,
    /// Whether any loss in the tables refuses the whole.
    #[serde(default)]
    pub strict: bool,
    /// The questions, answered in order.
    #[serde(deserialize_with = "objects")]
    pub questions: Vec<Ask>,
}

impl Request {
    /// The rows of the register given in its wire form.
    pub(super) fn facts(&self) -> Facts {
        self.register.as_ref().map_or_else(Facts::default, |Object(facts)| facts.clone())
    }
}

fn chinese() -> Lang {
    Lang::Zh
}

fn objects<'de, T: Deserialize<'de>, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    Ok(Vec::<Object<T>>::deserialize(deserializer)?.into_iter().map(|Object(one)| one).collect())
}

/// 表 — one sheet: its name, and its content as CSV text or as rows of cells.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TableIn {
    /// The name, by which problems are reported and the sheet is recognized.
    pub name: String,
    /// The content as CSV text.
    #[serde(default)]
    pub csv: Option<String>,
    /// The content as rows of cells.
    #[serde(default)]
    pub rows: Option<Vec<Vec<String>>>,
    /// The reference day of the sheet.
    #[serde(default, with = "crate::vocab::day_or_none")]
    pub as_of: Option<NaiveDate>,
    /// Whether dates may be serial days of a spreadsheet.
    #[serde(default)]
    pub excel_serials: bool,
}

impl TableIn {
    pub(super) fn table(&self) -> Table {
        let table = match (&self.csv, &self.rows) {
            (_, Some(rows)) => Table::rows(&self.name, rows.clone()),
            (csv, None) => Table::csv(&self.name, csv.as_deref().unwrap_or("").as_bytes()),
        };
        let table = match self.as_of {
            Some(day) => table.as_of(day),
            None => table,
        };
        if self.excel_serials { table.excel_serials() } else { table }
    }
}

/// 问题 — one question.
#[derive(Debug, Deserialize)]
#[serde(tag = "ask", rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Ask {
    /// 一行摘要.
    Summary {},
    /// 审查报告, as data.
    Report {},
    /// 审查报告, in words; Markdown where asked.
    ReportText {
        /// Whether as Markdown.
        #[serde(default)]
        markdown: bool,
    },
    /// 一项结论 — what one provision says about one subject, also where nothing is wrong.
    Answer {
        /// The provision's id.
        provision: String,
        /// The subject's key: `V`, `V/village-committee`, `P/director@C`, two seats joined by `+`, the id of an act or a case.
        subject: String,
    },
    /// 任职资格.
    Eligibility {
        /// The person's id.
        person: String,
        /// The post: `unit/post`.
        post: String,
    },
    /// 任职资格时间线.
    Timeline {
        /// The person's id.
        person: String,
        /// The post: `unit/post`.
        post: String,
        /// The first day.
        #[serde(with = "crate::vocab::day")]
        from: NaiveDate,
        /// The first day no longer asked about.
        #[serde(with = "crate::vocab::day")]
        until: NaiveDate,
    },
    /// 缺失事实.
    Missing {},
    /// 待定问题, as a table to fill in.
    Questions {},
    /// 层级比较 — what the profile, and the charters of the register, do to what stands above them.
    Compare {},
    /// 条文目录, as Markdown.
    Catalog {},
    /// 登记册, in its wire form.
    Register {},
}

pub(super) fn read(bytes: &[u8]) -> Result<Request, Vec<String>> {
    if REQUEST_BYTES_MAX < bytes.len() {
        return Err(vec![format!("the request has {} bytes, more than {REQUEST_BYTES_MAX}", bytes.len())]);
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let read = Object::<Request>::deserialize(&mut reader).and_then(|request| reader.end().map(|()| request));
    let Object(request) = read.map_err(|error| vec![error.to_string()])?;
    if request.version != VERSION {
        return Err(vec![format!("version {} is not known: this library speaks version {VERSION}", request.version)]);
    }
    Ok(request)
}

//! The questionnaire: everything open is asked, in both languages, and what a clerk fills in comes back as values or as
//! errors that say where and what would be right.

mod support;

use grassroots::rulebook::{AnswerErrors, Parameter, Profile, Question, Range, Rulebook};
use grassroots::vocab::{Key, Lang, PartialDate, Period};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use support::{builtin, jiujiang, key};

const HEAD_ZH: [&str; 9] = ["参数", "名称", "问题", "由谁定", "可填", "状态", "现值", "理由", "答复"];
const HEAD_EN: [&str; 9] =
    ["parameter", "title", "question", "set by", "may be", "state", "present value", "reason", "answer"];

fn rows(csv: &str) -> Vec<Vec<String>> {
    let text = csv.strip_prefix('\u{FEFF}').expect("the mark of UTF-8 at the beginning");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn sheet(rows: &[Vec<String>], separator: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

fn answered(rules: &Rulebook, sheet: &str) -> Result<Profile, AnswerErrors> {
    Profile::from_answers(rules, sheet.as_bytes())
}

fn value(rules: &Rulebook, name: &str) -> Option<toml::Value> {
    rules.parameter(&key(name)).unwrap().value.clone()
}

#[test]
fn every_parameter_that_is_open_or_has_a_default_is_asked_about_in_both_languages() {
    let rules = jiujiang("[set]\nenroll-days = \"30 days\"\nkin-set = \"near-relatives\"");
    let asked: BTreeSet<Key> = rules.questions().into_iter().map(|question| question.parameter).collect();
    for parameter in rules.parameters() {
        let is_open = parameter.value.is_none() || parameter.default.is_some();
        assert_eq!(asked.contains(&parameter.name), is_open, "{}", parameter.name);
    }
    assert!(!asked.contains(&key("enroll-days")), "set, and without a default");
    assert!(asked.contains(&key("kin-set")), "set in place of a default");
    for (lang, head) in [(Lang::Zh, HEAD_ZH), (Lang::En, HEAD_EN)] {
        let rows = rows(&rules.questions_csv(lang));
        assert_eq!(rows[0], head);
        let names: BTreeSet<Key> = rows[1..].iter().map(|row| key(&row[0])).collect();
        assert_eq!(names, asked);
        for row in &rows[1..] {
            assert!(row[..6].iter().all(|cell| !cell.is_empty()) && row[8].is_empty(), "{row:?}");
        }
    }
}

#[test]
fn a_row_says_who_may_set_it_what_it_may_be_and_what_is_taken_meanwhile() {
    let rules = jiujiang("[set]\nkin-set = \"civil-service-scope\"");
    let row = |lang, name: &str| rows(&rules.questions_csv(lang)).into_iter().find(|row| row[0] == name).unwrap();
    let kin = row(Lang::Zh, "kin-set");
    assert_eq!(kin[3], "省级规定、镇级规定、章程");
    assert!(kin[4].contains("spouse-parent-child-sibling = 配偶、父母子女、兄弟姐妹 | "), "{}", kin[4]);
    assert_eq!((kin[5].as_str(), kin[6].as_str()), ("已定", "civil-service-scope = 公务员回避的范围"));
    assert!(kin[7].contains("民法典"), "{}", kin[7]);
    let term = row(Lang::En, "transition-term");
    assert_eq!((term[5].as_str(), term[6].as_str()), ("default", "new-terms = new terms only"));
    let promptly = row(Lang::En, "promptly-days");
    assert_eq!(promptly[4], "a period from 1 day to 1 year (such as `30 days`, `6 months`, `1 year`)");
    assert_eq!((promptly[5].as_str(), promptly[6].as_str()), ("open", ""));
    let effective = row(Lang::Zh, "plan-effective");
    assert_eq!(effective[4], "日期，2022-07-01至2022-12-31");
}

#[test]
fn every_parameter_says_why_it_is_open_who_may_set_it_and_what_it_may_be() {
    let mut faults = Vec::new();
    for parameter in jiujiang("").parameters() {
        let name = &parameter.name;
        if parameter.reason.is_none() {
            faults.push(format!("{name}: no `reason`: say which text leaves it open, or why the default is taken"));
        }
        if parameter.set_by.is_empty() {
            faults.push(format!("{name}: `set_by` names nobody"));
        }
        if parameter.readings.is_empty() && parameter.range.is_none() {
            faults.push(format!("{name}: neither `readings` nor a `range`"));
        }
        if parameter.readings.len() == 1 {
            faults.push(format!("{name}: a single reading is no choice"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_profile_asks_about_its_own_parameters() {
    let names = |profile: &Profile| -> Vec<String> {
        profile.questions().iter().map(|question| question.parameter.to_string()).collect()
    };
    assert!(names(&Profile::jiujiang().unwrap()).contains(&"plan-effective".to_owned()));
    let text = "set = { mine = 3 }\n[[parameter]]\nname = \"mine\"\ntitle = { zh = \"甲\", en = \"a\" }\nquestion = { zh = \"甲？\", en = \"a?\" }\nset_by = [\"town\"]\n";
    assert!(names(&Profile::toml(text).unwrap()).is_empty());
    let open = text.strip_prefix("set = { mine = 3 }\n").unwrap();
    assert_eq!(names(&Profile::toml(open).unwrap()), ["mine"]);
}

#[test]
fn answers_are_read_as_people_type_them() {
    let rules = jiujiang("");
    for (name, typed, read) in [
        ("notice-day-count", "clear", "\"clear\""),
        ("notice-day-count", "可以", "\"inclusive\""),
        ("notice-day-count", "inclusive = 可以", "\"inclusive\""),
        ("notice-day-count", "YES", "\"inclusive\""),
        ("kin-set", "公务员回避的范围", "\"civil-service-scope\""),
        ("promptly-days", "30日", "\"30 days\""),
        ("promptly-days", "３０天", "\"30 days\""),
        ("promptly-days", "6个月", "\"6 months\""),
        ("promptly-days", "1年", "\"1 year\""),
        ("promptly-days", "1 days", "\"1 day\""),
        ("training-hours-min", " ４０ ", "40"),
        ("plan-effective", "2022年9月1日", "\"2022-09-01\""),
        ("plan-effective", "2022.9", "\"2022-09\""),
        ("full-time-conditions", "{ age = { max = 55 } }", "{ age = { max = 55 } }"),
    ] {
        let sheet = format!("参数,答复\n{name},\"{typed}\"\n");
        let profile = answered(&rules, &sheet).unwrap_or_else(|errors| panic!("{typed}: {errors}"));
        let expected = toml::from_str::<toml::Table>(&format!("v = {read}")).unwrap()["v"].clone();
        assert_eq!(value(&rules.with(&profile).unwrap(), name), Some(expected), "{typed}");
    }
}

#[test]
fn every_answer_that_cannot_be_used_is_named_at_once_with_row_column_value_and_remedy() {
    let rules = jiujiang("");
    let sheet = "\u{FEFF}待定问题,,,,\n参数,问题,现值,答复,备注\n\
                 kin-set,,,cousins,\n\
                 promptly-days,,,90,\n\
                 plan-effective,,,2023-01-01,\n\
                 no-such,,,1,\n\
                 training-hours-min,,40,,\n\
                 enroll-days,,,30日,\n\
                 enroll-days,,,31日,\n\
                 ,,,5,\n\
                 full-time-conditions,,,{ age = { most = 55 } },\n\
                 notice-day-count,,,clear,,随手写的\n";
    let errors = answered(&rules, sheet).unwrap_err();
    let lines: Vec<String> = errors.in_words(Lang::Zh).lines().map(str::to_owned).collect();
    for (row, column, value, says) in [
        (2, "备注", "", "没有这一栏"),
        (3, "答复", "cousins", "near-relatives = 近亲属"),
        (4, "答复", "90", "期限，1日至1年"),
        (5, "答复", "2023-01-01", "日期，2022-07-01至2022-12-31"),
        (6, "参数", "no-such", "没有这个参数"),
        (7, "现值", "40", "请填入“答复”栏"),
        (9, "答复", "31日", "第8行已有另一答复"),
        (10, "参数", "", "没有这个参数"),
        (11, "答复", "{ age = { most = 55 } }", "条件"),
        (12, "", "随手写的", "请移入“答复”栏"),
    ] {
        let found = lines.iter().any(|line| {
            line.contains(&format!("第{row}行")) && line.contains(column) && line.contains(value) && line.contains(says)
        });
        assert!(found, "第{row}行 {column} {value} {says}\n{}", lines.join("\n"));
    }
    assert_eq!(lines.len(), 10, "{}", lines.join("\n"));
    assert!(errors.to_string().lines().all(|line| line.is_ascii() || line.contains(", row ")), "{errors}");
}

#[test]
fn a_value_that_no_norm_can_use_is_named_in_its_row() {
    // A town's own parameter without readings or range: only the norm that reads it knows what it can be.
    let own = "[[parameter]]\nname = \"age-most\"\ntitle = { zh = \"年龄上限\", en = \"oldest age\" }\nquestion = { zh = \"年龄上限？\", en = \"the oldest age?\" }\nset_by = [\"town\"]\n\
               [[provision]]\nid = \"selection.own-age\"\ntitle = { zh = \"年龄\", en = \"age\" }\napplies_to = { seat = { posts = [\"director\"] } }\njudged_on = \"review-day\"\n\
               [[provision.edition]]\nin_force = { from = \"2026-01-01\" }\nlevel = \"town\"\nsource = { instrument = \"TOWN\", confidence = \"verified\" }\nmodality = \"normally\"\nnorm = { eligibility = { age = { max = { param = \"age-most\" } } } }\n";
    let rules = jiujiang(own);
    let errors = answered(&rules, "parameter,answer\nkin-set,near relatives\nage-most,old\n").unwrap_err();
    assert_eq!(errors.0.len(), 1, "{errors}");
    assert!(errors.to_string().starts_with("questions.csv, row 3 `old`"), "{errors}");
    let profile = answered(&rules, "parameter,answer\nage-most,60\n").unwrap();
    assert_eq!(value(&rules.with(&profile).unwrap(), "age-most"), Some(60.into()));
}

#[test]
fn a_table_without_its_two_columns_is_refused_and_an_empty_one_answers_nothing() {
    let rules = builtin();
    for sheet in ["", "\u{FEFF}", "参数,名称\nkin-set,近亲属\n", "答复\n近亲属\n"] {
        let errors = answered(&rules, sheet).unwrap_err();
        assert!(errors.in_words(Lang::Zh).contains("应有“参数”和“答复”两栏"), "{sheet}: {errors}");
    }
    for lang in [Lang::Zh, Lang::En] {
        let profile = answered(&rules, &rules.questions_csv(lang)).unwrap();
        let after = rules.with(&profile).unwrap();
        assert!(after.parameters().eq(rules.parameters()), "the table as it was written answers nothing");
    }
}

#[test]
fn an_answer_above_the_header_is_not_passed_over() {
    let sheet = "待定问题,\npromptly-days,30日\n参数,答复\nkin-set,近亲属\n";
    let errors = answered(&builtin(), sheet).unwrap_err();
    assert_eq!(errors.in_words(Lang::Zh), "questions.csv 第2行：此行在表头之上，没有读取；请移到表头之下");
}

#[test]
fn a_filled_questionnaire_switches_the_plan_on() {
    let rules = jiujiang("");
    let before: Vec<String> = rules.questions().iter().filter(|one| one.default.is_none()).map(name_of).collect();
    let filled = "parameter,answer\nplan-effective,2022-09-01\nenroll-days,30 days\npromptly-days,60 days\n\
                  full-time-conditions,{ age = { max = 55 } }\n";
    let town = rules.with(&answered(&rules, filled).unwrap()).unwrap();
    let after: Vec<String> = town.questions().iter().filter(|one| one.default.is_none()).map(name_of).collect();
    let left: Vec<String> = before
        .into_iter()
        .filter(|name| {
            !["plan-effective", "enroll-days", "promptly-days", "full-time-conditions"].contains(&name.as_str())
        })
        .collect();
    assert_eq!(after, left);
    assert!(town.profiles().iter().any(|name| name.zh().contains("答复")));
}

fn name_of(question: &Question) -> String {
    question.parameter.to_string()
}

/// An answer somebody might give: what is typed, and the value it is.
fn typed(question: &Question, pick: usize, words: bool) -> (String, toml::Value) {
    let text = |text: String| (text.clone(), toml::Value::String(text));
    match question.range {
        Some(Range::Days(days)) => {
            let length = usize::try_from((days.last.last() - days.first.first()).num_days()).unwrap();
            let day = days.first.first() + chrono::Days::new(u64::try_from(pick % (length + 1)).unwrap());
            let date = PartialDate::try_from(day).unwrap();
            let typed = if words { date.in_words(Lang::Zh) } else { date.to_string() };
            (typed, toml::Value::String(date.to_string()))
        }
        Some(Range::Numbers { min, max }) => {
            let number = min + u32::try_from(pick).unwrap() % (max - min + 1);
            (number.to_string(), toml::Value::Integer(number.into()))
        }
        Some(Range::Periods { min, max }) => {
            let period = if pick.is_multiple_of(2) { min } else { max };
            let typed = if words { period.in_words(Lang::Zh) } else { period.to_string() };
            (typed, toml::Value::String(period.to_string()))
        }
        Some(Range::Shares { min, max }) => text(if pick.is_multiple_of(2) { min } else { max }.to_string()),
        Some(Range::Criterion) => {
            // One that any subject can be asked.
            let done = format!("{{ done = \"{}\" }}", ["approve", "file", "publicize"][pick % 3]);
            let value = toml::from_str::<toml::Table>(&format!("v = {done}")).unwrap()["v"].clone();
            (done, value)
        }
        _ => panic!("{} has neither readings nor a range", question.parameter),
    }
}

/// A sheet of the questionnaire with some answers filled in, and the values they are.
fn filled(
    rules: &Rulebook,
    lang: Lang,
    picks: &[Option<(usize, bool)>],
) -> (Vec<Vec<String>>, BTreeMap<Key, toml::Value>) {
    let mut rows = rows(&rules.questions_csv(lang));
    let mut expected = BTreeMap::new();
    for ((row, question), pick) in rows.iter_mut().skip(1).zip(rules.questions()).zip(picks.iter().cycle()) {
        let Some((pick, words)) = *pick else { continue };
        let (typed, value) = if question.choices.is_empty() {
            typed(&question, pick, words)
        } else {
            let parameter: &Parameter = rules.parameter(&question.parameter).unwrap();
            let reading = &parameter.readings[pick % parameter.readings.len()];
            let title = reading.title.in_lang(lang).to_owned();
            let shown = parameter.value_in_words(&reading.value, lang);
            (if words { title } else { shown }, reading.value.clone())
        };
        row[8] = typed;
        expected.insert(question.parameter, value);
    }
    (rows, expected)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn what_is_filled_in_comes_back_whole(
        picks in proptest::collection::vec(proptest::option::of((0_usize..1000, any::<bool>())), 1..40),
        order in Just((0_usize..9).collect::<Vec<_>>()).prop_shuffle(),
        turned in any::<bool>(),
        zh in any::<bool>(),
        form in 0_usize..5,
    ) {
        let rules = jiujiang("");
        let lang = if zh { Lang::Zh } else { Lang::En };
        let (mut rows, expected) = filled(&rules, lang, &picks);
        if turned {
            rows[1..].reverse();
        }
        for row in &mut rows {
            *row = order.iter().map(|place| row[*place].clone()).collect();
        }
        let bytes = match form {
            0 => sheet(&rows, b','),
            1 => [b"\xEF\xBB\xBF".to_vec(), sheet(&rows, b',')].concat(),
            2 => sheet(&rows, b';'),
            3 => sheet(&rows, b'\t'),
            _ => encoding_rs::GB18030.encode(&String::from_utf8(sheet(&rows, b',')).unwrap()).0.into_owned(),
        };
        let profile = Profile::from_answers(&rules, &bytes).unwrap_or_else(|errors| panic!("{errors}"));
        let town = rules.with(&profile).unwrap();
        for parameter in town.parameters() {
            let before = rules.parameter(&parameter.name).unwrap().value.as_ref();
            let expected = expected.get(&parameter.name).or(before);
            prop_assert_eq!(parameter.value.as_ref(), expected, "{}", &parameter.name);
        }
    }

    #[test]
    fn no_bytes_and_no_answer_make_it_panic(
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
        cells in proptest::collection::vec("\\PC{0,12}", 6),
    ) {
        let rules = builtin();
        let _ = Profile::from_answers(&rules, &bytes);
        let mut rows = vec![vec!["参数".to_owned(), "答复".to_owned()]];
        for (parameter, cell) in rules.parameters().zip(&cells) {
            rows.push(vec![parameter.name.to_string(), cell.clone()]);
        }
        match Profile::from_answers(&rules, &sheet(&rows, b',')) {
            Ok(profile) => {
                let town = rules.with(&profile).unwrap();
                for (parameter, cell) in town.parameters().zip(&cells) {
                    prop_assert_eq!(parameter.value.is_some(), !cell.trim().is_empty(), "{}", &parameter.name);
                }
            }
            Err(errors) => prop_assert!(!errors.0.is_empty()),
        }
    }
}

#[test]
fn a_period_is_shown_as_it_is_read() {
    for period in [Period::Days(1), Period::Days(30), Period::Months(6), Period::Years(1)] {
        let rules = builtin();
        let sheet = format!("参数,答复\npromptly-days,{}\n", period.in_words(Lang::Zh));
        let town = rules.with(&answered(&rules, &sheet).unwrap()).unwrap();
        assert_eq!(value(&town, "promptly-days"), Some(period.to_string().into()));
    }
}

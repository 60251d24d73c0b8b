//! 接口 — one call for hosts of any language: bytes in, bytes out. The request is JSON with tables (or a register), a
//! profile, a day and questions; the reply is JSON with answers, problems and errors. Never a panic, same bytes for same
//! bytes.
//!
//! ```
//! let request = r#"{
//!   "version": 1, "lang": "zh", "day": "2026-03-01",
//!   "tables": [{ "name": "干部花名册", "csv": "姓名,经济社,村社区,职务\n张三,河清三社,河清社区,理事\n" }],
//!   "questions": [{ "ask": "summary" }]
//! }"#;
//! let reply = grassroots::wire::answer(request.as_bytes());
//! let reply: serde_json::Value = serde_json::from_slice(&reply)?;
//! assert_eq!(reply["version"], 1);
//! # Ok::<(), serde_json::Error>(())
//! ```

mod levels;
mod reply;
mod request;

pub use request::{Ask, Request, TableIn};

/// The version of the wire: requests of another are refused.
pub const VERSION: u32 = 1;

/// The largest request that is read, in bytes.
pub const REQUEST_BYTES_MAX: usize = 256 * 1024 * 1024;

/// Answers a request.
///
/// The reply is always a JSON object: `{"version": 1, "answers": […], "problems": […]}`, or with `"errors"` in place of
/// `"answers"` when the questions could not be put at all.
pub fn answer(request: &[u8]) -> Vec<u8> {
    let reply = match request::read(request) {
        Ok(request) => reply::of(&request),
        Err(errors) => reply::refused(&errors),
    };
    // Maps with text keys and plain values always have a JSON form; the literal only stands for the impossible.
    serde_json::to_vec(&reply).unwrap_or_else(|_| br#"{"version":1,"errors":["internal"]}"#.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn ask(request: &str) -> Value {
        serde_json::from_slice(&answer(request.as_bytes())).unwrap()
    }

    #[test]
    fn what_is_no_request_is_refused_with_its_place() {
        for (request, says) in [
            ("", "EOF"),
            ("[1, \"zh\"]", "named fields"),
            (r#"{"version":1,"day":"2026-03-01","questions":[],"colour":1}"#, "colour"),
            (r#"{"version":2,"day":"2026-03-01","questions":[]}"#, "version"),
            (r#"{"version":1,"day":"2026-3-1","questions":[]}"#, "2026-3-1"),
            (r#"{"version":1,"day":"2026-03-01","questions":[["summary"]]}"#, "named fields"),
            ("\u{feff}{}", "line 1"),
        ] {
            let reply = ask(request);
            let errors = reply["errors"].to_string();
            assert!(errors.contains(says), "{request}: {errors}");
            assert_eq!(reply["version"], 1);
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        let reply: Value = serde_json::from_slice(&answer(&[0xff, 0xfe, 0x00, 0x7b])).unwrap();
        assert!(reply["errors"].is_array());
    }

    #[test]
    fn an_unknown_person_is_an_error_of_that_question_alone() {
        let reply = ask(r#"{"version":1,"day":"2026-03-01","register":{"units":[{"id":"C","kind":"cooperative"}]},
                "questions":[{"ask":"eligibility","person":"P","post":"C/理事"},{"ask":"summary"}]}"#);
        assert!(reply["answers"][0]["error"].as_str().unwrap().contains("`P`"), "{reply}");
        assert!(reply["answers"][1]["summary"].is_string(), "{reply}");
    }

    #[test]
    fn one_provision_is_asked_about_one_subject() {
        let about = |provision: &str, subject: &str| {
            let reply = ask(&format!(
                r#"{{"version":1,"lang":"en","day":"2026-03-01",
                    "register":{{"units":[{{"id":"V","kind":"village"}}],
                                 "bodies":[{{"unit":"V","kind":"village-committee","seats":8}}]}},
                    "questions":[{{"ask":"answer","provision":"{provision}","subject":"{subject}"}}]}}"#
            ));
            reply["answers"][0].clone()
        };
        let found = about("organization.village-committee-size", "V/village-committee");
        assert_eq!(found["lines"][0]["possible"], serde_json::json!(["breached"]), "{found}");
        assert_eq!(found["lines"][0]["citations"][0]["article"], "8(1)", "{found}");
        for (provision, subject, says) in [
            ("organization.village-committee-size", "W/village-committee", "`W/village-committee`"),
            ("organization.village-committee-sighs", "V/village-committee", "no provision"),
            ("size", "V/village-committee", "no provision `size`"),
        ] {
            let found = about(provision, subject);
            assert!(found["error"].as_str().unwrap().contains(says), "{found}");
        }
    }

    #[test]
    fn a_broken_profile_is_refused_with_file_line_and_column() {
        let reply = ask(r#"{"version":1,"day":"2026-03-01","profile":"[set]\nno-such-thing = 1\n","questions":[]}"#);
        assert!(reply["errors"][0].as_str().unwrap().starts_with("profile.toml:2:1:"), "{reply}");
    }

    #[test]
    fn a_questionnaire_goes_out_and_comes_back_filled_in() {
        let request = |lang: &str, answers: &str| {
            let answers = Value::String(answers.to_owned());
            ask(&format!(
                r#"{{"version":1,"lang":"{lang}","day":"2026-03-01","jiujiang":true,"questionnaire":{answers},
                    "questions":[{{"ask":"questions"}},{{"ask":"catalog"}}]}}"#
            ))
        };
        let empty = request("zh", "参数,答复\n");
        let table = empty["answers"][0]["csv"].as_str().unwrap().to_owned();
        let open = "promptly-days,";
        assert!(table.contains(open) && !empty["answers"][1]["text"].as_str().unwrap().contains("| 45日 |"), "{empty}");
        let filled = request("zh", "参数,答复\npromptly-days,45日\n");
        assert!(!filled["answers"][0]["csv"].as_str().unwrap().contains(open), "{filled}");
        assert!(filled["answers"][1]["text"].as_str().unwrap().contains("| 45日 |"), "{filled}");
        assert_eq!(request("zh", &table)["answers"], empty["answers"], "the table as it went out answers nothing");
        let wrong = request("en", "parameter,answer\npromptly-days,soon\nkin-set,cousins\n");
        assert_eq!(wrong["errors"].as_array().unwrap().len(), 2, "{wrong}");
        assert!(wrong["errors"][0].as_str().unwrap().starts_with("questions.csv, row 2, answer `soon`"), "{wrong}");
    }

    #[test]
    fn the_same_bytes_give_the_same_bytes() {
        let request = br#"{"version":1,"day":"2026-03-01","questions":[{"ask":"questions"},{"ask":"report"}]}"#;
        assert_eq!(answer(request), answer(request));
    }
}

//! What a host is told.

use super::VERSION;
use super::request::{Ask, Request};
use crate::facts::{LoadOptions, Loaded, Problem, Register};
use crate::report::Style;
use crate::review::{Review, Severity};
use crate::rulebook::{Profile, ProvisionId, Rulebook};
use serde_json::{Value, json};

pub(super) fn refused(errors: &[String]) -> Value {
    json!({ "version": VERSION, "errors": errors })
}

pub(super) fn of(request: &Request) -> Value {
    let rules = match rules(request) {
        Ok(rules) => rules,
        Err(errors) => return refused(&errors),
    };
    let loaded = load(request, &rules);
    let problems: Vec<Value> = loaded.problems().iter().map(|problem| shown(problem, request)).collect();
    if request.strict && !loaded.problems().iter().all(Problem::is_note) {
        let errors = loaded.problems().iter().map(|problem| problem.in_words(request.lang)).collect::<Vec<_>>();
        return json!({ "version": VERSION, "errors": errors, "problems": problems });
    }
    let review = match rules.review(&loaded.register, request.day) {
        Ok(review) => review,
        Err(error) => return refused(&[error.to_string()]),
    };
    let answers: Vec<Value> = request.questions.iter().map(|ask| answer(ask, &review, request)).collect();
    json!({ "version": VERSION, "problems": problems, "answers": answers })
}

fn rules(request: &Request) -> Result<Rulebook, Vec<String>> {
    let lines =
        |errors: crate::rulebook::RulebookErrors| -> Vec<String> { errors.0.iter().map(ToString::to_string).collect() };
    let mut rules = Rulebook::builtin().map_err(lines)?;
    if request.jiujiang {
        rules = rules.with(&Profile::jiujiang().map_err(lines)?).map_err(lines)?;
    }
    if let Some(text) = &request.profile {
        rules = rules.with(&Profile::toml(text).map_err(lines)?).map_err(lines)?;
    }
    if let Some(text) = &request.questionnaire {
        let answers = Profile::from_answers(&rules, text.as_bytes())
            .map_err(|errors| errors.0.iter().map(|problem| problem.in_words(request.lang)).collect::<Vec<String>>())?;
        rules = rules.with(&answers).map_err(lines)?;
    }
    Ok(rules)
}

fn load(request: &Request, rules: &Rulebook) -> Loaded {
    let options = LoadOptions {
        vocabulary: rules.vocabulary().clone(),
        assume_current: request.assume_current,
        ..LoadOptions::default()
    };
    let tables: Vec<_> = request.tables.iter().map(super::TableIn::table).collect();
    if tables.is_empty() {
        return Register::build(request.facts());
    }
    Register::load_beside(request.facts(), &tables, &options)
}

fn shown(problem: &Problem, request: &Request) -> Value {
    let mut value = serde_json::to_value(problem).unwrap_or(Value::Null);
    if let Some(object) = value.as_object_mut() {
        object.insert("words".to_owned(), Value::String(problem.in_words(request.lang)));
    }
    value
}

fn answer(ask: &Ask, review: &Review<'_>, request: &Request) -> Value {
    let style = Style::new(request.lang);
    match ask {
        Ask::Summary {} => json!({ "ask": "summary", "summary": review.summary(request.lang) }),
        Ask::Report {} => {
            let report = review.report(&style).to_json();
            json!({ "ask": "report", "report": serde_json::from_str::<Value>(&report).unwrap_or(Value::Null) })
        }
        Ask::ReportText { markdown } => {
            let report = review.report(&style);
            let text = if *markdown { report.to_markdown() } else { report.to_text() };
            json!({ "ask": "report-text", "text": text })
        }
        Ask::Answer { provision, subject } => {
            one(provision, subject, review, &style).unwrap_or_else(|error| json!({ "ask": "answer", "error": error }))
        }
        Ask::Eligibility { person, post } => eligibility(person, post, review, &style),
        Ask::Timeline { person, post, from, until } => timeline((person, post), (*from, *until), review),
        Ask::Missing {} => {
            let gaps: Vec<Value> = review
                .missing()
                .iter()
                .map(|gap| {
                    let words = gap.missing.in_words(review.register(), review.rules(), &style);
                    json!({ "missing": words, "settles": gap.settles, "helps": gap.helps })
                })
                .collect();
            json!({ "ask": "missing", "missing": gaps })
        }
        Ask::Questions {} => json!({ "ask": "questions", "csv": review.rules().questions_csv(request.lang) }),
        Ask::Compare {} => super::levels::compare(review, request.profile.as_deref(), request.lang),
        Ask::Catalog {} => json!({ "ask": "catalog", "text": review.rules().catalog(request.lang) }),
        Ask::Register {} => {
            let facts = serde_json::to_value(review.register().facts()).unwrap_or(Value::Null);
            json!({ "ask": "register", "register": facts })
        }
    }
}

fn severity(severity: Severity) -> Value {
    serde_json::to_value(severity).unwrap_or(Value::Null)
}

fn one(provision: &str, subject: &str, review: &Review<'_>, style: &Style<'_>) -> Result<Value, String> {
    let unknown = || format!("there is no provision `{provision}`");
    let id = ProvisionId::new(provision).map_err(|_| unknown())?;
    review.rules().provision(&id).ok_or_else(unknown)?;
    let found = review.subjects(&id).into_iter().find(|one| one.key(review.register()) == subject);
    let answer = found.and_then(|found| review.ask(&id, &found));
    let answer = answer.ok_or_else(|| format!("provision `{provision}` does not speak of a subject `{subject}`"))?;
    let lines: Vec<Value> = answer
        .lines
        .iter()
        .map(|line| {
            let missing: Vec<String> =
                line.missing.iter().map(|one| one.in_words(review.register(), review.rules(), style)).collect();
            json!({
                "level": line.level,
                "modality": line.modality,
                "possible": line.possible,
                "severity": severity(line.severity()),
                "citations": line.citations(review, style),
                "missing": missing,
            })
        })
        .collect();
    Ok(json!({
        "ask": "answer",
        "provision": id,
        "subject": subject,
        "severity": severity(answer.severity()),
        "lines": lines,
        "sentence": answer.sentence(review, style),
    }))
}

fn eligibility(person: &str, post: &str, review: &Review<'_>, style: &Style<'_>) -> Value {
    match review.eligibility(person, post) {
        Err(error) => json!({ "ask": "eligibility", "error": error.to_string() }),
        Ok(found) => {
            let answers: Vec<Value> = found
                .answers
                .iter()
                .map(|answer| {
                    let possible: Vec<Value> = answer
                        .lines
                        .iter()
                        .map(
                            |line| json!({ "level": line.level, "possible": line.possible, "modality": line.modality }),
                        )
                        .collect();
                    json!({
                        "provision": answer.provision.id,
                        "severity": severity(answer.severity()),
                        "lines": possible,
                        "sentence": answer.sentence(review, style),
                    })
                })
                .collect();
            let missing: Vec<String> = found
                .missing()
                .into_iter()
                .map(|missing| missing.in_words(review.register(), review.rules(), style))
                .collect();
            json!({
                "ask": "eligibility",
                "severity": severity(found.severity()),
                "words": found.in_words(review, style),
                "answers": answers,
                "missing": missing,
            })
        }
    }
}

fn timeline(
    (person, post): (&str, &str),
    (from, until): (chrono::NaiveDate, chrono::NaiveDate),
    review: &Review<'_>,
) -> Value {
    let bounds = crate::vocab::MIN_DAY..=crate::vocab::MAX_DAY;
    if !(bounds.contains(&from) && bounds.contains(&until)) {
        return json!({ "ask": "timeline", "error": "the days are outside the calendar" });
    }
    match review.eligibility(person, post) {
        Err(error) => json!({ "ask": "timeline", "error": error.to_string() }),
        Ok(found) => {
            let line = review.eligibility_timeline(&found, from, until);
            let causes = review.causes(&found, &line);
            let stretches: Vec<Value> = line
                .stretches
                .iter()
                .zip(causes)
                .map(|(stretch, causes)| {
                    let causes: Vec<&str> = causes.iter().map(|answer| answer.provision.id.as_str()).collect();
                    json!({
                        "from": stretch.from.to_string(),
                        "until": stretch.until.to_string(),
                        "severity": severity(stretch.answer),
                        "causes": causes,
                    })
                })
                .collect();
            json!({ "ask": "timeline", "stretches": stretches })
        }
    }
}

//! The levels compared, for a host: the profile and the charters of the register against what stands above them.

use crate::compare::{Comparison, Direction, Finding};
use crate::review::Review;
use crate::rulebook::{Profile, SettingFault};
use crate::vocab::Lang;
use serde_json::{Value, json};

pub(super) fn compare(review: &Review<'_>, profile: Option<&str>, lang: Lang) -> Value {
    let rules = review.rules().compare();
    // INVARIANT: a review exists only on a day inside the calendar.
    let charters = review.rules().compare_charters(review.register(), review.day());
    let mut findings: Vec<Value> = rules.findings().map(|finding| shown(&rules, &finding, lang)).collect();
    if let Ok(charters) = &charters {
        findings.extend(charters.findings().map(|finding| shown(charters, &finding, lang)));
    }
    let settings = rules.settings.iter().map(|(setting, fault)| {
        let fault_key = match fault {
            SettingFault::OutOfRange => "out-of-range",
            SettingFault::NotTheirs => "not-theirs",
        };
        let words = rules.setting_in_words(setting, *fault, lang);
        json!({ "parameter": setting.name.as_str(), "fault": fault_key, "words": words })
    });
    // INVARIANT: the rules of the review hold the profile, so it reads.
    let overreaches = profile.and_then(|text| Profile::toml(text).ok()).map(|profile| profile.overreaching());
    let overreaches = overreaches.unwrap_or_default();
    let overreaches = overreaches.iter().map(|one| {
        let words = rules.overreach_in_words(one, lang);
        json!({ "provision": one.provision, "level": one.level, "by": one.by, "words": words })
    });
    json!({
        "ask": "compare",
        "findings": findings,
        "settings": settings.collect::<Vec<Value>>(),
        "overreaches": overreaches.collect::<Vec<Value>>(),
    })
}

fn shown(comparison: &Comparison, finding: &Finding<'_>, lang: Lang) -> Value {
    let example = finding.counterexample;
    let mut value = json!({
        "direction": match finding.direction {
            Direction::Loosened => "loosened",
            Direction::Tightened => "tightened",
        },
        "provision": finding.provision,
        "against": finding.against,
        "higher": { "level": finding.higher.level, "source": finding.higher.source },
        "lower": { "level": finding.lower.level, "source": finding.lower.source },
        "subject": example.subject.key(&example.register),
        "day": example.day.to_string(),
        "register": example.register.facts(),
        "words": comparison.in_words(finding, lang),
    });
    if let (Some(clause), Some(object)) = (finding.clause, value.as_object_mut()) {
        let clause = json!({ "key": clause.key, "value": clause.value, "units": clause.units });
        object.insert("clause".to_owned(), clause);
    }
    value
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    #[test]
    fn a_host_asks_what_a_profile_and_the_charters_do_to_the_law() {
        let profile = "[[instrument]]\nkey = \"T\"\ntitle = { zh = \"镇\", en = \"town\" }\n[set]\nremoval-2024-period = \"3 years\"\n\
                       [[edition]]\nof = \"organization.village-committee-size\"\nin_force = { from = \"2026-03-01\" }\nlevel = \"town\"\n\
                       source = { instrument = \"T\", confidence = \"verified\" }\nmodality = \"must\"\nnorm = { size = { of = \"seats\", max = 9 } }\n";
        let request = serde_json::json!({
            "version": 1, "lang": "en", "day": "2026-03-01", "profile": profile,
            "register": {
                "units": [{ "id": "C", "kind": "cooperative" }],
                "clauses": [{ "unit": "C", "key": "board-term", "value": "6 years", "span": crate::vocab::FactSpan::default() }],
            },
            "questions": [{ "ask": "compare" }],
        });
        let reply: Value = serde_json::from_slice(&crate::wire::answer(request.to_string().as_bytes())).unwrap();
        let answer = &reply["answers"][0];
        let of = |id: &str| {
            let findings = answer["findings"].as_array().unwrap_or_else(|| panic!("{reply}"));
            findings.iter().find(|finding| finding["provision"] == id).cloned().unwrap_or_else(|| panic!("{reply}"))
        };
        let size = of("organization.village-committee-size");
        assert_eq!((&size["direction"], &size["lower"]["level"]), (&"loosened".into(), &"town".into()));
        assert!(size["words"].as_str().unwrap().starts_with("loosened: Size of the villagers' committee"));
        assert!(crate::facts::Facts::from_json(size["register"].to_string().as_bytes()).is_ok());
        assert_eq!(of("organization.board-term")["clause"]["units"][0], "C");
        assert_eq!(answer["settings"][0]["fault"], "not-theirs");
        assert_eq!(answer["overreaches"], serde_json::json!([]));
    }
}

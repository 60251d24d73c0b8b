//! A small register and a few rules, for the tests of this layer.

use super::Style;
use crate::check::Subject;
use crate::facts::{
    Act, Assumption, Count, Coverage, Extent, Facts, Holding, KinTie, Person, Quantity, Register, Source, Unit,
};
use crate::review::Review;
use crate::rulebook::{ProvisionId, Rulebook};
use crate::vocab::{
    ActId, Base, CaseId, FactSpan, Key, Lang, List, PartialDate, PersonId, PostKind, Relation, SpanEnd, UnitId,
    UnitKind, parse_day,
};
use chrono::NaiveDate;

/// A person's resident id that serves as the id.
pub(super) const RESIDENT: &str = "11010519491231002X";

const RULES: &str = r#"
[[instrument]]
key = "LRCEO"
title = { zh = "农村集体经济组织法", en = "Rural Collective Economic Organizations Law" }

[[instrument]]
key = "GDC"
title = { zh = "广东省农村集体经济组织管理规定", en = "Guangdong Provisions on Rural Collectives" }

[[parameter]]
name = "notice-day-count"
title = { zh = "会议通知天数的算法", en = "how the days of notice are counted" }
question = { zh = "通知后第10日可否开会？", en = "May the meeting be held on the tenth day?" }
set_by = ["province", "town"]
readings = [
  { value = "clear", title = { zh = "最早第11日", en = "on the eleventh at the earliest" } },
  { value = "inclusive", title = { zh = "第10日可以", en = "on the tenth" } },
]

[[parameter]]
name = "kin-set"
title = { zh = "理事会近亲属的范围", en = "circle of kin for the board" }
question = { zh = "“近亲属”按哪个范围？", en = "Which circle?" }
set_by = ["province", "town", "charter"]
default = "near-relatives"

[[provision]]
id = "organization.board-kin"
title = { zh = "近亲属回避", en = "No near relatives on one board" }
applies_to = { pair = { of = ["director"], from = ["director"], inside = "unit" } }
judged_on = "review-day"
[[provision.edition]]
in_force = { from = "2025-05-01" }
level = "national-law"
source = { instrument = "LRCEO", article = "29(1)", confidence = "verified" }
modality = "must"
norm = { separation = { circle = { param = "kin-set" } } }

[[provision]]
id = "selection.age"
title = { zh = "理事年龄", en = "Age of directors" }
applies_to = { seat = { posts = ["director"] } }
judged_on = "review-day"
[[provision.edition]]
in_force = { from = "2006-10" }
level = "province"
source = { instrument = "GDC", article = "18", confidence = "partial" }
modality = "normally"
norm = { eligibility = { all = [{ age = { min = 18, max = 45 } }, { not = { record = { of = ["party-warning"], look_back = { within = "1 year" } } } }] } }

[[provision]]
id = "deliberation.notice"
title = { zh = "会议通知", en = "Notice of the meeting" }
applies_to = { act = { stages = ["meet"] } }
judged_on = "act"
[[provision.edition]]
in_force = { from = "2025-05-01" }
level = "national-law"
source = { instrument = "LRCEO", article = "27(1)", confidence = "verified" }
modality = "must"
norm = { deadline = { act = "give-notice", side = "before", at_least = "10 days", count = { param = "notice-day-count" } } }

[[provision]]
id = "deliberation.quorum"
title = { zh = "理事会到会人数", en = "Attendance at the board" }
applies_to = { act = { stages = ["meet"] } }
judged_on = "act"
[[provision.edition]]
in_force = { from = "2025-05-01" }
level = "national-law"
source = { instrument = "LRCEO", article = "31(1)", confidence = "verified" }
modality = "must"
norm = { threshold = { count = "present", at_least = "2/3", of = "all-directors" } }

[[provision]]
id = "supervision.membership"
title = { zh = "成员任职", en = "Members in office" }
applies_to = { seat = { posts = ["director"] } }
judged_on = "review-day"
[[provision.edition]]
in_force = { from = "2025-05-01" }
level = "national-law"
source = { instrument = "LRCEO", article = "10-13", confidence = "verified" }
modality = "must"
norm = { eligibility = { member = "this-unit" } }
"#;

pub(super) fn day(text: &str) -> NaiveDate {
    parse_day(text).unwrap()
}

pub(super) fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

pub(super) fn key(text: &str) -> Key {
    Key::new(text).unwrap()
}

pub(super) fn span(from: &str, end: SpanEnd) -> FactSpan {
    FactSpan::new(Some(date(from)), end).unwrap()
}

pub(super) fn rules() -> Rulebook {
    Rulebook::from_toml(&[("rules.toml", RULES)]).unwrap()
}

pub(super) fn register() -> Register {
    let (village, social) = (UnitId::parse("V1").unwrap(), UnitId::parse("C1").unwrap());
    let mut facts = Facts::default();
    for (id, kind, name, parent) in [
        (&village, UnitKind::Village, "河清村", None),
        (&social, UnitKind::Cooperative, "河清三社", Some(village.clone())),
    ] {
        let mut unit = Unit::new(id.clone(), kind);
        unit.name = Some(name.to_owned());
        unit.parent = parent;
        facts.units.push(unit);
    }
    let people = [("P007", "1979-08", 4), ("P009", "1984-02-29", 5), ("P011", "", 6), (RESIDENT, "", 7)];
    for (id, birth, row) in people {
        let id = PersonId::parse(id).unwrap();
        let mut person = Person::new(id.clone());
        person.birth = birth.parse().ok();
        person.source = Some(Source::new("干部花名册", row));
        facts.persons.push(person);
        facts.holdings.push(Holding::new(id, social.clone(), PostKind::Director, span("2021-03", SpanEnd::Never)));
    }
    let (a, b) = (PersonId::parse("P007").unwrap(), PersonId::parse("P009").unwrap());
    let mut tie = KinTie::new(a, b, Relation::Sibling, FactSpan::default());
    tie.source = Some(Source::new("亲属申报", 2));
    facts.kin.push(tie);
    for (id, stage, on) in [("A1", "give-notice", "2026-01-24"), ("A2", "meet", "2026-02-03")] {
        let mut act = Act::new(ActId::parse(id).unwrap(), CaseId::parse("C12").unwrap(), social.clone(), key(stage));
        act.day = Some(date(on));
        if stage == "meet" {
            act.counts = vec![Count::new(Quantity::Present, 2), Count::of_base(Base::AllDirectors, 4)];
        }
        facts.acts.push(act);
    }
    for list in [List::Roster, List::Acts, List::PartySanctions] {
        facts.coverage.push(Coverage::new(list, Extent::All, day("2026-03-01")));
    }
    let mut assumption = Assumption::new("干部花名册".to_owned());
    assumption.seen = Some(day("2025-12-31"));
    assumption.carried_to = Some(day("2026-03-01"));
    facts.assumptions.push(assumption);
    Register::build(facts).register
}

/// The persons as a town names them.
pub(super) fn named(person: &Person) -> String {
    if person.id.as_str() == "P007" { "张三（P007）".to_owned() } else { person.id.to_string() }
}

/// Runs a test with the review of the fixture.
pub(super) fn with_review(test: impl FnOnce(&Review<'_>)) {
    let (rules, register) = (rules(), register());
    test(&rules.review(&register, day("2026-03-01")).unwrap());
}

pub(super) fn both() -> [Style<'static>; 2] {
    [Style::new(Lang::Zh), Style::new(Lang::En)]
}

/// The answers of the fixture, one for every subject of every provision.
pub(super) fn answers<'r>(review: &Review<'r>) -> Vec<crate::review::Answer<'r>> {
    let ids: Vec<ProvisionId> = review.rules().provisions().map(|provision| provision.id.clone()).collect();
    let all = ids.iter().flat_map(|id| review.subjects(id).into_iter().map(move |subject| (id, subject)));
    all.map(|(id, subject): (&ProvisionId, Subject)| review.ask(id, &subject).unwrap()).collect()
}

/// Fails on blank text, on what a report never says, and on names that only programmers use.
pub(super) fn assert_plain(text: &str, lang: Lang) {
    assert!(!text.trim().is_empty());
    for word in ["违法", "无效", "illegal", "void", "unlawful", "None", "Some(", "Idx", "::", "{", "}", RESIDENT] {
        assert!(!text.contains(word), "`{word}` in: {text}");
    }
    if lang == Lang::Zh {
        assert!(!text.contains(", ") && !text.contains("; "), "half-width marks in: {text}");
    }
}

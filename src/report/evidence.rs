//! 人员方面的事实 — each comparison about a person as a short clause: what was found and what is asked.

use super::words::{Words, say, titles};
use crate::check::{Evidence, PartyStanding};
use crate::facts::PersonIdx;
use crate::vocab::{FactSpan, Grade, Lang, Schooling, Truth};

impl Words<'_> {
    /// One comparison in words, with what came out of it: the same fact reads differently when it holds, when it does
    /// not, and when that is open.
    pub(super) fn evidence(&self, evidence: &Evidence, truth: Truth) -> String {
        match evidence {
            Evidence::Age { person, born, on, min, max } => self.age(*person, *born, *on, *min, *max),
            Evidence::Sex { person, found, needed } => {
                let found = found.map(|sex| sex.title(self.lang).to_owned());
                self.found_and_needed(*person, ("性别", "sex"), found, Some(needed.title(self.lang).to_owned()))
            }
            Evidence::Party { person, found, needed, .. } => {
                let found = found.map(|standing| standing_words(self.lang, standing));
                let needed = standing_words(self.lang, *needed);
                self.found_and_needed(*person, ("政治面貌", "standing in the Party"), found, Some(needed))
            }
            Evidence::Seniority { person, full_from, needed, on } => self.seniority(*person, *full_from, *needed, *on),
            Evidence::Member { person, unit, span, on } => {
                self.belongs(*person, *unit, ("成员", "member"), *span, *on, truth)
            }
            Evidence::Household { person, unit, span, on } => {
                self.belongs(*person, *unit, ("户籍人口", "registered resident"), *span, *on, truth)
            }
            Evidence::Capacity { person, born, limited, on } => self.capacity(*person, *born, *limited, *on, truth),
            Evidence::Schooling { person, found, needed } => self.schooling(*person, *found, *needed),
            Evidence::Holds { person, posts, found, on } => self.holds(*person, posts, *found, *on, truth),
            Evidence::Record { person, of, look_back, found, on } => {
                self.record(*person, (of, look_back), *found, *on, truth)
            }
            Evidence::Kin { a, b, circle, path, .. } => self.kin(*a, *b, *circle, path.as_ref(), truth),
            Evidence::SamePerson { a, posts, .. } => self.same_person(*a, *posts),
            Evidence::BothPosts { posts, found, on, .. } => self.both_posts(*posts, *found, *on, truth),
            Evidence::Trained { person, hours, needed, since, on } => {
                self.trained(*person, *hours, *needed, (*since, *on))
            }
            Evidence::Appraised { person, grades, found } => self.appraised(*person, grades, *found),
            Evidence::Custom { person, column, found, needed } => {
                let column = self.term(crate::vocab::TermSet::Column, column);
                self.found_and_needed(*person, (&column, &column), found.clone(), Some(needed.clone()))
            }
            Evidence::Continued { person, post, found } => self.continued(*person, *post, *found),
            Evidence::Basis { person, post, found, needed } => {
                let post = post.title(self.lang);
                let name = (format!("任{post}的产生方式"), format!("way of becoming {post}"));
                let found = found.map(|basis| basis.title(self.lang).to_owned());
                self.found_and_needed(*person, (&name.0, &name.1), found, Some(titles!(self.lang, needed)))
            }
            Evidence::Sits { person, post, unit, span, on } => {
                self.holds(*person, &[*post], Some((*post, *unit, *span)), *on, truth)
            }
            Evidence::Enrolled { .. }
            | Evidence::Clause { .. }
            | Evidence::UnitIs { .. }
            | Evidence::Word { .. }
            | Evidence::Items { .. }
            | Evidence::Done { .. }
            | Evidence::Number { .. }
            | Evidence::Share { .. }
            | Evidence::Term { .. }
            | Evidence::Shown { .. }
            | Evidence::Order { .. }
            | Evidence::By { .. }
            | Evidence::Times { .. }
            | Evidence::Linked { .. }
            | Evidence::Parameter { .. }
            | Evidence::NoEdition { .. } => self.happening(evidence, truth),
        }
    }

    fn schooling(&self, person: PersonIdx, found: Option<Schooling>, needed: Option<Schooling>) -> String {
        let found = found.map(|schooling| schooling.title(self.lang).to_owned());
        let needed = needed.map(|schooling| {
            let title = schooling.title(self.lang);
            say!(self.lang, format!("{title}以上"), format!("{title} or higher"))
        });
        self.found_and_needed(person, ("学历", "schooling"), found, needed)
    }

    fn appraised(&self, person: PersonIdx, grades: &[Grade], found: Option<(i32, Grade)>) -> String {
        let found = found.map(|(year, grade)| {
            let grade = grade.title(self.lang);
            say!(self.lang, format!("{year}年度{grade}"), format!("{grade} for {year}"))
        });
        let needed = titles!(self.lang, grades);
        self.found_and_needed(person, ("考核等次", "grade of the last appraisal"), found, Some(needed))
    }

    /// P007的性别为女；要求男.
    pub(super) fn found_and_needed(
        &self,
        person: PersonIdx,
        (zh, en): (&str, &str),
        found: Option<String>,
        needed: Option<String>,
    ) -> String {
        let (lang, person) = (self.lang, self.person(person));
        let said = match found {
            Some(found) => say!(lang, format!("{person}的{zh}为{found}"), format!("{en} of {person}: {found}")),
            None => say!(lang, format!("{person}的{zh}未登记"), format!("{en} of {person} is not recorded")),
        };
        match needed {
            Some(needed) => say!(lang, format!("{said}；要求{needed}"), format!("{said}; asked: {needed}")),
            None => say!(lang, format!("{said}；要求未定"), format!("{said}; what is asked is not set")),
        }
    }

    /// The clause with the recorded span in parentheses.
    pub(super) fn with_span(&self, said: String, span: Option<FactSpan>) -> String {
        match span {
            Some(span) => {
                let span = self.span(span);
                say!(self.lang, format!("{said}（{span}）"), format!("{said} ({span})"))
            }
            None => said,
        }
    }

}

fn standing_words(lang: Lang, standing: PartyStanding) -> String {
    match standing {
        PartyStanding::None => say!(lang, "非中共党员", "no Party member"),
        PartyStanding::Probationary => say!(lang, "中共预备党员", "probationary Party member"),
        PartyStanding::Full => say!(lang, "中共正式党员", "full Party member"),
        PartyStanding::Any => say!(lang, "中共党员（含预备党员）", "Party member, probationary ones included"),
    }
}


#[cfg(test)]
mod tests {
    use super::super::Style;
    use super::super::fixture::{self, assert_plain, date, day, key, span};
    use super::*;
    use crate::check::{Counted, Happening, LookBack, Moment, Range, Stop, Value};
    use crate::facts::kin::Affinity;
    use crate::facts::{CaseIdx, PersonIdx, Quantity, UnitIdx};
    use crate::vocab::{
        Base, Basis, BodyKind, Circle, Cycle, LinkKind, Period, PostKind, RecordKind, Sex, ShareTest, SpanEnd, TermSet,
        UnitKind, Window,
    };

    const P: PersonIdx = PersonIdx(1);
    const Q: PersonIdx = PersonIdx(2);
    const U: UnitIdx = UnitIdx(0);
    const C: CaseIdx = CaseIdx(0);

    fn stop(stage: &str, on: &str) -> Stop {
        let day = date(on).window();
        Stop { stage: Some(key(stage)), moment: None, day: Some(day) }
    }

    fn of_persons() -> Vec<Evidence> {
        let (on, held) = (day("2026-03-01"), span("2021-03", SpanEnd::SeenRunning(day("2025-12-31"))));
        let ended = Some(span("2021", SpanEnd::Ended(date("2024-05"))));
        let born = Some(date("1979-08"));
        let (full, year) = (Some(date("2010-07-01")), Some(Period::Years(3)));
        let warned = Some((RecordKind::PartyWarning, Some(date("2025-06-01")), None));
        let kinds = vec![RecordKind::PartyWarning, RecordKind::Demerit];
        let path = fixture::register().kin().between(P, Q, Circle::NearRelatives, Affinity::Wide, on, on).path;
        let within = LookBack::Within(Value::Literal(Period::Years(1)));
        vec![
            Evidence::Age { person: P, born, on, min: Some(18), max: None },
            Evidence::Age { person: P, born: None, on, min: Some(18), max: Some(60) },
            Evidence::Age { person: P, born, on, min: None, max: None },
            Evidence::Sex { person: P, found: Some(Sex::Male), needed: Sex::Female },
            Evidence::Party { person: P, found: None, needed: PartyStanding::Full, on },
            Evidence::Party { person: P, found: Some(PartyStanding::None), needed: PartyStanding::Any, on },
            Evidence::Seniority { person: P, full_from: full, needed: year, on },
            Evidence::Seniority { person: P, full_from: None, needed: None, on },
            Evidence::Member { person: P, unit: U, span: ended, on },
            Evidence::Household { person: P, unit: U, span: None, on },
            Evidence::Capacity { person: P, born, limited: ended, on },
            Evidence::Schooling { person: P, found: None, needed: Some(Schooling::College) },
            Evidence::Holds { person: P, posts: vec![PostKind::Chair], found: Some((PostKind::Chair, U, held)), on },
            Evidence::Record { person: P, of: kinds.clone(), look_back: within.clone(), found: warned, on },
            Evidence::Record { person: P, of: kinds, look_back: LookBack::ForLife, found: None, on },
            Evidence::Kin { a: P, b: Q, circle: Circle::NearRelatives, path, on },
            Evidence::Kin { a: P, b: Q, circle: Circle::NearRelatives, path: None, on },
            Evidence::SamePerson { a: P, b: P, posts: (PostKind::Chair, PostKind::Supervisor) },
            Evidence::BothPosts { unit: U, posts: (PostKind::BranchSecretary, PostKind::Chair), found: Some(P), on },
            Evidence::Trained { person: P, hours: Range::at_least(8), needed: Some(32), since: day("2025-03-01"), on },
            Evidence::Appraised { person: P, grades: vec![Grade::Excellent, Grade::Competent], found: Some((2025, Grade::Competent)) },
            Evidence::Custom { person: P, column: key("village-hall"), found: None, needed: "是".to_owned() },
            Evidence::Continued { person: P, post: PostKind::Chair, found: None },
            Evidence::Basis { person: P, post: PostKind::Chair, found: Some(Basis::Appointed), needed: vec![Basis::Elected] },
            Evidence::Sits { person: P, post: PostKind::Chair, unit: U, span: held, on },
        ]
    }

    fn of_matters() -> Vec<Evidence> {
        let on = day("2026-03-01");
        let directors = Counted::Holders(vec![PostKind::Chair, PostKind::Director]);
        let two_thirds = Some(ShareTest::AtLeast("2/3".parse().unwrap()));
        let quarter = (day("2025-10-01"), day("2025-12-31"));
        let kinds = vec![UnitKind::PartyBranch];
        let (seats, present) = (Counted::Seats(BodyKind::Board), Counted::Of(Quantity::Present));
        let taking = Stop { stage: None, moment: Some(Moment::Appointment), day: None };
        let trained = Stop { stage: None, moment: None, day: None };
        let meet = || key("meet");
        let times = |of: Happening, found: Range, needed: Option<u32>| Evidence::Times {
            of,
            cycle: Cycle::Quarter,
            first: quarter.0,
            last: quarter.1,
            found,
            needed,
        };
        let period = Some(Period::Days(10));
        let three = Range { low: 2, high: Some(4) };
        vec![
            Evidence::Enrolled { person: P, program: key("unified-management"), span: None, on },
            Evidence::Clause { unit: U, key: key("board-size"), found: Some("5".to_owned()) },
            Evidence::Clause { unit: U, key: key("board-size"), found: None },
            Evidence::UnitIs { unit: U, found: UnitKind::Cooperative, needed: vec![UnitKind::Village] },
            Evidence::Word { set: TermSet::Actor, case: C, stage: meet(), found: None, needed: vec![key("board")], refused: true },
            Evidence::Word { set: TermSet::Actor, case: C, stage: meet(), found: Some(key("board")), needed: vec![key("member-assembly")], refused: false },
            Evidence::Items { case: C, stage: meet(), found: vec![key("time")], needed: vec![key("minutes"), key("time")] },
            Evidence::Done { stage: key("enroll"), day: Some(date("2026-01")), found: true },
            Evidence::Number { unit: U, of: seats.clone(), found: Range::exact(8), min: Some(3), max: Some(7), odd: true },
            Evidence::Number { unit: U, of: Counted::PostsOfOne(vec![PostKind::Chair]), found: three, min: None, max: Some(1), odd: false },
            Evidence::Share { unit: U, of: present, found: Range::exact(4), base: Base::AllDirectors, all: Range::exact(7), test: two_thirds },
            Evidence::Share { unit: U, of: directors, found: Range::at_least(1), base: Base::AllDirectors, all: Range::at_least(0), test: None },
            Evidence::Term { from: Some(date("2021-03").window()), length: Some(Period::Years(5)), on, grace: true },
            Evidence::Term { from: None, length: None, on, grace: false },
            Evidence::Shown { stage: key("publish-finance"), from: Some(date("2026-02-01")), through: None, at_least: Some(Period::Days(7)), on },
            Evidence::Order { first: stop("give-notice", "2026-01-24"), then: stop("meet", "2026-02-03"), at_least: period, at_most: None, strict: false, clear: Some(true) },
            Evidence::Order { first: stop("recommend", "2026-01"), then: stop("decide", "2026-02-03"), at_least: None, at_most: None, strict: false, clear: None },
            Evidence::Order { first: taking, then: trained, at_least: None, at_most: period, strict: false, clear: None },
            Evidence::By { stop: stop("fix-post", "2026-02-03"), no_later: Some(on), no_earlier: Some(quarter.0) },
            times(Happening::Stage(key("publish-finance")), Range::exact(0), Some(1)),
            times(Happening::TrainingHours, Range::at_least(8), Some(32)),
            times(Happening::Trainings, three, None),
            times(Happening::Appraisals, Range::exact(1), Some(1)),
            Evidence::Linked { unit: U, kind: Some(LinkKind::Serves), with: kinds.clone(), found: Range::exact(0), min: Some(1), max: None, on },
            Evidence::Linked { unit: U, kind: None, with: kinds, found: Range::exact(1), min: Some(1), max: Some(1), on },
            Evidence::Parameter { name: key("notice-day-count") },
            Evidence::NoEdition { day: on },
        ]
    }

    fn rendered(lang: Lang) -> String {
        let (rules, register) = (fixture::rules(), fixture::register());
        let style = Style::new(lang);
        let words = Words::new(&register, &rules, &style);
        let mut out = String::new();
        for evidence in of_persons().into_iter().chain(of_matters()) {
            let mut seen = std::collections::BTreeSet::new();
            for truth in [Truth::True, Truth::False, Truth::Unknown] {
                let said = words.evidence(&evidence, truth);
                assert_plain(&said, lang);
                if seen.insert(said.clone()) {
                    out.push_str(&said);
                    out.push('\n');
                }
            }
        }
        out
    }

    #[test]
    fn every_fact_is_said_in_chinese() {
        expect_test::expect![[""]].assert_eq(&rendered(Lang::Zh));
    }

    #[test]
    fn every_fact_is_said_in_english() {
        expect_test::expect![[""]].assert_eq(&rendered(Lang::En));
    }

    #[test]
    fn a_window_of_days_is_said_with_both_ends() {
        let (rules, register) = (fixture::rules(), fixture::register());
        let style = Style::new(Lang::Zh);
        let words = Words::new(&register, &rules, &style);
        let window = Window::new(day("2026-02-03"), day("2026-02-09")).unwrap();
        assert_eq!(words.window(window), "2026年2月3日至2026年2月9日之间");
        assert_eq!(words.window(Window::EVER), "日期未登记");
    }
}

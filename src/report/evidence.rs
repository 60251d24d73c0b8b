//! 人员方面的事实 — each comparison about a person as a short clause: what was found and what is asked.

use super::words::{Words, either, say};
use crate::check::{Evidence, PartyStanding};
use crate::facts::PersonIdx;
use crate::vocab::{FactSpan, Grade, Lang, Schooling, Truth};

impl Words<'_> {
    /// One comparison in words, with what came out of it: the same fact reads differently when it holds, when it does
    /// not, and when that is open.
    #[expect(clippy::too_many_lines, reason = "a line for every fact")]
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
            Evidence::Status { person, is, min, found, on } => self.status(*person, (is, *min), *found, *on, truth),
            Evidence::Affiliated { person, unit, found, on } => self.affiliated(*person, *unit, *found, *on, truth),
            Evidence::Remainder { person, post, ends, body_ends } => self.remainder(*person, *post, *ends, *body_ends),
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
                let name = (format!("“{post}”职务产生方式"), format!("way of becoming {post}"));
                let found = found.map(|basis| basis.title(self.lang).to_owned());
                let needed: Vec<&str> = needed.iter().map(|basis| basis.title(self.lang)).collect();
                let needed = either(self.lang, &needed);
                self.found_and_needed(*person, (&name.0, &name.1), found, Some(needed))
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
            | Evidence::Level { .. }
            | Evidence::Trait { .. }
            | Evidence::Named { .. }
            | Evidence::Formed { .. }
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
        let needed: Vec<&str> = grades.iter().map(|grade| grade.title(self.lang)).collect();
        let needed = either(self.lang, &needed);
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
            Some(needed) => say!(lang, format!("{said}；要求{needed}"), format!("{said}; required: {needed}")),
            None => say!(lang, format!("{said}；要求未定"), format!("{said}; what is required is not set")),
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
#[expect(clippy::too_many_lines, reason = "a table of every fact, and what is said of each")]
mod tests {
    use super::super::Style;
    use super::super::fixture::{self, assert_plain, date, day, key, span};
    use super::*;
    use crate::check::{Counted, Happening, LookBack, Moment, Range, Stop, Value};
    use crate::facts::kin::Affinity;
    use crate::facts::{CaseIdx, PersonIdx, Quantity, UnitIdx};
    use crate::vocab::{
        Base, Basis, BodyKind, Circle, Cycle, LinkKind, Period, PostKind, Rank, RecordKind, Sex, ShareTest, SpanEnd,
        StatusKind, TermSet, TraitKind, UnitKind, Window,
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
            Evidence::Status {
                person: P,
                is: vec![StatusKind::Residence, StatusKind::VillageWork],
                min: year,
                found: Some((StatusKind::Residence, held)),
                on,
            },
            Evidence::Status { person: P, is: vec![StatusKind::StationedStaff], min: None, found: None, on },
            Evidence::Affiliated { person: P, unit: U, found: Some(U), on },
            Evidence::Affiliated { person: P, unit: U, found: None, on },
            Evidence::Remainder {
                person: P,
                post: PostKind::CommitteeMember,
                ends: Some(date("2027-03-01")),
                body_ends: Some(date("2026-03-01").window()),
            },
            Evidence::Remainder { person: P, post: PostKind::CommitteeMember, ends: None, body_ends: None },
            Evidence::Schooling { person: P, found: None, needed: Some(Schooling::College) },
            Evidence::Holds { person: P, posts: vec![PostKind::Chair], found: Some((PostKind::Chair, U, held)), on },
            Evidence::Record { person: P, of: kinds.clone(), look_back: within.clone(), found: warned, on },
            Evidence::Record { person: P, of: kinds, look_back: LookBack::ForLife, found: None, on },
            Evidence::Kin { a: P, b: Q, circle: Circle::NearRelatives, path, on },
            Evidence::Kin { a: P, b: Q, circle: Circle::NearRelatives, path: None, on },
            Evidence::SamePerson { a: P, b: P, posts: (PostKind::Chair, PostKind::Supervisor) },
            Evidence::BothPosts { unit: U, posts: (PostKind::BranchSecretary, PostKind::Chair), found: Some(P), on },
            Evidence::Trained { person: P, hours: Range::at_least(8), needed: Some(32), since: day("2025-03-01"), on },
            Evidence::Appraised {
                person: P,
                grades: vec![Grade::Excellent, Grade::Competent],
                found: Some((2025, Grade::Competent)),
            },
            Evidence::Custom { person: P, column: key("village-hall"), found: None, needed: "是".to_owned() },
            Evidence::Continued { person: P, post: PostKind::Chair, found: None },
            Evidence::Basis {
                person: P,
                post: PostKind::Chair,
                found: Some(Basis::Appointed),
                needed: vec![Basis::Elected],
            },
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
            Evidence::Word {
                set: TermSet::Actor,
                case: C,
                stage: meet(),
                found: None,
                needed: vec![key("board")],
                refused: true,
            },
            Evidence::Word {
                set: TermSet::Actor,
                case: C,
                stage: meet(),
                found: Some(key("board")),
                needed: vec![key("member-assembly")],
                refused: false,
            },
            Evidence::Items {
                case: C,
                stage: meet(),
                found: vec![key("time")],
                needed: vec![key("minutes"), key("time")],
            },
            Evidence::Done { stage: key("enroll"), rank: None, day: Some(date("2026-01")), found: true },
            Evidence::Done { stage: key("enroll"), rank: Some(Rank::County), day: None, found: true },
            Evidence::Level { case: C, stage: meet(), found: Some(Rank::Town), needed: Rank::County },
            Evidence::Level { case: C, stage: meet(), found: None, needed: Rank::Town },
            Evidence::Trait { unit: U, kind: TraitKind::MultiEthnic, on },
            Evidence::Named {
                unit: U,
                found: Some("河清三社".to_owned()),
                words: vec!["集体经济组织".to_owned()],
                of_place: true,
                before: None,
            },
            Evidence::Named {
                unit: U,
                found: None,
                words: vec!["集体经济组织".to_owned()],
                of_place: false,
                before: None,
            },
            Evidence::Named {
                unit: U,
                found: Some("河清三社".to_owned()),
                words: Vec::new(),
                of_place: false,
                before: Some(on),
            },
            Evidence::Formed {
                unit: U,
                bodies: vec![BodyKind::Board],
                units: vec![UnitKind::PartyBranch],
                acting: true,
                on,
            },
            Evidence::Number {
                unit: U,
                of: Counted::Base(Base::Households),
                found: Range::exact(20),
                min: Some(30),
                max: None,
                odd: false,
            },
            Evidence::Number {
                unit: U,
                of: Counted::UnitsBelow(vec![UnitKind::Cooperative]),
                found: Range::exact(9),
                min: Some(10),
                max: Some(10),
                odd: false,
            },
            Evidence::Number {
                unit: U,
                of: Counted::UnitsServed(LinkKind::Serves),
                found: Range::exact(6),
                min: None,
                max: Some(5),
                odd: false,
            },
            Evidence::Number {
                unit: U,
                of: Counted::StatusesOfOne(StatusKind::VoterRegistered),
                found: Range::exact(2),
                min: None,
                max: Some(1),
                odd: false,
            },
            Evidence::Number {
                unit: U,
                of: seats.clone(),
                found: Range::exact(8),
                min: Some(3),
                max: Some(7),
                odd: true,
            },
            Evidence::Number {
                unit: U,
                of: Counted::PostsOfOne(vec![PostKind::Chair]),
                found: three,
                min: None,
                max: Some(1),
                odd: false,
            },
            Evidence::Share {
                unit: U,
                of: present,
                found: Range::exact(4),
                base: Base::AllDirectors,
                all: Range::exact(7),
                test: two_thirds,
            },
            Evidence::Share {
                unit: U,
                of: directors,
                found: Range::at_least(1),
                base: Base::AllDirectors,
                all: Range::at_least(0),
                test: None,
            },
            Evidence::Term { from: Some(date("2021-03").window()), length: Some(Period::Years(5)), on, grace: true },
            Evidence::Term { from: None, length: None, on, grace: false },
            Evidence::Shown {
                stage: key("publish-finance"),
                from: Some(date("2026-02-01")),
                through: None,
                at_least: Some(Period::Days(7)),
                on,
            },
            Evidence::Order {
                first: stop("give-notice", "2026-01-24"),
                then: stop("meet", "2026-02-03"),
                at_least: period,
                at_most: None,
                strict: false,
                clear: Some(true),
            },
            Evidence::Order {
                first: stop("recommend", "2026-01"),
                then: stop("decide", "2026-02-03"),
                at_least: None,
                at_most: None,
                strict: false,
                clear: None,
            },
            Evidence::Order {
                first: taking,
                then: trained,
                at_least: None,
                at_most: period,
                strict: false,
                clear: None,
            },
            Evidence::By { stop: stop("fix-post", "2026-02-03"), no_later: Some(on), no_earlier: Some(quarter.0) },
            times(Happening::Stage(key("publish-finance")), Range::exact(0), Some(1)),
            times(Happening::TrainingHours, Range::at_least(8), Some(32)),
            times(Happening::Trainings, three, None),
            times(Happening::Appraisals, Range::exact(1), Some(1)),
            Evidence::Linked {
                unit: U,
                kind: Some(LinkKind::Serves),
                with: kinds.clone(),
                found: Range::exact(0),
                min: Some(1),
                max: None,
                on,
            },
            Evidence::Linked {
                unit: U,
                kind: None,
                with: kinds,
                found: Range::exact(1),
                min: Some(1),
                max: Some(1),
                on,
            },
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
        expect_test::expect![[r#"
            P007出生于1979年8月，2026年3月1日时年满46周岁；要求18周岁以上
            P007的出生年月未登记；要求18周岁以上、不超过60周岁
            P007出生于1979年8月，2026年3月1日时年满46周岁；年龄要求未定
            P007的性别为男；要求女
            P007的政治面貌未登记；要求中共正式党员
            P007的政治面貌为非中共党员；要求中共党员（含预备党员）
            P007的党龄自2010年7月1日起计算（截至2026年3月1日）；要求满3年
            P007的转正时间未登记；要求未定
            P007为河清三社成员（2021年起，2024年5月结束）
            P007于2026年3月1日不在河清三社成员之列（2021年起，2024年5月结束）
            P007于2026年3月1日是否为河清三社成员尚不明确（2021年起，2024年5月结束）
            P007为河清三社户籍人口
            P007于2026年3月1日不在河清三社户籍人口之列
            P007于2026年3月1日是否为河清三社户籍人口尚不明确
            P007具有完全民事行为能力（1979年8月出生，登记有行为能力认定，2021年起，2024年5月结束）
            P007于2026年3月1日不具有完全民事行为能力（1979年8月出生，登记有行为能力认定，2021年起，2024年5月结束）
            P007于2026年3月1日是否具有完全民事行为能力尚不明确（1979年8月出生，登记有行为能力认定，2021年起，2024年5月结束）
            P007于2026年3月1日有“居住在本单位”满3年的情况（2021年3月起，2025年12月31日时仍在）
            P007于2026年3月1日无“居住在本单位或从事村务工作”满3年的情况（2021年3月起，2025年12月31日时仍在）
            P007于2026年3月1日是否“居住在本单位或从事村务工作”满3年尚不明确（2021年3月起，2025年12月31日时仍在）
            P007于2026年3月1日有“驻村（社区）工作人员”的情况
            P007于2026年3月1日无“驻村（社区）工作人员”的情况
            P007于2026年3月1日是否“驻村（社区）工作人员”尚不明确
            P007的正式组织关系在河清三社
            P007的正式组织关系在河清三社；要求在河清三社党组织
            P007的正式组织关系于2026年3月1日是否在河清三社党组织尚不明确
            P007的正式组织关系于2026年3月1日不在河清三社党组织
            P007的正式组织关系于2026年3月1日是否在河清三社党组织尚不明确
            P007“村（居）委会委员”任期届满日为2027年3月1日；要求不晚于本届届满日2026年3月1日
            P007“村（居）委会委员”任期届满日未登记；本届届满日尚不明确
            P007的学历未登记；要求大专以上
            P007任河清三社理事长（2021年3月起，2025年12月31日时仍在）
            2026年3月1日时P007未任理事长（2021年3月起，2025年12月31日时仍在）
            2026年3月1日时P007是否任理事长尚不明确（2021年3月起，2025年12月31日时仍在）
            P007有“党内警告”记录（自2025年6月1日起算，起算后1年内），2026年3月1日时仍在影响期内
            P007有“党内警告”记录（自2025年6月1日起算，起算后1年内），2026年3月1日时已不在影响期内
            P007有“党内警告”记录（自2025年6月1日起算，起算后1年内），2026年3月1日时是否仍在影响期内尚不明确
            P007无“党内警告、政务记过”记录（不限时间）
            P007有无“党内警告、政务记过”记录尚不明确（不限时间）
            P007与P009为兄弟姐妹
            P007与P009为兄弟姐妹，不在近亲属范围内
            登记显示P007与P009为兄弟姐妹，当日是否仍在近亲属范围内尚不明确
            P007与P009无近亲属关系的登记
            P007与P009是否有亲属关系（近亲属范围）尚无完整申报
            P007一人同时任理事长与监事
            P007一人同时任支部书记与理事长
            2026年3月1日时支部书记与理事长不由同一人担任
            2026年3月1日时支部书记与理事长是否由同一人担任尚不明确
            P007在2025年3月1日至2026年3月1日间培训至少8学时；要求至少32学时
            P007的考核等次为2025年度称职；要求优秀或称职
            P007的village-hall未登记；要求是
            P007是否连任理事长未登记
            P007的“理事长”职务产生方式为任命；要求选举
            P007任河清三社理事长（2021年3月起，2025年12月31日时仍在）
            2026年3月1日时P007未任理事长（2021年3月起，2025年12月31日时仍在）
            2026年3月1日时P007是否任理事长尚不明确（2021年3月起，2025年12月31日时仍在）
            P007已纳入“公共服务中心统一管理”
            2026年3月1日时P007未纳入“公共服务中心统一管理”
            2026年3月1日时P007是否纳入“公共服务中心统一管理”尚不明确
            河清三社章程“理事会人数”条款：5
            河清三社章程未规定“理事会人数”
            河清三社章程对“理事会人数”有无规定尚不明确
            河清三社的类别为经济社；适用于村
            召开会议的主体未登记；要求不为理事会
            召开会议的主体为理事会；要求为成员大会
            召开会议缺会议记录；要求会议记录、会议时间
            召开会议尚未见会议记录，材料是否齐备待核实；要求会议记录、会议时间
            已办理“纳入统一管理”（2026年1月）
            未办理“纳入统一管理”（2026年1月）
            是否办理“纳入统一管理”尚不明确（2026年1月）
            已办理“纳入统一管理”（县级以上）
            未办理“纳入统一管理”（县级以上）
            是否办理“纳入统一管理”尚不明确（县级以上）
            召开会议的层级为镇级；要求县级以上
            召开会议的层级未登记；要求镇级以上
            河清三社于2026年3月1日：多民族村民居住
            河清三社于2026年3月1日：非“多民族村民居住”
            河清三社于2026年3月1日是否“多民族村民居住”尚不明确
            河清三社的登记名称为“河清三社”
            河清三社的登记名称为“河清三社”；要求含有“集体经济组织”、所在地名称
            河清三社的登记名称未登记
            河清三社的登记名称未登记；要求含有“集体经济组织”
            河清三社的登记名称为“河清三社”
            河清三社的登记名称为“河清三社”；要求在2026年3月1日前登记
            河清三社于2026年3月1日设有理事会或党支部或代行其职能的单位
            河清三社于2026年3月1日未设理事会或党支部或代行其职能的单位
            河清三社于2026年3月1日是否设有理事会或党支部或代行其职能的单位尚不明确
            户20户；要求至少30户
            下级单位（经济社）9个；要求10个
            “覆盖”关系的对象单位6个；要求不超过5个
            一人“登记参加选举”的单位2个；要求不超过1个
            核定职数8名；要求3至7名，且为单数
            一人同时担任的职务（理事长范围内）2至4个；要求不超过1个
            到会4人，全体理事7人；要求三分之二以上（至少5人）
            计入的任职人员（理事长、理事）至少1人，全体理事数不明；要求的比例未定
            自2021年3月起算，期限5年，2026年3月届满，截至2026年3月1日，届满后是否及时换届另行核对
            起算日期未登记，期限未定，截至2026年3月1日
            财务公开自2026年2月1日公布至（未登记）；要求不少于7日（至2026年2月8日）
            会议通知（2026年1月24日），召开会议（2026年2月3日），相隔10日；要求至少相隔10日（整日）
            推荐（2026年1月），镇党委研究决定（2026年2月3日）；要求先推荐、后镇党委研究决定
            任职（未见记录），培训（未见记录）；要求相隔不超过10日
            定职定岗（2026年2月3日）；要求不早于2025年10月1日、不迟于2026年3月1日
            2025年第4季度财务公开0次；要求至少1次
            2025年第4季度参加培训至少8学时；要求至少32学时
            2025年第4季度参加培训2至4次；要求的数额未定
            2025年第4季度考核1次；要求至少1次
            与河清三社有“覆盖”关系的党支部0个；要求至少1个
            河清三社的上级为党支部
            河清三社的上级不是党支部；要求为党支部
            河清三社的上级单位未登记；要求为党支部
            “会议通知天数的算法”尚未确定
            2026年3月1日时适用的规定尚不明确
        "#]].assert_eq(&rendered(Lang::Zh));
    }

    #[test]
    fn every_fact_is_said_in_english() {
        expect_test::expect![[r#"
            P007, born 1979-08, is 46 on 2026-03-01; required: 18 or older
            birth of P007 is not recorded; required: 18 or older, not over 60
            P007, born 1979-08, is 46 on 2026-03-01; the age required is not set
            sex of P007: male; required: female
            standing in the Party of P007 is not recorded; required: full Party member
            standing in the Party of P007: no Party member; required: Party member, probationary ones included
            Party standing of P007 counted from 2010-07-01 (up to 2026-03-01); required: 3 years or more
            day of full Party membership of P007 is not recorded; what is required is not set
            P007 is a member of 河清三社 (from 2021, ended 2024-05)
            P007 is no member of 河清三社 on 2026-03-01 (from 2021, ended 2024-05)
            whether P007 is a member of 河清三社 on 2026-03-01 is not known (from 2021, ended 2024-05)
            P007 is a registered resident of 河清三社
            P007 is no registered resident of 河清三社 on 2026-03-01
            whether P007 is a registered resident of 河清三社 on 2026-03-01 is not known
            P007 has full civil capacity (born 1979-08, a finding on capacity is on record, from 2021, ended 2024-05)
            P007 has no full civil capacity on 2026-03-01 (born 1979-08, a finding on capacity is on record, from 2021, ended 2024-05)
            whether P007 has full civil capacity on 2026-03-01 is not known (born 1979-08, a finding on capacity is on record, from 2021, ended 2024-05)
            P007, on 2026-03-01: residence for 3 years or longer (from 2021-03, still so on 2025-12-31)
            P007, on 2026-03-01: not "residence or work on village affairs" for 3 years or longer (from 2021-03, still so on 2025-12-31)
            whether P007, on 2026-03-01, is "residence or work on village affairs" for 3 years or longer is not known (from 2021-03, still so on 2025-12-31)
            P007, on 2026-03-01: staff stationed by a higher office
            P007, on 2026-03-01: not "staff stationed by a higher office"
            whether P007, on 2026-03-01, is "staff stationed by a higher office" is not known
            P007 is affiliated to 河清三社
            P007 is affiliated to 河清三社; required: the organization of 河清三社
            whether P007 is affiliated to the Party organization of 河清三社 on 2026-03-01 is not known
            P007 is not affiliated to the Party organization of 河清三社 on 2026-03-01
            whether P007 is affiliated to the Party organization of 河清三社 on 2026-03-01 is not known
            term of P007 as member of the villagers' or residents' committee ends 2027-03-01; required: no later than that of the body, 2026-03-01
            end of the term of P007 as member of the villagers' or residents' committee is not recorded; the end of the body's term is not known
            schooling of P007 is not recorded; required: junior college or higher
            P007 is chair of the board of 河清三社 (from 2021-03, still so on 2025-12-31)
            P007 holds none of these posts on 2026-03-01: chair of the board (from 2021-03, still so on 2025-12-31)
            whether P007 holds one of these posts on 2026-03-01 is not known: chair of the board (from 2021-03, still so on 2025-12-31)
            on record for P007: Party warning (counted from 2025-06-01, for 1 year from its day); it still counts on 2026-03-01
            on record for P007: Party warning (counted from 2025-06-01, for 1 year from its day); it does not count on 2026-03-01
            on record for P007: Party warning (counted from 2025-06-01, for 1 year from its day); whether it still counts on 2026-03-01 is not known
            P007 has none of these on record: Party warning, demerit (at any time)
            whether P007 has one of these on record is not known: Party warning, demerit (at any time)
            P007 and P009 are siblings
            P007 and P009 are siblings, which is outside the circle (near relatives)
            by the record P007 and P009 are siblings; whether that holds within the circle on the day is not known (near relatives)
            no such tie of kin between P007 and P009 is on record (near relatives)
            whether P007 and P009 are kin is not declared in full (near relatives)
            P007 is both chair of the board and supervisor
            P007 is both branch secretary and chair of the board
            branch secretary and chair of the board are not one person on 2026-03-01
            whether one person is branch secretary and chair of the board on 2026-03-01 is not known
            P007 has at least 8 hours of training between 2025-03-01 and 2026-03-01; required: 32 hours or more
            grade of the last appraisal of P007: competent for 2025; required: excellent or competent
            village-hall of P007 is not recorded; required: 是
            whether P007 was chair of the board directly before is not recorded
            way of becoming chair of the board of P007: appointed; required: elected
            P007 is chair of the board of 河清三社 (from 2021-03, still so on 2025-12-31)
            P007 holds none of these posts on 2026-03-01: chair of the board (from 2021-03, still so on 2025-12-31)
            whether P007 holds one of these posts on 2026-03-01 is not known: chair of the board (from 2021-03, still so on 2025-12-31)
            P007 is enrolled: unified management
            P007 is not enrolled on 2026-03-01: unified management
            whether P007 is enrolled on 2026-03-01 is not known: unified management
            charter of 河清三社, number of directors: 5
            the charter of 河清三社 says nothing: number of directors
            what the charter of 河清三社 says is not known: number of directors
            河清三社: economic cooperative; it concerns: village
            actor of meeting held is not recorded; required: none of board
            actor of meeting held: board; required: member assembly
            meeting held lacks minutes; required: minutes, time of the meeting
            meeting held: not seen yet: minutes; required: minutes, time of the meeting
            done: enrolled in unified management (2026-01)
            not done: enrolled in unified management (2026-01)
            whether this was done is not known: enrolled in unified management (2026-01)
            done: enrolled in unified management (at county level or higher)
            not done: enrolled in unified management (at county level or higher)
            whether this was done is not known: enrolled in unified management (at county level or higher)
            level of meeting held: town; required: county or higher
            level of meeting held is not recorded; required: town or higher
            河清三社, on 2026-03-01: villagers of several ethnic groups
            河清三社, on 2026-03-01: not "villagers of several ethnic groups"
            whether it holds of 河清三社 on 2026-03-01 is not known: villagers of several ethnic groups
            registered name of 河清三社: 河清三社
            registered name of 河清三社: 河清三社; required in it: “集体经济组织”, the name of its place
            registered name of 河清三社 is not recorded
            registered name of 河清三社 is not recorded; required in it: “集体经济组织”
            registered name of 河清三社: 河清三社
            registered name of 河清三社: 河清三社; required: registered before 2026-03-01
            河清三社 has, on 2026-03-01: board of directors or Party branch or a unit that acts in its place
            河清三社 has none of these on 2026-03-01: board of directors or Party branch or a unit that acts in its place
            whether 河清三社 has one of these on 2026-03-01 is not known: board of directors or Party branch or a unit that acts in its place
            households of the village: 20; required: at least 30
            units below (economic cooperative): 9; required: 10
            units with the link "serves" from it: 6; required: at most 5
            units in which one person has the status "registered as a voter": 2; required: at most 1
            seats fixed: 8; required: 3 to 7 and odd
            posts held by one person (out of: chair of the board): 2 to 4; required: at most 1
            present: 4, all directors: 7; required: at least two thirds (5 or more)
            holders counted (chair of the board, director): at least 1, all directors: number not known; required: a share that is not set
            counted from 2021-03, for 5 years, ending 2026-03, seen on 2026-03-01, whether the next election was prompt is asked apart
            the beginning is not recorded, for a time that is not set, seen on 2026-03-01
            finance published: shown from 2026-02-01 to (not recorded); required: 7 days or more (to 2026-02-08)
            notice of the meeting (2026-01-24), meeting held (2026-02-03), 10 days apart; required: at least 10 days clear
            recommended (2026-01), decided by the town Party committee (2026-02-03); required: recommended first, then decided by the town Party committee
            taking the post (none on record), training (none on record); required: within 10 days
            post and duties fixed (2026-02-03); required: not before 2025-10-01 and by 2026-03-01
            finance published in quarter 4 of 2025: 0; required: 1 or more
            hours of training in quarter 4 of 2025: at least 8; required: 32 or more
            trainings in quarter 4 of 2025: 2 to 4; the number required is not set
            appraisals in quarter 4 of 2025: 1; required: 1 or more
            units with the link "serves" to 河清三社 (Party branch): 0; required: at least 1
            河清三社 belongs to a Party branch
            河清三社 does not belong to a Party branch, as required
            the unit above 河清三社 is not recorded; required: Party branch
            not set yet: how the days of notice are counted
            the rule in force on 2026-03-01 is not known
        "#]].assert_eq(&rendered(Lang::En));
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

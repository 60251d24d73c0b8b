//! 缺失事实 — what would have to be known, with the sheet and column where it belongs, and how much depends on it.

use super::Style;
use super::words::{Words, join, say};
use crate::check::{ActFact, BodyFact, Missing, PersonFact, UnitFact};
use crate::facts::{Register, UnitIdx};
use crate::review::{Gap, Review};
use crate::rulebook::Rulebook;
use crate::vocab::{Base, Circle, Key, Lang, List, MIN_DAY, TermSet};
use chrono::NaiveDate;

impl Missing {
    /// The gap as one line: 缺：P007的出生年月（干部花名册“出生年月”）; a parameter nobody has set with who may set it.
    pub fn in_words(&self, register: &Register, rules: &Rulebook, style: &Style<'_>) -> String {
        let words = Words::new(register, rules, style);
        let item = words.missing_item(self);
        match self {
            Self::Parameter { .. } => say!(style.lang, format!("待定：{item}"), format!("to be set: {item}")),
            Self::OfPerson { .. }
            | Self::ListOfPerson { .. }
            | Self::ListOfUnit { .. }
            | Self::File { .. }
            | Self::OfAct { .. }
            | Self::OfBody { .. }
            | Self::OfUnit { .. }
            | Self::OfBase { .. }
            | Self::Column { .. }
            | Self::Clause { .. }
            | Self::Edition { .. } => say!(style.lang, format!("缺：{item}"), format!("missing: {item}")),
        }
    }
}

impl Gap {
    /// The gap, and how many open answers it settles or helps to settle.
    pub fn in_words(&self, review: &Review<'_>, style: &Style<'_>) -> String {
        let missing = self.missing.in_words(review.register(), review.rules(), style);
        let effect = effect_words(style.lang, self.settles, self.helps);
        say!(style.lang, format!("{missing}；{effect}"), format!("{missing}; {effect}"))
    }
}

/// 可使3项结论确定，另有助于2项.
fn effect_words(lang: Lang, settles: usize, helps: usize) -> String {
    match (settles, helps) {
        (0, helps) => say!(lang, format!("有助于{helps}项结论"), format!("helps to settle {helps}")),
        (settles, 0) => say!(lang, format!("可使{settles}项结论确定"), format!("settles {settles}")),
        (settles, helps) => say!(
            lang,
            format!("可使{settles}项结论确定，另有助于{helps}项"),
            format!("settles {settles} and helps to settle {helps} more"),
        ),
    }
}

impl Words<'_> {
    /// The gap without a word before it, for lists.
    #[expect(clippy::too_many_lines, reason = "a line for every gap")]
    pub(super) fn missing_item(&self, missing: &Missing) -> String {
        let lang = self.lang;
        match missing {
            Missing::OfPerson { fact, person } => {
                let (person, (zh, en)) = (self.person(*person), fact_words(*fact));
                let place = place_words(lang, *fact);
                let of = if zh.starts_with("是否") { "" } else { "的" };
                say!(lang, format!("{person}{of}{zh}{place}"), format!("{en} of {person}{place}"))
            }
            Missing::ListOfPerson { list, circle, person, day } => {
                let person = self.person(*person);
                self.complete_list(&person, *list, *circle, *day)
            }
            Missing::ListOfUnit { list, unit, day } => {
                let unit = self.unit(*unit);
                self.complete_list(&unit, *list, None, *day)
            }
            Missing::File { case, day } => {
                let case = self.case(*case);
                say!(
                    lang,
                    format!("事项{case}截至{day}的完整办理记录"),
                    format!("complete file of case {case} as of {day}"),
                )
            }
            Missing::OfAct { fact, case, stage } => {
                let (case, stage, (zh, en)) =
                    (self.case(*case), self.term(TermSet::Stage, stage), act_fact_words(*fact));
                let place = say!(lang, "（办理记录）", " (file of acts)");
                say!(
                    lang,
                    format!("事项{case}“{stage}”的{zh}{place}"),
                    format!("{en} of \"{stage}\" in case {case}{place}")
                )
            }
            Missing::OfBody { fact, unit, body } => {
                let (unit, body) = (self.unit(*unit), body.title(lang));
                let (zh, en, column) = match fact {
                    BodyFact::Seats => ("核定职数", "seats fixed", "核定职数"),
                    BodyFact::Formed => ("换届（产生）日期", "day of formation", "换届日期"),
                };
                say!(
                    lang,
                    format!("{unit}{body}的{zh}（机构表“{column}”）"),
                    format!("{en} of the {body} of {unit} (sheet of bodies)"),
                )
            }
            Missing::OfUnit { fact, unit } => {
                let unit = self.unit(*unit);
                let (zh, en, sheet) = match fact {
                    UnitFact::Trait(kind) => (kind.title(Lang::Zh), kind.title(Lang::En), List::UnitFacts.title(lang)),
                    UnitFact::RegisteredName => ("登记名称", "registered name", List::UnitFacts.title(lang)),
                };
                say!(lang, format!("{unit}：{zh}（{sheet}）"), format!("{en} of {unit} ({sheet})"))
            }
            Missing::OfBase { base, unit, day } => self.base_size(*base, *unit, *day),
            Missing::Column { column, person } => {
                let (person, column) = (self.person(*person), self.term(TermSet::Column, column));
                say!(lang, format!("{person}的“{column}”栏（是或否等）"), format!("column \"{column}\" for {person}"))
            }
            Missing::Clause { unit, key } => {
                let (unit, key) = (self.unit(*unit), self.term(TermSet::Clause, key));
                say!(lang, format!("{unit}章程“{key}”条款"), format!("clause of the charter of {unit}: {key}"))
            }
            Missing::Parameter { name } => self.open_parameter(name),
            // A subject whose own day is not recorded and has no column either.
            Missing::Edition { day } if *day == MIN_DAY => {
                say!(lang, "据以判断的日期", "the day that decides which rule applies")
            }
            Missing::Edition { day } => {
                say!(lang, format!("{day}时适用的规定文本"), format!("text of the rule in force on {day}"))
            }
        }
    }

    /// At most so many gaps of each kind as clauses, what is to be set apart from what is to be found out; 等N项 where there
    /// are more.
    pub(super) fn missing_clauses(&self, missing: &[&Missing], most: usize) -> Vec<String> {
        let (set, find): (Vec<&Missing>, Vec<&Missing>) =
            missing.iter().copied().partition(|one| matches!(one, Missing::Parameter { .. }));
        let say = |gaps: Vec<&Missing>, zh: &str, en: &str| {
            let items: Vec<String> = gaps.iter().take(most).map(|one| self.missing_item(one)).collect();
            let (list, all) = (join(self.lang, &items), gaps.len());
            if items.is_empty() {
                return None;
            }
            Some(if items.len() < all {
                say!(self.lang, format!("{zh}{list}等{all}项"), format!("{en}: {list} and others, {all} in all"))
            } else {
                say!(self.lang, format!("{zh}{list}"), format!("{en}: {list}"))
            })
        };
        [say(find, "尚缺", "missing"), say(set, "有待明确", "to be set")].into_iter().flatten().collect()
    }

    fn complete_list(&self, whose: &str, list: List, circle: Option<Circle>, day: NaiveDate) -> String {
        let (lang, title) = (self.lang, list.title(self.lang));
        let circle = circle.map(|circle| circle.title(lang));
        match (list, circle) {
            (List::Kin, Some(circle)) => say!(
                lang,
                format!("{whose}的亲属申报（{circle}范围，截至{day}）"),
                format!("declaration of kin of {whose} ({circle}, as of {day})"),
            ),
            (_, _) => say!(
                lang,
                format!("{whose}截至{day}的完整{title}"),
                format!("complete entries of {whose} as of {day}: {title}"),
            ),
        }
    }

    fn base_size(&self, base: Base, unit: UnitIdx, day: NaiveDate) -> String {
        let (unit, base) = (self.unit(unit), base.title(self.lang));
        say!(
            self.lang,
            format!("{unit}“{base}”的总数（截至{day}）"),
            format!("number for {unit}: {base} (as of {day})"),
        )
    }

    fn open_parameter(&self, name: &Key) -> String {
        let title = self.parameter(name);
        let levels: Vec<&str> = self
            .rules
            .parameter(name)
            .map(|parameter| parameter.set_by.iter().map(|level| level.title(self.lang)).collect())
            .unwrap_or_default();
        if levels.is_empty() {
            return say!(self.lang, format!("“{title}”"), format!("\"{title}\""));
        }
        let levels = join(self.lang, &levels);
        say!(self.lang, format!("“{title}”（可由{levels}明确）"), format!("\"{title}\" (may be set by: {levels})"))
    }
}

const fn fact_words(fact: PersonFact) -> (&'static str, &'static str) {
    match fact {
        PersonFact::Birth => ("出生年月", "date of birth"),
        PersonFact::Sex => ("性别", "sex"),
        PersonFact::PartyStanding => ("政治面貌", "standing in the Party"),
        PersonFact::FullMemberDay => ("转正时间", "day of full Party membership"),
        PersonFact::Schooling => ("学历", "schooling"),
        PersonFact::PostBegan => ("任现职时间", "day of taking the post"),
        PersonFact::Elected => ("当选日期", "day of election"),
        PersonFact::Nominated => ("提名日期", "day of nomination"),
        PersonFact::PostEnds => ("离任时间或目前是否在任", "day of leaving the post, or word that it is still held,"),
        PersonFact::Continued => ("是否连任", "re-election or first election"),
        PersonFact::Membership => ("成员资格取得、丧失日期", "days of gaining and losing membership"),
        PersonFact::RecordDay => ("处分、处罚或认定的起止日期", "days of a sanction, punishment or finding"),
        PersonFact::OwnLabor => ("劳动收入情况", "income by own labor"),
        PersonFact::TrainingHours => ("培训学时", "hours of training"),
        PersonFact::AppraisalGrade => ("考核等次", "grade of appraisal"),
        PersonFact::KinDates => ("亲属关系起止日期", "days of the tie of kin"),
        PersonFact::EnrollmentDay => ("统一管理日期", "day of enrollment"),
        PersonFact::Basis => ("产生方式", "way of taking office"),
        PersonFact::StatusDay => ("身份状况起止日期", "days of a personal status"),
        PersonFact::Affiliation => ("正式组织关系所在党组织", "Party organization of formal affiliation"),
        PersonFact::TermEnd => ("任期届满日", "end of the term"),
    }
}

/// The sheet and the column in which the fact is looked for.
fn place_words(lang: Lang, fact: PersonFact) -> String {
    let roster = List::Roster.title(lang);
    let (sheet, zh, en) = match fact {
        PersonFact::Birth => (roster, "出生年月", "birth"),
        PersonFact::Sex => (roster, "性别", "sex"),
        PersonFact::PartyStanding => (roster, "政治面貌", "political status"),
        PersonFact::FullMemberDay => (roster, "转正时间", "full party member from"),
        PersonFact::Schooling => (roster, "学历", "schooling"),
        PersonFact::PostBegan => (roster, "任现职时间", "in post since"),
        PersonFact::Elected => (roster, "当选日期", "elected on"),
        PersonFact::Nominated => (List::Candidacies.title(lang), "提名日期", "nominated on"),
        PersonFact::PostEnds => (roster, "离任时间", "left post"),
        PersonFact::Continued => (roster, "连任", "continued"),
        PersonFact::Membership => (List::Members.title(lang), "取得日期", "member since"),
        PersonFact::RecordDay => return say!(lang, "（处分处罚记录）", " (sheet of sanctions)"),
        PersonFact::OwnLabor => return String::new(),
        PersonFact::TrainingHours => (List::Training.title(lang), "学时", "hours"),
        PersonFact::AppraisalGrade => (List::Appraisals.title(lang), "等次", "grade"),
        PersonFact::KinDates => (List::Kin.title(lang), "起、止", "from, until"),
        PersonFact::EnrollmentDay => (roster, "统一管理日期", "unified management since"),
        PersonFact::Basis => (roster, "产生方式", "way of taking office"),
        PersonFact::StatusDay => (List::Statuses.title(lang), "起、止", "from, until"),
        PersonFact::Affiliation => (roster, "组织关系", "affiliated to"),
        PersonFact::TermEnd => (roster, "任期届满日", "term ends"),
    };
    say!(lang, format!("（{sheet}“{zh}”）"), format!(" ({sheet}, \"{en}\")"))
}

const fn act_fact_words(fact: ActFact) -> (&'static str, &'static str) {
    match fact {
        ActFact::Day => ("日期", "day"),
        ActFact::Order => ("同日先后顺序", "order within the day"),
        ActFact::Actor => ("主体", "actor"),
        ActFact::Matter => ("事项类别", "matter"),
        ActFact::Present => ("到会人数", "number present"),
        ActFact::Ayes => ("同意人数", "votes in favor"),
        ActFact::ShownThrough => ("公布截止日期", "last day shown"),
        ActFact::Rank => ("层级", "level"),
    }
}

#[cfg(test)]
#[expect(clippy::too_many_lines, reason = "a table of every gap, and what is said of each")]
mod tests {
    use super::super::fixture::{self, assert_plain, day, key};
    use super::*;
    use crate::facts::{CaseIdx, PersonIdx};
    use crate::vocab::BodyKind;

    #[test]
    fn the_effect_of_a_gap_says_what_it_settles_and_what_it_helps() {
        assert_eq!(effect_words(Lang::Zh, 3, 2), "可使3项结论确定，另有助于2项");
        assert_eq!(effect_words(Lang::Zh, 3, 0), "可使3项结论确定");
        assert_eq!(effect_words(Lang::Zh, 0, 2), "有助于2项结论");
        assert_eq!(effect_words(Lang::En, 1, 1), "settles 1 and helps to settle 1 more");
    }

    #[test]
    fn every_gap_is_said_in_both_languages() {
        let on = day("2026-03-01");
        let (person, unit, case) = (PersonIdx(1), UnitIdx(0), CaseIdx(0));
        let mut gaps = vec![
            Missing::ListOfPerson { list: List::Kin, circle: Some(Circle::NearRelatives), person, day: on },
            Missing::ListOfPerson { list: List::PartySanctions, circle: None, person, day: on },
            Missing::ListOfUnit { list: List::Members, unit, day: on },
            Missing::File { case, day: on },
            Missing::OfBody { fact: BodyFact::Seats, unit, body: BodyKind::Board },
            Missing::OfBody { fact: BodyFact::Formed, unit, body: BodyKind::Board },
            Missing::OfBase { base: Base::CapableMembers, unit, day: on },
            Missing::OfUnit { fact: UnitFact::Trait(crate::vocab::TraitKind::MultiEthnic), unit },
            Missing::OfUnit { fact: UnitFact::RegisteredName, unit },
            Missing::Column { column: key("post-lower-than-the-one-lost"), person },
            Missing::Clause { unit, key: key("board-size") },
            Missing::Parameter { name: key("notice-day-count") },
            Missing::Parameter { name: key("nobody-knows") },
            Missing::Edition { day: on },
            Missing::Edition { day: MIN_DAY },
        ];
        gaps.extend(PERSON_FACTS.map(|fact| Missing::OfPerson { fact, person }));
        gaps.extend(ACT_FACTS.map(|fact| Missing::OfAct { fact, case, stage: key("meet") }));
        let (rules, register) = (fixture::rules(), fixture::register());
        let mut out = String::new();
        for style in fixture::both() {
            for gap in &gaps {
                let said = gap.in_words(&register, &rules, &style);
                assert_plain(&said, style.lang);
                out.push_str(&said);
                out.push('\n');
            }
        }
        expect_test::expect![[r#"
            缺：P007的亲属申报（近亲属范围，截至2026-03-01）
            缺：P007截至2026-03-01的完整党纪处分记录
            缺：河清三社截至2026-03-01的完整成员名册
            缺：事项C12截至2026-03-01的完整办理记录
            缺：河清三社理事会的核定职数（机构表“核定职数”）
            缺：河清三社理事会的换届（产生）日期（机构表“换届日期”）
            缺：河清三社“成员大会全体成员”的总数（截至2026-03-01）
            缺：河清三社：多民族村民居住（单位情况）
            缺：河清三社：登记名称（单位情况）
            缺：P007的“拟任职务低于被撤职务”栏（是或否等）
            缺：河清三社章程“理事会人数”条款
            待定：“会议通知天数的算法”（可由省级规定、镇级规定明确）
            待定：“nobody-knows”
            缺：2026-03-01时适用的规定文本
            缺：据以判断的日期
            缺：P007的出生年月（干部花名册“出生年月”）
            缺：P007的性别（干部花名册“性别”）
            缺：P007的政治面貌（干部花名册“政治面貌”）
            缺：P007的转正时间（干部花名册“转正时间”）
            缺：P007的学历（干部花名册“学历”）
            缺：P007的任现职时间（干部花名册“任现职时间”）
            缺：P007的当选日期（干部花名册“当选日期”）
            缺：P007的提名日期（候选人名单“提名日期”）
            缺：P007的离任时间或目前是否在任（干部花名册“离任时间”）
            缺：P007是否连任（干部花名册“连任”）
            缺：P007的成员资格取得、丧失日期（成员名册“取得日期”）
            缺：P007的处分、处罚或认定的起止日期（处分处罚记录）
            缺：P007的劳动收入情况
            缺：P007的培训学时（培训记录“学时”）
            缺：P007的考核等次（考核记录“等次”）
            缺：P007的亲属关系起止日期（亲属申报“起、止”）
            缺：P007的统一管理日期（干部花名册“统一管理日期”）
            缺：P007的产生方式（干部花名册“产生方式”）
            缺：P007的身份状况起止日期（身份状况“起、止”）
            缺：P007的正式组织关系所在党组织（干部花名册“组织关系”）
            缺：P007的任期届满日（干部花名册“任期届满日”）
            缺：事项C12“召开会议”的日期（办理记录）
            缺：事项C12“召开会议”的同日先后顺序（办理记录）
            缺：事项C12“召开会议”的主体（办理记录）
            缺：事项C12“召开会议”的事项类别（办理记录）
            缺：事项C12“召开会议”的到会人数（办理记录）
            缺：事项C12“召开会议”的同意人数（办理记录）
            缺：事项C12“召开会议”的公布截止日期（办理记录）
            缺：事项C12“召开会议”的层级（办理记录）
            missing: declaration of kin of P007 (near relatives, as of 2026-03-01)
            missing: complete entries of P007 as of 2026-03-01: Party sanctions
            missing: complete entries of 河清三社 as of 2026-03-01: membership roll
            missing: complete file of case C12 as of 2026-03-01
            missing: seats fixed of the board of directors of 河清三社 (sheet of bodies)
            missing: day of formation of the board of directors of 河清三社 (sheet of bodies)
            missing: number for 河清三社: all members of the co-op's assembly (as of 2026-03-01)
            missing: villagers of several ethnic groups of 河清三社 (facts about units)
            missing: registered name of 河清三社 (facts about units)
            missing: column "post sought is lower than the one lost" for P007
            missing: clause of the charter of 河清三社: number of directors
            to be set: "how the days of notice are counted" (may be set by: provincial rule, town rule)
            to be set: "nobody-knows"
            missing: text of the rule in force on 2026-03-01
            missing: the day that decides which rule applies
            missing: date of birth of P007 (roster of office-holders, "birth")
            missing: sex of P007 (roster of office-holders, "sex")
            missing: standing in the Party of P007 (roster of office-holders, "political status")
            missing: day of full Party membership of P007 (roster of office-holders, "full party member from")
            missing: schooling of P007 (roster of office-holders, "schooling")
            missing: day of taking the post of P007 (roster of office-holders, "in post since")
            missing: day of election of P007 (roster of office-holders, "elected on")
            missing: day of nomination of P007 (list of candidates, "nominated on")
            missing: day of leaving the post, or word that it is still held, of P007 (roster of office-holders, "left post")
            missing: re-election or first election of P007 (roster of office-holders, "continued")
            missing: days of gaining and losing membership of P007 (membership roll, "member since")
            missing: days of a sanction, punishment or finding of P007 (sheet of sanctions)
            missing: income by own labor of P007
            missing: hours of training of P007 (training records, "hours")
            missing: grade of appraisal of P007 (appraisals, "grade")
            missing: days of the tie of kin of P007 (declaration of kin, "from, until")
            missing: day of enrollment of P007 (roster of office-holders, "unified management since")
            missing: way of taking office of P007 (roster of office-holders, "way of taking office")
            missing: days of a personal status of P007 (personal statuses, "from, until")
            missing: Party organization of formal affiliation of P007 (roster of office-holders, "affiliated to")
            missing: end of the term of P007 (roster of office-holders, "term ends")
            missing: day of "meeting held" in case C12 (file of acts)
            missing: order within the day of "meeting held" in case C12 (file of acts)
            missing: actor of "meeting held" in case C12 (file of acts)
            missing: matter of "meeting held" in case C12 (file of acts)
            missing: number present of "meeting held" in case C12 (file of acts)
            missing: votes in favor of "meeting held" in case C12 (file of acts)
            missing: last day shown of "meeting held" in case C12 (file of acts)
            missing: level of "meeting held" in case C12 (file of acts)
        "#]]
        .assert_eq(&out);
    }

    const PERSON_FACTS: [PersonFact; 21] = [
        PersonFact::Birth,
        PersonFact::Sex,
        PersonFact::PartyStanding,
        PersonFact::FullMemberDay,
        PersonFact::Schooling,
        PersonFact::PostBegan,
        PersonFact::Elected,
        PersonFact::Nominated,
        PersonFact::PostEnds,
        PersonFact::Continued,
        PersonFact::Membership,
        PersonFact::RecordDay,
        PersonFact::OwnLabor,
        PersonFact::TrainingHours,
        PersonFact::AppraisalGrade,
        PersonFact::KinDates,
        PersonFact::EnrollmentDay,
        PersonFact::Basis,
        PersonFact::StatusDay,
        PersonFact::Affiliation,
        PersonFact::TermEnd,
    ];

    const ACT_FACTS: [ActFact; 8] = [
        ActFact::Day,
        ActFact::Order,
        ActFact::Actor,
        ActFact::Matter,
        ActFact::Present,
        ActFact::Ayes,
        ActFact::ShownThrough,
        ActFact::Rank,
    ];
}

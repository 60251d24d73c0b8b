//! 缺失事实 — what would have to be known, with the sheet and column where it belongs, and how much depends on it.

use super::Style;
use super::words::{Words, join, say};
use crate::check::{ActFact, BodyFact, Missing, PersonFact};
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
            | Self::OfBase { .. }
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
    pub(super) fn missing_item(&self, missing: &Missing) -> String {
        let lang = self.lang;
        match missing {
            Missing::OfPerson { fact, person } => {
                let (person, (zh, en)) = (self.person(*person), fact_words(*fact));
                let place = place_words(lang, *fact);
                say!(lang, format!("{person}的{zh}{place}"), format!("{en} of {person}{place}"))
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
                    format!("事项{case}的办理记录是否完整（截至{day}）"),
                    format!("whether the file of case {case} is complete (as of {day})"),
                )
            }
            Missing::OfAct { fact, case, stage } => {
                let (case, stage, (zh, en)) = (self.case(*case), self.term(TermSet::Stage, stage), act_fact_words(*fact));
                let place = say!(lang, "（办理记录）", " (file of acts)");
                say!(lang, format!("事项{case}“{stage}”的{zh}{place}"), format!("{en} of {stage} in case {case}{place}"))
            }
            Missing::OfBody { fact, unit, body } => {
                let (unit, body) = (self.unit(*unit), body.title(lang));
                let (zh, en, column) = match fact {
                    BodyFact::Seats => ("核定职数", "seats fixed", "核定职数"),
                    BodyFact::Formed => ("换届（产生）日期", "day of formation", "换届日期"),
                };
                say!(
                    lang,
                    format!("{unit}{body}的{zh}（机构名录“{column}”）"),
                    format!("{en} of the {body} of {unit} (sheet of bodies)"),
                )
            }
            Missing::OfBase { base, unit, day } => self.base_size(*base, *unit, *day),
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

    /// At most so many gaps as one clause; 等N项 where there are more.
    pub(super) fn missing_clause<'m>(&self, missing: impl IntoIterator<Item = &'m Missing>, most: usize) -> Option<String> {
        let items: Vec<String> = missing.into_iter().map(|one| self.missing_item(one)).collect();
        let shown: Vec<&String> = items.iter().take(most).collect();
        if shown.is_empty() {
            return None;
        }
        let (list, all) = (join(self.lang, &shown), items.len());
        Some(if shown.len() < all {
            say!(self.lang, format!("尚缺{list}等{all}项"), format!("missing: {list} and others, {all} in all"))
        } else {
            say!(self.lang, format!("尚缺{list}"), format!("missing: {list}"))
        })
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
            (_, Some(circle)) => say!(
                lang,
                format!("{whose}的完整{title}（{circle}范围，截至{day}）"),
                format!("complete {title} of {whose} ({circle}, as of {day})"),
            ),
            (_, None) => say!(
                lang,
                format!("{whose}的{title}完整说明（截至{day}）"),
                format!("statement that this is complete for {whose}: {title} (as of {day})"),
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
        PersonFact::PostEnds => ("离任时间或目前是否在任", "day of leaving the post, or whether still in it"),
        PersonFact::Continued => ("是否连任", "whether re-elected"),
        PersonFact::Membership => ("成员资格取得、丧失日期", "days of gaining and losing membership"),
        PersonFact::RecordDay => ("处分、处罚或认定的起止日期", "days of the record"),
        PersonFact::OwnLabor => ("劳动收入情况", "living on own labor income or not"),
        PersonFact::TrainingHours => ("培训学时", "hours of training"),
        PersonFact::AppraisalGrade => ("考核等次", "grade of appraisal"),
        PersonFact::KinDates => ("亲属关系起止日期", "days of the tie of kin"),
        PersonFact::EnrollmentDay => ("统一管理日期", "day of enrollment"),
        PersonFact::Basis => ("产生方式", "way of taking office"),
        PersonFact::Custom => ("自设栏目内容", "value of the town's own column"),
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
        PersonFact::Custom => return say!(lang, format!("（{roster}）"), format!(" ({roster})")),
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
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_effect_of_a_gap_says_what_it_settles_and_what_it_helps() {
        assert_eq!(effect_words(Lang::Zh, 3, 2), "可使3项结论确定，另有助于2项");
        assert_eq!(effect_words(Lang::Zh, 3, 0), "可使3项结论确定");
        assert_eq!(effect_words(Lang::Zh, 0, 2), "有助于2项结论");
        assert_eq!(effect_words(Lang::En, 1, 1), "settles 1 and helps to settle 1 more");
    }
}

//! 政治面貌 — what rosters say of Party membership, gathered by person: several rows of one person are one membership.

use super::cells::{Cell, Row};
use super::desk::Desk;
use super::merge::{self, Said, say};
use super::report::Log;
use super::units::Found;
use crate::facts::{Extent, Facts, NotPartyMember, PartyMembership, Problem, ProblemKind, Source};
use crate::vocab::{DateError, FactSpan, List, PartialDate, PersonId, SpanEnd, UnitId};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// 政治面貌 — as a cell says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    Full,
    Probationary,
    None,
}

impl Status {
    fn from_words(words: &str) -> Option<Self> {
        Some(match words.to_ascii_lowercase().as_str() {
            "中共党员"
            | "党员"
            | "正式党员"
            | "中共正式党员"
            | "中国共产党党员"
            | "中共"
            | "是"
            | "party member"
            | "full party member" => Self::Full,
            "中共预备党员" | "预备党员" | "中国共产党预备党员" | "probationary party member" => {
                Self::Probationary
            }
            "群众"
            | "无党派"
            | "无党派人士"
            | "共青团员"
            | "团员"
            | "中国共产主义青年团团员"
            | "民主党派"
            | "非党员"
            | "否"
            | "无"
            | "民革党员"
            | "民盟盟员"
            | "民建会员"
            | "民进会员"
            | "农工党党员"
            | "致公党党员"
            | "九三学社社员"
            | "台盟盟员"
            | "入党积极分子"
            | "积极分子"
            | "发展对象"
            | "none"
            | "not a party member" => Self::None,
            _ => return None,
        })
    }
}

/// What is said of one person.
#[derive(Debug, Default)]
struct Claims {
    joined: Said<PartialDate>,
    full: Said<PartialDate>,
    units: Said<UnitId>,
    members: Said<NaiveDate>,
    probationers: Said<NaiveDate>,
    others: Said<NaiveDate>,
    /// A row that says full member without saying since when.
    undated: BTreeSet<Source>,
}

/// What is said of everybody.
#[derive(Debug, Default)]
pub(super) struct Party {
    claims: BTreeMap<PersonId, Claims>,
}

/// Reads what a row of a roster says.
pub(super) fn read(desk: &mut Desk<'_>, row: &Row<'_>, person: &PersonId, seen: NaiveDate) {
    let expected =
        ("政治面貌，如中共党员、中共预备党员、群众", "political status, such as 中共党员, 中共预备党员, 群众");
    let status = row.word("政治面貌", Status::from_words, expected, &mut desk.log);
    if status.is_lost() {
        desk.log.open(List::PartyMembers, &Extent::Person(person.clone()));
    }
    let joined = row.date("入党时间", &mut desk.log);
    let full = row.date("转正时间", &mut desk.log);
    let unit = organization(desk, row);
    let Cell::Is(status) = status else { return };
    let source = row.source();
    if status == Status::None && (joined != Cell::Blank || full != Cell::Blank) {
        let problem = row.problem(
            ProblemKind::Contradiction,
            "政治面貌",
            "填有入党或转正时间而不是党员，未采用；请更正其一",
            "there is a day of joining the Party and yet no membership; not used: correct one",
        );
        desk.log.push(problem);
        desk.log.open(List::PartyMembers, &Extent::Person(person.clone()));
        return;
    }
    let claims = desk.party.claims.entry(person.clone()).or_default();
    say(&mut claims.joined, joined.value(), &source);
    say(&mut claims.units, unit, &source);
    match status {
        Status::Full => {
            say(&mut claims.members, Some(seen), &source);
            say(&mut claims.full, full.value(), &source);
            if full == Cell::Blank {
                claims.undated.insert(source);
            }
        }
        Status::Probationary => {
            say(&mut claims.members, Some(seen), &source);
            say(&mut claims.probationers, Some(seen), &source);
        }
        Status::None => say(&mut claims.others, Some(seen), &source),
    }
}

/// The organization of formal affiliation; words that name none, or several, are named.
fn organization(desk: &mut Desk<'_>, row: &Row<'_>) -> Option<UnitId> {
    let words = row.text_or_none("组织关系")?;
    let problem = match desk.names.units.find(&words) {
        Found::One(unit) => return Some(unit.clone()),
        Found::Many => row.problem(
            ProblemKind::Ambiguous,
            "组织关系",
            "不止一个单位叫这个名称，未采用；请写代码",
            "more than one unit is called so; not used: give the code",
        ),
        Found::None => row.problem(
            ProblemKind::UnknownReference,
            "组织关系",
            "没有这个党组织，未采用；请补充到单位表或更正",
            "no such organization; not used: add it to the sheet of units or correct it",
        ),
    };
    desk.log.push(problem);
    None
}

impl Party {
    /// Adds the memberships, and the statements that there is none.
    pub(super) fn write(self, facts: &mut Facts, log: &mut Log) {
        for (person, claims) in self.claims {
            claims.write(&person, facts, log);
        }
    }
}

impl Claims {
    /// The one organization of formal affiliation that rows name.
    fn organization(&self, log: &mut Log) -> Option<UnitId> {
        let mut units = self.units.iter();
        match (units.next(), units.next()) {
            (Some((unit, _)), None) => return Some(unit.clone()),
            (Some(_), Some((unit, source))) => contradiction(
                Some(source),
                "组织关系",
                unit,
                "另有一行填的是另一党组织，均未采用；请更正",
                "another row names another organization; neither is used: correct one",
                log,
            ),
            (None, _) => {}
        }
        None
    }

    fn write(self, person: &PersonId, facts: &mut Facts, log: &mut Log) {
        let joined = merge::date(&self.joined, "入党时间", &mut log.problems);
        let mut full = merge::date(&self.full, "转正时间", &mut log.problems);
        if let (Some(joined), Some(day)) = (joined, full)
            && day.last() < joined.first()
        {
            contradiction(
                self.full.get(&day),
                "转正时间",
                &day,
                "早于入党时间，未采用",
                "before the day of joining, not used",
                log,
            );
            full = None;
        }
        if self.full.is_empty() {
            for source in &self.undated {
                log.push(
                    Problem::new(
                        &source.table,
                        ProblemKind::Blank,
                        "缺转正时间：何时成为正式党员不能认定",
                        "the day of becoming a full member is missing: since when it holds stays open",
                    )
                    .at_row(source.row)
                    .in_column("转正时间"),
                );
            }
        }
        let seen = self.members.keys().next_back().copied();
        for (day, source) in &self.others {
            // Not a member on that day and a member by then cannot both be.
            let is_later = |joined: PartialDate| joined.last() <= *day;
            if seen.is_some_and(|seen| seen <= *day) || joined.is_some_and(is_later) {
                contradiction(
                    Some(source),
                    "政治面貌",
                    day,
                    "另有一行填为党员，按党员处理",
                    "another row says member, which is used",
                    log,
                );
                log.open(List::PartyMembers, &Extent::Person(person.clone()));
                continue;
            }
            let mut row = NotPartyMember::new(person.clone(), *day);
            row.source = Some(source.clone());
            facts.not_party_members.push(row);
        }
        let Some(seen) = seen else { return };
        let end = SpanEnd::SeenRunning(seen);
        let span = FactSpan::new(joined, end).unwrap_or_else(|error: DateError| {
            let source = joined.and_then(|joined| self.joined.get(&joined));
            let remedy = |lang| error.remedy(lang);
            contradiction(
                source,
                "入党时间",
                &seen,
                &remedy(crate::vocab::Lang::Zh),
                &remedy(crate::vocab::Lang::En),
                log,
            );
            super::desk::unbegun(end)
        });
        let mut row = PartyMembership::new(person.clone(), span);
        row.full_from = full;
        row.unit = self.organization(log);
        row.probationary_on = self.probationers.keys().next_back().copied();
        row.source = self.members.values().min().cloned();
        facts.party_memberships.push(row);
    }
}

fn contradiction(
    source: Option<&Source>,
    column: &str,
    value: &dyn std::fmt::Display,
    zh: &str,
    en: &str,
    log: &mut Log,
) {
    let Some(source) = source else { return };
    let problem = Problem::new(&source.table, ProblemKind::Contradiction, zh, en).at_row(source.row);
    log.push(problem.in_column(column).with_value(&value.to_string()));
}

#[cfg(test)]
mod tests {
    use super::super::testing::{day, lines, load, of, open, roster, table};
    use super::*;

    const COLUMNS: &str = "政治面貌,入党时间,转正时间";

    fn one(status: &str) -> (Facts, Vec<Problem>) {
        load(&[roster(COLUMNS, &[&format!("河清社区,河清三社,黄伟强,理事,{status}")])])
    }

    #[test]
    fn joining_the_party_without_a_day_of_full_membership_is_named_and_stays_open() {
        let (facts, problems) = one("中共党员,2001.07,");
        assert_eq!(lines(&problems), ["干部花名册 第2行 转正时间：缺转正时间：何时成为正式党员不能认定"]);
        let row = &facts.party_memberships[0];
        assert_eq!(row.span.from.unwrap().to_string(), "2001-07");
        assert_eq!((row.full_from, row.probationary_on), (None, None));
        for word in ["党员", "Party member", "full Party member"] {
            let (facts, problems) = one(&format!("{word},2001.07,2002.07"));
            assert!(problems.is_empty(), "{word}: {problems:?}");
            assert_eq!(facts.party_memberships[0].full_from.unwrap().to_string(), "2002-07");
        }
    }

    #[test]
    fn a_probationary_member_is_seen_so_on_the_day_of_the_table() {
        for word in ["中共预备党员", "预备党员"] {
            let (facts, problems) = one(&format!("{word},2025.07,"));
            assert!(problems.is_empty());
            assert_eq!(facts.party_memberships[0].probationary_on, Some(day("2026-02-28")));
            assert_eq!(facts.party_memberships[0].full_from, None);
        }
    }

    #[test]
    fn others_are_stated_not_to_be_members_and_a_blank_states_nothing() {
        for word in ["群众", "共青团员", "无党派人士", "无", "None"] {
            let (facts, problems) = one(&format!("{word},,"));
            assert!(problems.is_empty() && facts.party_memberships.is_empty());
            assert_eq!(facts.not_party_members[0].as_of, day("2026-02-28"), "{word}");
        }
        let (facts, problems) = one(",,");
        assert!(problems.is_empty() && facts.party_memberships.is_empty() && facts.not_party_members.is_empty());
    }

    #[test]
    fn an_unknown_status_and_a_day_of_joining_without_membership_open_the_roll() {
        for status in ["党外人士甲,,", "群众,2001.07,"] {
            let (facts, problems) = one(status);
            assert_eq!(problems.len(), 1);
            assert!(facts.party_memberships.is_empty() && facts.not_party_members.is_empty());
            assert_eq!(open(&facts), ["party-members Person(PersonId(黄伟强·河清三社))"]);
        }
    }

    #[test]
    fn several_rows_of_one_person_are_one_membership() {
        let text = "人员编号,经济社,姓名,职务,政治面貌,入党时间,转正时间\n\
            P1,河清三社,黄伟强,理事,党员,2001,2002.07\nP1,河清三社,黄伟强,支部委员,党员,2001.07,\nP1,河清三社,黄伟强,会计,党员,2003.07,\n";
        let (facts, problems) = load(&[table("干部花名册", text)]);
        assert_eq!(facts.party_memberships.len(), 1);
        assert_eq!(facts.party_memberships[0].span.from.unwrap().to_string(), "2001-07");
        assert_eq!((problems.len(), of(&problems, ProblemKind::Contradiction).len()), (1, 1));
    }

    #[test]
    fn a_full_member_before_joining_is_a_contradiction() {
        let (facts, problems) = one("党员,2001.07,2000.07");
        assert_eq!(of(&problems, ProblemKind::Contradiction).len(), 1);
        assert_eq!(facts.party_memberships[0].full_from, None);
    }
}

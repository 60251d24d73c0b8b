//! 编制报告 — a review put together as a report: counts, the findings to be shown, what is missing, what it rests on.

use super::Style;
use super::model::{
    CitationEntry, Counts, FindingEntry, GapEntry, PillarEntry, Report, SubjectEntry, UnexaminedEntry, VERSION,
    VillageEntry,
};
use super::words::{Words, join, say};
use crate::check::{Missing, Subject, village_of};
use crate::facts::UnitIdx;
use crate::review::{Finding, Gap, Review, Severity};
use crate::rulebook::{Edition, FromDay, ProvisionId};
use crate::vocab::{Lang, Level, List, Pillar, Possible, UnitKind, printed_id};
use std::collections::{BTreeMap, BTreeSet};

/// How many missing facts a report names.
const GAPS_MAX: usize = 10;

/// The severities a report lists, the most severe first.
const LISTED: [Severity; 4] = [Severity::Breach, Severity::Reminder, Severity::Unsettled, Severity::Remark];

/// Findings that are said once: the first, and the others alike.
struct Alike<'f> {
    first: &'f Finding,
    others: Vec<&'f Finding>,
}

impl Review<'_> {
    /// The review as one line: 不符合 2 · 提醒 4 · 待核实 9 · 备注 1 · 未审查：无成员名册. Findings of provisions that could
    /// not be examined are not counted.
    pub fn summary(&self, lang: Lang) -> String {
        let mut line = counts_line(lang, self.counts());
        let lists: BTreeSet<List> = self.unexamined().flat_map(|(_, lists)| lists.iter().copied()).collect();
        if !lists.is_empty() {
            let lists: Vec<String> = lists.into_iter().map(|list| absent_words(lang, list)).collect();
            let lists = join(lang, &lists);
            line.push_str(&say!(lang, format!(" · 未审查：{lists}"), format!(" · not examined: {lists}")));
        }
        line
    }

    /// The review as a report in the language and with the names of the style.
    pub fn report(&self, style: &Style<'_>) -> Report {
        let words = Words::of(self, style);
        let (findings, not_listed) = words.findings(self);
        let facts = self.register().facts();
        let gaps = self.gaps_beside_unexamined();
        Report {
            version: VERSION,
            lang: style.lang.key(),
            day: self.day().to_string(),
            profiles: self.rules().profiles().iter().map(|name| name.in_lang(style.lang).to_owned()).collect(),
            provisions: self.rules().provisions().count(),
            persons: facts.persons.len(),
            units: facts.units.len(),
            holdings: facts.holdings.len(),
            acts: facts.acts.len(),
            summary: self.counts(),
            summary_line: self.summary(style.lang),
            by_pillar: self.by_pillar(style.lang),
            by_village: words.by_village(self),
            findings,
            not_listed,
            unexamined: self
                .unexamined()
                .map(|(provision, lists)| UnexaminedEntry {
                    provision: provision.id.to_string(),
                    title: provision.title.in_lang(style.lang).to_owned(),
                    lists: lists.iter().copied().collect(),
                })
                .collect(),
            missing: gaps.iter().take(GAPS_MAX).map(|gap| words.gap(gap, self)).collect(),
            missing_not_listed: gaps.len().saturating_sub(GAPS_MAX),
            rests_on: words.rests_on(self),
            disclaimer: say!(
                style.lang,
                "本报告依所列规则和资料自动生成，仅供工作参考，不是认定或处理决定。",
                "This report was made automatically from the rules and data named in it. It is for reference only and is no decision.",
            ),
        }
    }

    /// The missing facts, without those of lists nobody supplied: what is not examined says that once.
    fn gaps_beside_unexamined(&self) -> Vec<Gap> {
        let absent: BTreeSet<List> = self.unexamined().flat_map(|(_, lists)| lists.iter().copied()).collect();
        let mut gaps = self.missing();
        gaps.retain(|gap| match &gap.missing {
            Missing::ListOfPerson { list, .. } | Missing::ListOfUnit { list, .. } => !absent.contains(list),
            Missing::Clause { .. } => !absent.contains(&List::Charter),
            Missing::OfPerson { .. }
            | Missing::File { .. }
            | Missing::OfAct { .. }
            | Missing::OfBody { .. }
            | Missing::OfUnit { .. }
            | Missing::OfBase { .. }
            | Missing::Column { .. }
            | Missing::Parameter { .. }
            | Missing::Edition { .. } => true,
        });
        gaps
    }

    fn counts(&self) -> Counts {
        let mut all = Counts::default();
        for (_, counts) in self.counts_of_provisions() {
            for severity in LISTED {
                let number = counts.of(severity);
                all.add(severity, number);
            }
        }
        all
    }

    /// The counts of each provision that was examined.
    fn counts_of_provisions(&self) -> Vec<(Pillar, Counts)> {
        let unexamined: BTreeSet<&ProvisionId> = self.unexamined().map(|(provision, _)| &provision.id).collect();
        self.tallies()
            .filter(|(provision, _)| !unexamined.contains(&provision.id))
            .map(|(provision, tally)| {
                let counts = Counts {
                    breach: tally.breaches,
                    reminder: tally.reminders,
                    unsettled: tally.unsettled,
                    remark: tally.remarks,
                };
                (provision.id.pillar(), counts)
            })
            .collect()
    }

    fn by_pillar(&self, lang: Lang) -> Vec<PillarEntry> {
        let counted = self.counts_of_provisions();
        let entry = |pillar: Pillar| {
            let mut counts = Counts::default();
            for (_, one) in counted.iter().filter(|(of, _)| *of == pillar) {
                for severity in LISTED {
                    counts.add(severity, one.of(severity));
                }
            }
            let unexamined = self.unexamined().filter(|(provision, _)| provision.id.pillar() == pillar).count();
            PillarEntry { pillar: pillar.key(), title: pillar.title(lang), counts, unexamined }
        };
        Pillar::ALL.iter().copied().map(entry).collect()
    }
}

impl Words<'_> {
    fn by_village(&self, review: &Review<'_>) -> Vec<VillageEntry> {
        let is_village = |kind: UnitKind| matches!(kind, UnitKind::Village | UnitKind::Community | UnitKind::Park);
        let units = self.facts.units().iter().enumerate();
        let mut villages: BTreeMap<Option<UnitIdx>, Counts> = units
            .filter(|(_, unit)| is_village(unit.kind))
            .map(|(position, _)| (Some(UnitIdx::at(position)), Counts::default()))
            .collect();
        for finding in review.findings().iter().filter(|finding| !review.is_unexamined(finding)) {
            let village = finding.subject.unit(self.facts).and_then(|unit| village_of(unit, self.facts));
            villages.entry(village).or_default().add(finding.severity(), 1);
        }
        let entry = |(village, counts): (Option<UnitIdx>, Counts)| VillageEntry {
            unit: village.and_then(|unit| self.facts.unit_row(unit)).map(|row| row.id.to_string()),
            title: village
                .map_or_else(|| say!(self.lang, "未归入村（社区）", "outside any village"), |unit| self.unit(unit)),
            counts,
        };
        // Findings of no village come last.
        let none = villages.remove(&None);
        villages.into_iter().chain(none.map(|counts| (None, counts))).map(entry).collect()
    }

    /// The findings to be shown, the most severe first, and how many are left out.
    fn findings(&self, review: &Review<'_>) -> (Vec<FindingEntry>, Counts) {
        let (mut listed, mut left_out) = (Vec::new(), Counts::default());
        for severity in LISTED {
            let groups = self.alike(review, severity);
            for (position, group) in groups.into_iter().enumerate() {
                if position < self.style.each_max {
                    listed.push(self.finding(review, &group));
                } else {
                    left_out.add(severity, group.others.len().saturating_add(1));
                }
            }
        }
        (listed, left_out)
    }

    /// The findings of a severity; open ones of one provision, level and unit together.
    fn alike<'f>(&self, review: &'f Review<'_>, severity: Severity) -> Vec<Alike<'f>> {
        let mut groups: Vec<Alike<'f>> = Vec::new();
        let mut known: BTreeMap<(&ProvisionId, Level, Option<UnitIdx>, Possible), usize> = BTreeMap::new();
        let of_severity = |finding: &&Finding| finding.severity() == severity && !review.is_unexamined(finding);
        for finding in review.findings().iter().filter(of_severity) {
            let Some(provision) = review.provision(finding) else { continue };
            let position = groups.len();
            if severity == Severity::Unsettled {
                let unit = finding.subject.unit(self.facts);
                let found = *known.entry((&provision.id, finding.level, unit, finding.possible)).or_insert(position);
                if let Some(group) = groups.get_mut(found) {
                    group.others.push(finding);
                    continue;
                }
            }
            groups.push(Alike { first: finding, others: Vec::new() });
        }
        groups
    }

    fn finding(&self, review: &Review<'_>, group: &Alike<'_>) -> FindingEntry {
        let finding = group.first;
        let words = self.about(&finding.subject);
        let answer = review.answer(finding);
        let line = answer.lines.iter().find(|line| line.level == finding.level);
        let facts = line.map(|line| words.facts_compared(line)).unwrap_or_default();
        let texts = |make: &dyn Fn(&crate::review::Line<'_>) -> Vec<String>| line.map(make).unwrap_or_default();
        FindingEntry {
            severity: finding.severity(),
            provision: answer.provision.id.to_string(),
            title: answer.provision.title.in_lang(self.lang).to_owned(),
            level: finding.level,
            possible: finding.possible,
            modality: finding.modality,
            subject: words.subject_entry(&finding.subject),
            alike: group.others.iter().map(|other| self.subject_entry(&other.subject)).collect(),
            citations: line
                .map(|line| line.editions.iter().map(|one| words.citation_entry(one)).collect())
                .unwrap_or_default(),
            sentence: line.map_or_else(
                || review.in_words(finding, self.style),
                |line| words.line_sentence(answer.provision, &finding.subject, line),
            ),
            facts,
            missing: texts(&|line| line.missing.iter().map(|one| words.missing_item(one)).collect()),
            readings: texts(&|line| words.partings(line)),
            parameters: texts(&|line| line.parameters().into_iter().map(ToString::to_string).collect()),
        }
    }

    fn subject_entry(&self, subject: &Subject) -> SubjectEntry {
        let id = |person| self.facts.person_row(person).map(|row| row.id.to_string());
        let (kind, persons) = match subject {
            Subject::Person(one) => ("person", vec![id(*one)]),
            Subject::Seat(seat) => ("seat", vec![id(seat.person)]),
            Subject::Pair(a, b) => ("pair", vec![id(a.person), id(b.person)]),
            Subject::Body(..) => ("body", Vec::new()),
            Subject::Unit(_) => ("unit", Vec::new()),
            Subject::Act(_) => ("act", Vec::new()),
            Subject::Case(_) => ("case", Vec::new()),
            Subject::PersonPeriod(one, ..) => ("person-period", vec![id(*one)]),
            Subject::UnitPeriod(..) => ("unit-period", Vec::new()),
        };
        SubjectEntry {
            kind,
            key: printed_key(&subject.key(self.facts)),
            title: self.subject(subject),
            persons: persons.into_iter().flatten().collect(),
            unit: subject.unit(self.facts).and_then(|unit| self.facts.unit_row(unit)).map(|row| row.id.to_string()),
        }
    }

    pub(super) fn citation_entry(&self, edition: &Edition) -> CitationEntry {
        CitationEntry {
            instrument: edition.source.instrument().to_owned(),
            title: self.instrument(edition.source.instrument()),
            article: edition.source.article().map(str::to_owned),
            confidence: edition.source.confidence(),
            in_force_from: match &edition.from_text {
                FromDay::Day(day) => Some(day.to_string()),
                FromDay::Param(_) => None,
            },
            in_force_until: edition.until.map(|until| until.to_string()),
            level: edition.level,
        }
    }

    fn gap(&self, gap: &Gap, review: &Review<'_>) -> GapEntry {
        GapEntry {
            title: self.missing_item(&gap.missing),
            settles: gap.settles,
            helps: gap.helps,
            sentence: gap.in_words(review, self.style),
        }
    }
}

/// A subject's key with every resident id in it masked.
fn printed_key(key: &str) -> String {
    let mut out = String::new();
    for piece in key.split_inclusive(['/', '@', '+', '?']) {
        let id = piece.trim_end_matches(['/', '@', '+', '?']);
        out.push_str(&printed_id(id));
        out.push_str(piece.get(id.len()..).unwrap_or(""));
    }
    out
}

/// 不符合 2 · 提醒 4 · 待核实 9 · 备注 1.
pub(super) fn counts_line(lang: Lang, counts: Counts) -> String {
    let parts: Vec<String> =
        LISTED.into_iter().map(|severity| format!("{} {}", severity.in_words(lang), counts.of(severity))).collect();
    parts.join(" · ")
}

/// 无成员名册.
pub(super) fn absent_words(lang: Lang, list: List) -> String {
    if list == List::Acts {
        return say!(lang, "无会议记录（办理记录）", "no records of meetings (file of acts)");
    }
    let title = list.title(lang);
    say!(lang, format!("无{title}"), format!("no {title}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resident_id_in_a_key_is_masked() {
        assert_eq!(printed_key("P7/director@C1+P9/director@C1"), "P7/director@C1+P9/director@C1");
        assert_eq!(printed_key("44060519790805123X/director@C1?").len(), "44060519790805123X/director@C1?".len());
        assert!(!printed_key("11010519491231002X/chair@C1").contains("19491231"));
    }
}

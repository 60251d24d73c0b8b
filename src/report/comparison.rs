//! 层级比较 — what a lower level does to a higher one, in one sentence with both citations and the counterexample.

use super::Style;
use super::decisive::{decisive, truth_of};
use super::words::{Words, clauses, join, say, verdict_words};
use crate::check::{Derivation, Evidence};
use crate::compare::{Comparison, Direction, Finding, Outcome};
use crate::rulebook::{Edition, Overreach, Setting, SettingFault};
use crate::vocab::{Bilingual, Lang, TermSet};

/// How many facts of each side one sentence names.
const FACTS_MAX: usize = 3;

impl Direction {
    /// 放宽、收紧.
    pub const fn in_words(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Loosened, Lang::Zh) => "放宽",
            (Self::Loosened, Lang::En) => "loosened",
            (Self::Tightened, Lang::Zh) => "收紧",
            (Self::Tightened, Lang::En) => "tightened",
        }
    }
}

impl Comparison {
    /// A finding as one sentence: 放宽：村民委员会职数：镇级规定…对国家法律…：如 U1 村民委员会：按上位规定不符合（…），按
    /// 下位规定符合（…）.
    pub fn in_words(&self, finding: &Finding<'_>, lang: Lang) -> String {
        let example = finding.counterexample;
        let style = Style::new(lang);
        let words = Words::new(&example.register, &self.rules, &style).about(&example.subject);
        let direction = finding.direction.in_words(lang);
        let named = |id| self.rules.provision(id).map_or("", |provision| provision.title.in_lang(lang));
        let title = match named(finding.against) {
            title if finding.against == finding.provision => title.to_owned(),
            title => join(lang, &[title, named(finding.provision)]),
        };
        let (above, below) = (Self::cited(finding.higher, &words), Self::cited(finding.lower, &words));
        let below = match finding.clause {
            Some(clause) => {
                let units: Vec<String> = clause.units.iter().map(ToString::to_string).collect();
                let (units, key) = (join(lang, &units), words.term(TermSet::Clause, &clause.key));
                let value = &clause.value;
                say!(
                    lang,
                    format!("{units}章程“{key}：{value}”"),
                    format!("the charter of {units}, \"{key}: {value}\"")
                )
            }
            None => below,
        };
        let subject = words.subject(&example.subject);
        let (up, down) = (words.came(&example.higher), words.came(&example.lower));
        let mut parts = vec![say!(
            lang,
            format!("例如 {subject}：按上位规定{up}，按下位规定{down}"),
            format!("for example {subject}: {up} by the higher, {down} by the lower")
        )];
        if !example.readings.is_empty() {
            let readings: Vec<String> =
                example.readings.iter().map(|(name, value)| words.reading(name, value)).collect();
            let readings = join(lang, &readings);
            parts.push(say!(lang, format!("按{readings}理解"), format!("read as {readings}")));
        }
        let example = clauses(lang, &parts);
        match (lang, finding.direction) {
            (Lang::Zh, Direction::Loosened) => format!("{direction}：{title}：{below}放宽了{above}：{example}"),
            (Lang::Zh, Direction::Tightened) => {
                format!("{direction}：{title}：{below}限制了{above}不得缩小的范围：{example}")
            }
            (Lang::En, Direction::Loosened) => {
                format!("{direction}: {title}: {below} lets pass what {above} does not: {example}")
            }
            (Lang::En, Direction::Tightened) => {
                format!("{direction}: {title}: {below} narrows what {above} does not let be narrowed: {example}")
            }
        }
    }

    /// What came of one direction, in words.
    pub fn outcome_in_words(&self, outcome: &Outcome, lang: Lang) -> String {
        match outcome {
            Outcome::NotAsked => say!(lang, "上位规定不禁止", "not closed by the higher rule"),
            Outcome::Implied => say!(lang, "由条文即可断定没有", "none, by the two texts alone"),
            Outcome::NoneFound { candidates } => say!(
                lang,
                format!("试拟{candidates}份登记册，未发现"),
                format!("none found among {candidates} candidates")
            ),
            Outcome::Open { parameters, candidates } => {
                let clause = |name| self.rules.vocabulary().title(TermSet::Clause, name, lang);
                let named =
                    |name| self.rules.parameter(name).map_or_else(|| clause(name), |one| one.title.in_lang(lang));
                let waiting = join(lang, &parameters.iter().map(named).collect::<Vec<&str>>());
                say!(
                    lang,
                    format!("取决于尚未确定的：{waiting}；试拟{candidates}份登记册，未发现"),
                    format!("it depends on what nobody has set: {waiting}; none found among {candidates} candidates")
                )
            }
            Outcome::Found(example) => example.direction.in_words(lang).to_owned(),
        }
    }

    /// A finding in both languages.
    pub fn says(&self, finding: &Finding<'_>) -> Option<Bilingual> {
        Bilingual::new(&self.in_words(finding, Lang::Zh), &self.in_words(finding, Lang::En)).ok()
    }

    /// A value that may not stand, in one sentence.
    pub fn setting_in_words(&self, setting: &Setting, fault: SettingFault, lang: Lang) -> String {
        let parameter = self.rules.parameter(&setting.name);
        let title = parameter.map_or(setting.name.as_str(), |parameter| parameter.title.in_lang(lang));
        let value = parameter
            .map_or_else(|| setting.value.to_string(), |parameter| parameter.value_in_words(&setting.value, lang));
        match fault {
            SettingFault::OutOfRange => {
                let allowed = parameter.map(|parameter| parameter.allowed(lang)).unwrap_or_default();
                say!(
                    lang,
                    format!("超出可取范围：{title}＝{value}；可填：{allowed}"),
                    format!("out of range: {title} = {value}; it can be: {allowed}")
                )
            }
            SettingFault::NotTheirs => {
                let levels = parameter.map(|parameter| parameter.set_by.clone()).unwrap_or_default();
                let theirs: Vec<&str> = levels.iter().map(|level| level.title(lang)).collect();
                let (theirs, by) = (join(lang, &theirs), setting.by.map_or("", |by| by.title(lang)));
                say!(
                    lang,
                    format!("无权设定：{title}＝{value}，由{by}设定；应由{theirs}定"),
                    format!("not theirs to set: {title} = {value}, set by {by}; it is set by: {theirs}")
                )
            }
        }
    }

    /// An edition that claims a level above that of its profile, in one sentence.
    pub fn overreach_in_words(&self, overreach: &Overreach, lang: Lang) -> String {
        let provision = self.rules.provision(&overreach.provision);
        let title = provision.map_or(overreach.provision.as_str(), |provision| provision.title.in_lang(lang));
        let (claimed, by) = (overreach.level.title(lang), overreach.by.title(lang));
        say!(
            lang,
            format!("越级：{title}：由{by}设定，却列为{claimed}"),
            format!("above its level: {title}: set by {by}, and given out as {claimed}")
        )
    }

    fn cited(edition: &Edition, words: &Words<'_>) -> String {
        let level = edition.level.title(words.lang);
        format!("{level} {}", words.citation(edition))
    }
}

impl Words<'_> {
    /// How one side came out, with the facts on which it turns: 不符合（核定职数9人，最多7人）.
    fn came(&self, why: &Derivation) -> String {
        let word = verdict_words(why.possible.verdict(), self.lang);
        let mut facts: Vec<String> = Vec::new();
        let leaves = decisive(why);
        // Where persons are counted, the tally says it all.
        let tally = |leaf: &&Derivation| {
            matches!(leaf.evidence, Some(Evidence::Share { .. } | Evidence::Number { .. } | Evidence::Times { .. }))
        };
        let tallies = leaves.iter().copied().filter(tally).collect::<Vec<_>>();
        for leaf in if tallies.is_empty() { leaves } else { tallies } {
            let evidence = leaf.evidence.as_ref();
            let fact = evidence.map_or_else(String::new, |evidence| self.evidence(evidence, truth_of(leaf.possible)));
            if !facts.contains(&fact) {
                facts.push(fact);
            }
        }
        facts.truncate(FACTS_MAX);
        if facts.is_empty() {
            return word.to_owned();
        }
        let facts = clauses(self.lang, &facts);
        say!(self.lang, format!("{word}（{facts}）"), format!("{word} ({facts})"))
    }
}

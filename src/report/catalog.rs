//! 条文目录 — the whole rulebook as one page: what each provision is asked of, and each of its editions with its article,
//! so that a person who knows the law can hold it against the statute.

use super::answer::effect_words;
use super::citation::article_words;
use super::order::moment_words;
use super::words::{join, say, titles};
use crate::check::Reach;
use crate::rulebook::{Before, Edition, FromDay, Modality, Parameter, Provision, Rulebook, Scope, Transition, Variant};
use crate::vocab::{Key, Lang, Pillar, TermSet};

impl Rulebook {
    /// 条文目录 — every provision with its editions, and every parameter, as Markdown.
    ///
    /// ```
    /// use grassroots::{rulebook::Rulebook, vocab::Lang};
    ///
    /// let page = Rulebook::builtin()?.catalog(Lang::En);
    /// assert!(page.contains("### organization.board-kin"));
    /// assert!(page.contains("Rural Collective Economic Organizations Law, art. 29(1)"));
    /// # Ok::<(), grassroots::rulebook::RulebookErrors>(())
    /// ```
    pub fn catalog(&self, lang: Lang) -> String {
        let mut page = Page { rules: self, lang, out: String::new() };
        page.head();
        for pillar in Pillar::ALL {
            let provisions: Vec<&Provision> =
                self.provisions().filter(|provision| provision.id.pillar() == *pillar).collect();
            if provisions.is_empty() {
                continue;
            }
            let (title, count) = (pillar.title(lang), provisions.len());
            page.line(&say!(lang, format!("\n## {title}（{count}条）"), format!("\n## {title} ({count})")));
            for provision in provisions {
                page.provision(provision);
            }
        }
        page.parameters();
        page.out
    }
}

struct Page<'r> {
    rules: &'r Rulebook,
    lang: Lang,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn row(&mut self, cells: &[String]) {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|").replace('\n', " ")).collect();
        let row = format!("| {} |", cells.join(" | "));
        self.line(&row);
    }

    fn table(&mut self, heads: &[&str]) {
        let heads: Vec<String> = heads.iter().map(|head| (*head).to_owned()).collect();
        self.row(&heads);
        let rule = format!("|{}", " --- |".repeat(heads.len()));
        self.line(&rule);
    }

    fn head(&mut self) {
        let lang = self.lang;
        let (provisions, editions) = self.rules.provisions().fold((0_usize, 0_usize), |(provisions, editions), one| {
            (provisions.saturating_add(1), editions.saturating_add(one.editions.len()))
        });
        self.line(&say!(lang, "# 条文目录", "# Catalogue of provisions"));
        self.line("");
        self.line(&say!(
            lang,
            format!("由规则表生成，请勿手工修改。共{provisions}条，{editions}个版本。“失效”为不再施行的第一天。"),
            format!(
                "Rendered from the rulebook; not edited by hand. {provisions} provisions, {editions} editions. \"Until\" is the first day no longer in force."
            ),
        ));
        let profiles: Vec<&str> = self.rules.profiles().iter().map(|name| name.in_lang(lang)).collect();
        if !profiles.is_empty() {
            let profiles = join(lang, &profiles);
            self.line("");
            self.line(&say!(
                lang,
                format!("含地方标准：{profiles}。"),
                format!("With the local standards of: {profiles}.")
            ));
        }
    }

    fn provision(&mut self, provision: &Provision) {
        let lang = self.lang;
        let scope = self.scope(&provision.applies_to);
        let moment = moment_words(lang, provision.judged_on);
        let before = match provision.before {
            Before::Unknown => say!(lang, "不明", "not known"),
            Before::Nothing => say!(lang, "无此规定", "no such rule"),
        };
        let (zh, en) = (provision.title.zh(), provision.title.en());
        self.line(&format!("\n### {}\n\n**{zh}** · {en}\n", provision.id));
        self.line(&say!(lang, format!("- 适用对象：{scope}"), format!("- asked of: {scope}")));
        self.line(&say!(lang, format!("- 审查基准日：{moment}"), format!("- judged on: {moment}")));
        self.line(&say!(
            lang,
            format!("- 首个版本之前：{before}\n"),
            format!("- before the first edition: {before}\n")
        ));
        self.table(match lang {
            Lang::Zh => &["施行", "失效", "层级", "依据", "可信程度", "要求", "规范类型", "过渡", "参数", "内容"],
            Lang::En => &[
                "from",
                "until",
                "level",
                "source",
                "confidence",
                "modality",
                "kind",
                "transition",
                "parameters",
                "says",
            ],
        });
        for edition in &provision.editions {
            let cells = self.edition(edition);
            self.row(&cells);
        }
    }

    fn edition(&self, edition: &Edition) -> [String; 10] {
        let lang = self.lang;
        let from = match &edition.from_text {
            FromDay::Day(day) => day.to_string(),
            FromDay::Param(name) => say!(lang, format!("未定（{name}）"), format!("not set ({name})")),
        };
        let mut modality = modality_words(edition.modality, lang).to_owned();
        if let Some(effect) = edition.effect {
            modality.push_str(&say!(lang, "；", "; "));
            modality.push_str(&effect_words(lang, effect));
        }
        [
            from,
            edition.until.map_or_else(|| "—".to_owned(), |until| until.to_string()),
            edition.level.title(lang).to_owned(),
            self.source(edition),
            edition.source.confidence().title(lang).to_owned(),
            modality,
            self.each(edition, |variant| variant.norm.title(lang).to_owned()),
            self.each(edition, |variant| transition_words(variant.transition, lang).to_owned()),
            self.names(&edition.parameters),
            self.each(edition, says),
        ]
    }

    fn source(&self, edition: &Edition) -> String {
        let (lang, source) = (self.lang, &edition.source);
        let instrument = self.rules.instrument(source.instrument());
        let title = instrument.map_or_else(|| source.instrument(), |one| one.title.in_lang(lang));
        let article = source.article().map(|article| article_words(lang, article));
        match article {
            Some(article) => say!(lang, format!("《{title}》{article}"), format!("{title}, {article}")),
            None => say!(lang, format!("《{title}》"), title),
        }
    }

    fn names(&self, parameters: &[Key]) -> String {
        let names: Vec<String> = parameters.iter().map(|name| format!("`{name}`")).collect();
        if names.is_empty() { "—".to_owned() } else { join(self.lang, &names) }
    }

    /// What the readings of an edition say; once where all say the same.
    fn each(&self, edition: &Edition, words: impl Fn(&Variant) -> String) -> String {
        let all: Vec<(String, String)> = edition
            .variants
            .iter()
            .map(|variant| {
                let readings: Vec<String> =
                    variant.readings.iter().map(|(name, value)| format!("{name} = {value}")).collect();
                (join(self.lang, &readings), words(variant))
            })
            .collect();
        match all.as_slice() {
            [] => String::new(),
            [(_, first), rest @ ..] if rest.iter().all(|(_, other)| other == first) => first.clone(),
            all => {
                let each: Vec<String> = all.iter().map(|(readings, words)| format!("{readings}: {words}")).collect();
                each.join(" / ")
            }
        }
    }

    fn stages(&self, keys: &[Key]) -> String {
        let vocabulary = self.rules.vocabulary();
        let words: Vec<&str> = keys.iter().map(|key| vocabulary.title(TermSet::Stage, key, self.lang)).collect();
        join(self.lang, &words)
    }

    fn scope(&self, scope: &Scope) -> String {
        let lang = self.lang;
        match scope {
            Scope::Seat { posts, units, holders, candidates } => {
                let posts = titles!(lang, posts);
                let who = match (*holders, *candidates) {
                    (true, true) => say!(lang, "任职者、候选人和拟任人选", "holders, candidates and proposed persons"),
                    (false, _) => say!(lang, "候选人和拟任人选", "candidates and proposed persons"),
                    (true, false) => say!(lang, "任职者", "holders"),
                };
                let said = say!(lang, format!("{posts}的{who}"), format!("{who} of the posts: {posts}"));
                in_units(said, &titles!(lang, units), lang)
            }
            Scope::Pair { of, from, inside, units } => {
                let (of, from, reach) = (titles!(lang, of), titles!(lang, from), reach_words(*inside, lang));
                let said = say!(
                    lang,
                    format!("{reach}的两人，一人任{of}，另一人任{from}"),
                    format!("two persons {reach}, one {of}, the other {from}"),
                );
                in_units(said, &titles!(lang, units), lang)
            }
            Scope::Body { kinds, units } => in_units(titles!(lang, kinds), &titles!(lang, units), lang),
            Scope::Unit { kinds, having } => {
                let (kinds, posts) = (titles!(lang, kinds), titles!(lang, having));
                if having.is_empty() {
                    return kinds;
                }
                say!(lang, format!("设有{posts}的{kinds}"), format!("{kinds}, where there is a {posts}"))
            }
            Scope::Act { stages, units } => {
                let stages = self.stages(stages);
                let said = say!(lang, format!("办理环节：{stages}"), format!("acts: {stages}"));
                in_units(said, &titles!(lang, units), lang)
            }
            Scope::Case { having } => {
                let stages = self.stages(having);
                say!(
                    lang,
                    format!("有下列环节之一的事项：{stages}"),
                    format!("cases in which one of these occurs: {stages}")
                )
            }
            Scope::Person { posts } => {
                let posts = titles!(lang, posts);
                say!(lang, format!("任{posts}者本人"), format!("each person who is {posts}"))
            }
            Scope::PartyMemberPeriod {} => say!(lang, "党员的每个周期", "each period of each Party member"),
            Scope::UnitPeriod { kinds } => {
                let kinds = titles!(lang, kinds);
                say!(lang, format!("{kinds}的每个周期"), format!("each period of each {kinds}"))
            }
        }
    }

    fn parameters(&mut self) {
        let lang = self.lang;
        let parameters: Vec<&Parameter> = self.rules.parameters().collect();
        let count = parameters.len();
        self.line(&say!(lang, format!("\n## 参数（{count}个）\n"), format!("\n## Parameters ({count})\n")));
        self.table(match lang {
            Lang::Zh => &["参数", "名称", "问题", "由谁定", "可填", "现值", "理由"],
            Lang::En => &["parameter", "title", "question", "set by", "may be", "value", "reason"],
        });
        for parameter in parameters {
            let value = match parameter.in_force() {
                None => say!(lang, "未定", "open"),
                Some(value) => {
                    let words = parameter.value_in_words(value, lang);
                    let meanwhile = say!(lang, format!("{words}（暂用）"), format!("{words} (default)"));
                    if parameter.is_default() { meanwhile } else { words }
                }
            };
            self.row(&[
                format!("`{}`", parameter.name),
                parameter.title.in_lang(lang).to_owned(),
                parameter.question.in_lang(lang).to_owned(),
                titles!(lang, parameter.set_by),
                parameter.allowed(lang),
                value,
                parameter.reason.as_ref().map_or("", |reason| reason.in_lang(lang)).to_owned(),
            ]);
        }
    }
}

/// Which units the words before are about; all where none is named.
fn in_units(said: String, units: &str, lang: Lang) -> String {
    if units.is_empty() {
        return said;
    }
    say!(lang, format!("{said}（{units}）"), format!("{said} (of: {units})"))
}

/// The norm with its condition and its exceptions, as a rulebook writes them.
fn says(variant: &Variant) -> String {
    let toml = |value: Result<toml::Value, toml::ser::Error>| value.map(|value| value.to_string()).unwrap_or_default();
    let mut parts = Vec::new();
    if let Some(when) = &variant.when {
        parts.push(format!("`when = {}`", toml(toml::Value::try_from(when))));
    }
    for unless in &variant.unless {
        parts.push(format!("`unless = {}`", toml(toml::Value::try_from(&unless.when))));
    }
    parts.push(format!("`{}`", toml(toml::Value::try_from(&variant.norm))));
    parts.join(" ")
}

const fn reach_words(reach: Reach, lang: Lang) -> &'static str {
    let (zh, en) = match reach {
        Reach::Unit => ("同一单位", "of one unit"),
        Reach::Village => ("同一村（社区）", "of one village or community"),
        Reach::Anywhere => ("不限单位", "of any units"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

const fn modality_words(modality: Modality, lang: Lang) -> &'static str {
    let (zh, en) = match modality {
        Modality::Must => ("应当", "must"),
        Modality::Normally => ("一般", "normally"),
        Modality::May => ("可以", "may"),
        Modality::Note => ("备注", "note"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

const fn transition_words(transition: Transition, lang: Lang) -> &'static str {
    let (zh, en) = match transition {
        Transition::AtOnce => ("立即适用", "at once"),
        Transition::NewTerms => ("新任期适用", "new terms"),
        Transition::Remark => ("备注至下次选举", "a remark until the next election"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

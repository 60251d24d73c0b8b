//! 依据条文 — article, edition and confidence in words: 农村集体经济组织法第29条第1款（2025-05-01起）.

use super::words::{Words, join, say};
use crate::rulebook::{Edition, FromDay};
use crate::vocab::{Citation, Confidence, Lang};

impl Words<'_> {
    /// The editions of a line, each with its article, its time and, unless verified, its confidence.
    pub(super) fn citations(&self, editions: &[&Edition]) -> String {
        let words: Vec<String> = editions.iter().map(|edition| self.citation(edition)).collect();
        join(self.lang, &words)
    }

    pub(super) fn citation(&self, edition: &Edition) -> String {
        let mut words = self.source(&edition.source);
        words.push_str(&edition_words(self.lang, edition));
        words.push_str(&confidence_words(self.lang, edition.source.confidence()));
        words
    }

    /// Instrument and article.
    pub(super) fn source(&self, source: &Citation) -> String {
        let title = self.instrument(source.instrument());
        match source.article() {
            Some(article) => {
                let article = article_words(self.lang, article);
                say!(self.lang, format!("{title}{article}"), format!("{title}, {article}"))
            }
            None => title,
        }
    }

    pub(super) fn instrument(&self, key: &str) -> String {
        self.rules.instrument(key).map_or_else(|| key.to_owned(), |one| one.title.in_lang(self.lang).to_owned())
    }
}

/// `29(1)` as 第29条第1款, `26(1)(4)` as 第26条第1款第4项, `10-13` as 第10条至第13条; anything else as it stands.
pub(super) fn article_words(lang: Lang, article: &str) -> String {
    if lang == Lang::En {
        let many = article.contains(['-', '–', ',', '、']);
        return format!("{} {}", if many { "arts." } else { "art." }, article.replace('-', "–"));
    }
    let parts: Vec<Vec<String>> = article
        .split([',', '、'])
        .map(|part| part.split(['-', '–']).filter_map(one_article).collect::<Vec<String>>())
        .collect();
    let read: usize = parts.iter().map(Vec::len).sum();
    if read != article.split([',', '、', '-', '–']).count() {
        return format!("“{article}”");
    }
    let parts: Vec<String> = parts.iter().map(|ends| ends.join("至")).collect();
    join(lang, &parts)
}

fn one_article(text: &str) -> Option<String> {
    let mut pieces = text.trim().split('(');
    let number =
        |piece: &str| (!piece.is_empty() && piece.bytes().all(|byte| byte.is_ascii_digit())).then(|| piece.to_owned());
    let mut words = format!("第{}条", number(pieces.next()?)?);
    let mut names = ["款", "项", "目"].into_iter();
    for piece in pieces {
        let inner = number(piece.strip_suffix(')')?)?;
        words.extend(["第", inner.as_str(), names.next()?]);
    }
    Some(words)
}

/// （2025-05-01起）, （2018-12-29至2025-12-31）, （施行日未定）.
fn edition_words(lang: Lang, edition: &Edition) -> String {
    let last = edition.until.and_then(|until| until.pred_opt());
    match (&edition.from_text, last) {
        (FromDay::Day(from), None) => say!(lang, format!("（{from}起）"), format!(" (in force from {from})")),
        (FromDay::Day(from), Some(last)) => {
            say!(lang, format!("（{from}至{last}）"), format!(" (in force {from} to {last})"))
        }
        (FromDay::Param(_), None) => say!(lang, "（施行日未定）", " (day of entry into force not set)"),
        (FromDay::Param(_), Some(last)) => {
            say!(lang, format!("（施行日未定，至{last}）"), format!(" (day of entry into force not set, to {last})"))
        }
    }
}

/// What to keep in mind about a citation that was not read in the text itself.
pub(super) fn confidence_words(lang: Lang, confidence: Confidence) -> String {
    match confidence {
        Confidence::Verified => String::new(),
        Confidence::Partial => {
            say!(
                lang,
                "（依据摘要核对，条号以原文为准）",
                " (checked in a summary; the text decides on the article number)"
            )
        }
        Confidence::Recalled => say!(lang, "（凭记忆引用，请核对原文）", " (cited from memory; please check the text)"),
        Confidence::Inference => say!(lang, "（系推断，条文未明写）", " (inferred; the text does not say so in words)"),
        Confidence::Plan => {
            say!(
                lang,
                "（据方案报道，以正式文件为准）",
                " (from a plan or a report of one; the document itself decides)"
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_said_as_chinese_texts_say_them() {
        for (article, zh, en) in [
            ("33", "第33条", "art. 33"),
            ("29(1)", "第29条第1款", "art. 29(1)"),
            ("26(1)(4)", "第26条第1款第4项", "art. 26(1)(4)"),
            ("10-13", "第10条至第13条", "arts. 10–13"),
            ("8(1),9", "第8条第1款、第9条", "arts. 8(1),9"),
            ("附件2", "“附件2”", "art. 附件2"),
            ("29(", "“29(”", "art. 29("),
        ] {
            assert_eq!(article_words(Lang::Zh, article), zh);
            assert_eq!(article_words(Lang::En, article), en);
        }
    }

    #[test]
    fn only_a_verified_citation_stands_without_a_word_of_caution() {
        for confidence in Confidence::ALL {
            for lang in [Lang::Zh, Lang::En] {
                assert_eq!(confidence_words(lang, *confidence).is_empty(), *confidence == Confidence::Verified);
            }
        }
    }
}

//! 亲属与兼任 — ties between two persons, and posts held by one, in words.

use super::words::{Words, join, say};
use crate::facts::PersonIdx;
use crate::facts::kin::KinPath;
use crate::vocab::{Circle, Lang, PostKind, Relation, Truth};
use chrono::NaiveDate;

impl Words<'_> {
    pub(super) fn kin(
        &self,
        a: PersonIdx,
        b: PersonIdx,
        circle: Circle,
        path: Option<&KinPath>,
        truth: Truth,
    ) -> String {
        let lang = self.lang;
        let named = self.is_the_pair(a, b);
        let (first, second) = (self.person(a), self.person(b));
        let two = if named {
            say!(lang, "二人", "the two")
        } else {
            say!(lang, format!("{first}与{second}"), format!("{first} and {second}"))
        };
        let circle = circle.title(lang);
        let Some(path) = path else {
            return match truth {
                Truth::Unknown => say!(
                    lang,
                    format!("{two}是否有亲属关系（{circle}范围）尚无完整申报"),
                    format!("whether {two} are kin is not declared in full ({circle})"),
                ),
                Truth::True | Truth::False => say!(
                    lang,
                    format!("{two}无{circle}关系的登记"),
                    format!("no such tie of kin between {two} is on record ({circle})"),
                ),
            };
        };
        let said = self.tie(&two, &first, &second, path);
        match truth {
            Truth::True => said,
            Truth::False => say!(
                lang,
                format!("{said}，不在{circle}范围内"),
                format!("{said}, which is outside the circle ({circle})"),
            ),
            Truth::Unknown => say!(
                lang,
                format!("登记显示{said}，当日是否仍在{circle}范围内尚不明确"),
                format!(
                    "by the record {said}; whether that holds within the circle on the day is not known ({circle})"
                ),
            ),
        }
    }

    /// 二人为兄弟姐妹（经P003）; a tie without a word of its own step by step.
    pub(super) fn tie(&self, two: &str, first: &str, second: &str, path: &KinPath) -> String {
        let lang = self.lang;
        let said = match path.relation() {
            Some(relation) => {
                if let Some(mutual) = mutual(lang, relation) {
                    say!(lang, format!("{two}为{mutual}"), format!("{two} are {mutual}"))
                } else {
                    let word = relation.title(lang);
                    say!(lang, format!("{second}为{first}的{word}"), format!("{second} is the {word} of {first}"))
                }
            }
            None if path.steps.is_empty() => say!(lang, format!("{two}为同一人"), format!("{two} are one person")),
            None => {
                let mut chain = first.to_owned();
                for step in &path.steps {
                    let (word, to) = (step.relation.title(lang), self.person(step.to));
                    chain.push_str(&say!(lang, format!("→{word}{to}"), format!(" → {word} {to}")));
                }
                return say!(lang, format!("{two}有亲属关系（{chain}）"), format!("{two} are related ({chain})"));
            }
        };
        let last = path.steps.len().saturating_sub(1);
        let between: Vec<String> = path.steps.iter().take(last).map(|step| self.person(step.to)).collect();
        if between.is_empty() {
            return said;
        }
        let through = join(lang, &between);
        say!(lang, format!("{said}（经{through}）"), format!("{said} (through {through})"))
    }

    pub(super) fn same_person(&self, person: PersonIdx, posts: (PostKind, PostKind)) -> String {
        let person = self.person(person);
        let (one, other) = (posts.0.title(self.lang), posts.1.title(self.lang));
        say!(self.lang, format!("{person}一人同时任{one}与{other}"), format!("{person} is both {one} and {other}"))
    }

    pub(super) fn both_posts(
        &self,
        posts: (PostKind, PostKind),
        found: Option<PersonIdx>,
        on: NaiveDate,
        truth: Truth,
    ) -> String {
        let (lang, day) = (self.lang, self.day(on));
        let (one, other) = (posts.0.title(lang), posts.1.title(lang));
        match (truth, found) {
            (Truth::True, Some(person)) => self.same_person(person, posts),
            (Truth::True, None) => {
                say!(lang, format!("{one}与{other}由一人担任"), format!("one person is {one} and {other}"))
            }
            (Truth::False, _) => say!(
                lang,
                format!("{day}时{one}与{other}不由同一人担任"),
                format!("{one} and {other} are not one person on {day}"),
            ),
            (Truth::Unknown, _) => say!(
                lang,
                format!("{day}时{one}与{other}是否由同一人担任尚不明确"),
                format!("whether one person is {one} and {other} on {day} is not known"),
            ),
        }
    }
}

/// The word for both of two relatives, where each is the same to the other.
fn mutual(lang: Lang, relation: Relation) -> Option<String> {
    Some(match relation {
        Relation::Spouse => say!(lang, "夫妻", "spouses"),
        Relation::Sibling => say!(lang, "兄弟姐妹", "siblings"),
        Relation::Cousin => say!(lang, "堂表兄弟姐妹", "first cousins"),
        Relation::SiblingInLaw => say!(lang, "配偶的兄弟姐妹或兄弟姐妹的配偶", "siblings-in-law"),
        Relation::ChildsParentInLaw => say!(lang, "子女配偶的父母（亲家）", "parents of a married couple"),
        Relation::NotRelated => say!(lang, "非亲属", "not related"),
        Relation::Parent
        | Relation::Child
        | Relation::AdoptiveParent
        | Relation::AdoptedChild
        | Relation::StepParent
        | Relation::StepChild
        | Relation::Grandparent
        | Relation::Grandchild
        | Relation::GreatGrandparent
        | Relation::GreatGrandchild
        | Relation::UncleOrAunt
        | Relation::NephewOrNiece
        | Relation::ParentInLaw
        | Relation::ChildInLaw => return None,
    })
}

//! 称谓 — a path in words.

use super::KinPath;
use super::links::Class;
use crate::vocab::{Circle, Lang, Relation};

impl KinPath {
    /// 称谓 — what the last person of the path is to the first: 兄弟姐妹, sibling. Where no word says it alone, step by
    /// step: 配偶的兄弟姐妹的配偶, spouse's sibling's spouse.
    pub fn relation_words(&self, lang: Lang) -> String {
        if self.steps.is_empty() {
            return Circle::SamePerson.title(lang).to_owned();
        }
        // A sibling-in-law is one of several; a path says which.
        let one_word = self.relation().filter(|word| self.steps.len() == 1 || *word != Relation::SiblingInLaw);
        let words = one_word.map_or_else(|| self.merged(), |word| vec![word]);
        let titles: Vec<&str> = words.into_iter().map(|word| word.title(lang)).collect();
        titles.join(match lang {
            Lang::Zh => "的",
            Lang::En => "'s ",
        })
    }

    /// The steps, with a parent's child as a sibling.
    fn merged(&self) -> Vec<Relation> {
        let mut words: Vec<Relation> = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            let above = words.last().is_some_and(|last| Class::of(*last) == Class::Up);
            if above && Class::of(step.relation) == Class::Down {
                words.pop();
                words.push(Relation::Sibling);
            } else {
                words.push(step.relation);
            }
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::super::{KinStep, PersonIdx};
    use super::*;
    use Relation::{Child, Parent, Sibling, SiblingInLaw, Spouse};

    fn words(relations: &[Relation]) -> (String, String) {
        let step = |(row, relation): (u32, &Relation)| KinStep {
            from: PersonIdx(row),
            to: PersonIdx(row.saturating_add(1)),
            relation: *relation,
            half: None,
            row,
        };
        let path = KinPath { steps: (0..).zip(relations).map(step).collect() };
        assert_eq!(path.steps().len(), path.rows().len());
        (path.relation_words(Lang::Zh), path.relation_words(Lang::En))
    }

    #[test]
    fn a_path_is_said_in_one_word_or_step_by_step() {
        for (relations, zh, en) in [
            (&[][..], "本人", "the same person"),
            (&[Parent, Child], "兄弟姐妹", "sibling"),
            (&[Sibling], "兄弟姐妹", "sibling"),
            (&[Parent, Parent, Child, Child], "堂表兄弟姐妹", "first cousin"),
            (&[Spouse, Parent], "配偶的父母", "parent-in-law"),
            (&[Spouse, Parent, Child], "配偶的兄弟姐妹", "spouse's sibling"),
            (&[Parent, Child, Spouse], "兄弟姐妹的配偶", "sibling's spouse"),
            (&[Spouse, Sibling, Spouse], "配偶的兄弟姐妹的配偶", "spouse's sibling's spouse"),
            (&[Parent, Parent, Child, Spouse], "父母的兄弟姐妹的配偶", "parent's sibling's spouse"),
            (&[Parent, Parent, Parent, Parent], "父母的父母的父母的父母", "parent's parent's parent's parent"),
            (&[SiblingInLaw], "配偶的兄弟姐妹、兄弟姐妹的配偶", "spouse's sibling or sibling's spouse"),
        ] {
            assert_eq!(words(relations), (zh.to_owned(), en.to_owned()), "{relations:?}");
        }
    }
}

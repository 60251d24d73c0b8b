//! 数字 — ranges, bounds and shares in words: 至少3, 3至7, 三分之二以上（至少 5 人）.

use super::words::{Words, say};
use crate::check::{Counted, Evidence, Range};
use crate::facts::Quantity;
use crate::vocab::{Lang, PostKind, Share, ShareTest};

/// The numbers of a fraction that have words of their own.
const ZH: [&str; 11] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const EN: [&str; 11] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
/// The parts of a whole, by how many there are.
const EN_PARTS: [&str; 11] =
    ["", "", "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

impl Words<'_> {
    /// A number of a roster or a record, with what is asked of it.
    pub(super) fn counted(&self, of: &Counted, found: Range, min: Option<u32>, max: Option<u32>, odd: bool) -> String {
        let lang = self.lang;
        let found = range_words(lang, found);
        let what = match of {
            // The body is the subject of the sentence.
            Counted::Seats(_) => say!(lang, format!("核定职数{found}名"), format!("{found} seats fixed")),
            Counted::Holders(posts) => {
                let posts = self.posts(posts);
                say!(lang, format!("计入的任职人员（{posts}）{found}人"), format!("{found} holders counted ({posts})"))
            }
            Counted::Of(quantity) => quantity_words(lang, *quantity, &found),
            Counted::PostsOfOne(posts) => self.posts_of_one(posts, &found),
        };
        match bounds_words(lang, min, max, odd) {
            Some(needed) => say!(lang, format!("{what}；要求{needed}"), format!("{what}; asked: {needed}")),
            None => say!(lang, format!("{what}；要求的数额未定"), format!("{what}; the number asked is not set")),
        }
    }

    fn posts_of_one(&self, posts: &[PostKind], found: &str) -> String {
        let posts = self.posts(posts);
        say!(
            self.lang,
            format!("一人同时担任的职务（{posts}范围内）{found}个"),
            format!("{found} posts held by one person (out of: {posts})"),
        )
    }

    /// 到会4人，全体理事7人；要求三分之二以上（至少5人）.
    pub(super) fn share(&self, evidence: &Evidence) -> String {
        let Evidence::Share { of, found, base, all, test, .. } = evidence else { return String::new() };
        let lang = self.lang;
        let number = range_words(lang, *found);
        let counted = match of {
            Counted::Holders(posts) => {
                let posts = self.posts(posts);
                say!(lang, format!("计入的任职人员（{posts}）{number}人"), format!("{number} holders counted ({posts})"))
            }
            Counted::Of(quantity) => quantity_words(lang, *quantity, &number),
            Counted::Seats(_) => say!(lang, format!("核定职数{number}名"), format!("{number} seats fixed")),
            Counted::PostsOfOne(posts) => self.posts_of_one(posts, &number),
        };
        let (title, size) = (base.title(lang), range_words(lang, *all));
        let base = say!(lang, format!("{title}{size}"), format!("{title}: {size}"));
        let needed = match test {
            Some(test) => share_words(lang, *test, all.known()),
            None => say!(lang, "比例未定", "a share that is not set"),
        };
        say!(lang, format!("{counted}，{base}；要求{needed}"), format!("{counted}, {base}; asked: {needed}"))
    }
}

/// 3, 至少3, 3至5.
pub(super) fn range_words(lang: Lang, range: Range) -> String {
    let Range { low, high, .. } = range;
    match high {
        Some(high) if high == low => low.to_string(),
        Some(high) => say!(lang, format!("{low}至{high}"), format!("{low} to {high}")),
        None if low == 0 => say!(lang, "不明数量", "an unknown number"),
        None => say!(lang, format!("至少{low}"), format!("at least {low}")),
    }
}

/// 3至7，且为单数; none where nothing is asked, because nobody has set it.
fn bounds_words(lang: Lang, min: Option<u32>, max: Option<u32>, odd: bool) -> Option<String> {
    let range = match (min, max) {
        (Some(min), Some(max)) if min == max => Some(say!(lang, format!("恰为{min}"), format!("exactly {min}"))),
        (Some(min), Some(max)) => Some(say!(lang, format!("{min}至{max}"), format!("{min} to {max}"))),
        (Some(min), None) => Some(say!(lang, format!("至少{min}"), format!("at least {min}"))),
        (None, Some(0)) => Some(say!(lang, "为零", "none")),
        (None, Some(max)) => Some(say!(lang, format!("不超过{max}"), format!("at most {max}"))),
        (None, None) => None,
    };
    match (range, odd) {
        (Some(range), true) => Some(say!(lang, format!("{range}，且为单数"), format!("{range} and odd"))),
        (None, true) => Some(say!(lang, "单数", "an odd number")),
        (range, false) => range,
    }
}

/// What is asked of a number where a bound is known.
pub(super) fn needed_words(lang: Lang, min: Option<u32>, max: Option<u32>) -> Option<String> {
    bounds_words(lang, min, max, false)
}

fn quantity_words(lang: Lang, quantity: Quantity, number: &str) -> String {
    let (zh, en, unit) = match quantity {
        Quantity::Due => ("应到", "due", "人"),
        Quantity::Present => ("到会", "present", "人"),
        Quantity::Ayes => ("同意", "in favor", "票"),
        Quantity::Nays => ("不同意", "against", "票"),
        Quantity::Abstentions => ("弃权", "abstaining", "票"),
    };
    say!(lang, format!("{zh}{number}{unit}"), format!("{number} {en}"))
}

/// 三分之二以上（至少5人）, 过半数（至少4人）.
fn share_words(lang: Lang, test: ShareTest, base: Option<u32>) -> String {
    let share = test.share();
    let is_half = share.numerator() == 1 && share.denominator().get() == 2;
    let part = fraction_words(lang, share);
    let words = match test {
        ShareTest::AtLeast(_) => say!(lang, format!("{part}以上"), format!("at least {part}")),
        ShareTest::MoreThan(_) if is_half => say!(lang, "过半数", "more than half"),
        ShareTest::MoreThan(_) => say!(lang, format!("超过{part}"), format!("more than {part}")),
        ShareTest::AtMost(_) => say!(lang, format!("不超过{part}"), format!("at most {part}")),
    };
    let Some(base) = base else { return words };
    match (test, test.smallest_passing(base)) {
        (ShareTest::AtMost(share), _) => match largest(share, base) {
            Some(most) => say!(lang, format!("{words}（至多{most}）"), format!("{words} ({most} at most)")),
            None => words,
        },
        (_, Some(least)) => say!(lang, format!("{words}（至少{least}）"), format!("{words} ({least} or more)")),
        (_, None) => words,
    }
}

/// The largest count within a share of a base.
fn largest(share: Share, base: u32) -> Option<u32> {
    let most = u64::from(share.numerator()).checked_mul(u64::from(base))?;
    u32::try_from(most.checked_div(u64::from(share.denominator().get()))?).ok()
}

fn fraction_words(lang: Lang, share: Share) -> String {
    let (numerator, denominator) = (share.numerator(), share.denominator().get());
    let word = |words: &[&'static str; 11], number: u32| usize::try_from(number).ok().and_then(|at| words.get(at)).copied();
    match lang {
        Lang::Zh => match (word(&ZH, denominator), word(&ZH, numerator)) {
            (Some(parts), Some(number)) => format!("{parts}分之{number}"),
            _ => format!("{denominator}分之{numerator}"),
        },
        Lang::En => match (word(&EN_PARTS, denominator).filter(|parts| !parts.is_empty()), word(&EN, numerator)) {
            (Some(parts), Some(_)) if numerator == 1 => format!("one {parts}"),
            (Some(parts), Some(number)) => format!("{number} {parts}s"),
            _ => share.to_string(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(text: &str) -> Share {
        text.parse().unwrap()
    }

    #[test]
    fn shares_are_said_as_statutes_say_them_with_the_number_they_come_to() {
        for (test, base, zh, en) in [
            (ShareTest::AtLeast(share("2/3")), Some(7), "三分之二以上（至少5）", "at least two thirds (5 or more)"),
            (ShareTest::MoreThan(share("1/2")), Some(8), "过半数（至少5）", "more than half (5 or more)"),
            (ShareTest::AtMost(share("1/3")), Some(7), "不超过三分之一（至多2）", "at most one third (2 at most)"),
            (ShareTest::AtLeast(share("3/20")), None, "20分之3以上", "at least 3/20"),
        ] {
            assert_eq!(share_words(Lang::Zh, test, base), zh);
            assert_eq!(share_words(Lang::En, test, base), en);
        }
    }

    #[test]
    fn a_range_says_what_is_known_of_a_number() {
        for (range, zh, en) in [
            (Range::exact(3), "3", "3"),
            (Range::at_least(3), "至少3", "at least 3"),
            (Range::at_least(0), "不明数量", "an unknown number"),
            (Range { low: 3, high: Some(5) }, "3至5", "3 to 5"),
        ] {
            assert_eq!(range_words(Lang::Zh, range), zh);
            assert_eq!(range_words(Lang::En, range), en);
        }
    }
}

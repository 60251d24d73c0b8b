//! 数字 — ranges, bounds and shares in words: 至少3, 3至7, 三分之二以上（至少 5 人）.

use super::words::{Words, say, titles};
use crate::check::{Counted, Evidence, Range};
use crate::facts::Quantity;
use crate::vocab::{Base, Lang, Share, ShareTest};

/// The numbers of a fraction that have words of their own.
const ZH: [&str; 11] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const EN: [&str; 11] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
/// The parts of a whole, by how many there are.
const EN_PARTS: [&str; 11] =
    ["", "", "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

impl Words<'_> {
    /// A number of a roster or a record, with what is asked of it.
    pub(super) fn counted(&self, of: &Counted, found: Range, min: Option<u32>, max: Option<u32>, odd: bool) -> String {
        let (lang, what) = (self.lang, self.tally(of, found));
        match needed_words(lang, (min, max, odd), unit_of(of)) {
            Some(needed) => say!(lang, format!("{what}；要求{needed}"), format!("{what}; required: {needed}")),
            None => say!(lang, format!("{what}；要求的数额未定"), format!("{what}; the number required is not set")),
        }
    }

    /// 到会4人，全体理事7人；要求三分之二以上（至少5人）.
    pub(super) fn share(&self, evidence: &Evidence) -> String {
        let Evidence::Share { of, found, base, all, test, .. } = evidence else { return String::new() };
        let (lang, counted) = (self.lang, self.tally(of, *found));
        let (title, size) = (base.title(lang), range_words(lang, *all));
        let whole = if *all == Range::at_least(0) {
            say!(lang, format!("{title}数不明"), format!("{title}: number not known"))
        } else {
            say!(lang, format!("{title}{size}{}", unit_of_base(*base)), format!("{title}: {size}"))
        };
        let needed = match test {
            Some(test) => share_words(lang, *test, all.known(), unit_of(of)),
            None => say!(lang, "的比例未定", "a share that is not set"),
        };
        say!(lang, format!("{counted}，{whole}；要求{needed}"), format!("{counted}, {whole}; required: {needed}"))
    }

    /// What is counted, and how many there are.
    fn tally(&self, of: &Counted, found: Range) -> String {
        let (lang, unit) = (self.lang, unit_of(of));
        let number = range_words(lang, found);
        let what = match of {
            // The body is the subject of the sentence.
            Counted::Seats(_) => say!(lang, "核定职数", "seats fixed"),
            Counted::Holders(posts) => {
                let posts = self.posts(posts);
                say!(lang, format!("计入的任职人员（{posts}）"), format!("holders counted ({posts})"))
            }
            Counted::Of(quantity) => quantity_words(lang, *quantity),
            Counted::PostsOfOne(posts) => {
                let posts = self.posts(posts);
                say!(
                    lang,
                    format!("一人同时担任的职务（{posts}范围内）"),
                    format!("posts held by one person (out of: {posts})")
                )
            }
            Counted::Base(base) => base.title(lang).to_owned(),
            Counted::UnitsBelow(kinds) => {
                let kinds = titles!(lang, kinds);
                say!(lang, format!("下级单位（{kinds}）"), format!("units below ({kinds})"))
            }
            Counted::UnitsServed(kind) => {
                let kind = kind.title(lang);
                say!(lang, format!("“{kind}”关系的对象单位"), format!("units with the link \"{kind}\" from it"))
            }
            Counted::StatusesOfOne(kind) => {
                let kind = kind.title(lang);
                say!(
                    lang,
                    format!("一人“{kind}”的单位"),
                    format!("units in which one person has the status \"{kind}\"")
                )
            }
        };
        if found == Range::at_least(0) {
            return say!(lang, format!("{what}数量不明"), format!("{what}: number not known"));
        }
        say!(lang, format!("{what}{number}{unit}"), format!("{what}: {number}"))
    }
}

/// The Chinese word after a number of what is counted.
const fn unit_of(of: &Counted) -> &'static str {
    match of {
        Counted::Seats(_) => "名",
        Counted::Of(Quantity::Ayes | Quantity::Nays | Quantity::Abstentions) => "票",
        Counted::PostsOfOne(_) | Counted::UnitsBelow(_) | Counted::UnitsServed(_) | Counted::StatusesOfOne(_) => "个",
        Counted::Base(Base::Households | Base::GroupHouseholds) => "户",
        Counted::Holders(_) | Counted::Base(_) | Counted::Of(Quantity::Due | Quantity::Present) => "人",
    }
}

/// The Chinese word after a number of a base.
fn unit_of_base(base: Base) -> &'static str {
    if matches!(base, Base::Households | Base::GroupHouseholds) {
        "户"
    } else if base == Base::Seats {
        "名"
    } else {
        "人"
    }
}

/// 3, 至少3, 3至5.
pub(super) fn range_words(lang: Lang, range: Range) -> String {
    let Range { low, high, .. } = range;
    match high {
        Some(high) if high == low => low.to_string(),
        Some(high) => say!(lang, format!("{low}至{high}"), format!("{low} to {high}")),
        None => say!(lang, format!("至少{low}"), format!("at least {low}")),
    }
}

/// 3至7名，且为单数; none where nothing is asked, because nobody has set it. The unit stands after Chinese numbers.
pub(super) fn needed_words(
    lang: Lang,
    (min, max, odd): (Option<u32>, Option<u32>, bool),
    unit: &str,
) -> Option<String> {
    let range = match (min, max) {
        (Some(min), Some(max)) if min == max => Some(say!(lang, format!("{min}{unit}"), format!("{min}"))),
        (Some(min), Some(max)) => Some(say!(lang, format!("{min}至{max}{unit}"), format!("{min} to {max}"))),
        (Some(min), None) => Some(say!(lang, format!("至少{min}{unit}"), format!("at least {min}"))),
        (None, Some(0)) => Some(say!(lang, "为零", "none")),
        (None, Some(max)) => Some(say!(lang, format!("不超过{max}{unit}"), format!("at most {max}"))),
        (None, None) => None,
    };
    match (range, odd) {
        (Some(range), true) => Some(say!(lang, format!("{range}，且为单数"), format!("{range} and odd"))),
        (None, true) => Some(say!(lang, "为单数", "an odd number")),
        (range, false) => range,
    }
}

fn quantity_words(lang: Lang, quantity: Quantity) -> String {
    match quantity {
        Quantity::Due => say!(lang, "应到", "due"),
        Quantity::Present => say!(lang, "到会", "present"),
        Quantity::Ayes => say!(lang, "同意", "in favor"),
        Quantity::Nays => say!(lang, "不同意", "against"),
        Quantity::Abstentions => say!(lang, "弃权", "abstaining"),
    }
}

/// 三分之二以上（至少5人）, 过半数（至少4票）.
fn share_words(lang: Lang, test: ShareTest, base: Option<u32>, unit: &str) -> String {
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
            Some(most) => say!(lang, format!("{words}（至多{most}{unit}）"), format!("{words} ({most} at most)")),
            None => words,
        },
        (_, Some(least)) => say!(lang, format!("{words}（至少{least}{unit}）"), format!("{words} ({least} or more)")),
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
    let word =
        |words: &[&'static str; 11], number: u32| usize::try_from(number).ok().and_then(|at| words.get(at)).copied();
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
            (ShareTest::AtLeast(share("2/3")), Some(7), "三分之二以上（至少5人）", "at least two thirds (5 or more)"),
            (ShareTest::MoreThan(share("1/2")), Some(8), "过半数（至少5人）", "more than half (5 or more)"),
            (ShareTest::AtMost(share("1/3")), Some(7), "不超过三分之一（至多2人）", "at most one third (2 at most)"),
            (ShareTest::AtLeast(share("3/20")), None, "20分之3以上", "at least 3/20"),
        ] {
            assert_eq!(share_words(Lang::Zh, test, base, "人"), zh);
            assert_eq!(share_words(Lang::En, test, base, "人"), en);
        }
    }

    #[test]
    fn a_range_says_what_is_known_of_a_number() {
        for (range, zh, en) in [
            (Range::exact(3), "3", "3"),
            (Range::at_least(3), "至少3", "at least 3"),
            (Range { low: 3, high: Some(5) }, "3至5", "3 to 5"),
        ] {
            assert_eq!(range_words(Lang::Zh, range), zh);
            assert_eq!(range_words(Lang::En, range), en);
        }
    }
}

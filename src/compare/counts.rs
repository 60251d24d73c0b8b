//! 数目与比例 — the numbers and shares at whose edges two counts can part.

use super::around::{near, numbered};
use super::draft::{Crowd, Draft, P1, Step, U1, id, since, step};
use super::marks::{Clauses, known};
use crate::check::{Count, CountTest, Tallied, base_posts};
use crate::facts::{Count as Recorded, Quantity, Status};
use crate::vocab::{Base, Period, PersonId, PostKind, Share, StatusKind, UnitKind};
use std::collections::BTreeSet;

/// The most persons a roster of a candidate has, and the most units.
const MANY: u32 = 64;
const UNITS_MANY: u32 = 512;

/// The ways in which what is counted can come out.
pub(super) fn counts(all: &[&Count], clauses: &Clauses) -> Vec<Vec<Step>> {
    let mut numbers: BTreeSet<u32> = BTreeSet::new();
    let mut shares: Vec<Share> = Vec::new();
    let mut bases: Vec<Base> = Vec::new();
    let mut by_roll = false;
    for count in all {
        match &count.must {
            CountTest::Number { min, max, .. } => {
                numbers.extend(min.iter().chain(max).filter_map(|bound| known(bound, clauses)));
            }
            CountTest::Share { share, base, who, .. } => {
                shares.extend(known(share, clauses));
                bases.push(*base);
                by_roll |= *base == Base::CapableMembers && who.is_some();
            }
            CountTest::Between { at_least, at_most, base } => {
                shares.extend([at_least, at_most].into_iter().filter_map(|share| known(share, clauses)));
                bases.push(*base);
            }
        }
    }
    bases.dedup();
    let numbers: Vec<u32> = near(&numbers).into_iter().filter(|number| *number <= UNITS_MANY).collect();
    let pairs = pairs(&shares);
    let mut tallied: Vec<&Tallied> = all.iter().map(|count| &count.of).collect();
    tallied.dedup();
    let differ = tallied.len() < all.len() && all.windows(2).any(|two| who_of(two.first()) != who_of(two.last()));
    let rosters: Vec<Roster<'_>> = tallied.iter().filter_map(|of| roster_of(of)).collect();
    let mut knobs = vec![holders(&rosters, &numbers, &pairs, &bases)];
    knobs.extend(tallied.into_iter().map(|of| tally(of, &numbers, &pairs, &bases, by_roll && differ)));
    knobs
}

fn who_of<'a>(count: Option<&&'a Count>) -> Option<&'a crate::check::Criterion> {
    match count.map(|count| &count.must) {
        Some(CountTest::Share { who, .. }) => who.as_ref(),
        Some(CountTest::Number { .. } | CountTest::Between { .. }) | None => None,
    }
}

/// So many of so many, at the edges of the shares: the small totals first, then those the denominators make exact.
fn pairs(shares: &[Share]) -> Vec<(u32, u32)> {
    let exact = shares.iter().flat_map(|one| {
        let one = one.denominator().get();
        shares.iter().map(move |other| one.saturating_mul(other.denominator().get()))
    });
    let totals: BTreeSet<u32> = (1..=12).chain(exact.filter(|total| *total <= MANY)).collect();
    let mut all = BTreeSet::new();
    for &total in &totals {
        for share in shares {
            let product = u64::from(share.numerator()).saturating_mul(u64::from(total));
            let edge = product.checked_div(u64::from(share.denominator().get())).unwrap_or(0);
            let edge = u32::try_from(edge).unwrap_or(total);
            for number in [edge.saturating_sub(1), edge, edge.saturating_add(1)] {
                if number <= total {
                    all.insert((total, number));
                }
            }
        }
    }
    all.into_iter().map(|(total, number)| (number, total)).collect()
}

fn tally(of: &Tallied, numbers: &[u32], pairs: &[(u32, u32)], bases: &[Base], by_roll: bool) -> Vec<Step> {
    match of {
        Tallied::Seats => {
            numbers.iter().map(|&number| step(move |draft| draft.body(|row| row.seats = Some(number)))).collect()
        }
        // One roster for both editions.
        Tallied::Holders { .. } => Vec::new(),
        Tallied::PostsOfOne { posts } => {
            let post = posts.first().copied().unwrap_or(PostKind::FullTimePost);
            numbers.iter().map(|&number| step(move |draft| posts_of_one(draft, post, number))).collect()
        }
        Tallied::Recorded(quantity) => {
            let mut all = recorded(*quantity, numbers, pairs, bases);
            if by_roll {
                all.extend(rolls(*quantity));
            }
            all
        }
        Tallied::Base(base) => numbers.iter().map(|&number| numbered(*base, number)).collect(),
        Tallied::UnitsBelow(kinds) => {
            let kind = kinds.first().copied().unwrap_or(UnitKind::Cooperative);
            let below = |number: u32| {
                step(move |draft: &mut Draft| {
                    (1..=number).for_each(|one| draft.unit(&format!("W{one}"), kind, Some(U1)));
                })
            };
            numbers.iter().map(|&number| below(number)).collect()
        }
        Tallied::UnitsServed(kind) => {
            let kind = *kind;
            let served = |number: u32| {
                step(move |draft: &mut Draft| {
                    for one in 1..=number {
                        let name = format!("W{one}");
                        draft.unit(&name, UnitKind::Cooperative, None);
                        draft.link(U1, &name, kind);
                    }
                })
            };
            numbers.iter().map(|&number| served(number)).collect()
        }
        Tallied::StatusesOfOne(kind) => {
            let kind = *kind;
            numbers.iter().map(|&number| step(move |draft| statuses_of_one(draft, kind, number))).collect()
        }
    }
}

/// The posts whose holders are counted, and whether some of them only.
type Roster<'a> = (&'a [PostKind], bool);

fn roster_of(of: &Tallied) -> Option<Roster<'_>> {
    if let Tallied::Holders { posts, who } = of { Some((posts, who.is_some())) } else { None }
}

/// Rosters of two posts: those the editions count, those only one of them counts, those of the base alone.
fn holders(rosters: &[Roster<'_>], numbers: &[u32], pairs: &[(u32, u32)], bases: &[Base]) -> Vec<Step> {
    let everywhere = |post: &PostKind| rosters.iter().all(|(posts, _)| posts.contains(post));
    let posts: BTreeSet<PostKind> = rosters.iter().flat_map(|(posts, _)| posts.iter().copied()).collect();
    let parting: Vec<PostKind> = posts.iter().copied().filter(|post| !everywhere(post)).take(2).collect();
    let counted: BTreeSet<PostKind> =
        rosters.iter().filter_map(|(posts, _)| posts.first().copied()).chain(parting.iter().copied()).collect();
    let some = rosters.iter().any(|(_, some)| *some);
    let crowd = |crowd: Crowd| step(move |draft: &mut Draft| draft.crowd = Some(crowd));
    let mut all: Vec<Step> = Vec::new();
    for &post in &counted {
        let own = some.then_some(post).into_iter();
        for &number in numbers.iter().filter(|number| **number <= MANY) {
            all.push(crowd(Crowd { counted: number, rest: 0, posts: Some((post, post)) }));
            for rest_post in own.clone().chain(parting.iter().copied()) {
                all.push(crowd(Crowd { counted: number, rest: 1, posts: Some((post, rest_post)) }));
            }
        }
        for &base in bases {
            let roster = base_posts(base);
            let beside = roster.iter().copied().find(|post| !posts.contains(post));
            let rest_posts: BTreeSet<PostKind> = own.clone().chain(beside).chain(parting.iter().copied()).collect();
            for &(number, total) in pairs {
                let rest = total.saturating_sub(number);
                for &rest_post in rest_posts.iter().filter(|_| !roster.is_empty()) {
                    all.push(crowd(Crowd { counted: number, rest, posts: Some((post, rest_post)) }));
                }
                if roster.is_empty() {
                    let size = numbered(base, total);
                    all.push(step(move |draft: &mut Draft| {
                        draft.crowd = Some(Crowd { counted: number, rest: 0, posts: Some((post, post)) });
                        size(draft);
                    }));
                }
            }
        }
    }
    all
}

fn recorded(quantity: Quantity, numbers: &[u32], pairs: &[(u32, u32)], bases: &[Base]) -> Vec<Step> {
    let with = |counts: Vec<Recorded>| step(move |draft: &mut Draft| draft.act(|row| row.counts.clone_from(&counts)));
    let alone = numbers.iter().map(|&number| with(vec![Recorded::new(quantity, number)]));
    let mut all: Vec<Step> = alone.collect();
    for &(number, total) in pairs {
        // Where the two editions name different bases, the one base can be as small as the count and as large as twice
        // the other.
        let totals: BTreeSet<u32> = match bases {
            [_, _, ..] => [number, total, next_to(total), total.saturating_mul(2)].into_iter().collect(),
            _ => BTreeSet::from([total]),
        };
        for &other in &totals {
            for swapped in [false, true].into_iter().filter(|swapped| !swapped || 1 < bases.len()) {
                let mut counts = vec![Recorded::new(quantity, number)];
                for (at, base) in bases.iter().enumerate() {
                    counts.push(Recorded::of_base(*base, if (at == 0) == swapped { other } else { total }));
                }
                all.push(with(counts));
            }
        }
    }
    all
}

fn next_to(number: u32) -> u32 {
    number.saturating_add(1)
}

/// Members of two kinds on the roll, and how many came.
fn rolls(quantity: Quantity) -> Vec<Step> {
    let mut all: Vec<Step> = Vec::new();
    for (counted, rest) in [(3_u32, 0_u32), (3, 1), (3, 2), (3, 3), (2, 4)] {
        for number in 0..=counted {
            all.push(step(move |draft: &mut Draft| {
                draft.crowd = Some(Crowd { counted, rest, posts: None });
                draft.act(|row| row.counts = vec![Recorded::new(quantity, number)]);
            }));
        }
    }
    all
}

fn posts_of_one(draft: &mut Draft, post: PostKind, number: u32) {
    let from = Period::Years(1).before(draft.day);
    for one in 2..=number {
        let name = format!("W{one}");
        draft.unit(&name, UnitKind::Cooperative, None);
        draft.hold(P1, post, &name, from);
    }
}

fn statuses_of_one(draft: &mut Draft, kind: StatusKind, number: u32) {
    for one in 1..=number {
        let name = format!("W{one}");
        draft.unit(&name, UnitKind::Cooperative, None);
        if let Some(person) = id::<PersonId>(P1) {
            let mut row = Status::new(person, kind, since(Period::Years(1).before(draft.day)));
            row.unit = id(&name);
            draft.facts.statuses.push(row);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::ShareKind;

    fn met(kind: ShareKind, share: Share, (number, total): (u32, u32)) -> bool {
        kind.with(share).is_met(number, total)
    }

    #[test]
    fn the_pairs_lie_on_both_sides_of_every_share() {
        let shares: Vec<Share> = ["1/2", "2/3", "3/5"].iter().map(|text| text.parse().unwrap()).collect();
        let all = pairs(&shares);
        for share in &shares {
            for kind in [ShareKind::AtLeast, ShareKind::MoreThan, ShareKind::AtMost] {
                assert!(all.iter().any(|pair| met(kind, *share, *pair)), "{share}");
                assert!(all.iter().any(|pair| !met(kind, *share, *pair)), "{share}");
            }
        }
        // 3/5 of five is enough for the one and too little for the other.
        assert!(
            all.iter()
                .any(|pair| met(ShareKind::AtLeast, shares[2], *pair) && !met(ShareKind::AtLeast, shares[1], *pair))
        );
    }
}

//! 适用对象的交集 — whom or what two provisions are both asked of.

use crate::rulebook::Scope;
use crate::vocab::{PostKind, UnitKind};

/// The subjects of both; nothing where there are none.
pub(super) fn meet(one: &Scope, other: &Scope) -> Option<Scope> {
    if one == other {
        return Some(one.clone());
    }
    let met = match (one, other) {
        (
            Scope::Seat { posts, units, holders, candidates },
            Scope::Seat { posts: other_posts, units: other_units, holders: sitting, candidates: standing },
        ) => Scope::Seat {
            posts: both(posts, other_posts)?,
            units: either_units(units, other_units)?,
            holders: *holders && *sitting,
            candidates: *candidates && *standing,
        },
        (
            Scope::Pair { of, from, inside, units },
            Scope::Pair { of: other_of, from: other_from, inside: other_inside, units: other_units },
        ) => Scope::Pair {
            of: both(of, other_of)?,
            from: both(from, other_from)?,
            inside: *inside.min(other_inside),
            units: either_units(units, other_units)?,
        },
        (Scope::Body { kinds, units }, Scope::Body { kinds: other, units: other_units }) => {
            Scope::Body { kinds: both(kinds, other)?, units: either_units(units, other_units)? }
        }
        (Scope::Unit { kinds, having }, Scope::Unit { kinds: other, having: other_having }) => {
            let having = if having.is_empty() { other_having.clone() } else { having.clone() };
            Scope::Unit { kinds: both(kinds, other)?, having }
        }
        (Scope::Act { stages, units }, Scope::Act { stages: other, units: other_units }) => {
            Scope::Act { stages: both(stages, other)?, units: either_units(units, other_units)? }
        }
        (Scope::Case { having }, Scope::Case { having: other }) => Scope::Case { having: both(having, other)? },
        (Scope::Person { posts }, Scope::Person { posts: other }) => Scope::Person { posts: both(posts, other)? },
        (Scope::UnitPeriod { kinds }, Scope::UnitPeriod { kinds: other }) => {
            Scope::UnitPeriod { kinds: both(kinds, other)? }
        }
        (
            Scope::Seat { .. }
            | Scope::Pair { .. }
            | Scope::Body { .. }
            | Scope::Unit { .. }
            | Scope::Act { .. }
            | Scope::Case { .. }
            | Scope::Person { .. }
            | Scope::PartyMemberPeriod {}
            | Scope::UnitPeriod { .. },
            _,
        ) => return None,
    };
    let nobody = matches!(met, Scope::Seat { holders: false, candidates: false, .. });
    (!nobody).then_some(met)
}

/// What stands in both lists; nothing where that is empty.
fn both<T: Clone + PartialEq>(one: &[T], other: &[T]) -> Option<Vec<T>> {
    let met: Vec<T> = one.iter().filter(|each| other.contains(each)).cloned().collect();
    (!met.is_empty()).then_some(met)
}

/// The same for kinds of unit, where an empty list means all.
fn either_units(one: &[UnitKind], other: &[UnitKind]) -> Option<Vec<UnitKind>> {
    match (one, other) {
        ([], units) | (units, []) => Some(units.to_vec()),
        (one, other) => both(one, other),
    }
}

/// The kinds of unit a provision can be about.
pub(super) fn kinds_of(scope: &Scope) -> Vec<UnitKind> {
    match scope {
        Scope::Seat { units, posts, .. } => of_posts(units, posts),
        Scope::Pair { units, of, .. } => of_posts(units, of),
        Scope::Body { units, kinds } => {
            let posts: Vec<PostKind> = kinds.iter().flat_map(|kind| kind.posts()).collect();
            of_posts(units, &posts)
        }
        Scope::Act { units, .. } => of_posts(units, &[]),
        Scope::Unit { kinds, .. } | Scope::UnitPeriod { kinds } => kinds.clone(),
        Scope::Person { posts } => of_posts(&[], posts),
        Scope::Case { .. } | Scope::PartyMemberPeriod {} => Vec::new(),
    }
}

/// The units named, or the kind in which such a post is held.
fn of_posts(units: &[UnitKind], posts: &[PostKind]) -> Vec<UnitKind> {
    if !units.is_empty() {
        return units.to_vec();
    }
    let village = |post: &PostKind| {
        matches!(
            post,
            PostKind::CommitteeDirector
                | PostKind::CommitteeDeputy
                | PostKind::CommitteeMember
                | PostKind::VillageRepresentative
                | PostKind::VillageSupervisor
                | PostKind::VillageSupervisionHead
                | PostKind::VillagePartySecretary
                | PostKind::VillagePartyMember
                | PostKind::ElectionCommitteeMember
        )
    };
    if posts.iter().any(village) {
        vec![UnitKind::Village, UnitKind::Community]
    } else if posts.iter().any(|post| post.is_party_post()) {
        vec![UnitKind::PartyBranch]
    } else {
        vec![UnitKind::Cooperative]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seat(posts: &[PostKind], units: &[UnitKind], holders: bool, candidates: bool) -> Scope {
        Scope::Seat { posts: posts.to_vec(), units: units.to_vec(), holders, candidates }
    }

    #[test]
    fn two_scopes_meet_where_both_ask() {
        let (chair, director) = (PostKind::Chair, PostKind::Director);
        let (cooperative, village) = (UnitKind::Cooperative, UnitKind::Village);
        for (one, other, met) in [
            (seat(&[chair, director], &[], true, true), seat(&[director], &[cooperative], false, true), true),
            (seat(&[chair], &[], true, true), seat(&[director], &[], true, true), false),
            (seat(&[chair], &[cooperative], true, true), seat(&[chair], &[village], true, true), false),
            (seat(&[chair], &[], true, false), seat(&[chair], &[], false, true), false),
            (seat(&[chair], &[], true, true), Scope::Person { posts: vec![chair] }, false),
        ] {
            assert_eq!(meet(&one, &other).is_some(), met, "{one:?} {other:?}");
            assert_eq!(meet(&other, &one).is_some(), met, "{other:?} {one:?}");
        }
        let narrow = seat(&[director], &[cooperative], false, true);
        assert_eq!(meet(&seat(&[chair, director], &[], true, true), &narrow), Some(narrow));
    }
}

//! 关系与隶属 — the ties between holders and the links of units at whose edges two checks can part.

use super::around::near;
use super::draft::{Draft, P1, P2, Step, U1, U2, V1, before, id, next, since, step};
use super::marks::{Clauses, known};
use crate::check::{Link, Pair};
use crate::facts::{Body, UnitLink};
use crate::vocab::{BodyKind, LinkKind, MIN_DAY, Period, PersonId, PostKind, Relation, UnitId, UnitKind};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The most units that serve the subject in a candidate.
const MANY: u32 = 64;

/// The ties that can be between two holders.
pub(super) fn ties(pair: &Pair) -> Vec<Step> {
    match pair {
        Pair::Apart { .. } => {
            let tied = |relation: Relation| {
                step(move |draft: &mut Draft| {
                    if let Some(person) = id::<PersonId>(P1) {
                        draft.tie(&person, relation);
                    }
                })
            };
            let same = step(|draft: &mut Draft| {
                for row in &mut draft.facts.holdings {
                    row.person = id(P1).unwrap_or_else(|| row.person.clone());
                }
            });
            Relation::ALL.iter().map(|relation| tied(*relation)).chain([same]).collect()
        }
        Pair::Together { post, with, with_units, .. } => {
            let places: Vec<Option<UnitKind>> =
                [None].into_iter().chain(with_units.iter().copied().map(Some)).collect();
            let mut all: Vec<Step> = Vec::new();
            for place in places {
                for who in [Some(P1), Some(P2), None] {
                    let (post, with) = (*post, *with);
                    all.push(step(move |draft: &mut Draft| together(draft, (post, with), place, who)));
                }
            }
            all
        }
    }
}

fn together(draft: &mut Draft, posts: (PostKind, PostKind), place: Option<UnitKind>, who: Option<&'static str>) {
    let from = Period::Years(1).before(draft.day);
    let unit = match place {
        Some(kind) => {
            draft.neighbor(kind);
            U2
        }
        None => U1,
    };
    draft.add_person(P1);
    draft.add_person(P2);
    draft.hold(P1, posts.0, U1, from);
    if let Some(who) = who {
        draft.hold(who, posts.1, unit, from);
    }
}

impl Draft {
    pub(super) fn link(&mut self, from: &str, to: &str, kind: LinkKind) {
        if let (Some(from), Some(to)) = (id::<UnitId>(from), id::<UnitId>(to)) {
            self.facts.links.push(UnitLink::new(from, to, kind, since(MIN_DAY)));
        }
    }
}

/// The ways in which a unit or a holder can be joined.
pub(super) fn links(all: &[&Link], day: NaiveDate, clauses: &Clauses) -> Vec<Vec<Step>> {
    let mut knobs: Vec<Vec<Step>> = Vec::new();
    let above: BTreeSet<UnitKind> = all.iter().flat_map(|link| kinds_above(link)).collect();
    if !above.is_empty() {
        let others = [UnitKind::Town, UnitKind::Village, UnitKind::Community, UnitKind::Agency];
        knobs.push(above.into_iter().chain(others).map(under).collect());
    }
    for (at, link) in all.iter().enumerate() {
        match link {
            Link::Parent { .. } => {}
            Link::Served { kind, by, min, max } => {
                let numbers = min.iter().chain(max).filter_map(|bound| known(bound, clauses)).collect();
                let numbers = near(&numbers).into_iter().filter(|number| *number <= MANY);
                let mut ways: Vec<Step> = Vec::new();
                for number in numbers {
                    ways.extend(by.iter().map(|by| served(at, *kind, *by, number)));
                }
                knobs.push(ways);
            }
            Link::Formed { bodies, units, acting, .. } => {
                knobs.push([step(|_| {})].into_iter().chain(bodies.iter().map(|body| with_body(*body))).collect());
                let mut ways: Vec<Step> = vec![step(|_| {})];
                ways.extend(units.iter().map(|kind| served(at, LinkKind::Serves, *kind, 1)));
                if *acting {
                    ways.push(served(at, LinkKind::ActsFor, UnitKind::VillageCooperative, 1));
                }
                knobs.push(ways);
            }
            Link::Enrolled { by_day, within, program } => {
                let late = known(within, clauses).map(|within| within.before(day));
                let days = [*by_day, next(*by_day)].into_iter().chain(late).chain(late.map(before));
                let begun =
                    |from: NaiveDate| step(move |draft: &mut Draft| draft.holding(|row| row.span = since(from)));
                knobs.push(days.map(begun).collect());
                let program = program.clone();
                knobs.push(vec![
                    step(|_| {}),
                    step(move |draft: &mut Draft| {
                        if let Some(person) = id::<PersonId>(P1) {
                            let row = crate::facts::Enrollment::new(person, program.clone(), since(MIN_DAY));
                            draft.facts.enrollments.push(row);
                        }
                    }),
                ]);
            }
        }
    }
    knobs
}

fn kinds_above(link: &Link) -> Vec<UnitKind> {
    match link {
        Link::Parent { of } => of.clone(),
        Link::Served { .. } | Link::Formed { .. } | Link::Enrolled { .. } => Vec::new(),
    }
}

/// The subject unit below a unit of this kind.
fn under(kind: UnitKind) -> Step {
    step(move |draft| {
        draft.unit("W0", kind, None);
        for row in draft.facts.units.iter_mut().filter(|row| row.id.as_str() == U1) {
            row.parent = id("W0");
        }
    })
}

fn served(at: usize, kind: LinkKind, by: UnitKind, number: u32) -> Step {
    step(move |draft| {
        for one in 1..=number {
            let name = format!("W{at}-{one}");
            draft.unit(&name, by, Some(V1).filter(|_| draft.facts.units.iter().any(|row| row.id.as_str() == V1)));
            draft.link(&name, U1, kind);
        }
    })
}

fn with_body(kind: BodyKind) -> Step {
    step(move |draft| {
        if let Some(unit) = id::<UnitId>(U1) {
            draft.facts.bodies.push(Body::new(unit, kind));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::Circle;

    #[test]
    fn every_relation_and_the_same_person_are_tried_between_two_holders() {
        let pair = Pair::Apart { circle: crate::check::Value::Literal(Circle::NearRelatives), self_too: true };
        assert_eq!(ties(&pair).len(), Relation::ALL.len() + 1);
    }
}

//! 查找 — the ways through the links that lie in a circle, walked from both ends and without storing anything.

use super::circle::{Affinity, Move, stated, ways};
use super::links::{Class, Hop, Links};
use super::{KinGraph, KinPath, KinStep, PersonIdx};
use crate::vocab::{Circle, Truth};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::ControlFlow;

/// Chains of parents up to this long are among the ways of a circle; longer ones are searched apart.
const NEAR_LINEAL_STEPS: u32 = 3;

/// Steps taken so far at one end, the last first.
#[derive(Debug, Clone, Copy)]
struct Chain<'c> {
    hop: Hop,
    before: Option<&'c Self>,
}

impl<'c> Chain<'c> {
    fn hops(chain: Option<&'c Self>) -> impl Iterator<Item = Hop> + use<'c> {
        std::iter::successors(chain, |chain| chain.before).map(|chain| chain.hop)
    }
}

/// A way from one person to another, known so far from both ends inward.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trail<'c> {
    /// Where the way from the first person has come to.
    head: PersonIdx,
    /// Where the way back from the second person has come to.
    tail: PersonIdx,
    front: Option<&'c Chain<'c>>,
    back: Option<&'c Chain<'c>>,
}

impl<'c> Trail<'c> {
    /// The steps, those from the front last first.
    pub(super) fn hops(&self) -> impl Iterator<Item = Hop> + use<'c> {
        Chain::hops(self.front).chain(Chain::hops(self.back))
    }

    /// The steps in order.
    pub(super) fn path(&self, links: &Links) -> KinPath {
        let mut hops: Vec<Hop> = Chain::hops(self.front).collect();
        hops.reverse();
        hops.extend(Chain::hops(self.back));
        path(&hops, links)
    }

    /// Whether the person is on it already.
    fn meets(&self, person: PersonIdx) -> bool {
        person == self.head || person == self.tail || self.hops().any(|hop| hop.from == person || hop.to == person)
    }
}

/// What is done with each way and with how far its words lie in the circle.
type Visit<'v> = dyn FnMut(&Trail<'_>, Truth) -> ControlFlow<()> + 'v;

impl KinGraph {
    /// Visits every way from `a` to `b` that lies in the circle whatever the day, the shorter first, but for lineal ways
    /// of more than three steps.
    pub(super) fn each_path(
        &self,
        a: PersonIdx,
        b: PersonIdx,
        circle: Circle,
        affinity: Affinity,
        visit: &mut Visit<'_>,
    ) -> ControlFlow<()> {
        for link in self.links.of(a).iter().filter(|link| link.to == b) {
            let reading = stated(link.relation, circle, affinity);
            if !reading.is_false() {
                let front = Chain { hop: link.hop(a), before: None };
                visit(&Trail { head: b, tail: b, front: Some(&front), back: None }, reading)?;
            }
        }
        for way in ways(circle, affinity) {
            self.follow(way, Trail { head: a, tail: b, front: None, back: None }, visit)?;
        }
        ControlFlow::Continue(())
    }

    /// Goes the steps of a way from whichever end has fewer links to choose from: parents and spouses are few, children
    /// may be many. Calls itself once per step of the way.
    fn follow(&self, way: &[Move], trail: Trail<'_>, visit: &mut Visit<'_>) -> ControlFlow<()> {
        let (Some((&first, after_first)), Some((&last, before_last))) = (way.split_first(), way.split_last()) else {
            return visit(&trail, Truth::True);
        };
        let last = last.reversed();
        let forward = first != Move::Down || last == Move::Down;
        let (at, goal, step) = if forward { (trail.head, trail.tail, first) } else { (trail.tail, trail.head, last) };
        for link in self.links.of(at) {
            let is_last = way.len() == 1;
            if !step.takes(link.relation) || is_last != (link.to == goal) || (!is_last && trail.meets(link.to)) {
                continue;
            }
            if forward {
                let front = Chain { hop: link.hop(at), before: trail.front };
                self.follow(after_first, Trail { head: link.to, front: Some(&front), ..trail }, visit)?;
            } else {
                let back = Chain { hop: link.hop(at).back(), before: trail.back };
                self.follow(before_last, Trail { tail: link.to, back: Some(&back), ..trail }, visit)?;
            }
        }
        ControlFlow::Continue(())
    }

    /// The shortest way up or down of more than three steps, along links that pass.
    pub(super) fn far_lineal(
        &self,
        a: PersonIdx,
        b: PersonIdx,
        passes: &mut dyn FnMut(Hop) -> bool,
    ) -> Option<KinPath> {
        if self.is_far_below(a, b) {
            let hops = self.climb(a, b, passes)?;
            return Some(path(&hops, &self.links));
        }
        if self.is_far_below(b, a) {
            let hops = self.climb(b, a, passes)?;
            let down: Vec<Hop> = hops.into_iter().rev().map(Hop::back).collect();
            return Some(path(&down, &self.links));
        }
        None
    }

    /// Everybody a way of the circle can lead to from `a`, and perhaps some others.
    pub(super) fn candidates(&self, a: PersonIdx, circle: Circle, affinity: Affinity, near: &mut BTreeSet<PersonIdx>) {
        let said = self.links.of(a).iter().filter(|link| !stated(link.relation, circle, affinity).is_false());
        near.extend(said.map(|link| link.to));
        for way in ways(circle, affinity) {
            let mut here = BTreeSet::from([a]);
            for step in *way {
                let links = here.iter().flat_map(|&at| self.links.of(at));
                here = links.filter(|link| step.takes(link.relation)).map(|link| link.to).collect();
            }
            near.extend(here);
        }
        if circle == Circle::CivilServiceScope {
            for class in [Class::Up, Class::Down] {
                let mut seen = BTreeSet::from([a]);
                let mut open = vec![a];
                while let Some(at) = open.pop() {
                    let next = self.links.of(at).iter().filter(|link| Class::of(link.relation) == class);
                    open.extend(next.map(|link| link.to).filter(|&to| seen.insert(to)));
                }
                near.extend(seen);
            }
        }
    }

    /// Whether `low` has chains of parents long enough to reach `high` by more than three steps.
    fn is_far_below(&self, low: PersonIdx, high: PersonIdx) -> bool {
        self.height(high).saturating_add(NEAR_LINEAL_STEPS) < self.height(low)
    }

    fn height(&self, person: PersonIdx) -> u32 {
        self.heights.get(person.position()).copied().unwrap_or(0)
    }

    /// The fewest steps up from `low` to `high` along links that pass.
    fn climb(&self, low: PersonIdx, high: PersonIdx, passes: &mut dyn FnMut(Hop) -> bool) -> Option<Vec<Hop>> {
        let mut came = BTreeMap::new();
        let mut open = VecDeque::from([low]);
        while let Some(at) = open.pop_front() {
            for link in self.links.of(at).iter().take_while(|link| Class::of(link.relation) == Class::Up) {
                let hop = link.hop(at);
                // Whoever stands no higher than `high` and is not `high` does not lead there.
                let leads = link.to == high || self.height(high) < self.height(link.to);
                if !leads || !passes(hop) || came.contains_key(&link.to) {
                    continue;
                }
                came.insert(link.to, hop);
                open.push_back(link.to);
            }
            if came.contains_key(&high) {
                break;
            }
        }
        let mut hops = Vec::new();
        let mut at = high;
        while at != low {
            let hop = came.get(&at)?;
            hops.push(*hop);
            at = hop.from;
        }
        hops.reverse();
        Some(hops)
    }
}

fn path(hops: &[Hop], links: &Links) -> KinPath {
    let step = |hop: &Hop| {
        let tie = links.tie(*hop)?;
        Some(KinStep { from: hop.from, to: hop.to, relation: hop.relation, half: tie.half, row: tie.row })
    };
    KinPath { steps: hops.iter().filter_map(step).collect() }
}

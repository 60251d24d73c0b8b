//! 世代次序 — the order of generations, and the parent links that would make someone their own ancestor.

use super::PersonIdx;
use super::links::{Admitted, Class, Links, head};
use std::collections::BTreeSet;

/// For each person the longest chain of parents above.
///
/// # Errors
///
/// Where parent links run in a circle, whoever stands in a circle or below one.
pub(super) fn heights(persons: usize, links: &Links) -> Result<Vec<u32>, Vec<bool>> {
    let mut heights = vec![0_u32; persons];
    let mut waiting: Vec<usize> = (0..persons).map(|at| count(links, at, Class::Up)).collect();
    let mut open: Vec<usize> =
        waiting.iter().enumerate().filter(|(_, parents)| **parents == 0).map(|(at, _)| at).collect();
    let mut settled = 0_usize;
    while let Some(at) = open.pop() {
        settled = settled.saturating_add(1);
        let height = heights.get(at).copied().unwrap_or(0).saturating_add(1);
        for link in links.of(PersonIdx::at(at)).iter().filter(|link| Class::of(link.relation) == Class::Down) {
            let child = link.to.position();
            if let (Some(own), Some(left)) = (heights.get_mut(child), waiting.get_mut(child)) {
                *own = (*own).max(height);
                *left = left.saturating_sub(1);
                if *left == 0 {
                    open.push(child);
                }
            }
        }
    }
    if settled == persons { Ok(heights) } else { Err(waiting.into_iter().map(|left| left != 0).collect()) }
}

/// The rows of the parent ties that close a circle with earlier ones, among those of the persons in `residue`.
pub(super) fn circular(persons: usize, admitted: &[Admitted], residue: &[bool]) -> BTreeSet<u32> {
    let mut search = Search::new(persons, admitted.len());
    let mut rows = BTreeSet::new();
    for tie in admitted {
        let (child, parent) = match Class::of(tie.relation) {
            Class::Up => (tie.a, tie.b),
            Class::Down => (tie.b, tie.a),
            Class::Spouse | Class::Said | Class::Denied => continue,
        };
        let within = |person: PersonIdx| residue.get(person.position()).copied().unwrap_or(false);
        if within(child) && within(parent) && !search.add(child, parent) {
            rows.insert(tie.row);
        }
    }
    rows
}

fn count(links: &Links, at: usize, class: Class) -> usize {
    links.of(PersonIdx::at(at)).iter().filter(|link| Class::of(link.relation) == class).count()
}

/// Parent links taken one by one, none of which closes a circle.
struct Search {
    parents: Vec<Vec<PersonIdx>>,
    children: Vec<Vec<PersonIdx>>,
    /// Heads of those joined so far: who was not joined at all cannot descend from the other.
    joined: Vec<u32>,
    /// The last search that met the person, going up and going down.
    above: Vec<u32>,
    below: Vec<u32>,
    searches: u32,
    /// Steps left. Registers of families need few; when a tangle made on purpose has used them up, what is left of it is
    /// refused, so that no input takes long.
    budget: usize,
}

impl Search {
    fn new(persons: usize, ties: usize) -> Self {
        Self {
            parents: vec![Vec::new(); persons],
            children: vec![Vec::new(); persons],
            joined: (0..u32::try_from(persons).unwrap_or(u32::MAX)).collect(),
            above: vec![0; persons],
            below: vec![0; persons],
            searches: 0,
            budget: ties.saturating_mul(8).saturating_add(1_000_000),
        }
    }

    /// Takes the link unless the parent descends from the child, or the budget is spent.
    fn add(&mut self, child: PersonIdx, parent: PersonIdx) -> bool {
        let (one, other) = (head(&mut self.joined, child.0), head(&mut self.joined, parent.0));
        if one == other && self.descends(parent, child) {
            return false;
        }
        if let Some(slot) = self.joined.get_mut(PersonIdx(one.max(other)).position()) {
            *slot = one.min(other);
        }
        for (list, at, to) in [(&mut self.parents, child, parent), (&mut self.children, parent, child)] {
            if let Some(own) = list.get_mut(at.position()) {
                own.push(to);
            }
        }
        true
    }

    /// Whether `low` descends from `high`: up from the one and down from the other in turn, until they meet or either
    /// side has nobody left. Whatever the budget does not allow to rule out counts as so.
    fn descends(&mut self, low: PersonIdx, high: PersonIdx) -> bool {
        self.searches = self.searches.saturating_add(1);
        let (mut up, mut down) = (vec![low], vec![high]);
        loop {
            let (Some(rising), Some(sinking)) = (up.pop(), down.pop()) else { return false };
            if rising == high || sinking == low || self.budget == 0 {
                return true;
            }
            let (Some(above), Some(below)) =
                (self.above.get_mut(rising.position()), self.below.get_mut(sinking.position()))
            else {
                return true;
            };
            (*above, *below) = (self.searches, self.searches);
            if self.below.get(rising.position()) == Some(&self.searches)
                || self.above.get(sinking.position()) == Some(&self.searches)
            {
                return true;
            }
            let parents = self.parents.get(rising.position()).map_or(&[][..], Vec::as_slice);
            let children = self.children.get(sinking.position()).map_or(&[][..], Vec::as_slice);
            self.budget = self.budget.saturating_sub(parents.len().saturating_add(children.len()).saturating_add(1));
            up.extend(parents.iter().filter(|next| self.above.get(next.position()) != Some(&self.searches)));
            down.extend(children.iter().filter(|next| self.below.get(next.position()) != Some(&self.searches)));
        }
    }
}

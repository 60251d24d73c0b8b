//! 亲属 — the kinship engine. Recorded ties of parents, adoption and marriage are composed into degrees; every other
//! word is a statement about two persons, read as it stands. Each tie counts on the days it is in force, so that an
//! answer is about a day and stays open where dates known in part leave it open.
//!
//! How ties are read:
//!
//! - 生父母 A birth link runs from the child's birth, where that is known, else from its recorded beginning, else always
//!   (to ask about a day is to say that both were born). It ends as recorded, never by itself (CC 1071). The words for
//!   other blood relatives are read likewise, from the later birth of the two, where no beginning is recorded and
//!   neither of them is an adopted child.
//! - 收养 While others have adopted the child, the birth link is off, and with it all that is composed through it
//!   (CC 1111(2)). Inference: where the adopter was married to that birth parent on the day of the adoption, the link to
//!   that parent stays. After the adoption has ended the birth link is unknown: between minors and birth parents it
//!   revives of itself, with adults by agreement (CC 1117), unless a birth link is recorded as beginning then.
//! - 继父母 A step link holds between the two of them only (CC 1072(2)); nothing is composed through it, and
//!   step-siblings are not siblings.
//! - 兄弟姐妹 Siblings share at least one parent by birth or adoption.
//! - 声明 Statements are not composed, but for the spouse of a stated sibling, uncle, aunt, nephew, niece or cousin, and
//!   the like of the spouse, in the civil servants' circle. Adoption does not end a statement; its span does.
//! - 姻亲 A pair is in a circle when the table of circles puts either of the two in for the other, so the order in which
//!   they are asked about never matters. The spouse's child by another is in none, unless a step link is recorded.
//! - The persons on a path all differ. One who is both a lineal and a collateral relative counts as either.
//!
//! INVARIANT: parent links by birth and adoption never run in a circle; `KinGraph::build` sets aside those that would.
//!
//! Answers are sound: true and false hold whatever the days are that the partial dates stand for. They are exact where
//! every date is exact. Where two ties turn on one date known in part, or on two such dates that exclude each other, the
//! answer may be unknown though every possible day gives the same.

mod circle;
mod cycle;
mod fault;
mod links;
mod path;
mod walk;
mod words;

#[cfg(test)]
mod tests;

pub use circle::Affinity;
pub(crate) use fault::Fault;
pub use path::{Degree, KinPath, KinStep};

use super::PersonIdx;
use crate::vocab::{Circle, FactSpan, PartialDate, Relation, Truth};
use chrono::NaiveDate;
use links::{Admitted, Links};
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use walk::Trail;

/// 亲属联系 — one recorded tie: `b` is `relation` to `a`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tie {
    /// One person.
    pub a: PersonIdx,
    /// The other person.
    pub b: PersonIdx,
    /// What `b` is to `a`.
    pub relation: Relation,
    /// From when to when.
    pub span: FactSpan,
    /// For siblings: they share one parent only.
    pub half: Option<bool>,
    /// The row of the table of kin.
    pub row: u32,
}

/// 亲属关系网 — the recorded ties of a register, by person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KinGraph {
    links: Links,
    /// For each person the longest chain of parents above.
    heights: Vec<u32>,
    /// For each person the least person joined by any ties; persons without ties stand alone.
    families: Vec<u32>,
}

/// 亲属关系结论 — the answer about one pair on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Kinship {
    /// True: certainly within the circle. Unknown: a recorded tie whose dates or words leave it open. False: no recorded
    /// tie puts them in, which says nothing about ties nobody recorded.
    pub truth: Truth,
    /// The shortest way from one to the other by which it is true, or else open.
    pub path: Option<KinPath>,
}

impl Kinship {
    const NONE: Self = Self { truth: Truth::False, path: None };
}

impl KinGraph {
    /// The graph of ties in canonical order, and those that cannot be true beside the others, which are left out: of two
    /// that exclude each other the later. `births` has an entry for every person; ties of others are left out. Whoever
    /// takes the rows set aside out of the table builds again, until none is at fault: a tie is judged beside the others.
    pub(crate) fn build(births: &[Option<PartialDate>], ties: &[Tie]) -> (Self, Vec<Fault>) {
        let (admitted, mut faults) = fault::admit(births, ties);
        let links = Links::new(births.len(), &admitted);
        let (links, heights) = match cycle::heights(births.len(), &links) {
            Ok(heights) => (links, heights),
            Err(residue) => {
                let circular = cycle::circular(births.len(), &admitted, &residue);
                faults.extend(circular.iter().map(|&row| Fault::OwnAncestor { row }));
                let admitted: Vec<Admitted> =
                    admitted.into_iter().filter(|admitted| !circular.contains(&admitted.row)).collect();
                let links = Links::new(births.len(), &admitted);
                let heights = cycle::heights(births.len(), &links).unwrap_or_default();
                (links, heights)
            }
        };
        faults.sort_by_key(|fault| fault.row());
        let families = links.families();
        (Self { links, heights, families }, faults)
    }

    /// 是否在亲属范围内 — whether `a` and `b` stand in the circle on `day`, by a register kept up to `horizon`.
    ///
    /// Everybody is in every circle with themselves, by an empty path.
    pub fn between(
        &self,
        a: PersonIdx,
        b: PersonIdx,
        circle: Circle,
        affinity: Affinity,
        day: NaiveDate,
        horizon: NaiveDate,
    ) -> Kinship {
        if a == b {
            return Kinship { truth: Truth::True, path: Some(KinPath { steps: Vec::new() }) };
        }
        let mut best = Kinship::NONE;
        if circle == Circle::SamePerson || !self.is_one_family(a, b) {
            return best;
        }
        let _ = self.each_path(a, b, circle, affinity, &mut |trail, reading| {
            let truth = trail.hops().fold(reading, |truth, hop| truth.and(self.links.holds(hop, day, horizon)));
            if best.truth < truth {
                best = Kinship { truth, path: Some(trail.path(&self.links)) };
            }
            if truth.is_true() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        if circle == Circle::CivilServiceScope && !best.truth.is_true() {
            for truth in [Truth::True, Truth::Unknown] {
                if best.truth < truth
                    && let Some(path) = self.far_lineal(a, b, &mut |hop| truth <= self.links.holds(hop, day, horizon))
                {
                    best = Kinship { truth, path: Some(path) };
                }
            }
        }
        best
    }

    /// 变化之日 — every day on which [`KinGraph::between`] can differ from the day before, and perhaps some others; in no
    /// order. They come from the ties by which the two can be in the circle, whatever the day.
    pub fn edges(
        &self,
        a: PersonIdx,
        b: PersonIdx,
        circle: Circle,
        affinity: Affinity,
        horizon: NaiveDate,
        found: &mut impl FnMut(NaiveDate),
    ) {
        if a == b || circle == Circle::SamePerson || !self.is_one_family(a, b) {
            return;
        }
        let _ = self.each_path(a, b, circle, affinity, &mut |trail: &Trail<'_>, _| {
            for hop in trail.hops() {
                self.links.edges(hop, horizon, found);
            }
            ControlFlow::Continue(())
        });
        if circle == Circle::CivilServiceScope {
            // The search goes on past every link between the two, since the last never passes.
            let _ = self.far_lineal(a, b, &mut |hop| {
                self.links.edges(hop, horizon, found);
                hop.to != a && hop.to != b
            });
        }
    }

    /// 范围内亲属 — everybody else who stands in the circle with `a` on `day`, or may, in order.
    pub fn relatives(
        &self,
        a: PersonIdx,
        circle: Circle,
        affinity: Affinity,
        day: NaiveDate,
        horizon: NaiveDate,
    ) -> Vec<(PersonIdx, Truth)> {
        let mut near = BTreeSet::new();
        self.candidates(a, circle, affinity, &mut near);
        near.remove(&a);
        let told = near.into_iter().map(|b| (b, self.between(a, b, circle, affinity, day, horizon).truth));
        told.filter(|(_, truth)| !truth.is_false()).collect()
    }

    /// 是否有亲属记录 — whether any tie of the person is recorded; a statement that two are not related is none.
    pub fn has_ties(&self, a: PersonIdx) -> bool {
        !self.links.of(a).is_empty()
    }

    /// Whether any ties join the two; who has none is in no family.
    fn is_one_family(&self, a: PersonIdx, b: PersonIdx) -> bool {
        match (self.families.get(a.position()), self.families.get(b.position())) {
            (Some(one), Some(other)) => one == other,
            _ => false,
        }
    }
}

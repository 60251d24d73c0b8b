//! 缺失事实排序 — what to find out first: each missing fact with the number of answers it alone would settle, and the
//! number it would help to settle.

use super::{Review, Severity};
use crate::check::Missing;
use std::collections::BTreeMap;

/// 缺失事实 — a gap, and how much depends on it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Gap {
    /// What is missing.
    pub missing: Missing,
    /// How many open answers miss nothing else.
    pub settles: usize,
    /// How many open answers miss it among other things.
    pub helps: usize,
}

impl Review<'_> {
    /// The missing facts of all open findings, the one that would settle most first.
    pub fn missing(&self) -> Vec<Gap> {
        let mut gaps: BTreeMap<Missing, (usize, usize)> = BTreeMap::new();
        for finding in self.findings().iter().filter(|finding| finding.severity() == Severity::Unsettled) {
            let answer = self.answer(finding);
            for line in answer.lines.iter().filter(|line| line.level == finding.level) {
                let alone = line.missing.len() == 1;
                for missing in &line.missing {
                    let (settles, helps) = gaps.entry(missing.clone()).or_default();
                    *settles = settles.saturating_add(usize::from(alone));
                    *helps = helps.saturating_add(usize::from(!alone));
                }
            }
        }
        let mut gaps: Vec<Gap> =
            gaps.into_iter().map(|(missing, (settles, helps))| Gap { missing, settles, helps }).collect();
        gaps.sort_by(|a, b| (b.settles, b.helps, &a.missing).cmp(&(a.settles, a.helps, &b.missing)));
        gaps
    }
}

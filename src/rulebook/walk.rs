//! 流程 — walks as data: the stages of a case, what each may follow, who acts, and the provisions that guard it. A walk
//! has no straight line: stages may be left out, taken again, or leave the walk by a side exit. Whether a stage was done
//! properly is what its provisions say.

use super::error::{RulebookError, RulebookFault};
use super::load::Place;
use super::{Provision, ProvisionId, Scope};
use crate::vocab::{Bilingual, Key, TermSet, Vocabulary};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// 流程 — the stages of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Walk {
    /// 编号.
    pub id: Key,
    /// 名称.
    pub title: Bilingual,
    /// 适用规定 — provisions asked of the case as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guards: Vec<ProvisionId>,
    /// 环节, as they are usually taken.
    #[serde(rename = "stage")]
    pub stages: Vec<WalkStage>,
}

/// 流程环节 — a stage of a walk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct WalkStage {
    /// 环节.
    pub stage: Key,
    /// 主体 — who acts; anybody where empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<Key>,
    /// 前一环节 — the stages it may follow; a walk begins with it where empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<Key>,
    /// 可省略 — a later stage may follow what this one follows.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
    /// 可重复 — may stand on record any number of times.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub repeats: bool,
    /// 互斥环节 — stages that cannot follow the same act as this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instead_of: Vec<Key>,
    /// 适用规定 — provisions asked of each act of the stage.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guards: Vec<ProvisionId>,
}

impl Walk {
    /// The stage with this key.
    pub fn stage(&self, key: &Key) -> Option<&WalkStage> {
        self.stages.iter().find(|stage| stage.stage == *key)
    }

    /// The stages that `stage` may directly follow, those that may be left out looked through.
    pub fn before<'w>(&'w self, stage: &'w WalkStage) -> Vec<&'w Key> {
        let mut found: Vec<&Key> = Vec::new();
        let mut waiting: Vec<&Key> = stage.after.iter().collect();
        while let Some(key) = waiting.pop() {
            if found.contains(&key) {
                continue;
            }
            found.push(key);
            if let Some(earlier) = self.stage(key).filter(|earlier| earlier.optional) {
                waiting.extend(&earlier.after);
            }
        }
        found.sort_unstable();
        found
    }

    /// Whether the walk may begin with a stage: it follows nothing, or only stages that may be left out.
    pub fn begins_with(&self, stage: &WalkStage) -> bool {
        stage.after.is_empty()
            || stage.after.iter().filter_map(|key| self.stage(key)).any(|earlier| {
                // INVARIANT: optional stages never follow each other in a circle, which loading refuses.
                earlier.optional && self.begins_with(earlier)
            })
    }
}

/// Faults of the walks: words nobody declared, stages that are none, guards that cannot be asked.
pub(super) fn check(
    walks: &[(Walk, Place)],
    provisions: &BTreeMap<ProvisionId, Provision>,
    vocabulary: &Vocabulary,
    errors: &mut Vec<RulebookError>,
) {
    for (position, (walk, place)) in walks.iter().enumerate() {
        let fault = |what: String| place.error(RulebookFault::Walk { id: walk.id.clone(), what });
        if walks.iter().take(position).any(|(other, _)| other.id == walk.id) {
            errors.push(fault("stands twice".to_owned()));
        }
        if !walk.stages.iter().any(|stage| stage.after.is_empty()) {
            errors.push(fault("no stage to begin with: one stage has no `after`".to_owned()));
        }
        for (at, stage) in walk.stages.iter().enumerate() {
            if walk.stages.iter().take(at).any(|other| other.stage == stage.stage) {
                errors.push(fault(format!("stage `{}` stands twice", stage.stage)));
            }
            let words = stage.by.iter().map(|key| (TermSet::Actor, key)).chain([(TermSet::Stage, &stage.stage)]);
            for (set, key) in words.filter(|(set, key)| !vocabulary.has(*set, key)) {
                let set = set.title(crate::vocab::Lang::En);
                errors.push(place.error(RulebookFault::NoSuchTerm { set, key: key.clone() }));
            }
            for key in stage.instead_of.iter().filter(|key| walk.stage(key).is_none()) {
                errors
                    .push(fault(format!("`{}` stands instead of `{key}`, which is no stage of the walk", stage.stage)));
            }
            for key in stage.after.iter().filter(|key| walk.stage(key).is_none()) {
                errors.push(fault(format!("`{}` follows `{key}`, which is no stage of the walk", stage.stage)));
            }
            if loops(walk, stage) {
                errors.push(fault(format!("optional stages follow each other in a circle at `{}`", stage.stage)));
            }
            for id in &stage.guards {
                let fits = |provision: &Provision| matches!(&provision.applies_to, Scope::Act { stages, .. } if stages.contains(&stage.stage));
                guard(id, provisions.get(id).map(fits), "acts of the stage", &fault, place, errors);
            }
        }
        for id in &walk.guards {
            let fits = |provision: &Provision| matches!(provision.applies_to, Scope::Case { .. });
            guard(id, provisions.get(id).map(fits), "cases", &fault, place, errors);
        }
    }
}

fn guard(
    id: &ProvisionId,
    fits: Option<bool>,
    of: &str,
    fault: &impl Fn(String) -> RulebookError,
    place: &Place,
    errors: &mut Vec<RulebookError>,
) {
    match fits {
        Some(true) => {}
        Some(false) => errors.push(fault(format!("guard {id} is not asked of {of}"))),
        None => errors.push(place.error(RulebookFault::NoSuchProvision { id: id.clone() })),
    }
}

/// Whether a chain of optional stages comes back to this one.
fn loops(walk: &Walk, stage: &WalkStage) -> bool {
    if !stage.optional {
        return false;
    }
    let mut seen: Vec<&Key> = Vec::new();
    let mut waiting: Vec<&Key> = stage.after.iter().collect();
    while let Some(key) = waiting.pop() {
        if *key == stage.stage {
            return true;
        }
        if seen.contains(&key) {
            continue;
        }
        seen.push(key);
        if let Some(earlier) = walk.stage(key).filter(|earlier| earlier.optional) {
            waiting.extend(&earlier.after);
        }
    }
    false
}

//! 单位名称 — how names of units are compared, shortened, and what kind of unit they tell.

use super::cells::{clean, find_word};
use crate::vocab::UnitKind;

/// Words as they are compared.
pub(super) fn key(words: &str) -> String {
    clean(words).chars().filter(|c| !c.is_whitespace()).collect()
}

/// The name of a village without the name of its committee: 河清社区居委会 is 河清社区, 新龙村委会 is 新龙村.
pub(super) fn normal(name: &str) -> String {
    for (ending, kind) in
        [("居民委员会", "社区"), ("居委会", "社区"), ("村民委员会", "村"), ("村委会", "村"), ("村委", "村")]
    {
        if let Some(stem) = name.strip_suffix(ending).filter(|stem| !stem.is_empty()) {
            return if stem.ends_with(kind) { stem.to_owned() } else { format!("{stem}{kind}") };
        }
    }
    name.to_owned()
}

/// Shorter forms of a village's name: 河清社区居委会 is also 河清社区 and 河清.
pub(super) fn short_forms(name: &str) -> impl Iterator<Item = String> + use<> {
    let normal = normal(name);
    let stem = ["社区", "村"].iter().find_map(|ending| normal.strip_suffix(ending)).map(str::to_owned);
    let stem = stem.filter(|stem| 1 < stem.chars().count());
    [Some(normal), stem].into_iter().flatten()
}

/// The kind of a village, where its name tells.
pub(super) fn village_kind(name: &str) -> Option<UnitKind> {
    let normal = normal(name);
    if normal.contains("园区") || normal.contains("产业园") {
        Some(UnitKind::Park)
    } else if normal.ends_with("社区") {
        Some(UnitKind::Community)
    } else if normal.ends_with('村') {
        Some(UnitKind::Village)
    } else {
        None
    }
}

pub(super) fn cooperative_kind(name: &str) -> UnitKind {
    match kind_by_name(name) {
        Some(kind) if !kind.is_village() => kind,
        Some(_) | None => UnitKind::Cooperative,
    }
}

/// The kind of a unit by the ending of its name.
pub(super) fn kind_by_name(name: &str) -> Option<UnitKind> {
    let endings = [
        ("经联社", UnitKind::VillageCooperative),
        ("联合社", UnitKind::VillageCooperative),
        ("联合党支部", UnitKind::JointBranch),
        ("党支部", UnitKind::PartyBranch),
        ("党总支", UnitKind::GeneralBranch),
        ("党总支部", UnitKind::GeneralBranch),
        ("党委", UnitKind::PartyCommittee),
        ("服务中心", UnitKind::ServiceCenter),
        ("村民小组", UnitKind::VillagersGroup),
        ("社", UnitKind::Cooperative),
        ("镇", UnitKind::Town),
        ("街道", UnitKind::Town),
    ];
    let by_ending = || endings.iter().find(|(ending, _)| name.ends_with(ending)).map(|(_, kind)| *kind);
    village_kind(name).or_else(by_ending).or_else(|| find_word(name, UnitKind::from_words))
}

//! 设定 — the values that profiles set, and whether they may.

use super::load::Parsed;
use super::{Parameter, Profile, ProvisionId, Rulebook};
use crate::vocab::{Citation, Key, Level};

/// 设定 — a value a profile sets, and the level that sets it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Setting {
    /// The parameter.
    pub name: Key,
    /// The value.
    pub value: toml::Value,
    /// 由谁定 — the `by` of the profile, a town where it has none; absent for the questionnaire, which asks whoever may.
    pub by: Option<Level>,
}

/// 不当之处 — why a value may not stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SettingFault {
    /// 超出可取范围 — none of the readings, and outside the range.
    OutOfRange,
    /// 无权设定 — the level is none of those that may set it.
    NotTheirs,
}

/// 越级 — an edition of a profile that gives itself a level above the one that sets the profile.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Overreach {
    /// The provision.
    pub provision: ProvisionId,
    /// What the edition cites.
    pub source: Citation,
    /// The level it claims.
    pub level: Level,
    /// Who sets the profile: its `by`, a town where it has none.
    pub by: Level,
}

impl Profile {
    /// The editions that claim a level above that of the profile, and so would escape comparison.
    pub(crate) fn overreaching(&self) -> Vec<Overreach> {
        let by = self.parsed().by.unwrap_or(Level::Town);
        let above = self.parsed().editions.iter().filter(|edition| edition.head.level < by);
        above
            .map(|edition| Overreach {
                provision: edition.of.clone(),
                source: edition.head.source.clone(),
                level: edition.head.level,
                by,
            })
            .collect()
    }
}

impl Rulebook {
    /// The values set by the profiles put over the built-in law, in order; a later one stands over an earlier one.
    pub fn settings(&self) -> impl Iterator<Item = &Setting> {
        self.parsed.set.iter().map(|(setting, _)| setting)
    }

    /// Why a value may not stand; nothing where it may, or where there is no such parameter.
    pub(crate) fn fault_of(&self, setting: &Setting) -> Option<SettingFault> {
        fault(self.parameter(&setting.name)?, setting)
    }

    /// A profile without the values its parameters cannot have, and these with what is wrong.
    pub(crate) fn without_misfits(&self, profile: &Profile) -> (Profile, Vec<(Setting, SettingFault)>) {
        let mut parsed: Parsed = profile.parsed().clone();
        let mut refused = Vec::new();
        let own = &profile.parsed().parameters;
        parsed.set.retain(|(setting, _)| {
            let declared = own.iter().map(|(parameter, _)| parameter).find(|one| one.name == setting.name);
            let parameter = declared.or_else(|| self.parameter(&setting.name));
            let fits = parameter.is_none_or(|parameter| parameter.allows(&setting.value));
            if !fits {
                refused.push((setting.clone(), SettingFault::OutOfRange));
            }
            fits
        });
        (Profile::from_parsed(parsed), refused)
    }
}

fn fault(parameter: &Parameter, setting: &Setting) -> Option<SettingFault> {
    if !parameter.allows(&setting.value) {
        return Some(SettingFault::OutOfRange);
    }
    let theirs = setting.by.is_none_or(|by| parameter.set_by.contains(&by));
    (!theirs).then_some(SettingFault::NotTheirs)
}

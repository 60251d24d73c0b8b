//! 表种 — which sheet a table is.

use crate::vocab::Lang;
use crate::vocab::List;

/// Declares the sheets: key, Chinese and English name, other names, the lists a row of the sheet belongs to.
macro_rules! sheets {
    ($($(#[$meta:meta])* $name:ident = $key:literal, $zh:literal, $en:literal, [$($also:literal),*], [$($list:ident),*];)+) => {
        /// 表种 — the sheets that are read.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Sheet { $($(#[$meta])* $name,)+ }

        impl Sheet {
            /// 全部表种 — every sheet, in order.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// 键 — the wire key.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),+ }
            }

            /// 名称 — the name in `lang`.
            pub const fn title(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$name, Lang::Zh) => $zh, (Self::$name, Lang::En) => $en,)+
                }
            }

            /// The names under which towns keep the sheet, the Chinese title first.
            pub(super) const fn names(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$zh, $en, $key $(, $also)*],)+ }
            }

            /// The lists that lack something when a row of the sheet is set aside.
            pub(super) const fn lists(self) -> &'static [List] {
                match self { $(Self::$name => &[$(List::$list),*],)+ }
            }
        }
    };
}

sheets! {
    /// 干部花名册 — persons and the posts they hold.
    Roster = "roster", "干部花名册", "roster", ["花名册", "任职名册", "干部名册", "两委名册"],
        [Roster, PartyMembers, Enrollment];
    /// 单位 — the units of the chain.
    Units = "units", "单位", "units", ["单位名录", "机构名录", "单位表"], [Units];
    /// 机构 — bodies, their seats and the day they were formed.
    Bodies = "bodies", "机构", "bodies", ["机构表", "机构职数", "职数表"], [Bodies];
    /// 成员名册 — members of cooperatives by household.
    Members = "members", "成员名册", "members", ["集体成员名册", "成员花名册", "社员名册", "股东名册", "户籍名册"],
        [Members, Households, Kin];
    /// 亲属 — kin ties.
    Kin = "kin", "亲属", "kin", ["亲属关系", "亲属申报", "近亲属申报"], [Kin];
    /// 处分处罚 — sanctions, punishments and findings.
    Sanctions = "sanctions", "处分处罚", "sanctions", ["处分", "处罚", "处分处罚记录"],
        [PartySanctions, AdministrativeSanctions, Convictions, Determinations];
    /// 考核 — appraisals.
    Appraisals = "appraisals", "考核", "appraisals", ["考核记录", "考核评议", "评议"], [Appraisals];
    /// 培训 — training.
    Training = "training", "培训", "training", ["培训记录", "培训台账"], [Training];
    /// 办理记录 — acts of cases.
    Acts = "acts", "办理记录", "acts", ["办理", "会议记录", "办理台账"], [Acts];
    /// 候选人 — candidates.
    Candidates = "candidates", "候选人", "candidates", ["候选人名单", "拟任人选"], [Candidacies];
    /// 章程 — clauses of charters.
    Charter = "charter", "章程", "charter", ["章程条款"], [Charter];
    /// 身份状况 — statuses of persons.
    Statuses = "statuses", "身份状况", "statuses", ["身份状况表", "人员身份"], [Statuses, Capacity, Households];
    /// 单位情况 — traits, numbers and registered names of units.
    UnitFacts = "unit-facts", "单位情况", "unit-facts", ["单位情况表", "单位基本情况"], [UnitFacts];
    /// 单位关系 — which unit serves, acts for or keeps books for which.
    Links = "links", "单位关系", "links", ["覆盖关系", "党支部覆盖", "代理关系"], [Links];
    /// 说明 — how far each list is complete.
    Coverage = "coverage", "说明", "coverage", ["填表说明", "资料说明", "资料范围"], [];
}

impl Sheet {
    /// The sheet a name means: exactly, else the sheet with the longest of its names in it.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        let name = name.trim();
        let known = || Self::ALL.iter().flat_map(|sheet| sheet.names().iter().map(move |word| (*sheet, *word)));
        let exact = known().find(|(_, word)| word.eq_ignore_ascii_case(name));
        let lower = name.to_ascii_lowercase();
        let within = || {
            known()
                .filter(|(_, word)| lower.contains(*word))
                .max_by_key(|(sheet, word)| (word.chars().count(), std::cmp::Reverse(*sheet)))
        };
        exact.or_else(within).map(|(sheet, _)| sheet)
    }

    /// The sheet of this key or of one of these names, exactly.
    pub(super) fn from_words(words: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|sheet| sheet.names().contains(&words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_known_by_its_file_name() {
        for (name, sheet) in [
            ("干部花名册", Sheet::Roster),
            ("2026年河清社区干部花名册.csv", Sheet::Roster),
            ("河清三社成员花名册", Sheet::Members),
            ("成员名册（2025）", Sheet::Members),
            ("roster-2026", Sheet::Roster),
            ("处分处罚", Sheet::Sanctions),
            ("近亲属申报表", Sheet::Kin),
            ("填表说明", Sheet::Coverage),
        ] {
            assert_eq!(Sheet::from_name(name), Some(sheet), "{name}");
        }
        assert_eq!(Sheet::from_name("收支表"), None);
    }

    #[test]
    fn no_two_sheets_share_a_name() {
        let mut names: Vec<_> = Sheet::ALL.iter().flat_map(|sheet| sheet.names()).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        // A sheet whose English name is its key has it twice.
        assert_eq!(count - names.len(), Sheet::ALL.len());
        for sheet in Sheet::ALL {
            assert_eq!(Sheet::from_words(sheet.title(Lang::Zh)), Some(*sheet));
        }
    }
}

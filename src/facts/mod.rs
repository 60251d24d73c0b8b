//! 事实 — what is the case: persons, kin, units, bodies, posts, acts, and how far each list is complete. Rows come in as
//! [`Facts`] or as tables, are checked once, and live in a [`Register`].

mod build;
mod coverage;
mod index;
pub mod kin;
mod problem;
mod register;
mod rows;

mod table;

pub use index::{BodyIdx, CaseIdx, HoldingIdx, PersonIdx, UnitIdx};
pub use problem::*;
pub(crate) use register::Held;
pub use register::{Loaded, Register};
pub use rows::*;
pub use table::*;

use crate::vocab::List;
use crate::vocab::text::Object;
use serde::{Deserialize, Deserializer, Serialize};

/// Declares the tables of a register and how many rows each holds.
macro_rules! tables {
    ($( $(#[$meta:meta])* $field:ident : $row:ty ),+ $(,)?) => {
        /// 事实 — all rows, with the caller's identifiers, in any order. The wire form of a register.
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[non_exhaustive]
        pub struct Facts {
            $( $(#[$meta])*
               #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "objects")]
               pub $field: Vec<$row>, )+
        }

        impl Facts {
            /// The number of rows in all tables.
            pub fn len(&self) -> usize {
                0_usize $( .saturating_add(self.$field.len()) )+
            }

            /// Adds every row of `other`.
            pub fn extend(&mut self, other: Self) {
                $( self.$field.extend(other.$field); )+
            }
        }
    };
}

tables! {
    /// 人员.
    persons: Person,
    /// 亲属联系与声明.
    kin: KinTie,
    /// 户内成员.
    household_members: HouseholdMember,
    /// 成员身份.
    memberships: Membership,
    /// 党员身份.
    party_memberships: PartyMembership,
    /// 非党员声明.
    not_party_members: NotPartyMember,
    /// 单位.
    units: Unit,
    /// 单位关系.
    links: UnitLink,
    /// 单位情况.
    unit_traits: UnitTrait,
    /// 单位人数、户数.
    unit_numbers: UnitNumber,
    /// 登记名称.
    registered_names: RegisteredName,
    /// 机构.
    bodies: Body,
    /// 任职.
    holdings: Holding,
    /// 候选人.
    candidacies: Candidacy,
    /// 处分处罚和认定.
    records: Record,
    /// 身份状况.
    statuses: Status,
    /// 办理记录.
    acts: Act,
    /// 考核.
    appraisals: Appraisal,
    /// 培训.
    trainings: Training,
    /// 纳入项目.
    enrollments: Enrollment,
    /// 章程条款.
    clauses: Clause,
    /// 自设栏目.
    customs: Custom,
    /// 资料完整范围.
    coverage: Coverage,
    /// 已知不完整的资料 — lists that rows were set aside from: no statement of completeness holds for them.
    open: OpenList,
    /// 处理假定 — what was assumed where the tables do not say.
    assumptions: Assumption,
}

impl Facts {
    /// Whether there is no row at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Reads rows from JSON: an object of tables, each a list of objects.
    ///
    /// # Errors
    ///
    /// The first place that is no such JSON: a syntax error, an unknown field, an array where an object is due.
    pub fn from_json(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        let mut reader = serde_json::Deserializer::from_slice(bytes);
        let Object(facts) = Object::deserialize(&mut reader)?;
        reader.end()?;
        Ok(facts)
    }
}

/// Reads a list of objects, refusing arrays among them.
fn objects<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    let rows = Vec::<Object<T>>::deserialize(deserializer)?;
    Ok(rows.into_iter().map(|Object(row)| row).collect())
}

/// 不完整的资料 — a list known to lack a row, because one was set aside.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct OpenList {
    /// Which list.
    pub list: List,
    /// Of whom or of what.
    pub extent: Extent,
}

impl OpenList {
    /// A list that lacks a row about `extent`.
    pub fn new(list: List, extent: Extent) -> Self {
        Self { list, extent }
    }
}

//! The case tables, one file for each pillar and one for the plan of Jiujiang.

mod cultivation;
mod deliberation;
mod jiujiang;
mod organization;
mod selection;
mod supervision;

use crate::support::Case;

/// Every row.
pub fn all() -> Vec<Case> {
    let mut all = organization::cases();
    all.extend(selection::cases());
    all.extend(deliberation::cases());
    all.extend(cultivation::cases());
    all.extend(supervision::cases());
    all.extend(jiujiang::cases());
    all
}

//! The case tables, one file for each pillar and one for the plan of Jiujiang.
#![expect(clippy::too_many_lines, reason = "a case table is as long as its provision has sides")]

mod chain;
mod cooperative;
mod cultivation;
mod deliberation;
mod elections;
mod jiujiang;
mod majorities;
mod membership;
mod organization;
mod party;
mod residents;
mod selection;
mod standing;
mod supervision;
mod village;

use crate::support::Case;

/// Every row.
pub fn all() -> Vec<Case> {
    let mut all = organization::cases();
    for of in [
        chain::cases,
        party::cases,
        village::cases,
        residents::cases,
        cooperative::cases,
        standing::cases,
        membership::cases,
        elections::cases,
        majorities::cases,
    ] {
        all.extend(of());
    }
    all.extend(selection::cases());
    all.extend(deliberation::cases());
    all.extend(cultivation::cases());
    all.extend(supervision::cases());
    all.extend(jiujiang::cases());
    all
}

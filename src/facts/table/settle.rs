//! 定序 — facts in canonical order: what two rows say alike is one fact, read at the first of them.

use crate::facts::Facts;

/// Sorts every table by content and keeps of equal rows the one read first.
pub(super) fn settle(facts: &mut Facts) {
    macro_rules! settle {
        ($($table:ident),+) => { $(
            let mut rows: Vec<_> = facts
                .$table
                .drain(..)
                .map(|mut row| {
                    let source = row.source.take();
                    (row, source)
                })
                .collect();
            rows.sort();
            rows.dedup_by(|later, kept| later.0 == kept.0);
            facts.$table.extend(rows.into_iter().map(|(mut row, source)| {
                row.source = source;
                row
            }));
        )+ };
    }
    settle!(
        persons,
        kin,
        household_members,
        memberships,
        party_memberships,
        not_party_members,
        units,
        bodies,
        holdings,
        candidacies,
        records,
        acts,
        appraisals,
        trainings,
        enrollments,
        clauses,
        customs,
        coverage,
        assumptions
    );
}

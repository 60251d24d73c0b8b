//! 决定性事实 — the few facts of a derivation on which its result turns.

use crate::check::{Derivation, Node};
use crate::vocab::{Possible, Truth, Verdict};

/// What a node of a criterion came to.
pub(super) fn truth_of(possible: Possible) -> Truth {
    match possible.verdict() {
        Verdict::Satisfied => Truth::True,
        Verdict::Breached => Truth::False,
        Verdict::Excepted | Verdict::NotApplicable | Verdict::Undetermined => Truth::Unknown,
    }
}

/// The leaves on which the result of a derivation turns, in order.
pub(super) fn decisive(whole: &Derivation) -> Vec<&Derivation> {
    let mut leaves = Vec::new();
    for branch in &whole.branches {
        if turns(whole.possible, branch) {
            follow(branch, &mut leaves);
        }
    }
    if leaves.is_empty() {
        for branch in &whole.branches {
            follow(branch, &mut leaves);
        }
    }
    leaves
}

/// Whether a part of an edition decides how the whole came out.
fn turns(whole: Possible, branch: &Derivation) -> bool {
    let open = !branch.possible.is_settled();
    match branch.node {
        Node::Applies => match whole.verdict() {
            Verdict::NotApplicable => true,
            Verdict::Undetermined => open,
            Verdict::Satisfied | Verdict::Breached | Verdict::Excepted => false,
        },
        Node::Unless => match whole.verdict() {
            Verdict::Excepted => true,
            Verdict::Undetermined => open,
            Verdict::Satisfied | Verdict::Breached | Verdict::NotApplicable => false,
        },
        Node::Holds
        | Node::Whole
        | Node::All
        | Node::Any
        | Node::Not
        | Node::AtLeast(_)
        | Node::Leaf
        | Node::Alternatives => match whole.verdict() {
            Verdict::Undetermined => open || branch.possible.contains(Possible::BREACHED),
            Verdict::Satisfied | Verdict::Breached => true,
            Verdict::Excepted | Verdict::NotApplicable => false,
        },
    }
}

fn follow<'d>(node: &'d Derivation, leaves: &mut Vec<&'d Derivation>) {
    if node.evidence.is_some() {
        leaves.push(node);
        return;
    }
    let truth = if node.node == Node::Not { !truth_of(node.possible) } else { truth_of(node.possible) };
    let same = |branch: &&Derivation| truth_of(branch.possible) == truth;
    let found = leaves.len();
    for branch in node.branches.iter().filter(same) {
        follow(branch, leaves);
    }
    if leaves.len() == found {
        // A tie is true where the rule asks for none; a norm may read its fact either way.
        for branch in &node.branches {
            follow(branch, leaves);
        }
    }
}

/// Every leaf of a derivation, with its depth left out.
pub(super) fn leaves(whole: &Derivation) -> Vec<&Derivation> {
    let mut found = Vec::new();
    crate::review::gather(whole, &mut |node| {
        if node.evidence.is_some() {
            found.push(node);
        }
    });
    found
}

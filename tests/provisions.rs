//! Every provision on both sides of its boundary, where it is open, and on the days around its editions. Numbers here are
//! the law's, written out; none is read from a rulebook.

mod law;
mod support;

use support::{failures, jiujiang};

#[test]
fn every_row_of_the_case_tables_comes_out_as_the_law_says() {
    let failures = failures(&jiujiang(""), &law::all());
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

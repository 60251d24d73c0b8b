#![doc = include_str!("../README.md")]
#![warn(unreachable_pub)]
// No panic on any input, no silent overflow or cut, nothing printed: in the library itself, not in its tests.
#![cfg_attr(
    not(test),
    warn(
        clippy::arithmetic_side_effects,
        clippy::as_conversions,
        clippy::expect_used,
        clippy::float_arithmetic,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::print_stderr,
        clippy::print_stdout,
        clippy::unreachable,
        clippy::unwrap_used,
        clippy::wildcard_enum_match_arm
    )
)]

pub mod check;
pub mod compare;
pub mod facts;
pub mod norm;
pub mod pillars;
pub mod procedure;
pub mod report;
pub mod review;
pub mod rulebook;
#[cfg(feature = "testkit")]
pub mod testkit;
pub mod vocab;
pub mod wire;

#![doc = include_str!("../README.md")]

pub mod check;
pub mod facts;
pub mod norm;
pub mod pillars;
pub mod report;
pub mod review;
pub mod rulebook;
#[cfg(feature = "testkit")]
pub mod testkit;
pub mod vocab;
pub mod wire;

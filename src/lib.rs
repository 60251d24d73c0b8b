#![doc = include_str!("../README.md")]

pub mod facts;
pub mod vocab;

//! The kinship engine against the articles, and against an oracle written from the definitions.

mod laws;
mod oracle;

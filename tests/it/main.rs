//! Integration tests: one binary, a module per subject.
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod cli;
mod layers;
mod packs;

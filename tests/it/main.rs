//! Integration tests: one binary, a module per subject.
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod author;
mod catalogue;
mod check;
mod cli;
mod data;
mod day;
mod fake_oss;
mod journey;
mod journeys;
mod kbli;
mod layers;
mod light;
mod monkey;
mod officers;
mod outages;
mod packs;
#[cfg(unix)]
mod pty;
mod repo;
mod rescue;
mod screens;
mod secrets;
mod services;
mod slow_disk;
mod troubles;

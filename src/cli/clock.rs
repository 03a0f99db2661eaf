//! The moment a command runs in, and how moments are written.

use crate::app::Env;
use crate::case::Minter;
use crate::runtime::{self, Clock};

/// The present moment on this PC's clock.
pub(super) fn now() -> Env {
    Clock::system().env()
}

/// `2026-11-22 10:42` of a moment, on the clock of `env`.
pub(super) fn written(env: &Env, ms: i64) -> String {
    let (hour, minute, _) = env.clock_of(ms);
    format!("{} {hour:02}:{minute:02}", env.day_of(ms))
}

/// A source of new names.
pub(super) fn minter() -> Minter {
    Minter::new(runtime::seed())
}

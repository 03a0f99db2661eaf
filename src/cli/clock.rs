//! The one place of the command line that asks the time and for randomness.

use crate::app::Env;
use crate::case::Minter;
use crate::store::StoreError;

/// The present moment on this PC's clock.
#[expect(clippy::disallowed_methods, reason = "a command is told the time here, once")]
pub(super) fn now() -> Env {
    let now = jiff::Zoned::now();
    Env { now_ms: now.timestamp().as_millisecond(), offset_s: now.offset().seconds() }
}

/// `2026-11-22 10:42` of a moment, on the clock of `env`.
pub(super) fn written(env: &Env, ms: i64) -> String {
    let (hour, minute, _) = env.clock_of(ms);
    format!("{} {hour:02}:{minute:02}", env.day_of(ms))
}

/// Thirty-two random bytes. Errors: [`StoreError::NoRandomness`].
pub(super) fn seed() -> Result<[u8; 32], StoreError> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(|_| StoreError::NoRandomness)?;
    Ok(seed)
}

/// A source of new names. Errors: [`StoreError::NoRandomness`].
pub(super) fn minter() -> Result<Minter, StoreError> {
    seed().map(Minter::new)
}

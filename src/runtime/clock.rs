//! The only place that reads the clock and the system's randomness.

use crate::app::Env;
use std::time::{SystemTime, UNIX_EPOCH};

/// Milliseconds since 1970 (UTC).
#[expect(clippy::disallowed_methods, reason = "time comes into the program here and nowhere else")]
pub fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// The moment and the office's clock. The offset is read once: Indonesia has no summer time.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    offset_s: i32,
}

impl Clock {
    /// The clock of this PC's time zone.
    pub fn system() -> Self {
        let now =
            jiff::Timestamp::from_millisecond(now_ms()).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        Self { offset_s: jiff::tz::TimeZone::system().to_offset(now).seconds() }
    }

    /// Now.
    pub fn env(self) -> Env {
        Env { now_ms: now_ms(), offset_s: self.offset_s }
    }
}

/// 32 bytes of the system's randomness.
pub fn seed() -> [u8; 32] {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).expect("a system without randomness cannot seal anything");
    seed
}

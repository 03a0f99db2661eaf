//! The world as the program is told of it: the time and the place's clock. Nothing else comes in.

use jiff::civil::{Date, date};

/// The moment an update happens in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Env {
    /// Milliseconds since 1970 (UTC).
    pub now_ms: i64,
    /// The office's clock against UTC, in seconds (WIB is 25,200).
    pub offset_s: i32,
}

impl Env {
    /// The office's day.
    pub fn today(&self) -> Date {
        self.day_of(self.now_ms)
    }

    /// The day of a moment on the office's clock.
    pub fn day_of(&self, ms: i64) -> Date {
        let days = self.local_s(ms).div_euclid(86_400);
        jiff::Span::new()
            .try_days(days)
            .and_then(|span| date(1970, 1, 1).checked_add(span))
            .unwrap_or(date(1970, 1, 1))
    }

    /// Hour, minute and second of a moment on the office's clock.
    pub fn clock_of(&self, ms: i64) -> (u8, u8, u8) {
        let second = self.local_s(ms).rem_euclid(86_400);
        ((second / 3_600) as u8, (second / 60 % 60) as u8, (second % 60) as u8)
    }

    /// The moment of a day, hour and minute on the office's clock, ms since 1970.
    pub fn moment_of(&self, day: Date, hour: i8, minute: i8) -> i64 {
        let days = date(1970, 1, 1).until(day).map_or(0, |span| i64::from(span.get_days()));
        let seconds = days * 86_400 + i64::from(hour) * 3_600 + i64::from(minute) * 60;
        (seconds - i64::from(self.offset_s)) * 1_000
    }

    fn local_s(&self, ms: i64) -> i64 {
        ms.div_euclid(1_000) + i64::from(self.offset_s)
    }

    /// The next full minute, ms since 1970: when a shown clock changes.
    pub fn next_minute(&self) -> i64 {
        (self.now_ms.div_euclid(60_000) + 1) * 60_000
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_office_clock_is_ahead_of_utc() {
        // 2026-11-22 20:42:07 UTC is the next morning in Dumai.
        let env = Env { now_ms: 1_795_380_127_000, offset_s: 25_200 };
        assert_eq!(env.today(), date(2026, 11, 23));
        assert_eq!(env.clock_of(env.now_ms), (3, 42, 7));
        assert_eq!(env.next_minute(), 1_795_380_180_000);
        let minute = env.now_ms - env.now_ms % 60_000;
        assert_eq!(env.moment_of(date(2026, 11, 23), 3, 42), minute);
    }
}

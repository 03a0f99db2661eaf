//! The save light: what is written, what the disk has confirmed, and when to ask it.

use super::Notice;

/// Rest after the last key before the disk is asked, ms. A sync during typing would only be repeated.
const REST_MS: i64 = 90;
/// Longest time a first unsynced key waits while typing goes on, ms.
const LONGEST_MS: i64 = 200;
/// A sync that takes longer than this is shown as `menyimpan`, ms.
const SLOW_MS: i64 = 40;
/// Pause before a refused write or sync is tried again, ms.
pub(super) const RETRY_MS: i64 = 2_000;

/// What the save light shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Light {
    /// Nothing was typed since the start.
    Quiet,
    /// Kept by the program, not yet confirmed by the disk; or confirmed a moment ago while typing goes
    /// on, so that the light is calm.
    Typing,
    /// The disk was asked and is taking its time.
    Saving,
    /// The disk confirmed everything, at this time (ms since 1970).
    Saved(i64),
    /// Something could not be written; it is in memory and is tried again.
    Failing,
}

/// The state behind the light.
#[derive(Debug, Clone, Default)]
pub struct Save {
    written: u64,
    synced: u64,
    in_flight: Option<u64>,
    asked_ms: i64,
    first_unsynced_ms: i64,
    last_write_ms: i64,
    synced_at: Option<i64>,
    pub(super) failing_since: Option<i64>,
    /// The present trouble; said once in a window, then in the line above the keys.
    pub(super) trouble: Option<Notice>,
}

impl Save {
    /// Something was written at `now_ms`.
    pub(super) fn wrote(&mut self, now_ms: i64) {
        if self.written == self.synced {
            self.first_unsynced_ms = now_ms;
        }
        self.written += 1;
        self.last_write_ms = now_ms;
    }

    /// The ticket to sync now, if it is time (or `at_once`).
    pub(super) fn due(&mut self, now_ms: i64, at_once: bool) -> Option<u64> {
        let when = self.due_at()?;
        (at_once || now_ms >= when).then(|| {
            self.in_flight = Some(self.written);
            self.asked_ms = now_ms;
            self.written
        })
    }

    /// When the disk should be asked, ms since 1970.
    pub(super) fn due_at(&self) -> Option<i64> {
        if self.written == self.synced || self.in_flight.is_some() {
            return None;
        }
        let soon = (self.last_write_ms + REST_MS).min(self.first_unsynced_ms + LONGEST_MS);
        Some(match self.failing_since {
            Some(since) => soon.max(since + RETRY_MS),
            None => soon,
        })
    }

    /// The disk confirmed everything up to `ticket`.
    pub(super) fn confirmed(&mut self, ticket: u64, now_ms: i64) {
        self.in_flight = None;
        self.synced = self.synced.max(ticket);
        self.synced_at = Some(now_ms);
        if self.written != self.synced {
            self.first_unsynced_ms = now_ms;
        }
    }

    /// The disk did not confirm.
    pub(super) fn failed(&mut self, now_ms: i64) {
        self.in_flight = None;
        self.failing_since = Some(now_ms);
    }

    /// A write was refused: no ticket given so far speaks for it.
    pub(super) fn refused(&mut self, now_ms: i64) {
        self.written += 1;
        self.failed(now_ms);
    }

    /// The trouble is over: everything was written, and the disk confirms.
    pub(super) fn recovered(&mut self) {
        self.failing_since = None;
        self.trouble = None;
    }

    /// What was refused is being tried again; the disk may be asked at once.
    pub(super) fn retrying(&mut self, now_ms: i64) {
        self.failing_since = Some(now_ms - RETRY_MS);
    }

    /// Whether the disk has everything.
    pub fn is_safe(&self) -> bool {
        self.written == self.synced && self.failing_since.is_none()
    }

    /// What to show at `now_ms`.
    pub fn light(&self, now_ms: i64) -> Light {
        if self.failing_since.is_some() {
            return Light::Failing;
        }
        if self.written == self.synced {
            return match self.synced_at {
                Some(_) if now_ms < self.last_write_ms + REST_MS => Light::Typing,
                Some(at) => Light::Saved(at),
                None => Light::Quiet,
            };
        }
        let slow = now_ms >= self.asked_ms + SLOW_MS;
        if self.in_flight == Some(self.written) && slow { Light::Saving } else { Light::Typing }
    }

    /// When the light changes by itself, ms since 1970.
    pub(super) fn light_changes_at(&self, now_ms: i64) -> Option<i64> {
        let at = if self.written == self.synced {
            self.last_write_ms + REST_MS
        } else {
            self.in_flight.map(|_| self.asked_ms + SLOW_MS)?
        };
        (at > now_ms).then_some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_light_says_saved_only_for_what_the_disk_confirmed() {
        let mut save = Save::default();
        assert_eq!(save.light(900), Light::Quiet);
        save.wrote(1_000);
        assert_eq!(save.light(1_000), Light::Typing);
        assert_eq!(save.due(1_050, false), None);
        let ticket = save.due(1_090, false);
        assert_eq!((ticket, save.light(1_090)), (Some(1), Light::Typing));
        assert_eq!(save.light_changes_at(1_090), Some(1_130));
        assert_eq!(save.light(1_130), Light::Saving, "a slow disk is told of");
        save.wrote(1_135);
        assert_eq!(save.light(1_135), Light::Typing);
        save.confirmed(1, 1_140);
        assert_eq!(save.light(1_140), Light::Typing, "the second key is not on the disk yet");
        assert_eq!(save.due(1_225, false), Some(2));
        save.confirmed(2, 1_230);
        assert_eq!((save.light(1_230), save.is_safe()), (Light::Saved(1_230), true));
        save.wrote(1_300);
        save.due(1_300, true);
        save.confirmed(3, 1_301);
        assert_eq!(save.light(1_301), Light::Typing, "calm while typing goes on");
        assert_eq!(save.light_changes_at(1_301), Some(1_390));
        assert_eq!(save.light(1_390), Light::Saved(1_301));
    }

    #[test]
    fn steady_typing_does_not_put_the_sync_off_for_ever() {
        let mut save = Save::default();
        for now in (0..=200).step_by(40) {
            save.wrote(now);
        }
        assert_eq!(save.due_at(), Some(LONGEST_MS));
    }

    #[test]
    fn one_sync_is_under_way_at_a_time() {
        let mut save = Save::default();
        save.wrote(0);
        assert_eq!(save.due(500, false), Some(1));
        save.wrote(501);
        assert_eq!(save.due(900, true), None);
    }

    #[test]
    fn a_failure_shows_and_is_tried_again_later() {
        let mut save = Save::default();
        save.wrote(0);
        save.due(100, false);
        save.failed(150);
        assert_eq!((save.light(150), save.due_at()), (Light::Failing, Some(150 + RETRY_MS)));
        assert!(!save.is_safe());
    }
}

//! The clock of a service promise as OSS runs it: status 41 stops it, 42 lets it go on, 43 sets it
//! back to the beginning, 44 starts it anew (PIA v4.3.22, Lampiran 10).
//!
//! Counts whole working days. Every change belongs to the working day on which it would be received,
//! so a stop and a start on one evening cost nothing. Never promises a date while the clock stands.

use super::{Calendar, Days, DueDate, Known, OfficeHours, days, due};
use crate::base::order;
use jiff::civil::{Date, DateTime};

/// What happens to the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClockEvent {
    /// The complete permohonan was received. Does nothing to a clock that already started.
    Start,
    /// Status 41, konfirmasi persyaratan: the applicant must answer first.
    Pause,
    /// Status 42: the answer is there, the clock goes on where it stopped.
    Resume,
    /// Status 43: what was used counts no more, and the clock waits.
    Reset,
    /// Status 44: the clock starts anew from day 0.
    Restart,
}

impl ClockEvent {
    /// The event that an OSS status brings; `None` for the many that leave the clock alone.
    pub fn from_oss_status(code: &str) -> Option<Self> {
        match code.trim() {
            "41" => Some(Self::Pause),
            "42" => Some(Self::Resume),
            "43" => Some(Self::Reset),
            "44" => Some(Self::Restart),
            _ => None,
        }
    }
}

/// How the clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClockState {
    /// Nothing was received yet.
    NotStarted,
    /// Counting.
    Running,
    /// Stopped with the used days kept.
    Paused,
    /// Set back to the beginning, waiting to start anew.
    ResetWaiting,
}

/// A clock after its events: the stretches it ran since the last beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    state: ClockState,
    /// Stretches from a start to a stop.
    ran: Vec<(DateTime, DateTime)>,
    /// Beginning of the stretch that still runs.
    since: Option<DateTime>,
}

impl Clock {
    /// The clock after these events, taken in the order of their moments; equal moments in the order
    /// of the list. An event that makes no sense where it stands (a stop of a stopped clock, a
    /// going-on before any start) changes nothing.
    pub fn fold(events: &[(DateTime, ClockEvent)]) -> Self {
        let mut events = events.to_vec();
        order::sort_by_key(&mut events, |(moment, _)| *moment);
        let mut clock = Self { state: ClockState::NotStarted, ran: Vec::new(), since: None };
        for (moment, event) in events {
            clock.apply(moment, event);
        }
        clock
    }

    fn apply(&mut self, moment: DateTime, event: ClockEvent) {
        match (event, self.state) {
            (ClockEvent::Start, ClockState::NotStarted)
            | (ClockEvent::Resume, ClockState::Paused | ClockState::ResetWaiting) => {
                self.since = Some(moment);
                self.state = ClockState::Running;
            }
            (ClockEvent::Pause, ClockState::Running) => {
                self.ran.extend(self.since.take().map(|since| (since, moment)));
                self.state = ClockState::Paused;
            }
            (ClockEvent::Reset, _) => {
                self.ran.clear();
                self.since = None;
                self.state = ClockState::ResetWaiting;
            }
            (ClockEvent::Restart, _) => {
                self.ran.clear();
                self.since = Some(moment);
                self.state = ClockState::Running;
            }
            _ => {}
        }
    }

    /// How it stands.
    pub const fn state(&self) -> ClockState {
        self.state
    }

    /// Working days used at `now`, never below zero. The day of a receipt is day 0; the day of a
    /// stop is used, the day of a going-on is not.
    pub fn used(&self, now: DateTime, calendar: &Calendar, hours: &OfficeHours) -> Days {
        days(self.used_by(now, calendar, hours))
    }

    /// The last day for an answer that may take `allowance` working days. `None` while the clock
    /// stands, because only the going-on decides it; but a date already missed before the stop stays.
    pub fn due(&self, allowance: u32, calendar: &Calendar, hours: &OfficeHours) -> Option<DueDate> {
        self.due_by(allowance, calendar, hours).map(due)
    }

    fn used_by(&self, now: DateTime, calendar: &Calendar, hours: &OfficeHours) -> Known<i32> {
        let (mut used, mut provisional) = (0_i32, false);
        for (from, to) in &self.ran {
            let (_, days, shaky) = stretch(*from, *to, calendar, hours)?;
            used = used.saturating_add(days);
            provisional |= shaky;
        }
        if let Some(since) = self.since.filter(|since| *since <= now) {
            let (day_0, shaky) = calendar.received(since, hours)?;
            // Today is used as soon as it has begun; a day after closing has not begun yet.
            if now.date() > day_0 {
                let (days, also) = calendar.counted(day_0, now.date(), hours)?;
                used = used.saturating_add(days);
                provisional |= also;
            }
            provisional |= shaky;
        }
        Ok((used, provisional))
    }

    fn due_by(
        &self,
        allowance: u32,
        calendar: &Calendar,
        hours: &OfficeHours,
    ) -> Option<Known<Date>> {
        let (mut left, mut provisional) = (allowance, false);
        for (from, to) in &self.ran {
            match stretch(*from, *to, calendar, hours) {
                Err(known_until) => return Some(Err(known_until)),
                Ok((day_0, used, shaky)) => {
                    provisional |= shaky;
                    let used = used.unsigned_abs();
                    if used > left {
                        let missed = calendar.added(day_0, left, hours);
                        return Some(missed.map(|(date, also)| (date, provisional || also)));
                    }
                    left -= used;
                }
            }
        }
        let since = self.since?;
        Some(calendar.received(since, hours).and_then(|(day_0, shaky)| {
            let (date, also) = calendar.added(day_0, left, hours)?;
            Ok((date, provisional || shaky || also))
        }))
    }
}

/// Day 0 of a stretch that ended, its working days, and whether they are provisional.
fn stretch(
    from: DateTime,
    to: DateTime,
    calendar: &Calendar,
    hours: &OfficeHours,
) -> Result<(Date, i32, bool), Date> {
    let (day_0, shaky) = calendar.received(from, hours)?;
    let (last, shaky_end) = calendar.received(to, hours)?;
    let (days, provisional) = calendar.counted(day_0, last, hours)?;
    Ok((day_0, days, shaky || shaky_end || provisional))
}

//! The working week of an office as data: opening and closing time of each weekday. Never knows
//! which hours an office has; Ramadan and local rules differ, so the caller hands them in.

use jiff::civil::{Time, Weekday, time};

/// Opening and closing time of one weekday, in the office's wall time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// The office opens.
    pub opens: Time,
    /// The office closes; what comes at this very moment is still in time.
    pub closes: Time,
    /// Nobody is at the counter from the one to the other, in between.
    pub rest: Option<(Time, Time)>,
}

/// The hours of every weekday. Weekdays without hours are no working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfficeHours {
    /// Monday first.
    week: [Option<Hours>; 7],
}

impl OfficeHours {
    /// An office that never opens, to begin from with [`OfficeHours::with`].
    pub const fn closed() -> Self {
        Self { week: [None; 7] }
    }

    /// The same week with these hours on one weekday. Hours that end before they begin close it.
    #[must_use]
    pub fn with(mut self, weekday: Weekday, opens: Time, closes: Time) -> Self {
        let rest = None;
        self.week[index(weekday)] = (opens < closes).then_some(Hours { opens, closes, rest });
        self
    }

    /// The same week with a rest on one weekday, where it lies within the hours of that day.
    #[must_use]
    pub fn with_rest(mut self, weekday: Weekday, from: Time, until: Time) -> Self {
        if let Some(day) = &mut self.week[index(weekday)] {
            let lies_within = day.opens < from && from < until && until < day.closes;
            day.rest = lies_within.then_some((from, until));
        }
        self
    }

    /// Monday to Friday with one opening time, and a closing time of its own for Friday, whose
    /// midday rest is longer.
    pub fn monday_to_friday(opens: Time, closes: Time, closes_friday: Time) -> Self {
        let days = [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday];
        let week = days.into_iter().fold(Self::closed(), |week, day| week.with(day, opens, closes));
        week.with(Weekday::Friday, opens, closes_friday)
    }

    /// The hours of this weekday; `None` if the office stays closed.
    pub fn of(&self, weekday: Weekday) -> Option<Hours> {
        self.week[index(weekday)]
    }

    /// Whether there is no open weekday at all.
    pub fn never_open(&self) -> bool {
        self.week.iter().all(Option::is_none)
    }
}

/// Monday to Thursday 07.30 to 16.00, Friday 07.30 to 16.30 (Perpres 21/2023 Pasal 4: 37.5 hours a
/// week from 07.30 on, without the rests).
impl Default for OfficeHours {
    fn default() -> Self {
        Self::monday_to_friday(time(7, 30, 0, 0), time(16, 0, 0, 0), time(16, 30, 0, 0))
    }
}

fn index(weekday: Weekday) -> usize {
    usize::from(weekday.to_monday_zero_offset().unsigned_abs())
}

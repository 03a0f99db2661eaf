//! When the office is open, as an applicant is told: today still, and the next day after it.

use super::{Env, State};
use crate::ident::calendar::{Calendar, DayKind, DueDate, OfficeHours};
use jiff::civil::{Date, Time};

/// When the office is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opens {
    /// What is left of today; nothing after closing time and on days off.
    pub today: Option<Today>,
    /// The next day after today.
    pub next: NextDay,
}

/// What is left of a day on which the office is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Today {
    /// It opens only then.
    pub from: Option<Time>,
    /// It closes.
    pub until: Time,
    /// A rest that is still to come, or now.
    pub rest: Option<(Time, Time)>,
}

/// The next day the office is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextDay {
    /// That day, from that hour and minute.
    On(Date, (u8, u8)),
    /// That day, unless a date that still awaits the sidang isbat moves.
    Likely(Date, (u8, u8)),
    /// The holidays of that year are not known yet.
    Unknown,
}

impl Opens {
    /// From now on, by the holidays that are known and the hours of the office.
    pub fn of(calendar: &Calendar, hours: &OfficeHours, env: &Env) -> Self {
        Self {
            today: left_of_today(calendar, hours, env),
            next: next(calendar, hours, env.today()),
        }
    }
}

fn left_of_today(calendar: &Calendar, hours: &OfficeHours, env: &Env) -> Option<Today> {
    let today = env.today();
    let works = calendar.day(today, hours) == DayKind::Working;
    let day = hours.of(today.weekday()).filter(|_| works)?;
    let (hour, minute, _) = env.clock_of(env.now_ms);
    let now = Time::new(hour.cast_signed(), minute.cast_signed(), 0, 0).ok()?;
    (now < day.closes).then_some(Today {
        from: (now < day.opens).then_some(day.opens),
        until: day.closes,
        rest: day.rest.filter(|(_, until)| now < *until),
    })
}

fn next(calendar: &Calendar, hours: &OfficeHours, today: Date) -> NextDay {
    let DueDate::Counted { date, provisional } = calendar.add(today, 1, hours) else {
        return NextDay::Unknown;
    };
    let from = hours.of(date.weekday()).map_or((0, 0), |hours| {
        (hours.opens.hour().cast_unsigned(), hours.opens.minute().cast_unsigned())
    });
    if provisional { NextDay::Likely(date, from) } else { NextDay::On(date, from) }
}

impl State {
    /// The hours of this office.
    pub fn hours(&self) -> OfficeHours {
        self.office.as_ref().map_or_else(OfficeHours::default, |office| office.hours)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Reference;
    use jiff::civil::{Weekday, date, time};

    #[test]
    fn the_next_open_day_passes_over_weekends_holidays_and_unknown_years() {
        let reference = Reference::built_in();
        let next = |day| next(reference.calendar(), &OfficeHours::default(), day);
        assert_eq!(next(date(2026, 11, 20)), NextDay::On(date(2026, 11, 23), (7, 30)));
        // 24 December is cuti bersama, 25 December Christmas, then a weekend.
        assert_eq!(next(date(2026, 12, 23)), NextDay::On(date(2026, 12, 28), (7, 30)));
        assert!(matches!(next(date(2027, 3, 9)), NextDay::Likely(..)));
        assert_eq!(next(date(2028, 1, 3)), NextDay::Unknown);
    }

    #[test]
    fn while_the_office_is_open_today_is_told_first() {
        let reference = Reference::built_in();
        let (noon, one) = (time(12, 0, 0, 0), time(13, 0, 0, 0));
        let hours = OfficeHours::default().with_rest(Weekday::Monday, noon, one);
        let today = |day: Date, hour, minute| {
            let env = Env { now_ms: 0, offset_s: 25_200 };
            let env = Env { now_ms: env.ms_of(day, hour, minute), ..env };
            Opens::of(reference.calendar(), &hours, &env).today
        };
        let monday = date(2026, 11, 23);
        let until = time(16, 0, 0, 0);
        let rest = Some((noon, one));
        assert_eq!(today(monday, 10, 43), Some(Today { from: None, until, rest }));
        assert_eq!(today(monday, 13, 0), Some(Today { from: None, until, rest: None }));
        assert_eq!(today(monday, 7, 0), Some(Today { from: Some(time(7, 30, 0, 0)), until, rest }));
        assert_eq!(today(monday, 16, 0), None);
        assert_eq!(today(date(2026, 11, 22), 10, 0), None, "a Sunday");
        assert_eq!(today(date(2026, 12, 25), 10, 0), None, "a holiday");
    }
}

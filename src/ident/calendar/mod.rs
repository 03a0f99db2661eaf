//! Working days of an Indonesian office: days off, deadlines in hari kerja, and the clock of OSS.
//!
//! Holidays and office hours are data handed in by the caller (the holidays from the yearly SKB 3
//! Menteri). Never guesses: a year whose holidays are not known is answered with "unknown", and a
//! day that still awaits the sidang isbat marks every answer it touches as provisional. Never reads
//! a file or the clock, and knows only the office's own wall time, so no time zones.

mod clock;
mod hours;
#[cfg(test)]
mod tests;

pub use clock::{Clock, ClockEvent, ClockState};
pub use hours::{Hours, OfficeHours};

use crate::base::order;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use std::collections::{BTreeMap, BTreeSet};

/// Who made a day free. Offices are closed on both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HolidayKind {
    /// Hari libur nasional.
    National,
    /// Cuti bersama: joint leave, a day off for offices too.
    Joint,
}

impl HolidayKind {
    /// Reads the word of a holiday file: `libur_nasional` or `cuti_bersama`. Voting days (`pemilu`)
    /// answer `None`: they belong to [`Calendar::with_office_days_off`], because knowing one of them
    /// does not mean that the year's holidays are known.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "libur_nasional" => Some(Self::National),
            "cuti_bersama" => Some(Self::Joint),
            _ => None,
        }
    }

    /// The word of a holiday file, the opposite of [`HolidayKind::from_name`].
    pub const fn name(self) -> &'static str {
        match self {
            Self::National => "libur_nasional",
            Self::Joint => "cuti_bersama",
        }
    }
}

/// One day off of the SKB 3 Menteri.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub date: Date,
    /// Its name as the SKB writes it, in Indonesian.
    pub name: String,
    /// Libur nasional or cuti bersama.
    pub kind: HolidayKind,
    /// The date may still move by a day: the sidang isbat has not met.
    pub provisional: bool,
}

/// A date in the future of a count, or the honest lack of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueDate {
    /// The date, by the holidays that are known.
    Counted {
        /// The day itself.
        date: Date,
        /// A day that awaits the sidang isbat lies on the way, or next to it.
        provisional: bool,
    },
    /// "Belum diketahui": the count would need a year without holidays.
    Unknown {
        /// The last day before that year.
        known_until: Date,
    },
}

/// A number of working days, or the honest lack of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Days {
    /// The number, by the holidays that are known.
    Counted {
        /// Working days; below zero where the end lies before the beginning.
        days: i32,
        /// A day that awaits the sidang isbat lies between, or next to it.
        provisional: bool,
    },
    /// "Belum diketahui": the count would need a year without holidays.
    Unknown {
        /// The last day before that year.
        known_until: Date,
    },
}

/// The moment the office is open next, or the honest lack of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// The moment, in the office's wall time.
    At {
        /// The moment asked about if the office is open then, the next opening otherwise.
        moment: DateTime,
        /// A day that awaits the sidang isbat lies on the way, or next to it.
        provisional: bool,
    },
    /// "Belum diketahui": the search would need a year without holidays.
    Unknown {
        /// The last day before that year.
        known_until: Date,
    },
}

/// What a day is to an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind<'a> {
    /// The office works.
    Working,
    /// The office never opens on this weekday.
    Closed,
    /// Libur nasional or cuti bersama; the first one where a day has several.
    Holiday(&'a Holiday),
    /// A day off of this office or region only, or a voting day, with its name.
    OfficeDayOff(&'a str),
    /// The holidays of this year are not known.
    Unknown,
}

/// A value with its provisional mark, or the last known day. What the public results are made of.
type Known<T> = Result<(T, bool), Date>;

/// The days off that are known, and for which years.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    /// Sorted by date, then kind, then name; no two alike.
    holidays: Vec<Holiday>,
    /// Days off of the office or the region.
    office: BTreeMap<Date, String>,
    /// Days that may still move.
    provisional: BTreeSet<Date>,
    /// Years whose holidays are known.
    years: BTreeSet<i16>,
}

impl Calendar {
    /// A calendar of these days in any order. A year counts as known when at least one libur nasional
    /// lies in it. A day listed twice is kept once, and as certain if one of the two is certain.
    pub fn new(holidays: Vec<Holiday>) -> Self {
        let national = holidays.iter().filter(|holiday| holiday.kind == HolidayKind::National);
        let years = national.map(|holiday| holiday.date.year()).collect();
        Self::made(holidays, years)
    }

    /// A calendar whose known years are exactly those from `from_year` to `to_year`, both included;
    /// none where they are the wrong way round.
    pub fn with_years(holidays: Vec<Holiday>, from_year: i16, to_year: i16) -> Self {
        Self::made(holidays, (from_year..=to_year).collect())
    }

    fn made(mut holidays: Vec<Holiday>, years: BTreeSet<i16>) -> Self {
        order::sort_by(&mut holidays, |a, b| {
            let key = |of: &Holiday| (of.date, of.kind, of.provisional);
            key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
        });
        // Certain days come first, so it is the provisional twin that goes.
        let mut seen = BTreeSet::new();
        holidays.retain(|day| seen.insert((day.date, day.kind, day.name.clone())));
        order::sort_by(&mut holidays, |a, b| {
            (a.date, a.kind, &a.name).cmp(&(b.date, b.kind, &b.name))
        });
        let provisional = holidays.iter().filter(|day| day.provisional).map(|day| day.date);
        let provisional = provisional.collect();
        Self { holidays, office: BTreeMap::new(), provisional, years }
    }

    /// The same calendar with days off of this office or region besides: a date and its name. Voting
    /// days go here too. They make no year known. The last name of a date wins.
    #[must_use]
    pub fn with_office_days_off(mut self, days: impl IntoIterator<Item = (Date, String)>) -> Self {
        self.office.extend(days);
        self
    }

    /// The same calendar with these known years marked as not fully known (libur nasional without cuti
    /// bersama): every count that touches them is provisional.
    #[must_use]
    pub fn with_incomplete_years(mut self, years: impl IntoIterator<Item = i16>) -> Self {
        for first in years.into_iter().filter_map(|year| Date::new(year, 1, 1).ok()) {
            let days = first.series(1.day()).take_while(|day| day.year() == first.year());
            self.provisional.extend(days);
        }
        self
    }

    /// The days of the SKB, sorted by date.
    pub fn holidays(&self) -> &[Holiday] {
        &self.holidays
    }

    /// Whether the holidays of this year are known.
    pub fn knows(&self, year: i16) -> bool {
        self.years.contains(&year)
    }

    /// 31 December of the last known year; `None` where no year is known.
    pub fn known_until(&self) -> Option<Date> {
        self.years.last().map(|year| year_end(*year))
    }

    /// What this day is to an office with these hours.
    pub fn day(&self, date: Date, hours: &OfficeHours) -> DayKind<'_> {
        if !self.knows(date.year()) {
            return DayKind::Unknown;
        }
        let at = self.holidays.partition_point(|holiday| holiday.date < date);
        if let Some(holiday) = self.holidays.get(at).filter(|holiday| holiday.date == date) {
            return DayKind::Holiday(holiday);
        }
        if let Some(name) = self.office.get(&date) {
            return DayKind::OfficeDayOff(name);
        }
        if hours.of(date.weekday()).is_some() { DayKind::Working } else { DayKind::Closed }
    }

    /// The date `working_days` working days after `from`, which is day 0 and need not be a working
    /// day itself. Zero days answer `from`.
    pub fn add(&self, from: Date, working_days: u32, hours: &OfficeHours) -> DueDate {
        due(self.added(from, working_days, hours))
    }

    /// Working days after `from` up to and with `to`; below zero where `to` comes first, so that
    /// `count(today, due)` tells days left and days late alike.
    pub fn count(&self, from: Date, to: Date, hours: &OfficeHours) -> Days {
        days(self.counted(from, to, hours))
    }

    /// Working days of the month in which `date` lies.
    pub fn count_month(&self, date: Date, hours: &OfficeHours) -> Days {
        let (first, last) = (date.first_of_month(), date.last_of_month());
        days(self.counted_within(first, last, hours))
    }

    /// The working day to which something received at this moment belongs, day 0 of its count: the
    /// same day until closing time and with it, the next working day after closing or on a day off.
    pub fn received_on(&self, receipt: DateTime, hours: &OfficeHours) -> DueDate {
        due(self.received(receipt, hours))
    }

    /// The last day for an answer that may take `working_days` working days from its receipt.
    pub fn deadline(&self, receipt: DateTime, working_days: u32, hours: &OfficeHours) -> DueDate {
        due(self.received(receipt, hours).and_then(|(day, shaky)| {
            let (date, on_the_way) = self.added(day, working_days, hours)?;
            Ok((date, shaky || on_the_way))
        }))
    }

    /// The moment from which on the office is open, asked at `moment`: that moment itself during
    /// office hours (closing time belongs to them), the next opening otherwise.
    pub fn next_open(&self, moment: DateTime, hours: &OfficeHours) -> Opening {
        match self.received(moment, hours) {
            Err(known_until) => Opening::Unknown { known_until },
            Ok((date, provisional)) => {
                let opens = hours.of(date.weekday()).map_or(moment.time(), |day| day.opens);
                Opening::At { moment: date.to_datetime(opens).max(moment), provisional }
            }
        }
    }

    fn received(&self, receipt: DateTime, hours: &OfficeHours) -> Known<Date> {
        let today = receipt.date();
        let late = hours.of(today.weekday()).is_some_and(|day| receipt.time() > day.closes);
        self.known(today)?;
        if !late && self.day(today, hours) == DayKind::Working {
            // A day next to one that may move may turn out to be free.
            return Ok((today, self.touches_provisional(today, today)));
        }
        let (day, _) = self.added(today, 1, hours)?;
        Ok((day, self.touches_provisional(today, day)))
    }

    fn added(&self, from: Date, working_days: u32, hours: &OfficeHours) -> Known<Date> {
        let mut day = from;
        let mut left = working_days;
        while left > 0 {
            // An office that never opens never gets there, nor does anyone after the last date.
            if hours.never_open() {
                return Err(from);
            }
            day = day.tomorrow().map_err(|_| Date::MAX)?;
            self.known(day)?;
            left -= u32::from(self.day(day, hours) == DayKind::Working);
        }
        let first = from.tomorrow().unwrap_or(from);
        Ok((day, day > from && self.touches_provisional(first, day)))
    }

    fn counted(&self, from: Date, to: Date, hours: &OfficeHours) -> Known<i32> {
        if to < from {
            let (days, provisional) = self.counted(to, from, hours)?;
            return Ok((-days, provisional));
        }
        match from.tomorrow() {
            Ok(first) if first <= to => self.counted_within(first, to, hours),
            _ => Ok((0, false)),
        }
    }

    /// Working days from `first` to `last`, both included.
    fn counted_within(&self, first: Date, last: Date, hours: &OfficeHours) -> Known<i32> {
        for year in first.year()..=last.year() {
            if !self.knows(year) {
                return Err(year_end(year - 1));
            }
        }
        let dates = first.series(1.day()).take_while(|date| *date <= last);
        let days = dates.filter(|date| self.day(*date, hours) == DayKind::Working).count();
        Ok((days as i32, self.touches_provisional(first, last)))
    }

    /// Fails with the last day before the date's year if that year is not known.
    fn known(&self, date: Date) -> Result<(), Date> {
        if self.knows(date.year()) { Ok(()) } else { Err(year_end(date.year() - 1)) }
    }

    /// Whether a day that may move lies in this span or next to it: the isbat moves a feast by one
    /// day either way, so its neighbours are as uncertain as the day itself.
    fn touches_provisional(&self, first: Date, last: Date) -> bool {
        let before = first.yesterday().unwrap_or(first);
        let after = last.tomorrow().unwrap_or(last);
        self.provisional.range(before..=after).next().is_some()
    }
}

/// 31 December; the first date there is where the year lies before all dates.
fn year_end(year: i16) -> Date {
    Date::new(year, 12, 31).unwrap_or(Date::MIN)
}

fn due(known: Known<Date>) -> DueDate {
    match known {
        Ok((date, provisional)) => DueDate::Counted { date, provisional },
        Err(known_until) => DueDate::Unknown { known_until },
    }
}

fn days(known: Known<i32>) -> Days {
    match known {
        Ok((days, provisional)) => Days::Counted { days, provisional },
        Err(known_until) => Days::Unknown { known_until },
    }
}

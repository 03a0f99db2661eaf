//! When the office is open, in words: on papers, in messages, on the applicant's side.

use super::days::{self, weekday};
use crate::app::{NextDay, Opens, Today};
use crate::ident::calendar::{Hours, OfficeHours};
use crate::text::Catalog;
use jiff::civil::{Date, Time, Weekday};

/// What is left of today, and the next day: nobody stands before a closed door, or waits a day too long.
pub(super) fn opens(opens: Opens, words: &Catalog) -> String {
    let next = next(opens.next, words);
    match opens.today {
        None => next,
        Some(left) => {
            let today = today(left, words);
            words.with("opens-then", &[("today", today.into()), ("next", next.into())])
        }
    }
}

/// The soonest time to come; nothing where nobody knows it.
pub fn soonest(opens: Opens, words: &Catalog) -> Option<String> {
    match (opens.today, opens.next) {
        (Some(left), _) => Some(today(left, words)),
        (None, NextDay::Unknown) => None,
        (None, NextDay::On(day, at) | NextDay::Likely(day, at)) => Some(moment(day, at, words)),
    }
}

/// The same in the fewest letters, for a message; empty where nobody knows it.
pub(super) fn short(opens: Opens, words: &Catalog) -> String {
    match (opens.today, opens.next) {
        (Some(left), _) => words.with("opens-short", &[("when", today(left, words).into())]),
        (None, NextDay::On(day, (hour, minute))) => {
            let name = weekday(day.weekday(), words);
            let when = format!("{name} {}/{}, {hour:02}.{minute:02}", day.day(), day.month());
            words.with("opens-short-next", &[("when", when.into())])
        }
        (None, NextDay::Likely(..) | NextDay::Unknown) => String::new(),
    }
}

/// The week of an office: `Senin-Kamis 07.30-16.00, Jumat 07.30-16.30`.
pub(super) fn week(hours: &OfficeHours, words: &Catalog) -> String {
    let mut stretches: Vec<(Weekday, Weekday, Hours)> = Vec::new();
    for day in Weekday::Monday.cycle_forward().take(7) {
        let Some(open) = hours.of(day) else { continue };
        match stretches.last_mut() {
            Some((_, last, same)) if *same == open && last.next() == day => *last = day,
            _ => stretches.push((day, day, open)),
        }
    }
    let told = stretches.into_iter().map(|(first, last, open)| {
        let (from, to) = (weekday(first, words), weekday(last, words));
        let days = if first == last { from } else { format!("{from}-{to}") };
        let hours = match open.rest {
            None => format!("{}-{}", clock(open.opens), clock(open.closes)),
            Some((rests, goes_on)) => {
                let (morning, rests) = (clock(open.opens), clock(rests));
                format!("{morning}-{rests} + {}-{}", clock(goes_on), clock(open.closes))
            }
        };
        format!("{days} {hours}")
    });
    told.collect::<Vec<_>>().join(", ")
}

fn today(left: Today, words: &Catalog) -> String {
    let until = ("until", clock(left.until).into());
    let mut text = match left.from {
        None => words.with("opens-today", &[until]),
        Some(from) => words.with("opens-today-from", &[("from", clock(from).into()), until]),
    };
    if let Some((from, until)) = left.rest {
        let args = [("from", clock(from).into()), ("until", clock(until).into())];
        text = format!("{text} {}", words.with("opens-rest", &args));
    }
    text
}

fn next(next: NextDay, words: &Catalog) -> String {
    match next {
        NextDay::On(day, at) => moment(day, at, words),
        NextDay::Likely(day, at) => {
            words.with("receipt-opens-likely", &[("day", moment(day, at, words).into())])
        }
        NextDay::Unknown => words.get("receipt-opens-unknown"),
    }
}

/// `Senin, 23 November 2026, 10.55`.
pub(super) fn moment(day: Date, (hour, minute): (u8, u8), words: &Catalog) -> String {
    format!("{}, {hour:02}.{minute:02}", days::whole(day, words))
}

fn clock(time: Time) -> String {
    format!("{:02}.{:02}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;
    use jiff::civil::{date, time};

    #[test]
    fn today_is_told_with_its_end_its_rest_and_the_day_after() {
        let words = Catalog::built_in(Lang::Id);
        let at = |hour| time(hour, 0, 0, 0);
        let next = NextDay::On(date(2026, 11, 24), (7, 30));
        let open = |from, rest| {
            let today = Some(Today { from, until: at(16), rest });
            super::opens(Opens { today, next }, &words)
        };
        assert_eq!(open(None, None), "hari ini sampai 16.00, lalu Selasa, 24 November 2026, 07.30");
        assert_eq!(
            open(Some(at(8)), Some((at(12), at(13)))),
            "hari ini 08.00-16.00 (istirahat 12.00-13.00), lalu Selasa, 24 November 2026, 07.30"
        );
        let closed = Opens { today: None, next };
        assert_eq!(super::opens(closed, &words), "Selasa, 24 November 2026, 07.30");
        assert_eq!(short(closed, &words), "(buka lagi Selasa 24/11, 07.30)");
        assert_eq!(soonest(Opens { next: NextDay::Unknown, ..closed }, &words), None);
    }

    #[test]
    fn a_week_is_told_in_as_few_stretches_as_it_has() {
        let words = Catalog::built_in(Lang::Id);
        let usual = OfficeHours::default();
        assert_eq!(week(&usual, &words), "Senin-Kamis 07.30-16.00, Jumat 07.30-16.30");
        let at = |hour| time(hour, 0, 0, 0);
        let own = usual
            .with(Weekday::Wednesday, at(8), at(15))
            .with_rest(Weekday::Wednesday, at(12), at(13))
            .with(Weekday::Saturday, at(8), at(11));
        assert_eq!(
            week(&own, &words),
            "Senin-Selasa 07.30-16.00, Rabu 08.00-12.00 + 13.00-15.00, Kamis 07.30-16.00, Jumat 07.30-16.30, Sabtu 08.00-11.00"
        );
    }
}

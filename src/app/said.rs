//! Days and moments to come, as an officer types them: `24-11`, `24 November 2026`, `10.30`, `24-11 jam 9`.
//!
//! Never guesses silently: whoever asks shows what was understood. A time alone is the next such time.

use super::Env;
use crate::ident::calendar::{Calendar, DueDate, OfficeHours, Opening};
use crate::ident::date;
use jiff::civil::Date;
use jiff::{Span, ToSpan as _};

/// Words that tell nothing a number does not.
const FILLING: [&str; 9] = ["jam", "pukul", "pkl", "hari", "tanggal", "tgl", "wib", "wita", "wit"];

/// A day, mostly one to come. Without a year it is the nearest such day: `21-11` said on the 22nd is
/// yesterday, not a day in a year.
pub fn day(text: &str, today: Date) -> Option<Date> {
    let text = text.trim();
    if text.eq_ignore_ascii_case("besok") {
        return today.tomorrow().ok();
    }
    // Two figures of a year are those of this century, however far ahead.
    let century = Date::new(today.year() / 100 * 100 + 99, 12, 31).unwrap_or(today);
    let full = date::parse(text, century).value;
    full.or_else(|| {
        let of = |year: i16| date::parse(&format!("{text} {year}"), century).value;
        let away = |day: &Date| (*day - today).get_days().abs();
        [of(today.year()), of(today.year() + 1)].into_iter().flatten().min_by_key(away)
    })
}

/// A moment from now on, ms since 1970. A day without a time is the opening of the office.
pub fn moment(text: &str, env: &Env, hours: &OfficeHours) -> Option<i64> {
    let lower = text.to_lowercase().replace(',', " ");
    let words: Vec<&str> = lower.split_whitespace().collect();
    let named = |at: usize| at.checked_sub(1).is_some_and(|at| is_jam(words[at]));
    let plain = words.iter().filter(|word| !FILLING.contains(word)).count();
    let time = (0..words.len()).rev().find_map(|at| {
        // A bare figure is an hour only where nothing else can be meant.
        let whole = named(at) || plain == 1;
        clock(words[at], whole).map(|clock| (at, clock))
    });
    let rest = words
        .iter()
        .enumerate()
        .filter(|(at, word)| time.is_none_or(|(taken, _)| taken != *at) && !FILLING.contains(word));
    let rest = rest.map(|(_, word)| *word).collect::<Vec<_>>().join(" ");
    let today = env.today();
    match (rest.is_empty(), time) {
        (true, None) => None,
        (true, Some((_, (hour, minute)))) => {
            let next = env.ms_of(today, hour, minute);
            let tomorrow = today.tomorrow().ok()?;
            Some(if next > env.now_ms { next } else { env.ms_of(tomorrow, hour, minute) })
        }
        (false, time) => {
            let day = day(&rest, today).filter(|day| *day >= today)?;
            let (hour, minute) = time.map_or_else(|| opening(day, hours), |(_, clock)| clock);
            Some(env.ms_of(day, hour, minute)).filter(|at| time.is_none() || *at > env.now_ms)
        }
    }
}

fn is_jam(word: &str) -> bool {
    matches!(word, "jam" | "pukul" | "pkl")
}

/// `10.30`, `10:30`, and `10` where `whole` hours count.
fn clock(word: &str, whole: bool) -> Option<(i8, i8)> {
    let (hour, minute) = match word.split_once(['.', ':']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute.parse().ok()?),
        None if whole => (word, 0),
        _ => return None,
    };
    let hour: i8 = hour.parse().ok()?;
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some((hour, minute))
}

fn opening(day: Date, hours: &OfficeHours) -> (i8, i8) {
    let hours = hours.of(day.weekday());
    hours.map_or((8, 0), |hours| (hours.opens.hour(), hours.opens.minute()))
}

/// When to call again after nobody answered: in two hours while the office is open, else when it opens
/// on the next working day. ms since 1970.
pub fn next_attempt(calendar: &Calendar, hours: &OfficeHours, env: &Env) -> i64 {
    let later = env.now_ms + 2 * 3_600_000;
    let (hour, minute, _) = env.clock_of(later);
    let day = env.day_of(later);
    let moment = day.at(hour.cast_signed(), minute.cast_signed(), 0, 0);
    let opens = match calendar.next_open(moment, hours) {
        Opening::At { moment: open, .. } if open == moment => return later,
        Opening::At { moment, .. } => moment.date(),
        // A year whose holidays nobody knows: the next day of the week that is one of work.
        Opening::Unknown { .. } => match calendar.add(day, 1, hours) {
            DueDate::Counted { date, .. } => date,
            DueDate::Unknown { .. } => {
                let days = (1..8).filter_map(|days| day.checked_add(Span::new().days(days)).ok());
                let mut days = days.filter(|day| hours.of(day.weekday()).is_some());
                days.next().or_else(|| day.checked_add(1.day()).ok()).unwrap_or(day)
            }
        },
    };
    let (hour, minute) = opening(opens, hours);
    env.ms_of(opens, hour, minute)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Reference;
    use jiff::civil::date;
    use proptest::prelude::*;

    /// Monday, 23 November 2026, 10.42.07 in Dumai.
    const NOW: Env = Env { now_ms: 1_795_405_327_000, offset_s: 25_200 };

    fn said(text: &str) -> Option<(Date, u8, u8)> {
        let at = moment(text, &NOW, &OfficeHours::default())?;
        let (hour, minute, _) = NOW.clock_of(at);
        Some((NOW.day_of(at), hour, minute))
    }

    #[test]
    fn moments_are_read_as_they_are_said() {
        let (today, tomorrow) = (date(2026, 11, 23), date(2026, 11, 24));
        for (text, expected) in [
            ("14", Some((today, 14, 0))),
            ("jam 14", Some((today, 14, 0))),
            ("14.30", Some((today, 14, 30))),
            ("pukul 14:05 WIB", Some((today, 14, 5))),
            ("9", Some((tomorrow, 9, 0))),
            ("10.42", Some((tomorrow, 10, 42))),
            ("besok jam 9", Some((tomorrow, 9, 0))),
            ("besok", Some((tomorrow, 7, 30))),
            ("24-11 jam 9", Some((tomorrow, 9, 0))),
            ("24-11-26 09.15", Some((tomorrow, 9, 15))),
            ("5 Januari 2027, jam 8", Some((date(2027, 1, 5), 8, 0))),
            ("5-1-27", Some((date(2027, 1, 5), 7, 30))),
            ("5-1", Some((date(2027, 1, 5), 7, 30))),
            ("22-11", None),
            ("30-6", None),
            ("20 April", Some((date(2027, 4, 20), 7, 30))),
            ("23-11 jam 9", None),
            ("22-11-2026", None),
            ("jam 25", None),
            ("nanti sore", None),
            ("", None),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }

    #[test]
    fn the_next_attempt_is_in_two_hours_or_when_the_office_opens() {
        let reference = Reference::built_in();
        let next = |day, hour, minute| {
            let env = Env { now_ms: NOW.ms_of(day, hour, minute), ..NOW };
            let at = next_attempt(reference.calendar(), &OfficeHours::default(), &env);
            let (hour, minute, _) = NOW.clock_of(at);
            (NOW.day_of(at), hour, minute)
        };
        assert_eq!(next(date(2026, 11, 23), 10, 42), (date(2026, 11, 23), 12, 42));
        assert_eq!(next(date(2026, 11, 23), 14, 1), (date(2026, 11, 24), 7, 30));
        // A Friday afternoon, and the eve of a long weekend.
        assert_eq!(next(date(2026, 11, 20), 15, 0), (date(2026, 11, 23), 7, 30));
        assert_eq!(next(date(2026, 12, 23), 15, 0), (date(2026, 12, 28), 7, 30));
        assert_eq!(next(date(2031, 11, 21), 15, 0), (date(2031, 11, 24), 7, 30), "unknown year");
    }

    proptest! {
        #[test]
        fn nothing_that_is_said_is_ever_in_the_past(text in "[0-9a-z .:-]{0,20}") {
            if let Some(at) = moment(&text, &NOW, &OfficeHours::default()) {
                prop_assert!(NOW.day_of(at) >= NOW.today());
            }
        }
    }
}

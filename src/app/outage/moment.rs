//! Times as an officer types them: `10.41`, `10:41`, `1041`, `kemarin 14.55`, `22/11 14.55`.
//!
//! Never guesses a moment that has not come yet.

use crate::app::Env;
use jiff::ToSpan as _;
use jiff::civil::Date;

/// A clock that is further ahead than this was meant for yesterday: at eight in the morning `23.50` is last
/// night.
const AHEAD_MS: i64 = 8 * 3_600_000;

/// Why a text is no time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It cannot be read.
    Unreadable,
    /// It has not come yet.
    Future,
}

/// The moment a text means, ms since 1970. Without a day it is the last time the clock stood there.
pub fn parse(text: &str, env: &Env) -> Result<i64, Fault> {
    let words = text.to_lowercase();
    let mut parts: Vec<&str> =
        words.split([' ', ',', '\t']).filter(|part| !part.is_empty()).collect();
    parts.retain(|part| !["pukul", "jam", "pkl", "wib", "wita", "wit", "tadi", "t"].contains(part));
    let today = env.today();
    let (day, clock) = match parts.as_slice() {
        [clock] => (None, *clock),
        [day, clock] => (Some(day_of(day, today).ok_or(Fault::Unreadable)?), *clock),
        _ => return Err(Fault::Unreadable),
    };
    let (hour, minute) = clock_of(clock).ok_or(Fault::Unreadable)?;
    let moment = env.ms_of(day.unwrap_or(today), hour, minute);
    if moment <= env.now_ms {
        return Ok(moment);
    }
    if day.is_none() && moment - env.now_ms > AHEAD_MS {
        let yesterday = today.checked_sub(1.day()).map_err(|_| Fault::Future)?;
        return Ok(env.ms_of(yesterday, hour, minute));
    }
    Err(Fault::Future)
}

/// How a moment is offered for correction: the clock alone today, else with its day.
pub fn written(env: &Env, ms: i64) -> String {
    let (hour, minute, _) = env.clock_of(ms);
    let day = env.day_of(ms);
    if day == env.today() {
        return format!("{hour:02}.{minute:02}");
    }
    format!("{:02}/{:02}/{} {hour:02}.{minute:02}", day.day(), day.month(), day.year())
}

fn clock_of(text: &str) -> Option<(i8, i8)> {
    let (hour, minute) = match text.split_once(['.', ':']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        None if text.len() <= 2 => (text, "0"),
        None if text.len() <= 4 && text.is_ascii() => text.split_at(text.len() - 2),
        _ => return None,
    };
    let (hour, minute) = (number(hour)?, number(minute)?);
    (hour < 24 && minute < 60).then_some((hour as i8, minute as i8))
}

fn day_of(text: &str, today: Date) -> Option<Date> {
    if ["kemarin", "yesterday"].contains(&text) {
        return today.checked_sub(1.day()).ok();
    }
    if ["hari-ini", "today"].contains(&text) {
        return Some(today);
    }
    let parts: Vec<u32> = text.split(['/', '-']).map(number).collect::<Option<_>>()?;
    let (year, month, day) = match parts.as_slice() {
        [day, month] => (None, *month, *day),
        [year, month, day] if *year > 31 => (Some(*year), *month, *day),
        [day, month, year] => (Some(*year), *month, *day),
        _ => return None,
    };
    let of = |year: i16| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    match year {
        Some(year) => of(i16::try_from(year).ok().filter(|year| *year >= 1970)?),
        // In January `30/12` is last month.
        None => of(today.year()).filter(|day| *day <= today).or_else(|| of(today.year() - 1)),
    }
}

fn number(text: &str) -> Option<u32> {
    let plain =
        !text.is_empty() && text.len() <= 4 && text.bytes().all(|sign| sign.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Monday, 23 November 2026, 10.42 in Dumai.
    const NOW: Env = Env { now_ms: 1_795_405_327_000, offset_s: 25_200 };

    fn read(text: &str) -> Result<String, Fault> {
        parse(text, &NOW).map(|ms| {
            let (hour, minute, _) = NOW.clock_of(ms);
            format!("{} {hour:02}.{minute:02}", NOW.day_of(ms))
        })
    }

    #[test]
    fn a_clock_is_read_as_people_write_it() {
        for text in ["10.41", "10:41", "1041", "pukul 10.41 WIB", " jam 10:41 "] {
            assert_eq!(read(text).as_deref(), Ok("2026-11-23 10.41"), "{text}");
        }
        assert_eq!(read("9").as_deref(), Ok("2026-11-23 09.00"));
        assert_eq!(read("905").as_deref(), Ok("2026-11-23 09.05"));
        assert_eq!(read("23.50").as_deref(), Ok("2026-11-22 23.50"), "last night");
        assert_eq!(read("kemarin 14.55").as_deref(), Ok("2026-11-22 14.55"));
        assert_eq!(read("20/11 14.55").as_deref(), Ok("2026-11-20 14.55"));
        assert_eq!(read("30/12 8").as_deref(), Ok("2025-12-30 08.00"));
        assert_eq!(read("20-11-2026 14:55").as_deref(), Ok("2026-11-20 14.55"));
        assert_eq!(read("2026-11-20 14:55").as_deref(), Ok("2026-11-20 14.55"));
    }

    #[test]
    fn what_is_no_time_or_not_yet_is_said_so() {
        for text in ["", "pagi", "25.00", "10.4", "10.60", "31/02 10.00", "10.41 10.42 x", "99999"]
        {
            assert_eq!(read(text), Err(Fault::Unreadable), "{text}");
        }
        assert_eq!(read("14.55"), Err(Fault::Future));
        assert_eq!(read("24/11/2026 08.00"), Err(Fault::Future));
    }

    proptest! {
        #[test]
        fn what_is_offered_always_reads_back_to_the_minute(ago in 0..3_000_000_000_i64) {
            let ms = NOW.now_ms - ago;
            let back = parse(&written(&NOW, ms), &NOW);
            prop_assert_eq!(back, Ok(ms - ms.rem_euclid(60_000)));
        }

        #[test]
        fn no_text_breaks_it_and_none_means_the_future(text in ".{0,20}") {
            if let Ok(ms) = parse(&text, &NOW) {
                prop_assert!(ms <= NOW.now_ms);
            }
        }
    }
}

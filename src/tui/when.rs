//! Times as people say them: `10.42`, `tadi 10.38`, `kemarin`, `Jumat`, `12 Nov`.
//!
//! Never reads a clock; the moment comes in with [`Env`].

use crate::app::Env;
use crate::report::days::weekday;
use crate::text::Catalog;

/// Hour and minute on the office's clock: `10.42`.
pub(super) fn clock(env: &Env, ms: i64) -> String {
    let (hour, minute, _) = env.clock_of(ms);
    format!("{hour:02}.{minute:02}")
}

/// To the second, as the save light shows it: `10:42:07`.
pub(super) fn second(env: &Env, ms: i64) -> String {
    let (hour, minute, second) = env.clock_of(ms);
    format!("{hour:02}:{minute:02}:{second:02}")
}

/// How long ago, the way one says it at the counter.
pub(super) fn ago(env: &Env, words: &Catalog, ms: i64) -> String {
    let today = env.today();
    let day = env.day_of(ms);
    match day.until(today).map_or(i32::MAX, |span| span.get_days()) {
        0 => words.with("when-today", &[("time", clock(env, ms).into())]),
        1 => words.get("when-yesterday"),
        2..=6 => weekday(day.weekday(), words),
        _ => dated(day, today, words),
    }
}

/// The time of today, else the day: `10.42`, `22 Nov`.
pub(super) fn short(env: &Env, words: &Catalog, ms: i64) -> String {
    let (today, day) = (env.today(), env.day_of(ms));
    if day == today { clock(env, ms) } else { dated(day, today, words) }
}

fn dated(day: jiff::civil::Date, today: jiff::civil::Date, words: &Catalog) -> String {
    let month = words.get(&format!("when-month-{}", day.month()));
    if day.year() == today.year() {
        format!("{} {month}", day.day())
    } else {
        format!("{} {month} {}", day.day(), day.year())
    }
}

/// The Fluent id of the greeting of this hour.
pub(super) fn greeting(env: &Env) -> &'static str {
    match env.clock_of(env.now_ms).0 {
        4..=10 => "beranda-morning",
        11..=14 => "beranda-noon",
        15..=17 => "beranda-afternoon",
        _ => "beranda-evening",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    /// 2026-11-23, a Monday, 10.42 in Dumai.
    const NOW: Env = Env { now_ms: 1_795_405_327_000, offset_s: 25_200 };

    #[test]
    fn days_are_called_as_people_call_them() {
        let words = Catalog::built_in(Lang::Id);
        let day = 86_400_000;
        let said = |days: i64| ago(&NOW, &words, NOW.now_ms - days * day);
        assert_eq!(said(0), "tadi 10.42");
        assert_eq!(said(1), "kemarin");
        assert_eq!(said(3), "Jumat");
        assert_eq!(said(11), "12 Nov");
        assert_eq!(said(365), "23 Nov 2025");
        assert_eq!(second(&NOW, NOW.now_ms), "10:42:07");
    }
}

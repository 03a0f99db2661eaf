//! The lamp of OSS in the top line: a sign and words, as many as there is room for. What an officer has
//! written down as not working stands in its place: a person at the counter knows more than a look.
//!
//! Shows; never asks a network, never decides.

use super::measure::columns;
use super::pen::Pen;
use super::when;
use crate::app::LampState;
use crate::report;
use crate::text::Lang;

/// Before what is written down as not working.
const OUTAGE: &str = "▲";
/// Columns of the place that the short form leaves.
const FAIR_PLACE: usize = 20;
/// Columns of the place that even the sign alone leaves.
const LEAST_PLACE: usize = 12;

/// The longest form for `room` columns, and its style: all words where they leave the place whole, few
/// words or the sign alone where it can still be read. Nothing is shown of a lamp that knows nothing or is off.
pub(super) fn fitting(pen: &Pen<'_>, room: usize, place: usize) -> Option<(String, &'static str)> {
    let fits = |text: &String, place: usize| columns(text) + 3 + place <= room;
    if let Some(text) = outages(pen).filter(|_| pen.state.lock.is_none()) {
        let short = format!("{OUTAGE} {}", pen.say("lamp-outage"));
        let forms = [(text, place.min(FAIR_PLACE)), (short, place.min(LEAST_PLACE))];
        return forms.into_iter().find(|(text, place)| fits(text, *place)).map(shown);
    }
    let (sign, key, argument, meaning) = match pen.state.lamp.state {
        LampState::Unknown | LampState::Off => return None,
        LampState::Up { ms } => ("●", "lamp-up", seconds(ms, pen.words.lang()), "lamp.up"),
        LampState::Slow { ms } => ("○", "lamp-slow", seconds(ms, pen.words.lang()), "lamp"),
        LampState::Down { since_ms } => {
            ("✗", "lamp-down", when::clock(pen.env, since_ms), "lamp.down")
        }
        LampState::OfficeOffline { since_ms } => {
            ("?", "lamp-office", when::clock(pen.env, since_ms), "lamp")
        }
        LampState::Portal { since_ms } => {
            ("?", "lamp-portal", when::clock(pen.env, since_ms), "lamp")
        }
    };
    let said = |key: &str| pen.say_with(key, &[("time", argument.as_str().into())]);
    let long = format!("OSS {sign} {}", said(key));
    let short = format!("OSS {sign} {}", said(&format!("{key}.short")));
    let bare = format!("OSS {sign}");
    [(long, place), (short, place.min(FAIR_PLACE)), (bare, place.min(LEAST_PLACE))]
        .into_iter()
        .find(|(text, place)| fits(text, *place))
        .map(|(text, _)| (text, meaning))
}

fn shown((text, _): (String, usize)) -> (String, &'static str) {
    (text, "blocked")
}

/// The outages that last, as one short text: `▲ Login sejak 10.41`, and how many more there are. What only the
/// lamp has seen, the lamp shows.
fn outages(pen: &Pen<'_>) -> Option<String> {
    let journal = &pen.state.office.as_ref()?.journal;
    let shines = !matches!(pen.state.lamp.state, LampState::Unknown | LampState::Off);
    let open = || journal.open().filter(|outage| !(outage.auto && shines));
    // What began last is news; what is older everybody at the counter knows.
    let last = open().max_by_key(|outage| outage.since_ms)?;
    let system = report::outage::short(&last.system, pen.words);
    let today = pen.env.day_of(last.since_ms) == pen.env.today();
    let since = if today {
        when::clock(pen.env, last.since_ms)
    } else {
        when::ago(pen.env, pen.words, last.since_ms)
    };
    let args = [("system", system.into()), ("time", since.into())];
    let text = pen.say_with("outage-lamp", &args);
    let more = open().count() - 1;
    let more = if more > 0 { format!(" +{more}") } else { String::new() };
    Some(format!("{OUTAGE} {text}{more}"))
}

/// Seconds as one says them: tenths while they matter, with the comma of the language.
fn seconds(ms: u32, lang: Lang) -> String {
    if ms >= 5_000 {
        return ms.div_ceil(1_000).to_string();
    }
    let tenths = ms.div_ceil(100).max(1);
    let comma = match lang {
        Lang::Id => ',',
        Lang::En => '.',
    };
    format!("{}{comma}{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_have_tenths_only_while_they_matter() {
        for (ms, said) in [(0, "0,1"), (870, "0,9"), (1_000, "1,0"), (4_999, "5,0"), (6_200, "7")] {
            assert_eq!(seconds(ms, Lang::Id), said, "{ms} ms");
        }
        assert_eq!(seconds(870, Lang::En), "0.9");
    }
}

//! The lamp on the top line: what an officer, or the light of OSS, has written down as not working.
//!
//! Shows; never asks a network, never decides.

use super::pen::Pen;
use super::when;
use crate::report;

/// The outages that last, as one short text: `▲ Login sejak 10.41`, and how many more there are.
pub(super) fn outages(pen: &Pen<'_>) -> Option<(String, &'static str)> {
    let journal = &pen.state.office.as_ref()?.journal;
    let open: Vec<_> = journal.open().collect();
    // What began last is news; what is older everybody at the counter knows.
    let last = open.iter().max_by_key(|outage| outage.since_ms)?;
    let system = report::outage::short(&last.system, pen.words);
    let today = pen.env.day_of(last.since_ms) == pen.env.today();
    let since = if today {
        when::clock(pen.env, last.since_ms)
    } else {
        when::ago(pen.env, pen.words, last.since_ms)
    };
    let args = [("system", system.into()), ("time", since.into())];
    let text = pen.say_with("outage-lamp", &args);
    let more = if open.len() > 1 { format!(" +{}", open.len() - 1) } else { String::new() };
    Some((format!("▲ {text}{more}"), "blocked"))
}

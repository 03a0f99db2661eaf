//! Outages of OSS and its neighbours: what the light writes of them, and which cases they hit.
//!
//! Never looks at a network: the light is told of, an officer's word stands over it.

mod hits;
pub mod moment;
mod month;

pub(crate) use hits::hit;
pub use hits::{Hit, cases_hit};
pub use month::{OutageLine, OutageMonth, OutageTotals};

use super::{Cx, State, open};
use crate::office::Entry;

/// The lamp has turned: writes that a system ([`crate::office::SYSTEMS`]) stopped answering, or that it answers
/// again.
///
/// Called when the lamp changes, and once at its first answer: an outage that it began before the program was
/// left ends then. `since_ms`: since when it is as it is now.
///
/// Ends only what the light saw itself: an outage that an officer wrote down while the light was on (login
/// fails on a page that answers) is the officer's to end.
pub(crate) fn system_turned(
    state: &mut State,
    cx: &mut Cx<'_>,
    system: &str,
    up: bool,
    since_ms: i64,
    symptom: &str,
) {
    let Some(office) = state.office.as_ref().filter(|office| !office.read_only) else { return };
    let journal = &office.journal;
    let since_ms = since_ms.min(cx.env.now_ms);
    let entry = match (up, journal.open_of(system)) {
        (false, Some(open)) if open.seen => return,
        // Written also while an officer's outage lasts: it joins that one, and then its end can be seen.
        (false, open) => {
            let (system, symptom) = (system.to_owned(), symptom.to_owned());
            let ends = journal.outages().iter().filter(|one| one.system == system);
            let last = ends.filter_map(|one| one.until_ms).max();
            // No minute counts twice.
            let since_ms = match open {
                Some(open) => since_ms.max(open.since_ms),
                None => last.map_or(since_ms, |last| since_ms.max(last)),
            };
            Entry::OutageBegan { system, symptom, since_ms, auto: true }
        }
        (true, Some(open)) if open.seen => {
            let until_ms = since_ms.max(open.since_ms);
            Entry::OutageEnded { outage: open.id, until_ms, auto: true }
        }
        (true, _) => return,
    };
    open::record(state, cx, vec![entry]);
    super::screens::outages::refresh(state, cx.env);
}

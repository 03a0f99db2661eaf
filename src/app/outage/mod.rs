//! Outages of OSS and its neighbours: what the light writes of them, and which cases they hit.
//!
//! Never looks at a network: the light is told of, an officer's word stands over it.

mod about;
mod hits;
pub mod moment;
mod month;

pub(crate) use about::about;
pub use hits::{Hit, cases_hit};
pub use month::{OutageLine, OutageMonth, OutageTotals};

use super::{Cx, State, open};
use crate::office::Entry;

/// The lamp looks more often than this, ms. After a longer pause (the PC was off or slept) nobody saw the end.
const UNSEEN_MS: i64 = 5 * 60_000;

/// The lamp has turned: writes that a system ([`crate::office::SYSTEMS`]) has not answered since `since_ms`.
///
/// Called when the lamp changes. Written also while an officer's outage lasts: it joins that one, and then its
/// end can be seen. `why`: what was in the way, as a code.
pub(crate) fn stopped(state: &mut State, cx: &mut Cx<'_>, system: &str, since_ms: i64, why: &str) {
    let Some(office) = state.office.as_ref().filter(|office| !office.read_only) else { return };
    let journal = &office.journal;
    let since_ms = since_ms.min(cx.env.now_ms);
    let since_ms = match journal.open_of(system) {
        Some(open) if open.seen => return,
        Some(open) => since_ms.max(open.since_ms),
        // No minute counts twice.
        None => {
            let ends = journal.outages().iter().filter(|one| one.system == system);
            let last = ends.filter_map(|one| one.until_ms).max();
            last.map_or(since_ms, |last| since_ms.max(last))
        }
    };
    let (system, why) = (system.to_owned(), why.to_owned());
    write(
        state,
        cx,
        Entry::OutageBegan { system, symptom: String::new(), since_ms, auto: true, why },
    );
}

/// The lamp has turned: writes that a system answers, seen at `at_ms`; before, it was known not to until
/// `known_ms`. Where much time lies between the two nobody saw the end, and the record says so.
///
/// Called also at the first answer: an outage that the lamp began before the program was left ends then. Ends
/// only what the lamp saw itself: an outage that an officer wrote down while the lamp was on (login fails on a
/// page that answers) is the officer's to end.
pub(crate) fn answers(
    state: &mut State,
    cx: &mut Cx<'_>,
    system: &str,
    at_ms: i64,
    known_ms: Option<i64>,
) {
    let Some(office) = state.office.as_ref().filter(|office| !office.read_only) else { return };
    let Some(open) = office.journal.open_of(system).filter(|open| open.seen) else { return };
    let until_ms = at_ms.min(cx.env.now_ms).max(open.since_ms);
    let known_ms = known_ms.map(|known| known.max(open.since_ms));
    let known_ms = known_ms.filter(|known| until_ms - known > UNSEEN_MS);
    write(state, cx, Entry::OutageEnded { outage: open.id, until_ms, auto: true, known_ms });
}

fn write(state: &mut State, cx: &mut Cx<'_>, entry: Entry) {
    open::record(state, cx, vec![entry]);
    super::screens::outages::refresh(state, cx.env);
}

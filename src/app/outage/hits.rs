//! Which cases an outage hit.

use crate::case::{CaseId, Summary};
use crate::office::Outage;
use std::ops::Range;

/// Officers notice before the light does: a case parked so long before the outage was written as begun
/// belongs to it, ms.
pub(super) const NOTICED_MS: i64 = 15 * 60_000;

/// A case that an outage hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The case.
    pub case: CaseId,
    /// Somebody was reached by telephone at least once since it waits.
    pub called: bool,
}

/// The cases that `outage` hit, each once: those put aside while it lasted (or a quarter of an hour before
/// it was noticed) to wait for its system. When the office's network is down OSS, login and OTP are too, and
/// when OSS is down login and OTP are.
pub fn cases_hit<'a>(
    outage: &Outage,
    summaries: impl IntoIterator<Item = (CaseId, &'a Summary)>,
    now_ms: i64,
) -> Vec<Hit> {
    let cases = summaries.into_iter();
    cases
        .filter_map(|(case, summary)| {
            hit(outage, summary, now_ms, i64::MIN..i64::MAX).map(|called| Hit { case, called })
        })
        .collect()
}

/// Whether the case was hit within `during`; then whether its applicant was reached. Who was put aside just
/// before the outage was noticed was hit when it began.
pub(super) fn hit(
    outage: &Outage,
    summary: &Summary,
    now_ms: i64,
    during: Range<i64>,
) -> Option<bool> {
    let within = |since_ms: i64| {
        since_ms >= outage.since_ms - NOTICED_MS
            && since_ms <= outage.end(now_ms)
            && during.contains(&since_ms.max(outage.since_ms))
    };
    let now = summary.waits.as_ref().map(|waits| (waits.since_ms, waits.system(), waits.reached));
    let before = summary.waited.iter().flat_map(|waited| waited.iter());
    let before = before.map(|waited| (waited.since_ms, &*waited.system, waited.reached));
    let mut found = None;
    for (since_ms, system, reached) in now.into_iter().chain(before) {
        if within(since_ms) && reaches(&outage.system, system) {
            found = Some(found.unwrap_or(false) || reached > 0);
        }
    }
    found
}

/// Whether an outage of `system` keeps a case waiting that waits for `awaited`.
pub(super) fn reaches(system: &str, awaited: &str) -> bool {
    system == awaited
        || match system {
            "jaringan" => ["oss", "login", "otp"].contains(&awaited),
            "oss" => ["login", "otp"].contains(&awaited),
            _ => false,
        }
}

//! Which outage a letter for an applicant is about: what kept this one, before what merely happened.
//!
//! Never chooses where an officer must: several that are equally near are all offered, the likeliest first.

use super::hits::{NOTICED_MS, reaches};
use crate::app::Env;
use crate::case::{Case, EventId, held_up_by};
use crate::office::{Journal, Outage};
use std::cmp::Reverse;

/// Most outages offered: as many as one digit can choose.
const MOST: usize = 9;

/// How near an outage is to a case; the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    /// It is of the very system that kept the case.
    Kept,
    /// It takes that system along: no login without OSS, no OSS without a network.
    Along,
    /// It lasts, and the applicant stands here.
    Lasts,
    /// It kept the case on another day.
    Before,
    /// It ended today.
    Today,
}

/// A time in which something kept the case. Of no named system: OSS, its login or its OTP.
struct Held {
    system: &'static str,
    from_ms: i64,
    to_ms: i64,
}

/// The outages that a letter for `case` can be about, the likeliest first; only one where there is no doubt.
pub(crate) fn about(journal: &Journal, case: &Case, env: &Env) -> Vec<EventId> {
    let held = held(case, env.now_ms);
    let today = env.today();
    let mut found: Vec<(Nearness, &Outage)> = Vec::new();
    for outage in journal.outages() {
        let lasts = outage.until_ms.is_none();
        let of_today = outage.until_ms.is_some_and(|until| env.day_of(until) == today);
        let of_held = |held: &Held| {
            let near = nearness(outage, held, env.now_ms)?;
            Some(if env.day_of(held.to_ms) == today { near } else { Nearness::Before })
        };
        let near = held.iter().filter_map(of_held).min();
        let lasts = lasts.then_some(Nearness::Lasts);
        let near = near.into_iter().chain(lasts).chain(of_today.then_some(Nearness::Today)).min();
        found.extend(near.map(|near| (near, outage)));
    }
    crate::base::order::sort_by_key(&mut found, |(near, outage)| {
        let of_oss = match outage.system.as_str() {
            "oss" => 0,
            "login" | "otp" => 1,
            _ => 2,
        };
        let ended = outage.until_ms.is_some();
        let unsaid = outage.auto && outage.symptom.is_empty();
        (*near, ended, unsaid, of_oss, Reverse(outage.since_ms))
    });
    // Nothing else is as near: nobody has to be asked. What happens now and what happened then are both wanted.
    let is_sure = match found.as_slice() {
        [(Nearness::Lasts, _), (Nearness::Before, _), ..] => false,
        [(first, _), (second, _), ..] => first != second,
        _ => true,
    };
    let most = if is_sure { 1 } else { MOST };
    found.into_iter().take(most).map(|(_, outage)| outage.id).collect()
}

fn nearness(outage: &Outage, held: &Held, now_ms: i64) -> Option<Nearness> {
    if outage.since_ms > held.to_ms + NOTICED_MS || outage.end(now_ms) < held.from_ms {
        return None;
    }
    let of_oss = ["oss", "login", "otp"];
    if held.system.is_empty() {
        let along = of_oss.contains(&outage.system.as_str()) || outage.system == "jaringan";
        return along.then_some(Nearness::Along);
    }
    if outage.system == held.system {
        return Some(Nearness::Kept);
    }
    reaches(&outage.system, held.system).then_some(Nearness::Along)
}

/// What kept the case, and when: what it waits or waited on, goes at OSS that came to nothing, troubles.
fn held(case: &Case, now_ms: i64) -> Vec<Held> {
    let mut all = Vec::new();
    let mut add = |system, from_ms, to_ms| all.push(Held { system, from_ms, to_ms });
    if let Some(waiting) = &case.waiting {
        let system = held_up_by(waiting.on, &waiting.reason);
        if !system.is_empty() {
            add(system, waiting.since_ms, now_ms);
        }
    }
    for waited in &case.waited {
        // When it was taken up again is not kept; that an outage held it up is known of its beginning.
        let system = crate::office::SYSTEMS.into_iter().find(|system| **system == *waited.system);
        add(system.unwrap_or_default(), waited.since_ms, waited.since_ms);
    }
    for attempt in case.attempts.iter().filter(|attempt| !attempt.done) {
        let system = held_up_by(None, &attempt.error);
        add(system, attempt.began_ms, attempt.ended_ms.unwrap_or(now_ms));
    }
    for log in &case.troubles {
        // Its name tells: `otp-email-tidak-masuk`.
        let system = held_up_by(None, &log.trouble.replace('-', " "));
        let solved = log.ended.as_ref().is_some_and(|ended| ended.end == "solved");
        if let Some((first, last)) = log.tried.first().zip(log.tried.last())
            && !solved
            && !system.is_empty()
        {
            add(system, first.at_ms, last.at_ms);
        }
    }
    all
}

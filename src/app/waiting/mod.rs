//! When a waiting case can go on, and who is called back first.
//!
//! Reads summaries, the office's journal and the moment handed in. Never decides that a condition has come
//! true on its own: an officer, the day, the end of an outage or an appointment says so. Before that no
//! case is due.

use super::Env;
use crate::case::{Condition, Lifecycle, Outcome, Summary, Waits};
use crate::office::Journal;
use jiff::civil::Date;

/// From this visit on a case that is not done goes to the supervisor.
pub const ALARM_VISIT: u16 = 3;

/// Why a waiting case can go on now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// An officer saw the condition come true, at that moment (ms since 1970).
    Met(i64),
    /// The system it waits on works again, since that moment.
    Back(Condition, i64),
    /// The day has come.
    Day(Date),
    /// Nobody answered; this was to be the next attempt.
    Again(i64),
    /// The applicant said they would come at that moment.
    Coming(i64),
}

impl Due {
    /// The word for it in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Met(_) => "met",
            Self::Back(..) => "back",
            Self::Day(_) => "day",
            Self::Again(_) => "again",
            Self::Coming(_) => "coming",
        }
    }
}

/// One system's outages, as far as waiting cases care.
#[derive(Debug, Clone, Default)]
struct System {
    /// It is down now, since then.
    down_ms: Option<i64>,
    /// When its outages ended, oldest first.
    ends: Vec<i64>,
}

/// What decides for every case at once: made when the journal changes, asked for each case.
#[derive(Debug, Clone, Default)]
pub struct Dues {
    now_ms: i64,
    offset_s: i32,
    oss: System,
    login: System,
    otp: System,
}

impl Dues {
    /// What the journal says at this moment.
    pub fn new(journal: &Journal, env: &Env) -> Self {
        let system = |name: &str| {
            let of = || journal.outages().iter().filter(|outage| outage.system == name);
            let mut ends: Vec<i64> = of().filter_map(|outage| outage.until_ms).collect();
            ends.sort_unstable();
            let open = of().filter(|outage| outage.until_ms.is_none());
            System { down_ms: open.map(|outage| outage.since_ms).max(), ends }
        };
        Self {
            now_ms: env.now_ms,
            offset_s: env.offset_s,
            oss: system("oss"),
            login: system("login"),
            otp: system("otp"),
        }
    }

    fn env(&self) -> Env {
        Env { now_ms: self.now_ms, offset_s: self.offset_s }
    }

    fn system(&self, on: Condition) -> Option<&System> {
        match on.system()? {
            "oss" => Some(&self.oss),
            "login" => Some(&self.login),
            _ => Some(&self.otp),
        }
    }

    /// Since when what the condition needs is down. Nobody can log in where OSS itself is gone.
    fn down(&self, on: Condition) -> Option<i64> {
        let system = self.system(on)?;
        system.down_ms.max(self.oss.down_ms)
    }

    /// The grounds on which a case that waits so can go on, each with the moment since which it holds.
    fn grounds(&self, waits: &Waits) -> impl Iterator<Item = (i64, Due)> + use<> {
        let on = waits.condition();
        let down = on.and_then(|on| self.down(on));
        let met = waits.met_ms.filter(|met| down.is_none_or(|down| down < *met));
        let met = met.map(|met| (met, Due::Met(met)));
        let back = on.zip(on.and_then(|on| self.system(on))).and_then(|(on, system)| {
            let at = system.ends.partition_point(|end| *end < waits.since_ms);
            let (first, last) = (system.ends.get(at)?, system.ends.last()?);
            down.is_none().then_some((*first, Due::Back(on, *last)))
        });
        let env = self.env();
        let day = waits.until.filter(|day| *day <= env.today());
        let day = day.map(|day| (env.ms_of(day, 0, 0), Due::Day(day)));
        [met, back, day].into_iter().flatten()
    }

    /// Why a case that waits so can go on now, whatever was said on the telephone since.
    pub fn holds(&self, waits: &Waits) -> Option<Due> {
        self.grounds(waits).map(|(_, due)| due).next()
    }

    /// Whether a case that waits so is due now, and why.
    pub fn of(&self, waits: &Waits) -> Option<Due> {
        let Some(called) = waits.called_ms else { return self.holds(waits) };
        // What holds since before the last call is known to the applicant.
        let mut news = self.grounds(waits).filter(|(since, _)| *since > called);
        news.next().map(|(_, due)| due).or_else(|| {
            let next = waits.next_ms.filter(|next| *next <= self.now_ms)?;
            if waits.outcome() == Some(Outcome::Coming) {
                return Some(Due::Coming(next));
            }
            // There is nothing to tell as long as it is down.
            let down = waits.condition().and_then(|on| self.down(on));
            down.is_none().then_some(Due::Again(next))
        })
    }

    /// Whether the applicant is to be called now: it is due, they agreed to be called, and there is a number
    /// to call.
    pub fn calls(&self, summary: &Summary) -> Option<Due> {
        let waits = summary.waits.as_deref().filter(|waits| waits.consent && !waits.no_number)?;
        (summary.lifecycle() != Lifecycle::Done).then(|| self.of(waits)).flatten()
    }

    /// When time alone can next make a case due that waits so, ms since 1970.
    pub fn next_change(&self, waits: &Waits) -> Option<i64> {
        let env = self.env();
        let day = waits.until.map(|day| env.ms_of(day, 0, 0));
        [day, waits.next_ms].into_iter().flatten().filter(|at| *at > self.now_ms).min()
    }
}

/// Whether a case that waits so can go on now, and why. For many cases make [`Dues`] once.
pub fn due(waits: &Waits, journal: &Journal, env: &Env) -> Option<Due> {
    Dues::new(journal, env).of(waits)
}

/// Whether the supervisor should look: the third visit or a later one, and not done.
pub fn needs_supervisor(summary: &Summary) -> bool {
    is_for_supervisor(summary.visits, summary.lifecycle())
}

/// As [`needs_supervisor`], of the parts it asks for.
pub fn is_for_supervisor(visits: u16, lifecycle: Lifecycle) -> bool {
    visits >= ALARM_VISIT && lifecycle != Lifecycle::Done
}

/// The order in which applicants are called: the more reasons to come first the sooner, then whoever
/// waits longest.
pub fn urgency(summary: &Summary) -> (std::cmp::Reverse<u32>, i64) {
    let reasons = summary.care.count_ones() + u32::from(needs_supervisor(summary));
    let since = summary.waits.as_ref().map_or(summary.last_ms, |waits| waits.since_ms);
    (std::cmp::Reverse(reasons), since)
}

#[cfg(test)]
mod tests;

//! A month of outages, or a day of it, as a table: how long, which cases, who was called back. Facts only; `report::outage`
//! makes the papers of it.
//!
//! An outage over the end of a month stands in both months, each with its own minutes and the cases that were put
//! aside in it. Never counts a minute twice in a total, however many systems were down in it, and none of which
//! nobody knows that a system was down.

use super::hits::hit;
use crate::app::{Env, Listed, Office};
use crate::ident::calendar::{Calendar, DayKind, OfficeHours};
use crate::office::Outage;
use jiff::ToSpan as _;
use jiff::civil::Date;

/// A month of outages, or one day of it.
#[derive(Debug, Clone, PartialEq)]
pub struct OutageMonth {
    /// The office.
    pub office: String,
    /// The first day of the month.
    pub month: Date,
    /// The one day it is about; nothing for the whole month.
    pub day: Option<Date>,
    /// Its outages, in the order in which they began.
    pub lines: Vec<OutageLine>,
    /// All of them together.
    pub totals: OutageTotals,
    /// Whether the holidays of that year are known; where not, every weekday counts as open.
    pub holidays_known: bool,
    /// The hours of the office.
    pub hours: OfficeHours,
    /// The moment it was made, and the office's clock.
    pub env: Env,
}

/// One outage in a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutageLine {
    /// The outage.
    pub outage: Outage,
    /// Minutes of it in this month.
    pub minutes: i64,
    /// Those of them in which the office was open.
    pub lost: i64,
    /// Visit codes of the cases that it hit in this month.
    pub cases: Vec<String>,
    /// How many of their applicants were reached at least once since they wait.
    pub called: usize,
}

/// All outages of a month together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OutageTotals {
    /// Minutes in which at least one system was down.
    pub minutes: i64,
    /// Those of them in which the office was open.
    pub lost: i64,
    /// Cases that were hit, each once.
    pub cases: usize,
    /// How many of their applicants were reached.
    pub called: usize,
}

impl OutageMonth {
    /// The month in which `day` lies, as the office's journal and its cases have it now. `calendar`: its
    /// holidays, as far as they are known.
    pub fn of(office: &Office, calendar: Option<&Calendar>, day: Date, env: &Env) -> Self {
        let open = (calendar, office.hours);
        Self::made(&office.name, office.journal.outages(), &office.cases, open, day, env)
    }

    /// As [`OutageMonth::of`], of that day alone.
    pub fn of_day(office: &Office, calendar: Option<&Calendar>, day: Date, env: &Env) -> Self {
        let (open, outages) = ((calendar, office.hours), office.journal.outages());
        Self::within(&office.name, outages, &office.cases, open, (day, true), env)
    }

    /// The same days anew: minutes have gone by, or something was written.
    #[must_use]
    pub fn again(&self, office: &Office, calendar: Option<&Calendar>, env: &Env) -> Self {
        match self.day {
            Some(day) => Self::of_day(office, calendar, day, env),
            None => Self::of(office, calendar, self.month, env),
        }
    }

    /// What files of it are called: `2026-11`, `2026-11-23`.
    pub fn name(&self) -> String {
        let day = self.day.map(|day| day.to_string());
        day.unwrap_or_else(|| self.month.strftime("%Y-%m").to_string())
    }

    /// As [`OutageMonth::of`], from its parts; when the office is open: holidays, as far as they are known,
    /// and hours.
    pub fn made(
        office: &str,
        outages: &[Outage],
        cases: &[Listed],
        open: (Option<&Calendar>, OfficeHours),
        day: Date,
        env: &Env,
    ) -> Self {
        Self::within(office, outages, cases, open, (day, false), env)
    }

    /// Of the month in which `day` lies, or of that day `alone`.
    pub fn within(
        office: &str,
        outages: &[Outage],
        cases: &[Listed],
        (calendar, hours): (Option<&Calendar>, OfficeHours),
        (day, alone): (Date, bool),
        env: &Env,
    ) -> Self {
        let month = day.first_of_month();
        let (first, long) = if alone { (day, 1.day()) } else { (month, 1.month()) };
        let next = first.checked_add(long).unwrap_or(first);
        let (from, next) = (env.ms_of(first, 0, 0), env.ms_of(next, 0, 0));
        let to = next.min(env.now_ms);
        let lost = |spans: &[(i64, i64)]| {
            let open = spans.iter().map(|span| open_ms(*span, calendar, &hours, env));
            open.sum::<i64>() / 60_000
        };
        // A summary that never waited is looked at once, not once for each outage.
        let waiting: Vec<(usize, &Listed)> = cases
            .iter()
            .enumerate()
            .filter(|(_, one)| one.summary.waits.is_some() || one.summary.waited.is_some())
            .collect();
        let mut lines = Vec::new();
        let mut spans = Vec::new();
        let mut all: Vec<(usize, bool)> = Vec::new();
        for outage in outages {
            if outage.since_ms >= next || outage.end(env.now_ms) < from {
                continue;
            }
            let hits: Vec<(usize, &Listed, bool)> = waiting
                .iter()
                .filter_map(|(at, one)| {
                    hit(outage, &one.summary, env.now_ms, from..next)
                        .map(|called| (*at, *one, called))
                })
                .collect();
            let end = outage.known_end(env.now_ms);
            let begins_here = (from..to.max(from + 1)).contains(&outage.since_ms);
            if !begins_here && (end <= from || outage.since_ms >= to) && hits.is_empty() {
                continue;
            }
            let span = (outage.since_ms.max(from), end.min(to));
            let span = (span.0, span.1.max(span.0));
            lines.push(OutageLine {
                outage: outage.clone(),
                minutes: (span.1 - span.0) / 60_000,
                lost: lost(&[span]),
                cases: hits.iter().map(|(_, one, _)| one.summary.code().to_owned()).collect(),
                called: hits.iter().filter(|(.., called)| *called).count(),
            });
            spans.push(span);
            all.extend(hits.iter().map(|(at, _, called)| (*at, *called)));
        }
        crate::base::order::sort_by_key(&mut lines, |line: &OutageLine| line.outage.since_ms);
        let spans = joined(spans);
        all.sort_unstable();
        // `true` comes last, so the last of each case tells whether it was called at all.
        all.reverse();
        all.dedup_by_key(|(at, _)| *at);
        let totals = OutageTotals {
            minutes: spans.iter().map(|(from, to)| to - from).sum::<i64>() / 60_000,
            lost: lost(&spans),
            cases: all.len(),
            called: all.iter().filter(|(_, called)| *called).count(),
        };
        let holidays_known = calendar.is_some_and(|calendar| calendar.knows(month.year()));
        let (office, day) = (office.to_owned(), alone.then_some(day));
        Self { office, month, day, lines, totals, holidays_known, hours, env: *env }
    }
}

/// The spans without their overlaps, in order.
fn joined(mut spans: Vec<(i64, i64)>) -> Vec<(i64, i64)> {
    spans.sort_unstable();
    let mut joined: Vec<(i64, i64)> = Vec::new();
    for (from, to) in spans {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}

/// How much of a span the office was open, ms.
fn open_ms(
    (from, to): (i64, i64),
    calendar: Option<&Calendar>,
    hours: &OfficeHours,
    env: &Env,
) -> i64 {
    let last = env.day_of(to);
    let days = env.day_of(from).series(1.day()).take_while(|day| *day <= last);
    days.map(|day| {
        let kind = calendar.map_or(DayKind::Unknown, |calendar| calendar.day(day, hours));
        // Where the holidays are not known a weekday counts; the paper says so.
        let works = matches!(kind, DayKind::Working | DayKind::Unknown);
        let Some(open) = hours.of(day.weekday()).filter(|_| works) else { return 0 };
        let moment = |time: jiff::civil::Time| env.ms_of(day, time.hour(), time.minute());
        let within = |(opens, closes)| (moment(closes).min(to) - moment(opens).max(from)).max(0);
        within((open.opens, open.closes)) - open.rest.map_or(0, within)
    })
    .sum()
}

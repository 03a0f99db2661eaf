//! The fold: records in, the office's outages and numbers out.

use super::{Entry, Record};
use crate::case::EventId;
use std::collections::BTreeMap;

/// A time in which a system did not work.
#[derive(Clone, PartialEq, Eq)]
pub struct Outage {
    /// The record that began it.
    pub id: EventId,
    /// Which system ([`super::SYSTEMS`]).
    pub system: String,
    /// What is seen; empty when only the light saw it.
    pub symptom: String,
    /// Since when, ms since 1970.
    pub since_ms: i64,
    /// Until when; nothing while it lasts.
    pub until_ms: Option<i64>,
    /// Who noticed; empty when the light did.
    pub by: String,
    /// The light began it, so the light may end it.
    pub auto: bool,
}

impl std::fmt::Debug for Outage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Outage({} {}..{:?})", self.system, self.since_ms, self.until_ms)
    }
}

impl Outage {
    /// How long it lasted until its end or until `now_ms`, whole minutes.
    pub fn minutes(&self, now_ms: i64) -> i64 {
        (self.until_ms.unwrap_or(now_ms) - self.since_ms).max(0) / 60_000
    }
}

/// The office's log, folded.
#[derive(Debug, Clone, Default)]
pub struct Journal {
    outages: Vec<Outage>,
    numbers: BTreeMap<String, u32>,
}

impl Journal {
    /// The journal that follows from `records`, in their order.
    pub fn fold(records: impl IntoIterator<Item = Record>) -> Self {
        let mut journal = Self::default();
        for record in records {
            journal.push(record);
        }
        journal
    }

    /// Adds one record.
    pub fn push(&mut self, record: Record) {
        match record.entry {
            Entry::OutageBegan { system, symptom, since_ms, auto } => self.outages.push(Outage {
                id: record.id,
                system,
                symptom,
                since_ms,
                until_ms: None,
                by: record.by,
                auto,
            }),
            Entry::OutageEnded { outage, until_ms, .. } => {
                if let Some(found) = self.outages.iter_mut().find(|one| one.id == outage) {
                    // A clock set back does not make an outage end before it began.
                    found.until_ms = Some(until_ms.max(found.since_ms));
                }
            }
            Entry::NumberTaken { series, number, .. } => {
                let last = self.numbers.entry(series).or_default();
                *last = (*last).max(number);
            }
            Entry::Unknown => {}
        }
    }

    /// All outages, in the order in which they were written down.
    pub fn outages(&self) -> &[Outage] {
        &self.outages
    }

    /// Outages that last.
    pub fn open(&self) -> impl Iterator<Item = &Outage> {
        self.outages.iter().filter(|outage| outage.until_ms.is_none())
    }

    /// The outage of `system` that lasts, the first one that was written down.
    pub fn open_of(&self, system: &str) -> Option<&Outage> {
        self.open().find(|outage| outage.system == system)
    }

    /// When `system` last began to work again after `after_ms`, unless it is down now.
    pub fn back_since(&self, system: &str, after_ms: i64) -> Option<i64> {
        if self.open_of(system).is_some() {
            return None;
        }
        let of = self.outages.iter().filter(|outage| outage.system == system);
        of.filter_map(|outage| outage.until_ms).filter(|until| *until >= after_ms).max()
    }

    /// The next number of a row of numbers, from 1.
    pub fn next_number(&self, series: &str) -> u32 {
        self.numbers.get(series).map_or(1, |last| last.saturating_add(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(id: u8, entry: Entry) -> Record {
        Record { id: EventId([id; 16]), at_ms: 0, by: "Rina".into(), entry }
    }

    fn began(id: u8, system: &str, since_ms: i64) -> Record {
        let (system, symptom) = (system.to_owned(), String::new());
        record(id, Entry::OutageBegan { system, symptom, since_ms, auto: false })
    }

    fn ended(id: u8, outage: u8, until_ms: i64) -> Record {
        let outage = EventId([outage; 16]);
        record(id, Entry::OutageEnded { outage, until_ms, auto: false })
    }

    #[test]
    fn an_outage_lasts_until_its_end_is_written() {
        let mut journal = Journal::fold([began(1, "oss", 60_000)]);
        assert_eq!(journal.open().count(), 1);
        assert_eq!(journal.back_since("oss", 0), None);
        assert_eq!(journal.outages()[0].minutes(240_000), 3);
        journal.push(ended(2, 1, 180_000));
        assert_eq!(journal.open_of("oss"), None);
        assert_eq!(journal.back_since("oss", 100_000), Some(180_000));
        assert_eq!(journal.back_since("oss", 200_000), None);
        assert_eq!(journal.back_since("login", 0), None);
        assert_eq!(journal.outages()[0].minutes(9_000_000), 2);
    }

    #[test]
    fn a_system_with_a_second_outage_is_not_back() {
        let records = [began(1, "oss", 1), ended(2, 1, 2), began(3, "oss", 5)];
        assert_eq!(Journal::fold(records).back_since("oss", 0), None);
    }

    #[test]
    fn an_end_before_the_beginning_is_no_time_at_all() {
        let journal = Journal::fold([began(1, "oss", 600_000), ended(2, 1, 0)]);
        assert_eq!(journal.outages()[0].minutes(0), 0);
        assert_eq!(journal.outages()[0].until_ms, Some(600_000));
    }

    #[test]
    fn numbers_go_up_and_never_come_back() {
        let taken = |id, number| {
            let (series, code) = ("surat-2026".to_owned(), String::new());
            record(id, Entry::NumberTaken { series, number, code })
        };
        // Two counters may have taken the same one; the next is after both.
        let journal = Journal::fold([taken(1, 1), taken(2, 2), taken(3, 2)]);
        assert_eq!(journal.next_number("surat-2026"), 3);
        assert_eq!(journal.next_number("surat-2027"), 1);
    }
}

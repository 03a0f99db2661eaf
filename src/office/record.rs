//! One record of the office's log, as it is sealed.

use crate::case::EventId;
use serde::{Deserialize, Serialize};
use std::fmt;

/// One thing that happened to the office, who did it and when.
#[derive(Clone, PartialEq, Eq)]
pub struct Record {
    /// Its name; other records refer to it.
    pub id: EventId,
    /// When it was written, ms since 1970 (UTC).
    pub at_ms: i64,
    /// The officer; empty when the program did it by itself.
    pub by: String,
    /// What happened.
    pub entry: Entry,
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Record({:?} at {})", self.entry, self.at_ms)
    }
}

/// What happened.
///
/// FROZEN like [`crate::case::Body`]: add variants and optional fields; `fixtures/office.jsonl` holds every
/// shape ever written. `Debug` never tells what a person wrote.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t", rename_all = "snake_case")]
pub enum Entry {
    /// A system stopped working.
    OutageBegan {
        /// Which ([`super::SYSTEMS`]).
        system: String,
        /// What is seen, in the officer's words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        symptom: String,
        /// Since when, ms since 1970; may be before the record.
        since_ms: i64,
        /// The light saw it, nobody else.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        auto: bool,
        /// What the light found in the way, as a code (`timeout`, `http-502`): words follow the reader.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        why: String,
    },
    /// It works again.
    OutageEnded {
        /// The record that began it.
        outage: EventId,
        /// Until when, ms since 1970; where nobody saw the end, when it was first seen to work.
        until_ms: i64,
        /// The light saw it, nobody else.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        auto: bool,
        /// Where nobody saw the end: the last moment it was known not to work.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        known_ms: Option<i64>,
    },
    /// An officer set the times of an outage right, or said what is seen.
    OutageCorrected {
        /// The record that began it.
        outage: EventId,
        /// Since when, ms since 1970.
        since_ms: i64,
        /// Until when; absent where the end stays as it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until_ms: Option<i64>,
        /// What is seen; absent where that stays as it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        symptom: Option<String>,
    },
    /// A number was taken for a paper, before the paper was made. It is never given again.
    NumberTaken {
        /// Of which row of numbers, e.g. `surat-2026`.
        series: String,
        /// The number, from 1.
        number: u32,
        /// Visit code of the case it is for.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        code: String,
        /// The outage that a letter is about: the same case and outage keep their number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        outage: Option<EventId>,
    },
    /// An officer was given a passphrase for this counter.
    OfficerAdded {
        /// The name.
        name: String,
    },
    /// An officer cannot open this counter any more.
    OfficerRemoved {
        /// The name.
        name: String,
    },
    /// The officer who did it has another passphrase.
    PassphraseChanged {},
    /// A record of a later version of the program; kept, not understood.
    #[serde(other)]
    Unknown,
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutageBegan { system, .. } => write!(f, "OutageBegan({system})"),
            Self::OutageEnded { .. } => f.write_str("OutageEnded"),
            Self::OutageCorrected { .. } => f.write_str("OutageCorrected"),
            Self::NumberTaken { series, number, .. } => write!(f, "NumberTaken({series} {number})"),
            Self::OfficerAdded { .. } => f.write_str("OfficerAdded"),
            Self::OfficerRemoved { .. } => f.write_str("OfficerRemoved"),
            Self::PassphraseChanged {} => f.write_str("PassphraseChanged"),
            Self::Unknown => f.write_str("Unknown"),
        }
    }
}

impl Entry {
    /// Whether nobody did it: the light saw it.
    pub const fn is_by_itself(&self) -> bool {
        matches!(self, Self::OutageBegan { auto: true, .. } | Self::OutageEnded { auto: true, .. })
    }
}

/// The sealed form: its name and time travel in the store's own columns.
#[derive(Serialize, Deserialize)]
struct Payload {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    by: String,
    #[serde(flatten)]
    entry: Entry,
}

impl Record {
    /// The bytes to seal.
    pub fn to_payload(&self) -> Vec<u8> {
        let payload = Payload { by: self.by.clone(), entry: self.entry.clone() };
        serde_json::to_vec(&payload).expect("a record has only strings and numbers")
    }

    /// A record from its opened bytes and the store's columns.
    pub fn from_payload(
        id: EventId,
        at_ms: i64,
        payload: &[u8],
    ) -> Result<Self, serde_json::Error> {
        let Payload { by, entry } = serde_json::from_slice(payload)?;
        Ok(Self { id, at_ms, by, entry })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every shape ever written, one a line. Lines are only ever added.
    const WRITTEN: &str = include_str!("../../fixtures/office.jsonl");

    fn every_shape() -> Vec<Entry> {
        let outage = EventId([0xab; 16]);
        let ended = |auto, known_ms| Entry::OutageEnded {
            outage,
            until_ms: 1_795_415_000_000,
            auto,
            known_ms,
        };
        let corrected = |until_ms, symptom| Entry::OutageCorrected {
            outage,
            since_ms: 1_795_400_000_000,
            until_ms,
            symptom,
        };
        vec![
            Entry::OutageBegan {
                system: "login".into(),
                symptom: "halaman masuk kembali terus".into(),
                since_ms: 1_795_400_000_000,
                auto: false,
                why: String::new(),
            },
            Entry::OutageBegan {
                system: "oss".into(),
                symptom: String::new(),
                since_ms: 1_795_400_000_000,
                auto: true,
                why: String::new(),
            },
            ended(false, None),
            ended(true, None),
            Entry::NumberTaken {
                series: "surat-2026".into(),
                number: 7,
                code: "KUDA-472-M".into(),
                outage: None,
            },
            corrected(None, None),
            corrected(Some(1_795_415_000_000), None),
            Entry::NumberTaken {
                series: "surat-2026".into(),
                number: 8,
                code: "KUDA-472-M".into(),
                outage: Some(outage),
            },
            Entry::OutageBegan {
                system: "oss".into(),
                symptom: String::new(),
                since_ms: 1_795_400_000_000,
                auto: true,
                why: "http-502".into(),
            },
            ended(true, Some(1_795_410_000_000)),
            corrected(None, Some("pemeliharaan".into())),
            Entry::OfficerAdded { name: "Lina".into() },
            Entry::OfficerRemoved { name: "Lina".into() },
            Entry::PassphraseChanged {},
        ]
    }

    #[test]
    fn every_shape_is_written_as_it_always_was() {
        let now: Vec<String> = every_shape()
            .into_iter()
            .map(|entry| {
                let record = Record { id: EventId([1; 16]), at_ms: 0, by: "Rina".into(), entry };
                String::from_utf8(record.to_payload()).expect("JSON is UTF-8")
            })
            .collect();
        assert_eq!(now, WRITTEN.lines().collect::<Vec<_>>());
    }

    #[test]
    fn every_shape_reads_back_and_a_later_one_is_kept() {
        let read = |line: &str| {
            Record::from_payload(EventId([1; 16]), 7, line.as_bytes()).expect("a written shape")
        };
        let entries: Vec<Entry> = WRITTEN.lines().map(|line| read(line).entry).collect();
        assert_eq!(entries, every_shape());
        assert_eq!(read(r#"{"t":"holiday_moved","day":3}"#).entry, Entry::Unknown);
    }
}

//! What can happen to a case.
//!
//! Frozen: these names and fields are sealed on disk in every office. Add variants and optional
//! fields; never rename, retype or remove one. `fixtures/events.jsonl` holds every shape ever written.

use super::EventId;
use crate::form::{Answer, NumberKind};
use serde::{Deserialize, Serialize};
use std::fmt;

/// One thing that happened, who did it and when.
#[derive(Clone, PartialEq, Eq)]
pub struct Event {
    /// Its name; other events refer to it.
    pub id: EventId,
    /// When, in milliseconds since 1970 (UTC).
    pub at_ms: i64,
    /// The officer who did it.
    pub by: String,
    /// What happened.
    pub body: Body,
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Event({:?} at {})", self.body, self.at_ms)
    }
}

/// What happened. `Debug` tells the kind and the place, never what a person said.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t", rename_all = "snake_case")]
pub enum Body {
    /// The case began.
    Opened {
        /// Pack id.
        pack: String,
        /// Pack version.
        version: u32,
        /// Visit code, as written.
        code: String,
    },
    /// A question was answered (an empty text takes the answer back).
    Answered {
        /// Path of the answer.
        path: String,
        /// The text as typed.
        raw: String,
        /// Note beside it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String,
        /// Reason recorded for a `periksa`.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
        /// The event whose answer this replaces.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        replaces: Option<EventId>,
        /// The form answered by itself (a default): undo passes over it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        auto: bool,
        /// Visit code of another case of the same applicant that it was taken over from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<String>,
    },
    /// An instance of a repeat was added.
    InstanceAdded {
        /// Path of the repeat (`usaha`, `usaha#1/produk`).
        repeat: String,
        /// Its number, never reused.
        instance: u32,
        /// The form began it by itself: undo passes over it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        auto: bool,
    },
    /// An instance was taken away; its answers are kept in the log.
    InstanceRemoved {
        /// Path of the repeat.
        repeat: String,
        /// Its number.
        instance: u32,
    },
    /// An earlier event was undone.
    Undone {
        /// Which.
        event: EventId,
    },
    /// An undone event was done again.
    Redone {
        /// Which.
        event: EventId,
    },
    /// The case waits for something.
    Parked {
        /// For what, in the officer's words.
        reason: String,
        /// The condition ([`super::Condition::code`]).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on: Option<String>,
        /// The day from which it can go on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<jiff::civil::Date>,
        /// The applicant agreed that papers and telephone number are kept.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        consent: bool,
        /// What was left at the counter, a thing a line.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        left: String,
    },
    /// What it waited for has come true, an officer says.
    Met,
    /// The applicant was called, or written to.
    Called {
        /// How it ended ([`super::Outcome::code`]).
        outcome: String,
        /// When to call next, or when they come; ms since 1970.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        next_ms: Option<i64>,
        /// What was said.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String,
    },
    /// The applicant came to the office once more.
    Visited,
    /// Why the applicant comes before others ([`super::Care::code`]); the whole list, replacing an earlier one.
    CareNoted {
        /// The reasons.
        care: Vec<String>,
    },
    /// An officer began to type the case into OSS.
    AttemptBegan,
    /// That ended.
    AttemptEnded {
        /// The page of the retype sheet that was reached, counted from 1; 0 when unknown.
        page: u32,
        /// The message OSS showed, as typed.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        error: String,
        /// All values were accepted.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        done: bool,
    },
    /// The applicant said these things back in their own words (ids of the teach-back, see the pack).
    TaughtBack {
        /// Which.
        items: Vec<String>,
    },
    /// The case goes on.
    Resumed,
    /// All is answered and read back.
    Finalized,
    /// A finished case was opened again.
    Amended {
        /// Why.
        reason: String,
    },
    /// A value was copied into OSS.
    HandedOver {
        /// Path of the answer.
        path: String,
    },
    /// OSS threw us out: these values must be copied again.
    HandedBack {
        /// Paths of the answers.
        paths: Vec<String>,
    },
    /// OSS issued the NIB, or the office the number of another service.
    NibRecorded {
        /// Its 13 digits, or what was typed.
        nib: String,
        /// What kind of number it is ([`crate::form::NumberKind::code`]); nothing for a NIB.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<String>,
    },
    /// A note about the case.
    Noted {
        /// The note.
        text: String,
    },
    /// Something was printed or saved as paper.
    Printed {
        /// What: `receipt`, `retype`.
        what: String,
        /// The number it took; empty when it has none, as in events before there were numbers.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        number: String,
    },
    /// Not one byte of the paper with this number left: the next one is no copy of it. The number stays
    /// taken.
    PrintFailed {
        /// Its number, as [`Body::Printed`] has it.
        number: String,
    },
    /// The answers were moved to another version of the pack. What moved stands before it as answers of
    /// their own.
    Migrated {
        /// Version of the pack they were given to.
        from: u32,
        /// Version they are moved to.
        to: u32,
    },
    /// From now on the sentences to say are shown in this language.
    Spoken {
        /// Its code ([`crate::text::Tongue`]), or `id`.
        lang: String,
    },
    /// A step of a trouble was taken (`kendala/*.toml`).
    Tried {
        /// Name of the trouble.
        trouble: String,
        /// Name of the step.
        step: String,
        /// What came of it: the answer in Indonesian, as it was shown.
        answer: String,
        /// What the officer has added.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String,
    },
    /// A trouble came to an end.
    TroubleEnded {
        /// Name of the trouble.
        trouble: String,
        /// How: `solved`, `referred`, `waiting`, `onward`.
        end: String,
        /// Where the applicant was sent, what the case waits for, or the service or trouble it goes on in.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        to: String,
    },
    /// What the applicant's OSS account was made with. Never a password.
    AccountNoted {
        /// Which: `email`, `phone`.
        what: String,
        /// The address or number; empty takes it back.
        value: String,
        /// Whose it is: `own`, `family`, `helper`, `office`, or empty while nobody knows.
        owner: String,
    },
    /// It was tried to get the account back.
    RecoveryTried {
        /// In which way ([`crate::case::RECOVERIES`]).
        what: String,
        /// What came of it. Never a code.
        result: String,
    },
    /// An event of a later version of the program; kept, not understood.
    #[serde(other)]
    Unknown,
}

impl Body {
    /// An answer as an event.
    pub fn answered(path: &str, answer: &Answer, replaces: Option<EventId>) -> Self {
        Self::Answered {
            path: path.to_owned(),
            raw: answer.raw.clone(),
            note: answer.note.clone(),
            reason: answer.reason.clone(),
            replaces,
            auto: false,
            from: None,
        }
    }

    /// The case waits for `reason`, and for nothing the program knows of.
    pub const fn parked(reason: String) -> Self {
        Self::Parked { reason, on: None, until: None, consent: false, left: String::new() }
    }

    /// Whether it changes what was answered.
    pub const fn changes_answers(&self) -> bool {
        matches!(
            self,
            Self::Answered { .. } | Self::InstanceAdded { .. } | Self::InstanceRemoved { .. }
        )
    }

    /// Whether undo can take it back: what a person changed, not what the form did by itself.
    pub const fn is_undoable(&self) -> bool {
        self.changes_answers()
            && !matches!(
                self,
                Self::Answered { auto: true, .. } | Self::InstanceAdded { auto: true, .. }
            )
    }

    /// The number a service of this kind gives.
    pub fn number(kind: NumberKind, number: String) -> Self {
        let kind = (kind != NumberKind::Nib).then(|| kind.code().to_owned());
        Self::NibRecorded { nib: number, kind }
    }

    /// An answer taken over from the case with visit code `from`.
    pub fn taken_over(path: &str, answer: &Answer, from: String) -> Self {
        let mut body = Self::answered(path, answer, None).by_itself();
        if let Self::Answered { from: of, .. } = &mut body {
            *of = Some(from);
        }
        body
    }

    /// The same event as one the form did by itself.
    #[must_use]
    pub fn by_itself(mut self) -> Self {
        if let Self::Answered { auto, .. } | Self::InstanceAdded { auto, .. } = &mut self {
            *auto = true;
        }
        self
    }

    const fn kind(&self) -> &'static str {
        match self {
            Self::Opened { .. } => "Opened",
            Self::Answered { .. } => "Answered",
            Self::InstanceAdded { .. } => "InstanceAdded",
            Self::InstanceRemoved { .. } => "InstanceRemoved",
            Self::Undone { .. } => "Undone",
            Self::Redone { .. } => "Redone",
            Self::Parked { .. } => "Parked",
            Self::Met => "Met",
            Self::Called { .. } => "Called",
            Self::Visited => "Visited",
            Self::CareNoted { .. } => "CareNoted",
            Self::AttemptBegan => "AttemptBegan",
            Self::AttemptEnded { .. } => "AttemptEnded",
            Self::TaughtBack { .. } => "TaughtBack",
            Self::Resumed => "Resumed",
            Self::Finalized => "Finalized",
            Self::Amended { .. } => "Amended",
            Self::HandedOver { .. } => "HandedOver",
            Self::HandedBack { .. } => "HandedBack",
            Self::NibRecorded { .. } => "NibRecorded",
            Self::Noted { .. } => "Noted",
            Self::Printed { .. } => "Printed",
            Self::PrintFailed { .. } => "PrintFailed",
            Self::Migrated { .. } => "Migrated",
            Self::Spoken { .. } => "Spoken",
            Self::Tried { .. } => "Tried",
            Self::TroubleEnded { .. } => "TroubleEnded",
            Self::AccountNoted { .. } => "AccountNoted",
            Self::RecoveryTried { .. } => "RecoveryTried",
            Self::Unknown => "Unknown",
        }
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answered { path, .. } | Self::HandedOver { path } => {
                write!(f, "{}({path})", self.kind())
            }
            Self::InstanceAdded { repeat, instance, .. }
            | Self::InstanceRemoved { repeat, instance } => {
                write!(f, "{}({repeat}#{instance})", self.kind())
            }
            _ => f.write_str(self.kind()),
        }
    }
}

/// The sealed form of an event: its name and time travel in the store's own columns.
#[derive(Serialize, Deserialize)]
struct Payload {
    by: String,
    #[serde(flatten)]
    body: Body,
}

impl Event {
    /// The bytes to seal.
    pub fn to_payload(&self) -> Vec<u8> {
        let payload = Payload { by: self.by.clone(), body: self.body.clone() };
        serde_json::to_vec(&payload).expect("an event has only strings and numbers")
    }

    /// An event from its opened bytes and the store's columns.
    pub fn from_payload(
        id: EventId,
        at_ms: i64,
        payload: &[u8],
    ) -> Result<Self, serde_json::Error> {
        let Payload { by, body } = serde_json::from_slice(payload)?;
        Ok(Self { id, at_ms, by, body })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every shape ever written, one a line. Lines are only ever added.
    const WRITTEN: &str = include_str!("../../fixtures/events.jsonl");

    fn every_shape() -> Vec<Body> {
        let id = EventId([0xab; 16]);
        let path = || "usaha#1/kbli".to_owned();
        let bare = crate::form::Answer { raw: "56101".into(), ..crate::form::Answer::default() };
        let full = crate::form::Answer {
            raw: "asli".into(),
            note: "menyusul".into(),
            reason: "KTP memang begitu".into(),
        };
        vec![
            Body::Opened { pack: "nib-perorangan".into(), version: 1, code: "KUDA-472-M".into() },
            Body::answered(&path(), &bare, None),
            Body::answered(&path(), &full, Some(id)),
            Body::answered(&path(), &bare, None).by_itself(),
            Body::taken_over(&path(), &bare, "KUDA-472-M".into()),
            Body::InstanceAdded { repeat: "usaha".into(), instance: 2, auto: false },
            Body::InstanceAdded { repeat: "usaha".into(), instance: 1, auto: true },
            Body::InstanceRemoved { repeat: "usaha".into(), instance: 2 },
            Body::Undone { event: id },
            Body::Redone { event: id },
            Body::parked("OSS gangguan".into()),
            Body::Resumed,
            Body::Finalized,
            Body::Amended { reason: "alamat pindah".into() },
            Body::HandedOver { path: path() },
            Body::HandedBack { paths: vec![path()] },
            Body::number(NumberKind::Nib, "2211260012345".into()),
            Body::Noted { text: "datang lagi Senin".into() },
            Body::Printed { what: "receipt".into(), number: String::new() },
            Body::Printed { what: "receipt".into(), number: "TT-KUDA-472-M-2".into() },
            Body::Migrated { from: 1, to: 2 },
            Body::Spoken { lang: "ms_riau".into() },
            Body::Parked {
                reason: "OSS mati".into(),
                on: Some("oss".into()),
                until: Some(jiff::civil::date(2026, 11, 24)),
                consent: true,
                left: "fotokopi KTP".into(),
            },
            Body::Met,
            Body::Called { outcome: "dijawab".into(), next_ms: None, note: String::new() },
            Body::Called {
                outcome: "datang".into(),
                next_ms: Some(1_795_420_000_000),
                note: "besok pagi".into(),
            },
            Body::Visited,
            Body::CareNoted { care: vec!["lansia".into(), "jauh".into()] },
            Body::AttemptBegan,
            Body::AttemptEnded { page: 3, error: "Sesi berakhir".into(), done: false },
            Body::AttemptEnded { page: 5, error: String::new(), done: true },
            Body::TaughtBack { items: vec!["kode".into(), "bawa".into()] },
            Body::Tried {
                trouble: "nik-tidak-ditemukan".into(),
                step: "baca_ulang".into(),
                answer: "Semua angka sama".into(),
                note: String::new(),
            },
            Body::Tried {
                trouble: "nik-tidak-ditemukan".into(),
                step: "baca_ulang".into(),
                answer: "Semua angka sama".into(),
                note: "KTP agak kabur".into(),
            },
            Body::TroubleEnded {
                trouble: "nik-tidak-ditemukan".into(),
                end: "referred".into(),
                to: "dukcapil".into(),
            },
            Body::TroubleEnded {
                trouble: "data-hilang".into(),
                end: "solved".into(),
                to: String::new(),
            },
            Body::TroubleEnded {
                trouble: "lupa-sandi".into(),
                end: "onward".into(),
                to: "ganti-hak-akses".into(),
            },
            Body::AccountNoted {
                what: "email".into(),
                value: "siti@contoh.co.id".into(),
                owner: "family".into(),
            },
            Body::RecoveryTried { what: "forgot-email".into(), result: "tidak masuk".into() },
            Body::number(NumberKind::Free, "503/12/DPMPTSP".into()),
            Body::PrintFailed { number: "TT-KUDA-472-M-2".into() },
        ]
    }

    #[test]
    fn every_shape_is_written_as_it_always_was() {
        let now: Vec<String> = every_shape()
            .into_iter()
            .map(|body| {
                let event = Event { id: EventId([1; 16]), at_ms: 0, by: "Rina".into(), body };
                String::from_utf8(event.to_payload()).expect("JSON is UTF-8")
            })
            .collect();
        assert_eq!(now, WRITTEN.lines().collect::<Vec<_>>());
    }

    #[test]
    fn every_shape_reads_back() {
        let read = |line: &str| Event::from_payload(EventId([1; 16]), 7, line.as_bytes());
        let bodies: Vec<Body> =
            WRITTEN.lines().map(|line| read(line).expect("a written shape").body).collect();
        assert_eq!(bodies, every_shape());
    }

    #[test]
    fn an_event_of_a_later_version_is_kept_though_not_understood() {
        let later = br#"{"by":"Rina","t":"surveyed","unsur":[4,4,3]}"#;
        let event = Event::from_payload(EventId([1; 16]), 7, later).expect("it reads");
        assert_eq!((event.body, event.by.as_str()), (Body::Unknown, "Rina"));
    }
}

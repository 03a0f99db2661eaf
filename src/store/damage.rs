//! What is damaged, so that it can be named instead of hiding everything else.

use super::ids::{CaseId, Origin};
use std::borrow::Cow;
use std::fmt;

/// Which part of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The SQLite file itself.
    File,
    /// An event.
    Event,
    /// The record of how far an origin's log goes.
    Head,
    /// What was being typed in an open question.
    Journal,
    /// A case's summary. The case itself is whole as long as its events are.
    Summary,
    /// Where the officer was.
    Place,
    /// An officer's or the recovery key slot.
    Slot,
}

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DamageKind {
    /// The seal does not open: the bytes or the clear columns beside them were changed.
    Seal,
    /// A column has another type or length than was ever written.
    Shape,
    /// The hash does not belong to this row.
    Hash,
    /// The row does not follow the one before it.
    Chain,
    /// Rows are missing before this one.
    Gap,
    /// Rows are missing at the end of the log.
    Cut,
    /// SQLite's own integrity check found pages damaged.
    Pages,
}

/// One damage. Holds ids only, never what the row says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Damage {
    /// Which part.
    pub part: Part,
    /// What is wrong.
    pub kind: DamageKind,
    /// The case it belongs to, as far as its row still tells.
    pub case: Option<CaseId>,
    /// The log it belongs to.
    pub origin: Option<Origin>,
    /// The place in that log.
    pub seq: Option<u64>,
}

impl Damage {
    pub(super) const fn new(part: Part, kind: DamageKind) -> Self {
        Self { part, kind, case: None, origin: None, seq: None }
    }

    pub(super) const fn of_case(mut self, case: Option<CaseId>) -> Self {
        self.case = case;
        self
    }

    pub(super) const fn at(mut self, origin: Origin, seq: u64) -> Self {
        self.origin = Some(origin);
        self.seq = Some(seq);
        self
    }

    /// The Fluent id of its message, with attributes `.why` and `.next`.
    pub fn key(&self) -> &'static str {
        match (self.part, self.kind) {
            (Part::File, _) => "store-damage-file",
            (Part::Event | Part::Head, DamageKind::Gap | DamageKind::Cut) => "store-damage-missing",
            (Part::Event | Part::Head, _) => "store-damage-event",
            (Part::Journal, _) => "store-damage-journal",
            (Part::Summary, _) => "store-damage-summary",
            (Part::Place, _) => "store-damage-place",
            (Part::Slot, _) => "store-damage-slot",
        }
    }

    /// The arguments of its message: `case` (hex, or `-`) and `seq` (or `-`).
    pub fn args(&self) -> Vec<(&'static str, Cow<'static, str>)> {
        let or_dash = |text: Option<String>| text.map_or(Cow::Borrowed("-"), Cow::Owned);
        vec![
            ("case", or_dash(self.case.map(|case| case.to_string()))),
            ("seq", or_dash(self.seq.map(|seq| seq.to_string()))),
        ]
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {:?}", self.part, self.kind)?;
        if let Some(case) = self.case {
            write!(f, ", case {case}")?;
        }
        if let (Some(origin), Some(seq)) = (self.origin, self.seq) {
            write!(f, ", {origin} #{seq}")?;
        }
        Ok(())
    }
}

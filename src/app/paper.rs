//! What is put on paper: the facts, as plain values. `report` makes the papers of them.
//!
//! Holds no layout, and asks nobody. Papers that hold personal data say so themselves.

use super::outage::OutageMonth;
use super::{Letter, Opens, Receipt, Referral, RetypeSheet};
use crate::case::Condition;
use crate::form::bring::Bring;
use crate::text::Text;
use jiff::civil::Date;

/// What it is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Size {
    /// 210 by 297 mm.
    A4,
    /// 148 by 210 mm.
    A5,
    /// A roll of 58 mm: 32 columns.
    Roll58,
    /// A roll of 80 mm: 48 columns.
    Roll80,
    /// Plain text with so many columns.
    Text(usize),
}

/// A paper that can be printed.
#[derive(Debug, Clone, PartialEq)]
pub enum Sheet {
    /// What an applicant takes home after a visit.
    Receipt(Box<Receipt>),
    /// What to bring.
    Requirements(Box<Bring>),
    /// All values, to be typed into OSS again.
    Retype(Box<RetypeSheet>),
    /// We ring you.
    Call(Box<CallSlip>),
    /// Where to go, what to say there, what to bring.
    Referral(Box<Referral>),
    /// The letter about an outage.
    Letter(Box<Letter>),
    /// A month of outages.
    Report(Box<OutageMonth>),
}

impl Sheet {
    /// Which paper it is: its table in `printer.toml`, what `Printed` events say, and the beginning of
    /// file names. Frozen.
    pub const fn what(&self) -> What {
        match self {
            Self::Receipt(_) => What::Receipt,
            Self::Requirements(_) => What::Requirements,
            Self::Retype(_) => What::Retype,
            Self::Call(_) => What::Call,
            Self::Referral(_) => What::Referral,
            Self::Letter(_) => What::Letter,
            Self::Report(_) => What::Report,
        }
    }

    /// Whether it takes a number from the open case.
    pub const fn is_of_a_case(&self) -> bool {
        !matches!(self, Self::Report(_))
    }

    /// Whether personal data stands on it. Such a paper is never left lying about as a file unless the
    /// office's `printer.toml` asks for one.
    pub fn is_private(&self) -> bool {
        match self {
            Self::Retype(_) | Self::Letter(_) => true,
            Self::Receipt(_)
            | Self::Requirements(_)
            | Self::Call(_)
            | Self::Referral(_)
            | Self::Report(_) => false,
        }
    }

    /// Whether a private paper becomes a file where somebody asks for one: a letter is given to an
    /// institution, which may want it so. Nobody is to have the others.
    pub const fn is_given_away(&self) -> bool {
        matches!(self, Self::Letter(_))
    }
}

/// Which paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// [`Sheet::Receipt`].
    Receipt,
    /// [`Sheet::Requirements`].
    Requirements,
    /// [`Sheet::Retype`].
    Retype,
    /// [`Sheet::Call`].
    Call,
    /// [`Sheet::Referral`].
    Referral,
    /// [`Sheet::Letter`].
    Letter,
    /// [`Sheet::Report`].
    Report,
}

impl What {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Receipt,
        Self::Requirements,
        Self::Retype,
        Self::Call,
        Self::Referral,
        Self::Letter,
        Self::Report,
    ];

    /// Its name in events and settings. Frozen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Receipt => "receipt",
            Self::Requirements => "requirements",
            Self::Retype => "retype",
            Self::Call => "call",
            Self::Referral => "referral",
            Self::Letter => "surat",
            Self::Report => "report",
        }
    }

    /// The series of its numbers: the letters before the visit code. Letters have the office's. Frozen.
    pub const fn series(self) -> &'static str {
        match self {
            Self::Receipt => "TT",
            Self::Requirements => "DS",
            Self::Retype => "LS",
            Self::Call => "SP",
            Self::Referral => "RJ",
            Self::Letter => "surat",
            Self::Report => "LP",
        }
    }

    /// How its files begin.
    pub const fn file(self) -> &'static str {
        match self {
            Self::Receipt => "tanda-terima",
            Self::Requirements => "syarat",
            Self::Retype => "lembar-salin",
            Self::Call => "panggilan",
            Self::Referral => "rujukan",
            Self::Letter => "surat",
            Self::Report => "laporan",
        }
    }
}

/// The slip of somebody whose papers stay here until OSS answers again. Holds no name and no number of
/// theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallSlip {
    /// The office.
    pub office: String,
    /// Visit code.
    pub code: String,
    /// Name of the service.
    pub service: Text,
    /// What we wait for, where a condition was chosen: officers write names into their own words.
    pub on: Option<Condition>,
    /// The day from which it can go on.
    pub until: Option<Date>,
    /// The applicant agreed to be called, and there is a number: only then a call is promised.
    pub calls: bool,
    /// The first things that are missing, papers before answers.
    pub papers: Vec<Text>,
    /// What was left at the counter; may be empty.
    pub left_papers: Vec<String>,
    /// The office's telephone, for questions; may be empty.
    pub phone_to_call: String,
    /// When the office is open, from now on.
    pub opens: Opens,
    /// The day it was made.
    pub day: Date,
}

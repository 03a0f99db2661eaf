//! What is put on paper: the facts, as plain values. `report` makes the papers of them.
//!
//! Holds no layout, and asks nobody. Papers that hold personal data say so themselves.

use super::{Receipt, Referral, RetypeSheet};
use crate::form::bring::Bring;
use crate::text::Text;
use jiff::civil::Date;
use std::fmt;

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
    /// A letter of the office.
    Letter(Box<Letter>),
    /// A table.
    Report(Box<TableReport>),
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
            Self::Retype(_) => true,
            Self::Letter(letter) => letter.private,
            Self::Receipt(_)
            | Self::Requirements(_)
            | Self::Call(_)
            | Self::Referral(_)
            | Self::Report(_) => false,
        }
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
            Self::Letter => "letter",
            Self::Report => "report",
        }
    }

    /// The series of its numbers: the letters before the visit code. Frozen.
    pub const fn series(self) -> &'static str {
        match self {
            Self::Receipt => "TT",
            Self::Requirements => "DS",
            Self::Retype => "LS",
            Self::Call => "SP",
            Self::Referral => "RJ",
            Self::Letter => "SK",
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
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CallSlip {
    /// The office.
    pub office: String,
    /// Visit code.
    pub code: String,
    /// Name of the service.
    pub service: Text,
    /// What we wait for, in words for the applicant.
    pub waits_for: String,
    /// What was left at the counter; may be empty.
    pub left_papers: Vec<String>,
    /// The office's telephone, for questions; may be empty.
    pub phone_to_call: String,
    /// When the office is open, in words; may be empty.
    pub opens: String,
    /// The day it was made.
    pub day: Option<Date>,
}

/// A letter of the office.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Letter {
    /// The office, as its letterhead begins.
    pub office: String,
    /// Further lines of the letterhead: address, telephone.
    pub letterhead: Vec<String>,
    /// The office's own number of the letter; empty takes the number of the paper.
    pub number: String,
    /// Where and when: `Dumai, 23 November 2026`.
    pub place_and_day: String,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub paragraphs: Vec<String>,
    /// As what its signer signs (`Kepala DPMPTSP Kota Contoh`).
    pub role: String,
    /// Who signs.
    pub name: String,
    /// What stands under the name (rank, NIP); may be empty.
    pub under: String,
    /// The visit code it belongs to; may be empty.
    pub code: String,
    /// The name or a number of an applicant stands in it.
    pub private: bool,
}

impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Letter({} paragraphs)", self.paragraphs.len())
    }
}

/// A table as a paper: a month's outages, for one.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct TableReport {
    /// The office.
    pub office: String,
    /// What it is.
    pub title: String,
    /// Of which time or place; may be empty.
    pub subtitle: String,
    /// Headings of the columns, their share of the width, and whether numbers stand in them.
    pub columns: Vec<(String, u16, bool)>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// What is said under the table; may be empty.
    pub notes: Vec<String>,
}

impl fmt::Debug for TableReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TableReport({} rows)", self.rows.len())
    }
}

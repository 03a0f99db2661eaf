//! Nomor Identitas Tempat Kegiatan Usaha: the 16-digit NPWP and six digits of the place (PER-6/PJ/2024).
//! Never knows which places a taxpayer has.

use super::digits::{self, Ids};
use super::{Parsed, npwp};
use std::fmt;

const IDS: Ids =
    Ids { lookalike: "nitku-lookalike", letter: "nitku-letter", length: "nitku-length" };

/// 22 digits in the shape of a NITKU. `Debug` shows the masked form.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Nitku {
    digits: String,
}

/// Reads a NITKU as typed. Salah: not 22 digits, or a first part that is no NPWP; the NPWP's other
/// findings come along.
pub fn parse(text: &str) -> Parsed<Nitku> {
    match digits::exactly(text, 22, &IDS) {
        Err(verdict) => Parsed::bad(verdict),
        Ok(digits) => {
            let verdicts = npwp::parse(&digits[..16]).verdicts;
            Parsed::found(Nitku { digits }, verdicts)
        }
    }
}

impl Nitku {
    /// The 22 digits.
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// The 22 digits.
    pub fn as_str(&self) -> &str {
        &self.digits
    }

    /// The NPWP in fours, then the place: `0712 3450 0821 2000 000001`.
    pub fn grouped(&self) -> String {
        digits::grouped(&self.digits, &[4, 4, 4, 4])
    }

    /// First six and last six digits, stars between.
    pub fn masked(&self) -> String {
        digits::masked(&self.digits, 6, 6)
    }

    /// The NPWP of the taxpayer, 16 digits.
    pub fn npwp(&self) -> &str {
        &self.digits[..16]
    }

    /// Whether it is the main place (pusat): `…000000`.
    pub fn is_main_place(&self) -> bool {
        &self.digits[16..] == "000000"
    }
}

impl fmt::Debug for Nitku {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Nitku({})", self.masked())
    }
}

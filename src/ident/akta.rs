//! Numbers and dates of notarial deeds. Never finds the deed: AHU has it.

use super::{Level, Parsed, Verdict};
use jiff::civil::Date;
use std::fmt;

/// Most characters OSS keeps.
const MAX_CHARS: usize = 100;

/// A deed's number, leading zeros kept. `Debug` hides it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct AktaNumber {
    text: String,
}

/// Reads a deed's number: a notary counts from 1 each month, so it is 1 to 6 digits (`05`). Salah:
/// empty, zero, or more than 100 characters. Periksa: anything but 1 to 6 digits, kept as typed.
pub fn parse_number(text: &str) -> Parsed<AktaNumber> {
    let typed = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if typed.is_empty() {
        return Parsed::bad(Verdict::new(Level::Salah, "akta-empty"));
    }
    if typed.chars().count() > MAX_CHARS {
        return Parsed::bad(Verdict::new(Level::Salah, "akta-long"));
    }
    if typed.bytes().all(|sign| sign == b'0') {
        return Parsed::bad(Verdict::new(Level::Salah, "akta-zero"));
    }
    let plain = typed.len() <= 6 && typed.bytes().all(|sign| sign.is_ascii_digit());
    let verdicts =
        if plain { Vec::new() } else { vec![Verdict::new(Level::Periksa, "akta-number")] };
    Parsed::found(AktaNumber { text: typed }, verdicts)
}

/// A deed's date against `today` and against the date of the decision on it. Salah: in the future.
/// Periksa: after the decision, which is always given on an existing deed.
pub fn check_date(deed: Date, decision: Option<Date>, today: Date) -> Vec<Verdict> {
    if deed > today {
        return vec![Verdict::new(Level::Salah, "akta-future")];
    }
    match decision {
        Some(decision) if deed > decision => {
            vec![Verdict::new(Level::Periksa, "akta-after-decision")]
        }
        _ => Vec::new(),
    }
}

impl AktaNumber {
    /// The number as typed, spaces tidied.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl fmt::Debug for AktaNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AktaNumber(…)")
    }
}

//! Five-digit KBLI codes with their edition (2020: Peraturan BPS 2/2020; 2025: Peraturan BPS 7/2025).
//! Never moves a code to another edition: old and new stand many to many, and a person chooses.

mod catalog;
#[cfg(test)]
mod catalog_tests;
mod index;
mod intent;
mod list;
mod search;
mod texts;
mod vocabulary;
mod words;

use crate::ident::digits::{self, Ids};
use crate::ident::{Level, Parsed, Verdict};

pub use catalog::{Apart, Everyday, Kbli, KbliHit, KbliParts, Move, Row, Said};

const IDS: Ids = Ids { lookalike: "kbli-lookalike", letter: "kbli-letter", length: "kbli-length" };

/// A code and the edition it belongs to. Nothing personal in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct KbliCode {
    code: String,
    edition: u16,
}

/// Reads a code of `edition` (year). Salah: not five digits; the category letter is no part of the
/// code. Periksa: a division no edition has, or a code that edition 2025 is known to have dropped (the
/// whole list comes with the data).
pub fn parse(text: &str, edition: u16) -> Parsed<KbliCode> {
    let compact = digits::compact(text);
    let mut signs = compact.chars();
    if signs.next().is_some_and(|sign| sign.is_ascii_alphabetic())
        && !signs.as_str().is_empty()
        && signs.all(|sign| sign.is_ascii_digit())
    {
        return Parsed::bad(
            Verdict::new(Level::Salah, "kbli-category").with("sign", compact[..1].to_owned()),
        );
    }
    let code = match digits::exactly(text, 5, &IDS) {
        Ok(code) => code,
        Err(verdict) => return Parsed::bad(verdict),
    };
    let mut verdicts = Vec::new();
    if code.starts_with("00") {
        verdicts.push(Verdict::new(Level::Periksa, "kbli-division"));
    } else if edition >= 2025 && is_dropped_in_2025(&code) {
        verdicts.push(Verdict::new(Level::Periksa, "kbli-dropped").with("code", code.clone()));
    }
    Parsed::found(KbliCode { code, edition }, verdicts)
}

impl KbliCode {
    /// The five digits.
    pub fn digits(&self) -> &str {
        &self.code
    }

    /// The five digits.
    pub fn as_str(&self) -> &str {
        &self.code
    }

    /// The five digits: they are never grouped.
    pub fn grouped(&self) -> String {
        self.code.clone()
    }

    /// Year of the edition: 2020 or 2025.
    pub fn edition(&self) -> u16 {
        self.edition
    }
}

/// Codes known to be of 2020 only: division 45 went into 46, 47 and 95; 74149 into others.
fn is_dropped_in_2025(code: &str) -> bool {
    code.starts_with("45") || code == "74149"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ident::testing::finds;
    use Level::{Periksa, Salah};

    type Row = (&'static str, u16, &'static [(Level, &'static str)]);

    #[test]
    fn the_examples_are_read_as_the_table_says() {
        let table: [Row; 11] = [
            ("56101", 2020, &[]),
            ("56101", 2025, &[]),
            ("5610", 2025, &[(Salah, "kbli-length")]),
            ("561011", 2025, &[(Salah, "kbli-length")]),
            ("A5610", 2025, &[(Salah, "kbli-category")]),
            ("56l01", 2025, &[(Salah, "kbli-lookalike")]),
            ("56?01", 2025, &[(Salah, "kbli-letter")]),
            ("74149", 2025, &[(Periksa, "kbli-dropped")]),
            ("74149", 2020, &[]),
            ("45201", 2025, &[(Periksa, "kbli-dropped")]),
            ("00123", 2025, &[(Periksa, "kbli-division")]),
        ];
        for (text, edition, expected) in table {
            finds(text, &parse(text, edition), expected);
        }
    }

    #[test]
    fn the_edition_travels_with_the_code() {
        assert_eq!(parse("56101", 2020).value.map(|code| code.edition()), Some(2020));
        assert_ne!(parse("56101", 2020).value, parse("56101", 2025).value);
    }
}

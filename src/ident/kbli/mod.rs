//! Five-digit KBLI codes with their edition (2020: Peraturan BPS 2/2020; 2025: Peraturan BPS 7/2025).
//! Never moves a code to another edition: old and new stand many to many, and a person chooses.

mod catalog;
#[cfg(test)]
mod catalog_tests;
mod edition;
#[cfg(test)]
mod edition_tests;
mod index;
mod intent;
mod list;
mod search;
mod texts;
mod vocabulary;
mod words;

use crate::ident::digits::{self, Digits, Ids};
use crate::ident::{Level, Parsed, Verdict};
use std::fmt;

pub use catalog::{Apart, Everyday, Kbli, KbliHit, KbliParts, Move, Row, Said};
pub use edition::check_in;

const IDS: Ids = Ids { lookalike: "kbli-lookalike", letter: "kbli-letter", length: "kbli-length" };

/// A code and the edition it belongs to. Nothing personal in it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct KbliCode {
    code: Digits<5>,
    edition: u16,
}

/// Reads a code of `edition` (year). Salah: not five digits; the category letter is no part of the
/// code. Periksa: a division no edition has, or a code that edition 2025 is known to have dropped. Where
/// the lists are at hand, [`read`] takes the place of this.
///
/// An edition written behind the code, as [`written`] does, counts instead of `edition`.
pub fn parse(text: &str, edition: u16) -> Parsed<KbliCode> {
    let (text, edition) = with_edition(text).unwrap_or((text, edition));
    shaped(text, edition, |code| edition::check_known(code).into_iter().collect())
}

/// Reads a code as [`parse`] does, and looks it up: all that [`check_in`] finds comes along. That the
/// number means something else in another edition is an info once the edition is written behind it:
/// then somebody has chosen.
pub fn read(text: &str, edition: u16, kbli: &Kbli) -> Parsed<KbliCode> {
    let Some((code, edition)) = with_edition(text) else {
        return shaped(text, edition, |code| check_in(code, kbli));
    };
    shaped(code, edition, |code| {
        let mut found = check_in(code, kbli);
        for verdict in found.iter_mut().filter(|verdict| verdict.id == "kbli-other-edition") {
            verdict.level = Level::Info;
        }
        found
    })
}

/// The code, when there are five digits; what the lists know of it is asked of `look`.
fn shaped(
    text: &str,
    edition: u16,
    look: impl FnOnce(&KbliCode) -> Vec<Verdict>,
) -> Parsed<KbliCode> {
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
    let code = match digits::exactly(text, &IDS) {
        Ok(code) => KbliCode { code, edition },
        Err(verdict) => return Parsed::bad(verdict),
    };
    // No division is called 00, so that no list needs to be asked.
    let verdicts = if code.digits().starts_with("00") {
        vec![Verdict::new(Level::Periksa, "kbli-division")]
    } else {
        look(&code)
    };
    Parsed::found(code, verdicts)
}

/// A code with its edition, as an answer keeps it: `56101 (2025)`. The same digits are another business
/// in another edition, so one never goes without the other.
pub fn written(code: &str, edition: u16) -> String {
    format!("{code} ({edition})")
}

/// The code and the edition in `56101 (2025)` or `56101 (KBLI 2025)`.
fn with_edition(text: &str) -> Option<(&str, u16)> {
    let (code, rest) = text.trim_end().strip_suffix(')')?.split_once('(')?;
    let year = rest.trim().trim_start_matches(|sign: char| sign.is_ascii_alphabetic()).trim();
    let edition = year.parse().ok().filter(|edition| matches!(edition, 2000..=2099))?;
    Some((code, edition))
}

impl KbliCode {
    /// The five digits.
    pub fn digits(&self) -> &str {
        self.code.as_str()
    }

    /// The five digits.
    pub fn as_str(&self) -> &str {
        self.code.as_str()
    }

    /// The code with its edition: see [`written`].
    pub fn written(&self) -> String {
        written(self.digits(), self.edition)
    }

    /// The five digits: they are never grouped.
    pub fn grouped(&self) -> String {
        self.digits().to_owned()
    }

    /// Year of the edition: 2020 or 2025.
    pub fn edition(&self) -> u16 {
        self.edition
    }
}

impl fmt::Debug for KbliCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KbliCode({}, {})", self.digits(), self.edition)
    }
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
        let old = parse("56102 (KBLI 2020)", 2025).value.expect("a code");
        assert_eq!((old.digits(), old.edition()), ("56102", 2020));
        assert_eq!(parse(&old.written(), 2025).value, Some(old));
        finds("56102 (2020", &parse("56102 (2020", 2025), &[(Salah, "kbli-letter")]);
        finds("56102 (20)", &parse("56102 (20)", 2025), &[(Salah, "kbli-letter")]);
    }
}

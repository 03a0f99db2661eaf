//! Nomor Induk Berusaha: 13 digits (PP 24/2018). There is no public check digit, and no part of the
//! number says a region. Never reads a date of issue out of it: many carry one, many do not.

use super::digits::{self, Digits, Ids};
use super::{Level, Parsed, Verdict};
use std::fmt;

const IDS: Ids = Ids { lookalike: "nib-lookalike", letter: "nib-letter", length: "nib-length" };

/// 13 digits in the shape of a NIB. `Debug` shows the masked form.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Nib {
    digits: Digits<13>,
}

/// Reads a NIB as typed. Salah: not 13 digits, or all the same.
pub fn parse(text: &str) -> Parsed<Nib> {
    match digits::exactly(text, &IDS) {
        Err(verdict) => Parsed::bad(verdict),
        Ok(digits) if digits::all_same(digits.as_str()) => {
            Parsed::bad(Verdict::new(Level::Salah, "nib-identical"))
        }
        Ok(digits) => Parsed::good(Nib { digits }),
    }
}

impl Nib {
    /// The 13 digits.
    pub fn digits(&self) -> &str {
        self.digits.as_str()
    }

    /// The 13 digits: the form OSS takes.
    pub fn as_str(&self) -> &str {
        self.digits.as_str()
    }

    /// For reading aloud: `2211 2600 12345`.
    pub fn grouped(&self) -> String {
        digits::grouped(self.digits(), &[4, 4])
    }

    /// First four and last three digits, stars between.
    pub fn masked(&self) -> String {
        digits::masked(self.digits(), 4, 3)
    }
}

impl fmt::Debug for Nib {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Nib({})", self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::finds;
    use super::*;
    use Level::Salah;

    #[test]
    fn the_examples_are_read_as_the_table_says() {
        let table: [(&str, &[(Level, &str)]); 7] = [
            ("2211260012345", &[]),
            ("9120001234567", &[]),
            ("221126001234", &[(Salah, "nib-length")]),
            ("22112600123456", &[(Salah, "nib-length")]),
            ("0000000000000", &[(Salah, "nib-identical")]),
            ("221126OO12345", &[(Salah, "nib-lookalike")]),
            ("NIB2211260012345", &[(Salah, "nib-letter")]),
        ];
        for (text, expected) in table {
            finds(text, &parse(text), expected);
        }
    }

    #[test]
    fn it_is_read_aloud_in_groups() {
        let nib = parse("2211260012345").value.expect("13 digits");
        assert_eq!(nib.grouped(), "2211 2600 12345");
        assert_eq!(format!("{nib:?}"), "Nib(2211******345)");
    }
}

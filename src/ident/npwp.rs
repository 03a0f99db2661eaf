//! Nomor Pokok Wajib Pajak: 15 digits as before 2024, or 16 in one of three shapes.
//!
//! The three shapes (PMK 112/2022 as changed by PMK 136/2023): a resident's NIK, `0` and the old 15
//! digits, and Coretax numbers `1000…` whose rule is not public. Never refuses for a check digit or a
//! prefix: real numbers are known that fail both.

use super::digits::{self, Ids};
use super::{Level, Parsed, Verdict, nik};
use std::fmt;

const IDS: Ids = Ids { lookalike: "npwp-lookalike", letter: "npwp-letter", length: "npwp-length" };

/// Digits in the shape of an NPWP. `Debug` shows the masked form.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Npwp {
    digits: String,
    shape: Shape,
}

/// Which of the known shapes a number has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// 15 digits, `99.999.999.9-999.999`.
    Fifteen,
    /// `0` and the 15 digits.
    ZeroFifteen,
    /// The NIK of a resident.
    Nik,
    /// `1000…`: numbers given out since Coretax (2025).
    Coretax,
    /// 16 digits of none of these.
    Unknown,
}

/// Reads an NPWP as typed. Salah: neither 15 nor 16 digits, or all the same. Periksa: a check digit
/// that does not fit, or 16 digits of no known shape. Info: a Coretax number, which has no known check.
pub fn parse(text: &str) -> Parsed<Npwp> {
    let digits = match digits::only(text, &IDS) {
        Ok(digits) => digits,
        Err(verdict) => return Parsed::bad(verdict),
    };
    if digits.len() == 22 {
        return Parsed::bad(Verdict::new(Level::Salah, "npwp-is-nitku"));
    }
    if !matches!(digits.len(), 15 | 16) {
        return Parsed::bad(digits::length(&IDS, digits.len(), "15 / 16"));
    }
    // All zeros pass the Luhn check, so this comes first.
    if digits::all_same(&digits) {
        return Parsed::bad(Verdict::new(Level::Salah, "npwp-identical"));
    }
    let shape = shape_of(&digits);
    let old_form = match shape {
        Shape::Fifteen => Some(&digits[..]),
        Shape::ZeroFifteen => Some(&digits[1..]),
        Shape::Nik | Shape::Coretax | Shape::Unknown => None,
    };
    let mut verdicts = Vec::new();
    if let Some(old_form) = old_form {
        let expected = check_digit(&old_form[..8]);
        if old_form.as_bytes()[8] - b'0' != expected {
            verdicts.push(
                Verdict::new(Level::Periksa, "npwp-check-digit")
                    .with("found", old_form[8..9].to_owned())
                    .with("expected", expected.to_string()),
            );
        }
    }
    match shape {
        Shape::Coretax => verdicts.push(Verdict::new(Level::Info, "npwp-coretax")),
        Shape::Unknown => verdicts.push(Verdict::new(Level::Periksa, "npwp-shape")),
        Shape::Fifteen | Shape::ZeroFifteen | Shape::Nik => {}
    }
    Parsed::found(Npwp { digits, shape }, verdicts)
}

impl Npwp {
    /// The 15 or 16 digits as given.
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// The 15 or 16 digits as given.
    pub fn as_str(&self) -> &str {
        &self.digits
    }

    /// The form in use since 1 July 2024: 16 digits, a `0` put before 15.
    pub fn sixteen(&self) -> String {
        format!("{:0>16}", self.digits)
    }

    /// Which of the known shapes it has.
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// The last three digits of the old form, `000` for the main place; none for the other shapes.
    pub fn branch(&self) -> Option<&str> {
        match self.shape {
            Shape::Fifteen | Shape::ZeroFifteen => Some(&self.digits[self.digits.len() - 3..]),
            Shape::Nik | Shape::Coretax | Shape::Unknown => None,
        }
    }

    /// 15 digits as printed on the old card, `71.234.500.8-212.000`; 16 in fours.
    pub fn grouped(&self) -> String {
        let digits = &self.digits;
        if self.shape == Shape::Fifteen {
            format!(
                "{}.{}.{}.{}-{}.{}",
                &digits[..2],
                &digits[2..5],
                &digits[5..8],
                &digits[8..9],
                &digits[9..12],
                &digits[12..]
            )
        } else {
            digits::grouped(digits, &[4, 4, 4])
        }
    }

    /// First six and last four digits, stars between.
    pub fn masked(&self) -> String {
        digits::masked(&self.digits, 6, 4)
    }
}

impl fmt::Debug for Npwp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Npwp({:?}, {})", self.shape, self.masked())
    }
}

fn shape_of(digits: &str) -> Shape {
    if digits.len() == 15 {
        Shape::Fifteen
    } else if digits.starts_with('0') {
        Shape::ZeroFifteen
    } else if digits.starts_with("1000") {
        Shape::Coretax
    } else if nik::parse(digits).level().is_none() {
        Shape::Nik
    } else {
        Shape::Unknown
    }
}

/// The ninth digit by Luhn over the first eight: type, serial, check (the rule every public reader of
/// the old number uses).
fn check_digit(first_eight: &str) -> u8 {
    let sum: u8 = first_eight
        .bytes()
        .enumerate()
        .map(|(at, sign)| {
            let digit = sign - b'0';
            let doubled = if at % 2 == 1 { digit * 2 } else { digit };
            if doubled > 9 { doubled - 9 } else { doubled }
        })
        .sum();
    (10 - sum % 10) % 10
}

#[cfg(test)]
mod tests {
    use super::super::testing::finds;
    use super::*;
    use Level::{Info, Periksa, Salah};

    #[test]
    fn the_examples_are_read_as_the_table_says() {
        let table: [(&str, &[(Level, &str)]); 14] = [
            ("71.234.500.8-212.000", &[]),
            ("661234005212000", &[]),
            ("71.234.500.7-212.000", &[(Periksa, "npwp-check-digit")]),
            ("0712345008212000", &[]),
            ("0712345007212000", &[(Periksa, "npwp-check-digit")]),
            ("1472061708450001", &[]),
            ("1000000001234567", &[(Info, "npwp-coretax")]),
            ("5012345678901234", &[(Periksa, "npwp-shape")]),
            ("9701010101600004", &[(Periksa, "npwp-shape")]),
            ("71234500821200", &[(Salah, "npwp-length")]),
            ("000000000000000", &[(Salah, "npwp-identical")]),
            ("0712345008212000000000", &[(Salah, "npwp-is-nitku")]),
            ("71.234.5O0.8-212.000", &[(Salah, "npwp-lookalike")]),
            ("71.234.500.8/212.000", &[(Salah, "npwp-letter")]),
        ];
        for (text, expected) in table {
            finds(text, &parse(text), expected);
        }
    }

    #[test]
    fn each_shape_is_shown_its_own_way() {
        let shown = |text: &str| {
            let npwp = parse(text).value.expect("the tests give the shape of an NPWP");
            (npwp.shape(), npwp.grouped(), npwp.sixteen())
        };
        let old = ("71.234.500.8-212.000".to_owned(), "0712345008212000".to_owned());
        assert_eq!(shown("712345008212000"), (Shape::Fifteen, old.0, old.1));
        let new = ("0712 3450 0821 2000".to_owned(), "0712345008212000".to_owned());
        assert_eq!(shown("0712345008212000"), (Shape::ZeroFifteen, new.0, new.1));
        assert_eq!(shown("1472061708450001").0, Shape::Nik);
        assert_eq!(shown("1000000001234567").0, Shape::Coretax);
    }

    #[test]
    fn the_old_form_ends_with_the_branch() {
        let branch = |text: &str| {
            let npwp = parse(text).value.expect("the tests give the shape of an NPWP");
            npwp.branch().map(ToOwned::to_owned)
        };
        assert_eq!(branch("71.234.500.8-212.001").as_deref(), Some("001"));
        assert_eq!(branch("0712345008212000").as_deref(), Some("000"));
        assert_eq!(branch("1472061708450001"), None);
    }

    #[test]
    fn debug_masks_the_middle() {
        let npwp = parse("1472061708450001").value;
        assert_eq!(format!("{npwp:?}"), "Some(Npwp(Nik, 147206******0001))");
    }
}

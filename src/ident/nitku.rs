//! Nomor Identitas Tempat Kegiatan Usaha: the 16-digit NPWP and six digits of the place (PER-6/PJ/2024).
//! Never knows which places a taxpayer has.

use super::digits::{self, Digits, Ids};
use super::{Parsed, npwp};
use std::fmt;

const IDS: Ids =
    Ids { lookalike: "nitku-lookalike", letter: "nitku-letter", length: "nitku-length" };

/// 22 digits in the shape of a NITKU. `Debug` shows the masked form.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Nitku {
    digits: Digits<22>,
}

/// Reads a NITKU as typed. Salah: not 22 digits, or a first part that is no NPWP; the NPWP's other
/// findings come along.
pub fn parse(text: &str) -> Parsed<Nitku> {
    match digits::exactly(text, &IDS) {
        Err(verdict) => Parsed::bad(verdict),
        Ok(digits) => {
            let verdicts = npwp::parse(&digits.as_str()[..16]).verdicts;
            Parsed::found(Nitku { digits }, verdicts)
        }
    }
}

impl Nitku {
    /// The 22 digits.
    pub fn digits(&self) -> &str {
        self.digits.as_str()
    }

    /// The 22 digits.
    pub fn as_str(&self) -> &str {
        self.digits.as_str()
    }

    /// The NPWP in fours, then the place: `0712 3450 0821 2000 000001`.
    pub fn grouped(&self) -> String {
        digits::grouped(self.digits(), &[4, 4, 4, 4])
    }

    /// First six and last six digits, stars between.
    pub fn masked(&self) -> String {
        digits::masked(self.digits(), 6, 6)
    }

    /// The NPWP of the taxpayer, 16 digits.
    pub fn npwp(&self) -> &str {
        &self.digits()[..16]
    }

    /// Whether it is the main place (pusat): `…000000`.
    pub fn is_main_place(&self) -> bool {
        &self.digits()[16..] == "000000"
    }
}

impl fmt::Debug for Nitku {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Nitku({})", self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::super::Level::{Periksa, Salah};
    use super::super::testing::finds;
    use super::*;

    #[test]
    fn the_examples_are_read_as_the_table_says() {
        finds("main", &parse("0712345008212000000000"), &[]);
        finds("branch", &parse("0712345008212000000001"), &[]);
        finds("21", &parse("071234500821200000001"), &[(Salah, "nitku-length")]);
        finds("l", &parse("07l2345008212000000001"), &[(Salah, "nitku-lookalike")]);
        finds("x", &parse("07x2345008212000000001"), &[(Salah, "nitku-letter")]);
        finds("check", &parse("0712345007212000000001"), &[(Periksa, "npwp-check-digit")]);
        finds("zeros", &parse("0000000000000000000001"), &[(Salah, "npwp-identical")]);
    }

    #[test]
    fn the_last_six_digits_tell_the_place() {
        let place = |text: &str| parse(text).value.map(|nitku| nitku.is_main_place());
        assert_eq!(place("0712345008212000000000"), Some(true));
        assert_eq!(place("0712345008212000000001"), Some(false));
        let nitku = parse("0712345008212000000001").value.expect("22 digits");
        assert_eq!(nitku.npwp(), "0712345008212000");
        assert_eq!(nitku.grouped(), "0712 3450 0821 2000 000001");
        assert_eq!(nitku.masked(), "071234**********000001");
    }
}

//! Numbers of notarial deeds. Never finds the deed: AHU has it.

use super::digits::{control, is_unseen};
use super::{Level, Parsed, Verdict};
use std::fmt;

/// Most characters OSS keeps.
const MAX_CHARS: usize = 100;

/// A deed's number, leading zeros kept. `Debug` hides it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct AktaNumber {
    text: String,
}

/// Reads a deed's number: a notary counts from 1 each month, so it is 1 to 6 digits (`05`). Salah:
/// empty, zero, more than 100 characters, or control characters. Periksa: anything but 1 to 6 digits, kept as typed.
pub fn parse_number(text: &str) -> Parsed<AktaNumber> {
    if let Some(verdict) = control(text) {
        return Parsed::bad(verdict);
    }
    let seen: String = text.chars().filter(|sign| !is_unseen(*sign)).collect();
    let typed = seen.split_whitespace().collect::<Vec<_>>().join(" ");
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

#[cfg(test)]
mod tests {
    use super::super::testing::finds;
    use super::*;
    use Level::{Periksa, Salah};

    #[test]
    fn leading_zeros_stay_and_other_shapes_are_doubted() {
        let long = "1".repeat(101);
        let table: [(&str, &[(Level, &str)]); 8] = [
            ("05", &[]),
            ("123456", &[]),
            ("1234567", &[(Periksa, "akta-number")]),
            ("05/PPAT/2024", &[(Periksa, "akta-number")]),
            ("00", &[(Salah, "akta-zero")]),
            (" ", &[(Salah, "akta-empty")]),
            (&long, &[(Salah, "akta-long")]),
            ("0\u{1b}[2J5", &[(Salah, "text-control")]),
        ];
        for (text, expected) in table {
            finds(text, &parse_number(text), expected);
        }
        assert_eq!(
            parse_number(" 0\u{200b}5 ").value.map(|number| number.text),
            Some("05".to_owned())
        );
    }
}

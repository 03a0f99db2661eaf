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

#[cfg(test)]
mod tests {
    use super::super::testing::{finds, has_words};
    use super::*;
    use Level::{Periksa, Salah};
    use jiff::civil::date;

    #[test]
    fn leading_zeros_stay_and_other_shapes_are_doubted() {
        let long = "1".repeat(101);
        let table: [(&str, &[(Level, &str)]); 7] = [
            ("05", &[]),
            ("123456", &[]),
            ("1234567", &[(Periksa, "akta-number")]),
            ("05/PPAT/2024", &[(Periksa, "akta-number")]),
            ("00", &[(Salah, "akta-zero")]),
            (" ", &[(Salah, "akta-empty")]),
            (&long, &[(Salah, "akta-long")]),
        ];
        for (text, expected) in table {
            finds(text, &parse_number(text), expected);
        }
        assert_eq!(parse_number(" 05 ").value.map(|number| number.text), Some("05".to_owned()));
    }

    #[test]
    fn a_deed_comes_before_its_decision_and_not_after_today() {
        let today = date(2026, 11, 22);
        let ids = |deed, decision| {
            let verdicts = check_date(deed, decision, today);
            has_words(&verdicts);
            verdicts.first().map(|verdict| (verdict.level, verdict.id))
        };
        let deed = date(2024, 10, 4);
        assert_eq!(ids(deed, None), None);
        assert_eq!(ids(deed, Some(deed)), None);
        assert_eq!(ids(deed, Some(date(2024, 10, 3))), Some((Periksa, "akta-after-decision")));
        assert_eq!(ids(date(2026, 11, 23), None), Some((Salah, "akta-future")));
    }
}

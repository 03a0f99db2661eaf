//! Telephone numbers, kept as `62…`. Knows mobile from landline by the prefix; never knows whether a
//! number is in use or has WhatsApp.

use super::digits::{self, Ids};
use super::{Level, Parsed, Verdict};
use std::fmt;

const IDS: Ids =
    Ids { lookalike: "phone-lookalike", letter: "phone-letter", length: "phone-length" };

/// Area codes of three digits, `0` and all; every other has four.
const SHORT_AREAS: [&str; 5] = ["021", "022", "024", "031", "061"];

/// A telephone number with its country code. `Debug` shows the masked form.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Phone {
    /// Digits with country code; a `+` before those of another country, so that it reads back.
    text: String,
    line: Line,
}

/// What a number's prefix tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Line {
    /// `08…`: can receive SMS, perhaps WhatsApp.
    Mobile,
    /// Area code, or a service number `080…`: cannot receive an OTP.
    Landline,
    /// Another country.
    Foreign,
}

/// Reads a number typed with `0`, `62`, `+62`, `0062` or, for mobiles, with none of them.
///
/// Salah: a sign that is no digit, too few or too many digits. Periksa: a landline (no OTP comes
/// there), a number of another country. `62` in front is always the country code.
pub fn parse(text: &str) -> Parsed<Phone> {
    let plain: String = text.chars().filter(|sign| !matches!(sign, '(' | ')')).collect();
    let compact = digits::compact(&plain);
    let (international, rest) = match compact.strip_prefix('+') {
        Some(rest) => (true, rest),
        None => (false, compact.as_str()),
    };
    let all = match digits::only(rest, &IDS) {
        Ok(all) => all,
        Err(verdict) => return Parsed::bad(verdict),
    };
    let (international, all) = match all.strip_prefix("00") {
        Some(rest) if !international => (true, rest),
        _ => (international, all.as_str()),
    };
    if international && !all.starts_with("62") {
        return if matches!(all.len(), 8..=15) {
            let phone = Phone { text: format!("+{all}"), line: Line::Foreign };
            Parsed::found(phone, vec![Verdict::new(Level::Periksa, "phone-foreign")])
        } else {
            Parsed::bad(digits::length(&IDS, all.len(), "8–15"))
        };
    }
    // What follows the country code or the leading 0: "+62 0812…" is typed often enough.
    let subscriber = all.strip_prefix("62").unwrap_or(all);
    let subscriber = subscriber.strip_prefix('0').unwrap_or(subscriber);
    let national = subscriber.len() + 1;
    let mobile = subscriber.starts_with('8') && !subscriber.starts_with("80");
    let (line, lengths, expected) = if mobile {
        (Line::Mobile, 10..=13, "10–13")
    } else {
        (Line::Landline, 9..=12, "9–12")
    };
    if !lengths.contains(&national) || subscriber.starts_with('0') {
        return Parsed::bad(digits::length(&IDS, national, expected));
    }
    let mut verdicts = Vec::new();
    if line == Line::Landline {
        verdicts.push(Verdict::new(Level::Periksa, "phone-landline"));
    }
    Parsed::found(Phone { text: format!("62{subscriber}"), line }, verdicts)
}

impl Phone {
    /// Digits with country code: `6281234567890`.
    pub fn digits(&self) -> &str {
        self.text.strip_prefix('+').unwrap_or(&self.text)
    }

    /// The form that is stored and compared: `6281234567890`, another country's `+6561234567`.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What the prefix tells.
    pub fn line(&self) -> Line {
        self.line
    }

    /// As people here write it: `0812-3456-7890`, `0761-123456`; another country's `+6512345678`.
    pub fn national(&self) -> String {
        if self.line == Line::Foreign {
            return self.text.clone();
        }
        let local = self.local();
        if self.line == Line::Landline {
            let area = if SHORT_AREAS.contains(&&local[..3]) { 3 } else { 4 };
            return format!("{}-{}", &local[..area], &local[area..]);
        }
        // Ten digits read better as 4-3-3 than with a tail of two.
        let second = if local.len() == 10 { 7 } else { 8 };
        format!("{}-{}-{}", &local[..4], &local[4..second], &local[second..])
    }

    /// The form of [`Phone::national`]; every number of the field has this method.
    pub fn grouped(&self) -> String {
        self.national()
    }

    /// `0812*****890`: first four and last three digits.
    pub fn masked(&self) -> String {
        digits::masked(&self.local(), 4, 3)
    }

    /// With `0` in place of our own country code.
    fn local(&self) -> String {
        match self.line {
            Line::Foreign => self.text.clone(),
            Line::Mobile | Line::Landline => format!("0{}", &self.text[2..]),
        }
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phone({:?}, {})", self.line, self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::finds;
    use super::*;
    use Level::{Periksa, Salah};

    #[test]
    fn the_examples_are_read_as_the_table_says() {
        let table: [(&str, &[(Level, &str)]); 12] = [
            ("081234567890", &[]),
            ("+6281234567890", &[]),
            ("0812-3456-7890", &[]),
            ("81234567890", &[]),
            ("0761123456", &[(Periksa, "phone-landline")]),
            ("(021) 1234567", &[(Periksa, "phone-landline")]),
            ("+65 6123 4567", &[(Periksa, "phone-foreign")]),
            ("+65 61", &[(Salah, "phone-length")]),
            ("081234567", &[(Salah, "phone-length")]),
            ("08123456789012", &[(Salah, "phone-length")]),
            ("O81234567890", &[(Salah, "phone-lookalike")]),
            ("081234567890/081234567891", &[(Salah, "phone-letter")]),
        ];
        for (text, expected) in table {
            finds(text, &parse(text), expected);
        }
    }

    #[test]
    fn every_way_of_typing_gives_one_number() {
        for text in [
            "081234567890",
            "+62 812-3456-7890",
            "62812 3456 7890",
            "006281234567890",
            "+62 0812 3456 7890",
            "8123 456 7890",
            "(0812) 34567890",
        ] {
            let phone = parse(text).value.expect("a mobile number");
            assert_eq!(phone.digits(), "6281234567890", "{text}");
            assert_eq!(phone.line(), Line::Mobile);
            assert_eq!(phone.national(), "0812-3456-7890");
            assert_eq!(phone.masked(), "0812*****890");
        }
    }

    #[test]
    fn each_length_is_shown_in_groups_one_can_read() {
        let shown = |text: &str| parse(text).value.map(|phone| phone.national());
        assert_eq!(shown("0812345678").as_deref(), Some("0812-345-678"));
        assert_eq!(shown("08123456789").as_deref(), Some("0812-3456-789"));
        assert_eq!(shown("0812345678901").as_deref(), Some("0812-3456-78901"));
        assert_eq!(shown("0761123456").as_deref(), Some("0761-123456"));
        assert_eq!(shown("0211234567").as_deref(), Some("021-1234567"));
        assert_eq!(shown("+6561234567").as_deref(), Some("+6561234567"));
    }
}

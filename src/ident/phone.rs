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
    /// Digits with country code.
    digits: String,
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
/// there), a number of another country, one without the leading `0` that is no mobile.
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
            let phone = Phone { digits: all.to_owned(), line: Line::Foreign };
            Parsed::found(phone, vec![Verdict::new(Level::Periksa, "phone-foreign")])
        } else {
            Parsed::bad(digits::length(&IDS, all.len(), "8–15"))
        };
    }
    // What follows the country code or the leading 0: "+62 0812…" is typed often enough.
    let has_country = all.starts_with("62") && (international || all.len() > 10);
    let subscriber = if has_country { &all[2..] } else { all };
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
    Parsed::found(Phone { digits: format!("62{subscriber}"), line }, verdicts)
}

impl Phone {
    /// Digits with country code: `6281234567890`.
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// Digits with country code: the form that is stored and compared.
    pub fn as_str(&self) -> &str {
        &self.digits
    }

    /// What the prefix tells.
    pub fn line(&self) -> Line {
        self.line
    }

    /// As people here write it: `0812-3456-7890`, `0761-123456`; another country's `+6512345678`.
    pub fn national(&self) -> String {
        if self.line == Line::Foreign {
            return format!("+{}", self.digits);
        }
        let local = format!("0{}", &self.digits[2..]);
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
        let local = if self.line == Line::Foreign {
            self.digits.clone()
        } else {
            format!("0{}", &self.digits[2..])
        };
        digits::masked(&local, 4, 3)
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phone({:?}, {})", self.line, self.masked())
    }
}

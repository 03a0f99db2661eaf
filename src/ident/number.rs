//! Whole and decimal numbers as written here: dots between thousands, a comma before decimals.
//!
//! Pasted English forms are taken where they cannot mean anything else. Never guesses in silence: where
//! a comma could be either, a finding says how it was read.

use super::{Level, Parsed, Verdict};

/// Most digits of a number OSS takes, and of an `i64`.
const MAX_DIGITS: usize = 19;

/// The number with dots between thousands: `15.000.000`.
pub fn group(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    if number < 0 {
        text.push('-');
    }
    for (at, sign) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(sign);
    }
    text
}

/// Reads a whole number. Salah: no number, decimals other than zero, too large. Periksa: `1,250`, read
/// as 1250.
pub fn parse_integer(text: &str) -> Parsed<i64> {
    let written = match read(text) {
        Ok(written) => written,
        Err(fault) => return fault.parsed(),
    };
    let mut verdicts = Vec::new();
    let whole = if written.comma_may_group {
        verdicts.push(Verdict::new(Level::Periksa, "number-comma"));
        format!("{}{}", written.whole, written.fraction)
    } else if written.fraction.bytes().all(|sign| sign == b'0') {
        written.whole
    } else {
        return Parsed::bad(Verdict::new(Level::Salah, "number-whole"));
    };
    let sign = if written.negative { "-" } else { "" };
    match format!("{sign}{whole}").parse() {
        Ok(number) => Parsed::found(number, verdicts),
        Err(_) => Fault::Size.parsed(),
    }
}

/// Reads a decimal number: `1.250,5`, `0,5`, and `12.5` where the dot cannot be grouping. Salah: no
/// number, too large.
pub fn parse_decimal(text: &str) -> Parsed<f64> {
    let written = match read(text) {
        Ok(written) => written,
        Err(fault) => return fault.parsed(),
    };
    if written.whole.len() > MAX_DIGITS {
        return Fault::Size.parsed();
    }
    let sign = if written.negative { "-" } else { "" };
    match format!("{sign}{}.{}", written.whole, written.fraction).parse() {
        Ok(number) => Parsed::good(number),
        Err(_) => Fault::Shape.parsed(),
    }
}

/// A number as written, its signs told apart. `whole` has no leading zeros besides a lone one;
/// `fraction` may be empty.
pub(super) struct Written {
    pub(super) negative: bool,
    pub(super) whole: String,
    pub(super) fraction: String,
    /// One comma with three digits after it, which an English hand writes between thousands.
    pub(super) comma_may_group: bool,
}

/// Why a text is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// Nothing there.
    Empty,
    /// A sign that belongs to no number.
    Letter(char),
    /// Dots and commas where they make no sense.
    Shape,
    /// More than fits.
    Size,
}

impl Fault {
    fn parsed<T>(self) -> Parsed<T> {
        Parsed::bad(match self {
            Self::Empty => Verdict::new(Level::Salah, "number-empty"),
            Self::Letter(sign) => {
                Verdict::new(Level::Salah, "number-letter").with("sign", sign.to_string())
            }
            Self::Shape => Verdict::new(Level::Salah, "number-shape"),
            Self::Size => Verdict::new(Level::Salah, "number-size"),
        })
    }
}

/// Tells sign, whole part and decimals apart.
pub(super) fn read(text: &str) -> Result<Written, Fault> {
    let typed: String = text.chars().filter(|sign| !super::digits::is_unseen(*sign)).collect();
    let typed = typed.trim();
    let (negative, body) = match typed.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, typed.strip_prefix('+').unwrap_or(typed).trim_start()),
    };
    if body.is_empty() {
        return Err(Fault::Empty);
    }
    let is_known =
        |sign: &char| sign.is_ascii_digit() || matches!(sign, '.' | ',') || sign.is_whitespace();
    if let Some(sign) = body.chars().find(|sign| !is_known(sign)) {
        return Err(Fault::Letter(sign));
    }
    let (whole, fraction) = parts(body)?;
    if !fraction.bytes().all(|sign| sign.is_ascii_digit()) {
        return Err(Fault::Shape);
    }
    let comma_may_group = fraction.len() == 3
        && matches!(whole.len(), 1..=3)
        && !whole.starts_with('0')
        && body.contains(',')
        && !body.contains('.');
    let trimmed = whole.trim_start_matches('0');
    let whole = if trimmed.is_empty() { "0" } else { trimmed };
    Ok(Written {
        negative,
        whole: whole.to_owned(),
        fraction: fraction.to_owned(),
        comma_may_group,
    })
}

/// The digits before and after the decimal sign.
fn parts(body: &str) -> Result<(String, &str), Fault> {
    let dots = body.matches('.').count();
    let commas = body.matches(',').count();
    let split_at_last = |sign: char| body.rsplit_once(sign).ok_or(Fault::Shape);
    let (whole, fraction) = match (dots, commas) {
        (0, 0) => (ungrouped(body, &[])?, ""),
        (0, 1) => {
            let (whole, fraction) = split_at_last(',')?;
            (ungrouped(whole, &[])?, needed(fraction)?)
        }
        (0, _) => (ungrouped(body, &[','])?, ""),
        (_, 0) => match ungrouped(body, &['.']) {
            Ok(whole) => (whole, ""),
            Err(_) if dots == 1 => {
                let (whole, fraction) = split_at_last('.')?;
                (ungrouped(whole, &[])?, needed(fraction)?)
            }
            Err(fault) => return Err(fault),
        },
        _ if body.rfind(',') > body.rfind('.') && commas == 1 => {
            let (whole, fraction) = split_at_last(',')?;
            (ungrouped(whole, &['.'])?, needed(fraction)?)
        }
        _ if body.rfind('.') > body.rfind(',') && dots == 1 => {
            let (whole, fraction) = split_at_last('.')?;
            (ungrouped(whole, &[','])?, needed(fraction)?)
        }
        _ => return Err(Fault::Shape),
    };
    Ok((whole, fraction))
}

fn needed(fraction: &str) -> Result<&str, Fault> {
    if fraction.is_empty() { Err(Fault::Shape) } else { Ok(fraction) }
}

/// The digits of a whole part whose thousands stand apart by one of `signs`, or by spaces. Nothing
/// before a decimal sign is zero.
fn ungrouped(whole: &str, signs: &[char]) -> Result<String, Fault> {
    let whole = whole.trim();
    if whole.is_empty() {
        return Ok("0".to_owned());
    }
    let spaced = whole.contains(char::is_whitespace);
    let groups: Vec<&str> = if spaced {
        whole.split_whitespace().collect()
    } else {
        whole.split(|sign| signs.contains(&sign)).collect()
    };
    if !groups.iter().all(|group| group.bytes().all(|sign| sign.is_ascii_digit())) {
        return Err(Fault::Shape);
    }
    let fits = match groups.as_slice() {
        [_] => true,
        [first, rest @ ..] => {
            matches!(first.len(), 1..=3)
                && !first.starts_with('0')
                && rest.iter().all(|group| group.len() == 3)
        }
        [] => false,
    };
    if fits { Ok(groups.concat()) } else { Err(Fault::Shape) }
}

#[cfg(test)]
mod tests {
    use super::super::testing::finds;
    use super::*;
    use Level::{Periksa, Salah};

    #[test]
    fn thousands_stand_apart() {
        for (number, text) in
            [(0, "0"), (999, "999"), (1000, "1.000"), (15_000_000, "15.000.000"), (-1250, "-1.250")]
        {
            assert_eq!(group(number), text);
        }
        assert_eq!(group(i64::MIN), "-9.223.372.036.854.775.808");
    }

    #[test]
    fn whole_numbers_are_read_as_written_here() {
        for (text, number) in [
            ("1.250", 1250),
            ("1250", 1250),
            ("007", 7),
            ("-5", -5),
            ("12,0", 12),
            ("1 250 000", 1_250_000),
            ("1,250,000", 1_250_000),
            (" +3 ", 3),
        ] {
            let parsed = parse_integer(text);
            assert_eq!(parsed.value, Some(number), "{text}");
            finds(text, &parsed, &[]);
        }
        finds("1,250", &parse_integer("1,250"), &[(Periksa, "number-comma")]);
        assert_eq!(parse_integer("1,250").value, Some(1250));
        for (text, id) in [
            ("", "number-empty"),
            ("5 orang", "number-letter"),
            ("12,5", "number-whole"),
            ("12.5", "number-whole"),
            ("1.2.3", "number-shape"),
            ("12 5", "number-shape"),
            ("5.", "number-shape"),
            ("99999999999999999999", "number-size"),
        ] {
            finds(text, &parse_integer(text), &[(Salah, id)]);
        }
    }

    #[test]
    fn decimals_are_read_with_comma_and_where_clear_with_dot() {
        for (text, number) in [
            ("1.250,5", 1250.5),
            ("0,5", 0.5),
            ("12.5", 12.5),
            ("1.250", 1250.0),
            ("0.500", 0.5),
            ("1,250.5", 1250.5),
            ("1,25", 1.25),
            (",5", 0.5),
            ("-2,5", -2.5),
        ] {
            assert_eq!(parse_decimal(text).value, Some(number), "{text}");
        }
        for text in ["1.25.5", "1,2,3", "1.250.5,5", ".", "5,"] {
            finds(text, &parse_decimal(text), &[(Salah, "number-shape")]);
        }
        finds("long", &parse_decimal("99999999999999999999"), &[(Salah, "number-size")]);
    }
}

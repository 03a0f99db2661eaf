//! Whole rupiah as people write them: `15jt`, `1,5 M`, `Rp 15.000.000,00`. Sen are gone, so a fraction
//! of a rupiah is a mistake. Never rounds.

use super::number::{self, Fault};
use super::{Level, Parsed, Verdict};

/// Words for thousands and more, with their value. `M` is miliar here, never million.
const UNITS: [(&str, i128); 14] = [
    ("ribu", 1_000),
    ("rb", 1_000),
    ("k", 1_000),
    ("juta", 1_000_000),
    ("jt", 1_000_000),
    ("j", 1_000_000),
    ("miliar", 1_000_000_000),
    ("milyar", 1_000_000_000),
    ("miliard", 1_000_000_000),
    ("milyard", 1_000_000_000),
    ("m", 1_000_000_000),
    ("triliun", 1_000_000_000_000),
    ("trilyun", 1_000_000_000_000),
    ("t", 1_000_000_000_000),
];

/// An amount as read aloud and printed: `Rp 15.000.000`.
pub fn show(rupiah: i64) -> String {
    if rupiah < 0 {
        format!("-Rp {}", &number::group(rupiah)[1..])
    } else {
        format!("Rp {}", number::group(rupiah))
    }
}

/// Reads an amount in whole rupiah. Salah: no amount, below zero, a fraction of a rupiah, more than 19
/// digits. Periksa: `15,000`, read as fifteen thousand.
pub fn parse(text: &str) -> Parsed<i64> {
    // Most amounts are stored as plain digits, and there are many in a large case.
    if text.len() < 19
        && text.bytes().all(|sign| sign.is_ascii_digit())
        && let Ok(rupiah) = text.parse()
    {
        return Parsed::good(rupiah);
    }
    let lower = text.trim().to_lowercase();
    let unsigned = lower.trim_start_matches(['-', '\u{2212}']).trim_start();
    let body = unsigned
        .strip_prefix("rp.")
        .or_else(|| unsigned.strip_prefix("rp"))
        .or_else(|| unsigned.strip_prefix("idr"))
        .unwrap_or(unsigned)
        .trim_start();
    let negative = unsigned.len() != lower.len() || body.starts_with(['-', '\u{2212}']);
    let body = body.trim_start_matches(['-', '\u{2212}']);
    let body = body.strip_suffix("rupiah").unwrap_or(body).trim_end();
    // "Rp 15.000,-" is the old way of saying that no sen follow.
    let body = [",-", ".-", ",--", ",="]
        .into_iter()
        .find_map(|ending| body.strip_suffix(ending))
        .unwrap_or(body)
        .trim_end();
    let digits = body.trim_end_matches(|sign: char| sign.is_alphabetic());
    let word = &body[digits.len()..];
    let unit = if word.is_empty() {
        1
    } else {
        match UNITS.iter().find(|(known, _)| *known == word) {
            Some((_, unit)) => *unit,
            None => {
                return bad(Verdict::new(Level::Salah, "money-unit").with("unit", word.to_owned()));
            }
        }
    };
    let written = match number::read(digits) {
        Ok(written) => written,
        Err(fault) => return bad(fault_verdict(fault)),
    };
    if negative || written.negative {
        return bad(Verdict::new(Level::Salah, "money-negative"));
    }
    // With a word behind it a comma can only be decimal: "1,500 jt" is one and a half million.
    let by_thousands = written.comma_may_group && unit == 1;
    let (whole, fraction) = if by_thousands {
        (format!("{}{}", written.whole, written.fraction), "")
    } else {
        (written.whole, written.fraction.trim_end_matches('0'))
    };
    match amount(&whole, fraction, unit) {
        Ok(rupiah) if by_thousands => {
            Parsed::found(rupiah, vec![Verdict::new(Level::Periksa, "money-comma")])
        }
        Ok(rupiah) => Parsed::good(rupiah),
        Err(verdict) => bad(verdict),
    }
}

/// Exact, in integers: no amount of money passes through a float.
fn amount(whole: &str, fraction: &str, unit: i128) -> Result<i64, Verdict> {
    let too_large = || Verdict::new(Level::Salah, "money-size");
    if whole.len() > 19 {
        return Err(too_large());
    }
    // The largest unit has twelve zeros; a thirteenth decimal is a fraction of a rupiah in any.
    let decimals = u32::try_from(fraction.len()).ok().filter(|count| *count <= 12);
    let parts = decimals.map(|count| 10_i128.pow(count)).and_then(|tenths| {
        let digits: i128 = format!("0{fraction}").parse().ok()?;
        (digits * unit % tenths == 0).then_some(digits * unit / tenths)
    });
    let Some(parts) = parts else { return Err(Verdict::new(Level::Salah, "money-fraction")) };
    let whole: i128 = whole.parse().map_err(|_| too_large())?;
    i64::try_from(whole * unit + parts).map_err(|_| too_large())
}

fn bad(verdict: Verdict) -> Parsed<i64> {
    Parsed::bad(verdict)
}

fn fault_verdict(fault: Fault) -> Verdict {
    match fault {
        Fault::Empty => Verdict::new(Level::Salah, "money-empty"),
        Fault::Letter(sign) => {
            Verdict::new(Level::Salah, "money-letter").with("sign", sign.to_string())
        }
        Fault::Shape => Verdict::new(Level::Salah, "money-shape"),
        Fault::Size => Verdict::new(Level::Salah, "money-size"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::finds;
    use super::*;
    use Level::{Periksa, Salah};

    #[test]
    fn amounts_are_read_the_way_people_write_them() {
        for (text, rupiah) in [
            ("15jt", 15_000_000),
            ("15 juta", 15_000_000),
            ("1,5 M", 1_500_000_000),
            ("1.5m", 1_500_000_000),
            ("1.500", 1500),
            ("1.500jt", 1_500_000_000),
            ("1.5jt", 1_500_000),
            ("1,500 jt", 1_500_000),
            ("Rp 15.000.000", 15_000_000),
            ("Rp15.000.000,00", 15_000_000),
            ("Rp. 15.000.000,-", 15_000_000),
            ("rp 15 000 000", 15_000_000),
            ("IDR 15,000,000.00", 15_000_000),
            ("500rb", 500_000),
            ("2 miliar", 2_000_000_000),
            ("0,25 t", 250_000_000_000),
            ("15000000", 15_000_000),
            ("15000 rupiah", 15_000),
            ("0", 0),
        ] {
            let parsed = parse(text);
            assert_eq!(parsed.value, Some(rupiah), "{text}");
            finds(text, &parsed, &[]);
        }
        assert_eq!(parse("15,000").value, Some(15_000));
        finds("15,000", &parse("15,000"), &[(Periksa, "money-comma")]);
    }

    #[test]
    fn what_is_no_amount_is_told() {
        for (text, id) in [
            ("", "money-empty"),
            ("Rp", "money-empty"),
            ("jt", "money-empty"),
            ("-5jt", "money-negative"),
            ("Rp -5.000", "money-negative"),
            ("15 dolar", "money-unit"),
            ("$15", "money-letter"),
            ("15.00.000", "money-shape"),
            ("15 00", "money-shape"),
            ("1500,5", "money-fraction"),
            ("0,0001rb", "money-fraction"),
            ("1,0000000000001 t", "money-fraction"),
            ("99999999999999999999", "money-size"),
            ("9999999999 M", "money-size"),
            ("9223372036854775808", "money-size"),
        ] {
            finds(text, &parse(text), &[(Salah, id)]);
        }
    }

    #[test]
    fn amounts_are_shown_with_dots() {
        assert_eq!(show(15_000_000), "Rp 15.000.000");
        assert_eq!(show(0), "Rp 0");
        assert_eq!(show(-1500), "-Rp 1.500");
    }
}

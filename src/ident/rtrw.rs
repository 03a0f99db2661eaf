//! RT and RW, the two smallest parts of an address. Never knows which a kelurahan has.

use super::{Level, Parsed, Verdict};
use std::fmt;

/// RT and RW, each 0 to 999; the KTP shows 000 where there is none. `Debug` hides them.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct RtRw {
    rt: u16,
    rw: u16,
}

/// Reads `003/005`, `3/5`, `RT 3 RW 5`, `RW 05 RT 03`. Salah: not two numbers of at most three digits.
pub fn parse(text: &str) -> Parsed<RtRw> {
    read(text).map_or_else(
        || Parsed::bad(Verdict::new(Level::Salah, "rtrw-shape")),
        |(rt, rw)| Parsed::good(RtRw { rt, rw }),
    )
}

impl RtRw {
    /// Number of the rukun tetangga.
    pub fn rt(self) -> u16 {
        self.rt
    }

    /// Number of the rukun warga.
    pub fn rw(self) -> u16 {
        self.rw
    }

    /// As on the KTP and as OSS takes it: `003/005`.
    pub fn shown(self) -> String {
        format!("{:03}/{:03}", self.rt, self.rw)
    }
}

impl fmt::Debug for RtRw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RtRw(…)")
    }
}

fn read(text: &str) -> Option<(u16, u16)> {
    let upper = text.to_uppercase();
    // Letters and digits apart, whatever stands between: "RT.003/RW.005", "RT3RW5".
    let mut words: Vec<String> = Vec::new();
    let mut last_kind = None;
    for sign in upper.chars() {
        let kind = if sign.is_ascii_digit() {
            Some(0)
        } else if sign.is_alphabetic() {
            Some(1)
        } else if sign.is_whitespace() || matches!(sign, '/' | '.' | '-' | ',' | ':' | '\\') {
            None
        } else {
            return None;
        };
        match kind {
            Some(_) if kind == last_kind => words.last_mut()?.push(sign),
            Some(_) => words.push(sign.to_string()),
            None => {}
        }
        last_kind = kind;
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (rt, rw) = match words.as_slice() {
        [both] if both.len() == 6 && both.is_ascii() => both.split_at(3),
        [rt, rw] | ["RT", rt, "RW", rw] | ["RW", rw, "RT", rt] | ["RT", "RW", rt, rw] => (*rt, *rw),
        _ => return None,
    };
    let number = |digits: &str| if digits.len() <= 3 { digits.parse().ok() } else { None };
    Some((number(rt)?, number(rw)?))
}

#[cfg(test)]
mod tests {
    use super::super::testing::finds;
    use super::*;

    #[test]
    fn every_way_of_typing_gives_one_form() {
        for text in [
            "003/005",
            "3/5",
            "RT 3 RW 5",
            "RT.003/RW.005",
            "rt3rw5",
            "RW 05 RT 03",
            "RT/RW 003/005",
            "003005",
            "RT: 3, RW: 5",
        ] {
            assert_eq!(parse(text).value.map(RtRw::shown).as_deref(), Some("003/005"), "{text}");
        }
        assert_eq!(parse("000/000").value.map(RtRw::shown).as_deref(), Some("000/000"));
    }

    #[test]
    fn anything_but_two_short_numbers_is_salah() {
        for text in ["", "3", "RT 3", "1/2/3", "1234/5", "RT tiga RW lima", "3+5"] {
            finds(text, &parse(text), &[(Level::Salah, "rtrw-shape")]);
        }
    }
}

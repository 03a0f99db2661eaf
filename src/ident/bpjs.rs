//! Numbers of the two BPJS: KPJ (worker), card (health), NPP (company). No paper of BPJS itself says
//! their shape, so a different shape is a doubt and the text is kept. Never asks BPJS.

use super::digits::{compact, control, masked};
use super::{Level, Parsed, Verdict};
use std::fmt;

/// Most characters OSS keeps of each.
const MAX_CHARS: usize = 20;

/// Kartu Peserta Jamsostek, BPJS Ketenagakerjaan: 11 digits. `Debug` shows the masked form.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Kpj(String);

/// Participant number of BPJS Kesehatan: 13 digits. `Debug` shows the masked form.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Card(String);

/// Nomor Pendaftaran Perusahaan, BPJS Ketenagakerjaan: 5 to 20 letters and digits. `Debug` shows the
/// masked form.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Npp(String);

/// Reads a KPJ. Periksa: not 11 digits. Salah: empty, or more than OSS keeps.
pub fn parse_kpj(text: &str) -> Parsed<Kpj> {
    read(text, "bpjs-kpj-length", |found| is_digits(found, 11), Kpj)
}

/// Reads a participant number of BPJS Kesehatan. Periksa: not 13 digits. Salah: empty, or more than
/// OSS keeps.
pub fn parse_card(text: &str) -> Parsed<Card> {
    read(text, "bpjs-card-length", |found| is_digits(found, 13), Card)
}

/// Reads an NPP, letters made capitals. Periksa: not 5 to 20 letters and digits. Salah: empty, or more
/// than OSS keeps.
pub fn parse_npp(text: &str) -> Parsed<Npp> {
    let is_npp =
        |found: &str| found.len() >= 5 && found.bytes().all(|sign| sign.is_ascii_alphanumeric());
    read(text, "bpjs-npp-shape", is_npp, Npp)
}

fn read<T>(
    text: &str,
    id: &'static str,
    fits: impl Fn(&str) -> bool,
    make: impl Fn(String) -> T,
) -> Parsed<T> {
    if let Some(verdict) = control(text) {
        return Parsed::bad(verdict);
    }
    let found = compact(text).to_uppercase();
    let count = found.chars().count();
    if count == 0 {
        return Parsed::bad(Verdict::new(Level::Salah, "bpjs-empty"));
    }
    if count > MAX_CHARS {
        return Parsed::bad(
            Verdict::new(Level::Salah, "bpjs-long").with("found", count.to_string()),
        );
    }
    let verdicts = if fits(&found) {
        Vec::new()
    } else {
        vec![Verdict::new(Level::Periksa, id).with("found", count.to_string())]
    };
    Parsed::found(make(found), verdicts)
}

fn is_digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|sign| sign.is_ascii_digit())
}

macro_rules! as_text {
    ($($name:ident),*) => {$(
        impl $name {
            /// The number without spaces, dots and hyphens.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// First two and last three signs, stars between.
            pub fn masked(&self) -> String {
                masked(&self.0, 2, 3)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.masked())
            }
        }
    )*};
}

as_text!(Kpj, Card, Npp);

#[cfg(test)]
mod tests {
    use super::super::testing::finds;
    use super::*;
    use Level::{Periksa, Salah};

    #[test]
    fn the_examples_are_read_as_the_table_says() {
        finds("11", &parse_kpj("12345678901"), &[]);
        finds("10", &parse_kpj("1234567890"), &[(Periksa, "bpjs-kpj-length")]);
        finds("13", &parse_card("0001234567890"), &[]);
        finds("12", &parse_card("001234567890"), &[(Periksa, "bpjs-card-length")]);
        finds("npp", &parse_npp("jj012345"), &[]);
        finds("npp", &parse_npp("JJ01"), &[(Periksa, "bpjs-npp-shape")]);
        finds("npp", &parse_npp("JJ/012345"), &[(Periksa, "bpjs-npp-shape")]);
        finds("empty", &parse_kpj(" - "), &[(Salah, "bpjs-empty")]);
        finds("nul", &parse_npp("JJ01\u{0}2345"), &[(Salah, "text-control")]);
        finds("21", &parse_npp("123456789012345678901"), &[(Salah, "bpjs-long")]);
        assert_eq!(parse_npp("jj012345").value.map(|npp| npp.0), Some("JJ012345".to_owned()));
    }

    #[test]
    fn debug_masks_the_middle() {
        assert_eq!(format!("{:?}", parse_kpj("12345678901").value), "Some(Kpj(12******901))");
    }
}

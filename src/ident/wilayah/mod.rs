//! Regions by Kemendagri code or by name. Knows the 38 provinces (Kepmendagri 300.2.2-2138/2025); the
//! tables below them come with the data. Never mixes in BPS codes, which differ in Papua.

#[cfg(test)]
mod region_tests;
mod regions;
#[cfg(test)]
pub(in crate::ident) mod sample;
mod search;
mod table;
mod words;

use crate::ident::digits::{compact, control, is_unseen};
use crate::ident::{Level, Parsed, Verdict};
use std::fmt;

pub use regions::{RegionHit, RegionTexts, Regions, Standing};

/// Kemendagri code and name of every province today.
pub const PROVINCES: [(&str, &str); 38] = [
    ("11", "Aceh"),
    ("12", "Sumatera Utara"),
    ("13", "Sumatera Barat"),
    ("14", "Riau"),
    ("15", "Jambi"),
    ("16", "Sumatera Selatan"),
    ("17", "Bengkulu"),
    ("18", "Lampung"),
    ("19", "Kepulauan Bangka Belitung"),
    ("21", "Kepulauan Riau"),
    ("31", "DKI Jakarta"),
    ("32", "Jawa Barat"),
    ("33", "Jawa Tengah"),
    ("34", "DI Yogyakarta"),
    ("35", "Jawa Timur"),
    ("36", "Banten"),
    ("51", "Bali"),
    ("52", "Nusa Tenggara Barat"),
    ("53", "Nusa Tenggara Timur"),
    ("61", "Kalimantan Barat"),
    ("62", "Kalimantan Tengah"),
    ("63", "Kalimantan Selatan"),
    ("64", "Kalimantan Timur"),
    ("65", "Kalimantan Utara"),
    ("71", "Sulawesi Utara"),
    ("72", "Sulawesi Tengah"),
    ("73", "Sulawesi Selatan"),
    ("74", "Sulawesi Tenggara"),
    ("75", "Gorontalo"),
    ("76", "Sulawesi Barat"),
    ("81", "Maluku"),
    ("82", "Maluku Utara"),
    ("91", "Papua"),
    ("92", "Papua Barat"),
    ("93", "Papua Selatan"),
    ("94", "Papua Tengah"),
    ("95", "Papua Pegunungan"),
    ("96", "Papua Barat Daya"),
];

/// Name of the province with this two-digit Kemendagri code.
pub fn province(code: &str) -> Option<&'static str> {
    PROVINCES.iter().find(|(known, _)| *known == code).map(|(_, name)| *name)
}

/// A code as Kemendagri writes it: `14.72.06.1001`.
pub fn dotted(code: &str) -> String {
    let parts = [0..2, 2..4, 4..6, 6..10].into_iter().filter_map(|range| code.get(range));
    parts.collect::<Vec<_>>().join(".")
}

/// A region: a code of 2, 4, 6 or 10 digits (province, kabupaten or kota, kecamatan, kelurahan), or a
/// name as typed. `Debug` tells only which of the two, because it is part of an address.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Region {
    text: String,
    is_code: bool,
}

/// Reads a region. Salah: a code of another length, a name of fewer than three letters. Periksa: a
/// code whose province Kemendagri does not have now.
pub fn parse(text: &str) -> Parsed<Region> {
    let code = compact(text);
    if !code.is_empty() && code.bytes().all(|sign| sign.is_ascii_digit()) {
        if !matches!(code.len(), 2 | 4 | 6 | 10) {
            return Parsed::bad(
                Verdict::new(Level::Salah, "wilayah-length").with("found", code.len().to_string()),
            );
        }
        let mut verdicts = Vec::new();
        if province(&code[..2]).is_none() {
            verdicts.push(
                Verdict::new(Level::Periksa, "wilayah-province").with("code", code[..2].to_owned()),
            );
        }
        return Parsed::found(Region { text: code, is_code: true }, verdicts);
    }
    if let Some(verdict) = control(text) {
        return Parsed::bad(verdict);
    }
    let seen: String = text.chars().filter(|sign| !is_unseen(*sign)).collect();
    let name = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.chars().filter(|sign| sign.is_alphabetic()).count() < 3 {
        return Parsed::bad(Verdict::new(Level::Salah, "wilayah-short"));
    }
    Parsed::good(Region { text: name, is_code: false })
}

impl Region {
    /// The digits of the code, or the name.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The digits of the code, when it is one.
    pub fn code(&self) -> Option<&str> {
        self.is_code.then_some(self.text.as_str())
    }

    /// Name of the province, when a code with a known one was given.
    pub fn province(&self) -> Option<&'static str> {
        self.code().and_then(|code| province(&code[..2]))
    }

    /// As people read it: a name as it is, a code with dots, `14.72.06.1001 (Riau)`.
    pub fn shown(&self) -> String {
        let Some(code) = self.code() else { return self.text.clone() };
        let dotted = dotted(code);
        match self.province() {
            Some(name) => format!("{dotted} ({name})"),
            None => dotted,
        }
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_code { "Region(code)" } else { "Region(name)" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ident::testing::finds;
    use Level::{Periksa, Salah};

    #[test]
    fn codes_and_names_are_read_and_shown() {
        let shown = |text: &str| parse(text).value.map(|region| region.shown());
        assert_eq!(shown("14").as_deref(), Some("14 (Riau)"));
        assert_eq!(shown("14.72").as_deref(), Some("14.72 (Riau)"));
        assert_eq!(shown("14.72.06.1001").as_deref(), Some("14.72.06.1001 (Riau)"));
        assert_eq!(shown("1472061001"), shown("14.72.06.1001"));
        assert_eq!(shown("  Dumai   Kota ").as_deref(), Some("Dumai Kota"));
        assert_eq!(shown("9701").as_deref(), Some("97.01"));
    }

    #[test]
    fn what_is_no_region_is_told() {
        finds("147", &parse("147"), &[(Salah, "wilayah-length")]);
        finds("97", &parse("97"), &[(Periksa, "wilayah-province")]);
        finds("Du", &parse("Du"), &[(Salah, "wilayah-short")]);
        finds("", &parse(""), &[(Salah, "wilayah-short")]);
    }

    #[test]
    fn the_provinces_stand_in_order_and_once() {
        assert!(PROVINCES.is_sorted_by(|a, b| a.0 < b.0));
        assert_eq!(province("93"), Some("Papua Selatan"));
        assert_eq!(province("97"), None);
    }
}

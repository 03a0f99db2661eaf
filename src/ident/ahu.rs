//! Numbers of the Ministry of Law's AHU office: decisions, receipts and certificates about entities.
//!
//! The code in the middle (`AH.01.01`) says which paper it is; giving the wrong paper is the usual
//! mistake. Shapes are those seen in public papers, so no match is a doubt, never a refusal.

use super::digits::{control, is_unseen};
use super::{Level, Parsed, Verdict};
use std::fmt;

/// Most characters OSS keeps.
const MAX_CHARS: usize = 100;

/// A number, written one way when its shape is known, else as typed. `Debug` shows the code only.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Ahu {
    text: String,
    code: Option<String>,
}

/// Which paper a number's code names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Paper {
    /// Founding of this entity: pengesahan, or registration for those that are no badan hukum.
    Founding(Entity),
    /// A change of this entity's articles or data; comes on top of the founding.
    Change(Entity),
    /// `AH.01.11`: number in the Daftar Perseroan, printed at the foot of a decision.
    Register,
    /// `AH.02.01`: appointment of the notary.
    Notary,
    /// A code or shape we do not know.
    Unknown,
}

/// Kinds of entity whose AHU code we know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Entity {
    /// Perseroan Terbatas.
    Pt,
    /// PT Perorangan.
    PtPerorangan,
    /// Commanditaire Vennootschap.
    Cv,
    /// Koperasi.
    Koperasi,
    /// Yayasan.
    Yayasan,
    /// Perkumpulan.
    Perkumpulan,
    /// Badan Usaha Milik Desa.
    BumDesa,
}

impl Entity {
    /// The entity of a legal form's name in packs (`pt_perorangan`); none for forms without a code of AHU
    /// that we know.
    pub fn from_form(name: &str) -> Option<Self> {
        Some(match name {
            "pt" => Self::Pt,
            "pt_perorangan" => Self::PtPerorangan,
            "cv" => Self::Cv,
            "koperasi" => Self::Koperasi,
            "yayasan" => Self::Yayasan,
            "perkumpulan" => Self::Perkumpulan,
            "bum_desa" | "bum_desa_bersama" => Self::BumDesa,
            _ => return None,
        })
    }

    /// Short name as officers write it; also the argument `entity` of messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pt => "PT",
            Self::PtPerorangan => "PT Perorangan",
            Self::Cv => "CV",
            Self::Koperasi => "Koperasi",
            Self::Yayasan => "Yayasan",
            Self::Perkumpulan => "Perkumpulan",
            Self::BumDesa => "BUM Desa",
        }
    }
}

/// Reads an AHU number. Salah only when empty, longer than OSS keeps, or with control characters. Periksa: no known shape, an
/// unknown code, the notary's own decision, the Daftar Perseroan number. Info: a change, not a founding.
pub fn parse(text: &str) -> Parsed<Ahu> {
    if let Some(verdict) = control(text) {
        return Parsed::bad(verdict);
    }
    let seen: String = text.chars().filter(|sign| !is_unseen(*sign)).collect();
    let upper = seen.split_whitespace().collect::<Vec<_>>().join(" ").to_uppercase();
    if upper.is_empty() {
        return Parsed::bad(Verdict::new(Level::Salah, "ahu-empty"));
    }
    if upper.chars().count() > MAX_CHARS {
        return Parsed::bad(Verdict::new(Level::Salah, "ahu-long"));
    }
    let Some(ahu) = shaped(&upper) else {
        let ahu = Ahu { text: upper, code: None };
        return Parsed::found(ahu, vec![Verdict::new(Level::Periksa, "ahu-shape")]);
    };
    let code = ahu.code().unwrap_or_default().to_owned();
    let verdict = match ahu.paper() {
        Paper::Founding(_) => return Parsed::good(ahu),
        Paper::Change(_) => Verdict::new(Level::Info, "ahu-change"),
        Paper::Register => Verdict::new(Level::Periksa, "ahu-register"),
        Paper::Notary => Verdict::new(Level::Periksa, "ahu-notary"),
        Paper::Unknown => Verdict::new(Level::Periksa, "ahu-code"),
    };
    Parsed::found(ahu, vec![verdict.with("code", code)])
}

impl Ahu {
    /// The number: `AHU-0012345.AH.01.01.TAHUN 2021`.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The code in the middle, `AH.01.01`, when the shape is known.
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// Which paper the code names.
    pub fn paper(&self) -> Paper {
        match self.code().unwrap_or_default() {
            "AH.01.01" => Paper::Founding(Entity::Pt),
            "AH.01.02" | "AH.01.03" | "AH.01.09" => Paper::Change(Entity::Pt),
            "AH.01.04" => Paper::Founding(Entity::Yayasan),
            "AH.01.07" => Paper::Founding(Entity::Perkumpulan),
            "AH.01.08" => Paper::Change(Entity::Perkumpulan),
            "AH.01.11" => Paper::Register,
            "AH.01.14" => Paper::Founding(Entity::Cv),
            "AH.01.26" => Paper::Founding(Entity::Koperasi),
            "AH.01.30" => Paper::Founding(Entity::PtPerorangan),
            "AH.01.33" => Paper::Founding(Entity::BumDesa),
            "AH.02.01" => Paper::Notary,
            _ => Paper::Unknown,
        }
    }
}

impl fmt::Debug for Ahu {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ahu({})", self.code().unwrap_or("?"))
    }
}

/// The number in its one written form, when it has a known shape. Separators vary from paper to paper
/// (`.`, `-`, `_`, space), so only the parts between them count.
fn shaped(upper: &str) -> Option<Ahu> {
    let parts: Vec<&str> =
        upper.split(['.', '-', '_', ' ']).filter(|part| !part.is_empty()).collect();
    let is_number = |part: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&part.len()) && part.bytes().all(|sign| sign.is_ascii_digit())
    };
    let is_year = |part: &str| is_number(part, 4..=4) && matches!(&part[..2], "19" | "20");
    let text = match parts.as_slice() {
        ["AHU", serial, "AH", a, b, "TAHUN" | "TH" | "THN", year]
            if is_number(serial, 4..=7)
                && is_number(a, 2..=2)
                && is_number(b, 2..=2)
                && is_year(year) =>
        {
            let code = format!("AH.{a}.{b}");
            // SABU prints its numbers with a hyphen and a space.
            let text = if code == "AH.01.14" {
                format!("AHU-{serial}-{code} TAHUN {year}")
            } else {
                format!("AHU-{serial}.{code}.TAHUN {year}")
            };
            return Some(Ahu { text, code: Some(code) });
        }
        ["AHU", "AH", a, b, serial]
            if is_number(serial, 6..=7) && *a == "01" && is_number(b, 2..=2) =>
        {
            (format!("AHU-AH.{a}.{b}-{serial}"), format!("AH.{a}.{b}"))
        }
        ["AHU", "AH", a, b, serial, "TAHUN" | "TH" | "THN", year]
            if is_number(serial, 6..=7) && *a == "01" && is_number(b, 2..=2) && is_year(year) =>
        {
            (format!("AHU-AH.{a}.{b}-{serial} TAHUN {year}"), format!("AH.{a}.{b}"))
        }
        _ => return None,
    };
    Some(Ahu { text: text.0, code: Some(text.1) })
}

#[cfg(test)]
mod tests {
    use super::super::testing::finds;
    use super::*;
    use Level::{Info, Periksa, Salah};

    #[test]
    fn the_examples_are_read_as_the_table_says() {
        let long = "A".repeat(101);
        let table: [(&str, &[(Level, &str)]); 13] = [
            ("AHU-0012345.AH.01.01.Tahun 2021", &[]),
            ("AHU-0000001-AH.01.14 Tahun 2020", &[]),
            ("AHU-001234.AH.01.30.Tahun 2024", &[]),
            ("AHU-01234.AH.01.33.TAHUN 2023", &[]),
            ("AHU-01234.AH.01.33.TAHUN.2023", &[]),
            ("AHU-AH.01.09-0123456", &[(Info, "ahu-change")]),
            ("AHU-00123.AH.02.01.TAHUN 2020", &[(Periksa, "ahu-notary")]),
            ("AHU-0012345.AH.01.11.Tahun 2023", &[(Periksa, "ahu-register")]),
            ("AHU-0012345.AH.01.99.Tahun 2023", &[(Periksa, "ahu-code")]),
            ("0012345/2021", &[(Periksa, "ahu-shape")]),
            ("  ", &[(Salah, "ahu-empty")]),
            (&long, &[(Salah, "ahu-long")]),
            ("AHU-0012345\0.AH.01.01.Tahun 2021", &[(Salah, "text-control")]),
        ];
        for (text, expected) in table {
            finds(text, &parse(text), expected);
        }
    }

    #[test]
    fn every_way_of_typing_gives_one_number() {
        for text in [
            "AHU-0012345.AH.01.01.Tahun 2021",
            "ahu-0012345.ah.01.01 tahun 2021",
            "AHU-0012345_AH.01.01.TAHUN.2021",
            " AHU 0012345 AH 01 01   TAHUN 2021 ",
        ] {
            let ahu = parse(text).value.expect("a number of a known shape");
            assert_eq!(ahu.as_str(), "AHU-0012345.AH.01.01.TAHUN 2021", "{text}");
            assert_eq!(ahu.paper(), Paper::Founding(Entity::Pt));
        }
    }
}

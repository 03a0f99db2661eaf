//! Where a NIK was first registered, and all that it tells about its owner.
//!
//! A NIK keeps the code it was given with, so that an old code is no fault and never a refusal.

use super::{Nik, Sex};
use crate::ident::wilayah::{self, Regions, Standing};
use crate::ident::{Level, Verdict, age};
use jiff::civil::Date;

/// What a NIK tells about its owner, as far as the tables and the calendar go.
#[derive(Clone, PartialEq, Eq)]
pub struct Tells<'a> {
    /// Names of the region of first registration as they were then, the smallest first: `Dumai Kota`,
    /// `Kota Dumai`, `Riau`. Only the known ones.
    pub region: Vec<&'a str>,
    /// The same place today, when its code has moved and is known; else empty.
    pub now: Vec<&'a str>,
    /// Laki-laki or perempuan.
    pub sex: Sex,
    /// Date of birth, when the century is not in doubt.
    pub birth: Option<Date>,
    /// Whole years since then.
    pub age: Option<i32>,
}

/// What the tables say about the first six digits.
///
/// Info: a code that was current once; many elderly people have one. Periksa: a kecamatan, kabupaten or
/// province that is in no list, now or then. Without tables only the province is looked at.
pub fn check_region(nik: &Nik, regions: &Regions) -> Vec<Verdict> {
    if regions.is_empty() {
        return if nik.province().is_some() { Vec::new() } else { vec![no_province(nik)] };
    }
    let code = nik.region_code();
    match regions.standing(code) {
        Standing::Current { .. } => Vec::new(),
        Standing::Moved { .. } => vec![moved(regions, code, code)],
        // Of an old kabupaten the lists may lack the kecamatan.
        Standing::Within { known: 4 } => match regions.standing(&code[..4]) {
            Standing::Moved { .. } => vec![moved(regions, code, &code[..4])],
            _ => vec![unknown("nik-kecamatan", regions, code, 4)],
        },
        Standing::Within { .. } => vec![unknown("nik-district", regions, &code[..4], 2)],
        Standing::Unknown => vec![no_province(nik)],
    }
}

/// The finding "there is no such province".
pub(super) fn no_province(nik: &Nik) -> Verdict {
    Verdict::new(Level::Periksa, "nik-province").with("code", nik.digits()[..2].to_owned())
}

/// The finding "an old code": `shown` is as much of `code` as the lists know.
fn moved(regions: &Regions, code: &str, shown: &str) -> Verdict {
    let then = regions.path(shown).join(", ");
    let successor = now(regions, code);
    let id = if successor.is_some() { "nik-region-moved" } else { "nik-region-old" };
    let verdict =
        Verdict::new(Level::Info, id).with("code", wilayah::dotted(shown)).with("then", then);
    match successor {
        Some(successor) => verdict
            .with("successor", wilayah::dotted(successor))
            .with("now", regions.path(successor).join(", ")),
        None => verdict,
    }
}

fn unknown(id: &'static str, regions: &Regions, code: &str, known: usize) -> Verdict {
    Verdict::new(Level::Periksa, id)
        .with("code", wilayah::dotted(code))
        .with("place", regions.path(&code[..known]).join(", "))
}

impl Nik {
    /// What the number tells on `today`. `on_card` is the birth date on the KTP, when it is known.
    pub fn tells<'a>(&self, regions: &'a Regions, on_card: Option<Date>, today: Date) -> Tells<'a> {
        let code = self.region_code();
        let mut region = regions.path(code);
        if region.is_empty() {
            region.extend(self.province());
        }
        let birth = self.birth_with(on_card, today);
        Tells {
            region,
            now: now(regions, code).map(|code| regions.path(code)).unwrap_or_default(),
            sex: self.sex(),
            birth,
            age: birth.map(|birth| age::years(birth, today)),
        }
    }
}

/// The code of today of a region whose own code, or whose kabupaten's, has moved to a known place.
pub(in crate::ident) fn now<'a>(regions: &'a Regions, code: &str) -> Option<&'a str> {
    let beginnings = [6, 4].into_iter().filter_map(|length| code.get(..length));
    beginnings.map(|code| regions.standing(code)).find_map(|standing| match standing {
        Standing::Moved { successor, .. } if !successor.is_empty() => Some(successor),
        _ => None,
    })
}

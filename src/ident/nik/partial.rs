//! What the digits tell while they are still being typed: the region after six, the birth date after
//! twelve. Never complains: a number that is not finished is not wrong yet.

use super::{Nik, Sex};
use crate::ident::digits::compact;
use crate::ident::wilayah::Regions;
use jiff::civil::Date;

/// What a beginning tells.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Beginning<'a> {
    /// Names of the region, the smallest first, as far as it is typed and known.
    pub region: Vec<&'a str>,
    /// Sex and birth date, once all six digits of the date are there and it exists.
    pub born: Option<(Sex, Option<Date>)>,
}

/// Reads the beginning of a NIK: 2 to 15 digits.
pub fn beginning<'a>(text: &str, regions: &'a Regions, today: Date) -> Beginning<'a> {
    let digits = compact(text);
    let is_beginning = (2..16).contains(&digits.len());
    if !is_beginning || !digits.bytes().all(|sign| sign.is_ascii_digit()) {
        return Beginning::default();
    }
    let lengths = [6, 4, 2].into_iter().filter_map(|length| digits.get(..length));
    let region = lengths.map(|code| regions.path(code)).find(|path| !path.is_empty());
    let born = digits.get(..12).and_then(|start| {
        // Any serial will do: it says nothing of the person.
        let nik: Nik = super::parse(&format!("{start}0001")).value?;
        Some((nik.sex(), nik.birth(today)))
    });
    Beginning { region: region.unwrap_or_default(), born }
}

//! Nomor Induk Kependudukan: 16 digits `PPKKCC DDMMYY SSSS` (UU 23/2006 Pasal 13).
//!
//! Region of first registration, birth date (women: day + 40), serial. There is no check digit, and
//! the number stays when a person moves or a birth date is corrected. Never says that a NIK exists:
//! only Dukcapil knows.

mod partial;
mod region;
#[cfg(test)]
mod tests;

use super::digits::{self, Digits, Ids};
use super::wilayah::{self, Regions};
use super::{Level, Parsed, Verdict, age};
use jiff::civil::Date;
use std::fmt;

pub use partial::{Beginning, beginning};
pub(super) use region::now;
pub use region::{Tells, check_region};

const IDS: Ids = Ids { lookalike: "nik-lookalike", letter: "nik-letter", length: "nik-length" };

/// Ages a business applicant can have. 17 is the age of the KTP; nobody older than 110 is expected.
const AGES: std::ops::RangeInclusive<i32> = 17..=110;

/// Sixteen digits in the shape of a NIK. `Debug` shows the masked form.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Nik {
    digits: Digits<16>,
}

/// What the day of birth in a NIK tells: women's days are counted from 41.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sex {
    /// Laki-laki: day 01-31.
    Male,
    /// Perempuan: day 41-71.
    Female,
}

/// Reads a NIK as typed: spaces, dots and hyphens do not count.
///
/// Salah: not 16 digits, a day, month or date that cannot be in either century, serial 0000, all
/// digits the same. Periksa: a province Kemendagri does not have now. Where the region tables are at
/// hand, [`read`] takes the place of this.
pub fn parse(text: &str) -> Parsed<Nik> {
    shaped(text, |nik| match nik.province() {
        Some(_) => Vec::new(),
        None => vec![region::no_province(nik)],
    })
}

/// Reads a NIK as [`parse`] does, and looks its region up: all that [`check_region`] finds comes along.
pub fn read(text: &str, regions: &Regions) -> Parsed<Nik> {
    shaped(text, |nik| check_region(nik, regions))
}

/// The NIK, when the digits have the shape of one; what the number alone cannot tell is asked of
/// `look`.
fn shaped(text: &str, look: impl FnOnce(&Nik) -> Vec<Verdict>) -> Parsed<Nik> {
    let nik = match digits::exactly(text, &IDS) {
        Ok(digits) => Nik { digits },
        Err(verdict) => return Parsed::bad(verdict),
    };
    if digits::all_same(nik.digits()) {
        return Parsed::bad(Verdict::new(Level::Salah, "nik-identical"));
    }
    let mut verdicts = Vec::new();
    let (day, month) = (nik.pair(6), nik.pair(8));
    let good_day = matches!(day, 1..=31 | 41..=71);
    let good_month = matches!(month, 1..=12);
    if !good_day {
        verdicts.push(Verdict::new(Level::Salah, "nik-day").with("day", format!("{day:02}")));
    }
    if !good_month {
        verdicts.push(Verdict::new(Level::Salah, "nik-month").with("month", format!("{month:02}")));
    }
    if good_day && good_month && nik.births().next().is_none() {
        verdicts.push(
            Verdict::new(Level::Salah, "nik-date")
                .with("day", nik.day().to_string())
                .with("month", month.to_string())
                .with("year", format!("{:02}", nik.pair(10))),
        );
    }
    if nik.serial() == 0 {
        verdicts.push(Verdict::new(Level::Salah, "nik-serial"));
    }
    verdicts.extend(look(&nik));
    Parsed::found(nik, verdicts)
}

/// What the birth date in the number says about the person's age on `today`: too young for a KTP, or
/// born in either of two centuries. `on_card` is the date on the KTP, when it is known: where it agrees
/// with the number it settles the century. All findings are periksa: the KTP decides.
pub fn check_age(nik: &Nik, on_card: Option<Date>, today: Date) -> Vec<Verdict> {
    let settled = on_card.filter(|date| nik.matches_birth(*date));
    let is_living = |birth: &Date| *birth <= today && age::years(*birth, today) <= *AGES.end();
    let living: Vec<Date> = match settled {
        Some(birth) => vec![birth].into_iter().filter(is_living).collect(),
        None => nik.births().filter(is_living).collect(),
    };
    match living.as_slice() {
        [earlier, later] => vec![
            Verdict::new(Level::Periksa, "nik-century")
                .with("earlier", earlier.year().to_string())
                .with("later", later.year().to_string()),
        ],
        [birth] if AGES.contains(&age::years(*birth, today)) => Vec::new(),
        [birth, ..] => vec![
            Verdict::new(Level::Periksa, "nik-age")
                .with("age", age::years(*birth, today).to_string()),
        ],
        [] => vec![Verdict::new(Level::Periksa, "nik-birth-ahead")],
    }
}

impl Nik {
    /// The sixteen digits.
    pub fn digits(&self) -> &str {
        self.digits.as_str()
    }

    /// The sixteen digits: the form OSS takes.
    pub fn as_str(&self) -> &str {
        self.digits.as_str()
    }

    /// In fours, as people read it aloud: `1472 0617 0845 0001`.
    pub fn grouped(&self) -> String {
        digits::grouped(self.digits(), &[4, 4, 4])
    }

    /// Without the birth date: `147206******0001`.
    pub fn masked(&self) -> String {
        digits::masked(self.digits(), 6, 4)
    }

    /// Name of the province of first registration, when Kemendagri has its code now.
    pub fn province(&self) -> Option<&'static str> {
        wilayah::province(&self.digits()[..2])
    }

    /// The six digits of province, kabupaten or kota, and kecamatan of first registration.
    pub fn region_code(&self) -> &str {
        &self.digits()[..6]
    }

    /// Laki-laki or perempuan, by the day.
    pub fn sex(&self) -> Sex {
        if self.pair(6) > 40 { Sex::Female } else { Sex::Male }
    }

    /// The birth dates the number can mean: in 19YY and in 20YY, as far as they exist, earlier first.
    pub fn births(&self) -> impl Iterator<Item = Date> {
        let (day, month, year) = (self.day(), self.pair(8), i16::from(self.pair(10)));
        [1900, 2000].into_iter().filter_map(move |century| {
            Date::new(century + year, month.cast_signed(), day.cast_signed()).ok()
        })
    }

    /// The one birth date that makes the person 17 to 110 years old on `today`; none when both or
    /// neither do.
    pub fn birth(&self, today: Date) -> Option<Date> {
        let mut likely = self.births().filter(|birth| AGES.contains(&age::years(*birth, today)));
        likely.next().filter(|_| likely.next().is_none())
    }

    /// The birth date with the century of the one on the KTP, where day, month and two-digit year are
    /// the same; else as [`Nik::birth`] finds it.
    pub fn birth_with(&self, on_card: Option<Date>, today: Date) -> Option<Date> {
        on_card.filter(|date| self.matches_birth(*date)).or_else(|| self.birth(today))
    }

    /// Whether day, month and two-digit year of the number are those of `date`.
    pub fn matches_birth(&self, date: Date) -> bool {
        date.day().cast_unsigned() == self.day()
            && date.month().cast_unsigned() == self.pair(8)
            && date.year().rem_euclid(100) == i16::from(self.pair(10))
    }

    /// Serial number of issue, 1 to 9999.
    pub fn serial(&self) -> u16 {
        u16::from(self.pair(12)) * 100 + u16::from(self.pair(14))
    }

    fn pair(&self, at: usize) -> u8 {
        digits::two(self.digits(), at)
    }

    /// Day of birth, 40 taken off for women.
    pub(super) fn day(&self) -> u8 {
        let day = self.pair(6);
        if day > 40 { day - 40 } else { day }
    }
}

impl fmt::Debug for Nik {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Nik({})", self.masked())
    }
}

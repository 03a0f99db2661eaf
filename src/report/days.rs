//! Days in words, as papers and screens say them. Knows no clock.

use crate::ident::date;
use crate::text::{Catalog, Lang};
use jiff::civil::{Date, Weekday};

/// `Senin`.
pub fn weekday(day: Weekday, words: &Catalog) -> String {
    words.get(&format!("when-day-{}", day.to_monday_one_offset()))
}

/// `Senin, 23 November 2026`.
pub fn whole(day: Date, words: &Catalog) -> String {
    let name = weekday(day.weekday(), words);
    format!("{name}, {}", date::long(day, words.lang() == Lang::Id))
}

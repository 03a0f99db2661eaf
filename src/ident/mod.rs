//! The numbers and words of the field, parsed and not just checked: NIK, NPWP, NIB, dates, rupiah.
//!
//! Each type is made only by its `parse`, which takes what people type or paste and says in three
//! levels what is wrong with it. Never touches a file, the clock or the network: a date that matters
//! is handed in. Never says "valid": only Dukcapil, DJP and AHU can.

mod verdict;

pub use verdict::{Level, Parsed, Verdict};

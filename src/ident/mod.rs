//! The numbers and words of the field, parsed and not just checked: NIK, NPWP, NIB, dates, rupiah.
//!
//! Each type is made only by its `parse`, which takes what people type or paste and says in three
//! levels what is wrong with it. Never touches a file, the clock or the network: a date that matters
//! is handed in. Never says "valid": only Dukcapil, DJP and AHU can.

pub mod age;
pub mod ahu;
pub mod akta;
pub mod bpjs;
pub mod calendar;
pub mod coordinates;
pub mod date;
mod digits;
pub mod email;
pub mod kbli;
pub mod money;
pub mod nib;
pub mod nik;
pub mod nitku;
pub mod npwp;
pub mod number;
pub mod phone;
pub mod postal;
pub mod preflight;
#[cfg(test)]
mod properties;
pub mod rtrw;
pub mod scale;
pub mod secret;
#[cfg(test)]
mod testing;
mod verdict;
pub mod wilayah;

pub use verdict::{Level, Parsed, Verdict};

//! Reference data: regions, KBLI lists, holidays, as packs with edition, source, licence and checksum.
//!
//! Texts in, tables of [`crate::ident`] out. Never touches a path: the runtime hands in what an office
//! has imported. Nothing personal lies in it. A broken pack of an office never stops anything: the
//! built-in one is used and [`Reference::problems`] says so.

mod built_in;
mod csv;
pub mod import;
mod kind;
mod lines;
mod manifest;
mod pack;
mod problem;
mod reference;
mod stock;
#[cfg(test)]
mod tests;
mod typed;

pub use kind::{Kind, Table};
pub use manifest::Manifest;
pub use pack::{MANIFEST, Origin};
pub use problem::Problem;
pub use reference::{Reference, Shelf};
pub use stock::Stocked;

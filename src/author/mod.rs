//! Packs made and carried over: a starter to write on, XLSForm in and out.
//!
//! Bytes and texts in, texts and bytes out; the caller reads and writes the files. What cannot be carried
//! over is always told with its place, never dropped in silence.

mod book;
mod finding;
mod import;
mod names;
mod survey;
mod toml;
mod words;
mod xpath;

pub use finding::{Finding, Weight};
pub use import::{Given, Imported, import};
pub use names::is_pack_id;

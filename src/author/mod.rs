//! Packs made and carried over: a starter to write on, XLSForm in and out.
//!
//! Bytes and texts in, texts and bytes out; the caller reads and writes the files. What cannot be carried
//! over is always told with its place, never dropped in silence.

mod back;
mod book;
mod export;
mod finding;
mod import;
mod names;
mod starter;
mod survey;
mod toml;
mod words;
mod xpath;

pub use export::{Exported, export};
pub use finding::{Finding, Weight};
pub use import::{Given, Imported, import};
pub use names::is_pack_id;
pub use starter::starter;

//! Loket, the counter program of a licensing office.
//!
//! It walks an officer and an applicant through a permohonan, keeps every key that was typed,
//! checks it, and hands it over to OSS. The layers, lowest first; a module imports only those
//! before it in this list (`tests/it/layers.rs` holds them to it):
//!
//! `base`, `text`, `sheet`, `ident`, `data`, `form`, `author`, `case`, `office`, `app`, `store`, `net`,
//! `report`, `tui`, `runtime`, `drill`, `cli`.
//!
//! `docs/architecture.md` tells what each is and what it never does.

pub mod app;
pub mod author;
mod base;
pub mod case;
pub mod cli;
pub mod data;
pub mod drill;
pub mod form;
pub mod ident;
pub mod net;
pub mod office;
pub mod report;
pub mod runtime;
mod sheet;
pub mod store;
pub mod text;
pub mod tui;

//! What every layer may lean on: texts of any encoding, texts packed into the binary, and sorting that is compiled once.
//!
//! Knows nothing of offices, packs or words, and never touches a file while the program runs.

pub(crate) mod letters;
pub(crate) mod order;
pub(crate) mod packed;
pub(crate) mod qr;
pub(crate) mod settings;
pub(crate) mod suggest;

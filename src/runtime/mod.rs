//! Stands in until the runtime arrives.

use crate::app::Notice;
use crate::text::Lang;
use std::path::PathBuf;

/// What the program is started with.
#[derive(Debug, Clone)]
pub struct Options {
    /// The data folder.
    pub data: PathBuf,
    /// Language of the interface.
    pub lang: Lang,
    /// A throw-away office with invented applicants.
    pub demo: bool,
    /// Nothing is written.
    pub read_only: bool,
}

/// Starts the program on the terminal and returns when it is left.
pub fn start(options: Options) -> Result<(), Notice> {
    let _ = options;
    Ok(())
}

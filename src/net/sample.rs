//! What one look found.

use crate::app::Why;
use std::time::Duration;

/// One look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// What it means.
    pub found: Found,
    /// How long OSS took, or how long it was waited for.
    pub took: Duration,
    /// The address that decided.
    pub address: String,
    /// The HTTP status, where there was an answer.
    pub status: Option<u16>,
    /// The host that answered in the end, where it was another one.
    pub led_to: Option<String>,
    /// What the system said, in its own words; without addresses.
    pub detail: String,
}

/// What a look means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// OSS answers.
    Alive,
    /// OSS does not, and others do.
    Down(Why),
    /// Nothing does.
    Office(Why),
    /// Another page does.
    Portal(Why),
}

impl Found {
    /// What was in the way.
    pub const fn why(self) -> Option<Why> {
        match self {
            Self::Alive => None,
            Self::Down(why) | Self::Office(why) | Self::Portal(why) => Some(why),
        }
    }
}

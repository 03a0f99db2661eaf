//! The lamp of OSS: one look over the network, and what many looks mean.
//!
//! [`Probe`] asks, [`Light`] smooths; the runtime does both on a thread of its own. Sends nothing about
//! the office, an officer or an applicant: no cookies, no referrer, no name; never a login. Never blocks a
//! key, never reads the wall clock and never touches a path.

mod fault;
mod light;
mod probe;
mod sample;
mod settings;

pub use light::Light;
pub use probe::{NotReady, Probe};
pub use sample::{Found, Sample};
pub use settings::{FILE, Proxy, Settings};

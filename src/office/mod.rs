//! What happens to the office and not to one case: outages of OSS and its neighbours, numbers of letters.
//!
//! A log like that of a case, kept in the same store under a name no case has. Never stores, never draws,
//! never asks a network.

mod journal;
mod record;
mod template;

pub use journal::{Journal, Outage, Taken};
pub use record::{Entry, Record};
pub use template::{TEMPLATE_FILE, Template, TemplateFault, fill};

use crate::case::CaseId;

/// The name under which the office's records lie in the store. No case is ever called so.
pub const LOG: CaseId = CaseId([0; 16]);

/// Systems an outage can be of: codes in records and data files, shown by the Fluent message
/// `outage-system-<code>`.
pub const SYSTEMS: [&str; 6] = ["oss", "login", "otp", "dukcapil", "ahu", "jaringan"];

//! A permohonan: the fold over its events, its visit code, its summary for lists.
//!
//! Everything that happens to a case is an [`Event`]; [`Case`] is what follows from them. Never stores
//! and never draws: where events are kept is the store's affair.

mod code;
mod event;
mod fold;
mod id;
pub mod import;
mod migrate;
mod rescue;
mod sealed;
mod summary;
mod waiting;

pub use code::VisitCode;
pub use event::{Body, Event};
pub use fold::{Case, Lifecycle};
pub(crate) use id::id_type;
pub use id::{CaseId, EventId, Minter, NotAnId};
pub use import::{DraftFile, ImportError, import_case};
pub use rescue::{ACCOUNTS, AccountEntry, Ended, OWNERS, RECOVERIES, Recovery, TroubleLog, Try};
pub use summary::{Summary, tag, telephone, telephone_row};
pub(crate) use waiting::held_up_by;
pub use waiting::{Attempt, Call, Care, Condition, Outcome, Waited, Waiting, Waits};

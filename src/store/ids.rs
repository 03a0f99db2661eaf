//! Names of things in the log: sixteen random bytes each, written as 32 hex digits.
//!
//! Those of cases and events are the case layer's own; the store adds the origin and the drawing of
//! new ones. An id says nothing about the person: it is drawn at random, never computed from an answer.

use super::error::StoreError;
use crate::case::NotAnId;
pub use crate::case::{CaseId, EventId};

crate::case::id_type!(Origin, "an installation of the program: a counter's own log");

/// A new id from the operating system's randomness.
///
/// Errors: [`StoreError::NoRandomness`] when the system gives none.
pub(super) fn random<T>(id: impl Fn([u8; 16]) -> T) -> Result<T, StoreError> {
    super::seal::random().map(id)
}

//! One writer: an advisory lock on `loket.lock`, let go by the system when the program ends.

use super::connection::LOCK_FILE;
use super::error::StoreError;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

/// Takes the writer's lock of a data folder; it is held until the file is dropped.
///
/// Errors: [`StoreError::AlreadyOpen`] when another program or window holds it.
pub(super) fn take(dir: &Path) -> Result<File, StoreError> {
    let file =
        OpenOptions::new().create(true).truncate(false).write(true).open(dir.join(LOCK_FILE))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::AlreadyOpen),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

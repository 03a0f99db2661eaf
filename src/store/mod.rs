//! The sealed event log: one SQLite file, one writer, every payload encrypted before SQLite sees it.
//!
//! Knows nothing of forms and cases: payloads are opaque bytes. Never reads the clock (callers say
//! when), never writes a name, a NIK or a telephone number in clear, never changes or deletes an
//! event. `docs/encryption.md` holds the threat, the keys and the byte layouts.

mod backup;
mod barrier;
mod connection;
mod damage;
mod error;
mod housekeeper;
mod ids;
mod keys;
mod lock;
mod locked;
mod log;
mod officers;
mod recovery;
mod rename;
mod rows;
mod schema;
mod seal;
mod verify;

#[cfg(test)]
mod tests;

pub use backup::{BackupReport, RestoreReport, backup, restore};
pub use barrier::Barrier;
pub use connection::{DATABASE, LOCK_FILE};
pub use damage::{Damage, DamageKind, Part};
pub use error::StoreError;
pub use housekeeper::Housekeeper;
pub use ids::{CaseId, EventId, Origin};
pub use keys::Kdf;
pub use locked::{Access, Locked, NewOffice, Probe, probe};
pub use log::{Append, StoredEvent};
pub use officers::{Officer, Stretched, Stretcher};
pub use recovery::RecoveryKey;
pub use rename::is_held;
pub(crate) use rename::rename;
pub use schema::SCHEMA_VERSION;
pub use verify::{VerifyReport, verify};

use keys::{Keys, SlotId};
use rusqlite::Connection;
use std::fmt;
use std::fs::File;
use std::path::PathBuf;

/// An unlocked office: read and (with [`Access::Write`]) append.
///
/// Holds the keys, so it is neither `Clone` nor printable; dropping it wipes them. One thread owns
/// it; [`Barrier`] and [`Housekeeper`] are what other threads get.
pub struct Store {
    // Declared before the lock: SQLite must have let go of the file when the next writer may come.
    conn: Connection,
    keys: Keys,
    dir: PathBuf,
    about: schema::About,
    officer: String,
    slot: Option<SlotId>,
    access: Access,
    tip: log::Tip,
    last_hlc: u64,
    _lock: Option<File>,
}

impl Store {
    /// The name of the officer whose passphrase opened it; empty after the recovery key.
    pub fn officer(&self) -> &str {
        &self.officer
    }

    /// The office's name.
    pub fn office(&self) -> &str {
        &self.about.office
    }

    /// The counter's name.
    pub fn counter(&self) -> &str {
        &self.about.counter
    }

    /// This installation: the origin of every event appended here.
    pub fn origin(&self) -> Origin {
        self.about.origin
    }

    /// Whether events can be appended.
    pub fn access(&self) -> Access {
        self.access
    }

    /// By how many milliseconds `now_ms` lies before the newest event; `None` when it does not.
    ///
    /// More than a few seconds means the PC's clock was set back (or was ahead before).
    pub fn clock_behind(&self, now_ms: i64) -> Option<i64> {
        let newest = log::ms_of(self.last_hlc);
        (now_ms < newest).then(|| newest - now_ms)
    }

    fn must_write(&self) -> Result<(), StoreError> {
        match self.access {
            Access::Write => Ok(()),
            Access::ReadOnly => Err(StoreError::ReadOnly),
        }
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store")
            .field("origin", &self.about.origin)
            .field("access", &self.access)
            .field("seq", &self.tip.seq)
            .finish_non_exhaustive()
    }
}

//! Keeps the `-wal` small, from a worker, without ever making a key wait for the disk.
//!
//! On its own connection. Never waits for a lock: when somebody is in the way it leaves the rest for
//! its next turn.

use super::Store;
use super::connection::{self, DATABASE};
use super::error::StoreError;
use rusqlite::Connection;
use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

/// Moves the `-wal` into the database when it has grown. For one worker, when nobody types.
pub struct Housekeeper {
    database: PathBuf,
    threshold: u64,
    conn: Option<Connection>,
}

impl Store {
    /// A housekeeper that acts once the `-wal` is larger than `threshold` bytes.
    pub fn housekeeper(&self, threshold: u64) -> Housekeeper {
        Housekeeper { database: self.dir.join(DATABASE), threshold, conn: None }
    }
}

impl Housekeeper {
    /// One turn. Tells whether the `-wal` was emptied; `false` when there was nothing to do or
    /// somebody was reading or writing meanwhile.
    ///
    /// Errors: the disk. Nothing is lost by an error here: the `-wal` keeps what it has.
    pub fn run(&mut self) -> Result<bool, StoreError> {
        let log = connection::beside(&self.database, "-wal");
        if log.metadata().map_or(0, |found| found.len()) <= self.threshold {
            return Ok(false);
        }
        let conn = if let Some(conn) = &self.conn {
            conn
        } else {
            let conn = connection::writing(&self.database, false)?;
            // TRUNCATE waits for readers while holding the writer's lock; with no patience at all
            // it gives up instead, and a backup that is being read never stops the typist.
            conn.busy_timeout(Duration::ZERO)?;
            self.conn.insert(conn)
        };
        // PASSIVE does all the copying and syncing, and does not hold the writer's lock.
        if !checkpoint(conn, "PRAGMA wal_checkpoint(PASSIVE)")? {
            return Ok(false);
        }
        // Nothing is left to copy: this only starts the log afresh, and syncs nothing.
        if !checkpoint(conn, "PRAGMA wal_checkpoint(TRUNCATE)")? {
            return Ok(false);
        }
        // The first commit into a fresh log syncs the log's header, holding the writer's lock. Made
        // here, it is not the typist's. Should the typist have been quicker, it is done already.
        match conn
            .execute("UPDATE meta SET value = value + 1 WHERE key = 'resets'", [])
            .map_err(StoreError::from)
        {
            Ok(_) | Err(StoreError::Busy) => Ok(true),
            Err(error) => Err(error),
        }
    }
}

/// Whether everything in the log is now in the database, and nobody was in the way.
fn checkpoint(conn: &Connection, pragma: &str) -> Result<bool, StoreError> {
    let outcome = conn
        .query_row(pragma, [], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?))
        })
        .map_err(StoreError::from);
    match outcome {
        Ok((busy, frames, copied)) => Ok(busy == 0 && frames == copied),
        Err(StoreError::Busy) => Ok(false),
        Err(error) => Err(error),
    }
}

impl fmt::Debug for Housekeeper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Housekeeper").field("threshold", &self.threshold).finish_non_exhaustive()
    }
}

//! Opening SQLite the same way everywhere: WAL, synchronous=NORMAL, no automatic checkpoint.
//!
//! Nothing else of the program may open `loket.db` or its `-shm` as a plain file while a connection
//! is open: closing such a handle drops SQLite's POSIX locks. (The `-wal` carries no locks.)

use super::error::StoreError;
use rusqlite::{Connection, OpenFlags};
use std::ffi::OsString;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The database in a data folder.
pub const DATABASE: &str = "loket.db";
/// The writer's lock in a data folder; empty, never removed.
pub const LOCK_FILE: &str = "loket.lock";

/// How long a statement waits for another writer before [`StoreError::Busy`].
const PATIENCE: Duration = Duration::from_secs(5);

/// `loket.db-wal` beside `loket.db`.
pub(super) fn beside(database: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(database);
    name.push(suffix);
    PathBuf::from(name)
}

/// A connection that may write.
pub(super) fn writing(database: &Path, create: bool) -> Result<Connection, StoreError> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if create {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let conn = Connection::open_with_flags(database, flags)?;
    settle(&conn)?;
    Ok(conn)
}

/// A connection that may only read, also while another process writes.
///
/// On a medium that cannot be written SQLite has no place for its `-shm`; without a `-wal` the file
/// is complete in itself and is then read as it stands.
pub(super) fn reading(database: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let opened = Connection::open_with_flags(database, flags)
        .map_err(StoreError::from)
        .and_then(|conn| settle(&conn).map(|()| conn));
    let has_log = || beside(database, "-wal").metadata().is_ok_and(|found| found.len() > 0);
    match opened {
        Err(StoreError::ReadOnlyFolder) if !has_log() => {
            let conn = Connection::open_with_flags(
                immutable_uri(database)?,
                flags | OpenFlags::SQLITE_OPEN_URI,
            )?;
            settle(&conn)?;
            Ok(conn)
        }
        other => other,
    }
}

pub(super) fn immutable_uri(database: &Path) -> Result<String, StoreError> {
    let path = database.to_str().ok_or(StoreError::ReadOnlyFolder)?;
    // A share of another PC brings two strokes of its own.
    let mut uri = String::from(match cfg!(windows) && database.is_absolute() {
        true if path.starts_with(r"\\") => "file://",
        true => "file:///",
        false => "file:",
    });
    for byte in path.bytes() {
        match byte {
            b'/' | b'-' | b'_' | b'.' | b'~' | b':' => uri.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
            b'\\' if cfg!(windows) => uri.push('/'),
            byte => {
                use std::fmt::Write as _;
                write!(uri, "%{byte:02X}").expect("writing to a String cannot fail");
            }
        }
    }
    uri.push_str("?immutable=1");
    Ok(uri)
}

fn settle(conn: &Connection) -> Result<(), StoreError> {
    conn.busy_timeout(PATIENCE)?;
    // secure_delete stays off: what is deleted was sealed, and zeroing pages costs writes per key.
    // A quarter of a megabyte of pages is plenty for rows read once; the system caches the file anyway.
    // Temporary tables stay in memory: no other file of SQLite ever appears.
    conn.execute_batch(
        "PRAGMA synchronous = NORMAL;
         PRAGMA wal_autocheckpoint = 0;
         PRAGMA secure_delete = OFF;
         PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -256;
         PRAGMA trusted_schema = OFF;",
    )?;
    conn.set_prepared_statement_cache_capacity(32);
    // The first real look at the file, so that a foreign one is found here and not later.
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(())
}

/// Makes names in `dir` survive a power cut. Windows keeps its directories by itself.
pub(super) fn sync_folder(dir: &Path) -> Result<(), StoreError> {
    if cfg!(unix) {
        File::open(dir)?.sync_all()?;
    }
    Ok(())
}

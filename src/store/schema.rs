//! The tables, and what is said about the office in clear.
//!
//! FROZEN: a table once shipped is only ever added to, with a new [`SCHEMA_VERSION`].

use super::error::StoreError;
use super::ids::Origin;
use super::keys::Kdf;
use rusqlite::types::FromSql;
use rusqlite::{Connection, ToSql};

/// Newest schema this program writes and knows (`PRAGMA user_version`, and `meta.schema`).
pub const SCHEMA_VERSION: u32 = 1;

/// `LOKT`, in `PRAGMA application_id`: this SQLite file is ours.
const APPLICATION_ID: i32 = 0x4C4F_4B54;

const TABLES: &str = "
CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE slot(
    id BLOB PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('officer', 'recovery')),
    wrapped BLOB NOT NULL, label BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE event(
    origin BLOB NOT NULL, seq INTEGER NOT NULL, id BLOB NOT NULL, case_id BLOB NOT NULL,
    hlc INTEGER NOT NULL, sealed BLOB NOT NULL, prev_hash BLOB NOT NULL, hash BLOB NOT NULL,
    PRIMARY KEY (origin, seq)
) WITHOUT ROWID;
CREATE INDEX event_of_case ON event(case_id);
CREATE TABLE head(origin BLOB PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE journal(
    case_id BLOB NOT NULL, field_tag BLOB NOT NULL, sealed BLOB NOT NULL,
    PRIMARY KEY (case_id, field_tag)
) WITHOUT ROWID;
CREATE TABLE summary(case_id BLOB PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE blind(
    tag BLOB NOT NULL, case_id BLOB NOT NULL, PRIMARY KEY (tag, case_id)
) WITHOUT ROWID;
CREATE TABLE place(one INTEGER PRIMARY KEY CHECK (one = 1), sealed BLOB NOT NULL);
";

/// What the file says in clear about whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct About {
    pub(super) office: String,
    pub(super) counter: String,
    pub(super) origin: Origin,
    pub(super) salt: [u8; 16],
    pub(super) kdf: Kdf,
}

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    Nothing,
    Ours,
    Newer(u32),
    Foreign,
}

pub(super) fn look(conn: &Connection) -> Result<Found, StoreError> {
    let pragma = |name: &str| conn.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
    let tables: u32 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let version = pragma("user_version")?;
    Ok(match (pragma("application_id")?, version) {
        (0, 0) if tables == 0 => Found::Nothing,
        (APPLICATION_ID, 1..) if version.unsigned_abs() > SCHEMA_VERSION => {
            Found::Newer(version.unsigned_abs())
        }
        (APPLICATION_ID, 1..) => Found::Ours,
        _ => Found::Foreign,
    })
}

/// As [`look`], but anything other than a database of ours is an error.
pub(super) fn must_be_ours(conn: &Connection) -> Result<(), StoreError> {
    match look(conn)? {
        Found::Ours => Ok(()),
        Found::Nothing => Err(StoreError::Missing),
        Found::Newer(found) => Err(StoreError::Newer { found, known: SCHEMA_VERSION }),
        Found::Foreign => Err(StoreError::NotALoketFile),
    }
}

/// Writes tables and [`About`]; the caller holds the transaction.
pub(super) fn create(conn: &Connection, about: &About, now_ms: i64) -> Result<(), StoreError> {
    conn.execute_batch(TABLES)?;
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    conn.pragma_update(None, "user_version", SCHEMA_VERSION)?;
    put_meta(conn, "schema", SCHEMA_VERSION)?;
    put_meta(conn, "office", &about.office)?;
    put_meta(conn, "counter", &about.counter)?;
    put_meta(conn, "origin", about.origin.0)?;
    put_meta(conn, "salt", about.salt)?;
    put_meta(conn, "kdf_memory_kib", about.kdf.memory_kib)?;
    put_meta(conn, "kdf_passes", about.kdf.passes)?;
    put_meta(conn, "kdf_lanes", about.kdf.lanes)?;
    put_meta(conn, "created_ms", now_ms)?;
    put_meta(conn, "resets", 0)
}

pub(super) fn about(conn: &Connection) -> Result<About, StoreError> {
    Ok(About {
        office: meta(conn, "office")?,
        counter: meta(conn, "counter")?,
        origin: Origin(meta(conn, "origin")?),
        salt: meta(conn, "salt")?,
        kdf: Kdf {
            memory_kib: meta(conn, "kdf_memory_kib")?,
            passes: meta(conn, "kdf_passes")?,
            lanes: meta(conn, "kdf_lanes")?,
        },
    })
}

pub(super) fn put_meta(conn: &Connection, key: &str, value: impl ToSql) -> Result<(), StoreError> {
    conn.execute("INSERT OR REPLACE INTO meta(key, value) VALUES (?1, ?2)", (key, value))?;
    Ok(())
}

fn meta<T: FromSql>(conn: &Connection, key: &str) -> Result<T, StoreError> {
    Ok(conn.query_row("SELECT value FROM meta WHERE key = ?1", [key], |row| row.get(0))?)
}

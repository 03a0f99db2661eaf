//! A whole copy of the database in one file, and bringing one back.
//!
//! Neither needs a key: the copy is as sealed as the original. Never overwrites or deletes what is
//! there, unless a backup file is asked to be replaced.

use super::connection::{self, DATABASE};
use super::error::StoreError;
use super::ids::Origin;
use super::lock;
use super::rename;
use super::schema;
use super::verify::{VerifyReport, verify_locked};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::NamedTempFile;

/// How often and how long to wait for a source that is locked just now: five seconds in all.
const TRIES: u32 = 250;
const PAUSE: Duration = Duration::from_millis(20);

/// A backup that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupReport {
    /// Size of the file, bytes.
    pub bytes: u64,
    /// What the copy holds, and what of the chain is damaged in it (seals need a key, and are not
    /// looked at).
    pub checked: VerifyReport,
}

/// A backup that was brought back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestoreReport {
    /// What the backup holds.
    pub checked: VerifyReport,
    /// Where the data that was there is now; `None` when there was none.
    pub moved_to: Option<PathBuf>,
}

/// Copies the database of `dir` into `file`, also while another program is typing into it.
///
/// The copy is one moment of the log; it is made beside `file`, checked, synced, then renamed.
/// Errors: [`StoreError::Exists`] when `file` is there and `replace` is not set;
/// [`StoreError::BackupDamaged`] when a damaged copy would replace a file; the disk.
pub fn backup(dir: &Path, file: &Path, replace: bool) -> Result<BackupReport, StoreError> {
    let database = dir.join(DATABASE);
    if !database.try_exists()? {
        return Err(StoreError::Missing);
    }
    let exists = file.try_exists()?;
    if exists && !replace {
        return Err(StoreError::Exists);
    }
    let from = connection::reading(&database)?;
    schema::must_be_ours(&from)?;
    let (copy, checked) = copy_to(&from, folder_of(file), |_| Ok(()))?;
    if exists && !checked.is_whole() {
        return Err(StoreError::BackupDamaged { damages: checked.damages.len() });
    }
    let bytes = copy.as_file().metadata()?.len();
    let persisted = if replace { copy.persist(file) } else { copy.persist_noclobber(file) };
    persisted.map_err(|refused| match refused.error.kind() {
        io::ErrorKind::AlreadyExists => StoreError::Exists,
        _ => refused.error.into(),
    })?;
    connection::sync_folder(folder_of(file))?;
    Ok(BackupReport { bytes, checked })
}

/// Puts the backup `file` in the place of the database of `dir`.
///
/// What was there is moved to `loket.db.sebelum-pulih-<n>`. The restored counter becomes a new
/// origin: events after the backup may already be elsewhere under the old one, and its numbers must
/// not be given twice. Errors, before anything is touched: [`StoreError::Missing`],
/// [`StoreError::NotALoketFile`], [`StoreError::Newer`], [`StoreError::BackupDamaged`],
/// [`StoreError::AlreadyOpen`]; and what the disk says.
pub fn restore(file: &Path, dir: &Path) -> Result<RestoreReport, StoreError> {
    if !file.try_exists()? {
        return Err(StoreError::Missing);
    }
    let from = match connection::reading(file) {
        Err(StoreError::Corrupt) => return Err(StoreError::BackupDamaged { damages: 1 }),
        other => other?,
    };
    schema::must_be_ours(&from)?;
    let checked = verify_locked(&from)?;
    if !checked.is_whole() {
        return Err(StoreError::BackupDamaged { damages: checked.damages.len() });
    }
    fs::create_dir_all(dir)?;
    let _lock = lock::take(dir)?;
    let origin = super::ids::random(Origin)?;
    let (copy, again) = copy_to(&from, dir, |conn| {
        schema::about(conn)?;
        schema::put_meta(conn, "origin", origin.0)
    })?;
    drop(from);
    if !again.is_whole() {
        return Err(StoreError::BackupDamaged { damages: again.damages.len() });
    }
    let moved_to = move_aside(dir)?;
    copy.persist_noclobber(dir.join(DATABASE)).map_err(|refused| refused.error)?;
    connection::sync_folder(dir)?;
    Ok(RestoreReport { checked, moved_to })
}

/// A checked, synced copy in `folder`, complete in itself, gone again unless it is persisted.
fn copy_to(
    from: &Connection,
    folder: &Path,
    change: impl FnOnce(&Connection) -> Result<(), StoreError>,
) -> Result<(NamedTempFile, VerifyReport), StoreError> {
    let copy = tempfile::Builder::new().prefix(".loket-").suffix(".tmp").tempfile_in(folder)?;
    let mut to = connection::writing(copy.path(), false)?;
    // One step for all pages holds one snapshot. In smaller steps every key typed meanwhile would
    // start the copy over.
    let step = Backup::new(from, &mut to)?;
    let mut tries = 0;
    loop {
        match step.step(-1)? {
            StepResult::Done => break,
            _ if tries == TRIES => return Err(StoreError::Busy),
            _ => std::thread::sleep(PAUSE),
        }
        tries += 1;
    }
    drop(step);
    // Without its own log the file can lie on a medium that cannot be written, and be one file.
    to.pragma_update(None, "journal_mode", "DELETE")?;
    change(&to)?;
    let checked = verify_locked(&to)?;
    to.close().map_err(|(_, error)| error)?;
    File::options().read(true).write(true).open(copy.path())?.sync_all()?;
    Ok((copy, checked))
}

/// Moves the database and its log out of the way, together and under one number.
fn move_aside(dir: &Path) -> Result<Option<PathBuf>, StoreError> {
    let database = dir.join(DATABASE);
    // A whole database is one file after this; a damaged one is moved with its log.
    if database.try_exists()?
        && let Ok(conn) = connection::writing(&database, false)
    {
        let _ = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    }
    let parts = ["", "-wal", "-shm"];
    let aside = (1..u32::MAX)
        .map(|number| dir.join(format!("{DATABASE}.sebelum-pulih-{number}")))
        .find(|name| parts.iter().all(|part| !connection::beside(name, part).exists()))
        .expect("some number is free");
    let mut moved = None;
    for part in parts {
        let there = connection::beside(&database, part);
        if there.try_exists()? {
            rename(&there, &connection::beside(&aside, part))?;
            moved = Some(aside.clone());
        }
    }
    connection::sync_folder(dir)?;
    Ok(moved)
}

fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

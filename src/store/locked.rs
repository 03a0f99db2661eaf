//! From a folder to an unlocked office: probe, create, open, unlock.
//!
//! Until a passphrase or the recovery key fits, nothing but the office's and the counter's name is
//! known here.

use super::connection::{self, DATABASE};
use super::error::StoreError;
use super::ids::Origin;
use super::keys::{self, Kdf, Keys, SlotId, SlotKind, Unwrapped};
use super::recovery::RecoveryKey;
use super::schema::{self, About, Found};
use super::{Store, lock, log, officers, seal};
use rusqlite::{Connection, TransactionBehavior};
use std::fmt;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// What a store may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Read and append; one program at a time.
    Write,
    /// Read only; any number, also beside a writer.
    ReadOnly,
}

/// What is in a data folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Probe {
    /// Nothing yet: the office can be created here.
    Missing,
    /// A database of ours, locked.
    Ready {
        /// The office's name.
        office: String,
        /// The counter's name.
        counter: String,
    },
    /// A database of a newer version of the program.
    Newer {
        /// Its schema version.
        found: u32,
        /// The newest this program knows.
        known: u32,
    },
    /// `loket.db` is something else.
    NotOurs,
}

/// Looks into a data folder without changing it.
///
/// Errors: the folder cannot be read, or the file is damaged.
pub fn probe(dir: &Path) -> Result<Probe, StoreError> {
    let database = dir.join(DATABASE);
    if !database.try_exists()? {
        return Ok(Probe::Missing);
    }
    let conn = match connection::reading(&database) {
        Ok(conn) => conn,
        Err(StoreError::NotALoketFile) => return Ok(Probe::NotOurs),
        Err(error) => return Err(error),
    };
    Ok(match schema::look(&conn)? {
        Found::Nothing => Probe::Missing,
        Found::Foreign => Probe::NotOurs,
        Found::Newer(found) => Probe::Newer { found, known: schema::SCHEMA_VERSION },
        Found::Ours => {
            let About { office, counter, .. } = schema::about(&conn)?;
            Probe::Ready { office, counter }
        }
    })
}

/// A new office with its first officer.
#[derive(Clone, Copy)]
pub struct NewOffice<'a> {
    /// The office's name; stored in clear.
    pub office: &'a str,
    /// The counter's name; stored in clear.
    pub counter: &'a str,
    /// The first officer's name; stored sealed.
    pub officer: &'a str,
    /// The first officer's passphrase; never stored.
    pub passphrase: &'a str,
    /// Cost of a guess at the passphrase, for all officers of this file.
    pub kdf: Kdf,
}

impl fmt::Debug for NewOffice<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewOffice")
            .field("office", &self.office)
            .field("counter", &self.counter)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// Creates the office in `dir` (made if need be, for this user only) and opens it for writing.
    ///
    /// The recovery key is returned once and never again. `now_ms` is the wall clock, Unix ms.
    /// Errors: [`StoreError::Exists`] when there is a database, [`StoreError::PassphraseEmpty`].
    pub fn create(
        dir: &Path,
        new: &NewOffice<'_>,
        now_ms: i64,
    ) -> Result<(Self, RecoveryKey), StoreError> {
        officers::must_not_be_empty(new.passphrase)?;
        make_folder(dir)?;
        let lock = lock::take(dir)?;
        let database = dir.join(DATABASE);
        make_private(&database)?;
        let mut conn = match connection::writing(&database, true) {
            Err(StoreError::NotALoketFile) => return Err(StoreError::Exists),
            other => other?,
        };
        if schema::look(&conn)? != Found::Nothing {
            return Err(StoreError::Exists);
        }
        conn.pragma_update(None, "journal_mode", "WAL")?;

        let about = About {
            office: new.office.to_owned(),
            counter: new.counter.to_owned(),
            origin: super::ids::random(Origin)?,
            salt: seal::random()?,
            kdf: new.kdf,
        };
        let keys = Keys::random()?;
        let recovery = RecoveryKey::random()?;
        let stretched = new.kdf.stretch(new.passphrase, &about.salt)?;
        let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        schema::create(&transaction, &about, now_ms)?;
        let slot =
            officers::insert(&transaction, &keys, SlotKind::Officer, &stretched.0, new.officer)?;
        let secret = keys::recovery_secret(&recovery);
        officers::insert(&transaction, &keys, SlotKind::Recovery, secret, "")?;
        transaction.commit()?;
        // The recovery key is about to be shown as the key of this file: the file must be there.
        conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        connection::sync_folder(dir)?;

        let store = Self {
            conn,
            keys,
            dir: dir.to_owned(),
            about,
            officer: new.officer.to_owned(),
            slot: Some(slot),
            access: Access::Write,
            tip: log::Tip::default(),
            last_hlc: 0,
            _lock: Some(lock),
        };
        Ok((store, recovery))
    }
}

/// An opened data folder whose keys are still wrapped.
pub struct Locked {
    inner: Box<Inner>,
}

struct Inner {
    conn: Connection,
    dir: PathBuf,
    about: About,
    access: Access,
    lock: Option<File>,
}

impl Locked {
    /// Opens a data folder; [`Access::Write`] takes the writer's lock.
    ///
    /// Errors: [`StoreError::Missing`], [`StoreError::AlreadyOpen`], [`StoreError::Newer`],
    /// [`StoreError::NotALoketFile`], or what the disk says.
    pub fn open(dir: &Path, access: Access) -> Result<Self, StoreError> {
        let database = dir.join(DATABASE);
        if !database.try_exists()? {
            return Err(StoreError::Missing);
        }
        let (conn, lock) = match access {
            Access::Write => {
                let lock = lock::take(dir)?;
                (connection::writing(&database, false)?, Some(lock))
            }
            Access::ReadOnly => (connection::reading(&database)?, None),
        };
        schema::must_be_ours(&conn)?;
        if access == Access::Write && conn.is_readonly(rusqlite::MAIN_DB)? {
            return Err(StoreError::ReadOnlyFolder);
        }
        let about = schema::about(&conn)?;
        Ok(Self { inner: Box::new(Inner { conn, dir: dir.to_owned(), about, access, lock }) })
    }

    /// The office's name.
    pub fn office(&self) -> &str {
        &self.inner.about.office
    }

    /// The counter's name.
    pub fn counter(&self) -> &str {
        &self.inner.about.counter
    }

    /// Unlocks with an officer's passphrase; who it is follows from which slot opens.
    ///
    /// Takes as long as the office's [`Kdf`]. Errors give the folder back, still locked:
    /// [`StoreError::WrongPassphrase`], or what the disk says.
    pub fn unlock(self, passphrase: &str) -> Result<Store, (Self, StoreError)> {
        let about = &self.inner.about;
        let opened = about
            .kdf
            .stretch(passphrase, &about.salt)
            .and_then(|key| find_slot(&self.inner.conn, SlotKind::Officer, &key.0))
            .and_then(|found| found.ok_or(StoreError::WrongPassphrase));
        match opened {
            Ok((slot, unwrapped)) => self.into_store(Some(slot), unwrapped),
            Err(error) => Err((self, error)),
        }
    }

    /// Unlocks with the printed recovery key; the store then has no officer.
    ///
    /// Errors give the folder back: [`StoreError::RecoveryTypo`] (a mistyped character),
    /// [`StoreError::NoSuchRecoveryKey`] (another office's, or an older one), or what the disk says.
    pub fn unlock_with_recovery(self, text: &str) -> Result<Store, (Self, StoreError)> {
        let opened = RecoveryKey::parse(text)
            .and_then(|key| {
                find_slot(&self.inner.conn, SlotKind::Recovery, keys::recovery_secret(&key))
            })
            .and_then(|found| found.ok_or(StoreError::NoSuchRecoveryKey));
        match opened {
            Ok((_, unwrapped)) => self.into_store(None, unwrapped),
            Err(error) => Err((self, error)),
        }
    }

    fn into_store(
        self,
        slot: Option<SlotId>,
        unwrapped: Unwrapped,
    ) -> Result<Store, (Self, StoreError)> {
        let keys = Keys::from_office(unwrapped.office);
        let tip = log::Tip::read(&self.inner.conn, &keys, self.inner.about.origin);
        let (tip, last_hlc) = match tip {
            Ok(found) => found,
            Err(error) => return Err((self, error)),
        };
        let Inner { conn, dir, about, access, lock } = *self.inner;
        Ok(Store {
            conn,
            keys,
            dir,
            about,
            officer: unwrapped.officer,
            slot,
            access,
            tip,
            last_hlc,
            _lock: lock,
        })
    }
}

impl fmt::Debug for Locked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Locked").field("access", &self.inner.access).finish_non_exhaustive()
    }
}

/// The slot that `secret` opens, if there is one.
pub(super) fn find_slot(
    conn: &Connection,
    kind: SlotKind,
    secret: &[u8],
) -> Result<Option<(SlotId, Unwrapped)>, StoreError> {
    let mut statement = conn.prepare("SELECT id, wrapped FROM slot WHERE kind = ?1")?;
    let mut rows = statement.query([kind.word()])?;
    while let Some(row) = rows.next()? {
        // A slot of another shape is damaged: it opens for nobody, and hides no other slot.
        let (Ok(id), Ok(wrapped)) = (row.get::<_, SlotId>(0), row.get::<_, Vec<u8>>(1)) else {
            continue;
        };
        if let Some(unwrapped) = keys::unwrap_slot(kind, secret, &id, &wrapped) {
            return Ok(Some((id, unwrapped)));
        }
    }
    Ok(None)
}

#[cfg(unix)]
fn make_folder(dir: &Path) -> Result<(), StoreError> {
    use std::os::unix::fs::DirBuilderExt;
    Ok(fs::DirBuilder::new().recursive(true).mode(0o700).create(dir)?)
}

#[cfg(not(unix))]
fn make_folder(dir: &Path) -> Result<(), StoreError> {
    Ok(fs::create_dir_all(dir)?)
}

/// SQLite gives `-wal` and `-shm` the permissions of the database: it is made before SQLite comes.
fn make_private(database: &Path) -> Result<(), StoreError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(database) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error.into()),
    }
}

//! What can go wrong with the data folder, as facts; the words for officers are in Fluent.
//!
//! Never holds personal data: no names, no payloads, no paths.

use super::rename::is_held;
use rusqlite::ErrorCode;
use std::borrow::Cow;
use std::io;

/// Why the store did not do what it was asked.
///
/// [`StoreError::key`] names the Fluent message (what), with `.why` and `.next`; `Display` is the
/// English line for logs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// No officer's slot opens with this passphrase.
    #[error("no officer has this passphrase")]
    WrongPassphrase,
    /// Well written, but not the recovery key of this office.
    #[error("this recovery key does not belong to this office")]
    NoSuchRecoveryKey,
    /// The check characters do not fit: a character was mistyped or left out.
    #[error("the recovery key was mistyped: its check characters do not fit")]
    RecoveryTypo,
    /// A passphrase must have at least one character that is not a space.
    #[error("the passphrase is empty")]
    PassphraseEmpty,
    /// Another slot opens with it already, and the passphrase is what tells officers apart.
    #[error("choose another passphrase")]
    PassphraseTaken,
    /// There is an officer of that name already, and the name is what tells who did it.
    #[error("there is an officer of that name already")]
    OfficerNamed,
    /// There is no such officer slot, or it is the last one.
    #[error("this officer's key cannot be removed")]
    OfficerKept,
    /// Another program has the folder open for writing.
    #[error("the data folder is open in another window")]
    AlreadyOpen,
    /// This store was opened for reading only.
    #[error("the data was opened for reading only")]
    ReadOnly,
    /// The folder or file may not be written.
    #[error("the data folder may not be written")]
    ReadOnlyFolder,
    /// No room left on the disk.
    #[error("the disk is full")]
    DiskFull,
    /// The database stayed locked for longer than the busy timeout (5 s).
    #[error("the data is in use by another program")]
    Busy,
    /// Written by a newer version of the program.
    #[error("the data has schema {found}, this program knows up to {known}")]
    Newer {
        /// Schema version of the file.
        found: u32,
        /// Newest schema version this program knows.
        known: u32,
    },
    /// A file of that name is there, but it is not ours.
    #[error("the file is not a Loket database")]
    NotALoketFile,
    /// SQLite or one of our own checks found the file damaged.
    #[error("the data file is damaged")]
    Corrupt,
    /// A backup that does not hold together; nothing was touched.
    #[error("the backup is damaged in {damages} place(s)")]
    BackupDamaged {
        /// How many damages were found.
        damages: usize,
    },
    /// There is no database in the folder.
    #[error("there is no data in this folder")]
    Missing,
    /// The place is taken: a database to be created, or a backup file to be written.
    #[error("there is something here already")]
    Exists,
    /// One record is larger than its layout allows.
    #[error("one record is too large to be stored")]
    TooLarge,
    /// The operating system gave no random bytes.
    #[error("the system gives no random numbers")]
    NoRandomness,
    /// Another program has the file open and lets nobody else write it.
    #[error("the file is open in another program")]
    Held,
    /// The operating system refused.
    #[error("the disk or folder refused: {kind}")]
    Io {
        /// What kind of refusal.
        kind: io::ErrorKind,
    },
    /// SQLite met an error of the disk; its extended result code.
    #[error("the disk did not work as it should (code {code})")]
    Disk {
        /// SQLite's extended result code.
        code: i32,
    },
    /// Anything else SQLite says; its extended result code.
    #[error("the database refused (code {code})")]
    Database {
        /// SQLite's extended result code; 0 when the refusal came before SQLite.
        code: i32,
    },
}

impl StoreError {
    /// The Fluent id of its message, with attributes `.why` and `.next`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::WrongPassphrase => "store-wrong-passphrase",
            Self::NoSuchRecoveryKey => "store-no-such-recovery-key",
            Self::RecoveryTypo => "store-recovery-typo",
            Self::PassphraseEmpty => "store-passphrase-empty",
            Self::PassphraseTaken => "store-passphrase-taken",
            Self::OfficerNamed => "store-officer-named",
            Self::OfficerKept => "store-officer-kept",
            Self::AlreadyOpen => "store-already-open",
            Self::ReadOnly => "store-read-only",
            Self::ReadOnlyFolder => "store-read-only-folder",
            Self::DiskFull => "store-disk-full",
            Self::Busy => "store-busy",
            Self::Newer { .. } => "store-newer",
            Self::NotALoketFile => "store-not-a-loket-file",
            Self::Corrupt => "store-corrupt",
            Self::BackupDamaged { .. } => "store-backup-damaged",
            Self::Missing => "store-missing",
            Self::Exists => "store-exists",
            Self::TooLarge => "store-too-large",
            Self::NoRandomness => "store-no-randomness",
            Self::Held => "store-held",
            Self::Io { .. } => "store-io",
            Self::Disk { .. } => "store-disk",
            Self::Database { .. } => "store-database",
        }
    }

    /// The arguments of its message; free of personal data.
    pub fn args(&self) -> Vec<(&'static str, Cow<'static, str>)> {
        match self {
            Self::Newer { found, known } => {
                vec![("found", found.to_string().into()), ("known", known.to_string().into())]
            }
            Self::BackupDamaged { damages } => vec![("damages", damages.to_string().into())],
            Self::Io { kind } => vec![("kind", kind.to_string().into())],
            Self::Disk { code } | Self::Database { code } => {
                vec![("code", code.to_string().into())]
            }
            _ => Vec::new(),
        }
    }

    /// The exit code of a command that ends with it: 3 keys, 4 in use, 5 damage, 6 disk or folder,
    /// 7 newer schema, 1 anything else.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::WrongPassphrase
            | Self::NoSuchRecoveryKey
            | Self::RecoveryTypo
            | Self::PassphraseEmpty
            | Self::PassphraseTaken
            | Self::OfficerNamed
            | Self::OfficerKept => 3,
            Self::AlreadyOpen | Self::Busy => 4,
            Self::Corrupt | Self::BackupDamaged { .. } => 5,
            Self::ReadOnlyFolder
            | Self::DiskFull
            | Self::NotALoketFile
            | Self::Missing
            | Self::Exists
            | Self::Held
            | Self::Io { .. }
            | Self::Disk { .. } => 6,
            Self::Newer { .. } => 7,
            Self::ReadOnly | Self::TooLarge | Self::NoRandomness | Self::Database { .. } => 1,
        }
    }

    /// Whether trying the very same again later may work: in use, or no room on the disk just now.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Busy | Self::DiskFull | Self::AlreadyOpen)
    }
}

/// `SQLITE_IOERR_SHMSIZE`: the index of the WAL could not grow, in practice a full disk.
const IOERR_SHMSIZE: i32 = rusqlite::ffi::SQLITE_IOERR_SHMSIZE;

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, _) = error else {
            // A column of another type or length than we wrote: the file was damaged.
            return match error {
                rusqlite::Error::QueryReturnedNoRows
                | rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::Utf8Error(..) => Self::Corrupt,
                _ => Self::Database { code: 0 },
            };
        };
        let code = failure.extended_code;
        match failure.code {
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::SystemIoFailure if code == IOERR_SHMSIZE => Self::DiskFull,
            ErrorCode::SystemIoFailure => Self::Disk { code },
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen => {
                Self::ReadOnlyFolder
            }
            ErrorCode::NotADatabase => Self::NotALoketFile,
            ErrorCode::DatabaseCorrupt => Self::Corrupt,
            ErrorCode::TooBig => Self::TooLarge,
            _ => Self::Database { code },
        }
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            _ if is_held(&error) => Self::Held,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::ReadOnlyFolder
            }
            kind => Self::Io { kind },
        }
    }
}

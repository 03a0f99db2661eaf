//! What lights the save light: an fdatasync of the `-wal`, on a handle of its own.
//!
//! Not a commit: a commit that syncs holds the writer's lock meanwhile, and the next key would wait
//! for the disk. Never opens the database or its `-shm` (see `connection`).

use super::Store;
use super::connection::{self, DATABASE};
use std::fmt;
use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

type SyncFile = Box<dyn FnMut(&File) -> io::Result<()> + Send>;

/// Makes everything written before [`Barrier::sync`] began survive a power cut. For one worker.
pub struct Barrier {
    dir: PathBuf,
    log: PathBuf,
    open: Option<File>,
    sync_file: SyncFile,
}

impl Store {
    /// A barrier over everything this store writes.
    pub fn barrier(&self) -> Barrier {
        self.barrier_through(File::sync_data)
    }

    /// A barrier that syncs its file by `sync_file`: how drills and tests show a slow or broken disk.
    pub fn barrier_through(
        &self,
        sync_file: impl FnMut(&File) -> io::Result<()> + Send + 'static,
    ) -> Barrier {
        Barrier {
            dir: self.dir.clone(),
            log: connection::beside(&self.dir.join(DATABASE), "-wal"),
            open: None,
            sync_file: Box::new(sync_file),
        }
    }
}

impl Barrier {
    /// Returns once everything written before the call is on the disk.
    ///
    /// Errors: what the system says. The data is then not known to be on the disk; after an error of
    /// the disk no later success makes up for it without writing again.
    pub fn sync(&mut self) -> io::Result<()> {
        // The handle is kept, because the system reports a failed write-back to handles that were
        // open then; it is opened again when SQLite has replaced the file.
        if !self.open.as_ref().is_some_and(|file| is_same(file, &self.log)) {
            self.open = None;
            match OpenOptions::new().read(true).write(true).open(&self.log) {
                Ok(file) => self.open = Some(file),
                // SQLite removes the file only after moving all of it into the synced database.
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
                Err(error) => return Err(error),
            }
            if cfg!(unix) {
                File::open(&self.dir)?.sync_all()?;
            }
        }
        match &self.open {
            Some(file) => (self.sync_file)(file),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Barrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Barrier").field("is_open", &self.open.is_some()).finish_non_exhaustive()
    }
}

#[cfg(unix)]
fn is_same(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), path.metadata()) {
        (Ok(open), Ok(there)) => open.dev() == there.dev() && open.ino() == there.ino(),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_same(_: &File, _: &Path) -> bool {
    // The system does not tell cheaply; opening again is always right.
    false
}

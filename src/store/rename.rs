//! Renaming where virus scanners look into every new file: they hold it for a moment, and Windows then
//! refuses. Elsewhere one try is enough.

use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

/// How often it is tried on Windows, and the pause between.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(50);

/// Renames a file or a folder.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    for _ in 1..TRIES {
        match fs::rename(from, to) {
            Err(error) if cfg!(windows) && error.kind() == io::ErrorKind::PermissionDenied => {}
            Err(error) if error.raw_os_error() == Some(SHARING) && cfg!(windows) => {}
            done => return done,
        }
        std::thread::sleep(PAUSE);
    }
    fs::rename(from, to)
}

/// "The process cannot access the file because it is being used by another process."
const SHARING: i32 = 32;

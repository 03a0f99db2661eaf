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
            Err(error) if is_held(&error) => {}
            done => return done,
        }
        std::thread::sleep(PAUSE);
    }
    fs::rename(from, to)
}

/// Whether another program has the file open and lets nobody else write it: Excel and Acrobat do on Windows.
pub fn is_held(error: &io::Error) -> bool {
    cfg!(windows) && error.raw_os_error() == Some(SHARING)
}

/// "The process cannot access the file because it is being used by another process."
const SHARING: i32 = 32;

#[cfg(all(test, windows))]
mod tests {
    use super::*;
    use crate::store::StoreError;
    use std::os::windows::fs::OpenOptionsExt;

    #[test]
    fn a_file_another_program_has_open_is_told_apart() {
        const ONLY_READING: u32 = 1;
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("gangguan-2026-11.xlsx");
        fs::write(&file, "as it was").expect("written");
        let reader = fs::OpenOptions::new().read(true).share_mode(ONLY_READING).open(&file);
        let refused = fs::write(&file, "anew").expect_err("held");
        assert!(is_held(&refused), "{refused}");
        assert!(matches!(StoreError::from(refused), StoreError::Held));
        drop(reader);
        assert_eq!(fs::read(&file).expect("there"), b"as it was");
        fs::write(&file, "anew").expect("free again");
    }
}

//! The reference data of this counter: built in, and what the office has imported into its data folder.
//!
//! The office's packs lie in `reference/<pack id>/` of the data folder. Nothing here decides whether a
//! pack is sound; that is [`crate::data`].

use crate::data::{Reference, Shelf};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The tables as this counter has them. Nothing is read before a table is asked for.
pub fn reference(data: &Path) -> Arc<Reference> {
    Reference::with_office(Box::new(Folder { path: data.join("reference") }))
}

/// The folder with the office's own packs.
struct Folder {
    path: PathBuf,
}

impl Shelf for Folder {
    fn packs(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.path).into_iter().flatten().flatten();
        let folders = entries.filter(|entry| entry.path().is_dir());
        folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }

    fn read(&self, pack: &str, file: &str) -> Option<Vec<u8>> {
        fs::read(self.path.join(pack).join(file)).ok()
    }
}

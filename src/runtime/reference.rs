//! The reference data of this counter: built in, and what the office has imported into its data folder.
//!
//! The office's packs lie in `reference/<pack id>/` of the data folder, the editions before in
//! `reference/previous/`. Nothing here decides whether a pack is sound; that is [`crate::data`].

use crate::app::Notice;
use crate::base::order;
use crate::data::import::Staged;
use crate::data::{MANIFEST, Reference, Shelf};
use crate::ident::Level;
use crate::store::rename;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The tables as this counter has them. Nothing is read before a table is asked for.
pub fn reference(data: &Path) -> Arc<Reference> {
    Reference::with_office(Box::new(Folder { path: data.join(REFERENCE) }))
}

/// What to tell an officer about the office's packs that could not be used: one line a pack. Only
/// tables that were opened are known.
pub fn reference_notices(reference: &Reference) -> Vec<Notice> {
    let problems = reference.problems();
    let mut packs: Vec<&str> =
        problems.iter().map(|one| one.file.split('/').next().unwrap_or(&one.file)).collect();
    packs.dedup();
    packs
        .into_iter()
        .map(|pack| Notice::new(Level::Periksa, "data-pack-not-used").with("pack", pack))
        .collect()
}

const REFERENCE: &str = "reference";
/// The folder of earlier editions.
const PREVIOUS: &str = "previous";
/// A pack being written. Once its manifest is in it, it is whole.
const NEW: &str = ".new";

/// The folder with the office's own packs.
struct Folder {
    path: PathBuf,
}

impl Folder {
    /// Where a pack lies: in its own folder, or in that of an import cut off before the last step.
    fn of(&self, pack: &str) -> PathBuf {
        let own = self.path.join(pack);
        let new = self.path.join(format!("{pack}{NEW}"));
        if !own.exists() && new.join(MANIFEST).is_file() { new } else { own }
    }
}

impl Shelf for Folder {
    fn packs(&self) -> Vec<String> {
        let mut packs: Vec<String> = folders(&self.path)
            .into_iter()
            .filter(|name| name != PREVIOUS)
            .filter_map(|name| match name.strip_suffix(NEW) {
                // Cut off before it was whole: as if the import had not begun.
                Some(_) if !self.path.join(&name).join(MANIFEST).is_file() => None,
                Some(pack) => Some(pack.to_owned()),
                None => Some(name),
            })
            .collect();
        order::sort(&mut packs);
        packs.dedup();
        packs
    }

    fn read(&self, pack: &str, file: &str) -> Option<Vec<u8>> {
        fs::read(self.of(pack).join(file)).ok()
    }
}

fn folders(path: &Path) -> Vec<String> {
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.path().is_dir());
    folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

/// The editions that imports have put aside, by name.
pub fn previous_packs(data: &Path) -> Vec<String> {
    let mut names = folders(&data.join(REFERENCE).join(PREVIOUS));
    order::sort(&mut names);
    names
}

/// Writes a pack into the office's folder and puts the one before aside, whose new name it gives. The
/// new pack is whole on disk before the old one is touched; a power cut leaves one of the two in use.
pub fn install(data: &Path, staged: &Staged) -> io::Result<Option<String>> {
    let shelf = Folder { path: data.join(REFERENCE) };
    let id = &staged.manifest.id;
    let (own, new) = (shelf.path.join(id), shelf.path.join(format!("{id}{NEW}")));
    fs::create_dir_all(&shelf.path)?;
    if shelf.of(id) == new {
        // An import was cut off in its last step: finish it, so that it is put aside like any other.
        rename(&new, &own)?;
    } else if new.exists() {
        fs::remove_dir_all(&new)?;
    }
    fs::create_dir(&new)?;
    // The manifest comes last: a folder with it is whole.
    for (name, text) in &staged.files {
        let mut file = File::create_new(new.join(format!("{name}.tmp")))?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        rename(&new.join(format!("{name}.tmp")), &new.join(name))?;
    }
    sync_folder(&new)?;
    let aside = if own.exists() { Some(put_aside(&shelf.path, id)?) } else { None };
    rename(&new, &own)?;
    sync_folder(&shelf.path)?;
    Ok(aside)
}

/// Moves a pack into the folder of earlier editions, under a name that is free.
fn put_aside(path: &Path, id: &str) -> io::Result<String> {
    let previous = path.join(PREVIOUS);
    fs::create_dir_all(&previous)?;
    let text = fs::read_to_string(path.join(id).join(MANIFEST)).unwrap_or_default();
    let value = |key: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
        let value = line.unwrap_or("0").trim_matches('"');
        value
            .chars()
            .filter(|sign| sign.is_ascii_alphanumeric() || *sign == '-')
            .collect::<String>()
    };
    let name = format!("{id}.{}.{}", value("edition"), value("date"));
    let names = (1..).map(|turn| if turn == 1 { name.clone() } else { format!("{name}.{turn}") });
    let mut free = names.filter(|name| !previous.join(name).exists());
    let name = free.next().expect("there is always a next number");
    rename(&path.join(id), &previous.join(&name))?;
    sync_folder(&previous)?;
    Ok(name)
}

/// Makes a rename in a folder last through a power cut. Windows has no such call and needs none.
fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(path)?.sync_all() } else { Ok(()) }
}

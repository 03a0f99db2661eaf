//! Where packs come from: built in, then the office's own folder, which wins.

use crate::app::{Notice, PackTitle};
use crate::data::Reference;
use crate::form::{self, Form, Severity, Source, Status};
use crate::ident::Level;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The packs of this counter. Reads a pack only when it is asked for, and compiles it once.
pub struct Packs {
    folder: PathBuf,
    reference: Arc<Reference>,
    open: HashMap<String, Arc<Form>>,
}

impl Packs {
    /// The built-in packs, and those in `forms` of the data folder.
    pub fn new(data: &Path) -> Self {
        Self { folder: data.join("forms"), reference: super::reference(data), open: HashMap::new() }
    }

    /// The texts of every pack by id, the office's own in place of a built-in of the same id.
    fn sources(&self) -> Vec<(String, Vec<Source>)> {
        let mut found: Vec<(String, Vec<Source>)> =
            form::built_in().into_iter().map(|pack| (pack.id, pack.sources)).collect();
        for (id, sources) in read_folder(&self.folder) {
            found.retain(|(other, _)| *other != id);
            found.push((id, sources));
        }
        found.sort_by(|(one, _), (other, _)| one.cmp(other));
        found
    }

    /// What can be started. A pack whose head cannot be read is told of, never passed over.
    pub fn titles(&self) -> (Vec<PackTitle>, Vec<Notice>) {
        let mut titles = Vec::new();
        let mut notices = Vec::new();
        for (id, sources) in self.sources() {
            match form::load_head(&sources[0]) {
                Ok(head) => titles.push(PackTitle {
                    id: head.id,
                    title: head.title,
                    summary: head.summary,
                    example: head.status == Status::Contoh,
                }),
                Err(_) => notices.push(broken(&id)),
            }
        }
        (titles, notices)
    }

    /// The form of a pack, compiled once. `today` decides nothing but warnings.
    pub fn form(&mut self, id: &str, today: jiff::civil::Date) -> Result<Arc<Form>, Notice> {
        if let Some(form) = self.open.get(id) {
            return Ok(Arc::clone(form));
        }
        let sources = self
            .sources()
            .into_iter()
            .find(|(other, _)| other == id)
            .map(|(_, sources)| sources)
            .ok_or_else(|| Notice::new(Level::Salah, "app-pack-missing").with("pack", id))?;
        let (pack, problems) = form::load(&sources, today);
        let faulty = problems.iter().any(|problem| problem.severity == Severity::Error);
        let pack = pack.filter(|_| !faulty).ok_or_else(|| broken(id))?;
        let form = Arc::new(
            Form::open(Arc::new(pack), Arc::clone(&self.reference)).map_err(|_| broken(id))?,
        );
        self.open.insert(id.to_owned(), Arc::clone(&form));
        Ok(form)
    }
}

fn broken(id: &str) -> Notice {
    Notice::new(Level::Salah, "app-pack-broken").with("pack", id)
}

/// The packs in a folder: one folder each, `pack.toml` first.
pub fn read_folder(folder: &Path) -> Vec<(String, Vec<Source>)> {
    let mut packs = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let id = entry.file_name().to_string_lossy().into_owned();
        let mut sources: Vec<Source> = fs::read_dir(entry.path())
            .into_iter()
            .flatten()
            .flatten()
            .filter(|file| file.path().extension().is_some_and(|ext| ext == "toml"))
            .filter_map(|file| {
                let text = fs::read_to_string(file.path()).ok()?;
                let name = format!("{id}/{}", file.file_name().to_string_lossy());
                Some(Source { name, text })
            })
            .collect();
        sources.sort_by_key(|source| (!source.name.ends_with("/pack.toml"), source.name.clone()));
        if sources.first().is_some_and(|source| source.name.ends_with("/pack.toml")) {
            packs.push((id, sources));
        }
    }
    packs
}

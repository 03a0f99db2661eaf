//! Where packs come from: built in, then the office's own folder, then what it brought in; the last wins.

use super::{read_text, shown_path};
use crate::app::{Notice, PackTitle};
use crate::base::order;
use crate::data::Reference;
use crate::form::{
    self, Form, Library, Origin, PackSources, Services, Severity, Source, Status, Title,
    Unreadable,
    trouble::{self, Troubles},
};
use crate::ident::Level;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How many forms are kept for the next case. Each takes a quarter of a megabyte, and an office has few
/// services that are asked for every day.
const KEPT: usize = 8;

/// The packs of this counter. Reads a pack only when it is asked for, and keeps the last few.
pub struct Packs {
    data: PathBuf,
    reference: Arc<Reference>,
    /// By id, the one asked for last at the end.
    open: Vec<(String, Arc<Form>)>,
    /// Data packs the officer has been told of.
    told: usize,
}

impl Packs {
    /// The built-in packs, and those in `forms` and `imported-forms` of the data folder.
    pub fn new(data: &Path) -> Self {
        let (data, reference) = (data.to_owned(), super::reference(data));
        Self { data, reference, open: Vec::new(), told: 0 }
    }

    /// The tables of this counter.
    pub fn reference(&self) -> Arc<Reference> {
        Arc::clone(&self.reference)
    }

    /// The packs as they are now: an office may write one while the program runs.
    pub fn library(&self) -> Library {
        let mut library = Library::built_in();
        for (origin, folder) in pack_folders(&self.data) {
            library.add(origin, read_folder(&folder));
        }
        library
    }

    /// What can be started. A pack whose head cannot be read is told of, never passed over.
    pub fn titles(&self) -> (Vec<PackTitle>, Vec<Notice>) {
        let (titles, unreadable) = self.library().titles();
        let titles = titles.into_iter().map(|Title { head, .. }| PackTitle {
            id: head.id,
            title: head.title,
            summary: head.summary,
            example: head.status == Status::Contoh,
            group: head.group,
            words: head.words,
        });
        let notices = unreadable.iter().map(|Unreadable { id, .. }| broken(id));
        (titles.collect(), notices.collect())
    }

    /// From what an applicant says to the packs: the office's own `forms/layanan.toml`, else the built-in
    /// one. What is wrong in it is told; what can be read is used.
    pub fn services(&self, titles: &[PackTitle]) -> (Services, Option<Notice>) {
        let own = read_text(&self.data.join("forms").join("layanan.toml")).ok();
        let source = match own {
            Some(text) => Source { name: "forms/layanan.toml".to_owned(), text: text.into() },
            None => form::built_in_services(),
        };
        let known: Vec<String> = titles.iter().map(|title| title.id.clone()).collect();
        let (services, problems) = Services::load(&source, &known);
        let faulty = problems.iter().any(|problem| problem.severity == Severity::Error);
        (services, faulty.then(|| Notice::new(Level::Periksa, "app-services-broken")))
    }

    /// What helps when OSS fails, and the offices to send people to: the built-in files, then the office's
    /// own. What is wrong in a file is told; the one before it is used.
    pub fn troubles(&self) -> (Troubles, Option<Notice>) {
        let (troubles, problems) = Troubles::load(&trouble_sources(&self.data));
        let faulty = problems.iter().any(|problem| problem.severity == Severity::Error);
        (troubles, faulty.then(|| Notice::new(Level::Periksa, "trouble-broken")))
    }

    /// The form of a pack. `today` decides nothing but warnings.
    pub fn form(&mut self, id: &str, today: jiff::civil::Date) -> Result<Arc<Form>, Notice> {
        if let Some(at) = self.open.iter().position(|(open, _)| open == id) {
            self.open[at..].rotate_left(1);
            return Ok(Arc::clone(&self.open[self.open.len() - 1].1));
        }
        let loaded = self.library().load(id, today);
        let loaded =
            loaded.ok_or_else(|| Notice::new(Level::Salah, "app-pack-missing").with("pack", id))?;
        let form = loaded.open(Arc::clone(&self.reference)).ok_or_else(|| broken(id))?;
        let form = Arc::new(form);
        if self.open.len() == KEPT {
            self.open.remove(0);
        }
        self.open.push((id.to_owned(), Arc::clone(&form)));
        Ok(form)
    }
}

impl Packs {
    /// The next data pack of the office that turned out not to be usable, told once. A table is only read
    /// when it is needed, so this is known late.
    pub fn reference_notice(&mut self) -> Option<Notice> {
        let notice = super::reference_notices(&self.reference).into_iter().nth(self.told)?;
        self.told += 1;
        Some(notice)
    }
}

/// Where a counter keeps packs of its own, later ones hiding earlier ones.
pub fn pack_folders(data: &Path) -> [(Origin, PathBuf); 2] {
    [(Origin::Office, data.join("forms")), (Origin::Imported, data.join("imported-forms"))]
}

/// The troubles inside the binary, those in `kendala` of the data folder, and its `kontak.toml`.
pub fn trouble_sources(data: &Path) -> Vec<(Origin, Source)> {
    let built_in = form::built_in_troubles().into_iter().map(|source| (Origin::BuiltIn, source));
    let mut files: Vec<PathBuf> = fs::read_dir(data.join("kendala"))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "toml"))
        .collect();
    order::sort(&mut files);
    let own = data.join(trouble::CONTACTS);
    // Both places are the office's; what stands beside the data is what it was told to write.
    files.extend(own.is_file().then_some(own));
    let read = |path: PathBuf| {
        let text = read_text(&path).ok()?;
        let name = shown_path(path.strip_prefix(data).unwrap_or(&path));
        Some((Origin::Office, Source { name, text: text.into() }))
    };
    built_in.chain(files.into_iter().filter_map(read)).collect()
}

fn broken(id: &str) -> Notice {
    Notice::new(Level::Salah, "app-pack-broken").with("pack", id)
}

/// The packs in a folder: one folder each, `pack.toml` first.
pub fn read_folder(folder: &Path) -> Vec<PackSources> {
    let mut packs = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let id = entry.file_name().to_string_lossy().into_owned();
        let mut sources: Vec<Source> = fs::read_dir(entry.path())
            .into_iter()
            .flatten()
            .flatten()
            .filter(|file| file.path().extension().is_some_and(|ext| ext == "toml"))
            .filter_map(|file| {
                let text = read_text(&file.path()).ok()?;
                let name = format!("{id}/{}", file.file_name().to_string_lossy());
                Some(Source { name, text: text.into() })
            })
            .collect();
        order::sort_by_key(&mut sources, |source| {
            (!source.name.ends_with("/pack.toml"), source.name.clone())
        });
        if sources.first().is_some_and(|source| source.name.ends_with("/pack.toml")) {
            packs.push(PackSources { id, sources });
        }
    }
    // The order of a folder is nobody's; the first of two that want one id must be the same every day.
    order::sort_by(&mut packs, |one, other| one.id.cmp(&other.id));
    packs
}

//! Where packs come from: the program itself, the office's `forms` folder, a path somebody named.

use super::reply::Failure;
use super::{Cx, clock};
use crate::form::{self, Form, Pack, PackSources, Problem, Source};
use crate::runtime::Packs;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The texts of one pack; `pack.toml` first.
pub(super) struct PackFiles {
    /// Name of its folder: the pack's id.
    pub(super) id: String,
    /// Whether the office put it there.
    pub(super) of_office: bool,
    /// The texts.
    pub(super) sources: Vec<Source>,
}

impl PackFiles {
    /// The definition as far as it can be read, and every problem.
    pub(super) fn load(&self) -> (Option<Pack>, Vec<Problem>) {
        form::load(&self.sources, clock::now().today())
    }
}

/// Every pack a case can be opened with: the office's own over the built-in of the same id.
pub(super) fn all(cx: &Cx) -> Result<Vec<PackFiles>, Failure> {
    let folder = cx.folder()?.join("forms");
    let mut packs = if folder.is_dir() { below(&folder, Path::new("forms"))? } else { Vec::new() };
    for pack in &mut packs {
        pack.of_office = true;
    }
    for PackSources { id, sources } in form::built_in() {
        if packs.iter().all(|pack| pack.id != id) {
            packs.push(PackFiles { id, of_office: false, sources });
        }
    }
    packs.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(packs)
}

/// The packs at a path: the folder of one pack, or a folder of such folders.
pub(super) fn at(path: &Path) -> Result<Vec<PackFiles>, Failure> {
    let found =
        if path.join("pack.toml").is_file() { vec![read(path, path)?] } else { below(path, path)? };
    if found.is_empty() {
        return Err(Failure::problem("cli-no-pack").with("path", path.display()));
    }
    Ok(found)
}

/// The pack of that id, ready to be filled, as the program itself opens it.
pub(super) fn open(cx: &Cx, id: &str) -> Result<Arc<Form>, Failure> {
    let known: Vec<String> = all(cx)?.into_iter().map(|pack| pack.id).collect();
    if !known.iter().any(|known| known == id) {
        let known = known.join(", ");
        return Err(Failure::problem("cli-pack-unknown").with("pack", id).with("known", known));
    }
    Packs::new(&cx.folder()?)
        .form(id, clock::now().today())
        .map_err(|_| Failure::problem("cli-pack-broken").with("pack", id))
}

fn below(folder: &Path, shown: &Path) -> Result<Vec<PackFiles>, Failure> {
    let refused = |error| Failure::of_file(folder, &error);
    let mut packs = Vec::new();
    for entry in sorted(folder).map_err(refused)? {
        if entry.join("pack.toml").is_file() {
            packs.push(read(&entry, &shown.join(entry.file_name().unwrap_or_default()))?);
        }
    }
    Ok(packs)
}

fn read(folder: &Path, shown: &Path) -> Result<PackFiles, Failure> {
    let refused = |path: &Path, error| Failure::of_file(path, &error);
    let mut sources = Vec::new();
    for path in sorted(folder).map_err(|error| refused(folder, error))? {
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let bytes = fs::read(&path).map_err(|error| refused(&path, error))?;
        let name = shown.join(path.file_name().unwrap_or_default()).display().to_string();
        sources.push(Source { name, text: String::from_utf8_lossy(&bytes).into_owned() });
    }
    let id = fs::canonicalize(folder)
        .ok()
        .and_then(|folder| folder.file_name().map(|name| name.to_string_lossy().into_owned()))
        .unwrap_or_default();
    Ok(PackFiles { id, of_office: false, sources: head_first(sources) })
}

fn sorted(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    paths.sort();
    Ok(paths)
}

/// The loader takes the first text for `pack.toml`.
fn head_first(mut sources: Vec<Source>) -> Vec<Source> {
    sources.sort_by_key(|source| {
        (!source.name.replace('\\', "/").ends_with("/pack.toml"), source.name.clone())
    });
    sources
}

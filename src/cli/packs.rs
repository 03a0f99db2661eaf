//! Where packs come from: the program itself, the office's `forms` folder, a path somebody named.

use super::reply::Failure;
use super::{Cx, clock};
use crate::base::order;
use crate::form::trouble;
use crate::form::{self, Form, Library, Origin, PackSources, Source};
use crate::runtime::{Packs, pack_folders, read_text, shown_path};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Every pack a case can be opened with: the built-in ones, the office's own, the imported ones.
pub(super) fn library(cx: &Cx) -> Result<Library, Failure> {
    let data = cx.folder()?;
    let mut library = Library::built_in();
    for (origin, folder) in pack_folders(&data) {
        if folder.is_dir() {
            library.add(origin, below(&folder, folder.strip_prefix(&data).unwrap_or(&folder))?);
        }
    }
    Ok(library)
}

/// The packs at a path: the folder of one pack, or a folder of such folders.
fn at(path: &Path) -> Result<Vec<PackSources>, Failure> {
    let found =
        if path.join("pack.toml").is_file() { vec![read(path, path)?] } else { below(path, path)? };
    if found.is_empty() {
        return Err(Failure::problem("cli-no-pack").with("path", path.display()));
    }
    Ok(found)
}

/// The packs at some paths, over those built in and those beside them, which they may stand on. Those
/// at the paths are the ones of [`Origin::Named`].
pub(super) fn named(paths: &[PathBuf]) -> Result<Library, Failure> {
    let mut library = Library::built_in();
    let mut named = Vec::new();
    for path in paths {
        named.extend(at(path)?);
        let is_one = path.join("pack.toml").is_file();
        let Some(beside) = fs::canonicalize(path).ok().filter(|_| is_one) else { continue };
        let Some(around) = beside.parent() else { continue };
        // What lies beside is no matter of this check: one that cannot be read is as good as not there.
        let shown = path.parent().unwrap_or(path);
        let mut others = below(around, shown).unwrap_or_default();
        others.retain(|pack| beside.file_name().is_none_or(|own| *own != *pack.id));
        library.add(Origin::Office, others);
    }
    library.add(Origin::Named, named);
    Ok(library)
}

/// Whether a path is a folder of packs, or of one.
pub(super) fn has_packs(path: &Path) -> bool {
    at(path).is_ok()
}

/// The files about troubles at a path: of a folder `kendala`, or of the one in it. With those built in
/// before them, whose addresses they name. `None` where there are none.
pub(super) fn troubles_at(path: &Path) -> Result<Option<Vec<(Origin, Source)>>, Failure> {
    let is_kendala = |path: &Path| {
        fs::canonicalize(path)
            .is_ok_and(|path| path.file_name().is_some_and(|name| name == "kendala"))
    };
    let folder = if is_kendala(path) { path.to_owned() } else { path.join("kendala") };
    if !folder.is_dir() {
        return Ok(None);
    }
    let built_in = form::built_in_troubles().into_iter();
    let mut sources: Vec<_> = built_in.map(|source| (Origin::BuiltIn, source)).collect();
    let own = path.join(trouble::CONTACTS);
    let beside = (folder != path && own.is_file()).then(|| read_one(&own, &own)).transpose()?;
    let files = read(&folder, &folder)?.sources.into_iter().chain(beside);
    sources.extend(files.map(|source| (Origin::Named, source)));
    Ok(Some(sources))
}

/// The pack of that id, ready to be filled, as the program itself opens it.
pub(super) fn open(cx: &Cx, id: &str) -> Result<Arc<Form>, Failure> {
    let (titles, unreadable) = library(cx)?.titles();
    let broken = unreadable.into_iter().map(|pack| pack.id);
    let mut known: Vec<String> =
        titles.into_iter().map(|title| title.head.id).chain(broken).collect();
    if !known.iter().any(|known| known == id) {
        order::sort(&mut known);
        let known = known.join(", ");
        return Err(Failure::problem("cli-pack-unknown").with("pack", id).with("known", known));
    }
    Packs::new(&cx.folder()?)
        .form(id, clock::now().today())
        .map_err(|_| Failure::problem("cli-pack-broken").with("pack", id))
}

fn below(folder: &Path, shown: &Path) -> Result<Vec<PackSources>, Failure> {
    let refused = |error| Failure::of_file(folder, &error);
    let mut packs = Vec::new();
    for entry in sorted(folder).map_err(refused)? {
        if entry.join("pack.toml").is_file() {
            packs.push(read(&entry, &shown.join(entry.file_name().unwrap_or_default()))?);
        }
    }
    Ok(packs)
}

fn read(folder: &Path, shown: &Path) -> Result<PackSources, Failure> {
    let mut sources = Vec::new();
    for path in sorted(folder).map_err(|error| Failure::of_file(folder, &error))? {
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        sources.push(read_one(&path, &shown.join(path.file_name().unwrap_or_default()))?);
    }
    let id = fs::canonicalize(folder)
        .ok()
        .and_then(|folder| folder.file_name().map(|name| name.to_string_lossy().into_owned()))
        .unwrap_or_default();
    Ok(PackSources { id, sources: head_first(sources) })
}

fn read_one(path: &Path, shown: &Path) -> Result<Source, Failure> {
    let text = read_text(path).map_err(|error| Failure::of_file(path, &error))?;
    Ok(Source { name: shown_path(shown), text: text.into() })
}

fn sorted(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    order::sort(&mut paths);
    Ok(paths)
}

/// The loader takes the first text for `pack.toml`.
fn head_first(mut sources: Vec<Source>) -> Vec<Source> {
    order::sort_by_key(&mut sources, |source| {
        (!source.name.replace('\\', "/").ends_with("/pack.toml"), source.name.clone())
    });
    sources
}

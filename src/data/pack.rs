//! One data pack: its manifest and the texts of its files, checked.
//!
//! Built-in packs and an office's own go through the same checks. Never reads a path: bytes come in.

use super::kind::Table;
use super::manifest::{self, Manifest};
use super::problem::Problem;
use super::typed;
use std::borrow::Cow;

/// Name of the file with what a pack says of itself.
pub const MANIFEST: &str = "pack.toml";

/// Where a pack comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The program itself.
    BuiltIn,
    /// The office's data folder.
    Office,
}

/// The bytes of one file of a pack, by its name; `None` where it is not there.
pub(super) type ReadFile<'a> = &'a dyn Fn(&str) -> Option<Cow<'static, [u8]>>;

/// A pack with its texts.
#[derive(Debug, Clone)]
pub(super) struct Pack {
    pub(super) manifest: Manifest,
    pub(super) files: Vec<(Table, Cow<'static, str>)>,
}

/// Reads and checks everything: manifest, checksums, and every line of every file. `folder` is the
/// name of its folder, which must be its id. The pack is there only when nothing is wrong.
pub(super) fn load(folder: &str, read: ReadFile<'_>) -> (Option<Pack>, Vec<Problem>) {
    let (manifest, mut problems) = head(folder, read);
    let Some(manifest) = manifest else { return (None, problems) };
    let mut files = Vec::new();
    for (name, sum) in &manifest.files {
        let shown = format!("{folder}/{name}");
        let Some(table) = manifest.kind.table_of(name) else { continue };
        let Some(bytes) = read(name) else {
            problems.push(Problem::of(shown, "data-file-missing"));
            continue;
        };
        let found = blake3::hash(&bytes).to_hex();
        if found.as_str() != sum {
            problems.push(Problem::of(&shown, "data-checksum").with("found", found));
        }
        let text = match bytes {
            Cow::Borrowed(bytes) => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
            Cow::Owned(bytes) => String::from_utf8(bytes).ok().map(Cow::Owned),
        };
        match text {
            Some(text) => {
                problems.extend(typed::check(table, &shown, &text));
                files.push((table, text));
            }
            None => problems.push(Problem::of(shown, "data-utf-8")),
        }
    }
    let sound = problems.is_empty();
    (sound.then_some(Pack { manifest, files }), problems)
}

/// The manifest alone.
pub(super) fn head(folder: &str, read: ReadFile<'_>) -> (Option<Manifest>, Vec<Problem>) {
    let name = format!("{folder}/{MANIFEST}");
    let Some(bytes) = read(MANIFEST) else {
        return (None, vec![Problem::of(name, "data-file-missing")]);
    };
    let Ok(text) = std::str::from_utf8(&bytes) else {
        return (None, vec![Problem::of(name, "data-utf-8")]);
    };
    let (manifest, mut problems) = manifest::read(&name, text);
    if let Some(manifest) = &manifest
        && manifest.id != folder
    {
        let problem = Problem::of(name, "data-folder-name").with("found", &manifest.id);
        problems.push(problem.with("expected", folder));
    }
    (manifest.filter(|_| problems.is_empty()), problems)
}

//! The packs inside the binary.
//!
//! They are texts like an office's own and go through the same loader. Nothing is read before it is
//! asked for.

use super::Source;
use include_dir::{Dir, include_dir};

static FORMS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/forms");

/// The files of one pack, as [`super::load`] takes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackSources {
    /// Name of its folder.
    pub id: String,
    /// `pack.toml` first, then the section files by name.
    pub sources: Vec<Source>,
}

/// The built-in packs by name.
pub fn built_in() -> Vec<PackSources> {
    let mut packs: Vec<PackSources> = FORMS.dirs().filter_map(sources_of).collect();
    packs.sort_by(|a, b| a.id.cmp(&b.id));
    packs
}

/// The built-in finder ([`super::Services`]).
pub fn built_in_services() -> Source {
    let text = FORMS.get_file("layanan.toml").and_then(|file| file.contents_utf8());
    Source { name: "forms/layanan.toml".to_owned(), text: text.unwrap_or_default().into() }
}

/// The files of a folder, when it is a pack.
fn sources_of(folder: &'static Dir<'static>) -> Option<PackSources> {
    let id = folder.path().file_name()?.to_str()?.to_owned();
    let mut sources: Vec<Source> = folder
        .files()
        .filter_map(|file| {
            let name = file.path().file_name()?.to_str()?;
            let text = file.contents_utf8()?.into();
            let toml = file.path().extension().is_some_and(|kind| kind == "toml");
            toml.then(|| Source { name: format!("forms/{id}/{name}"), text })
        })
        .collect();
    sources.sort_by_key(|source| (!source.name.ends_with("/pack.toml"), source.name.clone()));
    let has_head = sources.first().is_some_and(|first| first.name.ends_with("/pack.toml"));
    has_head.then_some(PackSources { id, sources })
}

#[cfg(test)]
mod tests {
    use crate::data::Reference;
    use crate::form::{Checked, Form, Library, Title, render};
    use std::sync::Arc;

    #[test]
    fn every_built_in_pack_loads_without_a_problem() {
        let today = jiff::civil::date(2026, 11, 20);
        let library = Library::built_in();
        for Checked { id, problems, sources, .. } in library.check(|_| true, today) {
            assert_eq!(render(&problems, &sources), "", "{id}");
        }
        let (titles, unreadable) = library.titles();
        assert_eq!(unreadable, []);
        assert!(!titles.is_empty());
        for Title { head, .. } in titles {
            let loaded = library.load(&head.id, today).expect("what is listed is there");
            let pack = loaded.usable().expect("a pack without problems is there");
            assert_eq!((&pack.id, pack.version), (&head.id, head.version));
            assert_eq!((&pack.title, &pack.words), (&head.title, &head.words));
            assert!(Form::open(Arc::new(pack), Reference::built_in()).is_ok(), "{}", head.id);
        }
    }
}

//! The packs inside the binary.
//!
//! They are texts like an office's own and go through the same loader. They lie there compressed: the heads
//! together, for lists; the sections of a folder by themselves, unpacked only when that pack is read.

use super::Source;
use crate::base::packed::{FORMS, unbundle};
use std::sync::OnceLock;

/// The files of one pack, as [`super::load`] takes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackSources {
    /// Name of its folder.
    pub id: String,
    /// `pack.toml` first, then the section files by name.
    pub sources: Vec<Source>,
}

/// Name and `pack.toml` of every folder, by name.
pub(super) fn heads() -> impl Iterator<Item = (&'static str, Source)> {
    // Lists are made again and again; the text is kept and lent.
    static HEADS: OnceLock<String> = OnceLock::new();
    let text = HEADS.get_or_init(|| FORMS.text("").expect("the heads are packed first"));
    unbundle(text).map(|(id, head)| (id, source(id, "pack.toml", head.into())))
}

/// The section files of a folder, by name.
pub(super) fn sections(id: &str) -> Vec<Source> {
    let Some(bundle) = FORMS.text(id) else { return Vec::new() };
    unbundle(&bundle).map(|(name, text)| source(id, name, text.to_owned().into())).collect()
}

/// The finder: `layanan.toml`.
pub fn built_in_services() -> Source {
    let text = FORMS.text("layanan.toml").unwrap_or_default();
    Source { name: "forms/layanan.toml".to_owned(), text: text.into() }
}

/// The troubles and the addresses: `kendala/*.toml`, by name.
pub fn built_in_troubles() -> Vec<Source> {
    sections("kendala")
}

fn source(id: &str, name: &str, text: std::borrow::Cow<'static, str>) -> Source {
    Source { name: format!("forms/{id}/{name}"), text }
}

#[cfg(test)]
mod tests {
    use crate::data::Reference;
    use crate::form::{Checked, Form, Library, Title, render};
    use std::sync::Arc;

    #[test]
    fn every_file_of_the_forms_folder_is_in_the_binary() {
        let mut there: Vec<super::Source> = vec![super::built_in_services()];
        there.extend(super::built_in_troubles());
        for (id, head) in super::heads() {
            there.push(head);
            there.extend(super::sections(id));
        }
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut files = 0;
        let mut folders = vec![root.join("forms")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                files += 1;
                let text = std::fs::read_to_string(&path).expect("UTF-8");
                let packed = there.iter().find(|source| root.join(&source.name) == path);
                assert_eq!(
                    packed.map(|source| source.text.as_ref()),
                    Some(text.as_str()),
                    "{path:?}"
                );
            }
        }
        assert_eq!(there.len(), files);
    }

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

//! Names of an XLSForm made names of a pack: lower case, digits, `_`, each only once.

use std::collections::HashSet;

/// Names that are taken.
#[derive(Debug, Default)]
pub(super) struct Names(HashSet<String>);

impl Names {
    /// A name near to the one in the sheet that nobody has yet.
    pub(super) fn fresh(&mut self, wanted: &str) -> String {
        let plain = plain(wanted);
        let mut name = plain.clone();
        let mut number = 2;
        while !self.0.insert(name.clone()) {
            name = format!("{plain}_{number}");
            number += 1;
        }
        name
    }
}

/// The name in the letters a pack takes.
pub(super) fn plain(wanted: &str) -> String {
    let mut name: String = wanted
        .trim()
        .to_lowercase()
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' })
        .take(60)
        .collect();
    if !name.starts_with(|first: char| first.is_ascii_lowercase()) {
        name.insert(0, 'n');
    }
    if crate::form::is_reserved(&name) {
        name.push('_');
    }
    name
}

/// The name of a pack's folder.
pub(super) fn folder(wanted: &str) -> String {
    let words: Vec<&str> = wanted
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let mut name = words.join("-").to_lowercase();
    name.truncate(60);
    if !name.starts_with(|first: char| first.is_ascii_lowercase()) {
        name.insert_str(0, "form-");
    }
    name.trim_end_matches('-').to_owned()
}

/// Whether a pack may be called so.
pub fn is_pack_id(id: &str) -> bool {
    !id.is_empty() && folder(id) == id && !DEVICES.contains(&id)
}

/// Names that Windows keeps for itself.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com1", "lpt1"];

/// The name of a section's file.
pub(super) fn file(section: &str) -> String {
    let is_taken = section == "pack" || DEVICES.contains(&section);
    if is_taken { format!("{section}_") } else { section.to_owned() }
}

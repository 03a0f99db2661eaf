//! The data packs inside the binary.
//!
//! Nothing is read before it is asked for. Tables lie there compressed and are unpacked once, when first
//! asked for; the list of regions is looked up where it lies, and nothing of it is copied.

use crate::base::packed::DATA;
use std::borrow::Cow;
use std::sync::{Mutex, PoisonError};

/// The list of regions, the one text that is not packed: four numbers of it are looked at, never all.
const REGIONS: (&str, &str) = ("wilayah", "wilayah.csv");
static REGIONS_TEXT: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/wilayah/wilayah.csv"));

/// The names of the built-in packs.
pub(super) fn packs() -> Vec<&'static str> {
    let folders = DATA.names().filter_map(|name| Some(name.split_once('/')?.0));
    let mut packs: Vec<&str> = folders.collect();
    packs.dedup();
    packs
}

/// The text of a file of a built-in pack.
pub(super) fn text(pack: &str, file: &str) -> Option<&'static str> {
    /// What was asked for so far. There are a dozen files, so what is leaked here is at most all of them.
    static UNPACKED: Mutex<Vec<(String, &str)>> = Mutex::new(Vec::new());
    if (pack, file) == REGIONS {
        return Some(REGIONS_TEXT);
    }
    let name = format!("{pack}/{file}");
    let mut unpacked = UNPACKED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, text)) = unpacked.iter().find(|(of, _)| *of == name) {
        return Some(text);
    }
    let text: &str = DATA.text(&name)?.leak();
    unpacked.push((name, text));
    Some(text)
}

/// The same as bytes, for the checks that an office's packs go through too.
pub(super) fn bytes(pack: &str, file: &str) -> Option<Cow<'static, [u8]>> {
    text(pack, file).map(|text| Cow::Borrowed(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

    use super::*;
    use std::fs;
    use std::path::Path;

    #[test]
    fn every_file_of_the_data_folder_is_in_the_binary() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let mut forgotten = Vec::new();
        for folder in fs::read_dir(root).unwrap().flatten().filter(|entry| entry.path().is_dir()) {
            for file in fs::read_dir(folder.path()).unwrap().flatten() {
                let (pack, name) = (folder.file_name(), file.file_name());
                let (pack, name) = (pack.to_string_lossy(), name.to_string_lossy());
                let is_data = name.ends_with(".csv") || name.ends_with(".toml");
                let there = text(&pack, &name);
                if is_data && there.map(str::to_owned) != fs::read_to_string(file.path()).ok() {
                    forgotten.push(format!("{pack}/{name}"));
                }
            }
        }
        assert!(forgotten.is_empty(), "missing or different: {forgotten:?}");
    }
}

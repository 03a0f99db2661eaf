//! The data packs inside the binary.
//!
//! Their texts lie in it as they are; nothing is read before it is asked for, and nothing is copied.

use std::borrow::Cow;

/// A file of the `data` folder: pack, file name, text.
macro_rules! files {
    ($($pack:literal: $($file:literal),+;)+) => {
        &[$($((
            $pack,
            $file,
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/", $pack, "/", $file)),
        ),)+)+]
    };
}

/// What goes into the binary. Licence texts and READMEs stay in the tree.
static FILES: &[(&str, &str, &str)] = files! {
    "kbli-2020": "pack.toml", "kbli.csv", "padanan-2025.csv";
    "kbli-2025": "pack.toml", "kbli.csv";
    "kbli-kata": "pack.toml", "kata.csv", "padanan.csv", "beda.toml";
    "libur": "pack.toml", "libur.csv";
    "wilayah": "pack.toml", "wilayah.csv", "pindah.csv";
};

/// The names of the built-in packs.
pub(super) fn packs() -> Vec<&'static str> {
    let mut packs: Vec<&str> = FILES.iter().map(|(pack, ..)| *pack).collect();
    packs.dedup();
    packs
}

/// The text of a file of a built-in pack.
pub(super) fn text(pack: &str, file: &str) -> Option<&'static str> {
    let found = FILES.iter().find(|(of, name, _)| *of == pack && *name == file);
    found.map(|(_, _, text)| *text)
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
                if is_data && text(&pack, &name).is_none() {
                    forgotten.push(format!("{pack}/{name}"));
                }
            }
        }
        assert!(forgotten.is_empty(), "not in FILES: {forgotten:?}");
    }
}

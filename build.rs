//! Packs the texts that travel inside the binary: forms, data, words, the applicants of the demo.
//!
//! Each archive is a file of deflate streams one after another and a Rust file with their names and
//! ends; `src/base/packed.rs` reads them. The order of folders is nobody's, so names are sorted: the same
//! tree yields the same bytes.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Used in place, by halving over the text: unpacked it would cost more memory than it saves on disk.
const IN_PLACE: &str = "wilayah/wilayah.csv";

fn main() {
    let root = PathBuf::from(told("CARGO_MANIFEST_DIR"));
    for folder in ["build.rs", "forms", "data", "src/text", "fixtures/applicants"] {
        println!("cargo:rerun-if-changed={folder}");
    }
    write("forms", forms(&root.join("forms")));
    write("data", data(&root.join("data")));
    write("words", words(&root.join("src/text")));
    write(
        "applicants",
        vec![("all".to_owned(), bundle(&files(&root.join("fixtures/applicants"), "json")))],
    );
}

/// One bundle of all heads, by folder; then the section files of each folder, and the troubles, which have
/// no head. A list of titles needs the first only.
fn forms(root: &Path) -> Vec<(String, String)> {
    let mut heads = Vec::new();
    let mut packs = Vec::new();
    for pack in names(root).into_iter().filter(|name| root.join(name).is_dir()) {
        let mut all = files(&root.join(&pack), "toml");
        let Some(head) = all.iter().position(|(name, _)| name == "pack.toml") else { continue };
        heads.push((pack.clone(), all.remove(head).1));
        packs.push((pack, bundle(&all)));
    }
    let mut archive = vec![(String::new(), bundle(&heads))];
    let troubles = root.join("kendala");
    if troubles.is_dir() {
        packs.push(("kendala".to_owned(), bundle(&files(&troubles, "toml"))));
    }
    archive.extend(files(root, "toml"));
    archive.extend(packs);
    archive
}

/// The tables and manifests. Licence texts and READMEs stay in the tree.
fn data(root: &Path) -> Vec<(String, String)> {
    let mut archive = Vec::new();
    for pack in names(root).into_iter().filter(|name| root.join(name).is_dir()) {
        for kind in ["csv", "toml"] {
            for (name, text) in files(&root.join(&pack), kind) {
                archive.push((format!("{pack}/{name}"), text));
            }
        }
    }
    archive.retain(|(name, _)| name != IN_PLACE);
    archive
}

/// All messages of a language, one file after another.
fn words(root: &Path) -> Vec<(String, String)> {
    ["id", "en"]
        .map(|lang| {
            let texts = files(&root.join(lang), "ftl").into_iter().map(|(_, text)| text);
            (lang.to_owned(), texts.collect::<Vec<_>>().join("\n"))
        })
        .to_vec()
}

/// Names and lengths, an empty line, then the texts.
fn bundle(files: &[(String, String)]) -> String {
    let mut text = String::new();
    for (name, content) in files {
        writeln!(text, "{} {name}", content.len()).expect("a string takes everything");
    }
    text.push('\n');
    text.extend(files.iter().map(|(_, content)| content.as_str()));
    text
}

fn write(name: &str, entries: Vec<(String, String)>) {
    let mut bytes: Vec<u8> = Vec::new();
    let mut index = String::new();
    for (name, text) in entries {
        bytes.extend(miniz_oxide::deflate::compress_to_vec(text.as_bytes(), 10));
        writeln!(index, "{} {} {name}", bytes.len(), text.len())
            .expect("a string takes everything");
    }
    let out = PathBuf::from(told("OUT_DIR"));
    fs::write(out.join(format!("{name}.deflate")), bytes).expect("the build folder can be written");
    fs::write(out.join(format!("{name}.index")), index).expect("the build folder can be written");
}

/// The files of that kind, by name.
fn files(folder: &Path, kind: &str) -> Vec<(String, String)> {
    let of_kind = |name: &String| Path::new(name).extension().is_some_and(|found| found == kind);
    let read = |name: String| {
        let text = fs::read_to_string(folder.join(&name));
        let text = text.unwrap_or_else(|error| panic!("{}/{name}: {error}", folder.display()));
        (name, text)
    };
    names(folder).into_iter().filter(of_kind).map(read).collect()
}

/// What cargo tells of this build; asked while it runs, so that two checkouts may share a build folder.
#[expect(clippy::disallowed_methods, reason = "cargo talks to build scripts this way only")]
fn told(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("cargo sets {name}"))
}

/// What lies in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder);
    let entries = entries.unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("a folder can be read to its end").file_name())
        .map(|name| name.into_string().expect("our file names are UTF-8"))
        .collect();
    names.sort();
    names
}

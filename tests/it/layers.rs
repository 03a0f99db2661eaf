//! The folder list is the architecture: a module imports only those before it.

use std::fs;
use std::path::{Path, PathBuf};

/// Lowest first, as `src/lib.rs` and `docs/architecture.md` have it.
const LAYERS: [&str; 17] = [
    "base", "text", "sheet", "ident", "data", "form", "author", "case", "office", "app", "store",
    "net", "report", "tui", "runtime", "drill", "cli",
];

/// Upward roads that are closed even where the order would allow them: module, may not import.
const ABSENT: [(&str, &[&str]); 6] = [
    ("sheet", &["text"]),
    ("ident", &["text"]),
    ("store", &["form", "app", "text"]),
    ("net", &["store", "case", "text"]),
    ("report", &["store", "net"]),
    ("tui", &["store", "net"]),
];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            files.push(path);
        }
    }
    files
}

/// The text without comments and string contents: what is said in them imports nothing.
fn code_of(text: &str) -> String {
    let mut code = String::new();
    for line in text.lines() {
        let line = line.split("//").next().unwrap_or_default();
        let outside: Vec<&str> = line.split('"').step_by(2).collect();
        code.push_str(&outside.join("\"\""));
        code.push('\n');
    }
    code
}

/// Every top-level module named after `crate::`, in groups and nested groups too.
fn imports_of(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut fresh = true;
            let mut word = String::new();
            for letter in group.chars() {
                match letter {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => fresh = true,
                    letter
                        if fresh && depth == 0 && (letter.is_alphanumeric() || letter == '_') =>
                    {
                        word.push(letter);
                        continue;
                    }
                    letter if letter.is_whitespace() && word.is_empty() => continue,
                    _ if depth == 0 => fresh = false,
                    _ => {}
                }
                if !word.is_empty() {
                    found.push(std::mem::take(&mut word));
                    fresh = letter == ',';
                }
            }
            found.extend((!word.is_empty()).then_some(word));
        } else {
            found.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    found
}

/// Whether a file, or a folder it stands in, is declared `#[cfg(test)] mod name;`.
fn is_for_tests(file: &Path) -> bool {
    let mut at = file.to_owned();
    while let (Some(folder), Some(name)) = (at.parent(), at.file_stem()) {
        let declared = format!("#[cfg(test)]\nmod {};", name.to_string_lossy());
        let parent = fs::read_to_string(folder.join("mod.rs")).unwrap_or_default();
        if parent.contains(&declared) {
            return true;
        }
        at = folder.to_owned();
    }
    false
}

fn faults_of(module: &str, code: &str) -> Vec<String> {
    let level = LAYERS.iter().position(|layer| *layer == module).expect("a known layer");
    imports_of(code)
        .into_iter()
        .filter(|other| other != module)
        .filter(|other| {
            let upward =
                LAYERS.iter().position(|layer| layer == other).is_some_and(|at| at > level);
            let absent =
                ABSENT.iter().any(|(from, to)| *from == module && to.contains(&other.as_str()));
            upward || absent
        })
        .collect()
}

#[test]
fn every_folder_of_src_is_a_layer() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(src).expect("src is there").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let known =
            LAYERS.contains(&name.as_str()) || ["lib.rs", "main.rs"].contains(&name.as_str());
        assert!(known, "src/{name} is in no layer");
    }
}

#[test]
fn no_module_imports_upward() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut faults = Vec::new();
    for layer in LAYERS {
        for file in rust_files(&src.join(layer)) {
            // Tests of a layer may look at what stands above it.
            if is_for_tests(&file) {
                continue;
            }
            let text = fs::read_to_string(&file).expect("sources are UTF-8");
            let code = code_of(text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default());
            assert!(!code.contains("super::super::super::super"), "{}", file.display());
            for other in faults_of(layer, &code) {
                faults.push(format!("{} imports {other}", file.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_the_screen_layers_know_the_terminal() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for layer in LAYERS.iter().filter(|layer| !["tui", "runtime", "cli"].contains(layer)) {
        for file in rust_files(&src.join(layer)) {
            let text = fs::read_to_string(&file).expect("sources are UTF-8");
            for foreign in ["ratatui", "crossterm"] {
                assert!(!code_of(&text).contains(foreign), "{} uses {foreign}", file.display());
            }
        }
    }
}

#[test]
fn a_planted_upward_import_is_seen() {
    for planted in [
        "use crate::tui::view;",
        "use crate::{tui as t};",
        "use crate::{form::{Kind, Path}, tui::view, ident};",
        "use crate::{\n    ident,\n    tui,\n};",
        "fn f() { crate::tui::view(); }",
    ] {
        assert_eq!(faults_of("app", &code_of(planted)), ["tui"], "{planted}");
    }
    for fine in ["use crate::{form::tui, ident};", "// use crate::tui", "let s = \"crate::tui\";"] {
        assert!(faults_of("app", &code_of(fine)).is_empty(), "{fine}");
    }
}

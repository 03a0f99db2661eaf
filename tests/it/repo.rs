//! What must hold of the tree itself: nothing forgotten, nothing promised that is not there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[track_caller]
fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|ext| ext == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn no_source_file_is_forgotten() {
    for folder in ["src", "tests/it"] {
        for file in files(&root().join(folder), "rs") {
            let name = file.file_stem().unwrap().to_string_lossy().into_owned();
            if ["main", "lib"].contains(&name.as_str()) {
                continue;
            }
            // `mod.rs` is declared by the folder above, everything else beside it.
            let (name, beside) = if name == "mod" {
                let folder = file.parent().unwrap();
                (folder.file_name().unwrap().to_string_lossy().into_owned(), folder.parent())
            } else {
                (name, file.parent())
            };
            let declared = ["mod.rs", "lib.rs", "main.rs"]
                .iter()
                .filter_map(|parent| fs::read_to_string(beside?.join(parent)).ok())
                .any(|text| text.lines().any(|line| line.ends_with(&format!("mod {name};"))));
            assert!(declared, "{} is in no module", file.display());
        }
    }
}

#[test]
fn nothing_unfinished_is_left_in_the_source() {
    // Written apart, so that this file may stand in the tree it reads.
    let words =
        ["TO", "FIX", "db", "to", "unimple"].iter().zip(["DO", "ME", "g!(", "do!(", "mented!("]);
    let words: Vec<String> = words.map(|(one, two)| format!("{one}{two}")).collect();
    for folder in ["src", "tests", "benches"] {
        for file in files(&root().join(folder), "rs") {
            let text = fs::read_to_string(&file).expect("sources are UTF-8");
            for (number, line) in text.lines().enumerate() {
                for word in &words {
                    assert!(!line.contains(word), "{}:{}: {line}", file.display(), number + 1);
                }
            }
        }
    }
}

#[test]
fn the_changelog_tells_what_is_not_yet_released() {
    let changelog = read("CHANGELOG.md");
    let (_, rest) = changelog.split_once("\n## Unreleased\n").expect("a heading `Unreleased`");
    let entry = rest.split("\n## ").next().unwrap_or_default();
    assert!(entry.contains("\n- "), "it has an entry");
}

#[test]
fn every_dependency_says_why_it_is_there() {
    let mut in_dependencies = false;
    let mut explained = false;
    let mut seen = 0;
    for line in read("Cargo.toml").lines() {
        if line.starts_with('[') {
            in_dependencies = line.ends_with("dependencies]");
            explained = false;
        } else if line.trim().is_empty() {
            explained = false;
        } else if line.starts_with('#') {
            explained = true;
        } else if in_dependencies {
            assert!(explained, "no comment above: {line}");
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen} dependencies were looked at");
}

#[test]
fn the_oldest_rust_is_the_same_wherever_it_is_named() {
    let manifest = read("Cargo.toml");
    let version = manifest
        .lines()
        .find_map(|line| line.strip_prefix("rust-version = \"")?.strip_suffix('"'))
        .expect("Cargo.toml names one");
    let readme = read("README.md");
    assert!(readme.contains(&format!("{version} or newer")), "the README says {version}");
}

/// The help of a command, or what is wrong with it.
fn help_of(path: &[String]) -> Result<String, String> {
    let run = Command::new(env!("CARGO_BIN_EXE_loket"))
        .args(path)
        .arg("--help")
        .env_remove("LOKET_DATA")
        .output()
        .expect("it runs");
    let text = String::from_utf8_lossy(&run.stdout).into_owned();
    if run.status.success() { Ok(text) } else { Err(format!("loket {path:?} is not there")) }
}

/// Checks a command line as the README writes it, without the `loket`: commands in lower case,
/// options with two dashes, and what stands for something in capitals. Gives the commands.
fn check(line: &str) -> Result<Vec<String>, String> {
    let mut path = Vec::new();
    let mut options = Vec::new();
    for word in line.split_whitespace() {
        if let Some(option) = word.strip_prefix("--") {
            options.push(option.split('=').next().unwrap_or_default().to_owned());
        } else if options.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c == '-') {
            path.push(word.to_owned());
        }
    }
    let help = help_of(&path)?;
    for option in options {
        if !help.contains(&format!("--{option}")) {
            return Err(format!("loket {path:?} has no --{option}"));
        }
    }
    Ok(path)
}

/// The texts in backticks of a line.
fn spans(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

#[test]
fn every_command_the_readme_names_is_there() {
    let readme = read("README.md");
    let mut seen = 0;
    let mut in_shell = false;
    for line in readme.lines() {
        if line.starts_with("```") {
            in_shell = line == "```sh";
            continue;
        }
        if in_shell && !line.trim().is_empty() {
            let mut words = line.split_whitespace();
            match (words.next(), words.next()) {
                (Some("cargo"), Some("run" | "test" | "build" | "bench")) => {
                    if let Some((_, ours)) = line.split_once(" -- ") {
                        check(ours).unwrap_or_else(|problem| panic!("{line}: {problem}"));
                    }
                }
                (Some("loket"), Some(_)) => {
                    check(&line["loket ".len()..])
                        .unwrap_or_else(|problem| panic!("{line}: {problem}"));
                }
                _ => panic!("what is `{line}`?"),
            }
            seen += 1;
            continue;
        }
        // `loket draft list`, `show`: what follows in a row of the table stands for the last word.
        let mut last: Option<Vec<String>> = None;
        let cell = line.strip_prefix("| ").and_then(|row| row.split(" | ").next());
        for span in spans(cell.unwrap_or(line)) {
            let checked = match (span.strip_prefix("loket "), &last, cell) {
                (Some("COMMAND --help"), ..) => continue,
                (Some(ours), ..) => check(ours),
                (None, Some(path), Some(_)) => {
                    let before = path[..path.len().saturating_sub(1)].join(" ");
                    check(&format!("{before} {span}"))
                }
                _ => continue,
            };
            last = Some(checked.unwrap_or_else(|problem| panic!("{line}: {problem}")));
            seen += 1;
        }
    }
    assert!(seen > 15, "{seen} commands were looked at");
}

#[test]
fn a_command_that_is_not_there_is_seen() {
    assert!(check("pack chekc").is_err());
    assert!(check("drill --kill N --twice").is_err());
    assert_eq!(check("drill --kills N"), Ok(vec!["drill".to_owned()]));
}

/// The links of a page that stay in the tree.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](")
        .skip(1)
        .filter_map(|rest| rest.split([')', '#']).next())
        .filter(|link| !link.is_empty() && !link.contains("://") && !link.starts_with("mailto:"))
}

#[test]
fn every_link_leads_somewhere() {
    let mut pages = files(&root().join("docs"), "md");
    pages.extend(["README.md", "CHANGELOG.md"].map(|name| root().join(name)));
    let mut broken = Vec::new();
    for page in pages {
        let text = fs::read_to_string(&page).expect("pages are UTF-8");
        for link in links(&text) {
            if !page.parent().expect("in a folder").join(link).exists() {
                broken.push(format!("{}: {link}", page.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

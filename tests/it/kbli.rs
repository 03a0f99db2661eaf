//! The KBLI lists and the search as an officer meets them: the starter set against the official list,
//! the examination, and the command line.
//!
//! `fixtures/kbli-eval.csv` is the examination: nobody tunes to its rows, so what it misses is told
//! only to who sets `KBLI_SHOW_MISSES`. `fixtures/kbli-dev.csv` is for tuning.

use loket::data::Reference;
use loket::ident::kbli::{Everyday, Kbli, KbliParts, Move, Row};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The rows of a CSV file without its header. Our lists have no line breaks inside quotes.
fn read(path: &Path) -> Vec<Vec<String>> {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let cells = |line: &str| {
        let (mut cells, mut quoted) = (vec![String::new()], false);
        for sign in line.chars() {
            match sign {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                _ => cells.last_mut().unwrap().push(sign),
            }
        }
        cells
    };
    text.lines().skip(1).map(cells).collect()
}

/// A file that may be absent here; says so when it is.
fn there(path: &str) -> Option<PathBuf> {
    let path = root().join(path);
    if path.is_file() {
        return Some(path);
    }
    eprintln!("skipped: {} is not there", path.display());
    None
}

/// The lists the program carries, through the program's own door.
fn starter() -> Option<std::sync::Arc<Reference>> {
    there("data/kbli-2025/kbli.csv")?;
    let reference = Reference::built_in();
    assert!(reference.kbli().editions().contains(&2025), "the built-in list is loaded");
    Some(reference)
}

/// Both official lists with our words.
fn official() -> Option<Kbli> {
    let lists = there("../shared/data/kbli2025.csv")?.parent()?.to_owned();
    let kata = there("data/kbli-kata/kata.csv")?;
    let mut parts = KbliParts::default();
    for edition in [2025, 2020] {
        let rows = read(&lists.join(format!("kbli{edition}.csv")));
        let rows = rows.into_iter().map(|row| Row {
            category: row[2].chars().next().unwrap(),
            code: row[0].clone(),
            title: row[1].clone(),
        });
        parts.lists.push((edition, true, rows.collect()));
    }
    for row in read(&lists.join("kbli_2020_2025.csv")) {
        parts.moves.push(Move { from: row[0].clone(), to: row[1].clone() });
    }
    for row in read(&kata) {
        let phrases = row[1].split("; ").map(str::to_owned).collect();
        parts.everyday.push(Everyday { code: row[0].clone(), phrases });
    }
    for row in read(&kata.with_file_name("padanan.csv")) {
        parts.spoken.push((row[0].clone(), row[1].clone()));
    }
    Some(Kbli::new(parts))
}

#[derive(Default)]
struct Marks {
    rows: usize,
    first: usize,
    among_five: usize,
}

impl Marks {
    fn share(&self) -> f64 {
        self.among_five as f64 / self.rows as f64
    }
}

impl std::fmt::Display for Marks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let percent = |count: usize| 100.0 * count as f64 / self.rows as f64;
        let (first, five) = (percent(self.first), percent(self.among_five));
        write!(f, "{} rows: first {first:.1} %, among five {five:.1} %", self.rows)
    }
}

/// Asks every row of a file (`words,codes,note`) and prints the marks, overall and by note.
#[expect(clippy::disallowed_methods, reason = "whoever sets the examination may look at it")]
fn examine(name: &str, kbli: &Kbli, file: &Path) -> Marks {
    let tell = std::env::var_os("KBLI_SHOW_MISSES").is_some();
    let (mut all, mut by_note) = (Marks::default(), BTreeMap::<String, Marks>::new());
    for row in read(file).into_iter().filter(|row| row.len() > 1) {
        let expected: Vec<&str> = row[1].split(' ').collect();
        let hits = kbli.search(&row[0], 2025, 5);
        let place = hits.iter().position(|hit| expected.contains(&&*hit.code));
        let note = row.get(2).cloned().unwrap_or_default();
        for marks in [&mut all, by_note.entry(note).or_default()] {
            marks.rows += 1;
            marks.first += usize::from(place == Some(0));
            marks.among_five += usize::from(place.is_some());
        }
        if tell && place.is_none() {
            let found: Vec<&str> = hits.iter().map(|hit| &*hit.code).collect();
            eprintln!("  missed: {} is {}, found {}", row[0], row[1], found.join(" "));
        }
    }
    eprintln!("{name}, {all}");
    for (note, marks) in &by_note {
        let note = if note.is_empty() { "plain" } else { note };
        eprintln!("  {note}: {marks}");
    }
    assert!(all.rows > 80, "{name} has too few rows to say anything");
    all
}

#[test]
fn the_right_code_is_among_the_first_five_for_what_applicants_say() {
    let (Some(starter), Some(file)) = (starter(), there("fixtures/kbli-eval.csv")) else { return };
    let marks = examine("examination, starter list", starter.kbli(), &file);
    assert!(marks.share() >= 0.9, "{marks}");
    if let Some(official) = official() {
        let marks = examine("examination, official lists", &official, &file);
        assert!(marks.share() >= 0.9, "{marks}");
    }
}

#[test]
fn what_the_search_was_tuned_with_stays_found() {
    let Some(starter) = starter() else { return };
    let file = root().join("fixtures/kbli-dev.csv");
    let marks = examine("development set, starter list", starter.kbli(), &file);
    assert!(marks.share() >= 0.96, "{marks}");
    if let Some(official) = official() {
        let marks = examine("development set, official lists", &official, &file);
        assert!(marks.share() >= 0.96, "{marks}");
        assert!(official.memory() < 4_000_000, "{} bytes", official.memory());
    }
}

#[test]
fn every_row_of_the_starter_list_stands_so_in_the_official_one() {
    let Some(starter) = there("data/kbli-2025/kbli.csv") else { return };
    let rows = read(&starter);
    let codes: BTreeSet<&str> = rows.iter().map(|row| &*row[0]).collect();
    assert_eq!(codes.len(), rows.len(), "no code stands there twice");
    let five = codes.iter().filter(|code| code.len() == 5).count();
    let categories = codes.iter().filter(|code| code.len() == 1).count();
    assert!(five >= 600, "{five} codes of five digits");
    assert_eq!(categories, 22);
    let Some(official) = there("../shared/data/kbli2025.csv") else { return };
    let official: BTreeSet<Vec<String>> =
        read(&official).into_iter().map(|row| row[..3].to_vec()).collect();
    let wrong: Vec<&Vec<String>> = rows.iter().filter(|row| !official.contains(*row)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn everyday_words_belong_to_codes_of_the_starter_list() {
    let (Some(kata), Some(list)) =
        (there("data/kbli-kata/kata.csv"), there("data/kbli-2025/kbli.csv"))
    else {
        return;
    };
    let codes: BTreeSet<String> = read(&list).into_iter().map(|mut row| row.remove(0)).collect();
    for row in read(&kata) {
        assert!(codes.contains(&row[0]), "{} has words but no title", row[0]);
        assert!(row[1].split("; ").all(|phrase| !phrase.trim().is_empty()), "{}", row[0]);
    }
}

/// Runs the program in an empty home, with no passphrase anywhere.
fn loket(args: &[&str]) -> (Option<i32>, String, String) {
    let home = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_loket"))
        .args(args)
        .env_clear()
        .env("HOME", home.path())
        .current_dir(home.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[track_caller]
fn json_of(args: &[&str]) -> Value {
    let (code, out, err) = loket(args);
    assert_eq!(code, Some(0), "{args:?}: {out}{err}");
    serde_json::from_str(&out).unwrap_or_else(|error| panic!("{args:?}: {error}: {out}"))
}

#[test]
fn the_command_line_answers_with_codes_best_first() {
    if starter().is_none() {
        return;
    }
    let answer = json_of(&["kbli", "search", "saya", "jual", "gorengan", "-n", "3", "--json"]);
    assert_eq!(answer.as_object().unwrap().keys().collect::<Vec<_>>(), ["results"]);
    let results = answer["results"].as_array().unwrap();
    assert_eq!(results.len(), 3);
    assert_eq!(results[0]["code"], "56102");
    assert_eq!(results[0]["edition"], 2025);
    assert_eq!(results[0]["category"], "I");
    assert_eq!(results[0]["why"], "jual gorengan");
    assert!(results.iter().all(|result| result["title"].is_string()));
    let (code, text, _) = loket(&["kbli", "search", "jual gorengan"]);
    assert_eq!(code, Some(0));
    assert!(text.starts_with("56102  Aktivitas Penyediaan Makanan"), "{text}");
    assert!(text.contains("cocok: jual gorengan"), "{text}");
    let (_, english, _) = loket(&["kbli", "search", "jual gorengan", "--lang", "en"]);
    assert!(english.contains("matched: jual gorengan"), "{english}");
}

#[test]
fn the_command_line_shows_a_code_and_refuses_with_what_to_do() {
    if starter().is_none() {
        return;
    }
    let shown = json_of(&["kbli", "show", "I56102", "--json"]);
    assert_eq!(shown["code"], "56102");
    assert_eq!(shown["edition"], 2025);
    assert!(shown["words"].as_array().unwrap().iter().any(|word| word == "jual gorengan"));
    assert_eq!(shown["parents"][0]["code"], "I");
    for (args, key) in [
        (["kbli", "show", "99998", "--json"], "kbli-not-in-starter"),
        (["kbli", "search", "qqqqzzzz", "--json"], "kbli-nothing-yet"),
        (["kbli", "search", "--json", ""], "kbli-nothing-yet"),
    ] {
        let (code, out, _) = loket(&args);
        assert_eq!(code, Some(1), "{args:?}: {out}");
        let answer: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(answer["error"]["key"], key, "{out}");
        assert!(!answer["error"]["next"].as_str().unwrap().is_empty());
    }
}

#[test]
fn an_edition_that_is_not_there_is_named() {
    let (code, out, _) = loket(&["kbli", "search", "roti", "--edition", "1999", "--json"]);
    assert_eq!(code, Some(2), "{out}");
    let answer: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(answer["error"]["key"], "kbli-no-edition");
    let (_, out, _) = loket(&["kbli", "search", &"\u{1b}[2J".repeat(3000), "--edition", "1999"]);
    assert!(!out.contains('\u{1b}'));
}

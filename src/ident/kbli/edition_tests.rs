//! Codes held against the lists: a few rows of our own, and the whole lists where a developer has them.

use super::{Kbli, KbliParts, Move, Row, read};
use crate::ident::Level::{self, Periksa, Salah};
use crate::ident::testing::finds;
use std::path::Path;

/// A few codes of both editions. The lists are short, so no code is unknown by them.
fn few() -> Kbli {
    let row =
        |code: &str, title: &str| Row { code: code.into(), title: title.into(), category: 'I' };
    let moves = [("56101", "56101"), ("56102", "56101"), ("56102", "56400"), ("74149", "74199")];
    Kbli::new(KbliParts {
        lists: vec![
            (
                2025,
                false,
                vec![
                    row("56101", "Aktivitas Penyediaan Makanan di Bangunan Tetap"),
                    row("56102", "Aktivitas Penyediaan Makanan di Bangunan Tidak Tetap"),
                    row("56400", "Aktivitas Perantara Penyediaan Makanan dan Minuman"),
                    row("74199", "Aktivitas Desain Khusus Lainnya"),
                ],
            ),
            (
                2020,
                false,
                vec![
                    row("56101", "Restoran"),
                    row("56102", "Rumah/Warung Makan"),
                    row("74149", "Aktivitas Desain Khusus Lainnya"),
                ],
            ),
        ],
        moves: moves.map(|(from, to)| Move { from: from.into(), to: to.into() }).into(),
        ..KbliParts::default()
    })
}

#[test]
fn a_code_is_held_against_its_edition_and_the_other() {
    type Row = (&'static str, u16, &'static [(Level, &'static str)]);
    let kbli = few();
    let table: [Row; 9] = [
        // Worded anew, but the table says it is the same.
        ("56101", 2025, &[]),
        ("56101", 2020, &[]),
        ("56102", 2025, &[(Periksa, "kbli-other-edition")]),
        ("56102", 2020, &[(Periksa, "kbli-other-edition")]),
        ("74149", 2025, &[(Periksa, "kbli-only-other")]),
        ("74149", 2020, &[]),
        // No short list says that a code is unknown.
        ("99999", 2025, &[]),
        ("45201", 2025, &[(Periksa, "kbli-dropped")]),
        ("5610", 2025, &[(Salah, "kbli-length")]),
    ];
    for (text, edition, expected) in table {
        finds(text, &read(text, edition, &kbli), expected);
    }
}

#[test]
fn both_meanings_of_a_number_are_told() {
    let verdict = read("56102", 2025, &few()).verdicts.remove(0);
    let arg =
        |name| verdict.args.iter().find(|(known, _)| *known == name).map(|(_, value)| &**value);
    assert_eq!(arg("title"), Some("Aktivitas Penyediaan Makanan di Bangunan Tidak Tetap"));
    assert_eq!(arg("other_title"), Some("Rumah/Warung Makan"));
    assert_eq!((arg("edition"), arg("other")), (Some("2025"), Some("2020")));
}

#[test]
fn without_lists_a_code_is_read_as_before() {
    let kbli = Kbli::default();
    finds("56101", &read("56101", 2025, &kbli), &[]);
    finds("74149", &read("74149", 2025, &kbli), &[(Periksa, "kbli-dropped")]);
    finds("00123", &read("00123", 2025, &kbli), &[(Periksa, "kbli-division")]);
}

/// The whole lists; none, with a word why, where they are not there.
fn whole() -> Option<Kbli> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let lines = |name: &str| -> Option<Vec<String>> {
        let text = std::fs::read_to_string(folder.join(name));
        let text = text.inspect_err(|error| eprintln!("skipped: {name}: {error}")).ok()?;
        Some(text.lines().skip(1).map(ToOwned::to_owned).collect())
    };
    let list = |name: &str| -> Option<Vec<Row>> {
        let row = |line: &String| {
            let (code, rest) = line.split_once(',').expect("columns");
            let (title, rest) = match rest.strip_prefix('"') {
                Some(quoted) => quoted.rsplit_once("\",").expect("a closing quote"),
                None => rest.split_once(',').expect("columns"),
            };
            let category = rest.chars().next().expect("a category");
            Row { code: code.into(), title: title.replace("\"\"", "\""), category }
        };
        Some(lines(name)?.iter().map(row).collect())
    };
    let moves = lines("kbli_2020_2025.csv")?;
    let moves = moves.iter().filter_map(|line| {
        let mut cells = line.split(',');
        Some(Move { from: cells.next()?.into(), to: cells.next()?.into() })
    });
    Some(Kbli::new(KbliParts {
        moves: moves.collect(),
        lists: vec![(2025, true, list("kbli2025.csv")?), (2020, true, list("kbli2020.csv")?)],
        ..KbliParts::default()
    }))
}

#[test]
fn the_whole_lists_know_what_is_unknown_dropped_or_means_something_else() {
    let Some(kbli) = whole() else { return };
    for (text, edition, expected) in [
        ("56102", 2025, &[(Periksa, "kbli-other-edition")][..]),
        ("10710", 2025, &[]),
        ("56101", 2020, &[]),
        ("62199", 2025, &[]),
        ("62019", 2025, &[(Periksa, "kbli-only-other")]),
        ("62199", 2020, &[(Periksa, "kbli-only-other")]),
        ("74149", 2025, &[(Periksa, "kbli-only-other")]),
        ("45201", 2025, &[(Periksa, "kbli-only-other")]),
        ("99999", 2025, &[(Periksa, "kbli-unknown")]),
        ("99999", 2020, &[(Periksa, "kbli-unknown")]),
    ] {
        finds(text, &read(text, edition, &kbli), expected);
    }
}

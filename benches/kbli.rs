//! The KBLI search as an officer types: each description letter by letter, both official lists loaded.
//!
//! `cargo bench --bench kbli` prints time a key, time to build the index, and its memory. Reads the
//! lists from `../shared/data` and the words from `data/kbli-kata`; a folder given as argument stands
//! in for the latter. Without the lists it says so and ends.

use loket::ident::kbli::{Everyday, Kbli, KbliParts, Move, Row};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const SAID: [&str; 24] = [
    "saya jual gorengan di depan rumah",
    "warung kelontong di kampung",
    "bengkel motor sama tambal ban",
    "londri kiloan",
    "ternak lele di kolam terpal belakang rumah",
    "jualan baju online shopee",
    "tukang jahit terima permak",
    "bikin kue-kue basah titip di warung",
    "servis hp dan jual pulsa",
    "kos-kosan putri dekat kampus",
    "foto copy dan alat tulis",
    "sewa tenda dan kursi hajatan",
    "pengepul barang bekas rongsokan",
    "katering pernikahan dan nasi kotak",
    "bapak punya kebun sawit dua hektar",
    "penggilingan padi keliling",
    "jasa pasang ac dan servis kulkas",
    "grngn tahu isi",
    "prdagangan ecran maknan dan minumn",
    "xxqqzz tidak ada yang seperti ini",
    "kursus bahasa inggris buat anak sd",
    "agen gas elpiji tiga kilo",
    "nelayan cari ikan di laut",
    "56101",
];
const ROUNDS: usize = 20;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let words = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let words = words.map_or_else(|| root.join("data/kbli-kata"), PathBuf::from);
    let lists = root.join("../shared/data");
    if !lists.join("kbli2025.csv").is_file() {
        println!("skipped: there are no official lists beside the repository");
        return;
    }
    let parts = parts(&lists, &words);
    let phrases: usize = parts.everyday.iter().map(|one| one.phrases.len()).sum();
    println!(
        "{} phrases for {} codes, {} spoken words ({})",
        phrases,
        parts.everyday.len(),
        parts.spoken.len(),
        if cfg!(debug_assertions) { "DEBUG" } else { "release" }
    );
    let mut builds: Vec<Duration> = (0..11)
        .map(|_| {
            let parts = parts.clone();
            let start = Instant::now();
            let kbli = Kbli::new(parts);
            let took = start.elapsed();
            assert_eq!(kbli.editions(), [2025, 2020]);
            took
        })
        .collect();
    builds.sort_unstable();
    let kbli = Kbli::new(parts);
    let mut found = 0;
    let mut keys = Vec::new();
    for edition in [2025, 2020] {
        for said in SAID.iter().cycle().take(SAID.len() * ROUNDS) {
            for (end, _) in said.char_indices().skip(1).chain([(said.len(), ' ')]) {
                let start = Instant::now();
                found += kbli.search(&said[..end], edition, 8).len();
                keys.push(start.elapsed());
            }
        }
    }
    keys.sort_unstable();
    let at = |share: f64| keys[(keys.len() as f64 * share) as usize].as_secs_f64() * 1e3;
    println!("| keys | key ms median | key ms p95 | key ms p99 | build ms median | memory MB |");
    println!("|--:|--:|--:|--:|--:|--:|");
    println!(
        "| {} | {:.3} | {:.3} | {:.3} | {:.1} | {:.2} |",
        keys.len(),
        at(0.5),
        at(0.95),
        at(0.99),
        builds[builds.len() / 2].as_secs_f64() * 1e3,
        kbli.memory() as f64 / 1e6,
    );
    assert!(found > 0);
}

fn parts(lists: &Path, words: &Path) -> KbliParts {
    let mut parts = KbliParts::default();
    for edition in [2025, 2020] {
        let rows = read(&lists.join(format!("kbli{edition}.csv")));
        let rows = rows.into_iter().map(|row| Row {
            code: row[0].clone(),
            title: row[1].clone(),
            category: row[2].chars().next().unwrap_or('?'),
        });
        parts.lists.push((edition, true, rows.collect()));
    }
    for row in read(&lists.join("kbli_2020_2025.csv")) {
        parts.moves.push(Move { from: row[0].clone(), to: row[1].clone() });
    }
    let files = fs::read_dir(words).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|ending| ending == "csv")).collect();
    files.sort();
    for path in files {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        for row in read(&path) {
            if name.starts_with("kata") {
                let phrases = row[1].split("; ").map(str::to_owned).collect();
                parts.everyday.push(Everyday { code: row[0].clone(), phrases });
            } else if name == "padanan.csv" {
                parts.spoken.push((row[0].clone(), row[1].clone()));
            }
        }
    }
    parts
}

/// The rows of a CSV file without its header. Our lists have no line breaks inside quotes.
fn read(path: &Path) -> Vec<Vec<String>> {
    let text = fs::read_to_string(path).expect("the list can be read");
    let cells = |line: &str| {
        let (mut cells, mut quoted) = (vec![String::new()], false);
        for sign in line.chars() {
            match sign {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                _ => cells.last_mut().expect("there is one").push(sign),
            }
        }
        cells
    };
    text.lines().skip(1).map(cells).collect()
}

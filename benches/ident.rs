//! How fast numbers are read and regions are found, on one core.
//!
//! `cargo bench --bench ident` prints the table. The region lists come from a folder named by
//! `LOKET_BENCH_DATA` (`wilayah_nodesa.csv`, `wilayah_historis.csv`), or from the data in the program.

use loket::data::Reference;
use loket::ident::wilayah::{RegionTexts, Regions};
use loket::ident::{nik, npwp, phone};
use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

const ROUNDS: usize = 7;
const NUMBERS: usize = 200_000;

fn main() {
    let reference = Reference::built_in();
    let own = own_lists();
    let regions = own.as_ref().unwrap_or_else(|| reference.regions());
    let kecamatan: Vec<String> = regions
        .children("")
        .iter()
        .flat_map(|province| regions.children(province.code))
        .flat_map(|place| regions.children(place.code))
        .map(|hit| hit.code.to_owned())
        .collect();
    println!("kecamatan: {}; build: {}", kecamatan.len(), build());
    println!();
    println!("| what | a second, median of {ROUNDS} | a second, best | ns each, best |");
    println!("|---|--:|--:|--:|");
    let niks = niks(&kecamatan);
    rate("NIK, parse", &niks, |text| nik::parse(text).value.is_some());
    rate("NIK, parse and region", &niks, |text| nik::read(text, regions).value.is_some());
    rate("NPWP, parse", &niks, |text| npwp::parse(text).value.is_some());
    let phones: Vec<String> =
        (0..NUMBERS).map(|at| format!("+62 812-{:04}-{:04}", at % 9999, at % 7919)).collect();
    rate("telephone, parse", &phones, |text| phone::parse(text).value.is_some());
    println!();
    println!("| search | hits | ms, median of {ROUNDS} | ms, best |");
    println!("|---|--:|--:|--:|");
    for words in
        ["d", "dumai", "dumai kota", "kec karanganyar jateng", "bengklais", "xqzwv", "14.72"]
    {
        let hits = regions.search(words, "", 20).len();
        let (median, best) = times(|| {
            black_box(regions.search(black_box(words), "", 20));
        });
        println!("| {words} | {hits} | {:.3} | {:.3} |", median * 1e3, best * 1e3);
    }
}

/// NIKs as people have them: every kecamatan, days, months and years of the living.
fn niks(kecamatan: &[String]) -> Vec<String> {
    let none = vec!["147206".to_owned()];
    let codes = if kecamatan.is_empty() { &none } else { kecamatan };
    (0..NUMBERS)
        .map(|at| {
            // Steps without a common factor, so that neighbours do not lie next to each other.
            let code = &codes[at * 7919 % codes.len()];
            let day = at % 28 + 1 + if at % 2 == 0 { 40 } else { 0 };
            format!("{code}{day:02}{:02}{:02}{:04}", at % 12 + 1, at % 100, at % 9999 + 1)
        })
        .collect()
}

fn rate(what: &str, texts: &[String], read: impl Fn(&str) -> bool) {
    let (median, best) = times(|| {
        let read = texts.iter().filter(|text| read(black_box(text))).count();
        black_box(read);
    });
    let count = texts.len() as f64;
    println!(
        "| {what} | {:.0} | {:.0} | {:.0} |",
        count / median,
        count / best,
        best / count * 1e9
    );
}

/// Seconds a round takes: the median, and the best, which other programs on the PC disturb least.
fn times(mut round: impl FnMut()) -> (f64, f64) {
    // One round beforehand, which fills the caches.
    round();
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let begun = Instant::now();
            round();
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    (times[ROUNDS / 2].as_secs_f64(), times[0].as_secs_f64())
}

fn build() -> &'static str {
    if cfg!(debug_assertions) { "DEBUG" } else { "release" }
}

/// The lists of a developer's folder, put into the form of a data pack.
fn own_lists() -> Option<Regions> {
    #[expect(clippy::disallowed_methods, reason = "a bench has no command line of its own")]
    let folder = std::env::var("LOKET_BENCH_DATA").ok()?;
    let read = |name: &str| {
        std::fs::read_to_string(Path::new(&folder).join(name)).expect("the folder has the lists")
    };
    let mut current = String::from("code,name\n");
    for line in read("wilayah_nodesa.csv").lines().skip(1) {
        let (line, _level) = line.rsplit_once(',').expect("three columns");
        writeln!(current, "{line}").expect("a string takes text");
    }
    let mut moved = String::from("code,name,last_seen,successor\n");
    for line in read("wilayah_historis.csv").lines().skip(1) {
        let (code, rest) = line.split_once(',').expect("five columns");
        let cells: Vec<_> = rest.rsplitn(4, ',').collect();
        let [successor, last_seen, _level, name] = cells[..] else { panic!("five columns") };
        writeln!(moved, "{code},{name},{last_seen},{successor}").expect("a string takes text");
    }
    let texts =
        RegionTexts { current: current.into(), moved: moved.into(), ..RegionTexts::default() };
    Some(Regions::new(texts))
}

//! How long packs take and how much memory: opening the largest, evaluating after a key, listing all.
//!
//! `cargo bench --bench form` prints the tables. The largest pack is looked for, not named.

use jiff::civil::{Date, date};
use loket::data::Reference;
use loket::form::{
    Answer, Answers, Form, Library, Path, Source, evaluate, load, missing_instances,
};
use std::fmt::Write as _;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

const TODAY: Date = date(2026, 11, 23);
const ROUNDS: usize = 60;

fn main() {
    let library = Library::built_in();
    let ids: Vec<String> = library.titles().0.into_iter().map(|title| title.head.id).collect();
    let reference = Reference::built_in();
    memory(&ids, &reference);
    let packs: Vec<_> = ids.iter().filter_map(|id| library.load(id, TODAY)?.usable()).collect();
    let largest = packs.iter().max_by_key(|pack| pack.questions.len()).expect("there are packs");
    println!(
        "packs: {}; largest: {} with {} questions",
        packs.len(),
        largest.id,
        largest.questions.len()
    );
    println!();
    println!("| what | median | p95 |");
    println!("|---|--:|--:|");
    row("the titles of all packs", || {
        black_box(Library::built_in().titles());
    });
    row("reading the largest pack", || {
        black_box(library.load(&largest.id, TODAY));
    });
    reference.regions();
    reference.kbli();
    // As the program does it: what is built in is unpacked each time, so every opening is a first one.
    row("opening the largest pack: unpacked, read, checked, compiled", || {
        black_box(open(&largest.id, &reference).expect("sound"));
    });
    let form = Form::open(Arc::new(largest.clone()), Arc::clone(&reference)).expect("it compiles");
    let answers = begun(&form);
    row("evaluating the largest pack", || {
        black_box(evaluate(&form, &answers, TODAY));
    });
    let sources = made();
    let (pack, problems) = load(&sources, TODAY);
    assert!(problems.is_empty(), "{problems:?}");
    let form = Form::open(Arc::new(pack.expect("sound")), reference).expect("it compiles");
    let mut answers = begun(&form);
    answers.instances.insert("usaha".to_owned(), (1..=20).collect());
    for instance in 1..=20 {
        for at in 0..10 {
            let raw = if at % 2 == 0 { "15000000" } else { "Warung nasi" };
            let answer = Answer { raw: raw.to_owned(), ..Answer::default() };
            answers.values.insert(Path::new(format!("usaha#{instance}/u{at}")), answer);
        }
    }
    let rows = evaluate(&form, &answers, TODAY).rows.len();
    row(&format!("evaluating 300 questions, 20 repeats ({rows} rows)"), || {
        black_box(evaluate(&form, &answers, TODAY));
    });
}

fn open(id: &str, reference: &Arc<Reference>) -> Option<Form> {
    Library::built_in().load(id, TODAY)?.open(Arc::clone(reference))
}

/// What the memory grows by when packs are opened, one after the other and all at once.
fn memory(ids: &[String], reference: &Arc<Reference>) {
    let begun = resident();
    for id in ids {
        drop(open(id, reference));
    }
    let after = resident();
    // As many as the program keeps for the next case.
    let some: Vec<Form> = ids.iter().filter_map(|id| open(id, reference)).take(8).collect();
    let few = resident();
    drop(some);
    let all: Vec<Form> = ids.iter().filter_map(|id| open(id, reference)).collect();
    let held = resident();
    let (Some(begun), Some(after), Some(few), Some(held)) = (begun, after, few, held) else {
        return;
    };
    let mb = |bytes: usize| bytes.saturating_sub(begun) as f64 / 1e6;
    println!("memory of {} packs, beside {:.1} MB of the program:", all.len(), begun as f64 / 1e6);
    println!("{:.1} MB after each was opened and closed", mb(after));
    println!("{:.1} MB with eight open, as the program keeps them", mb(few));
    println!("{:.1} MB with all open", mb(held));
    println!();
}

/// Resident memory in bytes, where the system tells.
fn resident() -> Option<usize> {
    let told = std::fs::read_to_string("/proc/self/statm").ok()?;
    Some(told.split_whitespace().nth(1)?.parse::<usize>().ok()? * 4096)
}

/// A case as it begins, with a text in every question that takes one.
fn begun(form: &Form) -> Answers {
    let mut answers = Answers::default();
    for (path, number) in missing_instances(form, &answers) {
        answers.instances.entry(path).or_default().push(number);
    }
    for row in evaluate(form, &answers, TODAY).rows {
        let answer = Answer { raw: "1".to_owned(), ..Answer::default() };
        answers.values.insert(row.path, answer);
    }
    answers
}

/// A pack of 300 questions, 10 of them in a repeat, half of them with a rule.
fn made() -> Vec<Source> {
    let texts = "label.id = \"X\"\nlabel.en = \"X\"\nsay.id = \"X\"\nsay.en = \"X\"\nwhy.id = \"X\"\nwhy.en = \"X\"\nexample = \"1\"\n";
    let mut head = String::from(
        "id = \"made\"\nversion = 1\ntitle.id = \"X\"\ntitle.en = \"X\"\nsummary.id = \"X\"\nsummary.en = \"X\"\n\
         status = \"contoh\"\nkbli_edition = 2025\nsubject = \"q0\"\nsections = [\"usaha\"",
    );
    let section = |name: &str, kind: &str| {
        format!("[{kind}]\nname = \"{name}\"\nlabel.id = \"X\"\nlabel.en = \"X\"\n")
    };
    let question = |name: &str, before: Option<String>, at: usize| {
        let kind = if at.is_multiple_of(2) { "rupiah" } else { "text" };
        let rule = before.filter(|_| at % 2 == 1).map_or_else(String::new, |before| {
            format!("relevant = 'is_null({before}) || {before} > {at}'\n")
        });
        format!("\n[[question]]\nname = \"{name}\"\nkind = \"{kind}\"\n{texts}{rule}")
    };
    let mut files = Vec::new();
    for group in 0..29_usize {
        let name = format!("g{group}");
        _ = write!(head, ", \"{name}\"");
        let mut text = section(&name, "group");
        for at in group * 10..group * 10 + 10 {
            let before = at.checked_sub(1).filter(|_| at % 10 > 0).map(|at| format!("q{at}"));
            text.push_str(&question(&format!("q{at}"), before, at));
        }
        files.push((name, text));
    }
    head.push_str("]\n");
    let mut repeat = section("usaha", "repeat");
    repeat.push_str("min = 1\nmax = 20\n");
    for at in 0..10 {
        let before = usize::checked_sub(at, 1).map(|at| format!("u{at}"));
        repeat.push_str(&question(&format!("u{at}"), before, at));
    }
    files.push(("usaha".to_owned(), repeat));
    let source = |(name, text): (String, String)| Source {
        name: format!("made/{name}.toml"),
        text: text.into(),
    };
    std::iter::once(("pack".to_owned(), head)).chain(files).map(source).collect()
}

fn row(what: &str, mut work: impl FnMut()) {
    work();
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let shown = |at: usize| {
        let us = times[at.min(times.len() - 1)];
        if us >= 1_000.0 { format!("{:.2} ms", us / 1_000.0) } else { format!("{us:.0} us") }
    };
    println!("| {what} | {} | {} |", shown(ROUNDS / 2), shown(ROUNDS * 95 / 100));
}

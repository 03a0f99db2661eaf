//! The story as people read it: what was counted and the screens stand in `docs/a-day-at-the-counter.md`, each between
//! two marks, and are compared with what the test saw.

use super::desk::{CALL_MS, COUNTER, Day, Effort, KEY_MS, PASTE_MS};
use super::{MARLINA, Part, SITI, SUPARNO};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The page, below the repository.
const PAGE: &str = "docs/a-day-at-the-counter.md";

/// Compares the page with the day; lays the right one beside it where they differ.
pub(super) fn compare(day: &Day) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
    let written = fs::read_to_string(&path).expect("the story is told").replace("\r\n", "\n");
    let table = table(day);
    println!("{table}");
    let mut page = between(&written, "counted", &table);
    for (name, screen) in &day.screens {
        page = between(
            &page,
            name,
            &format!("```text\n{}```\n", screen.trim_end_matches('\n').to_owned() + "\n"),
        );
    }
    let fresh = path.with_extension("md.new");
    if page == written {
        _ = fs::remove_file(&fresh);
        return;
    }
    fs::write(&fresh, page).expect("the folder is writable");
    panic!(
        "{PAGE} tells something else than what happened: look at {PAGE}.new, put it in its place and commit it\n{table}"
    );
}

/// The page with this between its marks.
#[track_caller]
fn between(page: &str, name: &str, text: &str) -> String {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let parts = page.split_once(&begin).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(&end)?;
        Some(format!("{before}{begin}{text}{end}{after}"))
    });
    parts.unwrap_or_else(|| panic!("{PAGE} has no marks for `{name}`"))
}

/// Keys and seconds, for each applicant and in all.
fn table(day: &Day) -> String {
    let mut table = String::from(
        "| for whom | keys before 10.41 | keys while OSS was gone | keys after 14.55 | keys in all | values given to OSS | seconds in all |\n\
         |---|--:|--:|--:|--:|--:|--:|\n",
    );
    let of = |who, part| day.efforts.get(&(who, part)).copied().unwrap_or_default();
    let mut all = [Effort::default(); 3];
    let mut line = |who: &str, parts: [Effort; 3]| {
        let [before, down, back] = parts.map(|part| part.keys);
        let values: usize = parts.iter().map(|part| part.values).sum();
        let seconds = parts.iter().map(|part| part.ms).sum::<i64>() / 1_000;
        let keys = before + down + back;
        _ = writeln!(
            table,
            "| {who} | {before} | {down} | {back} | {keys} | {values} | {seconds} |"
        );
    };
    for who in [SITI, SUPARNO, MARLINA, COUNTER] {
        let parts = [Part::Before, Part::Down, Part::Back].map(|part| of(who, part));
        for (sum, part) in all.iter_mut().zip(parts) {
            sum.keys += part.keys;
            sum.ms += part.ms;
            sum.values += part.values;
        }
        line(who, parts);
    }
    line("**all**", all);
    _ = writeln!(
        table,
        "\nQuestions asked twice: 0. Answers lost: 0. {}.\n\nA key is counted as {} s, a value put into OSS as {} s, a telephone call as {} s.",
        day.journal,
        KEY_MS as f64 / 1_000.0,
        PASTE_MS / 1_000,
        CALL_MS / 1_000
    );
    table
}

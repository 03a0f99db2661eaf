//! The example of `docs/pack-format.md`, as the page shows it: what is written there must load.

use super::{Answers, Form, Path, Source, evaluate, load, missing_instances, render};
use crate::data::Reference;
use std::sync::Arc;

/// The files of the example, cut out of the page.
fn example() -> Vec<Source> {
    let page = include_str!("../../docs/pack-format.md");
    let (_, example) = page.split_once("## Example").expect("the page ends with its example");
    let mut sources = Vec::new();
    let mut blocks = example.split("```");
    while let (Some(before), Some(block)) = (blocks.next(), blocks.next()) {
        let (_, name) = before.trim_end().trim_end_matches('`').rsplit_once('`').expect("a name");
        let text = block.strip_prefix("toml\n").expect("a block of TOML");
        sources.push(Source { name: name.to_owned(), text: text.to_owned().into() });
    }
    sources
}

#[test]
fn the_example_of_the_page_loads_and_is_filled() {
    let today = jiff::civil::date(2026, 11, 20);
    let sources = example();
    assert_eq!(sources.len(), 3);
    let (pack, problems) = load(&sources, today);
    assert_eq!(render(&problems, &sources), "");
    let form = Form::open(Arc::new(pack.expect("no problems")), Reference::built_in())
        .expect("no expressions");
    let mut answers = Answers::default();
    for (path, number) in missing_instances(&form, &answers) {
        answers.instances.entry(path).or_default().push(number);
    }
    for (path, text) in
        [("nama", "SITI AMINAH"), ("nik", "1472 0657 0857 0001"), ("usaha#1/status_lahan", "sewa")]
    {
        answers.values.entry(Path::new(path)).or_default().raw = text.to_owned();
    }
    let derived = evaluate(&form, &answers, today);
    let shown: Vec<_> =
        derived.rows.iter().map(|row| (row.path.as_str(), row.shown.en.as_str())).collect();
    assert_eq!(
        shown,
        [
            ("nama", "SITI AMINAH"),
            ("nik", "1472 0657 0857 0001"),
            ("usaha#1/nama_usaha", ""),
            ("usaha#1/status_lahan", "Rented"),
        ]
    );
    assert_eq!(derived.sentences.len(), 1);
    assert_eq!(
        derived.sentences[0].text.id,
        "Nama SITI AMINAH, NIK 1472\u{a0}0657\u{a0}0857\u{a0}0001."
    );
    assert_eq!(derived.orphans, []);
}

//! Help for the tables of examples, and the test that every finding has its words.

use super::{Level, Parsed, Verdict};
use crate::text::{Catalog, Lang};
use std::collections::BTreeSet;

/// The texts must be read with exactly these findings; the finding's words must be whole, and the
/// value must be there unless one is salah.
#[track_caller]
pub(super) fn finds<T>(text: &str, parsed: &Parsed<T>, expected: &[(Level, &str)]) {
    let found: Vec<_> = parsed.verdicts.iter().map(|verdict| (verdict.level, verdict.id)).collect();
    assert_eq!(found, expected, "reading {text:?}");
    let salah = expected.iter().any(|(level, _)| *level == Level::Salah);
    assert_eq!(parsed.value.is_none(), salah, "value of {text:?}");
    has_words(&parsed.verdicts);
}

/// Every finding says what, why and next in both languages, with no place left unfilled.
#[track_caller]
pub(super) fn has_words(verdicts: &[Verdict]) {
    for lang in Lang::ALL {
        let catalog = Catalog::built_in(lang);
        for verdict in verdicts {
            for part in ["", ".why", ".next"] {
                let key = format!("{}{part}", verdict.id);
                let words = catalog.find(&key, &verdict.args);
                let words = words.unwrap_or_else(|| panic!("{key} has no words in {lang:?}"));
                assert!(!words.contains("{$"), "{key} in {lang:?} lacks an argument: {words}");
                assert!(words.ends_with(['.', '?']), "{key} in {lang:?} is no sentence: {words}");
            }
        }
    }
}

/// Message ids with the attributes they have, read from a catalogue's own text, because the English
/// catalogue would answer with Indonesian words where its own are missing.
fn messages(source: &str) -> Vec<(&str, Vec<&str>)> {
    let mut messages: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in source.lines() {
        let Some((name, _)) = line.split_once(" =") else { continue };
        if let Some(attribute) = name.trim_start().strip_prefix('.') {
            messages.last_mut().expect("an attribute follows its message").1.push(attribute);
        } else if !name.starts_with([' ', '#']) {
            messages.push((name, Vec::new()));
        }
    }
    messages
}

/// The Rust sources in a folder and its folders.
fn sources(folder: &std::path::Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("our sources are there while testing");
    let paths = entries.map(|entry| entry.expect("our sources can be listed").path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                sources(&path)
            } else {
                vec![std::fs::read_to_string(path).expect("our sources are UTF-8")]
            }
        })
        .collect()
}

/// Everything in our sources that looks like a message id.
fn used_ids() -> BTreeSet<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/ident");
    let mut ids = BTreeSet::new();
    for source in sources(folder.as_ref()) {
        let is_id = |text: &&str| {
            text.contains('-')
                && text.starts_with(|sign: char| sign.is_ascii_lowercase())
                && text.ends_with(|sign: char| sign.is_ascii_lowercase())
                && text.bytes().all(|sign| sign.is_ascii_lowercase() || sign == b'-')
                // A word that people write, not an id.
                && *text != "e-mail"
        };
        ids.extend(source.split('"').filter(is_id).map(str::to_owned));
    }
    ids
}

#[test]
fn every_finding_has_message_why_and_next_in_both_languages() {
    let used = used_ids();
    assert!(used.len() > 90, "the reader of our sources found only {}", used.len());
    for source in [include_str!("../text/id/ident.ftl"), include_str!("../text/en/ident.ftl")] {
        let messages = messages(source);
        for (id, attributes) in &messages {
            assert_eq!(attributes, &["why", "next"], "{id}");
        }
        let there: BTreeSet<_> = messages.iter().map(|(id, _)| (*id).to_owned()).collect();
        assert_eq!(messages.len(), there.len(), "a message is there twice");
        assert_eq!(used, there);
    }
}

#[test]
fn findings_come_gravest_first_and_a_salah_takes_the_value() {
    let verdicts = || {
        vec![
            Verdict::new(Level::Info, "a"),
            Verdict::new(Level::Periksa, "b"),
            Verdict::new(Level::Periksa, "c"),
        ]
    };
    let parsed = Parsed::found(1, verdicts());
    assert_eq!(parsed.verdicts.iter().map(|verdict| verdict.id).collect::<String>(), "bca");
    assert_eq!(parsed.value, Some(1));
    let mut worse = verdicts();
    worse.push(Verdict::new(Level::Salah, "d"));
    let parsed = Parsed::found(1, worse);
    assert_eq!(parsed.verdicts.iter().map(|verdict| verdict.id).collect::<String>(), "dbca");
    assert_eq!(parsed.value, None);
}

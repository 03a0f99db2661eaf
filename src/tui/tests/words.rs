//! Every message the program and its screens name is there, in both languages.

use crate::app::{Action, Mode};
use crate::text::{Catalog, Lang};
use std::collections::BTreeSet;
use std::path::Path;

/// Beginnings of message ids in the sources of `app` and `tui`.
const FAMILIES: &[&str] = &[
    "account-",
    "action-",
    "app-",
    "call-",
    "due-",
    "beranda-",
    "choose-",
    "confirm-",
    "facing-",
    "fill-",
    "handover-",
    "help-",
    "key-",
    "lamp-",
    "light-",
    "letter-",
    "lock-",
    "outage-",
    "paper-",
    "print-",
    "prompt-",
    "queue-",
    "receipt-",
    "recovery-",
    "referral-",
    "requirements-",
    "review-",
    "screen-",
    "setup-",
    "tasks-",
    "trouble-",
    "unlock-",
    "waiting-",
    "taught-",
    "voice-",
];

fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("our sources").flatten() {
        let path = entry.path();
        if path.is_dir() {
            if path.file_name().is_some_and(|name| name != "tests") {
                sources(&path, found);
            }
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(std::fs::read_to_string(path).expect("UTF-8"));
        }
    }
}

/// Message ids named in the sources, as whole string literals.
fn used() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut texts = Vec::new();
    for module in ["app", "tui", "report", "runtime"] {
        sources(&root.join(module), &mut texts);
    }
    let is_id = |text: &str| {
        FAMILIES.iter().any(|family| text.len() > family.len() && text.starts_with(family))
            && text.chars().all(|sign| sign.is_ascii_alphanumeric() || "-_.".contains(sign))
            && !text.ends_with('-')
    };
    let mut ids: BTreeSet<String> = texts
        .iter()
        .flat_map(|text| text.split('"').skip(1).step_by(1))
        .filter(|text| is_id(text))
        .map(ToOwned::to_owned)
        .collect();
    for (_, name) in Action::TABLE {
        ids.insert(format!("action-{name}"));
        ids.insert(format!("action-{name}.help"));
    }
    ids.extend(Mode::ALL.iter().map(|mode| format!("mode-{}", mode.name())));
    ids.extend((1..=7).map(|day| format!("when-day-{day}")));
    ids.extend((1..=12).map(|month| format!("when-month-{month}")));
    for option in ["ya", "tidak", "asli", "fotokopi", "tidak_ada"] {
        ids.insert(format!("option-{option}"));
    }
    ids
}

/// Ids and attributes written in our own files of a language, so that nothing falls back unseen.
fn written(lang: Lang) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text").join(lang.code());
    let mut ids = BTreeSet::new();
    for entry in std::fs::read_dir(folder).expect("our texts").flatten() {
        let text = std::fs::read_to_string(entry.path()).expect("UTF-8");
        let mut message = String::new();
        for line in text.lines() {
            let Some((name, _)) = line.split_once(" =") else { continue };
            if let Some(attribute) = name.trim_start().strip_prefix('.') {
                ids.insert(format!("{message}.{attribute}"));
            } else if !name.starts_with([' ', '#', '[', '*']) {
                name.clone_into(&mut message);
                assert!(ids.insert(message.clone()), "{message} twice in {}", lang.code());
            }
        }
    }
    ids
}

#[test]
fn every_message_named_in_the_sources_is_there_in_both_languages() {
    let used = used();
    assert!(used.len() > 120, "only {} ids were found in the sources", used.len());
    for lang in Lang::ALL {
        let written = written(lang);
        let missing: Vec<_> = used.difference(&written).collect();
        assert!(missing.is_empty(), "missing in {}: {missing:?}", lang.code());
    }
}

#[test]
fn both_languages_say_the_same_things() {
    let (id, en) = (written(Lang::Id), written(Lang::En));
    let differ: Vec<_> = id.symmetric_difference(&en).collect();
    assert!(differ.is_empty(), "{differ:?}");
}

#[test]
fn a_message_and_its_arguments_read_as_a_sentence() {
    let words = Catalog::built_in(Lang::Id);
    assert_eq!(
        words.with("app-recovered", &[("time", "10:42:07".into())]),
        "Dipulihkan sampai 10:42:07."
    );
    let english = Catalog::built_in(Lang::En);
    assert_eq!(english.with("tasks-left", &[("count", "1".into())]), "one question left");
    assert_eq!(english.with("tasks-left", &[("count", "4".into())]), "4 questions left");
}

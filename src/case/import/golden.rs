//! Drafts of every released version of every pack: each opens under the pack of today with everything
//! that was said.
//!
//! `fixtures/drafts/<pack>-v<version>.json` is written once, when a version is released, and never
//! changed afterwards.

#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use super::*;
use crate::data::Reference;
use crate::form::{Kind, Library, is_live, is_typed, takes_answer};
use jiff::civil::date;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

const TODAY: Date = date(2026, 11, 23);

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/drafts")
}

fn form(id: &str) -> Form {
    let pack = Library::built_in().load(id, TODAY).unwrap().usable().unwrap();
    Form::open(Arc::new(pack), Reference::built_in()).unwrap()
}

#[test]
fn every_released_version_has_its_draft_and_it_opens_with_everything_that_was_said() {
    let mut there = BTreeSet::new();
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|end| end != "json") {
            continue;
        }
        let draft = DraftFile::read(&fs::read_to_string(&path).unwrap()).unwrap().remove(0);
        let version = draft.version.unwrap();
        let name = format!("{}-v{version}", draft.pack);
        assert_eq!(path.file_stem().unwrap().to_str(), Some(name.as_str()));
        assert!(draft.answers.len() >= 5, "{name} says something");
        let form = form(&draft.pack);
        let mut minter = Minter::new([7; 32]);
        let made = import_case(&form, &draft, &mut minter, "Sari", 1_000, TODAY).unwrap();
        let case = Case::fold(made.0, made.1);
        assert_eq!(case.pack_version, form.pack.version, "{name}");
        let said: BTreeSet<&str> =
            case.answers.values.values().map(|answer| answer.raw.as_str()).collect();
        let derived = form::evaluate(&form, &case.answers, TODAY);
        let homeless = form::homeless(&form.pack, &case.answers);
        for (path, raw) in &draft.answers {
            assert!(said.contains(raw.as_str()), "{name}: {path} is gone");
            let path = Path::new(path.as_str());
            assert!(is_live(&case.answers, &path), "{name}: {path} is out of sight");
            assert!(derived.row(&path).is_some() || derived.orphans.contains(&path));
        }
        assert_eq!(homeless, [], "{name}");
        there.insert(name);
    }
    let mut missing = Vec::new();
    for title in Library::built_in().titles().0 {
        let form = form(&title.head.id);
        for version in 1..=form.pack.version {
            let name = format!("{}-v{version}", title.head.id);
            if there.contains(&name) {
                continue;
            }
            // Of the present version one can be made: it is laid beside the others to be looked at.
            if version == form.pack.version {
                let fresh = folder().join(format!("{name}.json.new"));
                let text = serde_json::to_string_pretty(&by_examples(&form)).unwrap();
                fs::write(&fresh, text + "\n").unwrap();
            }
            missing.push(name);
        }
    }
    assert!(
        missing.is_empty(),
        "no draft of {missing:?}: look at fixtures/drafts/*.new, take `.new` off and commit them"
    );
}

/// An invented applicant who answers every question with its example.
fn by_examples(form: &Form) -> DraftFile {
    let mut draft = DraftFile { pack: form.pack.id.clone(), ..DraftFile::default() };
    let mut minter = Minter::new([7; 32]);
    loop {
        let made = import_case(form, &draft, &mut minter, "Sari", 1_000, TODAY).unwrap();
        let case = Case::fold(made.0, made.1);
        let derived = form::evaluate(form, &case.answers, TODAY);
        let before = draft.answers.len();
        for row in &derived.rows {
            let question = form.pack.question(row.question);
            if row.answered || !takes_answer(question.kind) {
                continue;
            }
            let list = question.choices.map(|list| &form.pack.choice_lists[list].choices);
            let raw = match question.kind {
                Kind::YesNo | Kind::Statement => "ya".to_owned(),
                Kind::Document => "asli".to_owned(),
                Kind::Choice | Kind::Choices => {
                    let first = list.zip(row.choices.first());
                    first.map_or_else(String::new, |(list, at)| list[*at].name.clone())
                }
                kind if is_typed(kind) => question.example.id.clone(),
                _ => String::new(),
            };
            if !raw.is_empty() {
                draft.answers.entry(row.path.to_string()).or_insert(raw);
            }
        }
        draft.instances.clone_from(&case.answers.instances);
        if draft.answers.len() == before {
            return export_case(&case, Some(form));
        }
    }
}

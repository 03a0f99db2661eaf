//! Files of answers become cases and come back as they were.

#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use super::*;
use crate::case::{Condition, Lifecycle};
use crate::data::Reference;
use crate::form::Library;
use jiff::civil::date;
use proptest::prelude::*;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

const TODAY: Date = date(2026, 11, 23);

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read_sorted(folder: &str) -> Vec<(String, String)> {
    let mut files: Vec<_> = fs::read_dir(root().join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.display().to_string(), fs::read_to_string(path).unwrap()))
        .collect();
    files.sort();
    files
}

static FORM: LazyLock<Form> = LazyLock::new(|| {
    let pack = Library::built_in().load("nib-perorangan", TODAY).unwrap().usable().unwrap();
    Form::open(Arc::new(pack), Reference::built_in()).unwrap()
});

fn import(draft: &DraftFile) -> Result<Imported, ImportError> {
    import_case(&FORM, draft, &mut Minter::new([7; 32]), "Sari", 1_000, TODAY)
}

/// What is exported, without the version that every export names.
fn exported(case: &Case) -> DraftFile {
    let file = export_case(case, Some(&FORM));
    assert_eq!(file.version, Some(FORM.pack.version));
    DraftFile { version: None, ..file }
}

#[track_caller]
fn made(draft: &DraftFile) -> Case {
    let (id, events, ..) = import(draft).unwrap();
    Case::fold(id, events)
}

fn problems(json: &str) -> Vec<String> {
    let error = match DraftFile::read(json) {
        Ok(drafts) => import(&drafts[0]).map(|_| ()).unwrap_err(),
        Err(error) => error,
    };
    error.0.iter().map(ToString::to_string).collect()
}

fn fixture(name: &str) -> DraftFile {
    let text = fs::read_to_string(root().join("fixtures/applicants").join(name)).unwrap();
    DraftFile::read(&text).unwrap().remove(0)
}

#[test]
fn every_invented_applicant_comes_back_as_it_went_in() {
    let files = read_sorted("fixtures/applicants");
    assert!(files.len() >= 8, "the applicants are there");
    for (name, json) in files {
        let mut draft = DraftFile::read(&json).unwrap().remove(0);
        // What was handed over is a set.
        draft.handed.sort();
        let case = made(&draft);
        let expected = match (draft.finish, &draft.nib) {
            (_, Some(_)) => Lifecycle::Done,
            (true, None) => Lifecycle::Finalized,
            (false, None) => Lifecycle::Draft,
        };
        assert_eq!(case.lifecycle, expected, "{name}");
        let back = exported(&case);
        assert!(back == draft, "{name} changed on the way");
        assert!(made(&back).answers == case.answers, "{name} changed the second time");
    }
}

#[test]
fn a_finished_case_is_handed_over_and_waits_as_the_file_says() {
    let mut draft = fixture("warung-lengkap.json");
    draft.finish = true;
    draft.handed = vec!["nik".into(), "usaha#1/kbli".into()];
    let case = made(&draft);
    assert_eq!(case.lifecycle, Lifecycle::Finalized);
    assert_eq!(case.handed.len(), 2);
    draft.nib = Some("2611230001234".into());
    draft.parked = Some("menunggu cetak".into());
    let (id, events, summary, tags) = import(&draft).unwrap();
    let case = Case::fold(id, events);
    assert_eq!(case.lifecycle, Lifecycle::Done);
    assert_eq!(case.parked(), Some("menunggu cetak"));
    assert_eq!(summary.name(), "SITI AMINAH");
    assert!(tags.contains(&(crate::case::tag::NIB, "2611230001234".into())));
    assert!(exported(&case) == draft);
}

#[test]
fn a_waiting_case_comes_back_with_everything_that_was_agreed() {
    let mut draft = fixture("lontong-menunggu-oss.json");
    let waiting = draft.waiting.as_mut().unwrap();
    waiting.until = Some(date(2026, 11, 24));
    waiting.met = true;
    waiting.calls = vec![
        CallFile { outcome: "tidak_diangkat".into(), next_ms: Some(7), note: String::new() },
        CallFile { outcome: "datang".into(), next_ms: Some(9), note: "besok jam 9".into() },
    ];
    draft.visits = Some(3);
    draft.care = vec!["lansia".into(), "jauh".into()];
    let (id, events, summary, _) = import(&draft).unwrap();
    assert_eq!((summary.visits, summary.care), (3, 0b1001));
    let waits = summary.waits.unwrap();
    assert_eq!((waits.condition(), waits.consent, waits.reached), (Some(Condition::Oss), true, 1));
    assert!(exported(&Case::fold(id, events)) == draft);
    // Without words it still waits.
    draft.parked = None;
    assert!(exported(&made(&draft)) == draft);
}

#[test]
fn a_wait_nobody_knows_is_complained_of_by_its_key() {
    let json = r#"{"pack":"nib-perorangan","answers":{},"waiting":{"on":"matahari","calls":[{"outcome":"entah"}]},"care":["raja"]}"#;
    assert_eq!(
        problems(json),
        [
            "`waiting.on` must be condition",
            "`waiting.calls` must be outcome",
            "`care` must be care",
        ]
    );
    let json = r#"{"pack":"nib-perorangan","answers":{},"waiting":{"dimana":"di sini"}}"#;
    assert_eq!(problems(json), ["`waiting` must be waiting"]);
}

#[test]
fn an_unfinished_case_is_not_finished_by_a_file() {
    let mut draft = fixture("hanya-nama.json");
    draft.finish = true;
    let error = import(&draft).unwrap_err();
    let nik = ImportProblem::NotFinished { path: "nik".into(), answered: false };
    assert!(error.0.contains(&nik), "{error}");
}

#[test]
fn a_wrong_path_names_the_nearest_right_one() {
    let json = r#"{"pack":"nib-perorangan","instances":{"usha":[1],"usaha":[1]},
        "answers":{"nk":"1","usaha#1/kblli":"2","kbli":"3","usaha#2/kbli":"4","umur":"5",
        "sama_sekali_lain":"6"}}"#;
    assert_eq!(
        problems(json),
        [
            "there is no repeat `usha`",
            "there is no question `kbli`",
            "there is no question `nk`",
            "there is no question `sama_sekali_lain`",
            "`umur` takes no answer",
            "there is no question `usaha#1/kblli`",
            "there is no question `usaha#2/kbli`",
        ]
    );
    let draft = DraftFile::read(json).unwrap().remove(0);
    let near: Vec<_> = import(&draft)
        .unwrap_err()
        .0
        .into_iter()
        .filter_map(|problem| match problem {
            ImportProblem::UnknownPath { nearest, .. }
            | ImportProblem::UnknownRepeat { nearest, .. } => Some(nearest),
            _ => None,
        })
        .collect();
    let some = |path: &str| Some(path.to_owned());
    assert_eq!(
        near,
        [
            some("usaha"),
            some("usaha#1/kbli"),
            some("nik"),
            None,
            some("usaha#1/kbli"),
            some("usaha#1/kbli"),
        ]
    );
}

#[test]
fn a_badly_written_file_is_told_key_by_key_and_quotes_nobody() {
    let json = r#"{"pak":"x","answers":{"nik":1472065708450002},"finish":"ya","handed":{}}"#;
    let said = problems(json);
    assert_eq!(
        said,
        [
            "unknown key `pak`",
            "`pack` must be text",
            "`answers.nik` must be text",
            "`finish` must be yes_no",
            "`handed` must be list",
        ]
    );
    assert!(!said.join("").contains("1472"));
    assert_eq!(problems("{\n  \"pack\": oops}"), ["line 2, column 11: this is not JSON"]);
    assert_eq!(problems("[1]"), ["`cases[0]` must be case"]);
}

#[test]
fn instances_follow_from_the_paths_where_the_file_lists_none() {
    let json = r#"{"pack":"nib-perorangan","answers":{"usaha#3/produk#2/nama_produk":"Kue"}}"#;
    let case = made(&DraftFile::read(json).unwrap()[0]);
    assert_eq!(case.answers.instances("usaha"), [3]);
    assert_eq!(case.answers.instances("usaha#3/produk"), [2]);
}

#[test]
fn what_the_pack_no_longer_asks_is_kept_as_an_orphan() {
    let mut draft = fixture("hanya-nama.json");
    draft.orphans.insert("pertanyaan_lama".into(), "jawaban".into());
    draft.notes.insert("pertanyaan_lama".into(), "catatan".into());
    let case = made(&draft);
    assert_eq!(case.answers.raw(&Path::new("pertanyaan_lama")), "jawaban");
    assert!(exported(&case) == draft);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_was_typed_always_comes_back(
        texts in proptest::collection::vec((any::<prop::sample::Index>(), ".{0,40}"), 0..12),
        notes in proptest::collection::vec((any::<prop::sample::Index>(), ".{1,20}"), 0..4),
    ) {
        let mut draft = fixture("dua-usaha.json");
        let paths: Vec<String> = draft.answers.keys().cloned().collect();
        for (at, text) in texts {
            draft.answers.insert(at.get(&paths).clone(), text);
        }
        for (at, note) in notes {
            draft.notes.insert(at.get(&paths).clone(), note);
        }
        let json = serde_json::to_string(&draft).unwrap();
        let case = made(&DraftFile::read(&json).unwrap()[0]);
        let back = exported(&case);
        // An empty text says as little as none.
        draft.answers.retain(|_, text| !text.is_empty());
        prop_assert!(back == draft);
    }
}

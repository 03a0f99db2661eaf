//! The built-in packs and the invented applicants, through the doors that users meet.

use jiff::civil::date;
use loket::case::import::{DraftFile, import_case};
use loket::case::{Case, Lifecycle, Minter};
use loket::data::Reference;
use loket::form::{Form, Library, evaluate};
use loket::ident::Level;
use std::path::Path;
use std::sync::Arc;

fn form(id: &str) -> Form {
    let found = Library::built_in().load(id, date(2026, 11, 23)).expect("a built-in pack");
    assert_eq!(found.problems, [], "{id}");
    let pack = found.usable().expect("no problems");
    Form::open(Arc::new(pack), Reference::built_in()).expect("it compiles")
}

fn applicant(name: &str) -> (Form, Case) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/applicants").join(name);
    let text = std::fs::read_to_string(file).expect("the fixture is there");
    let draft = DraftFile::read(&text).expect("it reads").remove(0);
    let form = form(&draft.pack);
    let mut minter = Minter::new([3; 32]);
    let today = date(2026, 11, 23);
    let (id, events, ..) =
        import_case(&form, &draft, &mut minter, "Rina", 1_795_400_000_000, today).expect("imports");
    (form, Case::fold(id, events))
}

/// What is wrong with an applicant: path and level of every open finding, and what is missing.
fn open_points(name: &str) -> Vec<String> {
    let (form, case) = applicant(name);
    let derived = evaluate(&form, &case.answers, date(2026, 11, 23));
    derived
        .problems()
        .map(|row| match row.open_level() {
            Some(Level::Salah) => format!("{} salah", row.path),
            Some(Level::Periksa) => format!("{} periksa", row.path),
            _ => format!("{} belum", row.path),
        })
        .collect()
}

#[test]
fn a_complete_warung_has_nothing_left() {
    assert_eq!(open_points("warung-lengkap.json"), [""; 0]);
}

#[test]
fn a_birth_date_beside_the_nik_asks_for_a_reason() {
    let points = open_points("penjahit-tanggal-beda.json");
    assert!(points.iter().all(|point| point.ends_with("periksa")), "{points:?}");
    assert!(!points.is_empty());
}

#[test]
fn too_much_capital_says_that_this_is_not_the_right_service() {
    let points = open_points("modal-terlalu-besar.json");
    assert!(points.contains(&"skala salah".to_owned()), "{points:?}");
}

#[test]
fn workers_ask_for_bpjs() {
    let points = open_points("pekerja-tanpa-bpjs.json");
    assert!(points.iter().any(|point| point.contains("bpjs")), "{points:?}");
}

#[test]
fn wrong_answers_are_kept_as_typed() {
    let (_, case) = applicant("bengkel-salah-isi.json");
    assert_eq!(case.answers.raw(&loket::form::Path::new("nik")), "1472O61708700001");
}

#[test]
fn every_state_of_a_case_has_an_applicant() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/applicants");
    let cases: Vec<Case> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .flatten()
        .map(|entry| applicant(&entry.file_name().to_string_lossy()).1)
        .collect();
    for state in [Lifecycle::Draft, Lifecycle::Finalized, Lifecycle::Done] {
        assert!(cases.iter().any(|case| case.lifecycle == state), "{state:?}");
    }
    assert!(cases.iter().any(|case| case.waiting.is_some()));
    assert!(cases.iter().any(|case| !case.handed.is_empty()));
}

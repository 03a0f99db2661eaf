//! The catalogue of the office: every permit of Dumai and every kind of SIPERI is offered by its id.

use loket::form::{Head, Library, Status};

const PRACTICE: [&str; 29] = [
    "sip-bidan",
    "sip-dokter-spesialis",
    "sip-dokter-umum",
    "sip-dokter-gigi",
    "sip-dokter-gigi-spesialis",
    "sip-perawat",
    "sip-terapis-wicara",
    "sip-terapis-gigi-mulut",
    "sip-fisioterapis",
    "sip-refraksionis-optisien",
    "sip-tukang-gigi",
    "sipa",
    "sipttk",
    "sip-atlm",
    "sip-penata-anestesi",
    "sip-sanitarian",
    "sip-nutrisionis",
    "sip-radiografer",
    "sip-perekam-medis",
    "sip-fisikawan-medik",
    "sip-promosi-kesehatan",
    "sip-epidemiologi",
    "sip-elektromedis",
    "sip-psikologi-klinis",
    "sip-transfusi-darah",
    "sip-okupasi-terapis",
    "sip-ortotis-prostetis",
    "sip-teknisi-gigi",
    "sip-asisten-penata-anestesi",
];

const OTHERS_OF_DUMAI: [&str; 13] = [
    "dumai-pengobatan-tradisional",
    "dumai-racun-api",
    "dumai-perubahan-tanah",
    "dumai-pkkpr",
    "dumai-retribusi-imb",
    "dumai-penelitian",
    "dumai-klinik-pemerintah",
    "dumai-lks",
    "dumai-sekolah",
    "dumai-pendidikan-nonformal",
    "dumai-paud",
    "dumai-ip3lpai",
    "dumai-perumahan-subsidi",
];

const SIPERI: [&str; 6] = [
    "siperi-izin-praktik",
    "siperi-reklame",
    "siperi-trayek",
    "siperi-keramaian",
    "siperi-iumk",
    "siperi-teknis-lain",
];

/// Heads of the offered packs with these ids; the ids that are missing fail the test by name.
#[track_caller]
fn heads(ids: &[&str]) -> Vec<Head> {
    let (titles, unreadable) = Library::built_in().titles();
    assert_eq!(unreadable, []);
    let offered = |id: &&str| titles.iter().any(|title| title.head.id == *id);
    let missing: Vec<&str> = ids.iter().copied().filter(|id| !offered(id)).collect();
    assert_eq!(missing, [""; 0], "not offered");
    titles
        .into_iter()
        .map(|title| title.head)
        .filter(|head| ids.contains(&head.id.as_str()))
        .collect()
}

#[test]
fn all_42_permits_of_dumai_are_offered() {
    assert_eq!(heads(&PRACTICE).len() + heads(&OTHERS_OF_DUMAI).len(), 42);
}

#[test]
fn all_six_kinds_of_siperi_are_offered() {
    assert_eq!(heads(&SIPERI).len(), 6);
}

#[test]
fn no_local_permit_claims_to_be_checked_by_an_office() {
    for ids in [&PRACTICE[..], &OTHERS_OF_DUMAI, &SIPERI] {
        for head in heads(ids) {
            assert_eq!(head.status, Status::Contoh, "{}", head.id);
        }
    }
}

#[test]
fn a_local_permit_has_no_place_in_oss_and_a_nib_has() {
    let places = |id: &str| {
        let today = jiff::civil::date(2026, 11, 23);
        let pack = Library::built_in().load(id, today).and_then(loket::form::Loaded::usable);
        let pack = pack.expect("a sound pack");
        pack.questions.iter().filter(|question| question.oss.is_some()).count()
    };
    assert_eq!(places("siperi-reklame"), 0);
    assert!(places("nib-badan-usaha") > 40);
}

#[test]
fn every_service_says_what_number_it_ends_with_and_only_a_nib_is_a_nib() {
    let library = Library::built_in();
    let today = jiff::civil::date(2026, 11, 23);
    for title in library.titles().0 {
        let pack = library.load(&title.head.id, today).and_then(loket::form::Loaded::usable);
        let pack = pack.expect("a sound pack");
        let is_nib = pack.number.kind == loket::form::NumberKind::Nib;
        assert_eq!(is_nib, pack.id.starts_with("nib-"), "{}", pack.id);
        assert!(!pack.number.label.id.is_empty() && !pack.number.label.en.is_empty());
        for place in pack.questions.iter().filter_map(|question| question.oss.as_ref()) {
            assert!(pack.oss_pages.iter().any(|page| page.name == place.page), "{}", pack.id);
        }
    }
}

//! The catalogue by a small list of its own: what is found, in which order, and what nothing breaks.

use super::catalog::*;
use proptest::prelude::*;
use std::sync::LazyLock;

const NEW: &[(&str, &str, char)] = &[
    ("A", "Pertanian, Kehutanan, dan Perikanan", 'A'),
    ("03221", "Pembudidayaan Ikan Air Tawar", 'A'),
    ("C", "Industri", 'C'),
    ("10", "Industri Makanan", 'C'),
    ("10710", "Industri Produk Bakeri", 'C'),
    ("10792", "Industri Kue Basah", 'C'),
    ("46332", "Perdagangan Besar Produk Bakeri", 'G'),
    ("47242", "Perdagangan Eceran Roti, Kue Kering, serta Kue Basah", 'G'),
    ("47404", "Perdagangan Eceran Telepon beserta Aksesorisnya", 'G'),
    ("56101", "Aktivitas Penyediaan Makanan di Bangunan Tetap", 'I'),
    ("56102", "Aktivitas Penyediaan Makanan di Bangunan Tidak Tetap", 'I'),
    ("82190", "Aktivitas Fotokopi dan Penyiapan Dokumen", 'O'),
    ("95102", "Reparasi Peralatan Komunikasi", 'T'),
];
const OLD: &[(&str, &str, char)] = &[
    ("10710", "Industri Produk Roti dan Kue", 'C'),
    ("47242", "Perdagangan Eceran Roti, Kue Kering, serta Kue Basah", 'G'),
    ("56101", "Restoran", 'I'),
    ("56102", "Rumah/Warung Makan", 'I'),
    ("56103", "Kedai Makanan", 'I'),
    ("47919", "Perdagangan Eceran Melalui Media", 'G'),
];
const EVERYDAY: &[(&str, &str)] = &[
    ("03221", "ternak lele; kolam ikan; budidaya nila"),
    ("10710", "bikin roti; kue kering; bakery"),
    ("10792", "bikin kue basah; bikin gorengan titipan"),
    ("46332", "grosir roti"),
    ("47242", "jual kue; toko roti; kue titipan"),
    ("47404", "konter pulsa; jual telepon seluler"),
    ("56101", "rumah makan; warung nasi; nasi goreng"),
    ("56102", "jual gorengan; bakso keliling; nasi goreng gerobak; cilok"),
    ("82190", "foto copy; jasa ketik"),
    ("95102", "servis hp; tukang servis handphone"),
];
const MOVES: &[(&str, &str)] = &[
    ("56101", "56101"),
    ("56102", "56101"),
    ("56102", "56102"),
    ("56103", "56102"),
    ("10710", "10710"),
    ("47919", "10710"),
    ("47919", "47242"),
    ("47919", "47404"),
    ("47919", "46332"),
    ("47919", "56101"),
    ("47919", "56102"),
    ("47919", "99999"),
];

static KBLI: LazyLock<Kbli> = LazyLock::new(|| made(MOVES));

fn made(moves: &[(&str, &str)]) -> Kbli {
    let rows = |rows: &[(&str, &str, char)]| {
        let row = |(code, title, category): &(&str, &str, char)| Row {
            code: (*code).to_owned(),
            title: (*title).to_owned(),
            category: *category,
        };
        rows.iter().map(row).collect::<Vec<_>>()
    };
    let text = |text: &str| Said { id: text.to_owned(), en: text.to_owned() };
    let everyday = EVERYDAY.iter().map(|(code, phrases)| Everyday {
        code: (*code).to_owned(),
        phrases: phrases.split("; ").map(str::to_owned).collect(),
    });
    let moves = moves.iter().map(|(from, to)| Move { from: (*from).into(), to: (*to).into() });
    Kbli::new(KbliParts {
        lists: vec![(2020, false, rows(OLD)), (2025, true, rows(NEW))],
        everyday: everyday.collect(),
        spoken: vec![
            ("adol".into(), "jual".into()),
            ("hape".into(), "hp".into()),
            ("pok pok".into(), "bakso".into()),
        ],
        apart: vec![
            Apart {
                question: text("Dimasak di bangunan tetap, atau pakai gerobak?"),
                answers: vec![("56101".into(), text("tetap")), ("56102".into(), text("gerobak"))],
            },
            Apart {
                question: text("Dibuat sendiri, atau dibeli lalu dijual?"),
                answers: vec![("10710".into(), text("dibuat")), ("47242".into(), text("dijual"))],
            },
        ],
        moves: moves.collect(),
    })
}

#[track_caller]
fn first(words: &str) -> String {
    let hits = KBLI.search(words, 2025, 5);
    hits.first().map_or_else(|| panic!("nothing for {words:?}"), |hit| hit.code.clone())
}

#[test]
fn what_applicants_say_leads_to_the_code() {
    for (words, code) in [
        ("saya jual gorengan di depan rumah", "56102"),
        ("JUALAN GORENGAN!!", "56102"),
        ("penjual gorengan keliling", "56102"),
        ("bapak punya ternak lele", "03221"),
        ("peternakan lele", "03221"),
        ("mau buka usaha rumah makan", "56101"),
        ("jual kue-kue", "47242"),
        ("jual kue2 basah", "47242"),
        ("bikin kue basah", "10792"),
        ("pembuatan roti", "10710"),
        ("agen roti partai besar", "46332"),
        ("foto kopi", "82190"),
        ("fotocopy", "82190"),
        ("photo copy", "82190"),
        ("adol gorengan", "56102"),
        ("servis hape", "95102"),
        ("benerin handphone", "95102"),
        ("pok pok keliling", "56102"),
        ("budi daya nila", "03221"),
    ] {
        assert_eq!(first(words), code, "{words}");
    }
}

#[test]
fn typing_mistakes_and_unfinished_words_are_forgiven() {
    for (words, code) in [
        ("goregan", "56102"),
        ("gorenagn", "56102"),
        ("jual goren", "56102"),
        ("grngn", "56102"),
        ("bengkel, servsi hp", "95102"),
        ("konetr pulsa", "47404"),
        ("cilk", "56102"),
        ("bakry", "10710"),
        ("jul gorengan", "56102"),
        ("keliliing bakso", "56102"),
        ("rumahmakan", "56101"),
    ] {
        assert_eq!(first(words), code, "{words}");
    }
}

#[test]
fn a_hit_says_why_it_was_found_as_it_stands_in_the_data() {
    let hits = KBLI.search("jual gorengan", 2025, 3);
    assert_eq!(hits[0].why, "jual gorengan");
    assert_eq!(hits[0].category, 'I');
    assert_eq!(hits[0].title, "Aktivitas Penyediaan Makanan di Bangunan Tidak Tetap");
    let hits = KBLI.search("penyiapan dokumen", 2025, 3);
    assert_eq!((&*hits[0].code, &*hits[0].why), ("82190", "Penyiapan Dokumen"));
}

#[test]
fn a_typed_code_or_its_beginning_shows_what_it_is_in_the_edition() {
    let codes = |text: &str, edition| {
        let hits = KBLI.search(text, edition, 10);
        hits.into_iter().map(|hit| hit.code).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(codes("5610", 2025), "56101 56102");
    assert_eq!(codes("56102", 2025), "56102");
    assert_eq!(codes("I56102", 2025), "56102");
    assert_eq!(codes("c 10.7", 2025), "10710 10792");
    assert_eq!(codes("5610", 2020), "56101 56102 56103");
    assert_eq!(codes("99", 2025), "");
    assert_eq!(KBLI.search("56102", 2020, 1)[0].title, "Rumah/Warung Makan");
}

#[test]
fn an_old_edition_is_searched_with_the_words_of_what_few_codes_became() {
    let hits = KBLI.search("cilok", 2020, 5);
    let codes: Vec<&str> = hits.iter().map(|hit| &*hit.code).collect();
    assert_eq!(codes, ["56102", "56103"], "47919 went too many ways to have words");
    assert!(hits.iter().all(|hit| hit.edition == 2020));
    assert!(KBLI.search("cilok", 2017, 5).is_empty());
}

#[test]
fn successors_are_shown_likest_first_and_never_chosen() {
    let codes = |from: &str| {
        KBLI.successors(from).into_iter().map(|hit| hit.code).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(codes("10710"), "10710");
    assert_eq!(codes("56102"), "56102 56101");
    assert!(codes("47919").starts_with("47404 47242 46332"), "{}", codes("47919"));
    assert!(codes("47919").ends_with("99999"), "a code that is not in the list is still shown");
    assert_eq!(codes("12345"), "");
}

#[test]
fn a_number_that_means_something_else_elsewhere_is_named() {
    // As the official table has it: nothing became 56102 that was 56102.
    let same = |(from, to): &&(&str, &str)| !(*from == "56102" && to == from);
    let moves: Vec<(&str, &str)> = MOVES.iter().filter(same).copied().collect();
    let kbli = made(&moves);
    assert_eq!(kbli.other_meanings("56102", 2025).next(), Some((2020, "Rumah/Warung Makan")));
    assert_eq!(kbli.other_meanings("47242", 2025).next(), None);
    assert_eq!(kbli.other_meanings("03221", 2025).next(), None);
    let there = "Aktivitas Penyediaan Makanan di Bangunan Tidak Tetap";
    assert_eq!(kbli.other_meanings("56102", 2020).next(), Some((2025, there)));
    // Worded anew, but the table says it is the same: no warning that would be wrong.
    assert_eq!(kbli.other_meanings("56101", 2025).next(), None);
}

#[test]
fn titles_parents_and_wholeness_are_those_of_the_edition() {
    assert_eq!(KBLI.editions(), [2025, 2020]);
    assert_eq!(KBLI.title("10710", 2020), Some(("Industri Produk Roti dan Kue", 'C')));
    assert_eq!(KBLI.title("C", 2025), Some(("Industri", 'C')));
    assert_eq!(KBLI.title("1071", 2025), None);
    assert_eq!(KBLI.title("107100", 2025), None);
    assert_eq!(
        KBLI.parents("10710", 2025),
        [("C".to_owned(), "Industri".to_owned()), ("10".into(), "Industri Makanan".into())]
    );
    assert_eq!(KBLI.parents("10710", 2020), []);
    assert!(KBLI.is_whole(2025) && !KBLI.is_whole(2020) && !KBLI.is_whole(2017));
    assert_eq!(KBLI.everyday("46332"), ["grosir roti"]);
    assert!(KBLI.everyday("99999").is_empty());
}

#[test]
fn neighbours_are_told_apart_by_the_question_that_has_most_of_them() {
    let question = |codes: &[&str]| KBLI.apart_among(codes).map(|apart| &*apart.question.id);
    let stall = "Dimasak di bangunan tetap, atau pakai gerobak?";
    assert_eq!(question(&["56102", "56101", "10710", "47242"]), Some(stall));
    assert_eq!(
        question(&["47242", "56101", "10710"]),
        Some("Dibuat sendiri, atau dibeli lalu dijual?")
    );
    assert_eq!(question(&["56101", "10710"]), None);
    assert!(KBLI.apart("56101").is_some() && KBLI.apart("82190").is_none());
}

#[test]
fn words_that_say_nothing_find_nothing() {
    for words in ["", " ", "saya mau buka usaha", "?!", "🍜🍜", "zzzzqqqq", "qqqq"] {
        assert!(KBLI.search(words, 2025, 5).is_empty(), "{words:?}");
    }
    assert!(KBLI.search("gorengan", 2025, 0).is_empty());
    assert!(Kbli::default().search("gorengan", 2025, 5).is_empty());
}

#[test]
fn a_place_that_nobody_knows_changes_nothing() {
    let codes = |words: &str| {
        let hits = KBLI.search(words, 2025, 5);
        hits.into_iter().map(|hit| hit.code).collect::<Vec<_>>()
    };
    for place in ["di rotikue ", "di depan rumah ", "di Kecamatan Cilokan "] {
        assert_eq!(codes(&format!("jual gorengan {place}")), codes("jual gorengan "), "{place}");
    }
}

#[test]
fn endless_and_strange_input_is_answered_at_once() {
    let strange = [
        "gorengan ".repeat(2000),
        "x".repeat(10_000),
        "9".repeat(10_000),
        "jual\u{0}gorengan".into(),
        "\u{202e}nagnerog\u{202c} jual gorengan".into(),
        "jual\u{200b} goreng\u{200f}an".into(),
        "ß\u{130}ﬁ é́́́ 🇮🇩".repeat(400),
    ];
    let start = std::time::Instant::now();
    for words in &strange {
        for edition in [2025, 2020] {
            _ = KBLI.search(words, edition, 5);
        }
    }
    assert!(start.elapsed().as_millis() < 500, "{:?}", start.elapsed());
    assert_eq!(first(&strange[0]), "56102");
    assert_eq!(first(&strange[5]), "56102");
}

proptest! {
    #[test]
    fn a_search_always_answers_in_order_and_the_same(words in "\\PC{0,80}", limit in 0_usize..9) {
        let hits = KBLI.search(&words, 2025, limit);
        prop_assert!(hits.len() <= limit);
        prop_assert_eq!(&hits, &KBLI.search(&words, 2025, limit));
        for hit in &hits {
            prop_assert_eq!(KBLI.title(&hit.code, 2025), Some((&*hit.title, hit.category)));
        }
        let fewer = KBLI.search(&words, 2025, limit / 2);
        prop_assert_eq!(&hits[..fewer.len()], &fewer[..]);
    }

    #[test]
    fn any_sentence_with_the_words_always_finds_the_code(
        before in prop::sample::select(vec!["saya", "bapak punya", "mau buka usaha", "ibu saya", ""]),
        (code, phrases) in prop::sample::select(EVERYDAY.to_vec()),
        which in any::<prop::sample::Index>(),
    ) {
        let phrases: Vec<&str> = phrases.split("; ").collect();
        let words = format!("{before} {}", phrases[which.index(phrases.len())]);
        let hits = KBLI.search(&words, 2025, 3);
        prop_assert!(hits.iter().any(|hit| hit.code == code), "{} {:?}", words, hits);
    }
}

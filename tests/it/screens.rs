//! The picture of every screen, kept beside this file in `snapshots/`. After a wanted change:
//! `INSTA_UPDATE=always cargo test --test it screens`, then look at what git shows.

use crate::journey::{Journey, applicant, text_of};
use loket::app::{Overlay, PackTitle};
use loket::text::Text;
use ratatui::style::Color;
use std::fs;
use std::path::Path;

/// The invented applicants of `--demo`, the first one the newest.
fn demo() -> Journey {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/applicants");
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("the applicants are there")
        .map(|entry| entry.expect("it is readable").path())
        .filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned()))
        .collect();
    names.sort();
    assert!(names.iter().all(|name| applicant(name).contains("nib-perorangan")));
    Journey::with_applicants(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

#[track_caller]
fn keeps(name: &str, screen: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name.to_owned(), screen));
}

/// Screens of the demo office: name, and the keys that lead there from Beranda.
const SCREENS: [(&str, &str); 41] = [
    ("beranda", ""),
    ("beranda-down", "<pgdn>"),
    ("beranda-search", "/siti"),
    ("beranda-nothing-found", "/tidak ada orangnya"),
    ("tasks", "/siti aminah<ret>"),
    ("tasks-half", "/nurhayati<ret>"),
    ("tasks-parked", "/siti aminah<ret>t0KTP asli di rumah<ret><ret>y<ret><ret>"),
    ("tasks-two", "/rosmala<ret>"),
    ("fill-new", "n"),
    ("fill-nik-short", "n147206"),
    ("fill-nik-good", "n1472 0657 0845 0002"),
    ("fill-nik-letter", "n1472O65708450002"),
    ("fill-choice", "n1472 0657 0845 0002<tab>SITI<tab>1"),
    ("fill-date-doubtful", "n1472 0657 0845 0002<tab>SITI<tab>2<tab>DUMAI<tab>18-8-45"),
    ("fill-wide-letters", "n<tab>株式会社 José Cafe\u{301} 👨‍👩‍👧"),
    ("sheet", "/siti aminah<ret><ret><f2>"),
    ("sheet-problem", "/rahmat<ret><pgup><ret><f2>"),
    ("review-ready", "/siti aminah<ret><f5>"),
    ("review-problems", "/rahmat<ret><f5>"),
    ("review-new", "n<f5>"),
    ("review-not-yet", "/rahmat<ret><f5>s"),
    ("handover", "/suparno<ret>s"),
    ("handover-middle", "/suparno<ret>s<space><ret><space><space>"),
    ("handover-thrown-out", "/suparno<ret>s<space><space>xSesi berakhir"),
    ("handover-again", "/suparno<ret>s<space><space>xSesi berakhir<ret><space>"),
    ("handover-attempts", "/suparno<ret>s<space>xSesi berakhir<ret><space>a"),
    ("handover-alone", "/suparno<ret>s<space>l"),
    ("handover-paper", "/suparno<ret>sp"),
    ("handover-save", "/suparno<ret>sps"),
    ("receipt", "/nurhayati<ret>r"),
    ("receipt-done", "/marlina<ret>r"),
    ("lock", "<c-l>"),
    ("lock-wrong", "<c-l>bukan ini<ret>"),
    ("help-beranda", "<f1>"),
    ("help-field", "n<f1>"),
    ("prompt-park", "n<f8>0KTP asli"),
    ("prompt-nib", "/suparno<ret>sn9120"),
    ("prompt-note", "n<c-n>"),
    ("confirm-finish", "/siti aminah<ret><f5>s"),
    ("confirm-remove", "/rosmala<ret><pgup><down><down><down><down>-"),
    ("confirm-quit", "<esc>"),
];

/// Those that are looked at in a small and in a large window too.
const IN_ALL_SIZES: [&str; 12] = [
    "beranda",
    "tasks",
    "tasks-two",
    "fill-nik-good",
    "fill-date-doubtful",
    "sheet",
    "review-ready",
    "review-problems",
    "handover-middle",
    "receipt",
    "help-field",
    "confirm-finish",
];

#[test]
fn every_screen_looks_as_it_should() {
    for (name, keys) in SCREENS {
        keeps(name, &demo().keys(keys).screen());
    }
}

#[test]
fn the_main_screens_fit_a_small_and_fill_a_large_window() {
    for name in IN_ALL_SIZES {
        let keys = SCREENS.iter().find(|(known, _)| *known == name).expect("a screen").1;
        for (columns, rows) in [(60, 20), (120, 40)] {
            let screen = demo().resize(columns, rows).keys(keys).screen();
            keeps(&format!("{name}-{columns}x{rows}"), &screen);
        }
    }
    keeps("too-small", &demo().resize(40, 10).screen());
}

#[test]
fn every_kind_of_question_looks_as_it_should() {
    for (name, path) in [
        ("kind-yes-no", "hp_wa"),
        ("kind-phone", "hp"),
        ("kind-email", "email"),
        ("kind-npwp", "npwp"),
        ("kind-paragraph", "usaha#1/deskripsi"),
        ("kind-kbli", "usaha#1/kbli"),
        ("kind-wilayah", "wilayah"),
        ("kind-integer", "usaha#1/tki_l"),
        ("kind-decimal", "usaha#1/luas_lahan"),
        ("kind-rupiah", "usaha#1/modal_mesin"),
        ("kind-document", "berkas_ktp"),
        ("kind-statement", "st_data_benar"),
    ] {
        let mut counter = Journey::with_applicants(&["warung-lengkap"]);
        keeps(name, &counter.keys("<ret><ret>").tab_to(path).screen());
    }
}

#[test]
fn the_first_screens_look_as_they_should() {
    let mut first = Journey::first_start();
    keeps("setup", &first.screen());
    keeps(
        "setup-short",
        &first.keys("DPMPTSP Kota Contoh<ret>Loket 2<ret>Rina<ret>abc<ret>abc<ret>").screen(),
    );
    first.keys("<c-w>kopi pahit di loket tiga<ret><c-w>kopi pahit di loket tiga<ret>");
    let Some(Overlay::RecoveryKey(key)) = first.state.overlays.last() else {
        panic!("{:?}", first.state.overlays)
    };
    let key = key.0.clone();
    let mut screen = first.screen();
    for group in key.split('-') {
        // The key is another one at every run.
        screen = screen.replacen(group, &"X".repeat(group.len()), 1);
    }
    keeps("recovery-key", &screen);
    keeps("beranda-empty", &first.keys("<ret>").screen());
    let mut second = first.beside();
    keeps("unlock-occupied", &second.screen());
    keeps("unlock-read-only", &second.keys("<ret>").screen());
    keeps("beranda-read-only", &second.unlock().screen());
    let mut next = first.killed();
    keeps("unlock", &next.screen());
    keeps("unlock-wrong", &next.keys("bukan ini<ret>").screen());
}

#[test]
fn trouble_and_choice_look_as_they_should() {
    let mut counter = Journey::new();
    counter.keys("n<tab>Si").later(1_000).fill_disk();
    keeps("disk-full", &counter.keys("t").screen());
    keeps("disk-full-light", &counter.keys("<ret>i").screen());
    let mut counter = Journey::new();
    let office = counter.state.office.as_mut().expect("open");
    office.packs.push(PackTitle {
        id: "nib-badan".into(),
        title: Text::same("NIB badan usaha"),
        summary: Text::same("Untuk PT, CV, koperasi, dan yayasan."),
        example: false,
        group: String::new(),
        words: Vec::new(),
    });
    keeps("choose-pack", &counter.keys("n<down>").screen());
    let mut counter = Journey::new();
    counter.keys("n1472 0657 0845 0002<tab>Siti Am");
    keeps("recovered", &counter.killed().unlock().screen());
}

#[test]
fn the_english_screens_look_as_they_should() {
    for name in ["beranda", "tasks", "fill-nik-good", "review-problems", "handover", "receipt"] {
        let keys = SCREENS.iter().find(|(known, _)| *known == name).expect("a screen").1;
        keeps(&format!("{name}-en"), &demo().keys("<f9>").keys(keys).screen());
    }
}

#[test]
fn without_colour_every_screen_says_the_same() {
    for (name, keys) in SCREENS {
        let mut counter = demo();
        let coloured = counter.keys(keys).screen();
        let plain = counter.without_colour().picture();
        assert_eq!(text_of(plain), coloured, "{name}");
        let plain = plain
            .content()
            .iter()
            .all(|cell| [cell.fg, cell.bg].iter().all(|colour| *colour == Color::Reset));
        assert!(plain, "{name} has a colour");
    }
}

#[test]
fn no_screen_has_a_message_without_words() {
    for (name, keys) in SCREENS {
        for language in ["", "<f9>"] {
            let screen = demo().keys(language).keys(keys).screen();
            assert!(!screen.contains('⟨') && !screen.contains("{ $"), "{name}:\n{screen}");
        }
    }
}

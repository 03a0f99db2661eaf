//! The empty form of every pack.

use super::paper_form::{COLUMNS, text};
use crate::form::{Library, Pack, takes_answer};
use crate::text::{Catalog, Lang};
use jiff::civil::date;
use unicode_width::UnicodeWidthStr as _;

fn pack(id: &str) -> Pack {
    let loaded = Library::built_in().load(id, date(2026, 11, 23)).expect("it is there");
    loaded.usable().expect("no problems")
}

#[test]
fn every_pack_of_the_catalogue_yields_a_form_with_every_question_in_order() {
    for title in Library::built_in().titles().0 {
        let pack = pack(&title.head.id);
        for lang in Lang::ALL {
            let paper = text(&pack, &Catalog::built_in(lang));
            let what = format!("{} {lang:?}", pack.id);
            for line in paper.lines() {
                assert!(line.width() <= COLUMNS, "{what}: {line:?}");
            }
            assert!(!paper.contains('⟨'), "{what}: {paper}");
            let flat: String = paper.split_whitespace().collect();
            for question in &pack.questions {
                let label: String = question.label.get(lang).split_whitespace().collect();
                let is_there = flat.contains(&label);
                assert!(is_there || !takes_answer(question.kind), "{what}: {label} is missing");
            }
        }
    }
}

#[test]
fn questions_stand_in_the_order_of_the_screen_and_repeats_have_two_blocks() {
    let paper = text(&pack("nib-perorangan"), &Catalog::built_in(Lang::Id));
    let at = |text: &str| paper.find(text).unwrap_or_else(|| panic!("{text}: {paper}"));
    let order =
        ["== IDENTITAS (KTP)", "NIK *", "Nama lengkap *", "Nomor HP", "== USAHA 1", "== USAHA 2"];
    for pair in order.windows(2) {
        assert!(at(pair[0]) < at(pair[1]), "{pair:?}");
    }
    assert!(!paper.contains("== USAHA 3"));
    assert!(paper.contains("[_][_][_][_] [_][_][_][_] [_][_][_][_] [_][_][_][_]"));
    assert!(paper.contains("[ ] Laki-laki    [ ] Perempuan"));
}

#[test]
fn a_picture_of_the_first_lines() {
    let paper = text(&pack("nib-perorangan"), &Catalog::built_in(Lang::Id));
    let first: Vec<&str> = paper.lines().take(60).collect();
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("form-nib-perorangan", first.join("\n"));
    });
}

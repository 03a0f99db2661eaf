//! The list of requirements of every pack, and of cases.

use super::paper::{Size, is_one_page};
use super::requirements::{COLUMNS, LARGE_COLUMNS, LINES, large, page, paper};
use crate::data::Reference;
use crate::form::bring::{Bring, First, Need, Thing, Visit};
use crate::form::{Answer, Answers, Document, Form, Library, Pack, Path, evaluate};
use crate::text::{Catalog, Lang, Text};
use jiff::civil::{Date, date};
use std::sync::Arc;
use unicode_width::UnicodeWidthStr as _;

const TODAY: Date = date(2026, 11, 23);

fn pack(library: &Library, id: &str) -> Pack {
    library.load(id, TODAY).expect("it is there").usable().expect("no problems")
}

fn built_in(id: &str) -> Pack {
    pack(&Library::built_in(), id)
}

/// Every offered pack of the catalogue, variants included.
fn catalogue() -> Vec<Pack> {
    let library = Library::built_in();
    let (titles, unreadable) = library.titles();
    assert!(unreadable.is_empty());
    titles.iter().map(|title| pack(&library, &title.head.id)).collect()
}

#[track_caller]
fn fits(text: &str, lines: usize, columns: usize, what: &str) {
    assert!(text.lines().count() <= lines, "{what}: {} lines", text.lines().count());
    for line in text.lines() {
        assert!(line.width() <= columns, "{what}: {line:?}");
        assert!(!line.chars().any(char::is_control) && line == line.trim_end(), "{what}: {line:?}");
    }
    assert!(!text.contains(['⟨', '{']), "{what}: {text}");
}

#[test]
fn every_pack_of_the_catalogue_yields_one_page_in_both_languages() {
    let packs = catalogue();
    assert!(packs.len() > 70, "{} packs", packs.len());
    for pack in packs {
        let list = Bring::of_pack(&pack);
        for lang in Lang::ALL {
            let words = Catalog::built_in(lang);
            let what = format!("{} {lang:?}", pack.id);
            let paper = page(&list, &words);
            fits(&paper, LINES, COLUMNS, &what);
            let title = pack.title.get(lang).split_whitespace().next().expect("a title");
            assert!(paper.contains(title), "{what}");
            for thing in list.things.iter().filter(|thing| thing.need == Need::Must) {
                let word = thing.label.get(lang).split_whitespace().next().expect("a label");
                assert!(paper.contains(word), "{what} leaves out {word}");
            }
            fits(&large(&list, &words), usize::MAX, LARGE_COLUMNS, &what);
        }
    }
}

#[test]
fn every_pack_of_the_catalogue_is_one_printed_page_of_a4_and_of_a5() {
    for pack in catalogue() {
        let list = Bring::of_pack(&pack);
        for (size, lang) in [(Size::A4, Lang::En), (Size::A5, Lang::Id)] {
            let paper = paper(&list, &Catalog::built_in(lang), size, false);
            assert!(is_one_page(&paper, size), "{} {size:?}", pack.id);
        }
    }
}

#[test]
fn cost_and_time_are_told_only_where_the_pack_tells_them() {
    let mut list = Bring::of_pack(&built_in("sip-bidan"));
    let words = Catalog::built_in(Lang::Id);
    assert!(list.cost.is_empty() && list.time.is_empty());
    for paper in [page(&list, &words), large(&list, &words)] {
        assert!(!paper.contains("Biaya") && !paper.to_lowercase().contains("gratis"), "{paper}");
    }
    list.cost = Text { id: "gratis".into(), en: "free".into() };
    list.time = Text { id: "7 hari kerja".into(), en: "7 working days".into() };
    let paper = page(&list, &words);
    assert!(paper.contains("Biaya     gratis") && paper.contains("Waktu     7 hari kerja"));
}

fn thing(label: &str, need: Need) -> Thing {
    let text = |text: &str| Text::same(text.repeat(4));
    Thing {
        label: Text::same(label),
        document: Document {
            issuer: text("Kantor yang menerbitkan. "),
            alternatives: text("Surat keterangan dari kantor lain. "),
            if_missing: text("Urus dulu di kantor yang menerbitkan, lalu kembali ke sini. "),
            copy_is_enough: false,
        },
        need,
        brought: false,
        each: Text::default(),
        count: 1,
    }
}

fn empty_list() -> Bring {
    Bring {
        first: Vec::new(),
        things: Vec::new(),
        asked: Vec::new(),
        ..Bring::of_pack(&built_in("sip-bidan"))
    }
}

#[test]
fn a_list_too_long_for_the_page_keeps_what_must_be_brought_and_counts_the_rest() {
    let mut list = empty_list();
    for at in 0..100 {
        let need = if at % 5 == 0 { Need::Must } else { Need::May };
        list.things.push(thing(&format!("Surat {at}."), need));
    }
    let words = Catalog::built_in(Lang::Id);
    let paper = page(&list, &words);
    fits(&paper, LINES, COLUMNS, "hundred");
    for at in (0..100).step_by(5) {
        assert!(paper.contains(&format!("Surat {at}.")), "{at} is missing\n{paper}");
    }
    assert!(paper.contains("lagi, tanyakan ke petugas"), "{paper}");
    let shown = paper.matches("[ ]").count();
    assert!(paper.contains(&format!("dan {} lagi", 100 - shown)), "{paper}");
}

proptest::proptest! {
    #[test]
    fn always_one_page_whatever_a_pack_says(
        title in ".{0,300}", things in proptest::collection::vec((".{1,200}", 0..3usize), 0..90),
        firsts in 0..30usize, asked in 0..200usize, office in ".{0,200}",
    ) {
        let mut list = empty_list();
        list.title = Text::same(title);
        list.visit = Some(Visit { office: office.clone(), code: "KUDA-472-M".into() });
        list.first = vec![First { say: Text::same(office), who: Text::default(), sometimes: true }; firsts];
        list.asked = (0..asked).map(|at| Text::same(format!("Pertanyaan {at}"))).collect();
        for (label, need) in things {
            list.things.push(thing(&label, [Need::Must, Need::Sometimes, Need::May][need]));
        }
        let words = Catalog::built_in(Lang::Id);
        let (paper, wide) = (page(&list, &words), large(&list, &words));
        proptest::prop_assert!(paper.lines().count() <= LINES);
        for (text, columns) in [(paper, COLUMNS), (wide, LARGE_COLUMNS)] {
            for line in text.lines() {
                proptest::prop_assert!(line.width() <= columns, "{line:?}");
            }
        }
    }
}

/// A case with an invented identity in every answer that takes a text.
fn planted() -> (Form, Answers) {
    let form = Form::open(Arc::new(built_in("sip-bidan")), Reference::built_in()).expect("opens");
    let mut answers = Answers::default();
    let mut say = |path: &str, raw: &str, note: &str| {
        let answer = Answer { raw: raw.into(), note: note.into(), reason: "Quixotina".into() };
        answers.values.insert(Path::new(path.to_owned()), answer);
    };
    say("nik", "1472065708910003", "");
    say("nama", "Zulaikha Wirjosoebroto", "");
    say("tempat_lahir", "Ujungpandaran", "");
    say("hp", "081377194402", "");
    say("email", "zulqui@surat.example", "");
    say("alamat_ktp", "Gang Kenanga Wulung 88", "");
    say("dok_ktp", "asli", "titipan Sastrowardoyo");
    say("dok_str", "tidak_ada", "dibawa Sastrowardoyo");
    (form, answers)
}

fn case_list() -> Bring {
    let (form, answers) = planted();
    let derived = evaluate(&form, &answers, TODAY);
    let visit = Visit { office: "DPMPTSP Kota Contoh".into(), code: "KUDA-472-M".into() };
    Bring::of_case(&form, &derived, visit, |path| answers.raw(path))
}

#[test]
fn no_personal_data_stands_on_the_list_of_a_case() {
    let list = case_list();
    assert!(list.things.iter().any(|thing| thing.brought), "the KTP was brought");
    for lang in Lang::ALL {
        let words = Catalog::built_in(lang);
        for paper in [page(&list, &words), large(&list, &words)] {
            let flat = paper.to_lowercase();
            let flat: String = flat.split_whitespace().collect::<Vec<_>>().concat();
            for planted in [
                "1472065708910003",
                "zulaikha",
                "wirjosoebroto",
                "ujungpandaran",
                "081377194402",
                "zulqui",
                "kenanga",
                "sastrowardoyo",
                "quixotina",
            ] {
                assert!(!flat.contains(planted), "{planted}: {paper}");
            }
        }
    }
}

#[test]
fn what_is_missing_comes_before_what_was_brought() {
    let paper = page(&case_list(), &Catalog::built_in(Lang::Id));
    let at = |text: &str| paper.find(text).unwrap_or_else(|| panic!("{text}: {paper}"));
    assert!(at("[ ] STR") < at("[x] KTP pemohon"));
    assert!(at("MASIH KURANG") < at("SUDAH DIBAWA"));
    assert!(!paper.contains("Nama lengkap;"), "the name is answered: {paper}");
}

macro_rules! picture {
    ($name:literal, $text:expr) => {
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!($name, $text);
        });
    };
}

#[test]
fn pictures_of_a_page_its_large_type_and_a_case() {
    let id = Catalog::built_in(Lang::Id);
    let list = Bring::of_pack(&built_in("nib-perorangan"));
    picture!("list-nib-perorangan", page(&list, &id));
    picture!("list-nib-perorangan-large", large(&list, &id));
    picture!("list-case-english", page(&case_list(), &Catalog::built_in(Lang::En)));
}

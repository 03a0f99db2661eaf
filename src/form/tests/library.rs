//! Packs that stand on each other, packs that yield several, and which of two wins.

use super::super::scenario::{TODAY, group, question};
use super::super::{Form, Item, Library, Origin, Pack, PackSources, Source, evaluate, render};
use crate::data::Reference;
use crate::text::{Text, Tongue};
use std::sync::Arc;

/// A folder of a library: `pack.toml`, then section files.
pub(super) fn folder(id: &str, head: &str, sections: &[(&str, String)]) -> PackSources {
    let source = |file: &str, text: &str| Source {
        name: format!("{id}/{file}.toml"),
        text: text.to_owned().into(),
    };
    let mut sources = vec![source("pack", &format!("id = \"{id}\"\nversion = 1\n{head}"))];
    sources.extend(sections.iter().map(|(name, text)| source(name, text)));
    PackSources { id: id.to_owned(), sources }
}

pub(super) const TITLE: &str = "title.id = \"Judul\"\ntitle.en = \"Title\"\n\
                                summary.id = \"Untuk uji.\"\nsummary.en = \"For a test.\"\n\
                                status = \"contoh\"\n";
pub(super) const WHOLE: &str = "kbli_edition = 2025\nsections = [\"orang\"]\nsubject = \"nama\"\n";

pub(super) fn orang(more: &str) -> (&'static str, String) {
    (
        "orang",
        group("orang", more, &[question("nama", "text", ""), question("umur", "integer", "")]),
    )
}

pub(super) fn library(packs: Vec<PackSources>) -> Library {
    let mut library = Library::default();
    library.add(Origin::BuiltIn, packs);
    library
}

/// The base most tests stand on.
pub(super) fn base() -> PackSources {
    let more = "[[oss_page]]\nname = \"satu\"\ntitle.id = \"Satu\"\ntitle.en = \"One\"\n\
                [[basis]]\nname = \"UU 1\"\n[[basis]]\nname = \"UU 2\"\n\
                [vars]\napa = \"izin\"\nsiapa.id = \"pemohon\"\nsiapa.en = \"applicant\"\n\
                [[choices.lahan]]\nname = \"sewa\"\nlabel.id = \"Sewa\"\nlabel.en = \"Rented\"\n";
    let alamat = group(
        "alamat",
        "",
        &[question("jalan", "text", "where.id = \"Di ${apa}\"\nwhere.en = \"On ${siapa} ${apa}\"")],
    );
    let head = format!(
        "abstract = true\nstatus = \"contoh\"\nkbli_edition = 2020\n\
         sections = [\"orang\", \"alamat\"]\nsubject = \"nama\"\n{more}"
    );
    folder("dasar", &head, &[orang(""), ("alamat", alamat)])
}

#[track_caller]
pub(super) fn pack(library: &Library, id: &str) -> Pack {
    let loaded = library.load(id, TODAY).expect("the pack is there");
    assert_eq!(render(&loaded.problems, &loaded.sources), "");
    loaded.usable().expect("no problem")
}

/// Every problem of the library as its author sees it.
pub(super) fn pictures(library: &Library) -> String {
    let checked = library.check(|_| true, TODAY);
    let all = checked.iter().map(|one| render(&one.problems, &one.sources));
    all.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn asked(pack: &Pack) -> Vec<&str> {
    pack.questions.iter().map(|question| question.name.as_str()).collect()
}

#[test]
fn what_a_pack_does_not_say_is_taken_from_its_base() {
    let own = folder("izin", &format!("extends = \"dasar\"\n{TITLE}"), &[]);
    let library = library(vec![base(), own]);
    let pack = pack(&library, "izin");
    assert_eq!(asked(&pack), ["nama", "umur", "jalan"]);
    assert_eq!((pack.kbli_edition, pack.bases.as_slice()), (2020, &["dasar".to_owned()][..]));
    assert_eq!(pack.subject, pack.find_question("nama"));
    assert_eq!((pack.oss_pages.len(), pack.basis.len(), pack.choice_lists.len()), (1, 2, 1));
    assert!(Form::open(Arc::new(pack), Reference::built_in()).is_ok());
}

#[test]
fn own_words_win_over_those_of_the_base() {
    let head = format!(
        "extends = \"dasar\"\n{TITLE}kbli_edition = 2025\nsections = [\"alamat\", \"orang\", \"baru\"]\n\
         identifiers = [\"nik\"]\n\
         [[basis]]\nname = \"UU 3\"\n[[basis]]\nname = \"UU 1\"\nfrom = 2020-01-01\n\
         [[choices.lahan]]\nname = \"milik\"\nlabel.id = \"Milik\"\nlabel.en = \"Owned\"\n\
         [vars]\napa = \"SIP\"\n"
    );
    let baru = group("baru", "", &[question("nik", "nik", "")]);
    let orang = group("orang", "", &[question("nama", "text", "")]);
    let own = folder("sip", &head, &[("orang", orang), ("baru", baru)]);
    let library = library(vec![base(), own]);
    let pack = pack(&library, "sip");
    assert_eq!(asked(&pack), ["jalan", "nama", "nik"]);
    assert_eq!(pack.kbli_edition, 2025);
    let basis: Vec<_> =
        pack.basis.iter().map(|one| (one.name.as_str(), one.from.is_some())).collect();
    assert_eq!(basis, [("UU 1", true), ("UU 2", false), ("UU 3", false)]);
    assert_eq!(pack.choice_lists.len(), 1);
    assert_eq!(pack.choice_lists[0].choices[0].name, "milik");
    let place = &pack.question(pack.find_question("jalan").expect("it is asked")).place;
    assert_eq!((place.id.as_str(), place.en.as_str()), ("Di SIP", "On applicant SIP"));
}

#[test]
fn a_base_may_stand_on_another() {
    let middle = folder(
        "tengah",
        "extends = \"dasar\"\nabstract = true\nstatus = \"contoh\"\n[vars]\napa = \"tengah\"\n",
        &[],
    );
    let own = folder("izin", &format!("extends = \"tengah\"\n{TITLE}"), &[]);
    let library = library(vec![own, base(), middle]);
    let pack = pack(&library, "izin");
    assert_eq!(pack.bases, ["tengah", "dasar"]);
    assert_eq!(asked(&pack), ["nama", "umur", "jalan"]);
    assert_eq!(
        pack.question(pack.find_question("jalan").expect("it is asked")).place.id,
        "Di tengah"
    );
    assert_eq!(pictures(&library), "");
    let (titles, unreadable) = library.titles();
    assert_eq!((titles.len(), unreadable.len()), (1, 0));
    assert!(library.load("dasar", TODAY).is_none(), "a base is not offered");
}

#[test]
fn a_table_of_variants_yields_one_pack_a_row() {
    let head = format!(
        "extends = \"dasar\"\nstatus = \"contoh\"\ngroup = \"praktik\"\nwords = [\"praktik\"]\n\
         cost.id = \"gratis\"\ncost.en = \"free\"\n{}",
        [("bidan", "Bidan"), ("perawat", "Perawat")]
            .map(|(id, name)| format!(
                "[[variant]]\nid = \"sip-{id}\"\ntitle.id = \"SIP ${{siapa}}\"\ntitle.en = \"${{siapa}}'s\"\n\
                 summary.id = \"S\"\nsummary.en = \"S\"\nwords = [\"praktek {id}\"]\n\
                 vars = {{ siapa = \"{name}\", apa = \"STR ${{siapa}}\" }}\n\
                 [[variant.basis]]\nname = \"UU {id}\"\n"
            ))
            .join("")
    );
    let library = library(vec![base(), folder("praktik", &head, &[])]);
    assert_eq!(pictures(&library), "");
    let (titles, _) = library.titles();
    let shown: Vec<_> = titles
        .iter()
        .map(|one| (one.head.id.as_str(), one.head.title.id.as_str(), one.folder.as_str()))
        .collect();
    assert_eq!(
        shown,
        [("sip-bidan", "SIP Bidan", "praktik"), ("sip-perawat", "SIP Perawat", "praktik")]
    );
    assert_eq!(titles[1].head.words, ["praktek perawat", "praktik"]);
    assert_eq!(
        (titles[0].head.group.as_str(), titles[0].head.cost.en.as_str()),
        ("praktik", "free")
    );
    assert!(library.load("praktik", TODAY).is_none(), "the folder itself is not offered");
    let pack = pack(&library, "sip-perawat");
    assert_eq!((pack.id.as_str(), pack.title.en.as_str()), ("sip-perawat", "Perawat's"));
    assert_eq!(pack.basis.last().map(|one| one.name.as_str()), Some("UU perawat"));
    let place = &pack.question(pack.find_question("jalan").expect("it is asked")).place;
    assert_eq!(place, &Text { id: "Di STR Perawat".into(), en: "On Perawat STR Perawat".into() });
}

#[test]
fn a_variant_may_have_sections_of_its_own() {
    let baru = group("baru", "", &[question("nik", "nik", "")]);
    let row = |id: &str, more: &str| {
        format!(
            "[[variant]]\nid = \"{id}\"\ntitle.id = \"T\"\ntitle.en = \"T\"\nsummary.id = \"S\"\n\
             summary.en = \"S\"\n{more}"
        )
    };
    let head = format!(
        "extends = \"dasar\"\nstatus = \"contoh\"\n{}{}",
        row("satu", ""),
        row("dua", "sections = [\"orang\", \"baru\"]\n")
    );
    let library = library(vec![base(), folder("banyak", &head, &[("baru", baru)])]);
    assert_eq!(pictures(&library), "");
    assert_eq!(asked(&pack(&library, "satu")), ["nama", "umur", "jalan"]);
    assert_eq!(asked(&pack(&library, "dua")), ["nama", "umur", "nik"]);
}

#[test]
fn the_office_hides_what_is_built_in_and_it_is_seen() {
    let title = |text: &str| TITLE.replace("Judul", text);
    let of = |id: &str, text: &str| folder(id, &format!("{}{WHOLE}", title(text)), &[orang("")]);
    let mut library = library(vec![of("izin", "Bawaan"), of("lain", "Lain")]);
    library.add(Origin::Office, [of("izin", "Kantor")]);
    library.add(Origin::Imported, [of("izin", "Impor"), of("baru", "Baru")]);
    let (titles, _) = library.titles();
    let shown: Vec<_> = titles
        .iter()
        .map(|one| {
            (one.head.id.as_str(), one.head.title.id.as_str(), one.origin, one.hides.as_slice())
        })
        .collect();
    assert_eq!(
        shown,
        [
            ("baru", "Baru", Origin::Imported, &[][..]),
            ("izin", "Impor", Origin::Imported, &[Origin::BuiltIn, Origin::Office][..]),
            ("lain", "Lain", Origin::BuiltIn, &[][..]),
        ]
    );
    assert_eq!(pack(&library, "izin").title.id, "Impor");
}

#[test]
fn an_office_may_change_one_section_of_the_pack_it_hides() {
    let mut library = library(vec![folder("izin", &format!("{TITLE}{WHOLE}"), &[orang("")])]);
    let orang = group("orang", "", &[question("nama", "text", ""), question("hp", "phone", "")]);
    let own = folder("izin", &format!("extends = \"izin\"\n{TITLE}"), &[("orang", orang)]);
    library.add(Origin::Office, [own]);
    assert_eq!(asked(&pack(&library, "izin")), ["nama", "hp"]);
}

#[test]
fn two_dollars_stand_for_one() {
    let hint = question("nama", "text", "hint.id = \"$${nama} $5 ${apa}\"\nhint.en = \"$${\"");
    let head = format!("{TITLE}{WHOLE}[vars]\napa = \"x\"\n");
    let library = library(vec![folder("izin", &head, &[("orang", group("orang", "", &[hint]))])]);
    let pack = pack(&library, "izin");
    assert_eq!(pack.questions[0].hint, Text { id: "${nama} $5 x".into(), en: "${".into() });
}

#[test]
fn ten_thousand_questions_are_read_and_filled() {
    let questions: Vec<String> = (0..10_000)
        .map(|at| {
            let more = match at {
                0 => String::new(),
                _ => format!("relevant = \"is_null(q{})\"", at - 1),
            };
            question(&format!("q{at}"), "text", &more)
        })
        .collect();
    let head = format!("{TITLE}kbli_edition = 2025\nsections = [\"g\"]\nsubject = \"q0\"\n");
    let library = library(vec![folder("besar", &head, &[("g", group("g", "", &questions))])]);
    let start = std::time::Instant::now();
    let pack = pack(&library, "besar");
    assert_eq!(pack.questions.len(), 10_000);
    assert!(matches!(pack.sections[0].items[9_999], Item::Question(_)));
    let form = Form::open(Arc::new(pack), Reference::built_in()).expect("it compiles");
    let derived = evaluate(&form, &super::super::Answers::default(), TODAY);
    assert_eq!(derived.rows.len(), 10_000);
    // Quadratic work on this takes minutes; the bound leaves room for a slow machine.
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn sentences_may_be_said_in_regional_languages_with_variables_and_no_longer() {
    let say = "say.jv = \"Nuwun sewu, ${apa}.\"\nsay.min = \"satu dua tiga empat lima enam tujuh \
               delapan sembilan sepuluh sebelas dua belas tiga belas ya\"\nsay.xx = \"?\"\nsay.su = \" \"";
    let asked = question("nama", "text", "").replace("say.en =", &format!("{say}\nsay.en ="));
    let orang = group("orang", "", &[asked]);
    let own =
        folder("izin", &format!("{TITLE}{WHOLE}[vars]\napa = \"KTP\"\n"), &[("orang", orang)]);
    let library = library(vec![own]);
    let told = pictures(&library);
    for problem in
        ["`say.min` of question `nama` has 16 words", "unknown key `xx`", "nothing in `su`"]
    {
        assert!(told.contains(problem), "{problem}: {told}");
    }
    let pack = library.load("izin", TODAY).expect("there").pack.expect("it was read");
    let question = pack.question(pack.find_question("nama").expect("asked"));
    let jv = Tongue::from_code("jv").expect("ours");
    assert_eq!(question.say_in(jv), Some("Nuwun sewu, KTP."));
    assert_eq!(question.say_in(Tongue::from_code("ban").expect("ours")), None);
    assert!(pack.tongues().contains(&jv));
}

#[test]
fn every_built_in_pack_says_everything_in_both_languages() {
    let library = Library::built_in();
    let mut missing = Vec::new();
    for title in library.titles().0 {
        let id = title.head.id;
        let loaded = library.load(&id, TODAY).expect("there");
        let untold = |problem: &&super::super::Problem| {
            problem.message.contains("has no English text")
                || problem.message.contains("has no Indonesian text")
                || problem.message.contains("has one language only")
        };
        missing.extend(loaded.problems.iter().filter(untold).map(|one| one.message.clone()));
        let pack = loaded.usable().expect("no problem");
        let mut tell = |what: &str, texts: &[&Text]| {
            for text in texts {
                if text.id.trim().is_empty() != text.en.trim().is_empty() {
                    missing.push(format!("{id}: {what}: {:?} / {:?}", text.id, text.en));
                }
            }
        };
        tell("pack", &[&pack.title, &pack.summary, &pack.cost, &pack.time]);
        for blocker in &pack.blocked_by {
            tell("blocked_by", &[&blocker.say, &blocker.who]);
        }
        for choice in pack.choice_lists.iter().flat_map(|list| &list.choices) {
            tell(&choice.name, &[&choice.label]);
        }
        for section in &pack.sections {
            tell(&section.name, &[&section.label]);
            for readback in &section.readback {
                tell(&section.name, &[&readback.text]);
            }
            for blocker in &section.blocked_by {
                tell(&section.name, &[&blocker.say, &blocker.who]);
            }
        }
        for question in &pack.questions {
            let name = &question.name;
            tell(name, &[&question.label, &question.hint, &question.say, &question.example]);
            tell(name, &[&question.why, &question.place]);
            assert!(!question.label.id.is_empty(), "{id}: {name} has no label");
            if let Some(document) = &question.document {
                tell(name, &[&document.issuer, &document.alternatives, &document.if_missing]);
            }
            for check in &question.checks {
                tell(name, &[&check.what, &check.why, &check.next]);
            }
            for blocker in &question.blocked_by {
                tell(name, &[&blocker.say, &blocker.who]);
            }
        }
    }
    assert_eq!(missing, [""; 0], "texts with one language only");
}

#[test]
fn the_first_ten_questions_can_be_asked_in_four_regional_languages() {
    let pack =
        Library::built_in().load("nib-perorangan", TODAY).and_then(super::super::Loaded::usable);
    let pack = pack.expect("it loads");
    let asked = pack.questions.iter().filter(|one| super::super::takes_answer(one.kind)).take(10);
    for question in asked {
        for code in ["ms_riau", "min", "jv", "su"] {
            let tongue = Tongue::from_code(code).expect("one of ours");
            assert!(question.say_in(tongue).is_some(), "{} in {code}", question.name);
        }
    }
}

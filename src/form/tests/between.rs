//! What is wrong between packs, as their authors are told.

use super::super::scenario::{Scenario, TODAY, group, question, sources};
use super::super::{
    Because, BlockedPack, Checked, End, Item, Library, Origin, Severity, requirements,
};
use super::library::{TITLE, WHOLE, base, folder, library, orang};
use crate::text::Text;

/// Every problem: file, line, what the caret stands under, words, hint.
fn told_of(checked: &[Checked]) -> Vec<String> {
    let mut all = Vec::new();
    for one in checked {
        for problem in &one.problems {
            let source = &one.sources[problem.file];
            let line = source.text[..problem.span.start].matches('\n').count() + 1;
            let under = &source.text[problem.span.clone()];
            let mark = if problem.severity == Severity::Warning { "?" } else { "" };
            let (message, hint) = (&problem.message, &problem.hint);
            all.push(format!("{}:{line} <{under}>{mark} {message} ({hint})", source.name));
        }
    }
    all
}

#[track_caller]
fn told(library: &Library, expected: &[&str]) {
    assert_eq!(told_of(&library.check(|_| true, TODAY)), expected);
}

fn izin(id: &str, more: &str) -> super::super::PackSources {
    folder(id, &format!("{TITLE}{WHOLE}{more}"), &[orang("")])
}

fn blocked_by(pack: &str, more: &str) -> String {
    format!(
        "[[blocked_by]]\npack = \"{pack}\"\nsay.id = \"Itu dulu.\"\nsay.en = \"First that.\"\n{more}\n"
    )
}

#[test]
fn an_unknown_base_is_told_where_it_is_named_and_others_keep_working() {
    let own = folder("izin", &format!("extends = \"dasr\"\n{TITLE}{WHOLE}"), &[orang("")]);
    let library = library(vec![base(), own, izin("lain", "")]);
    told(
        &library,
        &["izin/pack.toml:3 <\"dasr\"> unknown pack `dasr` to stand on (did you mean `dasar`?)"],
    );
    assert!(library.load("lain", TODAY).expect("it is there").usable().is_some());
    assert!(library.load("izin", TODAY).expect("it is there").usable().is_none());
}

#[test]
fn packs_that_stand_on_each_other_are_told() {
    let of = |id: &str, base: &str| {
        folder(id, &format!("extends = \"{base}\"\n{TITLE}{WHOLE}"), &[orang("")])
    };
    told(
        &library(vec![of("a", "b"), of("b", "a"), of("c", "c")]),
        &[
            "b/pack.toml:3 <\"a\"> `a` stands on itself (a -> b -> a)",
            "a/pack.toml:3 <\"b\"> `b` stands on itself (b -> a -> b)",
            "c/pack.toml:3 <\"c\"> `c` stands on itself (c -> c)",
        ],
    );
}

#[test]
fn a_mistake_in_a_base_is_told_once_in_the_file_of_the_base() {
    let mut broken = base();
    let text = broken.sources[2].text.replace("why.id", "wy.id");
    broken.sources[2].text = text.into();
    let on = |id: &str| folder(id, &format!("extends = \"dasar\"\n{TITLE}"), &[]);
    let library = library(vec![broken, on("satu"), on("dua"), izin("lain", "")]);
    told(
        &library,
        &[
            "dasar/alamat.toml:15 <wy> unknown key `wy` in question `jalan` (did you mean `why`?)",
            "dasar/alamat.toml:16 <why> `why` of question `jalan` has no Indonesian text (add `why.id = \"…\"`)",
        ],
    );
    assert!(library.load("satu", TODAY).expect("it is there").usable().is_none());
    assert!(library.load("lain", TODAY).expect("it is there").usable().is_some());
}

#[test]
fn a_base_that_cannot_be_read_is_told_and_nothing_is_guessed() {
    let mut broken = base();
    broken.sources[0].text = "id = \"dasar\"\nversion = = 1\n".into();
    let own = folder("izin", &format!("extends = \"dasar\"\n{TITLE}"), &[]);
    let library = library(vec![broken, own]);
    let checked = library.check(|_| true, TODAY);
    let files: Vec<_> = checked
        .iter()
        .flat_map(|one| one.problems.iter().map(|problem| one.sources[problem.file].name.as_str()))
        .collect();
    assert!(!files.is_empty() && files.iter().all(|file| *file == "dasar/pack.toml"), "{files:?}");
    let (titles, unreadable) = library.titles();
    assert_eq!((titles.len(), unreadable.len()), (1, 1), "the other one is still listed");
}

#[test]
fn a_variable_nobody_knows_is_told_with_the_nearest() {
    let hint = |text: &str| {
        let nama = question("nama", "text", &format!("hint.id = \"{text}\"\nhint.en = \"-\""));
        ("orang", group("orang", "", &[nama]))
    };
    let head = format!(
        "{TITLE}{WHOLE}[vars]\ndinas = \"dinas kesehatan\"\nlama = \"${{dins}}\"\nputar = \"${{putar}}\"\n"
    );
    told(
        &library(vec![folder("izin", &head, &[hint("Tanya ${dianas}, ${ dinas } atau ${dinas")])]),
        &[
            "izin/pack.toml:13 <${dins}> unknown variable `dins` (did you mean `dinas`?)",
            "izin/pack.toml:14 <${putar}> variable `putar` stands in itself (putar)",
            "izin/orang.toml:17 <${dianas}> unknown variable `dianas` (did you mean `dinas`?)",
            "izin/orang.toml:17 <${dinas> a place `${…` is not closed ()",
        ],
    );
    let plain = format!("{TITLE}{WHOLE}");
    told(
        &library(vec![folder("izin", &plain, &[hint("${dinas}")])]),
        &[
            "izin/orang.toml:17 <${dinas}> unknown variable `dinas` (add `dinas` to `[vars]`, or write `$${` for `${`)",
        ],
    );
}

#[test]
fn a_base_may_leave_words_and_names_to_the_packs_on_it() {
    let open = folder(
        "dasar",
        "abstract = true\nstatus = \"contoh\"\nkbli_edition = 2025\nsections = [\"orang\", \"lain\"]\nsubject = \"nama\"\n",
        &[(
            "orang",
            group(
                "orang",
                "",
                &[question(
                    "nama",
                    "text",
                    "relevant = \"!is_null(nik)\"\nhint.id = \"${apa}\"\nhint.en = \"${apa}\"",
                )],
            ),
        )],
    );
    let nik = group("lain", "", &[question("nik", "nik", "")]);
    let own = folder(
        "izin",
        &format!("extends = \"dasar\"\n{TITLE}[vars]\napa = \"izin\"\n"),
        &[("lain", nik)],
    );
    told(&library(vec![open.clone(), own]), &[]);
    let poor =
        folder("izin", &format!("extends = \"dasar\"\n{TITLE}sections = [\"orang\"]\n"), &[]);
    told(
        &library(vec![open, poor]),
        &[
            "dasar/orang.toml:18 <${apa}> unknown variable `apa` (add `apa` to `[vars]`, or write `$${` for `${`)",
            "dasar/orang.toml:19 <${apa}> unknown variable `apa` (add `apa` to `[vars]`, or write `$${` for `${`)",
            "dasar/orang.toml:17 <nik> unknown name `nik` ()",
        ],
    );
}

#[test]
fn what_neither_the_pack_nor_its_base_says_is_missing() {
    let bare = folder("dasar", "abstract = true\nstatus = \"contoh\"\n", &[]);
    let own = folder("izin", &format!("extends = \"dasar\"\n{TITLE}"), &[]);
    told(
        &library(vec![bare, own]),
        &[
            "izin/pack.toml:1 <id> the pack has no `kbli_edition` ()",
            "izin/pack.toml:1 <id> the pack has no `sections` ()",
            "izin/pack.toml:1 <id> the pack has no `subject` ()",
        ],
    );
}

#[test]
fn two_packs_of_one_id_are_told() {
    let row = |id: &str| {
        format!(
            "[[variant]]\nid = \"{id}\"\ntitle.id = \"T\"\ntitle.en = \"T\"\nsummary.id = \"S\"\nsummary.en = \"S\"\n"
        )
    };
    let rows = format!(
        "extends = \"dasar\"\nstatus = \"contoh\"\n{}{}{}",
        row("sip"),
        row("sip"),
        row("lain")
    );
    let table = folder("tabel", &rows, &[]);
    let library = library(vec![base(), izin("lain", ""), table]);
    told(
        &library,
        &[
            "tabel/pack.toml:12 <\"sip\"> there are two packs `sip` (the other is in `tabel`)",
            "tabel/pack.toml:18 <\"lain\"> there are two packs `lain` (the other is in `lain`)",
        ],
    );
    assert_eq!(library.titles().0.len(), 2);
    assert_eq!(
        library.load("lain", TODAY).expect("the first").usable().expect("whole").bases,
        [""; 0]
    );
}

#[test]
fn a_folder_of_another_name_than_its_pack_is_told() {
    let mut moved = izin("izin", "");
    moved.id = "izin-lama".to_owned();
    told(
        &library(vec![moved]),
        &[
            "izin/pack.toml:1 <\"izin\"> `id` is `izin`, but the folder is `izin-lama` (give both the same name)",
        ],
    );
}

#[test]
fn packs_that_wait_for_each_other_or_for_nothing_are_told() {
    let library = library(vec![
        izin("akun", &blocked_by("nib", "")),
        izin("nib", &blocked_by("akun", "relevant = \"umur > 17\"")),
        izin("sip", &blocked_by("nbi", "")),
    ]);
    told(
        &library,
        &[
            "akun/pack.toml:12 <\"nib\"> these packs wait for each other: none can be finished (akun -> nib -> akun)",
            "sip/pack.toml:12 <\"nbi\"> there is no pack `nbi` to be finished first (did you mean `nib`?)",
        ],
    );
    assert_eq!(
        library.waits("akun"),
        [("akun".to_owned(), "nib".to_owned()), ("nib".to_owned(), "akun".to_owned())]
    );
}

#[test]
fn a_ring_through_packs_that_are_not_checked_is_seen() {
    let mut all = library(vec![izin("akun", ""), izin("nib", &blocked_by("akun", ""))]);
    all.add(Origin::Named, [izin("akun", &blocked_by("nib", ""))]);
    let checked = all.check(|origin| origin == Origin::Named, TODAY);
    assert_eq!(told_of(&checked).len(), 1);
    assert_eq!((checked.len(), checked[0].own), (1, 2));
}

#[test]
fn a_condition_of_a_pack_that_is_waited_for_is_checked_like_any() {
    told(
        &library(vec![
            izin("akun", ""),
            izin("nib", &blocked_by("akun", "relevant = \"umr > 17\"")),
        ]),
        &["nib/pack.toml:15 <umr> unknown name `umr` (did you mean `umur`?)"],
    );
}

#[test]
fn a_meaning_written_once_and_much_like_another_is_warned_of() {
    let meaning = |name: &str, word: &str| question(name, "text", &format!("meaning = \"{word}\""));
    let of = |id: &str, words: [&str; 2]| {
        let orang = group("orang", "", &[meaning("nama", words[0]), meaning("lain", words[1])]);
        folder(id, &format!("{TITLE}{WHOLE}"), &[("orang", orang)])
    };
    told(
        &library(vec![
            of("a", ["nama_usha", "dok_pbx"]),
            of("b", ["jenis_lantai", "dok_pbb"]),
            of("c", ["jenis_lantai", "jenis_lamtai"]),
        ]),
        &[
            "a/orang.toml:17 <\"nama_usha\">? the meaning `nama_usha` is used nowhere else (did you mean `nama_usaha`?)",
            "c/orang.toml:29 <\"jenis_lamtai\">? the meaning `jenis_lamtai` is used nowhere else (did you mean `jenis_lantai`?)",
        ],
    );
}

#[test]
fn packs_to_be_finished_first_follow_from_the_answers() {
    let more = format!(
        "{}who.id = \"Loket ini\"\nwho.en = \"This counter\"\n{}",
        blocked_by("akun", "relevant = \"umur < 17\""),
        blocked_by("nib", "")
    );
    let orang =
        group("orang", "", &[question("nama", "text", ""), question("umur", "integer", "")]);
    let told = Scenario::new(&more, &[orang]);
    let packs = |told: &Scenario| -> Vec<String> {
        told.derived.blocked_packs.iter().map(|one| one.pack.clone()).collect()
    };
    assert_eq!(packs(&told), ["nib"], "an unanswered question has no result");
    let told = told.answer("umur", "15");
    assert_eq!(packs(&told), ["akun", "nib"]);
    let who = Text { id: "Loket ini".into(), en: "This counter".into() };
    let say = Text { id: "Itu dulu.".into(), en: "First that.".into() };
    assert_eq!(told.derived.blocked_packs[0], BlockedPack { pack: "akun".into(), say, who });
}

#[test]
fn who_solves_it_travels_with_what_stands_in_the_way() {
    let dulu = "[[group.blocked_by]]\nquestion = \"nama\"\nsay.id = \"Dulu.\"\nsay.en = \"First.\"\n\
                who.id = \"Dinas\"\nwho.en = \"The office\"";
    let told = Scenario::new(
        "",
        &[
            group("orang", "", &[question("nama", "text", "")]),
            group("lain", dulu, &[question("umur", "integer", "")]),
        ],
    );
    let blocked = told.derived.sections[1].blocked.as_ref().expect("it is blocked");
    assert_eq!(blocked.who, Text { id: "Dinas".into(), en: "The office".into() });
}

#[test]
fn a_service_that_does_not_go_through_oss_keeps_no_place_there() {
    let page = "[[oss_page]]\nname = \"p\"\ntitle.id = \"P\"\ntitle.en = \"P\"";
    let orang = group(
        "orang",
        "",
        &[question("nama", "text", "oss = { page = \"p\", label = \"Nama\", order = 1 }")],
    );
    let all = sources(page, std::slice::from_ref(&orang));
    assert!(super::super::load(&all, TODAY).0.expect("a pack").questions[0].oss.is_some());
    let all = sources(&format!("oss = false\n{page}"), &[orang]);
    let (pack, problems) = super::super::load(&all, TODAY);
    let pack = pack.expect("a pack");
    assert_eq!((problems.len(), pack.oss_pages.len()), (0, 0));
    assert!(pack.questions[0].oss.is_none());
}

#[test]
fn requirements_are_those_of_relevant_and_blocked_by() {
    let more = blocked_by("nib", "relevant = \"umur > 17\"");
    let dulu = "blocked_by = [{ question = \"nama\", say.id = \"Dulu.\", say.en = \"First.\" }]";
    let told = Scenario::new(
        &more,
        &[
            group("orang", "", &[question("nama", "text", ""), question("umur", "integer", "")]),
            group("lain", "relevant = \"umur > 1\"", &[question("hp", "phone", dulu)]),
        ],
    );
    let pack = &told.form.pack;
    let name = |end: End| match end {
        End::Whole => "whole".to_owned(),
        End::Pack(at) => format!("pack {}", pack.blocked_by[at].pack),
        End::Item(Item::Question(ix)) => pack.question(ix).name.clone(),
        End::Item(Item::Section(ix)) => pack.section(ix).name.clone(),
    };
    let all: Vec<_> = requirements(pack)
        .into_iter()
        .map(|one| (name(one.of), one.because == Because::Relevant, name(one.needs)))
        .collect();
    let expected = [
        ("whole", false, "pack nib"),
        ("pack nib", true, "umur"),
        ("lain", true, "umur"),
        ("hp", false, "nama"),
    ];
    let expected = expected.map(|(of, when, needs)| (of.to_owned(), when, needs.to_owned()));
    assert_eq!(all, expected);
}

#[test]
fn what_a_base_names_need_not_all_be_asked_but_the_subject_must() {
    let mut plain = base();
    let head = plain.sources[0].text.replace(
        "subject =",
        "activity = \"jalan\"\nidentifiers = [\"umur\", \"jalan\"]\nsubject =",
    );
    plain.sources[0].text = head.into();
    let own = folder("izin", &format!("extends = \"dasar\"\n{TITLE}sections = [\"orang\"]\n"), &[]);
    let without =
        folder("lain", &format!("extends = \"dasar\"\n{TITLE}sections = [\"alamat\"]\n"), &[]);
    let library = library(vec![plain, own, without]);
    told(
        &library,
        &[
            "lain/pack.toml:1 <id> the pack does not ask `nama`, the `subject` of its base (list the section that asks it, or name another `subject`)",
        ],
    );
    let pack = super::library::pack(&library, "izin");
    assert_eq!((pack.activity, pack.identifiers.len()), (None, 1));
}

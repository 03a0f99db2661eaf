//! Answers of earlier versions: each step, and that nothing is ever lost.

use super::super::scenario::{TODAY, group, question, repeat, sources};
use super::super::{
    Answers, Attention, Moved, Pack, Path, Source, diff, homeless, load, migrate, render,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A pack of that version; `steps` lead to it from the version before.
fn sources_at(version: u32, sections: &[String], steps: &str) -> Vec<Source> {
    let more = "[[choices.lahan]]\nname = \"sewa\"\nlabel.id = \"Sewa\"\nlabel.en = \"Rented\"\n\
                [[choices.lahan]]\nname = \"milik\"\nlabel.id = \"Milik\"\nlabel.en = \"Owned\"\n";
    let mut all = sources(more, sections);
    let head = all[0].text.replace("version = 1", &format!("version = {version}"));
    all[0].text = head.into();
    if !steps.is_empty() {
        let text = format!("[[migration]]\nfrom = {}\nto = {version}\n{steps}", version - 1);
        all.push(Source { name: "migrasi.toml".to_owned(), text: text.into() });
    }
    all
}

#[track_caller]
fn pack(version: u32, sections: &[String], steps: &str) -> Pack {
    let sources = sources_at(version, sections, steps);
    let (pack, problems) = load(&sources, TODAY);
    assert_eq!(render(&problems, &sources), "");
    pack.expect("a pack")
}

fn step(text: &str) -> String {
    format!("[[migration.step]]\n{text}\n")
}

fn answers(all: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::default();
    for (path, raw) in all {
        answers.values.entry(Path::new(*path)).or_default().raw = (*raw).to_owned();
        for (at, _) in path.match_indices('#') {
            let number = path[at + 1..].split('/').next().and_then(|number| number.parse().ok());
            let list = answers.instances.entry(path[..at].to_owned()).or_default();
            if let Some(number) = number.filter(|number| !list.contains(number)) {
                list.push(number);
            }
        }
    }
    answers
}

fn raws(answers: &Answers) -> Vec<(&str, &str)> {
    answers.values.iter().map(|(path, answer)| (path.as_str(), answer.raw.as_str())).collect()
}

fn attention(moved: &Moved) -> Vec<(&str, Option<Attention>)> {
    moved.moves.iter().map(|one| (one.from[0].as_str(), one.attention)).collect()
}

fn text(name: &str) -> String {
    question(name, "text", "")
}

#[test]
fn a_renamed_question_keeps_its_answer_and_its_old_name_is_told() {
    let steps = step(
        "do = \"renamed\"\nfrom = \"nama_lama\"\nto = \"nama\"\nlabel.id = \"Nama pemohon\"\nlabel.en = \"Name\"",
    );
    let pack = pack(2, &[group("g", "", &[text("nama")])], &steps);
    let moved = migrate(&pack, &answers(&[("nama_lama", "SITI")]), 1, TODAY);
    assert_eq!(raws(&moved.answers), [("nama", "SITI")]);
    assert_eq!(moved.moves[0].label.id, "Nama pemohon");
    assert_eq!(attention(&moved), [("nama_lama", None)]);
    assert_eq!(moved.now(&Path::new("nama_lama")), Path::new("nama"));
}

#[test]
fn a_renamed_repeat_takes_its_instances_and_those_inside_along() {
    let steps = step("do = \"renamed\"\nfrom = \"toko\"\nto = \"usaha\"")
        + &step("do = \"renamed\"\nfrom = \"merek\"\nto = \"nama_usaha\"");
    let inner = repeat("produk", "within = \"usaha\"", &[text("isi")]);
    let sections =
        [group("g", "", &[text("nama")]), repeat("usaha", "", &[text("nama_usaha")]), inner];
    let pack = pack(2, &sections, &steps);
    let said = answers(&[("toko#2/merek", "Kopi"), ("toko#2/produk#5/isi", "Bubuk")]);
    let moved = migrate(&pack, &said, 1, TODAY);
    assert_eq!(
        raws(&moved.answers),
        [("usaha#2/nama_usaha", "Kopi"), ("usaha#2/produk#5/isi", "Bubuk")]
    );
    assert_eq!(moved.answers.instances("usaha"), [2]);
    assert_eq!(moved.answers.instances("usaha#2/produk"), [5]);
    assert_eq!(moved.answers.instances("toko"), [0; 0]);
    assert!(homeless(&pack, &moved.answers).is_empty());
}

#[test]
fn one_answer_is_split_by_sign_by_word_or_by_expression() {
    let two = [group("g", "", &[text("tempat"), text("tanggal")])];
    for (by, raw, after) in [
        (
            "separator = \",\"",
            "Dumai, 17-8-1957",
            vec![("tanggal", "17-8-1957"), ("tempat", "Dumai")],
        ),
        (
            "words = true",
            "Dumai 17 Agustus 1957",
            vec![("tanggal", "17 Agustus 1957"), ("tempat", "Dumai")],
        ),
        (
            "parts = ['before(text, \"/\")', 'after(text, \"/\")']",
            "Dumai / 17-8-1957",
            vec![("tanggal", "17-8-1957"), ("tempat", "Dumai")],
        ),
        // Something is left out: the whole stays beside the parts.
        (
            "parts = ['before(text, \"/\")', '\"?\"']",
            "Dumai / 1957",
            vec![("tanggal", "?"), ("tempat", "Dumai"), ("ttl", "Dumai / 1957")],
        ),
        // Nothing to cut at: the whole stays where it was.
        ("parts = ['before(text, \"/\")', 'after(text, \"/\")']", "Dumai", vec![("ttl", "Dumai")]),
    ] {
        let steps =
            step(&format!("do = \"split\"\nfrom = \"ttl\"\nto = [\"tempat\", \"tanggal\"]\n{by}"));
        let pack = pack(2, &two, &steps);
        let moved = migrate(&pack, &answers(&[("ttl", raw)]), 1, TODAY);
        assert_eq!(raws(&moved.answers), after, "{by}");
        let kept = after.iter().any(|(path, _)| *path == "ttl");
        let expected = kept.then_some(Attention::Uncut);
        assert_eq!(attention(&moved), [("ttl", expected)], "{by}");
    }
}

#[test]
fn several_answers_are_merged_in_each_instance() {
    let steps =
        step("do = \"merged\"\nfrom = [\"jalan\", \"nomor\"]\nto = \"alamat\"\njoiner = \" No. \"");
    let sections = [group("g", "", &[text("nama")]), repeat("usaha", "", &[text("alamat")])];
    let pack = pack(2, &sections, &steps);
    let said = answers(&[
        ("usaha#1/jalan", "Jl. Sukajadi"),
        ("usaha#1/nomor", "12"),
        ("usaha#2/jalan", "Jl. Kelakap"),
    ]);
    let moved = migrate(&pack, &said, 1, TODAY);
    let after = [("usaha#1/alamat", "Jl. Sukajadi No. 12"), ("usaha#2/alamat", "Jl. Kelakap")];
    assert_eq!(raws(&moved.answers), after);
}

#[test]
fn a_removed_answer_is_kept_and_never_taken_for_a_new_question_of_its_name() {
    let steps =
        step("do = \"removed\"\nfrom = \"faks\"") + &step("do = \"removed\"\nfrom = \"kode\"");
    let pack = pack(2, &[group("g", "", &[text("nama"), text("kode")])], &steps);
    let said = answers(&[("faks", "0765 31234"), ("kode", "lama"), ("nama", "SITI")]);
    let moved = migrate(&pack, &said, 1, TODAY);
    let after = [("faks", "0765 31234"), ("kode@1", "lama"), ("nama", "SITI")];
    assert_eq!(raws(&moved.answers), after);
    assert_eq!(homeless(&pack, &moved.answers), [Path::new("faks"), Path::new("kode@1")]);
    assert!(moved.moves.iter().all(|one| one.attention == Some(Attention::Removed)));
}

#[test]
fn a_retyped_answer_keeps_what_was_said_and_a_renamed_choice_its_meaning() {
    let steps = step("do = \"retyped\"\nquestion = \"izin\"\nvalues = { \"sudah ada\" = \"ya\" }")
        + &step("do = \"choice_renamed\"\nquestion = \"lahan\"\nvalues = { kontrak = \"sewa\" }");
    let questions = [
        text("nama"),
        question("izin", "yes_no", ""),
        question("lahan", "choice", "choices = \"lahan\""),
    ];
    let pack = pack(2, &[group("g", "", &questions)], &steps);
    let moved = migrate(&pack, &answers(&[("izin", "Sudah ada"), ("lahan", "kontrak")]), 1, TODAY);
    assert_eq!(raws(&moved.answers), [("izin", "ya"), ("lahan", "sewa")]);
    assert_eq!(moved.answers.values[&Path::new("izin")].note, "Sudah ada");
    let moved = migrate(&pack, &answers(&[("izin", "tahun lalu")]), 1, TODAY);
    assert_eq!(raws(&moved.answers), [("izin", "tahun lalu")]);
    assert_eq!(attention(&moved), [("izin", Some(Attention::Retyped))]);
}

#[test]
fn a_code_of_an_older_edition_is_marked_and_never_converted() {
    let steps = step("do = \"kbli_edition\"\nquestion = \"kbli\"\nedition = 2020");
    let pack = pack(2, &[group("g", "", &[text("nama"), question("kbli", "kbli", "")])], &steps);
    for (raw, after) in [("56101", "56101 (2020)"), ("56101 (2025)", "56101 (2025)")] {
        let moved = migrate(&pack, &answers(&[("kbli", raw)]), 1, TODAY);
        assert_eq!(raws(&moved.answers), [("kbli", after)]);
        assert_eq!(attention(&moved), [("kbli", Some(Attention::Edition))]);
    }
}

#[test]
fn a_taken_place_is_never_written_over() {
    let steps = step("do = \"renamed\"\nfrom = \"lama\"\nto = \"nama\"");
    let pack = pack(2, &[group("g", "", &[text("nama")])], &steps);
    let moved = migrate(&pack, &answers(&[("lama", "A"), ("nama", "B")]), 1, TODAY);
    assert_eq!(raws(&moved.answers), [("lama", "A"), ("nama", "B")]);
    assert_eq!(attention(&moved), [("lama", Some(Attention::Occupied))]);
}

#[test]
fn a_case_goes_through_every_version_between() {
    let sections = [group("g", "", &[text("nama")])];
    let mut all = sources_at(3, &sections, "");
    let text = "[[migration]]\nfrom = 2\nto = 3\n[[migration.step]]\ndo = \"renamed\"\nfrom = \"b\"\nto = \"nama\"\n\
                [[migration]]\nfrom = 1\nto = 2\n[[migration.step]]\ndo = \"renamed\"\nfrom = \"a\"\nto = \"b\"\n";
    all.push(Source { name: "migrasi.toml".to_owned(), text: text.into() });
    let (pack, problems) = load(&all, TODAY);
    assert_eq!(render(&problems, &all), "");
    let pack = pack.expect("a pack");
    let moved = migrate(&pack, &answers(&[("a", "SITI")]), 1, TODAY);
    assert_eq!(raws(&moved.answers), [("nama", "SITI")]);
    assert_eq!(attention(&moved), [("a", None)], "told once, from where it began");
    // One that was at version 2 already keeps an `a` of its own.
    let moved = migrate(&pack, &answers(&[("a", "X")]), 2, TODAY);
    assert_eq!(raws(&moved.answers), [("a", "X")]);
    assert_eq!(attention(&moved), [("a", Some(Attention::NoPlace))]);
}

#[test]
fn mistakes_in_the_file_are_named_with_the_nearest_right_word() {
    for (steps, message, hint) in [
        ("do = \"renam\"", "unknown step `renam`", "did you mean `renamed`?"),
        (
            "do = \"renamed\"\nfrom = \"lama\"\nto = \"nma\"",
            "version 2 asks no `nma`",
            "did you mean `nama`?",
        ),
        (
            "do = \"removed\"\nfrom = \"x\"\njoiner = \" \"",
            "unknown key `joiner` in a `removed` step",
            "",
        ),
        (
            "do = \"choice_renamed\"\nquestion = \"lahan\"\nvalues = { a = \"sewaa\" }",
            "`sewaa` is no choice of `lahan`",
            "did you mean `sewa`?",
        ),
        (
            "do = \"kbli_edition\"\nquestion = \"nama\"\nedition = 2020",
            "`nama` is of another kind",
            "",
        ),
        (
            "do = \"split\"\nfrom = \"x\"\nto = [\"nama\", \"lahan\"]\nparts = ['text', 'nama']",
            "the expression of a part sees only `text`",
            "the answer that is cut",
        ),
        (
            "do = \"split\"\nfrom = \"x\"\nto = [\"nama\", \"lahan\"]",
            "a `split` step does not say where to cut",
            "one of `separator = \",\"`, `words = true`, `parts = [\"…\"]`",
        ),
        (
            "do = \"merged\"\nfrom = [\"x\"]\nto = \"nama\"",
            "`from` of a `merged` step names too few",
            "2 or more",
        ),
    ] {
        let questions = [text("nama"), question("lahan", "choice", "choices = \"lahan\"")];
        let sources = sources_at(2, &[group("g", "", &questions)], &step(steps));
        let (_, problems) = load(&sources, TODAY);
        let found: Vec<_> =
            problems.iter().map(|one| (one.message.as_str(), one.hint.as_str())).collect();
        assert!(found.contains(&(message, hint)), "{steps}: {found:?}");
        assert!(problems.iter().all(|one| sources[one.file].name == "migrasi.toml"), "{steps}");
    }
    let mut sources = sources_at(1, &[group("g", "", &[text("nama")])], "");
    let text = "[[migration]]\nfrom = 1\nto = 2\n".into();
    sources.push(Source { name: "migrasi.toml".to_owned(), text });
    let (_, problems) = load(&sources, TODAY);
    assert_eq!(problems[0].message, "there is no version 2 of this pack yet");
}

#[test]
fn an_officer_reads_what_changed() {
    let old = pack(1, &[group("g", "", &[text("nama_lama"), text("faks")])], "");
    let steps = step("do = \"renamed\"\nfrom = \"nama_lama\"\nto = \"nama\"")
        + &step("do = \"removed\"\nfrom = \"faks\"");
    let questions = [question("nama", "text", "required = true\nmax_chars = 50"), text("surel")];
    let new = pack(2, &[group("g", "", &questions)], &steps);
    let keys: Vec<_> = diff(&old, &new).into_iter().map(|one| (one.key, one.about)).collect();
    let expected = [
        ("diff-question-renamed", "nama"),
        ("diff-required", "nama"),
        ("diff-max", "nama"),
        ("diff-question-added", "surel"),
        ("diff-question-removed", "faks"),
    ];
    assert_eq!(keys, expected.map(|(key, about)| (key, about.to_owned())));
    assert!(diff(&new, &new).is_empty());
}

/// One random change to a pack of questions `q0`, `q1`, ….
#[derive(Debug, Clone)]
enum Schema {
    Rename(usize),
    Remove(usize),
    RemoveAndReuse(usize),
    Split(usize, bool),
    Merge(usize, usize),
    RenameRepeat,
    Forget(usize),
    Edition(usize),
}

fn change() -> impl Strategy<Value = Schema> {
    prop_oneof![
        (0..6usize).prop_map(Schema::Rename),
        (0..6usize).prop_map(Schema::Remove),
        (0..6usize).prop_map(Schema::RemoveAndReuse),
        ((0..6usize), any::<bool>()).prop_map(|(at, words)| Schema::Split(at, words)),
        ((0..6usize), (0..6usize)).prop_map(|(one, other)| Schema::Merge(one, other)),
        Just(Schema::RenameRepeat),
        (0..6usize).prop_map(Schema::Forget),
        (0..6usize).prop_map(Schema::Edition),
    ]
}

/// The names of a version: those at the top, the repeat, those in it.
#[derive(Debug, Clone)]
struct Names {
    top: Vec<String>,
    repeat: String,
    inside: Vec<String>,
    /// Questions that take KBLI codes.
    kbli: Vec<String>,
    /// New questions under names whose questions were removed.
    reused: Vec<String>,
}

impl Names {
    fn list(&mut self, at: usize) -> (&mut Vec<String>, usize) {
        if at < 3 { (&mut self.top, at) } else { (&mut self.inside, at - 3) }
    }

    fn sections(&self) -> Vec<String> {
        let questions = |names: &[String]| {
            let all = names.iter().map(|name| {
                question(name, if self.kbli.contains(name) { "kbli" } else { "text" }, "")
            });
            all.collect::<Vec<_>>()
        };
        let mut top = questions(&self.top);
        top.insert(0, text("tetap"));
        let mut inside = questions(&self.inside);
        inside.push(text("tetap_dalam"));
        vec![group("g", "", &top), repeat(&self.repeat, "", &inside)]
    }
}

/// Applies random changes; gives the names after them and the steps.
fn applied(changes: &[Schema]) -> (Names, String) {
    let name = |at: usize| format!("q{at}");
    let mut names = Names {
        top: (0..3).map(name).collect(),
        repeat: "r".to_owned(),
        inside: (3..6).map(name).collect(),
        kbli: Vec::new(),
        reused: Vec::new(),
    };
    let (mut steps, mut fresh) = (String::new(), 0);
    let mut new_name = || {
        fresh += 1;
        format!("n{fresh}")
    };
    for change in changes {
        match *change {
            Schema::Rename(at) => {
                let (list, at) = names.list(at);
                let Some(old) = list.get(at).cloned() else { continue };
                let new = new_name();
                steps += &step(&format!("do = \"renamed\"\nfrom = \"{old}\"\nto = \"{new}\""));
                list[at] = new;
            }
            Schema::Remove(at) | Schema::RemoveAndReuse(at) => {
                let (list, at) = names.list(at);
                let Some(old) = list.get(at).cloned() else { continue };
                steps += &step(&format!("do = \"removed\"\nfrom = \"{old}\""));
                if matches!(change, Schema::Remove(_)) {
                    list.remove(at);
                } else {
                    names.reused.push(old);
                }
            }
            Schema::Split(at, words) => {
                let (list, at) = names.list(at);
                let Some(old) = list.get(at).cloned() else { continue };
                let (one, other) = (new_name(), new_name());
                let by = if words { "words = true" } else { "separator = \",\"" };
                steps += &step(&format!(
                    "do = \"split\"\nfrom = \"{old}\"\nto = [\"{one}\", \"{other}\"]\n{by}"
                ));
                list.splice(at..=at, [one, other]);
            }
            Schema::Merge(one, other) => {
                // Only of one list, as answers of several instances have no one place.
                let (list, one) = names.list(one);
                let other = other % 3;
                if one == other || one.max(other) >= list.len() {
                    continue;
                }
                let new = new_name();
                let (a, b) = (list[one].clone(), list[other].clone());
                steps += &step(&format!(
                    "do = \"merged\"\nfrom = [\"{a}\", \"{b}\"]\nto = \"{new}\"\njoiner = \"; \""
                ));
                list[one] = new;
                list.remove(other);
            }
            Schema::RenameRepeat => {
                let new = new_name();
                let old = std::mem::replace(&mut names.repeat, new.clone());
                steps += &step(&format!("do = \"renamed\"\nfrom = \"{old}\"\nto = \"{new}\""));
            }
            Schema::Forget(at) => {
                // A question goes and its author says nothing of it.
                let (list, at) = names.list(at);
                if at < list.len() {
                    list.remove(at);
                }
            }
            Schema::Edition(at) => {
                let (list, at) = names.list(at);
                let Some(name) = list.get(at).cloned() else { continue };
                steps +=
                    &step(&format!("do = \"kbli_edition\"\nquestion = \"{name}\"\nedition = 2020"));
                names.kbli.push(name);
            }
        }
    }
    (names, steps)
}

/// Letters and digits: what moving may divide and join but never lose.
fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn said() -> impl Strategy<Value = BTreeMap<String, String>> {
    let name = prop_oneof![
        (0..3usize).prop_map(|at| format!("q{at}")),
        ((1..4u32), (3..6usize)).prop_map(|(number, at)| format!("r#{number}/q{at}")),
        Just("tetap".to_owned()),
        Just("r#2/tetap_dalam".to_owned()),
        // What an even older version left behind.
        Just("dulu".to_owned()),
        Just("n1".to_owned()),
        Just("q0@1".to_owned()),
    ];
    // Each text is told apart by its number, so that one is not found in another.
    prop::collection::btree_map(name, "[a-z]{1,4}[ ,][a-z,]{0,4}", 0..9).prop_map(|all| {
        let numbered = all.into_iter().enumerate();
        numbered.map(|(at, (path, text))| (path, format!("{text} {}", 100 + at))).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_answer_is_ever_dropped_and_moving_twice_is_moving_once(
        changes in prop::collection::vec(change(), 0..7),
        said in said(),
    ) {
        let (names, steps) = applied(&changes);
        let sources = sources_at(2, &names.sections(), &steps);
        let (pack, problems) = load(&sources, TODAY);
        let errors: Vec<_> = problems
            .into_iter()
            .filter(|one| one.severity == super::super::Severity::Error)
            .collect();
        // A step whose question its author forgot is told of; such a pack is not used.
        prop_assume!(errors.is_empty());
        let pack = pack.expect("a pack");
        let pairs: Vec<(&str, &str)> =
            said.iter().map(|(path, raw)| (path.as_str(), raw.as_str())).collect();
        let before = answers(&pairs);
        let moved = migrate(&pack, &before, 1, TODAY);
        let homeless = homeless(&pack, &moved.answers);
        for (path, raw) in &said {
            // Every part of the text stands somewhere a person sees: at a question, or without one.
            let parts = raw.split([' ', ',']).filter(|part| !part.is_empty());
            for part in parts {
                let there = moved.answers.values.iter().any(|(_, answer)| {
                    squeezed(&answer.raw).contains(&squeezed(part))
                });
                prop_assert!(there, "`{}` of {} is gone:\n{:?}\n{}", part, path, raws(&moved.answers), steps);
            }
        }
        for (path, answer) in &moved.answers.values {
            prop_assert!(super::super::is_live(&moved.answers, path), "{} is out of sight", path);
            let at_question = pack.find_question(path.name()).is_some();
            prop_assert!(at_question || homeless.contains(path), "{}", path);
            // What was asked under this name before is not asked any more: the new question is another.
            prop_assert!(
                !at_question
                    || answer.raw.is_empty()
                    || !names.reused.iter().any(|name| name == path.name()),
                "{} stands at a question it was not given to", path
            );
        }
        let again = migrate(&pack, &moved.answers, pack.version, TODAY);
        prop_assert!(again.answers == moved.answers);
        prop_assert!(again.moves.is_empty());
    }
}

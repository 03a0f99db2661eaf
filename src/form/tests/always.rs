//! What holds for any answers and any text of a pack.

use super::super::scenario::{Scenario, TODAY, group, question, repeat, sources};
use super::super::{Path, Source, evaluate, load, load_head, render};
use proptest::prelude::*;

const LISTS: &str = "[[choices.w]]\nname = \"merah\"\nlabel.id = \"Merah\"\nlabel.en = \"Red\"";

const KINDS: [&str; 17] = [
    "text",
    "paragraph",
    "integer",
    "decimal",
    "rupiah",
    "date",
    "yes_no",
    "choice",
    "choices",
    "nik",
    "npwp",
    "phone",
    "email",
    "kbli",
    "wilayah",
    "document",
    "statement",
];

fn every_kind() -> Vec<String> {
    let questions: Vec<String> = KINDS
        .iter()
        .map(|kind| {
            let list = if kind.starts_with("choice") { "choices = \"w\"\n" } else { "" };
            let about = "document = { issuer.id = \"RT\", issuer.en = \"RT\", if_missing.id = \"Ke RT.\", \
                         if_missing.en = \"RT.\" }\n";
            let about = if *kind == "document" { about } else { "" };
            question(&format!("q_{kind}"), kind, &format!("{list}{about}max_chars = 20"))
        })
        .collect();
    vec![
        group("g", "", &questions),
        repeat(
            "r",
            "min = 1\n[[repeat.readback]]\ntext.id = \"{n} {x} {q_text}\"\ntext.en = \"{n} {x} {q_text}\"",
            &[
                question("x", "integer", "relevant = \"q_yes_no\""),
                question("y", "calculated", "calculation = \"x * x + q_integer\""),
            ],
        ),
    ]
}

fn one() -> impl Strategy<Value = (String, String)> {
    let path = prop_oneof![
        prop::sample::select(&KINDS[..]).prop_map(|kind| format!("q_{kind}")),
        Just("r#1/x".to_owned()),
        Just("r#99/x".to_owned()),
        "[a-z#/0-9]{0,9}",
    ];
    let text = prop_oneof![
        any::<String>(),
        "[0-9., -]{0,20}",
        "[0-9]{16}",
        "-?[0-9]{15,22}",
        Just("ya".to_owned()),
        Just("merah".to_owned()),
        Just("tidak_ada".to_owned()),
    ];
    (path, text)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_kept_and_evaluating_twice_is_evaluating_once(
        all in prop::collection::vec(one(), 0..12),
    ) {
        let mut told = Scenario::of(&sources(LISTS, &every_kind()));
        for (path, text) in &all {
            told.answers.values.entry(Path::new(path.clone())).or_default().raw.clone_from(text);
        }
        let before = told.answers.clone();
        let first = evaluate(&told.form, &told.answers, TODAY);
        let second = evaluate(&told.form, &told.answers, TODAY);
        prop_assert_eq!(&told.answers, &before);
        prop_assert!(first == second);
        // Nothing falls between the rows and the orphans.
        for path in told.answers.values.keys() {
            let row = first.row(path).is_some();
            prop_assert!(row != first.orphans.contains(path), "{}", path);
        }
        for row in &first.rows {
            let said = !told.answers.raw(&row.path).trim().is_empty();
            let takes = super::super::takes_answer(told.form.pack.question(row.question).kind);
            prop_assert!(!takes || row.answered == said, "{}", &row.path);
            prop_assert!(!(takes && said && row.shown.id.is_empty()), "{}", &row.path);
        }
        let shown = format!("{first:?}");
        for (_, text) in all.iter().filter(|(_, text)| text.len() > 12) {
            prop_assert!(!shown.contains(text.as_str()), "what was said stays out of Debug");
        }
    }

    #[test]
    fn no_text_makes_the_loader_panic(text in any::<String>(), expr in "[a-z0-9_.()<>=!&|'\", +-]{0,40}") {
        let pack = Source { name: "pack.toml".to_owned(), text: text.into() };
        let (_, problems) = load(std::slice::from_ref(&pack), TODAY);
        render(&problems, std::slice::from_ref(&pack));
        let _ = load_head(&pack);
        let made = group("g", "", &[question("a", "text", &format!("relevant = '''{expr}'''"))]);
        let all = sources("", &[made]);
        let (_, problems) = load(&all, TODAY);
        render(&problems, &all);
    }

    #[test]
    fn no_change_of_a_good_pack_makes_the_loader_panic(
        file in 0_usize..3,
        at in 0_usize..3000,
        cut in 0_usize..40,
        put in prop_oneof![Just(String::new()), any::<String>(), "[\\[\\]={}\"'a-z0-9.\n]{0,8}"],
    ) {
        let mut all = sources(LISTS, &every_kind());
        let text = all[file].text.to_mut();
        let floor = |text: &str, mut at: usize| {
            at = at.min(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let start = floor(text, at);
        let end = floor(text, start + cut);
        text.replace_range(start..end, &put);
        let (pack, problems) = load(&all, TODAY);
        render(&problems, &all);
        for problem in &problems {
            prop_assert!(problem.file < all.len());
        }
        if let Some(pack) = pack
            && let Ok(form) = super::super::Form::open(std::sync::Arc::new(pack), crate::data::Reference::built_in())
        {
            evaluate(&form, &super::super::Answers::default(), TODAY);
        }
    }
}

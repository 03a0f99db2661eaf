//! Problems as their author sees them.

use super::super::scenario::{TODAY, group, question, repeat, sources};
use super::super::{Source, load, render};
use insta::assert_snapshot;

const MORE: &str = r#"
[[oss_page]]
name = "data"
title.id = "Data"
title.en = "Data"

[[choices.lahan]]
name = "sewa"
label.id = "Sewa"
label.en = "Rented"

[[choices.lahan]]
name = "milik"
label.id = "Milik"
label.en = "Owned"
"#;

fn good() -> Vec<Source> {
    sources(
        MORE,
        &[
            group(
                "orang",
                "",
                &[
                    question("nama", "text", "required = true"),
                    question("umur", "integer", "relevant = \"nama != ''\""),
                    question("status", "choice", "choices = \"lahan\""),
                ],
            ),
            repeat(
                "usaha",
                "min = 1\nmax = 9\nitem_label = \"modal\"",
                &[
                    question("modal", "rupiah", ""),
                    question("luas", "decimal", "relevant = \"umur >= 17\""),
                ],
            ),
        ],
    )
}

/// The picture after `from` became `to` in the file at `file`.
#[track_caller]
fn picture(file: usize, from: &str, to: &str) -> String {
    let mut all = good();
    assert!(all[file].text.contains(from), "{from} is in {}", all[file].text);
    all[file].text = all[file].text.replacen(from, to, 1).into();
    let (_, problems) = load(&all, TODAY);
    assert!(!problems.is_empty(), "{to} is a mistake");
    render(&problems, &all)
}

#[test]
fn the_pack_without_mistakes_has_no_problems() {
    let (_, problems) = load(&good(), TODAY);
    assert_eq!(render(&problems, &good()), "");
}

#[test]
fn an_unknown_name_in_an_expression() {
    assert_snapshot!(picture(2, "umur >= 17", "umr >= 17"), @r##"
    error: unknown name `umr`
       --> usaha.toml:31:13
       |
    31 | relevant = "umr >= 17"
       |             ^^^ did you mean `umur`?
    "##);
}

#[test]
fn a_slip_in_an_expression() {
    assert_snapshot!(picture(2, "umur >= 17", "umur >= (17"), @r##"
    error: not an expression: missing ')' at the end
       --> usaha.toml:31:24
       |
    31 | relevant = "umur >= (17"
       |                        ^
    "##);
}

#[test]
fn an_unknown_function() {
    assert_snapshot!(picture(2, "umur >= 17", "agee(nama) >= 17"), @r##"
    error: unknown function `agee`
       --> usaha.toml:31:13
       |
    31 | relevant = "agee(nama) >= 17"
       |             ^^^^ did you mean `age`?
    "##);
}

#[test]
fn an_unknown_key() {
    assert_snapshot!(picture(1, "required = true", "requird = true"), @r##"
    error: unknown key `requird` in question `nama`
       --> orang.toml:17:1
       |
    17 | requird = true
       | ^^^^^^^ did you mean `required`?
    "##);
}

#[test]
fn an_unknown_kind() {
    assert_snapshot!(picture(1, "kind = \"integer\"", "kind = \"intger\""), @r##"
    error: unknown kind `intger`
       --> orang.toml:21:8
       |
    21 | kind = "intger"
       |        ^^^^^^^^ did you mean `integer`?
    "##);
}

#[test]
fn a_missing_sentence_and_a_missing_translation() {
    assert_snapshot!(picture(1, "say.id = \"Apa?\"\nsay.en = \"What?\"\n", "hint.id = \"Begini.\"\n"), @r##"
    error: question `nama` has no `say`
      --> orang.toml:8:8
      |
    8 | name = "nama"
      |        ^^^^^^

    error: `hint` of question `nama` has no English text
       --> orang.toml:12:1
       |
    12 | hint.id = "Begini."
       | ^^^^ add `hint.en = "…"`
    "##);
}

#[test]
fn a_sentence_too_long_to_say() {
    let long = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh satu dua tiga empat lima enam";
    assert_snapshot!(picture(1, "say.id = \"Apa?\"", &format!("say.id = \"{long}\"")), @r##"
    error: `say.id` of question `nama` has 16 words
       --> orang.toml:12:97
       |
    12 | say.id = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh satu dua tiga empat lima enam"
       |                                                                                                 ^^^^ at most 15, it is said aloud
    "##);
}

#[test]
fn a_name_that_is_taken() {
    assert_snapshot!(picture(2, "name = \"luas\"", "name = \"umur\""), @r##"
    error: the name `umur` is taken
       --> usaha.toml:22:8
       |
    22 | name = "umur"
       |        ^^^^^^ by a question
    "##);
}

#[test]
fn a_question_of_a_repeat_used_outside() {
    assert_snapshot!(picture(1, "relevant = \"nama != ''\"", "relevant = \"modal > 0\""), @r##"
    error: `modal` is asked once for each `usaha`, not here
       --> orang.toml:29:13
       |
    29 | relevant = "modal > 0"
       |             ^^^^^ write `usaha.map(u, u.modal)`
    "##);
}

#[test]
fn questions_that_wait_for_each_other() {
    let all = sources(
        "",
        &[group(
            "g",
            "",
            &[
                question("a", "text", "relevant = \"c == 'x'\""),
                question("b", "text", "relevant = \"a == 'x'\""),
                question("c", "text", "relevant = \"b == 'x'\""),
            ],
        )],
    );
    assert_snapshot!(render(&load(&all, TODAY).1, &all), @r##"
    error: `a`, `c`, `b` need each other: nobody can begin
       --> g.toml:17:13
       |
    17 | relevant = "c == 'x'"
       |             ^^^^^^^^ a -> c -> b -> a
    "##);
}

#[test]
fn a_question_that_can_never_be_asked() {
    assert_snapshot!(picture(2, "umur >= 17", "1 > 2"), @r##"
    error: `luas` can never be asked
       --> usaha.toml:31:13
       |
    31 | relevant = "1 > 2"
       |             ^^^^^ this is never true
    "##);
}

#[test]
fn a_choice_that_is_not_in_the_list() {
    assert_snapshot!(picture(2, "umur >= 17", "status == 'sew'"), @r##"
    error: `sew` is none of the choices
       --> usaha.toml:31:23
       |
    31 | relevant = "status == 'sew'"
       |                       ^^^^^ did you mean `sewa`?
    "##);
}

#[test]
fn a_list_taken_for_one_instance() {
    assert_snapshot!(picture(1, "relevant = \"nama != ''\"", "relevant = \"usaha.modal > 0\""), @r##"
    error: `usaha` is a list of instances
       --> orang.toml:29:13
       |
    29 | relevant = "usaha.modal > 0"
       |             ^^^^^ write `usaha.map(u, u.modal)`
    "##);
}

#[test]
fn a_field_no_instance_has() {
    let to = "relevant = \"usaha.exists(u, u.modl > 0)\"";
    assert_snapshot!(picture(1, "relevant = \"nama != ''\"", to), @r##"
    error: `usaha` has no question `modl`
       --> orang.toml:29:31
       |
    29 | relevant = "usaha.exists(u, u.modl > 0)"
       |                               ^^^^ did you mean `modal`?
    "##);
}

#[test]
fn a_section_file_that_is_missing_and_one_that_is_not_listed() {
    assert_snapshot!(picture(0, "\"usaha\"]", "\"usah\"]"), @r##"
    error: section file `usah.toml` is missing
      --> pack.toml:9:22
      |
    9 | sections = ["orang", "usah"]
      |                      ^^^^^^ did you mean `usaha`?

    error: `usaha.toml` is not listed in `sections`
      --> usaha.toml:1:1
      |
    1 | [repeat]
      | ^ add "usaha" to `sections` in pack.toml
    "##);
}

#[test]
fn a_broken_line() {
    assert_snapshot!(picture(1, "required = true", "required = = true"), @r##"
    error: extra `=`
       --> orang.toml:17:12
       |
    17 | required = = true
       |            ^

    error: unexpected key or value, expected newline, `#`
       --> orang.toml:17:14
       |
    17 | required = = true
       |              ^
    "##);
}

#[test]
fn a_wrong_type_and_an_impossible_number() {
    assert_snapshot!(picture(2, "min = 1\nmax = 9", "min = \"satu\"\nmax = 0"), @r##"
    error: `min` of the repeat is a text
      --> usaha.toml:5:7
      |
    5 | min = "satu"
      |       ^^^^^^ wants a whole number

    error: `max` of the repeat leaves no room
      --> usaha.toml:6:7
      |
    6 | max = 0
      |       ^ `min` is 0
    "##);
}

#[test]
fn an_unknown_place_in_a_sentence() {
    let to = "min = 1\n[[repeat.readback]]\ntext.id = \"Modal {modl}.\"\ntext.en = \"Capital {modl}.\"\n[repeat.x]";
    assert_snapshot!(picture(2, "min = 1\nmax = 9\nitem_label = \"modal\"", to), @r##"
    error: unknown question `modl` in a read-back
      --> usaha.toml:7:18
      |
    7 | text.id = "Modal {modl}."
      |                  ^^^^^^ did you mean `{modal}`?

    error: unknown question `modl` in a read-back
      --> usaha.toml:8:20
      |
    8 | text.en = "Capital {modl}."
      |                    ^^^^^^ did you mean `{modal}`?

    error: unknown key `x` in the repeat
      --> usaha.toml:9:9
      |
    9 | [repeat.x]
      |         ^
    "##);
}

#[test]
fn a_regulation_that_is_past() {
    let to = "\n[[basis]]\nname = \"PP 5/2021\"\nuntil = 2025-06-04\n[[oss_page]]";
    assert_snapshot!(picture(0, "\n[[oss_page]]", to), @r##"
    warning: `PP 5/2021` has held only until 2025-06-04
       --> pack.toml:14:9
       |
    14 | until = 2025-06-04
       |         ^^^^^^^^^^ what replaced it?
    "##);
}

#[test]
fn references_to_what_is_not_there() {
    let to = "choices = \"lahn\"\noss = { page = \"dat\", label = \"X\", order = 1 }\n\
              blocked_by = [{ question = \"nma\", say.id = \"Dulu.\", say.en = \"First.\" }]";
    assert_snapshot!(picture(1, "choices = \"lahan\"", to), @r##"
    error: unknown choice list `lahn`
       --> orang.toml:41:11
       |
    41 | choices = "lahn"
       |           ^^^^^^ did you mean `lahan`?

    error: unknown OSS page `dat`
       --> orang.toml:42:16
       |
    42 | oss = { page = "dat", label = "X", order = 1 }
       |                ^^^^^ did you mean `data`?

    error: unknown question `nma`
       --> orang.toml:43:28
       |
    43 | blocked_by = [{ question = "nma", say.id = "Dulu.", say.en = "First." }]
       |                            ^^^^^ did you mean `nama`?
    "##);
}

#[test]
fn a_name_expressions_cannot_spell() {
    assert_snapshot!(picture(2, "name = \"luas\"", "name = \"Luas-m2\""), @r##"
    error: `Luas-m2` cannot be a name
       --> usaha.toml:22:8
       |
    22 | name = "Luas-m2"
       |        ^^^^^^^^^ lower case letters, digits and `_`, a letter first
    "##);
}

#[test]
fn a_word_of_the_language_as_a_name() {
    assert_snapshot!(picture(2, "name = \"luas\"", "name = \"in\""), @r##"
    error: `in` cannot be a name
       --> usaha.toml:22:8
       |
    22 | name = "in"
       |        ^^^^ the word means something in expressions
    "##);
}

#[test]
fn a_section_that_waits_for_its_own_question() {
    let to = "max = 9\n[[repeat.blocked_by]]\nquestion = \"modal\"\nsay.id = \"Dulu.\"\nsay.en = \"First.\"\n";
    assert_snapshot!(picture(2, "max = 9\nitem_label = \"modal\"\n", to), @r##"
    error: `usaha`, `modal` need each other: nobody can begin
       --> usaha.toml:13:8
       |
    13 | name = "modal"
       |        ^^^^^^^ usaha -> modal -> usaha
    "##);
}

#[test]
fn a_literal_with_escapes_is_pointed_at_as_a_whole() {
    assert_snapshot!(picture(2, "umur >= 17", "umr == \\\"x\\\""), @r##"
    error: unknown name `umr`
       --> usaha.toml:31:12
       |
    31 | relevant = "umr == \"x\""
       |            ^^^^^^^^^^^^^^ did you mean `umur`?
    "##);
}

//! Unanswered questions in expressions.

use super::super::scenario::{Scenario, group, question, repeat};

const LISTS: &str = "[[choices.w]]\nname = \"merah\"\nlabel.id = \"Merah\"\nlabel.en = \"Red\"\n\
                     [[choices.w]]\nname = \"biru\"\nlabel.id = \"Biru\"\nlabel.en = \"Blue\"";

/// What `expr` gives when `a` (integer), `t` (text), `d` (date), `c` (choice), `m` (choices) and the
/// NIK are unanswered, and when they are answered.
fn both(expr: &str) -> (String, String) {
    let told = Scenario::new(
        LISTS,
        &[
            group(
                "g",
                "",
                &[
                    question("a", "integer", ""),
                    question("t", "text", ""),
                    question("d", "date", ""),
                    question("c", "choice", "choices = \"w\""),
                    question("m", "choices", "choices = \"w\""),
                    question("nik", "nik", ""),
                    question("hasil", "calculated", &format!("calculation = '''{expr}'''")),
                ],
            ),
            repeat("r", "min = 2", &[question("x", "integer", "")]),
        ],
    );
    let empty = told.calculated("hasil").to_owned();
    let told = told
        .answer("a", "5")
        .answer("t", "dua kata")
        .answer("d", "17-8-1957")
        .answer("c", "biru")
        .answer("m", "merah biru")
        .answer("nik", "1472065708570001")
        .answer("r#1/x", "3");
    (empty, told.calculated("hasil").to_owned())
}

#[test]
fn an_expression_that_meets_an_unanswered_question_has_no_result() {
    for (expr, empty, full) in [
        ("a + 1", "", "6"),
        ("a > 3", "", "ya"),
        ("a == 5", "", "ya"),
        ("a != 5", "", "tidak"),
        ("c == 'biru'", "", "ya"),
        ("c != 'biru'", "", "tidak"),
        ("c in ['merah', 'biru']", "", "ya"),
        ("'biru' in m", "", "ya"),
        ("!(c == 'biru')", "", "tidak"),
        ("c == 'biru' ? 1 : 2", "", "1"),
        ("t + '!'", "", "dua kata!"),
        ("t.contains('kata')", "", "ya"),
        ("size(m)", "", "2"),
        // Logic decides as soon as one side does.
        ("c == 'biru' || true", "ya", "ya"),
        ("c == 'biru' && false", "tidak", "tidak"),
        // Nulls may be asked for.
        ("is_null(a)", "ya", "tidak"),
        ("a == null", "ya", "tidak"),
        ("a != null", "tidak", "ya"),
        ("coalesce(a, 7)", "7", "5"),
        ("is_null(a) || a > 3", "ya", "ya"),
        // Functions of nothing are nothing.
        ("age(d)", "", "69"),
        ("words(t)", "", "2"),
        ("rupiah(a)", "", "Rp 5"),
        ("scale(a)", "", "mikro"),
        ("nik_sex(nik)", "", "p"),
        ("nik_birth(nik)", "", "1957-08-17"),
        ("nik_birth_matches(nik, d)", "", "ya"),
        ("d < today", "", "ya"),
        // Lists.
        ("sum(r.map(i, i.x))", "0", "3"),
        ("sum(r.map(i, i.x + 1))", "", ""),
        ("r.exists(i, i.x == 3)", "", "ya"),
        ("r.all(i, !is_null(i.x))", "tidak", "tidak"),
        ("size(r.filter(i, !is_null(i.x)))", "0", "1"),
        ("size(r)", "2", "2"),
        ("r[0].x", "", "3"),
        ("r[7].x", "", ""),
    ] {
        let (e, f) = both(expr);
        assert_eq!((e.as_str(), f.as_str()), (empty, full), "{expr}");
    }
}

#[test]
fn without_a_result_relevant_and_required_are_false_and_a_check_holds() {
    let told = Scenario::new(
        "",
        &[group(
            "g",
            "",
            &[
                question("a", "integer", ""),
                question("b", "text", "required = \"a > 3\""),
                question("c", "text", "relevant = \"a != 3\""),
                question(
                    "d",
                    "text",
                    "constraint = \"a > 3\"\nconstraint_message.id = \"Tidak.\"\nconstraint_message.en = \"No.\"",
                ),
            ],
        )],
    );
    assert_eq!(told.asked(), ["a", "b", "d"]);
    assert!(!told.row("b").required);
    assert_eq!(told.found("d"), []);
    let told = told.answer("a", "4");
    assert_eq!(told.asked(), ["a", "b", "c", "d"]);
    assert!(told.row("b").required);
    let told = told.answer("a", "2");
    assert_eq!(told.found("d"), [(crate::ident::Level::Salah, "Tidak.")]);
}

#[test]
fn an_answer_not_of_its_kind_is_null_to_others() {
    let told = Scenario::new(
        "",
        &[group(
            "g",
            "",
            &[
                question("a", "integer", ""),
                question("b", "calculated", "calculation = \"is_null(a)\""),
            ],
        )],
    );
    assert_eq!(told.answer("a", "lima").calculated("b"), "ya");
}

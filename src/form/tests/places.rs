//! Which question comes next.

use super::super::navigate::{first_open_row, first_row_of, next_problem, next_row, previous_row};
use super::super::scenario::{Scenario, group, question};
use super::super::{Path, Row};

fn told() -> Scenario {
    Scenario::new(
        "",
        &[
            group(
                "g",
                "",
                &[
                    question("a", "text", "required = true"),
                    question("n", "note", ""),
                    question("k", "calculated", "calculation = \"1\""),
                    question("b", "integer", ""),
                ],
            ),
            group("h", "", &[question("c", "text", "required = true")]),
        ],
    )
}

fn name(row: Option<&Row>) -> Option<&str> {
    row.map(|row| row.path.as_str())
}

#[test]
fn calculated_values_are_passed_over_and_notes_are_read() {
    let told = told();
    let (form, derived) = (&told.form, &told.derived);
    let at = |path: &str| Path::new(path);
    assert_eq!(name(next_row(form, derived, &at("a"))), Some("n"));
    assert_eq!(name(next_row(form, derived, &at("n"))), Some("b"));
    assert_eq!(name(next_row(form, derived, &at("b"))), Some("c"));
    assert_eq!(name(next_row(form, derived, &at("c"))), None);
    assert_eq!(name(previous_row(form, derived, &at("b"))), Some("n"));
    assert_eq!(name(previous_row(form, derived, &at("a"))), None);
    assert_eq!(name(next_row(form, derived, &at("gone"))), None);
    assert_eq!(name(previous_row(form, derived, &at("gone"))), None);
}

#[test]
fn problems_are_visited_round_and_round() {
    let told = told().answer("b", "banyak");
    let derived = &told.derived;
    let after = |path: &str| name(next_problem(derived, Some(&Path::new(path))));
    assert_eq!(name(first_open_row(derived)), Some("a"));
    assert_eq!(name(next_problem(derived, None)), Some("a"));
    assert_eq!(after("a"), Some("b"));
    assert_eq!(after("b"), Some("c"));
    assert_eq!(after("c"), Some("a"));
    assert_eq!(after("gone"), Some("a"));
}

#[test]
fn a_section_is_entered_where_work_is_left() {
    let told = told();
    let enter = |told: &Scenario, section| {
        name(first_row_of(&told.form, &told.derived, section)).map(str::to_owned)
    };
    assert_eq!(enter(&told, 0).as_deref(), Some("a"));
    let told = told.answer("a", "x");
    assert_eq!(enter(&told, 0).as_deref(), Some("b"));
    let told = told.answer("b", "1");
    assert_eq!(enter(&told, 0).as_deref(), Some("a"));
    assert_eq!(enter(&told, 1).as_deref(), Some("c"));
    assert_eq!(enter(&told, 9), None);
}

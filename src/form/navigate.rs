//! Which question comes next.
//!
//! Looks only at [`Derived`]; remembers nothing and never changes anything. A path that is no row
//! (its question does not apply any more) has no neighbours.

use super::{Derived, Form, Kind, Path, Row};

/// Whether a row is a page of its own: everything that takes an answer, notes, and calculated values
/// with something to say.
pub fn is_stop(form: &Form, row: &Row) -> bool {
    form.pack.question(row.question).kind != Kind::Calculated || !row.findings.is_empty()
}

/// The row after `path`.
pub fn next_row<'a>(form: &Form, derived: &'a Derived, path: &Path) -> Option<&'a Row> {
    let after = derived.position(path)? + 1;
    derived.rows.get(after..)?.iter().find(|row| is_stop(form, row))
}

/// The row before `path`.
pub fn previous_row<'a>(form: &Form, derived: &'a Derived, path: &Path) -> Option<&'a Row> {
    let before = derived.position(path)?;
    derived.rows.get(..before)?.iter().rev().find(|row| is_stop(form, row))
}

/// The first row that keeps the case from being finished: required and empty, or a problem.
pub fn first_open_row(derived: &Derived) -> Option<&Row> {
    derived.problems().next()
}

/// Where work on the entry `section` of [`Derived::sections`] begins: its first open row, else its
/// first unanswered one, else its first.
pub fn first_row_of<'a>(form: &Form, derived: &'a Derived, section: usize) -> Option<&'a Row> {
    let rows = derived.rows.get(derived.sections.get(section)?.rows.clone())?;
    let stops = || rows.iter().filter(|row| is_stop(form, row));
    let takes = |row: &&Row| super::takes_answer(form.pack.question(row.question).kind);
    stops()
        .find(|row| row.blocks_finishing())
        .or_else(|| stops().find(|row| takes(row) && !row.answered))
        .or_else(|| stops().next())
}

/// The next problem after `path`, round the end to the beginning; the first one without a path.
pub fn next_problem<'a>(derived: &'a Derived, path: Option<&Path>) -> Option<&'a Row> {
    let after = path.and_then(|path| derived.position(path)).map_or(0, |at| at + 1);
    let (before, rest) = derived.rows.split_at(after.min(derived.rows.len()));
    rest.iter().chain(before).find(|row| row.blocks_finishing())
}

//! A problem in a pack, and its picture: file, line, caret, nearest right word.

use std::ops::Range;

/// How grave a problem of a pack is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; does not fail a check.
    Warning,
    /// Fails the check.
    Error,
}

/// One problem in a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Error or warning.
    pub severity: Severity,
    /// What is wrong, one line, names in backticks.
    pub message: String,
    /// Index of the file in the sources.
    pub file: usize,
    /// Byte range it points at.
    pub span: Range<usize>,
    /// Said under the caret, e.g. "did you mean `nik`?"; may be empty.
    pub hint: String,
}

/// One file of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Name to show, e.g. `forms/nib-perorangan/usaha.toml`.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The problems as text, in file order, with excerpts, without colour.
pub fn render(problems: &[Problem], sources: &[Source]) -> String {
    let _ = (problems, sources);
    todo!("engine")
}

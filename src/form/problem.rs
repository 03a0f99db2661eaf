//! A problem in a pack, and its picture: file, line, caret, nearest right word.
//!
//! Never decides what is wrong; that is [`super::load`].

use crate::base::order;
use codespan_reporting::diagnostic::{Diagnostic, Label};
use codespan_reporting::files::SimpleFiles;
use codespan_reporting::term::{Chars, Config, emit_to_string};
use std::borrow::Cow;
use std::fmt::Write as _;
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
    /// Its text; those built in stay where they are in the binary.
    pub text: Cow<'static, str>,
}

/// The problems as text, in file order, with excerpts, without colour.
pub fn render(problems: &[Problem], sources: &[Source]) -> String {
    let mut files = SimpleFiles::new();
    for source in sources {
        files.add(source.name.as_str(), source.text.as_ref());
    }
    let config = Config { chars: Chars::ascii(), ..Config::default() };
    let mut sorted: Vec<&Problem> = problems.iter().collect();
    order::sort_by_key(&mut sorted, |problem| (problem.file, problem.span.start));
    let mut out = String::new();
    for problem in sorted {
        let diagnostic = match problem.severity {
            Severity::Warning => Diagnostic::warning(),
            Severity::Error => Diagnostic::error(),
        }
        .with_message(&problem.message);
        let picture = sources.get(problem.file).and_then(|source| {
            let span = within_one_line(&source.text, problem.span.clone());
            let label = Label::primary(problem.file, span).with_message(&problem.hint);
            let mut picture = String::new();
            let drawn = diagnostic.clone().with_label(label);
            emit_to_string(&mut picture, &config, &files, &drawn).ok()?;
            Some(picture)
        });
        match picture {
            Some(picture) => out.push_str(&picture),
            // A file that is not there has no lines to show.
            None => {
                let _ = writeln!(out, "error: {}\n", problem.message);
            }
        }
    }
    out.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

/// The part of `span` that stands on its first line, on letter borders: one line is enough to point.
fn within_one_line(text: &str, span: Range<usize>) -> Range<usize> {
    let start = floor(text, span.start);
    let end = floor(text, span.end).max(start);
    match text[start..end].find('\n') {
        Some(newline) => start..start + newline,
        None => start..end,
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

//! A problem in a data file: where it is and what is wrong, for a person who can mend the file.
//!
//! Words are in Fluent (`data.ftl`); never holds more of the file than the cell that is wrong.

use std::fmt::Display;

/// One thing wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Name of the file, as it is shown: `wilayah/wilayah.csv`.
    pub file: String,
    /// Line or row, from 1; 0 where the whole file is meant.
    pub line: usize,
    /// The column: a header, a letter of the sheet, or a number of characters; may be empty.
    pub column: String,
    /// Fluent message id.
    pub key: &'static str,
    /// Its arguments.
    pub args: Vec<(&'static str, String)>,
}

impl Problem {
    /// A problem of a whole file.
    pub fn of(file: impl Into<String>, key: &'static str) -> Self {
        Self { file: file.into(), line: 0, column: String::new(), key, args: Vec::new() }
    }

    /// The same problem in a line (from 1).
    #[must_use]
    pub fn at(mut self, line: usize, column: impl Into<String>) -> Self {
        self.line = line;
        self.column = column.into();
        self
    }

    /// The same problem with one more argument of its message. Long values are cut: a message is read.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Display) -> Self {
        let value = value.to_string();
        let mut short: String = value.chars().take(LONGEST).collect();
        if short.len() < value.len() {
            short.push('…');
        }
        self.args.push((name, short));
        self
    }

    /// Where it is: `file`, `file:line` or `file:line:column`.
    pub fn place(&self) -> String {
        match (self.line, self.column.as_str()) {
            (0, _) => self.file.clone(),
            (line, "") => format!("{}:{line}", self.file),
            (line, column) => format!("{}:{line}:{column}", self.file),
        }
    }
}

/// Most characters of an argument.
const LONGEST: usize = 80;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_as_exact_as_it_can_be() {
        let whole = Problem::of("libur/libur.csv", "data-empty");
        assert_eq!(whole.place(), "libur/libur.csv");
        assert_eq!(whole.clone().at(3, "").place(), "libur/libur.csv:3");
        assert_eq!(whole.at(3, "date").place(), "libur/libur.csv:3:date");
    }

    #[test]
    fn a_long_value_is_cut_in_a_message() {
        let problem = Problem::of("f", "k").with("found", "é".repeat(500));
        assert_eq!(problem.args[0].1.chars().count(), LONGEST + 1);
    }
}

//! What is wrong with an XLSForm, or not carried over: a message key, its words, and the place.

use crate::sheet::letters;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Only the looks or something the program does by itself: the pack is whole without it.
    Told,
    /// Left out of the pack.
    LeftOut,
    /// Nothing can be made of the file.
    Broken,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How grave.
    pub weight: Weight,
    /// Key of its message.
    pub key: &'static str,
    /// The `{ $what }` of the message; never an answer of anybody.
    pub what: String,
    /// Name of the sheet; empty when it concerns the file.
    pub sheet: String,
    /// Row from 1; 0 for none.
    pub row: usize,
    /// Column as a spreadsheet and its header name it: `C (relevant)`; may be empty.
    pub column: String,
}

impl Finding {
    pub(super) fn new(weight: Weight, key: &'static str, what: impl Into<String>) -> Self {
        let what = what.into();
        Self { weight, key, what, sheet: String::new(), row: 0, column: String::new() }
    }

    pub(super) fn at(mut self, sheet: &str, row: usize, column: &str) -> Self {
        sheet.clone_into(&mut self.sheet);
        self.row = row;
        column.clone_into(&mut self.column);
        self
    }

    /// `survey:12:C (relevant)`.
    pub fn place(&self) -> String {
        let mut place = self.sheet.clone();
        for part in [(self.row > 0).then(|| self.row.to_string()), Some(self.column.clone())] {
            let part = part.unwrap_or_default();
            if !part.is_empty() {
                place.push_str(if place.is_empty() { "" } else { ":" });
                place.push_str(&part);
            }
        }
        place
    }
}

/// `C (relevant)`.
pub(super) fn column(at: usize, header: &str) -> String {
    format!("{} ({header})", letters(at))
}

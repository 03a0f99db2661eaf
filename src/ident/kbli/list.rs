//! The list of one edition in order of its codes, in few pieces of memory.
//! Never reads a code of another edition.

use super::catalog::Row;
use super::texts::Texts;
use crate::base::order;

/// A code of up to five signs; shorter ones end in zero bytes, so that a code stands before its own.
pub(super) type Code = [u8; 5];

/// `text` as a code, when it is short enough to be one.
pub(super) fn code_of(text: &str) -> Option<Code> {
    let bytes = text.as_bytes();
    if bytes.is_empty() || bytes.len() > 5 || !bytes.iter().all(u8::is_ascii_alphanumeric) {
        return None;
    }
    let mut code = [0; 5];
    code[..bytes.len()].copy_from_slice(bytes);
    Some(code)
}

/// The signs of a code.
pub(super) fn text_of(code: &Code) -> &str {
    let end = code.iter().position(|byte| *byte == 0).unwrap_or(code.len());
    std::str::from_utf8(&code[..end]).unwrap_or_default()
}

/// Whether it is one of the codes an applicant chooses.
pub(super) fn is_whole_code(code: Code) -> bool {
    code.iter().all(u8::is_ascii_digit)
}

/// The rows of one edition.
#[derive(Debug, Default)]
pub(super) struct List {
    pub(super) edition: u16,
    pub(super) whole: bool,
    codes: Vec<Code>,
    categories: Vec<char>,
    titles: Texts,
}

impl List {
    pub(super) fn new(edition: u16, whole: bool, rows: &[Row]) -> Self {
        let mut sorted: Vec<(Code, &Row)> =
            rows.iter().filter_map(|row| Some((code_of(&row.code)?, row))).collect();
        order::sort_by_key(&mut sorted, |(code, _)| *code);
        sorted.dedup_by_key(|(code, _)| *code);
        let mut list = Self { edition, whole, ..Self::default() };
        for (code, row) in &sorted {
            list.codes.push(*code);
            list.categories.push(row.category);
            list.titles.push(&row.title);
        }
        list.codes.shrink_to_fit();
        list.categories.shrink_to_fit();
        list.titles.shrink();
        list
    }

    pub(super) fn len(&self) -> usize {
        self.codes.len()
    }

    pub(super) fn code(&self, row: usize) -> &Code {
        &self.codes[row]
    }

    pub(super) fn title(&self, row: usize) -> &str {
        self.titles.get(row)
    }

    pub(super) fn category(&self, row: usize) -> char {
        self.categories[row]
    }

    pub(super) fn find(&self, code: &str) -> Option<usize> {
        self.codes.binary_search(&code_of(code)?).ok()
    }

    /// Rows of five digits that begin with `start`, in order.
    pub(super) fn beginning(&self, start: &str) -> impl Iterator<Item = usize> {
        let from = code_of(start)
            .map_or(self.codes.len(), |code| self.codes.partition_point(|one| *one < code));
        (from..self.codes.len())
            .take_while(move |row| text_of(&self.codes[*row]).starts_with(start))
            .filter(|row| is_whole_code(self.codes[*row]))
    }

    /// Bytes on the heap.
    pub(super) fn memory(&self) -> usize {
        self.codes.capacity() * size_of::<Code>()
            + self.categories.capacity() * size_of::<char>()
            + self.titles.memory()
    }
}

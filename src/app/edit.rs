//! The text being typed: one value for every field, the search box and the passphrase.
//!
//! Moves by letters as people see them (grapheme clusters), so an accent is never torn from its letter.
//! Keeps whatever was typed or pasted; only line breaks are folded into spaces where a field has one
//! line. (The ready-made editors we tried move by code point and keep no bytes' position to restore.)

use std::fmt;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation as _};

/// A move or change within the text, as the keymap names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edit {
    /// One letter back.
    Left,
    /// One letter on.
    Right,
    /// To the start of the word.
    WordLeft,
    /// To the end of the word.
    WordRight,
    /// To the start of the line.
    Home,
    /// To the end of the line.
    End,
    /// Takes away the letter before the cursor.
    Backspace,
    /// Takes away the letter under the cursor.
    Delete,
    /// Takes away the word before the cursor.
    DeleteWord,
    /// Breaks the line (only in texts of several lines).
    Newline,
}

/// A text and the place of the cursor in it. `Debug` tells the length only.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Editor {
    text: String,
    cursor: usize,
    multiline: bool,
}

impl fmt::Debug for Editor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Editor({} bytes, cursor {})", self.text.len(), self.cursor)
    }
}

impl Editor {
    /// A text with the cursor at its end.
    pub fn new(text: impl Into<String>, multiline: bool) -> Self {
        let text = text.into();
        Self { cursor: text.len(), text, multiline }
    }

    /// A text with the cursor where it was; a place inside a letter moves to its start.
    pub fn restore(text: String, cursor: usize, multiline: bool) -> Self {
        let mut cursor = cursor.min(text.len());
        while !text.is_char_boundary(cursor) {
            cursor -= 1;
        }
        Self { text, cursor, multiline }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The cursor, as a byte offset at a letter's start.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Whether it takes several lines.
    pub fn is_multiline(&self) -> bool {
        self.multiline
    }

    /// Takes the text out and leaves the field empty.
    pub fn take(&mut self) -> String {
        self.cursor = 0;
        std::mem::take(&mut self.text)
    }

    /// Puts typed or pasted text in at the cursor.
    pub fn insert(&mut self, typed: &str) {
        let plain = typed.replace("\r\n", "\n").replace('\r', "\n");
        let plain = if self.multiline { plain } else { plain.replace(['\n', '\t'], " ") };
        self.text.insert_str(self.cursor, &plain);
        self.cursor += plain.len();
    }

    /// Moves or changes; tells whether anything is different now.
    pub fn apply(&mut self, edit: Edit) -> bool {
        let before = (self.text.len(), self.cursor);
        match edit {
            Edit::Left => self.cursor = self.previous(),
            Edit::Right => self.cursor = self.following(),
            Edit::WordLeft => self.cursor = self.word_start(),
            Edit::WordRight => self.cursor = self.word_end(),
            Edit::Home => self.cursor = self.text[..self.cursor].rfind('\n').map_or(0, |at| at + 1),
            Edit::End => {
                let rest = &self.text[self.cursor..];
                self.cursor += rest.find('\n').unwrap_or(rest.len());
            }
            Edit::Backspace => self.remove(self.previous()..self.cursor),
            Edit::Delete => self.remove(self.cursor..self.following()),
            Edit::DeleteWord => self.remove(self.word_start()..self.cursor),
            Edit::Newline if self.multiline => self.insert("\n"),
            Edit::Newline => {}
        }
        before != (self.text.len(), self.cursor)
    }

    fn remove(&mut self, range: std::ops::Range<usize>) {
        self.cursor = range.start;
        self.text.replace_range(range, "");
    }

    fn previous(&self) -> usize {
        let mut at = GraphemeCursor::new(self.cursor, self.text.len(), true);
        at.prev_boundary(&self.text, 0).ok().flatten().unwrap_or(0)
    }

    fn following(&self) -> usize {
        let mut at = GraphemeCursor::new(self.cursor, self.text.len(), true);
        at.next_boundary(&self.text, 0).ok().flatten().unwrap_or(self.text.len())
    }

    fn word_start(&self) -> usize {
        self.text[..self.cursor]
            .split_word_bound_indices()
            .rev()
            .find(|(_, word)| !word.trim().is_empty())
            .map_or(0, |(at, _)| at)
    }

    fn word_end(&self) -> usize {
        self.text[self.cursor..]
            .split_word_bound_indices()
            .find(|(_, word)| !word.trim().is_empty())
            .map_or(self.text.len(), |(at, word)| self.cursor + at + word.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &[Edit], text: &str) -> (String, usize) {
        let mut editor = Editor::new(text, false);
        for key in keys {
            editor.apply(*key);
        }
        (editor.text.clone(), editor.cursor)
    }

    #[test]
    fn an_accent_goes_with_its_letter() {
        assert_eq!(typed(&[Edit::Backspace], "cafe\u{301}"), ("caf".into(), 3));
        assert_eq!(typed(&[Edit::Left, Edit::Delete], "a👨‍👩‍👧"), ("a".into(), 1));
    }

    #[test]
    fn words_are_taken_whole() {
        assert_eq!(typed(&[Edit::DeleteWord], "warung nasi  "), ("warung ".into(), 7));
        assert_eq!(typed(&[Edit::Home, Edit::WordRight], "warung nasi"), ("warung nasi".into(), 6));
        assert_eq!(typed(&[Edit::WordLeft, Edit::WordLeft], "warung nasi").1, 0);
    }

    #[test]
    fn a_pasted_line_break_becomes_a_space_only_where_there_is_one_line() {
        let mut one = Editor::new("", false);
        one.insert("Jl. Sukajadi\r\nNo. 12");
        assert_eq!(one.text(), "Jl. Sukajadi No. 12");
        let mut many = Editor::new("", true);
        many.insert("satu\r\ndua");
        assert_eq!(many.text(), "satu\ndua");
        many.apply(Edit::Home);
        assert_eq!(many.cursor(), 5);
    }

    #[test]
    fn the_ends_hold() {
        assert_eq!(typed(&[Edit::Right, Edit::Delete, Edit::End], "ab"), ("ab".into(), 2));
        assert_eq!(typed(&[Edit::Home, Edit::Left, Edit::Backspace], "ab"), ("ab".into(), 0));
    }

    #[test]
    fn a_cursor_in_the_middle_of_a_letter_is_mended() {
        assert_eq!(Editor::restore("é".into(), 1, false).cursor(), 0);
        assert_eq!(Editor::restore("é".into(), 99, false).cursor(), 2);
    }

    proptest::proptest! {
        #[test]
        fn no_key_on_any_text_breaks_it(text in ".{0,40}", keys in proptest::collection::vec(0..10usize, 0..40)) {
            const ALL: [Edit; 10] = [
                Edit::Left, Edit::Right, Edit::WordLeft, Edit::WordRight, Edit::Home, Edit::End,
                Edit::Backspace, Edit::Delete, Edit::DeleteWord, Edit::Newline,
            ];
            let mut editor = Editor::new(text, true);
            for key in keys {
                editor.apply(ALL[key]);
                proptest::prop_assert!(editor.text.is_char_boundary(editor.cursor));
            }
        }
    }
}

//! The box a text is typed in: the part around the cursor, and where the cursor stands in it.
//!
//! Keeps no scroll position: the part shown follows from the cursor alone, and moves in steps, so that
//! a key at the end of a long text changes few cells.

use super::measure::columns;
use super::pen::Pen;
use super::safe::safe;
use crate::app::Editor;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation as _;

/// What is shown of a line of text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// The letters in sight, made fit for the screen.
    pub(super) text: String,
    /// Column of the cursor, from the start of the text in sight.
    pub(super) cursor: u16,
    /// Letters are hidden on the left.
    pub(super) before: bool,
    /// Letters are hidden on the right.
    pub(super) after: bool,
}

/// The part of `text` around `cursor` (a byte offset) in `width` columns. `secret` shows dots.
pub(super) fn shown(text: &str, cursor: usize, width: u16, secret: bool) -> Shown {
    let width = usize::from(width.max(2));
    let letter = |letter: &str| if secret { "•".to_owned() } else { safe(letter).into_owned() };
    let column: usize =
        text[..cursor].graphemes(true).map(|grapheme| columns(&letter(grapheme))).sum();
    // The cursor needs a column of its own behind the last letter.
    let step = (width / 2).max(1);
    let from = if column < width { 0 } else { ((column - width) / step + 1) * step };
    let mut shown = Shown { text: String::new(), cursor: 0, before: from > 0, after: false };
    let (mut at, mut used) = (0, 0);
    for (offset, grapheme) in text.grapheme_indices(true) {
        let visible = letter(grapheme);
        let wide = columns(&visible);
        if at >= from {
            if offset == cursor {
                shown.cursor = used as u16;
            }
            if used + wide > width {
                shown.after = true;
                return shown;
            }
            shown.text.push_str(&visible);
            used += wide;
        }
        at += wide;
    }
    if cursor == text.len() {
        shown.cursor = used as u16;
    }
    shown
}

/// A text of several lines as rows of at most `width` columns, and the row and column of the cursor.
pub(super) fn rows(text: &str, cursor: usize, width: u16) -> (Vec<String>, usize, u16) {
    let width = usize::from(width.max(2));
    let mut rows = vec![String::new()];
    let mut starts = vec![0];
    let mut used = 0;
    // Where the last word of the row began: its byte in the text and in the row.
    let mut word: Option<(usize, usize)> = None;
    for (offset, grapheme) in text.grapheme_indices(true) {
        if grapheme == "\n" || grapheme == "\r\n" {
            rows.push(String::new());
            starts.push(offset + grapheme.len());
            (used, word) = (0, None);
            continue;
        }
        let visible = safe(grapheme);
        let wide = columns(&visible);
        if used + wide > width {
            let row = rows.last_mut().expect("there is always a row");
            let (start, rest) = match word {
                Some((start, at)) if grapheme != " " => (start, row.split_off(at)),
                _ => (offset, String::new()),
            };
            used = columns(&rest);
            rows.push(rest);
            starts.push(start);
            word = None;
            if used + wide > width {
                // The word alone fills the row: then it breaks where it must.
                rows.push(String::new());
                starts.push(offset);
                used = 0;
            }
        }
        let row = rows.last_mut().expect("there is always a row");
        row.push_str(&visible);
        used += wide;
        if grapheme == " " {
            word = Some((offset + 1, row.len()));
        }
    }
    let row = starts.partition_point(|start| *start <= cursor).saturating_sub(1);
    let before = &text[starts[row]..cursor];
    let column: usize = before.graphemes(true).map(|letter| columns(&safe(letter))).sum();
    (rows, row, (column as u16).min(width as u16))
}

impl Pen<'_> {
    /// Draws one line being typed into the columns of `area`, and puts the cursor there.
    pub(super) fn type_line(&mut self, area: Rect, editor: &Editor, secret: bool) {
        self.typed_line(area, editor.text(), Some(editor.cursor()), secret);
    }

    /// Draws one line of text; the cursor only when it is typed in.
    pub(super) fn typed_line(
        &mut self,
        area: Rect,
        text: &str,
        cursor: Option<usize>,
        secret: bool,
    ) {
        let part = shown(text, cursor.unwrap_or(0), area.width, secret);
        let style = self.style("answer");
        self.buffer.set_stringn(area.x, area.y, &part.text, area.width.into(), style);
        // The marks stand in the margin every box leaves beside its text.
        if part.before {
            self.put(area.x.saturating_sub(1), area.y, 1, "‹", "muted");
        }
        if part.after {
            self.put(area.right(), area.y, 1, "›", "muted");
        }
        if cursor.is_some() {
            let x = (area.x + part.cursor).min(area.right());
            self.cursor = Some(Position::new(x, area.y));
        }
    }

    /// Draws a text of several lines being typed, with the cursor's row in sight.
    pub(super) fn type_rows(&mut self, area: Rect, editor: &Editor) {
        let (rows, row, column) = rows(editor.text(), editor.cursor(), area.width);
        let room = usize::from(area.height.max(1));
        let first = if row < room { 0 } else { row + 1 - room };
        let style = self.style("answer");
        let lines: Vec<Line<'static>> = rows
            .into_iter()
            .skip(first)
            .take(room)
            .map(|row| Line::from(Span::styled(row, style)))
            .collect();
        self.put_lines(area, &lines);
        let y = area.y + (row - first) as u16;
        self.cursor = Some(Position::new((area.x + column).min(area.right()), y));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_stands_still() {
        let part = shown("1472", 4, 10, false);
        assert_eq!(
            (part.text.as_str(), part.cursor, part.before, part.after),
            ("1472", 4, false, false)
        );
    }

    #[test]
    fn a_long_text_shows_the_part_around_the_cursor() {
        let text = "abcdefghijklmnopqrstuvwxyz";
        let end = shown(text, 26, 10, false);
        assert!(end.before && !end.after);
        assert!(end.text.ends_with('z') && usize::from(end.cursor) == end.text.len());
        let start = shown(text, 0, 10, false);
        assert_eq!((start.text.as_str(), start.cursor, start.after), ("abcdefghij", 0, true));
    }

    #[test]
    fn typing_at_the_end_moves_the_text_seldom() {
        let moves = (0..60)
            .map(|length| shown(&"x".repeat(length), length, 20, false).text.len() < length)
            .collect::<Vec<_>>();
        let starts: Vec<usize> = (0..60)
            .map(|length| length - shown(&"x".repeat(length), length, 20, false).text.len())
            .collect();
        let changes = starts.windows(2).filter(|pair| pair[0] != pair[1]).count();
        assert!(moves[59] && changes <= 5, "{changes} moves");
    }

    #[test]
    fn wide_letters_and_accents_keep_the_cursor_in_place() {
        let part = shown("株式", "株".len(), 10, false);
        assert_eq!(part.cursor, 2);
        let part = shown("cafe\u{301}!", "cafe\u{301}".len(), 10, false);
        assert_eq!(part.cursor, 4);
        let part = shown("a\u{1b}b", 2, 10, false);
        assert_eq!((part.text.as_str(), part.cursor), ("a␛b", 2));
    }

    #[test]
    fn a_secret_shows_its_length_only() {
        let part = shown("株a\u{301}b", "株a\u{301}b".len(), 10, true);
        assert_eq!((part.text.as_str(), part.cursor), ("•••", 3));
    }

    #[test]
    fn rows_break_between_words_and_the_cursor_follows() {
        let (lines, row, column) = rows("warung nasi di rumah", 20, 12);
        assert_eq!(lines, ["warung nasi ", "di rumah"]);
        assert_eq!((row, column), (1, 8));
        let (lines, row, column) = rows("satu\n\ndua", 5, 12);
        assert_eq!((lines.len(), row, column), (3, 1, 0));
        let (lines, ..) = rows("aaaaaaaaaaaaaaaa", 0, 6);
        assert_eq!(lines, ["aaaaaa", "aaaaaa", "aaaa"]);
    }

    proptest::proptest! {
        #[test]
        fn always_the_cursor_is_in_sight(text in "(?s).{0,40}", at in 0..80usize, width in 2..30u16) {
            let editor = Editor::restore(text.clone(), at.min(text.len()), true);
            let part = shown(&text, editor.cursor(), width, false);
            proptest::prop_assert!(part.cursor <= width);
            proptest::prop_assert!(columns(&part.text) <= usize::from(width));
            let (rows, row, column) = rows(&text, editor.cursor(), width);
            proptest::prop_assert!(row < rows.len() && column <= width);
            for line in rows {
                proptest::prop_assert!(columns(&line) <= usize::from(width));
            }
        }
    }
}

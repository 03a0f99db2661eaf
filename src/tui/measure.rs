//! Widths in columns: cutting, wrapping, filling up. Wide letters count two, accents none.

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// Columns of a text.
pub(crate) fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// `text` in at most `width` columns; what is cut is replaced by `…`.
pub(crate) fn cut(text: &str, width: usize) -> Cow<'_, str> {
    if columns(text) <= width {
        return Cow::Borrowed(text);
    }
    let mut kept = String::new();
    let mut used = 0;
    for letter in text.graphemes(true) {
        let wide = columns(letter);
        if used + wide + 1 > width {
            break;
        }
        kept.push_str(letter);
        used += wide;
    }
    if width > 0 {
        kept.truncate(kept.trim_end().len());
        kept.push('…');
    }
    Cow::Owned(kept)
}

/// `text` broken into lines of at most `width` columns, between words where there are any.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    for part in text.split('\n') {
        if columns(part) <= width {
            lines.push(part.trim_end().to_owned());
            continue;
        }
        let mut line = String::new();
        let mut used = 0;
        for word in part.split_inclusive(' ') {
            let bare = columns(word.trim_end());
            if used > 0 && used + bare > width {
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
                used = 0;
            }
            if bare <= width {
                line.push_str(word);
                used += columns(word);
                continue;
            }
            // A word longer than the line is broken where the line ends.
            for letter in word.graphemes(true) {
                let wide = columns(letter);
                if used + wide > width {
                    lines.push(std::mem::take(&mut line).trim_end().to_owned());
                    used = 0;
                }
                line.push_str(letter);
                used += wide;
            }
        }
        if !line.trim_end().is_empty() {
            lines.push(line.trim_end().to_owned());
        }
    }
    lines
}

/// The first of `count` entries to show in `room` lines so that `marked` is in sight with some of its
/// neighbours. Follows from what is marked alone, so nothing has to be remembered; moves in steps of
/// half the room, so that most keys move the mark only.
pub(crate) fn window(marked: usize, count: usize, room: usize) -> usize {
    let step = (room / 2).max(1);
    (marked / step * step).saturating_sub(step / 2).min(count.saturating_sub(room))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_letters_are_cut_whole() {
        assert_eq!(cut("株式会社", 5), "株式…");
        assert_eq!(cut("株式会社", 8), "株式会社");
        assert_eq!(cut("株式会社", 4), "株…");
        assert_eq!(cut("Siti Aminah", 6), "Siti…");
        assert_eq!(cut("cafe\u{301}s", 4), "caf…");
        assert_eq!(cut("x", 0), "");
    }

    #[test]
    fn lines_break_between_words_and_long_words_at_the_edge() {
        assert_eq!(wrap("Bu, boleh saya pinjam?", 14), ["Bu, boleh saya", "pinjam?"]);
        assert_eq!(wrap("satu dua", 4), ["satu", "dua"]);
        assert_eq!(wrap("1472061708450001", 6), ["147206", "170845", "0001"]);
        assert_eq!(wrap("a\n\nb", 9), ["a", "", "b"]);
        assert_eq!(wrap("株式 会社", 4), ["株式", "会社"]);
    }

    #[test]
    fn a_list_moves_in_steps() {
        let starts: Vec<usize> = (0..12).map(|marked| window(marked, 100, 10)).collect();
        assert_eq!(starts, [0, 0, 0, 0, 0, 3, 3, 3, 3, 3, 8, 8]);
        assert_eq!(window(99, 100, 10), 90);
        assert_eq!(window(3, 5, 10), 0);
        assert_eq!(window(0, 0, 0), 0);
    }

    proptest::proptest! {
        #[test]
        fn no_line_is_ever_wider_than_asked(text in ".{0,60}", width in 2..30usize) {
            for line in wrap(&crate::tui::safe(&text), width) {
                proptest::prop_assert!(columns(&line) <= width, "{line:?}");
            }
            proptest::prop_assert!(columns(&cut(&crate::tui::safe(&text), width)) <= width);
        }

        #[test]
        fn always_the_marked_entry_is_in_sight(count in 1..500usize, at in 0..500usize, room in 1..40usize) {
            let marked = at % count;
            let first = window(marked, count, room);
            proptest::prop_assert!(first <= marked && marked < first + room);
        }
    }
}

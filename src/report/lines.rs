//! Lines of a paper: breaking texts so that they fit, and nothing else.

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// Lines of at most `width` columns, broken between words; control characters become spaces, so that a
/// printer prints and does nothing else.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let mut lines = vec![String::new()];
    for word in clean.split_whitespace() {
        let line = lines.last_mut().expect("there is always a line");
        if line.is_empty() && word.width() <= width {
            line.push_str(word);
        } else if !line.is_empty() && line.width() + 1 + word.width() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            if !line.is_empty() {
                lines.push(String::new());
            }
            for letter in word.graphemes(true) {
                let line = lines.last_mut().expect("there is always a line");
                if line.width() + letter.width() > width {
                    lines.push(letter.to_owned());
                } else {
                    line.push_str(letter);
                }
            }
        }
    }
    lines
}

/// At most `most` lines of `text`; what is cut off ends in `…`.
pub(super) fn few(text: &str, width: usize, most: usize) -> Vec<String> {
    let mut lines = wrap(text, width);
    lines.retain(|line| !line.is_empty());
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while last.width() + 2 > width {
                last.pop();
            }
            last.push_str(" …");
        }
    }
    lines
}

/// `text` in the middle of `width` columns, in at most `most` lines.
pub(super) fn centred(text: &str, width: usize, most: usize) -> Vec<String> {
    let pad = |line: String| format!("{}{line}", " ".repeat((width - line.width()) / 2));
    few(text, width, most).into_iter().map(pad).collect()
}

/// One line, cut where it does not fit: for headings, whatever an office's own words make of them.
pub(super) fn one(text: &str, width: usize) -> String {
    few(text, width, 1).concat()
}

/// `text` after `head`, all its lines beginning under its first, in at most `most` lines.
pub(super) fn hanging(head: &str, text: &str, width: usize, most: usize) -> Vec<String> {
    let indent = head.width();
    let longest =
        text.split_whitespace().map(unicode_width::UnicodeWidthStr::width).max().unwrap_or(0);
    // Where a word would be torn, it goes on from the left.
    if indent > width / 2 || (longest > width - indent && longest <= width) {
        return few(&format!("{head}{text}"), width, most);
    }
    let lines = few(text, width - indent, most).into_iter().enumerate();
    lines
        .map(|(at, line)| {
            if at == 0 { format!("{head}{line}") } else { format!("{}{line}", " ".repeat(indent)) }
        })
        .collect()
}

/// Lines become a paper: no blanks at their ends, each with a line break.
pub(super) fn ended(lines: &[String]) -> String {
    lines.iter().flat_map(|line| [line.trim_end(), "\n"]).collect()
}

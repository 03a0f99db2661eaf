//! What all the numbers share: taking out the signs people put between digits, and naming the one
//! that is no digit. Never knows what a number means.

use super::{Level, Verdict};

/// Message ids of one identifier for the faults every number can have.
pub(super) struct Ids {
    /// A letter that looks like a digit: arguments `sign`, `position`, `digit`.
    pub(super) lookalike: &'static str,
    /// Any other sign: arguments `sign`, `position`.
    pub(super) letter: &'static str,
    /// Wrong number of digits: arguments `found`, `expected`.
    pub(super) length: &'static str,
}

/// The text without the signs people put between digits (space, dot, hyphen) and without the unseen
/// ones that come along when pasting.
pub(super) fn compact(text: &str) -> String {
    text.chars().filter(|sign| !is_between(*sign)).collect()
}

/// The digits of `text`, or the first sign that is none.
pub(super) fn only(text: &str, ids: &Ids) -> Result<String, Verdict> {
    let compact = compact(text);
    match compact.chars().enumerate().find(|(_, sign)| !sign.is_ascii_digit()) {
        None => Ok(compact),
        Some((at, sign)) => {
            let id = if lookalike(sign).is_some() { ids.lookalike } else { ids.letter };
            let verdict = Verdict::new(Level::Salah, id)
                .with("sign", sign.to_string())
                .with("position", (at + 1).to_string());
            Err(match lookalike(sign) {
                Some(digit) => verdict.with("digit", digit),
                None => verdict,
            })
        }
    }
}

/// The digits of `text` when there are exactly `expected`.
pub(super) fn exactly(text: &str, expected: usize, ids: &Ids) -> Result<String, Verdict> {
    let digits = only(text, ids)?;
    if digits.len() == expected {
        Ok(digits)
    } else {
        Err(length(ids, digits.len(), &expected.to_string()))
    }
}

/// The finding "wrong number of digits".
pub(super) fn length(ids: &Ids, found: usize, expected: &str) -> Verdict {
    Verdict::new(Level::Salah, ids.length)
        .with("found", found.to_string())
        .with("expected", expected.to_owned())
}

/// Whether all digits are the same: what people type to get past a field. Empty is not.
pub(super) fn all_same(digits: &str) -> bool {
    let mut signs = digits.bytes();
    signs.next().is_some_and(|first| signs.all(|sign| sign == first))
}

/// The digits in groups of the given sizes with a space between; what is left over is the last group.
pub(super) fn grouped(digits: &str, sizes: &[usize]) -> String {
    let mut groups = Vec::new();
    let mut rest = digits;
    for size in sizes {
        let (group, after) = rest.split_at((*size).min(rest.len()));
        groups.push(group);
        rest = after;
    }
    groups.push(rest);
    groups.retain(|group| !group.is_empty());
    groups.join(" ")
}

/// The first `head` and the last `tail` signs, stars between: `147206******0001`. Short texts are
/// all stars.
pub(super) fn masked(text: &str, head: usize, tail: usize) -> String {
    let count = text.chars().count();
    text.chars()
        .enumerate()
        .map(|(at, sign)| {
            let seen = count > head + tail && (at < head || at >= count - tail);
            if seen { sign } else { '*' }
        })
        .collect()
}

/// Two ASCII digits at byte `at` as a number.
pub(super) fn two(digits: &str, at: usize) -> u8 {
    let bytes = digits.as_bytes();
    (bytes[at] - b'0') * 10 + (bytes[at + 1] - b'0')
}

fn is_between(sign: char) -> bool {
    sign.is_whitespace()
        || matches!(sign, '.' | '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
        || is_unseen(sign)
}

/// Signs of no width that web pages and chat programs leave in copied numbers.
pub(super) fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// The digit a letter is easily taken for, on a worn card or in a chat message.
fn lookalike(sign: char) -> Option<&'static str> {
    match sign {
        'O' | 'o' => Some("0"),
        'I' | 'i' | 'l' | '|' => Some("1"),
        'Z' | 'z' => Some("2"),
        'S' | 's' => Some("5"),
        'B' => Some("8"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_between_and_unseen_signs_are_taken_out() {
        assert_eq!(compact(" 14\u{a0}72.06-17\u{200b}\u{feff}\t08–45 "), "147206170845");
    }

    #[test]
    fn a_short_text_is_masked_whole() {
        assert_eq!(masked("1234", 2, 2), "****");
        assert_eq!(masked("12345", 2, 2), "12*45");
    }
}

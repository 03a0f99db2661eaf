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

/// Exactly `N` ASCII digits. Kept in place: reading a number takes nothing from the heap.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Digits<const N: usize>([u8; N]);

impl<const N: usize> Digits<N> {
    /// The digits as text.
    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("`exactly` puts in ASCII digits only")
    }
}

/// The digits of `text`, or the first sign that is none.
pub(super) fn only(text: &str, ids: &Ids) -> Result<String, Verdict> {
    let mut digits = String::new();
    each(text, ids, |digit| digits.push(char::from(digit)))?;
    Ok(digits)
}

/// The digits of `text` when there are exactly `N`.
pub(super) fn exactly<const N: usize>(text: &str, ids: &Ids) -> Result<Digits<N>, Verdict> {
    let mut digits = [b'0'; N];
    let mut count = 0;
    each(text, ids, |digit| {
        if let Some(place) = digits.get_mut(count) {
            *place = digit;
        }
        count += 1;
    })?;
    if count == N { Ok(Digits(digits)) } else { Err(length(ids, count, &N.to_string())) }
}

/// Hands over each digit of `text` up to the first sign that has no place in a number.
fn each(text: &str, ids: &Ids, mut take: impl FnMut(u8)) -> Result<(), Verdict> {
    let mut position = 0;
    for sign in text.chars() {
        match sign {
            '0'..='9' => {
                position += 1;
                take(sign as u8);
            }
            _ if is_between(sign) => {}
            _ => return Err(foreign(sign, position + 1, ids)),
        }
    }
    Ok(())
}

/// The finding "this sign is no digit".
fn foreign(sign: char, position: usize, ids: &Ids) -> Verdict {
    let id = if lookalike(sign).is_some() { ids.lookalike } else { ids.letter };
    let verdict = Verdict::new(Level::Salah, id)
        .with("sign", named(sign))
        .with("position", position.to_string());
    match lookalike(sign) {
        Some(digit) => verdict.with("digit", digit.to_string()),
        None => verdict,
    }
}

/// A sign as a message can show it: one that leaves no mark by its number, `U+0000`.
pub(super) fn named(sign: char) -> String {
    if sign.is_control() || is_unseen(sign) {
        format!("U+{:04X}", u32::from(sign))
    } else {
        sign.to_string()
    }
}

/// Salah when a text has a control character, which no paper shows: what was pasted with it must not
/// travel on into OSS.
pub(super) fn control(text: &str) -> Option<Verdict> {
    let sign = text.chars().find(|sign| sign.is_control() && !sign.is_whitespace())?;
    Some(Verdict::new(Level::Salah, "text-control").with("sign", named(sign)))
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
    matches!(
        sign,
        '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
    )
}

/// The digit a sign is easily taken for, on a worn card or in a chat message, or is in another script:
/// the wide digits of East Asian keyboards, the digits of Arabic ones.
fn lookalike(sign: char) -> Option<u32> {
    match sign {
        'O' | 'o' => Some(0),
        'I' | 'i' | 'l' | '|' => Some(1),
        'Z' | 'z' => Some(2),
        'S' | 's' => Some(5),
        'B' => Some(8),
        '\u{ff10}'..='\u{ff19}' => Some(u32::from(sign) - 0xff10),
        '\u{660}'..='\u{669}' => Some(u32::from(sign) - 0x660),
        '\u{6f0}'..='\u{6f9}' => Some(u32::from(sign) - 0x6f0),
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

    const IDS: Ids = Ids { lookalike: "nik-lookalike", letter: "nik-letter", length: "nik-length" };

    fn args(text: &str) -> (&'static str, Vec<String>) {
        let verdict = exactly::<4>(text, &IDS).map(|_| ()).expect_err("the tests give no number");
        (verdict.id, verdict.args.into_iter().map(|(_, value)| value.into_owned()).collect())
    }

    #[test]
    fn digits_of_other_scripts_are_named_with_ours() {
        for text in ["12\u{ff13}4", "12\u{663}4", "12\u{6f3}4"] {
            assert_eq!(args(text).0, "nik-lookalike", "{text}");
            assert_eq!(args(text).1[1..], ["3", "3"], "{text}");
        }
    }

    #[test]
    fn signs_without_a_mark_are_named_by_their_number() {
        assert_eq!(args("12\0"), ("nik-letter", vec!["U+0000".to_owned(), "3".to_owned()]));
        assert_eq!(args("\u{1b}[2J"), ("nik-letter", vec!["U+001B".to_owned(), "1".to_owned()]));
        assert_eq!(control("AB\0C").map(|verdict| verdict.id), Some("text-control"));
        assert!(control(" AB\tC\r\n").is_none());
    }

    #[test]
    fn ten_thousand_digits_are_counted() {
        let (id, args) = args(&"7".repeat(10_000));
        assert_eq!((id, &*args[0]), ("nik-length", "10000"));
    }

    #[test]
    fn marks_of_writing_direction_do_not_count() {
        let digits = exactly::<4>("\u{202e}1\u{2067}2\u{61c}3\u{200f}4", &IDS);
        assert_eq!(digits.expect("four digits").as_str(), "1234");
    }

    #[test]
    fn a_short_text_is_masked_whole() {
        assert_eq!(masked("1234", 2, 2), "****");
        assert_eq!(masked("12345", 2, 2), "12*45");
    }
}

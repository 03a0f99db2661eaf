//! Text of people made fit for a screen: nothing in it can move the cursor, hide or turn round what
//! stands beside it.
//!
//! Never changes what is stored; only what is drawn.

use std::borrow::Cow;

/// `text` with control characters, line ends and marks of writing direction as visible signs.
///
/// ```
/// assert_eq!(loket::tui::safe("a\u{1b}[2J"), "a␛[2J");
/// assert_eq!(loket::tui::safe("warung nasi"), "warung nasi");
/// ```
pub fn safe(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_unsafe) {
        Cow::Owned(text.chars().map(visible).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether a terminal would do something else with it than show it.
pub(super) fn is_unsafe(sign: char) -> bool {
    visible(sign) != sign
}

fn visible(sign: char) -> char {
    match sign {
        '\u{0}'..='\u{1f}' => {
            char::from_u32(0x2400 + u32::from(sign)).expect("the control pictures are all there")
        }
        '\u{7f}' => '␡',
        // Controls of the second kind, separators of lines, direction marks, the byte order mark,
        // soft hyphens and tags: all invisible, all able to make a text look like another.
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => '\u{fffd}',
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_seen_and_do_nothing() {
        assert_eq!(safe("a\u{1b}]0;x\u{7}b\n\t\u{7f}"), "a␛]0;x␇b␊␉␡");
        assert_eq!(safe("\u{9b}31m"), "\u{fffd}31m");
    }

    #[test]
    fn marks_of_direction_cannot_turn_a_number_round() {
        assert_eq!(safe("1472\u{202e}0617"), "1472\u{fffd}0617");
        assert_eq!(safe("a\u{2066}b\u{2069}\u{200f}"), "a\u{fffd}b\u{fffd}\u{fffd}");
    }

    #[test]
    fn ordinary_text_is_not_copied() {
        assert!(matches!(safe("Siti é 株 👨‍👩‍👧"), Cow::Borrowed(_)));
    }

    proptest::proptest! {
        #[test]
        fn always_no_control_character_is_left(text in "\\PC{0,20}|(?s).{0,20}") {
            proptest::prop_assert!(!safe(&text).chars().any(char::is_control));
        }
    }
}

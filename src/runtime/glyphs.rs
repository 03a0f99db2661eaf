//! Signs that the fonts of a Windows console lack (Consolas, Lucida Console), as signs they have. A console
//! takes no other font for a single sign; it shows a box.
//!
//! Only of what goes to the screen; papers and files keep theirs.

/// What we draw and what is shown for it; all one column wide. Those shown are of WGL4, the set every
/// font of Windows has.
const SHOWN: [([u8; 3], &str); 6] = [
    (three("✔"), "√"),
    (three("✗"), "×"),
    (three("◐"), "◘"),
    (three("▸"), "►"),
    (three("✓"), "√"),
    (three("␡"), "?"),
];

const fn three(sign: &str) -> [u8; 3] {
    let [one, two, three] = *sign.as_bytes() else { panic!("three bytes of UTF-8") };
    [one, two, three]
}

/// Puts the signs that are shown in the place of those that are not.
pub(super) fn shown(frame: &mut Vec<u8>) {
    let is_one = |part: &[u8]| SHOWN.iter().any(|(sign, _)| *sign == part);
    if !frame.windows(3).any(is_one) {
        return;
    }
    let mut rest = &frame[..];
    let mut out = Vec::with_capacity(frame.len());
    while let Some((first, after)) = rest.split_first() {
        if let Some((sign, instead)) = SHOWN.iter().find(|(sign, _)| rest.starts_with(sign)) {
            out.extend_from_slice(instead.as_bytes());
            rest = &rest[sign.len()..];
        } else {
            out.push(*first);
            rest = after;
        }
    }
    *frame = out;
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr as _;

    #[test]
    fn signs_a_console_lacks_are_shown_as_others_of_the_same_width() {
        let drawn = "\x1b[1m✔ tersimpan │ ▸ é ✗ ● ◐ ▲\x1b[0m";
        let mut frame = drawn.as_bytes().to_vec();
        shown(&mut frame);
        let text = String::from_utf8(frame).expect("UTF-8");
        assert_eq!(text, "\x1b[1m√ tersimpan │ ► é × ● ◘ ▲\x1b[0m");
        assert_eq!(text.width(), drawn.width());
    }
}

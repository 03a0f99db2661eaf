//! Letters of a paper in the code pages of PDF fonts and receipt printers.
//!
//! A letter a code page does not have becomes its plain letter, a sign its nearest words, and only what
//! has neither becomes `?`. Nothing is dropped but what has no shape.

use std::borrow::Cow;

/// Letters without their marks, U+0100 to U+017F.
const EXTENDED: &[u8; 128] = b"AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";
/// U+00C0 to U+00FF.
const LATIN: &[u8; 64] = b"AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo:ouuuuyty";
/// U+1E00 to U+1EFF: names written by their Arabic letters, Vietnamese.
const ADDITIONAL: &[u8; 256] = b"AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwyasssSdAaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYyLlVvYy";

/// 0x80 to 0x9F of Windows-1252; `\0` where nothing stands.
const WIN_ANSI: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘',
    '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// 0x80 to 0xFF of code page 437.
const PAGE_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
/// 0x80 to 0xFF of code page 858 (850 with the euro).
const PAGE_858: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// `text` in Windows-1252, as the fonts of a PDF are told to read it (`WinAnsiEncoding`).
pub fn to_win_ansi(text: &str) -> Vec<u8> {
    encode(text, |letter| match letter as u32 {
        code @ (0x20..=0x7e | 0xa0..=0xff) => Some(code as u8),
        0..=0x1f => None,
        _ => WIN_ANSI.iter().position(|sign| *sign == letter).map(|at| at as u8 + 0x80),
    })
}

/// `text` in code page 437, which every receipt printer begins with.
pub fn to_437(text: &str) -> Vec<u8> {
    encode(text, |letter| in_page(PAGE_437, letter))
}

/// `text` in code page 858.
pub fn to_858(text: &str) -> Vec<u8> {
    encode(text, |letter| in_page(PAGE_858, letter))
}

/// `text` in plain ASCII, for printers that know nothing else.
pub fn to_ascii(text: &str) -> Vec<u8> {
    encode(text, |letter| matches!(letter, ' '..='~').then_some(letter as u8))
}

fn in_page(page: &str, letter: char) -> Option<u8> {
    if matches!(letter, ' '..='~') {
        return Some(letter as u8);
    }
    page.chars().position(|sign| sign == letter).map(|at| at as u8 + 0x80)
}

fn encode(text: &str, known: impl Fn(char) -> Option<u8>) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for letter in text.chars() {
        if let Some(byte) = known(letter) {
            bytes.push(byte);
            continue;
        }
        for letter in instead(letter).chars() {
            // A replacement is ASCII or a sign the page may not have either.
            bytes.push(known(letter).unwrap_or(b'?'));
        }
    }
    bytes
}

/// What stands for a letter where a code page has no place for it.
fn instead(letter: char) -> Cow<'static, str> {
    let plain = |table: &'static [u8], first: u32| {
        let at = (letter as u32 - first) as usize;
        Cow::from(char::from(table[at]).to_string())
    };
    match letter {
        'Œ' => "OE".into(),
        'œ' => "oe".into(),
        'Æ' => "AE".into(),
        'æ' => "ae".into(),
        '\u{c0}'..='\u{ff}' => plain(LATIN, 0xc0),
        '\u{100}'..='\u{17f}' => plain(EXTENDED, 0x100),
        '\u{1e00}'..='\u{1eff}' => plain(ADDITIONAL, 0x1e00),
        // Marks over the letter before, joiners, and marks of direction: the letter itself is there.
        '\u{300}'..='\u{36f}'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2060}'
        | '\u{feff}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}' => "".into(),
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => " ".into(),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '─' => "-".into(),
        '‘' | '’' | '‚' | '‛' | 'ʼ' | 'ʻ' | '′' | '‹' | '›' | 'ʾ' | 'ʿ' | '´' => {
            "'".into()
        }
        '“' | '”' | '„' | '″' | '«' | '»' => "\"".into(),
        '…' => "...".into(),
        '•' | '‣' | '●' | '▪' | '∙' => "*".into(),
        '·' => ".".into(),
        '→' | '⇒' => "->".into(),
        '←' | '⇐' => "<-".into(),
        '↑' => "^".into(),
        '↓' => "v".into(),
        '≤' => "<=".into(),
        '≥' => ">=".into(),
        '≠' => "!=".into(),
        '≈' => "~".into(),
        '✓' | '✔' | '✗' | '✘' | '☑' | '☒' | '■' => "x".into(),
        '☐' | '□' => "[ ]".into(),
        '€' => "EUR".into(),
        '™' => "(TM)".into(),
        '©' => "(C)".into(),
        '®' => "(R)".into(),
        '°' => " der.".into(),
        '²' => "2".into(),
        '³' => "3".into(),
        '¹' => "1".into(),
        '½' => "1/2".into(),
        '¼' => "1/4".into(),
        '¾' => "3/4".into(),
        'ƒ' => "f".into(),
        'ﬁ' => "fi".into(),
        'ﬂ' => "fl".into(),
        '│' => "|".into(),
        '█' | '▀' | '▄' => "#".into(),
        letter if letter.is_control() => " ".into(),
        _ => "?".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signs_of_our_words_are_in_windows_1252() {
        assert_eq!(
            to_win_ansi("é – — “a” ‘b’ • … €"),
            b"\xe9 \x96 \x97 \x93a\x94 \x91b\x92 \x95 \x85 \x80"
        );
        assert_eq!(to_win_ansi("KTP → NIB ≤ 5"), b"KTP -> NIB <= 5");
    }

    #[test]
    fn a_letter_outside_becomes_its_plain_letter_and_else_a_question_mark() {
        assert_eq!(to_win_ansi("Aḥmad Ṣāliḥ Đức Łukasz"), b"Ahmad Salih Duc Lukasz");
        assert_eq!(to_win_ansi("e\u{301}a"), b"ea");
        assert_eq!(to_win_ansi("ꦗꦮ"), b"??");
        assert_eq!(to_437("kafé – “×” é"), b"kaf\x82 - \"x\" \x82");
        assert_eq!(to_858("€ 5 ×"), b"\xd5 5 \x9e");
        assert_eq!(to_ascii("é • °"), b"e *  der.");
    }

    #[test]
    fn the_pages_have_their_128_signs() {
        assert_eq!(PAGE_437.chars().count(), 128);
        assert_eq!(PAGE_858.chars().count(), 128);
    }

    proptest::proptest! {
        #[test]
        fn always_printable_bytes_and_no_letter_lost(text in "\\PC{0,60}") {
            for bytes in [to_win_ansi(&text), to_437(&text), to_858(&text), to_ascii(&text)] {
                proptest::prop_assert!(bytes.iter().all(|byte| *byte >= 0x20 && *byte != 0x7f));
            }
            let letters = text.chars().filter(|letter| letter.is_alphanumeric()).count();
            let marks = text.chars().filter(|c| instead(*c).is_empty()).count();
            proptest::prop_assert!(to_win_ansi(&text).len() + marks >= letters);
        }
    }
}

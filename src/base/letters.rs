//! Text out of the bytes of a file, as editors and spreadsheets of Windows save it too: UTF-8 with and
//! without mark, UTF-16 with mark, Windows-1252. Never fails, and never touches line ends.

use std::borrow::Cow;

/// The text of a file of unknown encoding.
pub(crate) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest),
        [0xFF, 0xFE, rest @ ..] => utf_16(rest, u16::from_le_bytes).into(),
        [0xFE, 0xFF, rest @ ..] => utf_16(rest, u16::from_be_bytes).into(),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.into(),
            Err(_) => bytes.iter().copied().map(windows_1252).collect::<String>().into(),
        },
    }
}

fn utf_16(bytes: &[u8], word: fn([u8; 2]) -> u16) -> String {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let words: Vec<u16> = pairs.iter().copied().map(word).collect();
    let mut text = String::from_utf16_lossy(&words);
    // Half a letter at the end is no text: whoever reads it has to say so.
    text.extend(odd.first().map(|_| char::REPLACEMENT_CHARACTER));
    text
}

/// The letters of Windows-1252 between 0x80 and 0x9F; the others are those of Unicode.
const UPPER: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => UPPER[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_encoding_is_read() {
        assert_eq!(decode("\u{feff}kode".as_bytes()), "kode");
        assert_eq!(decode(b"Regapu\x92u \xe9"), "Regapu’u é");
        assert_eq!(decode(&[0xFF, 0xFE, 0x00]), "\u{fffd}");
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        assert_eq!(decode(&[&[0xFF, 0xFE], &wide("kode\té")[..]].concat()), "kode\té");
    }
}

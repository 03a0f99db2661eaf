//! Letters drawn with cells, for those who stand on the other side of the counter: `letters.txt`.
//!
//! Only what it can draw whole is drawn; a text with a letter it does not know, or a word it cannot break
//! to fit the line, is told to the caller, who sets it smaller. Never writes outside the area it is given.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Rows of dots in a letter; the last hangs below the line.
const DOTS: usize = 8;
/// Dots of a space.
const SPACE: u16 = 3;

/// Fewest columns of a line in which words are broken; in a shorter one nothing but broken words would stand.
const BREAKS: u16 = 48;

/// How a dot becomes cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scale {
    /// Two dots a cell, one over the other: a letter is four rows high.
    Half,
    /// A dot a cell: a letter is eight rows high.
    Whole,
}

impl Scale {
    /// Rows of a line of text.
    pub(super) const fn rows(self) -> u16 {
        match self {
            Self::Half => DOTS as u16 / 2,
            Self::Whole => DOTS as u16,
        }
    }
}

struct Letter {
    width: u16,
    /// A row a byte, the leftmost dot the highest of `width` bits.
    rows: [u8; DOTS],
}

static LETTERS: LazyLock<HashMap<char, Letter>> = LazyLock::new(|| {
    let mut letters = HashMap::new();
    let lines: Vec<&str> = include_str!("letters.txt").lines().map(str::trim_end).collect();
    // The first block tells how to read the others.
    for band in lines.split(|line| line.is_empty()).skip(1) {
        let [names, rows @ ..] = band else { continue };
        for (at, name) in names.split_whitespace().enumerate() {
            let Some(name) = name.chars().next() else { continue };
            let dots = rows.iter().map(|row| row.split_whitespace().nth(at).unwrap_or_default());
            let mut letter = Letter { width: 0, rows: [0; DOTS] };
            for (row, dots) in letter.rows.iter_mut().zip(dots) {
                letter.width = letter.width.max(dots.len() as u16);
                *row = dots.bytes().fold(0, |row, dot| row << 1 | u8::from(dot == b'#'));
            }
            letters.insert(name, letter);
        }
    }
    letters
});

/// What is drawn alike.
const fn plain(sign: char) -> char {
    match sign {
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '—' | '−' => '–',
        '\u{a0}' => ' ',
        sign => sign,
    }
}

fn letter_width(sign: char) -> Option<u16> {
    match plain(sign) {
        ' ' => Some(SPACE),
        sign => LETTERS.get(&sign).map(|letter| letter.width),
    }
}

/// Columns of `text` on one line; nothing when a letter of it is unknown.
pub(super) fn width(text: &str) -> Option<u16> {
    let mut total = 0_u16;
    for sign in text.chars() {
        // A dot of air stands between letters.
        total = total.saturating_add(letter_width(sign)? + u16::from(total > 0));
    }
    Some(total)
}

/// `text` in lines of at most `room` columns, broken between words; a word wider than the line after its
/// own signs, else between syllables. Nothing when a letter is unknown or the line too short for that.
pub(super) fn lines(text: &str, room: u16) -> Option<Vec<String>> {
    let mut lines = Vec::new();
    for part in text.split('\n') {
        let mut line = String::new();
        for word in part.split_whitespace() {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if width(&longer)? <= room {
                line = longer;
                continue;
            }
            lines.extend((!line.is_empty()).then(|| std::mem::take(&mut line)));
            for piece in word.split_inclusive(['-', '/', '@', '.', '_', ',']) {
                let longer = format!("{line}{piece}");
                if width(&longer)? <= room {
                    line = longer;
                    continue;
                }
                lines.extend((!line.is_empty()).then(|| std::mem::take(&mut line)));
                let mut broken = broken(piece, room)?;
                line = broken.pop()?;
                lines.extend(broken);
            }
        }
        lines.push(line);
    }
    Some(lines)
}

/// `word` in pieces no wider than `room`: a name or a word between syllables, what has digits anywhere.
fn broken(word: &str, room: u16) -> Option<Vec<String>> {
    let mut pieces = Vec::new();
    let mut rest: Vec<char> = word.chars().collect();
    let has_digits = rest.iter().any(char::is_ascii_digit);
    let hyphen = if has_digits { "" } else { "-" };
    while width(&rest.iter().collect::<String>())? > room {
        if room < BREAKS {
            return None;
        }
        let ends = (1..rest.len()).rev().filter(|end| has_digits || is_syllable_end(&rest, *end));
        let mut heads = ends.map(|end| (end, rest[..end].iter().collect::<String>() + hyphen));
        let (end, head) = heads.find(|(_, head)| width(head).is_some_and(|wide| wide <= room))?;
        pieces.push(head);
        rest.drain(..end);
    }
    pieces.push(rest.into_iter().collect());
    Some(pieces)
}

/// Whether an Indonesian word may be broken before the letter at `at`: before the last consonant in front
/// of a vowel, two letters from either end.
fn is_syllable_end(word: &[char], at: usize) -> bool {
    let letter = |at: usize| word.get(at).map_or(' ', char::to_ascii_lowercase);
    let is_vowel = |at: usize| "aeiou".contains(letter(at));
    let is_pair = |at: usize| {
        matches!((letter(at), letter(at + 1)), ('n', 'g' | 'y') | ('s', 'y') | ('k', 'h'))
    };
    let is_consonant = |at: usize| letter(at).is_alphabetic() && !is_vowel(at);
    let opens = (is_pair(at) && is_vowel(at + 2))
        || (is_consonant(at) && is_vowel(at + 1) && !is_pair(at - 1));
    at >= 2 && at + 2 <= word.len() && opens && (0..at).any(is_vowel)
}

/// Draws one line of `text` from the upper left of `area`; what lies outside of it is left out.
pub(super) fn draw(buffer: &mut Buffer, area: Rect, text: &str, scale: Scale, style: Style) {
    let area = area.intersection(buffer.area);
    let mut x = 0_u16;
    for sign in text.chars() {
        let sign = plain(sign);
        if let Some(letter) = LETTERS.get(&sign) {
            for column in 0..letter.width {
                let dot = |row: usize| letter.rows[row] >> (letter.width - 1 - column) & 1 == 1;
                for row in 0..usize::from(scale.rows()) {
                    let block = match scale {
                        Scale::Whole if dot(row) => '█',
                        Scale::Whole => continue,
                        Scale::Half => match (dot(2 * row), dot(2 * row + 1)) {
                            (true, true) => '█',
                            (true, false) => '▀',
                            (false, true) => '▄',
                            (false, false) => continue,
                        },
                    };
                    let (across, down) = (x.saturating_add(column), row as u16);
                    if across < area.width && down < area.height {
                        let cell = &mut buffer[(area.x + across, area.y + down)];
                        cell.set_char(block).set_style(style);
                    }
                }
            }
        }
        x = x.saturating_add(letter_width(sign).unwrap_or(0) + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, scale: Scale) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, scale.rows()));
        let area = buffer.area;
        draw(&mut buffer, area, text, scale, Style::new());
        let row = |y| (0..40).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        (0..scale.rows()).map(|y| row(y).trim_end().to_owned() + "\n").collect()
    }

    #[test]
    fn every_letter_of_ours_is_drawn_and_has_its_own_shape() {
        let all: String = ('!'..='~').filter(|sign| !"$\\^`{|}~".contains(*sign)).collect();
        for sign in all.chars().chain("éèêáāöüñç²–…·•×°✔✗“”‘’—".chars())
        {
            assert!(width(&sign.to_string()).is_some(), "{sign} is missing");
        }
        let mut shapes: Vec<_> =
            LETTERS.iter().map(|(sign, letter)| (letter.width, letter.rows, *sign)).collect();
        shapes.sort_unstable();
        for pair in shapes.windows(2) {
            assert!((pair[0].0, pair[0].1) != (pair[1].0, pair[1].1), "{pair:?} look alike");
        }
        assert!(LETTERS.values().all(|letter| (1..=7).contains(&letter.width)));
    }

    #[test]
    fn a_code_reads_as_a_code() {
        insta::assert_snapshot!(drawn("KUDA-47", Scale::Half), @r"
        █  ▄▀ █   █ █▀▀▀▄ ▄▀▀▀▄        ▄█  ▀▀▀▀█
        █▄▀   █   █ █   █ █▄▄▄█ ▄▄▄▄ ▄▀ █    ▄▀
        █ ▀▄  █   █ █   █ █   █      ▀▀▀█▀  █
        ▀   ▀  ▀▀▀  ▀▀▀▀  ▀   ▀         ▀   ▀
        ");
        insta::assert_snapshot!(drawn("Siti 81", Scale::Half), @r"
        ▄▀▀▀▀ ▀  █   ▀     ▄▀▀▀▄  ▄█
        ▀▄▄▄  █ ▀█▀▀ █     ▀▄▄▄▀   █
            █ █  █   █     █   █   █
        ▀▀▀▀  ▀   ▀▀ ▀      ▀▀▀   ▀▀▀
        ");
        insta::assert_snapshot!(drawn("gy1", Scale::Whole), @r"
                      █
                     ██
         ████ █   █   █
        █   █ █   █   █
        █   █ █   █   █
         ████  ████   █
            █     █  ███
         ███   ███
        ");
    }

    #[test]
    fn what_cannot_be_drawn_whole_is_told() {
        assert_eq!(lines("株式", 80), None, "no such letters");
        assert_eq!(lines("Kewarganegaraan", 40), None, "wider than the line");
        let broken = |text, room| lines(text, room).expect("broken").join("|");
        assert_eq!(
            broken("di SELATPANJANG, ketenagakerjaan", 60),
            "di|SELATPAN-|JANG,|ketenaga-|kerjaan"
        );
        assert_eq!(broken("sitiaminah1978@gmail.com", 60), "sitiaminah19|78@gmail.com");
        assert_eq!(lines("Nomor HP\nBapak", 60).map(|lines| lines.len()), Some(2));
        let broken = lines("Ada WhatsApp-nya?", 74);
        assert_eq!(broken, Some(vec!["Ada".into(), "WhatsApp-".into(), "nya?".into()]));
        assert_eq!(lines("Nomor HP Bapak", 60), Some(vec!["Nomor HP".into(), "Bapak".into()]));
    }

    proptest::proptest! {
        #[test]
        fn always_nothing_is_drawn_outside_the_area(
            text in "[A-Za-z0-9 ,.?é株-]{0,30}",
            (x, y, width, height) in (0..30_u16, 0..10_u16, 0..30_u16, 0..10_u16),
            whole in proptest::bool::ANY,
        ) {
            let scale = if whole { Scale::Whole } else { Scale::Half };
            let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 12));
            let area = Rect { x, y, width, height };
            draw(&mut buffer, area, &text, scale, Style::new());
            for y in 0..12 {
                for x in 0..40 {
                    let inside = area.contains((x, y).into());
                    proptest::prop_assert!(inside || buffer[(x, y)].symbol() == " ", "{x},{y}");
                }
            }
        }

        #[test]
        fn always_a_line_fits_and_no_word_is_lost(text in "[A-Za-z0-9 ,.?/-]{0,60}", room in 8..100_u16) {
            let Some(lines) = lines(&text, room) else { return Ok(()) };
            for line in &lines {
                proptest::prop_assert!(width(line).is_some_and(|wide| wide <= room));
            }
            let bare = |text: &str| text.replace(['-', ' '], "");
            let (read, whole) = (bare(&lines.concat()), bare(&text));
            proptest::prop_assert_eq!(read, whole);
        }
    }
}

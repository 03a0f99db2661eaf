//! What counts as a word: lower case, without marks, doubled words once; and the roots a word may come
//! from when its Indonesian affixes are taken off.
//!
//! The same for what is typed and for what is searched in. Knows no codes and no list of words.

/// Letters of a query that are read; nobody says more, a stuck key does.
pub(super) const MOST_LETTERS: usize = 200;

/// Words of a query that are searched for.
pub(super) const MOST_WORDS: usize = 12;

/// Calls `take` with each word of `text` in lower case. `kue-kue`, `kue kue` and `kue2` are one word;
/// `sayur-mayur` is two.
pub(super) fn each(text: &str, mut take: impl FnMut(&str)) {
    let mut before = String::new();
    let mut word = String::new();
    // Whether the last sign was a hyphen between letters, so that `kos-kosan` is told from `kos kosan`.
    let mut joined = false;
    let mut hyphen = false;
    for sign in text.chars().chain([' ']) {
        if !sign.is_ascii() && is_invisible(sign) {
            continue;
        }
        if sign.is_alphanumeric() {
            if word.is_empty() {
                joined = std::mem::take(&mut hyphen);
            }
            if sign.is_ascii() {
                word.push(sign.to_ascii_lowercase());
            } else {
                word.extend(sign.to_lowercase());
            }
            continue;
        }
        hyphen = sign == '-' || (hyphen && sign == ' ' && word.is_empty());
        if word.is_empty() {
            continue;
        }
        // `kue2`: the digit says "twice".
        if word.len() > 3
            && word.ends_with('2')
            && !word.as_bytes()[word.len() - 2].is_ascii_digit()
        {
            word.pop();
        }
        let again = word == before
            || (joined
                && before.len() > 2
                && (word.starts_with(&*before) || before.ends_with(&*word)));
        if !again {
            take(&word);
            std::mem::swap(&mut before, &mut word);
        }
        word.clear();
    }
}

/// Marks that have no width and turn the direction of writing: as if they were not there.
fn is_invisible(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    )
}

/// Words that only look as if they had affixes (`pengantin` is no `kantin`).
const WHOLE: [&str; 12] = [
    "pengantin",
    "perangkat",
    "terasi",
    "perahu",
    "ikan",
    "makan",
    "minum",
    "pakan",
    "durian",
    "jamuan",
    "kelapa",
    "menara",
];

/// Roots of three letters that affixes are taken off to.
const SHORT_ROOTS: [&str; 7] = ["las", "cat", "cor", "bor", "kos", "les", "pel"];

/// Calls `is_root` with what `word` may come from, likeliest first, until it says yes.
pub(super) fn roots(word: &str, mut is_root: impl FnMut(&str) -> bool) -> bool {
    if word.len() < 5 || !word.is_ascii() || WHOLE.contains(&word) {
        return false;
    }
    let mut buffer = String::with_capacity(word.len() + 1);
    for ending in ["", "nya", "an", "kan", "annya"] {
        let Some(stem) = word.strip_suffix(ending) else { continue };
        if stem.len() < 3 {
            continue;
        }
        let mut ask = |first: &str, rest: &str, is_root: &mut dyn FnMut(&str) -> bool| {
            let long = first.len() + rest.len();
            buffer.clear();
            buffer.push_str(first);
            buffer.push_str(rest);
            (long > 3 || SHORT_ROOTS.contains(&&*buffer)) && buffer != word && is_root(&buffer)
        };
        if ask("", stem, &mut is_root) {
            return true;
        }
        for (prefix, firsts) in PREFIXES {
            let Some(rest) = stem.strip_prefix(prefix) else { continue };
            if rest.len() < 2 {
                continue;
            }
            for first in *firsts {
                if ask(first, rest, &mut is_root) {
                    return true;
                }
            }
        }
    }
    false
}

/// Prefixes, longest first, with the letters they have swallowed.
const PREFIXES: &[(&str, &[&str])] = &[
    ("memper", &[""]),
    ("menge", &[""]),
    ("penge", &[""]),
    ("meng", &["", "k"]),
    ("peng", &["", "k"]),
    ("meny", &["s", "ny"]),
    ("peny", &["s", "ny"]),
    ("mem", &["", "p", "m"]),
    ("pem", &["", "p", "m"]),
    ("men", &["", "t", "n"]),
    ("pen", &["", "t", "n"]),
    ("ber", &["", "r"]),
    ("per", &["", "r"]),
    ("ter", &[""]),
    ("ng", &["", "k"]),
    ("ny", &["s"]),
    ("me", &[""]),
    ("pe", &[""]),
    ("di", &[""]),
    ("be", &[""]),
    ("ke", &[""]),
];

/// How a word sounds, in a number: `photocopy`, `fotokopi` and `poto kopi`, `telor` and `telur` are alike.
pub(super) fn sound(word: &str) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    let mut last = 0;
    let mut bytes = word.bytes().peekable();
    while let Some(byte) = bytes.next() {
        let next = bytes.peek().copied().unwrap_or(0);
        let folded = match byte {
            b'f' | b'v' => b'p',
            b'c' | b'q' => b'k',
            b'z' | b'x' => b's',
            b'y' | b'e' => b'i',
            b'o' | b'w' => b'u',
            b'd' if next == b'j' => continue,
            // `ph`, `kh`, `sh`, `gh` and an `h` at the end are hardly heard.
            b'h' if next == 0 || matches!(last, b'p' | b'k' | b's' | b'g') => continue,
            other => other,
        };
        if folded != last {
            hash = (hash ^ u32::from(folded)).wrapping_mul(0x0100_0193);
            last = folded;
        }
    }
    hash
}

/// The letters of a word as bits; digits and other signs share the rest.
pub(super) fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |mask, byte| {
        mask | match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            b'0'..=b'9' => 1 << (26 + byte % 5),
            _ => 1 << 31,
        }
    })
}

/// The bits of [`letters`] that are vowels.
pub(super) const VOWELS: u32 = 1 | 1 << 4 | 1 << 8 | 1 << 14 | 1 << 20;

/// Whether `typed` is `word` with vowels left out (`grngn`, `wrg` not: that lacks an `n`).
pub(super) fn lacks_only_vowels(typed: &str, word: &str) -> bool {
    let mut rest = typed.bytes().peekable();
    for byte in word.bytes() {
        if rest.peek() == Some(&byte) {
            rest.next();
        } else if !matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u') {
            return false;
        }
    }
    rest.peek().is_none() && typed.as_bytes().first() == word.as_bytes().first()
}

/// Letters to change, leave out, put in or swap to get from one word to the other, when that is at most
/// `most` (Damerau and Levenshtein, optimal string alignment).
pub(super) fn distance(one: &[u8], other: &[u8], most: u8) -> Option<u8> {
    const LONGEST: usize = 24;
    if one.len() > LONGEST || other.len() > LONGEST || one.len().abs_diff(other.len()) > most.into()
    {
        return None;
    }
    let mut rows = [[0_u8; LONGEST + 1]; 3];
    for (at, cell) in rows[0].iter_mut().enumerate() {
        *cell = at as u8;
    }
    for at in 1..=one.len() {
        let (now, above, second_above) = (at % 3, (at + 2) % 3, (at + 1) % 3);
        rows[now][0] = at as u8;
        let mut lowest = at as u8;
        for by in 1..=other.len() {
            let change = u8::from(one[at - 1] != other[by - 1]);
            let mut cost =
                (rows[above][by] + 1).min(rows[now][by - 1] + 1).min(rows[above][by - 1] + change);
            if at > 1 && by > 1 && one[at - 1] == other[by - 2] && one[at - 2] == other[by - 1] {
                cost = cost.min(rows[second_above][by - 2] + 1);
            }
            rows[now][by] = cost;
            lowest = lowest.min(cost);
        }
        if lowest > most {
            return None;
        }
    }
    let found = rows[one.len() % 3][other.len()];
    (found <= most).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(text: &str) -> Vec<String> {
        let mut words = Vec::new();
        each(text, |word| words.push(word.to_owned()));
        words
    }

    #[test]
    fn words_are_read_as_they_are_meant() {
        let table: [(&str, &[&str]); 12] = [
            ("Jual KUE-kue, basah!", &["jual", "kue", "basah"]),
            ("kue2 kering", &["kue", "kering"]),
            ("kue kue", &["kue"]),
            ("kos-kosan putri", &["kos", "putri"]),
            ("kos - kosan", &["kos"]),
            ("sayur-mayur segar", &["sayur", "mayur", "segar"]),
            ("lpg 12 kg", &["lpg", "12", "kg"]),
            ("co2 las", &["co2", "las"]),
            ("a\u{0}b\u{202e}c", &["a", "bc"]),
            ("🍜 mie ayam 🍜", &["mie", "ayam"]),
            ("", &[]),
            ("-- --", &[]),
        ];
        for (text, expected) in table {
            assert_eq!(of(text), expected, "{text:?}");
        }
    }

    #[test]
    fn affixes_are_taken_off_to_roots_that_are_known() {
        let known = [
            "jual", "ternak", "tani", "sewa", "cuci", "titip", "kirim", "giling", "potong", "las",
            "alat", "makan", "kantin", "olah", "dagang", "goreng", "kos", "jahit", "buat",
        ];
        let table = [
            ("menjual", "jual"),
            ("penjualan", "jual"),
            ("berjualan", "jual"),
            ("jualannya", "jual"),
            ("dijual", "jual"),
            ("peternakan", "ternak"),
            ("pertanian", "tani"),
            ("menyewakan", "sewa"),
            ("persewaan", "sewa"),
            ("nyewain", ""),
            ("pencucian", "cuci"),
            ("penitipan", "titip"),
            ("pengiriman", "kirim"),
            ("penggilingan", "giling"),
            ("pemotongan", "potong"),
            ("pengelasan", "las"),
            ("peralatan", "alat"),
            ("makanan", "makan"),
            ("pengantin", ""),
            ("pengolahan", "olah"),
            ("perdagangan", "dagang"),
            ("gorengan", "goreng"),
            ("kosan", "kos"),
            ("penjahit", "jahit"),
            ("pembuatan", "buat"),
            ("ikan", ""),
        ];
        for (word, root) in table {
            let mut found = String::new();
            roots(word, |one| {
                let is = known.contains(&one);
                if is {
                    one.clone_into(&mut found);
                }
                is
            });
            assert_eq!(found, root, "{word}");
        }
    }

    #[test]
    fn words_that_sound_alike_are_alike() {
        for (one, other) in [
            ("fotokopi", "photocopy"),
            ("poto", "foto"),
            ("telor", "telur"),
            ("kecap", "kicap"),
            ("laundry", "laundri"),
        ] {
            assert_eq!(sound(one), sound(other), "{one} {other}");
        }
        assert_ne!(sound("bakso"), sound("batik"));
        assert!(lacks_only_vowels("grngn", "gorengan"));
        assert!(lacks_only_vowels("mkn", "makan"));
        assert!(!lacks_only_vowels("wrg", "warung"));
        assert!(!lacks_only_vowels("akan", "makan"));
    }

    #[test]
    fn distances_are_counted_with_swaps() {
        let table =
            [("bakso", "baksi", 1), ("bakso", "basko", 1), ("lele", "lel", 1), ("kue", "kue", 0)];
        for (one, other, expected) in table {
            assert_eq!(distance(one.as_bytes(), other.as_bytes(), 2), Some(expected), "{one}");
        }
        assert_eq!(distance(b"bengkel", b"warung", 2), None);
    }

    proptest! {
        #[test]
        fn a_distance_is_always_the_same_both_ways(one in "[a-e]{0,9}", other in "[a-e]{0,9}") {
            let there = distance(one.as_bytes(), other.as_bytes(), 2);
            prop_assert_eq!(there, distance(other.as_bytes(), one.as_bytes(), 2));
            prop_assert_eq!(there == Some(0), one == other);
            let full = strsim::osa_distance(&one, &other);
            prop_assert_eq!(there.map(usize::from), (full <= 2).then_some(full));
        }

        #[test]
        fn words_never_carry_signs_or_capitals(text in "\\PC{0,60}") {
            for word in of(&text) {
                prop_assert!(!word.is_empty() && word.chars().all(char::is_alphanumeric) || !word.is_ascii());
            }
        }
    }
}

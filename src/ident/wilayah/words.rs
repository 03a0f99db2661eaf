//! Words of region names, compared as people type them: case, accents and apostrophes do not count.
//!
//! Compares letter by letter without copying, because a search looks at every name there is.

/// Longest word whose slips are counted, in letters: no name of a place has a longer one.
const MOST_LETTERS: usize = 24;

/// The letter or digit a sign stands for in a comparison; none for apostrophes and accents of their own.
pub(super) fn fold(sign: char) -> Option<char> {
    Some(match sign {
        'a'..='z' | '0'..='9' => sign,
        'A'..='Z' => sign.to_ascii_lowercase(),
        'à'..='å' | 'À'..='Å' => 'a',
        'è'..='ë' | 'È'..='Ë' => 'e',
        'ì'..='ï' | 'Ì'..='Ï' => 'i',
        'ò'..='ö' | 'Ò'..='Ö' => 'o',
        'ù'..='ü' | 'Ù'..='Ü' => 'u',
        'ç' | 'Ç' => 'c',
        'ñ' | 'Ñ' => 'n',
        _ if sign.is_alphanumeric() => sign.to_lowercase().next().unwrap_or(sign),
        _ => return None,
    })
}

/// The words of a text as they stand there. Apostrophes and loose accents are part of a word.
pub(super) fn words(text: &str) -> Words<'_> {
    Words { rest: text }
}

/// The words of a text, one after the other.
pub(super) struct Words<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Words<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        loop {
            let at = self.rest.bytes().position(|byte| is_plain(byte) || !byte.is_ascii())?;
            let word = &self.rest[at..];
            let first = word.chars().next()?;
            if is_letter(first) {
                let (word, rest) = word.split_at(end_of(word));
                self.rest = rest;
                return Some(word);
            }
            self.rest = &word[first.len_utf8()..];
        }
    }
}

/// Where the word ends that a text begins with. Goes byte by byte as long as it can: nearly all names
/// are plain.
fn end_of(text: &str) -> usize {
    let mut at = 0;
    loop {
        at += text[at..].bytes().take_while(|byte| is_plain(*byte)).count();
        match text[at..].chars().next() {
            Some(sign) if is_letter(sign) || is_silent(sign) => at += sign.len_utf8(),
            _ => return at,
        }
    }
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

fn is_letter(sign: char) -> bool {
    sign.is_alphanumeric()
}

/// Whether a sign stands in a word without being a letter: apostrophes, accents of their own.
fn is_silent(sign: char) -> bool {
    matches!(sign, '\'' | '`' | '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{300}'..='\u{36f}')
}

/// The letters of a text that count, in order.
pub(super) fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter_map(fold)
}

/// How a word begins with `typed`, which is folded already: not at all, in part, or whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It does not.
    No,
    /// The word goes on.
    Begins,
    /// They are the same.
    Whole,
}

/// Whether `word` begins with `typed`.
pub(super) fn fit(word: &str, typed: &str) -> Fit {
    // Nearly every word differs in its first letter already.
    if let ([first, ..], [typed, ..]) = (word.as_bytes(), typed.as_bytes())
        && first.is_ascii_alphanumeric()
        && first.to_ascii_lowercase() != *typed
    {
        return Fit::No;
    }
    let mut letters = letters(word);
    for sign in typed.chars() {
        if letters.next() != Some(sign) {
            return Fit::No;
        }
    }
    if letters.next().is_none() { Fit::Whole } else { Fit::Begins }
}

/// The same with slips of the finger: one in a word of four letters, two from seven on.
pub(super) fn fit_nearly(word: &str, typed: &str) -> Fit {
    let allowed = match typed.chars().count() {
        0..=3 => return fit(word, typed),
        4..=6 => 1,
        _ => 2,
    };
    // The first letter is hardly ever missed, but it may have changed places with the second.
    let first = typed.chars().next();
    if word.len() + allowed < typed.chars().count()
        || !letters(word).take(2).any(|letter| Some(letter) == first)
    {
        return Fit::No;
    }
    let (meant, count) = spread(letters(word));
    let (found, typed_count) = spread(typed.chars());
    let (meant, found) = (&meant[..count], &found[..typed_count]);
    if found.len().abs_diff(meant.len()) <= allowed && slips(found, meant) <= allowed {
        Fit::Whole
    } else if meant.len() > found.len() && slips(found, &meant[..found.len()]) <= allowed {
        Fit::Begins
    } else {
        Fit::No
    }
}

/// The first letters side by side, and how many there are.
fn spread(letters: impl Iterator<Item = char>) -> ([char; MOST_LETTERS], usize) {
    let mut places = ['\0'; MOST_LETTERS];
    let mut count = 0;
    for (place, letter) in places.iter_mut().zip(letters) {
        *place = letter;
        count += 1;
    }
    (places, count)
}

/// Slips between two words: a letter too many, missing, wrong, or two in each other's place.
fn slips(one: &[char], other: &[char]) -> usize {
    const SIDE: usize = MOST_LETTERS + 1;
    let mut rows = [[0; SIDE]; 3];
    for (at, cell) in rows[0].iter_mut().enumerate() {
        *cell = at;
    }
    for (at, letter) in one.iter().enumerate() {
        let (now, last, before) = ((at + 1) % 3, at % 3, (at + 2) % 3);
        rows[now][0] = at + 1;
        for (place, meant) in other.iter().enumerate() {
            let wrong = rows[last][place] + usize::from(letter != meant);
            let mut cost = wrong.min(rows[last][place + 1] + 1).min(rows[now][place] + 1);
            let swapped =
                at > 0 && place > 0 && *letter == other[place - 1] && one[at - 1] == *meant;
            if swapped {
                cost = cost.min(rows[before][place - 1] + 1);
            }
            rows[now][place + 1] = cost;
        }
    }
    rows[one.len() % 3][other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn case_accents_and_apostrophes_do_not_count() {
        for (word, typed) in [("Ma'u", "mau"), ("Regapu\u{2019}u", "regapuu"), ("Café", "cafe")] {
            assert_eq!(fit(word, typed), Fit::Whole, "{word}");
        }
        assert_eq!(fit("cafe\u{301}", "cafe"), Fit::Whole);
        assert_eq!(fit("Dumai", "dum"), Fit::Begins);
        assert_eq!(fit("Dumai", "umai"), Fit::No);
        assert_eq!(words("Citak-Mitak (Ma'u)").collect::<Vec<_>>(), ["Citak", "Mitak", "Ma'u"]);
    }

    #[test]
    fn small_slips_are_forgiven_and_others_are_not() {
        for (word, typed) in
            [("Dumai", "dumia"), ("Bengkalis", "bengklais"), ("Karanganyar", "karangayar")]
        {
            assert_eq!(fit_nearly(word, typed), Fit::Whole, "{typed}");
        }
        assert_eq!(fit_nearly("Karanganyar", "karnagan"), Fit::Begins);
        assert_eq!(fit_nearly("Dumai", "ambon"), Fit::No);
        assert_eq!(fit_nearly("Biak", "bik"), Fit::No);
        assert_eq!(fit_nearly("Biak", ""), Fit::Begins);
    }

    proptest! {
        #[test]
        fn slips_are_always_those_of_the_known_measure(one in "[abc]{0,9}", other in "[abc]{0,9}") {
            let signs = |text: &str| text.chars().collect::<Vec<_>>();
            prop_assert_eq!(slips(&signs(&one), &signs(&other)), strsim::osa_distance(&one, &other));
        }

        #[test]
        fn no_text_is_too_strange_to_compare(word in any::<String>(), typed in any::<String>()) {
            let typed: String = letters(&typed).collect();
            let _ = (fit(&word, &typed), fit_nearly(&word, &typed), words(&word).count());
        }
    }
}

//! What looks like a password or a one-time code, in a text somebody types beside an account.
//!
//! Passwords and codes of OSS are never kept, so fields about accounts ask here before anything is
//! written. Two questions: what is a secret as it stands ([`find`]), and what might still become one
//! while it is being typed ([`kept`]). Never decides what to do about it.
//!
//! An e-mail address and an Indonesian telephone number are never secrets.

use std::ops::Range;

/// Words after which a code is told. A part of a word counts: `kodenya`, `passwordnya`.
const KEYS: [&str; 14] = [
    "sandi", "password", "passwd", "passcode", "paswot", "paswor", "pasword", "pass", "pwd", "pin",
    "otp", "kode", "code", "token",
];

/// Endings a key word may have and stay one.
const ENDINGS: [&str; 4] = ["", "nya", "ku", "mu"];

/// Words that may stand between a key word and what it tells.
const BETWEEN: [&str; 12] =
    ["adalah", "yaitu", "ialah", "is", "baru", "lama", "new", "old", "akun", "oss", "saya", "dia"];

/// What officers write after a key word without telling it: states and ways, never secrets.
const TOLD: [&str; 84] = [
    "tidak",
    "tdk",
    "tak",
    "belum",
    "sudah",
    "sdh",
    "telah",
    "akan",
    "masih",
    "bisa",
    "gagal",
    "berhasil",
    "salah",
    "lupa",
    "benar",
    "diganti",
    "ganti",
    "diubah",
    "ubah",
    "direset",
    "reset",
    "diminta",
    "minta",
    "dikirim",
    "terkirim",
    "kirim",
    "dikirimkan",
    "datang",
    "masuk",
    "diterima",
    "terlambat",
    "kedaluwarsa",
    "hilang",
    "habis",
    "ada",
    "lewat",
    "melalui",
    "via",
    "ke",
    "di",
    "dari",
    "pada",
    "oleh",
    "dan",
    "atau",
    "untuk",
    "dengan",
    "tetapi",
    "tapi",
    "karena",
    "lalu",
    "kemudian",
    "yang",
    "ini",
    "itu",
    "anak",
    "ibu",
    "bapak",
    "pemohon",
    "petugas",
    "pendamping",
    "email",
    "e-mail",
    "wa",
    "whatsapp",
    "sms",
    "hp",
    "pos",
    "kunjungan",
    "not",
    "does",
    "did",
    "was",
    "were",
    "has",
    "forgotten",
    "changed",
    "sent",
    "by",
    "to",
    "for",
    "and",
    "on",
    "kali",
];

/// What stands where a secret was taken out.
const GONE: &str = "…";

/// Beginnings of the names of months, Indonesian and English.
const MONTHS: [&str; 16] = [
    "jan", "feb", "mar", "apr", "mei", "may", "jun", "jul", "agu", "aug", "sep", "okt", "oct",
    "nov", "des", "dec",
];

/// One run of letters without a space, and where it stands.
#[derive(Debug, Clone, Copy)]
struct Token<'a> {
    text: &'a str,
    at: usize,
}

impl Token<'_> {
    fn range(&self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }

    /// The word without the signs around it, in small letters.
    fn word(&self) -> String {
        self.text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
    }
}

/// Where `text` holds what looks like a password or a code, in order; empty when there is nothing.
pub fn find(text: &str) -> Vec<Range<usize>> {
    judge(text, None)
}

/// Whether there is nothing of the kind in `text`.
pub fn is_clean(text: &str) -> bool {
    find(text).is_empty()
}

/// Whether there is something of the kind in `text` that a further key will not make harmless: a number
/// still being typed may become a telephone number.
pub fn is_told(text: &str, cursor: usize) -> bool {
    let all = tokens(text);
    let has_key = all.iter().any(|token| is_key(token.text));
    find(text).into_iter().any(|range| {
        let number = text[range.clone()].split_whitespace().all(is_number);
        let after =
            text.get(range.end..cursor).is_some_and(|gap| !gap.split_whitespace().all(is_number));
        !number || has_key || after || cursor < range.start
    })
}

/// What of `text` may be written to a disk while the cursor stands at `cursor`: with a mark in the place
/// of what looks like a secret, and without the word at the cursor while it might still become one. The
/// cursor moves along.
pub fn kept(text: &str, cursor: usize) -> (String, usize) {
    without(text, cursor, &judge(text, Some(cursor)), |range| {
        cursor < range.start || cursor > range.end
    })
}

/// `text` with a mark in the place of each thing [`find`] finds in it; the cursor moves along.
pub fn cleaned(text: &str, cursor: usize) -> (String, usize) {
    without(text, cursor, &find(text), |_| true)
}

/// `marked` tells whether the mark stands where something was taken out: without one, the word after
/// `sandi:` would be the next to look like a secret.
fn without(
    text: &str,
    cursor: usize,
    gone: &[Range<usize>],
    marked: impl Fn(&Range<usize>) -> bool,
) -> (String, usize) {
    let mut left = String::with_capacity(text.len());
    let mut place = None;
    let mut from = 0;
    for range in gone {
        let before = &text[from..range.start];
        if cursor < range.start && place.is_none() {
            place = Some(left.len() + (cursor - from));
        }
        left.push_str(before);
        from = range.end;
        if marked(range) {
            left.push_str(GONE);
        }
        if cursor <= range.end && place.is_none() {
            place = Some(left.len());
        }
    }
    let place = place.unwrap_or_else(|| left.len() + (cursor - from));
    left.push_str(&text[from..]);
    (left, place)
}

fn judge(text: &str, cursor: Option<usize>) -> Vec<Range<usize>> {
    let tokens = tokens(text);
    let mut gone = vec![false; tokens.len()];
    after_keys(&tokens, cursor, &mut gone);
    numbers(text, &tokens, cursor, &mut gone);
    for (at, token) in tokens.iter().enumerate() {
        let open = cursor.is_some_and(|cursor| touches(token, cursor));
        gone[at] |= is_mixed(token.text) || open && may_become_mixed(token.text);
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    for (token, _) in tokens.iter().zip(gone).filter(|(_, gone)| *gone) {
        match found.last_mut() {
            // `4 8 2 1` is one thing.
            Some(last) if text[last.end..token.at].chars().all(char::is_whitespace) => {
                last.end = token.range().end;
            }
            _ => found.push(token.range()),
        }
    }
    found
}

/// Runs without a space; `sandi:xyz` is two, cut after the sign.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut all = Vec::new();
    let mut start = None;
    let mut cut = |start: usize, end: usize| {
        let run = &text[start..end];
        let sign = run.find([':', '=']).filter(|sign| is_key(&run[..*sign]));
        let split = sign.map_or(0, |sign| sign + 1);
        if split > 0 {
            all.push(Token { text: &run[..split], at: start });
        }
        if split < run.len() {
            all.push(Token { text: &run[split..], at: start + split });
        }
    };
    for (at, sign) in text.char_indices() {
        if sign.is_whitespace() {
            if let Some(start) = start.take() {
                cut(start, at);
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    if let Some(start) = start {
        cut(start, text.len());
    }
    all
}

fn touches(token: &Token<'_>, cursor: usize) -> bool {
    (token.at..=token.at + token.text.len()).contains(&cursor)
}

fn is_key(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    KEYS.iter().any(|key| word.strip_prefix(key).is_some_and(|end| ENDINGS.contains(&end)))
}

/// What stands behind `sandi`, `password`, `kode`, …
fn after_keys(tokens: &[Token<'_>], cursor: Option<usize>, gone: &mut [bool]) {
    for (at, token) in tokens.iter().enumerate() {
        if !is_key(token.text) {
            continue;
        }
        let mut told = token.text.ends_with([':', '=']);
        for (next, token) in tokens.iter().enumerate().skip(at + 1) {
            let word = token.word();
            if token.text.contains(GONE) {
                break;
            }
            if word.is_empty() {
                // A sign by itself: `sandi = xyz`.
                told |= token.text.contains([':', '=', '-', '>']);
                continue;
            }
            let open = cursor.is_some_and(|cursor| touches(token, cursor));
            if is_key(token.text) || is_address(token.text) {
                break;
            }
            let is_between = BETWEEN.contains(&word.as_str());
            if is_between && !open {
                told |= ["adalah", "yaitu", "ialah", "is"].contains(&word.as_str())
                    || token.text.ends_with([':', '=']);
                continue;
            }
            let harmless = !told && (is_between || TOLD.contains(&word.as_str()));
            // A word begun may still become one of those that tell nothing; until then it waits.
            gone[next] |= !harmless;
            break;
        }
    }
}

/// Numbers of 4 to 8 digits that are no date, time or year; groups with a space between count as one.
fn numbers(text: &str, tokens: &[Token<'_>], cursor: Option<usize>, gone: &mut [bool]) {
    let mut at = 0;
    while at < tokens.len() {
        if !is_number(tokens[at].text) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < tokens.len() && is_number(tokens[end].text) {
            end += 1;
        }
        let group = &tokens[at..end];
        let open = cursor.is_some_and(|cursor| {
            touches(&group[group.len() - 1], cursor)
                || group.iter().any(|token| touches(token, cursor))
                || text.get(group[group.len() - 1].range().end..cursor).is_some_and(|gap| {
                    gap.chars().all(char::is_whitespace) && cursor == text.len() && group.len() > 1
                })
        });
        let count: usize = group.iter().map(|token| digits(token.text)).sum();
        let month = at > 0 && is_month(tokens[at - 1].text);
        let plain = group.len() == 1
            && (is_moment(group[0].text) || month || is_year_of(tokens, at))
            || month && group.len() == 1;
        let secret = (4..=8).contains(&count) && !plain;
        // One to three digits may be the first of a code.
        let growing = open && count < 9 && !plain;
        if secret || growing {
            gone[at..end].fill(true);
        }
        at = end;
    }
}

/// Digits with the signs people put between them, and nothing else.
fn is_number(token: &str) -> bool {
    digits(token) > 0 && token.chars().all(|c| c.is_numeric() || "+-.,:;/()#*!?'\"".contains(c))
}

fn digits(token: &str) -> usize {
    token.chars().filter(|c| c.is_numeric()).count()
}

/// A date or a time of day: `22-11-2026`, `22/11`, `10.41`, `10:41:05`.
fn is_moment(token: &str) -> bool {
    let token = token.trim_matches(|c: char| !c.is_ascii_digit());
    let parts: Vec<&str> = token.split(['-', '/', '.', ':']).collect();
    let numbers: Vec<u32> = parts
        .iter()
        .filter(|part| part.len() == 2 || part.len() == 1 || part.len() == 4)
        .filter_map(|part| part.parse().ok())
        .collect();
    if numbers.len() != parts.len() {
        return false;
    }
    match numbers.as_slice() {
        [hour, minute] if token.contains(['.', ':']) => {
            *hour < 24 && *minute < 60 && parts.iter().all(|part| part.len() == 2)
        }
        [day, month] => (1..=31).contains(day) && (1..=12).contains(month),
        [hour, minute, second] if token.contains(':') => *hour < 24 && *minute < 60 && *second < 60,
        [day, month, year] => {
            (1..=31).contains(day)
                && (1..=12).contains(month)
                && (*year < 100 || (1900..2100).contains(year))
        }
        _ => false,
    }
}

fn is_month(token: &str) -> bool {
    let word = token.to_lowercase();
    let word = word.trim_matches(|c: char| !c.is_alphabetic());
    word.chars().all(char::is_alphabetic)
        && word.len() <= 9
        && MONTHS.iter().any(|month| word.starts_with(month))
}

/// `tahun 2026`.
fn is_year_of(tokens: &[Token<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| tokens[before].word());
    before.is_some_and(|word| ["tahun", "thn", "year", "in"].contains(&word.as_str()))
        && tokens[at].word().parse().is_ok_and(|year: u32| (1900..2100).contains(&year))
}

/// Capital and small letters, digits and a sign in one word, that is no address and no date.
fn is_mixed(token: &str) -> bool {
    let (upper, lower, digit, sign) = classes(token);
    upper && lower && digit && sign && !is_address(token) && !is_dated(token)
}

/// A word that a further key could make one of those: it waits until it is whole.
fn may_become_mixed(token: &str) -> bool {
    if is_address(token) || is_dated(token) {
        return false;
    }
    let (upper, lower, digit, sign) = classes(token);
    let kinds = [upper, lower, digit, sign].into_iter().filter(|kind| *kind).count();
    // `Siti` is how a name begins; a capital further on is not.
    let first_only = token.chars().skip(1).all(|c| !c.is_uppercase());
    kinds > 2 || kinds == 2 && upper && !(lower && first_only)
}

/// Which kinds of signs there are. Those that end or join words in a sentence are none.
fn classes(token: &str) -> (bool, bool, bool, bool) {
    let token = token.trim_matches([',', '.', ';', ':', '(', ')', '"', '\'']);
    let joins = if token.chars().count() >= 8 { ",.;:()'\"/" } else { ",.;:()'\"/-_" };
    (
        token.chars().any(char::is_uppercase),
        token.chars().any(char::is_lowercase),
        token.chars().any(char::is_numeric),
        token.chars().any(|c| !c.is_alphanumeric() && !joins.contains(c)),
    )
}

/// `22-Nov-2026`.
fn is_dated(token: &str) -> bool {
    let token = token.trim_matches(|c: char| !c.is_alphanumeric());
    let parts: Vec<&str> = token.split(['-', '/', '.']).filter(|part| !part.is_empty()).collect();
    parts.len() >= 2
        && parts.iter().any(|part| is_month(part))
        && parts.iter().all(|part| is_month(part) || part.chars().all(|c| c.is_ascii_digit()))
}

/// One `@` with a name before it and a domain with an ending after it.
fn is_address(token: &str) -> bool {
    let token = token.trim_matches([',', '.', ';', ':', '(', ')', '"', '\'', '<', '>']);
    let Some((name, domain)) = token.split_once('@') else { return false };
    let named =
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "._%+-".contains(c));
    let Some((host, ending)) = domain.rsplit_once('.') else { return false };
    named
        && !host.is_empty()
        && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c))
        && ending.len() >= 2
        && ending.chars().all(|c| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests;

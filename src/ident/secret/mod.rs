//! What looks like a password or a one-time code, in a text somebody types beside an account.
//!
//! Passwords and codes of OSS are never kept, so fields about accounts ask here before anything is
//! written. Two questions: what is a secret as it stands ([`find`]), and what might still become one
//! while it is being typed ([`kept`]). Never decides what to do about it.
//!
//! Four rules. What follows a word like `sandi` is told, except little words, owners and verbs. A number of
//! four to eight digits is a code, except where a word beside it says what it counts. A word of letters and
//! digits is a password, except where its shape is known: an e-mail address, a date, a file, the number of a
//! paper. What stands alone behind an address is its password. `fixtures/secrets.toml` judges them.
//!
//! An e-mail address and an Indonesian telephone number are never secrets.

mod shapes;
mod token;
mod words;

use std::ops::Range;
use token::{Token, tokens};
use words::{Key, Kind};

/// What stands where a secret was taken out.
const GONE: &str = "…";

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
    let has_key = all.iter().any(|token| token.key.is_some());
    find(text).into_iter().any(|range| {
        let number = text[range.clone()].split_whitespace().all(shapes::is_number);
        let after = text
            .get(range.end..cursor)
            .is_some_and(|gap| !gap.split_whitespace().all(shapes::is_number));
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
    // Where a password is spoken of, a shorter one is seen.
    let password = |key: Key| key.kind == Kind::Password;
    let is_told_of = tokens.iter().any(|token| token.key.is_some_and(password));
    let enough = if is_told_of { 5 } else { 8 };
    for (at, token) in tokens.iter().enumerate() {
        if let Some(key) = token.key {
            behind(&tokens, at, key, cursor, &mut gone);
            before(&tokens, at, key, &mut gone);
        }
        gone[at] |= is_mixed(&tokens, at, enough, cursor);
    }
    beside_addresses(&tokens, &mut gone);
    numbers(text, &tokens, cursor, &mut gone);
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

/// What stands behind `sandi`, `password`, `kode`, … up to the end of the clause.
fn behind(tokens: &[Token<'_>], at: usize, key: Key, cursor: Option<usize>, gone: &mut [bool]) {
    // Told outright: over a sign or a word like `adalah`. Until something else stands there, the next word
    // is what the key announces.
    let mut told = tokens[at].points();
    let (mut next, mut owned) = (true, key.owned);
    let mut changed = false;
    let mut last = &tokens[at];
    for (place, token) in tokens.iter().enumerate().skip(at + 1) {
        let word = token.word();
        if token.text.contains(GONE) || last.closes() || token.key.is_some() {
            return;
        }
        last = token;
        if word.is_empty() {
            // A sign by itself: `sandi = xyz`.
            told |= token.text.contains([':', '=', '-', '>', '→', '/']);
            continue;
        }
        let open = token.is_touched(cursor);
        let little = words::tells_nothing(&word);
        let said = place > at + 1 && gone[place - 1];
        if open && (told && !(said && little) || next && key.kind == Kind::Password && !little) {
            // Whatever it is now, a further letter may make another word of it.
            gone[place] = true;
            return;
        }
        if words::is_owned(&word) {
            owned = true;
            continue;
        }
        if words::tells(&word)
            || changed && ["jadi", "dengan", "dgn", "ke"].contains(&word.as_str())
        {
            (told, changed) = (true, false);
            continue;
        }
        changed = words::changes(&word);
        if token.is_account() {
            told |= token.points();
            continue;
        }
        let digits = shapes::digits(token.text) > 0;
        let person = words::is_before_name(&tokens[place - 1].word()) && token.is_name();
        let passed = words::is_passed(&word) || person;
        // `kode 04` is one of a list; what is longer is judged with the numbers.
        let listed = key.kind == Kind::Code && shapes::is_number(token.text) && word.len() < 3;
        // `kode aktivasi A8F3`: anywhere in the clause.
        let mixed = shapes::is_mixed(token.text, 4);
        let harmless = passed || little || !told && !owned && listed;
        if !harmless && (told || mixed || next && (digits || owned || key.kind == Kind::Password)) {
            let counts = !told
                && tokens.get(place + 1).is_some_and(|after| {
                    digits && shapes::is_number(token.text) && is_count(&after.word())
                });
            // A second word belongs to the first: `sandi: kucing manis`.
            gone[place] |= !counts;
            if counts {
                next = false;
            }
        } else {
            told = false;
            next &= passed;
            owned &= next;
        }
        told |= token.points();
    }
}

/// `sandi minimal 8 karakter`.
fn is_count(word: &str) -> bool {
    words::is_unit(word) || ["karakter", "huruf", "angka", "digit"].contains(&word)
}

/// What stands before `itu sandinya`, at the end of a clause.
fn before(tokens: &[Token<'_>], at: usize, key: Key, gone: &mut [bool]) {
    let ends = tokens[at].closes() || at + 1 == tokens.len();
    if key.kind != Kind::Password || !key.owned || !ends {
        return;
    }
    for place in (0..at).rev() {
        let (token, word) = (&tokens[place], tokens[place].word());
        if token.closes() || token.key.is_some() || token.text.contains(GONE) {
            return;
        }
        if ["itu", "adalah", "jadi", "sebagai"].contains(&word.as_str()) {
            continue;
        }
        gone[place] |= !words::tells_nothing(&word)
            && !words::is_passed(&word)
            && word != "kata"
            && !token.is_account();
        return;
    }
}

/// What stands by itself behind an address: `siti@contoh.id / melati`.
fn beside_addresses(tokens: &[Token<'_>], gone: &mut [bool]) {
    for (at, token) in tokens.iter().enumerate() {
        gone[at] |= shapes::is_address_and_more(token.text);
        let parted = matches!(token.text, "/" | "|" | "//");
        if parted && at > 0 && shapes::is_address(tokens[at - 1].text) {
            let Some(next) = tokens.get(at + 1) else { continue };
            let is_phone = shapes::is_number(next.text) && next.text.starts_with(['0', '+']);
            gone[at + 1] |= !next.is_account() && !is_phone && !words::is_passed(&next.word());
        }
    }
}

/// Letters and digits in one word, that is no name to log in with.
fn is_mixed(tokens: &[Token<'_>], at: usize, least: usize, cursor: Option<usize>) -> bool {
    let text = tokens[at].text;
    let is_plain = text.chars().all(|c| c.is_ascii_alphanumeric() || "._,;".contains(c));
    let between = |token: &&Token<'_>| {
        let word = token.word();
        words::is_passed(&word) || words::tells_nothing(&word)
    };
    let passed = tokens[..at].iter().rev().take_while(between).take(3).count();
    let word = (at - passed).checked_sub(1).map(|before| tokens[before].word()).unwrap_or_default();
    let is_name = is_plain
        && (words::is_before_user_name(&word) || passed == 0 && words::is_before_mixed(&word));
    !is_name
        && (shapes::is_mixed(text, least)
            || tokens[at].is_touched(cursor) && shapes::may_become_mixed(text))
}

/// Numbers of 4 to 8 digits of which nothing says what they count; groups with a space between are one.
fn numbers(text: &str, tokens: &[Token<'_>], cursor: Option<usize>, gone: &mut [bool]) {
    let count =
        |token: &Token<'_>| shapes::digits(token.text).max(words::spelled_digits(&token.word()));
    let is_part = |token: &Token<'_>| {
        shapes::is_number(token.text) || words::spelled_digits(&token.word()) > 0
    };
    let mut at = 0;
    while at < tokens.len() {
        if !is_part(&tokens[at]) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < tokens.len() && is_part(&tokens[end]) {
            end += 1;
        }
        let group = &tokens[at..end];
        let last = group[group.len() - 1].range().end;
        // `4 8 `: the next may come.
        let begun = group.len() > 1 || is_announced(&tokens[..at]);
        let open = group.iter().any(|token| token.is_touched(cursor))
            || cursor.is_some_and(|cursor| {
                text.get(last..cursor).is_some_and(|gap| {
                    gap.chars().all(char::is_whitespace) && cursor == text.len() && begun
                })
            });
        let digits: usize = group.iter().map(count).sum();
        let spelled = group.iter().all(|token| shapes::digits(token.text) == 0);
        let plain = group.len() == 1 && is_plain(tokens, at);
        let secret = (4..=8).contains(&digits) && !plain;
        // One to three digits may be the first of a code.
        let growing = open && digits < 9 && !plain && (!spelled || digits > 1);
        if secret || growing {
            gone[at..end].fill(true);
        }
        at = end;
    }
}

/// A number that says by itself, or by the words beside it, what it is.
fn is_plain(tokens: &[Token<'_>], at: usize) -> bool {
    let text = tokens[at].text;
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let word = before.map(Token::word).unwrap_or_default();
    let counts = !is_announced(&tokens[..at])
        && tokens.get(at + 1).is_some_and(|after| words::is_unit(&after.word()));
    shapes::is_moment(text)
        || shapes::is_money(text)
        || shapes::is_citation(text)
        || is_labelled(tokens, at)
        || counts
        || before.is_some_and(|before| shapes::is_month(before.text))
        || words::is_before_year(&word) && shapes::is_year(text)
}

/// `tiket 88123`, `KBLI lama 47111`, `telepon Halo Dukcapil 1500537`; and the five digits of a KBLI where the
/// text is about one.
fn is_labelled(tokens: &[Token<'_>], at: usize) -> bool {
    let announced = is_announced(&tokens[..at]);
    let between =
        |token: &&Token<'_>| token.is_name() || ["lama", "baru"].contains(&token.word().as_str());
    let passed = tokens[..at].iter().rev().take_while(between).take(3).count();
    let labels = (at - passed..=at).filter_map(|end| Some(tokens[end.checked_sub(1)?].word()));
    let labelled = labels.enumerate().any(|(place, word)| {
        // `nomor` alone does not say of what, and only right before it.
        words::is_label(&word) && (!words::is_weak_label(&word) || !announced && place == passed)
    });
    let about = || {
        let near = &tokens[at.saturating_sub(12)..tokens.len().min(at + 12)];
        near.iter().any(|token| token.word().starts_with("kbli"))
    };
    labelled || !announced && shapes::digits(tokens[at].text) == 5 && about()
}

/// Whether a key stands in the clause these words end.
fn is_announced(tokens: &[Token<'_>]) -> bool {
    tokens.iter().rev().take_while(|token| !token.closes()).any(|token| token.key.is_some())
}

#[cfg(test)]
mod tests;

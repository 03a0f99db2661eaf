//! A text as words, and what each is in its sentence. Never judges one.

use super::shapes;
use super::words::{self, Key, Kind};
use std::ops::Range;

/// One run of letters without a space, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'a> {
    pub text: &'a str,
    pub at: usize,
    /// What it announces, if it does.
    pub key: Option<Key>,
    /// The next one stands right behind it.
    pub joined: bool,
}

impl Token<'_> {
    pub(super) fn range(&self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }

    /// The word without the signs around it, in small letters.
    pub(super) fn word(&self) -> String {
        self.text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
    }

    /// Whether `:` or `=` stands at its end.
    pub(super) fn points(&self) -> bool {
        self.joined || self.text.ends_with([':', '='])
    }

    /// Whether a clause ends with it.
    pub(super) fn closes(&self) -> bool {
        !self.joined && self.text.ends_with([',', ';', '.', '!', '?'])
    }

    /// Written like a name.
    pub(super) fn is_name(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
            && self.text.chars().all(char::is_alphabetic)
    }

    pub(super) fn is_touched(&self, cursor: Option<usize>) -> bool {
        cursor.is_some_and(|cursor| (self.at..=self.range().end).contains(&cursor))
    }

    /// An address or a number too long for a code: it is no secret, and one may stand behind it.
    pub(super) fn is_account(&self) -> bool {
        shapes::is_address(self.text)
            || shapes::is_number(self.text) && shapes::digits(self.text) > 8
    }
}

/// Runs without a space; `sandi:xyz` and `sandi/xyz` are two, cut after the sign.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut all = Vec::new();
    let mut from = 0;
    for run in text.split_whitespace() {
        let at = from + text[from..].find(run).unwrap_or_default();
        from = at + run.len();
        let split = split(run).unwrap_or(0);
        for (text, at, joined) in [(&run[..split], at, true), (&run[split..], at + split, false)] {
            if !text.is_empty() {
                let joined = joined && split < run.len();
                // A page may have such a word in its address.
                let is_page = text.contains("://");
                let mut token = Token { text, at, joined, key: None };
                token.key = if is_page { None } else { words::key(&token.word()) };
                all.push(token);
            }
        }
    }
    all
}

/// Where a run is cut: behind the sign after a key word, when what follows is no part of that word.
fn split(run: &str) -> Option<usize> {
    let signs = |c: char| ":=,;(>|/-_\"'".contains(c);
    let sign = run.find(signs)?;
    let key = words::key(&run[..sign].to_lowercase())?;
    let rest = &run[sign..];
    let behind = sign + (rest.len() - rest.trim_start_matches(signs).len());
    let word = run[behind..].to_lowercase();
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let points = run[sign..behind].contains([':', '=']);
    let parts = words::key(word).is_none() && !words::is_owned(word);
    let counts = key.kind == Kind::Password || shapes::digits(word) > 0;
    (points || !word.is_empty() && parts && counts).then_some(behind)
}

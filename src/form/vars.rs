//! `[vars]` of a pack and the places `${name}` of its texts.
//!
//! Words of a base are filled by the pack that stands on it. Knows texts; never touches expressions or
//! names.

use super::head::check_name;
use super::tree::{At, Bag, Need, Tab, Word, Written};
use crate::base::order;
use crate::base::suggest;
use crate::text::{Lang, Text};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use toml::de::DeValue;

/// Longest text a variable may grow to by variables in it.
const LONGEST: usize = 4000;
/// How many variables may stand in each other.
const DEEPEST: usize = 20;

/// One variable as written.
pub(super) struct Var {
    name: String,
    text: Text,
    at: [At; 2],
}

/// The variables of a table's `vars`.
pub(super) fn read(tab: &Tab<'_>, bag: &mut Bag) -> Vec<Var> {
    let Some((at, value)) = tab.value("vars") else { return Vec::new() };
    let DeValue::Table(table) = value else {
        bag.error(&at, "`vars` is not a table", "write `[vars]`, one line a variable");
        return Vec::new();
    };
    let tab = Tab { file: tab.file, table, at: at.span, called: "`vars`".to_owned() };
    let mut all = Vec::new();
    for key in table.keys() {
        let name: &str = key.get_ref();
        check_name(
            &Word { text: name.to_owned(), at: At { file: tab.file, span: key.span() } },
            bag,
        );
        let text = tab.text(name, Need::Must, Written::OneIsEnough, bag);
        let at = ["id", "en"].map(|lang| tab.text_at(name, lang));
        all.push(Var { name: name.to_owned(), text, at });
    }
    all
}

/// The variables of a pack, none of them holding a place any more.
#[derive(Debug, Default)]
pub(super) struct Vars(HashMap<String, Text>);

impl Vars {
    /// Of several with one name the last wins.
    pub(super) fn of(all: Vec<Var>, bag: &mut Bag) -> Self {
        let raw: BTreeMap<String, Var> =
            all.into_iter().map(|var| (var.name.clone(), var)).collect();
        let mut done = Self::default();
        for name in raw.keys() {
            expand(name, &raw, &mut Vec::new(), &mut done, bag);
        }
        done
    }

    /// The text with its places filled. A place whose word nobody knows is a problem and stays.
    pub(super) fn fill(&self, text: &Text, at: &[At; 2], bag: &mut Bag) -> Text {
        let mut one = |lang: Lang, at: &At, tell: bool| {
            let text = text.get(lang);
            let mut filled = String::with_capacity(text.len() + 32);
            for piece in pieces(text) {
                match piece {
                    Piece::Words(words) => filled.push_str(words),
                    Piece::Open(range) => {
                        if tell {
                            bag.error(&part(at, text, &range), "a place `${…` is not closed", "");
                        }
                        filled.push_str(&text[range]);
                    }
                    Piece::Place(name, range) => {
                        let value = self.0.get(name).map(|value| value.get(lang));
                        if value.is_none() && tell {
                            self.unknown(name, &part(at, text, &range), bag);
                        }
                        filled.push_str(value.unwrap_or(&text[range]));
                    }
                }
            }
            filled
        };
        let id = one(Lang::Id, &at[0], true);
        // One text for both languages has one place, and its problems are told once.
        let en =
            if text.en.is_empty() { String::new() } else { one(Lang::En, &at[1], at[0] != at[1]) };
        Text { id, en }
    }

    fn unknown(&self, name: &str, at: &At, bag: &mut Bag) {
        let mut names: Vec<&str> = self.0.keys().map(String::as_str).collect();
        order::sort(&mut names);
        let mut hint = suggest::hint(name, names.iter().copied());
        if names.is_empty() {
            hint = format!("add `{name}` to `[vars]`, or write `$${{` for `${{`");
        }
        bag.unknown(at, format!("unknown variable `{name}`"), hint);
    }
}

/// Fills the places of one variable, those of the variables in it first.
fn expand(
    name: &str,
    raw: &BTreeMap<String, Var>,
    inside: &mut Vec<String>,
    done: &mut Vars,
    bag: &mut Bag,
) {
    let Some(var) = raw.get(name).filter(|_| !done.0.contains_key(name)) else { return };
    inside.push(name.to_owned());
    for lang in Lang::ALL {
        let at = &var.at[usize::from(lang == Lang::En)];
        let text = var.text.get(lang);
        for piece in pieces(text) {
            let Piece::Place(other, range) = piece else { continue };
            if inside.iter().any(|name| name == other) || inside.len() > DEEPEST {
                if !done.0.contains_key(name) {
                    let at = part(at, text, &range);
                    bag.error(
                        &at,
                        format!("variable `{name}` stands in itself"),
                        inside.join(" -> "),
                    );
                }
                // What is left of it is as good as empty.
                done.0.insert(name.to_owned(), Text::default());
            } else {
                expand(other, raw, inside, done, bag);
            }
        }
    }
    inside.pop();
    if done.0.contains_key(name) {
        return;
    }
    // Names that are not there yet are known all the same, so that they can be proposed.
    let mut text = done.fill(&var.text, &var.at, bag);
    if text.id.len().max(text.en.len()) > LONGEST {
        bag.error(
            &var.at[0],
            format!("variable `{name}` is too long"),
            format!("at most {LONGEST}"),
        );
        text = Text::default();
    }
    done.0.insert(name.to_owned(), text);
}

enum Piece<'a> {
    Words(&'a str),
    /// A name and where it stands with its braces.
    Place(&'a str, Range<usize>),
    /// A place that is not closed.
    Open(Range<usize>),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut done = 0;
    while let Some(open) = text[done..].find("${").map(|open| done + open) {
        if text[done..open].ends_with('$') {
            // `$${` stands for `${`.
            pieces.push(Piece::Words(&text[done..open]));
            pieces.push(Piece::Words("{"));
            done = open + 2;
            continue;
        }
        pieces.push(Piece::Words(&text[done..open]));
        let Some(close) = text[open..].find('}').map(|close| open + close) else {
            pieces.push(Piece::Open(open..text.len()));
            return pieces;
        };
        done = close + 1;
        pieces.push(Piece::Place(text[open + 2..close].trim(), open..done));
    }
    pieces.push(Piece::Words(&text[done..]));
    pieces
}

/// A part of a text, when its place is known letter by letter.
fn part(at: &At, text: &str, range: &Range<usize>) -> At {
    if at.span.len() != text.len() {
        return at.clone();
    }
    At { file: at.file, span: at.span.start + range.start..at.span.start + range.end }
}

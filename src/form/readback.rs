//! Sentences with `{question}` places.
//!
//! Splits them once; filling is [`super::evaluate`]'s. A brace that opens no place stays as it is.

use super::analyse::home;
use super::suggest;
use super::tree::{At, Bag};
use super::{Kind, Pack, QuestionIx, SectionIx};
use crate::text::Text;

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words.
    Words(String),
    /// The display form of an answer.
    Answer(QuestionIx),
    /// Which instance this is, counted from 1.
    Ordinal,
}

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Template {
    pub(super) id: Vec<Piece>,
    pub(super) en: Vec<Piece>,
}

/// Splits `text`, complaining at `at` of places that are none.
pub(super) fn template(
    pack: &Pack,
    around: &[SectionIx],
    text: &Text,
    at: &At,
    bag: &mut Bag,
) -> Template {
    let before = bag.problems.len();
    let id = pieces(pack, around, &text.id, at, bag);
    let in_one = bag.problems.len();
    let en = pieces(pack, around, &text.en, at, bag);
    // The same wrong place in both languages is one mistake.
    let (first, second) = bag.problems.split_at(in_one);
    let second: Vec<_> =
        second.iter().filter(|problem| !first[before..].contains(problem)).cloned().collect();
    bag.problems.truncate(in_one);
    bag.problems.extend(second);
    Template { id, en }
}

fn pieces(pack: &Pack, around: &[SectionIx], text: &str, at: &At, bag: &mut Bag) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let Some(len) = rest[open..].find('}') else {
            bag.error(at, "a place `{…` is not closed", "");
            break;
        };
        words.push_str(&rest[..open]);
        let name = rest[open + 1..open + len].trim();
        rest = &rest[open + len + 1..];
        let piece = if name == "n" {
            Some(ordinal(around, at, bag))
        } else {
            answer(pack, around, name, at, bag)
        };
        if let Some(piece) = piece {
            if !words.is_empty() {
                pieces.push(Piece::Words(std::mem::take(&mut words)));
            }
            pieces.push(piece);
        }
    }
    words.push_str(rest);
    if !words.is_empty() {
        pieces.push(Piece::Words(words));
    }
    pieces
}

fn ordinal(around: &[SectionIx], at: &At, bag: &mut Bag) -> Piece {
    if around.is_empty() {
        bag.error(at, "`{n}` counts instances, and this is no repeat", "");
    }
    Piece::Ordinal
}

fn answer(pack: &Pack, around: &[SectionIx], name: &str, at: &At, bag: &mut Bag) -> Option<Piece> {
    let Some(question) = pack.find_question(name) else {
        let names = pack.questions.iter().map(|question| question.name.as_str());
        let hint = suggest::nearest(name, names.chain(["n"]));
        let hint = hint.map(|near| format!("did you mean `{{{near}}}`?")).unwrap_or_default();
        bag.error(at, format!("unknown question `{name}` in a read-back"), hint);
        return None;
    };
    if let Some(repeat) = home(pack, question).filter(|repeat| !around.contains(repeat)) {
        let list = &pack.section(repeat).name;
        let message = format!("`{name}` is asked once for each `{list}`, not here");
        bag.error(at, message, format!("put the sentence into `{list}`"));
    }
    if pack.question(question).kind == Kind::Note {
        bag.error(at, format!("`{name}` is a note, it has no answer"), "");
    }
    Some(Piece::Answer(question))
}

//! Sentences with `{question}` places.
//!
//! Splits them once; filling is [`super::evaluate`]'s. A brace that opens no place stays as it is.

use super::analyse::home;
use super::tree::{At, Bag};
use super::{Kind, Pack, QuestionIx, SectionIx};
use crate::base::suggest;
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

/// Splits `text`, complaining of places that are none; `at` tells where its two languages stand.
pub(super) fn template(
    pack: &Pack,
    around: &[SectionIx],
    text: &Text,
    at: &[At; 2],
    bag: &mut Bag,
) -> Template {
    Template {
        id: pieces(pack, around, &text.id, &at[0], bag),
        en: pieces(pack, around, &text.en, &at[1], bag),
    }
}

fn pieces(pack: &Pack, around: &[SectionIx], text: &str, at: &At, bag: &mut Bag) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    let mut done = 0;
    while let Some(open) = text[done..].find('{').map(|open| done + open) {
        let Some(close) = text[open..].find('}').map(|close| open + close) else {
            bag.error(&part(at, text, open..text.len()), "a place `{…` is not closed", "");
            break;
        };
        words.push_str(&text[done..open]);
        done = close + 1;
        let name = text[open + 1..close].trim();
        let at = part(at, text, open..done);
        let piece = if name == "n" {
            Some(ordinal(around, &at, bag))
        } else {
            answer(pack, around, name, &at, bag)
        };
        if let Some(piece) = piece {
            if !words.is_empty() {
                pieces.push(Piece::Words(std::mem::take(&mut words)));
            }
            pieces.push(piece);
        }
    }
    words.push_str(&text[done..]);
    if !words.is_empty() {
        pieces.push(Piece::Words(words));
    }
    pieces
}

/// A part of a text, when its place is known letter by letter.
fn part(at: &At, text: &str, range: std::ops::Range<usize>) -> At {
    if at.span.len() != text.len() {
        return at.clone();
    }
    At { file: at.file, span: at.span.start + range.start..at.span.start + range.end }
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
        bag.unknown(at, format!("unknown question `{name}` in a read-back"), hint);
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

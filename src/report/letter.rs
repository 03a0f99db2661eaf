//! A letter of the office: letterhead, number and subject, paragraphs, signature. What it says comes from
//! whoever asks for it.

use super::paper::{Block, Paper};
use crate::app::paper::Letter;
use crate::text::Catalog;

/// `number` stands on the letter where the office gave it none of its own.
pub(super) fn paper(letter: &Letter, words: &Catalog, number: &str) -> Paper {
    let mut paper = Paper::new(&letter.subject, words);
    paper.add(Block::Office(letter.office.clone()));
    for line in letter.letterhead.iter().filter(|line| !line.is_empty()) {
        paper.add(Block::Subtitle(line.clone()));
    }
    paper.add(Block::Rule);
    let own = if letter.number.is_empty() { number } else { &letter.number };
    if !own.is_empty() {
        paper.entry(words.get("print-letter-number"), own);
    }
    paper.entry(words.get("print-letter-subject"), &letter.subject);
    if !letter.code.is_empty() {
        paper.entry(words.get("print-code"), &letter.code);
    }
    paper.add(Block::Gap);
    for paragraph in &letter.paragraphs {
        paper.add(Block::Paragraph(paragraph.clone()));
        paper.add(Block::Gap);
    }
    paper.add(Block::Signature {
        place: letter.place_and_day.clone(),
        role: letter.role.clone(),
        name: letter.name.clone(),
        under: letter.under.clone(),
    });
    if !letter.code.is_empty() {
        paper.add(Block::Gap);
        paper.add(Block::Qr { text: letter.code.clone(), caption: letter.code.clone() });
    }
    paper
}

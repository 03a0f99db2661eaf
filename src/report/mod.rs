//! Papers made of a case or a pack: facts in, a paper out, for a screen, a file or a printer.
//!
//! Never asks a person and never writes a file. No person's name or number is on a paper but on the retype
//! sheet and on letters that say so ([`crate::app::paper::Sheet::is_private`]).

pub mod call;
pub mod days;
pub mod letter;
mod lines;
pub mod opens;
pub mod outage;
pub mod paper;
pub mod paper_form;
#[cfg(test)]
mod paper_form_tests;
pub mod receipt;
pub mod referral;
pub mod requirements;
#[cfg(test)]
mod requirements_tests;
mod retype;
mod slip;

use crate::app::paper::{Sheet, Size};
use crate::text::Catalog;
use paper::{Block, Paper};

/// A page that shows whether a printer has our letters, our width, and draws the square.
pub fn test_page(words: &Catalog) -> Paper {
    let mut paper = Paper::new(words.get("print-test-title"), words);
    paper.add(Block::Office("Loket".into()));
    paper.add(Block::Title(words.get("print-test-title")));
    paper.add(Block::Gap);
    paper.entry(
        words.get("print-test-signs"),
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz",
    );
    paper.entry("", "0123456789 é è ñ ü – “ ” • → Rp 1.000.000,00");
    paper.entry(words.get("print-test-width"), "|----|----|----|----|");
    paper.add(Block::Check {
        ticked: true,
        text: words.get("print-test-qr"),
        notes: vec![(String::new(), words.get("print-test-good"))],
    });
    paper.add(Block::Qr { text: "KUDA-472-M".into(), caption: "KUDA-472-M".into() });
    paper
}

/// The paper of a sheet. `number` is its number (empty: none), `copy` marks it as a copy; `size` and
/// `large` are what it will be drawn with, for papers that leave out what has no room.
pub fn of(
    sheet: &Sheet,
    words: &Catalog,
    number: &str,
    copy: bool,
    size: Size,
    large: bool,
) -> Paper {
    let mut paper = match sheet {
        Sheet::Receipt(facts) => receipt::paper(facts, words),
        Sheet::Requirements(list) => requirements::paper(list, words, size, large),
        Sheet::Retype(values) => retype::paper(values, words),
        Sheet::Call(slip) => slip::paper(slip, words),
        Sheet::Referral(facts) => referral::paper(facts, words),
        // Its number and its language are its own.
        Sheet::Letter(letter) => return letter::paper(letter, copy, large),
        Sheet::Report(table) => outage::paper(table, words),
    };
    paper.copy = if copy { words.get("receipt-copy") } else { String::new() };
    if !number.is_empty() {
        paper.number = words.with("print-number", &[("number", number.into())]);
    }
    paper
}

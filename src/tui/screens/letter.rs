//! Surat keterangan gangguan: the letter, on the screen, before it is printed.

use super::paper;
use crate::app::{Open, Preview};
use crate::report::letter;
use crate::tui::pen::Pen;
use ratatui::layout::Rect;

/// Columns of the letter.
const PAPER: u16 = 76;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, open: &Open, preview: &Preview) {
    let is_copy = preview.letter.printed_in(&open.case) > 0;
    let drawn = letter::paper(&preview.letter, is_copy, preview.shown.wish.large);
    let shown = &preview.shown;
    paper::draw(pen, body, drawn, paper::width_of(shown, PAPER), shown);
}

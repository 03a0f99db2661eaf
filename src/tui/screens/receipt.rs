//! Tanda terima: the paper, on the screen.

use super::paper;
use crate::app::Open;
use crate::app::printing::Shown;
use crate::app::screens::receipt::facts;
use crate::report::receipt;
use crate::tui::pen::Pen;
use ratatui::layout::Rect;

/// Columns of the paper: with the square beside it, 80 are full.
const PAPER: u16 = 50;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, open: &Open, shown: &Shown) {
    let drawn = receipt::paper(&facts(pen.state, open, pen.env), pen.words);
    paper::draw(pen, body, drawn, paper::width_of(shown, PAPER), shown);
}

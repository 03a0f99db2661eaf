//! Daftar syarat: the paper, on the screen.

use super::paper;
use crate::app::Open;
use crate::app::paper::Size;
use crate::app::printing::Shown;
use crate::app::screens::requirements::facts;
use crate::report::requirements::{self, COLUMNS};
use crate::tui::pen::Pen;
use ratatui::layout::Rect;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, open: &Open, shown: &Shown) {
    let width = paper::width_of(shown, COLUMNS as u16);
    let size = match shown.wish.size {
        Some(size @ (Size::Roll58 | Size::Roll80)) => size,
        // What is left out for want of room follows from the page, not from the screen.
        _ => Size::Text(usize::from(width)),
    };
    let drawn = requirements::paper(&facts(pen.state, open), pen.words, size, shown.wish.large);
    paper::draw(pen, body, drawn, width.min(body.width), shown);
}

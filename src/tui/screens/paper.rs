//! A paper on the screen, as it will be printed: the letters, and the square beside them where there is
//! room.

use crate::app::paper::Size;
use crate::app::printing::Shown;
use crate::report::paper::{LineKind, Paper, Square, roll_columns};
use crate::tui::measure::columns;
use crate::tui::pen::Pen;
use ratatui::layout::Rect;

/// Columns between the letters and the square.
const BETWEEN: u16 = 3;

/// Columns the letters of a paper are shown in, where `usual` are its own.
pub(super) fn width_of(shown: &Shown, usual: u16) -> u16 {
    match shown.wish.size {
        _ if shown.wish.large => 40,
        Some(size @ (Size::Roll58 | Size::Roll80)) => roll_columns(size) as u16,
        Some(Size::A5) => usual.min(64),
        _ => usual,
    }
}

/// Draws the paper in at most `width` columns; the last row tells how it will be printed.
pub(super) fn draw(pen: &mut Pen<'_>, body: Rect, paper: Paper, width: u16, shown: &Shown) {
    let square =
        paper.qr().and_then(|(code, caption)| Some((Square::of(code)?, caption.to_owned())));
    let square = square.map(|(square, caption)| (square.half_blocks(), caption));
    let wide = square.as_ref().map_or(0, |(lines, _)| columns(&lines[0]) as u16);
    let is_beside = wide > 0 && width + BETWEEN + wide + 2 <= body.width;
    let paper = if is_beside { paper.without_qr() } else { paper };
    let width = width.min(body.width.saturating_sub(2));
    let lines = paper.lines(usize::from(width), shown.wish.large);
    let room = usize::from(body.height.saturating_sub(1));
    let first = shown.top.min(lines.len().saturating_sub(room));
    let all = if is_beside { width + BETWEEN + wide } else { width };
    let x = body.x + body.width.saturating_sub(all) / 2;
    for (y, line) in (body.y..).zip(lines.iter().skip(first).take(room)) {
        let meaning = match line.kind {
            LineKind::Strong => "title",
            LineKind::Qr(_) => "qr",
            _ => "answer",
        };
        let mut from = x;
        let mut text = line.text.clone();
        if let LineKind::Qr(pad) = line.kind {
            // The ground of the square is part of it.
            from += pad as u16;
            let shown = text.get(pad..).unwrap_or_default();
            text =
                format!("{shown}{}", " ".repeat(usize::from(wide).saturating_sub(columns(shown))));
        }
        pen.put(from, y, body.right().saturating_sub(from), &text, meaning);
    }
    if let Some((square, caption)) = square.filter(|_| is_beside) {
        let x = x + width + BETWEEN;
        let rows = usize::from(body.height).saturating_sub(2);
        if square.len() <= rows {
            for (y, line) in (body.y..).zip(&square) {
                pen.put(x, y, wide, line, "qr");
            }
            let y = body.y + square.len() as u16;
            let pad = wide.saturating_sub(columns(&caption) as u16) / 2;
            pen.put(x + pad, y, wide, &caption, "title");
        }
    }
    let foot = body.bottom() - 1;
    let size = pen.say(size_key(shown.wish.size));
    let mut how = pen.say_with("print-shown", &[("size", size.into())]);
    if shown.wish.large {
        how = format!("{how} · {}", pen.say("print-shown-large"));
    }
    pen.put(body.x + 2, foot, body.width.saturating_sub(4), &how, "muted");
    let left = lines.len().saturating_sub(first + room);
    if left > 0 {
        let below = pen.say_with("screen-more", &[("count", left.to_string().into())]);
        pen.put_right(body.right(), foot, &format!(" ↓ {below} "), "muted");
    }
}

const fn size_key(size: Option<Size>) -> &'static str {
    match size {
        None | Some(Size::Text(_)) => "print-size-printer",
        Some(Size::A4) => "print-size-a4",
        Some(Size::A5) => "print-size-a5",
        Some(Size::Roll58) => "print-size-58",
        Some(Size::Roll80) => "print-size-80",
    }
}

//! A paper on the screen, as it will be printed: the letters, and the square beside them where there is
//! room.

use crate::app::paper::{Size, What};
use crate::app::printing::{Shown, is_copy};
use crate::app::screens::paper::Preview;
use crate::report;
use crate::report::paper::{LineKind, Square, roll_columns};
use crate::tui::measure::columns;
use crate::tui::pen::Pen;
use ratatui::layout::Rect;

/// Columns between the letters and the square.
const BETWEEN: u16 = 3;

/// Columns the letters of a paper are shown in, where `usual` are its own.
fn width_of(shown: &Shown, usual: u16) -> u16 {
    match shown.wish.size {
        _ if shown.wish.large => 40,
        Some(size @ (Size::Roll58 | Size::Roll80)) => roll_columns(size) as u16,
        Some(Size::A5) => usual.min(64),
        _ => usual,
    }
}

/// Columns of each paper: slips have room for the square beside them.
const fn usual(what: What) -> u16 {
    match what {
        What::Receipt | What::Call | What::Referral => 50,
        What::Requirements | What::Report => report::requirements::COLUMNS as u16,
        What::Retype | What::Letter => 76,
    }
}

/// Draws the paper; the last row tells how it will be printed, and the rows over it what is private on it.
pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, preview: &Preview) {
    let (what, shown) = (preview.what(), &preview.shown);
    let sheet = preview.sheet(pen.state, pen.env);
    let width = width_of(shown, usual(what));
    let size = match shown.wish.size {
        Some(size @ (Size::Roll58 | Size::Roll80)) => size,
        // What is left out for want of room follows from the page, not from the screen.
        _ => Size::Text(usize::from(width)),
    };
    // The stamp would say that the one just printed was a copy.
    let paper = report::of(&sheet, pen.words, "", false, size, shown.wish.large);
    let foot = body.bottom() - 1;
    let body = if sheet.is_private() {
        let words = pen.say(&format!("print-private-here.{}", what.name()));
        let lines = pen.lines(&format!("! {words}"), body.width.saturating_sub(4), "periksa");
        let high = lines.len() as u16 + 1;
        let y = body.bottom().saturating_sub(high);
        pen.put_lines(
            Rect { x: body.x + 2, y, width: body.width.saturating_sub(4), height: high - 1 },
            &lines,
        );
        Rect { height: body.height.saturating_sub(high), ..body }
    } else {
        Rect { height: body.height.saturating_sub(1), ..body }
    };
    let square =
        paper.qr().and_then(|(code, caption)| Some((Square::of(code)?, caption.to_owned())));
    let square = square.map(|(square, caption)| (square.half_blocks(), caption));
    let wide = square.as_ref().map_or(0, |(lines, _)| columns(&lines[0]) as u16);
    let is_beside = wide > 0 && width + BETWEEN + wide + 2 <= body.width;
    let paper = if is_beside { paper.without_qr() } else { paper };
    let width = width.min(body.width);
    let lines = paper.lines(usize::from(width), shown.wish.large);
    let room = usize::from(body.height);
    let first = shown.top.min(lines.len().saturating_sub(room));
    let all = if is_beside { width + BETWEEN + wide } else { width };
    let x = body.x + body.width.saturating_sub(all) / 2;
    for (y, line) in (body.y..).zip(lines.iter().skip(first).take(room)) {
        if let LineKind::Qr(pad) = line.kind {
            // The ground of the square is part of it.
            let drawn = line.text.get(pad..).unwrap_or_default();
            let drawn = format!("{drawn:0$}", usize::from(wide));
            pen.put_square(x + pad as u16, y, wide, &drawn);
            continue;
        }
        let meaning = if line.kind == LineKind::Strong { "title" } else { "answer" };
        pen.put(x, y, body.right().saturating_sub(x), &line.text, meaning);
    }
    if let Some((square, caption)) = square.filter(|_| is_beside) {
        let x = x + width + BETWEEN;
        let rows = usize::from(body.height).saturating_sub(1);
        if square.len() <= rows {
            for (y, line) in (body.y..).zip(&square) {
                pen.put_square(x, y, wide, line);
            }
            let y = body.y + square.len() as u16;
            let pad = wide.saturating_sub(columns(&caption) as u16) / 2;
            pen.put(x + pad, y, wide, &caption, "title");
        }
    }
    let size = pen.say(size_key(shown.wish.size));
    let mut how = if is_copy(pen.state.open.as_ref(), &sheet) {
        format!("{} · {size}", pen.say("print-shown-copy"))
    } else {
        pen.say_with("print-shown", &[("size", size.into())])
    };
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

//! Daftar syarat: the paper, on the screen.

use crate::app::Open;
use crate::app::screens::requirements::{Requirements, facts};
use crate::report::requirements::{COLUMNS, LARGE_COLUMNS, large, page};
use crate::tui::pen::Pen;
use ratatui::layout::Rect;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, open: &Open, screen: &Requirements) {
    let list = facts(pen.state, open);
    let (paper, width) = if screen.large {
        (large(&list, pen.words), LARGE_COLUMNS)
    } else {
        (page(&list, pen.words), COLUMNS)
    };
    let lines: Vec<&str> = paper.lines().collect();
    let mut room = usize::from(body.height);
    if lines.len() > room {
        // The last row tells how much there is below.
        room -= 1;
    }
    let first = screen.top.min(lines.len().saturating_sub(room));
    let x = body.x + body.width.saturating_sub(width as u16) / 2;
    for (y, line) in (body.y..).zip(lines.iter().skip(first).take(room)) {
        pen.put(x, y, body.right().saturating_sub(x), line, "answer");
    }
    let left = lines.len().saturating_sub(first + room);
    if left > 0 {
        let below = pen.say_with("screen-more", &[("count", left.to_string().into())]);
        pen.put_right(body.right(), body.bottom() - 1, &format!(" ↓ {below} "), "muted");
    }
}

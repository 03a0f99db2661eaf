//! Tanda terima: the paper, on the screen.

use crate::app::Open;
use crate::app::screens::receipt::facts;
use crate::report::receipt;
use crate::tui::measure::columns;
use crate::tui::pen::Pen;
use ratatui::layout::Rect;

/// Columns of the paper.
const PAPER: u16 = 64;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, open: &Open) {
    let width = PAPER.min(body.width - 2);
    let paper = receipt::text(&facts(pen.state, open, pen.env), pen.words, usize::from(width));
    let mut lines: Vec<&str> = paper.lines().collect();
    let room = usize::from(body.height);
    // On a low screen the air goes first.
    while lines.len() > room {
        let Some(blank) = lines.iter().rposition(|line| line.trim().is_empty()) else { break };
        lines.remove(blank);
    }
    let widest = lines.iter().map(|line| columns(line)).max().unwrap_or(0) as u16;
    let x = body.x + (body.width.saturating_sub(widest.max(width))) / 2;
    let spare = room.saturating_sub(lines.len()) as u16;
    let y = body.y + (spare / 2).min(2);
    for (y, line) in (y..body.bottom()).zip(&lines) {
        pen.put(x, y, body.right().saturating_sub(x), line, "answer");
    }
    if lines.len() > room {
        let more = pen.say("receipt-more");
        pen.put(x, body.bottom() - 1, width, &format!("↓ {more}"), "muted");
    }
}

//! Unlocking: the office, the counter, one line of dots.

use crate::app::Editor;
use crate::app::screens::unlock::Unlock;
use crate::tui::pen::{Pen, below};
use crate::tui::view::said;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Columns of the box.
const BOX: u16 = 46;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, unlock: &Unlock) {
    let area = column(body);
    if unlock.occupied {
        return occupied(pen, area, unlock);
    }
    let mut news = Vec::new();
    if unlock.busy {
        news.push(pen.line(pen.say("unlock-busy"), "info"));
    } else if let Some(problem) = &unlock.problem {
        let (what, why, next) = said(pen.words, problem);
        let head = pen.span("!", "periksa");
        news.extend(pen.hanging(head, 2, &what, area.width, "periksa"));
        for part in [why, next] {
            news.extend(pen.hanging(pen.span("", "muted"), 2, &part, area.width, "answer"));
        }
    } else {
        let key = if unlock.read_only { "unlock-read-only" } else { "unlock-hint" };
        news.extend(pen.lines(&pen.say(key), area.width, "muted"));
    }
    let editor = (!unlock.busy).then_some(&unlock.editor);
    ask(pen, area, &unlock.office, &unlock.counter, "unlock-passphrase", editor, &news);
}

/// Another copy is open: reading is offered, with its consequence.
fn occupied(pen: &mut Pen<'_>, area: Rect, unlock: &Unlock) {
    let mut lines = vec![
        pen.line(&unlock.office, "title"),
        pen.line(&unlock.counter, "muted"),
        Line::default(),
    ];
    let head = pen.span("!", "periksa");
    lines.extend(pen.hanging(head, 2, &pen.say("unlock-occupied"), area.width, "periksa"));
    for part in ["unlock-occupied.why", "unlock-occupied.next"] {
        lines.push(Line::default());
        lines.extend(pen.lines(&pen.say(part), area.width, "answer"));
    }
    pen.put_lines(below(area, area.y + 2), &lines);
}

/// A heading, a line of dots, and what there is to say about it: the unlock screen and the lock.
pub(super) fn ask(
    pen: &mut Pen<'_>,
    area: Rect,
    title: &str,
    under: &str,
    label: &str,
    editor: Option<&Editor>,
    news: &[Line<'static>],
) {
    let y = area.y + if area.height >= 19 { 3 } else { 1 };
    pen.put(area.x, y, area.width, title, "title");
    pen.put(area.x, y + 1, area.width, under, "muted");
    let label = pen.say(label);
    pen.put(area.x, y + 3, area.width, &label, "question");
    let edge = Rect { y: y + 4, height: 3, ..area };
    pen.frame(edge, if editor.is_some() { "box.open" } else { "box" });
    if let Some(editor) = editor {
        let line = Rect { x: edge.x + 2, y: edge.y + 1, width: edge.width - 4, height: 1 };
        pen.type_line(line, editor, true);
    }
    pen.put_lines(below(area, y + 8), news);
}

/// The column in the middle that all of it stands in.
pub(super) fn column(body: Rect) -> Rect {
    let width = BOX.min(body.width);
    Rect { x: body.x + (body.width - width) / 2, width, ..body }
}

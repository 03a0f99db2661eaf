//! First start: five lines, each with a word of explanation under it.

use crate::app::screens::setup::Setup;
use crate::app::{Editor, Notice};
use crate::tui::pen::{Pen, below, inset};
use crate::tui::view::said;
use ratatui::layout::Rect;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, setup: &Setup) {
    let area = inset(body, 3);
    let roomy = body.height >= 19;
    let mut y = area.y;
    let welcome = pen.say(if setup.recovered { "setup-recovered" } else { "setup-welcome" });
    pen.put(area.x, y, area.width, &welcome, "title");
    y += if roomy { 2 } else { 1 };
    let open = (!setup.busy).then_some(setup.at);
    y = lines(pen, Rect { y, ..area }, roomy, &Setup::LABELS, &setup.lines, open, Setup::is_secret);
    news(pen, below(area, y), setup.busy.then_some("setup-busy"), setup.problem.as_ref());
}

/// Lines to be typed, each with a word of explanation under it; tells the row after them.
pub(super) fn lines(
    pen: &mut Pen<'_>,
    area: Rect,
    roomy: bool,
    keys: &[&str],
    editors: &[Editor],
    open: Option<usize>,
    is_secret: impl Fn(usize) -> bool,
) -> u16 {
    let mut y = area.y;
    let labels = 20.min(area.width / 3);
    for (line, key) in keys.iter().enumerate() {
        let is_open = open == Some(line);
        let meaning = if is_open { "selected" } else { "question" };
        if is_open {
            pen.put(area.x - 2, y, 1, "▸", "selected");
        }
        let label = pen.say(key);
        pen.put(area.x, y, labels - 1, &label, meaning);
        let field =
            Rect { x: area.x + labels, y, width: (area.width - labels - 1).min(44), height: 1 };
        let style = pen.style(if is_open { "box.open" } else { "box" });
        for x in field.left()..field.right() {
            pen.buffer[(x, y)].set_char('_').set_style(style);
        }
        let editor = &editors[line];
        let cursor = is_open.then(|| editor.cursor());
        pen.typed_line(field, editor.text(), cursor, is_secret(line));
        let hint = pen.say(&format!("{key}.hint"));
        pen.put(field.x, y + 1, area.right() - field.x, &hint, "muted");
        y += if roomy { 3 } else { 2 };
    }
    y
}

/// Under the lines: that it is being done, or what keeps us from going on.
pub(super) fn news(pen: &mut Pen<'_>, room: Rect, busy: Option<&str>, problem: Option<&Notice>) {
    if let Some(busy) = busy {
        let busy = pen.say(busy);
        pen.put(room.x, room.y, room.width, &busy, "info");
    } else if let Some(problem) = problem {
        let (what, _, next) = said(pen.words, problem);
        let head = pen.span("!", "periksa");
        let lines = pen.hanging(head, 2, &format!("{what} {next}"), room.width, "periksa");
        pen.put_lines(room, &lines);
    }
}

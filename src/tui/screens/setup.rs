//! First start: five lines, each with a word of explanation under it.

use crate::app::screens::setup::Setup;
use crate::tui::pen::{Pen, inset};
use crate::tui::view::said;
use ratatui::layout::Rect;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, setup: &Setup) {
    let area = inset(body, 3);
    let roomy = body.height >= 19;
    let mut y = area.y;
    let welcome = pen.say(if setup.recovered { "setup-recovered" } else { "setup-welcome" });
    pen.put(area.x, y, area.width, &welcome, "title");
    y += if roomy { 2 } else { 1 };
    let labels = 20.min(area.width / 3);
    for (line, key) in Setup::LABELS.iter().enumerate() {
        let is_open = line == setup.at && !setup.busy;
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
        let editor = &setup.lines[line];
        let cursor = is_open.then(|| editor.cursor());
        pen.typed_line(field, editor.text(), cursor, Setup::is_secret(line));
        let hint = pen.say(&format!("{key}.hint"));
        pen.put(field.x, y + 1, area.right() - field.x, &hint, "muted");
        y += if roomy { 3 } else { 2 };
    }
    let room = Rect { y, height: body.bottom().saturating_sub(y), ..area };
    if setup.busy {
        let busy = pen.say("setup-busy");
        pen.put(area.x, y, area.width, &busy, "info");
    } else if let Some(problem) = &setup.problem {
        let (what, _, next) = said(pen.words, problem);
        let head = pen.span("!", "periksa");
        let lines = pen.hanging(head, 2, &format!("{what} {next}"), area.width, "periksa");
        pen.put_lines(room, &lines);
    }
}

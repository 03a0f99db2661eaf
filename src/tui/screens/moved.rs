//! The windows of a case of another version of its pack: what moved, what has no question any more, and a
//! case that is only shown as it is stored.

use super::label_of;
use super::overlay::open_window;
use crate::app::{Kept, Open};
use crate::form::Moving;
use crate::tui::measure::window;
use crate::tui::pen::{Pen, below};
use crate::tui::view::said;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Columns inside these windows: labels and answers stand side by side.
const WIDTH: u16 = 72;

fn width(body: Rect) -> u16 {
    WIDTH.min(body.width.saturating_sub(8))
}

/// A window with a head that stays and lines of which some are shown.
fn scrolled(
    pen: &mut Pen<'_>,
    body: Rect,
    head: &[Line<'static>],
    lines: &[Line<'static>],
    top: usize,
) {
    let rows = (head.len() + lines.len() + 1) as u16;
    let inside = open_window(pen, body, WIDTH, rows);
    let y = pen.put_lines(inside, head);
    let list = below(inside, (y + 1).min(inside.bottom()));
    let room = usize::from(list.height);
    let first = top.min(lines.len().saturating_sub(room));
    pen.put_lines(list, &lines[first..]);
    let left = lines.len().saturating_sub(first + room);
    if left > 0 {
        let more = pen.say_with("screen-more", &[("count", left.to_string().into())]);
        pen.put_right(list.right(), list.bottom() + 1, &format!(" ↓ {more} "), "muted");
    }
}

/// What moved when the case came to this version.
pub(super) fn moves(pen: &mut Pen<'_>, body: Rect, top: usize) {
    let Some(open) = &pen.state.open else { return };
    let Some(moved) = &open.moved else { return };
    let width = width(body);
    let args = [("from", moved.from.to_string().into()), ("to", moved.to.to_string().into())];
    let mut head = pen.lines(&pen.say_with("migrate-title", &args), width, "title");
    let careful = moved.moves.iter().filter(|one| one.attention.is_some()).count();
    let told = match careful {
        0 => pen.say("migrate-all-well"),
        _ => pen.say_with("migrate-look", &[("count", careful.to_string().into())]),
    };
    head.extend(pen.lines(&told, width, "answer"));
    let mut lines = Vec::new();
    // What needs a look stands first.
    let (careful, well): (Vec<_>, Vec<_>) =
        moved.moves.iter().partition(|one| one.attention.is_some());
    for one in careful.into_iter().chain(well) {
        lines.extend(line(pen, open, one, width));
    }
    // The mark counts answers; lines are at least as many.
    scrolled(pen, body, &head, &lines, top);
}

/// One answer: old label, new label, what was said, and what needs a look.
fn line(pen: &Pen<'_>, open: &Open, one: &Moving, width: u16) -> Vec<Line<'static>> {
    let old = if one.label.is_empty() {
        let names = one.from.iter().map(|path| open_name(pen, open, path));
        names.collect::<Vec<_>>().join(", ")
    } else {
        pen.text(&one.label).to_owned()
    };
    let labels = one.to.iter().map(|path| label_of(pen, open, path)).filter(|new| !new.is_empty());
    let new = labels.collect::<Vec<_>>().join(", ");
    let (sign, meaning) = if one.attention.is_some() { ("!", "periksa") } else { ("✔", "done") };
    let text = if new.is_empty() || new == old { old } else { format!("{old} → {new}") };
    let text = format!("{text}: {}", one.raw);
    let mut lines = pen.hanging(pen.span(sign, meaning), 2, &text, width, "answer");
    if let Some(attention) = one.attention {
        let why = pen.say(attention.key());
        lines.extend(pen.hanging(pen.span("", "muted"), 2, &why, width, "periksa"));
    }
    lines
}

/// What an old path was called: a question of today of the same name tells best.
fn open_name(pen: &Pen<'_>, open: &Open, path: &crate::form::Path) -> String {
    match label_of(pen, open, path) {
        "" => open.old_label(path, pen.state.lang),
        label => label.to_owned(),
    }
}

/// Answers without a question.
pub(super) fn orphans(pen: &mut Pen<'_>, body: Rect, marked: usize) {
    let Some(open) = &pen.state.open else { return };
    let paths = open.homeless();
    let width = width(body);
    let count = [("count", paths.len().to_string().into())];
    let mut head = pen.lines(&pen.say_with("migrate-orphans", &count), width, "title");
    head.extend(pen.lines(&pen.say("migrate-orphans-hint"), width, "muted"));
    let rows = (head.len() + paths.len() + 1) as u16;
    let inside = open_window(pen, body, WIDTH, rows);
    let y = pen.put_lines(inside, &head);
    let list = below(inside, (y + 1).min(inside.bottom()));
    let room = usize::from(list.height).max(1);
    let first = window(marked, paths.len(), room);
    for (y, (at, path)) in (list.y..).zip(paths.iter().enumerate().skip(first).take(room)) {
        let meaning = if at == marked { "selected" } else { "answer" };
        if at == marked {
            pen.put(list.x, y, 1, "▸", "selected");
        }
        let answer = open.live.values.get(path).cloned().unwrap_or_default();
        let said = if answer.raw.is_empty() { answer.note } else { answer.raw };
        let text = format!("{}: {said}", open.old_label(path, pen.state.lang));
        let noted = if open.is_noted(path) { pen.say("migrate-is-noted") } else { String::new() };
        let end = pen.put_right(list.right(), y, &noted, "done");
        pen.put(list.x + 2, y, end.saturating_sub(list.x + 3), &text, meaning);
    }
}

/// A case as it is stored.
pub(super) fn kept(pen: &mut Pen<'_>, body: Rect, kept: &Kept) {
    let width = width(body);
    let (what, why, next) = said(pen.words, &kept.notice);
    let mut head = pen.hanging(pen.span("!", "periksa"), 2, &what, width, "periksa");
    for part in [why, next] {
        head.extend(pen.hanging(pen.span("", "answer"), 2, &part, width, "answer"));
    }
    let mut lines = Vec::new();
    for (path, text) in &kept.answers {
        let name = pen.span(path.as_str(), "muted");
        let indent = (name.width() as u16 + 2).min(width / 2);
        lines.extend(pen.hanging(name, indent, &text.0, width, "answer"));
    }
    scrolled(pen, body, &head, &lines, kept.top);
}

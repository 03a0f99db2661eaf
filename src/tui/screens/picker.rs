//! The look that pickers share: what is looked for, the words, the entries, and below a rule all there
//! is to tell of the marked one.

use super::stack::Stack;
use crate::app::Editor;
use crate::tui::measure::{columns, window};
use crate::tui::pen::{Pen, below, inset};
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Rows of the list that are kept before anything is told of the marked entry.
const LIST: u16 = 5;
/// Widest a text is set.
const READABLE: u16 = 84;

/// One picker on one frame.
pub(super) struct Picker<'a> {
    /// What is looked for.
    pub(super) title: &'a str,
    /// In which list; stands at the right edge.
    pub(super) list: &'a str,
    /// Lines between the title and the words.
    pub(super) lead: Vec<Line<'static>>,
    /// The words.
    pub(super) editor: &'a Editor,
    /// How many entries there are.
    pub(super) count: usize,
    /// The marked one.
    pub(super) mark: usize,
    /// What there is to tell of it; with no entries what to do next.
    pub(super) about: Stack,
}

/// The columns a picker's texts may take in `body`.
pub(super) fn width(body: Rect) -> u16 {
    inset(body, 3).width.min(READABLE)
}

/// Draws it; `entry` draws the entry of that place into its row.
pub(super) fn draw(
    pen: &mut Pen<'_>,
    body: Rect,
    mut picker: Picker<'_>,
    mut entry: impl FnMut(&mut Pen<'_>, Rect, usize, &str),
) {
    pen.clear(body);
    let area = Rect { width: width(body), ..inset(body, 3) };
    let x = pen.put(area.x, area.y, area.width, picker.title, "question");
    if x + columns(picker.list) as u16 + 2 < area.right() {
        pen.put_right(area.right(), area.y, picker.list, "muted");
    }
    let room = area.height.saturating_sub(4 + LIST);
    picker.lead.truncate(room.into());
    let y = pen.put_lines(below(area, area.y + 1), &picker.lead);
    let edge = Rect { y, height: 3.min(area.bottom().saturating_sub(y)), ..area };
    pen.frame(edge, "box.open");
    let line =
        Rect { x: edge.x + 2, y: edge.y + 1, width: edge.width.saturating_sub(4), height: 1 };
    pen.type_line(line, picker.editor, false);
    let rest = below(area, edge.bottom());
    if picker.count == 0 {
        picker.about.squeeze(rest.height);
        picker.about.draw(pen, rest);
        return;
    }
    let list = (picker.count as u16).clamp(1, LIST).min(rest.height);
    picker.about.squeeze(rest.height.saturating_sub(list + 1));
    let height = picker.about.height();
    let ruled = u16::from(height > 0);
    let list = Rect { height: rest.height.saturating_sub(height + ruled), ..rest };
    let room = usize::from(list.height);
    let first = window(picker.mark, picker.count, room);
    for (y, at) in (list.y..list.bottom()).zip(first..picker.count) {
        let is_marked = at == picker.mark;
        if is_marked {
            pen.put(list.x, y, 1, "▸", "selected");
        }
        let meaning = if is_marked { "selected" } else { "answer" };
        let row = Rect { x: list.x + 2, y, width: list.width.saturating_sub(2), height: 1 };
        entry(pen, row, at, meaning);
    }
    if ruled == 1 {
        pen.rule(rest, list.bottom());
        let left = picker.count.saturating_sub(first + room);
        if left > 0 {
            let more = pen.say_with("screen-more", &[("count", left.to_string().into())]);
            pen.put_right(rest.right() - 2, list.bottom(), &format!(" ↓ {more} "), "muted");
        }
        picker.about.draw(pen, below(rest, list.bottom() + 1));
    }
}

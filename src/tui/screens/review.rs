//! Periksa kembali: what the officer reads aloud, then what is still to be seen to.
//!
//! The list of problems keeps its place below; above it the sentences of the marked problem are in
//! sight.

use super::{said, section_title};
use crate::app::Open;
use crate::case::Lifecycle;
use crate::form::Row;
use crate::tui::measure::{columns, wrap};
use crate::tui::pen::{Pen, inset};
use crate::tui::safe;
use crate::tui::view::sign_of;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::ops::Range;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, open: &Open, marked: usize) {
    let area = inset(body, 3);
    let area = Rect { width: area.width.min(96), ..area };
    let (list, in_sight) = problems(pen, open, marked, area.width);
    // One problem is always whole in sight; the sentences have the larger part of the screen.
    let most = (area.height * 2 / 5).max(4);
    let height = (list.len() as u16).min(most);
    let below = Rect { y: area.bottom() - height, height, ..area };
    let above = Rect { height: area.height - height - 1, ..area };
    aloud(pen, above, open, marked);

    // The heading of the list stays; what is marked scrolls into sight under it.
    let Some((heading, rest)) = list.split_first() else { return };
    pen.put_lines(below, std::slice::from_ref(heading));
    let under = Rect { y: below.y + 1, height: height - 1, ..below };
    let left = scrolled(pen, under, rest, in_sight);
    more(pen, below, below.y, left);
}

/// The sentences to read, those of one section as one paragraph.
fn aloud(pen: &mut Pen<'_>, area: Rect, open: &Open, marked: usize) {
    if open.derived.sentences.is_empty() {
        return;
    }
    let heading = Line::from(vec![
        pen.span(format!("{} ", pen.say("review-aloud")), "muted"),
        pen.span(format!("\"{}\"", pen.say("review-right")), "say"),
    ]);
    pen.put_lines(area, &[heading]);
    let room = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let section = open.derived.problems().nth(marked).map(|row| row.section);
    let mut lines = Vec::new();
    let mut in_sight = 0..0;
    let parts: Vec<(usize, String)> = open
        .derived
        .sentences
        .chunk_by(|a, b| a.section == b.section)
        .map(|part| {
            let text: Vec<&str> = part.iter().map(|sentence| pen.text(&sentence.text)).collect();
            (part[0].section, text.join(" "))
        })
        .collect();
    for (at, text) in &parts {
        let from = lines.len();
        lines.extend(pen.lines(text, area.width, "answer"));
        if Some(*at) == section {
            in_sight = from..lines.len();
        }
    }
    if section.is_none() && lines.len() > usize::from(room.height) {
        // Run together it may fit; then the whole of it is read from one screen.
        let text: Vec<&str> = parts.iter().map(|(_, text)| text.as_str()).collect();
        lines = pen.lines(&text.join("  "), area.width, "answer");
        // With nothing left to mend, the mark moves the reading on.
        let from = marked.min(lines.len());
        in_sight = from..lines.len().min(from + usize::from(room.height));
    }
    let spare = usize::from(room.height).saturating_sub(lines.len());
    let air = (spare.min(1)) as u16;
    let room = Rect { y: room.y + air, height: room.height - air, ..room };
    let left = scrolled(pen, room, &lines, in_sight);
    more(pen, area, area.bottom(), left);
}

/// The heading and the problems, and which lines are the marked one's (the heading not counted).
fn problems(
    pen: &Pen<'_>,
    open: &Open,
    marked: usize,
    width: u16,
) -> (Vec<Line<'static>>, Range<usize>) {
    let count = open.derived.problems().count();
    if count == 0 {
        let key = match open.case.lifecycle {
            Lifecycle::Draft => "review-ready",
            Lifecycle::Finalized | Lifecycle::Done => "review-finished",
        };
        let lines = pen.hanging(pen.span("✔", "done"), 2, &pen.say(key), width, "done");
        return (lines, 0..0);
    }
    let heading = pen.say_with("review-problems", &[("count", count.to_string().into())]);
    let mut lines = vec![pen.line(heading, "title")];
    let mut in_sight = 0..0;
    for (at, row) in open.derived.problems().enumerate() {
        let from = lines.len() - 1;
        lines.extend(problem(pen, open, row, at, at == marked, width));
        if at == marked {
            in_sight = from..lines.len() - 1;
        }
    }
    (lines, in_sight)
}

/// One problem: its number, the question, what is missing.
fn problem(
    pen: &Pen<'_>,
    open: &Open,
    row: &Row,
    at: usize,
    marked: bool,
    width: u16,
) -> Vec<Line<'static>> {
    let question = open.form.pack.question(row.question);
    let mut label = pen.text(&question.label).to_owned();
    if !row.path.scope().is_empty() {
        label = format!("{label} ({})", section_title(pen, open, row.section));
    }
    let finding = row.findings.iter().find(|finding| Some(finding.level) == row.open_level());
    let (sign, meaning, what) = match finding {
        Some(finding) if row.answered || !row.required => {
            let (sign, meaning) = sign_of(finding.level);
            (sign, meaning, said(pen, finding).0)
        }
        _ => ("○", "todo", pen.say("review-missing")),
    };
    let labels = width * 42 / 100;
    let style = pen.style(if marked { "selected" } else { "answer" });
    let mark = pen.span(if marked { "▸ " } else { "  " }, "selected");
    let number = pen.span(format!("{:<3}", at + 1), "muted");
    let left = wrap(&safe(&label), usize::from(labels - 7));
    let right = wrap(&safe(&what), usize::from(width - labels - 2));
    (0..left.len().max(right.len()))
        .map(|row| {
            let mut spans = match row {
                0 => vec![mark.clone(), number.clone()],
                _ => vec![Span::raw("     ")],
            };
            let text = left.get(row).cloned().unwrap_or_default();
            let gap = usize::from(labels - 5).saturating_sub(columns(&text));
            spans.push(Span::styled(text, style));
            spans.push(Span::raw(" ".repeat(gap)));
            let sign = if row == 0 { sign } else { " " };
            spans.push(pen.span(format!("{sign} "), meaning));
            let text = right.get(row).cloned().unwrap_or_default();
            spans.push(Span::styled(text, pen.style("answer")));
            Line::from(spans)
        })
        .collect()
}

/// Draws the lines so that those `in_sight` are; tells how many are left below.
fn scrolled(
    pen: &mut Pen<'_>,
    area: Rect,
    lines: &[Line<'static>],
    in_sight: Range<usize>,
) -> usize {
    let room = usize::from(area.height);
    let first = if lines.len() <= room || in_sight.end <= room {
        0
    } else {
        // A line after the marked one shows that the list goes on.
        (in_sight.end + 1).saturating_sub(room).min(in_sight.start).min(lines.len() - room)
    };
    let shown = &lines[first..lines.len().min(first + room)];
    pen.put_lines(area, shown);
    lines.len() - first - shown.len()
}

/// Tells at the right edge of row `y` how many lines are left below, if any.
fn more(pen: &mut Pen<'_>, area: Rect, y: u16, left: usize) {
    if left > 0 {
        let text = pen.say_with("screen-more", &[("count", left.to_string().into())]);
        pen.put_right(area.right(), y, &format!("↓ {text}"), "muted");
    }
}

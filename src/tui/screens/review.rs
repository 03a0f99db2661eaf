//! Periksa kembali: what the officer reads aloud, then what is still to be seen to.

use super::{said, section_title};
use crate::app::Open;
use crate::case::Lifecycle;
use crate::form::Row;
use crate::tui::pen::{Pen, inset};
use crate::tui::view::sign_of;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, open: &Open, marked: usize) {
    let area = inset(body, 3);
    let area = Rect { width: area.width.min(90), ..area };
    let mut lines = aloud(pen, open, area.width);
    let mut problems = open.derived.problems().peekable();
    let mut in_sight = 0..0;
    if problems.peek().is_some() {
        let count = open.derived.problems().count();
        let heading = pen.say_with("review-problems", &[("count", count.to_string().into())]);
        lines.push(pen.line(heading, "title"));
        for (at, row) in problems.enumerate() {
            let from = lines.len();
            lines.extend(problem(pen, open, row, at, at == marked, area.width));
            if at == marked {
                in_sight = from..lines.len();
            }
        }
    } else {
        let (key, meaning) = match open.case.lifecycle {
            Lifecycle::Draft => ("review-ready", "done"),
            Lifecycle::Finalized | Lifecycle::Done => ("review-finished", "done"),
        };
        lines.extend(pen.hanging(pen.span("✔", meaning), 2, &pen.say(key), area.width, meaning));
    }
    scrolled(pen, area, &lines, in_sight);
}

/// The sentences, those of one section as one paragraph.
fn aloud(pen: &Pen<'_>, open: &Open, width: u16) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    if open.derived.sentences.is_empty() {
        return lines;
    }
    lines.push(Line::from(vec![
        pen.span(format!("{} ", pen.say("review-aloud")), "muted"),
        pen.span(format!("\"{}\"", pen.say("review-right")), "say"),
    ]));
    lines.push(Line::default());
    for part in open.derived.sentences.chunk_by(|a, b| a.section == b.section) {
        let text: Vec<&str> = part.iter().map(|sentence| pen.text(&sentence.text)).collect();
        lines.extend(pen.lines(&text.join(" "), width, "answer"));
    }
    lines.push(Line::default());
    lines
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
    let style = if marked { "selected" } else { "answer" };
    let mark = pen.span(if marked { "▸ " } else { "  " }, "selected");
    let number = pen.span(format!("{:<3}", at + 1), "muted");
    let left = crate::tui::measure::wrap(&crate::tui::safe(&label), usize::from(labels - 7));
    let right =
        crate::tui::measure::wrap(&crate::tui::safe(&what), usize::from(width - labels - 2));
    let rows = left.len().max(right.len());
    (0..rows)
        .map(|row| {
            let mut spans = if row == 0 {
                vec![mark.clone(), number.clone()]
            } else {
                vec![Span::raw("     ")]
            };
            let text = left.get(row).cloned().unwrap_or_default();
            let gap = usize::from(labels - 5).saturating_sub(crate::tui::measure::columns(&text));
            spans.push(Span::styled(text, pen.style(style)));
            spans.push(Span::raw(" ".repeat(gap)));
            let sign = if row == 0 { sign } else { " " };
            spans.push(pen.span(format!("{sign} "), meaning));
            spans
                .extend(right.get(row).map(|text| Span::styled(text.clone(), pen.style("answer"))));
            Line::from(spans)
        })
        .collect()
}

/// Draws the lines so that those `in_sight` are; says how many are left below.
fn scrolled(
    pen: &mut Pen<'_>,
    area: Rect,
    lines: &[Line<'static>],
    in_sight: std::ops::Range<usize>,
) {
    let room = usize::from(area.height);
    let first = if in_sight.end <= room.saturating_sub(1) || lines.len() <= room {
        0
    } else {
        (in_sight.end + 2).saturating_sub(room).min(lines.len() - room)
    };
    let shown = &lines[first..lines.len().min(first + room)];
    pen.put_lines(area, shown);
    let left = lines.len() - first - shown.len();
    if left > 0 {
        let last = Rect { y: area.bottom() - 1, height: 1, ..area };
        pen.clear(last);
        let more = pen.say_with("review-more", &[("count", (left + 1).to_string().into())]);
        pen.put(last.x, last.y, last.width, &format!("↓ {more}"), "muted");
    }
}

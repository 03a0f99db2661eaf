//! Lembar: all answers of the case as a dense sheet, the open one being typed in its line.
//!
//! What is to say about the open line stands in a strip of its own below, so that no line moves while
//! something is typed.

use super::{fill, offers, said, section_title, sign_of_row};
use crate::app::Open;
use crate::app::screens::fill::Fill;
use crate::form::{Kind, Row, is_typed};
use crate::tui::measure::window;
use crate::tui::pen::{Pen, inset};
use crate::tui::view::sign_of;
use ratatui::layout::Rect;

/// Rows of the strip below: the sentence, and two lines about the answer.
const STRIP: u16 = 3;

enum Entry {
    Heading(usize),
    Answer(usize),
}

pub(super) fn draw(pen: &mut Pen<'_>, body: Rect, open: &Open, fill: &Fill) {
    let area = inset(body, 2);
    let list = Rect { height: area.height.saturating_sub(STRIP + 1), ..area };
    let mut entries = Vec::with_capacity(open.derived.rows.len() * 2);
    let mut marked = 0;
    for (at, section) in open.derived.sections.iter().enumerate() {
        if !section.rows.is_empty() || section.ordinal.is_some() {
            entries.push(Entry::Heading(at));
        }
        for row in section.rows.clone() {
            if open.derived.rows[row].path == fill.path {
                marked = entries.len();
            }
            entries.push(Entry::Answer(row));
        }
    }
    let room = usize::from(list.height);
    let first = window(marked, entries.len(), room);
    let labels = (list.width * 36 / 100).clamp(18, 40);
    let shown = entries.iter().enumerate().skip(first).take(room);
    for (y, (at, entry)) in (list.y..).zip(shown) {
        match entry {
            Entry::Heading(section) => {
                let title = section_title(pen, open, *section);
                pen.put(list.x, y, list.width, &title, "title");
            }
            Entry::Answer(row) => {
                let row = &open.derived.rows[*row];
                let line = Rect { y, height: 1, ..list };
                answer(pen, line, labels, open, row, (at == marked).then_some(fill));
            }
        }
    }
    pen.rule(area, list.bottom());
    if let Some(row) = open.derived.row(&fill.path) {
        strip(pen, Rect { y: list.bottom() + 1, height: STRIP, ..area }, open, row, fill.mark);
    }
}

/// One line: label, sign, answer; the open one is typed or turned in place.
fn answer(pen: &mut Pen<'_>, line: Rect, labels: u16, open: &Open, row: &Row, fill: Option<&Fill>) {
    let question = open.form.pack.question(row.question);
    let (x, y) = (line.x + 2, line.y);
    if fill.is_some() {
        pen.put(line.x, y, 1, "▸", "selected");
    }
    let meaning = if fill.is_some() { "selected" } else { "answer" };
    let label = pen.text(&question.label).to_owned();
    pen.put(x, y, labels, &label, meaning);
    let (sign, style) = match question.kind {
        Kind::Calculated => ("=", "muted"),
        kind => sign_of_row(row, kind),
    };
    pen.put(x + labels + 1, y, 1, sign, style);
    let field = Rect { x: x + labels + 3, ..line };
    let field = Rect { width: line.right().saturating_sub(field.x + 1), ..field };
    let Some(fill) = fill else {
        let raw = open.live.raw(&row.path);
        // What could not be read is shown as it was typed.
        let shown = pen.text(&row.shown);
        let shown = if shown.is_empty() { raw } else { shown }.to_owned();
        let style = if question.kind == Kind::Calculated { "muted" } else { "answer" };
        pen.put(field.x, y, field.width, &shown, style);
        return;
    };
    if is_typed(question.kind) {
        let style = pen.style("box.open");
        for x in field.left()..field.right() {
            pen.buffer[(x, y)].set_char('_').set_style(style);
        }
        pen.type_line(field, &fill.editor, false);
        return;
    }
    let offers = offers(pen, open, row);
    if offers.is_empty() {
        let shown = pen.text(&row.shown).to_owned();
        pen.put(field.x, y, field.width, &shown, "answer");
        return;
    }
    let marked = fill.mark.and_then(|at| Some((at, offers.get(at)?)));
    let Some((at, offer)) = marked else {
        let choose = format!("‹ {} ›", pen.say("sheet-choose"));
        pen.put(field.x, y, field.width, &choose, "selected");
        return;
    };
    let sign = match (question.kind == Kind::Choices, offer.chosen) {
        (true, true) => "[✔] ",
        (true, false) => "[ ] ",
        (false, true) => "● ",
        (false, false) => "○ ",
    };
    let count = format!("{}/{}", at + 1, offers.len());
    let end = pen.put_right(field.right(), y, &count, "muted");
    let text = format!("‹ {sign}{} ›", offer.label);
    pen.put(field.x, y, end.saturating_sub(field.x + 1), &text, "selected");
}

/// What to say, and what there is to say about the answer.
fn strip(pen: &mut Pen<'_>, area: Rect, open: &Open, row: &Row, marked: Option<usize>) {
    let question = open.form.pack.question(row.question);
    let (head, say) = super::to_say(pen, open, question);
    if !say.is_empty() {
        let head = format!("{head}: ");
        let say = format!("\"{say}\"");
        let x = pen.put(area.x, area.y, area.width, &head, "muted");
        pen.put(x, area.y, area.right().saturating_sub(x), &say, "say");
    }
    let below = Rect { y: area.y + 1, height: area.height - 1, ..area };
    let open_finding = row.findings.iter().find(|finding| Some(finding.level) == row.open_level());
    if let Some(finding) = open_finding {
        let (sign, meaning) = sign_of(finding.level);
        let (what, _, next) = said(pen, finding);
        let text = format!("{what} {next}");
        let lines = pen.hanging(pen.span(sign, meaning), 2, text.trim_end(), area.width, meaning);
        pen.put_lines(below, &lines);
    } else if let Some(blocked) = &row.blocked {
        let label = super::label_of(pen, open, &blocked.by);
        let text = pen.say_with("tasks-first", &[("label", label.into())]);
        pen.put(below.x, below.y, below.width, &format!("▲ {text}"), "blocked");
    } else if is_typed(question.kind) {
        let [reading, _] = fill::reading(pen, open, row, question.kind);
        let hint =
            if reading.is_empty() { pen.text(&question.example).to_owned() } else { reading };
        let lines = pen.lines(&hint, area.width, "info");
        pen.put_lines(below, &lines);
    } else {
        let offers: Vec<String> = offers(pen, open, row)
            .iter()
            .enumerate()
            .take(9)
            .map(|(at, offer)| {
                let mark = if Some(at) == marked { "▸" } else { "" };
                format!("{mark}{} {}", at + 1, offer.label)
            })
            .collect();
        let lines = pen.lines(&offers.join("   "), area.width, "muted");
        pen.put_lines(below, &lines);
    }
}

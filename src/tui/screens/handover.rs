//! Serah ke OSS: one value large in the middle, what is done above it, what comes below it.

use crate::app::Open;
use crate::app::screens::handover::{Step, steps, value_at};
use crate::tui::measure::{columns, wrap};
use crate::tui::pen::{Pen, inset};
use crate::tui::safe;
use ratatui::layout::Rect;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, open: &Open, at: usize) {
    let area = inset(body, 3);
    let area = Rect { width: area.width.min(100), ..area };
    let steps = steps(open);
    let Some(here) = steps.get(at) else {
        let empty = pen.say("handover-empty");
        pen.put(area.x, area.y + 1, area.width, &empty, "muted");
        return;
    };
    let done = steps.iter().filter(|step| step.done).count();
    let progress = pen.say_with(
        "handover-progress",
        &[("done", done.to_string().into()), ("total", steps.len().to_string().into())],
    );
    let end = pen.put_right(area.right(), area.y, &progress, "answer");
    let page = page_title(pen, open, here);
    pen.put(area.x, area.y, end.saturating_sub(area.x + 2), &page, "title");
    let mut top = area.y + 2;
    if let Some(nib) = &open.case.nib {
        let text = pen.say_with("handover-nib", &[("nib", nib.as_str().into())]);
        pen.put(area.x, area.y + 1, area.width, &format!("✔ {text}"), "done");
        top += 1;
    }

    let room = Rect { y: top, height: area.bottom().saturating_sub(top), ..area };
    let value = value_at(open, &steps, at).unwrap_or_default().to_owned();
    let large = large_value(&value, area.width.saturating_sub(8));
    // Label, box, the count of signs, and room around them.
    let middle = (large.len() as u16 + 6).min(room.height);
    let above = ((room.height - middle) / 2).min(4);
    let before = (at as u16).min(above);
    for (y, step) in (room.y + above - before..).zip(&steps[at - usize::from(before)..at]) {
        row(pen, area, y, open, step);
    }
    current(pen, Rect { y: room.y + above, height: middle, ..room }, here, &value, &large);
    let mut y = room.y + above + middle;
    let mut last = here;
    for step in &steps[at + 1..] {
        if (step.page, step.ordinal) != (last.page, last.ordinal) {
            if y + 1 >= room.bottom() {
                break;
            }
            let title = page_title(pen, open, step);
            pen.put(area.x, y, area.width, &title, "muted");
            y += 1;
        }
        if y >= room.bottom() {
            break;
        }
        row(pen, area, y, open, step);
        (y, last) = (y + 1, step);
    }
}

/// `Halaman OSS 2 dari 5: Data Usaha (2)`.
fn page_title(pen: &Pen<'_>, open: &Open, step: &Step) -> String {
    let pages = &open.form.pack.oss_pages;
    let title = pages.get(step.page).map_or("", |page| pen.text(&page.title));
    let title = match step.ordinal {
        Some(ordinal) => format!("{title} ({ordinal})"),
        None => title.to_owned(),
    };
    pen.say_with(
        "handover-page",
        &[
            ("page", (step.page + 1).to_string().into()),
            ("pages", pages.len().to_string().into()),
            ("title", title.into()),
        ],
    )
}

fn row(pen: &mut Pen<'_>, area: Rect, y: u16, open: &Open, step: &Step) {
    let (sign, meaning) = if step.done { ("✔", "done") } else { ("○", "todo") };
    pen.put(area.x + 2, y, 1, sign, meaning);
    let labels = (area.width * 36 / 100).clamp(18, 36);
    pen.put(area.x + 5, y, labels, &step.label, "answer");
    let value = open.derived.row(&step.path).map_or("", |row| row.oss_value.as_str()).to_owned();
    let x = area.x + 5 + labels + 2;
    pen.put(x, y, area.right().saturating_sub(x), &value, "answer");
}

/// The value to be typed now.
fn current(pen: &mut Pen<'_>, area: Rect, step: &Step, value: &str, large: &[String]) {
    let label = format!("{}{}", if step.done { "✔ " } else { "" }, step.label);
    pen.put_centred(area, area.y + 1, &label, "question");
    let widest = large.iter().map(|line| columns(line)).max().unwrap_or(0) as u16;
    let width = (widest + 8).max(30).min(area.width);
    let height = (large.len() as u16 + 2).min(area.height.saturating_sub(3));
    let edge = Rect { x: area.x + (area.width - width) / 2, y: area.y + 2, width, height };
    pen.frame(edge, "box.open");
    for (y, line) in (edge.y + 1..edge.bottom().saturating_sub(1)).zip(large) {
        pen.put_centred(edge, y, line, "value");
    }
    // Counting the signs finds the one OSS swallowed.
    let is_number = !value.is_empty() && value.bytes().all(|sign| sign.is_ascii_digit());
    if is_number && value.len() > 4 {
        let count = pen.say_with("handover-digits", &[("count", value.len().to_string().into())]);
        pen.put_centred(area, edge.bottom(), &count, "muted");
    }
}

/// The value as large as lines of text can be: long numbers in groups of four.
fn large_value(value: &str, width: u16) -> Vec<String> {
    let is_number = value.len() >= 8 && value.bytes().all(|sign| sign.is_ascii_digit());
    let shown = if is_number {
        let groups: Vec<&str> =
            (0..value.len()).step_by(4).map(|at| &value[at..(at + 4).min(value.len())]).collect();
        groups.join(" ")
    } else {
        value.split('\n').map(safe).collect::<Vec<_>>().join("\n")
    };
    let mut lines = wrap(&shown, width.into());
    lines.truncate(6);
    lines
}

//! Titip berkas: one small question a step.

use super::overlay::open_window;
use crate::app::screens::park::{Park, Step};
use crate::case::{Care, Condition};
use crate::report::call::waits_for;
use crate::report::days::whole;
use crate::tui::pen::{Pen, below};
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Columns inside the window.
const WIDTH: u16 = 60;
/// Rows inside it: the same at every step, so that nothing jumps.
const ROWS: u16 = 13;

pub(super) fn draw(pen: &mut Pen<'_>, body: Rect, park: &Park) {
    let inside = open_window(pen, body, WIDTH, ROWS);
    let title = pen.say("waiting-title");
    let count = park.steps().count();
    let at = park.steps().position(|step| step == park.step).map_or(1, |at| at + 1);
    pen.put_right(inside.right(), inside.y, &format!("{at}/{count}"), "muted");
    let chosen = waits_for(park.condition(), None, park.reason.text(), pen.words);
    let title = if park.step > Step::Reason { format!("{title} · {chosen}") } else { title };
    pen.put(inside.x, inside.y, inside.width.saturating_sub(6), &title, "muted");
    let area = below(inside, inside.y + 1);
    match park.step {
        Step::Condition => conditions(pen, area, park),
        Step::Reason => reason(pen, area, park),
        Step::Until => until(pen, area, park),
        Step::Consent => consent(pen, area, park),
        Step::Left => _ = typed(pen, below(area, area.y + 1), "waiting-left", park),
        Step::Care => care(pen, area, park),
    }
}

fn conditions(pen: &mut Pen<'_>, area: Rect, park: &Park) {
    let question = pen.say("waiting-on");
    pen.put(area.x, area.y, area.width, &question, "question");
    let named = Condition::ALL.map(|on| pen.say(&format!("condition-{}", on.code())));
    let all = named.into_iter().chain([pen.say("condition-other")]);
    for (y, (at, label)) in (area.y + 2..).zip(all.enumerate()) {
        let number = (at + 1) % (Condition::ALL.len() + 1);
        let meaning = if at == park.marked { "selected" } else { "answer" };
        let sign = if at == park.marked { "▸" } else { " " };
        pen.put(area.x, y, area.width, &format!("{sign} {number}  {label}"), meaning);
    }
}

/// A question, its hint and the line it is answered in; tells the row after it.
fn typed(pen: &mut Pen<'_>, area: Rect, key: &str, park: &Park) -> u16 {
    let mut lines = pen.lines(&pen.say(key), area.width, "question");
    lines.extend(pen.lines(&pen.say(&format!("{key}.hint")), area.width, "muted"));
    let y = pen.put_lines(area, &lines);
    let edge = Rect { y: y + 1, height: 3, ..area };
    pen.frame(edge, "box.open");
    let line = Rect { x: edge.x + 2, y: edge.y + 1, width: edge.width - 4, height: 1 };
    if let Some(editor) = park.editor() {
        pen.type_line(line, editor, false);
    }
    edge.bottom()
}

fn reason(pen: &mut Pen<'_>, area: Rect, park: &Park) {
    let area = below(area, area.y + 1);
    match park.condition() {
        None => _ = typed(pen, area, "prompt-park", park),
        Some(on) => {
            let words = pen.say(&format!("condition-{}", on.code()));
            let text = pen.say_with("waiting-reason", &[("condition", words.into())]);
            let y = pen.put_lines(area, &pen.lines(&text, area.width, "answer"));
            typed(pen, below(area, y + 1), "waiting-more", park);
        }
    }
}

fn until(pen: &mut Pen<'_>, area: Rect, park: &Park) {
    let key = match park.condition() {
        Some(Condition::Tanggal) => "waiting-day",
        _ => "waiting-until",
    };
    let y = typed(pen, below(area, area.y + 1), key, park);
    if let Some(day) = park.day() {
        let day = format!("→ {}", whole(day, pen.words));
        pen.put(area.x + 2, y, area.width - 2, &day, "info");
    }
}

fn consent(pen: &mut Pen<'_>, area: Rect, park: &Park) {
    let mut lines: Vec<Line<'static>> =
        pen.lines(&pen.say("waiting-consent"), area.width, "question");
    lines.push(Line::default());
    lines.extend(pen.lines(&pen.say("waiting-consent.say"), area.width, "say"));
    lines.push(Line::default());
    for (yes, key) in [(true, "waiting-consent.yes"), (false, "waiting-consent.no")] {
        let chosen = park.consent == Some(yes);
        let (sign, meaning) = if chosen { ("▸", "selected") } else { (" ", "answer") };
        lines.extend(pen.hanging(pen.span(sign, meaning), 2, &pen.say(key), area.width, meaning));
    }
    if park.no_number {
        let warning = pen.say("waiting-number");
        lines.extend(pen.hanging(pen.span("!", "periksa"), 2, &warning, area.width, "periksa"));
        let next = pen.say("waiting-number.next");
        lines.extend(pen.hanging(pen.span(" ", "answer"), 2, &next, area.width, "answer"));
    }
    pen.put_lines(area, &lines);
}

fn care(pen: &mut Pen<'_>, area: Rect, park: &Park) {
    let mut lines = pen.lines(&pen.say("waiting-care"), area.width, "question");
    lines.extend(pen.lines(&pen.say("waiting-care.hint"), area.width, "muted"));
    let y = pen.put_lines(below(area, area.y + 1), &lines) + 1;
    for (y, (at, care)) in (y..).zip(Care::ALL.into_iter().enumerate()) {
        let label = pen.say(&format!("care-{}", care.code()));
        let sign = if at == park.marked { "▸" } else { " " };
        let ticked = if park.care & care.bit() != 0 { "[✔]" } else { "[ ]" };
        let meaning = if at == park.marked { "selected" } else { "answer" };
        pen.put(area.x, y, area.width, &format!("{sign} {} {ticked} {label}", at + 1), meaning);
    }
}

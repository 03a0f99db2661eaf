//! Beranda: the queues, newest first, and the search.
//!
//! Of a hundred thousand cases only the lines in sight are made.

use super::call::{outcome, why};
use crate::app::screens::beranda::{Beranda, Line, Queue};
use crate::app::{Due, Office, waiting};
use crate::case::{Care, Outcome, Summary};
use crate::report::call::waits_for;
use crate::tui::measure::{columns, window};
use crate::tui::pen::{Pen, inset};
use crate::tui::when;
use ratatui::layout::Rect;

/// Columns of the search line.
const SEARCH: u16 = 22;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, beranda: &Beranda) {
    let Some(office) = &pen.state.office else { return };
    let area = inset(body, 2);
    search(pen, area, beranda, &office.officer.0);
    let list = Rect { y: area.y + 2, height: area.height - 2, ..area };
    let list = pen.with_more(list, beranda.selected, beranda.lines.len());
    if !beranda.lines.iter().take(16).any(|line| matches!(line, Line::Case(_))) {
        let key = if beranda.query.text().trim().is_empty() {
            "beranda-empty"
        } else {
            "beranda-nothing"
        };
        let lines = pen.lines(&pen.say(key), list.width.min(64), "muted");
        let y = list.y + 1 + beranda.lines.len().min(usize::from(list.height) - 4) as u16;
        pen.put_lines(Rect { y, height: list.bottom().saturating_sub(y), ..list }, &lines);
    }
    let room = usize::from(list.height);
    let first = window(beranda.selected, beranda.lines.len(), room);
    let shown = beranda.lines.iter().enumerate().skip(first).take(room);
    for (y, (at, line)) in (list.y..).zip(shown) {
        match line {
            Line::Gap => {}
            Line::Heading(queue, count) => {
                let heading = pen.say(queue.key());
                let meaning = if *count > 0 { "title" } else { "muted" };
                pen.put(list.x, y, list.width - 8, &heading, meaning);
                pen.put_right(list.right() - 1, y, &grouped(*count), "muted");
            }
            Line::Case(case) => {
                let summary = &office.cases[*case].summary;
                row(pen, list, y, office, beranda, summary, at == beranda.selected);
            }
        }
    }
}

/// The greeting, and the search line at the right.
fn search(pen: &mut Pen<'_>, area: Rect, beranda: &Beranda, officer: &str) {
    let greeting = pen.say_with(when::greeting(pen.env), &[("officer", officer.into())]);
    let field = Rect { x: area.right() - SEARCH - 1, width: SEARCH, height: 1, ..area };
    let style = pen.style(if beranda.searching { "box.open" } else { "box" });
    for x in field.left()..field.right() {
        pen.buffer[(x, field.y)].set_char('_').set_style(style);
    }
    let label = pen.say("beranda-search");
    let meaning = if beranda.searching { "selected" } else { "muted" };
    let x = pen.put_right(field.x - 2, field.y, &label, meaning);
    let cursor = beranda.searching.then(|| beranda.query.cursor());
    pen.typed_line(field, beranda.query.text(), cursor, false);
    pen.put(area.x, area.y, x.saturating_sub(area.x + 2), &greeting, "question");
}

/// One case: who, what for, how far, since when.
fn row(
    pen: &mut Pen<'_>,
    area: Rect,
    y: u16,
    office: &Office,
    beranda: &Beranda,
    summary: &Summary,
    marked: bool,
) {
    let meaning = if marked { "selected" } else { "answer" };
    if marked {
        pen.put(area.x, y, 1, "▸", "selected");
    }
    let (queue, stands) = (Queue::of(summary), Queue::now(summary, &beranda.dues));
    let ago = when::ago(pen.env, pen.words, summary.last_ms);
    let wide = area.width >= 76;
    let (last, far) = (12, if wide { 18 } else { 14 });
    let name_width = (area.width * 24 / 100).clamp(12, 28);
    let name = if summary.name().is_empty() { summary.code() } else { summary.name() };
    pen.put(area.x + 2, y, name_width, name, meaning);
    let what_x = area.x + 2 + name_width + 1;
    if stands == Queue::Call {
        let room = Rect { x: what_x, y, width: area.right().saturating_sub(what_x), height: 1 };
        return call(pen, room, beranda, summary, meaning);
    }
    let far_x = area.right().saturating_sub(last + far);
    let what = what(pen, queue, office, summary);
    // What it waits for is there, and nobody may be called: whoever looks here should know.
    let ready = summary.waits.as_deref().and_then(|waits| beranda.dues.of(waits));
    let what =
        if ready.is_some() { format!("✔ {} · {what}", pen.say("call-ready")) } else { what };
    let silent = summary.waits.as_deref().is_some_and(|waits| waits.consent && waits.no_number);
    let silent = silent && queue == Queue::Waiting;
    let what = if silent { format!("! {} · {what}", pen.say("waiting-no-number")) } else { what };
    // What a case waits for says more than how far it is.
    if queue == Queue::Waiting && stands != Queue::Supervisor {
        pen.put(what_x, y, (far_x + far).saturating_sub(what_x + 1), &what, meaning);
    } else {
        pen.put(what_x, y, far_x.saturating_sub(what_x + 1), &what, meaning);
        let (progress, sign) =
            progress(pen, if stands == Queue::Supervisor { stands } else { queue }, summary);
        pen.put(far_x, y, far - 1, &progress, sign);
    }
    let ago_width = columns(&ago) as u16;
    pen.put(area.right() - last.max(ago_width), y, last, &ago, "muted");
}

/// An applicant to call: why, how often they came, what the last call brought, why they come first.
fn call(pen: &mut Pen<'_>, room: Rect, beranda: &Beranda, summary: &Summary, meaning: &str) {
    let Some(waits) = &summary.waits else { return };
    let mut parts: Vec<(String, &str)> = Vec::new();
    if let Some(due) = beranda.dues.of(waits) {
        parts.push((why(pen, due), meaning));
    }
    if summary.visits > 1 {
        let alarm = waiting::needs_supervisor(summary);
        let args = [("count", summary.visits.to_string().into())];
        let text = pen.say_with("call-visit", &args);
        let (text, meaning) =
            if alarm { (format!("! {text}"), "periksa") } else { (text, meaning) };
        parts.push((text, meaning));
    }
    let coming = matches!(beranda.dues.of(waits), Some(Due::Coming(_)));
    if let Some(at) = waits.called_ms.filter(|_| !coming) {
        parts.push((format!("{} {}", outcome(pen, waits.outcome()), last(pen, at)), "muted"));
    }
    let care: Vec<String> = Care::ALL
        .into_iter()
        .filter(|care| summary.has_care(*care))
        .map(|care| pen.say(&format!("care-{}.short", care.code())))
        .collect();
    // Who comes first is told whole, whatever else is cut.
    let care = care.join(", ");
    let cared = if care.is_empty() { 0 } else { columns(&care) as u16 + 3 };
    let end = room.right().saturating_sub(cared);
    let mut x = room.x;
    for (text, meaning) in parts {
        if x > room.x {
            if x + 3 >= end {
                break;
            }
            x = pen.put(x, room.y, end.saturating_sub(x), " · ", "muted");
        }
        x = pen.put(x, room.y, end.saturating_sub(x), &text, meaning);
    }
    if !care.is_empty() {
        if x > room.x {
            x = pen.put(x, room.y, 3, " · ", "muted");
        }
        pen.put(x, room.y, room.right().saturating_sub(x), &care, "say");
    }
}

/// The service and the business; of a waiting case first what it waits for.
fn what(pen: &Pen<'_>, queue: Queue, office: &Office, summary: &Summary) -> String {
    let service = office
        .packs
        .iter()
        .find(|pack| pack.id == summary.pack())
        .map_or(summary.pack(), |pack| pen.text(&pack.title));
    let reason = summary.waits.as_ref().filter(|_| queue == Queue::Waiting);
    let reason =
        reason.map(|waits| waits_for(waits.condition(), waits.until, &waits.reason, pen.words));
    // What was agreed on the telephone says more than what it waits for.
    let agreed = summary.waits.as_ref().filter(|_| queue == Queue::Waiting).and_then(|waits| {
        let called = waits.called_ms?;
        Some(match (waits.next_ms, waits.outcome()) {
            (Some(next), Some(Outcome::Coming)) => why(pen, Due::Coming(next)),
            (Some(next), _) => why(pen, Due::Again(next)),
            (None, answer) => format!("{} {}", outcome(pen, answer), last(pen, called)),
        })
    });
    let (agreed, reason) = (agreed.as_deref(), reason.as_deref());
    let activity = Some(summary.activity()).filter(|text| !text.is_empty());
    // In an office with one service its name on every line would tell nothing.
    let service = Some(service).filter(|_| office.packs.len() != 1 || activity.is_none());
    let parts = [agreed, reason, service, activity];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// When the last call was: the hour of today, the day of another.
fn last(pen: &Pen<'_>, at: i64) -> String {
    if pen.env.day_of(at) == pen.env.today() {
        when::clock(pen.env, at)
    } else {
        when::ago(pen.env, pen.words, at)
    }
}

fn progress(pen: &Pen<'_>, queue: Queue, summary: &Summary) -> (String, &'static str) {
    let counted = |key: &str, (done, total): (u16, u16)| {
        pen.say_with(key, &[("done", done.to_string().into()), ("total", total.to_string().into())])
    };
    match queue {
        Queue::Call | Queue::Supervisor => {
            let args = [("count", summary.visits.to_string().into())];
            (format!("! {}", pen.say_with("call-visit.short", &args)), "periksa")
        }
        Queue::Continue if summary.blocked => {
            (format!("▲ {}", pen.say("tasks-status-blocked")), "blocked")
        }
        Queue::Continue | Queue::Waiting => {
            (counted("beranda-progress", summary.progress), "answer")
        }
        Queue::Handover => (counted("beranda-copied", summary.handed), "answer"),
        Queue::Done => {
            let packs = pen.state.office.as_ref().map_or(&[][..], |office| &office.packs);
            let is_nib = packs.iter().any(|pack| pack.id == summary.pack() && pack.group == "nib");
            let key = if is_nib { "beranda-done" } else { "beranda-done.other" };
            (format!("✔ {}", pen.say(key)), "done")
        }
    }
}

/// A count with dots between thousands.
fn grouped(count: usize) -> String {
    crate::ident::number::group(count as i64)
}

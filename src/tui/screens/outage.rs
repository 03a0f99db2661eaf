//! The window in which an outage is written down, ended, or its times are set right.

use super::overlay::open_window;
use crate::app::Editor;
use crate::app::outage::moment::{self, Fault};
use crate::app::screens::outage::{Step, Task, Window};
use crate::office::{Outage, SYSTEMS};
use crate::report::outage::{duration, system};
use crate::tui::pen::Pen;
use crate::tui::when;
use ratatui::layout::Rect;

/// Columns inside the window.
const WIDTH: u16 = 58;
/// Columns of a time that is typed.
const TIME: u16 = 22;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, window: &Window) {
    match (window.task, window.step) {
        (Task::New, Step::System) => systems(pen, body, window),
        (Task::New, _) => new(pen, body, window),
        _ => times(pen, body, window),
    }
}

/// Which system: a number chooses; what is down already is marked.
fn systems(pen: &mut Pen<'_>, body: Rect, window: &Window) {
    let inside = open_window(pen, body, WIDTH, SYSTEMS.len() as u16 + 3);
    let title = pen.say("outage-window");
    pen.put(inside.x, inside.y, inside.width, &title, "title");
    let ask = pen.say("outage-which");
    pen.put(inside.x, inside.y + 1, inside.width, &ask, "muted");
    for (at, code) in SYSTEMS.iter().enumerate() {
        let y = inside.y + 3 + at as u16;
        let marked = at == window.system;
        let meaning = if marked { "selected" } else { "answer" };
        if marked {
            pen.put(inside.x, y, 1, "▸", "selected");
        }
        let name = format!("{}  {}", at + 1, system(code, pen.words));
        pen.put(inside.x + 2, y, 30, &name, meaning);
        let journal = pen.state.office.as_ref().map(|office| &office.journal);
        if let Some(open) = journal.and_then(|journal| journal.open_of(code)) {
            let since = moment::written(pen.env, open.since_ms);
            let text = pen.say_with("outage-since", &[("time", since.into())]);
            let x = inside.x + 34;
            pen.put(x, y, inside.right().saturating_sub(x), &format!("▲ {text}"), "blocked");
        }
    }
}

/// What is seen, and since when.
fn new(pen: &mut Pen<'_>, body: Rect, window: &Window) {
    let inside = open_window(pen, body, WIDTH, 10);
    let name = system(window.system(), pen.words);
    let title = pen.say_with("outage-new", &[("system", name.into())]);
    pen.put(inside.x, inside.y, inside.width, &title, "title");
    let ask = pen.say("outage-symptom");
    pen.put(inside.x, inside.y + 2, inside.width, &ask, "question");
    let hint = pen.say(&format!("outage-hint-{}", window.system()));
    pen.put(inside.x, inside.y + 3, inside.width, &hint, "muted");
    let edge = Rect { y: inside.y + 4, height: 3, ..inside };
    let open = window.step == Step::Symptom;
    pen.frame(edge, if open { "box.open" } else { "box" });
    let line = Rect { x: edge.x + 2, y: edge.y + 1, width: edge.width - 4, height: 1 };
    typed(pen, line, &window.symptom, open);
    let y = inside.y + 8;
    if !time(pen, inside, y, "outage-since-ask", &window.since, window.step == Step::Since) {
        return;
    }
    let officer =
        pen.state.office.as_ref().map_or(String::new(), |office| office.officer.0.clone());
    let by = pen.say_with("outage-by", &[("officer", officer.into())]);
    pen.put(inside.x, y + 1, inside.width, &by, "muted");
}

/// The times of a written outage, or its end.
fn times(pen: &mut Pen<'_>, body: Rect, window: &Window) {
    let journal = pen.state.office.as_ref().map(|office| &office.journal);
    let found = journal.and_then(|journal| window.of.and_then(|id| journal.find(id))).cloned();
    let inside = open_window(pen, body, WIDTH, 9);
    let name = system(window.system(), pen.words);
    let key = if window.task == Task::End { "outage-end" } else { "outage-correct" };
    let title = pen.say_with(key, &[("system", name.into())]);
    pen.put(inside.x, inside.y, inside.width, &title, "title");
    let mut y = inside.y + 1;
    if let Some(found) = &found {
        for told in [Some(told(pen, found)), cases(pen, found)].into_iter().flatten() {
            pen.put(inside.x, y, inside.width, &told, "muted");
            y += 1;
        }
    }
    y = inside.y + 4;
    if window.task == Task::Correct {
        time(pen, inside, y, "outage-since-ask", &window.since, window.step == Step::Since);
        y += 2;
    }
    time(pen, inside, y, "outage-until-ask", &window.until, window.step == Step::Until);
    if let Some(line) = lasted(pen, window, found.as_ref()) {
        pen.put(inside.x, y + 2, inside.width, &line, "answer");
    }
}

/// `Sejak 10.41 · halaman masuk kembali terus · Rina`.
fn told(pen: &Pen<'_>, outage: &Outage) -> String {
    let since = moment::written(pen.env, outage.since_ms);
    let since = pen.say_with("outage-since", &[("time", since.into())]);
    let by = if outage.by.is_empty() { pen.say("outage-by-light") } else { outage.by.clone() };
    let parts = [since, outage.symptom.clone(), by];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// The cases that waited on it, where the journal is open behind the window.
fn cases(pen: &Pen<'_>, outage: &Outage) -> Option<String> {
    let crate::app::Screen::Outages(screen) = &pen.state.screen else { return None };
    let line = screen.table.lines.iter().find(|line| line.outage.id == outage.id)?;
    if line.cases.is_empty() {
        return Some(pen.say("outage-no-cases"));
    }
    let count = line.cases.len().to_string();
    let codes: Vec<&str> = line.cases.iter().take(3).map(String::as_str).collect();
    let more = if line.cases.len() > 3 { " …" } else { "" };
    let codes = format!("{}{more}", codes.join(", "));
    Some(pen.say_with("outage-cases", &[("count", count.into()), ("codes", codes.into())]))
}

/// How long it lasted by the times as they are typed.
fn lasted(pen: &Pen<'_>, window: &Window, found: Option<&Outage>) -> Option<String> {
    let since = match window.task {
        Task::Correct => moment::parse(window.since.text(), pen.env).ok()?,
        _ => found?.since_ms,
    };
    let until = moment::parse(window.until.text(), pen.env).ok()?;
    let minutes = (until - since) / 60_000;
    (until >= since).then(|| {
        let time = duration(minutes, pen.words);
        pen.say_with("outage-lasted", &[("time", time.into())])
    })
}

/// A time being typed, and what is understood of it; whether it is a time.
fn time(pen: &mut Pen<'_>, inside: Rect, y: u16, ask: &str, editor: &Editor, open: bool) -> bool {
    let ask = pen.say(ask);
    let meaning = if open { "question" } else { "answer" };
    let x = pen.put(inside.x, y, 24, &ask, meaning) + 1;
    let field = Rect { x, y, width: TIME.min(inside.right() - x), height: 1 };
    let style = pen.style(if open { "box.open" } else { "box" });
    for x in field.left()..field.right() {
        pen.buffer[(x, y)].set_char('_').set_style(style);
    }
    typed(pen, field, editor, open);
    let empty = editor.text().trim().is_empty();
    let (sign, key, meaning) = match moment::parse(editor.text(), pen.env) {
        Ok(ms) => {
            let text = when::ago(pen.env, pen.words, ms);
            let x = field.right() + 1;
            pen.put(x, y, inside.right().saturating_sub(x), &text, "muted");
            return true;
        }
        Err(_) if empty => ("i", "outage-time-empty", "muted"),
        Err(Fault::Unreadable) => ("!", "outage-time-unreadable", "periksa"),
        Err(Fault::Future) => ("!", "outage-time-future", "periksa"),
    };
    let text = format!("{sign} {}", pen.say(key));
    pen.put(inside.x, y + 1, inside.width, &text, meaning);
    false
}

fn typed(pen: &mut Pen<'_>, line: Rect, editor: &Editor, open: bool) {
    if open {
        pen.type_line(line, editor, false);
    } else {
        pen.typed_line(line, editor.text(), None, false);
    }
}

//! The window in which an outage is written down, ended, or its times are set right.

use super::outages::day;
use super::overlay::open_window;
use crate::app::outage::moment::{self, Fault};
use crate::app::screens::outage::{Step, Task, Window};
use crate::app::{Editor, Which};
use crate::office::{Outage, SYSTEMS};
use crate::report::outage::{by, duration, span, symptom, system, unseen, why};
use crate::tui::measure::window;
use crate::tui::pen::Pen;
use crate::tui::when;
use ratatui::layout::Rect;

/// Columns inside the window.
const WIDTH: u16 = 58;
/// Columns inside the window in which an outage is chosen.
const WIDE: u16 = 66;
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

/// Which outage a letter is about: a number chooses.
pub(in crate::tui) fn which(pen: &mut Pen<'_>, body: Rect, which: &Which) {
    let inside = open_window(pen, body, WIDE, 2 * which.outages.len() as u16 + 2);
    let title = pen.say("letter-which");
    pen.put(inside.x, inside.y, inside.width, &title, "title");
    let (office, open) = (pen.state.office.as_ref(), pen.state.open.as_ref());
    let Some((office, open)) = office.zip(open) else { return };
    let mut y = inside.y + 2;
    let (count, room) = (which.outages.len(), usize::from(inside.height.saturating_sub(2) / 2));
    let first = window(which.marked, count, room.max(1));
    for (at, id) in which.outages.iter().enumerate().skip(first).take(room) {
        let Some(outage) = office.journal.find(*id) else { continue };
        let marked = at == which.marked;
        let meaning = if marked { "selected" } else { "answer" };
        if marked {
            pen.put(inside.x, y, 1, "▸", "selected");
        }
        let name = format!("{}  {}", at + 1, system(&outage.system, pen.words));
        pen.put(inside.x + 2, y, 24, &name, meaning);
        let x = inside.x + 27;
        let (sign, style) =
            if outage.until_ms.is_none() { ("▲", "blocked") } else { ("✔", "done") };
        pen.put(x, y, 1, sign, style);
        let span = span(outage, pen.env, pen.words);
        let span = day(pen, outage).map_or(span.clone(), |day| format!("{day} {span}"));
        pen.put(x + 2, y, inside.right().saturating_sub(x + 2), &span, meaning);
        let by = by(outage, pen.words);
        let taken = office.journal.taken_for(&open.case.code, *id, i64::MIN);
        let taken = taken.map(|taken| {
            pen.say_with("letter-which-taken", &[("number", taken.number.to_string().into())])
        });
        let parts = [Some(symptom(outage, pen.words)), Some(by), taken];
        let parts: Vec<String> =
            parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        pen.put(inside.x + 5, y + 1, inside.width.saturating_sub(5), &parts.join(" · "), "muted");
        y += 2;
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
    let inside = open_window(pen, body, WIDTH, 11);
    let name = system(window.system(), pen.words);
    let ends = window.task == Task::End && !window.until.text().is_empty();
    let key = if ends { "outage-end" } else { "outage-correct" };
    let title = pen.say_with(key, &[("system", name.into())]);
    pen.put(inside.x, inside.y, inside.width, &title, "title");
    let mut y = inside.y + 1;
    if let Some(found) = &found {
        let unseen = unseen(found, pen.env, pen.words);
        for told in [Some(told(pen, found)), unseen, cases(pen, found)].into_iter().flatten() {
            pen.put(inside.x, y, inside.width, &told, "muted");
            y += 1;
        }
    }
    y = inside.y + 5;
    let open = window.step == Step::Symptom;
    let ask = pen.say("outage-symptom");
    let x = pen.put(inside.x, y, 24, &ask, if open { "question" } else { "answer" }) + 1;
    let field = Rect { x, y, width: inside.right().saturating_sub(x), height: 1 };
    blank(pen, field, open);
    typed(pen, field, &window.symptom, open);
    if open {
        let hint = pen.say(&format!("outage-hint-{}", window.system()));
        pen.put(inside.x, y + 1, inside.width, &hint, "muted");
    }
    if window.task == Task::Correct {
        y += 2;
        time(pen, inside, y, "outage-since-ask", &window.since, window.step == Step::Since);
    }
    y += 2;
    time(pen, inside, y, "outage-until-ask", &window.until, window.step == Step::Until);
    if let Some(line) = lasted(pen, window, found.as_ref()) {
        pen.put(inside.x, y + 1, inside.width, &line, "answer");
    }
}

/// `Sejak 10.41 · tidak menjawab · lampu OSS`: what an officer said of it stands below.
fn told(pen: &Pen<'_>, outage: &Outage) -> String {
    let since = moment::written(pen.env, outage.since_ms);
    let since = pen.say_with("outage-since", &[("time", since.into())]);
    let by = by(outage, pen.words);
    let parts = [since, why(&outage.system, &outage.why, pen.words), by];
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
    // Not touched: of the end nobody knows more than before.
    let known = found.filter(|found| {
        let offered = found.until_ms.map(|until| moment::written(pen.env, until));
        found.known_ms.is_some() && offered.as_deref() == Some(window.until.text().trim())
    });
    let until = match known {
        Some(found) => found.known_end(pen.env.now_ms),
        None => moment::parse(window.until.text(), pen.env).ok()?,
    };
    let key = if known.is_some() { "outage-lasted.least" } else { "outage-lasted" };
    let minutes = (until - since) / 60_000;
    (until >= since).then(|| {
        let time = duration(minutes, pen.words);
        pen.say_with(key, &[("time", time.into())])
    })
}

/// A time being typed, and what is understood of it; whether it is a time.
fn time(pen: &mut Pen<'_>, inside: Rect, y: u16, ask: &str, editor: &Editor, open: bool) -> bool {
    let ask = pen.say(ask);
    let meaning = if open { "question" } else { "answer" };
    let x = pen.put(inside.x, y, 24, &ask, meaning) + 1;
    let field = Rect { x, y, width: TIME.min(inside.right() - x), height: 1 };
    blank(pen, field, open);
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

/// A line to type on.
fn blank(pen: &mut Pen<'_>, field: Rect, open: bool) {
    let style = pen.style(if open { "box.open" } else { "box" });
    for x in field.left()..field.right() {
        pen.buffer[(x, field.y)].set_char('_').set_style(style);
    }
}

fn typed(pen: &mut Pen<'_>, line: Rect, editor: &Editor, open: bool) {
    if open {
        pen.type_line(line, editor, false);
    } else {
        pen.typed_line(line, editor.text(), None, false);
    }
}

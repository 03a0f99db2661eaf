//! Petugas: who can open this counter, what can be done about it, and the lines to be typed for that.

use super::setup;
use crate::app::screens::officers::{Colleague, Form, Officers, Task};
use crate::app::{Action, Mode};
use crate::tui::measure::window;
use crate::tui::pen::{Pen, below, inset};
use ratatui::layout::Rect;

/// What can be done here, as it stands under the list.
const OFFERS: [Action; 5] =
    [Action::Enter, Action::AddOfficer, Action::RemoveOfficer, Action::Passphrase, Action::Pin];
/// Columns of a key of these.
const KEYS: u16 = 8;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, screen: &Officers) {
    let area = inset(body, 3);
    match &screen.form {
        Some(form) => lines(pen, area, form),
        None => list(pen, area, screen),
    }
}

fn list(pen: &mut Pen<'_>, area: Rect, screen: &Officers) {
    let roomy = area.height >= 19;
    let title = pen.say("officers-title");
    pen.put(area.x, area.y, area.width, &title, "title");
    let about = pen.lines(&pen.say("officers-title.why"), area.width.min(70), "muted");
    let y = pen.put_lines(below(area, area.y + 1), &about) + 1;
    let offers = OFFERS.len() as u16 + 1;
    let room = area.bottom().saturating_sub(y + offers + u16::from(roomy));
    let count = screen.list.len();
    let height = room.min((count as u16).max(1));
    let rows = pen.with_more(Rect { y, height, ..area }, screen.marked, count);
    let first = window(screen.marked, count, rows.height.into());
    let shown = screen.list.iter().enumerate().skip(first).take(rows.height.into());
    for (y, (at, one)) in (rows.y..).zip(shown) {
        row(pen, Rect { y, height: 1, ..area }, one, at == screen.marked);
    }
    let mut y = y + height + 1;
    for action in OFFERS {
        let Some(chord) = pen.look.keymap.key_of(Mode::Officers, action) else { continue };
        let key = chord.label(pen.words);
        pen.put(area.x, y, KEYS - 1, &key, "key");
        let words = pen.say(&format!("officers-offer.{}", action.name()));
        pen.put(area.x + KEYS, y, area.width - KEYS, &words, "answer");
        y += 1;
    }
}

fn row(pen: &mut Pen<'_>, line: Rect, one: &Colleague, marked: bool) {
    if marked {
        pen.put(line.x - 2, line.y, 1, "▸", "selected");
    }
    let name = line.width / 2;
    pen.put(line.x, line.y, name, &one.name.0, if marked { "selected" } else { "answer" });
    if one.is_me {
        let key = if pen.state.pins.is_set(&one.name) { "officers-me.pin" } else { "officers-me" };
        let text = pen.say(key);
        pen.put(line.x + name + 1, line.y, line.width - name - 1, &text, "muted");
    }
}

fn lines(pen: &mut Pen<'_>, area: Rect, form: &Form) {
    let (title, about) = match form.task {
        Task::Add => ("officer-new", "officer-new.why"),
        Task::Passphrase => ("officer-change", "officer-change.why"),
        Task::Pin => ("officer-pin-title", "officer-pin-title.why"),
    };
    let title = pen.say(title);
    pen.put(area.x, area.y, area.width, &title, "title");
    // From here on it is somebody else who types.
    let handed = form.task == Task::Add && form.at > 0;
    let about = if handed {
        let text = pen.say_with("officer-hand-over", &[("officer", form.name().into())]);
        pen.hanging(pen.span("▸", "say"), 2, &text, area.width, "say")
    } else {
        pen.lines(&pen.say(about), area.width, "muted")
    };
    let from = pen.put_lines(Rect { y: area.y + 1, height: 3, ..area }, &about);
    let open = (!form.busy).then_some(form.at);
    let secret = |line| form.task.is_secret(line);
    let rows = Rect { y: from.max(area.y + 3) + 1, ..area };
    let y = setup::lines(pen, rows, true, form.task.labels(), &form.lines, open, secret);
    let busy = form.busy.then_some("officer-busy");
    setup::news(pen, below(area, y), busy, form.problem.as_ref());
}

//! The lock over a running program: nothing of a case shows.

use super::unlock::{ask, column};
use crate::app::{Action, Lock, Mode};
use crate::tui::pen::Pen;
use crate::tui::view::said;
use ratatui::layout::Rect;
use ratatui::text::Line;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, lock: &Lock) {
    let area = column(body);
    let office = pen.state.office.as_ref();
    let by_pin = office.is_some_and(|office| pen.state.pins.opens(&office.officer));
    let mut news = Vec::new();
    if lock.busy {
        news.push(pen.line(pen.say("unlock-busy"), "info"));
    } else if let Some(problem) = &lock.problem {
        let head = pen.span("!", "periksa");
        let (what, _, next) = said(pen.words, problem);
        news.extend(pen.hanging(head, 2, &what, area.width, "periksa"));
        news.extend(pen.hanging(pen.span("", "muted"), 2, &next, area.width, "answer"));
    } else {
        let hint = if by_pin { "lock-hint.pin" } else { "lock-hint" };
        news.extend(pen.lines(&pen.say(hint), area.width, "muted"));
        news.push(Line::default());
        let key = pen.look.keymap.key_of(Mode::Beranda, Action::Officers);
        let key = key.map_or_else(String::new, |chord| chord.label(pen.words));
        let other = pen.say_with("lock-other", &[("key", key.into())]);
        news.extend(pen.lines(&other, area.width, "muted"));
    }
    let title = pen.say("lock-title");
    let under = pen.say("lock-kept");
    let editor = (!lock.busy).then_some(&lock.editor);
    let label = if by_pin { "unlock-passphrase.pin" } else { "unlock-passphrase" };
    ask(pen, area, &title, &under, label, editor, &news);
}

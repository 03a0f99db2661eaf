//! The lock over a running program: nothing of a case shows.

use super::unlock::{ask, column};
use crate::app::Lock;
use crate::tui::pen::Pen;
use ratatui::layout::Rect;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, lock: &Lock) {
    let area = column(body);
    let mut news = Vec::new();
    if lock.busy {
        news.push(pen.line(pen.say("unlock-busy"), "info"));
    } else if lock.wrong {
        let head = pen.span("!", "periksa");
        news.extend(pen.hanging(head, 2, &pen.say("lock-wrong"), area.width, "periksa"));
        let next = pen.say("lock-wrong.next");
        news.extend(pen.hanging(pen.span("", "muted"), 2, &next, area.width, "answer"));
    } else {
        news.extend(pen.lines(&pen.say("lock-hint"), area.width, "muted"));
    }
    let title = pen.say("lock-title");
    let under = pen.say("lock-kept");
    let editor = (!lock.busy).then_some(&lock.editor);
    ask(pen, area, &title, &under, "unlock-passphrase", editor, &news);
}

//! The account card: what the OSS account was made with, whose it is, and how it was tried to get it back.

use super::picker;
use super::trouble::moment;
use crate::app::Open;
use crate::app::screens::account::entry;
use crate::case::{ACCOUNTS, OWNERS, RECOVERIES};
use crate::tui::measure::columns;
use crate::tui::pen::{Pen, below, inset};
use ratatui::layout::Rect;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, marked: usize) {
    pen.clear(body);
    let Some(open) = &pen.state.open else { return };
    let area = Rect { width: picker::width(body), ..inset(body, 3) };
    let title = pen.say("account-title");
    pen.put(area.x, area.y, area.width, &title, "title");
    let warning = pen.say("account-never");
    let lines = pen.hanging(pen.span("!", "periksa"), 2, &warning, area.width, "periksa");
    let mut y = pen.put_lines(below(area, area.y + 1), &lines) + 1;
    for (at, what) in ACCOUNTS.iter().enumerate() {
        made_with(pen, area, y, open, what, at == marked);
        y += 1;
    }
    if marked < ACCOUNTS.len() {
        let owners: Vec<String> = OWNERS
            .iter()
            .enumerate()
            .map(|(at, owner)| {
                format!("{}\u{a0}{}", at + 1, pen.say(&format!("account-owner-{owner}")))
            })
            .collect();
        let head = pen.span(pen.say("account-whose"), "muted");
        let indent = head.width() as u16 + 1;
        let lines = pen.hanging(head, indent, &owners.join(" · "), area.width - 2, "answer");
        y = pen.put_lines(Rect { x: area.x + 2, ..below(area, y) }, &lines);
    } else {
        y += 1;
    }
    let head = pen.say("account-ways");
    pen.put(area.x, y, area.width, &head, "muted");
    y += 1;
    for (at, what) in RECOVERIES.iter().enumerate() {
        let is_marked = at + ACCOUNTS.len() == marked;
        way(pen, area, y, open, what, is_marked);
        y += 1;
    }
    history(pen, below(area, y), open);
}

fn made_with(pen: &mut Pen<'_>, area: Rect, y: u16, open: &Open, what: &str, is_marked: bool) {
    let meaning = if is_marked { "selected" } else { "answer" };
    if is_marked {
        pen.put(area.x, y, 1, "▸", "selected");
    }
    let label = pen.say(&format!("account-{what}"));
    pen.put(area.x + 2, y, 10, &label, meaning);
    let entry = entry(open, what);
    let owner = entry.filter(|entry| !entry.owner.is_empty()).map(|entry| owned(pen, &entry.owner));
    let owner = owner.unwrap_or_default();
    let end = pen.put_right(area.right(), y, &owner, "answer");
    let value = entry.map(|entry| entry.value.clone()).filter(|value| !value.is_empty());
    let (value, meaning) = match value {
        Some(value) => (value, "value"),
        None => (pen.say("account-unknown"), "muted"),
    };
    pen.put(area.x + 13, y, end.saturating_sub(area.x + 15), &value, meaning);
}

fn way(pen: &mut Pen<'_>, area: Rect, y: u16, open: &Open, what: &str, is_marked: bool) {
    if y >= area.bottom() {
        return;
    }
    let meaning = if is_marked { "selected" } else { "answer" };
    if is_marked {
        pen.put(area.x, y, 1, "▸", "selected");
    }
    let tried = open.case.recoveries.iter().rev().find(|one| one.what == what);
    let sign = if tried.is_some() { ("●", "part") } else { ("○", "todo") };
    pen.put(area.x + 2, y, 1, sign.0, sign.1);
    let label = pen.say(&format!("account-way-{what}"));
    let x = pen.put(area.x + 4, y, area.width.saturating_sub(4), &label, meaning);
    if let Some(tried) = tried {
        let when = format!("({}, {})", tried.by, moment(pen, tried.at_ms));
        let room = usize::from(area.right().saturating_sub(x + 2));
        let text = format!("{} {when}", tried.result);
        let text = if columns(&text) > room { tried.result.clone() } else { text };
        pen.put(x + 2, y, room as u16, &text, "info");
    }
}

/// Ways that were tried more than once, and those this version does not know.
fn history(pen: &mut Pen<'_>, area: Rect, open: &Open) {
    let mut lines = Vec::new();
    for (at, one) in open.case.recoveries.iter().enumerate().rev() {
        let later = open.case.recoveries[at + 1..].iter().any(|other| other.what == one.what);
        if later || !RECOVERIES.contains(&one.what.as_str()) {
            let text = format!(
                "{}: {} ({})",
                way_called(pen, &one.what),
                one.result,
                moment(pen, one.at_ms)
            );
            lines.push(pen.line(text, "muted"));
        }
    }
    if !lines.is_empty() && area.height > 1 {
        let head = pen.say("account-earlier");
        pen.put(area.x, area.y, area.width, &head, "muted");
        pen.put_lines(below(area, area.y + 1), &lines);
    }
}

fn way_called(pen: &Pen<'_>, what: &str) -> String {
    pen.words.find(&format!("account-way-{what}"), &[]).unwrap_or_else(|| what.to_owned())
}

/// `milik anak atau keluarga`.
fn owned(pen: &Pen<'_>, owner: &str) -> String {
    let called = pen.words.find(&format!("account-owner-{owner}"), &[]);
    let called = called.unwrap_or_else(|| owner.to_owned());
    pen.say_with("account-owned", &[("owner", called.into())])
}

/// The card in one line: `e-mail milik anak, nomor HP milik sendiri, dicoba pulihkan 22 Nov`. No address
/// and no number.
pub(super) fn summary(pen: &Pen<'_>, open: &Open) -> Option<String> {
    let mut parts = Vec::new();
    for what in ACCOUNTS {
        let Some(entry) = entry(open, what) else { continue };
        let label = pen.say(&format!("account-{what}.line"));
        let owner = if entry.owner.is_empty() {
            pen.say("account-owner-unknown")
        } else {
            owned(pen, &entry.owner)
        };
        parts.push(format!("{label} {owner}"));
    }
    if let Some(last) = open.case.recoveries.last() {
        let when = moment(pen, last.at_ms);
        parts.push(pen.say_with("account-tried", &[("when", when.into())]));
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}

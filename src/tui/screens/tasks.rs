//! Daftar tugas: the sections, what is done, what is left, what stands in the way.

use super::{account, label_of, section_title, trouble};
use crate::app::{Open, waiting};
use crate::base::order;
use crate::case::{Lifecycle, TroubleLog};
use crate::form::{SectionState, TaskStatus};
use crate::report::call::waits_for;
use crate::tui::measure::window;
use crate::tui::pen::{Pen, inset};
use ratatui::layout::Rect;
use std::sync::Arc;

/// Most troubles that have a line of their own.
const MOST_TROUBLES: usize = 3;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, open: &Open, marked: usize) {
    let area = inset(body, 2);
    let code = pen.say("tasks-code");
    let x = pen.put(area.x, area.y, area.width, &code, "muted");
    pen.put(x + 2, area.y, 24, &open.case.code, "value");
    let (done, total) = open.derived.progress();
    let progress = pen.say_with(
        "tasks-progress",
        &[("done", done.to_string().into()), ("total", total.to_string().into())],
    );
    pen.put_right(area.right(), area.y, &progress, "answer");
    let mut y = area.y + 1;
    for (sign, text, meaning) in banners(pen, open) {
        pen.put(area.x, y, area.width, &format!("{sign} {text}"), meaning);
        y += 1;
    }
    y += 1;
    let sections = &open.derived.sections;
    // The officer's sentence for what stands in the way of the marked line has its place below.
    let below = if sections.iter().any(|section| section.blocked.is_some()) { 2 } else { 0 };
    let list = Rect { y, height: (area.bottom() - below).saturating_sub(y), ..area };
    let orphans = open.homeless().len();
    let count = sections.len() + usize::from(orphans > 0);
    let list = pen.with_more(list, marked, count);
    let room = usize::from(list.height);
    let first = window(marked, count, room);
    for (y, at) in (list.y..).zip(first..count.min(first + room)) {
        match sections.get(at) {
            Some(section) => row(pen, list, y, open, at, section, at == marked),
            None => orphan_row(pen, list, y, orphans, at == marked),
        }
    }
    let blocked = sections.get(marked).and_then(|section| section.blocked.as_ref());
    if let Some(blocked) = blocked {
        let head = pen.span(format!("{}:", pen.say("fill-say")), "muted");
        let indent = head.width() as u16 + 1;
        let say = format!("\"{}\"", pen.text(&blocked.say));
        let lines = pen.hanging(head, indent, &say, area.width, "say");
        pen.put_lines(Rect { y: area.bottom() - 2, height: 2, ..area }, &lines);
    }
}

/// What holds for the case as a whole, each with its sign.
fn banners(pen: &Pen<'_>, open: &Open) -> Vec<(&'static str, String, &'static str)> {
    let mut banners = Vec::new();
    for wait in pen.state.waits_for() {
        let title = pen.state.office.as_ref().and_then(|office| {
            office.packs.iter().find(|pack| pack.id == wait.pack).map(|pack| pen.text(&pack.title))
        });
        let args =
            [("pack", title.unwrap_or(&wait.pack).into()), ("who", pen.text(&wait.who).into())];
        let key = if wait.who.is_empty() { "tasks-waits" } else { "tasks-waits.who" };
        banners.push(("▲", pen.say_with(key, &args), "blocked"));
        let head = pen.say("fill-say");
        banners.push((" ", format!("{head}: \"{}\"", pen.text(&wait.say)), "say"));
    }
    match open.case.lifecycle {
        Lifecycle::Draft => {}
        Lifecycle::Finalized => banners.push(("✔", pen.say("tasks-finished"), "done")),
        Lifecycle::Done => {
            let nib = open.case.nib.clone().unwrap_or_default();
            let label = pen.text(&open.form.pack.number.label);
            let text = pen.say_with("tasks-done", &[("label", label.into()), ("nib", nib.into())]);
            banners.push(("✔", text, "done"));
        }
    }
    if waiting::is_for_supervisor(open.case.visits, open.case.lifecycle) {
        let count = open.case.visits.to_string();
        banners.push(("!", pen.say_with("call-alarm", &[("count", count.into())]), "periksa"));
    }
    let known = crate::app::screens::teach_back::known(open);
    let count = known.iter().filter(|one| **one).count();
    if count > 0 || open.case.lifecycle != Lifecycle::Draft {
        let all = count == known.len();
        let (sign, meaning) = if all { ("✔", "done") } else { ("◐", "part") };
        let args = [("count", count.to_string().into()), ("total", known.len().to_string().into())];
        banners.push((sign, pen.say_with("taught-known", &args), meaning));
    }
    if let Some(waiting) = &open.case.waiting {
        let reason = waits_for(waiting.on, waiting.until, &waiting.reason, pen.words);
        let text = pen.say_with("tasks-parked", &[("reason", reason.into())]);
        let journal = pen.state.office.as_ref().map(|office| &office.journal);
        let due = open.case.waits().zip(journal);
        let due = due.and_then(|(waits, journal)| waiting::due(&waits, journal, pen.env));
        banners.push(match due {
            Some(due) => ("✔", format!("{text} · {}", super::call::why(pen, due)), "done"),
            None => ("◐", text, "part"),
        });
    }
    banners.extend(rescue(pen, open));
    if let Some(tongue) = open.case.spoken {
        let tongue = pen.say(&format!("tongue-{}", tongue.code()));
        banners.push(("i", pen.say_with("tasks-spoken", &[("tongue", tongue.into())]), "info"));
    }
    if open.damaged > 0 {
        let text = pen.say_with("tasks-damaged", &[("count", open.damaged.to_string().into())]);
        banners.push(("✗", text, "salah"));
    }
    if !open.same.is_empty() {
        let count = open.same.len().to_string();
        banners.push(("i", pen.say_with("tasks-same", &[("count", count.into())]), "info"));
    }
    banners
}

/// What was tried when OSS failed, the latest first, and what is known of the account. The next officer
/// does not begin from nothing.
fn rescue(pen: &Pen<'_>, open: &Open) -> Vec<(&'static str, String, &'static str)> {
    let troubles = crate::app::screens::trouble::troubles(pen.state).map(Arc::as_ref);
    let mut logs: Vec<&TroubleLog> = open.case.troubles.iter().collect();
    order::sort_by_key(&mut logs, |log| {
        std::cmp::Reverse(log.tried.last().map_or(0, |attempt| attempt.at_ms))
    });
    let mut banners = Vec::new();
    let left = logs.len().saturating_sub(MOST_TROUBLES);
    for log in logs.into_iter().take(MOST_TROUBLES) {
        let what = trouble::summary(pen, troubles, log);
        banners.push(("i", pen.say_with("tasks-tried", &[("what", what.into())]), "info"));
    }
    if left > 0 {
        let more = pen.say_with("tasks-tried-more", &[("count", left.to_string().into())]);
        banners.push((" ", more, "muted"));
    }
    if let Some(card) = account::summary(pen, open) {
        banners.push(("i", pen.say_with("tasks-account", &[("what", card.into())]), "info"));
    }
    banners
}

/// The line after the sections: answers without a question.
fn orphan_row(pen: &mut Pen<'_>, list: Rect, y: u16, count: usize, marked: bool) {
    if marked {
        pen.put(list.x, y, 1, "▸", "selected");
    }
    pen.put(list.x + 2, y, 1, "!", "periksa");
    let title = pen.say_with("migrate-orphans", &[("count", count.to_string().into())]);
    let meaning = if marked { "selected" } else { "answer" };
    pen.put(list.x + 5, y, list.width.saturating_sub(5), &title, meaning);
}

fn row(
    pen: &mut Pen<'_>,
    list: Rect,
    y: u16,
    open: &Open,
    at: usize,
    section: &SectionState,
    marked: bool,
) {
    let meaning = if marked { "selected" } else { "answer" };
    if marked {
        pen.put(list.x, y, 1, "▸", "selected");
    }
    let (sign, word, status) = match section.status {
        TaskStatus::Lengkap => ("✔", "tasks-status-complete", "done"),
        TaskStatus::Sebagian => ("◐", "tasks-status-part", "part"),
        TaskStatus::Belum => ("○", "tasks-status-none", "todo"),
        TaskStatus::Terhalang => ("▲", "tasks-status-blocked", "blocked"),
    };
    let x = list.x + 2 + 2 * (section.depth as u16).min(6);
    pen.put(x, y, 1, sign, status);
    let word_x = list.x + 4 + (list.width * 45 / 100).clamp(24, 52);
    let title = section_title(pen, open, at);
    pen.put(x + 3, y, word_x.saturating_sub(x + 4), &title, meaning);
    // A repeat that only holds groups has nothing of its own to tell.
    if section.rows.is_empty() && section.total == 0 && section.status != TaskStatus::Terhalang {
        return;
    }
    let word = pen.say(word);
    pen.put(word_x, y, 11, &word, status);
    let count =
        |key: &str, number: usize| pen.say_with(key, &[("count", number.to_string().into())]);
    let detail = match (section.status, &section.blocked) {
        (TaskStatus::Terhalang, Some(blocked)) => {
            let label = label_of(pen, open, &blocked.by);
            pen.say_with("tasks-first", &[("label", label.into())])
        }
        (TaskStatus::Belum, _) if section.total > 0 => count("tasks-questions", section.total),
        (TaskStatus::Sebagian, _) if section.open > 0 => count("tasks-left", section.open),
        _ => String::new(),
    };
    pen.put(word_x + 12, y, list.right().saturating_sub(word_x + 12), &detail, "answer");
}

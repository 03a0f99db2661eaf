//! The picture of the whole: the line on top, the screen, the message, the keys at the bottom.
//!
//! The same things stand in the same places on every screen. Only what is in sight is made.

use super::lamp;
use super::measure::columns;
use super::pen::Pen;
use super::screens::{
    beranda, call, facing, fill, handover, lock, officers, outages, overlay, paper, review, setup,
    tasks, unlock,
};
use super::{Keymap, Theme, when};
use crate::app::screens::trouble::ending;
use crate::app::{Action, Env, Light, Mode, Notice, Overlay, Screen, State};
use crate::form::trouble::EndKind;
use crate::ident::Level;
use crate::text::Catalog;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Columns below which there is only a notice.
const LEAST_COLUMNS: u16 = 60;
/// Rows below which there is only a notice.
const LEAST_ROWS: u16 = 20;

/// How it looks and which keys it names.
#[derive(Debug)]
pub struct Look {
    /// Styles by meaning.
    pub theme: Theme,
    /// Keys by mode.
    pub keymap: Keymap,
}

/// Draws the program.
pub fn view(state: &State, env: &Env, words: &Catalog, look: &Look, frame: &mut Frame<'_>) {
    let area = frame.area();
    let mut pen = Pen { state, env, words, look, buffer: frame.buffer_mut(), cursor: None };
    if let (Some(turned), Some(open)) = (&state.facing, &state.open)
        && state.lock.is_none()
        && state.overlays.is_empty()
    {
        facing::draw(&mut pen, area, open, turned);
    } else if area.width < LEAST_COLUMNS || area.height < LEAST_ROWS {
        too_small(&mut pen, area);
    } else {
        whole(&mut pen, area);
    }
    if let Some(cursor) = pen.cursor {
        frame.set_cursor_position(cursor);
    }
}

fn too_small(pen: &mut Pen<'_>, area: Rect) {
    let notice = pen.say_with(
        "screen-too-small",
        &[("columns", LEAST_COLUMNS.to_string().into()), ("rows", LEAST_ROWS.to_string().into())],
    );
    let lines = pen.lines(&notice, area.width, "muted");
    pen.put_lines(area, &lines);
}

fn whole(pen: &mut Pen<'_>, area: Rect) {
    let body = Rect { y: 2, height: area.height - 5, ..area };
    pen.rule(area, 1);
    pen.rule(area, area.height - 2);
    if let Some(locked) = &pen.state.lock {
        lock::draw(pen, body, locked);
        top(pen, area, &office_place(pen), "");
        if let Some(Overlay::Help(first)) = pen.state.overlays.last() {
            pen.cursor = None;
            overlay::help(pen, body, *first);
        }
    } else {
        let (place, counter) = draw_screen(pen, body);
        top(pen, area, &place, &counter);
        if !pen.state.overlays.is_empty() {
            // The window on top hears the keys, so the cursor is its own or nobody's.
            pen.cursor = None;
            overlay::draw(pen, body);
        }
    }
    message(pen, area, area.height - 3);
    bar(pen, area, area.height - 1);
}

/// Draws the screen; tells where the officer is, and what stands beside the light (`3/6`).
fn draw_screen(pen: &mut Pen<'_>, body: Rect) -> (String, String) {
    let state = pen.state;
    match &state.screen {
        Screen::Setup(screen) => {
            setup::draw(pen, body, screen);
            (pen.say("setup-place"), String::new())
        }
        Screen::Unlock(screen) => {
            unlock::draw(pen, body, screen);
            let place = joined(&[screen.counter.clone(), screen.office.clone()]);
            (place, String::new())
        }
        Screen::Beranda(screen) => {
            beranda::draw(pen, body, screen);
            (office_place(pen), String::new())
        }
        Screen::Outages(screen) => {
            outages::draw(pen, body, screen);
            (joined(&[pen.say("outages-place"), office_place(pen)]), String::new())
        }
        Screen::Officers(screen) => {
            officers::draw(pen, body, screen);
            (joined(&[pen.say("officers-place"), office_place(pen)]), String::new())
        }
        Screen::Paper(preview) => {
            paper::draw(pen, body, preview);
            let of =
                state.open.as_ref().map_or_else(|| office_place(pen), super::screens::applicant);
            let name = pen.say(&format!("paper-place.{}", preview.what().name()));
            (format!("{of} › {name}"), String::new())
        }
        screen => {
            let Some(open) = &state.open else { return (String::new(), String::new()) };
            let name = super::screens::applicant(open);
            let place = |pen: &Pen<'_>, key: &str| format!("{name} › {}", pen.say(key));
            match screen {
                Screen::Tasks(marked) => {
                    tasks::draw(pen, body, open, *marked);
                    (joined(&[name, pen.text(&open.form.pack.title).to_owned()]), String::new())
                }
                Screen::Fill(fill) => {
                    let (section, counter) = fill::draw(pen, body, open, fill);
                    (format!("{name} › {section}"), counter)
                }
                Screen::Review(marked) => {
                    review::draw(pen, body, open, *marked);
                    (place(pen, "review-place"), String::new())
                }
                Screen::Handover(screen) => {
                    handover::draw(pen, body, open, screen);
                    (place(pen, "handover-place"), String::new())
                }
                Screen::Call => {
                    call::draw(pen, body, open);
                    (place(pen, "call-place"), String::new())
                }
                Screen::Setup(_)
                | Screen::Unlock(_)
                | Screen::Beranda(_)
                | Screen::Outages(_)
                | Screen::Officers(_)
                | Screen::Paper(_) => (String::new(), String::new()),
            }
        }
    }
}

fn office_place(pen: &Pen<'_>) -> String {
    pen.state
        .office
        .as_ref()
        .map_or_else(String::new, |office| joined(&[office.counter.clone(), office.name.clone()]))
}

fn joined(parts: &[String]) -> String {
    let parts: Vec<&str> =
        parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// The line on top: where the officer is, whether it is saved, what time it is.
fn top(pen: &mut Pen<'_>, area: Rect, place: &str, counter: &str) {
    let clock = when::clock(pen.env, pen.env.now_ms);
    let mut end = pen.put_right(area.right() - 1, 0, &clock, "clock").saturating_sub(3);
    // The lamp stands beside the clock, and its room is that which the save light leaves at its widest:
    // so no key moves it.
    let shown = light(pen);
    let is_written_in = pen.state.open.is_some() && !pen.state.is_read_only();
    let widest = if is_written_in { widest_light(pen) } else { 0 };
    let now = shown.as_ref().map_or(0, |(text, _)| columns(text));
    let beside = |wide: usize, gap: usize| if wide > 0 { wide + gap } else { 0 };
    let taken = beside(widest.max(now), 3) + beside(columns(counter), 2);
    let room = usize::from(end.saturating_sub(area.x + 1)).saturating_sub(taken);
    if let Some((text, meaning)) = lamp::fitting(pen, room, columns(place)) {
        end = pen.put_right(end, 0, &text, meaning).saturating_sub(3);
    }
    if let Some((text, meaning)) = shown {
        end = pen.put_right(end, 0, &text, meaning).saturating_sub(3);
    }
    if !counter.is_empty() {
        end = pen.put_right(end, 0, counter, "muted").saturating_sub(2);
    }
    pen.put(area.x + 1, 0, end.saturating_sub(area.x + 1), place, "place");
}

fn light(pen: &Pen<'_>) -> Option<(String, &'static str)> {
    if pen.state.is_read_only() {
        return Some((format!("i {}", pen.say("screen-read-only")), "light"));
    }
    Some(match pen.state.save.light(pen.env.now_ms) {
        Light::Quiet => return None,
        Light::Typing => (pen.say("screen-light-typing"), "light.typing"),
        Light::Saving => (pen.say("screen-light-saving"), "light.saving"),
        Light::Saved(ms) => {
            let time = when::second(pen.env, ms);
            let text = pen.say_with("screen-light-saved", &[("time", time.into())]);
            (format!("✔ {text}"), "light.saved")
        }
        Light::Failing => (format!("✗ {}", pen.say("screen-light-failing")), "light.failing"),
    })
}

/// Columns of the save light when it says its longest.
fn widest_light(pen: &Pen<'_>) -> usize {
    let saved = pen.say_with("screen-light-saved", &[("time", "00:00:00".into())]);
    let others = ["screen-light-typing", "screen-light-saving", "screen-light-failing"];
    let others = others.map(|key| columns(&pen.say(key)));
    others.into_iter().fold(columns(&saved), usize::max) + 2
}

/// The one line of news above the keys.
fn message(pen: &mut Pen<'_>, area: Rect, y: u16) {
    let room = area.width.saturating_sub(4);
    if pen.state.quitting {
        let text = pen.say("screen-quitting");
        pen.put(area.x + 2, y, room, &text, "info");
    } else if let (Some(notice), None) = (pen.state.news_line(), &pen.state.lock) {
        let (sign, meaning) = sign_of(notice.level);
        let (what, _, next) = said(pen.words, notice);
        let text = if next.is_empty() || columns(&what) + columns(&next) + 3 > usize::from(room) {
            format!("{sign} {what}")
        } else {
            format!("{sign} {what} {next}")
        };
        let lines = pen.lines(&text, room, meaning);
        let is_long = lines.len() > 1 && pen.state.overlays.is_empty();
        if let (Some((first, rest)), true) = (lines.split_first(), is_long) {
            // What one line is too short for takes the row above it too, where no window stands.
            pen.clear(Rect { y: y - 1, height: 2, ..area });
            pen.put(area.x + 2, y - 1, room, &first.to_string(), meaning);
            let rest: Vec<String> = rest.iter().map(ToString::to_string).collect();
            pen.put(area.x + 4, y, room - 2, &rest.join(" "), meaning);
        } else {
            pen.put(area.x + 2, y, room, &text, meaning);
        }
    }
}

/// The sign and style of a level: never by colour alone.
pub(super) const fn sign_of(level: Level) -> (&'static str, &'static str) {
    match level {
        Level::Salah => ("✗", "salah"),
        Level::Periksa => ("!", "periksa"),
        Level::Info => ("i", "info"),
    }
}

/// What, why and next of a notice; empty where the message has no such part.
pub(super) fn said(words: &Catalog, notice: &Notice) -> (String, String, String) {
    let args: Vec<_> =
        notice.args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    let part = |name: &str| words.find(&format!("{}.{name}", notice.key), &args);
    (
        words.with(&notice.key, &args),
        part("why").unwrap_or_default(),
        part("next").unwrap_or_default(),
    )
}

/// The short words of an action here: a mode may have its own.
fn action_words(state: &State, words: &Catalog, mode: Mode, action: Action) -> String {
    // With nothing left to mend, Enter on the read-back goes on.
    let is_mended = mode == Mode::Review
        && action == Action::Enter
        && state.open.as_ref().is_some_and(|open| open.derived.problems().next().is_none());
    if is_mended {
        return words.get("action-enter");
    }
    let is_parked = state.open.as_ref().is_some_and(|open| open.case.waiting.is_some());
    if mode == Mode::Trouble
        && action == Action::Enter
        && let Some(end) = ending(state)
    {
        let leads = matches!(&end.kind, EndKind::Onward { trouble, .. } if !trouble.is_empty());
        return words.get(if leads { "action-enter" } else { "action-enter.done" });
    }
    if let (Action::ByDay, Screen::Outages(screen)) = (action, &state.screen)
        && screen.table.day.is_some()
    {
        return words.get("action-by-day.month");
    }
    if action == Action::Park && is_parked && mode != Mode::Trouble {
        return words.get("action-park.resume");
    }
    let is_nib = state
        .open
        .as_ref()
        .is_some_and(|open| open.form.pack.number.kind == crate::form::NumberKind::Nib);
    if action == Action::RecordNib && !is_nib {
        return words.get("action-record-nib.number");
    }
    let key = format!("action-{}", action.name());
    words.find(&format!("{key}.{}", mode.name()), &[]).unwrap_or_else(|| words.get(&key))
}

/// The bottom line. Help stays at the right edge; of the others as many as fit.
fn bar(pen: &mut Pen<'_>, area: Rect, y: u16) {
    let mode = pen.state.mode();
    let look = pen.look;
    let actions = look.keymap.bar(mode);
    let entry = |pen: &Pen<'_>, action: Action| {
        let key = look.keymap.key_of(mode, action)?.label(pen.words);
        Some((key, action_words(pen.state, pen.words, mode, action)))
    };
    let mut end = area.right() - 1;
    let is_help_open = matches!(pen.state.overlays.last(), Some(Overlay::Help(_)));
    if actions.contains(&Action::Help)
        && !is_help_open
        && let Some((key, label)) = entry(pen, Action::Help)
    {
        let x = pen.put_right(end, y, &label, "key.label");
        end = pen.put_right(x.saturating_sub(1), y, &key, "key").saturating_sub(2);
    }
    let mut x = area.x + 2;
    for action in actions.iter().filter(|action| **action != Action::Help) {
        if !super::screens::overlay::applies(pen.state, *action) {
            continue;
        }
        let Some((key, label)) = entry(pen, *action) else { continue };
        if usize::from(x) + columns(&key) + 1 + columns(&label) > usize::from(end) {
            break;
        }
        x = pen.put(x, y, end - x, &key, "key") + 1;
        x = pen.put(x, y, end - x, &label, "key.label") + 3;
    }
}

//! The windows over a screen.

use super::{account, finder, handover, moved, outage, park, teach_back, trouble};
use crate::app::paper::What;
use crate::app::screens::handover::{pages, steps};
use crate::app::screens::lookup::offers_lookup;
use crate::app::screens::park::Step;
use crate::app::screens::trouble::ending;
use crate::app::{Action, Confirm, Editor, Field, Mode, Notice, Overlay, Screen, State};
use crate::case::Lifecycle;
use crate::form::trouble::EndKind;
use crate::form::{Kind, NumberKind, SectionKind};
use crate::ident::{Level, secret};
use crate::tui::pen::{Pen, below};
use crate::tui::view::{said, sign_of};
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Columns inside a window.
const WIDTH: u16 = 60;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect) {
    // A small window stands over the one it belongs to.
    if let [.., under, last] = pen.state.overlays.as_slice()
        && !matches!(last, Overlay::Trouble(_) | Overlay::Account(_))
    {
        match under {
            Overlay::Trouble(triage) => trouble::draw(pen, body, triage),
            Overlay::Account(marked) => account::draw(pen, body, *marked),
            _ => {}
        }
        pen.cursor = None;
    }
    match pen.state.overlays.last() {
        Some(Overlay::Help(top)) => help(pen, body, *top),
        Some(Overlay::Prompt { field, editor }) => prompt(pen, body, field, editor),
        Some(Overlay::Confirm(confirm)) => ask(pen, body, confirm),
        Some(Overlay::Notice(told)) => notice(pen, body, told),
        Some(Overlay::RecoveryKey(key)) => recovery_key(pen, body, &key.0),
        Some(Overlay::Find(found)) => finder::draw(pen, body, found),
        Some(Overlay::Park(waiting)) => park::draw(pen, body, waiting),
        Some(Overlay::Moved(top)) => moved::moves(pen, body, *top),
        Some(Overlay::Orphans(marked)) => moved::orphans(pen, body, *marked),
        Some(Overlay::Attempts(top)) => handover::attempts(pen, body, *top),
        Some(Overlay::Kept(kept)) => moved::kept(pen, body, kept),
        Some(Overlay::Trouble(triage)) => trouble::draw(pen, body, triage),
        Some(Overlay::Account(marked)) => account::draw(pen, body, *marked),
        Some(Overlay::TeachBack(window)) => {
            if let Some(open) = &pen.state.open {
                teach_back::draw(pen, body, open, window);
            }
        }
        Some(Overlay::Outage(window)) => outage::draw(pen, body, window),
        Some(Overlay::Which(which)) => outage::which(pen, body, which),
        None => {}
    }
}

/// An empty window in the middle of `body` for `rows` lines; gives the room inside it.
pub(super) fn open_window(pen: &mut Pen<'_>, body: Rect, columns: u16, rows: u16) -> Rect {
    let width = (columns + 6).min(body.width - 2);
    let height = (rows + 4).min(body.height);
    let area = Rect {
        x: body.x + (body.width - width) / 2,
        y: body.y + (body.height - height) / 2,
        width,
        height,
    };
    // A column of air keeps the words behind it from running into the edge.
    let air = Rect { x: area.x - 1, width: area.width + 2, ..area };
    pen.clear(air.intersection(body));
    pen.frame(area, "box.open");
    Rect { x: area.x + 3, y: area.y + 2, width: width - 6, height: height.saturating_sub(4) }
}

/// A window with lines in it.
fn told(pen: &mut Pen<'_>, body: Rect, lines: &[Line<'static>]) {
    let inside = open_window(pen, body, WIDTH, lines.len() as u16);
    pen.put_lines(inside, lines);
}

pub(super) fn inner_width(body: Rect) -> u16 {
    WIDTH.min(body.width - 8)
}

fn notice(pen: &mut Pen<'_>, body: Rect, notice: &Notice) {
    let width = inner_width(body);
    let (sign, meaning) = sign_of(notice.level);
    let (what, why, next) = said(pen.words, notice);
    let mut lines = pen.hanging(pen.span(sign, meaning), 2, &what, width, meaning);
    for part in [why, next] {
        if !part.is_empty() {
            lines.push(Line::default());
            lines.extend(pen.hanging(pen.span("", "answer"), 2, &part, width, "answer"));
        }
    }
    told(pen, body, &lines);
}

fn ask(pen: &mut Pen<'_>, body: Rect, confirm: &Confirm) {
    let key = match confirm {
        Confirm::RemoveInstance { .. } => "confirm-remove",
        Confirm::Finish => "confirm-finish",
        Confirm::Quit => "confirm-quit",
        Confirm::RemoveOfficer { .. } => "confirm-remove-officer",
    };
    let width = inner_width(body);
    let name = match confirm {
        Confirm::RemoveOfficer { name, .. } => name.0.as_str(),
        _ => "",
    };
    let question = pen.say_with(key, &[("officer", name.into())]);
    let mut lines = pen.lines(&question, width, "question");
    lines.push(Line::default());
    lines.extend(pen.lines(&pen.say(&format!("{key}.why")), width, "answer"));
    told(pen, body, &lines);
}

fn prompt(pen: &mut Pen<'_>, body: Rect, field: &Field, editor: &Editor) {
    let Some(open) = &pen.state.open else { return };
    let number = &open.form.pack.number;
    let key = match field {
        Field::Reason(_) => "prompt-reason",
        Field::Note(_) | Field::Answer(_) | Field::Outage | Field::Aside(_) => "prompt-note",
        Field::Come => "call-come",
        Field::Again => "call-again",
        // These stand in a window of their own.
        Field::Park | Field::Until | Field::Left | Field::Choices => "prompt-park",
        Field::Amend => "prompt-amend",
        Field::Account(_) => "prompt-account",
        Field::Recovery(_) => "prompt-recovery",
        Field::Tried(_) => "prompt-tried",
        Field::Nib if number.kind == NumberKind::Nib => "prompt-nib",
        Field::Nib => "prompt-number",
        Field::OssError(_) => "prompt-oss-error",
    };
    let width = inner_width(body);
    let args = [("label", pen.text(&number.label).into())];
    let mut lines = pen.lines(&pen.say_with(key, &args), width, "question");
    if let Field::OssError(page) = field {
        let steps = steps(open);
        let pages = pages(&steps);
        let page = page.saturating_sub(1).min(pages.len().saturating_sub(1));
        let title =
            pages.get(page).map_or_else(String::new, |one| handover::title_of(pen, open, one));
        let args = [("page", (page + 1).to_string().into()), ("title", title.into())];
        lines.extend(pen.lines(&pen.say_with("prompt-oss-error.page", &args), width, "value"));
    }
    // What the reason is for stands above the line it is typed in.
    if let Field::Reason(path) = field
        && let Some(row) = open.derived.row(path)
    {
        for finding in row.findings.iter().filter(|finding| finding.level == Level::Periksa) {
            let what = super::said(pen, finding).0;
            lines.extend(pen.hanging(pen.span("!", "periksa"), 2, &what, width, "periksa"));
        }
    }
    let detail = match field {
        Field::Account(what) => pen.say(&format!("account-{what}")),
        Field::Recovery(what) => pen.say(&format!("account-way-{what}")),
        _ => String::new(),
    };
    if !detail.is_empty() {
        lines.extend(pen.lines(&detail, width, "title"));
    }
    lines.extend(pen.lines(&pen.say(&format!("{key}.hint")), width, "muted"));
    if field.is_guarded() {
        lines.extend(guarded(pen, editor, width));
    }
    let head = lines.len() as u16;
    let is_moment = matches!(field, Field::Come | Field::Again);
    let room = if is_moment { 5 } else { 4 };
    let inside = open_window(pen, body, WIDTH, head + room);
    let y = pen.put_lines(Rect { height: inside.height.saturating_sub(room), ..inside }, &lines);
    let edge = Rect { y: y + 1, height: 3, ..inside };
    pen.frame(edge, "box.open");
    let line = Rect { x: edge.x + 2, y: edge.y + 1, width: edge.width - 4, height: 1 };
    pen.type_line(line, editor, false);
    if is_moment {
        super::call::moment(pen, Rect { y: edge.bottom(), height: 1, ..inside }, editor.text());
    }
}

/// Says of a text beside an account what is not kept of it, so that the screen promises nothing else.
fn guarded(pen: &Pen<'_>, editor: &Editor, width: u16) -> Vec<Line<'static>> {
    let found = secret::find(editor.text());
    let refused = pen.state.line.as_ref().is_some_and(|line| line.key == "account-secret");
    if let Some(told) = found.first()
        && (refused || secret::is_told(editor.text(), editor.cursor()))
    {
        let what = editor.text()[told.clone()].trim_end_matches([',', '.', ';']);
        let what: String = what.chars().take(24).collect();
        let is_number = what.chars().all(|c| c.is_numeric() || c.is_whitespace());
        let key = if is_number { "account-secret-number" } else { "account-secret-typed" };
        let text = pen.say_with(key, &[("what", what.into())]);
        return pen.hanging(pen.span("✗", "salah"), 2, &text, width, "salah");
    }
    let (kept, _) = secret::kept(editor.text(), editor.cursor());
    let key = if kept == editor.text() { "account-never" } else { "account-not-yet" };
    pen.hanging(pen.span("!", "periksa"), 2, &pen.say(key), width, "periksa")
}

fn recovery_key(pen: &mut Pen<'_>, body: Rect, key: &str) {
    let width = inner_width(body);
    let mut lines = pen.lines(&pen.say("recovery-title"), width, "title");
    lines.push(Line::default());
    let groups: Vec<&str> = key.split(['-', ' ']).filter(|group| !group.is_empty()).collect();
    for row in groups.chunks(4) {
        let text = row.join("   ");
        let pad = usize::from(width).saturating_sub(crate::tui::measure::columns(&text)) / 2;
        lines.push(pen.line(format!("{}{text}", " ".repeat(pad)), "value"));
        lines.push(Line::default());
    }
    lines.extend(pen.lines(&pen.say("recovery-title.why"), width, "answer"));
    lines.push(Line::default());
    lines.extend(pen.lines(&pen.say("recovery-title.next"), width, "periksa"));
    told(pen, body, &lines);
}

pub(in crate::tui) fn help(pen: &mut Pen<'_>, body: Rect, top: usize) {
    let mode = pen.state.mode_under_help();
    let look = pen.look;
    let entries: Vec<(String, String)> = look
        .keymap
        .keys(mode)
        .iter()
        .filter(|keys| applies(pen.state, keys.action))
        .map(|keys| {
            let shown: Vec<String> =
                keys.chords.iter().take(3).map(|chord| chord.label(pen.words)).collect();
            let key = format!("action-{}.help", keys.action.name());
            (shown.join("  "), pen.say(&key))
        })
        .collect();
    let inside = open_window(pen, body, 72, entries.len() as u16 + 2);
    let heading = pen.say("help-title");
    let place = pen.say(&format!("mode-{}", mode.name()));
    pen.put(inside.x, inside.y, inside.width, &format!("{heading} · {place}"), "title");
    let list = below(inside, inside.y + 2);
    let room = usize::from(list.height);
    let first = top.min(entries.len().saturating_sub(room));
    let keys = 19.min(list.width / 2);
    for (y, (chords, words)) in (list.y..).zip(entries.iter().skip(first).take(room)) {
        pen.put(list.x, y, keys - 1, chords, "key");
        pen.put(list.x + keys, y, list.width - keys, words, "answer");
    }
    let left = entries.len().saturating_sub(first + room);
    if left > 0 {
        let below = pen.say_with("screen-more", &[("count", left.to_string().into())]);
        pen.put_right(list.right(), list.bottom() + 1, &format!(" ↓ {below} "), "muted");
    }
}

/// Whether an action leads anywhere here: what does not is not offered.
pub(in crate::tui) fn applies(state: &State, action: Action) -> bool {
    let is_line = matches!(action, Action::Up | Action::Down | Action::PageUp | Action::PageDown);
    if is_line
        && matches!(state.overlays.last(), Some(Overlay::Notice(_) | Overlay::RecoveryKey(_)))
    {
        return false;
    }
    // Only the message of OSS has something to choose besides what is typed.
    if is_line
        && matches!(state.overlays.last(), Some(Overlay::Prompt { field, .. }) if !matches!(field, Field::OssError(_)))
    {
        return false;
    }
    match action {
        Action::ReadAloud if !state.voice.available => return false,
        Action::HideNumbers if state.facing.is_none() => return false,
        Action::AskNumber => {
            return matches!(state.overlays.last(), Some(Overlay::Park(park)) if park.asks_number());
        }
        _ => {}
    }
    // Nothing leads out of the lock but the passphrase.
    if state.lock.is_some() && matches!(action, Action::Back | Action::Outage) {
        return false;
    }
    let Some(open) = &state.open else {
        return match action {
            Action::Lock | Action::Outage => state.office.is_some(),
            Action::Previous | Action::Next => {
                matches!(state.screen, Screen::Setup(_))
                    || matches!(state.mode_under_help(), Mode::Outage | Mode::Officer)
            }
            Action::Edit(_) => state.mode_under_help().types(),
            Action::Undo
            | Action::Redo
            | Action::Tasks
            | Action::Sheet
            | Action::Review
            | Action::Handover
            | Action::Receipt
            | Action::Requirements
            | Action::Speak
            | Action::ApplicantView
            | Action::TeachBack
            | Action::ReadAloud
            | Action::Reason
            | Action::Note
            | Action::Park
            | Action::Trouble
            | Action::Account
            | Action::Letter
            | Action::Home => false,
            Action::Call | Action::Arrived => beranda_waits(state, true),
            Action::Met => beranda_waits(state, false),
            _ => true,
        };
    };
    let draft = open.case.lifecycle == Lifecycle::Draft;
    if state.mode_under_help() == Mode::Trouble {
        let end = ending(state);
        return match action {
            Action::Print => end.is_some_and(|end| matches!(end.kind, EndKind::Referred { .. })),
            Action::Park => end.is_some_and(|end| end.waits.is_some()),
            Action::NewCase => crate::app::screens::trouble::service(state).is_some(),
            Action::Up | Action::Down | Action::PageUp | Action::PageDown => end.is_none(),
            _ => true,
        };
    }
    match action {
        Action::Call | Action::Met | Action::Arrived => open.case.waiting.is_some(),
        Action::Yes | Action::No | Action::Toggle
            if matches!(state.overlays.last(), Some(Overlay::Park(_))) =>
        {
            let Some(Overlay::Park(park)) = state.overlays.last() else { return false };
            park.step == if action == Action::Toggle { Step::Care } else { Step::Consent }
        }
        Action::Previous => match state.overlays.last() {
            Some(Overlay::Park(park)) => park.step > Step::Condition,
            Some(Overlay::Prompt { .. }) => false,
            _ => true,
        },
        Action::Speak => !open.form.pack.tongues().is_empty(),
        Action::Finish => draft,
        Action::Amend | Action::Handover => !draft,
        Action::Copy | Action::ThrownOut | Action::Alone | Action::Attempts => {
            !open.form.pack.oss_pages.is_empty()
        }
        Action::Print if matches!(state.screen, Screen::Handover(_)) => {
            !open.form.pack.oss_pages.is_empty()
        }
        Action::ApplicantView => match &state.screen {
            Screen::Paper(preview) => matches!(preview.what(), What::Receipt | What::Requirements),
            _ => true,
        },
        Action::Save => match &state.screen {
            Screen::Paper(preview) => preview.what() != What::Retype,
            _ => true,
        },
        Action::AddInstance | Action::RemoveInstance => {
            let sections = &open.form.pack.sections;
            draft
                && sections.iter().any(|section| matches!(section.kind, SectionKind::Repeat { .. }))
        }
        Action::Reason => match &state.screen {
            Screen::Fill(fill) => open.derived.row(&fill.path).is_some_and(|row| {
                row.findings.iter().any(|finding| finding.level == Level::Periksa)
            }),
            _ => false,
        },
        Action::Search => match &state.screen {
            Screen::Fill(fill) => state.kind_at(&fill.path).is_some_and(offers_lookup),
            _ => true,
        },
        Action::Toggle => match &state.screen {
            Screen::Fill(fill) if state.overlays.is_empty() => {
                !matches!(state.kind_at(&fill.path), Some(Kind::Note | Kind::Calculated))
            }
            _ => true,
        },
        _ => true,
    }
}

/// Whether the marked case of Beranda waits for something, one that can go on now counted or not.
fn beranda_waits(state: &State, even_due: bool) -> bool {
    let (Screen::Beranda(beranda), Some(office)) = (&state.screen, &state.office) else {
        return false;
    };
    let waits = beranda.selected_case().and_then(|at| office.cases[at].summary.waits.as_deref());
    waits.is_some_and(|waits| even_due || beranda.dues.of(waits).is_none())
}

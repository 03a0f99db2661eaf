//! The windows over a screen: help, a line of text, yes or no, a message, the choice of a service.

use super::{fill, handover};
use crate::app::{
    Action, Confirm, Cx, Editor, Effect, Field, Notice, Open, Overlay, Screen, State, Typing,
    moved, open,
};
use crate::case::Body;
use crate::form::{NumberKind, Path};
use crate::ident::{Level, secret};

/// No help is longer than the window by more lines than this.
const LONGEST_HELP: usize = 40;
/// Nobody types a case into OSS more often than this fills lines.
const LONGEST_HISTORY: usize = 400;

pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let leads_home =
        matches!(state.overlays.last(), Some(Overlay::Trouble(_) | Overlay::Account(_)));
    if action == Action::Home && leads_home {
        state.overlays.clear();
        return crate::app::go_home(state, cx);
    }
    match state.overlays.last_mut() {
        Some(Overlay::Help(top)) => match action {
            Action::Up => *top = top.saturating_sub(1),
            Action::Down => *top = (*top + 1).min(LONGEST_HELP),
            Action::PageUp => *top = top.saturating_sub(10),
            Action::PageDown => *top = (*top + 10).min(LONGEST_HELP),
            _ => _ = state.overlays.pop(),
        },
        Some(Overlay::Moved(_) | Overlay::Orphans(_) | Overlay::Kept(_)) => {
            moved::act(state, cx, action);
        }
        Some(Overlay::Attempts(top)) => match action {
            Action::Up => *top = top.saturating_sub(1),
            Action::Down => *top = (*top + 1).min(LONGEST_HISTORY),
            Action::PageUp => *top = top.saturating_sub(10),
            Action::PageDown => *top = (*top + 10).min(LONGEST_HISTORY),
            _ => _ = state.overlays.pop(),
        },
        Some(Overlay::Notice(_) | Overlay::RecoveryKey(_)) => {
            if matches!(action, Action::Enter | Action::Back) {
                state.overlays.pop();
            }
        }
        Some(Overlay::Confirm(_)) => match action {
            Action::Yes | Action::Enter => confirmed(state, cx),
            Action::No | Action::Back => _ = state.overlays.pop(),
            _ => {}
        },
        Some(Overlay::Find(_)) => super::finder::act(state, cx, action),
        Some(Overlay::Trouble(_)) => super::trouble::act(state, cx, action),
        Some(Overlay::Account(_)) => super::account::act(state, cx, action),
        Some(Overlay::Park(_)) => super::park::act(state, cx, action),
        Some(Overlay::TeachBack(_)) => super::teach_back::act(state, cx, action),
        Some(Overlay::Outage(_)) => super::outage::act(state, cx, action),
        Some(Overlay::Which(_)) => crate::app::letter::choose(state, cx, action),
        Some(Overlay::Prompt { editor, field }) => match action {
            Action::Edit(edit) => {
                if editor.apply(edit) {
                    keep(state, cx);
                }
            }
            Action::Up | Action::Down | Action::PageUp | Action::PageDown => {
                if let (Field::OssError(page), Some(open)) = (field, &state.open) {
                    *page = handover::other_page(open, *page, action);
                }
            }
            Action::Enter => submit(state, cx),
            Action::Back => cancel(state, cx),
            _ => {}
        },
        None => {}
    }
}

pub(in crate::app) fn type_text(state: &mut State, cx: &mut Cx<'_>, text: &str) {
    match state.overlays.last_mut() {
        Some(Overlay::Prompt { editor, .. }) => {
            editor.insert(text);
            keep(state, cx);
        }
        Some(Overlay::Find(_)) => super::finder::type_text(state, text),
        Some(Overlay::Trouble(_)) => super::trouble::type_text(state, cx, text),
        Some(Overlay::Account(_)) => super::account::type_text(state, cx, text),
        Some(Overlay::Park(_)) => super::park::type_text(state, cx, text),
        Some(Overlay::TeachBack(_)) => super::teach_back::type_text(state, cx, text),
        Some(Overlay::Outage(_)) => super::outage::type_text(state, cx, text),
        Some(Overlay::Which(_)) => crate::app::letter::choose_number(state, cx, text),
        _ => {}
    }
}

/// Opens the window for `field`, with what is recorded already.
pub(in crate::app) fn prompt(state: &mut State, field: Field) {
    if state.is_read_only() {
        state.line = Some(Notice::new(Level::Periksa, "app-read-only"));
        return;
    }
    let Some(open) = &state.open else { return };
    let text = recorded(open, &field);
    prompt_with(state, field, text);
}

/// What is recorded of `field` already.
fn recorded(open: &Open, field: &Field) -> String {
    let answer = |path: &Path| open.case.answers.values.get(path).cloned().unwrap_or_default();
    match field {
        Field::Reason(path) => answer(path).reason,
        Field::Note(path) => answer(path).note,
        Field::Nib => open.case.nib.clone().unwrap_or_default(),
        Field::Account(what) => open
            .case
            .account
            .iter()
            .find(|entry| entry.what == *what)
            .map_or_else(String::new, |entry| entry.value.clone()),
        Field::Tried(trouble) => super::trouble::last_note(open, trouble),
        Field::Amend
        | Field::Answer(_)
        | Field::Recovery(_)
        | Field::OssError(_)
        | Field::Outage
        | Field::Park
        | Field::Until
        | Field::Left
        | Field::Choices
        | Field::Come
        | Field::Again
        | Field::Aside(_) => String::new(),
    }
}

/// Opens the window for `field` with `text` in it, or with what was typed there when it was left.
pub(in crate::app) fn prompt_with(state: &mut State, field: Field, text: String) {
    if state.is_read_only() {
        state.line = Some(Notice::new(Level::Periksa, "app-read-only"));
        return;
    }
    let aside = Field::Aside(Box::new(field.clone())).key();
    let rows = state.open.as_mut().map(|open| &mut open.journals);
    let left = rows.and_then(|rows| {
        let at = rows.iter().position(|(name, _)| *name == aside)?;
        Some(rows.remove(at).1)
    });
    let editor = match left {
        Some(typing) => {
            state.line = Some(Notice::info("prompt-aside"));
            Editor::restore(typing.text, typing.cursor, false)
        }
        None => Editor::new(text, false),
    };
    state.overlays.push(Overlay::Prompt { field, editor });
}

/// Opens the window for the reason of a `periksa`, when the open question has one.
pub(in crate::app) fn reason(state: &mut State) {
    let Screen::Fill(fill) = &state.screen else { return };
    let path = fill.path.clone();
    let row = state.open.as_ref().and_then(|open| open.derived.row(&path));
    let asks =
        row.is_some_and(|row| row.findings.iter().any(|finding| finding.level == Level::Periksa));
    if asks {
        prompt(state, Field::Reason(path));
    } else {
        state.line = Some(Notice::info("app-no-reason-needed"));
    }
}

/// Puts the case aside, or takes it up again when it was.
pub(in crate::app) fn park(state: &mut State, cx: &mut Cx<'_>) {
    fill::commit_and_stay(state, cx);
    let parked = state.open.as_ref().is_some_and(|open| open.case.waiting.is_some());
    if parked {
        open::append(state, cx, vec![Body::Resumed], Vec::new());
        if let Screen::Call = state.screen {
            super::tasks::enter(state, cx);
        }
        state.line = Some(Notice::info("app-resumed"));
    } else {
        super::park::enter(state, cx, None);
    }
}

fn keep(state: &mut State, cx: &mut Cx<'_>) {
    let (Some(Overlay::Prompt { field, editor }), Some(open)) =
        (state.overlays.last(), &state.open)
    else {
        return;
    };
    let typing = typing(field, editor, cx);
    cx.push(Effect::Journal { case: open.case.id, field: field.key(), typing });
}

/// What may be written of a window's text.
fn typing(field: &Field, editor: &Editor, cx: &Cx<'_>) -> Typing {
    let (text, cursor) = if field.is_guarded() {
        // Beside an account a password is soon typed. It is kept nowhere, not even for a moment.
        secret::kept(editor.text(), editor.cursor())
    } else {
        (editor.text().to_owned(), editor.cursor())
    };
    Typing { text, cursor, at_ms: cx.env.now_ms }
}

/// Enter in the window: what was typed becomes an event.
fn submit(state: &mut State, cx: &mut Cx<'_>) {
    let Some(Overlay::Prompt { field, editor }) = state.overlays.last() else { return };
    let text = editor.text().trim().to_owned();
    if field.is_guarded() && !secret::is_clean(&text) {
        return refuse_secret(state, cx);
    }
    let must = matches!(
        field,
        Field::Amend
            | Field::Nib
            | Field::Reason(_)
            | Field::Recovery(_)
            | Field::Come
            | Field::Again
    );
    if must && text.is_empty() {
        state.line = Some(Notice::new(Level::Periksa, "prompt-empty"));
        return;
    }
    let kind = state.open.as_ref().map(|open| open.form.pack.number.kind);
    if *field == Field::Nib && kind == Some(NumberKind::Nib) {
        let digits: String = text.chars().filter(|c| !" .-".contains(*c)).collect();
        if let Some(verdict) =
            crate::ident::nib::parse(&digits).verdicts.iter().find(|v| v.level == Level::Salah)
        {
            state.line = Some(Notice {
                level: Level::Periksa,
                key: verdict.id.into(),
                args: verdict.args.iter().map(|(name, text)| (*name, text.to_string())).collect(),
            });
            return;
        }
    }
    let field = field.clone();
    if matches!(field, Field::Come | Field::Again) {
        super::call::said_when(state, cx, &field, text);
        return;
    }
    state.overlays.pop();
    if let Field::OssError(page) = field {
        return handover::thrown_out(state, cx, page, text);
    }
    let mut bodies = Vec::new();
    if let Some(open) = &state.open {
        match field {
            Field::Nib => bodies.extend(handover::ended(open, "", true)),
            Field::Amend => bodies.extend(handover::ended(open, "", false)),
            _ => {}
        }
        bodies.extend(open::said(open, &field, text));
    }
    open::append(state, cx, bodies, field.rows());
    match field {
        Field::Nib => {
            if let Some(open) = &state.open {
                let label = open.form.pack.number.label.get(state.lang);
                state.line = Some(Notice::info("app-nib-recorded").with("label", label));
            }
            super::receipt::enter(state, cx);
        }
        Field::Amend => {
            if state.open.as_ref().is_some_and(|open| open.moved.is_some()) {
                // The version of today may ask for more instances than that of then.
                open::complete(state, cx);
            }
            super::tasks::enter(state, cx);
        }
        Field::Account(_) | Field::Recovery(_) => {
            state.line = Some(Notice::info("account-noted"));
        }
        _ => {}
    }
}

/// Says why this is not kept. What was typed stays on the screen to be mended, the cursor behind what looks
/// like a password or a code; of that nothing is written.
fn refuse_secret(state: &mut State, cx: &mut Cx<'_>) {
    let Some(Overlay::Prompt { editor, .. }) = state.overlays.last_mut() else { return };
    let cursor = secret::find(editor.text()).first().map_or(editor.cursor(), |told| told.end);
    *editor = Editor::restore(editor.text().to_owned(), cursor, false);
    keep(state, cx);
    state.line = Some(Notice::new(Level::Periksa, "account-secret"));
}

/// Esc in the window: nothing is said by it, and what was typed is there when it is opened again.
fn cancel(state: &mut State, cx: &mut Cx<'_>) {
    let Some(Overlay::Prompt { field, editor }) = state.overlays.pop() else { return };
    let hours = state.hours();
    let Some(open) = &mut state.open else { return };
    let mut rows = field.rows();
    let before = match field {
        Field::Again => super::call::proposed(open, &hours, cx.env),
        _ => recorded(open, &field),
    };
    if !editor.text().trim().is_empty() && editor.text() != before {
        let typing = typing(&field, &editor, cx);
        if !typing.text.trim().is_empty() {
            let aside = rows.remove(1);
            open.journals.push((aside.clone(), typing.clone()));
            cx.push(Effect::Journal { case: open.case.id, field: aside, typing });
        }
    }
    open::append(state, cx, Vec::new(), rows);
}

fn confirmed(state: &mut State, cx: &mut Cx<'_>) {
    let Some(Overlay::Confirm(confirm)) = state.overlays.pop() else { return };
    match confirm {
        Confirm::RemoveInstance { repeat, instance } => {
            open::append(state, cx, vec![Body::InstanceRemoved { repeat, instance }], Vec::new());
            state.line = Some(Notice::info("tasks-removed"));
            if let (Screen::Tasks(marked), Some(open)) = (&mut state.screen, &state.open) {
                *marked = (*marked).min(open.derived.sections.len().saturating_sub(1));
            }
        }
        Confirm::Finish => {
            open::append(state, cx, vec![Body::Finalized], Vec::new());
            handover::enter(state, cx);
            super::teach_back::due(state);
        }
        Confirm::Quit => state.quitting = true,
        Confirm::RemoveOfficer { id, name } => super::officers::remove(state, cx, id, name),
    }
}

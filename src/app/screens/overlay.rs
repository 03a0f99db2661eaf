//! The windows over a screen: help, a line of text, yes or no, a message, the choice of a service.

use super::{fill, handover};
use crate::app::{
    Action, Confirm, Cx, Editor, Effect, Field, Notice, Overlay, Screen, State, Typing, moved, open,
};
use crate::case::Body;
use crate::form::Path;
use crate::ident::Level;

/// No help is longer than the window by more lines than this.
const LONGEST_HELP: usize = 40;

pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
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
        Some(Overlay::Outage(_)) => super::outage::act(state, cx, action),
        Some(Overlay::Prompt { editor, .. }) => match action {
            Action::Edit(edit) => {
                if editor.apply(edit) {
                    keep(state, cx);
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
        Some(Overlay::Outage(_)) => super::outage::type_text(state, cx, text),
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
    let answer = |path: &Path| open.case.answers.values.get(path).cloned().unwrap_or_default();
    let text = match &field {
        Field::Reason(path) => answer(path).reason,
        Field::Note(path) => answer(path).note,
        Field::Nib => open.case.nib.clone().unwrap_or_default(),
        Field::Park => open.case.parked().unwrap_or_default().to_owned(),
        Field::Amend | Field::Answer(_) | Field::Outage => String::new(),
    };
    state.overlays.push(Overlay::Prompt { field, editor: Editor::new(text, false) });
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
        state.line = Some(Notice::info("app-resumed"));
    } else {
        prompt(state, Field::Park);
    }
}

fn keep(state: &mut State, cx: &mut Cx<'_>) {
    let (Some(Overlay::Prompt { field, editor }), Some(open)) =
        (state.overlays.last(), &state.open)
    else {
        return;
    };
    let typing =
        Typing { text: editor.text().to_owned(), cursor: editor.cursor(), at_ms: cx.env.now_ms };
    cx.push(Effect::Journal { case: open.case.id, field: field.key(), typing });
}

/// Enter in the window: what was typed becomes an event.
fn submit(state: &mut State, cx: &mut Cx<'_>) {
    let Some(Overlay::Prompt { field, editor }) = state.overlays.last() else { return };
    let text = editor.text().trim().to_owned();
    let must = matches!(field, Field::Park | Field::Amend | Field::Nib | Field::Reason(_));
    if must && text.is_empty() {
        state.line = Some(Notice::new(Level::Periksa, "prompt-empty"));
        return;
    }
    if *field == Field::Nib {
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
    state.overlays.pop();
    let body = state.open.as_ref().and_then(|open| open::said(open, &field, text));
    open::append(state, cx, body.into_iter().collect(), vec![field.key()]);
    match field {
        Field::Park => state.line = Some(Notice::info("app-parked")),
        Field::Nib => {
            state.line = Some(Notice::info("app-nib-recorded"));
            super::receipt::enter(state, cx);
        }
        Field::Amend => {
            if state.open.as_ref().is_some_and(|open| open.moved.is_some()) {
                // The version of today may ask for more instances than that of then.
                open::complete(state, cx);
            }
            super::tasks::enter(state, cx);
        }
        Field::Answer(_) | Field::Reason(_) | Field::Note(_) | Field::Outage => {}
    }
}

/// Esc in the window: nothing changes; what was typed for nothing is not kept as if it were said.
fn cancel(state: &mut State, cx: &mut Cx<'_>) {
    if let Some(Overlay::Prompt { field, .. }) = state.overlays.pop() {
        open::append(state, cx, Vec::new(), vec![field.key()]);
    }
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
        }
        Confirm::Quit => state.quitting = true,
    }
}

//! Unlocking: one passphrase, or the printed recovery key.

use crate::app::{Action, Cx, Editor, Effect, Notice, Private, Screen, State};

/// The unlock screen.
#[derive(Debug, Default)]
pub struct Unlock {
    /// The office, from the part of the file that is not sealed.
    pub office: String,
    /// The counter, from there too.
    pub counter: String,
    /// The passphrase or recovery key being typed.
    pub editor: Editor,
    /// Why it did not open.
    pub problem: Option<Notice>,
    /// It is being tried.
    pub busy: bool,
    /// Another copy has the data: only reading is offered.
    pub read_only: bool,
    /// Another copy has the data, and the officer has not yet said that reading is enough.
    pub occupied: bool,
}

pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let Screen::Unlock(unlock) = &mut state.screen else { return };
    if unlock.busy {
        return;
    }
    match action {
        Action::Edit(edit) => _ = unlock.editor.apply(edit),
        Action::Enter if unlock.occupied => {
            unlock.occupied = false;
            unlock.read_only = true;
            cx.push(Effect::OpenReadOnly);
        }
        Action::Enter if !unlock.editor.text().is_empty() => {
            unlock.busy = true;
            unlock.problem = None;
            cx.push(Effect::Unlock(Private(unlock.editor.take())));
        }
        Action::Back => state.quitting = true,
        _ => {}
    }
}

pub(in crate::app) fn failed(state: &mut State, notice: Notice) {
    match &mut state.screen {
        Screen::Unlock(unlock) => {
            unlock.busy = false;
            unlock.problem = Some(notice);
        }
        Screen::Setup(setup) => {
            setup.busy = false;
            setup.problem = Some(notice);
        }
        _ => crate::app::tell(state, notice),
    }
}

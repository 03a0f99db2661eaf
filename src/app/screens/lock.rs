//! The screen lock: covers everything, changes nothing. What was being typed is in the journal already.

use crate::app::{Action, Cx, Effect, Lock, Overlay, Private, State};

/// Locks the screen. A help that is open goes; every other window waits behind the lock.
pub(in crate::app) fn enter(state: &mut State) {
    if let Some(Overlay::Help(_)) = state.overlays.last() {
        state.overlays.pop();
    }
    state.lock = Some(Lock::default());
}

pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let Some(lock) = &mut state.lock else { return };
    match action {
        Action::Edit(edit) if !lock.busy => _ = lock.editor.apply(edit),
        Action::Enter if !lock.busy && !lock.editor.text().is_empty() => {
            lock.busy = true;
            lock.wrong = false;
            cx.push(Effect::CheckPassphrase(Private(lock.editor.take())));
        }
        Action::Back => _ = lock.editor.take(),
        Action::Help => state.overlays.push(Overlay::Help(0)),
        Action::Language => {
            state.lang = state.lang.next();
            cx.push(Effect::Language(state.lang));
        }
        // Anybody may end a locked program: what was typed is kept, and the lock stays before it.
        Action::Quit => crate::app::quit(state, cx),
        _ => {}
    }
}

pub(in crate::app) fn checked(state: &mut State, right: bool) {
    if right {
        state.lock = None;
    } else if let Some(lock) = &mut state.lock {
        lock.busy = false;
        lock.wrong = true;
    }
}

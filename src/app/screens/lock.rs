//! The screen lock: covers everything, changes nothing. What was being typed is in the journal already.
//!
//! Any officer's passphrase opens it. When it is another one's, they take over where the first one stopped: what
//! happens from then on is written in their name.

use super::{fill, officers};
use crate::app::pin::Try;
use crate::app::{Action, Cx, Effect, Lock, Notice, Overlay, Private, State, letter};
use crate::ident::Level;

/// Locks the screen. A help that is open goes; every other window waits behind the lock.
pub(in crate::app) fn enter(state: &mut State) {
    if let Some(Overlay::Help(_)) = state.overlays.last() {
        state.overlays.pop();
    }
    officers::hide(state);
    state.lock = Some(Lock::default());
}

pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let Some(lock) = &mut state.lock else { return };
    match action {
        Action::Edit(edit) if !lock.busy => _ = lock.editor.apply(edit),
        Action::Enter if !lock.busy && !lock.editor.text().is_empty() => {
            let typed = Private(lock.editor.take());
            lock.problem = None;
            let officer = state.office.as_ref().map(|office| &office.officer);
            match officer.and_then(|officer| state.pins.take(officer, &typed.0)) {
                Some(Try::Right) => state.lock = None,
                Some(Try::Wrong(left)) => lock.problem = Some(wrong_pin(left)),
                None => {
                    lock.busy = true;
                    cx.push(Effect::CheckPassphrase(typed));
                }
            }
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

pub(in crate::app) fn type_text(lock: &mut Lock, text: &str) {
    // While a passphrase is being tried there is no line to type in.
    if !lock.busy {
        lock.editor.insert(text);
    }
}

fn wrong_pin(left: u8) -> Notice {
    let key = if left == 0 { "lock-pin-over" } else { "lock-pin-wrong" };
    Notice::new(Level::Periksa, key).with("left", left.to_string())
}

/// The passphrase is this officer's, or nobody's.
pub(in crate::app) fn checked(state: &mut State, cx: &mut Cx<'_>, officer: Option<Private>) {
    let Some(lock) = &mut state.lock else { return };
    let Some(officer) = officer else {
        lock.busy = false;
        lock.problem = Some(Notice::new(Level::Periksa, "lock-wrong"));
        return;
    };
    state.lock = None;
    state.pins.proven();
    if state.office.as_ref().is_some_and(|office| office.officer != officer) {
        take_over(state, cx, officer);
    }
}

/// Another officer sits here now, in the middle of what the first one did.
fn take_over(state: &mut State, cx: &mut Cx<'_>, officer: Private) {
    // What the first one typed is the first one's: it becomes an answer in that name, and stays as it stands.
    fill::commit_and_stay(state, cx);
    letter::sign(state, &officer);
    state.line = Some(Notice::info("lock-taken-over").with("officer", officer.0.as_str()));
    if let Some(office) = &mut state.office {
        office.officer = officer;
    }
    officers::again(state, cx);
}

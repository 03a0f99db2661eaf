//! Periksa kembali: the answers read back as sentences, and what still keeps the case from being
//! finished. Enter jumps to the marked one.

use super::fill;
use crate::app::{Action, Confirm, Cx, Notice, Overlay, Screen, State};
use crate::case::Lifecycle;
use crate::ident::Level;

pub(in crate::app) fn enter(state: &mut State, cx: &mut Cx<'_>) {
    if let Screen::Fill(_) = state.screen {
        fill::leave(state, cx);
    }
    state.screen = Screen::Review(0);
}

pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let (Screen::Review(marked), Some(open)) = (&mut state.screen, &state.open) else { return };
    let problems = open.derived.problems().count();
    // Without problems the same keys scroll the sentences.
    let lines = if problems == 0 { open.derived.sentences.len() } else { problems };
    let draft = open.case.lifecycle == Lifecycle::Draft;
    match action {
        Action::Up => *marked = marked.saturating_sub(1),
        Action::Down => *marked = (*marked + 1).min(lines.saturating_sub(1)),
        Action::PageUp => *marked = marked.saturating_sub(10),
        Action::PageDown => *marked = (*marked + 10).min(lines.saturating_sub(1)),
        Action::Enter => {
            let path = open.derived.problems().nth(*marked).map(|row| row.path.clone());
            match path {
                Some(path) => fill::enter(state, cx, &path, false),
                None if draft => finish(state),
                None => super::handover::enter(state, cx),
            }
        }
        Action::Finish if draft => finish(state),
        Action::Amend if !draft => super::overlay::prompt(state, crate::app::Field::Amend),
        Action::Back => super::tasks::enter(state, cx),
        _ => {}
    }
}

/// Finishing refuses while something is open, and says how much.
fn finish(state: &mut State) {
    if state.is_read_only() {
        state.line = Some(Notice::new(Level::Periksa, "app-read-only"));
        return;
    }
    let Some(open) = &state.open else { return };
    let left = open.derived.problems().count().max(1);
    if open.derived.can_finish() {
        state.overlays.push(Overlay::Confirm(Confirm::Finish));
    } else {
        let notice = Notice::new(Level::Periksa, "review-not-yet").with("count", left.to_string());
        state.line = Some(notice);
    }
}

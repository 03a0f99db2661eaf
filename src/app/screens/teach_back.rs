//! Teach-back: three things the applicant says in their own words before going home, ticked by the
//! officer. What cannot be said yet is said again, slowly; nobody is held up by it.

use crate::app::{Action, Cx, Notice, Open, Overlay, State, open};
use crate::case::Body;
use crate::ident::Level;

/// The window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeachBack {
    /// What the applicant could say, in the order of the pack.
    pub ticked: Vec<bool>,
    /// The marked one.
    pub mark: usize,
    /// What is not ticked is being said once more.
    pub again: bool,
    /// It belongs to the handover: that nothing could be said is recorded too.
    due: bool,
    /// Something was recorded since it was opened.
    recorded: bool,
}

/// Opens the window, with what was ticked before.
pub(in crate::app) fn enter(state: &mut State) {
    let Some(open) = &state.open else { return };
    let ticked = known(open);
    let mark = ticked.iter().position(|one| !one).unwrap_or(0);
    let window = TeachBack { ticked, mark, again: false, due: false, recorded: false };
    state.overlays.push(Overlay::TeachBack(window));
}

/// On the way to the handover: opens the window unless all was said already.
pub(in crate::app) fn due(state: &mut State) {
    let is_known = state.open.as_ref().is_none_or(|open| known(open).iter().all(|one| *one));
    if is_known || state.is_read_only() {
        return;
    }
    enter(state);
    if let Some(Overlay::TeachBack(window)) = state.overlays.last_mut() {
        window.due = true;
    }
}

/// What the applicant could say so far, in the order of the pack.
pub fn known(open: &Open) -> Vec<bool> {
    let things = open.form.pack.teach_back().iter();
    things.map(|one| open.case.taught.contains(&one.id)).collect()
}

pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let Some(Overlay::TeachBack(window)) = state.overlays.last_mut() else { return };
    match action {
        Action::Up => window.mark = window.mark.saturating_sub(1),
        Action::Down => window.mark = (window.mark + 1).min(window.ticked.len().saturating_sub(1)),
        Action::Toggle => {
            let at = window.mark;
            tick(state, cx, at);
        }
        // What is missing is said once more before it is left at that.
        Action::Enter if !window.again && window.ticked.contains(&false) => {
            window.again = true;
            window.mark = window.ticked.iter().position(|one| !one).unwrap_or(0);
        }
        Action::Enter | Action::Back => close(state, cx),
        _ => {}
    }
}

/// 1, 2 and 3 tick.
pub(in crate::app) fn type_text(state: &mut State, cx: &mut Cx<'_>, text: &str) {
    let digit = text.chars().next().and_then(|sign| sign.to_digit(10));
    if let Some(at) = digit.and_then(|digit| (digit as usize).checked_sub(1)) {
        tick(state, cx, at);
    }
}

/// A tick is kept at once: what stands on the screen survives a kill.
fn tick(state: &mut State, cx: &mut Cx<'_>, at: usize) {
    let Some(Overlay::TeachBack(window)) = state.overlays.last_mut() else { return };
    let Some(one) = window.ticked.get_mut(at) else { return };
    *one = !*one;
    window.mark = at;
    record(state, cx);
}

fn close(state: &mut State, cx: &mut Cx<'_>) {
    // That nothing could be said at the handover is recorded too.
    if matches!(state.overlays.last(), Some(Overlay::TeachBack(window)) if window.due) {
        record(state, cx);
    }
    let Some(Overlay::TeachBack(window)) = state.overlays.pop() else { return };
    if window.recorded {
        let count = window.ticked.iter().filter(|one| **one).count();
        let notice = Notice::info("taught-recorded").with("count", count.to_string());
        state.line = Some(notice.with("total", window.ticked.len().to_string()));
    }
}

fn record(state: &mut State, cx: &mut Cx<'_>) {
    if state.is_read_only() {
        state.line = Some(Notice::new(Level::Periksa, "app-read-only"));
        return;
    }
    let Some(Overlay::TeachBack(window)) = state.overlays.last_mut() else { return };
    (window.due, window.recorded) = (false, true);
    let Some(open) = &state.open else { return };
    let things = open.form.pack.teach_back().iter().zip(&window.ticked);
    let items = things.filter(|(_, ticked)| **ticked).map(|(one, _)| one.id.clone()).collect();
    open::append(state, cx, vec![Body::TaughtBack { items }], Vec::new());
}

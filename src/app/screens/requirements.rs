//! Daftar syarat: what this applicant still has to bring, to read, to save and to take home; and the
//! language the sentences are said in. No name and no number of a person is on the list.

use crate::app::{Action, Cx, Effect, Notice, Open, Screen, State, open};
use crate::case::Body;
use crate::form::bring::{Bring, Visit};
use crate::text::Tongue;

/// Most lines a page can be moved up by.
const PAGE: usize = 60;
/// Most lines a list in large type can be moved up by.
const LARGE: usize = 600;

/// The list on the screen.
#[derive(Debug, Default)]
pub struct Requirements {
    /// First line shown.
    pub top: usize,
    /// In large type.
    pub large: bool,
}

/// The requirements of the open case now.
pub fn facts(state: &State, open: &Open) -> Bring {
    let office = state.office.as_ref().map_or_else(String::new, |office| office.name.clone());
    let visit = Visit { office, code: open.case.code.clone() };
    Bring::of_case(&open.form, &open.derived, visit, |path| open.live.raw(path))
}

pub(in crate::app) fn enter(state: &mut State, cx: &mut Cx<'_>) {
    if let Screen::Fill(_) = state.screen {
        super::fill::leave(state, cx);
    }
    state.screen = Screen::Requirements(Requirements::default());
}

pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let (Screen::Requirements(screen), Some(open)) = (&mut state.screen, &state.open) else {
        return;
    };
    let most = if screen.large { LARGE } else { PAGE };
    match action {
        Action::Up => screen.top = screen.top.saturating_sub(1),
        Action::Down => screen.top = (screen.top + 1).min(most),
        Action::PageUp => screen.top = screen.top.saturating_sub(10),
        Action::PageDown => screen.top = (screen.top + 10).min(most),
        Action::Large => *screen = Requirements { top: 0, large: !screen.large },
        Action::Save => {
            let large = screen.large;
            let list = Box::new(facts(state, open));
            cx.push(Effect::SaveRequirements { list, large });
        }
        Action::Enter | Action::Back => super::tasks::enter(state, cx),
        _ => {}
    }
}

/// The next language this pack can be spoken in, round and round, Indonesian among them.
pub(in crate::app) fn speak(state: &mut State, cx: &mut Cx<'_>) {
    let Some(open) = &state.open else { return };
    let tongues = open.form.pack.tongues();
    if tongues.is_empty() {
        state.line = Some(Notice::info("app-no-tongues"));
        return;
    }
    let at = open.case.spoken.and_then(|now| tongues.iter().position(|tongue| *tongue == now));
    let next = at.map_or(Some(0), |at| (at + 1 < tongues.len()).then_some(at + 1));
    let lang = next.map_or("id", |next| Tongue::code(tongues[next])).to_owned();
    super::fill::commit_and_stay(state, cx);
    open::append(state, cx, vec![Body::Spoken { lang }], Vec::new());
}

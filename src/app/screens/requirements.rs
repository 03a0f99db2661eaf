//! Daftar syarat: what this applicant still has to bring, to read, to save and to take home; and the
//! language the sentences are said in. No name and no number of a person is on the list.

use crate::app::paper::Sheet;
use crate::app::printing::{Shown, Way, print};
use crate::app::{Action, Cx, Notice, Open, Screen, State, open};
use crate::case::Body;
use crate::form::bring::{Bring, Visit};
use crate::text::Tongue;

/// Most lines a page can be moved up by.
const PAGE: usize = 60;
/// Most lines a list in large type can be moved up by.
const LARGE: usize = 600;

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
    state.screen = Screen::Requirements(Shown::default());
}

pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let (Screen::Requirements(shown), Some(open)) = (&mut state.screen, &state.open) else {
        return;
    };
    let most = if shown.wish.large { LARGE } else { PAGE };
    if shown.act(action, most) {
        return;
    }
    let wish = shown.wish;
    match action {
        Action::Save | Action::Print => {
            let way = if action == Action::Save { Way::File } else { Way::Printer };
            let sheet = Sheet::Requirements(Box::new(facts(state, open)));
            print(state, cx, sheet, wish, way);
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

//! Daftar syarat: what this applicant still has to bring, to read, to save and to take home; and the
//! language the sentences are said in. No name and no number of a person is on the list.

use crate::app::paper::Sheet;
use crate::app::{Cx, Notice, Open, State, open};
use crate::case::Body;
use crate::form::bring::{Bring, Visit};
use crate::text::Tongue;

/// The requirements of the open case now.
pub fn facts(state: &State, open: &Open) -> Bring {
    let office = state.office.as_ref().map_or_else(String::new, |office| office.name.clone());
    let visit = Visit { office, code: open.case.code.clone() };
    Bring::of_case(&open.form, &open.derived, visit, |path| open.live.raw(path))
}

pub(in crate::app) fn enter(state: &mut State, cx: &mut Cx<'_>) {
    super::tasks::enter(state, cx);
    let Some(open) = &state.open else { return };
    let sheet = Sheet::Requirements(Box::new(facts(state, open)));
    super::paper::show(state, sheet);
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

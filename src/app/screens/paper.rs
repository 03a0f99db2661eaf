//! A paper on the screen, before it is printed or saved: one screen for all of them.
//!
//! Takes no number and prints nothing by itself. What was there before stays under it, windows too.

use super::{receipt, requirements, retype};
use crate::app::paper::{Sheet, What};
use crate::app::printing::{Shown, Way, print};
use crate::app::{Action, Cx, Env, Overlay, Private, Screen, State, call};
use std::borrow::Cow;

/// A paper on the screen.
#[derive(Debug)]
pub struct Preview {
    /// The paper, as it was when it came on the screen.
    sheet: Sheet,
    /// How it is shown and wanted.
    pub shown: Shown,
    /// What it stands over.
    under: Box<Screen>,
    /// The windows it stands over.
    windows: Vec<Overlay>,
}

/// Most lines a paper can be moved up by.
const PAGE: usize = 600;

impl Preview {
    /// A paper over a screen.
    pub(in crate::app) fn over(under: Screen, sheet: Sheet) -> Self {
        let (shown, under, windows) = (Shown::default(), Box::new(under), Vec::new());
        Self { sheet, shown, under, windows }
    }

    /// Which paper it is.
    pub const fn what(&self) -> What {
        self.sheet.what()
    }

    /// The screen it stands over.
    pub const fn under(&self) -> &Screen {
        &self.under
    }

    /// Another officer took over: letters that are not printed yet are theirs, also under another paper.
    pub(in crate::app) fn sign(&mut self, officer: &Private) {
        if let Sheet::Letter(letter) = &mut self.sheet {
            letter.officer.clone_from(officer);
        }
        if let Screen::Paper(under) = &mut *self.under {
            under.sign(officer);
        }
    }

    /// The paper as it is now: a case goes on while its paper is looked at.
    pub fn sheet(&self, state: &State, env: &Env) -> Cow<'_, Sheet> {
        let Some(open) = &state.open else { return Cow::Borrowed(&self.sheet) };
        let now = match &self.sheet {
            Sheet::Receipt(_) => Sheet::Receipt(Box::new(receipt::facts(state, open, env))),
            Sheet::Requirements(_) => {
                Sheet::Requirements(Box::new(requirements::facts(state, open)))
            }
            Sheet::Retype(_) => Sheet::Retype(Box::new(retype::facts(state, open, env))),
            Sheet::Call(_) => match call::facts(state, open, env) {
                Some(slip) => Sheet::Call(Box::new(slip)),
                None => return Cow::Borrowed(&self.sheet),
            },
            Sheet::Referral(_) | Sheet::Letter(_) | Sheet::Report(_) => {
                return Cow::Borrowed(&self.sheet);
            }
        };
        Cow::Owned(now)
    }
}

/// Shows a paper over what is there.
pub(in crate::app) fn show(state: &mut State, sheet: Sheet) {
    // The same again, over itself, would only be one more way back.
    if matches!(&state.screen, Screen::Paper(preview) if preview.what() == sheet.what()) {
        return;
    }
    let under = std::mem::replace(&mut state.screen, Screen::Tasks(0));
    let windows = std::mem::take(&mut state.overlays);
    state.screen = Screen::Paper(Box::new(Preview { windows, ..Preview::over(under, sheet) }));
}

/// Takes the paper away again.
fn back(state: &mut State) {
    let under = std::mem::replace(&mut state.screen, Screen::Tasks(0));
    if let Screen::Paper(preview) = under {
        state.screen = *preview.under;
        state.overlays = preview.windows;
    }
}

pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let Screen::Paper(preview) = &mut state.screen else { return };
    if preview.shown.act(action, PAGE) {
        return;
    }
    match action {
        Action::Save => send(state, cx, Way::File),
        Action::Print => send(state, cx, Way::Printer),
        // With the receipt a visit is over.
        Action::Enter if preview.what() == What::Receipt => crate::app::go_home(state, cx),
        Action::Enter | Action::Back => back(state),
        _ => {}
    }
}

fn send(state: &mut State, cx: &mut Cx<'_>, way: Way) {
    let Screen::Paper(preview) = &state.screen else { return };
    let wish = preview.shown.wish;
    let sheet = match (&*preview.sheet(state, cx.env), &state.office) {
        // Minutes have gone by since the table was made.
        (Sheet::Report(table), Some(office)) => {
            let calendar = office.reference.as_ref().map(|reference| reference.calendar());
            Sheet::Report(Box::new(table.again(office, calendar, cx.env)))
        }
        (sheet, _) => sheet.clone(),
    };
    print(state, cx, sheet, wish, way);
}

//! The account card: with which e-mail and number the OSS account was made, whose they are, and how it
//! was tried to get it back. Never a password or a code: the fields refuse what looks like one.

use super::{fill, overlay};
use crate::app::{Action, Cx, Field, Notice, Open, Overlay, State, open};
use crate::case::{ACCOUNTS, AccountEntry, Body, OWNERS, RECOVERIES};
use crate::ident::{Level, secret};

/// Lines that can be marked: what the account was made with, then the ways to get it back.
pub const LINES: usize = ACCOUNTS.len() + RECOVERIES.len();

/// Opens the card.
pub(in crate::app) fn enter(state: &mut State, cx: &mut Cx<'_>) {
    fill::commit_and_stay(state, cx);
    state.overlays.push(Overlay::Account(0));
}

/// Does what a key means on the card.
pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let Some(Overlay::Account(mark)) = state.overlays.last_mut() else { return };
    match action {
        Action::Up | Action::Previous | Action::PageUp => *mark = mark.saturating_sub(1),
        Action::Down | Action::Next | Action::PageDown => *mark = (*mark + 1).min(LINES - 1),
        Action::Enter => {
            let mark = *mark;
            let field = match ACCOUNTS.get(mark) {
                Some(what) => Field::Account((*what).to_owned()),
                None => Field::Recovery(RECOVERIES[mark - ACCOUNTS.len()].to_owned()),
            };
            overlay::prompt(state, field);
        }
        Action::RemoveInstance => {
            let mark = *mark;
            owned(state, cx, mark, "");
        }
        Action::Undo => undo(state, cx),
        Action::Back => _ = state.overlays.pop(),
        _ => {}
    }
}

/// Takes the last note of an address, a number or whose it is back; once more, and it is there again.
fn undo(state: &mut State, cx: &mut Cx<'_>) {
    if is_refused(state) {
        return;
    }
    let noted = state.open.iter().flat_map(|open| open.case.events()).rev();
    let mut noted = noted.filter_map(|event| match &event.body {
        Body::AccountNoted { what, value, owner } => Some((what, value, owner)),
        _ => None,
    });
    let Some((what, ..)) = noted.next() else {
        state.line = Some(Notice::info("app-nothing-to-undo"));
        return;
    };
    let before = noted.find(|(other, ..)| *other == what);
    let (value, owner) =
        before.map_or_else(Default::default, |(_, value, owner)| (value.clone(), owner.clone()));
    let what = what.clone();
    open::append(state, cx, vec![Body::AccountNoted { what, value, owner }], Vec::new());
    state.line = Some(Notice::info("account-undone"));
}

/// Whether nothing may be written here; then it says so.
fn is_refused(state: &mut State) -> bool {
    let refused = state.is_read_only();
    if refused {
        state.line = Some(Notice::new(Level::Periksa, "app-read-only"));
    }
    refused
}

/// A number key tells whose the marked address or number is.
pub(in crate::app) fn type_text(state: &mut State, cx: &mut Cx<'_>, text: &str) {
    let Some(Overlay::Account(mark)) = state.overlays.last() else { return };
    let digit = text.chars().next().and_then(|digit| digit.to_digit(10));
    let owner = digit.and_then(|digit| OWNERS.get((digit as usize).checked_sub(1)?));
    if let Some(owner) = owner {
        let mark = *mark;
        owned(state, cx, mark, owner);
    }
}

fn owned(state: &mut State, cx: &mut Cx<'_>, mark: usize, owner: &str) {
    let (Some(what), Some(open)) = (ACCOUNTS.get(mark), &state.open) else {
        state.line = Some(Notice::info("account-whose-first"));
        return;
    };
    let value = entry(open, what).map_or_else(String::new, |entry| entry.value.clone());
    let (what, owner) = ((*what).to_owned(), owner.to_owned());
    if is_refused(state) {
        return;
    }
    let key = match (what.as_str(), owner.is_empty()) {
        ("email", false) => "account-email-owned",
        ("email", true) => "account-email-nobody",
        (_, false) => "account-phone-owned",
        (_, true) => "account-phone-nobody",
    };
    state.line = Some(Notice::info(key).with("owner", owner.as_str()));
    open::append(state, cx, vec![Body::AccountNoted { what, value, owner }], Vec::new());
}

/// What is noted of the account's e-mail or number.
pub fn entry<'a>(open: &'a Open, what: &str) -> Option<&'a AccountEntry> {
    open.case.account.iter().find(|entry| entry.what == what)
}

/// The event a typed text becomes. It has been looked at already; here it is made sure that nothing
/// written by another road, a journal row of a killed program, brings a password along.
pub(in crate::app) fn said(open: &Open, field: &Field, text: &str) -> Option<Body> {
    let text = secret::cleaned(text, 0).0.trim().to_owned();
    match field {
        Field::Account(what) => {
            let before = entry(open, what);
            if before.map_or("", |entry| entry.value.as_str()) == text {
                return None;
            }
            let owner = before.map_or_else(String::new, |entry| entry.owner.clone());
            Some(Body::AccountNoted { what: what.clone(), value: text, owner })
        }
        Field::Recovery(what) if !text.is_empty() => {
            Some(Body::RecoveryTried { what: what.clone(), result: text })
        }
        Field::Tried(trouble) if !text.is_empty() => {
            let last = super::trouble::log_of(open, trouble)?.tried.last()?;
            (last.note != text).then(|| Body::Tried {
                trouble: trouble.clone(),
                step: last.step.clone(),
                answer: last.answer.clone(),
                note: text,
            })
        }
        _ => None,
    }
}

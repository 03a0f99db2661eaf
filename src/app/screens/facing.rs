//! The screen turned to the applicant: the question, the read-back or the visit, large and without
//! anything of the office.
//!
//! Stands over the screen and changes nothing in it: what the officer types goes where it always goes,
//! and the applicant sees it grow. Never shows another case; a window, the lock and the way home turn
//! it back. Not kept: a killed program comes back to the officer's side.

use super::fill;
use crate::app::paper::What;
use crate::app::{Action, Notice, Open, Screen, State};
use crate::case::Lifecycle;
use crate::ident::Level;

/// The screen turned to the applicant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facing {
    /// On the read-back: the sentence, counted from 0.
    pub at: usize,
    /// The part shown of what does not fit at once; goes round and round.
    pub part: usize,
    /// Long numbers are covered.
    pub hidden: bool,
    of: String,
}

/// What can be shown of the screen the officer is at; nothing where there is no case, or where a window
/// or the lock stands over it.
pub(in crate::app) fn subject(state: &State) -> Option<String> {
    let stands_free = state.overlays.is_empty() && state.lock.is_none() && state.open.is_some();
    if !stands_free {
        return None;
    }
    match &state.screen {
        Screen::Fill(fill) => Some(format!("fill:{}", fill.path)),
        Screen::Review(_) => Some("review".into()),
        Screen::Tasks(_) | Screen::Handover(_) => Some("visit".into()),
        Screen::Paper(preview) => {
            matches!(preview.what(), What::Receipt | What::Requirements).then(|| "visit".into())
        }
        Screen::Setup(_)
        | Screen::Unlock(_)
        | Screen::Beranda(_)
        | Screen::Call
        | Screen::Outages(_)
        | Screen::Officers(_) => None,
    }
}

/// Turns the screen to the applicant, or back.
pub(in crate::app) fn turn(state: &mut State) {
    if state.facing.take().is_some() {
        return;
    }
    match subject(state) {
        Some(of) => state.facing = Some(Facing { of, ..Facing::default() }),
        None => state.line = Some(Notice::info("facing-no-case")),
    }
}

/// After every update: what is shown follows the officer, and nothing else ever shows.
pub(in crate::app) fn settle(state: &mut State) {
    if state.facing.is_none() {
        return;
    }
    let now = subject(state);
    match (&mut state.facing, now) {
        (Some(facing), Some(now)) if facing.of != now => {
            *facing = Facing { of: now, hidden: facing.hidden, ..Facing::default() };
        }
        (Some(_), Some(_)) => {}
        (facing, _) => *facing = None,
    }
}

/// A key while the screen is turned; tells whether it was meant for the view and not for the screen
/// under it.
pub(in crate::app) fn act(state: &mut State, action: Action) -> bool {
    let Some(facing) = &mut state.facing else { return false };
    match (action, &state.screen) {
        (Action::Back, _) => state.facing = None,
        (Action::HideNumbers, _) => facing.hidden = !facing.hidden,
        (Action::PageDown, _) => facing.part += 1,
        (Action::PageUp, _) => facing.part = facing.part.saturating_sub(1),
        (_, Screen::Fill(_)) => return false,
        (_, Screen::Review(_)) => return read_back(state, action),
        (Action::Enter | Action::Down, _) => facing.part += 1,
        (Action::Up, _) => facing.part = facing.part.saturating_sub(1),
        _ => return false,
    }
    true
}

/// On the read-back: the next sentence, the one before, or the one that is not right.
fn read_back(state: &mut State, action: Action) -> bool {
    let (Some(facing), Some(open)) = (&mut state.facing, &state.open) else { return false };
    let count = sentences(open).count();
    match action {
        Action::Enter | Action::Down | Action::Yes if facing.at + 1 < count => {
            facing.at += 1;
            facing.part = 0;
        }
        Action::Enter | Action::Yes => {
            state.facing = None;
            if count > 0 {
                state.line = Some(Notice::info("facing-all-right"));
            }
        }
        Action::Up => {
            facing.at = facing.at.saturating_sub(1);
            facing.part = 0;
        }
        Action::No => not_right(state),
        Action::Down => {}
        _ => return false,
    }
    true
}

/// The applicant says that it is otherwise: back to the officer, at the questions it was made of.
fn not_right(state: &mut State) {
    let Some(facing) = state.facing.take() else { return };
    let Some(open) = &state.open else { return };
    let section = sentence(open, &facing).map(|sentence| sentence.section);
    let path = section
        .and_then(|section| open.derived.rows.iter().find(|row| row.section == section))
        .map(|row| row.path.clone());
    let is_draft = open.case.lifecycle == Lifecycle::Draft;
    if let Some(path) = path.filter(|_| is_draft) {
        fill::enter(state, &path, false);
    }
    state.line = Some(Notice::new(Level::Periksa, "facing-not-right"));
}

/// The papers that are still missing.
pub fn to_bring(open: &Open) -> Vec<&crate::text::Text> {
    let pack = &open.form.pack;
    let questions = open.derived.problems().map(|row| pack.question(row.question));
    let papers = questions.filter(|question| question.kind == crate::form::Kind::Document);
    papers.map(|question| &question.label).collect()
}

/// The sentences of the read-back that say something to the applicant.
fn sentences(open: &Open) -> impl Iterator<Item = &crate::form::Sentence> {
    open.derived.sentences.iter().filter(|sentence| !sentence.officer_only)
}

/// The sentence of the read-back that is shown.
pub fn sentence<'o>(open: &'o Open, facing: &Facing) -> Option<&'o crate::form::Sentence> {
    sentences(open).nth(facing.at)
}

/// `text` with every long number covered: a NIK, a telephone number, an NPWP; never an amount.
pub fn covered(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|sign: char| sign.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        let end = number_end(from);
        let (number, after) = from.split_at(end);
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        let is_amount = before.trim_end().ends_with("Rp");
        out.push_str(before);
        if digits >= LONG && !is_amount {
            out.extend(number.chars().map(|sign| if sign.is_ascii_digit() { '•' } else { sign }));
        } else {
            out.push_str(number);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Fewest digits of a number that tells who somebody is: a short telephone number.
const LONG: usize = 9;

/// Where the number at the start of `text` ends: digits with one separator between them at a time.
fn number_end(text: &str) -> usize {
    let mut end = 0;
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let next_is_digit = signs.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if sign.is_ascii_digit() || (" \u{a0}.-".contains(sign) && next_is_digit) {
            end = at + 1;
        } else {
            break;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::covered;

    #[test]
    fn long_numbers_are_covered_and_amounts_and_years_are_not() {
        assert_eq!(covered("NIK 1472 0657 0845 0002."), "NIK •••• •••• •••• ••••.");
        assert_eq!(covered("HP 0812-3456-7890"), "HP ••••-••••-••••");
        assert_eq!(covered("09.254.294.3-407.000"), "••.•••.•••.•-•••.•••");
        for open in ["Rp 1.250.000.000", "lahir 17 Agustus 1945", "kode 56101", "07.30", ""] {
            assert_eq!(covered(open), open);
        }
    }
}

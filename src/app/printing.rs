//! Printing: a paper takes its number, and only then is it printed.
//!
//! The number is an event of the case. It is appended before anything goes to a printer, so a program
//! killed in the middle of printing never gives the same number twice. Where not one byte of a paper left,
//! that is an event too: the number stays taken, and the next paper is no copy.

use super::paper::{Sheet, Size};
use super::{Action, Cx, Effect, Msg, Notice, Open, State, open};
use crate::case::{Body, CaseId};
use crate::ident::Level;

/// A paper to be printed or saved, with its number.
#[derive(Debug, Clone, PartialEq)]
pub struct Print {
    /// What stands on it.
    pub sheet: Sheet,
    /// The case it is of.
    pub case: Option<CaseId>,
    /// Its number; empty for papers of no case.
    pub number: String,
    /// The same was printed before ([`crate::case::Case::is_copy`]): it is marked as a copy.
    pub copy: bool,
    /// How it is wanted.
    pub wish: Wish,
    /// Where it goes.
    pub way: Way,
}

impl Print {
    /// What is told of it when not one byte of it left.
    pub fn failed(self, notice: Notice) -> Msg {
        Msg::NotPrinted { case: self.case, number: self.number, notice }
    }
}

/// How a paper is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wish {
    /// What it is printed on; `None` as the office's printer has it, or as text.
    pub size: Option<Size>,
    /// In large type.
    pub large: bool,
}

impl Wish {
    /// The next size, round and round.
    pub fn next_size(&mut self) {
        self.size = match self.size {
            None => Some(Size::A4),
            Some(Size::A4) => Some(Size::A5),
            Some(Size::A5) => Some(Size::Roll80),
            Some(Size::Roll80) => Some(Size::Roll58),
            Some(Size::Roll58 | Size::Text(_)) => None,
        };
    }
}

/// Where a paper goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Where `printer.toml` says.
    Printer,
    /// A file in the folder `cetak`.
    File,
}

/// A paper on a screen: how far it is moved, and how it is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shown {
    /// First line shown.
    pub top: usize,
    /// How it will be printed.
    pub wish: Wish,
}

impl Shown {
    /// What every paper on a screen can do: move, and be wanted otherwise. Tells whether it was that.
    pub(in crate::app) fn act(&mut self, action: Action, most: usize) -> bool {
        match action {
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::Down => self.top = (self.top + 1).min(most),
            Action::PageUp => self.top = self.top.saturating_sub(10),
            Action::PageDown => self.top = (self.top + 10).min(most),
            Action::Large => {
                self.top = 0;
                self.wish.large = !self.wish.large;
            }
            Action::PaperSize => {
                self.top = 0;
                self.wish.next_size();
            }
            _ => return false,
        }
        true
    }
}

/// Whether the same was printed before, so that the next one is marked as a copy.
pub fn is_copy(open: Option<&Open>, sheet: &Sheet) -> bool {
    let Some(open) = open else { return false };
    match sheet {
        Sheet::Letter(letter) => letter.printed_in(&open.case) > 0,
        Sheet::Report(_) => false,
        _ => open.case.is_copy(sheet.what().name()),
    }
}

/// Prints or saves a paper of the open case, or one of no case where none is open. Tells why not where
/// nothing may be written: a paper without its number would be one too many.
pub(in crate::app) fn print(
    state: &mut State,
    cx: &mut Cx<'_>,
    sheet: Sheet,
    wish: Wish,
    way: Way,
) {
    if state.is_read_only() && sheet.is_of_a_case() {
        state.line = Some(Notice::new(Level::Periksa, "app-read-only"));
        return;
    }
    let what = sheet.what();
    let mut print = Print { sheet, case: None, number: String::new(), copy: false, wish, way };
    note_failed(state, cx);
    if let Some(open) = state.open.as_ref().filter(|_| print.sheet.is_of_a_case()) {
        print.copy = is_copy(Some(open), &print.sheet);
        if let Sheet::Letter(letter) = &mut print.sheet {
            // Its number is the office's, and on the disk already.
            letter.copies = letter.printed_in(&open.case);
            print.number = letter.id();
        } else {
            let (_, last) = open.case.printed(what.name());
            print.number = format!("{}-{}-{}", what.series(), open.case.code, last + 1);
        }
        print.case = Some(open.case.id);
        let number = print.number.clone();
        let printed = Body::Printed { what: what.name().into(), number };
        open::append(state, cx, vec![printed], Vec::new());
    }
    if way == Way::Printer {
        state.line = Some(Notice::info("print-sending"));
    }
    cx.push(Effect::Print(Box::new(print)));
}

/// Nothing of a paper left: that is written down with its case, now or when the case is open again.
pub(in crate::app) fn failed(state: &mut State, cx: &mut Cx<'_>, case: CaseId, number: String) {
    state.unprinted.push((case, number));
    // An event makes the answers anew; what is being typed stays in peace until the question is left.
    if !matches!(state.screen, super::Screen::Fill(_)) {
        note_failed(state, cx);
    }
}

/// Writes down what became known of papers of the open case.
pub(in crate::app) fn note_failed(state: &mut State, cx: &mut Cx<'_>) {
    let Some(case) = state.open.as_ref().map(|open| open.case.id) else { return };
    if state.unprinted.is_empty() || state.is_read_only() {
        return;
    }
    let (ours, others) =
        std::mem::take(&mut state.unprinted).into_iter().partition(|one| one.0 == case);
    state.unprinted = others;
    let ours: Vec<(CaseId, String)> = ours;
    if !ours.is_empty() {
        let failed = ours.into_iter().map(|(_, number)| Body::PrintFailed { number });
        open::append(state, cx, failed.collect(), Vec::new());
    }
}

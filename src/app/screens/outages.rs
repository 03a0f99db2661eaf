//! Jurnal gangguan: the outages of a month or of a day, newest first, and the keys that save it as a table.
//!
//! The table is made when the screen opens, when the month changes and when something was written, never for
//! a frame.

use crate::app::outage::{OutageLine, OutageMonth};
use crate::app::paper::Sheet;
use crate::app::{Action, Cx, Effect, Env, OutageFile, Screen, State};
use jiff::ToSpan as _;
use jiff::civil::Date;

/// The screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Outages {
    /// The month that is shown, or the day.
    pub table: OutageMonth,
    /// The marked outage, the newest first.
    pub marked: usize,
}

impl Outages {
    /// The outages in the order shown: the newest first.
    pub fn shown(&self) -> impl ExactSizeIterator<Item = &OutageLine> {
        self.table.lines.iter().rev()
    }

    /// The marked outage.
    pub fn line(&self) -> Option<&OutageLine> {
        self.shown().nth(self.marked)
    }
}

/// Shows this month.
pub(in crate::app) fn enter(state: &mut State, cx: &mut Cx<'_>) {
    if state.office.as_ref().is_some_and(|office| office.reference.is_none()) {
        cx.push(Effect::LoadReference);
    }
    show(state, cx.env.today(), false, cx.env);
}

/// Shows the month in which `day` lies, or that day alone.
fn show(state: &mut State, day: Date, alone: bool, env: &Env) {
    let Some(office) = &state.office else { return };
    let calendar = office.reference.as_ref().map(|reference| reference.calendar());
    let of = if alone { OutageMonth::of_day } else { OutageMonth::of };
    let table = of(office, calendar, day, env);
    let marked = match &state.screen {
        Screen::Outages(before) if before.table.name() == table.name() => before.marked,
        _ => 0,
    };
    let marked = marked.min(table.lines.len().saturating_sub(1));
    state.screen = Screen::Outages(Box::new(Outages { table, marked }));
}

/// Makes the table anew where it is shown: something was written.
pub(in crate::app) fn refresh(state: &mut State, env: &Env) {
    if let Screen::Outages(screen) = &state.screen {
        let (day, alone) = shown(&screen.table);
        show(state, day, alone, env);
    }
}

pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let Screen::Outages(screen) = &mut state.screen else { return };
    let last = screen.table.lines.len().saturating_sub(1);
    let (day, alone) = shown(&screen.table);
    let step = if alone { 1.day() } else { 1.month() };
    match action {
        Action::Up => screen.marked = screen.marked.saturating_sub(1),
        Action::Down => screen.marked = (screen.marked + 1).min(last),
        Action::PageUp => show(state, day.checked_sub(step).unwrap_or(day), alone, cx.env),
        Action::PageDown => {
            let after = day.checked_add(step).unwrap_or(day);
            // Nothing has happened yet in the days to come.
            if after <= cx.env.today() {
                show(state, after, alone, cx.env);
            }
        }
        // From a month to its last day so far, or that of the marked outage; from a day to its month.
        Action::ByDay => {
            let marked = screen.line().map(|line| cx.env.day_of(line.outage.since_ms));
            let last = day.last_of_month().min(cx.env.today());
            let day = if alone { day } else { marked.unwrap_or(last).max(day) };
            show(state, day, !alone, cx.env);
        }
        Action::Enter => {
            if let Some(outage) = screen.line().map(|line| line.outage.clone()) {
                super::outage::correct(state, cx, &outage);
            }
        }
        Action::SaveCsv => save(state, cx, OutageFile::Csv),
        Action::SaveXlsx => save(state, cx, OutageFile::Xlsx),
        Action::Print => {
            if let Some(table) = now(state, cx.env) {
                super::paper::show(state, Sheet::Report(table));
            }
        }
        Action::Back => crate::app::go_home(state, cx),
        _ => {}
    }
}

/// The month as it is now: minutes have gone by since the table was made.
fn now(state: &State, env: &Env) -> Option<Box<OutageMonth>> {
    let office = state.office.as_ref()?;
    let Screen::Outages(screen) = &state.screen else { return None };
    let calendar = office.reference.as_ref().map(|reference| reference.calendar());
    Some(Box::new(screen.table.again(office, calendar, env)))
}

/// The first of the days shown, and whether it is the only one.
fn shown(table: &OutageMonth) -> (Date, bool) {
    (table.day.unwrap_or(table.month), table.day.is_some())
}

fn save(state: &State, cx: &mut Cx<'_>, file: OutageFile) {
    if let Some(table) = now(state, cx.env) {
        cx.push(Effect::SaveOutages { table, file });
    }
}

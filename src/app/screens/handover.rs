//! Serah ke OSS: the values in the order of OSS's pages; one key copies the next and ticks it.
//!
//! Ticks are events, so another officer or another day goes on at the same value.

use crate::app::{Action, Cx, Effect, Field, Notice, Open, Private, Screen, State, open};
use crate::base::order;
use crate::case::{Body, Lifecycle};
use crate::form::Path;
use crate::ident::Level;

/// One value to be typed into OSS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Index into the pack's `oss_pages`.
    pub page: usize,
    /// For a repeated page: which instance, counted from 1.
    pub ordinal: Option<usize>,
    /// The answer it comes from.
    pub path: Path,
    /// The label OSS shows.
    pub label: String,
    /// Already copied.
    pub done: bool,
}

/// The values of a case in OSS's order. Pages that repeat (one business after the other) come whole
/// for each instance.
pub fn steps(open: &Open) -> Vec<Step> {
    let pack = &open.form.pack;
    let page_of = |name: &str| pack.oss_pages.iter().position(|page| page.name == name);
    let mut found: Vec<_> = open
        .derived
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| !row.oss_value.is_empty())
        .filter_map(|(at, row)| {
            let place = pack.question(row.question).oss.as_ref()?;
            let page = page_of(&place.page)?;
            let scope = row.path.scope();
            let outer = scope.split('/').next().filter(|outer| !outer.is_empty());
            Some((page, outer, place.order, at, row, place.label.clone()))
        })
        .collect();
    let first_repeated = found
        .iter()
        .filter(|(_, outer, ..)| outer.is_some())
        .map(|(page, ..)| *page)
        .min()
        .unwrap_or(0);
    let ordinal = |outer: Option<&str>| {
        let (repeat, instance) = outer?.split_once('#')?;
        let instance: u32 = instance.parse().ok()?;
        open.live.instances(repeat).iter().position(|live| *live == instance).map(|at| at + 1)
    };
    order::sort_by_key(&mut found, |(page, outer, order, at, ..)| {
        let block = if outer.is_some() { first_repeated } else { *page };
        (block, ordinal(*outer), *page, *order, *at)
    });
    found
        .into_iter()
        .map(|(page, outer, _, _, row, label)| Step {
            page,
            ordinal: ordinal(outer),
            path: row.path.clone(),
            label,
            done: open.case.handed.contains(&row.path),
        })
        .collect()
}

/// Goes to the sheet, at the first value not yet copied.
pub(in crate::app) fn enter(state: &mut State, cx: &mut Cx<'_>) {
    if let Screen::Fill(_) = state.screen {
        super::fill::leave(state, cx);
    }
    let Some(open) = &state.open else { return };
    if open.case.lifecycle == Lifecycle::Draft {
        state.screen = Screen::Review(0);
        state.line = Some(Notice::new(Level::Periksa, "handover-not-finished"));
        return;
    }
    let steps = steps(open);
    let at = steps.iter().position(|step| !step.done).unwrap_or(0);
    state.screen = Screen::Handover(at);
}

pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let (Screen::Handover(at), Some(open)) = (&mut state.screen, &state.open) else { return };
    let steps = steps(open);
    let last = steps.len().saturating_sub(1);
    match action {
        Action::Up | Action::Previous => *at = at.saturating_sub(1),
        Action::Down | Action::Next => *at = (*at + 1).min(last),
        Action::PageUp => *at = at.saturating_sub(10),
        Action::PageDown => *at = (*at + 10).min(last),
        Action::Copy => {
            let at = *at;
            copy(state, cx, &steps, at);
        }
        Action::Enter => {
            let at = *at;
            tick(state, cx, &steps, at);
        }
        Action::ThrownOut => {
            let at = *at;
            thrown_out(state, cx, &steps, at);
        }
        Action::RecordNib => super::overlay::prompt(state, Field::Nib),
        Action::Amend => super::overlay::prompt(state, Field::Amend),
        Action::Back => super::tasks::enter(state, cx),
        _ => {}
    }
}

/// The value that stands in the middle, if any.
pub fn value_at<'a>(open: &'a Open, steps: &[Step], at: usize) -> Option<&'a str> {
    open.derived.row(&steps.get(at)?.path).map(|row| row.oss_value.as_str())
}

/// Copies the value and ticks it; the next press copies the next one.
fn copy(state: &mut State, cx: &mut Cx<'_>, steps: &[Step], at: usize) {
    // A value just copied and ticked gives way to the one after it.
    let at = if steps.get(at).is_some_and(|step| step.done) { next_open(steps, at) } else { at };
    let Some(value) = state.open.as_ref().and_then(|open| value_at(open, steps, at)) else {
        return;
    };
    let value = value.to_owned();
    cx.push(Effect::Copy(Private(value)));
    if let Screen::Handover(marked) = &mut state.screen {
        *marked = at;
    }
    mark(state, cx, steps, at);
}

fn tick(state: &mut State, cx: &mut Cx<'_>, steps: &[Step], at: usize) {
    mark(state, cx, steps, at);
    if let Screen::Handover(marked) = &mut state.screen {
        *marked = next_open(steps, at);
    }
}

fn mark(state: &mut State, cx: &mut Cx<'_>, steps: &[Step], at: usize) {
    let Some(step) = steps.get(at).filter(|step| !step.done) else { return };
    let body = Body::HandedOver { path: step.path.to_string() };
    open::append(state, cx, vec![body], Vec::new());
    if steps.iter().enumerate().all(|(other, step)| step.done || other == at) {
        state.line = Some(Notice::info("handover-complete"));
    }
}

/// The next value not yet copied, round to the front; the same place when all are.
fn next_open(steps: &[Step], at: usize) -> usize {
    let open = |range: std::ops::Range<usize>| range.into_iter().find(|at| !steps[*at].done);
    open(at + 1..steps.len()).or_else(|| open(0..at.min(steps.len()))).unwrap_or(at)
}

/// OSS threw us out: everything of this page (of this instance) and after it must be copied again.
fn thrown_out(state: &mut State, cx: &mut Cx<'_>, steps: &[Step], at: usize) {
    let Some(here) = steps.get(at) else { return };
    let first = steps
        .iter()
        .position(|step| (step.page, step.ordinal) == (here.page, here.ordinal))
        .unwrap_or(at);
    let paths: Vec<String> =
        steps[first..].iter().filter(|step| step.done).map(|step| step.path.to_string()).collect();
    if !paths.is_empty() {
        open::append(state, cx, vec![Body::HandedBack { paths }], Vec::new());
    }
    state.screen = Screen::Handover(first);
    state.line = Some(Notice::info("handover-again"));
}

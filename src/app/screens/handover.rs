//! Serah ke OSS: the values in the order of OSS's pages; one key copies the next and ticks it.
//!
//! Ticks are events, so another officer or another day goes on at the same value. So are the goes at it:
//! an attempt begins with the first tick and ends when OSS throws us out, when the number is there, or
//! when another officer or another day begins anew.

use crate::app::{
    Action, Cx, Effect, Field, Notice, Open, Overlay, Private, Reached, Screen, State, open,
};
use crate::base::order;
use crate::case::{Body, Lifecycle};
use crate::form::{OssPlace, Path};
use crate::ident::Level;
use std::ops::Range;

/// The screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Handover {
    /// The value in the middle: an index into [`steps`].
    pub at: usize,
    /// The last key was for this value: the next one goes on to the one after it.
    pub(in crate::app) spent: bool,
    /// The value alone on the screen, for the mouse; the number is the first line shown.
    pub alone: Option<usize>,
}

impl Handover {
    fn go(&mut self, at: usize) {
        *self = Self { at, spent: false, alone: self.alone.map(|_| 0) };
    }
}

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

/// One page of the sheet: a page of OSS, of one instance where it repeats. Pages without a value are
/// left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Index into the pack's `oss_pages`.
    pub page: usize,
    /// For a repeated page: which instance, counted from 1.
    pub ordinal: Option<usize>,
    /// Its values: a range of [`steps`].
    pub steps: Range<usize>,
}

/// The pages that `steps` lie on, in their order.
pub fn pages(steps: &[Step]) -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        match pages.last_mut().filter(|last| (last.page, last.ordinal) == (step.page, step.ordinal))
        {
            Some(last) => last.steps.end = at + 1,
            None => pages.push(Page { page: step.page, ordinal: step.ordinal, steps: at..at + 1 }),
        }
    }
    pages
}

/// Which of `pages` the value `at` lies on.
pub fn page_at(pages: &[Page], at: usize) -> usize {
    pages.iter().position(|page| page.steps.contains(&at)).unwrap_or(0)
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
    state.screen = Screen::Handover(Handover { at, ..Handover::default() });
}

pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let (Screen::Handover(screen), Some(open)) = (&mut state.screen, &state.open) else { return };
    let steps = steps(open);
    let pages = pages(&steps);
    let at = screen.at.min(steps.len().saturating_sub(1));
    let page = page_at(&pages, at);
    let here = pages.get(page).map_or(0..0, |page| page.steps.clone());
    match action {
        Action::Up if screen.alone.is_some_and(|first| first > 0) => {
            screen.alone = screen.alone.map(|first| first - 1);
        }
        Action::Down if screen.alone.is_some() => {
            let lines = value_at(open, &steps, at)
                .map_or(0, |value| value.lines().count() + value.len() / 40);
            screen.alone = screen.alone.map(|first| (first + 1).min(lines));
        }
        Action::Up | Action::Previous => screen.go(at.saturating_sub(1).max(here.start)),
        Action::Down | Action::Next => screen.go((at + 1).min(here.end.saturating_sub(1))),
        Action::PageUp => screen.go(first_open(&steps, &pages, page.saturating_sub(1))),
        Action::PageDown => screen.go(first_open(&steps, &pages, page + 1)),
        Action::Copy => copy(state, cx, &steps, at),
        Action::Enter => tick(state, cx, &steps, at),
        Action::Alone if !steps.is_empty() => {
            screen.alone = if screen.alone.is_some() { None } else { Some(0) };
        }
        Action::Back if screen.alone.is_some() => screen.alone = None,
        Action::ThrownOut if !steps.is_empty() => {
            super::overlay::prompt(state, Field::OssError(page + 1));
        }
        Action::Attempts => state.overlays.push(Overlay::Attempts(0)),
        Action::Print if !steps.is_empty() => super::retype::enter(state, cx),
        Action::RecordNib => super::overlay::prompt(state, Field::Nib),
        Action::Amend => super::overlay::prompt(state, Field::Amend),
        Action::Back => super::tasks::enter(state, cx),
        _ => {}
    }
}

fn place<'a>(open: &'a Open, steps: &[Step], at: usize) -> Option<(&'a OssPlace, &'a str)> {
    let row = open.derived.row(&steps.get(at)?.path)?;
    let place = open.form.pack.question(row.question).oss.as_ref()?;
    Some((place, &row.oss_value))
}

/// The value that stands in the middle, if any: as much of it as the field of OSS holds.
pub fn value_at<'a>(open: &'a Open, steps: &[Step], at: usize) -> Option<&'a str> {
    place(open, steps, at).map(|(place, value)| place.cut(value).0)
}

/// What of that value the field of OSS does not hold, and how many characters it holds.
pub fn left_out<'a>(open: &'a Open, steps: &[Step], at: usize) -> Option<(&'a str, usize)> {
    let (place, value) = place(open, steps, at)?;
    let rest = place.cut(value).1;
    (!rest.is_empty()).then_some((rest, place.max))
}

/// The first value of a page that is not copied, else its first.
fn first_open(steps: &[Step], pages: &[Page], page: usize) -> usize {
    let Some(page) = pages.get(page).or(pages.last()) else { return 0 };
    let mut values = page.steps.clone();
    values.find(|at| !steps[*at].done).unwrap_or(page.steps.start)
}

/// Where the work goes on after the value `at`: the next one not copied on its page, else on the pages
/// after it, else on those before. Nothing when all are copied.
fn next_open(steps: &[Step], at: usize) -> Option<usize> {
    let pages = pages(steps);
    let here = pages.get(page_at(&pages, at))?.steps.clone();
    let open = |mut range: Range<usize>| range.find(|at| !steps[*at].done);
    open(at + 1..here.end)
        .or_else(|| open(here.start..at.min(here.end)))
        .or_else(|| open(here.end..steps.len()))
        .or_else(|| open(0..here.start))
}

/// Copies the value and ticks it; the next press copies the next one.
fn copy(state: &mut State, cx: &mut Cx<'_>, steps: &[Step], at: usize) {
    let Screen::Handover(screen) = &mut state.screen else { return };
    let at = if screen.spent { next_open(steps, at).unwrap_or(at) } else { at };
    let value = state.open.as_ref().and_then(|open| value_at(open, steps, at));
    let Some(value) = value.map(ToOwned::to_owned) else { return };
    cx.push(Effect::Copy(Private(value)));
    screen.go(at);
    screen.spent = true;
    mark(state, cx, steps, at);
}

/// How far what was copied came: a value that came nowhere stands on the screen for the mouse.
pub(in crate::app) fn copied(state: &mut State, reached: Reached) {
    let notice = match (reached, &state.screen) {
        (Reached::Clipboard, _) => Notice::info("app-copied"),
        (Reached::Terminal, Screen::Handover(_)) => Notice::info("app-copied-terminal.sheet"),
        (Reached::Terminal, Screen::Call) => Notice::info("app-copied-terminal.call"),
        (Reached::Terminal, _) => Notice::info("app-copied-terminal"),
        (Reached::Nowhere, Screen::Call) => Notice::new(Level::Periksa, "app-not-copied-call"),
        (Reached::Nowhere, _) => Notice::new(Level::Periksa, "app-not-copied"),
    };
    if reached == Reached::Nowhere
        && let Screen::Handover(screen) = &mut state.screen
    {
        screen.alone.get_or_insert(0);
    }
    // The tick that goes with it may have something to say; this only speaks when the line is free.
    state.line.get_or_insert(notice);
}

/// Ticks the value and goes on to the next of its page; from a page that is done, to the next page; from
/// the last, to the number.
fn tick(state: &mut State, cx: &mut Cx<'_>, steps: &[Step], at: usize) {
    let Screen::Handover(screen) = &mut state.screen else { return };
    let Some(step) = steps.get(at) else {
        // A service that does not go through OSS has only its number left.
        return super::overlay::prompt(state, Field::Nib);
    };
    let next = next_open(steps, at);
    let is_near = |to: &usize| (steps[*to].page, steps[*to].ordinal) == (step.page, step.ordinal);
    match next {
        // The page is done with this tick: its last value stays until OSS has been told to go on.
        _ if !step.done && !next.as_ref().is_some_and(is_near) => screen.spent = true,
        Some(next) => screen.go(next),
        None if state.open.as_ref().is_some_and(|open| open.case.nib.is_none()) => {
            return super::overlay::prompt(state, Field::Nib);
        }
        None => {}
    }
    mark(state, cx, steps, at);
}

fn mark(state: &mut State, cx: &mut Cx<'_>, steps: &[Step], at: usize) {
    let Some(step) = steps.get(at).filter(|step| !step.done) else { return };
    let Some(open) = &state.open else { return };
    let mut bodies = begun(state, open, cx);
    bodies.push(Body::HandedOver { path: step.path.to_string() });
    let label = open.form.pack.number.label.get(state.lang).to_owned();
    open::append(state, cx, bodies, Vec::new());
    let is_complete = steps.iter().enumerate().all(|(other, step)| step.done || other == at);
    if is_complete && !state.is_read_only() {
        state.line = Some(Notice::info("handover-complete").with("label", label));
    }
}

/// What begins an attempt, where none of this officer's and this day's is under way.
fn begun(state: &State, open: &Open, cx: &Cx<'_>) -> Vec<Body> {
    if open.case.lifecycle != Lifecycle::Finalized {
        return Vec::new();
    }
    let by = state.office.as_ref().map(|office| office.officer.0.as_str());
    let is_ours = open.case.attempt().is_some_and(|attempt| {
        by == Some(attempt.by.as_str()) && cx.env.day_of(attempt.began_ms) == cx.env.today()
    });
    if is_ours {
        return Vec::new();
    }
    ended(open, "", false).into_iter().chain([Body::AttemptBegan]).collect()
}

/// The page the attempt under way has reached, counted from 1; 0 when nothing of it was copied.
fn reached(open: &Open) -> usize {
    let steps = steps(open);
    let last = open
        .case
        .events()
        .iter()
        .rev()
        .take_while(|event| event.body != Body::AttemptBegan)
        .find_map(|event| match &event.body {
            Body::HandedOver { path } => steps.iter().position(|step| step.path.as_str() == path),
            _ => None,
        });
    last.map_or(0, |at| page_at(&pages(&steps), at) + 1)
}

/// What ends the attempt under way, if there is one.
pub(in crate::app) fn ended(open: &Open, error: &str, done: bool) -> Option<Body> {
    open.case.attempt()?;
    let page = reached(open) as u32;
    Some(Body::AttemptEnded { page, error: error.to_owned(), done })
}

/// What becomes of a message of OSS that was being typed when the program was killed, once nobody is
/// there to say from which page OSS starts again.
pub(in crate::app) fn seen(open: &Open, text: String) -> Option<Body> {
    if text.trim().is_empty() {
        return None;
    }
    ended(open, &text, false).or(Some(Body::Noted { text }))
}

/// Another page to start again from.
pub(in crate::app) fn other_page(open: &Open, page: usize, action: Action) -> usize {
    let last = pages(&steps(open)).len().max(1);
    match action {
        Action::Up => page.saturating_sub(1).max(1),
        Action::Down => (page + 1).min(last),
        Action::PageUp => 1,
        Action::PageDown => last,
        _ => page,
    }
}

/// OSS threw us out, and starts again at `page` (counted from 1): everything from there on must be copied
/// again.
pub(in crate::app) fn thrown_out(state: &mut State, cx: &mut Cx<'_>, page: usize, error: String) {
    let rows = Field::OssError(page).rows();
    let Some(open) = &state.open else { return };
    let steps = steps(open);
    let pages = pages(&steps);
    let from = page.clamp(1, pages.len().max(1)) - 1;
    let first = pages.get(from).map_or(0, |page| page.steps.start);
    let mut bodies = Vec::new();
    if open.case.lifecycle == Lifecycle::Finalized {
        // Thrown out before the first value was copied: that was an attempt too.
        let begun = begun(state, open, cx);
        let is_new = !begun.is_empty();
        bodies.extend(begun);
        let mut page = if is_new { 0 } else { reached(open) };
        if let Screen::Handover(screen) = &state.screen {
            page = page.max(page_at(&pages, screen.at) + 1);
        }
        bodies.push(Body::AttemptEnded { page: page as u32, error, done: false });
    }
    let paths: Vec<String> =
        steps[first..].iter().filter(|step| step.done).map(|step| step.path.to_string()).collect();
    if !paths.is_empty() {
        bodies.push(Body::HandedBack { paths });
    }
    open::append(state, cx, bodies, rows);
    if let Screen::Handover(screen) = &mut state.screen {
        screen.go(first);
    }
    let page = (from + 1).to_string();
    state.line = Some(Notice::info("handover-again").with("page", page));
}

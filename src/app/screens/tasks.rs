//! Daftar tugas: the sections of the open case, what is done, what is left, what stands in the way.

use super::fill;
use crate::app::{Action, Confirm, Cx, Effect, Notice, Overlay, Screen, State, open};
use crate::case::{Body, Lifecycle};
use crate::form::SectionKind;
use crate::ident::Level;

/// Goes to the task list, marked at the section that was open.
pub(in crate::app) fn enter(state: &mut State, cx: &mut Cx<'_>) {
    let mut marked = None;
    if let Screen::Fill(fill) = &state.screen {
        let path = fill.path.clone();
        fill::leave(state, cx);
        marked =
            state.open.as_ref().and_then(|open| open.derived.row(&path)).map(|row| row.section);
    }
    crate::app::printing::note_failed(state, cx);
    let first = state.open.as_ref().map_or(0, crate::app::Open::first_unfinished);
    state.screen = Screen::Tasks(marked.unwrap_or(first));
}

pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let (Screen::Tasks(marked), Some(open)) = (&mut state.screen, &state.open) else { return };
    let sections = open.derived.sections.len();
    // After the sections stands the line of answers without a question, when there are any.
    let orphans = !open.homeless().is_empty();
    let last = (sections + usize::from(orphans)).saturating_sub(1);
    match action {
        Action::Up => *marked = marked.saturating_sub(1),
        Action::Down => *marked = (*marked + 1).min(last),
        Action::PageUp => *marked = marked.saturating_sub(10),
        Action::PageDown => *marked = (*marked + 10).min(last),
        Action::Enter | Action::Sheet => {
            let marked = *marked;
            if orphans && marked == sections {
                state.overlays.push(Overlay::Orphans(0));
                return;
            }
            enter_section(state, marked, action == Action::Sheet);
        }
        Action::AddInstance => {
            let marked = *marked;
            add_instance(state, cx, marked);
        }
        Action::RemoveInstance => {
            let marked = *marked;
            ask_to_remove(state, marked);
        }
        Action::Amend if open.case.lifecycle != Lifecycle::Draft => {
            super::overlay::prompt(state, crate::app::Field::Amend);
        }
        Action::NewCase => super::finder::enter(state, cx, true),
        Action::Letter => crate::app::letter::ask(state, cx),
        Action::Back => crate::app::go_home(state, cx),
        _ => {}
    }
}

/// Opens the first question of a section that still needs work, or its first.
fn enter_section(state: &mut State, section: usize, sheet: bool) {
    let Some(open) = &state.open else { return };
    let Some(entry) = open.derived.sections.get(section) else { return };
    let rows = &open.derived.rows[entry.rows.clone()];
    // A repeat may hold only groups; then the group after it is meant.
    let Some(first) = rows.first() else {
        let next = section + 1;
        if next < open.derived.sections.len() {
            enter_section(state, next, sheet);
        }
        return;
    };
    let row = rows.iter().find(|row| row.blocks_finishing()).unwrap_or(first);
    let path = row.path.clone();
    fill::enter(state, &path, sheet);
}

/// The repeat that the marked line belongs to: its path, and the instance.
fn repeat_at(open: &crate::app::Open, section: usize) -> Option<(String, u32, u32, u32)> {
    let entry = open.derived.sections.get(section)?;
    let pack = &open.form.pack;
    // A group inside a repeat stands for the repeat around it.
    let around = *pack.repeats_around(entry.section).last()?;
    let SectionKind::Repeat { min, max, .. } = pack.section(around).kind else { return None };
    let (repeat, instance) = entry.scope.rsplit_once('#')?;
    Some((repeat.to_owned(), instance.parse().ok()?, min, max))
}

fn add_instance(state: &mut State, cx: &mut Cx<'_>, section: usize) {
    if refuse_when_finished(state) {
        return;
    }
    let Some(open) = &state.open else { return };
    let Some(open_at) = repeat_at(open, section).or_else(|| only_repeat(open)) else {
        state.line = Some(Notice::info("tasks-no-repeat"));
        return;
    };
    let (repeat, _, _, max) = open_at;
    if open.live.instances(&repeat).len() as u32 >= max {
        let notice = Notice::new(Level::Periksa, "tasks-full").with("max", max.to_string());
        state.line = Some(notice);
        return;
    }
    let instance = open.case.next_instance(&repeat);
    let scope = format!("{repeat}#{instance}");
    open::append(
        state,
        cx,
        vec![Body::InstanceAdded { repeat, instance, auto: false }],
        Vec::new(),
    );
    open::complete(state, cx);
    let first = state.open.as_ref().and_then(|open| {
        open.derived.rows.iter().find(|row| row.path.scope() == scope).map(|row| row.path.clone())
    });
    if let Some(path) = first {
        fill::enter(state, &path, false);
    }
}

/// The one repeat at the top of the pack, when there is just one: what `+` means anywhere.
fn only_repeat(open: &crate::app::Open) -> Option<(String, u32, u32, u32)> {
    let mut repeats = open.form.pack.sections.iter().filter_map(|section| match section.kind {
        SectionKind::Repeat { min, max, .. } if section.parent.is_none() => {
            Some((section.name.clone(), 0, min, max))
        }
        _ => None,
    });
    let only = repeats.next()?;
    repeats.next().is_none().then_some(only)
}

fn ask_to_remove(state: &mut State, section: usize) {
    if refuse_when_finished(state) {
        return;
    }
    let Some(open) = &state.open else { return };
    match repeat_at(open, section) {
        None => state.line = Some(Notice::info("tasks-no-repeat")),
        Some((repeat, instance, min, _)) => {
            if open.live.instances(&repeat).len() as u32 <= min {
                let notice =
                    Notice::new(Level::Periksa, "tasks-least").with("min", min.to_string());
                state.line = Some(notice);
            } else {
                let confirm = Confirm::RemoveInstance { repeat, instance };
                state.overlays.push(Overlay::Confirm(confirm));
            }
        }
    }
}

/// A finished case is changed only after it was opened again, with a reason.
pub(in crate::app) fn refuse_when_finished(state: &mut State) -> bool {
    let finished = state.open.as_ref().is_some_and(|open| open.case.lifecycle != Lifecycle::Draft);
    if finished {
        state.line = Some(Notice::new(Level::Periksa, "app-finished"));
    }
    finished
}

/// Asks the store for other cases with the same NIK, once it is complete.
pub(in crate::app) fn find_same(state: &State, cx: &mut Cx<'_>) {
    let Some(open) = &state.open else { return };
    let tags = open.case.tags(&open.form.pack, &open.derived);
    for (kind, value) in tags.into_iter().filter(|(kind, _)| *kind == crate::case::tag::NIK) {
        let value = crate::app::Private(value);
        cx.push(Effect::FindSame { case: open.case.id, kind, value });
    }
}

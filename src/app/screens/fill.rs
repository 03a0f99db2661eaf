//! Pertanyaan and Lembar: one question a page, or the same answers as a dense sheet.
//!
//! Both are one state: the question that is open and the text in it. Typed text goes to the journal at
//! each key and becomes an answer when the question is left; a choice is an answer at once.

use super::lookup::{self, Lookup};
use super::tasks::{find_same, refuse_when_finished};
use crate::app::{Action, Cx, Edit, Editor, Effect, Field, Notice, Screen, State, Typing, open};
use crate::form::{Kind, Path, Row, is_typed};
use crate::ident::Level;

/// The open question.
#[derive(Debug)]
pub struct Fill {
    /// Its path.
    pub path: Path,
    /// What is typed in it, for typed kinds.
    pub editor: Editor,
    /// The marked choice, for chosen kinds: its place in [`options`]. Nothing is marked before the
    /// officer marks it, so that Enter never answers by itself.
    pub mark: Option<usize>,
    /// Whether the dense sheet is shown.
    pub sheet: bool,
    /// The picker over it, while it is open.
    pub lookup: Option<Lookup>,
    /// The window that puts the case aside asked for it: leaving the question goes back there.
    pub(in crate::app) asked: bool,
    /// A journal row holds what is typed.
    pub(in crate::app) journaled: bool,
}

/// What can be chosen: the stored name of each option, in order. Empty for typed kinds.
///
/// Their words are the pack's choice labels, or the Fluent messages `option-<name>`.
pub fn options(state: &State, row: &Row) -> Vec<String> {
    let Some(open) = &state.open else { return Vec::new() };
    let question = open.form.pack.question(row.question);
    let fixed: &[&str] = match question.kind {
        Kind::YesNo | Kind::Statement => &["ya", "tidak"],
        Kind::Document => &["asli", "fotokopi", "tidak_ada"],
        Kind::Choice | Kind::Choices => {
            let Some(list) = question.choices.map(|list| &open.form.pack.choice_lists[list]) else {
                return Vec::new();
            };
            return row.choices.iter().map(|at| list.choices[*at].name.clone()).collect();
        }
        _ => &[],
    };
    fixed.iter().map(|name| (*name).to_owned()).collect()
}

/// Opens a question.
pub(in crate::app) fn enter(state: &mut State, path: &Path, sheet: bool) {
    let Some(open) = &mut state.open else { return };
    let Some(row) = open.derived.row(path).cloned() else { return };
    let kind = open.form.pack.question(row.question).kind;
    let multiline = kind == Kind::Paragraph;
    let raw = open.live.raw(path);
    let key = Field::Answer(path.clone()).key();
    let row_at = open.journals.iter().position(|(name, _)| *name == key);
    let journaled = row_at.is_some();
    let editor = match row_at {
        Some(at) => {
            let (_, typing) = open.journals.remove(at);
            Editor::restore(typing.text, typing.cursor, multiline)
        }
        None => Editor::new(raw, multiline),
    };
    let restored = is_typed(kind) && editor.text() != raw;
    let chosen = raw.split(' ').next().unwrap_or_default().to_owned();
    let searching = restored && !lookup::is_settled(&open.form, kind, editor.text());
    state.screen = Screen::Fill(Fill {
        path: path.clone(),
        editor,
        mark: None,
        sheet,
        lookup: None,
        asked: false,
        journaled,
    });
    let options = options(state, &row);
    if let Screen::Fill(fill) = &mut state.screen {
        fill.mark = options.iter().position(|name| *name == chosen);
    }
    if restored {
        show_live(state);
    }
    if searching {
        lookup::refresh(state);
    }
}

pub(in crate::app) fn type_text(state: &mut State, cx: &mut Cx<'_>, text: &str) {
    let Some(row) = current(state).cloned() else { return };
    let typed = state.kind_at(&row.path).is_some_and(is_typed);
    if !typed {
        return pick(state, cx, &row, text);
    }
    if !may_type(state) {
        return;
    }
    let Screen::Fill(fill) = &mut state.screen else { return };
    fill.editor.insert(text);
    keep(state, cx);
    lookup::refresh(state);
}

/// Whether the answer may be changed; says so when it may not.
pub(in crate::app) fn may_type(state: &mut State) -> bool {
    if state.is_read_only() {
        state.line = Some(Notice::new(Level::Periksa, "app-read-only"));
        return false;
    }
    !refuse_when_finished(state)
}

pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let Some(row) = current(state).cloned() else {
        // The question went away (an undo, or its condition): the list is always there.
        return super::tasks::enter(state, cx);
    };
    if lookup::act(state, cx, action) {
        return;
    }
    let typed = state.kind_at(&row.path).is_some_and(is_typed);
    let Screen::Fill(fill) = &mut state.screen else { return };
    if fill.asked && matches!(action, Action::Enter | Action::Next | Action::Back) {
        return super::park::asked(state, cx);
    }
    match action {
        Action::Edit(edit) if typed => {
            let changes =
                matches!(edit, Edit::Backspace | Edit::Delete | Edit::DeleteWord | Edit::Newline);
            if changes && !may_type(state) {
                return;
            }
            let may_change = state.open_for_change();
            let Screen::Fill(fill) = &mut state.screen else { return };
            // Into an empty field the arrow brings the proposal that stands under it.
            let proposed = edit == Edit::Right && fill.editor.text().is_empty() && may_change;
            if proposed && !row.calculated.is_empty() {
                fill.editor.insert(&row.calculated);
                keep(state, cx);
            } else if fill.editor.apply(edit) {
                let searching = fill.lookup.is_some();
                keep(state, cx);
                if searching {
                    lookup::refresh(state);
                }
            }
        }
        // On the sheet the lines are the questions; there the choices lie left and right.
        Action::Edit(Edit::Left) if fill.sheet => turn(state, cx, &row, -1),
        Action::Edit(Edit::Right) if fill.sheet => turn(state, cx, &row, 1),
        Action::Up if typed || fill.sheet => go(state, cx, -1),
        Action::Down if typed || fill.sheet => go(state, cx, 1),
        Action::Up | Action::Down => {
            let last = options(state, &row).len().checked_sub(1);
            if let (Screen::Fill(fill), Some(last)) = (&mut state.screen, last) {
                fill.mark = Some(match (fill.mark, action) {
                    (None, Action::Down) => 0,
                    (None, _) => last,
                    (Some(mark), Action::Down) => (mark + 1).min(last),
                    (Some(mark), _) => mark.saturating_sub(1),
                });
            }
        }
        Action::PageUp => go(state, cx, -10),
        Action::PageDown => go(state, cx, 10),
        Action::Previous => go(state, cx, -1),
        Action::Next => go(state, cx, 1),
        Action::Enter => enter_key(state, cx, &row),
        Action::Toggle => {
            if let Some(mark) = fill.mark {
                choose(state, cx, &row, mark);
            }
        }
        Action::Search => lookup::refresh(state),
        Action::Sheet => fill.sheet = !fill.sheet,
        Action::Reason => {
            commit_and_stay(state, cx);
            super::overlay::reason(state);
        }
        Action::Note => {
            commit_and_stay(state, cx);
            super::overlay::prompt(state, Field::Note(row.path.clone()));
        }
        Action::Back => super::tasks::enter(state, cx),
        _ => {}
    }
}

/// Enter: takes the marked choice (several stay open until the next Enter) and goes on.
fn enter_key(state: &mut State, cx: &mut Cx<'_>, row: &Row) {
    let Screen::Fill(fill) = &state.screen else { return };
    let mark = fill.mark;
    let kind = state.kind_at(&row.path);
    let one = matches!(kind, Some(Kind::YesNo | Kind::Choice | Kind::Document | Kind::Statement));
    if let Some(mark) = mark.filter(|_| one && state.open_for_change()) {
        choose(state, cx, row, mark);
    }
    go(state, cx, 1);
}

/// A typed digit or letter on a question that is chosen.
fn pick(state: &mut State, cx: &mut Cx<'_>, row: &Row, text: &str) {
    let Some(key) = text.chars().next() else { return };
    let options = options(state, row);
    let at = match key.to_digit(10) {
        Some(digit) => (digit as usize).checked_sub(1).filter(|at| *at < options.len()),
        None => options.iter().position(|name| {
            name.chars().next().is_some_and(|first| first.eq_ignore_ascii_case(&key))
        }),
    };
    if let Some(at) = at {
        if let Screen::Fill(fill) = &mut state.screen {
            fill.mark = Some(at);
        }
        choose(state, cx, row, at);
    }
}

/// Makes the option at `mark` the answer, or takes it in and out of several.
fn choose(state: &mut State, cx: &mut Cx<'_>, row: &Row, mark: usize) {
    let options = options(state, row);
    let Some(name) = options.get(mark) else { return };
    if refuse_when_finished(state) {
        return;
    }
    let several = state.kind_at(&row.path) == Some(Kind::Choices);
    let Some(open) = &state.open else { return };
    let raw = if several {
        let old: Vec<&str> = open.case.answers.raw(&row.path).split_whitespace().collect();
        options
            .iter()
            .map(String::as_str)
            .filter(|option| old.contains(option) != (*option == name.as_str()))
            .collect::<Vec<_>>()
            .join(" ")
    } else {
        name.clone()
    };
    if let Some(body) = open::said(open, &Field::Answer(row.path.clone()), raw) {
        open::append(state, cx, vec![body], Vec::new());
    }
}

/// On the sheet, the choice before or after the present one.
fn turn(state: &mut State, cx: &mut Cx<'_>, row: &Row, step: isize) {
    let count = options(state, row).len() as isize;
    let Screen::Fill(fill) = &mut state.screen else { return };
    if count == 0 {
        return;
    }
    let mark = match fill.mark {
        Some(mark) => (mark as isize + step).rem_euclid(count) as usize,
        None if step > 0 => 0,
        None => count as usize - 1,
    };
    fill.mark = Some(mark);
    if state.kind_at(&row.path) != Some(Kind::Choices) {
        choose(state, cx, row, mark);
    }
}

/// Goes `steps` questions on; past the last one, to the read-back. What came along from another case of
/// the applicant is passed over by the step on: nothing is asked twice.
fn go(state: &mut State, cx: &mut Cx<'_>, steps: isize) {
    commit(state, cx);
    let (Screen::Fill(fill), Some(open)) = (&state.screen, &state.open) else { return };
    let rows = &open.derived.rows;
    let Some(here) = open.derived.position(&fill.path) else {
        return super::tasks::enter(state, cx);
    };
    let sheet = fill.sheet;
    let shown = |row: &&Row| {
        // Calculated values are shown beside what they come from; they are no stop on the way.
        open.form.pack.question(row.question).kind != Kind::Calculated
            && !(steps == 1 && open::is_taken_over(open, &row.path))
    };
    let ahead: Vec<&Row> = if steps < 0 {
        rows[..here].iter().rev().filter(shown).collect()
    } else {
        rows[here + 1..].iter().filter(shown).collect()
    };
    let wanted = steps.unsigned_abs();
    match ahead.get(wanted - 1).or(if wanted > 1 { ahead.last() } else { None }) {
        Some(row) => {
            let path = row.path.clone();
            enter(state, &path, sheet);
        }
        None if steps > 0 => super::review::enter(state, cx),
        None => {}
    }
}

/// Writes what is typed to the journal and shows what follows from it.
pub(super) fn keep(state: &mut State, cx: &mut Cx<'_>) {
    let (Screen::Fill(fill), Some(open)) = (&mut state.screen, &state.open) else { return };
    fill.journaled = true;
    let typing = Typing {
        text: fill.editor.text().to_owned(),
        cursor: fill.editor.cursor(),
        at_ms: cx.env.now_ms,
    };
    let field = Field::Answer(fill.path.clone()).key();
    cx.push(Effect::Journal { case: open.case.id, field, typing });
    show_live(state);
}

/// Puts the text being typed into the live answers. What follows from them is worked out when the
/// letter is on the screen, or when anything else than typing comes.
fn show_live(state: &mut State) {
    let (Screen::Fill(fill), Some(open)) = (&state.screen, &mut state.open) else { return };
    let answer = open.live.values.entry(fill.path.clone()).or_default();
    if answer.raw != fill.editor.text() {
        fill.editor.text().clone_into(&mut answer.raw);
        answer.reason.clear();
        if *answer == crate::form::Answer::default() {
            open.live.values.remove(&fill.path);
        }
        open.stale = true;
    }
}

/// Makes what was typed an answer; the journal row goes in the same transaction.
pub(in crate::app) fn commit(state: &mut State, cx: &mut Cx<'_>) {
    let Screen::Fill(fill) = &state.screen else { return };
    let Some(kind) = state.kind_at(&fill.path).filter(|kind| is_typed(*kind)) else { return };
    if state.is_read_only() {
        return;
    }
    if kind == Kind::Kbli && fill.journaled {
        name_edition(state);
    }
    let (Screen::Fill(fill), Some(open)) = (&state.screen, &state.open) else { return };
    let field = Field::Answer(fill.path.clone());
    let body = open::said(open, &field, fill.editor.text().to_owned());
    // Typed back to what it was: no event, but the journal row must go, or it would come back later.
    if body.is_none() && !fill.journaled {
        return;
    }
    let changed = body.is_some();
    open::append(state, cx, body.into_iter().collect(), vec![field.key()]);
    if let Screen::Fill(fill) = &mut state.screen {
        fill.journaled = false;
    }
    if changed && kind == Kind::Nik {
        find_same(state, cx);
    }
}

/// Writes the edition behind a bare code that is about to become an answer: another year's form may
/// want another edition, and the same digits would be another business.
fn name_edition(state: &mut State) {
    let (Screen::Fill(fill), Some(open)) = (&mut state.screen, &state.open) else { return };
    let code = crate::ident::kbli::parse(fill.editor.text(), open.form.pack.kbli_edition).value;
    if let Some(code) = code.filter(|code| code.written() != fill.editor.text()) {
        fill.editor = Editor::new(code.written(), false);
    }
}

/// Makes what was typed an answer without leaving the question: the journal keeps the cursor's place.
pub(in crate::app) fn commit_and_stay(state: &mut State, cx: &mut Cx<'_>) {
    commit(state, cx);
    let inside = matches!(&state.screen, Screen::Fill(fill)
        if fill.editor.cursor() != fill.editor.text().len());
    if inside && !state.is_read_only() {
        keep(state, cx);
    }
}

/// Leaves the question: what was typed is an answer now.
pub(in crate::app) fn leave(state: &mut State, cx: &mut Cx<'_>) {
    commit(state, cx);
}

fn current(state: &State) -> Option<&Row> {
    let Screen::Fill(fill) = &state.screen else { return None };
    state.open.as_ref()?.derived.row(&fill.path)
}

impl State {
    /// Whether answers of the open case may change.
    pub(in crate::app) fn open_for_change(&self) -> bool {
        !self.is_read_only()
            && self
                .open
                .as_ref()
                .is_some_and(|open| open.case.lifecycle == crate::case::Lifecycle::Draft)
    }
}

//! The window in which an outage is written down, ended, or its times are set right: from any screen, also
//! while something is being typed.
//!
//! What is typed in it lies in the office's journal row, so a killed program comes back with it.

use crate::app::outage::moment::{self, Fault};
use crate::app::{Action, Cx, Editor, Effect, Env, Field, Notice, Overlay, State, Typing, open};
use crate::case::EventId;
use crate::ident::Level;
use crate::office::{self, Entry, Outage, SYSTEMS};
use serde::{Deserialize, Serialize};

/// What the window is open for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Task {
    /// A new outage.
    #[default]
    New,
    /// The system works again.
    End,
    /// The times of a written outage are set right.
    Correct,
}

/// The place in the window where keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Which system.
    #[default]
    System,
    /// What is seen.
    Symptom,
    /// Since when.
    Since,
    /// Until when.
    Until,
}

/// The window.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Window {
    /// What it is open for.
    pub task: Task,
    /// The outage that is ended or set right.
    pub of: Option<EventId>,
    /// Where keys go.
    pub step: Step,
    /// The marked system, in the order of [`SYSTEMS`].
    pub system: usize,
    /// What is seen.
    pub symptom: Editor,
    /// Since when, as typed.
    pub since: Editor,
    /// Until when, as typed; empty while it lasts.
    pub until: Editor,
}

/// The journal row of the window. FROZEN names: a killed program's row is read by the next version.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    task: Task,
    of: Option<EventId>,
    step: Step,
    system: String,
    symptom: String,
    since: String,
    until: String,
}

impl Window {
    /// The text that keys go to.
    pub fn editor(&self) -> Option<&Editor> {
        match self.step {
            Step::System => None,
            Step::Symptom => Some(&self.symptom),
            Step::Since => Some(&self.since),
            Step::Until => Some(&self.until),
        }
    }

    fn editor_mut(&mut self) -> Option<&mut Editor> {
        match self.step {
            Step::System => None,
            Step::Symptom => Some(&mut self.symptom),
            Step::Since => Some(&mut self.since),
            Step::Until => Some(&mut self.until),
        }
    }

    /// The marked system.
    pub fn system(&self) -> &'static str {
        SYSTEMS[self.system.min(SYSTEMS.len() - 1)]
    }

    /// The steps of the task, in order.
    const fn steps(&self) -> &'static [Step] {
        match self.task {
            Task::New => &[Step::System, Step::Symptom, Step::Since],
            Task::End => &[Step::System, Step::Symptom, Step::Until],
            Task::Correct => &[Step::Symptom, Step::Since, Step::Until],
        }
    }

    fn beside(&self, forward: bool) -> Option<Step> {
        let steps = self.steps();
        let at = steps.iter().position(|step| *step == self.step)?;
        let next = if forward { at + 1 } else { at.checked_sub(1)? };
        steps.get(next).copied()
    }

    fn to_typing(&self, at_ms: i64) -> Typing {
        let kept = Kept {
            task: self.task,
            of: self.of,
            step: self.step,
            system: self.system().to_owned(),
            symptom: self.symptom.text().to_owned(),
            since: self.since.text().to_owned(),
            until: self.until.text().to_owned(),
        };
        let text = serde_json::to_string(&kept).expect("texts only");
        Typing { text, cursor: self.editor().map_or(0, Editor::cursor), at_ms }
    }

    fn from_typing(typing: &Typing) -> Option<Self> {
        let kept: Kept = serde_json::from_str(&typing.text).ok()?;
        let mut window = Self {
            task: kept.task,
            of: kept.of,
            step: kept.step,
            system: SYSTEMS.iter().position(|system| *system == kept.system).unwrap_or(0),
            symptom: Editor::new(kept.symptom, false),
            since: Editor::new(kept.since, false),
            until: Editor::new(kept.until, false),
        };
        if let Some(editor) = window.editor_mut() {
            let text = editor.text().to_owned();
            *editor = Editor::restore(text, typing.cursor, false);
        }
        Some(window)
    }
}

/// Opens the window over whatever is on the screen.
pub(in crate::app) fn enter(state: &mut State, cx: &mut Cx<'_>) {
    if state.overlays.iter().any(|overlay| matches!(overlay, Overlay::Outage(_))) {
        return;
    }
    let now = Editor::new(moment::written(cx.env, cx.env.now_ms), false);
    show(state, cx, Window { since: now.clone(), until: now, ..Window::default() });
}

/// Opens the window on a written outage.
pub(in crate::app) fn correct(state: &mut State, cx: &mut Cx<'_>, outage: &Outage) {
    let editor = |ms| Editor::new(moment::written(cx.env, ms), false);
    let window = Window {
        task: Task::Correct,
        of: Some(outage.id),
        step: if outage.until_ms.is_none() { Step::Until } else { Step::Symptom },
        system: SYSTEMS.iter().position(|system| *system == outage.system).unwrap_or(0),
        symptom: Editor::new(outage.symptom.clone(), false),
        since: editor(outage.since_ms),
        until: outage.until_ms.map(editor).unwrap_or_default(),
    };
    show(state, cx, window);
}

fn show(state: &mut State, cx: &mut Cx<'_>, window: Window) {
    if state.is_read_only() {
        state.line = Some(Notice::new(Level::Periksa, "app-read-only"));
        return;
    }
    state.overlays.push(Overlay::Outage(Box::new(window)));
    keep(state, cx);
}

/// Opens the window again with what was typed in it when the program was killed.
pub(in crate::app) fn reopen(state: &mut State, typing: &[(String, Typing)]) {
    let row = typing.iter().find(|(key, _)| *key == Field::Outage.key());
    if let Some(window) = row.and_then(|(_, typing)| Window::from_typing(typing)) {
        state.overlays.push(Overlay::Outage(Box::new(window)));
    }
}

fn window_of(state: &mut State) -> Option<&mut Window> {
    match state.overlays.last_mut() {
        Some(Overlay::Outage(window)) => Some(window),
        _ => None,
    }
}

fn keep(state: &mut State, cx: &mut Cx<'_>) {
    let now_ms = cx.env.now_ms;
    if let Some(window) = window_of(state) {
        let typing = window.to_typing(now_ms);
        cx.push(Effect::Journal { case: office::LOG, field: Field::Outage.key(), typing });
    }
}

pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let Some(window) = window_of(state) else { return };
    let last = SYSTEMS.len() - 1;
    match (action, window.step) {
        (Action::Up | Action::PageUp, Step::System) => {
            window.system = window.system.saturating_sub(1);
        }
        (Action::Down | Action::PageDown | Action::Next, Step::System) => {
            window.system = (window.system + 1).min(last);
        }
        (Action::Enter, Step::System) => choose(state, cx.env),
        (Action::Edit(edit), _) => {
            if !window.editor_mut().is_some_and(|editor| editor.apply(edit)) {
                return;
            }
        }
        (Action::Up | Action::Previous, _) => match window.beside(false) {
            Some(step) => window.step = step,
            None => return,
        },
        (Action::Down | Action::Next, _) => match window.beside(true) {
            Some(step) => window.step = step,
            None => return,
        },
        (Action::Enter, _) => match window.beside(true) {
            Some(step) => window.step = step,
            None => return submit(state, cx),
        },
        // What was typed stays while another system is chosen.
        (Action::Back, step) if step != Step::System && window.task != Task::Correct => {
            window.step = Step::System;
            window.task = Task::New;
        }
        (Action::Back, _) => return close(state, cx, Vec::new()),
        _ => return,
    }
    keep(state, cx);
}

pub(in crate::app) fn type_text(state: &mut State, cx: &mut Cx<'_>, text: &str) {
    let Some(window) = window_of(state) else { return };
    if let Some(editor) = window.editor_mut() {
        editor.insert(text);
    } else {
        // A number chooses; what is typed or pasted after it is the symptom.
        let Some(number) = text.chars().next().and_then(|sign| sign.to_digit(10)) else { return };
        let Some(at) = (number as usize).checked_sub(1).filter(|at| *at < SYSTEMS.len()) else {
            return;
        };
        window.system = at;
        choose(state, cx.env);
        if let Some(Window { step: Step::Symptom, symptom, .. }) = window_of(state) {
            symptom.insert(&text[1..]);
        }
    }
    keep(state, cx);
}

/// A system is chosen: one that is down already can be ended, any other is written down. Of what the lamp sees now
/// an officer rather says what it is; the lamp sees its end by itself.
fn choose(state: &mut State, env: &Env) {
    let journal = state.office.as_ref().map(|office| &office.journal);
    let Some(Overlay::Outage(window)) = state.overlays.last_mut() else { return };
    let lasting = journal.and_then(|journal| journal.open_of(window.system()));
    window.of = lasting.map(|outage| outage.id);
    let Some(outage) = lasting else {
        (window.task, window.step) = (Task::New, Step::Symptom);
        return;
    };
    let is_watched = outage.auto && state.lamp.state.is_trouble();
    window.task = Task::End;
    window.step = if is_watched { Step::Symptom } else { Step::Until };
    if window.symptom.text().is_empty() {
        window.symptom = Editor::new(outage.symptom.clone(), false);
    }
    let until = if is_watched { String::new() } else { moment::written(env, env.now_ms) };
    window.until = Editor::new(until, false);
}

/// Enter in the last place: what was typed becomes a record.
fn submit(state: &mut State, cx: &mut Cx<'_>) {
    let env = *cx.env;
    let Some(window) = window_of(state).cloned() else { return };
    let outage = |state: &State| {
        let office = state.office.as_ref()?;
        window.of.and_then(|id| office.journal.find(id)).cloned()
    };
    let clock = |ms| moment::written(&env, ms);
    let system = window.system().to_owned();
    let symptom = window.symptom.text().trim().to_owned();
    if window.task == Task::New {
        let Some(since_ms) = read(state, &env, Step::Since, &window.since) else {
            return keep(state, cx);
        };
        let notice = Notice::info("outage-logged").with("time", clock(since_ms));
        let why = String::new();
        let began = Entry::OutageBegan { system, symptom, since_ms, auto: false, why };
        close(state, cx, vec![began]);
        state.line = Some(notice.with("system", window.system()));
        return;
    }
    let Some(found) = outage(state) else { return close(state, cx, Vec::new()) };
    // A text that was not touched means the very moment it was made of.
    let same = |editor: &Editor, ms: i64| editor.text().trim() == clock(ms);
    let since_ms = if window.task == Task::End || same(&window.since, found.since_ms) {
        Some(found.since_ms)
    } else {
        read(state, &env, Step::Since, &window.since)
    };
    let Some(since_ms) = since_ms else { return keep(state, cx) };
    // Nothing: the end stays as it is, or there is none.
    let until_ms = match found.until_ms {
        Some(until) if same(&window.until, until) => None,
        _ if window.until.text().trim().is_empty() => None,
        _ => match read(state, &env, Step::Until, &window.until) {
            Some(until) => Some(until),
            None => return keep(state, cx),
        },
    };
    // A clock has no seconds: the minute in which it began is not before its beginning.
    let until_ms = until_ms.map(|until| {
        let is_same_minute = clock(until) == clock(since_ms);
        if is_same_minute { until.max(since_ms) } else { until }
    });
    if until_ms.or(found.until_ms).is_some_and(|until| until < since_ms) {
        state.line = Some(too_early(since_ms, &env));
        return;
    }
    let symptom = Some(symptom).filter(|symptom| *symptom != found.symptom.trim());
    let (outage, is_end) = (found.id, found.until_ms.is_none());
    let corrects = since_ms != found.since_ms || symptom.is_some() || !is_end && until_ms.is_some();
    let mut entries = Vec::new();
    if corrects {
        let until_ms = until_ms.filter(|_| !is_end);
        entries.push(Entry::OutageCorrected { outage, since_ms, until_ms, symptom });
    }
    let ended = until_ms.filter(|_| is_end);
    if let Some(until_ms) = ended {
        entries.push(Entry::OutageEnded { outage, until_ms, auto: false, known_ms: None });
    }
    let notice = match ended {
        Some(until_ms) => Notice::info("outage-ended").with("time", clock(until_ms)),
        None if entries.is_empty() => Notice::info("outage-unchanged"),
        None => Notice::info("outage-corrected"),
    };
    close(state, cx, entries);
    state.line = Some(notice.with("system", window.system()));
}

/// The moment that was typed there; what is wrong with it is told, and the cursor goes there.
fn read(state: &mut State, env: &Env, step: Step, editor: &Editor) -> Option<i64> {
    let fault = match moment::parse(editor.text(), env) {
        Ok(ms) => return Some(ms),
        Err(fault) => fault,
    };
    let key = match fault {
        Fault::Unreadable => "outage-time-unreadable",
        Fault::Future => "outage-time-future",
    };
    state.line = Some(Notice::new(Level::Periksa, key));
    if let Some(window) = window_of(state) {
        window.step = step;
    }
    None
}

fn too_early(since_ms: i64, env: &Env) -> Notice {
    let since = moment::written(env, since_ms);
    Notice::new(Level::Periksa, "outage-time-before").with("time", since)
}

/// Closes the window: the records and the end of its journal row are one step.
fn close(state: &mut State, cx: &mut Cx<'_>, entries: Vec<Entry>) {
    state.overlays.pop();
    open::record_and_forget(state, cx, entries, vec![Field::Outage.key()]);
    super::outages::refresh(state, cx.env);
}

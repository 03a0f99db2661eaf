//! Petugas: who can open this counter; adding and removing one, a new passphrase, a PIN for this run.
//!
//! A passphrase is never kept here longer than its window is open: no journal, no event, no record has it.

use super::lock;
use super::setup::{SHORTEST_PASSPHRASE, passphrase_fault};
use crate::app::{
    Action, Confirm, Cx, Edit, Editor, Effect, Notice, Overlay, Private, Screen, Staff, State,
    open, pin,
};
use crate::ident::Level;
use crate::office::Entry;

/// An officer in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// What the store calls them; tells nothing of them.
    pub id: [u8; 16],
    /// Their name.
    pub name: Private,
    /// It is the officer at the screen.
    pub is_me: bool,
}

/// The screen.
#[derive(Debug, Default)]
pub struct Officers {
    /// Everybody who can open this counter, by name.
    pub list: Vec<Colleague>,
    /// The marked line.
    pub marked: usize,
    /// What is being typed.
    pub form: Option<Form>,
    /// What the store was asked to do; written down once it is done.
    doing: Option<Entry>,
}

/// Some lines to type.
#[derive(Debug)]
pub struct Form {
    /// What for.
    pub task: Task,
    /// The lines.
    pub lines: Vec<Editor>,
    /// The line being typed.
    pub at: usize,
    /// What keeps us from going on.
    pub problem: Option<Notice>,
    /// It is being done.
    pub busy: bool,
}

/// What a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// A new officer: name, passphrase, passphrase again.
    Add,
    /// A passphrase of one's own: the old one, the new one, again.
    Passphrase,
    /// A PIN for this run: twice; nothing takes it away.
    Pin,
}

impl Task {
    /// Fluent message ids of the lines, in order.
    pub const fn labels(self) -> &'static [&'static str] {
        match self {
            Self::Add => &["officer-name", "officer-passphrase", "setup-passphrase-again"],
            Self::Passphrase => &["officer-old", "officer-next", "setup-passphrase-again"],
            Self::Pin => &["officer-pin", "officer-pin-again"],
        }
    }

    /// Whether a line is shown as dots.
    pub const fn is_secret(self, line: usize) -> bool {
        !matches!((self, line), (Self::Add, 0))
    }
}

impl Form {
    fn new(task: Task) -> Self {
        let lines = vec![Editor::default(); task.labels().len()];
        Self { task, lines, at: 0, problem: None, busy: false }
    }

    /// The name of the new officer, without the spaces around it.
    pub fn name(&self) -> &str {
        self.lines[0].text().trim()
    }

    /// Stops at a line and says why.
    fn stop(&mut self, at: usize, notice: Notice) {
        self.at = at;
        self.problem = Some(notice);
        self.busy = false;
    }

    /// Forgets what is secret.
    fn wipe(&mut self) {
        for (at, line) in self.lines.iter_mut().enumerate() {
            if self.task.is_secret(at) {
                *line = Editor::default();
            }
        }
        self.at = 0;
        self.problem = None;
    }
}

fn periksa(key: &'static str) -> Notice {
    Notice::new(Level::Periksa, key)
}

/// Shows the officers.
pub(in crate::app) fn enter(state: &mut State, cx: &mut Cx<'_>) {
    state.screen = Screen::Officers(Box::default());
    cx.push(Effect::Staff(Box::new(Staff::List)));
}

/// The screen is locked: no passphrase waits half typed behind the lock for somebody else.
pub(super) fn hide(state: &mut State) {
    if let Screen::Officers(screen) = &mut state.screen
        && let Some(form) = screen.form.as_mut().filter(|form| !form.busy)
    {
        form.wipe();
    }
}

/// Another officer took over: what was typed here was the first one's affair.
pub(super) fn again(state: &mut State, cx: &mut Cx<'_>) {
    state.overlays.retain(|over| !matches!(over, Overlay::Confirm(Confirm::RemoveOfficer { .. })));
    if let Screen::Officers(screen) = &mut state.screen {
        screen.form = screen.form.take().filter(|form| form.busy);
        cx.push(Effect::Staff(Box::new(Staff::List)));
    }
}

/// The store answers: what was asked for is done.
pub(in crate::app) fn listed(state: &mut State, cx: &mut Cx<'_>, list: Vec<Colleague>) {
    let Screen::Officers(screen) = &mut state.screen else { return };
    screen.marked = screen.marked.min(list.len().saturating_sub(1));
    screen.list = list;
    let Some(done) = screen.doing.take() else { return };
    screen.form = None;
    let (key, name) = match &done {
        Entry::OfficerAdded { name } => {
            let at = screen.list.iter().position(|one| one.name.0 == *name);
            screen.marked = at.unwrap_or(screen.marked);
            ("officer-added", name.clone())
        }
        Entry::OfficerRemoved { name } => {
            state.pins.forget(&Private(name.clone()));
            ("officer-removed", name.clone())
        }
        _ => ("officer-changed", String::new()),
    };
    open::record(state, cx, vec![done]);
    state.line = Some(Notice::info(key).with("officer", name));
}

/// The store refuses.
pub(in crate::app) fn refused(state: &mut State, notice: Notice) {
    let Screen::Officers(screen) = &mut state.screen else {
        return crate::app::tell(state, notice);
    };
    screen.doing = None;
    let Some(form) = &mut screen.form else { return crate::app::tell(state, notice) };
    match notice.key.as_ref() {
        "store-wrong-passphrase" => form.stop(0, periksa("officer-old-wrong")),
        "store-officer-named" => form.stop(0, notice),
        _ => form.stop(1, notice),
    }
    for at in form.at..form.lines.len() {
        if form.task.is_secret(at) {
            form.lines[at] = Editor::default();
        }
    }
}

pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let Screen::Officers(screen) = &mut state.screen else { return };
    if screen.form.is_some() {
        return type_in(state, cx, action);
    }
    let last = screen.list.len().saturating_sub(1);
    match action {
        Action::Up => screen.marked = screen.marked.saturating_sub(1),
        Action::Down => screen.marked = (screen.marked + 1).min(last),
        Action::PageUp => screen.marked = 0,
        Action::PageDown => screen.marked = last,
        Action::Enter => lock::enter(state),
        Action::AddOfficer => begin(state, Task::Add),
        Action::Passphrase => begin(state, Task::Passphrase),
        Action::Pin => begin(state, Task::Pin),
        Action::RemoveOfficer => ask_to_remove(state),
        Action::Back => crate::app::go_home(state, cx),
        _ => {}
    }
}

pub(in crate::app) fn type_text(screen: &mut Officers, text: &str) {
    if let Some(form) = screen.form.as_mut().filter(|form| !form.busy) {
        form.problem = None;
        form.lines[form.at].insert(text);
    }
}

fn begin(state: &mut State, task: Task) {
    // A PIN is written nowhere; the rest is.
    if task != Task::Pin && state.is_read_only() {
        state.line = Some(periksa("app-read-only"));
        return;
    }
    if let Screen::Officers(screen) = &mut state.screen {
        screen.form = Some(Form::new(task));
    }
}

fn ask_to_remove(state: &mut State) {
    if state.is_read_only() {
        state.line = Some(periksa("app-read-only"));
        return;
    }
    let Screen::Officers(screen) = &state.screen else { return };
    let Some(one) = screen.list.get(screen.marked) else { return };
    if one.is_me {
        return crate::app::tell(state, Notice::new(Level::Salah, "store-officer-kept"));
    }
    let (id, name) = (one.id, one.name.clone());
    state.overlays.push(Overlay::Confirm(Confirm::RemoveOfficer { id, name }));
}

/// Yes: the officer is to go.
pub(in crate::app) fn remove(state: &mut State, cx: &mut Cx<'_>, id: [u8; 16], name: Private) {
    if let Screen::Officers(screen) = &mut state.screen {
        screen.doing = Some(Entry::OfficerRemoved { name: name.0 });
        cx.push(Effect::Staff(Box::new(Staff::Remove(id))));
    }
}

fn type_in(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let Screen::Officers(screen) = &mut state.screen else { return };
    let Some(form) = screen.form.as_mut().filter(|form| !form.busy) else { return };
    let last = form.lines.len() - 1;
    match action {
        Action::Edit(edit) => {
            if edit != Edit::Newline && form.lines[form.at].apply(edit) {
                form.problem = None;
            }
        }
        Action::Up | Action::Previous => form.at = form.at.saturating_sub(1),
        Action::Down | Action::Next => step(screen, last),
        Action::Enter if form.at < last => step(screen, last),
        Action::Enter => submit(state, cx),
        Action::Back => screen.form = None,
        _ => {}
    }
}

/// The next line. The keyboard is not handed over with a name that cannot be had.
fn step(screen: &mut Officers, last: usize) {
    let Some(form) = &mut screen.form else { return };
    match name_fault(form, &screen.list) {
        Some(notice) => form.stop(0, notice),
        None => form.at = (form.at + 1).min(last),
    }
}

fn name_fault(form: &Form, list: &[Colleague]) -> Option<Notice> {
    if form.task != Task::Add {
        return None;
    }
    let name = form.name().to_lowercase();
    if name.is_empty() {
        return Some(periksa("setup-empty"));
    }
    let named = list.iter().any(|one| one.name.0.trim().to_lowercase() == name);
    named.then(|| periksa("store-officer-named"))
}

/// The last Enter: names the line that keeps us from going on, or does it.
fn submit(state: &mut State, cx: &mut Cx<'_>) {
    let Screen::Officers(screen) = &mut state.screen else { return };
    let Some(form) = &mut screen.form else { return };
    if let Some(notice) = name_fault(form, &screen.list) {
        return form.stop(0, notice);
    }
    let text = |at: usize| Private(form.lines[at].text().to_owned());
    if form.task == Task::Pin {
        let (pin, same) = (text(0), text(0) == text(1));
        return set_pin(state, &pin, same);
    }
    if form.task == Task::Passphrase && form.lines[0].text().is_empty() {
        return form.stop(0, periksa("setup-empty"));
    }
    if let Some((at, key)) = passphrase_fault(&form.lines[1], &form.lines[2]) {
        let shortest = SHORTEST_PASSPHRASE.to_string();
        return form.stop(1 + at, periksa(key).with("shortest", shortest));
    }
    let (doing, staff) = if form.task == Task::Add {
        let name = form.name().to_owned();
        let staff = Staff::Add { name: Private(name.clone()), passphrase: text(1) };
        (Entry::OfficerAdded { name }, staff)
    } else {
        (Entry::PassphraseChanged {}, Staff::Change { old: text(0), new: text(1) })
    };
    form.busy = true;
    form.problem = None;
    screen.doing = Some(doing);
    cx.push(Effect::Staff(Box::new(staff)));
}

/// A PIN typed twice; nothing twice takes it away.
fn set_pin(state: &mut State, pin: &Private, same: bool) {
    let (Screen::Officers(screen), Some(office)) = (&mut state.screen, &state.office) else {
        return;
    };
    let Some(form) = &mut screen.form else { return };
    let fault = if pin.0.is_empty() { None } else { pin::fault(&pin.0) };
    if let Some(key) = fault {
        form.lines = vec![Editor::default(); 2];
        return form.stop(0, periksa(key));
    }
    if !same {
        form.lines[1] = Editor::default();
        return form.stop(1, periksa("officer-pin-differs"));
    }
    screen.form = None;
    let key = if pin.0.is_empty() {
        state.pins.forget(&office.officer);
        "officer-pin-gone"
    } else {
        state.pins.set(&office.officer, &pin.0);
        "officer-pin-set"
    };
    state.line = Some(Notice::info(key));
}

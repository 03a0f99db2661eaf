//! Which key means what, and where: `keys.toml`, ours and then the user's over it.
//!
//! Turns the terminal's events into messages; never looks at what they lead to.

use super::Chord;
use crate::app::{Action, Mode, Msg, Private, State};
use crate::base::settings::{Reader, in_order};
use ratatui::crossterm::event::{Event, KeyEvent, KeyEventKind, KeyModifiers};
use std::collections::HashMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Most actions in the bottom line.
const BAR: usize = 7;

/// The bindings of one mode, of every mode, or of every mode that types.
#[derive(Debug, Clone, Default)]
struct Table {
    /// In the order written: of several keys the first is shown.
    keys: Vec<(Chord, Option<Action>)>,
    bar: Option<Vec<Action>>,
}

/// An action with all its keys in a mode: a line of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    /// The action.
    pub action: Action,
    /// Its keys; the first is the one to show.
    pub chords: Vec<Chord>,
}

/// All bindings.
#[derive(Debug, Clone)]
pub struct Keymap {
    /// By mode: what each key does, everything laid over one another.
    found: HashMap<(Mode, Chord), Action>,
    listed: HashMap<Mode, Vec<Keys>>,
    bars: HashMap<Mode, Vec<Action>>,
}

/// A file of bindings: tables by name, in their order.
type Tables = Vec<(&'static str, Table)>;

impl Keymap {
    /// Our bindings.
    pub fn built_in() -> Self {
        Self::with_override("").0
    }

    /// Our bindings with the user's `keys.toml` over them, and what could not be used of it, one line
    /// each.
    pub fn with_override(user_toml: &str) -> (Self, Vec<String>) {
        let mut problems = Vec::new();
        let ours = read(include_str!("keys.toml"), &mut problems);
        debug_assert!(problems.is_empty(), "our own keys.toml: {problems:?}");
        let user = read(user_toml, &mut problems);
        let mut map = Self { found: HashMap::new(), listed: HashMap::new(), bars: HashMap::new() };
        for mode in Mode::ALL {
            map.lay(mode, &user, &ours);
        }
        (map, problems)
    }

    fn lay(&mut self, mode: Mode, user: &Tables, ours: &Tables) {
        let names: &[&str] =
            if mode.types() { &[mode.name(), "typing", "all"] } else { &[mode.name(), "all"] };
        let mut listed: Vec<Keys> = Vec::new();
        let mut seen: Vec<Chord> = Vec::new();
        let layers = names.iter().flat_map(|name| [user, ours].map(|tables| (name, tables)));
        let tables: Vec<&Table> = layers
            .filter_map(|(name, tables)| tables.iter().find(|(of, _)| of == name))
            .map(|(_, table)| table)
            .collect();
        for (chord, action) in tables.iter().flat_map(|table| &table.keys) {
            if seen.contains(chord) {
                continue;
            }
            seen.push(*chord);
            let Some(action) = action else { continue };
            self.found.insert((mode, *chord), *action);
            match listed.iter_mut().find(|keys| keys.action == *action) {
                Some(keys) => keys.chords.push(*chord),
                None => listed.push(Keys { action: *action, chords: vec![*chord] }),
            }
        }
        self.listed.insert(mode, listed);
        let bar = tables.iter().find_map(|table| table.bar.clone()).unwrap_or_default();
        self.bars.insert(mode, bar);
    }

    /// What `key` means in the present state. Letters no binding claims are text.
    pub fn message(&self, state: &State, key: KeyEvent) -> Option<Msg> {
        if !matches!(key.kind, KeyEventKind::Press | KeyEventKind::Repeat) {
            return None;
        }
        if let Some(action) = self.action(state.mode(), Chord::of(&key)) {
            return Some(Msg::Action(action));
        }
        let ratatui::crossterm::event::KeyCode::Char(letter) = key.code else { return None };
        let held = key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        // AltGr arrives as Ctrl and Alt together on Windows; the letter is what was meant.
        let alt_gr = held == KeyModifiers::CONTROL | KeyModifiers::ALT;
        (held.is_empty() || alt_gr).then(|| Msg::Text(Private(letter.to_string())))
    }

    /// What an event of the terminal means in the present state.
    pub fn event(&self, state: &State, event: Event) -> Option<Msg> {
        match event {
            Event::Key(key) => self.message(state, key),
            // Where letters are no text, a pasted text would press keys nobody meant.
            Event::Paste(text) => state.mode().types().then_some(Msg::Text(Private(text))),
            Event::Resize(columns, rows) => Some(Msg::Resized(columns, rows)),
            _ => None,
        }
    }

    /// The action of a key in a mode.
    pub fn action(&self, mode: Mode, chord: Chord) -> Option<Action> {
        self.found.get(&(mode, chord)).copied()
    }

    /// The key to show for an action in a mode.
    pub fn key_of(&self, mode: Mode, action: Action) -> Option<Chord> {
        let keys = self.keys(mode).iter().find(|keys| keys.action == action)?;
        keys.chords.first().copied()
    }

    /// Every action with its keys in a mode, its own first.
    pub fn keys(&self, mode: Mode) -> &[Keys] {
        self.listed.get(&mode).map_or(&[], Vec::as_slice)
    }

    /// The actions of the bottom line in a mode, most useful first.
    pub fn bar(&self, mode: Mode) -> &[Action] {
        self.bars.get(&mode).map_or(&[], Vec::as_slice)
    }
}

/// Reads a file of bindings; what cannot be read is a problem and nothing else stops.
fn read(source: &str, problems: &mut Vec<String>) -> Tables {
    let mut reader = Reader { file: "keys.toml", source, problems };
    reader.tables("table", table_names, Reader::key_table)
}

fn table_names() -> impl Iterator<Item = &'static str> {
    ["all", "typing"].into_iter().chain(Mode::ALL.into_iter().map(Mode::name))
}

impl Reader<'_> {
    fn key_table(&mut self, name: &str, source: &DeTable<'_>) -> Table {
        let mut table = Table::default();
        for (key, value) in in_order(source) {
            let at = key.span().start;
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("bind", DeValue::Table(bind)) => {
                    for (key, value) in in_order(bind) {
                        table.keys.extend(self.binding(name, key, value));
                    }
                }
                ("bar", DeValue::Array(actions)) => {
                    let bar = actions
                        .iter()
                        .filter_map(|value| self.action_name(value.span().start, value.get_ref()));
                    let mut bar: Vec<Action> = bar.collect();
                    if bar.len() > BAR {
                        self.problem(at, &format!("`bar` holds at most {BAR} actions"));
                        bar.truncate(BAR);
                    }
                    table.bar = Some(bar);
                }
                ("bind", _) => self.problem(at, "`bind` is not a table"),
                ("bar", _) => self.problem(at, "`bar` is not a list"),
                (other, _) => self.unknown(at, "setting", other, ["bind", "bar"].into_iter()),
            }
        }
        table
    }

    fn binding(
        &mut self,
        table: &str,
        key: &Spanned<std::borrow::Cow<'_, str>>,
        value: &Spanned<DeValue<'_>>,
    ) -> Option<(Chord, Option<Action>)> {
        let at = key.span().start;
        let Some(chord) = Chord::parse(key.get_ref()) else {
            self.problem(at, &format!("`{}` is not a key", key.get_ref()));
            return None;
        };
        let mode = Mode::ALL.into_iter().find(|mode| mode.name() == table);
        // `[all]` reaches the modes that type, so the same holds there.
        let types = mode.is_none_or(Mode::types);
        let is_text = chord
            .letter()
            .is_some_and(|letter| types || (mode == Some(Mode::Pick) && letter.is_alphanumeric()));
        if is_text {
            let what = format!("`{}` is text in `{table}` and cannot be a command", key.get_ref());
            self.problem(at, &what);
            return None;
        }
        if value.get_ref().as_str() == Some("none") {
            return Some((chord, None));
        }
        self.action_name(value.span().start, value.get_ref()).map(|action| (chord, Some(action)))
    }

    fn action_name(&mut self, at: usize, value: &DeValue<'_>) -> Option<Action> {
        let Some(name) = value.as_str() else {
            self.problem(at, "an action is written in quotes");
            return None;
        };
        let action = Action::from_name(name);
        if action.is_none() {
            self.unknown(at, "action", name, Action::TABLE.iter().map(|(_, name)| *name));
        }
        action
    }
}

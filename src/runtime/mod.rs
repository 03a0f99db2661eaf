//! The program at work: threads, clock, terminal. Turns events into messages, performs effects, draws.
//!
//! Never decides: what a key means is the keymap's affair, what follows from it is `app::update`'s.

#[cfg_attr(not(windows), allow(dead_code, reason = "other terminals tell a paste by themselves"))]
mod breath;
mod clipboard;
mod clock;
pub mod demo;
mod desk;
#[cfg_attr(not(windows), allow(dead_code, reason = "other terminals have the signs"))]
mod glyphs;
mod hours;
mod keep;
mod light;
mod packs;
pub mod print;
pub mod printer;
mod reference;
mod signals;
mod speech;
pub mod staff;
mod template;
mod terminal;
mod text_file;
mod worker;

pub use clock::{Clock, now_ms, seed};
pub use desk::{Desk, notice_of};
pub use hours::office_hours;
pub use keep::{Keeping, keep, keep_records, office_typing, records};
pub use light::light_settings;
pub use packs::{Packs, pack_folders, read_folder, trouble_sources};
pub use reference::{install, previous_packs, reference, reference_notices};
pub(crate) use template::notice_of_fault;
pub use template::template;
use text_file::settings;
pub use text_file::{read_text, shown_path};

use crate::app::screens::{setup::Setup, unlock::Unlock};
use crate::app::{self, Effect, Env, Msg, Notice, Screen, State};
use crate::ident::Level;
use crate::store::{self, Access, Kdf, Probe, StoreError};
use crate::text::{Catalog, Lang};
use crate::tui::{self, Keymap, Look, Theme};
use clipboard::{Clipboard, Surroundings, Ways};
use ratatui::crossterm::event::Event;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;
use terminal::Taken;

/// How the program is started.
#[derive(Debug, Clone)]
pub struct Options {
    /// The data folder.
    pub data: PathBuf,
    /// Language of the interface.
    pub lang: Lang,
    /// Opens a throw-away office with invented applicants.
    pub demo: bool,
    /// Opens for reading only.
    pub read_only: bool,
    /// Uses no network at all.
    pub offline: bool,
}

/// What reaches the loop.
pub(crate) enum Incoming {
    /// From the terminal.
    Terminal(Event),
    /// From a worker or a signal.
    Msg(Msg),
    /// Passphrases are stretched: the store can do its part.
    Errand(Box<Result<staff::Errand, StoreError>>),
}

/// Runs the program until the officer leaves it.
///
/// Errors: what keeps it from starting at all, as a message with its next step.
pub fn start(options: Options) -> Result<(), Notice> {
    let clock = Clock::system();
    let (to_loop, incoming) = channel();
    let demo = options.demo.then(demo::folder).transpose()?;
    let data = demo.as_ref().map_or(options.data, |folder| folder.path().to_owned());
    let kdf = if demo.is_some() { Kdf::fast_for_tests() } else { Kdf::default() };
    let mut desk = Desk::new(data.clone(), kdf, options.lang, to_loop.clone());
    desk.looks_out = demo.is_none() && !options.offline;
    let first = if demo.is_some() {
        let store = demo::fill(&data, clock.env())?;
        let opened = desk.unlocked(store, None, &clock.env());
        (Screen::Unlock(Unlock::default()), Some(opened))
    } else {
        (first_screen(&data, &mut desk, options.read_only)?, None)
    };
    let mut session = Session::new(options.lang, &data, first.0, desk, clock)?;
    signals::watch(to_loop.clone()).map_err(terminal_failed)?;
    read_terminal(to_loop).map_err(terminal_failed)?;
    session.told.extend(first.1);
    session.run(&incoming).map_err(terminal_failed)
}

/// Walks one new case of a pack in a throw-away office; nothing of it is kept. `from`: the folder of a
/// pack that is not installed; packs beside it and those of `data` can be stood on.
///
/// Errors: what keeps it from starting at all, as a message with its next step.
pub fn preview(data: &Path, lang: Lang, pack: &str, from: Option<&Path>) -> Result<(), Notice> {
    let clock = Clock::system();
    let (to_loop, incoming) = channel();
    let folder = demo::folder()?;
    let kdf = Kdf::fast_for_tests();
    let store = demo::for_preview(folder.path(), data, from, clock.env())?;
    let mut desk = Desk::new(folder.path().to_owned(), kdf, lang, to_loop.clone());
    let opened = desk.unlocked(store, None, &clock.env());
    let first = Screen::Unlock(Unlock::default());
    let mut session = Session::new(lang, folder.path(), first, desk, clock)?;
    signals::watch(to_loop.clone()).map_err(terminal_failed)?;
    read_terminal(to_loop).map_err(terminal_failed)?;
    session.told.push_back(opened);
    session.settle();
    session.perform(Effect::LoadForm(pack.to_owned()), clock.env());
    session.run(&incoming).map_err(terminal_failed)
}

#[expect(clippy::needless_pass_by_value, reason = "what `map_err` gives")]
fn terminal_failed(error: std::io::Error) -> Notice {
    let is_old = error.kind() == std::io::ErrorKind::Unsupported;
    Notice::new(Level::Salah, if is_old { "app-old-console" } else { "app-no-terminal" })
}

/// Which screen a start begins with.
fn first_screen(data: &Path, desk: &mut Desk, read_only: bool) -> Result<Screen, Notice> {
    let told = |error: StoreError| notice_of(&error);
    let (office, counter) = match store::probe(data).map_err(told)? {
        Probe::Missing => return Ok(Screen::Setup(Setup::default())),
        Probe::Newer { found, known } => {
            return Err(notice_of(&StoreError::Newer { found, known }));
        }
        Probe::NotOurs => return Err(notice_of(&StoreError::NotALoketFile)),
        Probe::Ready { office, counter } => (office, counter),
    };
    let access = if read_only { Access::ReadOnly } else { Access::Write };
    let occupied = match desk.open(access) {
        Ok(_) => false,
        Err(StoreError::AlreadyOpen) => true,
        Err(error) => return Err(notice_of(&error)),
    };
    Ok(Screen::Unlock(Unlock { office, counter, read_only, occupied, ..Unlock::default() }))
}

/// Reads the terminal on a thread of its own; its end is the end of the program.
fn read_terminal(to: Sender<Incoming>) -> std::io::Result<()> {
    std::thread::Builder::new().name("keys".into()).spawn(move || {
        #[cfg(windows)]
        let mut down = breath::Down::default();
        loop {
            #[cfg(windows)]
            let events = breath::read(&mut down);
            #[cfg(not(windows))]
            let events = ratatui::crossterm::event::read().map(|event| [event]);
            let Ok(events) = events else {
                let _ = to.send(Incoming::Msg(Msg::Terminate));
                return;
            };
            for event in events {
                if to.send(Incoming::Terminal(event)).is_err() {
                    return;
                }
            }
        }
    })?;
    Ok(())
}

/// The running program.
struct Session {
    state: State,
    words: Catalog,
    look: Look,
    desk: Desk,
    clipboard: Clipboard,
    clock: Clock,
    terminal: Taken,
    /// What reads aloud; looked for once the first frame of an open office stands.
    speech: Option<speech::Speech>,
    /// The newest typing not yet written: of one field only the last of a batch counts.
    typing: Option<Effect>,
    told: VecDeque<Msg>,
    leaving: bool,
    /// Something drawn may have changed since the last frame.
    changed: bool,
}

impl Session {
    fn new(
        lang: Lang,
        data: &Path,
        screen: Screen,
        desk: Desk,
        clock: Clock,
    ) -> Result<Self, Notice> {
        let (look, mut problems) = look(data);
        let (ways, more) = Ways::with_override(&settings(data, "clipboard.toml"));
        problems.extend(more);
        let clipboard = Clipboard::new(ways, Surroundings::system(), desk.answers());
        let mut terminal = Taken::take().map_err(terminal_failed)?;
        let mut state = State::new(screen, lang, terminal.size(), seed());
        state.last_key_ms = clock.env().now_ms;
        let words = words(lang, data);
        let mut told = VecDeque::new();
        if let Some(first) = problems.first() {
            let notice = Notice::new(Level::Salah, "app-settings-broken").with("problem", first);
            told.push_back(Msg::Told(notice));
        }
        let (typing, speech, leaving, changed) = (None, None, false, true);
        Ok(Self {
            state,
            words,
            look,
            desk,
            clipboard,
            clock,
            terminal,
            speech,
            typing,
            told,
            leaving,
            changed,
        })
    }

    fn run(&mut self, incoming: &Receiver<Incoming>) -> std::io::Result<()> {
        loop {
            self.settle();
            if self.leaving {
                self.clipboard.finish();
                return Ok(());
            }
            if self.changed {
                self.draw();
            }
            let env = self.clock.env();
            let wait = (self.state.deadline(&env) - env.now_ms).max(0) as u64;
            match incoming.recv_timeout(Duration::from_millis(wait)) {
                Ok(first) => {
                    self.take(first);
                    // A paste without brackets and a held key come as a flood: one frame for all.
                    while let Ok(next) = incoming.try_recv() {
                        self.take(next);
                    }
                }
                Err(RecvTimeoutError::Timeout) => self.told.push_back(Msg::Tick),
                Err(RecvTimeoutError::Disconnected) => self.told.push_back(Msg::Terminate),
            }
        }
    }

    fn take(&mut self, incoming: Incoming) {
        let msg = match incoming {
            Incoming::Msg(msg) => Some(msg),
            Incoming::Errand(errand) => self.desk.staff(*errand),
            Incoming::Terminal(event) => {
                let event = match event {
                    Event::Resize(columns, rows) => self.terminal.resized(columns, rows),
                    event => event,
                };
                self.look.keymap.event(&self.state, event)
            }
        };
        if let Some(msg) = msg {
            self.update(msg);
        }
    }

    fn update(&mut self, msg: Msg) {
        let env = self.clock.env();
        for effect in app::update(&mut self.state, &env, msg) {
            self.perform(effect, env);
        }
        self.changed |= !self.state.still;
    }

    /// Performs what has an order: typing waits for the end of the batch unless something else is
    /// written first.
    fn perform(&mut self, effect: Effect, env: Env) {
        if self.typing.as_ref().is_some_and(|typing| !effect.replaces(typing)) {
            self.write_typing(&env);
        }
        match effect {
            Effect::Journal { .. } => self.typing = Some(effect),
            Effect::Quit => self.leaving = true,
            Effect::Copy(text) => {
                let by_terminal = self.clipboard.by_terminal();
                let terminal = by_terminal && self.terminal.copy(&text.0).is_ok();
                self.told.extend(self.clipboard.copy(text, terminal));
            }
            Effect::ForgetCopied => {
                if self.clipboard.by_terminal() {
                    let _ = self.terminal.copy("");
                }
                self.clipboard.forget();
            }
            Effect::CopyTidings { tidings, link } => {
                let text = crate::report::call::message(&tidings, &self.words);
                let text = if link { crate::report::call::link(&tidings, &text) } else { text };
                self.perform(Effect::Copy(crate::app::Private(text)), env);
            }
            Effect::Say(said) => {
                if let Some(speech) = &self.speech {
                    speech.say(&said, &self.words);
                }
            }
            Effect::Hush => {
                if let Some(speech) = &self.speech {
                    speech.hush();
                }
            }
            slow if slow.is_slow() => {
                self.draw();
                self.told.extend(self.desk.perform(slow, &env));
            }
            Effect::Language(lang) => {
                self.words = words(lang, self.desk.data());
                self.desk.perform(effect, &env);
            }
            quick => self.told.extend(self.desk.perform(quick, &env)),
        }
    }

    fn write_typing(&mut self, env: &Env) {
        if let Some(typing) = self.typing.take() {
            self.told.extend(self.desk.perform(typing, env));
        }
    }

    /// Everything written and every answer heard, before the next frame.
    fn settle(&mut self) {
        loop {
            self.write_typing(&self.clock.env());
            match self.told.pop_front() {
                Some(msg) => self.update(msg),
                None => return,
            }
        }
    }

    fn draw(&mut self) {
        self.changed = false;
        let env = self.clock.env();
        let Self { state, words, look, terminal, .. } = self;
        // A terminal that is gone is noticed by the reader; the work is kept all the same.
        let _ = terminal.draw(|frame| tui::view(state, &env, words, look, frame));
        if self.speech.is_none() && self.state.office.is_some() {
            // Without a thread nothing is read aloud, and nothing is offered.
            self.speech = speech::Speech::start(self.desk.data(), self.desk.answers()).ok();
        }
    }
}

/// Keys and colours: ours, with the office's `keys.toml` and `theme.toml` over them.
fn look(data: &Path) -> (Look, Vec<String>) {
    let (keymap, mut problems) = Keymap::with_override(&settings(data, "keys.toml"));
    let (theme, more) = if no_colour() {
        (Theme::mono(), Vec::new())
    } else {
        Theme::with_override(&settings(data, "theme.toml"))
    };
    problems.extend(more);
    problems.extend(printer::Printers::with_override(&settings(data, print::SETTINGS)).1);
    (Look { theme, keymap }, problems)
}

/// Words: ours, with the office's `words.<lang>.ftl` over them.
fn words(lang: Lang, data: &Path) -> Catalog {
    let own = read_text(&data.join(format!("words.{}.ftl", lang.code()))).ok();
    Catalog::with_override(lang, own.as_deref()).0
}

/// <https://no-color.org>: set and not empty.
#[expect(clippy::disallowed_methods, reason = "the terminal's settings come in here")]
fn no_colour() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// The moment, for callers outside the loop.
pub fn env() -> Env {
    Clock::system().env()
}

/// The bytes of a small record.
fn to_bytes(value: &impl serde::Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("strings and numbers always have a JSON form")
}

//! The whole program without a terminal: real keys through the real keymap, the real store on real
//! files, the real picture on a screen of letters. Time stands still unless a journey lets it pass.
//!
//! Keys are written as in helix: letters are themselves, the rest stands in brackets (`<ret>`,
//! `<s-tab>`, `<c-z>`, `<f1>`, `<pgdn>`, `<space>`, `<lt>`).

mod notation;
mod perform;

use loket::app::screens::{setup::Setup, unlock::Unlock};
use loket::app::{self, Env, Msg, Open, Reached, Screen, State};
use loket::case::Minter;
use loket::case::import::{DraftFile, import_case};
use loket::form::Path as Question;
use loket::runtime::{Desk, Keeping, Packs, keep};
use loket::store::{self, Access, Kdf, Probe, Store, StoreError};
use loket::text::{Catalog, Lang};
use loket::tui::{self, Keymap, Look, Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::Event as Input;
use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use tempfile::TempDir;
use unicode_width::UnicodeWidthStr as _;

pub(crate) const PASSPHRASE: &str = "kopi pahit di loket tiga";
/// Monday, 23 November 2026, 09:13:20 in Dumai.
pub(crate) const NOW: i64 = 1_795_400_000_000;
const WIB: i32 = 25_200;

/// How the disk answers.
#[derive(Debug, PartialEq, Eq)]
enum Disk {
    /// A barrier is answered at once.
    Answers,
    /// Barriers wait until they are let go.
    Holds,
    /// Nothing can be written: no room.
    Full,
}

/// A program at work.
pub(crate) struct Journey {
    pub(crate) state: State,
    pub(crate) env: Env,
    /// What was put on the clipboard, in order.
    pub(crate) copied: Vec<String>,
    /// Where what is copied comes to.
    pub(crate) clipboard: Reached,
    /// How often it was taken off the clipboard again.
    pub(crate) forgotten: usize,
    /// Keys pressed so far, over kills too.
    pub(crate) pressed: usize,
    /// Time that each key takes, ms; nothing unless a journey says so.
    pub(crate) pace_ms: i64,
    /// The program has left by itself.
    pub(crate) left: bool,
    folder: Rc<TempDir>,
    starts: u8,
    desk: Desk,
    words: Catalog,
    look: Look,
    disk: Disk,
    held: Vec<u64>,
    terminal: Terminal<TestBackend>,
}

/// The text of an applicant of `fixtures/applicants`.
pub(crate) fn applicant(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/applicants");
    fs::read_to_string(folder.join(format!("{name}.json"))).expect("the applicant is there")
}

impl Journey {
    /// An office at its queues, with no case yet.
    pub(crate) fn new() -> Self {
        Self::with_applicants(&[])
    }

    /// An office with cases from `fixtures/applicants`, the first one the newest.
    pub(crate) fn with_applicants(names: &[&str]) -> Self {
        let ago = |number: usize| (number as i64) * 19 * 3_600_000 + 240_000;
        let drafts: Vec<(String, i64)> = names
            .iter()
            .enumerate()
            .map(|(number, name)| (applicant(name), NOW - ago(number)))
            .collect();
        Self::with_drafts(&drafts, &[], NOW)
    }

    /// An office with these cases and when each was written, the newest first; with more officers and their
    /// passphrases. It is `now_ms`.
    pub(crate) fn with_drafts(
        drafts: &[(String, i64)],
        officers: &[(&str, &str)],
        now_ms: i64,
    ) -> Self {
        let folder = Rc::new(tempfile::tempdir().expect("a temporary folder"));
        let office = store::NewOffice {
            office: "DPMPTSP Kota Contoh",
            counter: "Loket 2",
            officer: "Rina",
            passphrase: PASSPHRASE,
            kdf: Kdf::fast_for_tests(),
        };
        let (mut store, _) = Store::create(folder.path(), &office, NOW - 900_000_000).unwrap();
        let mut packs = Packs::new(folder.path());
        let mut minter = Minter::new([3; 32]);
        for (name, passphrase) in officers {
            store.add_officer(name, passphrase).expect("it is added");
        }
        let env = Env { now_ms, offset_s: WIB };
        for (text, at_ms) in drafts.iter().rev() {
            let (at_ms, today) = (*at_ms, env.day_of(*at_ms));
            for draft in DraftFile::read(text).expect("the applicant is read") {
                let form = packs.form(&draft.pack, today).expect("the pack opens");
                let (case, events, summary, tags) =
                    import_case(&form, &draft, &mut minter, "Rina", at_ms, today)
                        .expect("the applicant is taken in");
                let keeping =
                    Keeping { summary: &summary, tags: &tags, fields: &[], now_ms: at_ms };
                keep(&mut store, case, &events, &keeping).unwrap();
            }
        }
        drop(store);
        wait_for_the_lock(folder.path());
        let mut journey = Self::start(folder, 1);
        journey.set_clock(now_ms);
        journey.unlock();
        journey
    }

    /// A very first start, on an empty folder.
    pub(crate) fn first_start() -> Self {
        Self::start(Rc::new(tempfile::tempdir().expect("a temporary folder")), 1)
    }

    /// A second copy on the same folder, at its first screen.
    pub(crate) fn beside(&self) -> Self {
        Self::start(Rc::clone(&self.folder), 99)
    }

    fn start(folder: Rc<TempDir>, starts: u8) -> Self {
        let data = folder.path();
        let mut desk = Desk::alone(data, Kdf::fast_for_tests(), Lang::Id);
        let screen = match store::probe(data).expect("the folder is read") {
            Probe::Ready { office, counter } => {
                let occupied = match desk.open(Access::Write) {
                    Ok(_) => false,
                    Err(StoreError::AlreadyOpen) => true,
                    Err(error) => panic!("the office does not open: {error}"),
                };
                Screen::Unlock(Unlock { office, counter, occupied, ..Unlock::default() })
            }
            _ => Screen::Setup(Setup::default()),
        };
        // Ids come from the seed: two starts must not mint the same.
        let state = State::new(screen, Lang::Id, (80, 24), [starts; 32]);
        let mut journey = Self {
            state,
            env: Env { now_ms: NOW, offset_s: WIB },
            copied: Vec::new(),
            clipboard: Reached::Clipboard,
            forgotten: 0,
            pressed: 0,
            pace_ms: 0,
            left: false,
            folder,
            starts,
            desk,
            words: Catalog::built_in(Lang::Id),
            look: Look { theme: Theme::built_in(), keymap: Keymap::built_in() },
            disk: Disk::Answers,
            held: Vec::new(),
            terminal: Terminal::new(TestBackend::new(80, 24)).expect("a screen of letters"),
        };
        journey.state.last_key_ms = NOW;
        journey
    }

    fn set_clock(&mut self, now_ms: i64) {
        self.env.now_ms = now_ms;
        self.state.last_key_ms = now_ms;
    }

    /// Types the passphrase on the unlock screen.
    #[track_caller]
    pub(crate) fn unlock(&mut self) -> &mut Self {
        self.unlock_as(PASSPHRASE)
    }

    /// Types another officer's passphrase there.
    #[track_caller]
    pub(crate) fn unlock_as(&mut self, passphrase: &str) -> &mut Self {
        self.keys(passphrase).keys("<ret>");
        assert!(self.state.office.is_some(), "it opens:\n{}", self.screen());
        self
    }

    /// Offers the whole catalogue. Without this there is one service, so that a new case begins with one
    /// key.
    pub(crate) fn with_catalogue(&mut self) -> &mut Self {
        let packs = self.desk.packs().titles().0;
        self.state.office.as_mut().expect("unlocked").packs = packs;
        self
    }

    /// Pulls the plug: everything is dropped as it stands, nothing is closed, and the same folder is
    /// started anew, up to the unlock screen.
    pub(crate) fn killed(self) -> Self {
        let Self { folder, starts, env, desk, state, .. } = self;
        let (pressed, pace_ms) = (self.pressed, self.pace_ms);
        drop(state);
        let kept: Vec<(PathBuf, Vec<u8>)> = ["loket.db", "loket.db-wal"]
            .map(|name| folder.path().join(name))
            .into_iter()
            .filter_map(|path| Some((path.clone(), fs::read(path).ok()?)))
            .collect();
        // Closing tidies the folder as no killed program does: it is put back as it was.
        drop(desk);
        wait_for_the_lock(folder.path());
        for name in ["loket.db", "loket.db-wal", "loket.db-shm"] {
            let _ = fs::remove_file(folder.path().join(name));
        }
        for (path, bytes) in kept {
            fs::write(path, bytes).expect("the folder is writable");
        }
        let mut next = Self::start(folder, starts + 1);
        next.set_clock(env.now_ms);
        (next.pressed, next.pace_ms) = (pressed, pace_ms);
        next
    }

    /// The data folder.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The store, for looking behind the screen.
    pub(crate) fn store(&self) -> &Store {
        self.desk.store().expect("unlocked")
    }

    /// The open case.
    #[track_caller]
    pub(crate) fn open(&self) -> &Open {
        self.state.open.as_ref().expect("a case is open")
    }

    /// What was answered to a question.
    #[track_caller]
    pub(crate) fn raw(&self, path: &str) -> &str {
        self.open().case.answers.raw(&Question::new(path))
    }

    /// The open question.
    #[track_caller]
    pub(crate) fn path(&self) -> &str {
        match &self.state.screen {
            Screen::Fill(fill) => fill.path.as_str(),
            other => panic!("no question is open but {other:?}"),
        }
    }

    /// Text and cursor of the open question.
    #[track_caller]
    pub(crate) fn typing(&self) -> (&str, usize) {
        match &self.state.screen {
            Screen::Fill(fill) => (fill.editor.text(), fill.editor.cursor()),
            other => panic!("no question is open but {other:?}"),
        }
    }

    /// Presses keys.
    #[track_caller]
    pub(crate) fn keys(&mut self, notation: &str) -> &mut Self {
        for key in notation::parse(notation) {
            self.input(Input::Key(key));
            self.pressed += 1;
            if self.pace_ms > 0 {
                self.later(self.pace_ms);
            }
        }
        self
    }

    /// Steps on with Tab until that question is open.
    #[track_caller]
    pub(crate) fn tab_to(&mut self, path: &str) -> &mut Self {
        for _ in 0..200 {
            if self.path() == path {
                return self;
            }
            self.keys("<tab>");
        }
        panic!("{path} is not on the way:\n{}", self.screen());
    }

    /// Pastes a text.
    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.input(Input::Paste(text.to_owned()))
    }

    /// Changes the size of the window.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.terminal.backend_mut().resize(columns, rows);
        self.input(Input::Resize(columns, rows))
    }

    /// Lets time pass, with the ticks the program asks for.
    pub(crate) fn later(&mut self, ms: i64) -> &mut Self {
        let end = self.env.now_ms + ms;
        loop {
            let due = self.state.deadline(&self.env).max(self.env.now_ms + 1);
            if due > end {
                self.env.now_ms = end;
                return self;
            }
            self.env.now_ms = due;
            self.tell(Msg::Tick);
        }
    }

    /// From now on the disk keeps us waiting.
    pub(crate) fn hold_disk(&mut self) -> &mut Self {
        self.disk = Disk::Holds;
        self
    }

    /// The disk answers everything it was asked, and at once from now on.
    pub(crate) fn let_disk_go(&mut self) -> &mut Self {
        self.disk = Disk::Answers;
        for ticket in std::mem::take(&mut self.held) {
            self.tell(Msg::Synced { ticket });
        }
        self
    }

    /// From now on there is no room for anything.
    pub(crate) fn fill_disk(&mut self) -> &mut Self {
        self.disk = Disk::Full;
        self
    }

    /// There is room again.
    pub(crate) fn empty_disk(&mut self) -> &mut Self {
        self.disk = Disk::Answers;
        self
    }

    /// Draws without colours from now on.
    pub(crate) fn without_colour(&mut self) -> &mut Self {
        self.look.theme = Theme::mono();
        self
    }

    /// The screen as text.
    pub(crate) fn screen(&mut self) -> String {
        text_of(self.picture())
    }

    /// The screen with its styles.
    pub(crate) fn picture(&mut self) -> &Buffer {
        let Self { state, env, words, look, terminal, .. } = self;
        terminal.draw(|frame| tui::view(state, env, words, look, frame)).expect("it draws");
        terminal.backend().buffer()
    }

    /// Asserts that a text stands on the screen.
    #[track_caller]
    pub(crate) fn sees(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.contains(text), "`{text}` is not on the screen:\n{screen}");
        self
    }

    /// Asserts that a text does not stand on the screen.
    #[track_caller]
    pub(crate) fn sees_no(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!screen.contains(text), "`{text}` is on the screen:\n{screen}");
        self
    }

    fn input(&mut self, input: Input) -> &mut Self {
        if let Some(msg) = self.look.keymap.event(&self.state, input) {
            self.tell(msg);
            // What the loop does when no further key is there: the form catches up with the letter.
            if self.state.deadline(&self.env) <= self.env.now_ms {
                self.tell(Msg::Tick);
            }
        }
        self
    }

    /// Gives the program a message and does what it asks, until nothing is left to say.
    pub(crate) fn tell(&mut self, msg: Msg) -> &mut Self {
        let mut told = VecDeque::from([msg]);
        while let Some(msg) = told.pop_front() {
            for effect in app::update(&mut self.state, &self.env, msg) {
                told.extend(self.perform(effect));
            }
        }
        self
    }
}

/// Waits until nobody holds the folder's lock. A program that another test starts holds it too, from its
/// fork to its exec.
fn wait_for_the_lock(folder: &Path) {
    let lock = fs::File::open(folder.join(store::LOCK_FILE)).expect("the lock is there");
    for _ in 0..5_000 {
        if lock.try_lock().is_ok() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    panic!("somebody keeps the lock");
}

/// The letters of a screen, line by line, without the spaces at the end.
pub(crate) fn text_of(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += (symbol.width() as u16).max(1);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

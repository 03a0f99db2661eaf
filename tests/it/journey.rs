//! The whole program without a terminal: real keys through the real keymap, the real store on real
//! files, the real picture on a screen of letters. Time stands still unless a journey lets it pass.
//!
//! Keys are written as in helix: letters are themselves, the rest stands in brackets (`<ret>`,
//! `<s-tab>`, `<c-z>`, `<f1>`, `<pgdn>`, `<space>`, `<lt>`).

use loket::app::screens::{setup::Setup, unlock::Unlock};
use loket::app::{
    self, Effect, Env, Field, LoadedCase, Msg, Notice, Open, Place, Private, Screen, State, Typing,
    Unlocked,
};
use loket::case::import::{DraftFile, import_case};
use loket::case::{Case, CaseId, Event, Minter, Summary};
use loket::form::Path as Question;
use loket::ident::Level;
use loket::runtime::Packs;
use loket::store::{
    self, Access, Append, Barrier, Kdf, Locked, Probe, RecoveryKey, Store, StoreError,
};
use loket::text::{Catalog, Lang};
use loket::tui::{self, Keymap, Look, Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{Event as Input, KeyCode, KeyEvent, KeyModifiers};
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
    /// The program has left by itself.
    pub(crate) left: bool,
    folder: Rc<TempDir>,
    starts: u8,
    locked: Option<Locked>,
    store: Option<Store>,
    barrier: Option<Barrier>,
    packs: Packs,
    words: Catalog,
    look: Look,
    disk: Disk,
    held: Vec<u64>,
    terminal: Terminal<TestBackend>,
}

fn notice_of(error: &StoreError) -> Notice {
    let notice = Notice::new(Level::Salah, error.key());
    error.args().into_iter().fold(notice, |notice, (name, value)| notice.with(name, value))
}

fn to_bytes(value: &impl serde::Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("it has a JSON form")
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
        let env = Env { now_ms: NOW, offset_s: WIB };
        for (number, name) in names.iter().enumerate().rev() {
            let at_ms = NOW - (number as i64) * 19 * 3_600_000 - 240_000;
            let today = env.day_of(at_ms);
            for draft in DraftFile::read(&applicant(name)).expect("the applicant is read") {
                let form = packs.form(&draft.pack, today).expect("the pack opens");
                let (case, events, summary, tags) =
                    import_case(&form, &draft, &mut minter, "Rina", at_ms, today)
                        .expect("the applicant is taken in");
                let payloads: Vec<Vec<u8>> = events.iter().map(Event::to_payload).collect();
                let ids: Vec<_> = events.iter().map(|event| event.id).collect();
                let summary = to_bytes(&summary);
                let with = Append {
                    now_ms: at_ms,
                    summary: Some(&summary),
                    clear_journal: &[],
                    tags: &tags,
                    ids: Some(&ids),
                };
                store.append(case, &payloads, with).unwrap();
            }
        }
        drop(store);
        let mut journey = Self::start(folder, 1);
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
        let mut locked = None;
        let screen = match store::probe(data).expect("the folder is read") {
            Probe::Ready { office, counter } => {
                let occupied = match Locked::open(data, Access::Write) {
                    Ok(open) => {
                        locked = Some(open);
                        false
                    }
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
            left: false,
            packs: Packs::new(data),
            folder,
            starts,
            locked,
            store: None,
            barrier: None,
            words: Catalog::built_in(Lang::Id),
            look: Look { theme: Theme::built_in(), keymap: Keymap::built_in() },
            disk: Disk::Answers,
            held: Vec::new(),
            terminal: Terminal::new(TestBackend::new(80, 24)).expect("a screen of letters"),
        };
        journey.state.last_key_ms = NOW;
        journey
    }

    /// Types the passphrase on the unlock screen.
    #[track_caller]
    pub(crate) fn unlock(&mut self) -> &mut Self {
        self.keys(PASSPHRASE).keys("<ret>");
        assert!(self.state.office.is_some(), "it opens:\n{}", self.screen());
        self
    }

    /// Pulls the plug: everything is dropped as it stands, nothing is closed, and the same folder is
    /// started anew, up to the unlock screen.
    pub(crate) fn killed(self) -> Self {
        let Self { folder, starts, env, store, locked, barrier, state, .. } = self;
        drop(state);
        let kept: Vec<(PathBuf, Vec<u8>)> = ["loket.db", "loket.db-wal"]
            .map(|name| folder.path().join(name))
            .into_iter()
            .filter_map(|path| Some((path.clone(), fs::read(path).ok()?)))
            .collect();
        // Closing tidies the folder as no killed program does: it is put back as it was.
        drop((store, locked, barrier));
        for name in ["loket.db", "loket.db-wal", "loket.db-shm"] {
            let _ = fs::remove_file(folder.path().join(name));
        }
        for (path, bytes) in kept {
            fs::write(path, bytes).expect("the folder is writable");
        }
        let mut next = Self::start(folder, starts + 1);
        next.env = env;
        next.state.last_key_ms = env.now_ms;
        next
    }

    /// The data folder.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The store, for looking behind the screen.
    pub(crate) fn store(&self) -> &Store {
        self.store.as_ref().expect("unlocked")
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
        for key in parse(notation) {
            self.input(Input::Key(key));
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

    fn perform(&mut self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Journal { case, field, typing } => {
                let done =
                    self.write(|store, _| store.journal_put(case, &field, &to_bytes(&typing)));
                refused(done, || Effect::Journal { case, field, typing })
            }
            Effect::Append { case, events, summary, fields, tags } => {
                let done = self.write(|store, env| {
                    append(store, env, case, &events, &summary, &fields, &tags)
                });
                refused(done, || Effect::Append { case, events, summary, fields, tags })
            }
            Effect::Place(place) => {
                let _ = self.write(|store, _| store.place_put(&to_bytes(&place)));
                None
            }
            Effect::Barrier { ticket } => match self.disk {
                Disk::Holds => {
                    self.held.push(ticket);
                    None
                }
                _ => Some(match self.barrier.as_mut().map_or(Ok(()), Barrier::sync) {
                    Ok(()) => Msg::Synced { ticket },
                    Err(error) => Msg::SyncFailed(notice_of(&error.into())),
                }),
            },
            Effect::Housekeep => {
                let ran = self.store().housekeeper(0).run();
                ran.err().map(|error| Msg::Told(notice_of(&error)))
            }
            Effect::Create(new) => Some(self.create(&new)),
            Effect::Unlock(secret) => {
                let locked = self.locked.take().expect("there is something to unlock");
                let by_recovery = RecoveryKey::parse(&secret.0).is_ok();
                let opened = if by_recovery {
                    locked.unlock_with_recovery(&secret.0)
                } else {
                    locked.unlock(&secret.0)
                };
                Some(match opened {
                    Ok(store) if by_recovery => {
                        let (office, counter) =
                            (store.office().to_owned(), store.counter().to_owned());
                        self.store = Some(store);
                        Msg::Recovered { office, counter }
                    }
                    Ok(store) => self.unlocked(store, None),
                    Err((locked, error)) => {
                        self.locked = Some(locked);
                        Msg::UnlockFailed(notice_of(&error))
                    }
                })
            }
            Effect::AddOfficer(new) => {
                let mut store = self.store.take().expect("opened by the recovery key");
                store.add_officer(&new.officer, &new.passphrase.0).expect("it is added");
                let recovery = store.renew_recovery().expect("a new key");
                drop(store);
                let locked = Locked::open(self.folder.path(), Access::Write).expect("it opens");
                let store = locked.unlock(&new.passphrase.0).map_err(|(_, error)| error);
                Some(self.unlocked(store.expect("the new passphrase opens"), Some(&recovery)))
            }
            Effect::OpenReadOnly => {
                let open = Locked::open(self.folder.path(), Access::ReadOnly);
                self.locked = Some(open.expect("reading is always possible"));
                None
            }
            Effect::CheckPassphrase(secret) => {
                Some(Msg::PassphraseChecked(self.store().check_passphrase(&secret.0)))
            }
            Effect::LoadCase(case) => Some(Msg::CaseLoaded(Box::new(self.load(case)))),
            Effect::LoadForm(id) => {
                let form = self.packs.form(&id, self.env.today()).expect("the pack opens");
                Some(Msg::FormLoaded(form))
            }
            Effect::FindSame { case, kind, value } => {
                let mut others = self.store().find(kind, &value.0);
                others.retain(|other| *other != case);
                Some(Msg::Same { case, others })
            }
            Effect::Copy(text) => {
                self.copied.push(text.0);
                None
            }
            Effect::SaveReceipt(receipt) => {
                let folder = self.folder.path().join("cetak");
                fs::create_dir_all(&folder).expect("the folder is writable");
                let name = format!("tanda-terima-{}-{}.txt", receipt.code, receipt.copies + 1);
                let paper = loket::report::receipt::text(&receipt, &self.words, 64);
                fs::write(folder.join(&name), paper).expect("the folder is writable");
                // The folder is another one at every run; a picture must not change with it.
                let file = format!("cetak/{name}");
                Some(Msg::Told(Notice::info("app-receipt-saved").with("file", file)))
            }
            Effect::Language(lang) => {
                self.words = Catalog::built_in(lang);
                None
            }
            Effect::Quit => {
                self.left = true;
                None
            }
        }
    }

    fn write(
        &mut self,
        write: impl FnOnce(&mut Store, &Env) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        if self.disk == Disk::Full {
            return Err(StoreError::DiskFull);
        }
        write(self.store.as_mut().expect("unlocked"), &self.env)
    }

    fn create(&mut self, new: &app::NewOffice) -> Msg {
        let office = store::NewOffice {
            office: &new.office,
            counter: &new.counter,
            officer: &new.officer,
            passphrase: &new.passphrase.0,
            kdf: Kdf::fast_for_tests(),
        };
        let (store, recovery) = Store::create(self.folder.path(), &office, self.env.now_ms)
            .expect("an empty folder takes an office");
        self.unlocked(store, Some(&recovery))
    }

    fn unlocked(&mut self, store: Store, recovery: Option<&RecoveryKey>) -> Msg {
        let (rows, damages) = store.summaries().expect("the list is read");
        assert!(damages.is_empty(), "{damages:?}");
        let summaries = rows
            .into_iter()
            .map(|(case, bytes)| (case, serde_json::from_slice(&bytes).expect("a summary")))
            .collect();
        let place =
            store.place().map(|bytes| serde_json::from_slice::<Place>(&bytes).expect("ours"));
        let read_only = store.access() == Access::ReadOnly;
        self.barrier = (!read_only).then(|| store.barrier());
        let unlocked = Unlocked {
            officer: store.officer().to_owned(),
            office: store.office().to_owned(),
            counter: store.counter().to_owned(),
            read_only,
            recovery_key: recovery.map(|key| Private(key.text().to_string())),
            summaries,
            place,
            packs: self.packs.titles().0,
            notices: Vec::new(),
        };
        self.store = Some(store);
        Msg::Unlocked(Box::new(unlocked))
    }

    fn load(&mut self, case: CaseId) -> LoadedCase {
        let (stored, damages) = self.store().events(case).expect("the case is read");
        assert!(damages.is_empty(), "{damages:?}");
        let events: Vec<Event> = stored
            .into_iter()
            .map(|stored| {
                Event::from_payload(stored.id, stored.at_ms, &stored.payload).expect("an event")
            })
            .collect();
        let (journals, _) = self.store().journals(case).expect("the journal is read");
        let journals = journals
            .into_iter()
            .map(|(field, bytes)| {
                assert!(Field::from_key(&field).is_some(), "{field} is a field");
                (field, serde_json::from_slice::<Typing>(&bytes).expect("a journal row"))
            })
            .collect();
        let pack = Case::fold(case, events.iter().take(1).cloned()).pack;
        let form = self.packs.form(&pack, self.env.today()).expect("the pack opens");
        LoadedCase { id: case, events, journals, damaged: 0, form }
    }
}

fn append(
    store: &mut Store,
    env: &Env,
    case: CaseId,
    events: &[Event],
    summary: &Summary,
    fields: &[String],
    tags: &[(u8, Private)],
) -> Result<(), StoreError> {
    let payloads: Vec<Vec<u8>> = events.iter().map(Event::to_payload).collect();
    let ids: Vec<_> = events.iter().map(|event| event.id).collect();
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    let tags: Vec<(u8, String)> = tags.iter().map(|(kind, tag)| (*kind, tag.0.clone())).collect();
    let with = Append {
        now_ms: env.now_ms,
        summary: Some(&to_bytes(summary)),
        clear_journal: &fields,
        tags: &tags,
        ids: Some(&ids),
    };
    store.append(case, &payloads, with).map(|_| ())
}

fn refused(done: Result<(), StoreError>, effect: impl FnOnce() -> Effect) -> Option<Msg> {
    done.err().map(|error| Msg::Refused { effect: Box::new(effect()), notice: notice_of(&error) })
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

/// Reads the notation.
#[track_caller]
fn parse(notation: &str) -> Vec<KeyEvent> {
    let mut keys = Vec::new();
    let mut rest = notation;
    while let Some(letter) = rest.chars().next() {
        if letter == '<' {
            let end = rest.find('>').unwrap_or_else(|| panic!("`{rest}` has no `>`"));
            keys.push(named(&rest[1..end]));
            rest = &rest[end + 1..];
        } else {
            keys.push(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE));
            rest = &rest[letter.len_utf8()..];
        }
    }
    keys
}

#[track_caller]
fn named(name: &str) -> KeyEvent {
    let (held, name) = match name.split_once('-') {
        Some(("c", rest)) => (KeyModifiers::CONTROL, rest),
        Some(("a", rest)) => (KeyModifiers::ALT, rest),
        Some(("s", rest)) => (KeyModifiers::SHIFT, rest),
        _ => (KeyModifiers::NONE, name),
    };
    let code = match name {
        "ret" => KeyCode::Enter,
        "tab" if held == KeyModifiers::SHIFT => KeyCode::BackTab,
        "tab" => KeyCode::Tab,
        "esc" => KeyCode::Esc,
        "bs" => KeyCode::Backspace,
        "del" => KeyCode::Delete,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "space" => KeyCode::Char(' '),
        "lt" => KeyCode::Char('<'),
        other => match other.strip_prefix('f').and_then(|number| number.parse().ok()) {
            Some(number) => KeyCode::F(number),
            None => {
                let mut letters = other.chars();
                let letter = letters.next().filter(|_| letters.as_str().is_empty());
                KeyCode::Char(letter.unwrap_or_else(|| panic!("`{name}` is no key")))
            }
        },
    };
    KeyEvent::new(code, held)
}

#[test]
fn the_notation_names_keys_as_a_terminal_sends_them() {
    let keys = parse("a<c-z><s-tab><f10><lt>");
    let codes: Vec<_> = keys.iter().map(|key| (key.code, key.modifiers)).collect();
    assert_eq!(
        codes,
        [
            (KeyCode::Char('a'), KeyModifiers::NONE),
            (KeyCode::Char('z'), KeyModifiers::CONTROL),
            (KeyCode::BackTab, KeyModifiers::SHIFT),
            (KeyCode::F(10), KeyModifiers::NONE),
            (KeyCode::Char('<'), KeyModifiers::NONE),
        ]
    );
}

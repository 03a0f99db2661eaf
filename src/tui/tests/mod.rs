//! A desk to test at: keys in, screens out, no terminal and no disk.

mod facing;
mod frame;
mod keys;
mod moved;
mod officers;
mod outage;
mod pictures;
mod squares;
mod teach_back;
mod trouble;
mod waiting;
mod words;

use super::{Chord, Keymap, Look, Theme, view};
use crate::app::screens::setup::Setup;
use crate::app::screens::unlock::Unlock;
use crate::app::{
    Effect, Env, LoadedCase, Msg, PackTitle, Private, Screen, State, Unlocked, update,
};
use crate::case::{Body, Case, CaseId, Event, Minter, Summary};
use crate::data::Reference;
use crate::form::trouble::Troubles;
use crate::form::{Answer, Form, Library, Path, evaluate};
use crate::text::{Catalog, Lang, Text};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{Event as TerminalEvent, KeyCode, KeyEvent, KeyModifiers};
use std::sync::Arc;

/// Monday, 23 November 2026, 10.42.07 in Dumai.
const NOW: Env = Env { now_ms: 1_795_405_327_000, offset_s: 25_200 };

/// A program with its look, driven by keys.
struct Desk {
    state: State,
    env: Env,
    words: Catalog,
    look: Look,
    form: Arc<Form>,
    cases: Vec<(CaseId, Vec<Event>)>,
    ticket: u64,
}

impl Desk {
    /// Unlocked, with the invented applicants of `fixtures/applicants` named here, oldest first.
    fn new(applicants: &[&str]) -> Self {
        let form = form();
        let mut minter = Minter::new([5; 32]);
        let mut cases = Vec::new();
        for (at, name) in applicants.iter().enumerate() {
            let days = (applicants.len() - 1 - at) as i64 * 2;
            let events =
                applicant(name, form.pack.version, &mut minter, NOW.now_ms - days * 86_400_000);
            cases.push((minter.case(), events));
        }
        let summaries = cases
            .iter()
            .map(|(id, events)| {
                let case = Case::fold(*id, events.clone());
                let derived = evaluate(&form, &case.answers, NOW.today());
                (*id, Summary::of(&case, &form.pack, &derived))
            })
            .collect();
        let mut desk = Self::at(Screen::Unlock(Unlock::default()));
        desk.cases = cases;
        let packs = vec![PackTitle {
            id: "nib-perorangan".into(),
            title: Text { id: "NIB perorangan".into(), en: "NIB for one person".into() },
            summary: form.pack.summary.clone(),
            example: true,
            group: "nib".into(),
            words: vec!["usaha baru".into()],
        }];
        desk.msg(Msg::Unlocked(Box::new(Unlocked {
            officer: "Bu Rina".into(),
            office: "DPMPTSP Kota Contoh".into(),
            counter: "Loket 2".into(),
            hours: crate::ident::calendar::OfficeHours::default(),
            read_only: false,
            recovery_key: None,
            summaries,
            place: None,
            packs,
            services: crate::form::Services::default(),
            records: Vec::new(),
            typing: Vec::new(),
            notices: Vec::new(),
        })));
        desk
    }

    /// At some screen before anything is unlocked.
    fn at(screen: Screen) -> Self {
        Self {
            state: State::new(screen, Lang::Id, (80, 24), [7; 32]),
            env: NOW,
            words: Catalog::built_in(Lang::Id),
            look: Look { theme: Theme::built_in(), keymap: Keymap::built_in() },
            form: form(),
            cases: Vec::new(),
            ticket: 0,
        }
    }

    /// With the first applicant's case open at its task list.
    fn serving(applicant: &str) -> Self {
        let mut desk = Self::new(&[applicant]);
        desk.press("<enter>");
        desk
    }

    fn first_start() -> Self {
        Self::at(Screen::Setup(Setup::default()))
    }

    fn msg(&mut self, msg: Msg) {
        for effect in update(&mut self.state, &self.env, msg) {
            match effect {
                Effect::LoadCase(id) => {
                    let found = self.cases.iter().find(|(case, _)| *case == id);
                    let (id, events) = found.expect("a case of ours").clone();
                    let form = Arc::clone(&self.form);
                    let journals = Vec::new();
                    let loaded = LoadedCase { id, events, journals, damaged: 0, form };
                    self.msg(Msg::CaseLoaded(Box::new(loaded)));
                }
                Effect::LoadTroubles => {
                    self.msg(Msg::TroublesLoaded(Arc::new(Troubles::built_in()), None));
                }
                Effect::LoadForm(_) => self.msg(Msg::FormLoaded(Arc::clone(&self.form))),
                Effect::Barrier { ticket } => self.ticket = ticket,
                Effect::Language(lang) => self.words = Catalog::built_in(lang),
                _ => {}
            }
        }
    }

    /// Presses keys: plain letters, and names in angle brackets (`<enter>`, `<ctrl-z>`).
    #[track_caller]
    fn press(&mut self, keys: &str) -> &mut Self {
        let mut rest = keys;
        while let Some(letter) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
            let event = if let Some((name, after)) = named {
                rest = after;
                pressed(name)
            } else {
                rest = &rest[letter.len_utf8()..];
                KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE)
            };
            let event = TerminalEvent::Key(event);
            if let Some(msg) = self.look.keymap.event(&self.state, event) {
                self.msg(msg);
            }
        }
        self
    }

    /// Opens the question at `path`, as a search through the case by its own keys would.
    #[track_caller]
    fn open(&mut self, path: &str) -> &mut Self {
        self.press("<f3>");
        let open = self.state.open.as_ref().expect("a case is open");
        let row = open.derived.row(&Path::new(path)).expect("the question applies");
        let section = row.section;
        let Screen::Tasks(marked) = self.state.screen else { panic!("not at the task list") };
        for _ in section..marked {
            self.press("<up>");
        }
        for _ in marked..section {
            self.press("<down>");
        }
        self.press("<enter>");
        for _ in 0..60 {
            let Screen::Fill(fill) = &self.state.screen else { panic!("went past {path}") };
            let here = &self.state.open.as_ref().expect("open").derived;
            let at = here.position(&fill.path).expect("it applies");
            match at.cmp(&here.position(&Path::new(path)).expect("it applies")) {
                std::cmp::Ordering::Equal => return self,
                std::cmp::Ordering::Less => self.press("<tab>"),
                std::cmp::Ordering::Greater => self.press("<shift-tab>"),
            };
        }
        panic!("{path} was not reached");
    }

    /// The disk confirms everything.
    fn synced(&mut self) -> &mut Self {
        self.env.now_ms += 250;
        self.msg(Msg::Tick);
        self.msg(Msg::Synced { ticket: self.ticket });
        self
    }

    fn sized(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.msg(Msg::Resized(columns, rows));
        self
    }

    fn terminal(&self) -> Terminal<TestBackend> {
        let (columns, rows) = self.state.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("in memory");
        self.draw(&mut terminal);
        terminal
    }

    fn draw(&self, terminal: &mut Terminal<TestBackend>) {
        let Self { state, env, words, look, .. } = self;
        terminal.draw(|frame| view(state, env, words, look, frame)).expect("in memory");
    }

    /// The picture, without the quotes of the test backend and the spaces at the ends.
    fn screen(&self) -> String {
        let terminal = self.terminal();
        let buffer = terminal.backend().buffer();
        let area = buffer.area;
        let mut picture = String::new();
        for y in area.top()..area.bottom() {
            let mut line = String::new();
            let mut skip = 0;
            for x in area.left()..area.right() {
                let symbol = buffer[(x, y)].symbol();
                if skip > 0 {
                    skip -= 1;
                    continue;
                }
                line.push_str(symbol);
                skip = super::measure::columns(symbol).saturating_sub(1);
            }
            picture.push_str(line.trim_end());
            picture.push('\n');
        }
        picture
    }
}

fn pressed(name: &str) -> KeyEvent {
    let chord = Chord::parse(name).unwrap_or_else(|| panic!("`{name}` is a key"));
    chord.event()
}

fn form() -> Arc<Form> {
    let loaded = Library::built_in().load("nib-perorangan", NOW.today());
    let pack = loaded.expect("it is built in").usable().expect("no problems");
    Arc::new(Form::open(Arc::new(pack), Reference::built_in()).expect("it compiles"))
}

/// The events of an invented applicant, from its file of answers.
fn applicant(name: &str, version: u32, minter: &mut Minter, at_ms: i64) -> Vec<Event> {
    let file = format!("{}/fixtures/applicants/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let file: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let code = crate::case::VisitCode::mint(minter).to_string();
    let mut bodies = vec![Body::Opened { pack: "nib-perorangan".into(), version, code }];
    let object = |key: &str| file[key].as_object().cloned().unwrap_or_default();
    for (repeat, instances) in object("instances") {
        for instance in instances.as_array().expect("a list") {
            let instance = instance.as_u64().expect("a number") as u32;
            bodies.push(Body::InstanceAdded { repeat: repeat.clone(), instance, auto: true });
        }
    }
    let of = |key: &str, path: &str| file[key][path].as_str().unwrap_or_default().to_owned();
    for (path, raw) in object("answers") {
        let raw = raw.as_str().expect("text").to_owned();
        let answer = Answer { raw, note: of("notes", &path), reason: of("reasons", &path) };
        bodies.push(Body::answered(&path, &answer, None));
    }
    if file["finish"].as_bool() == Some(true) {
        bodies.push(Body::Finalized);
    }
    if let Some(reason) = file["parked"].as_str() {
        bodies.push(Body::parked(reason.to_owned()));
    }
    for path in file["handed"].as_array().into_iter().flatten() {
        bodies.push(Body::HandedOver { path: path.as_str().expect("a path").to_owned() });
    }
    if let Some(nib) = file["nib"].as_str() {
        bodies.push(Body::number(crate::form::NumberKind::Nib, nib.to_owned()));
    }
    let draft = crate::case::DraftFile::read(&text).expect("it is read").remove(0);
    bodies.extend((1..draft.visits.unwrap_or(1)).map(|_| Body::Visited));
    if !draft.care.is_empty() {
        bodies.push(Body::CareNoted { care: draft.care });
    }
    if let Some(waiting) = draft.waiting {
        bodies.push(Body::Parked {
            reason: draft.parked.unwrap_or_default(),
            on: waiting.on,
            until: waiting.until,
            consent: waiting.consent,
            left: waiting.left.join("\n"),
        });
    }
    let event = |body| Event { id: minter.event(), at_ms, by: "Bu Rina".into(), body };
    bodies.into_iter().map(event).collect()
}

/// Text typed by a person.
fn typed(text: &str) -> Msg {
    Msg::Text(Private(text.to_owned()))
}

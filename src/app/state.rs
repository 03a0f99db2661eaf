//! The whole program as one value.

use super::paper::What;
use super::screens::call::Errand;
use super::screens::finder::{Finder, Shared};
use super::screens::park::Park;
use super::screens::trouble::Triage;
use super::screens::{
    beranda::Beranda, facing::Facing, fill::Fill, handover::Handover, setup::Setup, unlock::Unlock,
    voice::Voice,
};
use super::{
    Editor, Effect, Env, Field, Lamp, Mode, News, Notice, Pins, Place, PlaceScreen, Private, Save,
};
use crate::case::{Body, Case, CaseId, Lifecycle, Minter, Summary};
use crate::data::Reference;
use crate::form::trouble::Troubles;
use crate::form::{Answers, BlockedPack, Derived, Form, Kind, Moved, Path, Services, is_typed};
use crate::ident::Level;
use crate::ident::calendar::OfficeHours;
use crate::office::Journal;
use crate::text::{Lang, Text};
use std::collections::VecDeque;
use std::sync::Arc;

/// Idle time after which the screen locks itself, ms, unless the settings say otherwise.
pub const IDLE_LOCK_MS: i64 = 5 * 60_000;
/// Rest after the last key before the log is tidied, ms.
pub(super) const TIDY_MS: i64 = 4_000;

/// The program. Everything drawn is read from here; everything that changes it is in `update`.
#[derive(Debug)]
pub struct State {
    /// Language of the interface.
    pub lang: Lang,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// The screen.
    pub screen: Screen,
    /// Windows over it; the last is on top and hears keys first.
    pub overlays: Vec<Overlay>,
    /// The screen is locked: nothing of the office shows.
    pub lock: Option<Lock>,
    /// The office, once unlocked.
    pub office: Option<Office>,
    /// The open case.
    pub open: Option<Open>,
    /// The screen is turned to the applicant.
    pub facing: Option<Facing>,
    /// What can read aloud here.
    pub voice: Voice,
    /// The save light.
    pub save: Save,
    /// One line to read; goes away at the next key.
    pub line: Option<Notice>,
    /// What the probe says of OSS.
    pub lamp: Lamp,
    /// One line about the lamp, under [`State::line`]; stays some seconds through keys.
    pub news: Option<News>,
    /// The last message changed nothing that is drawn: no new frame is needed.
    pub still: bool,
    /// Leaving as soon as the disk has everything.
    pub quitting: bool,
    /// When a key was last pressed, ms since 1970.
    pub last_key_ms: i64,
    /// Idle time before the lock, ms; 0 never locks.
    pub idle_lock_ms: i64,
    /// Where a killed program was, until its case is back. Meanwhile no other place is recorded.
    pub(super) returning: Option<Place>,
    /// What is to be done with the case that is being loaded.
    pub(super) errand: Option<Errand>,
    /// What goes along into the case that is about to begin.
    pub(super) sharing: Vec<Shared>,
    /// PINs for the lock, as long as the program runs.
    pub pins: Pins,
    /// The last text on the clipboard may be ours.
    pub(super) holding: bool,
    pub(super) abrupt: bool,
    pub(super) stuck: VecDeque<Effect>,
    pub(super) untidy: bool,
    pub(super) place: Place,
    /// A letter that is asked for, or whose number is on its way to the disk.
    pub(super) letter: Option<super::letter::Pending>,
    /// A slip is asked for and waits for the office's telephone.
    pub(super) slip: bool,
    /// Papers that did not leave, by case and number, whose case is not open.
    pub(super) unprinted: Vec<(CaseId, String)>,
    pub(super) minter: Minter,
}

/// A screen.
#[derive(Debug)]
pub enum Screen {
    /// First start.
    Setup(Setup),
    /// Unlocking.
    Unlock(Unlock),
    /// The work queues.
    Beranda(Beranda),
    /// The task list; the number is the marked line.
    Tasks(usize),
    /// A question or the sheet.
    Fill(Fill),
    /// The read-back; the number is the marked problem.
    Review(usize),
    /// The retype sheet.
    Handover(Handover),
    /// A paper, before it is printed.
    Paper(Box<super::screens::paper::Preview>),
    /// The card of an applicant to call.
    Call,
    /// The journal of outages.
    Outages(Box<super::screens::outages::Outages>),
    /// The officers of this counter.
    Officers(Box<super::screens::officers::Officers>),
}

/// A window over the screen.
#[derive(Debug)]
pub enum Overlay {
    /// The keys that matter here; the number is the first line shown.
    Help(usize),
    /// A line of text for the case, kept like an answer.
    Prompt {
        /// What it is for.
        field: Field,
        /// What is typed.
        editor: Editor,
    },
    /// Putting a case aside, step by step.
    Park(Box<Park>),
    /// Yes or no.
    Confirm(Confirm),
    /// A message to be read before going on.
    Notice(Notice),
    /// The recovery key, shown once.
    RecoveryKey(Private),
    /// Which service: shown when there is more than one pack.
    Find(Finder),
    /// What moved when the case came to another version of its pack; the number is the first line shown.
    Moved(usize),
    /// Answers without a question; the number is the marked one.
    Orphans(usize),
    /// The goes at typing it into OSS; the number is the first line shown.
    Attempts(usize),
    /// What the applicant can say back.
    TeachBack(super::screens::teach_back::TeachBack),
    /// A case whose questions are not here, as it is stored.
    Kept(Box<super::Kept>),
    /// What to do when OSS fails.
    Trouble(Triage),
    /// The card about the applicant's OSS account; the number is the marked line.
    Account(usize),
    /// Which outage a letter is about.
    Which(super::Which),
    /// An outage is written down, ended or set right.
    Outage(Box<super::screens::outage::Window>),
}

/// What is asked with yes or no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Confirm {
    /// Take an instance of a repeat away.
    RemoveInstance {
        /// Path of the repeat.
        repeat: String,
        /// Its number.
        instance: u32,
    },
    /// Finish the case.
    Finish,
    /// Leave the program.
    Quit,
    /// An officer is not to open this counter any more.
    RemoveOfficer {
        /// The store's name for them.
        id: [u8; 16],
        /// Their name.
        name: Private,
    },
}

/// The lock over a running program.
#[derive(Debug, Default)]
pub struct Lock {
    /// The passphrase or PIN being typed.
    pub editor: Editor,
    /// What was wrong the last time.
    pub problem: Option<Notice>,
    /// It is being checked.
    pub busy: bool,
}

/// The unlocked office.
#[derive(Debug)]
pub struct Office {
    /// The officer.
    pub officer: Private,
    /// The office.
    pub name: String,
    /// The counter.
    pub counter: String,
    /// When it is open.
    pub hours: OfficeHours,
    /// Nothing may be written: another copy does.
    pub read_only: bool,
    /// All cases.
    pub cases: Vec<Listed>,
    /// Packs that can be started.
    pub packs: Vec<PackTitle>,
    /// From what an applicant says to the pack.
    pub services: Services,
    /// Outages and numbers: what happened to the office as a whole.
    pub journal: Journal,
    /// The last that is known of OSS from before what the lamp shows: when something was last written here before
    /// this start, or when the lamp last saw that OSS did not answer. Ms since 1970.
    pub watched_ms: Option<i64>,
    /// What helps when OSS fails; read when it is first asked for.
    pub troubles: Option<Arc<Troubles>>,
    /// The tables of this office, once something asked for its holidays.
    pub reference: Option<Arc<Reference>>,
}

/// A pack as the list of services shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackTitle {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its summary.
    pub summary: Text,
    /// Whether it is an example still to be verified by the office.
    pub example: bool,
    /// The group of the catalogue it stands in; may be empty.
    pub group: String,
    /// Everyday words it is found by.
    pub words: Vec<String>,
}

/// A case in the lists.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Which.
    pub id: CaseId,
    /// What lists show.
    pub summary: Summary,
}

/// What is typed when an office is created.
#[derive(Clone, PartialEq, Eq)]
pub struct NewOffice {
    /// Name of the office, e.g. `DPMPTSP Kota Contoh`. Stays readable without the passphrase.
    pub office: String,
    /// Name of the counter, e.g. `Loket 2`. Stays readable too.
    pub counter: String,
    /// Name of the officer; sealed.
    pub officer: String,
    /// The passphrase.
    pub passphrase: Private,
}

impl std::fmt::Debug for NewOffice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NewOffice({})", self.counter)
    }
}

/// The open case.
#[derive(Debug)]
pub struct Open {
    /// The fold of its events.
    pub case: Case,
    /// The form it is filled with.
    pub form: Arc<Form>,
    /// The answers with what is being typed in place: what [`Open::derived`] follows from.
    pub live: Answers,
    /// What follows from them.
    pub derived: Derived,
    /// What is being typed has changed since [`Open::derived`] was made.
    pub(super) stale: bool,
    /// Other cases with the same NIK.
    pub same: Vec<CaseId>,
    /// Who the case is for, as its heading says: the name that was answered, else the visit code. Does
    /// not change while the name is being typed.
    pub title: Private,
    /// Records that could not be read.
    pub damaged: usize,
    /// What moved when it came to this version of its pack, just now.
    pub moved: Option<Moved>,
    /// What records that, for a case that was moved in memory only: written once it is opened again.
    pub(super) unrecorded: Vec<Body>,
    /// What was typed in other fields when the program was killed, by journal key.
    pub(super) journals: Vec<(String, super::Typing)>,
}

impl State {
    /// What the open case waits for: packs that come first and that no case of the same applicant has
    /// finished yet.
    pub fn waits_for(&self) -> Vec<&BlockedPack> {
        let (Some(open), Some(office)) = (&self.open, &self.office) else { return Vec::new() };
        let is_done = |pack: &str| {
            office.cases.iter().any(|listed| {
                open.same.contains(&listed.id)
                    && listed.summary.pack() == pack
                    && listed.summary.lifecycle() != Lifecycle::Draft
            })
        };
        open.derived.blocked_packs.iter().filter(|one| !is_done(&one.pack)).collect()
    }

    /// The program before anything is known. `seed` comes from the system's randomness.
    pub fn new(screen: Screen, lang: Lang, size: (u16, u16), seed: [u8; 32]) -> Self {
        Self {
            lang,
            size,
            screen,
            overlays: Vec::new(),
            lock: None,
            office: None,
            open: None,
            facing: None,
            voice: Voice::default(),
            save: Save::default(),
            line: None,
            lamp: Lamp::default(),
            news: None,
            still: false,
            quitting: false,
            last_key_ms: 0,
            idle_lock_ms: IDLE_LOCK_MS,
            returning: None,
            errand: None,
            sharing: Vec::new(),
            pins: Pins::new(&seed),
            holding: false,
            abrupt: false,
            stuck: VecDeque::new(),
            untidy: false,
            place: Place::default(),
            letter: None,
            slip: false,
            unprinted: Vec::new(),
            minter: Minter::new(seed),
        }
    }

    /// Where keys go: decides which bindings apply.
    pub fn mode(&self) -> Mode {
        match self.overlays.last() {
            Some(Overlay::Help(_)) => Mode::Reading,
            _ => self.mode_under_help(),
        }
    }

    /// The mode whose keys the help explains: what it stands over.
    pub fn mode_under_help(&self) -> Mode {
        if self.lock.is_some() {
            return Mode::Unlock;
        }
        let over = self.overlays.iter().rev().find(|overlay| !matches!(overlay, Overlay::Help(_)));
        match over {
            Some(
                Overlay::Notice(_)
                | Overlay::RecoveryKey(_)
                | Overlay::Moved(_)
                | Overlay::Attempts(_)
                | Overlay::Kept(_),
            ) => return Mode::Reading,
            Some(Overlay::Prompt { .. }) => return Mode::Prompt,
            Some(Overlay::Park(park)) if park.step.types() => return Mode::Prompt,
            Some(Overlay::Park(_)) => return Mode::Waiting,
            Some(Overlay::Confirm(_)) => return Mode::Confirm,
            Some(Overlay::Find(_)) => return Mode::Lookup,
            Some(Overlay::Orphans(_)) => return Mode::Orphans,
            Some(Overlay::Trouble(triage)) if triage.walk.is_some() => return Mode::Trouble,
            Some(Overlay::Trouble(_)) => return Mode::Troubles,
            Some(Overlay::Account(_)) => return Mode::Account,
            Some(Overlay::TeachBack(_)) => return Mode::TeachBack,
            Some(Overlay::Outage(_)) => return Mode::Outage,
            Some(Overlay::Which(_)) => return Mode::Which,
            Some(Overlay::Help(_)) | None => {}
        }
        // A question is typed on both sides; elsewhere the keys are the view's own.
        if self.facing.is_some() && !matches!(self.screen, Screen::Fill(_)) {
            return Mode::Facing;
        }
        match &self.screen {
            Screen::Setup(_) => Mode::Setup,
            Screen::Unlock(_) => Mode::Unlock,
            Screen::Beranda(beranda) if beranda.searching => Mode::Search,
            Screen::Beranda(_) => Mode::Beranda,
            Screen::Tasks(_) => Mode::Tasks,
            Screen::Fill(fill) if fill.lookup.is_some() => Mode::Lookup,
            Screen::Fill(fill) => match self.kind_at(&fill.path) {
                Some(Kind::Paragraph) => Mode::Paragraph,
                Some(kind) if is_typed(kind) => Mode::Field,
                _ => Mode::Pick,
            },
            Screen::Review(_) => Mode::Review,
            Screen::Handover(_) => Mode::Handover,
            Screen::Paper(_) => Mode::Paper,
            Screen::Call => Mode::Call,
            Screen::Outages(_) => Mode::Outages,
            Screen::Officers(screen) if screen.form.is_some() => Mode::Officer,
            Screen::Officers(_) => Mode::Officers,
        }
    }

    /// The kind of the question at `path` in the open case.
    pub fn kind_at(&self, path: &Path) -> Option<Kind> {
        let pack = &self.open.as_ref()?.form.pack;
        pack.find_question(path.name()).map(|ix| pack.question(ix).kind)
    }

    /// The line above the keys: what was just told, else what is new about the lamp. While nothing can be
    /// written that stands there, unless something else is to be mended first.
    pub fn news_line(&self) -> Option<&Notice> {
        let urgent = self.line.as_ref().filter(|line| line.level != Level::Info);
        let news = self.news.as_ref().map(|news| &news.notice);
        urgent.or(self.save.trouble.as_ref()).or(self.line.as_ref()).or(news)
    }

    /// Whether writing is refused because another copy has the data.
    pub fn is_read_only(&self) -> bool {
        self.office.as_ref().is_some_and(|office| office.read_only)
    }

    /// When `Tick` should come at the latest, ms since 1970.
    pub fn deadline(&self, env: &Env) -> i64 {
        let idle = (self.idle_lock_ms > 0 && self.office.is_some() && self.lock.is_none())
            .then_some(self.last_key_ms + self.idle_lock_ms);
        let tidy = (self.untidy && self.save.is_safe()).then_some(self.last_key_ms + TIDY_MS);
        let retry = (!self.stuck.is_empty())
            .then(|| self.save.failing_since.unwrap_or(env.now_ms) + super::save::RETRY_MS);
        // The letter is on the screen; what follows from it is next, unless another key is first.
        let stale = self.open.as_ref().is_some_and(|open| open.stale).then_some(env.now_ms);
        let light = self.save.light_changes_at(env.now_ms);
        [Some(env.next_minute()), self.save.due_at(), light, idle, tidy, retry, stale]
            .into_iter()
            .flatten()
            .min()
            .expect("the clock always has a next minute")
    }

    /// Where the officer is.
    pub(super) fn current_place(&self) -> Place {
        let mut here = &self.screen;
        // A paper is one key away from what it stands over; the receipt has a place of its own.
        while let Screen::Paper(preview) = here
            && preview.what() != What::Receipt
        {
            here = preview.under();
        }
        let (screen, path) = match here {
            Screen::Paper(_) => (PlaceScreen::Receipt, None),
            Screen::Tasks(_) | Screen::Call => (PlaceScreen::Tasks, None),
            Screen::Fill(fill) => {
                let screen = if fill.sheet { PlaceScreen::Sheet } else { PlaceScreen::Fill };
                (screen, Some(fill.path.to_string()))
            }
            Screen::Review(_) => (PlaceScreen::Review, None),
            Screen::Handover(_) => (PlaceScreen::Handover, None),
            Screen::Setup(_)
            | Screen::Unlock(_)
            | Screen::Beranda(_)
            | Screen::Outages(_)
            | Screen::Officers(_) => (PlaceScreen::Beranda, None),
        };
        let prompt = self.overlays.iter().rev().find_map(|overlay| match overlay {
            Overlay::Prompt { field, .. } => Some(field.place()),
            Overlay::Park(park) => Some(park.step.field().key()),
            _ => None,
        });
        Place {
            screen,
            case: self.open.as_ref().map(|open| open.case.id),
            path,
            prompt,
            clean: self.quitting && !self.abrupt,
        }
    }
}

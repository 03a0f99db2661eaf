//! Everything that can reach the program. What is not here cannot change it.

use super::effect::{Effect, Typing};
use super::{Action, Place, Private};
use crate::case::{CaseId, Event, Summary};
use crate::data::Reference;
use crate::form::trouble::Troubles;
use crate::form::{Form, Services};
use crate::ident::calendar::OfficeHours;
use crate::office::{Record, Template};
use std::sync::Arc;

/// One thing that reached the program.
#[derive(Debug)]
pub enum Msg {
    /// A key that means something here.
    Action(Action),
    /// Typed or pasted text.
    Text(Private),
    /// The terminal has this many columns and rows now.
    Resized(u16, u16),
    /// Time went by; sent when [`super::State::deadline`] has come.
    Tick,
    /// The terminal is gone or the system asks us to end: keep everything and leave.
    Terminate,
    /// The office was created or unlocked.
    Unlocked(Box<Unlocked>),
    /// The recovery key opened the office; it needs an officer with a passphrase now.
    Recovered {
        /// The office.
        office: String,
        /// The counter.
        counter: String,
    },
    /// The passphrase opened nothing, or the folder cannot be used.
    UnlockFailed(super::Notice),
    /// Whose passphrase was typed at the screen lock; nobody's when it was wrong.
    PassphraseChecked(Option<Private>),
    /// Everybody who can open this counter; what was asked of the store is done.
    OfficersListed(Vec<super::screens::officers::Colleague>),
    /// What was asked of the store about an officer is not done.
    OfficerRefused(super::Notice),
    /// A case and the form it is filled with.
    CaseLoaded(Box<LoadedCase>),
    /// A case whose questions are not here: its pack is missing, cannot be used, or is older than the case.
    CaseKept(Box<KeptCase>),
    /// A form for a new case.
    FormLoaded(Arc<Form>),
    /// The case or form could not be opened.
    LoadFailed(super::Notice),
    /// Everything written up to this ticket is on the disk.
    Synced {
        /// The ticket of [`Effect::Barrier`].
        ticket: u64,
    },
    /// The disk did not confirm.
    SyncFailed(super::Notice),
    /// This could not be written; it is kept and tried again.
    Refused {
        /// What was to be written.
        effect: Box<Effect>,
        /// What happened, why, what next.
        notice: super::Notice,
    },
    /// Other cases with the same number.
    Same {
        /// The case that asked.
        case: CaseId,
        /// The others.
        others: Vec<CaseId>,
    },
    /// What became of a paper that was to be printed.
    Printed(super::Notice),
    /// Why not one byte of a paper left.
    NotPrinted {
        /// The case it is of.
        case: Option<CaseId>,
        /// The number it took.
        number: String,
        /// What happened, why, what next.
        notice: super::Notice,
    },
    /// What helps when OSS fails, and what is wrong with the office's own files about it.
    TroublesLoaded(Arc<Troubles>, Option<super::Notice>),
    /// How far a copied text came.
    Copied(Reached),
    /// Whether this machine can read aloud.
    VoiceFound(bool),
    /// What was read aloud is over.
    Hushed,
    /// The office's template of a letter, with nothing wrong in it.
    TemplateLoaded(Arc<Template>),
    /// The tables of this office, for its holidays.
    ReferenceLoaded(Arc<Reference>),
    /// Something worth a line: copied, saved, not saved.
    Told(super::Notice),
    /// The lamp of OSS shows something else now.
    Light(super::Lamp),
}

/// Where a copied text is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// On the clipboard of this PC.
    Clipboard,
    /// The terminal was told; whether it listens nobody can know.
    Terminal,
    /// Nowhere.
    Nowhere,
}

/// What unlocking brings.
#[derive(Debug)]
pub struct Unlocked {
    /// The officer whose passphrase it was.
    pub officer: Private,
    /// Office and counter.
    pub office: String,
    /// Counter.
    pub counter: String,
    /// When the office is open.
    pub hours: OfficeHours,
    /// Whether nothing may be written.
    pub read_only: bool,
    /// The recovery key, after the very first start only.
    pub recovery_key: Option<Private>,
    /// Every case's summary.
    pub summaries: Vec<(CaseId, Summary)>,
    /// Where the officer was when the program last ran.
    pub place: Option<Place>,
    /// Packs that can be started: id and title.
    pub packs: Vec<super::PackTitle>,
    /// From what an applicant says to the pack.
    pub services: Services,
    /// The office's log, in its order.
    pub records: Vec<Record>,
    /// What was being typed that belongs to no case.
    pub typing: Vec<(String, Typing)>,
    /// What the officer should know at once: clock set back, damaged records.
    pub notices: Vec<super::Notice>,
}

/// A case that is shown as it is stored, because its questions are not here.
#[derive(Debug)]
pub struct KeptCase {
    /// Which.
    pub id: CaseId,
    /// Its events in order; damaged ones are missing.
    pub events: Vec<Event>,
    /// What was being typed.
    pub journals: Vec<(String, Typing)>,
    /// Why it is only shown.
    pub notice: super::Notice,
}

/// A case from the store.
#[derive(Debug)]
pub struct LoadedCase {
    /// Which.
    pub id: CaseId,
    /// Its events in order; damaged ones are missing.
    pub events: Vec<Event>,
    /// What was being typed.
    pub journals: Vec<(String, Typing)>,
    /// How many records of it are damaged.
    pub damaged: usize,
    /// The form it is filled with.
    pub form: Arc<Form>,
}

//! What the program asks to be done: values, so that tests compare them and the runtime performs them.

use super::{Place, Private};
use crate::case::{CaseId, Event, Summary};
use crate::office::Record;
use serde::{Deserialize, Serialize};

/// What is being typed, as the journal keeps it.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Typing {
    /// The text.
    #[serde(rename = "x")]
    pub text: String,
    /// The cursor, as a byte offset.
    #[serde(rename = "c")]
    pub cursor: usize,
    /// When, ms since 1970.
    #[serde(rename = "m")]
    pub at_ms: i64,
}

impl std::fmt::Debug for Typing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Typing({} bytes)", self.text.len())
    }
}

/// What is read aloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Utterance {
    /// Its language: `id`, `en`, or the code of a [`crate::text::Tongue`].
    pub tongue: &'static str,
    /// Its sentences, one after another.
    pub parts: Vec<Part>,
}

/// A sentence that is read aloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A Fluent message.
    Words(String),
    /// A text as it stands on the screen.
    Text(Private),
}

/// What a month of outages is saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutageFile {
    /// Commas between quotes, for any program.
    Csv,
    /// A spreadsheet.
    Xlsx,
}

/// What is done about the officers of this counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Staff {
    /// Only list them.
    List,
    /// One more.
    Add {
        /// The name.
        name: Private,
        /// What they will unlock with.
        passphrase: Private,
    },
    /// Another passphrase for the officer at the screen.
    Change {
        /// The one so far.
        old: Private,
        /// The one from now on.
        new: Private,
    },
    /// One less, by the store's name for them.
    Remove([u8; 16]),
}

/// One thing to be done. Writing effects are done before the frame that shows them is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Keep what is being typed in a field of a case.
    Journal {
        /// The case.
        case: CaseId,
        /// The field ([`super::Field::key`]).
        field: String,
        /// What is there.
        typing: Typing,
    },
    /// Append events, replace the summary, forget the journal of these fields: one transaction.
    Append {
        /// The case.
        case: CaseId,
        /// What happened.
        events: Vec<Event>,
        /// How the case looks in lists now.
        summary: Box<Summary>,
        /// Journal fields that have become events.
        fields: Vec<String>,
        /// Numbers that find the case again.
        tags: Vec<(u8, Private)>,
    },
    /// Append to the office's log and forget the office's journal of these fields: one transaction.
    Record {
        /// What happened.
        records: Vec<Record>,
        /// Journal fields that have become records.
        fields: Vec<String>,
    },
    /// Read the holidays of this office; answered by [`super::Msg::ReferenceLoaded`].
    LoadReference,
    /// Remember where the officer is.
    Place(Place),
    /// Sync the disk on a worker and answer `Synced`.
    Barrier {
        /// Given back with the answer.
        ticket: u64,
    },
    /// Nobody types: let the worker tidy the log.
    Housekeep,
    /// Create the office.
    Create(Box<super::NewOffice>),
    /// After the recovery key: give an officer a passphrase and make a new recovery key.
    AddOfficer(Box<super::NewOffice>),
    /// Unlock with the passphrase, or with the recovery key.
    Unlock(Private),
    /// Find out whose passphrase was typed at the screen lock; that officer sits at the screen from then on.
    /// Answered by [`super::Msg::PassphraseChecked`].
    CheckPassphrase(Private),
    /// List, add or remove officers; answered by [`super::Msg::OfficersListed`] or
    /// [`super::Msg::OfficerRefused`].
    Staff(Box<Staff>),
    /// Open for reading only, because another copy is writing.
    OpenReadOnly,
    /// Load a case.
    LoadCase(CaseId),
    /// Load the form of a pack, for a new case.
    LoadForm(String),
    /// Find other cases with this number.
    FindSame {
        /// The case that asks.
        case: CaseId,
        /// Kind of number ([`crate::case::tag`]).
        kind: u8,
        /// The number, normal form.
        value: Private,
    },
    /// Put a text on the clipboard; `Copied` answers.
    Copy(Private),
    /// Take what we put on the clipboard off it again.
    ForgetCopied,
    /// Print a paper, or save it as a file, and answer `Printed`. Its number was appended before.
    Print(Box<super::printing::Print>),
    /// Read what helps when OSS fails.
    LoadTroubles,
    /// Put the message to an applicant on the clipboard, or the link that opens WhatsApp with it.
    CopyTidings {
        /// What it is made of.
        tidings: Box<super::Tidings>,
        /// The link.
        link: bool,
    },
    /// Read this aloud; [`super::Msg::Hushed`] when it is over.
    Say(Box<Utterance>),
    /// Stop reading aloud.
    Hush,
    /// Read the office's template of a letter; answered by [`super::Msg::TemplateLoaded`], or by what is
    /// wrong in it.
    LoadTemplate,
    /// Save a month of outages in the office's folder. Its name is the month.
    SaveOutages {
        /// The month.
        table: Box<super::outage::OutageMonth>,
        /// As what.
        file: OutageFile,
    },
    /// Show the interface in this language from now on.
    Language(crate::text::Lang),
    /// Leave the program.
    Quit,
}

impl Effect {
    /// Whether it is kept and tried again when it is refused: work, and the place it is at.
    pub const fn must_be_kept(&self) -> bool {
        self.writes() || matches!(self, Self::Place(_))
    }

    /// Whether it writes what somebody typed: what the save light speaks of.
    pub const fn writes(&self) -> bool {
        matches!(self, Self::Journal { .. } | Self::Append { .. } | Self::Record { .. })
    }

    /// Whether it makes an earlier effect of its kind pointless.
    pub fn replaces(&self, old: &Self) -> bool {
        match (self, old) {
            (
                Self::Journal { case, field, .. },
                Self::Journal { case: old_case, field: old_field, .. },
            ) => (case, field) == (old_case, old_field),
            (Self::Place(_), Self::Place(_)) => true,
            _ => false,
        }
    }

    /// Whether it takes long enough that the screen should say so first: a key is derived, and there is
    /// nothing else to do before it is. At an open office that is done on a thread.
    pub const fn is_slow(&self) -> bool {
        matches!(self, Self::Create(_) | Self::AddOfficer(_) | Self::Unlock(_))
    }
}

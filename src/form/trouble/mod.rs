//! `kendala/*.toml`: what to ask, try and say when OSS fails, one file a trouble, and where to send people.
//!
//! A trouble is a tree of short steps; every way through it comes to an end: solved, referred to another
//! office, waiting for something, or going on elsewhere in Loket. Decides nothing and asks nobody: an officer chooses each answer.
//! Touches no path; the texts are handed in.

pub(super) mod contact;
pub(super) mod load;
#[cfg(test)]
mod tests;

pub use contact::Contact;

use super::{Origin, Problem, Source};
use crate::text::Text;

/// What a case can wait for, as packs and events write it.
pub const CONDITIONS: [&str; 9] =
    ["oss", "login", "nik", "otp", "akta", "npwp", "dokumen", "tanggal", "dinas"];

/// Most answers of a step: each has a number key.
pub const MOST_ANSWERS: usize = 9;

/// Name of the file of addresses.
pub const CONTACTS: &str = "kontak.toml";

/// All troubles of a counter, and the offices people are sent to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Troubles {
    /// In the order of their titles' files.
    pub all: Vec<Trouble>,
    /// In the order they were first named.
    pub contacts: Vec<Contact>,
}

/// One trouble.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Its name: the file's without `.toml`. Events carry it.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// Everyday words it is found by.
    pub words: Vec<String>,
    /// The first step is where it begins.
    pub steps: Vec<Step>,
    /// Where answers may come to.
    pub ends: Vec<End>,
    /// Whose file it is.
    pub origin: Origin,
    /// Whose files of the same name it hides.
    pub hides: Vec<Origin>,
}

/// One step: a question, something to try, and what can come of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its name. Events carry it.
    pub name: String,
    /// What the officer says to the applicant, at most 15 words.
    pub ask: Text,
    /// What the officer tries, in OSS or with the card in hand; may be empty.
    pub attempt: Text,
    /// What it means; may be empty.
    pub meaning: Text,
    /// What can come of it.
    pub answers: Vec<Outcome>,
}

/// One answer of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The answer.
    pub label: Text,
    /// Where it leads.
    pub leads: Way,
}

/// Where an answer leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the step at this place of [`Trouble::steps`].
    Step(usize),
    /// To the end at this place of [`Trouble::ends`].
    End(usize),
}

/// An end of a trouble.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// Its name within the file.
    pub name: String,
    /// What the officer says to the applicant, at most 15 words.
    pub say: Text,
    /// What the officer does next in Loket; empty only where the paper or the waiting list is next.
    pub next: Text,
    /// What kind of end it is.
    pub kind: EndKind,
    /// What the case waits for then, if it does.
    pub waits: Option<Wait>,
}

/// The kinds of ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EndKind {
    /// The trouble is over.
    Solved,
    /// Somebody else has to help.
    Referred {
        /// Name of the [`Contact`].
        to: String,
        /// The words the applicant says there.
        tell: Text,
        /// What to bring.
        bring: Vec<Text>,
    },
    /// It cannot go on now.
    Waiting,
    /// Nothing is solved yet: it goes on in Loket, in another service or another trouble.
    Onward {
        /// Id of the pack to open; empty where it is none.
        service: String,
        /// Name of the [`Trouble`] to go through; empty where it is none.
        trouble: String,
    },
}

impl EndKind {
    /// The word files and events carry.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Solved => "solved",
            Self::Referred { .. } => "referred",
            Self::Waiting => "waiting",
            Self::Onward { .. } => "onward",
        }
    }
}

/// What a case waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wait {
    /// One of [`CONDITIONS`].
    pub condition: String,
    /// The reason, as the waiting list shows it.
    pub reason: Text,
}

impl Trouble {
    /// The step of that name.
    pub fn step(&self, name: &str) -> Option<usize> {
        self.steps.iter().position(|step| step.name == name)
    }
}

impl Troubles {
    /// Reads the files; of several with one name the last is taken. What can be read is there, every
    /// problem is named (`file` counts in `sources`), and a file with an error hides no earlier one.
    pub fn load(sources: &[(Origin, Source)]) -> (Self, Vec<Problem>) {
        load::load(sources)
    }

    /// Those inside the binary.
    pub fn built_in() -> Self {
        let sources = super::built_in_troubles().into_iter();
        let sources: Vec<_> = sources.map(|source| (Origin::BuiltIn, source)).collect();
        Self::load(&sources).0
    }

    /// The trouble of that name.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.all.iter().position(|trouble| trouble.id == id)
    }

    /// The office of that name.
    pub fn contact(&self, name: &str) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.name == name)
    }
}

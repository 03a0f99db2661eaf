//! A place where text is typed, and the name of the journal row that keeps it.

use crate::form::Path;

/// A place where text is typed into a case: each has a journal row of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// The answer to a question.
    Answer(Path),
    /// The reason for passing a `periksa`.
    Reason(Path),
    /// The note beside an answer.
    Note(Path),
    /// What the case waits for.
    Park,
    /// The day from which a waiting case can go on.
    Until,
    /// What was left at the counter.
    Left,
    /// What is chosen while a case is put aside.
    Choices,
    /// When the applicant comes.
    Come,
    /// When to call again.
    Again,
    /// Why a finished case is opened again.
    Amend,
    /// The number that OSS or the office issued.
    Nib,
    /// What the OSS account was made with ([`crate::case::ACCOUNTS`]).
    Account(String),
    /// What came of a way to get the account back ([`crate::case::RECOVERIES`]).
    Recovery(String),
    /// A note on the step of that trouble that was taken last.
    Tried(String),
    /// What OSS showed when it threw us out, and the page to start again from, counted from 1.
    OssError(usize),
    /// What was typed in that window when it was left with Esc: it stands there again when it is opened.
    Aside(Box<Self>),
    /// The window of an outage; its row belongs to the office, not to a case.
    Outage,
}

impl Field {
    /// The name of its journal row. Frozen: rows of a killed program are found by it.
    pub fn key(&self) -> String {
        match self {
            Self::Answer(path) => format!("answer:{path}"),
            Self::Reason(path) => format!("reason:{path}"),
            Self::Note(path) => format!("note:{path}"),
            Self::Park => "park".into(),
            Self::Until => "park-until".into(),
            Self::Left => "park-left".into(),
            Self::Choices => "park-choices".into(),
            Self::Come => "come".into(),
            Self::Again => "again".into(),
            Self::Amend => "amend".into(),
            Self::Nib => "nib".into(),
            Self::Account(what) => format!("account:{what}"),
            Self::Recovery(what) => format!("recovery:{what}"),
            Self::Tried(trouble) => format!("tried:{trouble}"),
            Self::OssError(_) => "oss-error".into(),
            Self::Aside(field) => format!("aside:{}", field.key()),
            Self::Outage => "outage".into(),
        }
    }

    /// Every journal row of its window: what is typed now, and what was when it was left.
    pub(super) fn rows(&self) -> Vec<String> {
        vec![self.key(), Self::Aside(Box::new(self.clone())).key()]
    }

    /// Its name in a [`Place`]: with what its journal row does not tell.
    pub(super) fn place(&self) -> String {
        match self {
            Self::OssError(page) => format!("oss-error:{page}"),
            _ => self.key(),
        }
    }

    /// Whether it stands beside an account: there a password or a code is never kept.
    pub const fn is_guarded(&self) -> bool {
        match self {
            Self::Account(_) | Self::Recovery(_) | Self::Tried(_) => true,
            Self::Aside(field) => field.is_guarded(),
            _ => false,
        }
    }

    /// Whether what is typed in it is only said when its window is done: left in the middle it waits
    /// there, and becomes no event.
    pub(super) const fn is_draft(&self) -> bool {
        self.is_parking() || matches!(self, Self::Come | Self::Again | Self::Aside(_))
    }

    /// Whether it belongs to the window that puts a case aside.
    pub(super) const fn is_parking(&self) -> bool {
        matches!(self, Self::Park | Self::Until | Self::Left | Self::Choices)
    }

    /// The field of a journal row.
    pub fn from_key(key: &str) -> Option<Self> {
        Some(match key {
            "park" => Self::Park,
            "park-until" => Self::Until,
            "park-left" => Self::Left,
            "park-choices" => Self::Choices,
            "come" => Self::Come,
            "again" => Self::Again,
            "amend" => Self::Amend,
            "nib" => Self::Nib,
            "oss-error" => Self::OssError(0),
            "outage" => Self::Outage,
            _ => match key.split_once(':')? {
                ("answer", path) => Self::Answer(Path::new(path)),
                ("reason", path) => Self::Reason(Path::new(path)),
                ("note", path) => Self::Note(Path::new(path)),
                ("account", what) => Self::Account(what.to_owned()),
                ("recovery", what) => Self::Recovery(what.to_owned()),
                ("tried", trouble) => Self::Tried(trouble.to_owned()),
                ("aside", field) => Self::Aside(Box::new(Self::from_key(field)?)),
                ("oss-error", page) => Self::OssError(page.parse().ok()?),
                _ => return None,
            },
        })
    }
}

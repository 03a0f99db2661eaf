//! What a command answers, and the one function each that prints an answer and an error.

use crate::app::Notice;
use crate::case::ImportError;
use crate::store::{StoreError, is_held};
use crate::text::Catalog;
use serde_json::{Value, json};
use std::borrow::Cow;
use std::fmt::{Display, Write as _};
use std::io::{self, Write};

/// Exit codes, as in the README.
pub(super) mod exit {
    pub(crate) const DONE: u8 = 0;
    pub(crate) const PROBLEM: u8 = 1;
    pub(crate) const USAGE: u8 = 2;
    pub(crate) const KEY: u8 = 3;
    pub(crate) const DAMAGE: u8 = 5;
    pub(crate) const DISK: u8 = 6;
    pub(crate) const INTERNAL: u8 = 70;
}

/// The answer of a command, for people and for programs.
pub(super) struct Reply {
    /// Lines for a person, without the last line break.
    pub(super) text: String,
    /// The same for a program.
    pub(super) json: Value,
    /// A line beside the answer (a warning); never part of the output that is piped on.
    pub(super) aside: String,
    /// The exit code.
    pub(super) exit: u8,
}

impl Reply {
    pub(super) fn new(text: impl Into<String>, json: Value) -> Self {
        Self { text: text.into(), json, aside: String::new(), exit: exit::DONE }
    }

    /// An answer that was written already, piece by piece.
    pub(super) fn written(code: u8) -> Self {
        Self::new("", Value::Null).exiting(code)
    }

    /// The same answer with another exit code.
    pub(super) fn exiting(mut self, code: u8) -> Self {
        self.exit = code;
        self
    }

    /// Prints it and returns the exit code.
    pub(super) fn print(&self, as_json: bool) -> u8 {
        if !self.aside.is_empty() && !as_json {
            _ = writeln!(io::stderr(), "{}", self.aside);
        }
        if as_json {
            if !self.json.is_null() {
                out(&self.json.to_string());
            }
        } else if !self.text.is_empty() {
            out(&self.text);
        }
        self.exit
    }
}

/// Why a command did not do what it was asked: a Fluent message with `.why` and `.next`, further
/// messages under it, and the exit code.
#[derive(Debug)]
pub(super) struct Failure {
    key: Cow<'static, str>,
    args: Vec<(&'static str, String)>,
    details: Vec<(&'static str, Vec<(&'static str, String)>)>,
    exit: u8,
}

impl Failure {
    pub(super) fn new(exit: u8, key: &'static str) -> Self {
        Self { key: key.into(), args: Vec::new(), details: Vec::new(), exit }
    }

    pub(super) fn problem(key: &'static str) -> Self {
        Self::new(exit::PROBLEM, key)
    }

    pub(super) fn usage(key: &'static str) -> Self {
        Self::new(exit::USAGE, key)
    }

    /// The same failure with one more argument of its message.
    pub(super) fn with(mut self, name: &'static str, value: impl Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// The same failure with one more message under it; the first few are shown, the rest are counted.
    pub(super) fn detail(mut self, key: &'static str, args: &[(&'static str, String)]) -> Self {
        self.details.push((key, args.to_vec()));
        self
    }

    /// A file a person named that the system will not read or write.
    pub(super) fn of_file(path: &std::path::Path, error: &io::Error) -> Self {
        let key = match error.kind() {
            io::ErrorKind::NotFound => "cli-file-missing",
            io::ErrorKind::AlreadyExists => "cli-file-exists",
            _ if is_held(error) => "cli-file-held",
            _ => "cli-file-refused",
        };
        Self::new(exit::DISK, key).with("file", path.display()).with("kind", error.kind())
    }

    /// Prints it and returns the exit code.
    pub(super) fn print(&self, words: &Catalog, as_json: bool) -> u8 {
        let said = |key: &str, args: &[(&'static str, String)]| {
            let args: Vec<_> =
                args.iter().map(|(name, value)| (*name, Cow::Borrowed(value.as_str()))).collect();
            words.find(key, &args)
        };
        let what = said(&self.key, &self.args).unwrap_or_else(|| format!("⟨{}⟩", self.key));
        let why = said(&format!("{}.why", self.key), &self.args).unwrap_or_default();
        let next = said(&format!("{}.next", self.key), &self.args).unwrap_or_default();
        let shown = self.details.iter().take(MOST_DETAILS);
        let mut details: Vec<String> = shown.filter_map(|(key, args)| said(key, args)).collect();
        if self.details.len() > MOST_DETAILS {
            let more = (self.details.len() - MOST_DETAILS).to_string();
            details.extend(said("cli-and-more", &[("count", more)]));
        }
        if as_json {
            let mut error = json!({"key": self.key, "what": what, "why": why, "next": next});
            if !details.is_empty() {
                error["details"] = json!(details);
            }
            out(&json!({"error": error}).to_string());
            return self.exit;
        }
        let mut text = format!("error: {what}");
        for detail in details {
            text.push_str("\n  ");
            text.push_str(&detail);
        }
        for (label, line) in [("cli-why", why), ("cli-next", next)] {
            if !line.is_empty() {
                _ = write!(text, "\n{}: {line}", words.get(label));
            }
        }
        _ = writeln!(io::stderr(), "{text}");
        self.exit
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let args = error.args().into_iter().map(|(name, value)| (name, value.into_owned()));
        Self {
            key: error.key().into(),
            args: args.collect(),
            details: Vec::new(),
            exit: error.exit_code(),
        }
    }
}

impl From<Notice> for Failure {
    /// A notice carries no exit code: it is that of the store's error of the same name.
    fn from(notice: Notice) -> Self {
        let kind = io::ErrorKind::Other;
        let errors = [
            StoreError::WrongPassphrase,
            StoreError::NoSuchRecoveryKey,
            StoreError::RecoveryTypo,
            StoreError::PassphraseEmpty,
            StoreError::AlreadyOpen,
            StoreError::Busy,
            StoreError::Corrupt,
            StoreError::ReadOnlyFolder,
            StoreError::DiskFull,
            StoreError::NotALoketFile,
            StoreError::Missing,
            StoreError::Exists,
            StoreError::Held,
            StoreError::Io { kind },
            StoreError::Disk { code: 0 },
            StoreError::Newer { found: 0, known: 0 },
        ];
        let same = errors.iter().find(|error| error.key() == notice.key);
        Self {
            exit: same.map_or(exit::PROBLEM, StoreError::exit_code),
            key: notice.key,
            args: notice.args,
            details: Vec::new(),
        }
    }
}

/// A file of thousands with one mistake repeated would bury the message.
const MOST_DETAILS: usize = 20;

impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Self {
        let mut failure = Self::problem("cli-import-refused").with("count", error.0.len());
        for problem in &error.0 {
            let args = problem.args().into_iter();
            let args = args.map(|(name, value)| (name, value.into_owned())).collect();
            failure.details.push((problem.key(), args));
        }
        failure
    }
}

/// A usage error of the parser in one line.
pub(super) fn one_line(error: &clap::Error) -> String {
    let text = error.to_string();
    let first = text.lines().next().unwrap_or_default();
    first.strip_prefix("error: ").unwrap_or(first).to_owned()
}

/// A line to standard output. A reader that went away (`| head`) is no error.
fn out(text: &str) {
    _ = writeln!(io::stdout().lock(), "{text}");
}

//! What the program tells a person: what happened, why, what to do next.

use crate::ident::Level;
use std::borrow::Cow;

/// One message. The words are in Fluent under `key`, `key.why`, `key.next`.
#[derive(Clone, PartialEq, Eq)]
pub struct Notice {
    /// `Salah` waits to be read; the others are a line that goes away at the next key.
    pub level: Level,
    /// Fluent message id.
    pub key: Cow<'static, str>,
    /// Its arguments. May hold personal data; not printed.
    pub args: Vec<(&'static str, String)>,
}

impl std::fmt::Debug for Notice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Notice({:?} {})", self.level, self.key)
    }
}

impl Notice {
    /// A message without arguments.
    pub fn new(level: Level, key: impl Into<Cow<'static, str>>) -> Self {
        Self { level, key: key.into(), args: Vec::new() }
    }

    /// A line to know.
    pub fn info(key: &'static str) -> Self {
        Self::new(Level::Info, key)
    }

    /// The message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

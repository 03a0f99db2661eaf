//! What was said: raw text by path, and which instances of each repeat there are.
//!
//! Holds any text, however wrong. Knows nothing of kinds and rules.

use std::collections::BTreeMap;
use std::fmt;

/// Where an answer lives: the repeat instances around it, then the question.
///
/// Written `nik`, `usaha#1/kbli`, `usaha#1/produk#2/nama_produk`. Instance numbers are given once and
/// never reused, so a path means the same answer for ever; what people see ("Usaha 2") is counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Path(String);

impl Path {
    /// A path from its written form. Any text is a path: a stored answer always has a home.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The path of `name` inside `scope` (the empty scope is the top).
    #[must_use]
    pub fn within(scope: &str, name: &str) -> Self {
        if scope.is_empty() { Self(name.to_owned()) } else { Self(format!("{scope}/{name}")) }
    }

    /// The instances around it: `usaha#1/produk#2`, or nothing at the top.
    pub fn scope(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(scope, _)| scope)
    }

    /// The question's name.
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    /// The written form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One answer. `Debug` tells its length only: what people say is theirs.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// The text as it was typed; the choice's name for choices.
    pub raw: String,
    /// A note beside it (documents: "menyusul Senin").
    pub note: String,
    /// Why a `periksa` was passed; belongs to this very text, a new text needs a new reason.
    pub reason: String,
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Answer({} chars)", self.raw.chars().count())
    }
}

/// All answers of a case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    /// Answers by path.
    pub values: BTreeMap<Path, Answer>,
    /// Live instance numbers by repeat path (`usaha`, `usaha#1/produk`), in the order shown.
    pub instances: BTreeMap<String, Vec<u32>>,
}

impl Answers {
    /// The text at `path`, empty when nothing was said.
    pub fn raw(&self, path: &Path) -> &str {
        self.values.get(path).map_or("", |answer| &answer.raw)
    }

    /// The live instances of the repeat at `repeat_path`.
    pub fn instances(&self, repeat_path: &str) -> &[u32] {
        self.instances.get(repeat_path).map_or(&[], Vec::as_slice)
    }
}

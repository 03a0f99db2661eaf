//! Words people read: languages, two-language texts, and the Fluent catalogue.
//!
//! Every sentence of the program lives in `src/text/<lang>/*.ftl`; sentences of a pack live in the
//! pack as [`Text`]. Knows nothing of what the sentences are about, and never reads a file of its own
//! accord: callers hand over the user's overriding texts.

mod catalog;
mod tongue;

pub use catalog::{Args, Catalog};
pub use tongue::Tongue;

use serde::{Deserialize, Serialize};

/// A language of the interface and of packs.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Bahasa Indonesia, the language of the counter.
    #[default]
    Id,
    /// English.
    En,
}

impl Lang {
    /// Every language, the default first.
    pub const ALL: [Self; 2] = [Self::Id, Self::En];

    /// The two-letter code (ISO 639-1), as in `--lang` and in packs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }

    /// The language of a two-letter code, if it is one of ours.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The language after this one, round and round: what the language key does.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Id => Self::En,
            Self::En => Self::Id,
        }
    }
}

/// A text in every language of the program. Indonesian is always there; a missing English text
/// falls back to it (and `loket pack check` names the gap).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// Indonesian.
    pub id: String,
    /// English, empty when the pack has none.
    pub en: String,
}

impl Text {
    /// A text that reads the same in every language (a number, a name, an example).
    pub fn same(text: impl Into<String>) -> Self {
        let id = text.into();
        Self { en: id.clone(), id }
    }

    /// The text in `lang`, or in Indonesian where that is missing.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En if !self.en.is_empty() => &self.en,
            _ => &self.id,
        }
    }

    /// Whether there is nothing to read in any language.
    pub fn is_empty(&self) -> bool {
        self.id.is_empty() && self.en.is_empty()
    }
}

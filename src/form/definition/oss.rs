//! Where answers go in OSS, and the number that comes back. Knows nothing of OSS but what a pack says.

use crate::text::Text;

/// A page of OSS, as its menu names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OssPage {
    /// Key used by [`OssPlace::page`].
    pub name: String,
    /// Title as OSS shows it.
    pub title: Text,
}

/// Where an answer goes in OSS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OssPlace {
    /// [`OssPage::name`].
    pub page: String,
    /// The label OSS shows at the field.
    pub label: String,
    /// Place on the page, counted up.
    pub order: u32,
    /// How OSS wants it written.
    pub format: OssFormat,
    /// Most characters its field holds; 0 when the pack does not say. A longer value is cut when it is
    /// copied, unlike [`Question::max_chars`], which does not let the case be finished.
    pub max: usize,
}

impl OssPlace {
    /// `value` as far as the field holds it, and what does not fit: between words where there is a space
    /// in the last part of it.
    pub fn cut<'a>(&self, value: &'a str) -> (&'a str, &'a str) {
        let end = value.char_indices().nth(self.max).map(|(at, _)| at);
        let Some(end) = end.filter(|_| self.max > 0) else { return (value, "") };
        // The field may end just behind a word.
        let is_word_end = value[end..].starts_with(char::is_whitespace);
        let space = value[..end].rfind(char::is_whitespace).filter(|at| *at * 2 > end);
        let at = if is_word_end { end } else { space.unwrap_or(end) };
        (value[..at].trim_end(), value[at..].trim_start())
    }
}

/// The number OSS, or the office, gives a case that is through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenNumber {
    /// What it is called: `NIB`, `nomor izin`.
    pub label: Text,
    /// How it is checked.
    pub kind: NumberKind,
}

/// How a given number is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberKind {
    /// A NIB: thirteen digits.
    Nib,
    /// Anything the office writes on its papers.
    Free,
}

impl NumberKind {
    /// Its name in packs and events. Frozen.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nib => "nib",
            Self::Free => "bebas",
        }
    }

    /// The kind of that name; nothing for one of a later version.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Nib, Self::Free].into_iter().find(|kind| kind.code() == code)
    }
}

/// How OSS wants a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OssFormat {
    /// Digits for numbers, dates `DD/MM/YYYY`, labels for choices, else as typed.
    #[default]
    Natural,
    /// Digits alone.
    Digits,
    /// `YYYY-MM-DD`.
    IsoDate,
    /// The choice's OSS code.
    Code,
}

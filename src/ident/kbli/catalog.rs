//! The KBLI lists with what people say: titles by edition, everyday words, neighbours told apart, and
//! where a code of 2020 may have gone.
//!
//! Never converts a code to another edition: it shows candidates. Never reads a file.

/// A row of a list: a category letter, or a code of 2 to 5 digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// `I`, `56`, `561`, `5610` or `56101`.
    pub code: String,
    /// The official title.
    pub title: String,
    /// The letter of its category.
    pub category: char,
}

/// Everyday words of a five-digit code of edition 2025.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Everyday {
    /// The code.
    pub code: String,
    /// What people say, each a phrase of a few words.
    pub phrases: Vec<String>,
}

/// Codes that are taken for each other, and the question that tells them apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// The question, in the languages of the interface.
    pub question: Said,
    /// Each answer with its code.
    pub answers: Vec<(String, Said)>,
}

/// A text in both languages. (`ident` knows no `text`.)
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// Indonesian.
    pub id: String,
    /// English.
    pub en: String,
}

/// One line of the table from 2020 to 2025.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// Code of 2020.
    pub from: String,
    /// A code of 2025 it may be now.
    pub to: String,
}

/// Everything a catalogue is made of.
#[derive(Debug, Clone, Default)]
pub struct KbliParts {
    /// Rows by edition (year).
    pub lists: Vec<(u16, Vec<Row>)>,
    /// Everyday words (edition 2025).
    pub everyday: Vec<Everyday>,
    /// Spoken word, the words it stands for.
    pub spoken: Vec<(String, String)>,
    /// Neighbours told apart (edition 2025).
    pub apart: Vec<Apart>,
    /// 2020 to 2025.
    pub moves: Vec<Move>,
}

/// A code found by words.
#[derive(Debug, Clone, PartialEq)]
pub struct KbliHit {
    /// Five digits.
    pub code: String,
    /// Edition (year).
    pub edition: u16,
    /// Official title.
    pub title: String,
    /// Letter of the category.
    pub category: char,
    /// The words or title part that matched, as they stand in the data: why it was found.
    pub why: String,
}

/// The lists, ready to be searched. Made once; a search takes no lock and less than a millisecond.
#[derive(Debug, Default)]
pub struct Kbli {
    parts: KbliParts,
}

impl Kbli {
    /// Builds the index. Rows are checked already.
    pub fn new(parts: KbliParts) -> Self {
        Self { parts }
    }

    /// Editions that are loaded, newest first.
    pub fn editions(&self) -> Vec<u16> {
        self.parts.lists.iter().map(|(edition, _)| *edition).collect()
    }

    /// Official title and category of a code (letter, 2 to 5 digits) in an edition.
    pub fn title(&self, code: &str, edition: u16) -> Option<(&str, char)> {
        let _ = (code, edition);
        None
    }

    /// Whether the list of an edition is whole (the official one), so that a code that is not in it does
    /// not exist.
    pub fn is_whole(&self, edition: u16) -> bool {
        let _ = edition;
        false
    }

    /// Titles of what a code lies in, the widest first: category, golongan pokok, golongan, subgolongan,
    /// as far as the list has them.
    pub fn parents(&self, code: &str, edition: u16) -> Vec<(String, String)> {
        let _ = (code, edition);
        Vec::new()
    }

    /// The best `limit` codes of `edition` for what a person said, or for the beginning of a code.
    pub fn search(&self, words: &str, edition: u16, limit: usize) -> Vec<KbliHit> {
        let _ = (words, edition, limit);
        Vec::new()
    }

    /// What a code of 2020 may be in 2025: candidates to choose from.
    pub fn successors(&self, code_2020: &str) -> Vec<KbliHit> {
        let _ = code_2020;
        Vec::new()
    }

    /// The question that tells a code of 2025 from its neighbours.
    pub fn apart(&self, code: &str) -> Option<&Apart> {
        self.parts.apart.iter().find(|apart| apart.answers.iter().any(|(one, _)| one == code))
    }
}

//! The KBLI lists with what people say: titles by edition, everyday words, neighbours told apart, and
//! where a code of 2020 may have gone.
//!
//! Never converts a code to another edition: it shows candidates. Never reads a file.

use super::edition;
use super::index::{Index, WORDED};
use super::list::{code_of, text_of};
use super::search::Query;
use crate::base::order;

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
    /// Lists by edition (year), and whether a list is whole (the official one), so that a code that is
    /// not in it does not exist.
    pub lists: Vec<(u16, bool, Vec<Row>)>,
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
    index: Index,
    apart: Vec<Apart>,
}

impl Kbli {
    /// Builds the index. Rows are checked already; a code that cannot be one is left out.
    pub fn new(parts: KbliParts) -> Self {
        Self { index: Index::new(&parts), apart: parts.apart }
    }

    /// Editions that are loaded, newest first.
    pub fn editions(&self) -> Vec<u16> {
        self.index.editions.iter().map(|edition| edition.list.edition).collect()
    }

    /// Official title and category of a code (letter, 2 to 5 digits) in an edition.
    pub fn title(&self, code: &str, edition: u16) -> Option<(&str, char)> {
        let list = &self.index.edition(edition)?.list;
        let row = list.find(code)?;
        Some((list.title(row), list.category(row)))
    }

    /// Whether the list of an edition is whole (the official one), so that a code that is not in it does
    /// not exist.
    pub fn is_whole(&self, edition: u16) -> bool {
        self.index.edition(edition).is_some_and(|edition| edition.list.whole)
    }

    /// Titles of what a code lies in, the widest first: category, golongan pokok, golongan, subgolongan,
    /// as far as the list has them.
    pub fn parents(&self, code: &str, edition: u16) -> Vec<(String, String)> {
        let Some((_, category)) = self.title(code, edition) else { return Vec::new() };
        let wider = (2..code.len()).map(|end| code[..end].to_owned());
        std::iter::once(category.to_string())
            .filter(|letter| letter != code)
            .chain(wider)
            .filter_map(|code| {
                let title = self.title(&code, edition)?.0.to_owned();
                Some((code, title))
            })
            .collect()
    }

    /// What people say for a code of edition 2025, as it stands in the data.
    pub fn everyday(&self, code: &str) -> Vec<&str> {
        self.index.everyday(code).collect()
    }

    /// The best `limit` codes of `edition` for what a person said, or for the beginning of a code (with
    /// or without the letter of its category).
    ///
    /// Only the first 200 letters and 12 words are read. The last word counts as unfinished unless a
    /// space or another sign follows it.
    pub fn search(&self, words: &str, edition: u16, limit: usize) -> Vec<KbliHit> {
        let Some(found) = self.index.edition(edition) else { return Vec::new() };
        let list = &found.list;
        let hit = |row: usize, why: String| KbliHit {
            code: text_of(list.code(row)).to_owned(),
            edition,
            title: list.title(row).to_owned(),
            category: list.category(row),
            why,
        };
        if let Some(start) = beginning_of_a_code(words) {
            let rows = list.beginning(&start).take(limit);
            return rows.map(|row| hit(row, start.clone())).collect();
        }
        let query = Query::new(&self.index, words);
        let rows = query.run(&self.index, found, limit);
        rows.into_iter()
            .map(|one| {
                let why = one.phrase.map_or_else(
                    || query.asked_of(&self.index, list.title(one.row)),
                    |phrase| self.index.phrases.get(phrase).to_owned(),
                );
                hit(one.row, why)
            })
            .collect()
    }

    /// What a code of 2020 may be in 2025: candidates to choose from, never a conversion. The same
    /// number with a like title comes first, then the likest titles. `why` is the title of 2020; a
    /// candidate that is not in the loaded list has an empty title and `?` for its category.
    pub fn successors(&self, code_2020: &str) -> Vec<KbliHit> {
        let Some(from) = code_of(code_2020) else { return Vec::new() };
        let old = self.title(code_2020, 2020).map_or("", |(title, _)| title);
        let mut found: Vec<(i32, KbliHit)> = self
            .index
            .moved(from)
            .iter()
            .map(|(_, to)| {
                let code = text_of(to).to_owned();
                let (title, category) = self.title(&code, WORDED).unwrap_or(("", '?'));
                let like = self.index.vocabulary.likeness(old, title);
                let same = if code == code_2020 { 0.3 } else { 0.0 };
                let hit = KbliHit {
                    edition: WORDED,
                    title: title.to_owned(),
                    category,
                    why: old.to_owned(),
                    code,
                };
                (-((like + same) * 1000.0) as i32, hit)
            })
            .collect();
        order::sort_by(&mut found, |one, other| {
            one.0.cmp(&other.0).then_with(|| one.1.code.cmp(&other.1.code))
        });
        found.into_iter().map(|(_, hit)| hit).collect()
    }

    /// The titles the same number has in other loaded editions, newest first, where it means something
    /// else there (56102: a warung in 2020, a building that is not permanent in 2025).
    pub fn other_meanings(&self, code: &str, edition: u16) -> impl Iterator<Item = (u16, &str)> {
        let here = self.title(code, edition).map(|(title, _)| title);
        let others = self.editions().into_iter().filter(move |other| *other != edition);
        others.filter_map(move |other| {
            let there = self.title(code, other)?.0;
            edition::means_another(self, code, here?, there).then_some((other, there))
        })
    }

    /// The question that tells a code of 2025 from its neighbours.
    pub fn apart(&self, code: &str) -> Option<&Apart> {
        self.apart.iter().find(|apart| apart.answers.iter().any(|(one, _)| one == code))
    }

    /// The question that tells two or more of these codes of 2025 apart: the one that has most of them,
    /// and of those the one with the earliest codes.
    pub fn apart_among(&self, codes: &[&str]) -> Option<&Apart> {
        let places = |apart: &Apart| {
            let has = |code: &str| apart.answers.iter().any(|(one, _)| one == code);
            let places: Vec<usize> = (0..codes.len()).filter(|at| has(codes[*at])).collect();
            (places.len(), std::cmp::Reverse(places))
        };
        let told = self.apart.iter().map(|apart| (places(apart), apart));
        let told = told.filter(|((count, _), _)| *count > 1);
        told.max_by(|one, other| one.0.cmp(&other.0)).map(|(_, apart)| apart)
    }

    /// Bytes the lists and their index keep on the heap, without the questions that tell neighbours
    /// apart.
    pub fn memory(&self) -> usize {
        self.index.memory()
    }
}

/// The digits of a typed code: up to five, with dots or spaces between, after a letter or none.
fn beginning_of_a_code(text: &str) -> Option<String> {
    let mut digits = String::new();
    let mut letter = false;
    for sign in text.trim().chars().take(12) {
        match sign {
            '0'..='9' => digits.push(sign),
            '.' | ' ' | '-' => {}
            _ if sign.is_ascii_alphabetic() && digits.is_empty() && !letter => letter = true,
            _ => return None,
        }
    }
    (1..=5).contains(&digits.len()).then_some(digits)
}

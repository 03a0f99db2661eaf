//! The region tables: what a Kemendagri code is called now, where an old one went, what lies in it.
//!
//! Works on the texts as they lie in the data pack: sorted lines `code,name`, found by halving, so that
//! opening a table costs nothing and takes no memory. Never reads a file and never mends a table:
//! [`crate::data`] has checked it.

use std::borrow::Cow;

/// The texts of one edition, each with a header line and then lines sorted by code.
#[derive(Debug, Clone, Default)]
pub struct RegionTexts {
    /// `code,name`: 2, 4 and 6 digits (province, kabupaten or kota, kecamatan).
    pub current: Cow<'static, str>,
    /// `code,name,last_seen,successor`: codes that are no longer current. Name, year and successor may
    /// be empty.
    pub moved: Cow<'static, str>,
    /// `code,name` of 10 digits (kelurahan, desa); empty until an office imports them.
    pub villages: Cow<'static, str>,
    /// `code,postcodes` of 6 or 10 digits, postcodes separated by a space; may be empty.
    pub postcodes: Cow<'static, str>,
}

/// What is known of a region code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing<'a> {
    /// It is current.
    Current {
        /// Its name.
        name: &'a str,
    },
    /// It was current once.
    Moved {
        /// Its name then; empty when not known.
        name: &'a str,
        /// The last year it is seen in; 0 when not known.
        last_seen: u16,
        /// The code now; empty when not known.
        successor: &'a str,
    },
    /// Not known, but its first `known` digits are (4: the kabupaten or kota; 2: the province).
    Within {
        /// How many digits are known.
        known: usize,
    },
    /// Not even the province is known, now or then.
    Unknown,
}

/// A region found by words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionHit<'a> {
    /// Its code.
    pub code: &'a str,
    /// Its name.
    pub name: &'a str,
}

/// The region tables of one edition.
#[derive(Debug, Default)]
pub struct Regions {
    texts: RegionTexts,
}

impl Regions {
    /// Tables over checked texts.
    pub const fn new(texts: RegionTexts) -> Self {
        Self { texts }
    }

    /// The name of a current region.
    pub fn name(&self, code: &str) -> Option<&str> {
        let _ = (&self.texts, code);
        None
    }

    /// What is known of a code of 2, 4, 6 or 10 digits.
    pub fn standing(&self, code: &str) -> Standing<'_> {
        let _ = code;
        Standing::Unknown
    }

    /// Names of a region and of what it lies in, the smallest first: `Dumai Kota`, `Kota Dumai`,
    /// `Riau`. Of an old code the names it had or its successor has. Empty when nothing is known.
    pub fn path(&self, code: &str) -> Vec<&str> {
        let _ = code;
        Vec::new()
    }

    /// The regions directly in `code`; the provinces for an empty one.
    pub fn children(&self, code: &str) -> Vec<RegionHit<'_>> {
        let _ = code;
        Vec::new()
    }

    /// Regions whose names, or their parents' names, begin with the words, the best first. `within` is a
    /// code to stay in, or empty.
    pub fn search(&self, words: &str, within: &str, limit: usize) -> Vec<RegionHit<'_>> {
        let _ = (words, within, limit);
        Vec::new()
    }

    /// The postcodes in use in a kecamatan or kelurahan; a suggestion only.
    pub fn postcodes(&self, code: &str) -> Vec<&str> {
        let _ = code;
        Vec::new()
    }

    /// Whether kelurahan and desa have been imported.
    pub fn has_villages(&self) -> bool {
        !self.texts.villages.is_empty()
    }
}

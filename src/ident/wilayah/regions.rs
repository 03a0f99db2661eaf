//! The region tables: what a Kemendagri code is called now, where an old one went, what lies in it.
//!
//! Works on the texts as they lie in the data pack: sorted lines `code,name`, found by halving, so that
//! opening a table costs nothing and takes no memory. Never reads a file and never mends a table:
//! [`crate::data`] has checked it.

use super::table::Table;
use std::borrow::Cow;
use std::sync::OnceLock;

/// The texts of one edition, each with a header line and then lines sorted by code.
#[derive(Debug, Clone, Default)]
pub struct RegionTexts {
    /// `code,name`: 2, 4 and 6 digits (province, kabupaten or kota, kecamatan).
    pub current: Cow<'static, str>,
    /// `code,name,last_seen,successor`: codes that are no longer current. Name, year and successor may
    /// be empty. The name may hold commas; no quotes are taken off.
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
        /// The code now, however often it has moved since; empty when not known.
        successor: &'a str,
    },
    /// Not known, but its first `known` digits are, now or once (6: the kecamatan; 4: the kabupaten or
    /// kota; 2: the province).
    Within {
        /// How many digits are known.
        known: usize,
    },
    /// Not even the province is known, now or then.
    Unknown,
}

/// A region found by words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    /// Where each province begins in the current table: a million NIKs are looked up twice as fast.
    beginnings: OnceLock<[usize; 101]>,
}

/// A line of the table of moved codes.
#[derive(Clone, Copy)]
struct Move<'a> {
    name: &'a str,
    last_seen: u16,
    successor: &'a str,
}

/// Most moves that are followed from one code: a ring in a table must not hold the program.
const MOST_MOVES: usize = 8;

/// Lengths of codes, the smallest region first.
const LENGTHS: [usize; 4] = [10, 6, 4, 2];

impl Regions {
    /// Tables over checked texts.
    pub const fn new(texts: RegionTexts) -> Self {
        Self { texts, beginnings: OnceLock::new() }
    }

    /// Whether there is no table at all, so that nothing can be said of any code.
    pub fn is_empty(&self) -> bool {
        self.texts.current.is_empty()
    }

    /// The name of a current region.
    pub fn name(&self, code: &str) -> Option<&str> {
        if code.len() == 10 {
            return self.villages().find(code);
        }
        let [tens @ b'0'..=b'9', ones @ b'0'..=b'9', ..] = code.as_bytes() else { return None };
        let province = usize::from(tens - b'0') * 10 + usize::from(ones - b'0');
        let table = self.current();
        let beginnings = self.beginnings.get_or_init(|| table.beginnings());
        table.find_between(beginnings[province], beginnings[province + 1], code)
    }

    /// What is known of a code of 2, 4, 6 or 10 digits.
    pub fn standing(&self, code: &str) -> Standing<'_> {
        if let Some(name) = self.name(code) {
            return Standing::Current { name };
        }
        if let Some(Move { name, last_seen, successor }) = self.moved(code) {
            return Standing::Moved { name, last_seen, successor: self.latest(successor) };
        }
        let known = LENGTHS.into_iter().find(|length| {
            code.get(..*length).is_some_and(|beginning| self.known_once(beginning).is_some())
        });
        known.map_or(Standing::Unknown, |known| Standing::Within { known })
    }

    /// Names of a region and of what it lies in, the smallest first: `Dumai Kota`, `Kota Dumai`,
    /// `Riau`. Of an old code the names it had or its successor has. Empty when nothing is known.
    pub fn path(&self, code: &str) -> Vec<&str> {
        let codes = LENGTHS.into_iter().filter_map(|length| code.get(..length));
        codes.filter_map(|code| self.known_once(code)).filter(|name| !name.is_empty()).collect()
    }

    /// The regions directly in `code`; the provinces for an empty one.
    pub fn children(&self, code: &str) -> Vec<RegionHit<'_>> {
        let Some(length) = LENGTHS.into_iter().rev().find(|length| *length > code.len()) else {
            return Vec::new();
        };
        let table = if length == 10 { self.villages() } else { self.current() };
        let mut children = Vec::new();
        let mut from = code.to_owned();
        // From each child the way leads past everything that lies in it.
        while let Some((found, name)) = table.starting(&from).next() {
            if !found.starts_with(code) {
                break;
            }
            if found.len() == length {
                children.push(RegionHit { code: found, name });
            }
            from.clear();
            from.push_str(found);
            // The sign after the digits: the next place that is not within.
            from.push(if found.len() == length { ':' } else { '0' });
        }
        children
    }

    /// The postcodes in use in a kecamatan or kelurahan; a suggestion only. Of a kelurahan that has
    /// none of its own, those of its kecamatan.
    pub fn postcodes(&self, code: &str) -> Vec<&str> {
        let table = Table::new(&self.texts.postcodes);
        let codes = [Some(code), code.get(..6)];
        let found = codes.into_iter().flatten().find_map(|code| table.find(code));
        found.unwrap_or_default().split_whitespace().collect()
    }

    /// Whether kelurahan and desa have been imported.
    pub fn has_villages(&self) -> bool {
        !self.texts.villages.is_empty()
    }

    /// Province, kabupaten or kota, kecamatan.
    pub(super) fn current(&self) -> Table<'_> {
        Table::new(&self.texts.current)
    }

    /// Kelurahan and desa.
    pub(super) fn villages(&self) -> Table<'_> {
        Table::new(&self.texts.villages)
    }

    fn moved(&self, code: &str) -> Option<Move<'_>> {
        let rest = Table::new(&self.texts.moved).find(code)?;
        // From the end, because only the name may hold commas.
        let mut cells = rest.rsplitn(3, ',');
        let successor = cells.next()?;
        let last_seen = cells.next()?.parse().unwrap_or(0);
        Some(Move { name: cells.next()?, last_seen, successor })
    }

    /// The current code that `code` has become, itself if it is current; empty when not known.
    fn latest<'a>(&'a self, mut code: &'a str) -> &'a str {
        for _ in 0..MOST_MOVES {
            match self.moved(code) {
                Some(moved) => code = moved.successor,
                None => break,
            }
        }
        if self.name(code).is_some() { code } else { "" }
    }

    /// The name a code has, had, or its successor has.
    fn known_once(&self, code: &str) -> Option<&str> {
        self.name(code).or_else(|| {
            self.moved(code).map(|moved| match moved.name {
                "" => self.name(self.latest(moved.successor)).unwrap_or_default(),
                name => name,
            })
        })
    }
}

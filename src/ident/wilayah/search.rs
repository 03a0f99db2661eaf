//! Regions found by what people type: words in any order, a parent's name, the beginning of a code.
//!
//! One pass over the tables, nothing kept between searches. Names repeat, so callers show the path.

use super::regions::{RegionHit, Regions, Standing};
use super::words::{Fit, fit, fit_nearly, letters, words};
use std::cmp::Reverse;

/// Most words of a search that count.
const MOST_WORDS: usize = 16;

/// Fewest letters before kelurahan and desa of the whole country are looked through.
const VILLAGE_LETTERS: usize = 3;

/// Short names of provinces, with their codes.
const SHORT: [(&str, &str); 31] = [
    ("sumut", "12"),
    ("sumbar", "13"),
    ("sumsel", "16"),
    ("babel", "19"),
    ("kepri", "21"),
    ("dki", "31"),
    ("jabar", "32"),
    ("jateng", "33"),
    ("diy", "34"),
    ("jogja", "34"),
    ("jogjakarta", "34"),
    ("yogya", "34"),
    ("jatim", "35"),
    ("ntb", "52"),
    ("ntt", "53"),
    ("kalbar", "61"),
    ("kalteng", "62"),
    ("kalsel", "63"),
    ("kaltim", "64"),
    ("kaltara", "65"),
    ("sulut", "71"),
    ("sulteng", "72"),
    ("sulsel", "73"),
    ("sultra", "74"),
    ("sulbar", "76"),
    ("malut", "82"),
    ("maluku", "81"),
    ("pabar", "92"),
    ("pasel", "93"),
    ("papteng", "94"),
    ("pabarda", "96"),
];

/// Words before the name proper of a kabupaten or kota.
const BEFORE_NAMES: [&str; 5] = ["kabupaten", "kab", "kota", "administrasi", "adm"];

/// What a word like `kec` asks for. It may be left out, so it only moves what fits it to the front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Province,
    Kabupaten,
    Kota,
    Kecamatan,
    Village,
}

impl Kind {
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "prov" | "propinsi" | "provinsi" => Self::Province,
            "kab" | "kabupaten" => Self::Kabupaten,
            "kota" => Self::Kota,
            "kec" | "kecamatan" => Self::Kecamatan,
            "kel" | "kelurahan" | "ds" | "desa" => Self::Village,
            _ => return None,
        })
    }

    fn fits(self, code: &str, name: &str) -> bool {
        match self {
            Self::Province => code.len() == 2,
            Self::Kabupaten => code.len() == 4 && !begins_with_kota(name),
            // `Dumai Kota` is a kecamatan, `Kota Dumai` is not.
            Self::Kota => words(name).any(|word| fit(word, "kota") == Fit::Whole),
            Self::Kecamatan => code.len() == 6,
            Self::Village => code.len() == 10,
        }
    }
}

/// A search, read.
struct Query {
    /// The words that must be found, folded.
    wanted: Vec<String>,
    /// What kind of region the others ask for.
    kinds: Vec<Kind>,
    /// All words as typed, folded, when some say a kind: `dumai kota` is a name besides.
    literal: Option<Vec<String>>,
    /// The words in one, wanted or all: `Pekan Baru` is written `Pekanbaru`, `Kota Baru` `Kotabaru`.
    squeezed: [String; 2],
    /// How many letters the wanted words have.
    letters: usize,
    /// How a word of a name fits one that was typed.
    fit: fn(&str, &str) -> Fit,
}

/// What a region has of a search, a bit for each word.
#[derive(Default, Clone, Copy)]
struct Bits {
    /// Of the wanted words.
    wanted: u32,
    /// Of the kinds asked for.
    kinds: u32,
}

impl Bits {
    fn and(self, other: Self) -> Self {
        Self { wanted: self.wanted | other.wanted, kinds: self.kinds | other.kinds }
    }
}

/// What a name has of a search.
#[derive(Default, Clone, Copy)]
struct Seen {
    bits: Bits,
    /// Whether there is nothing in the name besides.
    whole: bool,
    /// Whether the name begins with one of the words.
    first: bool,
}

/// The order of hits: whether the kind asked for is missing, how well it fits, how many words are its
/// own, how small it is.
type Key = (bool, Rank, Reverse<u32>, usize);

/// How well a hit fits, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Literal,
    Whole,
    Begins,
    Within,
    ByParent,
}

impl Regions {
    /// Regions whose names, or their parents' names, begin with the words, the best first. `within` is a
    /// code to stay in, or empty.
    ///
    /// The order of words, case, accents and apostrophes do not count; at least one word must be of the
    /// region's own name. `kec`, `kab`, `kota`, `kelurahan`, `desa` may be left out. Digits are the
    /// beginning of a code. When nothing is found, small slips of the finger are forgiven. Kelurahan and
    /// desa are looked at inside a kecamatan, or from three letters on. Without words: what lies in
    /// `within`.
    pub fn search(&self, words: &str, within: &str, limit: usize) -> Vec<RegionHit<'_>> {
        let mut signs =
            words.chars().filter(|sign| !sign.is_whitespace() && *sign != '.').peekable();
        if signs.peek().is_some() && signs.all(|sign| sign.is_ascii_digit()) {
            return self.search_code(words, within, limit);
        }
        let mut query = Query::read(words);
        if query.wanted.is_empty() {
            let mut children = self.children(within);
            children.truncate(limit);
            return children;
        }
        let hits = self.look_through(&query, within, limit);
        if !hits.is_empty() {
            return hits;
        }
        query.fit = fit_nearly;
        self.look_through(&query, within, limit)
    }

    /// Regions by the beginning of a code; of an old code that of today.
    fn search_code(&self, typed: &str, within: &str, limit: usize) -> Vec<RegionHit<'_>> {
        let code: String = typed.chars().filter(char::is_ascii_digit).collect();
        let tables = [self.current(), self.villages()];
        let rows = tables.into_iter().flat_map(|table| table.within(&code));
        let hits: Vec<_> = rows
            .filter(|(code, _)| code.starts_with(within))
            .map(|(code, name)| RegionHit { code, name })
            .take(limit)
            .collect();
        if hits.is_empty()
            && let Standing::Moved { successor, .. } = self.standing(&code)
            && successor.starts_with(within)
        {
            let name = self.name(successor);
            return name.map(|name| RegionHit { code: successor, name }).into_iter().collect();
        }
        hits
    }

    fn look_through(&self, query: &Query, within: &str, limit: usize) -> Vec<RegionHit<'_>> {
        // What province, kabupaten and kecamatan around the present row have of the search.
        let mut around = [Bits::default(); 3];
        for (bits, length) in around.iter_mut().zip([2, 4, 6]) {
            if let Some((code, name)) =
                within.get(..length).and_then(|code| Some((code, self.name(code)?)))
            {
                *bits = query.look(code, name).bits;
            }
        }
        let mut hits = Vec::new();
        let mut look = |code, name, parents: Bits| {
            let seen = query.look(code, name);
            if code.len() > within.len() {
                let key = query.key(code, name, seen, parents);
                hits.extend(key.map(|key| (key, RegionHit { code, name })));
            }
            seen.bits
        };
        let with_villages = within.len() >= 6 || query.letters >= VILLAGE_LETTERS;
        let mut villages = self.villages().starting(within).peekable();
        for (code, name) in self.current().within(within) {
            let depth = match code.len() {
                2 => 0,
                4 => 1,
                6 => 2,
                _ => continue,
            };
            let parents = around[..depth].iter().fold(Bits::default(), |all, one| all.and(*one));
            let own = look(code, name, parents);
            around[depth] = own;
            around[depth + 1..].fill(Bits::default());
            if depth < 2 || !with_villages {
                continue;
            }
            // Both tables are in order, so that the villages of this kecamatan are the next ones.
            while villages.next_if(|(village, _)| *village < code).is_some() {}
            while let Some((code, name)) = villages.next_if(|(one, _)| one.starts_with(code)) {
                look(code, name, parents.and(own));
            }
        }
        hits.sort_unstable_by_key(|(key, hit)| (*key, hit.code));
        hits.truncate(limit);
        hits.into_iter().map(|(_, hit)| hit).collect()
    }
}

impl Query {
    fn read(typed: &str) -> Self {
        let all: Vec<String> =
            words(typed).take(MOST_WORDS).map(|word| letters(word).collect()).collect();
        let kinds: Vec<Kind> = all.iter().filter_map(|word| Kind::of(word)).collect();
        let mut wanted: Vec<String> = all
            .iter()
            .filter(|word| Kind::of(word).is_none() && !is_title(word))
            .cloned()
            .collect();
        let literal = (!kinds.is_empty()).then_some(all);
        if wanted.is_empty() {
            // Nothing but such words: then they are what is looked for.
            wanted = literal.clone().unwrap_or_default();
        }
        let squeezed =
            [wanted.concat(), literal.as_ref().map(|all| all.concat()).unwrap_or_default()];
        let letters = squeezed[0].chars().count();
        Self { wanted, kinds, literal, squeezed, letters, fit }
    }

    /// The bits of all wanted words.
    fn all(&self) -> u32 {
        (1 << self.wanted.len()) - 1
    }

    /// What of the search is in a region's own name.
    fn look(&self, code: &str, name: &str) -> Seen {
        let mut seen = Seen { whole: true, ..Seen::default() };
        for (at, word) in name_words(code, name).enumerate() {
            let mut best = Fit::No;
            for (bit, typed) in self.wanted.iter().enumerate() {
                let fit = (self.fit)(word, typed);
                if fit != Fit::No {
                    seen.bits.wanted |= 1 << bit;
                    best = best.max(fit);
                }
            }
            seen.whole = seen.whole
                && (best == Fit::Whole
                    || self.literal.iter().flatten().any(|typed| fit(word, typed) == Fit::Whole));
            seen.first |= at == 0 && best != Fit::No;
        }
        for (bit, typed) in self.wanted.iter().enumerate() {
            if code.len() == 2
                && SHORT.iter().any(|(short, province)| short == typed && *province == code)
            {
                seen.bits.wanted |= 1 << bit;
                (seen.whole, seen.first) = (true, true);
            }
        }
        if seen.bits.wanted != self.all() && self.wanted.len() + self.kinds.len() > 1 {
            let fits = self.squeezed.iter().map(|typed| fit_squeezed(code, name, typed));
            let fit = fits.max().unwrap_or(Fit::No);
            if fit != Fit::No {
                seen.bits.wanted = self.all();
                (seen.whole, seen.first) = (fit == Fit::Whole, true);
            }
        }
        // Of a kecamatan that has none of the words nobody asks for its kind.
        if seen.bits.wanted != 0 || code.len() < 6 {
            for (bit, kind) in self.kinds.iter().enumerate() {
                seen.bits.kinds |= u32::from(kind.fits(code, name)) << bit;
            }
        }
        seen
    }

    /// Where a region stands among the hits; none when it is no hit.
    fn key(&self, code: &str, name: &str, seen: Seen, parents: Bits) -> Option<Key> {
        let own = seen.bits.wanted;
        if own == 0 || own | parents.wanted != self.all() {
            return None;
        }
        let by_itself = own == self.all();
        let literally = |typed: &Vec<String>| {
            let mut typed = typed.iter();
            words(name).all(|word| typed.next().is_some_and(|typed| fit(word, typed) == Fit::Whole))
                && typed.next().is_none()
        };
        let rank = match seen {
            _ if self.literal.as_ref().is_some_and(literally) => Rank::Literal,
            Seen { whole: true, .. } => Rank::Whole,
            Seen { first: true, .. } if by_itself => Rank::Begins,
            _ if by_itself => Rank::Within,
            _ => Rank::ByParent,
        };
        let kinds = seen.bits.and(parents).kinds;
        let other_kind = rank != Rank::Literal && kinds != (1 << self.kinds.len()) - 1;
        Some((other_kind, rank, Reverse(own.count_ones()), code.len()))
    }
}

/// How the name without its spaces begins with `typed`.
fn fit_squeezed(code: &str, name: &str, typed: &str) -> Fit {
    if typed.is_empty() {
        return Fit::No;
    }
    let mut letters = name_words(code, name).flat_map(letters);
    for sign in typed.chars() {
        if letters.next() != Some(sign) {
            return Fit::No;
        }
    }
    if letters.next().is_none() { Fit::Whole } else { Fit::Begins }
}

/// The words of a name without `Kabupaten` or `Kota` before it.
fn name_words<'a>(code: &str, name: &'a str) -> impl Iterator<Item = &'a str> {
    let second = code.len() == 4;
    let mut before = true;
    words(name).filter(move |word| {
        before &= second && BEFORE_NAMES.iter().any(|kind| fit(word, kind) == Fit::Whole);
        !before
    })
}

/// A word in the names of Jakarta's regions that says nothing about which one it is.
fn is_title(word: &str) -> bool {
    ["administrasi", "adm"].contains(&word)
}

fn begins_with_kota(name: &str) -> bool {
    words(name).next().is_some_and(|word| fit(word, "kota") == Fit::Whole)
}

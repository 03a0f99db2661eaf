//! Regional languages a sentence may also be said in.
//!
//! Only what an officer says aloud has them; everything that is read is [`super::Lang`]. Their names are
//! the Fluent messages `tongue-<code>`.

/// A regional language, by the code packs write it with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tongue(&'static str);

impl Tongue {
    /// Every one there is, in the order they are offered. ISO 639 codes; `ms_riau` is the Malay of Riau,
    /// which has none of its own. One may be added; none is taken away, for cases name them.
    pub const ALL: [Self; 12] = [
        Self("ms_riau"),
        Self("min"),
        Self("jv"),
        Self("su"),
        Self("bbc"),
        Self("ace"),
        Self("bjn"),
        Self("bug"),
        Self("mak"),
        Self("ban"),
        Self("mad"),
        Self("sas"),
    ];

    /// Its code in packs and cases.
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// The language of a code, if it is one of ours.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tongue| tongue.0 == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Catalog, Lang};

    #[test]
    fn every_regional_language_has_a_name_in_both_languages() {
        for lang in Lang::ALL {
            let words = Catalog::built_in(lang);
            for tongue in Tongue::ALL {
                assert!(words.find(&format!("tongue-{}", tongue.code()), &[]).is_some());
                assert_eq!(Tongue::from_code(tongue.code()), Some(tongue));
            }
        }
        assert_eq!(Tongue::from_code("id"), None);
    }
}

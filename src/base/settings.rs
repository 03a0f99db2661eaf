//! What every settings file of an office has in common: entries in their order, slips told with the line and
//! the nearest right word. Knows no setting.

use super::order;
use std::borrow::Cow;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A name and its value, with their places.
pub(crate) type Entry<'t, 'i> = (&'t Spanned<Cow<'i, str>>, &'t Spanned<DeValue<'i>>);

/// Entries as they stand in the file; the parser sorts them by name.
pub(crate) fn in_order<'t, 'i>(table: &'t DeTable<'i>) -> Vec<Entry<'t, 'i>> {
    let mut entries: Vec<_> = table.iter().collect();
    order::sort_by_key(&mut entries, |(key, _)| key.span().start);
    entries
}

/// A file being read, and what is wrong in it.
pub(crate) struct Reader<'a> {
    /// Its name, as the officer knows it.
    pub(crate) file: &'static str,
    /// What stands in it.
    pub(crate) source: &'a str,
    /// A line for each slip.
    pub(crate) problems: &'a mut Vec<String>,
}

impl Reader<'_> {
    /// Tells a slip; `at` is its place in bytes.
    pub(crate) fn problem(&mut self, at: usize, what: &str) {
        let line = self.source[..at.min(self.source.len())].matches('\n').count() + 1;
        self.problems.push(format!("{}:{line}: {what}", self.file));
    }

    /// Tells a word that is not known, with the nearest one that is.
    pub(crate) fn unknown<'n>(
        &mut self,
        at: usize,
        what: &str,
        found: &str,
        known: impl Iterator<Item = &'n str>,
    ) {
        self.problem(at, &unknown(what, found, known));
    }
}

/// ``unknown setting `sped`; did you mean `speed`?``
pub(crate) fn unknown<'n>(what: &str, found: &str, known: impl Iterator<Item = &'n str>) -> String {
    format!("unknown {what} `{found}`{}", meant(found, known))
}

/// ``; did you mean `speed`?`` where one is near enough, else nothing.
pub(crate) fn meant<'n>(found: &str, known: impl Iterator<Item = &'n str>) -> String {
    nearest(found, known).map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}

/// The known word nearest to what was written, when it is near enough to be meant.
fn nearest<'n>(found: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    known
        .map(|name| (strsim::damerau_levenshtein(found, name), name))
        .filter(|(distance, name)| *distance <= 1 + name.len() / 4)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

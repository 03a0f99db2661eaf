//! What every settings file of an office has in common: entries in their order, slips told with the line and
//! the nearest right word. Knows no setting.

use super::order;
use super::suggest::nearest;
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

/// The line of a place in bytes, counted from 1.
pub(crate) fn line_of(source: &str, at: usize) -> usize {
    source[..at.min(source.len())].matches('\n').count() + 1
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

impl<'a> Reader<'a> {
    /// Tells a slip; `at` is its place in bytes.
    pub(crate) fn problem(&mut self, at: usize, what: &str) {
        let line = line_of(self.source, at);
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

    /// The whole file; what is no TOML is a slip.
    pub(crate) fn parse(&mut self) -> Option<Spanned<DeTable<'a>>> {
        DeTable::parse(self.source)
            .map_err(|error| {
                let at = error.span().map_or(0, |span| span.start);
                self.problem(at, error.message());
            })
            .ok()
    }

    /// Every table of a file that has nothing else, each as `read` reads it. `what` is what a table is called
    /// when its name is none of `names`.
    pub(crate) fn tables<T, N: Iterator<Item = &'static str>>(
        &mut self,
        what: &str,
        names: impl Fn() -> N,
        mut read: impl FnMut(&mut Self, &'static str, &DeTable<'_>) -> T,
    ) -> Vec<(&'static str, T)> {
        let Some(file) = self.parse() else { return Vec::new() };
        let mut tables = Vec::new();
        for (key, value) in in_order(file.get_ref()) {
            let at = key.span().start;
            let Some(name) = names().find(|name| *name == key.get_ref()) else {
                self.unknown(at, what, key.get_ref(), names());
                continue;
            };
            match value.get_ref() {
                DeValue::Table(table) => tables.push((name, read(self, name, table))),
                _ => self.problem(at, &format!("`{name}` is not a table")),
            }
        }
        tables
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

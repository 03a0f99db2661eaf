//! What an import would change, in numbers and examples.

use super::super::csv;
use super::super::kind::{Kind, Table};
use super::super::manifest::Manifest;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Examples shown of each change.
const EXAMPLES: usize = 5;

/// Some of what changed, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// How many.
    pub count: usize,
    /// The first few, as they are shown.
    pub examples: Vec<String>,
}

/// What an import changes against the table in use now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// What it is about; always there after an import.
    pub kind: Option<Kind>,
    /// The edition that comes in.
    pub edition: u16,
    /// The edition and date in use now; none where there was no such table.
    pub replaces: Option<(u16, String)>,
    /// Rows that come in.
    pub rows: usize,
    /// Keys that are new.
    pub added: Changes,
    /// Keys that go.
    pub removed: Changes,
    /// Keys whose name or value is another one.
    pub changed: Changes,
    /// Codes whose lost leading zero was put back.
    pub restored: Vec<String>,
    /// Columns that were not used.
    pub unused: Vec<String>,
    /// KBLI: the list is taken for the whole official one.
    pub whole: bool,
    /// Holidays: years without cuti bersama; counts over them will be provisional.
    pub incomplete: Vec<i16>,
}

impl Changes {
    fn add(&mut self, example: impl FnOnce() -> String) {
        self.count += 1;
        if self.examples.len() < EXAMPLES {
            self.examples.push(example());
        }
    }
}

impl Summary {
    /// Compares the texts of two editions of a table.
    pub(super) fn compare(
        table: Table,
        before: Option<&(Cow<'static, str>, Manifest)>,
        after: &str,
    ) -> Self {
        let old = before.map_or_else(BTreeMap::new, |(text, _)| keyed(table, text));
        let new = keyed(table, after);
        let mut summary = Self {
            replaces: before.map(|(_, manifest)| (manifest.edition, manifest.date.clone())),
            rows: after.lines().count().saturating_sub(1),
            ..Self::default()
        };
        for (key, value) in &new {
            match old.get(key) {
                None => summary.added.add(|| format!("{key} {value}")),
                Some(was) if was != value => {
                    summary.changed.add(|| format!("{key} {was} → {value}"));
                }
                Some(_) => {}
            }
        }
        for (key, value) in old.iter().filter(|(key, _)| !new.contains_key(*key)) {
            summary.removed.add(|| format!("{key} {value}"));
        }
        summary
    }

    /// Whether nothing at all would change.
    pub fn is_same(&self) -> bool {
        self.replaces.is_some() && self.added.count + self.removed.count + self.changed.count == 0
    }
}

/// Rows by what names them: the code, or the date, or the whole pair.
fn keyed(table: Table, text: &str) -> BTreeMap<String, String> {
    let (rows, _) = csv::rows(text, ',');
    rows.into_iter()
        .skip(1)
        .map(|row| {
            let mut cells = row.cells.into_iter();
            let key = cells.next().unwrap_or_default().into_owned();
            let rest: Vec<Cow<'_, str>> = cells.collect();
            match table {
                Table::Moves => (format!("{key} → {}", rest.join(",")), String::new()),
                _ => (key, rest.join(", ")),
            }
        })
        .collect()
}

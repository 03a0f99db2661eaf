//! What reference data there is, and everything that is wrong with it: `loket data list` and `check`.
//!
//! Reads everything there is; the program itself never does.

use super::kind::{Kind, Table};
use super::lines::pairs;
use super::manifest::Manifest;
use super::pack::Origin;
use super::problem::Problem;
use super::reference::Reference;
use super::typed::Reading;
use super::{MANIFEST, csv, manifest};
use std::collections::HashSet;

/// One pack as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stocked {
    /// The name of its folder.
    pub id: String,
    /// Where it comes from.
    pub origin: Origin,
    /// What it says of itself; none where that cannot be read.
    pub manifest: Option<Manifest>,
    /// Rows of its first file; 0 where it is not sound.
    pub rows: usize,
    /// Whether its first file is the one the program uses.
    pub in_use: bool,
    /// Everything that is wrong with it alone.
    pub problems: Vec<Problem>,
}

impl Reference {
    /// Every pack, the built-in ones first, with everything that is wrong with each.
    pub fn stock(&self) -> Vec<Stocked> {
        let mut stock = Vec::new();
        for origin in [Origin::BuiltIn, Origin::Office] {
            for id in self.names(origin) {
                let (pack, problems) = self.load(origin, &id);
                let rows = pack.as_ref().map_or(0, |pack| {
                    let main = pack.manifest.kind.files()[0].1;
                    let text = pack.files.iter().find(|(table, _)| *table == main);
                    text.map_or(0, |(_, text)| csv::rows(text, ',').0.len().saturating_sub(1))
                });
                let in_use = pack.is_some();
                let manifest = pack.map(|pack| pack.manifest).or_else(|| {
                    // A pack with a wrong checksum still says what it is.
                    let bytes = self.bytes(origin, &id, MANIFEST)?;
                    manifest::read("", std::str::from_utf8(&bytes).ok()?).0
                });
                stock.push(Stocked { id, origin, manifest, rows, in_use, problems });
            }
        }
        let own: Vec<(Kind, u16)> = stock
            .iter()
            .filter(|pack| pack.origin == Origin::Office && pack.in_use)
            .filter_map(|pack| pack.manifest.as_ref())
            .map(place_of)
            .collect();
        for pack in stock.iter_mut().filter(|pack| pack.origin == Origin::BuiltIn) {
            let replaced = pack.manifest.as_ref().is_some_and(|of| own.contains(&place_of(of)));
            pack.in_use &= !replaced;
        }
        stock
    }

    /// What is wrong between the tables in use: codes that one table has and the other lacks.
    pub fn check_across(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let regions = self.in_use(Table::Regions, None);
        let regions = regions.as_ref().map_or("", |(text, _)| text.as_ref());
        let regions: HashSet<&str> = pairs(regions).map(|(code, _)| code).collect();
        self.each(Table::Moved, &mut problems, |cells, known| {
            if regions.contains(cells[0]) {
                known("code", "data-moved-current", cells[0]);
            }
            if !cells[3].is_empty() && !regions.contains(cells[3]) {
                known("successor", "data-no-such-region", cells[3]);
            }
        });
        for table in [Table::Villages, Table::Postcodes] {
            self.each(table, &mut problems, |cells, known| {
                if cells[0].get(..6).is_some_and(|parent| !regions.contains(parent)) {
                    known("code", "data-no-such-region", cells[0]);
                }
            });
        }
        let list = |edition| {
            let (text, manifest) = self.in_use(Table::Kbli, Some(edition))?;
            let codes = Reading::new("", &text).kbli().into_iter().map(|row| row.code);
            Some((codes.collect::<HashSet<String>>(), manifest.whole))
        };
        let (list_2020, list_2025) = (list(2020), list(2025));
        self.each(Table::Words, &mut problems, |cells, known| {
            if list_2025.as_ref().is_some_and(|(codes, _)| !codes.contains(cells[0])) {
                known("code", "data-no-such-kbli", cells[0]);
            }
        });
        self.each(Table::Moves, &mut problems, |cells, known| {
            // A starter list has not every code, so only a whole one can tell.
            let sides = [("code_2020", cells[0], &list_2020), ("code_2025", cells[1], &list_2025)];
            for (column, code, list) in sides {
                if list.as_ref().is_some_and(|(codes, whole)| *whole && !codes.contains(code)) {
                    known(column, "data-no-such-kbli", code);
                }
            }
        });
        if let (Some((text, of)), Some((codes, _))) = (self.in_use(Table::Apart, None), &list_2025)
        {
            let file = format!("{}/{}", of.id, file_of(&of, Table::Apart));
            let answers = Reading::new("", &text).apart().into_iter().flat_map(|one| one.answers);
            for (code, _) in answers.filter(|(code, _)| !codes.contains(code)) {
                problems.push(Problem::of(&file, "data-no-such-kbli").with("code", code));
            }
        }
        problems
    }

    /// Looks at every row of a table in use; `known` tells of a column, a message and a code.
    fn each(
        &self,
        table: Table,
        problems: &mut Vec<Problem>,
        look: impl Fn(&[&str], &mut dyn FnMut(&str, &'static str, &str)),
    ) {
        let Some((text, of)) = self.in_use(table, None) else { return };
        let file = format!("{}/{}", of.id, file_of(&of, table));
        let width = table.header().len();
        for row in csv::rows(&text, ',').0.iter().skip(1) {
            let mut cells: Vec<&str> = row.cells.iter().map(AsRef::as_ref).collect();
            cells.resize(cells.len().max(width), "");
            look(&cells, &mut |column, key, code| {
                problems.push(Problem::of(&file, key).at(row.line, column).with("code", code));
            });
        }
    }
}

fn file_of(manifest: &Manifest, table: Table) -> &'static str {
    let files = manifest.kind.files().iter();
    files.copied().find(|(_, of, _)| *of == table).map_or("", |(name, ..)| name)
}

/// What one pack can take the place of another in: its kind, and of KBLI the edition.
const fn place_of(manifest: &Manifest) -> (Kind, u16) {
    match manifest.kind {
        Kind::Kbli => (Kind::Kbli, manifest.edition),
        kind => (kind, 0),
    }
}

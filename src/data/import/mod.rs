//! A list that an office hands in becomes a pack, or is refused with everything that is wrong with it.
//!
//! All or nothing: what is staged went through the same checks as the built-in packs. Never writes a
//! file; the caller shows the summary first and writes what it gets.

mod change;
mod codes;
mod columns;
mod days;
mod kbli;
mod regions;
mod sheet;
#[cfg(test)]
mod tests;

pub use change::{Changes, Summary};

use super::kind::{Kind, Table};
use super::manifest::{self, Manifest};
use super::problem::Problem;
use super::reference::Reference;
use super::{MANIFEST, typed};
use crate::base::order;
use crate::text::Text;
use columns::{Field, Grid};

/// What the caller knows of a file.
#[derive(Debug, Clone, Default)]
pub struct Given<'a> {
    /// Its name, for messages and as a hint at the edition.
    pub file: &'a str,
    /// What it is about; guessed from the header where not given.
    pub kind: Option<Kind>,
    /// The year of the edition; guessed from header and name where not given.
    pub edition: Option<u16>,
    /// Where it comes from; the name of the file where empty.
    pub source: &'a str,
    /// The day of the import.
    pub today: jiff::civil::Date,
}

/// A pack ready to be written, and what it changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staged {
    /// Its manifest, with checksums.
    pub manifest: Manifest,
    /// Every file with its text, `pack.toml` last.
    pub files: Vec<(String, String)>,
    /// What it changes.
    pub summary: Summary,
}

/// The rows of a list, in the order and shape of our own file, without header.
struct Made {
    rows: Vec<String>,
    /// The year of the edition, where the list itself tells.
    edition: Option<u16>,
    whole: bool,
    incomplete: Vec<i16>,
    /// Codes whose lost leading zero was put back.
    restored: Vec<String>,
}

impl Made {
    const fn of(rows: Vec<String>) -> Self {
        Self { rows, edition: None, whole: false, incomplete: Vec::new(), restored: Vec::new() }
    }
}

/// Reads a list: CSV (any usual sign and encoding) or XLSX. The reference is what it is checked against
/// and compared with: parents of a kelurahan, days off of other years. Errors: every problem, in the
/// order of the rows.
pub fn import(
    given: &Given<'_>,
    bytes: &[u8],
    reference: &Reference,
) -> Result<Staged, Vec<Problem>> {
    let sheets = sheet::read(given.file, bytes).map_err(|problem| vec![problem])?;
    let mut grid = Grid::find(given.file, &sheets)?;
    if grid.rows().next().is_none() {
        return Err(vec![Problem::of(given.file, "data-import-no-rows")]);
    }
    let kind = match given.kind {
        Some(kind) => kind,
        None => guess(given, &grid)?,
    };
    let table = kind.files()[0].1;
    if kind == Kind::KbliKata {
        return Err(vec![Problem::of(given.file, "data-import-not-this-kind")]);
    }
    let mut by_header = None;
    if kind == Kind::Kbli && !grid.has(Field::Code) {
        // A list whose only code column is named after its edition.
        let editions = [(Field::Code2025, 2025), (Field::Code2020, 2020)];
        by_header = editions.into_iter().find(|(field, _)| grid.has(*field));
        if let Some((field, _)) = by_header {
            grid.take_for_code(field);
        }
    }
    let missing = grid.missing(needed(kind));
    if !missing.is_empty() {
        return Err(missing);
    }
    let mut problems = Vec::new();
    let made = match kind {
        Kind::Wilayah => regions::regions(given, &grid, &mut problems),
        Kind::Desa => regions::villages(&grid, reference, &mut problems),
        Kind::Kodepos => regions::postcodes(&grid, reference, &mut problems),
        Kind::Libur => days::holidays(given, &grid, reference, &mut problems),
        Kind::Kbli => kbli::list(given, &grid, &mut problems),
        Kind::Padanan | Kind::KbliKata => kbli::moves(&grid, reference, &mut problems),
    };
    let told = given.edition.or(by_header.map(|(_, edition)| edition)).or(made.edition);
    let edition = match (told.or_else(|| year_in(given.file)), kind) {
        // The table is one, from 2020 to 2025, whatever else its name says.
        (_, Kind::Padanan) => 2025,
        (Some(edition), _) => edition,
        (None, Kind::Kbli) => {
            problems.push(Problem::of(given.file, "data-import-edition"));
            0
        }
        (None, _) => given.today.year() as u16,
    };
    order::sort_by_key(&mut problems, |problem| problem.line);
    if !problems.is_empty() {
        return Err(problems);
    }
    stage(given, kind, table, edition, made, grid.unused, reference)
}

fn stage(
    given: &Given<'_>,
    kind: Kind,
    table: Table,
    edition: u16,
    made: Made,
    unused: Vec<String>,
    reference: &Reference,
) -> Result<Staged, Vec<Problem>> {
    let name = kind.files()[0].0;
    let mut text = table.header().join(",");
    text.push('\n');
    for row in &made.rows {
        text.push_str(row);
        text.push('\n');
    }
    // What the loader would refuse tomorrow is refused today.
    let found = typed::check(table, given.file, &text);
    if !found.is_empty() {
        return Err(found);
    }
    let id = kind.pack_id(edition);
    let of = (kind == Kind::Kbli).then_some(edition);
    let before = reference.in_use(table, of);
    let mut summary = Summary::compare(table, before.as_ref(), &text);
    summary.kind = Some(kind);
    summary.edition = edition;
    summary.whole = made.whole;
    summary.restored = made.restored;
    summary.unused = unused;
    summary.incomplete.clone_from(&made.incomplete);
    let source = if given.source.trim().is_empty() { given.file } else { given.source.trim() };
    let manifest = Manifest {
        id,
        kind,
        edition,
        date: given.today.to_string(),
        title: title(kind, edition),
        source: source.to_owned(),
        licence: "-".to_owned(),
        attribution: String::new(),
        whole: made.whole,
        incomplete: made.incomplete,
        files: vec![(name.to_owned(), blake3::hash(text.as_bytes()).to_hex().to_string())],
    };
    let head = manifest::write(&manifest);
    let files = vec![(name.to_owned(), text), (MANIFEST.to_owned(), head)];
    Ok(Staged { manifest, files, summary })
}

/// The columns a kind cannot do without.
const fn needed(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Wilayah | Kind::Desa | Kind::Kbli | Kind::KbliKata => &[Field::Code, Field::Name],
        Kind::Kodepos => &[Field::Code, Field::Postcodes],
        Kind::Libur => &[Field::Date, Field::Name],
        Kind::Padanan => &[Field::Code2020, Field::Code2025],
    }
}

/// What a list is about, by its header and the lengths of its codes.
fn guess(given: &Given<'_>, grid: &Grid<'_>) -> Result<Kind, Vec<Problem>> {
    let has = |field| grid.has(field);
    if has(Field::Code2020) && has(Field::Code2025) {
        return Ok(Kind::Padanan);
    }
    if has(Field::Date) {
        return Ok(Kind::Libur);
    }
    if has(Field::Postcodes) {
        return Ok(Kind::Kodepos);
    }
    if has(Field::Category) || has(Field::Code2020) || has(Field::Code2025) {
        return Ok(Kind::Kbli);
    }
    // Most rows decide, so that a few bad ones are told as such.
    let mut votes = [(Kind::Wilayah, 0), (Kind::Desa, 0), (Kind::Kbli, 0)];
    for row in grid.rows() {
        let code = codes::compact(&grid.cell(row, Field::Code).text);
        let at = match code.len() {
            2 | 4 | 6 => 0,
            10 => 1,
            1 if code.as_bytes()[0].is_ascii_alphabetic() => 2,
            3 | 5 => 2,
            _ => continue,
        };
        votes[at].1 += 1;
    }
    match votes.into_iter().max_by_key(|(_, count)| *count) {
        Some((kind, 1..)) => Ok(kind),
        _ => Err(vec![Problem::of(given.file, "data-import-which-kind")]),
    }
}

/// A year that stands in a text.
fn year_in(text: &str) -> Option<u16> {
    let mut runs = text.split(|sign: char| !sign.is_ascii_digit());
    runs.find_map(|run| {
        let year = run.get(..4)?.parse().ok()?;
        (run.len() == 4 && (2000..2100).contains(&year)).then_some(year)
    })
}

fn title(kind: Kind, edition: u16) -> Text {
    let (id, en) = match kind {
        Kind::Wilayah => {
            ("Provinsi, kabupaten/kota, dan kecamatan", "Provinces, kabupaten, kecamatan")
        }
        Kind::Desa => ("Kelurahan dan desa", "Kelurahan and desa"),
        Kind::Kodepos => ("Kode pos", "Postcodes"),
        Kind::Libur => ("Hari libur nasional dan cuti bersama", "Public holidays and joint leave"),
        Kind::Kbli => ("Daftar KBLI", "KBLI list"),
        Kind::Padanan => ("Padanan KBLI 2020 ke 2025", "KBLI 2020 to 2025"),
        Kind::KbliKata => ("Kata sehari-hari untuk KBLI", "Everyday words for KBLI"),
    };
    Text { id: format!("{id} ({edition})"), en: format!("{en} ({edition})") }
}

//! Regions, kelurahan and postcodes out of a list.

use super::super::kind::Table;
use super::super::lines::{is_code, pairs};
use super::super::problem::Problem;
use super::super::reference::Reference;
use super::codes::compact;
use super::columns::{Field, Grid};
use super::sheet::SheetRow;
use super::{Given, Made};
use std::collections::{BTreeMap, HashSet};

/// Rows by code, the problems of codes and names already told.
fn named(
    grid: &Grid<'_>,
    lengths: &[usize],
    value: Field,
    problems: &mut Vec<Problem>,
) -> BTreeMap<String, (usize, String)> {
    let mut found: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for row in grid.rows() {
        let Some(code) = code(grid, row, lengths, problems) else { continue };
        let text = grid.text(row, value);
        if text.is_empty() {
            problems.push(grid.problem(row, value, "data-name-empty").with("code", &code));
        } else if let Some((first, _)) = found.get(&code) {
            let problem = grid.problem(row, Field::Code, "data-import-twice");
            problems.push(problem.with("code", &code).with("first", first));
        } else {
            // The tables are plain lines: a double quote has no place in them.
            found.insert(code, (row.line, text.replace('"', "'")));
        }
    }
    found
}

fn code(
    grid: &Grid<'_>,
    row: &SheetRow,
    lengths: &[usize],
    problems: &mut Vec<Problem>,
) -> Option<String> {
    let cell = grid.cell(row, Field::Code);
    let code = compact(&cell.text);
    if is_code(&code, lengths) {
        return Some(code);
    }
    // 11.10 stored as a number is 11.1: which code it was cannot be known.
    let key = if cell.number { "data-import-code-number" } else { "data-code" };
    let lengths: Vec<String> = lengths.iter().map(ToString::to_string).collect();
    let problem = grid.problem(row, Field::Code, key).with("found", cell.text.trim());
    problems.push(problem.with("lengths", lengths.join(", ")));
    None
}

/// Provinces, kabupaten and kota, kecamatan: all of the country, each within its parent.
pub(super) fn regions(given: &Given<'_>, grid: &Grid<'_>, problems: &mut Vec<Problem>) -> Made {
    let found = named(grid, &[2, 4, 6], Field::Name, problems);
    for (code, (line, _)) in found.iter().filter(|(code, _)| code.len() > 2) {
        let parent = &code[..code.len() - 2];
        if !found.contains_key(parent) {
            problems.push(orphan(grid, *line, code, parent));
        }
    }
    for (length, name) in [(2, "2"), (4, "4"), (6, "6")] {
        if found.keys().all(|code| code.len() != length) {
            problems.push(Problem::of(given.file, "data-import-level").with("digits", name));
        }
    }
    Made::of(found.into_iter().map(|(code, (_, name))| format!("{code},{name}")).collect())
}

/// Kelurahan and desa, each in a kecamatan that is known.
pub(super) fn villages(
    grid: &Grid<'_>,
    reference: &Reference,
    problems: &mut Vec<Problem>,
) -> Made {
    let found = named(grid, &[10], Field::Name, problems);
    within(grid, reference, &found, problems);
    Made::of(found.into_iter().map(|(code, (_, name))| format!("{code},{name}")).collect())
}

/// Postcodes of kecamatan or kelurahan.
pub(super) fn postcodes(
    grid: &Grid<'_>,
    reference: &Reference,
    problems: &mut Vec<Problem>,
) -> Made {
    let found = named(grid, &[6, 10], Field::Postcodes, problems);
    within(grid, reference, &found, problems);
    let rows = found.iter().map(|(code, (line, text))| {
        let postcodes: Vec<&str> =
            text.split([' ', ';', ',', '/', '|']).filter(|one| !one.is_empty()).collect();
        if let Some(wrong) = postcodes.iter().find(|one| !is_code(one, &[5])) {
            let problem = row_problem(grid, *line, Field::Postcodes, "data-postcode");
            problems.push(problem.with("found", wrong));
        }
        format!("{code},{}", postcodes.join(" "))
    });
    let rows = rows.collect();
    Made::of(rows)
}

/// Tells of every code whose kecamatan is not in the regions in use.
fn within(
    grid: &Grid<'_>,
    reference: &Reference,
    found: &BTreeMap<String, (usize, String)>,
    problems: &mut Vec<Problem>,
) {
    let Some((text, _)) = reference.in_use(Table::Regions, None) else { return };
    let known: HashSet<&str> = pairs(&text).map(|(code, _)| code).collect();
    for (code, (line, _)) in found {
        if !known.contains(&code[..6]) {
            problems.push(orphan(grid, *line, code, &code[..6]));
        }
    }
}

fn orphan(grid: &Grid<'_>, line: usize, code: &str, parent: &str) -> Problem {
    let problem = row_problem(grid, line, Field::Code, "data-orphan");
    problem.with("code", code).with("parent", parent)
}

fn row_problem(grid: &Grid<'_>, line: usize, field: Field, key: &'static str) -> Problem {
    grid.problem(&SheetRow { line, cells: Vec::new() }, field, key)
}

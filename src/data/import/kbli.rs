//! The KBLI list of an edition, and where the codes of 2020 went.

use super::super::csv::written;
use super::super::kind::Table;
use super::super::lines::{is_code, shown};
use super::super::problem::Problem;
use super::super::reference::Reference;
use super::super::typed::Reading;
use super::codes::{compact, five};
use super::columns::{Field, Grid};
use super::sheet::SheetRow;
use super::{Given, Made, year_in};
use crate::base::order;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// A list with at least so many five-digit codes and every level is the whole official one: 2020 has
/// 1,790 of them, 2025 has 1,559.
const WHOLE: usize = 1_400;

/// A list of one edition: categories and codes of 2 to 5 digits, as far as it has them.
pub(super) fn list(given: &Given<'_>, grid: &Grid<'_>, problems: &mut Vec<Problem>) -> Made {
    let mut found: BTreeMap<String, (usize, String, char)> = BTreeMap::new();
    let mut restored = Vec::new();
    let mut letter = None;
    let only_five = only_five(grid);
    for row in grid.rows() {
        let title = grid.text(row, Field::Name);
        let said = grid.text(row, Field::Category).to_uppercase();
        let category = match said.as_bytes() {
            [one @ b'A'..=b'Z'] => Some(char::from(*one)),
            [] => None,
            _ => {
                problems
                    .push(grid.problem(row, Field::Category, "data-category").with("found", said));
                continue;
            }
        };
        let Some((code, zero)) = code(grid, row, category.or(letter), only_five, problems) else {
            continue;
        };
        if code.len() == 1 {
            letter = code.chars().next();
        }
        if zero {
            restored.push(code.clone());
        }
        if title.is_empty() {
            problems.push(grid.problem(row, Field::Name, "data-name-empty").with("code", &code));
            continue;
        }
        let Some(category) = category.or(letter) else {
            problems
                .push(grid.problem(row, Field::Code, "data-import-category").with("code", code));
            continue;
        };
        if let Some((first, ..)) = found.get(&code) {
            let problem = grid.problem(row, Field::Code, "data-import-twice");
            problems.push(problem.with("code", &code).with("first", first));
            continue;
        }
        found.insert(code, (row.line, title, category));
    }
    orphans(grid, &found, problems);
    let levels: BTreeSet<usize> = found.keys().map(String::len).collect();
    let whole = levels.len() == 5 && found.keys().filter(|code| code.len() == 5).count() >= WHOLE;
    let mut order: Vec<_> = found.into_iter().collect();
    // A category stands before what lies in it.
    order::sort_by_key(&mut order, |(code, (.., category))| {
        (*category, if code.len() == 1 { String::new() } else { code.clone() })
    });
    let rows = order
        .into_iter()
        .map(|(code, (_, title, category))| format!("{code},{},{category}", written(&title)))
        .collect();
    Made { edition: year_in(given.source), whole, restored, ..Made::of(rows) }
}

/// Whether nothing but five-digit codes are in the list, some perhaps without their leading zero.
fn only_five(grid: &Grid<'_>) -> bool {
    let codes: Vec<String> =
        grid.rows().map(|row| compact(&grid.cell(row, Field::Code).text)).collect();
    codes.iter().all(|code| is_code(code, &[4, 5])) && {
        let begin: HashSet<&str> =
            codes.iter().filter(|code| code.len() == 5).map(|code| &code[..4]).collect();
        codes.iter().all(|code| code.len() == 5 || !begin.contains(code.as_str()))
    }
}

/// The code of a row. One that was stored as a number may have lost a zero: categories A and B are
/// divisions 01 to 09, so there it must have; elsewhere it cannot.
fn code(
    grid: &Grid<'_>,
    row: &SheetRow,
    category: Option<char>,
    only_five: bool,
    problems: &mut Vec<Problem>,
) -> Option<(String, bool)> {
    let cell = grid.cell(row, Field::Code);
    let text = compact(&cell.text).to_uppercase();
    let level: Option<usize> = grid.text(row, Field::Level).parse().ok();
    let (code, zero) = if cell.number && is_code(&text, &[1, 2, 3, 4]) {
        let lost = match (level, category) {
            (Some(level), _) => level == text.len() + 1,
            (None, Some(category)) => matches!(category, 'A' | 'B'),
            (None, None) if only_five => true,
            (None, None) if text.len() == 1 => true,
            (None, None) => {
                let problem = grid.problem(row, Field::Code, "data-import-zero");
                problems.push(problem.with("found", text));
                return None;
            }
        };
        if lost { (format!("0{text}"), true) } else { (text, false) }
    } else {
        (text, false)
    };
    let letter = matches!(code.as_bytes(), [b'A'..=b'Z']);
    let right_level = level.is_none_or(|level| level == code.len());
    if !letter && !is_code(&code, &[2, 3, 4, 5]) || !right_level {
        let lengths = match level {
            Some(level) if !right_level => level.to_string(),
            _ => shown(Table::Kbli),
        };
        let problem = grid.problem(row, Field::Code, "data-code");
        problems.push(problem.with("found", cell.text.trim()).with("lengths", lengths));
        return None;
    }
    Some((code, zero))
}

/// Codes whose parents are not in the list, though it has that level; and codes of another category
/// than their division.
fn orphans(
    grid: &Grid<'_>,
    found: &BTreeMap<String, (usize, String, char)>,
    problems: &mut Vec<Problem>,
) {
    let has: BTreeSet<usize> = found.keys().map(String::len).collect();
    let row = |line| SheetRow { line, cells: Vec::new() };
    for (code, (line, _, category)) in found.iter().filter(|(code, _)| code.len() > 1) {
        for length in (2..code.len()).filter(|length| has.contains(length)) {
            let parent = &code[..length];
            if !found.contains_key(parent) {
                let problem = grid.problem(&row(*line), Field::Code, "data-orphan");
                problems.push(problem.with("code", code).with("parent", parent));
            }
        }
        let letter = category.to_string();
        if has.contains(&1) && !found.contains_key(&letter) {
            let problem = grid.problem(&row(*line), Field::Code, "data-orphan");
            problems.push(problem.with("code", code).with("parent", letter));
        }
        let division = found.get(&code[..2]).map(|(.., category)| *category);
        if let Some(of) = division.filter(|of| of != category) {
            let problem = grid.problem(&row(*line), Field::Category, "data-import-other-category");
            problems.push(problem.with("code", code).with("expected", of));
        }
    }
}

/// Pairs of a code of 2020 and one of 2025; both must be in their lists where those are whole.
pub(super) fn moves(grid: &Grid<'_>, reference: &Reference, problems: &mut Vec<Problem>) -> Made {
    let known = [(Field::Code2020, 2020), (Field::Code2025, 2025)]
        .map(|(field, edition)| (field, edition, whole_list(reference, edition)));
    let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut restored = Vec::new();
    for row in grid.rows() {
        let mut sound = true;
        let mut pair = Vec::new();
        for (field, edition, list) in &known {
            let (code, zero) = five(grid, row, *field);
            if !is_code(&code, &[5]) {
                let problem = grid.problem(row, *field, "data-code").with("lengths", 5);
                problems.push(problem.with("found", &code));
                sound = false;
            } else if list.as_ref().is_some_and(|list| !list.contains(&code)) {
                let problem = grid.problem(row, *field, "data-import-no-such-code");
                problems.push(problem.with("code", &code).with("edition", edition));
                sound = false;
            }
            if zero {
                restored.push(code.clone());
            }
            pair.push(code);
        }
        let (Some(to), Some(from)) = (pair.pop(), pair.pop()) else { continue };
        if sound && let Some(first) = seen.get(&(from.clone(), to.clone())) {
            let problem = grid.problem(row, Field::Code2020, "data-import-twice");
            problems.push(problem.with("code", format!("{from} → {to}")).with("first", first));
        } else {
            seen.entry((from, to)).or_insert(row.line);
        }
    }
    let rows = seen.into_keys().map(|(from, to)| format!("{from},{to}")).collect();
    Made { restored, ..Made::of(rows) }
}

/// The codes of an edition, where its whole list is loaded.
fn whole_list(reference: &Reference, edition: u16) -> Option<HashSet<String>> {
    let (text, manifest) = reference.in_use(Table::Kbli, Some(edition))?;
    let rows = manifest.whole.then(|| Reading::new("", &text).kbli())?;
    Some(rows.into_iter().map(|row| row.code).collect())
}

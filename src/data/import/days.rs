//! Days off out of a list, a whole year at a time.

use super::super::csv::{self, written};
use super::super::kind::Table;
use super::super::problem::Problem;
use super::super::reference::Reference;
use super::columns::{Field, Grid};
use super::sheet::{Cell, SheetRow};
use super::{Given, Made};
use crate::base::order;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Holidays on the same date every year: a list that lacks one is not the list of a year.
const FIXED: [(i8, i8); 5] = [(1, 1), (5, 1), (6, 1), (8, 17), (12, 25)];

/// The years in the list, and the other years as they are known now.
pub(super) fn holidays(
    given: &Given<'_>,
    grid: &Grid<'_>,
    reference: &Reference,
    problems: &mut Vec<Problem>,
) -> Made {
    let mut rows: BTreeMap<(String, &str, String), usize> = BTreeMap::new();
    let mut lines = BTreeMap::new();
    let mut years: BTreeMap<i16, BTreeSet<(i8, i8)>> = BTreeMap::new();
    let mut joint = BTreeSet::new();
    for row in grid.rows() {
        let date = date_of(&grid.cell(row, Field::Date));
        if date.is_none() {
            let found = grid.text(row, Field::Date);
            problems.push(grid.problem(row, Field::Date, "data-date").with("found", found));
        }
        let name = grid.text(row, Field::Name);
        if name.is_empty() {
            let found = grid.text(row, Field::Date);
            problems.push(grid.problem(row, Field::Name, "data-name-empty").with("code", found));
        }
        let kind = kind_of(grid, row, &name, problems);
        let status = status_of(grid, row, problems);
        let (Some(date), Some(kind), Some(status)) = (date, kind, status) else { continue };
        years.entry(date.year()).or_default().insert((date.month(), date.day()));
        if kind == "cuti_bersama" {
            joint.insert(date.year());
        }
        if let Some(first) = rows.insert((date.to_string(), kind, name.clone()), row.line) {
            let problem = grid.problem(row, Field::Date, "data-import-twice");
            problems.push(problem.with("code", date).with("first", first));
        }
        lines.insert((date.to_string(), kind, name), status);
    }
    for (year, days) in &years {
        for (month, day) in FIXED.iter().filter(|fixed| !days.contains(fixed)) {
            let problem = Problem::of(given.file, "data-import-year").with("year", year);
            problems.push(problem.with("date", format!("{year}-{month:02}-{day:02}")));
        }
    }
    let mut all: BTreeSet<(String, String)> = lines
        .into_iter()
        .map(|((date, kind, name), status)| {
            let row = format!("{date},{},{kind},{status}", written(&name));
            (date, row)
        })
        .collect();
    let mut incomplete: Vec<i16> =
        years.keys().copied().filter(|year| !joint.contains(year)).collect();
    if let Some((text, manifest)) = reference.in_use(Table::Holidays, None) {
        let (old, _) = csv::rows(&text, ',');
        for row in old.iter().skip(1) {
            let year = row.cells[0].get(..4).and_then(|year| year.parse().ok());
            if year.is_some_and(|year: i16| !years.contains_key(&year)) {
                let cells: Vec<_> = row.cells.iter().map(|cell| written(cell)).collect();
                all.insert((row.cells[0].to_string(), cells.join(",")));
            }
        }
        incomplete.extend(manifest.incomplete.iter().filter(|year| !years.contains_key(year)));
        order::sort(&mut incomplete);
    }
    let last = all.last().and_then(|(date, _)| date.get(..4)?.parse().ok());
    let rows = all.into_iter().map(|(_, row)| row).collect();
    Made { edition: last, incomplete, ..Made::of(rows) }
}

fn kind_of(
    grid: &Grid<'_>,
    row: &SheetRow,
    name: &str,
    problems: &mut Vec<Problem>,
) -> Option<&'static str> {
    let said = grid.text(row, Field::DayKind).to_lowercase().replace(['_', '-'], " ");
    match said.as_str() {
        "libur nasional" | "libur" | "nasional" | "hari libur nasional" | "national" | "public"
        // A voting day of the whole country is made a libur nasional.
        | "public holiday" | "national holiday" | "pemilu" => Some("libur_nasional"),
        "cuti bersama" | "cuti" | "joint" | "joint leave" | "joint holiday" => Some("cuti_bersama"),
        // Many lists have no such column, and say it in the name.
        "" if !grid.has(Field::DayKind) => {
            let joint = name.to_lowercase().contains("cuti bersama");
            Some(if joint { "cuti_bersama" } else { "libur_nasional" })
        }
        _ => {
            let problem = grid.problem(row, Field::DayKind, "data-import-day-kind");
            problems.push(problem.with("found", said));
            None
        }
    }
}

fn status_of(grid: &Grid<'_>, row: &SheetRow, problems: &mut Vec<Problem>) -> Option<&'static str> {
    let said = grid.text(row, Field::Status).to_lowercase().replace(['_', '-'], " ");
    match said.as_str() {
        "" | "tetap" | "final" => Some("tetap"),
        "sementara" | "menunggu isbat" | "perkiraan" | "provisional" | "estimated" => {
            Some("sementara")
        }
        _ => {
            let problem = grid.problem(row, Field::Status, "data-import-status");
            problems.push(problem.with("found", said));
            None
        }
    }
}

const MONTHS: [(&str, &str); 12] = [
    ("januari", "january"),
    ("februari", "february"),
    ("maret", "march"),
    ("april", "april"),
    ("mei", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("agustus", "august"),
    ("september", "september"),
    ("oktober", "october"),
    ("november", "november"),
    ("desember", "december"),
];

/// `2028-12-25`, `25/12/2028`, `25 Desember 2028`, `Senin, 25 Desember 2028`, or a day of a spreadsheet.
/// Of two numbers before the year the first is the day, as everywhere in Indonesia.
fn date_of(cell: &Cell) -> Option<Date> {
    if cell.number {
        return cell.date;
    }
    let text = cell.text.to_lowercase();
    let text = text.split_once(',').map_or(text.as_str(), |(_, after)| after).trim();
    // A spreadsheet saved as CSV may bring the hour along.
    let text = text.strip_suffix("00:00:00").unwrap_or(text).trim();
    let parts: Vec<&str> =
        text.split([' ', '/', '-', '.']).filter(|part| !part.is_empty()).collect();
    let &[first, middle, last] = &parts[..] else { return None };
    let number = |text: &str| text.parse::<i16>().ok();
    let month = match number(middle) {
        Some(month) => i8::try_from(month).ok()?,
        None => 1 + MONTHS.iter().position(|(id, en)| *id == middle || *en == middle)? as i8,
    };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    if year.len() != 4 {
        return None;
    }
    Date::new(number(year)?, month, i8::try_from(number(day)?).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_written_here() {
        let text = |text: &str| Cell { text: text.to_owned(), number: false, date: None };
        for written in [
            "2028-12-25",
            "25/12/2028",
            "25-12-2028",
            "25 Desember 2028",
            "Senin, 25 Desember 2028",
            "2028-12-25 00:00:00",
            "25 December 2028",
        ] {
            let date = date_of(&text(written)).map(|date| date.to_string());
            assert_eq!(date.as_deref(), Some("2028-12-25"), "{written}");
        }
        for wrong in ["2027-02-29", "12/25/2028", "25 Desembar 2028", "25/12/28", "besok", ""] {
            assert_eq!(date_of(&text(wrong)), None, "{wrong}");
        }
    }
}

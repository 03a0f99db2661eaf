//! The sheets of an XLSX file as rows of cells (ECMA-376): texts, numbers, dates.
//!
//! Reads values, never formulas; takes numbers as they are stored, so that a code whose leading zero a
//! spreadsheet has dropped can be told from a text.

use super::xml::{Reader, Xml, attribute};
use super::zip::Zip;
use super::{Cell, Refused, Sheet, SheetRow};
use jiff::ToSpan;
use jiff::civil::date;
use std::borrow::Cow;

/// Most cells and most bytes of their texts in one file: every kelurahan of the country with names is a
/// tenth of it. A small file can name a long text a million times.
const MOST_CELLS: usize = 4_000_000;
const MOST_BYTES: usize = 64 << 20;

/// What may still be read of a file.
struct Room {
    cells: usize,
    bytes: usize,
}

impl Room {
    fn take(&mut self, cells: usize, bytes: usize) -> Result<(), Refused> {
        let left = self.cells.checked_sub(cells).zip(self.bytes.checked_sub(bytes));
        let (cells, bytes) = left.ok_or(Refused::TooLarge)?;
        *self = Self { cells, bytes };
        Ok(())
    }
}

/// Every sheet that is shown, in order.
pub(crate) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Refused> {
    let zip = Zip::open(bytes).ok_or(Refused::NoWorkbook)?;
    let text = |name: &str| text(&zip, name).ok_or(Refused::NoWorkbook);
    let workbook = text("xl/workbook.xml")?;
    let links = text("xl/_rels/workbook.xml.rels")?;
    let mut room = Room { cells: MOST_CELLS, bytes: MOST_BYTES };
    let strings = if zip.has("xl/sharedStrings.xml") {
        shared_strings(&text("xl/sharedStrings.xml")?)
    } else {
        Vec::new()
    };
    let mut epoch = Epoch::Y1900;
    let mut found = Vec::new();
    for event in Reader::new(&workbook) {
        match event {
            Xml::Begin("workbookPr", given) => {
                let is_1904 = attribute(given, "date1904");
                if is_1904.is_some_and(|flag| ["1", "true"].contains(&flag.as_ref())) {
                    epoch = Epoch::Y1904;
                }
            }
            Xml::Begin("sheet", given) => {
                let hidden = attribute(given, "state").is_some_and(|state| state != "visible");
                let path = attribute(given, "id").and_then(|id| target(&links, &id));
                if let Some(path) = path.filter(|_| !hidden) {
                    let name = attribute(given, "name").unwrap_or_default().into_owned();
                    let mut sheet = rows(&text(&path)?, &strings, epoch, &mut room)?;
                    (sheet.name, sheet.lettered) = (name, true);
                    found.push(sheet);
                }
            }
            _ => {}
        }
    }
    Ok(found)
}

#[derive(Clone, Copy)]
enum Epoch {
    Y1900,
    Y1904,
}

fn text(zip: &Zip<'_>, name: &str) -> Option<String> {
    String::from_utf8(zip.file(name)?).ok()
}

/// The file a relation leads to.
fn target(links: &str, id: &str) -> Option<String> {
    Reader::new(links).find_map(|event| match event {
        Xml::Begin("Relationship", given) if attribute(given, "Id").as_deref() == Some(id) => {
            let target = attribute(given, "Target")?;
            Some(match target.strip_prefix('/') {
                Some(path) => path.to_owned(),
                None => format!("xl/{target}"),
            })
        }
        _ => None,
    })
}

/// The texts that cells name by number. Phonetic readings are no part of them.
fn shared_strings(text: &str) -> Vec<String> {
    let mut strings = Vec::new();
    let (mut inside, mut reading) = (false, 0);
    for event in Reader::new(text) {
        match event {
            Xml::Begin("si", _) => strings.push(String::new()),
            Xml::Begin("t", _) => inside = reading == 0,
            Xml::End("t") => inside = false,
            Xml::Begin("rPh", _) => reading += 1,
            Xml::End("rPh") => reading -= 1,
            Xml::Text(text) if inside => {
                if let Some(last) = strings.last_mut() {
                    last.push_str(&text);
                }
            }
            _ => {}
        }
    }
    strings
}

fn rows(text: &str, strings: &[String], epoch: Epoch, room: &mut Room) -> Result<Sheet, Refused> {
    let mut rows: Vec<SheetRow> = Vec::new();
    let mut merged = Vec::new();
    let mut column = 0;
    let mut kind = Cow::Borrowed("");
    let mut value = String::new();
    let mut inside = false;
    for event in Reader::new(text) {
        match event {
            Xml::Begin("row", given) => {
                let next = rows.last().map_or(0, |row| row.line) + 1;
                let line = attribute(given, "r").and_then(|line| line.parse().ok()).unwrap_or(next);
                rows.push(SheetRow { line, cells: Vec::new() });
                column = 0;
            }
            Xml::Begin("c", given) => {
                if let Some(named) = attribute(given, "r").and_then(|name| column_of(&name)) {
                    column = named;
                }
                kind = Cow::Owned(attribute(given, "t").unwrap_or_default().into_owned());
                value.clear();
            }
            Xml::Begin("v" | "t", _) => inside = true,
            Xml::End("v" | "t") => inside = false,
            Xml::Text(text) if inside => value.push_str(&text),
            Xml::End("c") => {
                let cell = cell(&kind, &value, strings, epoch).ok_or(Refused::NoWorkbook)?;
                let cells = &mut rows.last_mut().ok_or(Refused::NoWorkbook)?.cells;
                // A sheet of Excel has at most 16,384 columns.
                if column < 16_384 && !cell.text.is_empty() {
                    room.take((column + 1).saturating_sub(cells.len()).max(1), cell.text.len())?;
                    cells.resize(column.max(cells.len()), Cell::default());
                    cells.push(cell);
                }
                column += 1;
            }
            Xml::Begin("mergeCell", given) => {
                room.take(1, 0)?;
                merged.extend(attribute(given, "ref").map(Cow::into_owned));
            }
            _ => {}
        }
    }
    rows.retain(|row| row.cells.iter().any(|cell| !cell.text.trim().is_empty()));
    Ok(Sheet { rows, merged, ..Sheet::default() })
}

fn cell(kind: &str, value: &str, strings: &[String], epoch: Epoch) -> Option<Cell> {
    let text = match kind {
        "s" => strings.get(value.trim().parse::<usize>().ok()?)?.clone(),
        "" | "n" => return Some(number(value.trim(), epoch)),
        _ => value.to_owned(),
    };
    Some(Cell { text, number: false, date: None })
}

/// A number as it is read aloud: whole ones without a point, however they are stored. Its date, should
/// it stand for one, is kept beside it.
fn number(value: &str, epoch: Epoch) -> Cell {
    let Ok(number) = value.parse::<f64>() else {
        return Cell { text: value.to_owned(), number: !value.is_empty(), date: None };
    };
    let whole = number.fract() == 0.0 && number.abs() < 1e15;
    let text = if whole { format!("{number:.0}") } else { value.to_owned() };
    let first = match epoch {
        // Day 60 of Excel is 29 February 1900, which never was: from then on it counts from here.
        Epoch::Y1900 => date(1899, 12, 30),
        Epoch::Y1904 => date(1904, 1, 1),
    };
    let in_reach = whole && (60.0..100_000.0).contains(&number);
    let day = in_reach.then(|| first.checked_add((number as i32).days()).ok()).flatten();
    Cell { text, number: true, date: day }
}

/// `C7` is column 2.
fn column_of(name: &str) -> Option<usize> {
    let letters = name.trim_end_matches(|sign: char| sign.is_ascii_digit());
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    letters
        .bytes()
        .try_fold(0, |number: usize, letter| {
            let letter = letter.to_ascii_uppercase().checked_sub(b'A').filter(|at| *at < 26)?;
            Some(number * 26 + usize::from(letter) + 1)
        })?
        .checked_sub(1)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

    use super::*;

    #[test]
    fn columns_have_letters() {
        let names = ["A1", "Z9", "AA10", "xfd1", "1", "ABCD1", "É1"];
        let columns = names.map(column_of);
        assert_eq!(columns, [Some(0), Some(25), Some(26), Some(16_383), None, None, None]);
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let text = |value| number(value, Epoch::Y1900).text;
        assert_eq!(text("1111"), "1111");
        assert_eq!(text("1.101012001E9"), "1101012001");
        assert_eq!(text("11.01"), "11.01");
        let day = |value, epoch| number(value, epoch).date.map(|day| day.to_string());
        assert_eq!(day("46381", Epoch::Y1900).as_deref(), Some("2026-12-25"));
        assert_eq!(day("44919", Epoch::Y1904).as_deref(), Some("2026-12-25"));
        assert_eq!(day("46381.5", Epoch::Y1900), None);
    }

    #[test]
    fn a_sheet_that_would_grow_without_end_is_refused() {
        let far = "<row><c r=\"XFD1\"><v>1</v></c></row>".repeat(300);
        let sheet = format!("<sheetData>{far}</sheetData>");
        let mut room = Room { cells: MOST_CELLS, bytes: MOST_BYTES };
        assert_eq!(rows(&sheet, &[], Epoch::Y1900, &mut room), Err(Refused::TooLarge));
        let long = vec!["x".repeat(1 << 20)];
        let cells = "<c t=\"s\"><v>0</v></c>".repeat(100);
        let mut room = Room { cells: MOST_CELLS, bytes: MOST_BYTES };
        let sheet = format!("<row>{cells}</row>");
        assert_eq!(rows(&sheet, &long, Epoch::Y1900, &mut room), Err(Refused::TooLarge));
    }

    #[test]
    fn cells_are_put_where_their_names_say() {
        let sheet = "<worksheet><sheetData><row r=\"3\"><c r=\"B3\" t=\"s\"><v>0</v></c>\
            <c r=\"D3\"><v>7</v></c></row><row><c t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData></worksheet>";
        let mut room = Room { cells: 100, bytes: 100 };
        let rows = rows(sheet, &["kode".to_owned()], Epoch::Y1900, &mut room).unwrap().rows;
        let texts: Vec<Vec<&str>> = rows
            .iter()
            .map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect())
            .collect();
        assert_eq!(texts, [vec!["", "kode", "", "7"], vec!["x"]]);
        assert_eq!((rows[0].line, rows[1].line), (3, 4));
    }
}

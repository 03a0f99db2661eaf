//! A table as a person handed it in: rows of cells, from CSV or XLSX.

use super::super::csv;
use super::super::problem::Problem;
use super::xlsx;
use jiff::civil::Date;

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Cell {
    /// What it reads as.
    pub(super) text: String,
    /// It is stored as a number: a leading zero would be lost.
    pub(super) number: bool,
    /// The day that the number would be.
    pub(super) date: Option<Date>,
}

/// A row and its number in the file, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SheetRow {
    pub(super) line: usize,
    pub(super) cells: Vec<Cell>,
}

/// One table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sheet {
    pub(super) rows: Vec<SheetRow>,
    /// Columns are known by letters (a spreadsheet).
    pub(super) lettered: bool,
}

/// Most bytes of a file: every kelurahan of the country with names is 4 MB.
const MOST: usize = 64 << 20;

/// The tables in a file; what it is is seen from its first bytes, not from its name.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    let refuse = |key| Err(Problem::of(file, key));
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return refuse("data-import-empty");
    }
    if bytes.len() > MOST {
        return refuse("data-import-large");
    }
    if bytes.starts_with(b"PK") {
        return match xlsx::sheets(bytes) {
            Some(sheets) if sheets.iter().any(|sheet| !sheet.rows.is_empty()) => Ok(sheets),
            Some(_) => refuse("data-import-empty"),
            None => refuse("data-import-no-workbook"),
        };
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return refuse("data-import-old-workbook");
    }
    let text = csv::decode(bytes);
    if text.contains('\0') {
        return refuse("data-import-no-table");
    }
    let (rows, open) = csv::rows(&text, csv::delimiter(&text));
    if let Some(line) = open {
        return Err(Problem::of(file, "data-quote-open").at(line, ""));
    }
    let cell = |text: &str| Cell { text: text.to_owned(), number: false, date: None };
    let rows = rows.into_iter().map(|row| SheetRow {
        line: row.line,
        cells: row.cells.iter().map(|text| cell(text)).collect(),
    });
    Ok(vec![Sheet { rows: rows.collect(), lettered: false }])
}

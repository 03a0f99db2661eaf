//! A table as a person handed it in: rows of cells, from CSV or XLSX.

use super::super::csv;
use super::super::problem::Problem;
use crate::base::letters::decode;
pub(super) use crate::sheet::{Cell, Sheet, SheetRow};
use crate::sheet::{Refused, xlsx};

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
            Ok(sheets) if sheets.iter().any(|sheet| !sheet.rows.is_empty()) => Ok(sheets),
            Ok(_) => refuse("data-import-empty"),
            Err(Refused::NoWorkbook) => refuse("data-import-no-workbook"),
            Err(Refused::TooLarge) => refuse("data-import-large"),
        };
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return refuse("data-import-old-workbook");
    }
    let text = decode(bytes);
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
    Ok(vec![Sheet { rows: rows.collect(), ..Sheet::default() }])
}

//! Codes as spreadsheets leave them.

use super::super::lines::is_code;
use super::columns::{Field, Grid};
use super::sheet::SheetRow;

/// A code without spaces, dots and the apostrophe that makes a spreadsheet take it for text.
pub(super) fn compact(text: &str) -> String {
    let text = text.trim().trim_start_matches('\'');
    text.chars().filter(|sign| !sign.is_whitespace() && !['.', '\u{feff}'].contains(sign)).collect()
}

/// A five-digit code; of one that was stored as a number, the zero it lost is put back. Told apart by
/// whether anything was put back.
pub(super) fn five(grid: &Grid<'_>, row: &SheetRow, field: Field) -> (String, bool) {
    let cell = grid.cell(row, field);
    let code = compact(&cell.text);
    if cell.number && is_code(&code, &[4]) { (format!("0{code}"), true) } else { (code, false) }
}

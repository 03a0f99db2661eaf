//! Tables as people keep them: spreadsheets (XLSX) read and written, with nothing but what they need.
//!
//! Bytes in, rows out, and back. Everything is bounded; never touches a path, never runs a formula.

pub(crate) mod write;
pub(crate) mod xlsx;
mod xml;
pub(crate) mod zip;

use jiff::civil::Date;

/// Why a spreadsheet was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refused {
    /// Not a workbook, or a damaged one.
    NoWorkbook,
    /// More than a person would hand in; nothing of it was kept.
    TooLarge,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Cell {
    /// What it reads as.
    pub(crate) text: String,
    /// It is stored as a number: a leading zero would be lost.
    pub(crate) number: bool,
    /// The day that the number would be.
    pub(crate) date: Option<Date>,
}

/// A row and its number in the file, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SheetRow {
    pub(crate) line: usize,
    pub(crate) cells: Vec<Cell>,
}

/// One table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Sheet {
    pub(crate) rows: Vec<SheetRow>,
    /// Its name; empty where a file holds one table only.
    pub(crate) name: String,
    /// Ranges whose cells are joined, as written (`A2:B2`).
    pub(crate) merged: Vec<String>,
    /// Columns are known by letters (a spreadsheet).
    pub(crate) lettered: bool,
}

/// The letters of a column, from 0: `A`, `B`, … `AA`.
pub(crate) fn letters(mut column: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'A' + (column % 26) as u8));
        if column < 26 {
            return name;
        }
        column = column / 26 - 1;
    }
}

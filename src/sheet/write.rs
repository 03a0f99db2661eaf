//! A workbook written: cells in rows, a bold first row, columns wide enough to read.
//!
//! A text stays a text, so that no program turns a code into a number; only what is said to be a number, a day
//! or a moment is one. Never writes a formula.

use super::letters;
use super::zip::pack;
use jiff::civil::{Date, DateTime, date};
use std::fmt::Write as _;

/// What is written into a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// A text; an empty one is no cell.
    Text(String),
    /// What can be counted together.
    Number(i64),
    /// A day.
    Day(Date),
    /// A day and its minute.
    Moment(DateTime),
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Value {
    /// As it reads, without the signs of a language: `2026-11-23 10:41`.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.to_string(),
            Self::Moment(at) => format!("{} {:02}:{:02}", at.date(), at.hour(), at.minute()),
        }
    }
}

/// One sheet to write; the first row is its header.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Page {
    /// Its name, at most 31 letters.
    pub(crate) name: String,
    /// Its rows.
    pub(crate) rows: Vec<Vec<Value>>,
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const BEGIN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The bytes of an XLSX file with these sheets.
pub(crate) fn workbook(pages: &[Page]) -> Vec<u8> {
    let (mut kinds, mut sheets, mut links) = (String::new(), String::new(), String::new());
    let mut files: Vec<(String, String)> = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        let number = at + 1;
        let path = format!("xl/worksheets/sheet{number}.xml");
        _ = write!(kinds, "<Override PartName=\"/{path}\" ContentType=\"{KIND}.worksheet+xml\"/>");
        let name = escape(&page.name);
        _ = write!(sheets, "<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
        _ = write!(
            links,
            "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
        files.push((path, sheet(page)));
    }
    let styles = pages.len() + 1;
    let all = [
        (
            "[Content_Types].xml",
            format!(
                "{BEGIN}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{KIND}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{KIND}.styles+xml\"/>{kinds}</Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "{BEGIN}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "{BEGIN}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{sheets}</sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "{BEGIN}<Relationships xmlns=\"{PACKAGE}/relationships\">{links}<Relationship Id=\"rId{styles}\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        ("xl/styles.xml", styles_xml()),
    ];
    let mut named: Vec<(&str, &[u8])> =
        all.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    named.extend(files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())));
    pack(&named)
}

/// Styles of cells, by their place in `cellXfs`.
const HEAD: usize = 1;
const DAY: usize = 2;
const MOMENT: usize = 3;

fn styles_xml() -> String {
    format!(
        "{BEGIN}<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/><numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm\"/></numFmts><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"4\"><xf xfId=\"0\"/><xf fontId=\"1\" applyFont=\"1\" xfId=\"0\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\" xfId=\"0\"/><xf numFmtId=\"165\" applyNumberFormat=\"1\" xfId=\"0\"/></cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    )
}

fn sheet(page: &Page) -> String {
    let columns = page.rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut widths = String::new();
    for column in 0..columns {
        let cells = page.rows.iter().filter_map(|row| row.get(column));
        let width = cells.map(|cell| cell.text().chars().count()).max().unwrap_or(0);
        let (width, number) = (width.clamp(8, 60) + 2, column + 1);
        _ = write!(
            widths,
            "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>"
        );
    }
    let widths = if widths.is_empty() { String::new() } else { format!("<cols>{widths}</cols>") };
    let mut rows = String::new();
    for (at, row) in page.rows.iter().enumerate() {
        let line = at + 1;
        _ = write!(rows, "<row r=\"{line}\">");
        for (column, value) in row.iter().enumerate() {
            cell(&mut rows, &format!("{}{line}", letters(column)), value, at == 0);
        }
        rows.push_str("</row>");
    }
    format!(
        "{BEGIN}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>{widths}<sheetData>{rows}</sheetData></worksheet>"
    )
}

/// A cell by its name, e.g. `C7`.
fn cell(out: &mut String, name: &str, value: &Value, is_head: bool) {
    let (style, number) = match value {
        Value::Text(text) if text.is_empty() => return,
        Value::Text(text) => {
            let (style, text) = (if is_head { HEAD } else { 0 }, escape(text));
            _ = write!(
                out,
                "<c r=\"{name}\"{} t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>",
                styled(style)
            );
            return;
        }
        Value::Number(number) => (if is_head { HEAD } else { 0 }, number.to_string()),
        Value::Day(day) => (DAY, serial(*day).to_string()),
        Value::Moment(at) => {
            let minutes = i32::from(at.hour()) * 60 + i32::from(at.minute());
            // Ten places are finer than a second.
            let number = f64::from(serial(at.date())) + f64::from(minutes) / 1440.0;
            (MOMENT, format!("{number:.10}"))
        }
    };
    _ = write!(out, "<c r=\"{name}\"{}><v>{number}</v></c>", styled(style));
}

fn styled(style: usize) -> String {
    if style == 0 { String::new() } else { format!(" s=\"{style}\"") }
}

/// The number a day has in spreadsheets: since the 29 February 1900 that never was, days since here.
fn serial(day: Date) -> i32 {
    let since = day.duration_since(date(1899, 12, 30));
    i32::try_from(since.as_hours() / 24).expect("a calendar has fewer days than that")
}

/// The text for XML; letters that XML cannot hold are left out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(letter),
            letter if letter.is_control() || ['\u{FFFE}', '\u{FFFF}'].contains(&letter) => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

    use super::super::xlsx;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_always_reads_the_same(
            rows in prop::collection::vec(prop::collection::vec("[a-zA-Z<>&\"' é0-9]{1,12}", 1..30), 1..8)
        ) {
            let texts = rows.iter().map(|row| row.iter().cloned().map(Value::from).collect());
            let page = Page { name: "survey & <x>".to_owned(), rows: texts.collect() };
            let sheets = xlsx::sheets(&workbook(&[page, Page::default()])).unwrap();
            prop_assert_eq!(sheets.len(), 2);
            prop_assert_eq!(&sheets[0].name, "survey & <x>");
            let kept: Vec<Vec<String>> = rows
                .into_iter()
                .filter(|row| row.iter().any(|text| !text.trim().is_empty()))
                .collect();
            let read: Vec<Vec<String>> = sheets[0]
                .rows
                .iter()
                .map(|row| row.cells.iter().map(|cell| cell.text.clone()).collect())
                .collect();
            prop_assert_eq!(read, kept);
        }
    }

    #[test]
    fn numbers_and_days_are_no_texts_and_texts_are_no_numbers() {
        let at = date(2026, 11, 23).at(10, 41, 0, 0);
        let values = [
            Value::Text("678".to_owned()),
            Value::Number(678),
            Value::Day(at.date()),
            Value::Moment(at),
        ];
        let page = Page { name: "x".to_owned(), rows: vec![values.to_vec()] };
        let row = xlsx::sheets(&workbook(&[page])).unwrap().remove(0).rows.remove(0);
        let read: Vec<(&str, bool)> =
            row.cells.iter().map(|cell| (cell.text.as_str(), cell.number)).collect();
        let moment = ("46349.4451388889", true);
        assert_eq!(read, [("678", false), ("678", true), ("46349", true), moment]);
        assert_eq!(row.cells[2].date, Some(at.date()));
        assert_eq!(values[3].text(), "2026-11-23 10:41");
    }

    #[test]
    fn columns_are_lettered_as_spreadsheets_do() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}

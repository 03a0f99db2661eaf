//! A workbook written: texts in rows, a bold first row, columns wide enough to read.
//!
//! Every cell is a text, so that no program turns a code into a number. Never writes a formula.

use super::letters;
use super::zip::pack;
use std::fmt::Write as _;

/// One sheet to write; the first row is its header.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Page {
    /// Its name, at most 31 letters.
    pub(crate) name: String,
    /// Rows of texts; an empty text is no cell.
    pub(crate) rows: Vec<Vec<String>>,
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

fn styles_xml() -> String {
    format!(
        "{BEGIN}<styleSheet xmlns=\"{MAIN}\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf xfId=\"0\"/><xf fontId=\"1\" applyFont=\"1\" xfId=\"0\"/></cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    )
}

fn sheet(page: &Page) -> String {
    let columns = page.rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut widths = String::new();
    for column in 0..columns {
        let cells = page.rows.iter().filter_map(|row| row.get(column));
        let width = cells.map(|text| text.chars().count()).max().unwrap_or(0).clamp(8, 60) + 2;
        let number = column + 1;
        _ = write!(
            widths,
            "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>"
        );
    }
    let widths = if widths.is_empty() { String::new() } else { format!("<cols>{widths}</cols>") };
    let mut rows = String::new();
    for (at, row) in page.rows.iter().enumerate() {
        let line = at + 1;
        let style = if at == 0 { " s=\"1\"" } else { "" };
        _ = write!(rows, "<row r=\"{line}\">");
        for (column, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let (letters, text) = (letters(column), escape(text));
            _ = write!(
                rows,
                "<c r=\"{letters}{line}\"{style} t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
            );
        }
        rows.push_str("</row>");
    }
    format!(
        "{BEGIN}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>{widths}<sheetData>{rows}</sheetData></worksheet>"
    )
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
            let page = Page { name: "survey & <x>".to_owned(), rows: rows.clone() };
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
    fn columns_are_lettered_as_spreadsheets_do() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}

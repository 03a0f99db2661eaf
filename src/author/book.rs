//! The sheets of an XLSForm as rows of named columns, in any of the ways people write the names.

use super::finding::{Finding, Weight, column};
use crate::sheet::{self, Refused, Sheet, SheetRow};
use crate::text::Lang;

/// Most rows of a sheet: far above what a counter could ask.
const MOST_ROWS: usize = 20_000;

/// A named column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    /// As the format calls it, without language.
    pub(super) name: String,
    /// The language after `::`, as written; empty for none.
    pub(super) language: String,
    /// As written.
    pub(super) shown: String,
}

impl Header {
    /// Which of our languages it is; `None` for another one.
    pub(super) fn lang(&self) -> Option<Lang> {
        lang_of(&self.language)
    }
}

/// Our language of that name: `Bahasa Indonesia (id)`, `English`, `en`.
pub(super) fn lang_of(name: &str) -> Option<Lang> {
    let name = name.trim().to_lowercase();
    let code = name.rsplit_once('(').map_or(name.as_str(), |(_, code)| code.trim_end_matches(')'));
    match code.trim() {
        "id" | "in" | "ind" => return Some(Lang::Id),
        "en" | "eng" => return Some(Lang::En),
        _ => {}
    }
    if name.contains("indonesia") || name == "bahasa" {
        return Some(Lang::Id);
    }
    (name.contains("english") || name.contains("inggris")).then_some(Lang::En)
}

/// One sheet with its header.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) name: String,
    pub(super) headers: Vec<Header>,
    pub(super) rows: Vec<SheetRow>,
}

impl Table {
    /// The text of a column without language, trimmed; empty where there is none.
    pub(super) fn cell<'a>(&self, row: &'a SheetRow, name: &str) -> &'a str {
        let at = self.headers.iter().position(|h| h.name == name && h.language.is_empty());
        at.and_then(|at| row.cells.get(at)).map_or("", |cell| cell.text.trim())
    }

    /// Where a column is, as people find it.
    pub(super) fn column(&self, name: &str) -> String {
        let at = self.headers.iter().position(|header| header.name == name);
        at.map_or_else(String::new, |at| column(at, &self.headers[at].shown))
    }

    /// The texts of a column in all its languages: header place, header, text.
    pub(super) fn texts<'a>(
        &'a self,
        row: &'a SheetRow,
        name: &str,
    ) -> impl Iterator<Item = (&'a Header, &'a str)> {
        let name = name.to_owned();
        let named = self.headers.iter().enumerate().filter(move |(_, h)| h.name == name);
        named.filter_map(|(at, header)| {
            let text = row.cells.get(at)?.text.trim();
            (!text.is_empty()).then_some((header, text))
        })
    }
}

/// The sheets of the format.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) survey: Table,
    pub(super) choices: Table,
    pub(super) settings: Table,
}

/// Reads the sheets. Findings of other sheets and of joined cells go to `found`.
pub(super) fn read(bytes: &[u8], found: &mut Vec<Finding>) -> Option<Book> {
    let broken = |key| Finding::new(Weight::Broken, key, "");
    if bytes.is_empty() {
        found.push(broken("author-file-empty"));
        return None;
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        found.push(broken("author-file-old"));
        return None;
    }
    if !bytes.starts_with(b"PK") {
        found.push(broken("author-file-no-zip"));
        return None;
    }
    let sheets = match sheet::xlsx::sheets(bytes) {
        Ok(sheets) => sheets,
        Err(Refused::NoWorkbook) => {
            found.push(broken("author-file-damaged"));
            return None;
        }
        Err(Refused::TooLarge) => {
            found.push(broken("author-file-large"));
            return None;
        }
    };
    let mut book = Book::default();
    let mut names = Vec::new();
    for sheet in sheets {
        names.push(sheet.name.clone());
        match sheet.name.trim().to_lowercase().as_str() {
            "survey" => book.survey = table(sheet, found),
            "choices" | "choices and columns" => book.choices = table(sheet, found),
            "settings" => book.settings = table(sheet, found),
            name if name.starts_with('_') || sheet.rows.is_empty() => {}
            _ => found.push(Finding::new(Weight::Told, "author-sheet-other", "").at(
                &sheet.name,
                0,
                "",
            )),
        }
    }
    if book.survey.headers.is_empty() {
        let names = names.join(", ");
        found.push(Finding::new(Weight::Broken, "author-no-survey", names));
        return None;
    }
    for (table, needed) in
        [(&book.survey, &["type", "name"][..]), (&book.choices, &["list_name", "name"][..])]
    {
        for column in needed.iter().filter(|_| !table.rows.is_empty()) {
            if !table.headers.iter().any(|header| header.name == **column) {
                let what = (*column).to_owned();
                found.push(Finding::new(Weight::Broken, "author-no-column", what).at(
                    &table.name,
                    1,
                    "",
                ));
            }
        }
    }
    Some(book)
}

fn table(sheet: Sheet, found: &mut Vec<Finding>) -> Table {
    let Sheet { name, mut rows, merged, .. } = sheet;
    for range in merged {
        // A title over the sheet does no harm; cells below each other hide answers.
        found.push(Finding::new(Weight::LeftOut, "author-merged", range).at(&name, 0, ""));
    }
    if rows.len() > MOST_ROWS {
        let most = MOST_ROWS.to_string();
        found.push(Finding::new(Weight::Broken, "author-rows", most).at(&name, MOST_ROWS, ""));
        rows.clear();
    }
    if rows.is_empty() {
        return Table { name, ..Table::default() };
    }
    let first = rows.remove(0);
    let mut headers: Vec<Header> = first.cells.iter().map(|cell| header(&cell.text)).collect();
    for at in 1..headers.len() {
        let (before, this) = headers.split_at(at);
        if !this[0].name.is_empty() && before.iter().any(|one| same(one, &this[0])) {
            let place = column(at, &this[0].shown);
            found.push(
                Finding::new(Weight::LeftOut, "author-column-twice", &this[0].shown)
                    .at(&name, first.line, &place),
            );
            headers[at].name.clear();
        }
    }
    Table { name, headers, rows }
}

fn same(one: &Header, two: &Header) -> bool {
    one.name == two.name && one.language == two.language
}

/// A header as the format calls it.
fn header(shown: &str) -> Header {
    let shown = shown.trim();
    let (name, language) = match shown.split_once("::").or_else(|| shown.split_once(':')) {
        Some((name, language)) => (name, language.trim().to_owned()),
        None => (shown, String::new()),
    };
    let name = name.trim().to_lowercase().replace([' ', '-'], "_");
    // `bind::relevant` and the like are the column itself; `media::image` is no language.
    let (name, language) = match (name.as_str(), language.to_lowercase().as_str()) {
        ("bind", inner @ ("relevant" | "constraint" | "required" | "calculate" | "readonly")) => {
            (inner.to_owned(), String::new())
        }
        ("bind", "jr:constraintmsg") => ("constraint_message".to_owned(), String::new()),
        ("bind" | "media" | "body" | "control" | "instance", _) => {
            (format!("{name}::{language}"), String::new())
        }
        ("jr", _) => (format!("jr:{language}"), String::new()),
        _ => (name, language),
    };
    let name = match name.as_str() {
        "caption" => "label",
        "list" | "listname" => "list_name",
        "value" => "name",
        "relevance" => "relevant",
        "calculate" => "calculation",
        "constraint_msg" | "constraining_message" => "constraint_message",
        "repeatcount" | "jr:count" | "count" => "repeat_count",
        "read_only" => "readonly",
        "command" | "tag" if name == "command" => "type",
        other => other,
    };
    Header { name: name.to_owned(), language, shown: shown.to_owned() }
}

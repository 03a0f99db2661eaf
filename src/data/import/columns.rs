//! Which column holds what: headers in Indonesian or English, whatever their case, spaces and signs.

use super::super::problem::Problem;
use super::sheet::{Cell, Sheet, SheetRow};
use crate::base::suggest::nearest;
use crate::sheet::letters;

/// What a column may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Code,
    Name,
    Category,
    Level,
    Date,
    DayKind,
    Status,
    Postcodes,
    Code2020,
    Code2025,
}

/// The headers of each field, without spaces and signs; of two that fit, the earlier one counts.
const HEADERS: [(Field, &[&str]); 10] = [
    (
        Field::Code,
        &[
            "kode",
            "code",
            "kodekbli",
            "kbli",
            "kodewilayah",
            "kodekemendagri",
            "kodedesa",
            "kodekelurahan",
            "kodedesakelurahan",
            "kodekecamatan",
        ],
    ),
    (
        Field::Name,
        &[
            "judul",
            "title",
            "judulkbli",
            "nama",
            "name",
            "namawilayah",
            "namadesa",
            "namakelurahan",
            "namakecamatan",
            "namahari",
            "namaharilibur",
            "harilibur",
            "holiday",
            "keterangan",
            "uraian",
            "deskripsi",
            "description",
        ],
    ),
    (Field::Category, &["kategori", "category", "kategorikbli"]),
    (Field::Level, &["level", "tingkat", "jumlahdigit", "digit"]),
    (Field::Date, &["tanggal", "date", "tgl"]),
    (Field::DayKind, &["jenis", "type", "kind", "tipe", "jenislibur", "jenishari"]),
    (Field::Status, &["status"]),
    (
        Field::Postcodes,
        &["kodepos", "postcodes", "postcode", "postalcode", "postalcodes", "zipcode"],
    ),
    (Field::Code2020, &["code2020", "kode2020", "kbli2020", "kodekbli2020"]),
    (Field::Code2025, &["code2025", "kode2025", "kbli2025", "kodekbli2025"]),
];

/// Rows above the header: titles and notes.
const ABOVE: usize = 20;

/// A sheet whose columns are known.
pub(super) struct Grid<'a> {
    file: &'a str,
    sheet: &'a Sheet,
    header: usize,
    columns: Vec<(Field, usize)>,
    /// Headers that mean nothing here.
    pub(super) unused: Vec<String>,
}

fn plain(header: &str) -> String {
    header.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The field of a header and how much it is wanted: 0 is most.
fn field_of(header: &str) -> Option<(Field, usize)> {
    let plain = plain(header);
    HEADERS.iter().find_map(|(field, names)| {
        names.iter().position(|name| *name == plain).map(|rank| (*field, rank))
    })
}

impl<'a> Grid<'a> {
    /// Looks for the header: the row near the top with the most known columns, two at least.
    pub(super) fn find(file: &'a str, sheets: &'a [Sheet]) -> Result<Self, Vec<Problem>> {
        let known =
            |row: &SheetRow| row.cells.iter().filter_map(|cell| field_of(&cell.text)).count();
        let best = sheets
            .iter()
            .flat_map(|sheet| {
                let rows = sheet.rows.iter().enumerate().take(ABOVE);
                rows.map(move |(at, row)| (known(row), sheet, at))
            })
            .filter(|(count, ..)| *count >= 2)
            // Of equals the first.
            .reduce(|best, next| if next.0 > best.0 { next } else { best });
        match best {
            Some((_, sheet, header)) => Ok(Self::at(file, sheet, header)),
            None => Err(no_header(file, sheets)),
        }
    }

    fn at(file: &'a str, sheet: &'a Sheet, header: usize) -> Self {
        let mut columns: Vec<(Field, usize, usize)> = Vec::new();
        let mut unused = Vec::new();
        let cells = &sheet.rows[header].cells;
        for (column, cell) in cells.iter().enumerate() {
            match field_of(&cell.text) {
                Some((field, rank)) => match columns.iter_mut().find(|(of, ..)| *of == field) {
                    Some(known) if known.2 <= rank => unused.push(cell.text.trim().to_owned()),
                    Some(known) => {
                        unused.push(cells[known.1].text.trim().to_owned());
                        *known = (field, column, rank);
                    }
                    None => columns.push((field, column, rank)),
                },
                None if cell.text.trim().is_empty() => {}
                None => unused.push(cell.text.trim().to_owned()),
            }
        }
        let columns = columns.into_iter().map(|(field, column, _)| (field, column)).collect();
        Self { file, sheet, header, columns, unused }
    }

    /// Whether there is a column for it.
    pub(super) fn has(&self, field: Field) -> bool {
        self.columns.iter().any(|(of, _)| *of == field)
    }

    /// A column of one edition taken for the code, when there is no other.
    pub(super) fn take_for_code(&mut self, field: Field) {
        for (of, _) in &mut self.columns {
            if *of == field {
                *of = Field::Code;
            }
        }
    }

    /// The rows under the header.
    pub(super) fn rows(&self) -> impl Iterator<Item = &'a SheetRow> + use<'a> {
        self.sheet.rows[self.header + 1..].iter()
    }

    /// The cell of a field in a row; an empty one where the row ends before.
    pub(super) fn cell(&self, row: &SheetRow, field: Field) -> Cell {
        let column = self.columns.iter().find(|(of, _)| *of == field);
        column.and_then(|(_, column)| row.cells.get(*column)).cloned().unwrap_or_default()
    }

    /// The text of a field in a row, with single spaces.
    pub(super) fn text(&self, row: &SheetRow, field: Field) -> String {
        tidy(&self.cell(row, field).text)
    }

    /// A problem at a field of a row.
    pub(super) fn problem(&self, row: &SheetRow, field: Field, key: &'static str) -> Problem {
        Problem::of(self.file, key).at(row.line, self.column_name(field))
    }

    fn column_name(&self, field: Field) -> String {
        let Some((_, column)) = self.columns.iter().find(|(of, _)| *of == field) else {
            return String::new();
        };
        let header = self.sheet.rows[self.header].cells[*column].text.trim();
        if self.sheet.lettered {
            format!("{} ({header})", letters(*column))
        } else {
            header.to_owned()
        }
    }

    /// A problem for each of these fields that has no column.
    pub(super) fn missing(&self, fields: &[Field]) -> Vec<Problem> {
        let line = self.sheet.rows[self.header].line;
        let mut problems = Vec::new();
        for field in fields.iter().filter(|field| !self.has(**field)) {
            let names = names_of(*field);
            let near = self.unused.iter().find_map(|header| {
                nearest(&plain(header), names.iter().copied()).map(|name| (header, name))
            });
            let problem = match near {
                Some((header, name)) => Problem::of(self.file, "data-import-header-near")
                    .with("found", header)
                    .with("nearest", name),
                None => Problem::of(self.file, "data-import-header")
                    .with("name", names[0])
                    .with("found", self.unused.join(", ")),
            };
            problems.push(problem.at(line, ""));
        }
        problems
    }
}

fn names_of(field: Field) -> &'static [&'static str] {
    HEADERS.iter().find(|(of, _)| *of == field).map_or(&[], |(_, names)| names)
}

/// The first row with words, and the nearest right word of each.
fn no_header(file: &str, sheets: &[Sheet]) -> Vec<Problem> {
    let all: Vec<&str> = HEADERS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
    let first = sheets.iter().find_map(|sheet| sheet.rows.first());
    let cells = first.map(|row| row.cells.as_slice()).unwrap_or_default();
    let headers: Vec<&str> =
        cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect();
    let line = first.map_or(1, |row| row.line);
    let mut problems =
        vec![Problem::of(file, "data-import-no-header").with("found", headers.join(", "))];
    for header in headers.iter().filter(|header| field_of(header).is_none()) {
        if let Some(near) = nearest(&plain(header), all.iter().copied()) {
            let problem = Problem::of(file, "data-import-header-near").at(line, "");
            problems.push(problem.with("found", header).with("nearest", near));
        }
    }
    problems
}

/// Single spaces, no space around, and the ASCII apostrophe.
pub(super) fn tidy(text: &str) -> String {
    let text = text.replace(['\u{2018}', '\u{2019}', '\u{02bc}', '`', '\u{00b4}'], "'");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_however_they_are_written() {
        for (header, field) in [
            ("KODE", Field::Code),
            ("Kode KBLI", Field::Code),
            ("kode_pos", Field::Postcodes),
            (" Code-2020 ", Field::Code2020),
            ("Nama Hari Libur", Field::Name),
        ] {
            assert_eq!(field_of(header).map(|(field, _)| field), Some(field), "{header}");
        }
        assert_eq!(field_of("no"), None);
    }

    #[test]
    fn columns_have_letters() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}

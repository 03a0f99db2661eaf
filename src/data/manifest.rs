//! `pack.toml` of a data pack: what it is, of when, whose, and the checksums of its files.
//!
//! Never stops at the first problem; never reads a file itself.

use super::kind::Kind;
use super::problem::Problem;
use crate::base::suggest::nearest;
use crate::text::Text;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// What a data pack says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// The name of its folder.
    pub id: String,
    /// What it is about.
    pub kind: Kind,
    /// The year of the edition; of holidays the last year.
    pub edition: u16,
    /// The day the data is of, `YYYY-MM-DD`.
    pub date: String,
    /// Its name for people.
    pub title: Text,
    /// Where the data comes from.
    pub source: String,
    /// Under which terms, an SPDX name where there is one.
    pub licence: String,
    /// Whom to name; may be empty.
    pub attribution: String,
    /// KBLI only: the list is the whole official one, so that a code not in it does not exist.
    pub whole: bool,
    /// Holidays only: years of which not all days off are known.
    pub incomplete: Vec<i16>,
    /// Each file with its BLAKE3 checksum in hexadecimal.
    pub files: Vec<(String, String)>,
}

const KEYS: [&str; 11] = [
    "id",
    "kind",
    "edition",
    "date",
    "title",
    "source",
    "licence",
    "attribution",
    "whole",
    "incomplete",
    "files",
];

/// Reads the text of `pack.toml`. `file` is its name for problems. The manifest is there when nothing
/// that it needs is missing or wrong.
pub(super) fn read(file: &str, text: &str) -> (Option<Manifest>, Vec<Problem>) {
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { file, text, table: document.get_ref(), problems: Vec::new() };
    for error in errors {
        let message = error.message().lines().collect::<Vec<_>>().join(", ");
        reader.tell(error.span().unwrap_or(0..0), "data-toml", &[("message", message)]);
    }
    let manifest = reader.manifest();
    let sound = reader.problems.is_empty();
    (manifest.filter(|_| sound), reader.problems)
}

/// Lines and columns (characters) of a place in a text, both from 1.
pub(super) fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    (line, column)
}

struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    table: &'a DeTable<'a>,
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    fn tell(&mut self, span: Range<usize>, key: &'static str, args: &[(&'static str, String)]) {
        let (line, column) = place(self.text, span.start);
        let problem = Problem::of(self.file, key).at(line, column.to_string());
        let problem = args.iter().fold(problem, |problem, (name, value)| problem.with(name, value));
        self.problems.push(problem);
    }

    fn value(&self, key: &str) -> Option<(Range<usize>, &'a DeValue<'a>)> {
        let (name, value) = self.table.iter().find(|(name, _)| name.get_ref() == key)?;
        // Tables made by dotted keys carry no useful place of their own: their first key does.
        let span = if value.get_ref().is_table() { name.span() } else { value.span() };
        Some((span, value.get_ref()))
    }

    fn string(&mut self, key: &'static str, must: bool) -> Option<(Range<usize>, String)> {
        let Some((span, value)) = self.value(key) else {
            if must {
                self.tell(0..0, "data-key-missing", &[("name", key.to_owned())]);
            }
            return None;
        };
        match value.as_str() {
            Some(text) if !must || !text.trim().is_empty() => Some((span, text.to_owned())),
            _ => {
                self.tell(span, "data-key-text", &[("name", key.to_owned())]);
                None
            }
        }
    }

    fn manifest(&mut self) -> Option<Manifest> {
        let known = self.table;
        for key in known.keys() {
            self.unknown(key.get_ref(), key.span(), &KEYS);
        }
        let id = self.string("id", true);
        let kind = self.kind();
        let edition = self.edition();
        let date = self.string("date", true).filter(|(span, date)| {
            let sound = date.parse::<jiff::civil::Date>().is_ok() && date.len() == 10;
            if !sound {
                self.tell(span.clone(), "data-date", &[("found", date.clone())]);
            }
            sound
        });
        let title = self.title();
        let source = self.string("source", true);
        let licence = self.string("licence", true);
        let attribution = self.string("attribution", false);
        let whole = self.value("whole").and_then(|(_, value)| value.as_bool()).unwrap_or_default();
        let incomplete = self.years();
        let files = self.files(kind);
        Some(Manifest {
            id: id?.1,
            kind: kind?,
            edition: edition?,
            date: date?.1,
            title: title?,
            source: source?.1,
            licence: licence?.1,
            attribution: attribution.map(|(_, text)| text).unwrap_or_default(),
            whole,
            incomplete,
            files: files?,
        })
    }

    fn unknown(&mut self, name: &str, span: Range<usize>, known: &[&'static str]) {
        if known.contains(&name) {
            return;
        }
        match nearest(name, known.iter().copied()) {
            Some(near) => self.tell(
                span,
                "data-key-unknown-near",
                &[("name", name.to_owned()), ("nearest", near.to_owned())],
            ),
            None => self.tell(span, "data-key-unknown", &[("name", name.to_owned())]),
        }
    }

    fn kind(&mut self) -> Option<Kind> {
        let (span, word) = self.string("kind", true)?;
        let kind = Kind::from_name(&word);
        if kind.is_none() {
            let names = Kind::ALL.map(Kind::name);
            let near = nearest(&word, names).map_or_else(|| names.join(", "), str::to_owned);
            self.tell(span, "data-kind-unknown", &[("found", word), ("nearest", near)]);
        }
        kind
    }

    fn edition(&mut self) -> Option<u16> {
        let Some((span, value)) = self.value("edition") else {
            self.tell(0..0, "data-key-missing", &[("name", "edition".to_owned())]);
            return None;
        };
        let year = year_of(value);
        if year.is_none() {
            self.tell(span, "data-key-year", &[("name", "edition".to_owned())]);
        }
        year
    }

    fn years(&mut self) -> Vec<i16> {
        let Some((span, value)) = self.value("incomplete") else { return Vec::new() };
        let years = value.as_array().map(|years| {
            years.iter().filter_map(|year| Some(year_of(year.get_ref())? as i16)).collect()
        });
        years.unwrap_or_else(|| {
            self.tell(span, "data-key-year", &[("name", "incomplete".to_owned())]);
            Vec::new()
        })
    }

    fn title(&mut self) -> Option<Text> {
        let found = self.value("title");
        let title = found.as_ref().and_then(|(_, value)| {
            let said =
                |lang: &str| Some(value.as_table()?.get(lang)?.get_ref().as_str()?.to_owned());
            Some(Text { id: said("id")?, en: said("en")? })
        });
        if title.is_none() {
            let span = found.map_or(0..0, |(span, _)| span);
            self.tell(span, "data-key-languages", &[("name", "title".to_owned())]);
        }
        title
    }

    fn files(&mut self, kind: Option<Kind>) -> Option<Vec<(String, String)>> {
        let Some((span, value)) = self.value("files") else {
            self.tell(0..0, "data-key-missing", &[("name", "files".to_owned())]);
            return None;
        };
        let Some(table) = value.as_table() else {
            self.tell(span, "data-key-files", &[]);
            return None;
        };
        let mut files = Vec::new();
        for (name, sum) in table {
            if let Some(kind) = kind {
                let known: Vec<&'static str> =
                    kind.files().iter().map(|(name, ..)| *name).collect();
                self.unknown(name.get_ref(), name.span(), &known);
            }
            let text = sum.get_ref().as_str().unwrap_or_default();
            if text.len() != 64 || !text.bytes().all(|sign| sign.is_ascii_hexdigit()) {
                let args = [("name", name.get_ref().to_string())];
                self.tell(sum.span(), "data-checksum-shape", &args);
            }
            files.push((name.get_ref().to_string(), text.to_ascii_lowercase()));
        }
        for (name, _, must) in kind.into_iter().flat_map(Kind::files) {
            if *must && files.iter().all(|(file, _)| file != name) {
                self.tell(span.clone(), "data-file-unlisted", &[("name", (*name).to_owned())]);
            }
        }
        Some(files)
    }
}

/// A year, where the value is one.
fn year_of(value: &DeValue<'_>) -> Option<u16> {
    let number = value.as_integer()?;
    let year = u16::from_str_radix(number.as_str(), number.radix()).ok()?;
    (1900..=2200).contains(&year).then_some(year)
}

/// The text of `pack.toml` for a manifest, as [`read`] takes it.
pub(super) fn write(manifest: &Manifest) -> String {
    use std::fmt::Write as _;
    let mut text = String::new();
    let mut line = |key: &str, value: String| {
        writeln!(text, "{key} = {value}").expect("a string takes every line");
    };
    line("id", quoted(&manifest.id));
    line("kind", quoted(manifest.kind.name()));
    line("edition", manifest.edition.to_string());
    line("date", quoted(&manifest.date));
    line("title.id", quoted(&manifest.title.id));
    line("title.en", quoted(&manifest.title.en));
    line("source", quoted(&manifest.source));
    line("licence", quoted(&manifest.licence));
    if !manifest.attribution.is_empty() {
        line("attribution", quoted(&manifest.attribution));
    }
    if manifest.whole {
        line("whole", "true".to_owned());
    }
    if !manifest.incomplete.is_empty() {
        line("incomplete", format!("{:?}", manifest.incomplete));
    }
    text.push_str("\n[files]\n");
    for (name, sum) in &manifest.files {
        writeln!(text, "{} = \"{sum}\"", quoted(name)).expect("a string takes every line");
    }
    text
}

fn quoted(text: &str) -> String {
    let clean: String =
        text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    format!("\"{}\"", clean.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sound() -> Manifest {
        Manifest {
            id: "libur".to_owned(),
            kind: Kind::Libur,
            edition: 2028,
            date: "2027-10-01".to_owned(),
            title: Text { id: "Hari \"libur\"".to_owned(), en: "Days \\ off".to_owned() },
            source: "SKB".to_owned(),
            licence: "MIT".to_owned(),
            attribution: String::new(),
            whole: false,
            incomplete: vec![2028],
            files: vec![("libur.csv".to_owned(), "ab".repeat(32))],
        }
    }

    fn told(text: &str) -> Vec<String> {
        let (manifest, problems) = read("p/pack.toml", text);
        assert_eq!(manifest.is_none(), !problems.is_empty());
        problems.iter().map(|problem| format!("{} {}", problem.place(), problem.key)).collect()
    }

    #[test]
    fn what_is_written_is_read_back() {
        let text = write(&sound());
        assert_eq!(read("p/pack.toml", &text), (Some(sound()), Vec::new()));
    }

    #[test]
    fn each_problem_is_told_with_its_place() {
        let text = write(&sound());
        for (right, wrong, expected) in [
            ("licence", "lisence", "p/pack.toml:8:1 data-key-unknown-near"),
            ("\"libur\"\ned", "\"liburan\"\ned", "p/pack.toml:2:8 data-kind-unknown"),
            ("2028\n", "28\n", "p/pack.toml:3:11 data-key-year"),
            ("2027-10-01", "2027-13-01", "p/pack.toml:4:8 data-date"),
            ("\"libur.csv\"", "\"libor.csv\"", "p/pack.toml:12:1 data-key-unknown-near"),
            ("abab", "xxab", "p/pack.toml:12:15 data-checksum-shape"),
            ("title.en", "title.de", "p/pack.toml:5:1 data-key-languages"),
            ("\"SKB\"", "\"SKB", "p/pack.toml:7:14 data-toml"),
            ("source = \"SKB\"", "source = 3", "p/pack.toml:7:10 data-key-text"),
        ] {
            let found = told(&text.replacen(right, wrong, 1));
            assert!(found.contains(&expected.to_owned()), "{wrong}: {found:?}");
        }
        let all = told("");
        assert_eq!(all.len(), 8, "everything that is missing is told at once: {all:?}");
    }
}

//! An XLSForm becomes the files of a pack, and everything that does not fit is told with its place.
//!
//! What is made went through the same loader as every other pack. Never writes a file.

mod calculate;
mod columns;
mod expressions;
mod head;
mod question;

use super::book::{self, Book, Table, lang_of};
use super::finding::{Finding, Weight};
use super::names::{self, Names};
use super::survey::{self, Survey};
use super::words::Wording;
use super::xpath::{Named, Sort};
use crate::form::{self, Severity, Source};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// What the caller knows.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// Name of the file without folder and ending, for the id where nothing else is said.
    pub file: &'a str,
    /// The id wanted.
    pub id: Option<&'a str>,
    /// The day, for warnings only.
    pub today: jiff::civil::Date,
}

/// A pack ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Id of the pack, and name of its folder.
    pub id: String,
    /// File names and texts, `pack.toml` first.
    pub files: Vec<(String, String)>,
    /// What is left out or worth knowing, in the order of the rows.
    pub findings: Vec<Finding>,
    /// How many questions it asks.
    pub questions: usize,
}

impl Imported {
    /// Whether everything but looks was carried over.
    pub fn is_whole(&self) -> bool {
        self.findings.iter().all(|one| one.weight < Weight::LeftOut)
    }
}

/// A list of choices of the book.
struct List {
    /// Name in the pack.
    name: String,
    /// Places of rows in the table.
    rows: Vec<usize>,
}

/// Reads an XLSForm. Errors: everything found, when nothing can be made of it.
pub fn import(given: &Given<'_>, bytes: &[u8]) -> Result<Imported, Vec<Finding>> {
    let mut found = Vec::new();
    let book = book::read(bytes, &mut found);
    let made = book.as_ref().and_then(|book| Maker::new(given, book, &mut found).make());
    let order = |one: &Finding| (one.sheet != "survey", one.sheet.clone(), one.row);
    found.sort_by_cached_key(order);
    match made {
        Some(made) if found.iter().all(|one| one.weight < Weight::Broken) => {
            Ok(Imported { findings: found, ..made })
        }
        _ => {
            found.sort_by_key(|one| std::cmp::Reverse(one.weight));
            Err(found)
        }
    }
}

struct Maker<'a> {
    given: &'a Given<'a>,
    book: &'a Book,
    found: &'a mut Vec<Finding>,
    wording: Wording,
    survey: Survey,
    lists: Vec<List>,
    /// Sheet name to pack name of the choices of each list.
    choices: Vec<HashMap<String, String>>,
    names: HashMap<String, Named>,
    /// Further columns of the choices: in the sheet, in the pack.
    columns: HashMap<String, String>,
    compared: Vec<(String, usize)>,
    used_columns: HashSet<String>,
    /// Calculations by question.
    calculations: HashMap<usize, (String, Sort)>,
}
impl<'a> Maker<'a> {
    fn new(given: &'a Given<'a>, book: &'a Book, found: &'a mut Vec<Finding>) -> Self {
        let settings = book.settings.rows.first();
        let default = settings.map_or("", |row| book.settings.cell(row, "default_language"));
        let wording = Wording::of(book, lang_of(default));
        Self {
            given,
            book,
            found,
            wording,
            survey: Survey::default(),
            lists: Vec::new(),
            choices: Vec::new(),
            names: HashMap::new(),
            columns: HashMap::new(),
            compared: Vec::new(),
            used_columns: HashSet::new(),
            calculations: HashMap::new(),
        }
    }

    fn tell(
        &mut self,
        weight: Weight,
        table: &Table,
        row: usize,
        column: &str,
        key: &'static str,
        what: &str,
    ) {
        let column = table.column(column);
        self.found.push(Finding::new(weight, key, what).at(&table.name, row, &column));
    }

    fn make(mut self) -> Option<Imported> {
        self.headers();
        let by_name = self.read_lists();
        let mut names = Names::default();
        self.survey = survey::read(self.book, &by_name, &mut names, self.found);
        if self.survey.questions.is_empty() {
            self.found.push(Finding::new(Weight::Broken, "author-no-questions", ""));
        }
        if self.found.iter().any(|one| one.weight == Weight::Broken) {
            return None;
        }
        self.read_columns(&mut names);
        self.know_names();
        self.calculate();
        let setting = |name: &str| {
            let row = self.book.settings.rows.first();
            row.map_or("", |row| self.book.settings.cell(row, name)).to_owned()
        };
        let wanted = [setting("form_id"), setting("id_string"), setting("form_title")];
        let wanted = wanted.iter().find(|text| !text.is_empty());
        let id = match self.given.id {
            Some(id) => id.to_owned(),
            None => names::folder(wanted.map_or(self.given.file, String::as_str)),
        };
        let mut files: Vec<(String, String)> = Vec::new();
        let mut places: Vec<Vec<(Range<usize>, usize)>> = vec![Vec::new()];
        let survey = std::mem::take(&mut self.survey);
        for part in &survey.parts {
            let (text, rows) = self.section(part, &survey);
            places.push(rows);
            files.push((format!("{}.toml", names::file(&part.name)), text));
        }
        let head = self.head(&id, &survey)?;
        files.insert(0, ("pack.toml".to_owned(), head));
        self.prove(&id, &files, &places);
        let questions = survey.questions.len();
        Some(Imported { id, files, findings: Vec::new(), questions })
    }

    /// Has the loader read what was made; what it finds is told at the row it comes from.
    fn prove(
        &mut self,
        id: &str,
        files: &[(String, String)],
        places: &[Vec<(Range<usize>, usize)>],
    ) {
        let sources: Vec<Source> = files
            .iter()
            .map(|(name, text)| Source { name: format!("{id}/{name}"), text: text.clone().into() })
            .collect();
        let (_, problems) = form::load(&sources, self.given.today);
        let table = &self.book.survey;
        for problem in problems.iter().filter(|problem| problem.severity == Severity::Error) {
            let rows = places.get(problem.file).map_or(&[][..], Vec::as_slice);
            let at = rows.iter().find(|(range, _)| range.contains(&problem.span.start));
            let line = at.map_or(0, |(_, row)| table.rows[*row].line);
            let hint = if problem.hint.is_empty() {
                String::new()
            } else {
                format!(" ({})", problem.hint)
            };
            let what = format!("{}{hint}", problem.message);
            self.tell(Weight::Broken, table, line, "", "author-pack", &what);
        }
    }
}

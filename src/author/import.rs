//! An XLSForm becomes the files of a pack, and everything that does not fit is told with its place.
//!
//! What is made went through the same loader as every other pack. Never writes a file.

use super::book::{self, Book, Table, lang_of};
use super::finding::{Finding, Weight};
use super::names::{self, Names, plain};
use super::survey::{self, Asked, Part, Survey};
use super::toml::quoted;
use super::toml::{line, text};
use super::words::Wording;
use super::xpath::{Fault, Named, Scope, Sort, Tree, parse};
use crate::form::{self, Kind, Severity, Source, UNWRITTEN};
use crate::sheet::SheetRow;
use crate::text::Text;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
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

/// Columns the import reads; others are told once.
const KNOWN: [&str; 26] = [
    "type",
    "name",
    "label",
    "hint",
    "relevant",
    "required",
    "constraint",
    "constraint_message",
    "calculation",
    "default",
    "choice_filter",
    "appearance",
    "repeat_count",
    "disabled",
    "list_name",
    "loket_kind",
    "loket_meaning",
    "loket_say",
    "loket_why",
    "loket_where",
    "loket_example",
    "loket_issuer",
    "loket_if_missing",
    "loket_alternatives",
    "loket_copy",
    "",
];

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

    /// Columns that nobody reads, and other languages.
    fn headers(&mut self) {
        let book = self.book;
        for table in [&book.survey, &book.choices] {
            let line = 1;
            for header in &table.headers {
                let known = KNOWN.contains(&header.name.as_str());
                let place = table.column(&header.name);
                let key = if known && !header.language.is_empty() && header.lang().is_none() {
                    "author-language"
                } else if known || (table.name == book.choices.name && !header.name.contains(':')) {
                    continue;
                } else {
                    "author-column-other"
                };
                let one = Finding::new(Weight::Told, key, &header.shown);
                self.found.push(one.at(&table.name, line, &place));
            }
        }
        let given = self.book.settings.rows.first();
        for header in &book.settings.headers {
            let known = [
                "form_title",
                "form_id",
                "id_string",
                "version",
                "default_language",
                "loket_title_en",
                "",
            ];
            let is_set = given.is_some_and(|row| !book.settings.cell(row, &header.name).is_empty());
            if !known.contains(&header.name.as_str()) && is_set {
                let place = book.settings.column(&header.name);
                let one = Finding::new(Weight::Told, "author-column-other", &header.shown);
                self.found.push(one.at(&book.settings.name, 1, &place));
            }
        }
    }

    fn read_lists(&mut self) -> HashMap<String, usize> {
        let table = &self.book.choices;
        let mut by_name: HashMap<String, usize> = HashMap::new();
        let mut taken = Names::default();
        let mut of_list: Vec<Names> = Vec::new();
        for (at, row) in table.rows.iter().enumerate() {
            let (list, name) = (table.cell(row, "list_name"), table.cell(row, "name"));
            if list.is_empty() {
                continue;
            }
            if name.is_empty() {
                self.tell(Weight::LeftOut, table, row.line, "name", "author-choice-no-name", list);
                continue;
            }
            let place = *by_name.entry(list.to_owned()).or_insert_with(|| {
                self.lists.push(List { name: taken.fresh(list), rows: Vec::new() });
                self.choices.push(HashMap::new());
                of_list.push(Names::default());
                self.lists.len() - 1
            });
            if self.choices[place].contains_key(name) {
                self.tell(Weight::LeftOut, table, row.line, "name", "author-choice-twice", name);
                continue;
            }
            self.choices[place].insert(name.to_owned(), of_list[place].fresh(name));
            self.lists[place].rows.push(at);
        }
        by_name
    }

    fn read_columns(&mut self, names: &mut Names) {
        let table = &self.book.choices;
        for header in table.headers.iter().filter(|one| one.language.is_empty()) {
            let own = ["list_name", "label", "hint", ""].contains(&header.name.as_str());
            if header.name == "name" {
                self.columns.insert("name".to_owned(), "name".to_owned());
            } else if !own && !header.name.contains(':') {
                // A column that is called as a question is would hide it.
                let wanted = match plain(&header.name).as_str() {
                    "code" => "code_".to_owned(),
                    name => name.to_owned(),
                };
                self.columns.insert(header.shown.clone(), names.fresh(&wanted));
            }
        }
    }

    fn know_names(&mut self) {
        let survey = &self.survey;
        for (at, part) in survey.parts.iter().enumerate().filter(|(_, part)| part.is_repeat) {
            let Some(row) = part.row else { continue };
            let name = self.book.survey.cell(&self.book.survey.rows[row], "name");
            let mut repeats = Self::around(Some(at), survey);
            repeats.pop();
            let named = Named { name: part.name.clone(), sort: Sort::Repeat, around: repeats };
            self.names.insert(name.to_owned(), named);
        }
        for name in &survey.left_out {
            let none = Named { name: String::new(), sort: Sort::None, around: Vec::new() };
            // A `today` filled by the device is our own.
            if name != "today" {
                self.names.insert(name.clone(), none);
            }
        }
        for asked in survey.questions.iter().filter(|asked| !asked.sheet_name.is_empty()) {
            let sort = asked.sort();
            let named = Named {
                name: asked.name.clone(),
                sort,
                around: Self::around(Some(asked.part), survey),
            };
            self.names.insert(asked.sheet_name.clone(), named);
        }
    }

    /// Sorts of calculated values, each after those it needs.
    fn calculate(&mut self) {
        let table = &self.book.survey;
        let survey = std::mem::take(&mut self.survey);
        let mut trees: HashMap<usize, Tree> = HashMap::new();
        let mut by_name: HashMap<&str, usize> = HashMap::new();
        for (at, asked) in survey.questions.iter().enumerate() {
            let row = &table.rows[asked.row];
            let source = table.cell(row, "calculation");
            if source.is_empty() {
                continue;
            }
            match parse(source) {
                Ok(tree) => _ = trees.insert(at, tree),
                Err(fault) => self.fault(table, row, "calculation", &fault),
            }
            if asked.kind == Kind::Calculated {
                by_name.insert(&asked.sheet_name, at);
            }
        }
        let mut waits: HashMap<usize, usize> = HashMap::new();
        let mut waited: HashMap<usize, Vec<usize>> = HashMap::new();
        for (at, tree) in &trees {
            let mut needs = HashSet::new();
            needs_of(tree, &mut |name| needs.extend(by_name.get(name)));
            waits.insert(*at, needs.len());
            for need in needs {
                waited.entry(need).or_default().push(*at);
            }
        }
        let mut ready: Vec<usize> =
            waits.iter().filter(|(_, count)| **count == 0).map(|(at, _)| *at).collect();
        ready.sort_unstable();
        while let Some(at) = ready.pop() {
            waits.remove(&at);
            let asked = &survey.questions[at];
            let row = &table.rows[asked.row];
            let made = self.in_scope(asked, &survey, |scope| scope.value_of(&trees[&at]));
            match made {
                Ok((cel, sort)) => {
                    if asked.kind == Kind::Calculated
                        && let Some(named) = self.names.get_mut(&asked.sheet_name)
                    {
                        named.sort = match sort {
                            Sort::Choice(_) => Sort::Text,
                            sort => sort,
                        };
                    }
                    self.calculations.insert(at, (cel, sort));
                }
                Err(fault) => {
                    // Who needs it is told so, not given nothing.
                    if asked.kind == Kind::Calculated
                        && let Some(named) = self.names.get_mut(&asked.sheet_name)
                    {
                        named.sort = Sort::None;
                    }
                    self.fault(table, row, "calculation", &fault);
                }
            }
            for next in waited.remove(&at).unwrap_or_default() {
                let count = waits.entry(next).or_insert(1);
                *count -= 1;
                if *count == 0 {
                    ready.push(next);
                }
            }
        }
        let mut rings: Vec<usize> = waits.into_keys().collect();
        rings.sort_unstable();
        for at in rings {
            let asked = &survey.questions[at];
            let line = table.rows[asked.row].line;
            let name = asked.sheet_name.clone();
            self.tell(Weight::Broken, table, line, "calculation", "author-ring", &name);
        }
        // What could not be calculated has no value.
        for (at, asked) in survey.questions.iter().enumerate() {
            if asked.kind == Kind::Calculated && !self.calculations.contains_key(&at) {
                if !trees.contains_key(&at)
                    && table.cell(&table.rows[asked.row], "calculation").is_empty()
                {
                    let line = table.rows[asked.row].line;
                    self.tell(
                        Weight::LeftOut,
                        table,
                        line,
                        "calculation",
                        "author-no-calculation",
                        "",
                    );
                }
                if let Some(named) = self.names.get_mut(&asked.sheet_name) {
                    named.sort = Sort::None;
                }
            }
        }
        self.survey = survey;
    }

    fn fault(&mut self, table: &Table, row: &SheetRow, column: &str, fault: &Fault) {
        self.tell(Weight::LeftOut, table, row.line, column, fault.key, &fault.what);
    }

    fn in_scope<T>(
        &mut self,
        asked: &Asked,
        survey: &Survey,
        run: impl FnOnce(&Scope<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let around = Self::around(Some(asked.part), survey);
        self.scoped(&asked.sheet_name, &around, false, run)
    }

    fn around(mut at: Option<usize>, survey: &Survey) -> Vec<String> {
        let mut all = Vec::new();
        while let Some(part) = at {
            let one = &survey.parts[part];
            if one.is_repeat {
                all.push(one.name.clone());
            }
            at = one.within;
        }
        all.reverse();
        all
    }

    fn scoped<T>(
        &mut self,
        me: &str,
        around: &[String],
        filter: bool,
        run: impl FnOnce(&Scope<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let none = HashMap::new();
        let scope = Scope {
            names: &self.names,
            lists: &self.choices,
            me,
            around,
            columns: if filter { &self.columns } else { &none },
            compared: RefCell::default(),
        };
        let made = run(&scope);
        let compared = scope.compared.into_inner();
        self.compared.extend(compared);
        made
    }

    /// A condition in a column; told and empty where it cannot be carried over.
    fn condition(
        &mut self,
        row: usize,
        column: &str,
        me: &str,
        around: &[String],
    ) -> Option<String> {
        let table = &self.book.survey;
        let row = &table.rows[row];
        let source = table.cell(row, column);
        if source.is_empty() {
            return None;
        }
        let filter = column == "choice_filter";
        let made = parse(source).and_then(|tree| {
            if filter {
                columns_of(&tree, &mut |name| _ = self.used_columns.insert(name.to_owned()));
            }
            self.scoped(me, around, filter, |scope| scope.condition(&tree))
        });
        match made {
            Ok(cel) if cel == "true" => None,
            Ok(_) if column == "relevant" && !changes(source) => {
                let fault = Fault::new("author-expr-constant", source);
                self.fault(table, row, column, &fault);
                None
            }
            Ok(cel) => Some(cel),
            Err(fault) => {
                self.fault(table, row, column, &fault);
                None
            }
        }
    }

    /// A text of a row in both languages; told where it names answers.
    fn words(&mut self, table: &Table, row: &SheetRow, column: &str) -> Text {
        let mut text = self.wording.text(table, row, column);
        for one in [&mut text.id, &mut text.en] {
            while let Some(at) = one.find("${") {
                let end = one[at..].find('}').map_or(one.len(), |end| at + end + 1);
                let name = one[at..end].to_owned();
                one.replace_range(at..end, "…");
                let is_new = !self
                    .found
                    .iter()
                    .rev()
                    .take(4)
                    .any(|found| found.row == row.line && found.key == "author-text-place");
                if is_new {
                    let place = table.column(column);
                    let found = Finding::new(Weight::LeftOut, "author-text-place", name);
                    self.found.push(found.at(&table.name, row.line, &place));
                }
            }
        }
        text
    }

    fn section(&mut self, part: &Part, survey: &Survey) -> (String, Vec<(Range<usize>, usize)>) {
        let table = &self.book.survey;
        let mut out = String::new();
        let head = if part.is_repeat { "repeat" } else { "group" };
        _ = writeln!(out, "[{head}]");
        line(&mut out, "name", &part.name);
        let label = match part.row {
            Some(row) => self.words(table, &table.rows[row], "label"),
            None => Text { id: "Pertanyaan".into(), en: "Questions".into() },
        };
        let mut label = match part.row {
            Some(row) if label.is_empty() => {
                Text::same(format!("{UNWRITTEN}: {}", table.cell(&table.rows[row], "name")))
            }
            _ => label,
        };
        if part.number > 1 {
            label.id = format!("{} ({})", label.id, part.number);
            label.en = format!("{} ({})", label.en, part.number);
        }
        text(&mut out, "label", &label);
        if let Some(within) = part.within {
            line(&mut out, "within", &survey.parts[within].name);
        }
        let around = Self::around(part.within, survey);
        let mut conditions: Vec<String> = Vec::new();
        for row in &part.relevant {
            conditions.extend(self.condition(*row, "relevant", "", &around));
        }
        if let Some(cel) = all_of(&conditions) {
            line(&mut out, "relevant", &cel);
        }
        if let (true, Some(row)) = (part.is_repeat, part.row) {
            let count = table.cell(&table.rows[row], "repeat_count");
            match count.parse::<u32>() {
                Ok(count @ 1..=100) => _ = writeln!(out, "min = {count}\nmax = {count}"),
                _ if count.is_empty() => {}
                _ => {
                    let line = table.rows[row].line;
                    self.tell(
                        Weight::LeftOut,
                        table,
                        line,
                        "repeat_count",
                        "author-repeat-count",
                        count,
                    );
                }
            }
            let own = part.questions.iter().map(|at| &survey.questions[*at]);
            if let Some(first) = own.into_iter().find(|asked| asked.kind == Kind::Text) {
                line(&mut out, "item_label", &first.name);
            }
        }
        let mut rows = Vec::new();
        for at in &part.questions {
            let asked = &survey.questions[*at];
            let from = out.len();
            self.question(*at, asked, survey, &mut out);
            rows.push((from..out.len(), asked.row));
        }
        (out, rows)
    }

    fn question(&mut self, at: usize, asked: &Asked, survey: &Survey, out: &mut String) {
        let table = &self.book.survey;
        let row = &table.rows[asked.row];
        let around = Self::around(Some(asked.part), survey);
        let me = asked.sheet_name.clone();
        let mut kind = asked.kind;
        let calculation = self.calculations.get(&at).cloned();
        if kind == Kind::Calculated && calculation.is_none() {
            // Its place is kept, so that the sheet and the pack can be compared.
            kind = Kind::Note;
        }
        _ = write!(out, "\n[[question]]\n");
        line(out, "name", &asked.name);
        line(out, "kind", form::kind_word(kind));
        let label = self.words(table, row, "label");
        let shown =
            if label.is_empty() { Text::same(asked.sheet_name.clone()) } else { label.clone() };
        let plain = matches!(kind, Kind::Note | Kind::Calculated);
        let label = match (label.is_empty(), plain) {
            (true, false) => Text::same(format!("{UNWRITTEN}: {}", asked.sheet_name)),
            (true, true) => Text::same(asked.name.clone()),
            _ => label,
        };
        text(out, "label", &label);
        let hint = self.words(table, row, "hint");
        text(out, "hint", &hint);
        if !plain {
            let say = self.words(table, row, "loket_say");
            text(out, "say", &if say.is_empty() { super::words::say(&shown) } else { say });
            if form::is_typed(kind) {
                let example = self.words(table, row, "loket_example");
                if example.is_empty() {
                    line(out, "example", UNWRITTEN);
                } else {
                    text(out, "example", &example);
                }
            }
            let why = self.words(table, row, "loket_why");
            text(out, "why", &if why.is_empty() { super::words::why(&hint) } else { why });
            let place = self.words(table, row, "loket_where");
            text(out, "where", &place);
        }
        if let Some(cel) = self.condition(asked.row, "relevant", &me, &around) {
            line(out, "relevant", &cel);
        }
        let required = table.cell(row, "required");
        match required.to_lowercase().as_str() {
            "yes" | "true" | "true()" | "1" | "required" if !plain => {
                out.push_str("required = true\n");
            }
            // A note or a calculation is never answered, so it is never missing.
            "" | "no" | "false" | "false()" | "0" | "yes" | "true" | "true()" | "1"
            | "required" => {}
            _ => {
                if let Some(cel) = self.condition(asked.row, "required", &me, &around) {
                    line(out, "required", &cel);
                }
            }
        }
        if let Some(cel) = self.condition(asked.row, "constraint", &me, &around) {
            line(out, "constraint", &cel);
            let message = self.words(table, row, "constraint_message");
            let missing = || Text {
                id: format!("{UNWRITTEN}: jawaban ini tidak memenuhi syarat"),
                en: format!("{UNWRITTEN}: this answer does not meet the rule"),
            };
            text(out, "constraint_message", &if message.is_empty() { missing() } else { message });
        }
        if let Some((cel, sort)) = calculation {
            line(out, "calculation", &cel);
            let show = match sort {
                Sort::Int => Some("integer"),
                Sort::Date => Some("date"),
                _ => None,
            };
            if let (Kind::Calculated, Some(show)) = (kind, show) {
                line(out, "show", show);
            }
        }
        self.default(asked, &around, out);
        if let (Some(list), Kind::Choice | Kind::Choices) = (asked.list, kind) {
            line(out, "choices", &self.lists[list].name.clone());
            if let Some(cel) = self.condition(asked.row, "choice_filter", "", &around) {
                line(out, "choice_filter", &cel);
            }
        }
        let meaning = table.cell(row, "loket_meaning");
        if !meaning.is_empty() {
            line(out, "meaning", &names::plain(meaning));
        }
        if kind == Kind::Document {
            out.push_str("\n[question.document]\n");
            for (key, column) in [
                ("issuer", "loket_issuer"),
                ("if_missing", "loket_if_missing"),
                ("alternatives", "loket_alternatives"),
            ] {
                let found = self.words(table, row, column);
                let todo = Text::same(UNWRITTEN);
                let needed = found.is_empty() && key != "alternatives";
                text(out, key, if needed { &todo } else { &found });
            }
            if table.cell(row, "loket_copy") == "yes" {
                out.push_str("copy_is_enough = true\n");
            }
        }
    }

    fn default(&mut self, asked: &Asked, around: &[String], out: &mut String) {
        let table = &self.book.survey;
        let row = &table.rows[asked.row];
        let source = table.cell(row, "default");
        if source.is_empty() || matches!(asked.kind, Kind::Note | Kind::Calculated) {
            return;
        }
        let is_expression = source.contains("${") || source.ends_with(')');
        let made = match (asked.sort(), is_expression) {
            (_, true) => parse(source)
                .and_then(|tree| {
                    self.scoped(&asked.sheet_name, around, false, |s| s.value_of(&tree))
                })
                .map(|(cel, _)| cel),
            (Sort::Int, _) if source.parse::<i64>().is_ok() => Ok(source.to_owned()),
            (Sort::Double, _) if source.parse::<f64>().is_ok_and(f64::is_finite) => {
                Ok(if source.contains('.') { source.to_owned() } else { format!("{source}.0") })
            }
            (Sort::Date, _) if source.parse::<jiff::civil::Date>().is_ok() => Ok(quoted(source)),
            (Sort::Choice(list), _) if self.choices[list].contains_key(source) => {
                Ok(quoted(&self.choices[list][source]))
            }
            (Sort::Choices(list), _) => {
                let known: Option<Vec<String>> = source
                    .split_whitespace()
                    .map(|name| self.choices[list].get(name).map(|name| quoted(name)))
                    .collect();
                known
                    .map(|known| format!("[{}]", known.join(", ")))
                    .ok_or_else(|| Fault::new("author-default", source))
            }
            (Sort::Text, _) => Ok(quoted(source)),
            (Sort::Bool, _) => match source.to_lowercase().as_str() {
                "ok" | "ya" | "yes" | "true" => Ok("true".to_owned()),
                "tidak" | "no" | "false" => Ok("false".to_owned()),
                _ => Err(Fault::new("author-default", source)),
            },
            _ => Err(Fault::new("author-default", source)),
        };
        match made {
            Ok(cel) => line(out, "default", &cel),
            Err(fault) => self.fault(table, row, "default", &fault),
        }
    }

    fn head(&mut self, id: &str, survey: &Survey) -> Option<String> {
        let settings = &self.book.settings;
        let setting = |name: &str| {
            settings.rows.first().map_or("", |row| settings.cell(row, name)).to_owned()
        };
        let titles =
            settings.rows.first().map(|row| self.wording.text(settings, row, "form_title"));
        let title = titles
            .filter(|title| !title.is_empty())
            .unwrap_or_else(|| Text::same(format!("{UNWRITTEN}: {id}")));
        let english = setting("loket_title_en");
        let title = if english.is_empty() { title } else { Text { en: english, ..title } };
        let version = setting("version").parse::<u32>().ok().filter(|version| *version > 0);
        let mut out = String::new();
        line(&mut out, "id", id);
        _ = writeln!(out, "version = {}", version.unwrap_or(1));
        text(&mut out, "title", &title);
        let summary = Text {
            id: format!("{UNWRITTEN}: untuk siapa layanan ini"),
            en: format!("{UNWRITTEN}: for whom this service is"),
        };
        text(&mut out, "summary", &summary);
        line(&mut out, "status", "contoh, verifikasi dinas");
        out.push_str("kbli_edition = 2025\noss = false\n");
        let sections: Vec<String> =
            survey.parts.iter().map(|part| quoted(&names::file(&part.name))).collect();
        _ = writeln!(out, "sections = [{}]", sections.join(", "));
        let outside = |asked: &&Asked| Self::around(Some(asked.part), survey).is_empty();
        let can = |asked: &&Asked| !matches!(asked.kind, Kind::Note | Kind::Calculated);
        let once: Vec<&Asked> = survey.questions.iter().filter(outside).filter(can).collect();
        let texts = || once.iter().filter(|asked| asked.kind == Kind::Text);
        let named = |asked: &&&Asked| asked.name.contains("nama") || asked.name.contains("name");
        let subject = texts().find(named).or_else(|| texts().next()).or(once.first());
        let Some(subject) = subject else {
            self.found.push(Finding::new(Weight::Broken, "author-no-subject", ""));
            return None;
        };
        line(&mut out, "subject", &subject.name);
        let used: HashSet<usize> = survey.questions.iter().filter_map(|asked| asked.list).collect();
        let choices = &self.book.choices;
        let compared = std::mem::take(&mut self.compared);
        for at in 0..self.lists.len() {
            if !used.contains(&at) {
                continue;
            }
            let (list, rows) = (self.lists[at].name.clone(), self.lists[at].rows.clone());
            for row in rows {
                let row = &choices.rows[row];
                let name = choices.cell(row, "name");
                _ = write!(out, "\n[[choices.{list}]]\n");
                line(&mut out, "name", &self.choices[at][name].clone());
                let label = self.words(choices, row, "label");
                let label = if label.is_empty() { Text::same(name) } else { label };
                text(&mut out, "label", &label);
                for (place, header) in choices.headers.iter().enumerate() {
                    let value = row.cells.get(place).map_or("", |cell| cell.text.trim());
                    let column = self.columns.get(&header.shown);
                    let wanted = self.used_columns.contains(&header.shown);
                    let (Some(column), true, false) = (column, wanted, value.is_empty()) else {
                        continue;
                    };
                    // A column that names choices of another list follows their new names.
                    let of = compared.iter().find(|(name, list)| {
                        *name == header.shown && self.choices[*list].contains_key(value)
                    });
                    let value = of.map_or(value, |(_, list)| &self.choices[*list][value]);
                    line(&mut out, &column.clone(), value);
                }
            }
        }
        Some(out)
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

/// Whether an expression hangs on an answer or the day at all.
fn changes(source: &str) -> bool {
    let mut found = source.contains("today");
    if let Ok(tree) = parse(source) {
        needs_of(&tree, &mut |_| found = true);
    }
    found
}

/// All conditions in one.
fn all_of(conditions: &[String]) -> Option<String> {
    match conditions {
        [] => None,
        [one] => Some(one.clone()),
        more => Some(more.iter().map(|one| format!("({one})")).collect::<Vec<_>>().join(" && ")),
    }
}

fn needs_of<'t>(tree: &'t Tree, tell: &mut impl FnMut(&'t str)) {
    match tree {
        Tree::Name(name) => tell(name),
        Tree::Call(_, parts) => parts.iter().for_each(|part| needs_of(part, tell)),
        Tree::Pair(_, one, two) => {
            needs_of(one, tell);
            needs_of(two, tell);
        }
        Tree::Minus(inner) => needs_of(inner, tell),
        _ => {}
    }
}

fn columns_of(tree: &Tree, tell: &mut impl FnMut(&str)) {
    match tree {
        Tree::Column(name) => tell(name),
        Tree::Call(_, parts) => parts.iter().for_each(|part| columns_of(part, tell)),
        Tree::Pair(_, one, two) => {
            columns_of(one, tell);
            columns_of(two, tell);
        }
        Tree::Minus(inner) => columns_of(inner, tell),
        _ => {}
    }
}

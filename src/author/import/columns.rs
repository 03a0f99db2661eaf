//! What the columns, lists and names of the book are in the pack: read before anything is written.

use super::{List, Maker};
use crate::author::finding::{Finding, Weight};
use crate::author::names::{Names, plain};
use crate::author::xpath::{Named, Sort};
use std::collections::HashMap;

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

impl Maker<'_> {
    /// Columns that nobody reads, and other languages.
    pub(super) fn headers(&mut self) {
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

    pub(super) fn read_lists(&mut self) -> HashMap<String, usize> {
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

    pub(super) fn read_columns(&mut self, names: &mut Names) {
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

    pub(super) fn know_names(&mut self) {
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
}

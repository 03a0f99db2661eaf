//! Tables that are read into values of [`crate::ident`]: holidays, KBLI lists, words, neighbours.
//!
//! Reads what is sound and tells of the rest; a caller that finds problems uses none of it.

use super::csv;
use super::kind::Table;
use super::lines::{is_code, shown};
use super::manifest::place;
use super::problem::Problem;
use crate::base::suggest;
use crate::ident::calendar::{Holiday, HolidayKind};
use crate::ident::kbli::{Apart, Everyday, Move, Row, Said};
use std::collections::HashSet;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The text of one file and the problems found in it.
pub(super) struct Reading<'a> {
    file: &'a str,
    text: &'a str,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Reading<'a> {
    pub(super) const fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, problems: Vec::new() }
    }

    fn tell(
        &mut self,
        line: usize,
        column: &str,
        key: &'static str,
        args: &[(&'static str, &str)],
    ) {
        let problem = Problem::of(self.file, key).at(line, column);
        let problem = args.iter().fold(problem, |problem, (name, value)| problem.with(name, value));
        self.problems.push(problem);
    }

    /// The rows with as many cells as the table's header, which must be the first row.
    fn rows<const N: usize>(&mut self, table: Table) -> Vec<(usize, [String; N])> {
        let (rows, open) = csv::rows(self.text, ',');
        if let Some(line) = open {
            self.tell(line, "", "data-quote-open", &[]);
        }
        let mut rows = rows.into_iter();
        let found = rows.next().map(|row| row.cells.join(",")).unwrap_or_default();
        let header = table.header();
        debug_assert_eq!(header.len(), N);
        if found != header.join(",") {
            let args = [("found", found.as_str()), ("expected", &header.join(","))];
            self.tell(1, "", "data-header", &args);
            return Vec::new();
        }
        let mut sound = Vec::new();
        for row in rows {
            let cells = row.cells.into_iter().map(|cell| cell.trim().to_owned());
            match <[String; N]>::try_from(cells.collect::<Vec<_>>()) {
                Ok(cells) => sound.push((row.line, cells)),
                Err(cells) => {
                    let (found, expected) = (cells.len().to_string(), N.to_string());
                    let args = [("found", found.as_str()), ("expected", &expected)];
                    self.tell(row.line, "", "data-cells", &args);
                }
            }
        }
        if sound.is_empty() && self.problems.is_empty() {
            self.problems.push(Problem::of(self.file, "data-empty"));
        }
        sound
    }

    fn five(&mut self, line: usize, column: &str, code: &str) {
        if !is_code(code, &[5]) {
            let args = [("found", code), ("lengths", "5")];
            self.tell(line, column, "data-code", &args);
        }
    }

    fn filled(&mut self, line: usize, column: &str, text: &str, code: &str) {
        if text.is_empty() {
            self.tell(line, column, "data-name-empty", &[("code", code)]);
        }
    }

    /// `date,name,kind,status`, sorted by date.
    pub(super) fn holidays(&mut self) -> Vec<Holiday> {
        let mut before = String::new();
        let mut holidays = Vec::new();
        let mut seen = HashSet::new();
        for (line, [date, name, kind, status]) in self.rows::<4>(Table::Holidays) {
            let day = (date.len() == 10).then(|| date.parse().ok()).flatten();
            if day.is_none() {
                self.tell(line, "date", "data-date", &[("found", &date)]);
            } else if date < before {
                let args = [("code", date.as_str()), ("before", &before)];
                self.tell(line, "date", "data-unsorted", &args);
            }
            if !seen.insert((date.clone(), kind.clone(), name.clone())) {
                self.tell(line, "date", "data-twice", &[("code", &date)]);
            }
            self.filled(line, "name", &name, &date);
            let of = HolidayKind::from_name(&kind);
            if of.is_none() {
                self.tell(line, "kind", "data-holiday-kind", &[("found", &kind)]);
            }
            if !["tetap", "sementara"].contains(&status.as_str()) {
                self.tell(line, "status", "data-holiday-status", &[("found", &status)]);
            }
            let provisional = status == "sementara";
            if let (Some(date), Some(kind)) = (day, of) {
                holidays.push(Holiday { date, name, kind, provisional });
            }
            before = date;
        }
        holidays
    }

    /// `code,title,category`.
    pub(super) fn kbli(&mut self) -> Vec<Row> {
        let rows = self.rows::<3>(Table::Kbli);
        let mut seen = HashSet::new();
        let mut found = Vec::with_capacity(rows.len());
        for (line, [code, title, category]) in rows {
            let letter = if let [letter @ b'A'..=b'Z'] = category.as_bytes() {
                char::from(*letter)
            } else {
                self.tell(line, "category", "data-category", &[("found", &category)]);
                '?'
            };
            let is_letter = code.len() == 1 && code.starts_with(letter);
            if !is_letter && !is_code(&code, &[2, 3, 4, 5]) {
                let args = [("found", code.as_str()), ("lengths", &shown(Table::Kbli))];
                self.tell(line, "code", "data-code", &args);
            }
            if !seen.insert(code.clone()) {
                self.tell(line, "code", "data-twice", &[("code", &code)]);
            }
            self.filled(line, "title", &title, &code);
            found.push(Row { code, title, category: letter });
        }
        found
    }

    /// `code_2020,code_2025`, each pair once.
    pub(super) fn moves(&mut self) -> Vec<Move> {
        let mut seen = HashSet::new();
        let mut moves = Vec::new();
        for (line, [from, to]) in self.rows::<2>(Table::Moves) {
            self.five(line, "code_2020", &from);
            self.five(line, "code_2025", &to);
            if !seen.insert((from.clone(), to.clone())) {
                self.tell(line, "", "data-twice", &[("code", &format!("{from},{to}"))]);
            }
            moves.push(Move { from, to });
        }
        moves
    }

    /// `code,words`, the phrases divided by semicolons; sorted by code.
    pub(super) fn words(&mut self) -> Vec<Everyday> {
        let mut before = String::new();
        let mut found = Vec::new();
        for (line, [code, words]) in self.rows::<2>(Table::Words) {
            self.five(line, "code", &code);
            if code == before {
                self.tell(line, "code", "data-twice", &[("code", &code)]);
            } else if code < before {
                let args = [("code", code.as_str()), ("before", &before)];
                self.tell(line, "code", "data-unsorted", &args);
            }
            let phrases: Vec<String> = words
                .split(';')
                .map(|phrase| phrase.split_whitespace().collect::<Vec<_>>().join(" "))
                .collect();
            if phrases.iter().any(String::is_empty) {
                self.tell(line, "words", "data-phrase-empty", &[("code", &code)]);
            }
            before.clone_from(&code);
            found.push(Everyday { code, phrases });
        }
        found
    }

    /// `spoken,meant`, each pair once.
    pub(super) fn spoken(&mut self) -> Vec<(String, String)> {
        let mut seen = HashSet::new();
        let mut pairs = Vec::new();
        for (line, [spoken, meant]) in self.rows::<2>(Table::Spoken) {
            self.filled(line, "spoken", &spoken, &meant);
            self.filled(line, "meant", &meant, &spoken);
            if !seen.insert((spoken.clone(), meant.clone())) {
                self.tell(line, "spoken", "data-twice", &[("code", &spoken)]);
            }
            pairs.push((spoken, meant));
        }
        pairs
    }

    /// TOML: `[[beda]]` with a `question` and at least two `[[beda.answer]]` of `code` and `label`.
    pub(super) fn apart(&mut self) -> Vec<Apart> {
        let (document, errors) = DeTable::parse_recoverable(self.text);
        for error in errors {
            let at = error.span().map_or(0, |span| span.start);
            let message = error.message().lines().collect::<Vec<_>>().join(", ");
            self.tell_at(at, "data-toml", &[("message", &message)]);
        }
        let mut found = Vec::new();
        self.only(document.get_ref(), &["beda"]);
        for (at, table) in tables(document.get_ref(), "beda") {
            self.only(table, &["question", "answer"]);
            let question = self.said(at, table, "question");
            let answers: Vec<(String, Said)> = tables(table, "answer")
                .map(|(at, answer)| {
                    self.only(answer, &["code", "label"]);
                    let code = answer.get("code").and_then(|code| code.get_ref().as_str());
                    let code = code.unwrap_or_default().to_owned();
                    if !is_code(&code, &[5]) {
                        self.tell_at(at, "data-code", &[("found", &code), ("lengths", "5")]);
                    }
                    (code, self.said(at, answer, "label"))
                })
                .collect();
            if answers.len() < 2 {
                self.tell_at(at, "data-apart-answers", &[]);
            }
            found.push(Apart { question, answers });
        }
        found
    }

    fn tell_at(&mut self, at: usize, key: &'static str, args: &[(&'static str, &str)]) {
        let (line, column) = place(self.text, at);
        self.tell(line, &column.to_string(), key, args);
    }

    fn only(&mut self, table: &DeTable<'_>, known: &[&'static str]) {
        for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let name = key.get_ref().to_string();
            let near = suggest::nearest(&name, known.iter().copied()).unwrap_or(known[0]);
            let args = [("name", name.as_str()), ("nearest", near)];
            self.tell_at(key.span().start, "data-key-unknown-near", &args);
        }
    }

    fn said(&mut self, at: usize, table: &DeTable<'_>, key: &'static str) -> Said {
        let both = table.get(key).and_then(|both| both.get_ref().as_table());
        let one = |lang: &str| both?.get(lang)?.get_ref().as_str().map(str::to_owned);
        let said = Said { id: one("id").unwrap_or_default(), en: one("en").unwrap_or_default() };
        if said.id.trim().is_empty() || said.en.trim().is_empty() {
            self.tell_at(at, "data-key-languages", &[("name", key)]);
        }
        said
    }
}

/// The tables of an array, each with its place.
fn tables<'t>(
    table: &'t DeTable<'_>,
    key: &str,
) -> impl Iterator<Item = (usize, &'t DeTable<'t>)> + use<'t> {
    let array = table.get(key).and_then(|array| array.get_ref().as_array());
    array.into_iter().flat_map(|array| array.iter()).filter_map(|one: &Spanned<DeValue<'_>>| {
        Some((one.span().start, one.get_ref().as_table()?))
    })
}

/// Every problem of one table's text.
pub(super) fn check(table: Table, file: &str, text: &str) -> Vec<Problem> {
    let mut reading = Reading::new(file, text);
    match table {
        Table::Holidays => _ = reading.holidays(),
        Table::Kbli => _ = reading.kbli(),
        Table::Moves => _ = reading.moves(),
        Table::Words => _ = reading.words(),
        Table::Spoken => _ = reading.spoken(),
        Table::Apart => _ = reading.apart(),
        Table::Regions | Table::Moved | Table::Villages | Table::Postcodes => {
            return super::lines::check(table, file, text);
        }
    }
    reading.problems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(table: Table, text: &str) -> Vec<String> {
        check(table, "f", text)
            .iter()
            .map(|problem| format!("{} {}", problem.place(), problem.key))
            .collect()
    }

    const APART: &str = "[[beda]]\nquestion.id = \"Di mana?\"\nquestion.en = \"Where?\"\n\
        [[beda.answer]]\ncode = \"56101\"\nlabel.id = \"Tetap\"\nlabel.en = \"Fixed\"\n\
        [[beda.answer]]\ncode = \"56102\"\nlabel.id = \"Gerobak\"\nlabel.en = \"Cart\"\n";

    #[test]
    fn sound_tables_are_read_whole() {
        let holidays = "date,name,kind,status\n2027-03-10,Idul Fitri,libur_nasional,sementara\n";
        let found = Reading::new("f", holidays).holidays();
        assert!(found[0].provisional && found[0].kind == HolidayKind::National);
        let rows =
            Reading::new("f", "code,title,category\nI,\"Makan, minum\",I\n56,Makanan,I\n").kbli();
        assert_eq!((rows[0].title.as_str(), rows[1].category), ("Makan, minum", 'I'));
        let words = Reading::new("f", "code,words\n56101,warung nasi; warteg\n").words();
        assert_eq!(words[0].phrases, ["warung nasi", "warteg"]);
        let spoken = Reading::new("f", "spoken,meant\nadol,jual\n").spoken();
        assert_eq!(spoken, [("adol".to_owned(), "jual".to_owned())]);
        let mut reading = Reading::new("f", APART);
        let apart = reading.apart();
        assert_eq!(reading.problems, []);
        assert_eq!(
            (apart[0].question.en.as_str(), apart[0].answers[1].0.as_str()),
            ("Where?", "56102")
        );
    }

    #[test]
    fn each_problem_is_told_with_its_place() {
        let holiday = |row: &str| format!("date,name,kind,status\n{row}\n");
        for (table, text, expected) in [
            (Table::Holidays, holiday("2027-02-30,X,libur_nasional,tetap"), "f:2:date data-date"),
            (Table::Holidays, holiday("2027-02-03,X,libur,tetap"), "f:2:kind data-holiday-kind"),
            (
                Table::Holidays,
                holiday("2027-02-03,X,cuti_bersama,?"),
                "f:2:status data-holiday-status",
            ),
            (
                Table::Holidays,
                holiday("2027-02-03,,cuti_bersama,tetap"),
                "f:2:name data-name-empty",
            ),
            (Table::Holidays, holiday("2027-02-03,X"), "f:2 data-cells"),
            (Table::Kbli, "code,title,category\n56,X,i\n".into(), "f:2:category data-category"),
            (Table::Kbli, "code,title,category\nJ,X,I\n".into(), "f:2:code data-code"),
            (Table::Kbli, "code,title,category\n56,X,I\n56,X,I\n".into(), "f:3:code data-twice"),
            (Table::Moves, "code_2020,code_2025\n5610,56101\n".into(), "f:2:code_2020 data-code"),
            (Table::Words, "code,words\n56101,a;;b\n".into(), "f:2:words data-phrase-empty"),
            (Table::Words, "code,words\n56102,a\n56101,b\n".into(), "f:3:code data-unsorted"),
            (Table::Spoken, "spoken,meant\nadol,\n".into(), "f:2:meant data-name-empty"),
            (Table::Spoken, "spoken,meant\n\"adol,\n".into(), "f:2 data-quote-open"),
            (Table::Apart, APART.replace("label.en = \"Cart\"\n", ""), "f:8:1 data-key-languages"),
            (Table::Apart, APART.replace("\"56102\"", "\"5610\""), "f:8:1 data-code"),
            (
                Table::Apart,
                APART.replace("code = \"56102\"", "kode = \"56102\""),
                "f:9:1 data-key-unknown-near",
            ),
            (
                Table::Apart,
                "[[beda]]\nquestion.id = \"a\"\nquestion.en = \"b\"\n".into(),
                "f:1:1 data-apart-answers",
            ),
            (Table::Apart, "[[beda]\n".into(), "f:1:8 data-toml"),
        ] {
            let found = told(table, &text);
            assert!(found.contains(&expected.to_owned()), "{text}: {found:?}");
        }
    }
}

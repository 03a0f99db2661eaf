//! A pack as an XLSForm: the common subset, in both languages, with our own columns for the rest.
//!
//! The columns `loket_…` are for the way back: ODK and Kobo pass over them. What XLSForm cannot say is
//! told with its place.

use super::back::Back;
use super::finding::{Finding, Weight, column};
use crate::form::{
    Item, Kind, Pack, Question, Required, Section, SectionIx, SectionKind, kind_word,
};
use crate::sheet::write::{Page, Value, workbook};
use crate::text::Text;

/// A workbook, and what is not in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The bytes of the XLSX file.
    pub bytes: Vec<u8>,
    /// What was not carried over.
    pub findings: Vec<Finding>,
    /// How many questions it asks.
    pub questions: usize,
}

const LANGUAGES: [&str; 2] = ["Bahasa Indonesia (id)", "English (en)"];
/// Columns with one text a language.
const TEXTS: [&str; 10] = [
    "label",
    "hint",
    "constraint_message",
    "loket_say",
    "loket_why",
    "loket_where",
    "loket_example",
    "loket_issuer",
    "loket_if_missing",
    "loket_alternatives",
];
const PLAIN: [&str; 13] = [
    "type",
    "name",
    "relevant",
    "required",
    "constraint",
    "calculation",
    "default",
    "choice_filter",
    "appearance",
    "repeat_count",
    "loket_kind",
    "loket_meaning",
    "loket_copy",
];
/// Our lists for kinds that XLSForm asks with a choice.
const YES_NO: (&str, [(&str, &str, &str); 2]) =
    ("loket_ya_tidak", [("ya", "Ya", "Yes"), ("tidak", "Tidak", "No")]);
const DOCUMENT: (&str, [(&str, &str, &str); 3]) = (
    "loket_dokumen",
    [
        ("asli", "Asli", "Original"),
        ("fotokopi", "Fotokopi", "Copy"),
        ("tidak_ada", "Tidak ada", "Not there"),
    ],
);

/// One row of the survey by column.
struct Row(Vec<(usize, String)>);

struct Writer<'a> {
    pack: &'a Pack,
    headers: Vec<String>,
    rows: Vec<Vec<String>>,
    findings: Vec<Finding>,
}

/// Writes the pack down.
pub fn export(pack: &Pack) -> Exported {
    let mut headers: Vec<String> = PLAIN[..2].iter().map(|name| (*name).to_owned()).collect();
    for name in TEXTS {
        headers.extend(LANGUAGES.map(|language| format!("{name}::{language}")));
    }
    headers.extend(PLAIN[2..].iter().map(|name| (*name).to_owned()));
    let mut writer = Writer { pack, rows: vec![headers.clone()], headers, findings: Vec::new() };
    for section in (0..pack.sections.len()).map(SectionIx) {
        if pack.section(section).parent.is_none() {
            writer.section(section);
        }
    }
    let survey = trimmed(writer.rows);
    let choices = trimmed(choices(pack));
    let mut settings = vec![
        ["form_title", "form_id", "version", "default_language"].map(str::to_owned).to_vec(),
        vec![
            pack.title.id.clone(),
            pack.id.clone(),
            pack.version.to_string(),
            LANGUAGES[0].to_owned(),
        ],
    ];
    // A title has no languages over there.
    settings[0].push("loket_title_en".to_owned());
    settings[1].push(pack.title.en.clone());
    let pages =
        [("survey", survey), ("choices", choices), ("settings", settings)].map(|(name, rows)| {
            let texts = rows.into_iter().map(|row| row.into_iter().map(Value::Text).collect());
            Page { name: name.to_owned(), rows: texts.collect() }
        });
    Exported { bytes: workbook(&pages), findings: writer.findings, questions: pack.questions.len() }
}

/// Without the columns in which nothing stands.
fn trimmed(rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let used: Vec<bool> = (0..rows.first().map_or(0, Vec::len))
        .map(|at| {
            at < 2 || rows.iter().skip(1).any(|row| row.get(at).is_some_and(|t| !t.is_empty()))
        })
        .collect();
    let keep = |row: Vec<String>| {
        row.into_iter().zip(&used).filter(|(_, used)| **used).map(|(text, _)| text).collect()
    };
    rows.into_iter().map(keep).collect()
}

/// The sheet of choices: every list that is there, and ours.
fn choices(pack: &Pack) -> Vec<Vec<String>> {
    let mut columns: Vec<&str> = Vec::new();
    let all = || pack.choice_lists.iter().flat_map(|list| &list.choices);
    for (name, _) in all().flat_map(|choice| &choice.columns) {
        if !columns.contains(&name.as_str()) {
            columns.push(name);
        }
    }
    let mut rows = vec![vec!["list_name".to_owned(), "name".to_owned()]];
    rows[0].extend(LANGUAGES.map(|language| format!("label::{language}")));
    rows[0].extend(columns.iter().map(|name| (*name).to_owned()));
    for list in &pack.choice_lists {
        for choice in &list.choices {
            let mut row = vec![list.name.clone(), choice.name.clone()];
            row.extend([choice.label.id.clone(), choice.label.en.clone()]);
            row.extend(columns.iter().map(|name| {
                let found = choice.columns.iter().find(|(column, _)| column == name);
                found.map(|(_, value)| value.clone()).unwrap_or_default()
            }));
            rows.push(row);
        }
    }
    let uses = |kind| pack.questions.iter().any(|question| question.kind == kind);
    let mut ours = |list: &str, choices: &[(&str, &str, &str)]| {
        for (name, id, en) in choices {
            let mut row = [list, name, id, en].map(str::to_owned).to_vec();
            row.resize(4 + columns.len(), String::new());
            rows.push(row);
        }
    };
    if uses(Kind::YesNo) {
        ours(YES_NO.0, &YES_NO.1);
    }
    if uses(Kind::Document) {
        ours(DOCUMENT.0, &DOCUMENT.1);
    }
    rows
}

impl Writer<'_> {
    fn at(&self, name: &str) -> usize {
        self.headers.iter().position(|header| header == name).unwrap_or(0)
    }

    fn set(&self, row: &mut Row, name: &str, value: impl Into<String>) {
        row.0.push((self.at(name), value.into()));
    }

    fn texts(&self, row: &mut Row, name: &str, text: &Text) {
        for (language, text) in LANGUAGES.into_iter().zip([&text.id, &text.en]) {
            self.set(row, &format!("{name}::{language}"), text.clone());
        }
    }

    fn push(&mut self, row: Row) {
        let mut cells = vec![String::new(); self.headers.len()];
        for (at, value) in row.0 {
            cells[at] = value;
        }
        self.rows.push(cells);
    }

    fn tell(&mut self, name: &str, key: &'static str, what: &str) {
        let place = if name.is_empty() { String::new() } else { column(self.at(name), name) };
        let row = self.rows.len() + 1;
        self.findings.push(Finding::new(Weight::LeftOut, key, what).at("survey", row, &place));
    }

    /// An expression in XPath, told where there is none.
    fn expr(&mut self, row: &mut Row, name: &str, source: &str, me: Option<&str>, columns: bool) {
        let back = Back { pack: self.pack, me, columns };
        match back.say(source) {
            Ok(xpath) => self.set(row, name, xpath),
            Err(what) => self.tell(name, "author-export-expr", &what),
        }
    }

    fn section(&mut self, ix: SectionIx) {
        let pack = self.pack;
        let section: &Section = pack.section(ix);
        let (kind, fixed) = match section.kind {
            SectionKind::Group => ("group", None),
            SectionKind::Repeat { min, max, .. } => ("repeat", (min == max).then_some(min)),
        };
        let mut row = Row(Vec::new());
        self.set(&mut row, "type", format!("begin_{kind}"));
        self.set(&mut row, "name", section.name.clone());
        self.texts(&mut row, "label", &section.label);
        if let Some(relevant) = &section.relevant {
            self.expr(&mut row, "relevant", &relevant.source, None, false);
        }
        if let Some(count) = fixed {
            self.set(&mut row, "repeat_count", count.to_string());
        }
        if !section.blocked_by.is_empty() {
            self.tell("", "author-export-blocked", &section.name);
        }
        if !section.readback.is_empty() {
            self.tell("", "author-export-readback", &section.name);
        }
        self.push(row);
        let is_repeat = kind == "repeat";
        let mut after = Vec::new();
        for item in &section.items {
            match item {
                Item::Question(question) => self.question(pack.question(*question)),
                Item::Section(child) if is_repeat => self.section(*child),
                Item::Section(child) => after.push(*child),
            }
        }
        let mut row = Row(Vec::new());
        self.set(&mut row, "type", format!("end_{kind}"));
        self.set(&mut row, "name", "");
        self.push(row);
        for child in after {
            self.section(child);
        }
    }

    fn question(&mut self, question: &Question) {
        let mut row = Row(Vec::new());
        let list = question.choices.and_then(|list| self.pack.choice_lists.get(list));
        let list = list.map_or("", |list| list.name.as_str());
        let (kind, plain) = match question.kind {
            Kind::Text => ("text".to_owned(), true),
            Kind::Integer => ("integer".to_owned(), true),
            Kind::Rupiah => ("integer".to_owned(), false),
            Kind::Decimal => ("decimal".to_owned(), true),
            Kind::Date => ("date".to_owned(), true),
            Kind::Choice => (format!("select_one {list}"), true),
            Kind::Choices => (format!("select_multiple {list}"), true),
            Kind::YesNo => (format!("select_one {}", YES_NO.0), false),
            Kind::Document => (format!("select_one {}", DOCUMENT.0), false),
            Kind::Statement => ("acknowledge".to_owned(), true),
            Kind::Note => ("note".to_owned(), true),
            Kind::Calculated => ("calculate".to_owned(), true),
            Kind::Koordinat => ("geopoint".to_owned(), true),
            _ => ("text".to_owned(), false),
        };
        self.set(&mut row, "type", kind);
        self.set(&mut row, "name", question.name.clone());
        self.texts(&mut row, "label", &question.label);
        self.texts(&mut row, "hint", &question.hint);
        for (name, text) in [
            ("loket_say", &question.say),
            ("loket_why", &question.why),
            ("loket_where", &question.place),
            ("loket_example", &question.example),
        ] {
            self.texts(&mut row, name, text);
        }
        if !plain {
            self.set(&mut row, "loket_kind", kind_word(question.kind));
        }
        if question.kind == Kind::Paragraph {
            self.set(&mut row, "appearance", "multiline");
        }
        if let Some(meaning) = &question.meaning {
            self.set(&mut row, "loket_meaning", meaning.clone());
        }
        if let Some(document) = &question.document {
            self.texts(&mut row, "loket_issuer", &document.issuer);
            self.texts(&mut row, "loket_if_missing", &document.if_missing);
            self.texts(&mut row, "loket_alternatives", &document.alternatives);
            self.set(&mut row, "loket_copy", if document.copy_is_enough { "yes" } else { "" });
        }
        let me = Some(question.name.as_str());
        if let Some(relevant) = &question.relevant {
            self.expr(&mut row, "relevant", &relevant.source, None, false);
        }
        match &question.required {
            Required::No => {}
            Required::Yes => self.set(&mut row, "required", "yes"),
            Required::When(when) => self.expr(&mut row, "required", &when.source, None, false),
        }
        let mut checks = question.checks.iter();
        if let Some(check) = checks.next().filter(|check| check.why.is_empty()) {
            let before = self.findings.len();
            self.expr(&mut row, "constraint", &check.expr.source, me, false);
            if self.findings.len() == before {
                self.texts(&mut row, "constraint_message", &check.what);
            }
        } else if !question.checks.is_empty() {
            self.tell("constraint", "author-export-check", &question.name);
        }
        for _ in checks {
            self.tell("constraint", "author-export-check", &question.name);
        }
        if let Some(calculation) = &question.calculation {
            self.expr(&mut row, "calculation", &calculation.source, None, false);
            let is_empty = !row.0.iter().any(|(at, _)| *at == self.at("calculation"));
            if question.kind == Kind::Calculated && is_empty {
                // A form with an empty calculation is none.
                self.set(&mut row, "calculation", "''");
            }
        }
        if let Some(default) = &question.default {
            match default.source.trim_matches('"') {
                plain if plain.chars().all(|c| c.is_alphanumeric() || "-_".contains(c)) => {
                    let plain = match (plain, question.kind) {
                        ("today", _) => "today()",
                        ("true", Kind::YesNo) => "ya",
                        ("false", Kind::YesNo) => "tidak",
                        ("true", _) => "OK",
                        ("false", _) => "",
                        (plain, _) => plain,
                    };
                    self.set(&mut row, "default", plain);
                }
                _ => self.expr(&mut row, "default", &default.source, None, false),
            }
        }
        if let Some(filter) = &question.choice_filter {
            self.expr(&mut row, "choice_filter", &filter.source, None, true);
        }
        if !question.blocked_by.is_empty() {
            self.tell("", "author-export-blocked", &question.name);
        }
        self.push(row);
    }
}

//! `pack.toml`: what a pack says of itself.
//!
//! Reads the head alone; sections and their questions are [`super::section`].

use super::suggest;
use super::tree::{At, Bag, Need, Tab, Word, Written};
use super::{Basis, Choice, ChoiceList, OssPage, Problem, Severity, Source, Status};
use crate::text::Text;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

const KEYS: [&str; 13] = [
    "id",
    "version",
    "title",
    "summary",
    "status",
    "kbli_edition",
    "sections",
    "subject",
    "activity",
    "identifiers",
    "oss_page",
    "basis",
    "choices",
];

/// What a list of packs shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Key of the pack.
    pub id: String,
    /// Version of the pack.
    pub version: u32,
    /// Name of the service.
    pub title: Text,
    /// For whom it is.
    pub summary: Text,
    /// Who stands behind it.
    pub status: Status,
}

/// The head of a pack, from its `pack.toml` alone.
///
/// # Errors
///
/// All problems of the head, when one of them is an error.
pub fn load_head(pack_toml: &Source) -> Result<Head, Vec<Problem>> {
    let (document, mut bag) = parse(0, pack_toml);
    let tab = Tab::new(0, document.get_ref(), 0..0, "the pack", &KEYS, &mut bag);
    let head = read_head(&tab, &mut bag);
    if bag.problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(bag.problems);
    }
    Ok(head)
}

/// The TOML of one file, with its syntax errors.
pub(super) fn parse(file: usize, source: &Source) -> (toml::Spanned<DeTable<'_>>, Bag) {
    let mut bag = Bag::default();
    let (document, errors) = DeTable::parse_recoverable(&source.text);
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let message = error.message().lines().collect::<Vec<_>>().join(", ");
        let message = message.trim_end_matches(", expected nothing");
        bag.error(&At { file, span }, message, "");
    }
    (document, bag)
}

fn read_head(tab: &Tab<'_>, bag: &mut Bag) -> Head {
    let id = tab.must_string("id", bag).map(|word| word.text).unwrap_or_default();
    if tab.value("version").is_none() {
        tab.missing("version", bag);
    }
    let version = tab.integer("version", bag).map_or(0, |(number, _)| number);
    let title = tab.text("title", Need::Must, Written::PerLanguage, bag);
    let summary = tab.text("summary", Need::Must, Written::PerLanguage, bag);
    let status = tab
        .must_string("status", bag)
        .and_then(|word| one_of(&word, "status", &STATUS, bag))
        .unwrap_or(Status::Contoh);
    Head { id, version, title, summary, status }
}

const STATUS: [(&str, Status); 2] = [("resmi", Status::Resmi), ("contoh", Status::Contoh)];

/// The value a word stands for, or a problem with the nearest right word.
pub(super) fn one_of<T: Copy>(
    word: &Word,
    what: &str,
    right: &[(&str, T)],
    bag: &mut Bag,
) -> Option<T> {
    let found = right.iter().find(|(name, _)| *name == word.text);
    if found.is_none() {
        let hint = suggest::hint(&word.text, right.iter().map(|(name, _)| *name));
        bag.error(&word.at, format!("unknown {what} `{}`", word.text), hint);
    }
    found.map(|(_, value)| *value)
}

/// Everything `pack.toml` says; references to questions still by name.
pub(super) struct PackFile {
    pub(super) head: Head,
    pub(super) kbli_edition: u16,
    pub(super) sections: Vec<Word>,
    pub(super) subject: Option<Word>,
    pub(super) activity: Option<Word>,
    pub(super) identifiers: Vec<Word>,
    pub(super) oss_pages: Vec<OssPage>,
    pub(super) basis: Vec<Basis>,
    pub(super) choice_lists: Vec<ChoiceList>,
}

/// Reads `pack.toml`. `today` tells which regulations are past.
pub(super) fn read(document: &DeTable<'_>, today: jiff::civil::Date, bag: &mut Bag) -> PackFile {
    let tab = Tab::new(0, document, first_key(document), "the pack", &KEYS, bag);
    let head = read_head(&tab, bag);
    if tab.value("kbli_edition").is_none() {
        tab.missing("kbli_edition", bag);
    }
    let kbli_edition = match tab.integer("kbli_edition", bag) {
        Some((2017, _)) => 2017,
        Some((2020, _)) => 2020,
        Some((2025, _)) | None => 2025,
        Some((_, at)) => {
            bag.error(&at, "there is no such edition of KBLI", "one of 2017, 2020, 2025");
            2025
        }
    };
    if tab.value("sections").is_none() {
        tab.missing("sections", bag);
    }
    let sections = tab.words("sections", bag);
    if tab.value("subject").is_none() {
        tab.missing("subject", bag);
    }
    PackFile {
        head,
        kbli_edition,
        sections,
        subject: tab.string("subject", bag),
        activity: tab.string("activity", bag),
        identifiers: tab.words("identifiers", bag),
        oss_pages: oss_pages(&tab, bag),
        basis: basis(&tab, today, bag),
        choice_lists: choice_lists(&tab, bag),
    }
}

/// Where a file's first key stands: the place to point at when the file lacks something.
pub(super) fn first_key(document: &DeTable<'_>) -> Range<usize> {
    document.keys().map(toml::Spanned::span).min_by_key(|span| span.start).unwrap_or(0..0)
}

/// Complains of names that are there twice; `true` for a new name.
fn is_new(seen: &mut BTreeMap<String, At>, word: &Word, what: &str, bag: &mut Bag) -> bool {
    if seen.contains_key(&word.text) {
        bag.error(&word.at, format!("{what} `{}` is there twice", word.text), "second time here");
        return false;
    }
    seen.insert(word.text.clone(), word.at.clone());
    true
}

fn oss_pages(tab: &Tab<'_>, bag: &mut Bag) -> Vec<OssPage> {
    let mut seen = BTreeMap::new();
    let mut pages = Vec::new();
    for (span, table) in tab.tables("oss_page", bag) {
        let page = Tab::new(0, table, span, "an `[[oss_page]]`", &["name", "title"], bag);
        let title = page.text("title", Need::Must, Written::PerLanguage, bag);
        let Some(name) = page.must_string("name", bag) else { continue };
        if is_new(&mut seen, &name, "page", bag) {
            pages.push(OssPage { name: name.text, title });
        }
    }
    pages
}

fn basis(tab: &Tab<'_>, today: jiff::civil::Date, bag: &mut Bag) -> Vec<Basis> {
    let mut all = Vec::new();
    for (span, table) in tab.tables("basis", bag) {
        let one = Tab::new(0, table, span, "a `[[basis]]`", &["name", "from", "until"], bag);
        let Some(name) = one.must_string("name", bag) else { continue };
        let from = one.date("from", bag).map(|(date, _)| date);
        let until = one.date("until", bag);
        if let Some((until, at)) = &until {
            if from.is_some_and(|from| from > *until) {
                bag.error(at, format!("`{}` ends before it begins", name.text), "");
            } else if *until < today {
                let message = format!("`{}` has held only until {until}", name.text);
                bag.warning(at, message, "what replaced it?");
            }
        }
        all.push(Basis { name: name.text, from, until: until.map(|(date, _)| date) });
    }
    all
}

fn choice_lists(tab: &Tab<'_>, bag: &mut Bag) -> Vec<ChoiceList> {
    let Some((at, value)) = tab.value("choices") else { return Vec::new() };
    let DeValue::Table(lists) = value else {
        bag.error(&at, "`choices` is not a table", "write `[[choices.NAME]]`, one table a choice");
        return Vec::new();
    };
    let lists = Tab { file: 0, table: lists, at: at.span, called: "`choices`".to_owned() };
    let mut all = Vec::new();
    for key in lists.table.keys() {
        let name: &str = key.get_ref();
        let mut choices = Vec::new();
        let mut seen = BTreeMap::new();
        for (span, table) in lists.tables(name, bag) {
            if let Some(choice) = choice(name, span, table, &mut seen, bag) {
                choices.push(choice);
            }
        }
        all.push(ChoiceList { name: name.to_owned(), choices });
    }
    all
}

fn choice(
    list: &str,
    span: Range<usize>,
    table: &DeTable<'_>,
    seen: &mut BTreeMap<String, At>,
    bag: &mut Bag,
) -> Option<Choice> {
    // Any further key is a column, so every key is allowed here.
    let keys: Vec<&str> = table.keys().map(|key| key.get_ref().as_ref()).collect();
    let tab = Tab::new(0, table, span, format!("a choice of `{list}`"), &keys, bag);
    let label = tab.text("label", Need::Must, Written::PerLanguage, bag);
    let code = tab.string("code", bag).map(|word| word.text);
    let mut columns = Vec::new();
    for key in keys.iter().filter(|key| !["name", "label", "code"].contains(key)) {
        if let Some(word) = tab.string(key, bag) {
            columns.push(((*key).to_owned(), word.text));
        }
    }
    let name = tab.must_string("name", bag)?;
    check_name(&name, bag);
    is_new(seen, &name, "choice", bag).then_some(Choice { name: name.text, label, code, columns })
}

/// Complains of a name that expressions could not spell.
pub(super) fn check_name(name: &Word, bag: &mut Bag) {
    let mut letters = name.text.chars();
    let first = letters.next().is_some_and(|first| first.is_ascii_lowercase());
    if !first || !letters.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
        let message = format!("`{}` cannot be a name", name.text);
        bag.error(&name.at, message, "lower case letters, digits and `_`, a letter first");
    } else if RESERVED.contains(&name.text.as_str()) {
        let message = format!("`{}` cannot be a name", name.text);
        bag.error(&name.at, message, "the word means something in expressions");
    }
}

/// Words expressions cannot use as names: CEL's own and our `today`.
const RESERVED: [&str; 20] = [
    "as",
    "break",
    "const",
    "continue",
    "else",
    "false",
    "for",
    "function",
    "if",
    "import",
    "in",
    "let",
    "loop",
    "namespace",
    "null",
    "package",
    "return",
    "true",
    "while",
    "today",
];

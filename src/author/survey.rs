//! The rows of the survey sheet as sections and questions: groups opened and closed, types known.
//!
//! Reads types and names; expressions are [`super::import`]'s.

use super::book::{Book, Table};
use super::finding::{Finding, Weight};
use super::names::Names;
use super::xpath::Sort;
use crate::form::{Kind, kind_of_word};
use std::collections::{HashMap, HashSet};

/// A section of the pack to be.
#[derive(Debug)]
pub(super) struct Part {
    /// Row of its `begin`, in the table; `None` for questions outside of groups.
    pub(super) row: Option<usize>,
    pub(super) is_repeat: bool,
    /// Counted up where a group was interrupted and goes on, from 1.
    pub(super) number: usize,
    /// Rows of the groups whose `relevant` it obeys.
    pub(super) relevant: Vec<usize>,
    /// The repeat it stands in.
    pub(super) within: Option<usize>,
    /// Places in [`Survey::questions`].
    pub(super) questions: Vec<usize>,
    pub(super) name: String,
}

/// A question of the pack to be.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) row: usize,
    pub(super) sheet_name: String,
    pub(super) name: String,
    pub(super) kind: Kind,
    /// Its choices, a list of the book.
    pub(super) list: Option<usize>,
    pub(super) part: usize,
}

impl Asked {
    pub(super) fn sort(&self) -> Sort {
        match self.kind {
            Kind::Integer | Kind::Rupiah => Sort::Int,
            Kind::Decimal => Sort::Double,
            Kind::Date => Sort::Date,
            Kind::YesNo | Kind::Statement => Sort::Bool,
            Kind::Choice => self.list.map_or(Sort::None, Sort::Choice),
            Kind::Choices => self.list.map_or(Sort::None, Sort::Choices),
            Kind::Note => Sort::None,
            _ => Sort::Text,
        }
    }
}

/// The rows, understood.
#[derive(Debug, Default)]
pub(super) struct Survey {
    pub(super) parts: Vec<Part>,
    pub(super) questions: Vec<Asked>,
    /// Names in the sheet that lead nowhere because their row was left out.
    pub(super) left_out: HashSet<String>,
}

struct Open {
    row: usize,
    is_repeat: bool,
    /// Section of a repeat; sections of groups come with their first question.
    section: Option<usize>,
    parts: usize,
}

/// Most groups within each other.
const MOST_DEPTH: usize = 20;

/// What a type in the sheet is.
enum Type<'a> {
    Begin(bool),
    End(bool),
    Ask(Kind),
    Select(Kind, &'a str, bool),
    /// Filled by the device; the program knows it by itself.
    Meta,
    No,
}

fn type_of(word: &str) -> Type<'_> {
    let lower = word.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let joined = words.join("_");
    match joined.as_str() {
        "begin_group" => return Type::Begin(false),
        "begin_repeat" => return Type::Begin(true),
        "end_group" => return Type::End(false),
        "end_repeat" => return Type::End(true),
        "text" | "string" => return Type::Ask(Kind::Text),
        "integer" | "int" => return Type::Ask(Kind::Integer),
        "decimal" => return Type::Ask(Kind::Decimal),
        "date" => return Type::Ask(Kind::Date),
        "note" => return Type::Ask(Kind::Note),
        "calculate" | "calculation" => return Type::Ask(Kind::Calculated),
        "acknowledge" | "trigger" => return Type::Ask(Kind::Statement),
        "geopoint" | "location" | "gps" => return Type::Ask(Kind::Koordinat),
        "start" | "end" | "today" | "deviceid" | "device_id" | "subscriberid" | "simserial"
        | "sim_id" | "phonenumber" | "phone_number" | "username" | "email" | "audit" | "imei"
        | "start_time" | "end_time" | "subscriber_id" | "start-geopoint" => return Type::Meta,
        _ => {}
    }
    for (start, kind) in [
        ("select_one", Kind::Choice),
        ("select_multiple", Kind::Choices),
        ("select one from", Kind::Choice),
        ("select1", Kind::Choice),
        ("select all that apply from", Kind::Choices),
        ("add select one prompt using", Kind::Choice),
        ("add select multiple prompt using", Kind::Choices),
    ] {
        let mut rest = word;
        let mut fits = true;
        for part in start.split(' ') {
            rest = rest.trim_start();
            match rest.get(..part.len()) {
                Some(found) if found.eq_ignore_ascii_case(part) => rest = &rest[part.len()..],
                _ => fits = false,
            }
        }
        if fits && rest.starts_with(char::is_whitespace) {
            let mut words = rest.split_whitespace();
            let list = words.next().unwrap_or_default();
            let more = words.collect::<Vec<_>>().join("_").to_lowercase();
            return Type::Select(
                kind,
                list,
                ["or_other", "or_specify_other"].contains(&more.as_str()),
            );
        }
    }
    Type::No
}

/// Goes through the rows. `lists`: places of the lists by name.
pub(super) fn read(
    book: &Book,
    lists: &HashMap<String, usize>,
    names: &mut Names,
    found: &mut Vec<Finding>,
) -> Survey {
    let table = &book.survey;
    let mut survey = Survey::default();
    let mut open: Vec<Open> = Vec::new();
    let mut current: Option<usize> = None;
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (at, row) in table.rows.iter().enumerate() {
        let word = table.cell(row, "type");
        let mut tell = |weight, key, what: &str, column: &str| {
            let column = table.column(column);
            found.push(Finding::new(weight, key, what).at(&table.name, row.line, &column));
        };
        if word.is_empty() {
            let has_text = table.headers.iter().any(|h| !table.cell(row, &h.name).is_empty());
            // A row with notes only is somebody's remark.
            if has_text && !table.cell(row, "name").is_empty() {
                tell(Weight::LeftOut, "author-no-type", table.cell(row, "name"), "type");
            }
            continue;
        }
        if word.starts_with('#') || ["yes", "true"].contains(&table.cell(row, "disabled")) {
            continue;
        }
        let name = table.cell(row, "name");
        match type_of(word) {
            Type::Begin(is_repeat) => {
                if open.len() >= MOST_DEPTH {
                    tell(Weight::Broken, "author-deep", &MOST_DEPTH.to_string(), "type");
                    return survey;
                }
                let mut section = None;
                if is_repeat {
                    let within = open.iter().rev().find_map(|one| one.section);
                    survey.parts.push(Part {
                        row: Some(at),
                        is_repeat: true,
                        number: 1,
                        relevant: relevant(&open, at),
                        within,
                        questions: Vec::new(),
                        name: String::new(),
                    });
                    section = Some(survey.parts.len() - 1);
                }
                current = section;
                open.push(Open { row: at, is_repeat, section, parts: usize::from(is_repeat) });
            }
            Type::End(is_repeat) => {
                current = None;
                match open.pop() {
                    Some(last) if last.is_repeat == is_repeat => {}
                    Some(last) => {
                        let began = table.rows[last.row].line.to_string();
                        tell(Weight::Broken, "author-end-other", &began, "type");
                    }
                    None => tell(Weight::Broken, "author-end-alone", word, "type"),
                }
            }
            Type::Meta => {
                survey.left_out.insert(name.to_owned());
                tell(Weight::Told, "author-meta", word, "type");
            }
            Type::No => {
                survey.left_out.insert(name.to_owned());
                tell(Weight::LeftOut, "author-type", word, "type");
            }
            kind @ (Type::Ask(_) | Type::Select(..)) => {
                if name.is_empty() && !matches!(kind, Type::Ask(Kind::Note)) {
                    tell(Weight::LeftOut, "author-no-name", word, "name");
                    continue;
                }
                if let Some(first) =
                    seen.insert(name.to_owned(), row.line).filter(|_| !name.is_empty())
                {
                    let what = format!("{name} ({first})");
                    tell(Weight::LeftOut, "author-name-twice", &what, "name");
                    continue;
                }
                let (mut kind, mut list) = match kind {
                    Type::Select(kind, list, or_other) => {
                        let Some(place) = lists.get(list) else {
                            survey.left_out.insert(name.to_owned());
                            tell(Weight::LeftOut, "author-no-list", list, "type");
                            continue;
                        };
                        if or_other {
                            tell(Weight::LeftOut, "author-or-other", name, "type");
                        }
                        (kind, Some(*place))
                    }
                    Type::Ask(kind) => (kind, None),
                    _ => continue,
                };
                let ours = table.cell(row, "loket_kind");
                match kind_of_word(ours) {
                    Some(own) => kind = own,
                    None if ours.is_empty() => {}
                    None => tell(Weight::LeftOut, "author-kind", ours, "loket_kind"),
                }
                if !matches!(kind, Kind::Choice | Kind::Choices) {
                    list = None;
                }
                let appearance = table.cell(row, "appearance").to_lowercase();
                if kind == Kind::Text && appearance.contains("multiline") {
                    kind = Kind::Paragraph;
                }
                let part = *current.get_or_insert_with(|| new_part(&mut survey.parts, &mut open));
                survey.parts[part].questions.push(survey.questions.len());
                let wanted = if name.is_empty() { "catatan" } else { name };
                survey.questions.push(Asked {
                    row: at,
                    sheet_name: name.to_owned(),
                    name: names.fresh(wanted),
                    kind,
                    list,
                    part,
                });
            }
        }
    }
    for left in open {
        let row = &table.rows[left.row];
        found.push(Finding::new(Weight::Broken, "author-begin-open", table.cell(row, "name")).at(
            &table.name,
            row.line,
            &table.column("type"),
        ));
    }
    name_parts(&mut survey, table, names);
    survey
}

/// The section of the innermost open group, or a further part of it.
fn new_part(parts: &mut Vec<Part>, open: &mut [Open]) -> usize {
    let within = open.iter().rev().find_map(|one| one.section);
    let rows = match open.last() {
        Some(last) if !last.is_repeat => relevant(&open[..open.len() - 1], last.row),
        _ => Vec::new(),
    };
    let (row, part) = open.last_mut().map_or((None, 1), |last| {
        last.parts += 1;
        (Some(last.row), last.parts)
    });
    parts.push(Part {
        row,
        is_repeat: false,
        number: part,
        relevant: rows,
        within,
        questions: Vec::new(),
        name: String::new(),
    });
    parts.len() - 1
}

/// Rows whose conditions hold for a section begun at `row`: groups up to the next repeat.
fn relevant(open: &[Open], row: usize) -> Vec<usize> {
    let mut rows: Vec<usize> =
        open.iter().rev().take_while(|one| !one.is_repeat).map(|one| one.row).collect();
    rows.reverse();
    rows.push(row);
    rows
}

/// Questions have their names by now; sections take what is left, repeats first.
fn name_parts(survey: &mut Survey, table: &Table, names: &mut Names) {
    for repeats in [true, false] {
        for part in survey.parts.iter_mut().filter(|part| part.is_repeat == repeats) {
            let wanted = part.row.map_or("", |row| table.cell(&table.rows[row], "name"));
            part.name = names.fresh(if wanted.is_empty() { "bagian" } else { wanted });
        }
    }
}

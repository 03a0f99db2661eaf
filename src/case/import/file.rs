//! The file of answers: JSON in, JSON out.

use super::check::nearest;
use super::{ImportError, ImportProblem};
use crate::case::{Care, Condition, Outcome};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fmt;

/// One case as a file: what was said, and how far it is. Holds personal data; `Debug` shows none.
#[derive(Clone, PartialEq, Eq, Default, Serialize)]
pub struct DraftFile {
    /// Pack id.
    pub pack: String,
    /// Version of the pack the answers are for; that of the pack here when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
    /// Instance numbers by repeat path (`usaha`, `usaha#1/produk`).
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub instances: BTreeMap<String, Vec<u32>>,
    /// Texts as typed, by path.
    pub answers: BTreeMap<String, String>,
    /// Notes beside answers, by path.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub notes: BTreeMap<String, String>,
    /// Reasons recorded for a `periksa`, by path.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub reasons: BTreeMap<String, String>,
    /// Answers to questions the pack no longer has, by path; kept as they are.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub orphans: BTreeMap<String, String>,
    /// Whether the case is finished.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub finish: bool,
    /// What the case waits for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parked: Option<String>,
    /// On what it waits, and what was agreed; a case with this waits, with or without words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting: Option<WaitingFile>,
    /// How often the applicant has come, when more than once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visits: Option<u16>,
    /// Why the applicant comes before others ([`crate::case::Care::code`]).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub care: Vec<String>,
    /// Paths of the answers copied into OSS.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub handed: Vec<String>,
    /// The NIB that OSS issued.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nib: Option<String>,
}

/// What a case waits for, as a file says it. Moments are left out: an import happens now.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaitingFile {
    /// The condition ([`crate::case::Condition::code`]).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// The day from which it can go on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<jiff::civil::Date>,
    /// The applicant agreed that papers and telephone number are kept.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub consent: bool,
    /// What was left at the counter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left: Vec<String>,
    /// An officer saw it come true.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub met: bool,
    /// Calls since it waits, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calls: Vec<CallFile>,
}

/// One call, as a file says it.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallFile {
    /// How it ended ([`crate::case::Outcome::code`]).
    pub outcome: String,
    /// When to call next, or when they come; ms since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_ms: Option<i64>,
    /// What was said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

const KEYS: [&str; 14] = [
    "pack",
    "version",
    "instances",
    "answers",
    "notes",
    "reasons",
    "orphans",
    "finish",
    "parked",
    "waiting",
    "visits",
    "care",
    "handed",
    "nib",
];

impl fmt::Debug for DraftFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DraftFile({}, {} answers)", self.pack, self.answers.len())
    }
}

impl DraftFile {
    /// The cases of a JSON text: one case, a list of them, or `{"cases": [...]}`.
    ///
    /// Errors: not JSON, or keys and values of another shape; all of them, named by key.
    pub fn read(json: &str) -> Result<Vec<Self>, ImportError> {
        let value: Value = serde_json::from_str(json).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            ImportError(vec![ImportProblem::NotJson { line, column }])
        })?;
        let (cases, several) = match value {
            Value::Array(cases) => (cases, true),
            Value::Object(mut only) if only.len() == 1 && only.contains_key("cases") => {
                match only.remove("cases") {
                    Some(Value::Array(cases)) => (cases, true),
                    _ => return Err(wrong("cases", "list")),
                }
            }
            one => (vec![one], false),
        };
        let mut read = Vec::with_capacity(cases.len());
        let mut problems = Vec::new();
        for (at, case) in cases.into_iter().enumerate() {
            let place = if several { format!("cases[{at}]") } else { String::new() };
            match case {
                Value::Object(map) => {
                    read.push(Reader { map, place, problems: &mut problems }.case());
                }
                _ => problems.extend(wrong(&place, "case").0),
            }
        }
        if problems.is_empty() { Ok(read) } else { Err(ImportError(problems)) }
    }
}

fn wrong(key: &str, expected: &'static str) -> ImportError {
    ImportError(vec![ImportProblem::WrongShape { key: key.to_owned(), expected }])
}

/// Takes a case's keys one by one. The messages of a JSON library would quote the values, which are
/// people's; these name the keys only.
struct Reader<'a> {
    map: Map<String, Value>,
    place: String,
    problems: &'a mut Vec<ImportProblem>,
}

impl Reader<'_> {
    fn case(mut self) -> DraftFile {
        let unknown: Vec<String> =
            self.map.keys().filter(|key| !KEYS.contains(&key.as_str())).cloned().collect();
        for key in unknown {
            let nearest = nearest(&key, KEYS.into_iter());
            self.problems.push(ImportProblem::UnknownKey { key: self.named(&key), nearest });
        }
        let pack = match self.map.remove("pack") {
            Some(Value::String(pack)) => pack,
            _ => self.complain("pack", "text"),
        };
        DraftFile {
            pack,
            version: self.take("version", "number"),
            instances: self.take("instances", "numbers"),
            answers: self.texts("answers"),
            notes: self.texts("notes"),
            reasons: self.texts("reasons"),
            orphans: self.texts("orphans"),
            finish: self.take("finish", "yes_no"),
            parked: self.take("parked", "text"),
            waiting: self.waiting(),
            visits: self.take("visits", "number"),
            care: self.care(),
            handed: self.take("handed", "list"),
            nib: self.take("nib", "text"),
        }
    }

    fn take<T: DeserializeOwned + Default>(&mut self, key: &str, expected: &'static str) -> T {
        match self.map.remove(key) {
            None | Some(Value::Null) => T::default(),
            Some(value) => match serde_json::from_value(value) {
                Ok(value) => value,
                Err(_) => self.complain(key, expected),
            },
        }
    }

    fn waiting(&mut self) -> Option<WaitingFile> {
        let file: Option<WaitingFile> = self.take("waiting", "waiting");
        if let Some(file) = &file {
            if file.on.as_deref().is_some_and(|on| Condition::from_code(on).is_none()) {
                self.complain::<()>("waiting.on", "condition");
            }
            if file.calls.iter().any(|call| Outcome::from_code(&call.outcome).is_none()) {
                self.complain::<()>("waiting.calls", "outcome");
            }
        }
        file
    }

    fn care(&mut self) -> Vec<String> {
        let care: Vec<String> = self.take("care", "care");
        if care.iter().any(|code| Care::from_code(code).is_none()) {
            self.complain::<()>("care", "care");
        }
        care
    }

    fn texts(&mut self, key: &str) -> BTreeMap<String, String> {
        let entries = match self.map.remove(key) {
            None | Some(Value::Null) => return BTreeMap::new(),
            Some(Value::Object(entries)) => entries,
            Some(_) => return self.complain(key, "texts"),
        };
        let mut texts = BTreeMap::new();
        for (path, value) in entries {
            match value {
                Value::String(text) => _ = texts.insert(path, text),
                // A NIK without quotes would lose its leading zeros: numbers are not taken.
                _ => self.complain(&format!("{key}.{path}"), "text"),
            }
        }
        texts
    }

    fn complain<T: Default>(&mut self, key: &str, expected: &'static str) -> T {
        self.problems.push(ImportProblem::WrongShape { key: self.named(key), expected });
        T::default()
    }

    fn named(&self, key: &str) -> String {
        if self.place.is_empty() { key.to_owned() } else { format!("{}.{key}", self.place) }
    }
}

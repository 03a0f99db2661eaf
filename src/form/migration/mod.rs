//! `migrasi.toml`: what became of the questions of earlier versions of a pack.
//!
//! Reads and checks the steps; moving answers is [`super::migrate`]. Knows nothing of the earlier
//! versions but what the steps say.

mod check;

use super::head::{check_name, first_key, one_of};
use super::tree::{At, Bag, Need, Tab, Word, Written, inside_quotes};
use super::{Expr, Pack};
use crate::text::Text;
use toml::de::{DeTable, DeValue};

/// Name of the file in a pack's folder, without `.toml`.
pub(super) const FILE: &str = "migrasi";
/// What the expressions of a split see: the text of the answer.
pub(super) const TEXT: &str = "text";

/// How the answers of one version become those of a later one.
#[derive(Debug, Clone, PartialEq)]
pub struct Migration {
    /// Version of the pack the answers were given to.
    pub from: u32,
    /// Version they are moved to.
    pub to: u32,
    /// What is done, in this order.
    pub steps: Vec<Step>,
}

/// One thing that changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What changed.
    pub change: Change,
    /// How the question was called before; may be empty.
    pub label: Text,
}

/// What changed. Names on the left are those before the step, on the right those after it.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// A question, group or repeat has another name, or the question stands elsewhere.
    Renamed {
        /// Old name.
        from: String,
        /// New name.
        to: String,
    },
    /// One answer becomes several.
    Split {
        /// Old name.
        from: String,
        /// New names.
        to: Vec<String>,
        /// Where it is cut.
        by: Cut,
    },
    /// Several answers become one.
    Merged {
        /// Old names.
        from: Vec<String>,
        /// New name.
        to: String,
        /// What stands between them.
        joiner: String,
    },
    /// A question is not asked any more.
    Removed {
        /// Old name.
        from: String,
    },
    /// A question has another kind.
    Retyped {
        /// Its name.
        question: String,
        /// Old texts and what they are now; others are kept as they are.
        values: Vec<(String, String)>,
    },
    /// Choices have other names.
    Choice {
        /// The questions whose answers they are.
        questions: Vec<String>,
        /// Old names and new ones.
        values: Vec<(String, String)>,
    },
    /// Codes are of another edition of KBLI now. They are marked with theirs and never converted.
    Kbli {
        /// The questions.
        questions: Vec<String>,
        /// The edition the codes were given in.
        edition: u16,
    },
}

/// Where a text is cut.
#[derive(Debug, Clone, PartialEq)]
pub enum Cut {
    /// Between words; the last part has the rest.
    Words,
    /// At each of these; the last part has the rest.
    Separator(String),
    /// One expression over `text` for each part.
    Cel(Vec<Expr>),
}

impl Change {
    /// Whether it is about the question that was called `name` before.
    pub fn names(&self, name: &str) -> bool {
        match self {
            Self::Retyped { .. } | Self::Choice { .. } | Self::Kbli { .. } => false,
            _ => self.takes().contains(&name),
        }
    }

    /// The names it takes answers from.
    pub(super) fn takes(&self) -> Vec<&str> {
        match self {
            Self::Renamed { from, .. } | Self::Split { from, .. } | Self::Removed { from } => {
                vec![from]
            }
            Self::Merged { from, .. } => from.iter().map(String::as_str).collect(),
            Self::Retyped { question, .. } => vec![question],
            Self::Choice { questions, .. } | Self::Kbli { questions, .. } => {
                questions.iter().map(String::as_str).collect()
            }
        }
    }
}

/// A step with the places of the names it gives answers to.
struct Read {
    step: Step,
    gives: Vec<Word>,
    takes: Vec<Word>,
    values: Vec<Word>,
}

const WORDS: [(&str, &str); 7] = [
    ("renamed", "from to"),
    ("split", "from to separator words parts"),
    ("merged", "from to joiner"),
    ("removed", "from"),
    ("retyped", "question values"),
    ("choice_renamed", "question values"),
    ("kbli_edition", "question edition"),
];

/// Reads the file and checks it against the pack it leads to. `strict`: a name that leads nowhere is a
/// mistake, and not perhaps a question of another variant.
pub(super) fn read(
    file: usize,
    document: &DeTable<'_>,
    pack: &Pack,
    strict: bool,
    bag: &mut Bag,
) -> Vec<Migration> {
    let at = first_key(document);
    let tab = Tab::new(file, document, at, "`migrasi.toml`", &["migration"], bag);
    let mut all: Vec<(u32, u32, At, Vec<Read>)> = Vec::new();
    for (span, table) in tab.tables("migration", bag) {
        let keys = ["from", "to", "step"];
        let one = Tab::new(file, table, span, "a `[[migration]]`", &keys, bag);
        let version = |key: &str, bag: &mut Bag| {
            if one.value(key).is_none() {
                one.missing(key, bag);
            }
            one.integer(key, bag)
        };
        let (from, to) = (version("from", bag), version("to", bag));
        let steps: Vec<Read> = one
            .tables("step", bag)
            .into_iter()
            .filter_map(|(at, table)| step(&Tab { file, table, at, called: "a step".into() }, bag))
            .collect();
        let (Some((from, from_at)), Some((to, to_at))) = (from, to) else { continue };
        if from >= to {
            bag.error(&to_at, format!("version {to} is not later than {from}"), "");
        } else if to > pack.version {
            let hint = format!("`version` in pack.toml is {}", pack.version);
            bag.error(&to_at, format!("there is no version {to} of this pack yet"), hint);
        } else if all.iter().any(|(other, ..)| *other == from) {
            bag.error(&from_at, format!("two migrations start at version {from}"), "");
        } else {
            all.push((from, to, from_at, steps));
        }
    }
    all.sort_by_key(|(from, ..)| *from);
    for pair in all.windows(2) {
        if pair[1].0 < pair[0].1 {
            let message = format!("version {} was passed over already", pair[1].0);
            bag.error(&pair[1].2, message, format!("one goes from {} to {}", pair[0].0, pair[0].1));
        }
    }
    check::check(&all, pack, strict, bag);
    all.into_iter()
        .map(|(from, to, _, steps)| {
            let steps = steps.into_iter().map(|read| read.step).collect();
            Migration { from, to, steps }
        })
        .collect()
}

fn step(tab: &Tab<'_>, bag: &mut Bag) -> Option<Read> {
    let word = tab.must_string("do", bag)?;
    let keys = one_of(&word, "step", &WORDS, bag)?;
    let keys: Vec<&str> = ["do", "label"].into_iter().chain(keys.split(' ')).collect();
    let called = format!("a `{}` step", word.text);
    let tab = &Tab::new(tab.file, tab.table, word.at.span.clone(), called, &keys, bag);
    let label = tab.text("label", Need::Free, Written::PerLanguage, bag);
    let (mut gives, mut takes, mut values) = (Vec::new(), Vec::new(), Vec::new());
    let texts = |words: &[Word]| words.iter().map(|word| word.text.clone()).collect::<Vec<_>>();
    let change = match word.text.as_str() {
        "renamed" => {
            (takes, gives) = (vec![name(tab, "from", bag)?], vec![name(tab, "to", bag)?]);
            Change::Renamed { from: takes[0].text.clone(), to: gives[0].text.clone() }
        }
        "split" => {
            (takes, gives) = (vec![name(tab, "from", bag)?], names(tab, "to", 2, bag)?);
            let by = cut(tab, gives.len(), bag)?;
            Change::Split { from: takes[0].text.clone(), to: texts(&gives), by }
        }
        "merged" => {
            (takes, gives) = (names(tab, "from", 2, bag)?, vec![name(tab, "to", bag)?]);
            let joiner = tab.string("joiner", bag).map_or_else(|| " ".to_owned(), |one| one.text);
            Change::Merged { from: texts(&takes), to: gives[0].text.clone(), joiner }
        }
        "removed" => {
            takes = vec![name(tab, "from", bag)?];
            Change::Removed { from: takes[0].text.clone() }
        }
        "retyped" => {
            gives = vec![name(tab, "question", bag)?];
            let table = pairs(tab, false, &mut values, bag);
            Change::Retyped { question: gives[0].text.clone(), values: table }
        }
        "choice_renamed" => {
            gives = names(tab, "question", 1, bag)?;
            let table = pairs(tab, true, &mut values, bag);
            Change::Choice { questions: texts(&gives), values: table }
        }
        _ => {
            gives = names(tab, "question", 1, bag)?;
            if tab.value("edition").is_none() {
                tab.missing("edition", bag);
            }
            let (number, at) = tab.integer("edition", bag)?;
            let edition =
                u16::try_from(number).ok().filter(|year| [2017, 2020, 2025].contains(year));
            if edition.is_none() {
                bag.error(&at, "there is no such edition of KBLI", "one of 2017, 2020, 2025");
            }
            Change::Kbli { questions: texts(&gives), edition: edition? }
        }
    };
    Some(Read { step: Step { change, label }, gives, takes, values })
}

fn name(tab: &Tab<'_>, key: &str, bag: &mut Bag) -> Option<Word> {
    let word = tab.must_string(key, bag)?;
    check_name(&word, bag);
    Some(word)
}

/// One name or a list of them.
fn names(tab: &Tab<'_>, key: &str, least: usize, bag: &mut Bag) -> Option<Vec<Word>> {
    let words = match tab.value(key) {
        Some((_, DeValue::String(_))) => vec![tab.string(key, bag)?],
        Some(_) => tab.words(key, bag),
        None => {
            tab.missing(key, bag);
            return None;
        }
    };
    for word in &words {
        check_name(word, bag);
    }
    if words.len() < least {
        let (at, _) = tab.value(key)?;
        bag.error(
            &at,
            format!("`{key}` of {} names too few", tab.called),
            format!("{least} or more"),
        );
        return None;
    }
    Some(words)
}

fn cut(tab: &Tab<'_>, parts: usize, bag: &mut Bag) -> Option<Cut> {
    let given = ["separator", "words", "parts"].map(|key| tab.value(key).is_some());
    if given.iter().filter(|there| **there).count() != 1 {
        let hint = "one of `separator = \",\"`, `words = true`, `parts = [\"…\"]`";
        bag.error(&tab.here(), format!("{} does not say where to cut", tab.called), hint);
        return None;
    }
    if let Some(word) = tab.string("separator", bag) {
        if word.text.is_empty() {
            bag.error(&word.at, "the separator is empty", "");
            return None;
        }
        return Some(Cut::Separator(word.text));
    }
    if tab.boolean("words", bag) {
        return Some(Cut::Words);
    }
    let all: Vec<Expr> = tab
        .words("parts", bag)
        .into_iter()
        .map(|Word { text, at }| {
            let span = inside_quotes(at.span, &text);
            Expr { source: text, file: at.file, span }
        })
        .collect();
    if all.len() != parts {
        let message = format!("{parts} names but {} parts", all.len());
        bag.error(&tab.here(), message, "one expression for each name in `to`");
        return None;
    }
    Some(Cut::Cel(all))
}

fn pairs(
    tab: &Tab<'_>,
    must: bool,
    places: &mut Vec<Word>,
    bag: &mut Bag,
) -> Vec<(String, String)> {
    let Some((at, value)) = tab.value("values") else {
        if must {
            tab.missing("values", bag);
        }
        return Vec::new();
    };
    let DeValue::Table(table) = value else {
        bag.error(&at, "`values` is not a table", "write `values = { old = \"new\" }`");
        return Vec::new();
    };
    let values = Tab { file: tab.file, table, at: at.span, called: "`values`".to_owned() };
    let mut all = Vec::new();
    for key in table.keys() {
        if let Some(word) = values.string(key.get_ref(), bag) {
            all.push((key.get_ref().to_string(), word.text.clone()));
            places.push(word);
        }
    }
    all
}

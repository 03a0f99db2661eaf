//! TOML tables read with their places, keeping every problem on the way.
//!
//! Knows tables, keys and types; knows nothing of what a pack is. Never stops at a problem.

use super::vars::Vars;
use super::{Problem, Severity};
use crate::base::suggest;
use crate::text::{Text, Tongue};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What a text begins with that somebody has still to write. In two parts, because in our own source the
/// word stands for nothing unfinished.
pub const UNWRITTEN: &str = concat!("TO", "DO");

/// A place in the sources: file index and byte range.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct At {
    pub(super) file: usize,
    pub(super) span: Range<usize>,
}

/// A word that names something elsewhere, with its place.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) at: At,
}

/// Collects problems, and knows the words that texts have places for.
#[derive(Debug, Default)]
pub(super) struct Bag {
    pub(super) problems: Vec<Problem>,
    /// Fills `${name}` in texts; without, texts stay as written.
    pub(super) vars: Option<Vars>,
    /// A pack to stand on may name what only the packs on it have.
    pub(super) loose: bool,
}

impl Bag {
    pub(super) fn error(&mut self, at: &At, message: impl Into<String>, hint: impl Into<String>) {
        self.add(Severity::Error, at, message.into(), hint.into());
    }

    pub(super) fn warning(&mut self, at: &At, message: impl Into<String>, hint: impl Into<String>) {
        self.add(Severity::Warning, at, message.into(), hint.into());
    }

    /// A name that leads nowhere.
    pub(super) fn unknown(&mut self, at: &At, message: impl Into<String>, hint: impl Into<String>) {
        if !self.loose {
            self.error(at, message, hint);
        }
    }

    /// The text with its `${name}` places filled; `at` tells where its two languages stand.
    fn fill(&mut self, text: Text, at: impl FnOnce() -> [At; 2]) -> Text {
        if !text.id.contains("${") && !text.en.contains("${") {
            return text;
        }
        let Some(vars) = self.vars.take() else { return text };
        let filled = vars.fill(&text, &at(), self);
        self.vars = Some(vars);
        filled
    }

    fn add(&mut self, severity: Severity, at: &At, message: String, hint: String) {
        let (file, span) = (at.file, at.span.clone());
        self.problems.push(Problem { severity, message, file, span, hint });
    }
}

/// Whether a text must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Must,
    Free,
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// One text a language.
    PerLanguage,
    /// One string for both is allowed.
    OneIsEnough,
}

/// One table and where it begins.
#[derive(Clone)]
pub(super) struct Tab<'a> {
    pub(super) file: usize,
    pub(super) table: &'a DeTable<'a>,
    /// Where to point when something is missing.
    pub(super) at: Range<usize>,
    /// What the table is called in messages: "question `nik`".
    pub(super) called: String,
}

impl<'a> Tab<'a> {
    /// The table, after naming every key that is none of `keys`.
    pub(super) fn new(
        file: usize,
        table: &'a DeTable<'a>,
        at: Range<usize>,
        called: impl Into<String>,
        keys: &[&str],
        bag: &mut Bag,
    ) -> Self {
        let tab = Self { file, table, at, called: called.into() };
        for key in table.keys() {
            let name: &str = key.get_ref();
            if !keys.contains(&name) {
                let at = At { file, span: key.span() };
                let hint = suggest::nearest(name, keys.iter().copied())
                    .map(|word| format!("did you mean `{word}`?"))
                    .unwrap_or_default();
                bag.error(&at, format!("unknown key `{name}` in {}", tab.called), hint);
            }
        }
        // The name is the best place to point at; the header comes second.
        let at = match tab.raw("name") {
            Some((_, value)) => value.span(),
            None => tab.at.clone(),
        };
        Self { at, ..tab }
    }

    /// Where the table begins.
    pub(super) fn here(&self) -> At {
        At { file: self.file, span: self.at.clone() }
    }

    fn raw(&self, key: &str) -> Option<(Range<usize>, &'a Spanned<DeValue<'a>>)> {
        self.table.get_key_value(key).map(|(name, value)| (name.span(), value))
    }

    /// The value of `key` with its place.
    pub(super) fn value(&self, key: &str) -> Option<(At, &'a DeValue<'a>)> {
        let (name, value) = self.raw(key)?;
        // Tables made by dotted keys carry no useful place of their own: their first key does.
        let span = if value.get_ref().is_table() { name } else { value.span() };
        Some((At { file: self.file, span }, value.get_ref()))
    }

    fn wrong_type(&self, key: &str, at: &At, value: &DeValue<'_>, wanted: &str, bag: &mut Bag) {
        let found = match value {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a decimal number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        bag.error(at, format!("`{key}` of {} is {found}", self.called), format!("wants {wanted}"));
    }

    /// Says that `key` is missing.
    pub(super) fn missing(&self, key: &str, bag: &mut Bag) {
        bag.error(&self.here(), format!("{} has no `{key}`", self.called), "");
    }

    /// Where the text of `key` in one language stands, without its quotes.
    pub(super) fn text_at(&self, key: &str, lang: &str) -> At {
        let Some((name, value)) = self.raw(key) else { return self.here() };
        let file = self.file;
        let found = match value.get_ref() {
            DeValue::Table(table) => table.get(lang),
            _ => None,
        };
        let value = found.unwrap_or(value);
        match value.get_ref() {
            DeValue::String(text) => At { file, span: inside_quotes(value.span(), text) },
            _ => At { file, span: name },
        }
    }

    /// A string.
    pub(super) fn string(&self, key: &str, bag: &mut Bag) -> Option<Word> {
        let (at, value) = self.value(key)?;
        if let DeValue::String(text) = value {
            return Some(Word { text: text.to_string(), at });
        }
        self.wrong_type(key, &at, value, "a text in quotes", bag);
        None
    }

    /// A string that must be there.
    pub(super) fn must_string(&self, key: &str, bag: &mut Bag) -> Option<Word> {
        if self.raw(key).is_none() {
            self.missing(key, bag);
        }
        self.string(key, bag)
    }

    /// A whole number, none below 0.
    pub(super) fn integer(&self, key: &str, bag: &mut Bag) -> Option<(u32, At)> {
        let (at, value) = self.value(key)?;
        let DeValue::Integer(number) = value else {
            self.wrong_type(key, &at, value, "a whole number", bag);
            return None;
        };
        let Ok(number) = u32::from_str_radix(number.as_str(), number.radix()) else {
            let message = format!("`{key}` of {} is out of range", self.called);
            bag.error(&at, message, format!("0 to {}", u32::MAX));
            return None;
        };
        Some((number, at))
    }

    /// `true` or `false`; false when absent.
    pub(super) fn boolean(&self, key: &str, bag: &mut Bag) -> bool {
        let Some((at, value)) = self.value(key) else { return false };
        if let DeValue::Boolean(yes) = value {
            return *yes;
        }
        self.wrong_type(key, &at, value, "true or false", bag);
        false
    }

    /// Warns of texts that begin with [`UNWRITTEN`]: somebody has still to write them.
    pub(super) fn unwritten<'t>(
        &self,
        texts: impl IntoIterator<Item = (&'t str, &'t Text)>,
        bag: &mut Bag,
    ) {
        let is_open = |text: &str| text.trim_start().starts_with(UNWRITTEN);
        let mut open: Vec<String> = texts
            .into_iter()
            .filter(|(_, text)| is_open(&text.id) || is_open(&text.en))
            .map(|(key, _)| format!("`{key}`"))
            .collect();
        open.dedup();
        if !open.is_empty() {
            let message = format!("{} of {} still to be written", open.join(", "), self.called);
            bag.warning(
                &self.here(),
                message,
                format!("replace each text that begins with {UNWRITTEN}"),
            );
        }
    }

    /// A civil date.
    pub(super) fn date(&self, key: &str, bag: &mut Bag) -> Option<(jiff::civil::Date, At)> {
        let (at, value) = self.value(key)?;
        let date = match value {
            DeValue::Datetime(value) => value.date.and_then(|date| {
                let (year, month, day) = (date.year, date.month, date.day);
                jiff::civil::Date::new(year as i16, month as i8, day as i8).ok()
            }),
            DeValue::String(text) => text.parse().ok(),
            _ => None,
        };
        if date.is_none() {
            self.wrong_type(key, &at, value, "a date like 2025-06-05", bag);
        }
        date.map(|date| (date, at))
    }

    /// A list of strings.
    pub(super) fn words(&self, key: &str, bag: &mut Bag) -> Vec<Word> {
        let Some((at, value)) = self.value(key) else { return Vec::new() };
        let DeValue::Array(items) = value else {
            self.wrong_type(key, &at, value, "a list of texts", bag);
            return Vec::new();
        };
        let mut words = Vec::new();
        for item in items {
            let at = At { file: self.file, span: item.span() };
            match item.get_ref() {
                DeValue::String(text) => words.push(Word { text: text.to_string(), at }),
                other => self.wrong_type(key, &at, other, "a list of texts", bag),
            }
        }
        words
    }

    /// A table under `key`, and its place.
    pub(super) fn table(
        &self,
        key: &str,
        called: impl Into<String>,
        keys: &[&str],
        bag: &mut Bag,
    ) -> Option<Tab<'a>> {
        let (at, value) = self.value(key)?;
        if let DeValue::Table(table) = value {
            return Some(Tab::new(self.file, table, at.span, called, keys, bag));
        }
        self.wrong_type(key, &at, value, "a table", bag);
        None
    }

    /// The tables of `[[key]]`. A single `[key]` is taken with a word about its brackets.
    pub(super) fn tables(&self, key: &str, bag: &mut Bag) -> Vec<(Range<usize>, &'a DeTable<'a>)> {
        let Some((at, value)) = self.value(key) else { return Vec::new() };
        let mut tables = Vec::new();
        match value {
            DeValue::Array(items) => {
                for item in items {
                    match item.get_ref() {
                        DeValue::Table(table) => tables.push((item.span(), table)),
                        other => {
                            let at = At { file: self.file, span: item.span() };
                            self.wrong_type(key, &at, other, "a table", bag);
                        }
                    }
                }
            }
            DeValue::Table(table) => {
                let message = format!("`{key}` is written once, with single brackets");
                bag.error(&at, message, format!("write `[[{key}]]` with two brackets"));
                tables.push((at.span, table));
            }
            other => self.wrong_type(key, &at, other, "a list of tables", bag),
        }
        tables
    }

    /// A text in both languages.
    pub(super) fn text(&self, key: &str, need: Need, form: Written, bag: &mut Bag) -> Text {
        self.text_of(key, need, form, &["id", "en"], bag)
    }

    /// A text in both languages that may have regional variants; those are [`Tab::variant`].
    pub(super) fn spoken_text(&self, key: &str, need: Need, bag: &mut Bag) -> Text {
        let regional = Tongue::ALL.map(Tongue::code);
        let langs: Vec<&str> = ["id", "en"].into_iter().chain(regional).collect();
        self.text_of(key, need, Written::PerLanguage, &langs, bag)
    }

    /// A regional variant of a text.
    pub(super) fn variant(&self, key: &str, lang: &str, bag: &mut Bag) -> Option<String> {
        let (at, value) = self.value(key)?;
        let DeValue::Table(table) = value else { return None };
        let called = format!("`{key}` of {}", self.called);
        let tab = Self { file: self.file, table, at: at.span, called };
        let said = tab.string(lang, bag)?;
        if said.text.trim().is_empty() {
            let message = format!("{} says nothing in `{lang}`", tab.called);
            bag.error(&said.at, message, "write it, or take the line away");
            return None;
        }
        let place = self.text_at(key, lang);
        // Variables have no regional words; what they say in Indonesian stands in.
        let text = Text { id: said.text, en: String::new() };
        Some(bag.fill(text, || [place.clone(), place]).id)
    }

    fn text_of(&self, key: &str, need: Need, form: Written, langs: &[&str], bag: &mut Bag) -> Text {
        let Some((at, value)) = self.value(key) else {
            if need == Need::Must {
                self.missing(key, bag);
            }
            return Text::default();
        };
        match value {
            DeValue::String(text) => {
                if form == Written::PerLanguage {
                    let message = format!("`{key}` of {} has one language only", self.called);
                    bag.error(&at, message, format!("write `{key}.id` and `{key}.en`"));
                }
                let place = At { file: at.file, span: inside_quotes(at.span, text) };
                bag.fill(Text::same(text.as_ref()), || [place.clone(), place])
            }
            DeValue::Table(table) => {
                let called = format!("`{key}` of {}", self.called);
                let tab = Tab::new(self.file, table, at.span, called, langs, bag);
                let mut read = |lang: &str, name: &str| {
                    let text = tab.string(lang, bag).map(|word| word.text).unwrap_or_default();
                    if text.trim().is_empty()
                        && tab.raw(lang).is_none_or(|(_, v)| v.get_ref().is_str())
                    {
                        let message = format!("{} has no {name} text", tab.called);
                        bag.error(&tab.here(), message, format!("add `{key}.{lang} = \"…\"`"));
                    }
                    text
                };
                let text = Text { id: read("id", "Indonesian"), en: read("en", "English") };
                bag.fill(text, || ["id", "en"].map(|lang| self.text_at(key, lang)))
            }
            other => {
                self.wrong_type(key, &at, other, "a text", bag);
                Text::default()
            }
        }
    }
}

/// The range of a literal's text. The difference between the two are the quotes; a literal with
/// escapes is pointed at as a whole.
pub(super) fn inside_quotes(literal: Range<usize>, text: &str) -> Range<usize> {
    match literal.len().saturating_sub(text.len()) {
        2 => literal.start + 1..literal.end - 1,
        6 => literal.start + 3..literal.end - 3,
        7 => literal.start + 4..literal.end - 3,
        _ => literal,
    }
}

//! `pack.toml`: what a pack says of itself.
//!
//! Reads the head alone; sections and their questions are [`super::section`].

use super::question::{check_say, expr};
use super::tree::{At, Bag, Need, Tab, Word, Written};
use super::vars::{self, Vars};
use super::{
    Basis, ChoiceList, GivenNumber, NumberKind, OssPage, PackBlocker, Problem, Severity, Source,
    Status, TeachBack, lists, teach_back,
};
use crate::base::suggest;
use crate::text::Text;
use jiff::civil::Date;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

pub(super) const KEYS: [&str; 27] = [
    "id",
    "version",
    "extends",
    "abstract",
    "title",
    "summary",
    "status",
    "group",
    "words",
    "from",
    "until",
    "cost",
    "time",
    "kbli_edition",
    "sections",
    "subject",
    "activity",
    "identifiers",
    "oss",
    "oss_page",
    "number",
    "basis",
    "blocked_by",
    "teach_back",
    "vars",
    "variant",
    "choices",
];
pub(super) const VARIANT_KEYS: [&str; 10] =
    ["id", "title", "summary", "vars", "sections", "basis", "words", "group", "cost", "time"];

pub(super) const NUMBER: [&str; 2] = ["label", "kind"];
pub(super) const NUMBERS: [(&str, NumberKind); 2] =
    [(NumberKind::Nib.code(), NumberKind::Nib), (NumberKind::Free.code(), NumberKind::Free)];
pub(super) const BLOCKER: [&str; 4] = ["pack", "relevant", "say", "who"];

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
    /// Name of the group it is listed under; empty for none.
    pub group: String,
    /// Everyday words by which it is found.
    pub words: Vec<String>,
    /// First day the pack holds.
    pub from: Option<Date>,
    /// Last day the pack holds.
    pub until: Option<Date>,
    /// What it costs; empty when the office does not say.
    pub cost: Text,
    /// How long it takes; empty when the office does not say.
    pub time: Text,
}

/// The head of a pack, from its `pack.toml` alone: places of texts are filled from its own `[vars]`.
///
/// # Errors
///
/// All problems of the head, when one of them is an error.
pub fn load_head(pack_toml: &Source) -> Result<Head, Vec<Problem>> {
    let (document, mut bag) = parse(0, &pack_toml.text);
    let tab = tab(0, document.get_ref(), &mut bag);
    let vars = vars::read(&tab, &mut bag);
    bag.vars = Some(Vars::of(vars, &mut bag));
    // Whether the pack still holds is no matter of its head being readable.
    let head = read_head(&tab, None, Date::MIN, &mut bag);
    if bag.problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(bag.problems);
    }
    Ok(head)
}

/// The TOML of one file, with its syntax errors.
pub(super) fn parse(file: usize, text: &str) -> (toml::Spanned<DeTable<'_>>, Bag) {
    let mut bag = Bag::default();
    let (document, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let message = error.message().lines().collect::<Vec<_>>().join(", ");
        let message = message.trim_end_matches(", expected nothing");
        bag.error(&At { file, span }, message, "");
    }
    (document, bag)
}

/// The table of a `pack.toml`.
pub(super) fn tab<'a>(file: usize, document: &'a DeTable<'a>, bag: &mut Bag) -> Tab<'a> {
    Tab::new(file, document, first_key(document), "the pack", &KEYS, bag)
}

/// The tables of `[[variant]]`.
pub(super) fn variants<'a>(tab: &Tab<'a>, bag: &mut Bag) -> Vec<Tab<'a>> {
    let tables = tab.tables("variant", bag);
    let of = |(span, table): (Range<usize>, &'a DeTable<'a>)| {
        let id = table.iter().find(|(key, _)| key.get_ref() == "id");
        let called = id
            .and_then(|(_, value)| value.get_ref().as_str())
            .map_or_else(|| "a `[[variant]]`".to_owned(), |id| format!("variant `{id}`"));
        Tab { file: tab.file, table, at: span, called }
    };
    tables.into_iter().map(of).collect()
}

/// What a list shows, of the pack or of one of its variants.
pub(super) fn read_head(
    tab: &Tab<'_>,
    variant: Option<&Tab<'_>>,
    today: Date,
    bag: &mut Bag,
) -> Head {
    let named = variant.unwrap_or(tab);
    let is_base = matches!(tab.value("abstract"), Some((_, DeValue::Boolean(true))));
    let offered = variant.is_some() || !(is_base || tab.value("variant").is_some());
    let need = if offered { Need::Must } else { Need::Free };
    let id = named.must_string("id", bag).map(|word| word.text).unwrap_or_default();
    if tab.value("version").is_none() {
        tab.missing("version", bag);
    }
    let version = tab.integer("version", bag).map_or(0, |(number, _)| number);
    let title = named.text("title", need, Written::PerLanguage, bag);
    let summary = named.text("summary", need, Written::PerLanguage, bag);
    let status = tab
        .must_string("status", bag)
        .and_then(|word| one_of(&word, "status", &STATUS, bag))
        .unwrap_or(Status::Contoh);
    let either = |key: &str| variant.filter(|row| row.value(key).is_some()).unwrap_or(tab);
    let group = either("group").string("group", bag).map(|word| word.text).unwrap_or_default();
    let rows = variant.into_iter().chain([tab]);
    let words = rows.flat_map(|tab| tab.words("words", bag)).map(|word| word.text).collect();
    let from = tab.date("from", bag).map(|(date, _)| date);
    let until = lists::until(tab, from, today, "the pack", bag);
    let cost = either("cost").text("cost", Need::Free, Written::PerLanguage, bag);
    let time = either("time").text("time", Need::Free, Written::PerLanguage, bag);
    Head { id, version, title, summary, status, group, words, from, until, cost, time }
}

/// `contoh` alone is what packs said before the offices were asked.
pub(super) const STATUS: [(&str, Status); 3] = [
    ("resmi", Status::Resmi),
    ("contoh, verifikasi dinas", Status::Contoh),
    ("contoh", Status::Contoh),
];

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

/// Everything one `pack.toml` says; references to questions still by name. What it does not say may
/// come from its base.
pub(super) struct PackFile {
    pub(super) head: Head,
    pub(super) is_abstract: bool,
    pub(super) kbli_edition: Option<u16>,
    /// Whether the service goes through OSS at all.
    pub(super) oss: Option<bool>,
    pub(super) sections: Option<Vec<Word>>,
    pub(super) subject: Option<Word>,
    pub(super) activity: Option<Word>,
    pub(super) identifiers: Option<Vec<Word>>,
    pub(super) oss_pages: Vec<OssPage>,
    pub(super) number: Option<GivenNumber>,
    pub(super) basis: Vec<Basis>,
    pub(super) choice_lists: Vec<ChoiceList>,
    pub(super) blocked_by: Vec<PackBlocker>,
    pub(super) teach_back: Option<Vec<TeachBack>>,
    /// Where to point at when something is missing.
    pub(super) here: At,
}

/// Reads `pack.toml`, or one variant of it. `today` tells which regulations are past.
pub(super) fn read(
    tab: &Tab<'_>,
    variant: Option<&Tab<'_>>,
    today: Date,
    bag: &mut Bag,
) -> PackFile {
    if let Some(row) = variant {
        let at = row.at.clone();
        // Read again for its unknown keys: those of other rows are told when those are loaded.
        _ = Tab::new(row.file, row.table, at, row.called.clone(), &VARIANT_KEYS, bag);
    }
    let head = read_head(tab, variant, today, bag);
    tab.unwritten([("title", &head.title), ("summary", &head.summary)], bag);
    let kbli_edition = tab.integer("kbli_edition", bag).map(|(number, at)| match number {
        2017 => 2017,
        2020 => 2020,
        2025 => 2025,
        _ => {
            bag.error(&at, "there is no such edition of KBLI", "one of 2017, 2020, 2025");
            2025
        }
    });
    let list = |tab: &Tab<'_>, key: &str, bag: &mut Bag| {
        tab.value(key).is_some().then(|| tab.words(key, bag))
    };
    let own = list(tab, "sections", bag);
    let sections = variant.and_then(|row| list(row, "sections", bag)).or(own);
    let mut basis = lists::basis(tab, today, bag);
    for row in variant.map(|row| lists::basis(row, today, bag)).unwrap_or_default() {
        basis.retain(|one| one.name != row.name);
        basis.push(row);
    }
    PackFile {
        head,
        is_abstract: tab.boolean("abstract", bag),
        kbli_edition,
        oss: tab.value("oss").is_some().then(|| tab.boolean("oss", bag)),
        sections,
        subject: tab.string("subject", bag),
        activity: tab.string("activity", bag),
        identifiers: list(tab, "identifiers", bag),
        oss_pages: lists::oss_pages(tab, bag),
        number: number(tab, bag),
        basis,
        choice_lists: lists::choice_lists(tab, bag),
        blocked_by: blocked_by(tab, bag),
        teach_back: teach_back::read(tab, bag),
        here: tab.here(),
    }
}

/// What is recorded when the service is through, where the pack says.
fn number(tab: &Tab<'_>, bag: &mut Bag) -> Option<GivenNumber> {
    let one = tab.table("number", "`number` of the pack", &NUMBER, bag)?;
    let kind = one.must_string("kind", bag);
    let kind = kind.and_then(|word| one_of(&word, "kind", &NUMBERS, bag))?;
    let label = one.text("label", Need::Free, Written::PerLanguage, bag);
    let usual = GivenNumber::of(kind);
    Some(if label.is_empty() { usual } else { GivenNumber { label, kind } })
}

impl GivenNumber {
    /// The number of that kind under its usual name.
    pub(super) fn of(kind: NumberKind) -> Self {
        let label = match kind {
            NumberKind::Nib => Text::same("NIB"),
            NumberKind::Free => Text {
                id: "nomor izin atau nomor permohonan".into(),
                en: "permit or application number".into(),
            },
        };
        Self { label, kind }
    }

    /// What a service of that group gives when its pack does not say.
    pub(super) fn of_group(group: &str) -> Self {
        Self::of(if group == "nib" { NumberKind::Nib } else { NumberKind::Free })
    }
}

/// Other packs that must be finished first.
fn blocked_by(tab: &Tab<'_>, bag: &mut Bag) -> Vec<PackBlocker> {
    let mut all = Vec::new();
    for (span, table) in tab.tables("blocked_by", bag) {
        let one = Tab::new(tab.file, table, span, "a `blocked_by` of the pack", &BLOCKER, bag);
        let say = one.text("say", Need::Must, Written::PerLanguage, bag);
        check_say(&one, &say, bag);
        let who = one.text("who", Need::Free, Written::PerLanguage, bag);
        let relevant = expr(&one, "relevant", bag);
        let Some(Word { text: pack, at }) = one.must_string("pack", bag) else { continue };
        all.push(PackBlocker { pack, relevant, say, who, defined: (at.file, at.span) });
    }
    all
}

/// Where a file's first key stands: the place to point at when the file lacks something.
pub(super) fn first_key(document: &DeTable<'_>) -> Range<usize> {
    document.keys().map(toml::Spanned::span).min_by_key(|span| span.start).unwrap_or(0..0)
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

/// Whether expressions cannot use a word as a name.
pub fn is_reserved(word: &str) -> bool {
    RESERVED.contains(&word)
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

//! A section file: one `[group]` or `[repeat]`, then its questions.
//!
//! References to other questions, lists and pages stay words here; [`super::load`] resolves them.

use super::head::{check_name, first_key, one_of};
use super::tree::{At, Bag, Need, Tab, Word, Written, inside_quotes};
use super::{
    Check, Document, Expr, Kind, OssFormat, OssPlace, Question, Readback, Required, SectionIx, Show,
};
use crate::ident::Level;
use crate::text::Text;
use toml::de::{DeTable, DeValue};

/// A blocker whose question is still a word.
pub(super) type LooseBlocker = (Word, Text);

/// A section as its file says.
pub(super) struct SectionFile {
    pub(super) name: Word,
    pub(super) label: Text,
    pub(super) within: Option<Word>,
    pub(super) relevant: Option<Expr>,
    /// `min`, `max` and the word of `item_label`; `None` for a group.
    pub(super) repeat: Option<(u32, u32, Option<Word>)>,
    pub(super) blocked_by: Vec<LooseBlocker>,
    pub(super) readback: Vec<(Readback, [At; 2])>,
    pub(super) questions: Vec<QuestionFile>,
}

/// A question as its file says. `question.section`, `choices` and `blocked_by` are filled later.
pub(super) struct QuestionFile {
    pub(super) name: Word,
    pub(super) question: Question,
    pub(super) choices: Option<Word>,
    pub(super) page: Option<Word>,
    pub(super) blocked_by: Vec<LooseBlocker>,
}

const GROUP: [&str; 6] = ["name", "label", "within", "relevant", "blocked_by", "readback"];
const REPEAT: [&str; 9] =
    ["name", "label", "within", "relevant", "blocked_by", "readback", "min", "max", "item_label"];
const QUESTION: [&str; 23] = [
    "name",
    "kind",
    "label",
    "same_label",
    "hint",
    "say",
    "example",
    "why",
    "where",
    "required",
    "relevant",
    "constraint",
    "constraint_message",
    "check",
    "calculation",
    "default",
    "show",
    "choices",
    "choice_filter",
    "max_chars",
    "oss",
    "document",
    "blocked_by",
];

/// Most instances a new case begins with.
const MOST_AT_FIRST: u32 = 100;

/// Most words of a sentence that is said aloud.
const SAY_WORDS: usize = 15;

const KINDS: [(&str, Kind); 19] = [
    ("text", Kind::Text),
    ("paragraph", Kind::Paragraph),
    ("integer", Kind::Integer),
    ("decimal", Kind::Decimal),
    ("rupiah", Kind::Rupiah),
    ("date", Kind::Date),
    ("yes_no", Kind::YesNo),
    ("choice", Kind::Choice),
    ("choices", Kind::Choices),
    ("nik", Kind::Nik),
    ("npwp", Kind::Npwp),
    ("phone", Kind::Phone),
    ("email", Kind::Email),
    ("kbli", Kind::Kbli),
    ("wilayah", Kind::Wilayah),
    ("document", Kind::Document),
    ("statement", Kind::Statement),
    ("note", Kind::Note),
    ("calculated", Kind::Calculated),
];
const SHOWS: [(&str, Show); 5] = [
    ("text", Show::Text),
    ("rupiah", Show::Rupiah),
    ("date", Show::Date),
    ("integer", Show::Integer),
    ("choice", Show::Choice),
];
const FORMATS: [(&str, OssFormat); 4] = [
    ("natural", OssFormat::Natural),
    ("digits", OssFormat::Digits),
    ("iso_date", OssFormat::IsoDate),
    ("code", OssFormat::Code),
];
const LEVELS: [(&str, Level); 3] =
    [("salah", Level::Salah), ("periksa", Level::Periksa), ("info", Level::Info)];

/// Reads one section file; `None` when it holds no section with a name.
pub(super) fn read(file: usize, document: &DeTable<'_>, bag: &mut Bag) -> Option<SectionFile> {
    let top = Tab::new(
        file,
        document,
        first_key(document),
        "a section file",
        &["group", "repeat", "question"],
        bag,
    );
    let group = top.table("group", "the group", &GROUP, bag);
    let repeat = top.table("repeat", "the repeat", &REPEAT, bag);
    if let (Some(_), Some(repeat)) = (&group, &repeat) {
        bag.error(&repeat.here(), "a file holds one section", "move this repeat to its own file");
    }
    let is_repeat = group.is_none() && repeat.is_some();
    let Some(tab) = group.or(repeat) else {
        if !["group", "repeat"].iter().any(|key| top.value(key).is_some()) {
            bag.error(
                &top.here(),
                "the file has no section",
                "begin it with `[group]` or `[repeat]`",
            );
        }
        return None;
    };
    let name = tab.must_string("name", bag);
    if let Some(name) = &name {
        check_name(name, bag);
    }
    let label = tab.text("label", Need::Must, Written::PerLanguage, bag);
    let relevant = expr(&tab, "relevant", bag);
    let within = tab.string("within", bag);
    let repeat = is_repeat.then(|| repeat_of(&tab, bag));
    let blocked_by = blockers(&tab, bag);
    let readback = readbacks(&tab, bag);
    let mut questions = Vec::new();
    for (span, table) in top.tables("question", bag) {
        questions.extend(question(file, span, table, bag));
    }
    if questions.is_empty() && repeat.is_none() {
        bag.warning(&tab.here(), format!("{} asks nothing", tab.called), "add a `[[question]]`");
    }
    let name = name?;
    Some(SectionFile { name, label, within, relevant, repeat, blocked_by, readback, questions })
}

fn repeat_of(tab: &Tab<'_>, bag: &mut Bag) -> (u32, u32, Option<Word>) {
    let min = match tab.integer("min", bag) {
        Some((min, at)) if min > MOST_AT_FIRST => {
            let message = format!("`min` of {} is more than a case begins with", tab.called);
            bag.error(&at, message, format!("at most {MOST_AT_FIRST}"));
            MOST_AT_FIRST
        }
        min => min.map_or(0, |(min, _)| min),
    };
    let max = tab.integer("max", bag);
    if let Some((max, at)) = &max
        && (*max == 0 || *max < min)
    {
        let hint = format!("`min` is {min}");
        bag.error(at, format!("`max` of {} leaves no room", tab.called), hint);
    }
    let max = max.map_or(u32::MAX, |(max, _)| max.max(min));
    (min, max, tab.string("item_label", bag))
}

fn blockers(tab: &Tab<'_>, bag: &mut Bag) -> Vec<LooseBlocker> {
    let mut all = Vec::new();
    for (span, table) in tab.tables("blocked_by", bag) {
        let called = format!("a `blocked_by` of {}", tab.called);
        let one = Tab::new(tab.file, table, span, called, &["question", "say"], bag);
        let say = one.text("say", Need::Must, Written::PerLanguage, bag);
        check_say(&one, &say, bag);
        if let Some(word) = one.must_string("question", bag) {
            all.push((word, say));
        }
    }
    all
}

fn readbacks(tab: &Tab<'_>, bag: &mut Bag) -> Vec<(Readback, [At; 2])> {
    let mut all = Vec::new();
    for (span, table) in tab.tables("readback", bag) {
        let called = format!("a `readback` of {}", tab.called);
        let one = Tab::new(tab.file, table, span, called, &["text", "relevant"], bag);
        let text = one.text("text", Need::Must, Written::PerLanguage, bag);
        let at = ["id", "en"].map(|lang| one.text_at("text", lang));
        all.push((Readback { text, relevant: expr(&one, "relevant", bag) }, at));
    }
    all
}

fn question(
    file: usize,
    span: std::ops::Range<usize>,
    table: &DeTable<'_>,
    bag: &mut Bag,
) -> Option<QuestionFile> {
    let called = table
        .iter()
        .find(|(key, _)| key.get_ref() == "name")
        .and_then(|(_, value)| value.get_ref().as_str())
        .map_or_else(|| "a question".to_owned(), |name| format!("question `{name}`"));
    let tab = Tab::new(file, table, span, called, &QUESTION, bag);
    let name = tab.must_string("name", bag);
    if let Some(name) = &name {
        check_name(name, bag);
    }
    let kind = tab.must_string("kind", bag).and_then(|word| one_of(&word, "kind", &KINDS, bag));
    // An unknown kind is one problem, not the dozen that guessing would add.
    let known = kind.is_some();
    let kind = kind.unwrap_or(Kind::Text);
    let must = |yes: bool| if yes && known { Need::Must } else { Need::Free };
    let asked = !matches!(kind, Kind::Note | Kind::Calculated);
    let typed = is_typed(kind);
    let same = tab.boolean("same_label", bag);
    let label_form = if same { Written::OneIsEnough } else { Written::PerLanguage };
    let label = tab.text("label", Need::Must, label_form, bag);
    let say = tab.text("say", must(asked), Written::PerLanguage, bag);
    check_say(&tab, &say, bag);
    let calculation = expr(&tab, "calculation", bag);
    if kind == Kind::Calculated && calculation.is_none() && tab.value("calculation").is_none() {
        tab.missing("calculation", bag);
    }
    let show = tab.string("show", bag);
    if let (Some(show), true) = (&show, kind != Kind::Calculated && known) {
        bag.error(&show.at, "`show` is for calculated questions", "take it away");
    }
    let choices = tab.string("choices", bag);
    let show = show.and_then(|word| one_of(&word, "show", &SHOWS, bag)).unwrap_or_default();
    let lists = matches!(kind, Kind::Choice | Kind::Choices) || show == Show::Choice;
    if lists && tab.value("choices").is_none() {
        tab.missing("choices", bag);
    } else if let (false, true, Some(word)) = (lists, known, &choices) {
        bag.error(&word.at, format!("{} offers no choices", tab.called), "its kind has none");
    }
    let document = tab.table("document", format!("`document` of {}", tab.called), &DOCUMENT, bag);
    if let (Some(document), true) = (&document, kind != Kind::Document && known) {
        bag.error(&document.here(), "`document` is for the kind `document`", "");
    }
    let (oss, page) = oss(&tab, bag).unzip();
    let max_chars = tab.integer("max_chars", bag);
    if let Some((0, at)) = &max_chars {
        bag.error(at, "`max_chars` of 0 leaves no room", "");
    }
    let question = Question {
        kind,
        section: SectionIx(0),
        label,
        hint: tab.text("hint", Need::Free, Written::PerLanguage, bag),
        say,
        example: tab.text("example", must(typed), Written::OneIsEnough, bag),
        why: tab.text("why", must(asked), Written::PerLanguage, bag),
        place: tab.text("where", Need::Free, Written::PerLanguage, bag),
        required: required(&tab, bag),
        relevant: expr(&tab, "relevant", bag),
        checks: checks(&tab, bag),
        calculation,
        default: expr(&tab, "default", bag),
        show,
        choices: None,
        choice_filter: expr(&tab, "choice_filter", bag),
        max_chars: max_chars.map_or(0, |(most, _)| most as usize),
        oss,
        document: document.map(|tab| document_of(&tab, bag)),
        blocked_by: Vec::new(),
        defined: (file, tab.at.clone()),
        name: name.as_ref().map(|name| name.text.clone()).unwrap_or_default(),
    };
    Some(QuestionFile {
        name: name?,
        question,
        choices,
        page: page.flatten(),
        blocked_by: blockers(&tab, bag),
    })
}

/// Whether answers of a kind are typed, so that an example helps.
fn is_typed(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::YesNo
            | Kind::Choice
            | Kind::Choices
            | Kind::Document
            | Kind::Statement
            | Kind::Note
            | Kind::Calculated
    )
}

fn check_say(tab: &Tab<'_>, say: &Text, bag: &mut Bag) {
    for (text, lang) in [(&say.id, "id"), (&say.en, "en")] {
        // Dashes and the like are not said.
        let words: Vec<usize> = word_starts(text)
            .filter(|start| {
                let word = text[*start..].split_whitespace().next().unwrap_or_default();
                word.chars().any(char::is_alphanumeric)
            })
            .collect();
        let Some(first_over) = words.get(SAY_WORDS) else { continue };
        let message = format!("`say.{lang}` of {} has {} words", tab.called, words.len());
        let mut at = tab.text_at("say", lang);
        if at.span.len() == text.len() {
            at.span.start += first_over;
        }
        bag.error(&at, message, format!("at most {SAY_WORDS}, it is said aloud"));
    }
}

/// Where the words of a text begin.
fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut before = ' ';
    text.char_indices().filter_map(move |(at, letter)| {
        let starts = before.is_whitespace() && !letter.is_whitespace();
        before = letter;
        starts.then_some(at)
    })
}

const DOCUMENT: [&str; 4] = ["issuer", "alternatives", "if_missing", "copy_is_enough"];

fn document_of(tab: &Tab<'_>, bag: &mut Bag) -> Document {
    Document {
        issuer: tab.text("issuer", Need::Must, Written::PerLanguage, bag),
        alternatives: tab.text("alternatives", Need::Free, Written::PerLanguage, bag),
        if_missing: tab.text("if_missing", Need::Must, Written::PerLanguage, bag),
        copy_is_enough: tab.boolean("copy_is_enough", bag),
    }
}

fn oss(tab: &Tab<'_>, bag: &mut Bag) -> Option<(OssPlace, Option<Word>)> {
    let keys = ["page", "label", "order", "format"];
    let oss = tab.table("oss", format!("`oss` of {}", tab.called), &keys, bag)?;
    let page = oss.must_string("page", bag);
    let label = oss.must_string("label", bag).map(|word| word.text).unwrap_or_default();
    if oss.value("order").is_none() {
        oss.missing("order", bag);
    }
    let order = oss.integer("order", bag).map_or(0, |(order, _)| order);
    let format = oss.string("format", bag);
    let format = format.and_then(|word| one_of(&word, "format", &FORMATS, bag)).unwrap_or_default();
    let name = page.as_ref().map(|page| page.text.clone()).unwrap_or_default();
    Some((OssPlace { page: name, label, order, format }, page))
}

fn required(tab: &Tab<'_>, bag: &mut Bag) -> Required {
    match tab.value("required") {
        Some((_, DeValue::Boolean(true))) => Required::Yes,
        Some((_, DeValue::String(_))) => {
            expr(tab, "required", bag).map_or(Required::No, Required::When)
        }
        Some((_, DeValue::Boolean(false))) | None => Required::No,
        Some((at, _)) => {
            bag.error(
                &at,
                format!("`required` of {} is no yes or no", tab.called),
                "wants true, false or CEL",
            );
            Required::No
        }
    }
}

fn checks(tab: &Tab<'_>, bag: &mut Bag) -> Vec<Check> {
    let mut all = Vec::new();
    let what = tab.text("constraint_message", Need::Free, Written::PerLanguage, bag);
    match (expr(tab, "constraint", bag), tab.value("constraint_message")) {
        (Some(expr), message) => {
            if message.is_none() {
                tab.missing("constraint_message", bag);
            }
            let (why, next) = (Text::default(), Text::default());
            all.push(Check { expr, level: Level::Salah, what, why, next });
        }
        (None, Some((at, _))) if tab.value("constraint").is_none() => {
            bag.error(&at, "`constraint_message` without `constraint`", "");
        }
        (None, _) => {}
    }
    for (span, table) in tab.tables("check", bag) {
        let called = format!("a `check` of {}", tab.called);
        let keys = ["expr", "level", "what", "why", "next"];
        let one = Tab::new(tab.file, table, span, called, &keys, bag);
        let level = one.must_string("level", bag);
        let level = level.and_then(|word| one_of(&word, "level", &LEVELS, bag));
        let what = one.text("what", Need::Must, Written::PerLanguage, bag);
        let why = one.text("why", Need::Free, Written::PerLanguage, bag);
        let next = one.text("next", Need::Free, Written::PerLanguage, bag);
        if one.value("expr").is_none() {
            one.missing("expr", bag);
        }
        let Some(expr) = expr(&one, "expr", bag) else { continue };
        all.push(Check { expr, level: level.unwrap_or(Level::Salah), what, why, next });
    }
    all
}

/// An expression with the place of its text, quotes left out.
fn expr(tab: &Tab<'_>, key: &str, bag: &mut Bag) -> Option<Expr> {
    let Word { text, at } = tab.string(key, bag)?;
    let span = inside_quotes(at.span, &text);
    Some(Expr { source: text, file: at.file, span })
}

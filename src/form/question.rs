//! One `[[question]]`: its texts, kind and rules.
//!
//! References to other questions, lists and pages stay words here; [`super::load`] resolves them.

use super::head::{check_name, one_of};
use super::section::{LooseBlocker, blockers};
use super::tree::{Bag, Need, Tab, Word, Written, inside_quotes};
use super::{
    Check, Document, Expr, Kind, OssFormat, OssPlace, Question, Required, SectionIx, Show,
};
use crate::ident::Level;
use crate::text::{Text, Tongue};
use toml::de::{DeTable, DeValue};

/// A question as its file says. `question.section`, `choices` and `blocked_by` are filled later.
pub(super) struct QuestionFile {
    pub(super) name: Word,
    pub(super) question: Question,
    pub(super) choices: Option<Word>,
    pub(super) page: Option<Word>,
    pub(super) blocked_by: Vec<LooseBlocker>,
}

pub(super) const QUESTION: [&str; 24] = [
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
    "meaning",
    "blocked_by",
];

/// Most words of a sentence that is said aloud.
pub(super) const SAY_WORDS: usize = 15;

pub(super) const KINDS: [(&str, Kind); 29] = [
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
    ("nib", Kind::Nib),
    ("nitku", Kind::Nitku),
    ("akta", Kind::Akta),
    ("ahu", Kind::Ahu),
    ("kpj", Kind::Kpj),
    ("bpjs_kes", Kind::BpjsKes),
    ("npp", Kind::Npp),
    ("kbli", Kind::Kbli),
    ("wilayah", Kind::Wilayah),
    ("kode_pos", Kind::KodePos),
    ("rt_rw", Kind::RtRw),
    ("koordinat", Kind::Koordinat),
    ("document", Kind::Document),
    ("statement", Kind::Statement),
    ("note", Kind::Note),
    ("calculated", Kind::Calculated),
];
pub(super) const SHOWS: [(&str, Show); 6] = [
    ("text", Show::Text),
    ("rupiah", Show::Rupiah),
    ("date", Show::Date),
    ("integer", Show::Integer),
    ("choice", Show::Choice),
    ("wilayah", Show::Wilayah),
];
pub(super) const FORMATS: [(&str, OssFormat); 4] = [
    ("natural", OssFormat::Natural),
    ("digits", OssFormat::Digits),
    ("iso_date", OssFormat::IsoDate),
    ("code", OssFormat::Code),
];
pub(super) const LEVELS: [(&str, Level); 3] =
    [("salah", Level::Salah), ("periksa", Level::Periksa), ("info", Level::Info)];

/// Reads one question; `None` without a name.
pub(super) fn question(
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
    let typed = super::is_typed(kind);
    let same = tab.boolean("same_label", bag);
    let label_form = if same { Written::OneIsEnough } else { Written::PerLanguage };
    let label = tab.text("label", Need::Must, label_form, bag);
    let say = tab.spoken_text("say", must(asked), bag);
    check_say(&tab, &say, bag);
    let spoken = spoken(&tab, bag);
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
    let meaning = tab.string("meaning", bag);
    if let Some(word) = &meaning {
        check_name(word, bag);
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
        spoken,
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
        meaning_at: meaning.as_ref().map_or(0..0, |word| word.at.span.clone()),
        meaning: meaning.map(|word| word.text),
        document: document.map(|tab| document_of(&tab, bag)),
        blocked_by: Vec::new(),
        defined: (file, tab.at.clone()),
        name: name.as_ref().map(|name| name.text.clone()).unwrap_or_default(),
    };
    let texts = [
        ("label", &question.label),
        ("hint", &question.hint),
        ("say", &question.say),
        ("example", &question.example),
        ("why", &question.why),
        ("where", &question.place),
    ];
    let rules = question.checks.iter().map(|check| ("constraint_message", &check.what));
    let document = question.document.as_ref();
    let papers =
        document.map(|one| [("issuer", &one.issuer), ("if_missing", &one.if_missing)]).into_iter();
    tab.unwritten(texts.into_iter().chain(rules).chain(papers.flatten()), bag);
    Some(QuestionFile {
        name: name?,
        question,
        choices,
        page: page.flatten(),
        blocked_by: blockers(&tab, bag),
    })
}

/// Complains of a sentence too long to say.
pub(super) fn check_say(tab: &Tab<'_>, say: &Text, bag: &mut Bag) {
    check_aloud(tab, "say", say, bag);
}

/// The same for a sentence that stands under another key.
pub(super) fn check_aloud(tab: &Tab<'_>, key: &str, say: &Text, bag: &mut Bag) {
    for (text, lang) in [(&say.id, "id"), (&say.en, "en")] {
        check_said(tab, key, text, lang, bag);
    }
}

fn check_said(tab: &Tab<'_>, key: &str, text: &str, lang: &str, bag: &mut Bag) {
    // Dashes and the like are not said.
    let words: Vec<usize> = word_starts(text)
        .filter(|start| {
            let word = text[*start..].split_whitespace().next().unwrap_or_default();
            word.chars().any(char::is_alphanumeric)
        })
        .collect();
    let Some(first_over) = words.get(SAY_WORDS) else { return };
    let message = format!("`{key}.{lang}` of {} has {} words", tab.called, words.len());
    let mut at = tab.text_at(key, lang);
    if at.span.len() == text.len() {
        at.span.start += first_over;
    }
    bag.error(&at, message, format!("at most {SAY_WORDS}, it is said aloud"));
}

/// The regional variants of `say`, in the order of [`Tongue::ALL`].
fn spoken(tab: &Tab<'_>, bag: &mut Bag) -> Vec<(Tongue, String)> {
    let mut all = Vec::new();
    for tongue in Tongue::ALL {
        let Some(said) = tab.variant("say", tongue.code(), bag) else { continue };
        check_said(tab, "say", &said, tongue.code(), bag);
        all.push((tongue, said));
    }
    all
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

pub(super) const OSS: [&str; 5] = ["page", "label", "order", "format", "max"];
pub(super) const CHECK: [&str; 5] = ["expr", "level", "what", "why", "next"];
pub(super) const DOCUMENT: [&str; 4] = ["issuer", "alternatives", "if_missing", "copy_is_enough"];

fn document_of(tab: &Tab<'_>, bag: &mut Bag) -> Document {
    Document {
        issuer: tab.text("issuer", Need::Must, Written::PerLanguage, bag),
        alternatives: tab.text("alternatives", Need::Free, Written::PerLanguage, bag),
        if_missing: tab.text("if_missing", Need::Must, Written::PerLanguage, bag),
        copy_is_enough: tab.boolean("copy_is_enough", bag),
    }
}

fn oss(tab: &Tab<'_>, bag: &mut Bag) -> Option<(OssPlace, Option<Word>)> {
    let oss = tab.table("oss", format!("`oss` of {}", tab.called), &OSS, bag)?;
    let page = oss.must_string("page", bag);
    let label = oss.must_string("label", bag).map(|word| word.text).unwrap_or_default();
    if oss.value("order").is_none() {
        oss.missing("order", bag);
    }
    let order = oss.integer("order", bag).map_or(0, |(order, _)| order);
    let format = oss.string("format", bag);
    let format = format.and_then(|word| one_of(&word, "format", &FORMATS, bag)).unwrap_or_default();
    let name = page.as_ref().map(|page| page.text.clone()).unwrap_or_default();
    let max = oss.integer("max", bag);
    if let Some((0, at)) = &max {
        bag.error(at, "`max` of 0 leaves no room", "");
    }
    let max = max.map_or(0, |(most, _)| most as usize);
    Some((OssPlace { page: name, label, order, format, max }, page))
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
        let one = Tab::new(tab.file, table, span, called, &CHECK, bag);
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
pub(super) fn expr(tab: &Tab<'_>, key: &str, bag: &mut Bag) -> Option<Expr> {
    let Word { text, at } = tab.string(key, bag)?;
    let span = inside_quotes(at.span, &text);
    Some(Expr { source: text, file: at.file, span })
}

//! A section file: one `[group]` or `[repeat]`, then its questions.
//!
//! References to other questions, lists and pages stay words here; [`super::load`] resolves them.

use super::head::{check_name, first_key};
use super::question::{QuestionFile, check_say, expr, question};
use super::tree::{At, Bag, Need, Tab, Word, Written};
use super::{Expr, Readback};
use crate::text::Text;
use toml::de::DeTable;

/// A blocker whose question is still a word.
pub(super) struct LooseBlocker {
    pub(super) question: Word,
    pub(super) say: Text,
    pub(super) who: Text,
}

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

pub(super) const GROUP: [&str; 6] =
    ["name", "label", "within", "relevant", "blocked_by", "readback"];
pub(super) const REPEAT: [&str; 9] =
    ["name", "label", "within", "relevant", "blocked_by", "readback", "min", "max", "item_label"];
pub(super) const FILE: [&str; 3] = ["group", "repeat", "question"];
pub(super) const BLOCKER: [&str; 3] = ["question", "say", "who"];
pub(super) const READBACK: [&str; 3] = ["text", "relevant", "officer_only"];
/// Most instances a new case begins with.
const MOST_AT_FIRST: u32 = 100;

/// Reads one section file; `None` when it holds no section with a name.
pub(super) fn read(file: usize, document: &DeTable<'_>, bag: &mut Bag) -> Option<SectionFile> {
    let top = Tab::new(file, document, first_key(document), "a section file", &FILE, bag);
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
    tab.unwritten([("label", &label)], bag);
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

/// What must be answered first.
pub(super) fn blockers(tab: &Tab<'_>, bag: &mut Bag) -> Vec<LooseBlocker> {
    let mut all = Vec::new();
    for (span, table) in tab.tables("blocked_by", bag) {
        let called = format!("a `blocked_by` of {}", tab.called);
        let one = Tab::new(tab.file, table, span, called, &BLOCKER, bag);
        let say = one.text("say", Need::Must, Written::PerLanguage, bag);
        check_say(&one, &say, bag);
        let who = one.text("who", Need::Free, Written::PerLanguage, bag);
        if let Some(question) = one.must_string("question", bag) {
            all.push(LooseBlocker { question, say, who });
        }
    }
    all
}

fn readbacks(tab: &Tab<'_>, bag: &mut Bag) -> Vec<(Readback, [At; 2])> {
    let mut all = Vec::new();
    for (span, table) in tab.tables("readback", bag) {
        let called = format!("a `readback` of {}", tab.called);
        let one = Tab::new(tab.file, table, span, called, &READBACK, bag);
        let text = one.text("text", Need::Must, Written::PerLanguage, bag);
        let at = ["id", "en"].map(|lang| one.text_at("text", lang));
        let relevant = expr(&one, "relevant", bag);
        let officer_only = one.boolean("officer_only", bag);
        all.push((Readback { text, relevant, officer_only }, at));
    }
    all
}

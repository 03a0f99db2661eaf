//! Daftar syarat: what to bring, on one page of A4 or in large type, for taking home.
//!
//! Says of cost and time only what the pack says. A list too long for the page keeps what must be
//! brought and loses explanations first; whatever is left out is counted.

use super::lines::{centred, few, hanging, one, paper, wrap};
use crate::form::Status;
use crate::form::bring::{Bring, First, Need, Thing};
use crate::text::{Catalog, Text};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// Most lines of the page.
pub const LINES: usize = 66;
/// Most columns of the page.
pub const COLUMNS: usize = 80;
/// Most columns of a line in large type.
pub const LARGE_COLUMNS: usize = 40;

/// Most lines a name on the list may take.
const NAME: usize = 2;
/// Most lines an explanation may take.
const DETAIL: usize = 3;
/// Most lines of services to be finished first.
const FIRST: usize = 8;
/// Most lines of what will be asked.
const ASKED: usize = 6;

/// Under which heading a document stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heading {
    Must,
    Missing,
    Sometimes,
    May,
    Brought,
}

impl Heading {
    const ALL: [Self; 5] = [Self::Must, Self::Missing, Self::Sometimes, Self::May, Self::Brought];

    fn of(list: &Bring, thing: &Thing) -> Self {
        match thing.need {
            _ if thing.brought => Self::Brought,
            Need::Must if list.visit.is_some() => Self::Missing,
            Need::Must => Self::Must,
            Need::Sometimes => Self::Sometimes,
            Need::May => Self::May,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Must => "paper-must",
            Self::Missing => "paper-missing",
            Self::Sometimes => "paper-sometimes",
            Self::May => "paper-may",
            Self::Brought => "paper-brought",
        }
    }
}

/// The list on one page: at most [`LINES`] lines of at most [`COLUMNS`] columns, each ended by `\n`.
pub fn page(list: &Bring, words: &Catalog) -> String {
    let mut lines = head(list, words);
    let foot = foot(list, words);
    let first = first(list, words);
    if !first.is_empty() {
        lines.push(String::new());
        lines.push(one(&words.get("paper-first").to_uppercase(), COLUMNS));
        lines.extend(first);
    }
    let room = LINES.saturating_sub(lines.len() + foot.len() + 1);
    let mut body = Body::of(list, words);
    body.fit(room);
    lines.extend(body.lines());
    lines.push(String::new());
    lines.extend(foot);
    debug_assert!(lines.len() <= LINES, "{} lines", lines.len());
    paper(&lines)
}

/// What stands above the list.
fn head(list: &Bring, words: &Catalog) -> Vec<String> {
    let text = |text: &Text| text.get(words.lang()).to_owned();
    let mut lines = Vec::new();
    if let Some(visit) = &list.visit {
        lines.extend(centred(&visit.office.to_uppercase(), COLUMNS, 2));
    }
    lines.extend(centred(&words.get("paper-requirements").to_uppercase(), COLUMNS, 1));
    lines.extend(centred(&text(&list.title), COLUMNS, 2));
    lines.extend(centred(&text(&list.summary), COLUMNS, 2));
    lines.push(String::new());
    for (key, value) in facts(list, words) {
        let head = words.get(key);
        let pad = 10_usize.saturating_sub(head.width()).max(1);
        lines.extend(hanging(&format!("{head}{}", " ".repeat(pad)), &value, COLUMNS, 2));
    }
    lines
}

/// Code, status, cost and time, as far as they are known.
fn facts(list: &Bring, words: &Catalog) -> Vec<(&'static str, String)> {
    let status = match list.status {
        Status::Resmi => "paper-status-resmi",
        Status::Contoh => "paper-status-contoh",
    };
    let status =
        words.with(status, &[("version", Cow::Owned(format!("{}.{}", list.pack, list.version)))]);
    let mut facts = Vec::new();
    if let Some(visit) = &list.visit {
        facts.push(("paper-code", visit.code.clone()));
    }
    facts.push(("paper-status", status));
    for (key, text) in [("paper-cost", &list.cost), ("paper-time", &list.time)] {
        let value = text.get(words.lang());
        if !value.is_empty() {
            facts.push((key, value.to_owned()));
        }
    }
    facts
}

/// Services to be finished before, the least possible said of each.
fn first(list: &Bring, words: &Catalog) -> Vec<String> {
    let mut lines = Vec::new();
    for (at, before) in list.first.iter().enumerate() {
        let next = hanging("- ", &first_of(before, words), COLUMNS, 2);
        if lines.len() + next.len() + 1 > FIRST {
            lines.push(more(list.first.len() - at, words));
            break;
        }
        lines.extend(next);
    }
    lines
}

fn first_of(one: &First, words: &Catalog) -> String {
    let lang = words.lang();
    let mut text = one.say.get(lang).to_owned();
    if one.sometimes {
        text = words.with("paper-first-sometimes", &[("say", text.into())]);
    }
    if !one.who.is_empty() {
        text = format!("{text} ({})", one.who.get(lang));
    }
    text
}

/// What stands below the list.
fn foot(list: &Bring, words: &Catalog) -> Vec<String> {
    let mut text = words.get("paper-privacy");
    if list.visit.is_some() {
        text = format!("{} {text}", words.get("paper-may-grow"));
    }
    few(&text, COLUMNS, 3)
}

fn more(count: usize, words: &Catalog) -> String {
    let text = words.with("paper-more", &[("count", count.to_string().into())]);
    hanging("- ", &text, COLUMNS, 1).concat()
}

/// `KTP pemohon (asli atau fotokopi), untuk tiap usaha`.
fn name(thing: &Thing, words: &Catalog) -> String {
    let lang = words.lang();
    let mut text = thing.label.get(lang).to_owned();
    if thing.count > 1 {
        text = format!("{text} ({}x)", thing.count);
    }
    if let Some(which) = which(thing, words) {
        text = format!("{text} ({which})");
    }
    if !thing.each.is_empty() {
        let each = words.with("paper-each", &[("of", thing.each.get(lang).into())]);
        text = format!("{text}, {each}");
    }
    text
}

/// Original or copy, unless the label says it or the document is there already.
fn which(thing: &Thing, words: &Catalog) -> Option<String> {
    let copy = thing.document.copy_is_enough;
    let which = words.get(if copy { "paper-copy" } else { "paper-original" });
    let label = thing.label.get(words.lang()).to_lowercase();
    let is_said = thing.brought || (!copy && label.contains(&which.to_lowercase()));
    (!is_said).then_some(which)
}

/// What to do without it, what does instead, where it comes from; the most useful first.
fn details<'t>(thing: &'t Thing, words: &Catalog) -> [(&'static str, &'t str); 3] {
    let lang = words.lang();
    [
        ("paper-if-missing", thing.document.if_missing.get(lang)),
        ("paper-alternatives", thing.document.alternatives.get(lang)),
        ("paper-issuer", thing.document.issuer.get(lang)),
    ]
}

/// One document on the page, and which of its explanations have room.
struct Entry {
    heading: Heading,
    name: Vec<String>,
    details: [Vec<String>; 3],
    shown: [bool; 3],
}

/// The list itself.
struct Body<'a> {
    words: &'a Catalog,
    entries: Vec<Entry>,
    asked: Vec<String>,
    left: usize,
}

impl<'a> Body<'a> {
    fn of(list: &Bring, words: &'a Catalog) -> Self {
        let mut entries: Vec<Entry> = list
            .things
            .iter()
            .map(|thing| {
                let heading = Heading::of(list, thing);
                let mark = if thing.brought { "[x] " } else { "[ ] " };
                let details = details(thing, words).map(|(key, text)| {
                    let head = format!("    {}: ", words.get(key));
                    if text.is_empty() { Vec::new() } else { hanging(&head, text, COLUMNS, DETAIL) }
                });
                let name = hanging(mark, &name(thing, words), COLUMNS, NAME);
                Entry { heading, name, details, shown: [false; 3] }
            })
            .collect();
        entries.sort_by_key(|entry| Heading::ALL.iter().position(|one| *one == entry.heading));
        let asked = list.asked.iter().map(|label| label.get(words.lang()).to_owned()).collect();
        Self { words, entries, asked, left: 0 }
    }

    /// Leaves out what has no room: explanations of what is least needed first, then documents from the
    /// end, then what will be asked.
    fn fit(&mut self, room: usize) {
        let mut used = 0;
        let mut kept = 0;
        let mut last = None;
        for entry in &self.entries {
            let heading = if last == Some(entry.heading) { 0 } else { 2 };
            // A line is kept for the count of what is left out.
            if used + heading + entry.name.len() + 1 > room {
                break;
            }
            used += heading + entry.name.len();
            last = Some(entry.heading);
            kept += 1;
        }
        self.left = self.entries.len() - kept;
        self.entries.truncate(kept);
        used += usize::from(self.left > 0);
        let is_must = |heading| matches!(heading, Heading::Must | Heading::Missing);
        used = self.explain(used, room, is_must);
        let asked = self.asked_lines();
        if !asked.is_empty() && used + asked.len() + 2 <= room {
            used += asked.len() + 2;
        } else {
            self.asked.clear();
        }
        used = self.explain(used, room, |heading| heading == Heading::Sometimes);
        self.explain(used, room, |heading| heading == Heading::May);
    }

    fn explain(&mut self, mut used: usize, room: usize, of: impl Fn(Heading) -> bool) -> usize {
        for kind in 0..3 {
            for entry in self.entries.iter_mut().filter(|entry| of(entry.heading)) {
                let lines = entry.details[kind].len();
                if used + lines <= room {
                    entry.shown[kind] = true;
                    used += lines;
                }
            }
        }
        used
    }

    /// What will be asked, in one paragraph; what has no room is counted.
    fn asked_lines(&self) -> Vec<String> {
        let mut shown = self.asked.len();
        while shown > 0 {
            let mut text = self.asked[..shown].join("; ");
            let left = self.asked.len() - shown;
            if left > 0 {
                let count = [("count", left.to_string().into())];
                text = format!("{text}; {}", self.words.with("paper-more", &count));
            }
            let lines = wrap(&text, COLUMNS);
            if lines.len() <= ASKED {
                return lines;
            }
            shown -= (shown / 8).max(1);
        }
        Vec::new()
    }

    fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let mut last = None;
        for entry in &self.entries {
            if last != Some(entry.heading) {
                lines.push(String::new());
                lines.push(one(&self.words.get(entry.heading.key()).to_uppercase(), COLUMNS));
                last = Some(entry.heading);
            }
            lines.extend(entry.name.iter().cloned());
            // Read in the order of a conversation: where from, what instead, what without.
            for kind in (0..3).rev().filter(|kind| entry.shown[*kind]) {
                lines.extend(entry.details[kind].iter().cloned());
            }
        }
        if self.left > 0 {
            lines.push(more(self.left, self.words));
        }
        if !self.asked.is_empty() {
            lines.push(String::new());
            lines.push(one(&self.words.get("paper-asked").to_uppercase(), COLUMNS));
            lines.extend(self.asked_lines());
        }
        lines
    }
}

/// The list for weak eyes: few words a line, names in spaced capitals, air between. As long as it
/// gets; no line is wider than [`LARGE_COLUMNS`].
pub fn large(list: &Bring, words: &Catalog) -> String {
    let lang = words.lang();
    let mut lines = Vec::new();
    if let Some(visit) = &list.visit {
        lines.extend(few(&visit.office.to_uppercase(), LARGE_COLUMNS, 3));
        lines.push(String::new());
    }
    lines.push(one(&words.get("paper-requirements").to_uppercase(), LARGE_COLUMNS));
    lines.push(String::new());
    lines.extend(spaced(list.title.get(lang)));
    lines.push(String::new());
    for (key, value) in facts(list, words) {
        lines.push(one(&words.get(key).to_uppercase(), LARGE_COLUMNS));
        lines.extend(hanging("  ", &value, LARGE_COLUMNS, 4));
        lines.push(String::new());
    }
    if !list.first.is_empty() {
        section(&mut lines, &words.get("paper-first"));
        for before in &list.first {
            lines.extend(hanging("-  ", &first_of(before, words), LARGE_COLUMNS, usize::MAX));
            lines.push(String::new());
        }
    }
    for heading in Heading::ALL {
        let mut things =
            list.things.iter().filter(|thing| Heading::of(list, thing) == heading).peekable();
        if things.peek().is_some() {
            section(&mut lines, &words.get(heading.key()));
        }
        for thing in things {
            large_thing(&mut lines, thing, words);
        }
    }
    lines.extend(wrap(&words.get("paper-privacy"), LARGE_COLUMNS));
    paper(&lines)
}

fn large_thing(lines: &mut Vec<String>, thing: &Thing, words: &Catalog) {
    lines.extend(spaced(thing.label.get(words.lang())));
    if thing.brought {
        lines.push(String::new());
        return;
    }
    if let Some(which) = which(thing, words) {
        lines.extend(hanging("  ", &which, LARGE_COLUMNS, 2));
    }
    for (key, text) in details(thing, words).into_iter().rev() {
        if !text.is_empty() {
            lines.push(one(&format!("{}:", words.get(key)), LARGE_COLUMNS));
            lines.extend(hanging("    ", text, LARGE_COLUMNS, usize::MAX));
        }
    }
    lines.push(String::new());
}

fn section(lines: &mut Vec<String>, heading: &str) {
    lines.push("=".repeat(LARGE_COLUMNS));
    lines.extend(wrap(&heading.to_uppercase(), LARGE_COLUMNS));
    lines.push("=".repeat(LARGE_COLUMNS));
    lines.push(String::new());
}

/// `K T P   A S L I`, a few words a line. Words too long for that stand as they are.
fn spaced(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in few(&text.to_uppercase(), LARGE_COLUMNS, usize::MAX)
        .iter()
        .flat_map(|line| line.split_whitespace())
    {
        let mut wide = word.graphemes(true).collect::<Vec<_>>().join(" ");
        if wide.width() > LARGE_COLUMNS {
            word.clone_into(&mut wide);
        }
        match lines.last_mut() {
            Some(line) if line.width() + 3 + wide.width() <= LARGE_COLUMNS => {
                line.push_str("   ");
                line.push_str(&wide);
            }
            _ => lines.push(wide),
        }
    }
    lines
}

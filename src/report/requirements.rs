//! Daftar syarat: what to bring, on one page or in large type, for taking home.
//!
//! Says of cost and time only what the pack says. A list too long for the page keeps what must be
//! brought and loses explanations first; whatever is left out is counted.

use super::lines::few;
use super::paper::{Block, Paper, Room, Size};
use crate::form::Status;
use crate::form::bring::{Bring, First, Need, Thing};
use crate::text::Catalog;
use std::borrow::Cow;

/// Most lines of the page.
pub const LINES: usize = super::paper::TEXT_LINES;
/// Most columns of the page.
pub const COLUMNS: usize = 80;
/// Most columns of a line in large type.
pub const LARGE_COLUMNS: usize = 40;

/// Columns texts are cut by, so that they keep to their lines wherever they stand.
const CUT: usize = 72;
/// Most lines a name on the list may take.
const NAME: usize = 2;
/// Most lines an explanation may take.
const DETAIL: usize = 3;
/// Most services to be finished first that are told.
const FIRST: usize = 4;
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
    paper(list, words, Size::Text(COLUMNS), false).plain(COLUMNS, false)
}

/// The list for weak eyes: few words a line, names in spaced capitals, air between. As long as it
/// gets; no line is wider than [`LARGE_COLUMNS`].
pub fn large(list: &Bring, words: &Catalog) -> String {
    paper(list, words, Size::Text(LARGE_COLUMNS), true).plain(LARGE_COLUMNS, true)
}

/// The list as a paper: on one page of `size`, or as long as it gets in large type and on rolls.
pub fn paper(list: &Bring, words: &Catalog, size: Size, large: bool) -> Paper {
    let room = Room::of(size, large);
    let cut = |text: &str, lines: usize| {
        if room.is_some() { few(text, CUT, lines).join(" ") } else { text.to_owned() }
    };
    let mut paper = Paper::new(words.get("paper-requirements"), words);
    head(&mut paper, list, words, large, if room.is_some() { FIRST } else { usize::MAX }, &cut);
    let mut entries: Vec<Entry> =
        list.things.iter().map(|thing| Entry::of(list, thing, words, large, &cut)).collect();
    entries.sort_by_key(|entry| Heading::ALL.iter().position(|one| *one == entry.heading));
    let mut asked = if large { String::new() } else { asked(list, words) };
    let foot = foot(list, words);
    let mut left = 0;
    if let Some(room) = &room {
        let around: Vec<Block> = paper.blocks.iter().chain(&foot).cloned().collect();
        let fit = Fit { room, used: room.high(&around), words };
        left = fit.choose(&mut entries, &mut asked);
    }
    let before = std::mem::take(&mut paper.blocks);
    loop {
        paper.blocks.clone_from(&before);
        paper.blocks.extend(body(&entries, &asked, left, words));
        paper.blocks.extend(foot.iter().cloned());
        // Sums are near the truth; the page itself has the last word.
        let is_in = room.as_ref().is_none_or(|room| room.holds(&paper.blocks));
        if is_in || !shorten(&mut entries, &mut asked, &mut left) {
            return paper;
        }
    }
}

/// Takes the least needed thing out; false when nothing is left to take.
fn shorten(entries: &mut Vec<Entry>, asked: &mut String, left: &mut usize) -> bool {
    let shown = entries.iter_mut().rev().flat_map(|entry| entry.shown.iter_mut().rev());
    if let Some(shown) = shown.into_iter().find(|shown| **shown) {
        *shown = false;
    } else if !asked.is_empty() {
        asked.clear();
    } else if entries.pop().is_some() {
        *left += 1;
    } else {
        return false;
    }
    true
}

/// What stands above the list.
fn head(
    paper: &mut Paper,
    list: &Bring,
    words: &Catalog,
    large: bool,
    most: usize,
    cut: &impl Fn(&str, usize) -> String,
) {
    let lang = words.lang();
    if let Some(visit) = &list.visit {
        paper.add(Block::Office(cut(&visit.office, 2)));
    }
    paper.add(Block::Title(words.get("paper-requirements").to_uppercase()));
    paper.add(Block::Title(cut(list.title.get(lang), 2)));
    if !large {
        paper.add(Block::Subtitle(cut(list.summary.get(lang), 2)));
    }
    paper.add(Block::Gap);
    for (key, value) in facts(list, words) {
        paper.entry(words.get(key), cut(&value, 2));
    }
    if !list.first.is_empty() {
        paper.add(Block::Heading(words.get("paper-first")));
        let all = list.first.len();
        let told = all.min(most);
        let mut items: Vec<String> =
            list.first.iter().take(told).map(|one| cut(&first_of(one, words), 2)).collect();
        if told < all {
            items.push(more(all - told, words));
        }
        paper.add(Block::Bullets(items));
    }
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
fn foot(list: &Bring, words: &Catalog) -> Vec<Block> {
    let mut text = words.get("paper-privacy");
    if list.visit.is_some() {
        text = format!("{} {text}", words.get("paper-may-grow"));
    }
    vec![Block::Gap, Block::Small(text)]
}

fn more(count: usize, words: &Catalog) -> String {
    words.with("paper-more", &[("count", count.to_string().into())])
}

/// `KTP pemohon (asli atau fotokopi), untuk tiap usaha`.
fn name(thing: &Thing, words: &Catalog) -> String {
    let mut text = short_name(thing, words);
    if let Some(which) = which(thing, words) {
        text = format!("{text} ({which})");
    }
    match each(thing, words) {
        Some(each) => format!("{text}, {each}"),
        None => text,
    }
}

/// `KTP pemohon (2x)`.
fn short_name(thing: &Thing, words: &Catalog) -> String {
    let label = thing.label.get(words.lang());
    if thing.count > 1 { format!("{label} ({}x)", thing.count) } else { label.to_owned() }
}

/// `untuk tiap usaha`.
fn each(thing: &Thing, words: &Catalog) -> Option<String> {
    let of = thing.each.get(words.lang());
    (!of.is_empty()).then(|| words.with("paper-each", &[("of", of.into())]))
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

/// What will be asked, in one paragraph; what has no room is counted.
fn asked(list: &Bring, words: &Catalog) -> String {
    let labels: Vec<&str> = list.asked.iter().map(|label| label.get(words.lang())).collect();
    let mut shown = labels.len();
    while shown > 0 {
        let mut text = labels[..shown].join("; ");
        if shown < labels.len() {
            text = format!("{text}; {}", more(labels.len() - shown, words));
        }
        if few(&text, COLUMNS, ASKED + 1).len() <= ASKED {
            return text;
        }
        shown -= (shown / 8).max(1);
    }
    String::new()
}

/// One document on the page, and which of its explanations have room.
struct Entry {
    heading: Heading,
    ticked: bool,
    name: String,
    /// In large type what would make the name long stands under it.
    under: String,
    details: [(String, String); 3],
    shown: [bool; 3],
}

impl Entry {
    fn of(
        list: &Bring,
        thing: &Thing,
        words: &Catalog,
        large: bool,
        cut: &impl Fn(&str, usize) -> String,
    ) -> Self {
        let details = details(thing, words).map(|(key, text)| (words.get(key), cut(text, DETAIL)));
        // What is there needs no explanation.
        let shown = details.each_ref().map(|(_, text)| !text.is_empty() && !thing.brought);
        let (name, under) = if large {
            let under = which(thing, words).into_iter().chain(each(thing, words));
            (short_name(thing, words), under.collect::<Vec<_>>().join(", "))
        } else {
            (cut(&name(thing, words), NAME), String::new())
        };
        let heading = Heading::of(list, thing);
        Self { heading, ticked: thing.brought, name, under, details, shown }
    }

    fn block(&self) -> Block {
        // Read in the order of a conversation: where from, what instead, what without.
        let notes = (0..3).rev().filter(|kind| self.shown[*kind]);
        let under = (!self.under.is_empty()).then(|| (String::new(), self.under.clone()));
        let notes = under.into_iter().chain(notes.map(|kind| self.details[kind].clone())).collect();
        Block::Check { ticked: self.ticked, text: self.name.clone(), notes }
    }
}

/// The list itself.
fn body(entries: &[Entry], asked: &str, left: usize, words: &Catalog) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut last = None;
    for entry in entries {
        if last != Some(entry.heading) {
            blocks.push(Block::Heading(words.get(entry.heading.key())));
            last = Some(entry.heading);
        }
        blocks.push(entry.block());
    }
    if left > 0 {
        blocks.push(Block::Bullets(vec![more(left, words)]));
    }
    if !asked.is_empty() {
        blocks.push(Block::Heading(words.get("paper-asked")));
        blocks.push(Block::Small(asked.to_owned()));
    }
    blocks
}

/// What has room on one page.
struct Fit<'a> {
    room: &'a Room,
    /// Height of what stands around the list.
    used: f32,
    words: &'a Catalog,
}

impl Fit<'_> {
    /// Leaves out what has no room: explanations of what is least needed first, then documents from the
    /// end, then what will be asked. Answers how many documents were left out.
    fn choose(mut self, entries: &mut Vec<Entry>, asked: &mut String) -> usize {
        let high = |block: Block| self.room.high(&[block]);
        let heading = high(Block::Heading("x".into()));
        let line = high(Block::Bullets(vec!["x".into()]));
        let mut kept = 0;
        let mut last = None;
        for entry in entries.iter_mut() {
            entry.shown = [false; 3];
            let own = high(entry.block())
                + if last == Some(entry.heading) { 0.0 } else { heading + self.room.air() };
            // A line is kept for the count of what is left out.
            if self.used + own + line > self.room.all() {
                break;
            }
            self.used += own;
            last = Some(entry.heading);
            kept += 1;
        }
        let left = entries.len() - kept;
        entries.truncate(kept);
        if left > 0 {
            self.used += line;
        }
        self.explain(entries, |heading| matches!(heading, Heading::Must | Heading::Missing));
        let own = if asked.is_empty() {
            0.0
        } else {
            self.room.air() + self.room.high(&body(&[], asked, 0, self.words))
        };
        if self.used + own <= self.room.all() {
            self.used += own;
        } else {
            asked.clear();
        }
        self.explain(entries, |heading| heading == Heading::Sometimes);
        self.explain(entries, |heading| heading == Heading::May);
        left
    }

    fn explain(&mut self, entries: &mut [Entry], of: impl Fn(Heading) -> bool) {
        for kind in 0..3 {
            for entry in entries.iter_mut().filter(|entry| of(entry.heading)) {
                if entry.details[kind].1.is_empty() {
                    continue;
                }
                let before = self.room.high(&[entry.block()]);
                entry.shown[kind] = true;
                let more = self.room.high(&[entry.block()]) - before;
                if self.used + more <= self.room.all() {
                    self.used += more;
                } else {
                    entry.shown[kind] = false;
                }
            }
        }
    }
}

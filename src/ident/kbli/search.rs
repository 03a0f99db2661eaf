//! From what an applicant said to codes: words become guesses, guesses hits, hits an order.
//!
//! Always the same order for the same words. Keeps nothing between two searches.

use super::index::{Edition, Index};
use super::intent::{self, Intent};
use super::vocabulary::Guess;
use super::words::{self, MOST_LETTERS, MOST_WORDS};
use crate::base::order;

/// A row found, with the phrase that says most for it, when one does.
pub(super) struct Found {
    pub(super) row: usize,
    pub(super) phrase: Option<usize>,
}

/// One word of the query, and what may be meant by it.
struct Slot {
    weight: f32,
    guesses: Vec<Guess>,
}

/// The words of a query, understood.
pub(super) struct Query {
    slots: Vec<Slot>,
    intents: Vec<Intent>,
}

/// What titles tell against everyday words: they are written for statisticians.
const TITLE_SHARE: f32 = 0.72;

/// What a guess of the last word may weigh at most: a rare word that only begins alike is no rare find.
const MOST_FOR_A_BEGINNING: f32 = 4.0;

/// How sure a guess must be to be taken for what was meant: one letter is wrong, not two.
const SURE_SLIP: f32 = 0.6;

impl Query {
    pub(super) fn new(index: &Index, text: &str) -> Self {
        let vocabulary = &index.vocabulary;
        let cut = text.char_indices().nth(MOST_LETTERS).map_or(text, |(end, _)| &text[..end]);
        let unfinished = cut.chars().next_back().is_some_and(char::is_alphanumeric);
        let mut typed: Vec<String> = Vec::new();
        words::each(cut, |word| {
            if typed.len() < MOST_WORDS {
                typed.push(word.to_owned());
            }
        });
        split_joined(index, &mut typed);
        let kept: Vec<f32> = (0..typed.len())
            .map(|at| {
                let before = at.checked_sub(1).map_or("", |before| &*typed[before]);
                if intent::is_filler(&typed[at]) {
                    0.0
                } else if intent::is_place(before, &typed[at])
                    || (intent::is_before_a_name(before) && !is_known(index, &typed[at]))
                {
                    0.15
                } else {
                    1.0
                }
            })
            .collect();
        let mut intents = Vec::new();
        let mut slots: Vec<Slot> = Vec::with_capacity(typed.len());
        for (at, word) in typed.iter().enumerate() {
            let mut guesses = Vec::new();
            if kept[at] > 0.0 {
                guesses = vocabulary.guesses(word, unfinished && at + 1 == typed.len());
                if let Some(found) = intent::of(word, vocabulary.root_text(word))
                    && !intents.contains(&found)
                {
                    intents.push(found);
                }
            }
            let exact = vocabulary.find(word).map_or(0.0, |word| vocabulary.weight(word));
            slots.push(Slot { weight: if exact > 0.0 { exact } else { -1.0 }, guesses });
        }
        expressions(index, &typed, &mut slots);
        for (at, slot) in slots.iter_mut().enumerate() {
            order::sort_by(&mut slot.guesses, |one, other| {
                other.1.total_cmp(&one.1).then(one.0.cmp(&other.0))
            });
            if slot.weight < 0.0 {
                let guessed =
                    slot.guesses.iter().map(|(word, sure)| vocabulary.weight(*word) * sure);
                slot.weight = guessed.fold(0.0, f32::max).min(MOST_FOR_A_BEGINNING);
            }
            slot.weight *= if kept[at] > 0.0 { kept[at] } else { 1.0 };
        }
        slots.retain(|slot| !slot.guesses.is_empty());
        Self { slots, intents }
    }

    /// The best rows, best first.
    pub(super) fn run(&self, index: &Index, edition: &Edition, limit: usize) -> Vec<Found> {
        let all: f32 = self.slots.iter().map(|slot| slot.weight).sum();
        if all <= 0.0 {
            return Vec::new();
        }
        let vocabulary = &index.vocabulary;
        let mut phrases = Tally::new(index.phrases.len());
        let mut titles = Tally::new(edition.list.len());
        let mut rows = Tally::new(edition.list.len());
        for (number, slot) in (1..).zip(&self.slots) {
            for (word, sure) in &slot.guesses {
                let (asked, has) = (slot.weight * sure, vocabulary.weight(*word) * sure);
                for phrase in index.phrase_fields.with.get(*word as usize) {
                    phrases.add(*phrase, number, asked, has);
                    let group = index.group_of_phrase[*phrase as usize];
                    for row in edition.rows_of_group.get(group as usize) {
                        rows.add(*row, number, asked, 0.0);
                    }
                }
                for row in edition.titles.with.get(*word as usize) {
                    titles.add(*row, number, asked, has);
                    rows.add(*row, number, asked * 0.9, 0.0);
                }
            }
        }
        // Of each row: what its best phrase is worth, and which that is.
        let mut best = vec![(0.0_f32, u32::MAX); edition.list.len()];
        for phrase in &phrases.touched {
            let asked = phrases.asked[*phrase as usize] / all;
            let has = (phrases.has[*phrase as usize]
                / index.phrase_fields.totals[*phrase as usize].max(0.01))
            .min(1.0);
            let worth = asked * (0.4 + 0.6 * has);
            let group = index.group_of_phrase[*phrase as usize];
            for row in edition.rows_of_group.get(group as usize) {
                let best = &mut best[*row as usize];
                if worth > best.0 {
                    *best = (worth, *phrase);
                }
            }
        }
        let mut order: Vec<(i32, u32)> = Vec::with_capacity(rows.touched.len());
        for row in &rows.touched {
            let at = *row as usize;
            let said = best[at].0;
            let total = edition.titles.totals[at].max(0.01);
            let title = titles.asked[at] / all * (0.4 + 0.6 * (titles.has[at] / total).min(1.0));
            let title = title * TITLE_SHARE;
            let mut worth = said.max(title) + 0.25 * said.min(title) + 0.3 * rows.asked[at] / all;
            if !self.intents.contains(&Intent::Bulk) && edition.list.code(at).starts_with(b"46") {
                worth *= 0.85;
            }
            for intent in &self.intents {
                worth *= intent::factor(*intent, edition.list.code(at));
            }
            order.push((-(worth * 100_000.0) as i32, *row));
        }
        if order.len() > limit && limit > 0 {
            order.select_nth_unstable(limit - 1);
        }
        order.truncate(limit);
        order.sort_unstable();
        let found = order.into_iter().map(|(_, row)| {
            let (worth, phrase) = best[row as usize];
            let phrase = (worth > 0.0).then_some(phrase as usize);
            Found { row: row as usize, phrase }
        });
        found.collect()
    }

    /// The words of `title` that were asked for, as they stand in it.
    pub(super) fn asked_of(&self, index: &Index, title: &str) -> String {
        let mut said = String::new();
        let mut gap = false;
        for piece in title.split_whitespace() {
            let mut asked = false;
            words::each(piece, |word| {
                let word = index.vocabulary.find(word);
                asked |= self
                    .slots
                    .iter()
                    .any(|slot| slot.guesses.iter().any(|(guess, _)| Some(*guess) == word));
            });
            if asked {
                if !said.is_empty() {
                    said.push_str(if gap { " … " } else { " " });
                }
                said.push_str(piece.trim_matches(|sign: char| !sign.is_alphanumeric()));
            }
            gap = !asked;
        }
        said
    }
}

/// Whether a word stands just so in a title or a phrase.
fn is_known(index: &Index, word: &str) -> bool {
    index.vocabulary.find(word).is_some_and(|word| index.vocabulary.weight(word) > 0.0)
}

/// Takes words apart that were typed as one (`fotocopy` where the words say `foto copy`).
fn split_joined(index: &Index, typed: &mut Vec<String>) {
    let mut at = 0;
    while at < typed.len() {
        let name = at > 0 && intent::is_before_a_name(&typed[at - 1]);
        if !name && let Some(place) = seam(index, &typed[at]) {
            let rest = typed[at].split_off(place);
            typed.insert(at + 1, rest);
        }
        at += 1;
    }
}

/// Where two known words meet in one that is not known.
fn seam(index: &Index, word: &str) -> Option<usize> {
    if word.len() < 7 || !word.is_ascii() || index.vocabulary.find(word).is_some() {
        return None;
    }
    // A slip of the finger is likelier than two words typed as one.
    let slip = index.vocabulary.guesses(word, false);
    if slip.first().is_some_and(|(_, sure)| *sure > SURE_SLIP) {
        return None;
    }
    let known = |word: &str| is_known(index, word);
    (3..word.len() - 2).find(|end| known(&word[..*end]) && known(&word[*end..]))
}

/// Adds what several words together mean: `foto copy` where the words say `fotocopy`, and spoken
/// expressions.
fn expressions(index: &Index, typed: &[String], slots: &mut [Slot]) {
    let vocabulary = &index.vocabulary;
    for at in 0..typed.len() {
        for count in 2..=3 {
            let Some(together) = typed.get(at..at + count) else { break };
            let meant = vocabulary.meant_by(&together.join(" "));
            let mut guesses: Vec<Guess> = meant.iter().map(|word| (*word, 0.9)).collect();
            if count == 2 {
                guesses.extend(vocabulary.find(&together.concat()).map(|word| (word, 0.95)));
            }
            guesses.retain(|(word, _)| vocabulary.weight(*word) > 0.0);
            for slot in &mut slots[at..at + count] {
                slot.guesses.extend(&guesses);
            }
        }
    }
}

/// What was found of each text, each word of the query counted once.
struct Tally {
    /// Weight of the query's words that were found.
    asked: Vec<f32>,
    /// Weight of the text's words that were asked for.
    has: Vec<f32>,
    last: Vec<u8>,
    touched: Vec<u32>,
}

impl Tally {
    fn new(count: usize) -> Self {
        Self {
            asked: vec![0.0; count],
            has: vec![0.0; count],
            last: vec![0; count],
            touched: Vec::new(),
        }
    }

    /// Guesses come surest first, so the first that is found for a word of the query is the best.
    fn add(&mut self, text: u32, slot: u8, asked: f32, has: f32) {
        let at = text as usize;
        if self.last[at] == slot {
            return;
        }
        if self.last[at] == 0 {
            self.touched.push(text);
        }
        self.last[at] = slot;
        self.asked[at] += asked;
        self.has[at] += has;
    }
}

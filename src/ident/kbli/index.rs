//! Which words stand in which title and which everyday phrase, and which phrase belongs to which row.
//!
//! Built once from the parts, which are not kept. Never ranks.

use super::catalog::{Everyday, KbliParts};
use super::list::{Code, List, code_of, is_whole_code};
use super::texts::{Groups, Texts};
use super::vocabulary::{Draft, Vocabulary};
use super::words;
use crate::base::order;

/// Texts to search in: titles of an edition, or everyday phrases.
#[derive(Debug, Default)]
pub(super) struct Fields {
    /// Weight of all words of a text.
    pub(super) totals: Vec<f32>,
    /// Texts with a word.
    pub(super) with: Groups,
}

impl Fields {
    fn memory(&self) -> usize {
        self.totals.capacity() * 4 + self.with.memory()
    }
}

/// Words of each text, while the index is being built.
#[derive(Default)]
struct Spelled {
    words: Vec<u32>,
    ends: Vec<u32>,
}

impl Spelled {
    fn push(&mut self, text: &str, draft: &mut Draft) {
        let start = self.words.len();
        words::each(text, |word| {
            let id = draft.id(word);
            if !self.words[start..].contains(&id) {
                self.words.push(id);
            }
        });
        self.ends.push(self.words.len() as u32);
    }

    fn renumber(&mut self, numbers: &[u32]) {
        for word in &mut self.words {
            *word = numbers[*word as usize];
        }
    }

    fn of(&self, text: usize) -> &[u32] {
        let start = text.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.words[start as usize..self.ends[text] as usize]
    }

    /// Adds one for each word of an owner, once an owner.
    fn count(&self, owner: impl Fn(usize) -> u32, seen: &mut [u32], counts: &mut [u32]) {
        for text in 0..self.ends.len() {
            for word in self.of(text) {
                let word = *word as usize;
                if seen[word] != owner(text) {
                    seen[word] = owner(text);
                    counts[word] += 1;
                }
            }
        }
    }

    fn fields(&self, vocabulary: &Vocabulary) -> Fields {
        let mut pairs = Vec::with_capacity(self.words.len());
        let mut totals = Vec::with_capacity(self.ends.len());
        for text in 0..self.ends.len() {
            let words = self.of(text);
            totals.push(words.iter().map(|word| vocabulary.weight(*word)).sum());
            pairs.extend(words.iter().map(|word| (*word, text as u32)));
        }
        Fields { totals, with: Groups::new(vocabulary.len(), &pairs) }
    }
}

/// One edition: its list, its titles as texts, and the rows each group of everyday words speaks for.
#[derive(Debug, Default)]
pub(super) struct Edition {
    pub(super) list: List,
    /// Text n is the title of row n; rows that are no five digits have no words.
    pub(super) titles: Fields,
    pub(super) rows_of_group: Groups,
}

/// Everything that is searched.
#[derive(Debug, Default)]
pub(super) struct Index {
    pub(super) vocabulary: Vocabulary,
    /// Newest first.
    pub(super) editions: Vec<Edition>,
    /// The everyday phrases as they stand in the data.
    pub(super) phrases: Texts,
    pub(super) phrase_fields: Fields,
    pub(super) group_of_phrase: Vec<u32>,
    /// Codes of 2025 that have everyday words.
    groups: Vec<Code>,
    /// From 2020 to 2025, in order.
    pub(super) moves: Vec<(Code, Code)>,
}

/// The edition everyday words are keyed by, and the one the moves come from.
pub(super) const WORDED: u16 = 2025;
const OLD: u16 = 2020;

/// A code of 2020 that went more ways than this says nothing about any of them.
const FEW: usize = 5;

impl Index {
    pub(super) fn new(parts: &KbliParts) -> Self {
        let mut lists: Vec<List> = parts
            .lists
            .iter()
            .map(|(edition, whole, rows)| List::new(*edition, *whole, rows))
            .collect();
        order::sort_by_key(&mut lists, |list| std::cmp::Reverse(list.edition));
        let mut draft = Draft::default();
        let (phrases, group_of_phrase, groups, mut phrase_words) =
            read_phrases(&parts.everyday, &mut draft);
        let mut title_words: Vec<Spelled> =
            lists.iter().map(|list| read_titles(list, &mut draft)).collect();
        let mut spoken = read_spoken(&parts.spoken, &mut draft);
        for verb in super::intent::known() {
            draft.id(verb);
        }

        let (texts, numbers) = draft.sorted();
        phrase_words.renumber(&numbers);
        for words in &mut title_words {
            words.renumber(&numbers);
        }
        for (said, meant) in &mut spoken {
            for word in said.iter_mut().chain(meant) {
                *word = numbers[*word as usize];
            }
        }
        let (counts, codes) = count(&phrase_words, &group_of_phrase, &title_words, texts.len());
        let vocabulary = Vocabulary::new(texts, &counts, codes + groups.len(), &spoken);

        let moves = read_moves(parts);
        let mut index = Self { phrases, group_of_phrase, groups, moves, ..Self::default() };
        index.phrase_fields = phrase_words.fields(&vocabulary);
        index.editions = lists
            .into_iter()
            .zip(&title_words)
            .map(|(list, words)| {
                let rows_of_group = index.rows_of_groups(&list);
                Edition { titles: words.fields(&vocabulary), rows_of_group, list }
            })
            .collect();
        index.vocabulary = vocabulary;
        index
    }

    pub(super) fn edition(&self, year: u16) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.list.edition == year)
    }

    /// Everyday phrases of a code of 2025.
    pub(super) fn everyday(&self, code: &str) -> impl Iterator<Item = &str> {
        let code = code_of(code);
        self.group_of_phrase
            .iter()
            .enumerate()
            .filter(move |(_, group)| Some(self.groups[**group as usize]) == code)
            .map(|(phrase, _)| self.phrases.get(phrase))
    }

    /// The codes of 2025 a code of 2020 may be now.
    pub(super) fn moved(&self, from: Code) -> &[(Code, Code)] {
        let start = self.moves.partition_point(|(one, _)| *one < from);
        let end = self.moves.partition_point(|(one, _)| *one <= from);
        &self.moves[start..end]
    }

    fn rows_of_groups(&self, list: &List) -> Groups {
        let row_of = |code: &Code| list.find(super::list::text_of(code)).map(|row| row as u32);
        let mut pairs = Vec::new();
        let mut back: Vec<(Code, Code)> = Vec::new();
        if list.edition == OLD {
            back = self.moves.iter().map(|(from, to)| (*to, *from)).collect();
            back.retain(|(_, from)| self.moved(*from).len() <= FEW);
            order::sort(&mut back);
        }
        for (group, code) in self.groups.iter().enumerate() {
            if list.edition == WORDED {
                pairs.extend(row_of(code).map(|row| (group as u32, row)));
            }
            let start = back.partition_point(|(to, _)| to < code);
            let from = back[start..].iter().take_while(|(to, _)| to == code);
            if from.clone().count() <= FEW {
                pairs.extend(from.filter_map(|(_, from)| Some((group as u32, row_of(from)?))));
            }
        }
        Groups::new(self.groups.len(), &pairs)
    }

    /// Bytes on the heap.
    pub(super) fn memory(&self) -> usize {
        let editions: usize = self
            .editions
            .iter()
            .map(|one| one.list.memory() + one.titles.memory() + one.rows_of_group.memory())
            .sum();
        editions
            + self.vocabulary.memory()
            + self.phrases.memory()
            + self.phrase_fields.memory()
            + self.group_of_phrase.capacity() * 4
            + self.groups.capacity() * size_of::<Code>()
            + self.moves.capacity() * size_of::<(Code, Code)>()
    }
}

fn read_phrases(everyday: &[Everyday], draft: &mut Draft) -> (Texts, Vec<u32>, Vec<Code>, Spelled) {
    let (mut phrases, mut group_of_phrase) = (Texts::default(), Vec::new());
    let (mut groups, mut spelled) = (Vec::new(), Spelled::default());
    for one in everyday {
        let Some(code) = code_of(&one.code) else { continue };
        for phrase in &one.phrases {
            phrases.push(phrase);
            group_of_phrase.push(groups.len() as u32);
            spelled.push(phrase, draft);
        }
        groups.push(code);
    }
    phrases.shrink();
    (phrases, group_of_phrase, groups, spelled)
}

fn read_titles(list: &List, draft: &mut Draft) -> Spelled {
    let mut spelled = Spelled::default();
    for row in 0..list.len() {
        spelled.push(if is_whole_code(*list.code(row)) { list.title(row) } else { "" }, draft);
    }
    spelled
}

fn read_spoken(spoken: &[(String, String)], draft: &mut Draft) -> Vec<(Vec<u32>, Vec<u32>)> {
    let mut read = |text: &str| {
        let mut ids = Vec::new();
        words::each(text, |word| ids.push(draft.id(word)));
        ids
    };
    spoken.iter().map(|(said, meant)| (read(said), read(meant))).collect()
}

fn read_moves(parts: &KbliParts) -> Vec<(Code, Code)> {
    let mut moves: Vec<(Code, Code)> = parts
        .moves
        .iter()
        .filter_map(|one| Some((code_of(&one.from)?, code_of(&one.to)?)))
        .collect();
    order::sort(&mut moves);
    moves.dedup();
    moves
}

/// With how many codes each word stands, and how many codes there are. A word weighs the same in all
/// editions: the one that has it most often counts.
fn count(
    phrases: &Spelled,
    group_of_phrase: &[u32],
    titles: &[Spelled],
    words: usize,
) -> (Vec<u32>, usize) {
    let mut counts = vec![0; words];
    phrases.count(|text| group_of_phrase[text], &mut vec![u32::MAX; words], &mut counts);
    let mut most = vec![0; words];
    for titles in titles {
        let mut here = vec![0; words];
        titles.count(|text| text as u32, &mut vec![u32::MAX; words], &mut here);
        for (most, here) in most.iter_mut().zip(here) {
            *most = here.max(*most);
        }
    }
    for (count, most) in counts.iter_mut().zip(most) {
        *count += most;
    }
    (counts, titles.iter().map(|titles| titles.ends.len()).max().unwrap_or(0))
}

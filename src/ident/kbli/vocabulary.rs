//! Every word of the lists in order, what it weighs, what it comes from, and what people say for it.
//! Never holds a phrase or a code.

use super::intent;
use super::texts::{Groups, Texts};
use super::words;
use crate::base::order;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A word that may be meant, and how surely (0 to 1).
pub(super) type Guess = (u32, f32);

/// Words a beginning may become; the shortest are kept.
const MOST_ENDINGS: usize = 160;

/// A hash for short words (FNV). Our own lists attack nobody, and the usual hash is most of the time
/// the building takes.
struct Short(u64);

impl Default for Short {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Short {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

type Numbers<Word> = HashMap<Word, u32, BuildHasherDefault<Short>>;

/// The words while the index is being built: numbered as they come.
#[derive(Default)]
pub(super) struct Draft {
    ids: Numbers<String>,
}

impl Draft {
    pub(super) fn id(&mut self, word: &str) -> u32 {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let id = self.ids.len() as u32;
        self.ids.insert(word.to_owned(), id);
        id
    }

    /// The words in order, and the new number of each old one.
    pub(super) fn sorted(self) -> (Texts, Vec<u32>) {
        let mut words: Vec<(String, u32)> = self.ids.into_iter().collect();
        words.sort_unstable();
        let mut texts = Texts::default();
        let mut renumbered = vec![0; words.len()];
        for (new, (word, old)) in words.iter().enumerate() {
            texts.push(word);
            renumbered[*old as usize] = new as u32;
        }
        texts.shrink();
        (texts, renumbered)
    }
}

/// The words, by number.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    texts: Texts,
    /// What a word tells: much when few codes have it. Zero for words no code has.
    weights: Vec<f32>,
    roots: Vec<u32>,
    families: Groups,
    sounds: Vec<(u32, u32)>,
    letters: Vec<u32>,
    /// Words meant by a spoken word.
    meant: Groups,
    /// Spoken expressions of several words, in order, and what is meant.
    expressions: Texts,
    expressions_meant: Groups,
}

impl Vocabulary {
    /// `codes_with` counts the codes each word stands with, of `codes` in all; `spoken` is what is said
    /// for what, both as numbers of words.
    pub(super) fn new(
        texts: Texts,
        codes_with: &[u32],
        codes: usize,
        spoken: &[(Vec<u32>, Vec<u32>)],
    ) -> Self {
        let roots = roots_of(&texts);
        let mut vocabulary = Self { texts, ..Self::default() };
        let count = vocabulary.texts.len();
        for word in 0..count {
            let text = vocabulary.texts.get(word);
            let root = vocabulary.texts.get(roots[word] as usize);
            vocabulary.sounds.push((words::sound(text), word as u32));
            vocabulary.letters.push(words::letters(text));
            let with = codes_with[word];
            let weight = if with == 0 {
                0.0
            } else {
                (1.0 + codes as f32 / (1.0 + with as f32)).ln() * intent::share(text, root)
            };
            vocabulary.weights.push(weight);
        }
        vocabulary.sounds.sort_unstable();
        let of_root: Vec<(u32, u32)> =
            roots.iter().enumerate().map(|(word, root)| (*root, word as u32)).collect();
        vocabulary.families = Groups::new(count, &of_root);
        vocabulary.roots = roots;
        vocabulary.learn(spoken);
        vocabulary
    }

    fn learn(&mut self, spoken: &[(Vec<u32>, Vec<u32>)]) {
        let mut single = Vec::new();
        let mut several: Vec<(String, &[u32])> = Vec::new();
        for (said, meant) in spoken {
            match said[..] {
                [] => {}
                [word] => {
                    single.extend(meant.iter().map(|one| (word, *one)));
                    // A word that stands for one word is also meant by it.
                    if let [only] = meant[..] {
                        single.push((only, word));
                    }
                }
                _ => {
                    let said: Vec<&str> =
                        said.iter().map(|word| self.texts.get(*word as usize)).collect();
                    several.push((said.join(" "), meant));
                }
            }
        }
        self.meant = Groups::new(self.texts.len(), &single);
        order::sort(&mut several);
        let mut pairs = Vec::new();
        for (said, meant) in several {
            let count = self.expressions.len();
            let last = count.checked_sub(1).map(|last| self.expressions.get(last));
            if last != Some(&*said) {
                self.expressions.push(&said);
            }
            let at = self.expressions.len() as u32 - 1;
            pairs.extend(meant.iter().map(|word| (at, *word)));
        }
        self.expressions.shrink();
        self.expressions_meant = Groups::new(self.expressions.len(), &pairs);
    }

    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    pub(super) fn find(&self, word: &str) -> Option<u32> {
        self.texts.find(word).map(|at| at as u32)
    }

    pub(super) fn weight(&self, word: u32) -> f32 {
        self.weights[word as usize]
    }

    pub(super) fn root(&self, word: u32) -> u32 {
        self.roots[word as usize]
    }

    pub(super) fn text(&self, word: u32) -> &str {
        self.texts.get(word as usize)
    }

    /// The root of a word that may not be among ours.
    pub(super) fn root_text<'a>(&'a self, word: &'a str) -> &'a str {
        self.root_of(word).map_or(word, |root| self.text(root))
    }

    fn root_of(&self, word: &str) -> Option<u32> {
        if let Some(known) = self.find(word) {
            return Some(self.root(known));
        }
        let mut found = None;
        words::roots(word, |root| {
            found = self.find(root).map(|root| self.root(root));
            found.is_some()
        });
        found
    }

    /// What is meant by an expression of several words.
    pub(super) fn meant_by(&self, expression: &str) -> &[u32] {
        self.expressions.find(expression).map_or(&[][..], |at| self.expressions_meant.get(at))
    }

    /// Adds a word, its family and what it stands for.
    fn add(&self, word: u32, sure: f32, guesses: &mut Vec<Guess>) {
        guesses.push((word, sure));
        for one in self.families.get(self.root(word) as usize) {
            guesses.push((*one, sure * 0.8));
        }
        let meant = self.meant.get(word as usize);
        let each = if meant.len() > 1 { 0.7 } else { 0.9 };
        for one in meant {
            guesses.push((*one, sure * each));
            for relative in self.families.get(self.root(*one) as usize) {
                guesses.push((*relative, sure * each * 0.8));
            }
        }
    }

    fn is_live(&self, guesses: &[Guess]) -> bool {
        guesses.iter().any(|(word, _)| self.weight(*word) > 0.0)
    }

    /// What may be meant by one typed word, surest first. `unfinished` when it is still being typed.
    pub(super) fn guesses(&self, typed: &str, unfinished: bool) -> Vec<Guess> {
        let mut guesses = Vec::new();
        if let Some(word) = self.find(typed) {
            self.add(word, 1.0, &mut guesses);
        } else if let Some(root) = self.root_of(typed) {
            self.add(root, 0.9, &mut guesses);
        }
        let known = self.is_live(&guesses);
        if unfinished {
            self.endings(typed, if known { 0.7 } else { 1.0 }, &mut guesses);
        }
        if !self.is_live(&guesses) && typed.len() > 2 {
            self.alike(typed, unfinished, &mut guesses);
        }
        guesses.retain(|(word, _)| self.weight(*word) > 0.0);
        order::sort_by(&mut guesses, |one, other| {
            one.0.cmp(&other.0).then(other.1.total_cmp(&one.1))
        });
        guesses.dedup_by_key(|(word, _)| *word);
        order::sort_by(&mut guesses, |one, other| {
            other.1.total_cmp(&one.1).then(one.0.cmp(&other.0))
        });
        guesses
    }

    /// Words that begin with what is typed so far.
    fn endings(&self, typed: &str, sure: f32, guesses: &mut Vec<Guess>) {
        let from = self.texts.first_not_below(typed);
        let mut found: Vec<Guess> = (from..self.texts.len())
            .take_while(|word| self.texts.get(*word).starts_with(typed))
            .filter(|word| self.weights[*word] > 0.0)
            .map(|word| {
                let share = typed.len() as f32 / self.texts.get(word).len() as f32;
                (word as u32, sure * (0.5 + 0.45 * share))
            })
            .collect();
        if found.len() > MOST_ENDINGS {
            order::sort_by(&mut found, |one, other| {
                other.1.total_cmp(&one.1).then(one.0.cmp(&other.0))
            });
            found.truncate(MOST_ENDINGS);
        }
        guesses.append(&mut found);
    }

    /// Words that sound alike, lack vowels or are mistyped; those that are nearest.
    fn alike(&self, typed: &str, unfinished: bool, guesses: &mut Vec<Guess>) {
        let sound = words::sound(typed);
        let from = self.sounds.partition_point(|(one, _)| *one < sound);
        for (_, word) in self.sounds[from..].iter().take_while(|(one, _)| *one == sound) {
            // Short words sound like too many others, and so do letters that are held down.
            if typed.len() > 3 && self.text(*word).len().abs_diff(typed.len()) <= 2 {
                self.add(*word, 0.85, guesses);
            }
        }
        if self.is_live(guesses) {
            return;
        }
        let letters = words::letters(typed);
        let vowels = typed.bytes().filter(|byte| b"aeiou".contains(byte)).count();
        if vowels * 3 <= typed.len() {
            let consonants = letters & !words::VOWELS;
            for word in 0..self.texts.len() {
                if self.letters[word] & !words::VOWELS == consonants
                    && words::lacks_only_vowels(typed, self.texts.get(word))
                {
                    self.add(word as u32, 0.75, guesses);
                }
            }
        }
        if self.is_live(guesses) || typed.len() < 4 {
            return;
        }
        let most: u8 = if typed.len() > 6 { 2 } else { 1 };
        let mut nearest = most;
        let mut found: Vec<(u8, u32)> = Vec::new();
        for word in 0..self.texts.len() {
            let (mine, its) = (letters, self.letters[word]);
            let missing = (mine & !its).count_ones();
            let surplus = (its & !mine).count_ones();
            let text = self.texts.get(word);
            // Each change adds at most one letter to either side.
            if missing > nearest.into() || (surplus > nearest.into() && !unfinished) {
                continue;
            }
            let whole = words::distance(typed.as_bytes(), text.as_bytes(), nearest);
            let begun = || {
                let start = text.as_bytes().get(..typed.len())?;
                words::distance(typed.as_bytes(), start, nearest.min(1))
            };
            let far = if unfinished { whole.or_else(begun) } else { whole };
            if let Some(far) = far {
                nearest = far.max(1);
                found.push((far, word as u32));
            }
        }
        for (far, word) in found.iter().filter(|(far, _)| *far <= nearest) {
            let text = self.text(*word);
            let first = if text.as_bytes()[0] == typed.as_bytes()[0] { 1.0 } else { 0.8 };
            let short = if text.len() < 4 { 0.6 } else { 1.0 };
            self.add(*word, (0.85 - 0.15 * f32::from(*far)) * first * short, guesses);
        }
    }

    /// How much two texts say the same: 0 nothing, 1 all.
    pub(super) fn likeness(&self, one: &str, other: &str) -> f32 {
        let [ones, others] = [one, other].map(|text| {
            let mut roots = Vec::new();
            words::each(text, |word| {
                if let Some(root) = self.root_of(word)
                    && !intent::is_filler(word)
                {
                    roots.push((root, self.find(word).map_or(1.0, |word| self.weight(word))));
                }
            });
            roots
        });
        let sum = |roots: &[(u32, f32)]| roots.iter().map(|(_, weight)| weight).sum::<f32>();
        let shared: f32 = ones
            .iter()
            .filter(|(root, _)| others.iter().any(|(one, _)| one == root))
            .map(|(_, weight)| weight)
            .sum();
        let shared_too: f32 = others
            .iter()
            .filter(|(root, _)| ones.iter().any(|(one, _)| one == root))
            .map(|(_, weight)| weight)
            .sum();
        let all = sum(&ones) + sum(&others);
        if all > 0.0 { (shared + shared_too) / all } else { 0.0 }
    }

    /// Bytes on the heap.
    pub(super) fn memory(&self) -> usize {
        self.texts.memory()
            + (self.weights.capacity() + self.roots.capacity() + self.letters.capacity()) * 4
            + self.sounds.capacity() * 8
            + self.families.memory()
            + self.meant.memory()
            + self.expressions.memory()
            + self.expressions_meant.memory()
    }
}

/// The root of each word: itself, unless another word of ours is in it.
fn roots_of(texts: &Texts) -> Vec<u32> {
    // Asking a hash is three times faster than looking through the order, and this is asked 100,000 times.
    let places: Numbers<&str> =
        (0..texts.len()).map(|word| (texts.get(word), word as u32)).collect();
    let mut roots: Vec<u32> = (0..texts.len() as u32).collect();
    for (word, root) in roots.iter_mut().enumerate() {
        words::roots(texts.get(word), |one| {
            let place = places.get(one);
            if let Some(place) = place {
                *root = *place;
            }
            place.is_some()
        });
    }
    // `penjualan` leads to `jualan`, and that to `jual`. A root is never longer, so this ends.
    for word in 0..roots.len() {
        for _ in 0..4 {
            roots[word] = roots[roots[word] as usize];
        }
    }
    roots
}

//! TOML with positions becomes a pack, and every problem on the way is kept.
//!
//! Puts the pieces together, a pack's own files over those of the packs it stands on; reading is
//! [`super::head`] and [`super::section`], names are [`super::assemble`], expressions are
//! [`super::compile`]. Never stops at the first problem.

use super::suggest;
use super::tree::{At, Bag, Tab, Word};
use super::vars::{self, Vars};
use super::{Pack, Problem, Source};
use super::{assemble, compile, head, section};
use crate::base::order;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use toml::de::DeValue;

/// Reads a pack. `sources[0]` is `pack.toml`; its section files follow in any order, then, nearest
/// first, the `pack.toml` and section files of each pack it stands on ([`super::Library`] finds them).
/// A pack with variants gives the first. The pack is there unless it could not be read at all; problems
/// are all of them, warnings included, those of [`super::Form::open`] (expressions) too. `today` decides
/// which `basis` is past.
pub fn load(sources: &[Source], today: Date) -> (Option<Pack>, Vec<Problem>) {
    load_as(sources, &Wanted { today, variant: 0, folder: None, end: &End::Whole, known: &[] })
}

/// What is wanted of the sources.
pub(super) struct Wanted<'a> {
    pub(super) today: Date,
    /// Which variant, when there are any.
    pub(super) variant: usize,
    /// Name of the pack's folder, when it has one.
    pub(super) folder: Option<&'a str>,
    /// Why the chain of bases ends.
    pub(super) end: &'a End,
    /// What could be stood on.
    pub(super) known: &'a [&'a str],
}

/// Why the chain of bases ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum End {
    /// All bases that were found are there.
    Whole,
    /// The last one stands on one of these again.
    Circular(Vec<String>),
}

/// Reads a pack as [`load`] does.
pub(super) fn load_as(sources: &[Source], wanted: &Wanted<'_>) -> (Option<Pack>, Vec<Problem>) {
    let mut bag = Bag::default();
    if sources.is_empty() {
        bag.error(&At::default(), "the pack has no `pack.toml`", "");
        return (None, bag.problems);
    }
    let layers = layers(sources);
    let mut syntax: Vec<Problem> = Vec::new();
    let mut broken: HashSet<usize> = HashSet::new();
    let documents: Vec<_> = sources
        .iter()
        .enumerate()
        .map(|(file, source)| {
            let (document, found) = head::parse(file, &source.text);
            broken.extend(found.problems.first().map(|_| file));
            syntax.extend(found.problems);
            document
        })
        .collect();
    for layer in &layers {
        if documents[layer.start].get_ref().is_empty() && !broken.contains(&layer.start) {
            let at = At { file: layer.start, span: 0..0 };
            bag.error(&at, format!("`{}` says nothing", sources[layer.start].name), "");
        }
    }
    if layers.iter().any(|layer| broken.contains(&layer.start)) || !bag.problems.is_empty() {
        // Of a head that cannot be read nothing is known, so nothing else can be told.
        syntax.extend(bag.problems);
        return (None, syntax);
    }
    let tabs: Vec<Tab<'_>> = layers
        .iter()
        .map(|layer| head::tab(layer.start, documents[layer.start].get_ref(), &mut bag))
        .collect();
    let bases = chain(&tabs, wanted, &mut bag);
    let layers = &layers[..=bases.len()];
    let rows = head::variants(&tabs[0], &mut bag);
    let row = rows.get(wanted.variant);
    bag.loose = is_abstract(&tabs[0]);

    let mut words: Vec<vars::Var> = Vec::new();
    for tab in tabs[..layers.len()].iter().rev().chain(row) {
        words.extend(vars::read(tab, &mut bag));
    }
    bag.vars = Some(Vars::of(words, &mut bag));

    let mut whole = head::read(&tabs[0], row, wanted.today, &mut bag);
    check_id(&tabs[0], wanted, &mut bag);
    for tab in &tabs[1..layers.len()] {
        let base = head::read(tab, None, wanted.today, &mut bag);
        whole = whole.on(base);
    }
    whole.complete(&mut bag);
    let listed = whole.sections.take().unwrap_or_default();
    let used = Listed { words: listed, elsewhere: elsewhere(&tabs[0], &rows) };
    let files = used.files(layers, sources, bag.loose, &mut bag);
    let mut sections = Vec::new();
    for file in files {
        sections.extend(section::read(file, documents[file].get_ref(), &mut bag));
    }
    let at_readbacks = assemble::readback_places(&sections);
    let pack = assemble::assemble(whole, bases, sections, &mut bag);
    bag.problems.extend(compile::check(&pack, &at_readbacks, bag.loose));
    let mut problems = bag.problems;
    // After a syntax error what seems missing may only be unread: those come out at the next check.
    problems.retain(|problem| !broken.contains(&problem.file));
    syntax.extend(problems);
    (Some(pack), syntax)
}

/// The files of each folder: a `pack.toml` begins one.
fn layers(sources: &[Source]) -> Vec<Range<usize>> {
    let heads = (1..sources.len()).filter(|at| stem(&sources[*at]) == "pack");
    let mut starts: Vec<usize> = std::iter::once(0).chain(heads).collect();
    starts.push(sources.len());
    starts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// A file's name without folder and `.toml`.
fn stem(source: &Source) -> &str {
    let name = source.name.rsplit(['/', '\\']).next().unwrap_or_default();
    name.strip_suffix(".toml").unwrap_or(name)
}

pub(super) fn is_abstract(tab: &Tab<'_>) -> bool {
    matches!(tab.value("abstract"), Some((_, DeValue::Boolean(true))))
}

/// The ids of the bases, nearest first; a base that is not there is a problem where it is named.
fn chain(tabs: &[Tab<'_>], wanted: &Wanted<'_>, bag: &mut Bag) -> Vec<String> {
    let mut bases = Vec::new();
    for (at, tab) in tabs.iter().enumerate() {
        let Some(word) = tab.string("extends", bag) else { break };
        if at + 1 < tabs.len() {
            bases.push(word.text);
            continue;
        }
        if let End::Circular(ring) = wanted.end {
            let message = format!("`{}` stands on itself", word.text);
            bag.error(&word.at, message, ring.join(" -> "));
        } else {
            let hint = suggest::hint(&word.text, wanted.known.iter().copied());
            bag.error(&word.at, format!("unknown pack `{}` to stand on", word.text), hint);
        }
    }
    bases
}

/// Drafts and the catalogue know a pack by its folder, so both names must be one.
fn check_id(tab: &Tab<'_>, wanted: &Wanted<'_>, bag: &mut Bag) {
    let (Some(folder), Some(word)) = (wanted.folder, tab.value("id")) else { return };
    if let (at, DeValue::String(id)) = word
        && id.as_ref() != folder
    {
        let message = format!("`id` is `{id}`, but the folder is `{folder}`");
        bag.error(&at, message, "give both the same name");
    }
}

/// Section files that other variants of the folder list.
fn elsewhere(tab: &Tab<'_>, rows: &[Tab<'_>]) -> HashSet<String> {
    if rows.is_empty() {
        return HashSet::new();
    }
    // What is wrong with those lists is told when they are read themselves.
    let mut unheard = Bag::default();
    let all = rows.iter().chain([tab]);
    all.flat_map(|tab| tab.words("sections", &mut unheard)).map(|word| word.text).collect()
}

/// What `sections` names.
struct Listed {
    words: Vec<Word>,
    elsewhere: HashSet<String>,
}

impl Listed {
    /// The files of the sections in the order listed: the pack's own, else its nearest base's.
    /// `every`: those of its own that are not listed too, as a base offers them.
    fn files(
        &self,
        layers: &[Range<usize>],
        sources: &[Source],
        every: bool,
        bag: &mut Bag,
    ) -> Vec<usize> {
        let mut by_stem: HashMap<&str, usize> = HashMap::new();
        let mut own: Vec<(usize, &str)> = Vec::new();
        for layer in layers {
            for file in layer.start + 1..layer.end {
                by_stem.entry(stem(&sources[file])).or_insert(file);
                if layer.start == 0 {
                    own.push((file, stem(&sources[file])));
                }
            }
        }
        let mut stems: Vec<&str> = by_stem.keys().copied().collect();
        order::sort(&mut stems);
        let mut taken = HashSet::new();
        let mut files = Vec::new();
        for Word { text, at } in &self.words {
            match by_stem.get(text.as_str()) {
                Some(file) if !taken.insert(*file) => {
                    bag.error(at, format!("section file `{text}` is listed twice"), "");
                }
                Some(file) => files.push(*file),
                None => {
                    let near = suggest::nearest(text, stems.iter().copied());
                    let hint = near.map_or_else(
                        || "no such file in the pack's folder".to_owned(),
                        |near| format!("did you mean `{near}`?"),
                    );
                    bag.unknown(at, format!("section file `{text}.toml` is missing"), hint);
                }
            }
        }
        for (file, stem) in own {
            if taken.contains(&file) || self.elsewhere.contains(stem) {
                continue;
            }
            if every {
                files.push(file);
                continue;
            }
            let at = At { file, span: 0..0 };
            let hint = format!("add \"{stem}\" to `sections` in pack.toml");
            bag.error(&at, format!("`{stem}.toml` is not listed in `sections`"), hint);
        }
        files
    }
}

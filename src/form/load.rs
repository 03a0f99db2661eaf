//! TOML with positions becomes a pack, and every problem on the way is kept.
//!
//! Puts the pieces together, a pack's own files over those of the packs it stands on; reading is
//! [`super::head`] and [`super::section`], names are [`super::assemble`], expressions are
//! [`super::compile`]. Never stops at the first problem.

use super::compile::{self, Ready};
use super::expression::Parses;
use super::tree::{At, Bag, Tab, Word};
use super::vars::{self, Vars};
use super::{Pack, Problem, Source};
use super::{assemble, head, migration, section};
use crate::base::order;
use crate::base::suggest;
use jiff::civil::Date;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
use std::rc::Rc;
use toml::de::{DeTable, DeValue};

/// Reads a pack. `sources[0]` is `pack.toml`; its section files follow in any order, then, nearest
/// first, the `pack.toml` and section files of each pack it stands on ([`super::Library`] finds them).
/// A pack with variants gives the first. The pack is there unless it could not be read at all; problems
/// are all of them, warnings included, those of [`super::Form::open`] (expressions) too. `today` decides
/// which `basis` is past.
pub fn load(sources: &[Source], today: Date) -> (Option<Pack>, Vec<Problem>) {
    let wanted = Wanted { today, variant: 0, folder: None, end: &End::Whole, known: &[] };
    let sources: Vec<&Source> = sources.iter().collect();
    let Read { pack, problems, .. } = load_as(&sources, &wanted, &Memo::default());
    (pack, problems)
}

/// What came of the sources.
pub(super) struct Read {
    pub(super) pack: Option<Pack>,
    /// Its expressions; whole when no problem is an error.
    pub(super) ready: Option<Ready>,
    pub(super) problems: Vec<Problem>,
}

/// Files and expressions parsed already: most packs stand on the same few.
#[derive(Default)]
pub(super) struct Memo<'a> {
    /// By the place of the source in memory, which is borrowed as long as this lives.
    files: RefCell<HashMap<*const Source, Rc<Parsed<'a>>>>,
    expressions: Parses,
}

/// The table of a file and its syntax errors, as if it were the first file.
type Parsed<'a> = (toml::Spanned<DeTable<'a>>, Vec<Problem>);

impl<'a> Memo<'a> {
    fn file(&self, source: &'a Source) -> Rc<Parsed<'a>> {
        let parse = || {
            let (document, bag) = head::parse(0, &source.text);
            Rc::new((document, bag.problems))
        };
        let mut files = self.files.borrow_mut();
        Rc::clone(files.entry(std::ptr::from_ref(source)).or_insert_with(parse))
    }
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

/// The files parsed so far.
struct Files<'a> {
    tables: BTreeMap<usize, Rc<Parsed<'a>>>,
    syntax: Vec<Problem>,
    broken: HashSet<usize>,
}

impl<'a> Files<'a> {
    fn of(
        wanted: impl IntoIterator<Item = usize>,
        sources: &[&'a Source],
        memo: &Memo<'a>,
    ) -> Self {
        let (mut syntax, mut broken) = (Vec::new(), HashSet::new());
        let mut tables = BTreeMap::new();
        for file in wanted {
            let parsed = memo.file(sources[file]);
            broken.extend(parsed.1.first().map(|_| file));
            syntax.extend(parsed.1.iter().map(|problem| Problem { file, ..problem.clone() }));
            tables.insert(file, parsed);
        }
        Self { tables, syntax, broken }
    }

    fn table(&self, file: usize) -> Option<&DeTable<'a>> {
        self.tables.get(&file).map(|parsed| parsed.0.get_ref())
    }
}

/// Reads a pack as [`load`] does.
pub(super) fn load_as<'a>(sources: &[&'a Source], wanted: &Wanted<'_>, memo: &Memo<'a>) -> Read {
    let mut bag = Bag::default();
    let nothing = |problems| Read { pack: None, ready: None, problems };
    if sources.is_empty() {
        bag.error(&At::default(), "the pack has no `pack.toml`", "");
        return nothing(bag.problems);
    }
    let layers = layers(sources);
    // All files of its own, but of its bases only what it needs.
    let heads = layers.iter().map(|layer| layer.start).skip(1);
    let first = Files::of(layers[0].clone().chain(heads), sources, memo);
    let (mut syntax, mut broken) = (first.syntax.clone(), first.broken.clone());
    let table = |file: usize| first.table(file).expect("every head was read");
    for layer in &layers {
        if table(layer.start).is_empty() && !broken.contains(&layer.start) {
            let at = At { file: layer.start, span: 0..0 };
            bag.error(&at, format!("`{}` says nothing", sources[layer.start].name), "");
        }
    }
    if layers.iter().any(|layer| broken.contains(&layer.start)) || !bag.problems.is_empty() {
        // Of a head that cannot be read nothing is known, so nothing else can be told.
        syntax.extend(bag.problems);
        return nothing(syntax);
    }
    let tabs: Vec<Tab<'_>> =
        layers.iter().map(|layer| head::tab(layer.start, table(layer.start), &mut bag)).collect();
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
    let further = files.iter().copied().filter(|file| first.table(*file).is_none());
    let further = Files::of(further, sources, memo);
    syntax.extend(further.syntax.iter().cloned());
    broken.extend(&further.broken);
    let mut sections = Vec::new();
    for file in files {
        let table = first.table(file).or_else(|| further.table(file)).expect("it was just read");
        sections.extend(section::read(file, table, &mut bag));
    }
    let at_readbacks = assemble::readback_places(&sections);
    let mut pack = assemble::assemble(whole, bases, sections, &mut bag);
    if let Some(file) = migrations_of(layers, sources, &pack) {
        let own = Files::of(std::iter::once(file), sources, memo);
        syntax.extend(own.syntax.iter().cloned());
        broken.extend(&own.broken);
        if let Some(table) = first.table(file).or_else(|| own.table(file)) {
            let strict = rows.is_empty() && !bag.loose;
            pack.migrations = migration::read(file, table, &pack, strict, &mut bag);
        }
    }
    let (ready, found) = compile::check(&pack, &at_readbacks, bag.loose, &memo.expressions);
    bag.problems.extend(found);
    let mut problems = bag.problems;
    // After a syntax error what seems missing may only be unread: those come out at the next check.
    problems.retain(|problem| !broken.contains(&problem.file));
    syntax.extend(problems);
    Read { pack: Some(pack), ready: Some(ready), problems: syntax }
}

/// The files of each folder: a `pack.toml` begins one.
fn layers(sources: &[&Source]) -> Vec<Range<usize>> {
    let heads = (1..sources.len()).filter(|at| stem(sources[*at]) == "pack");
    let mut starts: Vec<usize> = std::iter::once(0).chain(heads).collect();
    starts.push(sources.len());
    starts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// The `migrasi.toml` of the pack: its own, else that of the pack of the same id it stands on. Versions
/// of other packs are counted apart.
fn migrations_of(layers: &[Range<usize>], sources: &[&Source], pack: &Pack) -> Option<usize> {
    let same = pack.bases.iter().take_while(|base| **base == pack.id).count();
    let mut files = layers[..=same.min(layers.len() - 1)].iter().flat_map(Clone::clone);
    files.find(|file| stem(sources[*file]) == migration::FILE)
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
        sources: &[&Source],
        every: bool,
        bag: &mut Bag,
    ) -> Vec<usize> {
        let mut by_stem: HashMap<&str, usize> = HashMap::new();
        let mut own: Vec<(usize, &str)> = Vec::new();
        for layer in layers {
            for (file, source) in (layer.start..).zip(&sources[layer.clone()]).skip(1) {
                if stem(source) == migration::FILE {
                    continue;
                }
                by_stem.entry(stem(source)).or_insert(file);
                if layer.start == 0 {
                    own.push((file, stem(source)));
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

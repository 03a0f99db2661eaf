//! All packs of a counter by id, from wherever they come.
//!
//! Holds texts and which folder hides which; reads no path. A pack is read only when it is asked for,
//! and always through [`super::load`].

use super::built_in::{self, PackSources};
use super::compile::Ready;
use super::cross::Offered;
use super::load::{End, Memo, Read, Wanted, is_abstract, load_as};
use super::tree::{At, Bag, Tab};
use super::vars::{self, Vars};
use super::{Form, Head, Pack, Problem, Severity, Source, head};
use crate::base::order;
use crate::data::Reference;
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};
use toml::de::DeValue;

/// Where a pack comes from; a later one hides an earlier one of the same id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// In the binary.
    BuiltIn,
    /// The office's own folder.
    Office,
    /// Brought in from another office.
    Imported,
    /// Beside what somebody named, or that itself.
    Named,
}

/// The pack folders of a counter.
#[derive(Debug, Default)]
pub struct Library {
    pub(super) folders: Vec<Folder>,
    /// Places in `folders` of one id, in the order they were added.
    by_id: HashMap<String, Vec<usize>>,
}

/// One folder.
#[derive(Debug)]
pub(super) struct Folder {
    pub(super) id: String,
    pub(super) origin: Origin,
    /// `pack.toml` first; only that while the rest is packed.
    pub(super) sources: Vec<Source>,
    /// The rest of what lies compressed in the binary; unpacked once it is asked for.
    packed: Option<OnceLock<Vec<Source>>>,
}

impl Folder {
    /// All its files, `pack.toml` first.
    pub(super) fn files(&self) -> impl Iterator<Item = &Source> {
        let packed = self.packed.as_ref();
        let rest = packed.map(|rest| rest.get_or_init(|| built_in::sections(&self.id)).as_slice());
        self.sources.iter().chain(rest.unwrap_or_default())
    }
}

/// A pack with everything it stands on, as far as it could be read.
pub struct Loaded {
    /// The definition; it is to be used only when no problem is an error ([`Loaded::usable`]).
    pub pack: Option<Pack>,
    /// Every problem; `file` counts in `sources`.
    pub problems: Vec<Problem>,
    /// Its own files, then those of its bases, nearest first.
    pub sources: Vec<Source>,
    ready: Option<Ready>,
}

impl std::fmt::Debug for Loaded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let id = self.pack.as_ref().map(|pack| pack.id.as_str());
        f.debug_struct("Loaded")
            .field("pack", &id)
            .field("problems", &self.problems)
            .finish_non_exhaustive()
    }
}

impl Loaded {
    /// The pack, when nothing is wrong with it.
    pub fn usable(self) -> Option<Pack> {
        let faulty = self.problems.iter().any(|problem| problem.severity == Severity::Error);
        self.pack.filter(|_| !faulty)
    }

    /// The pack as a form to be filled, when nothing is wrong with it: what [`Form::open`] gives,
    /// without compiling every expression a second time.
    pub fn open(mut self, reference: Arc<Reference>) -> Option<Form> {
        let ready = self.ready.take()?;
        Some(Form::ready(Arc::new(self.usable()?), ready, reference))
    }
}

/// A pack as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// What its head says.
    pub head: Head,
    /// Where it comes from.
    pub origin: Origin,
    /// The folder it is read from; another name than the id for one of several variants.
    pub folder: String,
    /// Where packs of the same id come from that are not offered because of this one.
    pub hides: Vec<Origin>,
}

/// A folder whose head cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Name of the folder, or id of the variant.
    pub id: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// A place in the library: a folder, or one variant in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) folder: usize,
    pub(super) variant: usize,
}

/// What the head of a folder says of which packs it yields.
pub(super) struct Peek {
    pub(super) is_abstract: bool,
    /// Ids of the variants, empty for none; a row without id has none either.
    pub(super) variants: Vec<Option<String>>,
}

impl Library {
    /// The packs inside the binary.
    pub fn built_in() -> Self {
        let mut library = Self::default();
        for (id, head) in built_in::heads() {
            library.put(Folder {
                id: id.to_owned(),
                origin: Origin::BuiltIn,
                sources: vec![head],
                packed: Some(OnceLock::new()),
            });
        }
        library
    }

    /// Adds folders; they hide those of the same name that are there already.
    pub fn add(&mut self, origin: Origin, packs: impl IntoIterator<Item = PackSources>) {
        for PackSources { id, sources } in packs {
            self.put(Folder { id, origin, sources, packed: None });
        }
    }

    fn put(&mut self, folder: Folder) {
        self.by_id.entry(folder.id.clone()).or_default().push(self.folders.len());
        self.folders.push(folder);
    }

    /// The folder of that name, among those before `below`.
    fn folder(&self, id: &str, below: usize) -> Option<usize> {
        self.by_id.get(id)?.iter().rev().copied().find(|at| *at < below)
    }

    /// Whether no later folder has the same name.
    pub(super) fn is_visible(&self, at: usize) -> bool {
        self.folder(&self.folders[at].id, usize::MAX) == Some(at)
    }

    /// Visible folders in the order in which they claim ids: later origins first.
    fn claimants(&self) -> Vec<usize> {
        let mut all: Vec<usize> =
            (0..self.folders.len()).filter(|at| self.is_visible(*at)).collect();
        order::sort_by_key(&mut all, |at| (std::cmp::Reverse(self.folders[*at].origin), *at));
        all
    }

    /// The folder and the folders it stands on, nearest first, and why there are no more.
    fn chain(&self, folder: usize) -> (Vec<usize>, End) {
        let mut chain = vec![folder];
        loop {
            let last = chain[chain.len() - 1];
            let at = &self.folders[last];
            let Some(base) = extends(&at.sources[0].text) else { return (chain, End::Whole) };
            // A pack on its own name stands on the one it hides: an office changes one section of it.
            let below = if base == at.id { last } else { usize::MAX };
            match self.folder(&base, below) {
                None if base != at.id => return (chain, End::Whole),
                Some(next) if !chain.contains(&next) => chain.push(next),
                _ => {
                    let mut ring: Vec<String> =
                        chain.iter().map(|at| self.folders[*at].id.clone()).collect();
                    ring.push(base);
                    return (chain, End::Circular(ring));
                }
            }
        }
    }

    pub(super) fn load_spot<'a>(&'a self, spot: Spot, today: Date, memo: &Memo<'a>) -> Loaded {
        let (chain, end) = self.chain(spot.folder);
        let sources: Vec<&Source> = chain.iter().flat_map(|at| self.folders[*at].files()).collect();
        let known: Vec<&str> = self.by_id.keys().map(String::as_str).collect();
        let folder = Some(self.folders[spot.folder].id.as_str());
        let wanted = Wanted { today, variant: spot.variant, folder, end: &end, known: &known };
        let Read { pack, ready, problems } = load_as(&sources, &wanted, memo);
        let sources = sources.into_iter().cloned().collect();
        Loaded { pack, problems, sources, ready }
    }

    /// The pack of that id, read with its bases; `None` when there is none to be offered. `today`
    /// decides nothing but warnings.
    pub fn load(&self, id: &str, today: Date) -> Option<Loaded> {
        let spot = self.spot(id)?;
        Some(self.load_spot(spot, today, &Memo::default()))
    }

    /// The pack of that id from the folders of one origin, whether or not it is the one that is offered.
    pub fn load_from(&self, id: &str, origin: Origin, today: Date) -> Option<Loaded> {
        let folders = (0..self.folders.len()).rev();
        let mut spots =
            folders.filter(|at| self.folders[*at].origin == origin).flat_map(|at| self.spots(at));
        let spot = spots.find(|spot| self.id_place(*spot).0 == id)?;
        Some(self.load_spot(spot, today, &Memo::default()))
    }

    /// The first pack of the folder that somebody named.
    pub fn load_named(&self, today: Date) -> Option<Loaded> {
        let folder = self.folders.iter().position(|one| one.origin == Origin::Named)?;
        Some(self.load_spot(Spot { folder, variant: 0 }, today, &Memo::default()))
    }

    /// Where the pack of that id is, without reading more heads than need be.
    pub(super) fn spot(&self, id: &str) -> Option<Spot> {
        self.claimants().into_iter().find_map(|folder| {
            let Folder { id: name, sources, .. } = &self.folders[folder];
            let text = &sources[0].text;
            let perhaps = text.contains("variant") && text.contains(id);
            if name != id && !perhaps {
                return None;
            }
            let peek = peek(text);
            if peek.variants.is_empty() {
                return (name == id && !peek.is_abstract).then_some(Spot { folder, variant: 0 });
            }
            let variant = peek.variants.iter().position(|row| row.as_deref() == Some(id))?;
            Some(Spot { folder, variant })
        })
    }

    /// Every pack that can be offered, by id, and the folders whose head cannot be read. Reads heads
    /// only.
    pub fn titles(&self) -> (Vec<Title>, Vec<Unreadable>) {
        let mut titles: BTreeMap<String, Title> = BTreeMap::new();
        let mut unreadable = Vec::new();
        for at in self.claimants() {
            let folder = &self.folders[at];
            let below = &self.by_id[&folder.id];
            for (id, head) in self.heads(at) {
                let Some(head) = head else {
                    unreadable.push(Unreadable { id, origin: folder.origin });
                    continue;
                };
                if let Some(winner) = titles.get_mut(&head.id) {
                    if winner.origin != folder.origin {
                        winner.hides.push(folder.origin);
                    }
                    continue;
                }
                let hidden = below.iter().filter(|other| **other != at);
                let hides = hidden.map(|other| self.folders[*other].origin).collect();
                let title = Title { origin: folder.origin, folder: folder.id.clone(), hides, head };
                titles.insert(title.head.id.clone(), title);
            }
        }
        (titles.into_values().collect(), unreadable)
    }

    /// The heads of the packs a folder yields; `None` for one that cannot be read.
    fn heads(&self, at: usize) -> Vec<(String, Option<Head>)> {
        let folder = &self.folders[at];
        let unreadable = || vec![(folder.id.clone(), None)];
        // Texts with places need the words of the bases; others are read by themselves.
        let bases = if folder.sources[0].text.contains("${") { self.chain(at).0 } else { vec![at] };
        let parsed: Vec<_> = bases
            .iter()
            .map(|at| head::parse(0, enough(&self.folders[*at].sources[0].text)))
            .collect();
        if parsed[0].1.problems.iter().any(|problem| problem.severity == Severity::Error) {
            return unreadable();
        }
        let mut unheard = Bag::default();
        let tabs: Vec<Tab<'_>> = parsed.iter().map(|(table, _)| plain(table.get_ref())).collect();
        if is_abstract(&tabs[0]) {
            return Vec::new();
        }
        let rows = head::variants(&tabs[0], &mut unheard);
        let variants: Vec<Option<&Tab<'_>>> =
            if rows.is_empty() { vec![None] } else { rows.iter().map(Some).collect() };
        let one = |row: Option<&Tab<'_>>| {
            let mut bag = Bag::default();
            let mut words = Vec::new();
            for tab in tabs.iter().rev().chain(row) {
                words.extend(vars::read(tab, &mut bag));
            }
            bag = Bag { vars: Some(Vars::of(words, &mut bag)), ..Bag::default() };
            let mut head = head::read_head(&tabs[0], row, Date::MIN, &mut bag);
            if row.is_none() {
                head.id.clone_from(&folder.id);
            }
            let faulty = bag.problems.iter().any(|problem| problem.severity == Severity::Error);
            let id = if head.id.is_empty() { folder.id.clone() } else { head.id.clone() };
            (id, Some(head).filter(|_| !faulty))
        };
        variants.into_iter().map(one).collect()
    }

    /// Every pack that can be offered, and what wants the id of another of the same origin.
    pub(super) fn offered(&self) -> Offered {
        let mut spots: BTreeMap<String, Spot> = BTreeMap::new();
        let mut taken = Vec::new();
        for folder in self.claimants() {
            let Folder { id, sources, .. } = &self.folders[folder];
            let peek = peek(&sources[0].text);
            if peek.is_abstract {
                continue;
            }
            let rows = peek.variants.into_iter().enumerate();
            let mut ids: Vec<(usize, String)> =
                rows.filter_map(|(row, id)| Some((row, id?))).collect();
            if ids.is_empty() {
                ids.push((0, id.clone()));
            }
            for (variant, id) in ids {
                let spot = Spot { folder, variant };
                match spots.get(&id) {
                    None => _ = spots.insert(id, spot),
                    Some(first) => {
                        let origin = |spot: &Spot| self.folders[spot.folder].origin;
                        taken.extend((origin(first) == origin(&spot)).then_some((spot, *first)));
                    }
                }
            }
        }
        Offered { spots, taken }
    }

    /// The id of a place and where it is written in the folder's `pack.toml`.
    pub(super) fn id_place(&self, spot: Spot) -> (String, At) {
        let (document, _) = head::parse(0, &self.folders[spot.folder].sources[0].text);
        let tab = plain(document.get_ref());
        let mut unheard = Bag::default();
        let rows = head::variants(&tab, &mut unheard);
        let named = rows.get(spot.variant).unwrap_or(&tab);
        named.string("id", &mut unheard).map_or_else(Default::default, |word| (word.text, word.at))
    }

    /// The packs to be finished before the one at a place, those its bases name too.
    pub(super) fn blockers(&self, spot: Spot) -> Vec<String> {
        let mut all = Vec::new();
        for at in self.chain(spot.folder).0 {
            let (document, _) = head::parse(0, &self.folders[at].sources[0].text);
            let mut unheard = Bag::default();
            let tables = plain(document.get_ref()).tables("blocked_by", &mut unheard);
            for (at, table) in tables {
                let one = Tab { at, ..plain(table) };
                all.extend(one.string("pack", &mut unheard).map(|word| word.text));
            }
        }
        all
    }

    /// Every place of the library that yields a pack, hidden ones included.
    pub(super) fn spots(&self, folder: usize) -> Vec<Spot> {
        let rows = peek(&self.folders[folder].sources[0].text).variants.len();
        (0..rows.max(1)).map(|variant| Spot { folder, variant }).collect()
    }
}

/// A table whose keys are looked at later.
fn plain<'a>(table: &'a toml::de::DeTable<'a>) -> Tab<'a> {
    Tab { file: 0, table, at: 0..0, called: "the pack".to_owned() }
}

/// The head of a `pack.toml`, without complaints.
pub(super) fn peek(text: &str) -> Peek {
    let (document, _) = head::parse(0, enough(text));
    let tab = plain(document.get_ref());
    let mut unheard = Bag::default();
    let rows = head::variants(&tab, &mut unheard);
    let variants = rows.iter().map(|row| row.string("id", &mut unheard)).collect::<Vec<_>>();
    let variants = variants.into_iter().map(|id| id.map(|word| word.text)).collect();
    Peek { is_abstract: is_abstract(&tab), variants }
}

/// What a `pack.toml` stands on.
fn extends(text: &str) -> Option<String> {
    // Most heads say nothing of it, and need not be read for that.
    if !text.contains("extends") {
        return None;
    }
    let (document, _) = head::parse(0, before_tables(text));
    match plain(document.get_ref()).value("extends") {
        Some((_, DeValue::String(base))) => Some(base.to_string()),
        _ => None,
    }
}

/// As much of a `pack.toml` as a list needs: choice lists, pages and regulations make most of it.
fn enough(text: &str) -> &str {
    let short = before_tables(text);
    let rest = &text[short.len()..];
    if rest.contains("vars") || rest.contains("variant") { text } else { short }
}

/// The keys of a `pack.toml` before its first table header; all of it when that cannot be told apart.
fn before_tables(text: &str) -> &str {
    let Some(end) = text.find("\n[").map(|at| at + 1) else { return text };
    let short = &text[..end];
    // A list or a long text with such a line is cut in two, which never parses.
    if head::parse(0, short).1.problems.is_empty() { short } else { text }
}

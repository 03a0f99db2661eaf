//! The tables everything is checked against, each opened when it is first asked for.

use super::built_in;
use super::kind::Table;
use super::manifest::Manifest;
use super::pack::{self, Origin, Pack};
use super::problem::Problem;
use super::typed::Reading;
use crate::base::order;
use crate::ident::calendar::Calendar;
use crate::ident::kbli::{Kbli, KbliParts};
use crate::ident::wilayah::{RegionTexts, Regions};
use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The packs that an office keeps beside the program, one folder each. Given by the runtime, which
/// knows the paths.
pub trait Shelf: Send + Sync {
    /// The names of the folders, in any order.
    fn packs(&self) -> Vec<String>;
    /// The bytes of a file of one of them; `None` where it is not there or cannot be read.
    fn read(&self, pack: &str, file: &str) -> Option<Vec<u8>>;
}

/// The tables everything is checked against. Each is opened when it is first asked for.
#[derive(Default)]
pub struct Reference {
    office: Option<Box<dyn Shelf>>,
    heads: OnceLock<Vec<Head>>,
    regions: OnceLock<Regions>,
    kbli: OnceLock<Kbli>,
    calendar: OnceLock<Calendar>,
    problems: Mutex<Vec<Problem>>,
}

/// A pack whose manifest is sound.
pub(super) struct Head {
    pub(super) origin: Origin,
    pub(super) manifest: Manifest,
}

/// A text with the pack it comes from.
struct Found {
    text: Cow<'static, str>,
    manifest: Manifest,
}

impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reference").field("office", &self.office.is_some()).finish_non_exhaustive()
    }
}

impl Reference {
    /// The data inside the binary. Costs nothing until a table is asked for.
    pub fn built_in() -> Arc<Self> {
        Arc::new(Self::default())
    }

    /// The data inside the binary, and over it what an office keeps: of each table the office's own
    /// wins, so long as its pack is sound. Nothing is read before a table is asked for.
    pub fn with_office(office: Box<dyn Shelf>) -> Arc<Self> {
        Arc::new(Self { office: Some(office), ..Self::default() })
    }

    /// The regions.
    pub fn regions(&self) -> &Regions {
        self.regions.get_or_init(|| {
            let text = |table| self.text(table).map(|found| found.text).unwrap_or_default();
            Regions::new(RegionTexts {
                current: text(Table::Regions),
                moved: text(Table::Moved),
                villages: text(Table::Villages),
                postcodes: text(Table::Postcodes),
            })
        })
    }

    /// The KBLI lists and their words. The first call builds the index.
    pub fn kbli(&self) -> &Kbli {
        self.kbli.get_or_init(|| {
            let read = |table| self.text(table).map(|found| found.text).unwrap_or_default();
            let mut editions: Vec<u16> = self.heads(Table::Kbli).map(Head::edition).collect();
            order::sort_by(&mut editions, |one, other| other.cmp(one));
            editions.dedup();
            let lists = editions.into_iter().filter_map(|edition| {
                let found = self.text_of(Table::Kbli, Some(edition))?;
                let rows = Reading::new("", &found.text).kbli();
                Some((edition, found.manifest.whole, rows))
            });
            Kbli::new(KbliParts {
                lists: lists.collect(),
                everyday: unless_empty(&read(Table::Words), |mut text| text.words()),
                spoken: unless_empty(&read(Table::Spoken), |mut text| text.spoken()),
                apart: unless_empty(&read(Table::Apart), |mut text| text.apart()),
                moves: unless_empty(&read(Table::Moves), |mut text| text.moves()),
            })
        })
    }

    /// The days off that are known.
    pub fn calendar(&self) -> &Calendar {
        self.calendar.get_or_init(|| match self.text(Table::Holidays) {
            Some(found) => Calendar::new(Reading::new("", &found.text).holidays())
                .with_incomplete_years(found.manifest.incomplete),
            None => Calendar::default(),
        })
    }

    /// What is wrong with the office's packs, as far as they were opened. What is told here was not
    /// used: the built-in data stands in for it.
    pub fn problems(&self) -> Vec<Problem> {
        self.problems.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Names of the packs of an origin.
    pub(super) fn names(&self, origin: Origin) -> Vec<String> {
        let mut names: Vec<String> = match origin {
            Origin::BuiltIn => built_in::packs().into_iter().map(str::to_owned).collect(),
            Origin::Office => self.office.as_ref().map(|shelf| shelf.packs()).unwrap_or_default(),
        };
        order::sort(&mut names);
        names
    }

    /// The bytes of a file of a pack.
    pub(super) fn bytes(
        &self,
        origin: Origin,
        pack: &str,
        file: &str,
    ) -> Option<Cow<'static, [u8]>> {
        match origin {
            Origin::BuiltIn => built_in::bytes(pack, file),
            Origin::Office => self.office.as_ref()?.read(pack, file).map(Cow::Owned),
        }
    }

    /// A whole pack with everything that is wrong with it.
    pub(super) fn load(&self, origin: Origin, pack: &str) -> (Option<Pack>, Vec<Problem>) {
        pack::load(pack, &|file| self.bytes(origin, pack, file))
    }

    /// The packs that have this table, the office's own first.
    fn heads(&self, table: Table) -> impl Iterator<Item = &Head> {
        let heads = self.heads.get_or_init(|| {
            let mut heads = Vec::new();
            for origin in [Origin::Office, Origin::BuiltIn] {
                for name in self.names(origin) {
                    let read = |file: &str| self.bytes(origin, &name, file);
                    let (manifest, problems) = pack::head(&name, &read);
                    self.tell(problems);
                    heads.extend(manifest.map(|manifest| Head { origin, manifest }));
                }
            }
            heads
        });
        heads.iter().filter(move |head| head.file_of(table).is_some())
    }

    fn text(&self, table: Table) -> Option<Found> {
        self.text_of(table, None)
    }

    /// The text of a table out of the first sound pack that has it.
    fn text_of(&self, table: Table, edition: Option<u16>) -> Option<Found> {
        let heads = self.heads(table).filter(|head| edition.is_none_or(|of| head.edition() == of));
        for head in heads {
            let manifest = head.manifest.clone();
            if head.origin == Origin::BuiltIn {
                // Checked by a test and by `loket data check`; checking again would cost every start.
                let text = built_in::text(&manifest.id, head.file_of(table)?)?;
                return Some(Found { text: Cow::Borrowed(text), manifest });
            }
            let (pack, problems) = self.load(head.origin, &manifest.id);
            self.tell(problems);
            let text = pack.and_then(|mut pack| {
                let at = pack.files.iter().position(|(of, _)| *of == table)?;
                Some(pack.files.swap_remove(at).1)
            });
            if let Some(text) = text {
                return Some(Found { text, manifest });
            }
        }
        None
    }

    fn tell(&self, problems: Vec<Problem>) {
        let mut told = self.problems.lock().unwrap_or_else(PoisonError::into_inner);
        for problem in problems {
            if !told.contains(&problem) {
                told.push(problem);
            }
        }
    }

    /// The text of a table that is in use, for checks across tables.
    pub(super) fn in_use(
        &self,
        table: Table,
        edition: Option<u16>,
    ) -> Option<(Cow<'static, str>, Manifest)> {
        self.text_of(table, edition).map(|found| (found.text, found.manifest))
    }
}

impl Head {
    const fn edition(&self) -> u16 {
        self.manifest.edition
    }

    fn file_of(&self, table: Table) -> Option<&'static str> {
        let files = self.manifest.kind.files().iter();
        let (name, ..) = files.copied().find(|(_, of, _)| *of == table)?;
        self.manifest.files.iter().any(|(file, _)| file == name).then_some(name)
    }
}

fn unless_empty<T>(text: &str, read: impl FnOnce(Reading<'_>) -> Vec<T>) -> Vec<T> {
    if text.is_empty() { Vec::new() } else { read(Reading::new("", text)) }
}

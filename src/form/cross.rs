//! A whole library checked: every pack, and what is wrong only between packs.
//!
//! Each problem is told once, however many packs stand on the file it is in.

use super::library::{Library, Loaded, Origin};
use super::{Problem, Source};
use jiff::civil::Date;
use std::collections::HashSet;

/// One folder of packs, checked.
#[derive(Debug)]
pub struct Checked {
    /// Name of the folder.
    pub id: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Its problems, those of its bases too when they were not told before; `file` counts in `sources`.
    pub problems: Vec<Problem>,
    /// Its own files, then those of its bases.
    pub sources: Vec<Source>,
    /// How many of `sources` are its own.
    pub own: usize,
}

impl Library {
    /// Checks the folders of those origins.
    pub fn check(&self, wanted: impl Fn(Origin) -> bool, today: Date) -> Vec<Checked> {
        let mut told: HashSet<(String, usize, String)> = HashSet::new();
        let mut all = Vec::new();
        for (at, folder) in self.folders.iter().enumerate() {
            if !wanted(folder.origin) {
                continue;
            }
            let (id, origin, own) = (folder.id.clone(), folder.origin, folder.sources.len());
            let mut checked =
                Checked { id, origin, problems: Vec::new(), sources: Vec::new(), own };
            for spot in self.spots(at) {
                let Loaded { problems, sources, .. } = self.load_spot(spot, today);
                for problem in problems {
                    let file = sources.get(problem.file).map_or("", |source| source.name.as_str());
                    let place = (file.to_owned(), problem.span.start, problem.message.clone());
                    if told.insert(place) {
                        checked.problems.push(problem);
                    }
                }
                checked.sources = sources;
            }
            all.push(checked);
        }
        all.sort_by(|one, other| one.id.cmp(&other.id));
        all
    }
}
